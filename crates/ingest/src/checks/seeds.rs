//! The five articles that come with the project, for mutation and for
//! comparing what two machines make of them.

use dateline_model::{Corpus, encode};
use dateline_text::Fnv;

use crate::overlay::Overlay;
use crate::{Options, Source};

/// Name and bytes of each.
pub const SEEDS: [(&str, &[u8]); 5] = [
    ("000_68eb4494cd56dfd7.txt", include_bytes!("../../../../seeds/000_68eb4494cd56dfd7.txt")),
    ("001_661dcf13a93670cd.txt", include_bytes!("../../../../seeds/001_661dcf13a93670cd.txt")),
    ("002_1586734b2f680ffc.txt", include_bytes!("../../../../seeds/002_1586734b2f680ffc.txt")),
    ("003_25dc431091cb7084.txt", include_bytes!("../../../../seeds/003_25dc431091cb7084.txt")),
    ("004_2b63a6624e7e042a.txt", include_bytes!("../../../../seeds/004_2b63a6624e7e042a.txt")),
];

/// An invented article in each format, by the name of its check.
pub const SAMPLES: [(&str, &str); 5] = [
    (
        "markdown",
        "---\ntitle: Bridge opens\ndate: 2024-03-05T09:30:00+01:00\nauthor: [Ada Quill, Ben Marsh]\ntags:\n  - bridge\n---\n\n# Bridge opens\n\nThe new bridge was *opened* on Monday by [the mayor](https://example.org/mayor), who thanked the builders.\n\n> \u{201C}We will not wait,\u{201D} said Ada Quill.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    ),
    (
        "json",
        "[{\"title\": \"Bridge opens\", \"published\": \"2024-03-05\", \"author\": {\"name\": \"Ada Quill\"}, \"body\": \"The new bridge was opened on Monday by the mayor.\\n\\nNobody knew why.\", \"url\": \"https://example.org/bridge\"}, {\"headline\": \"Ferry stops\", \"text\": \"The ferry stopped last week.\"}]",
    ),
    (
        "lines",
        "{\"title\": \"Bridge opens\", \"content\": \"The new bridge was opened on Monday.\", \"timestamp\": 1709629200}\n{\"title\": \"Ferry stops\", \"content\": \"The ferry stopped in May.\"}\n",
    ),
    (
        "mail",
        "From: Ada Quill <ada@example.org>\nSubject: =?utf-8?Q?Bridge_opens?=\nDate: Tue, 5 Mar 2024 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"b\"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nThe new bridge was opened =\non Monday by the mayor.\n\n--b\nContent-Type: text/html\n\n<p>The new bridge was opened.</p>\n--b--\n",
    ),
    (
        "html",
        "<!doctype html><html lang=\"en\"><head><title>Bridge opens | The Port Post</title><meta property=\"article:published_time\" content=\"2024-03-05T09:30:00Z\"><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \"headline\": \"Bridge opens\", \"author\": [{\"name\": \"Ada Quill\"}]}</script></head><body><nav><ul><li><a href=\"/\">Home</a></ul></nav><article><h1>Bridge opens</h1><p>The new bridge was opened on Monday by the mayor, who thanked the builders &amp; all.</p><p>The repairs lasted a year, the harbour board said.</p></article><footer>Privacy</footer></body></html>",
    ),
];

/// The seeds' corpus, without an editor's overlay.
pub fn corpus(options: &Options) -> Corpus {
    let sources = SEEDS.map(|(path, bytes)| Source { path, bytes, meta: None });
    crate::ingest(&sources, &Overlay::default(), options)
}

/// The packed corpus as one number: equal on every machine.
pub fn fingerprint(corpus: &Corpus) -> u64 {
    let mut hash = Fnv::default();
    hash.extend(encode(corpus).iter().map(|byte| u64::from(*byte)));
    hash.value()
}
