//! What the next quarter takes up of the last: the meeting in its series, and what was agreed,
//! promised and asked for.

use super::Opened;
use data::workspace::Workspace;
use field::domain::{Periode, TindakLanjut};
use field::spm::temuan::prioritas;

/// The last meeting as the series of events names it.
pub(super) fn last(workspace: &Workspace) -> Option<String> {
    let rakor = workspace.rakor.as_ref().filter(|rakor| !rakor.nama.is_empty())?;
    let days = bahasa::date::format_date_range(rakor.tanggal, rakor.sampai);
    Some(format!("{} tanggal {days}", rakor.nama))
}

/// What was agreed in the meeting, what the offices promised, and what their letters asked for
/// where they promised nothing.
pub(super) fn before(opened: &Opened, from: Periode) -> Vec<TindakLanjut> {
    let workspace = &opened.workspace;
    let meeting = workspace.rakor.as_ref().map(|rakor| rakor.singkat.clone());
    let agreed = workspace.hasil.iter().flat_map(|hasil| &hasil.kesepakatan);
    let mut all: Vec<TindakLanjut> = agreed
        .map(|one| TindakLanjut {
            isi: one.isi.clone(),
            opd: one.opd.clone(),
            pic: one.pic.clone(),
            tenggat: one.tenggat,
            asal: meeting.clone(),
            ..TindakLanjut::default()
        })
        .collect();
    let letter = workspace.surat.iter().find(|s| s.template.value == "surat-evaluasi");
    let until = letter.and_then(|letter| letter.tenggat);
    let quarter = from.sebutan();
    let services: Vec<_> = workspace.capaian.get(&from).into_iter().flatten().collect();
    for opd in &workspace.opd {
        let id = opd.id.value.as_str();
        let own = services.iter().map(|s| &s.value).filter(|service| service.opd == id);
        let own: Vec<_> = own.collect();
        let entry =
            |isi: &str, pic: Option<&String>, tenggat, asal: String| TindakLanjut {
                isi: isi.to_owned(),
                opd: Some(opd.id.clone()),
                pic: pic.cloned(),
                tenggat,
                asal: Some(asal),
                ..TindakLanjut::default()
            };
        for service in &own {
            for promise in service.tindak_lanjut.value().into_iter().flatten() {
                let asal = format!("Laporan {quarter}");
                all.push(entry(promise, service.pic.as_ref(), service.tenggat, asal));
            }
        }
        let Some(review) = &opened.review else { continue };
        let asked = prioritas(&review.temuan, &review.rekap, id);
        for one in &asked {
            let service = own.iter().find(|service| service.kode == one.layanan);
            let promised = service.is_some_and(|s| {
                s.tindak_lanjut.value().is_some_and(|promises| !promises.is_empty())
            });
            if promised {
                continue;
            }
            let pic = service.and_then(|s| s.pic.as_ref());
            let until = service.and_then(|s| s.tenggat).or(until);
            let asal = format!("Surat hasil evaluasi {quarter}");
            let named = one.temuan.iter().find_map(|found| found.nama_layanan.as_ref());
            let asked = one.rekomendasi().text;
            let isi = named.map_or_else(
                || asked.clone(),
                |name| format!("{}: {}", name.text, bahasa::words::uncapitalize(&asked)),
            );
            all.push(entry(&isi, pic, until, asal));
        }
    }
    all
}
