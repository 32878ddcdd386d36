//! Did it happen, or was it only planned?

use dateline_lang::events::Events;
use dateline_model::{Article, DayRange, Status};
use dateline_text::{lower, stands_in, tokens};

use super::gather::Candidate;

/// The status that the newest article gives it. A day that lies before an
/// article's own is past there, whatever the sentence's other verbs say. What was called off stays so,
/// unless more tell afterwards that it happened.
pub(super) fn of_all(articles: &[Article], days: DayRange, members: &[Candidate]) -> Status {
    let planned = members.iter().any(|member| member.published.is_some_and(|day| day < days.start));
    // What only adds to it from afar, a week or an undated sentence of later news, does not decide.
    let speaks = |member: &&Candidate| match member.lead {
        true => member.published.is_none_or(|day| day - days.end <= LATE),
        false => member.days == days,
    };
    let status = |member: &Candidate| of(articles, days, planned, member);
    let said: Vec<Status> = members.iter().filter(speaks).map(status).collect();
    let said = if said.is_empty() { members.iter().map(status).collect() } else { said };
    let Some(&newest) = said.last() else { return Status::Happened };
    let off = said.iter().filter(|status| **status == Status::CalledOff).count();
    let first = said.iter().position(|status| *status == Status::CalledOff);
    let after = first.map_or(&[][..], |first| &said[first..]);
    let happened = after.iter().filter(|status| **status == Status::Happened).count();
    if off > 0 && off >= happened { Status::CalledOff } else { newest }
}

/// Days; an undated sentence tells so late that it happened.
const LATE: i32 = 2;

fn of(articles: &[Article], days: DayRange, planned: bool, member: &Candidate) -> Status {
    let article = &articles[member.telling.article as usize];
    let sentence = member.telling.span.of(&article.body);
    let words = member.language.events;
    let ahead = || {
        let span = member.telling.span;
        let first = article.timexes.partition_point(|timex| timex.span.start < span.start);
        let inside = article.timexes[first..].iter().take_while(|timex| timex.span.end <= span.end);
        inside.into_iter().any(|timex| timex.future && timex.days == Some(days))
    };
    let told = || member.telling.timex.is_some_and(|at| article.timexes[at as usize].future);
    let future = match article.published.date {
        // A month or a week under way is ahead where the sentence says so: "expected by late March".
        Some(published) if days.start <= published => days.end > published && ahead(),
        Some(_) => true,
        None => told(),
    };
    let lower = sentence.to_lowercase();
    if says(words.called_off, &lower) || ((future || planned) && says(words.calls_off, &lower)) {
        return Status::CalledOff;
    }
    match (future, cue(words, sentence)) {
        (true, Some(status)) if status != Status::CalledOff => status,
        (true, _) => Status::Planned,
        (false, _) => Status::Happened,
    }
}

/// Whether a sentence tells of something that was called off.
pub(super) fn calls_off(words: &Events, sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    says(words.called_off, &lower) || says(words.calls_off, &lower)
}

fn says(phrases: &[&str], lower: &str) -> bool {
    phrases.iter().any(|phrase| stands_in(lower, phrase))
}

fn cue(words: &Events, sentence: &str) -> Option<Status> {
    let mut best: Option<usize> = None;
    for token in tokens(sentence) {
        let word = token.of(sentence);
        let low = lower(word);
        if words.not_capitalised.contains(&word) || words.not_cues.binary_search(&&*low).is_ok() {
            continue;
        }
        let stronger = &words.cues[..best.unwrap_or(words.cues.len())];
        best = stronger.iter().position(|row| row.is(&low)).or(best);
    }
    best.map(|row| words.cues[row].status)
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
