//! What programs that save pages write into them: where a page stood, and when it was copied. The day of the
//! copy is no day of publication; but nothing was published after it, and "3 hours ago" counts from it.

use crate::facts::moment::{self, Moment};

/// See the file.
#[derive(Debug, Default)]
pub(crate) struct Saved {
    /// Where the page stood.
    pub address: Option<String>,
    /// When it was copied.
    pub at: Option<Moment>,
}

/// Such marks stand in the first lines of a file or in the last ones, in bytes.
const FIRST: usize = 8_000;
const LAST: usize = 4_000;

/// Reads the marks of the programs in use: browsers, SingleFile, HTTrack, the Wayback Machine.
pub(crate) fn read(page: &str) -> Saved {
    let mut saved = Saved::default();
    let first = &page[..boundary(page, FIRST)];
    let last = &page[boundary(page, page.len().saturating_sub(LAST))..];
    for comment in comments(first).chain(comments(last)).take(60) {
        let found = mark(comment);
        saved.address = saved.address.or(found.address);
        saved.at = saved.at.or(found.at);
    }
    saved
}

/// The last place between characters up to `at`.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

fn comments(text: &str) -> impl Iterator<Item = &str> {
    text.split("<!--").skip(1).filter_map(|rest| Some(rest.split_once("-->")?.0))
}

fn mark(comment: &str) -> Saved {
    let address = |text: &str| {
        let text = text.split_whitespace().next().unwrap_or("");
        let whole = text.starts_with("http://") || text.starts_with("https://");
        whole.then(|| original(text).to_owned())
    };
    // "saved from url=(0033)https://port.example/salt"
    if let Some((_, rest)) = comment.split_once("saved from url=(") {
        return Saved { address: rest.split_once(')').and_then(|row| address(row.1)), at: None };
    }
    // "Mirrored from port.example/salt by HTTrack Website Copier/3 [...], Tue, 05 Mar 2024 10:00:00 GMT"
    if let Some((place, made)) =
        comment.split_once("Mirrored from ").and_then(|row| row.1.split_once(" by HTTrack"))
    {
        let at = made.split_once("], ").and_then(|row| moment::read(row.1));
        return Saved { address: address(&format!("http://{place}")), at };
    }
    if let Some((_, rest)) = comment.split_once("FILE ARCHIVED ON ") {
        let made = rest.split_once(" AND ").map_or(rest, |row| row.0);
        return Saved { address: None, at: moment::read(made) };
    }
    if comment.contains("SingleFile") {
        let line = |label: &str| comment.lines().find_map(|line| line.trim().strip_prefix(label));
        return Saved {
            address: line("url:").and_then(address),
            at: line("saved date:").and_then(moment::read),
        };
    }
    Saved::default()
}

/// The address that an archive's address holds: `/web/20190809101500/https://port.example/salt`.
pub(crate) fn original(address: &str) -> &str {
    let inner = ["/http://", "/https://"].iter().filter_map(|mark| address.find(mark)).min();
    let Some(at) = inner else { return address };
    let stamp = address[..at].rsplit('/').next().unwrap_or("");
    let digits = stamp.bytes().take_while(u8::is_ascii_digit).count();
    if digits >= 8 { &address[at + 1..] } else { address }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(comment: &str, address: Option<&str>, day: Option<&str>) {
        for page in [
            format!("<!doctype html><!--{comment}--><p>Salt"),
            format!("<p>{}<!--{comment}-->", "Salt ".repeat(5_000)),
        ] {
            let saved = read(&page);
            assert_eq!(saved.address.as_deref(), address, "{comment}");
            assert_eq!(saved.at.map(|at| at.day.to_string()).as_deref(), day, "{comment}");
        }
    }

    #[test]
    fn programs_say_where_a_page_stood_and_when_it_was_copied() {
        let salt = Some("https://port.example/salt");
        check(" saved from url=(0025)https://port.example/salt ", salt, None);
        check(
            "\n Page saved with SingleFile \n url: https://port.example/salt \n saved date: Sun May 05 2024 19:12:36 GMT+0200 (Summer Time)\n",
            salt,
            Some("2024-05-05"),
        );
        check(
            " Mirrored from port.example/salt by HTTrack Website Copier/3.x [XR&CO'2014], Sun, 05 May 2024 17:12:36 GMT ",
            Some("http://port.example/salt"),
            Some("2024-05-05"),
        );
        check(
            " FILE ARCHIVED ON 17:12:36 May 05, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 09:00:00 Jun 01, 2025. ",
            None,
            Some("2024-05-05"),
        );
        check(" the salt was saved from the sea, url: none ", None, None);
    }

    #[test]
    fn an_archives_address_holds_the_pages_own() {
        let check = |address: &str, expected: &str| assert_eq!(original(address), expected);
        check(
            "https://web.archive.example/web/20240505171236id_/https://port.example/salt",
            "https://port.example/salt",
        );
        check("/web/20240505/http://port.example/salt", "http://port.example/salt");
        check("https://port.example/salt", "https://port.example/salt");
        check(
            "https://port.example/to/https://else.example",
            "https://port.example/to/https://else.example",
        );
    }
}
