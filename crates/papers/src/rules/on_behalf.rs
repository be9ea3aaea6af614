//! On whose behalf papers are signed and people speak: the head of the own region, or another
//! office above the one who signs.

use super::lead_ins::says_on_behalf;
use super::officials::field_or;
use super::{RulesView, field_of};
use crate::problem::OfficeProblem as Problem;
use base::diag::Problems;
use base::source::Span;
use field::domain::{HeadNamed, Kedudukan, NamedOffice, Pejabat, Surat};

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    for (surat, _) in held.decisions() {
        let written = surat.written.field("atas_nama");
        for (at, name) in surat.atas_nama.iter().enumerate() {
            own_head(held, (name, written.item(at).span()), false, problems);
        }
        above(held, surat, problems);
    }
    for official in &held.workspace.pejabat {
        let place = field_or(official, "jabatan");
        own_head(held, (&official.jabatan, place), false, problems);
    }
    represented(held, problems);
    letterheads(held, problems);
}

/// A head of a region that is not the own one. Guests may stand for the gubernur.
fn own_head(
    held: RulesView<'_>,
    (name, place): (&str, Span),
    guests: bool,
    problems: &mut Problems,
) {
    let daerah = &held.workspace.settings.daerah;
    let resmi = match HeadNamed::read(name, daerah) {
        None | Some(HeadNamed::Own) => return,
        Some(HeadNamed::OfProvince) if guests => return,
        Some(HeadNamed::OfProvince) => daerah.head(),
        Some(HeadNamed::Other(own)) => own,
    };
    let (isi, daerah) = (name.trim().to_owned(), daerah.nama.clone());
    problems.add(place, Problem::HeadOfOther { isi, daerah, resmi });
}

/// Whom speakers stand for.
fn represented(held: RulesView<'_>, problems: &mut Problems) {
    let Some(rakor) = &held.workspace.rakor else { return };
    // The meeting of a provinsi has guests of all its regions.
    if held.workspace.settings.daerah.jenis == field::domain::JenisDaerah::Provinsi {
        return;
    }
    let written = rakor.written.field("sesi");
    for (at, sesi) in rakor.sesi.iter().enumerate() {
        let items = written.item(at).field("acara");
        for (at, acara) in sesi.acara.iter().enumerate() {
            let Some(name) = &acara.mewakili else { continue };
            let place = items.item(at).field("mewakili").span();
            own_head(held, (name, place), true, problems);
        }
    }
}

/// Lines of the kop that name the head of a region or a government.
fn letterheads(held: RulesView<'_>, problems: &mut Problems) {
    let settings = &held.workspace.settings;
    let (instansi, daerah) = (&settings.instansi, &settings.daerah);
    let name = settings.written.field("daerah").field("nama").span();
    let written = settings.written.field("instansi");
    let lines = [("kop", &instansi.kop), ("kop_kepala_daerah", &instansi.kop_kepala)];
    for (key, lines) in lines {
        let written = written.field(key);
        for (at, line) in lines.iter().enumerate() {
            let place = written.item(at).span();
            // What stands in for a line that nobody wrote is made from the region's name.
            if place == Span::None || place == name {
                continue;
            }
            own_head(held, (line, place), false, problems);
            if is_other_government(line, &daerah.government()) {
                problems.add(
                    place,
                    Problem::HeadOfOther {
                        isi: line.trim().to_owned(),
                        daerah: daerah.nama.clone(),
                        resmi: daerah.government().to_uppercase(),
                    },
                );
            }
        }
    }
}

/// Words of a line that is the name of a government; a longer one says something else as well.
const LONGEST_NAME: usize = 8;

/// Whether a line names a government that is not the own one: "PEMERINTAH KABUPATEN LAIN".
fn is_other_government(line: &str, own: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    let kinds = ["kabupaten", "kota", "provinsi"];
    let (line, own) = (words(line), words(own));
    let begins = line.first().is_some_and(|first| first == "pemerintah");
    let is_kind = |word: &&String| kinds.contains(&word.as_str());
    let from_kind = |all: &[String]| -> Option<Vec<String>> {
        all.iter().position(|word| is_kind(&word)).map(|at| all[at..].to_vec())
    };
    let (named, own) = (from_kind(&line), from_kind(&own));
    let is_name = line.len() <= LONGEST_NAME;
    begins && is_name && named.zip(own).is_some_and(|(named, own)| named != own)
}

/// Each office on whose behalf a paper is signed stands above the next one, the last one above
/// the signer.
fn above(held: RulesView<'_>, surat: &Surat, problems: &mut Problems) {
    let Some(id) = &surat.penanda_tangan else { return };
    let all = &held.workspace.pejabat;
    let Some((signer, _)) = Pejabat::on(all, &id.value, held.workspace.tanggal()) else {
        return;
    };
    let daerah = &held.workspace.settings.daerah;
    let read = |name: &str| NamedOffice::read(name, all, Some(daerah)).position;
    let written = surat.written.field("atas_nama");
    let mut below =
        (&signer.jabatan, read(&signer.jabatan), field_of(surat, "penanda_tangan"));
    let names = surat.atas_nama.iter().enumerate();
    // Of a name that is typed with "a.n." that is told.
    for (at, name) in names.filter(|(_, name)| !says_on_behalf(name)).rev() {
        let place = written.item(at).span();
        let (jabatan, position, lain) = below;
        let same = field::domain::is_office(name, jabatan, daerah);
        if same || !stands_above(read(name), position) {
            problems.add(
                place,
                Problem::NotAbove {
                    template: surat.template.value.clone(),
                    jabatan: name.trim().to_owned(),
                    bawah: jabatan.clone(),
                    lain: held.place(lain),
                    resmi: daerah.head(),
                },
            );
            return;
        }
        below = (name, read(name), place);
    }
}

/// Whether an office may give the power to sign to another one. Of offices that are none of the
/// first three the data does not say which stands above.
const fn stands_above(upper: Kedudukan, lower: Kedudukan) -> bool {
    rank(upper) > rank(lower) || rank(upper) == 0 && rank(lower) == 0
}

/// How high an office stands by what the data says of it; 0 where it says nothing.
pub(super) const fn rank(position: Kedudukan) -> u8 {
    match position {
        Kedudukan::KepalaDaerah => 3,
        Kedudukan::WakilKepalaDaerah => 2,
        Kedudukan::Sekda => 1,
        Kedudukan::Lain => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::is_other_government;

    #[test]
    fn governments_of_other_regions() {
        let own = "Pemerintah Kabupaten Contoh";
        for (line, other) in [
            ("PEMERINTAH KABUPATEN CONTOH", false),
            ("PEMERINTAH DAERAH KABUPATEN CONTOH", false),
            ("PEMERINTAH KABUPATEN LAIN", true),
            ("Pemerintah Kota Contoh", true),
            ("SEKRETARIAT DAERAH KABUPATEN LAIN", false),
            ("PEMERINTAH", false),
        ] {
            assert_eq!(is_other_government(line, own), other, "{line}");
        }
    }
}
