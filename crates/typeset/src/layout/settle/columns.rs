//! Column widths of a table.

use crate::document::{ColumnWidth, Table};
use crate::layout::build::Room;
use crate::layout::table::place;
use crate::problem::LayoutProblem;
use crate::units::Pt;

use super::Settler;
use super::measure::{self, ContentWidths};

impl Settler<'_, '_, '_> {
    /// The width of each column, as close to what the table asks as its words allow.
    pub(super) fn columns(&mut self, room: &Room, table: &Table, total: Pt) -> Vec<Pt> {
        if table.columns.iter().all(|c| matches!(c, ColumnWidth::Fixed(_))) {
            return self.fixed(table, total);
        }
        let needs = self.needs(room, table);
        let mut widths = vec![Pt::ZERO; table.columns.len()];
        for (width, column) in widths.iter_mut().zip(&table.columns) {
            if let ColumnWidth::Fixed(fixed) = column {
                *width = *fixed;
            }
        }
        self.room_for_heads(room, table, &mut widths, total);
        let fixed: Pt = widths.iter().copied().sum();
        let left = (total - fixed).max(Pt::ZERO);
        let index = |want: fn(&ColumnWidth) -> bool| -> Vec<usize> {
            (0..table.columns.len()).filter(|&i| want(&table.columns[i])).collect()
        };
        let fits = index(|c| matches!(c, ColumnWidth::Fit));
        let shares = index(|c| matches!(c, ColumnWidth::Weight(_)));
        let least_shares: Pt = shares.iter().map(|&i| needs[i].least).sum();
        let given = fit(&mut widths, &fits, &needs, (left - least_shares).max(Pt::ZERO));
        if shares.is_empty() {
            stretch(&mut widths, &fits, left - given);
        } else {
            let weights: Vec<f32> = table
                .columns
                .iter()
                .map(|c| if let ColumnWidth::Weight(w) = c { w.max(0.01) } else { 0.0 })
                .collect();
            share(&mut widths, &shares, &weights, &needs, left - given);
        }
        widths
    }

    /// A column of a given width is widened where a word of its head would be torn, as far as
    /// the columns without one can spare it.
    fn room_for_heads(
        &mut self,
        room: &Room,
        table: &Table,
        widths: &mut [Pt],
        total: Pt,
    ) {
        let rows = table.rows.iter().take(table.head_rows).cloned().collect();
        let head = Table { rows, ..table.clone() };
        let least: Vec<Pt> = self.needs(room, &head).iter().map(|w| w.least).collect();
        let given = |i: usize| matches!(table.columns[i], ColumnWidth::Fixed(_));
        let open: Pt = (0..widths.len()).filter(|&i| !given(i)).map(|i| least[i]).sum();
        let mut spare = total - open - widths.iter().copied().sum::<Pt>();
        for i in (0..widths.len()).filter(|&i| given(i)) {
            let missing = least[i] - widths[i];
            if missing > Pt::ZERO && missing <= spare {
                widths[i] = least[i];
                spare -= missing;
            }
        }
    }

    /// Given widths stay, unless they are wider than the table.
    fn fixed(&mut self, table: &Table, total: Pt) -> Vec<Pt> {
        let mut widths: Vec<Pt> = table
            .columns
            .iter()
            .map(|c| if let ColumnWidth::Fixed(w) = c { *w } else { Pt::ZERO })
            .collect();
        let sum: Pt = widths.iter().copied().sum();
        let over = sum - total;
        if over.0 > 0.5 {
            let what = table.summary.chars().take(60).collect();
            let problem = LayoutProblem::TooWide { what };
            self.problems.add(table.span, problem);
            for width in &mut widths {
                *width = *width * (total.0 / sum.0);
            }
        }
        widths
    }

    /// What each column needs for its words, cells over several columns shared out.
    fn needs(&mut self, room: &Room, table: &Table) -> Vec<ContentWidths> {
        let pad = table.pad_x * 2.0;
        let inside = Room { style: None, in_cell: true, ..*room };
        let mut builder = self.builder();
        let mut needs = vec![ContentWidths::default(); table.columns.len()];
        let placed = place(table);
        for cell in placed.iter().filter(|c| c.colspan == 1) {
            let own = measure::blocks(&mut builder, &inside, &cell.cell.blocks).plus(pad);
            needs[cell.col] = needs[cell.col].over(own);
        }
        for cell in placed.iter().filter(|c| c.colspan > 1) {
            let own = measure::blocks(&mut builder, &inside, &cell.cell.blocks).plus(pad);
            let span = cell.col..cell.col + cell.colspan;
            let have: Pt = needs[span.clone()].iter().map(|w| w.least).sum();
            let missing = own.least - have;
            if missing > Pt::ZERO {
                let count = u16::try_from(cell.colspan).unwrap_or(1);
                let each = missing / f32::from(count);
                for need in &mut needs[span] {
                    need.least += each;
                    need.wanted = need.wanted.max(need.least);
                }
            }
        }
        // A little more than measured: word processors round widths of glyphs to the screen's
        // pixels, and a label must not wrap there that fits here.
        needs.iter().map(|w| w.plus(w.wanted * 0.02 + Pt(1.0))).collect()
    }
}

/// Gives `Fit` columns what they want, or as much above the least as there is. Returns the sum.
fn fit(widths: &mut [Pt], fits: &[usize], needs: &[ContentWidths], room: Pt) -> Pt {
    let least: Pt = fits.iter().map(|&i| needs[i].least).sum();
    let wanted: Pt = fits.iter().map(|&i| needs[i].wanted).sum();
    let part = if wanted <= room || wanted <= least {
        1.0
    } else {
        ((room - least).0 / (wanted - least).0).clamp(0.0, 1.0)
    };
    let squeeze = if least > room && least > Pt::ZERO { room.0 / least.0 } else { 1.0 };
    for &i in fits {
        let need = needs[i];
        widths[i] = (need.least + (need.wanted - need.least) * part) * squeeze;
    }
    fits.iter().map(|&i| widths[i]).sum()
}

/// Spreads what is left over by width.
fn stretch(widths: &mut [Pt], columns: &[usize], left: Pt) {
    let sum: Pt = columns.iter().map(|&i| widths[i]).sum();
    if sum > Pt::ZERO {
        let factor = (sum + left).0 / sum.0;
        for &i in columns {
            widths[i] = widths[i] * factor;
        }
    }
}

/// Shares room by weight; a column whose words need more gets that, and the others share the
/// rest.
fn share(
    widths: &mut [Pt],
    columns: &[usize],
    weights: &[f32],
    needs: &[ContentWidths],
    room: Pt,
) {
    let mut open: Vec<usize> = columns.to_vec();
    let mut left = room;
    loop {
        let sum: f32 = open.iter().map(|&i| weights[i]).sum();
        let least: Pt = open.iter().map(|&i| needs[i].least).sum();
        if open.is_empty() {
            return;
        }
        let part = |i: usize| left * (weights[i] / sum);
        let tight: Vec<usize> =
            open.iter().copied().filter(|&i| part(i) < needs[i].least).collect();
        if tight.is_empty() || least > left || tight.len() == open.len() {
            for &i in &open {
                // Too little for all: by need, so that nobody is squeezed more than another.
                widths[i] = if least > left && least > Pt::ZERO {
                    needs[i].least * (left.0.max(1.0) / least.0)
                } else {
                    part(i)
                };
            }
            return;
        }
        for &i in &tight {
            widths[i] = needs[i].least;
            left -= needs[i].least;
        }
        open.retain(|i| !tight.contains(i));
    }
}
