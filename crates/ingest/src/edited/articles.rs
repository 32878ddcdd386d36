//! What the editor says of articles.

use std::collections::{BTreeMap, BTreeSet};

use dateline_extract::Draft;
use dateline_lang::reasons::editor as reasons;
use dateline_model::{Basis, Evidence, Warning, When};

use super::remark::{self, own};
use super::{idle, lines};
use crate::nearest::nearest;
use crate::overlay::{ArticleOverlay, Fact, Overlay};

/// What the overlay says, in place of what the pages say. Gives for each draft what readers are told of it, but
/// for its date, which tells that itself.
pub(crate) fn correct<'h>(
    ids: impl Iterator<Item = &'h str>,
    drafts: &mut [Draft],
    overlay: &Overlay,
    warnings: &mut Vec<Warning>,
) -> Vec<Vec<Evidence>> {
    let outlets: BTreeMap<&str, &str> =
        overlay.outlets.iter().rev().map(|row| (row.0.as_str(), row.1.as_str())).collect();
    let rows: BTreeMap<&str, &ArticleOverlay> =
        overlay.articles.iter().rev().map(|row| (row.id.as_str(), row)).collect();
    let mut meant: BTreeSet<&str> = BTreeSet::new();
    let mut said = vec![Vec::new(); drafts.len()];
    let ids: Vec<&str> = ids.collect();
    for ((id, draft), said) in ids.iter().zip(drafts).zip(&mut said) {
        if let Some(shown) = draft.outlet.as_deref().and_then(|outlet| outlets.get(outlet)) {
            draft.outlet = Some((*shown).to_owned());
        }
        if let Some((id, row)) = rows.get_key_value(*id) {
            meant.insert(id);
            *said = apply(row, draft);
            let (moved, mut missing) = lines::edit(row, draft);
            said.extend(moved);
            said.extend(
                [Fact::LinesOut, Fact::LinesIn]
                    .map(|of| own(&row.remarks, of))
                    .into_iter()
                    .flatten(),
            );
            said.extend(own(&row.remarks, Fact::Names));
            if row.checked {
                said.push(Evidence::new(Evidence::CHECKED, "", reasons::CHECKED));
                said.extend(own(&row.remarks, Fact::Checked));
            }
            let facts = row.facts();
            said.extend(remark::rest(&row.remarks, &facts));
            missing.extend(row.remarks.idle(&facts));
            warnings.extend(missing.iter().map(|what| idle("articles", id, what)));
        }
    }
    let missing = overlay.articles.iter().filter(|row| !meant.contains(row.id.as_str()));
    warnings.extend(missing.map(|row| {
        let expected = match nearest(&row.id, ids.iter().copied()) {
            Some(near) => {
                format!("{near:?} was expected, or another id as `dateline check` lists them")
            }
            None => "an id as `dateline check` lists them was expected".into(),
        };
        idle("articles", &row.id, &format!("names no article of the folder; {expected}"))
    }));
    said
}

/// The ids of the articles that the editor leaves out of the collection.
pub(crate) fn left_out(overlay: &Overlay) -> BTreeSet<&str> {
    let rows = overlay.articles.iter().filter(|row| row.leave_out);
    rows.map(|row| row.id.as_str()).collect()
}

fn apply(row: &ArticleOverlay, draft: &mut Draft) -> Vec<Evidence> {
    let mut said = Vec::new();
    let mut say = |fact: Fact, before: Option<&str>, now: &str| {
        if before.unwrap_or_default() != now {
            let why = match now {
                "" => reasons::taken(fact, before.unwrap_or_default()),
                _ => reasons::changed(fact, before),
            };
            said.push(Evidence::new(Evidence::EDITOR, now, why));
        }
        said.extend(own(&row.remarks, fact));
    };
    if let Some(title) = &row.title {
        say(Fact::Title, Some(draft.title.as_str()).filter(|it| !it.is_empty()), title);
        draft.title.clone_from(title);
    }
    let fields = [
        (Fact::Outlet, &row.outlet, &mut draft.outlet),
        (Fact::Author, &row.author, &mut draft.author),
        (Fact::Agency, &row.agency, &mut draft.agency),
        (Fact::Address, &row.url, &mut draft.url),
    ];
    for (fact, now, before) in fields {
        if let Some(now) = now {
            say(fact, before.as_deref(), now);
            // Nothing is what an editor says of what the page has wrongly.
            *before = Some(now.clone()).filter(|now| !now.is_empty());
        }
    }
    if let Some(language) = &row.language {
        let known = Some(draft.language.as_str()).filter(|it| *it != UNKNOWN);
        say(Fact::Language, known, language);
        draft.language.clone_from(language);
    }
    if let Some(day) = row.date {
        let found = draft.published.as_ref().and_then(|when| when.date);
        let why = reasons::dated(found);
        let mut evidence = vec![Evidence::new(Evidence::EDITOR, day.to_string(), why)];
        evidence.extend(own(&row.remarks, Fact::Date));
        evidence.extend(draft.published.take().map(|when| when.evidence).unwrap_or_default());
        let when = When::on(day, Basis::Corrected, evidence);
        draft.published = Some(When { time: row.time, ..when });
    }
    said
}

/// BCP 47 for a language that was not recognised.
const UNKNOWN: &str = "und";
