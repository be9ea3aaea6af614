//! What Srikandi fills in itself, when a letter is sent by it.

/// The variables of its letters, as templates seen in use write them (naskah-dinas 1.10).
pub const VARIABLES: [&str; 6] = [NUMBER, DATE, SIGNATURE, NAME, NIP, JABATAN];

/// The number of the letter.
pub const NUMBER: &str = "${nomor_naskah}";
/// Its date.
pub const DATE: &str = "${tanggal_naskah}";
/// The visual of the signature.
pub const SIGNATURE: &str = "${ttd_pengirim}";
/// The signer's name.
pub const NAME: &str = "${nama_pengirim}";
/// The signer's NIP.
pub const NIP: &str = "${nip_pengirim}";
/// The signer's office.
pub const JABATAN: &str = "${jabatan_pengirim}";

/// What it fills in where the sender signs.
pub const SENDER: [&str; 4] = [JABATAN, SIGNATURE, NAME, NIP];

/// A text without the known variables.
pub fn without_variables(text: &str) -> String {
    VARIABLES.iter().fold(text.to_owned(), |text, known| text.replace(known, ""))
}
