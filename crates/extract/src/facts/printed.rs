//! Finds calendar dates that a line prints, also where the page glued them to
//! their neighbours. Which of them is the publication date is decided in
//! `sheet::published`.

use dateline_model::{Clock, Day};

use super::clock::{clock, time_after, time_before};
use super::eras;
use super::tokens::{Token, TokenKind, tokens};
use dateline_lang::calendar::{
    DAY_MARKS, ERA_LETTERS, ERAS, MONTH_MARKS, Month, YEAR_MARKS, month, weekday,
};
use dateline_lang::page::{AFTER_WEEKDAYS, BEFORE_MONTHS, BEFORE_YEARS, HALVES, ORDINALS, has};

/// A full date with its place in the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PrintedDate {
    /// First byte, with its weekday and time.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// The day; day before month where the order is open.
    pub day: Day,
    /// The day with day and month exchanged, where the order is open.
    pub other: Option<Day>,
    /// Whether a weekday stands beside it that agrees.
    pub weekday: bool,
    /// The time of day beside it.
    pub time: Option<Clock>,
    /// Whether that time is one of a clock of twelve hours.
    pub half_day: bool,
    /// The form's name, part of the evidence.
    pub form: &'static str,
}

/// All full dates of a line, in order. A day and month without a year is none.
pub(crate) fn find(line: &str) -> Vec<PrintedDate> {
    let tokens = tokens(line);
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((mut date, used)) = date_at(line, &tokens[at..]) else {
            at += 1;
            continue;
        };
        let first = at;
        at += used;
        let (before, after) =
            (weekday_before(line, &tokens[..first]), weekday_after(line, &tokens[at..]));
        if let Some(other) = date.other
            && [before.map(|found| found.1), after.map(|found| found.1)]
                .contains(&Some(other.weekday()))
            && ![before.map(|found| found.1), after.map(|found| found.1)]
                .contains(&Some(date.day.weekday()))
        {
            (date.day, date.other) = (other, None);
        }
        let (mut low, mut high) = (first, at);
        for (index, found, is_before) in
            [before.map(|(i, w)| (i, w, true)), after.map(|(i, w)| (at + i + 1, w, false))]
                .into_iter()
                .flatten()
        {
            if found == date.day.weekday() {
                (date.weekday, date.other) = (true, None);
                if is_before { low = index } else { high = index }
            }
        }
        if let Some((clock, index)) = time_after(line, &tokens[high..]) {
            (date.time, high) = (Some(clock), high + index);
        } else if let Some((clock, index)) = time_before(line, &tokens[..low]) {
            (date.time, low) = (Some(clock), index);
        }
        let beside = line[tokens[low].start..tokens[high - 1].end].to_lowercase();
        date.half_day = date.time.is_some()
            && (HALVES.iter().any(|half| beside.contains(half.0)) || beside.contains(".m"));
        date.start = tokens[low].start;
        date.end = tokens[high - 1].end;
        at = high;
        out.push(date);
    }
    out
}

/// Month and day of what a line calls by a month's name, with a year or without: "on March 20".
pub(crate) fn named_days(line: &str) -> Vec<(i8, i8)> {
    let tokens = tokens(line);
    let number = |token: Option<&Token>| {
        let day = token?.number(line).filter(|day| (1..=31).contains(day))?;
        i8::try_from(day).ok()
    };
    let named = |at: usize| {
        let (Month::Common(month), used) = month_at(line, &tokens[at..])? else { return None };
        let before = at.checked_sub(1).and_then(|before| number(tokens.get(before)));
        Some((month, before.or_else(|| number(tokens.get(at + used)))?))
    };
    (0..tokens.len()).filter_map(named).collect()
}

/// The first time of day in a line that says nothing else: "12:13".
pub(crate) fn lone_time(line: &str) -> bool {
    let tokens = tokens(line);
    clock(line, &tokens).is_some_and(|(_, used)| used == tokens.len())
}

/// A date at the start of `tokens`, and how many of them it takes.
fn date_at(line: &str, tokens: &[Token]) -> Option<(PrintedDate, usize)> {
    let first = tokens.first()?;
    match first.kind {
        TokenKind::Digits => numeric(line, tokens).or_else(|| day_month_year(line, tokens)),
        TokenKind::Letters => month_day_year(line, tokens).or_else(|| of_era(line, tokens)),
        TokenKind::Mark => None,
    }
}

fn made(day: Day, other: Option<Day>, form: &'static str) -> PrintedDate {
    PrintedDate {
        start: 0,
        end: 0,
        day,
        other: other.filter(|&other| other != day),
        weekday: false,
        time: None,
        half_day: false,
        form,
    }
}

fn day_of(year: i16, month: i32, day: i32) -> Option<Day> {
    Day::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
}

/// 2025-05-28, 2025/05/28, 2025年5月28日, 28.05.2025, 27/05/2025, 05/27/25.
fn numeric(line: &str, tokens: &[Token]) -> Option<(PrintedDate, usize)> {
    let [a, one, b, two, c, ..] = tokens else { return None };
    // Numbers of a date stand close together: "3. 5. 2025" still does.
    if c.start - a.end > 12 {
        return None;
    }
    let (x, y, z) = (a.number(line)?, b.number(line)?, c.number(line)?);
    let long = |token: &Token| token.long(line);
    if long(a) == 4 {
        let cjk = cjk(line, one, two);
        let same = one.is(line, two.of(line)) && matches!(one.of(line), "-" | "/" | ".");
        if !(cjk || same) || long(b) > 2 || long(c) > 2 {
            return None;
        }
        let used = if cjk && ends_day(line, tokens.get(5)) { 6 } else { 5 };
        let solar = || eras::solar(x, y, z).filter(|_| is_persian(a.of(line)));
        let day = eras::year(x).and_then(|year| day_of(year, y, z)).or_else(solar)?;
        return Some((made(day, None, "year-month-day"), used));
    }
    if !one.is(line, two.of(line))
        || !matches!(one.of(line), "/" | "." | "-")
        || long(a) > 2
        || long(b) > 2
    {
        return None;
    }
    let year = match long(c) {
        4 => eras::year(z)?,
        // Two digits are a year of this century, and only with the marks that
        // dates use: "1.2.25" and "1-2-25" may be a version or a score.
        2 if one.is(line, "/") => 2000 + z as i16,
        _ => return None,
    };
    let (day_first, month_first) = (day_of(year, y, x), day_of(year, x, y));
    let dotted = one.is(line, ".");
    let date = match (day_first, month_first) {
        (Some(day), Some(_)) if dotted => made(day, None, "day.month.year"),
        (Some(day), other) => made(day, other, "day-month-year"),
        (None, Some(day)) => made(day, None, "month-day-year"),
        (None, None) => return None,
    };
    Some((date, 5))
}

/// Year and month by their marks: 2025年5月.
fn cjk(line: &str, year: &Token, month: &Token) -> bool {
    YEAR_MARKS.contains(&year.of(line)) && MONTH_MARKS.contains(&month.of(line))
}

fn ends_day(line: &str, token: Option<&Token>) -> bool {
    token.is_some_and(|token| DAY_MARKS.contains(&token.of(line)))
}

/// Digits as Iran writes them; other scripts' numbers of that size are of the moon's years.
fn is_persian(digits: &str) -> bool {
    digits.starts_with(|c| matches!(c, '\u{06F0}'..='\u{06F9}'))
}

/// 令和6年3月5日, 民國113年3月5日, 令和元年5月1日: a year of an era with its name.
fn of_era(line: &str, tokens: &[Token]) -> Option<(PrintedDate, usize)> {
    let word = tokens.first()?.of(line);
    let (after, begins) = ERAS.iter().find_map(|(name, begins)| {
        let at = word.rfind(name)?;
        Some((&word[at + name.len()..], *begins))
    })?;
    let first =
        YEAR_MARKS.iter().find(|mark| after.ends_with(**mark)).filter(|_| !after.is_empty());
    let (count, at) = match (after, tokens.get(1)?) {
        ("", year) => (year.number(line).filter(|year| (1..200).contains(year))?, 2),
        _ => (first.map(|_| 1)?, 0),
    };
    let [one, month, two, day, ..] = tokens.get(at..)? else { return None };
    let marked = if at == 0 { MONTH_MARKS.contains(&two.of(line)) } else { cjk(line, one, two) };
    let year = i16::try_from(count).ok()? + begins;
    let day = day_of(year, month.number(line)?, day.number(line)?).filter(|_| marked)?;
    let used = at + 4 + usize::from(ends_day(line, tokens.get(at + 4)));
    Some((made(day, None, "year-month-day"), used))
}

/// The month that the first tokens name, the longest name first, and how many they are: "May", "มี.ค.",
/// "كانون الثاني".
fn month_at(line: &str, tokens: &[Token]) -> Option<(Month, usize)> {
    let first = tokens.first().filter(|first| first.kind == TokenKind::Letters)?;
    // No month in ASCII has two words.
    let most = if first.of(line).is_ascii() { 1 } else { tokens.len().min(4) };
    (1..=most).rev().find_map(|used| {
        let last = tokens[used - 1];
        let short = last.end - first.start <= 40;
        let name = line.get(first.start..last.end).filter(|_| short)?;
        let words: Vec<&str> = name.split_whitespace().collect();
        Some((month(&words.join(" ").to_lowercase())?, used))
    })
}

/// The day that such a month has in a year of its calendar.
fn in_month(year: i32, month: Month, day: i32) -> Option<Day> {
    match month {
        Month::Common(month) => Day::new(eras::year(year)?, month, i8::try_from(day).ok()?),
        Month::Solar(month) => eras::solar(year, month.into(), day),
    }
}

/// 28 May 2025, 28th of May, 2025, 28-May-2025, 28-May-25, 28. Mai 2025, 8 خرداد 1404.
fn day_month_year(line: &str, tokens: &[Token]) -> Option<(PrintedDate, usize)> {
    let day = tokens[0].number(line).filter(|day| (1..=31).contains(day))?;
    let mut at = 1;
    let mut found = None;
    while let Some(token) = tokens.get(at).filter(|_| at <= 3) {
        found = month_at(line, &tokens[at..]);
        if found.is_some() {
            break;
        }
        if let Some(word) = token.word(line) {
            if !(has(&ORDINALS, &word) || has(&BEFORE_MONTHS, &word)) {
                return None;
            }
        } else if !matches!(token.of(line), "." | "-" | "," | "/" | "º" | "°") {
            return None;
        }
        at += 1;
    }
    let (month, used) = found?;
    let hyphen = (at == 2).then_some("-").filter(|mark| tokens[1].is(line, mark));
    at += used;
    let (year, used) = year_after(line, &tokens[at..], hyphen)?;
    Some((made(in_month(year, month, day)?, None, "day-month-name-year"), at + used))
}

/// May 28, 2025; Sept. 3rd 2025.
fn month_day_year(line: &str, tokens: &[Token]) -> Option<(PrintedDate, usize)> {
    let (month, mut at) = month_at(line, tokens)?;
    let marks = at;
    while tokens.get(at).is_some_and(|token| matches!(token.of(line), "." | "-" | "/"))
        && at < marks + 2
    {
        at += 1;
    }
    let day = tokens.get(at)?.number(line).filter(|day| (1..=31).contains(day))?;
    if tokens[at].long(line) > 2 {
        return None;
    }
    at += 1;
    if tokens.get(at).and_then(|token| token.word(line)).is_some_and(|word| has(&ORDINALS, &word)) {
        at += 1;
    }
    let (year, used) = year_after(line, &tokens[at..], None)?;
    Some((made(in_month(year, month, day)?, None, "month-name-day-year"), at + used))
}

/// A year of four digits, after at most a few marks or one "de"; of two where the mark before it says so:
/// "28 May '25", or the same hyphen that joins day and month.
fn year_after(line: &str, tokens: &[Token], hyphen: Option<&str>) -> Option<(i32, usize)> {
    for (index, token) in tokens.iter().take(6).enumerate() {
        if token.kind == TokenKind::Digits {
            let before = index.checked_sub(1).map(|before| tokens[before].of(line));
            let short = matches!(before, Some("'" | "\u{2019}"))
                || (index == 1 && before == hyphen && hyphen.is_some());
            return match (token.long(line), token.number(line)?) {
                (4, year) => Some((year, index + 1)),
                (2, year) if short => Some((2000 + year, index + 1)),
                _ => None,
            };
        }
        let text = token.of(line);
        let mark = matches!(text, "," | "." | "-" | "/" | "'" | "\u{2019}" | "،")
            || has(&BEFORE_YEARS, text);
        if !(ERA_LETTERS.contains(&text) || (mark && (index < 2 || text == "."))) {
            return None;
        }
    }
    None
}

fn weekday_before(line: &str, tokens: &[Token]) -> Option<(usize, usize)> {
    let skip = tokens
        .iter()
        .rev()
        .take(3)
        .take_while(|token| {
            matches!(token.of(line), "," | "." | "-" | "|") || has(&AFTER_WEEKDAYS, token.of(line))
        })
        .count();
    let index = tokens.len().checked_sub(skip + 1)?;
    Some((index, weekday(&tokens[index].word(line)?)?))
}

fn weekday_after(line: &str, tokens: &[Token]) -> Option<(usize, usize)> {
    let skip = tokens
        .iter()
        .take(2)
        .take_while(|token| matches!(token.of(line), "," | "(" | "-" | "|"))
        .count();
    Some((skip, weekday(&tokens.get(skip)?.word(line)?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Day, time and words of every date of a line.
    fn check(line: &str, expected: &[(&str, &str, &str)]) {
        let found: Vec<(String, String, &str)> = find(line)
            .into_iter()
            .map(|date| {
                (
                    date.day.to_string(),
                    date.time.map_or(String::new(), |time| time.to_string()),
                    &line[date.start..date.end],
                )
            })
            .collect();
        let found: Vec<(&str, &str, &str)> =
            found.iter().map(|(day, time, text)| (day.as_str(), time.as_str(), *text)).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn dates_are_read_in_the_forms_that_pages_print() {
        check("Thursday, 29 May 2025", &[("2025-05-29", "", "Thursday, 29 May 2025")]);
        check(
            "Published May 29, 2025 at 7:05 p.m. ET",
            &[("2025-05-29", "19:05", "May 29, 2025 at 7:05 p.m")],
        );
        check("29.05.2025", &[("2025-05-29", "", "29.05.2025")]);
        check("2025-05-28T19:20:00+02:00", &[("2025-05-28", "19:20", "2025-05-28T19:20:00")]);
        check(
            "Mittwoch, 28. Mai 2025, 8:05",
            &[("2025-05-28", "08:05", "Mittwoch, 28. Mai 2025, 8:05")],
        );
        check("28 de mayo de 2025", &[("2025-05-28", "", "28 de mayo de 2025")]);
        check("28 травня 2025", &[("2025-05-28", "", "28 травня 2025")]);
        check("2025年5月28日", &[("2025-05-28", "", "2025年5月28日")]);
        check("Sept. 3rd, 2024", &[("2024-09-03", "", "Sept. 3rd, 2024")]);
        check("07:15, 3 October 2024", &[("2024-10-03", "07:15", "07:15, 3 October 2024")]);
        check("3-Oct-24 07:15", &[("2024-10-03", "07:15", "3-Oct-24 07:15")]);
        check("3 Oct '24", &[("2024-10-03", "", "3 Oct '24")]);
    }

    #[test]
    fn digits_of_other_scripts_and_months_of_other_calendars_are_read() {
        check("الخميس ٣ أكتوبر ٢٠٢٤", &[("2024-10-03", "", "الخميس ٣ أكتوبر ٢٠٢٤")]);
        check("3 تشرين الأول 2024", &[("2024-10-03", "", "3 تشرين الأول 2024")]);
        check("3 ต.ค. 2567 เวลา 07:15", &[("2024-10-03", "", "3 ต.ค. 2567")]);
        check("3 กุมภาพันธ์ พ.ศ. 2567", &[("2024-02-03", "", "3 กุมภาพันธ์ พ.ศ. 2567")]);
        check("3 October 2567 B.E.", &[("2024-10-03", "", "3 October 2567")]);
        check("۱۲ مهر ۱۴۰۳", &[("2024-10-03", "", "۱۲ مهر ۱۴۰۳")]);
        check("۱۴۰۳/۰۷/۱۲ - ۰۷:۱۵", &[("2024-10-03", "07:15", "۱۴۰۳/۰۷/۱۲ - ۰۷:۱۵")]);
        check("12 Mehr 1403", &[("2024-10-03", "", "12 Mehr 1403")]);
        check("民國113年10月3日", &[("2024-10-03", "", "民國113年10月3日")]);
        check("令和6年10月3日", &[("2024-10-03", "", "令和6年10月3日")]);
        check("令和元年5月1日", &[("2019-05-01", "", "令和元年5月1日")]);
        // By the moon, and a number that is none of a page's years.
        for line in
            ["30 ربيع الأول 1446", "١٤٤٦/٠٣/٣٠", "1403/07/12", "3 October 1403", "12 مهر 2024"]
        {
            check(line, &[]);
        }
    }

    #[test]
    fn glued_dates_come_apart() {
        check(
            "Ada LindWednesday, 28 May 2025, 19:20",
            &[("2025-05-28", "19:20", "Wednesday, 28 May 2025, 19:20")],
        );
        check("12:1327/05/2025, Tuesday", &[("2025-05-27", "12:13", "12:1327/05/2025, Tuesday")]);
        check("May 27, 202519:20", &[("2025-05-27", "19:20", "May 27, 202519:20")]);
        check(
            "Written: 2025-05-27 19:20:05 / x",
            &[("2025-05-27", "19:20", "2025-05-27 19:20:05")],
        );
        check("2025-05-2719:20", &[("2025-05-27", "19:20", "2025-05-2719:20")]);
    }

    #[test]
    fn the_weekday_settles_which_number_is_the_month() {
        check("Tuesday 04/03/2025", &[("2025-03-04", "", "Tuesday 04/03/2025")]);
        check("Thursday 04/03/2025", &[("2025-04-03", "", "Thursday 04/03/2025")]);
        assert_eq!(find("04/03/2025")[0].other, Day::new(2025, 4, 3));
    }

    #[test]
    fn what_is_no_full_date_is_left() {
        for line in [
            "16 May",
            "May 2025",
            "call 555-01-2025",
            "31/31/2025",
            "version 1.2.25",
            "3 Oct 24",
            "A-3-Oct 24",
            "令和6",
            "Monday",
            "12:30",
            "1 May 20255",
            "30 February 2025",
        ] {
            check(line, &[]);
        }
    }

    #[test]
    fn a_line_may_be_a_time_alone() {
        assert!(
            lone_time("20:23")
                && lone_time("7:05 am")
                && !lone_time("20:23 Salt")
                && !lone_time("3.2 pm on")
        );
    }
}
