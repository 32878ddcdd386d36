//! Words that say whether a German sentence looks back or ahead.
//!
//! News tells of a bare weekday as past unless a verb says otherwise; so the words that look ahead
//! matter most. The present tense of a timetable ("beginnt am Montag") is among them.

use std::ops::Range;

use super::{Found, Sign, Tense, Tokens, listed};

/// What token `at` says of past or to come.
pub fn sign(tokens: &Tokens<'_>, at: usize) -> Sign {
    let word = tokens.get(at);
    if matches!(word, "," | ";" | ":") || listed(&CLAUSE, word) {
        return Sign::Clause;
    }
    if !word.starts_with(char::is_lowercase) {
        return Sign::Nothing;
    }
    if listed(&MODAL, word) {
        return if hearsay(tokens, at) { Sign::Back } else { Sign::Ahead };
    }
    if listed(&AHEAD, word) {
        return Sign::Ahead;
    }
    if listed(&BACK, word) || matches!(word, "ist" | "sind") && perfect(tokens, at) {
        return Sign::Back;
    }
    Sign::Nothing
}

/// "Bis Freitag" lies ahead, "seit Freitag" began before.
pub fn beside(tokens: &Tokens<'_>, found: &Found, sentence: &Range<usize>) -> Option<Tense> {
    let parts = &found.parts;
    let fine = parts.weekday.is_some() || parts.month.is_some();
    let before = found.start.wrapping_sub(1);
    if !fine || !sentence.contains(&before) {
        return None;
    }
    if tokens.is(before, "seit") {
        return Some(Tense::Past);
    }
    // "Für Montag angekündigt", "kündigte für den 7. Juli eine Wahl an", "rief eine Wahl am 7. Juli aus".
    let the = usize::from(tokens.is(before, "den"));
    let day = parts.weekday.is_some() || parts.day.is_some();
    if day && tokens.is(before.wrapping_sub(the), "für") {
        return Some(Tense::Future);
    }
    if parts.weekday.is_none() && day && announced(tokens, before, sentence) {
        return Some(Tense::Future);
    }
    let until = if tokens.is_any(before, &["zum", "zu"]) { before.wrapping_sub(1) } else { before };
    let told = (sentence.start.max(until.saturating_sub(12))..until)
        .chain(found.end..sentence.end.min(found.end + 12))
        .any(|at| sign(tokens, at) == Sign::Back);
    (tokens.is(until, "bis") && sentence.contains(&until) && !told).then_some(Tense::Future)
}

/// "Forderte eine Wahl am 7. Juli": the day of what is announced.
fn announced(tokens: &Tokens<'_>, before: usize, sentence: &Range<usize>) -> bool {
    let thing = before.wrapping_sub(1);
    tokens.is(before, "am")
        && listed(&ANNOUNCED, tokens.get(thing))
        && (thing.saturating_sub(6).max(sentence.start)..thing)
            .rev()
            .take_while(|at| tokens.get(*at) != ",")
            .any(|at| listed(&ANNOUNCING, tokens.get(at)))
}

/// How many tokens on are looked at for the end of a clause.
const REACH: usize = 30;

/// Where the clause of token `at` ends.
fn clause_end(tokens: &Tokens<'_>, at: usize) -> usize {
    let ends = |at: &usize| {
        matches!(tokens.get(*at), "," | ";" | ":" | "!" | "?" | "\u{201C}" | "und" | "aber" | "")
            || tokens.get(*at) == "." && !tokens.is_number(at.saturating_sub(1))
    };
    (at + 1..at + REACH).find(ends).unwrap_or(at + REACH)
}

/// "Soll am Montag gestorben sein", "will nichts gewusst haben": what is told of the past. Before
/// "sein" an adjective is as likely ("soll offen sein"), before "haben" hardly.
fn hearsay(tokens: &Tokens<'_>, at: usize) -> bool {
    let last = clause_end(tokens, at).wrapping_sub(1);
    if last <= at + 1 {
        return false;
    }
    let word = tokens.get(last - 1);
    let verb = word.starts_with(char::is_lowercase) && word.ends_with(['t', 'n']);
    tokens.is(last, "haben") && verb || tokens.is(last, "sein") && participle(word)
}

/// "Ist am Montag gestorben".
fn perfect(tokens: &Tokens<'_>, at: usize) -> bool {
    let last = clause_end(tokens, at).wrapping_sub(1);
    let own = last > at && participle(tokens.get(last));
    own || at > 0 && participle(tokens.before(at))
}

/// Whether a word looks like a participle of the past: "gestorben", "angekündigt", "zerstört".
fn participle(word: &str) -> bool {
    const PREFIXES: [&str; 8] = ["be", "emp", "ent", "er", "ge", "miss", "ver", "zer"];
    let ends = word.ends_with('t') || word.ends_with("en");
    let begins = PREFIXES.iter().any(|prefix| word.starts_with(prefix))
        || ["ange", "abge", "aufge", "ausge", "einge", "vorge", "zurückge", "mitge", "umge"]
            .iter()
            .any(|prefix| word.starts_with(prefix));
    word.len() > 5
        && word.starts_with(char::is_lowercase)
        && ends
        && (begins || word.ends_with("iert"))
}

/// Verbs of what is announced and has a day of its own. Sorted, as all lists here.
#[rustfmt::skip]
const ANNOUNCING: [&str; 15] = [
    "beantragte", "beschloss", "beschlossen", "billigte", "bot", "fordern", "fordert", "forderte",
    "forderten", "kündigte", "kündigten", "rief", "riefen", "schlug", "verlangte",
];

/// What is announced.
#[rustfmt::skip]
const ANNOUNCED: [&str; 18] = [
    "abstimmung", "demonstration", "gespräche", "gipfel", "gipfeltreffen", "konferenz",
    "kundgebung", "neuwahl", "neuwahlen", "parlamentswahl", "parlamentswahlen", "referendum",
    "streik", "treffen", "verhandlungen", "volksabstimmung", "wahl", "wahlen",
];

/// Verbs before an infinitive. Sorted, as all lists here.
#[rustfmt::skip]
const MODAL: [&str; 21] = [
    "darf", "dürfe", "dürfen", "dürfte", "dürften", "kann", "könne", "können", "könnte", "könnten",
    "muss", "möchte", "möchten", "müsse", "müssen", "soll", "solle", "sollen", "will", "wolle",
    "wollen",
];

/// Words that look ahead by themselves.
#[rustfmt::skip]
const AHEAD: [&str; 54] = [
    "angesetzt", "anstehen", "ansteht", "beginne", "beginnen", "beginnt", "berät", "bevorsteht",
    "demnächst", "empfängt", "enden", "endet", "entscheide", "entscheidet", "erwartet", "eröffnet",
    "finde", "finden", "findet", "geplant", "geplante", "geplanten", "gilt", "komme", "kommt",
    "künftig", "plane", "planen", "plant", "reisen", "reist", "starte", "starten", "startet",
    "stattfinden", "stattfindet", "stehen", "steht", "tagt", "treffen", "trete", "treten",
    "trifft", "tritt", "verhandelt", "voraussichtlich", "vorgesehen", "werde", "werden", "wird",
    "wählen", "wählt", "öffnet", "überträgt",
];

/// Words that look back by themselves.
#[rustfmt::skip]
const BACK: [&str; 142] = [
    "bat", "begann", "begannen", "behielt", "bekam", "bekamen", "berichtet", "berichtete",
    "berichteten", "beschloss", "beschlossen", "bestätigte", "besuchte", "betonte", "bezeichnete",
    "blieb", "blieben", "brach", "brachen", "brachte", "dauerte", "durfte", "einigten", "endete",
    "entschied", "ereignete", "erhielt", "erklärt", "erklärte", "erklärten", "eroberte",
    "erreichte", "erschien", "eröffnete", "fand", "fanden", "fiel", "fielen", "flog", "folgte",
    "forderte", "forderten", "fuhr", "gab", "gaben", "galt", "gelang", "gewann", "gewannen",
    "gewesen", "ging", "gingen", "griff", "gründete", "gründeten", "habe", "hat", "hatte",
    "hatten", "heisst", "heißt", "hielt", "kam", "kamen", "konnte", "konnten", "kritisierte",
    "kündigte", "lag", "lagen", "legte", "lehnte", "lehnten", "lief", "liefen", "ließ", "lobte",
    "meldet", "meldete", "musste", "mussten", "nahm", "nahmen", "nannte", "ordnete", "reiste",
    "reisten", "rief", "räumte", "sagt", "sagte", "sagten", "sah", "sank", "sanken", "scheiterte",
    "schloss", "schrieb", "setzte", "setzten", "sollte", "sollten", "sprach", "sprachen", "stand",
    "standen", "starb", "starben", "startete", "stieg", "stiegen", "stieß", "stimmte", "stimmten",
    "stürzte", "teilt", "teilte", "teilten", "traf", "trafen", "trat", "tötete", "unterzeichneten",
    "verabschiedete", "verlor", "verloren", "verurteilte", "verurteilten", "veröffentlichte",
    "war", "waren", "warnte", "wies", "wollte", "wollten", "worden", "wurde", "wurden", "zeigte",
    "zeigten", "zog", "zogen",
];

/// Words at which a clause begins, besides commas.
#[rustfmt::skip]
const CLAUSE: [&str; 18] = [
    "aber", "als", "bevor", "da", "damit", "dass", "denn", "doch", "ehe", "falls", "nachdem", "ob",
    "obwohl", "sobald", "solange", "sondern", "weil", "wenn",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sorted() {
        for list in
            [&ANNOUNCED[..], &ANNOUNCING[..], &MODAL[..], &AHEAD[..], &BACK[..], &CLAUSE[..]]
        {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
