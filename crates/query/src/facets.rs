//! One pass over the articles and one over the events answer a selection.

use dateline_model::{Corpus, Day, DayRange, Event};
use dateline_sort::sort_keys;

use crate::search::Matched;
use crate::selection::{Facets, Results, Selection};
use crate::tables::{NO_MONTH, NO_OUTLET, Names, Tables};

/// Why an article or an event is not in the result, one bit for each choice.
const QUERY: u8 = 1;
const WITH: u8 = 2;
const WITHOUT: u8 = 4;
const OUTLET: u8 = 8;
const DATE: u8 = 16;

/// What a selection lets through.
pub(crate) fn run(filter: &Filter<'_>, selection: &Selection) -> Results {
    let Filter { corpus, tables, names, .. } = filter;
    let mut results = Results::default();
    let mut entities = vec![0u32; names.entities.len()];
    let mut outlets = vec![0u32; tables.outlets.len()];
    let mut months: Vec<(i32, u32)> = Vec::new();
    for &article in &tables.order {
        let at = article as usize;
        let (missed, unwanted) = filter.article(at);
        if missed == 0 {
            results.articles.push(article);
            for &entity in names.articles.row(at) {
                if let Some(count) = entities.get_mut(entity as usize) {
                    *count += 1;
                }
            }
        }
        if missed & !OUTLET == 0 && tables.outlet[at] != NO_OUTLET {
            outlets[tables.outlet[at] as usize] += 1;
        }
        let month = tables.month[at];
        if missed & !DATE == 0 && month != NO_MONTH {
            // Articles come by day, so a month's articles come together.
            match months.last_mut() {
                Some((last, count)) if *last == month => *count += 1,
                _ => months.push((month, 1)),
            }
        }
        // Only this entity stands against the article.
        if missed == WITHOUT && unwanted != u32::MAX {
            entities[unwanted as usize] += 1;
        }
    }
    for (at, event) in (0u32..).zip(&corpus.events) {
        if filter.event(at as usize, event) {
            results.events.push(at);
        }
    }
    let chosen = |at: usize| filter.entities[at] != 0;
    results.facets = Facets {
        entities: ranked(&entities, &chosen).into_iter().collect(),
        outlets: ranked(&outlets, &|at| selection.outlets.contains(&(at as u16)))
            .into_iter()
            .map(|(at, count)| (at as u16, count))
            .collect(),
        months: months
            .into_iter()
            .map(|(month, count)| {
                (month.div_euclid(12) as i16, month.rem_euclid(12) as i8 + 1, count)
            })
            .collect(),
    };
    results
}

/// How many articles and events a selection leaves.
pub(crate) fn count(filter: &Filter<'_>) -> (u32, u32) {
    let Corpus { articles, events, .. } = filter.corpus;
    let articles = (0..articles.len()).filter(|&at| filter.article(at).0 == 0);
    let events = events.iter().enumerate().filter(|&(at, event)| filter.event(at, event));
    (articles.count() as u32, events.count() as u32)
}

/// Positions with their counts, most first; those without an article only
/// where chosen.
fn ranked(counts: &[u32], chosen: &dyn Fn(usize) -> bool) -> Vec<(u32, u32)> {
    let mut keys: Vec<u64> = Vec::new();
    for (at, &count) in counts.iter().enumerate() {
        if count > 0 || chosen(at) {
            keys.push(u64::from(u32::MAX - count) << 32 | at as u64);
        }
    }
    sort_keys(&mut keys);
    keys.into_iter().map(|key| (key as u32, u32::MAX - (key >> 32) as u32)).collect()
}

pub(crate) struct Filter<'a> {
    corpus: &'a Corpus,
    tables: &'a Tables,
    names: &'a Names<'a>,
    matched: Option<&'a Matched>,
    /// By entity: the bits [`WITH`] and [`WITHOUT`] where it is chosen.
    entities: Vec<u8>,
    /// How many distinct entities must be named.
    wanted: u32,
    /// By article: how many of these it names. Empty where there is none.
    named: Vec<u32>,
    /// By outlet: whether it is chosen. Empty where none is.
    outlets: Vec<bool>,
    /// Whether anything must not be named.
    leaves_out: bool,
    days: DayRange,
    dated: bool,
}

impl<'a> Filter<'a> {
    /// `matched` says what the selection's words hit, if it has words.
    pub fn new(
        corpus: &'a Corpus,
        tables: &'a Tables,
        names: &'a Names<'a>,
        selection: &Selection,
        matched: Option<&'a Matched>,
    ) -> Self {
        let mut entities = vec![0; names.entities.len()];
        let (mut wanted, mut named) = (0u32, Vec::new());
        for &entity in &selection.with {
            match entities.get_mut(entity as usize) {
                Some(choice) if *choice == 0 => {
                    *choice = WITH;
                    wanted = wanted.saturating_add(1);
                    named.resize(corpus.articles.len(), 0);
                    for &article in &names.entities[entity as usize].articles {
                        if let Some(count) = named.get_mut(article as usize) {
                            *count += 1;
                        }
                    }
                }
                Some(_) => {}
                // Nothing names what the corpus lacks.
                None => wanted = u32::MAX,
            }
        }
        for &entity in &selection.without {
            if let Some(choice) = entities.get_mut(entity as usize) {
                *choice |= WITHOUT;
            }
        }
        let mut outlets = Vec::new();
        if !selection.outlets.is_empty() {
            outlets.resize(tables.outlets.len(), false);
            for &outlet in &selection.outlets {
                if let Some(chosen) = outlets.get_mut(outlet as usize) {
                    *chosen = true;
                }
            }
        }
        Self {
            corpus,
            tables,
            names,
            matched,
            entities,
            wanted,
            named,
            outlets,
            leaves_out: !selection.without.is_empty(),
            days: DayRange {
                start: selection.from.unwrap_or(Day::from_number(i32::MIN)),
                end: selection.to.unwrap_or(Day::from_number(i32::MAX)),
            },
            dated: selection.from.is_some() || selection.to.is_some(),
        }
    }

    /// What an article misses, and the one entity that stands against it, or
    /// `u32::MAX` where there are several.
    fn article(&self, at: usize) -> (u8, u32) {
        let (mut missed, unwanted) = match self.leaves_out {
            true => self.choices(self.names.articles.row(at)),
            // Whom the article names is not asked one by one.
            false if self.named.get(at).copied().unwrap_or(0) < self.wanted => (WITH, 0),
            false => (0, 0),
        };
        if self.matched.is_some_and(|matched| !matched.articles[at]) {
            missed |= QUERY;
        }
        if !self.source_chosen(at) {
            missed |= OUTLET;
        }
        let date = self.tables.day[at];
        if self.dated && !date.is_some_and(|day| self.days.contains(day)) {
            missed |= DATE;
        }
        (missed, unwanted)
    }

    /// Whether an article meets every choice but the days.
    pub fn article_at_any_day(&self, at: usize) -> bool {
        self.article(at).0 & !DATE == 0
    }

    fn event(&self, at: usize, event: &Event) -> bool {
        self.event_at_any_day(at)
            && (!self.dated || (self.days.start <= self.days.end && self.days.overlaps(event.days)))
            && self.told(event)
    }

    /// Whether an event meets every choice but the days; who tells it is not asked.
    pub fn event_at_any_day(&self, at: usize) -> bool {
        let asks = self.wanted > 0 || self.leaves_out;
        (!asks || self.choices(self.names.events.row(at)).0 == 0)
            && self.matched.is_none_or(|matched| matched.events[at])
    }

    /// Whether who tells an event does not matter.
    pub fn any_teller(&self) -> bool {
        self.outlets.is_empty() && !self.leaves_out
    }

    /// Whether an article tells an event that is neither of an outlet that was not chosen nor left out for
    /// what it names.
    fn told(&self, event: &Event) -> bool {
        let chosen = |at: usize| self.source_chosen(at) && !self.left_out(at);
        self.any_teller() || event.tellings.iter().any(|telling| chosen(telling.article as usize))
    }

    /// Whether an article names what must not be named.
    fn left_out(&self, at: usize) -> bool {
        self.leaves_out && self.choices(self.names.articles.row(at)).0 & WITHOUT != 0
    }

    fn choices(&self, row: &[u32]) -> (u8, u32) {
        let (mut wanted, mut missed, mut unwanted) = (0u32, 0, 0);
        for &entity in row {
            let choice = self.entities.get(entity as usize).copied().unwrap_or(0);
            if choice & WITH != 0 {
                wanted += 1;
            }
            if choice & WITHOUT != 0 {
                unwanted = if missed == 0 { entity } else { u32::MAX };
                missed = WITHOUT;
            }
        }
        if wanted < self.wanted {
            missed |= WITH;
        }
        (missed, unwanted)
    }

    fn source_chosen(&self, article: usize) -> bool {
        let outlet = self.tables.outlet.get(article).map_or(NO_OUTLET, |&outlet| outlet);
        self.outlets.is_empty() || self.outlets.get(outlet as usize).is_some_and(|&chosen| chosen)
    }
}
