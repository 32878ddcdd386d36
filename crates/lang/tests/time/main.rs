//! English times, found and valued: the rows' own examples, what must not match,
//! what is truly ambiguous, and the seeds as a careful reader reads them.

use dateline_lang::en::time::ENGLISH;
use dateline_model::{Anchor, Day, Granularity, Timex, TimexKind};
use dateline_timex::{Grammar, Guard, Language, Row, Tagged, Tense, free};

mod asides;
mod clocks;
mod newswire;
mod stretches;
mod tenses;
mod weeks;
mod years;

/// A Wednesday.
const PUBLISHED: &str = "2025-05-28";

fn tag(text: &str, published: Option<Day>) -> Vec<Timex> {
    dateline_timex::tag(&ENGLISH, text, published)
}

fn on(day: &str) -> Option<Day> {
    Day::parse(day)
}

/// Checks all expressions of `text`, read as printed on `day`, as
/// `phrase = value` and `phrase > value` for those still to come.
fn check(day: &str, text: &str, expected: &[&str]) {
    let found: Vec<String> = tag(text, on(day)).iter().map(|one| shown(text, one)).collect();
    assert_eq!(found, expected, "{text}");
}

fn shown(text: &str, one: &Timex) -> String {
    format!("{} {} {}", one.span.of(text), if one.future { '>' } else { '=' }, one.value)
}

#[test]
fn every_rule_matches_its_own_example_with_its_value() {
    let mut wrong = String::new();
    for rule in ENGLISH.grammar().rows {
        let text = rule.example.replace(['[', ']'], "");
        let phrase = rule.example.split(['[', ']']).nth(1).unwrap();
        let start = rule.example.find('[').unwrap();
        let found = tag(&text, on(PUBLISHED));
        let hit: Option<&Timex> = found.iter().find(|t| t.span.start as usize == start);
        let got = hit.map(|t| (t.rule.as_str(), t.span.of(&text), t.value.as_str()));
        if got != Some((rule.name, phrase, rule.value)) {
            wrong += &format!("{} {:?}: {got:?}\n", rule.name, rule.example);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn no_rule_matches_its_near_miss() {
    let mut wrong = String::new();
    for rule in ENGLISH.grammar().rows {
        assert!(!rule.near_miss.is_empty(), "{} has none", rule.name);
        let tagged = Tagged::new(&ENGLISH, rule.near_miss);
        if let Some(hit) = tagged.found().iter().find(|one| one.row.name == rule.name) {
            let phrase = tagged.span(hit).of(rule.near_miss);
            wrong += &format!("{} matches {phrase:?} in {:?}\n", rule.name, rule.near_miss);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A near miss of a guarded row is one that nothing but its guard refuses.
#[test]
fn every_guard_refuses_the_near_miss_of_its_row() {
    let mut idle = String::new();
    for rule in ENGLISH.grammar().rows {
        if std::ptr::fn_addr_eq(rule.guard, free as Guard) {
            continue;
        }
        let rows = Vec::leak(vec![Row { guard: free, continues: None, ..*rule }]);
        let grammar = Grammar { rows, ..*ENGLISH.grammar() };
        let unguarded = Box::leak(Box::new(Language::new(grammar)));
        if Tagged::new(unguarded, rule.near_miss).found().is_empty() {
            idle += &format!("{}: {:?} {:?}\n", rule.name, rule.pattern, rule.near_miss);
        }
    }
    assert!(idle.is_empty(), "{idle}");
}

#[test]
fn the_tables_and_patterns_are_sound() {
    assert_eq!(ENGLISH.fault(), None);
}

/// Checks which phrases are found, and by which rules, without any calendar.
fn check_found(text: &str, expected: &[(&str, &str)]) {
    let tagged = Tagged::new(&ENGLISH, text);
    let found: Vec<(&str, &str)> =
        tagged.found().iter().map(|one| (tagged.span(one).of(text), one.row.name)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_longest_expression_wins() {
    check_found(
        "On Friday, 16 May 2025.",
        &[("Friday, 16 May 2025", "date/weekday-day-month-year")],
    );
    check_found("Late May 2025 was dry.", &[("Late May 2025", "month/year")]);
}

#[test]
fn a_preposition_stays_outside() {
    check_found("They met on 16 May.", &[("16 May", "date/day-month")]);
    check_found("It fell in the 1990s.", &[("the 1990s", "decade/year")]);
}

#[test]
fn what_goes_on_from_a_date_is_found_by_itself() {
    check_found("May 3-5", &[("May 3", "date/month-day"), ("5", "date/range-end")]);
    check_found("On May 3 and 5 people came.", &[("May 3", "date/month-day")]);
}

#[test]
fn the_verb_of_the_clause_decides() {
    fn check(text: &str, expected: Tense) {
        let tagged = Tagged::new(&ENGLISH, text);
        assert_eq!(tagged.tense(&tagged.found()[0]), expected, "{text}");
    }
    check("The minister said that the vote will be held on Monday.", Tense::Future);
    check("The bridge was opened on Monday and will stay open.", Tense::Past);
    check("On Monday, the court will hear the case.", Tense::Future);
    check("She proposed that the next round be held in Riga on 2 June.", Tense::Future);
    check("The talks held in Riga on 2 June went well.", Tense::Past);
    check("Monday: fog.", Tense::Unsaid);
}

#[test]
fn what_only_looks_like_a_time_is_left_alone() {
    for text in [
        "May said the plan was ready, and Theresa May left.",
        "They may march on the capital.",
        "April Novak and June Ortega sang.",
        "Admission is 12 euros for 1 adult.",
        "Call +49 30 1985 2025 or 555-2025.",
        "The second round and the first half were dull.",
        "An exchange of the 1,000 people was agreed.",
        "Some 20 people walked 2,022 km.",
        "The Sun wrote that he sat down.",
        "Wait a minute, she said.",
        "It costs $2000, or 1999 euros.",
        "Article 2025 and Resolution 1973 apply.",
        "They won 3-2 and 12:9.",
        "The army lost 1914 men and 2000 soldiers.",
        "Version 10.11.12 of the program is out.",
        "The Sunday Times and the Daily Post agree.",
        "After the fall of the city they spring to their feet.",
        "It was seen as soon as it shone.",
        "A quarter of the voters stayed away.",
        "The 5th floor was on fire.",
        "On 31 February 2025-13-45 nothing is.",
        "USA Today sold well.",
        "Three quarters of the voters left their quarters.",
        "He read First Corinthians 9:25 aloud.",
        "The first fund was Oct. 31 Partners, the other April 6 Group.",
        "Friday the 13th is a film.",
        "The coach rested him in the third quarter and in the second half.",
        "He ran at 12 miles an hour.",
        "They may once again meet once the vote is over.",
        "The current account and the fall of current events were discussed.",
        "Overnight rates fell, and the overnight stay was dear.",
        "He was in his late 20s, she in her mid-sixties, the Novaks in their early 30s.",
    ] {
        check(PUBLISHED, text, &[]);
    }
}

/// Both readings are right somewhere; what is written here is what we do.
#[test]
fn the_truly_ambiguous_gets_one_reading() {
    // A week or seven days: the unit's own stretch, as with "a month ago".
    check(PUBLISHED, "They spoke a week ago.", &["a week ago = 2025-W21"]);
    // Day first, as most of the world writes.
    check(PUBLISHED, "Signed 03/05/2025.", &["03/05/2025 = 2025-05-03"]);
    // A weekday equal to the day of printing is that day.
    check(PUBLISHED, "They met on Wednesday.", &["Wednesday = 2025-05-28"]);
    // "Next Friday" is the coming one.
    check(PUBLISHED, "They will meet next Friday.", &["next Friday > 2025-05-30"]);
    // A person or a month after "by".
    check(PUBLISHED, "The work was done by May.", &["May = 2025-05"]);
}

#[test]
fn tense_decides_between_the_last_and_the_coming() {
    check(PUBLISHED, "The court ruled on Friday.", &["Friday = 2025-05-23"]);
    check(PUBLISHED, "The court will rule on Friday.", &["Friday > 2025-05-30"]);
    check(PUBLISHED, "It closed on 3 December.", &["3 December = 2024-12-03"]);
    check(PUBLISHED, "It will close on 3 December.", &["3 December > 2025-12-03"]);
    check(PUBLISHED, "It ruled in March.", &["March = 2025-03"]);
    check(PUBLISHED, "It is to open in March.", &["March > 2026-03"]);
    // A weekday printed beside the date settles the year.
    check(PUBLISHED, "It was signed on Monday 2 June.", &["Monday 2 June > 2025-06-02"]);
    check(PUBLISHED, "It was signed on Sunday, June 2.", &["Sunday, June 2 = 2024-06-02"]);
}

#[test]
fn ranges_give_each_end_its_own_expression() {
    check(PUBLISHED, "Held on May 16-18 in Riga.", &["May 16 = 2025-05-16", "18 = 2025-05-18"]);
    check(
        PUBLISHED,
        "Held from 29 to 31 March 2021.",
        &["29 = 2021-03-29", "31 March 2021 = 2021-03-31"],
    );
    check(
        PUBLISHED,
        "Held between May 3 and May 5.",
        &["May 3 = 2025-05-03", "May 5 = 2025-05-05"],
    );
    check(PUBLISHED, "The war of 1914–18 ended.", &["1914 = 1914", "18 = 1918"]);
    check(PUBLISHED, "He ruled from 2014 to 2016.", &["2014 = 2014", "2016 = 2016"]);
}

#[test]
fn a_history_is_read_from_its_own_years() {
    check(
        PUBLISHED,
        "In 1871 the canal was begun. On 4 May 1873 the first lock opened; two days later the \
         second. In August the engineers left, and the next year they came back. In March 1875 a \
         flood came. On 12 April the dam broke. By 1880 all was repaired.",
        &[
            "1871 = 1871",
            "4 May 1873 = 1873-05-04",
            "two days later = 1873-05-06",
            "August = 1873-08",
            "the next year = 1874",
            "March 1875 = 1875-03",
            "12 April = 1875-04-12",
            "1880 = 1880",
        ],
    );
}

#[test]
fn news_with_past_years_stays_news() {
    check(
        PUBLISHED,
        "Taxes from 2004 to 2009 and from 2010 to 2012 are due. The court ruled on 8 April.",
        &["2004 = 2004", "2009 = 2009", "2010 = 2010", "2012 = 2012", "8 April = 2025-04-08"],
    );
}

#[test]
fn without_a_publication_day_placeholders_stand_unless_the_text_names_a_date() {
    check("", "They met on Monday.", &["Monday = XXXX-WXX-1"]);
    check("", "They met on 16 May.", &["16 May = XXXX-05-16"]);
    check("", "They met last week.", &["last week = XXXX-WXX"]);
    check(
        "",
        "They met on 16 May 2025 and the next day.",
        &["16 May 2025 = 2025-05-16", "the next day = 2025-05-17"],
    );
    assert!(tag("They met on 16 May.", None)[0].days.is_none());
}

#[test]
fn only_calendar_expressions_cover_days() {
    let text = "On 16 May 2025 at 14:30 they talked for three years, every Monday, and now leave.";
    let kinds: Vec<(TimexKind, bool, Granularity, Anchor)> = tag(text, on(PUBLISHED))
        .iter()
        .map(|one| (one.kind, one.days.is_some(), one.granularity, one.anchor))
        .collect();
    use {Anchor::*, Granularity::*, TimexKind::*};
    assert_eq!(
        kinds,
        [
            (Date, true, Day, Itself),
            (Time, true, Minute, Text),
            (Duration, false, Day, Itself),
            (Set, false, Day, Itself),
            (Date, false, Day, Published),
        ]
    );
}

#[test]
fn news_does_not_guess_the_day_of_a_happening() {
    check(
        PUBLISHED,
        "The mayor spoke on Monday. The bridge fell two days before the fair opened.",
        &["Monday = 2025-05-26", "two days before = P2D"],
    );
}

#[test]
fn a_quarter_without_a_year_is_the_nearest_that_fits_the_verb() {
    let day = "1989-10-26";
    check(day, "Third-quarter profit rose.", &["Third-quarter = 1989-Q3"]);
    check(day, "It will open in the first quarter.", &["the first quarter > 1990-Q1"]);
    check("1990-01-18", "Profit fell in the fourth quarter.", &["the fourth quarter = 1989-Q4"]);
    check(
        day,
        "Second-quarter profit rose 3% from a year earlier; for nine months it fell from a year \
         earlier.",
        &[
            "Second-quarter = 1989-Q2",
            "a year earlier = 1988-Q2",
            "nine months = P9M",
            "a year earlier = 1988",
        ],
    );
}

#[test]
fn what_happens_at_an_hour_as_a_rule_happens_on_no_day() {
    check(PUBLISHED, "The bomb went off at 7:40 a.m.", &["7:40 a.m. = 2025-05-28T07:40"]);
    check(
        PUBLISHED,
        "It was opened every day at 9 a.m.",
        &["every day = P1D", "9 a.m. = XXXX-XX-XXT09:00"],
    );
    check(
        PUBLISHED,
        "She worked from 6 a.m. to 8 p.m.",
        &["6 a.m. = XXXX-XX-XXT06:00", "8 p.m. = XXXX-XX-XXT20:00"],
    );
}

#[test]
fn a_feast_on_a_weekday_moves_with_the_year() {
    check(PUBLISHED, "They met on Thanksgiving 1989.", &["Thanksgiving 1989 = 1989-11-23"]);
    check(PUBLISHED, "They met on Memorial Day.", &["Memorial Day = 2025-05-26"]);
    check(PUBLISHED, "They met last Labor Day.", &["last Labor Day = 2024-09-02"]);
}

#[test]
fn no_expression_runs_into_the_next_paragraph() {
    check(
        PUBLISHED,
        "Lights go on at 9 p.m.\n\nMonday, in Riga",
        &["9 p.m. = XXXX-XX-XXT21:00", "Monday = 2025-05-26"],
    );
}

#[test]
fn hostile_numbers_neither_panic_nor_leave_the_calendar() {
    for text in [
        "99999999999 days ago, 999999 years ago, 999999 centuries later",
        "30 February 2024, 0 May, 32 May 2025, 2025-13-01, 9999 BC, 0 BC, 1 BC",
        "the 0th century, the 999th century, Q9 2024, Q 2024, 25:61, 99 p.m.",
        "a a a the the the of of MOD \u{2013}\u{2013} 1914\u{2013} \u{2013}18 '90s ''s",
        "In 999999 weeks' time, 1,000,000,000 years earlier, 12.5.3.2.1",
    ] {
        for day in [None, on("-9999-01-01"), Day::new(9999, 12, 31), on(PUBLISHED)] {
            for one in tag(text, day) {
                assert!(!one.value.is_empty() && !one.span.of(text).is_empty());
            }
        }
    }
}

#[test]
fn a_large_text_of_dates_is_read_to_its_end() {
    let text = "on 16 May the 1990s - 12 - late ".repeat(5_000);
    assert_eq!(tag(&text, on(PUBLISHED)).len(), 10_000);
    assert!(tag(&"the ".repeat(50_000), None).is_empty());
}

/// Name and page of each seed.
const SEEDS: [(&str, &str); 5] = [
    ("000_68eb4494cd56dfd7", include_str!("../../../../seeds/000_68eb4494cd56dfd7.txt")),
    ("001_661dcf13a93670cd", include_str!("../../../../seeds/001_661dcf13a93670cd.txt")),
    ("002_1586734b2f680ffc", include_str!("../../../../seeds/002_1586734b2f680ffc.txt")),
    ("003_25dc431091cb7084", include_str!("../../../../seeds/003_25dc431091cb7084.txt")),
    ("004_2b63a6624e7e042a", include_str!("../../../../seeds/004_2b63a6624e7e042a.txt")),
];

#[test]
fn the_dates_of_the_seeds_are_those_a_careful_reader_gives() {
    let seed = |name: &str, day: &str, from: &str, to: &str, expected: &[&str]| {
        let page = SEEDS.iter().find(|row| row.0 == name).unwrap().1;
        let start = page.find(from).unwrap();
        let end = start + page[start..].find(to).unwrap() + to.len();
        check(day, &page[start..end], expected);
    };
    seed(
        "000_68eb4494cd56dfd7",
        "2025-05-29",
        "Russian Foreign Minister Sergei Lavrov spoke to",
        "gave no further details.",
        &["Wednesday = 2025-05-28", "a week ago = 2025-W21", "June 2 > 2025-06-02"],
    );
    seed(
        "001_661dcf13a93670cd",
        "2025-05-28",
        "Russia has proposed that",
        "mockery of the entire world.",
        &[
            "2 June > 2025-06-02",
            "2 June > 2025-06-02",
            "16 May = 2025-05-16",
            "over three years = P3Y",
            "19 May = 2025-05-19",
            "19 May = 2025-05-19",
            "23 May = 2025-05-23",
            "a week = P1W",
        ],
    );
    seed(
        "002_1586734b2f680ffc",
        "2025-05-27",
        "Russian Foreign Minister Sergey Lavrov said",
        "sovereignty and unity during the briefing.",
        &[
            "Tuesday = 2025-05-27",
            "three years = P3Y",
            "May 16 = 2025-05-16",
            "May 16 = 2025-05-16",
        ],
    );
    seed(
        "003_25dc431091cb7084",
        "2025-10-20",
        "On October 20,",
        "activity regarding Ukraine.",
        &[
            "October 20 = 2025-10-20",
            "October 16 = 2025-10-16",
            "October 16 = 2025-10-16",
            "soon > FUTURE_REF",
        ],
    );
    seed(
        "004_2b63a6624e7e042a",
        "2025-05-26",
        "Russia will announce the date",
        "part of any settlement.",
        &[
            "the near future > FUTURE_REF",
            "Monday = 2025-05-26",
            "May 16 = 2025-05-16",
            "2022 = 2022",
            "Sunday = 2025-05-25",
            "Monday = 2025-05-26",
            "the very near future > FUTURE_REF",
            "last week = 2025-W21",
            "1991 = 1991",
        ],
    );
}
