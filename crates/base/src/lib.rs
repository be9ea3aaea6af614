//! What every part of naskah stands on: the texts that a user wrote with the places in them, and
//! problems that are told at those places.

pub mod diag;
mod private;
mod problem;
pub mod source;
pub mod written;
