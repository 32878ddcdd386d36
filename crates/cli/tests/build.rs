//! `dateline build` as somebody calls it, with a shell of few bytes.

mod shell;

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

const ARTICLE: &str = "Title: The old bridge opens again\nDate: 2024-03-04\n\n\
The old bridge over the Lenne opened again on Monday, 4 March 2024, after two years of works.\n";

/// A folder of its own with a shell and articles in it, which goes with the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("build-{name}"));
        let _ = fs::remove_dir_all(&place);
        shell::write(&place.join("shell"));
        fs::create_dir_all(place.join("articles")).unwrap();
        let place = Self(place);
        place.write("articles/bridge.txt", ARTICLE);
        place
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.0.join(path), text).unwrap();
    }

    fn command(&self, words: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
        command.current_dir(&self.0).arg("build").args(words.split_whitespace());
        command
    }

    fn build(&self, words: &str) -> Output {
        self.command(words).output().unwrap()
    }

    /// What the build says where it fails.
    fn refused(&self, words: &str) -> String {
        let output = self.build(words);
        assert_eq!(output.status.code(), Some(2), "{words}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// All files below a folder with their content.
    fn files(&self, folder: &str) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut found = BTreeMap::new();
        let mut folders = vec![self.0.join(folder)];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    let bytes = fs::read(&path).unwrap();
                    found.insert(path.strip_prefix(&self.0).unwrap().to_path_buf(), bytes);
                }
            }
        }
        found
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A build that goes on until it is dropped, and what it says.
struct Running {
    child: Child,
    said: Receiver<String>,
}

impl Running {
    fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (sender, said) = channel();
        thread::spawn(move || lines.map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, said }
    }

    /// The next line that has this in it.
    fn line(&mut self, part: &str) -> String {
        loop {
            // Only so that a fault is a failure and no test without an end.
            let line = self.said.recv_timeout(Duration::from_secs(120));
            let line = line.unwrap_or_else(|_| panic!("no line with {part:?} came"));
            if line.contains(part) {
                return line;
            }
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What a server answers to this request line.
fn answer(address: &str, request: &str) -> String {
    let host = address.trim_start_matches("http://").trim_end_matches('/');
    let mut stream = TcpStream::connect(host).unwrap();
    let request = format!("{request} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_site_goes_to_dist_when_nobody_says_where() {
    let place = Place::new("usual");
    let output = place.build("articles --shell shell");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stdout).contains(" written, 0 removed, in dist"));
    let page = fs::read_to_string(place.0.join("dist/index.html")).unwrap();
    assert!(page.contains("The old bridge opens again"));
    let output = place.build("articles --shell shell --out elsewhere");
    assert!(output.status.success());
    let inside = |folder: &str| -> Vec<_> { place.files(folder).into_values().collect() };
    assert_eq!(inside("dist"), inside("elsewhere"));
}

#[test]
fn one_file_is_the_one_of_the_site_and_nothing_else_is_written() {
    let place = Place::new("one-file");
    assert!(place.build("articles --shell shell").status.success());
    let before = place.files("");
    assert!(place.build("articles --shell shell --one-file page.html").status.success());
    let mut after = place.files("");
    let page = after.remove(Path::new("page.html")).unwrap();
    assert_eq!(after, before);
    assert_eq!(page, before[Path::new("dist/dateline.html")]);
}

#[test]
fn what_is_no_page_of_ours_is_not_written_over() {
    let place = Place::new("else");
    place.write("notes.txt", "mine");
    let said = place.refused("articles --shell shell --one-file notes.txt");
    assert!(said.contains("notes.txt: has something else in it"), "{said}");
    fs::create_dir(place.0.join("dist")).unwrap();
    place.write("dist/notes.txt", "mine");
    let said = place.refused("articles --shell shell");
    assert!(said.contains("dist: an empty folder was expected"), "{said}");
}

#[test]
fn a_site_inside_the_folder_that_is_read_is_refused() {
    let place = Place::new("inside");
    for words in [
        "articles --out articles/dist",
        "articles --out articles",
        ". --out dist",
        "shell articles --one-file articles/a/b.html",
    ] {
        let said = place.refused(&format!("{words} --shell shell"));
        assert!(said.contains("whose files are read as articles"), "{words}: {said}");
    }
    assert!(!place.0.join("articles/dist").exists() && !place.0.join("dist").exists());
    // What begins with a dot is not read.
    assert!(place.build("articles --out articles/.site --shell shell").status.success());
}

#[test]
fn a_path_that_is_not_there_and_a_shell_that_is_none_are_named() {
    let place = Place::new("absent");
    assert!(place.refused("article --shell shell").contains("article: "));
    assert!(place.refused("articles --shell articles").contains("articles: "));
    assert!(place.refused("articles --shell nowhere").contains("nowhere: "));
}

#[test]
fn a_program_without_a_shell_names_the_two_ways_out() {
    let place = Place::new("bare");
    let output = place.build("articles");
    let said = String::from_utf8_lossy(&output.stderr);
    // Whoever runs the tests may have compiled one in.
    if option_env!("DATELINE_SHELL").is_none_or(str::is_empty) {
        assert_eq!(output.status.code(), Some(2));
        assert!(said.contains("--shell DIR") && said.contains("cargo xtask command"), "{said}");
    } else {
        assert!(output.status.success(), "{said}");
    }
}

#[test]
fn what_was_built_is_served_and_nothing_else() {
    let place = Place::new("serve");
    let mut running = Running::start(place.command("articles --shell shell --serve"));
    let address = running.line("http://127.0.0.1:");
    let front = answer(&address, "GET /");
    assert!(front.starts_with("HTTP/1.1 200"), "{front}");
    assert!(front.contains("The old bridge opens again") && front.contains("no-cache"));
    assert!(answer(&address, "HEAD /sw.js").contains("text/javascript"));
    assert!(answer(&address, "GET /../articles/bridge.txt").starts_with("HTTP/1.1 404"));
    assert!(answer(&address, "GET /%2e%2e/articles/bridge.txt").starts_with("HTTP/1.1 404"));
    assert!(answer(&address, "POST /").starts_with("HTTP/1.1 405"));
    let port = address.trim_end_matches('/').rsplit(':').next().unwrap();
    let said = place.refused(&format!("articles --shell shell --serve {port}"));
    assert!(said.contains(&format!("port {port} cannot be used")), "{said}");
}

#[test]
fn a_folder_that_is_watched_is_built_again_and_a_fault_stops_nothing() {
    let place = Place::new("watch");
    let mut running = Running::start(place.command("articles --shell shell --serve --watch"));
    let address = running.line("http://127.0.0.1:");
    running.line("written");
    place.write("articles/bridge.txt", &ARTICLE.replace("opens again", "stays closed"));
    running.line("written");
    assert!(answer(&address, "GET /").contains("The old bridge stays closed"));
    // A build that fails says so on standard error; the next one counts.
    place.write("articles/dateline.toml", "[site\n");
    place.write("articles/dateline.toml", "title = \"Bridges\"\n");
    running.line("written");
    while !answer(&address, "GET /").contains("<title>Bridges") {
        running.line("written");
    }
}

/// What `cargo xtask dist` does is to name its shell; `cargo xtask command` puts the same one inside.
#[test]
fn the_shell_inside_gives_the_same_bytes_as_the_folder_it_was_made_of() {
    let Some(shell) = option_env!("DATELINE_SHELL").filter(|folder| !folder.is_empty()) else {
        return;
    };
    let place = Place::new("inside-shell");
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let shell = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(shell);
    for (out, shell) in [("inside", None), ("named", Some(shell))] {
        let mut command = place.command("--out");
        command.arg(out).arg(&seeds).args(shell.iter().flat_map(|it| [Path::new("--shell"), it]));
        assert!(command.status().unwrap().success());
    }
    let all = |folder: &str| -> Vec<_> {
        let files = place.files(folder).into_iter();
        files.map(|(path, bytes)| (path.strip_prefix(folder).unwrap().to_owned(), bytes)).collect()
    };
    let inside = all("inside");
    assert!(inside.len() > 20);
    assert!(inside == all("named"));
}

#[test]
fn who_names_no_folder_or_a_wrong_word_reads_in_the_last_line_what_was_expected() {
    let place = Place::new("nothing");
    let last = |words: &str| place.refused(words).trim_end().lines().last().unwrap().to_owned();
    let said = last("--shell shell");
    assert!(said.contains("no folder `seeds` here") && said.contains("build articles"), "{said}");
    assert_eq!(last("articles --colour"), "dateline: \"--colour\" is no option");
    fs::rename(place.0.join("articles"), place.0.join("seeds")).unwrap();
    assert!(place.build("--shell shell").status.success());
}
