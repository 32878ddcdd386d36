//! Says why a spelling was taken for an entity's.

use std::collections::BTreeMap;

use dateline_model::Evidence;

use super::entities::Use;
use super::resolve::Resolved;

/// One reason for each spelling that is not the name.
pub(super) fn evidence(
    resolved: &Resolved,
    name: &str,
    row: Option<&[&'static str]>,
    uses: &BTreeMap<String, Use>,
    edited: bool,
) -> Vec<Evidence> {
    let own = uses.get(name).and_then(|one| resolved.rules[one.node]);
    let node = uses.get(name).map(|one| one.node);
    let mut spellings: Vec<(&String, &Use)> =
        uses.iter().filter(|(text, _)| *text != name).collect();
    spellings.sort_by_key(|(_, one)| (core::cmp::Reverse(one.count()), one.first));
    let mut out = Vec::new();
    for (text, one) in spellings {
        let same = node == Some(one.node);
        let rule = one
            .rule
            .or_else(|| if same { None } else { resolved.rules[one.node].or(own) })
            .or_else(|| row.map(|_| listed(name, text)))
            .unwrap_or(if edited {
                "overlay"
            } else if text.to_lowercase() == name.to_lowercase() {
                "case-only"
            } else {
                "spelling-only"
            });
        out.push(Evidence::new(rule, text.as_str(), why(rule, text, name)));
    }
    out
}

/// By which rule the gazetteer joins two spellings.
fn listed(name: &str, text: &str) -> &'static str {
    let capitals = |text: &str| !text.chars().any(char::is_lowercase);
    if text.to_lowercase() == name.to_lowercase() {
        "case-only"
    } else if capitals(text) != capitals(name) {
        "acronym"
    } else {
        "alternative-name-list"
    }
}

/// The reason as a sentence.
fn why(rule: &str, text: &str, name: &str) -> String {
    match rule {
        "surname-of-full-name" => {
            format!(
                "{name} is the only person of the article with the name \u{201C}{text}\u{201D}."
            )
        }
        "surname-in-corpus" => {
            format!(
                "{name} is the only person in all articles with the name \u{201C}{text}\u{201D}."
            )
        }
        "given-name-of-full-name" => format!(
            "{name} is the only person of the article with the given name \u{201C}{text}\u{201D}."
        ),
        "transliteration" => format!(
            "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} are one name, written after different languages or systems."
        ),
        "middle-name" => {
            format!(
                "\u{201C}{text}\u{201D} differs from \u{201C}{name}\u{201D} by a middle name only."
            )
        }
        "short-given-name" => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the everyday form of a given name."
            )
        }
        "part-of-full-name" => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D}: one is the end of the other."
            )
        }
        "company-suffix" => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D} differ by the company's legal form."
            )
        }
        "acronym" => {
            format!(
                "\u{201C}{text}\u{201D} and \u{201C}{name}\u{201D}: one is short for the other."
            )
        }
        "first-word" => {
            format!(
                "{name} is the only organisation of the article that begins with \u{201C}{text}\u{201D}."
            )
        }
        "alternative-name-list" => {
            format!("\u{201C}{text}\u{201D} is listed as another name of {name}.")
        }
        "ministry-of-article" => {
            format!("{name} is the only such ministry that the article names with its country.")
        }
        "case-only" => format!("\u{201C}{text}\u{201D} differs by capital letters only."),
        "overlay" => format!("The editor says that \u{201C}{text}\u{201D} is {name}."),
        _ => format!("\u{201C}{text}\u{201D} differs by accents or marks only."),
    }
}
