//! The build's tools at pinned versions: found on PATH, found in the cache, or installed there.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::cache;
use crate::failure::{Context, Failure};
use crate::run;

/// The bundler.
const TRUNK: &str = "0.21.14";
/// The npm package that carries wasm-opt; Trunk.toml names the same version to Trunk.
const BINARYEN: &str = "132.0.0";
/// Bundles the page's scripts; see `bundle.mjs`.
const ESBUILD: &str = "0.25.12";
/// Checks licences, sources and known faults of the dependencies.
const CARGO_DENY: &str = "0.20.2";
/// The Unicode CLDR as npm packages: names of months, weekdays and the like.
pub const CLDR: &str = "48.2.0";
/// Drives Firefox in the tests; Debian has Firefox but no package of this.
const GECKODRIVER: &str = "0.37.1";
/// Reads our tables in the tests; a package of Python's.
const DUCKDB: &str = "2.0.1";
/// The oldest Node.js that runs our browser tests.
const NODE_MAJOR: u32 = 20;

/// Makes everything the wasm build needs ready and gives the folders to put first on PATH.
pub fn for_build() -> Result<Vec<PathBuf>, Failure> {
    wasm_target()?;
    let mut folders = Vec::new();
    for tool in [trunk(), wasm_bindgen()?, wasm_opt()] {
        folders.extend(tool.ensure()?);
    }
    Ok(folders)
}

/// Makes ready what `dist` bundles the built page with, and gives the folders to put first on PATH.
pub fn for_bundling() -> Result<Vec<PathBuf>, Failure> {
    node()?;
    let mut folders = Vec::new();
    for tool in [wasm_bindgen()?, wasm_opt(), esbuild()] {
        folders.extend(tool.ensure()?);
    }
    Ok(folders)
}

/// Makes the checker of the dependencies ready and gives the folders to put first on PATH.
pub fn for_deny() -> Result<Vec<PathBuf>, Failure> {
    Ok(cargo_deny().ensure()?.into_iter().collect())
}

/// Makes Firefox's driver ready and gives its program.
pub fn geckodriver() -> Result<PathBuf, Failure> {
    let tool = geckodriver_tool();
    let folder = tool.ensure()?;
    let found = match &folder {
        Some(folder) => run::find_only(tool.program, folder),
        None => run::find(tool.program),
    };
    found.ok_or_else(|| Failure::work("geckodriver went away"))
}

/// Makes the runner of the wasm tests ready and gives the folders to put first on PATH.
pub fn for_wasm_tests() -> Result<Vec<PathBuf>, Failure> {
    wasm_target()?;
    Ok(wasm_bindgen()?.ensure()?.into_iter().collect())
}

/// Says no unless a Node.js that is new enough is on PATH.
pub fn node() -> Result<(), Failure> {
    let wanted =
        || Failure::work(format!("Node.js {NODE_MAJOR} or newer must be installed (node, npm)"));
    let version = run::output(run::program("node", &[]).arg("--version")).map_err(|_| wanted())?;
    let major = version.trim().trim_start_matches('v').split('.').next();
    match major.and_then(|number| number.parse::<u32>().ok()) {
        Some(number) if number >= NODE_MAJOR && run::find("npm").is_some() => Ok(()),
        _ => Err(wanted()),
    }
}

struct Tool {
    /// As people call it.
    title: &'static str,
    program: &'static str,
    /// Programs that must stand beside it.
    beside: &'static [&'static str],
    package: &'static str,
    version: String,
    /// The word of `--version` that says the version.
    answer: String,
    source: Source,
    /// How long an installation takes, measured on two cores.
    takes: &'static str,
}

enum Source {
    Crate { locked: bool },
    Npm,
}

fn trunk() -> Tool {
    Tool {
        title: "Trunk",
        program: "trunk",
        beside: &[],
        package: "trunk",
        version: TRUNK.into(),
        answer: TRUNK.into(),
        source: Source::Crate { locked: true },
        takes: "about 7 minutes",
    }
}

fn wasm_bindgen() -> Result<Tool, Failure> {
    let file = run::root().join("Cargo.lock");
    let lock =
        std::fs::read_to_string(&file).context(|| format!("cannot read {}", file.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .ok_or_else(|| Failure::work("Cargo.lock names no version of wasm-bindgen"))?;
    Ok(Tool {
        title: "wasm-bindgen",
        program: "wasm-bindgen",
        beside: &["wasm-bindgen-test-runner"],
        package: "wasm-bindgen-cli",
        version: version.into(),
        answer: version.into(),
        // Its packaged lock file lags behind; the versions it asks for are close enough to build.
        source: Source::Crate { locked: false },
        takes: "about 3 minutes",
    })
}

fn wasm_opt() -> Tool {
    Tool {
        title: "wasm-opt",
        program: "wasm-opt",
        beside: &[],
        package: "binaryen",
        version: BINARYEN.into(),
        answer: BINARYEN.split('.').next().unwrap_or(BINARYEN).into(),
        source: Source::Npm,
        takes: "a few seconds",
    }
}

fn cargo_deny() -> Tool {
    Tool {
        title: "cargo-deny",
        program: "cargo-deny",
        beside: &[],
        package: "cargo-deny",
        version: CARGO_DENY.into(),
        answer: CARGO_DENY.into(),
        source: Source::Crate { locked: true },
        takes: "about 5 minutes",
    }
}

fn geckodriver_tool() -> Tool {
    Tool {
        title: "geckodriver",
        program: "geckodriver",
        beside: &[],
        package: "geckodriver",
        version: GECKODRIVER.into(),
        answer: GECKODRIVER.into(),
        source: Source::Crate { locked: true },
        takes: "about 4 minutes",
    }
}

fn esbuild() -> Tool {
    Tool {
        title: "esbuild",
        program: "esbuild",
        beside: &[],
        package: "esbuild",
        version: ESBUILD.into(),
        answer: ESBUILD.into(),
        source: Source::Npm,
        takes: "a few seconds",
    }
}

impl Tool {
    /// The folder to put on PATH, or `None` when PATH has the right version already.
    fn ensure(&self) -> Result<Option<PathBuf>, Failure> {
        if let Some(program) = run::find(self.program)
            && let Some(folder) = program.parent()
            && self.is_in(folder)
        {
            return Ok(None);
        }
        let cached = cache::folder()?.join(self.folder_name());
        if self.is_in(&self.programs(&cached)) {
            return Ok(Some(self.programs(&cached)));
        }
        let ready = |place: &Path| self.is_in(&self.programs(place));
        let place = cache::install(&self.folder_name(), ready, |folder| self.install(folder))?;
        Ok(Some(self.programs(&place)))
    }

    fn folder_name(&self) -> String {
        let name = if matches!(self.source, Source::Npm) { self.package } else { self.program };
        format!("{name}-{}", self.version)
    }

    fn programs(&self, place: &Path) -> PathBuf {
        match self.source {
            Source::Crate { .. } => place.join("bin"),
            Source::Npm => place.join("node_modules").join(".bin"),
        }
    }

    /// Whether this folder has the tool, complete and at the right version.
    fn is_in(&self, folder: &Path) -> bool {
        let has = |name: &&str| run::find_only(name, folder).is_some();
        let Some(program) = run::find_only(self.program, folder) else { return false };
        self.beside.iter().all(has)
            && run::output(run::program_at(&program).arg("--version"))
                .is_ok_and(|said| said.split_whitespace().any(|word| word == self.answer))
    }

    fn install(&self, folder: &Path) -> Result<(), Failure> {
        match self.source {
            Source::Npm => self.install_from_npm(folder)?,
            Source::Crate { .. } if self.install_prebuilt(folder) => return Ok(()),
            Source::Crate { locked } => self.install_from_source(folder, locked)?,
        }
        match self.is_in(&self.programs(folder)) {
            true => Ok(()),
            false => Err(Failure::work(format!(
                "{} was installed but does not answer as version {}",
                self.title, self.version
            ))),
        }
    }

    /// Where cargo-binstall is at hand and the network offers a prebuilt program, that is quickest.
    /// Its failure is no failure: the source is always there.
    fn install_prebuilt(&self, folder: &Path) -> bool {
        if run::find("cargo-binstall").is_none() {
            return false;
        }
        self.say("looking for a prebuilt program");
        let mut command = run::program("cargo-binstall", &[]);
        command.args(["--no-confirm", "--disable-telemetry", "--disable-strategies", "compile"]);
        command.arg("--root").arg(folder).arg(format!("{}@{}", self.package, self.version));
        command.stdout(Stdio::null()).stderr(Stdio::null());
        run::show(&mut command).is_ok() && self.is_in(&self.programs(folder))
    }

    fn install_from_source(&self, folder: &Path, locked: bool) -> Result<(), Failure> {
        self.say(&format!("building from source, {}, once", self.takes));
        let build = folder.join("build");
        let mut command = run::cargo(&[]);
        command.args(["install", self.package, "--version", &self.version, "--force"]);
        command.arg("--root").arg(folder);
        if locked {
            command.arg("--locked");
        }
        run::show(command.env("CARGO_TARGET_DIR", &build))?;
        std::fs::remove_dir_all(&build).context(|| format!("cannot remove {}", build.display()))
    }

    fn install_from_npm(&self, folder: &Path) -> Result<(), Failure> {
        self.say(&format!("fetching {} from npm, {}, once", self.package, self.takes));
        npm_install(folder, &[self.package], &self.version)
    }

    fn say(&self, what: &str) {
        eprintln!("{} {}: {what}", self.title, self.version);
    }
}

/// The data of the Unicode CLDR: the folder with the packages `cldr-dates-full` and `cldr-core`.
pub fn cldr() -> Result<PathBuf, Failure> {
    const PACKAGES: [&str; 2] = ["cldr-core", "cldr-dates-full"];
    let whole = |place: &Path| {
        let manifest = |name: &&str| place.join("node_modules").join(name).join("package.json");
        PACKAGES.iter().all(|name| manifest(name).is_file())
    };
    let folder = format!("cldr-{CLDR}");
    let cached = cache::folder()?.join(&folder);
    let place = if whole(&cached) {
        cached
    } else {
        cache::install(&folder, whole, |folder| {
            eprintln!("CLDR {CLDR}: fetching its dates from npm, about 20 seconds, once");
            npm_install(folder, &PACKAGES, CLDR)
        })?
    };
    Ok(place.join("node_modules"))
}

/// DuckDB for this Python: the folder that it finds the package in.
pub fn duckdb(python: &Path) -> Result<PathBuf, Failure> {
    // What is installed for one Python is not for the next.
    let say = "import sys; print('%d.%d' % sys.version_info[:2])";
    let of = run::output(run::program_at(python).args(["-c", say]))?;
    let ready = |place: &Path| {
        let say = "import duckdb; print(duckdb.__version__)";
        let mut command = run::program_at(python);
        command.args(["-c", say]).env("PYTHONPATH", place).stderr(Stdio::null());
        place.is_dir() && run::output(&mut command).is_ok_and(|said| said.trim() == DUCKDB)
    };
    let name = format!("duckdb-{DUCKDB}-python-{}", of.trim());
    let cached = cache::folder()?.join(&name);
    if ready(&cached) {
        return Ok(cached);
    }
    cache::install(&name, ready, |folder| {
        eprintln!("DuckDB {DUCKDB}: fetching with pip, a few seconds, once");
        let mut command = run::program_at(python);
        command.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        command.args(["--no-deps", "--only-binary", ":all:", "--target"]).arg(folder);
        run::show(command.arg(format!("duckdb=={DUCKDB}")))
    })
}

/// Installs packages of one version below `folder`, without what they would like beside them.
fn npm_install(folder: &Path, packages: &[&str], version: &str) -> Result<(), Failure> {
    node()?;
    let mut command = run::program("npm", &[]);
    command.args(["install", "--silent", "--no-save", "--no-audit", "--no-fund"]);
    command.arg("--legacy-peer-deps").arg("--prefix").arg(folder);
    command.args(packages.iter().map(|package| format!("{package}@{version}")));
    run::show(&mut command)
}

pub fn wasm_target() -> Result<(), Failure> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let folder = run::output(run::program("rustc", &[]).args([
        "--print",
        "target-libdir",
        "--target",
        TARGET,
    ]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    if run::find("rustup").is_none() {
        return Err(Failure::work(format!(
            "the standard library for {TARGET} is missing and there is no rustup to add it; \
             install your system's package for it"
        )));
    }
    eprintln!("Rust: adding the target {TARGET}, a few seconds, once");
    run::show(run::program("rustup", &[]).args(["target", "add", TARGET]))
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let mut lines = lock.lines();
    lines.find(|line| line.strip_prefix("name = ") == Some(&format!("\"{package}\"")))?;
    lines.next()?.strip_prefix("version = ").map(|version| version.trim_matches('"'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lock: &str, package: &str, expected: Option<&str>) {
        assert_eq!(locked_version(lock, package), expected);
    }

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.7\"\n";
        check(lock, "wasm-bindgen", Some("0.2.7"));
        check(lock, "wasm", Some("9.9.9"));
        check(lock, "wasm-bind", None);
        check("", "wasm", None);
    }

    #[test]
    fn trunk_is_told_of_the_same_wasm_opt_that_is_fetched() {
        let settings = std::fs::read_to_string(run::root().join("Trunk.toml")).unwrap();
        assert!(settings.contains(&format!("wasm_opt = \"version_{}\"", wasm_opt().answer)));
    }

    #[test]
    fn a_tool_of_another_version_is_not_taken() {
        let folder = run::find("cargo").unwrap();
        let folder = folder.parent().unwrap();
        let tool = |answer: &str| Tool { program: "cargo", answer: answer.into(), ..trunk() };
        let said = run::output(run::cargo(&[]).arg("--version")).unwrap();
        let version = said.split_whitespace().nth(1).unwrap();
        assert!(tool(version).is_in(folder));
        assert!(!tool("0.0.1").is_in(folder));
        assert!(!Tool { beside: &["no-such-program"], ..tool(version) }.is_in(folder));
    }
}
