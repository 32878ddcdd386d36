//! The phrases of an undated text that say something about when it was written.

use dateline_lang::Language;
use dateline_model::{Day, Timex, TimexKind};

/// What a text says of its own time.
pub(super) struct Phrases {
    weekday_names: &'static [&'static str],
    /// Whole dates told as past, with the phrase.
    pub full: Vec<(Day, String)>,
    /// Days of a month without a year, told as past.
    pub month_days: Vec<MonthDay>,
    weekdays: Vec<(usize, String)>,
}

/// "October 20".
pub(super) struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// The weekday printed with it, Monday is 0.
    pub weekday: Option<usize>,
    /// The phrase as printed.
    pub text: String,
}

impl Phrases {
    /// From the time expressions of `body`, valued without a date.
    pub(super) fn of(language: &Language, body: &str, timexes: &[Timex]) -> Self {
        let mut phrases = Self {
            weekday_names: language.events.weekdays,
            full: Vec::new(),
            month_days: Vec::new(),
            weekdays: Vec::new(),
        };
        for timex in timexes {
            if matches!(timex.kind, TimexKind::Date | TimexKind::Time) && !timex.future {
                phrases.add(body, timex);
            }
        }
        phrases
    }

    fn add(&mut self, body: &str, timex: &Timex) {
        let text = timex.span.of(body);
        let value = timex.value.as_str();
        if let Some(day) = value.get(..10).and_then(Day::parse) {
            self.full.push((day, text.into()));
        } else if let Some((month, day)) = month_day(value) {
            let weekday = self.weekday_names.iter().position(|name| text.contains(name));
            self.month_days.push(MonthDay { month, day, weekday, text: text.into() });
        } else if let Some(weekday) = weekday_of(value) {
            self.weekdays.push((weekday, text.into()));
        }
    }

    /// The weekday that the report gives as its own day: the first that is
    /// named bare ("on Monday", not "last Monday").
    pub(super) fn weekday(&self) -> Option<(usize, &str)> {
        self.weekdays
            .iter()
            .find(|(weekday, text)| {
                let first = text.split_whitespace().next().unwrap_or("");
                let name = self.weekday_names.get(*weekday);
                name.is_some_and(|name| first.eq_ignore_ascii_case(name))
            })
            .map(|(weekday, text)| (*weekday, text.as_str()))
    }
}

/// `XXXX-10-20`.
fn month_day(value: &str) -> Option<(i8, i8)> {
    let rest = value.strip_prefix("XXXX-")?;
    let (month, day) = (rest.get(..2)?, rest.get(3..5)?);
    (rest.as_bytes()[2] == b'-').then_some(())?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

/// `XXXX-WXX-1` is a Monday.
fn weekday_of(value: &str) -> Option<usize> {
    let number = value.strip_prefix("XXXX-WXX-")?.get(..1)?.parse::<usize>().ok()?;
    (1..=7).contains(&number).then(|| number - 1)
}
