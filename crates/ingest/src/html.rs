//! Reads a saved web page. What the page says of itself in its marks is read
//! first; then its lines are told apart by the elements that hold them.

mod asides;
mod blocks;
mod body;
mod charset;
mod cues;
mod entities;
mod head;
mod json;
mod people;
mod published;
mod readable;
mod regions;
mod roots;
mod stamps;
mod title;
mod token;
mod tree;

use dateline_model::Furniture;

pub(crate) use self::charset::{declared, fits};

use self::blocks::blocks;
use self::body::{Verdict, verdicts};
use self::head::Head;
use self::regions::Regions;
use self::tree::Tree;
use crate::Draft;
use crate::separate::language;

/// Whether a text is a whole page, by how it begins.
pub(crate) fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(1_000).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with('<') && head.contains("<html"))
}

/// Separates one saved page. `file` is the seed's path, for outlets that are
/// told by nothing else.
pub fn separate(text: &str, file: &str) -> Draft {
    let tree = Tree::read(text);
    let head = Head::read(&tree);
    let lines = blocks(&tree);
    let title = title::find(&tree, &head, &lines);
    let regions = Regions::read(&tree, &lines, title.line);
    let people = people::find(&tree, &head, &lines, &regions, title.line);
    let verdicts = verdicts(&tree, &lines, &regions, &title, people.author.as_deref());
    let mut draft = Draft { title: title.text.clone(), ..Draft::default() };
    let mut paragraphs: Vec<&str> = Vec::new();
    for (block, verdict) in lines.iter().zip(&verdicts) {
        match verdict {
            Verdict::Title => {}
            Verdict::Standfirst => draft.standfirst = Some(block.text.clone()),
            Verdict::Body => paragraphs.push(&block.text),
            Verdict::Caption => draft.captions.push(block.text.clone()),
            Verdict::Out(rule, why) => draft.furniture.push(Furniture {
                text: block.text.clone(),
                rule: (*rule).into(),
                why: (*why).into(),
            }),
        }
    }
    draft.body = paragraphs.join("\n\n");
    draft.language = language::of(&draft.body).map_or("und", |language| language.tag).into();
    draft.published = published::find(&tree, &head, &lines, &regions, &verdicts, title.line);
    (draft.author, draft.outlet, draft.agency) = (people.author, people.outlet, people.agency);
    let _ = file;
    draft
}
