//! What is said of an article: who publishes it, when, and how that is known.

use dateline_model::{Anchor, Article, Basis, DayRange, Event, Granularity, Timex, When};
use dateline_text::isolated;

use crate::days::{days, full_day};
use crate::inferred::inferred;
use crate::quoted::quoted;

/// Who publishes an article, as it can be named.
pub fn outlet(article: &Article) -> &str {
    article.outlet.as_deref().unwrap_or("Outlet not named")
}

/// Who tells what an article says: its outlet, and where none is named the article by its title.
pub fn source(article: &Article) -> &str {
    article.outlet.as_deref().unwrap_or(&article.title)
}

/// Whose words stand in a list of many: "Yeni Şafak, from AA". Empty where nobody is named: a list would say
/// so in every line.
pub fn by(article: &Article) -> String {
    let named = [("", &article.outlet), ("from ", &article.agency)];
    let named = named
        .into_iter()
        .filter_map(|(lead, name)| Some([lead, &isolated(name.as_deref()?)].concat()));
    named.collect::<Vec<_>>().join(", ")
}

/// Whose words an article is: "Yeni Şafak, from AA, by way of Daily8 · Politics".
pub fn credit(article: &Article) -> String {
    let mut out = isolated(outlet(article));
    for (lead, name) in [
        (", from ", &article.agency),
        (", by way of ", &article.via),
        (" \u{b7} ", &article.section),
    ] {
        if let Some(name) = name {
            out.extend([lead, &isolated(name)]);
        }
    }
    out
}

/// The day on which an article was printed, as a heading.
pub fn day_of_publication(when: &When) -> String {
    match when.date {
        Some(date) => days(DayRange::single(date), when.granularity),
        None => "Date not found".to_owned(),
    }
}

/// When an article was printed: "Wednesday 28 May 2025, 19:20", or what is
/// known instead.
pub fn published(when: &When) -> String {
    let Some(date) = when.date else { return "date not found".to_owned() };
    let full = days(DayRange::single(date), when.granularity);
    match when.time {
        Some(time) => [&full, ", ", &time.to_string()].concat(),
        None => full,
    }
}

/// When an article was printed, behind its outlet where one is named: "Alder Times · Tuesday 5 March 2024".
pub fn printed(article: &Article) -> String {
    let when = published(&article.published);
    match &article.outlet {
        Some(outlet) => [&isolated(outlet), " \u{b7} ", &when].concat(),
        None => when,
    }
}

/// How the date of an article is known: "stated on the page", "inferred from
/// …, between 23 and 27 May 2025".
pub fn basis(when: &When) -> String {
    if when.date.is_none() {
        return "no date is printed and none could be inferred".to_owned();
    }
    match when.basis {
        Basis::Stated => "stated on the page".to_owned(),
        Basis::Corrected => "corrected by the editor".to_owned(),
        Basis::Inferred => inferred(&when.evidence, when.bounds()),
    }
}

/// The same in a line that does not say the date: "date stated on the page".
pub fn basis_of_date(when: &When) -> String {
    let lead = if when.date.is_some() { "date " } else { "" };
    [lead, &basis(when)].concat()
}

/// A phrase of an article as it is written, and what it stands for: "“on Monday” → Monday 4 March 2024, read
/// against the date of publication".
pub fn as_written(timex: &Timex, article: &Article) -> String {
    [&quoted(timex.span.of(&article.body)), " \u{2192} ", &meaning(timex)].concat()
}

/// The calendar days that a phrase stands for, and what it was read against.
pub fn meaning(timex: &Timex) -> String {
    let known = timex.days.map_or_else(String::new, |known| days(known, timex.granularity));
    let against = match timex.anchor {
        Anchor::Itself => "",
        Anchor::Published => ", read against the date of publication",
        Anchor::Text => ", read against a date before it in the text",
    };
    [&known, against].concat()
}

/// What dates an event in an article that names no day for it: "none; told as new on Friday 2 May
/// 2025".
pub fn undated(event: &Event, article: &Article) -> String {
    let printed = &article.published;
    match printed.date {
        Some(day) if event.days.contains(day) && printed.granularity >= Granularity::Day => {
            ["none; told as new on ", &full_day(day)].concat()
        }
        _ => "none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use dateline_model::sample;

    use super::*;

    fn check(said: impl AsRef<str>, expected: &str) {
        assert_eq!(said.as_ref(), expected);
    }

    #[test]
    fn an_article_says_when_it_was_printed_and_how_that_is_known() {
        let corpus = sample::corpus();
        let of = |article: usize| &corpus.articles[article].published;
        check(published(of(0)), "Tuesday 5 March 2024, 09:30");
        check(day_of_publication(of(0)), "Tuesday 5 March 2024");
        check(basis(of(0)), "stated on the page");
        check(
            basis(of(2)),
            "inferred from \u{201c}on Wednesday\u{201d}, possibly 12 March to 14 March 2024",
        );
        check(published(of(3)), "date not found");
        check(day_of_publication(of(3)), "Date not found");
    }

    #[test]
    fn an_undated_telling_says_on_which_day_it_was_new() {
        let corpus = sample::tied();
        let said = |event: u32, article: usize| {
            undated(&corpus.events[event as usize], &corpus.articles[article])
        };
        check(said(sample::CALL, 4), "none; told as new on Wednesday 13 March 2024");
        // It is told later, of a day that other articles name.
        check(said(2, 0), "none");
        check(said(0, 3), "none");
    }

    #[test]
    fn an_article_says_whose_it_is_and_how_it_came() {
        let mut article = sample::corpus().articles[0].clone();
        check(
            credit(&Article { agency: None, via: None, section: None, ..article.clone() }),
            "Alder Times",
        );
        (article.outlet, article.agency) = (None, Some("AT".into()));
        (article.via, article.section) = (Some("\u{5d4}\u{5d0}".into()), Some("Town".into()));
        check(
            credit(&article),
            "Outlet not named, from AT, by way of \u{2068}\u{5d4}\u{5d0}\u{2069} \u{b7} Town",
        );
        check(by(&article), "from AT");
        check(printed(&article), &published(&article.published));
        check(source(&article), &article.title);
        let named = Article { outlet: Some("Alder Times".into()), ..article };
        check(by(&named), "Alder Times, from AT");
        let when = published(&named.published);
        check(printed(&named), &["Alder Times \u{b7} ", &when].concat());
        check(source(&named), "Alder Times");
        check(by(&Article { outlet: None, agency: None, ..named }), "");
    }
}
