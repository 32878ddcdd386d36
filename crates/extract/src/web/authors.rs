//! Whom a page names for its authors, by five witnesses: the JSON-LD, the `<meta>`, the marks of elements,
//! lines that say "by", and bare names beside the headline.

use dateline_lang::calendar::{Month, month};
use dateline_lang::page::{
    ANDS, AUTHOR_HEADINGS, AUTHOR_WORDS, BY_PREFIXES, BY_TITLES, BYLINES, DESKS, NOBODIES, TRADES,
    has,
};

use super::blocks::Block;
use super::cues::words_of;
use super::head::{Head, tidy};
use super::regions::Regions;
use super::title::squeezed;
use crate::facts::names::{byline, name_before, person};
use crate::markup::node::Id;
use crate::markup::tree::Tree;
use crate::page::features::author::names::{names_in, owner};

/// A name that a page gives for an author's, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub name: String,
    pub by: Witness,
    /// How much the witness speaks for it, least first.
    pub strength: usize,
    /// Its place among the names that this witness gives.
    pub order: usize,
    /// The element that holds it.
    pub at: Option<Id>,
    /// The line that prints it.
    pub line: Option<usize>,
    /// The statement that lists it: its number among all.
    pub list: usize,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Witness {
    JsonLd,
    Meta,
    Mark,
    Byline,
    Line,
}

/// How many of them there are.
pub(crate) const WITNESSES: usize = 5;

/// All names that a page gives. `title` is the headline's line.
pub(crate) fn told(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    title: Option<usize>,
) -> Vec<Told> {
    let mut lists = stated(head);
    lists.extend(metas(head));
    lists.extend(marked(tree, regions, title.map_or(0, |index| blocks[index].at)));
    lists.extend(printed(blocks, title));
    for (list, names) in lists.iter_mut().enumerate() {
        names.iter_mut().for_each(|one| one.list = list);
    }
    lists.into_iter().flatten().collect()
}

/// Names that one value holds, as so many that a witness tells.
fn rows(by: Witness, strength: usize, values: Vec<String>) -> Vec<Told> {
    let names = cleaned(parted(values)).into_iter().enumerate();
    let told = |(order, name)| Told { name, by, strength, order, at: None, line: None, list: 0 };
    names.map(told).collect()
}

/// The authors that the JSON-LD states.
fn stated(head: &Head) -> Vec<Vec<Told>> {
    let mut out = Vec::new();
    for (place, object) in head.objects.iter().take(head.articles.max(1)).enumerate() {
        for (order, key) in ["author", "creator"].into_iter().enumerate() {
            let names = object.get(key).map(|value| head.names(value)).unwrap_or_default();
            out.push(rows(Witness::JsonLd, 9_usize.saturating_sub(2 * place + order), names));
        }
    }
    out
}

/// Several names that one value holds, each by itself. What follows a name and is none (a degree, an office)
/// goes.
fn parted(values: Vec<String>) -> Vec<String> {
    values.iter().flat_map(|value| people(value)).collect()
}

/// The people whom a list of names and offices names; the text as it is where it does not begin with one.
fn people(text: &str) -> Vec<String> {
    let parts = parts(text);
    let Some(((first, _), more)) = parts.split_first().filter(|row| full(row.0.0)) else {
        return vec![text.trim().to_owned()];
    };
    let more = more.iter().filter(|(part, joined)| person(part) || *joined && full(part));
    core::iter::once(*first).chain(more.map(|row| row.0)).map(str::to_owned).collect()
}

/// The parts of a list, each with whether "and" comes before it.
fn parts(text: &str) -> Vec<(&str, bool)> {
    let mut out = vec![(text, false)];
    for and in
        ANDS.iter().map(|and| format!(" {and} ")).chain([" & ".into(), ";".into(), ",".into()])
    {
        let joins = and != ",";
        out = out
            .iter()
            .flat_map(|&(part, joined)| {
                let pieces = part.split(and.as_str()).enumerate();
                pieces.map(move |(order, piece)| (piece, if order == 0 { joined } else { joins }))
            })
            .collect();
    }
    out.retain_mut(|part| {
        part.0 = part.0.trim();
        !part.0.is_empty()
    });
    out
}

/// Whether a text has the shape of a person's whole name: two to five words with capitals and no more.
pub(crate) fn full(name: &str) -> bool {
    let words = name.split_whitespace().count();
    let last = name.rsplit(' ').next().unwrap_or("").to_lowercase();
    let other =
        has(&TRADES, &last) || has(&DESKS, &last) || matches!(month(&last), Some(Month::Common(_)));
    (2..=5).contains(&words) && !other && name_before(name, false).as_deref() == Some(name)
}

/// The authors that `<meta>` names.
fn metas(head: &Head) -> Vec<Vec<Told>> {
    const NAMES: [&str; 14] = [
        "author",
        "article:author",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "dc.creator.name",
        "byl",
        "cxenseparse:author",
        "citation_author",
        "article.author",
        "og:author",
        "authors",
    ];
    let mut out = Vec::new();
    for (place, name) in NAMES.iter().enumerate() {
        let values = head.all(&[name]).map(|row| row.1.to_owned()).collect();
        out.push(rows(Witness::Meta, NAMES.len() + 1 - place, values));
    }
    // Some pages label the values that chat programs show.
    let labelled =
        ["twitter:label1", "twitter:label2"].iter().zip(["twitter:data1", "twitter:data2"]);
    for (label, data) in labelled {
        if head.first(&[label]).is_some_and(|label| has(&AUTHOR_HEADINGS, &label.to_lowercase())) {
            out.push(rows(Witness::Meta, 1, head.first(&[data]).into_iter().collect()));
        }
    }
    out
}

/// Words of a class that mark an author's name, with what they are worth. Sorted.
const MARKS: &[(&str, i32)] = &[
    ("article author", 4),
    ("author", 3),
    ("author link", 4),
    ("author name", 4),
    ("authorname", 4),
    ("authors", 3),
    ("by author", 4),
    ("byline", 2),
    ("byline author", 4),
    ("byline name", 4),
    ("bylines", 2),
    ("contributor", 2),
    ("contributors", 2),
    ("entry author", 4),
    ("post author", 4),
    ("posted by", 3),
    ("submitted by", 3),
    ("vcard", 3),
    ("writer", 2),
    ("written by", 3),
];

/// Parts of an address that lead to an author's page.
const PROFILES: [&str; 10] = [
    "/author/",
    "/authors/",
    "/by/",
    "/contributor/",
    "/contributors/",
    "/journalist/",
    "/newsteam/",
    "/people/",
    "/profile/",
    "/staff/",
];

/// Elements that are marked as the author's name. `title` is the headline's element.
fn marked(tree: &Tree, regions: &Regions, title: Id) -> Vec<Vec<Told>> {
    /// So many are looked at; a page of more is a list of stories.
    const MOST: usize = 40;
    let mut out = Vec::new();
    let mut seen = 0;
    for (id, node) in tree.nodes.iter().enumerate() {
        let skipped = matches!(
            &*node.name,
            "" | "meta" | "link" | "body" | "html" | "script" | "article" | "img" | "style"
        );
        if skipped || node.end - id > 80 || seen >= MOST {
            continue;
        }
        let score = mark(tree, id);
        if score == 0 || foreign(regions, id) && id.abs_diff(title) > 150 {
            continue;
        }
        // The link to the author's page holds nothing but the name.
        let link = (id..node.end).find(|&inner| profile(tree, inner));
        let text = tree.text(link.unwrap_or(id), 200);
        if text.len() >= 180 {
            continue;
        }
        let text = unlabelled(&text);
        let mut names = bylines(text);
        // A handle or a single name, where nothing else stands in the element.
        if names.is_empty() && text.split_whitespace().count() <= 3 {
            names.push(text.to_owned());
        }
        seen += 1;
        let names = names.into_iter().filter(|name| name.split_whitespace().count() <= 6);
        let (by, strength, at) = (Witness::Mark, score as usize, Some(id));
        let told = |(order, name)| Told { name, by, strength, order, at, line: None, list: 0 };
        out.push(cleaned(names.collect()).into_iter().enumerate().map(told).collect());
    }
    out
}

/// All names of a byline: "By Ada Lind, Tom Ek and Ida Moor, Staff Writers".
fn bylines(text: &str) -> Vec<String> {
    let Some(first) = byline(text) else { return Vec::new() };
    let after = text.find(first.as_str()).map_or("", |at| &text[at + first.len()..]);
    let mut out = people(&first);
    if after.starts_with([',', ';']) {
        let more = parts(after).into_iter().map(|row| (name_before(row.0, false), row.1));
        let more = more.map_while(|(name, joined)| Some((name?, joined)));
        out.extend(more.filter(|row| person(&row.0) || row.1 && full(&row.0)).map(|row| row.0));
    }
    out
}

/// "Author Ada Lind", as a label and a name in one element read.
fn unlabelled(text: &str) -> &str {
    let label = |label: &&str| text.strip_prefix(*label)?.strip_prefix(' ');
    AUTHOR_WORDS.iter().find_map(label).unwrap_or(text)
}

/// What an element's marks speak for its being an author's name; 0 for nothing.
fn mark(tree: &Tree, id: Id) -> i32 {
    let has = |key: &str| {
        tree.attribute(id, key)
            .is_some_and(|value| value.split_whitespace().any(|value| value == "author"))
    };
    if has("itemprop") || has("rel") {
        return 5;
    }
    let mut words = Vec::new();
    for key in ["class", "data-testid", "data-component", "id"] {
        words_of(tree.attribute(id, key).unwrap_or(""), &mut words);
        words.push(String::new());
    }
    let pairs = words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1]));
    let value =
        |word: &str| MARKS.binary_search_by_key(&word, |row| row.0).ok().map(|at| MARKS[at].1);
    let named = pairs
        .filter_map(|pair| value(&pair))
        .chain(words.iter().filter_map(|word| value(word)))
        .max();
    named.or_else(|| profile(tree, id).then_some(1)).unwrap_or(0)
}

fn profile(tree: &Tree, id: Id) -> bool {
    &*tree.nodes[id].name == "a"
        && tree
            .attribute(id, "href")
            .is_some_and(|href| PROFILES.iter().any(|part| href.contains(part)))
}

/// Whether a part speaks of other people: commenters, other stories' authors.
fn foreign(regions: &Regions, id: Id) -> bool {
    regions.cues[id].is_some_and(|cue| cue.of_others)
}

/// Names on lines near the headline and, where "by" or a label announces them, on any.
fn printed(blocks: &[Block], title: Option<usize>) -> Vec<Vec<Told>> {
    /// Lines around the headline that may hold a bare name, and longer ones hold none.
    const ABOVE: usize = 6;
    const BELOW: usize = 18;
    const LONGEST: usize = 140;
    /// Lines at the end that may name the owner.
    const FOOT: usize = 40;
    /// So many names are heard.
    const MOST: usize = 60;
    let middle = title.unwrap_or(0);
    let mut headed = false;
    let (mut out, mut heard) = (Vec::new(), 0);
    for (index, block) in blocks.iter().enumerate() {
        let near = index + ABOVE >= middle && index <= middle + BELOW && title != Some(index);
        if block.chars > LONGEST {
            headed = false;
            continue;
        }
        let lower = block.text.to_lowercase();
        let starts = BYLINES.iter().any(|words| lower.starts_with(words));
        if (starts || headed || near) && heard < MOST {
            let mut line = Vec::new();
            for (order, one) in names_in(&block.text, headed).into_iter().enumerate() {
                let sure = one.announced > 0;
                if !(sure || near) {
                    continue;
                }
                for name in cleaned(vec![one.name.to_owned()]) {
                    let by = if sure { Witness::Byline } else { Witness::Line };
                    let strength = usize::from(one.announced) + 4 * usize::from(starts);
                    let (at, on) = (Some(block.at), Some(index));
                    line.push(Told { name, by, strength, order, at, line: on, list: 0 });
                }
            }
            heard += line.len();
            out.push(line);
        }
        headed = has(&AUTHOR_HEADINGS, lower.trim_end_matches(':'));
    }
    out.extend(blocks.iter().enumerate().rev().take(FOOT).filter_map(owned));
    out
}

/// Whom the notice of copyright names: who owns a page may have written it.
fn owned((index, block): (usize, &Block)) -> Option<Vec<Told>> {
    let (_, name) = owner(&block.text).filter(|_| block.chars <= 200)?;
    let (by, at, line) = (Witness::Line, Some(block.at), Some(index));
    Some(vec![Told { name: name.to_owned(), by, strength: 0, order: 0, at, line, list: 0 }])
}

/// Names without addresses, job titles and those that mean nobody.
fn cleaned(names: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for name in names {
        let name = tidy(&name);
        let name = BY_TITLES
            .iter()
            .chain(&*BY_PREFIXES)
            .find_map(|by| name.strip_prefix(*by))
            .unwrap_or(&name);
        let name = name
            .split(['|', '@', '('])
            .next()
            .unwrap_or("")
            .trim()
            .trim_end_matches([',', ';', ':']);
        let name = once(name);
        let lower = name.to_lowercase();
        let is_address = lower.contains("http")
            || lower.contains("www.")
            || lower.contains('/') && !lower.contains(' ')
            || !lower.contains(char::is_alphabetic);
        if name.is_empty() || is_address || name.chars().count() > 120 || has(&NOBODIES, &lower) {
            continue;
        }
        if !out.iter().any(|known| squeezed(known) == squeezed(name)) {
            out.push(name.to_owned());
        }
    }
    out
}

/// A name that an element holds twice, seen and unseen: "Ada LindAda Lind".
fn once(name: &str) -> &str {
    let half = name.split_at_checked(name.len() / 2);
    half.filter(|(one, other)| one.contains(' ') && one == other).map_or(name, |row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_said_twice_is_one() {
        assert_eq!(cleaned(vec!["Ada LindAda Lind".to_owned()]), ["Ada Lind"]);
        assert_eq!(cleaned(vec!["Mimi".to_owned(), "Ada Lind".to_owned()]), ["Mimi", "Ada Lind"]);
    }

    #[test]
    fn tables_are_sorted() {
        assert!(MARKS.is_sorted() && PROFILES.is_sorted());
    }

    #[test]
    fn a_byline_names_all_its_authors() {
        let check = |text: &str, expected: &[&str]| assert_eq!(bylines(text), expected, "{text}");
        check("By Ada Lind, Tom Ek and Ida Moor", &["Ada Lind", "Tom Ek", "Ida Moor"]);
        check("By Ada Lind and Tom Ek, Staff Writers", &["Ada Lind", "Tom Ek"]);
        check("By Ada Lind, MD", &["Ada Lind"]);
        check("Published 3 May 2024", &[]);
    }

    #[test]
    fn a_value_may_hold_several_names() {
        let check = |text: &str, expected: &[&str]| {
            assert_eq!(parted(vec![text.to_owned()]), expected, "{text}");
        };
        check("Ada Lind, Tom Ek and Ida Moor", &["Ada Lind", "Tom Ek", "Ida Moor"]);
        check("Ada Lind, PhD, RN", &["Ada Lind"]);
        check("Ada Lind, Chief Harbour Officer", &["Ada Lind"]);
        check("Lind, Ada", &["Lind, Ada"]);
        check("Salt & Rope", &["Salt & Rope"]);
    }

    #[test]
    fn names_are_freed_of_what_is_no_name() {
        let check = |name: &str, expected: &[&str]| {
            assert_eq!(cleaned(vec![name.to_owned()]), expected, "{name}");
        };
        check("By Ada Lind", &["Ada Lind"]);
        check("Ada Lind | Staff", &["Ada Lind"]);
        check("Ada Lind (@adalind)", &["Ada Lind"]);
        check("admin", &[]);
        check("104733", &[]);
        check("https://port.example/ada", &[]);
    }
}
