//! Made-up news for measuring: the same articles from the same number on every machine.

use dateline_ingest::checks::mutate::Dice;
use dateline_ingest::{Options, Source};
use dateline_model::Day;
use dateline_words as words;

/// What a made-up corpus is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Ordinary news: many stories, a few articles each.
    News,
    /// All articles tell one event of one day.
    OneEvent,
    /// No article prints a date.
    Undated,
    /// Every second article prints no date, and all name the same few people.
    HalfDated,
    /// All articles have the same title.
    OneTitle,
    /// Every article names somebody whom no other names.
    ManyNames,
}

impl Shape {
    /// All shapes, with their names.
    pub(super) const ALL: [(Shape, &str); 6] = [
        (Shape::News, "news"),
        (Shape::OneEvent, "one-event"),
        (Shape::Undated, "undated"),
        (Shape::HalfDated, "half-dated"),
        (Shape::OneTitle, "one-title"),
        (Shape::ManyNames, "many-names"),
    ];
}

/// Files with their names.
pub(super) struct Files(Vec<(String, Vec<u8>)>);

impl Files {
    /// So many articles of that shape, of about `words` words.
    pub(super) fn made_up(shape: Shape, articles: usize, words: usize) -> Self {
        let made = (0..articles).map(|number| {
            let text = Writer::new(shape, number).article(words);
            (format!("{number:06}.txt"), text.into_bytes())
        });
        Self(made.collect())
    }

    /// These files.
    pub(super) fn given(files: Vec<(String, Vec<u8>)>) -> Self {
        Self(files)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn bytes(&self) -> usize {
        self.0.iter().map(|file| file.1.len()).sum()
    }

    /// The first `count` as ingest takes them.
    pub(super) fn sources(&self, count: usize) -> Vec<Source<'_>> {
        self.0.iter().take(count).map(|(path, bytes)| Source { path, bytes, meta: None }).collect()
    }
}

/// Options for so many threads.
pub(super) fn options(threads: usize) -> Options<'static> {
    Options { threads: core::num::NonZeroUsize::new(threads), ..Options::default() }
}

const GIVEN: &[&str] = &[
    "Ada", "Ben", "Clara", "David", "Elena", "Frank", "Grace", "Henry", "Irene", "James", "Karen",
    "Lucas", "Maria", "Nina", "Oscar", "Paula", "Robert", "Sarah", "Thomas", "Vera",
];
const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const PLACES: &[&str] = &[
    "Oslo",
    "Kyiv",
    "Vienna",
    "Geneva",
    "Istanbul",
    "Paris",
    "Madrid",
    "Warsaw",
    "Norhaven",
    "Alder",
    "Port Vale",
    "East Harbour",
    "Oakdale",
    "Riga",
    "Lisbon",
    "Prague",
];
const ORGANISATIONS: &[&str] = &[
    "Harbour Board",
    "Ministry of Transport",
    "European Union",
    "City Council",
    "NATO",
    "Vale Shipping Ltd",
    "University of Alder",
    "Central Bank",
    "Supreme Court",
    "United Nations",
];
const OUTLETS: &[&str] = &[
    "The Port Post",
    "Oakdale Courier",
    "Harbour Times",
    "Daily Vale",
    "The Alder Herald",
    "Norhaven Gazette",
    "Evening Chronicle",
    "The Morning Tribune",
];
const ROLES: &[&str] =
    &["Mayor", "Foreign Minister", "President", "Prime Minister", "Senator", "Chief Engineer"];
const SUBJECTS: &[&str] = &[
    "bridge",
    "harbour",
    "railway",
    "budget",
    "school",
    "hospital",
    "ferry",
    "festival",
    "treaty",
    "airport",
    "power plant",
    "water tax",
    "museum",
    "stadium",
    "motorway",
    "ceasefire",
];
const VERBS: &[&str] = &[
    "opened",
    "closed",
    "approved",
    "rejected",
    "debated",
    "visited",
    "repaired",
    "inspected",
    "announced",
    "postponed",
    "signed",
    "criticised",
    "defended",
    "delayed",
];
const ORDINARY: &[&str] = &[
    "after months of talks",
    "despite the weather",
    "in front of the town hall",
    "with little notice",
    "for the second time",
    "as expected by most observers",
    "while workers waited outside",
    "because costs had risen again",
    "under heavy police protection",
    "to the surprise of residents",
    "and nobody could say why",
    "which few people had noticed before",
    "as the river kept rising",
];
const FILLERS: &[&str] = &[
    "The decision divides the town, where many families depend on the work.",
    "Nothing of this is new to those who have lived near the water for decades.",
    "Experts doubt that the money will be enough, and the numbers seem to agree with them.",
    "A report of the board, seen by this paper, speaks of cracks and missing screws.",
    "Trains ran late all day, and the roads into the centre were blocked for hours.",
    "It was the largest gathering that the place had seen in years.",
];

/// Writes one article.
struct Writer {
    shape: Shape,
    number: usize,
    dice: Dice,
    /// The day the article appears.
    day: Day,
    /// The people of its story.
    people: Vec<String>,
    subject: &'static str,
}

impl Writer {
    fn new(shape: Shape, number: usize) -> Self {
        let mut dice = Dice::new(number as u64);
        // About five articles tell of one story, and share its people and its day.
        let story = match shape {
            Shape::OneEvent => 0,
            Shape::HalfDated => number / 2 % 40,
            _ => number / 5,
        };
        let mut plot = Dice::new(story as u64 ^ 0x0057_0121);
        let subject = *plot.of(SUBJECTS);
        let people = (0..3)
            .map(|one| {
                let name = match shape {
                    Shape::ManyNames => surname(number * 3 + one),
                    _ => surname(plot.below(4000)),
                };
                format!("{} {name}", plot.of(GIVEN))
            })
            .collect();
        let first = Day::new(2024, 1, 1).expect("a day of the calendar");
        let days = if shape == Shape::OneEvent { 0 } else { plot.below(700) + dice.below(3) };
        Self { shape, number, dice, day: first + days as i32, people, subject }
    }

    fn article(&mut self, words: usize) -> String {
        let title = match self.shape {
            Shape::OneTitle => "Bridge closed again".to_owned(),
            _ => {
                let place = *self.dice.of(PLACES);
                format!(
                    "{place} {} the {} plan of its neighbours",
                    self.dice.of(VERBS),
                    self.subject
                )
            }
        };
        let printed = match self.shape {
            Shape::Undated => false,
            Shape::HalfDated => self.number.is_multiple_of(2),
            _ => true,
        };
        let mut out = format!("{title}\n\n{}", self.dice.of(OUTLETS));
        if printed {
            out.push_str(&format!(", {} {}", words::day_and_month(self.day), self.day.year()));
        }
        let (mut written, mut sentences) = (0, 0);
        while written < words {
            out.push_str(if sentences % 5 == 0 { "\n\n" } else { " " });
            let sentence = self.sentence();
            written += sentence.split(' ').count();
            out.push_str(&sentence);
            sentences += 1;
        }
        out.push('\n');
        out
    }

    fn sentence(&mut self) -> String {
        let dice = &mut self.dice;
        let person = dice.of(&self.people).as_str();
        let surname = person.rsplit(' ').next().unwrap_or(person);
        let (role, place, organisation) = (dice.of(ROLES), dice.of(PLACES), dice.of(ORGANISATIONS));
        let (verb, tail, subject) = (dice.of(VERBS), dice.of(ORDINARY), self.subject);
        let weekday = WEEKDAYS[dice.below(7)];
        let back = self.day + -(dice.below(200) as i32);
        match dice.below(9) {
            0 => format!("{role} {person} {verb} the {subject} in {place} on {weekday}, {tail}."),
            1 => format!(
                "\u{201C}We will not wait for the {subject} any longer,\u{201D} {surname} said on {weekday}, {tail}."
            ),
            2 => format!(
                "On {} {}, the {organisation} {verb} the {subject} near {place}, {tail}.",
                words::day_and_month(back),
                back.year()
            ),
            3 => format!("The {organisation} {verb} a plan for the {subject} last month, {tail}."),
            4 => format!(
                "{surname} is expected in {place} next week, where the {organisation} will meet {tail}."
            ),
            5 => format!("Two years ago the {subject} in {place} was {verb} {tail}."),
            6 => format!(
                "According to {person}, the {subject} was {verb} on {}, {tail}.",
                words::day_and_month(back)
            ),
            _ => (*dice.of(FILLERS)).to_owned(),
        }
    }
}

/// A made-up surname; no two numbers below 8000 have the same.
fn surname(number: usize) -> String {
    const FIRST: [&str; 20] = [
        "Al", "Bor", "Cald", "Dren", "Ell", "Far", "Gar", "Hol", "Ing", "Jor", "Kel", "Lor", "Mar",
        "Nor", "Or", "Pel", "Quil", "Ros", "Sel", "Tor",
    ];
    const MIDDLE: [&str; 20] = [
        "a", "be", "ci", "do", "e", "fu", "ga", "hi", "ke", "la", "mo", "na", "o", "pe", "ri",
        "sa", "te", "u", "vi", "wo",
    ];
    const LAST: [&str; 20] = [
        "berg", "croft", "dal", "field", "gard", "ham", "kin", "ley", "man", "ner", "quist", "rup",
        "sen", "ström", "ton", "vik", "well", "worth", "zek", "mond",
    ];
    let tail =
        if number < 8000 { String::new() } else { surname(number / 8000 - 1).to_lowercase() };
    format!("{}{}{}{tail}", FIRST[number % 20], MIDDLE[number / 20 % 20], LAST[number / 400 % 20])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_is_written_twice_alike_and_read_as_articles() {
        for (shape, name) in Shape::ALL {
            let (one, other) = (Files::made_up(shape, 24, 60), Files::made_up(shape, 24, 60));
            assert_eq!(one.0, other.0, "{name}");
            let corpus =
                dateline_ingest::ingest(&one.sources(24), &Default::default(), &options(1));
            assert_eq!(corpus.articles.len(), 24, "{name}");
            let dated = corpus.articles.iter().filter(|article| {
                article.published.basis == dateline_model::Basis::Stated
                    && article.published.date.is_some()
            });
            let expected = match shape {
                Shape::Undated => 0,
                Shape::HalfDated => 12,
                _ => 24,
            };
            assert_eq!(dated.count(), expected, "{name}");
            assert!(!corpus.entities.is_empty(), "{name}");
        }
    }
}
