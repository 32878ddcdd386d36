//! Rules of the overlay that fit nothing in the corpus: they are named, with what was probably meant.

use dateline_model::Corpus;
use dateline_text::fold;

use crate::nearest::nearest;
use crate::overlay::Overlay;

/// A rule of the overlay that fits nothing in the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The table that it stands in: `publish.outlets`.
    pub table: &'static str,
    /// Its key, or the item of the list.
    pub name: String,
    /// What it fits not, and what was expected.
    pub why: String,
}

impl Unmatched {
    pub(crate) fn new(table: &'static str, name: &str, why: String) -> Self {
        Self { table, name: name.to_owned(), why }
    }
}

/// The corrections of outlets and names that fit nothing. None is reported that
/// may have worked: where a correction leaves no trace, the texts decide.
pub fn unmatched(corpus: &Corpus, overlay: &Overlay) -> Vec<Unmatched> {
    let mut out = Vec::new();
    let outlets = || corpus.articles.iter().filter_map(|article| article.outlet.as_deref());
    for (found, shown) in &overlay.outlets {
        if outlets().any(|outlet| outlet == shown) {
            continue;
        }
        let expected = match nearest(found, outlets()) {
            Some(meant) => format!("{meant:?} was expected, or another name as it was found"),
            None => "a name as it was found was expected".into(),
        };
        out.push(Unmatched::new(
            "outlets",
            found,
            format!("is the outlet of no article; {expected}"),
        ));
    }
    let spellings = || {
        let all = corpus.entities.iter().flat_map(|entity| &entity.spellings);
        all.map(|spelling| spelling.text.as_str())
    };
    let unknown = |text: &str| !is_named(corpus, text);
    let mut check = |table, name: &str, unknown: bool| {
        if unknown {
            let expected = match nearest(name, spellings()) {
                Some(meant) => format!("{meant:?} was expected, or another spelling of a text"),
                None => "a spelling of a text was expected".into(),
            };
            out.push(Unmatched::new(table, name, format!("stands in no article; {expected}")));
        }
    };
    for (name, others) in &overlay.merge {
        check("entities.merge", name, unknown(name) && others.iter().all(|text| unknown(text)));
    }
    // Notes on what is no name stand nowhere, and fit all the same.
    for row in overlay.names.iter().filter(|row| !overlay.ignore.contains(&row.name)) {
        let own = |merge: &(String, Vec<String>)| merge.0 == row.name;
        check("names", &row.name, unknown(&row.name) && !overlay.merge.iter().any(own));
    }
    for (table, names) in [("entities.split", &overlay.split), ("entities.ignore", &overlay.ignore)]
    {
        names.iter().for_each(|name| check(table, name, unknown(name)));
    }
    out.extend(contradictions(overlay));
    for row in &overlay.names {
        let without = row.remarks.idle(&row.facts(overlay));
        out.extend(without.into_iter().map(|why| Unmatched::new("names", &row.name, why)));
    }
    out
}

/// What the overlay says of one name in two ways that cannot both be so: one of them counts, and the editor is told.
fn contradictions(overlay: &Overlay) -> Vec<Unmatched> {
    let Overlay { merge, split, ignore, .. } = overlay;
    let mut out = Vec::new();
    let mut say = |table, name: &str, other: &str| {
        out.push(Unmatched::new(
            table,
            name,
            format!("is said with another meaning in {other}; one of them was expected"),
        ));
    };
    for (at, (name, spellings)) in merge.iter().enumerate() {
        let other = merge[..at].iter().find(|(earlier, others)| {
            others.iter().any(|it| spellings.contains(it))
                || others.contains(name) && spellings.contains(earlier)
        });
        if let Some((other, _)) = other {
            say("entities.merge", name, &format!("[entities.merge] {other:?}"));
        }
    }
    let merged = |text: &String| merge.iter().find(|row| row.1.contains(text)).map(|row| &row.0);
    for name in split {
        if let Some(other) = merged(name) {
            say("entities.split", name, &format!("[entities.merge] {other:?}"));
        }
    }
    for name in ignore {
        let named = merge.iter().find(|row| row.0 == *name).map(|row| &row.0);
        if let Some(other) = merged(name).or(named) {
            say("entities.ignore", name, &format!("[entities.merge] {other:?}"));
        } else if split.contains(name) {
            say("entities.ignore", name, "[entities.split]");
        }
    }
    out
}

/// Whether some text has the letters of a name, however they are written and parted.
fn is_named(corpus: &Corpus, name: &str) -> bool {
    let letters =
        |text: &str| -> String { fold(text).chars().filter(|c| c.is_alphanumeric()).collect() };
    let name = letters(name);
    let has = |text: &str| letters(text).contains(&name);
    corpus.entities.iter().any(|entity| entity.spellings.iter().any(|one| has(&one.text)))
        || corpus.articles.iter().any(|article| has(&article.title) || has(&article.body))
}

#[cfg(test)]
mod tests {
    use dateline_model::{EntityKind, sample};

    use super::*;
    use crate::overlay::{NameOverlay, Remarks};

    #[test]
    fn corrections_that_fit_nothing_are_named_and_those_that_may_have_worked_are_not() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let overlay = Overlay {
            outlets: vec![
                ("AT".into(), "Alder Times".into()),
                ("Norhaven Pots".into(), "The Post".into()),
            ],
            merge: vec![
                ("Anyone Else".into(), texts(&["anton  wei\u{df}"])),
                ("Martha Quel".into(), texts(&["Nobody Known"])),
            ],
            split: texts(&["PORT-ALDER", "Tarnwell"]),
            ignore: texts(&["tolls", "Xyz Board"]),
            names: ["Marta Quell", "Nobody Else"]
                .map(|name| NameOverlay {
                    name: name.into(),
                    kind: Some(EntityKind::Person),
                    remarks: Remarks::default(),
                })
                .into(),
            ..Overlay::default()
        };
        let found = unmatched(&sample::corpus(), &overlay);
        let expected = [
            ("outlets", "Norhaven Pots", "\"Norhaven Post\" was expected"),
            ("entities.merge", "Martha Quel", "\"Marta Quell\" was expected"),
            ("names", "Nobody Else", "stands in no article"),
            ("entities.split", "Tarnwell", "a spelling of a text was expected"),
            ("entities.ignore", "Xyz Board", "stands in no article"),
        ];
        assert_eq!(found.len(), expected.len(), "{found:?}");
        for (found, (table, name, why)) in found.iter().zip(expected) {
            assert_eq!((found.table, found.name.as_str()), (table, name));
            assert!(found.why.contains(why), "{found:?}");
        }
        assert_eq!(unmatched(&Corpus::default(), &Overlay::default()), []);
    }

    #[test]
    fn what_is_said_of_one_name_in_two_ways_is_named() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
        let merge = |rows: &[(&str, &[&str])]| -> Vec<(String, Vec<String>)> {
            rows.iter().map(|(name, others)| ((*name).to_owned(), texts(others))).collect()
        };
        let check = |overlay: Overlay, expected: &[(&str, &str)]| {
            let found = contradictions(&overlay);
            let found: Vec<_> = found.iter().map(|it| (it.table, it.name.as_str())).collect();
            assert_eq!(found, expected);
        };
        let of = |rows: &[(&str, &[&str])]| Overlay { merge: merge(rows), ..Overlay::default() };
        check(of(&[("A", &["B"]), ("B", &["A"])]), &[("entities.merge", "B")]);
        check(of(&[("A", &["C"]), ("B", &["C"])]), &[("entities.merge", "B")]);
        check(of(&[("A", &["B"]), ("B", &["C"])]), &[]);
        let split = Overlay { split: texts(&["B", "D"]), ..of(&[("A", &["B"])]) };
        check(split, &[("entities.split", "B")]);
        let ignore = Overlay {
            ignore: texts(&["A", "B", "C", "D"]),
            split: texts(&["C"]),
            ..of(&[("A", &["B"])])
        };
        let ignored = ["A", "B", "C"].map(|name| ("entities.ignore", name));
        check(ignore, &ignored);
    }
}
