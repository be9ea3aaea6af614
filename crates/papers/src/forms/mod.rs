//! Official forms, built from plain blocks so that both formats say the same.
//!
//! Shapes follow the sketches of naskah-dinas practice (Permendagri 1/2023 as far as read);
//! sizes come from the [`Profil`](crate::profil::Profil).

mod kop;
mod pieces;
mod signature;
mod surat;

pub(crate) use kop::{Kop, kop, kop_foot};
pub(crate) use pieces::{Arrangement, columns, details, plain, remarks};
pub(crate) use signature::{
    ANCHORS, Aside, JointLayout, JointSignature, KnownPlace, Method, Signer, signature,
    statement, together,
};
pub(crate) use surat::{
    HeadRow, KepalaLampiran, KepalaSurat, Tujuan, addressee, appendix_head, copies,
    head_beside, letter_head,
};
