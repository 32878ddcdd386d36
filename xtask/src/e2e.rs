//! The browser tests and the screenshots: Node.js and its packages ready, then the scripts of
//! tests/e2e over dist/.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist::Site;
use crate::failure::{Context, Failure};
use crate::{browser, dist, files, run, tools};

/// Runs the browser tests over dist/ as it stands, and over the same articles in parts.
pub fn test() -> Result<(), Failure> {
    run_tests(&folder(), 2, node()?.env("DATELINE_PARTED", parted()?))
}

/// The page of our own articles whose texts lie in parts, however light they are.
fn parted() -> Result<PathBuf, Failure> {
    let scratch = run::scratch_folder()?.join("parted");
    let (seeds, page) = (scratch.join("seeds"), scratch.join("dist"));
    Site::of_tests(page.clone(), seeds.clone(), "parted.stamp", PARTED)
        .build_when_stale(|| dist::seeds_in_parts(&run::root().join("seeds"), &seeds))?;
    Ok(page)
}

/// What the corpus in parts is made from.
const PARTED: &[&str] = &["seeds"];

/// Runs the journeys that are made in every engine, over dist/ and over the hostile corpus.
pub fn engines() -> Result<(), Failure> {
    tools::node()?;
    let scratch = run::scratch_folder()?.join("hostile");
    let (seeds, page) = (scratch.join("seeds"), scratch.join("dist"));
    let script = engines_folder().join("corpus.mjs");
    Site::of_tests(page.clone(), seeds.clone(), "hostile.stamp", HOSTILE)
        .build_when_stale(|| run::show(run::program("node", &[]).arg(&script).arg(&seeds)))?;
    let mut node = node()?;
    node.env("DATELINE_HOSTILE", page).env("DATELINE_PARTED", parted()?);
    for (variable, program) in browser::engines()? {
        node.env(variable, program);
    }
    // One after another: three engines at once starve each other on two cores.
    run_tests(&engines_folder(), 1, &mut node)
}

/// What the hostile corpus is made from.
const HOSTILE: &[&str] = &["tests/hostile", "tests/e2e/engines/corpus.mjs"];

/// Runs the test files that lie in this folder itself.
fn run_tests(folder: &Path, at_once: usize, node: &mut Command) -> Result<(), Failure> {
    let mut tests = files::all(folder)?;
    tests.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".test.mjs") && file.parent() == Some(folder)
    });
    if tests.is_empty() {
        return Err(Failure::work(format!("no browser test in {}", folder.display())));
    }
    node.args(["--test", "--test-reporter=spec"]);
    node.arg(format!("--test-concurrency={at_once}")).args(tests);
    run::show(node)
}

/// What the studio of dist/ costs with the articles of each folder.
pub fn bench_studio(folders: &[PathBuf]) -> Result<(), Failure> {
    dist::build_when_stale()?;
    let script = folder().join("studio.bench.mjs");
    run::show(node()?.arg(script).arg(dist::folder()).args(folders))
}

/// `cargo xtask shots`.
pub fn shots(arguments: &[String]) -> Result<(), Failure> {
    let out = run::place("shots", arguments, run::target_folder().join("shots"))?;
    dist::build_when_stale()?;
    let mut node = node()?;
    node.arg(folder().join("shots.mjs")).arg(&out);
    run::show(&mut node)?;
    println!("the screenshots are in {}", out.display());
    Ok(())
}

/// Node.js with what the browser tests and measures need.
pub fn node() -> Result<Command, Failure> {
    tools::node()?;
    packages(&folder(), "browser tests", "a few seconds")?;
    let mut node = run::program("node", &[]);
    node.env("CHROMIUM", browser::chromium()?).env("DATELINE_DIST", dist::folder());
    Ok(node)
}

/// The packages of a folder's lock file, fetched when the lock file is newer than what is there.
pub fn packages(folder: &Path, whose: &str, takes: &str) -> Result<(), Failure> {
    let installed = folder.join("node_modules").join(".package-lock.json");
    let changed = |file: &Path| file.metadata().and_then(|data| data.modified());
    let lock = folder.join("package-lock.json");
    let locked = changed(&lock).context(|| format!("cannot read {}", lock.display()))?;
    if changed(&installed).is_ok_and(|installed| installed >= locked) {
        return Ok(());
    }
    eprintln!("{whose}: fetching their packages from npm, {takes}, once");
    let mut npm = run::program("npm", &[]);
    npm.args(["ci", "--silent", "--no-audit", "--no-fund"]).current_dir(folder);
    run::show(&mut npm)
}

/// Where they lie.
pub fn folder() -> PathBuf {
    run::root().join("tests").join("e2e")
}

fn engines_folder() -> PathBuf {
    folder().join("engines")
}
