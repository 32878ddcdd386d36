//! `bench hostile`: every kind of hostile text at N and 2N bytes. Time may double with the text; where
//! it grows faster, the stage to blame is named and the command fails.

use std::time::Duration;

use dateline_ingest::checks::hostile::{DOCUMENTS, HOSTILE, Hostile};
use dateline_ingest::overlay::Overlay;
use dateline_ingest::{Options, Source, ingest_observed};

use super::clock::{Clock, worked};
use super::corpus::options;
use super::{number, values};
use crate::Failure;

/// As in `growth`, with room for the hash tables that outgrow a cache.
const MOST: f64 = 3.2;

/// Below this, a ratio says more about the machine than about us.
const LEAST: Duration = Duration::from_millis(60);

/// No megabyte of any text may take longer. The slowest kinds, where every second character is a number
/// that may be a date, measured 4 s on a machine that five others shared.
const SLOWEST: Duration = Duration::from_secs(8);

pub(super) fn command(arguments: &[String]) -> Result<(), Failure> {
    let [size, only] = values(arguments, ["--bytes", "--only"])?;
    let size = number("--bytes", size, 1_000_000)?;
    let only = only.unwrap_or("");
    println!("{:<36}{:>9}{:>9}  ratio  s/MB  longest stage", "text", "N", "2N");
    let mut faults = Vec::new();
    let texts =
        HOSTILE.iter().flat_map(|hostile| [("txt", hostile, false), ("txt", hostile, true)]);
    let documents = DOCUMENTS.iter().map(|(ending, hostile)| (*ending, hostile, false));
    for (ending, hostile, plain) in texts.chain(documents) {
        if hostile.name.contains(only) {
            faults.extend(measure(ending, hostile, size, plain));
        }
    }
    match faults.is_empty() {
        true => Ok(()),
        false => Err(Failure::Work(format!("costs too much: {}", faults.join(", ")))),
    }
}

fn measure(ending: &str, hostile: &Hostile, size: usize, plain: bool) -> Option<String> {
    let (one, _) = run(ending, &hostile.text(size), plain);
    let (two, clock) = run(ending, &hostile.text(2 * size), plain);
    let ratio = two.as_secs_f64() / one.as_secs_f64();
    let slow = two.as_secs_f64() / (2.0 * size as f64 / 1e6);
    let longest = clock.longest().name();
    let name = format!("{}{}", hostile.name, if plain { ", plain" } else { "" });
    let seconds = |time: Duration| format!("{:.2} s", time.as_secs_f64());
    println!(
        "{name:<36}{:>9}{:>9}  × {ratio:.2}  {slow:.2}  {longest}",
        seconds(one),
        seconds(two)
    );
    let bad = two > LEAST && ratio > MOST || slow > SLOWEST.as_secs_f64();
    bad.then(|| format!("{name} ({longest})"))
}

fn run(ending: &str, text: &str, plain: bool) -> (Duration, Clock) {
    let path = format!("hostile.{ending}");
    let source = Source { path: &path, bytes: text.as_bytes(), meta: None };
    let (clock, options) = (Clock::default(), Options { plain, ..options(1) });
    let start = worked();
    drop(ingest_observed(&[source], &Overlay::default(), &options, &clock));
    (worked() - start, clock)
}
