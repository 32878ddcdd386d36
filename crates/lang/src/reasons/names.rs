//! Why a spelling was taken for an entity's, in English.

use dateline_model::EntityKind;
use dateline_names::{Reason, Rule};

/// The reason as a sentence.
pub fn spelling(reason: &Reason<'_>) -> String {
    let Reason { rule, text, name } = *reason;
    match rule {
        Rule::SurnameOfFullName => {
            format!(
                "{name} is the only person of the article with the name \u{201C}{text}\u{201D}."
            )
        }
        Rule::SurnameInCorpus => {
            format!(
                "{name} is the only person in all articles with the name \u{201C}{text}\u{201D}."
            )
        }
        Rule::GivenNameOfFullName => format!(
            "{name} is the only person of the article with the given name \u{201C}{text}\u{201D}."
        ),
        Rule::Transliteration => format!(
            "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} are one name, written after different languages or systems."
        ),
        Rule::MiddleName => {
            format!(
                "\u{201C}{text}\u{201D} differs from \u{201C}{name}\u{201D} by a middle name only."
            )
        }
        Rule::ShortGivenName => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the everyday form of a given name."
            )
        }
        Rule::PartOfFullName => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D}: one is the end of the other."
            )
        }
        Rule::Initial => format!(
            "{name} is the only person with this surname whose given name begins like \u{201C}{text}\u{201D}."
        ),
        Rule::MostNamed => format!(
            "Of all with the name \u{201C}{text}\u{201D}, {name} is named in at least four times as many articles as the others together."
        ),
        Rule::Trade => format!(
            "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the words for what the firm does."
        ),
        Rule::Country => format!(
            "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the country, and hardly another country\u{2019}s is named."
        ),
        Rule::CompanySuffix => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the company's legal form."
            )
        }
        Rule::Acronym => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D}: one is short for the other."
            )
        }
        Rule::FirstWord => {
            format!(
                "{name} is all but the only organisation of its articles that begins with \u{201C}{text}\u{201D}."
            )
        }
        Rule::PlaceHead => format!(
            "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the word for what kind of place it is."
        ),
        Rule::OneKind => format!(
            "Most articles take \u{201C}{text}\u{201D} for the same kind of name, so that it is one everywhere."
        ),
        Rule::AlternativeNameList => {
            format!("\u{201C}{text}\u{201D} is listed as another name of {name}.")
        }
        Rule::MinistryOfArticle => {
            format!("{name} is the only such ministry that the article names with its country.")
        }
        Rule::CaseOnly => format!("\u{201C}{text}\u{201D} differs by capital letters only."),
        Rule::Overlay => format!("The editor says that \u{201C}{text}\u{201D} is {name}."),
        Rule::OverlayKind { before, now } => {
            let (before, now) = (kind(before), kind(now));
            format!("The editor says that this is {now}; it was read as {before}.")
        }
        Rule::SpellingOnly => format!("\u{201C}{text}\u{201D} differs by accents or marks only."),
    }
}

fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "a person",
        EntityKind::Place => "a place",
        EntityKind::Organisation => "an organisation",
    }
}
