//! `serve`: tools, build, address, rebuild on change.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::failure::{Context, Failure};
use crate::{run, shell, tools};

/// The port tried first when none is asked for.
const USUAL_PORT: u16 = 8080;

/// `cargo xtask serve`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let options = Options::parse(arguments)?;
    let port = free_port(options.port)?;
    let folders = tools::for_build()?;
    let mut trunk = shell::trunk(&folders);
    // A development build has no place in dist/, where the page for publishing may stand.
    let folder = run::scratch_folder()?.join("serve");
    std::fs::create_dir_all(&folder).context(|| format!("cannot make {}", folder.display()))?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.arg("--dist").arg(&folder);
    if options.open {
        trunk.arg("--open");
    }
    eprintln!("building; the first build takes about 2 minutes, later ones seconds");
    let mut announcer = run::program_at(&own_program()?);
    announcer.args(["announce", &port.to_string()]);
    announcer.spawn().context(|| "cannot start the announcer".into())?;
    become_program(&mut trunk)
}

/// `cargo xtask announce PORT`: prints the address once it answers, for Trunk listens only when the
/// first build is done. A program of its own because `serve` has become Trunk by then.
pub fn announce(arguments: &[String]) -> Result<(), Failure> {
    let [port] = arguments else { return Err(Failure::usage("`announce` wants one port")) };
    let port = port_number(port)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let server = parent();
    while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
        if parent() != server {
            return Ok(());
        }
        thread::sleep(Duration::from_millis(200));
    }
    println!("http://127.0.0.1:{port}/");
    Ok(())
}

/// Replaces this process, so that whoever stops `serve` stops Trunk.
#[cfg(unix)]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    let error = std::os::unix::process::CommandExt::exec(command);
    Err(Failure::work(format!("cannot start Trunk: {error}")))
}

#[cfg(not(unix))]
fn become_program(command: &mut Command) -> Result<(), Failure> {
    run::show(command)
}

/// The process that waits for us; another one when it has ended.
#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

fn own_program() -> Result<PathBuf, Failure> {
    std::env::current_exe().context(|| "cannot find the program of xtask".into())
}

fn port_number(value: &str) -> Result<u16, Failure> {
    let port = value.parse().ok().filter(|port| *port > 0);
    port.ok_or_else(|| Failure::usage(format!("`{value}` is no port: 1 to 65535")))
}

#[derive(Debug, Default, PartialEq)]
struct Options {
    port: Option<u16>,
    open: bool,
}

impl Options {
    fn parse(arguments: &[String]) -> Result<Self, Failure> {
        let mut options = Options::default();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--open" => options.open = true,
                "--port" => {
                    let value =
                        words.next().ok_or_else(|| Failure::usage("`--port` wants a value"))?;
                    options.port = Some(port_number(value)?);
                }
                _ => return Err(Failure::usage(format!("`serve` knows no option `{word}`"))),
            }
        }
        Ok(options)
    }
}

fn free_port(asked: Option<u16>) -> Result<u16, Failure> {
    let bind = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    if let Some(port) = asked {
        return match bind(port) {
            Ok(_) => Ok(port),
            Err(error) => Err(Failure::work(format!("port {port} cannot be used: {error}"))),
        };
    }
    let listener = bind(USUAL_PORT).or_else(|_| bind(0)).context(|| "no free port".into())?;
    Ok(listener.local_addr().context(|| "no free port".into())?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<Options>) {
        let words: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        assert_eq!(Options::parse(&words).ok(), expected, "{line}");
    }

    #[test]
    fn the_options_of_serve_are_read_in_any_order() {
        check("", Some(Options::default()));
        check("--port 9000 --open", Some(Options { port: Some(9000), open: true }));
        check("--open --port 9000", Some(Options { port: Some(9000), open: true }));
        check("--port", None);
        check("--port 0", None);
        check("--port 70000", None);
        check("9000", None);
    }

    #[test]
    fn a_taken_port_is_refused_when_asked_for_and_avoided_otherwise() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(free_port(Some(port)).is_err());
        assert_ne!(free_port(None).unwrap(), port);
    }
}
