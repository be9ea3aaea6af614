//! The directives that are official forms: kop, letter head, addressee, signature.

use comrak::nodes::NodeValue;

use super::reader::{Node, Reader};
use crate::forms::{self, KepalaLampiran, KepalaSurat, Kop, Tujuan};
use crate::notation::Opening;
use crate::profil::{JenisKop, ModeTte};
use field::domain::srikandi;
use typeset::document::Block;
use typeset::units::Pt;

impl Reader<'_> {
    /// The kop; the address of a kop kepala daerah goes to the foot of the first page.
    pub(super) fn kop_directive(&mut self, opening: &Opening) -> Vec<Block> {
        let profil = &self.context.profil.kop;
        let kop = self.kop(opening);
        let mut foot = forms::kop_foot(&kop, profil);
        if !foot.is_empty()
            && let Some(section) = self.sections.last_mut()
        {
            let footer = &mut section.footer;
            let own = footer.first.clone().unwrap_or_else(|| footer.all.clone());
            foot.extend(own);
            footer.first = Some(foot);
            // A first page that is its own has its own head too.
            let header = &mut section.header;
            header.first.get_or_insert_with(|| header.all.clone());
        }
        forms::kop(&kop, profil)
    }

    fn kop(&mut self, opening: &Opening) -> Kop {
        let kind = self.word(opening, "jenis", &JenisKop::WORDS);
        let kind = kind.unwrap_or(self.context.profil.kop.jenis);
        // A kop written by hand names its lines alone.
        let by_head =
            kind == JenisKop::KepalaDaerah && opening.get("baris-kepala").is_some();
        let (lines, address, emblem, words) = if by_head {
            ("baris-kepala", "alamat-kepala", "lambang-negara", "Lambang negara")
        } else {
            ("baris", "alamat", "lambang", "Lambang daerah")
        };
        let emblem = opening.get(emblem).and_then(|(path, span)| {
            let image = self.picture(path, span)?;
            let told = opening.get("lambang-ket").filter(|_| !by_head);
            let alt = told.map_or(words, |(text, _)| text);
            Some((image, alt.to_owned()))
        });
        Kop {
            kind,
            lines: opening.texts(lines),
            address: opening.texts(address),
            emblem,
            compact: opening.flag("ringkas"),
        }
    }

    /// The letter head; where the profile sets the addressee beside it, it waits for a
    /// `:::tujuan` that follows at once.
    pub(super) fn letter_head(
        &mut self,
        node: Node<'_>,
        opening: &Opening,
    ) -> Vec<Block> {
        let profil = self.context.profil;
        let head = KepalaSurat {
            tempat: opening.text("tempat"),
            tanggal: self.date(opening.text("tanggal")),
            rows: self.numbered(opening.pairs()),
        };
        if profil.tujuan.kanan && self.is_next(node, "tujuan") {
            self.head = Some(head);
            return Vec::new();
        }
        forms::letter_head(&head, &profil.surat)
    }

    /// Whether the next block is a directive of a name.
    fn is_next(&mut self, node: Node<'_>, name: &str) -> bool {
        let next = node.next_sibling();
        let next =
            next.filter(|n| matches!(n.data().value, NodeValue::BlockDirective(_)));
        next.is_some_and(|n| {
            self.source(n).trim_start_matches(':').trim_start().starts_with(name)
        })
    }

    pub(super) fn addressee(&mut self, opening: &Opening) -> Vec<Block> {
        let profil = self.context.profil;
        let to = Tujuan { yth: opening.texts("yth"), di: opening.text("di") };
        match self.head.take() {
            Some(head) => forms::head_beside(&head, &to, &profil.surat, &profil.tujuan),
            None => forms::addressee(&to, &profil.tujuan),
        }
    }

    pub(super) fn appendix_head(&mut self, opening: &Opening) -> Vec<Block> {
        let width = self.sections.last().map_or(Pt::ZERO, |s| s.page.text_width());
        let head = KepalaLampiran {
            jabatan: opening.text("jabatan"),
            tentang: opening.get("tentang").map(|(text, _)| text.to_owned()),
            rows: self.numbered(opening.pairs()),
        };
        if let Some(section) = self.sections.last_mut() {
            section.lampiran = true;
        }
        forms::appendix_head(&head, &self.context.profil.lampiran, width)
    }

    /// A date, which is Srikandi's to fill in where it sends the letter.
    pub(super) fn date(&self, text: String) -> String {
        match self.context.profil.tte.mode {
            ModeTte::Srikandi => srikandi::DATE.to_owned(),
            ModeTte::Basah | ModeTte::Bsre => text,
        }
    }

    /// Rows of a head; number and date are Srikandi's where it sends the letter.
    fn numbered(&self, mut rows: Vec<(String, String)>) -> Vec<(String, String)> {
        if self.context.profil.tte.mode == ModeTte::Srikandi {
            for (label, value) in &mut rows {
                match label.as_str() {
                    "Nomor" => srikandi::NUMBER.clone_into(value),
                    "Tanggal" => srikandi::DATE.clone_into(value),
                    _ => {}
                }
            }
        }
        rows
    }
}
