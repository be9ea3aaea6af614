//! Pages and styles of a profile.

use std::collections::BTreeMap;

use super::Profil;
use typeset::document::{
    Align, Orientation, PageSetup, ParaProps, Shape, StyleName, StyleSheet, TextProps,
};
use typeset::units::Pt;

impl Profil {
    /// A page of the profile's paper, upright or turned.
    pub fn page(&self, orientation: Orientation) -> PageSetup {
        let (width, height, margins) = match orientation {
            Orientation::Portrait => (self.paper.0, self.paper.1, self.margins),
            Orientation::Landscape => (self.paper.1, self.paper.0, self.turned),
        };
        PageSetup {
            width,
            height,
            orientation,
            margins,
            first: (None, None),
            header_at: Pt::mm(10.0),
            footer_at: Pt::mm(10.0),
            center_vertically: false,
            room_above: None,
            frame: false,
        }
    }

    /// The styles of a shape of papers.
    pub fn styles(&self, shape: Shape) -> StyleSheet {
        let base = (
            ParaProps {
                align: Some(Align::Left),
                left: Some(Pt::ZERO),
                right: Some(Pt::ZERO),
                first_line: Some(Pt::ZERO),
                before: Some(Pt::ZERO),
                after: Some(Pt::ZERO),
                spacing: Some(1.0),
                keep_next: Some(false),
                keep_lines: Some(false),
                tabs: None,
                hyphenate: Some(false),
            },
            TextProps {
                face: Some(self.face),
                size: Some(self.size),
                bold: Some(false),
                italic: Some(false),
                underline: Some(false),
                color: None,
            },
        );
        let mut styles = self.running();
        styles.extend(self.headings(shape));
        styles.extend(small(self.table_size));
        StyleSheet { base, styles }
    }

    fn running(&self) -> BTreeMap<StyleName, (ParaProps, TextProps)> {
        use StyleName as S;
        let text = ParaProps {
            align: Some(Align::Justify),
            after: Some(self.gap),
            spacing: Some(self.spacing),
            hyphenate: Some(true),
            ..ParaProps::default()
        };
        let centred = ParaProps {
            align: Some(Align::Center),
            keep_next: Some(true),
            ..ParaProps::default()
        };
        let plain = TextProps::default();
        let bold = TextProps { bold: Some(true), ..plain };
        let indented = ParaProps { first_line: Some(self.indent), ..text.clone() };
        let item = ParaProps { after: Some(self.gap * 0.5), ..text.clone() };
        let quote = ParaProps {
            left: Some(Pt::mm(10.0)),
            right: Some(Pt::mm(10.0)),
            ..text.clone()
        };
        let title = TextProps { size: Some(self.size + Pt(2.0)), ..bold };
        let details = ParaProps { spacing: Some(1.1), ..ParaProps::default() };
        BTreeMap::from([
            (S::Isi, (indented, plain)),
            (S::IsiRata, (text, plain)),
            (S::Butir, (item, plain)),
            (S::Kutipan, (quote, plain)),
            (S::Judul, (centred.clone(), title)),
            (S::SubJudul, (centred.clone(), bold)),
            (S::Kop, (ParaProps { keep_next: None, ..centred }, plain)),
            (S::Rincian, (details, plain)),
            (S::TandaTangan, (ParaProps::default(), plain)),
            (S::Tembusan, (ParaProps::default(), sized(self.size - Pt(1.0)))),
        ])
    }

    fn headings(&self, shape: Shape) -> BTreeMap<StyleName, (ParaProps, TextProps)> {
        use StyleName as S;
        let heading = |before: f32, after: f32, size: f32| {
            (
                ParaProps {
                    before: Some(Pt(before)),
                    after: Some(Pt(after)),
                    keep_next: Some(true),
                    keep_lines: Some(true),
                    ..ParaProps::default()
                },
                TextProps {
                    bold: Some(true),
                    size: Some(self.size + Pt(size)),
                    ..TextProps::default()
                },
            )
        };
        let mut chapter = heading(0.0, 18.0, 2.0);
        chapter.0.align = Some(Align::Center);
        if shape != Shape::Buku {
            chapter = heading(10.0, 6.0, 0.0);
        }
        let contents = chapter.clone();
        BTreeMap::from([
            (S::Heading1, chapter),
            (S::Heading2, heading(12.0, 6.0, 0.0)),
            (S::Heading3, heading(10.0, 4.0, 0.0)),
            (S::Heading4, heading(8.0, 4.0, 0.0)),
            (S::JudulDaftarIsi, contents),
        ])
    }
}

fn sized(size: Pt) -> TextProps {
    TextProps { size: Some(size), ..TextProps::default() }
}

/// Text beside the running text: tables, captions, contents, footers.
fn small(size: Pt) -> BTreeMap<StyleName, (ParaProps, TextProps)> {
    use StyleName as S;
    let plain = ParaProps::default();
    // Close together, so that a book's contents do not run over to a page of a few lines.
    let line = |left: f32, before: f32, bold: bool| {
        (
            ParaProps {
                left: Some(Pt::mm(left)),
                before: Some(Pt(before)),
                after: Some(Pt(1.0)),
                ..ParaProps::default()
            },
            TextProps { bold: Some(bold), ..TextProps::default() },
        )
    };
    let head = TextProps { bold: Some(true), ..sized(size) };
    let caption = ParaProps {
        before: Some(Pt(4.0)),
        after: Some(Pt(3.0)),
        keep_next: Some(true),
        ..ParaProps::default()
    };
    let centred = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    BTreeMap::from([
        (S::IsiTabel, (plain.clone(), sized(size))),
        (S::KepalaTabel, (centred.clone(), head)),
        (S::Keterangan, (caption, sized(size))),
        (S::DaftarIsi1, line(0.0, 2.0, true)),
        (S::DaftarIsi2, line(6.0, 0.0, false)),
        (S::DaftarIsi3, line(12.0, 0.0, false)),
        (S::Kaki, (centred, sized(Pt(9.0)))),
        (S::CatatanKaki, (plain, sized(Pt(9.0)))),
    ])
}
