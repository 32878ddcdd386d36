//! The stages in their order.

use std::collections::BTreeMap;

use dateline_model::{
    Article, Basis, Clock, Corpus, Day, Evidence, Mention, Site, Warning, WarningKind, When,
};
use serde::Deserialize;

use crate::infer::{Dated, Subject, Subjects, infer};
use crate::names::{Names, Weights};
use crate::overlay::{ArticleOverlay, Overlay};
use crate::{Draft, events, names, quotes, read, separate, timex};

/// One seed.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// Its path below the folder, with `/` between the parts.
    pub path: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What is known of it from elsewhere.
    pub meta: Option<Meta>,
}

/// Facts beside an article (`NAME.meta.json`); they count as stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Meta {
    /// Headline.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Byline.
    pub author: Option<String>,
    /// `YYYY-MM-DD`, optionally with `THH:MM`.
    pub date: Option<String>,
    /// The original's address.
    pub url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// How to read the sources.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'w> {
    /// Each file is nothing but an article's body.
    pub plain: bool,
    /// The publication date of all files, known from elsewhere.
    pub date: Option<Day>,
    /// Other weights for finding names than the ones that come with the program.
    pub names: Option<&'w Weights>,
}

/// Reads a whole corpus. The same sources give the same corpus.
///
/// ```
/// use dateline_ingest::{Options, Source, ingest, overlay::Overlay};
/// let bytes = b"Bridge opens\n\nThe Port Post, 5 March 2024\n\nThe new bridge was opened on Monday by the mayor, who thanked the builders for their work.";
/// let source = Source { path: "bridge.txt", bytes, meta: None };
/// let corpus = ingest(&[source], &Overlay::default(), &Options::default());
/// assert_eq!(corpus.articles[0].id, "bridge");
/// assert_eq!(corpus.articles[0].published.date.unwrap().to_string(), "2024-03-05");
/// ```
pub fn ingest(sources: &[Source<'_>], overlay: &Overlay, options: &Options<'_>) -> Corpus {
    let mut warnings = Vec::new();
    let seeds = drafts(sources, options, &mut warnings);
    let mut drafts: Vec<Draft> = Vec::with_capacity(seeds.len());
    let mut heads: Vec<Head> = Vec::with_capacity(seeds.len());
    for (head, draft) in seeds {
        heads.push(head);
        drafts.push(draft);
    }
    for (head, draft) in heads.iter().zip(&mut drafts) {
        correct(head, draft, overlay);
    }
    unknown_ids(&heads, overlay, &mut warnings);
    let weights = options.names.unwrap_or_else(|| Weights::built_in());
    let names = names::find_with(&drafts, overlay, weights);
    let published = publication_dates(&drafts, &names);
    let mut articles: Vec<Article> = Vec::with_capacity(drafts.len());
    for (((head, draft), mentions), when) in
        heads.into_iter().zip(drafts).zip(names.mentions).zip(published)
    {
        if when.date.is_none() {
            warnings.push(Warning {
                file: head.file.clone(),
                kind: WarningKind::NoDate,
                message: format!(
                    "{}: has no publication date, printed or inferred; a date on the page, in {}.meta.json or in dateline.toml was expected",
                    head.file, head.id
                ),
            });
        }
        articles.push(article(head, draft, mentions, when, &names.entities));
    }
    let events = events::find(&articles, &names.entities);
    warnings.sort();
    Corpus {
        site: site(overlay, &names.entities),
        articles,
        entities: names.entities,
        events,
        warnings,
    }
}

/// Which seed a draft came from.
struct Head {
    id: String,
    file: String,
}

fn drafts(
    sources: &[Source<'_>],
    options: &Options<'_>,
    warnings: &mut Vec<Warning>,
) -> Vec<(Head, Draft)> {
    let mut out: Vec<(Head, Draft)> = Vec::new();
    let mut ids: BTreeMap<String, u32> = BTreeMap::new();
    let mut bodies: BTreeMap<String, String> = BTreeMap::new();
    for source in sources {
        let mut warn = |kind: WarningKind, message: String| {
            let message = format!("{}: {message}", source.path);
            warnings.push(Warning { file: source.path.into(), kind, message });
        };
        let text = match read(source.bytes) {
            Ok(read) => {
                read.doubts.into_iter().for_each(|(kind, message)| warn(kind, message));
                read.text
            }
            Err((kind, message)) => {
                warn(kind, message);
                continue;
            }
        };
        let mut draft =
            if options.plain { plain(&text, source.path) } else { separate(&text, source.path) };
        if draft.unseparated && !options.plain {
            warn(
                WarningKind::NoBody,
                "no article could be told from the page, so every line was kept".into(),
            );
        }
        match bodies.entry(fingerprint(&draft.body)) {
            std::collections::btree_map::Entry::Occupied(first) => {
                let first = first.get();
                warn(
                    WarningKind::Duplicate,
                    format!("tells the same text as {first}, which is kept"),
                );
                continue;
            }
            std::collections::btree_map::Entry::Vacant(place) => {
                place.insert(source.path.into());
            }
        }
        if let Some(meta) = &source.meta
            && let Err(message) = apply_meta(&mut draft, meta)
        {
            warn(WarningKind::Meta, message);
        }
        if let Some(day) = options.date {
            draft.published = Some(stated(day, None, "given-date", "Given with the file."));
        }
        let head = Head { id: unique_id(source.path, &mut ids), file: source.path.into() };
        out.push((head, draft));
    }
    out
}

/// What makes two texts the same article: their letters and digits.
fn fingerprint(body: &str) -> String {
    body.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn unique_id(path: &str, ids: &mut BTreeMap<String, u32>) -> String {
    let file = path.rfind('/').map_or(0, |at| at + 1);
    let id = match path[file..].rfind('.') {
        Some(dot) if dot > 0 => &path[..file + dot],
        _ => path,
    };
    let count = ids.entry(id.to_owned()).or_default();
    *count += 1;
    if *count == 1 { id.to_owned() } else { format!("{id}-{count}") }
}

fn plain(text: &str, path: &str) -> Draft {
    let title = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or(path);
    Draft {
        title: title.chars().take(120).collect(),
        language: separate(text, path).language,
        body: text.to_owned(),
        ..Draft::default()
    }
}

fn stated(day: Day, time: Option<Clock>, rule: &str, why: &str) -> When {
    let text = day.to_string();
    When { time, ..When::on(day, Basis::Stated, vec![Evidence::new(rule, text, why)]) }
}

fn apply_meta(draft: &mut Draft, meta: &Meta) -> Result<(), String> {
    let given = |field: &Option<String>| field.clone().filter(|text| !text.trim().is_empty());
    if let Some(title) = given(&meta.title) {
        draft.title = title;
    }
    draft.outlet = given(&meta.outlet).or(draft.outlet.take());
    draft.author = given(&meta.author).or(draft.author.take());
    draft.url = given(&meta.url).or(draft.url.take());
    if let Some(language) = given(&meta.language) {
        draft.language = language;
    }
    let Some(date) = given(&meta.date) else { return Ok(()) };
    let day = date
        .get(..10)
        .and_then(Day::parse)
        .ok_or_else(|| format!("its meta.json has the date {date:?}; YYYY-MM-DD was expected"))?;
    let time = date.get(11..16).and_then(Clock::parse);
    draft.published =
        Some(stated(day, time, "meta-file", "Given in the file beside the article (meta.json)."));
    Ok(())
}

fn correct(head: &Head, draft: &mut Draft, overlay: &Overlay) {
    if let Some(outlet) = &draft.outlet
        && let Some((_, shown)) = overlay.outlets.iter().find(|(found, _)| found == outlet)
    {
        draft.outlet = Some(shown.clone());
    }
    let Some(row) = overlay.articles.iter().find(|row| row.id == head.id) else { return };
    let ArticleOverlay { id: _, title, outlet, author, date, time, url } = row.clone();
    if let Some(title) = title {
        draft.title = title;
    }
    draft.outlet = outlet.or(draft.outlet.take());
    draft.author = author.or(draft.author.take());
    draft.url = url.or(draft.url.take());
    if let Some(day) = date {
        let found = draft.published.as_ref().and_then(|when| when.date);
        let why = match found {
            Some(found) => format!("The editor's overlay sets it; the page says {}.", found.full()),
            None => "The editor's overlay sets it; the page prints no date.".into(),
        };
        let mut evidence = vec![Evidence::new("overlay", day.to_string(), why)];
        evidence.extend(draft.published.take().map(|when| when.evidence).unwrap_or_default());
        draft.published = Some(When { time, ..When::on(day, Basis::Corrected, evidence) });
    }
}

fn unknown_ids(heads: &[Head], overlay: &Overlay, warnings: &mut Vec<Warning>) {
    for row in &overlay.articles {
        if !heads.iter().any(|head| head.id == row.id) {
            warnings.push(Warning {
                file: "dateline.toml".into(),
                kind: WarningKind::Overlay,
                message: format!(
                    "dateline.toml: [articles.{:?}] names no article of the folder; an id as `dateline check` lists them was expected",
                    row.id
                ),
            });
        }
    }
}

/// Printed and corrected dates as they are; the others inferred from those.
fn publication_dates(drafts: &[Draft], names: &Names) -> Vec<When> {
    let dated: Vec<Dated<'_>> = drafts
        .iter()
        .zip(&names.mentions)
        .filter_map(|(draft, mentions)| {
            let day = draft.published.as_ref()?.date?;
            Some(Dated { title: &draft.title, body: &draft.body, mentions, day })
        })
        .collect();
    let dated = Subjects::new(dated);
    drafts
        .iter()
        .zip(&names.mentions)
        .map(|(draft, mentions)| {
            draft.published.clone().unwrap_or_else(|| {
                let entities = &names.entities;
                infer(&Subject { body: &draft.body, mentions, entities }, &dated)
            })
        })
        .collect()
}

fn article(
    head: Head,
    draft: Draft,
    mentions: Vec<Mention>,
    published: When,
    entities: &[dateline_model::Entity],
) -> Article {
    let timexes = timex::tag(&draft.body, published.date);
    let quotes = quotes::find(&draft.body, &mentions, entities);
    Article {
        id: head.id,
        file: head.file,
        title: draft.title,
        standfirst: draft.standfirst,
        outlet: draft.outlet,
        via: draft.via,
        agency: draft.agency,
        author: draft.author,
        section: draft.section,
        url: draft.url,
        language: draft.language,
        tags: draft.tags,
        published,
        body: draft.body,
        captions: draft.captions,
        furniture: draft.furniture,
        timexes,
        mentions,
        quotes,
    }
}

/// Without an editor's title, the page is headed by what its articles name most.
fn site(overlay: &Overlay, entities: &[dateline_model::Entity]) -> Site {
    let title = overlay.title.clone().unwrap_or_else(|| {
        let mut named: Vec<_> = entities.iter().collect();
        named.sort_by_key(|entity| core::cmp::Reverse(entity.articles.len()));
        let names: Vec<&str> = named.iter().take(3).map(|entity| entity.name.as_str()).collect();
        if names.is_empty() { "News timeline".into() } else { names.join(", ") }
    });
    Site { title, description: overlay.description.clone() }
}
