//! The `dateline` command: what was read from a folder of articles, what could not be, and the site
//! that is made of it.

mod arguments;
mod build;
mod check;
mod export;
mod inspect;
mod merge;
mod output;
mod parts;
mod report;
mod serve;
mod shell;
mod watch;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use arguments::{Command, Format, Reading};
use dateline_extract::learned::{self, Learned};
use dateline_ingest::Options;
use dateline_model::Corpus;
use dateline_names::Weights;

/// The allocator of musl makes threads wait for each other.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Wrong use, or a folder that cannot be looked at.
const WRONG_USE: u8 = 2;

/// What `--version` prints.
const VERSION: &str = concat!("dateline ", env!("CARGO_PKG_VERSION"));

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            // What is wrong comes last: at a terminal that is what stands in view.
            eprintln!("{}\n\ndateline: {message}", arguments::USAGE);
            return ExitCode::from(WRONG_USE);
        }
    };
    if command.paths() == [Path::new(arguments::SEEDS)] && !Path::new(arguments::SEEDS).exists() {
        eprintln!(
            "dateline: there is no folder `seeds` here, which is read when none is named; the folder of your articles was expected, as in `dateline build articles`"
        );
        return ExitCode::from(WRONG_USE);
    }
    let none = Reading::default();
    let (paths, reading) = match &command {
        Command::Help => return print(arguments::USAGE, ExitCode::SUCCESS),
        Command::Inspect { paths, reading, .. } => (paths, reading),
        Command::Check { paths } => (paths, &none),
        Command::Version => return print(VERSION, ExitCode::SUCCESS),
        Command::Build(asked) => return done(build::build(asked)),
        Command::Export { paths, format, out } => {
            return done(export::export(paths, *format, out));
        }
        Command::Read { paths, share, out } => return done(parts::read(paths, *share, out)),
        Command::Join { parts, overlay, out } => {
            return done(parts::join(parts, overlay.as_deref(), out));
        }
        Command::Merge { overlays: [one, other], out } => {
            return match merge::merge(one, other) {
                Ok(text) => match out {
                    Some(file) => done(
                        std::fs::write(file, text).map_err(|error| output::named(file, &error)),
                    ),
                    None => print(text.trim_end(), ExitCode::SUCCESS),
                },
                Err(said) => {
                    eprintln!("dateline: {said}");
                    ExitCode::FAILURE
                }
            };
        }
    };
    let weights = reading.names.as_deref().map(weights).transpose();
    let judged = reading.pages.as_deref().map_or(Ok(()), judge_by);
    let weights = match weights.and_then(|weights| judged.map(|()| weights)) {
        Ok(weights) => weights,
        Err(message) => {
            eprintln!("dateline: {message}");
            return ExitCode::from(WRONG_USE);
        }
    };
    let options = Options {
        plain: reading.plain,
        date: reading.date,
        names: weights.as_ref(),
        ..Options::default()
    };
    let read = match command {
        // What the overlay withholds, and names that it gets wrong, are worth a look too.
        Command::Check { .. } => {
            dateline_folder::check(paths).map(|checked| (checked.corpus, checked.problems))
        }
        _ => dateline_folder::read(paths, &options).map(|corpus| (corpus, Vec::new())),
    };
    let (corpus, problems) = match read {
        Ok(read) => read,
        Err(error) => {
            eprintln!("dateline: {error}");
            return ExitCode::from(WRONG_USE);
        }
    };
    let text = match command {
        Command::Inspect { format: Format::Json, .. } => {
            warn(&corpus);
            inspect::json(&corpus)
        }
        Command::Inspect { format: Format::Text, .. } => {
            warn(&corpus);
            report::text(&corpus)
        }
        _ => check::text(&corpus, &problems),
    };
    let skipped = corpus.warnings.iter().any(|warning| warning.kind.skips());
    let failed = skipped || !problems.is_empty();
    print(&text, if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Of a command that writes files: what it skipped it has named.
fn done(outcome: Result<(), String>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("dateline: {message}");
            ExitCode::from(WRONG_USE)
        }
    }
}

/// The weights in a file.
fn weights(path: &Path) -> Result<Weights, String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Weights::decode(&bytes).map_err(|error| format!("{}: {error}", path.display()))
}

/// Judges pages by the weights in a file.
fn judge_by(path: &Path) -> Result<(), String> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let learned = Learned::decode(&bytes);
    let learned = learned.ok_or(format!("{}: weights of pages were expected", path.display()))?;
    learned::judge_by(learned);
    Ok(())
}

fn warn(corpus: &Corpus) {
    for warning in &corpus.warnings {
        eprintln!("warning: {}", warning.message);
    }
}

fn print(text: &str, code: ExitCode) -> ExitCode {
    match say(text) {
        Ok(()) => code,
        Err(message) => {
            eprintln!("dateline: {message}");
            ExitCode::from(WRONG_USE)
        }
    }
}

/// Writes a text and ends its line. A reader that closes the pipe early (`| head`) is no failure.
fn say(text: &str) -> Result<(), String> {
    let mut out = io::stdout().lock();
    match out
        .write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("standard output: {error}"))
        }
        _ => Ok(()),
    }
}
