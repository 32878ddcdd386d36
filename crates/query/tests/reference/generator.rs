//! Invented corpora and questions, the same for the same seed.

use std::collections::BTreeSet;

use dateline_model::{
    Article, Basis, Corpus, Day, DayRange, Entity, EntityKind, Event, Granularity, Mention, Span,
    Status, Telling, When,
};
use dateline_query::Selection;

/// Words as printed and as compared. Many share a beginning or differ by a
/// letter or two.
const VOCABULARY: [(&str, &str); 40] = [
    ("Alder", "alder"),
    ("Alders", "alders"),
    ("Weiß", "weiss"),
    ("Weiss", "weiss"),
    ("Weiss’s", "weiss"),
    ("Norhaven", "norhaven"),
    ("Norhaven's", "norhaven"),
    ("Türkel", "turkel"),
    ("turkel", "turkel"),
    ("İlhan", "ilhan"),
    ("Łęcki", "lecki"),
    ("Đorđe", "dorde"),
    ("Ёлкин", "елкин"),
    ("елки", "елки"),
    ("北", "北"),
    ("bridge", "bridge"),
    ("bridges", "bridges"),
    ("Bridge", "bridge"),
    ("bride", "bride"),
    ("talk", "talk"),
    ("talks", "talks"),
    ("TALKS", "talks"),
    ("talking", "talking"),
    ("round", "round"),
    ("ground", "ground"),
    ("harbour", "harbour"),
    ("harbours", "harbours"),
    ("agreement", "agreement"),
    ("agreements", "agreements"),
    ("disagreement", "disagreement"),
    ("negotiation", "negotiation"),
    ("negotiations", "negotiations"),
    ("U.N", "un"),
    ("the", "the"),
    ("The", "the"),
    ("of", "of"),
    ("on", "on"),
    ("a", "a"),
    ("2025", "2025"),
    ("16", "16"),
];

/// A small generator of numbers (splitmix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// A text and its words as compared, with the bytes that each covers.
#[derive(Clone, Default)]
pub struct Text {
    pub text: String,
    pub words: Vec<(String, Span)>,
    /// What words with hyphens between them are in one: the first, how many, and the word.
    pub joined: Vec<(usize, usize, String)>,
}

/// One word of a question.
#[derive(Clone, Debug)]
pub struct Asked {
    pub word: String,
    pub literal: bool,
}

/// A selection, with its words as the generator meant them.
#[derive(Clone, Debug)]
pub struct Question {
    pub selection: Selection,
    pub clauses: Vec<Vec<Asked>>,
}

/// A corpus and what its generator knows of it.
pub struct World {
    pub corpus: Corpus,
    /// By article: title, then standfirst and paragraphs.
    pub articles: Vec<Vec<Text>>,
    /// By event: the title.
    pub titles: Vec<Text>,
    /// By event and telling: the article and the sentence's words.
    pub tellings: Vec<Vec<(u32, Text)>>,
    pub outlets: Vec<String>,
    /// The dictionary.
    pub words: BTreeSet<String>,
}

impl World {
    pub fn new(dice: &mut Dice) -> Self {
        let mut world = World {
            corpus: Corpus::default(),
            articles: Vec::new(),
            titles: Vec::new(),
            tellings: Vec::new(),
            outlets: ["Alder Times", "Norhaven Post", "Évening Post"].map(String::from).into(),
            words: BTreeSet::new(),
        };
        let entities = 8;
        for at in 0..entities {
            world.corpus.entities.push(entity(at));
        }
        let mut sentences: Vec<Vec<(Span, Text)>> = Vec::new();
        for at in 0..30 {
            world.add_article(dice, at, entities, &mut sentences);
        }
        for (at, entity) in (0u32..).zip(&mut world.corpus.entities) {
            let articles = (0u32..).zip(&world.corpus.articles);
            let named = articles.filter(|(_, it)| it.mentions.iter().any(|one| one.entity == at));
            entity.articles = named.map(|(article, _)| article).collect();
        }
        for at in 0..25 {
            world.add_event(dice, at, entities, &sentences);
        }
        let words: Vec<String> = world
            .texts()
            .flat_map(|text| {
                let joined = text.joined.iter().map(|(_, _, word)| word.clone());
                text.words.iter().map(|(word, _)| word.clone()).chain(joined)
            })
            .collect();
        world.words.extend(words);
        world
    }

    /// Every text that a reader sees.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.articles.iter().flatten().chain(&self.titles)
    }

    fn add_article(
        &mut self,
        dice: &mut Dice,
        at: usize,
        entities: usize,
        sentences: &mut Vec<Vec<(Span, Text)>>,
    ) {
        let title = sentence(dice, 2, 5, "");
        let standfirst = dice.chance(30).then(|| sentence(dice, 2, 6, "."));
        let (mut body, mut texts, mut spans) = (String::new(), vec![title], Vec::new());
        texts.extend(standfirst.clone());
        for paragraph in 0..1 + dice.below(4) {
            if paragraph > 0 {
                body.push_str("\n\n");
            }
            let mut whole = Text::default();
            for _ in 0..1 + dice.below(3) {
                let one = sentence(dice, 3, 9, ".");
                if !whole.text.is_empty() {
                    whole.text.push(' ');
                }
                let start = whole.text.len() as u32;
                let here = body.len() as u32 + start;
                spans.push((Span { start: here, end: here + one.text.len() as u32 }, one.clone()));
                whole.text.push_str(&one.text);
                for (first, count, word) in one.joined {
                    whole.joined.push((first + whole.words.len(), count, word));
                }
                for (word, span) in one.words {
                    let span = Span { start: span.start + start, end: span.end + start };
                    whole.words.push((word, span));
                }
            }
            body.push_str(&whole.text);
            texts.push(whole);
        }
        let published = dice.chance(85).then(|| some_day(dice));
        let mentions = (0..dice.below(5))
            .map(|at| Mention {
                span: Span::new(at, at + 1),
                entity: dice.below(entities).min(dice.below(entities)) as u32,
            })
            .collect();
        self.corpus.articles.push(Article {
            id: at.to_string(),
            file: format!("{at}.txt"),
            title: texts[0].text.clone(),
            standfirst: standfirst.map(|text| text.text),
            outlet: dice.chance(85).then(|| self.outlets[dice.below(3)].clone()),
            via: None,
            agency: None,
            author: None,
            section: None,
            url: None,
            language: "en".into(),
            tags: Vec::new(),
            published: match published {
                Some(day) => When::on(day, Basis::Stated, Vec::new()),
                None => When::unknown(Vec::new()),
            },
            body,
            captions: Vec::new(),
            furniture: Vec::new(),
            timexes: Vec::new(),
            mentions,
            quotes: Vec::new(),
            version_of: None,
            version_shared: 0,
            withheld: Default::default(),
            fingerprint: at as u64,
            unread: dateline_model::Unread::Nothing,
        });
        self.articles.push(texts);
        sentences.push(spans);
    }

    fn add_event(
        &mut self,
        dice: &mut Dice,
        at: usize,
        entities: usize,
        sentences: &[Vec<(Span, Text)>],
    ) {
        let mut chosen = BTreeSet::new();
        for _ in 0..1 + dice.below(5) {
            let article = dice.below(sentences.len());
            chosen.insert((article, dice.below(sentences[article].len())));
        }
        let title = sentence(dice, 1, 5, "…");
        let start = some_day(dice);
        let mut named: Vec<u32> = (0..dice.below(4)).map(|_| dice.below(entities) as u32).collect();
        named.dedup();
        self.corpus.events.push(Event {
            id: at.to_string(),
            days: DayRange { start, end: start + dice.below(9) as i32 },
            granularity: Granularity::Day,
            basis: Basis::Stated,
            bounds: None,
            clock: None,
            status: Status::Happened,
            title: title.text.clone(),
            tellings: chosen
                .iter()
                .map(|&(article, sentence)| Telling {
                    article: article as u32,
                    span: sentences[article][sentence].0,
                    timex: None,
                })
                .collect(),
            entities: named,
            weight: chosen.len() as u32,
            key: chosen.len() > 1,
            links: Vec::new(),
            evidence: Vec::new(),
        });
        self.titles.push(title);
        self.tellings.push(
            chosen
                .iter()
                .map(|&(article, sentence)| {
                    (article as u32, sentences[article][sentence].1.clone())
                })
                .collect(),
        );
    }

    /// A selection with one to four choices.
    pub fn question(&self, dice: &mut Dice) -> Question {
        let mut selection = Selection::default();
        let mut clauses = Vec::new();
        for _ in 0..1 + dice.below(4) {
            match dice.below(7) {
                0 | 1 => (selection.q, clauses) = self.query(dice),
                2 => selection.with.push(dice.below(self.corpus.entities.len()) as u32),
                3 => selection.without.push(dice.below(self.corpus.entities.len()) as u32),
                4 => selection.outlets.push(dice.below(self.outlets.len()) as u16),
                5 => selection.from = Some(some_day(dice)),
                _ => selection.to = Some(some_day(dice)),
            }
        }
        if dice.chance(30) && clauses.is_empty() {
            (selection.q, clauses) = self.query(dice);
        }
        Question { selection, clauses }
    }

    /// Words and phrases: some from one text, some mistyped, some cut short.
    fn query(&self, dice: &mut Dice) -> (String, Vec<Vec<Asked>>) {
        let (mut q, mut clauses) = (String::new(), Vec::new());
        for _ in 0..1 + dice.below(3) {
            let texts: Vec<&Text> = self.texts().collect();
            let text = texts[dice.below(texts.len())];
            let at = dice.below(text.words.len());
            if !q.is_empty() {
                q.push(' ');
            }
            if dice.chance(25) {
                let end = text.words.len().min(at + 1 + dice.below(3));
                let words: Vec<&str> =
                    text.words[at..end].iter().map(|(word, _)| word.as_str()).collect();
                q.push('"');
                q.push_str(&words.join(" "));
                q.push('"');
                clauses.push(
                    words.iter().map(|&word| Asked { word: word.into(), literal: true }).collect(),
                );
                continue;
            }
            let mut word: Vec<char> = text.words[at].0.chars().collect();
            if dice.chance(30) {
                word.truncate(1 + dice.below(word.len()));
            }
            for _ in 0..dice.below(4).saturating_sub(1) {
                mistype(dice, &mut word);
            }
            let word: String = word.into_iter().collect();
            // Upper case must not matter.
            q.push_str(&if dice.chance(30) { word.to_uppercase() } else { word.clone() });
            clauses.push(vec![Asked { word, literal: false }]);
        }
        (q, clauses)
    }
}

fn mistype(dice: &mut Dice, word: &mut Vec<char>) {
    let at = dice.below(word.len());
    let letter = ['a', 'e', 'i', 'r', 's', 't'][dice.below(6)];
    match dice.below(4) {
        0 => word.insert(at, letter),
        1 => word[at] = letter,
        2 if at > 0 => word.swap(at - 1, at),
        _ if word.len() > 1 => drop(word.remove(at)),
        _ => {}
    }
}

fn sentence(dice: &mut Dice, least: usize, most: usize, stop: &str) -> Text {
    let mut out = Text::default();
    // Which words a hyphen joins to the one before.
    let mut tied = vec![false];
    let mut possessive = false;
    for at in 0..least + dice.below(most - least + 1) {
        if at > 0 {
            let between = [" ", " ", " ", ", ", " – ", "-"][dice.below(6)];
            out.text.push_str(between);
            tied.push(between == "-" && !possessive);
        }
        let (printed, word) = VOCABULARY[dice.below(VOCABULARY.len())];
        let bare = printed.trim_end_matches("’s").trim_end_matches("'s");
        possessive = bare != printed;
        let start = out.text.len();
        out.words.push((word.into(), Span::new(start, start + bare.len())));
        out.text.push_str(printed);
    }
    out.text.push_str(stop);
    out.joined = joined(&out.words, &tied);
    out
}

/// Whole chains of up to eight words, and in longer ones than two each pair of a word and a number.
/// What is a number throughout has seven digits.
fn joined(words: &[(String, Span)], tied: &[bool]) -> Vec<(usize, usize, String)> {
    let mut out = Vec::new();
    let number = |word: &str| word.chars().all(|c| c.is_ascii_digit());
    for first in 0..words.len() {
        for count in 2..=words.len() - first {
            let linked = tied[first + 1..first + count].iter().all(|&tied| tied);
            let whole = !tied[first] && !tied.get(first + count).is_some_and(|&tied| tied);
            let word: String =
                words[first..first + count].iter().map(|(w, _)| w.as_str()).collect();
            let mixed = count == 2 && number(&words[first].0) != number(&words[first + 1].0);
            let fits = if whole { count <= 8 } else { mixed };
            if linked && fits && !(number(&word) && word.len() < 7) {
                out.push((first, count, word));
            }
        }
    }
    out
}

fn some_day(dice: &mut Dice) -> Day {
    Day::from_number(-40 + dice.below(100) as i32)
}

fn entity(at: usize) -> Entity {
    Entity {
        id: at.to_string(),
        name: at.to_string(),
        kind: EntityKind::Person,
        spellings: Vec::new(),
        articles: Vec::new(),
        evidence: Vec::new(),
    }
}
