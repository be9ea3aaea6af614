//! Workspaces opened through the library, and the papers laid out from them.

use std::collections::BTreeSet;
use std::path::Path;

use naskah::diag::{Lang, Problems, draw};
use naskah::layout::page::{ItemKind, Page, Tag, TextItem};
use naskah::pipeline::{self, Laid, Opened};
use naskah::source::SourceMap;
use naskah::workspace::{self, Workspace};
use typeset::problem::LayoutProblem;

use super::files::write;
use super::{copy, root};

/// All that was said, in Indonesian.
pub(crate) fn said(problems: &Problems, sources: &SourceMap) -> String {
    said_in(Lang::Id, problems, sources)
}

/// All that was said.
pub(crate) fn said_in(lang: Lang, problems: &Problems, sources: &SourceMap) -> String {
    let list = problems.sorted();
    list.iter().map(|d| draw(d, sources, lang, false) + "\n").collect()
}

/// A workspace that can be worked with, or why it cannot.
pub(crate) fn try_open(folder: &Path) -> Result<Opened, String> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder, &mut sources, &mut problems);
    opened.ok_or_else(|| said(&problems, &sources))
}

/// A workspace that can be worked with.
#[track_caller]
pub(crate) fn open(folder: &Path) -> Opened {
    try_open(folder).unwrap_or_else(|said| panic!("{said}"))
}

/// The data of a workspace, and what is said about it.
pub(crate) fn load(folder: &Path, lang: Lang) -> (Workspace, String) {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let found = workspace::load(folder, &mut sources, &mut problems).unwrap();
    (found, said_in(lang, &problems, &sources))
}

/// Every paper of a template by its path; nothing may be said about any.
#[track_caller]
pub(crate) fn lay_out(opened: &Opened, template: &str) -> Vec<(String, Laid)> {
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(opened, &[template.to_owned()], &mut problems);
    let laid = jobs
        .iter()
        .map(|job| {
            let laid = pipeline::lay_out(opened, job, &mut problems);
            let laid =
                laid.unwrap_or_else(|| panic!("{template}: {:?}", problems.sorted()));
            (job.path.clone(), laid)
        })
        .collect();
    // Words of the extreme workspace are longer than any column, and braces are among them.
    problems.retain(|told| {
        let torn = told
            .problem
            .is_a::<LayoutProblem>(|it| matches!(it, LayoutProblem::TornWord { .. }));
        !torn && told.problem.code() != "NSK0814"
    });
    assert!(problems.is_empty(), "{template}: {:?}", problems.sorted());
    laid
}

/// The texts on a page that are not blank, with their nodes.
pub(crate) fn texts(page: &Page) -> impl Iterator<Item = (Option<usize>, &TextItem)> {
    page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) if !text.text.trim().is_empty() => {
            Some((item.node.map(|n| n.0 as usize), text))
        }
        _ => None,
    })
}

/// The nodes of the headings, with all that is in them.
pub(crate) fn heading_nodes(laid: &Laid) -> BTreeSet<usize> {
    let tree = &laid.pages.tree;
    let mut open: Vec<usize> =
        (0..tree.len()).filter(|&n| matches!(tree[n].tag, Tag::H(..))).collect();
    let mut all = BTreeSet::new();
    while let Some(node) = open.pop() {
        all.insert(node);
        open.extend(tree[node].children.iter().map(|child| child.0 as usize));
    }
    all
}

/// Text without white space and soft hyphens, which say only where a line ends.
pub(crate) fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}').collect()
}

/// All words in reading order of the pages, with single blanks.
pub(crate) fn words(laid: &Laid) -> String {
    let pages = laid.pages.pages.iter().flat_map(texts);
    let said: Vec<String> =
        pages.map(|(_, t)| t.text.replace('\u{ad}', "").replace('\u{a0}', " ")).collect();
    let said = said.join(" ");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    said.strip_prefix("Halaman 1 dari 1 ").map_or(said.clone(), str::to_owned)
}

/// What the template `body` prints of these files.
pub(crate) fn printed(files: &[(&str, &[u8])], body: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("tests/galat/dasar/template"), folder.path());
    for (name, bytes) in files {
        write(&folder.path().join(name), bytes);
    }
    write(&folder.path().join("templates/uji/isi.md"), body);
    let settings = folder.path().join("naskah.toml");
    let period = "\n[periode]\ntahun = 2024\ntriwulan = 4\n";
    write(&settings, std::fs::read_to_string(&settings).unwrap() + period);
    let opened = open(folder.path());
    let mut problems = Problems::default();
    let jobs = pipeline::jobs(&opened, &["uji".to_owned()], &mut problems);
    let laid = pipeline::lay_out(&opened, &jobs[0], &mut problems);
    words(&laid.unwrap_or_else(|| panic!("{:?}", problems.sorted())))
}
