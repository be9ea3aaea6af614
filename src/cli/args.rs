//! What can be typed. The doc comments are the help.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::domain::Periode;

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
    /// Apa yang dikerjakan / what to do
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LangArg {
    Id,
    En,
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
    Table,
    Json,
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Pdf,
    Docx,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Membuat folder kerja baru / make a new workspace
    ///
    /// Tanpa --contoh, folder berisi TOML berpenjelasan yang tinggal diisi.
    Init {
        /// Folder baru atau kosong / a new or empty folder
        dir: PathBuf,
        /// Isi dengan contoh yang langsung dapat dibuat / fill with a ready example
        #[arg(long, value_parser = ["kutai-timur", "mahakam-ulu"])]
        contoh: Option<String>,
    },
    /// Memeriksa data dan template tanpa membuat apa pun / check data and templates
    Check {
        /// Folder kerja (bawaan: folder ini) / the workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Bentuk laporan / form of the report
        #[arg(long, value_enum, default_value_t)]
        output: Output,
    },
    /// Membuat naskah / make the papers
    ///
    /// Tanpa nama template, semua naskah yang datanya tersedia dibuat.
    Build(BuildArgs),
    /// Menampilkan indeks capaian SPM / show the SPM index
    Rekap {
        /// Folder kerja (bawaan: folder ini) / the workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Bentuk tabel / form of the table
        #[arg(long, value_enum, default_value_t)]
        output: RekapOutput,
        /// Periode, misalnya 2024-tw4 (bawaan: `[periode]` dalam naskah.toml) / the quarter
        #[arg(long)]
        periode: Option<String>,
    },
    /// Membuat lembar kerja XLSX tiap OPD / make a worksheet for each OPD
    ///
    /// Lembar yang sudah ada tidak ditimpa, karena mungkin sudah diisi.
    LembarKerja(LembarKerjaArgs),
    /// Memasukkan angka dari lembar sebar (lembar kerja OPD, formulir e-SPM) ke data capaian / import figures
    ///
    /// Perubahan ditampilkan dahulu; data ditulis hanya dengan --ya atau sesudah Anda menjawab "y".
    Import(ImportArgs),
    /// Melihat atau menyalin template / see or copy templates
    Template {
        /// Apa yang dikerjakan / what to do
        #[command(subcommand)]
        command: TemplateCommand,
    },
    /// Menyebut nama data yang dibaca sebuah template / what a template reads from the data
    Fields {
        /// Nama template / the template's name
        template: String,
        /// Folder kerja (bawaan: folder ini) / the workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Mencetak pelengkap perintah untuk shell / print completions for a shell
    Completions {
        /// Shell-nya / the shell
        shell: clap_complete::Shell,
    },
}

/// Options of `build`.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// Folder kerja (bawaan: folder ini), lalu nama template / the workspace, then templates
    #[arg(value_name = "DIR|TEMPLATE")]
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
    /// Jumlah utas (bawaan: semua inti) / threads
    #[arg(long, default_value_t = 0)]
    pub(crate) jobs: usize,
    /// Buat ulang juga naskah yang tidak berubah / make unchanged papers again too
    #[arg(long)]
    pub(crate) force: bool,
    /// Kemas juga semua berkas ke naskah.zip / also pack all files into naskah.zip
    #[arg(long)]
    pub(crate) zip: bool,
    /// Bentuk laporan / form of the report
    #[arg(long, value_enum, default_value_t)]
    pub(crate) output: Output,
}

/// Options of `lembar-kerja`.
#[derive(Debug, clap::Args)]
pub(crate) struct LembarKerjaArgs {
    /// Folder kerja (bawaan: folder ini) / the workspace
    #[arg(default_value = ".")]
    pub(crate) dir: PathBuf,
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
    text.parse().map_err(|()| "contoh yang benar / such as: 2025-tw1".to_owned())
}

/// Options of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// Berkas .xlsx atau .ods, atau folder yang berisi berkas itu / workbooks or folders of them
    #[arg(required = true, value_name = "BERKAS|FOLDER")]
    pub(crate) files: Vec<PathBuf>,
    /// Folder kerja yang diisi (bawaan: folder ini) / the workspace to write into
    #[arg(long, default_value = ".")]
    pub(crate) into: PathBuf,
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
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Menampilkan isi template / show a template
    Show {
        /// Nama template / the template's name
        name: String,
        /// Folder kerja / the workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Menyalin template ke folder kerja agar dapat diubah / copy a template for changing
    Copy {
        /// Nama template / the template's name
        name: String,
        /// Folder kerja / the workspace
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
}
