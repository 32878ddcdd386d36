//! Parts the compiled program in two, where `src/later.rs` says so. A tool of the Leptos project does it: by the
//! linker's relocations it follows every call and every address from the program's start, and what only the
//! functions of that list reach goes into the second module, with its texts.

use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Context, Failure};
use crate::{files, wasm};

/// The two modules in `folder`: `program.wasm`, which wasm-bindgen has yet to see, and `later.wasm`.
pub fn split(compiled: &Path, folder: &Path) -> Result<(), Failure> {
    files::remove(folder)?;
    let program =
        std::fs::read(compiled).context(|| format!("cannot read {}", compiled.display()))?;
    let first = folder.join("program.wasm");
    let mut options = Options::new(&program);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.target.bundler();
    let parts = transform(options)
        .map_err(|error| Failure::work(format!("cannot part the program: {error:#}")))?;
    let [later]: [PathBuf; 1] = parts.split_modules.try_into().map_err(|parts: Vec<PathBuf>| {
        let count = parts.len();
        Failure::work(format!(
            "the program comes in {count} parts beside the first, and not in one"
        ))
    })?;
    std::fs::rename(&later, folder.join("later.wasm"))
        .context(|| format!("cannot rename {}", later.display()))?;
    let bytes = std::fs::read(&first).context(|| format!("cannot read {}", first.display()))?;
    let bytes = with_own(&program, &bytes).ok_or_else(|| Failure::work("no modules"))?;
    std::fs::write(&first, bytes).context(|| format!("cannot write {}", first.display()))
}

/// The first module with the custom sections that are ours, which the tool leaves out: where the linker has them,
/// before all other custom ones.
fn with_own(program: &[u8], first: &[u8]) -> Option<Vec<u8>> {
    let sections = wasm::sections(first)?;
    let last = sections.iter().rposition(|section| section.kind != wasm::CUSTOM);
    let at = last.map_or(8, |last| sections[last].whole.end);
    let (before, behind) = first.split_at(at);
    let mut out = before.to_vec();
    for section in wasm::sections(program)? {
        if section.name.starts_with("dateline-") {
            out.extend(&program[section.whole]);
        }
    }
    out.extend(behind);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_own_sections_come_before_all_other_custom_ones() {
        let module = |rest: &[u8]| [b"\0asm\x01\0\0\0", rest].concat();
        let own = b"\x00\x10\x0fdateline-corpus";
        let (code, other) = (b"\x0a\x01\x00", b"\x00\x02\x01a");
        let program = module(&[&other[..], own, other].concat());
        let first = module(&[&other[..], code, other].concat());
        let expected = module(&[&other[..], code, own, other].concat());
        assert_eq!(with_own(&program, &first), Some(expected));
        assert_eq!(with_own(b"", &first), None);
    }
}
