//! Its lists, and its table of figures.

use super::*;

fn item(text: &str, more: Vec<Block>) -> ListItem {
    let mut blocks = vec![Block::Paragraph(Paragraph::plain(StyleName::Isi, text))];
    blocks.extend(more);
    ListItem { blocks }
}

pub(super) fn lists() -> Vec<Block> {
    let list = |marker, start, items| {
        Block::List(List {
            indent: None,
            marker,
            start,
            tight: false,
            level: 0,
            items,
            style: StyleName::Butir,
        })
    };
    let deep = list(
        ListMarker::Decimal,
        1,
        vec![
            item(
                "Butir satu yang cukup panjang supaya baris keduanya menggantung lurus di bawah teks baris pertama.",
                vec![
                    para(StyleName::Isi, "Paragraf kedua dari butir satu."),
                    list(
                        ListMarker::Alpha,
                        1,
                        vec![
                            item(
                                "Butir a",
                                vec![list(
                                    ListMarker::DecimalParen,
                                    1,
                                    vec![
                                        item("Butir 1)", vec![]),
                                        item("Butir 2)", vec![]),
                                    ],
                                )],
                            ),
                            item("Butir b", vec![]),
                        ],
                    ),
                ],
            ),
            item(
                "Butir dua",
                vec![list(ListMarker::Alpha, 1, vec![item("Mulai lagi dari a", vec![])])],
            ),
            item(
                "Butir tiga",
                vec![list(ListMarker::Bullet, 1, vec![item("Bulat", vec![])])],
            ),
            item("Butir empat", vec![]),
        ],
    );
    vec![
        deep,
        para(
            StyleName::IsiRata,
            "Daftar kedua mulai dari satu, daftar ketiga dari lima:",
        ),
        list(ListMarker::Decimal, 1, vec![item("Satu", vec![]), item("Dua", vec![])]),
        list(
            ListMarker::AlphaUpper,
            5,
            vec![item("E besar", vec![]), item("F besar", vec![])],
        ),
        list(ListMarker::RomanUpper, 1, vec![item("Romawi", vec![])]),
        list(ListMarker::AlphaParen, 1, vec![item("Kurung", vec![])]),
        Block::List(List {
            indent: None,
            marker: ListMarker::Bullet,
            start: 1,
            tight: true,
            level: 0,
            items: vec![
                item("Rapat", vec![]),
                item("Rapat juga", vec![]),
                ListItem::default(),
            ],
            style: StyleName::Butir,
        }),
    ]
}

pub(super) fn data_table(rows: usize) -> Block {
    let mut head = vec![
        row(vec![
            Cell {
                rowspan: 2,
                valign: VAlign::Middle,
                ..cell(StyleName::KepalaTabel, "No.")
            },
            Cell {
                rowspan: 2,
                valign: VAlign::Middle,
                ..cell(StyleName::KepalaTabel, "Perangkat Daerah")
            },
            Cell { colspan: 2, ..cell(StyleName::KepalaTabel, "Capaian") },
        ]),
        row(vec![
            cell(StyleName::KepalaTabel, "2025"),
            cell(StyleName::KepalaTabel, "2026"),
        ]),
    ];
    for row in &mut head {
        row.shade = Some(Rgb(217, 226, 243));
    }
    for n in 1..=rows {
        let mut items = cell(StyleName::IsiTabel, &format!("Dinas Nomor {n}"));
        if n == 1 {
            items.blocks.push(Block::List(List {
                indent: None,
                marker: ListMarker::Decimal,
                start: 1,
                tight: true,
                level: 0,
                items: vec![item("daftar dalam sel", vec![]), item("kedua", vec![])],
                style: StyleName::IsiTabel,
            }));
        }
        head.push(row(vec![
            Cell {
                align: Some(Align::Center),
                row_head: true,
                ..cell(StyleName::IsiTabel, &n.to_string())
            },
            items,
            Cell { align: Some(Align::Right), ..cell(StyleName::IsiTabel, "91,25%") },
            Cell {
                align: Some(Align::Right),
                valign: VAlign::Bottom,
                ..cell(StyleName::IsiTabel, "100%")
            },
        ]));
    }
    head.push(Row {
        cells: vec![
            Cell { colspan: 2, ..cell(StyleName::IsiTabel, "Rata-rata") },
            Cell { shade: Some(Rgb(255, 242, 204)), ..cell(StyleName::IsiTabel, "95%") },
            cell(StyleName::IsiTabel, "100%"),
        ],
        emphasis: true,
        min_height: Pt::mm(10.0),
        splittable: true,
        ..Row::default()
    });
    Block::Table(Table {
        columns: fixed(&[12.0, 90.333, 29.0, 28.667]),
        head_rows: 2,
        rows: head,
        pad_x: Pt(5.0),
        pad_y: Pt(2.0),
        caption: vec![Inline::text("Tabel 1 Capaian SPM")],
        summary: "Capaian SPM tiap perangkat daerah".into(),
        before: Pt(6.0),
        after: Pt(8.0),
        ..Table::default()
    })
}
