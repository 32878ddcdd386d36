//! What may not be republished, looked for in what comes out.

use dateline_model::{Corpus, Status, Withheld, sample};

use super::*;
use crate::{Options, Source, ingest, overlay::Overlay};

const NONE: Body = Body::None;

fn rules(outlets: &[(&str, Body)], articles: &[(&str, Body)]) -> Publish {
    let rows = |rows: &[(&str, Body)]| {
        rows.iter().map(|(name, body)| ((*name).to_owned(), *body)).collect()
    };
    Publish { body: Body::Full, outlets: rows(outlets), articles: rows(articles) }
}

/// How much each article shows.
fn check(rules: &Publish, expected: &[Withheld]) -> Corpus {
    let corpus = apply(sample::corpus(), rules);
    let withheld: Vec<Withheld> = corpus.articles.iter().map(|article| article.withheld).collect();
    assert_eq!(withheld, expected);
    corpus
}

use Withheld::{All, Nothing, Rest};

#[test]
fn the_rule_for_an_article_counts_before_its_outlets_and_that_before_the_default() {
    check(&Publish::default(), &[Nothing; 4]);
    check(&Publish { body: NONE, ..Publish::default() }, &[All; 4]);
    check(&rules(&[("alder times", Body::Excerpt)], &[]), &[Rest, Nothing, Rest, Nothing]);
    check(
        &rules(&[("Alder Times", NONE)], &[("a-opening", Body::Full)]),
        &[Nothing, Nothing, All, Nothing],
    );
    let full = Publish { body: NONE, ..rules(&[("Norhaven Post", Body::Full)], &[]) };
    check(&full, &[All, Nothing, All, All]);
}

#[test]
fn an_agency_s_text_is_its_own_whoever_prints_it_and_the_strictest_rule_counts() {
    check(&rules(&[("NNA", NONE)], &[]), &[Nothing, All, Nothing, Nothing]);
    let both = rules(&[("NNA", Body::Excerpt), ("Norhaven Post", Body::Full)], &[]);
    check(&both, &[Nothing, Rest, Nothing, Nothing]);
}

/// The rules that fit nothing, and what is said of each.
fn unmatched_of(corpus: &Corpus, publish: Publish) -> Vec<(&'static str, String, String)> {
    let overlay = Overlay {
        outlets: vec![("AT".into(), "Alder Times".into())],
        publish,
        ..Overlay::default()
    };
    let all = unmatched(corpus, &overlay).into_iter();
    all.map(|one| (one.table, one.name, one.why)).collect()
}

#[test]
fn a_rule_that_fits_nothing_is_named_with_what_may_have_been_meant() {
    let rules = rules(
        &[("Nobody", NONE), ("Alder Tmies", NONE), ("AT", NONE)],
        &[("zz", NONE), ("a-openning", Body::Full), ("A-opening", NONE)],
    );
    let found = unmatched_of(&sample::corpus(), rules);
    let expected = [
        ("publish.outlets", "Nobody", "; a name as the page shows it was expected"),
        ("publish.outlets", "Alder Tmies", "; \"Alder Times\" was expected"),
        ("publish.outlets", "AT", "; \"Alder Times\" was expected"),
        ("publish.articles", "zz", "; an id as `dateline check` lists them was expected"),
        ("publish.articles", "a-openning", "; \"a-opening\" was expected"),
        ("publish.articles", "A-opening", "; \"a-opening\" was expected"),
    ];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert_eq!((found.0, found.1.as_str()), (expected.0, expected.1));
        assert!(found.2.contains(expected.2), "{found:?}");
    }
}

#[test]
fn a_rule_fits_by_outlet_agency_or_carrier_in_any_case_and_waits_where_there_is_nothing() {
    let mut corpus = sample::corpus();
    corpus.articles[2].via = Some("Daily8".into());
    let fitting = rules(
        &[("alder times ", NONE), ("NNA", Body::Full), (" DAILY8", NONE)],
        &[("a-opening", NONE)],
    );
    assert_eq!(unmatched_of(&corpus, fitting), []);
    assert_eq!(unmatched_of(&Corpus::default(), rules(&[("Nobody", NONE)], &[("zz", NONE)])), []);
}

#[test]
fn facts_of_a_withheld_article_stay_and_its_words_go() {
    let whole = sample::corpus();
    let corpus = check(&rules(&[("Norhaven Post", NONE)], &[]), &[Nothing, All, Nothing, Nothing]);
    let (article, was) = (&corpus.articles[1], &whole.articles[1]);
    assert_eq!(
        (&article.title, &article.outlet, &article.author, article.published.date),
        (&was.title, &was.outlet, &was.author, was.published.date)
    );
    assert!(article.body.is_empty() && article.captions.is_empty() && article.furniture.is_empty());
    assert!(
        article.timexes.is_empty() && article.quotes.is_empty() && article.standfirst.is_none()
    );
    let names = |article: &Article| {
        article.mentions.iter().map(|mention| mention.entity).collect::<BTreeSet<_>>()
    };
    assert_eq!(names(article), names(was));
    let tells = |corpus: &Corpus| {
        corpus.events.iter().filter(|it| it.tellings.iter().any(|it| it.article == 1)).count()
    };
    assert_eq!(tells(&corpus), tells(&whole));
}

#[test]
fn a_withheld_article_is_still_a_version_of_the_first() {
    let text = "The ferry Saint Ansgar ran aground in thick fog off Port Alder early on Tuesday, and all of its ninety passengers were brought ashore by noon, the harbour office said. Two tugs tried in vain to pull it free at high tide, and a diver found no crack in the hull.";
    let other = text.replace("early on Tuesday", "on Tuesday");
    let source = |path, text: &'static str| Source { path, bytes: text.as_bytes(), meta: None };
    let sources = [source("a.txt", text), source("b.txt", other.leak())];
    let corpus =
        ingest(&sources, &Overlay::default(), &Options { plain: true, ..Options::default() });
    let published = apply(corpus.clone(), &rules(&[], &[("a", NONE), ("b", NONE)]));
    for corpus in [corpus, published] {
        let versions: Vec<_> = corpus.articles.iter().map(|article| article.version_of).collect();
        assert_eq!(versions, [None, Some(0)]);
    }
}

#[test]
fn an_event_that_only_withheld_sentences_tell_is_named_by_date_names_and_outlet() {
    let corpus = check(&rules(&[("Norhaven Post", NONE)], &[]), &[Nothing, All, Nothing, Nothing]);
    let event = corpus
        .events
        .iter()
        .find(|event| event.tellings.iter().all(is_withheld))
        .expect("one that the Norhaven Post alone tells");
    assert!(event.title.starts_with("7 March 2024: "), "{}", event.title);
    assert!(event.title.ends_with(", told by Norhaven Post"), "{}", event.title);
    assert!(event.id.starts_with("2024-03-07-"), "{}", event.id);
}

#[test]
fn without_names_the_date_and_the_outlet_are_left() {
    let corpus = check(&rules(&[("Alder Times", NONE)], &[]), &[All, Nothing, All, Nothing]);
    let old = corpus.events.iter().find(|event| event.id.starts_with("1998")).unwrap();
    assert_eq!(
        (old.title.as_str(), old.id.as_str()),
        ("1998, told by Alder Times", "1998-told-by-alder-times")
    );
}

#[test]
fn an_event_that_a_published_sentence_tells_too_is_named_by_that() {
    let corpus = check(&rules(&[("Norhaven Post", NONE)], &[]), &[Nothing, All, Nothing, Nothing]);
    let strike = corpus.events.iter().find(|event| event.status == Status::CalledOff).unwrap();
    assert_eq!(strike.title, "The strike planned for 15 March is off");
    assert_eq!(strike.tellings.iter().filter(|telling| is_withheld(telling)).count(), 1);
}

#[test]
fn an_excerpt_ends_with_a_sentence_and_is_never_more_than_half() {
    let excerpt = |body: &str| body[..excerpt_end(&dateline_lang::ENGLISH, body)].to_owned();
    assert_eq!(
        excerpt("One two. Three four. Five six. Seven eight nine ten."),
        "One two. Three four."
    );
    assert_eq!(
        excerpt("One two three four five six seven eight nine ten."),
        "One two three four five"
    );
    assert_eq!(excerpt("First.\n\nSecond paragraph, longer than the first one."), "First.");
    assert_eq!(excerpt("一二三四五六七八"), "一二三四");
    assert_eq!(excerpt(""), "");
    let long = "A sentence of some words here. ".repeat(100);
    let end = excerpt_end(&dateline_lang::ENGLISH, &long);
    assert!(end <= EXCERPT && long[..end].ends_with('.') && end > 200, "{end}");
}

#[test]
fn spans_that_are_left_lie_inside_what_is_left() {
    let corpus = apply(sample::corpus(), &Publish { body: Body::Excerpt, ..Publish::default() });
    for article in &corpus.articles {
        let inside = |span: Span| article.body.get(span.range()).is_some();
        assert!(article.mentions.iter().all(|it| inside(it.span)));
        assert!(article.timexes.iter().all(|it| inside(it.span)));
        assert!(article.quotes.iter().all(|it| inside(it.span)));
        assert!(article.mentions.is_sorted_by_key(|it| it.span.start));
    }
    for telling in corpus.events.iter().flat_map(|event| &event.tellings) {
        let article = &corpus.articles[telling.article as usize];
        assert!(telling.span.range().end <= article.body.len());
        assert!(telling.timex.is_none_or(|at| (at as usize) < article.timexes.len()));
    }
}

#[test]
fn an_excerpt_keeps_a_summary_that_does_not_quote_the_rest() {
    let summary = |words: &str| {
        let mut corpus = sample::corpus();
        corpus.articles[1].standfirst = Some(words.into());
        let rules = Publish { body: Body::Excerpt, ..Publish::default() };
        apply(corpus, &rules).articles[1].standfirst.clone()
    };
    let own = "Union and board blame each other for what went wrong";
    assert_eq!(summary(own).as_deref(), Some(own));
    assert_eq!(summary("Weiss: talks with the Harbour Board collapsed on Thursday"), None);
}

/// Three invented articles that tell one story, one of them not to be republished.
fn story(rules: &Publish) -> (Corpus, Corpus) {
    let source = |path, text: &'static str| Source { path, bytes: text.as_bytes(), meta: None };
    let sources = [
        source(
            "a.txt",
            "Bridge opens at last\n\nThe Port Post, 5 March 2024\n\nThe new bridge over the harbour was opened on Monday by mayor Marta Quell, who thanked the builders for twenty years of patient work.\n\nShe said on 4 March 2024 that tolls would begin on 2 April after the council meets the union.\n",
        ),
        source(
            "b.txt",
            "Union threatens a strike over tolls\n\nThe Alder Gazette\n\nThe bridge union said on Thursday that its crews would stop work on 15 March 2024 unless the tolls are dropped.\n\n“Nobody asked the people who cross it every morning,” Anton Weiss told a crowd in Port Alder.\n\nThe new bridge over the harbour was opened on Monday 4 March 2024 by mayor Marta Quell with a brass band.\n\nWeiss waits for a date that the council has yet to name for talks.\n",
        ),
        source(
            "c.txt",
            "Council names a day\n\nThe Port Post, 12 March 2024\n\nThe council will meet the bridge union in Port Alder on 14 March to talk about the tolls, mayor Marta Quell said on Tuesday.\n",
        ),
    ];
    let whole = ingest(&sources, &Overlay::default(), &Options::default());
    (whole.clone(), apply(whole, rules))
}

#[test]
fn no_run_of_five_withheld_words_is_anywhere_in_the_corpus() {
    for body in [Body::None, Body::Excerpt] {
        let (whole, corpus) = story(&rules(&[], &[("b", body)]));
        let (was, is) = (&whole.articles[1], &corpus.articles[1]);
        let rest = &was.body[is.body.len()..];
        let kept = corpus.articles.iter().map(|it| it.body.as_str());
        let names = corpus.entities.iter().map(|it| it.name.as_str());
        let withheld = [rest].into_iter().chain(was.captions.iter().map(String::as_str));
        let ngrams = ngrams::Ngrams::new(withheld, kept.chain(names));
        let shown = format!("{corpus:#?}").replace("\\n", " ");
        let leaks: Vec<&str> = shown.lines().filter(|line| ngrams.are_in(line)).collect();
        assert!(!rest.is_empty() && leaks.is_empty(), "{leaks:#?}");
        assert!(format!("{whole:#?}").lines().any(|line| ngrams.are_in(line)), "the test can fail");
    }
}

#[test]
fn no_phrase_that_a_reason_saw_in_withheld_text_is_left() {
    let (whole, corpus) = story(&rules(&[], &[("b", Body::None)]));
    let reasons = |corpus: &Corpus| -> Vec<(String, String)> {
        let dates = corpus.articles[1].published.evidence.clone().into_iter();
        let events = corpus.events.iter().flat_map(|it| it.evidence.clone());
        dates.chain(events).map(|reason| (reason.text, reason.why)).collect()
    };
    let withheld = &whole.articles[1].body;
    let shown: Vec<&str> = corpus.articles.iter().map(|it| it.body.as_str()).collect();
    let phrases: Vec<String> = reasons(&whole)
        .into_iter()
        .map(|(text, _)| text)
        .filter(|text| !text.is_empty() && withheld.contains(text.as_str()))
        .filter(|text| !shown.iter().any(|body| body.contains(text.as_str())))
        .collect();
    assert!(!phrases.is_empty(), "{:#?}", reasons(&whole));
    for (text, why) in reasons(&corpus) {
        for phrase in &phrases {
            let quoted = why.contains(&format!("\u{201c}{phrase}\u{201d}"));
            assert!(text != *phrase && !quoted, "{phrase}: {text}, {why}");
        }
    }
}

#[test]
fn an_editor_s_own_words_for_an_event_stay_and_those_cut_from_a_text_go() {
    use dateline_model::Evidence;
    let mut corpus = sample::corpus();
    let before = corpus.events[2].clone();
    let none = Publish { body: NONE, ..Publish::default() };
    let title = |corpus: Corpus| {
        let published = apply(corpus, &none);
        let event = published.events.into_iter().find(|event| event.days == before.days);
        event.map(|event| (event.id, event.title)).expect("the event")
    };
    assert_ne!(title(corpus.clone()).1, before.title);
    let event = &mut corpus.events[2];
    event.title = "As the desk words it".into();
    event.evidence.insert(0, Evidence::new(Evidence::EDITOR, event.title.clone(), "Ours."));
    assert_eq!(title(corpus), (before.id, "As the desk words it".into()));
}

#[test]
fn what_an_editor_moves_and_tells_apart_shows_nothing_of_a_withheld_text() {
    use crate::overlay::{ArticleOverlay, Behind, EventOverlay, OwnEvent};
    let shut = "Harbour opens again\n\nThe Port Post, 6 March 2024\n\nThe harbour was opened on 5 March 2024 by Ada Quill, who thanked the divers for two years of quiet work in cold water.\n\nSubscribe to our newsletter\n";
    let open = "Port works again\n\nThe Alder Echo, 7 March 2024\n\nThe harbour was opened on 5 March 2024, said Ada Quill, and ships came in before noon.\n";
    let sources = [("a.txt", shut), ("b.txt", open)];
    let sources = sources.map(|(path, text)| Source { path, bytes: text.as_bytes(), meta: None });
    let before = ingest(&sources, &Overlay::default(), &Options::default());
    let of = |event: &&Event| event.tellings.iter().any(|telling| telling.article == 0);
    let from = before.events.iter().find(of).expect("an event of it").clone();
    let line = before.articles[0].furniture.last().expect("a line left out").text.clone();
    let own = |told: &[(&str, &str)], from: Option<String>| OwnEvent {
        from,
        told: told.iter().map(|(id, text)| ((*id).into(), vec![(*text).into()])).collect(),
    };
    let event = |id: &str, own: OwnEvent| EventOverlay {
        id: id.into(),
        date: dateline_model::Day::parse("2024-03-05"),
        own: Some(own),
        ..EventOverlay::default()
    };
    let overlay = Overlay {
        articles: vec![ArticleOverlay {
            id: "a".into(),
            lines_in: vec![(line, Behind::Paragraph(String::new()))],
            lines_out: vec!["two years of quiet work that nobody wrote".into()],
            ..ArticleOverlay::default()
        }],
        events: vec![
            event("apart", own(&[("b", "ships came in")], Some(from.id.clone()))),
            event("mine", own(&[("a", "thanked the divers for two years of quiet work")], None)),
        ],
        publish: rules(&[], &[("a", NONE)]),
        ..Overlay::default()
    };
    let read = ingest(&sources, &overlay, &Options::default());
    assert!(read.articles[0].body.starts_with("Subscribe"), "{:?}", read.articles[0].body);
    assert!(read.events.iter().any(|event| event.id == "mine"));
    let shown = format!("{:?}", apply(read, &overlay.publish));
    for words in
        ["quiet work in cold", "thanked the divers", "Subscribe to our", "divers for two years"]
    {
        assert!(!shown.contains(words), "{words} in {shown}");
    }
}
