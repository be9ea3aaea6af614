//! `naskah ubah`.

use std::path::Path;

use super::Exit;
use super::report::Console;
use crate::pipeline::Desk;
use base::diag::Lang;

pub(super) fn run(dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).to_workbook();
    console.problems(&answer.problems);
    if let Some(report) = answer.value {
        let (book, kept, count) = (report.workbook, report.kept, report.files.len());
        console.done(&match console.lang {
            Lang::Id => format!(
                "{book} memuat isi {count} berkas; berkas semula ada dalam {kept}. Berikutnya: buka {book} dengan Excel atau LibreOffice, lalu naskah check"
            ),
            Lang::En => format!(
                "{book} holds what {count} files said; these are in {kept}. Next: open {book} in Excel or LibreOffice, then naskah check"
            ),
        });
    }
    answer.outcome.into()
}
