//! Where a person's name begins after a title. Some annotated sets count titles
//! to the name and some do not; a reader of the page looks for the name.

use dateline_text::{TokenKind, tokens};

use super::hash::{low, word};
use super::lookup::{bit, demonym};
use crate::language::Language;
use crate::lexicon::{List, among};

/// Where in a person's name, as bytes, the name without its title begins;
/// `None` when it is nothing but a title ("President of the Board").
///
/// ```
/// use dateline_names::{Data, Language, Lists, after_title};
/// static SMALL: Language = Language::new(Data {
///     lists: Lists { roles: "minister", role_modifiers: "foreign", ..Data::EMPTY.lists },
///     ..Data::EMPTY
/// });
/// assert_eq!(after_title(&SMALL, "Foreign Minister Ada Quill"), Some(17));
/// assert_eq!(after_title(&SMALL, "Ada Quill"), Some(0));
/// assert_eq!(after_title(&SMALL, "Foreign Minister"), None);
/// ```
pub fn after_title(language: &Language, name: &str) -> Option<usize> {
    let (lookup, grammar) = (language.lookup(), &language.data().grammar);
    let role = bit(List::Roles) | bit(List::AbbreviatedRoles);
    let before = bit(List::RoleModifiers) | demonym();
    let kept = |hash: u64| lookup.cues.kept_titles.contains(&hash);
    let tokens = tokens(name);
    let of = |at: usize| tokens.get(at).map_or("", |token| token.of(name));
    let known = |at: usize| lookup.of_word(low(of(at)));
    let mut at = 0;
    loop {
        let mut end = at;
        while end < tokens.len()
            && (known(end) & before != 0 || lookup.of_capitals(word(of(end))) != 0)
            && known(end) & role == 0
            && end < at + 4
        {
            end += 1;
        }
        if end >= tokens.len() || known(end) & role == 0 || kept(low(of(end))) {
            break;
        }
        end += 1;
        if of(end) == "." {
            end += 1;
        }
        let tail = |at: usize| known(at) & bit(List::RoleTails) != 0;
        if among(grammar.genitives, of(end)) && tail(end + 1) {
            end += 2;
        } else if tail(end) && known(end) & bit(List::OrganisationHeads) == 0 {
            end += 1;
        }
        at = end;
    }
    let rest = tokens.get(at)?;
    let name_follows = rest.kind != TokenKind::Mark
        && (at == 0 || !among(grammar.after_bare_title, rest.of(name)));
    name_follows.then_some(rest.span.start as usize)
}
