//! Sorted tables of words, searched by halving.

use dateline_text::lower;

/// No word of a table is longer, in bytes; a longer one is not looked for.
pub(crate) const LONGEST: usize = 40;

/// The value of `word` in a table that is sorted by its first column and in
/// lower case, whatever the case of the word.
///
/// ```
/// # use dateline_timex::look;
/// const MONTHS: [(&str, u8); 2] = [("mai", 5), ("märz", 3)];
/// assert_eq!((look(&MONTHS, "MÄRZ"), look(&MONTHS, "Juli")), (Some(3), None));
/// ```
pub fn look<V: Copy>(table: &[(&str, V)], word: &str) -> Option<V> {
    if word.len() > LONGEST {
        return None;
    }
    let found = small(word, |word| table.binary_search_by(|row| row.0.cmp(word)));
    found.ok().map(|at| table[at].1)
}

/// Whether a list that is sorted and in lower case holds `word`, whatever its case.
///
/// ```
/// # use dateline_timex::listed;
/// assert!(listed(&["am", "um"], "Um") && !listed(&["am", "um"], "ob"));
/// ```
pub fn listed(list: &[&str], word: &str) -> bool {
    let is = |word: &str| list.binary_search(&word).is_ok();
    word.len() <= LONGEST && small(word, is)
}

/// What `look` says of a word in small letters. Words of plain letters need no room of their own.
pub(crate) fn small<R>(word: &str, look: impl Fn(&str) -> R) -> R {
    let mut plain = [0; LONGEST];
    let plain = plain.get_mut(..word.len()).filter(|_| word.is_ascii()).and_then(|plain| {
        plain.copy_from_slice(word.as_bytes());
        plain.make_ascii_lowercase();
        core::str::from_utf8(plain).ok()
    });
    match plain {
        Some(plain) => look(plain),
        None => look(&lower(word)),
    }
}
