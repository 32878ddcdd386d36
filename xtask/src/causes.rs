//! What the bytes of a first visit are for. A cause is a part of a file; what it costs is what gzip
//! would send less of that file without it. Parts that are alike help each other, so all costs together
//! are less than the whole.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::wasm;

/// The custom section that the articles stand in.
const CORPUS: &str = "dateline-corpus";

/// A cause, and what it costs.
#[derive(Debug, PartialEq, Eq)]
pub struct Cause {
    pub what: String,
    pub bytes: usize,
}

/// The causes in these files, dearest first. `named` is the program among them with the names of its
/// functions; `None` where it is another one.
pub fn of(
    files: &[(&str, &[u8])],
    named: &[u8],
    size: impl Fn(&[u8]) -> usize,
) -> Option<Vec<Cause>> {
    let mut causes = Vec::new();
    for (name, bytes) in files {
        let parts = match name.rsplit_once('.') {
            Some((_, "wasm")) => of_program(bytes, named)?,
            Some((_, "html")) => of_page(name, bytes),
            _ => BTreeMap::from([((*name).to_owned(), std::iter::once(0..bytes.len()).collect())]),
        };
        let whole = size(bytes);
        causes.extend(parts.into_iter().map(|(what, places)| Cause {
            what,
            bytes: whole.saturating_sub(size(&without(bytes, places))),
        }));
    }
    causes.sort_by(|one, other| (other.bytes, &one.what).cmp(&(one.bytes, &other.what)));
    Some(causes)
}

/// The parts of a file that belong to one cause each.
type Parts = BTreeMap<String, Vec<Range<usize>>>;

/// The program's functions by the crate that they are of, and its other sections.
fn of_program(program: &[u8], named: &[u8]) -> Option<Parts> {
    let code = |module: &[u8]| {
        let sections = wasm::sections(module)?;
        let code = sections.into_iter().find(|section| section.kind == wasm::CODE)?;
        Some(code.content)
    };
    let (start, named_start) = (code(program)?.start, code(named)?.start);
    (program[code(program)?] == named[code(named)?]).then_some(())?;
    let mut parts = Parts::new();
    let mut add = |what: String, place| parts.entry(what).or_default().push(place);
    for function in wasm::functions(named)? {
        let place = function.place;
        let moved = |at| at - named_start + start;
        let what = match crate_of(&function.name) {
            Some(name) => format!("code of {name}"),
            None => "code between the program and the scripts".to_owned(),
        };
        add(what, moved(place.start)..moved(place.end));
    }
    for section in wasm::sections(program)? {
        match section.kind {
            wasm::CODE => {}
            wasm::DATA => add("texts and tables of the program".into(), section.content),
            _ if section.name == CORPUS => add("the articles".into(), section.content),
            _ => add("imports, types and tables of the program".into(), section.content),
        }
    }
    Some(parts)
}

/// The styles of a page, and the rest of it.
fn of_page(name: &str, page: &[u8]) -> Parts {
    let find = |word: &[u8], from: usize| {
        page[from..].windows(word.len()).position(|here| here == word).map(|at| from + at)
    };
    let mut styles = Vec::new();
    let mut rest = Vec::new();
    let mut at = 0;
    while let Some(start) = find(b"<style>", at) {
        let end = find(b"</style>", start).unwrap_or(page.len());
        rest.push(at..start);
        styles.push(start..end);
        at = end;
    }
    rest.push(at..page.len());
    Parts::from([(format!("styles in {name}"), styles), (format!("{name} without styles"), rest)])
}

fn without(bytes: &[u8], mut places: Vec<Range<usize>>) -> Vec<u8> {
    places.sort_by_key(|place| place.start);
    let mut left = Vec::new();
    let mut at = 0;
    for place in places {
        left.extend(&bytes[at..place.start]);
        at = place.end;
    }
    left.extend(&bytes[at..]);
    left
}

/// The crate that a function is of, by its name: of a method its type's, or its trait's where the type is of
/// the language; of code that takes a value apart that value's.
fn crate_of(name: &str) -> Option<&str> {
    let name = name.split_once("ptr::drop_in_place::<").map_or(name, |(_, value)| value);
    let mut path = name;
    loop {
        let shorter = path.trim_start_matches(['<', '&', '*', '(', '[', ' ']);
        let shorter = ["mut ", "const ", "dyn ", "impl "]
            .iter()
            .fold(shorter, |path, word| path.strip_prefix(word).unwrap_or(path));
        if shorter == path {
            break;
        }
        path = shorter;
    }
    let end = path.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(path.len());
    let (first, rest) = path.split_at(end);
    match rest.split_once(" as ") {
        _ if rest.starts_with("::") || rest.starts_with('[') => Some(first),
        Some((_, of_trait)) => crate_of(of_trait),
        None => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::tests::sample;

    /// Every byte counts as itself.
    fn costs(files: &[(&str, &[u8])], named: &[u8]) -> Option<Vec<(String, usize)>> {
        let causes = of(files, named, <[u8]>::len)?;
        Some(causes.into_iter().map(|cause| (cause.what, cause.bytes)).collect())
    }

    #[test]
    fn each_part_of_a_program_costs_its_bytes() {
        let named = sample();
        let program = &named[..named.len() - 22];
        let expected = [
            ("imports, types and tables of the program", 14 + 1),
            ("code of b", 6),
            ("code of a", 3),
            ("texts and tables of the program", 3),
        ];
        let expected: Vec<_> =
            expected.iter().map(|(what, bytes)| ((*what).to_owned(), *bytes)).collect();
        assert_eq!(costs(&[("a.wasm", program)], &named).unwrap(), expected);
    }

    #[test]
    fn a_program_that_is_not_the_named_one_is_refused() {
        let mut other = sample();
        let at = other.windows(2).position(|two| two == b"\x01\x0b").unwrap();
        other[at] = 2;
        assert!(costs(&[("a.wasm", &other)], &sample()).is_none());
    }

    #[test]
    fn a_page_is_its_styles_and_the_rest() {
        let page = b"<title>T</title><style>a{}</style><p>b<style>c</style>";
        let expected =
            [("index.html without styles".to_owned(), 36), ("styles in index.html".to_owned(), 18)];
        assert_eq!(costs(&[("index.html", page)], &[]).unwrap(), expected);
    }

    #[test]
    fn a_function_is_of_the_crate_that_its_name_begins_with() {
        for (name, expected) in [
            ("dateline[5e1f]::views::list::rows", Some("dateline")),
            ("<dateline_query[1]::engine::Engine>::new", Some("dateline_query")),
            ("<&mut leptos[1]::X as core[2]::fmt::Debug>::fmt", Some("leptos")),
            ("core[1]::ptr::drop_in_place::<alloc[2]::vec::Vec<u8>>", Some("alloc")),
            ("core::ptr::drop_in_place::<dyn web_sys::Node>", Some("web_sys")),
            ("<char as core[2]::fmt::Debug>::fmt", Some("core")),
            ("<[u8; 4] as alloc[2]::slice::Join>::join", Some("alloc")),
            ("memcpy", None),
            ("start externref shim", None),
            ("", None),
        ] {
            assert_eq!(crate_of(name), expected, "{name}");
        }
    }
}
