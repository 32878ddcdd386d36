//! `bench visits`: what pages of more and more articles cost their readers and their host, in a table and a plot.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

use crate::failure::{Context, Failure};
use crate::{e2e, files, run, shell};

/// So many articles, unless asked otherwise.
const COUNTS: &str = "100,1000,10000";

/// One page.
struct Row {
    articles: usize,
    /// What the command took, and what it wrote.
    built: f64,
    files: usize,
    bytes: u64,
    /// What `tests/e2e/visits.mjs` says.
    told: Value,
}

/// `cargo xtask bench visits [--articles N,N,...] [--out FILE.svg]`.
pub fn bench(arguments: &[String]) -> Result<(), Failure> {
    let (mut counts, mut out) = (COUNTS.to_owned(), run::target_folder().join("visits.svg"));
    let mut rest = arguments.iter();
    while let Some(option) = rest.next() {
        let value =
            rest.next().ok_or_else(|| Failure::usage(format!("`{option}` wants a value")))?;
        match option.as_str() {
            "--articles" => counts = value.clone(),
            "--out" => {
                out = std::path::absolute(value).context(|| format!("`{value}` is no file"))?
            }
            _ => return Err(Failure::usage(format!("`bench visits` knows no option `{option}`"))),
        }
    }
    let counts = counts.split(',').map(|count| count.parse::<usize>().ok().filter(|it| *it > 0));
    let counts: Option<Vec<usize>> = counts.collect();
    let counts = counts.ok_or_else(|| Failure::usage("`--articles` wants numbers above 0"))?;
    shell::make_when_stale()?;
    let dateline = run::release("dateline-cli", "dateline")?;
    let mut rows = Vec::new();
    println!("{}", HEAD.join(" | "));
    for count in counts {
        let row = row(count, &dateline)?;
        println!("{}", row.cells().join(" | "));
        rows.push(row);
    }
    std::fs::write(&out, plot(&rows)).context(|| format!("cannot write {}", out.display()))?;
    println!("the plot is in {}", out.display());
    Ok(())
}

/// A folder of so many made-up articles of 350 words, for this and other measures.
pub fn made_up(count: &str) -> Result<PathBuf, Failure> {
    let folder = run::scratch_folder()?.join("bench").join(count);
    files::remove(&folder)?;
    let measure = run::release("dateline-measure", "dateline-measure")?;
    let mut command = run::program_at(&measure);
    command.args(["bench", "articles", "--articles", count, "--out"]).arg(&folder);
    run::show(&mut command)?;
    Ok(folder)
}

fn row(articles: usize, dateline: &Path) -> Result<Row, Failure> {
    let texts = made_up(&articles.to_string())?;
    let page = run::scratch_folder()?.join("bench").join("page");
    files::remove(&page)?;
    let begin = Instant::now();
    let mut build = run::program_at(dateline);
    build.arg("build").arg(&texts).arg("--shell").arg(shell::folder()?).arg("--out").arg(&page);
    run::output(&mut build)?;
    let built = begin.elapsed().as_secs_f64();
    let written: Vec<PathBuf> = files::all(&page)?;
    let bytes = written.iter().filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum();
    let told = run::output(e2e::node()?.arg(e2e::folder().join("visits.mjs")).arg(&page))?;
    [&texts, &page].into_iter().try_for_each(|folder| files::remove(folder))?;
    let told = serde_json::from_str(told.trim())
        .map_err(|error| Failure::work(format!("visits.mjs said {told:?}: {error}")))?;
    Ok(Row { articles, built, files: written.len(), bytes, told })
}

const HEAD: [&str; 14] = [
    "articles",
    "built, s",
    "files",
    "MB",
    "first visit, KB",
    "ready, s",
    "filters, s",
    "first hit, s",
    "article opens, s",
    "toggle, ms",
    "search p95, ms",
    "zoom step, ms",
    "typing, longest task, ms",
    "page memory, MB",
];

impl Row {
    fn cells(&self) -> Vec<String> {
        let seconds = |key| format!("{:.2}", self.number(key) / 1000.0);
        vec![
            self.articles.to_string(),
            format!("{:.1}", self.built),
            self.files.to_string(),
            format!("{:.1}", self.bytes as f64 / 1e6),
            format!("{:.0}", self.number("bytes") / 1000.0),
            seconds("ready"),
            seconds("whole"),
            seconds("found"),
            seconds("opened"),
            format!("{:.2}", self.number("toggle")),
            format!("{:.2}", self.number("search")),
            format!("{:.1}", self.number("step")),
            format!("{:.0}", self.number("typed")),
            format!("{:.0}", self.number("memory")),
        ]
    }

    fn number(&self, key: &str) -> f64 {
        self.told[key].as_f64().unwrap_or(f64::NAN)
    }
}

/// A panel's place and size in the plot, in pixels.
const PANEL: (f64, f64) = (420.0, 300.0);
const EDGE: f64 = 56.0;

/// Two panels, both axes by powers of ten: seconds, and what a visit brings.
fn plot(rows: &[Row]) -> String {
    let series = |key: &'static str, by: f64| -> Vec<(f64, f64)> {
        rows.iter().map(|row| (row.articles as f64, row.number(key) / by)).collect()
    };
    let built = rows.iter().map(|row| (row.articles as f64, row.built)).collect();
    let size = rows.iter().map(|row| (row.articles as f64, row.bytes as f64 / 1e6)).collect();
    let seconds = [
        ("page ready, slow phone", series("ready", 1e3)),
        ("article opens, slow phone", series("opened", 1e3)),
        ("search p95, desk", series("search", 1e3)),
        ("site built, two cores", built),
    ];
    let megabytes = [("first visit", series("bytes", 1e6)), ("the whole site", size)];
    let (width, height) = (2.0 * PANEL.0, PANEL.1);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    );
    panel(&mut svg, 0.0, "seconds", &seconds);
    panel(&mut svg, PANEL.0, "megabytes", &megabytes);
    svg + "</svg>\n"
}

/// Draws a panel from `left` on; each line ends at its name.
fn panel(svg: &mut String, left: f64, unit: &str, lines: &[(&str, Vec<(f64, f64)>)]) {
    let points = || lines.iter().flat_map(|line| &line.1).filter(|point| point.1 > 0.0);
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let logs = || points().map(move |point| of(point).log10());
        let (low, high) = (logs().fold(f64::MAX, f64::min), logs().fold(f64::MIN, f64::max));
        (low.floor(), high.ceil().max(low.floor() + 1.0))
    };
    let (across, up) = (bounds(|point| point.0), bounds(|point| point.1));
    let right = PANEL.0 - EDGE;
    let x = |value: f64| {
        left + EDGE + (value.log10() - across.0) / (across.1 - across.0) * (right - EDGE)
    };
    let y = |value: f64| {
        PANEL.1 - EDGE - (value.log10() - up.0) / (up.1 - up.0) * (PANEL.1 - 2.0 * EDGE)
    };
    let mut put = |line: String| svg.push_str(&(line + "\n"));
    put(format!("<text x=\"{:.1}\" y=\"24\" font-weight=\"bold\">{unit}</text>", left + EDGE));
    for power in up.0 as i32..=up.1 as i32 {
        let (value, at) = (10f64.powi(power), y(10f64.powi(power)));
        put(format!(
            "<path d=\"M{:.1} {at:.1}H{:.1}\" stroke=\"#ddd\"/><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>",
            left + EDGE,
            left + right,
            left + EDGE - 6.0,
            at + 4.0
        ));
    }
    for power in across.0 as i32..=across.1 as i32 {
        let value = 10f64.powi(power);
        put(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{value}</text>",
            x(value),
            PANEL.1 - EDGE + 18.0
        ));
    }
    put(format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">articles</text>",
        left + right,
        PANEL.1 - EDGE + 34.0
    ));
    for (number, (name, line)) in lines.iter().enumerate() {
        let colour = ["#1b4f72", "#b03a2e", "#1e8449", "#7d6608"][number % 4];
        let mut path = String::new();
        for (at, value) in line.iter().filter(|point| point.1 > 0.0) {
            let step = if path.is_empty() { 'M' } else { 'L' };
            let _ = write!(path, "{step}{:.1} {:.1}", x(*at), y(*value));
        }
        put(format!("<path d=\"{path}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>"));
        if let Some((at, value)) = line.last().filter(|point| point.1 > 0.0) {
            put(format!(
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\" fill=\"{colour}\">{name}</text>",
                x(*at),
                y(*value) - 6.0
            ));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_rise_by_powers_of_ten_and_what_was_not_measured_is_left_out() {
        let row = |articles: usize, ready: f64| Row {
            articles,
            built: 1.0,
            files: 2,
            bytes: 3_000_000,
            told: serde_json::json!({ "ready": ready, "bytes": 160_000 }),
        };
        let rows = [row(100, 1000.0), row(10_000, 10_000.0)];
        assert_eq!(rows[0].cells()[..6], ["100", "1.0", "2", "3.0", "160", "1.00"]);
        assert_eq!(rows[0].cells()[11], "NaN", "no system says it");
        let plot = plot(&rows);
        let ready = plot.lines().find(|line| line.contains("stroke=\"#1b4f72\"")).expect("a line");
        // From 1 second at 100 articles to 10 at 10,000: the panel's whole width and height.
        assert!(ready.starts_with("<path d=\"M56.0 244.0L364.0 56.0\""), "{ready}");
        assert!(!plot.contains("NaN"));
    }
}
