//! Did it happen, or was it only planned?

use dateline_lang::events::Events;
use dateline_model::{Article, Status};
use dateline_text::{lower, tokens};

use super::gather::Candidate;

/// The status that the newest article gives it. A day that lies before an
/// article's own is past there, whatever the sentence's other verbs say.
pub(super) fn of_all(articles: &[Article], members: &[&Candidate]) -> Status {
    members.iter().map(|member| of(articles, member)).next_back().unwrap_or(Status::Happened)
}

fn of(articles: &[Article], member: &Candidate) -> Status {
    let article = &articles[member.telling.article as usize];
    let sentence = member.telling.span.of(&article.body);
    let words = member.language.events;
    let cue = cue(words, sentence);
    let future = match article.published.date {
        Some(published) => member.days.start > published,
        None => article.timexes[member.telling.timex.unwrap_or(0) as usize].future,
    };
    match (future, cue) {
        (_, Some(Status::CalledOff)) if called_off(words, sentence) => Status::CalledOff,
        (true, Some(status)) if status != Status::CalledOff => status,
        (true, _) => Status::Planned,
        (false, _) => Status::Happened,
    }
}

fn cue(words: &Events, sentence: &str) -> Option<Status> {
    if called_off(words, sentence) {
        return Some(Status::CalledOff);
    }
    let mut best: Option<usize> = None;
    for token in tokens(sentence) {
        let word = token.of(sentence);
        let low = lower(word);
        if words.not_capitalised.contains(&word) || words.not_cues.binary_search(&&*low).is_ok() {
            continue;
        }
        let stronger = &words.cues[..best.unwrap_or(words.cues.len())];
        best = stronger.iter().position(|row| begins(&low, row.word)).or(best);
    }
    best.map(|row| words.cues[row].status)
}

fn begins(word: &str, cue: &str) -> bool {
    word.as_bytes().first() == cue.as_bytes().first()
        && match cue.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == cue,
        }
}

fn called_off(words: &Events, sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    words.called_off.iter().any(|phrase| lower.contains(phrase))
}

#[cfg(test)]
mod tests {
    use dateline_lang::en::events::EVENTS;

    use super::*;

    #[test]
    fn every_cue_is_found_in_its_example() {
        for row in EVENTS.cues {
            assert_eq!(cue(&EVENTS, row.example), Some(row.status), "{}", row.word);
        }
    }

    #[test]
    fn a_month_or_a_mayor_is_no_possibility() {
        assert_eq!(cue(&EVENTS, "On 16 May, direct talks were held."), None);
        assert_eq!(cue(&EVENTS, "The mayor spoke of a settlement at the plant."), None);
    }
}
