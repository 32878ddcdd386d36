//! The notes and days that stand beside corrections.
//!
//! Each has its own: `notes.title = "…"` stands in the row below `title = "…"`, so that whoever reads or writes one
//! sees the other, and two people's notes on two corrections are two lines. `note` and `when` of the row are of all
//! the corrections that have neither; they are names of their own, since a note that is a text for one and a table
//! for another would leave no overlay at all where git puts the two together.

use std::collections::BTreeMap;

use dateline_ingest::overlay::{Fact, Remark, Remarks};
use dateline_model::Day;
use toml::Spanned;
use toml::value::Datetime;

use super::{Fault, Text};

/// `note` and `when` of a row, and those of its corrections.
pub(super) struct Written {
    pub note: Option<String>,
    pub when: Option<Spanned<Datetime>>,
    pub notes: BTreeMap<Text, String>,
    pub days: BTreeMap<Text, Spanned<Datetime>>,
}

/// `facts` are the corrections that a row of the table can have.
pub(super) fn remarks(
    table: &str,
    id: &str,
    facts: &[Fact],
    written: Written,
) -> Result<Remarks, Fault> {
    let Written { note, when, notes, days } = written;
    let day = |key: &str, written: Spanned<Datetime>| {
        let at = written.span().start;
        let written = written.into_inner();
        let date = written.date.filter(|_| written.time.is_none());
        date.and_then(|date| Day::parse(&date.to_string())).ok_or_else(|| {
            let expected = "a day as 2026-11-30 was expected";
            (at, format!("[{table}.{id:?}] has {key} = {written}; {expected}"))
        })
    };
    let of = |list: &str, key: &Text| {
        facts.iter().copied().find(|fact| fact.key() == key.get_ref()).ok_or_else(|| {
            let keys: Vec<&str> = facts.iter().map(|fact| fact.key()).collect();
            let (at, key, keys) = (key.span().start, key.get_ref(), keys.join(", "));
            (at, format!("[{table}.{id:?}] has {list}.{key}; one of {keys} was expected"))
        })
    };
    let mut own = BTreeMap::<Fact, Remark>::new();
    for (key, note) in notes {
        own.entry(of("notes", &key)?).or_default().note = Some(note);
    }
    for (key, when) in days {
        let fact = of("days", &key)?;
        own.entry(fact).or_default().when = Some(day(&format!("days.{}", fact.key()), when)?);
    }
    let when = when.map(|when| day("when", when)).transpose()?;
    Ok(Remarks { rest: Remark { note, when }, own })
}
