//! The painter: one letter of two pages, drawn by krilla and by genpdf.
//!
//! `cargo bench -p naskah-bench --bench painter`

use std::hint::black_box;
use std::time::{Duration, Instant};

use divan::Bencher;
use naskah::fonts::FontBook;
use naskah::layout::page::{ItemKind, Pages};
use naskah::pdf::{PdfFonts, write};
use naskah_bench::Genpdf;

#[path = "../../tests/pdf_kit/mod.rs"]
mod pdf_kit;

fn main() {
    divan::main();
    // Under `cargo test` and for a listing only the functions above matter.
    if std::env::args().any(|arg| arg == "--bench") {
        ratio();
    }
}

/// The letter as a whole; genpdf cannot draw a picture with alpha.
fn letter(book: &FontBook, emblem: bool) -> Pages {
    let mut pages = pdf_kit::letter(book);
    for page in &mut pages.pages {
        page.items.retain(|item| emblem || !matches!(item.kind, ItemKind::Image { .. }));
    }
    pages
}

#[divan::bench(args = [true, false])]
fn krilla(bencher: Bencher, emblem: bool) {
    let book = FontBook::new();
    let (doc, pages) = (pdf_kit::paper(), letter(&book, emblem));
    let mut fonts = PdfFonts::new(&book);
    bencher.bench_local(|| write(&doc, black_box(&pages), &book, &mut fonts).unwrap());
}

/// A hundred pages: time a page must not grow with their number.
#[divan::bench(sample_count = 10)]
fn krilla_100_pages(bencher: Bencher) {
    let book = FontBook::new();
    let (doc, pages) = (pdf_kit::paper(), pdf_kit::letters(&book, 50));
    let mut fonts = PdfFonts::new(&book);
    bencher.bench_local(|| write(&doc, black_box(&pages), &book, &mut fonts).unwrap());
}

#[divan::bench(sample_count = 20)]
fn genpdf(bencher: Bencher) {
    let book = FontBook::new();
    let (doc, pages) = (pdf_kit::paper(), letter(&book, false));
    let rival = Genpdf::new(&book);
    bencher.bench_local(|| rival.write(&doc.meta.title, black_box(&pages)));
}

/// Median times and sizes of the same content, side by side.
fn ratio() {
    let book = FontBook::new();
    let (doc, pages) = (pdf_kit::paper(), letter(&book, false));
    let mut fonts = PdfFonts::new(&book);
    let rival = Genpdf::new(&book);
    let (ours, size) = median(101, || write(&doc, &pages, &book, &mut fonts).unwrap());
    let (theirs, rival_size) = median(11, || rival.write(&doc.meta.title, &pages));
    let times = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("\nletter of two pages, without emblem, median:");
    println!("  krilla, tagged, PDF/A-2a and PDF/UA-1  {ours:>10.2?}  {size:>9} bytes");
    println!(
        "  genpdf 0.2, untagged                   {theirs:>10.2?}  {rival_size:>9} bytes"
    );
    println!("  ratio                                  {times:>9.1}x");
}

fn median(runs: usize, mut run: impl FnMut() -> Vec<u8>) -> (Duration, usize) {
    let mut size = 0;
    let mut times: Vec<_> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            size = black_box(run()).len();
            start.elapsed()
        })
        .collect();
    times.sort();
    (times[runs / 2], size)
}
