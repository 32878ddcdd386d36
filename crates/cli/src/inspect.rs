//! `inspect --format json`: the corpus as other programs read it.
//!
//! Names and meanings are a promise to the outside: they are added to and never
//! changed silently. Offsets are code points here.

use std::collections::BTreeMap;

use dateline_model::{Article, Corpus, Entity, Event, Evidence, Telling, When};
use dateline_tables::CodePoints;
use serde::Serialize;

/// The whole corpus as one JSON object.
pub(crate) fn json(corpus: &Corpus) -> String {
    let points: Vec<CodePoints> =
        corpus.articles.iter().map(|article| CodePoints::of(&article.body)).collect();
    let out = Out {
        version: 1,
        articles: corpus
            .articles
            .iter()
            .zip(&points)
            .map(|(article, points)| article_out(corpus, article, points))
            .collect(),
        entities: corpus.entities.iter().map(|entity| entity_out(corpus, entity)).collect(),
        events: corpus.events.iter().map(|event| event_out(corpus, event, &points)).collect(),
        warnings: corpus
            .warnings
            .iter()
            .map(|warning| WarningOut {
                file: &warning.file,
                kind: warning.kind.name(),
                message: &warning.message,
            })
            .collect(),
    };
    serde_json::to_string_pretty(&out).expect("strings, numbers and lists only")
}

#[derive(Serialize)]
struct Out<'a> {
    version: u8,
    articles: Vec<ArticleOut<'a>>,
    entities: Vec<EntityOut<'a>>,
    events: Vec<EventOut<'a>>,
    warnings: Vec<WarningOut<'a>>,
}

#[derive(Serialize)]
struct ArticleOut<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    standfirst: Option<&'a str>,
    outlet: Option<&'a str>,
    via: Option<&'a str>,
    agency: Option<&'a str>,
    author: Option<&'a str>,
    section: Option<&'a str>,
    url: Option<&'a str>,
    language: &'a str,
    /// Only where something was not read.
    #[serde(skip_serializing_if = "<[&str]>::is_empty")]
    unread: &'static [&'static str],
    tags: &'a [String],
    /// Only where the article is a later version of another, by its id.
    #[serde(skip_serializing_if = "Option::is_none")]
    version_of: Option<&'a str>,
    /// How much of the text another version has too, from 0 to 1; only where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    version_shared: Option<f32>,
    published: Published<'a>,
    body: &'a str,
    captions: &'a [String],
    furniture: Vec<FurnitureOut<'a>>,
    timex: Vec<TimexOut<'a>>,
    mentions: Vec<MentionOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
}

#[derive(Serialize)]
struct Published<'a> {
    date: Option<String>,
    time: Option<String>,
    earliest: Option<String>,
    latest: Option<String>,
    granularity: &'static str,
    basis: &'static str,
    evidence: &'a [Evidence],
}

#[derive(Serialize)]
struct FurnitureOut<'a> {
    text: &'a str,
    why: &'a str,
    explanation: &'a str,
}

#[derive(Serialize)]
struct TimexOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
    rule: &'a str,
    /// First and last day of the stretch that it is an end of, only where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    /// Only where it is true.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    compared: bool,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    entity: &'a str,
}

#[derive(Serialize)]
struct QuoteOut<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    speaker: Option<&'a str>,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    id: &'a str,
    name: &'a str,
    r#type: &'static str,
    spellings: Vec<SpellingOut<'a>>,
    articles: Vec<&'a str>,
    evidence: &'a [Evidence],
}

#[derive(Serialize)]
struct SpellingOut<'a> {
    text: &'a str,
    count: u32,
    outlets: BTreeMap<&'a str, u32>,
}

#[derive(Serialize)]
struct EventOut<'a> {
    id: &'a str,
    start: String,
    end: String,
    granularity: &'static str,
    basis: &'static str,
    earliest: String,
    latest: String,
    status: &'static str,
    title: &'a str,
    mentions: Vec<TellingOut<'a>>,
    entities: Vec<&'a str>,
    evidence: &'a [Evidence],
    weight: u32,
    key: bool,
    links: Vec<LinkOut<'a>>,
}

/// Another event, and the sentence that ties it to this one.
#[derive(Serialize)]
struct LinkOut<'a> {
    event: &'a str,
    tie: &'static str,
    #[serde(flatten)]
    telling: TellingOut<'a>,
}

#[derive(Serialize)]
struct TellingOut<'a> {
    article: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct WarningOut<'a> {
    file: &'a str,
    kind: &'static str,
    message: &'a str,
}

fn article_out<'a>(
    corpus: &'a Corpus,
    article: &'a Article,
    points: &CodePoints<'_>,
) -> ArticleOut<'a> {
    let entity = |index: u32| &corpus.entities[index as usize];
    ArticleOut {
        id: &article.id,
        file: &article.file,
        title: &article.title,
        standfirst: article.standfirst.as_deref(),
        outlet: article.outlet.as_deref(),
        via: article.via.as_deref(),
        agency: article.agency.as_deref(),
        author: article.author.as_deref(),
        section: article.section.as_deref(),
        url: article.url.as_deref(),
        language: &article.language,
        unread: article.unread.parts(),
        tags: &article.tags,
        version_of: article.version_of.map(|first| corpus.articles[first as usize].id.as_str()),
        version_shared: (article.version_shared > 0)
            .then(|| f32::from(article.version_shared) / 100.0),
        published: published_out(&article.published),
        body: &article.body,
        captions: &article.captions,
        furniture: article
            .furniture
            .iter()
            .map(|line| FurnitureOut { text: &line.text, why: &line.rule, explanation: &line.why })
            .collect(),
        timex: article
            .timexes
            .iter()
            .map(|timex| {
                let (start, end) = points.span(timex.span);
                TimexOut {
                    start,
                    end,
                    text: timex.span.of(&article.body),
                    r#type: timex.kind.name(),
                    value: &timex.value,
                    rule: &timex.rule,
                    from: timex.stretch.map(|days| days.start.to_string()),
                    to: timex.stretch.map(|days| days.end.to_string()),
                    compared: timex.compared,
                }
            })
            .collect(),
        mentions: article
            .mentions
            .iter()
            .map(|mention| {
                let (start, end) = points.span(mention.span);
                let entity = entity(mention.entity);
                MentionOut {
                    start,
                    end,
                    text: mention.span.of(&article.body),
                    r#type: entity.kind.name(),
                    entity: &entity.id,
                }
            })
            .collect(),
        quotes: article
            .quotes
            .iter()
            .map(|quote| {
                let (start, end) = points.span(quote.span);
                let speaker = quote.speaker.map(|speaker| entity(speaker).id.as_str());
                QuoteOut { start, end, text: quote.span.of(&article.body), speaker }
            })
            .collect(),
    }
}

fn published_out(when: &When) -> Published<'_> {
    Published {
        date: when.date.map(|day| day.to_string()),
        time: when.time.map(|time| time.to_string()),
        earliest: when.earliest.map(|day| day.to_string()),
        latest: when.latest.map(|day| day.to_string()),
        granularity: when.granularity.name(),
        basis: when.basis.name(),
        evidence: &when.evidence,
    }
}

fn entity_out<'a>(corpus: &'a Corpus, entity: &'a Entity) -> EntityOut<'a> {
    let spellings = entity.spellings.iter().map(|spelling| {
        let mut outlets = BTreeMap::new();
        for (article, count) in &spelling.uses {
            let outlet = corpus.articles[*article as usize].outlet.as_deref().unwrap_or("");
            *outlets.entry(outlet).or_default() += count;
        }
        SpellingOut { text: &spelling.text, count: spelling.count(), outlets }
    });
    EntityOut {
        id: &entity.id,
        name: &entity.name,
        r#type: entity.kind.name(),
        spellings: spellings.collect(),
        articles: entity
            .articles
            .iter()
            .map(|article| corpus.articles[*article as usize].id.as_str())
            .collect(),
        evidence: &entity.evidence,
    }
}

fn event_out<'a>(corpus: &'a Corpus, event: &'a Event, points: &[CodePoints<'_>]) -> EventOut<'a> {
    let bounds = event.bounds.unwrap_or(event.days);
    EventOut {
        id: &event.id,
        start: event.days.start.to_string(),
        end: event.days.end.to_string(),
        granularity: event.granularity.name(),
        basis: event.basis.name(),
        earliest: bounds.start.to_string(),
        latest: bounds.end.to_string(),
        status: event.status.name(),
        title: &event.title,
        mentions: event
            .tellings
            .iter()
            .map(|telling| telling_out(corpus, telling, points))
            .collect(),
        entities: event
            .entities
            .iter()
            .map(|entity| corpus.entities[*entity as usize].id.as_str())
            .collect(),
        evidence: &event.evidence,
        weight: event.weight,
        key: event.key,
        links: event
            .links
            .iter()
            .map(|link| LinkOut {
                event: &corpus.events[link.event as usize].id,
                tie: link.tie.name(),
                telling: telling_out(corpus, &link.telling, points),
            })
            .collect(),
    }
}

fn telling_out<'a>(
    corpus: &'a Corpus,
    telling: &Telling,
    points: &[CodePoints<'_>],
) -> TellingOut<'a> {
    let article = &corpus.articles[telling.article as usize];
    let (start, end) = points[telling.article as usize].span(telling.span);
    TellingOut { article: &article.id, start, end, text: telling.span.of(&article.body) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_are_code_points_and_find_their_text_again() {
        assert!(checked(&dateline_model::sample::corpus()) > 20);
    }

    #[test]
    fn offsets_find_their_text_in_damaged_articles_too() {
        use dateline_ingest::checks::{mutate, seeds};
        use dateline_ingest::{Options, Source, overlay::Overlay};
        let mut dice = mutate::Dice::new(3);
        let mut seen = 0;
        for round in 0..24 {
            let (seed, other) = (dice.of(&seeds::SEEDS).1, dice.of(&seeds::SEEDS).1);
            let bytes = mutate::mutated(&mut dice, seed, other);
            let options = Options { plain: round % 2 == 0, ..Options::default() };
            let source = Source { path: "a.txt", bytes: &bytes, meta: None };
            seen += checked(&dateline_ingest::ingest(&[source], &Overlay::default(), &options));
        }
        assert!(seen > 200, "{seen}");
    }

    /// Finds the text of every span again; how many there were.
    fn checked(corpus: &Corpus) -> usize {
        let value: serde_json::Value = serde_json::from_str(&json(corpus)).expect("valid JSON");
        let mut seen = 0;
        for article in value["articles"].as_array().expect("a list") {
            let body: Vec<char> = article["body"].as_str().expect("a text").chars().collect();
            for list in ["timex", "mentions", "quotes"] {
                for item in article[list].as_array().expect("a list") {
                    let place = |key: &str| item[key].as_u64().expect("a number") as usize;
                    let text: String = body[place("start")..place("end")].iter().collect();
                    assert_eq!(item["text"], text);
                    seen += 1;
                }
            }
        }
        seen
    }

    #[test]
    fn words_of_the_format_are_the_promised_ones() {
        let corpus = dateline_model::sample::corpus();
        let value: serde_json::Value = serde_json::from_str(&json(&corpus)).expect("valid JSON");
        assert_eq!(value["version"], 1);
        assert_eq!(value["articles"][0]["published"]["time"], "09:30");
        assert_eq!(value["articles"][3]["published"]["date"], serde_json::Value::Null);
        assert_eq!(value["events"][4]["status"], "called-off");
        assert_eq!(value["entities"][0]["type"], "person");
        assert_eq!(value["articles"][0]["timex"][0]["type"], "DATE");
        assert!(value["articles"][0]["timex"][0].get("from").is_none());
    }

    #[test]
    fn the_ends_of_a_stretch_name_its_days() {
        use dateline_ingest::{Options, Source, overlay::Overlay};
        let text = "Dateline: 20 May 2025\n\nThe fair in Ostrey was open from 3 to 7 May.\n";
        let source = Source { path: "a.txt", bytes: text.as_bytes(), meta: None };
        let options = Options { plain: true, ..Options::default() };
        let corpus = dateline_ingest::ingest(&[source], &Overlay::default(), &options);
        let value: serde_json::Value = serde_json::from_str(&json(&corpus)).expect("valid JSON");
        let found = value["articles"][0]["timex"].as_array().expect("a list");
        let ends = found.iter().filter(|one| one.get("from").is_some());
        let ends: Vec<_> = ends.map(|one| (&one["text"], &one["from"], &one["to"])).collect();
        let (from, to) = ("2025-05-03", "2025-05-07");
        assert_eq!(
            ends,
            [(&"3".into(), &from.into(), &to.into()), (&"7 May".into(), &from.into(), &to.into())]
        );
    }

    #[test]
    fn a_version_names_the_first_article_and_what_is_on_its_own_says_nothing() {
        let mut corpus = dateline_model::sample::corpus();
        (corpus.articles[2].version_of, corpus.articles[2].version_shared) = (Some(0), 87);
        corpus.articles[0].version_shared = 87;
        let value: serde_json::Value = serde_json::from_str(&json(&corpus)).expect("valid JSON");
        let article = |at: usize| value["articles"][at].as_object().expect("an object");
        assert_eq!(article(2)["version_of"], "a-opening");
        assert!(value["articles"][2].to_string().contains("\"version_shared\":0.87,"));
        assert!(
            !article(0).contains_key("version_of") && article(0).contains_key("version_shared")
        );
        assert!(
            !article(1).contains_key("version_of") && !article(1).contains_key("version_shared")
        );
    }
}
