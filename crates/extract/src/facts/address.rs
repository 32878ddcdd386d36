//! Addresses on the web: whether a text is one, and whose it is.

pub(crate) fn is_url(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://"))
        && !text.contains(char::is_whitespace)
}

/// The host of an address without its `www.`, where it has one that names a site.
pub(crate) fn host(address: &str) -> Option<&str> {
    let place = address.split_once("//").map_or(address, |row| row.1);
    let host = place.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    (host.contains('.') && host.len() <= 100).then_some(host)
}

/// The words that an address has for the text it leads to: those of the last part of its path that has several.
pub(crate) fn slug(address: &str) -> Option<Vec<String>> {
    let path = address.split_once("//").map_or(address, |row| row.1).split(['?', '#']).next()?;
    path.split('/').skip(1).collect::<Vec<_>>().into_iter().rev().find_map(|part| {
        let part = part.rsplit_once('.').map_or(part, |row| row.0);
        let words = part
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty() && !word.bytes().all(|byte| byte.is_ascii_digit()));
        let words: Vec<String> = words.map(str::to_lowercase).collect();
        (words.len() >= 3).then_some(words)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_read_from_addresses() {
        assert_eq!(host("https://www.port.example/salt?x=1"), Some("port.example"));
        assert_eq!(host("http://port.example:8080"), Some("port.example"));
        assert_eq!(host("www.port.example/salt"), Some("port.example"));
        assert_eq!(host("/salt"), None);
    }

    #[test]
    fn an_address_is_told_from_a_text_about_it() {
        assert!(is_url("HTTPS://port.example/salt") && is_url("http://port.example"));
        assert!(!is_url("https://port.example is down") && !is_url("port.example/salt"));
    }
}
