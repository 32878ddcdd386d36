//! The shell: the page without articles, compiled once. It is kept in our scratch folder as long as what
//! it is made of stays as it is; a folder of articles is put into it without compiling.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{files, run, split, tools};

/// The variable by which `build.rs` is told which articles to compile in. Where nobody sets it, none are:
/// then the shell is the same whatever the articles.
pub const SEEDS: &str = "DATELINE_SEEDS";

/// The feature by which the program can be parted in two.
const SPLIT: &str = "split";

/// What the shell is made of besides the crates of the page.
const SOURCES: &[&str] = &[
    "build.rs",
    "Cargo.lock",
    "Cargo.toml",
    "embed",
    "index.html",
    "npm",
    "rust-toolchain.toml",
    "src",
    "studio",
    "style",
    "Trunk.toml",
    "xtask/src/bundle.mjs",
    "xtask/src/embed.mjs",
    "xtask/src/shell.rs",
    "xtask/src/split.rs",
    "xtask/src/studio.mjs",
];

/// Where the shell is.
pub fn folder() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("shell"))
}

/// Where the shell's program is with the names of its functions.
pub fn named_program() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("named.wasm"))
}

/// Where the program for Node.js is.
pub fn node_program() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("dateline.mjs"))
}

/// Makes the shell unless it was made from the sources as they are.
pub fn make_when_stale() -> Result<(), Failure> {
    if !is_stale()? {
        return Ok(());
    }
    eprintln!("the page without articles is compiled, once: 2 to 10 minutes");
    let trunks = run::scratch_folder()?.join("trunk");
    let folders = tools::for_build()?;
    let mut trunk = trunk(&folders);
    trunk.args(["build", "--release", "--features", SPLIT, "--dist"]).arg(&trunks);
    trunk.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags());
    without_seeds(&mut trunk);
    run::show(&mut trunk)?;
    make_of(&trunks)?;
    let stamp = stamp()?;
    std::fs::write(&stamp, "").context(|| format!("cannot write {}", stamp.display()))
}

/// Makes the shell of what Trunk left in a folder. Nobody knows from which sources that was, so that it is
/// stale by itself.
pub fn make_of(trunks: &Path) -> Result<(), Failure> {
    let (shell, stamp) = (folder()?, stamp()?);
    if stamp.exists() {
        std::fs::remove_file(&stamp).context(|| format!("cannot remove {}", stamp.display()))?;
    }
    files::remove(&shell)?;
    std::fs::create_dir_all(&shell).context(|| format!("cannot make {}", shell.display()))?;
    let compiled = run::target_folder().join("wasm32-unknown-unknown");
    // After Trunk's there is nothing left to compile; what somebody else had Trunk build is one module.
    let mut page = run::cargo(&[]);
    page.args(["build", "--bin", "dateline-page", "--release", "--features", SPLIT]);
    page.args(["--target", "wasm32-unknown-unknown", "--locked"]);
    without_seeds(&mut page);
    run::show(page.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags()))?;
    run::show(studio().env("CARGO_ENCODED_RUSTFLAGS", compiler_flags()))?;
    let modules = run::scratch_folder()?.join("modules");
    split::split(&compiled.join("release/dateline-page.wasm"), &modules)?;
    let mut node = run::program("node", &tools::for_bundling()?);
    node.arg(run::root().join("xtask/src/bundle.mjs")).arg(trunks);
    node.arg(modules);
    node.arg(compiled.join("studio/dateline_studio.wasm")).arg(shell);
    run::show(node.arg(named_program()?).arg(node_program()?))
}

/// Compiles no articles in, unless asked to.
fn without_seeds(command: &mut std::process::Command) {
    if std::env::var_os(SEEDS).is_none() {
        command.env(SEEDS, "");
    }
}

/// Compiles the studio's program.
fn studio() -> std::process::Command {
    let mut command = run::cargo(&[]);
    command.args(["build", "--package", "dateline-studio", "--lib", "--profile", "studio"]);
    command.args(["--target", "wasm32-unknown-unknown", "--locked"]);
    command
}

/// Whether the shell has to be made anew.
pub fn is_stale() -> Result<bool, Failure> {
    let made = stamp()?.metadata().and_then(|stamp| stamp.modified());
    let Ok(made) = made else { return Ok(true) };
    sources().and_then(|sources| files::changed_since(made, sources.into_iter()))
}

/// Whether a folder holds what Trunk writes, and nobody has worked on since.
pub fn is_trunks(folder: &Path) -> Result<bool, Failure> {
    if !folder.is_dir() {
        return Ok(false);
    }
    let is_program = |file: &PathBuf| file.to_string_lossy().ends_with("_bg.wasm");
    Ok(files::all(folder)?.iter().any(is_program))
}

/// Everything that the shell is made of. Which crates the page uses only Cargo knows.
fn sources() -> Result<Vec<PathBuf>, Failure> {
    let mut tree = run::cargo(&[]);
    tree.args(["tree", "--package", "dateline", "--package", "dateline-studio"]);
    tree.args(["--edges", "normal", "--prefix", "none"]);
    tree.args(["--target", "wasm32-unknown-unknown", "--format", "{p}"]);
    let tree = run::output(&mut tree)?;
    let crates = tree.lines().filter_map(|line| our_crate(line, &run::root()));
    Ok(SOURCES.iter().map(|name| run::root().join(name)).chain(crates).collect())
}

/// The folder of a crate of ours in a line of `cargo tree`: "dateline-axis v0.1.0 (/a/crates/axis)".
fn our_crate(line: &str, root: &Path) -> Option<PathBuf> {
    let (_, folder) = line.split_once(" (")?;
    let folder = Path::new(folder.split_once(')')?.0);
    (folder.starts_with(root.join("crates"))).then(|| folder.to_path_buf())
}

fn stamp() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("shell.stamp"))
}

/// Trunk with our tools first on its PATH, where it finds all it would otherwise fetch. Its own
/// `--offline` is not for us: it keeps Cargo from fetching the crates on a fresh machine.
pub fn trunk(folders: &[PathBuf]) -> std::process::Command {
    let mut command = run::program("trunk", folders);
    command.arg("--skip-version-check");
    // Trunk takes only `true` and `false` here and stops at the customary `1`.
    if std::env::var_os("NO_COLOR").is_some() {
        command.env_remove("NO_COLOR").args(["--color", "never"]);
    }
    command
}

/// Flags of the compiler. A panic in a dependency names its file from the crate's own folder on: the folders
/// of the machine that built the page are nobody's business, and differ from one to the next. Names of
/// functions say which crate's closures and types they were made for, for `size`.
fn compiler_flags() -> String {
    let home = match std::env::var_os("CARGO_HOME") {
        Some(folder) => PathBuf::from(folder),
        None => std::env::home_dir().unwrap_or_default().join(".cargo"),
    };
    let sources = home.join("registry").join("src");
    let mut flags = Vec::new();
    for entry in std::fs::read_dir(&sources).into_iter().flatten().flatten() {
        flags.push(format!("--remap-path-prefix={}=crates.io", entry.path().display()));
    }
    flags.sort();
    flags.push("-Csymbol-mangling-version=v0".into());
    // By these the program is parted; none of them is in what is published.
    flags.push("-Clink-arg=--emit-relocs".into());
    flags.join("\u{1f}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_crates_make_a_shell_stale() {
        let root = Path::new("/home/ada/dateline");
        let folder = |line| our_crate(line, root).map(|path| path.display().to_string());
        let axis = "/home/ada/dateline/crates/axis";
        assert_eq!(
            folder("dateline-axis v0.1.0 (/home/ada/dateline/crates/axis)"),
            Some(axis.into())
        );
        assert_eq!(
            folder("dateline-axis v0.1.0 (/home/ada/dateline/crates/axis) (*)"),
            Some(axis.into())
        );
        assert_eq!(folder("dateline v0.1.0 (/home/ada/dateline)"), None);
        assert_eq!(folder("leptos v0.8.20"), None);
        assert_eq!(folder("leptos_macro v0.8.20 (proc-macro)"), None);
    }
}
