//! Reads a saved web page. What the page says of itself in its marks is read
//! first; then its lines are told apart by the elements that hold them.

mod asides;
mod authors;
mod blocks;
mod body;
mod claims;
mod cues;
mod facts;
mod head;
mod json;
mod outlet;
mod people;
mod published;
mod readable;
mod regions;
mod roots;
mod stamps;
mod title;

use dateline_model::Furniture;

use self::blocks::{Block, blocks};
use self::body::{Verdict, verdicts};
use self::head::Head;
use self::regions::{Regions, is_prose};
use crate::draft::{Draft, left_out};
use crate::facts::language;
use crate::markup::tree::Tree;

/// Whether a text is a whole page, by how it begins.
pub(crate) fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(1_000).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with('<') && head.contains("<html"))
}

/// Separates one saved page. `file` is the seed's path, for outlets that are
/// told by nothing else.
///
/// ```
/// use dateline_extract::web::separate;
/// let page = "<title>New bridge opens | Port Post</title><nav>Home</nav><h1>New bridge opens</h1>\
///     <time datetime=2024-03-05>5 March</time><p>The new bridge was opened on Monday by the mayor, \
///     who thanked the builders for their work.</p>";
/// let draft = separate(page, "bridge.html");
/// assert_eq!(draft.title, "New bridge opens");
/// assert!(draft.body.starts_with("The new bridge"));
/// assert_eq!(draft.furniture[0].rule, "html-outside");
/// ```
pub fn separate(text: &str, file: &str) -> Draft {
    let (tree, lines) = shown(text);
    let head = Head::read(&tree);
    let title = title::find(&tree, &head, &lines);
    let regions = Regions::read(&tree, &lines, title.line);
    let people = people::find(&tree, &head, &lines, &regions, title.line, file);
    let verdicts = verdicts(&tree, &lines, &regions, &title, people.author.as_deref());
    let published = published::find(&tree, &head, &lines, &regions, &verdicts, title.line);
    let mut draft = Draft {
        title: title.text,
        outlet: people.outlet,
        agency: people.agency,
        author: people.author,
        section: facts::section(&head),
        url: facts::address(&head),
        tags: facts::tags(&head),
        published,
        ..Draft::default()
    };
    sort(&mut draft, &lines, &verdicts);
    if let Some(paragraphs) = facts::stated_body(&head) {
        prefer_stated(&mut draft, paragraphs);
    }
    if draft.body.is_empty() {
        let all: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        draft.body = all.join("\n\n");
        (draft.furniture, draft.captions, draft.unseparated) =
            (Vec::new(), Vec::new(), !draft.body.is_empty());
    }
    let read = language::of(&draft.body).map(|language| language.tag.to_owned());
    draft.language = read.or(head.language).unwrap_or_else(|| "und".into());
    draft.name_itself();
    draft
}

/// The page and its visible lines: as a browser shows it, or, where that is not one sentence, as one
/// without scripts does if that is more.
fn shown(text: &str) -> (Tree, Vec<Block>) {
    /// So much stands in for the article, in characters; less only says that scripts are wanted.
    const STANDS_IN: usize = 400;
    let tree = Tree::read(text);
    let lines = blocks(&tree);
    if lines.iter().any(is_prose) {
        return (tree, lines);
    }
    let other = Tree::without_scripts(text);
    let others = blocks(&other);
    let prose: usize = others.iter().filter(|line| is_prose(line)).map(|line| line.chars).sum();
    if lines.is_empty() || prose >= STANDS_IN { (other, others) } else { (tree, lines) }
}

/// Puts each line where its verdict says.
fn sort(draft: &mut Draft, lines: &[Block], verdicts: &[Verdict]) {
    let mut paragraphs: Vec<&str> = Vec::new();
    for (line, verdict) in lines.iter().zip(verdicts) {
        match verdict {
            Verdict::Title => {}
            Verdict::Standfirst => draft.standfirst = Some(line.text.clone()),
            Verdict::Body => paragraphs.push(&line.text),
            Verdict::Caption => draft.captions.push(line.text.clone()),
            Verdict::Out(rule) => draft.furniture.push(left_out(line.text.as_str(), rule)),
        }
    }
    draft.body = paragraphs.join("\n\n");
}

/// Where the page shows little and its JSON-LD has the article's text, as pages
/// do that are put together in the browser, that text is the body.
fn prefer_stated(draft: &mut Draft, paragraphs: Vec<String>) {
    /// An article of this length was shown.
    const SHOWN: usize = 1_200;
    let stated: usize = paragraphs.iter().map(String::len).sum();
    if draft.body.len() >= SHOWN || stated < draft.body.len() * 2 {
        return;
    }
    let squeezed: String = paragraphs.iter().map(|one| title::squeezed(one)).collect();
    let shown: Vec<&str> = draft.body.split("\n\n").filter(|one| !one.is_empty()).collect();
    let strange: Vec<Furniture> = shown
        .into_iter()
        .filter(|one| !squeezed.contains(&title::squeezed(one)))
        .map(|one| left_out(one, "html-not-stated"))
        .collect();
    draft.furniture.extend(strange);
    draft.body = paragraphs.join("\n\n");
}
