//! Ids are mostly made of names that are packed anyway: a tenth of a large corpus's first load, if both were.
//!
//! An id that ends with what the name gives is packed without it: as nothing, or as what stands before, with
//! the hyphen between. No id of the corpus is empty or ends with a hyphen.

/// What of an id has to be packed, where it may be made of the first `words` of `name`.
#[cfg(feature = "encode")]
pub(super) fn shortened<'i>(id: &'i str, name: &str, words: usize) -> &'i str {
    let made = made(name, words);
    match id.strip_suffix(&*made) {
        Some(before) if !made.is_empty() && (before.is_empty() || before.ends_with('-')) => before,
        _ => id,
    }
}

/// The id again.
pub(super) fn lengthened(packed: &str, name: &str, words: usize) -> String {
    if packed.is_empty() || packed.ends_with('-') {
        [packed, &made(name, words)].concat()
    } else {
        packed.to_owned()
    }
}

/// What ids are made of where a name has no letters but those of ASCII: others have ids that are packed whole,
/// since folding them would bring tables into the bundle.
fn made(name: &str, words: usize) -> String {
    let mut made = String::new();
    for word in name.split_ascii_whitespace().take(words) {
        let mut between = !made.is_empty();
        for c in word.chars() {
            if c.is_ascii_alphanumeric() {
                if core::mem::take(&mut between) {
                    made.push('-');
                }
                made.push(c.to_ascii_lowercase());
            } else if c != '\'' && c != '\u{2019}' {
                between = !made.is_empty();
            }
        }
    }
    made
}

#[cfg(all(test, feature = "encode"))]
mod tests {
    use super::*;

    fn check(id: &str, name: &str, words: usize, packed: &str) {
        assert_eq!(shortened(id, name, words), packed);
        assert_eq!(lengthened(packed, name, words), id);
    }

    #[test]
    fn an_id_that_a_name_makes_is_packed_without_it() {
        check("sergey-lavrov", "Sergey Lavrov", 99, "");
        check("sergey-lavrov-2", "Sergey Lavrov", 99, "sergey-lavrov-2");
        check("st-johns-wood", "St. John\u{2019}s Wood", 99, "");
        check("zeynep-sahin", "Zeynep \u{15e}ahin", 99, "zeynep-sahin");
        check(
            "\u{43a}\u{438}\u{435}\u{432}",
            "\u{41a}\u{438}\u{435}\u{432}",
            99,
            "\u{43a}\u{438}\u{435}\u{432}",
        );
        let title = "The bridge, closed since 1998, was opened\u{2026}";
        check("2024-03-04-the-bridge-closed-since-1998", title, 5, "2024-03-04-");
        check(
            "2024-03-04-the-bridge-closed-since-1998-2",
            title,
            5,
            "2024-03-04-the-bridge-closed-since-1998-2",
        );
        check("2024-03-04", "\u{201c}\u{2026}\u{201d}", 5, "2024-03-04");
        check("xab", "Ab", 5, "xab");
    }
}
