//! What stands in `action.yml`, in the template and in the release's workflow is run here as far as it can be:
//! every step's script, by bash, from the tag to a newcomer's site. What is not run are the actions of others,
//! the other systems' machines, and `gh`, `rustup`, `apt-get` and `cargo`, which stand-ins answer for.
#![cfg(unix)]

mod runner;
#[path = "../shell/mod.rs"]
mod shell;
mod yaml;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use runner::{Runner, copy};
use serde_json::Value;

/// The repository of the release.
const REPOSITORY: &str = "ada/dateline";
const TAG: &str = concat!("v", env!("CARGO_PKG_VERSION"));

/// What a shell of few bytes has of the studio.
const STUDIO: [(&str, &str); 6] = [
    ("page.html", "PACK_PLACE SOURCES_PLACE <script>SCRIPT_PLACE</script>"),
    ("page.css", "p{margin:0}"),
    ("page.js", "studio()"),
    ("inside.js", "inside()"),
    ("worker.js", "work()"),
    ("program.wasm", "wasm"),
];

/// What is copied into a checkout: all that scripts read.
const SOURCES: [&str; 4] = ["packaging", "template", ".github", "crates/cli/Cargo.toml"];
const FILES: [&str; 6] =
    ["action.yml", "Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "NOTICE", "README.md"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn workflow(path: &str) -> Value {
    yaml::read(&fs::read_to_string(root().join(path)).unwrap())
}

/// A folder of its own that goes with the test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("workflows-{name}"));
        let _ = fs::remove_dir_all(&place);
        fs::create_dir_all(&place).unwrap();
        Self(place)
    }

    /// A program that is a script.
    fn program(&self, path: &str, script: &str) -> PathBuf {
        let file = self.0.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, format!("#!/usr/bin/env bash\nset -euo pipefail\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        file
    }

    /// The command: this build of it, which is given a shell where it was built without one.
    fn command(&self) -> PathBuf {
        let built = env!("CARGO_BIN_EXE_dateline");
        if option_env!("DATELINE_SHELL").is_some_and(|folder| !folder.is_empty()) {
            return built.into();
        }
        let shell = self.0.join("shell");
        shell::write(&shell);
        for (path, text) in STUDIO {
            let file = shell.join("studio").join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        let script = format!(
            "if [ \"$1\" = build ]; then set -- \"$@\" --shell '{}'; fi\nexec '{built}' \"$@\"",
            shell.display()
        );
        self.program("dateline", &script)
    }

    /// A machine with a checkout of our own repository.
    fn runner(&self, name: &str) -> Runner {
        let (workspace, aside) = (self.0.join(name), self.0.join("aside"));
        fs::create_dir_all(aside.join("artifacts")).unwrap();
        for path in SOURCES {
            let to = workspace.join(path);
            if root().join(path).is_dir() {
                copy(&root().join(path), &to);
            } else {
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::copy(root().join(path), to).unwrap();
            }
        }
        for file in FILES {
            fs::copy(root().join(file), workspace.join(file)).unwrap();
        }
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{path}", self.0.join("programs").display());
        let known = [
            ("github.repository", REPOSITORY),
            ("github.ref_name", TAG),
            ("github.token", "secret"),
            ("github.server_url", &self.server()),
        ];
        let known = known.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let environment = vec![("PATH".into(), path), ("CARGO_TARGET_DIR".into(), "target".into())];
        Runner { workspace, aside, known: BTreeMap::from(known), environment }
    }

    /// The address below which releases are found.
    fn server(&self) -> String {
        format!("file://{}", self.0.join("server").display())
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs the action with these inputs; where the site is.
fn action(runner: &mut Runner, inputs: &[(&str, &str)]) -> Result<PathBuf, String> {
    let action = workflow("action.yml");
    for (name, input) in action["inputs"].as_object().unwrap() {
        let given = inputs.iter().find(|(given, _)| given == name).map(|(_, value)| *value);
        let value = given.unwrap_or_else(|| input["default"].as_str().unwrap());
        runner.known.insert(format!("inputs.{name}"), value.into());
    }
    runner.environment.push(("GITHUB_ACTION_PATH".into(), root().display().to_string()));
    assert_eq!(action["runs"]["using"], "composite");
    assert!(runner.steps(&action["runs"])?.is_empty());
    let site = runner.filled(action["outputs"]["site"]["value"].as_str().unwrap());
    Ok(runner.workspace.join(site))
}

fn holds(file: &Path, part: &str) {
    let text = fs::read_to_string(file).unwrap_or_else(|error| panic!("{file:?}: {error}"));
    assert!(text.contains(part), "{}: {part:?} was expected", file.display());
}

#[test]
fn the_action_makes_a_site_with_a_command_that_is_there() {
    let place = Place::new("action");
    let mut runner = place.runner("work");
    runner.known.insert("github.action_repository".into(), String::new());
    runner.known.insert("github.action_ref".into(), String::new());
    copy(&root().join("template/articles"), &runner.workspace.join("my articles"));
    let command = place.command().display().to_string();
    let url = "https://ada.github.io/news";
    let inputs =
        [("binary", &*command), ("folder", "my articles"), ("url", url), ("out", "site of mine")];
    let site = action(&mut runner, &inputs).unwrap();
    holds(&site.join("index.html"), "A page is made of a folder");
    holds(&site.join("sitemap.xml"), "https://ada.github.io/news/");
    holds(&site.join("dateline.html"), "data-alone");
    let said = action(&mut runner, &[("binary", "no/such/program")]).unwrap_err();
    assert!(said.contains("::error::binary: no/such/program"), "{said}");
    let said = action(&mut runner, &[("binary", &*command), ("folder", "nowhere")]).unwrap_err();
    assert!(said.contains("nowhere"), "{said}");
}

#[test]
fn a_tag_becomes_a_release_whose_command_makes_a_newcomers_site() {
    let place = Place::new("release");
    let release = workflow(".github/workflows/release.yml");
    let command = place.command();
    // Stand-ins: what compiles puts the command where it would lie, and what publishes copies files there.
    place.program(
        "programs/cargo",
        &format!(
            "case \"$2\" in shell) mkdir -p \"$4\"; echo page > \"$4/index.html\" ;;\n\
             npm) mkdir -p \"$4\"; echo package > \"$4/package.json\" ;;\n\
             command) test -s shell/index.html; mkdir -p \"target/$6/command\"\n\
             case $6 in *windows*) end=.exe ;; *) end= ;; esac\n\
             cp '{}' \"target/$6/command/dateline$end\"; cp '{}' \"target/$6/command/dateline\" ;;\n\
             *) exit 1 ;; esac",
            command.display(),
            command.display()
        ),
    );
    place.program(
        "programs/npm",
        "test \"$1 $2\" = 'pack --silent'; cp \"$3/package.json\" x-1.tgz; echo x-1.tgz",
    );
    place.program("programs/rustup", "test \"$1 $2\" = 'target add'");
    place.program("programs/sudo", "test \"$*\" = 'apt-get install -y -q musl-tools'");
    // Not every machine has it; the runners for Windows do.
    place.program("programs/7z", "zip -qr \"$3\" \"$4\"");
    let downloads = place.0.join("server").join(REPOSITORY).join("releases/download").join(TAG);
    place.program(
        "programs/gh",
        &format!(
            "test \"$1 $2 $3\" = 'release create {TAG}'; test \"$GH_TOKEN\" = secret\n\
             mkdir -p '{0}'; for file; do case $file in release/*) cp \"$file\" '{0}' ;; esac; done",
            downloads.display()
        ),
    );

    let jobs = &release["jobs"];
    let named = place.runner("shell-job").steps(&jobs["shell"]).unwrap();
    assert_eq!(named, ["actions/checkout@v4", "actions/setup-node@v4"]);
    let targets = jobs["command"]["strategy"]["matrix"]["include"].as_array().unwrap();
    for row in targets {
        let target = row["target"].as_str().unwrap();
        let mut runner = place.runner(target);
        runner.known.insert("matrix.target".into(), target.into());
        runner.steps(&jobs["command"]).unwrap();
    }
    let named = place.runner("release-job").steps(&jobs["release"]).unwrap();
    assert_eq!(named, ["actions/checkout@v4", "actions/attest-build-provenance@v2"]);

    // Every file that a way of getting it names is there.
    let sums = fs::read_to_string(downloads.join("SHA256SUMS")).unwrap();
    for row in targets {
        let target = row["target"].as_str().unwrap();
        let ending = if target.contains("windows") { "zip" } else { "tar.gz" };
        let archive = format!("dateline-{target}.{ending}");
        assert!(downloads.join(&archive).is_file() && sums.contains(&archive), "{archive}");
    }
    // Who has a browser alone begins with this.
    for file in ["studio.html", "dateline-npm.tgz"] {
        assert!(sums.lines().any(|line| line.ends_with(&format!("  {file}"))), "{file} in {sums}");
    }
    holds(&downloads.join("dateline-npm.tgz"), "package");
    holds(&downloads.join("studio.html"), "Dateline studio");
    let formula = downloads.join("dateline.rb");
    holds(&formula, &format!("version \"{}\"", env!("CARGO_PKG_VERSION")));
    for line in sums.lines().filter(|line| line.contains("apple") || line.contains("linux")) {
        let (sum, archive) = line.split_once("  ").unwrap();
        let url = format!("{}/{REPOSITORY}/releases/download/{TAG}/{archive}", place.server());
        holds(&formula, &format!("url \"{url}\"\n      sha256 \"{sum}\""));
    }

    newcomer(&place, &downloads);
    a_changed_archive_is_refused(&place, &downloads);
}

/// What the template's workflow does in a repository that was made of it.
fn newcomer(place: &Place, downloads: &Path) {
    let mut runner = place.runner("newcomer");
    let unpacked = std::process::Command::new("unzip")
        .arg("-q")
        .arg(downloads.join("dateline-template.zip"))
        .current_dir(&place.0)
        .status();
    assert!(unpacked.unwrap().success());
    runner.workspace = place.0.join("dateline-template");
    let text = runner.workspace.join(".github/workflows/pages.yml");
    let steps = yaml::read(&fs::read_to_string(text).unwrap());
    let steps = steps["jobs"]["publish"]["steps"].as_array().unwrap();
    let uses = format!("{REPOSITORY}@{TAG}");
    let ours = steps.iter().find(|step| step["uses"] == uses.as_str()).expect("our action");
    // As `actions/configure-pages` says it.
    let base_url = ("steps.pages.outputs.base_url", "https://new.github.io/mine");
    let action_of = [("github.action_repository", REPOSITORY), ("github.action_ref", TAG)];
    for (name, value) in action_of.into_iter().chain([base_url, ("github.repository", "new/mine")])
    {
        runner.known.insert(name.into(), value.into());
    }
    let with = ours["with"].as_object().unwrap();
    let with: Vec<(String, String)> = with
        .iter()
        .map(|(name, value)| (name.clone(), runner.filled(value.as_str().unwrap())))
        .collect();
    let inputs: Vec<(&str, &str)> = with.iter().map(|(name, it)| (&**name, &**it)).collect();
    let declared = &workflow("action.yml")["inputs"];
    assert!(inputs.iter().all(|(name, _)| declared[*name].is_object()), "{inputs:?}");
    let site = action(&mut runner, &inputs).unwrap();
    holds(&site.join("index.html"), "A page is made of a folder");
    holds(&site.join("sitemap.xml"), "https://new.github.io/mine/");
    // What is published is what was made.
    let id = ours["id"].as_str().unwrap();
    let published = steps.iter().find(|step| step["with"]["path"].is_string()).unwrap();
    assert!(published["uses"].as_str().unwrap().starts_with("actions/upload-pages-artifact@"));
    let made = runner.known["steps.build.outputs.site"].clone();
    runner.known.insert(format!("steps.{id}.outputs.site"), made);
    let path = runner.filled(published["with"]["path"].as_str().unwrap());
    assert_eq!(runner.workspace.join(path), site);
}

fn a_changed_archive_is_refused(place: &Place, downloads: &Path) {
    for entry in fs::read_dir(downloads).unwrap() {
        let file = entry.unwrap().path();
        if file.to_string_lossy().ends_with(".tar.gz") {
            let mut bytes = fs::read(&file).unwrap();
            bytes.push(0);
            fs::write(&file, bytes).unwrap();
        }
    }
    let mut runner = place.runner("changed");
    runner.known.insert("github.action_repository".into(), String::new());
    runner.known.insert("github.action_ref".into(), "main".into());
    let version = [("version", env!("CARGO_PKG_VERSION"))];
    let said = action(&mut runner, &version).unwrap_err();
    assert!(said.contains("is not what its checksum says"), "{said}");
    // Without a version the latest release is asked for, and this server has none of that name.
    let said = action(&mut runner, &[]).unwrap_err();
    assert!(said.contains("/releases/latest/download/SHA256SUMS could not be fetched"), "{said}");
    let said = action(&mut runner, &[("version", "newest")]).unwrap_err();
    assert!(said.contains("version: newest is none"), "{said}");
}

#[test]
fn no_workflow_may_do_more_than_it_has_to() {
    let read = |rows: &[(&str, &str)]| -> Value {
        rows.iter().map(|(name, what)| ((*name).to_owned(), Value::from(*what))).collect()
    };
    let release = workflow(".github/workflows/release.yml");
    assert_eq!(release["permissions"], read(&[("contents", "read")]));
    for (name, job) in release["jobs"].as_object().unwrap() {
        let writes = [("attestations", "write"), ("contents", "write"), ("id-token", "write")];
        let expected = if name == "release" { read(&writes) } else { Value::Null };
        assert_eq!(job["permissions"], expected, "{name}");
        assert!(job["timeout-minutes"].is_string(), "{name}");
    }
    let pages = [("contents", "read"), ("id-token", "write"), ("pages", "write")];
    for path in [".github/workflows/pages.yml", "template/.github/workflows/pages.yml"] {
        assert_eq!(workflow(path)["permissions"], read(&pages), "{path}");
    }
    assert_eq!(workflow(".github/workflows/check.yml")["permissions"], read(&pages[..1]));
}

#[test]
fn the_template_has_nothing_that_wants_a_look() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("check")
        .arg(root().join("template/articles"))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
