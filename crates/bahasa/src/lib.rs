//! How Indonesian official writing prints values: numbers, money, dates, times,
//! ordinals, letter numbers, where a word may be broken and which words stay together.
//!
//! Pure functions: no input, no output, no clock, no locale of the machine.

pub mod damage;
pub mod date;
pub mod figures;
mod leavings;
pub mod lookalike;
pub mod nomor;
pub mod number;
pub mod percent;
pub mod roman;
pub mod rupiah;
pub mod scale;
pub mod syllable;
pub mod terbilang;
pub mod ties;
pub mod time;
pub mod words;

pub use date::parse_date;
pub use nomor::{NomorSurat, NumberPattern, PatternError};
pub use number::{
    NumberError, format_decimal, format_decimal_short, format_number, from_f32, from_f64,
    parse_count, parse_number, to_spreadsheet,
};
pub use syllable::break_points;
pub use terbilang::terbilang;
pub use time::{TimeError, Zone, parse_time};
