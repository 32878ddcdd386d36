//! Labels above marks: packed into rows so that none touches another and no
//! leader runs through a label.

use dateline_sort::sort_by;

/// Pixels left free beside a label.
const CLEAR: i32 = 10;

/// Pixels left free between a label and another's leader.
const BESIDE: i32 = 5;

/// A label begins this far left of its leader.
const LEAN: i32 = 4;

/// Widths that a label may have, longest first. A label is cut at a word; under
/// the last of them it says too little and is left out instead.
const WIDTHS: [i32; 8] = [430, 360, 300, 260, 225, 195, 170, 145];

/// A label that wants a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Where its mark is.
    pub x: i32,
    /// What it says in full.
    pub text: String,
    /// Where in the text a label begins that has no room for all of it: 0, or behind the titles
    /// that a name has before it.
    pub short: usize,
    /// What follows even where the text is cut: " + 3".
    pub tail: String,
    /// Heavier labels are kept; of equals, the earlier.
    pub weight: (u32, u32),
}

/// A label in its place. Valid in the rows and the width that were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Position of its wish.
    pub wish: usize,
    /// 0 is the topmost row, farthest from the marks.
    pub row: usize,
    /// What it says, cut where it must be.
    pub text: String,
    /// Left edge.
    pub left: i32,
    /// Right edge.
    pub right: i32,
    /// Where its leader stands.
    pub x: i32,
    /// Whether it ends at its leader instead of beginning there.
    pub flipped: bool,
}

/// Places labels for `wishes`, which come sorted by `x`, in `rows` rows.
///
/// From left to right each label takes the highest row where nothing is in the
/// way, so that a dense stretch becomes a stair and no leader crosses a label.
/// Where that fails the labels are cut shorter, then the lightest of those in
/// the way is left out. At last labels grow and sink towards their marks.
pub fn pack(wishes: &[Wish], rows: usize, width: i32, measure: &dyn Fn(&str) -> i32) -> Vec<Label> {
    let cuts: Vec<[(String, i32); WIDTHS.len()]> = wishes
        .iter()
        .map(|wish| {
            let whole = [&*wish.text, &wish.tail].concat();
            let wide = measure(&whole);
            let head = if wish.short > 0 { "\u{2026}" } else { "" };
            let short = [head, &wish.text[wish.short..]].concat();
            WIDTHS.map(|most| match most.min(width) {
                most if wide <= most => (whole.clone(), wide),
                most => cut(&short, &wish.tail, most, measure),
            })
        })
        .collect();
    let mut kept: Vec<usize> =
        (0..wishes.len()).filter(|&at| (0..=width).contains(&wishes[at].x)).collect();
    for size in 0..WIDTHS.len() - 1 {
        if let Ok(labels) = stair(wishes, &cuts, &kept, size, rows, width) {
            return settle(labels, wishes, &cuts, rows, width);
        }
    }
    loop {
        match stair(wishes, &cuts, &kept, WIDTHS.len() - 1, rows, width) {
            Ok(labels) => return settle(labels, wishes, &cuts, rows, width),
            Err(lightest) => kept.retain(|&wish| wish != lightest),
        }
    }
}

/// Places all of `kept`, or names the lightest of the first that do not fit.
fn stair(
    wishes: &[Wish],
    cuts: &[[(String, i32); WIDTHS.len()]],
    kept: &[usize],
    size: usize,
    rows: usize,
    width: i32,
) -> Result<Vec<Label>, usize> {
    let mut placed: Vec<Label> = Vec::with_capacity(kept.len());
    for &at in kept {
        let found = (0..rows).find_map(|row| {
            [false, true].into_iter().find_map(|flipped| {
                let label = label(wishes, cuts, at, size, row, flipped);
                free(&label, &placed, width).then_some(label)
            })
        });
        match found {
            Some(label) => placed.push(label),
            None => {
                let x = wishes[at].x;
                let near = placed
                    .iter()
                    .filter(|label| label.right + CLEAR > x - LEAN)
                    .map(|label| label.wish);
                let lightest = near
                    .chain([at])
                    .min_by_key(|&wish| (wishes[wish].weight, core::cmp::Reverse(wish)));
                return Err(lightest.unwrap_or(at));
            }
        }
    }
    Ok(placed)
}

/// Gives what was left out a second chance, then lets labels grow, the heaviest
/// first, each wherever it is longest and then nearest to its mark. The last
/// round uses what the one before set free.
fn settle(
    mut labels: Vec<Label>,
    wishes: &[Wish],
    cuts: &[[(String, i32); WIDTHS.len()]],
    rows: usize,
    width: i32,
) -> Vec<Label> {
    let place = |wish: usize, sizes: core::ops::Range<usize>, labels: &[Label]| {
        sizes.into_iter().find_map(|size| {
            [false, true].into_iter().find_map(|flipped| {
                (0..rows).rev().find_map(|row| {
                    let label = label(wishes, cuts, wish, size, row, flipped);
                    free(&label, labels, width).then_some(label)
                })
            })
        })
    };
    let mut order: Vec<usize> =
        (0..wishes.len()).filter(|&at| (0..=width).contains(&wishes[at].x)).collect();
    sort_by(&mut order, &mut |&one, &other| {
        (wishes[other].weight, one) < (wishes[one].weight, other)
    });
    for round in 0..3 {
        for &wish in &order {
            let old = labels.iter().position(|label| label.wish == wish);
            match (round, old) {
                (0, None) => {
                    labels.extend(place(wish, WIDTHS.len() - 1..WIDTHS.len(), &labels));
                }
                (1.., Some(at)) => {
                    let best = place(wish, 0..WIDTHS.len(), &labels);
                    if let Some(best) = best.filter(|best| best.text.len() >= labels[at].text.len())
                    {
                        labels[at] = best;
                    }
                }
                _ => {}
            }
        }
    }
    sort_by(&mut labels, &mut |one, other| one.wish < other.wish);
    labels
}

fn label(
    wishes: &[Wish],
    cuts: &[[(String, i32); WIDTHS.len()]],
    wish: usize,
    size: usize,
    row: usize,
    flipped: bool,
) -> Label {
    let (text, wide) = &cuts[wish][size];
    let x = wishes[wish].x;
    let left = if flipped { x + LEAN - wide } else { x - LEAN };
    Label { wish, row, text: text.clone(), left, right: left + wide, x, flipped }
}

/// Whether `label` is in view, touches none of `others` and crosses no leader.
fn free(label: &Label, others: &[Label], width: i32) -> bool {
    label.left >= -LEAN
        && label.right <= width
        && others.iter().filter(|other| other.wish != label.wish).all(|other| {
            let (upper, lower) =
                if label.row < other.row { (label, other) } else { (other, label) };
            if upper.row == lower.row {
                label.right + CLEAR <= other.left || other.right + CLEAR <= label.left
            } else {
                upper.x <= lower.left - BESIDE || lower.right + BESIDE <= upper.x
            }
        })
}

/// `text` and `tail` on at most `most` pixels, cut at a word, and their width.
pub fn cut(text: &str, tail: &str, most: i32, measure: &dyn Fn(&str) -> i32) -> (String, i32) {
    let mut whole = String::from(text);
    whole.push_str(tail);
    let wide = measure(&whole);
    if wide <= most {
        return (whole, wide);
    }
    let mut best = String::from("\u{2026}");
    best.push_str(tail);
    let mut wide = measure(&best);
    let fits = |part: &str| {
        let part = trimmed(part);
        let mut out = String::from(part);
        out.push('\u{2026}');
        out.push_str(tail);
        let wide = measure(&out);
        (!part.is_empty() && wide <= most).then_some((out, wide))
    };
    let mut any = false;
    for (end, _) in text.match_indices(' ') {
        match fits(&text[..end]) {
            Some(longer) => {
                (best, wide) = longer;
                any = true;
            }
            None if any => return (best, wide),
            None => break,
        }
    }
    if !any {
        for (end, _) in text.char_indices().skip(1) {
            match fits(&text[..end]) {
                Some(longer) => (best, wide) = longer,
                None => break,
            }
        }
    }
    (best, wide)
}

/// `part` without a trailing comma, dash or small word: "by the\u{2026}" says
/// nothing that "by\u{2026}" or the word before does not.
fn trimmed(part: &str) -> &str {
    let mut part = part;
    loop {
        part = part.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\u{201d}' && c != ')');
        match part.rsplit_once(' ') {
            Some((before, last))
                if last.trim_start_matches('\u{201c}').len() <= 3
                    && last.chars().all(|c| c == '\u{201c}' || c.is_ascii_lowercase()) =>
            {
                part = before;
            }
            _ => return part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(text: &str) -> i32 {
        7 * text.chars().count() as i32
    }

    fn wish(x: i32, text: &str, weight: u32) -> Wish {
        Wish { x, text: text.into(), short: 0, tail: String::new(), weight: (weight, 0) }
    }

    fn check_cut(text: &str, most: i32, expected: &str) {
        assert_eq!(cut(text, "", most, &measure).0, expected);
    }

    #[test]
    fn labels_are_cut_at_a_word_and_never_end_in_a_comma() {
        check_cut("The bridge opened", 200, "The bridge opened");
        check_cut("The bridge opened", 110, "The bridge\u{2026}");
        check_cut("Opened, at last, by the mayor", 70, "Opened\u{2026}");
        check_cut("Opened by the mayor of the town", 180, "Opened by the mayor\u{2026}");
        check_cut("They call it \u{201c}a mockery of the city\u{201d}", 140, "They call\u{2026}");
        check_cut("Donaudampfschifffahrt", 70, "Donaudamp\u{2026}");
        assert_eq!(cut("The bridge opened", " + 3", 110, &measure).0, "The bridge\u{2026} + 3");
    }

    fn sound(labels: &[Label], rows: usize, width: i32) {
        for (at, one) in labels.iter().enumerate() {
            assert!(one.row < rows && one.left >= -LEAN && one.right <= width);
            assert!(one.left <= one.x && one.x <= one.right);
            assert!(free(one, labels, width), "{one:?}");
            for other in &labels[at + 1..] {
                let apart = one.right < other.left || other.right < one.left;
                assert!(apart || one.row != other.row, "{one:?} {other:?}");
            }
        }
    }

    #[test]
    fn labels_with_room_stand_just_above_their_marks_in_full() {
        let wishes = [wish(10, "A bridge", 1), wish(300, "A ferry", 1), wish(600, "A strike", 1)];
        let labels = pack(&wishes, 5, 800, &measure);
        assert_eq!(labels.len(), 3);
        assert!(labels.iter().all(|label| label.row == 4 && !label.flipped));
        sound(&labels, 5, 800);
    }

    #[test]
    fn a_label_without_room_begins_with_the_name_and_not_its_titles() {
        let text = "Deputy Harbour Minister Ada Quist opened the bridge";
        let said = |width| {
            let mut wish = wish(10, text, 1);
            wish.short = text.find("Ada").unwrap();
            pack(&[wish], 5, width, &measure)[0].text.clone()
        };
        assert_eq!(said(800), text);
        assert_eq!(said(200), "\u{2026}Ada Quist opened\u{2026}");
    }

    #[test]
    fn a_dense_stretch_becomes_a_stair() {
        let wishes: Vec<Wish> =
            (0..5).map(|at| wish(100 + 40 * at, "Something happened in the harbour", 1)).collect();
        let labels = pack(&wishes, 5, 800, &measure);
        assert_eq!(labels.len(), 5);
        assert!(labels.windows(2).all(|two| two[0].row < two[1].row));
        sound(&labels, 5, 800);
    }

    #[test]
    fn near_the_right_edge_a_label_ends_at_its_mark() {
        let labels = pack(&[wish(780, "Something happened", 1)], 5, 800, &measure);
        assert!(labels[0].flipped && labels[0].right <= 800);
        sound(&labels, 5, 800);
    }

    #[test]
    fn the_heaviest_labels_stay_when_not_all_fit() {
        let wishes: Vec<Wish> = (0..40)
            .map(|at| {
                wish(
                    20 + 20 * at,
                    "Something happened in the harbour again",
                    u32::from(at % 10 == 0),
                )
            })
            .collect();
        let labels = pack(&wishes, 5, 830, &measure);
        sound(&labels, 5, 830);
        for heavy in [0, 10, 20, 30] {
            assert!(labels.iter().any(|label| label.wish == heavy), "{heavy}");
        }
        assert!(labels.len() < 40);
    }

    #[test]
    fn any_mass_of_labels_is_packed_without_touching() {
        for seed in 1..40i32 {
            let mut x = 0;
            let wishes: Vec<Wish> = (0..60)
                .map(|at| {
                    x += 13 + (at * seed * 7919) % 37;
                    let words = 1 + (at * seed * 31) % 9;
                    wish(x, "harbour ".repeat(words as usize).trim(), (at * seed % 7) as u32)
                })
                .collect();
            let labels = pack(&wishes, 5, 1200, &measure);
            assert!(labels.len() >= 8, "{}", labels.len());
            sound(&labels, 5, 1200);
        }
    }

    #[test]
    fn marks_out_of_view_have_no_label() {
        assert_eq!(pack(&[wish(-5, "A", 1), wish(900, "B", 1)], 4, 800, &measure), []);
    }
}
