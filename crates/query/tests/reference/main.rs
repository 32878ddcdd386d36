//! The engine against plain loops over invented corpora. The loops follow the
//! documentation word by word and share no code with the engine: they read the
//! words that the generator wrote, not the texts.

mod generator;
mod plain;

use dateline_model::{Article, Corpus, Event, PartKind, Parts, Span, Telling, decode_parted, part};
use dateline_query::{EngineOn, SearchOptions, Selection};
use dateline_text::fold;
use generator::{Dice, World};

/// Asks many questions of several corpora; of every other one the engine has the core first, and the texts
/// later, as where a corpus lies in parts.
fn each_question(
    questions: u32,
    check: &mut dyn FnMut(&World, &EngineOn<'_>, &mut Dice, &generator::Question),
) {
    for seed in 1..=6 {
        let mut dice = Dice(seed);
        let world = World::new(&mut dice);
        let parts = parted(&world.corpus);
        let engine = match seed % 2 {
            0 => EngineOn::new(&world.corpus),
            _ => {
                let engine = EngineOn::new(parts.corpus());
                // What was asked before the texts came must not stay.
                engine.prepare();
                assert_eq!(engine.run(&Selection::default()).facets.entities, []);
                read_names(&engine, &world.corpus);
                // With and without questions between.
                parts.come_in_any_order(&engine, &mut dice, &mut |dice, _| {
                    if dice.chance(30) {
                        engine.prepare();
                    }
                });
                // Marks are those of the last search.
                engine.prepare();
                engine
            }
        };
        for _ in 0..questions {
            let question = world.question(&mut dice);
            check(&world, &engine, &mut dice, &question);
        }
    }
}

fn read_names<'c>(engine: &EngineOn<'c>, corpus: &'c Corpus) {
    engine.read_names(&corpus.entities, corpus.events.iter().map(|event| &*event.entities));
}

/// A corpus of which only the core is here, and what is to come.
struct Parted {
    parts: Parts<'static>,
    coming: Vec<Vec<u8>>,
}

impl Parted {
    fn corpus(&self) -> &'static Corpus {
        self.parts.corpus()
    }

    fn come(&self, engine: &EngineOn<'_>, part: usize, more: bool) {
        match self.parts.list()[part].contents.kind {
            PartKind::Names => drop(self.parts.put_names(&self.coming[part]).unwrap()),
            _ => self.parts.put(part, self.coming[part].clone(), false).unwrap(),
        }
        engine.read(&mut self.parts.articles_of(part), &mut self.parts.events_of(part), more);
    }

    /// `then` is done after each part.
    fn come_in_any_order(
        &self,
        engine: &EngineOn<'_>,
        dice: &mut Dice,
        then: &mut dyn FnMut(&mut Dice, usize),
    ) {
        let mut order: Vec<usize> = (0..self.coming.len()).collect();
        while !order.is_empty() {
            let part = order.swap_remove(dice.below(order.len()));
            self.come(engine, part, !order.is_empty());
            then(dice, part);
        }
    }
}

fn parted(corpus: &Corpus) -> Parted {
    let wrap = |all: Vec<Vec<u8>>| all.into_iter().map(|bytes| (bytes, [0; 32])).collect();
    let parted = part(corpus, 4096, &wrap);
    let (core, list) = decode_parted(&parted.core).unwrap();
    // As in the page, it stays to the end.
    Parted { parts: Parts::new(Box::leak(Box::new(core)), list), coming: parted.parts }
}

#[test]
fn a_search_finds_what_is_there_first_titles_and_then_texts() {
    let parted = parted(&dateline_model::sample::corpus());
    let engine = EngineOn::new(parted.corpus());
    let found = |q: &str| engine.search(q, SearchOptions::default()).articles;
    assert_eq!(found("bridge opens"), [0u32; 0]);
    let kinds: Vec<PartKind> = parted.parts.list().iter().map(|it| it.contents.kind).collect();
    let texts = kinds.iter().position(|kind| *kind == PartKind::Texts).expect("texts");
    (0..texts).for_each(|part| parted.come(&engine, part, true));
    assert_eq!(found("bridge opens"), [0]);
    assert_eq!(found("accounts"), [0u32; 0]);
    (texts..kinds.len()).for_each(|part| parted.come(&engine, part, part + 1 < kinds.len()));
    assert_eq!(found("accounts"), [0]);
}

#[test]
fn while_texts_come_a_search_finds_what_one_of_these_alone_would() {
    let mut found = 0;
    for seed in 11..=14 {
        let mut dice = Dice(seed);
        let world = World::new(&mut dice);
        let parted = parted(&world.corpus);
        let engine = EngineOn::new(parted.corpus());
        let mut here = parted.corpus().clone();
        parted.come_in_any_order(&engine, &mut dice, &mut |dice, part| {
            for (at, article) in parted.parts.articles_of(part) {
                here.articles[at as usize] = Article::clone(&article);
            }
            for (at, event) in parted.parts.events_of(part) {
                here.events[at as usize] = Event::clone(&event);
            }
            let alone = EngineOn::new(&here);
            for _ in 0..20 {
                let Selection { q, .. } = world.question(dice).selection;
                let only = Selection { q: q.clone(), ..Selection::default() };
                assert_eq!(engine.run(&only).articles, alone.run(&only).articles, "{q:?}");
                assert_eq!(engine.run(&only).events, alone.run(&only).events, "{q:?}");
                let options = SearchOptions::default();
                assert_eq!(engine.search(&q, options), alone.search(&q, options), "{q:?}");
                assert_eq!(engine.suggest(&q), alone.suggest(&q), "{q:?}");
                found += engine.search(&q, options).total;
            }
        });
    }
    assert!(found > 500, "{found}");
}

#[test]
fn a_sentence_behind_a_word_without_end_is_found() {
    let mut corpus = dateline_model::sample::corpus();
    // An event is told by a sentence that stands behind a picture's bytes.
    let (article, event) = (&mut corpus.articles[0], &mut corpus.events[0]);
    article.body = ["x".repeat(70_000), "\n\nThe zebra crossed.".into()].concat();
    let start = article.body.find("The zebra").expect("it");
    let span = Span::new(start, article.body.len());
    event.tellings = vec![Telling { article: 0, span, timex: None }];
    let found =
        EngineOn::new(&corpus).run(&Selection { q: "zebra".into(), ..Selection::default() });
    assert_eq!(found.events, [0]);
}

#[test]
fn who_is_named_elsewhere_is_nobody_until_the_names_are_read() {
    let corpus = dateline_model::sample::corpus();
    let (core, whole) = (parted(&corpus).corpus(), EngineOn::new(&corpus));
    let engine = EngineOn::new(core);
    let with = Selection { with: vec![2], ..Selection::default() };
    let all = Selection::default();
    let (before, after) = (engine.run(&all), whole.run(&all));
    assert_eq!((&before.articles, &before.events), (&after.articles, &after.events));
    assert_eq!(before.facets.outlets, after.facets.outlets);
    assert_eq!(engine.story(&all).events.len(), whole.story(&all).events.len());
    assert!(engine.run(&with).articles.is_empty());
    read_names(&engine, &corpus);
    for selection in [all, with] {
        assert_eq!(engine.run(&selection), whole.run(&selection));
        assert!(!engine.run(&selection).articles.is_empty());
    }
}

#[test]
fn selections_show_what_plain_loops_show() {
    let (mut some, mut none) = (0, 0);
    each_question(60, &mut |world, engine, _, question| {
        let results = engine.run(&question.selection);
        let expected = plain::run(world, question);
        assert_eq!(results, expected, "{question:?}");
        *if results.articles.is_empty() { &mut none } else { &mut some } += 1;
    });
    assert!(some > 100 && none > 25, "the questions are one-sided: {some} and {none}");
}

#[test]
fn an_empty_result_is_relaxed_as_plain_loops_would() {
    let mut found = 0;
    each_question(60, &mut |world, engine, _, question| {
        let relaxed = engine.relax(&question.selection);
        assert_eq!(relaxed, plain::relax(world, question), "{question:?}");
        found += u32::from(relaxed.is_some());
    });
    assert!(found > 10, "only {found} questions could be relaxed");
}

#[test]
fn searches_find_the_same_articles_with_titles_first() {
    let mut hits = 0;
    each_question(100, &mut |world, engine, dice, question| {
        let options =
            SearchOptions { limit: usize::MAX, prefix: dice.chance(70), typos: dice.chance(70) };
        let found = engine.search(&question.selection.q, options);
        let meant = plain::meant(world, &question.clauses, options.prefix, options.typos);
        let mut sorted = found.articles.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, plain::search(world, &meant), "{question:?} {options:?}");
        assert_eq!(found.total as usize, sorted.len());
        let titles: Vec<u32> =
            found.articles.iter().map(|&at| plain::title_points(world, &meant, at)).collect();
        assert!(titles.is_sorted_by(|one, other| one >= other), "{question:?} {titles:?}");
        hits += found.total;

        let few = engine.search(&question.selection.q, SearchOptions { limit: 3, ..options });
        assert_eq!(few.articles, found.articles[..found.articles.len().min(3)]);
    });
    assert!(hits > 500);
}

#[test]
fn marks_lie_where_plain_loops_put_them() {
    let mut marks = 0;
    each_question(25, &mut |world, engine, _, question| {
        let meant = plain::meant(world, &question.clauses, true, true);
        for text in world.texts() {
            let spans = engine.highlights(&question.selection.q, &text.text);
            assert_eq!(spans, plain::marks(&meant, text), "{question:?} {:?}", text.text);
            marks += spans.len();
        }
    });
    assert!(marks > 1000);
}

#[test]
fn suggestions_are_the_nearest_words_of_the_corpus() {
    let mut suggested = 0;
    each_question(60, &mut |world, engine, _, question| {
        // "U.N" is the word "un", and "post-war" is also "postwar".
        let word = |printed: &String| fold(printed).replace(['.', '-'], "");
        let suggestions: Vec<String> =
            engine.suggest(&question.selection.q).iter().map(word).collect();
        let nearest = plain::nearest(world, &question.clauses);
        assert_eq!(
            suggestions.first().is_some_and(|word| nearest.contains(word)),
            !nearest.is_empty(),
            "{question:?} {suggestions:?} {nearest:?}"
        );
        for word in &suggestions {
            assert!(world.words.contains(word), "{word:?} is no word of the corpus");
        }
        suggested += suggestions.len();
    });
    assert!(suggested > 10);
}
