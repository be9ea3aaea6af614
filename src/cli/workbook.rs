//! `naskah ubah`.

use std::path::Path;

use super::Exit;
use super::args::DataForm;
use super::report::Console;
use crate::pipeline::Desk;
use base::diag::Lang;

pub(super) fn run(into: DataForm, dir: &Path, console: &Console) -> Exit {
    let desk = Desk::new(dir, console.lang);
    let answer = match into {
        DataForm::KeExcel => desk.to_workbook(),
        DataForm::KeToml => desk.to_files(),
    };
    console.problems(&answer.problems);
    if let Some(report) = answer.value {
        let (book, kept, count) = (report.workbook, report.kept, report.files.len());
        console.done(&match (into, console.lang) {
            (DataForm::KeExcel, Lang::Id) => format!(
                "{book} memuat isi {count} berkas; berkas semula ada dalam {kept}. Berikutnya: buka {book} dengan Excel atau LibreOffice, lalu naskah check"
            ),
            (DataForm::KeExcel, Lang::En) => format!(
                "{book} holds what {count} files said; these are in {kept}. Next: open {book} in Excel or LibreOffice, then naskah check"
            ),
            (DataForm::KeToml, Lang::Id) => format!(
                "{count} berkas memuat isi {book}, yang kini ada dalam {kept}. Berikutnya: naskah check"
            ),
            (DataForm::KeToml, Lang::En) => format!(
                "{count} files hold what {book} said, which is in {kept} now. Next: naskah check"
            ),
        });
    }
    answer.outcome.into()
}
