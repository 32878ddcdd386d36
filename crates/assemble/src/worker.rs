//! `sw.js`: the service worker, which knows every file of this build by its hash.

use dateline_site::File;

use crate::Error;
use crate::fill::fill;
use crate::hash::{integrity, is_named, short};
use crate::shell::Shell;

/// The worker of a site that has these files: it keeps the front page and what is named by its content, and of
/// the corpus's parts the first, without whose names no filter works, and those that were asked for.
pub(crate) fn script(shell: &Shell, files: &[File], parts: &[File]) -> Result<String, Error> {
    let fetched = files.iter().filter(|file| is_named(&file.path) || file.path == "index.html");
    let mut kept: Vec<(&str, &File)> = fetched
        .chain(parts.first())
        .map(|file| (if file.path == "index.html" { "" } else { file.path.as_str() }, file))
        .collect();
    kept.sort_by_key(|(address, _)| *address);
    let files = list(kept.into_iter());
    let parts = list(parts.iter().map(|file| (file.path.as_str(), file)));
    let version = short(files.as_bytes());
    let build = format!("{{\"version\":\"{version}\",\"files\":{files},\"parts\":{parts}}}");
    Ok(fill("sw.js", shell.text("sw.js")?, &[("BUILD", &build)])? + "\n")
}

/// Addresses below the site with their hashes, as the script has them.
fn list<'f>(files: impl Iterator<Item = (&'f str, &'f File)>) -> String {
    let row = |(address, file): (&str, &File)| vec![address.to_owned(), integrity(&file.bytes)];
    serde_json::Value::from(files.map(row).collect::<Vec<_>>()).to_string()
}
