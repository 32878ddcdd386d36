//! Decimal digits in whatever script: the same numbers in other shapes.

/// The value of a decimal digit of a script that news is printed in: "7", "٧", "۷", "७", "๗", "７".
///
/// ```
/// use dateline_text::digit;
/// assert_eq!([digit('٥'), digit('۵'), digit('๕'), digit('５'), digit('五')], [Some(5), Some(5), Some(5), Some(5), None]);
/// ```
pub fn digit(c: char) -> Option<u32> {
    if c.is_ascii() {
        return c.to_digit(10);
    }
    ZEROS.iter().map(|zero| (c as u32).wrapping_sub(*zero as u32)).find(|value| *value < 10)
}

/// The nought of each script; its other digits follow it in order.
const ZEROS: [char; 14] = [
    '\u{0660}', '\u{06F0}', '\u{0966}', '\u{09E6}', '\u{0A66}', '\u{0AE6}', '\u{0B66}', '\u{0BE6}',
    '\u{0C66}', '\u{0CE6}', '\u{0D66}', '\u{0E50}', '\u{1040}', '\u{FF10}',
];
