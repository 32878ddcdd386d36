//! Tells the article from the page it stands on.

use crate::Draft;

/// Separates one page. `file` is the seed's path, for outlets that are told by
/// nothing else.
pub fn separate(text: &str, file: &str) -> Draft {
    let _ = file;
    Draft { title: text.lines().next().unwrap_or("").into(), body: text.into(), ..Draft::default() }
}
