//! Keys on the timeline, and what each does.

/// The keys in words, as `?` lists them.
pub const LIST: [(&str, &str); 9] = [
    ("\u{2190} \u{2192}", "previous and next event"),
    ("Home, End", "first and last event"),
    ("Enter", "open the event, or the day"),
    ("Page Up, Page Down", "earlier and later days"),
    ("+ \u{2212} 0", "zoom in, zoom out, all years"),
    ("Esc", "close, or leave the timeline"),
    ("/", "search"),
    ("\u{2191} \u{2193} \u{2192}", "in a list: up, down, to what is beside"),
    ("?", "this list"),
];

/// What a key asks for. Arrows, Home, End and Enter move and open as in every list of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Look at earlier days.
    Earlier,
    /// Look at later days.
    Later,
    /// Zoom in.
    In,
    /// Zoom out.
    Out,
    /// Show all years.
    All,
    /// Close what is open, or leave.
    Leave,
    /// List the keys.
    Help,
}

/// What `key`, named as the browser names it, does.
pub fn action(key: &str) -> Option<Action> {
    Some(match key {
        "PageDown" => Action::Later,
        "PageUp" => Action::Earlier,
        "Escape" => Action::Leave,
        "+" | "=" => Action::In,
        "-" | "\u{2212}" => Action::Out,
        "0" => Action::All,
        "?" => Action::Help,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_not_listed_do_nothing() {
        for key in ["a", "Tab", "ArrowUp", "ArrowDown", " "] {
            assert_eq!(action(key), None, "{key}");
        }
        assert_eq!(action("+"), Some(Action::In));
    }
}
