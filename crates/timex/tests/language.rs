//! What a pack may say: words beyond ASCII, days with a full stop, inflected
//! forms, names without capitals, its own shapes, guards and cues; and what
//! [`Language::fault`] says of a pack with a mistake.

use dateline_model::{Day, Timex};
use dateline_timex::{
    Amount, Continues, Count, Found, Grammar, Language, Parts, Reading, Row, Said, Sign, Tokens,
    Unit, digits, free, listed, look, row, tag,
};

/// Invented words: a short month, a unit whose one form serves for one and
/// many, a verb that looks back and one that looks ahead.
static INVENTED: Language = Language::new(Grammar {
    rows: &ROWS,
    sets: &[("ÖVRI", &["övra", "övri", "övrum"]), ("BIL", &["bil", "–"])],
    months: &[("märo", 3), ("zvít", 5)],
    short_months: &[("zv", 5)],
    capital_months: false,
    weekdays: &[("ördi", 4)],
    units: &[("dä", (Unit::Day, Count::Either)), ("wöko", (Unit::Week, Count::One))],
    cardinals: &[("trí", 3)],
    ordinal_marks: &["."],
    amount,
    clock,
    sign,
    ..Grammar::EMPTY
});

static ROWS: [Row; 7] = [
    row("date/full", "DAY MONTH YEAR", Reading::Date, free, "", "", ""),
    row("date/day-month", "DAY MONTH", Reading::Date, free, "", "", ""),
    row("date/end", "BIL DAY", Reading::Date, free, "", "", "").after(Continues::Day),
    row("week/last", "ÖVRI ONEUNIT", Reading::Deictic(-1), free, "", "", ""),
    row("ago/ago", "för ANUM MANYUNITS", Reading::FromPublished(-1), free, "", "", ""),
    row("weekday/bare", "WEEKDAY", Reading::Date, no_name, "", "", ""),
    row("time/clock", "WEEKDAY CLOCK", Reading::Date, free, "", "", ""),
];

fn amount(tokens: &Tokens<'_>, at: usize, _: bool) -> Said {
    let word = || {
        let n = look(INVENTED.grammar().cardinals, tokens.get(at))?;
        Some((1, Parts { amount: Some(Amount::Exact(n, false)), ..Parts::default() }))
    };
    digits::amount(tokens, at).or_else(word)
}

/// "14.30 üra".
fn clock(tokens: &Tokens<'_>, at: usize) -> Option<(usize, (u8, u8))> {
    let hour = tokens.number(at, 2).filter(|hour| *hour < 24)? as u8;
    let minute = digits::minute(tokens, at).filter(|_| tokens.is(at + 3, "üra"))?;
    Some((4, (hour, minute)))
}

fn no_name(tokens: &Tokens<'_>, found: &Found) -> bool {
    !tokens.capital(found.end)
}

fn sign(tokens: &Tokens<'_>, at: usize) -> Sign {
    match tokens.get(at) {
        word if listed(&["dö", "fö"], word) => Sign::Back,
        word if listed(&["vö"], word) => Sign::Ahead,
        _ => Sign::Nothing,
    }
}

fn check(text: &str, expected: &[(&str, &str)]) {
    let found: Vec<Timex> = tag(&INVENTED, text, Day::new(2025, 5, 28));
    let found: Vec<(&str, &str)> =
        found.iter().map(|one| (one.span.of(text), one.value.as_str())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_word_is_itself_in_any_case_of_any_script() {
    check(
        "ÖVRUM WÖKO, övra wöko, Övri Wöko",
        &[("ÖVRUM WÖKO", "2025-W21"), ("övra wöko", "2025-W21"), ("Övri Wöko", "2025-W21")],
    );
    check("FÖR TRÍ DÄ", &[("FÖR TRÍ DÄ", "2025-05-25")]);
    check("övre wöko, för tri dä", &[]);
}

#[test]
fn a_day_takes_its_full_stop_and_a_month_needs_no_capital() {
    check("12. zvít 2024", &[("12. zvít 2024", "2024-05-12")]);
    check("12 ZVÍT 2024", &[("12 ZVÍT 2024", "2024-05-12")]);
    check("12. zv. 2024 a 3. märo", &[("12. zv. 2024", "2024-05-12"), ("3. märo", "2025-03-03")]);
    check("12.5 zvít, 40. zvít", &[]);
}

#[test]
fn what_goes_on_inherits_what_its_row_says() {
    check("12. zvít bil 14. a 15.", &[("12. zvít", "2025-05-12"), ("14.", "2025-05-14")]);
    check("zvít bil 14.", &[]);
}

#[test]
fn guards_cues_and_shapes_are_the_packs_own() {
    check("Dö ördi.", &[("ördi", "2025-05-23")]);
    check("Vö ördi.", &[("ördi", "2025-05-30")]);
    check("Vö ördi Nö.", &[]);
    check("Vö ördi 14.30 üra", &[("ördi 14.30 üra", "2025-05-30T14:30")]);
    check("Vö ördi 14:30", &[("ördi", "2025-05-30")]);
}

/// A language whose nouns have a capital, and which joins a weekday to a part of it.
static CAPITALS: Language = Language::new(Grammar {
    rows: &[
        row("weekday/bare", "WEEKDAY [PART]", Reading::Date, free, "", "", ""),
        row("duration/amount", "NUM UNIT", Reading::Duration, free, "", "", ""),
    ],
    weekdays: &[("ördi", 4)],
    weekday_parts: &[("ördivé", (4, "EV"))],
    day_parts: &[("vé", "EV")],
    capital_nouns: true,
    units: &[("dä", (Unit::Day, Count::Either))],
    ..Grammar::EMPTY
});

#[test]
fn a_noun_may_ask_for_its_capital_and_a_weekday_for_its_part() {
    let check = |text: &str, expected: &[&str]| {
        let found = tag(&CAPITALS, text, Day::new(2025, 5, 28));
        let found: Vec<&str> = found.iter().map(|one| one.value.as_str()).collect();
        assert_eq!(found, expected, "{text}");
    };
    check("Ördi, Ördivé, Ördi vé", &["2025-05-23", "2025-05-23TEV", "2025-05-23TEV"]);
    check("ördi, ördivé", &[]);
    check("3 Dä, 4 dä", &["P3D"]);
}

#[test]
fn a_mistake_in_a_pack_is_named() {
    fn fault(grammar: Grammar) -> Option<String> {
        Box::leak(Box::new(Language::new(grammar))).fault()
    }
    let rows = |pattern| {
        let row = row("a/b", pattern, Reading::Date, free, "", "", "");
        &*Vec::leak(vec![row])
    };
    assert_eq!(INVENTED.fault(), None);
    let unsorted = Grammar { months: &[("b", 2), ("a", 1)], ..Grammar::EMPTY };
    assert_eq!(fault(unsorted).as_deref(), Some("\"a\""));
    let capital = Grammar { months: &[("Mai", 5)], ..Grammar::EMPTY };
    assert_eq!(fault(capital).as_deref(), Some("\"Mai\""));
    let class = Grammar { rows: rows("DAY [~.] MONAT"), ..Grammar::EMPTY };
    assert_eq!(fault(class).as_deref(), Some("a/b: \"MONAT\""));
    let word = Grammar { rows: rows("DAY Uhr|uhr"), ..Grammar::EMPTY };
    assert_eq!(fault(word).as_deref(), Some("a/b: \"Uhr\""));
    let twice = Vec::leak(vec![rows("DAY")[0], rows("MONTH")[0]]);
    assert_eq!(fault(Grammar { rows: twice, ..Grammar::EMPTY }).as_deref(), Some("a/b"));
}
