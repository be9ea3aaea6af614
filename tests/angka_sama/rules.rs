//! What a paper may print of a service, an urusan, an office or the daerah, by what JSON says.

use std::collections::BTreeSet;

use naskah::diag::Problems;
use naskah::domain::Periode;
use naskah::pipeline::Figures;
use naskah::rekap_out::json;
use serde_json::Value;

use super::printed::{Grid, Printed};

/// What JSON says of the quarter, the one before it and the one a year before.
pub(super) struct Told {
    now: Value,
    before: Option<Value>,
    last_year: Option<Value>,
    names: Vec<(String, String, String)>,
}

/// What a row is about.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Daerah,
    Urusan,
    Opd,
    Layanan,
}

/// "12.50" as papers print it.
fn print(value: &Value) -> Option<String> {
    value.as_str().map(|text| format!("{}%", text.replace('.', ",")))
}

/// Points with their sign, from a difference of two printed values.
fn points(now: &Value, then: &Value) -> Option<String> {
    let hundredths =
        |v: &Value| Some(v.as_str()?.replace('.', "").parse::<i64>().unwrap());
    Some(signed(hundredths(now)? - hundredths(then)?))
}

fn signed(hundredths: i64) -> String {
    let sign = match hundredths {
        0 => "",
        1.. => "+",
        _ => "\u{2212}",
    };
    let n = hundredths.abs();
    format!("{sign}{},{:02}", n / 100, n % 100)
}

/// A whole number with its groups.
fn grouped(digits: &str) -> String {
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

/// All percentages in a text: "12,50%".
pub(super) fn percents(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('%') {
        let before = text[..at].chars().rev();
        let number: String =
            before.take_while(|c| c.is_ascii_digit() || ".,".contains(*c)).collect();
        let number: String = number.chars().rev().collect();
        let number = number.trim_start_matches(['.', ',']);
        if number.contains(',') {
            found.push(format!("{number}%"));
        }
    }
    found
}

/// Every text below a value.
fn texts(value: &Value, all: &mut Vec<String>) {
    match value {
        Value::String(text) => all.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(fields) => fields.values().for_each(|field| texts(field, all)),
        _ => {}
    }
}

impl Told {
    pub(super) fn new(figures: &Figures) -> Self {
        let of = |tahun, triwulan| {
            let asked = Some(Periode { tahun, triwulan });
            let (_, review) = figures.review(asked, &mut Problems::default())?;
            Some(json(&review))
        };
        let periode = figures.workspace.settings.periode.unwrap();
        let (tahun, triwulan) = (periode.tahun, periode.triwulan);
        let offices = figures.workspace.opd.iter();
        Self {
            now: of(tahun, triwulan).unwrap(),
            before: of(tahun, triwulan - 1),
            last_year: of(tahun - 1, triwulan),
            names: offices
                .map(|o| (o.id.value.clone(), o.nama.clone(), o.singkatan.clone()))
                .collect(),
        }
    }

    /// What `quarter` says of the service, urusan or office that is called so.
    fn find<'q>(&self, quarter: &'q Value, name: &str) -> Option<(Kind, &'q Value)> {
        if name == "Daerah" {
            return Some((Kind::Daerah, quarter));
        }
        let urusan = quarter["urusan"].as_array()?;
        if let Some(one) = urusan.iter().find(|u| u["nama"] == name) {
            return Some((Kind::Urusan, one));
        }
        let mut layanan = urusan.iter().flat_map(|u| u["layanan"].as_array().unwrap());
        if let Some(one) = layanan.find(|l| l["nama"] == name) {
            return Some((Kind::Layanan, one));
        }
        let (id, ..) =
            self.names.iter().find(|(_, full, short)| full == name || short == name)?;
        let one = quarter["opd"].as_array()?.iter().find(|o| o["opd"] == id.as_str())?;
        Some((Kind::Opd, one))
    }

    pub(super) fn wrong(
        &self,
        template: &str,
        path: &str,
        paper: &Printed,
    ) -> Vec<String> {
        let mut wrong = Vec::new();
        let mut rows = 0;
        for grid in &paper.grids {
            rows += self.wrong_in(grid, &mut wrong);
        }
        // A paper that prints figures of an office that has any has a table of them.
        let office = path.rsplit('/').next().unwrap_or_default();
        let carries =
            self.now["opd"].as_array().unwrap().iter().any(|o| o["opd"] == office);
        if rows == 0
            && (template == "rekap-capaian" || template == "surat-evaluasi" && carries)
        {
            wrong.push("no figure was looked at".to_owned());
        }
        self.wrong_words(template, office, paper, &mut wrong);
        wrong
    }

    /// Sentences print no percentage that JSON does not say.
    fn wrong_words(
        &self,
        template: &str,
        office: &str,
        paper: &Printed,
        wrong: &mut Vec<String>,
    ) {
        let quarters = [Some(&self.now), self.before.as_ref(), self.last_year.as_ref()];
        let mut known = Vec::new();
        for quarter in quarters.into_iter().flatten() {
            let about = match template {
                "surat-evaluasi" => {
                    let offices = quarter["opd"].as_array().unwrap();
                    let Some(own) = offices.iter().find(|o| o["opd"] == office) else {
                        continue;
                    };
                    texts(own, &mut known);
                    let codes = own["layanan"].as_array().unwrap();
                    let urusan = quarter["urusan"].as_array().unwrap().iter();
                    let all = urusan.flat_map(|u| u["layanan"].as_array().unwrap());
                    let own = all.filter(|l| codes.contains(&l["kode"])).cloned();
                    Value::Array(own.chain([quarter["indeks_lain"].clone()]).collect())
                }
                _ => quarter.clone(),
            };
            texts(&about, &mut known);
        }
        let mut allowed: BTreeSet<String> =
            known.iter().map(|text| format!("{}%", text.replace('.', ","))).collect();
        allowed.extend(known.iter().flat_map(|text| percents(text)));
        // The path of the daerah in the middle of the year, as the settings have it by default.
        allowed.insert("50,00%".to_owned());
        for line in paper.text.lines() {
            let unknown = percents(line).into_iter().filter(|one| !allowed.contains(one));
            wrong.extend(unknown.map(|one| format!("{one} in `{line}`")));
        }
    }

    /// Rows of figures that were looked at.
    fn wrong_in(&self, grid: &Grid, wrong: &mut Vec<String>) -> usize {
        let (mut looked, mut service) = (0, None);
        for row in &grid.rows {
            let mut say = |said: String| {
                let row: String = row.join(" | ").chars().take(90).collect();
                wrong.push(format!("{said} [{}] {row}", grid.caption));
            };
            let found = row.iter().find_map(|cell| {
                let name = cell.trim_end_matches(" *)").trim();
                self.find(&self.now, name).map(|found| (name, found))
            });
            let Some((name, (kind, now))) = found else {
                match service {
                    // An item below its service.
                    Some(of) if grid.head.iter().any(|h| h == "Dibutuhkan") => {
                        looked += usize::from(item(of, &grid.head, row, &mut say));
                    }
                    _ => self.plain(grid, row, &mut say),
                }
                continue;
            };
            looked += 1;
            service = (kind == Kind::Layanan).then_some(now);
            for (head, cell) in grid.head.iter().zip(row) {
                // A row of an urusan among services leaves what only services have.
                if cell.is_empty() {
                    continue;
                }
                match self.expected((kind, now), name, grid, head) {
                    Some(right) if right.iter().any(|r| r == cell) => {}
                    Some(right) => say(format!("{head} is `{cell}`, not {right:?}")),
                    None if percents(cell).is_empty() => {}
                    // What is told in words about a service is told of it in JSON.
                    None if head == "Kondisi" => {
                        let mut said = Vec::new();
                        texts(now, &mut said);
                        let unknown = percents(cell).into_iter();
                        let said = said.join(" ");
                        unknown.filter(|one| !said.contains(one)).for_each(&mut say);
                    }
                    None => say(format!("nobody knows the column {head}")),
                }
            }
        }
        looked
    }

    /// What may stand in a column of a row; `None` where the column is about no figure.
    fn expected(
        &self,
        (kind, now): (Kind, &Value),
        name: &str,
        grid: &Grid,
        head: &str,
    ) -> Option<Vec<String>> {
        let none = || vec!["–".to_owned(), "-".to_owned()];
        let or_none =
            |printed: Option<String>| printed.map_or_else(none, |one| vec![one]);
        let nihil = now["nihil"] == true || now["status"] == "nihil";
        let nihil_or = |all: Vec<String>| {
            if nihil { vec!["Nihil".to_owned()] } else { all }
        };
        let count = |value: &Value| {
            let digits = match value {
                Value::Number(n) => Some(n.to_string()),
                Value::String(text) => Some(text.clone()),
                _ => None,
            };
            or_none(digits.map(|digits| grouped(&digits)))
        };
        let not_reported = now["status"] == "belum dilaporkan";
        let without_events = grid.caption.contains("tanpa pelayanan kejadian");
        let index = || match (not_reported, kind) {
            (true, Kind::Layanan) => none(),
            (true, _) => vec!["Belum dilaporkan".to_owned(), "–".to_owned()],
            _ => or_none(print(&now["indeks"])),
        };
        let standing = || match (nihil, not_reported) {
            _ if self.now["triwulan"] == 4 && !nihil && !not_reported => {
                or_none(now["kategori"].as_str().map(str::to_owned))
            }
            (true, _) if kind == Kind::Layanan => vec!["Nihil".to_owned()],
            (_, true) if kind == Kind::Layanan => {
                vec!["Belum dilaporkan".to_owned()]
            }
            (_, true) => none(),
            _ if self.now["triwulan"] == 4 => {
                or_none(now["kategori"].as_str().map(str::to_owned))
            }
            _ => {
                let held = &now["jalur"];
                or_none(points(&held["indeks"], &held["target"]))
            }
        };
        let then = |quarter: &Option<Value>| {
            let found = quarter.as_ref().and_then(|q| self.find(q, name));
            found
                .filter(|(_, then)| then["status"] != "belum dilaporkan")
                .map_or(Value::Null, |(_, then)| then["indeks"].clone())
        };
        Some(match head {
            "Indeks" if without_events => {
                nihil_or(or_none(print(&now["jalur"]["indeks"])))
            }
            "Indeks" | "TW II 2024" | "TW IV 2024" => nihil_or(index()),
            "Indeks tanpa Kejadian" => or_none(print(&now["jalur"]["indeks"])),
            "Penerima" => nihil_or(or_none(print(&now["penerima"]))),
            "Mutu" => {
                let mut all = nihil_or(or_none(print(&now["mutu"])));
                all.extend(all.clone().iter().map(|one| format!("{one} *)")));
                all
            }
            "Persentase" => or_none(print(&now["mutu"])),
            "Sasaran" => nihil_or(count(&now["sasaran"])),
            "Terlayani" => nihil_or(count(&now["terlayani"])),
            "Anggaran (Rp)" => count(&now["pagu"]),
            "Realisasi (Rp)" => count(&now["realisasi"]),
            "Keterisian" => or_none(print(&now["keterisian"]["persen"])),
            "Kategori" | "Jarak ke Jalur (poin)" | "Jarak Indeks ke Jalur (poin)" => {
                standing()
            }
            "TW I 2024" | "TW III 2024" => or_none(print(&then(&self.before))),
            "TW IV 2023" => or_none(print(&then(&self.last_year))),
            "Tambahan (poin)" => or_none(points(&now["indeks"], &then(&self.before))),
            "Perubahan (poin)" => or_none(points(&now["indeks"], &then(&self.last_year))),
            _ => return None,
        })
    }

    /// A row about no one thing: quarters, findings and the like print what JSON says.
    fn plain(&self, grid: &Grid, row: &[String], say: &mut impl FnMut(String)) {
        let mut known = Vec::new();
        for quarter in [Some(&self.now), self.before.as_ref()].into_iter().flatten() {
            texts(quarter, &mut known);
        }
        // The path of the daerah, as the settings have it by default.
        let path = ["25,00%", "50,00%", "75,00%", "100,00%"];
        let by_quarter = grid.caption.contains("Indeks daerah tiap triwulan");
        for cell in row {
            for one in percents(cell) {
                let said = known.iter().any(|text| {
                    format!("{}%", text.replace('.', ",")) == one || text.contains(&one)
                });
                let of_path = by_quarter && path.contains(&&*one);
                if !(said || of_path) {
                    say(format!("nobody says {one}"));
                }
            }
        }
    }
}

/// Whether the row is an item of the service, and what is wrong with it.
fn item(
    of: &Value,
    head: &[String],
    row: &[String],
    say: &mut impl FnMut(String),
) -> bool {
    let items = of["mutu_item"].as_array().unwrap();
    let Some(one) =
        items.iter().find(|item| row.iter().any(|cell| item["nama"] == *cell))
    else {
        say(format!("no item of {}", of["kode"]));
        return false;
    };
    let columns = [
        ("Dibutuhkan", "dibutuhkan"),
        ("Terpenuhi", "terpenuhi"),
        ("Persentase", "persen"),
    ];
    for (column, key) in columns {
        // A column that is empty throughout is not printed.
        let Some(at) = head.iter().position(|one| one == column) else { continue };
        let right = match one[key].as_str() {
            None => "-".to_owned(),
            Some(digits) if digits.chars().all(|c| c.is_ascii_digit()) => grouped(digits),
            Some("nihil") => "Nihil".to_owned(),
            Some(_) => print(&one[key]).unwrap(),
        };
        if row[at] != right {
            say(format!("{column} is `{}`, not `{right}`", row[at]));
        }
    }
    true
}
