//! What ingest reaches on ten invented articles, saved in ten manners, and the floors that it
//! must not fall below. `cargo test -p dateline-folder --test floors -- --nocapture` prints all.
//!
//! Gold (`tests/news/gold`) was written by hand before the stages were run on it: facts of the
//! article, lines that belong to the page only (`out:`), and the body with its time expressions
//! (`[t=VALUE text]`) and names (`[p=KEY text]`; p a person, l a place, o an organisation; one
//! key is one entity).

#[path = "floors/gold.rs"]
mod gold;

use std::path::PathBuf;
use std::sync::LazyLock;

use dateline_folder::read;
use dateline_ingest::{Meta, Options, Source, ingest, overlay::Overlay};
use dateline_model::{Article, Corpus, EntityKind};

use gold::{Gold, Mark};

static GOLD: LazyLock<Vec<Gold>> = LazyLock::new(|| gold::load(&folder().join("gold")));

fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/news"))
}

/// The articles as they were saved, beside their gold.
fn saved() -> Vec<(&'static Gold, Article)> {
    let files: Vec<PathBuf> = std::fs::read_dir(folder())
        .expect("the folder of articles")
        .filter_map(|entry| Some(entry.ok()?.path()).filter(|path| path.is_file()))
        .collect();
    let corpus = read(&files, &Options::default()).expect("the articles can be read");
    let find = |gold: &'static Gold| {
        let article = corpus.articles.iter().find(|article| article.id == gold.id);
        (gold, article.unwrap_or_else(|| panic!("{} was not read", gold.id)).clone())
    };
    GOLD.iter().map(find).collect()
}

/// The gold's own bodies, read as bodies: what times and names reach when separation is perfect.
fn bodies() -> Corpus {
    let sources: Vec<Source<'_>> = GOLD
        .iter()
        .map(|gold| Source {
            path: &gold.id,
            bytes: gold.body.as_bytes(),
            meta: Some(Meta { date: Some(gold.date.clone()), ..Meta::default() }),
        })
        .collect();
    ingest(&sources, &Overlay::default(), &Options { plain: true, ..Options::default() })
}

/// Right ones, found ones, and those that gold has.
#[derive(Default)]
struct Tally {
    right: u32,
    found: u32,
    gold: u32,
}

impl Tally {
    fn precision(&self) -> f64 {
        f64::from(self.right) / f64::from(self.found.max(1))
    }

    fn f1(&self) -> f64 {
        2.0 * f64::from(self.right) / f64::from((self.found + self.gold).max(1))
    }
}

fn hold(stage: &str, reached: f64, floor: f64, wrong: &[String]) {
    println!("{stage:<34} {reached:.3}  floor {floor:.3}");
    for line in wrong {
        println!("    {line}");
    }
    assert!(reached + 5e-4 >= floor, "{stage}: {reached:.3} fell below {floor:.3}; {wrong:#?}");
}

#[test]
fn bodies_of_saved_articles_hold_their_floor() {
    let (mut tally, mut wrong) = (Tally::default(), Vec::new());
    for (gold, article) in saved() {
        for paragraph in gold.body.split("\n\n") {
            let kept = article.body.contains(paragraph);
            tally.gold += 1;
            tally.found += u32::from(kept);
            tally.right += u32::from(kept);
            if !kept {
                wrong.push(format!("{}: lost {}", gold.id, head(paragraph)));
            }
        }
        for line in gold.out.iter().filter(|line| article.body.contains(line.as_str())) {
            tally.found += 1;
            wrong.push(format!("{}: kept {}", gold.id, head(line)));
        }
    }
    hold("body, segment F1", tally.f1(), BODY, &wrong);
}

/// What gold says of one fact, and what was read.
type Fact = fn(&Gold, &Article) -> (String, String);

#[test]
fn facts_of_saved_articles_hold_their_floor() {
    let facts: [(&str, f64, Fact); 4] = [
        ("title", TITLE, |gold, read| (gold.title.clone(), read.title.clone())),
        ("publication day", DAY, |gold, read| {
            let day = read.published.date.map(|day| day.to_string());
            (gold.date.clone(), day.unwrap_or_default())
        }),
        ("author", AUTHOR, |gold, read| {
            (gold.author.clone(), read.author.clone().unwrap_or_default())
        }),
        ("outlet", OUTLET, |gold, read| {
            (gold.outlet.clone(), read.outlet.clone().unwrap_or_default())
        }),
    ];
    let saved = saved();
    for (name, floor, pair) in facts {
        let (mut right, mut wrong) = (0, Vec::new());
        for (gold, article) in &saved {
            let (expected, read) = pair(gold, article);
            if expected == read {
                right += 1;
            } else {
                wrong.push(format!("{}: {read:?} for {expected:?}", gold.id));
            }
        }
        hold(name, f64::from(right) / saved.len() as f64, floor, &wrong);
    }
}

#[test]
fn time_expressions_hold_their_floors() {
    let (mut relaxed, mut value, mut wrong) = (Tally::default(), Tally::default(), Vec::new());
    for (gold, article) in GOLD.iter().zip(&bodies().articles) {
        let marks: Vec<&Mark> = gold.marks.iter().filter(|mark| mark.kind == 't').collect();
        for tally in [&mut relaxed, &mut value] {
            tally.gold += marks.len() as u32;
            tally.found += article.timexes.len() as u32;
        }
        let mut free: Vec<&Mark> = marks;
        for timex in &article.timexes {
            let span = timex.span;
            let touch =
                |mark: &&Mark| mark.start < span.end as usize && (span.start as usize) < mark.end;
            let text = &article.body[span.start as usize..span.end as usize];
            let Some(at) = free.iter().position(touch) else {
                wrong.push(format!("{}: extra {text} {}", gold.id, timex.value));
                continue;
            };
            let mark = free.remove(at);
            relaxed.right += 1;
            match timex.value == mark.key {
                true => value.right += 1,
                false => {
                    wrong.push(format!("{}: {text} {} for {}", gold.id, timex.value, mark.key));
                }
            }
        }
        for mark in free {
            let text = &gold.body[mark.start..mark.end];
            wrong.push(format!("{}: missed {text} {}", gold.id, mark.key));
        }
    }
    hold("times, relaxed F1", relaxed.f1(), TIMES, &wrong);
    hold("times, value F1", value.f1(), VALUES, &[]);
}

#[test]
fn names_and_their_spellings_hold_their_floors() {
    let (mut exact, mut alias, mut wrong) = (Tally::default(), Tally::default(), Vec::new());
    let corpus = bodies();
    for (gold, article) in GOLD.iter().zip(&corpus.articles) {
        let kind = |mark: &Mark| match mark.kind {
            'p' => Some(EntityKind::Person),
            'l' => Some(EntityKind::Place),
            'o' => Some(EntityKind::Organisation),
            _ => None,
        };
        let found: Vec<(usize, usize, EntityKind, usize)> = article
            .mentions
            .iter()
            .map(|mention| {
                let entity = mention.entity as usize;
                let span = mention.span;
                (span.start as usize, span.end as usize, corpus.entities[entity].kind, entity)
            })
            .collect();
        exact.found += found.len() as u32;
        let mut both: Vec<(&Mark, usize)> = Vec::new();
        for mark in &gold.marks {
            let Some(kind) = kind(mark) else { continue };
            exact.gold += 1;
            let same = found
                .iter()
                .find(|(start, end, is, _)| (*start, *end, *is) == (mark.start, mark.end, kind));
            match same {
                Some(same) => {
                    exact.right += 1;
                    both.push((mark, same.3));
                }
                None => {
                    let text = &gold.body[mark.start..mark.end];
                    wrong.push(format!("{}: missed {text} ({kind:?})", gold.id));
                }
            }
        }
        for (start, end, is, _) in &found {
            let marked =
                |mark: &Mark| (mark.start, mark.end, kind(mark)) == (*start, *end, Some(*is));
            if !gold.marks.iter().any(marked) {
                wrong.push(format!("{}: extra {} ({is:?})", gold.id, &article.body[*start..*end]));
            }
        }
        for (at, (mark, entity)) in both.iter().enumerate() {
            for (other, its) in &both[at + 1..] {
                if gold.body[mark.start..mark.end] == gold.body[other.start..other.end] {
                    continue;
                }
                let (same, told) = (mark.key == other.key, entity == its);
                alias.gold += u32::from(same);
                alias.found += u32::from(told);
                alias.right += u32::from(same && told);
                if same != told {
                    let (a, b) =
                        (&gold.body[mark.start..mark.end], &gold.body[other.start..other.end]);
                    let what = if told { "joined" } else { "apart" };
                    wrong.push(format!("{}: {what} {a} / {b}", gold.id));
                }
            }
        }
    }
    hold("names, exact F1", exact.f1(), NAMES, &wrong);
    hold("spellings, precision", alias.precision(), JOINED, &[]);
    hold("spellings, F1", alias.f1(), SPELLINGS, &[]);
}

fn head(text: &str) -> String {
    text.chars().take(60).collect()
}

/// The floors: what was last measured. They may rise, never fall.
const BODY: f64 = 0.966;
const TITLE: f64 = 0.900;
const DAY: f64 = 1.000;
const AUTHOR: f64 = 0.900;
const OUTLET: f64 = 0.700;
const TIMES: f64 = 0.995;
const VALUES: f64 = 0.947;
const NAMES: f64 = 0.908;
const JOINED: f64 = 1.000;
const SPELLINGS: f64 = 1.000;
