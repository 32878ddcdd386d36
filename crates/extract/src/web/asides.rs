//! Lines inside an article in which the site speaks to its readers: pleas to
//! follow, subscribe or write in, notices of rights, notes on the author.

use super::blocks::{Block, Kind};

/// What sites say of themselves within an article.
pub(crate) struct Aside {
    /// Reaches the output.
    pub name: &'static str,
    /// A sentence for readers.
    pub why: &'static str,
    /// Each is a list of parts that a line holds in that order; the first may
    /// begin with `^` for the line's start.
    says: &'static [&'static [&'static str]],
    /// A line that it matches. Read by the test alone.
    #[cfg(test)]
    example: &'static str,
    /// A line that looks alike and is none. Read by the test alone.
    #[cfg(test)]
    near_miss: &'static str,
}

/// The kinds. A row belongs here where only a site says so to its readers; what
/// an article may tell of others needs the words that address the reader.
const ASIDES: &[Aside] = &[
    Aside {
        name: "aside-follow",
        why: "The line asks readers to follow the site elsewhere.",
        says: &[
            &["^follow ", " on twitter"],
            &["^follow ", " on facebook"],
            &["^follow ", " on instagram"],
            &["^follow ", " on social media"],
            &["^follow us"],
            &["^like us on"],
            &["^find us on"],
            &["^connect with us"],
            &["^join us on"],
            &["^join our"],
            &["^you can follow ", " on "],
            &["^download ", " app"],
            &["download the ", " app", "ios"],
            &["download our", " app"],
            &["^for the latest ", "download"],
            &["^for the latest ", "follow "],
            &["^for more ", "follow us"],
            &["^for more ", "visit our"],
            &["^stay up to date with", "our "],
            &["^keep up with ", " on twitter"],
            &["^listen to ", " wherever you get your podcasts"],
        ],
        #[cfg(test)]
        example: "Follow the Harbour Gazette on Twitter and Instagram.",
        #[cfg(test)]
        near_miss: "The boats follow each other into port, as the mayor said on Twitter.",
    },
    Aside {
        name: "aside-subscribe",
        why: "The line asks readers to subscribe, log in or give.",
        says: &[
            &["^subscribe "],
            &["^sign up "],
            &["^sign in "],
            &["^log in "],
            &["^register now"],
            &["^already a subscriber"],
            &["^not a subscriber"],
            &["^get our", "newsletter"],
            &["^get the", "newsletter"],
            &["^get ", "delivered to your inbox"],
            &["^to continue reading"],
            &["^to read the full", "subscri"],
            &["^to view the full", "subscri"],
            &["subscribers also receive"],
            &["if you're already a subscriber"],
            &["already a subscriber", "log in"],
            &["^support our ", "journalism"],
            &["^please consider ", "donat"],
            &["^become a ", "member"],
            &["^this article is for subscribers"],
            &["^want more", "sign up"],
            &["^enjoy this", "subscribe"],
        ],
        #[cfg(test)]
        example: "Sign up for our weekly letter from the quay.",
        #[cfg(test)]
        near_miss: "The sailors sign up for a year and are paid at its end.",
    },
    Aside {
        name: "aside-contact",
        why: "The line tells readers how to reach the site.",
        says: &[
            &["^contact us"],
            &["^email us"],
            &["^write to us"],
            &["^do you have a ", "email"],
            &["^have a tip"],
            &["^have a story"],
            &["^got a tip"],
            &["^got a story"],
            &["^send ", "tips to"],
            &["^send us your"],
            &["^send your ", " to "],
            &["^reach ", " at ", "@"],
            &["^contact the author"],
            &["^contact the writer"],
            &["^contact ", " at ", "@"],
            &["can be reached at ", "@"],
            &["^for advertising", "@"],
            &["^advertise with "],
            &["^let us know ", "comment"],
            &["^leave a comment"],
            &["^share your thoughts"],
            &["^tell us ", "comment"],
            &["^what do you think", "comment"],
        ],
        #[cfg(test)]
        example: "Got a story about the port? Write to quay@gazette.example",
        #[cfg(test)]
        near_miss: "She got a storyteller to open the harbour feast.",
    },
    Aside {
        name: "aside-rights",
        why: "The line states who owns the text or where it appeared first.",
        says: &[
            &["^this article ", "originally published"],
            &["^this article ", "originally appeared"],
            &["^this article ", "first appeared"],
            &["^this article ", "republished from"],
            &["^this story ", "originally published"],
            &["^this story ", "originally appeared"],
            &["^this story ", "first appeared"],
            &["^this post ", "originally"],
            &["^this article is the copyright"],
            &["^this post may contain affiliate"],
            &["^this post contains affiliate"],
            &["^this article contains affiliate"],
            &["we may earn a commission"],
            &["we may receive a commission"],
            &["^as an amazon associate"],
            &["^originally published"],
            &["^copyright ©"],
            &["^copyright 20"],
            &["may not be published, broadcast"],
            &["may not be reproduced"],
            &["permission must be obtained"],
            &["^all rights reserved"],
            &["^the views expressed", "author"],
            &["^views expressed", "author"],
        ],
        #[cfg(test)]
        example: "This article was originally published by the Oakdale Courier.",
        #[cfg(test)]
        near_miss: "This article of the treaty was disputed for years, and the chart was originally kept in Oakdale.",
    },
    Aside {
        name: "aside-pointer",
        why: "The line points to another story.",
        says: &[
            &["^read more:"],
            &["^read more about"],
            &["^read next"],
            &["^read also"],
            &["^also read"],
            &["^also see"],
            &["^see also:"],
            &["^see more:"],
            &["^related:"],
            &["^related story"],
            &["^related article"],
            &["^more:"],
            &["^more from"],
            &["^watch:"],
            &["^watch more:"],
            &["^listen:"],
            &["^don't miss:"],
            &["^recommended:"],
            &["^click here to"],
            &["^click here for"],
            &["^continue reading"],
            &["^up next:"],
            &["^check out our"],
            &["^filed under"],
            &["^category :"],
            &["^categories:"],
            &["^category:"],
            &["^posted in"],
            &["^tagged"],
            &["^tags:"],
            &["^share this"],
            &["^photo:"],
            &["^photo by"],
            &["^image credit"],
            &["^image:"],
            &["^photos:"],
        ],
        #[cfg(test)]
        example: "Read more: Salt prices at the quay",
        #[cfg(test)]
        near_miss: "Read moreover as it was, the charter said little.",
    },
];

/// Longer lines than this are an article's own.
const LONGEST: usize = 420;

/// The kind of aside that a line is. `key` is lower case with straight quotes.
pub(crate) fn aside(key: &str, chars: usize) -> Option<&'static Aside> {
    if chars > LONGEST {
        return None;
    }
    ASIDES.iter().find(|aside| aside.says.iter().any(|parts| holds(key, parts)))
}

/// Whether a key holds all parts, one after the other.
fn holds(key: &str, parts: &[&str]) -> bool {
    let mut rest = key;
    for part in parts {
        let found = match part.strip_prefix('^') {
            Some(start) => rest.strip_prefix(start).map(|after| (start, after)),
            None => rest.split_once(part).map(|row| (*part, row.1)),
        };
        let Some((words, after)) = found else { return false };
        // "click here to" must not match "click here tomorrow".
        if words.ends_with(char::is_alphanumeric)
            && after.starts_with(char::is_alphanumeric)
            && !matches!(
                words,
                "subscri" | "donat" | "republished from" | "this article is the copyright"
            )
        {
            return false;
        }
        rest = after;
    }
    true
}

/// Verbs and trades of a note on an author.
const TRADES: [&str; 20] = [
    "analyst",
    "author",
    "blogger",
    "columnist",
    "consultant",
    "contributor",
    "correspondent",
    "critic",
    "director",
    "editor",
    "fellow",
    "founder",
    "freelance",
    "journalist",
    "lecturer",
    "professor",
    "reporter",
    "researcher",
    "staff",
    "writer",
];

/// Whether one of an article's last lines tells who its author is: "Ada Lind is
/// a reporter in Oakdale."
pub(crate) fn tells_of_author(block: &Block, author: Option<&str>) -> bool {
    if block.chars > 2 * LONGEST || matches!(block.kind, Kind::Heading(_)) {
        return false;
    }
    let named = |name: &str| block.text.strip_prefix(name).is_some_and(verb);
    if author.is_some_and(|author| author.contains(' ') && named(author)) {
        return true;
    }
    // Without the byline's help the name must be two to four capitalised words.
    let Some(at) = block.text.find(" is ") else { return false };
    let (name, rest) = block.text.split_at(at);
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitalised = words.iter().all(|word| word.starts_with(char::is_uppercase));
    let rest = rest[4..].to_lowercase();
    let article = ["a ", "an ", "the "].iter().any(|word| rest.starts_with(word));
    let trade = rest
        .split(|c: char| !c.is_alphanumeric())
        .take(14)
        .any(|word| TRADES.binary_search(&word).is_ok());
    (2..=4).contains(&words.len()) && capitalised && article && trade
}

fn verb(rest: &str) -> bool {
    [" is ", " was ", " writes ", " covers ", " reports ", " can be ", " has been "]
        .iter()
        .any(|verb| rest.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tree::Tree;
    use crate::web::blocks::blocks;
    use dateline_text::key_of;

    #[test]
    fn every_kind_names_its_example_and_leaves_its_near_miss() {
        for row in ASIDES {
            let name =
                |line: &str| aside(&key_of(line), line.chars().count()).map(|aside| aside.name);
            assert_eq!(name(row.example), Some(row.name), "{}", row.example);
            assert_eq!(name(row.near_miss), None, "{}", row.near_miss);
        }
    }

    #[test]
    fn trades_are_sorted() {
        assert!(TRADES.is_sorted());
    }

    #[test]
    fn notes_on_the_author_are_told() {
        let check = |line: &str, author: Option<&str>, expected: bool| {
            let block = &blocks(&Tree::read(&format!("<p>{line}</p>")))[0];
            assert_eq!(tells_of_author(block, author), expected, "{line}");
        };
        check("Ada Lind is a reporter in Oakdale.", None, true);
        check("Ada Lind covers the port.", Some("Ada Lind"), true);
        check("Ada Lind covers the port.", None, false);
        check("The harbour is a place of work.", None, false);
        check("Ada Lind is a sailor.", None, false);
    }
}
