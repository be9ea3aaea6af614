#![no_main]

mod parts;

use libfuzzer_sys::fuzz_target;
use naskah::workspace::probe;

// The first byte chooses the list and what the rest is: a workbook, the XML of a sheet in one,
// or a CSV.
fuzz_target!(|data: &[u8]| {
    let Some((choice, bytes)) = data.split_first() else { return };
    let lists = ["capaian", "mutu", "peserta", "pejabat", "opd", "bebas"];
    let list = lists[usize::from(choice & 0x1f) % lists.len()];
    let _ = match choice >> 5 {
        0 => probe::sheet("f.xlsx", list, bytes),
        1 | 2 => probe::sheet("f.xlsx", list, &parts::xlsx(bytes)),
        3 => probe::sheet("f.ods", list, &parts::ods(bytes)),
        _ => probe::sheet("f.csv", list, bytes),
    };
});
