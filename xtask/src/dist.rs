//! `dist`: the page for publishing, made of the shell and a folder of articles.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::failure::{Context, Failure};
use crate::{files, run, shell};

/// What every page is built from besides its shell and its articles.
const SOURCES: &[&str] = &["Cargo.lock", "crates", "style", "xtask/src/dist.rs"];

/// The list that a build leaves in its folder: who has one takes away what an earlier build wrote.
const LIST: &str = ".dateline-files";

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
    // What was finished before is as it should be.
    if !shell::is_trunks(&folder())? {
        return Ok(());
    }
    shell::make_of(&folder())?;
    Site::own().fill()
}

/// Where the finished page is.
pub fn folder() -> PathBuf {
    run::root().join("dist")
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
        shell::make_when_stale()?;
        self.fill()?;
        let Some((name, _)) = self.stamp else { return Ok(()) };
        let stamp = stamp_file(name)?;
        std::fs::write(&stamp, files::listing(&self.folder)?)
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

/// Copies articles, and says beside them that their texts lie in parts, however light they are.
pub fn seeds_in_parts(from: &Path, to: &Path) -> Result<(), Failure> {
    let cannot = || format!("cannot copy the articles to {}", to.display());
    let _ = std::fs::remove_dir_all(to);
    std::fs::create_dir_all(to).context(cannot)?;
    for file in files::all(from)? {
        std::fs::copy(&file, to.join(file.file_name().unwrap_or_default())).context(cannot)?;
    }
    let overlay = to.join("dateline.toml");
    let mut text = std::fs::read_to_string(&overlay).unwrap_or_default();
    text.push_str("\n[bundle]\nfirst_visit = 0\n");
    std::fs::write(&overlay, text).context(cannot)
}

/// A folder that a page may be written to.
fn free(folder: PathBuf) -> Result<PathBuf, Failure> {
    let empty = match std::fs::read_dir(&folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == std::io::ErrorKind::NotFound,
    };
    if empty || folder.join(LIST).is_file() || is_finished(&folder) {
        return Ok(folder);
    }
    Err(Failure::usage(format!("{} has something else in it than a page", folder.display())))
}

/// Whether a page stands here, with a list of what belongs to it or from before there were lists.
fn is_finished(folder: &Path) -> bool {
    folder.join("sw.js").is_file() && folder.join("dateline.html").is_file()
}

impl Site {
    /// Puts the articles into the shell. A program does it, since no crate of the product is known here.
    fn fill(&self) -> Result<(), Failure> {
        // Of what has no list nobody knows what to take away, so all of it goes, as with Trunk's own.
        let listed = self.folder.join(LIST).is_file();
        if !listed && (is_finished(&self.folder) || shell::is_trunks(&self.folder)?) {
            std::fs::remove_dir_all(&self.folder)
                .context(|| format!("cannot clear {}", self.folder.display()))?;
        }
        let mut command = run::cargo(&[]);
        command.args(["run", "--quiet", "--locked", "--profile", "pages"]);
        command.args(["--package", "dateline-cli", "--", "build"]).arg(self.seeds());
        command.arg("--shell").arg(shell::folder()?).arg("--out").arg(&self.folder);
        if let Some(url) = std::env::var_os("DATELINE_URL").filter(|url| !url.is_empty()) {
            command.arg("--url").arg(url);
        }
        run::show(&mut command)
    }

    /// The folder of the articles: as asked for, or as build.rs would take them.
    fn seeds(&self) -> PathBuf {
        let named = || std::env::var_os(shell::SEEDS).filter(|seeds| !seeds.is_empty());
        let usual = || run::root().join(named().unwrap_or_else(|| "seeds".into()));
        self.seeds.clone().unwrap_or_else(usual)
    }

    fn stale(&self) -> Result<bool, Failure> {
        let Some((name, own)) = self.stamp else { return Ok(true) };
        let stamp = stamp_file(name)?;
        let (Ok(stamped), Ok(built)) = (std::fs::read_to_string(&stamp), stamp.metadata()) else {
            return Ok(true);
        };
        if !self.folder.is_dir() || files::listing(&self.folder)? != stamped {
            return Ok(true);
        }
        if shell::is_stale()? {
            return Ok(true);
        }
        let sources = SOURCES.iter().chain(own).map(|name| run::root().join(name));
        files::changed_since(built.modified().unwrap_or(SystemTime::UNIX_EPOCH), sources)
    }
}

fn stamp_file(name: &str) -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join(name))
}

/// Says no to any argument.
pub fn takes_no_arguments(command: &str, arguments: &[String]) -> Result<(), Failure> {
    match arguments.first() {
        Some(extra) => Err(Failure::usage(format!("`{command}` takes no argument, got `{extra}`"))),
        None => Ok(()),
    }
}
