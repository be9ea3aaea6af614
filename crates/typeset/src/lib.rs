//! One document tree, set as tagged PDF and as DOCX that say the same.
//!
//! [`document`] is what a paper says; [`layout`] breaks it into lines and pages; [`pdf`] paints
//! the pages, [`docx`] lowers the tree. Nothing here knows what the paper is for.

pub mod chart;
pub mod document;
pub mod docx;
pub mod drawing;
pub mod fonts;
pub mod layout;
pub mod pdf;
pub mod problem;
pub mod units;
