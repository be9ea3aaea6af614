//! A sheet of quality items that names no codes: the service by its name, or by the item where
//! only one of those that are imported has it.

use super::{ImportedLayanan, arrange, matching};
use crate::book::grid::{Grid, SheetCell};
use crate::head::{self, Headings, Search};
use crate::problem::ImportProblem;
use crate::tables::Declared;
use crate::tables::capaian::MUTU;
use base::diag::Problems;
use base::source::{FileId, Span};
use field::spm::catalog::CatalogItem;

/// The headings of a sheet of items.
struct Items;

impl Headings for Items {
    fn key(&self, heading: &str) -> String {
        let key = head::key(heading);
        if matches!(key.as_str(), "kode" | "kode_layanan") {
            return "kode".to_owned();
        }
        let specs = MUTU.specs();
        let own =
            specs.iter().find(|s| s.key == key || s.headings.contains(&key.as_str()));
        own.map_or(key, |spec| spec.key.into())
    }

    fn knows(&self, key: &str) -> bool {
        key == "kode" || MUTU.specs().iter().any(|spec| spec.key == key)
    }
}

/// The sheet with a column of codes; as it is where it has one.
pub(super) fn with_codes<'c>(
    (file, grid): (FileId, &Grid),
    services: &[ImportedLayanan],
    of: impl Fn(&str) -> &'c [CatalogItem],
    problems: &mut Problems,
) -> Grid {
    let mut result = grid.clone();
    let Some(head) = Search::LIST.find(grid, &Items) else { return result };
    let names = head::names(grid, &Items, head);
    let at = |key: &str| names.iter().find(|(_, n)| n.key == key).map(|(c, _)| *c);
    let (None, Some(item)) = (at("kode"), at("nama")) else { return result };
    let code = |text: &str| SheetCell::Text(text.to_owned());
    let service = names.iter().find(|(_, n)| arrange::names_service(&n.text));
    if let Some((column, name)) = service {
        result.cells.insert((name.row, *column), code("kode"));
        return result;
    }
    let end = grid.cells.keys().map(|(_, column)| *column).max().unwrap_or_default();
    result.cells.insert((head.last, end + 1), code("kode"));
    let rows = grid.cells.iter().filter(|((row, c), _)| *row > head.last && *c == item);
    for ((row, _), cell) in rows {
        let SheetCell::Text(name) = cell else { continue };
        let has =
            |s: &&ImportedLayanan| matching::butir(of(&s.kode.value), name).is_some();
        let codes: Vec<&str> =
            services.iter().filter(has).map(|s| s.kode.value.as_str()).collect();
        if let [one] = codes[..] {
            result.cells.insert((*row, end + 1), code(one));
            continue;
        }
        let filled = grid.cells.range((*row, item + 1)..(*row + 1, 0));
        if filled.clone().any(|(_, cell)| matches!(cell, SheetCell::Number(_))) {
            let place = Span::Cell { file, row: *row, column: item };
            let (item, codes) = (name.clone(), codes.join(", "));
            problems.add(place, ImportProblem::ItemOfNobody { item, codes });
        }
        result.cells.retain(|(r, _), _| r != row);
    }
    result
}
