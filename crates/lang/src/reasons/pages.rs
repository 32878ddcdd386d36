//! Why a line was left out of an article, and why a day is taken for its date: the sentences that
//! readers are told, by the name of the rule.
//!
//! The reasons are told in the page's own language, whatever the article's. A rule that has several
//! reasons names each behind a `/`.

/// Rule and reason. `{}` stands for what the caller adds. Sorted.
const REASONS: &[(&str, &str)] = &[
    ("advert-label", "The line marks a place for advertising."),
    ("aside-contact", "The line tells readers how to reach the site."),
    ("aside-follow", "The line asks readers to follow the site elsewhere."),
    ("aside-pointer", "The line points to another story."),
    ("aside-rights", "The line states who owns the text or where it appeared first."),
    ("aside-subscribe", "The line asks readers to subscribe, log in or give."),
    ("author-note", "The line tells who the author is."),
    ("author-note/paragraph", "The paragraph introduces the author."),
    ("comment-notice", "The line belongs to the readers' comments."),
    ("cookie-notice", "The line speaks about cookies, privacy or the terms of use."),
    (
        "copied-ago",
        "The page says only how long ago that was. It is counted from {}, the day on which the page was saved.",
    ),
    ("copyright-line", "The line states who owns the page."),
    ("counter", "The line holds only numbers or signs."),
    ("credit-line", "The line names who reported, edited or translated."),
    ("cut-short", "The service that delivered the text says how much of it is missing."),
    (
        "export-line",
        "The line belongs to the archive's export: facts of the article, or the archive's own.",
    ),
    (
        "file-name",
        "Nothing in the file dates the article; its name holds the day, which may be the one on which it was saved.",
    ),
    ("foot-heading", "The line heads a part of the page that comes after the article."),
    ("forward-note", "The line was written by whoever passed the article on."),
    ("header-block", "The line belongs to a block of facts at the head of the file."),
    ("headline-list/below", "The line stands in a list of other stories below the article."),
    ("headline-list/links", "The line stands in a list of links inside the article."),
    (
        "headline-list/short-lines",
        "The line stands in a list of short lines, as menus and headlines do.",
    ),
    ("html-advert", "The part is a place for advertising."),
    ("html-archive", "The archive that saved the page added the part."),
    ("html-author", "The part tells of the author or of the time of publication."),
    ("html-bare-heading", "The heading has no text of the article below it."),
    ("html-caption", "The line describes a picture."),
    ("html-comments", "The part holds what readers wrote about the article."),
    ("html-consent", "The part asks for consent to cookies."),
    ("html-date-line/date", "The line prints a date."),
    ("html-date-line/time", "The line prints a time."),
    ("html-dialog", "The part opens over the page."),
    ("html-footer", "The part is the foot of the page or of the article."),
    ("html-hidden", "The page does not show this part."),
    ("html-label", "The line is a label of the page, not a sentence or a heading."),
    ("html-links", "The line is nothing but links."),
    ("html-navigation", "The part leads around the site."),
    ("html-newsletter", "The part asks readers to subscribe or to log in."),
    ("html-not-stated", "The line is not in the text of the article that the page states."),
    ("html-outside", "The line stands outside the part of the page that holds the article."),
    ("html-related", "The part leads to other stories."),
    ("html-share", "The part has buttons to share or follow."),
    ("html-sidebar", "The part stands beside the article."),
    ("html-tags", "The part holds tags and topics."),
    ("html-tools", "The part holds controls of the page."),
    ("meta/address", "The page's address names the day."),
    ("meta/agrees", "The page states the same day here too."),
    ("meta/changed", "The page's meta data state when it was last changed."),
    ("meta/element", "An element of the page is marked as the time of publication."),
    ("meta/json-ld/changed", "The page's JSON-LD states when it was last changed."),
    ("meta/json-ld/published", "The page's JSON-LD states when it was published."),
    (
        "meta/local",
        "The stated time is Greenwich's; this statement has the day at the outlet's place.",
    ),
    ("meta/passed-over", "Another statement of the page, trusted less."),
    ("meta/published", "The page's meta data state when it was published."),
    ("meta/script", "The data of the page's scripts state when it was published."),
    (
        "newest-post-shown",
        "The page prints no date of its own. This is the newest post that the article shows; articles mostly show posts of the same day or of the day before.",
    ),
    ("other-byline", "The line names the author of another story."),
    ("other-date", "The line prints a date that is not the publication date."),
    ("page-control", "The line is a control of the page."),
    ("page-foot", "The line stands apart from the article's paragraphs."),
    ("page-head", "The line stands above the article."),
    (
        "page-head/summary",
        "The line stands between headline and article; the head of the file states another summary.",
    ),
    ("photo-caption", "The line describes a picture."),
    ("printed-at/above-headline", "It stands above the headline."),
    ("printed-at/below", "It stands below the article."),
    ("printed-at/dateline", "It stands in the dateline that opens the article."),
    ("printed-at/headline", "It stands between the headline and the article."),
    ("printed-at/inside", "It stands on a line of its own in the article."),
    ("printed-at/other-stories", "It stands below the article, beside other stories."),
    ("printed-at/page-foot", "It stands at the foot of the page."),
    ("printed-at/page-head", "It stands at the head of the page."),
    ("printed-at/right-above-headline", "It stands directly above the headline."),
    ("printed-at/right-below", "It stands directly below the article."),
    ("printed-date/agrees", "The page prints the same day again. {}"),
    ("printed-date/agrees/stated", "The page prints the same day."),
    ("printed-date/header-block", "The block of facts at the head of the file states it."),
    (
        "printed-date/last-edited",
        "The page is one of a wiki, which prints when it was last edited.",
    ),
    (
        "printed-date/near-stated",
        "The page prints the day before or after the one it states: the printed one is the outlet's own.",
    ),
    ("printed-date/passed-over", "Another date that speaks less for itself. {}"),
    ("printed-date/passed-over/stated", "The page prints another day. {}"),
    (
        "printed-date/unsure",
        "Pages that print a day in such a place are mostly, but not surely, of that day.",
    ),
    (
        "printed-order/country",
        "Day and month could be exchanged; they are read as in the country that the page states.",
    ),
    (
        "printed-order/dollars",
        "Day and month could be exchanged; with a twelve-hour clock and prices in dollars the month is read first.",
    ),
    ("printed-order/month-first", "Other dates of the page have the month first."),
    (
        "printed-order/open",
        "Day and month could be exchanged; nothing on the page decides, so the day is read first.",
    ),
    ("printed-order/other-dates", "Other dates of the page settle which number is the month."),
    (
        "printed-order/told",
        "Day and month could be exchanged; of the two readings this is near the days that the text names.",
    ),
    (
        "printed-order/us",
        "Day and month could be exchanged; the page calls its language American, as many programs do unasked, and the month is read first.",
    ),
    (
        "printed-order/zone",
        "Day and month could be exchanged; beside a clock of an American zone the month is read first.",
    ),
    ("printed-weekday", "The weekday beside it agrees."),
    (
        "published-day/unsure",
        "Pages that state and print their days in such a way are mostly, but not surely, of that day.",
    ),
    ("read-as-agency", "The line names the news agency."),
    ("read-as-byline", "The line names the author."),
    ("read-as-date", "The line prints the publication date."),
    ("read-as-dateline", "The words before the article name the agency that filed it."),
    ("read-as-outlet", "The line names the outlet."),
    ("read-as-section", "The line names the section of the site."),
    ("read-as-site", "The line names the site that carried the article."),
    ("read-as-tags", "The line holds tags of the article."),
    ("read-more", "The line points to another story."),
    ("related-story", "The line tells another story, below a heading that ends the article."),
    ("repeated-caption", "The line repeats the caption of a picture."),
    ("repeated-title", "The line repeats the headline."),
    ("section-name", "The line names a section of the site."),
    ("share-button", "The line is a button for sharing, printing or saving."),
    ("site-feature", "The line advertises a feature of the site."),
    ("stated-date/address", "The article's address holds the day."),
    (
        "stated-date/copy-made",
        "Nothing else dates the article; the copy says “{}”, which may be later than publication.",
    ),
    ("stated-date/export", "The archive's export states it as “{}”."),
    ("stated-date/export/head", "The archive's export prints it above the article."),
    ("stated-date/field", "The data file states it in the field “{}”."),
    ("stated-date/front-matter", "The file's front matter states it as “{}”."),
    ("stated-date/mail-header", "The message states it in its head, as “{}”."),
    (
        "stated-date/open-marks",
        "Day and month could be exchanged, and nothing on the page decides: the day may be either.",
    ),
    ("stated-date/open-order", "Day and month could be exchanged; the day is read first."),
    ("stated-date/order-of-rows", "Other rows of the file settle which number is the month."),
    ("stated-date/utc", "It is counted in UTC; the outlet's own day may be one earlier or later."),
    ("subscription-notice", "The line invites readers to subscribe or to log in."),
    ("support-line", "The line asks readers to support or follow the outlet."),
    ("time-stamp", "The line says only when something was posted."),
    (
        "unlike-article/elements",
        "The elements that hold the line are not marked or built like the article's.",
    ),
    ("unlike-article/label", "The line reads like a label of the page, not like the article."),
    ("unlike-article/place", "The line stands among lines that are not the article's."),
    ("unlike-article/shape", "The line is not shaped like the article's sentences."),
    ("unlike-article/words", "The line shares few words with the article."),
];

/// The reason of a rule; empty where the table has none, which a test of the callers rules out.
pub fn why(rule: &str) -> &'static str {
    crate::phrases::find(REASONS, rule).unwrap_or_default()
}

/// The reason of a rule about something.
pub fn why_of(rule: &str, what: &str) -> String {
    why(rule).replace("{}", what)
}

/// All rules that have a reason, for the tests of those who tell them.
pub fn rules() -> impl Iterator<Item = &'static str> {
    REASONS.iter().map(|row| row.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_sorted_sentences() {
        assert!(REASONS.is_sorted_by(|one, next| one.0 < next.0));
        for (rule, why) in REASONS {
            assert!(why.ends_with(['.', '}']) && why.starts_with(char::is_uppercase), "{rule}");
        }
    }
}
