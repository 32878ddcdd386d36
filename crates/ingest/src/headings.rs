//! Headlines that ran into their texts: "Crews walk out again Hundreds of boats stayed in the harbour".
//!
//! What joins the texts of a page's elements by a space leaves no line between a headline and the news. Where
//! an article has no other title than its text's first words, the place where a sentence begins inside its
//! first one is looked for, and what stands before it is the title. What a site writes over all its articles
//! is nobody's. The text stays as it is.

use dateline_extract::{Draft, first_words};
use dateline_lang::Language;
use dateline_lang::events::Labels;
use dateline_lang::quotes::Quotes;
use dateline_text::{QuickMap, fingerprint, floor};
use dateline_workers::Workers;

use crate::languages;
use crate::recurring::Recurring;

/// A headline has so many words at least …
const LEAST: usize = 3;

/// … and at most.
const MOST: usize = 16;

/// Within so many bytes the news begins.
const HEAD: usize = 400;

/// So much of a text is looked at, in sentences …
const SENTENCES: usize = 8;

/// … and in bytes.
const LOOKED_AT: usize = 2400;

/// A title that is cut from the news has at most so many characters.
const CUT: usize = 80;

/// Gives the drafts that are called by their first words the headlines that ran into them, or the first
/// words of the news where other stories' teasers, bylines and days stand before it.
pub(crate) fn part(workers: &Workers, drafts: &mut [Draft]) {
    let untitled: Vec<usize> = (0..drafts.len()).filter(|at| is_untitled(&drafts[*at])).collect();
    let told = untitled.iter().map(|at| &drafts[*at]);
    let languages = languages::of(told.map(|draft| (draft.language.as_str(), draft.body.as_str())));
    let titles = {
        let told = untitled.iter().zip(languages).map(|(at, language)| (&drafts[*at], language));
        let openings = openings(told);
        let bylines = Bylines::of(&openings);
        let mut spellings = Spellings::default();
        for (language, opening) in &openings {
            spellings.ask(places(language, opening, usize::MAX));
        }
        if !spellings.counts.is_empty() {
            spellings.count(workers, drafts);
        }
        let bodies = untitled.iter().map(|at| drafts[*at].body.as_str());
        let rows = openings.iter().zip(bodies).map(|((language, opening), body)| {
            let start = bylines.end(language, opening);
            title(language, opening, start, &spellings, body.starts_with(opening))
        });
        rows.collect::<Vec<_>>()
    };
    for (at, title) in untitled.into_iter().zip(titles) {
        if let Some(title) = title {
            drafts[at].title = title;
        }
    }
}

/// Whether a draft is called by the first words of a line that goes on.
fn is_untitled(draft: &Draft) -> bool {
    let title = draft.title.trim_end_matches('…').trim_end();
    let rest = draft.body.strip_prefix(title).filter(|_| !title.is_empty());
    rest.is_some_and(|rest| !rest.starts_with('\n') && !rest.trim().is_empty())
}

/// The sentence that each draft begins with, behind those with which articles of other days begin too: a
/// site's own words, and what it teases everywhere.
fn openings<'d>(
    drafts: impl Iterator<Item = (&'d Draft, &'static Language)>,
) -> Vec<(&'static Language, &'d str)> {
    let mut recurring = Recurring::default();
    let mut all = Vec::new();
    for (draft, language) in drafts {
        let head = &draft.body[..floor(&draft.body, LOOKED_AT)];
        let spans = (language.sentences)(head).into_iter().take(SENTENCES);
        let sentences: Vec<&str> = spans.map(|span| span.of(head)).collect();
        let day = draft.published.as_ref().and_then(|when| when.date);
        sentences.iter().for_each(|sentence| recurring.see(fingerprint(sentence), day));
        all.push((language, sentences));
    }
    let is_own = |sentence: &&str| !recurring.has(fingerprint(sentence));
    let opening = |(language, sentences): (&'static Language, Vec<&'d str>)| {
        let first = sentences.iter().copied().find(is_own).or(sentences.first().copied());
        (language, first.map_or("", |first| &first[..floor(first, HEAD)]))
    };
    all.into_iter().map(opening).collect()
}

/// What an article that begins so, behind the byline that ends at `start`, is called; `None` where its first
/// words stay, which are the opening's where it is the `first` sentence.
fn title(
    language: &Language,
    opening: &str,
    mut start: usize,
    spellings: &Spellings,
    first: bool,
) -> Option<String> {
    let words = &language.events.labels;
    // A byline, a day, a headline: a text has few of them before its news.
    for _ in 0..4 {
        let rest = &opening[start..];
        let mut places = places(language, rest, MOST).into_iter();
        let Some(place) = places.find(|it| it.begins(words, rest, spellings)) else { break };
        if is_headline(words, &rest[..place.at]) {
            return Some(rest[..place.at].trim_end().to_owned());
        }
        start += place.at;
    }
    (start > 0 || !first).then(|| first_words(&opening[start..], CUT))
}

/// What a house writes over its articles: "By the Port Post Staff". How often each run of words opens one.
struct Bylines<'t>(QuickMap<&'t str, u32>);

/// A house's byline has so many words.
const BYLINE: core::ops::RangeInclusive<usize> = 3..=8;

/// A byline over so many articles is the house's.
const HOUSE: u32 = 3;

impl<'t> Bylines<'t> {
    fn of(openings: &[(&'static Language, &'t str)]) -> Self {
        let mut counts: QuickMap<&str, u32> = QuickMap::default();
        for (language, opening) in openings {
            for run in Self::runs(language, opening) {
                *counts.entry(run).or_default() += 1;
            }
        }
        Self(counts)
    }

    /// The runs of words that an opening begins with, where it begins as a byline does.
    fn runs(language: &Language, opening: &'t str) -> Vec<&'t str> {
        let first = opening.split(' ').next().unwrap_or("");
        if !language.events.labels.bylines.contains(&first) {
            return Vec::new();
        }
        let ends = opening.match_indices(' ').map(|(at, _)| at).skip(BYLINE.start() - 1);
        ends.take(BYLINE.end() - BYLINE.start() + 1).map(|end| &opening[..end]).collect()
    }

    /// Where the byline of the house ends: the longest run that stands over at least half as many articles
    /// as its shortest, and over so many as make it the house's.
    fn end(&self, language: &Language, opening: &'t str) -> usize {
        let runs = Self::runs(language, opening);
        let count = |run: &str| self.0.get(run).copied().unwrap_or(0);
        let Some(most) = runs.first().map(|run| count(run)).filter(|most| *most >= HOUSE) else {
            return 0;
        };
        let ends = |run: &str| !opening[run.len() + 1..].starts_with(char::is_lowercase);
        let shared = runs.iter().rev().find(|run| 2 * count(run) >= most && ends(run));
        shared.map_or(0, |run| run.len() + 1)
    }
}

/// A capitalised word inside a sentence, behind one that ends no clause and leads to no name.
#[derive(Clone, Copy, Debug)]
struct Place<'t> {
    at: usize,
    word: &'t str,
    before: &'t str,
    next: &'t str,
    /// Whether the word before it is somebody's role: "Captain Nils Olsen".
    role: bool,
}

/// The places behind at least [`LEAST`] words and at most so many.
fn places<'t>(language: &Language, head: &'t str, most: usize) -> Vec<Place<'t>> {
    let words = &language.events.labels;
    let mut at = 0;
    let mut all: Vec<(usize, &str)> = Vec::new();
    for word in head.split(' ') {
        all.push((at, word));
        at += word.len() + 1;
    }
    let quotes = language.quotes;
    let is_role = |word: &str| {
        let low = word.to_lowercase();
        let of = |it: &Quotes| it.roles.contains(&*low) || it.inside_roles.contains(&&*low);
        quotes.is_some_and(|it| of(it))
    };
    let known = if words.verbs.is_empty() { &[] } else { all.as_slice() };
    let inside = known.windows(3).skip(LEAST - 1).take(most.saturating_sub(LEAST - 1));
    let inside = inside
        .map(|it| Place {
            at: it[1].0,
            word: it[1].1,
            before: it[0].1,
            next: it[2].1,
            role: is_role(it[0].1),
        })
        .filter(|place| {
            let ends = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '”' | ')');
            place.word.starts_with(char::is_uppercase)
                && place.before.ends_with(ends)
                && !words.ties(&place.before.to_lowercase())
        });
    inside.collect()
}

/// Whether it is not what a page says about itself: who wrote it, when, for whom.
fn is_headline(words: &Labels, head: &str) -> bool {
    let lower = head.to_lowercase();
    let stamped = |word: &str| {
        word.bytes().filter(u8::is_ascii_digit).count() > 2 && word.contains([':', '.'])
    };
    !head.split(' ').any(|word| words.bylines.contains(&word) || stamped(word))
        && !head.contains(['|', '('])
        && !words.furniture.iter().any(|phrase| lower.contains(phrase))
}

/// Whether most of its words have capitals.
fn is_title_case(text: &str) -> bool {
    let capitals = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase));
    2 * capitals.count() > text.split_whitespace().count()
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
            let stem = words.plural.and_then(|end| Some((self.word.strip_suffix(end)?, end)));
            let plural = stem.is_some_and(|(stem, end)| !stem.ends_with(end));
            let named = behind_a_name && !plural;
            let least = if named { HARDLY } else { CLEARLY };
            goes_on
                && spellings.ordinary(self.word, least)
                && !(named && is_title_case(&head[..self.at]))
        };
        let before = &head[..self.at];
        // In a headline of capitals what has none is a word that ties.
        let goes_on_or_apart = || goes_on || !behind_a_name || !is_title_case(before);
        let starts = (words.run_in.contains(&self.word) && goes_on_or_apart())
            || (opens(self.word) && is_word())
            || self.again(words, head, behind_a_name);
        starts && words.has_verb(&head[self.at..])
    }

    /// Whether words of the headline stand here again: a name of it, of which something is said ("Olsen is ready to
    /// sail Olsen has been one of many"); its first word ("Nils and Ida sing for the ferry Nils Olsen has …"), behind
    /// a name its first two; and both words of a name ("Ostrey mourns Ida Berg in Merida Ida Berg was …").
    fn again(self, words: &Labels, head: &str, behind_a_name: bool) -> bool {
        let before = &head[..self.at];
        let free = !behind_a_name && opens(self.word);
        let named = self.next.starts_with(char::is_uppercase);
        let both = [self.word, " ", bare(self.next)].concat();
        let has_both = before.contains(&both);
        if free && (has_both && named || !has_both && self.is_said(words, head)) {
            return true;
        }
        // "Captain Nils Olsen" and "Ten-year-old Nils Olsen" go on from there.
        if self.role || (behind_a_name && self.before.contains('-')) {
            return false;
        }
        let twice = |text: &str| {
            text.strip_prefix(&*both).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let anywhere = || before.match_indices(self.word).any(|(at, _)| twice(&before[at..]));
        let first = before.split(' ').next() == Some(self.word);
        twice(before)
            || (named && anywhere())
            || (free && first && words.verb(self.before) != Some(0))
    }

    /// Whether a name of the headline stands here again, and its verb follows.
    fn is_said(self, words: &Labels, head: &str) -> bool {
        let named = head[..self.at].split(' ').any(|word| bare(word) == bare(self.word));
        let mut rest =
            head[self.at..].split(' ').skip_while(|word| word.starts_with(char::is_uppercase));
        let said = rest.next().is_some_and(|word| words.verb(word) == Some(0));
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
    fn ask(&mut self, places: Vec<Place<'_>>) {
        let asked = places.iter().filter(|place| opens(place.word));
        self.counts.extend(asked.map(|place| (place.word.to_lowercase(), (0, 0))));
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

    /// Whether a word is written small so many times as often.
    fn ordinary(&self, word: &str, least: u32) -> bool {
        let counts = self.counts.get(word.to_lowercase().as_str());
        counts.is_some_and(|&(small, large)| small > 1 && small >= least * large)
    }
}

/// What begins a sentence inside another counts as a name there.
const CLEARLY: u32 = 2;

/// Behind a name, where another word of it may stand, it is hardly ever one.
const HARDLY: u32 = 20;

#[cfg(test)]
mod tests {
    use dateline_model::{Basis, Day, When};

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

    const OTHERS: &str = "On Monday fishermen and rescuers said that they knew nothing. The rescuers went home, and so did the fishermen, to their street. They gave one address and another address, the fishermen's.";

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
            (
                "Nils Olsen leads the strike Nils Olsen's boat was seen in the harbour.",
                "Nils Olsen leads the strike",
            ),
            (
                "Nils and Ida on ferry song Nils Olsen and Ida Berg have said that they will sing.",
                "Nils and Ida on ferry song",
            ),
            (
                "NW crews stay off Norway NW crews are holding out a week after the storm.",
                "NW crews stay off Norway",
            ),
            (
                "Ostrey mourns Ida Berg in Norway Ida Berg was the ferry's captain.",
                "Ostrey mourns Ida Berg in Norway",
            ),
            (
                "First death of a sailor in Norway For the first time in years, a sailor has died.",
                "First death of a sailor in Norway",
            ),
            (
                "Port Emergency Board launches Norway appeal The Port's board has asked for help.",
                "Port Emergency Board launches Norway appeal",
            ),
            (
                "By the Port Post Staff Hundreds of boats stayed in the harbour on Friday.",
                "Hundreds of boats stayed in the harbour on Friday.",
            ),
            (
                "4 May 2011 09:30 update Hundreds of boats stayed in the harbour on Friday.",
                "Hundreds of boats stayed in the harbour on Friday.",
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
            "Just two days after a State of the Union Address to fishermen the crews went home.",
            "Fishermen who blocked the harbour said Fishermen were not asked.",
        ] {
            let found = titles(&[text, OTHERS]).swap_remove(0);
            assert!(found.ends_with('…'), "{text}: {found}");
        }
    }

    #[test]
    fn what_stands_over_many_articles_is_nobodys_title() {
        let teaser = "Chess club wins again in Ostrey.";
        let bodies = [
            "The ferry sank on Monday.",
            "The strike began on Tuesday.",
            "By the Port Post Staff Norway mourned its sailors on Friday.",
            "By the Port Post Staff Ostrey's mayor resigned on Sunday.",
            "By the Port Post Staff King Street flooded on Saturday.",
        ];
        let draft = |(day, body): (i8, &str)| Draft {
            title: "Chess club wins…".into(),
            language: "en".into(),
            body: format!("{teaser} {body}"),
            published: Day::new(2011, 5, day).map(|day| When::on(day, Basis::Stated, Vec::new())),
            ..Draft::default()
        };
        let mut drafts: Vec<Draft> = (1..).zip(bodies).map(draft).collect();
        part(&Workers::alone(), &mut drafts);
        let titles: Vec<&str> = drafts.iter().map(|draft| draft.title.as_str()).collect();
        assert_eq!(
            titles,
            [
                "The ferry sank on Monday.",
                "The strike began on Tuesday.",
                "Norway mourned its sailors on Friday.",
                "Ostrey's mayor resigned on Sunday.",
                "King Street flooded on Saturday.",
            ]
        );
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
