//! What an editor puts right: its key in `dateline.toml`, and the words for it.

/// One thing of an article, an event or a name that an editor puts right; a list is one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// An article's headline.
    Title,
    /// Who published it.
    Outlet,
    /// Who wrote it.
    Author,
    /// Which agency did.
    Agency,
    /// What it is written in.
    Language,
    /// Where the original is.
    Address,
    /// The lines of its page that are none of its text.
    LinesOut,
    /// The lines that were left out and are its text.
    LinesIn,
    /// Whom spellings name in it.
    Names,
    /// An event's words.
    Label,
    /// Whether it came to be.
    Status,
    /// Whether it is part of the story.
    Story,
    /// The other events that are this one.
    Merged,
    /// That it is the editor's own.
    Own,
    /// That its tellings were another event's.
    From,
    /// Who tells an event of the editor's own.
    Told,
    /// The day of an article or event, with its hour.
    Date,
    /// That an article is none of the collection, or an event none.
    LeaveOut,
    /// That an article or event was looked at and is right.
    Checked,
    /// What a name names.
    Kind,
    /// The other spellings of a name.
    Spellings,
    /// That a spelling is somebody else.
    Apart,
    /// That it is no name.
    Nobody,
}

impl Fact {
    /// What is put right of an article.
    pub const OF_ARTICLES: &[Self] = &[
        Self::Title,
        Self::Outlet,
        Self::Author,
        Self::Agency,
        Self::Language,
        Self::Date,
        Self::Address,
        Self::LeaveOut,
        Self::Checked,
        Self::LinesOut,
        Self::LinesIn,
        Self::Names,
    ];
    /// What is put right of an event.
    pub const OF_EVENTS: &[Self] = &[
        Self::Label,
        Self::Date,
        Self::Status,
        Self::Story,
        Self::LeaveOut,
        Self::Merged,
        Self::Checked,
        Self::Own,
        Self::From,
        Self::Told,
    ];
    /// What is put right of a name.
    pub const OF_NAMES: &[Self] = &[Self::Kind, Self::Spellings, Self::Apart, Self::Nobody];

    /// What is put right by rows of a table of the overlay.
    pub fn of(table: &str) -> &'static [Self] {
        match table {
            "articles" => Self::OF_ARTICLES,
            "events" => Self::OF_EVENTS,
            "names" => Self::OF_NAMES,
            _ => &[],
        }
    }

    /// Its key in a row of the overlay, or in `[entities]`.
    pub fn key(self) -> &'static str {
        self.said().0
    }

    /// As a note is on it.
    pub fn noun(self) -> &'static str {
        self.said().1
    }

    /// What the editor did.
    pub fn did(self) -> &'static str {
        self.said().2
    }

    fn said(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Title => ("title", "the title", "gave the title"),
            Self::Outlet => ("outlet", "the outlet", "gave the outlet"),
            Self::Author => ("author", "the author", "gave the author"),
            Self::Agency => ("agency", "the agency", "gave the agency"),
            Self::Language => ("language", "the language", "gave the language"),
            Self::Address => ("url", "the address", "gave the address"),
            Self::LinesOut => ("lines_out", "lines taken out of the text", "took lines out"),
            Self::LinesIn => ("lines_in", "lines taken into the text", "took lines in"),
            Self::Names => ("names", "who is named in it", "said who is named in it"),
            Self::Label => ("label", "the words for it", "worded it"),
            Self::Status => ("status", "the status", "gave the status"),
            Self::Story => ("key", "its place in the story", "gave it its place in the story"),
            Self::Merged => ("merge", "what was told as another", "joined what was told apart"),
            Self::Own => ("own", "this event", "added it"),
            Self::From => ("from", "telling it apart", "told it apart"),
            Self::Told => ("told", "who tells it", "said who tells it"),
            Self::Date => ("date", "the date", "gave the date"),
            Self::LeaveOut => ("leave_out", "leaving it out", "left it out"),
            Self::Checked => ("checked", "checking it", "checked it"),
            Self::Kind => ("kind", "what it names", "said what it names"),
            Self::Spellings => ("merge", "its spellings", "joined its spellings"),
            Self::Apart => ("split", "telling it apart", "told it apart"),
            Self::Nobody => ("ignore", "its being no name", "said that it is no name"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dateline_model::Day;

    use super::super::{noted, put_right};
    use super::*;

    #[test]
    fn no_two_corrections_of_one_table_have_one_key() {
        for facts in [Fact::OF_ARTICLES, Fact::OF_EVENTS, Fact::OF_NAMES] {
            let keys: BTreeSet<&str> = facts.iter().map(|fact| fact.key()).collect();
            assert_eq!(keys.len(), facts.len(), "{keys:?}");
        }
    }

    #[test]
    fn a_note_says_on_what_it_is_and_a_day_what_was_done() {
        let day = Day::new(2026, 11, 30);
        assert_eq!(noted(&[], None), "The editor's note.");
        let on = [Fact::Title, Fact::Author, Fact::LinesOut];
        let expected = "The editor's note on the title, the author and lines taken out of the text, of Monday 30 November 2026.";
        assert_eq!(noted(&on, day), expected);
        let day = day.expect("a day");
        assert_eq!(put_right(&[], day), "The editor put it right on Monday 30 November 2026.");
        let done = put_right(&[Fact::Checked, Fact::Own], day);
        assert_eq!(done, "The editor checked it and added it on Monday 30 November 2026.");
    }
}
