//! `sw.js`: the service worker, which knows every file of this build by its hash.

use dateline_site::File;

use crate::Error;
use crate::fill::fill;
use crate::hash::{integrity, is_named, short};
use crate::shell::Shell;

/// The worker of a site that has these files: it keeps the front page and what is named by its content.
pub(crate) fn script(shell: &Shell, files: &[File]) -> Result<String, Error> {
    let mut kept: Vec<(&str, &File)> = files
        .iter()
        .filter(|file| is_named(&file.path) || file.path == "index.html")
        .map(|file| (if file.path == "index.html" { "" } else { file.path.as_str() }, file))
        .collect();
    kept.sort_by_key(|(address, _)| *address);
    let list: Vec<[String; 2]> =
        kept.into_iter().map(|(address, file)| [address.into(), integrity(&file.bytes)]).collect();
    let list = serde_json::Value::from(list.iter().map(|one| one.to_vec()).collect::<Vec<_>>())
        .to_string();
    let build = format!("{{\"version\":\"{}\",\"files\":{list}}}", short(list.as_bytes()));
    Ok(fill("sw.js", shell.text("sw.js")?, &[("BUILD", &build)])? + "\n")
}
