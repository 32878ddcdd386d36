//! Running other programs: one builder with our folder and PATH, and the two ways to wait for it.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Context, Failure};

/// The repository's root folder.
pub fn root() -> PathBuf {
    // Cargo sets the variable for `cargo run`; the built-in path serves a binary called directly.
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Where Cargo puts what it builds.
pub fn target_folder() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Our own scratch folder below the target folder, made when absent.
pub fn scratch_folder() -> Result<PathBuf, Failure> {
    let folder = target_folder().join("xtask");
    std::fs::create_dir_all(&folder).context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// A program that runs in the repository's root, with `folders` first on its PATH.
pub fn program(name: &str, folders: &[PathBuf]) -> Command {
    let path = path_with(folders);
    let mut command = program_at(&find_on(name, &path).unwrap_or_else(|| name.into()));
    command.env("PATH", path);
    command
}

/// The program in this file, run in the repository's root.
pub fn program_at(file: &Path) -> Command {
    let mut command = Command::new(file);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs us, so that the same toolchain builds everything.
pub fn cargo(folders: &[PathBuf]) -> Command {
    let name = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    program(&name, folders)
}

/// Runs to the end with the output shown; failure names the command line.
pub fn show(command: &mut Command) -> Result<(), Failure> {
    let line = line(command);
    let status = command.status().context(|| format!("cannot start `{line}`"))?;
    match status.success() {
        true => Ok(()),
        false => Err(Failure::work(format!("`{line}` failed ({status})"))),
    }
}

/// Runs to the end and gives the standard output; on failure the standard error is in the message.
pub fn output(command: &mut Command) -> Result<String, Failure> {
    let line = line(command);
    let output = command.output().context(|| format!("cannot start `{line}`"))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::work(format!("`{line}` failed ({})\n{said}", output.status)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The full path of a program on PATH, or `None`.
pub fn find(name: &str) -> Option<PathBuf> {
    find_on(name, &path_with(&[]))
}

/// The full path of a program in this one folder, or `None`.
pub fn find_only(name: &str, folder: &Path) -> Option<PathBuf> {
    find_on(name, folder.as_os_str())
}

/// What `--out PLACE` says, made absolute, or `usual` without it: the one option of `command`.
pub fn place(command: &str, arguments: &[String], usual: PathBuf) -> Result<PathBuf, Failure> {
    match arguments {
        [] => Ok(usual),
        [option, place] if option == "--out" => {
            std::path::absolute(place).context(|| format!("`{place}` names no place"))
        }
        [option] if option == "--out" => Err(Failure::usage("`--out` wants a value")),
        [other, ..] => Err(Failure::usage(format!("`{command}` knows no option `{other}`"))),
    }
}

/// Builds a package's program for release; its file.
pub fn release(package: &str, program: &str) -> Result<PathBuf, Failure> {
    show(cargo(&[]).args(["build", "--release", "--locked", "--quiet", "--package", package]))?;
    Ok(target_folder().join("release").join(format!("{program}{}", std::env::consts::EXE_SUFFIX)))
}

/// The words with every path after `--data` and `--out` made one from the root: programs are run
/// in the repository, not where the user stands.
pub fn absolute(arguments: &[String], here: &Path) -> Vec<PathBuf> {
    let mut path = false;
    let words = arguments.iter().map(|word| {
        let made = if path { here.join(word) } else { word.into() };
        path = matches!(word.as_str(), "--data" | "--out");
        made
    });
    words.collect()
}

fn find_on(name: &str, path: &OsStr) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd", ".bat"] } else { &[""] };
    std::env::split_paths(path)
        .flat_map(|folder| endings.iter().map(move |end| folder.join(format!("{name}{end}"))))
        .find(|file| file.is_file())
}

fn path_with(folders: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    // A folder whose name holds the separator cannot be on a PATH: leave PATH as it is then.
    std::env::join_paths(all).unwrap_or(path)
}

fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let mut line = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_the_users_and_other_words_stay() {
        let words = ["names", "--data", "sets", "--folds", "5"].map(String::from);
        let made = absolute(&words, Path::new("/home/ada"));
        let expected = ["names", "--data", "/home/ada/sets", "--folds", "5"].map(PathBuf::from);
        assert_eq!(made, expected);
    }
}
