//! One event: every article's own sentences side by side.

use core::ops::Range;

use dateline_model::{Article, ArticleIndex, Entity, Event, EventIndex, Held, Link, Span, Telling};
use dateline_words as words;
use leptos::prelude::*;

use super::order::{self, Quotation};
use super::{parts, prose};
use crate::dom::{El, button, el};
use crate::state::{Command, Store};

/// So many articles' tellings are shown at once.
const CARDS: usize = 24;
/// So many are of an event that nobody chose, where their texts would have to be fetched.
const FEW: usize = 4;
/// So many quotations are.
const QUOTATIONS: usize = 5;

/// The event with all its tellings. `suggested` says that the reader did not choose it.
pub fn event(store: Store, index: EventIndex, suggested: bool) -> El {
    let corpus = store.corpus;
    let Some(event) = store.library.event_head(index) else { return parts::waiting(store) };
    let known = [
        words::status(event.status).unwrap_or("Told as past"),
        " \u{b7} ",
        &words::known_to(&event),
        " \u{b7} ",
        &words::event_basis(&event),
        " \u{b7} ",
        &words::tellers(&event, corpus).told_by(),
    ]
    .concat();
    let days = event.days;
    let (ask, answer) = parts::asking("link", "why this date?", move || {
        vec![match store.library.event(index) {
            Some(event) => parts::evidence("Why this is one event on this date.", &event.evidence),
            None => parts::waiting(store),
        }]
    });
    let show = button("link", "show on the timeline", move || store.send(Command::Focus(days)));
    let by = el("div", "by").child(el("span", "").text(&known)).child(ask).child(show);
    let invitation = suggested
        .then(|| el("p", "invitation").text("To begin with: what these articles make most of."));
    let first = order::first_told(&event, corpus).map(|said| el("p", "meta first").text(&said));
    let whole = move || match store.library.event(index) {
        Some(event) => {
            let few = suggested && store.library.is_parted();
            let mut made: Vec<El> =
                words::worded(&event).map(|said| el("p", "meta").text(said)).into_iter().collect();
            made.extend(told(store, &event, if few { FEW } else { CARDS }));
            let quoted = move || if few { Vec::new() } else { quotations(store, &event) };
            made.push(el("div", "whole").live_children(quoted));
            made
        }
        None => vec![parts::waiting(store)],
    };
    parts::of_event(el("article", "event"), store, index)
        .attr("aria-label", "Event")
        .maybe(invitation)
        .child(el("p", "kicker").text(&words::days(event.days, event.granularity)))
        .child(el("h2", "").attr("tabindex", "-1").attr("dir", "auto").text(&event.title))
        .child(by)
        .child(answer)
        .maybe(first)
        .child(el("div", "whole").live_children(move || links(store, &event)))
        .child(el("div", "whole").live_children(whole))
        .children(names(store, index))
}

/// How it is told, version beside version; what was said before it happened stands by itself.
fn told(store: Store, event: &Held<'static, Event>, most: usize) -> Vec<El> {
    let (before, all) = (order::before(event, store.corpus), event.tellings.len());
    match (0..before, before..all) {
        (before, since) if before.is_empty() || since.is_empty() => {
            vec![cards(store, event, 0..all, most)]
        }
        (before, since) => vec![
            el("h3", "").text("Said before it happened"),
            cards(store, event, before, most),
            el("h3", "").text("Told since"),
            cards(store, event, since, most),
        ],
    }
}

/// One card for each article: an outlet may tell an event twice.
fn cards(store: Store, event: &Held<'static, Event>, tellings: Range<usize>, most: usize) -> El {
    let event = event.clone();
    let limit = RwSignal::new(most);
    let cards = move || {
        let tellings = &event.tellings[tellings.clone()];
        let all = tellings.chunk_by(|one, other| one.article == other.article);
        let shown = all.clone().take(limit.get());
        let mut cards: Vec<El> = shown.map(|tellings| card(store, &event, tellings)).collect();
        let left = all.count().saturating_sub(limit.get());
        if left > 0 {
            let label = ["Show ", &words::count(left.min(CARDS), "more article")].concat();
            let of = [&label, " of ", &words::number(left)].concat();
            cards.push(button("button", &of, move || limit.update(|limit| *limit += CARDS)));
        }
        cards
    };
    el("div", "cards").live_children(cards)
}

/// Who is quoted in the passages that tell it.
fn quotations(store: Store, event: &Event) -> Vec<El> {
    let mut texts: Vec<(ArticleIndex, Held<Article>)> = Vec::new();
    for telling in &event.tellings {
        if texts.last().is_none_or(|(last, _)| *last != telling.article) {
            let text = store.library.article(telling.article);
            texts.extend(text.map(|text| (telling.article, text)));
        }
    }
    let text = |at| texts.iter().find(|(article, _)| *article == at).map(|(_, text)| &**text);
    let all = order::quotations(event, &text);
    if all.is_empty() {
        return Vec::new();
    }
    let (first, more) = all.split_at(all.len().min(QUOTATIONS));
    let mut made = vec![el("h3", "").text("Who said what")];
    made.extend(first.iter().filter_map(|it| quotation(store, it)));
    if !more.is_empty() {
        let more: Vec<_> = more.to_vec();
        let summary = words::count(more.len(), "more quotation");
        made.push(parts::folded(&summary, move || {
            el("div", "").children(more.iter().filter_map(|it| quotation(store, it)).collect())
        }));
    }
    made
}

fn quotation(store: Store, quotation: &Quotation) -> Option<El> {
    let article = store.library.article(quotation.article)?;
    let speaker = store.library.entities().get(quotation.speaker as usize);
    let speaker = speaker.map_or("", |entity| entity.name.as_str());
    let source = [", in ", &words::isolated(words::source(&article))].concat();
    let read = Command::OpenArticle(Some(quotation.article));
    let by = el("p", "meta")
        .text("\u{2014} ")
        .child(el("bdi", "").text(speaker))
        .text(&source)
        .text(" \u{b7} ")
        .child(parts::leading("link", "read it there", store, read));
    let words = prose::quoted(store, &article, quotation.article, quotation.span);
    Some(el("div", "said").child(words).child(by))
}

/// Events that a sentence ties to this one.
fn links(store: Store, event: &Event) -> Vec<El> {
    let link = |link: &Link| {
        let (lead, _) = words::linked(event, link, store.corpus)?;
        let at = link.event;
        let other = store.library.event_head(at)?;
        let open = parts::leading("link", &other.title, store, Command::OpenEvent(Some(at)));
        let open = open.attr("dir", "auto").attr("data-event", &other.id);
        Some(el("p", "meta tied").text(&lead).child(open))
    };
    event.links.iter().filter_map(link).collect()
}

/// What one article says: its sentences, its date as written, its spellings,
/// who speaks.
fn card(store: Store, event: &Event, tellings: &[Telling]) -> El {
    let index = tellings[0].article;
    let whole = store.library.article(index);
    let Some(article) = store.library.article_head(index) else { return parts::waiting(store) };
    let sentences = match &whole {
        Some(article) => tellings.iter().map(|it| prose::sentence(store, article, it)).collect(),
        None => vec![parts::waiting(store)],
    };
    let facts = whole
        .map_or(Vec::new(), |article| facts(store.library.entities(), &article, event, tellings));
    let facts = facts
        .iter()
        .map(|(term, said)| {
            let said = el("dd", "").attr("dir", "auto").text(said);
            el("div", "").child(el("dt", "").text(term)).child(said)
        })
        .collect();
    let command = Command::OpenArticle(Some(index));
    let read = parts::leading("link", "Read the article", store, command);
    parts::of_article(el("section", "card"), store, index)
        .child(el("h3", "").attr("dir", "auto").text(words::source(&article)))
        .child(el("p", "meta").text(&words::published(&article.published)))
        .children(sentences)
        .child(el("dl", "").children(facts))
        .child(read.attr("data-article", &article.id))
}

/// What is particular to one article's telling, in words.
fn facts(
    entities: &[Entity],
    article: &Article,
    event: &Event,
    tellings: &[Telling],
) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    for telling in tellings {
        let timex = telling.timex.and_then(|at| article.timexes.get(at as usize));
        if let Some(timex) = timex {
            let fact = ("Date as written", words::as_written(timex, article));
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    // Of what is withheld it is not known.
    if facts.is_empty() && tellings.iter().all(|telling| telling.span.start < telling.span.end) {
        facts.push(("Date as written", words::undated(event, article)));
    }
    let inside =
        |span: Span| span.start < span.end && tellings.iter().any(|it| it.span.contains(span));
    let mut spellings: Vec<String> = Vec::new();
    for mention in article.mentions.iter().filter(|mention| inside(mention.span)) {
        let Some(entity) = entities.get(mention.entity as usize) else { continue };
        let written = mention.span.of(&article.body);
        let said = [&words::quoted(written), " for ", &words::isolated(&entity.name)].concat();
        if written != entity.name && !spellings.contains(&said) {
            spellings.push(said);
        }
    }
    if !spellings.is_empty() {
        facts.push(("Spelling", spellings.join(", ")));
    }
    let mut speakers: Vec<&str> = Vec::new();
    let overlaps = |span| tellings.iter().any(|telling| telling.span.overlaps(span));
    for quote in article.quotes.iter().filter(|quote| overlaps(quote.span)) {
        let speaker = quote.speaker.and_then(|index| entities.get(index as usize));
        let name = speaker.map_or("not named in the text", |entity| entity.name.as_str());
        if !speakers.contains(&name) {
            speakers.push(name);
        }
    }
    if !speakers.is_empty() {
        facts.push(("Quotes", speakers.join(", ")));
    }
    facts
}

/// Who and what the tellings name, each a filter.
fn names(store: Store, event: EventIndex) -> Vec<El> {
    let named = store.library.parts.named(event).iter();
    let names: Vec<El> = named.filter_map(|index| parts::named(store, *index)).collect();
    if names.is_empty() {
        return names;
    }
    vec![el("h3", "").text("Named with it"), el("div", "names").children(names)]
}

#[cfg(test)]
mod tests {
    use dateline_model::{Corpus, sample};

    use super::*;

    fn check(event: usize, card: usize, expected: &[(&str, &str)]) {
        check_in(&sample::corpus(), event, card, expected);
    }

    fn check_in(corpus: &Corpus, event: usize, card: usize, expected: &[(&str, &str)]) {
        let event = &corpus.events[event];
        let told = &event.tellings[card..=card];
        let facts =
            facts(&corpus.entities, &corpus.articles[told[0].article as usize], event, told);
        let facts: Vec<(&str, &str)> = facts.iter().map(|(term, it)| (*term, &**it)).collect();
        assert_eq!(facts, expected);
    }

    #[test]
    fn a_card_gives_the_date_as_written_and_what_it_stands_for() {
        let date = "\u{201c}in 1998\u{201d} \u{2192} 1998";
        check(1, 0, &[("Date as written", date)]);
        let date = "\u{201c}on Monday\u{201d} \u{2192} Monday 4 March 2024, \
                    read against the date of publication";
        check(2, 1, &[("Date as written", date)]);
    }

    #[test]
    fn a_card_without_a_written_date_says_on_which_day_it_was_new() {
        let corpus = sample::tied();
        let date = ("Date as written", "none; told as new on Wednesday 13 March 2024");
        let spelling = ("Spelling", "\u{201c}Anton Wei\u{df}\u{201d} for Anton Weiss");
        check_in(&corpus, sample::CALL as usize, 1, &[date, spelling]);
    }

    #[test]
    fn a_card_says_how_this_outlet_spells_a_name() {
        let date = "\u{201c}15 March\u{201d} \u{2192} Friday 15 March 2024, \
                    read against the date of publication";
        let spelling = "\u{201c}Anton Wei\u{df}\u{201d} for Anton Weiss";
        check(4, 1, &[("Date as written", date), ("Spelling", spelling)]);
    }

    #[test]
    fn a_card_of_a_withheld_sentence_says_nothing_about_its_words() {
        let mut corpus = sample::corpus();
        let telling = &mut corpus.events[4].tellings[1];
        (telling.span, telling.timex) = (Span::new(0, 0), None);
        let article = &mut corpus.articles[2];
        article.body.clear();
        article.mentions.iter_mut().for_each(|mention| mention.span = Span::new(0, 0));
        check_in(&corpus, 4, 1, &[]);
    }
}
