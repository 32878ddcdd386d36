//! Measures ingest. `cargo xtask score` runs it: what it needs beside a compiler would burden every
//! other command of xtask.

mod arguments;
mod bench;
mod draw;
mod programs;
mod score;

use std::process::ExitCode;

use dateline_ingest::Options;
use dateline_ingest::checks::seeds;

const USAGE: &str = "\
usage: dateline-measure score --data DIR --dateline PROGRAM --train PROGRAM [--only WORD]
       dateline-measure events --data DIR --dateline PROGRAM [--set NAME] [--draw N] [--seed N] [--key]
       dateline-measure bench ingest [--files FOLDER] [--articles N] [--words N] [--threads N]
       dateline-measure bench growth [--articles N] [--words N] [--threads N]
       dateline-measure bench hostile [--bytes N] [--only WORDS]
       dateline-measure fingerprint";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match arguments.split_first() {
        Some((name, rest)) if name == "score" => score::command(rest),
        Some((name, rest)) if name == "events" => draw::command(rest),
        Some((name, rest)) if name == "bench" => bench::command(rest),
        Some((name, [])) if name == "fingerprint" => fingerprint(),
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

/// Prints what the packed corpus of the seeds comes to on this machine; the tests in WebAssembly expect
/// the same.
fn fingerprint() -> Result<(), Failure> {
    let corpus = seeds::corpus(&Options::default());
    println!("{:016x}", seeds::fingerprint(&corpus));
    Ok(())
}

/// Why a command did not do its work.
#[derive(Debug)]
enum Failure {
    /// It was called wrongly.
    Usage(String),
    /// The work itself failed; the message says where and what was expected.
    Work(String),
}

#[cfg(test)]
mod tests {
    use dateline_ingest::checks::STAGES;

    #[test]
    fn every_check_has_its_fuzz_target_and_no_target_is_without() {
        let fuzz = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz");
        let manifest = std::fs::read_to_string(format!("{fuzz}/Cargo.toml")).unwrap();
        for check in STAGES {
            let name = check.name;
            let target = std::fs::read_to_string(format!("{fuzz}/targets/{name}.rs")).unwrap();
            assert!(target.contains(&format!("checks::run(\"{name}\"")), "{target}");
            assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
        }
        let targets = std::fs::read_dir(format!("{fuzz}/targets")).unwrap().count();
        assert_eq!(targets, STAGES.len());
    }
}
