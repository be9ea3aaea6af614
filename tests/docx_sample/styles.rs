//! Its styles.

use super::*;

pub(super) fn styles() -> StyleSheet {
    let base = (
        ParaProps { spacing: Some(1.15), ..ParaProps::default() },
        TextProps {
            face: Some(Face::Sans),
            size: Some(Pt(12.0)),
            ..TextProps::default()
        },
    );
    let plain = ParaProps::default;
    let text = TextProps::default;
    let bold = || TextProps { bold: Some(true), ..TextProps::default() };
    let centre = || ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    let head = || ParaProps {
        before: Some(Pt(12.0)),
        after: Some(Pt(6.0)),
        keep_next: Some(true),
        ..ParaProps::default()
    };
    let toc = |level: f32| ParaProps { left: Some(Pt::mm(6.0 * level)), ..plain() };
    let small = |size: f32| TextProps { size: Some(Pt(size)), ..text() };
    let tabel = || ParaProps { spacing: Some(1.0), ..plain() };
    let styles = BTreeMap::from([
        (
            StyleName::Isi,
            (
                ParaProps {
                    align: Some(Align::Justify),
                    first_line: Some(Pt::mm(12.5)),
                    after: Some(Pt(6.0)),
                    hyphenate: Some(true),
                    ..plain()
                },
                text(),
            ),
        ),
        (
            StyleName::IsiRata,
            (
                ParaProps {
                    align: Some(Align::Justify),
                    after: Some(Pt(6.0)),
                    ..plain()
                },
                text(),
            ),
        ),
        (StyleName::Judul, (centre(), TextProps { size: Some(Pt(14.0)), ..bold() })),
        (StyleName::SubJudul, (ParaProps { after: Some(Pt(12.0)), ..centre() }, bold())),
        (
            StyleName::Heading1,
            (ParaProps { align: Some(Align::Center), ..head() }, bold()),
        ),
        (StyleName::Heading2, (head(), bold())),
        (StyleName::Heading3, (head(), bold())),
        (StyleName::Butir, (ParaProps { after: Some(Pt(4.0)), ..plain() }, text())),
        (StyleName::Kop, (ParaProps { spacing: Some(1.0), ..centre() }, bold())),
        (StyleName::Rincian, (tabel(), text())),
        (StyleName::IsiTabel, (tabel(), small(10.0))),
        (
            StyleName::KepalaTabel,
            (
                ParaProps { spacing: Some(1.0), ..centre() },
                TextProps { bold: Some(true), ..small(10.0) },
            ),
        ),
        (
            StyleName::Keterangan,
            (
                ParaProps { before: Some(Pt(6.0)), after: Some(Pt(3.0)), ..centre() },
                small(10.0),
            ),
        ),
        (
            StyleName::Kutipan,
            (
                ParaProps {
                    left: Some(Pt::mm(10.0)),
                    right: Some(Pt::mm(10.0)),
                    after: Some(Pt(6.0)),
                    ..plain()
                },
                TextProps { italic: Some(true), ..text() },
            ),
        ),
        (
            StyleName::JudulDaftarIsi,
            (ParaProps { after: Some(Pt(12.0)), ..centre() }, bold()),
        ),
        (StyleName::DaftarIsi1, (plain(), bold())),
        (StyleName::DaftarIsi2, (toc(1.0), text())),
        (StyleName::DaftarIsi3, (toc(2.0), text())),
        (StyleName::Kaki, (plain(), small(9.0))),
        (
            StyleName::CatatanKaki,
            (ParaProps { spacing: Some(1.0), ..plain() }, small(9.0)),
        ),
    ]);
    StyleSheet { base, styles }
}
