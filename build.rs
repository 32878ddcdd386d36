//! Compiles the seeds folder into the bytes that the bundle carries: the corpus as it may be published,
//! and the address that the site will have.
//!
//! `DATELINE_SEEDS` names another folder than `seeds`; where it is set and empty, nothing is read and
//! the program is a shell without articles, which `dateline build` puts a corpus into.

use std::path::PathBuf;
use std::{env, fs, process};

use dateline_model::encode;

fn main() {
    println!("cargo::rerun-if-env-changed=DATELINE_SEEDS");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("Cargo sets it"));
    let named = env::var_os("DATELINE_SEEDS").unwrap_or_else(|| "seeds".into());
    if named.is_empty() {
        write("corpus.bin", &[]);
        write("url.txt", &[]);
        return;
    }
    let seeds = root.join(named);
    // Cargo watches a folder's own entries only, so each sub-folder is named.
    for folder in dateline_folder::folders(&seeds) {
        println!("cargo::rerun-if-changed={}", folder.display());
    }
    let (corpus, url) = if seeds.is_dir() {
        let publication = dateline_folder::read_for_publishing(&[seeds]).unwrap_or_else(|error| {
            // Cargo shows a failed build script's standard error as it is.
            eprintln!("error: {error}");
            process::exit(1);
        });
        (publication.corpus, publication.url)
    } else {
        Default::default()
    };
    for warning in &corpus.warnings {
        println!("cargo::warning={}", warning.message.replace('\n', " "));
    }
    write("corpus.bin", &encode(&corpus));
    write("url.txt", url.unwrap_or_default().as_bytes());
}

fn write(name: &str, bytes: &[u8]) {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("Cargo sets it"));
    fs::write(out.join(name), bytes).expect("OUT_DIR can be written");
}
