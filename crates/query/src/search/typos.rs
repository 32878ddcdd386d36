//! The terms that are nearest to a word which occurs nowhere.
//!
//! The dictionary is walked in its order. Each step keeps the table of edit
//! distances for the letters that it shares with the word before, and leaves
//! out all words whose beginning is already too far off.

use super::index::Index;

/// The terms at the least distance from `word`: one edit for words of four
/// letters, two from eight on. A number stands for itself only.
pub(crate) fn nearest(index: &Index, word: &str) -> Vec<u32> {
    let most = match word.chars().count() {
        0..4 => return Vec::new(),
        4..8 => 1,
        _ => 2,
    };
    // Most often one edit finds it, and two take several times as long.
    let near = (1..=most).map(|bound| within(index, word, bound)).find(|near| !near.is_empty());
    near.into_iter().flatten().map(|(term, _)| term).collect()
}

/// The terms within `bound` edits of `word`, ascending, with their distance.
/// An edit is a letter too many, missing, wrong, or two exchanged.
pub(crate) fn within(index: &Index, word: &str, bound: u8) -> Vec<(u32, u8)> {
    let word: Vec<char> = word.chars().collect();
    let mut out = Vec::new();
    if word.len() > 64 || word.iter().any(|c| c.is_numeric()) {
        return out;
    }
    let width = word.len() + 1;
    let mut rows: Vec<u8> = (0..width as u8).collect();
    let mut path: Vec<char> = Vec::new();
    let mut term = 0;
    while term < index.len() {
        let text = index.term(term);
        let shared = text.chars().zip(&path).take_while(|(one, other)| one == *other).count();
        path.truncate(shared);
        rows.truncate((shared + 1) * width);
        let mut bytes: usize = path.iter().map(|c| c.len_utf8()).sum();
        let mut near = true;
        for c in text.chars().skip(shared) {
            path.push(c);
            bytes += c.len_utf8();
            near = add_row(&mut rows, &word, &path, bound);
            if !near {
                break;
            }
        }
        if near {
            let distance = rows[rows.len() - 1];
            if distance <= bound {
                out.push((term, distance));
            }
            term += 1;
        } else {
            term = index.behind(term, &text[..bytes]);
        }
    }
    out
}

/// Adds the distances of `path` to each beginning of `word`. Tells whether a
/// longer path can still be within `bound`.
fn add_row(rows: &mut Vec<u8>, word: &[char], path: &[char], bound: u8) -> bool {
    let width = word.len() + 1;
    let depth = path.len();
    let last = rows.len() - width;
    let mut least = depth.min(255) as u8;
    rows.push(least);
    for at in 1..width {
        // Beginnings whose lengths differ by more are too far off, whatever their letters.
        if at.abs_diff(depth) > usize::from(bound) {
            rows.push(bound + 1);
            continue;
        }
        let mut cost = rows[last + at - 1] + u8::from(word[at - 1] != path[depth - 1]);
        cost = cost.min(rows[last + at] + 1).min(rows[last + width + at - 1] + 1);
        if depth > 1 && at > 1 && word[at - 1] == path[depth - 2] && word[at - 2] == path[depth - 1]
        {
            cost = cost.min(rows[last - width + at - 2] + 1);
        }
        least = least.min(cost);
        rows.push(cost);
    }
    // Two exchanged letters reach back over one row.
    let before = rows[last..last + width].iter().min();
    least <= bound || before.is_some_and(|&before| before < bound)
}
