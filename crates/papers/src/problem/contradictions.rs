//! Dates, people and numbers that contradict each other: warnings of a draft, errors of a final
//! paper, unless the office lets them pass with a reason.

use base::diag::{AnyProblem, Both};
use base::{problems, say};

problems! {
    /// Dates, people and numbers that contradict each other.
    ContradictionProblem(lang) {
        /// A line of the budget that adds nothing.
        "0308" Warning CostsNothing { uraian, kunci } => say!(
            lang,
            (
                "biaya \"{uraian}\": `{kunci}` nol, jadi jumlahnya Rp0",
                "cost \"{uraian}\": `{kunci}` is nought, so it adds up to Rp0"
            ),
            ("nol", "nought"),
            (
                "isi `{kunci}` yang benar; bila memang tanpa biaya, hapus [[biaya]] ini atau tulis [[periksa.abaikan]] dengan alasannya",
                "give the right `{kunci}`; if it costs nothing, remove this [[biaya]] or write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A follow-up is told as done by a letter of an earlier day.
        "0309" Warning DoneAfterLetter { selesai: Both, template, tanggal: Both, lain } => say!(
            lang,
            [selesai, tanggal],(
                "tindak lanjut ini selesai {selesai}, sesudah tanggal `{template}` yang menyatakannya selesai: {tanggal} ({lain})",
                "this follow-up was done on {selesai}, after the date of `{template}`, which says that it is done: {tanggal} ({lain})"
            ),
            ("sesudah {tanggal}", "after {tanggal}"),
            (
                "perbaiki hari selesainya atau tanggal surat itu; bila pada tanggal itu memang belum selesai, tulis `belum` sebagai keadaannya dan hapus hari selesainya",
                "mend the day it was done or the date of that letter; if it was not done by then, write `belum` as how it stands and remove the day"
            )
        ),
        /// A follow-up that is not done has a day on which it was.
        "0310" Warning NotDoneWithDay { selesai: Both } => say!(
            lang,
            [selesai],(
                "tindak lanjut ini dinyatakan belum selesai, tetapi hari selesainya ditulis: {selesai}",
                "this follow-up is said not to be done, but the day it was done is written: {selesai}"
            ),
            ("padahal belum selesai", "though it is not done"),
            (
                "hapus hari selesainya; bila sudah selesai, tulis `selesai` sebagai keadaannya (hari yang diharapkan ditulis sebagai `tenggat`)",
                "remove the day; if it is done, write `selesai` as how it stands (a day that is hoped for is written as `tenggat`)"
            )
        ),
        /// Several positions in one row of those who put their initials.
        "0312" Warning InitialsTogether { pejabat, jumlah } => say!(
            lang,
            (
                "\"{pejabat}\" dicetak sebagai satu pemaraf, padahal menyebut {jumlah} jabatan",
                "\"{pejabat}\" is printed as one who puts initials, but names {jumlah} positions"
            ),
            ("satu baris", "one row"),
            (
                "tulis satu jabatan satu baris (Alt+Enter di dalam sel; dalam TOML satu teks untuk setiap jabatan)",
                "write one position a line (Alt+Enter in the cell; in TOML one text for each position)"
            )
        ),
        /// A paper that goes before the event is dated after it.
        "0350" Warning AfterEvent { template, tanggal: Both, acara: Both, lain } => say!(
            lang,
            [tanggal, acara],(
                "`{template}` bertanggal {tanggal}, sesudah acaranya: {acara} ({lain})",
                "`{template}` is dated {tanggal}, after its event: {acara} ({lain})"
            ),
            ("sesudah {acara}", "after {acara}"),
            (
                "perbaiki tanggal surat, atau `tanggal` pada [rakor]",
                "mend the date of the letter, or `tanggal` in [rakor]"
            )
        ),
        /// A paper of the event is dated on another day.
        "0351" Warning OtherThanEvent { template, tanggal: Both, acara: Both, lain } => say!(
            lang,
            [tanggal, acara],(
                "`{template}` bertanggal {tanggal}, padahal acaranya {acara} ({lain})",
                "`{template}` is dated {tanggal}, but its event is on {acara} ({lain})"
            ),
            ("bukan hari acara", "no day of the event"),
            (
                "hapus `tanggal` agar mengikuti acara, atau perbaiki salah satunya",
                "remove `tanggal` so that it follows the event, or mend one of the two"
            )
        ),
        /// A paper that follows the event is dated before it.
        "0352" Warning BeforeEvent { template, tanggal: Both, acara: Both, lain } => say!(
            lang,
            [tanggal, acara],(
                "`{template}` bertanggal {tanggal}, sebelum acaranya selesai: {acara} ({lain})",
                "`{template}` is dated {tanggal}, before its event is over: {acara} ({lain})"
            ),
            ("sebelum {acara}", "before {acara}"),
            (
                "perbaiki tanggal naskah ini, atau `tanggal` dan `sampai` pada [rakor]",
                "mend the date of this paper, or `tanggal` and `sampai` in [rakor]"
            )
        ),
        /// An answer is wanted before the letter is written.
        "0353" Warning DeadlineBeforeLetter { template, tenggat: Both, tanggal: Both, lain } => say!(
            lang,
            [tenggat, tanggal],(
                "tenggat `{template}` ({tenggat}) sebelum tanggal suratnya: {tanggal} ({lain})",
                "the deadline of `{template}` ({tenggat}) is before its date: {tanggal} ({lain})"
            ),
            ("sebelum {tanggal}", "before {tanggal}"),
            ("perbaiki `tenggat` atau `tanggal`", "mend `tenggat` or `tanggal`")
        ),
        /// A follow-up is due before the meeting that agreed on it.
        "0354" Warning FollowUpBeforeEvent { tenggat: Both, acara: Both, lain } => say!(
            lang,
            [tenggat, acara],(
                "tenggat tindak lanjut ({tenggat}) sebelum rapatnya selesai: {acara} ({lain})",
                "the follow-up is due ({tenggat}) before its meeting is over: {acara} ({lain})"
            ),
            ("sebelum {acara}", "before {acara}"),
            (
                "perbaiki `tenggat`, atau `tanggal` dan `sampai` pada [rakor]",
                "mend `tenggat`, or `tanggal` and `sampai` in [rakor]"
            )
        ),
        /// A letter tells figures of a quarter that is not over.
        "0355" Warning BeforeQuarterEnds { template, tanggal: Both, periode: Both, akhir: Both, lain }
            => say!(
            lang,
            [tanggal, periode, akhir],
            (
                "`{template}` bertanggal {tanggal} dan menyebut capaian sampai dengan {periode}, yang baru berakhir {akhir} ({lain})",
                "`{template}` is dated {tanggal} and tells what was achieved in {periode}, which ends on {akhir} ({lain})"
            ),
            ("sebelum {akhir}", "before {akhir}"),
            (
                "perbaiki tanggal naskah ini atau [periode]",
                "mend the date of this paper or [periode]"
            )
        ),
        /// A meeting on a day off.
        "0356" Warning EventOnDayOff { days: Both } => say!(
            lang,
            [days],
            ("rakor jatuh pada hari libur: {days}", "the rakor falls on a day off: {days}"),
            ("hari libur", "a day off"),
            (
                "perbaiki tanggalnya; bila memang hari itu, tulis [[periksa.abaikan]] dengan alasannya",
                "mend the date; if it is meant, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A deadline on a day off.
        "0357" Warning DeadlineOnDayOff { tenggat: Both, libur: Both } => say!(
            lang,
            [tenggat, libur],
            ("tenggat {tenggat} jatuh pada {libur}", "the deadline {tenggat} is {libur}"),
            ("hari libur", "a day off"),
            (
                "pilih hari kerja terdekat; bila memang hari itu, tulis [[periksa.abaikan]] dengan alasannya",
                "take the nearest working day; if it is meant, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Numbers that run against their dates.
        "0358" Warning NumberOrder { nomor, tanggal: Both, which: Both, lain, tanggal_lain: Both, tempat, batal, ambil, kunci } => {
            let mut said = say!(
            lang,
            [tanggal, which, tanggal_lain],(
                "nomor {nomor} bertanggal {tanggal}, padahal nomor yang {which}, {lain}, bertanggal {tanggal_lain} ({tempat})",
                "number {nomor} is dated {tanggal}, but the {which} number {lain} is dated {tanggal_lain} ({tempat})"
            ),
            ("tidak urut dengan {lain}", "out of order with {lain}"),
            (
                "perbaiki `{kunci}` atau `tanggal` salah satunya",
                "mend `{kunci}` or `tanggal` of one of the two"
            )
        );
            if !ambil.is_empty() {
                said.help = lang.either(
                    format!("bila surat bernomor {batal} belum dikirim, batalkan nomornya (`naskah nomor batal \"{batal}\" --alasan \"urutan tanggal\"`), lalu ambil yang baru (`naskah nomor ambil {ambil}`); atau perbaiki `tanggal` yang keliru"),
                    format!("if the letter {batal} is not sent yet, cancel its number (`naskah nomor batal \"{batal}\" --alasan \"...\"`), then take a new one (`naskah nomor ambil {ambil}`); or mend the `tanggal` that is wrong"),
                );
            }
            said
        },
        /// Two letters with one number.
        "0359" Warning NumberTwice { nomor, satu, dua, lain, ambil, kunci } => {
            let mut said = say!(
            lang,
            (
                "nomor {nomor} ada pada `{satu}` dan pada `{dua}` ({lain})",
                "number {nomor} stands on `{satu}` and on `{dua}` ({lain})"
            ),
            ("nomor yang sama", "the same number"),
            (
                "ubah `{kunci}` salah satunya, atau pakai naskah nomor ambil",
                "change `{kunci}` of one of the two, or use naskah nomor ambil"
            )
        );
            // A number that is written out has nothing to be counted.
            if kunci == "nomor" {
                said.help = lang.either(
                    "ubah `nomor` salah satunya; `naskah nomor ambil` hanya memberi nomor pada pola yang memuat `{urut}`",
                    "change `nomor` of one of the two; `naskah nomor ambil` gives numbers only to patterns with `{urut}`",
                );
            }
            if !ambil.is_empty() {
                said.help = lang.either(
                    format!("nomor itu tercatat untuk `{satu}`; tulis nomor `{dua}` yang benar, atau beri polanya `{{urut}}` lalu jalankan `naskah nomor ambil {ambil}`"),
                    format!("that number is registered for `{satu}`; write the right one of `{dua}`, or give its pattern `{{urut}}` and run `naskah nomor ambil {ambil}`"),
                );
            }
            said
        },
        /// Who signs a surat tugas is sent by it.
        "0360" Warning SignerSent { template, nama, lain } => say!(
            lang,
            (
                "penanda tangan `{template}`, {nama}, termasuk yang ditugaskan ({lain})",
                "who signs `{template}`, {nama}, is among those it sends ({lain})"
            ),
            ("menugaskan dirinya sendiri", "sends herself or himself"),
            (
                "isi `penanda_tangan` dengan atasannya",
                "let a superior sign: `penanda_tangan`"
            )
        ),
        /// Letters without a date.
        "0361" Warning NoLetterDate { templates } => say!(
            lang,
            ("belum bertanggal: {templates}", "without a date: {templates}"),
            ("belum ada `tanggal`", "no `tanggal`"),
            (
                "isi `tanggal` pada tabel templat itu dalam data/surat.toml",
                "give `tanggal` in the table of the template in data/surat.toml"
            )
        ),
        /// Letters without a signer.
        "0362" Warning NoLetterSigner { templates } => say!(
            lang,
            ("belum ada penanda tangan: {templates}", "without a signer: {templates}"),
            ("belum ada `penanda_tangan`", "no `penanda_tangan`"),
            (
                "isi `penanda_tangan` dengan `id` pejabat pada tabel templat itu dalam data/surat.toml",
                "give `penanda_tangan` the `id` of an official in the table of the template in data/surat.toml"
            )
        ),
        /// A time zone that is not that of the provinsi.
        "0363" Warning OtherZone { zona, provinsi, resmi, lain } => say!(
            lang,
            (
                "zona waktu {zona}, padahal {provinsi} memakai {resmi} ({lain})",
                "the time zone is {zona}, but {provinsi} has {resmi} ({lain})"
            ),
            ("bukan {resmi}", "not {resmi}"),
            (
                "perbaiki `zona_waktu` atau `provinsi` pada [daerah]",
                "mend `zona_waktu` or `provinsi` in [daerah]"
            )
        ),
        /// Times are printed with a zone that nobody has said.
        "0398" Warning NoZone { zona } => say!(
            lang,
            (
                "zona waktu daerah belum diisi, dan provinsinya tidak menunjukkannya; jam akan tercetak dengan {zona}",
                "the time zone of the daerah is not given, nor told by its provinsi; times would be printed as {zona}"
            ),
            ("zona waktu belum diisi", "no time zone"),
            (
                "isi `provinsi` dengan nama resminya, atau `zona_waktu` dengan wib, wita, atau wit, pada [daerah]",
                "give `provinsi` its official name, or `zona_waktu` the word wib, wita or wit, in [daerah]"
            )
        ),
        /// Papers of the head of the region without the emblem of the state.
        "0364" Warning NoStateEmblem { templates } => say!(
            lang,
            (
                "kop kepala daerah tanpa lambang negara: {templates}",
                "the kop of the head of the region lacks the emblem of the state: {templates}"
            ),
            ("belum ada `lambang_negara`", "no `lambang_negara`"),
            (
                "taruh dahulu gambarnya (PNG atau JPEG) dalam folder aset, lalu isi `lambang_negara` pada [daerah] dengan nama berkas itu, misalnya `lambang_negara = \"aset/garuda.png\"`; bila kertasnya sudah berkop, tulis [[periksa.abaikan]] dengan alasannya",
                "first put the picture (PNG or JPEG) into the folder aset, then give its name as `lambang_negara` in [daerah], such as `lambang_negara = \"aset/garuda.png\"`; if the paper has its kop already, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A hal or a name speaks of another period than the paper.
        "0365" Warning OtherPeriod { teks, sebut: Both, periode: Both, lain } => say!(
            lang,
            [sebut, periode],(
                "`{teks}` menyebut {sebut}, padahal naskahnya tentang {periode} ({lain})",
                "`{teks}` names {sebut}, but the paper is about {periode} ({lain})"
            ),
            ("bukan {periode}", "not {periode}"),
            (
                "perbaiki salah satunya; bila memang demikian, tulis [[periksa.abaikan]] dengan alasannya",
                "mend one of the two; if it is meant, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Who signs a paper is among those it goes to.
        "0366" Warning SignerAddressed { template, nama, kepada, lain } => say!(
            lang,
            (
                "penanda tangan `{template}`, {nama}, juga penerimanya: {kepada} ({lain})",
                "who signs `{template}`, {nama}, also receives it: {kepada} ({lain})"
            ),
            ("menyurati dirinya sendiri", "writes to herself or himself"),
            (
                "hapus penerima itu, atau isi `penanda_tangan` dengan pejabat lain",
                "take out that recipient, or let another official sign: `penanda_tangan`"
            )
        ),
        /// A provinsi that is none, but for a slip: its time zone is not looked at.
        "0367" Warning UnknownProvince { teks, maksud } => {
            let mut said = say!(
                lang,
                (
                    "provinsi `{teks}` tidak ada dalam katalog",
                    "the catalog has no provinsi `{teks}`"
                ),
                ("tidak dikenal", "unknown"),
                (
                    "tulis nama resminya (Jawa Barat, Kalimantan Timur, Papua Barat Daya), agar zona waktunya dapat diperiksa; provinsi yang lebih baru daripada katalog dibiarkan dengan [[periksa.abaikan]] dan alasannya",
                    "write its official name (Jawa Barat, Kalimantan Timur, Papua Barat Daya), so that its time zone can be checked; one that is newer than the catalog is let pass with [[periksa.abaikan]] and the reason"
                )
            );
            if !maksud.is_empty() {
                said.message = lang.either(
                    format!("provinsi `{teks}` tidak dikenal; mungkin maksudnya {maksud}"),
                    format!("unknown provinsi `{teks}`; it may be meant for {maksud}"),
                );
                said.help = lang.either(
                    format!("tulis {maksud} pada `provinsi` bila itu maksudnya, agar zona waktunya dapat diperiksa"),
                    format!("write {maksud} for `provinsi` if that is meant, so that its time zone can be checked"),
                );
            }
            said
        },
        /// A paper of an event that is dated far from it.
        "0368" Warning FarFromEvent { template, tanggal: Both, acara: Both, hari, lain } => say!(
            lang,
            [tanggal, acara],
            (
                "`{template}` bertanggal {tanggal}, {hari} hari dari acaranya ({acara}; {lain})",
                "`{template}` is dated {tanggal}, {hari} days from its event ({acara}; {lain})"
            ),
            ("jauh dari acaranya", "far from its event"),
            (
                "periksa bulan dan tahun kedua tanggal; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "check month and year of both dates; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A letter dated on a day on which nobody works.
        "0369" Warning LetterOnDayOff { template, tanggal: Both, libur: Both } => say!(
            lang,
            [tanggal, libur],
            (
                "`{template}` bertanggal {tanggal}, {libur}",
                "`{template}` is dated {tanggal}, {libur}"
            ),
            ("bukan hari kerja", "no working day"),
            (
                "tulis tanggal hari kerja saat surat itu ditandatangani; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "give the working day on which it is signed; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Two sessions at one time in one room.
        "0372" Warning SessionsTogether { sesi, mulai, lain_sesi, selesai, tempat, lain } => say!(
            lang,
            (
                "sesi `{sesi}` mulai {mulai}, sebelum `{lain_sesi}` selesai ({selesai}; {lain}), di tempat yang sama: {tempat}",
                "session `{sesi}` starts at {mulai}, before `{lain_sesi}` has ended ({selesai}; {lain}), in the same place: {tempat}"
            ),
            ("bertumpang tindih", "overlaps"),
            (
                "betulkan jamnya, atau isi `tempat` sesi yang berlangsung di ruang lain",
                "correct the times, or give the `tempat` of a session in another room"
            )
        ),
        /// A speaker in two items at one time.
        "0373" Warning SpeakerTwice { nama, acara, lain_acara, hari: Both, lain } => say!(
            lang,
            [hari],
            (
                "{nama} berbicara pada `{acara}` dan pada waktu yang sama pada `{lain_acara}` ({hari}; {lain})",
                "{nama} speaks in `{acara}` and at the same time in `{lain_acara}` ({hari}; {lain})"
            ),
            ("dua acara sekaligus", "two items at once"),
            (
                "betulkan jam atau narasumber salah satunya; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "correct the time or the speaker of one; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A copy to whom the letter itself goes.
        "0374" Warning CopyToRecipient { template, tembusan, kepada, lain } => say!(
            lang,
            (
                "tembusan `{template}` kepada {tembusan}, padahal suratnya ditujukan kepada {kepada} ({lain})",
                "`{template}` has a copy for {tembusan}, to whom the letter itself goes: {kepada} ({lain})"
            ),
            ("sudah menerima suratnya", "receives the letter itself"),
            (
                "hapus dari `tembusan`; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "remove it from `tembusan`; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Two officials in one office at one time.
        "0375" Warning OfficeTwice { jabatan, nama, lain_nama, lain } => say!(
            lang,
            (
                "jabatan `{jabatan}` dipegang {nama} dan {lain_nama} ({lain}) pada waktu yang sama",
                "the office `{jabatan}` is held by {nama} and by {lain_nama} ({lain}) at the same time"
            ),
            ("dua pejabat", "two officials"),
            (
                "betulkan nama atau jabatan yang keliru, atau isi `sampai` pejabat lama dan `dari` penggantinya; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "mend the name or the office that is wrong, or give `sampai` of the former one and `dari` of the successor; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// The head of an OPD is addressed by an office that the head does not have.
        "0377" Warning HeadOtherwise { opd, sebutan, jabatan, lain } => say!(
            lang,
            (
                "kepala {opd} disebut `{sebutan}`, padahal pejabatnya berjabatan `{jabatan}` ({lain})",
                "the head of {opd} is called `{sebutan}`, but the official has the jabatan `{jabatan}` ({lain})"
            ),
            ("jabatan lain", "another office"),
            (
                "tulis jabatan yang benar di kedua tempat; `sebutan_kepala` yang dihapus mengikuti jabatan pejabatnya",
                "write the right one at both places; without `sebutan_kepala` the jabatan of the official is used"
            )
        ),
        /// Who is named as the head of an OPD has an office within it.
        "0378" Warning NoHead { opd, nama, jabatan, lain } => say!(
            lang,
            (
                "kepala {opd} menunjuk {nama}, yang berjabatan `{jabatan}` ({lain})",
                "the head of {opd} is said to be {nama}, who has the jabatan `{jabatan}` ({lain})"
            ),
            ("bukan kepala", "no head"),
            (
                "isi `kepala` dengan `id` pejabat yang mengepalainya; seorang Plt. ditulis dengan jabatan yang dipegangnya dan `status = \"plt\"`",
                "give `kepala` the `id` of the official who heads it; who is Plt. has the jabatan that is held so and `status = \"plt\"`"
            )
        ),
        /// A part in the meeting that two people are said to have.
        "0379" Warning RoleOtherwise { peran: Both, nama, lain_nama, lain } => say!(
            lang,
            [peran],
            (
                "{peran} {nama}, padahal di tempat lain {lain_nama} ({lain})",
                "{peran} is {nama}, but elsewhere {lain_nama} ({lain})"
            ),
            ("orang lain", "somebody else"),
            (
                "tulis orang yang sama di kedua tempat; bila memang berbeda, tulis [[periksa.abaikan]] dengan alasannya",
                "name the same person at both places; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// Counts of who came that are not those of the people who are told to have come.
        "0380" Warning CountsOfOthers { hadir, daftar, lain } => say!(
            lang,
            (
                "[hadir] menyebut {hadir}, padahal menurut kolom `hadir` {daftar} ({lain})",
                "[hadir] says {hadir}, but the column `hadir` has {daftar} ({lain})"
            ),
            ("jumlah lain", "another count"),
            (
                "kosongkan angka luring dan daring di sini agar dihitung dari daftar orang, atau lengkapi daftarnya; bila daftarnya memang sebagian, tulis [[periksa.abaikan]] dengan alasannya",
                "empty the counts of those present here so that the list of people counts, or complete the list; if it is only a part, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// One person who is written otherwise in two lists.
        "0381" Warning PersonOtherwise { nama, lain_nama, lain } => say!(
            lang,
            (
                "satu orang ditulis berbeda: {nama} di sini, {lain_nama} pada {lain}",
                "one person is written in two ways: {nama} here, {lain_nama} at {lain}"
            ),
            ("berbeda", "otherwise"),
            (
                "samakan nama, gelar, dan pangkat menurut SK terakhir di kedua tempat; bila dua orang, periksa NIP-nya",
                "write name, gelar and pangkat alike at both places, by the last decree; if they are two people, check the NIP"
            )
        ),
        /// A decree that rests on nothing.
        "0382" Warning NoBasis { template } => say!(
            lang,
            (
                "`{template}` belum menyebut dasar hukum pada Mengingat",
                "`{template}` cites no law in its Mengingat"
            ),
            ("belum ada `mengingat`", "no `mengingat`"),
            (
                "isi `dasar_hukum` pada [rakor] atau `mengingat` pada tabel templat ini, paling sedikit Undang-Undang Nomor 23 Tahun 2014",
                "give `dasar_hukum` in [rakor] or `mengingat` in the table of this template, at least Undang-Undang Nomor 23 Tahun 2014"
            )
        ),
        /// A decree of the head of a region without the law on local government.
        "0383" Warning NoLawOfRegions { template } => say!(
            lang,
            (
                "Mengingat pada `{template}` belum memuat Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah",
                "the Mengingat of `{template}` lacks Undang-Undang Nomor 23 Tahun 2014 on local government"
            ),
            ("dasar kewenangan kepala daerah", "what the head of the region acts by"),
            (
                "tambahkan \"uu-23-2014\" ke `dasar_hukum` pada [rakor], atau bunyinya ke `mengingat`; bila memang tidak dipakai, tulis [[periksa.abaikan]] dengan alasannya",
                "add \"uu-23-2014\" to `dasar_hukum` in [rakor], or its wording to `mengingat`; if it is meant to be left out, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A surat tugas for other days than those of the meeting.
        "0385" Warning SentOtherDays { template, hari: Both, acara: Both, lain } => say!(
            lang,
            [hari, acara],
            (
                "`{template}` menugaskan pada {hari}, padahal acaranya {acara} ({lain})",
                "`{template}` sends people on {hari}, but the event is on {acara} ({lain})"
            ),
            ("tidak mencakup acaranya", "leaves out days of the event"),
            (
                "betulkan harinya, atau hapus dari `untuk`: surat tugas mencetak hari acara sendiri; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "mend the days, or take them out of `untuk`: a surat tugas prints the days of the event itself; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
        /// A word that papers print before a value, typed with it.
        "0386" Warning LeadInTyped { kata, isi } => say!(
            lang,
            (
                "kata \"{kata}\" sudah ditulis naskah di depan isi ini: \"{isi}\"",
                "papers write \"{kata}\" before this themselves: \"{isi}\""
            ),
            ("akan tercetak dua kali", "would be printed twice"),
            ("hapus kata itu dari isinya", "take the word out of the value")
        ),
        /// A PNS past the age of pension.
        "0376" Warning PastPension { nama, nip, umur, tanggal: Both } => say!(
            lang,
            [tanggal],
            (
                "NIP {nip} milik {nama} berarti umur {umur} tahun pada {tanggal}, melewati batas usia pensiun PNS",
                "the NIP {nip} of {nama} means an age of {umur} on {tanggal}, past the pension of a PNS"
            ),
            ("sudah pensiun?", "retired?"),
            (
                "periksa NIP-nya, atau hapus bila ia hadir sebagai purnatugas; bila memang begitu, tulis [[periksa.abaikan]] dengan alasannya",
                "check the NIP, or remove it of somebody who has retired; if it is right, write [[periksa.abaikan]] with the reason"
            )
        ),
    }
}

problems! {
    /// Silences that cannot be what was meant.
    SilenceProblem(lang) {
        /// A silence that nothing is silenced by.
        "0370" Warning Unused { kode } => say!(
            lang,
            (
                "tidak ada {kode} yang diabaikan di sini",
                "there is no {kode} that this lets pass"
            ),
            ("tidak cocok dengan pesan mana pun", "matches no message"),
            (
                "hapus [[periksa.abaikan]] ini, atau perbaiki `kode` dan `memuat`",
                "remove this [[periksa.abaikan]], or mend `kode` and `memuat`"
            )
        ),
        /// A message that cannot be let pass.
        "0371" Error NotSilenceable { kode, pilihan } => say!(
            lang,
            ("{kode} tidak dapat diabaikan", "{kode} cannot be let pass"),
            ("tidak dapat diabaikan", "cannot be let pass"),
            ("yang dapat diabaikan: {pilihan}", "what can be let pass: {pilihan}")
        ),
    }
}

/// Whether a problem tells that something is not there, which data that could not be read may
/// only seem to lack.
pub fn is_of_absence(problem: &AnyProblem) -> bool {
    problem.is_a(|p| {
        matches!(
            p,
            ContradictionProblem::NoLetterDate { .. }
                | ContradictionProblem::NoLetterSigner { .. }
                | ContradictionProblem::NoStateEmblem { .. }
        )
    }) || problem.is_a(|p| matches!(p, SilenceProblem::Unused { .. }))
}
