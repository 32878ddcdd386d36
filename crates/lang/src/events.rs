//! What events need of a language: the words that tell a plan from a fact, that say nothing of what
//! happened, and at which a label is cut.

use dateline_model::Status;

/// A word that tells an event's status, or with `*` the beginning of one.
#[derive(Debug)]
pub struct Cue {
    /// In lower case.
    pub word: &'static str,
    /// What it makes of a day to come.
    pub status: Status,
    /// A sentence that it decides.
    pub example: &'static str,
}

/// The words of one language. [`Events::NONE`] has none: days and names are then all there is to go by.
#[derive(Debug)]
pub struct Events {
    /// By strength: the first that is found decides.
    pub cues: &'static [Cue],
    /// Words that begin like a cue and mean something else. Sorted.
    pub not_cues: &'static [&'static str],
    /// Cues that are other words where they stand capitalised: "May".
    pub not_capitalised: &'static [&'static str],
    /// Phrases of what was called off, in lower case.
    pub called_off: &'static [&'static str],
    /// Words that any news sentence may have: saying, being, time. Sorted.
    pub empty: &'static [&'static str],
    /// Words of a sentence that waits for something.
    pub waiting: &'static [&'static str],
    /// Small words inside an office: "Secretary of State".
    pub office_joints: &'static [&'static str],
    /// The weekdays' names as a text gives its own day, Monday first.
    pub weekdays: &'static [&'static str],
    /// How labels are cut.
    pub labels: Labels,
}

/// The words at which a sentence is cut to a label. Those with blanks around them stand inside it.
#[derive(Debug)]
pub struct Labels {
    /// What may close a lead before its date: " on".
    pub before_date: &'static [&'static str],
    /// Leads that a date may open a sentence with, in lower case.
    pub leads: &'static [&'static str],
    /// How a lead of a few words ends that says nothing itself: " that".
    pub lead_end: Option<&'static str>,
    /// What opens a clause that can stand alone, without being part of it: ", adding that ".
    pub standing: &'static [&'static str],
    /// What opens a clause, as a part of it: " since ".
    pub clauses: &'static [&'static str],
    /// What opens an attribution: ", said ".
    pub attributions: &'static [&'static str],
    /// How a closing attribution ends: " said".
    pub closings: &'static [&'static str],
    /// Where a long sentence is cut first: ", which ".
    pub breaks: &'static [&'static str],
    /// Where else: " about ".
    pub weak_breaks: &'static [&'static str],
    /// Words that point at what is gone.
    pub dangling: &'static [&'static str],
    /// Words that point at a sentence which the label does not show.
    pub pointing: &'static [&'static str],
}

impl Events {
    /// No words.
    pub const NONE: Self = Self {
        cues: &[],
        not_cues: &[],
        not_capitalised: &[],
        called_off: &[],
        empty: &[],
        waiting: &[],
        office_joints: &[],
        weekdays: &[],
        labels: Labels {
            before_date: &[],
            leads: &[],
            lead_end: None,
            standing: &[],
            clauses: &[],
            attributions: &[],
            closings: &[],
            breaks: &[],
            weak_breaks: &[],
            dangling: &[],
            pointing: &[],
        },
    };
}
