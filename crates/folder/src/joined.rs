//! The corpus of parts that were read apart, and its file, which stands for a folder.

mod sound;

use std::fs;
use std::path::{Path, PathBuf};

use dateline_ingest::{Opened, Options, join};
use dateline_model::{Corpus, decode, encode};

use crate::packed::{Kind, pack, unpack};
use crate::part::Part;
use crate::{Error, Reading, bytes, overlay};

/// A file of a corpus may be as large as the system allows.
const LIMIT: usize = usize::MAX / 2;

/// Parts of more bytes, unpacked, are not joined: a corpus counts its own in 32 bits. Measured on 10,000 texts
/// and 1,000 saved pages, it has no more bytes than its parts.
const MOST: usize = 3 << 30;

/// So many files of a part that is missing are named.
const NAMED: usize = 5;

/// A corpus of parts, with the corrections that are in it and the rules that wait for its publishing.
pub struct Whole {
    /// All that was read, whatever may be published of it.
    pub corpus: Corpus,
    /// What messages call the overlay, and its bytes.
    overlay: Option<(String, Vec<u8>)>,
}

/// The corpus of all parts: the same as the whole folder gives with this overlay in it.
///
/// # Errors
/// Where a file is no whole part of this version, where parts are missing, there twice or of other files, and
/// where the overlay cannot be understood or is not named although the folder has one.
pub fn join_parts(files: &[PathBuf], overlay: Option<&Path>) -> Result<Whole, Error> {
    let rules = overlay.map(overlay::read).transpose()?.unwrap_or_default();
    let overlay = overlay.map(|file| Ok((file.display().to_string(), raw(file)?))).transpose()?;
    let mut parts = Vec::new();
    let mut problems = Vec::new();
    for file in files {
        match Part::decode(file, &raw(file)?) {
            Ok(part) => parts.push((file, part)),
            Err(problem) => problems.push(problem),
        }
    }
    if problems.is_empty() {
        problems = unfit(&parts);
        problems.extend(too_much(parts.iter().map(|(_, part)| part.size).sum()));
        problems.extend(parts.iter().filter(|_| overlay.is_none()).find_map(|(file, part)| {
            let lost = part.overlay.as_ref()?;
            Some(format!("{}: was read beside {lost}, whose rules would be lost; --overlay {lost} was expected", file.display()))
        }));
    }
    if !problems.is_empty() {
        return Err(Error::Parts { problems });
    }
    let mut opened: Vec<(usize, Opened)> = Vec::new();
    let mut warnings = Vec::new();
    for (_, part) in parts {
        opened.extend(part.opened);
        warnings.extend(part.warnings);
    }
    opened.sort_by_key(|(at, _)| *at);
    let opened = opened.into_iter().map(|(_, opened)| opened).collect();
    let mut corpus = join(opened, &rules.overlay, &Options::default(), &());
    corpus.warnings.append(&mut warnings);
    corpus.warnings.sort();
    Ok(Whole { corpus, overlay })
}

fn raw(file: &Path) -> Result<Vec<u8>, Error> {
    bytes::bytes(file, LIMIT).map_err(|source| Error::Path { path: file.into(), source })
}

fn too_much(size: usize) -> Option<String> {
    const MB: usize = 1024 * 1024;
    let (found, most) = (size / MB, MOST / MB);
    let message = format!(
        "the parts hold {found} MB; at most {most} MB were expected: make several corpora of them"
    );
    (size > MOST).then_some(message)
}

/// Why these parts are not the parts of one whole, each once.
fn unfit(parts: &[(&PathBuf, Part)]) -> Vec<String> {
    let mut problems = Vec::new();
    let Some((first_file, first)) = parts.first() else {
        return vec!["no part was named; files that `dateline read` wrote were expected".into()];
    };
    let of = first.share.of();
    // By number: the file that was met with it.
    let mut met: Vec<Option<&Path>> = Vec::new();
    for (file, part) in parts {
        let name = file.display();
        if part.share.of() != of {
            problems.push(format!(
                "{name}: is part {}; one of {of}, as in {}, was expected",
                part.share,
                first_file.display()
            ));
            continue;
        }
        if let Some(other) = other(&first.files, &part.files) {
            problems.push(format!(
                "{name}: was read from other files than {} ({other:?}); the same paths with the same files were expected",
                first_file.display()
            ));
        }
        let number = part.share.part();
        met.resize(met.len().max(number), None);
        match met[number - 1].replace(file) {
            None => {}
            Some(before) => problems.push(format!(
                "{name}: is part {}, as {} is; each part once was expected",
                part.share,
                before.display()
            )),
        }
    }
    // A part without files is no loss: there may be more parts than files.
    let missing = |at: &usize| met.get(*at).is_none_or(Option::is_none);
    for at in (0..of.min(first.files.len())).filter(missing) {
        let files = first.files.iter().skip(at).step_by(of);
        let named: Vec<&str> = files.clone().take(NAMED).map(String::as_str).collect();
        let more = files.count() - named.len();
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        problems.push(format!(
            "part {}/{of} is missing, with {}{more}; `dateline read --part {0}/{of}` writes it",
            at + 1,
            named.join(", ")
        ));
    }
    problems
}

/// The first file that is in one list and not at its place in the other.
fn other<'f>(one: &'f [String], two: &'f [String]) -> Option<&'f str> {
    let at = one.iter().zip(two).take_while(|(one, two)| one == two).count();
    two.get(at).or(one.get(at)).map(String::as_str)
}

impl Whole {
    /// What a file of it holds: the overlay's name and bytes, each after its length, and the packed corpus.
    pub fn encode(&self) -> Vec<u8> {
        let mut payload = Vec::new();
        let (name, rules) = self
            .overlay
            .as_ref()
            .map_or((&[][..], &[][..]), |(name, rules)| (name.as_bytes(), rules));
        for field in [name, rules] {
            payload.extend((field.len() as u64).to_le_bytes());
            payload.extend(field);
        }
        payload.extend(encode(&self.corpus));
        pack(Kind::Corpus, &payload)
    }
}

/// Reads a joined corpus, with the rules for its publishing.
pub(crate) fn read(file: &Path) -> Result<Reading, Error> {
    let broken =
        |what: String| Error::Parts { problems: vec![format!("{}: {what}", file.display())] };
    let payload = unpack(Kind::Corpus, &raw(file)?).map_err(broken)?;
    let mut rest = payload.as_slice();
    let mut field = || {
        let (length, after) = rest.split_first_chunk()?;
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (field, after) = after.split_at_checked(length)?;
        rest = after;
        Some(field)
    };
    let (Some(name), Some(rules)) = (field(), field()) else {
        return Err(broken(
            "does not describe a corpus; write it again with `dateline join`".into(),
        ));
    };
    let rules = match name {
        [] => overlay::Read::default(),
        name => overlay::parse(Path::new(&*String::from_utf8_lossy(name)), rules.to_vec())?,
    };
    let corpus = decode(rest).map_err(|error| broken(error.to_string()))?;
    if !sound::is_sound(&corpus) {
        return Err(broken("was changed; write it again with `dateline join`".into()));
    }
    Ok(Reading::new(corpus, rules, Vec::new()))
}

/// Writes a file of a part or a corpus whole or not at all: a run that ends early leaves none that is read.
pub fn write(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut partial = file.as_os_str().to_owned();
    partial.push(".partial");
    fs::write(&partial, bytes)?;
    fs::rename(&partial, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_a_corpus_can_count_is_refused() {
        assert_eq!(too_much(MOST), None);
        assert!(too_much(MOST + 1).unwrap().contains("3072 MB were expected"));
    }
}
