//! `dateline.toml`: the editor's overlay as it is written.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dateline_ingest::given;
use dateline_ingest::overlay::{ArticleOverlay, Body, Overlay, Publish};
use dateline_model::{Clock, Day};
use serde::Deserialize;

use crate::Error;
use crate::walk::irregular;

/// Reads and checks the overlay.
pub(crate) fn read(file: &Path) -> Result<Overlay, Error> {
    let broken = |line: usize, message: String| Error::Overlay { file: file.into(), line, message };
    let named = |source| Error::Path { path: file.into(), source };
    let kind = fs::metadata(file).map_err(named)?.file_type();
    if let Some(what) = irregular(kind) {
        return Err(broken(0, format!("is {what}; a regular file was expected")));
    }
    let bytes = fs::read(file).map_err(named)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let line = 1 + error.as_bytes()[..error.utf8_error().valid_up_to()]
            .iter()
            .filter(|byte| **byte == b'\n')
            .count();
        broken(line, "is not UTF-8; an overlay in UTF-8 was expected".into())
    })?;
    let written: Written = toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| line_of(&text, span.start));
        broken(line, error.message().replace('\n', ": "))
    })?;
    written.into_overlay().map_err(|(key, message)| {
        let at = text.find(&key).unwrap_or(0);
        broken(line_of(&text, at), message)
    })
}

fn line_of(text: &str, at: usize) -> usize {
    1 + text[..at.min(text.len())].matches('\n').count()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Written {
    title: Option<String>,
    description: Option<String>,
    outlets: BTreeMap<String, String>,
    entities: WrittenEntities,
    articles: BTreeMap<String, WrittenArticle>,
    site: WrittenSite,
    publish: WrittenPublish,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenSite {
    url: Option<String>,
}

/// `body` for all, then by outlet and by article.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenPublish {
    body: WrittenBody,
    outlets: BTreeMap<String, WrittenBody>,
    articles: BTreeMap<String, WrittenBody>,
}

#[derive(Clone, Copy, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
enum WrittenBody {
    #[default]
    Full,
    Excerpt,
    None,
}

impl From<WrittenBody> for Body {
    fn from(written: WrittenBody) -> Self {
        match written {
            WrittenBody::Full => Self::Full,
            WrittenBody::Excerpt => Self::Excerpt,
            WrittenBody::None => Self::None,
        }
    }
}

impl From<WrittenPublish> for Publish {
    fn from(written: WrittenPublish) -> Self {
        let rows = |table: BTreeMap<String, WrittenBody>| {
            table.into_iter().map(|(name, body)| (name, body.into())).collect()
        };
        Self {
            body: written.body.into(),
            outlets: rows(written.outlets),
            articles: rows(written.articles),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenEntities {
    merge: BTreeMap<String, Vec<String>>,
    split: Vec<String>,
    ignore: Vec<String>,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct WrittenArticle {
    title: Option<String>,
    outlet: Option<String>,
    author: Option<String>,
    date: Option<String>,
    time: Option<String>,
    url: Option<String>,
}

impl Written {
    /// An error is the written text at fault and a message.
    fn into_overlay(self) -> Result<Overlay, (String, String)> {
        let articles = self
            .articles
            .into_iter()
            .map(|(id, written)| {
                let date = written.date.map(|text| day(&id, text)).transpose()?;
                let time = written.time.map(|text| time_of_day(&id, text)).transpose()?;
                if time.is_some() && date.is_none() {
                    return Err((
                        id.clone(),
                        format!("[articles.{id:?}] has a time and no date; both were expected"),
                    ));
                }
                Ok(ArticleOverlay {
                    id,
                    title: written.title,
                    outlet: written.outlet,
                    author: written.author,
                    date,
                    time,
                    url: written.url,
                })
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Overlay {
            title: self.title,
            description: self.description,
            outlets: self.outlets.into_iter().collect(),
            merge: self.entities.merge.into_iter().collect(),
            split: self.entities.split,
            ignore: self.entities.ignore,
            articles,
            url: self.site.url.map(site_url).transpose()?,
            publish: self.publish.into(),
        })
    }
}

/// With a `/` at its end, so that a file's name can follow.
fn site_url(text: String) -> Result<String, (String, String)> {
    match crate::base_url(&text) {
        Some(url) => Ok(url),
        None => {
            let message = format!(
                "[site] has the url {text:?}; an address as \"https://example.org/news/\" was expected"
            );
            Err((text, message))
        }
    }
}

fn day(id: &str, text: String) -> Result<Day, (String, String)> {
    Day::parse(&text).ok_or_else(|| {
        let message = format!(
            "[articles.{id:?}] has the date {text:?}; a day as \"2025-05-28\" was expected"
        );
        (text, message)
    })
}

fn time_of_day(id: &str, text: String) -> Result<Clock, (String, String)> {
    given::clock(&text).ok_or_else(|| {
        let message =
            format!("[articles.{id:?}] has the time {text:?}; a time as \"19:20\" was expected");
        (text, message)
    })
}
