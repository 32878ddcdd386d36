//! Reads a page as a browser's tokenizer does, and says what is wrong with it.

use std::cell::RefCell;
use std::collections::BTreeSet;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};

use crate::{options, texts};

const VOID: [&str; 4] = ["img", "input", "link", "meta"];

/// What was met on the way through a page.
#[derive(Default)]
pub(crate) struct Page {
    starts: Vec<(String, Vec<(String, String)>)>,
    faults: Vec<String>,
    open: Vec<String>,
    /// All text between tags.
    pub text: String,
    /// Elements that the page leaves open because HTML closes them itself.
    lenient: bool,
}

impl Page {
    pub(crate) fn count(&self, tag: &str) -> usize {
        self.starts.iter().filter(|(name, _)| name == tag).count()
    }

    pub(crate) fn attributes(&self) -> impl Iterator<Item = (String, String)> {
        self.starts.iter().flat_map(|(_, attributes)| attributes.iter().cloned())
    }

    pub(crate) fn headings(&self) -> Vec<u32> {
        let level = |name: &str| name.strip_prefix('h')?.parse().ok();
        self.starts.iter().filter_map(|(name, _)| level(name)).collect()
    }

    /// Tags and attributes by name: what a page is made of, whatever it says.
    pub(crate) fn shapes(&self) -> BTreeSet<String> {
        let mut out = BTreeSet::new();
        for (name, attributes) in &self.starts {
            out.insert(name.clone());
            out.extend(attributes.iter().map(|(attribute, _)| format!("{name} {attribute}")));
        }
        out
    }

    pub(crate) fn faults(&self) -> &[String] {
        &self.faults
    }

    fn tag(&mut self, tag: Tag) {
        let name = tag.name.to_string();
        match tag.kind {
            TagKind::StartTag => {
                let attributes =
                    tag.attrs.iter().map(|it| (it.name.local.to_string(), it.value.to_string()));
                self.starts.push((name.clone(), attributes.collect()));
                if !VOID.contains(&name.as_str()) {
                    self.open.push(name);
                }
            }
            TagKind::EndTag => {
                let implied = |open: &String| {
                    self.lenient && ["li", "p", "html", "head"].contains(&open.as_str())
                };
                while self.open.last().is_some_and(|open| *open != name && implied(open)) {
                    self.open.pop();
                }
                match self.open.pop() {
                    Some(open) if open == name => {}
                    other if self.lenient && ["html", "head"].contains(&name.as_str()) => {
                        self.open.extend(other);
                    }
                    other => self.faults.push(format!("</{name}> closes {other:?}")),
                }
            }
        }
    }
}

struct Sink(RefCell<Page>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) => {
                let start = tag.kind == TagKind::StartTag;
                let raw = match &*tag.name {
                    "script" if start => Some(RawKind::ScriptData),
                    "title" if start => Some(RawKind::Rcdata),
                    _ => None,
                };
                page.tag(tag);
                if let Some(raw) = raw {
                    return TokenSinkResult::RawData(raw);
                }
            }
            Token::CharacterTokens(text) => page.text.push_str(&text),
            Token::ParseError(error) => page.faults.push(format!("line {line}: {error}")),
            Token::CommentToken(text) => page.faults.push(format!("line {line}: comment {text}")),
            Token::NullCharacterToken => page.faults.push(format!("line {line}: null")),
            Token::DoctypeToken(_) | Token::EOFToken => {}
        }
        TokenSinkResult::Continue
    }
}

/// The page, read. `index.html` leaves out end tags that HTML does not need.
pub(crate) fn read(text: &str) -> Page {
    let lenient = text.contains("data-state");
    let sink = Sink(RefCell::new(Page { lenient, ..Page::default() }));
    let tokenizer = Tokenizer::new(sink, TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(StrTendril::from_slice(text));
    while !queue.is_empty() {
        let _ = tokenizer.feed(&queue);
    }
    tokenizer.end();
    let mut page = tokenizer.sink.0.into_inner();
    page.open.retain(|open| !(lenient && ["html", "head"].contains(&open.as_str())));
    let left = page.open.iter().map(|open| format!("<{open}> is never closed"));
    let left: Vec<String> = left.collect();
    page.faults.extend(left);
    page
}

/// What is wrong with an XML text: tags that do not match, characters that XML has not.
pub(crate) fn xml_faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let legal = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    faults.extend(text.chars().filter(|c| !legal(*c)).map(|c| format!("{c:?} is no XML")));
    let mut open: Vec<&str> = Vec::new();
    for part in text.split('<').skip(1) {
        let Some((tag, content)) = part.split_once('>') else {
            faults.push(format!("<{part} does not end"));
            continue;
        };
        for content in [content, tag] {
            for entity in content.split('&').skip(1) {
                let name = entity.split(';').next().unwrap_or_default();
                if !["amp", "lt", "gt", "quot"].contains(&name) {
                    faults.push(format!("&{name}; is not known"));
                }
            }
        }
        let name = tag.split([' ', '/']).next().unwrap_or_default();
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        } else if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                faults.push(format!("</{name}> closes another"));
            }
        } else {
            open.push(name);
        }
    }
    faults.extend(open.iter().map(|name| format!("<{name}> is never closed")));
    faults
}

#[test]
fn every_page_is_well_formed() {
    for (path, text) in texts(&dateline_model::sample::corpus(), &options()) {
        if path.ends_with(".html") {
            assert_eq!(read(&text).faults(), [] as [&str; 0], "{path}");
        } else if path.ends_with(".xml") {
            assert_eq!(xml_faults(&text), [] as [&str; 0], "{path}");
        }
    }
}

#[test]
fn the_checks_see_what_is_wrong() {
    for wrong in [
        "<p>a</b></p>",
        "<p>",
        "<p title=a title=b></p>",
        "a<!-- x -->",
        "<p>\0</p>",
        "<p a<b></p>",
    ] {
        assert!(!read(wrong).faults().is_empty(), "{wrong}");
    }
    for wrong in
        ["<a><b></a></b>", "<a>", "<a>\u{b}</a>", "<a>&nbsp;</a>", "<a b=\"&x\"></a>", "<a"]
    {
        assert!(!xml_faults(wrong).is_empty(), "{wrong}");
    }
}
