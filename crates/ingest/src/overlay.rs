//! The editor's corrections, already read from `dateline.toml`.

use dateline_model::{Clock, Corpus, Day, EntityKind, Status};

use crate::nearest::nearest;
use dateline_text::fold;

/// What the editor says. Applied after the stages it corrects; every
/// correction shows in the evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The page's title and description.
    pub title: Option<String>,
    /// One or two sentences under the title.
    pub description: Option<String>,
    /// Outlet names to show instead of those found: found, shown.
    pub outlets: Vec<(String, String)>,
    /// Names that are one entity: canonical name, other spellings.
    pub merge: Vec<(String, Vec<String>)>,
    /// Spellings that must stay entities of their own.
    pub split: Vec<String>,
    /// Names that are no entity.
    pub ignore: Vec<String>,
    /// Corrections of single names.
    pub names: Vec<NameOverlay>,
    /// Corrections of single articles, by id.
    pub articles: Vec<ArticleOverlay>,
    /// Corrections of single events, by id.
    pub events: Vec<EventOverlay>,
    /// Where the page will stand, ending in `/`: for what must name it in full.
    pub url: Option<String>,
    /// How much of the articles' texts may be republished.
    pub publish: Publish,
    /// Up to how many kilobytes a first visit of the page brings the whole corpus.
    pub first_visit: Option<u32>,
}

/// How much of the articles' texts may be republished. [`publish`](crate::publish)
/// applies it to a finished corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Publish {
    /// Where nothing below says otherwise.
    pub body: Body,
    /// By outlet, agency, or site that carried it on; where several fit an
    /// article, the strictest counts.
    pub outlets: Vec<(String, Body)>,
    /// By article id; counts before the others.
    pub articles: Vec<(String, Body)>,
}

/// How much of a text may be republished; the strictest last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Body {
    /// All of it.
    #[default]
    Full,
    /// Its beginning, as far as [`publish::EXCERPT`](crate::publish::EXCERPT).
    Excerpt,
    /// Nothing.
    None,
}

/// What stands beside any correction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remark {
    /// What the editor has to say of it.
    pub note: Option<String>,
    /// The day on which it was put right last.
    pub when: Option<Day>,
}

/// Corrections of one name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameOverlay {
    /// Which, as an entity is called or spelled.
    pub name: String,
    /// What it names.
    pub kind: Option<EntityKind>,
    /// Note and day.
    pub remark: Remark,
}

/// Corrections of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleOverlay {
    /// Which.
    pub id: String,
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// The news agency that wrote it.
    pub agency: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// Publication date.
    pub date: Option<Day>,
    /// Publication time.
    pub time: Option<Clock>,
    /// Address of the original.
    pub url: Option<String>,
    /// Whether it is no article of this collection.
    pub leave_out: bool,
    /// Whether the editor has looked at it and found it right.
    pub checked: bool,
    /// Paragraphs that are none of its text, by their own.
    pub lines_out: Vec<String>,
    /// Lines left out that are its text, and where each stands now.
    pub lines_in: Vec<(String, Behind)>,
    /// Spellings, and whom or what they name in this article; nobody where that is empty.
    pub names: Vec<(String, String)>,
    /// Note and day.
    pub remark: Remark,
}

/// Where a line stands that an editor takes into a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Where it stood in the page.
    Page,
    /// Behind this paragraph; before all where that is empty.
    Paragraph(String),
}

/// Corrections of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventOverlay {
    /// Which.
    pub id: String,
    /// The editor's own words for it.
    pub label: Option<String>,
    /// The day it took.
    pub date: Option<Day>,
    /// Whether it came to be.
    pub status: Option<Status>,
    /// Whether it belongs to the story.
    pub key: Option<bool>,
    /// Whether it is no event.
    pub leave_out: bool,
    /// The ids of others that are this one.
    pub merge: Vec<String>,
    /// Whether the editor has looked at it and found it right.
    pub checked: bool,
    /// Where it is the editor's own: what it is made of.
    pub own: Option<OwnEvent>,
    /// Note and day.
    pub remark: Remark,
}

/// An event of the editor's own. It has a label and a date, or the event that it is taken from has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnEvent {
    /// The id of the event whose tellings become one of their own.
    pub from: Option<String>,
    /// The articles that tell it, by id, each with the sentences that do; none where all of it does.
    pub told: Vec<(String, Vec<String>)>,
}

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
    use dateline_model::sample;

    use super::*;

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
                    remark: Remark::default(),
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
}
