//! Whom papers go to: an office by its name, with "Plt." and the like before it where it is held so
//! on the day of the paper.

use jiff::civil::Date;

use crate::origins::Line;
use base::source::Span;
use data::workspace::Workspace;
use field::domain::{Opd, Pejabat, StatusJabatan, is_office, without_remark};

/// The head of an OPD.
pub(super) fn head(opd: &Opd, workspace: &Workspace, date: Option<Date>) -> Line {
    let place = opd.named().field("sebutan_kepala").span();
    let holder = opd.kepala.as_ref();
    let holder = holder.and_then(|id| Pejabat::on(&workspace.pejabat, &id.value, date));
    held_by((&opd.sebutan_kepala, place), holder.map(|(holder, _)| holder))
}

/// An office that is written by name, which the data may say the holder of.
pub(super) fn named(
    (office, place): (&str, Span),
    workspace: &Workspace,
    date: Option<Date>,
) -> Line {
    let bare = without_remark(office);
    let headed = workspace.opd.iter().filter(|opd| opd.is_head(bare));
    let head = headed.filter_map(|opd| opd.kepala.as_ref()).find_map(|id| {
        Pejabat::on(&workspace.pejabat, &id.value, date).map(|(holder, _)| holder)
    });
    let daerah = &workspace.settings.daerah;
    let holds = |p: &&Pejabat| {
        is_office(office, &p.jabatan, daerah) && date.is_none_or(|day| p.in_office(day))
    };
    let by_name = || workspace.pejabat.iter().filter(holds).max_by_key(|p| p.dari);
    held_by((office, place), head.or_else(by_name))
}

/// An office with the word of how it is held, where its name does not have one already.
fn held_by((office, place): (&str, Span), holder: Option<&Pejabat>) -> Line {
    let line = Line::default();
    let line = match holder {
        Some(holder) if StatusJabatan::off(office) == office => {
            line.then(holder.status.prefix(), holder.written.field("status").span())
        }
        _ => line,
    };
    line.then(office, place)
}
