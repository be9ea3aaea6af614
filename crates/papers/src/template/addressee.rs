//! Whom papers go to: an office by its name, with "Plt." and the like before it where it is held so
//! on the day of the paper.

use jiff::civil::Date;

use crate::officials::held_by;
use crate::origins::Line;
use base::source::Span;
use data::workspace::Workspace;
use field::domain::{Opd, Pejabat, is_office, without_courtesy, without_remark};

/// The head of an OPD.
pub(super) fn head(opd: &Opd, workspace: &Workspace, date: Option<Date>) -> Line {
    let place = opd.named().field("sebutan_kepala").span();
    let holder = opd.kepala.as_ref();
    let holder = holder.and_then(|id| in_office(workspace, &id.value, date));
    held_by(&Line::at(opd.sebutan_kepala.as_str(), place), holder)
}

/// An office that is written by name, which the data may say the holder of.
pub(super) fn named(
    (office, place): (&str, Span),
    workspace: &Workspace,
    date: Option<Date>,
) -> Line {
    let bare = without_remark(without_courtesy(office));
    let headed = workspace.opd.iter().filter(|opd| opd.is_head(bare));
    let head = headed
        .filter_map(|opd| opd.kepala.as_ref())
        .find_map(|id| in_office(workspace, &id.value, date));
    let daerah = &workspace.settings.daerah;
    let holds = |p: &&Pejabat| {
        is_office(office, &p.jabatan, daerah) && date.is_none_or(|day| p.in_office(day))
    };
    let by_name = || workspace.pejabat.iter().filter(holds).max_by_key(|p| p.dari);
    held_by(&Line::at(office, place), head.or_else(by_name))
}

/// Who holds an office on a day; between two terms nobody does.
fn in_office<'a>(
    workspace: &'a Workspace,
    id: &str,
    date: Option<Date>,
) -> Option<&'a Pejabat> {
    Pejabat::on(&workspace.pejabat, id, date)
        .filter(|(_, held)| *held)
        .map(|(holder, _)| holder)
}
