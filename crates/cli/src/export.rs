//! `export`: the corpus as tables, for what is more than one page can hold.

use std::path::{Path, PathBuf};

use dateline_site::File;
use dateline_tables::{Format, Source, TABLES};

use crate::{build, output, say};

/// The list of what an export wrote. Not that of a site: neither takes the other's files away.
const LIST: &str = ".dateline-tables";

/// Writes a file for each table, of what may be published.
pub(crate) fn export(paths: &[PathBuf], format: Format, out: &Path) -> Result<(), String> {
    build::apart(out, paths)?;
    let publication = dateline_folder::read_for_publishing(paths).map_err(|it| it.to_string())?;
    crate::warn(&publication.corpus);
    let source = Source::new(&publication.corpus);
    let file = |table| {
        let bytes = source.file(table, format)?;
        Ok(File { path: format!("{}.{}", table.name, format.name()), bytes })
    };
    let files: Vec<File> = TABLES.iter().map(file).collect::<Result<_, String>>()?;
    say(&format!("{}, in {}", output::write(out, LIST, &files)?, out.display()))
}
