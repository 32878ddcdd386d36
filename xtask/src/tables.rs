//! The worked example of `docs/scale.md`, run by DuckDB over the tables of the seeds in both formats: an
//! engine that is not ours must come to the counts that `dateline inspect` has.

use crate::failure::{Context, Failure};
use crate::{browser, files, run, tools};

/// Runs it.
pub fn check() -> Result<(), Failure> {
    let python = browser::python()?;
    let duckdb = tools::duckdb(&python)?;
    let place = run::scratch_folder()?.join("tables");
    files::remove(&place)?;
    let seeds = run::root().join("seeds");
    for format in ["parquet", "ndjson"] {
        let mut export = dateline();
        export.arg("export").arg(&seeds).args(["--format", format, "--out"]);
        run::show(export.arg(place.join(format).join("tables")))?;
    }
    let read = run::output(dateline().arg("inspect").arg(&seeds).args(["--format", "json"]))?;
    let file = place.join("inspect.json");
    std::fs::write(&file, read).context(|| format!("cannot write {}", file.display()))?;
    let mut script = run::program_at(&python);
    script.arg(run::root().join("xtask/src/tables.py"));
    script.arg(run::root().join("docs/scale.md")).arg(&place);
    run::show(script.env("PYTHONPATH", duckdb))
}

fn dateline() -> std::process::Command {
    let mut command = run::cargo(&[]);
    command.args(["run", "--quiet", "--locked", "--package", "dateline-cli", "--"]);
    command
}
