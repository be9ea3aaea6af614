//! Head, addressee, lampiran head and copies of a letter (shape "korespondensi").

use crate::profil::{GayaHal, GayaTempat, LampiranProfil, SuratProfil, TujuanProfil};
use typeset::document::{
    Align, Block, Borders, Cell, ColumnWidth, Inline, List, ListItem, ListMarker,
    ParaProps, Paragraph, Row, StyleName, Table, TableRole, TextStyle,
};
use typeset::units::Pt;

use super::{Arrangement, columns, details, plain};
use crate::origins::Line;

/// Number, urgency, enclosures and subject.
#[derive(Debug, Clone, Default)]
pub(crate) struct KepalaSurat {
    /// "Sangatta"; empty where only the date is known.
    pub(crate) place: Line,
    /// "16 Desember 2024".
    pub(crate) date: Line,
    /// Rows in the order in which they are printed.
    pub(crate) rows: Vec<(HeadRow, Line)>,
}

/// What a row of the head says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HeadRow {
    /// The number.
    Nomor,
    /// The urgency.
    Sifat,
    /// What is enclosed.
    Lampiran,
    /// The subject, which the profile may set apart.
    Hal,
    /// Whatever else a template puts there, under its own label.
    Other(Line),
}

impl HeadRow {
    /// The row that is written with a name.
    pub(crate) fn named(name: Line) -> Self {
        let own = [Self::Nomor, Self::Sifat, Self::Lampiran, Self::Hal];
        let known = own.into_iter().find(|row| row.name() == name.text);
        known.unwrap_or(Self::Other(name))
    }

    /// Its name; the profile says what is printed for it.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Nomor => "Nomor",
            Self::Sifat => "Sifat",
            Self::Lampiran => "Lampiran",
            Self::Hal => "Hal",
            Self::Other(label) => &label.text,
        }
    }
}

/// Room beside the words in the addressee, which stand in line with the text around.
const PAD: Pt = Pt(3.0);

/// Room for the addressee beside the number (sketch b of naskah-dinas 1.11).
const ASIDE: Pt = Pt::mm(72.0);

/// Date at the right, then label and value at the left.
pub(crate) fn letter_head(head: &KepalaSurat, profil: &SuratProfil) -> Vec<Block> {
    let mut table = rows(head, profil);
    if let Block::Table(table) = &mut table {
        table.after = Pt(10.0);
    }
    vec![date(head, profil), table]
}

/// Date at the right, and under it number and addressee side by side (54/2009).
pub(crate) fn head_beside(
    head: &KepalaSurat,
    to: &Tujuan,
    surat: &SuratProfil,
    profil: &TujuanProfil,
) -> Vec<Block> {
    let widths = vec![ColumnWidth::Weight(1.0), ColumnWidth::Fixed(ASIDE)];
    let mut pair = columns(
        vec![vec![rows(head, surat)], addressee(to, profil)],
        widths,
        Arrangement::default(),
    );
    if let Block::Table(table) = &mut pair {
        table.after = Pt(12.0);
    }
    vec![date(head, surat), pair]
}

fn date(head: &KepalaSurat, profil: &SuratProfil) -> Block {
    let with_place = profil.tempat && !head.place.text.is_empty();
    let text = if with_place {
        head.place.clone().ours(", ").and(&head.date)
    } else {
        head.date.clone()
    };
    Block::Paragraph(Paragraph {
        props: ParaProps {
            align: Some(Align::Right),
            after: Some(Pt(8.0)),
            ..ParaProps::default()
        },
        ..plain(StyleName::Rincian, text)
    })
}

fn rows(head: &KepalaSurat, profil: &SuratProfil) -> Block {
    let look = TextStyle {
        bold: profil.gaya_hal == GayaHal::Tebal,
        underline: profil.gaya_hal == GayaHal::GarisBawah,
        ..TextStyle::default()
    };
    let row = |(row, value): &(HeadRow, Line)| {
        let style = if *row == HeadRow::Hal { look } else { TextStyle::default() };
        let label = match (row, profil.label(row.name())) {
            (HeadRow::Other(label), _) => label.clone(),
            (_, Some(own)) => own.line().clone(),
            (_, None) => Line::from(row.name()),
        };
        (label, vec![vec![Inline::styled(value.clone(), style)]])
    };
    let rows: Vec<(Line, Vec<Vec<Inline>>)> = head.rows.iter().map(row).collect();
    details(&rows, Pt::ZERO, None)
}

/// Who the letter goes to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Tujuan {
    /// "Kepala Dinas Kesehatan"; several make a numbered list.
    pub(crate) names: Vec<Line>,
    /// "Sangatta".
    pub(crate) place: Line,
}

/// "Yth." and whom, "di" and where.
pub(crate) fn addressee(tujuan: &Tujuan, profil: &TujuanProfil) -> Vec<Block> {
    let line = |text: &Line| plain(StyleName::Rincian, text.clone());
    let mut to: Vec<Block> = match tujuan.names.as_slice() {
        [one] => vec![Block::Paragraph(line(one))],
        many => vec![Block::List(List {
            indent: None,
            marker: ListMarker::Decimal,
            start: 1,
            tight: true,
            level: 0,
            items: many
                .iter()
                .map(|name| ListItem { blocks: vec![Block::Paragraph(line(name))] })
                .collect(),
            style: StyleName::Rincian,
        })],
    };
    // "di -" stands under "Yth.", "di" under the name (sketches a and b of 1.11).
    let (under_name, place_at) = if profil.kanan { (false, 15.0) } else { (true, 5.0) };
    let at = |mm: f32| ParaProps { left: Some(Pt::mm(mm)), ..ParaProps::default() };
    let at_word = Block::Paragraph(line(profil.di.line()));
    let place = place(&tujuan.place, profil.tempat);
    let place = Block::Paragraph(Paragraph { props: at(place_at), ..line(&place) });
    let mut below = vec![at_word, place];
    if under_name {
        to.append(&mut below);
    }
    // A table inside a cell cannot reach out of it in Word, so there its words do not stand
    // in line by a pad; the blank behind the sapaan keeps the name apart.
    let pad = if profil.kanan { Pt::ZERO } else { PAD };
    let greeting = if profil.kanan {
        profil.sapaan.line().clone().ours("\u{a0}")
    } else {
        profil.sapaan.line().clone()
    };
    let head = Cell::new(vec![Block::Paragraph(line(&greeting))]);
    let mut blocks = Vec::new();
    if profil.kepada {
        blocks.push(Block::Paragraph(line(&"Kepada".into())));
    }
    blocks.push(Block::Table(Table {
        role: TableRole::Layout,
        columns: vec![ColumnWidth::Fit, ColumnWidth::Weight(1.0)],
        rows: vec![Row { cells: vec![head, Cell::new(to)], ..Row::default() }],
        borders: Borders::None,
        width: (!profil.kanan).then_some(Pt::mm(120.0)),
        pad_x: pad,
        left: Pt::ZERO - pad,
        after: if profil.kanan { Pt::ZERO } else { Pt(12.0) },
        ..Table::default()
    }));
    blocks.append(&mut below);
    blocks
}

fn place(name: &Line, style: GayaTempat) -> Line {
    match style {
        GayaTempat::Polos => name.clone(),
        GayaTempat::Kapital => name.capitals(),
        // Words stay apart by more than their letters do, and a line never ends in a word.
        GayaTempat::Renggang => {
            let blank = |_, c: char| [if c.is_whitespace() { ' ' } else { c }];
            let capitals = name.capitals().each(blank).on_one_line();
            let text = capitals.text.clone();
            capitals.each(|at, c| {
                let next = text[at + c.len_utf8()..].chars().next();
                let apart = if c == ' ' { None } else { next.map(|_| '\u{a0}') };
                std::iter::once(c).chain(apart)
            })
        }
    }
}

/// Whose letter a lampiran belongs to.
#[derive(Debug, Clone, Default)]
pub(crate) struct KepalaLampiran {
    /// The office that signs the letter.
    pub(crate) office: Line,
    /// Said instead of the profile's words.
    pub(crate) about: Option<Line>,
    /// Which one of its letter it is.
    pub(crate) number: usize,
    /// Number and date.
    pub(crate) rows: Vec<(Line, Line)>,
}

/// The head of a lampiran on a page whose text is `width` wide.
pub(crate) fn appendix_head(
    head: &KepalaLampiran,
    profil: &LampiranProfil,
    width: Pt,
) -> Vec<Block> {
    let said = head.about.clone();
    let said =
        said.unwrap_or_else(|| profil.word.line().filled("{jabatan}", &head.office));
    let said = numbered(said, head.number, profil).trimmed();
    let case = |line: &Line| if profil.kapital { line.capitals() } else { line.clone() };
    let left = if profil.kanan { (width - profil.lebar).max(Pt::ZERO) } else { Pt::ZERO };
    let size = Some(Pt(10.0));
    let title = Paragraph {
        props: ParaProps { left: Some(left), ..ParaProps::default() },
        text: typeset::document::TextProps { size, ..Default::default() },
        ..plain(StyleName::Rincian, case(&said))
    };
    let row = |(label, value): &(Line, Line)| {
        (case(label), vec![vec![Inline::text(value.clone())]])
    };
    let rows: Vec<(Line, Vec<Vec<Inline>>)> = head.rows.iter().map(row).collect();
    let mut rows = details(&rows, left, size);
    if let Block::Table(table) = &mut rows {
        table.after = Pt(12.0);
    }
    vec![Block::Paragraph(title), rows]
}

/// "Lampiran II Surat ...", where the profile numbers them.
fn numbered(said: Line, number: usize, profil: &LampiranProfil) -> Line {
    const WORD: &str = "Lampiran";
    let roman = u16::try_from(number).ok().and_then(bahasa::roman::format_roman);
    match profil.romawi.then_some(roman).flatten() {
        Some(roman) if said.text.starts_with(WORD) => {
            let word = said.part(0..WORD.len()).ours(" ").ours(&roman);
            word.and(&said.part(WORD.len()..said.text.len()))
        }
        _ => said,
    }
}

/// "Tembusan Yth.:" (or the profile's words) and a list, `;` between and `.` at the end.
pub(crate) fn copies(names: &[Line], profil: &SuratProfil) -> Vec<Block> {
    if names.is_empty() {
        return Vec::new();
    }
    let head = Paragraph {
        props: ParaProps {
            before: Some(Pt(14.0)),
            keep_next: Some(true),
            ..ParaProps::default()
        },
        ..plain(StyleName::Tembusan, profil.label_tembusan.line().clone())
    };
    let ended = |name: &Line, end: &str| {
        plain(StyleName::Tembusan, name.without_end(&['.', ';']).ours(end))
    };
    let item = |(index, name): (usize, &Line)| {
        let line = ended(name, if index + 1 == names.len() { "." } else { ";" });
        ListItem { blocks: vec![Block::Paragraph(line)] }
    };
    let list = if let [one] = names {
        Block::Paragraph(ended(one, "."))
    } else {
        Block::List(List {
            indent: None,
            marker: ListMarker::Decimal,
            start: 1,
            tight: true,
            level: 0,
            items: names.iter().enumerate().map(item).collect(),
            style: StyleName::Tembusan,
        })
    };
    // With the signature above: a page with nothing but copies tells nobody whose letter it is.
    vec![Block::Keep { blocks: vec![Block::Paragraph(head), list], with_previous: 1 }]
}
