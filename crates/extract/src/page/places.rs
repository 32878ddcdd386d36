//! A page while it is being separated: its sheet, and the place that each line has been given.

use core::ops::{Deref, Range};
use std::sync::OnceLock;

use dateline_model::Furniture;

use super::words::Words;
use crate::draft::left_out;
use crate::sheet::Sheet;

/// A sheet whose lines are put where they belong, one after the other.
pub(crate) struct Page {
    sheet: Sheet,
    /// Where each line was put; `None` until then.
    pub places: Vec<Option<Place>>,
    words: OnceLock<Words>,
}

/// What is seen of the lines is asked of a page as of its sheet.
impl Deref for Page {
    type Target = Sheet;

    fn deref(&self) -> &Sheet {
        &self.sheet
    }
}

/// The parts of a page that facts are read from.
pub(crate) struct Zones {
    /// From the headline's first copy to the article.
    pub head: Range<usize>,
    /// The article.
    pub body: Range<usize>,
}

/// Where a line ends up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Title,
    Standfirst,
    Caption,
    Body,
    /// Left out, by the rule of that name; see [`left_out`].
    Out(&'static str),
}

impl Page {
    /// Reads a text.
    pub fn read(text: &str) -> Page {
        Page::of(Sheet::read(text))
    }

    /// A page of which nothing has a place yet.
    pub fn of(sheet: Sheet) -> Page {
        let places = vec![None; sheet.lines.len()];
        Page { sheet, places, words: OnceLock::new() }
    }

    /// The content words of the lines.
    pub fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::of(&self.sheet.lines))
    }

    /// Puts a line where it has no place yet.
    pub fn put(&mut self, index: usize, place: Place) {
        self.places[index].get_or_insert(place);
    }

    /// Whether a line still has no place.
    pub fn free(&self, index: usize) -> bool {
        self.places[index].is_none()
    }

    /// The texts of the lines in one place, in page order.
    pub fn texts(&self, place: &Place) -> impl Iterator<Item = &str> {
        self.lines
            .iter()
            .zip(&self.places)
            .filter(move |row| row.1.as_ref() == Some(place))
            .map(|row| row.0.text.as_str())
    }

    /// The lines that are the article's text or were left out, in page order.
    pub fn kept_and_left(&self) -> impl Iterator<Item = (&str, &Place)> {
        let rows = self.lines.iter().zip(&self.places);
        rows.filter_map(|(line, place)| match place {
            Some(place @ (Place::Body | Place::Out(_))) => Some((line.text.as_str(), place)),
            _ => None,
        })
    }

    /// Every line that was left out.
    pub fn furniture(&self) -> Vec<Furniture> {
        let rows = self.lines.iter().zip(&self.places);
        rows.filter_map(|(line, place)| match place {
            Some(Place::Out(rule)) => Some(left_out(line.text.as_str(), rule)),
            _ => None,
        })
        .collect()
    }
}
