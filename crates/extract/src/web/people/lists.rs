//! How a name stands to those that the same statement lists.

use dateline_lang::page::{DESKS, has};

use super::house::is_house;
use crate::page::features::capped;
use crate::web::authors::{Told, Witness, full};

/// How many numbers [`listed`] gives.
pub(super) const LIST: usize = 6;

/// Names whose other places are looked for at most.
pub(super) const COUNTED: usize = 40;

/// A name, letters alone, and all that tell it.
pub(super) type Group<'t> = (String, Vec<&'t Told>);

/// By statement the places of the names that it lists.
pub(super) fn lists(groups: &[Group<'_>]) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    for (at, (_, rows)) in groups.iter().enumerate() {
        for row in rows {
            if out.len() <= row.list {
                out.resize(row.list + 1, Vec::new());
            }
            if out[row.list].last() != Some(&at) {
                out[row.list].push(at);
            }
        }
    }
    out
}

pub(super) fn in_head(by: Witness) -> bool {
    matches!(by, Witness::JsonLd | Witness::Meta)
}

/// Of the longest list by such witnesses that names it: how many it names, and at which place this one;
/// of the others how many have the shape of a whole name, how many are the outlet or an office, and how
/// many other witnesses name; whether these name this one.
pub(super) fn listed(
    house: &[String],
    at: usize,
    groups: &[Group<'_>],
    lists: &[Vec<usize>],
    such: impl Fn(Witness) -> bool,
) -> [u8; LIST] {
    let own = groups[at].1.iter().filter(|row| such(row.by));
    let longest = own.max_by_key(|row| (lists[row.list].len(), usize::MAX - row.list));
    let Some(Told { list, order, .. }) = longest else { return [0; LIST] };
    let others = lists[*list].iter().take(COUNTED).filter(|other| **other != at);
    let others: Vec<&[&Told]> = others.map(|other| &groups[*other].1[..]).collect();
    let count =
        |is: &dyn Fn(&[&Told]) -> bool| capped(others.iter().filter(|rows| is(rows)).count());
    let elsewhere = |rows: &[&Told]| rows.iter().any(|row| !such(row.by));
    let nobody = |rows: &[&Told]| {
        let mut words = rows[0].name.split_whitespace();
        is_house(house, &rows[0].name) || words.any(|word| has(&DESKS, &word.to_lowercase()))
    };
    [
        capped(lists[*list].len()),
        capped(*order),
        count(&|rows| full(&rows[0].name)),
        count(&nobody),
        count(&elsewhere),
        u8::from(elsewhere(&groups[at].1)),
    ]
}
