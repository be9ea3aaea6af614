#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah::bahasa::rupiah::urai_rupiah;
use naskah::bahasa::{desimal, urai_angka, urai_cacah, urai_pukul, urai_tanggal};

fuzz_target!(|text: &str| {
    if let Ok(n) = urai_angka(text) {
        // As many places as the text has characters: nothing is rounded.
        let places = u8::try_from(text.len().min(255)).unwrap_or(255);
        assert_eq!(urai_angka(&desimal(&n, places.clamp(1, 60))), Ok(n));
    }
    let _ = (urai_cacah(text), urai_rupiah(text), urai_tanggal(text), urai_pukul(text));
});
