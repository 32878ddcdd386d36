//! `cldr`: the tables of month names, weekdays, units and words for near days that a language's pack
//! of time expressions stands on, made from the Unicode CLDR and kept in the repository.
//!
//! A table is made anew when CLDR's version or the generator changes; no build and no test fetches.

mod read;
mod table;

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{run, tools};

/// `cargo xtask cldr LANGUAGE...`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    if arguments.is_empty() {
        return Err(Failure::usage("`cldr` wants to know which languages, as in `cldr de`"));
    }
    for language in arguments {
        if !is_tag(language) || !pack(language).is_dir() {
            return Err(Failure::usage(format!(
                "`cldr` wants languages with a folder in crates/lang/src, as `de`; got `{language}`"
            )));
        }
    }
    let data = tools::cldr()?;
    for language in arguments {
        let names = read::names(&data, language)?;
        let file = pack(language).join("time").join("cldr.rs");
        let table = table::write(&names, language, tools::CLDR);
        std::fs::write(&file, table).context(|| format!("cannot write {}", file.display()))?;
        println!("{} is made from {}", file.display(), names.locales.join(", "));
    }
    Ok(())
}

/// Whether it is a language's code: two or three small letters.
fn is_tag(language: &str) -> bool {
    (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase())
}

fn pack(language: &str) -> PathBuf {
    run::root().join("crates").join("lang").join("src").join(language)
}

/// The value of a JSON file.
fn json(file: &Path) -> Result<serde_json::Value, Failure> {
    let text =
        std::fs::read_to_string(file).context(|| format!("cannot read {}", file.display()))?;
    serde_json::from_str(&text)
        .map_err(|error| Failure::work(format!("{} is no JSON: {error}", file.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The fixture is ours: an invented language `xa` with a region `xa-QO`.
    #[test]
    fn the_table_is_what_the_data_say_and_the_same_on_every_run() {
        let fixture = run::root().join("xtask/src/cldr/fixture");
        let expected = std::fs::read_to_string(fixture.join("table.txt")).unwrap();
        for _ in 0..2 {
            let names = read::names(&fixture, "xa").unwrap();
            assert_eq!(table::write(&names, "xa", "1.2.3"), expected);
        }
    }

    #[test]
    fn what_the_data_lack_is_named_with_file_and_place() {
        let fixture = run::root().join("xtask/src/cldr/fixture");
        let said = read::names(&fixture, "xb").unwrap_err().to_string();
        assert!(said.contains("xb") && said.contains("ca-gregorian.json"), "{said}");
        assert!(said.contains("months/format/wide"), "{said}");
        let said = read::names(&fixture, "xc").unwrap_err().to_string();
        assert!(said.contains("xc"), "{said}");
    }

    #[test]
    fn the_tables_in_the_repository_are_of_the_version_that_is_fetched() {
        let mut seen = 0;
        for folder in std::fs::read_dir(pack("")).unwrap() {
            let file = folder.unwrap().path().join("time").join("cldr.rs");
            let Ok(table) = std::fs::read_to_string(&file) else { continue };
            let version = format!("CLDR {}", tools::CLDR);
            assert!(table.contains(&version), "{} is not from {version}", file.display());
            seen += 1;
        }
        assert!(seen > 0);
    }
}
