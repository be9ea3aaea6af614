//! Official forms, built from plain blocks so that both formats say the same.
//!
//! Shapes follow the sketches of naskah-dinas practice (Permendagri 1/2023 as far as read);
//! sizes come from the [`Profil`](crate::profil::Profil).

mod kop;
mod pieces;
mod surat;
mod tanda_tangan;

pub(crate) use kop::{Kop, kop, kop_foot};
pub(crate) use pieces::{Arrangement, catatan, columns, details};
pub(crate) use surat::{
    KepalaLampiran, KepalaSurat, Tujuan, addressee, appendix_head, copies, head_beside,
    letter_head,
};
pub(crate) use tanda_tangan::{
    ANCHORS, Aside, Bentuk, Bersama, Letak, Method, Signer, signature, statement,
    together,
};
