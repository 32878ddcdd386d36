//! Dated articles that tell of the same people and things as an undated one.

use std::collections::BTreeMap;

use dateline_model::{Day, Entity, EntityIndex, EntityKind, Mention};

use crate::text::{TokenKind, sentences, tokens};
use crate::timex;

/// What inference looks at in one article.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Paragraphs.
    pub body: &'a str,
    /// Names in the body.
    pub mentions: &'a [Mention],
    /// All entities of the corpus.
    pub entities: &'a [Entity],
}

/// An article whose day is known.
#[derive(Clone, Copy)]
pub struct Dated<'a> {
    /// Headline.
    pub title: &'a str,
    /// Paragraphs.
    pub body: &'a str,
    /// Names in the body.
    pub mentions: &'a [Mention],
    /// The day it was published.
    pub day: Day,
}

/// The dated articles, findable by the entities that they name.
pub struct Subjects<'a> {
    articles: Vec<Dated<'a>>,
    by_entity: BTreeMap<EntityIndex, Vec<usize>>,
}

/// A dated article and what it shares with the undated one.
pub(super) struct Neighbour<'a> {
    pub article: Dated<'a>,
    pub weight: u32,
    /// Names that both have: people first, rarest first.
    shared: Vec<&'a Entity>,
}

impl<'a> Neighbour<'a> {
    /// The names to tell a reader: the people, or whatever there is.
    pub(super) fn names(&self) -> impl Iterator<Item = &'a str> {
        let people = self.shared.iter().filter(|entity| entity.kind == EntityKind::Person).count();
        let told = if people > 0 { people } else { self.shared.len() };
        self.shared.iter().take(told).map(|entity| entity.name.as_str())
    }
}

/// At most this many neighbours are weighed; more would only repeat them.
const MOST: usize = 5;

/// Two articles are about the same when they share this weight: three people,
/// or a person and several places. One shared capital is not enough.
const LEAST_WEIGHT: u32 = 7;

/// Entities named by more articles than this tell little and cost much.
const COMMON: usize = 2_000;

impl<'a> Subjects<'a> {
    /// Indexes the dated articles.
    pub fn new(articles: Vec<Dated<'a>>) -> Self {
        let mut by_entity: BTreeMap<EntityIndex, Vec<usize>> = BTreeMap::new();
        for (index, article) in articles.iter().enumerate() {
            for mention in article.mentions {
                let known = by_entity.entry(mention.entity).or_default();
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
        }
        Self { articles, by_entity }
    }

    /// The articles that share most, best first.
    pub(super) fn nearest(&self, subject: &Subject<'a>) -> Vec<Neighbour<'a>> {
        let mut named: Vec<EntityIndex> =
            subject.mentions.iter().map(|mention| mention.entity).collect();
        named.sort_unstable();
        named.dedup();
        let mut shared: BTreeMap<usize, Vec<EntityIndex>> = BTreeMap::new();
        for entity in named {
            let Some(articles) = self.by_entity.get(&entity) else { continue };
            if articles.len() <= COMMON {
                for article in articles {
                    shared.entry(*article).or_default().push(entity);
                }
            }
        }
        let mut out: Vec<Neighbour<'a>> = shared
            .into_iter()
            .map(|(article, entities)| self.neighbour(article, entities, subject.entities))
            .filter(|neighbour| neighbour.weight >= LEAST_WEIGHT)
            .collect();
        out.sort_by_key(|neighbour| (core::cmp::Reverse(neighbour.weight), neighbour.article.day));
        out.truncate(MOST);
        out
    }

    fn neighbour(
        &self,
        article: usize,
        mut shared: Vec<EntityIndex>,
        entities: &'a [Entity],
    ) -> Neighbour<'a> {
        shared.sort_by_key(|entity| {
            let entity = &entities[*entity as usize];
            (entity.kind, entity.articles.len())
        });
        let weight = shared
            .iter()
            .map(|entity| match entities[*entity as usize].kind {
                EntityKind::Person => 3,
                EntityKind::Organisation => 2,
                EntityKind::Place => 1,
            })
            .sum();
        let shared = shared.iter().map(|entity| &entities[*entity as usize]).collect();
        Neighbour { article: self.articles[article], weight, shared }
    }
}

/// The first neighbour that names the date of something which the undated
/// article still waits for.
pub(super) struct Plan<'a> {
    pub article: Dated<'a>,
    /// The neighbour's phrase.
    pub text: String,
}

/// How many content words a sentence about a plan must share with a sentence
/// that waits for it: "next", "direct", "talks" and a name or two.
const SHARED_WORDS: usize = 4;

pub(super) fn plan_told_first<'a>(
    subject: &Subject<'a>,
    neighbours: &[Neighbour<'a>],
) -> Option<Plan<'a>> {
    let own = timex::tag(subject.body, None);
    let waiting: Vec<Vec<String>> = sentences(subject.body)
        .into_iter()
        .filter(|sentence| waits(sentence.of(subject.body)))
        .filter(|sentence| {
            !own.iter().any(|timex| {
                sentence.contains(timex.span)
                    && timex.future
                    && timex.value.bytes().any(|byte| byte.is_ascii_digit())
            })
        })
        .map(|sentence| content_words(sentence.of(subject.body)))
        .collect();
    if waiting.is_empty() {
        return None;
    }
    let mut by_day: Vec<&Neighbour<'a>> = neighbours.iter().collect();
    by_day.sort_by_key(|neighbour| neighbour.article.day);
    by_day.into_iter().find_map(|neighbour| {
        let article = neighbour.article;
        let dates = timex::tag(article.body, Some(article.day));
        sentences(article.body).into_iter().find_map(|sentence| {
            let date = dates.iter().find(|timex| {
                sentence.contains(timex.span)
                    && timex.days.is_some_and(|days| days.start > article.day && days.days() == 1)
            })?;
            let words = content_words(sentence.of(article.body));
            let shares = |waits: &Vec<String>| {
                waits.iter().filter(|word| words.binary_search(word).is_ok()).count()
            };
            (waiting.iter().map(shares).max()? >= SHARED_WORDS)
                .then(|| Plan { article, text: date.span.of(article.body).into() })
        })
    })
}

/// Whether a sentence speaks of something still to come.
fn waits(sentence: &str) -> bool {
    tokens(sentence).iter().any(|token| matches!(token.of(sentence), "will" | "would" | "shall"))
}

/// The words that carry meaning, folded to their first six letters, sorted.
fn content_words(sentence: &str) -> Vec<String> {
    let mut out: Vec<String> = tokens(sentence)
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.of(sentence).to_lowercase())
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.chars().take(6).collect())
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

/// A title that the subject and a neighbour both print before the same name;
/// of several, that of the person whom fewest articles name.
pub(super) fn shared_office<'a>(
    subject: &Subject<'a>,
    neighbours: &[Neighbour<'a>],
) -> Option<(String, String, Dated<'a>)> {
    let mut own = offices(subject.body, subject.mentions, subject.entities);
    own.sort_by_key(|(entity, _)| subject.entities[*entity as usize].articles.len());
    neighbours.iter().find_map(|neighbour| {
        let article = neighbour.article;
        let theirs = offices(article.body, article.mentions, subject.entities);
        own.iter().find_map(|(entity, office)| {
            let shared = theirs.iter().any(|(other, title)| other == entity && title == office);
            shared
                .then(|| (office.clone(), subject.entities[*entity as usize].name.clone(), article))
        })
    })
}

/// The capitalised words directly before each full name of a person, where
/// there are at least three ("U.S. Secretary of State").
fn offices(body: &str, mentions: &[Mention], entities: &[Entity]) -> Vec<(EntityIndex, String)> {
    mentions
        .iter()
        .filter(|mention| entities[mention.entity as usize].kind == EntityKind::Person)
        .filter_map(|mention| {
            let before = body.get(..mention.span.start as usize)?;
            let line = before.rsplit('\n').next()?.trim_end();
            let mut words: Vec<&str> = line
                .rsplit(' ')
                .take_while(|word| {
                    let capital = word.chars().next().is_some_and(char::is_uppercase);
                    (capital || matches!(*word, "of" | "for")) && !word.ends_with([',', ';'])
                })
                .collect();
            while words.last().is_some_and(|word| matches!(*word, "of" | "for")) {
                words.pop();
            }
            words.reverse();
            (words.len() >= 3).then(|| (mention.entity, words.join(" ")))
        })
        .collect()
}
