#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah::workspace::probe;

fuzz_target!(|text: &str| {
    let _ = probe::toml(text);
});
