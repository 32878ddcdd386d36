//! `dateline.html`: the whole explorer in one file.

use dateline_model::Corpus;

use crate::hash::base64;
use crate::pack::deflated;
use crate::shell::Shell;
use crate::{Error, lost};

/// It may lie alone, so it offers no code for embedding. Deflate and base64 make the program smaller than
/// it was; every engine that runs it unpacks both. `level` is how hard deflate tries.
pub(crate) fn page(
    shell: &Shell,
    corpus: &Corpus,
    program: &[u8],
    level: u8,
) -> Result<String, Error> {
    let script = shell.text("alone.js")?;
    Ok([
        &lost::head(shell, "", &dateline_site::title(corpus))?,
        "<style>",
        shell.text("first.css")?,
        shell.text("rest.css")?,
        ".embed{display:none}</style></head><body>\
         <div data-state=loading id=dateline><p class=loading>Unpacking the articles\u{2026}</p>\
         <noscript><p class=loading>This page is a program and needs JavaScript and WebAssembly. \
         Nothing is loaded from elsewhere.</p></noscript></div>\
         <script id=program type=text/plain>",
        &base64(&deflated(program, level)),
        "</script><script id=later type=text/plain>",
        &base64(&deflated(shell.file("later.wasm")?, level)),
        "</script><script data-alone>",
        script,
        "</script></body></html>\n",
    ]
    .concat())
}
