//! Papers on a desk against papers of today's data.

use super::{Answer, Desk};
use crate::output::Target;
use crate::pipeline::{Changes, changes, mark_printed};
use base::diag::Span;

/// Which papers are meant.
#[derive(Debug, Clone, Default)]
pub struct ChangesWish {
    /// Templates; empty is all.
    pub templates: Vec<String>,
    /// Where the papers are; the workspace's own output folder when absent.
    pub out: Option<Target>,
}

impl Desk {
    /// What would come out otherwise than it was made or printed. Writes nothing.
    pub fn changes(&self, wish: &ChangesWish) -> Answer<Changes> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let found = opened.map(|opened| {
            let out = self.output(wish.out.as_ref(), &opened);
            changes(&opened, &wish.templates, &out, &mut run.problems)
        });
        run.answer_if_done(found)
    }

    /// Marks papers that were made as printed; gives how many.
    pub fn mark_printed(&self, wish: &ChangesWish) -> Answer<usize> {
        let mut run = self.run();
        let opened = self.open(&mut run);
        run.without_warnings();
        let Some(opened) = opened else { return run.answer(None) };
        let out = self.output(wish.out.as_ref(), &opened);
        let marked = mark_printed(&out, &wish.templates, &mut run.problems)
            .map_err(|problem| run.problems.add(Span::None, problem));
        run.answer(marked.ok())
    }
}
