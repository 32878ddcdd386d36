//! German times, found and valued: the rows' own examples, CLDR's own phrases, and sentences
//! written for this test.

use dateline_lang::de::time::{GERMAN, cldr};
use dateline_model::{Day, Timex};
use dateline_timex::{Tagged, Tense, Unit};

mod sentences;

/// A Wednesday.
const PUBLISHED: &str = "2025-05-28";

fn tag(text: &str) -> Vec<Timex> {
    dateline_timex::tag(&GERMAN, text, Day::parse(PUBLISHED))
}

/// Checks all expressions of `text` as `phrase = value`, and `phrase > value` for those still to
/// come.
fn check(text: &str, expected: &[&str]) {
    let shown = |one: &Timex| {
        format!("{} {} {}", one.span.of(text), if one.future { '>' } else { '=' }, one.value)
    };
    let found: Vec<String> = tag(text).iter().map(shown).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_tables_and_patterns_are_sound() {
    assert_eq!(GERMAN.fault(), None);
}

#[test]
fn the_verb_of_the_clause_decides() {
    fn check(text: &str, expected: Tense) {
        let tagged = Tagged::new(&GERMAN, text);
        assert_eq!(tagged.tense(&tagged.found()[0]), expected, "{text}");
    }
    check("Am Montag wird das Gericht urteilen.", Tense::Future);
    check("Er kündigte an, dass er am Montag kommen will.", Tense::Future);
    check("Der Mann soll am Montag gestorben sein.", Tense::Past);
    check("Der Minister ist am Montag zurückgetreten.", Tense::Past);
    check("Die Brücke wurde am Montag eröffnet und soll offen bleiben.", Tense::Past);
    check("Bis Montag haben sie Zeit.", Tense::Future);
    check("Montag: Nebel.", Tense::Unsaid);
}

/// What CLDR says of near days and units is read as CLDR means it.
#[test]
fn every_phrase_of_cldr_is_read_with_its_distance() {
    let here = Day::parse(PUBLISHED).unwrap();
    for (word, steps) in cldr::NEAR_DAYS {
        check(&format!("Sie kommen {word}."), &[&at(word, here + steps)]);
    }
    for (phrase, (unit, steps)) in cldr::NEAR_UNITS {
        let found = tag(&format!("Sie kommen {phrase}."));
        let days = found.first().and_then(|one| one.days).unwrap_or_else(|| panic!("{phrase}"));
        let distance = match unit {
            Unit::Week => (days.start - (here - 2)) / 7,
            Unit::Month => i32::from(days.start.month()) - i32::from(here.month()),
            Unit::Quarter => (i32::from(days.start.month()) - 4) / 3,
            _ => i32::from(days.start.year()) - i32::from(here.year()),
        };
        assert_eq!((found.len(), distance), (1, steps), "{phrase}");
    }
    for (phrase, (weekday, steps)) in cldr::NEAR_WEEKDAYS {
        let found = tag(&format!("Es war {phrase}."));
        let day = found.first().and_then(|one| one.days).unwrap_or_else(|| panic!("{phrase}"));
        assert_eq!(day.start.weekday(), usize::from(weekday), "{phrase}");
        let side = (day.start - here).signum();
        assert!(side == steps || steps == 0 && (day.start - here).abs() < 7, "{phrase}");
    }
    for (pattern, (unit, sign)) in cldr::OFFSETS {
        let phrase = pattern.replace("{0}", "3");
        let found = tag(&format!("Es gibt das {phrase}."));
        let days = found.first().and_then(|one| one.days).unwrap_or_else(|| panic!("{phrase}"));
        assert_eq!(found.len(), 1, "{phrase}");
        if unit.is_calendar() {
            assert_eq!((days.start - here).signum(), sign, "{phrase}");
        }
    }
}

fn at(word: &str, day: Day) -> String {
    let future = if day > Day::parse(PUBLISHED).unwrap() { '>' } else { '=' };
    format!("{word} {future} {day}")
}

#[test]
fn every_rule_matches_its_own_example_with_its_value() {
    let mut wrong = String::new();
    for rule in GERMAN.grammar().rows {
        let text = rule.example.replace(['[', ']'], "");
        let phrase = rule.example.split(['[', ']']).nth(1).unwrap();
        let start = rule.example.find('[').unwrap();
        let found = tag(&text);
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
    for rule in GERMAN.grammar().rows {
        let tagged = Tagged::new(&GERMAN, rule.near_miss);
        if let Some(hit) = tagged.found().iter().find(|one| one.row.name == rule.name) {
            let phrase = tagged.span(hit).of(rule.near_miss);
            wrong += &format!("{} matches {phrase:?} in {:?}\n", rule.name, rule.near_miss);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn both_ends_of_a_range_carry_all_of_it() {
    let check = |text: &str, expected: &[&str]| {
        let shown = |one: &Timex| match one.stretch {
            Some(days) => format!("{} {} {}", one.span.of(text), days.start, days.end),
            None => format!("{} = {}", one.span.of(text), one.value),
        };
        let found: Vec<String> = tag(text).iter().map(shown).collect();
        assert_eq!(found, expected, "{text}");
    };
    check(
        "Die Messe lief vom 28. April bis zum 2. Mai.",
        &["28. April 2025-04-28 2025-05-02", "2. Mai 2025-04-28 2025-05-02"],
    );
    check(
        "Zwischen 3. und 7. Mai war die Straße gesperrt.",
        &["3. 2025-05-03 2025-05-07", "7. Mai 2025-05-03 2025-05-07"],
    );
    check(
        "Es brannte in der Nacht vom 4. auf den 5. Mai.",
        &["Nacht = 2025-05-04TNI", "4. 2025-05-04 2025-05-05", "5. Mai 2025-05-04 2025-05-05"],
    );
    check(
        "Von November bis Januar hatte es geschneit.",
        &["November 2024-11-01 2025-01-31", "Januar 2024-11-01 2025-01-31"],
    );
    check(
        "Sie tagten am 3., 4. und 7. Mai.",
        &["3. = 2025-05-03", "4. = 2025-05-04", "7. Mai = 2025-05-07"],
    );
    check(
        "Der Termin wurde von Montag auf Dienstag verschoben.",
        &["Montag = 2025-05-26", "Dienstag = 2025-05-27"],
    );
    check("Der Unterschied zwischen 2008 und 2009 war klein.", &["2008 = 2008", "2009 = 2009"]);
}

#[test]
fn four_digits_are_an_hour_before_a_zone_and_no_year_behind_a_label() {
    check(
        "Am Freitag um 1400 GMT beginnt die Abstimmung.",
        &["Freitag > 2025-05-30", "1400 GMT > 2025-05-30T14:00"],
    );
    check(
        "Um 19 Uhr Ortszeit (1600 GMT) am Montag heulte die Sirene.",
        &["19 Uhr Ortszeit (1600 GMT) = 2025-05-26T19:00", "Montag = 2025-05-26"],
    );
    check(
        "Das Beben (0312 UTC) am Sonntag war stark.",
        &["0312 UTC = 2025-05-25T03:12", "Sonntag = 2025-05-25"],
    );
    check("Flug 1549 und der Zug 2015 fielen aus.", &[]);
    check("Seit 1998 fährt der Zug.", &["1998 = 1998"]);
}

#[test]
fn every_aside_holds_of_its_example_and_not_of_its_near_miss() {
    for aside in GERMAN.grammar().asides {
        for (text, expected) in [(aside.example, true), (aside.near_miss, false)] {
            let start = text.find('[').expect("an expression in brackets");
            let text = text.replace(['[', ']'], "");
            let tagged = Tagged::new(&GERMAN, &text);
            let mut found = tagged.found().iter();
            let here = found.find(|one| tagged.span(one).start as usize == start);
            let holds = here.map(|one| tagged.holds(aside, one));
            assert_eq!(holds, Some(expected), "{}: {text}", aside.name);
            let compared = tag(&text).iter().any(|one| one.compared);
            assert_eq!(compared, expected, "{}: {text}", aside.name);
        }
    }
}

#[test]
fn what_is_compared_with_dates_nothing_and_what_happened_is_told() {
    let compared = |text: &str| -> Vec<String> {
        let found = tag(text);
        let aside = found.iter().filter(|one| one.compared);
        aside.map(|one| one.span.of(text).to_owned()).collect()
    };
    for (text, date) in [
        ("Es war die erste Niederlage seit 1992.", "1992"),
        ("Der Umsatz stieg gegenüber dem Vorjahr.", "Vorjahr"),
        ("Verglichen mit 2008 stieg der Umsatz im März.", "2008"),
        ("Es kamen mehr Gäste als noch im Mai 2009.", "Mai 2009"),
        ("Sie ist seit 1981 an der Macht.", "1981"),
        ("Er sah den Film aus dem Jahr 2008.", "Jahr 2008"),
        ("Im Krieg von 1967 war er Soldat.", "1967"),
        ("Novak schrieb Asche (1996) dort.", "1996"),
        ("Sie spielte in der Saison 2010.", "2010"),
    ] {
        assert_eq!(compared(text), [date], "{text}");
    }
    for text in [
        "Sie wurde 1950 geboren und starb am 5. Mai 2009.",
        "Seit Montag streiken sie.",
        "Er war von 2001 bis 2004 Bürgermeister.",
        "Im Mai brach der Damm.",
        "Als im April der Damm brach, floh er.",
    ] {
        assert_eq!(compared(text), [""; 0], "{text}");
    }
}

#[test]
fn what_is_announced_for_a_day_is_to_come() {
    check("Für Freitag kündigte er einen Streik an.", &["Freitag > 2025-05-30"]);
    check("Sie forderte Neuwahlen am 7. September.", &["7. September > 2025-09-07"]);
    check("Das Gesetz tritt am 31. Dezember in Kraft.", &["31. Dezember > 2025-12-31"]);
    check("Er verlor die Wahl am 7. September.", &["7. September = 2024-09-07"]);
}
