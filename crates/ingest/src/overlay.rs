//! The editor's corrections, already read from `dateline.toml`.

mod followed;

use std::collections::BTreeMap;

pub use dateline_lang::reasons::editor::Fact;
use dateline_model::{Clock, Day, EntityKind, Status};

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

/// What stands beside the corrections of one article, event or name. Each may have a note and a day of its own, so
/// that a reason is given for what it was given for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Of all corrections that have neither a note nor a day of their own.
    pub rest: Remark,
    /// Of single corrections.
    pub own: BTreeMap<Fact, Remark>,
}

impl Remarks {
    /// What notes and days there are of what is not put right. `facts` are the corrections beside which they stand.
    pub(crate) fn idle(&self, facts: &[Fact]) -> Vec<String> {
        let idle = self.own.keys().filter(|fact| !facts.contains(fact));
        let idle = idle.map(|fact| {
            let key = fact.key();
            format!(
                "has a note or a day of {key:?}, which is not put right; a correction was expected"
            )
        });
        idle.collect()
    }
}

/// A note and a day.
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
    /// Notes and days.
    pub remarks: Remarks,
}

impl NameOverlay {
    /// What is put right: most of it stands in `[entities]`.
    pub(crate) fn facts(&self, overlay: &Overlay) -> Vec<Fact> {
        given([
            (Fact::Kind, self.kind.is_some()),
            (Fact::Spellings, overlay.merge.iter().any(|row| row.0 == self.name)),
            (Fact::Apart, overlay.split.contains(&self.name)),
            (Fact::Nobody, overlay.ignore.contains(&self.name)),
        ])
    }
}

/// Corrections of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleOverlay {
    /// Which.
    pub id: String,
    /// What its text is known by ([`Article::fingerprint`](dateline_model::Article::fingerprint)), whatever its file
    /// is called.
    pub fingerprint: Option<u64>,
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
    /// Notes and days.
    pub remarks: Remarks,
}

impl ArticleOverlay {
    /// What is put right.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        let Self { title, outlet, author, agency, language, date, url, .. } = self;
        let Self { leave_out, checked, lines_out, lines_in, names, .. } = self;
        given([
            (Fact::Title, title.is_some()),
            (Fact::Outlet, outlet.is_some()),
            (Fact::Author, author.is_some()),
            (Fact::Agency, agency.is_some()),
            (Fact::Language, language.is_some()),
            (Fact::Date, date.is_some()),
            (Fact::Address, url.is_some()),
            (Fact::LeaveOut, *leave_out),
            (Fact::Checked, *checked),
            (Fact::LinesOut, !lines_out.is_empty()),
            (Fact::LinesIn, !lines_in.is_empty()),
            (Fact::Names, !names.is_empty()),
        ])
    }
}

fn given<const N: usize>(facts: [(Fact, bool); N]) -> Vec<Fact> {
    facts.into_iter().filter(|row| row.1).map(|row| row.0).collect()
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
    /// Notes and days.
    pub remarks: Remarks,
}

impl EventOverlay {
    /// What is put right.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        let Self { label, date, status, key, leave_out, merge, checked, own, .. } = self;
        let from = own.as_ref().and_then(|own| own.from.as_ref());
        given([
            (Fact::Label, label.is_some()),
            (Fact::Date, date.is_some()),
            (Fact::Status, status.is_some()),
            (Fact::Story, key.is_some()),
            (Fact::LeaveOut, *leave_out),
            (Fact::Merged, !merge.is_empty()),
            (Fact::Checked, *checked),
            (Fact::Own, own.is_some() && from.is_none()),
            (Fact::From, from.is_some()),
            (Fact::Told, own.as_ref().is_some_and(|own| !own.told.is_empty())),
        ])
    }
}

/// An event of the editor's own. It has a label and a date, or the event that it is taken from has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnEvent {
    /// The id of the event whose tellings become one of their own.
    pub from: Option<String>,
    /// The articles that tell it, by id, each with the sentences that do; none where all of it does.
    pub told: Vec<(String, Vec<String>)>,
}
