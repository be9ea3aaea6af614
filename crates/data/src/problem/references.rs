//! Ids that nobody has, or two have.

use base::diag::{Both, meant, nearest_id};
use base::{problems, say};

impl ReferenceProblem {
    /// An id that is none of `ids`, with the one it is a slip of, or those that there are.
    pub fn unknown_id<'a>(
        what: (Both, Both),
        id: &str,
        ids: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let all: Vec<&str> = ids.into_iter().collect();
        Self::unknown_of(what, id, &all, "")
    }

    /// The same, where something else than its letters may say which one is meant.
    pub(crate) fn unknown_of(
        (kind, file): (Both, Both),
        id: &str,
        all: &[&str],
        meant: &str,
    ) -> Self {
        let near = nearest_id(id, all.iter().copied());
        let near = near.unwrap_or_else(|| meant.to_owned());
        // One that could not be read is none to write.
        let all: Vec<&str> = all.iter().copied().filter(|id| !id.is_empty()).collect();
        let known = if all.len() > LISTED { String::new() } else { all.join(", ") };
        Self::UnknownId { kind, id: id.to_owned(), near, known, file }
    }
}

/// What is not an office's to add to, in both languages.
const CATALOG: &str = "katalog";

/// The ids of a text that names several of those that there are: to choose from, and as a list.
fn several(text: &str, known: &str) -> Option<(String, String)> {
    let known: Vec<&str> = known.split(", ").collect();
    let text = [" dan ", " atau ", " serta "]
        .iter()
        .fold(text.to_lowercase(), |text, joint| text.replace(joint, ";"));
    let parts = text.split([',', ';', '/', '&', '+', '\n']).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let all = parts.len() > 1
        && parts.iter().all(|part| known.iter().any(|id| id.eq_ignore_ascii_case(part)));
    all.then(|| {
        let each: Vec<String> = parts.iter().map(|part| format!("`{part}`")).collect();
        (each.join(", "), parts.join("; "))
    })
}

/// So many ids are listed; of more nobody finds the right one in a message.
const LISTED: usize = 12;

problems! {
    /// Ids that nobody has, or two have.
    ReferenceProblem(lang) {
        /// An id nobody defines.
        "0201" Error UnknownId { kind: Both, id, near, known, file: Both } => {
            let (kind, file) = (kind.of(lang), file.of(lang));
            let mut said = say!(
                lang,
                ("{kind} `{id}` tidak dikenal", "unknown {kind} `{id}`"),
                ("tidak ada dalam {file}", "not in {file}"),
                ("", "")
            );
            let several = several(id, known);
            let (id_help, en_help) = if let Some((one, list)) = several {
                (
                    format!("satu isian memuat beberapa {kind}: pilih satu ({one}); bila isian ini memang boleh berisi beberapa, tulis masing-masing sendiri: {list}"),
                    format!("one field has several: choose one ({one}); where the field may have several, write each by itself: {list}"),
                )
            } else if file == CATALOG && !known.is_empty() {
                (format!("tulis salah satunya: {known}"), format!("write one of them: {known}"))
            } else if known.is_empty() {
                (
                    format!("tambahkan `{id}` ke {file}, atau pakai id yang sudah ada"),
                    format!("add `{id}` to {file}, or use an id that is there"),
                )
            } else {
                (
                    format!("tulis id yang sudah ada bila itu yang dimaksud ({known}); bila bukan, tambahkan `{id}` ke {file}"),
                    format!("write an id that is there if it is the one meant ({known}); if not, add `{id}` to {file}"),
                )
            };
            said.help = meant(lang, near, (&id_help, &en_help));
            said
        },
        /// An id that nothing refers to, near one that several places refer to and nobody has.
        "0222" Error MisspeltId { kind: Both, id, wanted, count: usize } => say!(
            lang,
            [kind],
            (
                "{kind} `{id}` tidak dirujuk dari mana pun, sedangkan {count} tempat menulis `{wanted}`, yang tidak ada",
                "nothing refers to {kind} `{id}`, and {count} places say `{wanted}`, which nobody has"
            ),
            ("salah ketik di sini?", "mistyped here?"),
            (
                "tulis `{wanted}` di sini bila itu yang dimaksud; bila `{id}` yang benar, betulkan tempat yang merujuknya",
                "write `{wanted}` here if it is meant; if `{id}` is right, mend the places that refer to it"
            )
        ),
        /// An id defined twice.
        "0202" Error DuplicateId { kind: Both, id, first } => say!(
            lang,
            [kind],
            (
                "{kind} `{id}` ditulis dua kali; yang pertama pada {first}",
                "{kind} `{id}` is defined twice, first at {first}"
            ),
            ("yang kedua", "the second"),
            (
                "beri id lain bila keduanya berbeda; hapus salah satunya hanya bila sama",
                "use another id if they differ; remove one only if they are the same"
            )
        ),
        /// An id that cannot be a file name.
        "0203" Error BadId { id, proposed } => say!(
            lang,
            ("id `{id}` tidak dapat dipakai", "id `{id}` cannot be used"),
            (
                "hanya huruf kecil, angka, dan tanda hubung",
                "only lower-case letters, digits and hyphens"
            ),
            (
                "ubah id itu di sini dan di setiap tempat yang merujuknya, misalnya menjadi `{proposed}`",
                "change it here and wherever it is referred to, for example to `{proposed}`"
            )
        ),
        /// A service the catalog does not know.
        "0204" Error UnknownLayanan { kode, near } => {
            let mut said = say!(
                lang,
                (
                    "layanan `{kode}` tidak ada dalam katalog",
                    "service `{kode}` is not in the catalog"
                ),
                ("tidak dikenal", "unknown"),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "pakai kode katalog, misalnya KES-1, atau nama layanannya pada berkas yang diimpor; daftarnya ada dalam buku panduan-spm",
                    "use a code of the catalog, such as KES-1, or the service's name in a file that is imported; the book panduan-spm lists them",
                ),
            );
            said
        },
        /// A service told twice for one period.
        "0205" Error DuplicateLayanan { kode, first } => say!(
            lang,
            (
                "layanan `{kode}` diisi dua kali untuk periode yang sama",
                "service `{kode}` is given twice for one period"
            ),
            ("sudah diisi pada {first}", "already given at {first}"),
            (
                "bila salah satunya layanan lain, perbaiki kodenya; bila memang layanan yang sama, hapus salah satunya",
                "if one of the two is another service, mend its code; if they are the same, remove one"
            )
        ),
        /// A service that two OPDs name as their own.
        "0207" Error TwoOwners { kode, one, other, at } => say!(
            lang,
            (
                "layanan {kode} disebut dua OPD, `{one}` (di {at}) dan `{other}`",
                "service {kode} is named by two OPDs, `{one}` (at {at}) and `{other}`"
            ),
            ("yang kedua", "the second"),
            (
                "hapus dari `layanan` OPD yang tidak mengampunya; satu layanan satu OPD",
                "remove it from `layanan` of the OPD that does not have it; a service has one OPD"
            )
        ),
        /// A service of an urusan that its OPD does not have.
        "0208" Error OutsideUrusan { kode, urusan, opd } => say!(
            lang,
            (
                "layanan {kode} termasuk urusan `{urusan}`, yang tidak ada dalam `urusan` OPD `{opd}`",
                "service {kode} is of the urusan `{urusan}`, which OPD `{opd}` does not have"
            ),
            ("urusan lain", "another urusan"),
            (
                "periksa kodenya; bila benar, tambahkan `{urusan}` pada `urusan` OPD ini",
                "check the code; if it is right, add `{urusan}` to `urusan` of this OPD"
            )
        ),
        /// An urusan of several OPDs that do not say which services are whose.
        "0209" Warning SplitUnwritten { urusan, opd, split: Both } => say!(
            lang,
            [split],
            (
                "urusan `{urusan}` diampu beberapa OPD ({opd}), tetapi belum tertulis layanan mana milik siapa",
                "the urusan `{urusan}` is of several OPDs ({opd}), but which services are whose is not written"
            ),
            ("dibagi", "shared"),
            (
                "tulis dalam data/opd.toml, pembagian yang lazim: {split}; sesuaikan dengan tugas masing-masing, dan hapus urusan itu dari OPD yang tidak mengampunya",
                "write it in data/opd.toml, usually: {split}; adjust it to what each does, and take the urusan from an OPD that does not have it"
            )
        ),
        /// Services that none of those who share an urusan names.
        "0210" Warning NobodysService { kode, opd } => say!(
            lang,
            (
                "{kode} tidak disebut dalam `layanan` OPD mana pun ({opd})",
                "{kode} stand in `layanan` of none of the OPDs ({opd})"
            ),
            ("", ""),
            (
                "tambahkan pada `layanan` OPD yang mengampunya",
                "add them to `layanan` of the OPD that has them"
            )
        ),
        /// Urusan that no OPD has, while the others report.
        "0213" Warning NobodysUrusan { urusan, kode } => say!(
            lang,
            (
                "urusan {urusan} tidak ada pada OPD mana pun, jadi tidak ada yang melaporkan {kode}",
                "no OPD has the urusan {urusan}, so nobody reports {kode}"
            ),
            ("", ""),
            (
                "tambahkan OPD yang mengampunya, atau urusan itu pada `urusan` OPD yang ada; layanan yang tidak dilaporkan ikut menurunkan indeks daerah",
                "add the OPD that has it, or the urusan to `urusan` of one that is there; services that nobody reports lower the index of the region"
            )
        ),
        /// Services reported by another OPD than the one that names them.
        "0211" Warning ReportedByOther { kode, there, owner } => say!(
            lang,
            (
                "{kode} dilaporkan `{there}`, padahal menurut data/opd.toml diampu `{owner}`",
                "{kode} are reported by `{there}`, but belong to `{owner}` by data/opd.toml"
            ),
            ("OPD lain", "another OPD"),
            (
                "betulkan `opd` di sini, atau `layanan` dalam data/opd.toml",
                "mend `opd` here, or `layanan` in data/opd.toml"
            )
        ),
        /// Services under an OPD that has nothing of their urusan.
        "0212" Warning OpdOutsideUrusan { kode, urusan, opd, having } => {
            let mut said = say!(
                lang,
                (
                    "{kode} ditulis atas nama `{opd}`, padahal urusan `{urusan}` tidak ada dalam `urusan` OPD itu",
                    "{kode} stand under `{opd}`, but that OPD does not have the urusan `{urusan}`"
                ),
                ("OPD lain?", "another OPD?"),
                (
                    "cocokkan dengan laporannya: betulkan `opd` di sini (yang mempunyai urusan itu: {having}), atau tambahkan `{urusan}` pada `urusan` OPD ini",
                    "compare with the report: mend `opd` here (that urusan is of: {having}), or add `{urusan}` to `urusan` of this OPD"
                )
            );
            if having.is_empty() {
                said.help = lang.either(
                    "cocokkan dengan laporannya: betulkan `opd` di sini, atau tambahkan urusan itu pada `urusan` OPD yang mengampunya",
                    "compare with the report: mend `opd` here, or add the urusan to `urusan` of the OPD that has it",
                );
            }
            said
        },
        /// A row of achievements whose code is one service and whose name is another.
        "0384" Error CodeAndName { kode, by_code, by_name } => say!(
            lang,
            (
                "kode dan nama layanan tidak cocok: {kode} ialah {by_code}, padahal namanya {by_name}",
                "code and name of the service disagree: {kode} is {by_code}, but the name is {by_name}"
            ),
            ("layanan lain", "another service"),
            (
                "cocokkan dengan laporannya, lalu betulkan kode atau nama pada baris ini",
                "compare with the report, then mend the code or the name in this row"
            )
        ),
        /// A catalog that contradicts itself.
        "0206" Error BadCatalog { detail: Both } => say!(
            lang,
            [detail],
            (
                "katalog tidak dapat dipakai: {detail}",
                "the catalog cannot be used: {detail}"
            ),
            ("", ""),
            (
                "perbaiki berkas dalam folder `catalog/`; untuk memakai katalog bawaan, pindahkan berkas itu ke luar folder ini, jangan dihapus",
                "mend the file in `catalog/`; to use the built-in one, move the file out of the folder and keep it"
            )
        ),
    }
}
