//! Reads a corpus with its marks; the format stands at the head of `happenings.rs`.

use std::path::Path;

use dateline_model::{Day, DayRange, Status};

/// A folder's worth of invented articles, and what happened in them.
pub struct Corpus {
    pub name: String,
    pub happenings: Vec<Happening>,
    pub articles: Vec<Article>,
}

/// One row of a corpus's head.
pub struct Happening {
    pub name: String,
    /// Each of these is right.
    pub days: Vec<DayRange>,
    pub status: Status,
}

/// One article, without its marks.
pub struct Article {
    pub outlet: String,
    pub date: String,
    pub title: String,
    pub body: String,
    pub stretches: Vec<Stretch>,
}

/// What stands between a mark and the next one or the end of the paragraph.
pub struct Stretch {
    pub text: String,
    pub mark: Mark,
    /// A detail, which may be in no event.
    pub detail: bool,
}

impl Stretch {
    /// Whether it tells the happening at `number` of the head.
    pub fn tells(&self, number: usize) -> bool {
        matches!(&self.mark, Mark::Tells(told) if told.contains(&number))
    }
}

/// What a stretch tells.
#[derive(Clone, PartialEq, Eq)]
pub enum Mark {
    /// These happenings of the head, by position.
    Tells(Vec<usize>),
    /// Nothing that may be an event.
    Nothing,
    /// Something else, which may be an event of its own.
    Other,
    /// Not judged.
    Unjudged,
}

/// Reads every corpus of the folder, by name.
pub fn load(folder: &Path) -> Vec<Corpus> {
    let listing = std::fs::read_dir(folder).expect("the folder of corpora");
    let mut paths: Vec<_> = listing.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "txt"));
    paths.sort();
    paths.iter().map(|path| corpus(path)).collect()
}

fn corpus(path: &Path) -> Corpus {
    let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut corpus = Corpus { name, happenings: Vec::new(), articles: Vec::new() };
    for (number, line) in (1..).zip(text.lines()) {
        let place = format!("{}.txt:{number}", corpus.name);
        if let Some(head) = line.strip_prefix("=== ") {
            corpus.articles.push(article(head, &place));
        } else if line.trim().is_empty() || line.starts_with('#') {
        } else if let Some(article) = corpus.articles.last_mut() {
            paragraph(article, &corpus.happenings, line, &place);
        } else {
            corpus.happenings.push(happening(line, &place));
        }
    }
    corpus
}

fn happening(line: &str, place: &str) -> Happening {
    let mut words = line.split_whitespace();
    let (Some(name), Some(days), Some(status), Some(_)) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        panic!("{place}: NAME DAYS STATUS WHAT was expected");
    };
    let all = [Status::Happened, Status::Planned, Status::Proposed, Status::CalledOff];
    let status = all.into_iter().find(|known| known.name() == status);
    Happening {
        name: name.into(),
        days: days.split('|').map(|days| range(days, place)).collect(),
        status: status.unwrap_or_else(|| panic!("{place}: a status was expected third")),
    }
}

/// A day, a month, a year, or a day and a later one.
fn range(text: &str, place: &str) -> DayRange {
    let day = |text: String| Day::parse(&text);
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let end = match last.len() {
        4 => day(format!("{last}-12-31")),
        7 => (28..=31).rev().find_map(|end| day(format!("{last}-{end}"))),
        _ => day(last.into()),
    };
    let start = match first.len() {
        4 => day(format!("{first}-01-01")),
        7 => day(format!("{first}-01")),
        _ => day(first.into()),
    };
    let (Some(start), Some(end)) = (start, end) else {
        panic!("{place}: {text:?} is no day, month, year or FIRST..LAST");
    };
    DayRange::between(start, end)
}

fn article(head: &str, place: &str) -> Article {
    let mut fields = head.splitn(3, " | ").map(str::to_owned);
    let (Some(outlet), Some(date), Some(title)) = (fields.next(), fields.next(), fields.next())
    else {
        panic!("{place}: === OUTLET | DATE | TITLE was expected");
    };
    assert!(Day::parse(&date).is_some(), "{place}: {date:?} is no day as 2024-03-05");
    Article { outlet, date, title, body: String::new(), stretches: Vec::new() }
}

fn paragraph(article: &mut Article, happenings: &[Happening], line: &str, place: &str) {
    if !article.body.is_empty() {
        article.body.push_str("\n\n");
    }
    let mut parts = line.split('[');
    article.body.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let Some((mark, text)) = part.split_once("] ") else {
            panic!("{place}: a mark as \"[NAME] \" was expected at \"[{part}\"");
        };
        article.body.push_str(text);
        let (name, detail) = match mark.strip_suffix('?') {
            Some(name) if !name.is_empty() => (name, true),
            _ => (mark, false),
        };
        let mark = read(name, happenings, place);
        article.stretches.push(Stretch { text: text.trim().into(), mark, detail });
    }
}

fn read(mark: &str, happenings: &[Happening], place: &str) -> Mark {
    let position = |name: &str| {
        let found = happenings.iter().position(|happening| happening.name == name);
        found.unwrap_or_else(|| panic!("{place}: {name:?} is no happening of the head"))
    };
    match mark {
        "-" => Mark::Nothing,
        "*" => Mark::Other,
        "?" => Mark::Unjudged,
        names => Mark::Tells(names.split(' ').map(position).collect()),
    }
}
