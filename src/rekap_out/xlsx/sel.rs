//! Cells: every text of the data is written as text, every figure as a number.

use base::diag::{AnyProblem, InternalProblem};
use num_traits::ToPrimitive;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook,
    Worksheet, XlsxError,
};

use field::domain::Periode;
use field::spm::{Isian, Jumlah, Persen};

/// The most characters a cell holds.
const SEL_TERPANJANG: usize = 32_767;

/// The most digits a number of a spreadsheet keeps; longer ones are written as text.
const DIGIT: usize = 15;

/// The height of a line in points.
const TINGGI: f64 = 15.0;

/// The most a row can be high, in points.
const TERTINGGI: f64 = 409.0;

/// Lines break at words, so they are not filled to their ends.
const LONGGAR: f64 = 1.1;

/// Folio, 8.5 by 13 inches: what offices call F4.
const FOLIO: u8 = 14;

/// What a cell says.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::rekap_out) enum Sel {
    /// Nobody has entered anything.
    Kosong,
    /// A text of the data or of ours.
    Teks(String),
    /// A word instead of a number, such as "nihil".
    Kata(&'static str),
    /// A count.
    Cacah(u64),
    /// An amount.
    Jumlah(Jumlah),
    /// A percentage, exactly as it is printed everywhere else.
    Persen(Persen),
    /// A difference in points.
    Poin(Persen),
    /// A value in points that is no percentage.
    Angka(Persen),
}

impl Sel {
    pub(in crate::rekap_out) fn teks(teks: &str) -> Self {
        if teks.is_empty() { Self::Kosong } else { Self::Teks(teks.to_owned()) }
    }

    pub(in crate::rekap_out) fn persen(nilai: Option<&Persen>) -> Self {
        nilai.cloned().map_or(Self::Kosong, Self::Persen)
    }

    pub(in crate::rekap_out) fn jumlah(nilai: &Isian<Jumlah>) -> Self {
        match nilai {
            Isian::Kosong => Self::Kosong,
            Isian::Nihil => Self::Kata("nihil"),
            Isian::Isi(nilai) => Self::Jumlah(nilai.clone()),
        }
    }

    pub(in crate::rekap_out) fn cacah(nilai: &Isian<u64>) -> Self {
        match nilai {
            Isian::Kosong => Self::Kosong,
            Isian::Nihil => Self::Kata("nihil"),
            Isian::Isi(nilai) => Self::Cacah(*nilai),
        }
    }
}

/// The looks of cells. Grey only, so that a printout in black and white says the same.
pub(in crate::rekap_out) struct Gaya {
    pub(in crate::rekap_out) judul: Format,
    kepala: Format,
    teks: Format,
    kata: Format,
    bulat: Format,
    pecahan: Format,
    persen: Format,
    poin: Format,
    dua: Format,
    pub(in crate::rekap_out) catatan: Format,
}

impl Gaya {
    pub(in crate::rekap_out) fn new() -> Self {
        let sel =
            Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::Top);
        let angka = |pola: &str| sel.clone().set_num_format(pola);
        Self {
            judul: Format::new().set_bold().set_font_size(14),
            kepala: sel
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00D9_D9D9)),
            teks: sel.clone().set_text_wrap(),
            kata: sel.clone().set_italic().set_align(FormatAlign::Right),
            bulat: angka("#,##0"),
            pecahan: angka("#,##0.00####"),
            persen: angka("0.00%"),
            dua: angka("0.00"),
            poin: angka("+0.00;-0.00;0.00"),
            catatan: Format::new().set_text_wrap().set_align(FormatAlign::Top),
        }
    }
}

/// A sheet that is filled from above.
pub(in crate::rekap_out) struct Lembar<'a> {
    pub(in crate::rekap_out) sheet: &'a mut Worksheet,
    gaya: &'a Gaya,
    lebar: Vec<f64>,
    /// The next free row.
    pub(in crate::rekap_out) baris: u32,
}

impl<'a> Lembar<'a> {
    /// A sheet with the print set-up of all: landscape, as wide as a page, numbered.
    pub(in crate::rekap_out) fn new(
        book: &'a mut Workbook,
        gaya: &'a Gaya,
        nama: &str,
        lebar: &[f64],
    ) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(nama)?;
        sheet.set_landscape();
        sheet.set_paper_size(FOLIO);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.7, 0.3, 0.3);
        sheet.set_footer("&L&A&RHalaman &P dari &N");
        for (kolom, lebar) in (0_u16..).zip(lebar) {
            sheet.set_column_width(kolom, *lebar)?;
        }
        Ok(Self { sheet, gaya, lebar: lebar.to_vec(), baris: 0 })
    }

    /// A sheet that is one table of so many rows: title, and a head of names and widths.
    pub(in crate::rekap_out) fn tabel(
        book: &'a mut Workbook,
        gaya: &'a Gaya,
        (nama, judul): (&str, &str),
        kolom: &[(&str, f64)],
        banyak: usize,
    ) -> Result<Self, XlsxError> {
        let (kepala, lebar): (Vec<&str>, Vec<f64>) = kolom.iter().copied().unzip();
        let mut lembar = Self::new(book, gaya, nama, &lebar)?;
        lembar.judul(judul)?;
        lembar.kepala(&kepala, banyak)?;
        Ok(lembar)
    }

    /// The title of the sheet and an empty row.
    pub(in crate::rekap_out) fn judul(&mut self, teks: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(
            self.baris,
            0,
            bersih(teks),
            &self.gaya.judul,
        )?;
        self.baris += 2;
        Ok(())
    }

    /// The head of a table of so many rows: it stays in sight, filters, and is repeated on
    /// each printed page.
    pub(in crate::rekap_out) fn kepala(
        &mut self,
        nama: &[&str],
        banyak: usize,
    ) -> Result<(), XlsxError> {
        let mut terakhir = 0;
        for (kolom, teks) in (0_u16..).zip(nama) {
            self.sheet.write_string_with_format(
                self.baris,
                kolom,
                bersih(teks),
                &self.gaya.kepala,
            )?;
            terakhir = kolom;
        }
        self.tinggi(nama.iter().map(|teks| Some(*teks)))?;
        let akhir = self.baris + u32::try_from(banyak).unwrap_or(0);
        self.sheet.autofilter(self.baris, 0, akhir, terakhir)?;
        self.sheet.set_freeze_panes(self.baris + 1, 0)?;
        self.sheet.set_repeat_rows(self.baris, self.baris)?;
        self.baris += 1;
        Ok(())
    }

    /// A row of a table.
    pub(in crate::rekap_out) fn isi(&mut self, sel: &[Sel]) -> Result<(), XlsxError> {
        for (kolom, satu) in (0_u16..).zip(sel) {
            self.sel(kolom, satu)?;
        }
        self.tinggi(sel.iter().map(|satu| match satu {
            Sel::Teks(teks) => Some(teks.as_str()),
            _ => None,
        }))?;
        self.baris += 1;
        Ok(())
    }

    /// A text over some columns without borders, as high as it needs.
    pub(in crate::rekap_out) fn catatan(
        &mut self,
        teks: &str,
        sampai: u16,
    ) -> Result<(), XlsxError> {
        let teks = bersih(teks);
        let lebar: f64 = self.lebar.iter().take(usize::from(sampai) + 1).sum();
        let tinggi = TINGGI * baris_teks(&teks, lebar);
        self.sheet.merge_range(
            self.baris,
            0,
            self.baris,
            sampai,
            "",
            &self.gaya.catatan,
        )?;
        self.sheet.write_string_with_format(self.baris, 0, teks, &self.gaya.catatan)?;
        self.sheet.set_row_height(self.baris, tinggi)?;
        self.baris += 1;
        Ok(())
    }

    /// Makes the row as high as its longest text: not every program does so by itself.
    fn tinggi<'t>(
        &mut self,
        teks: impl Iterator<Item = Option<&'t str>>,
    ) -> Result<(), XlsxError> {
        let baris = teks
            .zip(&self.lebar)
            .map(|(teks, lebar)| teks.map_or(1.0, |teks| baris_teks(teks, *lebar)))
            .fold(1.0, f64::max);
        self.sheet.set_row_height(self.baris, (TINGGI * baris).min(TERTINGGI))?;
        Ok(())
    }

    fn sel(&mut self, kolom: u16, sel: &Sel) -> Result<(), XlsxError> {
        let (baris, gaya) = (self.baris, self.gaya);
        match sel {
            Sel::Kosong => self.sheet.write_blank(baris, kolom, &gaya.teks),
            Sel::Teks(teks) => self.sheet.write_string_with_format(
                baris,
                kolom,
                bersih(teks),
                &gaya.teks,
            ),
            Sel::Kata(kata) => {
                self.sheet.write_string_with_format(baris, kolom, *kata, &gaya.kata)
            }
            Sel::Cacah(n) => return self.angka(kolom, &n.to_string(), &gaya.bulat),
            Sel::Jumlah(n) => {
                let pola =
                    if n.nilai().is_integer() { &gaya.bulat } else { &gaya.pecahan };
                return self.angka(kolom, &n.to_string(), pola);
            }
            Sel::Persen(p) => return self.angka(kolom, &format!("{p}e-2"), &gaya.persen),
            Sel::Angka(p) => return self.angka(kolom, &p.to_string(), &gaya.dua),
            Sel::Poin(p) => return self.angka(kolom, &p.to_string(), &gaya.poin),
        }?;
        Ok(())
    }

    /// A number from its decimal digits; one with more than a spreadsheet keeps stays text.
    fn angka(&mut self, kolom: u16, digit: &str, pola: &Format) -> Result<(), XlsxError> {
        let teks = digit.trim_end_matches("e-2");
        let banyak = teks.bytes().filter(u8::is_ascii_digit).count();
        match digit.parse::<f64>() {
            Ok(nilai) if banyak <= DIGIT => {
                self.sheet.write_number_with_format(self.baris, kolom, nilai, pola)?;
            }
            _ => {
                self.sheet.write_string_with_format(
                    self.baris,
                    kolom,
                    teks,
                    &self.gaya.kata,
                )?;
            }
        }
        Ok(())
    }
}

/// About how many lines a text takes in a column.
fn baris_teks(teks: &str, lebar: f64) -> f64 {
    teks.split('\n')
        .map(|satu| {
            let panjang = satu.chars().count().to_f64().unwrap_or(0.0);
            if panjang <= lebar { 1.0 } else { (panjang * LONGGAR / lebar).ceil() }
        })
        .sum()
}

/// A text as a cell can hold it: no control characters but line ends, not longer than a cell.
pub(in crate::rekap_out) fn bersih(teks: &str) -> String {
    let sah = |c: &char| !c.is_control() || *c == '\n';
    let isi: String = teks.chars().filter(sah).collect();
    if isi.encode_utf16().count() <= SEL_TERPANJANG {
        return isi;
    }
    let mut muat = 1;
    let mut pendek: String = isi
        .chars()
        .take_while(|c| {
            muat += c.len_utf16();
            muat <= SEL_TERPANJANG
        })
        .collect();
    pendek.push('…');
    pendek
}

/// An empty workbook that holds no time but the quarter's last day, and nobody's name.
pub(in crate::rekap_out) fn buku(
    judul: &str,
    periode: Option<Periode>,
) -> Result<Workbook, XlsxError> {
    let hari = periode.and_then(Periode::last_day);
    let (tahun, bulan, tanggal) = hari.map_or((2024, 12, 31), |hari| {
        (
            u16::try_from(hari.year()).unwrap_or(2024),
            hari.month().unsigned_abs(),
            hari.day().unsigned_abs(),
        )
    });
    let mut book = Workbook::new();
    let sifat = DocProperties::new()
        .set_title(bersih(judul))
        .set_author("naskah")
        .set_creation_datetime(&ExcelDateTime::from_ymd(tahun, bulan, tanggal)?);
    book.set_properties(&sifat);
    Ok(book)
}

/// What the writer of workbooks refuses is our mistake: names and sizes are ours.
pub(in crate::rekap_out) fn galat(error: &XlsxError) -> AnyProblem {
    InternalProblem::Internal { detail: error.to_string() }.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_a_cell() {
        assert_eq!(bersih("a\u{1}b\nc"), "ab\nc");
        let panjang = "😀".repeat(20_000);
        let muat = bersih(&panjang);
        assert!(muat.encode_utf16().count() <= SEL_TERPANJANG && muat.ends_with('…'));
        assert_eq!(bersih("=1"), "=1");
    }
}
