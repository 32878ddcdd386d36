//! `check`: the articles' ids, and what was skipped or read with doubt.

use std::fmt::Write as _;

use dateline_model::{Corpus, Withheld};

use crate::report::count;

/// A line for each article, each warning and each problem that stops a build, and a
/// closing count.
pub(crate) fn text(corpus: &Corpus, problems: &[String]) -> String {
    let mut out = String::new();
    let widest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
    let ids = widest(&mut corpus.articles.iter().map(|article| article.id.chars().count()));
    let outlets = widest(
        &mut corpus
            .articles
            .iter()
            .map(|article| outlet(article.outlet.as_deref()).chars().count()),
    );
    for article in &corpus.articles {
        let date = article.published.date.map_or("no date".into(), |day| day.to_string());
        let published = match article.withheld {
            Withheld::Nothing => "",
            Withheld::Rest => " (an excerpt is published)",
            Withheld::All => " (the text is withheld)",
        };
        writeln!(
            out,
            "{:ids$}  {:outlets$}  {date:10}  {:9}  {}{published}",
            article.id,
            outlet(article.outlet.as_deref()),
            article.published.basis.name(),
            article.title
        )
        .expect("a string takes any text");
    }
    for warning in &corpus.warnings {
        let verdict = if warning.kind.skips() { "skipped" } else { "doubt" };
        writeln!(out, "{verdict}: {} [{}]", warning.message, warning.kind.name())
            .expect("a string takes any text");
    }
    for problem in problems {
        writeln!(out, "problem: {problem} [publish]").expect("a string takes any text");
    }
    let skipped = corpus.warnings.iter().filter(|warning| warning.kind.skips()).count();
    let doubts = corpus.warnings.len() - skipped;
    write!(
        out,
        "{} read, {skipped} skipped, {}",
        count(corpus.articles.len(), "article", "articles"),
        count(doubts, "doubt", "doubts")
    )
    .expect("a string takes any text");
    if !problems.is_empty() {
        let count =
            count(problems.len(), "problem that stops a build", "problems that stop a build");
        write!(out, ", {count}").expect("a string takes any text");
    }
    out
}

fn outlet(name: Option<&str>) -> &str {
    name.unwrap_or("no outlet")
}

#[cfg(test)]
mod tests {
    use dateline_model::{Warning, WarningKind};

    #[test]
    fn skipped_files_and_doubts_are_told_apart_and_counted() {
        let mut corpus = dateline_model::sample::corpus();
        for (file, kind) in
            [("x.pdf", WarningKind::UnknownType), ("d-history.txt", WarningKind::NoDate)]
        {
            corpus.warnings.push(Warning {
                file: file.into(),
                kind,
                message: format!("{file}: why"),
            });
        }
        let text = super::text(&corpus, &[]);
        assert!(text.contains("skipped: x.pdf: why [unknown-type]"), "{text}");
        assert!(text.contains("doubt: d-history.txt: why [no-date]"), "{text}");
        assert!(text.ends_with("4 articles read, 1 skipped, 1 doubt"), "{text}");
    }

    #[test]
    fn what_stops_a_build_is_named_and_counted() {
        let problems = ["seeds/dateline.toml:4: why".to_owned()];
        let text = super::text(&dateline_model::sample::corpus(), &problems);
        assert!(text.contains("\nproblem: seeds/dateline.toml:4: why [publish]\n"), "{text}");
        let end = "0 doubts, 1 problem that stops a build";
        assert!(text.ends_with(end), "{text}");
    }
}
