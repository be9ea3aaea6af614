//! The readers under libFuzzer, as `fuzz/jalan` runs them. The variable `SASARAN` names the one.
#![no_main]

mod parts;
mod readers;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

/// The repository.
const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

static READER: LazyLock<readers::Reader> = LazyLock::new(|| {
    let wanted = std::env::var("SASARAN").unwrap_or_default();
    let mut all = readers::READERS.iter().chain(&[("tertanam", planted as _)]);
    let found = all.find(|(name, _)| *name == wanted);
    found.unwrap_or_else(|| panic!("SASARAN names a folder of fuzz/corpus")).1
});

/// A reader that falls over one beginning of four thousand millions: a fuzzer that does not find
/// it within seconds sees no branches and no comparisons.
fn planted(data: &[u8]) {
    if let [a, b, c, d, ..] = *data {
        assert!(u32::from_be_bytes([a, b, c, d]) != 0x4E53_4B21, "a planted fault");
    }
}

fuzz_target!(|data: &[u8]| READER(data));
