//! Pages made by hand, without layout: for the painter's tests and its benchmark.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::cast_precision_loss,
    clippy::similar_names
)]

use std::sync::Arc;

use harfrust::{Direction, FontRef, ShapeOptions, ShaperData, UnicodeBuffer, script};
use naskah::document::{Document, ImageData, LinkTarget, Meta};
use naskah::fonts::{FontBook, FontId};
use naskah::layout::page::{
    Glyph, HeadingPlace, Item, ItemKind, NodeId, Page, Pages, Tag, TagNode, TextItem,
};
use naskah::source::Span;
use naskah::units::{Pt, Rgb};

pub(crate) const BLACK: Rgb = Rgb(0, 0, 0);
pub(crate) const ROOT: NodeId = NodeId(0);

/// The emblem, a PNG with alpha.
pub(crate) fn emblem() -> Arc<ImageData> {
    let bytes = include_bytes!("lambang.png").to_vec();
    Arc::new(ImageData { png: true, bytes, width: 120, height: 140 })
}

/// A JPEG.
pub(crate) fn photo() -> Arc<ImageData> {
    let bytes = include_bytes!("foto.jpg").to_vec();
    Arc::new(ImageData { png: false, bytes, width: 80, height: 60 })
}

/// A paper with complete metadata.
pub(crate) fn paper() -> Document {
    Document {
        meta: Meta {
            title: "Undangan Rakor SPM".into(),
            author: "Sekretariat Daerah Kabupaten Contoh".into(),
            subject: "Rapat koordinasi penerapan SPM".into(),
            language: "id-ID".into(),
            date: Some(jiff::civil::date(2024, 11, 4)),
        },
        ..Document::default()
    }
}

/// Builds pages.
pub(crate) struct Hand {
    pub(crate) pages: Pages,
    fonts: Vec<(Vec<u8>, u32)>,
}

impl Hand {
    pub(crate) fn new(book: &FontBook) -> Self {
        let tree = vec![TagNode { tag: Tag::Document, children: Vec::new() }];
        let fonts = (0..book.len())
            .map(|i| {
                let (data, index) = book.data(FontId(u16::try_from(i).unwrap()));
                (data.to_vec(), index)
            })
            .collect();
        Self { pages: Pages { tree, ..Pages::default() }, fonts }
    }

    /// Begins an A4 page.
    pub(crate) fn page(&mut self, label: &str) {
        self.pages.pages.push(Page {
            section: 0,
            width: Pt::mm(210.0),
            height: Pt::mm(297.0),
            label: label.into(),
            items: Vec::new(),
        });
    }

    /// Adds a node to the reading order.
    pub(crate) fn node(&mut self, parent: NodeId, tag: Tag) -> NodeId {
        let id = NodeId(u32::try_from(self.pages.tree.len()).unwrap());
        self.pages.tree.push(TagNode { tag, children: Vec::new() });
        self.pages.tree[parent.0 as usize].children.push(id);
        id
    }

    /// Adds an item to the last page.
    pub(crate) fn item(&mut self, node: Option<NodeId>, kind: ItemKind) {
        self.item_at(node, Span::None, kind);
    }

    pub(crate) fn item_at(&mut self, node: Option<NodeId>, span: Span, kind: ItemKind) {
        self.pages.pages.last_mut().unwrap().items.push(Item { node, span, kind });
    }

    /// Adds shaped text and gives its width in points.
    pub(crate) fn text(
        &mut self,
        node: Option<NodeId>,
        face: u16,
        at: (f32, f32),
        text: &str,
    ) -> f32 {
        let glyphs = self.shape(face, text);
        self.glyphs(node, face, 11.0, at, text, glyphs)
    }

    pub(crate) fn glyphs(
        &mut self,
        node: Option<NodeId>,
        face: u16,
        size: f32,
        (x, y): (f32, f32),
        text: &str,
        glyphs: Vec<Glyph>,
    ) -> f32 {
        let width = glyphs.iter().map(|g| g.advance).sum::<f32>() * size;
        let text = TextItem {
            x: Pt(x),
            y: Pt(y),
            font: FontId(face),
            size: Pt(size),
            color: BLACK,
            text: text.into(),
            glyphs,
            anchor: false,
        };
        self.item(node, ItemKind::Text(text));
        width
    }

    pub(crate) fn line(
        &mut self,
        from: (f32, f32),
        to: (f32, f32),
        width: f32,
        dashed: bool,
    ) {
        let point = |(x, y)| (Pt(x), Pt(y));
        let (from, to) = (point(from), point(to));
        let width = Pt(width);
        self.item(None, ItemKind::Line { from, to, width, color: BLACK, dashed });
    }

    pub(crate) fn link(
        &mut self,
        node: NodeId,
        rect: [f32; 4],
        target: LinkTarget,
        alt: &str,
    ) {
        let rect = rect.map(Pt);
        self.item(Some(node), ItemKind::Link { rect, target, alt: alt.into() });
    }

    /// Adds a heading with its place.
    pub(crate) fn heading(&mut self, level: u8, title: &str, y: f32) -> NodeId {
        let node = self.node(ROOT, Tag::H(level, title.into()));
        self.text(Some(node), 1, (72.0, y), title);
        self.pages.headings.push(HeadingPlace {
            id: format!("h{}", self.pages.headings.len()),
            level,
            title: title.into(),
            trail: naskah::written::Trail::default(),
            unlisted: false,
            page: self.pages.pages.len() - 1,
            y: Pt(y - 14.0),
        });
        node
    }

    pub(crate) fn shape(&self, face: u16, text: &str) -> Vec<Glyph> {
        let (data, index) = &self.fonts[usize::from(face)];
        let font = FontRef::from_index(data, *index).unwrap();
        let mut buffer = UnicodeBuffer::new();
        for (at, c) in text.char_indices() {
            buffer.add(c, u32::try_from(at).unwrap());
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        let data = ShaperData::new(&font);
        let buffer = data.shaper(&font).build().shape(buffer, ShapeOptions::new());
        let per_em = if face < 8 { 2048.0 } else { 1000.0 };
        let infos = buffer.glyph_infos();
        let ends = infos.iter().map(|info| {
            let next = infos.iter().map(|i| i.cluster).find(|&c| c > info.cluster);
            next.unwrap_or(u32::try_from(text.len()).unwrap())
        });
        infos
            .iter()
            .zip(buffer.glyph_positions())
            .zip(ends)
            .map(|((info, pos), end)| Glyph {
                id: info.glyph_id,
                advance: pos.x_advance as f32 / per_em,
                dx: pos.x_offset as f32 / per_em,
                dy: 0.0,
                start: info.cluster,
                end,
            })
            .collect()
    }
}

const WORDS: &str = "Dalam rangka penerapan Standar Pelayanan Minimal sebagaimana diatur dalam \
    peraturan perundang-undangan, bersama ini kami mengundang Saudara untuk hadir pada rapat \
    koordinasi yang membahas capaian, kendala, dan rencana tindak lanjut setiap urusan wajib \
    pelayanan dasar, agar mutu layanan kepada warga tetap terjaga pada triwulan berikutnya.";

/// Words broken into lines of a width and made straight at both edges; what a line says and
/// its glyphs.
pub(crate) fn paragraph(
    hand: &Hand,
    face: u16,
    size: f32,
    width: f32,
    text: &str,
) -> Vec<(String, Vec<Glyph>)> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let measure = |hand: &Hand, t: &str| {
        hand.shape(face, t).iter().map(|g| g.advance).sum::<f32>() * size
    };
    for word in text.split_whitespace() {
        let tried =
            if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(hand, &tried) > width && !line.is_empty() {
            lines.push(std::mem::replace(&mut line, word.to_owned()));
        } else {
            line = tried;
        }
    }
    let last = lines.len();
    lines.push(line);
    lines
        .into_iter()
        .enumerate()
        .map(|(index, line)| {
            let mut glyphs = hand.shape(face, &line);
            if index < last {
                let spaces = line.matches(' ').count() as f32;
                let more = (width - measure(hand, &line)) / size / spaces.max(1.0);
                for glyph in &mut glyphs {
                    if line.as_bytes()[glyph.start as usize] == b' ' {
                        glyph.advance += more;
                    }
                }
                let line = format!("{line} ");
                return (line, glyphs);
            }
            (line, glyphs)
        })
        .collect()
}

/// A letter of two pages: kop with emblem, paragraphs, a table of 26 rows with a shaded head
/// repeated on the second page, a signature, page numbers.
pub(crate) fn letter(book: &FontBook) -> Pages {
    letters(book, 1)
}

/// Several letters in one paper.
pub(crate) fn letters(book: &FontBook, count: usize) -> Pages {
    let mut hand = Hand::new(book);
    for _ in 0..count {
        add_letter(&mut hand);
    }
    hand.pages
}

fn add_letter(hand: &mut Hand) {
    let emblem = emblem();
    let (left, right) = (72.0, 523.0);
    hand.page("1");
    let figure = hand.node(ROOT, Tag::Figure("Lambang Kabupaten Contoh".into()));
    let rect = [left, 36.0, 54.0, 63.0].map(Pt);
    hand.item(Some(figure), ItemKind::Image { rect, data: emblem });
    let kop = [
        (1, 14.0, "PEMERINTAH KABUPATEN CONTOH"),
        (1, 18.0, "SEKRETARIAT DAERAH"),
        (0, 9.0, "Jalan Merdeka Nomor 1, Contoh 12345, Telepon (021) 555-0101"),
    ];
    for (row, (face, size, text)) in kop.into_iter().enumerate() {
        let node = hand.node(ROOT, Tag::P);
        let glyphs = hand.shape(face, text);
        hand.glyphs(
            Some(node),
            face,
            size,
            (150.0, 54.0 + 19.0 * row as f32),
            text,
            glyphs,
        );
    }
    hand.line((left, 104.0), (right, 104.0), 2.25, false);
    hand.line((left, 107.0), (right, 107.0), 0.5, false);
    hand.heading(1, "UNDANGAN RAPAT KOORDINASI", 136.0);
    let mut y = 160.0;
    for n in 0..4 {
        let node = hand.node(ROOT, Tag::P);
        let text = format!("{n}. {WORDS}");
        for (line, glyphs) in paragraph(hand, 0, 11.0, right - left, &text) {
            hand.glyphs(Some(node), 0, 11.0, (left, y), &line, glyphs);
            y += 15.0;
        }
        y += 6.0;
    }
    let table = hand.node(ROOT, Tag::Table("Capaian SPM menurut urusan".into()));
    let columns = [72.0, 100.0, 250.0, 320.0, 390.0, 523.0];
    let heads = ["No", "Urusan dan layanan", "Sasaran", "Terlayani", "Keterangan"];
    head(hand, Some(table), &columns, &heads, y);
    y += 18.0;
    for row in 1..=26 {
        if y > 770.0 {
            number(hand, 1);
            hand.page("2");
            y = 72.0;
            head(hand, None, &columns, &heads, y);
            y += 18.0;
        }
        let cells = [
            format!("{row}"),
            format!("Pelayanan dasar ke-{row}"),
            format!("{}.{:03}", row, row * 37 % 1000),
            format!("{},{:02}%", 60 + row, row * 7 % 100),
            format!("Mutu layanan baik, tahap {row}"),
        ];
        let tr = hand.node(table, Tag::Tr);
        for (index, cell) in cells.iter().enumerate() {
            let tag = if index == 0 { Tag::Th(false, 1, 1) } else { Tag::Td(1, 1) };
            let td = hand.node(tr, tag);
            let p = hand.node(td, Tag::P);
            let glyphs = hand.shape(0, cell);
            hand.glyphs(Some(p), 0, 9.5, (columns[index] + 4.0, y + 12.0), cell, glyphs);
        }
        frame(hand, &columns, y);
        y += 18.0;
    }
    y += 30.0;
    for text in
        ["Contoh, 4 November 2024", "Sekretaris Daerah,", "Dra. Siti Aminah, M.Si."]
    {
        let node = hand.node(ROOT, Tag::P);
        hand.text(Some(node), 0, (330.0, y), text);
        y += 30.0;
    }
    number(hand, 2);
}

fn head(hand: &mut Hand, table: Option<NodeId>, columns: &[f32], heads: &[&str], y: f32) {
    let width = columns[columns.len() - 1] - columns[0];
    let rect = [columns[0], y, width, 18.0].map(Pt);
    hand.item(None, ItemKind::Fill { rect, color: Rgb(220, 230, 241) });
    let tr = table.map(|table| hand.node(table, Tag::Tr));
    for (index, text) in heads.iter().enumerate() {
        let node = tr.map(|tr| {
            let th = hand.node(tr, Tag::Th(true, 1, 1));
            hand.node(th, Tag::P)
        });
        let glyphs = hand.shape(1, text);
        hand.glyphs(node, 1, 9.5, (columns[index] + 4.0, y + 12.0), text, glyphs);
    }
    frame(hand, columns, y);
}

fn frame(hand: &mut Hand, columns: &[f32], y: f32) {
    for pair in columns.windows(2) {
        let (x0, x1) = (pair[0], pair[1]);
        hand.line((x0, y), (x1, y), 0.5, false);
        hand.line((x1, y), (x1, y + 18.0), 0.5, false);
        hand.line((x0, y + 18.0), (x1, y + 18.0), 0.5, false);
        hand.line((x0, y), (x0, y + 18.0), 0.5, false);
    }
}

fn number(hand: &mut Hand, page: usize) {
    hand.text(None, 0, (440.0, 812.0), &format!("Halaman {page} dari 2"));
}
