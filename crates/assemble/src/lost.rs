//! `404.html`, which leads back into the site. It is found at any depth, so it carries its styles and its
//! script inside.

use dateline_model::Corpus;
use dateline_site::escaped;

use crate::hash::base64;
use crate::shell::Shell;
use crate::{Error, FIXED};

pub(crate) fn page(shell: &Shell, corpus: &Corpus, url: Option<&str>) -> Result<String, Error> {
    let title = dateline_site::title(corpus);
    let root = url.and_then(folder).map(escaped);
    let (known, way) = match root {
        Some(root) => (
            format!(" data-root=\"{root}\""),
            format!("<p><a href=\"{root}\">To the front page</a></p>"),
        ),
        None => (
            String::new(),
            "<p><a hidden>To the front page</a></p><noscript><p>Shorten the address in the \
             browser\u{2019}s bar to come to the front page.</p></noscript>"
                .to_owned(),
        ),
    };
    Ok([
        &head(shell, &known, &["Not found: ", &title].concat())?,
        "<style>",
        shell.text("lost.css")?,
        "body{margin:20vh auto;max-width:34em;padding:0 24px;background:var(--paper);color:var(--ink);\
         font:1rem/1.5 var(--sans)}h1{font:700 26px/1.2 var(--serif)}a{color:var(--person)}</style>\
         </head><body><main><h1>There is nothing at this address</h1><p>It belongs to \u{201c}<bdi>",
        &escaped(&title),
        "</bdi>\u{201d}. What it named may have been renamed or taken away.</p>",
        &way,
        "</main><script>",
        shell.text("lost.js")?,
        "</script></body></html>\n",
    ]
    .concat())
}

/// The beginning of a page that stands alone, with these attributes of its own.
pub(crate) fn head(shell: &Shell, attributes: &str, title: &str) -> Result<String, Error> {
    Ok([
        "<!doctype html><html lang=en",
        attributes,
        "><meta charset=utf-8><meta content=\"width=device-width,initial-scale=1\" name=viewport>\
         <meta content=\"light dark\" name=color-scheme><title>",
        &escaped(title),
        "</title><link href=\"data:image/svg+xml;base64,",
        &base64(shell.file(&[FIXED, "icon.svg"].concat())?),
        "\" rel=icon>",
    ]
    .concat())
}

/// Where on its host the site stands.
fn folder(url: &str) -> Option<&str> {
    let (_, host) = url.split_once("://")?;
    host.find('/').map(|at| &host[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_s_folder_is_what_follows_its_host() {
        assert_eq!(folder("https://example.org/"), Some("/"));
        assert_eq!(folder("http://example.org:8080/a/b/"), Some("/a/b/"));
        assert_eq!(folder("example.org"), None);
    }
}
