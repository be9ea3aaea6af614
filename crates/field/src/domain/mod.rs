//! The things of the field as plain data with invariants: daerah, OPD, officials, rakor.

pub mod daerah;
pub mod golongan;
pub mod hasil;
pub mod jadwal;
pub mod nama;
pub mod nip;
pub mod opd;
pub mod pejabat;
pub mod rakor;
pub mod register;
pub mod srikandi;
pub mod surat;

pub use daerah::{Daerah, Instansi, JenisDaerah, Periode};
pub use golongan::{GalatGolongan, Golongan};
pub use hasil::{
    Foto, Hasil, JumlahHadir, Kehadiran, Kesepakatan, Notula, Pembahasan, Penandatangan,
};
pub use jadwal::{GalatJadwal, Waktu, jadwal};
pub use nama::{GalatNama, NamaGelar};
pub use nip::{GalatNip, JenisKelamin, Nip, PeringatanNip, StatusAsn};
pub use opd::{Bidang, Opd};
pub use pejabat::{Kedudukan, Pejabat, Printed, StatusJabatan};
pub use rakor::{Acara, Biaya, HadirPer, Orang, Rakor, Sambutan, Sesi, Undangan};
pub use register::{Deret, Entri, Loncatan, Register, SebabLoncatan};
pub use surat::Surat;
