//! The Trunk entry: unpack the corpus, mount the page.

fn main() {
    dateline::start(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin")));
}
