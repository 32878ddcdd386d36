//! Names of times in `de`, made by `cargo xtask cldr de`: do not edit.
//!
//! From the Unicode CLDR 48.2.0 (npm `cldr-dates-full` and `cldr-core`), locales
//! de, de-AT, de-BE, de-CH, de-IT, de-LI, de-LU.
//! Copyright (c) 2004-2025 Unicode, Inc. Unicode License V3; see NOTICE.
//! Sorted; lower case; short names without their full stop.

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
    ("diese woche", (Unit::Week, 0)),
    ("diesen monat", (Unit::Month, 0)),
    ("dieses jahr", (Unit::Year, 0)),
    ("dieses quartal", (Unit::Quarter, 0)),
    ("letzte woche", (Unit::Week, -1)),
    ("letzten monat", (Unit::Month, -1)),
    ("letztes jahr", (Unit::Year, -1)),
    ("letztes quartal", (Unit::Quarter, -1)),
    ("nächste woche", (Unit::Week, 1)),
    ("nächsten monat", (Unit::Month, 1)),
    ("nächstes jahr", (Unit::Year, 1)),
    ("nächstes quartal", (Unit::Quarter, 1)),
];

/// Weekdays before (-1) or after (1) now, or of this week.
#[rustfmt::skip]
pub const NEAR_WEEKDAYS: [(&str, (u8, i32)); 21] = [
    ("diesen dienstag", (1, 0)),
    ("diesen donnerstag", (3, 0)),
    ("diesen freitag", (4, 0)),
    ("diesen mittwoch", (2, 0)),
    ("diesen montag", (0, 0)),
    ("diesen samstag", (5, 0)),
    ("diesen sonntag", (6, 0)),
    ("letzten dienstag", (1, -1)),
    ("letzten donnerstag", (3, -1)),
    ("letzten freitag", (4, -1)),
    ("letzten mittwoch", (2, -1)),
    ("letzten montag", (0, -1)),
    ("letzten samstag", (5, -1)),
    ("letzten sonntag", (6, -1)),
    ("nächsten dienstag", (1, 1)),
    ("nächsten donnerstag", (3, 1)),
    ("nächsten freitag", (4, 1)),
    ("nächsten mittwoch", (2, 1)),
    ("nächsten montag", (0, 1)),
    ("nächsten samstag", (5, 1)),
    ("nächsten sonntag", (6, 1)),
];

/// So many units before (-1) or after (1) now.
#[rustfmt::skip]
pub const OFFSETS: [(&str, (Unit, i32)); 32] = [
    ("in {0} jahr", (Unit::Year, 1)),
    ("in {0} jahren", (Unit::Year, 1)),
    ("in {0} minute", (Unit::Minute, 1)),
    ("in {0} minuten", (Unit::Minute, 1)),
    ("in {0} monat", (Unit::Month, 1)),
    ("in {0} monaten", (Unit::Month, 1)),
    ("in {0} quartal", (Unit::Quarter, 1)),
    ("in {0} quartalen", (Unit::Quarter, 1)),
    ("in {0} sekunde", (Unit::Second, 1)),
    ("in {0} sekunden", (Unit::Second, 1)),
    ("in {0} stunde", (Unit::Hour, 1)),
    ("in {0} stunden", (Unit::Hour, 1)),
    ("in {0} tag", (Unit::Day, 1)),
    ("in {0} tagen", (Unit::Day, 1)),
    ("in {0} woche", (Unit::Week, 1)),
    ("in {0} wochen", (Unit::Week, 1)),
    ("vor {0} jahr", (Unit::Year, -1)),
    ("vor {0} jahren", (Unit::Year, -1)),
    ("vor {0} minute", (Unit::Minute, -1)),
    ("vor {0} minuten", (Unit::Minute, -1)),
    ("vor {0} monat", (Unit::Month, -1)),
    ("vor {0} monaten", (Unit::Month, -1)),
    ("vor {0} quartal", (Unit::Quarter, -1)),
    ("vor {0} quartalen", (Unit::Quarter, -1)),
    ("vor {0} sekunde", (Unit::Second, -1)),
    ("vor {0} sekunden", (Unit::Second, -1)),
    ("vor {0} stunde", (Unit::Hour, -1)),
    ("vor {0} stunden", (Unit::Hour, -1)),
    ("vor {0} tag", (Unit::Day, -1)),
    ("vor {0} tagen", (Unit::Day, -1)),
    ("vor {0} woche", (Unit::Week, -1)),
    ("vor {0} wochen", (Unit::Week, -1)),
];
