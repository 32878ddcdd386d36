//! What a built program carries in its custom sections: the corpus and the address of its site.
//!
//! Pages that are made from these are pages of the same reading, whatever has happened to the folder
//! since.

use dateline_folder::Publication;
use dateline_model::decode;

/// The sections that `src/main.rs` writes; the second only where an address is known.
const CORPUS: &str = "dateline-corpus";
const URL: &str = "dateline-url";

/// What these bytes of a WebAssembly module carry. An error says what was expected.
pub(crate) fn publication(program: &[u8]) -> Result<Publication, String> {
    let corpus = custom_section(program, CORPUS)
        .ok_or_else(|| format!("a WebAssembly module with a section {CORPUS:?} was expected"))?;
    let corpus = decode(corpus).map_err(|error| format!("section {CORPUS:?}: {error}"))?;
    let url = custom_section(program, URL)
        .map(|url| {
            let text = core::str::from_utf8(url).ok();
            let url = text.and_then(dateline_folder::base_url);
            url.ok_or_else(|| format!("section {URL:?}: an address was expected"))
        })
        .transpose()?;
    Ok(Publication { corpus, url })
}

/// The content of the first custom section of this name. A module is its header and then sections: a
/// number for the kind (0 for custom), a length, and that many bytes; a custom one begins with its name.
fn custom_section<'p>(program: &'p [u8], name: &str) -> Option<&'p [u8]> {
    let mut rest = program.strip_prefix(b"\0asm\x01\0\0\0")?;
    while let Some((kind, after)) = rest.split_first() {
        let (section, after) = sized(after)?;
        rest = after;
        if *kind == 0 {
            let (named, content) = sized(section)?;
            if named == name.as_bytes() {
                return Some(content);
            }
        }
    }
    None
}

/// Bytes that are preceded by their number in LEB128, and what follows them.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut length = 0_u64;
    for (at, byte) in bytes.iter().enumerate().take(5) {
        length |= u64::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            return bytes[at + 1..].split_at_checked(usize::try_from(length).ok()?);
        }
    }
    None
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A module of nothing but custom sections.
    pub(crate) fn module(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        // A type section without types, to be passed over.
        out.extend([1, 1, 0]);
        for (name, content) in sections {
            let mut section = Vec::new();
            leb(&mut section, name.len());
            section.extend(name.as_bytes());
            section.extend(*content);
            out.push(0);
            leb(&mut out, section.len());
            out.extend(section);
        }
        out
    }

    fn leb(out: &mut Vec<u8>, mut value: usize) {
        while value > 0x7f {
            out.push((value & 0x7f) as u8 | 0x80);
            value >>= 7;
        }
        out.push(value as u8);
    }

    #[test]
    fn a_section_is_found_by_its_name() {
        let long = vec![7; 70_000];
        let program = module(&[("first", b"1"), ("long", &long), ("empty", b"")]);
        assert_eq!(custom_section(&program, "first"), Some(&b"1"[..]));
        assert_eq!(custom_section(&program, "long"), Some(&long[..]));
        assert_eq!(custom_section(&program, "empty"), Some(&b""[..]));
        assert_eq!(custom_section(&program, "other"), None);
    }

    #[test]
    fn what_is_no_program_of_ours_says_what_was_expected() {
        let corpus = dateline_model::encode(&dateline_model::Corpus::default());
        for (program, word) in [
            (b"".to_vec(), CORPUS),
            (b"<!doctype html>".to_vec(), CORPUS),
            (module(&[]), CORPUS),
            (module(&[(CORPUS, b"nothing")]), "header"),
            (module(&[(CORPUS, &corpus), (URL, b"here")]), "address"),
        ] {
            let message = publication(&program).err().expect(word);
            assert!(message.contains(word), "{message}");
        }
        let whole = module(&[(CORPUS, &corpus), (URL, b"https://example.org/")]);
        for end in 0..whole.len() {
            let _ = publication(&whole[..end]);
        }
        assert_eq!(publication(&whole).unwrap().url.as_deref(), Some("https://example.org/"));
        assert_eq!(publication(&module(&[(CORPUS, &corpus)])).unwrap().url, None);
    }
}
