//! A saved page taken apart: its tree, its lines, what its marks and rules say of them.

use super::blocks::{Block, blocks};
use super::body::{Ruled, ruled};
use super::head::Head;
use super::outlet::outlet;
use super::people::{self, People, Person};
use super::regions::{Regions, is_prose};
use super::saved;
use super::title::{self, Candidate, Title};
use crate::markup::tree::Tree;

/// See the file.
pub(crate) struct Taken {
    pub tree: Tree,
    /// The visible lines.
    pub blocks: Vec<Block>,
    pub head: Head,
    pub title: Title,
    pub regions: Regions,
    pub people: People,
    /// What the rules make of the lines.
    pub ruled: Ruled,
}

impl Taken {
    /// Reads a page. `file` is its path, for outlets that are told by nothing else.
    pub fn read(text: &str, file: &str) -> Taken {
        Opened::read(text).taken(file, title::find, people::judged)
    }
}

/// A page of which nothing is judged yet.
pub(crate) struct Opened {
    tree: Tree,
    blocks: Vec<Block>,
    head: Head,
}

impl Opened {
    /// Reads what it shows and states.
    pub fn read(text: &str) -> Opened {
        let (tree, blocks) = shown(text);
        let head = Head::read(&tree, saved::read(text));
        Opened { tree, blocks, head }
    }

    /// What may be the headline, each with its numbers.
    pub fn titles(&self) -> (Vec<Candidate>, Vec<[u8; title::WIDTH]>) {
        title::judged(&self.tree, &self.head, &self.blocks)
    }

    /// Who published it, as far as its head and address say.
    pub fn outlet(&self) -> Option<String> {
        outlet(&self.head, None, "")
    }

    /// Who may have written it, below the headline that `title` finds.
    pub fn people(self, title: impl FnOnce(&Tree, &Head, &[Block]) -> Title) -> Vec<Person> {
        let Opened { tree, blocks, head } = self;
        let title = title(&tree, &head, &blocks);
        let regions = Regions::read(&tree, &blocks, title.line);
        people::all(&tree, &head, &blocks, &regions, title.line)
    }

    /// Takes it apart below the headline that `title` finds, as written by those whom `authors` finds.
    pub fn taken(
        self,
        file: &str,
        title: impl FnOnce(&Tree, &Head, &[Block]) -> Title,
        authors: impl FnOnce(&[Person]) -> Vec<usize>,
    ) -> Taken {
        let Opened { tree, blocks, head } = self;
        let title = title(&tree, &head, &blocks);
        let regions = Regions::read(&tree, &blocks, title.line);
        let people = people::find(&tree, &head, &blocks, &regions, title.line, file, authors);
        let ruled = ruled(&tree, &blocks, &regions, &title, people.author.as_deref());
        Taken { tree, blocks, head, title, regions, people, ruled }
    }
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
