//! Brings what the tagger found together with what the rules found.

use dateline_model::{EntityKind, Span};

use super::candidates::{Candidate, Strength};
use super::fold::fold;
use super::lexicon::{Lexicon, List};
use super::reading::Reading;
use super::tagger::{Tagged, UNIT, after_title};
use crate::overlay::Overlay;

/// No name has more tokens; what seems to is a list or hostile.
const LONGEST: usize = 16;

/// Replaces the candidates of a text by the tagger's names. A candidate of the
/// same span keeps what the rules know of it.
pub(super) fn combine(
    lexicon: &Lexicon,
    reading: &Reading,
    overlay: &Overlay,
    tagged: Vec<Tagged>,
    body: &mut Vec<Candidate>,
) {
    let mut rules = std::mem::take(body).into_iter().peekable();
    for name in tagged {
        let Some((whole, span)) = spans(reading, &name) else { continue };
        let mut inside = Vec::new();
        while let Some(one) = rules.next_if(|one| one.span.start < span.end) {
            if one.span.end > span.start {
                inside.push(one);
            } else if stays(&one) || one.span.start >= whole.start {
                // "U.S." in the title of a person is a name of its own.
                body.push(one);
            }
        }
        if inside.len() == 1 && inside[0].span == span {
            body.extend(inside.pop().map(|own| agreed(own, &name)));
        } else if several(lexicon, reading, &inside) {
            body.append(&mut inside);
        } else {
            let titled = inside.iter().any(|one| one.titled);
            body.push(fresh(lexicon, reading, span, &name, titled));
        }
    }
    body.extend(rules.filter(stays));
    body.retain(|candidate| !overlay.ignore.contains(&candidate.text));
}

/// Where the name stands, with a title before it and without.
fn spans(reading: &Reading, name: &Tagged) -> Option<(Span, Span)> {
    if name.after - name.first > LONGEST {
        return None;
    }
    let start = reading.tokens[name.first].span.start;
    let whole = Span { start, end: reading.tokens[name.after - 1].span.end };
    let title = match name.kind {
        EntityKind::Person => after_title(reading.slice(whole))?,
        _ => 0,
    };
    Some((whole, Span { start: start + title as u32, ..whole }))
}

/// Whether what the tagger took for one name is several: two that are listed
/// with a hyphen between them, or a company and what follows its legal form.
fn several(lexicon: &Lexicon, reading: &Reading, inside: &[Candidate]) -> bool {
    inside.windows(2).any(|pair| {
        let gap = reading.slice(Span { start: pair[0].span.end, end: pair[1].span.start });
        let legal = pair[0].key.rsplit(' ').next().unwrap_or("");
        let divided = matches!(gap, "-" | "\u{2010}" | "\u{2011}" | "\u{2013}" | "/");
        (divided && pair.iter().all(|one| one.row.is_some()))
            || (pair[0].strength == Strength::Sure
                && pair[0].words > 1
                && legal != "group"
                && lexicon.has(List::CompanySuffixes, legal))
    })
}

/// Whether a candidate stands against the tagger, where that saw no name: a
/// full name after a title, and a ministry in small letters.
fn stays(candidate: &Candidate) -> bool {
    let person = candidate.kind == Some(EntityKind::Person);
    person && candidate.titled && candidate.words > 1 && candidate.strength == Strength::Sure
        || small_ministry(candidate)
}

fn small_ministry(candidate: &Candidate) -> bool {
    candidate.kind == Some(EntityKind::Organisation)
        && candidate.key.ends_with(" ministry")
        && !candidate.text.ends_with("Ministry")
}

/// The rules' candidate with the tagger's kind.
fn agreed(own: Candidate, name: &Tagged) -> Candidate {
    let row = own.row.filter(|_| own.kind == Some(name.kind));
    Candidate { kind: Some(name.kind), row, ..own }
}

/// A name that the rules did not cut out.
fn fresh(
    lexicon: &Lexicon,
    reading: &Reading,
    span: Span,
    name: &Tagged,
    titled: bool,
) -> Candidate {
    let text = reading.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
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
        country: None,
    }
}
