//! A folder as an editor might leave it.

use std::fs;
use std::path::PathBuf;

use dateline_model::WarningKind;

use super::*;

/// A folder of its own for each test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path =
            std::env::temp_dir().join(format!("dateline-folder-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn with(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a sub-folder");
        fs::write(path, bytes).expect("a file");
        self
    }

    fn read(&self) -> Result<Corpus, Error> {
        read(std::slice::from_ref(&self.0), &Options::default())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A test that failed half-way may have removed it already.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ARTICLE: &str = "Bridge opens at last\n\nThe Port Post, 5 March 2024\n\nThe new bridge was opened on Monday by the mayor, who thanked the builders for twenty years of patient work on it.\n";

#[test]
fn every_kind_of_bad_seed_is_named_with_its_reason_and_the_good_one_is_kept() {
    let folder = Folder::new("bad")
        .with("a.txt", ARTICLE)
        .with("b-copy.txt", ARTICLE)
        .with("c-empty.txt", " \n")
        .with("d-binary.txt", b"\x89PNG\0\x01\x02\x03\0\0")
        .with("e-huge.txt", vec![b'a'; 50 * 1024 * 1024])
        .with("f.pdf", "%PDF")
        .with(".hidden", "x")
        .with("sub/g-undated.txt", "The ferry\n\nThe ferry crosses the harbour in a quarter of an hour, and nobody has ever thought of asking it to go faster than that.\n");
    let corpus = folder.read().expect("a corpus");
    let ids: Vec<&str> = corpus.articles.iter().map(|article| article.id.as_str()).collect();
    assert_eq!(ids, ["a", "sub/g-undated"]);
    let kinds: Vec<(&str, WarningKind)> =
        corpus.warnings.iter().map(|warning| (warning.file.as_str(), warning.kind)).collect();
    for expected in [
        ("b-copy.txt", WarningKind::Duplicate),
        ("c-empty.txt", WarningKind::Empty),
        ("d-binary.txt", WarningKind::Binary),
        ("e-huge.txt", WarningKind::TooLarge),
        ("f.pdf", WarningKind::UnknownType),
        ("sub/g-undated.txt", WarningKind::NoDate),
    ] {
        assert!(kinds.contains(&expected), "{expected:?} in {kinds:?}");
    }
    assert!(corpus.warnings.iter().all(|warning| warning.message.starts_with(&warning.file)));
}

#[test]
fn facts_beside_an_article_count_as_stated() {
    let folder = Folder::new("meta").with("a.txt", ARTICLE).with(
        "a.meta.json",
        r#"{"title": "The bridge", "outlet": "Alder Times", "date": "2024-03-06T08:15"}"#,
    );
    let corpus = folder.read().expect("a corpus");
    let article = &corpus.articles[0];
    assert_eq!(
        (article.title.as_str(), article.outlet.as_deref()),
        ("The bridge", Some("Alder Times"))
    );
    assert_eq!(article.published.date.map(|day| day.to_string()).as_deref(), Some("2024-03-06"));
    assert_eq!(article.published.time.map(|time| time.to_string()).as_deref(), Some("08:15"));
}

/// The warning about a meta file and the facts of the article beside it: title, outlet, day, time.
fn facts(name: &str, meta: impl AsRef<[u8]>) -> (Vec<String>, [String; 4]) {
    let folder = Folder::new(name).with("a.txt", ARTICLE).with("a.meta.json", meta);
    let corpus = folder.read().expect("a corpus");
    let article = &corpus.articles[0];
    let said = corpus.warnings.iter().map(|warning| {
        assert_eq!((warning.kind, warning.file.as_str()), (WarningKind::Meta, "a.txt"));
        warning.message.clone()
    });
    let published = &article.published;
    let facts = [
        article.title.clone(),
        article.outlet.clone().unwrap_or_default(),
        published.date.map(|day| day.to_string()).unwrap_or_default(),
        published.time.map(|time| time.to_string()).unwrap_or_default(),
    ];
    (said.collect(), facts)
}

#[test]
fn a_date_beside_an_article_is_understood_to_its_end_or_named() {
    for (date, day, time) in [
        ("2024-05-28", "2024-05-28", ""),
        ("2024-05-28T9:30", "2024-05-28", "09:30"),
        ("2024-05-28 09:30:15+03:00", "2024-05-28", "09:30"),
    ] {
        let (said, facts) = facts("meta-date", format!(r#"{{"date": "{date}"}}"#));
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(&facts[2..], [day, time], "{date}");
    }
    for date in ["2024-05-28 foo", "2024-05-28T25:00", "28 May 2024", "2024-05"] {
        let meta = format!(r#"{{"date": "{date}", "outlet": "Alder Times"}}"#);
        let (said, facts) = facts("meta-date-bad", meta);
        assert_eq!(said.len(), 1, "{date}: {said:?}");
        let start = format!("a.txt: a.meta.json: date is {date:?}; ");
        assert!(said[0].starts_with(&start) && said[0].ends_with(" was expected"), "{}", said[0]);
        // The page's own date and the other facts count.
        assert_eq!(facts[1..], ["Alder Times".to_owned(), "2024-03-05".into(), "".into()]);
    }
}

#[test]
fn what_of_the_facts_beside_an_article_cannot_be_used_is_named_and_the_rest_counts() {
    for (meta, expected, title) in [
        (r#"{"titel": "x", "title": "The bridge"}"#, "unknown field `titel`", "The bridge"),
        (r#"{"outlet": 7, "title": "The bridge"}"#, "outlet is a number; a text", "The bridge"),
        (r#"{"title": ["x"]}"#, "title is a list; a text", "Bridge opens at last"),
        (r#"{"title": "One", "title": "Two"}"#, "title is given twice", "One"),
        ("{\n  \"title\": \"One\",\n  oops\n}", "line 3 column 3", "Bridge opens at last"),
        ("[]", "an object with texts", "Bridge opens at last"),
        ("", "line 1 column 0", "Bridge opens at last"),
    ] {
        let (said, facts) = facts("meta-bad", meta);
        assert_eq!(said.len(), 1, "{meta}: {said:?}");
        assert!(said[0].starts_with("a.txt: a.meta.json: "), "{}", said[0]);
        assert!(said[0].contains(expected), "{}", said[0]);
        assert_eq!(facts[0], title, "{meta}");
    }
    let (said, facts) = facts("meta-mark", "\u{feff}{\"title\": \"One\", \"url\": null}");
    assert!(said.is_empty() && facts[0] == "One", "{said:?} {facts:?}");
}

#[test]
fn facts_that_cannot_be_read_or_belong_to_no_article_are_named() {
    let folder = Folder::new("meta-unreadable")
        .with("a.txt", ARTICLE)
        .with("a.meta.json/x.txt", " ")
        .with("b.txt", ARTICLE.replace("bridge", "ferry"))
        .with("b.meta.json", vec![b' '; 17 * 1024 * 1024])
        .with("sub/c.meta.json", "{}");
    let corpus = folder.read().expect("a corpus");
    assert_eq!(corpus.articles.len(), 2);
    let said: Vec<&str> = corpus
        .warnings
        .iter()
        .filter(|warning| warning.kind == WarningKind::Meta)
        .map(|warning| warning.message.as_str())
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said[0].starts_with("a.txt: a.meta.json: could not be read: it is a folder"));
    assert!(said[1].starts_with("b.txt: b.meta.json: is larger than 16 MB"), "{}", said[1]);
    assert!(said[2].starts_with("sub/c.meta.json: stands beside no article"), "{}", said[2]);
}

#[test]
fn a_broken_file_of_facts_is_named_and_the_article_is_kept() {
    let folder =
        Folder::new("meta-broken").with("a.txt", ARTICLE).with("a.meta.json", r#"{"titel": "x"}"#);
    let corpus = folder.read().expect("a corpus");
    assert_eq!(corpus.articles.len(), 1);
    let warning = &corpus.warnings[0];
    assert_eq!(warning.kind, WarningKind::Meta);
    assert!(warning.message.contains("a.meta.json") && warning.message.contains("titel"));
}

#[test]
fn a_file_of_several_articles_gives_each_its_own_id_and_loses_none() {
    let row = |id: &str, text: &str| {
        format!(
            r#"{{"id": {id}, "title": "Salt", "date": "2024-03-05", "text": "{text} came into the port."}}"#
        )
    };
    let rows = [
        row("\"The Boat\"", "A boat"),
        row("7", "A choir"),
        row("\"a\"", "A letter"),
        "[]".into(),
        row("null", "A tenor"),
    ];
    let folder = Folder::new("rows").with("a.txt", ARTICLE).with("news.NDJSON", rows.join("\n"));
    let corpus = folder.read().expect("a corpus");
    let found: Vec<(&str, &str)> = corpus
        .articles
        .iter()
        .map(|article| (article.id.as_str(), article.file.as_str()))
        .collect();
    let file = "news.NDJSON";
    assert_eq!(
        found,
        [("a", "a.txt"), ("the-boat", file), ("news-7", file), ("news-3", file), ("news-5", file)]
    );
    let warning = &corpus.warnings[0];
    assert_eq!(warning.kind, WarningKind::Malformed);
    assert!(warning.message.starts_with("news.NDJSON: line 4: is a list"), "{}", warning.message);
}

#[test]
fn a_kind_of_file_that_is_not_read_is_told_which_are() {
    let corpus = Folder::new("kinds").with("a.pdf", "%PDF").read().expect("a corpus");
    let message = &corpus.warnings[0].message;
    assert!(
        [".eml", ".md", ".ndjson", " or .xhtml was expected"]
            .iter()
            .all(|end| message.contains(end)),
        "{message}"
    );
}

#[test]
fn an_empty_folder_is_an_empty_corpus() {
    let corpus = Folder::new("empty").read().expect("a corpus");
    assert!(corpus.articles.is_empty() && corpus.warnings.is_empty());
}

#[test]
fn the_overlay_corrects_and_says_so() {
    let folder = Folder::new("overlay").with("a.txt", ARTICLE).with(
        "dateline.toml",
        "title = \"The bridge\"\n[articles.a]\ndate = \"2024-03-07\"\ntime = \"10:00\"\noutlet = \"Alder Times\"\n[articles.zz]\ntitle = \"?\"\n",
    );
    let corpus = folder.read().expect("a corpus");
    assert_eq!(corpus.site.title, "The bridge");
    let published = &corpus.articles[0].published;
    assert_eq!(published.basis, dateline_model::Basis::Corrected);
    assert_eq!(published.evidence[0].rule, "overlay");
    assert!(published.evidence[0].why.contains("5 March 2024"), "{:?}", published.evidence[0]);
    assert!(
        corpus.warnings.iter().any(|w| w.kind == WarningKind::Overlay && w.message.contains("zz"))
    );
}

#[test]
fn what_may_not_be_republished_is_read_and_not_published() {
    let toml = "[publish]\nbody = \"excerpt\"\n[publish.outlets]\n\"The Port Post\" = \"none\"\n\
                [publish.articles]\nb = \"full\"\n[site]\nurl = \"https://example.org/news\"\n";
    let folder = Folder::new("publish")
        .with("a.txt", ARTICLE)
        .with("b.txt", ARTICLE.replace("bridge", "ferry"))
        .with("c.txt", ARTICLE.replace("bridge", "tunnel").replace("The Port Post, ", ""))
        .with("dateline.toml", toml);
    let publication = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus");
    let shown = |corpus: &Corpus| -> Vec<usize> {
        corpus.articles.iter().map(|article| article.body.chars().count()).collect()
    };
    let whole = shown(&folder.read().expect("a corpus"));
    let published = shown(&publication.corpus);
    assert_eq!((published[0], published[1]), (0, whole[1]));
    assert!(published[2] > 0 && published[2] <= whole[2] / 2, "{published:?} of {whole:?}");
    assert_eq!(publication.url.as_deref(), Some("https://example.org/news/"));
    assert_eq!(publication.first_visit, None);
}

#[test]
fn what_a_first_visit_may_bring_is_the_editor_s_to_say() {
    let folder = Folder::new("bundle")
        .with("a.txt", ARTICLE)
        .with("dateline.toml", "[bundle]\nfirst_visit = 1000\n");
    let publication = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus");
    assert_eq!(publication.first_visit, Some(1000));
}

#[test]
fn a_rule_that_withholds_nothing_stops_whatever_publishes_and_is_named_with_its_line() {
    let toml = "# \"The Prot Post\"\n[publish]\nbody = \"excerpt\"\n\n[publish.outlets]\n\
                \"the port post\" = \"none\"\n\"The Prot Post\" = \"none\"\n\
                [publish.articles]\n\n\"a\" = \"full\"\naa = \"none\"\n";
    let folder = Folder::new("publish-slip").with("a.txt", ARTICLE).with("dateline.toml", toml);
    let paths = std::slice::from_ref(&folder.0);
    let file = folder.0.join(OVERLAY).display().to_string();
    let error = read_for_publishing(paths).map(|_| ()).expect_err("an error").to_string();
    let checked = check(paths).expect("a corpus");
    assert_eq!(error, checked.problems.join("\n"));
    let starts = [
        format!(
            "{file}:7: [publish.outlets] \"The Prot Post\" is the outlet, agency or carrier of no article; \"The Port Post\" was expected"
        ),
        format!(
            "{file}:11: [publish.articles] \"aa\" names no article of the folder; \"a\" was expected"
        ),
    ];
    assert_eq!(checked.problems.len(), starts.len(), "{error}");
    for (problem, start) in checked.problems.iter().zip(starts) {
        assert!(problem.starts_with(&start), "{problem}");
    }
    assert_eq!(checked.corpus.articles.len(), 1);
    // `inspect` shows everything, and stops at nothing.
    assert!(folder.read().is_ok());
    // Where nothing is published, rules may wait for the first article.
    let empty = Folder::new("publish-empty").with("dateline.toml", toml);
    assert!(read_for_publishing(std::slice::from_ref(&empty.0)).is_ok());
}

#[test]
fn rules_in_an_overlay_that_does_not_count_are_not_lost_without_a_word() {
    let none = "[publish]\nbody = \"none\"\n";
    let one = Folder::new("two-1").with("a.txt", ARTICLE).with("dateline.toml", none);
    let other = Folder::new("two-2").with("b.txt", ARTICLE).with("dateline.toml", "");
    let paths = [one.0.clone(), other.0.clone()];
    let error = read_for_publishing(&paths).map(|_| ()).expect_err("an error").to_string();
    assert!(error.starts_with(&one.0.join(OVERLAY).display().to_string()), "{error}");
    assert_eq!(check(&paths).expect("a corpus").problems, [error]);
    let deep = Folder::new("deep").with("a.txt", ARTICLE).with("sub/dateline.toml", none);
    let corpus = deep.read().expect("a corpus");
    assert_eq!(corpus.warnings[0].kind, WarningKind::Overlay);
    assert!(corpus.warnings[0].message.starts_with("sub/dateline.toml: does not count; "));
}

#[test]
fn other_rules_that_fit_nothing_are_named_by_check_alone() {
    let toml = "[outlets]\n\"The Prot Post\" = \"Port Post\"\n[entities]\nignore = [\n  \"Nobody Known\",\n]\n";
    let folder = Folder::new("idle").with("a.txt", ARTICLE).with("dateline.toml", toml);
    let paths = std::slice::from_ref(&folder.0);
    let checked = check(paths).expect("a corpus");
    assert!(checked.problems.is_empty());
    let said: Vec<&str> = checked.corpus.warnings.iter().map(|it| it.message.as_str()).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("dateline.toml:2: [outlets] \"The Prot Post\" is"), "{}", said[0]);
    assert!(said[1].contains("dateline.toml:5: [entities.ignore] \"Nobody"), "{}", said[1]);
    assert!(folder.read().expect("a corpus").warnings.is_empty());
    assert!(read_for_publishing(paths).is_ok());
}

#[test]
fn an_address_for_names_to_follow_is_whole_and_plain() {
    for (text, expected) in [
        ("https://example.org/news/", Some("https://example.org/news/")),
        ("http://localhost:8080", Some("http://localhost:8080/")),
        ("https://", None),
        ("https:///x", None),
        ("ftp://example.org/", None),
        ("https://example.org/?a=b", None),
        ("https://example.org/a b", None),
        ("javascript:alert(1)", None),
    ] {
        assert_eq!(base_url(text).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_broken_overlay_stops_with_file_line_and_what_was_expected() {
    for (toml, line, word) in [
        ("title = \"x\"\ntitel = 1\n", 2, "expected"),
        ("title = \n", 1, ""),
        ("title = 3\n", 1, "expected a string"),
        ("[articles.a]\ndate = \"28 May\"\n", 2, "was expected"),
        ("# \"28 May\"\n\n[articles.a]\ndate = \"28 May\"\n", 4, "was expected"),
        ("# a\n[articles.a]\ntime = \"19:20\"\n", 2, "no date"),
        ("[articles.a]\ndate = \"2025-05-28\"\ntime = \"25:00\"\n", 3, "was expected"),
        ("[articles.a]\ndate = \"2025-05-28\"\ntime = \"+9:30\"\n", 3, "was expected"),
        ("[articles.a]\ndate = \"2025-05-28 foo\"\n", 2, "was expected"),
        ("[publish]\nbody = \"half\"\n", 2, "excerpt"),
        ("[publish.outlets]\n\"The Port Post\" = \"no\"\n", 2, "none"),
        ("[publish]\noutlet = \"full\"\n", 2, "outlets"),
        ("[site]\nurl = \"example.org\"\n", 2, "https://"),
        ("[bundle]\nfirst_visit = \"300 KB\"\n", 2, "expected"),
        ("[bundle]\nfirst_visit = -1\n", 2, "expected"),
    ] {
        let folder = Folder::new("broken").with("a.txt", ARTICLE).with("dateline.toml", toml);
        let error = folder.read().expect_err("an error").to_string();
        assert!(error.contains(&format!("dateline.toml:{line}: ")), "{error}");
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn a_path_that_does_not_exist_is_named() {
    let error =
        read(&[PathBuf::from("no-such-folder")], &Options::default()).expect_err("an error");
    assert!(error.to_string().starts_with("no-such-folder: "), "{error}");
}

mod edited;
#[cfg(unix)]
mod links;
mod parts;

#[test]
fn files_that_come_one_by_one_give_what_the_folder_gives() {
    let tunnel = ARTICLE.replace("Bridge", "Tunnel").replace("bridge", "tunnel");
    let undated = tunnel.replace("The Port Post, 5 March 2024\n\n", "");
    let overlay = "title = \"Ways\"\n[articles.\"sub/undated\"]\noutlet = \"The Echo\"\nchecked = true\nnote = \"Asked.\"\nwhen = 2026-11-30\nlines_out = [\"Nowhere.\"]\n\
        [articles.a.lines_in]\n\"Nowhere.\" = \"\"\n[names.\"Port Post\"]\nkind = \"place\"\n\
        [events.mine]\nown = true\ndate = \"2024-03-04\"\nlabel = \"Mine\"\ntold = { a = [\"thanked the builders\"], sub = [] }\n\
        [events.apart]\nfrom = \"none\"\ntold = { a = [\"Nowhere.\"] }\n";
    let files: Vec<(&str, Vec<u8>)> = vec![
        ("sub/undated.md", undated.into()),
        ("sub.txt", tunnel.into()),
        ("a.txt", ARTICLE.into()),
        ("sub/undated.meta.json", r#"{"date": "2024-03-07", "colour": "red"}"#.into()),
        ("lost.meta.json", "{}".into()),
        ("sub/dateline.toml", "title = 1".into()),
        (".hidden/b.txt", ARTICLE.into()),
        ("f.pdf", "%PDF".into()),
        ("huge.txt", vec![b'a'; 50 * 1024 * 1024]),
        ("dateline.toml", overlay.into()),
    ];
    let folder =
        files.iter().fold(Folder::new("held"), |folder, (name, bytes)| folder.with(name, bytes));
    let expected = read_for_publishing(std::slice::from_ref(&folder.0)).expect("a corpus").corpus;
    let mut held = Held::default();
    let list: Vec<(String, u64)> =
        files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.len() as u64)).collect();
    let bytes = |wanted: &str| &files.iter().find(|(name, _)| *name == wanted).expect("a file").1;
    for Listed { name, meta } in held.list(&list) {
        held.read(&name, bytes(&name), meta.as_deref().map(|meta| bytes(meta).as_slice()));
    }
    let joined = held.join(overlay.as_bytes(), &()).expect("a corpus");
    assert_eq!(joined.publication.corpus, expected);
    assert!(expected.events.iter().any(|event| event.id == "mine" && event.tellings.len() == 2));
    assert_eq!(joined.publication.corpus.articles.len(), 3);
    assert!(
        joined.publication.corpus.warnings.len() >= 5,
        "{:?}",
        joined.publication.corpus.warnings
    );

    // What is here no more is forgotten, and what stays is not read again.
    let left = held.list(&list[2..3]);
    assert_eq!(left, [Listed { name: "a.txt".into(), meta: None }]);
    let joined = held.join(b"", &()).expect("a corpus");
    assert_eq!(joined.publication.corpus.articles.len(), 1);
    let broken = held.join(b"title = 1", &()).err().expect("an error").to_string();
    assert!(broken.starts_with("dateline.toml:1:"), "{broken}");
}
