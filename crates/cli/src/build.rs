//! `build`: a folder of articles and a shell become a site.
//!
//! The shell was compiled before and holds no article; nothing is compiled here. App and pages without
//! scripts are of one reading of the folder.

use std::fs;
use std::path::{Path, PathBuf};

use dateline_assemble::{Reading, Shell, assemble};
use dateline_site::Options;

use crate::output;

/// Reads the paths and writes the site into `out`. Says how much was written.
pub(crate) fn build(
    paths: &[PathBuf],
    shell: &Path,
    out: &Path,
    mut site: Options,
) -> Result<String, String> {
    let publication = dateline_folder::read_for_publishing(paths).map_err(|it| it.to_string())?;
    crate::warn(&publication.corpus);
    site.url = site.url.or_else(|| publication.url.clone());
    let reading = Reading {
        corpus: &publication.corpus,
        url: publication.url.as_deref(),
        first_visit: publication.first_visit,
    };
    let files = assemble(&read(shell)?, &reading, &site)
        .map_err(|error| format!("{}: {error}", shell.display()))?;
    let said = output::write(out, &files)?.to_string();
    Ok(if site.url.is_some() { said } else { format!("{said}\n{NO_ADDRESS}") })
}

/// What lacks where nobody said where the site will stand.
const NO_ADDRESS: &str = "the site's address is not known: previews have no picture, the feed does not \
name its own address, and there is no site map; say url = \"https://...\" under [site] in \
dateline.toml, or DATELINE_URL in the environment";

/// The shell in a folder.
fn read(folder: &Path) -> Result<Shell, String> {
    let mut files = Vec::new();
    gather(folder, "", &mut files)?;
    Ok(Shell::new(files))
}

/// The files of a folder, and of the folders in it, which are few.
fn gather(folder: &Path, above: &str, files: &mut Vec<(String, Vec<u8>)>) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|error| output::named(folder, &error))? {
        let entry = entry.map_err(|error| output::named(folder, &error))?;
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        let kind = entry.file_type().map_err(|error| output::named(&path, &error))?;
        if kind.is_dir() {
            gather(&path, &format!("{above}{name}/"), files)?;
        } else if kind.is_file() {
            let bytes = fs::read(&path).map_err(|error| output::named(&path, &error))?;
            files.push((format!("{above}{name}"), bytes));
        }
    }
    Ok(())
}
