//! Several things in one sentence.

use core::borrow::Borrow;

/// "A", "A and B", "A, B and C".
pub fn all_of(values: &[impl Borrow<str>]) -> String {
    listed(values, " and ")
}

/// "A", "A or B", "A, B or C".
pub fn one_of(values: &[impl Borrow<str>]) -> String {
    listed(values, " or ")
}

fn listed<S: Borrow<str>>(values: &[S], joint: &str) -> String {
    match values {
        [] => String::new(),
        [one] => one.borrow().to_owned(),
        [most @ .., last] => [&most.join(", "), joint, last.borrow()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_are_listed_as_a_sentence_does() {
        let names = ["Ada", "Tom", "Eva"];
        assert_eq!(all_of(&[] as &[&str]), "");
        assert_eq!(all_of(&names[..1]), "Ada");
        assert_eq!(all_of(&names), "Ada, Tom and Eva");
        assert_eq!(all_of(&names.map(str::to_owned)), "Ada, Tom and Eva");
        assert_eq!(one_of(&names[..2]), "Ada or Tom");
    }
}
