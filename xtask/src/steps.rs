//! `test`: every check in order, each named and timed, with a table and one plain line at the end.

use std::time::{Duration, Instant};

use crate::failure::Failure;
use crate::{boundaries, browser, command, deny, dist, e2e, npm, run, size, tables, tools};

/// One check. All run, whatever the earlier ones said.
struct Step {
    name: &'static str,
    run: fn() -> Result<(), Failure>,
}

const STEPS: &[Step] = &[
    Step { name: "format", run: format_check },
    Step { name: "boundaries", run: boundaries::check },
    Step { name: "deny", run: deny::check },
    Step { name: "clippy", run: clippy },
    Step { name: "clippy-wasm", run: clippy_wasm },
    Step { name: "tests", run: tests },
    Step { name: "tables", run: tables::check },
    Step { name: "docs", run: docs },
    Step { name: "ingest-wasm", run: ingest_wasm },
    Step { name: "wasm-tests", run: wasm_tests },
    Step { name: "dist", run: dist::build },
    Step { name: "command", run: command::test },
    Step { name: "npm", run: npm::test },
    Step { name: "size", run: fresh_size },
    Step { name: "e2e", run: fresh_e2e },
    Step { name: "engines", run: fresh_engines },
];

/// `cargo xtask test`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let chosen = choose(arguments)?;
    set_up(&chosen)?;
    let mut outcomes = Vec::new();
    for step in chosen {
        println!("\n== {} ==", step.name);
        let start = Instant::now();
        let result = (step.run)();
        if let Err(failure) = &result {
            eprintln!("error: {failure}");
        }
        outcomes.push(Outcome { name: step.name, passed: result.is_ok(), took: start.elapsed() });
    }
    println!("\n{}", report(&outcomes));
    let failed: Vec<&str> =
        outcomes.iter().filter(|outcome| !outcome.passed).map(|outcome| outcome.name).collect();
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Failure::work(format!("failed: {}", failed.join(", ")))),
    }
}

struct Outcome {
    name: &'static str,
    passed: bool,
    took: Duration,
}

fn choose(arguments: &[String]) -> Result<Vec<&'static Step>, Failure> {
    match arguments {
        [] => Ok(STEPS.iter().collect()),
        [option, name] if option == "--only" => {
            let found: Vec<&Step> = STEPS.iter().filter(|step| step.name == name).collect();
            if found.is_empty() {
                let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
                let names = names.join(", ");
                return Err(Failure::usage(format!("no step `{name}`; there are {names}")));
            }
            Ok(found)
        }
        [option] if option == "--only" => Err(Failure::usage("`--only` wants a value")),
        [other, ..] => Err(Failure::usage(format!("`test` knows no option `{other}`"))),
    }
}

/// Fetches first what the chosen steps need, so that a missing browser is known within a minute and
/// not after ten.
fn set_up(chosen: &[&Step]) -> Result<(), Failure> {
    let wants = |names: &[&str]| chosen.iter().any(|step| names.contains(&step.name));
    if wants(&[
        "boundaries",
        "clippy-wasm",
        "wasm-tests",
        "dist",
        "command",
        "npm",
        "size",
        "e2e",
        "engines",
    ]) {
        tools::for_build()?;
    }
    if wants(&["deny"]) {
        tools::for_deny()?;
    }
    if wants(&["wasm-tests", "e2e"]) {
        browser::chromium()?;
    }
    if wants(&["wasm-tests"]) {
        browser::driver()?;
    }
    if wants(&["engines"]) {
        browser::engines()?;
    }
    if wants(&["tables"]) {
        tools::duckdb(&browser::python()?)?;
    }
    if wants(&["ingest-wasm", "e2e", "engines"]) {
        tools::node()?;
    }
    if wants(&["ingest-wasm"]) {
        tools::wasm_target()?;
    }
    Ok(())
}

fn report(outcomes: &[Outcome]) -> String {
    let mut text = String::new();
    for outcome in outcomes {
        let seconds = outcome.took.as_secs_f64();
        let word = if outcome.passed { "passed" } else { "FAILED" };
        text.push_str(&format!("{:<12} {word} {seconds:>8.1} s\n", outcome.name));
    }
    let passed = outcomes.iter().filter(|outcome| outcome.passed).count();
    text.push_str(&format!("\n{passed} passed, {} failed", outcomes.len() - passed));
    text
}

fn format_check() -> Result<(), Failure> {
    run::show(run::cargo(&[]).args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<(), Failure> {
    let mut command = run::cargo(&[]);
    command.args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]);
    run::show(&mut command)
}

/// The app again as the browser gets it: much of it exists for wasm only.
fn clippy_wasm() -> Result<(), Failure> {
    let mut command = run::cargo(&[]);
    command.args(["clippy", "--package", "dateline", "--all-targets", "--locked"]);
    command.args(["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"]);
    run::show(&mut command)
}

/// Unit, snapshot and documentation tests on this machine; a snapshot that differs is a failure.
fn tests() -> Result<(), Failure> {
    let mut command = run::cargo(&[]);
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]).env("INSTA_UPDATE", "no");
    run::show(&mut command)
}

fn docs() -> Result<(), Failure> {
    let mut command = run::cargo(&[]);
    command.args(["doc", "--workspace", "--no-deps", "--lib", "--locked"]);
    run::show(command.env("RUSTDOCFLAGS", "-D warnings"))
}

/// The crates that read: their own tests run in WebAssembly too.
const READING: [&str; 6] = [
    "dateline-text",
    "dateline-timex",
    "dateline-names",
    "dateline-lang",
    "dateline-extract",
    "dateline-ingest",
];

/// What the languages' packs are tested by, beside their unit tests; they open no file.
const PACKS: [&str; 4] = ["names", "names_pack", "time", "time_de"];

/// The tests of what reads again, single-threaded in WebAssembly, where the seeds must come to the same
/// bytes.
fn ingest_wasm() -> Result<(), Failure> {
    let fingerprint = run::output(run::cargo(&[]).args([
        "run",
        "--quiet",
        "--locked",
        "--package",
        "dateline-measure",
        "fingerprint",
    ]))?;
    let script = run::root().join("xtask/src/wasm_tests.mjs");
    let mut command = run::cargo(&[]);
    command.args(["test", "--lib", "--locked", "--target", "wasm32-unknown-unknown"]);
    command.args(READING.iter().flat_map(|name| ["--package", name]));
    command.args(PACKS.iter().flat_map(|name| ["--test", name]));
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", format!("node {}", script.display()))
        .env("DATELINE_SEEDS_FINGERPRINT", fingerprint.trim());
    run::show(&mut command)
}

fn wasm_tests() -> Result<(), Failure> {
    let folders = tools::for_wasm_tests()?;
    let capabilities = browser::capabilities(&browser::chromium()?)?;
    let mut command = run::cargo(&folders);
    command.args(["test", "--package", "dateline", "--lib", "--tests", "--locked"]);
    command.args(["--target", "wasm32-unknown-unknown"]);
    command
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browser::driver()?)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    run::show(&mut command)
}

fn fresh_size() -> Result<(), Failure> {
    dist::build_when_stale()?;
    size::check()
}

fn fresh_e2e() -> Result<(), Failure> {
    dist::build_when_stale()?;
    e2e::test()
}

fn fresh_engines() -> Result<(), Failure> {
    dist::build_when_stale()?;
    e2e::engines()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_ends_with_one_plain_line_that_counts_the_steps() {
        let outcome = |name, passed| Outcome { name, passed, took: Duration::from_millis(1500) };
        let text = report(&[outcome("format", true), outcome("e2e", false)]);
        assert_eq!(
            text,
            "format       passed      1.5 s\ne2e          FAILED      1.5 s\n\n1 passed, 1 failed"
        );
    }

    #[test]
    fn one_step_can_be_chosen_by_name() {
        let only = ["--only".to_owned(), "docs".to_owned()];
        let names: Vec<&str> = choose(&only).unwrap().iter().map(|step| step.name).collect();
        assert_eq!(names, ["docs"]);
        assert_eq!(choose(&[]).unwrap().len(), STEPS.len());
    }
}
