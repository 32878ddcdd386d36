//! Which sentences of one day are one happening.

use dateline_model::{Anchor, Basis, Day, DayRange, Granularity, Span, Telling};

use super::gather::Candidate;
use super::group::group;
use super::stems::content_stems;

/// Sentences of one day, each with its article and its actor.
fn check(sentences: &[(u32, u32, &str)], expected: &[&[usize]]) {
    assert_eq!(grouped(sentences), expected);
}

fn date_in(sentence: &str) -> Vec<Span> {
    let date = "15 March";
    sentence.match_indices(date).map(|(at, _)| Span::new(at, at + date.len())).collect()
}

fn grouped(sentences: &[(u32, u32, &str)]) -> Vec<Vec<usize>> {
    let day = DayRange::single(Day::parse("2024-03-15").expect("a day"));
    let candidates: Vec<Candidate> = sentences
        .iter()
        .enumerate()
        .map(|(number, (article, actor, sentence))| Candidate {
            telling: Telling {
                article: *article,
                span: Span::new(number * 1000, number * 1000 + sentence.len()),
                timex: None,
            },
            language: &dateline_lang::ENGLISH,
            days: day,
            granularity: Granularity::Day,
            basis: Basis::Stated,
            bounds: day,
            anchor: Anchor::Itself,
            rule: "test".into(),
            phrase: "15 March".into(),
            stems: content_stems(dateline_lang::ENGLISH.events, sentence, &date_in(sentence)),
            actor: Some(*actor),
            joined: None,
        })
        .collect();
    group(&dateline_workers::Workers::alone(), candidates.into_iter())
        .into_iter()
        .map(|members| {
            members.iter().map(|member| member.telling.span.start as usize / 1000).collect()
        })
        .collect()
}

#[test]
fn outlets_that_tell_the_same_in_other_words_are_joined() {
    check(
        &[
            (
                0,
                1,
                "On 15 March, the harbour bridge between Alder and Norhaven was opened by Mayor Quell.",
            ),
            (1, 2, "The bridge opened on 15 March joins the harbour towns of Norhaven and Alder."),
            (2, 1, "Mayor Quell opened the harbour bridge in Alder on 15 March."),
        ],
        &[&[0, 1, 2]],
    );
}

#[test]
fn two_happenings_of_one_day_stay_apart() {
    check(
        &[
            (0, 1, "On 15 March, the harbour bridge in Alder was opened by Mayor Quell."),
            (1, 2, "A fire destroyed the old paper mill near Norhaven on 15 March."),
        ],
        &[&[0], &[1]],
    );
}

#[test]
fn two_speakers_in_one_article_said_two_things() {
    check(
        &[
            (
                0,
                1,
                "On 15 March, Mayor Quell said that the town was ready to work on a charter with the union.",
            ),
            (
                0,
                2,
                "On 15 March, union leader Weiss said that the members would wait for the town's charter.",
            ),
        ],
        &[&[0], &[1]],
    );
}

#[test]
fn a_crowded_day_of_unlike_sentences_stays_apart() {
    let sentences: Vec<(u32, u32, String)> = (0..3_000u32)
        .map(|n| {
            (n, n, format!("Item bridge mayor {} {}", n * 7919 + 10_000, n * 104_729 + 10_000))
        })
        .collect();
    let borrowed: Vec<(u32, u32, &str)> =
        sentences.iter().map(|(article, actor, text)| (*article, *actor, text.as_str())).collect();
    assert!(grouped(&borrowed).iter().all(|members| members.len() == 1));
}
