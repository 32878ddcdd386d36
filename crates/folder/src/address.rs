//! The address that a site will have.

/// An address that names can follow: `http` or `https`, a host, no query, and
/// a `/` at its end, added where it lacks.
///
/// ```
/// # use dateline_folder::base_url;
/// assert_eq!(base_url("https://example.org/news").unwrap(), "https://example.org/news/");
/// assert_eq!(base_url("example.org"), None);
/// ```
pub fn base_url(text: &str) -> Option<String> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let refused = |c: char| !c.is_ascii_graphic() || "\"'<>\\^`{|}?#".contains(c);
    if rest.is_empty() || rest.starts_with('/') || rest.contains(refused) {
        return None;
    }
    Some(if text.ends_with('/') { text.to_owned() } else { format!("{text}/") })
}
