//! What the columns of each list are called: data for sheets and CSV.

use super::node::{Node, Value};

/// A list with a fixed shape, or a free one.
pub(super) struct Columns {
    /// What it is called; also the name its sheet may have.
    name: &'static str,
    /// The keys its reader asks for. None: a free list, where every column is taken.
    pub(super) known: &'static [&'static str],
    /// The keys without which no row can be read.
    pub(super) required: &'static [&'static str],
    /// Columns where a cell merged downwards holds for all its rows.
    merged: &'static [&'static str],
    /// Other headings by the key they stand for; an empty key passes the column over.
    synonyms: &'static [(&'static str, &'static str)],
}

impl Columns {
    /// The columns of the list of that name.
    pub(super) fn of(name: &str) -> &'static Self {
        LISTS.iter().find(|list| list.name == name).unwrap_or(&FREE)
    }

    /// The key a heading stands for; empty when the column is passed over.
    pub(super) fn key(&self, heading: &str) -> String {
        let key = super::csv::key(heading);
        let found = self.synonyms.iter().find(|(other, _)| *other == key);
        found.map_or(key, |(_, own)| (*own).to_owned())
    }

    /// Whether a cell merged downwards in this column holds for all its rows.
    pub(super) fn merges(&self, key: &str) -> bool {
        self.known.is_empty() || self.merged.contains(&key)
    }

    /// Gives the columns of a CSV their own names, where the name is not taken yet.
    pub(super) fn rename(&self, rows: &mut [Node]) {
        for row in rows {
            let Value::Table(entries) = &mut row.value else { continue };
            let names: Vec<String> =
                entries.iter().map(|(k, _)| k.value.clone()).collect();
            for (key, _) in entries.iter_mut() {
                let own = self.key(&key.value);
                if !names.contains(&own) {
                    key.value = own;
                }
            }
            entries.retain(|(key, _)| !key.value.is_empty());
        }
    }
}

static FREE: Columns =
    Columns { name: "", known: &[], required: &[], merged: &[], synonyms: &[] };

/// The services of a quarter.
const CAPAIAN: Columns = Columns {
    name: "capaian",
    known: &[
        "kode",
        "opd",
        "sasaran",
        "terlayani",
        "pagu",
        "realisasi",
        "permasalahan",
        "penyebab",
        "tindak_lanjut",
        "pic",
        "nihil",
        "data_dukung",
        "satuan",
        "rekomendasi",
        "tenggat",
        "indeks_dilaporkan",
    ],
    required: &["kode", "opd"],
    merged: &["opd", "pic"],
    synonyms: &[
        ("no", ""),
        ("nomor", ""),
        ("uraian", ""),
        ("uraian_spm", ""),
        ("urusan", ""),
        ("layanan", ""),
        ("nama_layanan", ""),
        ("jenis_layanan", ""),
        ("jenis_pelayanan", ""),
        ("jenis_pelayanan_dasar", ""),
        ("persen", ""),
        ("persentase", ""),
        ("selisih", ""),
        ("selisih_rp", ""),
        ("belum_terlayani", ""),
        ("yang_belum_terlayani", ""),
        ("kode_layanan", "kode"),
        ("perangkat_daerah", "opd"),
        ("opd_pengampu", "opd"),
        ("jumlah_yang_harus_dilayani", "sasaran"),
        ("jumlah_total_yang_harus_dilayani", "sasaran"),
        ("yang_harus_dilayani", "sasaran"),
        ("harus_dilayani", "sasaran"),
        ("jumlah_sasaran", "sasaran"),
        ("target", "sasaran"),
        ("jumlah_yang_terlayani", "terlayani"),
        ("jumlah_terlayani", "terlayani"),
        ("yang_terlayani", "terlayani"),
        ("alokasi_anggaran", "pagu"),
        ("alokasi_anggaran_rp", "pagu"),
        ("anggaran", "pagu"),
        ("pagu_rp", "pagu"),
        ("pagu_anggaran", "pagu"),
        ("realisasi_rp", "realisasi"),
        ("realisasi_anggaran", "realisasi"),
        ("masalah", "permasalahan"),
        ("kendala", "permasalahan"),
        ("rencana_tindak_lanjut", "tindak_lanjut"),
        ("solusi", "tindak_lanjut"),
        ("penanggung_jawab", "pic"),
        ("sebab", "penyebab"),
        ("akar_masalah", "penyebab"),
        ("batas_waktu", "tenggat"),
        ("target_waktu", "tenggat"),
    ],
};

static LISTS: [Columns; 7] = [
    Columns {
        name: "pejabat",
        known: &[
            "id",
            "nama",
            "gelar_depan",
            "gelar_belakang",
            "nip",
            "nik",
            "pppk",
            "golongan",
            "jabatan",
            "status",
            "kedudukan",
            "dari",
            "sampai",
        ],
        required: &["id", "nama", "jabatan"],
        merged: &[],
        synonyms: &[
            ("no", ""),
            ("nomor", ""),
            ("nama_lengkap", "nama"),
            ("nama_pejabat", "nama"),
            ("gol", "golongan"),
            ("gol_ruang", "golongan"),
            ("golongan_ruang", "golongan"),
            ("pangkat_golongan", "golongan"),
            ("nama_jabatan", "jabatan"),
        ],
    },
    Columns {
        name: "opd",
        known: &[
            "id",
            "nama",
            "singkatan",
            "kepala",
            "sebutan_kepala",
            "urusan",
            "tempat",
        ],
        required: &["id", "nama"],
        merged: &["urusan"],
        synonyms: &[
            ("no", ""),
            ("nomor", ""),
            ("nama_opd", "nama"),
            ("nama_perangkat_daerah", "nama"),
            ("perangkat_daerah", "nama"),
            ("bidang_urusan", "urusan"),
        ],
    },
    Columns {
        name: "peserta",
        known: &[
            "id",
            "nama",
            "gelar_depan",
            "gelar_belakang",
            "jabatan",
            "instansi",
            "peran",
            "materi",
            "jenis_kelamin",
            "telepon",
            "daring",
        ],
        required: &[],
        merged: &["instansi"],
        synonyms: &[
            ("no", ""),
            ("nomor", ""),
            ("tanda_tangan", ""),
            ("paraf", ""),
            ("nama_lengkap", "nama"),
            ("nama_peserta", "nama"),
            ("l_p", "jenis_kelamin"),
            ("jk", "jenis_kelamin"),
            ("kelamin", "jenis_kelamin"),
            ("no_hp", "telepon"),
            ("nomor_hp", "telepon"),
            ("no_telepon", "telepon"),
            ("nomor_telepon", "telepon"),
            ("no_wa", "telepon"),
            ("hp", "telepon"),
            ("opd", "instansi"),
            ("instansi_opd", "instansi"),
            ("asal_instansi", "instansi"),
            ("perangkat_daerah", "instansi"),
            ("unit_kerja", "instansi"),
        ],
    },
    CAPAIAN,
    // Brought in, the OPD may be named on the command line.
    Columns { name: "impor", required: &["kode"], ..CAPAIAN },
    Columns {
        name: "mutu",
        known: &["kode", "nama", "satuan", "dibutuhkan", "terpenuhi"],
        required: &["kode", "nama"],
        merged: &["kode"],
        synonyms: &[
            ("no", ""),
            ("nomor", ""),
            ("persen", ""),
            ("persentase", ""),
            ("selisih", ""),
            ("layanan", ""),
            ("nama_layanan", ""),
            ("belum_terpenuhi", ""),
            ("mutu_yang_belum_terlayani_terpenuhi", ""),
            ("kode_layanan", "kode"),
            ("nama_butir", "nama"),
            ("butir", "nama"),
            ("butir_mutu", "nama"),
            ("uraian", "nama"),
            ("kebutuhan", "dibutuhkan"),
            ("jumlah_yang_dibutuhkan", "dibutuhkan"),
            ("jumlah_mutu_yang_harus_dilayani_dipenuhi", "dibutuhkan"),
            ("jumlah_mutu_yang_harus_dilayani", "dibutuhkan"),
            ("jumlah_mutu_yang_harus_dipenuhi", "dibutuhkan"),
            ("jumlah_yang_terpenuhi", "terpenuhi"),
            ("jumlah_mutu_yang_terlayani_terpenuhi", "terpenuhi"),
            ("jumlah_mutu_yang_terlayani", "terpenuhi"),
            ("jumlah_mutu_yang_terpenuhi", "terpenuhi"),
        ],
    },
    Columns {
        name: "indeks-lain",
        known: &["nama", "nilai", "tahun", "urusan", "kategori", "sumber"],
        required: &["nama", "nilai", "tahun", "sumber"],
        merged: &[],
        synonyms: &[("no", ""), ("nomor", ""), ("nama_indeks", "nama")],
    },
];
