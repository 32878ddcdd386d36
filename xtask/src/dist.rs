//! `dist`: the page for publishing, and what a bundler does not add to it.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::{Context, Failure};
use crate::{run, tools};

/// What every page is built from besides its articles; `stale` looks at nothing else.
const SOURCES: &[&str] = &[
    "build.rs",
    "Cargo.lock",
    "Cargo.toml",
    "crates",
    "embed",
    "index.html",
    "rust-toolchain.toml",
    "src",
    "style",
    "Trunk.toml",
    "xtask/src/bundle.mjs",
    "xtask/src/dist.rs",
    "xtask/src/embed.mjs",
    "xtask/src/publish",
    "xtask/src/publish.mjs",
];

/// `cargo xtask dist`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let site = Site::asked(arguments)?;
    site.build()?;
    println!("the page is in {}", site.folder.display());
    Ok(())
}

/// `cargo xtask finish`.
pub fn finish_command(arguments: &[String]) -> Result<(), Failure> {
    takes_no_arguments("finish", arguments)?;
    Site::own().finish()
}

/// Where the finished page is.
pub fn folder() -> PathBuf {
    run::root().join("dist")
}

/// Where the program of the page that was built last is, with the names of its functions.
pub fn named_program() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("named.wasm"))
}

/// Builds the page for publishing.
pub fn build() -> Result<(), Failure> {
    Site::own().build()
}

/// Builds the page unless it was built for publishing from the sources as they are.
pub fn build_when_stale() -> Result<(), Failure> {
    Site::own().build_when_stale(|| Ok(()))
}

/// A page for publishing: what it is built from, and where it goes.
pub struct Site {
    folder: PathBuf,
    /// Other articles than build.rs takes by itself.
    seeds: Option<PathBuf>,
    /// The name of the file that says what was built, and what it depends on besides `SOURCES`.
    stamp: Option<(&'static str, &'static [&'static str])>,
}

impl Site {
    fn own() -> Self {
        Self { folder: folder(), seeds: None, stamp: Some(("dist.stamp", &["seeds"])) }
    }

    /// The page of other articles in a folder of our own, for the tests.
    pub fn of_tests(
        folder: PathBuf,
        seeds: PathBuf,
        stamp: &'static str,
        sources: &'static [&'static str],
    ) -> Self {
        Self { folder, seeds: Some(seeds), stamp: Some((stamp, sources)) }
    }

    fn asked(arguments: &[String]) -> Result<Self, Failure> {
        let mut site = Self::own();
        let mut rest = arguments.iter();
        while let Some(option) = rest.next() {
            if option != "--seeds" && option != "--out" {
                return Err(Failure::usage(format!("`dist` knows no option `{option}`")));
            }
            let value =
                rest.next().ok_or_else(|| Failure::usage(format!("`{option}` wants a value")))?;
            let value =
                std::path::absolute(value).context(|| format!("`{value}` is no folder's name"))?;
            // Only dist/ from the repository's own articles is what the checks look at.
            site.stamp = None;
            match option.as_str() {
                "--seeds" if value.is_dir() => site.seeds = Some(value),
                "--seeds" => {
                    return Err(Failure::usage(format!("no folder {}", value.display())));
                }
                _ => site.folder = free(value)?,
            }
        }
        Ok(site)
    }

    fn build(&self) -> Result<(), Failure> {
        // Whatever was known of the page in dist/ holds no longer.
        if self.folder == folder()
            && let Some((name, _)) = Self::own().stamp
        {
            let stamp = stamp_file(name)?;
            if stamp.exists() {
                std::fs::remove_file(&stamp)
                    .context(|| format!("cannot remove {}", stamp.display()))?;
            }
        }
        let folders = tools::for_build()?;
        let mut trunk = trunk(&folders);
        trunk.args(["build", "--release", "--dist"]).arg(&self.folder);
        trunk.env("CARGO_ENCODED_RUSTFLAGS", compiler_flags());
        if let Some(seeds) = &self.seeds {
            trunk.env("DATELINE_SEEDS", seeds);
        }
        run::show(&mut trunk)?;
        self.finish()?;
        let Some((name, _)) = self.stamp else { return Ok(()) };
        let stamp = stamp_file(name)?;
        std::fs::write(&stamp, listing(&self.folder)?)
            .context(|| format!("cannot write {}", stamp.display()))
    }

    /// Builds it, after `prepare`, unless it was built from the sources as they are.
    pub fn build_when_stale(
        &self,
        prepare: impl FnOnce() -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        if !self.stale()? {
            return Ok(());
        }
        prepare()?;
        self.build()
    }
}

/// A folder that a page may be written to: Trunk clears it first, so nothing else may be in it.
fn free(folder: PathBuf) -> Result<PathBuf, Failure> {
    let empty = match std::fs::read_dir(&folder) {
        // What an unfinished build leaves behind.
        Ok(entries) => entries.flatten().all(|entry| entry.file_name() == ".stage"),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if empty || folder.join("sw.js").is_file() && folder.join("dateline.html").is_file() {
        return Ok(folder);
    }
    Err(Failure::usage(format!("{} has something else in it than a page", folder.display())))
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
    flags.join("\u{1f}")
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

impl Site {
    fn finish(&self) -> Result<(), Failure> {
        let folders = tools::for_bundling()?;
        let script = |name: &str| {
            let mut node = run::program("node", &folders);
            node.arg(run::root().join("xtask").join("src").join(name)).arg(&self.folder);
            node
        };
        let compiled =
            run::target_folder().join("wasm32-unknown-unknown/release/dateline-page.wasm");
        run::show(script("bundle.mjs").arg(compiled).arg(named_program()?))?;
        self.pages()?;
        // Last of all: it gives every page its policy and the service worker every file's hash.
        run::show(&mut script("publish.mjs"))?;
        // Pages would otherwise run the files through its own site builder.
        let file = self.folder.join(".nojekyll");
        std::fs::write(&file, "").context(|| format!("cannot write {}", file.display()))
    }

    /// The pages without scripts, from the corpus that the app has inside, so that both are of one
    /// reading. A program writes them, since no crate of the product is known here.
    fn pages(&self) -> Result<(), Failure> {
        let mut command = run::cargo(&[]);
        command.args(["run", "--quiet", "--locked", "--profile", "pages"]);
        command.args(["--package", "dateline-cli", "--", "pages", "--program"]);
        let folder = self.folder.display();
        let program = files(&self.folder)?
            .into_iter()
            .find(|file| file.extension().is_some_and(|ending| ending == "wasm"))
            .ok_or_else(|| Failure::work(format!("{folder} has no program")))?;
        command.arg(program).arg("--out").arg(&self.folder).args(["--icon", "icon.svg"]);
        if let Some(url) = std::env::var_os("DATELINE_URL").filter(|url| !url.is_empty()) {
            command.arg("--url").arg(url);
        }
        run::show(&mut command)
    }

    fn stale(&self) -> Result<bool, Failure> {
        let Some((name, own)) = self.stamp else { return Ok(true) };
        let stamp = stamp_file(name)?;
        let (Ok(stamped), Ok(built)) = (std::fs::read_to_string(&stamp), metadata(&stamp)) else {
            return Ok(true);
        };
        if !self.folder.is_dir() || listing(&self.folder)? != stamped {
            return Ok(true);
        }
        let built = built.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        for source in SOURCES.iter().chain(own) {
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
}

fn stamp_file(name: &str) -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join(name))
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
