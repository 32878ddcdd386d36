//! Tells a page that lists stories, a section's front or a search's results, from one of them.

use super::blocks::{Block, BlockKind};
use dateline_model::When;

/// A list has so many headlines that lead to their stories.
const HEADLINES: usize = 3;

/// A headline has so many words; a link of fewer is a topic or a place on the page.
const WORDS: usize = 3;

/// No paragraph of a list is longer, in characters: it is a sentence or two that lead to a story.
const LONGEST: usize = 320;

/// Between two headlines stands so much.
const BETWEEN: usize = 420;

/// Whether the lines that were taken for a body are a list of stories that stand elsewhere: headlines that are links,
/// with a few words below each. A page that states its own day is an article, whatever it holds.
pub(super) fn is_list<'l>(
    lines: impl Iterator<Item = &'l Block>,
    published: Option<&When>,
) -> bool {
    let states = |when: &When| when.evidence.iter().any(|it| it.rule.starts_with("meta/"));
    if published.is_some_and(states) {
        return false;
    }
    let (mut headlines, mut before, mut between) = (0, 0, 0);
    for line in lines {
        let leads = line.linked * 10 >= line.chars * 9;
        let words = line.text.split_whitespace().count();
        if matches!(line.kind, BlockKind::Heading(_)) && leads && words >= WORDS {
            headlines += 1;
            between = 0;
            continue;
        }
        if headlines == 0 {
            before += line.chars;
        }
        between += line.chars;
        if line.chars > LONGEST || between > BETWEEN || before > BETWEEN {
            return false;
        }
    }
    headlines >= HEADLINES
}

#[cfg(test)]
mod tests {
    use super::super::separate;

    fn card(number: usize) -> String {
        format!(
            "<div class=card><a href=/s{number}><h2>Salt is dear again in town {number}</h2></a><p>The boat came late, say bakers who wait for it.</p><span>{number} May 2024</span></div>"
        )
    }

    fn check(page: &str, expected: bool) {
        let draft = separate(page, "a.html");
        assert_eq!(draft.lists, expected, "{draft:#?}");
        assert!(!draft.lists || draft.published.is_none(), "{draft:#?}");
    }

    #[test]
    fn a_section_of_teasers_is_no_article_and_no_day_of_theirs_dates_it() {
        let cards: String = (1..=5).map(card).collect();
        check(&format!("<title>Food | Port Post</title><main><h1>Food</h1>{cards}</main>"), true);
    }

    #[test]
    fn an_article_with_linked_headings_or_a_list_below_stays_one() {
        let story = "The old harbour of the small town opened again on Sunday after nine years of quiet work, and the first boat that came into port carried salt and a choir. ".repeat(3);
        let cards: String = (1..=5).map(card).collect();
        for page in [
            format!(
                "<h1>Harbour opens again</h1><p>{story}</p><p>{story}</p><section class=related>{cards}</section>"
            ),
            format!("<main><h1>Harbour opens again</h1><p>{story}</p>{cards}</main>"),
            format!(
                "<meta property=article:published_time content=2024-03-05><main><h1>Five stories of the week</h1>{cards}</main>"
            ),
            "<main><h1>Harbour opens again</h1><p>The boat came late, say bakers.</p><h2>What comes next for the town</h2><p>The mayor waits.</p><h2>Who pays for all of it</h2><p>Nobody knows.</p><h2>When it will be over</h2><p>In May.</p></main>".to_owned(),
        ] {
            check(&page, false);
        }
    }
}
