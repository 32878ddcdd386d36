//! The words after `dateline`.

use std::io::IsTerminal as _;
use std::path::PathBuf;

use dateline_model::Day;

/// What is printed for `--help` and after wrong use.
pub(crate) const USAGE: &str = "\
Usage: dateline inspect [PATH ...] [--plain] [--date YYYY-MM-DD] [--names FILE] [--pages FILE]
                        [--format json|text]
       dateline check [PATH ...]
       dateline build [PATH ...] [--out DIR | --one-file FILE] [--url URL] [--serve [PORT]]
                      [--watch] [--shell DIR]
       dateline --version

inspect   what was read from each article, with the reasons
check     the articles' ids, and every file that was skipped or read with doubt
build     the whole site, into DIR: the explorer, and the articles and events as
          pages that need no script

PATH      files or folders; `seeds` when none is named
--plain   each file is nothing but an article's body
--date    the publication date, for files whose date is known from elsewhere
--names   other weights for finding names than the built-in, for measuring
--pages   other weights for telling articles from pages, for measuring
--format  json, or text (a report; the default at a terminal)
--out     the folder to write to: an empty one, or one with an earlier build; `dist`
          when none is named
--one-file  write only the explorer as one file, which opens from the disk
--url     where the site will stand; else [site] url of dateline.toml
--serve   serve what was built on 127.0.0.1, on port 8080 if that is free
--watch   build again whenever a file of PATH changes
--shell   another explorer without articles than the one in this program

Exit code: 0 when every file was read, 1 when some were skipped, 2 on wrong use. A build
names what it skips and ends with 0.";

/// Where a site is written when nobody says where.
const OUT: &str = "dist";

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Version,
    Inspect { paths: Vec<PathBuf>, reading: Reading, format: Format },
    Check { paths: Vec<PathBuf> },
    Build(Build),
}

/// What to build, and what to do with it.
#[derive(Debug)]
pub(crate) struct Build {
    pub(crate) paths: Vec<PathBuf>,
    /// Without one, the shell inside the program.
    pub(crate) shell: Option<PathBuf>,
    pub(crate) goal: Goal,
    pub(crate) site: dateline_site::Options,
    pub(crate) serve: Option<Port>,
    pub(crate) watch: bool,
}

/// Where it goes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Goal {
    /// The whole site, into this folder.
    Site(PathBuf),
    /// The explorer alone, as this file.
    OneFile(PathBuf),
}

/// Where it is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Port {
    /// The usual one, or any that is free.
    Any,
    This(u16),
}

/// How to read the paths.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) plain: bool,
    pub(crate) date: Option<Day>,
    /// The file of other weights for finding names.
    pub(crate) names: Option<PathBuf>,
    /// The file of other weights for telling articles from pages.
    pub(crate) pages: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Json,
    Text,
}

/// Reads the arguments; an error says which word was not understood.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut words = words.peekable();
    let name = words.next().ok_or("a command was expected")?;
    let mut paths = Vec::new();
    let mut reading = Reading::default();
    let mut format = None;
    let (mut out, mut one_file, mut shell, mut serve) = (None, None, None, None);
    let (mut watch, mut site) = (false, dateline_site::Options::default());
    while let Some(word) = words.next() {
        let (flag, given) = match word.split_once('=') {
            Some((flag, value)) if flag.starts_with("--") => {
                (flag.to_owned(), Some(value.to_owned()))
            }
            _ => (word, None),
        };
        let mut value = |expected: &str| {
            given.clone().or_else(|| words.next()).ok_or(format!("{flag} wants {expected}"))
        };
        match flag.as_str() {
            "-h" | "--help" => return Ok(Command::Help),
            "--watch" if name == "build" => watch = true,
            "--serve" if name == "build" => {
                // A port may follow; anything else that follows is another word.
                let number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
                let port = given.or_else(|| words.next_if(|word| number(word)));
                serve = Some(port.map_or(Ok(Port::Any), |port| port_number(&port))?);
            }
            "--one-file" if name == "build" => one_file = Some(PathBuf::from(value("a file")?)),
            "--plain" => reading.plain = true,
            "--names" => reading.names = Some(value("a file of weights")?.into()),
            "--pages" => reading.pages = Some(value("a file of weights")?.into()),
            "--date" => {
                let text = value("a day as 2025-05-28")?;
                let day = Day::parse(&text);
                reading.date =
                    Some(day.ok_or(format!("--date {text:?}: a day as 2025-05-28 was expected"))?);
            }
            "--format" => {
                format = Some(match value("json or text")?.as_str() {
                    "json" => Format::Json,
                    "text" => Format::Text,
                    other => return Err(format!("--format {other:?}: json or text was expected")),
                });
            }
            "--out" if name == "build" => out = Some(PathBuf::from(value("a folder")?)),
            "--shell" if name == "build" => shell = Some(PathBuf::from(value("a folder")?)),
            "--url" if name == "build" => {
                let text = value("an address")?;
                let url = dateline_folder::base_url(&text);
                site.url = Some(url.ok_or(format!(
                    "--url {text:?}: an address as https://example.org/news/ was expected"
                ))?);
            }
            unknown if unknown.starts_with('-') && unknown.len() > 1 => {
                return Err(format!("{unknown:?} is no option"));
            }
            path => paths.push(PathBuf::from(path)),
        }
    }
    if paths.is_empty() {
        paths.push("seeds".into());
    }
    match name.as_str() {
        "inspect" => {
            let at_terminal =
                || if std::io::stdout().is_terminal() { Format::Text } else { Format::Json };
            Ok(Command::Inspect { paths, reading, format: format.unwrap_or_else(at_terminal) })
        }
        "check" | "build"
            if reading.plain
                || reading.date.is_some()
                || reading.names.is_some()
                || reading.pages.is_some()
                || format.is_some() =>
        {
            Err(format!("{name} takes no --plain, --date, --names, --pages or --format"))
        }
        "check" => Ok(Command::Check { paths }),
        "build" => {
            let goal = match (out, one_file) {
                (Some(_), Some(_)) => {
                    return Err("--one-file writes one file and takes no --out".into());
                }
                (None, Some(_)) if serve.is_some() => {
                    return Err("--one-file needs no --serve: the file opens from the disk".into());
                }
                (None, Some(file)) => Goal::OneFile(file),
                (out, None) => Goal::Site(out.unwrap_or_else(|| OUT.into())),
            };
            Ok(Command::Build(Build { paths, shell, goal, site, serve, watch }))
        }
        "help" | "-h" | "--help" => Ok(Command::Help),
        "version" | "-V" | "--version" => Ok(Command::Version),
        other => Err(format!("{other:?} is no command; inspect, check or build was expected")),
    }
}

fn port_number(word: &str) -> Result<Port, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(Port::This(port)),
        _ => Err(format!("--serve {word:?}: a port from 1 to 65535 was expected")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str) -> Result<Command, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn inspect_takes_paths_and_flags_in_any_order() {
        let Ok(Command::Inspect { paths, reading, format }) =
            check("inspect a --format=json --plain b --date 2025-05-28 --names w")
        else {
            panic!("an inspect command");
        };
        assert_eq!(paths, [PathBuf::from("a"), "b".into()]);
        assert!(reading.plain);
        assert_eq!(reading.names, Some("w".into()));
        assert_eq!(reading.date, Day::parse("2025-05-28"));
        assert_eq!(format, Format::Json);
    }

    #[test]
    fn no_path_means_the_seeds() {
        assert!(
            matches!(check("check"), Ok(Command::Check { paths }) if paths == [PathBuf::from("seeds")])
        );
    }

    #[test]
    fn build_takes_a_folder_a_shell_and_where_the_site_stands() {
        let asked = build("build a --shell empty --out site --url https://example.org/news");
        assert_eq!(asked.paths, [PathBuf::from("a")]);
        assert_eq!(asked.shell, Some("empty".into()));
        assert_eq!(asked.goal, Goal::Site("site".into()));
        assert_eq!(asked.site.url.as_deref(), Some("https://example.org/news/"));
        assert_eq!((asked.serve, asked.watch), (None, false));
    }

    fn build(line: &str) -> Build {
        match check(line) {
            Ok(Command::Build(asked)) => asked,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn build_needs_no_more_than_a_folder() {
        let asked = build("build articles");
        assert_eq!((asked.shell, asked.goal), (None, Goal::Site("dist".into())));
        let asked = build("build articles --one-file page.html --watch");
        assert_eq!((asked.goal, asked.watch), (Goal::OneFile("page.html".into()), true));
    }

    #[test]
    fn a_port_may_follow_serve_and_a_folder_is_none() {
        for (line, port) in [
            ("build a --serve", Port::Any),
            ("build --serve a", Port::Any),
            ("build a --serve --watch", Port::Any),
            ("build --serve 9000 a", Port::This(9000)),
            ("build a --serve=9000", Port::This(9000)),
        ] {
            let asked = build(line);
            assert_eq!(asked.serve, Some(port), "{line}");
            assert_eq!(asked.paths, [PathBuf::from("a")], "{line}");
        }
    }

    #[test]
    fn wrong_use_names_the_word() {
        for (line, word) in [
            ("", "command"),
            ("inspekt", "inspekt"),
            ("inspect --date 28.5.2025", "28.5.2025"),
            ("inspect --date", "--date wants"),
            ("inspect --format xml", "xml"),
            ("inspect --fast", "--fast"),
            ("check --plain", "check takes no --plain"),
            ("check --out x", "--out"),
            ("build --out", "--out wants"),
            ("build --shell", "--shell wants"),
            ("build --one-file", "--one-file wants"),
            ("build --one-file x --out y", "no --out"),
            ("build --one-file x --serve", "no --serve"),
            ("build --serve 0", "port"),
            ("build --serve=many", "many"),
            ("build --serve 70000", "70000"),
            ("check --watch", "--watch"),
            ("inspect --serve", "--serve"),
            ("build --out x --url example.org", "example.org"),
            ("build --plain --shell x --out x", "build takes"),
            ("check --shell x", "--shell"),
            ("check --names w", "check takes"),
            ("inspect --names", "--names wants"),
            ("inspect --pages", "--pages wants"),
            ("check --pages w", "check takes"),
        ] {
            let message = check(line).expect_err(line);
            assert!(message.contains(word), "{message}");
        }
    }
}
