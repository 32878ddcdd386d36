//! The words of a page's lines with what parts them, and the sites whose addresses it prints.

use dateline_text::{Fnv, floor};

use crate::facts::names::is_domain;
use crate::lines::Line;

/// Lines that are looked through, and words of one.
const LINES: usize = 3_000;
const WORDS: usize = 400;

/// One word. Hyphens and apostrophes part words as spaces do; other signs part more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    pub line: u32,
    /// First byte in its line, and one past the last.
    pub start: u32,
    pub end: u32,
    /// Of its letters in lower case.
    pub hash: u64,
    /// Whether it begins as names do.
    pub capital: bool,
    /// Whether all its letters are capitals, where it has several.
    pub shouted: bool,
    /// Whether it is a number of four digits, which belongs to no name.
    pub year: bool,
    /// The sign that parts it from the word before it; a space where none does.
    pub mark: char,
    /// Whether it is the name of a site on the web.
    pub domain: bool,
}

/// A site that the page prints an address of.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// The part of its name that tells most, in lower case.
    pub label: String,
    /// The place of its first word among all.
    pub word: usize,
    /// How often it stands there for itself or as a link, behind a mailbox, and as a handle.
    pub counts: [usize; 3],
}

/// All words, line by line, and the sites.
#[derive(Default)]
pub(crate) struct Words {
    pub all: Vec<Word>,
    /// Where each line's words begin, and where those of the last one end.
    pub starts: Vec<usize>,
    pub sites: Vec<Site>,
}

/// Sites that are told apart.
const SITES: usize = 24;

impl Words {
    pub(crate) fn of(lines: &[Line]) -> Self {
        let mut out = Words { starts: vec![0], ..Words::default() };
        for (index, line) in lines.iter().take(LINES).enumerate() {
            out.cut(index, &line.text);
            out.starts.push(out.all.len());
        }
        out
    }

    /// How many lines were looked through.
    pub(crate) fn lines(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The words of a line; none where there are too many lines.
    pub(crate) fn line(&self, index: usize) -> &[Word] {
        match self.starts.get(index..index + 2) {
            Some(&[from, to]) => &self.all[from..to],
            _ => &[],
        }
    }

    fn cut(&mut self, index: usize, text: &str) {
        let first = self.all.len();
        let (mut mark, mut start) = (START, None);
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let mut inner = || chars.peek().is_some_and(|next| next.1.is_alphanumeric());
            let within = c == '.' && inner() || c == '-' && is_within_domain(text, start, at);
            if c.is_alphanumeric() || start.is_some() && within {
                start.get_or_insert(at);
                continue;
            }
            if let Some(from) = start.take() {
                self.put(index, text, from, at, mark);
                mark = ' ';
            }
            // What stands before the sign of a mailbox is no name.
            if c == '@' && text[..at].ends_with(char::is_alphanumeric) && self.all.len() > first {
                self.forget();
                mark = MAILBOX;
            } else if !matches!(c, '-' | '\'' | '’' | '&') && !c.is_whitespace() {
                mark = c;
            } else if matches!(c, '\'' | '’') && mark == ' ' {
                mark = '’';
            }
            if self.all.len() - first >= WORDS {
                return;
            }
        }
        if let Some(from) = start {
            self.put(index, text, from, text.len(), mark);
        }
    }

    fn put(&mut self, index: usize, text: &str, start: usize, end: usize, mark: char) {
        let word = &text[start..end];
        let domain = word.contains('.') && (is_domain(word) || is_shouted_domain(word));
        let label = if domain { label(word) } else { word };
        if domain || mark == '@' {
            self.site(label, mark);
        }
        let begins = word.chars().find(|c| c.is_alphabetic());
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        self.all.push(Word {
            line: index as u32,
            start: start as u32,
            end: end as u32,
            hash: hash(label),
            capital: begins.is_some_and(|c| !c.is_lowercase()),
            shouted: letters().nth(1).is_some() && letters().all(|c| c.is_uppercase()),
            year: word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()),
            mark,
            domain,
        });
    }

    /// Takes back the last word.
    fn forget(&mut self) {
        self.all.pop();
        let word = self.all.len();
        self.sites.retain(|site| site.word < word);
    }

    fn site(&mut self, label: &str, mark: char) {
        let label = label.to_lowercase();
        let kind = match mark {
            MAILBOX => 1,
            '@' => 2,
            _ => 0,
        };
        let at = match self.sites.iter().position(|site| site.label == label) {
            Some(at) => at,
            None if self.sites.len() < SITES => {
                self.sites.push(Site { label, word: self.all.len(), counts: [0; 3] });
                self.sites.len() - 1
            }
            None => return,
        };
        self.sites[at].counts[kind] += 1;
    }
}

/// Stands before the first word of a line.
pub(crate) const START: char = '\n';

/// Stands before the site of a mailbox.
const MAILBOX: char = '\u{1}';

/// The number that a word has in lower case.
pub(crate) fn hash(word: &str) -> u64 {
    let mut hash = Fnv::default();
    if word.is_ascii() {
        hash.extend(word.bytes().map(|byte| u64::from(byte.to_ascii_lowercase())));
    } else {
        hash.extend(word.chars().flat_map(char::to_lowercase).map(u64::from));
    }
    hash.value()
}

/// The numbers of a name's words.
pub(crate) fn hashes(name: &str) -> Vec<u64> {
    name.split(|c: char| !c.is_alphanumeric() && c != '.')
        .filter(|word| !word.is_empty())
        .map(hash)
        .collect()
}

const LONGEST: usize = 80;

/// Whether the hyphen at a place stands in a site's name, as in "port-post.org".
fn is_within_domain(text: &str, start: Option<usize>, at: usize) -> bool {
    let Some(start) = start else { return false };
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    // No site's name is longer, in bytes.
    let rest = &text[at..floor(text, at + LONGEST)];
    if at - start > LONGEST {
        return false;
    }
    let end = at + rest.find(|c| !inside(c)).unwrap_or(rest.len());
    let token = text[start..end].trim_end_matches(['.', '-']);
    token.contains('.') && is_domain(token)
}

fn is_shouted_domain(word: &str) -> bool {
    !word.contains(char::is_lowercase) && is_domain(&word.to_lowercase())
}

/// The longest part of a domain's name before its last: "dailystar" of "www.dailystar.co.uk".
fn label(domain: &str) -> &str {
    let parts = domain.rsplit_once('.').map_or(domain, |row| row.0).split('.');
    parts.max_by_key(|part| part.len()).unwrap_or(domain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines;

    fn check(text: &str, words: &str, sites: &str) {
        let lines = lines::read(text);
        let told = Words::of(&lines);
        let shown: Vec<String> = told
            .all
            .iter()
            .map(|word| {
                let text = &lines[word.line as usize].text[word.start as usize..word.end as usize];
                if word.mark == ' ' { text.to_owned() } else { format!("|{text}") }
            })
            .collect();
        assert_eq!(shown.join(" "), words);
        let labels: Vec<&str> = told.sites.iter().map(|site| site.label.as_str()).collect();
        assert_eq!(labels.join(" "), sites);
    }

    #[test]
    fn signs_part_words_and_addresses_name_sites() {
        check("Port Post's salt-app, and more", "|Port Post |s salt app |and more", "");
        check("Write to ada.lind@portpost.example", "|Write to |portpost.example", "");
        check("Write to ada.lind@portpost.org", "|Write to |portpost.org", "portpost");
        check(
            "On www.port-post.co.uk or @PortPost",
            "|On www.port-post.co.uk or |PortPost",
            "port-post portpost",
        );
    }
}
