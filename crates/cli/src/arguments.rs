//! The words after `dateline`.

mod usage;

use std::io::IsTerminal as _;
use std::path::PathBuf;

use dateline_folder::Share;
use dateline_model::Day;
use dateline_tables::Format as Tables;
pub(crate) use usage::USAGE;

/// Where a site is written when nobody says where.
const OUT: &str = "dist";

/// Where tables are written when nobody says where.
const TABLES: &str = "tables";

/// What to do.
#[derive(Debug)]
pub(crate) enum Command {
    Help,
    Version,
    Inspect { paths: Vec<PathBuf>, reading: Reading, format: Format },
    Check { paths: Vec<PathBuf> },
    Build(Build),
    Export { paths: Vec<PathBuf>, format: Tables, out: PathBuf },
    Read { paths: Vec<PathBuf>, share: Share, out: PathBuf },
    Join { parts: Vec<PathBuf>, overlay: Option<PathBuf>, out: PathBuf },
    Merge { overlays: [PathBuf; 2], out: Option<PathBuf> },
}

impl Command {
    /// What is read, where it is a folder or files.
    pub(crate) fn paths(&self) -> &[PathBuf] {
        match self {
            Self::Inspect { paths, .. }
            | Self::Check { paths }
            | Self::Export { paths, .. }
            | Self::Read { paths, .. } => paths,
            Self::Build(asked) => &asked.paths,
            Self::Help | Self::Version | Self::Join { .. } | Self::Merge { .. } => &[],
        }
    }
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
#[derive(Debug, Default, PartialEq, Eq)]
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

/// What is read when nobody names a folder: the one of a clone.
pub(crate) const SEEDS: &str = "seeds";

const COMMANDS: &str = "inspect, check, build, export, read, join or merge";

/// Reads the arguments; an error says which word was not understood.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Command, String> {
    let mut words = words.peekable();
    let name = words.next().ok_or("a command was expected")?;
    let mut paths = Vec::new();
    let mut reading = Reading::default();
    let mut format = None;
    let (mut out, mut one_file, mut shell, mut serve) = (None, None, None, None);
    let (mut watch, mut site) = (false, dateline_site::Options::default());
    let (mut share, mut overlay) = (None, None);
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
            "--format" => format = Some(value("a format")?),
            "--out" if ["build", "export"].contains(&name.as_str()) => {
                out = Some(PathBuf::from(value("a folder")?));
            }
            "--out" if ["read", "join", "merge"].contains(&name.as_str()) => {
                out = Some(PathBuf::from(value("a file")?));
            }
            "--part" if name == "read" => {
                let text = value("a part as 2/3")?;
                let part = Share::parse(&text);
                share = Some(part.ok_or(format!("--part {text:?}: a part as 2/3 was expected"))?);
            }
            "--overlay" if name == "join" => overlay = Some(PathBuf::from(value("a file")?)),
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
    if paths.is_empty() && !["join", "merge"].contains(&name.as_str()) {
        paths.push(SEEDS.into());
    }
    if let Some(file) = paths.iter().find(|path| dateline_folder::is_joined(path))
        && reading != Reading::default()
    {
        let file = file.display();
        return Err(format!("{file} was read already: no --plain, --date, --names or --pages"));
    }
    match name.as_str() {
        "inspect" => {
            let format = match format.as_deref() {
                Some("json") => Format::Json,
                Some("text") => Format::Text,
                Some(other) => {
                    return Err(format!("--format {other:?}: json or text was expected"));
                }
                None if std::io::stdout().is_terminal() => Format::Text,
                None => Format::Json,
            };
            Ok(Command::Inspect { paths, reading, format })
        }
        "check" | "build" | "export" | "read" | "join" | "merge"
            if reading != Reading::default() || (format.is_some() && name != "export") =>
        {
            let format = if name == "export" { "" } else { " or --format" };
            Err(format!("{name} takes no --plain, --date, --names, --pages{format}"))
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
        "export" => {
            let format = format.as_deref().map_or(Ok(Tables::Ndjson), |name| {
                Tables::named(name)
                    .ok_or(format!("--format {name:?}: ndjson or parquet was expected"))
            })?;
            Ok(Command::Export { paths, format, out: out.unwrap_or_else(|| TABLES.into()) })
        }
        "read" => {
            let share = share.ok_or("read wants --part, as 2/3")?;
            Ok(Command::Read { paths, share, out: out.ok_or("read wants --out and a file")? })
        }
        "join" if paths.is_empty() => Err("join wants the files that `dateline read` wrote".into()),
        "join" => {
            let out = out.ok_or("join wants --out and a file")?;
            if !dateline_folder::is_joined(&out) {
                let out = out.display();
                return Err(format!("--out {out}: a name that ends in .dateline was expected"));
            }
            Ok(Command::Join { parts: paths, overlay, out })
        }
        "merge" => {
            let overlays = <[PathBuf; 2]>::try_from(paths);
            let overlays = overlays.map_err(|_| "merge wants two files as dateline.toml")?;
            Ok(Command::Merge { overlays, out })
        }
        "help" | "-h" | "--help" => Ok(Command::Help),
        "version" | "-V" | "--version" => Ok(Command::Version),
        other => Err(format!("{other:?} is no command; {COMMANDS} was expected")),
    }
}

fn port_number(word: &str) -> Result<Port, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(Port::This(port)),
        _ => Err(format!("--serve {word:?}: a port from 1 to 65535 was expected")),
    }
}

#[cfg(test)]
mod tests;
