//! Measures ingest. `cargo xtask score` runs it: what it needs beside a compiler would burden every
//! other command of xtask.

mod bench;
mod score;

use std::process::ExitCode;

const USAGE: &str = "\
usage: dateline-lab score --data DIR --dateline PROGRAM [--only WORD]
       dateline-lab bench ingest [--files FOLDER] [--articles N] [--words N] [--threads N]
       dateline-lab bench growth [--articles N] [--words N] [--threads N]
       dateline-lab bench hostile [--bytes N] [--only WORDS]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((name, rest)) if name == "score" => score::command(rest),
        Some((name, rest)) if name == "bench" => bench::command(rest),
        _ => Err(Failure::Usage(USAGE.into())),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Usage(message)) => {
            eprintln!("error: {message}");
            ExitCode::from(2)
        }
        Err(Failure::Work(message)) => {
            eprintln!("error: {message}");
            ExitCode::from(1)
        }
    }
}

/// Why a command did not do its work.
#[derive(Debug)]
enum Failure {
    /// It was called wrongly.
    Usage(String),
    /// The work itself failed; the message says where and what was expected.
    Work(String),
}
