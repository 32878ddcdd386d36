//! What stands where a title may not be shown or nobody gave one.

use dateline_model::{DayRange, Granularity};

use crate::days::{range, year};
use crate::lists::all_of;

/// Heads a page whose editor gave no title: what its articles name most.
pub fn page_title(names: &[&str]) -> String {
    if names.is_empty() { "News timeline".to_owned() } else { names.join(", ") }
}

/// What a browser calls a page in its tabs, its history and its bookmarks: what is shown, before the
/// site's own name.
pub fn tab_title(shown: &str, site: &str) -> String {
    if shown.is_empty() || shown == site {
        return site.to_owned();
    }
    [shown, " \u{b7} ", site].concat()
}

/// Who is named and who tells it, of an event whose sentences may not be shown: "Ukraine, Russia
/// and Istanbul, told by Reuters".
pub fn named_and_tellers(names: &[&str], outlets: &[&str]) -> String {
    let joint = if names.is_empty() || outlets.is_empty() { "" } else { ", " };
    let told = if outlets.is_empty() { "" } else { "told by " };
    [&all_of(names), joint, told, &all_of(outlets)].concat()
}

/// The title of such an event: "14 May 2025: Ukraine and Russia, told by Reuters".
pub fn withheld_title(
    days: DayRange,
    granularity: Granularity,
    names: &[&str],
    outlets: &[&str],
) -> String {
    let joint = match (names, outlets) {
        ([], []) => "",
        ([], _) => ", ",
        _ => ": ",
    };
    [&date(days, granularity), joint, &named_and_tellers(names, outlets)].concat()
}

/// A date as fine as it is known, without its weekday.
fn date(days: DayRange, granularity: Granularity) -> String {
    let (start, end) = (days.start, days.end);
    match granularity {
        Granularity::Year if start.year() == end.year() => year(start),
        Granularity::Year => [&year(start), " to ", &year(end)].concat(),
        _ => range(days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_model::Day;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn a_tab_says_the_sites_name_once() {
        check(tab_title("The bridge opens", "Port Alder"), "The bridge opens \u{b7} Port Alder");
        check(tab_title("Port Alder", "Port Alder"), "Port Alder");
        check(tab_title("", "Port Alder"), "Port Alder");
    }

    fn days(start: &str, end: &str) -> DayRange {
        let day = |text: &str| Day::parse(text).expect("a day");
        DayRange { start: day(start), end: day(end) }
    }

    #[test]
    fn a_page_without_a_title_says_whom_it_names() {
        check(page_title(&["Ada Quill", "Oslo"]), "Ada Quill, Oslo");
        check(page_title(&[]), "News timeline");
    }

    #[test]
    fn an_event_that_may_not_be_told_says_its_date_and_whom_it_names() {
        let (day, year) = (days("2024-03-07", "2024-03-07"), days("1998-01-01", "1998-12-31"));
        let (names, outlets) = (["Ada Quill", "Oslo"], ["Port Post"]);
        check(
            withheld_title(day, Granularity::Day, &names, &outlets),
            "7 March 2024: Ada Quill and Oslo, told by Port Post",
        );
        check(
            withheld_title(day, Granularity::Day, &names, &[]),
            "7 March 2024: Ada Quill and Oslo",
        );
        check(withheld_title(year, Granularity::Year, &[], &outlets), "1998, told by Port Post");
        let years = days("1997-01-01", "1998-12-31");
        check(withheld_title(years, Granularity::Year, &[], &[]), "1997 to 1998");
    }
}
