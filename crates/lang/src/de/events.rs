//! The words of German labels, and how forms of one word meet. What else events need is not known of German.

use rust_stemmers::Algorithm;

use crate::events::{Events, Labels};

/// See [`Events`].
pub static EVENTS: Events =
    Events { labels: LABELS, stemmer: Some(Algorithm::German), ..Events::NONE };

/// Verbs end a German clause, so that a sentence is cut before clauses only. Names are not looked for;
/// whether one stands before a pronoun cannot be told.
const LABELS: Labels = Labels {
    updates: &["update: ", "aktualisiert: ", "neu: ", "eilmeldung: ", "eil: "],
    zones: &["MEZ", "MESZ", "UTC"],
    openers: &["und ", "aber ", "doch ", "denn "],
    before_date: &[" am", " im"],
    leads: &["", "am", "im"],
    attributions: &[
        ", sagte ",
        ", sagt ",
        ", teilte ",
        ", erklärte ",
        ", berichtete ",
        ", hieß es",
        ", so der ",
        ", so die ",
        ", so ein ",
        ", so eine ",
    ],
    saying: &["sagte", "sagt", "teilte", "mitteilte", "erklärte", "berichtete", "hieß"],
    relatives: &[
        "der", "die", "das", "den", "dem", "denen", "dessen", "deren", "und", "oder", "aber",
        "dass", "weil", "als", "nachdem", "bevor", "während", "wobei", "obwohl", "wo", "ob", "um",
    ],
    breaks: &[
        ", der ",
        ", die ",
        ", das ",
        ", dessen ",
        ", deren ",
        ", während ",
        ", nachdem ",
        ", weil ",
        ", wobei ",
        ", obwohl ",
        ", als ",
        ", aber ",
    ],
    clauses: &[" seit ", " während ", ", nachdem ", ", als "],
    dangling: &[
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "von",
        "vom", "zu", "zum", "zur", "in", "im", "an", "am", "auf", "für", "und", "oder", "mit",
        "aus", "bei", "als",
    ],
    pointing: &[
        "Er",
        "Sie",
        "Es",
        "Ihr",
        "Ihre",
        "Sein",
        "Seine",
        "Dies",
        "Diese",
        "Dieser",
        "Dieses",
        "Diesen",
        "Das ist",
        "Das war",
        "Das sei",
        "Das hat",
        "Dort",
        "Hier",
        "Dabei",
        "Dadurch",
        "Dafür",
        "Damit",
        "Daraufhin",
        "Davon",
        "Dazu",
        "So",
        "Beide",
        "Solche",
        "Andere",
    ],
    lasting: &[
        "In den letzten ",
        "In den vergangenen ",
        "Seit Jahren",
        "Seit Jahrzehnten",
        "Seit Monaten",
    ],
    nearby: &["gestern", "heute", "vorgestern", "übermorgen"],
    bylines: &["Von"],
    run_in: &["Das", "Der", "Die", "Ein", "Eine"],
    own: &[
        "dein", "deine", "dich", "dir", "du", "euch", "ich", "mein", "meine", "meinen", "meiner",
        "mich", "mir", "uns", "unser", "unsere", "unseren", "wir",
    ],
    ahead: &[],
    opinion: &["leider", "müsste", "sollte", "sollten", "vielleicht", "wohl"],
    furniture: &["www.", "hier klicken", "liveticker", "newsletter", "lesen sie auch", "foto:"],
    ..Labels::NONE
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_are_searched_by_halving_are_sorted() {
        for list in [LABELS.nearby, LABELS.own, LABELS.opinion] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
