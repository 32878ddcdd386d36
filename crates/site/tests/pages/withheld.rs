//! What may not be republished, looked for in everything that is written.

use dateline_ingest::overlay::{Body, Overlay, Publish};
use dateline_ingest::{Options as Reading, Source, ingest, publish};
use dateline_model::{Corpus, decode, encode};

use crate::{options, texts};

const A: &str = "Bridge opens at last\n\nThe Port Post, 5 March 2024\n\nThe new bridge over the harbour was opened on Monday by mayor Marta Quell, who thanked the builders for twenty years of patient work.\n\nShe said on 4 March 2024 that tolls would begin on 2 April after the council meets the union.\n";
const B: &str = "Union threatens a strike over tolls\n\nThe Alder Gazette\n\nThe bridge union said on Thursday that its crews would stop work on 15 March 2024 unless the tolls are dropped by then.\n\n“Nobody asked the people who cross it every morning,” Anton Weiss told a crowd in Port Alder.\n\nThe new bridge over the harbour was opened on Monday 4 March 2024 by mayor Marta Quell with a brass band.\n\nWeiss said that the council had refused on 1 March 2024 to name a date for talks with his members.\n";

fn story(body: Body) -> (Corpus, Corpus) {
    let source = |path, text: &'static str| Source { path, bytes: text.as_bytes(), meta: None };
    let sources = [source("a.txt", A), source("b.txt", B)];
    let whole = ingest(&sources, &Overlay::default(), &Reading::default());
    let rules = Publish { articles: vec![("b".into(), body)], ..Publish::default() };
    (whole.clone(), publish::apply(whole, &rules))
}

fn words(text: &str) -> Vec<String> {
    let plain = text.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    let plain = plain.replace("&quot;", "\"").replace("\\n", " ").to_lowercase();
    let words = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// All runs of five words.
fn runs(text: &str) -> impl Iterator<Item = String> {
    let words = words(text);
    let runs: Vec<String> = words.windows(5).map(|run| run.join(" ")).collect();
    runs.into_iter()
}

/// Everything that is written for readers or machines, the app's corpus unpacked too.
fn outputs(corpus: &Corpus) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = texts(corpus, &options()).into_iter().collect();
    let packed = encode(corpus);
    all.push(("corpus.bin".into(), String::from_utf8_lossy(&packed).into_owned()));
    all.push(("corpus".into(), format!("{:?}", decode(&packed).expect("a corpus"))));
    all
}

/// Runs of withheld words that some output has.
fn leaks(whole: &Corpus, corpus: &Corpus) -> Vec<String> {
    let (was, is) = (&whole.articles[1].body, &corpus.articles[1].body);
    // What others say too, and names, are no secret.
    let open: Vec<String> = corpus
        .articles
        .iter()
        .flat_map(|it| [it.body.as_str(), it.title.as_str()])
        .chain(corpus.entities.iter().map(|it| it.name.as_str()))
        .map(|text| format!(" {} ", words(text).join(" ")))
        .collect();
    let withheld: Vec<String> = runs(&was[is.len()..])
        .filter(|run| !open.iter().any(|text| text.contains(&format!(" {run} "))))
        .collect();
    assert!(withheld.len() > 20, "{withheld:?}");
    let mut found = Vec::new();
    for (name, text) in outputs(corpus) {
        let text = format!(" {} ", words(&text).join(" "));
        let seen = withheld.iter().filter(|run| text.contains(&format!(" {run} ")));
        found.extend(seen.map(|run| format!("{name}: {run}")));
    }
    found
}

#[test]
fn no_run_of_withheld_words_is_in_any_file() {
    for body in [Body::None, Body::Excerpt] {
        let (whole, corpus) = story(body);
        assert_eq!(leaks(&whole, &corpus), [] as [&str; 0], "{body:?}");
    }
}

#[test]
fn the_search_for_leaks_finds_one_in_every_kind_of_file() {
    let (whole, withheld) = story(Body::None);
    // The facts are withheld as the editor wants it; the label of one event is not.
    let mut corpus = withheld.clone();
    corpus.events[0].title =
        "Crews would stop work on 15 March 2024 unless the tolls are dropped".into();
    let found = leaks(&whole, &corpus);
    for name in ["corpus:", "corpus.bin:", "events.html:", "events/", "feed.xml:", "index.html:"] {
        assert!(found.iter().any(|leak| leak.starts_with(name)), "{name} {found:?}");
    }
}

#[test]
fn a_withheld_article_s_page_says_so_and_where_the_original_is() {
    let (_, mut corpus) = story(Body::None);
    let said = |corpus: &Corpus| texts(corpus, &options())["articles/b.html"].clone();
    assert!(said(&corpus).contains("This text is not republished here: see <bdi>"));
    corpus.articles[1].url = Some("https://example.com/strike?a=1&b=2".into());
    let link = "see <a rel=\"noopener noreferrer\" href=\"https://example.com/strike?a=1&amp;b=2\">the original</a>";
    assert!(said(&corpus).contains(link), "{}", said(&corpus));
    let (_, corpus) = story(Body::Excerpt);
    assert!(said(&corpus).contains("The rest of this text is not republished here"));
    let event = texts(&corpus, &options())
        .into_iter()
        .find(|(path, text)| path.starts_with("events/") && text.contains("The rest of this text"));
    assert!(event.is_some(), "an event that a withheld sentence tells says so too");
}
