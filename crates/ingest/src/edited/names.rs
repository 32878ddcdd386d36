//! What the editor has to say of names, beside what they name.

use dateline_model::{Entity, Evidence, Warning};
use dateline_names::{Here, Names};
use dateline_text::fold;

use super::{idle, remark};
use crate::overlay::{ArticleOverlay, Overlay};

/// What spellings name in single articles.
pub(crate) fn here<'o>(ids: &[String], rows: &'o [ArticleOverlay]) -> Vec<Here<'o>> {
    let rows = rows.iter().filter(|row| !row.names.is_empty());
    rows.flat_map(|row| {
        let at = ids.iter().position(|id| *id == row.id);
        let names = at.into_iter().flat_map(|at| row.names.iter().map(move |it| (at, it)));
        names.map(|(text, (spelling, name))| Here { text, spelling, name })
    })
    .collect()
}

/// The spellings that an editor says are somebody in an article, and that are no name there.
pub(crate) fn unnamed(
    ids: &[String],
    bodies: &[&str],
    names: &Names,
    rows: &[ArticleOverlay],
) -> Vec<Warning> {
    let is_none = |row: &&Here<'_>| {
        let key = fold(row.spelling);
        let mut written = names.mentions[row.text].iter().map(|it| it.span.of(bodies[row.text]));
        match row.name {
            "" => !fold(bodies[row.text]).contains(&key),
            _ => !written.any(|text| fold(text) == key),
        }
    };
    let here = here(ids, rows);
    let all = here.iter().filter(is_none).map(|row| {
        let what = format!(
            "says whom {:?} names, which is no name in it; a spelling of its text was expected",
            row.spelling
        );
        idle("articles", &ids[row.text], &what)
    });
    all.collect()
}

/// Puts notes and days of the editor's corrections before the reasons of the names that they are of.
pub(crate) fn name(entities: &mut [Entity], overlay: &Overlay) {
    for row in &overlay.names {
        let facts = row.facts(overlay);
        let own = facts.iter().filter_map(|fact| remark::own(&row.remarks, *fact));
        let said: Vec<Evidence> = own.chain(remark::rest(&row.remarks, &facts)).collect();
        let key = fold(&row.name);
        let is_called = |entity: &&mut Entity| {
            let mut spellings = entity.spellings.iter().map(|spelling| &spelling.text);
            fold(&entity.name) == key || spellings.any(|text| fold(text) == key)
        };
        for entity in entities.iter_mut().filter(is_called) {
            entity.evidence.splice(0..0, said.iter().cloned());
        }
    }
}
