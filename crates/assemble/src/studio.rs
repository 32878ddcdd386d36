//! `studio.html`: the page that reads articles itself, in one file. It has the whole shell inside, since what it
//! makes is what the command makes: the page that is one file, or a whole site with a studio in it.

use dateline_model::Corpus;
use dateline_site::File;

use crate::fill::fill;
use crate::hash::base64;
use crate::shell::Shell;
use crate::{ALONE, Error, Reading, alone, file, lost, policy, whole};

/// The studio's files stand in this folder of a shell.
const FOLDER: &str = "studio/";

/// The page, where the shell has a studio.
pub(crate) fn page(shell: &Shell) -> Result<Option<File>, Error> {
    page_with(shell, &[])
}

/// The studio with articles and corrections inside, a ZIP archive, so that whoever gets it can go on.
///
/// # Errors
/// As [`assemble`](crate::assemble), and where the shell has no studio.
pub fn studio_with(shell: &Shell, sources: &[u8]) -> Result<File, Error> {
    page_with(shell, sources)?.ok_or_else(|| Error::Missing([FOLDER, "page.html"].concat()))
}

fn page_with(shell: &Shell, sources: &[u8]) -> Result<Option<File>, Error> {
    let name = |name: &str| [FOLDER, name].concat();
    if !shell.has(&name("page.html")) {
        return Ok(None);
    }
    let body = fill(
        "studio/page.html",
        shell.text(&name("page.html"))?,
        &[
            ("PACK_PLACE", &base64(&shell.pack())),
            ("SOURCES_PLACE", &base64(sources)),
            ("SCRIPT_PLACE", shell.text(&name("page.js"))?),
        ],
    )?;
    let text = [
        &lost::head(shell, "", "Dateline studio")?,
        "<style>",
        shell.text(&name("page.css"))?,
        "</style></head><body>",
        &body,
        "</body></html>\n",
    ]
    .concat();
    let mut page = file("studio.html", text);
    // It shows what it makes in a frame, which may do no more than the page around it.
    policy::give_around(&mut page, &framed(shell, &Corpus::default(), &[])?)?;
    Ok(Some(page))
}

/// The page that is one file as the studio shows it: it tells the studio around it what is open.
///
/// # Errors
/// As [`assemble`](crate::assemble).
pub fn preview(shell: &Shell, reading: &Reading<'_>) -> Result<File, Error> {
    let mut page = framed(shell, reading.corpus, &whole(shell, reading)?)?;
    policy::give(&mut page)?;
    Ok(page)
}

/// Deflate's least: what is shown is made anew at every correction, and nobody downloads it.
const QUICK: u8 = 1;

fn framed(shell: &Shell, corpus: &Corpus, program: &[u8]) -> Result<File, Error> {
    let page = alone::page(shell, corpus, program, QUICK)?;
    let script =
        ["<script data-alone>", shell.text("studio/inside.js")?, "</script></body>"].concat();
    Ok(file(ALONE, fill(ALONE, &page, &[("</body>", &script)])?))
}
