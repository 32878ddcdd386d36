//! Token classes: what a day, a month, a number or a unit looks like.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::rules::time_en::words::{
    CARDINALS, DAY_PARTS, DECADES, HOLIDAYS, MONTHS, ORDINALS, SEASONS, UNITS, Unit, WEEKDAYS, look,
};
use crate::text::{Token, TokenKind, tokens};

/// A text and its tokens.
pub(super) struct Words<'t> {
    /// The text.
    pub(super) text: &'t str,
    /// Its tokens.
    pub(super) tokens: Vec<Token>,
    /// For each token a bit for every class that it begins, so that a pattern
    /// asks once and not once a rule.
    classes: Vec<u32>,
}

impl<'t> Words<'t> {
    /// Cuts `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let mut words = Self { text, tokens: tokens(text), classes: Vec::new() };
        words.classes = (0..words.tokens.len()).map(|at| words.classes_at(at)).collect();
        words
    }

    fn classes_at(&self, at: usize) -> u32 {
        let word = self.get(at);
        let opens = match self.tokens[at].kind {
            TokenKind::Word => {
                word.len() <= LONGEST && OPENERS.contains(word.to_lowercase().as_str())
            }
            TokenKind::Number => true,
            TokenKind::Mark => self.dash(at),
        };
        if !opens {
            return 0;
        }
        let begun = Class::ALL.iter().filter(|class| class.read(self, at).is_some());
        begun.fold(0, |bits, class| bits | 1 << *class as u32)
    }

    /// Whether token `at` begins something of `class`.
    pub(super) fn begins(&self, at: usize, class: Class) -> bool {
        self.classes.get(at).is_some_and(|bits| bits & (1 << class as u32) != 0)
    }

    /// The text of token `at`; empty past the end.
    pub(super) fn get(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The text of the token before `at`; empty at the start.
    pub(super) fn before(&self, at: usize) -> &'t str {
        if at == 0 { "" } else { self.get(at - 1) }
    }

    /// Whether token `at` is `literal`, whatever its case.
    pub(super) fn is(&self, at: usize, literal: &str) -> bool {
        let word = self.get(at);
        word.eq_ignore_ascii_case(literal) || (literal == "'s" && word == "\u{2019}s")
    }

    /// Whether token `at` is one of `literals`.
    pub(super) fn is_any(&self, at: usize, literals: &[&str]) -> bool {
        literals.iter().any(|literal| self.is(at, literal))
    }

    /// Whether nothing stands between token `at` and the one before.
    pub(super) fn touches(&self, at: usize) -> bool {
        at > 0
            && at < self.tokens.len()
            && self.tokens[at - 1].span.end == self.tokens[at].span.start
    }

    /// Whether token `at` begins with a capital letter.
    pub(super) fn capital(&self, at: usize) -> bool {
        self.get(at).starts_with(char::is_uppercase)
    }

    /// Whether a line begins at token `at`.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        let (Some(token), Some(last)) = (self.tokens.get(at), at.checked_sub(1)) else {
            return true;
        };
        let gap = self.tokens[last].span.end as usize..token.span.start as usize;
        self.text.get(gap).is_some_and(|gap| gap.contains('\n'))
    }

    /// The number that token `at` is, with at most `digits` digits.
    pub(super) fn number(&self, at: usize, digits: usize) -> Option<u32> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        let word = token.of(self.text);
        if word.len() <= digits { word.parse().ok() } else { None }
    }

    /// Whether token `at` goes on as a larger number: "1,000", "3.5".
    pub(super) fn number_goes_on(&self, at: usize) -> bool {
        self.is_any(at + 1, &[",", "."])
            && self.touches(at + 1)
            && self.touches(at + 2)
            && self.tokens[at + 2].kind == TokenKind::Number
    }

    /// Whether token `at` stands inside a larger number.
    pub(super) fn number_came_before(&self, at: usize) -> bool {
        at >= 2
            && self.touches(at)
            && self.is_any(at - 1, &[",", "."])
            && self.touches(at - 1)
            && self.tokens[at - 2].kind == TokenKind::Number
    }

    /// Whether token `at` is a hyphen or a dash.
    pub(super) fn dash(&self, at: usize) -> bool {
        matches!(self.get(at), "-" | "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}")
    }
}

/// How many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// So many, and perhaps a half.
    Exact(u32, bool),
    /// "Several", "a few".
    Vague,
}

/// What the tokens of an expression say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// The year; 0 is 1 BC.
    pub(super) year: Option<i32>,
    /// 1 to 12.
    pub(super) month: Option<u8>,
    /// 1 to 31.
    pub(super) day: Option<u8>,
    /// Monday is 0.
    pub(super) weekday: Option<u8>,
    /// How many, or the how-manieth.
    pub(super) amount: Option<Amount>,
    /// Days, weeks …
    pub(super) unit: Option<Unit>,
    /// TimeML's code of a season.
    pub(super) season: Option<&'static str>,
    /// TimeML's code of a part of the day.
    pub(super) part: Option<&'static str>,
    /// Hour and minute.
    pub(super) clock: Option<(u8, u8)>,
}

impl Parts {
    /// These parts, and `other`'s where these say nothing.
    pub(super) fn or(self, other: Self) -> Self {
        Self {
            year: self.year.or(other.year),
            month: self.month.or(other.month),
            day: self.day.or(other.day),
            weekday: self.weekday.or(other.weekday),
            amount: self.amount.or(other.amount),
            unit: self.unit.or(other.unit),
            season: self.season.or(other.season),
            part: self.part.or(other.part),
            clock: self.clock.or(other.clock),
        }
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// What a pattern's upper-case word stands for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum Class { $($(#[$doc])* $variant,)* }
        impl Class {
            /// All of them.
            pub(super) const ALL: &[Class] = &[$(Class::$variant,)*];
            /// The class with that name in patterns.
            pub(super) fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Class::$variant),)* _ => None }
            }
        }
    };
}

classes! {
    /// "16", "16th".
    Day = "DAY",
    /// "16th" only, or "sixteenth".
    Ordinal = "ORD",
    /// A month's name or its short form, with a capital.
    Month = "MONTH",
    /// A month's full name, with a capital.
    FullMonth = "FULLMONTH",
    /// A month as one or two digits.
    MonthDigits = "MM",
    /// A day as one or two digits.
    DayDigits = "DD",
    /// Four digits that may be a year.
    Year = "YEAR",
    /// Four digits inside a date in digits.
    YearDigits = "YYYY",
    /// The last two digits of a year, after one with four.
    YearTail = "YY",
    /// "480 BC".
    YearBefore = "BCYEAR",
    /// Up to four digits, where "BC" follows later.
    YearBeforeHead = "BCHEAD",
    /// "1990s", "the nineties".
    Decade = "DECADE",
    /// A weekday's full name.
    Weekday = "WEEKDAY",
    /// A weekday's name or its short form.
    AnyWeekday = "WDAY",
    /// "three", "24", "several".
    Number = "NUM",
    /// The same, or "a".
    Amount = "ANUM",
    /// A unit of time.
    Unit = "UNIT",
    /// A unit that a calendar has: day to century.
    CalendarUnit = "CALUNIT",
    /// One such unit.
    OneUnit = "ONEUNIT",
    /// Several units.
    ManyUnits = "MANYUNITS",
    /// "Weekend".
    Weekend = "WEEKEND",
    /// A season.
    Season = "SEASON",
    /// "morning", "night".
    Part = "PART",
    /// "14:30", "2:30 p.m.", "5pm".
    Clock = "CLOCK",
    /// A holiday on a fixed day.
    Holiday = "HOLIDAY",
    /// "early", "the end of", "mid-".
    Modifier = "MOD",
    /// "over", "about", "at least".
    About = "ABOUT",
    /// A hyphen or a dash.
    Dash = "DASH",
}

/// Nouns that name an end or the middle of a stretch of time.
const STRETCH_ENDS: [&str; 9] =
    ["beginning", "start", "end", "middle", "close", "onset", "turn", "rest", "outset"];

/// Words before a number that is not exact.
const APPROXIMATE: [&str; 12] = [
    "about",
    "almost",
    "approximately",
    "around",
    "barely",
    "just",
    "nearly",
    "only",
    "over",
    "roughly",
    "some",
    "under",
];

/// No word that begins a class is longer, in bytes.
const LONGEST: usize = 20;

static OPENERS: LazyLock<BTreeSet<&'static str>> = LazyLock::new(|| opening_words().collect());

/// All words at which a class may begin, in lower case. A holiday begins with
/// the first word of its name.
fn opening_words() -> impl Iterator<Item = &'static str> {
    const OTHERS: [&str; 20] = [
        "a", "an", "at", "earlier", "early", "few", "fewer", "first", "last", "late", "later",
        "latter", "less", "many", "mid", "more", "several", "the", "up", "very",
    ];
    (MONTHS.iter().map(|row| row.0))
        .chain(WEEKDAYS.iter().map(|row| row.0))
        .chain(CARDINALS.iter().map(|row| row.0))
        .chain(ORDINALS.iter().map(|row| row.0))
        .chain(DECADES.iter().map(|row| row.0))
        .chain(UNITS.iter().map(|row| row.0))
        .chain(SEASONS.iter().map(|row| row.0))
        .chain(DAY_PARTS.iter().map(|row| row.0))
        .chain(HOLIDAYS.iter().filter_map(|row| row.0.split(' ').next()))
        .chain(STRETCH_ENDS)
        .chain(APPROXIMATE)
        .chain(OTHERS)
}

type Said = Option<(usize, Parts)>;

impl Class {
    /// How many tokens from `at` on are of this class, and what they say.
    pub(super) fn at(self, words: &Words<'_>, at: usize) -> Said {
        if words.begins(at, self) { self.read(words, at) } else { None }
    }

    fn read(self, words: &Words<'_>, at: usize) -> Said {
        let parts = Parts::default();
        match self {
            Class::Day => day(words, at).map(|(n, day)| (n, Parts { day: Some(day), ..parts })),
            Class::Ordinal => {
                let (length, n) = ordinal(words, at)?;
                let day = u8::try_from(n).ok().filter(|d| (1..=31).contains(d));
                Some((length, Parts { amount: Some(Amount::Exact(n, false)), day, ..parts }))
            }
            Class::Month | Class::FullMonth => {
                let word = words.get(at);
                let month = look(&MONTHS, word).filter(|_| words.capital(at))?;
                let short = word.len() == 3 && month != 5 || word.len() == 4 && month == 9;
                if short && self == Class::FullMonth {
                    return None;
                }
                let stop = usize::from(short && words.is(at + 1, ".") && words.touches(at + 1));
                Some((1 + stop, Parts { month: Some(month), ..parts }))
            }
            Class::MonthDigits => {
                let month = words.number(at, 2).filter(|m| (1..=12).contains(m))? as u8;
                Some((1, Parts { month: Some(month), ..parts }))
            }
            Class::DayDigits => {
                let day = words.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
                Some((1, Parts { day: Some(day), ..parts }))
            }
            Class::Year => year(words, at).map(|y| (1, Parts { year: Some(y), ..parts })),
            Class::YearDigits => {
                let year = words.number(at, 4).filter(|y| (1000..2200).contains(y))?;
                Some((1, Parts { year: Some(year as i32), ..parts }))
            }
            Class::YearTail => {
                let tail = words.number(at, 2).filter(|_| words.get(at).len() == 2)?;
                Some((1, Parts { amount: Some(Amount::Exact(tail, false)), ..parts }))
            }
            Class::YearBefore => {
                let (length, year) = year_before(words, at)?;
                Some((length, Parts { year: Some(year), ..parts }))
            }
            Class::YearBeforeHead => {
                let year = words.number(at, 4).filter(|y| *y > 0)?;
                Some((1, Parts { year: Some(1 - year as i32), ..parts }))
            }
            Class::Decade => {
                let (length, year) = decade(words, at)?;
                Some((length, Parts { year: Some(year), ..parts }))
            }
            Class::Weekday | Class::AnyWeekday => {
                let word = words.get(at);
                let weekday = look(&WEEKDAYS, word)?;
                let full = word.len() >= 6;
                let fits = if full { true } else { self == Class::AnyWeekday && words.capital(at) };
                fits.then_some((1, Parts { weekday: Some(weekday), ..parts }))
            }
            Class::Number => amount(words, at, false),
            Class::Amount => amount(words, at, true),
            Class::Unit | Class::CalendarUnit => {
                let unit = look(&UNITS, words.get(at))?;
                let calendar = !matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
                (calendar || self == Class::Unit)
                    .then_some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::OneUnit | Class::ManyUnits => {
                let unit = look(&UNITS, words.get(at))?;
                let clock = matches!(unit, Unit::Second | Unit::Minute | Unit::Hour);
                let many = words.get(at).ends_with(['s', 'S']);
                (many == (self == Class::ManyUnits) && (many || !clock))
                    .then_some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::Weekend => {
                let unit = look(&UNITS, words.get(at)).filter(|unit| *unit == Unit::Weekend)?;
                Some((1, Parts { unit: Some(unit), ..parts }))
            }
            Class::Season => {
                let season = look(&SEASONS, words.get(at))?;
                Some((1, Parts { season: Some(season), ..parts }))
            }
            Class::Part => {
                let part = look(&DAY_PARTS, words.get(at))?;
                Some((1, Parts { part: Some(part), ..parts }))
            }
            Class::Clock => clock(words, at).map(|(n, c)| (n, Parts { clock: Some(c), ..parts })),
            Class::Holiday => holiday(words, at),
            Class::Modifier => modifier(words, at).map(|length| (length, parts)),
            Class::About => about(words, at).map(|length| (length, parts)),
            Class::Dash => words.dash(at).then_some((1, parts)),
        }
    }
}

fn day(words: &Words<'_>, at: usize) -> Option<(usize, u8)> {
    let day = words.number(at, 2).filter(|d| (1..=31).contains(d))? as u8;
    if words.number_goes_on(at) || words.number_came_before(at) {
        return None;
    }
    let suffix = words.touches(at + 1) && words.is_any(at + 1, &["st", "nd", "rd", "th"]);
    Some((1 + usize::from(suffix), day))
}

fn ordinal(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(n) = words.number(at, 3) {
        let suffix = words.touches(at + 1) && words.is_any(at + 1, &["st", "nd", "rd", "th"]);
        return suffix.then_some((2, n));
    }
    if let Some(n) = look(&ORDINALS, words.get(at)) {
        return Some((1, n));
    }
    let tens = look(&CARDINALS, words.get(at)).filter(|n| *n >= 20)?;
    let next = at + 1 + usize::from(words.dash(at + 1));
    let ones = look(&ORDINALS, words.get(next)).filter(|n| *n < 10)?;
    Some((next + 1 - at, tens + ones))
}

/// Four digits from 1000 to 2199 that stand alone.
fn year(words: &Words<'_>, at: usize) -> Option<i32> {
    let year = words.number(at, 4).filter(|y| (1000..2200).contains(y))?;
    let alone = !words.number_goes_on(at) && !words.number_came_before(at);
    alone.then_some(year as i32)
}

fn year_before(words: &Words<'_>, at: usize) -> Option<(usize, i32)> {
    let year = words.number(at, 4).filter(|y| *y > 0)?;
    let mark = words.get(at + 1);
    if matches!(mark, "BC" | "BCE" | "B.C." | "B.C" | "B.C.E." | "bc") {
        Some((2, 1 - year as i32))
    } else if mark == "B" && words.is(at + 2, ".") && words.is(at + 3, "C") {
        Some((4, 1 - year as i32))
    } else if matches!(mark, "AD" | "CE" | "A.D.") {
        Some((2, year as i32))
    } else {
        None
    }
}

fn decade(words: &Words<'_>, at: usize) -> Option<(usize, i32)> {
    if let Some(year) = look(&DECADES, words.get(at)) {
        return words
            .is_any(at.wrapping_sub(1), &["the", "early", "mid", "late", "-"])
            .then_some((1, year));
    }
    let plural = words.touches(at + 1) && words.is_any(at + 1, &["s", "'s"]);
    if !plural {
        return None;
    }
    if let Some(year) = words.number(at, 4).filter(|y| (1000..2200).contains(y) && y % 10 == 0) {
        return Some((2, year as i32));
    }
    let short = words.number(at, 2).filter(|y| (20..100).contains(y) && y % 10 == 0)?;
    matches!(words.before(at), "the" | "'" | "\u{2019}" | "early" | "late" | "mid")
        .then_some((2, 1900 + short as i32))
}

/// A cardinal in digits or words, "several", "a few", and "a" where asked.
fn amount(words: &Words<'_>, at: usize, article: bool) -> Said {
    let said = |length, amount| Some((length, Parts { amount: Some(amount), ..Parts::default() }));
    if words.is_any(at, &["several", "many", "few"]) {
        return said(1, Amount::Vague);
    }
    if words.is_any(at, &["a", "an"]) {
        if words.is_any(at + 1, &["few", "number"]) {
            return said(2 + usize::from(words.is(at + 2, "of")), Amount::Vague);
        }
        if words.is(at + 1, "couple") {
            return said(2 + usize::from(words.is(at + 2, "of")), Amount::Exact(2, false));
        }
        if words.is(at + 1, "dozen") {
            return said(2, Amount::Exact(12, false));
        }
        return if article { said(1, Amount::Exact(1, false)) } else { None };
    }
    let (length, n) = cardinal(words, at)?;
    let half = words.is(at + length, "and")
        && (words.is(at + length + 1, "half")
            || words.is(at + length + 1, "a") && words.is(at + length + 2, "half"));
    let tail = if half { 2 + usize::from(words.is(at + length + 1, "a")) } else { 0 };
    said(length + tail, Amount::Exact(n, half))
}

fn cardinal(words: &Words<'_>, at: usize) -> Option<(usize, u32)> {
    if let Some(n) = words.number(at, 6) {
        if words.number_came_before(at) {
            return None;
        }
        if !words.number_goes_on(at) {
            return Some((1, n));
        }
        let thousands = words.is(at + 1, ",") && words.get(at + 2).len() == 3 && n < 1000;
        let tail =
            words.number(at + 2, 3).filter(|_| thousands && !words.number_goes_on(at + 2))?;
        return Some((3, n * 1000 + tail));
    }
    let n = look(&CARDINALS, words.get(at))?;
    let (mut length, mut n) = (1, n);
    if n >= 20 {
        let next = at + 1 + usize::from(words.dash(at + 1));
        if let Some(ones) = look(&CARDINALS, words.get(next)).filter(|o| (1..10).contains(o)) {
            (length, n) = (next + 1 - at, n + ones);
        }
    }
    if words.is(at + length, "hundred") {
        (length, n) = (length + 1, n * 100);
    }
    Some((length, n))
}

/// "14:30", "2:30 p.m.", "5pm", "11 a.m.".
fn clock(words: &Words<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let hour = words.number(at, 2).filter(|h| *h < 25)?;
    if words.number_came_before(at) || (words.touches(at) && words.is(at - 1, ":")) {
        return None;
    }
    let colon = words.is_any(at + 1, &[":", "."]) && words.touches(at + 1) && words.touches(at + 2);
    let minute = colon
        .then(|| words.number(at + 2, 2))
        .flatten()
        .filter(|m| *m < 60 && words.get(at + 2).len() == 2);
    let after = if minute.is_some() { at + 3 } else { at + 1 };
    let half = half_of_day(words, after);
    let (length, hour) = match half {
        Some((length, afternoon)) if (1..=12).contains(&hour) => {
            (after + length - at, hour % 12 + if afternoon { 12 } else { 0 })
        }
        _ if minute.is_some() && words.is(at + 1, ":") && hour < 24 => (after - at, hour),
        _ => return None,
    };
    // "3:2" is a score, "12:30:15" goes on.
    if words.is(at + length, ":") && words.touches(at + length) {
        return None;
    }
    let hours = words.is_any(at + length, &["hrs", "hours", "GMT", "UTC", "BST", "EST", "CET"]);
    Some((length + usize::from(hours), (hour as u8, minute.unwrap_or(0) as u8)))
}

/// "a.m." and "p.m." in their spellings: how many tokens, and whether it is p.m.
fn half_of_day(words: &Words<'_>, at: usize) -> Option<(usize, bool)> {
    let word = words.get(at);
    for (names, afternoon) in [(["am", "a.m.", "a.m"], false), (["pm", "p.m.", "p.m"], true)] {
        if names.iter().any(|name| word.eq_ignore_ascii_case(name)) {
            return Some((1, afternoon));
        }
    }
    None
}

fn holiday(words: &Words<'_>, at: usize) -> Said {
    if !words.capital(at) {
        return None;
    }
    let mut name = String::new();
    let mut best = None;
    for length in 1..=4 {
        let word = words.get(at + length - 1);
        if word.is_empty() || word.len() > 20 {
            break;
        }
        if length > 1 {
            name.push(' ');
        }
        name.push_str(&word.to_lowercase().replace('\u{2019}', "'"));
        if let Some((month, day)) = look(&HOLIDAYS, &name) {
            let parts = Parts { month: Some(month), day: Some(day), ..Parts::default() };
            best = Some((length, parts));
        }
    }
    best
}

/// "early", "late in", "mid-", "the end of", "the beginning of the".
fn modifier(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.is_any(at, &["early", "late", "earlier", "later"]) {
        let linked = words.is(at + 1, "in");
        let dash = words.dash(at + 1) && words.touches(at + 1);
        return Some(1 + usize::from(linked || dash));
    }
    if words.is_any(at, &["mid", "middle"]) {
        return Some(1 + usize::from(words.dash(at + 1)));
    }
    let the = usize::from(words.is(at, "the"));
    let adjective = usize::from(words.is_any(at + the, &["very", "first", "second", "latter"]));
    let noun = at + the + adjective;
    let named = words.is_any(noun, &STRETCH_ENDS)
        || (adjective == 1 && words.is_any(noun, &["half", "part"]));
    if named && words.is(noun + 1, "of") {
        return Some(noun + 2 - at);
    }
    None
}

fn about(words: &Words<'_>, at: usize) -> Option<usize> {
    if words.is_any(at, &["just", "only"]) && words.is_any(at + 1, &["over", "under", "about"]) {
        return Some(2);
    }
    if words.is_any(at, &APPROXIMATE) {
        return Some(1);
    }
    let two =
        [("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least"), ("up", "to")];
    two.iter().any(|(a, b)| words.is(at, a) && words.is(at + 1, b)).then_some(2)
}
