//! What can be typed. The doc comments are the help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use base::diag::Lang;
use field::domain::Periode;

/// Membuat seluruh naskah rapat koordinasi SPM dari satu folder data: buku panduan, susunan
/// acara, daftar hadir, undangan, dan surat evaluasi tiap OPD, sebagai PDF dan DOCX.
///
/// Makes every paper of an SPM coordination meeting from one folder of data, as PDF and DOCX.
#[derive(Debug, Parser)]
#[command(name = "naskah", version, disable_help_subcommand = true)]
pub(crate) struct Args {
    /// Bahasa pesan: id atau en (bawaan: menurut sistem) / language of messages
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<LangArg>,
    /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
    #[arg(long = "dir", global = true, value_name = "FOLDER")]
    pub(crate) folder: Option<PathBuf>,
    /// Hanya sebut galat, peringatan, dan hasil yang diminta / only problems and results asked for
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// Apa yang dikerjakan / what to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    Id,
    En,
}

impl From<LangArg> for Lang {
    fn from(asked: LangArg) -> Self {
        match asked {
            LangArg::Id => Self::Id,
            LangArg::En => Self::En,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Output {
    /// Untuk dibaca orang / for people
    #[default]
    Text,
    /// Untuk program lain / for programs
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum RekapOutput {
    #[default]
    /// Tabel untuk dibaca orang / for people
    Table,
    /// Untuk program lain / for programs
    Json,
    /// Satu baris tiap layanan atau daerah / one row a service or daerah
    Csv,
    /// Buku kerja Excel, ditulis ke berkas / a workbook, written to a file
    Xlsx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataForm {
    /// Satu buku kerja, rakor.xlsx / one workbook, rakor.xlsx
    KeExcel,
    /// Berkas TOML, seperti semula / TOML files, as they were
    KeToml,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Pdf,
    Docx,
}

#[derive(Debug, clap::Args)]
pub(crate) struct InitArgs {
    /// Folder baru atau kosong / a new or empty folder
    pub(crate) dir: PathBuf,
    /// Isi dengan contoh yang langsung dapat dibuat / fill with a ready example
    #[arg(long, value_parser = ["kutai-timur", "mahakam-ulu"], conflicts_with_all = ["toml", "daerah", "ibu_kota", "provinsi", "zona_waktu"])]
    pub(crate) contoh: Option<String>,
    /// Latihan: buku kerja contoh dengan sepuluh kesalahan, dan kunci jawabannya / an exercise: a
    /// workbook with ten mistakes, and the answers
    #[arg(long, conflicts_with_all = ["contoh", "toml", "daerah", "ibu_kota", "provinsi", "zona_waktu"])]
    pub(crate) latihan: bool,
    /// Berkas TOML berpenjelasan, tanpa buku kerja / commented TOML instead of a workbook
    #[arg(long)]
    pub(crate) toml: bool,
    /// Nama daerah, misalnya "Kabupaten Contoh" / name of the region with its kind
    #[arg(long)]
    pub(crate) daerah: Option<String>,
    /// Ibu kota / capital
    #[arg(long)]
    pub(crate) ibu_kota: Option<String>,
    /// Provinsi / province
    #[arg(long)]
    pub(crate) provinsi: Option<String>,
    /// Zona waktu / time zone
    #[arg(long, ignore_case = true, value_parser = ["wib", "wita", "wit"])]
    pub(crate) zona_waktu: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Membuat folder kerja baru / make a new workspace
    ///
    /// Tanpa --contoh, folder berisi buku kerja rakor.xlsx yang tinggal diisi. Empat isian
    /// daerahnya ditanyakan, atau ditulis sebagai pilihan.
    Init(InitArgs),
    /// Memeriksa data dan template tanpa membuat apa pun / check data and templates
    Check {
        /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
        dir: Option<PathBuf>,
        /// Salin buku kerja ke folder bertanda, dengan masalahnya ditandai di selnya / copy the
        /// workbooks into the folder bertanda with the problems marked at their cells
        #[arg(long)]
        tandai: bool,
        /// Bentuk laporan / form of the report
        #[arg(long, value_enum, default_value_t)]
        output: Output,
    },
    /// Membuat naskah / make the papers
    ///
    /// Tanpa nama template, semua naskah yang datanya tersedia dibuat.
    Build(BuildArgs),
    /// Membuat ulang naskah setiap kali datanya disimpan / make papers again at each save
    ///
    /// Setiap perubahan disebut dalam satu baris. Berhenti dengan Ctrl+C.
    Awasi(WatchArgs),
    /// Melihat satu naskah tanpa membuatnya / look at one paper before it is made
    ///
    /// Folder keluaran tidak disentuh. Naskah yang akan final diberi tanda air PRATINJAU.
    #[command(visible_alias = "pratinjau")]
    Preview(PreviewArgs),
    /// Menunjukkan apa yang sudah siap dan apa yang belum / show what is ready and what is not
    ///
    /// Per naskah: dibuat, bernomor, final, dicetak, usang; lalu OPD yang belum mengirim angka,
    /// tenggat, dan kertas yang diperlukan. Kode keluar 0 hanya bila semuanya siap.
    Siap(ReadyArgs),
    /// Memulai folder kerja triwulan berikutnya / begin the workspace of the next quarter
    ///
    /// Pejabat, OPD, dan angka yang lalu dibawa; tanggal, nomor, dan kehadiran dikosongkan;
    /// kesepakatan dan janji menjadi tindak lanjut yang dilaporkan surat berikutnya.
    Lanjut(NextArgs),
    /// Menunjukkan naskah yang sudah usang dan apa yang berubah / show papers out of date
    ///
    /// Membandingkan data sekarang dengan naskah yang terakhir dibuat, atau dengan yang dicatat
    /// sebagai sudah dicetak (--cetak). Tidak mengubah naskah apa pun.
    Beda(BedaArgs),
    /// Menampilkan indeks capaian SPM / show the SPM index
    ///
    /// Folder yang berisi folder kerja beberapa daerah dibandingkan dalam satu tabel
    /// berperingkat.
    Rekap(RekapArgs),
    /// Membuat lembar kerja XLSX tiap OPD / make a worksheet for each OPD
    ///
    /// Lembar yang sudah ada tidak ditimpa, karena mungkin sudah diisi.
    LembarKerja(LembarKerjaArgs),
    /// Memasukkan angka dari lembar kerja OPD atau formulir e-SPM / import figures from sheets
    ///
    /// Perubahan ditampilkan dahulu; data ditulis hanya dengan --ya atau sesudah Anda menjawab "y".
    Import(ImportArgs),
    /// Mengubah bentuk data folder kerja / change the form of the data
    ///
    /// Naskah yang dihasilkan tetap sama. Yang semula disimpan dalam folder sebelum-excel atau sebelum-toml.
    Ubah {
        /// Menjadi apa / into what
        #[arg(value_enum)]
        into: DataForm,
        /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
        dir: Option<PathBuf>,
    },
    /// Melihat atau menyalin template / see or copy templates
    Template {
        /// Apa yang dikerjakan / what to do
        #[command(subcommand)]
        command: TemplateCommand,
    },
    /// Memberi, mencatat, dan membatalkan nomor surat / numbers of letters
    Nomor {
        /// Apa yang dikerjakan / what to do
        #[command(subcommand)]
        command: NomorCommand,
    },
    /// Menyebut isi katalog yang belum pasti, untuk dipastikan kantor / what is unsure
    Katalog {
        /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
        dir: Option<PathBuf>,
        /// Bentuk daftar / form of the list
        #[arg(long, value_enum, default_value_t)]
        output: Output,
    },
    /// Menyebut nama data yang dibaca sebuah template / what a template reads from the data
    Fields {
        /// Nama template, dan folder kerjanya / the template's name, and the workspace
        #[arg(required = true, num_args = 1..=2, value_name = "TEMPLATE|FOLDER")]
        names: Vec<String>,
    },
    /// Menjelaskan kode sebuah pesan / explain the code of a message
    #[command(visible_alias = "jelaskan")]
    Explain {
        /// Kodenya, misalnya NSK0113 / the code, such as NSK0113
        #[arg(required = true, value_name = "KODE")]
        codes: Vec<String>,
    },
    /// Menulis buku panduan pengguna, PDF dan DOCX / write the handbook, PDF and DOCX
    Panduan {
        /// Foldernya (bawaan: folder ini) / the folder
        #[arg(value_name = "FOLDER")]
        dir: Option<PathBuf>,
    },
    /// Mencetak JSON Schema sebuah berkas data / print the JSON Schema of a data file
    ///
    /// Penyunting teks memakainya untuk melengkapi dan memeriksa selagi Anda mengetik. Tanpa
    /// nama, disebut nama berkas yang ada.
    Schema {
        /// Nama berkas, misalnya naskah, pejabat, rakor / the file's name
        #[arg(value_parser = clap::builder::PossibleValuesParser::new(
            crate::pipeline::desk::schema_names(),
        ))]
        file: Option<String>,
    },
    /// Mencetak pelengkap perintah untuk shell / print completions for a shell
    Completions {
        /// Shell-nya / the shell
        shell: clap_complete::Shell,
    },
}

/// Options of `rekap`.
#[derive(Debug, clap::Args)]
pub(crate) struct RekapArgs {
    /// Folder kerja, atau folder berisi folder kerja / the workspace, or a folder of them
    pub(crate) dir: Option<PathBuf>,
    /// Bentuk hasil / form of the result
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: RekapOutput,
    /// Periode, misalnya 2024-tw4 (bawaan: `[periode]` dalam naskah.toml) / the quarter
    #[arg(long)]
    pub(crate) periode: Option<String>,
    /// Tulis ke berkas ini (xlsx bawaan: keluaran/rekap-PERIODE.xlsx) / write to this file
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Bandingkan semua folder kerja di dalam folder ini / compare all workspaces in it
    #[arg(long)]
    pub(crate) gabungan: bool,
}

/// Which papers are made, and where.
#[derive(Debug, clap::Args)]
pub(crate) struct PapersArgs {
    /// Folder kerja (boleh tanpa), lalu nama template / the workspace if another, then templates
    #[arg(value_name = "FOLDER|TEMPLATE")]
    pub(crate) names: Vec<String>,
    /// Hanya naskah OPD ini; dapat diulang / only papers of this OPD; may be repeated
    #[arg(long)]
    pub(crate) opd: Vec<String>,
    /// Format berkas / file formats
    #[arg(long, value_enum, value_delimiter = ',', default_values = ["pdf", "docx"])]
    pub(crate) format: Vec<Format>,
    /// Folder keluaran (bawaan: keluaran dalam folder kerja) / output folder
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// Apa yang dibuat / what is made
    #[command(flatten)]
    pub(crate) papers: PapersArgs,
    /// Jumlah utas (bawaan: semua inti) / threads
    #[arg(long, default_value_t = 0)]
    pub(crate) jobs: usize,
    /// Buat ulang juga naskah yang tidak berubah / make unchanged papers again too
    #[arg(long)]
    pub(crate) force: bool,
    /// Pindahkan naskah yang tidak lagi dibuat ke _lama / move papers no longer made to _lama
    #[arg(long)]
    pub(crate) bersihkan: bool,
    /// Kemas juga semua berkas ke naskah.zip / also pack all files into naskah.zip
    #[arg(long)]
    pub(crate) zip: bool,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `awasi`.
#[derive(Debug, clap::Args)]
pub(crate) struct WatchArgs {
    /// Apa yang dibuat / what is made
    #[command(flatten)]
    pub(crate) papers: PapersArgs,
    /// Jeda antarpemeriksaan dalam milidetik; lebih lama untuk folder jaringan yang lambat / pause
    /// between looks in milliseconds; longer for a slow network folder
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u64).range(20..=60_000))]
    pub(crate) jeda: u64,
}

/// Options of `preview`.
#[derive(Debug, clap::Args)]
pub(crate) struct PreviewArgs {
    /// Naskah, misalnya undangan/disdik, dan folder kerjanya; nama template saja berarti naskahnya
    /// yang pertama / the paper, and the workspace; a template alone is its first paper
    #[arg(required = true, num_args = 1..=2, value_name = "NASKAH|FOLDER")]
    pub(crate) names: Vec<String>,
    /// Berkas .pdf, .docx, atau .png (bawaan: NASKAH.pratinjau.pdf di folder ini) / the file
    #[arg(long, value_parser = shown_as)]
    pub(crate) out: Option<PathBuf>,
    /// Halaman untuk .png (bawaan: 1) / the page, for .png
    #[arg(long)]
    pub(crate) halaman: Option<usize>,
    /// Titik per inci untuk .png / dots an inch, for .png
    #[arg(long, default_value_t = 96, value_parser = dots)]
    pub(crate) dpi: u16,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Dots an inch that a page can be looked at with.
fn dots(text: &str) -> Result<u16, String> {
    let range = 20..=600;
    let dots = text.parse().ok().filter(|dots| range.contains(dots));
    dots.ok_or_else(|| {
        "tulis bilangan 20 s.d. 600 / write a number from 20 to 600".to_owned()
    })
}

/// A file whose ending says in which form a paper is shown.
fn shown_as(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().map(|e| e.to_string_lossy().to_lowercase());
    match ending.as_deref() {
        Some("pdf" | "docx" | "png") => Ok(path),
        _ => Err("akhirannya .pdf, .docx, atau .png / end it with .pdf, .docx or .png"
            .to_owned()),
    }
}

/// Options of `siap`.
#[derive(Debug, clap::Args)]
pub(crate) struct ReadyArgs {
    /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
    pub(crate) dir: Option<PathBuf>,
    /// Menurut tanggal ini, misalnya 2024-12-08 (bawaan: hari ini) / as of this day
    #[arg(long)]
    pub(crate) tanggal: Option<jiff::civil::Date>,
    /// Tulis juga sebagai PDF ke berkas ini / also write it as PDF to this file
    #[arg(long)]
    pub(crate) pdf: Option<PathBuf>,
    /// Folder keluaran (bawaan: keluaran dalam folder kerja) / output folder
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `lanjut`.
#[derive(Debug, clap::Args)]
pub(crate) struct NextArgs {
    /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
    pub(crate) dir: Option<PathBuf>,
    /// Folder baru (bawaan: di samping folder kerja, misalnya kerja-2025-tw1) / the new folder
    #[arg(long, conflicts_with_all = ["di_sini", "batal"])]
    pub(crate) ke: Option<PathBuf>,
    /// Lanjutkan dalam folder yang sama; yang lama disimpan dalam sebelum-lanjut / in the same folder
    #[arg(long, conflicts_with = "batal")]
    pub(crate) di_sini: bool,
    /// Kembalikan yang diubah --di-sini / bring back what --di-sini changed
    #[arg(long)]
    pub(crate) batal: bool,
    /// Triwulan yang dimulai (bawaan: yang berikutnya) / the quarter
    #[arg(long, value_parser = periode, conflicts_with = "batal")]
    pub(crate) periode: Option<Periode>,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `beda`.
#[derive(Debug, clap::Args)]
pub(crate) struct BedaArgs {
    /// Folder kerja (boleh tanpa), lalu nama template / the workspace if another, then templates
    #[arg(value_name = "FOLDER|TEMPLATE")]
    pub(crate) names: Vec<String>,
    /// Catat naskah di folder keluaran sebagai sudah dicetak / mark what was made as printed
    #[arg(long)]
    pub(crate) cetak: bool,
    /// Folder keluaran (bawaan: keluaran dalam folder kerja) / output folder
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `lembar-kerja`.
#[derive(Debug, clap::Args)]
pub(crate) struct LembarKerjaArgs {
    /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
    pub(crate) dir: Option<PathBuf>,
    /// Hanya OPD ini; dapat diulang / only this OPD; may be repeated
    #[arg(long)]
    pub(crate) opd: Vec<String>,
    /// Periode, misalnya 2025-tw1 (bawaan: `[periode]` dalam naskah.toml) / the quarter
    #[arg(long, value_parser = periode)]
    pub(crate) periode: Option<Periode>,
    /// Folder keluaran (bawaan: lembar-kerja dalam folder kerja) / output folder
    #[arg(long)]
    pub(crate) out: Option<PathBuf>,
    /// Timpa lembar yang sudah ada; isinya hilang / overwrite worksheets; what is in them is lost
    #[arg(long)]
    pub(crate) force: bool,
}

/// `2025-tw1`.
fn periode(text: &str) -> Result<Periode, String> {
    Periode::typed(text)
        .ok_or_else(|| "tulis misalnya 2025-tw1 / write such as 2025-tw1".to_owned())
}

/// Options of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Berkas .xlsx atau .ods, atau folder yang berisi berkas itu / workbooks or folders of them
    #[arg(required = true, value_name = "BERKAS|FOLDER")]
    pub(crate) files: Vec<PathBuf>,
    /// Folder kerja yang diisi, sama dengan --dir / the workspace to write into, as --dir
    #[arg(long, conflicts_with = "folder")]
    pub(crate) into: Option<PathBuf>,
    /// Periode, misalnya 2024-tw4 (bawaan: menurut judul atau nama berkas) / the quarter
    #[arg(long)]
    pub(crate) periode: Option<String>,
    /// OPD pemilik berkas; layanan OPD lain ditolak / the OPD the files are of
    #[arg(long)]
    pub(crate) opd: Option<String>,
    /// Tulis tanpa bertanya / write without asking
    #[arg(long, alias = "yes")]
    pub(crate) ya: bool,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TemplateCommand {
    /// Daftar template / list templates
    List {
        /// Folder kerja yang templatenya ikut didaftar / a workspace with templates of its own
        dir: Option<PathBuf>,
    },
    /// Menampilkan isi template / show a template
    Show {
        /// Nama template, dan folder kerjanya / the template's name, and the workspace
        #[arg(required = true, num_args = 1..=2, value_name = "TEMPLATE|FOLDER")]
        names: Vec<String>,
    },
    /// Menyalin template ke folder kerja agar dapat diubah / copy a template for changing
    Copy {
        /// Nama template, dan folder kerjanya / the template's name, and the workspace
        #[arg(required = true, num_args = 1..=2, value_name = "TEMPLATE|FOLDER")]
        names: Vec<String>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum NomorCommand {
    /// Mengambil nomor berikutnya / take the next numbers
    ///
    /// Tanpa subjek, semua naskah templat itu diberi nomor menurut urutan data. Naskah yang
    /// sudah bernomor tetap memakai nomornya.
    Ambil(AmbilArgs),
    /// Menampilkan daftar nomor beserta loncatannya / list numbers and gaps
    Daftar {
        /// Folder kerja (bawaan: yang terdekat dari folder ini ke atas) / the workspace
        dir: Option<PathBuf>,
        /// Hanya tahun ini / only this year
        #[arg(long)]
        tahun: Option<i16>,
        /// Bentuk daftar / form of the list
        #[arg(long, value_enum, default_value_t)]
        output: NomorOutput,
    },
    /// Membatalkan nomor; nomor itu tidak diberikan lagi / cancel a number for good
    Batal {
        /// Nomor lengkap atau nomor urutnya, dan folder kerjanya / number or serial, and workspace
        #[arg(required = true, num_args = 1..=2, value_parser = one_line, value_name = "NOMOR|FOLDER")]
        names: Vec<String>,
        /// Alasan pembatalan / why
        #[arg(long, value_parser = one_line)]
        alasan: String,
        /// Tahun nomor itu, bila ada beberapa / its year, where several have it
        #[arg(long)]
        tahun: Option<i16>,
        /// Detik menunggu petugas lain / seconds to wait for others
        #[arg(long, default_value_t = 10)]
        tunggu: u64,
    },
    /// Mencatat nomor yang dipakai di luar program ini / enter a number used elsewhere
    Catat(CatatArgs),
}

/// Options of `nomor ambil`.
#[derive(Debug, clap::Args)]
pub(crate) struct AmbilArgs {
    /// Nama template, lalu id (OPD, undangan, …) bila tidak untuk semua / template, then ids
    #[arg(required_unless_present = "semua", value_name = "FOLDER|TEMPLATE|ID")]
    pub(crate) names: Vec<String>,
    /// Semua surat yang berpola nomor / all letters with a pattern of numbers
    #[arg(long, conflicts_with_all = ["jumlah", "untuk"])]
    pub(crate) semua: bool,
    /// Tanggal surat, bila belum ada dalam data/surat.toml / date of the letter
    #[arg(long)]
    pub(crate) tanggal: Option<jiff::civil::Date>,
    /// Keterangan (bawaan: hal surat) / what for
    #[arg(long, value_parser = one_line)]
    pub(crate) untuk: Option<String>,
    /// Ambil sekian nomor tanpa naskah / so many numbers without a paper
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) jumlah: Option<u32>,
    /// Surat yang sama berganti tanggal: nomornya tetap / same letter, new date
    #[arg(long, conflicts_with = "surat_baru")]
    pub(crate) ganti_tanggal: bool,
    /// Surat lain bagi subjek yang sama: ambil nomor baru / another letter, new number
    #[arg(long)]
    pub(crate) surat_baru: bool,
    /// Detik menunggu petugas lain / seconds to wait for others
    #[arg(long, default_value_t = 10)]
    pub(crate) tunggu: u64,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `nomor catat`.
#[derive(Debug, clap::Args)]
pub(crate) struct CatatArgs {
    /// Nomor lengkap seperti tercetak, dan folder kerjanya / the number as printed, and workspace
    #[arg(required = true, num_args = 1..=2, value_parser = one_line, value_name = "NOMOR|FOLDER")]
    pub(crate) names: Vec<String>,
    /// Tanggal surat / date of the letter
    #[arg(long)]
    pub(crate) tanggal: jiff::civil::Date,
    /// Nomor urut, bila tidak jelas dari nomornya / the serial, where it is not plain
    #[arg(long, value_parser = clap::value_parser!(u32).range(1..=999_999))]
    pub(crate) urut: Option<u32>,
    /// Keterangan / what for
    #[arg(long, value_parser = one_line)]
    pub(crate) untuk: Option<String>,
    /// Deret nomor, bila ada beberapa / the sequence, where there are several
    #[arg(long, value_parser = one_line)]
    pub(crate) deret: Option<String>,
    /// Template naskah yang memakai nomor ini / the template of its paper
    #[arg(long, requires = "subjek")]
    pub(crate) template: Option<String>,
    /// Subjek naskah yang memakai nomor ini / the subject of its paper
    #[arg(long, requires = "template")]
    pub(crate) subjek: Option<String>,
    /// Detik menunggu petugas lain / seconds to wait for others
    #[arg(long, default_value_t = 10)]
    pub(crate) tunggu: u64,
}

/// A text that a register can hold: not empty, and with blanks for whatever breaks lines.
fn one_line(text: &str) -> Result<String, String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match words.join(" ") {
        line if line.is_empty() => Err("kosong / empty".to_owned()),
        line if line.chars().any(char::is_control) => {
            Err("ada huruf kendali / a control character".to_owned())
        }
        line => Ok(line),
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum NomorOutput {
    #[default]
    Table,
    Json,
    Csv,
}
