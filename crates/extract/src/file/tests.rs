//! Small invented files of every format, and what is read of them.

use dateline_model::WarningKind;

use super::{Opened, articles, decode};
use crate::draft::Draft;

const STORY: &str = "The old harbour of the small town opened again on Sunday after nine years of work.\n\nThe mayor said that the first boat had carried salt, a choir and a letter from the sea.";

fn open(path: &str, bytes: &[u8], plain: bool) -> Result<Opened, (WarningKind, String)> {
    articles(path, decode(path, bytes, plain)?, plain)
}

fn opened(path: &str, text: &str) -> Opened {
    open(path, text.as_bytes(), false).unwrap_or_else(|error| panic!("{path}: {error:?}"))
}

/// The one article of a file, its body being the story.
fn check(path: &str, text: &str) -> Draft {
    let opened = opened(path, text);
    assert_eq!(opened.articles.len(), 1, "{path}: {opened:?}");
    let draft = opened.articles.into_iter().next().expect("an article").draft;
    assert_eq!(draft.body, STORY, "{path}: {draft:#?}");
    draft
}

/// Title, outlet, author and day.
fn check_facts(draft: &Draft, expected: [&str; 4]) {
    let day = draft.published.as_ref().and_then(|when| when.date).map(|day| day.to_string());
    let facts = [
        draft.title.as_str(),
        draft.outlet.as_deref().unwrap_or(""),
        draft.author.as_deref().unwrap_or(""),
        day.as_deref().unwrap_or(""),
    ];
    assert_eq!(facts, expected, "{draft:#?}");
}

const FACTS: [&str; 4] = ["Old harbour opens again", "Oakdale Courier", "Ada Lind", "2024-03-05"];

#[test]
fn front_matter_states_the_facts_of_a_markdown_text() {
    for head in [
        "---\ntitle: Old harbour opens again\ndate: 2024-03-05T08:15:00+01:00\nauthor: Ada Lind\npublication: Oakdale Courier\nurl: https://example.org/harbour\ntags: [salt, choir]\n---\n\n",
        "+++\ntitle = \"Old harbour opens again\"\npublished = 2024-03-05\nauthors = [\"Ada Lind\"]\nsite = \"Oakdale Courier\"\ntags = ['salt', 'choir']\n+++\n",
        "---\ntitle: \"Old harbour opens again\"\nsource: https://example.org/harbour\nauthor:\n  - \"[[Ada Lind]]\"\npublished: 2024-03-05\ncreated: 2024-09-09\nsite: Oakdale Courier\ntags:\n  - salt\n  - choir\n---\n# Old harbour opens again\n\n",
        "Title: Old harbour opens again\nAuthor: Ada Lind\nSource: Oakdale Courier\nDate: 5 March 2024\nTags: salt, choir\n\n",
    ] {
        let draft = check("a.md", &format!("{head}{STORY}\n"));
        check_facts(&draft, FACTS);
        assert_eq!(draft.tags, ["salt", "choir"], "{head}");
    }
}

#[test]
fn a_clipping_is_separated_from_the_page_around_it() {
    let text = format!(
        "---\ntitle: Old harbour opens again\ncreated: 2024-09-09\n---\nMenu\n\n# Old harbour opens again\n\nOakdale Courier\n\n![The harbour at dawn](a.jpg)\n\nBy Ada Lind\n\n5 March 2024\n\n{STORY}\n\n## Related articles\n\n- [Salt is dear again](b)\n- [Choir looks for a tenor](c)\n- [Snow closes the pass](d)\n"
    );
    let draft = check("a.md", &text);
    check_facts(&draft, FACTS);
    assert_eq!(draft.captions, ["The harbour at dawn"]);
}

#[test]
fn the_day_a_copy_was_made_counts_only_where_nothing_else_dates_it() {
    let draft = check("a.md", &format!("---\ntitle: Harbour\ncreated: 2024-09-09\n---\n{STORY}"));
    let when = draft.published.expect("a date");
    assert_eq!(when.evidence[0].rule, "stated-date/copy-made");
}

#[test]
fn an_address_may_hold_the_day_and_names_the_outlet() {
    let head = "---\ntitle: Harbour\nsource: https://www.oakdale-courier.com/2024/03/05/harbour?id=1\n---\n";
    let draft = check("a.md", &format!("{head}{STORY}"));
    check_facts(&draft, ["Harbour", "oakdale-courier.com", "", "2024-03-05"]);
    assert_eq!(draft.published.expect("a date").evidence[0].rule, "stated-date/address");
    let head = "---\ntitle: Harbour\nsource: https://www.bbc.com/news/12-34-56\n---\n";
    check_facts(&check("a.md", &format!("{head}{STORY}")), ["Harbour", "BBC", "", ""]);
}

#[test]
fn broken_front_matter_is_named_with_its_line_and_the_article_is_read() {
    let text = format!("---\ntitle: Harbour: open\nauthor: [Ada\n---\n{STORY}");
    let opened = opened("a.md", &text);
    assert_eq!(opened.doubts[0].0, WarningKind::Meta);
    assert!(opened.doubts[0].1.starts_with("line "), "{:?}", opened.doubts);
    assert_eq!(opened.articles[0].draft.title, "Harbour: open");
    assert_eq!(opened.articles[0].draft.body, STORY);
}

#[test]
fn markdown_without_front_matter_is_separated_like_any_text() {
    let text = format!("# Old harbour opens again\n\n*Oakdale Courier*, 5 March 2024\n\n{STORY}\n");
    assert_eq!(check("a.markdown", &text).title, "Old harbour opens again");
}

#[test]
fn one_object_is_one_article_whatever_its_fields_are_called() {
    let body = STORY.replace('\n', "\\n");
    let html: String = STORY.split("\n\n").map(|text| format!("<p>{text}</p>")).collect();
    for json in [
        format!(
            r#"{{"title": "Old harbour opens again", "text": "{body}", "author": "Ada Lind", "source": {{"name": "Oakdale Courier"}}, "publishedAt": "2024-03-05T08:15:00Z"}}"#
        ),
        format!(
            r#"{{"headline": "Old harbour opens again", "articleBody": "{body}", "author": {{"@type": "Person", "name": "Ada Lind"}}, "publisher": {{"name": "Oakdale Courier"}}, "datePublished": "2024-03-05", "@type": "NewsArticle"}}"#
        ),
        format!(
            r#"{{"title": "Old harbour opens again", "maintext": "{body}", "authors": ["Ada Lind"], "outlet": "Oakdale Courier", "date_publish": "2024-03-05 08:15:00", "filename": "x"}}"#
        ),
        format!(
            r#"{{"title": {{"rendered": "Old harbour opens again"}}, "content": {{"rendered": "{html}"}}, "author": "By Ada Lind", "sitename": "Oakdale Courier", "date": 1709626500}}"#
        ),
        format!(
            r#"{{"response": {{"status": "ok", "results": [{{"webTitle": "Old harbour opens again", "webPublicationDate": "2024-03-05T08:15:00Z", "fields": {{"body": "{html}", "byline": "Ada Lind", "publication": "Oakdale Courier"}}}}]}}}}"#
        ),
    ] {
        check_facts(&check("a.json", &json), FACTS);
        check_facts(&check("a.txt", &json), FACTS);
    }
}

#[test]
fn a_feed_names_the_outlet_of_its_items() {
    let json = format!(
        r#"{{"version": "https://jsonfeed.org/version/1.1", "title": "Oakdale Courier", "items": [{{"id": "harbour-1", "title": "Old harbour opens again", "content_text": "{}", "authors": [{{"name": "Ada Lind"}}], "date_published": "2024-03-05T08:15:00+01:00"}}]}}"#,
        STORY.replace('\n', "\\n")
    );
    check_facts(&check("feed.JSON", &json), FACTS);
    assert_eq!(opened("feed.json", &json).articles[0].id.as_deref(), Some("harbour-1"));
}

#[test]
fn rows_that_are_no_article_are_named_and_the_others_stay() {
    let row = |text: &str| format!(r#"{{"title": "Salt", "text": "{text} came into the port."}}"#);
    let text =
        format!("{}\n\n{{\"title\": \"x\"}}\n[1]\n{{oops\n{}\n", row("A boat"), row("A choir"));
    let opened = opened("a.ndjson", &text);
    let numbers: Vec<usize> = opened.articles.iter().map(|article| article.number).collect();
    assert_eq!(numbers, [1, 6]);
    for words in ["line 3: has no text", "line 4: is a list", "line 5, column"] {
        let found = opened.doubts.iter().find(|doubt| doubt.1.starts_with(words));
        assert!(
            found.is_some_and(
                |doubt| doubt.0 == WarningKind::Malformed && doubt.1.contains("was expected")
            ),
            "{words}: {:?}",
            opened.doubts
        );
    }
}

#[test]
fn of_very_many_broken_lines_the_first_are_named_and_the_rest_counted() {
    let opened = opened("a.jsonl", &"{oops\n".repeat(1_000));
    assert_eq!(opened.doubts.len(), 51);
    assert!(opened.doubts[50].1.starts_with("has 950 more"), "{:?}", opened.doubts[50]);
}

#[test]
fn a_summary_is_the_body_where_there_is_no_other_text() {
    let opened =
        opened("a.json", r#"[{"title": "Salt", "description": "A boat came into the port."}]"#);
    assert_eq!(opened.articles[0].draft.body, "A boat came into the port.");
    assert_eq!(opened.doubts[0].0, WarningKind::NoBody);
}

#[test]
fn the_mark_of_a_text_that_was_cut_short_leaves_it() {
    let opened =
        opened("a.json", r#"{"title": "Salt", "content": "A boat came into the… [+1234 chars]"}"#);
    let draft = &opened.articles[0].draft;
    assert_eq!(
        (draft.body.as_str(), draft.furniture[0].rule.as_str()),
        ("A boat came into the…", "cut-short")
    );
}

#[test]
fn a_field_that_holds_a_whole_page_is_separated() {
    let json = format!(
        r#"{{"title": "Old harbour opens again", "text": "Menu\nSubscribe\nOld harbour opens again\nShare\n{}\nRelated articles\nSalt is dear again\nChoir looks for a tenor\nSign up for our newsletter", "date": "2024-03-05"}}"#,
        STORY.replace('\n', "\\n")
    );
    assert!(check("a.json", &json).furniture.len() >= 6);
}

#[test]
fn a_date_that_is_none_is_named() {
    let json = r#"{"title": "Salt", "text": "A boat came into the port.", "date": "soon"}"#;
    let opened = opened("a.json", json);
    assert!(opened.doubts[0].1.contains("\"soon\"") && opened.doubts[0].0 == WarningKind::Meta);
}

#[test]
fn a_message_states_its_facts_in_its_head() {
    let head = "From: Ada Lind from Oakdale Courier <news@example.org>\r\nSubject: Old harbour opens again\r\nDate: Tue, 5 Mar 2024 08:15:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    let text = format!("{head}{}\r\n\r\nUnsubscribe here\r\n", STORY.replace('\n', "\r\n"));
    for path in ["a.eml", "a.txt"] {
        let draft = check(path, &text);
        check_facts(&draft, FACTS);
        assert_eq!(draft.published.expect("a date").evidence[0].rule, "stated-date/mail-header");
    }
}

#[test]
fn files_are_told_by_what_they_hold_too() {
    check_facts(
        &check(
            "a.txt",
            &format!(
                "---\ntitle: Old harbour opens again\ndate: 2024-03-05\nauthor: Ada Lind\noutlet: Oakdale Courier\n---\n{STORY}"
            ),
        ),
        FACTS,
    );
    let html: String = STORY.split("\n\n").map(|text| format!("<p>{text}</p>")).collect();
    check(
        "a.txt",
        &format!("<!DOCTYPE html><html><body><h1>Old harbour opens again</h1>{html}</body></html>"),
    );
}

#[test]
fn what_holds_no_article_says_what_was_expected() {
    for (path, text) in [
        ("a.json", "[]"),
        ("a.json", "{}"),
        ("a.json", "{"),
        ("a.json", "7"),
        ("a.ndjson", "x"),
        ("a.eml", "x"),
        ("a.md", ""),
    ] {
        match open(path, text.as_bytes(), false) {
            Ok(opened) => {
                assert!(opened.articles.is_empty(), "{path} {text}: {opened:?}");
                assert!(opened.doubts[0].1.contains("expected"), "{:?}", opened.doubts);
            }
            Err((_, words)) => assert!(words.contains("expected"), "{words}"),
        }
    }
}

/// Damaged files of every kind, the same on every run.
#[test]
fn damaged_files_of_every_kind_never_panic() {
    let samples: [(&str, &str); 7] = [
        (
            "a.md",
            "---\ntitle: \"Salt: dear\"\ndate: 2024-03-05\nauthor: [[[Ada]]]\n---\n# Salt\n\n![a b](c \"d e\") {{< x >}} <p>é &amp;</p>\n\n| a | b |\n|---|---|\n| c | d |\n\n[^1]: ü",
        ),
        (
            "b.md",
            "+++\ntitle = 'Salt'\ndate = 2024-03-05\n+++\nThe boat – came.\n\n```\nx = 1\n```",
        ),
        (
            "a.json",
            r#"{"version": "1", "title": "P", "items": [{"id": 1, "title": "<b>Sält</b>", "content_html": "<p>A &#x2019; boat<br>came</p>", "authors": [{"name": "Ada"}], "date_published": 1709600000}]}"#,
        ),
        (
            "a.ndjson",
            "{\"text\": \"A boat… [+12 chars]\"}\n{\"text\": \"\u{1F6A2} ship\", \"date\": \"20240305T101500Z\"}\n",
        ),
        (
            "a.eml",
            "From: =?utf-8?Q?Ad=C3=A1?= <a@b.example>\r\nSubject: Re: S\r\n alt\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>A boat</p>\r\n--x--\r\n",
        ),
        (
            "a.txt",
            "From: Ada Lind\nSubject: S\n alt\nDate: Tue May 28 19:20:05 +0000 2024\n\nBy Ada Lind on 5. März, 2024 | x\n\n— Tom (@tom) March 4, 2024\n\n© 2024 by Ada Lind",
        ),
        (
            "a.html",
            "<!doctype html><html><script>a</script><td>é</td><!-- x --><p title='>'>A boat",
        ),
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    const MARKS: [&[u8]; 16] = [
        b"\"",
        b"{",
        b"}",
        b"[",
        b"]",
        b"<",
        b">",
        b"&",
        b":",
        b"\n",
        b"\\",
        b"\xE2\x80",
        b"---\n",
        b"%%",
        b"\0",
        b"9",
    ];
    for (path, sample) in samples {
        for _ in 0..400 {
            let mut bytes = sample.as_bytes().to_vec();
            for _ in 0..=random(4) {
                let at = random(bytes.len() + 1);
                let end = (at + random(12)).min(bytes.len());
                bytes.splice(at..end, MARKS[random(MARKS.len())].iter().copied());
            }
            bytes.truncate(bytes.len() - if random(3) == 0 { random(bytes.len()) } else { 0 });
            let Ok(opened) = open(path, &bytes, random(4) == 0) else { continue };
            for piece in opened.articles {
                assert!(piece.draft.body.len() <= bytes.len() * 12 + 64, "{path}");
            }
        }
    }
}

#[test]
fn rows_of_a_file_show_which_number_it_writes_first() {
    let row =
        |day: &str| format!(r#"{{"title": "Salt", "text": "The boat came in.", "date": "{day}"}}"#);
    let days = |rows: &[&str]| {
        let text = rows.iter().map(|day| row(day)).collect::<Vec<_>>().join("\n");
        let opened = opened("rows.jsonl", &text);
        let whens = opened.articles.into_iter().map(|one| one.draft.published.expect("a day"));
        whens
            .map(|when| format!("{} {:?}", when.date.expect("a day"), when.basis))
            .collect::<Vec<_>>()
    };
    assert_eq!(days(&["03-05-2024", "03-25-2024"]), ["2024-03-05 Stated", "2024-03-25 Stated"]);
    assert_eq!(days(&["03-05-2024", "25-03-2024"]), ["2024-05-03 Stated", "2024-03-25 Stated"]);
    assert_eq!(days(&["03-05-2024"]), ["2024-05-03 Inferred"]);
}
