//! Dated articles that tell of the same people and things as an undated one.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use dateline_lang::Language;
use dateline_model::{Day, Entity, EntityIndex, EntityKind, Mention, Span, Timex};

use dateline_text::{TokenKind, floor, tokens};

/// What inference looks at in one article.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// Of the body.
    pub language: &'static Language,
    /// Paragraphs.
    pub body: &'a str,
    /// Names in the body.
    pub mentions: &'a [Mention],
    /// Time expressions in the body, valued without a date.
    pub timexes: &'a [Timex],
}

/// An article whose day is known.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// Of the body.
    pub language: &'static Language,
    /// Headline.
    pub title: &'a str,
    /// Paragraphs.
    pub body: &'a str,
    /// Names in the body.
    pub mentions: &'a [Mention],
    /// Time expressions in the body, valued against its day.
    pub timexes: &'a [Timex],
    /// The day it was published.
    pub day: Day,
}

/// The dated articles, findable by the entities that they name.
pub struct Neighbourhood<'a> {
    /// All entities of the corpus.
    pub entities: &'a [Entity],
    articles: Vec<Told<'a>>,
    /// For each entity the articles that name it, in order.
    by_entity: Vec<Vec<u32>>,
    /// Weights by article, all 0 between two uses: an undated article must not
    /// cost a look at every dated one.
    scales: Mutex<Vec<Vec<u32>>>,
}

/// A dated article and what it shares with the undated one.
pub(super) struct Neighbour<'a> {
    pub article: Told<'a>,
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

impl<'a> Neighbourhood<'a> {
    /// Indexes the dated articles.
    pub fn new(articles: Vec<Told<'a>>, entities: &'a [Entity]) -> Self {
        let mut by_entity: Vec<Vec<u32>> = vec![Vec::new(); entities.len()];
        for (index, article) in (0..).zip(&articles) {
            for mention in article.mentions {
                let known = &mut by_entity[mention.entity as usize];
                if known.last() != Some(&index) {
                    known.push(index);
                }
            }
        }
        Self { entities, articles, by_entity, scales: Mutex::default() }
    }

    /// The articles that share most, best first.
    pub(super) fn nearest(&self, subject: &Subject<'a>) -> Vec<Neighbour<'a>> {
        let mut named: Vec<EntityIndex> =
            subject.mentions.iter().map(|mention| mention.entity).collect();
        named.sort_unstable();
        named.dedup();
        named.retain(|entity| (1..=COMMON).contains(&self.naming(*entity).len()));
        if named.is_empty() {
            return Vec::new();
        }
        let mut scale = self.scales().pop().unwrap_or_else(|| vec![0; self.articles.len()]);
        let mut near: Vec<u32> = Vec::new();
        for &entity in &named {
            let weight = self.weight(entity);
            for &article in self.naming(entity) {
                let sum = &mut scale[article as usize];
                if *sum < LEAST_WEIGHT && *sum + weight >= LEAST_WEIGHT {
                    near.push(article);
                }
                *sum += weight;
            }
        }
        near.sort_unstable_by_key(|&article| {
            let (article, sum) = (article as usize, scale[article as usize]);
            (core::cmp::Reverse(sum), self.articles[article].day, article)
        });
        near.truncate(MOST);
        let out = near.iter().map(|&article| {
            let shared = named.iter().copied();
            let shared = shared
                .filter(|entity| self.naming(*entity).binary_search(&article).is_ok())
                .collect();
            self.neighbour(article as usize, scale[article as usize], shared)
        });
        let out = out.collect();
        for &entity in &named {
            for &article in self.naming(entity) {
                scale[article as usize] = 0;
            }
        }
        self.scales().push(scale);
        out
    }

    fn scales(&self) -> std::sync::MutexGuard<'_, Vec<Vec<u32>>> {
        self.scales.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn naming(&self, entity: EntityIndex) -> &[u32] {
        &self.by_entity[entity as usize]
    }

    fn weight(&self, entity: EntityIndex) -> u32 {
        match self.entities[entity as usize].kind {
            EntityKind::Person => 3,
            EntityKind::Organisation => 2,
            EntityKind::Place => 1,
        }
    }

    fn neighbour(&self, article: usize, weight: u32, shared: Vec<EntityIndex>) -> Neighbour<'a> {
        let mut shared: Vec<&'a Entity> =
            shared.iter().map(|entity| &self.entities[*entity as usize]).collect();
        shared.sort_by_key(|entity| (entity.kind, entity.articles.len()));
        Neighbour { article: self.articles[article], weight, shared }
    }
}

/// The first neighbour that names the date of something which the undated
/// article still waits for.
pub(super) struct Plan<'a> {
    pub article: Told<'a>,
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
    let waiting: Vec<Vec<String>> = (subject.language.sentences)(subject.body)
        .into_iter()
        .filter(|sentence| waits(subject.language, sentence.of(subject.body)))
        .filter(|sentence| {
            !within(subject.timexes, *sentence)
                .any(|timex| timex.future && timex.value.bytes().any(|byte| byte.is_ascii_digit()))
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
        (article.language.sentences)(article.body).into_iter().find_map(|sentence| {
            let date = within(article.timexes, sentence).find(|timex| {
                timex.days.is_some_and(|days| days.start > article.day && days.days() == 1)
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

/// The expressions inside a sentence.
fn within(timexes: &[Timex], sentence: Span) -> impl Iterator<Item = &Timex> {
    let from = timexes.partition_point(|timex| timex.span.start < sentence.start);
    timexes[from..]
        .iter()
        .take_while(move |timex| timex.span.start < sentence.end)
        .filter(move |timex| sentence.contains(timex.span))
}

/// Whether a sentence speaks of something still to come.
fn waits(language: &Language, sentence: &str) -> bool {
    tokens(sentence).iter().any(|token| language.events.waiting.contains(&token.of(sentence)))
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
    entities: &'a [Entity],
    neighbours: &[Neighbour<'a>],
) -> Option<(&'a str, String, Told<'a>)> {
    let mut own = offices(subject.language, subject.body, subject.mentions, entities);
    own.sort_by_key(|(entity, _)| entities[*entity as usize].articles.len());
    neighbours.iter().find_map(|neighbour| {
        let article = neighbour.article;
        let theirs: BTreeSet<_> =
            offices(article.language, article.body, article.mentions, entities)
                .into_iter()
                .collect();
        let (entity, office) = own.iter().find(|office| theirs.contains(office))?;
        Some((entities[*entity as usize].name.as_str(), office.clone(), article))
    })
}

/// No title that stands before a name is longer, in bytes.
const LONGEST_OFFICE: usize = 240;

/// The capitalised words directly before each full name of a person, where
/// there are at least three ("U.S. Secretary of State").
fn offices(
    language: &Language,
    body: &str,
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<(EntityIndex, String)> {
    let joint = |word: &str| language.events.office_joints.contains(&word);
    mentions
        .iter()
        .filter(|mention| entities[mention.entity as usize].kind == EntityKind::Person)
        .filter_map(|mention| {
            let end = mention.span.start as usize;
            let before = body.get(floor(body, end.saturating_sub(LONGEST_OFFICE))..end)?;
            let line = before.rsplit('\n').next()?.trim_end();
            let mut words: Vec<&str> = line
                .rsplit(' ')
                .take_while(|word| {
                    let capital = word.chars().next().is_some_and(char::is_uppercase);
                    (capital || joint(word)) && !word.ends_with([',', ';'])
                })
                .collect();
            while words.last().is_some_and(|word| joint(word)) {
                words.pop();
            }
            words.reverse();
            (words.len() >= 3).then(|| (mention.entity, words.join(" ")))
        })
        .collect()
}
