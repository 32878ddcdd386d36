//! When articles that name somebody came out, and which names go together.

use dateline_model::{ArticleIndex, Corpus, DayRange, Entity, EntityIndex};
use dateline_sort::sort_by;

use crate::engine::EngineOn;
use crate::selection::{Results, Selection};

/// Stands for "no column".
const NOWHERE: u8 = u8::MAX;
/// A name that goes with others is in so many articles at least.
const FEWEST: u32 = 2;

/// Articles of a result by their day of publication, in columns of equal width.
pub struct Spread {
    /// By article: its column, or [`NOWHERE`].
    column: Vec<u8>,
    columns: usize,
}

impl Spread {
    fn new(corpus: &Corpus, articles: &[ArticleIndex], days: DayRange, most: u8) -> Self {
        let all = days.days().max(1);
        let wide = (all + i32::from(most.max(1)) - 1) / i32::from(most.max(1));
        let mut column = vec![NOWHERE; corpus.articles.len()];
        for &article in articles {
            let at = article as usize;
            if let Some(day) = corpus.articles[at].published.date.filter(|day| days.contains(*day))
            {
                column[at] = ((day.number() - days.start.number()) / wide) as u8;
            }
        }
        Self { column, columns: ((all + wide - 1) / wide) as usize }
    }

    /// How many of the articles name this entity, column by column.
    pub fn of(&self, entity: &Entity) -> Vec<u32> {
        let mut counts = vec![0; self.columns];
        for &article in &entity.articles {
            let column = self.column.get(article as usize).copied().unwrap_or(NOWHERE);
            if let Some(count) = counts.get_mut(usize::from(column)) {
                *count += 1;
            }
        }
        counts
    }
}

impl EngineOn<'_> {
    /// The articles of a result in at most so many columns over these days.
    pub fn spread(&self, articles: &[ArticleIndex], days: DayRange, most: u8) -> Spread {
        Spread::new(self.corpus, articles, days, most)
    }

    /// Names that the articles of a result have a fifth more often than chance would give them, at
    /// most so many, with the number of these articles. What is chosen is not among them.
    ///
    /// In order of the t-score of collocations (Church and others, 1991): how far a count is above
    /// what chance gives, measured by the count's own spread. A name that is everywhere comes last,
    /// and so does one that is in two articles by luck.
    pub fn together(
        &self,
        results: &Results,
        selection: &Selection,
        most: usize,
    ) -> Vec<(EntityIndex, u32)> {
        let part = results.articles.len() as f64 / self.corpus.articles.len().max(1) as f64;
        let mut found: Vec<(EntityIndex, u32, f64)> = Vec::new();
        for &(index, count) in &results.facets.entities {
            let chosen = selection.with.contains(&index) || selection.without.contains(&index);
            let Some(entity) = self.names().entities.get(index as usize).filter(|_| !chosen) else {
                continue;
            };
            let (had, chance) = (f64::from(count), entity.articles.len() as f64 * part);
            if count >= FEWEST && had > chance * 1.2 {
                found.push((index, count, (had - chance) / had.sqrt()));
            }
        }
        sort_by(&mut found, &mut |one, other| (other.2, one.0) < (one.2, other.0));
        found.into_iter().take(most).map(|(index, count, _)| (index, count)).collect()
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, sample};

    use super::*;

    /// A corpus of `days.len()` articles that are out on these days of March 2024, and the names
    /// that each has.
    fn corpus(days: &[i8], names: &[&[u32]]) -> Corpus {
        let mut corpus = sample::corpus();
        let (article, entity) = (corpus.articles[0].clone(), corpus.entities[0].clone());
        corpus.events.clear();
        corpus.entities.clear();
        corpus.articles = days
            .iter()
            .zip(names)
            .map(|(day, names)| {
                let mut article = article.clone();
                article.published.date = Day::new(2024, 3, *day);
                let mention = article.mentions[0];
                article.mentions = names
                    .iter()
                    .map(|&entity| dateline_model::Mention { entity, ..mention })
                    .collect();
                article
            })
            .collect();
        for at in 0..=names.iter().flat_map(|names| names.iter()).copied().max().unwrap_or(0) {
            let mut entity = entity.clone();
            let has = |article: &u32| names[*article as usize].contains(&at);
            entity.articles = (0..names.len() as u32).filter(has).collect();
            corpus.entities.push(entity);
        }
        corpus
    }

    #[test]
    fn articles_stand_in_columns_of_equal_width_and_only_those_that_match() {
        let names: &[&[u32]] = &[&[0], &[0], &[], &[0], &[0]];
        let corpus = corpus(&[1, 2, 2, 7, 31], names);
        let engine = EngineOn::new(&corpus);
        let day = |day| Day::new(2024, 3, day).unwrap();
        let days = DayRange { start: day(1), end: day(7) };
        let columns =
            |articles: &[u32], most| engine.spread(articles, days, most).of(&corpus.entities[0]);
        assert_eq!(columns(&[0, 1, 2, 3, 4], 24), [1, 1, 0, 0, 0, 0, 1]);
        assert_eq!(columns(&[0, 1, 2, 3, 4], 3), [2, 0, 1]);
        assert_eq!(columns(&[1], 3), [1, 0, 0]);
        assert_eq!(columns(&[], 1), [0]);
    }

    #[test]
    fn names_go_together_beyond_chance() {
        // 1 is everywhere, 2 goes with 0, 3 is once with it, 4 never.
        let names: &[&[u32]] =
            &[&[0, 1, 2], &[0, 1, 2], &[0, 1, 2, 3], &[1, 4], &[1, 2, 4], &[1], &[1], &[1]];
        let corpus = corpus(&[1; 8], names);
        let engine = EngineOn::new(&corpus);
        let together = |with: &[u32]| {
            let selection = Selection { with: with.into(), ..Selection::default() };
            engine.together(&engine.run(&selection), &selection, 5)
        };
        assert_eq!(together(&[0]), [(2, 3)]);
        assert_eq!(together(&[2]), [(0, 3)]);
        assert_eq!(together(&[1]), []);
    }
}
