//! A character that no face has, planted into every text of the data and of the profile that papers
//! print, all at once: each is told at its own place and nowhere else, by `check` as by `build`.
//! So many values have the same fault that nobody can find one of them by looking for text.

use std::collections::{BTreeMap, BTreeSet};

use naskah::diag::{Lang, Severity, Told};
use naskah::files::{Disk, FilePath, Files, Memory, tree};
use naskah::pipeline::Desk;
use naskah::pipeline::desk::{BuildWish, PaperReport};
use papers::profil::{KEYS, KeyKind};

use crate::kit::{root, toml_texts};

/// A character that no face has.
const ODD: char = '漢';

/// What is told of it.
const CODE: &str = "NSK0704";

/// Keys whose texts name things, choose words, or are numbers and paths, but no print.
const NAMES: &[&str] = &[
    "id",
    "kode",
    "opd",
    "bobot_urusan",
    "garis_kop",
    "hadir_per",
    "jenis",
    "zona_waktu",
    "jenis_kelamin",
    "kedudukan",
    "kepala",
    "lambang",
    "lambang_negara",
    "layanan",
    "mulai",
    "selesai",
    "nip",
    "golongan",
    "penanda_tangan",
    "rerata_mutu",
    "sasaran_nihil",
    "status",
    "urusan",
    "dasar",
    "deret",
    "dasar_hukum",
    "berkas",
    "telepon",
    "tautan",
    "nilai",
    "untuk",
    "narasumber",
    "nik",
    "jangkar",
    "pola_nomor",
    "muat",
    "hadir",
];

/// A file, line and column.
type At = (String, usize, usize);

/// The key of a value in a TOML text.
fn key(before: &str) -> &str {
    let key = before.rsplit_once('=').map_or("", |(key, _)| key).trim_end();
    key.rsplit([' ', '\n', '{', ',']).next().unwrap_or_default()
}

fn is_printed(path: &str, key: &str) -> bool {
    // The catalog knows a quality by its name.
    let of_catalog = path.contains("/capaian/") && matches!(key, "nama" | "satuan");
    let of_profil = path.starts_with("catalog/") || path == "naskah.toml";
    let setting = KEYS.iter().find(|known| known.name.rsplit('.').next() == Some(key));
    let is_word = setting.is_some_and(|known| !matches!(known.kind, KeyKind::Text));
    !(NAMES.contains(&key) || of_catalog || of_profil && is_word)
}

/// Puts the character into the texts that are chosen by their number.
struct Sower<'a> {
    chosen: &'a dyn Fn(usize) -> bool,
    number: usize,
    /// Where it was put, with the number of each text.
    planted: BTreeMap<At, usize>,
}

impl Sower<'_> {
    fn turn(&mut self) -> Option<usize> {
        self.number += 1;
        (self.chosen)(self.number).then_some(self.number)
    }

    /// A TOML file with the character at the end of its texts.
    fn in_toml(&mut self, path: &str, text: &str) -> String {
        let texts = toml_texts(text).into_iter();
        let mut all: Vec<(usize, usize)> = texts
            .filter(|(value, _)| !value.is_empty())
            .map(|(_, place)| (place.start, place.end))
            .filter(|(start, _)| is_printed(path, key(&text[..*start])))
            .collect();
        all.sort_unstable();
        let (mut out, mut done) = (String::new(), 0);
        for (start, end) in all {
            let Some(number) = self.turn() else { continue };
            out += &text[done..start];
            let line = out.matches('\n').count() + 1;
            let column = out.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            self.planted.insert((path.to_owned(), line, column), number);
            out += &text[start..end - 1];
            out.push(ODD);
            done = end - 1;
        }
        out + &text[done..]
    }

    /// A CSV file with the character at the end of its cells before the first that is quoted.
    fn in_csv(&mut self, path: &str, text: &str) -> String {
        let mut lines = text.lines();
        let mut out = lines.next().unwrap_or_default().to_owned() + "\n";
        for (number, line) in lines.enumerate() {
            let plain = line.split_once('"').map_or(line, |(plain, _)| plain);
            let mut column = 1;
            let mut cells: Vec<String> = plain.split(',').map(str::to_owned).collect();
            for cell in &mut cells {
                if cell.chars().count() > 4
                    && let Some(own) = self.turn()
                {
                    cell.push(ODD);
                    self.planted.insert((path.to_owned(), number + 2, column), own);
                }
                column += cell.chars().count() + 1;
            }
            out += &(cells.join(",") + &line[plain.len()..] + "\n");
        }
        out
    }
}

/// A fixture with the character in the texts that are chosen, and where it is.
fn sown(fixture: &str, chosen: &dyn Fn(usize) -> bool) -> (Memory, BTreeMap<At, usize>) {
    let disk = Disk::new(root().join("fixtures").join(fixture));
    let mut sower = Sower { chosen, number: 0, planted: BTreeMap::new() };
    let all = tree(&disk, &FilePath::HERE).into_iter();
    let memory = all.filter(|path| !path.starts_with("keluaran/")).map(|path| {
        let bytes = disk.read(&path).unwrap();
        let (name, text) = (path.to_string(), String::from_utf8(bytes.clone()));
        let changed = match (text, name.rsplit_once('.')) {
            (Ok(text), Some((_, "toml"))) if !name.starts_with("templates/") => {
                sower.in_toml(&name, &text).into_bytes()
            }
            (Ok(text), Some((_, "csv"))) => sower.in_csv(&name, &text).into_bytes(),
            _ => bytes,
        };
        (path, changed)
    });
    (memory.collect(), sower.planted)
}

/// Where the character is told for papers.
fn told(papers: &[PaperReport]) -> BTreeSet<At> {
    let all = papers.iter().flat_map(|paper| &paper.problems);
    let place = |told: &Told| {
        let file = told.file.clone().unwrap_or_default();
        (file, told.line.unwrap_or_default(), told.column.unwrap_or_default())
    };
    all.filter(|told| told.code == CODE).map(place).collect()
}

/// The papers that a check tells of.
fn checked(memory: &Memory) -> Vec<PaperReport> {
    let answer = Desk::new(memory.clone(), Lang::Id).check();
    let wrong = answer.problems.iter().filter(|told| told.level == Severity::Error);
    let wrong: Vec<String> = wrong.map(|told| told.draw(false)).collect();
    assert!(wrong.is_empty(), "the data itself is refused:\n{}", wrong.join("\n"));
    answer.value.unwrap().papers
}

/// Looks at two halves of the texts, so that neighbours never have the fault together, and again
/// at those that were silent: nobody else's place hides them. Some papers are built as well.
fn each_is_told_at_its_place(fixture: &str, built: &[&str]) {
    let mut silent = BTreeSet::new();
    for half in 0..2 {
        let (memory, planted) = sown(fixture, &|number| number % 2 == half);
        let papers = checked(&memory);
        let places = told_where_planted(fixture, &papers, &planted);
        assert!(places.len() * 2 > planted.len(), "{fixture}: {places:#?}");
        let quiet = planted.iter().filter(|(at, _)| !places.contains(*at));
        silent.extend(quiet.map(|(_, number)| *number));
        if half == 0 {
            builds_tell_the_same(&memory, papers, built);
        }
    }
    let (memory, planted) = sown(fixture, &|number| silent.contains(&number));
    told_where_planted(fixture, &checked(&memory), &planted);
}

fn told_where_planted(
    fixture: &str,
    papers: &[PaperReport],
    planted: &BTreeMap<At, usize>,
) -> BTreeSet<At> {
    let places = told(papers);
    let loose: Vec<&At> = places.iter().filter(|at| !planted.contains_key(*at)).collect();
    assert!(loose.is_empty(), "{fixture} tells elsewhere: {loose:#?}");
    places
}

/// What a check tells of some papers is what they tell when they are made.
fn builds_tell_the_same(memory: &Memory, checked: Vec<PaperReport>, built: &[&str]) {
    let templates = built.iter().map(|&name| name.to_owned()).collect();
    let wish = BuildWish { pdf: true, templates, ..BuildWish::default() };
    let report = Desk::new(memory.clone(), Lang::Id).build(&wish, &|_, _| {}).value;
    let report = report.unwrap();
    let made: Vec<PaperReport> =
        report.refused.into_iter().chain(report.warned).collect();
    let is_built = |paper: &PaperReport| {
        built.contains(&paper.path.split('/').next().unwrap_or_default())
    };
    let same: Vec<PaperReport> = checked.into_iter().filter(is_built).collect();
    assert!(!same.is_empty(), "{built:?}");
    assert_eq!(told(&made), told(&same), "{built:?}");
}

#[test]
fn texts_of_a_whole_rakor_are_told_at_their_places() {
    let built = ["undangan", "sk-panitia", "notula", "surat-evaluasi"];
    each_is_told_at_its_place("kutai-timur", &built);
}

#[test]
fn texts_of_signatures_are_told_at_their_places() {
    each_is_told_at_its_place("ttd", &["surat-basah", "surat-srikandi", "sertifikat"]);
}

#[test]
fn texts_of_a_profile_are_told_at_their_places() {
    each_is_told_at_its_place("profil-lain", &["undangan"]);
}
