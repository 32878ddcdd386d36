//! `train`: learns the weights that ship with the program, or held-out ones for measuring.

use crate::failure::Failure;
use crate::run;

/// Passes the words on to the crate that learns; it knows the sets, xtask does not.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    match arguments.first().map(String::as_str) {
        Some("names" | "pages") => {}
        Some(other) => return Err(Failure::usage(format!("`{other}` cannot be trained"))),
        None => return Err(Failure::usage("`train` wants what to train: names or pages")),
    }
    let here = std::env::current_dir().unwrap_or_default();
    let train = run::release("dateline-train", "dateline-train")?;
    run::show(run::program_at(&train).args(run::absolute(arguments, &here)))
}
