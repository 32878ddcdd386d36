//! Which file of a crate takes from which other: no circle, and where a crate names the order of its
//! modules, no arrow that points up.
//!
//! Read off the paths in the code that begin with `crate`, `super` or `self`. Unit tests, which by habit
//! end a file, and files of tests are left out. A folder and the file of its name are one concern: what
//! passes between a module and its children is not looked at.

use std::collections::{BTreeMap, BTreeSet};

/// A file of a crate: its module path below the root (`["facts", "clock"]`), its name for messages, and
/// its text.
pub struct File {
    /// Empty for the crate's root.
    pub module: Vec<String>,
    /// As a message names it.
    pub name: String,
    /// All of it.
    pub text: String,
}

/// Every circle of files and every arrow against `order` (lowest first; empty where none is promised).
pub fn breaches(files: &[File], order: &[&str]) -> Vec<String> {
    let arrows = arrows(files);
    let mut out = circles(files, &arrows);
    for (&from, targets) in &arrows {
        for &to in targets.iter().filter(|_| !order.is_empty()) {
            out.extend(upward(files, order, from, to));
        }
    }
    out
}

/// For each file those that it takes from.
fn arrows(files: &[File]) -> BTreeMap<usize, BTreeSet<usize>> {
    let by_module: BTreeMap<&[String], usize> =
        files.iter().enumerate().map(|(at, file)| (file.module.as_slice(), at)).collect();
    let mut out: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        for path in paths(&file.text) {
            let Some(target) = resolve(&by_module, &file.module, &path) else { continue };
            // A parent names its children, and a child may name its parent's: that is one concern
            // in a folder, and the crate's root names all.
            let above = file.module.starts_with(&files[target].module);
            if target != at && !above && !files[target].module.starts_with(&file.module) {
                out.entry(at).or_default().insert(target);
            }
        }
    }
    out
}

/// A source up to its unit tests. A single item for tests only, higher up, ends nothing.
pub fn without_unit_tests(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod tests {").next().unwrap_or(text)
}

/// Every path in the code that begins with `crate`, `super` or `self`; groups in braces are taken apart.
fn paths(text: &str) -> Vec<Vec<String>> {
    let mut code = String::new();
    for line in without_unit_tests(text).lines() {
        code.push_str(line.split("//").next().unwrap_or(line));
        code.push('\n');
    }
    let mut out = Vec::new();
    for start in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_none_or(|c| !(c.is_alphanumeric() || c == '_' || c == ':')) {
                tree(&code[at..], &mut Vec::new(), &mut out);
            }
        }
    }
    out
}

/// The paths of a use tree that stands at the head of `code`; how many bytes it has.
fn tree(code: &str, prefix: &mut Vec<String>, out: &mut Vec<Vec<String>>) -> usize {
    let (mut at, depth) = (0, prefix.len());
    loop {
        let rest = &code[at..];
        let blank = rest.len() - rest.trim_start().len();
        let rest = &rest[blank..];
        if let Some(inner) = rest.strip_prefix('{') {
            at += blank + 1;
            let mut inner = inner;
            loop {
                let used = tree(inner, prefix, out);
                at += used;
                inner = &inner[used..];
                let skip = inner.len() - inner.trim_start().len();
                at += skip;
                inner = &inner[skip..];
                if let Some(next) = inner.strip_prefix(',') {
                    (at, inner) = (at + 1, next);
                    if inner.trim_start().starts_with('}') {
                        at += inner.find('}').map_or(0, |end| end + 1);
                        break;
                    }
                } else {
                    at += usize::from(inner.starts_with('}'));
                    break;
                }
            }
            prefix.truncate(depth);
            return at;
        }
        let word: String =
            rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '*').collect();
        if word.is_empty() {
            prefix.truncate(depth);
            return at + blank.min(rest.len());
        }
        at += blank + word.len();
        prefix.push(word);
        match code[at..].strip_prefix("::") {
            Some(_) => at += 2,
            None => break,
        }
    }
    out.push(prefix.clone());
    prefix.truncate(depth);
    // "as other"
    let rest = &code[at..];
    if let Some(renamed) = rest.strip_prefix(" as ") {
        at += 4 + renamed.chars().take_while(|c| c.is_alphanumeric() || *c == '_').count();
    }
    at
}

/// The file that a path leads to: the longest module that exists.
fn resolve(
    by_module: &BTreeMap<&[String], usize>,
    own: &[String],
    path: &[String],
) -> Option<usize> {
    let rooted = path.first()? == "crate";
    let mut module: Vec<String> = if rooted { Vec::new() } else { own.to_vec() };
    let mut rest = path;
    while let Some((head, tail)) = rest.split_first() {
        match head.as_str() {
            "super" => drop(module.pop()),
            "crate" | "self" => {}
            _ => break,
        }
        rest = tail;
    }
    let mut found = by_module.get(module.as_slice()).copied();
    for part in rest {
        module.push(part.clone());
        match by_module.get(module.as_slice()) {
            Some(&file) => found = Some(file),
            None => break,
        }
    }
    found
}

/// One message for each group of files that reach each other.
fn circles(files: &[File], arrows: &BTreeMap<usize, BTreeSet<usize>>) -> Vec<String> {
    let reach = |from: usize| {
        let (mut seen, mut stack) = (BTreeSet::new(), vec![from]);
        while let Some(at) = stack.pop() {
            for &next in arrows.get(&at).into_iter().flatten() {
                if seen.insert(next) {
                    stack.push(next);
                }
            }
        }
        seen
    };
    let reached: Vec<BTreeSet<usize>> = (0..files.len()).map(reach).collect();
    let mut told = BTreeSet::new();
    let mut out = Vec::new();
    for at in 0..files.len() {
        if !reached[at].contains(&at) || told.contains(&at) {
            continue;
        }
        let circle: Vec<usize> = (0..files.len())
            .filter(|&other| reached[at].contains(&other) && reached[other].contains(&at))
            .collect();
        let names: Vec<&str> = circle.iter().map(|&one| files[one].name.as_str()).collect();
        out.push(format!("a circle of files: {}; what they share goes down", names.join(", ")));
        told.extend(circle);
    }
    out
}

fn upward(files: &[File], order: &[&str], from: usize, to: usize) -> Option<String> {
    let place = |file: &File| {
        let module = file.module.first()?;
        order.iter().position(|name| name == module)
    };
    let (low, high) = (place(&files[from])?, place(&files[to])?);
    (high > low).then(|| {
        format!(
            "{} takes from {}: `{}` stands before `{}`",
            files[from].name, files[to].name, order[low], order[high]
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(rows: &[(&str, &str)]) -> Vec<File> {
        let file = |(name, text): &(&str, &str)| File {
            module: name.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect(),
            name: format!("{name}.rs"),
            text: (*text).to_owned(),
        };
        rows.iter().map(file).collect()
    }

    fn check(rows: &[(&str, &str)], order: &[&str], expected: usize) {
        let found = breaches(&files(rows), order);
        assert_eq!(found.len(), expected, "{found:?}");
    }

    #[test]
    fn a_circle_is_found_however_long_it_is() {
        check(
            &[("a", "use crate::b::X;"), ("b", "use super::c::Y;"), ("c", "crate::a::z()")],
            &[],
            1,
        );
        check(
            &[("a", "use crate::{b::{X, y as z}, c};"), ("b", "use crate::c::Y;"), ("c", "")],
            &[],
            0,
        );
        check(
            &[("a", "use crate::{\n    c,\n    b::{X},\n};"), ("b", "use super::a;"), ("c", "")],
            &[],
            1,
        );
    }

    #[test]
    fn comments_and_tests_tell_nothing() {
        check(
            &[("a", "// crate::b\nuse crate::b;"), ("b", "/// [x](crate::a)\nfn x() {}")],
            &[],
            0,
        );
        check(
            &[("a", "use crate::b;"), ("b", "#[cfg(test)]\nmod tests { use crate::a; }")],
            &[],
            0,
        );
    }

    #[test]
    fn a_folder_and_its_parent_are_one_concern() {
        check(&[("a", "mod b;\nuse self::b::X;"), ("a/b", "use super::Y;")], &[], 0);
        check(&[("a/b", "use super::c::Y;"), ("a/c", "use super::b::X;")], &[], 1);
    }

    #[test]
    fn an_arrow_against_the_order_is_named() {
        check(&[("low", "use crate::high::X;"), ("high", "")], &["low", "high"], 1);
        check(&[("low", ""), ("high/in", "use crate::low;")], &["low", "high"], 0);
    }
}
