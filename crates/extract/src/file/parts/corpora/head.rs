//! How an article begins in a plain text: a headline with its day, its author or its outlet, or a block
//! of facts, and then prose.

use dateline_lang::page::{Effect, Fact, rule_of};
use dateline_model::Day;
use dateline_text::key_of;

use super::super::Row;
use super::is_rule;
use crate::facts::{names, printed};
use crate::lines::ends_sentence;
use crate::page::front;

/// A head has so many lines at most, a block of facts among them.
const LINES: usize = 16;

/// The day of publication, and of a change.
const DATES: usize = 2;

/// Prose begins within so many rows; as many are looked at.
const ROWS: usize = 60;

/// An article has so many characters of prose in two lines, or a long one.
const LITTLE: usize = 110;
const LONG: usize = 240;

/// What stands at the beginning of a piece of text.
#[derive(Clone, Debug, Default)]
pub(super) struct Head {
    /// A line that may be a headline.
    titled: bool,
    /// The day that it prints, and whether with a time.
    pub day: Option<Day>,
    pub timed: bool,
    /// Whether it names an author or an outlet.
    pub signed: bool,
    /// The key of the first line of a block of facts.
    pub key: Option<String>,
    /// Lines with a day; a list of other stories has many.
    dates: usize,
    /// Whether prose follows.
    prose: bool,
}

impl Head {
    /// Reads what begins at a row.
    pub fn read(rows: &[Row<'_>], at: usize) -> Head {
        let mut head = Head::default();
        let end = rows.len().min(at + ROWS);
        let mut facts = Facts::default();
        let mut lines = 0;
        for index in at..end {
            // What stands on the next page, or behind the next rule, is no head of this piece.
            if index > at && rows[index].fed {
                break;
            }
            let line = bare(rows[index].text);
            if line.is_empty() || (index == at && is_rule(line)) {
                continue;
            }
            if is_prose(rows, index) {
                head.prose = has_prose(&rows[index..end]);
                break;
            }
            lines += 1;
            // A rule closes front matter; elsewhere it closes the piece.
            if lines > LINES || is_rule(line) && !facts.is_open {
                break;
            }
            if is_rule(line) {
                facts.is_open = false;
            } else if !facts.take(&mut head, line, lines == 1) && !head.take(line) {
                return Head::default();
            }
        }
        if facts.count >= 2 && (facts.titled || facts.dated) {
            head.titled |= facts.titled;
        } else {
            head.key = None;
        }
        head
    }

    /// Takes a line that is no prose; no article's head has what heads the foot of a page.
    fn take(&mut self, line: &str) -> bool {
        let chars = line.chars().count();
        let rule = rule_of(&key_of(line), chars);
        if rule.is_some_and(|row| matches!(row.0.effect, Effect::Foot | Effect::Notice)) {
            return false;
        }
        let dates = if chars <= 160 { printed::find(line) } else { Vec::new() };
        if let Some(date) = dates.first() {
            self.dates += 1;
            let beside = format!("{} {}", &line[..date.start], &line[date.end..]);
            if self.day.is_none() {
                (self.day, self.timed) = (Some(date.day), date.time.is_some());
            }
            let part = beside.split([',', '|', '•', '·', '(', ')', '/']).map(str::trim);
            self.signed |= part.filter(|part| !part.is_empty()).any(signs);
            return true;
        }
        if signs(line) {
            self.signed = true;
        } else if line.split_whitespace().count() >= 3 && chars <= 200 {
            self.titled = true;
        }
        true
    }

    /// Whether a headline and prose stand here.
    pub fn is_titled(&self) -> bool {
        self.titled && self.prose && self.dates <= DATES
    }

    /// Whether it says both when and by whom.
    pub fn is_sure(&self) -> bool {
        self.is_article() && self.day.is_some() && self.signed
    }

    /// Whether an article begins here.
    pub fn is_article(&self) -> bool {
        self.is_titled() && (self.day.is_some() || self.signed || self.key.is_some())
    }

    /// Whether an article begins here that shows at least what `first` does.
    pub fn is_like(&self, first: &Head) -> bool {
        self.is_article()
            && (self.day.is_some() || first.day.is_none())
            && (self.key.is_some() || first.key.is_none())
    }
}

/// A block of facts that is being read.
#[derive(Default)]
struct Facts {
    count: usize,
    titled: bool,
    dated: bool,
    /// Whether its closing rule may come.
    is_open: bool,
}

impl Facts {
    fn take(&mut self, head: &mut Head, line: &str, first: bool) -> bool {
        if !first && self.count == 0 {
            return false;
        }
        let Some(Some(row)) = front::statement(line) else { return false };
        self.count += 1;
        self.is_open = true;
        self.titled |= row.fact == Fact::Title;
        head.signed |= matches!(row.fact, Fact::Author | Fact::Outlet);
        if row.fact == Fact::Date {
            self.dated = true;
            let date = printed::find(&row.values[0]).into_iter().next();
            (head.day, head.timed) = (date.as_ref().map(|date| date.day), false);
        }
        if head.key.is_none() {
            head.key = key(line);
        }
        true
    }
}

/// Who wrote or published it: "By Ada Lind", "Port Post".
fn signs(text: &str) -> bool {
    text.chars().count() <= 80
        && (names::outlet_name(text).is_some()
            || names::person(text)
            || names::agency_of(text).is_some()
            || says_by(text))
}

fn says_by(text: &str) -> bool {
    let lower = text.to_lowercase();
    dateline_lang::page::BYLINES.iter().any(|by| lower.starts_with(by))
        && names::byline(text).is_some()
}

/// The key of a "Key: value" line that states a fact, in lower case.
pub(super) fn key(line: &str) -> Option<String> {
    let row = front::statement(bare(line))??;
    Some(row.key.to_lowercase())
}

/// The last row of the front matter that begins at a row: a rule, lines with keys, and the same rule.
pub(super) fn matter_end(rows: &[Row<'_>], at: usize) -> Option<usize> {
    let fence = rows[at].text.trim();
    if !matches!(fence, "---" | "+++") {
        return None;
    }
    let mut keys = 0;
    for (index, row) in rows.iter().enumerate().skip(at + 1).take(LINES * 2) {
        let line = row.text;
        if line == fence {
            return (keys >= 2).then_some(index);
        }
        let listed = line.starts_with([' ', '-', '\t']);
        if line.is_empty() || !listed && !line.contains([':', '=']) {
            return None;
        }
        keys += usize::from(!listed);
    }
    None
}

/// Without the signs of Markdown.
fn bare(line: &str) -> &str {
    line.trim().trim_start_matches(['#', '>', ' ']).trim_matches(['*', '_', ' '])
}

/// Whether a row is part of a sentence rather than a line by itself.
fn is_prose(rows: &[Row<'_>], at: usize) -> bool {
    let line = rows[at].text.trim();
    let chars = line.chars().count();
    if chars < 40 || front::statement(line).is_some() && chars < 200 {
        return false;
    }
    let goes_on =
        || rows.get(at + 1).is_some_and(|next| next.text.trim().starts_with(char::is_lowercase));
    chars >= 200 || ends_sentence(line) || chars >= 60 && goes_on()
}

/// Whether a piece has as much prose as an article.
pub(super) fn has_prose(rows: &[Row<'_>]) -> bool {
    let (mut lines, mut chars, mut inside) = (0, 0, false);
    for (at, row) in rows.iter().enumerate().take(ROWS) {
        let line = row.text.trim();
        if line.is_empty() {
            inside = false;
            continue;
        }
        if at > 0 && is_rule(line) {
            break;
        }
        // The last line of a wrapped paragraph is short.
        if is_prose(rows, at) || inside {
            lines += 1;
            chars += line.chars().count();
            inside = true;
        }
        if chars >= LITTLE && lines >= 2 || chars >= LONG {
            return true;
        }
    }
    false
}
