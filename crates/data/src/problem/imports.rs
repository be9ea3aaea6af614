//! What an import cannot take, and what it doubts.

use base::diag::{Both, Lang, counted, first_names, meant};
use base::{problems, say};

/// So many files are named.
const SHOWN: usize = 8;

problems! {
    /// What an import cannot take, and what it doubts.
    ImportProblem(lang) {
        /// A TOML that an import cannot be put into.
        "0680" Error CannotMerge { detail: Both } => say!(
            lang,
            [detail],
            (
                "impor tidak dapat digabungkan: {detail}",
                "the import cannot be merged: {detail}"
            ),
            ("", ""),
            (
                "perbaiki berkas itu atau sebutkan yang kurang, lalu impor lagi; belum ada yang ditulis",
                "mend the file or say what is missing, then import again; nothing was written"
            )
        ),
        /// A workbook in which nothing can be imported.
        "0681" Error NothingToImport { name, folder: bool } => {
            let mut said = say!(
            lang,
            (
                "tidak ada yang dapat diimpor dari `{name}`: tidak ada baris berkode seperti 1.A.1, dan tidak ada tabel dengan kolom kode",
                "nothing to import in `{name}`: no rows with codes such as 1.A.1, and no table with a column kode"
            ),
            ("", ""),
            (
                "pakai formulir e-SPM, lembar kerja dari naskah, atau tabel dengan kolom kode, sasaran, dan terlayani; lembar tersembunyi tidak dibaca",
                "use the e-SPM form, a worksheet of naskah, or a table with the columns kode, sasaran and terlayani; hidden sheets are not read"
            )
        );
            if *folder {
                said.message = lang.either(
                    format!("tidak ada lembar sebar (.xlsx, .ods, .csv) dalam folder `{name}`"),
                    format!("there is no sheet (.xlsx, .ods, .csv) in the folder `{name}`"),
                );
                said.help = lang.either(
                    "sebut folder tempat berkas dari OPD disimpan; yang ada dalam subfolder diimpor dengan menyebut subfolder itu",
                    "name the folder in which the files of the OPDs are kept; what is in a subfolder is imported by naming it",
                );
            }
            said
        },
        /// Files of an import folder that are no sheets.
        "0698" Warning NoSheets { folder, others: Vec<String> } => {
            let names: Vec<&str> = others.iter().map(String::as_str).collect();
            let names = first_names(lang, &names, SHOWN);
            say!(
                lang,
                (
                    "berkas dalam folder `{folder}` yang bukan buku Excel, ODS, atau CSV tidak dibaca: {names}",
                    "files in the folder `{folder}` that are no Excel, ODS or CSV are not read: {names}"
                ),
                ("", ""),
                (
                    "bila memuat angka, minta OPD mengirimnya sebagai .xlsx, .ods, atau .csv; isi subfolder diimpor dengan menyebut foldernya",
                    "if they hold figures, ask for .xlsx, .ods or .csv; what is in a subfolder is imported by naming it"
                )
            )
        },
        /// A service that stands in a sheet of the workspace, which an import cannot change.
        "0682" Error OtherSource { kode, name } => say!(
            lang,
            (
                "{kode} periode ini sudah ada dalam `{name}`, yang tidak dapat diubah oleh impor",
                "{kode} of this quarter stands in `{name}`, which an import cannot change"
            ),
            ("diimpor dari sini", "imported from here"),
            (
                "ubah angkanya dalam `{name}`, atau hapus baris layanan ini saja dari sana lalu impor lagi; satu layanan hanya satu sumber",
                "change it in `{name}`, or take only the row of this service out of it and import again; a service has one source"
            )
        ),
        /// Two files that say different things of the same fields.
        "0683" Error ImportConflict { one, other, fields: Vec<String> } => {
            let list: Vec<&str> = fields.iter().map(String::as_str).collect();
            let (count, shown) = (fields.len(), list.len().min(SHOWN));
            let (more, english) = (count - shown, counted(count, "field"));
            let mut list = list[..shown].join("; ");
            if more > 0 {
                list = format!("{list}; … (+{more})");
            }
            say!(
                lang,
                (
                    "`{one}` dan `{other}` berbeda pada {count} isian: {list}",
                    "`{one}` and `{other}` differ in {english}: {list}"
                ),
                ("berbeda", "differs"),
                (
                    "tanyakan berkas yang benar, pindahkan yang lain dari folder ini atau samakan angkanya, lalu impor lagi; kedua berkas belum diimpor",
                    "find out which file is right, move the other away or make them agree, and import again; neither was imported"
                )
            )
        },
        /// A target ten times that of the quarter before, or a tenth of it.
        "0668" Warning Tenfold { isian, before, here, periode } => say!(
            lang,
            (
                "{isian}: {here}, padahal {periode} {before}",
                "{isian}: {here}, but {before} in {periode}"
            ),
            ("angka kurang atau lebih?", "a digit too many or too few?"),
            (
                "cocokkan dengan dokumen OPD: mungkin ada angka yang kurang, lebih, atau titik ribuan yang terbaca lain; bila memang berubah, abaikan",
                "compare it with the OPD's paper: a digit may be missing or too many; if it did change, pass over this"
            )
        ),
        /// A heading that names the months of its quarter alone.
        "0622" Warning OwnMonths { heading, from, until } => say!(
            lang,
            (
                "judul `{heading}` menyebut bulan {from} sampai dengan {until} saja, sedangkan angka capaian dihitung sejak Januari",
                "the heading `{heading}` names {from} to {until} alone, while figures count from January"
            ),
            ("sejak Januari?", "from January?"),
            (
                "tanyakan kepada OPD: bila angkanya hanya bulan itu, jumlahkan dengan triwulan sebelumnya dahulu; bila sudah sejak Januari, abaikan",
                "ask the OPD: if it holds these months alone, add the quarters before first; if it counts from January, pass over this"
            )
        ),
        /// A target that is another one than in a quarter before of the same year.
        "0679" Warning TargetMoved { isian, before, here, periode } => say!(
            lang,
            (
                "{isian}: {here}, padahal {periode} {before}, dalam tahun yang sama",
                "{isian}: {here}, but {before} in {periode}, of the same year"
            ),
            ("sasaran setahun?", "the target of a year?"),
            (
                "tanyakan kepada OPD angka mana yang benar: yang diisi adalah jumlah setahun, bukan jumlah satu triwulan; bila memang berubah, abaikan",
                "ask the OPD which figure is right: what counts is the number of the year, not of one quarter; if it did change, pass over this"
            )
        ),
        /// Figures in other rows than theirs.
        "0677" Warning Displaced { key, how: Both } => say!(
            lang,
            [how],
            (
                "angka `{key}` tampaknya berpindah baris: {how}",
                "the figures of `{key}` seem to have left their rows: {how}"
            ),
            ("hanya kolom angkanya yang diurutkan?", "was only this column sorted?"),
            (
                "cocokkan setiap angka dengan kode di barisnya, atau minta OPD mengirim lembar yang urutannya utuh (kode, nama, dan angka diurutkan bersama); bila angkanya memang benar, abaikan",
                "compare each figure with the code of its row, or ask the OPD for a sheet in its own order (sort codes, names and figures together); if the figures are right, pass over this"
            )
        ),
        /// People served of a service whose data say that there is nobody to serve.
        "0678" Error NihilThere { kode, terlayani, there } => say!(
            lang,
            (
                "{kode}: terlayani {terlayani}, padahal menurut {there} sasarannya nihil",
                "{kode}: {terlayani} served, but by {there} there is no target population"
            ),
            ("sasarannya nihil?", "no target population?"),
            (
                "tanyakan kepada OPD: bila memang ada sasaran, isi juga sasarannya pada baris ini; bila tidak ada, kosongkan sel ini",
                "ask the OPD: if there is a target population, fill it in on this row as well; if there is none, empty this cell"
            )
        ),
        /// More spent than there was.
        "0669" Warning AboveBudget { kode, realisasi, pagu } => say!(
            lang,
            (
                "{kode}: realisasi {realisasi} melebihi pagu {pagu}",
                "{kode}: realisasi {realisasi} exceeds pagu {pagu}"
            ),
            ("melebihi pagu", "above the budget"),
            (
                "periksa kedua angka: mungkin tertukar, atau pagu perubahan belum dimasukkan",
                "check both: they may be swapped, or the changed budget is not entered yet"
            )
        ),
        /// Money in another unit than in the quarter before.
        "0670" Warning OtherUnit { isian, before, here, periode, meant } => say!(
            lang,
            (
                "{isian}: {here}, padahal {periode} {before}; rupiah penuh, ribuan, atau juta?",
                "{isian}: {here}, but {before} in {periode}; full rupiah, thousands or millions?"
            ),
            ("satuan lain?", "another unit?"),
            (
                "bila maksudnya {meant}, tulis rupiah penuh: {meant}; bila memang berubah sejauh itu, abaikan",
                "if {meant} is meant, write full rupiah: {meant}; if it did change that much, pass over this"
            )
        ),
        /// A table with columns of quarters, and none of the one asked for.
        "0671" Error NoSuchQuarter { key, asked, there } => say!(
            lang,
            (
                "tidak ada kolom `{key}` untuk {asked}; yang ada {there}",
                "there is no column `{key}` of {asked}, only {there}"
            ),
            ("triwulan lain", "other quarters"),
            (
                "pilih triwulan yang ada dengan --periode, atau minta berkas yang memuat triwulan ini",
                "choose a quarter that is there with --periode, or ask for a file that has this one"
            )
        ),
        /// A field that stands in columns of months only.
        "0675" Error ByMonths { key, there, until } => say!(
            lang,
            (
                "`{key}` hanya ada per bulan ({there}); yang diimpor satu angka, kumulatif sejak Januari",
                "`{key}` is there by months only ({there}); what is imported is one figure, counted from January"
            ),
            ("per bulan", "by months"),
            (
                "tambahkan satu kolom `{key}` yang menjumlahkan Januari s.d. {until}, lalu impor lagi; kolom bulannya boleh tetap ada",
                "add one column `{key}` with the sum of Januari to {until} and import again; the columns of months may stay"
            )
        ),
        /// An item of several services, in a sheet that names no services.
        "0676" Error ItemOfNobody { item, codes } => {
            let mut said = say!(
                lang,
                (
                    "butir mutu `{item}` tidak dikenal sebagai butir satu pun layanan pada lembar capaian",
                    "the mutu item `{item}` is of none of the services that are imported"
                ),
                ("milik layanan mana?", "of which service?"),
                (
                    "tambahkan kolom `kode` (atau nama layanan) pada lembar mutu dan isi pada baris ini",
                    "add a column `kode` (or the service's name) to the sheet of items and fill it in here"
                )
            );
            if !codes.is_empty() {
                said.message = match lang {
                    Lang::Id => format!("butir mutu `{item}` ada pada beberapa layanan: {codes}"),
                    Lang::En => format!("the mutu item `{item}` is of several services: {codes}"),
                };
            }
            said
        },
        /// Columns of quarters whose figures fall.
        "0672" Warning NotCumulative { key, count, cells } => say!(
            lang,
            (
                "`{key}` lebih kecil daripada triwulan sebelumnya pada {count} baris ({cells}): kolomnya tampak per triwulan, bukan kumulatif sejak Januari",
                "`{key}` is smaller than in the quarter before in rows: {count} ({cells}): the columns seem to hold single quarters and not to count from January"
            ),
            ("lebih kecil", "smaller"),
            (
                "bila per triwulan, jumlahkan dahulu sejak Januari; bila memang kumulatif, betulkan angkanya",
                "if they hold single quarters, add them up from January first; if they do count from January, mend the figures"
            )
        ),
        /// A table with services, and none of its columns understood as a figure.
        "0673" Error NoFigures { columns } => say!(
            lang,
            (
                "tidak ada angka yang dapat diambil; kolom yang tidak dikenal: {columns}",
                "there is no figure to take; columns that are not known: {columns}"
            ),
            ("tidak diimpor", "not imported"),
            (
                "beri nama `Sasaran` dan `Terlayani` (kumulatif sejak Januari) pada kolom yang dimaksud, satu kolom tiap isian, lalu impor lagi; bila angkanya per bulan, jumlahkan dahulu sejak Januari",
                "name the columns that are meant `Sasaran` and `Terlayani` (counted from January), one for each, and import again; if they hold months, add them up from January first"
            )
        ),
        /// A row of the form whose number is one service and whose name another.
        "0684" Error NumberNameDisagree { nomor, by_number, by_name } => say!(
            lang,
            (
                "nomor dan uraian tidak cocok: menurut nomor {nomor} layanan ini {by_number}, menurut uraiannya {by_name}",
                "number and name disagree: by its number {nomor} this is {by_number}, by its name {by_name}"
            ),
            ("baris ini tidak diimpor", "not imported"),
            (
                "betulkan nomor atau uraian baris ini; bila urusannya keliru, betulkan judul atau nama lembarnya",
                "mend the number or the name of this row; if the urusan is wrong, mend the sheet's title or name"
            )
        ),
        /// A row whose code is one service and whose name another.
        "0674" Error CodeNameDisagree { code, by_code, name, by_name } => say!(
            lang,
            (
                "kode dan nama tidak cocok: menurut kode pada {code} baris ini `{by_code}`, menurut nama pada {name} `{by_name}`",
                "code and name disagree: by the code at {code} this row is `{by_code}`, by the name at {name} `{by_name}`"
            ),
            ("baris ini tidak diimpor", "not imported"),
            (
                "tanyakan kepada OPD milik layanan mana angka baris ini, lalu betulkan {code} atau {name}",
                "ask the OPD whose figures these are, then mend {code} or {name}"
            )
        ),
        /// A sheet of the form that does not tell its urusan.
        "0685" Error UrusanUnknown {} => say!(
            lang,
            (
                "urusan lembar ini tidak diketahui",
                "the urusan of this sheet is not known"
            ),
            ("", ""),
            (
                "tulis urusannya pada judul atau nama lembar, misalnya \"Urusan Kesehatan\", atau sebut OPD-nya dengan --opd",
                "write it into the title or the sheet's name, such as \"Urusan Kesehatan\", or name the OPD with --opd"
            )
        ),
        /// Two places that say which quarter it is, and disagree.
        "0686" Error WrongPeriod { there, asked, by: Both } => say!(
            lang,
            [by],
            (
                "di sini {there}, sedangkan menurut {by} {asked}",
                "this says {there}, but {by} says {asked}"
            ),
            ("periode lain", "another quarter"),
            (
                "pilih berkas yang benar, atau betulkan yang keliru; bila judul dan nama berkasnya benar dan periode itu yang dimaksud, sebut dengan --periode",
                "choose the right file, or mend the one that is wrong; if the titles and the file name are right and that quarter is meant, give it with --periode"
            )
        ),
        /// Nothing tells which quarter is imported.
        "0687" Error NoPeriodKnown { name } => say!(
            lang,
            ("periode `{name}` tidak diketahui", "the quarter of `{name}` is not known"),
            ("", ""),
            (
                "sebut dengan --periode, misalnya --periode 2024-tw4",
                "give it with --periode, such as --periode 2024-tw4"
            )
        ),
        /// A row code beyond the services of its urusan.
        "0688" Error NoSuchNumber { nomor, urusan, banyak } => say!(
            lang,
            (
                "tidak ada layanan bernomor {nomor}: urusan {urusan} mempunyai {banyak} layanan",
                "there is no service for {nomor}: services of the urusan {urusan}: {banyak}"
            ),
            ("baris ini tidak diimpor", "not imported"),
            (
                "betulkan nomor baris ini, atau judul dan nama lembar bila urusannya keliru",
                "mend the number of this row, or the sheet's title and name if the urusan is wrong"
            )
        ),
        /// Several rows for one service, without names that tell them apart.
        "0689" Error ManyRows { nomor, kode } => say!(
            lang,
            (
                "baris {nomor}: beberapa baris untuk {kode} tanpa uraian yang menyebut layanannya",
                "row {nomor}: several rows for {kode} without names of services"
            ),
            ("baris ini tidak diimpor", "not imported"),
            (
                "tulis nama layanan pada uraian tiap baris, atau satukan menjadi satu baris untuk satu layanan",
                "write the name of the service into each row, or make it one row for a service"
            )
        ),
        /// A new service whose OPD nobody named.
        "0690" Error OpdUnknown { kode } => say!(
            lang,
            (
                "OPD pengampu {kode} tidak diketahui",
                "the OPD in charge of {kode} is not known"
            ),
            ("layanan baru", "a new service"),
            (
                "sebut dengan --opd, atau tulis `urusan` OPD itu dalam data/opd.toml; bila urusannya dibagi, tulis `layanan` kedua OPD (usulannya disebut `naskah check`)",
                "give it with --opd, or write `urusan` of that OPD in data/opd.toml; if the urusan is shared, write `layanan` of both (`naskah check` proposes it)"
            )
        ),
        /// A service of another OPD than the one asked for.
        "0691" Error OpdDiffers { kode, there, asked } => say!(
            lang,
            (
                "{kode} diampu `{there}`, bukan `{asked}`",
                "{kode} belongs to `{there}`, not to `{asked}`"
            ),
            ("OPD lain", "another OPD"),
            (
                "periksa apakah berkas ini milik OPD yang benar; bila pengampunya memang berganti, ubah `layanan` dalam data/opd.toml atau `opd` dalam data/capaian dahulu",
                "check that the file is of the right OPD; if the service has moved, change `layanan` in data/opd.toml or `opd` in data/capaian first"
            )
        ),
        /// Services of another OPD in a file that holds its own as well.
        "0699" Warning OfOtherOpd { kode, owner, sender } => say!(
            lang,
            (
                "{kode} diampu `{owner}`; isian dari `{sender}` tidak diimpor",
                "{kode} belongs to `{owner}`; what `{sender}` filled in is not imported"
            ),
            ("OPD lain", "another OPD"),
            (
                "tidak perlu diubah bila `{owner}` mengirim angkanya sendiri; bila pembagiannya keliru, betulkan `layanan` dalam data/opd.toml, lalu impor lagi",
                "leave it if `{owner}` sends its own figures; if the split is wrong, mend `layanan` in data/opd.toml and import again"
            )
        ),
        /// Services that the files of two OPDs fill in.
        "0667" Error FilledByTwo { kode, one, other, tempat } => say!(
            lang,
            (
                "{kode} diisi dua OPD, `{one}` dan `{other}` (di {tempat})",
                "{kode} are filled in by two OPDs, `{one}` and `{other}` (at {tempat})"
            ),
            ("milik siapa?", "whose?"),
            (
                "tulis pembagiannya sekali sebagai `layanan` pada kedua OPD dalam data/opd.toml (usulannya disebut `naskah check`), lalu impor lagi; kedua berkas belum diimpor",
                "write the split once as `layanan` of both OPDs in data/opd.toml (`naskah check` proposes it) and import again; neither file was imported"
            )
        ),
        /// A quality item twice in one service.
        "0692" Error DuplicateMutu { item, first } => say!(
            lang,
            (
                "butir mutu `{item}` tertulis dua kali, sebelumnya di {first}",
                "the mutu item `{item}` stands twice, first at {first}"
            ),
            ("kedua kalinya", "again"),
            (
                "hapus salah satu, atau bedakan uraiannya",
                "remove one of them, or give them different names"
            )
        ),
        /// A total that is not the sum of its months.
        "0693" Warning TotalDiffers { total, sum } => say!(
            lang,
            (
                "total tertulis {total}, sedangkan jumlah bulan-bulannya {sum}",
                "the total says {total}, its months add up to {sum}"
            ),
            ("total inilah yang diimpor", "this total is imported"),
            (
                "periksa bulan yang terlewat atau rumus totalnya",
                "look for a month left out, or at the formula of the total"
            )
        ),
        /// Figures of months after the quarter.
        "0694" Warning BeyondPeriod { month, nilai, periode } => say!(
            lang,
            (
                "{month} berisi {nilai}, padahal sesudah periode {periode}",
                "{month} holds {nilai}, though it is after the quarter {periode}"
            ),
            ("tidak ikut dihitung", "not counted"),
            (
                "bila memang untuk triwulan berikutnya, impor lagi dengan --periode triwulan itu",
                "if it belongs to the next quarter, import again with --periode of that quarter"
            )
        ),
        /// A computed column that says something else than its figures.
        "0695" Warning ComputedDiffers { column, written_as, computed } => say!(
            lang,
            (
                "kolom {column} tertulis {written_as}, seharusnya {computed} menurut angka barisnya",
                "the column {column} says {written_as}; the figures of its row give {computed}"
            ),
            ("tidak diimpor, hanya diperiksa", "not imported, only checked"),
            (
                "periksa sasaran dan capaian baris ini: salah satunya mungkin keliru",
                "check the figures of this row: one of them may be wrong"
            )
        ),
        /// A quality item the list of the year does not have.
        "0696" Warning UnknownMutu { kode, item, near } => {
            let mut said = say!(
                lang,
                (
                    "butir mutu `{item}` tidak ada dalam daftar {kode} tahun ini",
                    "the list of the year has no mutu item `{item}` for {kode}"
                ),
                ("diimpor dengan nama ini", "imported under this name"),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "biarkan bila formulir tahun ini memang memuatnya; namanya dapat diganti dalam data/capaian",
                    "leave it if the form of this year has it; the name can be changed in data/capaian",
                ),
            );
            said
        },
        /// A name of a service nobody knows; its number was used.
        "0697" Warning UnknownUraian { nomor, uraian, layanan, near } => {
            let mut said = say!(
                lang,
                (
                    "uraian `{uraian}` tidak dikenal; menurut nomornya {nomor} ini {layanan}",
                    "no service is named `{uraian}`; by its number {nomor} it is {layanan}"
                ),
                ("diimpor menurut nomornya", "imported by its number"),
                ("", "")
            );
            said.help = meant(
                lang,
                near,
                (
                    "periksa nomor baris ini, atau tulis nama layanan seperti dalam katalog",
                    "check the number, or write the service's name as in the catalog",
                ),
            );
            said
        },
    }
}
