//! Chooses the headline among what the page gives for one.

mod candidates;
mod features;
mod sites;

use self::candidates::{address_words, candidates, statements};
use self::features::{Context, features};
use self::sites::{Sites, cut};
use super::blocks::{Block, BlockKind};
use super::head::Head;
use crate::learned::learned;
use crate::markup::tree::Tree;
use crate::trees::{UNIT, best};
use dateline_text::key_of;

pub(crate) use self::candidates::Candidate;
pub(crate) use self::features::WIDTH;
pub(crate) use self::sites::{marks, squeezed};

/// The headline, and the line that prints it.
#[derive(Debug, Default)]
pub(crate) struct Title {
    pub text: String,
    pub line: Option<usize>,
}

/// Finds the headline: the text that the page's statements, its marks and its article speak for most.
pub(crate) fn find(tree: &Tree, head: &Head, blocks: &[Block]) -> Title {
    let (all, numbers) = judged(tree, head, blocks);
    let scores = learned().headline.scores(numbers.iter().map(|row| &row[..]));
    // Of equals the first: statements come before lines.
    match best(&scores).filter(|&at| all[at].is_given() || scores[at] > UNLIKELY) {
        Some(best) => of(&all[best], blocks),
        None => Title::default(),
    }
}

/// Below this a text that neither a heading nor the head gives is rather no headline.
const UNLIKELY: i32 = -2 * UNIT;

/// The candidates with their numbers.
pub(crate) fn judged(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
) -> (Vec<Candidate>, Vec<[u8; WIDTH]>) {
    let sites = Sites::of(head, blocks);
    let statements = statements(head);
    let all = candidates(tree, blocks, &statements, &sites);
    let summary = head.first(&["og:description", "description", "twitter:description"]);
    let context = Context {
        tree,
        blocks,
        statements: &statements,
        sites: &sites,
        address: address_words(head),
        summary: summary.unwrap_or_default(),
    };
    let numbers = features(&context, &all);
    (all, numbers)
}

/// A candidate as the headline; a line that says nearly the same prints it.
pub(crate) fn of(one: &Candidate, blocks: &[Block]) -> Title {
    let printed = one.lines.iter().copied().min_by_key(|&line| rank(&blocks[line]));
    let key = key_of(&one.text);
    let like = |block: &Block| block.chars <= 300 && alike(&key_of(&block.text), &key);
    let line = printed.or(one.within).or_else(|| blocks.iter().position(like));
    Title { text: one.text.clone(), line }
}

/// Headings first, by their level.
fn rank(block: &Block) -> u8 {
    match block.kind {
        BlockKind::Heading(level) => level,
        _ => 7,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;
    use crate::web::saved::Saved;

    const PROSE: &str = "<p>The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt.</p>";

    /// The headline of a page with an article.
    fn check(page: &str, expected: &str) {
        let whole = format!("{page}<div>{PROSE}{PROSE}{PROSE}{PROSE}</div>");
        let tree = Tree::read(&whole);
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
            "<meta property=og:title content='Harbour opens again - after nine years of quiet work'><title>Harbour opens again - after nine years of quiet work | Port Post</title>",
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
        let tree = Tree::read("<p>The boat came into the port.</p>");
        let found = find(&tree, &Head::read(&tree, Saved::default()), &blocks(&tree));
        assert_eq!((found.text.as_str(), found.line), ("", None));
    }
}
