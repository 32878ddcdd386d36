//! What the marks of a page's builders (element, role, class, id) say of a part.

mod table;

pub(crate) use self::table::CUES;

/// One kind of part that is not the article.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Cue {
    /// Reaches the output.
    pub name: &'static str,
    /// Holds also where the part has much of the page's prose: others' comments
    /// may be longer than the article, but no menu is.
    pub strong: bool,
    /// A part with so much of the page's prose, in percent, is none.
    pub most: usize,
    /// Whether it is never shown.
    pub hidden: bool,
    /// Whether it is a picture's caption, which goes to a field of its own.
    pub caption: bool,
    /// Whether it speaks of other people and other stories.
    pub of_others: bool,
    /// Whether readers wrote it.
    pub of_readers: bool,
    /// Whether it may print the article's date.
    pub dates: Dates,
    /// Elements that always are one.
    pub(super) elements: &'static [&'static str],
    /// Values of `role`.
    pub(super) roles: &'static [&'static str],
    /// Words of a class or id, and pairs of them. Sorted.
    pub(super) words: &'static [&'static str],
    /// What words of a class or id begin with.
    pub(super) heads: &'static [&'static str],
}

/// Where a part may print the date of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dates {
    /// Anywhere.
    Yes,
    /// Close to the headline.
    Close,
    /// Nowhere.
    No,
}

/// What a part's marks are read from.
#[derive(Debug)]
pub(crate) struct Marks<'t> {
    pub element: &'t str,
    pub role: &'t str,
    /// The words of class and id, lower case.
    pub words: Vec<String>,
}

impl Marks<'_> {
    /// The first kind that the marks name.
    pub fn cue(&self) -> Option<&'static Cue> {
        CUES.iter()
            .find(|cue| cue.elements.contains(&self.element) || cue.roles.contains(&self.role))
            .or_else(|| self.named().into_iter().min().map(|index| &CUES[index]))
    }

    fn named(&self) -> Option<usize> {
        let pairs: Vec<String> =
            self.words.windows(2).map(|pair| format!("{} {}", pair[0], pair[1])).collect();
        CUES.iter().position(|cue| {
            self.words
                .iter()
                .chain(&pairs)
                .any(|word| cue.words.binary_search(&word.as_str()).is_ok())
                || self.words.iter().any(|word| cue.heads.iter().any(|head| word.starts_with(head)))
        })
    }
}

/// The words of a class or id: cut at marks and where a capital follows a small
/// letter.
pub(crate) fn words_of(value: &str, out: &mut Vec<String>) {
    /// Generated classes are long and say nothing.
    const WORDS: usize = 40;
    let mut word = String::new();
    let mut small = false;
    for c in value.chars().chain([' ']) {
        if !c.is_alphabetic() || (small && c.is_uppercase()) {
            if word.len() > 1 && word.len() <= 30 && out.len() < WORDS {
                out.push(core::mem::take(&mut word));
            }
            word.clear();
        }
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(element: &str, class: &str, expected: Option<&str>) {
        let mut words = Vec::new();
        words_of(class, &mut words);
        let cue = Marks { element, role: "", words }.cue();
        assert_eq!(cue.map(|cue| cue.name), expected, "<{element} class={class:?}>");
    }

    #[test]
    fn word_tables_are_sorted() {
        for cue in CUES {
            assert!(cue.words.is_sorted(), "{}: {:?}", cue.name, cue.words);
        }
    }

    #[test]
    fn every_word_names_its_kind() {
        for cue in CUES {
            for word in cue.words.iter().chain(cue.heads) {
                let words = word.split(' ').map(str::to_owned).collect();
                let found = Marks { element: "div", role: "", words }.cue();
                assert!(found.is_some(), "{word}");
            }
            for element in cue.elements {
                check(element, "", Some(cue.name));
            }
        }
    }

    #[test]
    fn classes_are_read_as_words() {
        check("div", "post-comments open", Some("html-comments"));
        check("div", "relatedPosts", Some("html-related"));
        check("div", "c-NewsletterForm__wrap", Some("html-newsletter"));
        check("p", "wp-caption-text", Some("html-caption"));
    }

    #[test]
    fn an_articles_own_parts_have_no_cue() {
        for class in [
            "entry-content",
            "shareholder-report",
            "article-body",
            "download",
            "padding",
            "story",
            "adult",
        ] {
            check("div", class, None);
        }
    }
}
