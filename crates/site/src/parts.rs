//! The shapes that pages of articles and of events share.

use dateline_model::{Article, Evidence, Withheld};
use dateline_words as words;

use crate::html::{Html, query};
use crate::meta;
use crate::site::Site;

/// So many names are linked; a sentence may hold a thousand.
pub(crate) const NAMED: usize = 60;

/// ` lang="tr"`, where the article's language is one that can be said.
pub(crate) fn language(out: &mut Html, article: &Article) {
    let language = article.language.as_str();
    let tag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    if language.len() <= 35 && language.split('-').all(tag) {
        out.attr("lang", language);
    }
}

/// What is not here because it may not be republished, and where it is.
pub(crate) fn withheld(out: &mut Html, article: &Article) {
    let what = match article.withheld {
        Withheld::Nothing => return,
        Withheld::Rest => "The rest of this text is not republished here: see ",
        Withheld::All => "This text is not republished here: see ",
    };
    out.raw("<p class=\"meta\" dir=\"auto\">").text(what);
    match meta::original(article) {
        Some(url) => {
            out.raw("<a rel=\"noopener noreferrer\"").attr("href", url).raw(">the original</a>")
        }
        None => out.raw("<bdi>").text(words::outlet(article)).raw("</bdi>"),
    };
    out.raw(".</p>\n");
}

/// What was not looked for, since the article's language is not known here.
pub(crate) fn unread(out: &mut Html, article: &Article) {
    if let Some(what) = words::unread(article) {
        out.raw("<p class=\"meta\">This article was ").text(&what).raw(".</p>\n");
    }
}

/// Reasons, each with the words that were seen.
pub(crate) fn evidence(out: &mut Html, reasons: &[Evidence]) {
    out.raw("<ul>\n");
    for reason in reasons {
        out.raw("<li>");
        if !reason.text.is_empty() {
            out.raw("<q dir=\"auto\">").text(&reason.text).raw("</q> ");
        }
        out.raw("<span dir=\"auto\">").text(&reason.why).raw("</span> <small>");
        out.text(&reason.rule).raw("</small></li>\n");
    }
    out.raw("</ul>\n");
}

/// Names, each leading to all that the corpus has on it.
pub(crate) fn names(out: &mut Html, site: &Site<'_>, named: &[u32], heading: &str) {
    let mut entities = named
        .iter()
        .take(NAMED)
        .filter_map(|index| site.corpus.entities.get(*index as usize))
        .peekable();
    if entities.peek().is_none() {
        return;
    }
    out.element("h2", "", heading).raw("<ul class=\"names\">\n");
    for entity in entities {
        out.raw("<li class=\"").raw(entity.kind.name()).raw("\">");
        out.link(&format!("../#/?with={}", query(&entity.id)), &entity.name).raw("</li>\n");
    }
    out.raw("</ul>\n");
}
