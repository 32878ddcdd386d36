//! Markdown to plain text, one line for each block, with the captions of its
//! pictures.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::markup::plain;

/// The plain text of a Markdown text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    /// Blocks with an empty line between.
    pub text: String,
    /// What the texts of its pictures say, each once.
    pub captions: Vec<String>,
}

/// Reads a Markdown text without its front matter.
pub(crate) fn plain(markdown: &str) -> Plain {
    let markdown = without_templates(markdown);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS;
    let mut writer = Writer::default();
    for event in Parser::new_ext(&markdown, options) {
        writer.take(event);
    }
    writer.html_ends();
    Plain { text: writer.out.trim().to_owned(), captions: writer.captions }
}

#[derive(Default)]
struct Writer {
    out: String,
    captions: Vec<String>,
    /// The text of the picture that is being read, and its title.
    picture: Option<(String, String)>,
    /// Raw HTML that is being collected.
    html: String,
    /// Whether the lines of a code block are being read.
    code: bool,
    /// The bullet of the item that begins.
    bullet: &'static str,
}

impl Writer {
    fn take(&mut self, event: Event<'_>) {
        if !matches!(event, Event::Html(_) | Event::End(TagEnd::HtmlBlock)) {
            self.html_ends();
        }
        match event {
            Event::Start(Tag::Image { title, .. }) => {
                self.picture.get_or_insert((String::new(), title.to_string()));
            }
            Event::End(TagEnd::Image) => self.picture_ends(),
            Event::Start(Tag::Item) => {
                self.block();
                self.bullet = "• ";
            }
            Event::Start(Tag::CodeBlock(_)) => {
                self.block();
                self.code = true;
            }
            Event::End(TagEnd::CodeBlock) => {
                self.code = false;
                self.block();
            }
            Event::End(TagEnd::TableCell) => self.push(" | "),
            Event::End(TagEnd::TableRow | TagEnd::TableHead) => {
                self.out.truncate(self.out.trim_end_matches([' ', '|']).len());
                self.block();
            }
            Event::Start(tag) if is_block(&tag) => self.block(),
            Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::List(_)
                | TagEnd::Table
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition,
            )
            | Event::Rule => self.block(),
            Event::Text(text) if self.code => self.push(&text),
            Event::Text(text) | Event::Code(text) => self.push(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Html(html) => self.html.push_str(&html),
            Event::InlineHtml(html) if html.starts_with("<br") => self.push("\n"),
            _ => {}
        }
    }

    /// Everything inside a picture is its caption.
    fn push(&mut self, text: &str) {
        if let Some((words, _)) = &mut self.picture {
            words.push_str(text);
            return;
        }
        self.out.push_str(core::mem::take(&mut self.bullet));
        self.out.push_str(text);
    }

    fn block(&mut self) {
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        if end > 0 {
            self.out.push_str("\n\n");
        }
    }

    fn picture_ends(&mut self) {
        let Some((words, title)) = self.picture.take() else { return };
        let caption = if title.trim().is_empty() { words } else { title };
        self.caption(&caption);
    }

    fn caption(&mut self, text: &str) {
        let caption = text.split_whitespace().collect::<Vec<_>>().join(" ");
        // One word is a file's name or "image" more often than a caption.
        if caption.contains(' ') && !self.captions.contains(&caption) && self.captions.len() < 200 {
            self.captions.push(caption);
        }
    }

    fn html_ends(&mut self) {
        if self.html.is_empty() {
            return;
        }
        let html = core::mem::take(&mut self.html);
        let lines = plain::lines(&html);
        let caption = html.contains("<figcaption");
        self.block();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if caption {
                self.caption(line);
            } else {
                self.out.push_str(line);
                self.block();
            }
        }
    }
}

fn is_block(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::List(_)
            | Tag::Table(_)
            | Tag::BlockQuote(_)
            | Tag::FootnoteDefinition(_)
    )
}

/// Templates of site builders and note programs that show nothing themselves:
/// `{{< figure … >}}`, `{% include … %}`, `%%note%%`.
fn without_templates(markdown: &str) -> String {
    const PAIRS: [(&str, &str); 4] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}"), ("%%", "%%")];
    let mut out = String::with_capacity(markdown.len());
    for line in markdown.split_inclusive('\n') {
        // Where each opening stands next; looked up again only once it is passed.
        let mut next = PAIRS.map(|(open, _)| line.find(open));
        let mut at = 0;
        while let Some((pair, start)) =
            (0..PAIRS.len()).filter_map(|pair| Some((pair, next[pair]?))).min_by_key(|row| row.1)
        {
            let (open, close) = PAIRS[pair];
            let inner = start + open.len();
            let Some(end) = line[inner..].find(close) else { break };
            out.push_str(&line[at..start]);
            at = inner + end + close.len();
            for (place, (open, _)) in next.iter_mut().zip(PAIRS) {
                if place.is_some_and(|place| place < at) {
                    *place = line[at..].find(open).map(|found| at + found);
                }
            }
        }
        out.push_str(&line[at..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markdown: &str, expected: &[&str], captions: &[&str]) {
        let found = plain(markdown);
        let lines: Vec<&str> = found.text.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines, expected, "{markdown}");
        assert_eq!(found.captions, captions, "{markdown}");
    }

    #[test]
    fn every_kind_of_block_becomes_lines() {
        check("# Salt\n\nThe *boat* came\nto **port**.", &["Salt", "The boat came to port."], &[]);
        check(
            "Salt\n====\n> A [choir](x) sang.\n> It was late.",
            &["Salt", "A choir sang. It was late."],
            &[],
        );
        check(
            "* Salt\n* Choir\n  * Tenor\n\n1. One",
            &["• Salt", "• Choir", "• Tenor", "• One"],
            &[],
        );
        check("| Port | Boats |\n|---|---|\n| Oslo | 3 |", &["Port | Boats", "Oslo | 3"], &[]);
        check("```rust\nlet a = 1;\n  b();\n```\nText", &["let a = 1;", "  b();", "Text"], &[]);
        check("Salt[^1] came.\n\n[^1]: From the sea.", &["Salt came.", "From the sea."], &[]);
        check("One  \ntwo<br>three", &["One", "two", "three"], &[]);
        check("<div>\n<p>Salt</p>\n</div>\n\nText", &["Salt", "Text"], &[]);
        check(
            "See [[Harbour|the port]] and <https://example.org>.",
            &["See the port and https://example.org."],
            &[],
        );
    }

    #[test]
    fn pictures_become_captions() {
        check("![The old harbour](a.jpg)\n\nText", &["Text"], &["The old harbour"]);
        check(
            "[![image](a.jpg \"A choir on the quay\")](b)\n\nText",
            &["Text"],
            &["A choir on the quay"],
        );
        check("![[harbour.png]]\n\n![IMG_1](a.jpg)\n\nText", &["Text"], &[]);
        check(
            "<figure><img src=a><figcaption>The old harbour</figcaption></figure>\n\nText",
            &["Text"],
            &["The old harbour"],
        );
    }

    #[test]
    fn templates_show_nothing() {
        check(
            "{{< figure src=\"a\" >}}\nText {% include x %}here %%note%%\n\n{{ salt",
            &["Text here", "{{ salt"],
            &[],
        );
    }

    #[test]
    fn hostile_markdown_is_read_to_its_end() {
        for text in [
            "[".repeat(20_000),
            "> ".repeat(5_000),
            "*a ".repeat(20_000),
            "![".repeat(10_000),
            "{%".repeat(20_000),
            "%%a%%{{< b >}}".repeat(20_000),
            "<div>".repeat(10_000),
        ] {
            let _ = plain(&text).text.len();
        }
    }
}
