//! Every phase by itself: one letter of two pages with an annex, and the whole book.
//!
//! `cargo bench -p naskah-bench --bench fase`

use std::hint::black_box;
use std::path::Path;

use divan::Bencher;
use naskah::diag::Problems;
use naskah::document::Document;
use naskah::layout::{Pages, Shaper, layout, settle};
use naskah::origins::FilledText;
use naskah::pdf::PdfFonts;
use naskah::pipeline::{self, Opened};
use naskah::plan::Job;
use naskah::source::SourceMap;

fn main() {
    divan::main();
}

/// The papers: a letter and a book of about a hundred pages.
const PAPERS: [&str; 2] = ["surat-evaluasi/dinkes", "panduan-spm/panduan-spm"];

/// A paper with everything that the phases hand on.
struct Paper {
    opened: Opened,
    job: Job,
}

impl Paper {
    fn open(path: &str) -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/kutai-timur");
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let opened = pipeline::open(&root, &mut sources, &mut problems).unwrap();
        let template = path.split('/').next().unwrap_or_default().to_owned();
        let jobs = pipeline::jobs(&opened, &[template], &mut problems);
        let job = jobs.into_iter().find(|job| job.path == path).unwrap();
        Self { opened, job }
    }

    fn fill(&self) -> FilledText {
        self.opened.fill(&self.job).unwrap()
    }

    fn read(&self, filled: &FilledText) -> Document {
        let mut problems = Problems::default();
        let document = self.opened.read_to_print(&self.job, filled, &mut problems);
        assert!(problems.is_empty());
        document
    }

    fn settled(&self, shaper: &mut Shaper<'_>) -> Document {
        let mut document = self.read(&self.fill());
        assert!(settle(&mut document, shaper).is_empty());
        document
    }

    fn pages(&self, shaper: &mut Shaper<'_>) -> (Document, Pages) {
        let document = self.settled(shaper);
        let (pages, _) = layout(&document, shaper);
        (document, pages)
    }
}

#[divan::bench(sample_count = 10)]
fn a_open_workspace(bencher: Bencher) {
    bencher.bench_local(|| Paper::open(PAPERS[0]));
}

#[divan::bench(args = PAPERS)]
fn b_template(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    bencher.bench_local(|| paper.fill());
}

#[divan::bench(args = PAPERS)]
fn c_markup(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let text = paper.fill();
    bencher.bench_local(|| paper.read(black_box(&text)));
}

/// The shaper knows the words already, as it does after a thread's first papers.
#[divan::bench(args = PAPERS)]
fn d_settle(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let text = paper.fill();
    let mut shaper = Shaper::new(paper.opened.fonts());
    bencher
        .with_inputs(|| paper.read(&text))
        .bench_local_values(|mut document| settle(&mut document, &mut shaper));
}

#[divan::bench(args = PAPERS)]
fn e_layout(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let mut shaper = Shaper::new(paper.opened.fonts());
    let document = paper.settled(&mut shaper);
    bencher.bench_local(|| layout(black_box(&document), &mut shaper));
}

/// No word is known yet.
#[divan::bench(args = PAPERS)]
fn e_layout_first_time(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let fonts = paper.opened.fonts();
    let document = paper.settled(&mut Shaper::new(fonts));
    bencher
        .with_inputs(|| Shaper::new(fonts))
        .bench_local_values(|mut shaper| layout(black_box(&document), &mut shaper));
}

#[divan::bench(args = PAPERS)]
fn f_pdf(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let fonts = paper.opened.fonts();
    let (document, pages) = paper.pages(&mut Shaper::new(fonts));
    let mut pdf_fonts = PdfFonts::new(fonts);
    bencher.bench_local(|| {
        naskah::pdf::write(&document, black_box(&pages), fonts, &mut pdf_fonts).unwrap()
    });
}

#[divan::bench(args = PAPERS)]
fn g_docx(bencher: Bencher, path: &str) {
    let paper = Paper::open(path);
    let (document, pages) = paper.pages(&mut Shaper::new(paper.opened.fonts()));
    let mut problems = Problems::default();
    bencher.bench_local(|| {
        paper.opened.docx(black_box(&document), &pages, &mut problems).unwrap()
    });
}
