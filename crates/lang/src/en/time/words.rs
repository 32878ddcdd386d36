//! English words that name times: months, weekdays, units, numbers, cues.
//!
//! Every table is sorted by its first column and lower case, so that it can be
//! searched by halving; a test checks the order. Add a word where it sorts.

use dateline_text::lower;

/// Month names and their printed short forms.
pub const MONTHS: [(&str, u8); 24] = [
    ("apr", 4),
    ("april", 4),
    ("aug", 8),
    ("august", 8),
    ("dec", 12),
    ("december", 12),
    ("feb", 2),
    ("february", 2),
    ("jan", 1),
    ("january", 1),
    ("jul", 7),
    ("july", 7),
    ("jun", 6),
    ("june", 6),
    ("mar", 3),
    ("march", 3),
    ("may", 5),
    ("nov", 11),
    ("november", 11),
    ("oct", 10),
    ("october", 10),
    ("sep", 9),
    ("sept", 9),
    ("september", 9),
];

/// Weekdays and their short forms, Monday is 0. The short forms count only
/// beside a date.
pub const WEEKDAYS: [(&str, u8); 18] = [
    ("fri", 4),
    ("friday", 4),
    ("mon", 0),
    ("monday", 0),
    ("sat", 5),
    ("saturday", 5),
    ("sun", 6),
    ("sunday", 6),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("thursday", 3),
    ("tue", 1),
    ("tues", 1),
    ("tuesday", 1),
    ("wed", 2),
    ("wednesday", 2),
    ("weds", 2),
];

/// Cardinal number words below a hundred.
pub const CARDINALS: [(&str, u32); 28] = [
    ("eight", 8),
    ("eighteen", 18),
    ("eighty", 80),
    ("eleven", 11),
    ("fifteen", 15),
    ("fifty", 50),
    ("five", 5),
    ("forty", 40),
    ("four", 4),
    ("fourteen", 14),
    ("nine", 9),
    ("nineteen", 19),
    ("ninety", 90),
    ("one", 1),
    ("seven", 7),
    ("seventeen", 17),
    ("seventy", 70),
    ("six", 6),
    ("sixteen", 16),
    ("sixty", 60),
    ("ten", 10),
    ("thirteen", 13),
    ("thirty", 30),
    ("three", 3),
    ("twelve", 12),
    ("twenty", 20),
    ("two", 2),
    ("zero", 0),
];

/// Ordinal number words below a hundred that end a number.
pub const ORDINALS: [(&str, u32); 21] = [
    ("eighteenth", 18),
    ("eighth", 8),
    ("eleventh", 11),
    ("fifteenth", 15),
    ("fifth", 5),
    ("first", 1),
    ("fourteenth", 14),
    ("fourth", 4),
    ("nineteenth", 19),
    ("ninth", 9),
    ("second", 2),
    ("seventeenth", 17),
    ("seventh", 7),
    ("sixteenth", 16),
    ("sixth", 6),
    ("tenth", 10),
    ("third", 3),
    ("thirteenth", 13),
    ("thirtieth", 30),
    ("twelfth", 12),
    ("twentieth", 20),
];

/// Decades by name: their first year within the twentieth century.
pub const DECADES: [(&str, i32); 8] = [
    ("eighties", 1980),
    ("fifties", 1950),
    ("forties", 1940),
    ("nineties", 1990),
    ("seventies", 1970),
    ("sixties", 1960),
    ("thirties", 1930),
    ("twenties", 1920),
];

/// Units of time, singular and plural. "second" alone is an ordinal and
/// stands in no row.
pub const UNITS: [(&str, Unit); 21] = [
    ("centuries", Unit::Century),
    ("century", Unit::Century),
    ("day", Unit::Day),
    ("days", Unit::Day),
    ("decade", Unit::Decade),
    ("decades", Unit::Decade),
    ("hour", Unit::Hour),
    ("hours", Unit::Hour),
    ("minute", Unit::Minute),
    ("minutes", Unit::Minute),
    ("month", Unit::Month),
    ("months", Unit::Month),
    ("quarter", Unit::Quarter),
    ("quarters", Unit::Quarter),
    ("seconds", Unit::Second),
    ("week", Unit::Week),
    ("weekend", Unit::Weekend),
    ("weekends", Unit::Weekend),
    ("weeks", Unit::Week),
    ("year", Unit::Year),
    ("years", Unit::Year),
];

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks, Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Calendar months.
    Month,
    /// Quarters of a year.
    Quarter,
    /// Calendar years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// Seasons and TimeML's code for each.
pub const SEASONS: [(&str, &str); 5] =
    [("autumn", "FA"), ("fall", "FA"), ("spring", "SP"), ("summer", "SU"), ("winter", "WI")];

/// Parts of a day and TimeML's code or hour for each.
pub const DAY_PARTS: [(&str, &str); 7] = [
    ("afternoon", "AF"),
    ("evening", "EV"),
    ("midday", "MI"),
    ("midnight", "24:00"),
    ("morning", "MO"),
    ("night", "NI"),
    ("noon", "12:00"),
];

/// Zones that follow an hour.
pub const ZONES: [&str; 20] = [
    "bst", "cdt", "cest", "cet", "cst", "ct", "edt", "est", "et", "gmt", "hours", "hrs", "jst",
    "mdt", "msk", "mst", "pdt", "pst", "pt", "utc",
];

/// Holidays on a fixed day, as month and day. Only those whose name means the
/// same day everywhere; the words that follow "christmas" are longer rows.
pub const HOLIDAYS: [(&str, Feast); 23] = [
    ("april fool 's day", Feast::On(4, 1)),
    ("april fools ' day", Feast::On(4, 1)),
    ("armistice day", Feast::On(11, 11)),
    ("bastille day", Feast::On(7, 14)),
    ("boxing day", Feast::On(12, 26)),
    ("christmas", Feast::On(12, 25)),
    ("christmas day", Feast::On(12, 25)),
    ("christmas eve", Feast::On(12, 24)),
    ("columbus day", Feast::Nth(10, 0, 2)),
    ("father 's day", Feast::Nth(6, 6, 3)),
    ("fourth of july", Feast::On(7, 4)),
    ("halloween", Feast::On(10, 31)),
    ("labor day", Feast::Nth(9, 0, 1)),
    ("martin luther king day", Feast::Nth(1, 0, 3)),
    ("may day", Feast::On(5, 1)),
    ("memorial day", Feast::Nth(5, 0, 5)),
    ("new year 's", Feast::On(1, 1)),
    ("new year 's day", Feast::On(1, 1)),
    ("new year 's eve", Feast::On(12, 31)),
    ("thanksgiving", Feast::Nth(11, 3, 4)),
    ("thanksgiving day", Feast::Nth(11, 3, 4)),
    ("valentine 's day", Feast::On(2, 14)),
    ("veterans day", Feast::On(11, 11)),
];

/// How the calendar fixes a holiday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Feast {
    /// On that month and day.
    On(u8, u8),
    /// In that month, on that weekday (Monday is 0), the so-manieth; the fifth
    /// is the last.
    Nth(u8, u8, u8),
}

/// Nouns that are counted: a four-digit number before one is no year.
pub const COUNTED: [&str; 74] = [
    "acres",
    "aircraft",
    "barrels",
    "bodies",
    "books",
    "calories",
    "cases",
    "casualties",
    "children",
    "civilians",
    "companies",
    "copies",
    "cubic",
    "deaths",
    "degrees",
    "dollars",
    "employees",
    "euros",
    "families",
    "feet",
    "fighters",
    "ft",
    "gallons",
    "grams",
    "guns",
    "hectares",
    "homes",
    "horses",
    "houses",
    "hp",
    "hrs",
    "inches",
    "jobs",
    "kg",
    "kilograms",
    "kilometers",
    "kilometres",
    "km",
    "litres",
    "lives",
    "members",
    "men",
    "meters",
    "metres",
    "miles",
    "million",
    "mm",
    "murders",
    "nautical",
    "participants",
    "passengers",
    "people",
    "percent",
    "pieces",
    "points",
    "pounds",
    "prisoners",
    "refugees",
    "residents",
    "rubles",
    "rupees",
    "sailors",
    "ships",
    "soldiers",
    "square",
    "students",
    "tanks",
    "tonnes",
    "tons",
    "troops",
    "vehicles",
    "volts",
    "women",
    "workers",
];

/// Words after which a number is a label, not a year.
pub const LABELS: [&str; 22] = [
    "approximately",
    "article",
    "bus",
    "chapter",
    "clause",
    "code",
    "exactly",
    "extension",
    "flight",
    "highway",
    "no",
    "number",
    "over",
    "page",
    "paragraph",
    "resolution",
    "room",
    "route",
    "section",
    "some",
    "tel",
    "version",
];

/// The value of `word` in a sorted table, whatever its case.
pub fn look<V: Copy>(table: &[(&str, V)], word: &str) -> Option<V> {
    if word.len() > 20 {
        return None;
    }
    let lower = lower(word);
    table.binary_search_by(|(key, _)| (*key).cmp(&*lower)).ok().map(|at| table[at].1)
}

/// Whether a sorted list holds `word`, whatever its case.
pub fn holds(list: &[&str], word: &str) -> bool {
    word.len() <= 20 && list.binary_search(&&*lower(word)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted() {
        assert!(MONTHS.is_sorted_by_key(|row| row.0));
        assert!(WEEKDAYS.is_sorted_by_key(|row| row.0));
        assert!(CARDINALS.is_sorted_by_key(|row| row.0));
        assert!(ORDINALS.is_sorted_by_key(|row| row.0));
        assert!(DECADES.is_sorted_by_key(|row| row.0));
        assert!(UNITS.is_sorted_by_key(|row| row.0));
        assert!(SEASONS.is_sorted_by_key(|row| row.0));
        assert!(DAY_PARTS.is_sorted_by_key(|row| row.0));
        assert!(HOLIDAYS.is_sorted_by_key(|row| row.0));
        for list in [&COUNTED[..], &LABELS[..], &ZONES[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
