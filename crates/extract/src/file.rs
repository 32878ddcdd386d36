//! Decides by ending and by content how a file is read, and yields its articles.
//! A file may hold many; what cannot be read is named with its place and what was
//! expected, and nothing else is lost with it.

mod disguised;
mod fields;
mod json;
mod mail;
mod markdown;
mod matter;
mod named;
mod parts;

#[cfg(test)]
mod tests;

use dateline_lang::page::one_of;
use dateline_model::{Furniture, WarningKind};
use serde::{Deserialize, Serialize};
use serde_json::Map;

use self::fields::Record;
use self::parts::{Part, Parts, Piece, Told};
use crate::draft::{Draft, first_words, left_out};
use crate::facts::language::tag_of;
use crate::facts::names;
use crate::facts::stated::{self, Fact, Origin, Statement};
use crate::lines;
use crate::markup::plain;
use crate::page::{front, separate, separate_stated};
use crate::read::{self, Read, SIZE_LIMIT};
use crate::sheet::is_furnished;
use crate::web;
use dateline_text::{fingerprint, key_of, letters};

/// Each a kind and a sentence that follows the file's name.
type Doubts = Vec<(WarningKind, String)>;

/// How a file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Text,
    Markdown,
    Html,
    Mail,
    Json,
    /// One JSON object a line.
    Lines,
}

/// Endings of files that are read. Lower case, sorted.
const FORMS: &[(&str, Form)] = &[
    ("eml", Form::Mail),
    ("htm", Form::Html),
    ("html", Form::Html),
    ("json", Form::Json),
    ("jsonl", Form::Lines),
    ("markdown", Form::Markdown),
    ("md", Form::Markdown),
    ("ndjson", Form::Lines),
    ("text", Form::Text),
    ("txt", Form::Text),
    ("xhtml", Form::Html),
];

/// So many rows that cannot be used are named one by one.
const MOST_NAMED: usize = 50;

/// Data files may hold a whole archive: this many bytes at most.
const DATA_LIMIT: usize = 256 * 1024 * 1024;

/// The most bytes that a file of that name may have, or `None` where files with
/// its ending are not read.
///
/// ```
/// assert!(dateline_extract::size_limit("a.TXT").is_some());
/// assert_eq!(dateline_extract::size_limit("a.pdf"), None);
/// ```
pub fn size_limit(path: &str) -> Option<usize> {
    Some(match form_of(path)? {
        Form::Json | Form::Lines => DATA_LIMIT,
        _ => SIZE_LIMIT,
    })
}

/// Names the endings that are read, as a sentence does.
pub fn endings() -> String {
    let names: Vec<String> = FORMS.iter().map(|row| format!(".{}", row.0)).collect();
    one_of(&names)
}

fn form_of(path: &str) -> Option<Form> {
    let ending = path.rsplit_once('.')?.1.to_ascii_lowercase();
    let at = FORMS.binary_search_by_key(&ending.as_str(), |row| row.0).ok()?;
    Some(FORMS[at].1)
}

/// One article of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Article {
    /// What was read.
    pub draft: Draft,
    /// Its row or line in a file of several, counted from 1.
    pub number: usize,
    /// Its first line in the file, counted from 1, where it is one of a text of several.
    pub line: Option<usize>,
    /// Its own name in a file of several.
    pub id: Option<String>,
}

/// Everything that a file holds.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    /// In the order of the file.
    pub articles: Vec<Article>,
    /// Each a kind and a sentence that follows the file's name.
    pub doubts: Vec<(WarningKind, String)>,
}

impl Opened {
    fn one(draft: Draft, doubts: Vec<(WarningKind, String)>) -> Self {
        Self { articles: vec![Article { draft, number: 1, line: None, id: None }], doubts }
    }
}

/// A file whose form is known.
#[derive(Debug)]
pub struct Decoded<'b> {
    content: Content<'b>,
    doubts: Vec<(WarningKind, String)>,
}

#[derive(Debug)]
enum Content<'b> {
    /// Its parts have charsets of their own.
    Message(&'b [u8]),
    Text(Form, String),
}

/// Decides how a file is read, and decodes it. `plain` takes its text as the body, whatever it
/// looks like.
///
/// # Errors
/// The reason why the bytes cannot be an article.
pub fn decode<'b>(
    path: &str,
    bytes: &'b [u8],
    plain: bool,
) -> Result<Decoded<'b>, (WarningKind, String)> {
    let form = form_of(path).unwrap_or(Form::Text);
    let other = |what: &str| {
        let words = format!(
            "is {what}, whatever its name says; a text, a page, a message or JSON was expected"
        );
        (WarningKind::UnknownType, words)
    };
    if let Some(what) = disguised::by_bytes(bytes).filter(|_| !plain) {
        return Err(other(what));
    }
    let limit = size_limit(path).unwrap_or(SIZE_LIMIT);
    let may_be_mail = matches!(form, Form::Text | Form::Html) && !plain;
    if form == Form::Mail || (may_be_mail && looks_like_mail(bytes)) {
        read::within(bytes, limit)?;
        return Ok(Decoded { content: Content::Message(bytes), doubts: Vec::new() });
    }
    let Read { text, doubts } = read::read_up_to(bytes, limit)?;
    let form = if plain && form == Form::Text { form } else { by_content(form, &text) };
    let marked = matches!(form, Form::Text | Form::Html | Form::Markdown);
    if let Some(what) = disguised::by_text(&text).filter(|_| marked && !plain) {
        return Err(other(what));
    }
    Ok(Decoded { content: Content::Text(form, text), doubts })
}

/// The articles of a decoded file.
///
/// # Errors
/// The reason why the file gives no article.
pub fn articles(
    path: &str,
    file: Decoded<'_>,
    plain: bool,
) -> Result<Opened, (WarningKind, String)> {
    let mut opened = opened(path, file, plain)?;
    if let [article] = &mut opened.articles[..]
        && !plain
    {
        named::add(&mut article.draft, path);
    }
    for article in &mut opened.articles {
        let author = &mut article.draft.author;
        *author = author.take().map(|names| names::in_usual_case(&names));
    }
    Ok(opened)
}

fn opened(path: &str, file: Decoded<'_>, plain: bool) -> Result<Opened, (WarningKind, String)> {
    let Decoded { content, doubts } = file;
    let (form, text) = match content {
        Content::Message(bytes) => return message(path, bytes, plain),
        Content::Text(form, text) => (form, text),
    };
    match form {
        Form::Text | Form::Mail if plain => Ok(Opened::one(whole(&text, path), doubts)),
        Form::Text | Form::Mail => Ok(match parts::parts(&text) {
            Some(parts) => parted(path, parts, doubts, |part| (separate(part, path), Vec::new())),
            None => Opened::one(separate(&text, path), doubts),
        }),
        Form::Html => {
            let lines = exported(&text);
            match lines.as_deref().and_then(parts::exports) {
                Some(parts) => {
                    Ok(parted(path, parts, doubts, |part| (separate(part, path), Vec::new())))
                }
                None => one_page(&text, path, doubts),
            }
        }
        Form::Markdown => Ok(match parts::parts(&text).filter(|_| !plain) {
            Some(parts) => parted(path, parts, doubts, |part| note(path, part, plain)),
            None => {
                let (draft, more) = note(path, &text, plain);
                Opened::one(draft, [doubts, more].concat())
            }
        }),
        Form::Json | Form::Lines => data(path, &text, form == Form::Lines, doubts),
    }
}

/// A text may be something else than its ending says.
fn by_content(form: Form, text: &str) -> Form {
    match form {
        Form::Text | Form::Markdown if web::is_page(text) => Form::Html,
        Form::Text if matter::read(text).is_some_and(|matter| matter.facts.len() > 1) => {
            Form::Markdown
        }
        Form::Text if text.trim_start().starts_with("{\"") && text.trim_end().ends_with('}') => {
            Form::Json
        }
        form => form,
    }
}

/// Head lines that only programs write.
const MAIL_HEADS: &[&[u8]] = &[
    b"received:",
    b"return-path:",
    b"delivered-to:",
    b"mime-version:",
    b"message-id:",
    b"content-type:",
];

/// Whether the first lines are those of a message as it was sent.
fn looks_like_mail(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8_000)];
    let mut lines = head.split(|byte| *byte == b'\n');
    let labelled = |line: &[u8]| {
        line.starts_with(b" ")
            || line.starts_with(b"\t")
            || line.iter().position(|byte| *byte == b':').is_some_and(|at| {
                at > 0
                    && line[..at].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-')
            })
    };
    let named = |line: &[u8]| {
        MAIL_HEADS
            .iter()
            .any(|name| line.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)))
    };
    let block: Vec<&[u8]> =
        lines.by_ref().take_while(|line| !line.trim_ascii().is_empty()).collect();
    block.len() >= 2
        && block.iter().all(|line| labelled(line))
        && block.iter().any(|line| named(line))
}

fn one_page(text: &str, path: &str, mut doubts: Doubts) -> Result<Opened, (WarningKind, String)> {
    let draft = shown(page(text, path))?;
    if draft.lists {
        let words = "looks like a page that lists stories and is none of them, so that no day of theirs dates it; a page of one article was expected";
        doubts.push((WarningKind::NoBody, words.into()));
    }
    Ok(Opened::one(draft, doubts))
}

/// The one place that reads a marked-up text as a page.
fn page(text: &str, path: &str) -> Draft {
    web::separate(text, path)
}

/// A page that shows nothing is no article.
fn shown(draft: Draft) -> Result<Draft, (WarningKind, String)> {
    let why = "is a page that shows no text; an article's text was expected";
    if draft.body.is_empty() { Err((WarningKind::Empty, why.into())) } else { Ok(draft) }
}

fn message(path: &str, bytes: &[u8], plain: bool) -> Result<Opened, (WarningKind, String)> {
    let mail = mail::read(bytes)?;
    let mut doubts = mail.doubts;
    if mail.is_page {
        let mut draft = page(&mail.text, path);
        let told = draft.url.is_some();
        let rest = mail.statements.into_iter().filter(|row| !told || row.fact != Fact::Url);
        doubts.append(&mut stated::apply(&mut draft, rest.collect()));
        return Ok(Opened::one(draft, doubts));
    }
    let (mut draft, mut more) = stated_text(path, &mail.text, mail.statements, plain, false);
    draft.furniture.extend(mail.above.into_iter().map(|line| left_out(line, "forward-note")));
    doubts.append(&mut more);
    Ok(Opened::one(draft, doubts))
}

/// The lines of a marked-up text that may be an archive's export.
fn exported(html: &str) -> Option<String> {
    parts::may_be_export(html).then(|| plain::lines(html))
}

/// The articles of a text of several; those that no export told apart are read by `read`.
fn parted(
    path: &str,
    found: Parts<'_>,
    mut doubts: Doubts,
    read: impl Fn(&str) -> (Draft, Doubts),
) -> Opened {
    let mut kinds: Doubts =
        found.doubts.into_iter().map(|words| (WarningKind::Malformed, words)).collect();
    let mut articles = Vec::with_capacity(found.parts.len());
    for (number, Part { line, piece }) in (1..).zip(found.parts) {
        let (draft, more) = match piece {
            Piece::Told(told) => exported_article(path, told),
            Piece::Text(text) => read(text),
        };
        let place = match line {
            Some(line) => format!("line {line}: "),
            None => format!("article {number}: "),
        };
        kinds.extend(more.into_iter().map(|(kind, words)| (kind, format!("{place}{words}"))));
        articles.push(Article { draft, number, line, id: None });
    }
    first_named(&mut kinds);
    doubts.append(&mut kinds);
    Opened { articles, doubts }
}

fn exported_article(path: &str, told: Told) -> (Draft, Doubts) {
    let Told { statements, paragraphs, out } = told;
    let mut draft = Draft { body: paragraphs.join("\n\n"), ..Draft::default() };
    draft.language = tag_of(&draft.body).into();
    draft.outlet = names::from_file(path);
    draft.furniture.extend(out.into_iter().map(|line| left_out(line, "export-line")));
    stated::filed(&mut draft);
    let doubts = stated::apply(&mut draft, statements);
    finish(&mut draft);
    (draft, doubts)
}

fn note(path: &str, text: &str, plain: bool) -> (Draft, Doubts) {
    let mut doubts = Vec::new();
    let matter = matter::read(text).unwrap_or_default();
    doubts.extend(matter.broken.map(|words| (WarningKind::Meta, words)));
    let mut statements = Record::new(&matter.facts).statements(Origin::FrontMatter);
    let mut rest = &text[matter.rest..];
    // Without front matter, a block of "Key: value" lines may head the text.
    if statements.is_empty()
        && let Some((block, length)) = front::block(rest)
    {
        statements = block;
        rest = &rest[length..];
    }
    let markdown::Plain { text, captions } = markdown::plain(rest);
    let sure = !statements.is_empty();
    let (mut draft, mut more) = stated_text(path, &text, statements, plain, sure);
    for caption in captions {
        if !draft.captions.contains(&caption) {
            draft.captions.push(caption);
        }
    }
    doubts.append(&mut more);
    (draft, doubts)
}

/// A text whose facts are stated beside it. Where it bears no furniture and is
/// `sure` to be the article, it is the body as it is.
fn stated_text(
    path: &str,
    text: &str,
    statements: Vec<Statement>,
    plain: bool,
    sure: bool,
) -> (Draft, Vec<(WarningKind, String)>) {
    let titled = statements.iter().any(|row| row.fact == Fact::Title);
    if plain || (sure && titled && !is_furnished(text, 1)) {
        let title = statements.iter().find(|row| row.fact == Fact::Title);
        let mut draft = body(path, text, title.and_then(|row| row.values.first()));
        let doubts = stated::apply(&mut draft, statements);
        finish(&mut draft);
        return (draft, doubts);
    }
    separate_stated(text, path, statements)
}

fn data(
    path: &str,
    text: &str,
    lines: bool,
    mut doubts: Vec<(WarningKind, String)>,
) -> Result<Opened, (WarningKind, String)> {
    let found = json::rows(text, lines);
    let list = found.list;
    let mut kinds: Vec<(WarningKind, String)> =
        found.broken.into_iter().map(|words| (WarningKind::Malformed, words)).collect();
    let around = around(&found.around);
    let mut articles = Vec::new();
    for row in found.rows {
        let place = match (list, lines) {
            (false, _) => String::new(),
            (true, true) => format!("line {}: ", row.number),
            (true, false) => format!("row {}: ", row.number),
        };
        let record = Record::new(&row.object);
        match article(path, &record, &around) {
            Ok((draft, more)) => {
                kinds.extend(
                    more.into_iter().map(|(kind, words)| (kind, format!("{place}{words}"))),
                );
                let id = record.id().filter(|_| list);
                articles.push(Article { draft, number: row.number, line: None, id });
            }
            Err(words) => kinds.push((WarningKind::Malformed, format!("{place}{words}"))),
        }
    }
    stated::settle_rows(articles.iter_mut().map(|article| &mut article.draft));
    first_named(&mut kinds);
    doubts.append(&mut kinds);
    if articles.is_empty() && doubts.is_empty() {
        let words =
            "holds no article; an article, a list of articles or one article a line was expected";
        return Err((WarningKind::Empty, words.into()));
    }
    Ok(Opened { articles, doubts })
}

/// Names the first of very many doubts, and counts the others.
fn first_named(doubts: &mut Doubts) {
    let more = doubts.len().saturating_sub(MOST_NAMED);
    doubts.truncate(MOST_NAMED);
    if more > 0 {
        let words = format!("has {more} more places of that kind, which are not listed");
        doubts.push((WarningKind::Malformed, words));
    }
}

/// What the object around a list says of every row: a feed's title is the
/// outlet of its items.
fn around(object: &Map<String, serde_json::Value>) -> Vec<Statement> {
    let record = Record::new(object);
    let feed = record.has("homepageurl") || record.has("feedurl") || record.has("version");
    let mut statements = record.statements(Origin::Field);
    if feed && !statements.iter().any(|row| row.fact == Fact::Outlet) {
        statements
            .iter_mut()
            .filter(|row| row.fact == Fact::Title)
            .for_each(|row| row.fact = Fact::Outlet);
    }
    statements.retain(|row| matches!(row.fact, Fact::Outlet | Fact::Language | Fact::Author));
    statements
}

/// One row of a data file, or why it is no article.
fn article(
    path: &str,
    record: &Record<'_>,
    around: &[Statement],
) -> Result<(Draft, Vec<(WarningKind, String)>), String> {
    let mut statements = record.statements(Origin::Field);
    let told: Vec<Fact> = statements.iter().map(|row| row.fact).collect();
    statements.extend(around.iter().filter(|row| !told.contains(&row.fact)).cloned());
    let of = |fact| {
        let row = statements.iter().find(|row| row.fact == fact);
        row.and_then(|row| row.values.first()).cloned()
    };
    let (title, summary) = (of(Fact::Title), of(Fact::Standfirst));
    let mut doubts = Vec::new();
    let mut draft = match record.body() {
        Some(text) if web::is_page(&text) => page(&text, path),
        Some(text) => {
            let text = if plain::is_markup(&text) { plain::lines(&text) } else { text };
            let (text, cut) = without_count(&text);
            if is_furnished(text, 4) {
                let (mut draft, mut more) = separate_stated(text, path, statements);
                doubts.append(&mut more);
                finish(&mut draft);
                return Ok((draft, doubts));
            }
            let mut draft = body(path, text, title.as_ref());
            draft.furniture.extend(cut);
            draft
        }
        None => {
            let text = summary.ok_or(
                "has no text; a field such as \"text\", \"body\" or \"content\" was expected",
            )?;
            statements.retain(|row| row.fact != Fact::Standfirst);
            doubts.push((
                WarningKind::NoBody,
                "has no text but a summary, which was read as the body".into(),
            ));
            body(path, &text, title.as_ref())
        }
    };
    doubts.append(&mut stated::apply(&mut draft, statements));
    finish(&mut draft);
    Ok((draft, doubts))
}

/// News services cut texts short and say so: "… [+1234 chars]".
fn without_count(text: &str) -> (&str, Option<Furniture>) {
    let found = text.trim_end().strip_suffix(" chars]").and_then(|head| head.rfind("[+"));
    let Some(at) = found else { return (text, None) };
    if !text[at + 2..]
        .trim_end()
        .trim_end_matches(" chars]")
        .bytes()
        .all(|byte| byte.is_ascii_digit())
    {
        return (text, None);
    }
    let cut = left_out(text[at..].trim(), "cut-short");
    (text[..at].trim_end(), Some(cut))
}

/// A draft whose body is the whole text; a first line that repeats the title
/// leaves it.
fn body(path: &str, text: &str, title: Option<&String>) -> Draft {
    let language = tag_of(text);
    let mut draft = Draft { language: language.into(), ..Draft::default() };
    let mut paragraphs: Vec<String> = lines::read(text).into_iter().map(|line| line.text).collect();
    let repeats = |line: &String| title.is_some_and(|title| key_of(title) == key_of(line));
    draft.page = paragraphs.iter().map(|line| fingerprint(line)).collect();
    if paragraphs.len() > 1 && repeats(&paragraphs[0]) {
        draft.furniture.push(left_out(paragraphs.remove(0), "repeated-title"));
    }
    draft.body = paragraphs.join("\n\n");
    draft.outlet = names::from_file(path);
    draft
}

/// The whole text, as it is.
fn whole(text: &str, path: &str) -> Draft {
    let title = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(path);
    Draft {
        title: first_words(title, 120),
        language: tag_of(text).into(),
        body: text.to_owned(),
        ..Draft::default()
    }
}

/// Fills what a title lacks and drops a summary that the body says itself.
fn finish(draft: &mut Draft) {
    draft.name_itself();
    let said = draft.standfirst.as_ref().is_some_and(|text| {
        let text: String = letters(text).collect();
        let head: String = draft.body.chars().take(20_000).collect();
        !text.is_empty() && letters(&head).collect::<String>().contains(&text)
    });
    if said {
        draft.standfirst = None;
    }
}
