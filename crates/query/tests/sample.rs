//! The sample corpus as a reader would use it.

use dateline_model::{Day, sample};
use dateline_query::{Choice, EngineOn, Relaxation, SearchOptions, Selection};

const QUELL: u32 = 0;
const WEISS: u32 = 1;
const PORT_ALDER: u32 = 2;
const NORHAVEN: u32 = 3;
const BOARD: u32 = 4;
const UNION: u32 = 5;

fn check(selection: Selection, articles: &[u32], events: &[u32]) {
    let corpus = sample::corpus();
    let results = EngineOn::new(&corpus).run(&selection);
    assert_eq!((results.articles.as_slice(), results.events.as_slice()), (articles, events));
}

fn words(q: &str) -> Selection {
    Selection { q: q.into(), ..Default::default() }
}

fn day(text: &str) -> Option<Day> {
    Day::parse(text)
}

#[test]
fn choosing_nothing_shows_all_with_undated_articles_last() {
    check(Selection::default(), &[0, 1, 2, 3], &[0, 1, 2, 3, 4, 5]);
    check(words(" \u{2026}?! "), &[0, 1, 2, 3], &[0, 1, 2, 3, 4, 5]);
}

#[test]
fn several_names_must_all_be_named() {
    check(Selection { with: vec![PORT_ALDER], ..Default::default() }, &[0, 1, 3], &[0, 2, 4]);
    check(Selection { with: vec![PORT_ALDER, WEISS], ..Default::default() }, &[1], &[4]);
    check(Selection { with: vec![WEISS, WEISS], ..Default::default() }, &[1, 2], &[3, 4]);
}

#[test]
fn a_name_that_is_shut_out_takes_its_articles_and_events_away() {
    check(Selection { without: vec![WEISS], ..Default::default() }, &[0, 3], &[0, 1, 2, 5]);
    check(Selection { with: vec![WEISS], without: vec![WEISS], ..Default::default() }, &[], &[]);
}

#[test]
fn events_stay_when_one_chosen_outlet_tells_them() {
    check(Selection { outlets: vec![1], ..Default::default() }, &[1], &[2, 3, 4]);
    check(Selection { outlets: vec![0, 1], ..Default::default() }, &[0, 1, 2], &[1, 2, 3, 4, 5]);
}

#[test]
fn days_hold_publications_and_overlapping_events() {
    check(
        Selection { from: day("2024-03-06"), to: day("2024-03-13"), ..Default::default() },
        &[1, 2],
        &[3],
    );
    check(Selection { to: day("1998-06-01"), ..Default::default() }, &[], &[0, 1]);
    check(
        Selection { from: day("2024-03-13"), to: day("2024-03-06"), ..Default::default() },
        &[],
        &[],
    );
}

#[test]
fn words_are_found_without_case_accents_or_their_ending() {
    check(words("WEISS"), &[1, 2], &[3, 4]);
    check(words("Wei\u{df}"), &[1, 2], &[3, 4]);
    check(words("stri"), &[1, 2], &[4]);
    check(words("union board"), &[1], &[3]);
    check(words("\u{201c}twenty years\u{201d}"), &[0], &[]);
    check(words("\"years twenty\""), &[], &[]);
}

#[test]
fn one_articles_sentences_must_tell_an_event_in_all_words() {
    // Both outlets tell the strike; "tolls" is only in one of their sentences.
    check(words("strike tolls"), &[1], &[4]);
    check(words("tolls norhaven"), &[], &[]);
}

#[test]
fn a_mistyped_word_still_finds_and_a_quoted_one_does_not() {
    check(words("strkie"), &[1, 2], &[4]);
    check(words("Nohraven brigde"), &[], &[]);
    check(words("\"strkie\""), &[], &[]);
    check(words("xyzzy"), &[], &[]);
}

#[test]
fn titles_come_before_bodies_and_whole_words_before_beginnings() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    let search = |text: &str| engine.search(text, SearchOptions::default());
    assert_eq!(search("strike").articles, [2, 1]);
    assert_eq!(search("bridge").articles, [0, 1]);
    assert_eq!(search("crossing").articles, [3]);
    assert_eq!(search("").total, 0);
    let first = engine.search("alder", SearchOptions { limit: 1, ..Default::default() });
    assert_eq!((first.total, first.articles), (3, vec![0]));
}

#[test]
fn prefixes_and_typos_can_be_switched_off() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    let whole = SearchOptions { prefix: false, typos: false, ..Default::default() };
    assert_eq!(engine.search("stri", whole).total, 0);
    assert_eq!(engine.search("strkie", whole).total, 0);
    assert_eq!(engine.search("strike", whole).total, 2);
    assert_eq!(engine.search("strkie", SearchOptions { typos: true, ..whole }).total, 2);
}

#[test]
fn counts_say_what_one_more_choice_would_leave() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    let all = engine.run(&Selection::default()).facets;
    assert_eq!(
        all.entities,
        [(PORT_ALDER, 3), (QUELL, 2), (WEISS, 2), (BOARD, 2), (NORHAVEN, 1), (UNION, 1)]
    );
    assert_eq!(all.outlets, [(0, 2), (1, 1)]);
    assert_eq!(all.months, [(2024, 3, 3)]);

    // The outlet that is not chosen keeps its count.
    let one = engine.run(&Selection { outlets: vec![1], ..Default::default() }).facets;
    assert_eq!(one.outlets, [(0, 2), (1, 1)]);
    assert_eq!(one.entities, [(WEISS, 1), (PORT_ALDER, 1), (BOARD, 1), (UNION, 1)]);

    // The name that is shut out says how many articles it takes away.
    let without = engine.run(&Selection { without: vec![WEISS], ..Default::default() }).facets;
    assert_eq!(without.entities, [(WEISS, 2), (PORT_ALDER, 2), (QUELL, 1), (BOARD, 1)]);

    // Days do not hide the months outside them; a chosen name stays at zero.
    let past = Selection { with: vec![UNION], to: day("2000-01-01"), ..Default::default() };
    let past = engine.run(&past).facets;
    assert_eq!((past.months, past.entities), (vec![(2024, 3, 1)], vec![(UNION, 0)]));
}

#[test]
fn marks_cover_whole_words_and_phrases() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    for (q, text, expected) in [
        ("weis", "Anton Wei\u{df}, Weiss\u{2019}s friend", &["Wei\u{df}", "Weiss"][..]),
        ("\"new bridge\"", "A new bridge is no new thing", &["new bridge"]),
        ("turkiye a", "T\u{fc}rkiye and Asia, at home", &["T\u{fc}rkiye", "and", "Asia", "at"]),
        ("strkie", "The strike strikes", &["strike"]),
        ("port \"port alder\"", "Port Alder port", &["Port Alder", "port"]),
        ("zo\u{eb}", "Zoe\u{308} and zoe", &["Zoe\u{308}", "zoe"]),
        ("", "Nothing", &[]),
        ("bridge", "", &[]),
        ("off", "often is off", &["off"]),
    ] {
        let mut found: Vec<&str> = Vec::new();
        let mut end = 0;
        for span in engine.highlights(q, text) {
            assert!(span.start >= end);
            end = span.end;
            found.push(span.of(text));
        }
        assert_eq!(found, expected, "{q:?}");
    }
}

#[test]
fn unknown_words_bring_the_nearest_spellings_of_the_sources() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    assert_eq!(engine.suggest("Nohraven bridge"), ["Norhaven"]);
    assert_eq!(engine.suggest("weiss"), Vec::<String>::new());
    assert_eq!(engine.suggest("qwertyuiop 1999"), Vec::<String>::new());
    assert_eq!(engine.suggest("Quel strike")[0], "Quell");
}

#[test]
fn an_empty_result_names_the_choice_to_take_back() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    let relax = |selection: &Selection| engine.relax(selection);
    assert_eq!(relax(&Selection::default()), None);
    let off = Selection { q: "\"new bridge\"".into(), with: vec![NORHAVEN], ..Default::default() };
    assert_eq!(
        relax(&off),
        Some(Relaxation { drop: Choice::With(NORHAVEN), articles: 2, events: 1 })
    );
    let never = Selection { outlets: vec![1], from: day("2030-01-01"), ..Default::default() };
    assert_eq!(relax(&never), Some(Relaxation { drop: Choice::Dates, articles: 1, events: 3 }));
    let both = Selection { q: "xyzzy".into(), from: day("2030-01-01"), ..Default::default() };
    assert_eq!(relax(&both), None);
    let against = Selection { with: vec![WEISS], without: vec![WEISS], ..Default::default() };
    assert_eq!(
        relax(&against),
        Some(Relaxation { drop: Choice::With(WEISS), articles: 2, events: 4 })
    );
}

#[test]
fn choices_that_the_corpus_lacks_never_break_an_answer() {
    check(Selection { with: vec![99, 0], ..Default::default() }, &[], &[]);
    check(
        Selection { without: vec![99], ..Default::default() },
        &[0, 1, 2, 3],
        &[0, 1, 2, 3, 4, 5],
    );
    check(Selection { outlets: vec![99], ..Default::default() }, &[], &[]);
    let corpus = dateline_model::Corpus::default();
    let engine = EngineOn::new(&corpus);
    assert_eq!(engine.run(&words("a \"b c\" d")).articles, []);
    assert_eq!(engine.search("a", SearchOptions::default()).total, 0);
    assert_eq!((engine.suggest("words"), engine.relax(&words("a"))), (Vec::new(), None));
}

#[test]
fn an_engine_can_be_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    shared(&engine);
    engine.prepare();
    assert_eq!(engine.run(&words("ferry")).articles, [3]);
}

/// A corpus of titles, without events.
fn titled(titles: &[&str]) -> dateline_model::Corpus {
    let sample = sample::corpus();
    let articles = titles.iter().map(|title| dateline_model::Article {
        title: (*title).into(),
        standfirst: None,
        body: String::new(),
        mentions: Vec::new(),
        ..sample.articles[0].clone()
    });
    dateline_model::Corpus { articles: articles.collect(), ..Default::default() }
}

/// Which titles a query finds, with what is marked in brackets.
fn found(titles: &[&str], q: &str) -> Vec<String> {
    let corpus = titled(titles);
    let engine = EngineOn::new(&corpus);
    let articles = engine.run(&words(q)).articles;
    let mark = |at: &u32| {
        let title = &corpus.articles[*at as usize].title;
        let (mut out, mut last) = (String::new(), 0);
        for span in engine.highlights(q, title) {
            out += &title[last..span.start as usize];
            out += &format!("[{}]", span.of(title));
            last = span.end as usize;
        }
        out + &title[last..]
    };
    articles.iter().map(mark).collect()
}

#[test]
fn a_symbol_finds_what_is_written_and_nothing_else() {
    let titles = ["A fine of \u{20ac}5 at the port", "AT&T sells, said C++ men at #Port \u{1f600}"];
    assert_eq!(found(&titles, "\u{20ac}"), ["A fine of [\u{20ac}]5 at the port"]);
    assert_eq!(found(&titles, "\u{20ac}5"), ["A fine of [\u{20ac}5] at the port"]);
    assert_eq!(found(&titles, "AT&T"), ["[AT&T] sells, said C++ men at #Port \u{1f600}"]);
    assert_eq!(found(&titles, "C++"), ["AT&T sells, said [C++] men at #Port \u{1f600}"]);
    assert_eq!(found(&titles, "#"), ["AT&T sells, said C++ men at [#]Port \u{1f600}"]);
    assert_eq!(found(&titles, "\u{1f600}"), ["AT&T sells, said C++ men at #Port [\u{1f600}]"]);
    for nowhere in ["$", "\u{1f601}", "C#", "\u{20ac}6"] {
        assert_eq!(found(&titles, nowhere), [""; 0], "{nowhere}");
    }
}

#[test]
fn words_that_are_written_in_one_are_found_apart_and_the_other_way_round() {
    let titles = ["Covid-19 kills 1,000", "Covid19 kills 1000", "Covid 19 kills 1 000"];
    let all = |mark: &dyn Fn(&str) -> String| titles.map(mark).to_vec();
    let covid = |title: &str| {
        let (name, rest) = title.split_at(title.find(" kills").unwrap_or(0));
        format!("[{name}]{rest}")
    };
    for q in ["covid19", "covid-19", "Covid\u{2011}19"] {
        assert_eq!(found(&titles, q), all(&covid), "{q}");
    }
    let thousand = |title: &str| {
        let at = title.find("kills ").map_or(0, |at| at + 6);
        format!("{}[{}]", &title[..at], &title[at..])
    };
    for q in ["1000", "1,000", "1.000", "1 000", "1\u{202f}000"] {
        assert_eq!(found(&titles, q), all(&thousand), "{q}");
    }
    let titles = ["A post-war deal", "O\u{2019}Brien\u{2019}s E.U. e-mail", "A postwar EU email"];
    assert_eq!(found(&titles, "postwar"), ["A [post-war] deal", "A [postwar] EU email"]);
    assert_eq!(found(&titles, "post-war"), ["A [post-war] deal", "A [postwar] EU email"]);
    assert_eq!(found(&titles, "postw"), ["A [post-war] deal", "A [postwar] EU email"]);
    assert_eq!(found(&titles, "obrien"), ["[O\u{2019}Brien]\u{2019}s E.U. e-mail"]);
    assert_eq!(
        found(&titles, "eu email"),
        ["O\u{2019}Brien\u{2019}s [E.U]. [e-mail]", "A postwar [EU] [email]"]
    );
}

#[test]
fn only_punctuation_is_nothing_to_look_for() {
    let corpus = sample::corpus();
    let engine = EngineOn::new(&corpus);
    for q in ["", " \u{2026}?! ", "()", "\u{2013}", "\"\""] {
        assert!(!engine.has_words(q), "{q}");
    }
    for q in ["a", "#", "\u{20ac}", "\u{2764}\u{fe0f}", "\u{1f1fa}\u{1f1e6}"] {
        assert!(engine.has_words(q), "{q}");
    }
}
