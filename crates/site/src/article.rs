//! One article's page: its text as its source wrote it, and what it tells.

use dateline_model::{Article, DayRange, Furniture, When, Withheld};
use dateline_words as words;

use crate::html::{Html, query};
use crate::page::{self, Head};
use crate::{Site, meta};

/// So many names are linked; a sentence may hold a thousand.
const NAMED: usize = 60;

/// The page of the article at this place in the corpus.
pub(crate) fn page(site: &Site<'_>, at: usize) -> String {
    let article = &site.corpus.articles[at];
    let mut out = Html::default();
    out.raw("<article>\n").element("p", " class=\"kicker\" dir=\"auto\"", &kicker(article));
    out.raw("<h1 dir=\"auto\"");
    language(&mut out, article);
    out.raw(">").text(&article.title).raw("</h1>\n");
    byline(&mut out, article);
    let open = format!("../#/?article={}", query(&article.id));
    out.raw("<p><a").attr("href", &open).raw(">Open in the explorer</a></p>\n");
    reasons(&mut out, &article.published);
    if let Some(standfirst) = &article.standfirst {
        out.raw("<p class=\"standfirst\" dir=\"auto\"");
        language(&mut out, article);
        out.raw(">").text(standfirst).raw("</p>\n");
    }
    out.raw("<div class=\"body\"");
    language(&mut out, article);
    out.raw(">\n");
    for (_, paragraph) in article.paragraphs().filter(|(_, words)| !words.is_empty()) {
        out.element("p", " dir=\"auto\"", paragraph);
    }
    out.raw("</div>\n");
    withheld(&mut out, article);
    captions(&mut out, article);
    told(&mut out, site, at);
    named(&mut out, site, article);
    left_out(&mut out, &article.furniture);
    out.raw("</article>\n");
    let description = match meta::description(article) {
        Some(words) => words,
        None => format!("{}, {}", words::outlet(article), words::published(&article.published)),
    };
    let head = Head {
        path: &site.names.articles[at],
        title: &article.title,
        description: &description,
        kind: "article",
        data: meta::data_block(&meta::article(site, at)),
    };
    page::page(site, head, out)
}

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

/// "Yeni Şafak, from AA, by way of Daily8 · Politics".
fn kicker(article: &Article) -> String {
    let mut out = words::outlet(article).to_owned();
    for (lead, part) in [
        (", from ", &article.agency),
        (", by way of ", &article.via),
        (" \u{b7} ", &article.section),
    ] {
        if let Some(part) = part {
            out.extend([lead, part]);
        }
    }
    out
}

fn byline(out: &mut Html, article: &Article) {
    out.raw("<p class=\"by\">");
    if let Some(author) = &article.author {
        out.raw("<bdi>").text(author).raw("</bdi> \u{b7} ");
    }
    let said = words::published(&article.published);
    match meta::published(article) {
        Some(machine) => {
            out.raw("<time").attr("datetime", &machine).raw(">").text(&said).raw("</time>");
        }
        None => drop(out.text(&said)),
    }
    out.raw(" \u{b7} <bdi>").text(&words::basis(&article.published)).raw("</bdi>");
    if let Some(url) = meta::original(article) {
        out.raw(" \u{b7} <a rel=\"noopener noreferrer\"")
            .attr("href", url)
            .raw(">the original</a>");
    }
    out.raw("</p>\n");
}

fn reasons(out: &mut Html, when: &When) {
    if when.evidence.is_empty() {
        return;
    }
    out.raw("<details>\n<summary>Why this date?</summary>\n");
    evidence(out, &when.evidence);
    if let Some(bounds) = when.bounds().filter(|bounds| bounds.days() > 1) {
        out.element("p", "", &["The evidence allows ", &words::range(bounds), "."].concat());
    }
    out.raw("</details>\n");
}

/// Reasons, each with the words that were seen.
pub(crate) fn evidence(out: &mut Html, reasons: &[dateline_model::Evidence]) {
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

fn captions(out: &mut Html, article: &Article) {
    if article.captions.is_empty() {
        return;
    }
    out.raw("<h2>Captions of its pictures</h2>\n<ul class=\"plain\">\n");
    for caption in &article.captions {
        out.element("li", " dir=\"auto\"", caption);
    }
    out.raw("</ul>\n");
}

fn told(out: &mut Html, site: &Site<'_>, at: usize) {
    if site.told[at].is_empty() {
        return;
    }
    out.raw("<h2>Events told here</h2>\n<ol class=\"rows\">\n");
    for &event in &site.told[at] {
        crate::lists::event_row(out, site, event, "../", true);
    }
    out.raw("</ol>\n");
}

fn named(out: &mut Html, site: &Site<'_>, article: &Article) {
    let mut known = Vec::new();
    for mention in &article.mentions {
        if known.len() < NAMED && !known.contains(&mention.entity) {
            known.push(mention.entity);
        }
    }
    names(out, site, &known, "Named in this article");
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

/// The lines of the page that are not the article, with the reason they share.
fn left_out(out: &mut Html, furniture: &[Furniture]) {
    if furniture.is_empty() {
        return;
    }
    out.raw("<details>\n");
    let lines = words::count(furniture.len(), "line");
    out.element("summary", "", &["What was left out: ", &lines, " of the page"].concat());
    for group in furniture.chunk_by(|one, other| (&one.rule, &one.why) == (&other.rule, &other.why))
    {
        out.raw("<p>")
            .text(&group[0].why)
            .raw(" <small>")
            .text(&group[0].rule)
            .raw("</small></p>\n");
        out.raw("<ul class=\"plain\">\n");
        for line in group {
            out.element("li", " dir=\"auto\"", &line.text);
        }
        out.raw("</ul>\n");
    }
    out.raw("</details>\n");
}

/// The heading of the day an article is of.
pub(crate) fn day(article: &Article) -> String {
    match article.published.date {
        Some(day) => words::days(DayRange::single(day), article.published.granularity),
        None => "Date not found".to_owned(),
    }
}
