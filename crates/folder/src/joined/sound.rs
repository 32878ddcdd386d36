//! Whether a corpus that comes from a file is one that the stages could have made: a file may have been
//! changed by hand, and everything behind takes positions and places at their word.

use dateline_model::{Article, Corpus, Event, Span, Telling};

/// Whether every position names something, and every span a stretch of its text.
pub(super) fn is_sound(corpus: &Corpus) -> bool {
    let Corpus { articles, entities, events, .. } = corpus;
    let is_article = |at: u32| (at as usize) < articles.len();
    let is_entity = |at: u32| (at as usize) < entities.len();
    let is_event = |at: u32| (at as usize) < events.len();
    let article = |article: &Article| {
        let spans = article.timexes.iter().map(|it| it.span);
        let mut spans = spans
            .chain(article.mentions.iter().map(|it| it.span))
            .chain(article.quotes.iter().map(|it| it.span));
        spans.all(|span| is_in(span, &article.body))
            && article.version_of.is_none_or(is_article)
            && article.mentions.iter().all(|it| is_entity(it.entity))
            && article.quotes.iter().all(|it| it.speaker.is_none_or(is_entity))
    };
    let telling = |telling: &Telling| {
        articles.get(telling.article as usize).is_some_and(|article| {
            let timex = telling.timex.is_none_or(|at| (at as usize) < article.timexes.len());
            timex && is_in(telling.span, &article.body)
        })
    };
    let event = |event: &Event| {
        event.tellings.iter().all(telling)
            && event.entities.iter().all(|at| is_entity(*at))
            && event.links.iter().all(|link| is_event(link.event) && telling(&link.telling))
    };
    articles.iter().all(article)
        && events.iter().all(event)
        && entities.iter().all(|entity| {
            entity.articles.iter().all(|at| is_article(*at))
                && entity.spellings.iter().all(|it| it.uses.iter().all(|use_| is_article(use_.0)))
        })
}

fn is_in(span: Span, body: &str) -> bool {
    body.get(span.range()).is_some()
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    #[test]
    fn what_the_stages_make_is_sound() {
        assert!(is_sound(&sample::corpus()));
        assert!(is_sound(&Corpus::default()));
    }

    #[test]
    fn a_position_that_names_nothing_and_a_place_outside_of_a_text_are_found() {
        let changes: [fn(&mut Corpus); 8] = [
            |it| it.articles[0].version_of = Some(99),
            |it| it.entities[0].articles.push(99),
            |it| it.entities[0].spellings[0].uses.push((99, 1)),
            |it| it.events[0].entities.push(99),
            |it| it.events[0].tellings[0].article = 99,
            |it| it.events[0].tellings[0].timex = Some(99),
            |it| it.events[0].tellings[0].span = Span::new(0, 1_000_000),
            |it| it.articles.iter_mut().for_each(|it| it.body.clear()),
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut corpus = sample::corpus();
            change(&mut corpus);
            assert!(!is_sound(&corpus), "change {at}");
        }
    }
}
