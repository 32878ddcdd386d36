//! Finds pairs of quotation marks. One pass; an open mark without its partner
//! ends with its paragraph.

use dateline_model::Span;

/// Text between quotation marks, with the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    pub(super) span: Span,
    /// Whether the paragraph before ended inside the same quotation.
    pub(super) continues: bool,
}

/// A longer pair is two stray marks rather than a quotation.
const LONGEST: usize = 4000;

/// The outermost quotations of a text, in order.
pub(super) fn quoted(text: &str) -> Vec<Quoted> {
    let mut out = Vec::new();
    let mut start = 0;
    // What the paragraph before left open.
    let mut open: Option<(Kind, Quoted)> = None;
    for paragraph in text.split("\n\n") {
        let mut pairs = Vec::new();
        let mut left = pairs_of(paragraph, start, &mut pairs);
        let first = start + (paragraph.len() - paragraph.trim_start().len());
        let opening = paragraph.trim_start().chars().next().and_then(kind_of);
        if let Some((kind, quoted)) = open.take()
            && opening == Some(kind)
        {
            out.push(quoted);
            for one in pairs.iter_mut().chain(left.iter_mut().map(|(_, quoted)| quoted)) {
                one.continues = one.span.start as usize == first;
            }
        }
        out.extend(outermost(pairs));
        open = left.filter(|(_, one)| one.span.of(text).len() <= LONGEST);
        start += paragraph.len() + 2;
    }
    out.sort_by_key(|one| (one.span.start, one.span.end));
    out
}

/// The families of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Double,
    Single,
    Angle,
}

fn kind_of(c: char) -> Option<Kind> {
    match c {
        '"' | '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' => Some(Kind::Double),
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201A}' => Some(Kind::Single),
        '\u{AB}' | '\u{BB}' => Some(Kind::Angle),
        _ => None,
    }
}

/// Collects the pairs of a paragraph that starts at `base`; what stays open.
fn pairs_of(paragraph: &str, base: usize, pairs: &mut Vec<Quoted>) -> Option<(Kind, Quoted)> {
    let mut open: [Option<usize>; 3] = [None; 3];
    let mut before = None;
    let mut rest = paragraph.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map(|&(_, c)| c);
        if let Some(kind) = kind_of(c) {
            let slot = &mut open[kind as usize];
            match role(c, kind, before, after, slot.is_some()) {
                Role::Opens => *slot = Some(at),
                Role::Closes => {
                    let end = at + c.len_utf8();
                    if let Some(start) = slot.take().filter(|start| end - start <= LONGEST) {
                        let span = Span::new(base + start, base + end);
                        pairs.push(Quoted { span, continues: false });
                    }
                }
                Role::Neither => {}
            }
        }
        before = Some(c);
    }
    let double = open[Kind::Double as usize].map(|at| (Kind::Double, at));
    let angle = open[Kind::Angle as usize].map(|at| (Kind::Angle, at));
    let (kind, at) = double.or(angle)?;
    let span = Span::new(base + at, base + paragraph.trim_end().len());
    Some((kind, Quoted { span, continues: false }))
}

enum Role {
    Opens,
    Closes,
    Neither,
}

/// What a mark does between its neighbours. An apostrophe has letters on both
/// sides, or closes nothing.
fn role(c: char, kind: Kind, before: Option<char>, after: Option<char>, open: bool) -> Role {
    let starts = before.is_none_or(|c| {
        c.is_whitespace()
            || matches!(c, '(' | '[' | '/' | '-' | '\u{2013}' | '\u{2014}' | ':')
            || kind_of(c).is_some()
    });
    let ends = after.is_none_or(|c| !c.is_alphanumeric());
    let leads = after.is_some_and(|c| !c.is_whitespace());
    match (c, kind) {
        ('\u{AB}', _) | ('\u{201E}' | '\u{201A}', _) => Role::Opens,
        ('\u{BB}', _) => {
            if open {
                Role::Closes
            } else {
                Role::Neither
            }
        }
        // German closes with the mark that English opens with.
        ('\u{201C}', _) => {
            if open && !starts && ends {
                Role::Closes
            } else {
                Role::Opens
            }
        }
        ('\u{201D}', _) => {
            if open {
                Role::Closes
            } else {
                Role::Neither
            }
        }
        ('"', _) => {
            if open && (ends || !starts) {
                Role::Closes
            } else if leads {
                Role::Opens
            } else {
                Role::Neither
            }
        }
        _ => {
            let opens = starts
                && c != '\u{2019}'
                && after.is_some_and(|c| {
                    c.is_alphabetic()
                        || kind_of(c) == Some(Kind::Double)
                        || matches!(c, '\u{2026}' | '.' | '[')
                });
            if opens {
                Role::Opens
            } else if open && ends && before.is_some_and(|c| !c.is_whitespace()) {
                Role::Closes
            } else {
                Role::Neither
            }
        }
    }
}

/// Leaves out pairs inside other pairs, and pairs that cross one.
fn outermost(mut pairs: Vec<Quoted>) -> Vec<Quoted> {
    pairs.sort_by_key(|one| (one.span.start, core::cmp::Reverse(one.span.end)));
    let mut end = 0;
    pairs.retain(|one| {
        let free = one.span.start >= end;
        if free {
            end = one.span.end;
        }
        free
    });
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = quoted(text).iter().map(|one| one.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn every_style_of_marks_is_read() {
        check("He said \"yes\" and \"no\".", &["\"yes\"", "\"no\""]);
        check("a \u{201C}yes\u{201D} b", &["\u{201C}yes\u{201D}"]);
        check(
            "a \u{AB}oui\u{BB} b \u{201E}ja\u{201C} c",
            &["\u{AB}oui\u{BB}", "\u{201E}ja\u{201C}"],
        );
        check("in the 'very near future.' Then", &["'very near future.'"]);
        check("a \u{2018}yes' b", &["\u{2018}yes'"]);
    }

    #[test]
    fn apostrophes_are_no_quotations() {
        check("Ada's don't and the ministers' talks in the '90s", &[]);
        check("'It is Ada's best,' he said", &["'It is Ada's best,'"]);
        check("the dogs\u{2019} owners \u{2018}left\u{2019}", &["\u{2018}left\u{2019}"]);
    }

    #[test]
    fn a_quotation_inside_another_is_part_of_it() {
        check("\"He said 'no' to me,\" she said", &["\"He said 'no' to me,\""]);
        check("\u{2018}A \u{201C}b\u{201D} c\u{2019}", &["\u{2018}A \u{201C}b\u{201D} c\u{2019}"]);
    }

    #[test]
    fn a_stray_mark_swallows_nothing() {
        check("A \"stray mark\n\nand \"another\" one", &["\"another\""]);
        check("A stray\u{201D} mark", &[]);
        check("5\" pipes and 6\" pipes", &[]);
        check(&format!("\"{}\"", "a ".repeat(9000)), &[]);
    }

    #[test]
    fn a_quotation_that_opens_again_runs_on() {
        let text = "\u{201C}One.\n\n\u{201C}Two.\n\n\u{201C}Three,\u{201D} he said.";
        check(text, &["\u{201C}One.", "\u{201C}Two.", "\u{201C}Three,\u{201D}"]);
        let continues: Vec<bool> = quoted(text).iter().map(|one| one.continues).collect();
        assert_eq!(continues, [false, true, true]);
    }

    #[test]
    fn hostile_marks_take_one_pass() {
        for mark in ["\"", "'", "\u{201C}", "\u{AB}", "\" a", "\u{2018}a"] {
            let text = mark.repeat(200_000);
            assert!(quoted(&text).len() <= 200_000);
        }
    }
}
