//! `naskah init`.

use std::path::Path;

use super::Exit;
use super::report::Console;
use crate::pipeline::Desk;
use crate::pipeline::desk::Example;
use base::diag::Lang;

pub(super) fn run(dir: &Path, example: Option<&str>, console: &Console) -> Exit {
    let example = example.map(|name| match name {
        "kutai-timur" => Example::KutaiTimur,
        _ => Example::MahakamUlu,
    });
    let answer = Desk::new(dir, console.lang).init(example);
    console.problems(&answer.problems);
    if let Some(shown) = answer.value {
        console.done(&match console.lang {
            Lang::Id => format!(
                "Folder kerja {shown} siap. Berikutnya: naskah check {shown}, lalu naskah build {shown}"
            ),
            Lang::En => format!(
                "Workspace {shown} is ready. Next: naskah check {shown}, then naskah build {shown}"
            ),
        });
    }
    answer.outcome.into()
}
