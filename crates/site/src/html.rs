//! Markup with every text in its place: nothing from a corpus is ever markup.

use std::fmt::Write as _;

/// A page, or a part of one, that is being written.
#[derive(Default)]
pub(crate) struct Html(String);

impl Html {
    /// Markup of ours.
    pub(crate) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// A text between tags.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        escape(&mut self.0, text);
        self
    }

    /// ` name="value"`, inside a tag.
    pub(crate) fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// `<tag attributes>text</tag>`, the attributes being ours.
    pub(crate) fn element(&mut self, tag: &str, attributes: &str, text: &str) -> &mut Self {
        self.raw("<").raw(tag).raw(attributes).raw(">").text(text).raw("</").raw(tag).raw(">\n")
    }

    /// A link; its text is isolated from what stands around it.
    pub(crate) fn link(&mut self, href: &str, text: &str) -> &mut Self {
        self.raw("<a dir=\"auto\"").attr("href", href).raw(">").text(text).raw("</a>")
    }

    /// What was written so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// What was written.
    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Text for HTML and XML alike, between tags and in double quotes: what neither
/// can hold in any form is shown as U+FFFD.
pub(crate) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(c),
            // An XML reader makes one of any line end.
            '\r' => out.push('\n'),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => out.push('\u{fffd}'),
            c if u32::from(c) & 0xfffe == 0xfffe || ('\u{fdd0}'..='\u{fdef}').contains(&c) => {
                out.push('\u{fffd}');
            }
            c => out.push(c),
        }
    }
}

/// The text for markup, between tags and in double quotes.
pub fn escaped(text: &str) -> String {
    let mut out = String::new();
    escape(&mut out, text);
    out
}

/// A value for an address's query, as `encodeURIComponent` writes it.
pub(crate) fn query(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").expect("a string takes any text");
        }
    }
    out
}

/// A text of at most so many characters, with an ellipsis where it was cut.
pub(crate) fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}\u{2026}", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        escape(&mut out, text);
        assert_eq!(out, expected);
    }

    #[test]
    fn nothing_of_a_text_is_markup() {
        check("<b title=\"x\">&amp;</b>", "&lt;b title=&quot;x&quot;&gt;&amp;amp;&lt;/b&gt;");
        check("]]> {{x}} ${y} --!>", "]]&gt; {{x}} ${y} --!&gt;");
    }

    #[test]
    fn what_no_page_can_hold_is_shown_as_lost() {
        check(
            "a\0b\u{b}c\u{85}d\u{fffe}e\u{1ffff}",
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}",
        );
        check("a\r\nb\tc", "a\n\nb\tc");
        check("\u{202e}abc", "\u{202e}abc");
    }

    #[test]
    fn a_value_in_an_address_is_one_value() {
        assert_eq!(query("a b&c=d/é#"), "a%20b%26c%3Dd%2F%C3%A9%23");
        assert_eq!(query("001_66-a.b~"), "001_66-a.b~");
    }

    #[test]
    fn a_long_text_is_cut_with_an_ellipsis() {
        assert_eq!(shorten("äöü äöü", 4), "äöü…");
        assert_eq!(shorten("abc", 3), "abc");
    }
}
