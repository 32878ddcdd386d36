//! Decides for each line of a saved page whether it belongs to the article: rules keep the word where they
//! know, trees judge the rest.

use core::iter::once;

use super::body::Verdict;
use super::features::{features, strongest};
use super::looks::looks;
use super::taken::Taken;
use crate::learned::learned;
use crate::markup::node::Id;
use crate::page::verdict::decide_saved;

/// So many characters a line of that kind has at most.
const BARE: usize = 100;

/// What each line is.
pub(crate) fn verdicts(page: &Taken) -> Vec<Verdict> {
    let (open, numbers) = (open(page), features(page));
    let trees = &learned().saved;
    let scores: Vec<i32> = open.iter().map(|&index| trees.score(&numbers[index])).collect();
    by_scores(page, &open, &scores, |index| strongest(&trees.reasons(&numbers[index])))
}

/// The same, where `scores` speak for the lines that are `open`; `against` is the rule that says what speaks
/// against one.
pub(crate) fn by_scores(
    page: &Taken,
    open: &[usize],
    scores: &[i32],
    against: impl Fn(usize) -> &'static str,
) -> Vec<Verdict> {
    let mut out = page.ruled.verdicts.clone();
    let kept = decide(scores, |place| is_firm(page, open[place]));
    for (&index, kept) in open.iter().zip(kept) {
        match (kept, out[index]) {
            (true, _) => out[index] = Verdict::Body,
            (false, Verdict::Body) => out[index] = Verdict::Out(against(index)),
            // The rule that left it out says why.
            (false, _) => {}
        }
    }
    out
}

/// Which of the lines that the trees judge are the article's. `scores` is what the trees say of these, `firm`
/// whether what left one out has the last word.
pub(crate) fn decide(scores: &[i32], firm: impl Fn(usize) -> bool) -> Vec<bool> {
    let likely = decide_saved(scores).into_iter().enumerate();
    likely.map(|(place, likely)| likely && !firm(place)).collect()
}

/// Whether what left a line out has the last word: a rule, or that the line is no sentence, wherever it
/// stands.
pub(crate) fn is_firm(page: &Taken, index: usize) -> bool {
    let Verdict::Out(rule) = page.ruled.verdicts[index] else { return false };
    is_firm_rule(rule) || is_bare(page, index)
}

/// Whether a line is nothing but a date, a byline or a number, by its words or by its element.
fn is_bare(page: &Taken, index: usize) -> bool {
    let block = &page.blocks[index];
    let is_short = block.text.chars().nth(BARE).is_none();
    // The first of its text stands in the element or is it.
    let mut near = once(block.at).chain(page.tree.ancestors(block.at)).take(2);
    let is_time = near.any(|id| &*page.tree.nodes[id].name == "time");
    is_short && (is_time || looks(&block.text).is_some())
}

/// Whether a rule that left a line out has the last word: what the line says outright, and parts that
/// others wrote, that sell, ask or lead elsewhere. It costs up to three thousandths of body F1: a reader
/// who is shown such a part asks why.
fn is_firm_rule(rule: &str) -> bool {
    !rule.starts_with("html-")
        || matches!(
            rule,
            "html-advert" | "html-comments" | "html-consent" | "html-links" | "html-related"
        )
}

/// The lines that the trees judge: of the others the rules know what they are.
pub(crate) fn open(page: &Taken) -> Vec<usize> {
    let is_open =
        |index: &usize| !is_known(page.ruled.verdicts[*index]) && !is_hidden(page, *index);
    (0..page.blocks.len()).filter(is_open).collect()
}

/// Whether the page says outright that a line is not shown. A class that is called so may be taken off by
/// a script.
fn is_hidden(page: &Taken, index: usize) -> bool {
    let owner = page.blocks[index].owner;
    let hides = |id: Id| {
        page.tree.attribute(id, "hidden").is_some() || &*page.tree.nodes[id].name == "dialog"
    };
    page.regions.cues[owner].is_some_and(|cue| cue.hidden)
        && once(owner).chain(page.tree.ancestors(owner)).any(hides)
}

/// Whether a verdict of the rules stands.
fn is_known(verdict: Verdict) -> bool {
    match verdict {
        Verdict::Title | Verdict::Standfirst | Verdict::Caption => true,
        Verdict::Out(rule) => {
            rule.starts_with("html-date-line")
                || rule.starts_with("read-as-")
                || matches!(rule, "repeated-title" | "author-note" | "html-archive")
        }
        Verdict::Body => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trees::UNIT;

    const PROSE: &str = "<p>The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt.</p>";

    /// Which lines are kept where the trees see the article in all of them.
    fn kept(inner: &str) -> Vec<String> {
        let page = Taken::read(&format!("<h1>Harbour opens</h1>{PROSE}{inner}{PROSE}"), "a.html");
        let open = open(&page);
        let verdicts = decide(&vec![9 * UNIT; open.len()], |place| is_firm(&page, open[place]));
        let rows = open.iter().zip(verdicts).filter(|row| row.1);
        rows.map(|row| page.blocks[*row.0].text.clone()).filter(|text| text.len() < 40).collect()
    }

    #[test]
    fn trees_judge_what_no_rule_is_sure_of() {
        assert_eq!(kept("<p>Salt came by boat</p>"), ["Salt came by boat"]);
        assert_eq!(kept("<div><span>Salt</span></div>"), ["Salt"], "a label");
        assert_eq!(kept("<div class=sidebar><p>Salt came</p></div>"), ["Salt came"]);
        assert_eq!(kept("<div class=invisible><p>Salt came</p></div>"), ["Salt came"]);
    }

    #[test]
    fn rules_keep_the_word_where_they_know() {
        for part in [
            "<div hidden><p>Salt came by boat</p></div>",
            "<dialog><p>Salt came by boat</p></dialog>",
            "<figure><figcaption>Salt at the quay</figcaption></figure>",
            "<p>March 5, 2024</p>",
            "<div class=elsewhere><time datetime=2024-03-05>5 March</time></div>",
            "<h2>Harbour opens</h2>",
            "<div class=comments><p>Salt is dear, says one</p></div>",
            "<div class=related><p>Salt came by boat</p></div>",
        ] {
            assert!(kept(part).is_empty(), "{part}: {:?}", kept(part));
        }
    }
}
