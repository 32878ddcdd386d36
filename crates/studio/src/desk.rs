//! What lies on the editor's desk: articles that were read, the corrections, and what can be made of them.

use dateline_assemble::{Reading, Shell, assemble, one_file, preview, studio_with};
use dateline_folder::{Held, Joined, Publication};
use dateline_ingest::{Observer, Stage};
use dateline_lang::reasons::events::SAME_WORDS;
use dateline_model::{Article, Basis, Corpus, Entity, Event, Evidence, Telling};
use dateline_site::{File, Options};
use serde_json::{Map, Value, json};

use crate::archive::pack;
use crate::correct::{self, Notes};

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
    /// The corrections that count.
    overlay: String,
}

impl Desk {
    /// An empty desk, with the shell that sites are made of.
    pub fn new(shell: Shell) -> Self {
        Self { held: Held::default(), shell, joined: None, overlay: String::new() }
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
        self.overlay = overlay.into();
        Ok(said)
    }

    /// What is known of an article, for putting it right; nothing where there is none of this id.
    pub fn article(&self, id: &str) -> Value {
        let Some(article) = self.found(id) else { return Value::Null };
        let notes = Notes::of(&self.overlay);
        let row = notes.row_of(id, article.fingerprint);
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
            "checked": Evidence::say_checked(&when.evidence),
            "notes": notes.on("articles", &row),
            "why": when.evidence.first().map(|evidence| &evidence.why),
            "text": article.paragraphs().map(|it| it.1).filter(|it| !it.is_empty()).collect::<Vec<_>>(),
            "left": article.furniture.iter().map(|it| json!([it.text, it.why])).collect::<Value>(),
        })
    }

    /// The corrections with what an editor says of an article, event or name, as [`correct::row`].
    ///
    /// # Errors
    /// Where they cannot be understood.
    pub fn correct(
        &self,
        overlay: &str,
        table: &str,
        id: &str,
        fields: &Map<String, Value>,
        day: &str,
    ) -> Result<String, String> {
        match table {
            "articles" => {
                self.of_article(overlay, id, |key| correct::row(overlay, table, key, fields, day))
            }
            _ => correct::row(overlay, table, id, fields, day),
        }
    }

    /// The corrections with what `act` does to an article's row, by the row's key. The row says what its text is
    /// known by, and so stays the article's when the file is called otherwise.
    ///
    /// # Errors
    /// Where `act` fails, or they cannot be understood.
    pub fn of_article(
        &self,
        overlay: &str,
        id: &str,
        act: impl FnOnce(&str) -> Result<String, String>,
    ) -> Result<String, String> {
        let Some(article) = self.found(id) else { return act(id) };
        let key = Notes::of(overlay).row_of(id, article.fingerprint);
        correct::known_by(&act(&key)?, &key, article.fingerprint)
    }

    fn found(&self, id: &str) -> Option<&Article> {
        self.joined.as_ref()?.publication.corpus.articles.iter().find(|it| it.id == id)
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
            "checked": Evidence::say_checked(&event.evidence),
            "notes": Notes::of(&self.overlay).on("events", id),
            "merge": correct::texts(&self.overlay, "events", id, "merge"),
            "why": event.evidence.iter().find(|it| !is_the_editors(it)).map(|it| &it.why),
            "told": joined.map(|it| told(&it.publication.corpus, event)),
        })
    }

    /// All articles, with what they are called.
    pub fn articles(&self) -> Value {
        let articles = self.joined.iter().flat_map(|it| &it.publication.corpus.articles);
        articles.map(|article| json!({"id": article.id, "title": article.title})).collect()
    }

    /// All events, with what they are called.
    pub fn events(&self) -> Value {
        let events = self.joined.iter().flat_map(|it| &it.publication.corpus.events);
        events.map(|event| json!({"id": event.id, "title": event.title})).collect()
    }

    /// The corrections with an event of the editor's own.
    ///
    /// # Errors
    /// Where they cannot be understood.
    pub fn own(
        &self,
        overlay: &str,
        fields: Map<String, Value>,
        note: &str,
        day: &str,
    ) -> Result<String, String> {
        let events = || self.joined.iter().flat_map(|it| &it.publication.corpus.events);
        let said = |field: &str| fields.get(field).and_then(Value::as_str);
        let from = said("from").and_then(|id| events().find(|event| event.id == id));
        let label = said("label").or(from.map(|from| &*from.title)).unwrap_or_default();
        let date = said("date").map(str::to_owned);
        let date = date.or(from.map(|from| from.days.start.to_string())).unwrap_or_default();
        let first = label.split_whitespace().take(5);
        let words = core::iter::once(&*date).chain(first).collect::<Vec<_>>().join(" ");
        let taken = events().map(|event| event.id.clone());
        correct::own(overlay, &words, taken, &fields, note, day)
    }

    /// All names, those of most articles first.
    pub fn names(&self) -> Value {
        let Some(joined) = &self.joined else { return json!([]) };
        let mut entities: Vec<&Entity> = joined.publication.corpus.entities.iter().collect();
        entities.sort_by_key(|entity| core::cmp::Reverse(entity.articles.len()));
        let notes = Notes::of(&self.overlay);
        let row = |entity: &&Entity| {
            let spellings = entity.spellings.iter().map(|spelling| &spelling.text);
            json!({
                "name": entity.name,
                "kind": entity.kind.name(),
                "articles": entity.articles.len(),
                "spellings": spellings.collect::<Vec<_>>(),
                "notes": notes.on("names", &entity.name),
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

fn is_the_editors(reason: &Evidence) -> bool {
    [Evidence::EDITOR, Evidence::CHECKED].contains(&reason.rule.as_str())
}

/// Who tells an event and with which words: `[[id, title, sentence], …]`.
fn told(corpus: &Corpus, event: &Event) -> Value {
    let row = |telling: &Telling| {
        let article = &corpus.articles[telling.article as usize];
        json!([article.id, article.title, telling.span.of(&article.body)])
    };
    event.tellings.iter().map(row).collect()
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

/// What wants an editor's look, with the reason: articles without a day first, events last. What was checked
/// wants none any more.
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
    let articles =
        corpus.articles.iter().filter(|it| !Evidence::say_checked(&it.published.evidence));
    let mut rows: Vec<(bool, Value)> = articles
        .filter_map(|article| {
            let why = reason(article)?;
            let dated = article.published.date.is_some();
            Some((dated, json!({"article": article.id, "title": article.title, "why": why})))
        })
        .collect();
    rows.sort_by_key(|row| row.0);
    let events =
        corpus.events.iter().filter(|event| event.key && !Evidence::say_checked(&event.evidence));
    let events = events.filter(|event| event.evidence.iter().any(shares_little)).map(|event| {
        let why = "Joined of tellings that share one word or none";
        json!({"event": event.id, "title": event.title, "why": why})
    });
    rows.into_iter().map(|row| row.1).chain(events).collect()
}

/// Whether two tellings were taken for one by one word or by none.
fn shares_little(reason: &Evidence) -> bool {
    reason.rule == SAME_WORDS && reason.text.split_whitespace().count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A desk with one article that prints no date, and the corrections.
    fn desk(overlay: &str) -> (Desk, Value) {
        let text = "Bridge opens at last\n\nThe new bridge was opened by the mayor, who thanked the builders for twenty years of patient work on it.\n";
        let mut desk = Desk::new(Shell::new(Vec::new()));
        desk.held.list(&[("a.txt".to_owned(), text.len() as u64)]);
        desk.held.read("a.txt", text.as_bytes(), None);
        let said = desk.join(overlay, &|_| ()).expect("a corpus");
        (desk, said)
    }

    #[test]
    fn what_is_checked_is_looked_at_no_more_and_its_form_knows_the_note() {
        let (open, said) = desk("");
        assert_eq!(said["looks"][0]["article"], "a");
        assert_eq!(said["looks"].as_array().map(Vec::len), Some(1));
        assert_eq!(open.article("a")["checked"], false);
        let (checked, said) = desk("[articles.a]\nchecked = true\nnote = \"Nobody knows.\"\n");
        assert_eq!(said["looks"], json!([]));
        assert_eq!(checked.article("a")["checked"], true);
        assert_eq!(checked.article("a")["notes"]["checked"], "Nobody knows.");
        assert_eq!(checked.article("b"), Value::Null);
    }

    #[test]
    fn an_article_of_which_every_line_is_taken_out_has_no_line() {
        let (open, _) = desk("");
        let [line] =
            open.article("a")["text"].as_array().expect("lines").clone().try_into().expect("one");
        let (none, _) = desk(&format!("[articles.a]\nlines_out = [{line}]\n"));
        assert_eq!(none.article("a")["text"], json!([]));
        assert!(
            none.article("a")["left"].as_array().expect("lines").iter().any(|it| it[0] == line)
        );
    }

    #[test]
    fn one_shared_word_is_little_and_two_are_enough() {
        let by = |words: &str| shares_little(&Evidence::new(SAME_WORDS, words, ""));
        assert!(by("") && by("bridge") && !by("bridge mayor"));
        assert!(!shares_little(&Evidence::new("weight", "", "")));
    }

    #[test]
    fn an_event_of_ones_own_takes_an_id_of_its_day_and_words() {
        let (desk, _) = desk("");
        let fields = json!({"own": true, "label": "A vote in the council on the tolls", "date": "2024-03-04"});
        let overlay = desk.own("", fields.as_object().cloned().expect("fields"), "", "2026-11-30");
        let overlay = overlay.expect("text");
        assert!(overlay.starts_with("[events.2024-03-04-a-vote-in-the-council]\n"), "{overlay}");
    }
}
