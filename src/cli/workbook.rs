//! `naskah ubah`.

use std::path::Path;

use super::Exit;
use super::args::DataForm;
use super::report::Console;
use crate::pipeline::Desk;
use base::diag::Lang;

pub(super) fn run(into: DataForm, dir: &Path, console: &Console) -> Exit {
    match into {
        DataForm::KeExcel => to_workbook(dir, console),
        DataForm::KeToml => to_files(dir, console),
    }
}

fn to_files(dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).to_files();
    console.problems(&answer.problems);
    if let Some(report) = answer.value {
        let (book, kept, count) = (report.workbook, report.kept, report.files.len());
        console.done(&match console.lang {
            Lang::Id => format!(
                "{count} berkas memuat isi {book}, yang kini ada dalam {kept}. Berikutnya: naskah check"
            ),
            Lang::En => format!(
                "{count} files hold what {book} said, which is in {kept} now. Next: naskah check"
            ),
        });
    }
    answer.outcome.into()
}

fn to_workbook(dir: &Path, console: &Console) -> Exit {
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
