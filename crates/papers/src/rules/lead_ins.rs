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
const DRESS: &[&str] = &["pakaian:", "pakaian :"];

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
        let one = [(&surat.yth, "yth", TO), (&surat.hal, "hal", ABOUT)];
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
    let Some(rakor) = &held.workspace.rakor else { return };
    let place = |key: &str| rakor.written.field("rakor").field(key);
    look(&rakor.tempat, IN, place("tempat").span());
    look(rakor.pakaian.as_deref().unwrap_or_default(), DRESS, place("pakaian").span());
    for (at, text) in rakor.tujuan.iter().enumerate() {
        look(text, FOR, place("tujuan").item(at).span());
    }
    let invited = rakor.written.field("undangan");
    for (at, unit) in rakor.undangan.iter().enumerate() {
        let written = invited.item(at);
        look(&unit.yth, TO, written.place("yth"));
        look(unit.tempat.as_deref().unwrap_or_default(), IN, written.place("tempat"));
    }
}
