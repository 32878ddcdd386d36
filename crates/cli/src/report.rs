//! `inspect --format text`: what was read, as a person reads it.

use std::fmt::Write as _;

use dateline_model::{
    Anchor, Article, ArticleIndex, Basis, Corpus, EntityKind, Event, Furniture, Granularity,
    Status, Timex, TimexKind, When,
};
use dateline_words as words;

/// Text is wrapped at this many characters.
const WIDTH: usize = 92;

/// A report over the corpus: articles, entities, events.
pub(crate) fn text(corpus: &Corpus) -> String {
    let mut out = String::new();
    line(
        &mut out,
        &format!(
            "{}\n{} · {} · {} · {}",
            corpus.site.title,
            count(corpus.articles.len(), "article", "articles"),
            count(corpus.events.len(), "event", "events"),
            count(corpus.outlets().len(), "outlet", "outlets"),
            count(corpus.entities.len(), "name", "names"),
        ),
    );
    let versions = corpus.versions();
    for (at, article) in (0..).zip(&corpus.articles) {
        let first = article.first_version(at);
        article_report(&mut out, corpus, article, versions.get(&first).map_or(&[], |it| it));
    }
    names_report(&mut out, corpus);
    heading(&mut out, "Events");
    for event in &corpus.events {
        event_report(&mut out, corpus, event);
    }
    out.truncate(out.trim_end().len());
    out
}

fn article_report(out: &mut String, corpus: &Corpus, article: &Article, later: &[ArticleIndex]) {
    heading(out, &article.file);
    line(out, &article.title);
    if let Some(standfirst) = &article.standfirst {
        wrapped(out, "  ", standfirst);
    }
    let facts = [
        ("outlet", &article.outlet),
        ("via", &article.via),
        ("agency", &article.agency),
        ("author", &article.author),
        ("section", &article.section),
    ];
    let facts: Vec<String> = facts
        .iter()
        .filter_map(|(name, value)| value.as_ref().map(|value| format!("{name} {value}")))
        .chain((!article.tags.is_empty()).then(|| format!("tags {}", article.tags.join(", "))))
        .chain([format!("language {}", article.language)])
        .chain(words::unread(article))
        .collect();
    wrapped(out, "  ", &facts.join(" · "));
    if let Some(versions) = words::versions(article, later) {
        let others = versions.others.iter().filter_map(|at| corpus.articles.get(*at as usize));
        let files: Vec<&str> = others.map(|other| other.file.as_str()).collect();
        wrapped(out, "  ", &format!("{}{}{}", versions.lead, files.join(", "), versions.end));
    }
    line(out, &format!("\n  Published {}", when_words(&article.published)));
    for evidence in &article.published.evidence {
        let seen = if evidence.text.is_empty() {
            String::new()
        } else {
            format!("“{}”: ", evidence.text)
        };
        wrapped(out, "    ", &format!("[{}] {seen}{}", evidence.rule, evidence.why));
    }
    let paragraphs = article.paragraphs().count();
    line(out, &format!("\n  Body, {}", count(paragraphs, "paragraph", "paragraphs")));
    for (_, paragraph) in article.paragraphs() {
        wrapped(out, "    ", paragraph);
    }
    list(out, "Captions", article.captions.iter().cloned());
    list(
        out,
        "Times",
        article.timexes.iter().map(|timex| {
            format!(
                "“{}” {} {} [{}] {}",
                timex.span.of(&article.body),
                timex.kind.name(),
                timex.value,
                timex.rule,
                against(timex)
            )
        }),
    );
    list(
        out,
        "Quotations",
        article.quotes.iter().map(|quote| {
            let speaker = quote.speaker.map_or("speaker not told", |speaker| {
                corpus.entities[speaker as usize].name.as_str()
            });
            format!("{} ({speaker})", quote.span.of(&article.body).replace('\n', " "))
        }),
    );
    left_out(out, &article.furniture);
}

/// Why the expression stands for these days.
fn against(timex: &Timex) -> &'static str {
    match (timex.kind, timex.days, timex.anchor) {
        (TimexKind::Duration, ..) => "a length of time, on no day of the calendar",
        (TimexKind::Set, ..) => "recurs, on no one day of the calendar",
        (_, None, _) => "on no certain day of the calendar",
        (_, Some(_), Anchor::Itself) => "says it all",
        (_, Some(_), Anchor::Published) => "read against the publication date",
        (_, Some(_), Anchor::Text) => "read against a date named before it",
    }
}

/// The lines by their reasons, in page order: one reason often took a whole block.
fn left_out(out: &mut String, furniture: &[Furniture]) {
    if furniture.is_empty() {
        return;
    }
    line(out, &format!("\n  Left out, {}", count(furniture.len(), "line", "lines")));
    for block in furniture.chunk_by(|one, next| (&one.rule, &one.why) == (&next.rule, &next.why)) {
        wrapped(out, "    ", &format!("[{}] {}", block[0].rule, block[0].why));
        for row in block {
            wrapped(out, "      ", &shorten(&row.text, 70));
        }
    }
}

/// "Wednesday 28 May 2025, 19:20, stated".
fn when_words(when: &When) -> String {
    let Some(day) = when.date else { return "not known".into() };
    let time = when.time.map(|time| format!(", {time}")).unwrap_or_default();
    let bounds = match (when.earliest, when.latest) {
        (Some(first), Some(last)) if first != last => {
            format!(", between {} and {}", words::day_and_month(first), words::day_and_month(last))
        }
        _ => String::new(),
    };
    let basis = match when.basis {
        Basis::Stated => "stated on the page",
        Basis::Inferred => "inferred",
        Basis::Corrected => "corrected by the editor",
    };
    format!("{}{time}, {basis}{bounds}", words::full_day(day))
}

fn names_report(out: &mut String, corpus: &Corpus) {
    for (kind, title) in [
        (EntityKind::Person, "People"),
        (EntityKind::Place, "Places"),
        (EntityKind::Organisation, "Organisations"),
    ] {
        heading(out, title);
        for entity in corpus.entities.iter().filter(|entity| entity.kind == kind) {
            let spellings: Vec<String> = entity
                .spellings
                .iter()
                .map(|spelling| format!("{} {}", spelling.text, spelling.count()))
                .collect();
            wrapped(
                out,
                "  ",
                &format!(
                    "{}, in {} ({})",
                    entity.name,
                    count(entity.articles.len(), "article", "articles"),
                    spellings.join(", ")
                ),
            );
            for evidence in &entity.evidence {
                wrapped(
                    out,
                    "      ",
                    &format!("[{}] “{}”: {}", evidence.rule, evidence.text, evidence.why),
                );
            }
        }
    }
}

fn event_report(out: &mut String, corpus: &Corpus, event: &Event) {
    let days = event.days;
    let date = match event.granularity {
        Granularity::Year => words::year(days.start),
        Granularity::Day | Granularity::Minute => words::full_day(days.start),
        _ => words::range(days),
    };
    let status = match event.status {
        Status::Happened => "",
        Status::Planned => ", planned",
        Status::Proposed => ", proposed",
        Status::CalledOff => ", called off",
    };
    let basis = if event.basis == Basis::Inferred { ", date inferred" } else { "" };
    let key = if event.key { ", key" } else { "" };
    line(out, &format!("\n{date}{status}{basis}, weight {}{key}", event.weight));
    wrapped(out, "  ", &event.title);
    for (lead, other) in event.links.iter().filter_map(|link| words::linked(event, link, corpus)) {
        wrapped(out, "  ", &format!("{lead}{}", other.title));
    }
    for telling in &event.tellings {
        let article = &corpus.articles[telling.article as usize];
        let outlet = article.outlet.as_deref().unwrap_or(&article.id);
        wrapped(out, "    ", &format!("{outlet}: {}", telling.span.of(&article.body)));
    }
    for evidence in &event.evidence {
        wrapped(out, "      ", &format!("[{}] {}", evidence.rule, evidence.why));
    }
}

fn heading(out: &mut String, title: &str) {
    line(out, &format!("\n{title}\n{}", "─".repeat(title.chars().count().min(WIDTH))));
}

fn list(out: &mut String, title: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_some() {
        line(out, &format!("\n  {title}"));
        items.for_each(|item| wrapped(out, "    ", &item));
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{text}").expect("a string takes any text");
}

/// Words wrapped at [`WIDTH`], every line indented, later lines once more.
fn wrapped(out: &mut String, indent: &str, text: &str) {
    let mut current = indent.to_owned();
    let mut length = 0;
    for word in text.split_whitespace() {
        let wide = word.chars().count();
        if length > 0 && indent.len() + length + 1 + wide > WIDTH {
            line(out, &current);
            current = format!("{indent}  ");
            length = 2;
        } else if length > 0 {
            current.push(' ');
            length += 1;
        }
        current.push_str(word);
        length += wide;
    }
    line(out, &current);
}

fn shorten(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    format!("{} {}", words::number(number), if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    #[test]
    fn thousands_stand_apart_in_counts() {
        assert_eq!(super::count(1204, "article", "articles"), "1,204 articles");
        assert_eq!(super::count(1, "article", "articles"), "1 article");
    }

    #[test]
    fn the_report_says_what_a_reader_asks_for() {
        let report = super::text(&dateline_model::sample::corpus());
        for words in [
            "4 articles · 6 events · 2 outlets · 6 names",
            "Published Tuesday 5 March 2024, 09:30, stated on the page",
            "Published Wednesday 13 March 2024, inferred, between 12 March and 14 March",
            "Published not known",
            "“We waited twenty years,” (Marta Quell)",
            "[read-more] ",
            "      Read more: Ferry prices rise",
            "Anton Weiss, in 2 articles",
            "Friday 15 March 2024, called off, weight 2, key\n",
            "Thursday 7 March 2024, weight 1\n",
        ] {
            assert!(report.contains(words), "{words}\n{report}");
        }
        assert!(report.lines().all(|line| line.chars().count() <= 110));
        assert!(!report.contains("version of"));
    }

    #[test]
    fn the_report_ties_events_and_versions_of_one_text() {
        let report = super::text(&dateline_model::sample::tied());
        for words in [
            "\n  A version of the same text: e-strike-off.txt, 87 % shared\n",
            "\n  A version of the same text: c-strike-off.txt, 87 % shared\n",
            "\n  Called off on 13 March 2024: The strike planned for 15 March is off\n",
            "\n  Calls off, 2 days ahead: The strike\u{2026} is off\n",
        ] {
            assert!(report.contains(words), "{words}\n{report}");
        }
    }
}
