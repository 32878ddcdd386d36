//! Roles that a text gives to people: later "the minister" is whoever had it.

use dateline_model::{EntityIndex, EntityKind};

use super::speakers::Text;

impl Text<'_> {
    /// Notes for every person which role stands before the name.
    pub(super) fn learn_roles(&mut self) {
        for at in 0..self.tokens.len() {
            let Some(mention) = self.mention[at] else { continue };
            if self.begin(at) != at || self.kind(mention) != EntityKind::Person {
                continue;
            }
            let Some(phrase) = self.role_before(at) else { continue };
            let person = self.entity(mention);
            self.roles
                .entry(phrase)
                .and_modify(|known| {
                    if *known != person {
                        *known = None;
                    }
                })
                .or_insert(person);
        }
    }

    /// The role that ends before a token, folded, with the word for its country.
    pub(super) fn role_before(&self, end: usize) -> Option<String> {
        let last = end.checked_sub(1)?;
        let role = self.low(last);
        if !self.words.roles.contains(role.as_str()) {
            return None;
        }
        let mut words = vec![role];
        let mut at = last;
        while let Some(before) = at.checked_sub(1).filter(|_| words.len() < 5) {
            let word = self.of(before);
            let low = self.low(before);
            let country = word.chars().next().is_some_and(char::is_uppercase);
            if self.words.modifiers.contains(low.as_str()) {
                words.push(low);
            } else if country
                && !self.words.articles.contains(&low.as_str())
                && !self.words.prepositions.contains(low.as_str())
            {
                words.push(low);
                break;
            } else {
                break;
            }
            at = before;
        }
        words.reverse();
        Some(words.join(" "))
    }

    /// The only person who was given a role, with or without its country.
    pub(super) fn role(&self, phrase: &str) -> Option<EntityIndex> {
        if let Some(known) = self.roles.get(phrase) {
            return *known;
        }
        let mut people: Vec<EntityIndex> = self
            .roles
            .iter()
            .filter(|(role, _)| role.split_once(' ').is_some_and(|(_, rest)| rest == phrase))
            .filter_map(|(_, person)| *person)
            .collect();
        people.sort_unstable();
        people.dedup();
        if let [one] = people.as_slice() { Some(*one) } else { None }
    }
}
