//! Finds quotations and who is said to have said them.
//!
//! What counts: every quotation of four words and more, and a shorter one where
//! its sentence has a verb of saying. One or two words in quotation marks
//! without such a verb are a title, a nickname or the writer's irony.
//! A quotation inside another is part of it. One that runs over several
//! paragraphs, each opening anew, is one quote a paragraph with one speaker, so
//! that no span crosses a paragraph.

mod marks;
mod roles;
mod speakers;

use dateline_lang::Language;
use dateline_model::{Entity, Mention, Quote};

use dateline_text::{TokenKind, tokens};

use self::marks::{Quoted, quoted};
use self::speakers::{Heard, Text};

/// A quotation of so many words needs no verb of saying to be one. Titles and
/// ironic marks in news are nearly always shorter.
const ENOUGH_WORDS: usize = 4;

/// The quotations of one body, in order. Where `language` has no words for it, nobody is said to speak.
///
/// ```
/// use dateline_ingest::quotes;
/// use dateline_model::{EntityKind, Mention, Span, sample};
/// let body = "\u{201C}We will not wait,\u{201D} said Ada Quill.";
/// let mut person = sample::corpus().entities[0].clone();
/// person.kind = EntityKind::Person;
/// let mention = Mention { span: Span::new(29, 38), entity: 0 };
/// let quotes = quotes::find(&dateline_lang::ENGLISH, body, &[mention], &[person]);
/// assert_eq!(quotes[0].span.of(body), "\u{201C}We will not wait,\u{201D}");
/// assert_eq!(quotes[0].speaker, Some(0));
/// ```
pub fn find(
    language: &Language,
    body: &str,
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Quote> {
    let found = quoted(body);
    if found.is_empty() {
        return Vec::new();
    }
    let text = language
        .quotes
        .map(|words| Text::new(words, language.sentences, body, mentions, entities, &found));
    let mut out: Vec<(Quote, bool)> = Vec::new();
    let mut last: Option<(Quoted, Quote)> = None;
    for (at, &one) in found.iter().enumerate() {
        let runs_on = one.continues || found.get(at + 1).is_some_and(|next| next.continues);
        let inside = one.span.of(body);
        let words = tokens(inside).iter().filter(|token| token.kind == TokenKind::Word).count();
        let heard = text.as_ref().map_or(Heard::default(), |text| text.attribution(one.span));
        let carried = last.filter(|(before, _)| {
            let directly = |text: &Text| text.follows_directly(before.span, one.span);
            one.continues || text.as_ref().is_some_and(directly)
        });
        let speaker = match (heard.speaker, carried) {
            (None, Some((_, quote))) if one.continues || !heard.said => quote.speaker,
            (speaker, _) => speaker,
        };
        let quote = Quote { span: one.span, speaker };
        last = Some((one, quote));
        if words > 0 && (words >= ENOUGH_WORDS || heard.said || runs_on) {
            out.push((quote, one.continues));
        }
    }
    // Only the last of several paragraphs may name the speaker.
    for at in (1..out.len()).rev() {
        if let (Some(speaker), true) = (out[at].0.speaker, out[at].1) {
            out[at - 1].0.speaker.get_or_insert(speaker);
        }
    }
    out.into_iter().map(|(quote, _)| quote).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::names_of;

    /// Expects the quotations of a body, each with its speaker's name or "-".
    fn check(body: &str, expected: &[(&str, &str)]) {
        let names = names_of(body);
        let quotes = find(&dateline_lang::ENGLISH, body, &names.mentions[0], &names.entities);
        let found: Vec<(&str, &str)> = quotes
            .iter()
            .map(|quote| {
                let speaker =
                    quote.speaker.map(|index| names.entities[index as usize].name.as_str());
                (quote.span.of(body), speaker.unwrap_or("-"))
            })
            .collect();
        assert_eq!(found, expected, "{body}");
    }

    #[test]
    fn the_subject_of_the_verb_beside_it_speaks() {
        check("\"We will go there,\" Ada Quill said.", &[("\"We will go there,\"", "Ada Quill")]);
        check("\"We will go there,\" said Ada Quill.", &[("\"We will go there,\"", "Ada Quill")]);
        check(
            "Mayor Ada Quill has also said \"we will go there\" to Kyiv.",
            &[("\"we will go there\"", "Ada Quill")],
        );
        check(
            "According to Ada Quill, the hall \"needs a new roof\" soon.",
            &[("\"needs a new roof\"", "Ada Quill")],
        );
    }

    #[test]
    fn who_has_a_deputy_does_not_say_the_deputys_words() {
        let words = "\"We will go there,\"";
        check(
            &format!("{words} said Mayor Ada Quill's deputy, Ben Marsh."),
            &[(words, "Ben Marsh")],
        );
        check(
            &format!("{words} Ada Quill\u{2019}s lawyer, Ben Marsh, said of Ada Quill."),
            &[(words, "Ben Marsh")],
        );
        check(&format!("{words} Ada Quill's wife said."), &[(words, "-")]);
        check(&format!("{words} Ben Marsh, Ada Quill's lawyer, said."), &[(words, "Ben Marsh")]);
        check(&format!("{words} said Ada Quill's spokesman."), &[(words, "-")]);
    }

    #[test]
    fn a_pronoun_is_the_subject_of_the_sentence_before() {
        check(
            "Ada Quill met Ben Marsh in Oslo. \"It was a good day,\" she noted.",
            &[("\"It was a good day,\"", "Ada Quill")],
        );
    }

    #[test]
    fn a_role_is_whoever_was_given_it() {
        check(
            "Finnish Foreign Minister Ada Quill met Ben Marsh. The Finnish foreign minister also stated \"it is late\".",
            &[("\"it is late\"", "Ada Quill")],
        );
        check("The foreign minister stated \"it is late now\".", &[("\"it is late now\"", "-")]);
    }

    #[test]
    fn a_name_after_a_preposition_says_nothing() {
        check(
            "A note by Ada Quill on Telegram said the hall \"needs a new roof\".",
            &[("\"needs a new roof\"", "-")],
        );
    }

    #[test]
    fn few_words_are_a_quotation_only_with_a_verb_of_saying() {
        check("The \"iron gate\" is closed.", &[]);
        check("Ada Quill called it an 'iron gate'.", &[("'iron gate'", "Ada Quill")]);
        check(
            "The sign reads \"closed until next summer\".",
            &[("\"closed until next summer\"", "-")],
        );
    }

    #[test]
    fn a_quotation_that_goes_on_keeps_its_speaker() {
        check(
            "\"It is late,\" Ada Quill said. \"We must go home.\"",
            &[("\"It is late,\"", "Ada Quill"), ("\"We must go home.\"", "Ada Quill")],
        );
        check(
            "\u{201C}It is late.\n\n\u{201C}We go,\u{201D} Ada Quill said.",
            &[("\u{201C}It is late.", "Ada Quill"), ("\u{201C}We go,\u{201D}", "Ada Quill")],
        );
    }

    /// The body of a seed between two phrases, both included.
    fn cut(seed: &'static str, from: &str, to: &str) -> String {
        let start = seed.find(from).expect("the seed has the phrase");
        let end = start + seed[start..].find(to).expect("the seed has the phrase") + to.len();
        seed[start..end].to_owned()
    }

    #[test]
    fn the_seeds_quotations_have_their_speakers() {
        let seed = include_str!("../../../seeds/002_1586734b2f680ffc.txt");
        let body =
            cut(seed, "Russian Foreign Minister Sergey Lavrov said on", "during the briefing.");
        let names = names_of(&body);
        let quotes = find(&dateline_lang::ENGLISH, &body, &names.mentions[0], &names.entities);
        let speakers: Vec<&str> = quotes
            .iter()
            .filter_map(|quote| quote.speaker)
            .map(|index| names.entities[index as usize].name.as_str())
            .collect();
        assert_eq!(speakers, ["Sergey Lavrov", "Sergey Lavrov", "Hakan Fidan"]);

        let seed = include_str!("../../../seeds/004_2b63a6624e7e042a.txt");
        let body = cut(seed, "Russia will announce the date", "part of any settlement.'");
        let names = names_of(&body);
        let quotes = find(&dateline_lang::ENGLISH, &body, &names.mentions[0], &names.entities);
        let words: Vec<&str> = quotes.iter().map(|quote| quote.span.of(&body)).collect();
        assert_eq!(
            words[..4],
            ["'advanced stage.'", "'in the very near future.'", "'major crime'", "'junta'"]
        );
        assert_eq!(words.len(), 5);
        assert!(quotes.iter().all(|quote| quote.speaker == quotes[0].speaker));
        assert!(quotes[0].speaker.is_some());
    }

    #[test]
    fn hostile_text_ends_and_keeps_the_order() {
        for piece in [
            "\" a said ",
            "'A' said. ",
            "\u{201C}said Ada Quill\u{201D} ",
            "\u{202E}\"\u{202C}",
            "\"a\n\n",
        ] {
            let body = piece.repeat(5_000);
            let quotes = find(&dateline_lang::ENGLISH, &body, &[], &[]);
            assert!(quotes.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
            assert!(quotes.iter().all(|quote| !quote.span.of(&body).is_empty()));
        }
    }
}
