//! Brings what the tagger found together with what the rules found.

use dateline_model::{EntityKind, Span};
use dateline_text::QuickSet;

use crate::candidate::{Candidate, Strength};
use crate::fold::fold;
use crate::language::Language;
use crate::lexicon::{Lexicon, List, among, capitalised};
use crate::tagger::{Tagged, UNIT};
use crate::tokenized::Tokenized;

/// No name has more tokens; what seems to is a list or hostile.
const LONGEST: usize = 16;

/// Replaces the candidates of a text by the tagger's names. A candidate of the
/// same span keeps what the rules know of it.
pub(crate) fn combine(
    language: &Language,
    text: &Tokenized,
    ignore: &[String],
    tagged: Vec<Tagged>,
    body: &mut Vec<Candidate>,
) {
    let lexicon = language.lexicon();
    let placed = tagged.into_iter().filter_map(|name| Some((place(language, text, &name)?, name)));
    let placed: Vec<(Span, Tagged)> = placed.collect();
    let known = Known::of(text, &placed);
    let mut rules = std::mem::take(body).into_iter().peekable();
    for (span, name) in placed {
        let mut inside = Vec::new();
        while let Some(one) = rules.next_if(|one| one.span.start < span.end) {
            if one.span.end > span.start {
                inside.push(one);
            } else if stays(lexicon, &one, &known)
                || one.span.start >= text.tokens[name.first].span.start
            {
                // "U.S." in the title of a person is a name of its own.
                body.push(one);
            }
        }
        if inside.len() == 1
            && (inside[0].span == span || hyphenated(text, &inside[0], span, &name))
        {
            body.extend(inside.pop().map(|own| agreed(own, &name)));
        } else if several(lexicon, text, &inside) || fuller(&inside, span, &name) {
            body.append(&mut inside);
        } else {
            let titled = inside.iter().any(|one| one.titled);
            body.push(fresh(lexicon, text, span, &name, titled));
        }
    }
    body.extend(rules.filter(|one| stays(lexicon, one, &known)));
    body.retain(|candidate| !ignore.contains(&candidate.text));
}

/// Where the name stands, without a title before it.
fn place(language: &Language, text: &Tokenized, name: &Tagged) -> Option<Span> {
    if name.after - name.first > LONGEST {
        return None;
    }
    let start = text.tokens[name.first].span.start;
    let whole = Span { start, end: text.tokens[name.after - 1].span.end };
    let title = match name.kind {
        EntityKind::Person => language.after_title(text.slice(whole))?,
        _ => 0,
    };
    Some(Span { start: start + title as u32, ..whole })
}

/// Whether what the tagger took for one name is several: two that are listed
/// with a hyphen between them, two people with "and" or nothing between them, or a
/// company and what follows its legal form.
fn several(lexicon: &Lexicon, text: &Tokenized, inside: &[Candidate]) -> bool {
    let grammar = lexicon.grammar();
    let joins = |gap: &str| {
        let word = gap.strip_prefix(", ").unwrap_or(gap);
        matches!(gap, "&" | ",") || among(grammar.conjunctions, word)
    };
    inside.windows(2).any(|pair| {
        let gap = text.slice(Span { start: pair[0].span.end, end: pair[1].span.start });
        let legal = pair[0].key.rsplit(' ').next().unwrap_or("");
        let divided = matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}" | "/");
        let people = pair.iter().all(|one| one.kind == Some(EntityKind::Person) && one.words > 1);
        (divided && pair.iter().all(|one| one.row.is_some()))
            || (people && (joins(gap.trim()) || gap.trim().is_empty()))
            || (pair[0].strength == Strength::Sure
                && pair[0].words > 1
                && !among(grammar.weak_suffixes, legal)
                && lexicon.has(List::CompanySuffixes, legal))
    })
}

/// Whether the rules have more of the name than the tagger: a listed body, or
/// one of two partners ("Harrow & Pike").
fn fuller(inside: &[Candidate], span: Span, name: &Tagged) -> bool {
    let [own] = inside else { return false };
    own.words > 1
        && own.span.start <= span.start
        && own.span.end >= span.end
        && own.kind == Some(EntityKind::Organisation)
        && name.kind == EntityKind::Organisation
        && (own.row.is_some() || own.text.contains(" & "))
}

/// The short forms of the full names that the tagger found in a text.
struct Known {
    surnames: QuickSet<String>,
    firms: QuickSet<String>,
}

impl Known {
    fn of(text: &Tokenized, placed: &[(Span, Tagged)]) -> Self {
        let mut known = Self { surnames: QuickSet::default(), firms: QuickSet::default() };
        for (span, name) in placed {
            let mut words = text.slice(*span).split_whitespace();
            let first = words.next().unwrap_or("");
            match name.kind {
                // "Jr" may come last, and a surname may have two words.
                EntityKind::Person => known.surnames.extend(words.rev().take(2).map(fold)),
                EntityKind::Organisation if words.next().is_some() => {
                    known.firms.insert(fold(first));
                }
                _ => {}
            }
        }
        known
    }

    fn has(&self, candidate: &Candidate) -> bool {
        candidate.words == 1
            && match candidate.kind {
                Some(EntityKind::Person) => self.surnames.contains(&candidate.key),
                Some(EntityKind::Organisation) => self.firms.contains(&candidate.key),
                Some(EntityKind::Place) | None => false,
            }
    }
}

/// Whether a candidate stands against the tagger, where that saw no name: a
/// full name after a title, a listed body, a listed place's initials, the short form of a full name of
/// the text, a ministry in small letters and a site's address.
fn stays(lexicon: &Lexicon, candidate: &Candidate, known: &Known) -> bool {
    let sure = candidate.strength == Strength::Sure;
    let named = match candidate.kind {
        Some(EntityKind::Person) => candidate.titled && candidate.words > 1,
        Some(EntityKind::Organisation) => candidate.row.is_some(),
        // "U.S." is no other word.
        Some(EntityKind::Place) => candidate.row.is_some() && candidate.text.ends_with('.'),
        None => false,
    };
    sure && named
        || known.has(candidate)
        || small_ministry(lexicon, candidate)
        || address(lexicon, candidate)
}

/// Whether it is a site's name: "Beacon.example".
fn address(lexicon: &Lexicon, candidate: &Candidate) -> bool {
    let ending = candidate.text.rsplit_once('.').filter(|(name, _)| !name.contains(['.', ' ']));
    candidate.kind == Some(EntityKind::Organisation)
        && candidate.strength == Strength::Likely
        && ending.is_some_and(|(_, ending)| lexicon.has(List::Domains, ending))
}

fn small_ministry(lexicon: &Lexicon, candidate: &Candidate) -> bool {
    let head = lexicon.grammar().ministry;
    let start = candidate.text.len().saturating_sub(head.len());
    let large = candidate.text.get(start..).is_some_and(|last| capitalised(head, last));
    candidate.kind == Some(EntityKind::Organisation)
        && lexicon.is_ministry(&candidate.key)
        && !large
}

/// The rules' candidate with the tagger's kind.
fn agreed(own: Candidate, name: &Tagged) -> Candidate {
    // A listed country that acts is still the country: one entity, not two.
    if own.row.is_some()
        && own.kind == Some(EntityKind::Place)
        && name.kind == EntityKind::Organisation
    {
        return own;
    }
    let row = own.row.filter(|_| own.kind == Some(name.kind));
    Candidate { kind: Some(name.kind), row, ..own }
}

/// Whether the rules end a name that the tagger breaks off at a hyphen: "Ahn Jung-ho".
fn hyphenated(text: &Tokenized, own: &Candidate, span: Span, name: &Tagged) -> bool {
    own.span.start == span.start
        && own.span.end > span.end
        && own.kind == Some(name.kind)
        && text.hyphen(name.after)
}

/// A name that the rules did not cut out.
fn fresh(
    lexicon: &Lexicon,
    text: &Tokenized,
    span: Span,
    name: &Tagged,
    titled: bool,
) -> Candidate {
    let text = text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let row = lexicon.row(&text).filter(|&row| lexicon.at(row).kind == name.kind);
    let strength = if name.margin > 2 * UNIT { Strength::Likely } else { Strength::Bare };
    Candidate {
        span,
        key: fold(&text),
        kind: Some(name.kind),
        strength,
        row,
        titled,
        words: text.split(' ').count(),
        text,
        overruled: false,
        before: None,
        country: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidates::candidates;
    use crate::sample::SAMPLE;
    use crate::vocabulary::Vocabulary;

    /// What becomes of the rules' candidates of a text and these names of the
    /// tagger, as tokens: mentions with kind and spelling.
    fn check(text: &str, tagged: &[(usize, usize, EntityKind)], expected: &[(&str, &str)]) {
        let text = Tokenized::new(text, SAMPLE.data().sentences);
        let mut body = candidates(SAMPLE.lexicon(), &Vocabulary::default(), &text);
        let tagged = tagged
            .iter()
            .map(|&(first, after, kind)| Tagged { first, after, kind, margin: 3 * UNIT })
            .collect();
        combine(&SAMPLE, &text, &[], tagged, &mut body);
        let found: Vec<(&str, &str)> =
            body.iter().map(|one| (text.slice(one.span), one.text.as_str())).collect();
        assert_eq!(found, expected, "{}", text.text);
        assert!(
            body.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start),
            "{}",
            text.text
        );
    }

    #[test]
    fn the_tagger_decides_and_the_rules_mend_its_edges() {
        use EntityKind::{Organisation, Person, Place};
        // A name that the rules have no words for.
        check("They met at Vindrell today.", &[(3, 4, Organisation)], &[("Vindrell", "Vindrell")]);
        // A title is no part of the name.
        check("They saw President Quill today.", &[(2, 4, Person)], &[("Quill", "Quill")]);
        check(
            "Then U.S. President Ada Quill left.",
            &[(1, 5, Person)],
            &[("U.S.", "U.S."), ("Ada Quill", "Ada Quill")],
        );
        // Two listed names with a hyphen between them are two.
        check(
            "The Russia-Ukraine talks began.",
            &[(1, 4, Place)],
            &[("Russia", "Russia"), ("Ukraine", "Ukraine")],
        );
        check(
            "The envoy met Ada Quill and Anna Marsh.",
            &[(3, 8, Person)],
            &[("Ada Quill", "Ada Quill"), ("Anna Marsh", "Anna Marsh")],
        );
        // A listed country that acts is still the country.
        check("They beat Norway today.", &[(2, 3, Organisation)], &[("Norway", "Norway")]);
        // A full name after a title, and a ministry in small letters, stay.
        check("We heard that Mayor Ada Quill left.", &[], &[("Ada Quill", "Ada Quill")]);
        // A title alone is no name.
        check("They saw the Prime Minister today.", &[(3, 5, Person)], &[]);
        // What the tagger does not take for a name is none.
        check("They met in Oslo.", &[], &[]);
    }

    #[test]
    fn a_name_without_end_is_none() {
        let text = "Aa ".repeat(100);
        check(&text, &[(0, 100, EntityKind::Person)], &[]);
    }
}
