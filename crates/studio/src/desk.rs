//! What lies on the editor's desk: articles that were read, the corrections, and what can be made of them.

use dateline_assemble::{Reading, Shell, assemble, one_file, preview, studio_with};
use dateline_folder::{Held, Joined, Publication};
use dateline_ingest::{Observer, Stage};
use dateline_model::{Article, Basis, Corpus, Entity, Evidence};
use dateline_site::{File, Options};
use serde_json::{Value, json};

use crate::archive::pack;

/// Where the program was built, as `owner/name`: there its releases and its action are. GitHub sets it.
const REPOSITORY: Option<&str> = option_env!("GITHUB_REPOSITORY");

/// What publishes a folder `articles`, by path, where it is known whose releases do it.
pub fn publishing() -> Option<[(&'static str, String); 2]> {
    let workflow = include_str!("../../../template/.github/workflows/pages.yml");
    let readme = include_str!("repository.md");
    REPOSITORY.map(|repository| {
        let workflow = workflow.replace("OWNER/dateline@", &[repository, "@"].concat());
        [("README.md", readme.to_owned()), (".github/workflows/pages.yml", workflow)]
    })
}

/// The desk of one studio.
pub struct Desk {
    /// What was read.
    pub held: Held,
    shell: Shell,
    joined: Option<Joined>,
}

impl Desk {
    /// An empty desk, with the shell that sites are made of.
    pub fn new(shell: Shell) -> Self {
        Self { held: Held::default(), shell, joined: None }
    }

    /// Puts together what was read. `tell` is told of each stage as it begins.
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn join(&mut self, overlay: &str, tell: &(dyn Fn(Stage) + Sync)) -> Result<Value, String> {
        let joined =
            self.held.join(overlay.as_bytes(), &Told(tell)).map_err(|it| it.to_string())?;
        let said = said(&joined);
        self.joined = Some(joined);
        Ok(said)
    }

    /// What is known of an article, for putting it right; nothing where there is none of this id.
    pub fn article(&self, id: &str) -> Value {
        let joined = self.joined.as_ref();
        let article =
            joined.and_then(|it| it.publication.corpus.articles.iter().find(|it| it.id == id));
        let Some(article) = article else { return Value::Null };
        let when = &article.published;
        json!({
            "title": article.title,
            "outlet": article.outlet,
            "author": article.author,
            "agency": article.agency,
            "language": article.language,
            "date": when.date.map(|day| day.to_string()),
            "time": when.time.map(|time| time.to_string()),
            "url": article.url,
            "why": when.evidence.first().map(|evidence| &evidence.why),
        })
    }

    /// What is known of an event, for putting it right; nothing where there is none of this id.
    pub fn event(&self, id: &str) -> Value {
        let joined = self.joined.as_ref();
        let event =
            joined.and_then(|it| it.publication.corpus.events.iter().find(|it| it.id == id));
        let Some(event) = event else { return Value::Null };
        json!({
            "label": event.title,
            "date": event.is_of_a_day().then(|| event.days.start.to_string()),
            "status": event.status.name(),
            "key": event.key,
            "why": event.evidence.iter().find(|it| it.rule != Evidence::EDITOR).map(|it| &it.why),
        })
    }

    /// All names, those of most articles first.
    pub fn names(&self) -> Value {
        let Some(joined) = &self.joined else { return json!([]) };
        let mut entities: Vec<&Entity> = joined.publication.corpus.entities.iter().collect();
        entities.sort_by_key(|entity| core::cmp::Reverse(entity.articles.len()));
        let row = |entity: &&Entity| {
            let spellings = entity.spellings.iter().map(|spelling| &spelling.text);
            json!({
                "name": entity.name,
                "kind": entity.kind.name(),
                "articles": entity.articles.len(),
                "spellings": spellings.collect::<Vec<_>>(),
            })
        };
        entities.iter().map(row).collect()
    }

    /// The page as the studio shows it.
    ///
    /// # Errors
    /// As [`page`](Self::page).
    pub fn preview(&self) -> Result<Vec<u8>, String> {
        let page = preview(&self.shell, &self.reading()?);
        Ok(page.map_err(|error| error.to_string())?.bytes)
    }

    /// The page that is one file.
    ///
    /// # Errors
    /// Where nothing is read yet, or the shell is none.
    pub fn page(&self) -> Result<Vec<u8>, String> {
        let reading = self.reading()?;
        Ok(one_file(&self.shell, &reading).map_err(|error| error.to_string())?.bytes)
    }

    /// The studio with these articles and corrections inside, as an archive of them.
    ///
    /// # Errors
    /// Where the shell is none.
    pub fn studio(&self, sources: &[u8]) -> Result<Vec<u8>, String> {
        Ok(studio_with(&self.shell, sources).map_err(|error| error.to_string())?.bytes)
    }

    /// The whole site, in an archive.
    ///
    /// # Errors
    /// As [`page`](Self::page).
    pub fn site(&self) -> Result<Vec<u8>, String> {
        pack(&self.files(None)?)
    }

    /// The whole site. `url` is where it will stand, instead of what the corrections say.
    ///
    /// # Errors
    /// As [`page`](Self::page), and where the address is none.
    pub fn files(&self, url: Option<&str>) -> Result<Vec<File>, String> {
        let reading = self.reading()?;
        let url = match url {
            Some(text) => Some(dateline_folder::base_url(text).ok_or_else(|| {
                format!("{text:?}: an address as https://example.org/news/ was expected")
            })?),
            None => reading.url.map(str::to_owned),
        };
        let options = Options { url, ..Options::default() };
        assemble(&self.shell, &reading, &options).map_err(|error| error.to_string())
    }

    fn reading(&self) -> Result<Reading<'_>, String> {
        let joined = self.joined.as_ref().ok_or("no article was read yet")?;
        let Publication { corpus, url, first_visit } = &joined.publication;
        Ok(Reading { corpus, url: url.as_deref(), first_visit: *first_visit })
    }
}

struct Told<'t>(&'t (dyn Fn(Stage) + Sync));

impl Observer for Told<'_> {
    fn begin(&self, stage: Stage) {
        (self.0)(stage);
    }

    fn end(&self, _: Stage) {}
}

/// What the studio's page says of a corpus: how much there is, what was not read, and what wants a look.
fn said(joined: &Joined) -> Value {
    let Joined { publication: Publication { corpus, .. }, problems, idle } = joined;
    let row = |skips: bool| {
        let warnings = corpus.warnings.iter().filter(move |warning| warning.kind.skips() == skips);
        warnings.map(|warning| json!(warning.message)).collect::<Vec<Value>>()
    };
    json!({
        "title": corpus.site.title,
        "articles": corpus.articles.len(),
        "events": corpus.events.len(),
        "skipped": row(true),
        "doubts": row(false),
        "problems": problems,
        "idle": idle,
        "looks": looks(corpus),
    })
}

/// The articles that want an editor's look, with the reason: those without a day first.
fn looks(corpus: &Corpus) -> Vec<Value> {
    let reason = |article: &Article| {
        let when = &article.published;
        match (&when.date, when.basis) {
            (None, _) => Some("No publication date, printed or inferred".to_owned()),
            (Some(day), Basis::Inferred) => {
                Some(["Dated ", &dateline_words::full_day(*day), ": inferred"].concat())
            }
            _ => dateline_words::unread(article),
        }
    };
    let mut rows: Vec<(bool, &str, &str, String)> = corpus
        .articles
        .iter()
        .filter_map(|article| {
            let dated = article.published.date.is_some();
            Some((dated, article.id.as_str(), article.title.as_str(), reason(article)?))
        })
        .collect();
    rows.sort_by_key(|row| row.0);
    rows.iter().map(|(_, id, title, why)| json!({"id": id, "title": title, "why": why})).collect()
}
