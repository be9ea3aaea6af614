//! The signature blocks: office, room to sign, name, pangkat, NIP. A block stays together and
//! takes two lines of text along (practice: a signature never stands alone on a page).

mod bersama;
mod penanda;
mod satu;
mod sisi;
mod tte;

pub(crate) use bersama::{Bentuk, Bersama, Letak, together};
pub(crate) use penanda::{Cara, Signer};
pub(crate) use satu::{Aside, signature};
pub(crate) use tte::{ANCHORS, statement};
