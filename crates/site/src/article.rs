//! One article's page: its text as its source wrote it, and what it tells.

use dateline_model::{Article, Furniture, When};
use dateline_words as words;

use crate::html::{Html, query, shorten};
use crate::page::{self, Head};
use crate::site::Site;
use crate::{meta, parts, rows};

/// The page of the article at this place in the corpus.
pub(crate) fn page(site: &Site<'_>, at: usize) -> String {
    let article = &site.corpus.articles[at];
    let mut out = Html::default();
    out.raw("<article>\n").element("p", " class=\"kicker\" dir=\"auto\"", &words::credit(article));
    out.raw("<h1 dir=\"auto\"");
    parts::language(&mut out, article);
    out.raw(">").text(&article.title).raw("</h1>\n");
    byline(&mut out, article);
    versions(&mut out, site, at);
    let open = format!("../#/?article={}", query(&article.id));
    out.raw("<p><a").attr("href", &open).raw(">Open in the explorer</a></p>\n");
    reasons(&mut out, &article.published);
    if let Some(standfirst) = &article.standfirst {
        out.raw("<p class=\"standfirst\" dir=\"auto\"");
        parts::language(&mut out, article);
        out.raw(">").text(standfirst).raw("</p>\n");
    }
    out.raw("<div class=\"body\"");
    parts::language(&mut out, article);
    out.raw(">\n");
    for (_, paragraph) in article.paragraphs().filter(|(_, words)| !words.is_empty()) {
        out.element("p", " dir=\"auto\"", paragraph);
    }
    out.raw("</div>\n");
    parts::withheld(&mut out, article);
    parts::unread(&mut out, article);
    captions(&mut out, article);
    told(&mut out, site, at);
    named(&mut out, site, article);
    left_out(&mut out, &article.furniture);
    out.raw("</article>\n");
    let description = match meta::description(article) {
        Some(words) => words,
        None => {
            let when = words::published(&article.published);
            let known = article.outlet.as_deref().into_iter().chain([when.as_str()]);
            known.collect::<Vec<_>>().join(", ")
        }
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

/// The articles that have the same text.
fn versions(out: &mut Html, site: &Site<'_>, at: usize) {
    let article = &site.corpus.articles[at];
    let first = article.first_version(at as u32);
    let later = site.versions.get(&first).map_or(&[][..], |later| later);
    let Some(said) = words::versions(article, later) else { return };
    out.raw("<p class=\"meta\">").text(said.lead);
    let others = said.others.iter().filter_map(|other| {
        let at = *other as usize;
        Some((site.corpus.articles.get(at)?, site.names.articles.get(at)?))
    });
    for (place, (other, path)) in others.enumerate() {
        out.raw(if place > 0 { ", " } else { "" });
        out.link(&format!("../{path}"), &shorten(&other.title, 200));
    }
    out.text(&said.end).raw("</p>\n");
}

fn reasons(out: &mut Html, when: &When) {
    if when.evidence.is_empty() {
        return;
    }
    out.raw("<details>\n<summary>Why this date?</summary>\n");
    parts::evidence(out, &when.evidence);
    if let Some(bounds) = when.bounds().filter(|bounds| bounds.days() > 1) {
        out.element("p", "", &["The evidence allows ", &words::range(bounds), "."].concat());
    }
    out.raw("</details>\n");
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
        rows::event(out, site, event, "../", true);
    }
    out.raw("</ol>\n");
}

fn named(out: &mut Html, site: &Site<'_>, article: &Article) {
    let mut known = Vec::new();
    for mention in &article.mentions {
        if known.len() < parts::NAMED && !known.contains(&mention.entity) {
            known.push(mention.entity);
        }
    }
    parts::names(out, site, &known, "Named in this article");
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
