//! What one joining of a corpus worked out, for the next one: an editor's correction changes little, and what is
//! made of the same comes out the same. Everything is kept with all that it was made of, and taken again only where
//! that is equal, so that a corpus never hangs on what was known.

use dateline_model::ArticleIndex;
use dateline_names::Text;

use crate::copies::Version;
use crate::dates::Times;
use crate::events;

/// What was worked out last. It takes about as much memory as the corpus.
#[derive(Default)]
pub struct Known {
    pub(crate) names: Kept<NamesOf, dateline_names::Found>,
    pub(crate) times: Times,
    pub(crate) copies: Kept<CopiesOf, Vec<Version>>,
    pub(crate) events: events::Known,
}

/// Something made, with what it was made of.
pub(crate) struct Kept<F, M>(Option<(F, M)>);

impl<F, M> Default for Kept<F, M> {
    fn default() -> Self {
        Self(None)
    }
}

impl<F, M: Clone> Kept<F, M> {
    /// What was made last, where it was made of the same; else what `make` makes, which is kept with `from`. Where
    /// nothing is to be kept it is only made.
    pub(crate) fn again(
        kept: Option<&mut Self>,
        is_same: impl FnOnce(&F) -> bool,
        from: impl FnOnce() -> F,
        make: impl FnOnce() -> M,
    ) -> M {
        let Some(kept) = kept else { return make() };
        // What is known no more is let go before the new is made.
        kept.0 = kept.0.take().filter(|(before, _)| is_same(before));
        kept.0.get_or_insert_with(|| (from(), make())).1.clone()
    }
}

/// What names are read in.
pub(crate) struct NamesOf {
    texts: Vec<(String, Vec<String>, Option<&'static dateline_names::Language>)>,
    ignore: Vec<String>,
}

impl NamesOf {
    pub(crate) fn of(texts: &[Text<'_>], ignore: &[String]) -> Self {
        let own = |text: &Text<'_>| {
            let around = text.around.iter().map(|it| (*it).to_owned()).collect();
            (text.body.to_owned(), around, text.language)
        };
        Self { texts: texts.iter().map(own).collect(), ignore: ignore.to_vec() }
    }

    pub(crate) fn is(&self, texts: &[Text<'_>], ignore: &[String]) -> bool {
        let same = |(text, (body, around, language)): (&Text<'_>, &(String, Vec<String>, _))| {
            text.body == body && text.around == *around && text.language == *language
        };
        self.ignore == ignore
            && self.texts.len() == texts.len()
            && texts.iter().zip(&self.texts).all(same)
    }
}

/// What copies are found among: bodies, and which are known to be one text to the letter.
pub(crate) struct CopiesOf {
    bodies: Vec<String>,
    same: Vec<Option<ArticleIndex>>,
}

impl CopiesOf {
    pub(crate) fn of(bodies: &[&str], same: &[Option<ArticleIndex>]) -> Self {
        let bodies = bodies.iter().map(|body| (*body).to_owned()).collect();
        Self { bodies, same: same.to_vec() }
    }

    pub(crate) fn is(&self, bodies: &[&str], same: &[Option<ArticleIndex>]) -> bool {
        self.bodies == bodies && self.same == same
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_the_same_is_made_once_and_what_is_not_kept_is_made_anew() {
        let mut kept = Kept::default();
        let mut made = 0;
        let mut ask = |kept: Option<&mut Kept<u8, u8>>, from: u8| {
            let make = || {
                made += 1;
                from + 1
            };
            (Kept::again(kept, |before| *before == from, || from, make), made)
        };
        assert_eq!(ask(Some(&mut kept), 1), (2, 1));
        assert_eq!(ask(Some(&mut kept), 1), (2, 1));
        assert_eq!(ask(None, 1), (2, 2));
        assert_eq!(ask(Some(&mut kept), 4), (5, 3));
        assert_eq!(ask(Some(&mut kept), 1), (2, 4));
    }
}
