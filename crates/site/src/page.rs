//! What every page has: its head, the way to the lists, the end.

use dateline_words as words;

use crate::html::{Html, shorten};
use crate::picture;
use crate::site::Site;

/// The icon that is drawn where the site has none.
pub(crate) const ICON: &str = "icon.png";

/// Nothing runs in these pages and nothing comes from elsewhere.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; \
                      form-action 'none'";

/// Browsers and previews cut titles well before this.
const TITLE: usize = 120;

/// One page's own head.
pub(crate) struct Head<'h> {
    /// Its path from the site's root.
    pub path: &'h str,
    /// What heads it.
    pub title: &'h str,
    /// One or two sentences on it.
    pub description: &'h str,
    /// Open Graph's word for what it is.
    pub kind: &'h str,
    /// Its JSON-LD block, or nothing.
    pub data: String,
}

/// How the site's root is reached from a path.
pub(crate) fn root(path: &str) -> &'static str {
    if path.contains('/') { "../" } else { "./" }
}

/// A whole page around its main part.
pub(crate) fn page(site: &Site<'_>, head: Head<'_>, main: Html) -> String {
    let root = root(head.path);
    let title = shorten(head.title, TITLE);
    let mut out = Html::default();
    out.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"").raw(POLICY).raw("\">\n");
    out.raw("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.element("title", "", &words::tab_title(&title, &shorten(site.title(), TITLE)));
    previews(&mut out, site, &head, &title);
    out.raw("<link rel=\"stylesheet\"").attr("href", &format!("{root}page.css")).raw(">\n");
    let icon = site.options.icon.as_deref().unwrap_or(ICON);
    out.raw("<link rel=\"icon\"").attr("href", &format!("{root}{icon}")).raw(">\n");
    out.raw(&head.data).raw("</head>\n<body>\n");
    out.raw("<a class=\"skip\" href=\"#main\">Skip to the text</a>\n<header>\n<p class=\"site\">");
    out.link(root, &shorten(site.title(), TITLE)).raw("</p>\n<nav aria-label=\"Lists\">\n<ul>\n");
    for (file, label) in [("events.html", "Events"), ("articles.html", "Articles")] {
        out.raw("<li><a").attr("href", &format!("{root}{file}"));
        if head.path == file {
            out.raw(" aria-current=\"page\"");
        }
        out.raw(">").text(label).raw("</a></li>\n");
    }
    out.raw("</ul>\n</nav>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    out.raw(&main.finish());
    out.raw("</main>\n<footer>\n<p><a").attr("href", &format!("{root}feed.xml"));
    out.raw(">Articles and their events as an Atom feed</a></p>\n</footer>\n</body>\n</html>\n");
    out.finish()
}

/// What search results and previews show of a page.
fn previews(out: &mut Html, site: &Site<'_>, head: &Head<'_>, title: &str) {
    out.raw("<meta name=\"description\"").attr("content", head.description).raw(">\n");
    if let Some(url) = site.full(head.path) {
        out.raw("<link rel=\"canonical\"").attr("href", &url).raw(">\n");
        property(out, "og:url", &url);
    }
    property(out, "og:type", head.kind);
    property(out, "og:site_name", &shorten(site.title(), TITLE));
    property(out, "og:title", title);
    property(out, "og:description", head.description);
    // Open Graph wants a picture's whole address.
    if let Some(picture) = site.full("timeline.png") {
        property(out, "og:image", &picture);
        property(out, "og:image:width", &picture::WIDTH.to_string());
        property(out, "og:image:height", &picture::HEIGHT.to_string());
        property(out, "og:image:alt", picture::ALT);
        out.raw("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    }
    let feed = format!("{}feed.xml", root(head.path));
    out.raw(
        "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Articles and their events\"",
    );
    out.attr("href", &feed).raw(">\n");
}

fn property(out: &mut Html, name: &str, value: &str) {
    out.raw("<meta").attr("property", name).attr("content", value).raw(">\n");
}
