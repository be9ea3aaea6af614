//! The things of the field as plain data with invariants: daerah, OPD, officials, rakor.

mod beside_name;
pub mod checks;
mod copies;
pub mod daerah;
pub mod gelar;
pub mod golongan;
pub mod hadir;
pub mod hasil;
pub mod letter_number;
pub mod nama;
pub mod named_period;
pub mod nip;
pub mod office;
pub mod opd;
pub mod pejabat;
mod quarter_number;
pub mod rakor;
pub mod rank_title;
pub mod region_name;
mod register;
pub mod schedule;
pub mod srikandi;
pub mod status;
pub mod surat;
pub mod told;

pub use beside_name::begins_with_office;
pub use checks::{Holiday, Silence};
pub use copies::copy_numbers;
pub use daerah::{Daerah, Instansi, Periode};
pub use golongan::{Golongan, GolonganError};
pub use hadir::{HadirMenurut, RekapHadir};
pub use hasil::{
    Foto, Hasil, JumlahHadir, Kehadiran, Kesepakatan, Notula, Pembahasan, Penandatangan,
};
pub use letter_number::{GivenBy, LetterNumber};
pub use nama::{NamaGelar, NameError};
pub use named_period::NamedPeriod;
pub use nip::{Gender, Nip, NipError, NipWarning, StatusAsn};
pub use office::{
    HeadNamed, NamedOffice, PaperRole, bare_office, is_office, without_courtesy,
    without_remark,
};
pub use opd::{Bidang, HEADS_FOR_SHORT, Opd};
pub use pejabat::{Kedudukan, Pasal44, Pejabat, Printed, StatusJabatan};
pub use quarter_number::quarter_number;
pub use rakor::{
    Acara, Biaya, HadirPer, KeadaanTindakLanjut, Orang, Rakor, Sambutan, Sesi,
    TindakLanjut, Undangan,
};
pub use region_name::JenisDaerah;
pub use register::{Deret, GapCause, NumberGap, Register, RegisterEntry};
pub use schedule::{ScheduleError, Slot, schedule};
pub use status::StatusDokumen;
pub use surat::Surat;
pub use told::{english_month, told_date, told_days};
