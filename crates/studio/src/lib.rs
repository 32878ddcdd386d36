//! The studio's program: reads what is dropped into a page, as the command reads a folder, and makes of it
//! what the command makes. It runs in a worker of the browser; nothing leaves it but what it is asked for.

pub mod archive;
pub mod correct;
pub mod desk;

use archive::{Archive, Packer};
use correct::Said;
use dateline_assemble::Shell;
use dateline_site::File;
use desk::Desk;
use js_sys::Function;
use serde_json::{Map, Value, json};
use wasm_bindgen::prelude::*;

/// One studio, as the worker's script holds it.
#[wasm_bindgen]
pub struct Studio {
    desk: Desk,
    tell: Function,
}

#[wasm_bindgen]
impl Studio {
    /// A studio with the packed shell. `tell` is called with the name of each stage as it begins, `panicked` with
    /// what a panic says: after one, nothing answers any more.
    ///
    /// # Errors
    /// Where the shell is none.
    #[wasm_bindgen(constructor)]
    pub fn new(shell: &[u8], tell: Function, panicked: Function) -> Result<Studio, JsError> {
        let shell =
            Shell::unpack(shell).ok_or_else(|| JsError::new("the studio's shell is damaged"))?;
        Ok(Self::begin(shell, tell, panicked))
    }

    /// The same with the files of a shell.
    pub fn of(shell: Files, tell: Function, panicked: Function) -> Studio {
        Self::begin(Shell::new(shell.files), tell, panicked)
    }

    fn begin(shell: Shell, tell: Function, panicked: Function) -> Self {
        std::panic::set_hook(Box::new(move |panic| {
            let said = ["Dateline ", env!("CARGO_PKG_VERSION"), " ", &panic.to_string()].concat();
            let _ = panicked.call1(&JsValue::UNDEFINED, &said.into());
        }));
        Self { desk: Desk::new(shell), tell }
    }

    /// Whether it is known what publishes a folder of articles.
    pub fn publishes(&self) -> bool {
        desk::publishing().is_some()
    }

    /// Takes the list of all files that are here, `[[name, size], …]`, and gives those that are to be read, in
    /// order: `[[name, name of the file beside it or null], …]`.
    ///
    /// # Errors
    /// Where the list is none.
    pub fn list(&mut self, files: &str) -> Result<String, JsError> {
        let files: Vec<(String, f64)> = serde_json::from_str(files)?;
        let files: Vec<(String, u64)> =
            files.into_iter().map(|(name, size)| (name, size as u64)).collect();
        let listed = self.desk.held.list(&files);
        let rows: Vec<Value> = listed.iter().map(|file| json!([file.name, file.meta])).collect();
        Ok(Value::from(rows).to_string())
    }

    /// Reads a file of the list; `meta` are the bytes of the file beside it.
    pub fn read(&mut self, name: &str, bytes: &[u8], meta: Option<Vec<u8>>) {
        self.desk.held.read(name, bytes, meta.as_deref());
    }

    /// Says that a file of the list cannot be read, and why.
    pub fn refuse(&mut self, name: &str, why: &str) {
        self.desk.held.refuse(name, why);
    }

    /// Puts together what was read, with the corrections of a `dateline.toml`. Gives what is said of it.
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn join(&mut self, overlay: &str) -> Result<String, JsError> {
        let teller = Teller(&self.tell);
        let said = self.desk.join(overlay, &|stage| teller.tell(stage.name()));
        said.map(|said| said.to_string()).map_err(|error| JsError::new(&error))
    }

    /// What is known of an article, as JSON; null where there is none of this id.
    pub fn article(&self, id: &str) -> String {
        self.desk.article(id).to_string()
    }

    /// What is known of an event, as [`article`](Self::article).
    pub fn event(&self, id: &str) -> String {
        self.desk.event(id).to_string()
    }

    /// All names, as JSON: `[{name, kind, articles, spellings}, …]`, those of most articles first.
    pub fn names(&self) -> String {
        self.desk.names().to_string()
    }

    /// All articles, as JSON: `[{id, title}, …]`.
    pub fn articles(&self) -> String {
        self.desk.articles().to_string()
    }

    /// All events, as [`articles`](Self::articles).
    pub fn events(&self) -> String {
        self.desk.events().to_string()
    }

    /// The corrections with what an editor says of an article, event or name: `table` is `articles`, `events` or
    /// `names`, and `fields` is `{field: text, truth, list, object of these or null, …}`, where null takes a
    /// correction back. Its `notes` are `{field: text or null, …}`: the note on each correction. `day` is the day on
    /// which this is put right.
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn correct(
        &self,
        overlay: &str,
        table: &str,
        id: &str,
        fields: &str,
        day: &str,
    ) -> Result<String, JsError> {
        let fields: Map<String, Value> = serde_json::from_str(fields)?;
        self.desk.correct(overlay, table, id, &fields, day).map_err(|error| JsError::new(&error))
    }

    /// The corrections with an event of the editor's own, which `fields` describes as in [`correct`](Self::correct);
    /// the note is empty where there is none.
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn own(
        &self,
        overlay: &str,
        fields: &str,
        note: &str,
        day: &str,
    ) -> Result<String, JsError> {
        let fields: Map<String, Value> = serde_json::from_str(fields)?;
        self.desk.own(overlay, fields, note, day).map_err(|error| JsError::new(&error))
    }

    /// The corrections with lines of an article moved: `out` is `[line, …]`, `into` is
    /// `[[line, the paragraph that it stands behind or null], …]`: without one it stands where it stood.
    /// `notes` are those on `lines_out` and on `lines_in`, as in [`correct`](Self::correct).
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn lines(
        &self,
        overlay: &str,
        id: &str,
        out: &str,
        into: &str,
        notes: &str,
        day: &str,
    ) -> Result<String, JsError> {
        let out: Vec<String> = serde_json::from_str(out)?;
        let into: Vec<(String, Option<String>)> = serde_json::from_str(into)?;
        let notes: Map<String, Value> = serde_json::from_str(notes)?;
        let act = |key: &str| correct::lines(overlay, key, &out, &into, &notes, day);
        self.desk.of_article(overlay, id, act).map_err(|error| JsError::new(&error))
    }

    /// The corrections with what an editor says of a name: `how` is `same`, `none` or `apart`, and `other` the
    /// name that it is the same as, or the spelling that is somebody else. The note is empty where there is none.
    ///
    /// # Errors
    /// Where the corrections cannot be understood.
    pub fn rename(
        &self,
        overlay: &str,
        name: &str,
        how: &str,
        other: &str,
        note: &str,
        day: &str,
    ) -> Result<String, JsError> {
        let said = match how {
            "same" => Said::Same(other),
            "apart" => Said::Apart(other),
            "none" => Said::None,
            _ => return Err(JsError::new("same, apart or none was expected")),
        };
        correct::name(overlay, name, said, note, day).map_err(|error| JsError::new(&error))
    }

    /// The page as the studio shows it.
    ///
    /// # Errors
    /// Where nothing is read yet.
    pub fn preview(&self) -> Result<Vec<u8>, JsError> {
        self.desk.preview().map_err(|error| JsError::new(&error))
    }

    /// The page that is one file.
    ///
    /// # Errors
    /// Where nothing is read yet.
    pub fn page(&self) -> Result<Vec<u8>, JsError> {
        self.desk.page().map_err(|error| JsError::new(&error))
    }

    /// The studio with articles and corrections inside; `sources` is a ZIP archive of them.
    ///
    /// # Errors
    /// Where the shell is none.
    pub fn studio(&self, sources: &[u8]) -> Result<Vec<u8>, JsError> {
        self.desk.studio(sources).map_err(|error| JsError::new(&error))
    }

    /// The whole site, file by file. `url` is where it will stand, instead of what the corrections say.
    ///
    /// # Errors
    /// Where nothing is read yet, or the address is none.
    pub fn build(&self, url: Option<String>) -> Result<Site, JsError> {
        let files = self.desk.files(url.as_deref()).map_err(|error| JsError::new(&error))?;
        Ok(Site { files })
    }

    /// The whole site in a ZIP archive.
    ///
    /// # Errors
    /// Where nothing is read yet.
    pub fn site(&self) -> Result<Vec<u8>, JsError> {
        self.desk.site().map_err(|error| JsError::new(&error))
    }
}

/// What a stage is told to. A function of the browser belongs to one thread; so does all of ingest there.
struct Teller<'t>(&'t Function);

impl Teller<'_> {
    fn tell(&self, stage: &str) {
        let _ = self.0.call1(&JsValue::UNDEFINED, &stage.into());
    }
}

/// An archive that was dropped.
#[wasm_bindgen]
pub struct Zip {
    archive: Archive,
}

#[wasm_bindgen]
impl Zip {
    /// Opens it.
    ///
    /// # Errors
    /// Says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>) -> Result<Zip, JsError> {
        let archive = Archive::open(bytes).map_err(|error| JsError::new(&error))?;
        Ok(Self { archive })
    }

    /// Its files, `[[place, name, size], …]`, and those that are not read, `[[name, reason], …]`.
    ///
    /// # Errors
    /// Where they are too large together.
    pub fn list(&mut self) -> Result<String, JsError> {
        let (entries, refused) = self.archive.list().map_err(|error| JsError::new(&error))?;
        let entries: Vec<Value> =
            entries.iter().map(|entry| json!([entry.at, entry.name, entry.size])).collect();
        Ok(json!([entries, refused]).to_string())
    }

    /// The bytes of the file at a place, which the archive says are so many.
    ///
    /// # Errors
    /// Says why they cannot be had.
    pub fn bytes(&mut self, at: usize, size: f64) -> Result<Vec<u8>, JsError> {
        self.archive.bytes(at, size as u64).map_err(|error| JsError::new(&error))
    }
}

/// Files by name.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files {
    files: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl Files {
    /// No file yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Files {
        Self::default()
    }

    /// Adds one.
    pub fn add(&mut self, name: String, bytes: Vec<u8>) {
        self.files.push((name, bytes));
    }
}

/// A site, file by file.
#[wasm_bindgen]
pub struct Site {
    files: Vec<File>,
}

#[wasm_bindgen]
impl Site {
    /// How many files it has.
    pub fn count(&self) -> usize {
        self.files.len()
    }

    /// The path of one, from the site's folder; empty where there is none.
    pub fn path(&self, at: usize) -> String {
        self.files.get(at).map(|file| file.path.clone()).unwrap_or_default()
    }

    /// The bytes of one.
    pub fn bytes(&self, at: usize) -> Vec<u8> {
        self.files.get(at).map(|file| file.bytes.clone()).unwrap_or_default()
    }
}

/// Articles and their corrections, as they are packed file by file.
#[wasm_bindgen]
#[derive(Default)]
pub struct Sources {
    packer: Packer,
}

#[wasm_bindgen]
impl Sources {
    /// No file yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Sources {
        Self::default()
    }

    /// Adds what publishes the page of a folder `articles`, where that is known.
    ///
    /// # Errors
    /// Where it cannot be packed.
    pub fn publish(&mut self) -> Result<(), JsError> {
        let mut files = desk::publishing().into_iter().flatten();
        files
            .try_for_each(|(path, text)| self.packer.add(path, text.as_bytes()))
            .map_err(|error| JsError::new(&error))
    }

    /// Adds a file.
    ///
    /// # Errors
    /// Where it cannot be packed.
    pub fn add(&mut self, path: &str, bytes: &[u8]) -> Result<(), JsError> {
        self.packer.add(path, bytes).map_err(|error| JsError::new(&error))
    }

    /// All of them in a ZIP archive.
    ///
    /// # Errors
    /// Where they are more than an archive can hold.
    pub fn finish(self) -> Result<Vec<u8>, JsError> {
        self.packer.finish().map_err(|error| JsError::new(&error))
    }
}
