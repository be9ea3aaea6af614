//! Whose kop a letter carries: what was decided in the data, else by who signs it.

use crate::letter::Letter;
use crate::profil::{JenisKop, KopProfil};
use data::workspace::Workspace;
use field::domain::{NamedOffice, Pejabat, Surat};

/// The word for `surat.kop`; none where the profile's own kop holds.
pub(crate) fn of_letter(
    workspace: &Workspace,
    surat: &Surat,
    letter: &Letter,
    profil: Option<&KopProfil>,
) -> Option<&'static str> {
    let of_head = || {
        let word =
            JenisKop::WORDS.iter().find(|(_, kind)| *kind == JenisKop::KepalaDaerah);
        word.map(|(word, _)| *word)
    };
    let behalf = || {
        let daerah = Some(&workspace.settings.daerah);
        let highest = surat.atas_nama.first();
        let office = highest.map(|n| NamedOffice::read(n, &workspace.pejabat, daerah));
        office.is_some_and(|office| office.position.heads())
    };
    let by_rule = || {
        let profil = profil?;
        let on_behalf = profil.by_behalf && behalf();
        let signs =
            profil.by_signer && surat.atas_nama.is_empty() && signs(workspace, letter);
        (on_behalf || signs).then(of_head).flatten()
    };
    surat.kop.or_else(by_rule)
}

/// Whether the head of the region or the deputy signs.
fn signs(workspace: &Workspace, letter: &Letter) -> bool {
    let date = letter.date.or(workspace.tanggal());
    let holder = letter
        .signer
        .as_ref()
        .and_then(|id| Pejabat::on(&workspace.pejabat, &id.value, date));
    holder.is_some_and(|(pejabat, _)| pejabat.kedudukan.heads())
}
