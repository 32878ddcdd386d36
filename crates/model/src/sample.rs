//! A small invented corpus: a bridge in an invented harbour town, told by three
//! outlets. For tests of what rests on a corpus, and for working on a view
//! without the ingest.

mod tied;

use crate::{
    Anchor, Article, Basis, Clock, Corpus, Day, DayRange, Entity, EntityKind, Event, Evidence,
    Furniture, Granularity, Mention, Quote, Site, Span, Spelling, Status, Telling, Timex,
    TimexKind, Unread, When, Withheld,
};

pub use tied::{CALL, FIRST, STRIKE, VERSION, tied};

/// Entities of the sample, by position: name, kind, other spellings.
const ENTITIES: [(&str, EntityKind, &[&str]); 6] = [
    ("Marta Quell", EntityKind::Person, &["Quell"]),
    ("Anton Weiss", EntityKind::Person, &["Anton Weiß", "Weiss"]),
    ("Port Alder", EntityKind::Place, &[]),
    ("Norhaven", EntityKind::Place, &[]),
    ("Harbour Board", EntityKind::Organisation, &[]),
    ("Bridge Union", EntityKind::Organisation, &[]),
];

/// The sample corpus: four articles, six entities, six events.
pub fn corpus() -> Corpus {
    let mut articles = vec![
        article(
            "a-opening",
            "Port Alder opens its new bridge",
            Some("Alder Times"),
            When {
                time: Some(Clock { hour: 9, minute: 30 }),
                ..stated("2024-03-05", "Tuesday 5 March 2024, 09:30")
            },
            "Port Alder opened its new bridge on Monday, mayor Marta Quell said.\n\n\
             \u{201c}We waited twenty years,\u{201d} Quell said. The old bridge was closed in 1998.\n\n\
             The Harbour Board will publish the accounts on 2 April.",
        ),
        article(
            "b-strike",
            "Crews to strike over bridge tolls",
            Some("Norhaven Post"),
            stated("2024-03-08", "8 March 2024"),
            "The Bridge Union proposed a strike on 15 March over the tolls in Port Alder.\n\n\
             Anton Weiss, who leads the union, said talks with the Harbour Board collapsed on Thursday.\n\n\
             The new bridge was opened on Monday.",
        ),
        article(
            "c-strike-off",
            "Strike is called off",
            Some("Alder Times"),
            When {
                earliest: Day::parse("2024-03-12"),
                latest: Day::parse("2024-03-14"),
                ..When::on(
                    Day::parse("2024-03-13").expect("a day"),
                    Basis::Inferred,
                    vec![Evidence::new(
                        "weekday-and-neighbours",
                        "on Wednesday",
                        "\u{201c}on Wednesday\u{201d} lies between two articles about the same strike.",
                    )],
                )
            },
            "The strike planned for 15 March is off, Anton Weiß said on Wednesday in Norhaven.\n\n\
             Weiss met Marta Quell for an hour.",
        ),
        article(
            "d-history",
            "A short history of the crossing",
            None,
            When::unknown(vec![Evidence::new(
                "no-date",
                "",
                "No date is printed and no phrase bounds one.",
            )]),
            "The first crossing at Port Alder was a ferry, in 1931.",
        ),
    ];
    articles[1].agency = Some("NNA".into());
    articles[1].author = Some("Ida Moor".into());
    articles[1].standfirst = Some("Union and board blame each other".into());
    articles[1].captions = vec!["The new bridge. Photo: Ida Moor".into()];
    articles[1].furniture = vec![
        furniture("Home | News | Sport", "navigation", "A line of links."),
        furniture("Read more: Ferry prices rise", "read-more", "It points to another story."),
    ];
    articles[0].tags = vec!["bridge".into(), "tolls".into()];

    let at =
        |articles: &[Article], article: usize, phrase: &str| place(&articles[article].body, phrase);
    for (article, phrase, value, anchor, future) in [
        (0, "on Monday", "2024-03-04", Anchor::Published, false),
        (0, "in 1998", "1998", Anchor::Itself, false),
        (0, "on 2 April", "2024-04-02", Anchor::Published, true),
        (1, "on 15 March", "2024-03-15", Anchor::Published, true),
        (1, "on Thursday", "2024-03-07", Anchor::Published, false),
        (1, "on Monday", "2024-03-04", Anchor::Published, false),
        (2, "15 March", "2024-03-15", Anchor::Published, true),
        (2, "on Wednesday", "2024-03-13", Anchor::Published, false),
        (3, "in 1931", "1931", Anchor::Itself, false),
    ] {
        let span = at(&articles, article, phrase);
        articles[article].timexes.push(timex(span, value, anchor, future));
    }
    for article in &mut articles {
        article.timexes.sort_by_key(|timex| timex.span);
        article.mentions = mentions(&article.body);
    }
    articles[0].quotes = vec![Quote {
        span: at(&articles, 0, "\u{201c}We waited twenty years,\u{201d}"),
        speaker: Some(0),
    }];

    let sentence = |article: usize, phrase: &str, timex: u32| Telling {
        article: article as u32,
        span: at(&articles, article, phrase),
        timex: Some(timex),
    };
    let events = vec![
        event(
            "1931",
            "The first crossing at Port Alder was a ferry\u{2026}",
            Status::Happened,
            vec![2],
            vec![sentence(3, "The first crossing at Port Alder was a ferry, in 1931.", 0)],
        ),
        event(
            "1998",
            "The old bridge was closed\u{2026}",
            Status::Happened,
            vec![],
            vec![sentence(0, "The old bridge was closed in 1998.", 1)],
        ),
        event(
            "2024-03-04",
            "The new bridge was opened\u{2026}",
            Status::Happened,
            vec![2, 0],
            vec![
                sentence(
                    0,
                    "Port Alder opened its new bridge on Monday, mayor Marta Quell said.",
                    0,
                ),
                sentence(1, "The new bridge was opened on Monday.", 2),
            ],
        ),
        event(
            "2024-03-07",
            "Talks with the Harbour Board collapsed\u{2026}",
            Status::Happened,
            vec![1, 4],
            vec![sentence(
                1,
                "Anton Weiss, who leads the union, said talks with the Harbour Board collapsed on Thursday.",
                1,
            )],
        ),
        event(
            "2024-03-15",
            "The strike\u{2026} is off",
            Status::CalledOff,
            vec![1, 5, 3, 2],
            vec![
                sentence(
                    1,
                    "The Bridge Union proposed a strike on 15 March over the tolls in Port Alder.",
                    0,
                ),
                sentence(
                    2,
                    "The strike planned for 15 March is off, Anton Weiß said on Wednesday in Norhaven.",
                    0,
                ),
            ],
        ),
        event(
            "2024-04-02",
            "The Harbour Board will publish the accounts\u{2026}",
            Status::Planned,
            vec![4],
            vec![sentence(0, "The Harbour Board will publish the accounts on 2 April.", 2)],
        ),
    ];
    let entities = entities(&articles);
    Corpus {
        site: Site { title: "The Port Alder bridge".into(), description: None },
        articles,
        entities,
        events,
        warnings: Vec::new(),
    }
}

fn place(body: &str, phrase: &str) -> Span {
    let start = body.find(phrase).unwrap_or_else(|| panic!("the sample lacks {phrase:?}"));
    Span::new(start, start + phrase.len())
}

fn stated(day: &str, text: &str) -> When {
    When::on(
        Day::parse(day).expect("a day"),
        Basis::Stated,
        vec![Evidence::new("printed-date", text, "Printed above the text.")],
    )
}

fn article(id: &str, title: &str, outlet: Option<&str>, published: When, body: &str) -> Article {
    Article {
        id: id.into(),
        file: format!("{id}.txt"),
        title: title.into(),
        standfirst: None,
        outlet: outlet.map(Into::into),
        via: None,
        agency: None,
        author: None,
        section: None,
        url: None,
        language: "en".into(),
        unread: Unread::Nothing,
        tags: Vec::new(),
        published,
        body: body.into(),
        captions: Vec::new(),
        furniture: Vec::new(),
        timexes: Vec::new(),
        mentions: Vec::new(),
        quotes: Vec::new(),
        version_of: None,
        version_shared: 0,
        withheld: Withheld::Nothing,
        // Any number that no other article of the sample has.
        fingerprint: body.len() as u64,
    }
}

fn furniture(text: &str, rule: &str, why: &str) -> Furniture {
    Furniture { text: text.into(), rule: rule.into(), why: why.into() }
}

/// The days of `YYYY` or `YYYY-MM-DD`.
fn days(value: &str) -> (DayRange, Granularity) {
    match Day::parse(value) {
        Some(day) => (DayRange::single(day), Granularity::Day),
        None => {
            let year = value.parse().expect("a year");
            let edge = |month, day| Day::new(year, month, day).expect("a day");
            (DayRange { start: edge(1, 1), end: edge(12, 31) }, Granularity::Year)
        }
    }
}

fn timex(span: Span, value: &str, anchor: Anchor, future: bool) -> Timex {
    let (days, granularity) = days(value);
    Timex {
        span,
        kind: TimexKind::Date,
        value: value.into(),
        days: Some(days),
        granularity,
        anchor,
        future,
        rule: "sample".into(),
        stretch: None,
        compared: false,
    }
}

fn mentions(body: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    for (entity, (name, _, others)) in ENTITIES.iter().enumerate() {
        for spelling in core::iter::once(name).chain(others.iter()) {
            for (start, _) in body.match_indices(spelling) {
                let span = Span::new(start, start + spelling.len());
                if !found.iter().any(|mention| mention.span.overlaps(span)) {
                    found.push(Mention { span, entity: entity as u32 });
                }
            }
        }
    }
    found.sort_by_key(|mention| mention.span);
    found
}

fn entities(articles: &[Article]) -> Vec<Entity> {
    ENTITIES
        .iter()
        .enumerate()
        .map(|(index, &(name, kind, others))| {
            let uses = |spelling: &str| -> Vec<(u32, u32)> {
                (0u32..)
                    .zip(articles)
                    .map(|(number, article)| {
                        let named = article.mentions.iter().filter(|mention| {
                            mention.entity == index as u32
                                && mention.span.of(&article.body) == spelling
                        });
                        (number, named.count() as u32)
                    })
                    .filter(|(_, count)| *count > 0)
                    .collect()
            };
            let mut spellings: Vec<Spelling> = core::iter::once(name)
                .chain(others.iter().copied())
                .map(|text| Spelling { text: text.into(), uses: uses(text) })
                .collect();
            spellings.sort_by_key(|spelling| core::cmp::Reverse(spelling.count()));
            Entity {
                id: name.to_lowercase().replace(' ', "-"),
                name: name.into(),
                kind,
                spellings,
                articles: (0u32..)
                    .zip(articles)
                    .filter(|(_, article)| {
                        article.mentions.iter().any(|mention| mention.entity == index as u32)
                    })
                    .map(|(number, _)| number)
                    .collect(),
                evidence: if others.is_empty() {
                    Vec::new()
                } else {
                    vec![Evidence::new(
                        "surname",
                        others[0],
                        "The full name stands in the same article.",
                    )]
                },
            }
        })
        .collect()
}

fn event(
    value: &str,
    title: &str,
    status: Status,
    entities: Vec<u32>,
    tellings: Vec<Telling>,
) -> Event {
    let (days, granularity) = days(value);
    Event {
        id: format!(
            "{value}-{}",
            title.split(' ').take(3).collect::<Vec<_>>().join("-").to_lowercase()
        ),
        days,
        granularity,
        basis: Basis::Stated,
        bounds: None,
        clock: None,
        status,
        title: title.into(),
        weight: tellings.len() as u32,
        key: tellings.len() > 1,
        links: Vec::new(),
        tellings,
        entities,
        evidence: vec![Evidence::new(
            "same-day",
            value,
            "The sentences name the same day and the same things.",
        )],
    }
}

#[cfg(all(test, feature = "encode"))]
mod tests {
    use crate::{decode, encode};

    #[test]
    fn the_sample_survives_the_codec() {
        for corpus in [super::corpus(), super::tied()] {
            assert_eq!(decode(&encode(&corpus)), Ok(corpus));
        }
    }

    #[test]
    fn broken_bytes_are_an_error_and_never_a_panic() {
        let packed = encode(&super::corpus());
        for cut in [0, 3, 4, 12, 40, packed.len() - 1] {
            assert!(decode(&packed[..cut]).is_err());
        }
        assert!(decode(b"XXXX00000000000000").is_err());
        let mut longer = packed.clone();
        longer.push(0);
        assert!(decode(&longer).is_err());
        // Any byte may be wrong: what comes out is an error or a corpus.
        for at in 4..packed.len() {
            let mut wrong = packed.clone();
            wrong[at] ^= 0xFF;
            let _ = decode(&wrong);
        }
    }
}
