//! Decides by rules for each line of a page whether it belongs to the article.

use std::collections::BTreeSet;

use super::asides::tells_of_author;
use super::blocks::{Block, BlockKind};
use super::looks::looks;
use super::readable::kept;
use super::regions::{Regions, is_prose};
use super::roots::roots;
use super::title::Title;
use crate::lines::ends_sentence;
use crate::markup::node::Id;
use crate::markup::tree::Tree;
use dateline_lang::page::{Effect, aside_of, rule_of};
use dateline_text::key_of;

/// Where a line goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Is the headline.
    Title,
    /// Sums the article up below the headline.
    Standfirst,
    /// Belongs to the article.
    Body,
    /// Describes a picture.
    Caption,
    /// Left out, by the rule of that name; see [`left_out`](crate::draft::left_out).
    Out(&'static str),
}

const OUTSIDE: Verdict = Verdict::Out("html-outside");
const REPEATED: Verdict = Verdict::Out("repeated-title");
const LINKS: Verdict = Verdict::Out("html-links");
const BARE: Verdict = Verdict::Out("html-bare-heading");
const AUTHOR: Verdict = Verdict::Out("author-note");
const LABEL: Verdict = Verdict::Out("html-label");

/// What the rules make of the lines.
pub(crate) struct Ruled {
    /// What each line is.
    pub verdicts: Vec<Verdict>,
    /// Which lines the elements hold that were chosen for the article's.
    pub inside: Vec<bool>,
    /// Whether the page's builders marked these elements.
    pub marked: bool,
    /// The elements that the second reader keeps, where it was asked.
    pub opinion: Option<BTreeSet<Id>>,
}

/// What each line is by the rules. `author` is the byline.
pub(crate) fn ruled(
    tree: &Tree,
    blocks: &[Block],
    regions: &Regions,
    title: &Title,
    author: Option<&str>,
) -> Ruled {
    let roots = roots(tree, blocks, regions);
    let within: Vec<bool> =
        blocks.iter().map(|block| inside(tree, &roots.elements, block.at)).collect();
    // Where no mark tells, the second reader is asked too.
    let mut opinion = (!roots.marked).then(|| kept(tree));
    let key = key_of(&title.text);
    let mut out: Vec<Verdict> = blocks
        .iter()
        .zip(&within)
        .map(|(block, &within)| {
            if let Some(cue) = regions.cues[block.owner] {
                return if cue.caption { Verdict::Caption } else { Verdict::Out(cue.name) };
            }
            let second =
                is_prose(block) && opinion.as_ref().is_some_and(|kept| kept.contains(&block.owner));
            if !(second || within) {
                return OUTSIDE;
            }
            line(block, &key)
        })
        .collect();
    let shown = |out: &[Verdict]| -> usize {
        let rows = blocks.iter().zip(out).filter(|row| *row.1 == Verdict::Body);
        rows.map(|row| row.0.chars).sum()
    };
    if roots.marked && shown(&out) < THIN {
        let kept = kept(tree);
        for (index, block) in blocks.iter().enumerate() {
            if out[index] == OUTSIDE && kept.contains(&block.owner) {
                out[index] = line(block, &key);
            }
        }
        opinion = Some(kept);
    }
    if let Some(line) = title.line {
        out[line] = Verdict::Title;
        leads(blocks, line, &mut out);
    }
    entries(tree, blocks, &mut out);
    asides(blocks, author, &mut out);
    bare_headings(blocks, &mut out);
    Ruled { verdicts: out, inside: within, marked: roots.marked, opinion }
}

/// Where the marked element shows fewer characters, the second reader is asked.
const THIN: usize = 250;

/// Paragraphs between the headline and the article's element open the article;
/// one that is no sentence is its summary.
fn leads(blocks: &[Block], title: usize, verdicts: &mut [Verdict]) {
    /// Further down stands something else.
    const REACH: usize = 30;
    let Some(first) = verdicts.iter().skip(title).position(|one| *one == Verdict::Body) else {
        return;
    };
    let mut summary = false;
    for index in title + 1..title + first.min(REACH) {
        let block = &blocks[index];
        let said = block.text.split_whitespace().count() >= 7
            && block.chars >= 40
            && block.linked * 3 < block.chars;
        if verdicts[index] != OUTSIDE || !said || line(block, "") != Verdict::Body {
            continue;
        }
        if ends_sentence(&block.text) {
            verdicts[index] = Verdict::Body;
        } else if !summary && block.chars <= 400 {
            verdicts[index] = Verdict::Standfirst;
            summary = true;
        }
    }
}

/// So many printed hours, each with prose of the article below it, are those of a live report's entries.
const ENTRIES: usize = 3;

/// Keeps the days of a live report's entries where they are of several days: what an entry calls "today"
/// counts from its own.
fn entries(tree: &Tree, blocks: &[Block], verdicts: &mut [Verdict]) {
    let mut stamps: Vec<(usize, &str)> = Vec::new();
    let mut waits = None;
    for (index, block) in blocks.iter().enumerate() {
        match verdicts[index] {
            Verdict::Out("html-date-line/date") => {
                waits = hour_of(tree, block).map(|day| (index, day));
            }
            Verdict::Body if is_prose(block) => stamps.extend(waits.take()),
            _ => {}
        }
    }
    let several = stamps.iter().any(|stamp| stamp.1 != stamps[0].1);
    if several && stamps.len() >= ENTRIES {
        stamps.into_iter().for_each(|(index, _)| verdicts[index] = Verdict::Body);
    }
}

/// The day of a line that an element of time holds, where that states the hour too:
/// `datetime="2024-03-06T09:10Z"`.
fn hour_of<'t>(tree: &'t Tree, block: &Block) -> Option<&'t str> {
    /// A line holds its text no deeper.
    const DEPTH: usize = 4;
    let mut around = tree.ancestors(block.at).take(DEPTH);
    let time = around.find(|&id| &*tree.nodes[id].name == "time")?;
    let stamp = tree.attribute(time, "datetime").filter(|stamp| stamp.contains(':'))?;
    stamp.get(..10)
}

/// Takes out what the site says to its readers: notices of rights anywhere,
/// pleas where the article ends or where they lead elsewhere.
fn asides(blocks: &[Block], author: Option<&str>, verdicts: &mut [Verdict]) {
    let body: Vec<usize> =
        (0..blocks.len()).filter(|&index| verdicts[index] == Verdict::Body).collect();
    let total: usize = body.iter().map(|&index| blocks[index].chars).sum();
    let mut before = 0;
    for (order, &index) in body.iter().enumerate() {
        let block = &blocks[index];
        before += block.chars;
        if let Some(aside) = aside_of(&key_of(&block.text), block.chars) {
            if aside.firm || before * 100 >= total * LATE || block.linked * 4 > block.chars {
                verdicts[index] = Verdict::Out(aside.name);
            }
        } else if order > 0 && order + 4 >= body.len() && tells_of_author(block, author) {
            verdicts[index] = AUTHOR;
        }
    }
}

/// After so much of the article, in percent, a site may speak to its readers.
const LATE: usize = 60;

fn inside(tree: &Tree, roots: &[Id], at: Id) -> bool {
    let after = roots.partition_point(|&root| root <= at);
    after > 0 && at < tree.nodes[roots[after - 1]].end
}

/// A line inside the article's element.
fn line(block: &Block, title: &str) -> Verdict {
    let key = key_of(&block.text);
    if !title.is_empty() && key == title {
        return REPEATED;
    }
    if let Some((rule, loose)) = rule_of(&key, block.chars)
        && !(loose && is_prose(block))
    {
        return match rule.effect {
            Effect::Caption => Verdict::Caption,
            _ => Verdict::Out(rule.name),
        };
    }
    if block.linked * 10 > block.chars * 8 && !matches!(block.kind, BlockKind::Heading(_)) {
        return LINKS;
    }
    if block.chars <= 100
        && matches!(block.kind, BlockKind::Loose | BlockKind::Paragraph | BlockKind::Item)
        && let Some(rule) = looks(&block.text)
    {
        return Verdict::Out(rule);
    }
    if block.kind == BlockKind::Loose && block.chars < 25 && !ends_sentence(&block.text) {
        return LABEL;
    }
    Verdict::Body
}

/// No heading is this long.
const LONG_HEADING: usize = 90;

/// A heading stays only where lines of the article follow it before the next.
fn bare_headings(blocks: &[Block], verdicts: &mut [Verdict]) {
    let mut follows = false;
    for (block, verdict) in blocks.iter().zip(verdicts.iter_mut()).rev() {
        match (block.kind, *verdict) {
            (BlockKind::Heading(_), Verdict::Body) => {
                // Some pages mark their opening paragraph as a heading.
                if !follows && block.chars < LONG_HEADING {
                    *verdict = BARE;
                }
                follows = false;
            }
            (_, Verdict::Body) => follows = true,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::web::separate;

    const PROSE: &str = "<p>The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt.</p>";

    /// The rule that left a line out, "body", "caption" or "standfirst".
    fn check(inner: &str, line: &str, expected: &str) {
        let page = format!("<title>Harbour opens again | Port Post</title><body>{inner}");
        let draft = separate(&page, "a.html");
        let found = if draft.body.contains(line) {
            "body".to_owned()
        } else if draft.captions.iter().any(|one| one.contains(line)) {
            "caption".into()
        } else if draft.standfirst.as_ref().is_some_and(|one| one.contains(line)) {
            "standfirst".into()
        } else {
            let row = draft.furniture.iter().find(|row| row.text.contains(line));
            row.map_or("lost", |row| &row.rule).to_owned()
        };
        assert_eq!(found, expected, "{inner}");
    }

    fn article(inner: &str) -> String {
        format!(
            "<h1>Harbour opens again</h1><article>{PROSE}{PROSE}{inner}{PROSE}{PROSE}</article>"
        )
    }

    #[test]
    fn the_articles_own_lines_stay() {
        check(&article("<p>Good.</p>"), "Good.", "body");
        check(&article("<h2>What comes next</h2>"), "What comes next", "body");
        check(&article("<ul><li>Salt from the south</li></ul>"), "Salt from", "body");
        check(&article("<blockquote>We waited long.</blockquote>"), "We waited", "body");
        check(&article("<table><tr><td>Salt</td><td>12 t</td></tr></table>"), "Salt 12 t", "body");
        check(&article("<pre>let salt = 1;</pre>"), "let salt", "body");
        check(&article("<p>See <a href=x>the treaty</a> of the port.</p>"), "the treaty", "body");
    }

    #[test]
    fn the_days_of_a_live_reports_entries_stay() {
        let stamp = |day: u8| {
            format!("<time datetime=2024-03-0{day}T09:10Z>{day} March 2024 09.10 GMT</time>")
        };
        let entries =
            |days: &[u8]| -> String { days.iter().map(|day| stamp(*day) + PROSE).collect() };
        check(&article(&entries(&[6, 5, 4])), "5 March 2024 09.10", "body");
        check(&article(&entries(&[6, 5])), "5 March 2024 09.10", "html-date-line");
        check(&article(&entries(&[5, 5, 5])), "5 March 2024 09.10", "html-date-line");
        let bare = [6, 5, 4].map(|day| stamp(day) + "<p>Salt</p>").concat();
        check(&article(&bare), "6 March 2024 09.10", "html-date-line");
    }

    #[test]
    fn what_the_site_says_goes_with_its_reason() {
        check(
            &article("<div class=related><p>Other boats came in too.</p></div>"),
            "Other boats",
            "html-related",
        );
        check(
            &article("<p><a href=x>Salt prices rise at the quay</a></p>"),
            "Salt prices",
            "html-links",
        );
        check(&article("<p>Read more: Salt prices at the quay</p>"), "Salt prices", "read-more");
        check(
            &article("<figure><figcaption>The quay at dawn</figcaption></figure>"),
            "The quay",
            "caption",
        );
        check(&article("<p>March 5, 2024</p>"), "March 5", "html-date-line");
        check(
            &format!("{}<div><p>Weather today</p></div>", article("")),
            "Weather",
            "html-outside",
        );
        check(
            &format!("{}<footer><p>All about us</p></footer>", article("")),
            "All about",
            "html-footer",
        );
    }

    #[test]
    fn pleas_go_at_the_end_and_stay_in_the_story() {
        let plea = "<p>Got a story of the quay? Write it down.</p>";
        check(
            &format!("<h1>Harbour opens again</h1><article>{PROSE}{PROSE}{plea}</article>"),
            "Got a story",
            "aside-contact",
        );
        check(
            &format!("<h1>Harbour opens again</h1><article>{PROSE}{plea}{PROSE}{PROSE}</article>"),
            "Got a story",
            "body",
        );
    }

    #[test]
    fn lines_between_headline_and_article_open_it_or_sum_it_up() {
        let lead = |line: &str| {
            format!(
                "<h1>Harbour opens again</h1><div><p>{line}</p></div><article>{PROSE}{PROSE}</article>"
            )
        };
        check(&lead("It took nine years and a choir to open the old harbour."), "It took", "body");
        check(
            &lead("Nine years of work and a choir of thirty for one old harbour"),
            "Nine years",
            "standfirst",
        );
    }

    #[test]
    fn a_page_without_marks_is_told_by_its_prose() {
        let menu = "<ul><li><a href=a>Home</a><li><a href=b>World</a></ul>";
        let page = format!(
            "<div>{menu}</div><div><h1>Harbour opens again</h1>{PROSE}{PROSE}</div><div>{menu}</div>"
        );
        check(&page, "Home", "html-outside");
        check(&page, "The old harbour", "body");
    }

    #[test]
    fn answers_of_a_thread_belong_to_it() {
        let post = |text: &str| format!("<div class='post-text c'><p>{text}</p></div>");
        let page = format!(
            "<h1>Harbour opens again</h1>{}{}{}",
            post("Why does the harbour open so late in the year when the ice has long gone?"),
            post(&PROSE.repeat(4)),
            post(
                "It waits for the salt boats from the south, as the old charter of the port says."
            )
        );
        check(&page, "Why does", "body");
        check(&page, "It waits", "body");
    }

    #[test]
    fn a_page_with_nothing_like_an_article_keeps_all_lines() {
        let draft = separate("<html><body><p>Salt</p><p>Rope</p>", "a.html");
        assert!(draft.body.contains("Salt") && draft.body.contains("Rope"));
    }

    #[test]
    fn hostile_pages_cost_linear_time_and_never_panic() {
        for piece in [
            "<div>",
            "<p>a",
            "<a href=x>b",
            "<table><tr><td>",
            "<article class=post-body><p>Salt came. ",
            "&",
            "<li>",
            "</p>",
            "<h1>x",
            "<script>",
            "\u{202E}<b>",
            "<meta name=date content=2024-03-05>",
            "<time>1",
            "5 May 2024 ",
        ] {
            separate(&piece.repeat(4_000), "a.html");
        }
    }
}
