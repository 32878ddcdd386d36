//! What is folded away in a list, in words.

use dateline_model::{Day, DayRange};

use crate::days::{day_and_month, year};
use crate::numbers::count;

/// "731 events before, from 1683": so many lie before the days in view, the first of them on `first`.
pub fn events_before(events: usize, first: Option<Day>, window: DayRange) -> Option<String> {
    let first = first.filter(|_| events > 0)?;
    let from = if first.year() < window.start.year() { year(first) } else { day_and_month(first) };
    Some([&count(events, "event"), " before, from ", &from].concat())
}

/// "107 events after".
pub fn events_after(events: usize) -> Option<String> {
    (events > 0).then(|| [&count(events, "event"), " after"].concat())
}

/// "111 more dated events": what a day has besides so many that are shown.
pub fn more_events(shown: usize, more: usize) -> String {
    count(more, if shown == 0 { "dated event" } else { "more dated event" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_folded_says_how_much_it_is_and_how_far_it_goes() {
        let day = |text: &str| Day::parse(text).unwrap();
        let window = DayRange { start: day("2011-01-25"), end: day("2011-02-11") };
        let before = |events, first| events_before(events, first, window);
        assert_eq!(before(731, Some(day("1683-09-12"))).unwrap(), "731 events before, from 1683");
        assert_eq!(before(1, Some(day("2011-01-14"))).unwrap(), "1 event before, from 14 January");
        assert_eq!(before(1, Some(day("-000043-03-15"))).unwrap(), "1 event before, from 44 BC");
        assert_eq!(before(0, None), None);
        assert_eq!(events_after(107).unwrap(), "107 events after");
        assert_eq!(events_after(0), None);
        assert_eq!(more_events(3, 111), "111 more dated events");
        assert_eq!(more_events(0, 1), "1 dated event");
    }
}
