//! The commands that measure ingest: they build the release programs and hand over to `crates/measure`.

use std::path::PathBuf;

use crate::failure::{Context, Failure};
use crate::visits::made_up;
use crate::{e2e, run, visits};

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
    match arguments.split_first() {
        Some((kind, rest)) if kind == "studio" => studio(rest),
        Some((kind, rest)) if kind == "visits" => visits::bench(rest),
        Some((kind, _)) if ["ingest", "growth", "hostile"].contains(&kind.as_str()) => {
            let measure = run::release("dateline-measure", "dateline-measure")?;
            run::show(run::program_at(&measure).arg("bench").args(arguments))
        }
        _ => Err(Failure::usage("`bench` wants one of ingest, growth, hostile, studio, visits")),
    }
}

/// Of so many articles the studio is measured, where nobody says otherwise.
const STUDIO: [&str; 2] = ["1000", "5000"];

/// `cargo xtask bench studio`: the page itself, with made-up articles or those of a folder.
fn studio(arguments: &[String]) -> Result<(), Failure> {
    let folders: Vec<PathBuf> = match arguments {
        [] => STUDIO.iter().map(|count| made_up(count)).collect::<Result<_, _>>()?,
        [option, count] if option == "--articles" => vec![made_up(count)?],
        [option, folder] if option == "--files" => {
            vec![std::path::absolute(folder).context(|| format!("`{folder}` names no place"))?]
        }
        _ => return Err(Failure::usage("`bench studio` knows `--articles N` and `--files DIR`")),
    };
    e2e::bench_studio(&folders)
}
