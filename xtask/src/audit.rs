//! `audit`: what the Nu HTML checker says of every page of the finished site, and what Lighthouse says of
//! it, as a table.
//!
//! Its packages are fetched only here: no check needs them, and they are many. Two of them are named in
//! `overrides` of their package.json: Lighthouse asks for whatever is "latest", which no lock can hold.

use crate::failure::Failure;
use crate::{browser, dist, e2e, run, tools};

/// `cargo xtask audit`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let out = run::place("audit", arguments, run::target_folder().join("audit.md"))?;
    tools::node()?;
    let folder = run::root().join("xtask").join("audit");
    e2e::packages(&folder, "audit", "a minute")?;
    dist::build_when_stale()?;
    let mut html = run::program("node", &[]);
    run::show(html.arg(folder.join("html.mjs")).arg(dist::folder()))?;
    let mut node = run::program("node", &[]);
    node.arg(folder.join("lighthouse.mjs")).arg(dist::folder()).arg(&out);
    run::show(node.env("CHROMIUM", browser::chromium()?))?;
    println!("\nthe table is in {}", out.display());
    Ok(())
}
