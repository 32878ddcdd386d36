//! Where a person's name begins after a title. Some annotated sets count titles
//! to the name and some do not; a reader of the page looks for the name.

use super::facts::low;
use super::hash::word;
use super::lists::{Lists, bit, demonym};
use crate::lexicon::List;
use dateline_text::{TokenKind, tokens};

/// Titles that a name is not known without: "Pope Clement", "Lady Ada". Sorted.
const KEPT: [&str; 14] = [
    "count", "countess", "emperor", "empress", "king", "lady", "lord", "pope", "prince",
    "princess", "queen", "saint", "st", "tsar",
];

/// Where in a person's name, as bytes, the name without its title begins;
/// `None` when it is nothing but a title ("President of the Board").
///
/// ```
/// use dateline_names::after_title;
/// assert_eq!(after_title("Foreign Minister Ada Quill"), Some(17));
/// assert_eq!(after_title("Ada Quill"), Some(0));
/// assert_eq!(after_title("Secretary of State"), None);
/// ```
pub fn after_title(name: &str) -> Option<usize> {
    let lists = Lists::get();
    let role = bit(List::Roles) | bit(List::AbbreviatedRoles);
    let before = bit(List::RoleModifiers) | demonym();
    let kept = |hash: u64| KEPT.iter().any(|title| low(title) == hash);
    let tokens = tokens(name);
    let of = |at: usize| tokens.get(at).map_or("", |token| token.of(name));
    let known = |at: usize| lists.of_word(low(of(at)));
    let mut at = 0;
    loop {
        let mut end = at;
        while end < tokens.len()
            && (known(end) & before != 0 || lists.of_capitals(word(of(end))) != 0)
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
        if of(end) == "of" && tail(end + 1) {
            end += 2;
        } else if tail(end) && known(end) & bit(List::OrganisationHeads) == 0 {
            end += 1;
        }
        at = end;
    }
    let rest = tokens.get(at)?;
    let name_follows = rest.kind != TokenKind::Mark
        && (at == 0 || !matches!(rest.of(name), "of" | "for" | "to" | "in" | "and" | "at"));
    name_follows.then_some(rest.span.start as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(after_title(name).map(|at| &name[at..]), expected, "{name}");
    }

    #[test]
    fn titles_are_no_part_of_a_name() {
        check("Finnish President Ada Quill", Some("Ada Quill"));
        check("U.S. Secretary of State Ben Marsh", Some("Ben Marsh"));
        check("Mr. Quill", Some("Quill"));
        check("Lt. Gen. Ada Quill", Some("Ada Quill"));
        check("Pope Clement", Some("Pope Clement"));
        check("Quill", Some("Quill"));
        check("Prime Minister", None);
        check("President of the Board", None);
    }

    #[test]
    fn titles_are_sorted() {
        assert!(KEPT.is_sorted());
    }
}
