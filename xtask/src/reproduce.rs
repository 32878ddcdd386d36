//! `reproduce`: builds the last commit twice from nothing and compares the two pages byte for byte. What
//! is not committed has no part in it. Both builds stand in one place: Cargo names our crates by their
//! folder, and the compiler orders functions by these names.
//!
//! The first puts the seeds into a shell without articles, the second compiles them in: both ways must give
//! the same program.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{dist, files, run, shell};

/// `cargo xtask reproduce`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    dist::takes_no_arguments("reproduce", arguments)?;
    let place = run::scratch_folder()?.join("reproduce");
    remove(&place)?;
    // Named once: a commit that comes between the two builds has no part in it either.
    let mut head = run::program("git", &[]);
    let commit = run::output(head.args(["rev-parse", "HEAD"]).current_dir(run::root()))?;
    let first = build(&place, commit.trim(), "first", None)?;
    let second = build(&place, commit.trim(), "second", Some("seeds"))?;
    let mut differences = differences(&first, &second)?;
    let compiled = read(&place.join("target/xtask/shell/program.wasm"))?;
    let programs = files::all(&second)?;
    let mut programs =
        programs.iter().filter(|file| file.extension().is_some_and(|it| it == "wasm"));
    if !programs.any(|file| read(file).is_ok_and(|program| program == compiled)) {
        differences.push("the program with the seeds compiled in".into());
    }
    if !differences.is_empty() {
        return Err(Failure::work(format!(
            "two builds differ; they are in {}\n{}",
            place.display(),
            differences.join("\n")
        )));
    }
    println!("two builds gave the same {} files, byte for byte", files::all(&first)?.len());
    remove(&place)
}

/// Builds a commit from nothing, with these articles compiled in, and gives the folder `name`, where its
/// page then is.
fn build(
    place: &Path,
    commit: &str,
    name: &str,
    compiled_in: Option<&str>,
) -> Result<PathBuf, Failure> {
    let (source, target) = (place.join("source"), place.join("target"));
    remove(&source)?;
    remove(&target)?;
    std::fs::create_dir_all(place).context(|| format!("cannot make {}", place.display()))?;
    let mut clone = run::program("git", &[]);
    clone.args(["clone", "--quiet"]).arg(run::root()).arg(&source);
    run::show(&mut clone)?;
    let mut checkout = run::program("git", &[]);
    run::show(checkout.args(["checkout", "--quiet", commit]).current_dir(&source))?;
    let mut cargo = run::cargo(&[]);
    cargo.args(["xtask", "dist"]).current_dir(&source);
    match compiled_in {
        Some(seeds) => cargo.env(shell::SEEDS, seeds),
        None => cargo.env_remove(shell::SEEDS),
    };
    run::show(cargo.env("CARGO_TARGET_DIR", target))?;
    let page = place.join(name);
    std::fs::rename(source.join("dist"), &page)
        .context(|| format!("cannot move the page to {}", page.display()))?;
    Ok(page)
}

/// Names of the files that only one of the folders has, or that differ.
fn differences(first: &Path, second: &Path) -> Result<Vec<String>, Failure> {
    let names = |folder: &Path| -> Result<Vec<PathBuf>, Failure> {
        let files = files::all(folder)?;
        Ok(files.iter().filter_map(|file| file.strip_prefix(folder).ok()).map(Into::into).collect())
    };
    let mut all = names(first)?;
    all.extend(names(second)?);
    all.sort();
    all.dedup();
    let read = |folder: &Path, name: &Path| std::fs::read(folder.join(name)).ok();
    let differs = |name: &&PathBuf| read(first, name) != read(second, name);
    Ok(all.iter().filter(differs).map(|name| name.display().to_string()).collect())
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).context(|| format!("cannot read {}", file.display()))
}

fn remove(folder: &Path) -> Result<(), Failure> {
    match folder.exists() {
        true => std::fs::remove_dir_all(folder)
            .context(|| format!("cannot remove {}", folder.display())),
        false => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("dateline-reproduce-{name}-{}", std::process::id()));
        for (file, text) in files {
            let file = folder.join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        folder
    }

    #[test]
    fn a_file_that_differs_or_that_one_build_lacks_is_named() {
        let first = folder("a", &[("same", "x"), ("deep/other", "x"), ("gone", "x")]);
        let second = folder("b", &[("same", "x"), ("deep/other", "y"), ("new", "x")]);
        assert_eq!(differences(&first, &second).unwrap(), ["deep/other", "gone", "new"]);
        assert!(differences(&first, &first).unwrap().is_empty());
        remove(&first).unwrap();
        remove(&second).unwrap();
    }
}
