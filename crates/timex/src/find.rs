//! Finding: where the expressions stand and which rule each follows.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::guard::holds;
use super::lexicon::{Class, Parts};
use super::pattern::{Pattern, Test};
use super::words::Words;
use dateline_lang::en::time::{Guard, RULES, Reading};
use dateline_text::lower;

/// One expression that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The row of [`RULES`] that it follows.
    pub(super) rule: usize,
    /// Its first token.
    pub(super) start: usize,
    /// One past its last token.
    pub(super) end: usize,
    /// What its tokens say.
    pub(super) parts: Parts,
}

impl Found {
    /// How it becomes a value.
    pub(super) fn reading(&self) -> Reading {
        RULES[self.rule].reading
    }

    /// Whether it says how often by the side of a count or a price.
    pub(super) fn is_rate(&self) -> bool {
        matches!(RULES[self.rule].guard, Guard::Rate)
    }

    /// Whether it is a time of day that leaves the day to its neighbours.
    pub(super) fn is_time_alone(&self) -> bool {
        matches!(self.reading(), Reading::Clock | Reading::Part | Reading::PartIs(_))
    }
}

/// All expressions of a text, in order, without overlaps: at each token the
/// longest, of equally long ones the rule that stands first.
pub(super) fn find(words: &Words<'_>) -> Vec<Found> {
    let index: &Index = &INDEX;
    let (mut out, mut at) = (Vec::new(), 0);
    while at < words.tokens.len() {
        let Some(found) = index.longest(words, at) else {
            at += 1;
            continue;
        };
        out.push(found);
        let mut last = found;
        while let Some(next) = index.continued(words, &last) {
            out.push(next);
            last = next;
        }
        at = last.end;
    }
    out
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

/// The rules by what their first token may be.
struct Index {
    patterns: Vec<Pattern>,
    by_word: HashMap<&'static str, Vec<usize>>,
    by_class: Vec<(Class, Vec<usize>)>,
    continuing: Vec<usize>,
    /// All words that some rule names.
    literals: HashSet<&'static str>,
}

impl Index {
    fn new() -> Self {
        let patterns: Vec<Pattern> = RULES.iter().map(|rule| Pattern::new(rule.pattern)).collect();
        let mut by_word: HashMap<&'static str, Vec<usize>> = HashMap::new();
        let mut by_class: Vec<(Class, Vec<usize>)> =
            Class::ALL.iter().map(|class| (*class, Vec::new())).collect();
        let mut continuing = Vec::new();
        for (rule, pattern) in patterns.iter().enumerate() {
            if pattern.continues {
                continuing.push(rule);
                continue;
            }
            for test in pattern.first() {
                match test {
                    Test::Literal(word) => by_word.entry(word).or_default().push(rule),
                    Test::Class(class) => by_class[class as usize].1.push(rule),
                }
            }
        }
        by_class.retain(|(_, rules)| !rules.is_empty());
        let literals = patterns.iter().flat_map(Pattern::literals).collect();
        Self { patterns, by_word, by_class, continuing, literals }
    }

    fn longest(&self, words: &Words<'_>, at: usize) -> Option<Found> {
        let word = words.get(at);
        if ARTICLES.iter().any(|article| word.eq_ignore_ascii_case(article)) && self.bare(words, at)
        {
            return None;
        }
        let mut rules = Vec::new();
        if word.len() <= 20
            && let Some(named) = self.by_word.get(&*lower(word))
        {
            rules.extend_from_slice(named);
        }
        if words.begins_any(at) {
            for (class, named) in &self.by_class {
                if words.begins(at, *class) {
                    rules.extend_from_slice(named);
                }
            }
        }
        if rules.is_empty() {
            return None;
        }
        rules.sort_unstable();
        rules.dedup();
        let mut best: Option<Found> = None;
        for rule in rules {
            let Some(found) = self.patterns[rule].at(words, at, Parts::default()) else { continue };
            let found = Found { rule, start: at, end: found.end, parts: found.parts };
            let longer = best.is_none_or(|best| best.end < found.end);
            // No expression goes on in the next paragraph.
            let whole = || (at + 1..found.end).all(|inner| !words.begins_paragraph(inner));
            if longer && found.end > at && whole() && holds(RULES[rule].guard, words, &found) {
                best = Some(found);
            }
        }
        best
    }

    /// Whether what follows an article begins nothing that any rule knows: no
    /// rule is an article alone, and most articles of a text end here.
    fn bare(&self, words: &Words<'_>, at: usize) -> bool {
        let next = words.get(at + 1);
        !(words.begins_any(at + 1) || next.len() <= 20 && self.literals.contains(&*lower(next)))
    }

    /// What goes on from `last` without a preposition of its own: the "18" of
    /// "1914–18", the "14" of "May 12 to 14".
    fn continued(&self, words: &Words<'_>, last: &Found) -> Option<Found> {
        let steps = matches!(last.reading(), Reading::Deictic(_));
        if last.reading() != Reading::Date && !steps || last.parts.part.is_some() {
            return None;
        }
        self.continuing.iter().find_map(|&rule| {
            if steps != RULES[rule].name.starts_with("deictic/") {
                return None;
            }
            let known = inherited(RULES[rule].name, &last.parts)?;
            let matched = self.patterns[rule].at(words, last.end, known)?;
            let start = last.end + 1;
            let found = Found { rule, start, end: matched.end, parts: matched.parts };
            (found.end > start && holds(RULES[rule].guard, words, &found)).then_some(found)
        })
    }
}

/// Words that begin many rules and more noun phrases.
const ARTICLES: [&str; 7] = ["a", "an", "its", "that", "the", "these", "this"];

/// What an expression that goes on takes from the one before; `None` where
/// the two do not fit.
fn inherited(rule: &str, parts: &Parts) -> Option<Parts> {
    let Parts { year, month, day, .. } = *parts;
    let known = Parts { year, month, ..Parts::default() };
    if rule.starts_with("deictic/") {
        return parts.unit.map(|unit| Parts { unit: Some(unit), ..Parts::default() });
    }
    if rule.starts_with("date/") {
        (month.is_some() && day.is_some()).then_some(known)
    } else if rule.starts_with("month/") {
        (month.is_some() && day.is_none() && year.is_none()).then_some(Parts::default())
    } else {
        (year.is_some_and(|y| y > 0) && month.is_none()).then_some(known)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks which phrases are found, and by which rules, without any calendar.
    fn check(text: &str, expected: &[(&str, &str)]) {
        let words = Words::new(text);
        let phrase = |one: &Found| {
            let (first, last) = (words.tokens[one.start].span, words.tokens[one.end - 1].span);
            &text[first.start as usize..last.end as usize]
        };
        let found = find(&words);
        let found: Vec<(&str, &str)> =
            found.iter().map(|one| (phrase(one), RULES[one.rule].name)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn the_longest_expression_wins() {
        check("On Friday, 16 May 2025.", &[("Friday, 16 May 2025", "date/weekday-day-month-year")]);
        check("Late May 2025 was dry.", &[("Late May 2025", "month/year")]);
    }

    #[test]
    fn a_preposition_stays_outside() {
        check("They met on 16 May.", &[("16 May", "date/day-month")]);
        check("It fell in the 1990s.", &[("the 1990s", "decade/year")]);
    }

    #[test]
    fn what_goes_on_from_a_date_is_found_by_itself() {
        check("May 3-5", &[("May 3", "date/month-day"), ("5", "date/range-end")]);
        check("On May 3 and 5 people came.", &[("May 3", "date/month-day")]);
    }
}
