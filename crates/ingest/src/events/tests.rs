//! Which sentences make events, which sentences are one event, and what is said of it.

use dateline_model::{Basis, Corpus, Event, Granularity, Status, Tie};

use crate::{Meta, Options, Source, ingest, overlay::Overlay};

/// A corpus of bodies, each with its day of publication and, by its number, an outlet of its own.
fn corpus(articles: &[(&str, &str)]) -> Corpus {
    let names: Vec<String> = (0..articles.len()).map(|at| format!("{at:05}.txt")).collect();
    let sources: Vec<Source<'_>> = articles
        .iter()
        .zip(&names)
        .map(|((date, body), path)| Source {
            path,
            bytes: body.as_bytes(),
            meta: Some(Meta {
                date: Some((*date).into()),
                outlet: Some(format!("Outlet {path}")),
                // A sentence is too short to tell its language.
                language: Some("en".into()),
                ..Meta::default()
            }),
        })
        .collect();
    ingest(&sources, &Overlay::default(), &Options { plain: true, ..Options::default() })
}

/// The first words of each event's tellings, by event.
fn told(corpus: &Corpus) -> Vec<Vec<String>> {
    let words = |event: &Event| {
        let sentence = |telling: &dateline_model::Telling| {
            let text = telling.span.of(&corpus.articles[telling.article as usize].body);
            text.split(' ').take(3).collect::<Vec<_>>().join(" ")
        };
        event.tellings.iter().map(sentence).collect()
    };
    corpus.events.iter().map(words).collect()
}

#[test]
fn what_ran_into_a_dateline_tells_nothing_and_the_news_behind_it_opens_the_article() {
    let body = "Boats stayed in harbour since Sunday as crews walked out Quell, Merida (Nordwire) -- Crews of the ferry line stopped work over pay. The board closed the harbour of Quell.";
    let corpus = corpus(&[("2024-03-06", body)]);
    let told = told(&corpus).concat();
    assert!(told.contains(&"Quell, Merida (Nordwire)".to_owned()), "{told:?}");
    assert!(!told.iter().any(|words| words.starts_with("Boats")), "{told:?}");
    // A day may stand where the place would.
    let body =
        "Crews stopped work last Monday (Nordwire) -- The board closed the harbour of Quell.";
    assert_eq!(self::corpus(&[("2024-03-06", body)]).events.len(), 1);
}

/// The days of the events of a body in a language, published on 6 March 2024.
fn in_language(language: &str, body: &str) -> Vec<String> {
    let meta = Meta {
        date: Some("2024-03-06".into()),
        language: Some(language.into()),
        ..Meta::default()
    };
    let source = Source { path: "a.txt", bytes: body.as_bytes(), meta: Some(meta) };
    let options = Options { plain: true, ..Options::default() };
    let corpus = ingest(&[source], &Overlay::default(), &options);
    corpus.events.iter().map(|event| event.days.start.to_string()).collect()
}

#[test]
fn in_a_language_whose_verbs_are_unknown_what_names_a_day_tells_and_nothing_else() {
    let german = "Die Hafenbrücke in Norhaven wurde am 4. März 2024 eröffnet. Die Stadt feierte bis in die Nacht.";
    assert_eq!(in_language("de", german), ["2024-03-04"]);
    let french = "Le pont de Norhaven a été ouvert le 04/03/2024 (2024-03-04). La ville a fêté toute la nuit.";
    assert_eq!(in_language("fr", french), ["2024-03-04"]);
}

/// How many events the body of an article published on 6 March 2024 gives.
fn count(body: &str, expected: usize) {
    let corpus = corpus(&[("2024-03-06", body)]);
    assert_eq!(corpus.events.len(), expected, "{body:?} {:?}", told(&corpus));
}

/// Whether two articles' bodies, published on days of March 2024, tell one event or two.
fn together(one: (&str, &str), other: (&str, &str), expected: usize) {
    let corpus = corpus(&[one, other]);
    assert_eq!(corpus.events.len(), expected, "{:?}", told(&corpus));
}

#[test]
fn a_sentence_that_tells_what_happened_is_an_event() {
    count("The harbour bridge was opened on 4 March.", 1);
    count("The harbour bridge was built in 1968.", 1);
    count("Last year the Red Cross opened a second office in Geneva.", 1);
}

#[test]
fn a_line_that_is_nothing_but_its_date_is_none() {
    count("Wednesday, March 6, 2024", 0);
}

#[test]
fn a_question_and_what_somebody_says_of_himself_are_none() {
    count("Was the harbour bridge built in 1968?", 0);
    count("We were in the harbour office on 4 March.", 0);
    count("This year we were not sure whether it would work.", 0);
}

#[test]
fn what_a_page_says_of_itself_is_none() {
    count("Last updated 4 March at 9:40 p.m.", 0);
    count("Posted by seagull7 on 4 March: the bridge was closed again.", 0);
    count("Photograph: the harbour bridge was opened on 4 March.", 0);
    count("Editor's note: the story of the bridge was changed on 4 March.", 0);
    count("March 4, 2024 at 2:45 pm | The bridge was closed again.", 0);
}

#[test]
fn a_date_that_is_only_compared_with_is_none() {
    let body = "The bridge was closed on 4 March. Tolls were at their lowest since 1998.";
    let corpus = corpus(&[("2024-03-06", body)]);
    assert!(
        corpus.events.iter().all(|event| event.days.start.year() == 2024),
        "{:?}",
        told(&corpus)
    );
}

/// The days of the events of a body published on 6 March 2024.
fn days_of(body: &str) -> Vec<String> {
    corpus(&[("2024-03-06", body)])
        .events
        .iter()
        .map(|event| event.days.start.to_string())
        .collect()
}

#[test]
fn a_far_or_old_date_is_one_event_in_its_own_year() {
    assert_eq!(days_of("Caesar was killed in Rome on 15 March 44 BC."), ["-000043-03-15"]);
    assert_eq!(days_of("Vesuvius buried Pompeii on 24 August 79 AD."), ["0079-08-24"]);
    assert_eq!(days_of("The Normans won at Hastings on 14 October 1066."), ["1066-10-14"]);
    assert_eq!(days_of("The vault in Norhaven will be opened on 1 January 3000."), ["3000-01-01"]);
}

#[test]
fn two_days_that_one_sentence_names_are_not_called_the_same_where_others_tell_one_of_them() {
    let both =
        "The Norhaven harbour board was elected on 4 March and the ferry strike ended on 5 March.";
    let one =
        "On 5 March the ferry strike in Norhaven harbour ended, said Marta Quell of the crews.";
    let corpus = corpus(&[("2024-03-06", both), ("2024-03-06", one)]);
    let titles: std::collections::BTreeSet<&str> =
        corpus.events.iter().map(|event| event.title.as_str()).collect();
    assert_eq!(titles.len(), corpus.events.len(), "{titles:?} {:?}", told(&corpus));
    assert!(corpus.events.len() > 1);
}

#[test]
fn a_label_with_a_word_more_or_less_is_the_same() {
    let mut taken = super::Taken::default();
    taken.put("Crews gathered in the harbour of Alder said on Monday that they would march");
    assert!(
        taken.has("Crews who were gathered in the harbour of Alder said on Monday that they would")
    );
    assert!(!taken.has("The mayor said on Monday that they would meet in the harbour of Alder"));
    assert!(!taken.has("Crews march") && !taken.has(""));
    taken.put("Crews march");
    assert!(taken.has("Crews march"));
}

#[test]
fn a_range_is_one_event_of_all_its_days() {
    let corpus = corpus(&[(
        "2024-05-03",
        "The Norhaven council met from April 28-May 2 to settle the budget of the harbour.",
    )]);
    let [event] = &corpus.events[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!((event.days.start.to_string(), event.days.days()), ("2024-04-28".into(), 5));
}

#[test]
fn an_undated_lead_tells_of_the_day_of_its_publication() {
    let corpus = corpus(&[(
        "2024-03-06",
        "A ferry carrying 200 people capsized off Norhaven, killing at least 31, officials said.\n\n\"We heard a crash,\" said Mira Quell, who lives there.",
    )]);
    let [event] = &corpus.events[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!(event.days.start.to_string(), "2024-03-06");
    assert_eq!((event.granularity, event.basis), (Granularity::Day, Basis::Inferred));
    assert_eq!(event.bounds.expect("the day before may be meant").start.to_string(), "2024-03-05");
    assert_eq!(event.tellings.len(), 1, "a quotation tells nothing");
    assert!(event.evidence[0].why.contains("names no day"), "{:?}", event.evidence);
}

#[test]
fn a_lead_joins_the_day_that_others_name() {
    together(
        (
            "2024-03-06",
            "A ferry carrying 200 people capsized off Norhaven, killing at least 31, officials said.",
        ),
        (
            "2024-03-06",
            "The ferry capsized off Norhaven on Tuesday night with 200 people aboard, of whom 31 died.",
        ),
        1,
    );
}

#[test]
fn outlets_that_tell_the_same_in_other_words_are_joined() {
    let corpus = corpus(&[
        (
            "2024-03-16",
            "On 15 March, the harbour bridge between Alder and Norhaven was opened by Mayor Quell.",
        ),
        (
            "2024-03-16",
            "The bridge opened on 15 March joins the harbour towns of Norhaven and Alder.",
        ),
        ("2024-03-17", "Mayor Quell opened the harbour bridge in Alder on 15 March."),
    ]);
    let [event] = &corpus.events[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!(event.tellings.len(), 3);
    assert!(event.key && event.weight > 0);
    let why: Vec<&str> = event.evidence.iter().map(|reason| reason.why.as_str()).collect();
    assert!(why.iter().any(|why| why.contains("name the same day and share")), "{why:?}");
    assert!(why.iter().any(|why| why.contains("3 independent articles of 3 outlets")), "{why:?}");
}

#[test]
fn two_happenings_of_one_day_stay_apart() {
    together(
        (
            "2024-03-16",
            "On 15 March, the harbour bridge in Alder was opened by Mayor Quell before a crowd.",
        ),
        ("2024-03-16", "A fire destroyed the old paper mill near Norhaven on 15 March."),
        2,
    );
}

#[test]
fn two_speakers_in_one_article_said_two_things() {
    count(
        "On 5 March, Mayor Mira Quell said that the town was ready to work on a charter with the union.\n\nOn 5 March, union leader Jonas Weiss said that the members would wait for the charter of the town.",
        2,
    );
}

#[test]
fn a_day_between_the_lines_of_two_is_no_bridge() {
    // The sentence that names both days must not make the two days' events one.
    let corpus = corpus(&[
        (
            "2024-03-16",
            "Mayor Quell resigned on Friday after telling the council on Thursday that she would stay.",
        ),
        ("2024-03-16", "On Thursday Mayor Quell told the council of Alder that she would stay."),
        ("2024-03-16", "Mayor Quell resigned on Friday over the bridge tolls, her party said."),
    ]);
    let days: Vec<String> =
        corpus.events.iter().map(|event| event.days.start.to_string()).collect();
    assert_eq!(days, ["2024-03-14", "2024-03-15"], "{:?}", told(&corpus));
}

#[test]
fn last_week_is_the_day_that_it_means() {
    together(
        ("2024-03-05", "A ferry capsized off Norhaven on 4 March, killing 31 people."),
        (
            "2024-03-12",
            "Thirty-one people were killed when a ferry capsized off Norhaven last week.",
        ),
        1,
    );
}

#[test]
fn news_of_the_week_that_others_look_back_to_dates_it() {
    let news = "Mayor Otto Reeves of Norhaven closed the harbour bridge to all lorries.";
    let later = "Talks went on. Last week Mayor Otto Reeves of Norhaven closed the harbour bridge to lorries.";
    let corpus = corpus(&[("2024-03-06", news), ("2024-03-13", later)]);
    let closed: Vec<_> = corpus.events.iter().filter(|event| event.tellings.len() == 2).collect();
    let [event] = closed[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!(event.days.start.to_string(), "2024-03-06");
    assert_eq!(event.granularity, Granularity::Day);
}

#[test]
fn one_who_names_an_earlier_day_does_not_date_what_all_others_tell_as_new() {
    let news = "Mayor Otto Reeves of Norhaven opened the harbour bridge to lorries.";
    let other = "Crews went home. Five days ago Mayor Otto Reeves of Norhaven opened the harbour bridge to lorries.";
    let day = "2024-03-12";
    let all = corpus(&[(day, news), (day, news), (day, news), (day, other)]);
    let days: Vec<_> = all.events.iter().map(|event| event.days.start.to_string()).collect();
    assert!(days.contains(&"2024-03-12".to_owned()), "{days:?} {:?}", told(&all));
    assert!(days.contains(&"2024-03-07".to_owned()), "{days:?} {:?}", told(&all));
    // Nobody else tells it as new, or few do: it is told again.
    let again = corpus(&[(day, news), (day, other)]);
    assert_eq!(again.events[0].days.start.to_string(), "2024-03-07", "{:?}", told(&again));
}

#[test]
fn a_crowded_day_of_unlike_sentences_stays_apart() {
    let bodies: Vec<String> = (0..1_500u32)
        .map(|n| {
            format!(
                "On 5 March ward{} elected deputy{} and town{} burned.",
                n * 7919,
                n * 104_729,
                n
            )
        })
        .collect();
    let articles: Vec<(&str, &str)> =
        bodies.iter().map(|body| ("2024-03-06", body.as_str())).collect();
    assert_eq!(corpus(&articles).events.len(), 1_500);
}

#[test]
fn what_stands_word_for_word_in_the_pages_of_three_days_is_no_news() {
    let header = "Two men were charged in the death of a skater.";
    let news = [
        "The council of Alder raised the ferry tolls.",
        "A storm flooded the market of Norhaven.",
        "The harbour bank was robbed by masked riders.",
    ];
    let bodies: Vec<String> = news.iter().map(|news| format!("{header}\n\n{news}")).collect();
    let days = ["2024-03-04", "2024-03-05", "2024-03-06"];
    let articles: Vec<(&str, &str)> =
        days.into_iter().zip(bodies.iter().map(String::as_str)).collect();
    let found = corpus(&articles);
    assert!(found.events.iter().all(|event| !event.title.contains("skater")), "{:?}", told(&found));
}

#[test]
fn what_is_said_on_the_air_makes_no_event() {
    count(
        "ANCHOR: The ferry capsized last night.\n\nGUEST: Nobody expected that the ferry capsized.\n\nANCHOR: The mayor visited the port on Monday.",
        0,
    );
}

#[test]
fn versions_of_one_text_count_once() {
    let text = "A ferry carrying 200 people capsized off Norhaven on Tuesday, killing at least 31, officials of the coast guard said. The ship had left Alder in the evening and took in water within half an hour, survivors told reporters in the harbour. Rescue boats searched the bay until dawn and found 169 people alive on rafts and rocks.";
    let copy = format!("{text} It was the first ship of its kind.");
    let corpus = corpus(&[("2024-03-06", text), ("2024-03-06", &copy)]);
    let event = corpus.events.iter().max_by_key(|event| event.weight).expect("an event");
    let why = &event.evidence.last().expect("a reason").why;
    assert!(why.contains("Told by 1 independent article"), "{why}");
}

#[test]
fn a_plan_and_what_calls_it_off_are_tied_both_ways() {
    let corpus = corpus(&[
        (
            "2024-03-04",
            "The harbour union announced on Monday a march through Norhaven on 20 March.",
        ),
        (
            "2024-03-15",
            "The harbour union on Thursday called off the march through Norhaven planned for 20 March.",
        ),
    ]);
    let march = corpus.events.iter().position(|event| event.days.start.to_string() == "2024-03-20");
    let march = march.expect("the march");
    assert_eq!(corpus.events[march].status, Status::CalledOff, "{:?}", told(&corpus));
    let off = corpus.events[march].links.iter().find(|link| link.tie == Tie::CalledOffBy);
    let off = &corpus.events[off.expect("what called it off").event as usize];
    assert_eq!(off.days.start.to_string(), "2024-03-14");
    let back =
        off.links.iter().any(|link| link.tie == Tie::CallsOff && link.event as usize == march);
    assert!(back, "{:?}", off.links);
}

#[test]
fn a_month_under_way_is_a_plan_where_the_sentence_looks_ahead() {
    for (body, status) in [
        ("The harbour bridge is expected to be opened by late March.", Status::Planned),
        ("The harbour bridge was opened in March 2024 by the mayor.", Status::Happened),
    ] {
        let corpus = corpus(&[("2024-03-13", body)]);
        let month = corpus.events.iter().find(|event| event.granularity == Granularity::Month);
        assert_eq!(month.map(|event| event.status), Some(status), "{body}");
    }
}

#[test]
fn an_entry_of_a_live_report_tells_of_its_own_day() {
    let body = "6 March 2024 09.10 GMT\n\nDivers found the anchor of the old ferry in the harbour yesterday.\n\n\
                5 March 2024 18.40 GMT\n\nThe mayor Ilse Marrant opened a school for nurses in Tarn.\n\n\
                4 March 2024 06.05 GMT\n\nThe old ferry sank last night after it hit a rock.";
    let corpus = corpus(&[("2024-03-06", body)]);
    let days = corpus.events.iter().map(|event| event.days.start.to_string());
    assert_eq!(days.collect::<Vec<_>>(), ["2024-03-03", "2024-03-05"]);
    let rules: Vec<&str> =
        corpus.events[1].evidence.iter().map(|reason| reason.rule.as_str()).collect();
    assert!(rules.contains(&"entry-day") && corpus.events[1].tellings.len() == 2, "{rules:?}");
}

#[test]
fn a_plan_that_a_later_article_fulfils_happened() {
    let corpus = corpus(&[
        ("2024-03-04", "The harbour bridge in Alder will be opened by Mayor Quell on 15 March."),
        ("2024-03-16", "Mayor Quell opened the harbour bridge in Alder on Friday, 15 March."),
    ]);
    let [event] = &corpus.events[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!(event.status, Status::Happened);
}

#[test]
fn a_plan_stays_one_whatever_is_told_of_the_week_before() {
    let corpus = corpus(&[
        (
            "2024-03-04",
            "The harbour union in Alder is calling for marches on Saturday against Mayor Quell.",
        ),
        (
            "2024-03-14",
            "Last week the harbour union in Alder spoke of marches against Mayor Quell.",
        ),
    ]);
    let [event] = &corpus.events[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!((event.status, event.tellings.len()), (Status::Planned, 2));
}

#[test]
fn what_does_not_say_by_itself_what_happened_is_not_of_the_story() {
    let key = |body: &str| {
        let corpus = corpus(&[("2024-03-06", body)]);
        assert_eq!(corpus.events.len(), 1, "{body:?} {:?}", told(&corpus));
        corpus.events[0].key
    };
    assert!(key("Mayor Otto Reeves opened the harbour bridge on 4 March."));
    assert!(!key("It had been closed by the harbour board on 4 March."));
    assert!(!key("They were among those who opened the harbour bridge on 4 March."));
    assert!(!key("Live updates: the harbour bridge was opened on 4 March."));
}

#[test]
fn what_a_live_page_keeps_from_the_day_before_is_dated_as_it_was() {
    let entry = "The ferry captain Nils Olsen was released from prison in Norhaven today.";
    let second =
        "Fishermen blocked the harbour of Ostrey on Thursday and burned their boats in the street.";
    let corpus = corpus(&[("2024-03-06", entry), ("2024-03-07", &format!("{second} {entry}"))]);
    let released: Vec<&Event> =
        corpus.events.iter().filter(|event| event.title.contains("released")).collect();
    let [released] = released[..] else { panic!("{:?}", told(&corpus)) };
    assert_eq!(released.days.start.to_string(), "2024-03-06");
    assert_eq!(released.tellings.len(), 2);
    let why = released.evidence.iter().find(|why| why.rule == "repeated");
    let why = why.map(|why| why.why.as_str()).unwrap_or_default();
    assert!(
        why.contains("repeats a sentence of Outlet 00000.txt of Wednesday 6 March 2024"),
        "{why}"
    );
}

#[test]
fn what_is_written_anew_is_of_its_own_day() {
    let sale =
        "The fish market of Norhaven was opened at 8 a.m. by the mayor and the crews of two boats.";
    let corpus = corpus(&[("2024-03-06", sale), ("2024-03-26", sale)]);
    let days: Vec<String> =
        corpus.events.iter().map(|event| event.days.start.to_string()).collect();
    assert_eq!(days, ["2024-03-06", "2024-03-26"]);
}
