//! What is said of an article whose text is another's too.

use dateline_model::{Article, ArticleIndex};

use crate::numbers::number;

/// So many versions of a text are named.
const NAMED: usize = 5;

/// The line of an article that has versions or is one: a lead, links to the others, an end.
#[derive(Debug, PartialEq, Eq)]
pub struct Versions {
    /// "A version of the same text: ".
    pub lead: &'static str,
    /// The articles to link, with ", " between them.
    pub others: Vec<ArticleIndex>,
    /// ", 87 % shared".
    pub end: String,
}

/// What an article says of its versions: the first names those after it, each of these the first.
/// `later` are all that come after the first.
pub fn versions(article: &Article, later: &[ArticleIndex]) -> Option<Versions> {
    let others = match &article.version_of {
        Some(first) => core::slice::from_ref(first),
        None => later,
    };
    let shown = &others[..others.len().min(NAMED)];
    let lead = match shown.len() {
        0 => return None,
        1 => "A version of the same text: ",
        _ => "Versions of the same text: ",
    };
    let mut end = String::new();
    if others.len() > shown.len() {
        end.extend([" and ", &number(others.len() - shown.len()), " more"]);
    }
    // Among several it is not known which of them shares most.
    let most = if later.len() > 1 { ", up to " } else { ", " };
    end.extend([most, &article.version_shared.to_string(), " % shared"]);
    Some(Versions { lead, others: shown.to_vec(), end })
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    fn check(article: u32, later: &[u32], expected: Option<(&'static str, &[u32], &str)>) {
        let corpus = sample::tied();
        let said = versions(&corpus.articles[article as usize], later);
        let said = said.as_ref().map(|it| (it.lead, &*it.others, &*it.end));
        assert_eq!(said, expected);
    }

    #[test]
    fn two_versions_name_each_other() {
        let (lead, end) = ("A version of the same text: ", ", 87 % shared");
        check(sample::FIRST, &[sample::VERSION], Some((lead, &[sample::VERSION], end)));
        check(sample::VERSION, &[sample::VERSION], Some((lead, &[sample::FIRST], end)));
    }

    #[test]
    fn the_first_of_many_names_a_few() {
        let lead = "Versions of the same text: ";
        let end = ", up to 87 % shared";
        check(sample::FIRST, &[4, 5, 6, 7, 8], Some((lead, &[4, 5, 6, 7, 8], end)));
        let later: Vec<u32> = (4..1_213).collect();
        let end = " and 1,204 more, up to 87 % shared";
        check(sample::FIRST, &later, Some((lead, &[4, 5, 6, 7, 8], end)));
        let (lead, end) = ("A version of the same text: ", ", up to 87 % shared");
        check(sample::VERSION, &later, Some((lead, &[sample::FIRST], end)));
    }

    #[test]
    fn a_text_on_its_own_says_nothing() {
        check(0, &[], None);
    }
}
