//! `npm`: the package that makes sites under Node.js, without a binary, and its test.

use std::path::{Path, PathBuf};

use crate::failure::{Context, Failure};
use crate::{dist, files, run, shell, tools};

/// What stands in the package as it stands here.
const FILES: [(&str, &str); 5] = [
    ("npm/package.json", "package.json"),
    ("npm/README.md", "README.md"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("NOTICE", "NOTICE"),
];

/// `cargo xtask npm`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    let place = run::place("npm", arguments, folder()?)?;
    make(&place)?;
    println!("the package is in {}", place.display());
    Ok(())
}

fn folder() -> Result<PathBuf, Failure> {
    Ok(run::scratch_folder()?.join("npm"))
}

/// Puts the package together.
fn make(place: &Path) -> Result<(), Failure> {
    shell::make_when_stale()?;
    files::remove(place)?;
    files::copy(&shell::folder()?, &place.join("shell"))?;
    let copy = |from: PathBuf, to: &str| {
        std::fs::copy(&from, place.join(to))
            .map(drop)
            .context(|| format!("cannot copy {}", from.display()))
    };
    copy(shell::node_program()?, "dateline.mjs")?;
    FILES.iter().try_for_each(|(from, to)| copy(run::root().join(from), to))
}

/// Packs it, installs what was packed as a user would, and compares what it makes with `dist`.
pub fn test() -> Result<(), Failure> {
    tools::node()?;
    dist::build_when_stale()?;
    let place = folder()?;
    make(&place)?;
    let user = run::scratch_folder()?.join("npm-user");
    files::remove(&user)?;
    std::fs::create_dir_all(&user).context(|| format!("cannot make {}", user.display()))?;
    let npm = |arguments: &[&str]| {
        let mut command = run::program("npm", &[]);
        command.args(arguments).current_dir(&user);
        command
    };
    let place = place.to_string_lossy().into_owned();
    let packed =
        run::output(npm(&["pack", "--silent", &place]).env("npm_config_loglevel", "error"))?;
    let packed = ["./", packed.lines().last().unwrap_or_default().trim()].concat();
    run::show(&mut npm(&["install", "--silent", "--no-audit", "--no-fund", "--offline", &packed]))?;
    let seeds = run::root().join("seeds").to_string_lossy().into_owned();
    let dateline = |arguments: &[&str]| {
        let all = [&["exec", "--offline", "--", "dateline", "build", seeds.as_str()], arguments];
        run::show(&mut npm(&all.concat()))
    };
    // Twice: the second has nothing to write.
    dateline(&["--out", "site"])?;
    dateline(&["--out", "site"])?;
    // Without having installed it, as the README has it.
    let mut npx = run::program("npx", &[]);
    npx.args(["--yes", "--offline", &packed, "build", &seeds, "--one-file", "page.html"]);
    run::show(npx.current_dir(&user))?;
    let (ours, theirs) = (dist::folder(), user.join("site"));
    let mut differences = files::differences(&ours, &theirs)?;
    let read =
        |file: PathBuf| std::fs::read(&file).context(|| format!("cannot read {}", file.display()));
    if read(ours.join("dateline.html"))? != read(user.join("page.html"))? {
        differences.push("the page that is one file".into());
    }
    if !differences.is_empty() {
        let differences = differences.join("\n");
        return Err(Failure::work(format!("the package makes other than `dist`:\n{differences}")));
    }
    println!("{} files, byte for byte those of dist", files::all(&ours)?.len());
    Ok(())
}
