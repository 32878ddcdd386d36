//! `site.webmanifest`: what a browser asks for that installs the page, and by which `404.html` finds it.

use dateline_model::Corpus;

/// The page's ground, by day.
const PAPER: &str = "#fbfaf6";

pub(crate) fn manifest(corpus: &Corpus) -> String {
    let title = serde_json::Value::from(dateline_site::title(corpus));
    let icon = |size: &str| {
        format!(
            "{{\"src\":\"icon-{size}.png\",\"sizes\":\"{size}x{size}\",\"type\":\"image/png\"}}"
        )
    };
    format!(
        "{{\"name\":{title},\"short_name\":\"Dateline\",\"start_url\":\"./\",\"scope\":\"./\",\
         \"display\":\"minimal-ui\",\"background_color\":\"{PAPER}\",\"theme_color\":\"{PAPER}\",\
         \"icons\":[{{\"src\":\"icon.svg\",\"sizes\":\"any\",\"type\":\"image/svg+xml\"}},{},{}]}}\n",
        icon("192"),
        icon("512")
    )
}
