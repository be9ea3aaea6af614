#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah::bahasa::rupiah::parse_rupiah;
use naskah::bahasa::{format_decimal, parse_number, parse_count, parse_time, parse_date};

fuzz_target!(|text: &str| {
    // A number may have sixty digits; with as many places it would have too many.
    if let Ok(n) = parse_number(text)
        && let places @ 1..=30 = text.len()
    {
        let places = u8::try_from(places).unwrap_or(30);
        assert_eq!(parse_number(&format_decimal(&n, places)), Ok(n));
    }
    let _ = (parse_count(text), parse_rupiah(text), parse_date(text), parse_time(text));
});
