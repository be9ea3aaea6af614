//! Words that a paper writes itself before a value, typed with the value as well: they would be
//! printed twice.

use super::RulesView;
use crate::problem::ContradictionProblem as Problem;
use base::diag::Problems;
use base::source::Span;

const TO: &[&str] = &["yth.", "yth ", "kepada yth", "kepada "];
const ON_BEHALF: &[&str] = &["a.n. ", "a.n ", "an. ", "atas nama "];
const IN: &[&str] = &["di ", "bertempat di "];
const ABOUT: &[&str] = &["hal:", "hal :", "perihal:", "perihal :", "tentang "];
const FOR: &[&str] = &["untuk:", "untuk :", "untuk "];
const BASIS: &[&str] = &["dasar:", "dasar :"];
const NATURE: &[&str] = &["sifat:", "sifat :"];
const ENCLOSED: &[&str] = &["lampiran:", "lampiran :"];
const THEME: &[&str] = &["tema:", "tema :", "dengan tema "];
const FORM: &[&str] = &["dalam bentuk ", "bentuk:", "bentuk :"];
const BY: &[&str] = &["oleh ", "oleh:"];
const CONTACT: &[&str] = &["narahubung:", "narahubung :", "narahubung "];
const STANDS_FOR: &[&str] = &["mewakili "];
const MODERATOR: &[&str] = &["moderator:", "moderator :"];
const CHAIR: &[&str] = &["ketua:", "ketua :", "sekretaris:", "pencatat:", "notulis:"];
const IN_CHARGE: &[&str] = &["penanggung jawab:", "penanggung jawab :", "oleh "];
const DRESS: &[&str] = &["pakaian:", "pakaian :"];

/// Whether "a.n." is typed with the office on whose behalf a paper is signed.
pub(super) fn says_on_behalf(name: &str) -> bool {
    let lower = name.trim_start().to_lowercase();
    ON_BEHALF.iter().any(|word| lower.starts_with(word))
}

pub(super) fn check(held: RulesView<'_>, problems: &mut Problems) {
    let mut look = |text: &str, words: &[&str], place: Span| {
        let lower = text.trim_start().to_lowercase();
        let found = words.iter().find(|word| lower.starts_with(**word));
        if let Some(word) = found {
            let word = word.trim_end_matches([' ', ':']).to_owned();
            let text = text.trim().to_owned();
            problems.add(place, Problem::LeadInTyped { kata: word, isi: text });
        }
    };
    for (surat, _) in held.decisions() {
        let place = |key: &str| surat.written.field(key);
        let one = [
            (&surat.yth, "yth", TO),
            (&surat.hal, "hal", ABOUT),
            (&surat.sifat, "sifat", NATURE),
            (&surat.lampiran, "lampiran", ENCLOSED),
        ];
        for (text, key, words) in one {
            look(text.as_deref().unwrap_or_default(), words, place(key).span());
        }
        let lists = [
            (&surat.atas_nama, "atas_nama", ON_BEHALF),
            (&surat.tembusan, "tembusan", TO),
            (&surat.untuk, "untuk", FOR),
            (&surat.dasar, "dasar", BASIS),
        ];
        for (texts, key, words) in lists {
            let written = place(key);
            for (at, text) in texts.iter().enumerate() {
                look(text, words, written.item(at).span());
            }
        }
    }
    let instansi = held.workspace.settings.written.field("instansi");
    look(&held.workspace.settings.instansi.tempat, IN, instansi.field("tempat").span());
    of_meeting(held, &mut look);
    of_results(held, &mut look);
}

/// What looks at a text, the words that papers write before it, and its place.
type TellLeadIn<'a> = dyn FnMut(&str, &[&str], Span) + 'a;

fn of_meeting(held: RulesView<'_>, look: &mut TellLeadIn<'_>) {
    let Some(rakor) = &held.workspace.rakor else { return };
    let place = |key: &str| rakor.written.field("rakor").field(key);
    look(&rakor.tempat, IN, place("tempat").span());
    look(&rakor.penyelenggara, BY, place("penyelenggara").span());
    let one = [
        (&rakor.pakaian, "pakaian", DRESS),
        (&rakor.tema, "tema", THEME),
        (&rakor.bentuk, "bentuk", FORM),
        (&rakor.narahubung, "narahubung", CONTACT),
    ];
    for (text, key, words) in one {
        look(text.as_deref().unwrap_or_default(), words, place(key).span());
    }
    for (at, text) in rakor.tujuan.iter().enumerate() {
        look(text, FOR, place("tujuan").item(at).span());
    }
    let sessions = rakor.written.field("sesi");
    for (at, sesi) in rakor.sesi.iter().enumerate() {
        let items = sessions.item(at).field("acara");
        for (at, acara) in sesi.acara.iter().enumerate() {
            let place = |key: &str| items.item(at).field(key).span();
            let one = [
                (&acara.oleh, "oleh", BY),
                (&acara.mewakili, "mewakili", STANDS_FOR),
                (&acara.moderator, "moderator", MODERATOR),
            ];
            for (text, key, words) in one {
                look(text.as_deref().unwrap_or_default(), words, place(key));
            }
        }
    }
    let invited = rakor.written.field("undangan");
    for (at, unit) in rakor.undangan.iter().enumerate() {
        let written = invited.item(at);
        look(&unit.yth, TO, written.place("yth"));
        look(unit.tempat.as_deref().unwrap_or_default(), IN, written.place("tempat"));
    }
}

fn of_results(held: RulesView<'_>, look: &mut TellLeadIn<'_>) {
    let Some(hasil) = &held.workspace.hasil else { return };
    let written = hasil.written.field("notula");
    let one = [
        (&hasil.notula.ketua, "ketua", CHAIR),
        (&hasil.notula.sekretaris, "sekretaris", CHAIR),
        (&hasil.notula.pencatat, "pencatat", CHAIR),
    ];
    for (text, key, words) in one {
        look(text.as_deref().unwrap_or_default(), words, written.field(key).span());
    }
    let written = hasil.written.field("kesepakatan");
    for (at, agreed) in hasil.kesepakatan.iter().enumerate() {
        let place = written.item(at).field("pic").span();
        look(agreed.pic.as_deref().unwrap_or_default(), IN_CHARGE, place);
    }
}
