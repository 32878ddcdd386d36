//! German words that name times, besides those that CLDR gives.
//!
//! Every table is sorted by its first column and in small letters.

use super::cldr;
use super::{Count, Feast, Unit};

/// CLDR calls the day before Sunday "Samstag"; in the north and east it has another name.
pub const WEEKDAYS: [(&str, u8); 8] = merged(&cldr::WEEKDAYS, &[("sonnabend", 5)]);

/// Weekdays as they recur. "Sonntags" with a capital is a title or a genitive; guards ask.
#[rustfmt::skip]
pub const WEEKDAY_PLURALS: [(&str, u8); 24] = [
    ("dienstage", 1), ("dienstagen", 1), ("dienstags", 1),
    ("donnerstage", 3), ("donnerstagen", 3), ("donnerstags", 3),
    ("freitage", 4), ("freitagen", 4), ("freitags", 4),
    ("mittwoche", 2), ("mittwochen", 2), ("mittwochs", 2),
    ("montage", 0), ("montagen", 0), ("montags", 0),
    ("samstage", 5), ("samstagen", 5), ("samstags", 5),
    ("sonnabende", 5), ("sonnabenden", 5), ("sonnabends", 5),
    ("sonntage", 6), ("sonntagen", 6), ("sonntags", 6),
];

macro_rules! with_parts {
    ($(($day:literal, $n:literal),)*) => {
        [$(
            (concat!($day, "abend"), ($n, "EV")),
            (concat!($day, "früh"), ($n, "MO")),
            (concat!($day, "mittag"), ($n, "MI")),
            (concat!($day, "morgen"), ($n, "MO")),
            (concat!($day, "nachmittag"), ($n, "AF")),
            (concat!($day, "nacht"), ($n, "NI")),
            (concat!($day, "vormittag"), ($n, "MO")),
        )*]
    };
}

/// "Montagabend".
pub const WEEKDAY_PARTS: [(&str, (u8, &str)); 56] = with_parts![
    ("dienstag", 1),
    ("donnerstag", 3),
    ("freitag", 4),
    ("mittwoch", 2),
    ("montag", 0),
    ("samstag", 5),
    ("sonnabend", 5),
    ("sonntag", 6),
];

/// Parts of the day.
pub const DAY_PARTS: [(&str, &str); 8] = merged(&cldr::DAY_PARTS, &[("früh", "MO")]);

/// Units in the cases that stand beside no number, and units that CLDR does not count.
#[rustfmt::skip]
pub const UNITS: [(&str, (Unit, Count)); 35] = merged(&cldr::UNITS, &[
    ("jahre", (Unit::Year, Count::Many)),
    ("jahres", (Unit::Year, Count::One)),
    ("jahrhundert", (Unit::Century, Count::One)),
    ("jahrhunderte", (Unit::Century, Count::Many)),
    ("jahrhunderten", (Unit::Century, Count::Many)),
    ("jahrhunderts", (Unit::Century, Count::One)),
    ("jahrzehnt", (Unit::Decade, Count::One)),
    ("jahrzehnte", (Unit::Decade, Count::Many)),
    ("jahrzehnten", (Unit::Decade, Count::Many)),
    ("jahrzehnts", (Unit::Decade, Count::One)),
    ("monate", (Unit::Month, Count::Many)),
    ("monats", (Unit::Month, Count::One)),
    ("quartale", (Unit::Quarter, Count::Many)),
    ("quartals", (Unit::Quarter, Count::One)),
    ("tage", (Unit::Day, Count::Many)),
    ("tages", (Unit::Day, Count::One)),
    ("wochenende", (Unit::Weekend, Count::One)),
    ("wochenenden", (Unit::Weekend, Count::Many)),
    ("wochenendes", (Unit::Weekend, Count::One)),
]);

/// Seasons, with the words for their parts.
#[rustfmt::skip]
pub const SEASONS: [(&str, &str); 16] = [
    ("frühherbst", "FA"), ("frühjahr", "SP"), ("frühjahrs", "SP"), ("frühling", "SP"),
    ("frühlings", "SP"), ("frühsommer", "SU"), ("herbst", "FA"), ("herbstes", "FA"),
    ("herbsts", "FA"), ("hochsommer", "SU"), ("sommer", "SU"), ("sommers", "SU"),
    ("spätherbst", "FA"), ("spätsommer", "SU"), ("winter", "WI"), ("winters", "WI"),
];

macro_rules! inflected {
    ($(($stem:literal, $n:literal),)*) => {
        [$(
            (concat!($stem, "e"), $n),
            (concat!($stem, "em"), $n),
            (concat!($stem, "en"), $n),
            (concat!($stem, "er"), $n),
            (concat!($stem, "es"), $n),
        )*]
    };
}

/// Ordinals to the thirty-first in all their endings.
#[rustfmt::skip]
pub const ORDINALS: [(&str, u32); 160] = inflected![
    ("acht", 8), ("achtundzwanzigst", 28), ("achtzehnt", 18), ("dreiundzwanzigst", 23),
    ("dreizehnt", 13), ("dreißigst", 30), ("dritt", 3), ("einunddreißigst", 31),
    ("einundzwanzigst", 21), ("elft", 11), ("erst", 1), ("fünft", 5), ("fünfundzwanzigst", 25),
    ("fünfzehnt", 15), ("neunt", 9), ("neunundzwanzigst", 29), ("neunzehnt", 19), ("sechst", 6),
    ("sechsundzwanzigst", 26), ("sechzehnt", 16), ("siebent", 7), ("siebenundzwanzigst", 27),
    ("siebt", 7), ("siebzehnt", 17), ("viert", 4), ("vierundzwanzigst", 24), ("vierzehnt", 14),
    ("zehnt", 10), ("zwanzigst", 20), ("zweit", 2), ("zweiundzwanzigst", 22), ("zwölft", 12),
];

macro_rules! joined_tens {
    ($(($ones:literal, $n:literal),)*) => {
        [$(
            (concat!($ones, "undachtzig"), $n + 80),
            (concat!($ones, "unddreißig"), $n + 30),
            (concat!($ones, "undfünfzig"), $n + 50),
            (concat!($ones, "undneunzig"), $n + 90),
            (concat!($ones, "undsechzig"), $n + 60),
            (concat!($ones, "undsiebzig"), $n + 70),
            (concat!($ones, "undvierzig"), $n + 40),
            (concat!($ones, "undzwanzig"), $n + 20),
        )*]
    };
}

/// Cardinals from two on; "ein" is an article too and stands in [`ONE`].
#[rustfmt::skip]
pub const CARDINALS: [(&str, u32); 108] = merged(&[
    ("acht", 8), ("achtzehn", 18), ("achtzig", 80), ("drei", 3), ("dreier", 3), ("dreihundert", 300),
    ("dreizehn", 13), ("dreißig", 30), ("einhundert", 100), ("eintausend", 1000), ("elf", 11),
    ("fünf", 5), ("fünfhundert", 500), ("fünfzehn", 15), ("fünfzig", 50), ("hundert", 100),
    ("neun", 9), ("neunzehn", 19), ("neunzig", 90), ("sechs", 6), ("sechzehn", 16), ("sechzig", 60),
    ("sieben", 7), ("siebzehn", 17), ("siebzig", 70), ("tausend", 1000), ("vier", 4),
    ("vierzehn", 14), ("vierzig", 40), ("zehn", 10), ("zwanzig", 20), ("zwei", 2), ("zweier", 2),
    ("zweihundert", 200), ("zwo", 2), ("zwölf", 12),
], &joined_tens![
    ("acht", 8), ("drei", 3), ("ein", 1), ("fünf", 5), ("neun", 9), ("sechs", 6), ("sieben", 7),
    ("vier", 4), ("zwei", 2),
]);

/// "One" and "a".
pub const ONE: [&str; 6] = ["ein", "eine", "einem", "einen", "einer", "eines"];

/// So many and a half.
#[rustfmt::skip]
pub const HALVES: [(&str, u32); 7] = [
    ("anderthalb", 1), ("dreieinhalb", 3), ("eineinhalb", 1), ("fünfeinhalb", 5),
    ("sechseinhalb", 6), ("viereinhalb", 4), ("zweieinhalb", 2),
];

/// "Several", "a few".
#[rustfmt::skip]
pub const VAGUE: [&str; 12] = [
    "einige", "einigen", "einiger", "etliche", "etlichen", "mehrere", "mehreren", "mehrerer",
    "viele", "vielen", "wenige", "wenigen",
];

/// Days with a name that mean the same day in every German-speaking land, or bear their land's name.
#[rustfmt::skip]
pub const HOLIDAYS: [(&str, Feast); 23] = [
    ("allerheiligen", Feast::On(11, 1)),
    ("aschermittwoch", Feast::Easter(-46)),
    ("christi himmelfahrt", Feast::Easter(39)),
    ("fronleichnam", Feast::Easter(60)),
    ("gründonnerstag", Feast::Easter(-3)),
    ("heiligabend", Feast::On(12, 24)),
    ("karfreitag", Feast::Easter(-2)),
    ("karsamstag", Feast::Easter(-1)),
    ("neujahr", Feast::On(1, 1)),
    ("neujahrstag", Feast::On(1, 1)),
    ("ostermontag", Feast::Easter(1)),
    ("ostern", Feast::Easter(0)),
    ("ostersonntag", Feast::Easter(0)),
    ("palmsonntag", Feast::Easter(-7)),
    ("pfingsten", Feast::Easter(49)),
    ("pfingstmontag", Feast::Easter(50)),
    ("pfingstsonntag", Feast::Easter(49)),
    ("reformationstag", Feast::On(10, 31)),
    ("rosenmontag", Feast::Easter(-48)),
    ("silvester", Feast::On(12, 31)),
    ("tag der deutschen einheit", Feast::On(10, 3)),
    ("valentinstag", Feast::On(2, 14)),
    ("weihnachten", Feast::On(12, 25)),
];

macro_rules! decades {
    ($(($stem:literal, $first:literal),)*) => {
        [$(
            (concat!($stem, "er"), $first),
            (concat!($stem, "erjahre"), $first),
            (concat!($stem, "erjahren"), $first),
            (concat!($stem, "ern"), $first),
        )*]
    };
}

/// Decades by name, within the twentieth century but for the "Nullerjahre".
#[rustfmt::skip]
pub const DECADES: [(&str, i32); 36] = decades![
    ("achtzig", 1980), ("dreißig", 1930), ("fünfzig", 1950), ("neunzig", 1990), ("null", 2000),
    ("sechzig", 1960), ("siebzig", 1970), ("vierzig", 1940), ("zwanzig", 1920),
];

/// Nouns that are counted: a number before one is no year.
#[rustfmt::skip]
pub const COUNTED: [&str; 100] = [
    "angestellte", "anwohner", "arbeiter", "arbeitsplätze", "bar", "beamte", "beschäftigte",
    "beschäftigten", "besucher", "besucherinnen", "betriebe", "bewohner", "bürger", "cent",
    "delegierte", "demonstranten", "dollar", "einsatzkräfte", "einwohner", "euro", "fahrzeuge",
    "fans", "fotos", "franken", "frauen", "fälle", "fällen", "grad", "gramm", "gäste", "haushalte",
    "haushalten", "hektar", "helfer", "helferinnen", "häuser", "höhenmeter", "jahre", "jahren",
    "jobs", "kilo", "kilogramm", "kilometer", "kilometern", "kinder", "kindern", "km",
    "kubikmeter", "kunden", "leute", "liter", "läufer", "mal", "mark", "menschen", "meter",
    "metern", "milliarden", "millionen", "minuten", "mitarbeiter", "mitarbeiterinnen",
    "mitglieder", "männer", "neue", "opfer", "patienten", "personen", "pfund", "plätze",
    "polizisten", "prozent", "punkte", "quadratmeter", "rubel", "schüler", "schülerinnen",
    "seiten", "sitze", "soldaten", "stellen", "stimmen", "studenten", "studierende", "stunden",
    "stück", "tage", "tagen", "teilnehmer", "teilnehmern", "tickets", "tiere", "tonnen", "tote",
    "unternehmen", "verletzte", "watt", "wohnungen", "wähler", "zuschauer",
];

/// Words after which a number is a label, not a year.
#[rustfmt::skip]
pub const LABELS: [&str; 31] = [
    "agenda", "airbus", "artikel", "band", "baureihe", "boeing", "bundesstraße", "fax", "flug",
    "flugnummer", "halle", "horizont", "kanal", "linie", "modell", "nr", "nummer", "paragraf",
    "paragraph", "postfach", "raum", "route", "saal", "seite", "strecke", "telefon", "typ",
    "vision", "ziffer", "zimmer", "zug",
];

/// The words of a table.
pub const fn keys<V: Copy, const N: usize>(table: &[(&'static str, V); N]) -> [&'static str; N] {
    let mut out = [""; N];
    let mut at = 0;
    while at < N {
        out[at] = table[at].0;
        at += 1;
    }
    out
}

/// Lists one behind the other.
pub const fn joined<const N: usize>(lists: &[&[&'static str]]) -> [&'static str; N] {
    let mut out = [""; N];
    let (mut list, mut at, mut filled) = (0, 0, 0);
    while list < lists.len() {
        if at == lists[list].len() {
            (list, at) = (list + 1, 0);
        } else {
            out[filled] = lists[list][at];
            (at, filled) = (at + 1, filled + 1);
        }
    }
    assert!(filled == N);
    out
}

/// Two sorted tables as one.
const fn merged<V: Copy, const N: usize>(
    one: &[(&'static str, V)],
    other: &[(&'static str, V)],
) -> [(&'static str, V); N] {
    assert!(one.len() + other.len() == N);
    let mut out = [if one.is_empty() { other[0] } else { one[0] }; N];
    let (mut a, mut b) = (0, 0);
    while a + b < N {
        let first = b == other.len() || a < one.len() && precedes(one[a].0, other[b].0);
        out[a + b] = if first { one[a] } else { other[b] };
        if first {
            a += 1;
        } else {
            b += 1;
        }
    }
    out
}

const fn precedes(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in [&ONE[..], &VAGUE[..], &COUNTED[..], &LABELS[..]] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(HALVES.is_sorted_by_key(|row| row.0) && DECADES.is_sorted_by_key(|row| row.0));
    }
}
