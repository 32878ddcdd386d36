//! English words that name times: months, weekdays, units, numbers, cues.
//!
//! Every table is sorted by its first column and lower case, so that it can be
//! searched by halving; a test checks the order. Add a word where it sorts.

use dateline_timex::{Count, Feast, Unit};

/// Month names.
pub const MONTHS: [(&str, u8); 12] = [
    ("april", 4),
    ("august", 8),
    ("december", 12),
    ("february", 2),
    ("january", 1),
    ("july", 7),
    ("june", 6),
    ("march", 3),
    ("may", 5),
    ("november", 11),
    ("october", 10),
    ("september", 9),
];

/// Their printed short forms.
pub const SHORT_MONTHS: [(&str, u8); 12] = [
    ("apr", 4),
    ("aug", 8),
    ("dec", 12),
    ("feb", 2),
    ("jan", 1),
    ("jul", 7),
    ("jun", 6),
    ("mar", 3),
    ("nov", 11),
    ("oct", 10),
    ("sep", 9),
    ("sept", 9),
];

/// Months of the calendars of the Hijra, by the sun and by the moon, in one word each.
#[rustfmt::skip]
pub const HIJRI_MONTHS: [&str; 22] = [
    "aban", "azar", "bahman", "dey", "esfand", "farvardin", "khordad", "mehr", "mordad", "muharram", "ordibehesht", "rajab", "ramadan", "ramazan", "safar", "sha'ban", "shaaban", "shaban", "shahrivar", "shawwal", "tir", "zilhaj",
];

/// Weekdays, Monday is 0.
pub const WEEKDAYS: [(&str, u8); 7] = [
    ("friday", 4),
    ("monday", 0),
    ("saturday", 5),
    ("sunday", 6),
    ("thursday", 3),
    ("tuesday", 1),
    ("wednesday", 2),
];

/// Their short forms, which count only beside a date.
pub const SHORT_WEEKDAYS: [(&str, u8); 11] = [
    ("fri", 4),
    ("mon", 0),
    ("sat", 5),
    ("sun", 6),
    ("thu", 3),
    ("thur", 3),
    ("thurs", 3),
    ("tue", 1),
    ("tues", 1),
    ("wed", 2),
    ("weds", 2),
];

/// Weekdays in the plural, "on Mondays".
pub const WEEKDAY_PLURALS: [(&str, u8); 7] = [
    ("fridays", 4),
    ("mondays", 0),
    ("saturdays", 5),
    ("sundays", 6),
    ("thursdays", 3),
    ("tuesdays", 1),
    ("wednesdays", 2),
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
pub const UNITS: [(&str, (Unit, Count)); 21] = [
    ("centuries", (Unit::Century, Count::Many)),
    ("century", (Unit::Century, Count::One)),
    ("day", (Unit::Day, Count::One)),
    ("days", (Unit::Day, Count::Many)),
    ("decade", (Unit::Decade, Count::One)),
    ("decades", (Unit::Decade, Count::Many)),
    ("hour", (Unit::Hour, Count::One)),
    ("hours", (Unit::Hour, Count::Many)),
    ("minute", (Unit::Minute, Count::One)),
    ("minutes", (Unit::Minute, Count::Many)),
    ("month", (Unit::Month, Count::One)),
    ("months", (Unit::Month, Count::Many)),
    ("quarter", (Unit::Quarter, Count::One)),
    ("quarters", (Unit::Quarter, Count::Many)),
    ("seconds", (Unit::Second, Count::Many)),
    ("week", (Unit::Week, Count::One)),
    ("weekend", (Unit::Weekend, Count::One)),
    ("weekends", (Unit::Weekend, Count::Many)),
    ("weeks", (Unit::Week, Count::Many)),
    ("year", (Unit::Year, Count::One)),
    ("years", (Unit::Year, Count::Many)),
];

/// Seasons and TimeML's code for each.
pub const SEASONS: [(&str, &str); 5] =
    [("autumn", "FA"), ("fall", "FA"), ("spring", "SP"), ("summer", "SU"), ("winter", "WI")];

/// Parts of a day and TimeML's code or hour for each.
pub const DAY_PARTS: [(&str, &str); 17] = [
    ("afternoon", "AF"),
    ("dawn", "MO"),
    ("daybreak", "MO"),
    ("dusk", "EV"),
    ("evening", "EV"),
    ("lunchtime", "MI"),
    ("midafternoon", "AF"),
    ("midday", "MI"),
    ("midmorning", "MO"),
    ("midnight", "24:00"),
    ("morning", "MO"),
    ("night", "NI"),
    ("nightfall", "NI"),
    ("noon", "12:00"),
    ("sundown", "EV"),
    ("sunrise", "MO"),
    ("sunset", "EV"),
];

/// Zones that follow an hour.
#[rustfmt::skip]
pub const ZONES: [&str; 41] = [
    "aedt", "aest", "akdt", "akst", "awst", "bst", "cat", "cdt", "cest", "cet", "cst",
    "ct", "eat", "edt", "eest", "eet", "est", "et", "gmt", "hkt", "hours", "hrs",
    "hst", "ist", "jst", "kst", "mdt", "msk", "mst", "nzdt", "nzst", "pdt", "pht",
    "pkt", "pst", "pt", "sast", "sgt", "utc", "wat", "wib",
];

/// Words that are a zone's name before "time".
pub const ZONE_NAMES: [&str; 8] =
    ["atlantic", "central", "eastern", "greenwich", "local", "moscow", "mountain", "pacific"];

/// Holidays on a fixed day, as month and day. Only those whose name means the
/// same day everywhere; the words that follow "christmas" are longer rows.
pub const HOLIDAYS: [(&str, Feast); 32] = [
    ("april fool 's day", Feast::On(4, 1)),
    ("april fools ' day", Feast::On(4, 1)),
    ("armistice day", Feast::On(11, 11)),
    ("bastille day", Feast::On(7, 14)),
    ("boxing day", Feast::On(12, 26)),
    ("christmas", Feast::On(12, 25)),
    ("christmas day", Feast::On(12, 25)),
    ("christmas eve", Feast::On(12, 24)),
    ("columbus day", Feast::Nth(10, 0, 2)),
    ("earth day", Feast::On(4, 22)),
    ("easter", Feast::Easter(0)),
    ("easter monday", Feast::Easter(1)),
    ("easter sunday", Feast::Easter(0)),
    ("father 's day", Feast::Nth(6, 6, 3)),
    ("fourth of july", Feast::On(7, 4)),
    ("good friday", Feast::Easter(-2)),
    ("groundhog day", Feast::On(2, 2)),
    ("halloween", Feast::On(10, 31)),
    ("labor day", Feast::Nth(9, 0, 1)),
    ("martin luther king day", Feast::Nth(1, 0, 3)),
    ("may day", Feast::On(5, 1)),
    ("memorial day", Feast::Nth(5, 0, 5)),
    ("new year 's", Feast::On(1, 1)),
    ("new year 's day", Feast::On(1, 1)),
    ("new year 's eve", Feast::On(12, 31)),
    ("presidents ' day", Feast::Nth(2, 0, 3)),
    ("presidents day", Feast::Nth(2, 0, 3)),
    ("thanksgiving", Feast::Nth(11, 3, 4)),
    ("thanksgiving day", Feast::Nth(11, 3, 4)),
    ("valentine 's day", Feast::On(2, 14)),
    ("veterans day", Feast::On(11, 11)),
    ("women 's day", Feast::On(3, 8)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_sorted() {
        assert!(MONTHS.is_sorted_by_key(|row| row.0));
        assert!(SHORT_MONTHS.is_sorted_by_key(|row| row.0));
        assert!(HIJRI_MONTHS.is_sorted());
        assert!(WEEKDAYS.is_sorted_by_key(|row| row.0));
        assert!(SHORT_WEEKDAYS.is_sorted_by_key(|row| row.0));
        assert!(WEEKDAY_PLURALS.is_sorted_by_key(|row| row.0));
        assert!(CARDINALS.is_sorted_by_key(|row| row.0));
        assert!(ORDINALS.is_sorted_by_key(|row| row.0));
        assert!(DECADES.is_sorted_by_key(|row| row.0));
        assert!(UNITS.is_sorted_by_key(|row| row.0));
        assert!(SEASONS.is_sorted_by_key(|row| row.0));
        assert!(DAY_PARTS.is_sorted_by_key(|row| row.0));
        assert!(HOLIDAYS.is_sorted_by_key(|row| row.0));
        for list in [&ZONES[..], &ZONE_NAMES[..], &super::super::shapes::OPENERS[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
