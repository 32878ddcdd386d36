//! `bench growth`: corpora of awkward shapes at N, 2N and 4N articles. Time may double with the
//! articles; where it grows faster, the stage to blame is named and the command fails.

use super::corpus::{Files, Shape};
use super::ingest::{Run, run};
use super::{number, values};
use crate::Failure;

/// Twice the articles may cost so much more before it is called a defect. Linear work measured 1.8 to
/// 2.4 on a shared machine; quadratic work has 4.
const MOST: f64 = 3.0;

pub(super) fn command(arguments: &[String]) -> Result<(), Failure> {
    let [articles, words, only] = values(arguments, ["--articles", "--words", "--only"])?;
    let articles = number("--articles", articles, 10_000)?;
    let words = number("--words", words, 120)?;
    let only = only.unwrap_or("");
    println!("{:<12}{:>10}{:>10}{:>10}  ratios; longest stage", "shape", "N/4", "N/2", "N");
    let mut faults = Vec::new();
    for (shape, name) in Shape::ALL.into_iter().filter(|row| row.1.contains(only)) {
        let files = Files::made_up(shape, articles, words);
        let runs = [4, 2, 1].map(|part| run(&files, articles / part, 1));
        let ratio = |one: &Run, two: &Run| two.worked.as_secs_f64() / one.worked.as_secs_f64();
        let (first, second) = (ratio(&runs[0], &runs[1]), ratio(&runs[1], &runs[2]));
        let seconds = runs.each_ref().map(|run| format!("{:.2} s", run.worked.as_secs_f64()));
        let longest = runs[2].clock.longest().name();
        println!(
            "{name:<12}{:>10}{:>10}{:>10}  × {first:.2}, × {second:.2}; {longest}",
            seconds[0], seconds[1], seconds[2]
        );
        if second > MOST {
            faults.push(format!("{name} ({longest})"));
        }
    }
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Failure::Work(format!("grows faster than the corpus: {}", faults.join(", ")))),
    }
}
