//! A WebAssembly module as far as the exchange has to know it: its custom sections.
//!
//! ```text
//! header: 00 61 73 6d 01 00 00 00
//! then sections, each:
//! +------------+----------------+------------------------------------------+
//! | kind, byte | length, LEB128 | content; of a custom one (kind 0) first  |
//! |            |                | its name: length in LEB128, then letters |
//! +------------+----------------+------------------------------------------+
//! ```

const HEADER: &[u8] = b"\0asm\x01\0\0\0";
const CUSTOM: u8 = 0;

/// A custom section to be put into a program.
#[derive(Clone, Copy, Debug)]
pub struct Section<'s> {
    /// Its name.
    pub name: &'s str,
    /// Its content.
    pub content: &'s [u8],
}

/// The module with these sections, in the place of those that hold what was read before
/// ([`crate::SECTIONS`]); `None` where the bytes are no module. They stand first of the custom sections
/// behind the program's own, as the linker and its followers leave them, so that a corpus that is put in
/// gives the bytes of one that was compiled in. A section without content is none, for the linker too.
pub fn exchange(module: &[u8], sections: &[Section<'_>]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(HEADER)?;
    let (mut before, mut behind) = (HEADER.to_vec(), Vec::new());
    while let Some((kind, after)) = rest.split_first() {
        let (content, after) = sized(after)?;
        let section = &rest[..rest.len() - after.len()];
        let is_read = |name: &[u8]| crate::SECTIONS.iter().any(|one| one.as_bytes() == name);
        if *kind != CUSTOM {
            before.append(&mut behind);
            before.extend(section);
        } else if !is_read(sized(content)?.0) {
            behind.extend(section);
        }
        rest = after;
    }
    let mut out = before;
    for Section { name, content } in sections.iter().filter(|one| !one.content.is_empty()) {
        let named = [&number(name.len())[..], name.as_bytes()].concat();
        out.push(CUSTOM);
        out.extend(number(named.len() + content.len()));
        out.extend(named);
        out.extend(*content);
    }
    out.extend(behind);
    Some(out)
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

/// A number in LEB128, as short as can be.
fn number(mut value: usize) -> Vec<u8> {
    let mut out = Vec::new();
    while value > 0x7f {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A custom section that is none of ours, a type section without types, and another custom one.
    const FIRST: &[u8] = b"\0asm\x01\0\0\0\0\x07\x05extra\x61\x01\x01\0";
    const LAST: &[u8] = b"\0\x05\x04last";

    fn bare() -> Vec<u8> {
        [FIRST, LAST].concat()
    }

    #[test]
    fn sections_stand_behind_the_program_and_come_out_again() {
        let long = vec![7; 70_000];
        let sections = [
            Section { name: crate::CORPUS, content: &long },
            Section { name: crate::URL, content: b"https://example.org/" },
        ];
        let full = exchange(&bare(), &sections).unwrap();
        let end = [&b"dateline-urlhttps://example.org/"[..], LAST].concat();
        assert!(full.starts_with(FIRST) && full.ends_with(&end));
        assert_eq!(exchange(&full, &[]).unwrap(), bare());
        assert_eq!(exchange(&full, &sections).unwrap(), full);
        let empty = [Section { name: crate::URL, content: b"" }];
        assert_eq!(exchange(&bare(), &empty).unwrap(), bare());
    }

    #[test]
    fn what_is_no_module_is_none_and_any_cut_is_borne() {
        let content = Section { name: crate::CORPUS, content: b"corpus" };
        let whole = exchange(&bare(), &[content]).unwrap();
        for end in 0..whole.len() {
            let _ = exchange(&whole[..end], &[content]);
        }
        for bytes in [&b""[..], b"<!doctype html>", b"\0asm\x01\0\0\0\0\x05\x7f"] {
            assert_eq!(exchange(bytes, &[content]), None);
        }
    }
}
