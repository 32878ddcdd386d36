//! The Trunk entry: unpack the corpus, mount the page.

/// A smaller allocator than the standard one: 1 KB less of the first load.
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    dateline::start(include_bytes!(concat!(env!("OUT_DIR"), "/corpus.bin")));
}
