//! A workspace to learn on: the workbook of an example with mistakes in it as people make them, and
//! the sheet with the answers.

use data::files::{FilePath, Files as _, Memory};

/// A mistake that stands in the workbook, and what is to be learned from it.
pub(super) struct Mistake {
    /// The file of the example.
    file: &'static str,
    /// What it says, once in that file.
    right: &'static str,
    /// What is planted in its place.
    wrong: &'static str,
    /// What is on the answer sheet, in the order of its columns.
    pub(super) answer: [&'static str; 6],
}

/// The workbook with the answers.
pub(super) static ANSWERS: FilePath = FilePath::fixed("kunci-jawaban.xlsx");

/// The columns of the answer sheet, with their widths.
pub(super) const COLUMNS: [(&str, f64); 7] = [
    ("No.", 5.0),
    ("Lembar", 12.0),
    ("Sel", 7.0),
    ("Kode", 11.0),
    ("Yang salah", 44.0),
    ("Isian yang benar", 34.0),
    ("Yang dipelajari", 60.0),
];

/// In the order in which `check` tells them.
pub(super) const MISTAKES: [Mistake; 10] = [
    Mistake {
        file: "data/pejabat.toml",
        right: "\"19680127 199503 1 002\"",
        wrong: "\"19681327 199503 1 002\"",
        answer: [
            "Pejabat",
            "E5",
            "NSK0402",
            "Delapan angka pertama NIP adalah tanggal lahir, dan bulan ke-13 tidak ada.",
            "19680127 199503 1 002",
            "NIP diperiksa susunannya. Cocokkan dengan SK, jangan menebak.",
        ],
    },
    Mistake {
        file: "data/pejabat.toml",
        right: "2 006\"\ngolongan = \"IV/c\"",
        wrong: "2 006\"\ngolongan = \"IV/f\"",
        answer: [
            "Pejabat",
            "I6",
            "NSK0403",
            "Golongan IV/f tidak ada.",
            "IV/c",
            "Pangkat di bawah tanda tangan dicetak dari golongan, jadi cukup golongannya yang benar.",
        ],
    },
    Mistake {
        file: "data/opd.toml",
        right: "kepala = \"kadis-dinkes\"",
        wrong: "kepala = \"kadis-dinkess\"",
        answer: [
            "OPD",
            "D6",
            "NSK0201",
            "Id kepala Dinas Kesehatan salah ketik, sehingga suratnya tidak bertujuan kepada siapa pun.",
            "kadis-dinkes",
            "Rujukan ditulis dengan id, bukan nama. Pilih dari daftar pada selnya; naskah menyebut id yang paling mirip.",
        ],
    },
    Mistake {
        file: "data/rakor.toml",
        right: "mulai = 10:00:00",
        wrong: "mulai = \"09.00\"",
        answer: [
            "Sesi",
            "A6",
            "NSK0372",
            "Sesi kedua mulai pukul 09.00, padahal sesi pertama baru selesai pukul 10.00 di tempat yang sama.",
            "10.00 pada kolom Mulai",
            "Jam acara dihitung dari jam mulai sesi dan lamanya tiap acara; yang bertumpang tindih diberi tahu.",
        ],
    },
    Mistake {
        file: "data/rakor.toml",
        right: "pelaporan SPM\"\n  durasi = 60",
        wrong: "pelaporan SPM\"\n  durasi = \"satu jam\"",
        answer: [
            "Acara",
            "C12",
            "NSK0112",
            "Lamanya ditulis dengan kata.",
            "60",
            "Lama acara diisi angka menitnya saja.",
        ],
    },
    Mistake {
        file: "data/rakor.toml",
        right: "\"Katarina Bulan Savang\"",
        wrong: "\"Katarina Bulan Savâ€™ang\"",
        answer: [
            "Peserta",
            "B10",
            "NSK0142",
            "Nama rusak karena disalin dari berkas dengan sandi huruf lain.",
            "Katarina Bulan Savang",
            "Naskah final tidak dibuat dengan teks rusak. Yang diusulkan program dicocokkan dahulu dengan nama orangnya.",
        ],
    },
    Mistake {
        file: "data/rakor.toml",
        right: "yth = \"Kepala Dinas Kesehatan\"",
        wrong: "yth = \"\"",
        answer: [
            "Undangan",
            "B6",
            "NSK0126",
            "Undangan tanpa tujuan.",
            "Kepala Dinas Kesehatan",
            "Kolom yang judulnya tebal wajib diisi. Sel yang kosong disebut.",
        ],
    },
    Mistake {
        file: "data/surat.toml",
        right: "tanggal = 2024-06-05",
        wrong: "tanggal = 2024-06-14",
        answer: [
            "Surat",
            "H5",
            "NSK0350",
            "Undangan bertanggal sesudah acaranya.",
            "5 Juni 2024",
            "Tanggal surat, acara, dan tenggat dibandingkan satu sama lain.",
        ],
    },
    Mistake {
        file: "data/capaian/2024-tw1.toml",
        right: "terlayani = 905",
        wrong: "terlayani = 1905",
        answer: [
            "Capaian",
            "G5",
            "NSK0501",
            "PEND-1: terlayani 1.905 orang, padahal sasarannya 1.320 orang.",
            "905",
            "Angka yang mustahil diberi tahu sebelum menjadi indeks. Tanyakan kepada OPD, jangan diubah sendiri.",
        ],
    },
    Mistake {
        file: "data/capaian/2024-tw1.toml",
        right: "sasaran = 6240\nterlayani = 5873",
        wrong: "sasaran = \"6.24O\"\nterlayani = 5873",
        answer: [
            "Capaian",
            "F6",
            "NSK0112",
            "Huruf O diketik di tempat angka 0.",
            "6240",
            "Angka yang tidak terbaca tidak pernah dihitung sebagai nol; selnya disebut.",
        ],
    },
];

/// Plants the mistakes in the files of the example. Gives the text that is not there once, if any.
pub(super) fn plant(files: &Memory) -> Result<(), &'static str> {
    for Mistake { file, right, wrong, .. } in &MISTAKES {
        let path = FilePath::fixed(file);
        let bytes = files.read(&path).unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        if text.matches(right).count() != 1 {
            return Err(right);
        }
        files.put(path, text.replacen(right, wrong, 1).into_bytes());
    }
    Ok(())
}
