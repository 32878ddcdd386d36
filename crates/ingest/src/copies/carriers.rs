//! Who carried a text: the same words under another outlet, day or address are an article of their own
//! and a version of the first, since who printed a report and when is what readers of news ask. Only
//! what adds nothing, a page that was saved twice, is passed over.

use std::collections::HashMap;

use dateline_extract::Draft;
use dateline_model::Day;
use dateline_text::{hash_seeded, letters};

/// The texts that were kept so far.
#[derive(Default)]
pub(crate) struct Carriers {
    /// By fingerprint: the first article with each text.
    firsts: HashMap<u64, Vec<usize>>,
    /// By text, as its first article, and what an article may tell of its carrier: who told that.
    known: HashMap<(usize, Carrier), usize>,
}

/// Outlet, day and address, as far as they are told.
type Carrier = (Option<String>, Option<Day>, Option<String>);

impl Carriers {
    /// The first of `kept` with the text of `draft`; where there is none, the place that it will have.
    pub(crate) fn first(&self, kept: &[Draft], fingerprint: u64, draft: &Draft) -> usize {
        let mut alike = self.firsts.get(&fingerprint).into_iter().flatten().copied();
        let same = |at: &usize| letters(&kept[*at].body).eq(letters(&draft.body));
        alike.find(same).unwrap_or(kept.len())
    }

    /// The article that tells all that `draft` does of its carrier.
    pub(crate) fn known(&self, first: usize, draft: &Draft) -> Option<usize> {
        self.known.get(&(first, carrier(draft))).copied()
    }

    /// Keeps `draft` as the article `at` with the text of `first`.
    pub(crate) fn add(&mut self, first: usize, fingerprint: u64, draft: &Draft, at: usize) {
        if first == at {
            self.firsts.entry(fingerprint).or_default().push(at);
        }
        // What tells less of the same carrier adds nothing to it.
        let (outlet, day, url) = carrier(draft);
        for told in 0..8 {
            let outlet = outlet.clone().filter(|_| told & 1 == 0);
            let (day, url) = (day.filter(|_| told & 2 == 0), url.clone().filter(|_| told & 4 == 0));
            self.known.entry((first, (outlet, day, url))).or_insert(at);
        }
    }
}

/// What a later carrier's article is known by: its text's `fingerprint`, and who carried it.
pub(crate) fn carried(fingerprint: u64, draft: &Draft) -> u64 {
    let (outlet, day, url) = carrier(draft);
    let day = day.map(|day| day.to_string());
    let parts = [outlet, day, url].map(Option::unwrap_or_default);
    hash_seeded(&parts.join("\n"), fingerprint)
}

/// One outlet has one page of a text on a day, under however many addresses.
fn carrier(draft: &Draft) -> Carrier {
    let day = draft.published.as_ref().and_then(|when| when.date);
    let outlet = draft.outlet.as_ref().map(|name| letters(name).collect::<String>());
    let url = draft.url.clone().filter(|_| outlet.is_none() || day.is_none());
    (outlet, day, url)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use dateline_model::{Corpus, WarningKind};

    use crate::{Options, Source, ingest, overlay::Overlay};

    const REPORT: &str = "A cargo ferry with ninety cars on board ran aground in thick fog off Port Alder early on Tuesday, and all passengers were brought ashore by noon, the harbour office said.\n\nTwo tugs from Norhaven tried in vain to pull the Saint Ansgar free at high tide on Tuesday evening.";

    /// Articles of the same text: title, outlet and day of each.
    fn read(rows: &[[&str; 3]]) -> Corpus {
        let files: Vec<(String, String)> = rows
            .iter()
            .enumerate()
            .map(|(at, [title, outlet, day])| {
                let facts = [("outlet", outlet), ("date", day)];
                let facts = facts.iter().filter(|row| !row.1.is_empty());
                let facts: String = facts.map(|(key, value)| format!("{key}: {value}\n")).collect();
                (format!("{at}.md"), format!("---\ntitle: {title}\n{facts}---\n\n{REPORT}\n"))
            })
            .collect();
        let sources: Vec<Source<'_>> = files
            .iter()
            .map(|(path, text)| Source { path, bytes: text.as_bytes(), meta: None })
            .collect();
        ingest(&sources, &Overlay::default(), &Options::default())
    }

    /// Which article each is a version of, by its place; and how many were passed over.
    fn check(rows: &[[&str; 3]], expected: &[Option<u32>], passed_over: usize) -> Corpus {
        let corpus = read(rows);
        let firsts: Vec<_> = corpus.articles.iter().map(|article| article.version_of).collect();
        let over = |kind: WarningKind| kind == WarningKind::Duplicate;
        let over = corpus.warnings.iter().filter(|warning| over(warning.kind)).count();
        assert_eq!((&firsts[..], over), (expected, passed_over), "{rows:?}");
        corpus
    }

    #[test]
    fn every_outlet_that_carried_a_wire_story_is_kept_with_its_day_and_headline() {
        let corpus = check(
            &[
                ["Ferry aground off Port Alder", "Port Post", "2024-03-05"],
                ["Fog strands a ferry", "Norhaven Courier", "2024-03-06"],
                ["Ninety cars at sea", "Sandsund Gazette", "2024-03-06"],
            ],
            &[None, Some(0), Some(0)],
            0,
        );
        let told: Vec<_> = corpus
            .articles
            .iter()
            .map(|it| (it.outlet.as_deref().unwrap_or(""), it.published.date.unwrap().to_string()))
            .collect();
        let days = ["2024-03-05", "2024-03-06", "2024-03-06"].map(str::to_owned);
        let outlets = ["Port Post", "Norhaven Courier", "Sandsund Gazette"];
        assert_eq!(told, outlets.into_iter().zip(days).collect::<Vec<_>>());
        let known: BTreeSet<u64> = corpus.articles.iter().map(|it| it.fingerprint).collect();
        assert_eq!(known.len(), 3, "a feed's entries have one id each");
    }

    #[test]
    fn a_page_that_was_saved_twice_is_passed_over() {
        let row = ["Ferry aground", "Port Post", "2024-03-05"];
        check(&[row, row, ["Ferry aground in fog", "port post", "2024-03-05"]], &[None], 2);
        check(&[row, ["Ferry aground", "", "2024-03-05"], ["Ferry aground", "", ""]], &[None], 2);
        check(&[["Ferry aground", "", ""], row], &[None, Some(0)], 0);
        check(&[row, ["Ferry aground", "Port Post", "2024-03-09"]], &[None, Some(0)], 0);
    }

    #[test]
    fn what_many_carry_on_several_days_is_told_once_and_of_the_first_day() {
        let rows = [
            ["Ferry aground", "Port Post", "2024-03-05"],
            ["Fog strands a ferry", "Norhaven Courier", "2024-03-06"],
            ["Ninety cars at sea", "Sandsund Gazette", "2024-03-07"],
        ];
        let events = |corpus: &Corpus| -> Vec<(String, String)> {
            corpus.events.iter().map(|it| (it.days.start.to_string(), it.title.clone())).collect()
        };
        let (one, three) = (read(&rows[..1]), read(&rows));
        assert!(!one.events.is_empty());
        assert_eq!(events(&one), events(&three));
        for event in &three.events {
            assert_eq!(event.tellings.len(), 3);
            let why = &event.evidence.last().expect("a reason").why;
            assert!(why.contains("Told by 1 independent article"), "{why}");
        }
    }
}
