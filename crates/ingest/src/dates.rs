//! Publication dates and time expressions of a whole corpus.
//!
//! The two need each other: expressions are valued against the publication
//! date, and where a page prints none, it is inferred from what they say. Every
//! body is searched for expressions once and valued as often as needed.

mod entries;
mod infer;
mod times;

use std::sync::OnceLock;

use dateline_model::{Anchor, Basis, Day, DayRange, Span, Timex, When};

pub(crate) use self::entries::{Entry, entries};
use self::infer::{Neighbourhood, Subject, Told, infer};
pub(crate) use self::times::Times;
use crate::stage::{Stage, Watched};
use dateline_extract::Draft;
use dateline_lang::Language;
use dateline_names::Names;
use dateline_timex::Tagged;

/// What an article says of time.
#[derive(Clone)]
pub(crate) struct Dated {
    pub(crate) published: When,
    pub(crate) timexes: Vec<Timex>,
    pub(crate) edges: Edges,
}

/// The expressions of an article whose date is inferred, read at both ends of
/// what its publication date may be. Empty for all others.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Edges {
    earliest: Vec<(Span, DayRange)>,
    latest: Vec<(Span, DayRange)>,
}

impl Edges {
    /// `days`, with what the ends of the publication date make of the
    /// expression at `span`.
    pub(crate) fn widen(&self, span: Span, days: DayRange) -> DayRange {
        let at = |side: &[(Span, DayRange)]| {
            side.binary_search_by_key(&span, |(span, _)| *span).ok().map(|found| side[found].1)
        };
        let first = at(&self.earliest).map_or(days.start, |range| range.start);
        let last = at(&self.latest).map_or(days.end, |range| range.end);
        DayRange { start: first.min(days.start), end: last.max(days.end) }
    }
}

/// Dates every draft: printed and corrected dates as they are, the others
/// inferred from those. `names` has the mentions of each draft.
pub(crate) fn find(
    watched: &Watched<'_>,
    drafts: &[Draft],
    languages: &[&'static Language],
    names: &Names,
    mut known: Option<&mut Times>,
) -> Vec<Dated> {
    let before = known.as_deref_mut().map(core::mem::take).unwrap_or_default();
    // An undated body keeps what was found in it, to be valued again.
    let found = watched.map(drafts.iter().zip(languages), |(draft, language)| {
        watched.during(Stage::Times, || {
            let published = draft.published.as_ref().and_then(|when| when.date);
            let before = before.of(language, &draft.body, published);
            let tagged = OnceLock::new();
            let timexes = match before {
                Some(before) => before.timexes.clone(),
                None => read(found_in(&tagged, language, &draft.body), &draft.body, published),
            };
            (timexes, draft.published.is_none().then_some((tagged, before)))
        })
    });
    let told = drafts.iter().zip(languages).zip(&names.mentions).zip(&found).filter_map(
        |(((draft, language), mentions), (timexes, _))| {
            let day = draft.published.as_ref()?.date?;
            Some(Told { language, title: &draft.title, body: &draft.body, mentions, timexes, day })
        },
    );
    let neighbourhood =
        watched.during(Stage::Dates, || Neighbourhood::new(told.collect(), &names.entities));
    let rows = drafts.iter().zip(languages).zip(&names.mentions).zip(&found);
    let inferred = watched.map(rows, |(((draft, language), mentions), (timexes, tagged))| {
        let Some((tagged, before)) = tagged else { return None };
        let subject = Subject { language, body: &draft.body, mentions, timexes };
        let published = watched.during(Stage::Dates, || infer(&subject, &neighbourhood));
        let known = before.and_then(|before| before.valued.as_ref());
        Some(watched.during(Stage::Times, || match known {
            Some(known) if known.published == published => known.clone(),
            _ => valued(found_in(tagged, language, &draft.body), &draft.body, published),
        }))
    });
    drop(neighbourhood);
    if let Some(known) = known {
        let rows = drafts.iter().zip(languages).zip(&found).zip(&inferred);
        rows.for_each(|(((draft, language), (timexes, _)), inferred)| {
            known.add(language, draft, timexes, inferred.as_ref());
        });
    }
    let rows = found.into_iter().zip(inferred).zip(drafts);
    rows.map(|(((timexes, _), inferred), draft)| {
        inferred.unwrap_or_else(|| Dated {
            published: draft.published.clone().unwrap_or_else(|| When::unknown(Vec::new())),
            timexes,
            edges: Edges::default(),
        })
    })
    .collect()
}

/// What is found in a body, looked for when it is first asked for.
fn found_in<'f, 't>(
    tagged: &'f OnceLock<Tagged<'t>>,
    language: &'static Language,
    body: &'t str,
) -> &'f Tagged<'t> {
    tagged.get_or_init(|| Tagged::new(language.times(), body))
}

/// The expressions of a body against its inferred date and that date's bounds.
fn valued(tagged: &Tagged<'_>, body: &str, published: When) -> Dated {
    let timexes = read(tagged, body, published.date);
    let mut edges = Edges::default();
    if published.basis == Basis::Inferred && published.date.is_some() {
        let at = |day: Option<Day>| -> Vec<(Span, DayRange)> {
            let timexes = read(tagged, body, day).into_iter();
            timexes.filter_map(|timex| Some((timex.span, timex.days?))).collect()
        };
        edges = Edges { earliest: at(published.earliest), latest: at(published.latest) };
    }
    Dated { published, timexes, edges }
}

/// The expressions of a body against its publication date; each entry of a live report against its own
/// day, which a date in the text then is, and whose stamp dates nothing.
fn read(tagged: &Tagged<'_>, body: &str, published: Option<Day>) -> Vec<Timex> {
    let timexes = tagged.against(published);
    let entries = entries(body, &timexes, published);
    let Some(page) = published.filter(|_| !entries.is_empty()) else { return timexes };
    let turns: Vec<(u32, Day)> =
        entries.iter().flat_map(|entry| [(entry.start, page), (entry.after, entry.day)]).collect();
    let mut timexes = tagged.against_each(published, &turns);
    for timex in &mut timexes {
        let Some(entry) = entry_at(&entries, timex.span.start) else { continue };
        if timex.span.start < entry.after {
            timex.compared |= entry.bare && timex.days.is_some();
        } else if timex.anchor == Anchor::Published {
            timex.anchor = Anchor::Text;
        }
    }
    timexes
}

/// The entry that a place of the body is in.
pub(crate) fn entry_at(entries: &[Entry], at: u32) -> Option<&Entry> {
    entries.partition_point(|entry| entry.start <= at).checked_sub(1).map(|at| &entries[at])
}
