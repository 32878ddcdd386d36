//! The `dateline` command: what was read from a folder of articles, and what
//! could not be.

mod arguments;
mod check;
mod inspect;
mod pages;
mod report;

use std::io::{self, Write as _};
use std::process::ExitCode;

use arguments::{Command, Format};
use dateline_model::Corpus;

/// Wrong use, or a folder that cannot be looked at.
const WRONG_USE: u8 = 2;

fn main() -> ExitCode {
    let command = match arguments::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(message) => {
            eprintln!("dateline: {message}\n\n{}", arguments::USAGE);
            return ExitCode::from(WRONG_USE);
        }
    };
    let (paths, options) = match &command {
        Command::Help => return print(arguments::USAGE, ExitCode::SUCCESS),
        Command::Inspect { paths, options, .. } => (paths, *options),
        Command::Check { paths } => (paths, Default::default()),
        Command::Pages { paths, out, site } => {
            return match pages::write(paths, out, site.clone()) {
                Ok(said) => print(&said, ExitCode::SUCCESS),
                Err(message) => {
                    eprintln!("dateline: {message}");
                    ExitCode::from(WRONG_USE)
                }
            };
        }
    };
    let read = match command {
        // What the overlay withholds, and names that it gets wrong, are worth a look too.
        Command::Check { .. } => {
            dateline_folder::read_for_publishing(paths).map(|published| published.corpus)
        }
        _ => dateline_folder::read(paths, &options),
    };
    let corpus = match read {
        Ok(corpus) => corpus,
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
        _ => check::text(&corpus),
    };
    let skipped = corpus.warnings.iter().any(|warning| warning.kind.skips());
    print(&text, if skipped { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn warn(corpus: &Corpus) {
    for warning in &corpus.warnings {
        eprintln!("warning: {}", warning.message);
    }
}

/// A reader that closes the pipe early (`| head`) is no failure.
fn print(text: &str, code: ExitCode) -> ExitCode {
    let mut out = io::stdout().lock();
    match out
        .write_all(text.as_bytes())
        .and_then(|()| out.write_all(b"\n"))
        .and_then(|()| out.flush())
    {
        Ok(()) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => code,
        Err(error) => {
            eprintln!("dateline: standard output: {error}");
            ExitCode::from(WRONG_USE)
        }
    }
}
