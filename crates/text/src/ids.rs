//! Ids that occur once.

use std::collections::{HashMap, HashSet};

/// Gives ids away, each only once.
#[derive(Default)]
pub struct Ids {
    given: HashSet<String>,
    /// The number that the next id of that beginning tries first.
    next: HashMap<String, u32>,
}

impl Ids {
    /// `wanted`, or with the first number behind it that makes it new.
    pub fn unique(&mut self, wanted: &str) -> String {
        let mut id = wanted.to_owned();
        if self.given.contains(&id) {
            let next = self.next.entry(id.clone()).or_insert(2);
            while self.given.contains(&id) {
                id = format!("{wanted}-{next}");
                *next += 1;
            }
        }
        self.given.insert(id.clone());
        id
    }

    /// Whether an id was given away already.
    pub fn has(&self, id: &str) -> bool {
        self.given.contains(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_taken_gets_a_number_that_is_free() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["a", "a-3", "a", "a", "b", "a-2"].iter().map(|wanted| ids.unique(wanted)).collect();
        assert_eq!(given, ["a", "a-3", "a-2", "a-4", "b", "a-2-2"]);
    }
}
