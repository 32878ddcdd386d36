//! `command`: the program `dateline` with the shell inside, which makes a site without any toolchain.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{run, shell};

/// The profile it is built by, and so the folder below the target folder where it lies.
const PROFILE: &str = "command";

/// The variable by which the build script of `crates/cli` is told what to put inside.
const SHELL: &str = "DATELINE_SHELL";

/// `cargo xtask command`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let options = Options::parse(arguments)?;
    let program = make(options.shell, options.target.as_deref())?;
    println!("the command is {}", program.display());
    Ok(())
}

/// `cargo xtask shell`: the shell alone, for builds of the command on other machines.
pub fn shell_command(arguments: &[String]) -> Result<(), Failure> {
    let place = run::place("shell", arguments, shell::folder()?)?;
    shell::make_when_stale()?;
    if place != shell::folder()? {
        crate::files::copy(&shell::folder()?, &place)?;
    }
    println!("the page without articles is in {}", place.display());
    Ok(())
}

/// The tests of the command once more, with the shell inside.
pub fn test() -> Result<(), Failure> {
    shell::make_when_stale()?;
    let mut cargo = run::cargo(&[]);
    cargo.args(["test", "--locked", "--package", "dateline-cli", "--tests"]);
    run::show(cargo.env(SHELL, shell::folder()?))
}

/// Builds it with this shell or our own, for this target or our own; its file.
fn make(other: Option<PathBuf>, target: Option<&str>) -> Result<PathBuf, Failure> {
    let shell = match other {
        Some(folder) => folder,
        None => {
            shell::make_when_stale()?;
            shell::folder()?
        }
    };
    let mut cargo = run::cargo(&[]);
    cargo.args(["build", "--locked", "--profile", PROFILE, "--package", "dateline-cli"]);
    let mut folder = run::target_folder();
    let mut ending = std::env::consts::EXE_SUFFIX;
    if let Some(target) = target {
        cargo.args(["--target", target]);
        folder.push(target);
        ending = if target.contains("-windows-") { ".exe" } else { "" };
    }
    run::show(cargo.env(SHELL, shell))?;
    Ok(folder.join(PROFILE).join(format!("dateline{ending}")))
}

#[derive(Debug, Default, PartialEq)]
struct Options {
    shell: Option<PathBuf>,
    target: Option<String>,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut options = Self::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            if word != "--shell" && word != "--target" {
                return Err(Failure::usage(format!("`command` knows no option `{word}`")));
            }
            let value =
                words.next().ok_or_else(|| Failure::usage(format!("`{word}` wants a value")))?;
            match word.as_str() {
                "--target" => options.target = Some(value.clone()),
                _ if !Path::new(value).is_dir() => {
                    return Err(Failure::usage(format!("no folder {value}")));
                }
                _ => {
                    let place = std::path::absolute(value);
                    options.shell = Some(place.context(|| format!("`{value}` names no place"))?);
                }
            }
        }
        Ok(options)
    }
}
