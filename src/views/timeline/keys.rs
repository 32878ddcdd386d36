//! Keys on the timeline: what each does, and where the cursor goes. Pure.

use super::plan::Item;

/// The keys in words, as `?` lists them.
pub const LIST: [(&str, &str); 9] = [
    ("\u{2190} \u{2192}", "previous and next event"),
    ("Page Up, Page Down", "previous and next day"),
    ("Home, End", "first and last event"),
    ("Enter", "open the event"),
    ("+ \u{2212} 0", "zoom in, zoom out, show all"),
    ("Esc", "close, or leave the timeline"),
    ("/", "search"),
    ("\u{2191} \u{2193} \u{2192}", "in a list: up, down, to what is beside"),
    ("?", "this list"),
];

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Move the cursor.
    Go(Step),
    /// Open what the cursor is on.
    Open,
    /// Close what is open, or leave.
    Leave,
    /// Zoom in.
    In,
    /// Zoom out.
    Out,
    /// Show everything.
    Fit,
    /// List the keys.
    Help,
}

/// A move of the cursor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next event.
    Next,
    /// To the one before.
    Previous,
    /// To the first event of the next day with any.
    NextDay,
    /// To the first event of the day before with any.
    PreviousDay,
    /// To the first of all.
    First,
    /// To the last of all.
    Last,
}

/// What `key`, named as the browser names it, does.
pub fn action(key: &str) -> Option<Action> {
    Some(match key {
        "ArrowRight" => Action::Go(Step::Next),
        "ArrowLeft" => Action::Go(Step::Previous),
        "PageDown" => Action::Go(Step::NextDay),
        "PageUp" => Action::Go(Step::PreviousDay),
        "Home" => Action::Go(Step::First),
        "End" => Action::Go(Step::Last),
        "Enter" => Action::Open,
        "Escape" => Action::Leave,
        "+" | "=" => Action::In,
        "-" | "\u{2212}" => Action::Out,
        "0" => Action::Fit,
        "?" => Action::Help,
        _ => return None,
    })
}

/// Where the cursor is after `step`. Without a cursor, `first` is where it
/// comes in: the event that is open, or the first in view.
pub fn go(items: &[Item], cursor: Option<usize>, step: Step, first: usize) -> Option<usize> {
    let last = items.len().checked_sub(1)?;
    let Some(at) = cursor.map(|at| at.min(last)) else {
        return Some(match step {
            Step::First => 0,
            Step::Last => last,
            _ => first.min(last),
        });
    };
    let day = items[at].day;
    Some(match step {
        Step::Next => (at + 1).min(last),
        Step::Previous => at.saturating_sub(1),
        Step::NextDay => items.iter().position(|item| item.day > day).unwrap_or(at),
        Step::PreviousDay => match items[..at].iter().rfind(|item| item.day < day) {
            Some(before) => items.iter().position(|item| item.day == before.day).unwrap_or(0),
            None => at,
        },
        Step::First => 0,
        Step::Last => last,
    })
}

#[cfg(test)]
mod tests {
    use dateline_model::{Day, Granularity};

    use super::*;

    fn check(cursor: Option<usize>, step: Step, expected: usize) {
        let items: Vec<Item> = [1, 3, 3, 3, 7]
            .iter()
            .map(|&day| Item {
                index: 0,
                day: Day::from_number(day),
                granularity: Granularity::Day,
                extent: None,
                bounded: false,
                tellers: 1,
                tellings: 1,
            })
            .collect();
        assert_eq!(go(&items, cursor, step, 2), Some(expected), "{cursor:?} {step:?}");
    }

    #[test]
    fn the_cursor_goes_by_event_and_by_day() {
        check(Some(0), Step::Next, 1);
        check(Some(4), Step::Next, 4);
        check(Some(0), Step::Previous, 0);
        check(Some(2), Step::NextDay, 4);
        check(Some(4), Step::NextDay, 4);
        check(Some(4), Step::PreviousDay, 1);
        check(Some(2), Step::PreviousDay, 0);
        check(Some(2), Step::First, 0);
        check(Some(2), Step::Last, 4);
    }

    #[test]
    fn a_cursor_comes_in_where_the_reader_looks() {
        check(None, Step::Next, 2);
        check(None, Step::Last, 4);
        assert_eq!(go(&[], None, Step::Next, 0), None);
    }

    #[test]
    fn keys_that_are_not_listed_do_nothing() {
        for key in ["a", "Tab", "ArrowUp", "ArrowDown", " "] {
            assert_eq!(action(key), None, "{key}");
        }
    }
}
