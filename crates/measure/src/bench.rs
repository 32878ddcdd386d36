//! `bench`: what ingest costs, stage by stage, and whether the cost grows with the texts and no faster.

mod articles;
mod clock;
mod corpus;
mod growth;
mod hostile;
mod ingest;
mod memory;

use crate::Failure;
use crate::arguments::{number, values};

/// `dateline-measure bench`.
pub fn command(arguments: &[String]) -> Result<(), Failure> {
    match arguments.split_first() {
        Some((name, rest)) if name == "ingest" => ingest::command(rest),
        Some((name, rest)) if name == "growth" => growth::command(rest),
        Some((name, rest)) if name == "hostile" => hostile::command(rest),
        Some((name, rest)) if name == "articles" => articles::command(rest),
        _ => Err(Failure::Usage("`bench` wants one of ingest, growth, hostile, articles".into())),
    }
}
