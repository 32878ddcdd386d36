//! Checks of the dependencies by cargo-deny: their licences, where they come from, two versions of one
//! crate, and known faults where the list of these can be reached. `deny.toml` has the rules.

use crate::failure::Failure;
use crate::{run, tools};

/// Runs all checks; without a network, all but the known faults.
pub fn check() -> Result<(), Failure> {
    let folders = tools::for_deny()?;
    let deny = |arguments: &[&str]| {
        let mut command = run::program("cargo-deny", &folders);
        // Without the second word only the page's dependencies are asked about.
        command.args(["--locked", "--workspace"]).args(arguments);
        command
    };
    run::show(&mut deny(&["check", "--hide-inclusion-graph", "bans", "licenses", "sources"]))?;
    // Asked for apart, so that a network that is away is told from a fault that is there.
    if run::output(&mut deny(&["fetch", "db"])).is_err() {
        println!("the list of known faults cannot be reached from here: they were not looked for");
        return Ok(());
    }
    run::show(&mut deny(&["check", "--disable-fetch", "advisories"]))
}
