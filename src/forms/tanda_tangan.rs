//! The signature block: office, room to sign, name, pangkat, NIP. It stays together and takes
//! two lines of text along (practice: a signature never stands alone on a page).

use crate::document::{Block, Inline, ParaProps, Paragraph, StyleName, TextStyle};
use crate::domain::{Kedudukan, Printed, StatusJabatan};
use crate::profil::{GayaNama, TandaTangan};
use crate::units::Pt;

/// Who signs, as it is printed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Signer {
    /// Lines above the office: "Ditetapkan di …", "Mengetahui,".
    pub(crate) above: Vec<String>,
    /// In whose name, highest first.
    pub(crate) on_behalf: Vec<String>,
    /// The signer's own office.
    pub(crate) office: String,
    /// The name with gelar.
    pub(crate) name: String,
    /// The name without gelar, where it is known.
    pub(crate) plain_name: Option<String>,
    /// Pangkat.
    pub(crate) rank: Option<String>,
    /// Golongan, "IV/c".
    pub(crate) class: Option<String>,
    /// Grouped NIP; absent where there is none, and then the word NIP is absent too.
    pub(crate) nip: Option<String>,
    /// Who the signer is, for Pasal 44; absent in a block written by hand, which is printed as
    /// it was written.
    pub(crate) position: Option<(Kedudukan, StatusJabatan)>,
}

impl Signer {
    /// What may be printed of the signer: Pasal 44 Permendagri 1/2023 with the profile's
    /// switches, or neither gelar nor NIP where the profile does not follow it.
    fn printed(&self, profil: &TandaTangan) -> Printed {
        let Some((position, status)) = self.position else {
            return Printed { gelar: true, nip: true };
        };
        if !profil.pasal44 {
            return Printed { gelar: false, nip: false };
        }
        let rule = Printed::of(position, status);
        let sekda = position == Kedudukan::Sekda && !profil.sekda_pangkat_nip;
        Printed {
            gelar: rule.gelar && profil.gelar,
            nip: rule.nip && profil.nip && !sekda,
        }
    }

    /// The name as it is printed. Capitals are for the name alone: gelar keep their case.
    fn name(&self, gelar: bool, style: GayaNama) -> String {
        let Some(plain) = &self.plain_name else { return self.name.clone() };
        let name = if gelar { &self.name } else { plain };
        match style {
            GayaNama::Kapital => name.replacen(plain.as_str(), &plain.to_uppercase(), 1),
            _ => name.clone(),
        }
    }
}

/// The block as paragraphs indented by `left`.
pub(crate) fn signature(
    signer: &Signer,
    profil: &TandaTangan,
    left: Pt,
    before: Pt,
) -> Vec<Block> {
    let printed = signer.printed(profil);
    let mut lines: Vec<Vec<Inline>> = Vec::new();
    for text in &signer.above {
        lines.push(vec![Inline::text(text.as_str())]);
    }
    for (index, text) in signer.on_behalf.iter().enumerate() {
        // a.n. one level up; a second step goes "u.b." (naskah-dinas 1.9).
        let prefix = if index == 0 { "a.n. " } else { "" };
        lines.push(vec![Inline::text(format!("{prefix}{text}"))]);
        if index > 0 {
            lines.push(vec![Inline::text("u.b.")]);
        }
    }
    lines.push(vec![Inline::text(format!("{},", signer.office.trim_end_matches(',')))]);
    let head = lines.len();
    let look = TextStyle {
        bold: matches!(profil.gaya_nama, GayaNama::Tebal | GayaNama::TebalGarisBawah),
        underline: profil.gaya_nama == GayaNama::TebalGarisBawah,
        ..TextStyle::default()
    };
    let name = signer.name(printed.gelar, profil.gaya_nama);
    lines.push(vec![Inline::styled(name, look)]);
    if printed.nip {
        let rank = signer.rank.iter().map(|rank| match &signer.class {
            Some(class) if profil.golongan => format!("{rank}, {class}"),
            _ => rank.clone(),
        });
        lines.extend(rank.map(|text| vec![Inline::text(text)]));
        let label = &profil.label_nip;
        let nip = signer.nip.iter().map(|nip| format!("{label}\u{a0}{nip}"));
        lines.extend(nip.map(|text| vec![Inline::text(text)]));
    }
    let last = lines.len() - 1;
    let paragraphs = lines.into_iter().enumerate().map(|(index, inlines)| {
        let room = match index {
            0 => before,
            i if i == head => profil.ruang,
            _ => Pt::ZERO,
        };
        Block::Paragraph(Paragraph {
            props: ParaProps {
                left: Some(left),
                before: Some(room),
                keep_next: Some(index < last),
                keep_lines: Some(true),
                ..ParaProps::default()
            },
            ..Paragraph::new(StyleName::TandaTangan, inlines)
        })
    });
    vec![Block::Keep { blocks: paragraphs.collect(), with_previous: 2 }]
}
