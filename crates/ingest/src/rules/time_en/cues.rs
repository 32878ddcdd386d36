//! Words that say whether a sentence looks back or ahead. Sorted; lower case.

/// Words that look ahead by themselves.
pub(crate) const AHEAD: [&str; 40] = [
    "anticipated",
    "can",
    "could",
    "deadline",
    "due",
    "expected",
    "expects",
    "forthcoming",
    "going",
    "hopes",
    "intend",
    "intends",
    "invited",
    "may",
    "might",
    "must",
    "plan",
    "planned",
    "planning",
    "plans",
    "prepared",
    "preparing",
    "promised",
    "propose",
    "proposed",
    "proposes",
    "proposing",
    "ready",
    "schedule",
    "scheduled",
    "set",
    "shall",
    "should",
    "slated",
    "tentatively",
    "upcoming",
    "will",
    "wo",
    "won't",
    "would",
];

/// Words that look back by themselves. Regular verbs in "-ed" need no row.
pub(crate) const BACK: [&str; 60] = [
    "ago",
    "beat",
    "became",
    "been",
    "began",
    "blew",
    "bought",
    "broke",
    "brought",
    "built",
    "came",
    "did",
    "drew",
    "drove",
    "fell",
    "flew",
    "forgot",
    "fought",
    "found",
    "gave",
    "got",
    "grew",
    "had",
    "held",
    "hit",
    "kept",
    "knew",
    "led",
    "left",
    "lost",
    "made",
    "met",
    "paid",
    "ran",
    "rose",
    "said",
    "sank",
    "saw",
    "seen",
    "sent",
    "shot",
    "slew",
    "sold",
    "spent",
    "spoke",
    "stood",
    "struck",
    "sunk",
    "taken",
    "taught",
    "told",
    "took",
    "underwent",
    "was",
    "went",
    "were",
    "withdrew",
    "woke",
    "won",
    "wrote",
];

/// Words in "-ed" that are no past tense.
pub(crate) const NOT_PAST: [&str; 14] = [
    "agreed-upon",
    "armed",
    "bed",
    "breed",
    "exceed",
    "feed",
    "hundred",
    "indeed",
    "need",
    "proceed",
    "red",
    "seed",
    "speed",
    "united",
];

/// Words at which a clause begins.
pub(crate) const CLAUSE: [&str; 16] = [
    "although", "because", "but", "if", "once", "since", "that", "though", "until", "when",
    "where", "whether", "which", "while", "who", "whose",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_cues_is_sorted() {
        for list in [&AHEAD[..], &BACK[..], &NOT_PAST[..], &CLAUSE[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
