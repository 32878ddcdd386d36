//! Where the label of an event may begin when there is no room for all of its title.

use dateline_model::{Corpus, EntityKind, Event};

/// Where in an event's title the first person's name begins, if only titles stand before it: 24 in
/// "Deputy Harbour Minister Ada Quist opened the bridge", 0 in "The bridge that Ada Quist opened".
pub fn behind_titles(corpus: &Corpus, event: &Event) -> usize {
    let people = || {
        event
            .entities
            .iter()
            .map(|&index| &corpus.entities[index as usize])
            .filter(|entity| entity.kind == EntityKind::Person)
            .flat_map(|entity| &entity.spellings)
    };
    let mut at = 0;
    loop {
        let rest = &event.title[at..];
        if people().any(|spelling| rest.starts_with(&*spelling.text)) {
            return at;
        }
        let title = rest.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
        match rest.bytes().position(|byte| byte == b' ') {
            Some(space) if title => at += space + 1,
            _ => return 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    #[test]
    fn titles_before_a_name_are_told_from_other_words() {
        let mut corpus = sample::corpus();
        let person = corpus.entities.iter().position(|one| one.kind == EntityKind::Person).unwrap();
        let name = corpus.entities[person].spellings[0].text.clone();
        let check = |corpus: &mut Corpus, title: String, expected: usize| {
            corpus.events[2].title = title;
            corpus.events[2].entities = vec![person as u32];
            assert_eq!(behind_titles(corpus, &corpus.events[2]), expected);
        };
        check(&mut corpus, format!("Deputy Harbour Minister {name} opened it"), 24);
        check(&mut corpus, format!("{name} opened it"), 0);
        check(&mut corpus, format!("The bridge that {name} opened"), 0);
        check(&mut corpus, "The bridge was opened".into(), 0);
    }
}
