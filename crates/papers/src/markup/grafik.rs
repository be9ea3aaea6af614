//! `:::grafik`: a chart from the pipe table in it, names in the first column and one series in
//! each of the others.

use crate::problem::{ChartProblem, TemplateProblem};
use comrak::nodes::NodeValue;
use num_rational::BigRational;
use num_traits::Signed;

use super::reader::{Node, Reader};
use crate::notation::Opening;
use bahasa::{format_decimal, format_decimal_short, parse_number};
use base::diag::Both;
use typeset::document::{
    Block, Grafik, Inline, JenisGrafik, NilaiGrafik, Ruang, Seri, Target, plain_text,
};
use typeset::grafik::temuan;
use typeset::units::Pt;

/// Places printed behind the comma at most.
const TEMPAT: u8 = 6;

/// What a cell holds before it is known how all of them are printed.
enum Isi {
    Angka(BigRational),
    Nihil,
    TidakAda,
}

impl Reader<'_> {
    pub(super) fn chart(&mut self, node: Node<'_>, opening: &Opening) -> Option<Block> {
        let words = [("batang", JenisGrafik::Batang), ("garis", JenisGrafik::Garis)];
        // A miswritten kind is told; what else is wrong is told with it.
        let jenis = self.word(opening, "jenis", &words).unwrap_or(JenisGrafik::Batang);
        let judul = opening.text("judul");
        if judul.is_empty() {
            let (directive, name) = (opening.name.clone(), "judul".to_owned());
            self.problems
                .add(opening.span, TemplateProblem::MissingAttribute { directive, name });
        }
        let satuan = match opening.text("satuan") {
            unit if unit.is_empty() || unit.trim() == "%" => unit.trim().to_owned(),
            unit => format!(" {}", unit.trim()),
        };
        let target = self.exact(opening, "target").map(|nilai| {
            let label = match opening.text("label-target") {
                own if own.is_empty() => "Target".to_owned(),
                own => own,
            };
            let label = format!("{label} {}{satuan}", format_decimal_short(&nilai, 2));
            Target { nilai, label }
        });
        let maks = self.exact(opening, "maks");
        let tinggi = self.number(opening, "tinggi").map(Pt::mm);
        let (kategori, seri) = self.chart_data(node, opening, jenis, &satuan)?;
        let alt = match opening.text("alt") {
            own if own.is_empty() => {
                temuan(jenis, &judul, &kategori, &seri, target.as_ref(), &satuan)
            }
            own => own,
        };
        let caption = format!("{}. {judul}", self.numbering.chart());
        Some(Block::Grafik(Box::new(Grafik {
            jenis,
            kategori,
            seri,
            target,
            satuan,
            maks,
            tinggi,
            alt,
            caption: vec![Inline::text(caption)],
            ruang: Ruang::default(),
            span: opening.span,
        })))
    }

    /// An attribute that is a number from nought up, as it is written in Indonesian.
    fn exact(&mut self, opening: &Opening, key: &str) -> Option<BigRational> {
        let (text, span) = opening.get(key)?;
        match parse_number(text) {
            Ok(number) if !number.is_negative() => Some(number),
            _ => {
                let expected = Both::new("bilangan nol atau lebih", "a number from 0 up");
                self.bad(opening, key, text, span, expected);
                None
            }
        }
    }

    /// Names and series of the table inside.
    fn chart_data(
        &mut self,
        node: Node<'_>,
        opening: &Opening,
        jenis: JenisGrafik,
        satuan: &str,
    ) -> Option<(Vec<String>, Vec<Seri>)> {
        let mut tables = node
            .children()
            .filter(|child| matches!(child.data().value, NodeValue::Table(_)));
        let others = node.children().count();
        let (Some(table), None, 1) = (tables.next(), tables.next(), others) else {
            self.problems.add(opening.span, ChartProblem::ChartWithoutTable {});
            return None;
        };
        let mut rows = table.children();
        let head: Vec<String> = match rows.next() {
            Some(row) => row.children().map(|cell| self.cell_text(cell)).collect(),
            None => Vec::new(),
        };
        let rows: Vec<Node<'_>> = rows.collect();
        let seri = head.len().saturating_sub(1);
        let most = match jenis {
            JenisGrafik::Batang => (Grafik::BARIS * 3 / 2) / seri.max(1),
            JenisGrafik::Garis | JenisGrafik::Qr => Grafik::BARIS,
        };
        let most = most.min(Grafik::BARIS);
        if !(1..=Grafik::SERI).contains(&seri) || !(1..=most).contains(&rows.len()) {
            let detail = Both::new(
                format!(
                    "tabelnya {seri} seri dan {} baris; yang dapat digambar 1–{} seri dan 1–{most} baris",
                    rows.len(),
                    Grafik::SERI
                ),
                format!(
                    "series in its table: {seri}, rows: {}; what can be drawn: 1–{} series, 1–{most} rows",
                    rows.len(),
                    Grafik::SERI
                ),
            );
            let span = self.span(table.first_child().unwrap_or(table));
            self.problems.add(span, ChartProblem::ChartTooLarge { detail });
            return None;
        }
        let mut kategori = Vec::new();
        let mut columns: Vec<Vec<Isi>> = (0..seri).map(|_| Vec::new()).collect();
        let mut sound = true;
        for row in rows {
            sound &= self.check_cells(row, head.len());
            let mut cells = row.children();
            kategori.push(cells.next().map(|c| self.cell_text(c)).unwrap_or_default());
            for (column, cell) in columns.iter_mut().zip(cells) {
                match self.chart_cell(cell) {
                    Some(isi) => column.push(isi),
                    None => sound = false,
                }
            }
        }
        if !sound {
            return None;
        }
        let numbers = columns.iter().flatten().filter_map(|isi| match isi {
            Isi::Angka(number) => Some(number),
            Isi::Nihil | Isi::TidakAda => None,
        });
        let places = match satuan {
            "%" => 2,
            _ => numbers.map(places).max().unwrap_or_default(),
        };
        let printed = |isi: Isi| match isi {
            Isi::Angka(n) => {
                let text = format!("{}{satuan}", format_decimal(&n, places));
                NilaiGrafik::Angka(n, text)
            }
            Isi::Nihil => NilaiGrafik::Nihil,
            Isi::TidakAda => NilaiGrafik::TidakAda,
        };
        let labels = head.into_iter().skip(1);
        let seri = labels
            .zip(columns)
            .map(|(label, column)| Seri {
                label,
                nilai: column.into_iter().map(printed).collect(),
            })
            .collect();
        Some((kategori, seri))
    }

    /// The words of a cell on one line; drawn text has no other look.
    fn cell_text(&mut self, cell: Node<'_>) -> String {
        let text = plain_text(&self.inlines(cell));
        let visible = |c: &char| {
            !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
        };
        let text: String = text
            .chars()
            .filter(visible)
            .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
            .collect();
        text.split(' ').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ")
    }

    /// A value: a number from nought up, `nihil`, or nothing.
    fn chart_cell(&mut self, cell: Node<'_>) -> Option<Isi> {
        let text = self.cell_text(cell);
        if matches!(text.as_str(), "" | "-" | "–" | "—") {
            return Some(Isi::TidakAda);
        }
        if text.eq_ignore_ascii_case("nihil") {
            return Some(Isi::Nihil);
        }
        match parse_number(&text) {
            Ok(number) if !number.is_negative() => Some(Isi::Angka(number)),
            _ => {
                let span = self.span(cell);
                self.problems.add(span, ChartProblem::ChartValue { value: text });
                None
            }
        }
    }
}

/// How many places a number needs behind the comma.
fn places(number: &BigRational) -> u8 {
    let short = format_decimal(number, TEMPAT);
    let digits = short.trim_end_matches('0').split_once(',').map_or(0, |(_, d)| d.len());
    u8::try_from(digits).unwrap_or(TEMPAT)
}
