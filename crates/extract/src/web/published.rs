//! Decides when a page was published, from what it states in its marks, prints
//! and has in its address, and says why.

use dateline_lang::page::{CHANGE_WORDS, EDIT_WORDS, why};
use dateline_model::{Basis, Day, Evidence, Granularity, When};

use super::ago::counted_back;
use super::blocks::Block;
use super::body::Verdict;
use super::claims::claims;
use super::head::Head;
use super::order::{Country, Order, either, printed_order};
use super::printing::{self, Printing};
use super::regions::Regions;
use super::stamps::stamp;
use crate::facts::moment::Moment;
use crate::facts::told::nearer;
use crate::markup::tree::Tree;
use crate::sheet::look::Look;
use crate::sheet::published;

/// From this trust on a statement outranks what the page prints elsewhere.
const SURE: i32 = 5;

/// What it is worth that a stated day is printed near the headline.
const PRINTED: i32 = 4;

/// The publication date of a page.
pub(crate) fn find(
    tree: &Tree,
    head: &Head,
    blocks: &[Block],
    regions: &Regions,
    verdicts: &[Verdict],
    title: Option<usize>,
) -> Option<When> {
    if let Some(when) = edited(head, blocks) {
        return Some(when);
    }
    let lines = printing::lines(tree, blocks, regions, verdicts, title);
    let mut claims = claims(tree, head, blocks, regions, title);
    // A copy is not older than the page.
    if let Some(copied) = head.saved.at {
        claims.retain(|claim| claim.stamp.day <= copied.day + 1);
    }
    let printed = printed(&lines);
    let page = published::find(&lines.sheet, lines.title, &lines.run).map(|row| row.0);
    let country = Country::of(head);
    let page = page.map(|when| printed_order(when, country)).or_else(|| counted_back(head, &lines));
    // Of statements that differ, the one that the page prints too is trusted more.
    for claim in claims.iter_mut().filter(|claim| claim.trust >= SURE) {
        let shown = printed.iter().any(|row| row.0 == claim.stamp.day);
        claim.trust += if shown { PRINTED } else { 0 };
    }
    // Stable: of equal trust the first wins.
    claims.sort_by_key(|claim| -claim.trust);
    let best = claims.first().filter(|claim| claim.trust >= SURE || page.is_none());
    let Some(best) = best else { return page };
    let mut evidence = vec![Evidence::new(best.rule.clone(), best.text.clone(), why(best.reason))];
    // A time with the outlet's own distance from Greenwich has the outlet's day.
    let local = claims.iter().any(|claim| {
        claim.trust >= SURE
            && claim.stamp.clock.is_some()
            && !claim.stamp.utc
            && claim.stamp.day == best.stamp.day
    });
    let near = |day: Day| (day - best.stamp.day).abs() <= 1;
    let said: Vec<Day> = printed.iter().map(|row| row.0).collect();
    let (mut day, mut time) = (best.stamp.day, best.stamp.time());
    let open = best.stamp.other.filter(|_| !said.contains(&day));
    let sure =
        claims.iter().filter(|claim| claim.stamp.other.is_none()).map(|claim| claim.stamp.day);
    let sure = sure.chain(said.iter().copied());
    let order = open.map(|other| {
        let told = || nearer(lines.article(), day, other);
        Order::of(day, other, &best.text, sure, country, told)
    });
    if let Some(Order { day: read, rule, .. }) = order {
        day = read;
        evidence[0].why = format!("{} {}", evidence[0].why, why(rule));
    }
    let same = said.contains(&day);
    let beside = printed.iter().find(|row| near(row.0) && may_be(&best.stamp, row.0));
    if let Some((other, text)) = beside
        && !same
        && !local
    {
        let rule = "printed-date/near-stated";
        evidence.insert(0, Evidence::new(rule, text.clone(), why(rule)));
        (day, time) = (*other, None);
    } else if same {
        let text = beside.map(|row| row.1.clone()).unwrap_or_default();
        let reason = why("printed-date/agrees/stated");
        evidence.push(Evidence::new("printed-date/agrees", text, reason));
    } else if best.stamp.utc
        && let Some(other) = claims.iter().find(|claim| {
            !claim.stamp.utc
                && claim.trust >= SURE
                && claim.stamp.day != day
                && near(claim.stamp.day)
        })
    {
        let reason = why("meta/local");
        evidence.insert(0, Evidence::new(other.rule.clone(), other.text.clone(), reason));
        (day, time) = (other.stamp.day, None);
    }
    for other in claims.iter().skip(1).filter(|claim| claim.trust >= SURE).take(3) {
        let (rule, reason) = if other.stamp.day == day {
            (other.rule.clone(), "meta/agrees")
        } else {
            (format!("{}/passed-over", other.rule), "meta/passed-over")
        };
        evidence.push(Evidence::new(rule, other.text.clone(), why(reason)));
    }
    let mut when = When::on(day, Basis::Stated, evidence);
    if time.is_some() && !best.stamp.utc {
        (when.time, when.granularity) = (time, Granularity::Minute);
    }
    if let Some(Order { open: Some(other), .. }) = order {
        either(&mut when, other);
    }
    Some(when)
}

/// Whether a time in UTC has that day, the one before or after its own, somewhere where people live.
fn may_be(stamp: &Moment, day: Day) -> bool {
    /// The clocks of the Pacific's islands are at most so many hours behind and ahead.
    const BEHIND: u8 = 12;
    const AHEAD: u8 = 14;
    match stamp.clock.filter(|_| stamp.utc) {
        Some(clock) if day < stamp.day => clock.hour < BEHIND,
        Some(clock) if day > stamp.day => clock.hour >= 24 - AHEAD,
        _ => true,
    }
}

/// A wiki's page is as old as its last edit: what it states besides is the day
/// that somebody began it.
fn edited(head: &Head, blocks: &[Block]) -> Option<When> {
    let wiki = head.first(&["generator"]).is_some_and(|name| name.to_lowercase().contains("wiki"));
    let line = blocks.iter().rev().take(60).find_map(|block| {
        let at = EDIT_WORDS.iter().find_map(|words| block.text.find(words))?;
        let stamp = stamp(&block.text[at..])?;
        (block.chars <= 200).then_some((stamp, block.text.clone()))
    });
    let (stamp, text) = line.filter(|_| wiki)?;
    let rule = "printed-date/last-edited";
    Some(When::on(stamp.day, Basis::Stated, vec![Evidence::new(rule, text, why(rule))]))
}

/// The days that lines near the headline or the article print, nearest first.
fn printed(lines: &Printing) -> Vec<(Day, String)> {
    /// Between headline and article stand few lines.
    const REACH: usize = 14;
    let Printing { sheet: page, title, run } = lines;
    let middle = title.unwrap_or(run.start);
    let mut near: Vec<usize> = (middle.saturating_sub(REACH)..run.start.max(middle) + 3)
        .chain(run.end..run.end + REACH)
        .filter(|&index| index < page.lines.len())
        // A day inside the article is one that it tells of.
        .filter(|index| !run.contains(index) || *index < run.start + 2)
        .collect();
    near.sort_by_key(|&index| index.abs_diff(middle));
    near.dedup();
    let mut out = Vec::new();
    for index in near {
        let Look::Date(dates) = &page.looks[index] else { continue };
        let text = &page.lines[index].text;
        for date in dates {
            let before = text[..date.start].to_lowercase();
            if CHANGE_WORDS.iter().any(|word| before.contains(word)) {
                continue;
            }
            let shown = text[date.start..date.end].to_owned();
            out.push((date.day, shown.clone()));
            out.extend(date.other.map(|day| (day, shown)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::blocks::blocks;
    use crate::web::body::ruled;
    use crate::web::saved::Saved;
    use crate::web::title;

    const PROSE: &str = "<p>The old harbour of the small town opened again, after nine years of work, and the first boat carried salt and a choir.</p>";

    /// The day and its first rule.
    fn check(page: &str, expected: Option<(&str, &str)>) {
        let tree = Tree::read(page);
        let head = Head::read(&tree, Saved::default());
        let lines = blocks(&tree);
        let title = title::find(&tree, &head, &lines);
        let regions = Regions::read(&tree, &lines, title.line);
        let places = ruled(&tree, &lines, &regions, &title, None).verdicts;
        let when = find(&tree, &head, &lines, &regions, &places, title.line);
        let found = when.map(|when| {
            (
                when.date.map(|day| day.to_string()).unwrap_or_default(),
                when.evidence[0].rule.clone(),
            )
        });
        let found = found.as_ref().map(|(day, rule)| (day.as_str(), rule.as_str()));
        assert_eq!(found, expected, "{page}");
    }

    fn page(head: &str, line: &str) -> String {
        format!("{head}<h1>Harbour opens again</h1><p>{line}</p>{PROSE}{PROSE}{PROSE}")
    }

    fn linked(json: &str) -> String {
        format!("<script type='application/ld+json'>{json}</script>")
    }

    #[test]
    fn the_head_states_the_day() {
        for (head, rule) in [
            (linked(r#"{"@type": "NewsArticle", "datePublished": "2024-03-05T10:00:00+01:00", "dateModified": "2024-04-01"}"#), "meta/json-ld-datePublished"),
            ("<meta property=article:published_time content='2024-03-05T10:00:00+01:00'>".into(), "meta/article:published_time"),
            ("<meta name=dc.date.issued content=2024-03-05><meta name=last-modified content=2024-04-01>".into(), "meta/dc.date.issued"),
            ("<meta name=parsely-pub-date content=1709632800>".into(), "meta/parsely-pub-date"),
            ("<link rel=canonical href='https://port.example/2024/03/05/salt'>".into(), "meta/address"),
        ] {
            check(&page(&head, "By Ada Lind"), Some(("2024-03-05", rule)));
        }
    }

    #[test]
    fn the_printed_day_wins_over_greenwich() {
        let head = "<meta property=article:published_time content='2024-03-06T02:10:00Z'>";
        check(&page(head, "March 5, 2024"), Some(("2024-03-05", "printed-date/near-stated")));
        check(&page(head, "March 1, 2024"), Some(("2024-03-06", "meta/article:published_time")));
        let local = "<meta property=article:published_time content='2024-03-06T02:10:00+09:00'>";
        check(&page(local, "March 5, 2024"), Some(("2024-03-06", "meta/article:published_time")));
        let dated =
            format!("{head}<link rel=canonical href='https://port.example/2024/03/05/salt'>");
        check(&page(&dated, "By Ada Lind"), Some(("2024-03-05", "meta/address")));
    }

    #[test]
    fn changes_clocks_comments_and_other_stories_do_not_date_a_page() {
        check(
            &page("<meta property=article:modified_time content=2024-04-01>", "March 5, 2024"),
            Some(("2024-03-05", "printed-date/month-name-day-year")),
        );
        let comments =
            format!("{}<div class=comments><p>March 9, 2024</p></div>", page("", "By Ada Lind"));
        check(&comments, None);
        let related = format!(
            "{}<div class=related><time datetime=2024-03-09>9 March 2024</time></div>",
            page("", "By Ada Lind")
        );
        check(&related, None);
    }

    #[test]
    fn elements_near_the_headline_date_a_page() {
        check(
            &page("", "<time datetime=2024-03-05>last week</time>"),
            Some(("2024-03-05", "meta/time-element")),
        );
        check(
            &page("", "<span itemprop=datePublished content=2024-03-05>5.3.</span>"),
            Some(("2024-03-05", "meta/itemprop-datePublished")),
        );
    }

    #[test]
    fn a_wikis_page_is_as_old_as_its_last_edit() {
        let head = "<meta name=generator content='MediaWiki 1.3'>".to_owned()
            + &linked(r#"{"@type": "Article", "datePublished": "2005-07-26"}"#);
        let page = format!(
            "{}<p>This page was last edited on 7 April 2024, at 05:33.</p>",
            page(&head, "By Ada Lind")
        );
        check(&page, Some(("2024-04-07", "printed-date/last-edited")));
    }
}
