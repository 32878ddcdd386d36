//! The browsers that the tests drive, their drivers, and Python: found, or installed through the system's
//! package manager where that may be done without asking. A missing one is a failure with the
//! package's name in it.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::failure::{Context, Failure};
use crate::{run, tools};

/// A program that the tests need and cannot bring along.
struct Program {
    title: &'static str,
    /// The variable that names another one.
    variable: &'static str,
    names: &'static [&'static str],
    /// Where it is when it is on no PATH.
    places: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
    /// Homebrew's, where it has one.
    brew: Option<&'static str>,
}

const CHROMIUM: Program = Program {
    title: "Chromium",
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: &[
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    package: "chromium",
    brew: Some("google-chrome"),
};

const CHROMEDRIVER: Program = Program {
    title: "chromedriver",
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    places: &[],
    package: "chromium-driver",
    brew: Some("chromedriver"),
};

const FIREFOX: Program = Program {
    title: "Firefox",
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    places: &[
        "/Applications/Firefox.app/Contents/MacOS/firefox",
        "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
    ],
    package: "firefox-esr",
    brew: Some("firefox"),
};

const WEBKIT_DRIVER: Program = Program {
    title: "WebKitGTK's driver",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    places: &[],
    package: "webkit2gtk-driver",
    brew: None,
};

/// WebKitGTK has no mode without a screen; this is a screen that nobody sees.
const SCREEN: Program = Program {
    title: "Xvfb",
    variable: "XVFB",
    names: &["Xvfb"],
    places: &[],
    package: "xvfb",
    brew: None,
};

/// Brings DuckDB, which reads our tables; see `tables`.
const PYTHON: Program = Program {
    title: "Python 3 with pip",
    variable: "PYTHON",
    names: &["python3", "python"],
    places: &[],
    package: "python3-pip",
    brew: None,
};

/// Flags for a headless browser without a screen, a sandbox user or any business of its own.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// The browser of the tests that need just one.
pub fn chromium() -> Result<PathBuf, Failure> {
    CHROMIUM.ensure()
}

/// The program that drives it for the wasm tests.
pub fn driver() -> Result<PathBuf, Failure> {
    CHROMEDRIVER.ensure()
}

/// All programs of the three engines, by the variables that name them to the tests.
pub fn engines() -> Result<Vec<(&'static str, PathBuf)>, Failure> {
    let mut found = Vec::new();
    let mut needed = vec![CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT_DRIVER];
    if std::env::var_os("DISPLAY").is_none_or(|display| display.is_empty()) {
        needed.push(SCREEN);
    }
    for program in needed {
        found.push((program.variable, program.ensure()?));
    }
    let named = std::env::var_os("GECKODRIVER").filter(|value| !value.is_empty());
    found.push(("GECKODRIVER", named.map_or_else(tools::geckodriver, |name| Ok(name.into()))?));
    Ok(found)
}

/// A Python that can install packages.
pub fn python() -> Result<PathBuf, Failure> {
    let has_pip = |python: &PathBuf| {
        run::output(run::program_at(python).args(["-m", "pip", "--version"])).is_ok()
    };
    let python = PYTHON.ensure()?;
    if !has_pip(&python) {
        PYTHON.install()?;
    }
    Some(python).filter(has_pip).ok_or_else(|| Failure::work(PYTHON.wanted()))
}

/// The capabilities file for wasm-bindgen-test-runner, which starts the browser through the driver.
pub fn capabilities(chromium: &Path) -> Result<PathBuf, Failure> {
    let file = run::scratch_folder()?.join("webdriver.json");
    let flags: Vec<String> = FLAGS.iter().map(|flag| format!("\"{flag}\"")).collect();
    let binary = chromium.display().to_string().replace('\\', "\\\\").replace('"', "\\\"");
    let text = format!(
        "{{\"goog:chromeOptions\":{{\"binary\":\"{binary}\",\"args\":[{}]}}}}\n",
        flags.join(",")
    );
    std::fs::write(&file, text).context(|| format!("cannot write {}", file.display()))?;
    Ok(file)
}

impl Program {
    fn ensure(&self) -> Result<PathBuf, Failure> {
        let named = std::env::var_os(self.variable).filter(|value| !value.is_empty());
        if let Some(named) = named.map(PathBuf::from) {
            let Self { variable, .. } = self;
            return match named.is_file() {
                true => Ok(named),
                false => {
                    Err(Failure::work(format!("{variable} names no program: {}", named.display())))
                }
            };
        }
        if let Some(program) = self.find() {
            return Ok(program);
        }
        self.install()?;
        self.find().ok_or_else(|| Failure::work(self.wanted()))
    }

    fn find(&self) -> Option<PathBuf> {
        let known = || self.places.iter().map(PathBuf::from).find(|place| place.is_file());
        self.names.iter().find_map(|name| run::find(name)).or_else(known)
    }

    fn install(&self) -> Result<(), Failure> {
        if run::find("apt-get").is_some() {
            let Some(prefix) = administrator() else { return Err(Failure::work(self.wanted())) };
            eprintln!("{}: installing {} with apt-get, about a minute", self.title, self.package);
            let apt = |arguments: &[&str]| {
                let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).copied().collect();
                let mut command = run::program(words[0], &[]);
                command.args(&words[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
                run::show(command.stdout(Stdio::null()))
            };
            return apt(&["update", "-qq"])
                .and_then(|()| apt(&["install", "-y", "-qq", self.package]))
                .map_err(|failure| Failure::work(format!("{failure}\n{}", self.wanted())));
        }
        match self.brew.filter(|_| run::find("brew").is_some()) {
            Some(package) => {
                eprintln!("{}: installing with brew, about a minute", self.title);
                run::show(run::program("brew", &[]).args(["install", "--cask", package]))
            }
            None => Err(Failure::work(self.wanted())),
        }
    }

    fn wanted(&self) -> String {
        let Self { title, package, variable, .. } = self;
        format!(
            "the tests need {title}. Install it: `apt-get install {package}` on Debian, its own \
             package elsewhere; or set {variable} to its program"
        )
    }
}

/// The words before a command that needs the administrator: none as root, sudo where it asks nothing.
fn administrator() -> Option<&'static [&'static str]> {
    let root = run::output(run::program("id", &[]).arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        return Some(&[]);
    }
    let mut sudo = run::program("sudo", &[]);
    sudo.args(["-n", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    run::find("sudo").filter(|_| run::show(&mut sudo).is_ok()).map(|_| &["sudo", "-n"][..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_is_named_and_absent_is_a_failure() {
        // `PATH` is set everywhere and is no file, so it stands for a wrong name.
        let failure = Program { variable: "PATH", ..CHROMIUM }.ensure().unwrap_err();
        assert!(failure.to_string().starts_with("PATH names no program"), "{failure}");
    }

    #[test]
    fn the_message_names_the_package_and_the_variable() {
        for program in [CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT_DRIVER, SCREEN, PYTHON] {
            let said = program.wanted();
            assert!(said.contains(&format!("`apt-get install {}`", program.package)), "{said}");
            assert!(said.contains(program.variable), "{said}");
        }
    }
}
