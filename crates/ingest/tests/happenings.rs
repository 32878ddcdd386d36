//! What an editor reads as one happening, and what the program makes of it: invented happenings in
//! crowds of others like them, each told as a wire, a headline, a live page, a recap, a transcript.
//! `cargo test -p dateline-ingest --test happenings -- --nocapture` prints tables and failures.
//!
//! A corpus (`tests/happenings/NAME.txt`) is written from reading, never from what the code gives:
//!
//! ```text
//! # A comment.
//! sinking 2024-03-04 happened  The ferry Tarn Queen capsizes
//! hearing 2024-04-02|2024-04-03 planned  Either day is right
//!
//! === Coast Wire | 2024-03-05 | Ferry capsizes off Hask
//! [sinking] A ferry capsized off Hask on Monday, officials said. [-] "It was dark," one man said.
//! ```
//!
//! The head has a row for each happening: a name, its days (a day, a month, a year, `FIRST..LAST`;
//! `|` where either is right), its status at the end of the corpus, and what it is. A line is a
//! paragraph. A mark judges what follows it, to the next mark or the end of the paragraph:
//!
//! - `[NAME]` or `[NAME OTHER]`: tells the happening, or both;
//! - `[NAME?]`: a detail of it, which may be in no event, but in none of another happening;
//! - `[-]`: tells nothing and must be in no event: a comparison, a comment, a header, a question, an
//!   opinion, direct speech;
//! - `[*]`: tells something else, which may be an event, but none with the happenings of the head;
//! - `[?]` and what stands before a paragraph's first mark: not judged.
//!
//! A happening is one or two by these rules: a plan and what came of it on its day are one, with the
//! status that it has at last; a count that rises is one; an announcement of its own day is another
//! than what it announces; an aftershock is another than its quake, a day of protest another than
//! the day before, a charge another than the arrest.
//!
//! Half of the happenings are `work`: their failures are printed, to be read. Those of the other
//! half, `check`, are counted, and printed only with `DATELINE_CHECK=1`: so that nobody tunes for
//! them.

#[path = "happenings/gold.rs"]
mod gold;
#[path = "happenings/score.rs"]
mod score;
#[path = "happenings/totals.rs"]
mod totals;

use std::collections::BTreeMap;
use std::path::Path;

use dateline_ingest::{Meta, Options, Source, ingest, overlay::Overlay};

use dateline_model::{Basis, Event, Granularity, Telling};
use gold::{Corpus, Happening};
use score::score;
use totals::{Half, Totals};

/// What must be reached, as measured: raise it with the code, never lower it without a reason.
struct Bounds {
    gathered: usize,
    merged: usize,
    lost: usize,
    wrong_day: usize,
    wrong_status: usize,
    told_nothing: usize,
    surplus: usize,
}

const BOUNDS: Bounds = Bounds {
    gathered: 59,
    merged: 26,
    lost: 26,
    wrong_day: 0,
    wrong_status: 5,
    told_nothing: 20,
    surplus: 54,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/happenings");

#[test]
fn happenings_are_told_once_each_with_their_day_and_status() {
    let corpora = gold::load(Path::new(FOLDER));
    let asked = std::env::var_os("DATELINE_CHECK").is_some();
    let mut totals: BTreeMap<Half, Totals> = BTreeMap::new();
    for corpus in &corpora {
        let scored = score(corpus, &read(corpus));
        println!("{}: {} articles", corpus.name, corpus.articles.len());
        let shown =
            |(half, line): &(Half, String)| (asked || *half == Half::Work).then(|| line.clone());
        for line in scored.rows.iter().filter_map(shown) {
            println!("  {line}");
        }
        for line in scored.failures.iter().filter_map(shown) {
            println!("    {line}");
        }
        for (half, part) in &scored.totals {
            totals.entry(*half).or_default().add(part);
        }
    }
    let mut both = Totals::default();
    totals.values().for_each(|part| both.add(part));
    let articles: usize = corpora.iter().map(|corpus| corpus.articles.len()).sum();
    println!("\n{} corpora, {articles} articles", corpora.len());
    println!("{:<22} {:>10} {:>10} {:>10}", "", "work", "check", "both");
    let columns = [totals[&Half::Work], totals[&Half::Check], both];
    row("happenings", columns, |part| (part.happenings, None));
    row("gathered", columns, |part| (part.gathered, Some(part.several)));
    row("merged", columns, |part| (part.merged, None));
    row("lost", columns, |part| (part.lost, Some(part.tellings)));
    row("wrong day", columns, |part| (part.wrong_day, Some(part.told)));
    row("wrong status", columns, |part| (part.wrong_status, Some(part.told)));
    row("told that must not", columns, |part| (part.told_nothing, Some(part.nothing)));
    row("surplus events", columns, |part| (part.surplus, None));
    assert!(both.gathered >= BOUNDS.gathered, "gathered: {both:?}");
    at_most("merged", both.merged, BOUNDS.merged);
    at_most("lost", both.lost, BOUNDS.lost);
    at_most("wrong day", both.wrong_day, BOUNDS.wrong_day);
    at_most("wrong status", both.wrong_status, BOUNDS.wrong_status);
    at_most("told that must not", both.told_nothing, BOUNDS.told_nothing);
    at_most("surplus events", both.surplus, BOUNDS.surplus);
}

/// The measure itself: an editor's own events lose nothing, and one event of all merges all.
#[test]
fn what_the_gold_tells_scores_full_and_one_event_of_all_does_not() {
    for gold in gold::load(Path::new(FOLDER)) {
        let mut found = read(&gold);
        found.events =
            gold.happenings.iter().enumerate().map(|row| told(&gold, &found, row)).collect();
        let full = sum(&score(&gold, &found));
        assert_eq!((full.gathered, full.told), (full.several, gold.happenings.len()), "{full:?}");
        let wrong = full.merged + full.lost + full.wrong_day + full.wrong_status;
        assert_eq!(wrong + full.told_nothing + full.surplus, 0, "{}: {full:?}", gold.name);
        let all = found.events.iter().flat_map(|event| event.tellings.clone()).collect();
        found.events.truncate(1);
        found.events[0].tellings = all;
        let one = sum(&score(&gold, &found));
        assert_eq!((one.lost, one.gathered), (0, one.several), "{}: {one:?}", gold.name);
        assert!(2 * one.merged > gold.happenings.len(), "{}: {one:?}", gold.name);
    }
}

/// The event that an editor would make of a happening.
fn told(gold: &Corpus, found: &dateline_model::Corpus, row: (usize, &Happening)) -> Event {
    let (number, happening) = row;
    let places = score::places(gold, found).into_iter().filter(|place| place.stretch.tells(number));
    let telling = |place: score::Place<'_>| Telling {
        article: place.at as u32,
        span: place.span,
        timex: None,
    };
    Event {
        id: happening.name.clone(),
        days: happening.days[0],
        granularity: Granularity::Day,
        basis: Basis::Stated,
        bounds: None,
        clock: None,
        status: happening.status,
        title: happening.name.clone(),
        tellings: places.map(telling).collect(),
        entities: Vec::new(),
        weight: 0,
        key: false,
        links: Vec::new(),
        evidence: Vec::new(),
    }
}

fn sum(scored: &score::Scored) -> Totals {
    let mut both = Totals::default();
    scored.totals.values().for_each(|part| both.add(part));
    both
}

fn at_most(name: &str, reached: usize, most: usize) {
    assert!(reached <= most, "{name}: {reached}, and at most {most} was reached before");
}

fn row(name: &str, columns: [Totals; 3], count: impl Fn(&Totals) -> (usize, Option<usize>)) {
    let shown = columns.map(|part| match count(&part) {
        (count, Some(of)) => format!("{count} of {of}"),
        (count, None) => count.to_string(),
    });
    println!("{name:<22} {:>10} {:>10} {:>10}", shown[0], shown[1], shown[2]);
}

/// The corpus as the program reads it.
fn read(gold: &Corpus) -> dateline_model::Corpus {
    let files: Vec<String> = (0..gold.articles.len()).map(file).collect();
    let sources: Vec<Source<'_>> = gold
        .articles
        .iter()
        .zip(&files)
        .map(|(article, path)| Source {
            path,
            bytes: article.body.as_bytes(),
            meta: Some(Meta {
                title: Some(article.title.clone()),
                outlet: Some(article.outlet.clone()),
                date: Some(article.date.clone()),
                ..Meta::default()
            }),
        })
        .collect();
    ingest(&sources, &Overlay::default(), &Options { plain: true, ..Options::default() })
}

/// The path of a corpus's article, by its position.
fn file(number: usize) -> String {
    format!("{number:02}.txt")
}
