//! The tables and their columns: a row each, with what it says and where its value comes from.

use dateline_model::{Article, Corpus, Entity, Event, Span, Telling, Withheld};

use crate::{Column, Kind, Place, Source, Table, Value};

/// All tables.
pub const TABLES: &[Table] = &[
    Table {
        name: "articles",
        about: "an article",
        columns: ARTICLES,
        places: |corpus| items(corpus.articles.len()),
    },
    Table {
        name: "names",
        about: "a person, a place or an organisation, one for all spellings",
        columns: NAMES,
        places: |corpus| items(corpus.entities.len()),
    },
    Table {
        name: "mentions",
        about: "a name in the body of an article",
        columns: MENTIONS,
        places: |corpus| parts(corpus, |corpus| &corpus.articles, |it| it.mentions.len()),
    },
    Table {
        name: "events",
        about: "what articles say happened on a date",
        columns: EVENTS,
        places: |corpus| items(corpus.events.len()),
    },
    Table {
        name: "tellings",
        about: "a sentence of an article that tells an event",
        columns: TELLINGS,
        places: |corpus| parts(corpus, |corpus| &corpus.events, |it| it.tellings.len()),
    },
];

fn items(count: usize) -> Vec<Place> {
    (0..count).map(|item| Place { item, part: 0 }).collect()
}

fn parts<T>(corpus: &Corpus, of: fn(&Corpus) -> &Vec<T>, count: fn(&T) -> usize) -> Vec<Place> {
    let items = of(corpus).iter().enumerate();
    items.flat_map(|(item, it)| (0..count(it)).map(move |part| Place { item, part })).collect()
}

type Get = for<'c> fn(&Source<'c>, Place) -> Value<'c>;

const fn column(name: &'static str, kind: Kind, about: &'static str, value: Get) -> Column {
    Column { name, kind, about, value }
}

const ARTICLES: &[Column] = &[
    column("id", Kind::Text, "unique; other tables name it `article`", |source, at| {
        Value::Text(&article(source, at).id)
    }),
    column("file", Kind::Text, "the path below the folder", |source, at| {
        Value::Text(&article(source, at).file)
    }),
    column("title", Kind::Text, "the headline", |source, at| {
        Value::Text(&article(source, at).title)
    }),
    column("standfirst", Kind::Text, "the summary under the title", |source, at| {
        article(source, at).standfirst.as_deref().into()
    }),
    column("outlet", Kind::Text, "who published it", |source, at| {
        article(source, at).outlet.as_deref().into()
    }),
    column("via", Kind::Text, "the site that carried it on", |source, at| {
        article(source, at).via.as_deref().into()
    }),
    column("agency", Kind::Text, "who wrote it, where that is a news agency", |source, at| {
        article(source, at).agency.as_deref().into()
    }),
    column("author", Kind::Text, "the byline", |source, at| {
        article(source, at).author.as_deref().into()
    }),
    column("section", Kind::Text, "the section of the site", |source, at| {
        article(source, at).section.as_deref().into()
    }),
    column("url", Kind::Text, "the original's address", |source, at| {
        article(source, at).url.as_deref().into()
    }),
    column("language", Kind::Text, "BCP 47", |source, at| {
        Value::Text(&article(source, at).language)
    }),
    column("tags", Kind::Texts, "tags printed with the article", |source, at| {
        Value::Texts(article(source, at).tags.iter().map(String::as_str).collect())
    }),
    column("published", Kind::Day, "the best single day", |source, at| {
        article(source, at).published.date.into()
    }),
    column(
        "published_time",
        Kind::Text,
        "the printed hour, on the outlet's clock",
        |source, at| {
            let time = article(source, at).published.time;
            time.map_or(Value::Missing, |time| Value::Written(time.to_string()))
        },
    ),
    column("published_earliest", Kind::Day, "the first day that is possible", |source, at| {
        article(source, at).published.earliest.into()
    }),
    column("published_latest", Kind::Day, "the last day that is possible", |source, at| {
        article(source, at).published.latest.into()
    }),
    column("published_basis", Kind::Text, "`stated`, `inferred` or `corrected`", |source, at| {
        Value::Text(article(source, at).published.basis.name())
    }),
    column("version_of", Kind::Text, "the first article with this text", |source, at| {
        let first = article(source, at).version_of;
        first.map(|first| source.corpus.articles[first as usize].id.as_str()).into()
    }),
    column("version_shared", Kind::Share, "how much of the text another has too", |source, at| {
        match article(source, at).version_shared {
            0 => Value::Missing,
            percent => Value::Share(f64::from(percent) / 100.0),
        }
    }),
    column(
        "withheld",
        Kind::Text,
        "what of the body `[publish]` holds back: `nothing`, `rest` or `all`",
        |source, at| {
            Value::Text(match article(source, at).withheld {
                Withheld::Nothing => "nothing",
                Withheld::Rest => "rest",
                Withheld::All => "all",
            })
        },
    ),
    column("body", Kind::Text, "paragraphs, joined by an empty line", |source, at| {
        Value::Text(&article(source, at).body)
    }),
];

fn article<'c>(source: &Source<'c>, at: Place) -> &'c Article {
    &source.corpus.articles[at.item]
}

const NAMES: &[Column] = &[
    column("id", Kind::Text, "unique; other tables name it `name`", |source, at| {
        Value::Text(&entity(source, at).id)
    }),
    column("name", Kind::Text, "as some source spells it", |source, at| {
        Value::Text(&entity(source, at).name)
    }),
    column("type", Kind::Text, "`person`, `place` or `organisation`", |source, at| {
        Value::Text(entity(source, at).kind.name())
    }),
    column("spellings", Kind::Texts, "all spellings, the most frequent first", |source, at| {
        let spellings = &entity(source, at).spellings;
        Value::Texts(spellings.iter().map(|spelling| spelling.text.as_str()).collect())
    }),
    column("articles", Kind::Number, "how many articles name it", |source, at| {
        Value::Number(entity(source, at).articles.len() as i64)
    }),
];

fn entity<'c>(source: &Source<'c>, at: Place) -> &'c Entity {
    &source.corpus.entities[at.item]
}

const MENTIONS: &[Column] = &[
    column("article", Kind::Text, "whose body", |source, at| Value::Text(&article(source, at).id)),
    column("start_offset", Kind::Number, "the first code point in the body", |source, at| {
        offset(source, at.item, mention(source, at), |span| span.0)
    }),
    column("end_offset", Kind::Number, "one past the last", |source, at| {
        offset(source, at.item, mention(source, at), |span| span.1)
    }),
    column("text", Kind::Text, "the spelling", |source, at| {
        text(source, at.item, mention(source, at))
    }),
    column("name", Kind::Text, "whom or what it names", |source, at| {
        let named = article(source, at).mentions[at.part].entity;
        Value::Text(&source.corpus.entities[named as usize].id)
    }),
];

fn mention(source: &Source<'_>, at: Place) -> Span {
    article(source, at).mentions[at.part].span
}

const EVENTS: &[Column] = &[
    column("id", Kind::Text, "unique; other tables name it `event`", |source, at| {
        Value::Text(&event(source, at).id)
    }),
    column("title", Kind::Text, "a label in the sources' words", |source, at| {
        Value::Text(&event(source, at).title)
    }),
    column("first_day", Kind::Day, "the first day of it", |source, at| {
        Value::Day(event(source, at).days.start)
    }),
    column("last_day", Kind::Day, "the last day of it", |source, at| {
        Value::Day(event(source, at).days.end)
    }),
    column(
        "granularity",
        Kind::Text,
        "how fine these are: `minute`, `day`, `week`, `month` or `year`",
        |source, at| Value::Text(event(source, at).granularity.name()),
    ),
    column("basis", Kind::Text, "`stated`, `inferred` or `corrected`", |source, at| {
        Value::Text(event(source, at).basis.name())
    }),
    column("earliest", Kind::Day, "the first day that is possible", |source, at| {
        let event = event(source, at);
        Value::Day(event.bounds.unwrap_or(event.days).start)
    }),
    column("latest", Kind::Day, "the last day that is possible", |source, at| {
        let event = event(source, at);
        Value::Day(event.bounds.unwrap_or(event.days).end)
    }),
    column(
        "status",
        Kind::Text,
        "`happened`, `planned`, `proposed` or `called-off`",
        |source, at| Value::Text(event(source, at).status.name()),
    ),
    column("weight", Kind::Number, "how much the articles make of it", |source, at| {
        Value::Number(i64::from(event(source, at).weight))
    }),
    column("key", Kind::Truth, "whether it belongs to the story", |source, at| {
        Value::Truth(event(source, at).key)
    }),
    column("names", Kind::Texts, "whom it names, by id, most often first", |source, at| {
        let named = event(source, at).entities.iter();
        Value::Texts(
            named.map(|named| source.corpus.entities[*named as usize].id.as_str()).collect(),
        )
    }),
];

fn event<'c>(source: &Source<'c>, at: Place) -> &'c Event {
    &source.corpus.events[at.item]
}

const TELLINGS: &[Column] = &[
    column("event", Kind::Text, "what is told", |source, at| Value::Text(&event(source, at).id)),
    column("article", Kind::Text, "who tells it", |source, at| {
        Value::Text(&source.corpus.articles[telling(source, at).article as usize].id)
    }),
    column("start_offset", Kind::Number, "the first code point in the body", |source, at| {
        let Telling { article, span, .. } = telling(source, at);
        offset(source, article as usize, span, |span| span.0)
    }),
    column("end_offset", Kind::Number, "one past the last", |source, at| {
        let Telling { article, span, .. } = telling(source, at);
        offset(source, article as usize, span, |span| span.1)
    }),
    column("text", Kind::Text, "the sentence", |source, at| {
        let Telling { article, span, .. } = telling(source, at);
        text(source, article as usize, span)
    }),
];

fn telling(source: &Source<'_>, at: Place) -> Telling {
    event(source, at).tellings[at.part]
}

/// One end of a span in code points; of words that are withheld nobody knows the place.
fn offset<'c>(
    source: &Source<'c>,
    article: usize,
    span: Span,
    end: fn((usize, usize)) -> usize,
) -> Value<'c> {
    (span.start < span.end).then(|| end(source.points[article].span(span))).into()
}

fn text<'c>(source: &Source<'c>, article: usize, span: Span) -> Value<'c> {
    let corpus: &'c Corpus = source.corpus;
    Some(span.of(&corpus.articles[article].body)).filter(|text| !text.is_empty()).into()
}
