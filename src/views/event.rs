//! One event: every outlet's own sentences side by side.

use dateline_model::{Corpus, EventIndex, Telling};
use leptos::prelude::*;

use super::{parts, prose, words};
use crate::state::{Command, Store};

/// The event with all its tellings.
pub fn event(store: Store, index: EventIndex) -> AnyView {
    let event = &store.corpus.events[index as usize];
    let open = RwSignal::new(false);
    let known = [
        words::status(event.status).unwrap_or("Told as past"),
        " \u{b7} known to the ",
        match event.granularity {
            dateline_model::Granularity::Minute => "day",
            granularity => granularity.name(),
        },
        " \u{b7} ",
        &words::event_basis(event),
        " \u{b7} ",
        &words::told_by(words::tellers(event, store.corpus).len()),
    ]
    .concat();
    let days = event.days;
    // One card for each article: an outlet may tell an event twice.
    let cards: Vec<AnyView> = event
        .tellings
        .chunk_by(|one, other| one.article == other.article)
        .map(|tellings| card(store, tellings))
        .collect();
    view! {
        <article class="event" aria-label="Event">
            <p class="kicker">
                {words::days(event.days, event.granularity)}
            </p>
            <h2 tabindex="-1" dir="auto">{event.title.as_str()}</h2>
            <div class="by">
                <span>{known}</span>
                <button
                    type="button"
                    class="link"
                    aria-expanded=move || if open.get() { "true" } else { "false" }
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "why this date?"
                </button>
                {parts::button("link", "show on the timeline", move || store.send(Command::Focus(days)))}
            </div>
            {move || open.get().then(|| parts::evidence("Why this is one event on this date.", &event.evidence))}
            <div class="cards">{cards}</div>
            {names(store, index)}
        </article>
    }
    .into_any()
}

/// What one article says: its sentences, its date as written, its spellings,
/// who speaks.
fn card(store: Store, tellings: &'static [Telling]) -> AnyView {
    let index = tellings[0].article;
    let article = &store.corpus.articles[index as usize];
    let sentences: Vec<AnyView> =
        tellings.iter().map(|telling| prose::sentence(store, telling)).collect();
    let facts: Vec<AnyView> =
        facts(store.corpus, tellings).into_iter().map(|(term, said)| fact(term, said)).collect();
    view! {
        <section class="card">
            <h3 dir="auto">{words::outlet(article)}</h3>
            <p class="meta">{words::published(&article.published)}</p>
            {sentences}
            <dl>{facts}</dl>
            <button
                type="button"
                class="link"
                data-article=article.id.as_str()
                on:click=move |_| store.send(Command::OpenArticle(Some(index)))
            >
                "Read the article"
            </button>
        </section>
    }
    .into_any()
}

fn fact(term: &'static str, said: String) -> AnyView {
    view! { <div><dt>{term}</dt><dd dir="auto">{said}</dd></div> }.into_any()
}

/// What is particular to one article's telling, in words.
fn facts(corpus: &Corpus, tellings: &[Telling]) -> Vec<(&'static str, String)> {
    let Some(article) = tellings.first().and_then(|it| corpus.articles.get(it.article as usize))
    else {
        return Vec::new();
    };
    let mut facts = Vec::new();
    for telling in tellings {
        let timex = telling.timex.and_then(|at| article.timexes.get(at as usize));
        if let Some(timex) = timex {
            let written = words::quoted(timex.span.of(&article.body));
            let said = [&written, " \u{2192} ", &prose::meaning(timex)].concat();
            let fact = ("Date as written", said);
            if !facts.contains(&fact) {
                facts.push(fact);
            }
        }
    }
    let inside = |span| tellings.iter().any(|telling| telling.span.contains(span));
    let mut spellings: Vec<String> = Vec::new();
    for mention in article.mentions.iter().filter(|mention| inside(mention.span)) {
        let Some(entity) = corpus.entities.get(mention.entity as usize) else { continue };
        let written = mention.span.of(&article.body);
        let said = [&words::quoted(written), " for ", &entity.name].concat();
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
        let speaker = quote.speaker.and_then(|index| corpus.entities.get(index as usize));
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
fn names(store: Store, index: EventIndex) -> Option<AnyView> {
    let event = &store.corpus.events[index as usize];
    let names: Vec<AnyView> = event
        .entities
        .iter()
        .filter_map(|index| {
            let index = *index;
            let entity = store.corpus.entities.get(index as usize)?;
            let class = match entity.kind {
                dateline_model::EntityKind::Person => "chip person",
                dateline_model::EntityKind::Place => "chip place",
                dateline_model::EntityKind::Organisation => "chip organisation",
            };
            let choose = move || store.send(Command::Include(index));
            Some(parts::button(class, entity.name.as_str(), choose))
        })
        .collect();
    (!names.is_empty()).then(|| {
        view! { <h3>"Named in these sentences"</h3> <div class="names">{names}</div> }.into_any()
    })
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    fn check(event: usize, card: usize, expected: &[(&str, &str)]) {
        let corpus = sample::corpus();
        let tellings = &corpus.events[event].tellings[card..=card];
        let facts = facts(&corpus, tellings);
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
    fn a_card_says_how_this_outlet_spells_a_name() {
        let date = "\u{201c}15 March\u{201d} \u{2192} Friday 15 March 2024, \
                    read against the date of publication";
        let spelling = "\u{201c}Anton Wei\u{df}\u{201d} for Anton Weiss";
        check(4, 1, &[("Date as written", date), ("Spelling", spelling)]);
    }
}
