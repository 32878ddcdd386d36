//! `bench articles`: made-up news as files in a folder, for what reads a folder.

use std::fs;
use std::path::Path;

use super::corpus::{Files, Shape};
use super::{number, values};
use crate::Failure;

pub(super) fn command(arguments: &[String]) -> Result<(), Failure> {
    let [out, articles, words] = values(arguments, ["--out", "--articles", "--words"])?;
    let out = out.ok_or_else(|| Failure::Usage("`articles` wants `--out DIR`".into()))?;
    let files = Files::made_up(
        Shape::News,
        number("--articles", articles, 1_000)?,
        number("--words", words, 350)?,
    );
    write(&files, Path::new(out))
        .map_err(|error| Failure::Work(format!("cannot write to {out}: {error}")))
}

fn write(files: &Files, folder: &Path) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let mut sources = files.sources(files.len()).into_iter();
    sources.try_for_each(|source| fs::write(folder.join(source.path), source.bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_articles_lie_in_the_folder() {
        let folder =
            std::env::temp_dir().join(format!("dateline-measure-articles-{}", std::process::id()));
        let words = ["--out", folder.to_str().expect("a path"), "--articles", "3", "--words", "40"];
        command(&words.map(String::from)).expect("written");
        let mut texts = Vec::new();
        for entry in fs::read_dir(&folder).expect("a folder") {
            texts.push(fs::read_to_string(entry.expect("a file").path()).expect("a text"));
        }
        fs::remove_dir_all(&folder).expect("removed");
        assert_eq!(texts.len(), 3);
        assert!(texts.iter().all(|text| text.split_whitespace().count() >= 40));
        assert!(command(&[]).is_err());
    }
}
