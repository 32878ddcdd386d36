//! Other programs, run to their end.

use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::Failure;

/// What `dateline inspect` makes of a file or a folder.
pub fn inspect(dateline: &Path, path: &Path, options: &[&OsStr]) -> Result<Value, Failure> {
    let mut command = Command::new(dateline);
    command.arg("inspect").arg(path).args(["--format", "json"]).args(options);
    // 1 means that some texts were not read; the others are printed.
    serde_json::from_slice(&output(&mut command, &[0, 1])?)
        .map_err(|error| Failure::Work(format!("`inspect` printed no JSON: {error}")))
}

/// The last line that a scorer prints: its figures.
pub fn figures(command: &mut Command) -> Result<String, Failure> {
    let said = String::from_utf8_lossy(&output(command, &[0])?).into_owned();
    Ok(said.lines().last().unwrap_or_default().to_owned())
}

/// Runs to the end; any exit code but those of `good` is a failure with what was said.
pub fn output(command: &mut Command, good: &[i32]) -> Result<Vec<u8>, Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .map_err(|error| Failure::Work(format!("cannot start `{name}`: {error}")))?;
    if !output.status.code().is_some_and(|code| good.contains(&code)) {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Failure::Work(format!("`{name}` failed ({})\n{said}", output.status)));
    }
    Ok(output.stdout)
}
