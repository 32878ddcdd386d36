//! Decides when a page was published, from what it states in its marks, prints
//! and has in its address, and says why.

use dateline_lang::page::{EDIT_WORDS, why};
use dateline_model::{Basis, Day, Evidence, Granularity, When};

use super::ago::counted_back;
use super::blocks::Block;
use super::body::Verdict;
use super::claims::Claim;
use super::days::{Days, SURE};
use super::head::Head;
use super::order::{Country, Order, either, printed_order};
use super::printing::Printing;
use super::stamps::stamp;
use super::taken::Taken;
use crate::facts::moment::Moment;
use crate::facts::told::nearer;
use crate::learned::learned;
use crate::sheet::published;
use crate::trees::{UNIT, best};

/// The publication date of a page.
pub(crate) fn find(page: &Taken, verdicts: &[Verdict]) -> Option<When> {
    if let Some(when) = edited(&page.head, &page.blocks) {
        return Some(when);
    }
    let days = Days::of(page, verdicts);
    let scores = learned().published.scores(days.all.iter().map(|row| &row.1[..]));
    let likely = best(&scores).filter(|&best| scores[best] > UNLIKELY);
    likely.and_then(|best| judged(&days, &page.head, &scores, best)).or_else(|| {
        // Without a day of its own.
        let Printing { sheet, title, run } = &days.lines;
        let posts = published::all(sheet, *title, run, false);
        let newest = published::newest_post(sheet, &posts, run).map(|row| row.0);
        newest.or_else(|| counted_back(&page.head, &days.lines))
    })
}

/// Below this a day is rather none.
const UNLIKELY: i32 = -2 * UNIT;

/// From here on a day is called stated.
const LIKELY: i32 = 3 * UNIT;

/// The likeliest day; where much speaks against it, with its rivals for bounds.
fn judged(days: &Days, head: &Head, scores: &[i32], best: usize) -> Option<When> {
    let day = days.all[best].0;
    let mut when = on(days, head, days.local(day).unwrap_or(day))?;
    if scores[best] < LIKELY {
        let rivals = (0..scores.len()).filter(|&one| scores[one] > UNLIKELY);
        published::unsure(&mut when, rivals.map(|one| days.all[one].0), "published-day/unsure");
    }
    Some(when)
}

/// The day of publication where it is `chosen` of those that the page states and prints, or what this
/// one is by the outlet's own clock.
pub(crate) fn on(days: &Days, head: &Head, chosen: Day) -> Option<When> {
    let country = Country::of(head);
    let claim = days.stating(chosen).next();
    let printed = days.printing(chosen).filter(|_| claim.is_none_or(|claim| claim.trust < SURE));
    let Some(printed) = printed else { return claim.map(|claim| by_claim(days, claim, country)) };
    let mut when = published::when(&days.lines.sheet, printed, &days.printed);
    when = printed_order(when, country);
    passed_over(&mut when, days, chosen);
    Some(when)
}

/// Adds what else is stated.
fn passed_over(when: &mut When, days: &Days, day: Day) {
    for other in days.claims.iter().filter(|claim| claim.trust >= SURE).take(3) {
        let (rule, reason) = if other.stamp.day == day {
            (other.rule.clone(), "meta/agrees")
        } else {
            (format!("{}/passed-over", other.rule), "meta/passed-over")
        };
        if !when.evidence.iter().any(|row| row.rule == rule && row.text == other.text) {
            when.evidence.push(Evidence::new(rule, other.text.clone(), why(reason)));
        }
    }
}

fn by_claim(days: &Days, best: &Claim, country: Option<Country>) -> When {
    let Days { lines, claims, near: printed, .. } = days;
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
    let mut when = When::on(day, Basis::Stated, evidence);
    passed_over(&mut when, days, day);
    if time.is_some() && !best.stamp.utc {
        (when.time, when.granularity) = (time, Granularity::Minute);
    }
    if let Some(Order { open: Some(other), .. }) = order {
        either(&mut when, other);
    }
    when
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::judged;

    const PROSE: &str = "<p>The old harbour of the small town opened again, after nine years of work, and the first boat carried salt and a choir.</p>";

    /// The day and its first rule.
    fn check(page: &str, expected: Option<(&str, &str)>) {
        let taken = Taken::read(page, "");
        let when = find(&taken, &judged::verdicts(&taken));
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
    fn a_change_does_not_date_a_page_that_states_its_publication() {
        let head = "<meta property=article:published_time content=2020-03-10T15:30:00+00:00>\
            <meta property=article:modified_time content=2025-02-12T13:28:34+00:00>";
        check(
            &page(head, "Updated on 12 February 2025"),
            Some(("2020-03-10", "meta/article:published_time")),
        );
    }

    #[test]
    fn of_neighbours_the_one_that_is_stated_by_the_outlets_clock_dates_a_page() {
        let head = linked(
            r#"{"@type": "NewsArticle", "datePublished": "2024-03-05T23:17:00+09:00", "dateModified": "2024-03-06T00:05:00+09:00"}"#,
        );
        let line = "<time datetime=2024-03-06T00:05>2024/03/06 00:05</time>";
        check(&page(&head, line), Some(("2024-03-05", "meta/json-ld-datePublished")));
    }

    #[test]
    fn journals_state_the_year_first() {
        check(
            &page("<meta name=citation_publication_date content='2024 Mar 5'>", "By Ada Lind"),
            Some(("2024-03-05", "meta/citation_publication_date")),
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
