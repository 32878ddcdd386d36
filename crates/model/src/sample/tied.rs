//! The sample, told further: a second version of the report that calls the strike off, which names
//! no outlet, and the day on which the strike was called off, which is tied to the strike.

use super::{article, entities, event, mentions, place, stated, timex};
use crate::{Anchor, Corpus, Link, Span, Status, Telling, Tie};

/// The article that is a version of [`FIRST`].
pub const VERSION: u32 = 4;

/// The first article with its text.
pub const FIRST: u32 = 2;

/// The event that calls the strike off.
pub const CALL: u32 = 4;

/// The strike.
pub const STRIKE: u32 = 5;

/// The sample with one more article and one more event. The article names no day for that event.
pub fn tied() -> Corpus {
    let mut corpus = super::corpus();
    let (off, day) = ("The strike planned for 15 March is off", "15 March");
    let mut version = article(
        "e-strike-off",
        "The strike is off",
        None,
        stated("2024-03-13", "13 March 2024"),
        "The strike planned for 15 March is off, Anton Wei\u{df} said in Norhaven.\n\n\
         Weiss met Marta Quell for an hour.",
    );
    version.timexes = vec![timex(place(&version.body, day), "2024-03-15", Anchor::Published, true)];
    version.mentions = mentions(&version.body);
    (version.version_of, version.version_shared) = (Some(FIRST), 87);
    corpus.articles[FIRST as usize].version_shared = 87;
    corpus.articles.push(version);
    corpus.entities = entities(&corpus.articles);

    let sentence = |article: u32, timex: Option<u32>| {
        let body = &corpus.articles[article as usize].body;
        let end = body.find("\n\n").expect("a second paragraph");
        Telling { article, span: Span::new(0, end), timex }
    };
    let called = sentence(FIRST, Some(1));
    let tellings = vec![called, sentence(VERSION, None)];
    let mut call = event("2024-03-13", off, Status::Happened, vec![1, 3], tellings);
    call.links = vec![Link { event: STRIKE, tie: Tie::CallsOff, telling: called }];
    let telling = Telling { timex: Some(0), ..called };
    let again = sentence(VERSION, Some(0));
    corpus.events.insert(CALL as usize, call);
    let strike = &mut corpus.events[STRIKE as usize];
    strike.links = vec![Link { event: CALL, tie: Tie::CalledOffBy, telling }];
    strike.tellings.push(again);
    corpus
}
