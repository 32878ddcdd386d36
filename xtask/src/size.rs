//! `size`: what a first visit moves, file by file, against the budget, and what for.

use std::path::Path;

use crate::causes::{self, Cause};
use crate::failure::{Context, Failure};
use crate::{dist, files, shell};

/// What a first visit to the repository's own seeds may move, as gzip sends it; 170 KB are the bound of all. Names that
/// can come behind the story cost these seeds 1 KB, and take a third off large collections; parts that stay packed cost
/// 0.9 KB, sentences that end between words 0.3, quicker filters and a band that follows by the frame 0.3.
const BUDGET: usize = 169_500;

/// So many of its causes are named.
const CAUSES: usize = 10;

/// No part of a first visit, though the page names them: one is fetched when the page already answers,
/// for a second visit, the other is for whoever opened the page from a disk.
const AFTERWARDS: &[&str] = &["sw.js", ALONE];

/// The rest of the program comes once the page stands.
const LATER: &str = "dateline-later-";

/// It may move so much: a little above what was reached when parts stayed packed. That costs 6 KB, and takes three quarters
/// off the program's memory where 10,000 articles were searched. A search that looks only at the articles with its words
/// takes 0.8 KB, and a fifth of the time.
const LATER_BUDGET: usize = 81_000;

/// The whole explorer in one file, and what it may weigh in hundredths of the two modules inside it.
const ALONE: &str = "dateline.html";
const ALONE_BOUND: usize = 70;

/// `cargo xtask size`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    dist::takes_no_arguments("size", arguments)?;
    dist::build_when_stale()?;
    check()
}

/// Prints the table of dist/ and the dearest causes, and fails above the budget.
pub fn check() -> Result<(), Failure> {
    let files = read(&dist::folder())?;
    let rows = measure(&files);
    print!("{}", table(&rows));
    println!("\n{}", dearest(&causes(&files, &rows)?));
    let total: usize = rows.iter().filter(|row| row.first_visit).map(|row| row.gzip).sum();
    if total > BUDGET {
        let over = total - BUDGET;
        return Err(Failure::work(format!("a first visit moves {over} bytes more than it may")));
    }
    let later: usize = rows.iter().filter(|row| is_later(row)).map(|row| row.gzip).sum();
    if later == 0 || later > LATER_BUDGET {
        let bound = format!("{later} bytes, of {LATER_BUDGET} that it may");
        return Err(Failure::work(format!("the rest of the program moves {bound}")));
    }
    match alone(&rows) {
        Some((raw, bound)) if raw > bound => {
            let over = raw - bound;
            Err(Failure::work(format!("{ALONE} has {over} bytes more than it may")))
        }
        Some(_) => Ok(()),
        None => Err(Failure::work(format!("there is no {ALONE} with a program beside it"))),
    }
}

/// The size of the page that is one file, and its bound: both uncompressed, as it lies on a disk.
fn alone(rows: &[Row]) -> Option<(usize, usize)> {
    let file = rows.iter().find(|row| row.name == ALONE)?;
    let first = rows.iter().find(|row| row.first_visit && row.name.ends_with(".wasm"))?;
    let later = rows.iter().find(|row| is_later(row))?;
    Some((file.raw, (first.raw + later.raw) * ALONE_BOUND / 100))
}

fn is_later(row: &Row) -> bool {
    row.name.starts_with(LATER) && row.name.ends_with(".wasm")
}

struct Row {
    name: String,
    raw: usize,
    gzip: usize,
    /// Loaded by index.html, or by what index.html loads.
    first_visit: bool,
}

fn read(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut files = Vec::new();
    for file in files::all(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let bytes = std::fs::read(&file).context(|| format!("cannot read {}", file.display()))?;
        files.push((name, bytes));
    }
    Ok(files)
}

fn measure(files: &[(String, Vec<u8>)]) -> Vec<Row> {
    let visited = first_visit(files);
    let row = |((name, bytes), first_visit): (&(String, Vec<u8>), bool)| Row {
        name: name.clone(),
        raw: bytes.len(),
        gzip: gzip_size(bytes),
        first_visit,
    };
    files.iter().zip(visited).map(row).collect()
}

/// What the files of a first visit are for.
fn causes(files: &[(String, Vec<u8>)], rows: &[Row]) -> Result<Vec<Cause>, Failure> {
    let visited: Vec<(&str, &[u8])> = files
        .iter()
        .zip(rows)
        .filter(|(_, row)| row.first_visit)
        .map(|((name, bytes), _)| (name.as_str(), bytes.as_slice()))
        .collect();
    let named = shell::named_program()?;
    let bytes = std::fs::read(&named).unwrap_or_default();
    causes::of(&visited, &bytes, gzip_size).ok_or_else(|| {
        let file = named.display();
        Failure::work(format!("{file} is not dist/'s program with names: run `cargo xtask dist`"))
    })
}

fn dearest(causes: &[Cause]) -> String {
    let mut text =
        String::from("The dearest causes, each with what gzip would send less without it:\n");
    for Cause { what, bytes } in causes.iter().take(CAUSES) {
        text.push_str(&format!("{bytes:>9}  {what}\n"));
    }
    let others: usize = causes.iter().skip(CAUSES).map(|cause| cause.bytes).sum();
    text.push_str(&format!("{others:>9}  all others\n"));
    text
}

/// Which files index.html loads: it names them, or a text that is loaded names them.
fn first_visit(files: &[(String, Vec<u8>)]) -> Vec<bool> {
    let mut visited: Vec<bool> = files.iter().map(|(name, _)| name == "index.html").collect();
    let mut waiting: Vec<usize> = (0..files.len()).filter(|at| visited[*at]).collect();
    while let Some(at) = waiting.pop() {
        let (name, bytes) = &files[at];
        if ![".html", ".js", ".css"].iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let text = String::from_utf8_lossy(bytes);
        let text = if name.ends_with(".html") { loads(&text) } else { text.into_owned() };
        for (other, (name, _)) in files.iter().enumerate() {
            let now = !AFTERWARDS.contains(&name.as_str()) && !name.starts_with(LATER);
            if now && !visited[other] && names_now(&text, name) {
                visited[other] = true;
                waiting.push(other);
            }
        }
    }
    visited
}

/// Whether a text names a file otherwise than in an import that waits for its occasion.
fn names_now(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| !text[..at].ends_with("import(\"./"))
}

/// A page without what it only leads to, or shows where scripts are off.
fn loads(page: &str) -> String {
    let only = |tag: &str| {
        let kinds = ["alternate", "canonical"];
        tag.starts_with("a ")
            || tag.starts_with("meta ")
            || (tag.starts_with("link ") && kinds.iter().any(|kind| tag.contains(kind)))
    };
    let mut out = String::new();
    for (at, part) in page.split("<noscript>").enumerate() {
        let shown =
            if at == 0 { part } else { part.split_once("</noscript>").map_or("", |it| it.1) };
        for tag in shown.split('<').filter(|tag| !only(tag)) {
            out.push_str(tag);
        }
    }
    out
}

/// The size as `gzip -9` makes it: deflate at level 9 and gzip's 18 bytes of frame.
fn gzip_size(bytes: &[u8]) -> usize {
    miniz_oxide::deflate::compress_to_vec(bytes, 9).len() + 18
}

fn table(rows: &[Row]) -> String {
    let mut text = format!("{:>9} {:>9}  {}\n", "raw", "gzip -9", "file");
    for row in rows {
        let note = if row.first_visit { "" } else { "  (not on a first visit)" };
        text.push_str(&format!("{:>9} {:>9}  {}{note}\n", row.raw, row.gzip, row.name));
    }
    let visited = || rows.iter().filter(|row| row.first_visit);
    let raw: usize = visited().map(|row| row.raw).sum();
    let gzip: usize = visited().map(|row| row.gzip).sum();
    text.push_str(&format!("{raw:>9} {gzip:>9}  a first visit; the budget is {BUDGET}\n"));
    if let Some((raw, bound)) = alone(rows) {
        text.push_str(&format!("{raw:>9} {:>9}  {ALONE}; its bound is {bound}\n", ""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, &str)], expected: &[&str]) {
        let files: Vec<(String, Vec<u8>)> =
            files.iter().map(|(name, text)| (name.to_string(), text.as_bytes().into())).collect();
        let visited = first_visit(&files);
        let names: Vec<&str> = files
            .iter()
            .zip(visited)
            .filter(|(_, visited)| *visited)
            .map(|((name, _), _)| name.as_str())
            .collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn a_first_visit_is_what_the_page_names_and_what_that_names() {
        check(
            &[
                ("app-1.js", "import './snippets/a.js'; fetch('app-1_bg.wasm')"),
                ("app-1_bg.wasm", "later.txt"),
                ("index.html", "<script src=./app-1.js></script>"),
                ("later.txt", ""),
                ("snippets/a.js", ""),
            ],
            &["app-1.js", "app-1_bg.wasm", "index.html", "snippets/a.js"],
        );
        check(&[("a.js", "")], &[]);
        let on_demand = "if (framed) import(\"./frame.js\")";
        let page = ("index.html", "<script src=./app.js></script>");
        check(&[("app.js", on_demand), ("frame.js", ""), page], &["app.js", "index.html"]);
    }

    #[test]
    fn what_is_fetched_for_a_second_visit_is_no_part_of_the_first() {
        check(
            &[("index.html", "start.js"), ("start.js", "sw.js"), ("sw.js", "")],
            &["index.html", "start.js"],
        );
    }

    #[test]
    fn the_single_file_is_bound_by_both_modules_of_the_program() {
        let row =
            |name: &str, raw, first_visit| Row { name: name.into(), raw, gzip: 0, first_visit };
        let rows = [
            row("dateline.html", 130, false),
            row("a.wasm", 100, true),
            row("dateline-later-1.wasm", 60, false),
            row("b.wasm", 9, false),
        ];
        assert_eq!(alone(&rows), Some((130, 112)));
        assert!(table(&rows).ends_with("dateline.html; its bound is 112\n"));
        assert_eq!(alone(&rows[..2]), None);
    }

    #[test]
    fn what_a_page_only_leads_to_is_not_loaded() {
        let page = "<link rel=stylesheet href=a.css><link rel=alternate href=feed.xml>\
                    <meta property=og:image content=t.png><a class=row href=b.html>b</a>\
                    <noscript><img src=u.png></noscript><img src=c.png>";
        let files = ["a.css", "b.html", "c.png", "feed.xml", "t.png", "u.png"];
        let files: Vec<(&str, &str)> = [("index.html", page)]
            .into_iter()
            .chain(files.iter().map(|name| (*name, "")))
            .collect();
        check(&files, &["index.html", "a.css", "c.png"]);
    }

    #[test]
    fn repeated_text_gets_small_and_an_empty_file_is_a_frame() {
        assert!(gzip_size(&[b'a'; 10_000]) < 100);
        assert_eq!(gzip_size(b""), 20);
    }
}
