//! Chooses the headline among what the page gives for one.

use std::collections::BTreeSet;

use super::blocks::{Block, BlockKind};
use super::facts;
use super::head::{Head, tidy};
use super::json::Json;
use super::regions::is_prose;
use crate::facts::address::host;
use crate::markup::tree::Tree;
use dateline_text::key_of;
use dateline_text::letters;

/// The headline, and the line that prints it.
#[derive(Debug, Default)]
pub(crate) struct Title {
    pub text: String,
    pub line: Option<usize>,
}

/// Marks that sites put between a headline and their name.
const SEPARATORS: [&str; 11] =
    [" | ", " - ", " – ", " — ", " :: ", " « ", " » ", " · ", " • ", " / ", " : "];

/// Signs that do so without spaces where letters have no case and words no spaces.
const CLOSE_SEPARATORS: [char; 5] = ['_', '|', '｜', '-', '－'];

/// Finds the headline: the heading, line or statement that the page's other statements, its marks and its
/// article speak for most.
pub(crate) fn find(tree: &Tree, head: &Head, blocks: &[Block]) -> Title {
    let sites = Sites::of(head, blocks);
    let stated = head.objects.iter().take(head.articles).find_map(|object| {
        object.get("headline").or_else(|| object.get("name")).and_then(Json::text)
    });
    let raw: Vec<String> = head
        .all(&[
            "og:title",
            "twitter:title",
            "parsely-title",
            "sailthru.title",
            "dc.title",
            "dcterms.title",
            "citation_title",
            "title",
            "headline",
        ])
        .map(|row| row.1.to_owned())
        .chain(stated.map(tidy))
        .chain((!head.title.is_empty()).then(|| head.title.clone()))
        .collect();
    let told: Vec<String> = raw
        .iter()
        .map(|text| without_site(uncounted(text), &sites))
        .filter(|text| !text.is_empty())
        .collect();
    let told_keys: Vec<String> = told.iter().map(|text| key_of(text)).collect();
    let full = key_of(&head.title);
    let words = Vocabulary::of(blocks);
    let segments: BTreeSet<String> = raw.iter().flat_map(|text| segments(text)).collect();
    let headings: Vec<(usize, u8)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(index, block)| match block.kind {
            BlockKind::Heading(level) if level <= 3 && block.chars <= 300 => Some((index, level)),
            // Any line may print what the head states.
            _ if (8..=300).contains(&block.chars)
                && segments.contains(&squeezed(&block.text))
                && size(&block.text) >= 3 =>
            {
                Some((index, 4))
            }
            _ => None,
        })
        .take(HEADINGS)
        .collect();
    let firsts: BTreeSet<String> = headings
        .iter()
        .filter(|row| row.1 == 1 && !aside(tree, &blocks[row.0]))
        .map(|row| key_of(&blocks[row.0].text))
        .collect();
    // A heading of its own rank outranks other lines, unless it is a label or the site's name.
    let headed = firsts.iter().any(|text| size(text) >= 3 && !sites.has(text));
    let score = |&(index, level): &(usize, u8)| {
        let block = &blocks[index];
        let key = key_of(&block.text);
        let long = size(&block.text);
        let mut score = match level {
            1 if firsts.len() == 1 => 5,
            1 => 3,
            2 => 1,
            _ => 0,
        };
        score += if told_keys.iter().any(|text| alike(&key, text)) { 6 } else { 0 };
        score += if long >= 3 && full.contains(&key) { 4 } else { 0 };
        score += if marked(tree, block) { 2 } else { 0 };
        score -= if long < 3 { 1 } else { 0 };
        score -= if leads_home(tree, block) || sites.has(&block.text) { 6 } else { 0 };
        score -= if aside(tree, block) { 6 } else { 0 };
        score -= if level == 4 && headed { 6 } else { 0 };
        score -= if level == 4 && block.linked * 2 > block.chars { 4 } else { 0 };
        score
    };
    // Of equals the one that the article takes up most, then the first on the page.
    let worth = |row: &(usize, u8)| {
        (score(row), words.share(&blocks[row.0].text) / 25, core::cmp::Reverse(row.0))
    };
    let best = headings.iter().map(worth).max();
    let heading = |least: i32| best.filter(|row| row.0 >= least).map(|row| row.2.0);
    if let Some(line) = heading(SURE) {
        return Title { text: own(&blocks[line].text, &told, &sites), line: Some(line) };
    }
    // Of statements the one that most others are like, and the article's words.
    let agreed = |text: &String| {
        let key = key_of(text);
        let like = told_keys.iter().filter(|other| alike(&key, other)).count().min(4) as i32;
        like + words.share(text) * 3 / 100 - if sites.has(text) { 6 } else { 0 }
    };
    let best = told.iter().enumerate().max_by_key(|row| (agreed(row.1), core::cmp::Reverse(row.0)));
    if let Some((_, text)) = best {
        let key = key_of(text);
        let line =
            blocks.iter().position(|block| block.chars <= 300 && alike(&key_of(&block.text), &key));
        return Title { text: text.clone(), line };
    }
    match heading(1) {
        Some(line) => Title { text: blocks[line].text.clone(), line: Some(line) },
        None => Title::default(),
    }
}

/// A title without the count of what is new: "(3) Harbour opens".
fn uncounted(text: &str) -> &str {
    let count = text.strip_prefix('(').and_then(|rest| rest.split_once(") "));
    match count {
        Some((number, rest))
            if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'+') =>
        {
            rest
        }
        _ => text,
    }
}

/// What of a heading is the headline: a label or a subtitle may stand in it, and the site's name.
fn own(text: &str, told: &[String], sites: &Sites) -> String {
    let key = key_of(text);
    let letters = squeezed(text);
    let part = told.iter().find(|told| {
        let (told, bare) = (key_of(told), squeezed(told));
        let label = letters.len() - bare.len().min(letters.len());
        size(&told) >= 3
            && label > 0
            && (key.starts_with(&told) || label <= LABEL && letters.ends_with(&bare))
    });
    match part {
        Some(part) => part.clone(),
        None => sites.cut(text).unwrap_or_else(|| text.to_owned()),
    }
}

/// A label before the headline, or its day, has at most so many letters.
const LABEL: usize = 10;

/// The words of the article's first paragraphs.
struct Vocabulary(BTreeSet<String>);

impl Vocabulary {
    fn of(blocks: &[Block]) -> Self {
        /// So many lines of prose say what the article is about.
        const LINES: usize = 30;
        let prose = blocks.iter().filter(|block| is_prose(block)).take(LINES);
        Vocabulary(prose.flat_map(|block| telling(&block.text)).collect())
    }

    /// How many of a hundred telling words of a text are among them.
    fn share(&self, text: &str) -> i32 {
        let words: Vec<String> = telling(text).collect();
        let known = words.iter().filter(|word| self.0.contains(*word)).count();
        (known * 100 / words.len().max(1)) as i32
    }
}

/// Words of four letters or more; of scripts without spaces pairs of letters.
fn telling(text: &str) -> impl Iterator<Item = String> {
    let lower = text.to_lowercase();
    let words: Vec<String> = lower.split(|c: char| !c.is_alphanumeric()).flat_map(cut).collect();
    words.into_iter().filter(|word| word.contains(caseless) || word.chars().count() >= 4)
}

/// A word; of scripts without spaces its pairs of letters.
fn cut(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 || !word.contains(caseless) {
        return vec![word.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}

/// Letters of scripts that are written without spaces.
fn caseless(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0E7F}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// How long a text is in words; of scripts without spaces two letters count as one.
fn size(text: &str) -> usize {
    let letters = text.chars().filter(|&c| caseless(c)).count();
    text.split_whitespace().count().max(letters / 2)
}

/// What stands between marks in a title, from its beginning or to its end, letters alone.
fn segments(text: &str) -> Vec<String> {
    let marks = marks(text);
    let heads = marks.iter().map(|mark| &text[..mark.0]);
    let tails = marks.iter().map(|mark| &text[mark.1..]);
    heads
        .chain(tails)
        .chain([text])
        .take(12)
        .map(squeezed)
        .filter(|part| !part.is_empty())
        .collect()
}

/// Where marks part a title: begin and end of each.
fn marks(text: &str) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = SEPARATORS
        .iter()
        .flat_map(|mark| text.match_indices(mark).map(|row| (row.0, row.0 + mark.len())))
        .collect();
    let close = text.match_indices(CLOSE_SEPARATORS).filter(|(at, mark)| {
        text[..*at].ends_with(caseless) || text[at + mark.len()..].starts_with(caseless)
    });
    out.extend(close.map(|(at, mark)| (at, at + mark.len())));
    out.sort_unstable();
    out
}

/// The first headings decide; a page of thousands is a list.
const HEADINGS: usize = 200;

/// From here on a heading is the headline: the only one of its rank, or one that
/// the page's own statements repeat.
const SURE: i32 = 5;

/// Whether a heading is marked as the headline.
fn marked(tree: &Tree, block: &Block) -> bool {
    let own = [block.owner, tree.nodes[block.owner].parent];
    own.iter().any(|&id| {
        let class = tree.attribute(id, "class").unwrap_or("").to_ascii_lowercase();
        let prop = tree.attribute(id, "itemprop").unwrap_or("");
        prop.contains("headline")
            || [
                "headline",
                "entry-title",
                "post-title",
                "article-title",
                "article__title",
                "post__title",
                "entry__title",
                "story-title",
                "page-title",
                "posttitle",
                "articletitle",
            ]
            .iter()
            .any(|word| class.contains(word))
    })
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

/// Whether a heading stands in a part that is never the article.
fn aside(tree: &Tree, block: &Block) -> bool {
    tree.ancestors(block.at).any(|id| matches!(&*tree.nodes[id].name, "nav" | "aside" | "footer"))
}

/// The names that the site goes by, letters alone.
struct Sites {
    names: Vec<String>,
    /// Lines that say who owns the page.
    owners: Vec<String>,
}

impl Sites {
    fn of(head: &Head, blocks: &[Block]) -> Sites {
        let mut names: Vec<String> = head
            .all(&[
                "og:site_name",
                "application-name",
                "twitter:site",
                "twitter:domain",
                "apple-mobile-web-app-title",
            ])
            .map(|row| row.1.trim_start_matches('@').to_owned())
            .collect();
        names.extend(head.stated("publisher").flat_map(|value| head.names(value)));
        names.extend(facts::address(head).and_then(|address| host(&address).map(str::to_owned)));
        let owned = blocks.iter().rev().take(40);
        let owned = owned.filter(|block| block.chars <= 300 && block.text.contains('©'));
        let owners = owned.map(|block| squeezed(&block.text)).collect();
        let names = names.iter().map(|name| squeezed(name)).filter(|name| !name.is_empty());
        Sites { names: names.collect(), owners }
    }

    /// Whether a text is the site's name, or part of it, or holds it.
    fn has(&self, text: &str) -> bool {
        let part = squeezed(text);
        if part.is_empty() {
            return false;
        }
        let named = self.names.iter().any(|name| {
            *name == part
                || name.contains(&part) && part.len() * 2 > name.len()
                || part.contains(name.as_str()) && name.len() * 2 > part.len()
        });
        let telling = part.len() >= 4 && size(text) <= 3 || part.len() >= 8;
        named || telling && self.owners.iter().any(|line| line.contains(&part))
    }

    /// A text without the site's name before or behind it, where it has that.
    fn cut(&self, text: &str) -> Option<String> {
        let marks = marks(text);
        let (first, last) = (marks.first()?, marks.last()?);
        if self.has(&text[last.1..]) {
            return Some(text[..last.0].trim().to_owned());
        }
        self.has(&text[..first.0]).then(|| text[first.1..].trim().to_owned())
    }
}

/// Whether two headlines differ by no more than a word in five.
fn alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut words: Vec<String> = parts.flat_map(cut).collect();
        words.sort();
        words.dedup();
        words
    };
    let (a, b) = (words(one), words(other));
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    shared > 0 && shared * 2 * 10 >= (a.len() + b.len()) * 8
}

/// A title without the site's name before or after it, nor short names of sections.
fn without_site(text: &str, sites: &Sites) -> String {
    let mut text = text.trim();
    for _ in 0..4 {
        let marks = marks(text);
        let Some((first, last)) = marks.first().zip(marks.last()) else { break };
        let (front, rest, back) = (&text[..first.0], &text[..last.0], &text[last.1..]);
        let label = size(back) <= 4 && size(rest) >= 3 && size(back) < size(rest);
        let firm = match &text[last.0..last.1] {
            " / " | "-" => false,
            " : " => size(back) <= 2,
            _ => true,
        };
        if sites.has(back) && !rest.trim().is_empty() || label && firm {
            text = rest.trim();
        } else if sites.has(front) {
            text = text[first.1..].trim();
        } else {
            break;
        }
    }
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '|' | '»' | '«')).to_owned()
}

/// Letters and digits alone, lower case.
pub(crate) fn squeezed(text: &str) -> String {
    letters(text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;
    use crate::web::saved::Saved;

    fn check(page: &str, expected: &str) {
        let tree = Tree::read(page);
        let found = find(&tree, &Head::read(&tree, Saved::default()), &blocks(&tree));
        assert_eq!(found.text, expected, "{page}");
    }

    #[test]
    fn the_sites_name_is_cut_off() {
        check("<title>Harbour opens again | Port Post</title>", "Harbour opens again");
        check(
            "<meta property=og:site_name content='Port Post'><title>Port Post - Harbour opens again</title>",
            "Harbour opens again",
        );
        check(
            "<title>Salt &amp; rope: Harbour opens again | The Post of the Old Port and Town</title><footer>© 2024 The Post of the Old Port and Town</footer>",
            "Salt & rope: Harbour opens again",
        );
        check("<title>老港口在九年后重新开放_新闻中心_港口网</title>", "老港口在九年后重新开放");
        check(
            "<title>Harbour opens again - after nine years of quiet work</title>",
            "Harbour opens again - after nine years of quiet work",
        );
        check(
            "<title>Harbour opens: salt &amp; rope » Port Post » News</title>",
            "Harbour opens: salt & rope",
        );
    }

    #[test]
    fn the_printed_headline_outranks_what_the_head_makes_of_it() {
        check(
            "<meta property=og:title content='You will not believe this harbour'><h1>Harbour opens again</h1>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again | Port Post</title><h1><a href=/>Port Post</a></h1><h2>Harbour opens again</h2>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again | Port Post</title><nav><h1>Sections of the site</h1></nav><h2>More</h2>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again</title><h1>Harbour opens again <small>The first boat since the war</small></h1>",
            "Harbour opens again",
        );
    }

    #[test]
    fn the_line_that_the_head_states_outranks_a_heading_that_nothing_repeats() {
        check(
            "<title>Harbour opens again | Port Post</title><h1>Port Post</h1><div>Harbour opens again</div>",
            "Harbour opens again",
        );
        check(
            "<title>Harbour opens again | Port Post</title><h1>News</h1><p class=t>Harbour opens again</p>",
            "Harbour opens again",
        );
    }

    #[test]
    fn labels_breaks_and_names_in_the_heading_are_no_part_of_the_headline() {
        check(
            "<title>Harbour opens again</title><h1><span>Live</span>Harbour opens again</h1>",
            "Harbour opens again",
        );
        check("<h1>Harbour opens<br>again</h1>", "Harbour opens again");
        check(
            "<meta property=og:site_name content='Port Post'><h1>Harbour opens again - Port Post</h1>",
            "Harbour opens again",
        );
    }

    #[test]
    fn headlines_of_scripts_without_spaces_are_compared_by_their_letters() {
        assert!(alike("老港口在九年后重新开放", "老港口在九年后又重新开放"));
        assert!(!alike("老港口在九年后重新开放", "盐价在码头上涨"));
    }

    #[test]
    fn a_page_without_any_has_none() {
        check("<p>The boat came into the port.</p>", "");
    }
}
