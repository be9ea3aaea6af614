#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah::bahasa::rupiah::urai_rupiah;
use naskah::bahasa::{desimal, urai_angka, urai_cacah, urai_pukul, urai_tanggal};

fuzz_target!(|text: &str| {
    // A number may have sixty digits; with as many places it would have too many.
    if let Ok(n) = urai_angka(text)
        && let places @ 1..=30 = text.len()
    {
        let places = u8::try_from(places).unwrap_or(30);
        assert_eq!(urai_angka(&desimal(&n, places)), Ok(n));
    }
    let _ = (urai_cacah(text), urai_rupiah(text), urai_tanggal(text), urai_pukul(text));
});
