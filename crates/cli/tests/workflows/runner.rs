//! Runs the steps of a job as a host does, as far as can be here: scripts by bash, with their environment and
//! their outputs; artifacts as folders. An action of somebody else is what the test says it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// A machine of a host, and what it knows.
pub struct Runner {
    /// Where scripts run.
    pub workspace: PathBuf,
    /// Where outputs, artifacts and stand-ins of programs lie.
    pub aside: PathBuf,
    /// What expressions name, as `github.repository`.
    pub known: BTreeMap<String, String>,
    /// What every script finds in its environment.
    pub environment: Vec<(String, String)>,
}

impl Runner {
    /// Runs the steps of a job or of an action. The names of the actions that were only named.
    ///
    /// # Errors
    /// What the script of a failed step said.
    pub fn steps(&mut self, owner: &Value) -> Result<Vec<String>, String> {
        let mut named = Vec::new();
        let common = self.variables(&owner["env"]);
        for step in owner["steps"].as_array().expect("steps") {
            assert_eq!(step["if"], Value::Null, "conditions are not read here");
            match (step["uses"].as_str(), step["run"].as_str()) {
                (Some(action), None) => {
                    if !self.artifact(action, &step["with"]) {
                        named.push(action.to_owned());
                    }
                }
                (None, Some(script)) => {
                    assert!(
                        !script.contains("${{"),
                        "what is foreign stands in a script: {script}"
                    );
                    let own = self.variables(&step["env"]);
                    let outputs = self.script(script, common.iter().chain(&own))?;
                    let id = step["id"].as_str().unwrap_or_default();
                    for (name, value) in outputs {
                        self.known.insert(format!("steps.{id}.outputs.{name}"), value);
                    }
                }
                _ => panic!("a step uses an action or runs a script: {step}"),
            }
        }
        Ok(named)
    }

    /// A text with its expressions replaced by what is known.
    pub fn filled(&self, text: &str) -> String {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once("${{") {
            let (name, behind) = behind.split_once("}}").expect("an expression ends");
            out.push_str(before);
            let value = self.known.get(name.trim());
            out.push_str(value.unwrap_or_else(|| panic!("nobody knows {name}")));
            rest = behind;
        }
        out + rest
    }

    fn variables(&self, named: &Value) -> Vec<(String, String)> {
        let pairs = named.as_object().into_iter().flatten();
        pairs.map(|(name, value)| (name.clone(), self.filled(value.as_str().unwrap()))).collect()
    }

    /// Runs a script; its outputs.
    fn script<'v>(
        &'v self,
        script: &str,
        variables: impl Iterator<Item = &'v (String, String)>,
    ) -> Result<Vec<(String, String)>, String> {
        let (file, outputs) = (self.aside.join("script.sh"), self.aside.join("outputs"));
        fs::write(&file, script).unwrap();
        fs::write(&outputs, "").unwrap();
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-eo", "pipefail"]).arg(&file);
        command.current_dir(&self.workspace).env("GITHUB_OUTPUT", &outputs);
        command.envs(self.environment.iter().chain(variables).cloned());
        let output = command.output().unwrap();
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            return Err(format!("{script}\n{}", String::from_utf8_lossy(&said)));
        }
        let text = fs::read_to_string(&outputs).unwrap();
        let pairs = text.lines().map(|line| line.split_once('=').expect("NAME=VALUE"));
        Ok(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// Whether an action keeps or brings artifacts, which then is done.
    fn artifact(&self, action: &str, with: &Value) -> bool {
        let word = |name: &str| self.filled(with[name].as_str().unwrap_or_default());
        let kept = self.aside.join("artifacts");
        let path = || self.workspace.join(word("path"));
        match action.split('@').next() {
            Some("actions/upload-artifact") => {
                assert_eq!(word("if-no-files-found"), "error");
                copy(&path(), &kept.join(word("name")));
            }
            Some("actions/download-artifact") if with["pattern"].is_null() => {
                copy(&kept.join(word("name")), &path());
            }
            Some("actions/download-artifact") => {
                assert_eq!(word("merge-multiple"), "true");
                let pattern = word("pattern");
                let start = pattern.strip_suffix('*').expect("a pattern");
                let all = fs::read_dir(&kept).unwrap().map(|entry| entry.unwrap());
                for one in all.filter(|one| one.file_name().to_string_lossy().starts_with(start)) {
                    copy(&one.path(), &path());
                }
            }
            _ => return false,
        }
        true
    }
}

/// Copies what is in a folder into another one; what is not there fails.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let from = from.join(".");
    let copied = Command::new("cp").arg("-R").args([&from, to]).status().unwrap();
    assert!(copied.success(), "{}", from.display());
}
