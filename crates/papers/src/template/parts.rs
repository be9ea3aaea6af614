//! The words of `per` and `perlu` in `template.toml`, each with what it means: said once, for
//! the reader, the plan, the messages and the user's guide.

use data::workspace::Workspace;
use field::domain::{Kehadiran, Rakor};
use field::spm::Rekap;

/// What there is one paper for each of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Per {
    /// One paper in all.
    Satu,
    /// Each OPD.
    Opd,
    /// Each urusan.
    Urusan,
    /// Each chapter.
    Bab,
    /// Each session.
    Sesi,
    /// Each speaker.
    Narasumber,
    /// Each participant.
    Peserta,
    /// Everybody at the meeting by name, speakers first.
    Orang,
    /// Each speech.
    Sambutan,
    /// Each invited unit.
    Undangan,
    /// Each attendance sheet: day or session, and group of people.
    Hadir,
    /// Each row of a free list.
    List(String),
}

/// A part of the data that a template may need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DataPart {
    /// The meeting.
    Rakor,
    /// Its sessions.
    Sesi,
    /// Those invited.
    Undangan,
    /// Speakers.
    Narasumber,
    /// Participants.
    Peserta,
    /// Somebody by name who is in the room.
    Orang,
    /// The committee.
    Panitia,
    /// Speeches.
    Sambutan,
    /// What the meeting came to.
    Hasil,
    /// What was discussed.
    Pembahasan,
    /// What was agreed.
    Kesepakatan,
    /// OPDs.
    Opd,
    /// Officials.
    Pejabat,
    /// The reported period.
    Periode,
    /// Figures of the period.
    Capaian,
    /// The decisions about the template's own letter.
    Surat,
}

impl DataPart {
    /// All parts with their words and what the user's guide says of them.
    pub const ALL: [(Self, &'static str, &'static str); 16] = [
        (Self::Rakor, "rakor", "`data/rakor.toml` ada"),
        (Self::Sesi, "sesi", "ada `[[sesi]]`"),
        (Self::Undangan, "undangan", "ada `[[undangan]]`"),
        (Self::Narasumber, "narasumber", "ada narasumber"),
        (Self::Peserta, "peserta", "ada peserta"),
        (Self::Orang, "orang", "ada orang yang bernama dan hadir di tempat"),
        (Self::Panitia, "panitia", "ada panitia"),
        (Self::Sambutan, "sambutan", "ada `[[sambutan]]`"),
        (Self::Hasil, "hasil", "`data/hasil.toml` ada"),
        (Self::Pembahasan, "pembahasan", "`data/hasil.toml` memuat pembahasan"),
        (Self::Kesepakatan, "kesepakatan", "`data/hasil.toml` memuat kesepakatan"),
        (Self::Opd, "opd", "ada `[[opd]]`"),
        (Self::Pejabat, "pejabat", "ada `[[pejabat]]`"),
        (Self::Periode, "periode", "`[periode]` diisi"),
        (Self::Capaian, "capaian", "ada data capaian untuk `[periode]`"),
        (Self::Surat, "surat", "ada tabel templat ini dalam `data/surat.toml`"),
    ];

    /// The part of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, w, _)| *w == word).map(|(part, _, _)| *part)
    }

    /// Whether the data has it, for the template of a name.
    pub fn is_there(
        self,
        workspace: &Workspace,
        rekap: Option<&Rekap>,
        template: &str,
    ) -> bool {
        let rakor = |has: fn(&Rakor) -> bool| workspace.rakor.as_ref().is_some_and(has);
        let hasil = workspace.hasil.as_ref();
        match self {
            Self::Rakor => rakor(|_| true),
            Self::Sesi => rakor(|r| !r.sesi.is_empty()),
            Self::Undangan => rakor(|r| !r.undangan.is_empty()),
            Self::Narasumber => rakor(|r| !r.narasumber.is_empty()),
            Self::Peserta => rakor(|r| !r.peserta.is_empty()),
            Self::Orang => rakor(somebody_sits),
            Self::Panitia => rakor(|r| !r.panitia.is_empty()),
            Self::Sambutan => rakor(|r| !r.sambutan.is_empty()),
            Self::Hasil => hasil.is_some(),
            Self::Pembahasan => hasil.is_some_and(|h| !h.pembahasan.is_empty()),
            Self::Kesepakatan => hasil.is_some_and(|h| !h.kesepakatan.is_empty()),
            Self::Opd => !workspace.opd.is_empty(),
            Self::Pejabat => !workspace.pejabat.is_empty(),
            Self::Periode => workspace.settings.periode.is_some(),
            Self::Capaian => rekap.is_some(),
            Self::Surat => workspace.surat.iter().any(|s| s.template.value == template),
        }
    }
}

/// Whether somebody by name is expected in the room.
fn somebody_sits(rakor: &Rakor) -> bool {
    let mut all = rakor.narasumber.iter().chain(&rakor.peserta).chain(&rakor.panitia);
    all.any(|p| {
        p.nama.is_some() && !p.daring && matches!(p.hadir, None | Some(Kehadiran::Luring))
    })
}

/// What a template needs: a part of the data, or rows of a free list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    /// A part of the data.
    Part(DataPart),
    /// A free list by name.
    List(String),
}

impl Need {
    /// The need of a word.
    pub(super) fn of(word: &str) -> Self {
        DataPart::of(word).map_or_else(|| Self::List(word.to_owned()), Self::Part)
    }

    /// The word of `perlu`.
    pub fn word(&self) -> &str {
        match self {
            Self::Part(part) => DataPart::ALL
                .iter()
                .find(|(p, ..)| p == part)
                .map_or("", |(_, word, _)| word),
            Self::List(name) => name,
        }
    }

    /// Whether the data has it, for the template of a name.
    pub fn is_there(
        &self,
        workspace: &Workspace,
        rekap: Option<&Rekap>,
        template: &str,
    ) -> bool {
        match self {
            Self::Part(part) => part.is_there(workspace, rekap, template),
            Self::List(name) => {
                workspace.lists.get(name).is_some_and(|rows| !rows.is_empty())
            }
        }
    }
}

impl Per {
    /// The words of `per` that are no free list: what each is, what there is one paper for,
    /// and the name that stands for it in the template.
    pub const ALL: [(&'static str, Self, &'static str, &'static str); 13] = [
        ("satu", Self::Satu, "semuanya", ""),
        ("rakor", Self::Satu, "semuanya", ""),
        ("daerah", Self::Satu, "semuanya", ""),
        ("opd", Self::Opd, "setiap OPD", "opd"),
        ("urusan", Self::Urusan, "setiap bab urusan", "bab"),
        ("bab", Self::Bab, "setiap bab", "bab"),
        ("sesi", Self::Sesi, "setiap sesi", "sesi"),
        ("narasumber", Self::Narasumber, "setiap narasumber", "narasumber"),
        ("peserta", Self::Peserta, "setiap peserta", "peserta"),
        (
            "orang",
            Self::Orang,
            "setiap orang yang bernama dan tidak tercatat absen, narasumber lebih dahulu",
            "orang",
        ),
        ("sambutan", Self::Sambutan, "setiap sambutan", "sambutan"),
        ("undangan", Self::Undangan, "setiap unit yang diundang", "undangan"),
        ("hadir", Self::Hadir, "setiap hari atau sesi, dan setiap kelompok", "hadir"),
    ];

    /// The free list there is a paper for each row of.
    pub fn list(&self) -> Option<&str> {
        match self {
            Self::List(name) => Some(name),
            _ => None,
        }
    }

    /// What a word means; one that is none of ours is a free list.
    pub(super) fn of(word: &str) -> Self {
        let known = Self::ALL.into_iter().find(|(w, ..)| *w == word);
        known.map_or_else(|| Self::List(word.to_owned()), |(_, per, ..)| per)
    }
}
