//! Names of times in `de`, made by `cargo xtask cldr de`: do not edit.
//!
//! From the Unicode CLDR 48.2.0 (npm `cldr-dates-full` and `cldr-core`), locales
//! de, de-AT, de-BE, de-CH, de-IT, de-LI, de-LU.
//! Copyright (c) 2004-2025 Unicode, Inc. Unicode License V3; see NOTICE.
//! Sorted; single words in lower case, short names without their full stop.

use super::{Count, Unit};

/// Months in full.
#[rustfmt::skip]
pub const MONTHS: [(&str, u8); 13] = [
    ("april", 4),
    ("august", 8),
    ("dezember", 12),
    ("februar", 2),
    ("januar", 1),
    ("juli", 7),
    ("juni", 6),
    ("jänner", 1),
    ("mai", 5),
    ("märz", 3),
    ("november", 11),
    ("oktober", 10),
    ("september", 9),
];

/// Months in short.
#[rustfmt::skip]
pub const SHORT_MONTHS: [(&str, u8); 13] = [
    ("apr", 4),
    ("aug", 8),
    ("dez", 12),
    ("feb", 2),
    ("jan", 1),
    ("jul", 7),
    ("jun", 6),
    ("jän", 1),
    ("mär", 3),
    ("nov", 11),
    ("okt", 10),
    ("sep", 9),
    ("sept", 9),
];

/// Weekdays in full, Monday is 0.
#[rustfmt::skip]
pub const WEEKDAYS: [(&str, u8); 7] = [
    ("dienstag", 1),
    ("donnerstag", 3),
    ("freitag", 4),
    ("mittwoch", 2),
    ("montag", 0),
    ("samstag", 5),
    ("sonntag", 6),
];

/// Weekdays in short.
#[rustfmt::skip]
pub const SHORT_WEEKDAYS: [(&str, u8); 7] = [
    ("di", 1),
    ("do", 3),
    ("fr", 4),
    ("mi", 2),
    ("mo", 0),
    ("sa", 5),
    ("so", 6),
];

/// Parts of the day and TimeML's codes.
#[rustfmt::skip]
pub const DAY_PARTS: [(&str, &str); 7] = [
    ("abend", "EV"),
    ("mittag", "MI"),
    ("mitternacht", "24:00"),
    ("morgen", "MO"),
    ("nachmittag", "AF"),
    ("nacht", "NI"),
    ("vormittag", "MO"),
];

/// The same as they stand behind an hour.
#[rustfmt::skip]
pub const DAY_PARTS_BEHIND: [(&str, &str); 7] = [
    ("abends", "EV"),
    ("mittags", "MI"),
    ("mitternacht", "24:00"),
    ("morgens", "MO"),
    ("nachmittags", "AF"),
    ("nachts", "NI"),
    ("vormittags", "MO"),
];

/// Days by how far they are from today.
#[rustfmt::skip]
pub const NEAR_DAYS: [(&str, i32); 5] = [
    ("gestern", -1),
    ("heute", 0),
    ("morgen", 1),
    ("vorgestern", -2),
    ("übermorgen", 2),
];

/// Units, alone and counted.
#[rustfmt::skip]
pub const UNITS: [(&str, (Unit, Count)); 16] = [
    ("jahr", (Unit::Year, Count::One)),
    ("jahren", (Unit::Year, Count::Many)),
    ("minute", (Unit::Minute, Count::One)),
    ("minuten", (Unit::Minute, Count::Many)),
    ("monat", (Unit::Month, Count::One)),
    ("monaten", (Unit::Month, Count::Many)),
    ("quartal", (Unit::Quarter, Count::One)),
    ("quartalen", (Unit::Quarter, Count::Many)),
    ("sekunde", (Unit::Second, Count::One)),
    ("sekunden", (Unit::Second, Count::Many)),
    ("stunde", (Unit::Hour, Count::One)),
    ("stunden", (Unit::Hour, Count::Many)),
    ("tag", (Unit::Day, Count::One)),
    ("tagen", (Unit::Day, Count::Many)),
    ("woche", (Unit::Week, Count::One)),
    ("wochen", (Unit::Week, Count::Many)),
];

/// Units by how far they are from the present one.
#[rustfmt::skip]
pub const NEAR_UNITS: [(&str, (Unit, i32)); 12] = [
    ("diese Woche", (Unit::Week, 0)),
    ("diesen Monat", (Unit::Month, 0)),
    ("dieses Jahr", (Unit::Year, 0)),
    ("dieses Quartal", (Unit::Quarter, 0)),
    ("letzte Woche", (Unit::Week, -1)),
    ("letzten Monat", (Unit::Month, -1)),
    ("letztes Jahr", (Unit::Year, -1)),
    ("letztes Quartal", (Unit::Quarter, -1)),
    ("nächste Woche", (Unit::Week, 1)),
    ("nächsten Monat", (Unit::Month, 1)),
    ("nächstes Jahr", (Unit::Year, 1)),
    ("nächstes Quartal", (Unit::Quarter, 1)),
];

/// Weekdays before (-1) or after (1) now, or of this week.
#[rustfmt::skip]
pub const NEAR_WEEKDAYS: [(&str, (u8, i32)); 21] = [
    ("diesen Dienstag", (1, 0)),
    ("diesen Donnerstag", (3, 0)),
    ("diesen Freitag", (4, 0)),
    ("diesen Mittwoch", (2, 0)),
    ("diesen Montag", (0, 0)),
    ("diesen Samstag", (5, 0)),
    ("diesen Sonntag", (6, 0)),
    ("letzten Dienstag", (1, -1)),
    ("letzten Donnerstag", (3, -1)),
    ("letzten Freitag", (4, -1)),
    ("letzten Mittwoch", (2, -1)),
    ("letzten Montag", (0, -1)),
    ("letzten Samstag", (5, -1)),
    ("letzten Sonntag", (6, -1)),
    ("nächsten Dienstag", (1, 1)),
    ("nächsten Donnerstag", (3, 1)),
    ("nächsten Freitag", (4, 1)),
    ("nächsten Mittwoch", (2, 1)),
    ("nächsten Montag", (0, 1)),
    ("nächsten Samstag", (5, 1)),
    ("nächsten Sonntag", (6, 1)),
];

/// So many units before (-1) or after (1) now.
#[rustfmt::skip]
pub const OFFSETS: [(&str, (Unit, i32)); 32] = [
    ("in {0} Jahr", (Unit::Year, 1)),
    ("in {0} Jahren", (Unit::Year, 1)),
    ("in {0} Minute", (Unit::Minute, 1)),
    ("in {0} Minuten", (Unit::Minute, 1)),
    ("in {0} Monat", (Unit::Month, 1)),
    ("in {0} Monaten", (Unit::Month, 1)),
    ("in {0} Quartal", (Unit::Quarter, 1)),
    ("in {0} Quartalen", (Unit::Quarter, 1)),
    ("in {0} Sekunde", (Unit::Second, 1)),
    ("in {0} Sekunden", (Unit::Second, 1)),
    ("in {0} Stunde", (Unit::Hour, 1)),
    ("in {0} Stunden", (Unit::Hour, 1)),
    ("in {0} Tag", (Unit::Day, 1)),
    ("in {0} Tagen", (Unit::Day, 1)),
    ("in {0} Woche", (Unit::Week, 1)),
    ("in {0} Wochen", (Unit::Week, 1)),
    ("vor {0} Jahr", (Unit::Year, -1)),
    ("vor {0} Jahren", (Unit::Year, -1)),
    ("vor {0} Minute", (Unit::Minute, -1)),
    ("vor {0} Minuten", (Unit::Minute, -1)),
    ("vor {0} Monat", (Unit::Month, -1)),
    ("vor {0} Monaten", (Unit::Month, -1)),
    ("vor {0} Quartal", (Unit::Quarter, -1)),
    ("vor {0} Quartalen", (Unit::Quarter, -1)),
    ("vor {0} Sekunde", (Unit::Second, -1)),
    ("vor {0} Sekunden", (Unit::Second, -1)),
    ("vor {0} Stunde", (Unit::Hour, -1)),
    ("vor {0} Stunden", (Unit::Hour, -1)),
    ("vor {0} Tag", (Unit::Day, -1)),
    ("vor {0} Tagen", (Unit::Day, -1)),
    ("vor {0} Woche", (Unit::Week, -1)),
    ("vor {0} Wochen", (Unit::Week, -1)),
];
