//! The hour of an event, by those who tell it.
#![cfg(feature = "sample")]

use dateline_model::{Telling, sample};

/// What the hour of an event is whose tellings give these, by the number of their article.
fn check(given: &[(u32, Option<&str>)], expected: Option<&str>) {
    let mut corpus = sample::corpus();
    let pattern = corpus.articles[0].clone();
    let (mut event, timex) = (corpus.events.remove(0), pattern.timexes[0].clone());
    corpus.articles = vec![pattern; 1 + given.iter().map(|one| one.0 as usize).max().unwrap_or(0)];
    for article in &mut corpus.articles {
        article.timexes.clear();
    }
    event.tellings.clear();
    for (article, hour) in given {
        let timexes = &mut corpus.articles[*article as usize].timexes;
        let mut timex = timex.clone();
        timex.value = match hour {
            Some(hour) => format!("2025-05-28T{hour}"),
            None => "2025-05-28".into(),
        };
        timexes.push(timex.clone());
        let at = Some(timexes.len() as u32 - 1);
        event.tellings.push(Telling { article: *article, span: timex.span, timex: at });
    }
    let clock = event.clock_told(&corpus.articles).map(|clock| clock.to_string());
    assert_eq!(clock.as_deref(), expected, "{given:?}");
}

#[test]
fn the_hour_is_what_several_articles_give_or_a_third_of_the_tellings() {
    check(&[(0, Some("01:00"))], Some("01:00"));
    check(&[(0, None), (1, Some("16:53"))], Some("16:53"));
    check(&[(0, Some("01:00")), (1, None), (2, None), (3, None)], None);
    check(
        &[(0, Some("16:53")), (1, None), (2, None), (3, None), (4, Some("16:53"))],
        Some("16:53"),
    );
    // Twice in one article is one article.
    let one = (0, Some("01:00"));
    check(&[one, one, (1, None), (2, None), (3, None), (4, None), (5, None)], None);
    check(&[(0, Some("08:00")), (1, Some("09:00")), (2, Some("09:00"))], Some("09:00"));
    check(&[(0, Some("08:00")), (1, Some("09:00"))], Some("08:00"));
    check(&[], None);
}
