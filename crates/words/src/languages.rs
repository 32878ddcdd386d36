//! What is said of an article's language.

use dateline_model::Article;

use crate::quoted::quoted;

/// Names of languages by their BCP 47 tag. Sorted.
const NAMES: [(&str, &str); 46] = [
    ("af", "Afrikaans"),
    ("am", "Amharic"),
    ("ar", "Arabic"),
    ("az", "Azerbaijani"),
    ("be", "Belarusian"),
    ("bg", "Bulgarian"),
    ("bn", "Bengali"),
    ("ca", "Catalan"),
    ("cs", "Czech"),
    ("da", "Danish"),
    ("de", "German"),
    ("el", "Greek"),
    ("en", "English"),
    ("es", "Spanish"),
    ("et", "Estonian"),
    ("fa", "Persian"),
    ("fi", "Finnish"),
    ("fr", "French"),
    ("he", "Hebrew"),
    ("hi", "Hindi"),
    ("hr", "Croatian"),
    ("hu", "Hungarian"),
    ("hy", "Armenian"),
    ("id", "Indonesian"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("ka", "Georgian"),
    ("ko", "Korean"),
    ("lt", "Lithuanian"),
    ("lv", "Latvian"),
    ("nb", "Norwegian"),
    ("nl", "Dutch"),
    ("no", "Norwegian"),
    ("pl", "Polish"),
    ("pt", "Portuguese"),
    ("ro", "Romanian"),
    ("ru", "Russian"),
    ("sk", "Slovak"),
    ("sr", "Serbian"),
    ("sv", "Swedish"),
    ("sw", "Swahili"),
    ("tr", "Turkish"),
    ("uk", "Ukrainian"),
    ("ur", "Urdu"),
    ("vi", "Vietnamese"),
    ("zh", "Chinese"),
];

/// "not read for names and times: German"; `None` where all was read.
pub fn unread(article: &Article) -> Option<String> {
    let parts = article.unread.parts();
    if parts.is_empty() {
        return None;
    }
    let tag = article.language.as_str();
    let main = tag.split('-').next().unwrap_or(tag);
    let language = match NAMES.iter().find(|row| main.eq_ignore_ascii_case(row.0)) {
        Some((_, name)) => (*name).to_owned(),
        None if main.eq_ignore_ascii_case("und") => "its language was not recognised".to_owned(),
        None => quoted(tag),
    };
    Some(["not read for ", &parts.join(" and "), ": ", &language].concat())
}

#[cfg(test)]
mod tests {
    use dateline_model::{Unread, sample};

    use super::*;

    fn check(language: &str, unread_parts: Unread, expected: Option<&str>) {
        let mut article = sample::corpus().articles[0].clone();
        (article.language, article.unread) = (language.into(), unread_parts);
        assert_eq!(unread(&article).as_deref(), expected);
    }

    #[test]
    fn an_article_says_what_its_language_kept_from_being_read() {
        check("en", Unread::Nothing, None);
        check("de", Unread::Names, Some("not read for names: German"));
        check("fr-CA", Unread::NamesAndTimes, Some("not read for names and times: French"));
        check(
            "und",
            Unread::NamesAndTimes,
            Some("not read for names and times: its language was not recognised"),
        );
        check(
            "tlh",
            Unread::NamesAndTimes,
            Some("not read for names and times: \u{201c}tlh\u{201d}"),
        );
    }

    #[test]
    fn the_names_are_sorted_by_their_tags() {
        assert!(NAMES.is_sorted_by_key(|row| row.0));
    }
}
