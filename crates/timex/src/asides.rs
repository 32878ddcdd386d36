//! Dates that date nothing in their sentence: what it compares with, counts from, or names a thing
//! by. "The lowest since 2003" happened today.

use std::ops::Range;

use crate::parts::Parts;
use crate::row::{Found, Reading};
use crate::tokens::Tokens;

/// One way in which a sentence names a date and tells nothing of it.
#[derive(Clone, Copy, Debug)]
pub struct Aside {
    /// Its name, for tests. Nothing behaves by it.
    pub name: &'static str,
    /// What must stand around the expression.
    pub holds: Question,
    /// A sentence in which it holds of the expression in brackets.
    pub example: &'static str,
    /// One that looks like it, and in which it holds of no expression.
    pub near_miss: &'static str,
}

/// A question to the words around an expression; the range holds the tokens of its sentence.
pub type Question = fn(&Tokens<'_>, &Found, &Range<usize>) -> bool;

/// An aside.
pub const fn aside(
    name: &'static str,
    holds: Question,
    example: &'static str,
    near_miss: &'static str,
) -> Aside {
    Aside { name, holds, example, near_miss }
}

/// What marks alone say, in any language.
#[rustfmt::skip]
pub static MARKS: [Aside; 3] = [
    aside("mark/copyright", copyright, "\u{A9} [2011]", "\u{A9}, ([2011])."),
    aside("mark/life", life, "X ([1908]\u{2013}1936)", "(1908), [1910]\u{2013}1936"),
    aside("mark/work", in_brackets, "X ([1996])", "(, [1996])"),
];

/// Whether an expression dates nothing in its sentence, by a language's asides or by marks.
pub(crate) fn is_aside(
    asides: &[Aside],
    tokens: &Tokens<'_>,
    found: &Found,
    sentence: &Range<usize>,
) -> bool {
    let counterpart = matches!(found.reading(), Reading::QuarterBefore | Reading::YearBefore);
    let holds = |aside: &Aside| (aside.holds)(tokens, found, sentence);
    counterpart || MARKS.iter().any(holds) || asides.iter().any(holds)
}

impl Found {
    /// Whether it is a year and nothing more.
    pub fn is_bare_year(&self) -> bool {
        let Parts { year, month, day, season, .. } = self.parts;
        let alone = month.is_none() && day.is_none() && season.is_none();
        let plain = matches!(self.reading(), Reading::Date | Reading::ShortYear);
        self.length() == 1 && year.is_some() && alone && plain
            || self.reading() == Reading::YearTail
    }

    /// Whether it is a month, a season, a quarter, a year or longer, and no week or day.
    pub fn is_coarse(&self) -> bool {
        use crate::parts::Unit::{Century, Decade, Month, Quarter, Year};
        let Parts { year, month, day, weekday, season, unit, .. } = self.parts;
        match self.reading() {
            Reading::Date | Reading::ShortYear | Reading::InYear(_) | Reading::InThatYear => {
                day.is_none() && weekday.is_none() && (year.or(month.map(i32::from))).is_some()
            }
            Reading::YearTail
            | Reading::Decade
            | Reading::Century
            | Reading::Season
            | Reading::Quarter
            | Reading::QuarterNear(_)
            | Reading::QuarterOf
            | Reading::LatestQuarter
            | Reading::Half
            | Reading::HalfNear(_)
            | Reading::OfContext
            | Reading::TheUnit => true,
            Reading::Deictic(_)
            | Reading::Story(_)
            | Reading::FromPublished(_)
            | Reading::FromStory(_) => {
                let long = matches!(unit, Some(Month | Quarter | Year | Decade | Century));
                weekday.is_none() && day.is_none() && (long || month.is_some() || season.is_some())
            }
            _ => false,
        }
    }
}

/// "© 2011".
fn copyright(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    found.is_bare_year() && tokens.before(found.start) == "\u{A9}"
}

/// "Novak (1908–1936)": the first year; the other end of the stretch follows it.
fn life(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    let (start, end) = (found.start, found.end);
    found.is_bare_year()
        && tokens.before(start) == "("
        && tokens.capital(start.wrapping_sub(2))
        && tokens.dash(end)
        && tokens.is_number(end + 1)
        && tokens.get(end + 2) == ")"
}

/// "Novak (1996)": the year of a work, a source or a birth.
fn in_brackets(tokens: &Tokens<'_>, found: &Found, _: &Range<usize>) -> bool {
    found.is_bare_year() && tokens.before(found.start) == "(" && tokens.get(found.end) == ")"
}
