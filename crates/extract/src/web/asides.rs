//! Lines at the end of an article that tell who wrote it.

use dateline_lang::page::{ARTICLES, AUTHOR_VERBS, IS, MORE_AUTHOR_VERBS, TRADES, has};

use super::blocks::{Block, BlockKind};

/// Longer lines than this are an article's own.
const LONGEST: usize = 840;

/// Whether one of an article's last lines tells who its author is: "Ada Lind is
/// a reporter in Oakdale."
pub(crate) fn tells_of_author(block: &Block, author: Option<&str>) -> bool {
    if block.chars > LONGEST || matches!(block.kind, BlockKind::Heading(_)) {
        return false;
    }
    let named = |name: &str| block.text.strip_prefix(name).is_some_and(verb);
    if author.is_some_and(|author| author.contains(' ') && named(author)) {
        return true;
    }
    // Without the byline's help the name must be two to four capitalised words.
    let Some((name, told)) = IS.iter().find_map(|is| block.text.split_once(*is)) else {
        return false;
    };
    let words: Vec<&str> = name.split_whitespace().collect();
    let capitalised = words.iter().all(|word| word.starts_with(char::is_uppercase));
    let told = told.to_lowercase();
    let article = ARTICLES.iter().any(|word| told.starts_with(word));
    let trade = told.split(|c: char| !c.is_alphanumeric()).take(14).any(|word| has(&TRADES, word));
    (2..=4).contains(&words.len()) && capitalised && article && trade
}

fn verb(after: &str) -> bool {
    AUTHOR_VERBS.iter().chain(&*MORE_AUTHOR_VERBS).any(|verb| after.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::tree::Tree;
    use crate::web::blocks::blocks;

    #[test]
    fn notes_on_the_author_are_told() {
        let check = |line: &str, author: Option<&str>, expected: bool| {
            let block = &blocks(&Tree::read(&format!("<p>{line}</p>")))[0];
            assert_eq!(tells_of_author(block, author), expected, "{line}");
        };
        check("Ada Lind is a reporter in Oakdale.", None, true);
        check("Ada Lind covers the port.", Some("Ada Lind"), true);
        check("Ada Lind covers the port.", None, false);
        check("The harbour is a place of work.", None, false);
        check("Ada Lind is a sailor.", None, false);
    }
}
