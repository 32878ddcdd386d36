//! Did it happen, or was it only planned?

use dateline_model::{Article, Status};

use super::gather::Candidate;
use dateline_text::{lower, tokens};

/// Cues of an event's status: a word, or with `*` the beginning of one.
/// Sorted by strength: the first row that is found decides.
const CUES: [(&str, Status, &str); 22] = [
    ("cancel*", Status::CalledOff, "the talks on 2 June were cancelled"),
    ("postpone*", Status::CalledOff, "the summit of 2 June was postponed"),
    ("scrap*", Status::CalledOff, "the visit on 2 June was scrapped"),
    ("propos*", Status::Proposed, "Russia proposed talks on 2 June"),
    ("suggest*", Status::Proposed, "he suggested 2 June"),
    ("offer*", Status::Proposed, "they offered to meet on 2 June"),
    ("invit*", Status::Proposed, "Rome invited both sides for 2 June"),
    ("may", Status::Proposed, "they may meet on 2 June"),
    ("might", Status::Proposed, "they might meet on 2 June"),
    ("could", Status::Proposed, "they could meet on 2 June"),
    ("possib*", Status::Proposed, "a meeting is possible on 2 June"),
    ("hope*", Status::Proposed, "they hope to meet on 2 June"),
    ("consider*", Status::Proposed, "they consider meeting on 2 June"),
    ("demand*", Status::Proposed, "they demand a vote on 2 June"),
    ("urge*", Status::Proposed, "he urged a vote on 2 June"),
    ("will", Status::Planned, "they will meet on 2 June"),
    ("schedul*", Status::Planned, "the vote is scheduled for 2 June"),
    ("plan*", Status::Planned, "a meeting is planned for 2 June"),
    ("due", Status::Planned, "he is due in Rome on 2 June"),
    ("expect*", Status::Planned, "he is expected in Rome on 2 June"),
    ("agree*", Status::Planned, "they agreed to meet on 2 June"),
    ("set", Status::Planned, "the vote is set for 2 June"),
];

/// Words that begin like a cue and mean something else. Sorted, lower case.
const NOT_CUES: [&str; 5] = ["hopeless", "plane", "planes", "planet", "plant"];

/// The status that the newest article gives it. A day that lies before an
/// article's own is past there, whatever the sentence's other verbs say.
pub(super) fn of_all(articles: &[Article], members: &[&Candidate]) -> Status {
    members.iter().map(|member| of(articles, member)).next_back().unwrap_or(Status::Happened)
}

fn of(articles: &[Article], member: &Candidate) -> Status {
    let article = &articles[member.telling.article as usize];
    let sentence = member.telling.span.of(&article.body);
    let cue = cue(sentence);
    let future = match article.published.date {
        Some(published) => member.days.start > published,
        None => article.timexes[member.telling.timex.unwrap_or(0) as usize].future,
    };
    match (future, cue) {
        (_, Some(Status::CalledOff)) if called_off(sentence) => Status::CalledOff,
        (true, Some(status)) if status != Status::CalledOff => status,
        (true, _) => Status::Planned,
        (false, _) => Status::Happened,
    }
}

fn cue(sentence: &str) -> Option<Status> {
    if called_off(sentence) {
        return Some(Status::CalledOff);
    }
    let mut best: Option<usize> = None;
    for token in tokens(sentence) {
        let word = token.of(sentence);
        // "May" is a month far more often than a verb that opens a sentence.
        let low = lower(word);
        if word == "May" || NOT_CUES.binary_search(&&*low).is_ok() {
            continue;
        }
        let stronger = &CUES[..best.unwrap_or(CUES.len())];
        best = stronger.iter().position(|row| begins(&low, row.0)).or(best);
    }
    best.map(|row| CUES[row].1)
}

fn begins(word: &str, cue: &str) -> bool {
    word.as_bytes().first() == cue.as_bytes().first()
        && match cue.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == cue,
        }
}

/// Passive forms only: who says that somebody "cancelled" a visit is not
/// necessarily dating the visit.
fn called_off(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    [
        "called off",
        "calls off",
        "been cancelled",
        "been canceled",
        "was cancelled",
        "was canceled",
        "were cancelled",
        "were canceled",
        "been postponed",
        "was postponed",
        "were postponed",
        "was scrapped",
        "were scrapped",
        "is cancelled",
        "is off,",
    ]
    .iter()
    .any(|phrase| lower.contains(phrase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_is_found_in_its_example() {
        for (word, status, example) in CUES {
            assert_eq!(cue(example), Some(status), "{word}");
        }
        assert!(NOT_CUES.is_sorted());
    }

    #[test]
    fn a_month_or_a_mayor_is_no_possibility() {
        assert_eq!(cue("On 16 May, direct talks were held."), None);
        assert_eq!(cue("The mayor spoke of a settlement at the plant."), None);
    }
}
