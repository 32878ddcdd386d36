//! Days as the reasons name them, in English as the reasons are.

use dateline_model::Day;

/// Monday first, as [`Day::weekday`] counts.
pub(crate) const WEEKDAY_NAMES: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A day in words.
pub(crate) trait InWords {
    /// "Monday 2 June 2025".
    fn full(self) -> String;
    /// "2 June", without the year.
    fn short(self) -> String;
}

impl InWords for Day {
    fn full(self) -> String {
        format!("{} {} {}", WEEKDAY_NAMES[self.weekday()], self.short(), self.year())
    }

    fn short(self) -> String {
        format!("{} {}", self.day(), MONTH_NAMES[self.month() as usize - 1])
    }
}
