//! The documents hold what the code knows, and what they show works.

use std::collections::BTreeSet;
use std::path::PathBuf;

use naskah::diag::{Lang, Problems};
use naskah::markup::{DIRECTIVES, Directive, FIELDS};
use naskah::pipeline::{self, BuildOptions};
use naskah::source::{SourceMap, Span, Spanned};
use naskah::spm::kebijakan as spm;
use naskah::template::{DataPart, Engine, FILTERS, Per, Templates, functions};

use crate::kit::desk::Desk;
use crate::kit::{fixture_copy, root};

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn guide() -> String {
    text("docs/panduan-pengguna/rujukan.md")
}

/// The rows of the guide's tables, as cells; a pipe inside a cell is written `\|`.
fn rows(guide: &str) -> Vec<Vec<String>> {
    guide
        .lines()
        .filter(|line| line.starts_with('|'))
        .map(|line| {
            let line = line.replace("\\|", "\u{0}");
            let cells = line.trim_matches('|').split('|');
            cells.map(|cell| cell.trim().replace('\u{0}', "|")).collect()
        })
        .collect()
}

/// The fenced blocks of a language, with the line before each.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<(&'a str, String)> {
    let mut found = Vec::new();
    let mut before = "";
    let mut open: Option<(bool, &str, String)> = None;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(name)) => open = Some((name == language, before, String::new())),
            (Some(_), Some(_)) => {
                if let Some((true, before, body)) = open.take() {
                    found.push((before, body));
                }
            }
            (Some((_, _, body)), None) => body.extend([line, "\n"]),
            (None, None) if !line.is_empty() => before = line,
            (None, None) => {}
        }
    }
    found
}

fn assert_told(guide: &str, words: impl IntoIterator<Item = String>, what: &str) {
    let missing: Vec<String> =
        words.into_iter().filter(|word| !guide.contains(&format!("`{word}`"))).collect();
    assert!(
        missing.is_empty(),
        "docs/panduan-pengguna/rujukan.md names no {what}: {missing:?}"
    );
}

/// A piece of the guide that is made from what the code declares.
fn made(name: &str) -> String {
    match name {
        "direktif" => DIRECTIVES.iter().map(|d| of_directive(d)).collect(),
        "filter" => {
            let rows = FILTERS.iter().map(|f| {
                let (example, result) =
                    (f.example.replace('|', "\\|"), printed(f.example));
                format!("| `{}` | {} | `{example}` | {result} |\n", f.name, f.explanation)
            });
            table(&["Filter", "Guna", "Contoh", "Hasil"], rows)
        }
        "fungsi" => {
            let rows = functions().into_iter().map(|f| {
                let example = f.example.replace('|', "\\|");
                format!("| `{}` | {} | `{example}` |\n", f.name, f.explanation)
            });
            table(&["Fungsi", "Guna", "Contoh"], rows)
        }
        "per" => {
            let rows = Per::ALL.iter().map(|(word, _, what, own)| {
                let own =
                    if own.is_empty() { "–".to_owned() } else { format!("`{own}`") };
                format!("| `{word}` | {what} | {own} |\n")
            });
            let list = "| nama daftar bebas | setiap baris | `baris` |\n".to_owned();
            let head = ["`per`", "Satu naskah untuk", "Nama tambahan dalam templat"];
            table(&head, rows.chain([list]))
        }
        "perlu" => {
            let rows = DataPart::ALL.iter();
            let rows = rows.map(|(_, word, what)| format!("| `{word}` | {what} |\n"));
            table(&["`perlu`", "Templat dibuat bila"], rows)
        }
        "profil" => naskah::profil::rows(),
        _ => panic!("nothing makes {name}"),
    }
}

/// What a tag of a template prints.
fn printed(example: &str) -> String {
    let mut problems = Problems::default();
    let templates = Templates::default();
    let engine = Engine::new(&templates, &mut problems);
    let nothing = naskah::template::Held::default();
    let line = Spanned::new(example.to_owned(), Span::None);
    let line = engine.line("uji", &line, &nothing, &templates);
    line.unwrap_or_else(|e| panic!("{example}: {e:?}")).text.replace('\u{a0}', " ")
}

fn table(head: &[&str], rows: impl Iterator<Item = String>) -> String {
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let rule = format!("|{}\n", ":--|".repeat(head.len()));
    line(head) + &rule + &rows.collect::<String>()
}

fn of_directive(directive: &Directive) -> String {
    let rows = directive.attributes.iter().map(|attribute| {
        let told = attribute.told();
        let mut value = attribute.expected().of(Lang::Id).to_owned();
        value += if attribute.repeats() { "; boleh berulang" } else { "" };
        value += if told.required { "; wajib" } else { "" };
        let example = match told.example {
            "ya" if attribute.is_flag() => told.name.to_owned(),
            example => format!("{}=\"{example}\"", told.name),
        };
        format!("| `{}` | {value} | {} | `{example}` |\n", told.name, told.explanation)
    });
    let rows = match directive.attributes {
        [] => String::new(),
        _ => table(&["Kunci", "Nilai", "Guna", "Contoh"], rows) + "\n",
    };
    let (name, what) = (directive.name, directive.explanation);
    format!("#### `{name}`\n\n{what}\n\n{rows}```naskah\n{}```\n\n", directive.example)
}

/// The pieces of the guide between `<!-- dibuat: … -->` and `<!-- akhir: … -->` are what the code
/// declares; `TERIMA=1` writes them anew.
#[test]
fn the_guide_says_what_the_code_declares() {
    let (old, new) = (guide(), renewed());
    if std::env::var_os("TERIMA").is_some() {
        std::fs::write(root().join("docs/panduan-pengguna/rujukan.md"), &new).unwrap();
        return;
    }
    assert!(old == new, "the guide is not what the code declares; accept with TERIMA=1");
}

/// The guide with its made pieces as the code declares them now.
fn renewed() -> String {
    let mut new = guide();
    for name in ["direktif", "filter", "fungsi", "per", "perlu", "profil"] {
        let (open, close) =
            (format!("<!-- dibuat: {name} -->\n"), format!("<!-- akhir: {name} -->"));
        let from = new.find(&open).expect(&open) + open.len();
        let to = new.find(&close).expect(&close);
        new.replace_range(from..to, &format!("\n{}\n", made(name).trim_end()));
    }
    new
}

#[test]
fn the_guide_names_functions_and_fields() {
    let guide = guide();
    let words =
        |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    let names: Vec<&str> = functions().iter().map(|f| f.name).collect();
    assert_told(&guide, words(&names), "function");
    assert_told(&guide, FIELDS.iter().map(|(name, _)| (*name).to_owned()), "isian");
}

#[test]
fn the_guide_names_every_rule_of_findings_with_its_figures() {
    let guide = guide();
    let rows = rows(&guide);
    for (kode, figures) in naskah::spm::temuan::placeholders::all() {
        let row = rows.iter().find(|row| row[0] == format!("`{kode}`"));
        let row = row.unwrap_or_else(|| panic!("{kode} has no row"));
        let told: Vec<String> = figures.iter().map(|f| format!("`{f}`")).collect();
        assert_eq!(row[1], told.join(", "), "{kode}");
    }
}

#[test]
fn the_guide_names_every_policy() {
    let guide = guide();
    macro_rules! words {
        ($($kind:ident),+) => {{
            let mut words = Vec::new();
            $(
                words.push(spm::$kind::KEYS.to_owned());
                words.extend(spm::$kind::CHOICES.iter().map(|p| p.word().to_owned()));
            )+
            words
        }};
    }
    let words = words!(
        RerataMutu,
        BobotUrusan,
        Trantibumlinmas,
        SasaranNihil,
        Kelebihan,
        Pembulatan,
        TriwulanBerjalan,
        BelumDiisi
    );
    assert_told(&guide, words, "policy");
}

/// The keys that the readers of the workspace ask for, found in their source: a call of one of
/// the methods of `Fields` with a word in quotes.
fn keys(source: &str) -> BTreeSet<String> {
    const METHODS: [&str; 14] = [
        "text",
        "need_text",
        "texts",
        "int",
        "int_in",
        "count",
        "decimal",
        "amount",
        "flag",
        "opt_flag",
        "date",
        "time",
        "word",
        "table",
    ];
    let mut keys = BTreeSet::new();
    for (at, _) in source.match_indices('(') {
        let method =
            source[..at].rsplit(|c: char| !c.is_alphanumeric() && c != '_').next();
        if !method.is_some_and(|m| METHODS.contains(&m) || m == "list") {
            continue;
        }
        let arguments = source[at + 1..].trim_start().trim_start_matches("f, ");
        let arguments = arguments.trim_start_matches("Key::new(");
        let Some(key) = arguments.strip_prefix('"').and_then(|a| a.split('"').next())
        else {
            continue;
        };
        if key.chars().all(|c| c.is_ascii_lowercase() || c == '_') {
            keys.insert(key.to_owned());
        }
    }
    keys
}

#[test]
fn the_guide_names_every_key_of_a_template() {
    let mut found = keys(&text("crates/papers/src/template/manifest.rs"));
    assert!(found.len() >= 8, "{found:?}");
    found.extend(["atas", "bawah", "kiri", "kanan"].map(str::to_owned));
    let guide = guide().replace("`[", "`").replace("]`", "`");
    assert_told(&guide, found, "key");
}

/// Builds `template` in a copy of the example to which `files` were added; the paths made.
fn build(files: &[(&str, String)], template: &str, opd: &str) -> Vec<String> {
    let folder = fixture_copy("kutai-timur");
    for (path, body) in files {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, body).unwrap();
    }
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let opened = pipeline::open(folder.path(), &mut sources, &mut problems);
    let options = BuildOptions {
        templates: vec![template.to_owned()],
        opd: (!opd.is_empty()).then(|| opd.to_owned()).into_iter().collect(),
        pdf: true,
        docx: true,
        out: folder.path().join("keluaran").into(),
        ..BuildOptions::default()
    };
    let opened = opened.unwrap_or_else(|| panic!("{:?}", problems.sorted()));
    let report = pipeline::build(&opened, &options, &sources, &mut problems, &|_, _| {});
    assert!(!problems.has_errors(), "{:?}", problems.sorted());
    assert!(report.refused.is_empty(), "{:?}", report.refused);
    assert!(report.warned.is_empty(), "{:?}", report.warned);
    report.files.into_iter().map(|file| file.path.into()).collect()
}

#[test]
fn the_examples_of_the_guide_make_papers() {
    let guide = renewed();
    let examples = blocks(&guide, "naskah");
    let body: String = examples.into_iter().map(|(_, body)| body + "\n").collect();
    for name in DIRECTIVES.iter().map(|d| d.name) {
        assert!(body.contains(&format!(":::{name}")), "no example of :::{name}");
    }
    // Under the name of a shipped template, so that the data has a letter for it.
    let files = [("templates/surat-evaluasi/isi.md", body)];
    assert_eq!(build(&files, "surat-evaluasi", "dinkes").len(), 2);
}

#[test]
fn the_mail_merge_of_the_guide_makes_a_paper_per_row() {
    let guide = guide();
    let mut files = Vec::new();
    for language in ["csv", "toml", ""] {
        for (before, body) in blocks(&guide, language) {
            let name = before.strip_prefix("Berkas `").and_then(|b| b.strip_suffix("`:"));
            files.extend(name.map(|name| (name, body)));
        }
    }
    assert_eq!(files.len(), 3);
    let made = build(&files, "piagam", "");
    assert!(made.contains(&"piagam/piagam-dinsos.pdf".to_owned()), "{made:?}");
    assert_eq!(made.len(), 4);
}

#[test]
fn the_readme_has_two_commands_and_the_fixture_of_the_first_is_there() {
    let readme = text("README.md");
    let commands = blocks(&readme, "sh");
    assert_eq!(commands.len(), 2, "{commands:?}");
    let first: Vec<&str> = commands[0].1.split_whitespace().collect();
    let [cargo @ .., folder] = first.as_slice() else { panic!("{first:?}") };
    assert_eq!(cargo, ["cargo", "run", "--", "build"]);
    assert!(root().join(folder).join("naskah.toml").is_file(), "{folder}");
    assert!(commands[1].1.starts_with("cargo test"), "{}", commands[1].1);
}

/// Files and pictures that a document points to, beside its own folder.
fn targets(document: &str) -> Vec<PathBuf> {
    let body = text(document);
    let folder = root().join(document).parent().unwrap().to_path_buf();
    let markdown = body.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let html = body.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    markdown
        .chain(html)
        .filter(|target| {
            !target.starts_with('#') && !target.contains(':') && target.contains('.')
        })
        .map(|target| folder.join(target.split('#').next().unwrap_or(target)))
        .collect()
}

#[test]
fn documents_name_no_machine_and_their_links_lead_somewhere() {
    let mut documents = ["README.md", "CHANGELOG.md", "docs/architecture.md"]
        .map(ToOwned::to_owned)
        .to_vec();
    for entry in std::fs::read_dir(root().join("docs/panduan-pengguna")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        if name.contains(".md") {
            documents.push(format!("docs/panduan-pengguna/{name}"));
        }
    }
    for document in &documents {
        let body = text(document);
        for folder in ["root", "home", "work", "Users", "tmp"] {
            let path = format!("/{folder}/");
            assert!(
                !body.contains(&path),
                "{document} names a path of one machine: {path}"
            );
        }
        for target in targets(document) {
            assert!(target.exists(), "{document}: {} is not there", target.display());
        }
    }
}

/// The keys that the handbook tells for a command's JSON.
fn told_keys(command: &str) -> BTreeSet<String> {
    let guide = guide();
    let part = &guide[guide.find("JSON untuk program lain").unwrap()..];
    let row = part.lines().find(|line| line.starts_with(&format!("| `{command}` | `")));
    let row = row.unwrap_or_else(|| panic!("no row of {command}"));
    let keys = row.split(" | ").nth(1).unwrap();
    keys.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_handbook_tells_the_keys_of_every_json() {
    let desk = Desk::with_example("kutai-timur");
    for command in ["check", "build", "beda", "siap", "rekap", "nomor daftar", "lanjut"] {
        let mut args: Vec<&str> = command.split(' ').collect();
        args.extend(["kerja", "--output", "json"]);
        if command == "build" {
            args.extend(["agenda", "--format", "docx"]);
        }
        let said = desk.run(&args).json();
        let keys = said.as_object().unwrap().keys().cloned().collect();
        assert_eq!(told_keys(command), keys, "{command}");
    }
}
