//! Which telling an event is called by.

use dateline_lang::ENGLISH;
use dateline_model::{Mention, Quote, sample};

use super::*;

const TITLE: &str = "A page about the harbour";

/// An article of these sentences. A word with a capital inside a sentence is a name, and what stands in
/// quotation marks a quotation.
fn article(id: &str, title: &str, body: &str) -> Article {
    let spans = (ENGLISH.sentences)(body);
    let words = |span: &Span| {
        let tokens = dateline_text::tokens(span.of(body)).into_iter().skip(1);
        let start = span.start;
        tokens
            .map(move |token| Span { start: start + token.span.start, end: start + token.span.end })
    };
    let named = spans.iter().flat_map(words);
    let named = named.filter(|span| span.of(body).starts_with(char::is_uppercase));
    let opened = body.match_indices('“').map(|(at, _)| at);
    let quotes = opened.filter_map(|at| Some(Span::new(at, at + body[at..].find('”')? + 3)));
    Article {
        id: id.into(),
        title: title.into(),
        mentions: named.map(|span| Mention { span, entity: 0 }).collect(),
        quotes: quotes.map(|span| Quote { span, speaker: None }).collect(),
        timexes: Vec::new(),
        body: body.into(),
        ..sample::corpus().articles[0].clone()
    }
}

/// What an event is called that all sentences of these articles tell.
fn called(told: &[(&str, &str)]) -> String {
    let rows = told.iter().enumerate();
    let articles: Vec<Article> =
        rows.map(|(at, (title, body))| article(&at.to_string(), title, body)).collect();
    let headlines = headlines(&articles);
    let mut tellers = Vec::new();
    for (at, article) in articles.iter().enumerate() {
        for (place, span) in (0..).zip((ENGLISH.sentences)(&article.body)) {
            tellers.push(Teller {
                article,
                language: &ENGLISH,
                telling: Telling { article: at as u32, span, timex: None },
                centrality: 0.6,
                place,
                headline: headlines[at],
            });
        }
    }
    label(Status::Happened, &tellers)
}

/// The first sentence is chosen and not the second, whichever is told first.
fn check(better: &str, worse: &str) {
    let named = (TITLE, format!("{better}."));
    let other = (TITLE, worse.to_owned());
    for order in [[&named, &other], [&other, &named]] {
        let told = order.map(|(title, body)| (*title, body.as_str()));
        assert_eq!(called(&told), better, "not {worse:?}");
    }
}

/// News of the same event that could be told better: long-winded, of few names and not at the start.
const PLAIN: &str = "Boats stayed in the harbour of Lillehavn as crews walked out";

#[test]
fn a_sentence_that_stands_alone_is_chosen() {
    check(PLAIN, "They walked out of the harbour of Lillehavn as boats stayed with Oda Berg.");
    check(
        PLAIN,
        "This kept the boats of Lillehavn in the harbour as crews of Oda Berg walked out.",
    );
    check(PLAIN, "There were boats of Oda Berg in the harbour of Lillehavn as crews walked out.");
    check(PLAIN, "The same crews walked out as boats of Oda Berg stayed in Lillehavn harbour.");
    check(PLAIN, "Early in the day they walked out of the harbour of Lillehavn as boats stayed.");
}

#[test]
fn a_long_time_is_no_happening() {
    check(
        PLAIN,
        "For nearly ten years boats of Oda Berg left the harbour of Lillehavn as crews walked.",
    );
    check(
        PLAIN,
        "Over the past week boats of Oda Berg left the harbour of Lillehavn as crews walked.",
    );
    check(PLAIN, "Other boats of Oda Berg left the harbour of Lillehavn as crews walked out.");
}

#[test]
fn a_name_that_begins_like_a_pronoun_points_at_nothing() {
    for sentence in [
        "Theodora Berg kept the boats in the harbour of Lillehavn as crews walked out",
        "Heidi Strand kept the boats in the harbour of Lillehavn as crews walked out",
        "Itri crews walked out as boats stayed in the harbour of Lillehavn",
    ] {
        check(sentence, "It kept the boats in the harbour of Lillehavn as crews walked out.");
    }
}

#[test]
fn speech_is_not_what_happened() {
    check(
        PLAIN,
        "“Crews walked out as boats stayed in the harbour of Lillehavn,” Oda Berg told NNA.",
    );
    check(
        PLAIN,
        "BERG: Boats stayed in the harbour of Lillehavn as crews of Oda Strand walked out.",
    );
    check(PLAIN, "We kept the boats in the harbour of Lillehavn as crews of Oda Berg walked out.");
    check(PLAIN, "Crews of Oda Berg walked out as your boats stayed in the harbour of Lillehavn.");
    check(PLAIN, "Were boats in the harbour of Lillehavn kept as crews of Oda Berg walked out?");
}

#[test]
fn a_word_in_quotation_marks_is_no_speech() {
    check(
        "Crews of Oda Berg in Lillehavn kept “our” boats in the harbour as they walked out",
        "They kept the boats in the harbour as crews walked out in Lillehavn.",
    );
    check(
        "NNA: Crews walked out as boats of Lillehavn stayed in the harbour"
            .replace("NNA: ", "")
            .as_str(),
        "NNA HOST: Crews walked out as boats of Lillehavn stayed in the harbour.",
    );
}

#[test]
fn what_a_page_says_of_itself_is_no_news() {
    check(
        PLAIN,
        "Click here for boats in the harbour of Lillehavn as crews of Oda Berg walked out.",
    );
    check(PLAIN, "By Oda Berg, NNA Boats stayed in the harbour of Lillehavn as crews walked out.");
    check(PLAIN, "Boats stayed in Lillehavn NEW: Crews of Oda Berg walked out of the harbour.");
    check(PLAIN, "Crews of Oda Berg walk out in Lillehavn The boats stayed in the harbour.");
    check(
        PLAIN,
        "HOME | NEWS | Boats of Oda Berg stayed in Lillehavn harbour as crews walked out.",
    );
}

#[test]
fn a_day_that_opens_a_sentence_is_no_byline() {
    let sentence =
        "By Monday noon crews had walked out as boats stayed in the harbour of Lillehavn";
    check(sentence, "They had walked out as boats stayed in the harbour of Lillehavn.");
}

#[test]
fn a_sentence_without_a_verb_or_of_few_words_says_nothing() {
    check(PLAIN, "The boats in the harbour of Lillehavn, the crews and Oda Berg of the NNA.");
    check(PLAIN, "Boats of Oda Berg stayed.");
    check(
        "Crews protest in the harbour of Lillehavn with boats of Oda Berg",
        "A protest in the harbour of Lillehavn with boats of Oda Berg and crews.",
    );
}

#[test]
fn a_whole_sentence_is_chosen_before_a_cut_one() {
    let long = "Boats of Oda Berg stayed in the harbour of Lillehavn as crews walked out, which the harbour board called a breach of the law and of the peace that it had signed with the union of Nora Strand two years before.";
    check(PLAIN, long);
    assert_eq!(
        called(&[(TITLE, long)]),
        "Boats of Oda Berg stayed in the harbour of Lillehavn as crews walked out…"
    );
}

#[test]
fn a_headline_is_chosen_where_it_says_it_better() {
    let body =
        "It was a long day in Lillehavn as crews walked out and boats stayed in the harbour.";
    let title = "Crews walk out as 300 boats stay in the harbour of Lillehavn";
    assert_eq!(called(&[(title, body), (TITLE, "They walked out in Lillehavn.")]), title);
    let site = format!("{title} | Harbour News");
    assert_eq!(called(&[(&site, body)]), title);
    assert_eq!(sample::corpus().articles[0].outlet.as_deref(), Some("Alder Times"));
    let site = format!("{title} - Alder Times");
    assert_eq!(called(&[(&site, body)]), title);
    let other = format!("{title} at Alder Times");
    assert_eq!(called(&[(&other, body)]), other);
}

#[test]
fn a_title_that_is_no_headline_is_not_chosen() {
    let body =
        "It was a long day in Lillehavn as crews walked out and boats stayed in the harbour.";
    let title = "Crews walk out as 300 boats stay in the harbour of Lillehavn";
    let unheard = |told: &[(&str, &str)]| assert!(called(told).starts_with("It was"), "{told:?}");
    // The snapshots of one live page have one title.
    unheard(&[(title, body), (title, body)]);
    unheard(&[(&format!("{title}…"), body)]);
    // It is about something else.
    unheard(&[("Mayor Oda Berg of Norhaven wins a second term with 61 percent", body)]);
    // The event is told far below it.
    let told = format!("Snow fell. More fell. {body}");
    let article = article("a", title, &told);
    let span = (ENGLISH.sentences)(&told)[2];
    let telling = Telling { article: 0, span, timex: None };
    let (language, centrality) = (&ENGLISH, 0.6);
    let teller =
        Teller { article: &article, language, telling, centrality, place: 2, headline: true };
    assert_eq!(label(Status::Happened, &[teller]), body.trim_end_matches('.'));
}

#[test]
fn a_title_that_is_the_body_s_first_words_is_no_headline() {
    let told = "Crews walked out in Lillehavn. Boats stayed.";
    let articles = [
        article("a", "Crews walked out in Lillehavn", told),
        article("b", "Crews walk out in Lillehavn", told),
        article("c", "Crews walked out…", told),
    ];
    assert_eq!(headlines(&articles), [false, true, false]);
}

#[test]
fn what_most_tellings_say_is_what_an_event_is_called() {
    let told = [
        (TITLE, "Crews of the ferries walked out of the harbour of Lillehavn in the morning."),
        (TITLE, "Ferry crews walked out in Lillehavn and left the harbour to the gulls."),
        (TITLE, "Police in Lillehavn counted sixty lorries on the road to Norhaven by noon."),
    ];
    assert!(called(&told).contains("rews"), "{}", called(&told));
}

#[test]
fn the_least_bad_is_better_than_nothing() {
    assert_eq!(called(&[(TITLE, "They did.")]), "They did");
    assert_eq!(called(&[(TITLE, "“Go!”")]), "“Go!”");
    assert_eq!(called(&[]), "");
}

#[test]
fn a_sentence_that_goes_on_to_another_day_does_not_name_that_day() {
    let body = "Mayor Oda Berg stepped down on Friday and handed the harbour over to the board, \
                pushed by marches of crews of the old port and of the town that blocked the harbour \
                and the town hall from 25 January.";
    let other = "Crews of the old port came to the town hall.";
    let mut articles = [article("a", TITLE, body), article("b", TITLE, other)];
    let published = dateline_model::Day::new(2024, 2, 26);
    articles[0].timexes = dateline_timex::tag(ENGLISH.times(), body, published);
    let place = |text: &str| {
        let at = body.find(text).unwrap() as u32;
        articles[0].timexes.iter().position(|timex| timex.span.start == at).map(|at| at as u32)
    };
    let (friday, january) = (place("Friday"), place("25 January"));
    assert!(friday.is_some() && january.is_some());
    let teller = |at: usize, timex: Option<u32>| Teller {
        article: &articles[at],
        language: &ENGLISH,
        telling: Telling { article: at as u32, span: Span::new(0, articles[at].body.len()), timex },
        centrality: 0.6,
        place: 0,
        headline: false,
    };
    let stands = |timex| {
        let all = labels(&mut Vocabulary::default(), Status::Happened, &[teller(0, timex)]);
        (all[0].text.starts_with("Mayor Oda Berg stepped down on Friday"), all[0].stands)
    };
    assert_eq!(stands(friday), (true, true));
    assert_eq!(stands(january), (true, false));
    assert_eq!(
        label(Status::Happened, &[teller(0, january), teller(1, None)]),
        other.trim_end_matches('.')
    );
}

#[test]
fn what_happened_is_not_called_by_what_was_to_come() {
    check(
        "Crews walked out of the harbour on Friday",
        "The board of the Port Union in Lillehavn will meet the crews of all twelve ferries.",
    );
}

#[test]
fn a_headline_that_ran_into_the_news_is_left_out() {
    let body = "Olsen is ready to sail Olsen has sunk three boats in the harbour.";
    assert_eq!(
        called(&[("Olsen is ready to sail", body)]),
        "Olsen has sunk three boats in the harbour"
    );
}
