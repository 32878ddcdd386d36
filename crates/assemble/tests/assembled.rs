//! A site as a browser would take it apart: what names what, and whether it is there.

mod small;

use std::collections::BTreeMap;

use dateline_assemble::{Error, Reading, Shell, assemble, one_file};
use dateline_model::{Corpus, PartKind, Parts, decode_parted, sample};
use dateline_site::Options;
use small::SHELL;

fn shell() -> Shell {
    Shell::new(SHELL.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())))
}

fn site(corpus: &Corpus, url: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    site_of(corpus, url, None)
}

fn site_of(
    corpus: &Corpus,
    url: Option<&str>,
    first_visit: Option<u32>,
) -> BTreeMap<String, Vec<u8>> {
    let options = Options { url: url.map(str::to_owned), ..Options::default() };
    let files =
        assemble(&shell(), &Reading { corpus, url, first_visit }, &options).expect("a site");
    let count = files.len();
    let all: BTreeMap<_, _> = files.into_iter().map(|file| (file.path, file.bytes)).collect();
    assert_eq!(all.len(), count, "two files of one name");
    all
}

fn text<'s>(site: &'s BTreeMap<String, Vec<u8>>, name: &str) -> &'s str {
    core::str::from_utf8(&site[name]).expect("UTF-8")
}

/// The one file that is named by its content and has this stem and ending.
fn named<'s>(site: &'s BTreeMap<String, Vec<u8>>, stem: &str, ending: &str) -> &'s str {
    let hash = |name: &String| name.strip_prefix(stem)?.strip_suffix(ending).map(str::len);
    let fits = |name: &&String| hash(name) == Some(16);
    let mut found = site.keys().filter(fits);
    let name = found.next().expect("a file");
    assert_eq!(found.next(), None);
    name
}

#[test]
fn page_script_program_and_worker_name_each_other() {
    let site = site(&sample::corpus(), None);
    let (script, program) = (named(&site, "dateline-", ".js"), named(&site, "dateline-", ".wasm"));
    let index = text(&site, "index.html");
    assert!(index.contains(&format!("<script type=module src=./{script} integrity=\"sha256-")));
    assert!(index.contains(&format!("href=./{program}>")));
    let later = named(&site, "dateline-later-", ".wasm");
    assert!(text(&site, script).starts_with(&format!("load('{program}','sha256-")));
    assert!(text(&site, script).contains(&format!("later('{later}','sha256-")));
    assert!(!index.contains(later), "the script asks for it");
    assert_eq!(text(&site, "embed-inline.js"), format!("import './{script}'"));
    let worker = text(&site, "sw.js");
    for name in ["", script, program, later, "frame-0123456789abcdef.js"] {
        assert!(worker.contains(&format!("[\"{name}\",\"sha256-")), "{name}: {worker}");
    }
    assert!(!worker.contains("articles"), "{worker}");
}

#[test]
fn the_program_carries_what_was_read() {
    let (corpus, url) = (sample::corpus(), "https://example.org/news/");
    let site = site(&corpus, Some(url));
    let program = &site[named(&site, "dateline-", ".wasm")];
    let packed = dateline_model::encode(&corpus);
    let section = [&b"\x0fdateline-corpus"[..], &packed].concat();
    assert!(program.windows(section.len()).any(|here| here == section));
    assert!(program.ends_with(url.as_bytes()));
    assert!(text(&site, "404.html").contains("data-root=\"/news/\""));
}

#[test]
fn a_corpus_that_is_heavy_lies_in_parts_that_its_program_names() {
    let corpus = sample::corpus();
    let parts = |site: &BTreeMap<String, Vec<u8>>| -> Vec<String> {
        site.keys().filter(|path| path.starts_with("parts/")).cloned().collect()
    };
    assert!(parts(&site(&corpus, None)).is_empty(), "it is light");
    assert!(parts(&site_of(&corpus, None, Some(5000))).is_empty());
    let site = site_of(&corpus, None, Some(0));
    let names = parts(&site);
    assert!(!names.is_empty());
    let program = &site[named(&site, "dateline-", ".wasm")];
    let section = b"\x0fdateline-corpus";
    let at = program.windows(section.len()).position(|here| here == section).expect("a section");
    let (core, listed) = decode_parted(&program[at + section.len()..]).expect("a corpus");
    assert!(core.articles.iter().all(|article| article.body.is_empty()));
    let parts = Parts::new(&core, listed.clone());
    let mut found = Vec::new();
    for (place, part) in listed.iter().enumerate() {
        let hash: String = part.hash[..8].iter().map(|byte| format!("{byte:02x}")).collect();
        let name = format!("parts/dateline-{hash}.bin");
        assert_eq!(site[&name].len(), part.length as usize);
        let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(&site[&name]).expect("deflated");
        match part.contents.kind {
            PartKind::Names => drop(parts.put_names(&bytes).expect("names")),
            _ => parts.put(place, bytes, true).expect("a part"),
        }
        let (first, end) = part.contents.articles;
        for at in &parts.order()[first as usize..end as usize] {
            let own = &corpus.articles[*at as usize];
            match part.contents.kind {
                PartKind::Texts => assert!(parts.article(*at).is_some_and(|it| *it == *own)),
                _ => assert!(parts.article_head(*at).is_some_and(|it| it.title == own.title)),
            }
        }
        let worker = text(&site, "sw.js");
        // What every visit needs is kept with the program.
        let (kept, asked) = worker.split_once("\"parts\":").expect("files, and parts");
        assert_eq!(kept.contains(&name), part.contents.kind == PartKind::Names);
        assert!(asked.contains(&name));
        found.push(name);
    }
    found.sort();
    assert_eq!(found, names, "no part that nobody names");
    // One file has all of it.
    let light = self::site(&corpus, None);
    assert_eq!(site["dateline.html"], light["dateline.html"]);
}

#[test]
fn one_file_by_itself_is_the_one_of_the_site() {
    let corpus = sample::corpus();
    for url in [None, Some("https://example.org/news/")] {
        let page = one_file(&shell(), &Reading { corpus: &corpus, url, first_visit: Some(0) });
        assert_eq!(page.expect("a page").bytes, site_of(&corpus, url, Some(0))["dateline.html"]);
    }
}

#[test]
fn another_corpus_is_another_program_and_the_same_one_the_same_bytes() {
    let mut corpus = sample::corpus();
    let first = site(&corpus, None);
    assert_eq!(first, site(&corpus, None));
    corpus.articles[0].title.push('!');
    let second = site(&corpus, None);
    for ending in [".js", ".wasm"] {
        assert_ne!(named(&first, "dateline-", ending), named(&second, "dateline-", ending));
    }
}

#[test]
fn a_title_is_text_wherever_it_stands() {
    let mut corpus = sample::corpus();
    let title = "</title><script>HEAD_PLACE REST_PLACE \"&<div class=timeline>";
    corpus.site.title = title.into();
    let site = site(&corpus, None);
    for name in ["index.html", "dateline.html", "404.html"] {
        let page = text(&site, name);
        assert!(page.contains("&lt;/title&gt;&lt;script&gt;HEAD_PLACE"), "{name}");
        assert!(!page.contains("</title><script>HEAD"), "{name}");
    }
    let manifest: serde_json::Value = serde_json::from_slice(&site["site.webmanifest"]).unwrap();
    assert_eq!(manifest["name"], title);
    assert_eq!(manifest["short_name"], "Dateline");
}

#[test]
fn every_page_has_a_policy_and_the_styles_stand_behind_the_title() {
    let full = site(&sample::corpus(), None);
    for (name, bytes) in full.iter().filter(|(name, _)| name.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes).to_lowercase();
        assert_eq!(page.matches("content-security-policy").count(), 1, "{name}");
    }
    let behind = "<div class=timeline><style>p{margin:0}</style>";
    assert!(text(&full, "index.html").contains(behind));
    let empty = site(&Corpus::default(), None);
    let index = text(&empty, "index.html");
    assert!(index.contains(":root{--a:1}</style><style>p{margin:0}</style>"), "{index}");
}

#[test]
fn a_shell_that_is_none_says_what_it_lacks() {
    let corpus = sample::corpus();
    let reading = Reading { corpus: &corpus, url: None, first_visit: None };
    for (at, (lost, _)) in SHELL.iter().enumerate().filter(|(_, (name, _))| !name.contains("frame"))
    {
        let mut files = SHELL.to_vec();
        files.remove(at);
        let files = files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec()));
        let error = assemble(&Shell::new(files), &reading, &Options::default()).expect_err(lost);
        assert_eq!(error, Error::Missing((*lost).to_owned()));
    }
}
