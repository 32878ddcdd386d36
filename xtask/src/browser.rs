//! The browser that the tests drive: found, or installed through the system's package manager where
//! that may be done without asking. A missing browser is a failure with the package's name in it.

use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::failure::{Context, Failure};
use crate::run;

const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Where browsers are that are on no PATH.
const PLACES: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

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

/// The browser's program; `CHROMIUM` names another.
pub fn chromium() -> Result<PathBuf, Failure> {
    find_or_install("CHROMIUM", find_chromium, "Chromium")
}

/// The program that drives it for the wasm tests; `CHROMEDRIVER` names another.
pub fn driver() -> Result<PathBuf, Failure> {
    find_or_install("CHROMEDRIVER", || run::find("chromedriver"), "chromedriver")
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

fn find_or_install(
    variable: &str,
    find: impl Fn() -> Option<PathBuf>,
    title: &str,
) -> Result<PathBuf, Failure> {
    if let Some(named) = std::env::var_os(variable).filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        return match named.is_file() {
            true => Ok(named),
            false => {
                Err(Failure::work(format!("{variable} names no program: {}", named.display())))
            }
        };
    }
    if let Some(program) = find() {
        return Ok(program);
    }
    install(title)?;
    find().ok_or_else(|| Failure::work(wanted(title)))
}

fn find_chromium() -> Option<PathBuf> {
    let known = || PLACES.iter().map(PathBuf::from).find(|place| place.is_file());
    BROWSERS.iter().find_map(|name| run::find(name)).or_else(known)
}

fn install(title: &str) -> Result<(), Failure> {
    if run::find("apt-get").is_some() {
        let Some(prefix) = administrator() else { return Err(Failure::work(wanted(title))) };
        eprintln!("{title}: installing chromium and chromium-driver with apt-get, about a minute");
        let apt = |arguments: &[&str]| {
            let words: Vec<&str> = prefix.iter().chain(&["apt-get"]).copied().collect();
            let mut command = run::program(words[0], &[]);
            command.args(&words[1..]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
            run::show(command.stdout(Stdio::null()))
        };
        return apt(&["update", "-qq"])
            .and_then(|()| apt(&["install", "-y", "-qq", "chromium", "chromium-driver"]))
            .map_err(|failure| Failure::work(format!("{failure}\n{}", wanted(title))));
    }
    if run::find("brew").is_some() {
        eprintln!("{title}: installing with brew, about a minute");
        let package = if title == "chromedriver" { "chromedriver" } else { "google-chrome" };
        return run::show(run::program("brew", &[]).args(["install", "--cask", package]));
    }
    Err(Failure::work(wanted(title)))
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

fn wanted(title: &str) -> String {
    let (package, variable) = match title {
        "chromedriver" => ("chromium-driver", "CHROMEDRIVER"),
        _ => ("chromium", "CHROMIUM"),
    };
    format!(
        "the tests need {title}. Install it: `apt-get install {package}` on Debian, the package of \
         Chromium or Google Chrome elsewhere; or set {variable} to its program"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_that_is_named_and_absent_is_a_failure() {
        // `PATH` is set everywhere and is no file, so it stands for a wrong name.
        let failure = find_or_install("PATH", || None, "Chromium").unwrap_err();
        assert!(failure.to_string().starts_with("PATH names no program"), "{failure}");
    }

    #[test]
    fn the_message_names_the_package_and_the_variable() {
        assert!(wanted("chromedriver").contains("chromium-driver"));
        assert!(wanted("chromedriver").contains("CHROMEDRIVER"));
        assert!(wanted("Chromium").contains("`apt-get install chromium`"));
    }
}
