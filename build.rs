//! Packs the corpus into the bundle.

fn main() {
    let folder = std::env::var("OUT_DIR").expect("Cargo sets OUT_DIR");
    let packed = dateline_model::encode(&dateline_model::sample::corpus());
    std::fs::write(format!("{folder}/corpus.bin"), packed).expect("OUT_DIR can be written");
}
