//! QR codes: the text that lets a paper be verified, as dark squares on the paper.

use fast_qr::{ECL, QRBuilder};

use crate::document::Grafik;
use crate::units::Rgb;

use super::lukisan::{Bentuk, Jalur, Lukisan};

/// Free squares around the code, without which readers do not find it.
const TEPI: usize = 4;

/// The code at the left, as wide as its room and height allow. A text that is too long for any
/// code gives an empty drawing; the data does not let one through.
pub(super) fn lukis(grafik: &Grafik) -> Lukisan {
    let sisi = grafik.tinggi.map_or(grafik.ruang.lebar, |t| t.min(grafik.ruang.lebar)).0;
    let mut lukisan =
        Lukisan { lebar: grafik.ruang.lebar.0, tinggi: sisi, ..Lukisan::default() };
    let teks = grafik.kategori.first().cloned().unwrap_or_default();
    // Half a smudged code can still be read at this level of correction.
    let Ok(kode) = QRBuilder::new(teks).ecl(ECL::M).build() else { return lukisan };
    #[allow(clippy::cast_precision_loss)]
    let titik = sisi / (kode.size + 2 * TEPI) as f32;
    #[allow(clippy::cast_precision_loss)]
    let di = |n: usize| (n + TEPI) as f32 * titik;
    let mut bagian = Vec::new();
    for y in 0..kode.size {
        let mut x = 0;
        while x < kode.size {
            let start = x;
            while x < kode.size && kode[y][x].value() {
                x += 1;
            }
            // Squares beside each other are one bar: no white hair between them.
            if x > start {
                let (kiri, kanan, atas, bawah) = (di(start), di(x), di(y), di(y + 1));
                bagian.push(vec![
                    (kiri, atas),
                    (kanan, atas),
                    (kanan, bawah),
                    (kiri, bawah),
                ]);
            }
            x += 1;
        }
    }
    let isi = Some(Rgb(0, 0, 0));
    lukisan.bentuk.push(Bentuk::Jalur(Jalur { bagian, tutup: true, isi, garis: None }));
    lukisan
}
