//! Who signs, and the lines of text above and below the room for the signature.

use crate::origins::Line;
use crate::profil::{JabatanKapital, TandaTangan};
use field::domain::{Kedudukan, PaperRole, Printed, StatusAsn, StatusJabatan, srikandi};
use typeset::document::{Inline, TextStyle};

/// How somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Method {
    /// With ink.
    #[default]
    Ink,
    /// By `BSrE`: the visual is put at this character.
    Anchor(char),
    /// By `BSrE`, but this is a draft: the box of the visual stays empty.
    EmptyBox,
    /// In Srikandi, which fills variables.
    Srikandi,
}

/// Who signs, as it is printed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signer {
    /// Lines above the office: "Ditetapkan di …", "Mengetahui,".
    pub(crate) above: Vec<Line>,
    /// In whose name, highest first.
    pub(crate) on_behalf: Vec<(Line, Kedudukan)>,
    /// The part in the paper: "Ketua".
    pub(crate) role: Option<(Line, PaperRole)>,
    /// The signer's own office.
    pub(crate) office: Line,
    /// The name with gelar.
    pub(crate) name: Line,
    /// The name without gelar, where it is known.
    pub(crate) plain_name: Option<Line>,
    /// Pangkat.
    pub(crate) rank: Option<Line>,
    /// Golongan, "IV/c".
    pub(crate) class: Option<Line>,
    /// Grouped NIP; absent where there is none, and then the word NIP is absent too.
    pub(crate) nip: Option<Line>,
    /// How the signer serves, which decides what the number is called.
    pub(crate) serves: StatusAsn,
    /// Who the signer is, for Pasal 44; absent in a block written by hand, which is printed as
    /// it was written.
    pub(crate) position: Option<(Kedudukan, StatusJabatan)>,
    /// How it is signed.
    pub(crate) by: Method,
}

impl Signer {
    /// What may be printed of the signer; all of a block written by hand.
    fn printed(&self, profil: &TandaTangan) -> Printed {
        self.position.map_or(Printed { gelar: true, nip: true }, |(position, status)| {
            profil.pasal44.printed(position, status)
        })
    }

    /// The name as it is printed. Capitals are for the name alone: gelar keep their case.
    pub(super) fn name(&self, profil: &TandaTangan) -> Line {
        let Some(plain) = &self.plain_name else { return self.name.clone() };
        let name = if self.printed(profil).gelar { &self.name } else { plain };
        match name.text.find(plain.text.as_str()) {
            Some(start) if profil.gaya_nama.kapital() => {
                let end = start + plain.text.len();
                let (before, behind) =
                    (name.part(0..start), name.part(end..name.text.len()));
                before.and(&name.part(start..end).capitals()).and(&behind)
            }
            _ => name.clone(),
        }
    }

    /// The office as it is printed. "Plt." keeps its case.
    pub(super) fn office(&self, profil: &TandaTangan) -> Line {
        let position = self.position.map_or(Kedudukan::Lain, |(position, _)| position);
        cased(&self.office.without_end(&[',']), position, profil)
    }

    /// Everything above the signature. a.n. goes one level down; every further step "u.b."
    /// (naskah-dinas 1.9, vector 68).
    pub(super) fn head(&self, profil: &TandaTangan) -> Vec<Vec<Inline>> {
        let line = |line: Line| vec![Inline::text(line)];
        let mut lines: Vec<Vec<Inline>> = self.above.iter().cloned().map(line).collect();
        lines.extend(self.role.iter().map(|(role, _)| line(role.clone())));
        for (index, (office, position)) in self.on_behalf.iter().enumerate() {
            let prefix = if index == 0 { "a.n. " } else { "" };
            lines.push(line(Line::from(prefix).and(&cased(office, *position, profil))));
            if index > 0 {
                lines.push(line("u.b.".into()));
            }
        }
        let office = match self.by {
            Method::Srikandi => srikandi::JABATAN.into(),
            _ => self.office(profil),
        };
        match lines.last_mut() {
            // Who signs in a role alone has no office to print.
            Some(last) if office.text.is_empty() => last.push(Inline::text(",")),
            _ => lines.push(line(office.ours(","))),
        }
        lines
    }

    /// Everything below the signature: the name first.
    pub(super) fn foot(&self, profil: &TandaTangan) -> Vec<Vec<Inline>> {
        let look = TextStyle {
            bold: profil.gaya_nama.tebal(),
            underline: profil.gaya_nama.garis_bawah(),
            ..TextStyle::default()
        };
        let name = match self.by {
            Method::Srikandi => srikandi::NAME.into(),
            _ => self.name(profil),
        };
        let mut lines = vec![vec![Inline::styled(name, look)]];
        lines.extend(self.rank(profil).map(|rank| vec![Inline::text(rank)]));
        lines.extend(self.nip(profil).map(|nip| vec![Inline::text(nip)]));
        lines
    }

    /// The pangkat, where it may be printed.
    fn rank(&self, profil: &TandaTangan) -> Option<Line> {
        let rank = self.rank.as_ref().filter(|_| self.printed(profil).nip)?;
        Some(match &self.class {
            Some(class) if profil.golongan => rank.clone().ours(", ").and(class),
            _ => rank.clone(),
        })
    }

    /// The NIP with its label, where it may be printed.
    pub(super) fn nip(&self, profil: &TandaTangan) -> Option<Line> {
        let nip = self.nip.clone().filter(|_| self.printed(profil).nip)?;
        let nip = if self.by == Method::Srikandi { srikandi::NIP.into() } else { nip };
        let label = match self.serves {
            StatusAsn::Pns => &profil.label_nip,
            StatusAsn::Pppk => &profil.label_nip_pppk,
            StatusAsn::Service => &profil.label_nrp,
        };
        Some(label.line().clone().ours("\u{a0}").and(&nip))
    }
}

/// An office in capitals if the profile wants it for this position.
fn cased(office: &Line, position: Kedudukan, profil: &TandaTangan) -> Line {
    let rank = match position {
        Kedudukan::KepalaDaerah | Kedudukan::WakilKepalaDaerah => {
            JabatanKapital::KepalaDaerah
        }
        Kedudukan::Sekda => JabatanKapital::Sekda,
        Kedudukan::Lain => JabatanKapital::Semua,
    };
    if profil.jabatan_kapital < rank {
        return office.clone();
    }
    let mut statuses = StatusJabatan::WORDS.iter().map(|(_, status)| status.prefix());
    let prefix = statuses.find(|p| !p.is_empty() && office.text.starts_with(p));
    let prefix = prefix.map_or(0, str::len);
    let title = office.part(prefix..office.text.len());
    office.part(0..prefix).and(&title.capitals())
}
