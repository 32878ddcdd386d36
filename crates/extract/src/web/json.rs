//! Reads the JSON that pages carry, also where it is broken: raw line breaks and
//! unescaped quotes inside strings, commas too many, an end that is missing.

/// A value. Objects keep their order; a key may stand twice.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    Nothing,
    /// A string, or a number or other word as it is written.
    Text(String),
    List(Vec<Json>),
    Map(Vec<(String, Json)>),
}

/// Deeper values are read as nothing.
const DEPTH: usize = 48;

impl Json {
    /// Reads a text; what cannot be read is left out.
    pub fn read(text: &str) -> Json {
        let mut parser = Parser { text, at: 0 };
        parser.skip();
        let first = parser.value(0);
        let mut all = vec![first];
        // Several values one behind the other are a list that nobody wrote as one.
        loop {
            parser.skip();
            match parser.peek() {
                Some(b'{' | b'[') => all.push(parser.value(0)),
                Some(b',') => parser.step(),
                _ => break,
            }
        }
        if all.len() > 1 { Json::List(all) } else { all.remove(0) }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Json::Map(rows) => rows.iter().find(|row| row.0 == key).map(|row| &row.1),
            _ => None,
        }
    }

    /// The string, of a list its first.
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            Json::List(list) => list.iter().find_map(Json::text),
            _ => None,
        }
    }

    /// The items of a list; any other value is its own only item.
    pub fn items(&self) -> &[Json] {
        match self {
            Json::List(list) => list,
            other => core::slice::from_ref(other),
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space, comments and the marks that scripts are wrapped in.
    fn skip(&mut self) {
        loop {
            let rest = &self.text[self.at..];
            let bare = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
            self.at += rest.len() - bare.len();
            let skip = ["<![CDATA[", "]]>", "<!--", "-->", "//<![CDATA[", "//]]>", ";"]
                .iter()
                .find(|mark| bare.starts_with(**mark))
                .map(|mark| mark.len())
                .or_else(|| comment(bare));
            match skip {
                Some(length) => self.at += length,
                None => return,
            }
        }
    }

    fn value(&mut self, depth: usize) -> Json {
        match self.peek() {
            Some(_) if depth > DEPTH => {
                self.step();
                Json::Nothing
            }
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => Json::Text(self.string()),
            Some(_) => self.word(),
            None => Json::Nothing,
        }
    }

    fn map(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut rows = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some(b'}') => {
                    self.at += 1;
                    break;
                }
                Some(b'"') => {
                    let key = self.string();
                    self.skip();
                    if self.peek() == Some(b':') {
                        self.at += 1;
                        self.skip();
                        let value = self.value(depth + 1);
                        rows.push((key, value));
                    }
                }
                // A comma, or what does not belong here.
                Some(_) => self.step(),
            }
        }
        Json::Map(rows)
    }

    fn list(&mut self, depth: usize) -> Json {
        self.at += 1;
        let mut list = Vec::new();
        loop {
            self.skip();
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(b',' | b':' | b'}') => self.at += 1,
                Some(_) => {
                    let value = self.value(depth + 1);
                    list.push(value);
                }
            }
        }
        Json::List(list)
    }

    fn step(&mut self) {
        self.at += self.text[self.at..].chars().next().map_or(1, char::len_utf8);
    }

    /// A number, `true`, `null`, or anything up to the next mark.
    fn word(&mut self) -> Json {
        let rest = &self.text[self.at..];
        let end = rest
            .find(|c: char| {
                c.is_whitespace() || matches!(c, ',' | '}' | ']' | '{' | '[' | '"' | ':')
            })
            .unwrap_or(rest.len());
        self.at += end;
        if end == 0 {
            self.step();
        }
        match &rest[..end] {
            "" | "null" | "undefined" => Json::Nothing,
            word => Json::Text(word.to_owned()),
        }
    }

    /// A string. A quote ends it only where a mark that follows values comes
    /// next; any other was meant to be escaped.
    fn string(&mut self) -> String {
        self.at += 1;
        let mut out = String::new();
        let rest = &self.text[self.at..];
        let mut chars = rest.char_indices();
        let mut unit: Option<u32> = None;
        while let Some((at, c)) = chars.next() {
            match c {
                '"' if ends(&rest[at + 1..]) => {
                    self.at += at + 1;
                    return out;
                }
                '\\' => {
                    let Some((_, escaped)) = chars.next() else { break };
                    match escaped {
                        'n' | 'r' | 't' | 'b' | 'f' => {
                            out.push(if escaped == 'n' { '\n' } else { ' ' })
                        }
                        'u' => {
                            let code = rest
                                .get(at + 2..at + 6)
                                .and_then(|hex| u32::from_str_radix(hex, 16).ok());
                            if let Some(code) = code {
                                chars.nth(3);
                                unit = join(&mut out, unit, code);
                            }
                        }
                        other => out.push(other),
                    }
                }
                c => out.push(c),
            }
        }
        self.at = self.text.len();
        out
    }
}

/// The length of the comment that a text begins with.
fn comment(text: &str) -> Option<usize> {
    if text.starts_with("/*") {
        return Some(text.find("*/").map_or(text.len(), |at| at + 2));
    }
    // On one line with what it comments on only its mark is passed over.
    text.starts_with("//").then(|| text.find('\n').map_or(2, |at| at + 1))
}

/// Adds one unit of UTF-16; the first half of a pair waits for the second.
fn join(out: &mut String, waiting: Option<u32>, code: u32) -> Option<u32> {
    match (waiting, code) {
        (_, 0xD800..=0xDBFF) => return Some(code),
        (Some(high), 0xDC00..=0xDFFF) => {
            out.extend(char::from_u32(0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)));
        }
        _ => out.extend(char::from_u32(code)),
    }
    None
}

fn ends(rest: &str) -> bool {
    let bare = rest.trim_start();
    if bare.starts_with("/*") || bare.trim_start_matches([',', ' ']).starts_with("/*") {
        return true;
    }
    let mut next = rest.chars().filter(|c| !c.is_whitespace());
    match next.next() {
        None | Some('}' | ']' | ':') => true,
        // `said "no", he` goes on with a word, a list with a value or a key.
        Some(',') => next.next().is_none_or(|c| {
            matches!(c, '"' | '{' | '[' | '}' | ']' | '-') || c.is_ascii_digit() || {
                let word = rest.trim_start().trim_start_matches(',').trim_start();
                ["true", "false", "null"].iter().any(|known| word.starts_with(known))
            }
        }),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, path: &[&str], expected: Option<&str>) {
        let json = Json::read(text);
        let mut value = Some(&json);
        for key in path {
            value = value.and_then(|json| json.items()[0].get(key));
        }
        assert_eq!(value.and_then(Json::text), expected, "{text}");
    }

    #[test]
    fn sound_json_is_read() {
        check(
            r#"{"a": [{"b": "salt \u00e9 \"x\" \ud83d\ude00"}], "c": 12}"#,
            &["a", "b"],
            Some("salt é \"x\" 😀"),
        );
        check(r#"[{"c": -1.5}]"#, &["c"], Some("-1.5"));
        check(r#"{"c": null}"#, &["c"], None);
    }

    #[test]
    fn broken_json_is_read_as_far_as_it_can_be() {
        check("{\"a\": \"two\nlines\", \"b\": \"x\",}", &["b"], Some("x"));
        check(r#"{"a": "the "old" port", "b": "x"}"#, &["a"], Some("the \"old\" port"));
        check(r#"{"a": "the "old", worn port", "b": "x"}"#, &["b"], Some("x"));
        check("<!-- //<![CDATA[\n{\"a\": \"x\"}\n//]]> -->", &["a"], Some("x"));
        check(r#"{"a": {"b": "x""#, &["a", "b"], Some("x"));
        check(r#"{"a" "b", "c": "x"}"#, &["c"], Some("x"));
        check(
            "{\"a\": \"x\", /* y */ \"b\": \"z\" /* , */, // w\n\"c\": \"v\"}",
            &["c"],
            Some("v"),
        );
        check("// salt\n{\"a\": \"x\"}", &["a"], Some("x"));
        check("{\"a\": \"x\"}\n{\"b\": \"y\"}", &["a"], Some("x"));
        assert_eq!(Json::read("{\"a\": \"x\"};[{}]").items().len(), 2);
        check("no json at all", &["a"], None);
    }

    #[test]
    fn deep_and_long_json_costs_linear_time() {
        for text in ["[".repeat(200_000), "{\"a\":".repeat(200_000), "\"".repeat(200_000)] {
            Json::read(&text);
        }
    }
}
