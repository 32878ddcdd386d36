//! The content security policy of a page, by what stands in it: nothing is allowed that it has no use
//! for, and what is inline is allowed by its hash alone.

use core::fmt::Write as _;

use dateline_site::File;

use crate::Error;
use crate::hash::integrity;

/// What a page says first; the policy follows it.
const CHARSETS: [&str; 2] = ["<meta charset=utf-8>", "<meta charset=\"utf-8\">"];

/// Gives a page its policy. One that brings its own keeps it, if that one is strict.
pub(crate) fn give(page: &mut File) -> Result<(), Error> {
    give_with(page, None)
}

/// Gives a page its policy that shows the other in a frame made of bytes, which inherits it, and runs a worker
/// made of bytes.
pub(crate) fn give_around(page: &mut File, framed: &File) -> Result<(), Error> {
    give_with(page, Some(framed))
}

fn give_with(page: &mut File, framed: Option<&File>) -> Result<(), Error> {
    let text = core::str::from_utf8(&page.bytes).map_err(|_| Error::NoText(page.path.clone()))?;
    if let Some(own) = own(text) {
        let loose = ["unsafe-inline", "unsafe-eval", "unsafe-hashes", "*"];
        let own = own.replace("wasm-unsafe-eval", "");
        return match loose.iter().find(|word| own.contains(**word)) {
            Some(word) => {
                let what = format!("`{word}` in a policy of its own");
                Err(Error::Forbidden { file: page.path.clone(), what })
            }
            None => Ok(()),
        };
    }
    let place = CHARSETS.iter().find_map(|charset| Some(text.find(charset)? + charset.len()));
    let place =
        place.ok_or_else(|| Error::Page(format!("{} does not say that it is UTF-8", page.path)))?;
    let mut found = contents(text, &page.path)?;
    if let Some(framed) = framed {
        let inside = core::str::from_utf8(&framed.bytes);
        let inside = inside.map_err(|_| Error::NoText(framed.path.clone()))?;
        let inside = contents(inside, &framed.path)?;
        found.scripts.extend(inside.scripts);
        found.styles.extend(inside.styles);
        found.images.extend(inside.images);
        found.program |= inside.program;
        found.bytes = true;
    }
    let policy = policy(&found);
    let meta = format!("<meta http-equiv=content-security-policy content=\"{policy}\">");
    page.bytes = [&text[..place], &meta, &text[place..]].concat().into();
    Ok(())
}

/// The policy that a page brings.
fn own(page: &str) -> Option<String> {
    let is_policy = |element: &Element<'_>| {
        element.tag == "meta"
            && element
                .attribute("http-equiv")
                .is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
    };
    let own = Elements { page, at: 0 }.find(is_policy)?;
    Some(own.attribute("content").unwrap_or_default().to_owned())
}

/// What a page loads, runs and holds.
#[derive(Default)]
struct Contents {
    scripts: Vec<String>,
    styles: Vec<String>,
    images: Vec<String>,
    program: bool,
    manifest: bool,
    frames: bool,
    requests: bool,
    /// Whether it shows a page and runs a worker that it makes itself.
    bytes: bool,
}

fn policy(page: &Contents) -> String {
    let when = |is: bool, source: &str| Vec::from_iter(is.then(|| source.to_owned()));
    let has_scripts = !page.scripts.is_empty();
    let mut scripts = page.scripts.clone();
    scripts.extend(when(page.program, "'wasm-unsafe-eval'"));
    let rows = [
        ("default-src", vec!["'none'".to_owned()]),
        ("script-src", scripts),
        ("style-src", page.styles.clone()),
        ("img-src", page.images.clone()),
        ("connect-src", when(page.requests, "'self'")),
        ("manifest-src", when(page.manifest, "'self'")),
        (
            "worker-src",
            [when(page.manifest && has_scripts, "'self'"), when(page.bytes, "blob:")].concat(),
        ),
        ("frame-src", [when(page.frames, "'self'"), when(page.bytes, "blob:")].concat()),
        ("base-uri", vec!["'none'".to_owned()]),
        ("form-action", vec!["'none'".to_owned()]),
        ("require-trusted-types-for", when(has_scripts, "'script'")),
        ("trusted-types", when(has_scripts, "default")),
    ];
    let mut out = String::new();
    for (row, sources) in rows.into_iter().filter(|(_, sources)| !sources.is_empty()) {
        out.push_str(if out.is_empty() { "" } else { ";" });
        out.push_str(row);
        for (at, source) in sources.iter().enumerate() {
            if !sources[..at].contains(source) {
                write!(out, " {source}").expect("a string takes any text");
            }
        }
    }
    out
}

fn contents(page: &str, name: &str) -> Result<Contents, Error> {
    let mut found = Contents::default();
    let own = |data: bool| if data { "data:" } else { "'self'" }.to_owned();
    for element in (Elements { page, at: 0 }) {
        let has = |name: &str| element.attribute(name).unwrap_or_default();
        let refused = |name: &&str| *name == "style" || name.starts_with("on");
        if let Some(attribute) = element.attributes.iter().map(|(name, _)| &**name).find(refused) {
            let what = format!("the attribute `{attribute}` on <{}>", element.tag);
            return Err(Error::Forbidden { file: name.into(), what });
        }
        match &*element.tag {
            "script" if ["", "module", "text/javascript"].contains(&has("type")) => {
                found.scripts.push(match has("src") {
                    "" => format!("'{}'", integrity(element.content.as_bytes())),
                    _ => own(false),
                });
                found.requests |= element.attribute("data-alone").is_none();
            }
            "style" => found.styles.push(format!("'{}'", integrity(element.content.as_bytes()))),
            "img" => found.images.push(own(has("src").starts_with("data:"))),
            "iframe" => found.frames = true,
            "link" => {
                let is = |kind: &str| has("rel").split(' ').any(|one| one == kind);
                if is("stylesheet") {
                    found.styles.push(own(false));
                }
                if is("icon") {
                    found.images.push(own(has("href").starts_with("data:")));
                }
                if is("manifest") {
                    found.manifest = true;
                    // The front page, which in somebody's frame gets a sheet more.
                    found.styles.push(own(false));
                }
            }
            _ => {}
        }
        found.program |= has("href").ends_with(".wasm") || has("id") == "program";
    }
    Ok(found)
}

/// An opening tag with its attributes; of scripts and style sheets the text too.
struct Element<'p> {
    tag: String,
    attributes: Vec<(String, &'p str)>,
    content: &'p str,
}

impl Element<'_> {
    fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| *value)
    }
}

/// The elements of a page of ours, in their order. Whoever wrote it escaped every text of others.
struct Elements<'p> {
    page: &'p str,
    at: usize,
}

impl<'p> Iterator for Elements<'p> {
    type Item = Element<'p>;

    fn next(&mut self) -> Option<Element<'p>> {
        loop {
            self.at += self.page[self.at..].find('<')? + 1;
            let rest = &self.page[self.at..];
            if rest.starts_with("!--") {
                self.at += rest.find("-->")?;
            } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
                break;
            }
        }
        let rest = &self.page[self.at..];
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-')?;
        let tag = rest[..end].to_ascii_lowercase();
        self.at += end;
        let mut attributes = Vec::new();
        while let Some(attribute) = self.attribute() {
            attributes.push(attribute);
        }
        let mut content = "";
        if tag == "script" || tag == "style" {
            let rest = &self.page[self.at..];
            let end = rest.find(if tag == "script" { "</script" } else { "</style" });
            content = &rest[..end.unwrap_or(rest.len())];
            self.at += content.len();
        }
        Some(Element { tag, attributes, content })
    }
}

impl<'p> Elements<'p> {
    /// The next attribute of the tag that is being read; at its end none, and the end is behind.
    fn attribute(&mut self) -> Option<(String, &'p str)> {
        let space = |c: char| c.is_ascii_whitespace() || c == '/';
        let rest = self.page[self.at..].trim_start_matches(space);
        self.at = self.page.len() - rest.len();
        if rest.is_empty() || rest.starts_with('>') {
            self.at += rest.len().min(1);
            return None;
        }
        let end = rest.find(|c: char| space(c) || c == '=' || c == '>').unwrap_or(rest.len());
        // A stray `=` is a name of its own, so that every step goes on.
        let end = end.max(rest.chars().next().map_or(1, char::len_utf8));
        let key = rest[..end].to_ascii_lowercase();
        self.at += end;
        let Some(after) = rest[end..].strip_prefix('=') else { return Some((key, "")) };
        let quote = after.chars().next().filter(|c| ['"', '\''].contains(c));
        let value = match quote {
            Some(quote) => after[1..].split(quote).next().unwrap_or_default(),
            None => after
                .split(|c: char| c.is_ascii_whitespace() || c == '>')
                .next()
                .unwrap_or_default(),
        };
        self.at += 1 + value.len() + if quote.is_some() { 2 } else { 0 };
        self.at = self.at.min(self.page.len());
        Some((key, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, expected: &str) {
        let text = format!("<!doctype html><meta charset=utf-8>{body}");
        let mut file = File { path: "a.html".into(), bytes: text.into() };
        give(&mut file).unwrap();
        let page = String::from_utf8(file.bytes).unwrap();
        let start = "<!doctype html><meta charset=utf-8><meta http-equiv=content-security-policy content=\"";
        let rest = page.strip_prefix(start).expect("the policy first");
        let (policy, after) = rest.split_once("\">").unwrap();
        assert_eq!(after, body);
        assert_eq!(policy, expected);
    }

    #[test]
    fn a_page_is_allowed_what_stands_in_it_and_nothing_else() {
        check("<p>Words", "default-src 'none';base-uri 'none';form-action 'none'");
        check(
            "<style>abc</style><img src='data:x'><img alt=\"a > b\" src=a.png><iframe>",
            "default-src 'none';style-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=';\
             img-src data: 'self';frame-src 'self';base-uri 'none';form-action 'none'",
        );
    }

    #[test]
    fn scripts_are_allowed_by_their_hash_and_bring_trusted_types() {
        check(
            "<script>abc</script><script data-alone type=module>abc</script><script type=text/plain id=program><b></script>",
            "default-src 'none';script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=' 'wasm-unsafe-eval';\
             connect-src 'self';base-uri 'none';form-action 'none';require-trusted-types-for 'script';trusted-types default",
        );
    }

    #[test]
    fn what_a_policy_cannot_allow_is_named() {
        for (body, what) in
            [("<p style=a>", "`style` on <p>"), ("<A OnClick = x>", "`onclick` on <a>")]
        {
            let bytes = format!("<meta charset=utf-8>{body}").into();
            let error = give(&mut File { path: "a.html".into(), bytes }).unwrap_err().to_string();
            assert!(error.contains(what) && error.contains("a.html"), "{error}");
        }
        let mut file = File { path: "a.html".into(), bytes: b"<p>".to_vec() };
        assert!(give(&mut file).is_err());
    }

    #[test]
    fn a_policy_of_its_own_stays_where_it_is_strict() {
        let with = |policy: &str| {
            let meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";
            let bytes: Vec<u8> = format!("<meta charset=utf-8>{meta}{policy}\">").into();
            let mut file = File { path: "a.html".into(), bytes: bytes.clone() };
            give(&mut file).map(|()| file.bytes == bytes)
        };
        assert_eq!(with("script-src 'self' 'wasm-unsafe-eval'"), Ok(true));
        assert!(with("script-src 'unsafe-eval'").is_err());
        assert!(with("img-src *").is_err());
    }

    #[test]
    fn any_bytes_come_to_an_end() {
        let page = "<meta charset=utf-8><a b=\"c\" =d '>\u{e9}=\u{e9}</a><!-- <script> --><style>x";
        for (end, _) in page.char_indices() {
            let _ = contents(&page[..end], "a.html");
        }
    }
}
