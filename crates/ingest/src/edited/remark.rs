//! What stands beside corrections: the editor's notes, and the days.

use dateline_lang::reasons::editor as reasons;
use dateline_model::Evidence;

use crate::overlay::{Fact, Remark, Remarks};

/// What readers are told beside a correction that has a note or a day of its own.
pub(super) fn own(remarks: &Remarks, fact: Fact) -> Option<Evidence> {
    said(remarks.own.get(&fact)?, &[fact])
}

/// What they are told of all the other corrections; these are named where some have their own.
pub(super) fn rest(remarks: &Remarks, facts: &[Fact]) -> Option<Evidence> {
    let others = facts.iter().copied().filter(|fact| !remarks.own.contains_key(fact));
    let others: Vec<Fact> = others.collect();
    said(&remarks.rest, if others.len() == facts.len() { &[] } else { &others })
}

fn said(remark: &Remark, on: &[Fact]) -> Option<Evidence> {
    let Remark { note, when } = remark;
    let why = match (note, when) {
        (Some(_), when) => reasons::noted(on, *when),
        (None, Some(day)) => reasons::put_right(on, *day),
        (None, None) => return None,
    };
    Some(Evidence::new(Evidence::EDITOR, note.as_deref().unwrap_or_default(), why))
}
