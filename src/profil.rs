//! How papers look: paper, margins, sizes, styles. The built-in values are practice after
//! Permendagri 1/2023 as far as it was read (naskah-dinas practice; every value can be changed
//! under `[profil]`, because each daerah has its own Perbup).

use std::collections::BTreeMap;

use crate::document::{
    Align, Face, Margins, Orientation, PageSetup, ParaProps, RuleKind, Shape, StyleName,
    StyleSheet, TextProps,
};
use crate::units::Pt;
use crate::workspace::ProfilOverrides;

/// The values papers are made with.
#[derive(Debug, Clone)]
pub struct Profil {
    /// Upright paper, width and height.
    pub paper: (Pt, Pt),
    /// Margins of letters.
    pub margins: Margins,
    /// Size of running text.
    pub size: Pt,
    /// Line spacing of running text.
    pub spacing: f32,
    /// Indent of a paragraph's first line.
    pub indent: Pt,
    /// The line under the kop.
    pub kop_rule: RuleKind,
    /// Family of letters.
    pub face: Face,
    /// Family of books.
    pub book_face: Face,
}

impl Default for Profil {
    fn default() -> Self {
        Self {
            paper: (Pt::mm(210.0), Pt::mm(297.0)),
            margins: Margins::default(),
            size: Pt(12.0),
            spacing: 1.15,
            indent: Pt::mm(12.5),
            kop_rule: RuleKind::ThickThin,
            face: Face::Sans,
            book_face: Face::Serif,
        }
    }
}

impl Profil {
    /// The built-in profile with a workspace's changes. `face` finds a family by its name.
    pub fn with(
        overrides: &ProfilOverrides,
        face: impl Fn(&str) -> Option<Face>,
    ) -> Self {
        let base = Self::default();
        let [top, bottom, left, right] = overrides.tepi;
        let mm = |value: Option<f32>, base: Pt| value.map_or(base, Pt::mm);
        let family = |name: &Option<crate::source::Spanned<String>>, base: Face| {
            name.as_ref().and_then(|n| face(n)).unwrap_or(base)
        };
        Self {
            paper: overrides.kertas.map_or(base.paper, |(w, h)| (Pt::mm(w), Pt::mm(h))),
            margins: Margins {
                top: mm(top, base.margins.top),
                bottom: mm(bottom, base.margins.bottom),
                left: mm(left, base.margins.left),
                right: mm(right, base.margins.right),
            },
            size: overrides.ukuran.map_or(base.size, Pt),
            spacing: overrides.spasi.unwrap_or(base.spacing),
            indent: mm(overrides.lekuk, base.indent),
            kop_rule: match overrides.garis_ganda {
                Some(true) => RuleKind::ThickThin,
                Some(false) => RuleKind::Thick,
                None => base.kop_rule,
            },
            face: family(&overrides.huruf, base.face),
            book_face: family(&overrides.huruf_buku, base.book_face),
        }
    }

    /// A page of the profile's paper, upright or turned, with the shape's margins.
    pub fn page(&self, shape: Shape, orientation: Orientation) -> PageSetup {
        let (width, height) = match orientation {
            Orientation::Portrait => self.paper,
            Orientation::Landscape => (self.paper.1, self.paper.0),
        };
        let margins = match (shape, orientation) {
            // Sheets are filled in by hand: the room is worth more than the punch margin.
            (Shape::Lembar, _) => Margins {
                top: Pt::mm(15.0),
                bottom: Pt::mm(15.0),
                left: Pt::mm(20.0),
                right: Pt::mm(15.0),
            },
            (_, Orientation::Landscape) => Margins {
                top: Pt::mm(25.0),
                bottom: Pt::mm(20.0),
                left: Pt::mm(20.0),
                right: Pt::mm(20.0),
            },
            _ => self.margins,
        };
        PageSetup {
            width,
            height,
            orientation,
            margins,
            header_at: Pt::mm(10.0),
            footer_at: Pt::mm(10.0),
            center_vertically: false,
            frame: false,
        }
    }

    /// The styles of a shape of papers.
    pub fn styles(&self, shape: Shape) -> StyleSheet {
        let face = if shape == Shape::Buku { self.book_face } else { self.face };
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
                face: Some(face),
                size: Some(self.size),
                bold: Some(false),
                italic: Some(false),
                underline: Some(false),
                color: None,
            },
        );
        let mut styles = self.running();
        styles.extend(self.headings(shape));
        styles.extend(small());
        StyleSheet { base, styles }
    }

    fn running(&self) -> BTreeMap<StyleName, (ParaProps, TextProps)> {
        use StyleName as S;
        let text = ParaProps {
            align: Some(Align::Justify),
            after: Some(Pt(6.0)),
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
        let item = ParaProps { after: Some(Pt(3.0)), ..text.clone() };
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
fn small() -> BTreeMap<StyleName, (ParaProps, TextProps)> {
    use StyleName as S;
    let plain = ParaProps::default();
    let line = |left: f32, before: f32, bold: bool| {
        (
            ParaProps {
                left: Some(Pt::mm(left)),
                before: Some(Pt(before)),
                after: Some(Pt(2.0)),
                ..ParaProps::default()
            },
            TextProps { bold: Some(bold), ..TextProps::default() },
        )
    };
    let head = TextProps { bold: Some(true), ..sized(Pt(10.0)) };
    let caption = ParaProps {
        before: Some(Pt(4.0)),
        after: Some(Pt(3.0)),
        keep_next: Some(true),
        ..ParaProps::default()
    };
    let centred = ParaProps { align: Some(Align::Center), ..ParaProps::default() };
    BTreeMap::from([
        (S::IsiTabel, (plain.clone(), sized(Pt(10.0)))),
        (S::KepalaTabel, (centred.clone(), head)),
        (S::Keterangan, (caption, sized(Pt(10.0)))),
        (S::DaftarIsi1, line(0.0, 4.0, true)),
        (S::DaftarIsi2, line(6.0, 0.0, false)),
        (S::DaftarIsi3, line(12.0, 0.0, false)),
        (S::Kaki, (centred, sized(Pt(9.0)))),
        (S::CatatanKaki, (plain, sized(Pt(9.0)))),
    ])
}
