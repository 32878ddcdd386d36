//! `train`: learns the weights that ship with the program, or held-out ones for measuring.

use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::{measure, run};

/// Passes the words on to the crate that learns; it knows the sets, xtask does not.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    match arguments.first().map(String::as_str) {
        Some("names") => {}
        Some(other) => return Err(Failure::usage(format!("`{other}` cannot be trained"))),
        None => return Err(Failure::usage("`train` wants what to train: names")),
    }
    let here = std::env::current_dir().unwrap_or_default();
    let train = measure::release("dateline-train", "dateline-train")?;
    run::show(run::program_at(&train).args(absolute(arguments, &here)))
}

/// The words with every path after `--data` and `--out` made one from the root: programs are run
/// in the repository, not where the user stands.
pub fn absolute(arguments: &[String], here: &Path) -> Vec<PathBuf> {
    let mut path = false;
    let words = arguments.iter().map(|word| {
        let made = if path { here.join(word) } else { word.into() };
        path = matches!(word.as_str(), "--data" | "--out");
        made
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_the_users_and_other_words_stay() {
        let words = ["names", "--data", "sets", "--folds", "5"].map(String::from);
        let made = absolute(&words, Path::new("/home/ada"));
        let expected = ["names", "--data", "/home/ada/sets", "--folds", "5"].map(PathBuf::from);
        assert_eq!(made, expected);
    }
}
