//! Reading: what CLDR's files say of one language and its regions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

use super::json;
use crate::failure::Failure;

/// The names of one language in order; single words in lower case, phrases as CLDR writes them.
#[derive(Debug, Default)]
pub struct Names {
    /// The locales that were read: the language and its regions.
    pub locales: Vec<String>,
    /// Months in full, 1 to 12.
    pub months: BTreeMap<String, u8>,
    /// Months in short, without a full stop.
    pub short_months: BTreeMap<String, u8>,
    /// Weekdays in full, Monday is 0.
    pub weekdays: BTreeMap<String, u8>,
    /// Weekdays in short, without a full stop.
    pub short_weekdays: BTreeMap<String, u8>,
    /// Parts of the day as nouns, with TimeML's code.
    pub day_parts: BTreeMap<String, &'static str>,
    /// The same as CLDR writes them behind an hour.
    pub day_parts_behind: BTreeMap<String, &'static str>,
    /// "yesterday" and its like: days from today.
    pub near_days: BTreeMap<String, i8>,
    /// Units by every form that stands beside a number or alone, and whether it is one of one and
    /// one of several.
    pub units: BTreeMap<String, (&'static str, [bool; 2])>,
    /// "last week": a unit and how many from the present one.
    pub near_units: BTreeMap<String, (&'static str, i8)>,
    /// "last Monday": a weekday and the sign.
    pub near_weekdays: BTreeMap<String, (u8, i8)>,
    /// "in {0} days": a unit and the sign.
    pub offsets: BTreeMap<String, (&'static str, i8)>,
}

const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// CLDR's fields that are units of time, and our names for them.
const UNITS: [(&str, &str); 8] = [
    ("second", "Second"),
    ("minute", "Minute"),
    ("hour", "Hour"),
    ("day", "Day"),
    ("week", "Week"),
    ("month", "Month"),
    ("quarter", "Quarter"),
    ("year", "Year"),
];

/// Reads `language` and all its regions below the folder `data`.
pub fn names(data: &Path, language: &str) -> Result<Names, Failure> {
    let hours = json(&data.join("cldr-core/supplemental/dayPeriods.json"))?;
    let hours = &hours["supplemental"]["dayPeriodRuleSet"][language];
    let mut names = Names { locales: locales(data, language)?, ..Names::default() };
    for locale in names.locales.clone() {
        let folder = data.join("cldr-dates-full").join("main").join(&locale);
        let file = folder.join("ca-gregorian.json");
        let calendar = json(&file)?;
        let calendar = &calendar["main"][&locale]["dates"]["calendars"]["gregorian"];
        Reading { at: calendar, file: &file }.calendar(&mut names, hours)?;
        let file = folder.join("dateFields.json");
        let fields = json(&file)?;
        let fields = &fields["main"][&locale]["dates"]["fields"];
        Reading { at: fields, file: &file }.fields(&mut names)?;
    }
    Ok(names)
}

/// The language and its regions; a script or a variant is another language's way of writing.
fn locales(data: &Path, language: &str) -> Result<Vec<String>, Failure> {
    let file = data.join("cldr-core/availableLocales.json");
    let all = json(&file)?;
    let all = all["availableLocales"]["full"].as_array().cloned().unwrap_or_default();
    let own = |locale: &str| match locale.strip_prefix(language) {
        Some("") => true,
        Some(rest) => rest.strip_prefix('-').is_some_and(|region| {
            region.len() == 2 && region.bytes().all(|byte| byte.is_ascii_uppercase())
        }),
        None => false,
    };
    let own: BTreeSet<String> =
        all.iter().filter_map(Value::as_str).filter(|locale| own(locale)).map(Into::into).collect();
    match own.contains(language) {
        true => Ok(own.into_iter().collect()),
        false => Err(Failure::work(format!("{} lists no `{language}`", file.display()))),
    }
}

struct Reading<'v> {
    at: &'v Value,
    file: &'v Path,
}

impl Reading<'_> {
    fn calendar(&self, names: &mut Names, hours: &Value) -> Result<(), Failure> {
        for form in ["format", "stand-alone"] {
            for (key, name) in self.strings(&format!("months/{form}/wide"))? {
                put(&mut names.months, name, number(&key, 12));
            }
            for (key, name) in self.strings(&format!("months/{form}/abbreviated"))? {
                put(&mut names.short_months, unstopped(name), number(&key, 12));
            }
            for (key, name) in self.strings(&format!("days/{form}/wide"))? {
                put(&mut names.weekdays, name, weekday(&key));
            }
            for width in ["abbreviated", "short"] {
                for (key, name) in self.strings(&format!("days/{form}/{width}"))? {
                    put(&mut names.short_weekdays, unstopped(name), weekday(&key));
                }
            }
        }
        names.short_months.retain(|name, _| !names.months.contains_key(name));
        for (key, name) in self.strings("dayPeriods/stand-alone/wide")? {
            put(&mut names.day_parts, name, part(&key, hours));
        }
        for (key, name) in self.strings("dayPeriods/format/wide")? {
            put(&mut names.day_parts_behind, name, part(&key, hours));
        }
        Ok(())
    }

    fn fields(&self, names: &mut Names) -> Result<(), Failure> {
        for (field, unit) in UNITS {
            form(names, self.string(&format!("{field}/displayName"))?, unit, 0);
            for (steps, phrase) in self.relatives(field)? {
                match unit {
                    "Day" => put(&mut names.near_days, phrase, Some(steps)),
                    "Second" | "Minute" | "Hour" => {}
                    _ => _ = names.near_units.entry(phrase).or_insert((unit, steps)),
                }
            }
            for (direction, sign) in [("past", -1), ("future", 1)] {
                let path = format!("{field}/relativeTime-type-{direction}");
                for (key, phrase) in self.strings(&path)? {
                    if let Some(word) = counted(&phrase) {
                        form(names, word, unit, usize::from(!key.ends_with("-one")));
                        names.offsets.entry(phrase).or_insert((unit, sign));
                    }
                }
            }
        }
        for (weekday, field) in (0..).zip(WEEKDAYS) {
            for (steps, phrase) in self.relatives(field)? {
                names.near_weekdays.entry(phrase).or_insert((weekday, steps));
            }
        }
        Ok(())
    }

    /// The phrases of a field by how many steps from now they are.
    fn relatives(&self, field: &str) -> Result<Vec<(i8, String)>, Failure> {
        let steps = |key: &str| key.strip_prefix("relative-type-")?.parse().ok();
        let said = self.object(field)?.iter();
        Ok(said.filter_map(|(key, name)| Some((steps(key)?, name.as_str()?.to_owned()))).collect())
    }

    fn strings(&self, path: &str) -> Result<Vec<(String, String)>, Failure> {
        let said = self.object(path)?.iter();
        Ok(said.filter_map(|(key, name)| Some((key.clone(), name.as_str()?.to_owned()))).collect())
    }

    fn object(&self, path: &str) -> Result<&serde_json::Map<String, Value>, Failure> {
        self.find(path).as_object().ok_or_else(|| self.lacks(path))
    }

    fn string(&self, path: &str) -> Result<String, Failure> {
        self.find(path).as_str().map(str::to_owned).ok_or_else(|| self.lacks(path))
    }

    fn find(&self, path: &str) -> &Value {
        path.split('/').fold(self.at, |value, key| &value[key])
    }

    fn lacks(&self, path: &str) -> Failure {
        Failure::work(format!("{} lacks `{path}`", self.file.display()))
    }
}

/// Puts a name in lower case; of two meanings the first that was read stays, and the language is
/// read before its regions.
fn put<V>(table: &mut BTreeMap<String, V>, name: String, value: Option<V>) {
    if let Some(value) = value {
        table.entry(name.to_lowercase()).or_insert(value);
    }
}

/// Notes a form of a unit, of one (0) or of several (1).
fn form(names: &mut Names, word: String, unit: &'static str, count: usize) {
    let (_, counts) = names.units.entry(word.to_lowercase()).or_insert((unit, [false; 2]));
    counts[count] = true;
}

fn unstopped(name: String) -> String {
    name.trim_end_matches('.').to_owned()
}

fn number(key: &str, last: u8) -> Option<u8> {
    key.parse().ok().filter(|number| (1..=last).contains(number))
}

fn weekday(key: &str) -> Option<u8> {
    WEEKDAYS.iter().position(|name| *name == key).map(|at| at as u8)
}

/// The word beside the number: the unit as it is counted.
fn counted(phrase: &str) -> Option<String> {
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let at = words.iter().position(|word| *word == "{0}")?;
    words.get(at + 1).or_else(|| words.get(at.checked_sub(1)?)).map(|word| (*word).to_owned())
}

/// TimeML's code for a part of the day, by the hours that CLDR gives it. "AM" and "PM" are halves of
/// the clock and no parts of the day.
fn part(key: &str, hours: &Value) -> Option<&'static str> {
    let hour = |key: &str| key.split(':').next()?.parse::<u8>().ok();
    if matches!(key, "midnight" | "noon") {
        return Some(if key == "noon" { "12:00" } else { "24:00" });
    }
    let hours = &hours[key];
    let (from, before) = (hour(hours["_from"].as_str()?)?, hour(hours["_before"].as_str()?)?);
    Some(match from {
        12 if before <= 14 => "MI",
        5..12 => "MO",
        12..17 => "AF",
        17..21 => "EV",
        _ => "NI",
    })
}
