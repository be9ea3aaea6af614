//! What people type for an official's id: the job as everybody shortens it ("Sekda", "Kabag Tapem"),
//! or a part of the name ("Bu Siti").

use crate::head::normal;
use field::domain::{HEADS_FOR_SHORT, Pejabat};

/// What officials are called, each with its id.
#[derive(Default)]
pub(super) struct ShortNames<'a> {
    jobs: Vec<(String, &'a str)>,
    persons: Vec<(String, &'a str)>,
}

impl<'a> ShortNames<'a> {
    pub(super) fn new(all: &'a [Pejabat]) -> Self {
        let jobs = all.iter().map(|p| (spelled_out(&p.jabatan), p.id.value.as_str()));
        let persons =
            all.iter().map(|p| (normal(p.nama.without_gelar()), p.id.value.as_str()));
        Self { jobs: jobs.collect(), persons: persons.collect() }
    }

    /// The id of the only official whose job begins so or whose name has these words.
    pub(super) fn meant(&self, written: &str) -> Option<&'a str> {
        let job = spelled_out(written);
        // "Kepala" and "Sekretaris" may be of anything.
        let vague = !job.contains(' ') && !HEADS.contains(&job.as_str());
        let begins = |own: &str| own == job || own.starts_with(&format!("{job} "));
        let jobs = self.jobs.iter().filter(|(own, _)| !vague && begins(own));
        if let Some(id) = only(jobs.map(|(_, id)| *id)) {
            return Some(id);
        }
        let text = normal(written);
        let words: Vec<&str> =
            text.split(' ').filter(|w| !COURTESY.contains(w)).collect();
        let called = words.join(" ");
        let has = |own: &str| format!(" {own} ").contains(&format!(" {called} "));
        let persons = self.persons.iter();
        let persons = persons.filter(|(own, _)| called.len() > 2 && has(own));
        only(persons.map(|(_, id)| *id))
    }
}

/// The one id of all, where they agree.
fn only<'a>(mut ids: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let one = ids.next().filter(|id| !id.is_empty())?;
    ids.all(|other| other == one).then_some(one)
}

/// A job without its short words.
fn spelled_out(job: &str) -> String {
    let text = normal(job);
    let words = text.split(' ').map(|word| {
        let long = HEADS_FOR_SHORT.iter().chain(&SHORT).find(|(short, _)| *short == word);
        long.map_or(word, |(_, long)| long)
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Who needs no second word.
const HEADS: [&str; 2] = ["bupati", "gubernur"];

/// How other jobs and units are shortened.
const SHORT: [(&str, &str); 24] = [
    ("sekda", "sekretaris daerah"),
    ("setda", "sekretariat daerah"),
    ("sekkab", "sekretaris daerah"),
    ("sekwan", "sekretaris dewan"),
    ("kabag", "kepala bagian"),
    ("kadin", "kepala dinas"),
    ("kabid", "kepala bidang"),
    ("kasubag", "kepala subbagian"),
    ("kasubbag", "kepala subbagian"),
    ("kadinkes", "kepala dinas kesehatan"),
    ("kadinsos", "kepala dinas sosial"),
    ("kadisdik", "kepala dinas pendidikan"),
    ("kadisdikbud", "kepala dinas pendidikan dan kebudayaan"),
    ("kasatpol", "kepala satuan polisi pamong"),
    ("satpol", "satuan polisi pamong"),
    ("pp", "praja"),
    ("pu", "pekerjaan umum"),
    ("wabup", "wakil bupati"),
    ("wagub", "wakil gubernur"),
    ("wawali", "wakil wali kota"),
    ("walikota", "wali kota"),
    ("tapem", "tata pemerintahan"),
    ("pem", "pemerintahan"),
    ("kesra", "kesejahteraan rakyat"),
];

/// What is said before a name.
const COURTESY: [&str; 9] = ["pak", "bapak", "bpk", "bu", "ibu", "h", "hj", "dr", "sdr"];
