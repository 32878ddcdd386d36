//! The check of that name on whatever libFuzzer finds; see `crates/ingest/src/checks.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| dateline_ingest::checks::run("timex", bytes));
