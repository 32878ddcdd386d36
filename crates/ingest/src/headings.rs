//! Headlines that ran into their texts: "Crews walk out again Hundreds of boats stayed in the harbour".
//!
//! What joins the texts of a page's elements by a space leaves no line between a headline and the news. Where
//! an article has no other title than its text's first words, the place where a sentence begins inside its
//! first one is looked for, and what stands before it is the title. The text stays as it is.

use dateline_extract::Draft;
use dateline_lang::Language;
use dateline_lang::events::Labels;
use dateline_text::{QuickMap, floor};
use dateline_workers::Workers;

use crate::languages;

/// A headline has so many words at least …
const LEAST: usize = 3;

/// … and at most.
const MOST: usize = 16;

/// Within so many bytes the news begins.
const HEAD: usize = 400;

/// Gives the drafts that are called by their first words the headlines that ran into them.
pub(crate) fn part(workers: &Workers, drafts: &mut [Draft]) {
    let untitled: Vec<usize> = (0..drafts.len()).filter(|at| is_untitled(&drafts[*at])).collect();
    let told = untitled.iter().map(|at| &drafts[*at]);
    let languages = languages::of(told.map(|draft| (draft.language.as_str(), draft.body.as_str())));
    let heads = |untitled: &[usize], drafts: &[Draft]| -> Vec<Option<usize>> {
        let mut spellings = Spellings::default();
        for (at, language) in untitled.iter().zip(&languages) {
            spellings.ask(places(language, head(language, &drafts[*at].body)));
        }
        if spellings.counts.is_empty() {
            return Vec::new();
        }
        spellings.count(workers, drafts);
        let found = untitled.iter().zip(&languages).map(|(at, language)| {
            let head = head(language, &drafts[*at].body);
            let words = &language.events.labels;
            let end = places(language, head).find(|it| it.begins(words, head, &spellings))?.at;
            is_headline(words, &head[..end]).then_some(end)
        });
        found.collect()
    };
    let found = heads(&untitled, drafts);
    for (at, end) in untitled.into_iter().zip(found) {
        let draft = &mut drafts[at];
        if let Some(title) = end.and_then(|end| draft.body.get(..end)) {
            draft.title = title.trim_end().to_owned();
        }
    }
}

/// Whether a draft is called by the first words of a line that goes on.
fn is_untitled(draft: &Draft) -> bool {
    let title = draft.title.trim_end_matches('…').trim_end();
    let rest = draft.body.strip_prefix(title).filter(|_| !title.is_empty());
    rest.is_some_and(|rest| !rest.starts_with('\n') && !rest.trim().is_empty())
}

/// The first sentence of a text.
fn head<'t>(language: &Language, body: &'t str) -> &'t str {
    let line = body.lines().next().unwrap_or("");
    let line = &line[..floor(line, HEAD)];
    (language.sentences)(line).first().map_or("", |span| span.of(line))
}

/// A capitalised word inside a sentence, behind one that ends no clause and leads to no name.
#[derive(Clone, Copy, Debug)]
struct Place<'t> {
    at: usize,
    word: &'t str,
    before: &'t str,
    next: &'t str,
}

fn places<'t>(language: &Language, head: &'t str) -> impl Iterator<Item = Place<'t>> + use<'t> {
    let words = &language.events.labels;
    let known = !words.verbs.is_empty();
    let leads: fn(&Labels, &str) -> bool =
        |words, word| words.leads_on(word) || words.relatives.contains(&word);
    let mut at = 0;
    let all: Vec<(usize, &str)> = head
        .split(' ')
        .map(|word| {
            let start = at;
            at += word.len() + 1;
            (start, word)
        })
        .collect();
    let inside = all
        .windows(3)
        .enumerate()
        .filter(|(number, _)| known && (LEAST..=MOST).contains(&(number + 1)));
    let found: Vec<Place<'t>> = inside
        .map(|(_, it)| Place { at: it[1].0, word: it[1].1, before: it[0].1, next: it[2].1 })
        .filter(|place| {
            opens(place.word)
                && place.before.ends_with(|c: char| c.is_alphanumeric() || "'’”)".contains(c))
                && !leads(words, &place.before.to_lowercase())
        })
        .collect();
    found.into_iter()
}

/// Whether it is not what a page says about itself: who wrote it, when, for whom.
fn is_headline(words: &Labels, head: &str) -> bool {
    let lower = head.to_lowercase();
    let digits = |word: &str| word.bytes().filter(u8::is_ascii_digit).count();
    let stamped = |word: &str| digits(word) > 2 && word.contains([':', '.']);
    !head.split(' ').any(|word| words.bylines.contains(&word) || stamped(word))
        && !head.contains(['|', '('])
        && !words.furniture.iter().any(|phrase| lower.contains(phrase))
}

/// Whether most of its words have capitals.
fn is_title_case(text: &str) -> bool {
    let capitals = text.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    2 * capitals > text.split(' ').count()
}

/// A capital, and small letters behind it.
fn opens(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.all(|c| c.is_lowercase() || "'’-".contains(c))
}

impl Place<'_> {
    /// Whether a sentence of its own begins here.
    fn begins(self, words: &Labels, head: &str, spellings: &Spellings) -> bool {
        let behind_a_name = self.before.starts_with(char::is_uppercase);
        let goes_on = self.next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        // "Brandenburg Gate" is a name, and "Haiti Rescuers" none.
        let is_word = || {
            let plural = words.plural.is_some_and(|end| self.word.ends_with(end));
            goes_on && (!behind_a_name || plural) && spellings.ordinary(self.word)
        };
        let before = &head[..self.at];
        let opens = (words.run_in.contains(&self.word) && (goes_on || !is_title_case(before)))
            || is_word()
            || (!behind_a_name && self.again(words, head));
        opens && words.has_verb(&head[self.at..])
    }

    /// Whether a name of the headline stands here again, and something is said of it: "Olsen is ready to
    /// sail Olsen has been one of many".
    fn again(self, words: &Labels, head: &str) -> bool {
        let named = head[..self.at].split(' ').any(|word| bare(word) == bare(self.word));
        let rest =
            head[self.at..].split(' ').skip_while(|word| word.starts_with(char::is_uppercase));
        let said = rest.take(1).any(|word| words.verb(word) == Some(0));
        named && said && self.word.chars().count() > 3
    }
}

fn bare(word: &str) -> &str {
    word.trim_end_matches("'s").trim_end_matches("’s").trim_end_matches(['\'', '’'])
}

/// How often the words that may begin a sentence stand inside one, small and with a capital.
#[derive(Default)]
struct Spellings {
    /// By the small word.
    counts: QuickMap<String, (u32, u32)>,
}

impl Spellings {
    fn ask<'t>(&mut self, places: impl Iterator<Item = Place<'t>>) {
        self.counts.extend(places.map(|place| (place.word.to_lowercase(), (0, 0))));
    }

    fn count(&mut self, workers: &Workers, drafts: &[Draft]) {
        let asked = &self.counts;
        let counted = workers.map(drafts.iter(), |draft| {
            let mut counts: QuickMap<&str, (u32, u32)> = QuickMap::default();
            let mut lower = String::new();
            let mut inside = false;
            for word in draft.body.split(char::is_whitespace) {
                let within = core::mem::replace(&mut inside, word.ends_with(char::is_alphanumeric));
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                let capital = word.starts_with(char::is_uppercase);
                if capital && !within {
                    continue;
                }
                let word = if capital {
                    lower.clear();
                    lower.extend(word.chars().flat_map(char::to_lowercase));
                    &lower
                } else {
                    word
                };
                if let Some((known, _)) = asked.get_key_value(word) {
                    let (small, large) = counts.entry(known.as_str()).or_default();
                    *if capital { large } else { small } += 1;
                }
            }
            let owned = |(word, counts): (&str, _)| (word.to_owned(), counts);
            counts.into_iter().map(owned).collect::<Vec<_>>()
        });
        for (word, (small, large)) in counted.into_iter().flatten() {
            let counts = self.counts.entry(word).or_default();
            *counts = (counts.0 + small, counts.1 + large);
        }
    }

    /// Whether a word is written small far more often.
    fn ordinary(&self, word: &str) -> bool {
        let counts = self.counts.get(word.to_lowercase().as_str());
        counts.is_some_and(|&(small, large)| small > 1 && small >= CLEARLY * large)
    }
}

/// What begins a sentence inside another counts as a name there.
const CLEARLY: u32 = 2;

#[cfg(test)]
mod tests {
    use super::*;

    /// The titles of texts that stand in one corpus and are called by their first words.
    fn titles(texts: &[&str]) -> Vec<String> {
        let draft = |text: &&str| Draft {
            title: format!("{}…", text.split(' ').take(3).collect::<Vec<_>>().join(" ")),
            language: "en".into(),
            body: (*text).to_owned(),
            ..Draft::default()
        };
        let mut drafts: Vec<Draft> = texts.iter().map(draft).collect();
        part(&Workers::alone(), &mut drafts);
        drafts.into_iter().map(|draft| draft.title).collect()
    }

    const OTHERS: &str = "On Monday fishermen and rescuers said that they knew nothing. The rescuers went home, and so did the fishermen, to their street.";

    #[test]
    fn a_headline_that_ran_into_the_news_is_the_title() {
        for (text, title) in [
            (
                "Crews walk out again Hundreds of boats stayed in the harbour on Friday.",
                "Crews walk out again",
            ),
            (
                "Storm sinks ferry off Lillehavn Rescuers have pulled twelve people from the water.",
                "Storm sinks ferry off Lillehavn",
            ),
            (
                "Harbour board meets over strike The Port Union says it was not asked.",
                "Harbour board meets over strike",
            ),
            (
                "Olsen is ready to sail Olsen has been the ferry's captain for ten years.",
                "Olsen is ready to sail",
            ),
        ] {
            assert_eq!(titles(&[text, OTHERS])[0], title, "{text}");
        }
    }

    #[test]
    fn a_sentence_with_names_in_it_is_no_headline() {
        for text in [
            "The mayor met the head of the Port Authority on Friday and said nothing.",
            "Crews from all of Norway marched to King Street on Friday and were heard.",
            "By the Port Post Staff Hundreds of boats stayed in the harbour on Friday.",
            "4 May 2011 09:30 update Hundreds of boats stayed in the harbour on Friday.",
            "Fishermen who blocked the harbour said Fishermen were not asked.",
        ] {
            let found = titles(&[text, OTHERS]).swap_remove(0);
            assert!(found.ends_with('…'), "{text}: {found}");
        }
    }

    #[test]
    fn a_title_of_its_own_stays() {
        let body = "Crews walk out again Hundreds of boats stayed in the harbour.";
        let mut drafts = [Draft {
            title: "Strike goes on".into(),
            language: "en".into(),
            body: body.into(),
            ..Draft::default()
        }];
        part(&Workers::alone(), &mut drafts);
        assert_eq!(drafts[0].title, "Strike goes on");
    }
}
