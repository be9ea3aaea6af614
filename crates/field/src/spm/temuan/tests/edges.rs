//! Figures at the edge, and the sentence an official signs about them.

use super::*;

/// Figures of one service in a quarter.
struct Edge {
    kode: &'static str,
    triwulan: u8,
    sasaran: Reported<u64>,
    terlayani: Reported<u64>,
    pagu: u64,
    realisasi: u64,
}

fn edge(
    kode: &'static str,
    triwulan: u8,
    (sasaran, terlayani): (u64, u64),
    (pagu, realisasi): (u64, u64),
) -> Edge {
    let (sasaran, terlayani) = (sasaran.into(), terlayani.into());
    Edge { kode, triwulan, sasaran, terlayani, pagu, realisasi }
}

impl Edge {
    fn told(&self) -> Vec<Temuan> {
        let mut trial = Trial::at(self.triwulan);
        for quarter in &mut trial.tahun {
            quarter.retain(|l| l.kode != self.kode);
        }
        trial.last_year = None;
        let mut now = steady(self.kode, self.triwulan);
        now.sasaran = self.sasaran;
        now.terlayani = self.terlayani;
        now.pagu = Reported::Value(self.pagu.into());
        now.realisasi = Reported::Value(self.realisasi.into());
        trial.tahun.last_mut().unwrap().push(now);
        let mut all = trial.temuan();
        all.retain(|t| t.layanan.as_deref() == Some(self.kode));
        all
    }
}

#[test]
fn edge_figures_and_their_sentences() {
    let nihil = |kode, triwulan| Edge {
        sasaran: Reported::Nihil,
        terlayani: Reported::Missing,
        ..edge(kode, triwulan, (0, 0), (1_000_000, 250_000))
    };
    let money = (1_000_000, 400_000);
    let table: [(Edge, &str, &str, &str); 18] = [
        (
            edge("KES-5", 4, (1, 0), (0, 0)),
            "T-BELUM-MULAI",
            "Sampai Triwulan IV belum ada yang terlayani dari sasaran 1 orang.",
            "Agar melayani 1 orang itu pada Triwulan I Tahun 2025 dan menjelaskan \
             penyebab keterlambatannya.",
        ),
        (
            edge("PEND-1", 2, (1, 0), (0, 0)),
            "T-BELUM-MULAI",
            "Sampai Triwulan II belum ada yang terlayani dari sasaran 1 orang.",
            "Agar melayani 1 orang itu paling lambat Desember 2024 dan menjelaskan \
             penyebab keterlambatannya.",
        ),
        (
            edge("SOS-2", 4, (9, 8), money),
            "T-SISA",
            "Sampai Triwulan IV terlayani 8 dari 9 orang (88,89%).",
            "Agar menelusuri penyebab 1 orang belum terlayani, lalu melayaninya pada \
             Triwulan I Tahun 2025.",
        ),
        (
            edge("SOS-2", 4, (4, 1), money),
            "T-SISA-JAUH",
            "Sampai Triwulan IV baru terlayani 1 dari 4 orang (25,00%).",
            "Agar menelusuri penyebab 3 orang belum terlayani, lalu melayaninya pada \
             Triwulan I Tahun 2025.",
        ),
        (
            edge("SOS-2", 4, (20, 14), money),
            "T-SISA-JAUH",
            "Sampai Triwulan IV baru terlayani 14 dari 20 orang (70,00%).",
            "Agar memetakan 6 orang yang belum terlayani menurut kecamatan, lalu mengusulkan \
             tambahan tenaga, sarana, dan anggaran yang diperlukan pada Perubahan APBD Tahun Anggaran 2025.",
        ),
        (
            edge("PEND-3", 3, (2, 1), money),
            "T-LAJU-JAUH",
            "Terlayani 1 dari 2 orang (50,00%), sedangkan jalur target triwulan ini 75,00%.",
            "Agar melayani 1 orang yang belum terlayani paling lambat Desember.",
        ),
        (
            edge("KES-1", 4, (8, 7), money),
            "T-SISA",
            "Sampai Triwulan IV terlayani 7 dari 8 orang (87,50%).",
            "Agar menjangkau 1 orang yang belum terlayani bila masih hamil; bila sudah \
             bersalin, agar menelusuri penyebabnya dan melengkapi catatannya.",
        ),
        (
            edge("PR-1", 2, (7, 0), money),
            "T-BELANJA-TANPA-PENERIMA",
            "Anggaran sudah dibelanjakan Rp400.000 (40,00% dari pagu) tanpa penerima yang \
             tercatat.",
            "Agar menjelaskan penggunaan anggaran itu dan memastikan seluruh penerima sudah \
             dicatat.",
        ),
        (
            edge("PU-2", 1, (900, 0), (0, 5_000_000)),
            "T-BELANJA-TANPA-PENERIMA",
            "Anggaran sudah dibelanjakan Rp5.000.000 tanpa penerima yang tercatat.",
            "Agar menjelaskan penggunaan anggaran itu dan memastikan seluruh penerima sudah \
             dicatat.",
        ),
        (
            edge("TR-5", 4, (30, 0), money),
            "T-BELANJA-TANPA-PENERIMA",
            "Anggaran sudah dibelanjakan Rp400.000 (40,00% dari pagu) tanpa penerima yang \
             tercatat.",
            "Agar menjelaskan penggunaan anggaran itu, misalnya untuk kesiapsiagaan, dan \
             memastikan catatan kejadian sudah lengkap.",
        ),
        (
            nihil("PR-2", 1),
            "T-BELANJA-TANPA-PENERIMA",
            "Anggaran sudah dibelanjakan Rp250.000 (25,00% dari pagu), padahal layanan \
             dinyatakan nihil.",
            "Agar menjelaskan penggunaan anggaran itu dan memastikan pernyataan nihil sudah \
             benar.",
        ),
        (
            edge("TR-4", 3, (30, 0), money),
            "T-CATATAN-KEJADIAN",
            "Sampai Triwulan III belum ada penerima yang tercatat, sedangkan anggaran sudah \
             dibelanjakan Rp400.000.",
            "Agar memastikan catatan kejadian sudah lengkap; bila memang belum ada kejadian, \
             agar dinyatakan dalam laporan.",
        ),
        (
            edge("TR-4", 3, (30, 0), (1_000_000, 0)),
            "T-CATATAN-KEJADIAN",
            "Sampai Triwulan III belum ada penerima yang tercatat.",
            "Agar memastikan catatan kejadian sudah lengkap; bila memang belum ada kejadian, \
             agar dinyatakan dalam laporan.",
        ),
        (
            edge("KES-4", 2, (0, 5), money),
            "T-SASARAN-NOL",
            "Sasaran diisi 0 orang, padahal tercatat 5 orang terlayani, sehingga persentase \
             tidak dapat dihitung.",
            "Agar mengisi jumlah sasaran; bila memang tidak ada, agar dinyatakan nihil.",
        ),
        (
            edge("KES-4", 2, (0, 0), (1_000_000, 0)),
            "T-SASARAN-NOL",
            "Sasaran diisi 0 orang sehingga persentase tidak dapat dihitung.",
            "Agar mengisi jumlah sasaran; bila memang tidak ada, agar dinyatakan nihil.",
        ),
        (
            edge("KES-4", 4, (1, 2), money),
            "T-MELEBIHI-SASARAN",
            "Terlayani 2 orang, lebih banyak daripada sasaran 1 orang.",
            "Agar memeriksa kedua angka: menghapus penerima yang tercatat ganda atau \
             memutakhirkan sasaran.",
        ),
        (
            edge("KES-4", 4, (10, 10), (0, 700_000)),
            "T-REALISASI-PAGU",
            "Realisasi anggaran Rp700.000 tercatat, padahal pagunya Rp0.",
            "Agar memeriksa apakah pagu perubahan sudah dicatat dan memperbaiki angka yang \
             keliru.",
        ),
        (
            edge("KES-4", 4, (10, 10), (500_000, 700_000)),
            "T-REALISASI-PAGU",
            "Realisasi anggaran Rp700.000 melebihi pagu Rp500.000 (140,00%).",
            "Agar memeriksa apakah pagu perubahan sudah dicatat dan memperbaiki angka yang \
             keliru.",
        ),
    ];
    for (figures, kode, kondisi, rekomendasi) in table {
        let all = figures.told();
        let about = format!("{} TW {}: {all:#?}", figures.kode, figures.triwulan);
        let one = all.iter().find(|t| t.kode == kode);
        let one = one.unwrap_or_else(|| panic!("{kode} {about}"));
        assert_eq!((&*one.kondisi, &*one.rekomendasi), (kondisi, rekomendasi), "{about}");
    }
}

/// All served, everything met, or readiness paid for without a victim: nothing is told.
#[test]
fn edge_figures_that_are_no_matter() {
    for one in [
        edge("KES-5", 4, (1, 1), (1_000_000, 1_000_000)),
        edge("PR-1", 2, (7, 7), (1_000_000, 500_000)),
        Edge {
            sasaran: Reported::Nihil,
            terlayani: Reported::Missing,
            ..edge("TR-5", 4, (0, 0), (1_000_000, 900_000))
        },
    ] {
        assert_eq!(one.told(), [], "{}", one.kode);
    }
}

/// The service with the lowest index leads, though others have graver findings.
#[test]
fn the_lowest_index_is_the_first_to_be_told() {
    let mut trial = Trial::at(2);
    trial.last_year = None;
    let trial = trial
        .change(1, "SOS-1", |l| l.mutu = vec![item(100, 40)])
        .change(2, "SOS-1", |l| {
            l.terlayani = 470.into();
            l.mutu = vec![item(100, 46)];
        })
        .change(2, "KES-8", |l| l.sasaran = Reported::Value(600))
        .change(2, "KES-9", |l| l.terlayani = 1200.into());
    let (all, rekap) = trial.seen();
    let listed = prioritas(&all, &rekap, "dinas");
    assert_eq!(listed[0].layanan, "SOS-1");
    assert_eq!(
        listed[0].kondisi().text,
        "Indeks 46,80%, sedangkan jalur target triwulan ini 50,00%; penerima yang terlayani \
         47,00% dan mutu minimal terpenuhi 46,00%."
    );
    // At the end of the year a note is enough to lead, but no reason to begin.
    let note = (1..=4).fold(Trial::at(4), |trial, triwulan| {
        trial.change(triwulan, "KES-5", |l| l.mutu = vec![item(100, 98)])
    });
    let (all, rekap) = note.seen();
    assert!(prioritas(&all, &rekap, "dinas").is_empty());
    let beside = note.change(4, "KES-9", |l| l.terlayani = 1200.into());
    let (all, rekap) = beside.seen();
    let order = prioritas(&all, &rekap, "dinas");
    let led: Vec<_> = order.iter().map(|p| (p.layanan, p.terendah)).collect();
    assert_eq!(led, [("KES-5", true), ("KES-9", false)]);
}

/// Who words a rule for all cases means the handful too.
#[test]
fn own_words_hold_for_the_handful() {
    let rules = |own: &str| {
        let overlay = format!("[[aturan]]\nkode = 'T-SISA'\n{own}\n");
        Trial::at(4).with_rules(&overlay).now(|l| l.terlayani = 999.into())
    };
    let said = |own: &str| rules(own).one("T-SISA").rekomendasi.text;
    assert!(said("aktif = true").starts_with("Agar menelusuri penyebab 1 orang"));
    assert_eq!(said("rekomendasi = 'Agar segera.'"), "Agar segera.");
    assert_eq!(said("rekomendasi_sedikit = 'Agar {belum}.'"), "Agar 1.");
}
