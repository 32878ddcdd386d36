//! The words after the program's name.

use std::path::PathBuf;

/// What is learned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    Names,
    Pages,
}

/// What to learn, from what, and where to write.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Arguments {
    pub(crate) what: What,
    pub(crate) data: PathBuf,
    /// How many held-out models to write; 0 for the one that ships.
    pub(crate) folds: u64,
    pub(crate) out: PathBuf,
}

/// Reads the arguments; an error says which word was not understood.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut words = words;
    let what = match words.next().as_deref() {
        Some("names") => What::Names,
        Some("pages") => What::Pages,
        Some(other) => return Err(format!("{other:?} cannot be trained; names and pages can")),
        None => return Err("what to train was expected: names or pages".into()),
    };
    let (mut data, mut folds, mut out) = (None, 0, None);
    while let Some(flag) = words.next() {
        let mut value = |expected: &str| words.next().ok_or(format!("{flag} wants {expected}"));
        match flag.as_str() {
            "--data" => data = Some(value("a folder")?),
            "--out" => out = Some(value("a file, or a folder with --folds")?),
            "--folds" => {
                let text = value("a number")?;
                folds = text
                    .parse()
                    .ok()
                    .filter(|folds| (2..=100).contains(folds))
                    .ok_or(format!("--folds {text:?}: a number from 2 to 100 was expected"))?;
            }
            unknown => return Err(format!("{unknown:?} is no option")),
        }
    }
    let data = data.ok_or("--data wants the folder with the sets")?.into();
    let out = match (out, folds) {
        (Some(out), _) => out.into(),
        (None, 0) => PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(match what {
            What::Names => "../lang/weights/names.bin",
            What::Pages => "../extract/weights/pages.bin",
        }),
        (None, _) => return Err("--folds wants --out with a folder".into()),
    };
    Ok(Arguments { what, data, folds, out })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let message = parse(line.split(' ').map(str::to_owned)).expect_err("wrong use");
        assert!(message.contains(expected), "{message}");
    }

    #[test]
    fn wrong_words_are_named() {
        check("dates", "\"dates\"");
        check("names", "--data");
        check("names --data x --folds 1", "\"1\"");
        check("names --data x --folds 5", "--out");
        check("names --data x --fast", "\"--fast\"");
        check("names --data", "--data wants");
    }

    #[test]
    fn folds_go_to_a_folder() {
        let words = "names --data a --folds 5 --out b".split(' ').map(str::to_owned);
        let expected = Arguments { what: What::Names, data: "a".into(), folds: 5, out: "b".into() };
        assert_eq!(parse(words), Ok(expected));
    }
}
