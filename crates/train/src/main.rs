//! Learns what ingest knows by numbers, from annotated sets: `cargo xtask train names`, the tagger of
//! names; `cargo xtask train pages`, what tells an article from its page.
//!
//! The same sets give the same bytes on every run and every machine: the order
//! of the examples is fixed, each model is learned on one thread, and the only
//! mathematics is that which all machines do alike.

mod arguments;
mod boost;
mod crf;
mod examples;
mod exp;
mod folds;
mod pages;
mod sets;
mod shuffle;

use std::process::ExitCode;

use arguments::{Arguments, What};

fn main() -> ExitCode {
    let outcome = arguments::parse(std::env::args().skip(1)).and_then(|arguments| run(&arguments));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> Result<(), String> {
    if arguments.what == What::Pages {
        return pages::run(&arguments.data, arguments.folds > 0, &arguments.out);
    }
    let sets = sets::read(&arguments.data)?;
    let training = examples::training_set(&sets);
    if arguments.folds > 0 {
        folds::write(&sets, &training, arguments.folds, &arguments.out)
    } else {
        let weights = crf::learn(&training.features, &examples::all(&training));
        write(&arguments.out, &weights)?;
        println!("{}: {} bytes", arguments.out.display(), weights.len());
        Ok(())
    }
}

/// Writes a file and the folder that it is in.
fn write(path: &std::path::Path, bytes: &[u8]) -> Result<(), String> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    std::fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}
