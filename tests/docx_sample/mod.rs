//! A paper with every construct, as the writer meets it after layout.
#![allow(clippy::wildcard_imports, missing_docs)]

mod lists;
mod styles;

use std::collections::BTreeMap;
use std::sync::Arc;

use naskah::diag::Span;
use naskah::document::*;
use naskah::units::{Pt, Rgb};

use lists::{data_table, lists};
use styles::styles;

fn para(style: StyleName, text: &str) -> Block {
    Block::Paragraph(Paragraph::plain(style, text))
}

fn cell(style: StyleName, text: &str) -> Cell {
    Cell::new(vec![para(style, text)])
}

fn row(cells: Vec<Cell>) -> Row {
    Row { cells, ..Row::default() }
}

fn fixed(mm: &[f32]) -> Vec<ColumnWidth> {
    mm.iter().map(|mm| ColumnWidth::Fixed(Pt::mm(*mm))).collect()
}

fn picture(png: bool) -> Arc<ImageData> {
    let (bytes, width, height): (&[u8], u32, u32) = if png {
        (include_bytes!("lambang.png"), 96, 120)
    } else {
        (include_bytes!("grafik.jpeg"), 120, 60)
    };
    Arc::new(ImageData { png, bytes: bytes.to_vec(), width, height })
}

fn kop() -> Vec<Block> {
    let logo = Block::Image(Image {
        data: picture(true),
        width: Pt::mm(18.0),
        align: Align::Center,
        alt: "Lambang daerah".into(),
        caption: vec![],
        span: Span::None,
    });
    let line = |text: &str, size: f32| {
        let mut p = Paragraph::plain(StyleName::Kop, text);
        p.text.size = Some(Pt(size));
        Block::Paragraph(p)
    };
    let lines = vec![
        line("PEMERINTAH KABUPATEN CONTOH & SEKITARNYA", 14.0),
        line("SEKRETARIAT DAERAH", 18.27),
        Block::Paragraph(Paragraph {
            style: StyleName::Kop,
            text: TextProps {
                size: Some(Pt(9.0)),
                bold: Some(false),
                ..TextProps::default()
            },
            inlines: vec![Inline::text(
                "Jalan Merdeka Nomor\u{A0}1 Telepon (0123) 456789",
            )],
            ..Paragraph::default()
        }),
    ];
    let mut words = Cell::new(lines);
    words.valign = VAlign::Middle;
    vec![
        Block::Table(Table {
            role: TableRole::Layout,
            columns: fixed(&[22.0, 138.0]),
            rows: vec![row(vec![Cell::new(vec![logo]), words])],
            borders: Borders::None,
            ..Table::default()
        }),
        Block::Rule(Rule {
            kind: RuleKind::ThickThin,
            width: None,
            before: Pt(2.0),
            after: Pt(12.0),
        }),
    ]
}

fn details() -> Block {
    let pair = |label: &str, value: &str| {
        row(vec![
            cell(StyleName::Rincian, label),
            cell(StyleName::Rincian, ":"),
            cell(StyleName::Rincian, value),
        ])
    };
    Block::Table(Table {
        role: TableRole::Layout,
        columns: fixed(&[25.0, 4.0, 131.0]),
        rows: vec![
            pair("Nomor", "400.3/123/2026"),
            pair("Sifat", "Penting"),
            pair("Lampiran", "1 (satu) berkas"),
            pair("Hal", "Rapat koordinasi penerapan SPM triwulan kedua"),
        ],
        borders: Borders::None,
        after: Pt(12.0),
        ..Table::default()
    })
}

fn running_text() -> Vec<Block> {
    let style = |f: fn(&mut TextStyle)| {
        let mut s = TextStyle::default();
        f(&mut s);
        s
    };
    vec![
        Block::Paragraph(Paragraph::new(
            StyleName::Isi,
            vec![
                Inline::text("Dengan hormat, bersama ini disampaikan bahwa "),
                Inline::bold("penerapan SPM"),
                Inline::text(" <wajib> diselesaikan, lihat "),
                Inline::Link {
                    target: LinkTarget::Url("https://example.go.id/a b?x=1&y=2".into()),
                    inlines: vec![Inline::text("laman resmi")],
                },
                Inline::text(" dan "),
                Inline::Link {
                    target: LinkTarget::Heading("bab_1".into()),
                    inlines: vec![Inline::text("Bab I")],
                },
                Inline::text("."),
                Inline::Footnote {
                    number: 1,
                    inlines: vec![
                        Inline::text("Peraturan Pemerintah Nomor 2 Tahun 2018, "),
                        Inline::Link {
                            target: LinkTarget::Url("https://example.go.id/pp".into()),
                            inlines: vec![Inline::text("tautan")],
                        },
                        Inline::text("."),
                    ],
                },
                Inline::text(" Teks berikutnya memuat "),
                Inline::styled("miring", style(|s| s.italic = true)),
                Inline::text(", "),
                Inline::styled("garis bawah", style(|s| s.underline = true)),
                Inline::text(", "),
                Inline::styled("coret", style(|s| s.strike = true)),
                Inline::text(", m"),
                Inline::styled("2", style(|s| s.superscript = true)),
                Inline::text(", "),
                Inline::styled("merah", style(|s| s.color = Some(Rgb(192, 0, 0)))),
                Inline::text(" dan "),
                Inline::styled("besar", style(|s| s.size = Some(Pt(16.0)))),
                Inline::text(". Tanda \u{1} kendali hilang."),
                Inline::Break,
                Inline::text("Baris baru."),
            ],
        )),
        para(
            StyleName::Kutipan,
            "Setiap warga negara berhak memperoleh pelayanan dasar.",
        ),
        Block::Paragraph(Paragraph {
            style: StyleName::IsiRata,
            props: ParaProps {
                tabs: Some(vec![(Pt::mm(40.0), false), (Pt::mm(160.0), true)]),
                ..ParaProps::default()
            },
            inlines: vec![
                Inline::text("Anggaran"),
                Inline::Tab,
                Inline::text("belanja"),
                Inline::Tab,
                Inline::text("Rp1.000"),
            ],
            ..Paragraph::default()
        }),
        Block::Space(Pt(10.0)),
        para(StyleName::IsiRata, "Sesudah jarak 10 pt."),
        Block::Rule(Rule {
            kind: RuleKind::Dashed,
            width: None,
            before: Pt(6.0),
            after: Pt(6.0),
        }),
        Block::Rule(Rule {
            kind: RuleKind::Thick,
            width: None,
            before: Pt(2.0),
            after: Pt(2.0),
        }),
        Block::Rule(Rule {
            kind: RuleKind::Thin,
            width: None,
            before: Pt(2.0),
            after: Pt(6.0),
        }),
    ]
}

fn signature() -> Block {
    let mut right = Cell::new(vec![
        para(StyleName::TandaTangan, "Sekretaris Daerah,"),
        Block::Space(Pt(50.0)),
        para(StyleName::TandaTangan, "NAMA PEJABAT"),
        para(StyleName::TandaTangan, "NIP\u{A0}19700101 199001 1 001"),
    ]);
    right.align = Some(Align::Center);
    Block::Keep {
        blocks: vec![Block::Table(Table {
            role: TableRole::Layout,
            columns: fixed(&[80.0, 80.0]),
            rows: vec![row(vec![cell(StyleName::TandaTangan, ""), right])],
            borders: Borders::None,
            before: Pt(12.0),
            ..Table::default()
        })],
        with_previous: 2,
    }
}

fn heading(level: u8, label: &str, above: bool, id: &str, text: &str) -> Block {
    Block::Heading(Heading {
        level,
        label: (!label.is_empty()).then(|| label.to_owned()),
        label_above: above,
        id: id.into(),
        inlines: vec![Inline::text(text)],
        new_page: level == 1,
        before: None,
        ..Heading::default()
    })
}

fn book() -> Vec<Block> {
    let side =
        |border| Cell { border: Some(border), ..cell(StyleName::IsiTabel, "Kotak") };
    let inner = Table {
        columns: fixed(&[30.0, 30.0]),
        rows: vec![row(vec![
            cell(StyleName::IsiTabel, "dalam"),
            cell(StyleName::IsiTabel, "sel"),
        ])],
        borders: Borders::Box,
        ..Table::default()
    };
    vec![
        heading(1, "BAB I", true, "bab_1", "PENDAHULUAN & DASAR"),
        para(StyleName::Isi, "Bab ini memuat latar belakang."),
        heading(2, "A.", false, "latar_belakang", "Latar Belakang"),
        para(StyleName::Isi, "Latar belakang."),
        heading(3, "1.", false, "umum", "Umum"),
        para(StyleName::Isi, "Umum."),
        heading(
            4,
            "",
            false,
            "rinci_sekali_dengan_nama_yang_panjang_melebihi_empat_puluh",
            "Rinci",
        ),
        Block::Image(Image {
            data: picture(false),
            width: Pt::mm(80.0),
            align: Align::Center,
            alt: String::new(),
            caption: vec![Inline::text("Gambar 1 Capaian")],
            span: Span::None,
        }),
        heading(1, "BAB II", true, "bab_2", "PENUTUP"),
        Block::Table(Table {
            columns: fixed(&[70.0, 70.0]),
            head_rows: 1,
            rows: vec![
                row(vec![
                    cell(StyleName::KepalaTabel, "Satu"),
                    cell(StyleName::KepalaTabel, "Dua"),
                ]),
                row(vec![cell(StyleName::IsiTabel, "a"), cell(StyleName::IsiTabel, "b")]),
                row(vec![cell(StyleName::IsiTabel, "hanya satu sel")]),
            ],
            borders: Borders::Horizontal,
            pad_x: Pt(4.0),
            left: Pt::mm(10.0),
            ..Table::default()
        }),
        Block::Table(Table {
            columns: fixed(&[100.0, 60.0]),
            rows: vec![
                row(vec![Cell::new(vec![Block::Table(inner)]), side([Border::Thin; 4])]),
                row(vec![
                    Cell::default(),
                    side([Border::None, Border::None, Border::Thin, Border::None]),
                ]),
            ],
            borders: Borders::None,
            before: Pt(10.0),
            ..Table::default()
        }),
        Block::PageBreak,
        data_table(2),
    ]
}

fn footer() -> Header {
    let mut page = Paragraph::new(
        StyleName::Kaki,
        vec![
            Inline::text("Halaman "),
            Inline::field(TextField::Page),
            Inline::text(" dari "),
            Inline::field(TextField::Pages),
        ],
    );
    page.props.align = Some(Align::Center);
    Header { all: vec![page], first: None }
}

/// The paper.
pub(crate) fn document() -> Document {
    let mut letter = kop();
    letter.push(details());
    letter.extend(running_text());
    letter.extend(lists());
    letter.push(data_table(30));
    letter.push(para(
        StyleName::Isi,
        "Demikian disampaikan, atas perhatian diucapkan terima kasih.",
    ));
    letter.push(signature());
    let f4 =
        PageSetup { width: Pt::mm(215.0), height: Pt::mm(330.0), ..PageSetup::default() };
    let cover = Section {
        page: PageSetup { center_vertically: true, ..PageSetup::default() },
        blocks: vec![
            para(StyleName::Judul, "PANDUAN PENERAPAN SPM"),
            para(StyleName::SubJudul, "Kabupaten Contoh"),
        ],
        ..Section::default()
    };
    let front = Section {
        numbers: PageNumbers { roman: true, start: Some(1) },
        footer: footer(),
        blocks: vec![
            Block::Heading(Heading {
                level: 1,
                id: "daftar_isi".into(),
                inlines: vec![Inline::text("DAFTAR ISI")],
                unlisted: true,
                ..Heading::default()
            }),
            Block::Toc(Toc { depth: 3 }),
        ],
        ..Section::default()
    };
    let mut running = Paragraph::plain(StyleName::Kaki, "Panduan SPM");
    running.props.align = Some(Align::Right);
    let main = Section {
        numbers: PageNumbers { roman: false, start: Some(1) },
        header: Header { all: vec![running], first: Some(vec![]) },
        footer: footer(),
        blocks: book(),
        ..Section::default()
    };
    let wide = Section {
        page: PageSetup {
            width: Pt::mm(297.0),
            height: Pt::mm(210.0),
            orientation: Orientation::Landscape,
            ..PageSetup::default()
        },
        blocks: vec![data_table(3), data_table(2)],
        ..Section::default()
    };
    Document {
        anchors: Vec::new(),
        meta: Meta {
            title: "Undangan Rapat & Panduan".into(),
            author: "Bagian Pemerintahan".into(),
            subject: "SPM".into(),
            language: "id-ID".into(),
            date: Some(jiff::civil::date(2026, 6, 1)),
        },
        styles: styles(),
        sections: vec![
            Section { page: f4, blocks: letter, footer: footer(), ..Section::default() },
            cover,
            front,
            main,
            wide,
        ],
        watermark: Some("CONTOH".into()),
        catchwords: false,
        classic_pdf: false,
    }
}

/// The letter alone, without a watermark: what most papers are like.
pub(crate) fn letter() -> Document {
    let mut doc = document();
    doc.sections.truncate(1);
    doc.watermark = None;
    doc
}

/// The page of each heading.
pub(crate) fn pages() -> BTreeMap<String, String> {
    ["bab_1", "latar_belakang", "umum", "bab_2"]
        .into_iter()
        .zip(["1", "1", "2", "3"])
        .map(|(id, page)| (id.to_owned(), page.to_owned()))
        .collect()
}
