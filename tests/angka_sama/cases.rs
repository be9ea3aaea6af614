//! Figures that lie at an edge, and the policies under which they are computed.

use std::fmt::Write as _;

use naskah::files::{Files as _, Memory};
use naskah::spm::Kebijakan;
use naskah::spm::kebijakan::{
    BelumDiisi, BobotUrusan, JalurKejadian, Kelebihan, Pembulatan, RerataMutu, RerataOpd,
    SasaranNihil, Trantibumlinmas, TriwulanBerjalan,
};

/// What is reported of a service: keys of `[[layanan]]`, and need and met of each item.
pub(super) type Report = (&'static str, &'static [(&'static str, &'static str)]);

pub(super) const ORDINARY: Report = (
    "sasaran = 7\nterlayani = 1\npagu = 7000\nrealisasi = 1234",
    &[("7", "1"), ("1000", "900")],
);
const FULL: Report =
    ("sasaran = 100\nterlayani = 100\npagu = 500\nrealisasi = 500", &[("10", "10")]);
const ABOVE: Report = (
    "sasaran = 100\nterlayani = 117\npagu = 500\nrealisasi = 600",
    &[("10", "12"), ("10", "10")],
);
const NIHIL: Report = ("nihil = true", &[]);
const ZERO_TARGET: Report = ("sasaran = 0", &[]);
const NOBODY_SERVED: Report =
    ("sasaran = 50\nterlayani = 0\npagu = 0\nrealisasi = 0", &[("10", "0")]);
const QUALITY_MISSING: Report = ("sasaran = 100\nterlayani = 100", &[]);

/// Each way to report a service, side by side.
const EDGES: [Report; 16] = [
    ORDINARY,
    FULL,
    ABOVE,
    NIHIL,
    ZERO_TARGET,
    NOBODY_SERVED,
    QUALITY_MISSING,
    // A zero target that was served all the same.
    ("sasaran = 0\nterlayani = 3", &[("10", "5")]),
    // Nothing but a target; nothing at all.
    ("sasaran = 50", &[]),
    ("", &[]),
    // Everybody served, with an item that is blank, or one that needs nothing.
    ("sasaran = 100\nterlayani = 100", &[("10", ""), ("10", "5")]),
    ("sasaran = 100\nterlayani = 60", &[("0", "0"), ("3", "1")]),
    ("sasaran = 100\nterlayani = 60", &[("0", "0")]),
    // Blank where nobody was served, and a budget alone.
    ("sasaran = 40\nterlayani = 0\npagu = 100", &[("4", "")]),
    // What plain rounding would lift over a threshold.
    ("sasaran = 25000\nterlayani = 22499", &[("25000", "22499")]),
    // Quality alone.
    ("", &[("3", "2")]),
];

/// The services of a kabupaten with the OPD that carries each in the example.
const SERVICES: [(&str, usize, &str); 8] = [
    ("PEND", 3, "disdikbud"),
    ("KES", 12, "dinkes"),
    ("PU", 2, "dpupr"),
    ("PR", 2, "dpupr"),
    ("TR-1", 0, "satpolpp"),
    ("TR-5", 0, "satpolpp"),
    ("TR", 4, "bpbd"),
    ("SOS", 5, "dinsos"),
];

fn services() -> Vec<(String, &'static str)> {
    let of = |(group, count, opd): (&str, usize, &'static str)| -> Vec<_> {
        let first = if group == "TR" { 2 } else { 1 };
        match count {
            0 => vec![(group.to_owned(), opd)],
            _ => (first..=count).map(|n| (format!("{group}-{n}"), opd)).collect(),
        }
    };
    SERVICES.into_iter().flat_map(of).collect()
}

/// A name, and what is reported of the n-th service.
pub(super) struct Case {
    pub(super) name: &'static str,
    /// Every policy is tried with it; else those by default and the choices together.
    pub(super) mixed: bool,
    pub(super) report: fn(usize) -> Option<Report>,
}

pub(super) const CASES: [Case; 11] = [
    Case { name: "tepi", mixed: true, report: |n| Some(EDGES[n % EDGES.len()]) },
    Case {
        name: "tepi-bergeser",
        mixed: true,
        report: |n| Some(EDGES[(n * 5 + 6) % EDGES.len()]),
    },
    Case { name: "penuh", mixed: false, report: |_| Some(FULL) },
    Case { name: "melampaui", mixed: false, report: |_| Some(ABOVE) },
    Case { name: "nihil", mixed: false, report: |_| Some(NIHIL) },
    Case { name: "sasaran-nol", mixed: false, report: |_| Some(ZERO_TARGET) },
    Case { name: "terlayani-nol", mixed: false, report: |_| Some(NOBODY_SERVED) },
    Case { name: "mutu-kosong", mixed: false, report: |_| Some(QUALITY_MISSING) },
    Case { name: "satu", mixed: false, report: |n| (n == 3).then_some(ORDINARY) },
    Case { name: "satu-nihil", mixed: false, report: |n| (n == 19).then_some(NIHIL) },
    Case {
        name: "separuh",
        mixed: false,
        report: |n| (n % 2 == 0).then_some(EDGES[n / 2]),
    },
];

/// The policies by default, each other choice of each policy alone, and choices together that
/// touch the same figures.
pub(super) fn policies() -> Vec<Kebijakan> {
    let base = Kebijakan::default();
    let mut all = vec![base];
    all.push(Kebijakan {
        rerata_mutu: RerataMutu::RasioJumlah,
        kelebihan: Kelebihan::ApaAdanya,
        pembulatan: Pembulatan::SetiapTingkat,
        ..base
    });
    all.push(Kebijakan {
        sasaran_nihil: SasaranNihil::Seratus,
        belum_diisi: BelumDiisi::Keluarkan,
        bobot_urusan: BobotUrusan::JumlahLayanan,
        trantibumlinmas: Trantibumlinmas::PerSubUrusan,
        rerata_opd: RerataOpd::PerUrusan,
        jalur_kejadian: JalurKejadian::Ikut,
        ..base
    });
    macro_rules! each {
        ($($field:ident: $policy:ident),+) => {
            $(all.extend($policy::CHOICES.iter().map(|choice| Kebijakan { $field: *choice, ..base }));)+
        };
    }
    each!(
        rerata_mutu: RerataMutu,
        bobot_urusan: BobotUrusan,
        rerata_opd: RerataOpd,
        trantibumlinmas: Trantibumlinmas,
        sasaran_nihil: SasaranNihil,
        kelebihan: Kelebihan,
        pembulatan: Pembulatan,
        triwulan: TriwulanBerjalan,
        jalur_kejadian: JalurKejadian,
        belum_diisi: BelumDiisi
    );
    let mut unlike: Vec<Kebijakan> = Vec::new();
    for one in all {
        if !unlike.contains(&one) {
            unlike.push(one);
        }
    }
    unlike
}

/// The example with the figures of the case in the quarter, and in the quarters it is held
/// against, under the policies.
pub(super) fn workspace(
    example: &Memory,
    case: &Case,
    triwulan: u8,
    kebijakan: Kebijakan,
) -> Memory {
    let paths = example.paths().into_iter();
    let memory: Memory =
        paths.map(|path| (path.clone(), example.read(&path).unwrap())).collect();
    let settings = memory.read(&"naskah.toml".into()).unwrap();
    let settings = String::from_utf8(settings).unwrap();
    let (before, after) = settings.split_once("[spm]").unwrap();
    let (_, after) = after.split_once("\n[").unwrap();
    let before = before.replace("triwulan = 4", &format!("triwulan = {triwulan}"));
    let chosen = kebijakan.choices().map(|(key, word)| format!("{key} = \"{word}\"\n"));
    let chosen = chosen.concat();
    memory.put("naskah.toml", format!("{before}[spm]\n{chosen}\n[{after}").into_bytes());
    for (tahun, tw) in [(2023, 4), (2024, 1), (2024, 2), (2024, 3), (2024, 4)] {
        let path = format!("data/capaian/{tahun}-tw{tw}.toml");
        memory.remove(&path.as_str().into());
        // What it is held against has the figures of its neighbour, so that most differ.
        let now = (tahun, tw) == (2024, triwulan);
        if now || tw == triwulan || (tahun, tw) == (2024, triwulan - 1) {
            let of = usize::from(!now);
            memory.put(path, quarter((tahun, tw), case, of).into_bytes());
        }
    }
    memory
}

fn quarter((tahun, triwulan): (u16, u8), case: &Case, neighbour: usize) -> String {
    let mut text = format!("tahun = {tahun}\ntriwulan = {triwulan}\n");
    for (n, (kode, opd)) in services().into_iter().enumerate() {
        let Some((keys, items)) = (case.report)(n + neighbour) else { continue };
        let _ =
            write!(text, "\n[[layanan]]\nkode = \"{kode}\"\nopd = \"{opd}\"\n{keys}\n");
        for (at, (need, met)) in items.iter().enumerate() {
            let _ = write!(
                text,
                "[[layanan.mutu]]\nnama = \"Butir {kode} ke-{at}\"\nsatuan = \"Unit\"\n"
            );
            for (key, value) in [("dibutuhkan", need), ("terpenuhi", met)] {
                if !value.is_empty() {
                    let _ = writeln!(text, "{key} = {value}");
                }
            }
        }
    }
    text
}
