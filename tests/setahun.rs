//! The year of the handbook, done as it is written: what its tables say is typed into the sheets,
//! its commands are run, and the answers it shows are compared with what is said.
//! `TERIMA=1` writes the answers into the chapters, to be read before they are kept.
//! `SETAHUN=FOLDER` keeps the desk as it is at each `<!-- uji: simpan NAME -->`, for pictures.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use calamine::{Data, Range, Reader, Xlsx, open_workbook};

use crate::kit::cells::{Typed, type_into};
use crate::kit::desk::naskah;
use crate::kit::{files, root};

/// The chapters that somebody works through, one after the other.
const CHAPTERS: [&str; 7] = [
    "a-mulai.md",
    "b-undangan.md",
    "c-angka.md",
    "d-malam-sebelum-rakor.md",
    "e-sesudah-rakor.md",
    "f-triwulan-berikutnya.md",
    "g-akhir-tahun.md",
];

/// The figures that the offices send.
const FIGURES: &str = "lampiran-angka.md";

fn folder() -> PathBuf {
    root().join("docs/panduan-pengguna")
}

/// The desk of the year: its folder, and the workbook that is open.
struct Year {
    desk: tempfile::TempDir,
    book: String,
    /// The sheet whose table comes next, and whether rows of it are changed.
    sheet: Option<(String, bool)>,
    figures: String,
}

#[test]
fn the_year_of_the_handbook_goes_as_it_is_written() {
    let mut year = Year {
        desk: tempfile::tempdir().unwrap(),
        book: String::new(),
        sheet: None,
        figures: std::fs::read_to_string(folder().join(FIGURES)).unwrap_or_default(),
    };
    let mut differ = Vec::new();
    for name in CHAPTERS {
        let path = folder().join(name);
        let old = std::fs::read_to_string(&path).unwrap_or_default();
        let new = year.chapter(&old, name);
        if new == old {
            continue;
        }
        if files::accepting() {
            std::fs::write(&path, &new).unwrap();
        }
        let first = old.lines().zip(new.lines()).position(|(old, new)| old != new);
        let at = first.unwrap_or(old.lines().count().min(new.lines().count()));
        let line = |text: &str| text.lines().nth(at).unwrap_or_default().to_owned();
        differ.push(format!("{name}:{}\n- {}\n+ {}", at + 1, line(&old), line(&new)));
    }
    assert!(differ.is_empty(), "TERIMA=1 writes these answers:\n{}", differ.join("\n"));
}

impl Year {
    fn path(&self, name: &str) -> PathBuf {
        self.desk.path().join(name)
    }

    /// Works through a chapter; the text with the answers that came.
    fn chapter(&mut self, text: &str, name: &str) -> String {
        let mut out = String::new();
        let mut lines = text.lines().enumerate().peekable();
        while let Some((at, line)) = lines.next() {
            out.push_str(line);
            out.push('\n');
            let place = format!("{name}:{}", at + 1);
            if let Some(wish) = line.strip_prefix("<!-- uji: ") {
                let wish = wish.strip_suffix(" -->").expect("a wish in one line");
                self.wish(wish, &place);
            } else if let Some((_, rest)) = line.split_once("Lembar **") {
                let (sheet, rest) = rest.split_once("**").unwrap();
                self.sheet = Some((sheet.to_owned(), rest.contains("diubah")));
            } else if line == "```" {
                let mut block = Vec::new();
                for (_, line) in lines.by_ref().take_while(|(_, line)| *line != "```") {
                    block.push(line);
                }
                out.push_str(&self.session(&block));
                out.push_str("```\n");
            } else if line.starts_with('|') && self.sheet.is_some() {
                let mut table = vec![cells(line)];
                while let Some((_, line)) = lines.next_if(|(_, l)| l.starts_with('|')) {
                    out.push_str(line);
                    out.push('\n');
                    table.push(cells(line));
                }
                table.remove(1);
                let (sheet, changed) = self.sheet.take().unwrap();
                self.typed(&sheet, &table, changed, &place);
            }
        }
        out
    }

    /// Runs the commands of a block; the block with what came of each.
    fn session(&self, block: &[&str]) -> String {
        if !block.first().is_some_and(|line| line.starts_with("> ")) {
            return block.iter().flat_map(|line| [line, "\n"]).collect();
        }
        let mut out = String::new();
        let mut rest = block;
        while let Some((command, after)) = rest.split_first() {
            let answer =
                after.iter().position(|l| l.starts_with("> ")).unwrap_or(after.len());
            let (shown, after) = after.split_at(answer);
            let said = self.run(command.strip_prefix("> ").unwrap());
            out.push_str(command);
            out.push('\n');
            if shown.contains(&"…") && fits(shown, &said.lines().collect::<Vec<_>>()) {
                out.extend(shown.iter().flat_map(|line| [line, "\n"]));
            } else {
                out.push_str(&said);
            }
            rest = after;
        }
        out
    }

    /// What a command says, errors and answers in the order in which a screen shows them.
    fn run(&self, command: &str) -> String {
        let mut words = words(command);
        assert_eq!(words.remove(0), "naskah", "{command}");
        let screen = self.desk.path().join(".layar");
        let file = File::create(&screen).unwrap();
        let status = naskah("id", self.desk.path())
            .args(&words)
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .status()
            .unwrap();
        let said = std::fs::read_to_string(&screen).unwrap();
        std::fs::remove_file(&screen).unwrap();
        assert!(status.code().is_some_and(|c| c < 4), "{command}\n{said}");
        assert!(!said.contains("panicked"), "{command}\n{said}");
        let mut said: String =
            said.lines().flat_map(|line| [line.trim_end(), "\n"]).collect();
        while said.contains("\n\n\n") {
            said = said.replace("\n\n\n", "\n\n");
        }
        said
    }

    /// What a reader does beside typing.
    fn wish(&mut self, wish: &str, place: &str) {
        let words: Vec<&str> = wish.split(' ').collect();
        match words[..] {
            ["buku", book] => book.clone_into(&mut self.book),
            ["salin", from, to] => {
                let to = self.path(to);
                std::fs::create_dir_all(to.parent().unwrap()).unwrap();
                std::fs::copy(self.path(from), to).unwrap();
            }
            ["simpan", name] => self.kept(name),
            ["isi", from, to, "TW", quarter] => self.filled(from, to, quarter),
            _ => panic!("{place}: {wish}"),
        }
    }

    /// The worksheets of a folder as the offices send them back, with the figures of a quarter.
    fn filled(&self, from: &str, to: &str, quarter: &str) {
        let figures = figures(&self.figures, quarter);
        let (from, to) = (self.path(from), self.path(to));
        std::fs::create_dir_all(&to).unwrap();
        let mut looked = 0;
        for entry in std::fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let sent = to.join(path.file_name().unwrap());
            std::fs::copy(&path, &sent).unwrap();
            let mut typed = Vec::new();
            for sheet in ["Penerima", "Mutu", "Anggaran", "Permasalahan"] {
                let range = sheet_of(&path, sheet);
                let (row, head) = head_of(&range, &["Kode"]).unwrap();
                for (at, cells) in range.rows().enumerate().skip(row + 1) {
                    let Some(code) = cells.get(head["Kode"]).map(ToString::to_string)
                    else {
                        continue;
                    };
                    for (column, at_column) in &head {
                        // The quarter's own columns are the last of those with a name.
                        let own = column.split(" TW ").next().unwrap();
                        let last = head
                            .iter()
                            .filter(|(name, _)| name.split(" TW ").next() == Some(own))
                            .map(|(_, at)| *at)
                            .max();
                        if last != Some(*at_column) {
                            continue;
                        }
                        if let Some(value) = figures.get(&(code.clone(), own.to_owned()))
                        {
                            let cell = name_of(at, *at_column);
                            typed.push((sheet, cell, value.clone()));
                            looked += 1;
                        }
                    }
                }
            }
            let typed: Vec<_> =
                typed.iter().map(|(s, c, v)| (*s, c.as_str(), as_typed(v))).collect();
            type_into(&sent, &typed);
        }
        assert!(looked > 100, "{looked} figures filled in");
    }

    /// Types a table into a sheet of the open workbook, as it looks at this moment.
    fn typed(&self, sheet: &str, table: &[Vec<String>], changed: bool, place: &str) {
        let book = self.path(&self.book);
        let range = sheet_of(&book, sheet);
        let mut typed: Vec<(String, &str)> = Vec::new();
        if table[0] == ["Isian", "Nilai"] {
            let (mut part, names) = (0, first_column(&range));
            for row in &table[1..] {
                let name = row[0].trim_matches('*');
                let at = names[part..].iter().position(|own| own == name);
                let at =
                    part + at.unwrap_or_else(|| panic!("{place}: no {name} in {sheet}"));
                if row[0].starts_with("**") {
                    part = at;
                } else {
                    typed.push((name_of(at, 1), &row[1]));
                }
            }
        } else {
            let wanted: Vec<&str> = table[0].iter().map(String::as_str).collect();
            let (row, head) = head_of(&range, &wanted)
                .unwrap_or_else(|| panic!("{place}: {sheet} has no columns {wanted:?}"));
            let filled = range.rows().skip(row + 1);
            let filled = filled.take_while(|row| row.iter().any(|c| *c != Data::Empty));
            let mut next = row + 1 + filled.count();
            let names = first_column(&range);
            for cells in &table[1..] {
                let own = names.iter().skip(row + 1).position(|own| *own == cells[0]);
                let at = match own {
                    Some(own) if changed => row + 1 + own,
                    None if changed => panic!("{place}: no row {} in {sheet}", cells[0]),
                    _ => {
                        next += 1;
                        next - 1
                    }
                };
                for (name, cell) in table[0].iter().zip(cells) {
                    if !cell.is_empty() {
                        typed.push((name_of(at, head[name]), cell));
                    }
                }
            }
        }
        let typed: Vec<_> = typed
            .iter()
            .map(|(cell, text)| (sheet, cell.as_str(), as_typed(text)))
            .collect();
        type_into(&book, &typed);
    }

    /// Keeps the desk as it is now, for who makes the pictures.
    fn kept(&self, name: &str) {
        if let Some(folder) = std::env::var_os("SETAHUN") {
            for (file, bytes) in files::tree(self.desk.path()) {
                if !file.ends_with('/') {
                    files::write(&Path::new(&folder).join(name).join(file), bytes);
                }
            }
        }
    }
}

/// The words of a command; what stands in quotes is one.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (at, piece) in command.split('"').enumerate() {
        if at % 2 == 1 {
            words.push(piece.to_owned());
        } else {
            words.extend(piece.split_whitespace().map(ToOwned::to_owned));
        }
    }
    words
}

/// Whether lines are as they are shown, where `…` is any number of them.
fn fits(shown: &[&str], said: &[&str]) -> bool {
    match shown.split_first() {
        None => said.is_empty(),
        Some((&"…", rest)) => (0..=said.len()).any(|at| fits(rest, &said[at..])),
        Some((line, rest)) => said.first() == Some(line) && fits(rest, &said[1..]),
    }
}

/// The cells of a row of a table, without the signs of code; `|` inside one is a new line there.
fn cells(line: &str) -> Vec<String> {
    let line =
        line.trim().trim_start_matches('|').trim_end_matches('|').replace("\\|", "\u{0}");
    let cell = |text: &str| {
        let text = text.replace('`', "");
        text.split('\u{0}').map(str::trim).collect::<Vec<_>>().join("\n")
    };
    line.split('|').map(cell).collect()
}

fn sheet_of(book: &Path, sheet: &str) -> Range<Data> {
    let mut open: Xlsx<_> =
        open_workbook(book).unwrap_or_else(|e| panic!("{}: {e}", book.display()));
    let range = open.worksheet_range(sheet).unwrap_or_else(|e| panic!("{sheet}: {e}"));
    let end = range.end().unwrap_or_default();
    range.range((0, 0), end)
}

fn first_column(range: &Range<Data>) -> Vec<String> {
    range.rows().map(|row| row[0].to_string()).collect()
}

/// The row with these columns, and where all of its columns are.
fn head_of(
    range: &Range<Data>,
    wanted: &[&str],
) -> Option<(usize, BTreeMap<String, usize>)> {
    range.rows().enumerate().find_map(|(at, row)| {
        let named = row.iter().enumerate().map(|(at, cell)| (cell.to_string(), at));
        let head: BTreeMap<_, _> = named.filter(|(name, _)| !name.is_empty()).collect();
        wanted.iter().all(|name| head.contains_key(*name)).then_some((at, head))
    })
}

/// The name of a cell.
fn name_of(row: usize, column: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n).unwrap());
    match column {
        0..26 => format!("{}{}", letter(column), row + 1),
        _ => format!("{}{}{}", letter(column / 26 - 1), letter(column % 26), row + 1),
    }
}

/// What Excel makes of what is typed: short numbers and days are numbers.
fn as_typed(text: &str) -> Typed<'_> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    if digits
        && (1..10).contains(&text.len())
        && !(text.starts_with('0') && text.len() > 1)
    {
        return Typed::Number(text);
    }
    Typed::Text(text)
}

/// The figures of a quarter in the appendix, by code and column of a worksheet.
fn figures(text: &str, quarter: &str) -> BTreeMap<(String, String), String> {
    let mut found = BTreeMap::new();
    let part = text
        .split("\n## ")
        .find(|part| part.starts_with(&format!("Triwulan {quarter} ")));
    let mut head: Vec<String> = Vec::new();
    for line in part.expect("a part for the quarter").lines() {
        if !line.starts_with('|') {
            head.clear();
        } else if head.is_empty() {
            head = cells(line);
        } else if !line.starts_with("|:") {
            let row = cells(line);
            for (name, value) in
                head.iter().zip(&row).skip(1).filter(|(_, v)| !v.is_empty())
            {
                // Offices type numbers without dots, and sentences with them.
                let bare = value.replace('.', "");
                let number = bare.bytes().all(|b| b.is_ascii_digit());
                let value = if number { bare } else { value.clone() };
                found.insert((row[0].clone(), name.clone()), value);
            }
        }
    }
    found
}
