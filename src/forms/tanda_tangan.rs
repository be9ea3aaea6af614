//! The signature block: office, room to sign, name, pangkat, NIP. It stays together and takes
//! two lines of text along (practice: a signature never stands alone on a page).

use crate::document::{Block, Inline, ParaProps, Paragraph, StyleName, TextStyle};
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
    /// The name with or without gelar.
    pub(crate) name: String,
    /// Pangkat; absent where Pasal 44 leaves it out.
    pub(crate) rank: Option<String>,
    /// Grouped NIP; absent where there is none, and then the word NIP is absent too.
    pub(crate) nip: Option<String>,
}

/// Room to sign (practice: 20 to 25 mm).
const ROOM: Pt = Pt::mm(22.0);

/// The block as paragraphs indented by `left`.
pub(crate) fn signature(signer: &Signer, left: Pt, before: Pt) -> Vec<Block> {
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
    let bold = TextStyle { bold: true, ..TextStyle::default() };
    lines.push(vec![Inline::styled(signer.name.as_str(), bold)]);
    lines.extend(signer.rank.iter().map(|rank| vec![Inline::text(rank.as_str())]));
    lines.extend(
        signer.nip.iter().map(|nip| vec![Inline::text(format!("NIP\u{a0}{nip}"))]),
    );
    let last = lines.len() - 1;
    let paragraphs = lines.into_iter().enumerate().map(|(index, inlines)| {
        let room = match index {
            0 => before,
            i if i == head => ROOM,
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
