//! Names of one word that are short for a longer one of their article: an acronym, a first word, a
//! square without the word for what it is.

use std::collections::{BTreeMap, BTreeSet};

use dateline_model::EntityKind::{self, Organisation, Place};
use dateline_text::QuickMap;

use crate::article::Candidates;
use crate::candidate::Candidate;
use crate::fold::fold;
use crate::identity::{Resolved, articles};
use crate::lexicon::{Lexicon, List};
use crate::people::most;
use crate::rule::Rule;

/// An acronym is the organisation of its articles whose words it begins.
pub(crate) fn merge_acronyms(
    found: &[Candidates],
    nodes: &[Vec<Option<usize>>],
    resolved: &mut Resolved,
) {
    // What the gazetteer spells out is spelled out so.
    let open = |lexicon: &Lexicon, one: &Candidate| {
        one.row.is_none_or(|row| lexicon.at(row).spellings.len() == 1)
    };
    let capitals = |lexicon: &Lexicon, one: &Candidate| {
        open(lexicon, one) && one.text.chars().all(|c| !c.is_lowercase())
    };
    let forms = |_: &Lexicon, one: &Candidate| acronyms(&one.text);
    let short = Short { kind: Organisation, rule: Rule::Acronym };
    short.merge(found, nodes, resolved, forms, capitals);
}

/// An organisation of one word is the longer organisation of its articles that begins with the
/// word: "Acme Foods Inc." and "Acme". So is a place: "Harrow" and "Harrow Square".
pub(crate) fn merge_first_words(
    found: &[Candidates],
    nodes: &[Vec<Option<usize>>],
    split: &BTreeSet<&str>,
    resolved: &mut Resolved,
) {
    let free = |one: &Candidate| one.row.is_none() && !split.contains(one.text.as_str());
    let first = |one: &Candidate| -> Vec<String> {
        let word = one.key.split(' ').next().filter(|_| free(one));
        word.map(str::to_owned).into_iter().collect()
    };
    let short = Short { kind: Organisation, rule: Rule::FirstWord };
    short.merge(found, nodes, resolved, |_, one| first(one), |_, one| free(one));
    let headed = |lexicon: &Lexicon, one: &Candidate| {
        let last = one.key.rsplit(' ').next().unwrap_or("");
        if one.words == 2 && lexicon.has(List::PlaceHeads, last) { first(one) } else { Vec::new() }
    };
    let short = Short { kind: Place, rule: Rule::PlaceHead };
    short.merge(found, nodes, resolved, headed, |_, one| free(one));
}

/// Which names may be short for a longer one.
struct Short {
    kind: EntityKind,
    rule: Rule,
}

impl Short {
    /// Joins names of one word, where they are `short`, with the longer one of their article that
    /// has the word among its `forms`. Where articles disagree about which that is, the word is the
    /// one that nearly all say; where none does, and where most articles with the word say nothing,
    /// it stays by itself.
    fn merge(
        &self,
        found: &[Candidates],
        nodes: &[Vec<Option<usize>>],
        resolved: &mut Resolved,
        forms: impl Fn(&Lexicon, &Candidate) -> Vec<String>,
        short: impl Fn(&Lexicon, &Candidate) -> bool,
    ) {
        let articles = articles(nodes, resolved);
        let mut meant: BTreeMap<usize, BTreeMap<usize, u32>> = BTreeMap::new();
        for (one, nodes) in found.iter().zip(nodes) {
            let lexicon = one.language.lexicon();
            let mut longer: QuickMap<String, BTreeSet<usize>> = QuickMap::default();
            for (candidate, node) in one.all().zip(nodes) {
                if let (Some(node), 2..) = (self.fits(candidate, node), candidate.words) {
                    let root = resolved.root(node);
                    for form in forms(lexicon, candidate) {
                        longer.entry(form).or_default().insert(root);
                    }
                }
            }
            let mut here: BTreeMap<usize, &BTreeSet<usize>> = BTreeMap::new();
            for (candidate, node) in one.all().zip(nodes) {
                let (Some(node), 1) = (self.fits(candidate, node), candidate.words) else {
                    continue;
                };
                if let Some(longer) =
                    longer.get(&candidate.key).filter(|_| short(lexicon, candidate))
                {
                    here.insert(node, longer);
                }
            }
            for (node, longer) in here {
                let meant = meant.entry(node).or_default();
                longer.iter().for_each(|&root| *meant.entry(root).or_default() += 1);
            }
        }
        for (node, longer) in meant {
            let all = articles.get(&resolved.root(node)).copied().unwrap_or(0);
            // One explanation among very many uses is more often another name with the same letters.
            if let Some((longer, _)) = most(&longer).filter(|(root, _)| longer[root] * 20 >= all) {
                resolved.merge(longer, node, self.rule);
            }
        }
    }

    fn fits(&self, candidate: &Candidate, node: &Option<usize>) -> Option<usize> {
        node.filter(|_| candidate.kind == Some(self.kind))
    }
}

/// The acronyms that a name can have: with and without its small words.
fn acronyms(name: &str) -> Vec<String> {
    let letters = |small: bool| -> String {
        let words = name.split([' ', '-']);
        let words =
            words.filter(|word| small || word.chars().next().is_some_and(char::is_uppercase));
        fold(&words.filter_map(|word| word.chars().next()).collect::<String>())
    };
    let (all, capitals) = (letters(true), letters(false));
    if all == capitals { vec![capitals] } else { vec![capitals, all] }
}

#[cfg(test)]
mod tests {
    use dateline_workers::Workers;

    use crate::corpus::{Corrections, Options, Text};
    use crate::sample::SAMPLE;

    /// Expects so many entities of a text that is met `times` times, and of one more text.
    fn check(often: &str, times: usize, once: &str, expected: usize) {
        let bodies = core::iter::repeat_n(often, times).chain([once]);
        let text = |body| Text { body, language: Some(&SAMPLE), ..Text::default() };
        let texts: Vec<Text> = bodies.map(text).collect();
        let options = Options { weights: None, voice: |reason| reason.rule.name().to_owned() };
        let names = crate::find(&texts, &Corrections::default(), &options, &Workers::alone());
        assert_eq!(names.entities.len(), expected, "{:?}", names.entities);
    }

    #[test]
    fn one_explanation_does_not_spell_out_what_many_texts_use() {
        let (uses, once) = ("We saw the TWB.", "We saw the Tarn Weather Bank and the TWB.");
        check(uses, 19, once, 1);
        check(uses, 20, once, 2);
    }

    #[test]
    fn a_square_is_one_without_the_word() {
        let once = "They met in Vindrell Square and in Vindrell.";
        check("They met in Vindrell.", 3, once, 1);
        check("They met in Vindrell Square.", 1, "They met in Oslo and in Oslo Square.", 3);
    }
}
