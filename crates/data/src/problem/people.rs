//! NIP, pangkat and gelar.

use base::diag::{Both, Lang, Said};
use base::{problems, say};

problems! {
    /// NIP, pangkat and gelar.
    PeopleProblem(lang) in_sheet in_sheet {
        /// A NIP that is not 18 digits.
        "0401" Error BadNip { nip, detail: Both, digits: Option<usize> } => {
            let mut said = say!(
                lang,
                [detail],
                ("NIP `{nip}` salah: {detail}", "NIP `{nip}` is wrong: {detail}"),
                ("{detail}", "{detail}"),
                (
                    "salin NIP dari SK terakhir; 18 angka, boleh dengan spasi",
                    "copy it from the last decree; 18 digits, spaces allowed"
                )
            );
            match digits {
                Some(5..=14) => {
                    said.help = lang.either(
                        "salin NIP dari SK terakhir; bila NRP TNI atau Polri, isi juga `pangkat`",
                        "copy it from the last decree; for an NRP of TNI or Polri give `pangkat` too",
                    );
                }
                Some(16) => {
                    said.help = lang.either(
                        "bila ini NIK dari KTP, hapus dari sini; salin NIP dari SK terakhir; 18 angka, boleh dengan spasi",
                        "if this is the NIK of an identity card, remove it here; copy the NIP from the last decree; 18 digits, spaces allowed",
                    );
                }
                _ => {}
            }
            said
        },
        /// A NIP that looks wrong.
        "0402" Warning DoubtfulNip { nip, detail: Both } => say!(
            lang,
            [detail],
            ("NIP `{nip}` meragukan: {detail}", "NIP `{nip}` is doubtful: {detail}"),
            ("{detail}", "{detail}"),
            (
                "cocokkan dengan SK; abaikan peringatan ini jika memang benar",
                "compare with the decree; ignore this if it is right"
            )
        ),
        /// An unknown golongan.
        "0403" Error BadGolongan { text } => say!(
            lang,
            ("golongan `{text}` tidak dikenal", "unknown golongan `{text}`"),
            ("tidak dikenal", "unknown"),
            (
                "tulis misalnya \"IV/c\", \"IX\" untuk PPPK, atau pangkat TNI atau Polri (\"AKBP\")",
                "write for example \"IV/c\", \"IX\" for PPPK, or a rank of TNI or Polri (\"AKBP\")"
            )
        ),
        /// One NIP for two people.
        "0404" Warning SharedNip { nip, other, first } => say!(
            lang,
            (
                "NIP `{nip}` juga dipakai `{other}` ({first})",
                "NIP `{nip}` is also that of `{other}` ({first})"
            ),
            ("sama", "the same"),
            (
                "satu NIP untuk satu orang; periksa keduanya",
                "one NIP belongs to one person; check both"
            )
        ),
        /// Something behind the name that is no known gelar.
        "0405" Error GelarInName { gelar } => {
            let mut said = say!(
            lang,
            (
                "`nama` memuat yang bukan nama dan bukan gelar yang dikenal: {gelar}",
                "`nama` holds what is no name and no known gelar: {gelar}"
            ),
            ("{gelar}", "{gelar}"),
            (
                "bila gelar, pindahkan ke `gelar_belakang = \"{gelar}\"`; bila jabatan, ke `jabatan`",
                "if it is a gelar, move it to `gelar_belakang = \"{gelar}\"`; if an office, to `jabatan`"
            )
        );
            if is_number(gelar) {
                said.help = lang
                    .either("pindahkan nomornya ke `nip`", "move the number to `nip`");
            }
            said
        },
        /// A golongan of PNS for somebody who is marked as PPPK.
        "0406" Error PppkOfPns { golongan } => say!(
            lang,
            (
                "`{golongan}` golongan PNS, padahal `pppk = true`",
                "`{golongan}` is a golongan of PNS, but `pppk = true`"
            ),
            ("PPPK bergolongan I sampai XVII", "PPPK have golongan I to XVII"),
            (
                "tulis golongan dari SK PPPK (misalnya IX), atau hapus `pppk = true`",
                "write the golongan of the PPPK decree (such as IX), or remove `pppk = true`"
            )
        ),
        /// A golongan without its ruang.
        "0407" Warning NoRuang { golongan } => say!(
            lang,
            (
                "golongan `{golongan}` tanpa ruang dibaca sebagai golongan PPPK",
                "golongan `{golongan}` without a ruang is read as one of PPPK"
            ),
            ("tanpa huruf a sampai e", "no letter a to e"),
            (
                "bila PNS, tulis dengan ruangnya (misalnya III/a); bila PPPK, tambahkan `pppk = true`",
                "for a PNS write the ruang too (such as III/a); for a PPPK add `pppk = true`"
            )
        ),
        /// Gelar that were taken out of names.
        "0408" Warning GelarTaken { names: Both } => say!(
            lang,
            [names],
            (
                "gelar yang diketik bersama nama dipisahkan: {names}",
                "gelar typed into names were taken apart: {names}"
            ),
            ("", ""),
            (
                "tidak perlu diubah bila benar; bila keliru, pisahkan sendiri ke `gelar_depan` dan `gelar_belakang`",
                "leave it if it is right; if not, use `gelar_depan` and `gelar_belakang`"
            )
        ),
        /// `DR.` in capitals.
        "0409" Warning DoctorOrPhysician { names: Both } => say!(
            lang,
            [names],
            (
                "`DR.` dicetak seperti diketik, karena dapat berarti doktor atau dokter: {names}",
                "`DR.` is printed as typed, for it may be a doctor or a physician: {names}"
            ),
            ("Dr. atau dr.?", "Dr. or dr.?"),
            (
                "tulis `Dr.` untuk doktor, `dr.` untuk dokter",
                "write `Dr.` for a doctor, `dr.` for a physician"
            )
        ),
        /// Words about who came that are none of ours.
        "0411" Warning UnknownAttendance { names: Both } => say!(
            lang,
            [names],
            (
                "isi kolom `hadir` yang tidak dikenal dianggap belum dicatat: {names}",
                "what the column `hadir` says here is taken as not recorded: {names}"
            ),
            ("", ""),
            (
                "tulis `ya`, `daring`, atau `tidak` bila kehadirannya memang sudah dicatat",
                "write `ya`, `daring` or the word for no if attendance was recorded"
            )
        ),
        /// Two people in one cell.
        "0412" Error TwoNames { names } => say!(
            lang,
            (
                "`nama` memuat dua orang: {names}",
                "`nama` holds two people: {names}"
            ),
            ("dua orang", "two people"),
            (
                "tulis setiap orang pada barisnya sendiri, dengan NIP dan jabatannya",
                "give each person a row of her or his own, with NIP and office"
            )
        ),
        /// An office or a remark beside a name.
        "0413" Warning RemarkInName { names: Both } => say!(
            lang,
            [names],
            (
                "keterangan di samping nama tidak dicetak sebagai nama: {names}",
                "remarks beside names are not printed as names: {names}"
            ),
            ("", ""),
            (
                "bila jabatan atau yang diwakili, tulis pada `jabatan`; bila bukan, hapus dari `nama`",
                "if it is an office or who is stood for, write it in `jabatan`; if not, remove it from `nama`"
            )
        ),
        /// Somebody who has died, by what stands with the name.
        "0415" Warning Late { names: Both } => say!(
            lang,
            [names],
            (
                "`nama` menyebut almarhum: {names}",
                "`nama` says that somebody has died: {names}"
            ),
            ("sudah wafat?", "has died?"),
            (
                "bila orangnya sudah wafat, hapus barisnya atau ganti dengan penggantinya; bila keterangan itu tentang orang lain, hapus dari `nama`",
                "if it is so, remove the row or put whoever follows in it; if it is about somebody else, remove it from `nama`"
            )
        ),
        /// A list with more people than papers are made for.
        "0420" Error TooManyPeople { list, count, most } => say!(
            lang,
            (
                "daftar `{list}` memuat {count} orang; paling banyak {most}",
                "the list `{list}` has {count} people; {most} at most"
            ),
            ("mulai baris ini tidak dibaca", "from this row on it is not read"),
            (
                "periksa apakah berkasnya memang daftar orang rapat ini; bila benar sebanyak itu, bagi menurut hari atau kelompok, satu folder kerja masing-masing",
                "check that the file is the list of this meeting's people; if there are so many, split them by day or group, a workspace for each"
            )
        ),
        /// A telephone number with digits missing or too many.
        "0414" Warning PhoneLength { key, number, digits } => say!(
            lang,
            (
                "nomor telepon `{number}` pada `{key}` ({digits} angka) kurang atau kelebihan angka",
                "the telephone number `{number}` of `{key}` ({digits} digits) lacks digits or has too many"
            ),
            ("periksa nomornya", "check it"),
            (
                "tulis lengkap, misalnya 081234567890, atau dengan kode wilayah seperti (0549) 123456; bila memang nomor pendek, abaikan",
                "write all of it, such as 081234567890, or with the code of the area such as (0549) 123456; if it is a short number, pass over this"
            )
        ),
        /// A term of office that ends before it begins: nobody holds the office then.
        "0421" Error TermBackwards { dari: Both, sampai: Both } => say!(
            lang,
            [dari, sampai],
            (
                "masa jabatan berakhir ({sampai}) sebelum dimulai ({dari})",
                "the term of office ends ({sampai}) before it begins ({dari})"
            ),
            ("sebelum `dari`", "before `dari`"),
            (
                "cocokkan keduanya dengan SK; bila tertukar, tukarkan; bila masih menjabat, hapus `sampai` orang ini",
                "compare both with the decree; swap them if they were swapped; remove `sampai` of this person if the term goes on"
            )
        ),
        /// A gelar in a row without a name.
        "0419" Error GelarOfNobody { gelar } => say!(
            lang,
            ("ada gelar, `{gelar}`, tetapi tidak ada `nama`", "a gelar, `{gelar}`, but no `nama`"),
            ("gelar siapa?", "whose gelar?"),
            (
                "isi `nama`; bila isi baris ini tergeser satu kolom, kembalikan ke kolomnya",
                "give the `nama`; if the cells of this row moved by one column, move them back"
            )
        ),
        /// A pangkat and a golongan that do not belong together.
        "0410" Error RankMismatch { golongan, pangkat, right } => say!(
            lang,
            (
                "golongan {golongan} adalah {right}, bukan {pangkat}",
                "golongan {golongan} is {right}, not {pangkat}"
            ),
            ("tidak cocok", "they do not agree"),
            (
                "cocokkan dengan SK kenaikan pangkat terakhir, lalu perbaiki salah satunya",
                "compare with the last decree and mend one of the two"
            )
        ),
    }
}

/// The next step in a sheet or CSV, where the one for TOML would mislead: its users see columns
/// and cells, not keys, tables and quotes.
fn in_sheet(problem: &PeopleProblem, lang: Lang, said: &mut Said) {
    match problem {
        PeopleProblem::DoubtfulNip { .. }
        | PeopleProblem::PppkOfPns { .. }
        | PeopleProblem::NoRuang { .. } => {
            let cell = lang.either("ya pada kolom `pppk`", "`ya` in the column `pppk`");
            for text in [&mut said.label, &mut said.message, &mut said.help] {
                *text = text.replace(&format!("`{PPPK}`"), PPPK).replace(PPPK, &cell);
            }
        }
        PeopleProblem::GelarInName { gelar } if !is_number(gelar) => {
            said.label = String::new();
            said.help = lang.either(
                format!(
                    "pindahkan `{gelar}` ke kolom `gelar_belakang` bila gelar, atau ke kolom `jabatan` bila jabatan"
                ),
                format!(
                    "move `{gelar}` to the column `gelar_belakang` if it is a gelar, or to `jabatan` if it is an office"
                ),
            );
        }
        PeopleProblem::BadGolongan { .. } => {
            said.help = lang.either(
                "tulis misalnya IV/c, IX untuk PPPK, atau pangkat TNI atau Polri (AKBP)",
                "write for example IV/c, IX for PPPK, or a rank of TNI or Polri (AKBP)",
            );
        }
        _ => {}
    }
}

/// Whether what stands behind a name is somebody's number.
fn is_number(text: &str) -> bool {
    text.chars().filter(char::is_ascii_digit).count() > 4
}

/// How TOML marks the number of a PPPK.
const PPPK: &str = "pppk = true";
