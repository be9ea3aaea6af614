//! What the next quarter takes up of the last: the meeting in its series, and what was agreed,
//! promised and asked for.

use std::collections::BTreeSet;

use super::Opened;
use base::diag::Problems;
use data::files::FilePath;
use data::workspace::{StatusDokumen, Workspace};
use field::domain::{Periode, TindakLanjut};
use field::spm::LayananCapaian;
use field::spm::temuan::prioritas;

/// The last meeting as the series of events names it.
pub(super) fn last(workspace: &Workspace) -> Option<String> {
    let rakor = workspace.rakor.as_ref().filter(|rakor| !rakor.nama.is_empty())?;
    let days = bahasa::date::format_date_range(rakor.tanggal, rakor.sampai);
    Some(format!("{} tanggal {days}", rakor.nama))
}

/// What is taken up, and of whom not.
pub(super) struct Carried {
    /// What was agreed, promised and asked for.
    pub before: Vec<TindakLanjut>,
    /// The offices whose letter asks for more, which did not go out.
    pub unsent: Vec<String>,
}

/// The template of the letters that ask offices for something.
const LETTER: &str = "surat-evaluasi";

/// What was agreed in the meeting, what the offices promised, and what their letters asked for
/// where they promised nothing. A letter that is a draft without a number has asked nobody yet;
/// `printed` are the papers that were marked as printed.
pub(super) fn before(opened: &Opened, from: Periode, printed: &[FilePath]) -> Carried {
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
    let letter = workspace.surat.iter().find(|s| s.template.value == LETTER);
    let quarter = from.sebutan();
    let answer = letter.and_then(|letter| letter.tenggat).map_or_else(
        || format!("Surat hasil evaluasi {quarter}"),
        |day| {
            let day = bahasa::date::format_date(day);
            format!("Surat hasil evaluasi {quarter}, laporan paling lambat {day}")
        },
    );
    let sent = sent(opened, printed);
    let mut unsent = Vec::new();
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
        let promises = |service: &LayananCapaian| {
            service.tindak_lanjut.value().cloned().unwrap_or_default()
        };
        for service in &own {
            for promise in promises(service) {
                // Said alike of two services it is said of which.
                let others = own.iter().filter(|other| other.kode != service.kode);
                let alike = others.flat_map(|s| promises(s)).any(|p| p == promise);
                let name = opened.catalog.layanan(&service.kode).filter(|_| alike);
                let name = name.map(|service| service.nama.as_str());
                let asal = format!("Laporan {quarter}");
                let isi = of_service(name, &promise);
                all.push(entry(&isi, service.pic.as_ref(), service.tenggat, asal));
            }
        }
        let Some(review) = &opened.review else { continue };
        let report =
            |kode: &str| own.iter().find(|service| service.kode == kode).copied();
        let promised = |kode: &str| {
            let promises = report(kode).and_then(|s| s.tindak_lanjut.value());
            promises.is_some_and(|promises| !promises.is_empty())
        };
        let mut asked = prioritas(&review.temuan, &review.rekap, id);
        asked.retain(|one| !promised(one.layanan));
        if !asked.is_empty() && !sent.contains(id) {
            unsent.push(opd.nama.clone());
            continue;
        }
        for one in &asked {
            let service = report(one.layanan);
            let named = one.temuan.iter().find_map(|found| found.nama_layanan.as_ref());
            let named = named.map(|name| name.text.as_str());
            let isi = of_service(named, &one.rekomendasi().text);
            // The day of the letter is that of the report on it, not that of what is done.
            let until = service.and_then(|s| s.tenggat);
            let pic = service.and_then(|s| s.pic.as_ref());
            all.push(entry(&isi, pic, until, answer.clone()));
        }
    }
    Carried { before: all, unsent }
}

/// What is to be done, for a service that is named.
fn of_service(name: Option<&str>, text: &str) -> String {
    name.map_or_else(
        || text.to_owned(),
        |name| format!("{name}: {}", bahasa::words::uncapitalize(text)),
    )
}

/// The offices whose letter went out: it is final, has its whole number or was marked as printed.
fn sent(opened: &Opened, printed: &[FilePath]) -> BTreeSet<String> {
    let last = opened.workspace.status(LETTER) == StatusDokumen::Final;
    // What is wrong with a letter was told when the data was read.
    let mut unsaid = Problems::default();
    let jobs = super::jobs(opened, &[LETTER.to_owned()], &mut unsaid);
    let out = jobs.into_iter().filter(|job| {
        let number = job.letter.as_ref().and_then(|letter| letter.number.as_ref());
        last || number.is_some_and(|number| number.value.is_whole())
            || printed.iter().any(|paper| paper.as_str() == job.path)
    });
    out.map(|job| job.subject).collect()
}
