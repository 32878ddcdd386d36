//! Says why a spelling was taken for an entity's.

use std::collections::BTreeMap;

use dateline_model::Evidence;

use crate::identity::Resolved;
use crate::rule::{Reason, Rule};
use crate::usage::Usage;

/// One reason for each spelling that is not the name, and for each whose kind the corpus decided.
pub(crate) fn evidence(
    resolved: &Resolved,
    name: &str,
    row: Option<&[&'static str]>,
    uses: &BTreeMap<String, Usage>,
    otherwise: Option<Rule>,
    voice: fn(&Reason<'_>) -> String,
) -> Vec<Evidence> {
    let own = uses.get(name).and_then(|one| resolved.rules[one.node]);
    let node = uses.get(name).map(|one| one.node);
    let mut spellings: Vec<(&String, &Usage)> =
        uses.iter().filter(|(text, _)| *text != name).collect();
    spellings.sort_by_key(|(_, one)| (core::cmp::Reverse(one.count()), one.first));
    let mut out = Vec::new();
    for (text, one) in spellings {
        let same = node == Some(one.node);
        let rule = one
            .rule
            .or_else(|| if same { None } else { resolved.rules[one.node].or(own) })
            .or_else(|| row.map(|_| listed(name, text)))
            .unwrap_or_else(|| match otherwise {
                Some(Rule::Overlay) => Rule::Overlay,
                _ if text.to_lowercase() == name.to_lowercase() => Rule::CaseOnly,
                Some(rule) => rule,
                None => Rule::SpellingOnly,
            });
        let why = voice(&Reason { rule, text, name });
        out.push(Evidence::new(rule.name(), text.as_str(), why));
    }
    for (text, _) in uses.iter().filter(|(_, one)| one.overruled) {
        let rule = Rule::OneKind;
        out.push(Evidence::new(rule.name(), text.as_str(), voice(&Reason { rule, text, name })));
    }
    out
}

/// By which rule the gazetteer joins two spellings.
fn listed(name: &str, text: &str) -> Rule {
    let capitals = |text: &str| !text.chars().any(char::is_lowercase);
    if text.to_lowercase() == name.to_lowercase() {
        Rule::CaseOnly
    } else if capitals(text) != capitals(name) {
        Rule::Acronym
    } else {
        Rule::AlternativeNameList
    }
}
