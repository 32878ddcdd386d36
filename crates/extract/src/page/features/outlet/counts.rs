//! Where a name stands on a page, and beside what.

use core::ops::Range;
use std::sync::LazyLock;

use dateline_lang::page::{
    AFTER_SITES, BEFORE_SITES, CHANNELS, MORE_FROM, OWNER_ENDS, OWNER_MARKS, PLEAS,
};
use dateline_lang::shared::names::COMPANY_FORMS;
use dateline_text::QuickSet;

use crate::page::outlets::names::parts;
use crate::page::outlets::words::{START, Words, hashes};
use crate::page::places::Page;
use crate::sheet::look::Look;

/// Places of a name that are looked at; of others only the number is known.
const PLACES: usize = 16;

/// What is counted of a name's places.
#[derive(Default)]
pub(super) struct Counts {
    /// Lines of the page, lines and words of the article.
    pub(super) lines: usize,
    pub(super) inside: usize,
    pub(super) last: Option<usize>,
    pub(super) first: Option<usize>,
    pub(super) alone: usize,
    pub(super) lefts: Vec<u64>,
    pub(super) rights: Vec<u64>,
    pub(super) begins: usize,
    pub(super) ends: usize,
    pub(super) owned: usize,
    pub(super) owner: usize,
    pub(super) plea: usize,
    pub(super) channel: usize,
    pub(super) before: usize,
    pub(super) behind: usize,
    pub(super) possessor: usize,
    pub(super) company: usize,
    pub(super) enclosed: usize,
    pub(super) filed: usize,
    pub(super) tail: usize,
    pub(super) ruled: usize,
    pub(super) dated: usize,
    pub(super) signed: usize,
    pub(super) small: usize,
    pub(super) shouted: usize,
    pub(super) domain: usize,
    pub(super) places: usize,
    pub(super) near: Option<usize>,
    pub(super) above: usize,
    pub(super) below: usize,
    pub(super) title: bool,
    pub(super) after_last: usize,
    pub(super) listed_lines: usize,
    /// The first place that is spelled as names are, and how well.
    pub(super) spelled: Option<(u8, usize)>,
    pub(super) best: Option<(u8, usize)>,
}

/// One place of a name.
pub(super) struct Place<'p> {
    pub(super) page: &'p Page,
    pub(super) words: &'p Words,
    pub(super) index: usize,
    pub(super) at: usize,
    pub(super) length: usize,
    /// Whether its line says who owns the page.
    pub(super) owned: bool,
}

impl Counts {
    pub(super) fn see(
        &mut self,
        place: &Place<'_>,
        inside: bool,
        title: Option<usize>,
        run: &Range<usize>,
    ) {
        let (index, at) = (place.index, place.at);
        let line = &place.page.lines[index];
        let words = place.words.line(index);
        let of = &words[at..at + place.length];
        let after = words.get(at + place.length);
        let text = &line.text;
        let (start, end) = (of[0].start as usize, of[of.len() - 1].end as usize);
        let before = text[..start].trim_end();
        let behind = text[end..].trim_start();
        self.places += 1;
        let capital = of.iter().all(|word| word.capital || place.length > 1) && of[0].capital;
        self.small += usize::from(!capital);
        self.shouted += usize::from(of.iter().all(|word| word.shouted));
        self.domain += usize::from(of[0].domain);
        let enclosed = before.ends_with('(') && behind.starts_with(')');
        self.enclosed += usize::from(enclosed);
        let dashed = || behind[1..].trim_start().starts_with(['-', '–', '—']);
        self.filed += usize::from(enclosed && dashed());
        let quality = match (capital, of[0].domain, of.iter().all(|word| word.shouted)) {
            (true, false, false) => 3,
            (true, false, true) => 2,
            (false, false, _) => 1,
            (_, true, _) => 0,
        };
        let word = place.words.starts[index] + at;
        if self.spelled.is_none_or(|best| quality > best.0) {
            self.spelled = Some((quality, word));
        }
        if inside {
            self.inside += 1;
            self.title |= title == Some(index);
            return;
        }
        if self.last != Some(index) {
            self.lines += 1;
            self.above += usize::from(index < run.start);
            self.below += usize::from(index >= run.end);
        }
        self.last = Some(index);
        self.first.get_or_insert(index);
        let head = title.unwrap_or(run.start);
        if self.near.is_none_or(|near| near.abs_diff(head) > index.abs_diff(head)) {
            self.near = Some(index);
        }
        self.title |= title == Some(index);
        if self.places > PLACES {
            return;
        }
        let alone = place.length == words.len();
        self.alone += usize::from(alone);
        let left = at.checked_sub(1).filter(|_| !parts(&of[0])).map(|left| words[left].hash);
        let right = after.filter(|after| !parts(after)).map(|after| after.hash);
        self.begins += usize::from(left.is_none());
        self.ends += usize::from(right.is_none());
        for (list, word) in [(&mut self.lefts, left), (&mut self.rights, right)] {
            let word = word.unwrap_or(0);
            if list.len() < 8 && !list.contains(&word) {
                list.push(word);
            }
        }
        self.possessor += usize::from(after.is_some_and(|after| after.mark == '’'));
        self.after_last += usize::from(of[0].mark == '|' || of[0].mark == '-');
        let tail = of[0].mark != START
            && behind.is_empty()
            && before.ends_with(['|', '-', '–', '—', '·', '•', ':']);
        self.tail += usize::from(tail);
        self.company += usize::from(COMPANY_FORMS.iter().any(|form| {
            behind.trim_start_matches(',').trim_start().starts_with(form.trim_start())
        }));
        match &place.page.looks[index] {
            Look::Rule(_) | Look::Caption => self.ruled += 1,
            Look::Date(_) => self.dated += 1,
            Look::Byline => self.signed += 1,
            Look::Section => self.listed_lines += 1,
            _ => {}
        }
        let [plea, channel, menu] = cues_before(before, at.checked_sub(1).map(|at| words[at].hash));
        self.plea += usize::from(plea);
        self.channel += usize::from(channel);
        self.before += usize::from(menu);
        self.behind += usize::from(cue_behind(behind, after.map(|after| after.hash)));
        let owned = place.owned;
        self.owned += usize::from(owned);
        let lower = if owned { tail_of(before, 24).to_lowercase() } else { String::new() };
        let bare = lower.trim_end_matches(|c: char| !c.is_alphabetic() && c != '©' && c != ')');
        let owner = owned && OWNER_MARKS.iter().any(|mark| bare.ends_with(mark.trim()));
        self.owner += usize::from(owner);
        let worth = 4 * u8::from(owner) + 3 * u8::from(plea) + 2 * u8::from(alone) + u8::from(tail);
        if self.best.is_none_or(|best| worth > best.0) {
            self.best = Some((worth, index));
        }
    }
}

/// Whether a plea, the word before a service, or what menus say before a site's name ends a text; `last` is
/// the number of its last word.
fn cues_before(text: &str, last: Option<u64>) -> [bool; 3] {
    static LAST: LazyLock<QuickSet<u64>> = LazyLock::new(|| {
        let phrases = PLEAS.iter().chain(&*MORE_FROM).chain(&*CHANNELS).chain(&*BEFORE_SITES);
        phrases.filter_map(|phrase| hashes(phrase).pop()).collect()
    });
    if !last.is_some_and(|last| LAST.contains(&last)) {
        return [false; 3];
    }
    let lower = tail_of(text, 24).to_lowercase();
    let ends = |phrase: &&str| {
        let rest = lower.strip_suffix(phrase.trim());
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphabetic))
    };
    [
        PLEAS.iter().chain(&*MORE_FROM).any(ends),
        CHANNELS.iter().any(ends),
        BEFORE_SITES.iter().any(ends),
    ]
}

/// Whether a text begins with what menus say behind a site's name; `first` is the number of its first word.
fn cue_behind(text: &str, first: Option<u64>) -> bool {
    static FIRST: LazyLock<QuickSet<u64>> = LazyLock::new(|| {
        AFTER_SITES.iter().filter_map(|word| hashes(word).into_iter().next()).collect()
    });
    if !first.is_some_and(|first| FIRST.contains(&first)) {
        return false;
    }
    let lower = head_of(text, 24).to_lowercase();
    AFTER_SITES.iter().any(|word| {
        let rest = lower.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    })
}

/// Whether a line says who owns the page.
pub(super) fn is_owned(page: &Page, index: usize) -> bool {
    let line = &page.lines[index];
    let mut marks = OWNER_MARKS.iter().chain(&*OWNER_ENDS);
    line.chars <= 200 && marks.any(|mark| line.key.contains(mark))
}

/// The beginning of a text, of so many bytes at most.
fn head_of(text: &str, bytes: usize) -> &str {
    &text[..dateline_text::floor(text, bytes)]
}

/// The end of a text, of so many bytes at most.
fn tail_of(text: &str, bytes: usize) -> &str {
    &text[dateline_text::floor(text, text.len().saturating_sub(bytes))..]
}
