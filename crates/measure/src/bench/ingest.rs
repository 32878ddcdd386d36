//! `bench ingest`: articles and megabytes a second, stage by stage and for the whole, on one thread
//! and on all; that both give the same bytes; and how time grows with the corpus.

use std::fs;
use std::path::Path;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use dateline_ingest::overlay::Overlay;
use dateline_ingest::{Stage, ingest_observed};

use super::clock::{Clock, worked};
use super::corpus::{Files, Shape, options};
use super::{memory, number, values};
use crate::Failure;

pub(super) fn command(arguments: &[String]) -> Result<(), Failure> {
    let [folder, threads, articles, words] =
        values(arguments, ["--files", "--threads", "--articles", "--words"])?;
    let all = available_parallelism().map_or(1, usize::from);
    let threads = number("--threads", threads, all)?;
    let files = match folder {
        Some(folder) => in_folder(Path::new(folder))?,
        None => Files::made_up(
            Shape::News,
            number("--articles", articles, 10_000)?,
            number("--words", words, 350)?,
        ),
    };
    println!("{} articles, {:.1} MB", files.len(), megabytes(files.bytes()));
    let alone = run(&files, files.len(), 1);
    print!("{}", table(&files, &alone, 1));
    let together = run(&files, files.len(), threads);
    print!("\n{}", table(&files, &together, threads));
    println!("\ngrowth on 1 thread, in processor time");
    let mut last: Option<Duration> = None;
    for part in [4, 2, 1] {
        let count = files.len() / part;
        let worked = if part == 1 { alone.worked } else { run(&files, count, 1).worked };
        let ratio = last.map(|last| worked.as_secs_f64() / last.as_secs_f64());
        let ratio = ratio.map_or(String::new(), |ratio| format!("  × {ratio:.2}"));
        println!("{count:>8} articles {:>8.2} s{ratio}", worked.as_secs_f64());
        last = Some(worked);
    }
    if alone.packed != together.packed {
        return Err(Failure::Work(format!("one thread and {threads} gave different bytes")));
    }
    println!("\nthe bytes are the same on 1 and {threads} threads: {}", alone.packed.len());
    Ok(())
}

/// One pass over a corpus.
pub(super) struct Run {
    pub(super) clock: Clock,
    took: Duration,
    /// The processor time of the calling thread.
    pub(super) worked: Duration,
    /// Megabytes held at most, the articles' own bytes with them.
    peak: Option<u64>,
    packed: Vec<u8>,
}

/// Ingests the first `count` files.
pub(super) fn run(files: &Files, count: usize, threads: usize) -> Run {
    let (sources, clock) = (files.sources(count), Clock::default());
    memory::restart();
    let (start, before) = (Instant::now(), worked());
    let corpus = ingest_observed(&sources, &Overlay::default(), &options(threads), &clock);
    let (took, worked) = (start.elapsed(), worked() - before);
    let peak = memory::peak();
    Run { clock, took, worked, peak, packed: dateline_model::encode(&corpus) }
}

fn table(files: &Files, run: &Run, threads: usize) -> String {
    let (articles, size) = (files.len() as f64, megabytes(files.bytes()));
    let row = |name: &str, seconds: f64| {
        format!("{name:<10}{seconds:>9.2} s{:>12.0}{:>9.1}\n", articles / seconds, size / seconds)
    };
    let threads = if threads == 1 {
        "1 thread".to_owned()
    } else {
        format!("{threads} threads; a stage's time is the sum over them")
    };
    let mut out =
        format!("{threads}\n{:<10}{:>11}{:>12}{:>9}\n", "stage", "time", "articles/s", "MB/s");
    for stage in Stage::ALL {
        out.push_str(&row(stage.name(), run.clock.of(stage).as_secs_f64().max(1e-6)));
    }
    out.push_str(&row("whole", run.took.as_secs_f64()));
    if let Some(peak) = run.peak {
        out.push_str(&format!("peak memory {peak} MB\n"));
    }
    out
}

fn megabytes(bytes: usize) -> f64 {
    bytes as f64 / 1e6
}

/// The files of a folder, in name order.
fn in_folder(folder: &Path) -> Result<Files, Failure> {
    let wrong = |error: std::io::Error| Failure::Work(format!("{}: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let entry = entry.map_err(wrong)?;
        if entry.path().is_file() {
            let name = entry.file_name().to_string_lossy().into_owned();
            files.push((name, fs::read(entry.path()).map_err(wrong)?));
        }
    }
    files.sort();
    match files.is_empty() {
        true => Err(Failure::Work(format!("{} holds no files", folder.display()))),
        false => Ok(Files::given(files)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_a_line_for_every_stage_and_one_for_the_whole() {
        let files = Files::made_up(Shape::News, 6, 40);
        let text = table(&files, &run(&files, 6, 1), 1);
        for stage in Stage::ALL {
            assert!(text.contains(stage.name()), "{text}");
        }
        assert!(text.contains("whole"), "{text}");
    }

    #[test]
    fn any_number_of_threads_gives_the_same_bytes() {
        for (shape, name) in Shape::ALL {
            let files = Files::made_up(shape, 40, 60);
            let one = run(&files, 40, 1).packed;
            for threads in [2, 5] {
                assert!(one == run(&files, 40, threads).packed, "{name}, {threads} threads");
            }
        }
    }
}
