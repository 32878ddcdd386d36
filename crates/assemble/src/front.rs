//! `index.html`: the shell's page with its list, its links, its styles and its script.

use dateline_model::Corpus;
use dateline_site::{File, Options};

use crate::Error;
use crate::fill::fill;
use crate::hash::integrity;
use crate::shell::Shell;

/// The first element behind the title that styles may stand in.
const BEHIND: &str = "<div class=timeline>";

pub(crate) fn page(
    shell: &Shell,
    corpus: &Corpus,
    options: &Options,
    program: &File,
    script: &File,
) -> Result<String, Error> {
    // The styles stand in the page, so that the first paint waits for no other answer; the policy names
    // their hash. The script checks the program: engines do not check what they only fetch ahead.
    let head = [
        "<link href=./icon.svg rel=icon><link href=./site.webmanifest rel=manifest><style>",
        shell.text("first.css")?,
        "</style>REST_PLACE<link rel=preload as=fetch type=application/wasm href=./",
        &program.path,
        // Before the start-up script, whose absence it tells.
        "><script>",
        shell.text("absent.js")?,
        "</script><script type=module src=./",
        &script.path,
        " integrity=\"",
        &integrity(&script.bytes),
        "\"></script>",
    ]
    .concat();
    let rest = ["<style>", shell.text("rest.css")?, "</style>"].concat();
    let index = fill("index.html", shell.text("index.html")?, &[("HEAD_PLACE", &head)])?;
    // A slow phone paints the title before it has read how the rest looks, and a tenth of a second before
    // it has laid out the list. HTML allows styles in the body as the first child of an element, for it
    // and what follows; `start.mjs` puts them into the head before the program replaces what they stand in.
    let has_title = !corpus.articles.is_empty();
    let in_head = if has_title { "" } else { &rest };
    let index = fill("index.html", &index, &[("REST_PLACE", in_head)])?;
    let page = dateline_site::front(corpus, options, &index).map_err(Error::Page)?;
    if has_title {
        fill("index.html", &page, &[(BEHIND, &[BEHIND, &rest].concat())])
    } else {
        Ok(page)
    }
}
