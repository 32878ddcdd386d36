//! A WebAssembly module as far as `size` has to know it: its sections, and its functions by name.

use std::collections::BTreeMap;
use std::ops::Range;

pub const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
pub const CODE: u8 = 10;
pub const DATA: u8 = 11;

/// One section: its kind, its name where it is a custom one, where its content is, and all of it.
pub struct Section {
    pub kind: u8,
    pub name: String,
    pub content: Range<usize>,
    pub whole: Range<usize>,
}

/// A function that the module defines, and where it is.
pub struct Function {
    /// Empty where the module has no names.
    pub name: String,
    pub place: Range<usize>,
}

/// The sections in their order; `None` where the bytes are no module.
pub fn sections(module: &[u8]) -> Option<Vec<Section>> {
    let mut bytes = Bytes { all: module, at: 8 };
    module.starts_with(b"\0asm\x01\0\0\0").then_some(())?;
    let mut sections = Vec::new();
    while bytes.at < module.len() {
        let start = bytes.at;
        let kind = bytes.byte()?;
        let length = bytes.number()?;
        let end = bytes.at.checked_add(length).filter(|end| *end <= module.len())?;
        let name = if kind == CUSTOM { bytes.text()? } else { String::new() };
        sections.push(Section { kind, name, content: bytes.at..end, whole: start..end });
        bytes.at = end;
    }
    Some(sections)
}

/// The functions in their order; `None` where the bytes are no module.
pub fn functions(module: &[u8]) -> Option<Vec<Function>> {
    let sections = sections(module)?;
    let section = |kind| sections.iter().find(|section| section.kind == kind);
    let named = sections.iter().find(|section| section.kind == CUSTOM && section.name == "name");
    let mut names = named.map_or(Some(BTreeMap::new()), |named| names(module, &named.content))?;
    let imported = section(IMPORT).map_or(Some(0), |section| imports(module, &section.content))?;
    let mut bytes = Bytes { all: module, at: section(CODE)?.content.start };
    let mut functions = Vec::new();
    for index in 0..bytes.number()? {
        let start = bytes.at;
        bytes.at += bytes.number()?;
        let name = names.remove(&(imported + index)).unwrap_or_default();
        functions.push(Function { name, place: start..bytes.at });
    }
    Some(functions)
}

/// How many functions are imported: they come first in the counting.
fn imports(module: &[u8], section: &Range<usize>) -> Option<usize> {
    let mut bytes = Bytes { all: module, at: section.start };
    let mut functions = 0;
    for _ in 0..bytes.number()? {
        bytes.text()?;
        bytes.text()?;
        match bytes.byte()? {
            0 => {
                functions += 1;
                bytes.number()?;
            }
            // A table has a type before its limits, a memory has limits alone, a global a type and a flag.
            1 => {
                bytes.byte()?;
                bytes.limits()?;
            }
            2 => bytes.limits()?,
            3 => {
                bytes.byte()?;
                bytes.byte()?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

fn names(module: &[u8], section: &Range<usize>) -> Option<BTreeMap<usize, String>> {
    let mut bytes = Bytes { all: module, at: section.start };
    let mut names = BTreeMap::new();
    while bytes.at < section.end {
        let (kind, length) = (bytes.byte()?, bytes.number()?);
        let end = bytes.at + length;
        if kind == 1 {
            for _ in 0..bytes.number()? {
                let index = bytes.number()?;
                names.insert(index, bytes.text()?);
            }
        }
        bytes.at = end;
    }
    Some(names)
}

struct Bytes<'b> {
    all: &'b [u8],
    at: usize,
}

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        self.at += 1;
        self.all.get(self.at - 1).copied()
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let text = self.all.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(String::from_utf8_lossy(text).into_owned())
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A module with one imported function, two of its own (the second of two bytes more), data and a
    /// custom section.
    pub fn sample() -> Vec<u8> {
        let mut module = b"\0asm\x01\0\0\0".to_vec();
        module.extend(b"\x02\x0e\x02\x01a\x01f\x00\x00\x01a\x01m\x02\x00\x01");
        module.extend(b"\x0a\x0a\x02\x02\x00\x0b\x05\x00\x01\x01\x01\x0b");
        module.extend(b"\x0b\x03\x00\x61\x61");
        module.extend(b"\x00\x07\x05extra\x61");
        module.extend(b"\x00\x14\x04name\x01\x0d\x02\x01\x03a::\x02\x05b::cd");
        module
    }

    #[test]
    fn functions_are_found_with_their_names_and_places() {
        let module = sample();
        let functions = functions(&module).unwrap();
        let found: Vec<_> =
            functions.iter().map(|one| (one.name.as_str(), one.place.len())).collect();
        assert_eq!(found, [("a::", 3), ("b::cd", 6)]);
        assert_eq!(&module[functions[0].place.clone()], b"\x02\x00\x0b");
    }

    #[test]
    fn sections_are_known_by_kind_and_custom_ones_by_name() {
        let module = sample();
        let found: Vec<_> = sections(&module)
            .unwrap()
            .iter()
            .map(|one| (one.kind, one.name.clone(), one.content.len()))
            .collect();
        let expected = [
            (2, "".into(), 14),
            (10, "".into(), 10),
            (11, "".into(), 3),
            (0, "extra".into(), 1),
            (0, "name".into(), 15),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_module_is_none_and_no_panic() {
        assert!(sections(b"<!doctype html>").is_none());
        let module = sample();
        for end in 0..module.len() {
            let _ = (sections(&module[..end]), functions(&module[..end]));
        }
    }
}
