//! The signature blocks: office, room to sign, name, pangkat, NIP. A block stays together and
//! takes two lines of text along (practice: a signature never stands alone on a page).

mod joint;
mod side;
mod signer;
mod single;
mod tte;

pub(crate) use joint::{JointLayout, JointSignature, KnownPlace, together};
pub(crate) use side::Aside;
pub(crate) use signer::{Method, Signer};
pub(crate) use single::signature;
pub(crate) use tte::{ANCHORS, statement};
