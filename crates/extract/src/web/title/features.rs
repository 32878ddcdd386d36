//! What speaks for or against a text being the headline, in numbers that say nothing of its words: where it
//! stands, how it is marked, and how far the page's statements, its address and its article agree with it.

use std::collections::{BTreeSet, HashSet};

use super::candidates::{
    Candidate, KINDS, LINE, LINE_PART, STATED, STATED_PART, Statement, TITLE, aside, marked,
};
use super::sites::{Sites, cut, marks, size, telling};
use crate::markup::tree::Tree;
use crate::page::features::{Row, capped, log, share, sums};
use crate::web::blocks::{Block, BlockKind};
use crate::web::cues::words_of;
use crate::web::looks::looks;
use crate::web::regions::is_prose;
use dateline_text::key_of;

/// Numbers of the text itself, of its line, and of what agrees with it.
const TEXT: usize = 16;
const PLACE: usize = 32;
const AGREED: usize = KINDS + 16;

/// How many numbers there are of each candidate.
pub(crate) const WIDTH: usize = TEXT + PLACE + AGREED;

/// What is asked for each candidate, worked out once.
pub(super) struct Context<'p> {
    pub tree: &'p Tree,
    pub blocks: &'p [Block],
    pub statements: &'p [Statement],
    pub sites: &'p Sites,
    pub address: Vec<String>,
    pub summary: String,
}

/// The numbers of each candidate.
pub(super) fn features(context: &Context, candidates: &[Candidate]) -> Vec<[u8; WIDTH]> {
    let page = Page::of(context);
    let row = |one: &Candidate| {
        let line = page.line(one);
        Row::new()
            .put(&page.text(one))
            .put(&line.map_or([0; PLACE], |line| page.place(one, line)))
            .put(&page.agreed(one, candidates))
            .done()
    };
    candidates.iter().map(row).collect()
}

struct Page<'p> {
    context: &'p Context<'p>,
    /// Words of the first prose.
    vocabulary: HashSet<String>,
    summary: HashSet<String>,
    address: HashSet<&'p str>,
    /// Words of each statement.
    stated: Vec<BTreeSet<String>>,
    /// Lines that are nothing but a date or a byline.
    dated: Vec<bool>,
    prose: Vec<i64>,
    plain: Vec<i64>,
    headings: Vec<usize>,
    firsts: usize,
}

impl<'p> Page<'p> {
    fn of(context: &'p Context<'p>) -> Self {
        /// So many lines of prose say what the article is about.
        const LINES: usize = 30;
        let blocks = context.blocks;
        let prose = blocks.iter().filter(|block| is_prose(block)).take(LINES);
        let short = |block: &Block| block.chars <= 100 && looks(&block.text).is_some();
        let headings: Vec<usize> = (0..blocks.len())
            .filter(|&index| matches!(blocks[index].kind, BlockKind::Heading(_)))
            .collect();
        let firsts = headings
            .iter()
            .filter(|&&index| blocks[index].kind == BlockKind::Heading(1))
            .map(|&index| &*blocks[index].text)
            .collect::<BTreeSet<&str>>();
        Self {
            vocabulary: prose.flat_map(|block| telling(&block.text)).collect(),
            summary: telling(&context.summary).collect(),
            address: context.address.iter().map(String::as_str).collect(),
            stated: context.statements.iter().map(|one| words(&one.text)).collect(),
            dated: blocks.iter().map(short).collect(),
            prose: sums(blocks.iter().map(|one| if is_prose(one) { one.chars as i64 } else { 0 })),
            plain: sums(blocks.iter().map(|one| i64::from(!is_prose(one)))),
            firsts: firsts.len(),
            headings,
            context,
        }
    }

    /// The line that prints a candidate: of several the one of the highest rank that stands in no part
    /// beside the article.
    fn line(&self, one: &Candidate) -> Option<usize> {
        let blocks = self.context.blocks;
        let rank = |&index: &usize| {
            let level = match blocks[index].kind {
                BlockKind::Heading(level) => level,
                _ => 7,
            };
            (aside(self.context.tree, &blocks[index]), level, index)
        };
        one.lines.iter().copied().min_by_key(|index| rank(index)).or(one.within)
    }

    fn text(&self, one: &Candidate) -> [u8; TEXT] {
        let sites = self.context.sites;
        let text = &*one.text;
        let marks = marks(text);
        let words: Vec<&str> = text.split_whitespace().collect();
        let begins = |is: fn(char) -> bool| {
            let first = |word: &&&str| word.chars().find(|c| c.is_alphanumeric()).is_some_and(is);
            words.iter().filter(first).count()
        };
        let shouted = words
            .iter()
            .filter(|word| word.chars().count() > 1 && !word.contains(char::is_lowercase));
        let chars = text.chars().count();
        let last = marks.last().map_or("", |mark| &text[mark.1..]);
        let first = marks.first().map_or("", |mark| &text[..mark.0]);
        [
            capped(size(text)),
            log(chars),
            ending(text),
            share(begins(char::is_uppercase), words.len(), 100),
            share(begins(char::is_numeric), words.len(), 100),
            share(shouted.count(), words.len(), 100),
            capped(marks.len()),
            capped(size(last)),
            capped(size(first)),
            u8::from(!last.is_empty() && sites.has(last)),
            u8::from(!first.is_empty() && sites.has(first)),
            u8::from(sites.has(text)),
            capped(text.matches([',', ';', ':', '?', '!']).count()),
            one.sources & (STATED | STATED_PART),
            one.sources & (LINE | LINE_PART),
            u8::from(text.contains(['"', '“', '„', '«', '‘', '\''])),
        ]
    }

    fn place(&self, one: &Candidate, line: usize) -> [u8; PLACE] {
        let Context { tree, blocks, .. } = self.context;
        let block = &blocks[line];
        let level = level(block);
        let whole = match (one.lines.is_empty(), block.text.starts_with(&*one.text)) {
            (false, _) => 1,
            (true, true) => 2,
            (true, false) => 3,
        };
        let of_level = self
            .headings
            .iter()
            .take_while(|&&at| at < line)
            .filter(|&&at| blocks[at].kind == block.kind);
        let (mut inside, mut depth, mut linked_up) = (0, 0, 0);
        for id in tree.ancestors(block.at) {
            depth += 1;
            inside |= match &*tree.nodes[id].name {
                "nav" | "aside" | "footer" => 1,
                "header" => 2,
                "article" | "main" => 4,
                "ul" | "ol" | "dl" => 8,
                "table" => 16,
                "a" => {
                    linked_up = 1;
                    0
                }
                _ => 0,
            };
        }
        let mut classes = Vec::new();
        for id in [block.owner, tree.nodes[block.owner].parent] {
            for key in ["class", "id"] {
                words_of(tree.attribute(id, key).unwrap_or(""), &mut classes);
            }
        }
        let class = |names: &[&str]| classes.iter().any(|word| names.contains(&word.as_str()));
        let steps = |is: &dyn Fn(usize) -> bool, below: bool| {
            const REACH: usize = 15;
            let mut found = (1..=REACH).filter(|by| {
                let at = if below { line.checked_add(*by) } else { line.checked_sub(*by) };
                at.is_some_and(|at| at < blocks.len() && is(at))
            });
            capped(found.next().unwrap_or(REACH + 1))
        };
        let dated = |at: usize| self.dated[at];
        let prose = |at: usize| is_prose(&blocks[at]);
        let heading = |at: usize| matches!(blocks[at].kind, BlockKind::Heading(_));
        let near = |by: isize| line.checked_add_signed(by).and_then(|at| blocks.get(at));
        let seen =
            |by: isize| near(by).map_or([0, 0], |block| [log(block.chars), self::level(block)]);
        let (before, after) = (seen(-1), seen(1));
        let all = self.prose[blocks.len()].max(1) as usize;
        let next = (line + 1..blocks.len()).find(|&at| prose(at)).unwrap_or(blocks.len());
        [
            level,
            whole,
            capped(one.lines.len()),
            capped(of_level.count()),
            inside,
            capped(depth),
            linked_up,
            share(block.linked, block.chars, 100),
            u8::from(leads_home(tree, block)),
            u8::from(marked(tree, block)),
            u8::from(class(&["headline", "heading", "title"])),
            u8::from(class(&["site", "logo", "brand", "blog", "section", "category", "widget"])),
            steps(&dated, true),
            steps(&dated, false),
            steps(&prose, true),
            steps(&prose, false),
            steps(&heading, true),
            steps(&heading, false),
            before[0],
            before[1],
            after[0],
            after[1],
            share(self.prose[line] as usize, all, 200),
            log((self.plain[next] - self.plain[line + 1]) as usize),
            log(line),
            share(line, blocks.len(), 255),
            u8::from(is_prose(block)),
            capped(self.firsts),
            log(self.headings.len()),
            near(1).map_or(0, |next| u8::from(next.owner == block.owner)),
            near(-1).map_or(0, |last| u8::from(last.owner == block.owner)),
            capped(one.lines.first().map_or(255, |first| line - first)),
        ]
    }

    fn agreed(&self, one: &Candidate, candidates: &[Candidate]) -> [u8; AGREED] {
        let Context { statements, sites, .. } = self.context;
        let own = words(&one.text);
        let mut relations = [0; KINDS];
        let mut counts = [0_usize; 9];
        let mut rest = (0, 0, 0);
        for (statement, known) in statements.iter().zip(&self.stated) {
            let relation = relation(&one.key, &own, &statement.key, known);
            relations[statement.kind] = relations[statement.kind].max(relation);
            counts[usize::from(relation)] += 1;
            if statement.kind == TITLE
                && relation == BEGINS
                && let Some(more) = remainder(&statement.text, &one.key)
            {
                let bare = more.trim_matches(|c: char| !c.is_alphanumeric());
                rest = (size(bare), 1 + usize::from(sites.has(bare)), mark_of(more));
            }
        }
        let telling: Vec<String> = telling(&one.text).collect();
        let known =
            |words: &HashSet<String>| telling.iter().filter(|word| words.contains(*word)).count();
        let (article, summary) = (known(&self.vocabulary), known(&self.summary));
        let spoken = own.iter().filter(|word| self.address.contains(word.as_str())).count();
        let longer = candidates
            .iter()
            .filter(|other| other.key.len() > one.key.len() && other.key.starts_with(&one.key));
        let shorter = candidates
            .iter()
            .filter(|other| other.key.len() < one.key.len() && one.key.starts_with(&other.key));
        let longer = longer.take(20).count();
        let shorter: Vec<&Candidate> = shorter.take(20).collect();
        let printed = shorter.iter().filter(|other| !other.lines.is_empty()).count();
        let mut out = [0; AGREED];
        out[..KINDS].copy_from_slice(&relations);
        out[KINDS..].copy_from_slice(&[
            capped(counts[usize::from(EQUAL)]),
            capped(counts[usize::from(BEGINS)] + counts[usize::from(ENDS)]),
            capped(counts[usize::from(LIKE)]),
            capped(statements.len()),
            capped(rest.0),
            capped(rest.1),
            capped(rest.2),
            if telling.is_empty() { 255 } else { share(article, telling.len(), 100) },
            capped(article),
            if telling.is_empty() { 255 } else { share(summary, telling.len(), 100) },
            share(spoken, own.len(), 100),
            if self.address.is_empty() { 255 } else { share(spoken, self.address.len(), 100) },
            capped(self.address.len()),
            capped(longer),
            capped(shorter.len()),
            capped(printed),
        ]);
        out
    }
}

/// How a text stands to a statement, what says most for it last.
const LIKE: u8 = 4;
const ENDS: u8 = 6;
const BEGINS: u8 = 7;
const EQUAL: u8 = 8;

fn relation(key: &str, own: &BTreeSet<String>, other: &str, known: &BTreeSet<String>) -> u8 {
    if key == other {
        return EQUAL;
    }
    if other.starts_with(key) {
        return BEGINS;
    }
    if other.ends_with(key) {
        return ENDS;
    }
    if other.len() >= 8 && key.contains(other) {
        return 5;
    }
    let shared = own.intersection(known).count();
    match shared * 20 / (own.len() + known.len()).max(1) {
        _ if shared == 0 => 1,
        8.. => LIKE,
        4.. => 3,
        _ => 2,
    }
}

/// What a statement says behind a text that it begins with.
fn remainder<'s>(statement: &'s str, key: &str) -> Option<&'s str> {
    let letters = key.chars().count();
    let mut seen = 0;
    let at = statement.char_indices().find(|(_, c)| {
        if seen >= letters {
            return true;
        }
        seen += if c.is_alphanumeric() { c.to_lowercase().count() } else { 0 };
        false
    });
    at.map(|row| &statement[row.0..])
}

/// The first sign of what follows a title.
fn mark_of(rest: &str) -> usize {
    let signs = ['|', '-', '–', '—', ':', '·', '•', '«', '»', '/', '_', ',', '('];
    let first = rest.chars().find(|c| !c.is_whitespace()).unwrap_or(' ');
    signs.iter().position(|sign| *sign == first).map_or(0, |at| at + 1)
}

/// The words of a text, each once.
fn words(text: &str) -> BTreeSet<String> {
    let key = key_of(text);
    let parts = key.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    parts.flat_map(cut).collect()
}

fn level(block: &Block) -> u8 {
    match block.kind {
        BlockKind::Heading(level) => level,
        BlockKind::Paragraph => 8,
        BlockKind::Loose => 7,
        BlockKind::Item => 10,
        BlockKind::Row => 9,
        BlockKind::Code => 11,
    }
}

fn ending(text: &str) -> u8 {
    match text.chars().next_back() {
        Some('.' | '。') => 5,
        Some('?' | '!' | '？' | '！') => 4,
        Some('…') => 6,
        Some(':' | '：') => 7,
        Some(c) if c.is_alphabetic() => 1,
        Some(c) if c.is_numeric() => 2,
        _ => 3,
    }
}

/// Whether a heading is the site's name: it links to the first page.
fn leads_home(tree: &Tree, block: &Block) -> bool {
    let node = &tree.nodes[block.owner];
    block.linked * 2 > block.chars
        && (block.owner..node.end).any(|id| {
            let href = tree.attribute(id, "href").unwrap_or("-");
            let path = href
                .split_once("//")
                .map_or(href, |row| row.1.split_once('/').map_or("", |row| row.1));
            &*tree.nodes[id].name == "a" && path.trim_matches('/').is_empty()
        })
}
