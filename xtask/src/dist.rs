//! `dist`: the page for publishing, and what a bundler does not add to it.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::{Context, Failure};
use crate::{run, tools};

/// What the page is built from; `stale` looks at nothing else.
const SOURCES: &[&str] = &[
    "build.rs",
    "Cargo.lock",
    "Cargo.toml",
    "crates",
    "embed",
    "index.html",
    "rust-toolchain.toml",
    "seeds",
    "src",
    "style",
    "Trunk.toml",
    "xtask/src/embed.mjs",
    "xtask/src/publish",
    "xtask/src/publish.mjs",
    "xtask/src/shrink.mjs",
];

/// `cargo xtask dist`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    takes_no_arguments("dist", arguments)?;
    build()?;
    println!("the page is in {}", folder().display());
    Ok(())
}

/// `cargo xtask finish`.
pub fn finish_command(arguments: &[String]) -> Result<(), Failure> {
    takes_no_arguments("finish", arguments)?;
    finish()
}

/// Where the finished page is.
pub fn folder() -> PathBuf {
    run::root().join("dist")
}

/// Builds the page for publishing.
pub fn build() -> Result<(), Failure> {
    let folders = tools::for_build()?;
    let mut trunk = trunk(&folders);
    trunk.args(["build", "--release"]);
    run::show(&mut trunk)?;
    finish()?;
    let stamp = stamp_file()?;
    std::fs::write(&stamp, listing(&folder())?)
        .context(|| format!("cannot write {}", stamp.display()))
}

/// Builds the page unless it was built for publishing from the sources as they are.
pub fn build_when_stale() -> Result<(), Failure> {
    if stale()? { build() } else { Ok(()) }
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

/// All files of a folder with their sizes, in name order, one a line.
pub fn listing(folder: &Path) -> Result<String, Failure> {
    let mut lines = String::new();
    for file in files(folder)? {
        let size = metadata(&file)?.len();
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        lines.push_str(&format!("{size} {name}\n"));
    }
    Ok(lines)
}

/// All files of a folder and its sub-folders, in name order; a file stands for itself.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Failure> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    let cannot = || format!("cannot list {}", path.display());
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(path).context(cannot)? {
        entries.push(entry.context(cannot)?.path());
    }
    entries.sort();
    let mut all = Vec::new();
    for entry in entries {
        all.extend(files(&entry)?);
    }
    Ok(all)
}

fn finish() -> Result<(), Failure> {
    let folders = tools::for_shrinking()?;
    let script = |name: &str| {
        let mut node = run::program("node", &folders);
        node.arg(run::root().join("xtask").join("src").join(name)).arg(folder());
        node
    };
    let compiled = run::target_folder().join("wasm32-unknown-unknown/release/dateline-page.wasm");
    run::show(script("shrink.mjs").arg(compiled))?;
    pages()?;
    // Last of all: it gives every page its policy and the service worker every file's hash.
    run::show(&mut script("publish.mjs"))?;
    // Pages would otherwise run the files through its own site builder.
    let file = folder().join(".nojekyll");
    std::fs::write(&file, "").context(|| format!("cannot write {}", file.display()))
}

/// The pages without scripts, from the seeds that the app has inside. A program writes them, since
/// no crate of the product is known here.
fn pages() -> Result<(), Failure> {
    let mut command = run::cargo(&[]);
    command.args(["run", "--quiet", "--locked", "--profile", "pages", "--package", "dateline-cli"]);
    command.args(["--", "pages"]);
    // As build.rs names the folder.
    let seeds = std::env::var_os("DATELINE_SEEDS").unwrap_or_else(|| "seeds".into());
    let seeds = run::root().join(seeds);
    if !seeds.is_dir() {
        return Ok(());
    }
    command.arg(seeds).arg("--out").arg(folder()).args(["--icon", "icon.svg"]);
    if let Some(url) = std::env::var_os("DATELINE_URL").filter(|url| !url.is_empty()) {
        command.arg("--url").arg(url);
    }
    run::show(&mut command)
}

fn stale() -> Result<bool, Failure> {
    let stamp = stamp_file()?;
    let (Ok(stamped), Ok(built)) = (std::fs::read_to_string(&stamp), metadata(&stamp)) else {
        return Ok(true);
    };
    if !folder().is_dir() || listing(&folder())? != stamped {
        return Ok(true);
    }
    let built = built.modified().unwrap_or(SystemTime::UNIX_EPOCH);
    for source in SOURCES {
        let source = run::root().join(source);
        if !source.exists() {
            continue;
        }
        for file in files(&source)? {
            if metadata(&file)?.modified().is_ok_and(|changed| changed > built) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

fn stamp_file() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("dist.stamp"))
}

fn metadata(file: &Path) -> Result<std::fs::Metadata, Failure> {
    std::fs::metadata(file).context(|| format!("cannot read {}", file.display()))
}

/// Says no to any argument.
pub fn takes_no_arguments(command: &str, arguments: &[String]) -> Result<(), Failure> {
    match arguments.first() {
        Some(extra) => Err(Failure::usage(format!("`{command}` takes no argument, got `{extra}`"))),
        None => Ok(()),
    }
}
