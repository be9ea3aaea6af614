//! What each `:::name {…}` means.

use super::reader::{Node, Reader};
use super::tables::TableOptions;
use crate::forms;
use crate::notation::Opening;
use crate::problem::TemplateProblem;
use base::diag::{Both, nearest};
use base::source::Span;
use data::problem::PictureProblem;
use typeset::document::{
    Align, Block, Borders, ColumnWidth, Header, Heading, Image, Inline, Orientation,
    ParaProps, Paragraph, Rule, RuleKind, Section, Sheet, StyleName, TextProps, Toc,
};
use typeset::units::Pt;

/// Every directive and the attributes it knows.
pub const DIRECTIVES: &[(&str, &[&str])] = &[
    (
        "kop",
        &[
            "baris",
            "alamat",
            "lambang",
            "lambang-ket",
            "ringkas",
            "jenis",
            "baris-kepala",
            "alamat-kepala",
            "lambang-negara",
        ],
    ),
    ("kepala-surat", &["tempat", "tanggal", "label", "isi"]),
    ("kepala-lampiran", &["jabatan", "tentang", "label", "isi"]),
    ("tujuan", &["yth", "di"]),
    ("rincian", &["label", "isi", "kiri", "ukuran"]),
    (
        "tanda-tangan",
        &[
            "atas",
            "atas-nama",
            "jabatan",
            "nama",
            "nama-polos",
            "pangkat",
            "golongan",
            "nip",
            "kedudukan",
            "status",
            "sebagai",
            "id",
            "nik",
            "ditetapkan-di",
            "ditetapkan-tanggal",
            "tempat",
            "tanggal",
            "paraf",
            "qr",
            "kiri",
            "sebelum",
        ],
    ),
    (
        "tanda-tangan-bersama",
        &[
            "bentuk",
            "letak",
            "atas",
            "ditetapkan-di",
            "ditetapkan-tanggal",
            "tempat",
            "tanggal",
            "nama",
            "jabatan",
            "nama-polos",
            "pangkat",
            "golongan",
            "nip",
            "kedudukan",
            "status",
            "sebagai",
            "atas-nama",
            "id",
            "nik",
            "peran",
        ],
    ),
    ("tembusan", &["nama"]),
    ("judul", &[]),
    (
        "tabel",
        &[
            "judul",
            "lebar",
            "ulang-kepala",
            "kepala",
            "garis",
            "ukuran",
            "tinggi-baris",
            "utuh",
            "ringkasan",
            "tengah",
        ],
    ),
    ("lembar", &["baris"]),
    ("bersama", &["dengan"]),
    (
        "gaya",
        &[
            "rata",
            "ukuran",
            "tebal",
            "kiri",
            "kanan",
            "sebelum",
            "sesudah",
            "polos",
            "lekuk",
            "spasi",
            "utuh",
            "tanpa-penggal",
            "lekat",
        ],
    ),
    ("butir", &["tanda"]),
    ("satu-baris", &["ukuran", "terkecil", "tebal", "rata"]),
    ("balik", &[]),
    ("kolom", &["lebar", "tinggi", "tengah", "garis", "potong"]),
    ("sel", &[]),
    ("gambar", &["berkas", "lebar", "tinggi", "rata", "alt", "judul"]),
    (
        "grafik",
        &["jenis", "judul", "target", "label-target", "maks", "satuan", "alt", "tinggi"],
    ),
    ("garis", &["jenis", "sebelum", "sesudah"]),
    ("jarak", &["mm"]),
    ("halaman-baru", &[]),
    (
        "halaman",
        &[
            "arah",
            "nomor",
            "mulai",
            "bab",
            "tengah",
            "kepala",
            "kaki",
            "kaki-awal",
            "tepi",
            "bingkai",
        ],
    ),
    ("bab", &["judul", "tak-terdaftar"]),
    ("daftar-isi", &["kedalaman"]),
    ("catatan", &[]),
];

impl Reader<'_> {
    pub(super) fn directive(&mut self, node: Node<'_>) -> Vec<Block> {
        let Some(opening) = self.opening(node) else { return Vec::new() };
        if !self.is_known(&opening) {
            return Vec::new();
        }
        if !self.is_closed(node) {
            let name = opening.name.clone();
            self.problems.add(opening.span, TemplateProblem::UnclosedDirective { name });
        }
        match opening.name.as_str() {
            "kop" => self.kop_directive(&opening),
            "kepala-surat" => self.letter_head(node, &opening),
            "tujuan" => self.addressee(&opening),
            "kepala-lampiran" => self.appendix_head(&opening),
            "rincian" => self.details(&opening),
            "tanda-tangan" => self.signature(&opening),
            "tanda-tangan-bersama" => self.signatures(&opening),
            "tembusan" => forms::copies(&opening.texts("nama")),
            "judul" => self.title(node),
            "tabel" => self.table_directive(node, &opening),
            "lembar" => self.sheet(node, &opening),
            "bersama" => {
                let with_previous =
                    self.number(&opening, "dengan").map_or(0, crate::markup::small);
                vec![Block::Keep { blocks: self.children(node, 0), with_previous }]
            }
            "gaya" => self.styled_blocks(node, &opening),
            "butir" => self.marked_lists(node, &opening),
            "satu-baris" => self.fit_lines(node, &opening),
            "balik" => vec![Block::Upturned(self.children(node, 0))],
            "kolom" => self.columns_directive(node, &opening),
            "sel" => self.children(node, 0),
            "gambar" => self.image(&opening).into_iter().collect(),
            "grafik" => self.chart(node, &opening).into_iter().collect(),
            "garis" => self.rule(&opening),
            "jarak" => {
                let mm = self.number(&opening, "mm").unwrap_or(5.0);
                vec![Block::Space(Pt::mm(mm))]
            }
            "halaman-baru" => vec![Block::PageBreak],
            "halaman" => {
                self.section(&opening);
                Vec::new()
            }
            "bab" => vec![self.unnumbered(&opening)],
            "daftar-isi" => {
                let depth = self.number(&opening, "kedalaman").unwrap_or(2.0);
                vec![Block::Toc(Toc { depth: crate::markup::small(depth) })]
            }
            _ => vec![forms::catatan(self.children(node, 0))],
        }
    }

    fn is_known(&mut self, opening: &Opening) -> bool {
        let Some((name, known)) = DIRECTIVES.iter().find(|(n, _)| *n == opening.name)
        else {
            let names = DIRECTIVES.iter().map(|(n, _)| *n);
            let near = nearest(&opening.name, names).unwrap_or_default();
            let name = opening.name.clone();
            self.problems
                .add(opening.span, TemplateProblem::UnknownDirective { name, near });
            return false;
        };
        for attribute in &opening.attributes {
            if !known.contains(&attribute.key.as_str()) {
                let near =
                    nearest(&attribute.key, known.iter().copied()).unwrap_or_default();
                self.problems.add(
                    attribute.span,
                    TemplateProblem::UnknownAttribute {
                        directive: (*name).to_owned(),
                        name: attribute.key.clone(),
                        near,
                    },
                );
            }
        }
        true
    }

    /// A number attribute; a text that is none is a problem.
    pub(super) fn number(&mut self, opening: &Opening, key: &str) -> Option<f32> {
        let (text, span) = opening.get(key)?;
        match text.replace(',', ".").parse::<f32>() {
            Ok(n) if n.is_finite() && (0.0..=5000.0).contains(&n) => Some(n),
            _ => {
                self.bad(opening, key, text, span, Both::new("bilangan", "a number"));
                None
            }
        }
    }

    pub(super) fn bad(
        &mut self,
        opening: &Opening,
        key: &str,
        value: &str,
        span: Span,
        expected: Both,
    ) {
        self.problems.add(
            span,
            TemplateProblem::BadAttribute {
                directive: opening.name.clone(),
                name: key.to_owned(),
                value: value.to_owned(),
                expected,
            },
        );
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        opening: &Opening,
        key: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let (text, span) = opening.get(key)?;
        let found = words.iter().find(|(w, _)| *w == text).map(|(_, value)| *value);
        if found.is_none() {
            let list = words.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
            let allowed =
                Both::new(format!("salah satu dari: {list}"), format!("one of: {list}"));
            self.bad(opening, key, text, span, allowed);
        }
        found
    }

    pub(super) fn picture(
        &mut self,
        path: &str,
        span: Span,
    ) -> Option<std::sync::Arc<typeset::document::ImageData>> {
        let image = self.context.images.get(path).cloned();
        if image.is_none() {
            let name = path.to_owned();
            let outside = path.starts_with('/') || path.contains(':');
            let problem = if outside || path.split(['/', '\\']).any(|part| part == "..") {
                PictureProblem::PathOutside { path: name }
            } else {
                PictureProblem::ImageMissing { name }
            };
            self.problems.add(span, problem);
        }
        image
    }

    fn details(&mut self, opening: &Opening) -> Vec<Block> {
        let rows: Vec<(String, Vec<Vec<Inline>>)> = opening
            .rows()
            .into_iter()
            .map(|(label, values)| {
                (label, values.into_iter().map(|v| vec![Inline::text(v)]).collect())
            })
            .collect();
        let left = self.number(opening, "kiri").map_or(Pt::ZERO, Pt::mm);
        let size = self.number(opening, "ukuran").map(Pt);
        if rows.is_empty() { Vec::new() } else { vec![forms::details(&rows, left, size)] }
    }

    /// The first paragraph is the title, the others stand under it.
    fn title(&mut self, node: Node<'_>) -> Vec<Block> {
        let mut blocks = self.children(node, 0);
        let last = blocks.len().saturating_sub(1);
        for (index, block) in blocks.iter_mut().enumerate() {
            if let Block::Paragraph(paragraph) = block {
                paragraph.style =
                    if index == 0 { StyleName::Judul } else { StyleName::SubJudul };
                let after = if index == last { 12.0 } else { 2.0 };
                paragraph.props.after = Some(Pt(after));
            }
        }
        blocks
    }

    fn table_directive(&mut self, node: Node<'_>, opening: &Opening) -> Vec<Block> {
        let borders = self.word(
            opening,
            "garis",
            &[
                ("semua", Borders::All),
                ("mendatar", Borders::Horizontal),
                ("kotak", Borders::Box),
                ("tanpa", Borders::None),
            ],
        );
        let options = TableOptions {
            columns: self.widths(opening),
            caption: opening.get("judul").map(|(t, _)| t.to_owned()),
            summary: opening.text("ringkasan"),
            head_rows: self
                .number(opening, "kepala")
                .map_or(1, |n| usize::from(crate::markup::small(n))),
            borders: borders.unwrap_or_default(),
            size: self.number(opening, "ukuran").map(Pt),
            row_height: self.number(opening, "tinggi-baris").map_or(Pt::ZERO, Pt::mm),
            splittable: !opening.flag("utuh"),
            middle: opening.flag("tengah"),
        };
        let mut blocks = Vec::new();
        for child in node.children() {
            if matches!(child.data().value, comrak::nodes::NodeValue::Table(_)) {
                blocks.extend(self.table(child, &options));
            } else {
                blocks.extend(self.block(child, 0));
            }
        }
        blocks
    }

    /// `lebar="8 * 22 pas"`: millimetres, a share of the rest, as wide as its content.
    pub(super) fn widths(&mut self, opening: &Opening) -> Vec<ColumnWidth> {
        let Some((text, span)) = opening.get("lebar") else { return Vec::new() };
        let mut columns = Vec::new();
        for word in text.split_whitespace() {
            let share = word.strip_suffix('*').filter(|n| !n.is_empty());
            let width = match word {
                "*" => Some(ColumnWidth::Weight(1.0)),
                "pas" => Some(ColumnWidth::Fit),
                _ => match share {
                    Some(n) => n.parse().ok().map(ColumnWidth::Weight),
                    None => word.parse().ok().map(|mm| ColumnWidth::Fixed(Pt::mm(mm))),
                },
            };
            if width.is_none() {
                let allowed =
                    Both::new("milimeter, *, 2*, atau pas", "millimetres, *, 2* or pas");
                self.bad(opening, "lebar", word, span, allowed);
            }
            // The column stays, so that the table is not told to have too many.
            columns.push(width.unwrap_or(ColumnWidth::Fit));
        }
        columns
    }

    /// Head, table and foot of a form of many rows.
    fn sheet(&mut self, node: Node<'_>, opening: &Opening) -> Vec<Block> {
        let max_rows = self
            .number(opening, "baris")
            .map_or(25, |n| usize::from(crate::markup::small(n)));
        let mut head = self.children(node, 0);
        let Some(at) = head.iter().position(|b| {
            matches!(b, Block::Table(t) if t.role == typeset::document::TableRole::Data)
        }) else {
            return head;
        };
        let foot = head.split_off(at + 1);
        match head.pop() {
            Some(Block::Table(table)) => {
                vec![Block::Sheet(Box::new(Sheet { head, table, foot, max_rows }))]
            }
            _ => head,
        }
    }

    fn styled_blocks(&mut self, node: Node<'_>, opening: &Opening) -> Vec<Block> {
        let align = self.word(
            opening,
            "rata",
            &[
                ("kiri", Align::Left),
                ("tengah", Align::Center),
                ("kanan", Align::Right),
                ("penuh", Align::Justify),
            ],
        );
        let mut mm = |key| self.number(opening, key).map(Pt::mm);
        let props = ParaProps {
            align,
            left: mm("kiri"),
            right: mm("kanan"),
            first_line: mm("lekuk"),
            before: mm("sebelum"),
            after: mm("sesudah"),
            spacing: self.number(opening, "spasi"),
            keep_lines: opening.flag("utuh").then_some(true),
            hyphenate: opening.flag("tanpa-penggal").then_some(false),
            keep_next: opening.flag("lekat").then_some(true),
            ..ParaProps::default()
        };
        let text = TextProps {
            size: self.number(opening, "ukuran").map(Pt),
            bold: opening.flag("tebal").then_some(true),
            ..TextProps::default()
        };
        let plain = opening.flag("polos") || align.is_some_and(|a| a != Align::Justify);
        let mut blocks = self.children(node, 0);
        restyle(&mut blocks, &props, &text, plain);
        blocks
    }

    fn image(&mut self, opening: &Opening) -> Option<Block> {
        let Some((path, span)) = opening.get("berkas") else {
            let (directive, name) = (opening.name.clone(), "berkas".to_owned());
            self.problems
                .add(opening.span, TemplateProblem::MissingAttribute { directive, name });
            return None;
        };
        let data = self.picture(path, span)?;
        let align = self.word(
            opening,
            "rata",
            &[("kiri", Align::Left), ("tengah", Align::Center), ("kanan", Align::Right)],
        );
        let caption = opening.get("judul").map(|(t, _)| vec![Inline::text(t)]);
        let mut width = self.number(opening, "lebar").map_or(Pt::mm(100.0), Pt::mm);
        if let Some(high) = self.number(opening, "tinggi").map(Pt::mm) {
            // Upright and lying photos side by side in boxes of one height.
            #[allow(clippy::cast_precision_loss)]
            let ratio = data.width as f32 / data.height.max(1) as f32;
            width = width.min(high * ratio);
        }
        Some(Block::Image(Image {
            data,
            width,
            align: align.unwrap_or(Align::Center),
            alt: opening.text("alt"),
            caption: caption.unwrap_or_default(),
            span,
        }))
    }

    fn rule(&mut self, opening: &Opening) -> Vec<Block> {
        let kind = self.word(
            opening,
            "jenis",
            &[
                ("tipis", RuleKind::Thin),
                ("tebal", RuleKind::Thick),
                ("ganda", RuleKind::ThickThin),
                ("putus", RuleKind::Dashed),
            ],
        );
        let kind = kind.unwrap_or_default();
        let before = self.number(opening, "sebelum").map_or(Pt(3.0), Pt::mm);
        let after = self.number(opening, "sesudah").map_or(Pt(6.0), Pt::mm);
        vec![Block::Rule(Rule { kind, width: None, before, after })]
    }

    /// A new section, on a new page.
    fn section(&mut self, opening: &Opening) {
        let before =
            self.sections.last().map(|s| (s.page, s.numbers)).unwrap_or_default();
        let orientation = self.word(
            opening,
            "arah",
            &[("tegak", Orientation::Portrait), ("lanskap", Orientation::Landscape)],
        );
        // Paper and number format go on; head and foot are the template's own again, and a
        // page that begins an appendix is numbered like any other.
        let template = &self.context.first;
        let own = |header: &Header| Header { all: header.all.clone(), first: None };
        let mut section = Section {
            page: before.0,
            numbers: before.1,
            header: own(&template.header),
            footer: own(&template.footer),
            lampiran: false,
            blocks: Vec::new(),
        };
        if let Some(orientation) = orientation {
            section.page = self.context.profil.page(orientation);
        }
        section.page.center_vertically = opening.flag("tengah");
        section.page.frame = opening.flag("bingkai");
        if let Some(mm) = self.number(opening, "tepi").map(Pt::mm) {
            let margins = &mut section.page.margins;
            (margins.top, margins.bottom, margins.left, margins.right) = (mm, mm, mm, mm);
        }
        if let Some(roman) =
            self.word(opening, "nomor", &[("romawi", true), ("angka", false)])
        {
            section.numbers.roman = roman;
        }
        section.numbers.start =
            self.number(opening, "mulai").map(|n| u32::from(crate::markup::small(n)));
        if let Some(chapter) = self.number(opening, "bab") {
            self.numbering.next_chapter(u32::from(crate::markup::small(chapter)));
        }
        for (key, header) in
            [("kepala", &mut section.header), ("kaki", &mut section.footer)]
        {
            if let Some((text, _)) = opening.get(key) {
                header.all = super::page_line(text);
            }
        }
        if let Some((text, _)) = opening.get("kaki-awal") {
            section.footer.first = Some(super::page_line(text));
        }
        // A section that only sets up the first page replaces the empty one before it.
        match self.sections.last() {
            Some(last) if last.blocks.is_empty() => {
                self.sections.pop();
            }
            _ => {}
        }
        self.sections.push(section);
    }

    /// A chapter heading without a number (kata pengantar, daftar isi).
    fn unnumbered(&mut self, opening: &Opening) -> Block {
        Block::Heading(Heading {
            level: 1,
            label: None,
            label_above: false,
            id: self.numbering.id(),
            inlines: vec![Inline::text(opening.text("judul"))],
            new_page: true,
            unlisted: opening.flag("tak-terdaftar"),
            span: opening.span,
        })
    }
}

pub(super) fn restyle(
    blocks: &mut [Block],
    props: &ParaProps,
    text: &TextProps,
    plain: bool,
) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => apply(paragraph, props, text, plain),
            Block::List(list) => {
                for item in &mut list.items {
                    restyle(&mut item.blocks, &ParaProps::default(), text, false);
                }
            }
            Block::Keep { blocks, .. } => restyle(blocks, props, text, plain),
            _ => {}
        }
    }
}

fn apply(paragraph: &mut Paragraph, props: &ParaProps, text: &TextProps, plain: bool) {
    if plain && paragraph.style == StyleName::Isi {
        paragraph.style = StyleName::IsiRata;
    }
    paragraph.props = paragraph.props.over(props);
    paragraph.text = paragraph.text.over(text);
}
