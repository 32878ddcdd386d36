//! A shell and a corpus become a site: what is compiled once, and what is read from a folder.
//!
//! The shell is the finished program without articles, the scripts, the styles and the page with places
//! for hashes; `cargo xtask dist` makes it. Everything that hangs on the articles happens here: the
//! corpus goes into the program as custom sections, files are named by their content, hashes go into the
//! script, the front page and the service worker, and every page gets its policy. Nothing is compiled
//! and no tool is asked: bytes in, files out, so that a command without a toolchain and a browser can do
//! the same.

mod alone;
mod bundle;
mod error;
mod fill;
mod front;
mod hash;
mod lost;
mod manifest;
mod pack;
mod policy;
mod program;
mod shell;
mod studio;
mod worker;

use dateline_model::{Corpus, encode};
use dateline_site::{File, Options};

pub use error::Error;
use pack::BEST;
pub use program::{Section, exchange};
use shell::PROGRAM;
pub use shell::{FIXED, Shell};
pub use studio::{preview, studio_with};

/// The sections that `src/main.rs` writes; the second only where an address is known.
const CORPUS: &str = "dateline-corpus";
const URL: &str = "dateline-url";

/// The names of the sections that hold what was read. A shell has none of them.
pub const SECTIONS: [&str; 2] = [CORPUS, URL];

/// The page that is one file.
const ALONE: &str = "dateline.html";

/// What was read from a folder.
pub struct Reading<'r> {
    /// What may be published.
    pub corpus: &'r Corpus,
    /// The address that the folder states for the site.
    pub url: Option<&'r str>,
    /// Up to how many kilobytes a first visit brings the whole corpus, where the folder says so.
    pub first_visit: Option<u32>,
}

/// All files of the site. The same shell and the same reading give the same bytes.
///
/// # Errors
/// Says what of the shell was not as expected.
pub fn assemble(
    shell: &Shell,
    reading: &Reading<'_>,
    options: &Options,
) -> Result<Vec<File>, Error> {
    let mut options = options.clone();
    options.icon = Some("icon.svg".into());
    let mut out = shell.fixed()?;
    let module = shell.file(PROGRAM)?;
    let mut first = vec![module];
    for name in ["index.html", "first.css", "rest.css", "start.js"] {
        first.push(shell.file(name)?);
    }
    let bundle = bundle::bundle(reading.corpus, reading.first_visit, &first);
    // What the program fetches besides itself is named by its content, and the hashes stand in its section:
    // the program's own hash then vouches for them all.
    let program = with(module, &bundle.section, reading.url)?;
    // One file has nothing beside it.
    let alone =
        alone::page(shell, reading.corpus, &with(module, &bundle.whole, reading.url)?, BEST)?;
    let program = hash::named("dateline", "wasm", program);
    let later = hash::named("dateline-later", "wasm", shell.file("later.wasm")?.to_vec());
    let script = fill::fill(
        "start.js",
        shell.text("start.js")?,
        &[
            ("WASM_NAME", &program.path),
            ("WASM_HASH", &hash::integrity(&program.bytes)),
            ("LATER_NAME", &later.path),
            ("LATER_HASH", &hash::integrity(&later.bytes)),
        ],
    )?;
    let script = hash::named("dateline", "js", script.into());
    let name = format!("./{}", script.path);
    let inline = shell.text("embed-inline.js")?;
    let inline = fill::fill("embed-inline.js", inline, &[("MAIN_NAME", &name)])?;
    out.push(file("embed-inline.js", inline));
    out.push(file(ALONE, alone));
    out.extend(studio::page(shell)?);
    out.push(file("404.html", lost::page(shell, reading.corpus, options.url.as_deref())?));
    out.push(file("site.webmanifest", manifest::manifest(reading.corpus)));
    out.push(file("index.html", front::page(shell, reading.corpus, &options, &program, &script)?));
    out.extend([program, later, script]);
    for page in out.iter_mut().filter(|file| file.path.ends_with(".html")) {
        policy::give(page)?;
    }
    out.push(file("sw.js", worker::script(shell, &out, &bundle.parts)?));
    out.extend(bundle.parts);
    // Pages would otherwise run the files through its own site builder.
    out.push(file(".nojekyll", String::new()));
    // These bring their policy.
    out.extend(dateline_site::files(reading.corpus, &options));
    Ok(out)
}

/// The page that is one file, by itself: the same bytes as among all files of the site.
///
/// # Errors
/// As [`assemble`].
pub fn one_file(shell: &Shell, reading: &Reading<'_>) -> Result<File, Error> {
    let mut page = file(ALONE, alone::page(shell, reading.corpus, &whole(shell, reading)?, BEST)?);
    policy::give(&mut page)?;
    Ok(page)
}

/// The program with all of what was read.
fn whole(shell: &Shell, reading: &Reading<'_>) -> Result<Vec<u8>, Error> {
    with(shell.file(PROGRAM)?, &encode(reading.corpus), reading.url)
}

/// The program with what was read.
fn with(module: &[u8], corpus: &[u8], url: Option<&str>) -> Result<Vec<u8>, Error> {
    let mut sections = vec![Section { name: CORPUS, content: corpus }];
    sections.extend(url.map(|url| Section { name: URL, content: url.as_bytes() }));
    exchange(module, &sections).ok_or(Error::Program)
}

fn file(path: &str, text: String) -> File {
    File { path: path.into(), bytes: text.into() }
}
