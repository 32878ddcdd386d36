//! What an editor says, and what becomes of it.

use super::*;

/// Three articles, each of a day of its own, and what an overlay makes of their events.
struct Edited {
    folder: Folder,
    before: Corpus,
}

impl Edited {
    fn new(name: &str) -> Self {
        let told = |what: &str, day: u8| {
            format!(
                "{what} opens at last\n\nThe Port Post, {day} March 2024\n\nThe new {} was opened on {day} March 2024 by the mayor, who thanked the builders for twenty years of patient work on it.\n",
                what.to_lowercase()
            )
        };
        let folder = Folder::new(name)
            .with("a.txt", told("Bridge", 5))
            .with("b.txt", told("Tunnel", 12))
            .with("c.txt", told("Harbour", 20));
        let before = folder.read().expect("a corpus");
        Self { folder, before }
    }

    /// The id of the event of a day.
    fn id(&self, day: &str) -> &str {
        let of = |event: &&dateline_model::Event| event.days.start.to_string() == day;
        &self.before.events.iter().find(of).expect("an event of the day").id
    }

    fn with(&self, overlay: &str) -> Corpus {
        std::fs::write(self.folder.0.join("dateline.toml"), overlay).expect("an overlay");
        self.folder.read().expect("a corpus")
    }

    /// What is said of an overlay that cannot be understood.
    fn refused(&self, overlay: &str) -> String {
        std::fs::write(self.folder.0.join("dateline.toml"), overlay).expect("an overlay");
        self.folder.read().expect_err("an overlay that is none").to_string()
    }
}

#[test]
fn an_event_is_worded_dated_and_taken_off_as_the_editor_says_and_says_so() {
    let edited = Edited::new("events");
    let (first, second, third) =
        (edited.id("2024-03-05"), edited.id("2024-03-12"), edited.id("2024-03-20"));
    let corpus = edited.with(&format!(
        "[events.{first:?}]\nlabel = \"A bridge, at last\"\ndate = \"2024-03-30\"\nstatus = \"called-off\"\nnote = \"Asked the mayor.\"\n[events.{second:?}]\nleave_out = true\n[events.nothing]\nleave_out = true\n"
    ));
    let count = edited.before.events.len();
    assert_eq!(corpus.events.len(), count - 1);
    assert!(corpus.events.iter().all(|event| event.id != second));
    let places = [third, first].map(|id| corpus.events.iter().position(|event| event.id == *id));
    assert!(places[0] < places[1], "by first day again: {places:?}");
    let event = &corpus.events[places[1].expect("an event")];
    assert_eq!(event.title, "A bridge, at last");
    assert_eq!(event.days.start.to_string(), "2024-03-30");
    assert_eq!(event.status, dateline_model::Status::CalledOff);
    let said: Vec<&str> =
        event.evidence.iter().filter(|it| it.rule == "overlay").map(|it| it.why.as_str()).collect();
    assert_eq!(said.len(), 4, "{said:?}");
    assert!(said[1].contains("5 March 2024"), "{said:?}");
    let idle: Vec<&str> = corpus
        .warnings
        .iter()
        .map(|it| it.message.as_str())
        .filter(|it| it.contains("[events."))
        .collect();
    assert_eq!(idle.len(), 1, "{idle:?}");
    assert!(idle[0].contains("\"nothing\""), "{idle:?}");
}

#[test]
fn events_that_an_editor_takes_for_one_are_told_by_all_who_tell_any() {
    let edited = Edited::new("merged");
    let (first, second, third) =
        (edited.id("2024-03-05"), edited.id("2024-03-12"), edited.id("2024-03-20"));
    let overlay = format!(
        "[events.{first:?}]\nmerge = [{second:?}]\n[events.{second:?}]\nmerge = [{third:?}]\n"
    );
    let corpus = edited.with(&overlay);
    let all: usize = [first, second, third]
        .iter()
        .map(|id| {
            edited.before.events.iter().find(|event| event.id == **id).expect("it").tellings.len()
        })
        .sum();
    let told = event(&corpus, first);
    assert_eq!(told.tellings.len(), all);
    assert_eq!(corpus.events.len(), edited.before.events.len() - 2);
    for event in &corpus.events {
        assert!(event.links.iter().all(|link| (link.event as usize) < corpus.events.len()));
    }
    // Of a circle the first one tells it.
    let circle = format!(
        "[events.{first:?}]\nmerge = [{second:?}]\n[events.{second:?}]\nmerge = [{third:?}]\n[events.{third:?}]\nmerge = [{first:?}]\n"
    );
    let corpus = edited.with(&circle);
    assert_eq!(event(&corpus, first).tellings.len(), all);
    assert_eq!(corpus.events.len(), edited.before.events.len() - 2);
    assert!(idle(&corpus).is_empty());
}

#[test]
fn corrections_that_contradict_each_other_are_named_and_none_depends_on_their_order() {
    let edited = Edited::new("contradictions");
    let (first, second, third) =
        (edited.id("2024-03-05"), edited.id("2024-03-12"), edited.id("2024-03-20"));
    let corpus = edited.with(&format!(
        "[events.{first:?}]\nmerge = [{third:?}, {first:?}]\n[events.{second:?}]\nmerge = [{third:?}]\n"
    ));
    let said = idle(&corpus);
    assert_eq!(said.len(), 1, "{said:?}");
    let expected =
        format!("[events.{second:?}] takes {third:?} for this one, which is told with {first:?}");
    assert!(said[0].contains(&expected), "{said:?}");
    assert!(corpus.events.iter().all(|event| event.id != third));
    // What is left out is nowhere, whichever row stands first.
    for (one, other) in [(first, second), (second, first)] {
        let corpus = edited.with(&format!(
            "[events.{one:?}]\nleave_out = true\n[events.{other:?}]\nmerge = [{one:?}]\n"
        ));
        let said = idle(&corpus);
        assert!(said.len() == 1 && said[0].contains("is left out and told with"), "{said:?}");
        let left = edited.before.events.iter().find(|event| event.id == one).expect("it");
        let told = corpus.events.iter().flat_map(|event| &event.tellings);
        assert!(told.clone().all(|it| !left.tellings.contains(it)), "{one}");
    }
    // An event of one's own with the id of one that was found is called otherwise, and is put right by that.
    let own = format!(
        "[events.{first:?}]\nown = true\nlabel = \"A vote\"\ndate = \"2024-02-01\"\n[events.\"{first}-2\"]\nlabel = \"The vote\"\n"
    );
    let corpus = edited.with(&own);
    assert_eq!(event(&corpus, &format!("{first}-2")).title, "The vote");
    assert!(idle(&corpus).is_empty());
    // A file's name is no id.
    let overlay = "[articles.\"bridge.txt\"]\ntitle = \"A\"\n";
    let folder = Folder::new("by-file").with("bridge.txt", ARTICLE).with("dateline.toml", overlay);
    let corpus = folder.read().expect("a corpus");
    let expected = "names no article of the folder; \"bridge\" was expected, or another id";
    assert!(idle(&corpus)[0].contains(expected), "{:?}", idle(&corpus));
}

#[test]
fn a_fact_that_is_none_is_taken_away_and_what_is_shown_has_words() {
    let edited = Edited::new("blank");
    let corpus = edited.with("[articles.a]\noutlet = \" \"\nauthor = \"\"\n");
    let article = &corpus.articles[0];
    assert_eq!((&article.outlet, &article.author), (&None, &None));
    let said: Vec<&str> = article.published.evidence.iter().map(|it| it.why.as_str()).collect();
    let expected = "The editor's overlay takes the outlet away; the page gives “The Port Post”.";
    assert_eq!(said.iter().filter(|why| why.contains("overlay")).collect::<Vec<_>>(), [&expected]);
    for broken in [
        "[articles.a]\ntitle = \" \"\n",
        "[articles.a]\nlanguage = \"\"\n",
        "[events.a]\nlabel = \"\"\n",
        "[entities.merge]\n\"\" = [\"A\"]\n",
    ] {
        let error = edited.refused(broken);
        assert!(error.contains("words were expected"), "{error}");
    }
}

#[test]
fn an_article_that_an_editor_leaves_out_is_nowhere() {
    let edited = Edited::new("left-out");
    let corpus = edited.with(
        "[articles.b]\nleave_out = true\n[articles.c]\nagency = \"Wire\"\nlanguage = \"en-GB\"\n",
    );
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "c"]);
    assert_eq!(corpus.articles[1].agency.as_deref(), Some("Wire"));
    assert_eq!(corpus.articles[1].language, "en-GB");
    let id = edited.id("2024-03-12");
    assert!(corpus.events.iter().all(|event| event.id != id));
    assert!(corpus.warnings.iter().all(|warning| warning.kind != WarningKind::Overlay));
    // What may not be published is not, where it is left out altogether.
    let overlay = "[articles.b]\nleave_out = true\n[publish.articles]\nb = \"none\"\n";
    std::fs::write(edited.folder.0.join("dateline.toml"), overlay).expect("an overlay");
    assert!(read_for_publishing(std::slice::from_ref(&edited.folder.0)).is_ok());
}

fn event<'c>(corpus: &'c Corpus, id: &str) -> &'c dateline_model::Event {
    corpus.events.iter().find(|event| event.id == id).expect("the event")
}

/// What is said of corrections that fit nothing.
fn idle(corpus: &Corpus) -> Vec<&str> {
    let rows = corpus.warnings.iter().filter(|warning| warning.kind == WarningKind::Overlay);
    rows.map(|warning| warning.message.as_str()).collect()
}

#[test]
fn note_and_day_stand_in_the_reasons_of_article_name_and_event() {
    let edited = Edited::new("remarks");
    let id = edited.id("2024-03-05");
    let corpus = edited.with(&format!(
        "[articles.a]\nauthor = \"Ada Quill\"\nchecked = true\nnote = \"Asked her.\"\nwhen = 2026-11-30\n\
         [articles.b]\ntitle = \"A tunnel\"\nwhen = 2026-11-29\n\
         [events.{id:?}]\nchecked = true\nnote = \"Seen.\"\nwhen = 2026-11-28\n"
    ));
    let said = |evidence: &[dateline_model::Evidence]| -> Vec<(String, String, String)> {
        let own = evidence.iter().filter(|it| it.rule.starts_with("overlay"));
        own.map(|it| (it.rule.clone(), it.text.clone(), it.why.clone())).collect()
    };
    let row = |rule: &str, text: &str, why: &str| (rule.into(), text.into(), why.into());
    let checked = row("overlay/checked", "", "The editor has checked it.");
    assert_eq!(
        said(&corpus.articles[0].published.evidence),
        [
            row(
                "overlay",
                "Ada Quill",
                "The editor's overlay gives the author; the page gives none."
            ),
            checked.clone(),
            row("overlay", "Asked her.", "The editor's note, of Monday 30 November 2026."),
        ]
    );
    assert_eq!(
        said(&corpus.articles[1].published.evidence),
        [
            row(
                "overlay",
                "A tunnel",
                "The editor's overlay gives the title; the page gives “Tunnel opens at last”."
            ),
            row("overlay", "", "The editor put it right on Sunday 29 November 2026."),
        ]
    );
    let expected =
        [checked, row("overlay", "Seen.", "The editor's note, of Saturday 28 November 2026.")];
    assert_eq!(said(&event(&corpus, id).evidence), expected);
    assert!(idle(&corpus).is_empty());
    for (wrong, line) in [("when = \"2026-11-30\"", 2), ("when = 2026-11-30T10:00:00", 2)] {
        let error = edited.refused(&format!("[articles.a]\n{wrong}\n"));
        assert!(error.contains(&format!("dateline.toml:{line}:")), "{error}");
    }
}

#[test]
fn each_correction_has_its_own_note_and_day_and_the_rows_are_of_the_rest() {
    let edited = Edited::new("own-remarks");
    let id = edited.id("2024-03-05");
    let rows = format!(
        "[articles.a]\ntitle = \"A bridge\"\ndate = \"2024-03-06\"\nauthor = \"Ada Quill\"\nurl = \"https://example.org/a\"\n\
         notes.title = \"As printed.\"\ndays.title = 2026-11-28\ndays.author = 2026-11-29\nnotes.date = \"Late.\"\n\
         note = \"Asked.\"\nwhen = 2026-11-30\n\
         [articles.b]\nchecked = true\nnotes.checked = \"Seen.\"\nnotes.title = \"Nothing.\"\n\
         [events.{id:?}]\nlabel = \"The bridge\"\nkey = true\n[events.{id:?}.notes]\nlabel = \"Shorter.\"\n\
         [events.vote]\nown = true\nlabel = \"A vote\"\ndate = \"2024-02-01\"\nnotes.own = \"By phone.\"\nnotes.date = \"Sure.\"\n"
    );
    let corpus = edited.with(&rows);
    let said = |evidence: &[dateline_model::Evidence]| -> Vec<String> {
        let own = evidence.iter().filter(|it| it.rule.starts_with("overlay"));
        own.map(|it| [it.text.as_str(), &it.why].join("|")).collect()
    };
    let expected = [
        "2024-03-06|The editor's overlay sets it; the page says Tuesday 5 March 2024.",
        "Late.|The editor's note on the date.",
        "A bridge|The editor's overlay gives the title; the page gives “Bridge opens at last”.",
        "As printed.|The editor's note on the title, of Saturday 28 November 2026.",
        "Ada Quill|The editor's overlay gives the author; the page gives none.",
        "|The editor gave the author on Sunday 29 November 2026.",
        "https://example.org/a|The editor's overlay gives the address; the page gives none.",
        "Asked.|The editor's note on the address, of Monday 30 November 2026.",
    ];
    assert_eq!(said(&corpus.articles[0].published.evidence), expected);
    let expected = ["|The editor has checked it.", "Seen.|The editor's note on checking it."];
    assert_eq!(said(&corpus.articles[1].published.evidence), expected);
    let label = said(&event(&corpus, id).evidence);
    assert_eq!(label[1], "Shorter.|The editor's note on the words for it.");
    let own = said(&event(&corpus, "vote").evidence);
    let expected =
        ["By phone.|The editor's note on this event.", "Sure.|The editor's note on the date."];
    assert_eq!(own[..2], expected);
    let idle = idle(&corpus);
    assert_eq!(idle.len(), 1, "{idle:?}");
    assert!(idle[0].contains("[articles.\"b\"] has a note or a day of \"title\""), "{idle:?}");
    for (wrong, line, said) in [
        ("[articles.a]\ntitle = \"A\"\nnotes.colour = \"x\"\n", 3, "notes.colour; one of title, "),
        ("[articles.a]\ndays.label = 2026-11-30\n", 2, "days.label; one of title, "),
        ("[events.a]\ndays.label = \"soon\"\n", 2, ""),
        ("[names.a]\ndays.kind = 2026-11-30T10:00:00\n", 2, "days.kind = 2026-11-30T10:00:00"),
    ] {
        let error = edited.refused(wrong);
        assert!(
            error.contains(&format!("dateline.toml:{line}:")) && error.contains(said),
            "{error}"
        );
    }
}

#[test]
fn an_article_without_a_date_that_is_checked_is_no_doubt_any_more() {
    let undated =
        ARTICLE.replace("The Port Post, 5 March 2024\n\n", "").replace("on Monday", "at last");
    let folder = Folder::new("checked").with("a.txt", undated);
    let doubts = |corpus: Corpus| {
        corpus.warnings.iter().filter(|warning| warning.kind == WarningKind::NoDate).count()
    };
    assert_eq!(doubts(folder.read().expect("a corpus")), 1);
    std::fs::write(folder.0.join("dateline.toml"), "[articles.a]\nchecked = true\n").expect("it");
    assert_eq!(doubts(folder.read().expect("a corpus")), 0);
}

#[test]
fn a_line_goes_out_of_a_text_and_back_and_one_that_is_nowhere_is_named() {
    let edited = Edited::new("lines");
    let body = edited.before.articles[0].body.clone();
    let corpus = edited.with(&format!("[articles.a]\nlines_out = [{body:?}, \"No such line.\"]\n"));
    assert_eq!(corpus.articles[0].body, "");
    let out = corpus.articles[0].furniture.iter().find(|row| row.text == body).expect("it");
    assert_eq!(out.rule, "overlay");
    assert!(corpus.events.iter().all(|it| it.tellings.iter().all(|it| it.article != 0)));
    let said = idle(&corpus);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("[articles.\"a\"] takes out \"No such line.\""), "{said:?}");

    let folder = Folder::new("lines-in").with("a.txt", ARTICLE.to_owned() + "\nShare this story\n");
    let before = folder.read().expect("a corpus");
    let line = &before.articles[0].furniture.last().expect("a line left out").text;
    let after = before.articles[0].paragraphs().next().expect("a paragraph").1;
    let overlay = format!("[articles.a.lines_in]\n{line:?} = {after:?}\n");
    std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
    let corpus = folder.read().expect("a corpus");
    let article = &corpus.articles[0];
    assert_eq!(article.paragraphs().nth(1).map(|it| it.1), Some(line.as_str()));
    assert_eq!(article.furniture.len(), before.articles[0].furniture.len() - 1);
    assert_eq!(
        article.fingerprint, before.articles[0].fingerprint,
        "readers of feeds know it again"
    );
    assert!(article.published.evidence.iter().any(|it| it.rule == "overlay"));
}

#[test]
fn a_line_that_is_taken_in_stands_where_it_stood_in_the_page_of_any_format() {
    let first = "The new bridge was opened on Monday by the mayor, who thanked the builders.";
    let last = "Boats had carried all that the town needed for twenty years of patient work.";
    let line = "Sign up for our newsletter";
    let text = format!(
        "Bridge opens\n\nThe Port Post, 5 March 2024\n\nOSLO (Reuters) - {first}\n\n{line}\n\n{last}\n\nShare this story\n"
    );
    let html = format!("<h1>Bridge opens</h1><p>{first}</p><p>{line}</p><p>{last}</p>");
    for (name, page) in [("a.txt", text), ("a.html", html)] {
        let folder = Folder::new("lines-stood").with(name, page);
        let read = |overlay: &str| {
            std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
            let corpus = folder.read().expect("a corpus");
            let paragraphs = corpus.articles[0].paragraphs().map(|it| it.1.to_owned());
            paragraphs.collect::<Vec<_>>()
        };
        assert_eq!(read(""), [first, last], "{name}");
        let into = |line: &str| format!("[articles.a.lines_in]\n{line:?} = true\n");
        assert_eq!(read(&into(line)), [first, line, last], "{name}");
        if name == "a.txt" {
            assert_eq!(read(&into("Share this story")), [first, last, "Share this story"]);
        }
    }
    let none = Folder::new("lines-false").with("a.txt", ARTICLE);
    let none = none.with("dateline.toml", "[articles.a.lines_in]\nx = false\n");
    let error = none.read().expect_err("an error").to_string();
    assert!(error.contains("\"x\" is false; true or the paragraph"), "{error}");
}

#[test]
fn an_event_of_the_editors_own_has_its_words_its_day_and_its_source() {
    let edited = Edited::new("own");
    let corpus = edited.with(
        "[events.vote]\nown = true\nlabel = \"The council votes\"\ndate = \"2024-02-01\"\nnote = \"By phone.\"\n\
         [events.thanks]\nown = true\ndate = \"2024-03-04\"\nlabel = \"Thanks\"\nstatus = \"planned\"\n\
         [events.thanks.told]\na = [\"who thanked  the builders\", \"No such words\"]\nb = []\nz = []\n",
    );
    assert_eq!(corpus.events.len(), edited.before.events.len() + 2);
    let vote = event(&corpus, "vote");
    assert_eq!(
        (vote.title.as_str(), vote.days.start.to_string()),
        ("The council votes", "2024-02-01".into())
    );
    assert!(vote.tellings.is_empty() && vote.key);
    let own = &vote.evidence[1];
    assert_eq!((own.text.as_str(), own.rule.as_str()), ("The council votes", "overlay"));
    assert_eq!(own.why, "This happening is the editor's own; no rule found it.");
    let thanks = event(&corpus, "thanks");
    let told: Vec<&str> = thanks
        .tellings
        .iter()
        .map(|it| it.span.of(&corpus.articles[it.article as usize].body))
        .collect();
    assert_eq!(told, ["who thanked the builders", ""]);
    assert_eq!(thanks.status, dateline_model::Status::Planned);
    let said = idle(&corpus);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("\"No such words\"") && said[1].contains("\"z\""), "{said:?}");
    assert!(corpus.events.is_sorted_by_key(|event| event.days.start));
    for broken in [
        "[events.x]\nown = true\nlabel = \"X\"\n",
        "[events.x]\nown = true\ndate = \"2024-03-04\"\n",
        "[events.x]\nfrom = \"y\"\n",
        "[events.x.told]\na = []\n",
    ] {
        let error = edited.refused(broken);
        assert!(error.contains("dateline.toml:1:") && error.contains("expected"), "{error}");
    }
}

#[test]
fn tellings_of_an_event_become_one_of_their_own() {
    let story = |outlet: &str, end: &str| {
        format!(
            "Bridge opens at last\n\nThe {outlet}, 6 March 2024\n\nThe new bridge over the river was opened on 5 March 2024 by the mayor, who thanked the builders for twenty years of {end}.\n"
        )
    };
    let folder = Folder::new("split")
        .with("a.txt", story("Port Post", "patient work on it"))
        .with("b.txt", story("Alder Times", "hard and patient work"))
        .with("c.txt", story("Norhaven Echo", "work without a day of rest"));
    let before = folder.read().expect("a corpus");
    let one = before.events.iter().find(|it| it.tellings.len() == 3).expect("one told by three");
    let with = |overlay: &str| {
        std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
        folder.read().expect("a corpus")
    };
    let rows = |from: &str| {
        format!(
            "[events.other]\nfrom = {from:?}\nlabel = \"Another bridge\"\ndate = \"2024-03-03\"\n\
             [events.other.told]\nb = [\"hard and patient work\"]\n"
        )
    };
    let corpus = with(&rows(&one.id));
    assert!(idle(&corpus).is_empty(), "{:?}", idle(&corpus));
    let (left, own) = (event(&corpus, &one.id), event(&corpus, "other"));
    assert_eq!((left.tellings.len(), own.tellings.len()), (2, 1));
    assert_eq!(own.tellings[0].article, 1);
    assert_eq!(own.days.start.to_string(), "2024-03-03");
    assert!(left.weight < one.weight && own.weight > 0);
    assert!(left.evidence[0].why.contains("tells 1 sentence of it apart, as “Another bridge”"));
    assert!(own.evidence[0].why.contains(&format!("apart from “{}”", one.title)), "{own:?}");
    // The id is made of words, which may be others when articles come; the sentences find it again.
    let again = with(&rows("2024-03-05-as-it-was-called"));
    assert_eq!(event(&again, "other"), own);
    assert!(idle(&again).is_empty());
    // Taken apart whole, nothing is left of it.
    let all = with(&format!(
        "[events.other]\nfrom = {:?}\nlabel = \"All\"\n[events.other.told]\na = []\nb = []\nc = []\n",
        one.id
    ));
    assert!(all.events.iter().all(|it| it.id != one.id));
    assert_eq!(event(&all, "other").tellings.len(), 3);
    assert_eq!(event(&all, "other").days, one.days);
    // What is nowhere is named, and stands for itself where it can.
    let none = with("[events.other]\nfrom = \"x\"\n[events.other.told]\nb = [\"No such words\"]\n");
    assert_eq!(none.events, before.events);
    assert_eq!(idle(&none).len(), 3, "{:?}", idle(&none));
}

#[test]
fn what_a_name_names_is_put_right_and_a_name_that_is_nowhere_is_said() {
    let edited = Edited::new("kinds");
    let text = ARTICLE.replace("the mayor", "Ada Quill of the Port Alder Council");
    let folder = Folder::new("kinds-of").with("a.txt", text);
    let before = folder.read().expect("a corpus");
    let entity = before.entities.first().expect("a name");
    let now = if entity.kind == dateline_model::EntityKind::Place { "person" } else { "place" };
    let overlay = format!(
        "[names.{:?}]\nkind = {now:?}\nnote = \"Asked.\"\nwhen = 2026-11-30\n[names.\"Nobody Else\"]\nkind = \"person\"\n",
        entity.name
    );
    std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
    let read = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus").corpus;
    let after = read.entities.iter().find(|it| it.name == entity.name).expect("it stays");
    assert_eq!(after.kind.name(), now);
    assert_eq!(after.evidence[0].text, "Asked.");
    assert!(after.evidence[1].why.contains("it was read as"), "{after:?}");
    let overlay = format!(
        "[names.{:?}]\nkind = {now:?}\nnotes.kind = \"Seen.\"\nnotes.merge = \"Nothing.\"\n",
        entity.name
    );
    std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
    let read = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus");
    let after = read.corpus.entities.iter().find(|it| it.name == entity.name).expect("it stays");
    assert_eq!(after.evidence[0].why, "The editor's note on what it names.");
    drop(edited);
}

#[test]
fn a_mention_is_somebody_else_in_one_article_and_one_that_is_nowhere_is_said() {
    let text = |outlet: &str| {
        ARTICLE.replace("the mayor", "Ada Quill, the mayor").replace("The Port Post", outlet)
            + "\nQuill said that she was glad of it, and went home over the new bridge in the evening.\n"
    };
    let folder = Folder::new("here")
        .with("a.txt", text("The Port Post"))
        .with("b.txt", text("The Echo").replace("glad", "happy"));
    let overlay = "[articles.b.names]\nQuill = \"Otto Quill\"\n\"Nobody Else\" = \"Otto Quill\"\n";
    std::fs::write(folder.0.join("dateline.toml"), overlay).expect("an overlay");
    let corpus = folder.read().expect("a corpus");
    let otto = corpus.entities.iter().find(|it| it.name == "Otto Quill").expect("somebody else");
    assert_eq!(otto.articles, [1]);
    assert_eq!(otto.evidence.len(), 1);
    let said = idle(&corpus);
    assert_eq!(said.len(), 1);
    assert!(said[0].contains("[articles.\"b\"] says whom \"Nobody Else\" names"), "{said:?}");
}

#[test]
fn all_that_the_readme_shows_of_corrections_is_understood() {
    let readme = include_str!("../../../../README.md");
    let from = readme.find("title = \"Istanbul talks, 2025\"").expect("its beginning");
    let shown = readme[from..].split("```").next().expect("its end");
    let read = crate::overlay::parse(std::path::Path::new("dateline.toml"), shown.into());
    let overlay = read.expect("an overlay").overlay;
    let owned = overlay.events.iter().filter(|row| row.own.is_some()).count();
    assert_eq!((overlay.articles.len(), overlay.names.len(), owned), (2, 1, 2));
}

#[test]
fn a_correction_follows_its_text_when_files_are_called_otherwise() {
    let other = ARTICLE.replace("bridge", "ferry");
    let folder = Folder::new("renamed").with("a.txt", ARTICLE).with("b.txt", other.clone());
    let before = folder.read().expect("a corpus");
    let known = format!("{:016x}", before.articles[0].fingerprint);
    let overlay = |row: &str| {
        let rows = format!(
            "[articles.a]\nfingerprint = {known:?}\ntitle = \"As printed\"\n{row}\n[publish.articles]\na = \"none\"\n[events.vote]\nown = true\nlabel = \"A vote\"\ndate = \"2024-02-01\"\ntold = {{ a = [] }}\n"
        );
        std::fs::write(folder.0.join("dateline.toml"), rows).expect("an overlay");
    };
    let titles = |corpus: &Corpus| -> Vec<(String, bool, bool)> {
        let titled = |article: &dateline_model::Article| {
            (
                article.id.clone(),
                article.title == "As printed",
                article.withheld == dateline_model::Withheld::All,
            )
        };
        corpus.articles.iter().map(titled).collect()
    };
    let published = || read_for_publishing(std::slice::from_ref(&folder.0)).expect("it").corpus;
    overlay("");
    let expected = [("a".into(), true, true), ("b".into(), false, false)];
    assert_eq!(titles(&published()), expected);
    // The other text takes the name.
    std::fs::write(folder.0.join("a.txt"), &other).expect("a file");
    std::fs::write(folder.0.join("b.txt"), ARTICLE).expect("a file");
    let corpus = published();
    assert_eq!(titles(&corpus), [("a".into(), false, false), ("b".into(), true, true)]);
    assert_eq!(event(&corpus, "vote").tellings[0].article, 1);
    assert!(idle(&corpus).is_empty(), "{:?}", idle(&corpus));
    // A text that changed is known by its file's name.
    std::fs::remove_file(folder.0.join("b.txt")).expect("a file");
    assert_eq!(titles(&published()), [("a".into(), true, true)]);
    // Of two rows the one by the present name counts, and the other is named.
    std::fs::write(folder.0.join("b.txt"), ARTICLE).expect("a file");
    std::fs::remove_file(folder.0.join("a.txt")).expect("a file");
    overlay("[articles.b]\ntitle = \"Twice\"");
    let corpus = folder.read().expect("a corpus");
    let said = idle(&corpus);
    assert!(said.iter().any(|it| it.contains("[articles.\"a\"] names no article")), "{said:?}");
    std::fs::write(folder.0.join("dateline.toml"), "[articles.a]\nfingerprint = \"7\"\n").unwrap();
    let error = folder.read().expect_err("no fingerprint").to_string();
    assert!(error.contains("dateline.toml:2:") && error.contains("16 digits"), "{error}");
}
