//! A page as printed lines, with what each looks like: what a saved page and a plain one are judged
//! by alike.

pub(crate) mod listing;
pub(crate) mod look;
pub(crate) mod published;

use std::sync::OnceLock;

use dateline_lang::page::Effect;
use dateline_lang::shared::languages::Language;

use self::look::{Look, looks};
use crate::facts::language;
use crate::lines::{self, Line};

/// The lines of a page with what is seen of each.
pub(crate) struct Sheet {
    /// In page order; none is empty.
    pub lines: Vec<Line>,
    /// What each line looks like, in the same order.
    pub looks: Vec<Look>,
    /// The language of the page.
    pub language: Option<&'static Language>,
    /// For each line its share of function words; see [`Sheet::function_words`].
    small: OnceLock<Vec<usize>>,
}

impl Sheet {
    /// Reads a text.
    pub fn read(text: &str) -> Sheet {
        Sheet::of(lines::read(text), language::of(text))
    }

    /// Lines that are known already.
    pub fn of(lines: Vec<Line>, language: Option<&'static Language>) -> Sheet {
        let looks = looks(&lines);
        Sheet { lines, looks, language, small: OnceLock::new() }
    }

    /// Whether a line heads a foot section.
    pub fn is_foot(&self, index: usize) -> bool {
        self.looks[index] == Look::Rule(Effect::Foot)
    }

    /// Of a hundred words, how many are function words of the page's language,
    /// or of the one that the line is in where that is another. 30 where the
    /// page's language is unknown, which is that of ordinary prose.
    pub fn function_words(&self, index: usize) -> usize {
        let Some(language) = self.language else { return 30 };
        let share = |line: &Line| {
            let (own, most) = language::shares(language, &line.key);
            if own >= 10 || line.chars < 40 { own } else { most }
        };
        self.small.get_or_init(|| self.lines.iter().map(share).collect())[index]
    }
}

/// Whether a text bears the furniture of a page: at least so many lines that
/// only a page says.
pub(crate) fn is_furnished(text: &str, least: usize) -> bool {
    let sheet = Sheet::read(text);
    let furniture =
        |look: &&Look| matches!(look, Look::Rule(Effect::Notice | Effect::Foot | Effect::Label));
    sheet.looks.iter().filter(furniture).count() >= least
}
