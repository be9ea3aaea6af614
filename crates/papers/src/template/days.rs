//! What papers of another day or rule than the workspace's see otherwise.

use jiff::civil::Date;

use super::addressee;
use super::held::{Held, HeldFields};
use super::values::{official_at, officials};
use data::workspace::Workspace;
use field::domain::Pasal44;

/// Who holds which office on which day, and what is printed of them: made once for all papers of
/// a day, since of a meeting of two thousand people as many certificates bear one.
pub struct Days<'a> {
    workspace: &'a Workspace,
    held: Vec<((Option<Date>, Pasal44), Held)>,
}

impl<'a> Days<'a> {
    /// Of a workspace; no day is looked at yet.
    pub fn new(workspace: &'a Workspace) -> Self {
        Self { workspace, held: Vec::new() }
    }

    /// What a paper of this day and rule sees. `opd` is the OPD it is about, if it is about one.
    pub fn on(&mut self, date: Option<Date>, opd: Option<&Held>, rule: Pasal44) -> Held {
        let of_day = self.officials(date, rule);
        let id = opd.and_then(|o| o.part("id"));
        let id = id.as_ref().and_then(|id| id.as_str());
        let workspace = self.workspace;
        let office = workspace.opd.iter().find(|o| Some(o.id.value.as_str()) == id);
        let head = office.and_then(|o| Some((o, o.kepala.as_ref()?)));
        let (Some(opd), Some((office, head))) = (opd, head) else { return of_day };
        let head = (head.value.as_str(), head.span);
        let head = HeldFields::new()
            .held("kepala", official_at(&workspace.pejabat, head, date, rule))
            .line("sebutan_kepala", addressee::head(office, workspace, date));
        HeldFields::new().held("opd", head.done().over(opd)).done().over(&of_day)
    }

    fn officials(&mut self, date: Option<Date>, rule: Pasal44) -> Held {
        let known = self.held.iter().find(|(of, _)| *of == (date, rule));
        if let Some((_, held)) = known {
            return held.clone();
        }
        let all = officials(&self.workspace.pejabat, date, rule);
        let held = HeldFields::new().held("pejabat", all).done();
        self.held.push(((date, rule), held.clone()));
        held
    }
}
