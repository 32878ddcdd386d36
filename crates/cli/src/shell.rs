//! The shell that a site is made with: the one that was compiled into this program, or one in a folder.

mod files;

use std::path::Path;

use dateline_assemble::Shell;

/// What `build.rs` packed; nothing where it was told of no shell.
const INSIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/shell"));

/// What lacks in a program without a shell, and the two ways out.
const NONE_INSIDE: &str = "this program was compiled without a shell, the explorer without articles: \
name one with --shell DIR, or compile it in with `cargo xtask command`";

/// The shell in this folder, or without one the shell inside the program.
pub(crate) fn shell(folder: Option<&Path>) -> Result<Shell, String> {
    match folder {
        Some(folder) => files::below(folder).map(Shell::new),
        None if INSIDE.is_empty() => Err(NONE_INSIDE.into()),
        None => Shell::unpack(INSIDE).ok_or("the shell inside this program is damaged".into()),
    }
}
