//! How many tokens each class takes in a language, and what they say.

use crate::calendar::civil;
use crate::digits;
use crate::grammar::Grammar;
use crate::parts::{Amount, Class, Count, Feast, Parts, Said, Unit};
use crate::table::look;
use crate::tokens::Tokens;

/// How many tokens from `at` on are of `class`, and what they say.
pub(crate) fn at(grammar: &Grammar, class: Class, tokens: &Tokens<'_>, at: usize) -> Said {
    if tokens.begins(at, class) { read(grammar, class, tokens, at) } else { None }
}

/// The same, before the tokens know their classes.
pub(crate) fn read(grammar: &Grammar, class: Class, tokens: &Tokens<'_>, at: usize) -> Said {
    let parts = Parts::default();
    let word = tokens.get(at);
    let noun = || !grammar.capital_nouns || tokens.capital(at);
    match class {
        Class::Day => {
            let day = digits::day(tokens, at)?;
            let marked = is_ordinal_mark(grammar, tokens, at + 1);
            Some((1 + usize::from(marked), Parts { day: Some(day), ..parts }))
        }
        Class::Ordinal => {
            let (length, n) = ordinal(grammar, tokens, at)?;
            let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d));
            Some((length, Parts { amount: Some(Amount::Exact(n, false)), day, ..parts }))
        }
        Class::Month | Class::FullMonth => month(grammar, class, tokens, at),
        Class::MonthDigits => {
            let month = tokens.number(at, 2).filter(|m| (1..=12).contains(m))? as u8;
            Some((1, Parts { month: Some(month), ..parts }))
        }
        Class::DayDigits => {
            let day = tokens.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
            Some((1, Parts { day: Some(day), ..parts }))
        }
        Class::Year => {
            // "19 January, 1300 GMT".
            let year = digits::year(tokens, at).filter(|_| (grammar.clock)(tokens, at).is_none());
            let (length, year) =
                year.map(|year| (1, year)).or_else(|| (grammar.year_in_words)(tokens, at))?;
            Some((length, Parts { year: Some(year), ..parts }))
        }
        Class::FarYear => {
            let year =
                far_year(grammar, tokens, at).filter(|_| (grammar.clock)(tokens, at).is_none())?;
            Some((1, Parts { year: Some(year), ..parts }))
        }
        Class::DateYear => {
            let of = |class| read(grammar, class, tokens, at);
            let old = || {
                let year = digits::old_year(tokens, at)?;
                Some((1, Parts { year: Some(year), ..parts }))
            };
            (of(Class::YearBefore).or_else(|| of(Class::Year)))
                .or_else(|| of(Class::FarYear))
                .or_else(old)
        }
        Class::YearDigits => {
            let year = tokens.number(at, 4).filter(|y| (1000..2200).contains(y))?;
            Some((1, Parts { year: Some(year as i32), ..parts }))
        }
        Class::YearTail => {
            let tail = tokens.number(at, 2).filter(|_| word.len() == 2)?;
            Some((1, Parts { amount: Some(Amount::Exact(tail, false)), ..parts }))
        }
        Class::YearBefore => {
            let (length, year) = (grammar.year_before)(tokens, at)?;
            Some((length, Parts { year: Some(year), ..parts }))
        }
        Class::YearBeforeHead => {
            let year = tokens.number(at, 4).filter(|y| *y > 0)?;
            Some((1, Parts { year: Some(1 - year as i32), ..parts }))
        }
        Class::Decade => {
            let (length, year) = (grammar.decade)(tokens, at)?;
            Some((length, Parts { year: Some(year), ..parts }))
        }
        Class::WeekdayPlural => {
            let weekday = look(grammar.weekday_plurals, word)?;
            // In capitals throughout it is a heading.
            let fits = !grammar.capital_weekdays
                || tokens.capital(at) && word.ends_with(char::is_lowercase);
            fits.then_some((1, Parts { weekday: Some(weekday), ..parts }))
        }
        Class::LastOrdinal => tokens
            .is_any(at, grammar.closing)
            .then_some((1, Parts { amount: Some(Amount::Exact(4, false)), ..parts })),
        Class::Weekday | Class::AnyWeekday => {
            let short = || {
                let fits = !grammar.capital_weekdays || tokens.capital(at);
                look(grammar.short_weekdays, word).filter(|_| class == Class::AnyWeekday && fits)
            };
            if let Some((weekday, part)) = look(grammar.weekday_parts, word).filter(|_| noun()) {
                return Some((1, Parts { weekday: Some(weekday), part: Some(part), ..parts }));
            }
            let weekday = look(grammar.weekdays, word).or_else(short).filter(|_| noun())?;
            Some((1, Parts { weekday: Some(weekday), ..parts }))
        }
        Class::Number => (grammar.amount)(tokens, at, false),
        Class::Amount => (grammar.amount)(tokens, at, true),
        Class::Unit | Class::CalendarUnit | Class::OneUnit | Class::ManyUnits | Class::Weekend => {
            let (unit, count) = look(grammar.units, word).filter(|_| noun())?;
            let fits = match class {
                Class::CalendarUnit => unit.is_calendar(),
                Class::OneUnit => count != Count::Many && unit.is_calendar(),
                Class::ManyUnits => count != Count::One,
                Class::Weekend => count != Count::Many && unit == Unit::Weekend,
                _ => true,
            };
            fits.then_some((1, Parts { unit: Some(unit), ..parts }))
        }
        Class::Season => {
            let season = look(grammar.seasons, word).filter(|_| noun())?;
            Some((1, Parts { season: Some(season), ..parts }))
        }
        Class::Part => {
            let part = look(grammar.day_parts, word)?;
            Some((1, Parts { part: Some(part), ..parts }))
        }
        Class::Clock => {
            let (length, clock) = (grammar.clock)(tokens, at)?;
            Some((length, Parts { clock: Some(clock), ..parts }))
        }
        Class::Holiday => holiday(grammar, tokens, at),
        Class::Modifier => (grammar.modifier)(tokens, at).map(|length| (length, parts)),
        Class::About => (grammar.about)(tokens, at).map(|length| (length, parts)),
        Class::Dash => tokens.dash(at).then_some((1, parts)),
    }
}

fn month(grammar: &Grammar, class: Class, tokens: &Tokens<'_>, at: usize) -> Said {
    if grammar.capital_months && !tokens.capital(at) {
        return None;
    }
    let word = tokens.get(at);
    if let Some(month) = look(grammar.months, word) {
        return Some((1, Parts { month: Some(month), ..Parts::default() }));
    }
    let month = look(grammar.short_months, word).filter(|_| class == Class::Month)?;
    let stop = usize::from(tokens.is(at + 1, ".") && tokens.touches(at + 1));
    Some((1 + stop, Parts { month: Some(month), ..Parts::default() }))
}

fn is_ordinal_mark(grammar: &Grammar, tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.touches(at) && tokens.is_any(at, grammar.ordinal_marks)
}

fn ordinal(grammar: &Grammar, tokens: &Tokens<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(n) = tokens.number(at, 3) {
        return is_ordinal_mark(grammar, tokens, at + 1).then_some((2, n));
    }
    if let Some(n) = look(grammar.ordinals, tokens.get(at)) {
        return Some((1, n));
    }
    // "Twenty-first".
    let tens = look(grammar.cardinals, tokens.get(at)).filter(|n| *n >= 20)?;
    let next = at + 1 + usize::from(tokens.dash(at + 1));
    let ones = look(grammar.ordinals, tokens.get(next)).filter(|n| *n < 10)?;
    Some((next + 1 - at, tens + ones))
}

fn holiday(grammar: &Grammar, tokens: &Tokens<'_>, at: usize) -> Said {
    if !tokens.capital(at) || grammar.holidays.is_empty() {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for length in 1..=4 {
        let word = tokens.get(at + length - 1);
        if word.is_empty() || word.len() > crate::table::LONGEST {
            break;
        }
        if length > 1 {
            name.push(' ');
        }
        name.push_str(&word.to_lowercase().replace('\u{2019}', "'"));
        if let Some(named) = look(grammar.holidays, &name) {
            let (month, day, feast) = match named {
                Feast::On(month, day) => (month, day, None),
                Feast::Nth(month, _, n) => (month, (n * 7 - 3).min(28), Some(named)),
                Feast::Easter(after) => {
                    let (month, day) = near_easter(after)?;
                    (month, day, Some(named))
                }
            };
            let parts = Parts { month: Some(month), day: Some(day), feast, ..Parts::default() };
            best = Some((length, parts));
        }
    }
    best
}

/// About when a day falls that is so many days after Easter, whose middle is 8 April.
fn near_easter(after: i16) -> Option<(u8, u8)> {
    let day = civil(2001, 4, 8)? + i32::from(after);
    Some((day.month() as u8, day.day() as u8))
}

/// Four digits from 2200 on that stand alone and count nothing: the end, a mark or a word that says
/// so follows.
fn far_year(grammar: &Grammar, tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    let year = tokens.number(at, 4).filter(|year| *year >= 2200)?;
    let alone = !tokens.number_goes_on(at) && !tokens.number_came_before(at);
    let next = tokens.get(at + 1);
    let uncounted = if grammar.capital_nouns {
        !tokens.capital(at + 1)
    } else {
        // "On 14 May 3000 Russians left".
        tokens.capital(at + 1) && !next.ends_with('s') || tokens.is_any(at + 1, grammar.behind_year)
    };
    let worded = next.starts_with(char::is_alphabetic) && uncounted;
    let ends =
        next.is_empty() || tokens.begins_line(at + 1) || digits::closes(tokens, at + 1) || worded;
    (alone && ends).then_some(year as i32)
}
