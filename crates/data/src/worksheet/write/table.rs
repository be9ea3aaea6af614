//! A sheet with a row for each service or each mutu item.

use num_traits::ToPrimitive;
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, Formula, ProtectionOptions, Worksheet,
    XlsxError,
};

use super::{ToWrite, baris, halaman, kata, style};
use crate::tables::Nilai;
use crate::tables::capaian::LAYANAN;
use crate::worksheet::column::{self, Data, InputKind, SheetColumn, SheetForm, sebaris};
use crate::worksheet::plan::{AskedItem, AskedLayanan};
use base::source::cell_name;

/// The row of the head, from 0.
const KEPALA: u32 = 4;
/// Height of one line of text in points.
const TINGGI: f64 = 13.5;
/// Height of a row for sentences: five lines.
const TINGGI_TEKS: f64 = 72.0;
/// Columns that stay in view: number and code.
const TETAP: u16 = 2;

pub(super) fn tulis(
    lembar: &mut Worksheet,
    bentuk: &SheetForm,
    bahan: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    lembar.set_name(bentuk.nama)?;
    halaman(lembar, bahan, true);
    for (at, (_, lebar)) in (0_u16..).zip(&bentuk.kolom) {
        lembar.set_column_width(at, *lebar)?;
    }
    kepala(lembar, bentuk, bahan)?;
    let mut row = KEPALA + 1;
    for (urutan, satu) in (1_u32..).zip(&bahan.rencana.layanan) {
        if !bentuk.per_butir {
            isi(lembar, bentuk, (row, urutan), satu, None)?;
            row += 1;
            continue;
        }
        for (nomor, butir) in (0_usize..).zip(&satu.mutu) {
            isi(lembar, bentuk, (row, urutan), satu, Some((nomor, butir)))?;
            row += 1;
        }
    }
    let akhir = row.saturating_sub(1).max(KEPALA + 1);
    aturan(lembar, bentuk, akhir)?;
    lembar.set_freeze_panes(KEPALA + 1, TETAP)?;
    lembar.set_repeat_rows(KEPALA, KEPALA)?;
    let terakhir = u16::try_from(bentuk.kolom.len().saturating_sub(1)).unwrap_or(0);
    lembar.set_print_area(0, 0, akhir, terakhir)?;
    if let Some(pertama) =
        bentuk.isian().next().and_then(|d| bentuk.letak(SheetColumn::Isian(d)))
    {
        lembar.set_selection(KEPALA + 1, pertama, KEPALA + 1, pertama)?;
    }
    lembar.protect_with_options(&ProtectionOptions {
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    Ok(())
}

fn kepala(
    lembar: &mut Worksheet,
    bentuk: &SheetForm,
    bahan: &ToWrite<'_>,
) -> Result<(), XlsxError> {
    let rencana = bahan.rencana;
    kata(lembar, (0, 0), bentuk.judul, &style::judul())?;
    lembar.set_row_height(0, 22)?;
    let anak = format!(
        "{}, {}, {}",
        sebaris(&rencana.opd.nama),
        column::panjang(rencana.periode),
        sebaris(&bahan.settings.daerah.nama)
    );
    kata(lembar, (1, 0), &anak, &style::anak_judul())?;
    let terakhir = u16::try_from(bentuk.kolom.len().saturating_sub(1)).unwrap_or(0);
    lembar.merge_range(2, 0, 2, terakhir, bentuk.arahan, &style::arahan())?;
    let seluruhnya: f64 = bentuk.kolom.iter().map(|(_, lebar)| lebar).sum();
    lembar
        .set_row_height(2, TINGGI * f64::from(baris(bentuk.arahan, seluruhnya * 0.95)))?;
    lembar.set_row_height(3, 6)?;
    let mut tinggi = 1;
    for (at, (satu, lebar)) in (0_u16..).zip(&bentuk.kolom) {
        let judul = satu.judul(rencana.periode, rencana.lalu);
        tinggi = tinggi.max(baris(&judul, lebar * 0.85));
        kata(lembar, (KEPALA, at), &judul, &style::kepala(*satu))?;
    }
    lembar.set_row_height(KEPALA, TINGGI * f64::from(tinggi) + 6.0)?;
    Ok(())
}

/// One row: of the service itself, or of one of its items.
fn isi(
    lembar: &mut Worksheet,
    bentuk: &SheetForm,
    (row, urutan): (u32, u32),
    satu: &AskedLayanan<'_>,
    butir: Option<(usize, &AskedItem<'_>)>,
) -> Result<(), XlsxError> {
    let awal = butir.is_some_and(|(nomor, _)| nomor == 0);
    let bebas = butir.is_some_and(|(_, butir)| butir.nama.is_empty());
    let mut tinggi = 1;
    for (at, (satu_kolom, lebar)) in (0_u16..).zip(&bentuk.kolom) {
        let format = style::isi(*satu_kolom, awal, bebas);
        let tulisan = match satu_kolom {
            SheetColumn::Kode => satu.katalog.kode.clone(),
            SheetColumn::Layanan => sebaris(&satu.katalog.nama),
            SheetColumn::Butir => butir.map(|(_, b)| b.nama.clone()).unwrap_or_default(),
            SheetColumn::Satuan => butir
                .map_or_else(|| sebaris(&satu.katalog.satuan), |(_, b)| b.satuan.clone()),
            _ => String::new(),
        };
        tinggi = tinggi.max(baris(&tulisan, *lebar));
        match satu_kolom {
            SheetColumn::Nomor => {
                let nomor = butir.map_or(urutan, |(nomor, _)| {
                    u32::try_from(nomor).unwrap_or(u32::MAX).saturating_add(1)
                });
                lembar.write_number_with_format(row, at, nomor, &format)?;
            }
            SheetColumn::Lalu(data) => match lalu(*data, satu, butir.map(|(_, b)| b)) {
                Some(Earlier::Angka(n)) => {
                    lembar.write_number_with_format(row, at, n, &format)?;
                }
                Some(Earlier::Nihil) => kata(lembar, (row, at), "nihil", &format)?,
                None => {
                    lembar.write_blank(row, at, &format)?;
                }
            },
            SheetColumn::Percent(atas, bawah) => {
                let sel = |data: Data| {
                    let at = bentuk.letak(SheetColumn::Isian(data)).unwrap_or_default();
                    cell_name(row, u32::from(at))
                };
                let (atas, bawah) = (sel(*atas), sel(*bawah));
                let rumus =
                    format!("=IF({atas}=\"\",\"–\",IFERROR({atas}/{bawah},\"–\"))");
                // What a program shows that does not compute on opening.
                let rumus = Formula::new(rumus).set_result("–");
                lembar.write_formula_with_format(row, at, rumus, &format)?;
            }
            _ if tulisan.is_empty() => {
                lembar.write_blank(row, at, &format)?;
            }
            _ => kata(lembar, (row, at), &tulisan, &format)?,
        }
    }
    let teks = bentuk.isian().all(|data| data.jenis().kata());
    let tinggi = TINGGI * f64::from(tinggi) + 6.0;
    lembar.set_row_height(row, if teks { tinggi.max(TINGGI_TEKS) } else { tinggi })?;
    Ok(())
}

/// What was reported last.
enum Earlier {
    Angka(f64),
    Nihil,
}

fn lalu(
    data: Data,
    satu: &AskedLayanan<'_>,
    butir: Option<&AskedItem<'_>>,
) -> Option<Earlier> {
    let found = if data.per_butir {
        let butir = butir?;
        let figure =
            if data.kunci() == "dibutuhkan" { butir.dibutuhkan } else { butir.terpenuhi };
        figure.cloned().map(Nilai::Bilangan)
    } else {
        LAYANAN.get(satu.lalu?, data.kunci())
    };
    match found? {
        Nilai::Bilangan(n) => n.value().to_f64().map(Earlier::Angka),
        Nilai::Nihil => Some(Earlier::Nihil),
        Nilai::Teks(_) | Nilai::Daftar(_) => None,
    }
}

/// What may be typed, and what is marked.
fn aturan(
    lembar: &mut Worksheet,
    bentuk: &SheetForm,
    akhir: u32,
) -> Result<(), XlsxError> {
    let awal = KEPALA + 1;
    for data in bentuk.isian() {
        let Some(at) = bentuk.letak(SheetColumn::Isian(data)) else { continue };
        let sel = cell_name(awal, u32::from(at));
        if let Some(validasi) = validasi(data, &sel)? {
            lembar.add_data_validation(awal, at, akhir, at, &validasi)?;
        }
        if data.jenis() == InputKind::Amount {
            let pecahan = ConditionalFormatFormula::new()
                .set_rule(
                    format!("=IF(ISNUMBER({sel}),{sel}<>INT({sel}),FALSE)").as_str(),
                )
                .set_format(style::pecahan());
            lembar.add_conditional_format(awal, at, akhir, at, &pecahan)?;
        }
    }
    for (satu, _) in &bentuk.kolom {
        let SheetColumn::Percent(atas, bawah) = satu else { continue };
        let (Some(kiri), Some(kanan)) = (
            bentuk.letak(SheetColumn::Isian(*bawah)),
            bentuk.letak(SheetColumn::Isian(*atas)),
        ) else {
            continue;
        };
        let (bawah, atas) =
            (cell_name(awal, u32::from(kiri)), cell_name(awal, u32::from(kanan)));
        let lebih = ConditionalFormatFormula::new()
            .set_rule(
                format!("=AND(ISNUMBER(${bawah}),ISNUMBER(${atas}),${atas}>${bawah})")
                    .as_str(),
            )
            .set_format(style::berlebih());
        lembar.add_conditional_format(
            awal,
            kiri.min(kanan),
            akhir,
            kiri.max(kanan),
            &lebih,
        )?;
    }
    Ok(())
}

/// The rule for a column of figures. Formulas, because the word nihil is an answer too.
fn validasi(data: Data, sel: &str) -> Result<Option<DataValidation>, XlsxError> {
    let (bulat, ajakan, pesan) = match data.jenis() {
        InputKind::Words | InputKind::Answer => return Ok(None),
        InputKind::Count => (
            true,
            "Bilangan bulat, kumulatif sejak Januari. Kosongkan bila datanya belum ada.",
            "Isi dengan bilangan bulat mulai 0, misalnya 1250, tanpa persen dan satuan.",
        ),
        InputKind::Amount => (
            false,
            "Angka dalam satuan butir ini, kumulatif sejak Januari. Kosongkan bila datanya belum ada.",
            "Isi dengan angka mulai 0, misalnya 1250 atau 12,5, tanpa persen dan satuan.",
        ),
        InputKind::Money => (
            false,
            "Rupiah penuh, misalnya 9850000000. Kosongkan bila datanya belum ada.",
            "Isi dengan rupiah penuh mulai 0, misalnya 9850000000, tanpa Rp, juta, atau miliar.",
        ),
    };
    let nihil = data.boleh_nihil();
    let angka = if bulat {
        format!("AND({sel}>=0,{sel}=INT({sel}))")
    } else {
        format!("{sel}>=0")
    };
    let lain =
        if nihil { format!("LOWER(TRIM({sel}))=\"nihil\"") } else { "FALSE".to_owned() };
    let tambahan =
        if nihil { " Tulis nihil bila memang tidak ada sasaran tahun ini." } else { "" };
    let validasi = DataValidation::new()
        .allow_custom(Formula::new(format!("=IF(ISNUMBER({sel}),{angka},{lain})")))
        .ignore_blank(true)
        .set_input_title(data.sebutan())?
        .set_input_message(format!("{ajakan}{tambahan}"))?
        .set_error_title("Isian belum sesuai")?
        .set_error_message(format!("{pesan}{tambahan}"))?;
    Ok(Some(validasi))
}
