//! Which days share a page.
//!
//! A page for each day would be many files with little in them: a story's background lies scattered over
//! centuries. So a century, a decade, a year or a month with little in it is one page; where there is much,
//! its parts with much have pages of their own, down to the day, and the others stay on its page. Pages follow the
//! calendar and not what happens to stand beside a day, so that an address keeps its meaning: it leads to
//! its days or, once these have moved, mostly to none, and `404.html` knows what it meant.

use dateline_model::{Day, DayRange, Granularity};

/// So many events are one page, however many days they are of.
const WHOLE: usize = 60;

/// A month is one page up to so many: the size of a large web page.
const MONTH: usize = 300;

/// Of more than that, what holds so many has a page of its own.
const APART: usize = 40;

/// The events of one day, month or year, as far as they share a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dated {
    /// The place of their group in the story.
    pub(crate) group: usize,
    /// The first day.
    pub(crate) start: Day,
    /// A day, a month or a year.
    pub(crate) granularity: Granularity,
    /// How many they are.
    pub(crate) events: usize,
}

/// What a page is of, from much to little.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    Century,
    Decade,
    Year,
    Month,
    Day,
}

impl Level {
    fn finer(self) -> Option<Self> {
        match self {
            Self::Century => Some(Self::Decade),
            Self::Decade => Some(Self::Year),
            Self::Year => Some(Self::Month),
            Self::Month => Some(Self::Day),
            Self::Day => None,
        }
    }
}

/// One page.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Page {
    pub(crate) level: Level,
    /// The whole century, decade, year, month or day, though parts of it may have pages of their own.
    pub(crate) days: DayRange,
    /// From the site's root.
    pub(crate) path: String,
    /// The places of the groups, by day.
    pub(crate) groups: Vec<usize>,
}

/// The pages that these share, which come by day, the coarser first.
pub(crate) fn gather(dated: &[Dated]) -> Vec<Page> {
    let mut out = Vec::new();
    let century = |one: &Dated| start(Level::Century, one);
    for dated in dated.chunk_by(|one, other| century(one) == century(other)) {
        place(Level::Century, dated, &mut out);
    }
    out.sort_by_key(|page| (page.days.start, page.level));
    out
}

/// One century, decade, year, month or day. Its parts are of the next level, so this calls itself no deeper than
/// there are levels.
fn place(level: Level, dated: &[Dated], out: &mut Vec<Page>) {
    let most = if level == Level::Month { MONTH } else { WHOLE };
    let mut here: Vec<&Dated> = Vec::new();
    match level.finer().filter(|_| count(dated) > most) {
        None => here.extend(dated),
        Some(finer) => {
            let part = |one: &Dated| (is_of(level, one), start(finer, one));
            for part in dated.chunk_by(|one, other| part(one) == part(other)) {
                if count(part) > APART && !is_of(level, &part[0]) {
                    place(finer, part, out);
                } else {
                    here.extend(part);
                }
            }
        }
    }
    if let Some(first) = here.first() {
        let level = finest(level, &here);
        let days = days(level, start(level, first));
        let groups = here.iter().map(|one| one.group).collect();
        out.push(Page { level, days, path: path(level, days), groups });
    }
}

/// The finest level that holds all of these: a decade of which only one year is told is that year.
fn finest(mut level: Level, dated: &[&Dated]) -> Level {
    while let Some(finer) = level.finer() {
        let is_one = |pair: &[&Dated]| start(finer, pair[0]) == start(finer, pair[1]);
        if dated.iter().any(|one| is_of(level, one)) || !dated.windows(2).all(is_one) {
            break;
        }
        level = finer;
    }
    level
}

fn count(dated: &[Dated]) -> usize {
    dated.iter().map(|one| one.events).sum()
}

/// Whether no finer day is known of these.
fn is_of(level: Level, one: &Dated) -> bool {
    match level {
        Level::Century | Level::Decade => false,
        Level::Year => one.granularity == Granularity::Year,
        Level::Month => one.granularity < Granularity::Day,
        Level::Day => true,
    }
}

/// The first day of the century, the decade, the year or the month that these are in.
fn start(level: Level, one: &Dated) -> Day {
    let day = one.start;
    let (year, month) = match level {
        Level::Century => (day.year().div_euclid(100) * 100, 1),
        Level::Decade => (day.year().div_euclid(10) * 10, 1),
        Level::Year => (day.year(), 1),
        Level::Month => (day.year(), day.month()),
        Level::Day => return day,
    };
    Day::new(year, month, 1).unwrap_or(day)
}

fn days(level: Level, start: Day) -> DayRange {
    let (year, month) = (start.year(), start.month());
    let next = match level {
        Level::Century => Day::new(year + 100, 1, 1),
        Level::Decade => Day::new(year + 10, 1, 1),
        Level::Year => Day::new(year + 1, 1, 1),
        Level::Month if month == 12 => Day::new(year + 1, 1, 1),
        Level::Month => Day::new(year, month + 1, 1),
        Level::Day => None,
    };
    DayRange { start, end: next.map_or(start, |next| next - 1) }
}

/// "days/1900-1999.html", "days/1930s.html", "days/2011.html", "days/2011-02.html", "days/2011-02-11.html".
fn path(level: Level, days: DayRange) -> String {
    let start = days.start;
    let name = match level {
        Level::Century => [start, days.end].map(|day| day.iso(Granularity::Year)).join("-"),
        Level::Decade => start.iso(Granularity::Year) + "s",
        Level::Year => start.iso(Granularity::Year),
        Level::Month => start.iso(Granularity::Month),
        Level::Day => start.iso(Granularity::Day),
    };
    format!("days/{name}.html")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is dated, as "2011-02-11 5", and the pages with how many groups each has.
    fn check(dated: &[(&str, usize)], expected: &[(&str, usize)]) {
        let mut all: Vec<Dated> = (dated.iter().enumerate())
            .map(|(group, (date, events))| {
                let granularity = match date.len() {
                    4 => Granularity::Year,
                    7 => Granularity::Month,
                    _ => Granularity::Day,
                };
                let start = Day::parse(&[date, &"0000-01-01"[date.len()..]].concat()).unwrap();
                Dated { group, start, granularity, events: *events }
            })
            .collect();
        all.sort_by_key(|one| (one.start, one.granularity));
        let pages = gather(&all);
        let found: Vec<(&str, usize)> =
            pages.iter().map(|page| (&*page.path, page.groups.len())).collect();
        assert_eq!(found, expected);
        let mut groups: Vec<usize> = pages.iter().flat_map(|page| page.groups.clone()).collect();
        groups.sort_unstable();
        assert_eq!(groups, (0..dated.len()).collect::<Vec<_>>());
    }

    #[test]
    fn a_century_or_a_decade_with_little_in_it_is_one_page() {
        check(
            &[("1931", 1), ("1935-03", 2), ("1939-12-31", 1), ("1940-01-01", 1)],
            &[("days/1900-1999.html", 4)],
        );
        check(&[("1931", 1), ("1939-12-31", 1)], &[("days/1930s.html", 2)]);
        check(
            &[("1931", 41), ("1939", 9), ("1940", 20)],
            &[("days/1930s.html", 2), ("days/1940.html", 1)],
        );
        check(&[("2025-05", 1), ("2025-05-16", 3)], &[("days/2025-05.html", 2)]);
        check(&[("2025", 1), ("2025-05-16", 3)], &[("days/2025.html", 2)]);
    }

    #[test]
    fn what_holds_much_stands_apart_and_the_rest_stays_together() {
        check(
            &[
                ("2009-05-01", 3),
                ("2010-11-28", 19),
                ("2011", 30),
                ("2011-01", 1),
                ("2011-01-25", 40),
                ("2011-01-28", 50),
                ("2011-02-11", 20),
                ("2011-03-19", 2),
                ("2012-06-30", 1),
            ],
            &[
                ("days/2009-05-01.html", 1),
                ("days/2010s.html", 2),
                ("days/2011.html", 3),
                ("days/2011-01.html", 3),
            ],
        );
    }

    #[test]
    fn only_a_month_with_very_much_is_parted_by_day() {
        check(
            &[
                ("2011-01-25", 299),
                ("2011-01-26", 1),
                ("2011-02", 4),
                ("2011-02-01", 290),
                ("2011-02-02", 7),
                ("2011-02-11", 41),
            ],
            &[
                ("days/2011-01.html", 2),
                ("days/2011-02.html", 2),
                ("days/2011-02-01.html", 1),
                ("days/2011-02-11.html", 1),
            ],
        );
    }
}
