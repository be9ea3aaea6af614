//! Every value of a profile, each declared once: its group, its kind and what it is, in
//! Indonesian. The reader, the schema, the handbook and the skeleton of `init` follow.

use super::keys::Group;
use super::keys::KeyKind::{
    self, Faces, Flag, Huruf, Kertas, Number, Numbers, Pair, Pattern, Picture, Text,
    Whole, Word,
};

/// What stands where a face or a picture is none of its own.
pub(super) const NONE: &str = "-";

/// A value of a profile.
#[derive(Debug)]
pub struct ProfileKey {
    /// The key; one in a table is written `table.key`.
    pub name: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// What may stand there.
    pub kind: KeyKind,
    /// What it is, in Indonesian.
    pub about: &'static str,
}

/// Keys group by group: `"key": Kind, "what it is";`.
macro_rules! values {
    ($($group:ident { $($name:literal: $kind:expr, $about:literal;)+ })+) => {
        /// Every value of a profile.
        pub const KEYS: &[ProfileKey] = &[$($(
            ProfileKey { name: $name, group: Group::$group, kind: $kind, about: $about },
        )+)+];
    };
}

values! {
    Kertas {
        "kertas": Kertas, "ukuran kertas: `f4-215` ialah 215 × 330 mm, `f4-210` 210 × 330 mm, `folio` 215,9 × 330,2 mm";
        "tepi_mm.atas": Number(0.0, 200.0), "tepi atas halaman tegak";
        "tepi_mm.bawah": Number(0.0, 200.0), "tepi bawah halaman tegak";
        "tepi_mm.kiri": Number(0.0, 200.0), "tepi kiri halaman tegak";
        "tepi_mm.kanan": Number(0.0, 200.0), "tepi kanan halaman tegak";
        "tepi_pertama_mm.atas": Number(0.0, 200.0), "tepi atas halaman pertama naskah; 0 berarti sama dengan halaman lain";
        "tepi_pertama_mm.bawah": Number(0.0, 200.0), "tepi bawah halaman pertama naskah; 0 berarti sama dengan halaman lain";
    }
    Lanskap {
        "tepi_lanskap_mm.atas": Number(0.0, 200.0), "tepi atas halaman lanskap";
        "tepi_lanskap_mm.bawah": Number(0.0, 200.0), "tepi bawah halaman lanskap";
        "tepi_lanskap_mm.kiri": Number(0.0, 200.0), "tepi kiri halaman lanskap";
        "tepi_lanskap_mm.kanan": Number(0.0, 200.0), "tepi kanan halaman lanskap";
    }
    Huruf {
        "huruf": Huruf, "huruf naskah: `Arial`, `Times New Roman`, `Bookman Old Style`, atau huruf sendiri ([bagian 9](#9-huruf-gambar-katalog))";
        "ukuran_pt": Number(4.0, 72.0), "ukuran huruf isi";
        "ukuran_tabel_pt": Number(4.0, 72.0), "ukuran huruf tabel dan judulnya";
        "spasi": Number(0.5, 5.0), "jarak baris isi";
        "jarak_alinea_pt": Number(0.0, 100.0), "jarak di bawah alinea";
        "lekuk_alinea_mm": Number(0.0, 100.0), "lekuk baris pertama alinea";
    }
    Kop {
        "kop": Word(&["perangkat-daerah", "kepala-daerah"]), "kop siapa; kop `kepala-daerah` berlambang negara di atas (bentuknya praktik)";
        "kop_menurut": Word(&["penanda-tangan", "tetap"]), "`penanda-tangan`: yang ditandatangani kepala daerah atau wakilnya berkop kepala daerah; `tetap`: selalu `kop`";
        "kop_atas_nama": Word(&["penanda-tangan", "yang-diatasnamakan"]), "kop siapa bila ditandatangani a.n. kepala daerah";
        "huruf_kop": Huruf, "huruf kop; `-` ialah huruf naskah";
        "huruf_baris_kop": Faces, "huruf tiap baris kop, dari atas, misalnya `[\"Arial\", \"Bookman Old Style\"]`; `-` dan baris selebihnya memakai `huruf_kop`";
        "ukuran_baris_kop_pt": Numbers(6.0, 36.0), "ukuran huruf tiap baris kop, dari atas, misalnya `[14, 16, 20]`; baris selebihnya seukuran yang terakhir disebut; `[]` menurut `rasio_kop`";
        "tebal_baris_kop": Word(&["terakhir", "semua", "tanpa"]), "baris kop yang tebal";
        "lambang_kop": Picture, "lambang lain untuk kop jenis naskah ini, misalnya yang hitam; `-` ialah `lambang` pada `[daerah]`";
        "lambang_negara_kop": Picture, "lambang negara lain untuk jenis naskah ini; `-` ialah `lambang_negara` pada `[daerah]`";
        "lambang_kanan": Picture, "lambang kedua, di kanan kop; `-` tidak ada";
        "garis_kop_kepala_daerah": Word(&["tunggal", "ganda", "tanpa"]), "garis di bawah kop kepala daerah";
        "rasio_kop": Pair(1.0, 100.0), "ukuran huruf baris pertama kop dibanding baris terakhirnya";
        "ukuran_kop_pt": Number(6.0, 36.0), "ukuran huruf baris terakhir kop";
        "ukuran_alamat_kop_pt": Number(5.0, 18.0), "ukuran huruf alamat dalam kop";
        "garis_kop": Word(&["tunggal", "ganda"]), "garis di bawah kop; `ganda` ialah garis tebal dan garis tipis";
        "tebal_garis_kop_pt": Number(0.5, 6.0), "tebal seluruh garis kop";
        "lambang_mm": Number(10.0, 60.0), "tinggi lambang daerah";
        "lambang_negara_mm": Number(10.0, 60.0), "tinggi lambang negara";
        "alamat_kop_kepala_daerah": Word(&["kaki", "kop", "tanpa"]), "letak alamat kepala daerah: `kaki` ialah di kaki halaman pertama";
    }
    Surat {
        "tempat_pada_tanggal": Flag, "tempat dicetak di depan tanggal surat";
        "label_nomor": Text, "kata di depan nomor surat";
        "label_sifat": Text, "kata di depan sifat surat";
        "label_lampiran": Text, "kata di depan banyaknya lampiran";
        "label_tembusan": Text, "kata di atas daftar tembusan";
        "label_hal": Text, "kata di depan hal surat: `Hal` atau `Perihal`";
        "gaya_hal": Word(&["polos", "tebal", "garis-bawah"]), "gaya huruf hal surat";
    }
    Tujuan {
        "alamat_di": Word(&["kiri", "kanan"]), "letak alamat tujuan: `kiri` di bawah Hal, `kanan` di samping Nomor (gaya 54/2009)";
        "kepada": Flag, "baris `Kepada` di atas alamat tujuan";
        "sapaan": Text, "kata di depan nama jabatan tujuan";
        "kata_di": Text, "kata di depan tempat tujuan: `di` atau `di -`";
        "gaya_tempat": Word(&["polos", "kapital", "renggang"]), "gaya huruf tempat tujuan; `renggang` ialah K A P I T A L";
    }
    TandaTangan {
        "pasal44": Flag, "gelar, pangkat, dan NIP menurut Pasal 44 Permendagri 1/2023; `false` berarti tidak ada yang dicetak";
        "gelar_penanda_tangan": Flag, "gelar dicetak; `false` untuk jenis naskah yang tidak memuat gelar";
        "nip_penanda_tangan": Flag, "pangkat dan NIP dicetak; `false` untuk jenis naskah yang tidak memuatnya";
        "sekda_pangkat_nip": Flag, "Sekretaris Daerah definitif dicetak dengan pangkat dan NIP (Pasal 44 tidak mewajibkannya)";
        "pangkat_golongan": Flag, "pangkat disertai golongan: Pembina, IV/a";
        "gaya_nama": Word(&["polos", "tebal", "tebal-garis-bawah", "kapital", "kapital-tebal", "kapital-tebal-garis-bawah"]), "gaya huruf nama penanda tangan; gelar tidak ikut kapital";
        "jabatan_kapital": Word(&["tanpa", "kepala-daerah", "sekda", "semua"]), "jabatan siapa yang berhuruf kapital; `sekda` ialah kepala daerah dan Sekda; Plt. dan sejenisnya tidak ikut";
        "label_nip": Text, "kata di depan NIP: `NIP` atau `NIP.`";
        "label_nip_pppk": Text, "kata di depan nomor PPPK: `NI PPPK`, `NIPPPK`, atau `NIP`";
        "label_nrp": Text, "kata di depan nomor TNI dan Polri";
        "ruang_tanda_tangan_mm": Number(5.0, 80.0), "tinggi ruang untuk tanda tangan";
        "tanda_tangan_kiri_mm": Number(0.0, 150.0), "jarak blok tanda tangan dari tepi kiri teks";
        "letak_paraf": Word(&["kiri", "bawah"]), "letak tabel paraf pada draf: di kiri blok tanda tangan, atau di bawahnya";
        "gaya_diktum": Word(&["rapat", "renggang"]), "kata diktum keputusan: KESATU, atau K E S A T U";
        "ruang_stempel_mm": Number(0.0, 80.0), "garis tengah stempel, yang sepertiganya menimpa blok tanda tangan; tabel paraf dan QR tidak masuk ke ruangnya";
    }
    Halaman {
        "nomor_halaman": Word(&["tanpa", "atas-tengah", "atas-kanan", "bawah-tengah", "bawah-kanan"]), "letak nomor halaman; `nomor_halaman` pada template.toml menang";
        "bentuk_nomor_halaman": Text, "bentuk nomor halaman: `{n}` nomornya, `{jumlah}` banyaknya halaman yang dinomori bersama";
        "nomor_halaman_mulai": Whole(1, 2), "halaman pertama yang bernomor";
        "kata_penyambung": Flag, "kata pertama halaman berikutnya di kanan bawah; hanya PDF";
    }
    Lampiran {
        "lampiran_di": Word(&["kiri", "kanan"]), "letak kepala lampiran";
        "lampiran_lebar_mm": Number(40.0, 160.0), "lebar kepala lampiran di kanan";
        "lampiran_kata": Text, "kata kepala lampiran; `{jabatan}` jabatan penanda tangan";
        "lampiran_kapital": Flag, "kepala lampiran berhuruf kapital";
        "nomor_lampiran": Word(&["tanpa", "romawi"]), "lampiran bernomor romawi: Lampiran I, Lampiran II";
        "lampiran_bertanda_tangan": Flag, "lampiran surat ditandatangani pejabat yang menandatangani suratnya";
    }
    Nomor {
        "pola_nomor": Pattern, "pola nomor untuk surat yang mengisi `klas` atau `urut` tanpa `nomor`";
    }
    Tte {
        "tte.mode": Word(&["basah", "bsre", "srikandi"]), "cara menandatangani, lihat [6.2](#62-tanda-tangan)";
        "tte.jangkar": Word(&["#", "$", "^", "*", "~"]), "huruf jangkar yang dicari BSrE";
        "tte.kotak_mm": Pair(5.0, 100.0), "lebar dan tinggi kotak tanda tangan elektronik";
        "tte.pernyataan": Word(&["a", "b"]), "pernyataan BSrE yang dicetak di kaki halaman";
        "tte.jangkar_tampak": Flag, "huruf jangkar tampak pada cetakan";
        "tte.letak_jangkar": Word(&["atas", "tengah", "bawah"]), "letak huruf jangkar dalam kotaknya";
    }
    Muat {
        "muat.halaman": Whole(0, 20), "banyaknya halaman surat tanpa lampiran; `0` ialah bebas, lihat 3.5";
        "muat.spasi_min": Number(0.8, 2.0), "jarak baris terkecil supaya muat";
        "muat.ukuran_min_pt": Number(6.0, 16.0), "ukuran huruf terkecil supaya muat";
        "muat.jarak_min": Number(0.0, 1.0), "bagian jarak yang tersisa, paling sedikit, supaya muat";
        "muat.halaman_akhir_min": Number(0.0, 0.9), "bagian halaman terakhir naskah (tanpa lampiran) yang sepatutnya terisi; yang kurang dirapatkan, lihat 3.5; `0` tidak pernah";
    }
    Berkas {
        "pdf_klasik": Word(&["ditandatangani", "semua", "tidak"]), "PDF mana yang disusun untuk program yang membubuhkan stempel atau menggabungkan halaman (FPDI dan sejenisnya); yang lain lebih kecil";
    }
}

/// The keys of a profile that are no values of its papers, with what each is.
pub(super) const BESIDE: [(&str, &str); 6] = [
    ("nama", "nama profil untuk orang"),
    ("dasar", "profil di bawahnya"),
    ("kertas_mm.lebar", "lebar kertas yang ukurannya tidak bernama, bersama `tinggi`"),
    ("kertas_mm.tinggi", "tinggi kertas yang ukurannya tidak bernama"),
    (
        "jenis",
        "nilai untuk satu jenis naskah atau satu templat, ditulis `[profil.jenis.<nama>]`",
    ),
    ("sumber", "seberapa pasti nilai tiap kelompok"),
];
