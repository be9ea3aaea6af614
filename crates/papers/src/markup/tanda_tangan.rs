//! The directives of signatures, of one signer and of several.

use super::reader::Reader;
use crate::forms::{self, ANCHORS, Aside, Bentuk, Bersama, Cara, Letak, Signer};
use crate::notation::Opening;
use crate::problem::SignatureProblem;
use crate::profil::ModeTte;
use base::diag::{Both, Span};
use field::domain::{Kedudukan, StatusJabatan};
use typeset::document::Block;
use typeset::units::Pt;

impl Reader<'_> {
    /// The block of one signer. Initials and QR belong to a paper, so they stand at its first
    /// signature.
    pub(super) fn signature(&mut self, opening: &Opening) -> Vec<Block> {
        let mut signer = self.signer(opening);
        signer.above = opening.texts("atas");
        signer.above.extend(self.where_and_when(opening));
        signer.by = self.way(opening, &signer, true);
        let profil = self.context.profil;
        let left = self.number(opening, "kiri").map_or(profil.tanda_tangan.kiri, Pt::mm);
        let before = self.number(opening, "sebelum").map_or(Pt(12.0), Pt::mm);
        let mut aside = Aside::default();
        if !self.signed {
            aside.initials = opening.texts("paraf");
            aside.qr = opening.get("qr").map(|(text, _)| text.to_owned());
        }
        self.signed = true;
        forms::signature(&signer, &aside, profil, left, before)
    }

    /// Several signers; each begins with its name.
    pub(super) fn signatures(&mut self, opening: &Opening) -> Vec<Block> {
        let form = self.word(opening, "bentuk", &Bentuk::WORDS);
        let place = self.word(opening, "letak", &Letak::WORDS);
        let mut above = opening.texts("atas");
        above.extend(self.where_and_when(opening));
        let mut all = Bersama { form, place, above, ..Bersama::default() };
        let mut sender = true;
        for own in signers(opening) {
            let mut signer = self.signer(&own);
            signer.by = self.way(&own, &signer, sender);
            // Srikandi knows one sender.
            sender &= signer.position.is_none();
            let knows = own.get("peran").is_some_and(|(role, _)| role == "mengetahui")
                || signer.role.as_ref().is_some_and(|role| knows(role));
            let list = if knows { &mut all.known_to } else { &mut all.signers };
            list.push(signer);
        }
        self.signed = true;
        let needed = match form {
            Some(Bentuk::Pihak) if all.signers.len() != 2 => {
                Both::new("tepat dua orang", "exactly two people")
            }
            _ if all.signers.is_empty() && all.known_to.is_empty() => {
                Both::new("sedikitnya satu orang", "at least one person")
            }
            _ => return forms::together(all, self.context.profil),
        };
        let (bentuk, banyak) = (opening.text("bentuk"), all.signers.len().to_string());
        let bentuk = if bentuk.is_empty() { opening.name.clone() } else { bentuk };
        let problem = SignatureProblem::SignersOfForm { bentuk, banyak, perlu: needed };
        self.problems.add(opening.span, problem);
        Vec::new()
    }

    fn signer(&mut self, opening: &Opening) -> Signer {
        let owned = |key: &str| opening.get(key).map(|(text, _)| text.to_owned());
        let position = self.word(opening, "kedudukan", &Kedudukan::WORDS);
        let status = self.word(opening, "status", &StatusJabatan::WORDS);
        Signer {
            on_behalf: opening.texts("atas-nama"),
            role: owned("sebagai"),
            office: opening.text("jabatan"),
            name: opening.text("nama"),
            plain_name: owned("nama-polos"),
            rank: owned("pangkat"),
            class: owned("golongan"),
            nip: owned("nip"),
            position: position.map(|p| (p, status.unwrap_or_default())),
            ..Signer::default()
        }
    }

    /// "Ditetapkan di …" and "pada tanggal …", or place and date on one line.
    fn where_and_when(&self, opening: &Opening) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((day, _)) = opening.get("ditetapkan-tanggal") {
            lines.push(format!("Ditetapkan di {}", opening.text("ditetapkan-di")));
            lines.push(format!("pada tanggal {}", self.date(day.to_owned())));
        }
        if let Some((day, _)) = opening.get("tanggal") {
            let day = self.date(day.to_owned());
            lines.push(format!("{}, {day}", opening.text("tempat")));
        }
        lines
    }

    /// How somebody signs. Only officials sign electronically: of them the NIK is known.
    fn way(&mut self, opening: &Opening, signer: &Signer, sender: bool) -> Cara {
        if signer.position.is_none() {
            return Cara::Tinta;
        }
        match self.context.profil.tte.mode {
            ModeTte::Srikandi if sender => Cara::Srikandi,
            ModeTte::Basah | ModeTte::Srikandi => Cara::Tinta,
            ModeTte::Bsre => {
                if opening.get("nik").is_none_or(|(nik, _)| nik != "ada") {
                    let (id, nama) = (opening.text("id"), signer.name.clone());
                    self.problems.add(opening.span, SignatureProblem::NoNik { id, nama });
                }
                self.anchor(opening.span)
            }
        }
    }

    /// The next free mark: the profile's for the first signer, others for those after.
    fn anchor(&mut self, span: Span) -> Cara {
        let first = self.context.profil.tte.jangkar;
        let mut order =
            std::iter::once(first).chain(ANCHORS.into_iter().filter(|c| *c != first));
        let Some(mark) = order.nth(self.anchors.len()) else {
            let banyak = (self.anchors.len() + 1).to_string();
            self.problems.add(span, SignatureProblem::TooManyAnchors { banyak });
            return Cara::Tinta;
        };
        self.anchors.push(mark);
        Cara::Jangkar(mark)
    }

    /// The statement of electronic signatures, at the foot of every page of a paper that bears
    /// one.
    pub(super) fn state_signed(&mut self) {
        if self.anchors.is_empty() {
            return;
        }
        let statement = forms::statement(&self.context.profil.tte);
        for section in &mut self.sections {
            let footer = &mut section.footer;
            footer.all.extend(statement.iter().cloned());
            if let Some(first) = &mut footer.first {
                first.extend(statement.iter().cloned());
            }
        }
    }
}

fn knows(role: &str) -> bool {
    role.to_lowercase().starts_with("mengetahui")
}

/// The attributes of each signer.
fn signers(opening: &Opening) -> Vec<Opening> {
    let mut all: Vec<Opening> = Vec::new();
    for attribute in &opening.attributes {
        if attribute.key == "nama" {
            let (name, span) = (opening.name.clone(), opening.span);
            all.push(Opening { name, attributes: Vec::new(), span });
        }
        if let Some(own) = all.last_mut() {
            own.attributes.push(attribute.clone());
        }
    }
    all
}
