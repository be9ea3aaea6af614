//! What Srikandi fills in itself, when a letter is sent by it.

/// The variables of its letters, as templates seen in use write them (naskah-dinas 1.10).
pub const VARIABEL: [&str; 6] = [NOMOR, TANGGAL, TTD, NAMA, NIP, JABATAN];

/// The number of the letter.
pub const NOMOR: &str = "${nomor_naskah}";
/// Its date.
pub const TANGGAL: &str = "${tanggal_naskah}";
/// The visual of the signature.
pub const TTD: &str = "${ttd_pengirim}";
/// The signer's name.
pub const NAMA: &str = "${nama_pengirim}";
/// The signer's NIP.
pub const NIP: &str = "${nip_pengirim}";
/// The signer's office.
pub const JABATAN: &str = "${jabatan_pengirim}";

/// A text without the known variables.
pub fn tanpa_variabel(text: &str) -> String {
    VARIABEL.iter().fold(text.to_owned(), |text, known| text.replace(known, ""))
}
