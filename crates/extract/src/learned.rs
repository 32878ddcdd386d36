//! The trees that judge a page: one set for each question.

use std::sync::OnceLock;

use crate::trees::Trees;

/// What ships, learned by `cargo xtask train pages`.
static SHIPPED: &[u8] = include_bytes!("../weights/pages.bin");

/// Opens every file of them.
const MARK: [u8; 4] = *b"DLP4";

/// Trees for each question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// Whether a line is the article's.
    pub body: Trees,
    /// Whether a line is the headline.
    pub title: Trees,
    /// Whether a printed date is the day of publication.
    pub day: Trees,
    /// Whether a name is an author's.
    pub author: Trees,
    /// Whether a name is the outlet's.
    pub outlet: Trees,
    /// Whether a line of a saved page is the article's.
    pub saved: Trees,
    /// Whether a text of a saved page is its headline.
    pub headline: Trees,
    /// Whether a name that a saved page gives is an author's.
    pub byline: Trees,
    /// Whether a day that a saved page states or prints is that of publication.
    pub published: Trees,
}

impl Learned {
    /// The bytes that [`Learned::decode`] reads.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MARK.to_vec();
        let plain = [&self.body, &self.title, &self.day, &self.author, &self.outlet];
        let saved = [&self.saved, &self.headline, &self.byline, &self.published];
        for trees in plain.into_iter().chain(saved) {
            trees.encode(&mut out);
        }
        out
    }

    /// Reads what [`Learned::encode`] wrote; `None` where `bytes` are something else.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(&MARK)?;
        let mut next = || Trees::decode(&mut rest);
        let (body, title, day, author) = (next()?, next()?, next()?, next()?);
        let outlet = next()?;
        let (saved, headline, byline) = (next()?, next()?, next()?);
        let published = next()?;
        rest.is_empty().then_some(Self {
            body,
            title,
            day,
            author,
            outlet,
            saved,
            headline,
            byline,
            published,
        })
    }
}

static USED: OnceLock<Learned> = OnceLock::new();

/// The trees that pages are judged by.
pub(crate) fn learned() -> &'static Learned {
    USED.get_or_init(|| Learned::decode(SHIPPED).unwrap_or_default())
}

/// Judges by other trees than those that ship, for measuring. They can be set once, before any page is
/// read; false where that is too late.
pub fn judge_by(other: Learned) -> bool {
    USED.set(other).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ships_can_be_read() {
        let shipped = Learned::decode(SHIPPED).expect("weights/pages.bin is whole");
        assert_eq!(shipped.encode(), SHIPPED);
        assert_ne!(shipped, Learned::default());
        assert_eq!(Learned::decode(&SHIPPED[..SHIPPED.len() - 1]), None);
        assert_eq!(Learned::decode(b"DLP4"), None);
    }
}
