//! All tests that look at the program from outside, as one program: it links once, and they run
//! side by side. `README.md` beside this file tells how they are arranged and how to add one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr)]

mod kit;

mod docx_sample;
mod juri;
mod pdf_kit;
mod ukur;

mod acak;
mod aksara;
mod angka_sama;

mod architecture;
mod asal;
mod awasi;
mod beda;
mod bersama;
mod bertanda;
mod buku_kerja;
mod buku_salah;
mod circles;
mod cli;
mod contoh;
mod daftar;
mod dependensi;
mod determinisme;
mod docx_writer;
mod dokumen;
mod ekstrem;
mod galat;
mod impor;
mod judges;
mod kalimat;
mod katalog;
mod kebijakan;
mod lanjut;
mod latihan;
mod lembar;
mod lembar_kerja;
mod lembar_program;
mod muat;
mod naskah_kit;
mod nomor;
mod orang;
mod panduan;
mod pdf_painter;
mod penjelasan;
mod penuh;
mod pertentangan;
mod pratinjau;
mod profil;
mod program;
mod putaran;
mod putaran_kota;
mod rahasia;
mod rekap;
mod satu_sebab;
mod serangan;
mod sesudah_rapat;
mod setahun;
mod siap;
mod skema;
mod tanam;
mod tanda_tangan;
mod temuan;
mod tumbuh;
mod uji_coba;
mod vektor;
