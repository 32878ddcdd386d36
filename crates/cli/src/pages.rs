//! `pages`: what the site crate makes of a folder, written beside the app.

use std::fs;
use std::path::{Path, PathBuf};

use dateline_site::{File, Options, files, front};

/// Writes all files into `out`, and completes the `index.html` that is there.
/// Says how much was written.
pub(crate) fn write(paths: &[PathBuf], out: &Path, mut site: Options) -> Result<String, String> {
    let publication =
        dateline_folder::read_for_publishing(paths).map_err(|error| error.to_string())?;
    site.url = site.url.or(publication.url);
    let corpus = &publication.corpus;
    let all = files(corpus, &site);
    let count = all.len();
    let mut folder = None;
    for File { path, bytes } in all {
        let file = out.join(path);
        // Neighbours share a folder: most are made once.
        let parent = file.parent().map(Path::to_path_buf);
        if folder != parent {
            folder = parent;
            if let Some(folder) = &folder {
                fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
            }
        }
        fs::write(&file, bytes).map_err(|error| named(&file, &error))?;
    }
    let index = out.join("index.html");
    if index.is_file() {
        let page = fs::read_to_string(&index).map_err(|error| named(&index, &error))?;
        let page = front(corpus, &site, &page)?;
        fs::write(&index, page).map_err(|error| named(&index, &error))?;
    }
    Ok(format!("{count} files without scripts are in {}", out.display()))
}

fn named(file: &Path, error: &std::io::Error) -> String {
    format!("{}: {error}", file.display())
}
