//! A letter that stands in several cells alike is told at each of them, whatever a template does
//! with the cells.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::flow::PlaceFlow;
use super::held::{Held, HeldFields};
use super::{Engine, TemplateFile, Templates, builtins, filters};
use base::diag::Problems;
use base::source::{FileId, Span};
use base::written::Written;

/// The letter that is asked for. All names in the data are no more than it, with blanks.
const LETTER: char = 'Ł';

fn cell(row: u32, column: u32) -> Span {
    Span::Cell { file: FileId(1), row, column }
}

/// Three persons, who all have one name and one position.
fn context() -> Held {
    let person = |row: u32| {
        let fields = ["nama", "jabatan", "hari", "nilai"];
        let places = fields.into_iter().zip(0..);
        let places =
            places.map(|(key, column)| (key.to_owned(), Written::at(cell(row, column))));
        let written = Written::table(cell(row, 9), places.collect());
        let fields = HeldFields::of(&written).said("nama", "Ł").said("jabatan", "Ł");
        fields.said("hari", "2024-12-09").said("nilai", u64::from(row)).done()
    };
    let list = (5..8).map(|row| Written::at(cell(row, 0))).collect();
    let written = Written::table(
        Span::None,
        [
            ("rangkaian".to_owned(), Written::list(Span::None, list)),
            ("judul".to_owned(), Written::at(cell(8, 0))),
        ]
        .into(),
    );
    let rakor = HeldFields::of(&written).said("rangkaian", vec!["Ł", "Ł", "Ł"]);
    let rakor = rakor.said("judul", "Ł x\nŁ");
    let orang: Vec<Held> = (1..4).map(person).collect();
    HeldFields::new().held("orang", orang).held("rakor", rakor.done()).done()
}

/// The cells, as row and column, of all that the template prints of the data in that letter, or
/// of a day or number.
fn told(template: &str) -> Vec<(u32, u32)> {
    let file = TemplateFile::new(Arc::from(template), FileId(0), true);
    let files = [("uji.md".to_owned(), file)].into();
    let templates = Templates { files, ..Templates::default() };
    let mut problems = Problems::default();
    let engine = Engine::new(&templates, &mut problems);
    assert!(problems.iter().next().is_none(), "{template}: {problems:?}");
    let filled = engine.render("uji.md", &context(), &templates);
    let filled = filled.unwrap_or_else(|problem| panic!("{template}: {problem:?}"));
    let wanted =
        |c: char| c.to_lowercase().eq(LETTER.to_lowercase()) || c.is_ascii_digit();
    let mut found: Vec<(u32, u32)> = Vec::new();
    let mut digits = false;
    for (at, c) in filled.text.char_indices() {
        if wanted(c) && !(digits && c.is_ascii_digit()) {
            found.push(match filled.origins.at(at) {
                Span::Cell { row, column, .. } => (row, column),
                _ => (0, 0),
            });
        }
        digits = c.is_ascii_digit();
    }
    found
}

/// A template with the filters that it is about and the cells it is of, as row and column; none is
/// the template itself.
type PlaceCase = (&'static [&'static str], &'static str, &'static [(u32, u32)]);

const CASES: &[PlaceCase] = &[
    (
        &[],
        "{% for o in orang %}{{ o.nama }} {{ o.jabatan }}{% endfor %}",
        &[(1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1)],
    ),
    (
        &[],
        "{% set a = orang[0].nama %}{% set b = orang[1].nama %}{{ b }}Ł{{ a }}",
        &[(2, 0), (0, 0), (1, 0)],
    ),
    (
        &[],
        "Ł {{ orang[1].nama ~ ' Ł ' ~ orang[0].jabatan }} {{ 'Ł' }}",
        &[(0, 0), (2, 0), (0, 0), (1, 1), (0, 0)],
    ),
    (
        &[],
        "{{ rakor.judul[:1] }}{{ rakor.judul[2:] }}{{ rakor.rangkaian[1:][0] }}{% for r in rakor.rangkaian[1:] %}{{ r }}{% endfor %}",
        &[(8, 0), (8, 0), (6, 0), (6, 0), (7, 0)],
    ),
    (
        &[],
        "{% macro m(a, b=none) %}Ł {{ a }} Ł{% if b %} {{ b }}{% endif %}{% endmacro %}{% set x = m(orang[0].nama, orang[1].nama) %}{{ m(orang[2].jabatan) }}{{ x }}",
        &[(0, 0), (3, 1), (0, 0), (0, 0), (1, 0), (0, 0), (2, 0)],
    ),
    (
        &[],
        "{% macro m(a) %}{{ a }}{{ caller() }}{% endmacro %}{% call m(orang[1].nama) %}Ł{{ orang[0].nama }}{% endcall %}",
        &[(2, 0), (0, 0), (1, 0)],
    ),
    (
        &[],
        "{% set x %}Ł{{ orang[2].nama }}{% endset %}{{ orang[0].nama }}{{ x }}",
        &[(1, 0), (0, 0), (3, 0)],
    ),
    (
        &[],
        "{% filter kapital %}Ł {{ orang[1].nama }} x{% endfilter %}",
        &[(0, 0), (2, 0)],
    ),
    (
        &[],
        "{% macro m(o) %}{{ o.nama }}{% endmacro %}{% if m(orang[0]) == 'Ł' %}{{ [m(orang[2]), m(orang[1])] | join('Ł') }}{% endif %}",
        &[(3, 0), (0, 0), (2, 0)],
    ),
    (
        &[],
        "{{ rincian([['a', orang[1].nama], ['b', orang[0].nama], ['c', orang[2].nama ~ ' ' ~ orang[2].jabatan]]) }}",
        &[(2, 0), (1, 0), (3, 0), (3, 1)],
    ),
    // Parts of one tag that say the same, added in whatever order they were read.
    (
        &[],
        "{% set a = orang[2].nama + ' Ł ' %}{{ a + orang[0].jabatan + (orang[1].nama + 'Ł') | lower }}{{ 'x' + a if orang[1].jabatan }}",
        &[(3, 0), (0, 0), (1, 1), (2, 0), (0, 0), (3, 0), (0, 0)],
    ),
    (
        &[],
        "{{ (rakor.rangkaian + [orang[0].nama]) | join(' ') }}{{ orang[0].nilai + orang[1].nilai }}",
        &[(5, 0), (6, 0), (7, 0), (1, 0), (0, 0)],
    ),
    // What a value decides is not the value.
    (
        &[],
        "{{ 'Bu Ł' if orang[0].nama }}{{ 'Ł x' if orang[0].nama and orang[1].nama == 'Ł' else orang[2].nama }}{{ [orang[1].nama, 'aŁ'][1] }}",
        &[(0, 0), (0, 0), (0, 0)],
    ),
    (
        &["map", "join"],
        "{{ orang | map(attribute='nama') | join(' Ł ') }}{{ orang | join(', ', attribute='jabatan') }}",
        &[(1, 0), (0, 0), (2, 0), (0, 0), (3, 0), (1, 1), (2, 1), (3, 1)],
    ),
    (
        &["gabung"],
        "{{ orang | map(attribute='nama') | gabung }}",
        &[(1, 0), (2, 0), (3, 0)],
    ),
    (
        &["kalimat"],
        "{{ orang | map(attribute='jabatan') | kalimat }}",
        &[(1, 1), (2, 1), (3, 1)],
    ),
    (
        &["first", "last"],
        "{{ (orang | last).nama }}{{ (rakor.rangkaian | first) }}",
        &[(3, 0), (5, 0)],
    ),
    (
        &["sort", "unique", "list"],
        "{{ (rakor.rangkaian | sort(reverse=true) | list)[0] }}{{ rakor.rangkaian | unique | join }}",
        &[(5, 0), (5, 0)],
    ),
    (
        &["min", "max"],
        "{{ rakor.rangkaian | min }}{{ (orang | max(attribute='nilai')).nama if false else orang[2].nama }}{{ rakor.rangkaian | max }}",
        &[(5, 0), (3, 0), (5, 0)],
    ),
    (
        &["batch", "slice"],
        "{% for b in orang | batch(2) %}{{ (b | list)[0].nama }}{% endfor %}{% for s in rakor.rangkaian | slice(2) %}{{ s | join }}{% endfor %}",
        &[(1, 0), (3, 0), (5, 0), (6, 0), (7, 0)],
    ),
    (
        &["reverse", "chain", "zip"],
        "{{ rakor.rangkaian | reverse | join }}{{ rakor.rangkaian[:1] | chain(rakor.rangkaian[2:]) | join }}{% for a, b in rakor.rangkaian | zip(orang) %}{{ b.nama }}{% endfor %}",
        &[(7, 0), (6, 0), (5, 0), (5, 0), (7, 0), (1, 0), (2, 0), (3, 0)],
    ),
    (
        &["select", "reject", "selectattr", "rejectattr"],
        "{{ rakor.rangkaian | select | join }}{{ rakor.rangkaian | reject('none') | join }}{{ (orang | selectattr('nilai', 'gt', 1) | list)[0].nama }}{{ (orang | rejectattr('nilai', 'lt', 3) | list)[0].nama }}",
        &[(5, 0), (6, 0), (7, 0), (5, 0), (6, 0), (7, 0), (2, 0), (3, 0)],
    ),
    (
        &["groupby", "attr", "default", "d"],
        "{% for g in orang | groupby('nama') %}{{ g.grouper }}{{ g.list[1] | attr('nama') }}{% endfor %}{{ tiada | default(orang[1].nama) }}{{ orang[2].nama | d('x') }}",
        &[(1, 0), (2, 0), (2, 0), (3, 0)],
    ),
    (
        &["items", "dictsort"],
        "{% for k, v in {'a': orang[1].nama} | items %}{{ v }}{% endfor %}{% for k, v in {'a': orang[2].nama} | dictsort %}{{ v }}{% endfor %}",
        &[(2, 0), (3, 0)],
    ),
    (
        &["upper", "lower", "title", "capitalize", "trim", "indent", "replace"],
        "{{ orang[0].nama | upper | lower | title | capitalize | trim | indent(2) | replace('x', 'y') }} {{ (orang[1].nama ~ orang[2].nama) | lower }}",
        &[(1, 0), (2, 0), (3, 0)],
    ),
    (
        &["replace"],
        "{{ (orang[1].nama ~ ' x ' ~ orang[2].nama ~ 'x') | replace('x', 'yy') }} {{ (orang[1].nama ~ ' x ' ~ orang[2].nama) | replace('x', orang[0].nama) }}",
        &[(2, 0), (3, 0), (2, 0), (1, 0), (3, 0)],
    ),
    (
        &["escape", "e", "safe", "string"],
        "{{ orang[0].nama | string }}{{ orang[1].nama | safe }}",
        &[(1, 0), (2, 0)],
    ),
    (
        &["kapital", "kapital_awal", "kecil_awal"],
        "{{ orang[0].nama | kecil_awal }}{{ orang[1].nama | kapital_awal }}{{ orang[2].nama | kapital }}{{ rakor.rangkaian | map('kapital') | join }}",
        &[(1, 0), (2, 0), (3, 0), (5, 0), (6, 0), (7, 0)],
    ),
    (
        &["format", "pprint"],
        "{{ 'Ł %s Ł %s' | format(orang[1].nama, orang[0].nama) }}",
        &[(0, 0), (2, 0), (0, 0), (1, 0)],
    ),
    (
        &["split", "lines"],
        "{% for w in rakor.judul | split %}{{ w }}{% endfor %}{% for l in rakor.judul | lines %}{{ l }}{% endfor %}",
        &[(8, 0), (8, 0), (8, 0), (8, 0)],
    ),
    (
        &["tanggal", "tanggal_hari", "tanggal_pendek"],
        "{{ orang[0].hari | tanggal_hari }} a {{ orang[1].hari | tanggal }} a {{ orang[2].hari | tanggal_pendek }}",
        &[(1, 2), (1, 2), (2, 2), (2, 2), (3, 2), (3, 2), (3, 2)],
    ),
    (
        &["angka", "rupiah", "persen", "angka_terbilang", "selisih"],
        "{{ orang[0].nilai | angka }} a {{ orang[1].nilai | rupiah }} a {{ orang[2].nilai | persen }} a {{ orang[1].nilai | angka_terbilang }}",
        &[(1, 3), (2, 3), (3, 3), (3, 3), (2, 3)],
    ),
];

/// What prints no letter that stood in the data: it is whole words for a value, as `angka` is.
const WORDS: &[&str] =
    &["tanggal_terbilang", "hari", "bulan", "pukul", "terbilang", "romawi"];

#[test]
fn each_cell_is_told_through_each_filter() {
    let wrong: Vec<String> = CASES
        .iter()
        .map(|(_, template, cells)| (template, told(template), *cells))
        .filter(|(_, told, cells)| told != cells)
        .map(|(template, told, cells)| format!("{template}\n{told:?} for {cells:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_filter_is_tried() {
    let tried: BTreeSet<&str> =
        CASES.iter().flat_map(|(names, ..)| *names).copied().collect();
    for (name, flow) in builtins::ways().chain(filters::ways()) {
        let counted = flow == PlaceFlow::Counted;
        let worded = flow == PlaceFlow::Printed && WORDS.contains(&name);
        assert!(counted || worded || tried.contains(name), "{name} has no case here");
    }
}
