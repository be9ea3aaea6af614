//! Writing `data/nomor.toml`: one writer at a time, whole files, everything else kept as it is.
//!
//! The register is held while it is read and written, so that one process at a time changes it;
//! it is replaced by a whole new file, so that a reader need not hold it.

use crate::problem::{NumberProblem, OutputProblem};
use base::diag::InternalProblem;
use data::problem::FileProblem;
use std::time::Duration;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::output::{HeldStore, Target};
use base::diag::{AnyProblem, Both};
use data::workspace::REGISTER;
use field::domain::RegisterEntry;

const HEADER: &str = "\
# Daftar nomor surat. Ditulis oleh `naskah nomor`; komentar sendiri boleh ditambahkan.
# Entri tidak dihapus: nomor yang batal tetap tercatat agar tidak diberikan dua kali.
";

/// The register, held by this process until dropped.
#[derive(Debug)]
pub(crate) struct HeldRegister<'a> {
    target: &'a Target,
    _held: HeldStore,
}

/// One change of the register. Positions are those of [`field::domain::Register::entries`].
#[derive(Debug, Clone)]
pub(crate) enum RegisterChange {
    /// A new entry at the end.
    Add(RegisterEntry),
    /// An entry is cancelled, with the reason.
    Cancel(usize, String),
    /// An entry gets the date and the printed number of this one.
    Redate(usize, RegisterEntry),
}

/// Waits for the register of a workspace, at most so long.
///
/// # Errors
/// [`NumberProblem::RegisterBusy`] when another process holds it all the time, or
/// [`OutputProblem::CannotWrite`].
pub(crate) fn hold(
    target: &Target,
    patience: Duration,
) -> Result<HeldRegister<'_>, AnyProblem> {
    match target.hold_for(&REGISTER, patience)? {
        Some(held) => Ok(HeldRegister { target, _held: held }),
        None => Err(NumberProblem::RegisterBusy { name: REGISTER.into() }.into()),
    }
}

impl HeldRegister<'_> {
    /// The register's text, as it is now; empty when there is none yet.
    ///
    /// # Errors
    /// [`FileProblem::CannotRead`] or [`FileProblem::NotUtf8`].
    pub(crate) fn text(&self) -> Result<String, AnyProblem> {
        let name = || REGISTER.into();
        let bytes = match self.target.read(&REGISTER) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                let why = Both::io(&error);
                return Err(FileProblem::CannotRead { name: name(), why }.into());
            }
        };
        let text = String::from_utf8(bytes)
            .map_err(|_| FileProblem::NotUtf8 { name: name(), seems: Both::same("") })?;
        Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
    }

    /// Puts the changed register in place of the old one.
    ///
    /// # Errors
    /// [`OutputProblem::CannotWrite`]; the old register is then untouched.
    pub(crate) fn write(&self, text: &str) -> Result<(), AnyProblem> {
        let name = REGISTER.into();
        self.target
            .exchange(&REGISTER, text.as_bytes())
            .map_err(|why| OutputProblem::CannotWrite { name, why }.into())
    }
}

/// The text of a register with changes made to it. Comments and order stay.
///
/// # Errors
/// [`InternalProblem::Internal`] for a text that is no register; callers have read it before.
pub(crate) fn edit(text: &str, changes: &[RegisterChange]) -> Result<String, AnyProblem> {
    let internal = |detail: String| InternalProblem::Internal { detail };
    let text = if text.trim().is_empty() { HEADER } else { text };
    let mut document: DocumentMut =
        text.parse().map_err(|e: toml_edit::TomlError| internal(e.to_string()))?;
    let entries = document.entry("nomor").or_insert_with(empty);
    if entries.as_array_of_tables().is_none() {
        // Written by hand as `nomor = [{ … }]`.
        let inline = std::mem::replace(entries, empty());
        // What is no list of tables can only be an empty list: the reader lets nothing else by.
        *entries =
            inline.into_array_of_tables().map_or_else(|_| empty(), Item::ArrayOfTables);
    }
    let Some(entries) = entries.as_array_of_tables_mut() else {
        return Err(internal("data/nomor.toml: [[nomor]]".to_owned()).into());
    };
    for change in changes {
        match change {
            RegisterChange::Add(entry) => entries.push(table(entry)),
            RegisterChange::Cancel(at, reason) => {
                let entry =
                    entries.get_mut(*at).ok_or_else(|| internal(at.to_string()))?;
                entry["status"] = value("batal");
                entry["alasan"] = value(reason);
            }
            RegisterChange::Redate(at, told) => {
                let entry =
                    entries.get_mut(*at).ok_or_else(|| internal(at.to_string()))?;
                entry["nomor"] = value(&told.nomor);
                entry["tanggal"] = day(told);
            }
        }
    }
    // A register of comments alone keeps them at its end; they belong before the first entry.
    let comments = document.trailing().as_str().unwrap_or_default().to_owned();
    if let Some(first) = document["nomor"].as_array_of_tables_mut().and_then(|all| {
        (all.len() == added(changes) && !comments.trim().is_empty())
            .then(|| all.get_mut(0))
            .flatten()
    }) {
        first.decor_mut().set_prefix(format!("{}\n", with_newline(&comments)));
        document.set_trailing("");
    }
    Ok(document.to_string())
}

fn added(changes: &[RegisterChange]) -> usize {
    changes.iter().filter(|change| matches!(change, RegisterChange::Add(_))).count()
}

fn with_newline(text: &str) -> String {
    let text = text.trim_end();
    format!("{text}\n")
}

fn empty() -> Item {
    Item::ArrayOfTables(ArrayOfTables::new())
}

fn day(entry: &RegisterEntry) -> Item {
    // A date of jiff is always one of TOML.
    let date: Result<toml_edit::Datetime, _> = entry.tanggal.to_string().parse();
    date.map_or_else(|_| value(entry.tanggal.to_string()), value)
}

fn table(entry: &RegisterEntry) -> Table {
    let mut table = Table::new();
    table["tahun"] = value(i64::from(entry.tahun));
    if !entry.deret.is_empty() {
        table["deret"] = value(&entry.deret);
    }
    table["urut"] = value(i64::from(entry.urut));
    table["nomor"] = value(&entry.nomor);
    for (key, text) in [
        ("template", &entry.template),
        ("subjek", &entry.subjek),
        ("untuk", &entry.untuk),
    ] {
        if let Some(text) = text {
            table[key] = value(text);
        }
    }
    table["tanggal"] = day(entry);
    table["status"] = value("terpakai");
    table.decor_mut().set_prefix("\n");
    table
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::diag::{Problems, Span};
    use base::source::SourceMap;
    use jiff::civil::date;

    fn entry(urut: u32) -> RegisterEntry {
        RegisterEntry {
            tahun: 2024,
            deret: String::new(),
            urut,
            nomor: format!("100.1.2/{urut}/PEM"),
            template: Some("undangan".into()),
            subjek: Some(format!("s{urut}")),
            tanggal: date(2024, 12, 2),
            untuk: Some("Rakor \"SPM\"\n[[nomor]]".into()),
            batal: None,
            span: Span::None,
        }
    }

    fn read(text: &str) -> Vec<RegisterEntry> {
        let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
        let register = data::workspace::read_register(text, &mut sources, &mut problems);
        assert!(problems.is_empty(), "{text}\n{problems:?}");
        let bare = |e: &RegisterEntry| RegisterEntry { span: Span::None, ..e.clone() };
        register.entries().iter().map(bare).collect()
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text =
            edit("", &[RegisterChange::Add(entry(1)), RegisterChange::Add(entry(2))])
                .unwrap();
        assert!(text.starts_with("# Daftar nomor surat."), "{text}");
        let both = read(&text);
        assert_eq!(both.len(), 2);
        assert_eq!(both[1].nomor, "100.1.2/2/PEM");
        assert_eq!(both[0].untuk.as_deref(), Some("Rakor \"SPM\"\n[[nomor]]"));
    }

    #[test]
    fn comments_stay_where_they_are() {
        let text = edit("", &[RegisterChange::Add(entry(1))]).unwrap();
        let text =
            text.replace("urut = 1", "urut = 1 # buku agenda hal. 4") + "# akhir\n";
        let next = entry(2);
        let text = edit(
            &text,
            &[RegisterChange::Cancel(0, "salah".into()), RegisterChange::Add(next)],
        )
        .unwrap();
        assert!(text.contains("urut = 1 # buku agenda hal. 4"), "{text}");
        assert!(text.contains("# akhir"), "{text}");
        let both = read(&text);
        assert_eq!(both[0].batal.as_deref(), Some("salah"));
        assert_eq!(both[1].batal, None);
    }

    #[test]
    fn entries_written_in_one_line_are_understood() {
        let line =
            "nomor = [{ tahun = 2024, urut = 1, nomor = \"1\", tanggal = 2024-01-02 }]\n";
        assert_eq!(read(&edit(line, &[RegisterChange::Add(entry(2))]).unwrap()).len(), 2);
        assert_eq!(
            read(&edit("nomor = []\n", &[RegisterChange::Add(entry(2))]).unwrap()).len(),
            1
        );
        let moved = RegisterEntry { tanggal: date(2024, 12, 9), ..entry(1) };
        let text = edit(line, &[RegisterChange::Redate(0, moved)]).unwrap();
        assert_eq!(read(&text)[0].tanggal, date(2024, 12, 9));
    }
}
