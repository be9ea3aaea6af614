//! Single texts that are read or looked at before they are written.

use super::reader::{settle, whole};
use super::register::{self, REGISTER};
use super::toml;
use crate::tables::capaian;
use base::diag::Problems;
use base::source::{SourceMap, Span};
use field::domain::{Periode, Register};
use field::spm::LayananCapaian;

/// Reads the text of a register of letter numbers.
pub fn read_register(
    text: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Register {
    let file = sources.add(REGISTER, text);
    let mut found = Problems::default();
    let table = toml::parse(file, text, &mut found);
    let place = |at| sources.place(at);
    let register = register::read(Span::File(file), &table, place, &mut found);
    settle(&mut found);
    problems.extend(found);
    register
}

/// Reads the text of one `data/capaian/*.toml` that is about to be written, so that nothing is
/// written that could not be read again.
pub fn capaian_text(
    name: &str,
    text: &str,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<(Periode, Vec<LayananCapaian>)> {
    let file = sources.add(name, text);
    let table = toml::parse(file, text.trim_start_matches('\u{feff}'), problems);
    let found = whole(name, Span::File(file), &table, problems, &capaian::FILE);
    let periode = found.periode()?;
    Some((periode, found.layanan.into_iter().map(|service| service.value).collect()))
}
