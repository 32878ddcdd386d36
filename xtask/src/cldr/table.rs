//! Writing: the names of a language as sorted tables in Rust.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::read::Names;

/// The whole file.
pub fn write(names: &Names, language: &str, version: &str) -> String {
    let locales = names.locales.join(", ");
    let mut out = format!(
        "//! Names of times in `{language}`, made by `cargo xtask cldr {language}`: do not edit.\n\
         //!\n\
         //! From the Unicode CLDR {version} (npm `cldr-dates-full` and `cldr-core`), locales\n\
         //! {locales}.\n\
         //! Copyright (c) 2004-2025 Unicode, Inc. Unicode License V3; see NOTICE.\n\
         //! Sorted; single words in lower case, short names without their full stop.\n\n\
         use super::{{Count, Unit}};\n"
    );
    let number = |number: &u8| number.to_string();
    let code = |code: &&str| format!("{code:?}");
    let near = |(unit, steps): &(&str, i8)| format!("(Unit::{unit}, {steps})");
    table(&mut out, "Months in full.", "MONTHS", "u8", &names.months, number);
    table(&mut out, "Months in short.", "SHORT_MONTHS", "u8", &names.short_months, number);
    table(&mut out, "Weekdays in full, Monday is 0.", "WEEKDAYS", "u8", &names.weekdays, number);
    let short = &names.short_weekdays;
    table(&mut out, "Weekdays in short.", "SHORT_WEEKDAYS", "u8", short, number);
    let parts = &names.day_parts;
    table(&mut out, "Parts of the day and TimeML's codes.", "DAY_PARTS", "&str", parts, code);
    let behind = &names.day_parts_behind;
    let about = "The same as they stand behind an hour.";
    table(&mut out, about, "DAY_PARTS_BEHIND", "&str", behind, code);
    let days = &names.near_days;
    table(&mut out, "Days by how far they are from today.", "NEAR_DAYS", "i32", days, |steps| {
        steps.to_string()
    });
    let units = &names.units;
    table(
        &mut out,
        "Units, alone and counted.",
        "UNITS",
        "(Unit, Count)",
        units,
        |(unit, counts)| {
            let count = match counts {
                [true, true] => "Either",
                [true, false] => "One",
                _ => "Many",
            };
            format!("(Unit::{unit}, Count::{count})")
        },
    );
    let about = "Units by how far they are from the present one.";
    table(&mut out, about, "NEAR_UNITS", "(Unit, i32)", &names.near_units, near);
    let about = "Weekdays before (-1) or after (1) now, or of this week.";
    let weekdays = &names.near_weekdays;
    table(&mut out, about, "NEAR_WEEKDAYS", "(u8, i32)", weekdays, |(weekday, steps)| {
        format!("({weekday}, {steps})")
    });
    let about = "So many units before (-1) or after (1) now.";
    table(&mut out, about, "OFFSETS", "(Unit, i32)", &names.offsets, near);
    out
}

fn table<V>(
    out: &mut String,
    about: &str,
    name: &str,
    kind: &str,
    rows: &BTreeMap<String, V>,
    value: impl Fn(&V) -> String,
) {
    let count = rows.len();
    // Writing into a text does not fail.
    let _ = write!(
        out,
        "\n/// {about}\n#[rustfmt::skip]\npub const {name}: [(&str, {kind}); {count}] = [\n"
    );
    for (word, said) in rows {
        let _ = writeln!(out, "    ({word:?}, {}),", value(said));
    }
    out.push_str("];\n");
}
