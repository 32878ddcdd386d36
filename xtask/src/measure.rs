//! The commands that measure ingest: they build the release programs and hand over to `crates/measure`.

use crate::failure::Failure;
use crate::{run, visits};

/// `cargo xtask score`.
pub fn score(arguments: &[String]) -> Result<(), Failure> {
    if !arguments.iter().any(|argument| argument == "--data") {
        return Err(Failure::usage(
            "`score` wants `--data DIR`, the folder of the development sets",
        ));
    }
    if let Some(at) = arguments.iter().position(|argument| argument == "--read") {
        return read(arguments, at);
    }
    let dateline = run::release("dateline-cli", "dateline")?;
    let train = run::release("dateline-train", "dateline-train")?;
    let measure = run::release("dateline-measure", "dateline-measure")?;
    let here = std::env::current_dir().unwrap_or_default();
    let mut command = run::program_at(&measure);
    command.arg("score").args(run::absolute(arguments, &here));
    run::show(command.arg("--dateline").arg(dateline).arg("--train").arg(train))
}

/// `cargo xtask score --read SET`: a draw of the set's events, to be read.
fn read(arguments: &[String], at: usize) -> Result<(), Failure> {
    if arguments.get(at + 1).is_none_or(|set| set.starts_with("--")) {
        return Err(Failure::usage("`--read` wants a set: egypt, haiti, ecb"));
    }
    let dateline = run::release("dateline-cli", "dateline")?;
    let measure = run::release("dateline-measure", "dateline-measure")?;
    let mut arguments = arguments.to_vec();
    arguments[at] = "--set".into();
    let here = std::env::current_dir().unwrap_or_default();
    let mut command = run::program_at(&measure);
    command.arg("events").args(run::absolute(&arguments, &here));
    run::show(command.arg("--dateline").arg(dateline))
}

/// `cargo xtask bench`.
pub fn bench(arguments: &[String]) -> Result<(), Failure> {
    if arguments.first().is_some_and(|kind| kind == "visits") {
        return visits::bench(&arguments[1..]);
    }
    let kinds = ["ingest", "growth", "hostile", "visits"];
    if !arguments.first().is_some_and(|kind| kinds.contains(&kind.as_str())) {
        return Err(Failure::usage(format!("`bench` wants one of {}", kinds.join(", "))));
    }
    let measure = run::release("dateline-measure", "dateline-measure")?;
    run::show(run::program_at(&measure).arg("bench").args(arguments))
}
