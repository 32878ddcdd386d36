//! Which known name a misspelt one was meant to be.

use dateline_text::fold;

/// Longer names are compared by their beginning: a message needs no more.
const COMPARED: usize = 80;

/// One letter in so many may be wrong.
const PER_SLIP: usize = 3;

/// The known name that is nearest to `name`, where one is near: with few slips of
/// the keyboard, or one of the two inside the other ("Reuters", "Reuters News").
pub(crate) fn nearest<'k>(name: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let folded = folded(name);
    let near = known.filter_map(|known| Some((distance(&folded, &self::folded(known))?, known)));
    near.min().map(|(_, known)| known)
}

fn folded(name: &str) -> Vec<char> {
    fold(name.trim()).chars().take(COMPARED).collect()
}

/// Letters to put in, leave out, exchange or swap; `None` where that is too many.
fn distance(one: &[char], other: &[char]) -> Option<usize> {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let inside = short.len() > PER_SLIP && long.windows(short.len()).any(|part| part == short);
    let most = if inside { long.len() - short.len() } else { long.len().div_ceil(PER_SLIP) };
    if long.len() - short.len() > most {
        return None;
    }
    // Optimal string alignment: two rows back, for swapped neighbours.
    let mut rows = [vec![0; short.len() + 1], (0..=short.len()).collect(), Vec::new()];
    for (i, a) in long.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in short.iter().enumerate() {
            let exchanged = rows[1][j] + usize::from(a != b);
            let mut least = exchanged.min(rows[1][j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *a == short[j - 1] && long[i - 1] == *b {
                least = least.min(rows[0][j - 1] + 1);
            }
            row.push(least);
        }
        rows[2] = row;
        rows.rotate_left(1);
    }
    rows[1].last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 6] =
        ["Alder Times", "Norhaven Post", "NNA", "Yeni \u{15e}afak", "001_66ab", "Reuters News"];

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(nearest(name, KNOWN.into_iter()), expected, "{name}");
    }

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        check("Alder Tmies", Some("Alder Times"));
        check("alder-times", Some("Alder Times"));
        check("Noorhaven Pst", Some("Norhaven Post"));
        check("NAN", Some("NNA"));
        check("Yeni Safak", Some("Yeni \u{15e}afak"));
        check("001_66ba", Some("001_66ab"));
        check("Reuters", Some("Reuters News"));
        check("The Norhaven Post", Some("Norhaven Post"));
    }

    #[test]
    fn another_name_finds_none() {
        for name in ["", "Nobody", "zz", "AFP", "The Guardian", "Times of Nowhere at All"] {
            check(name, None);
        }
    }
}
