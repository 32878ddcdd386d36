//! Links that lead round in circles, and what is no regular file.

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::*;

fn article(what: &str) -> String {
    ARTICLE.replace("bridge", what)
}

impl Folder {
    fn link(self, name: &str, target: &str) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a sub-folder");
        symlink(target, path).expect("a link");
        self
    }

    fn pipe(self, name: &str) -> Self {
        let made = Command::new("mkfifo").arg(self.0.join(name)).status().expect("mkfifo runs");
        assert!(made.success());
        self
    }
}

/// The articles' ids, and the beginning of each warning.
fn check(folder: &Folder, ids: &[&str], warnings: &[(&str, WarningKind, &str)]) {
    let corpus = folder.read().expect("a corpus");
    let found: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(found, ids, "{:?}", corpus.warnings);
    assert_eq!(corpus.warnings.len(), warnings.len(), "{:?}", corpus.warnings);
    for ((file, kind, said), warning) in warnings.iter().zip(&corpus.warnings) {
        assert_eq!((warning.file.as_str(), warning.kind), (*file, *kind), "{warning:?}");
        assert!(warning.message.starts_with(&format!("{file}: ")), "{warning:?}");
        assert!(warning.message.contains(said), "{said}: {warning:?}");
    }
}

const TWICE: WarningKind = WarningKind::Duplicate;
const OTHER: WarningKind = WarningKind::UnknownType;

#[test]
fn links_to_what_is_read_already_are_named_and_every_file_is_read_once_in_its_own_place() {
    let folder = Folder::new("loops")
        .with("m/a.txt", ARTICLE)
        .with("m/n/b.txt", article("ferry"))
        .link("a-first", "m")
        .link("a-root", ".")
        .link("m/n/up", "..")
        .link("m/n/over", "../../..")
        .link("m/c.txt", "n/b.txt")
        .link("z-1", "z-2")
        .link("z-2", "z-1");
    check(
        &folder,
        &["m/a", "m/n/b"],
        &[
            ("a-first", TWICE, "the folder \"m\""),
            ("a-root", TWICE, "the folder \".\""),
            ("m/c.txt", TWICE, "the file \"m/n/b.txt\""),
            ("m/n/over", TWICE, "a folder above"),
            ("m/n/up", TWICE, "the folder \"m\""),
            ("z-1", WarningKind::Unreadable, "\"z-2\""),
            ("z-2", WarningKind::Unreadable, "\"z-1\""),
        ],
    );
}

#[test]
fn a_folder_elsewhere_is_read_through_the_first_link_to_it_with_what_its_links_add() {
    let other = Folder::new("elsewhere")
        .with("x/a.txt", ARTICLE)
        .with("far/f.txt", article("tunnel"))
        .link("x/back", "..")
        .link("x/far", "../far");
    let target = other.0.join("x").to_string_lossy().into_owned();
    let file = other.0.join("far/f.txt").to_string_lossy().into_owned();
    let folder = Folder::new("through")
        .with("b.txt", article("ferry"))
        .link("one", &target)
        .link("two", &target)
        .link("g.txt", &file);
    check(
        &folder,
        &["b", "g", "one/a"],
        &[
            ("one/back", TWICE, "a folder above"),
            // Read through `g.txt` first: the same text, as for any two files.
            ("one/far/f.txt", TWICE, "g.txt"),
            ("two", TWICE, "the folder \"one\""),
        ],
    );
}

#[test]
fn what_is_no_regular_file_is_named_and_nothing_waits_for_it() {
    let folder = Folder::new("pipes")
        .with("a.txt", ARTICLE)
        .pipe("b.txt")
        .pipe("a.meta.json")
        .link("c.txt", "b.txt")
        .link("d.txt", "/dev/null")
        .link("e.txt", "nowhere.txt")
        .link(".f.txt", "nowhere.txt");
    let _socket = UnixListener::bind(folder.0.join("s.txt")).expect("a socket");
    check(
        &folder,
        &["a"],
        &[
            ("a.meta.json", OTHER, "a pipe (FIFO)"),
            ("a.txt", WarningKind::Meta, "a.meta.json: could not be read: it is a pipe (FIFO)"),
            ("b.txt", OTHER, "a pipe (FIFO); a regular file was expected"),
            ("c.txt", OTHER, "a pipe (FIFO)"),
            ("d.txt", OTHER, "a device"),
            ("e.txt", WarningKind::Unreadable, "\"nowhere.txt\""),
            ("s.txt", OTHER, "a socket"),
        ],
    );
    // Named by itself it is looked at too.
    let corpus = read(&[folder.0.join("b.txt")], &Options::default()).expect("a corpus");
    assert_eq!(corpus.warnings[0].kind, WarningKind::Unreadable);
}

#[test]
fn facts_may_be_shared_by_a_link_and_those_that_lead_nowhere_are_named() {
    let folder = Folder::new("shared-facts")
        .with("a.txt", ARTICLE)
        .with("a.meta.json", r#"{"outlet": "Alder Times"}"#)
        .with("b.txt", article("ferry"))
        .link("b.meta.json", "a.meta.json");
    check(&folder, &["a", "b"], &[]);
    let corpus = folder.read().expect("a corpus");
    assert_eq!(corpus.articles[1].outlet.as_deref(), Some("Alder Times"));
    let folder = Folder::new("no-facts").with("a.txt", ARTICLE).link("a.meta.json", "nowhere");
    check(
        &folder,
        &["a"],
        &[
            ("a.meta.json", WarningKind::Unreadable, "\"nowhere\""),
            ("a.txt", WarningKind::Meta, "a.meta.json: could not be read"),
        ],
    );
}

#[test]
fn an_overlay_that_is_there_and_cannot_be_read_stops_everything() {
    for (folder, said) in [
        (Folder::new("overlay-pipe").pipe(OVERLAY), "a pipe (FIFO)"),
        (Folder::new("overlay-nowhere").link(OVERLAY, "nowhere"), "dateline.toml: "),
        (Folder::new("overlay-folder").with("dateline.toml/x.txt", ARTICLE), "a folder"),
    ] {
        let error = folder.read().expect_err("an error").to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_build_watches_each_folder_that_is_read_once() {
    let other = Folder::new("watched-elsewhere").with("x/a.txt", ARTICLE).link("x/back", "..");
    let folder = Folder::new("watched")
        .with("m/n/b.txt", ARTICLE)
        .link("m/up", "..")
        .link("one", &other.0.join("x").to_string_lossy())
        .link("two", &other.0.join("x").to_string_lossy())
        .pipe("p");
    let names: Vec<PathBuf> = ["", "m", "m/n", "one"].map(|name| folder.0.join(name)).into();
    assert_eq!(folders(&folder.0), names);
    let gone = folder.0.join("gone");
    assert_eq!(folders(&gone), std::slice::from_ref(&gone));
}
