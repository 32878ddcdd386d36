//! Reading in parts, by as many machines as there are: a part of the files is read, each by itself, and what
//! they yield is written down. [`crate::join_parts`] makes the corpus of all parts.

use std::fmt;
use std::path::{Path, PathBuf};

use dateline_ingest::{Opened, Options, Source, open_all};
use dateline_model::Warning;
use serde::{Deserialize, Serialize};

use crate::packed::{Kind, pack, unpack};
use crate::{Error, Listing, joined_among, list, seeds};

/// Which part of how many. Files go to the parts in turn, so that no part gets all of a large outlet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// From 1.
    part: usize,
    of: usize,
}

impl Share {
    /// From `2/3`, nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let (part, of) = text.split_once('/')?;
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse());
        let share = Self { part: number(part)?.ok()?, of: number(of)?.ok()? };
        share.is_one().then_some(share)
    }

    fn is_one(self) -> bool {
        (1..=self.of).contains(&self.part)
    }

    /// How many parts there are.
    pub(crate) fn of(self) -> usize {
        self.of
    }

    /// Its number, from 1.
    pub(crate) fn part(self) -> usize {
        self.part
    }

    /// Whether the file at this place of the list is in it.
    pub(crate) fn holds(self, at: usize) -> bool {
        at % self.of == self.part - 1
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.part, self.of)
    }
}

/// What a part of the files yields.
#[derive(Serialize, Deserialize)]
pub struct Part {
    pub(crate) share: Share,
    /// All files of all parts, in the order in which they are read.
    pub(crate) files: Vec<String>,
    /// The overlay that lay in the folder. Its rules count when the parts are joined.
    pub(crate) overlay: Option<String>,
    /// Each with its place in the list of files.
    pub(crate) opened: Vec<(usize, Opened)>,
    /// Of the files of this part; what is said of whole folders is in the first.
    pub(crate) warnings: Vec<Warning>,
    /// How many bytes it had in its file before it was packed; 0 where it comes from no file.
    #[serde(skip)]
    pub(crate) size: usize,
}

/// Reads a part of the files of the paths.
///
/// # Errors
/// As [`crate::read`].
pub fn read_part(paths: &[PathBuf], share: Share) -> Result<Part, Error> {
    if let Some(file) = joined_among(paths)? {
        let problem = format!("{}: is joined already; articles were expected", file.display());
        return Err(Error::Parts { problems: vec![problem] });
    }
    let Listing { files, rules, warnings, .. } = list(paths)?;
    let names = files.iter().map(|(name, _)| name.clone()).collect();
    let mut warnings = if share.part == 1 { warnings } else { Vec::new() };
    let places: Vec<usize> = (0..files.len()).filter(|at| share.holds(*at)).collect();
    let mine = files.into_iter().enumerate().filter(|(at, _)| share.holds(*at));
    let seeds = seeds(mine.map(|(_, file)| file).collect(), &mut warnings);
    let sources: Vec<Source<'_>> = seeds.iter().map(|(_, seed)| seed.source()).collect();
    let opened = open_all(&sources, &Options::default());
    let opened = seeds.iter().map(|(at, _)| places[*at]).zip(opened).collect();
    let overlay = rules.map(|rules| rules.file.display().to_string());
    Ok(Part { share, files: names, overlay, opened, warnings, size: 0 })
}

impl Part {
    /// What a file of it holds. The same files give the same bytes.
    pub fn encode(&self) -> Vec<u8> {
        pack(Kind::Part, &serde_json::to_vec(self).expect("texts, numbers and lists only"))
    }

    /// From the bytes of a file; the error names it.
    pub(crate) fn decode(file: &Path, bytes: &[u8]) -> Result<Self, String> {
        let named = |what: String| format!("{}: {what}", file.display());
        let payload = unpack(Kind::Part, bytes).map_err(named)?;
        let mut part: Self = serde_json::from_slice(&payload)
            .map_err(|error| named(format!("does not describe a part ({error})")))?;
        part.size = payload.len();
        match part.is_sound() {
            true => Ok(part),
            false => Err(named("has files that are not of its part; read it again".into())),
        }
    }

    fn is_sound(&self) -> bool {
        let Self { share, files, opened, .. } = self;
        let here = |at: usize| at < files.len() && share.holds(at);
        share.is_one()
            && opened.iter().all(|(at, _)| here(*at))
            && opened.windows(2).all(|two| two[0].0 < two[1].0)
    }

    /// How many files it has.
    pub fn len(&self) -> usize {
        (0..self.files.len()).filter(|at| self.share.holds(*at)).count()
    }

    /// Whether it has none, as where there are more parts than files.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What could not be read, or was read with doubt, apart from what the files' texts say.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }
}
