//! The text of a template as it is compiled: the text that was written, with filters put in where
//! the engine itself reads a number by the rules of programs, puts texts together, cuts them or
//! gives a text that it wrote aside, so that all of these are ours. Places are those of the text
//! that was written.

use std::ops::Range;

use super::edits::{Edit, closing, depth_of, read};
use super::macro_calls;
use super::operands;
use super::tag_parts::{Located, TagPart, WORDS, located, tags};

/// On the text of a macro, as it ends.
pub(super) const ENDED: &str = "_ended";
/// On what a call gave, which may be the text of a macro.
pub(super) const CALLED: &str = "_called";
/// On the text of a block: `set`, `filter`.
pub(super) const BLOCK: &str = "_block";
/// Asks for the room that the text in a loop takes each time.
pub(super) const ROOM: &str = "_room";
/// So much text in a loop is bounded by its steps.
const LITTLE: usize = 64;
/// On a list, instead of `~` between its items.
pub(super) const JOINED: &str = "_joined";
/// On a list, instead of `+` between its items.
pub(super) const ADDED: &str = "_added";
/// Instead of `[from:to]`.
pub(super) const CUT: &str = "_cut";

/// A part of a template that could not be edited.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bare {
    /// Its place in the text that was written.
    pub(super) at: usize,
    /// Whether it is because of brackets in brackets.
    pub(super) deep: bool,
}

impl Bare {
    /// Where the engine does not read an edited text.
    pub(super) fn new(error: &minijinja::Error, added: &Added) -> Self {
        let at = added.written(error.range().map_or(0, |range| range.start));
        let deep = error.detail().is_some_and(|said| said.contains("recursion"));
        Self { at, deep }
    }
}

/// Where the compiled text differs, for each time that it was edited.
#[derive(Debug, Clone, Default)]
pub(super) struct Added(Vec<Vec<Replaced>>);

/// An edit, in the order of the text.
#[derive(Debug, Clone, Copy)]
struct Replaced {
    /// Where it begins in the text that comes of it.
    here: usize,
    /// Its place in the text before.
    place: usize,
    /// How much of that text is left out.
    removed: usize,
    /// How much stands for it.
    put: usize,
}

impl Added {
    /// The place in the text that was written of one in the text that is compiled.
    pub(super) fn written(&self, at: usize) -> usize {
        self.0.iter().rev().fold(at, |at, edits| before(edits, at))
    }

    /// These, and those that were made behind them.
    pub(super) fn then(mut self, behind: Self) -> Self {
        self.0.extend(behind.0);
        self
    }
}

/// The place before a text was edited of one in the text behind that. It is asked for each value
/// that is printed, so the edit is looked up.
fn before(edits: &[Replaced], at: usize) -> usize {
    let behind = edits.partition_point(|edit| edit.here < at);
    let Some(edit) = behind.checked_sub(1).map(|last| edits[last]) else { return at };
    let end = edit.here + edit.put;
    if at < end { edit.place } else { edit.place + edit.removed + (at - end) }
}

/// The text as it is compiled, and where it differs. A text that is wrong gets no more than the
/// filters of operators, so that what is told of it is told of what was written, and the place
/// where the others went wrong. `functions` are those that are no macros.
pub(super) fn rewritten(text: &str, functions: &[&str]) -> (String, Added, Option<Bare>) {
    let mut edits = operators(text, functions);
    let simple = edits.len();
    let macros_here = macro_calls::macro_names(text);
    for tag in tags(text) {
        let (start, inside) = (tag.start, &text[tag.clone()]);
        let statement = text.get(start - 2..start) == Some("{%");
        let of_tag = calls(inside, statement, functions)
            .into_iter()
            .chain(joins(inside))
            .chain(macro_calls::calls(&located(inside), &macros_here))
            .chain(cuts(inside))
            .chain(statement.then(|| block(inside)).flatten());
        edits.extend(of_tag.map(|edit| Edit { at: start + edit.at, ..edit }));
    }
    edits.extend(macros(text));
    edits.extend(loops(text));
    let mut failed = None;
    if edits.len() > simple {
        let (all, added) = applied(text, edits);
        match read(&all) {
            Ok(_) => return (all, added, None),
            Err(error) => failed = Some(Bare::new(&error, &added)),
        }
    }
    let (simple, added) = applied(text, operators(text, functions));
    (simple, added, failed)
}

fn operators(text: &str, functions: &[&str]) -> Vec<Edit> {
    let all = tags(text).into_iter().flat_map(|tag| {
        let inside = operands::operands(&text[tag.clone()], functions).into_iter();
        inside.map(move |(at, filter)| Edit::new(tag.start + at, 0, filter))
    });
    all.collect()
}

/// Edits at one place stand in the order in which they are given.
pub(super) fn applied(text: &str, mut edits: Vec<Edit>) -> (String, Added) {
    edits.sort_by_key(|edit| edit.at);
    let mut out = String::with_capacity(text.len() + 64);
    let (mut added, mut from) = (Vec::new(), 0);
    for Edit { at, instead, text: put } in edits {
        out.push_str(text.get(from..at).unwrap_or_default());
        added.push(Replaced {
            here: out.len(),
            place: at,
            removed: instead,
            put: put.len(),
        });
        out.push_str(&put);
        from = from.max(at + instead);
    }
    out.push_str(&text[from..]);
    (out, Added(vec![added]))
}

/// Whether a value ends here, so that an operator may follow.
fn is_end(part: TagPart<'_>) -> bool {
    match part {
        TagPart::Name(name, _) => {
            !WORDS.contains(&name) || ["true", "false", "none"].contains(&name)
        }
        TagPart::Number | TagPart::Text | TagPart::Mark(")" | "]" | "}") => true,
        TagPart::Mark(_) => false,
    }
}

/// Whether this part is `+` or `-` between two values.
fn is_sum(parts: &[Located<'_>], index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|at| parts.get(at));
    matches!(parts[index].1, TagPart::Mark("+" | "-"))
        && before.is_some_and(|(_, part)| is_end(*part))
}

/// Whether the operands of an operator end at this part. `~` binds closer than `+` and `-`.
fn ends_operand(parts: &[Located<'_>], index: usize, operator: &str) -> bool {
    match parts[index].1 {
        TagPart::Mark("+" | "-") => operator == "~" && is_sum(parts, index),
        TagPart::Mark(mark) => {
            [",", ":", "=", "==", "!=", "<", ">", "<=", ">="].contains(&mark)
        }
        // A test belongs to the operand before it.
        TagPart::Name(name, _) => name != "is" && !is_end(parts[index].1),
        _ => false,
    }
}

/// Each `a ~ b ~ c` and `a + b + c` as a list of its operands.
fn joins(tag: &str) -> Vec<Edit> {
    let parts = located(tag);
    let added = chains(&parts, "+", ADDED);
    let mut edits: Vec<Edit> =
        added.into_iter().chain(chains(&parts, "~", JOINED)).collect();
    // Of nested ones, the inner ends first.
    edits.reverse();
    edits.sort_by_key(|edit| edit.text.starts_with("(["));
    edits
}

/// Each row of operands of an operator as a list of them with a filter on it.
fn chains(parts: &[Located<'_>], operator: &str, filter: &str) -> Vec<Edit> {
    let (mut edits, mut done) = (Vec::new(), vec![false; parts.len()]);
    for index in 0..parts.len() {
        if parts[index].1 != TagPart::Mark(operator) || done[index] {
            continue;
        }
        let (first, last) = extent(parts, index, operator);
        let (mut depth, mut minus, mut asked) = (0, false, false);
        let mut marks = Vec::new();
        for (at, (_, part)) in parts.iter().enumerate().take(last).skip(first) {
            depth += depth_of(*part);
            asked |= depth == 0 && matches!(part, TagPart::Name("is", _));
            if depth == 0 && *part == TagPart::Mark(operator) {
                done[at] = true;
                marks.push(at);
            }
            minus |= depth == 0 && *part == TagPart::Mark("-") && is_sum(parts, at);
        }
        let numbers = minus || operator == "+" && adds_number(parts, first..last, &marks);
        if asked || numbers || first == index || last <= index + 1 {
            continue;
        }
        edits.push(Edit::new(parts[first].0.start, 0, "(["));
        edits.extend(marks.iter().map(|at| Edit::new(parts[*at].0.start, 1, ",")));
        edits.push(Edit::new(parts[last - 1].0.end, 0, format!("]|{filter})")));
    }
    edits
}

/// Whether an operand of `+` is a number as it stands, so that no text is added.
fn adds_number(parts: &[Located<'_>], all: Range<usize>, marks: &[usize]) -> bool {
    let starts = std::iter::once(all.start).chain(marks.iter().map(|at| at + 1));
    let ends = marks.iter().copied().chain([all.end]);
    starts.zip(ends).any(|(start, end)| {
        end == start + 1 && matches!(parts.get(start), Some((_, TagPart::Number)))
    })
}

/// The parts from the first operand to behind the last one of the operator at a place.
fn extent(parts: &[Located<'_>], index: usize, operator: &str) -> (usize, usize) {
    let (mut first, mut depth) = (index, 0);
    while let Some(at) = first.checked_sub(1) {
        let here = depth_of(parts[at].1);
        if depth == 0 && (here > 0 || ends_operand(parts, at, operator)) {
            break;
        }
        depth -= here;
        first = at;
    }
    let (mut last, mut depth) = (index + 1, 0);
    while let Some((_, part)) = parts.get(last) {
        let here = depth_of(*part);
        if depth == 0 && (here < 0 || ends_operand(parts, last, operator)) {
            break;
        }
        depth += here;
        last += 1;
    }
    (first, last)
}

/// Each `a[from:to]` as a filter on `a`.
fn cuts(tag: &str) -> Vec<Edit> {
    let parts = located(tag);
    let mut edits = Vec::new();
    for (open, (range, part)) in parts.iter().enumerate() {
        let value = open.checked_sub(1).is_some_and(|at| is_end(parts[at].1));
        let Some(close) = closing(&parts, open) else { continue };
        if *part != TagPart::Mark("[") || !value {
            continue;
        }
        let mut depth = 0;
        let mut colons = Vec::new();
        for (at, (_, part)) in parts.iter().enumerate().take(close).skip(open) {
            depth += depth_of(*part);
            if depth == 1 && *part == TagPart::Mark(":") {
                colons.push(at);
            }
        }
        let next = parts.get(close + 1).map(|(_, part)| *part);
        if colons.is_empty() || matches!(next, Some(TagPart::Mark("." | "[" | "("))) {
            continue;
        }
        edits.push(Edit::new(range.start, 1, format!("|{CUT}(")));
        let ends = colons.iter().copied().chain([close]);
        for (before, at) in std::iter::once(open).chain(colons.iter().copied()).zip(ends)
        {
            // What is left out is none.
            let left_out = if before + 1 == at { "none" } else { "" };
            let mark = if at == close { ")" } else { "," };
            edits.push(Edit::new(parts[at].0.start, 1, format!("{left_out}{mark}")));
        }
    }
    edits
}

/// Behind each call of what is no function of ours: what a macro gave.
fn calls(tag: &str, statement: bool, functions: &[&str]) -> Vec<Edit> {
    let parts = located(tag);
    let name = |index: usize| match parts.get(index) {
        Some((_, TagPart::Name(name, _))) => *name,
        _ => "",
    };
    // Of these, the engine takes a call alone.
    let takes_call = ["macro", "call", "do", "block", "from", "import", "include"];
    if statement && takes_call.contains(&name(0)) {
        return Vec::new();
    }
    let mut edits = Vec::new();
    for open in 1..parts.len() {
        let called = name(open - 1);
        let ours = functions.contains(&called) || WORDS.contains(&called);
        let special =
            called == "loop" || called == "super" || called.starts_with("self.");
        let before = open.checked_sub(2).map(|at| parts[at].1);
        let test = matches!(
            before,
            Some(TagPart::Mark("|" | ".") | TagPart::Name("is" | "not", _))
        );
        if parts[open].1 != TagPart::Mark("(")
            || called.is_empty()
            || ours
            || special
            || test
        {
            continue;
        }
        let Some(close) = closing(&parts, open) else { continue };
        let next = parts.get(close + 1).map(|(_, part)| *part);
        if !matches!(next, Some(TagPart::Mark("." | "[" | "("))) {
            edits.push(Edit::new(parts[close].0.end, 0, format!("|{CALLED}")));
        }
    }
    edits
}

/// The filter on the text of a `set` or `filter` block.
fn block(tag: &str) -> Option<Edit> {
    let parts = located(tag);
    match &parts[..] {
        [(_, TagPart::Name("set", _)), (name, TagPart::Name(..)), rest @ ..]
            if rest.first().is_none_or(|(_, part)| *part == TagPart::Mark("|")) =>
        {
            Some(Edit::new(name.end, 0, format!("|{BLOCK}")))
        }
        [(_, TagPart::Name("filter", _)), (name, TagPart::Name(..)), ..] => {
            Some(Edit::new(name.start, 0, format!("{BLOCK}|")))
        }
        _ => None,
    }
}

/// In each loop the room for the text that stands in it: the engine writes it without asking.
fn loops(text: &str) -> Vec<Edit> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut edits, mut behind) = (Vec::new(), 0);
    for tag in tags(text) {
        let literal = (tag.start - 2).saturating_sub(behind);
        behind = tag.end + 2;
        for (_, bytes) in &mut open {
            *bytes += literal;
        }
        if text.get(tag.start - 2..tag.start) != Some("{%") {
            continue;
        }
        match located(&text[tag.clone()]).first() {
            Some((_, TagPart::Name("for", _))) => open.push((behind, 0)),
            Some((_, TagPart::Name("endfor", _))) => {
                if let Some((at, bytes)) = open.pop().filter(|(_, bytes)| *bytes > LITTLE)
                {
                    let ask = format!("{{% if {bytes}|{ROOM} %}}{{% endif %}}");
                    edits.push(Edit::new(at, 0, ask));
                }
            }
            _ => {}
        }
    }
    edits
}

/// The filter on the text of each macro, as a block in it.
fn macros(text: &str) -> Vec<Edit> {
    let mut edits = Vec::new();
    for tag in tags(text) {
        if text.get(tag.start - 2..tag.start) != Some("{%") {
            continue;
        }
        let inside = &text[tag.clone()];
        let minus = |sign: Option<char>| match sign {
            Some(sign @ ('-' | '+')) => sign.to_string(),
            _ => String::new(),
        };
        match located(inside).first() {
            Some((_, TagPart::Name("macro" | "call", _))) => {
                let sign = minus(inside.chars().next_back());
                let begin = format!("{{% filter {ENDED} {sign}%}}");
                edits.push(Edit::new(tag.end + 2, 0, begin));
            }
            Some((_, TagPart::Name("endmacro" | "endcall", _))) => {
                let sign = minus(inside.chars().next());
                edits.push(Edit::new(
                    tag.start - 2,
                    0,
                    format!("{{%{sign} endfilter %}}"),
                ));
            }
            _ => {}
        }
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_engine_does_itself_is_given_to_filters() {
        for (text, compiled) in [
            ("{{ a ~ b ~ \"x\" }}", "{{ ([a , b , \"x\"]|_joined) }}"),
            ("{{ a ~ b + 1 }}", "{{ ([a , b|_t]|_joined) + 1 }}"),
            (
                "{{ f(x=a ~ (b ~ c), y=d) }}",
                "{{ f(x=([a , (([b , c]|_joined))]|_joined), y=d)|_called }}",
            ),
            (
                "{{ a ~ b if c else d ~ e }}",
                "{{ ([a , b]|_joined) if c else ([d , e]|_joined) }}",
            ),
            (
                "{% set x = a ~ b | kapital -%}",
                "{% set x = ([a , b | kapital]|_joined) -%}",
            ),
            ("{{ a ~ b is defined }}", "{{ a ~ b is defined }}"),
            (
                "{{ a + ' x ' + (b + c) if d + e == f }}",
                "{{ ([a , ' x ' , (([b|_t , c|_t]|_added))]|_added) if ([d|_t , e|_t]|_added) == f|_g }}",
            ),
            (
                "{{ a ~ b + c ~ \"d\" }}",
                "{{ ([([a , b|_t]|_joined) , ([c|_t , \"d\"]|_joined)]|_added) }}",
            ),
            (
                "{{ \"x\" + -a + b[1:] }}",
                "{{ ([\"x\" , -(a|_n) , b|_cut(1,none)]|_added) }}",
            ),
            (
                "{{ a + 1 + b }} {{ a - b + c }}",
                "{{ a|_t + 1 + b|_t }} {{ a|_n - b|_n + c|_t }}",
            ),
            ("{{ a.b[2:] }}", "{{ a.b|_cut(2,none) }}"),
            ("{{ a[:i] | gabung }}", "{{ a|_cut(none,i|_g) | gabung }}"),
            ("{{ a[1:f(2):x[3]] }}", "{{ a|_cut(1,f(2)|_called,x[3]|_g) }}"),
            ("{{ a[:2][0] }} {{ {\"a\": [b]} }}", "{{ a[:2][0] }} {{ {\"a\": [b|_g]} }}"),
            (
                "{% from 'a' import k %}{{ k(1) ~ k() }}",
                "{% from 'a' import k %}{{ ([_call(k,1)|_called , _call(k)|_called]|_joined) }}",
            ),
            (
                "{% import 'a' as u %}{% call u.k(x=[a]) %}{% endcall %}",
                "{% import 'a' as u %}{% call _call(u.k,x=[a]) %}{% filter _ended %}{% endfilter %}{% endcall %}",
            ),
            ("{{ m(a, b) }}", "{{ m(a, b)|_called }}"),
            ("{{ m(a)|e }}{{ angka(1) }}", "{{ m(a)|_called|e }}{{ angka(1)|_called }}"),
            (
                "{{ loop(x) }}{% if x is in(y) %}{% endif %}",
                "{{ loop(x) }}{% if x|_g is in(y|_g) %}{% endif %}",
            ),
            (
                "{%- macro m(a) -%} x {%- endmacro -%}",
                "{%- macro m(a) -%}{% filter _ended -%} x {%- endfilter %}{%- endmacro -%}",
            ),
            ("{% set a %}x{% endset %}", "{% set a|_block %}x{% endset %}"),
            (
                "{% filter kapital %}x{% endfilter %}",
                "{% filter _block|kapital %}x{% endfilter %}",
            ),
        ] {
            assert_eq!(rewritten(text, &["range", "direktif"]).0, compiled, "{text}");
        }
    }

    #[test]
    fn places_are_those_of_the_written_text() {
        let text = "{% macro m(a) %}awal {{ a.x * 2 }} {{ -c.z }} sesudah {{ b.y ~ c[1:] }}{% endmacro %} akhir {{ m(3) }} ujung";
        let (compiled, added, _) = rewritten(text, &[]);
        for word in ["awal", "sesudah", "akhir", "ujung", "* 2", "b.y", "a.x", "c.z"] {
            let (here, there) = (compiled.find(word).unwrap(), text.find(word).unwrap());
            assert_eq!(added.written(here), there, "{word}");
            let ends = (here + word.len(), there + word.len());
            assert_eq!(added.written(ends.0), ends.1, "{word}");
        }
    }

    #[test]
    fn a_wrong_text_is_left_as_it_was_written() {
        let text = "{% macro m(a) %}{% if a %}{{ a ~ a * 2 }}{% endmacro %}";
        let compiled = "{% macro m(a) %}{% if a %}{{ a ~ a|_n * 2 }}{% endmacro %}";
        assert_eq!(rewritten(text, &["range", "direktif"]).0, compiled);
    }

    #[test]
    fn names_beside_operators_get_a_filter() {
        for (text, compiled) in [
            ("{{ b.jumlah * 2 }}", "{{ b.jumlah|_n * 2 }}"),
            ("{% if b.jumlah > 10 %}", "{% if b.jumlah|_n > 10 %}"),
            ("{% if 10 <= b.jumlah -%}", "{% if 10 <= b.jumlah|_n -%}"),
            ("{{ a.x + b['y'] }}", "{{ ([a.x|_t , b['y']|_t]|_added) }}"),
            ("{{ (a.x - 1) / n }}", "{{ (a.x|_n - 1) / n|_n }}"),
            ("{% if b.no == 1 %}", "{% if b.no|_t == 1 %}"),
            ("{% if a.opd == b.opd %}", "{% if a.opd|_g == b.opd|_g %}"),
            ("{{ direktif(a=b.c) }}", "{{ direktif(a=b.c|_g) }}"),
            ("{{ [a, (b)] | sum }}", "{{ [a|_g, (b|_g)] | sum }}"),
            ("{% for a, b in [c] %}", "{% for a, b in [c|_g] %}"),
            ("{% set a = b, c %}", "{% set a = b|_g, c|_g %}"),
            ("{% if a in b %}", "{% if a|_g in b %}"),
            ("{% if a is not none %}", "{% if a|_g is not none %}"),
            ("{{ a.x * b.y + 1 }}", "{{ a.x|_n * b.y|_n + 1 }}"),
            ("{{ p.label_nip }} {{ p.nip }}", "{{ p.label_nip|_l }} {{ p.nip }}"),
            ("{{ -b.x }}", "{{ -(b.x|_n) }}"),
            ("{{ 2 * -b.x + 1 }}", "{{ 2 * -(b.x|_n) + 1 }}"),
            ("{% if -b.x < 0 %}", "{% if -(b.x|_n) < 0 %}"),
            ("{{ range(-b.x) - b.y }}", "{{ range(-(b.x|_n)) - b.y|_n }}"),
        ] {
            assert_eq!(rewritten(text, &["range", "direktif"]).0, compiled, "{text}");
        }
    }

    #[test]
    fn all_else_is_left_alone() {
        for text in [
            "{{ b.jumlah | int * 2 }}",
            "{% if b.nama > \"M\" %}{% if b is not defined %}",
            "{{ range(3) * 2 }} a * b { c * d }",
            "{{- rakor.nama -}}",
            "{# a * b #}{% raw %}{{ a * b }}{% endraw %}",
            "{{ x | length > 1 }}",
            "{% if a and b or not c %}",
            "{{ direktif(lebar=2) }}{{ (a) }}{{ x | default(y) }}",
            "{{ profil.label_nip[p.pegawai] }}",
        ] {
            assert_eq!(rewritten(text, &["range", "direktif"]).0, text, "{text}");
        }
    }
}
