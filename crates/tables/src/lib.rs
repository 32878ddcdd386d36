//! A corpus as tables that engines for large data load: DuckDB, ClickHouse, OpenSearch, Spark.
//!
//! Names and meanings of tables and columns are a promise to the outside, as those of `dateline inspect`
//! are: they are added to and never changed silently. Both formats are written from one list of columns,
//! so that they say the same. Offsets are code points, ids join the tables.

mod code_points;
mod columns;
mod ndjson;
mod parquet;
mod value;

pub use code_points::CodePoints;
pub use columns::TABLES;
pub use value::{Kind, Value};

use dateline_model::Corpus;

/// One table.
pub struct Table {
    /// Its file's name without the ending.
    pub name: &'static str,
    /// What one row of it is.
    pub about: &'static str,
    /// In the order in which they are written.
    pub columns: &'static [Column],
    places: fn(&Corpus) -> Vec<Place>,
}

/// One column of a table.
pub struct Column {
    /// Its name, in letters that no engine asks to quote.
    pub name: &'static str,
    /// What its values are. A value may be missing, a list may be empty.
    pub kind: Kind,
    /// What it says.
    pub about: &'static str,
    value: for<'c> fn(&Source<'c>, Place) -> Value<'c>,
}

/// How tables are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A JSON object a line.
    Ndjson,
    /// Parquet: typed columns, compressed with Snappy, which all its readers know.
    Parquet,
}

impl Format {
    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Ndjson, Self::Parquet].into_iter().find(|format| format.name() == name)
    }

    /// Its name, which is the ending of its files too.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ndjson => "ndjson",
            Self::Parquet => "parquet",
        }
    }
}

/// What stands in a table's row: the article, name or event of this number, and of it the mention or the
/// telling of that number.
#[derive(Clone, Copy)]
struct Place {
    item: usize,
    part: usize,
}

/// A corpus that tables are made of.
pub struct Source<'c> {
    corpus: &'c Corpus,
    points: Vec<CodePoints<'c>>,
}

impl<'c> Source<'c> {
    /// Counts the corpus's code points once for all tables.
    pub fn new(corpus: &'c Corpus) -> Self {
        let points = corpus.articles.iter().map(|article| CodePoints::of(&article.body));
        Self { corpus, points: points.collect() }
    }

    /// The bytes of one table's file. The same corpus gives the same bytes.
    ///
    /// # Errors
    /// What the writer of Parquet says.
    pub fn file(&self, table: &Table, format: Format) -> Result<Vec<u8>, String> {
        let places = (table.places)(self.corpus);
        match format {
            Format::Ndjson => Ok(ndjson::file(self, table, &places)),
            Format::Parquet => parquet::file(self, table, &places)
                .map_err(|error| format!("{}.parquet: {error}", table.name)),
        }
    }
}

#[cfg(test)]
mod tests;
