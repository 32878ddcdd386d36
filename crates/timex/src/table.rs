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
    let lower = lower(word);
    table.binary_search_by(|(key, _)| (*key).cmp(&*lower)).ok().map(|at| table[at].1)
}

/// Whether a list that is sorted and in lower case holds `word`, whatever its case.
///
/// ```
/// # use dateline_timex::listed;
/// assert!(listed(&["am", "um"], "Um") && !listed(&["am", "um"], "ob"));
/// ```
pub fn listed(list: &[&str], word: &str) -> bool {
    word.len() <= LONGEST && list.binary_search(&&*lower(word)).is_ok()
}
