//! Writes a site into a folder: only what changed, by as many threads as there are, and takes away what
//! an earlier build wrote and this one does not.
//!
//! What a build wrote stands in a list beside it ([`LIST`] of a site). Only what that list names is ever taken
//! away, so what somebody else put into the folder stays.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::Path;

use dateline_site::File;
use dateline_words as words;
use dateline_workers::Workers;

/// The list of what a build of a site wrote: a path a line.
pub(crate) const LIST: &str = ".dateline-files";

/// How much a build wrote.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Written {
    files: usize,
    bytes: usize,
    written: usize,
    removed: usize,
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, bytes, written, removed } = self;
        write!(f, "{}, {}: ", words::count(*files, "file"), words::megabytes(*bytes))?;
        write!(f, "{} written, {} removed", words::number(*written), words::number(*removed))
    }
}

/// Writes all files into `out`, which is empty, does not exist, or has an earlier build in it.
pub(crate) fn write(out: &Path, list: &str, files: &[File]) -> Result<Written, String> {
    let earlier = earlier(out, list)?;
    let now: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let folders: BTreeSet<&str> = now.iter().map(|path| folder(path)).collect();
    for folder in folders {
        let folder = out.join(folder);
        fs::create_dir_all(&folder).map_err(|error| named(&folder, &error))?;
    }
    // A build that is interrupted leaves a list of all that may be there.
    let all: BTreeSet<&str> = earlier.iter().map(String::as_str).chain(now.clone()).collect();
    set_list(out, list, &all)?;
    let workers = Workers::new(None);
    let written: Result<Vec<bool>, String> =
        workers.map(files.iter(), |file| change(out, file)).into_iter().collect();
    let written = written?.into_iter().filter(|is_written| *is_written).count();
    let gone: Vec<&str> = all.difference(&now).copied().collect();
    let mut removed = 0;
    for path in &gone {
        removed += usize::from(remove(out, path)?);
    }
    set_list(out, list, &now)?;
    let bytes = files.iter().map(|file| file.bytes.len()).sum();
    Ok(Written { files: files.len(), bytes, written, removed })
}

/// What only a page of ours that is one file has.
const ALONE: &[u8] = b"<script data-alone>";

/// Writes a page that is one file, where nothing stands but an earlier one. Says how much was written.
pub(crate) fn one(file: &Path, bytes: &[u8]) -> Result<Written, String> {
    let written = match fs::read(file) {
        Ok(there) if there == bytes => 0,
        Ok(there) if !there.windows(ALONE.len()).any(|here| here == ALONE) => {
            return Err(format!(
                "{}: has something else in it; a new file was expected, or an earlier page",
                file.display()
            ));
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(named(file, &error)),
        _ => {
            if let Some(folder) = file.parent() {
                fs::create_dir_all(folder).map_err(|error| named(folder, &error))?;
            }
            fs::write(file, bytes).map_err(|error| named(file, &error))?;
            1
        }
    };
    Ok(Written { files: 1, bytes: bytes.len(), written, removed: 0 })
}

/// An error with the file that it is about.
pub(crate) fn named(file: &Path, error: &io::Error) -> String {
    format!("{}: {error}", file.display())
}

/// What an earlier build wrote. A folder with something else in it is nobody's to write to.
fn earlier(out: &Path, list: &str) -> Result<BTreeSet<String>, String> {
    let file = out.join(list);
    match fs::read_to_string(&file) {
        // A list that somebody changed must not lead out of the folder.
        Ok(text) => Ok(text.lines().filter(|path| is_inside(path)).map(str::to_owned).collect()),
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(named(&file, &error)),
        Err(_) => match fs::read_dir(out).map(|mut entries| entries.next().is_none()) {
            Ok(false) => Err(format!(
                "{}: an empty folder was expected, or one with an earlier build and its list {list}",
                out.display()
            )),
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(named(out, &error)),
            _ => Ok(BTreeSet::new()),
        },
    }
}

/// Whether a path is one that a site has: names of letters that every system takes, none of them `..`.
pub(crate) fn is_inside(path: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    let name = |part: &str| !part.trim_matches('.').is_empty() && part.chars().all(plain);
    path.split('/').all(name)
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn set_list(out: &Path, list: &str, paths: &BTreeSet<&str>) -> Result<(), String> {
    let bytes = paths.iter().flat_map(|path| [path, "\n"]).collect::<String>().into_bytes();
    change(out, &File { path: list.into(), bytes }).map(|_| ())
}

/// Writes a file unless it is there with these bytes.
fn change(out: &Path, file: &File) -> Result<bool, String> {
    let path = out.join(&file.path);
    let same_size = fs::metadata(&path).is_ok_and(|it| it.len() == file.bytes.len() as u64);
    if same_size && fs::read(&path).is_ok_and(|bytes| bytes == file.bytes) {
        return Ok(false);
    }
    fs::write(&path, &file.bytes).map_err(|error| named(&path, &error))?;
    Ok(true)
}

/// Takes a file away, and its folder when that is empty then.
fn remove(out: &Path, path: &str) -> Result<bool, String> {
    let file = out.join(path);
    match fs::remove_file(&file) {
        Ok(()) => {
            if !folder(path).is_empty() {
                // Where something else is in it, it stays.
                let _ = fs::remove_dir(out.join(folder(path)));
            }
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(named(&file, &error)),
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn place(name: &str) -> PathBuf {
        let place = std::env::temp_dir().join(format!("dateline-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&place);
        place
    }

    fn files(all: &[(&str, &str)]) -> Vec<File> {
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).into(),
            bytes: text.as_bytes().into(),
        };
        all.iter().map(file).collect()
    }

    #[test]
    fn only_what_changed_is_written_and_what_is_no_more_is_removed() {
        let out = place("changed");
        let first = files(&[("a.html", "one"), ("days/b.html", "two"), ("c.html", "three")]);
        let said = write(&out, LIST, &first).unwrap();
        assert_eq!(said, Written { files: 3, bytes: 11, written: 3, removed: 0 });
        assert_eq!(said.to_string(), "3 files, 0.1 MB: 3 written, 0 removed");
        // Somebody else's.
        fs::write(out.join("CNAME"), "example.org").unwrap();
        let then = fs::metadata(out.join("a.html")).unwrap().modified().unwrap();
        let second = files(&[("a.html", "one"), ("c.html", "THREE"), ("d.html", "four")]);
        let said = write(&out, LIST, &second).unwrap();
        assert_eq!(said, Written { files: 3, bytes: 12, written: 2, removed: 1 });
        assert_eq!(fs::metadata(out.join("a.html")).unwrap().modified().unwrap(), then);
        assert!(!out.join("days").exists() && out.join("CNAME").is_file());
        assert_eq!(fs::read_to_string(out.join(LIST)).unwrap(), "a.html\nc.html\nd.html\n");
        assert_eq!(write(&out, LIST, &second).unwrap().written, 0);
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn a_folder_with_something_else_in_it_is_left_alone() {
        let out = place("else");
        fs::create_dir_all(&out).unwrap();
        fs::write(out.join("notes.txt"), "mine").unwrap();
        let error = write(&out, LIST, &files(&[("a.html", "one")])).unwrap_err();
        assert!(error.contains(LIST) && error.contains("dateline-else"), "{error}");
        assert_eq!(fs::read_dir(&out).unwrap().count(), 1);
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn one_file_takes_the_place_of_an_earlier_one_and_of_nothing_else() {
        let out = place("one-file");
        let page = out.join("new/page.html");
        let first = b"<script data-alone>one".as_slice();
        let said = |written| Written { files: 1, bytes: first.len(), written, removed: 0 };
        assert_eq!(one(&page, first).unwrap(), said(1));
        assert_eq!(one(&page, first).unwrap(), said(0));
        one(&page, b"<script data-alone>two").unwrap();
        assert_eq!(fs::read(&page).unwrap(), b"<script data-alone>two");
        let notes = out.join("notes.txt");
        fs::write(&notes, "mine").unwrap();
        assert!(one(&notes, first).unwrap_err().contains("notes.txt"));
        assert_eq!(fs::read(&notes).unwrap(), b"mine");
        fs::remove_dir_all(&out).unwrap();
    }

    #[test]
    fn a_list_that_leads_out_of_the_folder_takes_nothing_away() {
        let out = place("outside");
        let (site, outside) = (out.join("site"), out.join("mine.txt"));
        write(&site, LIST, &files(&[("a.html", "one")])).unwrap();
        fs::write(&outside, "mine").unwrap();
        let whole = outside.display();
        fs::write(site.join(LIST), format!("../mine.txt\n{whole}\nb/../../mine.txt\n\n.\n"))
            .unwrap();
        write(&site, LIST, &files(&[("a.html", "one")])).unwrap();
        assert!(outside.is_file());
        fs::remove_dir_all(&out).unwrap();
    }
}
