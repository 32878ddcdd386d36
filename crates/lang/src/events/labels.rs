//! What the labels of events need of a language.

/// The words by which a telling is chosen as an event's label, and at which it is cut. Those with blanks
/// around them stand inside a sentence.
#[derive(Debug)]
pub struct Labels {
    /// What an article puts before its news, in lower case: "update:", "by our own staff ".
    pub updates: &'static [&'static str],
    /// Zones of a time of day, as they are printed.
    pub zones: &'static [&'static str],
    /// What ties a sentence to the one before it and can be left out, in lower case: "however, ".
    pub openers: &'static [&'static str],
    /// What may close a lead before its date: " on".
    pub before_date: &'static [&'static str],
    /// Leads that a date may open a sentence with, in lower case.
    pub leads: &'static [&'static str],
    /// How a lead of a few words ends that says nothing itself: " that".
    pub lead_end: Option<&'static str>,
    /// What opens a clause that can stand alone, without being part of it: ", adding that ".
    pub standing: &'static [&'static str],
    /// What opens a clause, as a part of it: " since ".
    pub clauses: &'static [&'static str],
    /// What opens an attribution: ", said ".
    pub attributions: &'static [&'static str],
    /// The verb of a closing attribution: "said".
    pub saying: &'static [&'static str],
    /// What opens a clause that says more than who said it: "which".
    pub relatives: &'static [&'static str],
    /// Where a long sentence is cut first: ", which ".
    pub breaks: &'static [&'static str],
    /// Where else: " about ".
    pub weak_breaks: &'static [&'static str],
    /// Words that point at what is gone.
    pub dangling: &'static [&'static str],
    /// Words that point at a sentence which the label does not show, as they open one.
    pub pointing: &'static [&'static str],
    /// How a sentence opens that tells of a long time, which is no happening: "For nearly". With a blank.
    pub lasting: &'static [&'static str],
    /// Words for a day that are right on one day only, in lower case: "yesterday". Sorted.
    pub nearby: &'static [&'static str],
    /// Pronouns that need a name before them, in lower case. Sorted.
    pub pronouns: &'static [&'static str],
    /// How a line begins that names its writer: "By".
    pub bylines: &'static [&'static str],
    /// Words with a capital that begin a sentence and, inside one, show that a heading ran into it.
    pub run_in: &'static [&'static str],
    /// Words of who writes, speaks or is spoken to, in lower case. Sorted.
    pub own: &'static [&'static str],
    /// Verbs of what is to come, in lower case. Sorted.
    pub ahead: &'static [&'static str],
    /// Words of an opinion or a guess, in lower case. Sorted.
    pub opinion: &'static [&'static str],
    /// How a sentence begins that judges.
    pub judging: &'static [&'static str],
    /// What a page says about itself, in lower case.
    pub furniture: &'static [&'static str],
    /// Verbs as a news sentence has them, in lower case. Sorted.
    pub verbs: &'static [&'static str],
    /// How other verbs end: "ed".
    pub verb_endings: &'static [&'static str],
    /// Verbs that are nouns as well, and verbs behind a plural only. Sorted.
    pub plural_verbs: &'static [&'static str],
    /// How a plural ends: "s".
    pub plural: Option<&'static str>,
    /// What a verb of the list may have after it: "s".
    pub verb_suffixes: &'static [&'static str],
}

/// Headlines that write all words with a capital except short ones leave out none of so many letters.
const LONG: usize = 5;

/// A name has so many words.
const NAME: usize = 3;

fn has(list: &[&str], word: &str) -> bool {
    list.binary_search(&word).is_ok()
}

/// The runs of letters of a text, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let runs = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    runs.map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

impl Labels {
    /// Where the first verb begins; nowhere, too, where the language's verbs are not known. What has a
    /// capital is a name, but in a headline that writes all its words so: "Mohammed", "May".
    pub fn verb(&self, text: &str) -> Option<usize> {
        let small = |word: &str| word.starts_with(char::is_lowercase);
        let long = |word: &str| small(word) && word.chars().count() >= LONG;
        let titled = words(text).nth(NAME).is_some() && !words(text).any(|(_, word)| long(word));
        let mut before = String::new();
        for (at, word) in words(text) {
            let lower = word.to_lowercase();
            let plural = self.plural.is_some_and(|end| before.ends_with(end));
            let may_be = titled || small(word);
            if may_be && (self.is_verb(&lower) || (plural && has(self.plural_verbs, &lower))) {
                return Some(at);
            }
            before = lower;
        }
        None
    }

    /// Whether a word leads to what follows it, so that no sentence begins behind it: "of", "said".
    pub fn leads_on(&self, word: &str) -> bool {
        self.dangling.contains(&word) || self.saying.contains(&word)
    }

    /// Whether a word ties to it what stands behind it: no sentence begins there.
    pub fn ties(&self, word: &str) -> bool {
        self.leads_on(word) || self.relatives.contains(&word)
    }

    /// Whether a text has a verb that is not of a clause between commas as "who lives there"; yes where
    /// the language's verbs are not known.
    pub fn has_verb(&self, text: &str) -> bool {
        let beside = |part: &str| self.relatives.contains(&part.split(' ').next().unwrap_or(""));
        self.verbs.is_empty()
            || text.split(", ").any(|part| !beside(part) && self.verb(part).is_some())
    }

    fn is_verb(&self, word: &str) -> bool {
        has(self.verbs, word)
            || self.verb_endings.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
            || self
                .verb_suffixes
                .iter()
                .any(|end| word.strip_suffix(end).is_some_and(|word| has(self.verbs, word)))
    }

    /// No words.
    pub const NONE: Self = Self {
        updates: &[],
        zones: &[],
        openers: &[],
        before_date: &[],
        leads: &[],
        lead_end: None,
        standing: &[],
        clauses: &[],
        attributions: &[],
        saying: &[],
        relatives: &[],
        breaks: &[],
        weak_breaks: &[],
        dangling: &[],
        pointing: &[],
        lasting: &[],
        nearby: &[],
        pronouns: &[],
        bylines: &[],
        run_in: &[],
        own: &[],
        ahead: &[],
        opinion: &[],
        judging: &[],
        furniture: &[],
        verbs: &[],
        verb_endings: &[],
        plural_verbs: &[],
        plural: None,
        verb_suffixes: &[],
    };
}

#[cfg(test)]
mod tests {
    use crate::en::events::EVENTS;

    #[test]
    fn a_name_is_no_verb_but_a_headline_of_capitals_has_one() {
        let has_verb = |text: &str| EVENTS.labels.has_verb(text);
        assert!(!has_verb("Ahmed Berg, a resident of the old harbour"));
        assert!(!has_verb("Will and May of the old harbour"));
        assert!(has_verb("Crews blocked the old harbour"));
        assert!(has_verb("Crews Blocked the Old Harbour of Alder"));
    }
}
