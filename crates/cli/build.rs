//! The shell named by `DATELINE_SHELL`, the explorer without articles, goes into the program as one packed
//! block in `OUT_DIR`. Without the variable the block is empty: the program then wants `--shell DIR`.

#[path = "src/shell/files.rs"]
mod files;
#[path = "../assemble/src/pack.rs"]
mod pack;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

const SHELL: &str = "DATELINE_SHELL";

/// What every shell has; a folder without it is another folder.
const PROGRAM: &str = "program.wasm";

fn main() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed={SHELL}");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/shell");
    println!("cargo::rerun-if-changed=../assemble/src/pack.rs");
    let block = match env::var_os(SHELL).filter(|folder| !folder.is_empty()) {
        Some(folder) => packed(&Path::new("../..").join(folder))?,
        None => Vec::new(),
    };
    let out = env::var_os("OUT_DIR").map(PathBuf::from).ok_or("Cargo sets OUT_DIR")?.join("shell");
    fs::write(&out, block).map_err(|error| format!("{}: {error}", out.display()))
}

/// The folder as one block. A path that is not absolute counts from the workspace.
fn packed(folder: &Path) -> Result<Vec<u8>, String> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let files = files::below(folder).map_err(|error| format!("{SHELL}: {error}"))?;
    if !files.contains_key(PROGRAM) {
        let folder = folder.display();
        return Err(format!("{SHELL}: {folder} is no shell: {PROGRAM} was expected in it"));
    }
    Ok(pack::pack(&files))
}
