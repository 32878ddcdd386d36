//! `reproduce`: builds the last commit twice from nothing and compares the two pages byte for byte. What
//! is not committed has no part in it. Both builds stand in one place: Cargo names our crates by their
//! folder, and the compiler orders functions by these names.
//!
//! The first puts the seeds into a shell without articles, the second compiles them in: both ways must give
//! the same program. Each also makes a page of the same articles whose texts lie in parts.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{dist, files, run, shell};

/// `cargo xtask reproduce`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    dist::takes_no_arguments("reproduce", arguments)?;
    let place = run::scratch_folder()?.join("reproduce");
    files::remove(&place)?;
    // Named once: a commit that comes between the two builds has no part in it either.
    let mut head = run::program("git", &[]);
    let commit = run::output(head.args(["rev-parse", "HEAD"]).current_dir(run::root()))?;
    let first = build(&place, commit.trim(), "first", None)?;
    let second = build(&place, commit.trim(), "second", Some("seeds"))?;
    let mut differences = files::differences(&first, &second)?;
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
    files::remove(&place)
}

/// Builds a commit from nothing, with these articles compiled in, and gives the folder `name`, where its
/// page then is, and the page in parts beside it.
fn build(
    place: &Path,
    commit: &str,
    name: &str,
    compiled_in: Option<&str>,
) -> Result<PathBuf, Failure> {
    let (source, target) = (place.join("source"), place.join("target"));
    files::remove(&source)?;
    files::remove(&target)?;
    std::fs::create_dir_all(place).context(|| format!("cannot make {}", place.display()))?;
    let mut clone = run::program("git", &[]);
    clone.args(["clone", "--quiet"]).arg(run::root()).arg(&source);
    run::show(&mut clone)?;
    let mut checkout = run::program("git", &[]);
    run::show(checkout.args(["checkout", "--quiet", commit]).current_dir(&source))?;
    let seeds = place.join("seeds");
    dist::seeds_in_parts(&source.join("seeds"), &seeds)?;
    let pages = place.join(name);
    let page = |name: &str, seeds: &Path| {
        let mut cargo = run::cargo(&[]);
        cargo.args(["xtask", "dist", "--seeds"]).arg(seeds);
        cargo.arg("--out").arg(pages.join(name)).current_dir(&source);
        match compiled_in {
            Some(seeds) => cargo.env(shell::SEEDS, seeds),
            None => cargo.env_remove(shell::SEEDS),
        };
        run::show(cargo.env("CARGO_TARGET_DIR", &target))
    };
    page("whole", &source.join("seeds"))?;
    page("parts", &seeds)?;
    Ok(pages)
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(file).context(|| format!("cannot read {}", file.display()))
}
