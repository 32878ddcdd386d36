//! What quotations need of a language: the words around them that say whose they are.

use dateline_text::QuickSet;

/// Words, in lower case unless they are said to stand as they are.
pub type Words = QuickSet<&'static str>;

/// The words of one language.
#[derive(Debug)]
pub struct Quotes {
    /// Verbs of saying, as they are written.
    pub saying: Words,
    /// Offices and callings: "minister".
    pub roles: Words,
    /// What stands before a role and belongs to it: "deputy".
    pub modifiers: Words,
    /// Pronouns that speak.
    pub pronouns: Words,
    /// What may stand between a subject and its verb.
    pub between: Words,
    /// Words after which a name does nothing.
    pub prepositions: Words,
    /// "the", "a": no country before a role, though capitalised.
    pub articles: &'static [&'static str],
    /// What may stand inside a role that follows its verb: "of", "state".
    pub inside_roles: &'static [&'static str],
    /// What the possessive of a name ends in, as the tokens split it off: "Quill's".
    pub possessives: &'static [&'static str],
    /// Two words that together say whose words they are: "according to".
    pub according: (&'static str, &'static str),
    /// How a verb ends whose clause hangs on another: "with Quill calling it".
    pub participle: &'static str,
}

/// A set of words from a list with white space between them.
pub fn words(list: &'static str) -> Words {
    list.split_whitespace().collect()
}
