//! Reads a saved web page. What the page says of itself in its marks is read
//! first; then its lines are told apart by the elements that hold them.

mod ago;
mod asides;
mod authors;
pub(crate) mod blocks;
pub(crate) mod body;
mod claims;
mod cues;
pub(crate) mod days;
mod facts;
pub(crate) mod features;
pub(crate) mod head;
mod json;
pub(crate) mod judged;
mod looks;
mod order;
mod outlet;
pub(crate) mod people;
mod printing;
pub(crate) mod published;
mod readable;
mod regions;
mod roots;
mod saved;
mod stamps;
mod state;
pub(crate) mod taken;
mod teasers;
pub(crate) mod title;

use dateline_model::Furniture;
use dateline_text::fingerprint;

use self::blocks::Block;
use self::body::Verdict;
use self::taken::Taken;
use crate::draft::{Draft, left_out};
use crate::facts::language;
use crate::facts::stated;

/// Whether a text is a whole page, by how it begins.
pub(crate) fn is_page(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(1_000).collect::<String>().to_lowercase();
    head.starts_with("<!doctype html")
        || head.starts_with("<html")
        || (head.starts_with('<') && head.contains("<html"))
}

/// Separates one saved page. `file` is the seed's path, for outlets that are
/// told by nothing else.
///
/// ```
/// use dateline_extract::web::separate;
/// let page = "<title>New bridge opens | Port Post</title><nav>Home</nav><h1>New bridge opens</h1>\
///     <time datetime=2024-03-05>5 March</time><p>The new bridge was opened on Monday by the mayor, \
///     who thanked the builders for their work.</p>";
/// let draft = separate(page, "bridge.html");
/// assert_eq!(draft.title, "New bridge opens");
/// assert!(draft.body.starts_with("The new bridge"));
/// assert_eq!(draft.furniture[0].rule, "html-navigation");
/// ```
pub fn separate(text: &str, file: &str) -> Draft {
    let page = Taken::read(text, file);
    let mut verdicts = judged::verdicts(&page);
    let published = published::find(&page, &verdicts);
    let Taken { blocks: lines, head, title, people, ruled, .. } = page;
    let mut draft = Draft {
        title: title.text,
        outlet: people.outlet,
        agency: people.agency,
        author: people.author,
        section: facts::section(&head),
        url: facts::address(&head),
        tags: facts::tags(&head),
        published,
        ..Draft::default()
    };
    // The rules know a page of teasers, of which no line is an article's.
    let nothing = !ruled.verdicts.contains(&Verdict::Body);
    let rows = lines.iter().zip(&ruled.verdicts);
    let body = rows.filter(|row| nothing || *row.1 == Verdict::Body).map(|row| row.0);
    if teasers::is_list(body, draft.published.as_ref()) {
        (draft.published, draft.lists) = (None, true);
        verdicts = ruled.verdicts;
    }
    sort(&mut draft, &lines, &verdicts);
    if let Some(paragraphs) = facts::stated_body(&head) {
        prefer_stated(&mut draft, paragraphs);
    }
    if draft.body.is_empty() {
        let all: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        draft.body = all.join("\n\n");
        (draft.furniture, draft.captions, draft.unseparated) =
            (Vec::new(), Vec::new(), !draft.body.is_empty());
    }
    stated::filed(&mut draft);
    let read = language::of(&draft.body).map(|language| language.tag.to_owned());
    draft.language = read.or(head.language).unwrap_or_else(|| "und".into());
    draft.name_itself();
    draft
}

/// Puts each line where its verdict says.
fn sort(draft: &mut Draft, lines: &[Block], verdicts: &[Verdict]) {
    let mut paragraphs: Vec<&str> = Vec::new();
    for (line, verdict) in lines.iter().zip(verdicts) {
        if matches!(verdict, Verdict::Body | Verdict::Out(_)) {
            draft.page.push(fingerprint(&line.text));
        }
        match verdict {
            Verdict::Title => {}
            Verdict::Standfirst => draft.standfirst = Some(line.text.clone()),
            Verdict::Body => paragraphs.push(&line.text),
            Verdict::Caption => draft.captions.push(line.text.clone()),
            Verdict::Out(rule) => draft.furniture.push(left_out(line.text.as_str(), rule)),
        }
    }
    draft.body = paragraphs.join("\n\n");
}

/// Where the page shows little and its JSON-LD has the article's text, as pages
/// do that are put together in the browser, that text is the body.
fn prefer_stated(draft: &mut Draft, paragraphs: Vec<String>) {
    /// An article of this length was shown.
    const SHOWN: usize = 1_200;
    let stated: usize = paragraphs.iter().map(String::len).sum();
    if draft.body.len() >= SHOWN || stated < draft.body.len() * 2 {
        return;
    }
    let squeezed: String = paragraphs.iter().map(|one| title::squeezed(one)).collect();
    let shown: Vec<&str> = draft.body.split("\n\n").filter(|one| !one.is_empty()).collect();
    let strange: Vec<Furniture> = shown
        .into_iter()
        .filter(|one| !squeezed.contains(&title::squeezed(one)))
        .map(|one| left_out(one, "html-not-stated"))
        .collect();
    draft.furniture.extend(strange);
    draft.body = paragraphs.join("\n\n");
}

#[cfg(test)]
mod tests {
    use super::separate;

    const PROSE: &str = "<p>The old harbour of the small town opened again on Sunday, after nine years of work, and the first boat carried salt.</p>";

    #[test]
    fn a_page_that_shows_little_is_read_as_a_browser_without_scripts_does() {
        let inside = format!("<div id=app></div><noscript>{}</noscript>", PROSE.repeat(5));
        assert!(separate(&inside, "a.html").body.starts_with("The old harbour"));
        let asks =
            "<p>Salt</p><noscript>This page needs scripts to show you its harbour.</noscript>";
        assert_eq!(separate(asks, "a.html").body, "Salt");
        assert_eq!(separate("<div id=app></div>", "a.html").body, "");
    }

    #[test]
    fn the_dateline_names_the_agency() {
        let page =
            format!("<h1>Harbour opens</h1><p>OSLO, May 5 (Reuters) - Salt.</p>{PROSE}{PROSE}");
        let draft = separate(&page, "a.html");
        assert_eq!(draft.agency.as_deref(), Some("Reuters"));
        assert!(draft.body.starts_with("Salt."), "{}", draft.body);
    }

    #[test]
    fn neither_captions_nor_posts_nor_what_an_archive_adds_date_a_page() {
        let head = "<meta property=article:published_time content=2024-03-05T08:30:00Z>";
        for part in [
            "<figure><figcaption>The quay, March 4, 2024</figcaption></figure>",
            "<blockquote><p>Soon.</p>Ada Lind (@adalind) <a href=x>March 4, 2024</a></blockquote>",
            "<div id=wm-ipp-base><div>4 Mar 2024 - 9 May 2025</div></div>",
        ] {
            let page = format!("{head}<h1>Harbour opens again</h1>{part}{PROSE}{PROSE}");
            let day = separate(&page, "a.html").published.and_then(|when| when.date);
            assert_eq!(day.map(|day| day.to_string()).as_deref(), Some("2024-03-05"), "{part}");
        }
    }

    #[test]
    fn a_time_counts_back_from_the_day_of_the_copy() {
        let page = format!(
            "<!-- Page saved with SingleFile\n url: https://port.example/a\n saved date: Sun May 05 2024 19:12:36 GMT -->\
            <h1>Harbour opens again</h1><p>3 days ago</p>{PROSE}{PROSE}{PROSE}"
        );
        let draft = separate(&page, "a.html");
        let when = draft.published.expect("a day");
        assert_eq!(when.date.map(|day| day.to_string()).as_deref(), Some("2024-05-02"));
        assert_eq!(when.basis, dateline_model::Basis::Inferred);
        assert_eq!(draft.url.as_deref(), Some("https://port.example/a"));
    }

    #[test]
    fn a_day_of_which_nothing_settles_the_order_is_not_stated() {
        let read = |html: &str| {
            let page = format!("{html}<h1>Harbour opens again</h1><p>04/03/2024</p>{PROSE}{PROSE}");
            let when = separate(&page, "a.html").published.expect("a day");
            let days = [when.earliest, when.date, when.latest];
            days.map(|day| day.expect("a bound").to_string()).join(" ")
        };
        assert_eq!(read("<html>"), "2024-03-04 2024-03-04 2024-04-03");
        assert_eq!(read("<html lang=en-US>"), "2024-03-04 2024-04-03 2024-04-03");
        assert_eq!(read("<html lang=en-GB>"), "2024-03-04 2024-03-04 2024-03-04");
    }

    #[test]
    fn the_state_of_scripts_dates_a_page_that_says_no_more() {
        let state = |days: &str| {
            let page = format!("<script>var s = {{{days}}}</script><h1>Harbour</h1>{PROSE}{PROSE}");
            separate(&page, "a.html")
                .published
                .and_then(|when| when.date)
                .map(|day| day.to_string())
        };
        let one = r#""datePublished": "2024-03-05T08:30:00+01:00""#;
        assert_eq!(state(one).as_deref(), Some("2024-03-05"));
        assert_eq!(state(&format!("{one}, {}", one.replace("-05T", "-06T"))), None);
    }
}
