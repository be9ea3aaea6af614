//! Sessions and agendas that contradict themselves.

use base::diag::Both;
use base::{problems, say};

problems! {
    /// Sessions and agendas that contradict themselves.
    RakorProblem(lang) {
        /// An item that ends before it starts.
        "0301" Error EndsBeforeStart { nama, mulai, selesai } => say!(
            lang,
            (
                "acara \"{nama}\" selesai pukul {selesai}, tidak sesudah mulainya ({mulai})",
                "\"{nama}\" ends at {selesai}, not after its start ({mulai})"
            ),
            ("harus sesudah {mulai}", "must be after {mulai}"),
            (
                "perbaiki jam mulai atau jam selesainya",
                "mend the hour of its start or of its end"
            )
        ),
        /// An item that begins before the one before it has ended.
        "0302" Error Overlap { nama, sebelumnya, selesai } => say!(
            lang,
            (
                "acara \"{nama}\" mulai sebelum \"{sebelumnya}\" selesai ({selesai})",
                "\"{nama}\" starts before \"{sebelumnya}\" has ended ({selesai})"
            ),
            ("tumpang tindih", "overlaps"),
            (
                "geser jam mulainya, atau hapus `mulai` agar dihitung dari acara sebelumnya",
                "move its start, or remove `mulai` so that it is computed from the item before"
            )
        ),
        /// The items of a session stand in the order of their names, with its end among them.
        "0311" Warning AgendaByName { sesi, nama } => say!(
            lang,
            (
                "acara sesi \"{sesi}\" berurut menurut abjad namanya, sehingga \"{nama}\" tidak pada tempatnya: barisnya ikut diurutkan?",
                "the items of the session \"{sesi}\" stand in the order of their names, so that \"{nama}\" is out of place: were the rows sorted?"
            ),
            ("tidak pada tempatnya", "out of place"),
            (
                "susun barisnya menurut urutan acara; jamnya dihitung dari atas ke bawah",
                "put the rows in the order of the meeting; hours are computed from top to bottom"
            )
        ),
        /// An item without a start that can be known.
        "0303" Error NoTime { nama } => say!(
            lang,
            (
                "waktu acara \"{nama}\" tidak dapat dihitung",
                "the time of \"{nama}\" cannot be computed"
            ),
            (
                "perlu `durasi`, atau `mulai` dan `selesai`",
                "needs `durasi`, or `mulai` and `selesai`"
            ),
            (
                "isi `durasi` dalam menit, misalnya durasi = 30",
                "give `durasi` in minutes, such as durasi = 30"
            )
        ),
        /// A session outside the days of the rakor.
        "0304" Error DateOutside { tanggal: Both, hari: Both } => say!(
            lang,
            [tanggal, hari],
            (
                "sesi tanggal {tanggal} di luar hari rakor ({hari})",
                "the session on {tanggal} is outside the days of the rakor ({hari})"
            ),
            ("di luar hari rakor", "outside the rakor"),
            (
                "perbaiki tanggal sesi, atau `tanggal` dan `sampai` pada [rakor]",
                "mend the session's date, or `tanggal` and `sampai` in [rakor]"
            )
        ),
        /// The first item of a session starts nowhere.
        "0305" Error NoStart { nama } => say!(
            lang,
            ("acara \"{nama}\" belum punya jam mulai", "\"{nama}\" has no start"),
            ("perlu `mulai`", "needs `mulai`"),
            (
                "isi `mulai` pada [[sesi]] atau pada acara pertamanya, misalnya mulai = \"08.30\"",
                "give `mulai` in [[sesi]] or in its first item, such as mulai = \"08.30\""
            )
        ),
        /// An item that runs past midnight.
        "0306" Error PastMidnight { nama } => say!(
            lang,
            (
                "acara \"{nama}\" berakhir pada tengah malam atau sesudahnya",
                "\"{nama}\" ends at midnight or later"
            ),
            ("sampai pukul 24.00 atau lewat", "at 24.00 or past it"),
            (
                "perbaiki `durasi` (dalam menit), atau bagi menjadi dua sesi",
                "mend `durasi` (in minutes), or make it two sessions"
            )
        ),
        /// A rakor whose last day is before its first.
        "0307" Error RakorBackwards { dari: Both, sampai: Both } => say!(
            lang,
            [dari, sampai],
            (
                "rakor berakhir ({sampai}) sebelum dimulai ({dari})",
                "the rakor ends ({sampai}) before it begins ({dari})"
            ),
            ("sebelum {dari}", "before {dari}"),
            (
                "perbaiki `tanggal` atau `sampai` pada [rakor]",
                "mend `tanggal` or `sampai` in [rakor]"
            )
        ),
    }
}
