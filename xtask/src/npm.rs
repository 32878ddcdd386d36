//! `npm`: the package that makes sites under Node.js, without a binary, and its test.

use std::path::PathBuf;

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
fn make(place: &PathBuf) -> Result<(), Failure> {
    shell::make_when_stale()?;
    if place.exists() {
        std::fs::remove_dir_all(place).context(|| format!("cannot clear {}", place.display()))?;
    }
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
    if user.exists() {
        std::fs::remove_dir_all(&user).context(|| format!("cannot clear {}", user.display()))?;
    }
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
    dateline(&["--one-file", "page.html"])?;
    let same = |ours: PathBuf, theirs: PathBuf| {
        let read = |file: &PathBuf| {
            std::fs::read(file).context(|| format!("cannot read {}", file.display()))
        };
        match read(&ours)? == read(&theirs)? {
            true => Ok(()),
            false => Err(Failure::work(format!("{} differs from dist's", theirs.display()))),
        }
    };
    let (ours, theirs) = (dist::folder(), user.join("site"));
    let names = |folder: &PathBuf| -> Result<Vec<PathBuf>, Failure> {
        let mut all: Vec<PathBuf> = files::all(folder)?
            .iter()
            .filter_map(|file| Some(file.strip_prefix(folder).ok()?.to_path_buf()))
            .collect();
        all.sort();
        Ok(all)
    };
    let all = names(&ours)?;
    if all != names(&theirs)? {
        return Err(Failure::work("the package writes other files than `dist` has"));
    }
    for name in &all {
        same(ours.join(name), theirs.join(name))?;
    }
    same(ours.join("dateline.html"), user.join("page.html"))?;
    println!("{} files, byte for byte those of dist", all.len());
    Ok(())
}
