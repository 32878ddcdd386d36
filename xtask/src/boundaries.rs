//! Checks that no crate knows what the design keeps from it: its dependencies, the order of its modules,
//! and the doors to the outside world that the pure crates must not open.

mod arrows;

use std::path::Path;

use crate::failure::{Context, Failure};
use crate::{files, run};

/// What a crate may know.
struct Boundary {
    package: &'static str,
    /// Which of our own crates it may use, and which its build script may.
    uses: &'static [&'static str],
    build_uses: &'static [&'static str],
    /// Takes values and gives values: no files, clock, environment or browser.
    pure: bool,
    /// Its modules, lowest first, where their order is part of the design.
    order: &'static [&'static str],
}

/// A crate that takes values and gives values.
const fn pure(package: &'static str, uses: &'static [&'static str]) -> Boundary {
    Boundary { package, uses, build_uses: &[], pure: true, order: &[] }
}

/// A crate that opens files or a page.
const fn door(package: &'static str, uses: &'static [&'static str]) -> Boundary {
    Boundary { package, uses, build_uses: &[], pure: false, order: &[] }
}

/// Lowest first: a crate uses only those above it in this list.
const BOUNDARIES: &[Boundary] = &[
    // Reads sources for the tests; a crate has it among its dev-dependencies or not at all.
    door("dateline-literals", &[]),
    pure("dateline-sort", &[]),
    pure("dateline-model", &["dateline-sort"]),
    pure("dateline-workers", &[]),
    pure("dateline-text", &["dateline-model"]),
    pure("dateline-words", &["dateline-model", "dateline-sort", "dateline-text"]),
    // The engines: what they want of a language are types of theirs, and no pack is to be had here.
    pure("dateline-timex", &["dateline-model", "dateline-text"]),
    pure("dateline-names", &["dateline-model", "dateline-text", "dateline-workers"]),
    pure(
        "dateline-lang",
        &["dateline-model", "dateline-names", "dateline-text", "dateline-timex", "dateline-words"],
    ),
    Boundary {
        order: &[
            "draft", "trees", "learned", "lines", "markup", "read", "facts", "sheet", "page",
            "web", "study", "file",
        ],
        ..pure(
            "dateline-extract",
            &["dateline-lang", "dateline-model", "dateline-text", "dateline-timex"],
        )
    },
    Boundary {
        order: &[
            "stage",
            "ids",
            "given",
            "nearest",
            "union_find",
            "languages",
            "overlay",
            "dates",
            "quotes",
            "copies",
            "events",
            "edited",
            "publish",
            "pipeline",
            "checks",
        ],
        ..pure(
            "dateline-ingest",
            &[
                "dateline-extract",
                "dateline-lang",
                "dateline-model",
                "dateline-names",
                "dateline-text",
                "dateline-timex",
                "dateline-words",
                "dateline-workers",
            ],
        )
    },
    pure("dateline-query", &["dateline-model", "dateline-sort", "dateline-text"]),
    pure("dateline-axis", &["dateline-model", "dateline-sort", "dateline-words"]),
    pure(
        "dateline-site",
        &[
            "dateline-model",
            "dateline-query",
            "dateline-text",
            "dateline-words",
            "dateline-workers",
        ],
    ),
    pure("dateline-assemble", &["dateline-model", "dateline-site", "dateline-workers"]),
    door("dateline-folder", &["dateline-extract", "dateline-ingest", "dateline-model"]),
    // Opens no file. Its writer of Parquet seeds its hash tables with numbers that WebAssembly has not.
    door("dateline-tables", &["dateline-model"]),
    door(
        "dateline-cli",
        &[
            "dateline-assemble",
            "dateline-extract",
            "dateline-folder",
            "dateline-ingest",
            "dateline-model",
            "dateline-names",
            "dateline-site",
            "dateline-tables",
            "dateline-words",
            "dateline-workers",
        ],
    ),
    door(
        "dateline-studio",
        &[
            "dateline-assemble",
            "dateline-folder",
            "dateline-ingest",
            "dateline-lang",
            "dateline-model",
            "dateline-site",
            "dateline-text",
            "dateline-words",
        ],
    ),
    door(
        "dateline-train",
        &["dateline-extract", "dateline-lang", "dateline-model", "dateline-names", "dateline-text"],
    ),
    door(
        "dateline-measure",
        &["dateline-ingest", "dateline-model", "dateline-text", "dateline-words"],
    ),
    Boundary {
        build_uses: &["dateline-folder", "dateline-model"],
        ..door(
            "dateline",
            &[
                "dateline-axis",
                "dateline-model",
                "dateline-query",
                "dateline-sort",
                "dateline-text",
                "dateline-words",
            ],
        )
    },
    door("xtask", &[]),
];

/// What a pure crate must not pull in, however deep.
const BROWSER: &[&str] = &["gloo", "js-sys", "leptos", "wasm-bindgen", "web-sys"];

/// `regex` alone would add 285 KB to the page.
const TOO_LARGE: &[&str] = &["regex"];

/// Paths of the standard library that reach outside.
const DOORS: &[&str] =
    &["std::env", "std::fs", "std::net", "std::process", "std::thread", "std::time"];

/// The one file that opens a door: it shares work among threads and keeps the results' order.
const OPENED: &[(&str, &str)] = &[("crates/workers/src/lib.rs", "std::thread")];

/// Runs all checks and names every breach.
pub fn check() -> Result<(), Failure> {
    let mut breaches = Vec::new();
    for boundary in BOUNDARIES {
        let package = boundary.package;
        let direct = dependencies(package, "normal,no-proc-macro", true)?;
        breaches.extend(strangers(package, "", &direct, boundary.uses));
        breaches.extend(unused(package, "", &direct, boundary.uses));
        let build = dependencies(package, "build", true)?;
        breaches.extend(unused(package, " in its build script", &build, boundary.build_uses));
        breaches.extend(strangers(package, " in its build script", &build, boundary.build_uses));
        let all = dependencies(package, "normal,no-proc-macro", false)?;
        if boundary.pure {
            breaches.extend(forbidden(package, &all, BROWSER, "belongs to a browser"));
            breaches.extend(doors(package)?);
        }
        breaches.extend(arrows::breaches(&files(package)?, boundary.order));
        // Leptos names regex too, for its server; what the app never calls the linker leaves out.
        let shipped = if package == "dateline" { &direct } else { &all };
        if boundary.pure || package == "dateline" {
            breaches.extend(forbidden(package, shipped, TOO_LARGE, "is too large for the page"));
        }
    }
    if !breaches.is_empty() {
        return Err(Failure::work(breaches.join("\n")));
    }
    for boundary in BOUNDARIES.iter().filter(|boundary| boundary.pure) {
        run::show(run::cargo(&[]).args([
            "check",
            "--quiet",
            "--target",
            "wasm32-unknown-unknown",
            "--package",
            boundary.package,
        ]))?;
    }
    Ok(())
}

/// Names of the packages that a package depends on, all features on.
fn dependencies(package: &str, edges: &str, direct: bool) -> Result<Vec<String>, Failure> {
    let mut command = run::cargo(&[]);
    command.args(["tree", "--package", package, "--edges", edges, "--all-features"]);
    command.args(["--target", "wasm32-unknown-unknown", "--prefix", "none", "--format", "{p}"]);
    if direct {
        command.args(["--depth", "1"]);
    }
    Ok(names(&run::output(&mut command)?, package))
}

fn names(tree: &str, package: &str) -> Vec<String> {
    let mut names: Vec<String> = tree
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| *name != package)
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn strangers(package: &str, place: &str, found: &[String], allowed: &[&str]) -> Vec<String> {
    found
        .iter()
        .filter(|name| BOUNDARIES.iter().any(|ours| ours.package == name.as_str()))
        .filter(|name| !allowed.contains(&name.as_str()))
        .map(|name| format!("{package} must not know {name}{place}"))
        .collect()
}

/// What a crate may use and does not: the list says no more than the code.
fn unused(package: &str, place: &str, found: &[String], allowed: &[&str]) -> Vec<String> {
    allowed
        .iter()
        .filter(|name| !found.iter().any(|found| found == *name))
        .map(|name| format!("{package} no longer uses {name}{place}: take it off its list"))
        .collect()
}

fn forbidden(package: &str, found: &[String], names: &[&str], why: &str) -> Vec<String> {
    names
        .iter()
        .filter(|name| found.iter().any(|found| found == *name))
        .map(|name| format!("{package} must not depend on {name}: it {why}"))
        .collect()
}

fn doors(package: &str) -> Result<Vec<String>, Failure> {
    let folder = package.strip_prefix("dateline-").unwrap_or(package);
    let sources = run::root().join("crates").join(folder).join("src");
    let mut breaches = Vec::new();
    for file in files::all(&sources)? {
        if file.extension().is_some_and(|ending| ending == "rs") && !is_test(&file) {
            let text = std::fs::read_to_string(&file)
                .context(|| format!("cannot read {}", file.display()))?;
            let name = file.strip_prefix(run::root()).unwrap_or(&file).display().to_string();
            let name = name.replace('\\', "/");
            breaches.extend(open_doors(&name, &text));
        }
    }
    Ok(breaches)
}

/// The sources of a crate as modules, without its tests.
fn files(package: &str) -> Result<Vec<arrows::File>, Failure> {
    let root = run::root();
    let folder = match package {
        "dateline" => root.join("src"),
        "xtask" => root.join("xtask/src"),
        _ => root.join("crates").join(package.trim_start_matches("dateline-")).join("src"),
    };
    let mut out = Vec::new();
    for file in files::all(&folder)? {
        if file.extension().is_none_or(|ending| ending != "rs") || is_test(&file) {
            continue;
        }
        let text =
            std::fs::read_to_string(&file).context(|| format!("cannot read {}", file.display()))?;
        let below = file.strip_prefix(&folder).unwrap_or(&file).with_extension("");
        let mut module: Vec<String> =
            below.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        if module.last().is_some_and(|name| matches!(name.as_str(), "lib" | "main" | "mod")) {
            module.pop();
        }
        let name = file.strip_prefix(&root).unwrap_or(&file).display().to_string();
        out.push(arrows::File { module, name: name.replace('\\', "/"), text });
    }
    Ok(out)
}

fn is_test(file: &Path) -> bool {
    file.file_stem().is_some_and(|name| name == "tests")
        || file.components().any(|part| part.as_os_str() == "tests")
}

/// Uses of a door in the code above the unit tests, which by habit end a file.
fn open_doors(name: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in arrows::without_unit_tests(text).lines().enumerate() {
        let code = line.split("//").next().unwrap_or(line);
        let opened = |door: &str| OPENED.contains(&(name, door));
        for door in DOORS.iter().filter(|door| code.contains(**door) && !opened(door)) {
            breaches.push(format!("{name}:{}: a pure crate must not use {door}", number + 1));
        }
    }
    breaches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(open_doors("a.rs", text), expected);
    }

    #[test]
    fn a_door_is_found_in_code_and_not_in_comments_or_tests() {
        check("use std::fs;", &["a.rs:1: a pure crate must not use std::fs"]);
        check(
            "\nlet now = std::time::Instant::now();",
            &["a.rs:2: a pure crate must not use std::time"],
        );
        check("// as std::fs would", &[]);
        check("use std::fmt;\n#[cfg(test)]\nmod tests { use std::fs; }", &[]);
        check(
            "#[cfg(test)]\nmod sample;\nuse std::fs;",
            &["a.rs:3: a pure crate must not use std::fs"],
        );
    }

    #[test]
    fn the_file_that_may_open_a_door_opens_no_other() {
        let (file, door) = OPENED[0];
        assert!(open_doors(file, &format!("use {door};")).is_empty());
        assert_eq!(open_doors(file, "use std::fs;").len(), 1);
    }

    #[test]
    fn a_crate_of_ours_that_is_not_allowed_is_named() {
        let found = names(
            "dateline-query v0.1.0 (/x)\ndateline-ingest v0.1.0 (/x)\njiff v0.2.0\n",
            "dateline-query",
        );
        assert_eq!(found, ["dateline-ingest", "jiff"]);
        let said = strangers("dateline-query", "", &found, &["dateline-model"]);
        assert_eq!(said, ["dateline-query must not know dateline-ingest"]);
        assert!(strangers("dateline-folder", "", &found, &["dateline-ingest"]).is_empty());
        assert!(unused("dateline-query", "", &found, &["dateline-ingest"]).is_empty());
        let said = unused("dateline-query", "", &found, &["dateline-model"]);
        assert_eq!(said, ["dateline-query no longer uses dateline-model: take it off its list"]);
    }

    #[test]
    fn a_forbidden_dependency_is_named_and_one_of_like_name_is_not() {
        let found = ["regex-lite".to_owned(), "web-sys".to_owned()];
        assert_eq!(forbidden("dateline-model", &found, BROWSER, "belongs to a browser").len(), 1);
        assert!(forbidden("dateline-model", &found, TOO_LARGE, "is too large").is_empty());
    }

    #[test]
    fn a_crate_uses_only_crates_that_stand_before_it() {
        for (at, boundary) in BOUNDARIES.iter().enumerate() {
            for used in boundary.uses.iter().chain(boundary.build_uses) {
                let before = BOUNDARIES[..at].iter().any(|other| other.package == *used);
                assert!(before, "{} uses {used}", boundary.package);
            }
        }
    }

    #[test]
    fn every_crate_of_the_workspace_has_its_boundary() {
        let crates = std::fs::read_dir(run::root().join("crates")).unwrap();
        for folder in crates.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
            let name = format!("dateline-{}", folder.file_name().unwrap().to_string_lossy());
            assert!(BOUNDARIES.iter().any(|ours| ours.package == name), "{name} has no boundary");
        }
    }
}
