//! `build`: a folder of articles and a shell become a site, or one file.
//!
//! The shell was compiled before and holds no article; nothing is compiled here. App and pages without
//! scripts are of one reading of the folder.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::thread;

use dateline_assemble::{Reading, Shell, assemble, one_file};

use crate::arguments::{Build, Goal};
use crate::serve::Server;
use crate::watch::Watch;
use crate::{output, say, shell};

/// Builds what was asked for. Where it is served or watched, this ends only when it cannot go on.
pub(crate) fn build(asked: &Build) -> Result<(), String> {
    let shell = shell::shell(asked.shell.as_deref())?;
    let (Goal::Site(goal) | Goal::OneFile(goal)) = &asked.goal;
    apart(goal, &asked.paths)?;
    let server = asked.serve.map(Server::bind).transpose()?;
    if !asked.watch {
        say(&made(asked, &shell)?)?;
        return server.map_or(Ok(()), |server| {
            say(&server.address())?;
            server.answer(goal)
        });
    }
    // Before the first reading: what changes meanwhile is not missed.
    let mut watch = Watch::new(&asked.paths)?;
    if let Some(server) = server {
        say(&server.address())?;
        let goal = goal.clone();
        thread::spawn(move || server.answer(&goal));
    }
    loop {
        // Whoever mends a file that stops a build wants the next one.
        match made(asked, &shell) {
            Ok(said) => say(&said)?,
            Err(message) => eprintln!("dateline: {message}"),
        }
        let changed = watch.wait()?;
        eprintln!("{changed} changed");
    }
}

/// Reads the paths and writes what is made of them. Says how much was written.
fn made(asked: &Build, shell: &Shell) -> Result<String, String> {
    let publication =
        dateline_folder::read_for_publishing(&asked.paths).map_err(|it| it.to_string())?;
    crate::warn(&publication.corpus);
    let mut site = asked.site.clone();
    site.url = site.url.or_else(|| publication.url.clone());
    let reading = Reading {
        corpus: &publication.corpus,
        url: publication.url.as_deref(),
        first_visit: publication.first_visit,
    };
    let failed = |error| match &asked.shell {
        Some(folder) => format!("{}: {error}", folder.display()),
        None => format!("the shell inside this program: {error}"),
    };
    match &asked.goal {
        Goal::OneFile(file) => {
            let page = one_file(shell, &reading).map_err(failed)?;
            Ok(format!("{}, as {}", output::one(file, &page.bytes)?, file.display()))
        }
        Goal::Site(out) => {
            let files = assemble(shell, &reading, &site).map_err(failed)?;
            let said =
                format!("{}, in {}", output::write(out, output::LIST, &files)?, out.display());
            Ok(if site.url.is_some() { said } else { format!("{said}\n{NO_ADDRESS}") })
        }
    }
}

/// What lacks where nobody said where the site will stand.
const NO_ADDRESS: &str = "the site's address is not known: previews have no picture, the feed does not \
name its own address, and there is no site map; say url = \"https://...\" under [site] in \
dateline.toml, or --url (for `cargo xtask dist` DATELINE_URL in the environment)";

/// What is written must not lie where it would be read: the next build would take its pages for articles.
pub(crate) fn apart(goal: &Path, paths: &[PathBuf]) -> Result<(), String> {
    let place = resolved(goal);
    for path in paths {
        let folder = path.canonicalize().map_err(|error| output::named(path, &error))?;
        let Some(below) = place.strip_prefix(&folder).ok().filter(|_| folder.is_dir()) else {
            continue;
        };
        // Names that begin with a dot are passed over in reading.
        let is_hidden = |part: Component<'_>| part.as_os_str().as_encoded_bytes()[0] == b'.';
        if !below.components().any(is_hidden) {
            return Err(format!(
                "{} lies in {}, whose files are read as articles; a place outside of it was expected",
                goal.display(),
                path.display()
            ));
        }
    }
    Ok(())
}

/// The path without links, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let there = path.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    match there {
        Some((above, found)) => found.join(path.strip_prefix(above).unwrap_or(Path::new(""))),
        None => path,
    }
}
