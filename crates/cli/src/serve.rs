//! `--serve`: answers with the files of a site, to this machine alone.

use std::fs;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::thread;

use tiny_http::{Header, Method, Request, Response};

use crate::arguments::Port;
use crate::output;

/// The port tried first when none is asked for.
const USUAL_PORT: u16 = 8080;

/// So many files are sent at once: a browser opens six connections.
const ANSWERS: usize = 6;

/// A port that is ours.
pub(crate) struct Server {
    server: tiny_http::Server,
    address: SocketAddr,
}

impl Server {
    /// Takes the port; without one that is asked for, the usual one or any that is free.
    pub(crate) fn bind(port: Port) -> Result<Self, String> {
        let bind = |port: u16| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
        let listener = match port {
            Port::This(port) => {
                bind(port).map_err(|error| format!("port {port} cannot be used: {error}"))?
            }
            Port::Any => bind(USUAL_PORT)
                .or_else(|_| bind(0))
                .map_err(|error| format!("no port is free: {error}"))?,
        };
        let cannot = |error: &dyn std::fmt::Display| format!("cannot serve: {error}");
        let address = listener.local_addr().map_err(|error| cannot(&error))?;
        let server = tiny_http::Server::from_listener(listener, None);
        Ok(Self { server: server.map_err(|error| cannot(&error))?, address })
    }

    /// What to open in a browser.
    pub(crate) fn address(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Answers with what is in the folder, until the port is lost.
    pub(crate) fn answer(&self, folder: &Path) -> Result<(), String> {
        let answers = || -> io::Result<()> {
            loop {
                respond(self.server.recv()?, folder);
            }
        };
        let ended = thread::scope(|scope| {
            let all: Vec<_> = (0..ANSWERS).map(|_| scope.spawn(answers)).collect();
            all.into_iter().find_map(|one| one.join().ok()?.err())
        });
        ended.map_or(Ok(()), |error| Err(format!("cannot serve any longer: {error}")))
    }
}

/// Sends one file. Somebody who goes away while it is sent is no failure.
fn respond(request: Request, folder: &Path) {
    let _ = match request.method() {
        Method::Get | Method::Head => {
            let (status, path, bytes) = found(folder, request.url());
            let response = Response::from_data(bytes)
                .with_status_code(status)
                .with_header(header("Content-Type", kind(&path)))
                // A page that is loaded again is the newest.
                .with_header(header("Cache-Control", "no-cache"));
            request.respond(response)
        }
        _ => request.respond(Response::empty(405)),
    };
}

/// What an address is answered with: status, path and content.
fn found(folder: &Path, address: &str) -> (u16, String, Vec<u8>) {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.strip_prefix('/').unwrap_or(path);
    let path = if path.is_empty() { "index.html" } else { path };
    // Names of a site need no decoding, and no other name is looked for.
    let bytes = output::is_inside(path).then(|| fs::read(folder.join(path)).ok()).flatten();
    match bytes {
        Some(bytes) => (200, path.to_owned(), bytes),
        None => {
            let lost = "404.html";
            (404, lost.to_owned(), fs::read(folder.join(lost)).unwrap_or_default())
        }
    }
}

/// The media type of a file of a site, by its ending.
fn kind(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "ts" | "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "xml" => "application/xml",
        _ => "application/octet-stream",
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("names and media types are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_files_of_the_site_and_nowhere_else() {
        let above = std::env::temp_dir().join(format!("dateline-serve-{}", std::process::id()));
        let folder = above.join("site");
        fs::create_dir_all(folder.join("days")).unwrap();
        for (path, text) in [
            ("site/index.html", "front"),
            ("site/days/2025.html", "days"),
            ("site/404.html", "lost"),
            ("secret.txt", "secret"),
        ] {
            fs::write(above.join(path), text).unwrap();
        }
        for (address, status, expected) in [
            ("/", 200, "front"),
            ("/?q=peace", 200, "front"),
            ("/index.html", 200, "front"),
            ("/days/2025.html", 200, "days"),
            ("/days", 404, "lost"),
            ("/days/", 404, "lost"),
            ("/gone.html", 404, "lost"),
            ("/../secret.txt", 404, "lost"),
            ("/%2e%2e/secret.txt", 404, "lost"),
            ("//etc/passwd", 404, "lost"),
            ("/days/../../secret.txt", 404, "lost"),
            ("/..\\secret.txt", 404, "lost"),
        ] {
            let (found, _, bytes) = found(&folder, address);
            assert_eq!((found, String::from_utf8_lossy(&bytes).as_ref()), (status, expected));
        }
        fs::remove_dir_all(&above).unwrap();
    }

    #[test]
    fn a_taken_port_is_refused_when_asked_for_and_avoided_otherwise() {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = taken.local_addr().unwrap().port();
        assert!(Server::bind(Port::This(port)).is_err_and(|said| said.contains(&port.to_string())));
        assert_ne!(Server::bind(Port::Any).unwrap().address.port(), port);
    }

    #[test]
    fn every_kind_of_file_that_browsers_are_strict_about_is_named() {
        assert_eq!(kind("dateline-0123456789abcdef.wasm"), "application/wasm");
        assert_eq!(kind("articles/a.b.html"), "text/html; charset=utf-8");
        assert_eq!(kind("parts/dateline-0123456789abcdef.bin"), "application/octet-stream");
    }
}
