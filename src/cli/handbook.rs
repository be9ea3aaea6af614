//! `naskah panduan`.

use std::path::Path;

use super::Exit;
use super::report::Console;
use crate::pipeline::Desk;

pub(super) fn run(dir: &Path, console: &Console) -> Exit {
    let answer = Desk::new(dir, console.lang).handbook();
    console.problems(&answer.problems);
    for name in answer.value.unwrap_or_default() {
        console.result(&name);
    }
    answer.outcome.into()
}
