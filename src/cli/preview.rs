//! `naskah preview`.

use std::path::Path;

use super::Exit;
use super::args::{Output, PreviewArgs};
use super::folder;
use super::report::Console;
use super::template::one;
use crate::pipeline::desk::{Preview, PreviewForm, PreviewWish};
use crate::pipeline::{Desk, Disk};
use base::diag::{Lang, counted};

pub(super) fn run(args: &PreviewArgs, named: Option<&Path>, console: &Console) -> Exit {
    // A folder alone names no paper.
    let (dir, paper) = match args.names.as_slice() {
        [only] if folder::is_folder(only) => (only.into(), String::new()),
        names => one(named, names),
    };
    // The name of a paper's file is as good as the paper's.
    let bare = [".pdf", ".docx"].iter().find_map(|end| paper.strip_suffix(end));
    let paper = bare.unwrap_or(&paper);
    let (template, subject) = match paper.split_once(['/', '\\']) {
        Some((template, subject)) => (template, Some(subject.to_owned())),
        None => (paper, None),
    };
    let form = form(args);
    if args.halaman.is_some() && !matches!(form, PreviewForm::Png { .. }) {
        console.error(match console.lang {
            Lang::Id => {
                "galat: `--halaman` hanya untuk gambar; tambahkan `--out NAMA.png`, atau hapus `--halaman`"
            }
            Lang::En => {
                "error: `--halaman` is for pictures only; add `--out NAME.png`, or leave it out"
            }
        });
        return Exit::Usage;
    }
    // A path that was typed is one from here, not from the workspace.
    let (folder, file) = Disk::holding(args.out.as_deref().unwrap_or(Path::new("")));
    let wish = PreviewWish {
        template: template.to_owned(),
        subject,
        form,
        to: Some((folder.into(), file)),
    };
    let answer = Desk::new(dir, console.lang).preview(&wish);
    match args.output {
        Output::Json => console.json_with(&answer.value, &answer.problems),
        Output::Text => {
            console.problems(&answer.problems);
            if let Some(shown) = &answer.value {
                console.done(&told(shown, console.lang));
            }
        }
    }
    answer.outcome.into()
}

/// The form that the ending of the file asks for.
fn form(args: &PreviewArgs) -> PreviewForm {
    let ending = args.out.as_ref().and_then(|file| file.extension());
    match ending.map(|e| e.to_string_lossy().to_lowercase()).as_deref() {
        Some("png") => {
            PreviewForm::Png { page: args.halaman.unwrap_or(1), dpi: args.dpi.into() }
        }
        Some("docx") => PreviewForm::Docx,
        _ => PreviewForm::Pdf,
    }
}

fn told(shown: &Preview, lang: Lang) -> String {
    let Preview { path, pages, written, .. } = shown;
    let file = written.as_deref().unwrap_or_default();
    match lang {
        Lang::Id => format!("{path}: {pages} halaman; pratinjau: {file}"),
        Lang::En => format!("{path}: {}; preview: {file}", counted(pages, "page")),
    }
}
