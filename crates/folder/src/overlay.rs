//! `dateline.toml`: the editor's overlay as it is written.

mod remarks;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use dateline_ingest::given;
use dateline_ingest::overlay::{
    ArticleOverlay, Behind, Body, EventOverlay, Fact, NameOverlay, Overlay, OwnEvent, Publish,
};
use dateline_ingest::unmatched::Unmatched;
use dateline_model::{Clock, Corpus, Day, EntityKind, Status};
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use crate::address::base_url;
use crate::error::Error;
use crate::walk::irregular;
use remarks::remarks;

/// An overlay, and where its rules stand.
#[derive(Default)]
pub(crate) struct Read {
    pub overlay: Overlay,
    pub file: PathBuf,
    /// By table and key: the line, from 1.
    lines: BTreeMap<(&'static str, String), usize>,
}

impl Read {
    /// Has each row stand for its article, whatever that is called in the corpus.
    pub fn follow(&mut self, corpus: &Corpus) {
        let articles = corpus.articles.iter().map(|it| (it.id.as_str(), it.fingerprint));
        self.overlay = self.overlay.followed(articles).into_owned();
    }

    /// `seeds/dateline.toml:4: [publish.outlets] "Ruters" is …`.
    pub fn names(&self, rule: &Unmatched) -> String {
        let Unmatched { table, name, why } = rule;
        let line = self.lines.get(&(*table, name.clone())).copied().unwrap_or_default();
        format!("{}:{line}: [{table}] {name:?} {why}", self.file.display())
    }
}

/// Reads and checks the overlay.
pub(crate) fn read(file: &Path) -> Result<Read, Error> {
    let named = |source| Error::Path { path: file.into(), source };
    let kind = fs::metadata(file).map_err(named)?.file_type();
    if let Some(what) = irregular(kind) {
        let message = format!("is {what}; a regular file was expected");
        return Err(Error::Overlay { file: file.into(), line: 0, message });
    }
    parse(file, fs::read(file).map_err(named)?)
}

/// Reads and checks the bytes of an overlay; `file` is what messages call it.
pub(crate) fn parse(file: &Path, bytes: Vec<u8>) -> Result<Read, Error> {
    let broken = |line: usize, message: String| Error::Overlay { file: file.into(), line, message };
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        broken(line, "is not UTF-8; an overlay in UTF-8 was expected".into())
    })?;
    let written: Written = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_of(&text, span.start));
        broken(line, error.message().replace('\n', ": "))
    })?;
    let lines = written.lines(&text);
    let overlay =
        written.into_overlay().map_err(|(at, message)| broken(line_of(&text, at), message))?;
    Ok(Read { overlay, file: file.into(), lines })
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at.min(text.len())].matches('\n').count()
}

/// A text and where it stands.
type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Written {
    title: Option<String>,
    description: Option<String>,
    outlets: BTreeMap<Text, String>,
    entities: WrittenEntities,
    names: BTreeMap<Text, WrittenName>,
    articles: BTreeMap<Text, WrittenArticle>,
    events: BTreeMap<Text, WrittenEvent>,
    site: WrittenSite,
    publish: WrittenPublish,
    bundle: WrittenBundle,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenSite {
    url: Option<Text>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenBundle {
    first_visit: Option<u32>,
}

/// `body` for all, then by outlet and by article.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenPublish {
    body: WrittenBody,
    outlets: BTreeMap<Text, WrittenBody>,
    articles: BTreeMap<Text, WrittenBody>,
}

#[derive(Clone, Copy, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum WrittenBody {
    #[default]
    Full,
    Excerpt,
    None,
}

impl From<WrittenBody> for Body {
    fn from(written: WrittenBody) -> Self {
        match written {
            WrittenBody::Full => Self::Full,
            WrittenBody::Excerpt => Self::Excerpt,
            WrittenBody::None => Self::None,
        }
    }
}

impl From<WrittenPublish> for Publish {
    fn from(written: WrittenPublish) -> Self {
        let rows = |table: BTreeMap<Text, WrittenBody>| {
            table.into_iter().map(|(name, body)| (name.into_inner(), body.into())).collect()
        };
        Self {
            body: written.body.into(),
            outlets: rows(written.outlets),
            articles: rows(written.articles),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenEntities {
    merge: BTreeMap<Text, Vec<String>>,
    split: Vec<Text>,
    ignore: Vec<Text>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenArticle {
    fingerprint: Option<Text>,
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    agency: Option<String>,
    language: Option<String>,
    date: Option<Text>,
    time: Option<Text>,
    url: Option<String>,
    leave_out: bool,
    checked: bool,
    lines_out: Vec<String>,
    lines_in: BTreeMap<String, WrittenBehind>,
    names: BTreeMap<String, String>,
    note: Option<String>,
    when: Option<Spanned<Datetime>>,
    notes: BTreeMap<Text, String>,
    days: BTreeMap<Text, Spanned<Datetime>>,
}

/// Where a line stands that is taken in: behind a paragraph, or where it stood in the page.
#[derive(Deserialize)]
#[serde(untagged, expecting = "true or the text of a paragraph was expected")]
enum WrittenBehind {
    Paragraph(String),
    Page(bool),
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenName {
    kind: Option<EntityKind>,
    note: Option<String>,
    when: Option<Spanned<Datetime>>,
    notes: BTreeMap<Text, String>,
    days: BTreeMap<Text, Spanned<Datetime>>,
}

/// `own` makes it the editor's own, told by `told`: for each article the sentences, none where all of it does.
/// `from` says so too: it takes these tellings away from another event.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenEvent {
    label: Option<String>,
    date: Option<Text>,
    status: Option<WrittenStatus>,
    key: Option<bool>,
    leave_out: bool,
    merge: Vec<String>,
    checked: bool,
    own: bool,
    from: Option<String>,
    told: BTreeMap<String, Vec<String>>,
    note: Option<String>,
    when: Option<Spanned<Datetime>>,
    notes: BTreeMap<Text, String>,
    days: BTreeMap<Text, Spanned<Datetime>>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenStatus {
    Happened,
    Planned,
    Proposed,
    CalledOff,
}

impl From<WrittenStatus> for Status {
    fn from(written: WrittenStatus) -> Self {
        match written {
            WrittenStatus::Happened => Self::Happened,
            WrittenStatus::Planned => Self::Planned,
            WrittenStatus::Proposed => Self::Proposed,
            WrittenStatus::CalledOff => Self::CalledOff,
        }
    }
}

/// Where the fault stands, and what it is.
type Fault = (usize, String);

impl Written {
    /// Where the rules stand that may fit nothing.
    fn lines(&self, text: &str) -> BTreeMap<(&'static str, String), usize> {
        let Self { outlets, entities, names, publish, .. } = self;
        let tables: [(&str, Vec<&Text>); 7] = [
            ("outlets", outlets.keys().collect()),
            ("entities.merge", entities.merge.keys().collect()),
            ("entities.split", entities.split.iter().collect()),
            ("entities.ignore", entities.ignore.iter().collect()),
            ("names", names.keys().collect()),
            ("publish.outlets", publish.outlets.keys().collect()),
            ("publish.articles", publish.articles.keys().collect()),
        ];
        let rows = tables.into_iter().flat_map(|(table, keys)| {
            keys.into_iter()
                .map(move |key| ((table, key.get_ref().clone()), line_of(text, key.span().start)))
        });
        rows.collect()
    }

    fn into_overlay(self) -> Result<Overlay, Fault> {
        let articles = self.articles.into_iter().map(|(id, written)| article(id, written));
        let articles = articles.collect::<Result<Vec<_>, _>>()?;
        let events = self.events.into_iter().map(|(id, written)| event(id, written));
        let events = events.collect::<Result<Vec<_>, _>>()?;
        let names = self.names.into_iter().map(|(name, written)| named(name, written));
        let names = names.collect::<Result<Vec<_>, _>>()?;
        for name in self.entities.merge.keys() {
            worded(Some(name.get_ref()), name.span().start, "[entities.merge] has the name")?;
        }
        let texts = |texts: Vec<Text>| texts.into_iter().map(Spanned::into_inner).collect();
        Ok(Overlay {
            title: self.title,
            description: self.description,
            outlets: inner(self.outlets),
            merge: inner(self.entities.merge),
            split: texts(self.entities.split),
            ignore: texts(self.entities.ignore),
            names,
            articles,
            events,
            url: self.site.url.map(site_url).transpose()?,
            publish: self.publish.into(),
            first_visit: self.bundle.first_visit,
        })
    }
}

fn inner<T>(table: BTreeMap<Text, T>) -> Vec<(String, T)> {
    table.into_iter().map(|(key, value)| (key.into_inner(), value)).collect()
}

fn article(id: Text, written: WrittenArticle) -> Result<ArticleOverlay, Fault> {
    let at = id.span().start;
    let id = id.into_inner();
    let fingerprint = written.fingerprint.map(|text| known_by(&id, text)).transpose()?;
    let date = written.date.map(|text| day("articles", &id, text)).transpose()?;
    let time = written.time.map(|text| time_of_day(&id, text)).transpose()?;
    if time.is_some() && date.is_none() {
        let message = format!("[articles.{id:?}] has a time and no date; both were expected");
        return Err((at, message));
    }
    let WrittenArticle { note, when, notes, days, .. } = written;
    let written_remarks = remarks::Written { note, when, notes, days };
    let remarks = remarks("articles", &id, Fact::OF_ARTICLES, written_remarks)?;
    let WrittenArticle { title, outlet, author, agency, language, url, .. } = written;
    let WrittenArticle { leave_out, checked, lines_out, lines_in, names, .. } = written;
    let place = |(line, written): (String, WrittenBehind)| {
        let behind = match written {
            WrittenBehind::Paragraph(text) => Behind::Paragraph(text),
            WrittenBehind::Page(true) => Behind::Page,
            WrittenBehind::Page(false) => {
                let message = format!(
                    "[articles.{id:?}.lines_in] {line:?} is false; true or the paragraph that it stands behind was expected"
                );
                return Err((at, message));
            }
        };
        Ok((line, behind))
    };
    let lines_in = lines_in.into_iter().map(place).collect::<Result<_, _>>()?;
    let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
    for (field, text) in [("title", &title), ("language", &language)] {
        worded(text.as_deref(), at, &format!("[articles.{id:?}] has the {field}"))?;
    }
    let names = names.into_iter().collect();
    Ok(ArticleOverlay {
        id,
        fingerprint,
        title: trimmed(title),
        outlet: trimmed(outlet),
        author: trimmed(author),
        agency: trimmed(agency),
        language: trimmed(language),
        date,
        time,
        url: trimmed(url),
        leave_out,
        checked,
        lines_out,
        lines_in,
        names,
        remarks,
    })
}

/// What an article's text is known by, in sixteen digits to the base of sixteen.
fn known_by(id: &str, text: Text) -> Result<u64, Fault> {
    let (at, text) = (text.span().start, text.into_inner());
    let digits = (text.len() == 16).then(|| u64::from_str_radix(&text, 16).ok()).flatten();
    digits.ok_or_else(|| {
        let expected = "16 digits as the studio writes them were expected";
        (at, format!("[articles.{id:?}] has the fingerprint {text:?}; {expected}"))
    })
}

/// What is shown has words; `what` says where the text stands that has none.
fn worded(text: Option<&str>, at: usize, what: &str) -> Result<(), Fault> {
    match text {
        Some(text) if text.trim().is_empty() => {
            Err((at, format!("{what} {text:?}; words were expected")))
        }
        _ => Ok(()),
    }
}

fn named(name: Text, written: WrittenName) -> Result<NameOverlay, Fault> {
    let name = name.into_inner();
    let WrittenName { kind, note, when, notes, days } = written;
    let written = remarks::Written { note, when, notes, days };
    let remarks = remarks("names", &name, Fact::OF_NAMES, written)?;
    Ok(NameOverlay { name, kind, remarks })
}

fn event(id: Text, written: WrittenEvent) -> Result<EventOverlay, Fault> {
    let at = id.span().start;
    let id = id.into_inner();
    let date = written.date.map(|text| day("events", &id, text)).transpose()?;
    let WrittenEvent { label, status, key, leave_out, merge, checked, own, from, told, .. } =
        written;
    let WrittenEvent { note, when, notes, days, .. } = written;
    let remarks =
        remarks("events", &id, Fact::OF_EVENTS, remarks::Written { note, when, notes, days })?;
    worded(label.as_deref(), at, &format!("[events.{id:?}] has the label"))?;
    let is_own = own || from.is_some();
    let expected = match (is_own, &from) {
        (false, _) if !told.is_empty() => {
            "is told as an event of one's own; own = true or from = \"another-id\" was expected"
        }
        (true, None) if date.is_none() => {
            "is an event of one's own and has no date; one was expected"
        }
        (true, None) if label.is_none() && told.is_empty() => {
            "is an event of one's own; a label or who told it was expected"
        }
        (true, Some(_)) if told.is_empty() => {
            "is told apart from another event; the articles and sentences that told it were expected"
        }
        _ => "",
    };
    if !expected.is_empty() {
        return Err((at, format!("[events.{id:?}] {expected}")));
    }
    let own = is_own.then(|| OwnEvent { from, told: told.into_iter().collect() });
    let status = status.map(Status::from);
    Ok(EventOverlay { id, label, date, status, key, leave_out, merge, checked, own, remarks })
}

/// With a `/` at its end, so that a file's name can follow.
fn site_url(text: Text) -> Result<String, Fault> {
    base_url(text.get_ref()).ok_or_else(|| {
        let (at, text) = (text.span().start, text.get_ref());
        let expected = "an address as \"https://example.org/news/\" was expected";
        (at, format!("[site] has the url {text:?}; {expected}"))
    })
}

fn day(table: &str, id: &str, text: Text) -> Result<Day, Fault> {
    Day::parse(text.get_ref()).ok_or_else(|| {
        let (at, text) = (text.span().start, text.get_ref());
        let expected = "a day as \"2025-05-28\" was expected";
        (at, format!("[{table}.{id:?}] has the date {text:?}; {expected}"))
    })
}

fn time_of_day(id: &str, text: Text) -> Result<Clock, Fault> {
    given::clock(text.get_ref()).ok_or_else(|| {
        let (at, text) = (text.span().start, text.get_ref());
        let expected = "a time as \"19:20\" was expected";
        (at, format!("[articles.{id:?}] has the time {text:?}; {expected}"))
    })
}
