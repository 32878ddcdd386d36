//! The stages in their order.

use core::num::NonZeroUsize;
use std::path::Path;

use dateline_extract::{Draft, articles, decode};
use dateline_lang::Language;
use dateline_lang::reasons;
use dateline_lang::shared::outlets::outlet;
use dateline_model::{
    Article, ArticleIndex, Basis, Clock, Corpus, Day, Evidence, Mention, Quote, Site, Warning,
    WarningKind, When,
};
use dateline_names::{Corrections, Names, Text, Weights};
use dateline_text::{close, fingerprint};
use dateline_words::page_title;
use dateline_workers::Workers;
use serde::{Deserialize, Serialize};

use crate::copies::{self, Carriers, Version, carried};
use crate::dates::{self, Dated, Edges};
use crate::ids::ArticleIds;
use crate::known::{CopiesOf, Kept, Known, NamesOf};
use crate::overlay::Overlay;
use crate::stage::{Observer, Stage, Watched};
use crate::{edited, events, given, headings, languages, quotes};

/// One seed.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// Its path below the folder, with `/` between the parts.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What is known of it from elsewhere.
    pub meta: Option<Meta>,
}

/// Facts beside an article (`NAME.meta.json`); they count as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meta {
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// As [`given::moment`] reads it: `YYYY-MM-DD`, optionally with `THH:MM`.
    pub date: Option<String>,
    /// The original's address.
    pub url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// How to read the sources.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'w> {
    /// Each file is nothing but an article's body.
    pub plain: bool,
    /// The publication date of all files, known from elsewhere.
    pub date: Option<Day>,
    /// How many threads work; as many as the machine has when `None`. The
    /// corpus is the same for any number.
    pub threads: Option<NonZeroUsize>,
    /// Other weights for finding names than the ones that come with the program.
    pub names: Option<&'w Weights>,
}

/// Reads a whole corpus. The same sources give the same corpus.
///
/// ```
/// use dateline_ingest::{Options, Source, ingest, overlay::Overlay};
/// let bytes = b"Bridge opens\n\nThe Port Post, 5 March 2024\n\nThe new bridge was opened on Monday by the mayor, who thanked the builders for their work.";
/// let source = Source { path: "bridge.txt", bytes, meta: None };
/// let corpus = ingest(&[source], &Overlay::default(), &Options::default());
/// assert_eq!(corpus.articles[0].id, "bridge");
/// assert_eq!(corpus.articles[0].published.date.unwrap().to_string(), "2024-03-05");
/// ```
pub fn ingest(sources: &[Source<'_>], overlay: &Overlay, options: &Options) -> Corpus {
    ingest_observed(sources, overlay, options, &())
}

/// [`ingest`], while `observer` is told of the stages.
pub fn ingest_observed(
    sources: &[Source<'_>],
    overlay: &Overlay,
    options: &Options,
    observer: &dyn Observer,
) -> Corpus {
    let watched = Watched::new(Workers::new(options.threads), observer);
    let opened = all_opened(&watched, sources, options);
    joined(&watched, opened, overlay, options, None)
}

/// Reads one source by itself. What it gives can be kept: when others come, go or are corrected, it is not
/// read again.
pub fn open(source: &Source<'_>, options: &Options<'_>) -> Opened {
    opened(&Watched::new(Workers::alone(), &()), source, options)
}

/// [`open`] for many sources, by many threads.
pub fn open_all(sources: &[Source<'_>], options: &Options<'_>) -> Vec<Opened> {
    all_opened(&Watched::new(Workers::new(options.threads), &()), sources, options)
}

fn all_opened(watched: &Watched<'_>, sources: &[Source<'_>], options: &Options<'_>) -> Vec<Opened> {
    watched.map(sources.iter(), |source| opened(watched, source, options))
}

/// The corpus of sources that were read by themselves: the same as [`ingest`] of the same sources gives.
pub fn join(
    opened: Vec<Opened>,
    overlay: &Overlay,
    options: &Options<'_>,
    observer: &dyn Observer,
) -> Corpus {
    joined(&Watched::new(Workers::new(options.threads), observer), opened, overlay, options, None)
}

/// [`join`], which takes what would come out as it did the last time from what is known of that, and leaves there
/// what the next one may take. The corpus is the same, whatever is known.
pub fn join_again(
    opened: Vec<Opened>,
    overlay: &Overlay,
    options: &Options<'_>,
    observer: &dyn Observer,
    known: &mut Known,
) -> Corpus {
    let watched = Watched::new(Workers::new(options.threads), observer);
    joined(&watched, opened, overlay, options, Some(known))
}

fn joined(
    watched: &Watched<'_>,
    opened: Vec<Opened>,
    overlay: &Overlay,
    options: &Options<'_>,
    mut known: Option<&mut Known>,
) -> Corpus {
    let mut warnings = Vec::new();
    let (mut heads, mut drafts) = drafts(opened, &mut warnings);
    headings::part(&watched.workers, &mut drafts);
    let overlay = overlay.followed(heads.iter().map(|head| (head.id.as_str(), head.fingerprint)));
    let overlay = &*overlay;
    let ids = heads.iter().map(|head| head.id.as_str());
    let said = edited::correct(ids, &mut drafts, overlay, &mut warnings);
    heads.iter_mut().zip(said).for_each(|(head, said)| head.said = said);
    let (heads, mut drafts) = left_out(heads, drafts, overlay);
    let same: Vec<Option<ArticleIndex>> = heads.iter().map(|head| head.same).collect();
    drafts.iter_mut().for_each(Draft::close_directions);
    let languages =
        languages::of(drafts.iter().map(|draft| (draft.language.as_str(), draft.body.as_str())));
    let ids: Vec<String> = heads.iter().map(|head| head.id.clone()).collect();
    let kept = known.as_deref_mut().map(|known| &mut known.names);
    let names = watched.during(Stage::Names, || {
        names(watched, &drafts, &languages, &ids, overlay, options.names, kept)
    });
    let bodies: Vec<&str> = drafts.iter().map(|draft| draft.body.as_str()).collect();
    warnings.extend(edited::unnamed(&ids, &bodies, &names, &overlay.articles));
    let kept = known.as_deref_mut().map(|known| &mut known.times);
    let dated = dates::find(watched, &drafts, &languages, &names, kept);
    let undated = heads.iter().zip(&dated).filter(|row| row.1.published.date.is_none());
    // Whoever has looked at it knows.
    for head in undated.map(|row| row.0).filter(|head| !Evidence::say_checked(&head.said)) {
        warnings.push(Warning {
            file: head.file.clone(),
            kind: WarningKind::NoDate,
            message: format!(
                "{}: has no publication date, printed or inferred; a date on the page, in {}.meta.json or in dateline.toml was expected",
                head.file, head.id
            ),
        });
    }
    let parts = heads.into_iter().zip(drafts).zip(&languages).zip(names.mentions).zip(dated);
    let entities = &names.entities;
    let (mut articles, edges) = watched
        .map(parts, |((((head, draft), language), mentions), dated)| {
            let quotes = watched
                .during(Stage::Quotes, || quotes::find(language, &draft.body, &mentions, entities));
            article(head, draft, language, mentions, quotes, dated)
        })
        .into_iter()
        .unzip::<_, _, Vec<Article>, Vec<Edges>>();
    let kept = known.as_deref_mut().map(|known| &mut known.copies);
    watched.during(Stage::Copies, || set_versions(&watched.workers, &mut articles, &same, kept));
    let kept = known.map(|known| &mut known.events);
    let mut events = watched.during(Stage::Events, || {
        let found = events::find(&watched.workers, &articles, &languages, &edges, entities, kept);
        let read = edited::Read { articles: &articles, languages: &languages, entities };
        edited::edit(read, found, &overlay.events, &mut warnings)
    });
    events.iter_mut().for_each(|event| close(&mut event.title));
    warnings.sort();
    Corpus {
        site: site(overlay, &articles, &names.entities),
        articles,
        entities: names.entities,
        events,
        warnings,
    }
}

/// Which seed a draft came from.
struct Head {
    id: String,
    file: String,
    /// Of its body.
    fingerprint: u64,
    /// The first article with the same text to the letter: an agency's report in another outlet.
    same: Option<ArticleIndex>,
    /// What readers are told of the editor's corrections.
    said: Vec<Evidence>,
}

/// One source by itself: what was made of it, before it meets the others. It can be written down, for other
/// programs of this version alone.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Opened {
    path: String,
    articles: Vec<Separated>,
    doubts: Vec<(WarningKind, String)>,
}

/// One article of a source.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Separated {
    article: dateline_extract::Article,
    /// Of its body: two texts with the same [`letters`] are one text.
    fingerprint: u64,
    /// Where in a source of several it stands, as a message begins.
    place: String,
}

/// Puts the articles of all sources together, and leaves out what was saved twice.
fn drafts(opened: Vec<Opened>, warnings: &mut Vec<Warning>) -> (Vec<Head>, Vec<Draft>) {
    let (mut heads, mut drafts): (Vec<Head>, Vec<Draft>) = (Vec::new(), Vec::new());
    // Each kept article's place in its file, for the message about its double.
    let mut places: Vec<String> = Vec::new();
    let mut ids = ArticleIds::new(opened.iter().map(|source| source.path.as_str()));
    let mut carriers = Carriers::default();
    for Opened { path, articles, mut doubts } in opened {
        for Separated { article, fingerprint, place } in articles {
            let dateline_extract::Article { draft, number, id, line: _ } = article;
            let first = carriers.first(&drafts, fingerprint, &draft);
            if let Some(known) = carriers.known(first, &draft) {
                let file = &heads[known].file;
                let there = places[known].trim_end_matches([':', ' ']);
                let known = format!("{file} {there}");
                let known = known.trim_end();
                doubts.push((
                    WarningKind::Duplicate,
                    format!("{place}tells the same text as {known}, which is kept"),
                ));
                continue;
            }
            carriers.add(first, fingerprint, &draft, drafts.len());
            let id = ids.take(&path, number, id.as_deref());
            let same = (first < drafts.len()).then_some(first as ArticleIndex);
            // Two articles are never known by one number, though their text is one.
            let fingerprint =
                if same.is_some() { carried(fingerprint, &draft) } else { fingerprint };
            heads.push(Head { id, file: path.clone(), fingerprint, same, said: Vec::new() });
            drafts.push(draft);
            places.push(place);
        }
        warnings.extend(doubts.into_iter().map(|(kind, message)| Warning {
            file: path.clone(),
            kind,
            message: format!("{path}: {message}"),
        }));
    }
    (heads, drafts)
}

fn opened(watched: &Watched<'_>, source: &Source<'_>, options: &Options<'_>) -> Opened {
    let (path, plain) = (source.path, options.plain);
    let opened = watched
        .during(Stage::Read, || decode(path, source.bytes, plain))
        .and_then(|file| watched.during(Stage::Separate, || articles(path, file, plain)));
    let opened = match opened {
        Ok(opened) => opened,
        Err(reason) => {
            return Opened { path: path.into(), articles: Vec::new(), doubts: vec![reason] };
        }
    };
    let mut doubts = opened.doubts;
    let several = opened.articles.len() > 1;
    let mut kept = Vec::with_capacity(opened.articles.len());
    for mut article in opened.articles {
        let place = match article.line {
            _ if !several => String::new(),
            Some(line) => format!("article {} (line {line}): ", article.number),
            None => format!("article {}: ", article.number),
        };
        let draft = &mut article.draft;
        if draft.unseparated && !options.plain {
            doubts.push((
                WarningKind::NoBody,
                format!("{place}no article could be told from the page, so every line was kept"),
            ));
        }
        if let Some(meta) = &source.meta
            && let Err(message) = apply_meta(draft, meta, several)
        {
            let beside = Path::new(source.path).with_extension("meta.json");
            let beside = beside.file_name().unwrap_or_default().to_string_lossy();
            let doubt = (WarningKind::Meta, format!("{beside}: {message}"));
            // Said once of the one file, however many articles are in the other.
            if !doubts.contains(&doubt) {
                doubts.push(doubt);
            }
        }
        if let Some(day) = options.date {
            draft.published = Some(stated(day, None, "given-date", reasons::dates::GIVEN));
        }
        let fingerprint = fingerprint(&draft.body);
        kept.push(Separated { article, fingerprint, place });
    }
    Opened { path: path.into(), articles: kept, doubts }
}

fn stated(day: Day, time: Option<Clock>, rule: &str, why: &str) -> When {
    let text = day.to_string();
    When { time, ..When::on(day, Basis::Stated, vec![Evidence::new(rule, text, why)]) }
}

/// Of a file of several articles, headline and address are nobody's in particular.
fn apply_meta(draft: &mut Draft, meta: &Meta, several: bool) -> Result<(), String> {
    let given = |field: &Option<String>| field.clone().filter(|text| !text.trim().is_empty());
    if let Some(title) = given(&meta.title).filter(|_| !several) {
        draft.title = title;
    }
    draft.outlet = given(&meta.outlet).or(draft.outlet.take());
    draft.author = given(&meta.author).or(draft.author.take());
    draft.url = given(&meta.url).filter(|_| !several).or(draft.url.take());
    if let Some(language) = given(&meta.language) {
        draft.language = language;
    }
    let Some(date) = given(&meta.date) else { return Ok(()) };
    let (day, time) = given::moment(&date).ok_or_else(|| {
        let expected = given::MOMENTS;
        format!("date is {date:?}; {expected} was expected")
    })?;
    draft.published = Some(stated(day, time, "meta-file", reasons::dates::BESIDE));
    Ok(())
}

/// The names of all drafts, with what the editor says of them.
fn names(
    watched: &Watched<'_>,
    drafts: &[Draft],
    languages: &[&Language],
    ids: &[String],
    overlay: &Overlay,
    weights: Option<&Weights>,
    kept: Option<&mut Kept<NamesOf, dateline_names::Found>>,
) -> Names {
    let texts: Vec<Text<'_>> = drafts
        .iter()
        .zip(languages)
        .map(|(draft, language)| Text {
            body: &draft.body,
            around: draft.standfirst.iter().chain(&draft.captions).map(String::as_str).collect(),
            language: language.names,
        })
        .collect();
    let Overlay { ignore, split, merge, .. } = overlay;
    let kinds = overlay.names.iter().filter_map(|row| Some((row.name.clone(), row.kind?)));
    let kinds: Vec<_> = kinds.collect();
    let here = edited::here(ids, &overlay.articles);
    let corrections = Corrections { ignore, split, merge, kinds: &kinds, here: &here };
    // Other weights than the languages' own read otherwise.
    let kept = kept.filter(|_| weights.is_none());
    let read = Kept::again(
        kept,
        |before| before.is(&texts, ignore),
        || NamesOf::of(&texts, ignore),
        || dateline_names::read(&texts, ignore, weights, &watched.workers),
    );
    let mut names = read.named(&corrections, reasons::names::spelling);
    edited::name(&mut names.entities, overlay);
    names
}

/// What the editor leaves in the collection. A copy of what is left out stands for itself.
fn left_out(heads: Vec<Head>, drafts: Vec<Draft>, overlay: &Overlay) -> (Vec<Head>, Vec<Draft>) {
    let out = edited::left_out(overlay);
    if out.is_empty() {
        return (heads, drafts);
    }
    let mut place = 0;
    let now: Vec<Option<ArticleIndex>> = heads
        .iter()
        .map(|head| {
            let stays = !out.contains(head.id.as_str());
            place += ArticleIndex::from(stays);
            stays.then(|| place - 1)
        })
        .collect();
    let all = heads.into_iter().zip(drafts).zip(&now).filter(|row| row.1.is_some());
    let lead = |((mut head, draft), _): ((Head, Draft), _)| {
        head.same = head.same.and_then(|same| now[same as usize]);
        (head, draft)
    };
    all.map(lead).unzip()
}

fn article(
    head: Head,
    draft: Draft,
    language: &Language,
    mentions: Vec<Mention>,
    quotes: Vec<Quote>,
    mut dated: Dated,
) -> (Article, Edges) {
    dated.published.evidence.extend(head.said);
    let article = Article {
        id: head.id,
        file: head.file,
        title: draft.title,
        standfirst: draft.standfirst,
        outlet: draft.outlet,
        via: draft.via,
        agency: draft.agency,
        author: draft.author,
        section: draft.section,
        url: draft.url,
        language: draft.language,
        unread: language.unread(),
        tags: draft.tags,
        published: dated.published,
        body: draft.body,
        captions: draft.captions,
        furniture: draft.furniture,
        timexes: dated.timexes,
        mentions,
        quotes,
        version_of: None,
        version_shared: 0,
        withheld: Default::default(),
        fingerprint: head.fingerprint,
    };
    (article, dated.edges)
}

/// Which articles are versions of an earlier one.
fn set_versions(
    workers: &Workers,
    articles: &mut [Article],
    same: &[Option<ArticleIndex>],
    kept: Option<&mut Kept<CopiesOf, Vec<Version>>>,
) {
    let bodies: Vec<&str> = articles.iter().map(|article| article.body.as_str()).collect();
    let versions = Kept::again(
        kept,
        |before| before.is(&bodies, same),
        || CopiesOf::of(&bodies, same),
        || copies::find(workers, &bodies, same),
    );
    for (article, version) in articles.iter_mut().zip(versions) {
        article.version_of = version.of;
        article.version_shared = version.shared;
    }
}

/// Without an editor's title, the page is headed by what its articles name most, and not by who reports it.
fn site(overlay: &Overlay, articles: &[Article], entities: &[dateline_model::Entity]) -> Site {
    let reports = |name: &str| {
        outlet(&name.to_lowercase()).is_some()
            || articles.iter().any(|article| article.outlet.as_deref() == Some(name))
    };
    let title = overlay.title.clone().unwrap_or_else(|| {
        let mut named: Vec<_> = entities.iter().filter(|entity| !reports(&entity.name)).collect();
        named.sort_by_key(|entity| core::cmp::Reverse(entity.articles.len()));
        let names: Vec<&str> = named.iter().take(3).map(|entity| entity.name.as_str()).collect();
        page_title(&names)
    });
    Site { title, description: overlay.description.clone() }
}

#[cfg(test)]
mod tests {
    use dateline_model::{EntityKind, sample};

    use super::*;

    #[test]
    fn a_page_without_a_title_is_headed_by_what_is_told_of() {
        let corpus = sample::corpus();
        let named = |name: &str, articles: u32| dateline_model::Entity {
            id: String::new(),
            name: name.into(),
            kind: EntityKind::Organisation,
            spellings: Vec::new(),
            articles: (0..articles).collect(),
            evidence: Vec::new(),
        };
        let entities = [
            named("Port Alder", 2),
            named("CNN", 4),
            named("Norhaven Post", 4),
            named("Marta Quell", 3),
            named("Norhaven", 1),
            named("Anton Weiss", 1),
        ];
        let title = |overlay: &Overlay| site(overlay, &corpus.articles, &entities).title;
        assert_eq!(title(&Overlay::default()), "Marta Quell, Port Alder, Norhaven");
        let own = Overlay { title: Some("The toll".into()), ..Overlay::default() };
        assert_eq!(title(&own), "The toll");
    }
}
