//! Every mistake the program can name.

use super::{Both, Severity};

/// What a fact is: a name or text as the user wrote it, unless the list says otherwise.
macro_rules! fact {
    () => {
        String
    };
    ($kind:ty) => {
        $kind
    };
}

macro_rules! problems {
    ($($(#[$doc:meta])* $code:literal $level:ident $name:ident
        { $($field:ident $(: $kind:ty)?),* })+) => {
        /// A mistake, with the facts its message needs.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
        #[allow(missing_docs)]
        pub enum Problem {
            $($(#[$doc])* $name { $($field: fact!($($kind)?)),* },)+
        }

        impl Problem {
            /// The stable code, the same in all languages.
            pub const fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!("NSK", $code),)+ }
            }

            /// How bad it is.
            pub const fn severity(&self) -> Severity {
                match self { $(Self::$name { .. } => Severity::$level,)+ }
            }
        }
    };
}

problems! {
    // 01: reading files
    /// The folder is no workspace.
    "0101" Error NotAWorkspace { dir }
    /// A file that must be there is not.
    "0102" Error FileMissing { name }
    /// A file cannot be read.
    "0103" Error CannotRead { name, why: Both }
    /// A file is not UTF-8.
    "0104" Error NotUtf8 { name }
    /// TOML that does not parse.
    "0105" Error TomlSyntax { detail: Both }
    /// A key nobody reads.
    "0106" Error UnknownKey { key, table, near }
    /// A key that must be there is not.
    "0107" Error MissingKey { key, table }
    /// A value of another type.
    "0108" Error WrongType { key, expected: Both, found: Both }
    /// A word that is not one of the known.
    "0109" Error UnknownWord { key, value, allowed, near }
    /// A text that is no date.
    "0110" Error BadDate { key, value }
    /// A text that is no time of day.
    "0111" Error BadTime { key, value }
    /// A text that is no number.
    "0112" Error BadNumber { key, value }
    /// A number outside its range.
    "0113" Error OutOfRange { key, value, range: Both }
    /// A required text that is empty.
    "0114" Error EmptyText { key }
    /// A CSV that does not parse.
    "0115" Error BadCsv { detail: Both }
    /// A file in `data/` of a kind nobody reads.
    "0116" Warning UnreadFile { name }
    /// A pattern of letter numbers that cannot be used.
    "0117" Error BadPattern { key, detail: Both }
    /// A file that is no workbook, or a broken one.
    "0118" Error SheetUnreadable { name, why: Both }
    /// A workbook with a password.
    "0119" Error SheetLocked { name }
    /// A workbook whose sheets are all hidden.
    "0120" Error NoSheet { name }
    /// A sheet without a row of known names.
    "0121" Error NoHeader { expected }
    /// Two columns of one name.
    "0122" Error DuplicateColumn { key, first }
    /// `#N/A` and its like.
    "0123" Error ErrorCell { key, value }
    /// A formula saved without what it gives.
    "0124" Error NoResult { key }
    /// A column that must be there is not.
    "0125" Error MissingColumn { key, near }
    /// A cell that must be filled is not.
    "0126" Error EmptyCell { key }
    /// A number with more digits than a sheet keeps.
    "0127" Error LongNumber { key, value }
    /// Two files of one list.
    "0128" Error SameList { name, other }
    /// A sheet of achievements whose name tells no quarter.
    "0129" Error NoPeriodInName { name }
    /// A mutu item of a service that is not in the file.
    "0130" Error MutuWithoutService { kode, near }
    /// A row of totals in a sheet, which is passed over.
    "0131" Warning TotalsRow {}
    /// A hidden sheet that is called like one that would be read.
    "0132" Warning HiddenSheet { name }
    /// A workbook of the format before 2007.
    "0133" Error OldWorkbook { name }
    /// A telephone number typed as a number, without its 0.
    "0134" Warning LostZero { key, read }
    // 02: references
    /// An id nobody defines.
    "0201" Error UnknownId { kind: Both, id, near, file: Both }
    /// An id defined twice.
    "0202" Error DuplicateId { kind: Both, id, first }
    /// An id that cannot be a file name.
    "0203" Error BadId { id }
    /// A service the catalog does not know.
    "0204" Error UnknownLayanan { kode, near }
    /// A service told twice for one period.
    "0205" Error DuplicateLayanan { kode, first }
    /// A catalog that contradicts itself.
    "0206" Error BadCatalog { detail: Both }
    // 03: rakor
    /// An item that ends before it starts.
    "0301" Error EndsBeforeStart { nama, mulai, selesai }
    /// An item that begins before the one before it has ended.
    "0302" Error Overlap { nama, sebelumnya, selesai }
    /// An item without a start that can be known.
    "0303" Error NoTime { nama }
    /// A session outside the days of the rakor.
    "0304" Error DateOutside { tanggal, dari, sampai }
    /// The first item of a session starts nowhere.
    "0305" Error NoStart { nama }
    /// An item that runs past midnight.
    "0306" Error PastMidnight { nama }
    /// A rakor whose last day is before its first.
    "0307" Error RakorBackwards { dari, sampai }
    // 04: people
    /// A NIP that is not 18 digits.
    "0401" Error BadNip { nip, detail: Both }
    /// A NIP that looks wrong.
    "0402" Warning DoubtfulNip { nip, detail: Both }
    /// An unknown golongan.
    "0403" Error BadGolongan { text }
    /// One NIP for two people.
    "0404" Warning SharedNip { nip, other }
    /// A gelar typed into the name.
    "0405" Error GelarInName { gelar }
    // 05: achievement
    /// More people served than there are.
    "0501" Warning ServedAboveTarget { kode, terlayani, sasaran }
    /// More of a mutu item than needed.
    "0502" Warning MutuAboveNeed { kode, item }
    /// Nihil together with figures.
    "0503" Error NihilWithFigures { kode }
    /// No figures for the period.
    "0504" Error NoCapaian { periode }
    /// A year the catalog has no scale of categories for.
    "0505" Error NoScale { tahun }
    // 06: templates
    /// A template nobody has.
    "0601" Error UnknownTemplate { name, near }
    /// A template that does not compile or render.
    "0602" Error TemplateError { detail: Both }
    /// A name the template uses and the data does not have.
    "0603" Error UndefinedName { name, near }
    /// A filter, function or test that does not exist.
    "0604" Error UnknownFunction { kind: Both, name, near }
    /// A template that does not come to an end.
    "0605" Error OutOfFuel { template }
    /// A directive that does not exist.
    "0606" Error UnknownDirective { name, near }
    /// An attribute of a directive that does not exist.
    "0607" Error UnknownAttribute { directive, name, near }
    /// An attribute with a value that cannot be read.
    "0608" Error BadAttribute { directive, name, value, expected: Both }
    /// Markup that papers have no form for.
    "0609" Error UnsupportedMarkup { what: Both }
    /// A table whose rows do not fit its columns.
    "0610" Error BadTable { detail: Both }
    /// Data a template needs and the workspace does not have.
    "0611" Error TemplateNeeds { template, needs }
    /// A directive without its closing line.
    "0612" Error UnclosedDirective { name }
    /// A directive's attributes that do not parse.
    "0613" Error BadAttributeSyntax { detail: Both }
    /// A value that is empty in the data and yet printed.
    "0614" Error EmptyValue { name }
    /// A signature without somebody who signs.
    "0615" Error NoSigner {}
    /// A directive without an attribute it cannot do without.
    "0616" Error MissingAttribute { directive, name }
    /// A paper without a date.
    "0617" Error NoDate { template }
    /// A template for each row of a list that nobody has.
    "0618" Error UnknownList { name, near }
    // 065: worksheets
    /// A worksheet that would be overwritten.
    "0650" Error WorksheetThere { name }
    /// An OPD that is asked nothing.
    "0651" Warning OpdWithoutServices { opd }
    /// Services that several OPDs are asked about.
    "0652" Warning SharedServices { opd, kode }
    /// A book without a stamp, or with one that was changed.
    "0653" Error BadStamp { name, why: Both }
    /// A worksheet of another daerah, quarter or OPD, or of another version.
    "0654" Error OtherWorksheet { what: Both, stamped, expected }
    /// A worksheet without one of its sheets.
    "0655" Warning WorksheetSheetMissing { sheet }
    /// A row that did not leave the house with the worksheet.
    "0656" Error ForeignRow { what, near }
    /// A row that stands there twice.
    "0657" Error DuplicateRow { what, first }
    /// A row of the worksheet that is gone.
    "0658" Warning RowGone { what, sheet }
    /// A dash where a number is wanted.
    "0659" Error DashForNumber { key, value }
    /// Nihil where it is no answer.
    "0660" Error NihilHere { key }
    /// A figure that was higher in the last quarter of the year.
    "0661" Warning FellBelow { isian, sebelumnya, sekarang, periode }
    /// A number that may be thousands or decimals.
    "0662" Warning DoubtfulNumber { key, value, thousands }
    /// A figure in a row that says not whose.
    "0663" Error RowWithoutName { key }
    /// A number with decimals where things are counted.
    "0664" Error NotWhole { key, value }
    /// A worksheet in which nothing was filled in.
    "0665" Warning NothingFilled { name }
    /// A worksheet of another quarter.
    "0666" Error OtherQuarter { stamped, expected }
    // 068: sheets brought in
    /// A TOML that an import cannot be put into.
    "0680" Error CannotMerge { detail: Both }
    /// A workbook in which nothing can be imported.
    "0681" Error NothingToImport { name }
    /// A service that stands in a sheet of the workspace, which an import cannot change.
    "0682" Error OtherSource { kode, name }
    /// Two files that say different things of one field.
    "0683" Error ImportConflict { isian, value, lain, tempat }
    /// A row of the form whose number is one service and whose name another.
    "0684" Error NumberNameDisagree { nomor, menurut_nomor, menurut_nama }
    /// A sheet of the form that does not tell its urusan.
    "0685" Error UrusanUnknown {}
    /// A sheet of another quarter than the one asked for.
    "0686" Error WrongPeriod { ada, diminta }
    /// Nothing tells which quarter is imported.
    "0687" Error NoPeriodKnown { name }
    /// A row code beyond the services of its urusan.
    "0688" Error NoSuchNumber { nomor, urusan, banyak }
    /// Several rows for one service, without names that tell them apart.
    "0689" Error ManyRows { nomor, kode }
    /// A new service whose OPD nobody named.
    "0690" Error OpdUnknown { kode }
    /// A service of another OPD than the one asked for.
    "0691" Error OpdDiffers { kode, ada, diminta }
    /// A quality item twice in one service.
    "0692" Error DuplicateMutu { item, first }
    /// A total that is not the sum of its months.
    "0693" Warning TotalDiffers { total, jumlah }
    /// Figures of months after the quarter.
    "0694" Warning BeyondPeriod { bulan, nilai, periode }
    /// A computed column that says something else than its figures.
    "0695" Warning ComputedDiffers { kolom, ditulis, dihitung }
    /// A quality item the list of the year does not have.
    "0696" Warning UnknownMutu { kode, item, near }
    /// A name of a service nobody knows; its number was used.
    "0697" Warning UnknownUraian { nomor, uraian, layanan, near }
    // 07: pictures, faces, fitting
    /// A picture that is not there.
    "0701" Error ImageMissing { name }
    /// A picture that is none.
    "0702" Error BadImage { name, detail: Both }
    /// A face that is none.
    "0703" Error BadFont { name, detail: Both }
    /// A character no face has.
    "0704" Error MissingGlyph { glyph, code, text }
    /// Something wider than its place.
    "0705" Warning TooWide { what }
    /// A path that leaves the workspace.
    "0706" Error PathOutside { path }
    /// Something higher than a page.
    "0707" Warning TooHigh { what }
    /// A picture of the workspace that is not under `aset/`.
    "0708" Error NotInAset { name }
    /// What an archived PDF must not hold.
    "0709" Error NotPrintable { detail: Both }
    /// A folder without workspaces in it.
    "0720" Error NoWorkspaces { dir }
    /// Two folders of one daerah.
    "0721" Warning SameDaerah { nama, folder, other }
    /// A paper that takes more pages than asked for, however tight it is set.
    "0722" Warning DoesNotFit { template, halaman: u8, baris: usize }
    // 075: temuan
    /// A target path that falls or leaves 0 to 100.
    "0750" Error BadPath { key }
    /// A finding of the worst kind.
    "0751" Warning Finding { kode, judul, kondisi, rekomendasi }
    /// A service that two files tell with different figures.
    "0752" Error ToldDifferently { kode, what, first, theirs: Both, ours: Both }
    /// A service that two files tell with the same figures.
    "0753" Warning ToldTwice { kode, first }
    // 077: charts
    /// A chart without the table it is drawn from.
    "0770" Error ChartWithoutTable {}
    /// A value of a chart that is no number.
    "0771" Error ChartValue { value }
    /// A chart with more than can be told apart.
    "0772" Error ChartTooLarge { detail: Both }
    // 08: output
    /// A file name that would leave the output folder.
    "0801" Error NameOutside { name }
    /// A file or folder that cannot be written.
    "0802" Error CannotWrite { name, why: Both }
    /// Two papers of one name.
    "0803" Error SameName { name, other }
    /// A placeholder left in a final paper.
    "0804" Error Placeholder { text }
    /// The folder for a new workspace is not empty.
    "0805" Error NotEmpty { dir }
    /// A template folder that would be overwritten.
    "0806" Error AlreadyThere { name }
    // 085: numbers of letters
    /// No pattern to make a number from.
    "0850" Error NoPattern { template }
    /// A number is wanted and the letter's date is not known.
    "0851" Error NoLetterDate { template }
    /// A number that would have a gap, or no serial number.
    "0852" Error NumberWithGap { template, nomor, missing: Both }
    /// Somebody else holds the register.
    "0853" Error RegisterBusy { name }
    /// One number twice in the register.
    "0854" Error DuplicateNumber { nomor, first }
    /// Two valid numbers for one paper.
    "0855" Error TwoNumbers { paper, nomor, first }
    /// The year of a number is not that of its letter.
    "0856" Error YearOfNumber { tahun, tanggal }
    /// A number the register does not have.
    "0857" Error UnknownNumber { nomor }
    /// A number that several years have.
    "0858" Error AmbiguousNumber { nomor, tahun }
    /// A number that is cancelled already.
    "0859" Error AlreadyCancelled { nomor, alasan }
    /// A number that somebody has.
    "0860" Error NumberTaken { nomor, oleh }
    /// A paper has a number for another date.
    "0861" Error NumberOtherDate { paper, nomor, lama, baru }
    /// A subject the template has no paper for.
    "0862" Error UnknownSubject { template, subjek, near }
    /// A date typed beside the one in the data.
    "0863" Error TwoDates { template, diketik, data }
    /// A printed number whose serial number cannot be told.
    "0864" Error NoSerial { nomor }
    /// A final paper without a number.
    "0865" Error NoNumber { template, subjek }
    /// Final papers that print one number.
    "0866" Error SameNumber { nomor, papers }
    /// A final paper with a cancelled number.
    "0867" Error CancelledNumber { nomor, alasan }
    /// No sequence has room for so many numbers.
    "0868" Error SequenceFull { tahun }
    /// Nothing was made yet that could be compared.
    "0880" Error NothingMade { dir }
    // 082: profiles
    /// A family of faces nobody has.
    "0820" Error UnknownFace { name, near, known }
    /// A profile that is not there.
    "0821" Error UnknownBase { name, near, allowed }
    /// Profiles that stand on each other.
    "0822" Error BaseCycle { chain }
    /// A kind of papers under `[jenis]` that there is none of.
    "0823" Error UnknownKind { name, near, allowed }
    // 087: signatures
    /// A paper is dated when nobody held the signer's office.
    "0870" Error OutsideTerm { id, tanggal, masa: Both }
    /// Terms of one office that overlap.
    "0871" Warning TermsOverlap { id, first }
    /// A NIK that is none. The number itself is not repeated.
    "0872" Error BadNik { panjang }
    /// A signer of electronic papers without a NIK.
    "0873" Error NoNik { id, nama }
    /// The mark of an electronic signature is in the text too.
    "0874" Error AnchorInText { jangkar, text }
    /// A variable that Srikandi does not fill.
    "0875" Error UnknownVariable { text, allowed }
    /// More electronic signatures on a paper than there are marks for.
    "0876" Error TooManyAnchors { banyak }
    /// A form of signatures with another number of signers.
    "0877" Error SignersOfForm { bentuk, banyak, perlu: Both }
    /// A text that no QR at a signature can say.
    "0878" Error BadVerification { detail: Both }
    // 097: what people do to worksheets
    /// Worksheets of more than one quarter, and nobody said which is meant.
    "0970" Error MixedQuarters { satu, periode_satu, lain, periode_lain }
    /// A figure in cells that were merged: whose it is nobody knows.
    "0971" Error MergedFigures { key, merged }
    /// A unit on a worksheet that was changed.
    "0972" Warning UnitTyped { kode, ditulis, baku }
    // 09: our own faults
    /// The program broke its own rule.
    "0901" Error Internal { detail }
}
