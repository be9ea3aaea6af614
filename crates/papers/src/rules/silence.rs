//! What the office lets pass, each with its reason.

use super::Silenced;
use crate::problem::{ContradictionProblem, OfficeProblem, SilenceProblem};
use bahasa::date::format_date;
use base::diag::{AnyProblem, Diagnostic, Problems};
use field::domain::Silence;
use jiff::civil::Date;

/// The code under which a draft is told of a number that stands twice.
const SHARED: &str = "NSK0359";

/// The code under which final papers are refused for a number that stands twice. Whoever lets
/// two letters share one writes the code that was told.
const REFUSED_TWICE: &str = "NSK0866";

/// Why the office lets pass what is told, in a draft or of a final paper; `None` where it does
/// not.
pub fn lets_pass<'a>(silences: &'a [Silence], found: &AnyProblem) -> Option<&'a str> {
    let silence = silences.iter().find(|silence| covers(silence, found))?;
    Some(&silence.reason)
}

/// What is still told, and what is let pass. A silence that names what cannot be let pass, or
/// that lets nothing pass, is a problem.
pub(super) fn weigh(
    found: Vec<Diagnostic>,
    silences: &[Silence],
    problems: &mut Problems,
) -> (Vec<Diagnostic>, Vec<Silenced>) {
    let mut used = vec![false; silences.len()];
    let (mut told, mut silenced) = (Vec::new(), Vec::new());
    for problem in found {
        let at = silences.iter().position(|silence| covers(silence, &problem.problem));
        match at {
            Some(at) => {
                used[at] = true;
                let reason = silences[at].reason.clone();
                silenced.push(Silenced { problem, reason });
            }
            None => told.push(problem),
        }
    }
    let unused = silences.iter().zip(used).filter(|(_, used)| !used);
    for (silence, _) in unused {
        let kode = silence.code.value.trim().to_ascii_uppercase();
        let mut known = [ContradictionProblem::CODES, OfficeProblem::CODES].concat();
        known.sort_unstable();
        // Whether it lets hand-written numbers be shared is known when final papers are made.
        if [SHARED, REFUSED_TWICE].contains(&kode.as_str()) {
            continue;
        }
        if known.contains(&kode.as_str()) {
            problems.add(silence.code.span, SilenceProblem::Unused { kode });
        } else if !kode.is_empty() {
            let pilihan = known.join(", ");
            let problem = SilenceProblem::NotSilenceable { kode, pilihan };
            problems.add(silence.code.span, problem);
        }
    }
    (told, silenced)
}

/// What a silence says is looked for among what the problem is about, never in the sentence in
/// which it is told.
fn covers(silence: &Silence, found: &AnyProblem) -> bool {
    let says = |text: &str| {
        let wanted = plain(text);
        let all: Vec<String> = found.names().into_iter().map(plain).collect();
        let named = |wanted: &str| all.iter().any(|name| names(name, wanted));
        // A paper is its template and whom it is for, which some messages name apart.
        let both = |(template, of): (&str, &str)| named(template) && named(of);
        named(&wanted) || wanted.split_once('/').is_some_and(both)
    };
    let of_code = |code: &str| silence.code.value.trim().eq_ignore_ascii_case(code);
    let shared = [SHARED, REFUSED_TWICE];
    let code = found.code();
    (of_code(code) || (shared.contains(&code) && shared.into_iter().any(of_code)))
        && !silence.reason.is_empty()
        && silence.saying.as_deref().is_none_or(says)
}

/// Whether a name, or a list of names, has one as a whole: `undangan` is none of `undangan-opd`.
fn names(all: &str, wanted: &str) -> bool {
    let outside = |c: Option<char>| {
        c.is_none_or(|c| !(c.is_alphanumeric() || matches!(c, '-' | '_')))
    };
    !wanted.trim().is_empty()
        && all.match_indices(wanted).any(|(at, found)| {
            outside(all[..at].chars().next_back())
                && outside(all[at + found.len()..].chars().next())
        })
}

/// A text as it is compared: without the marks around names, which are ours, and with dates in
/// words however they were copied, from the message or from the data.
fn plain(text: &str) -> String {
    let words = |word: &str| {
        let date = word.trim_matches(|c: char| !c.is_ascii_digit());
        match date.parse::<Date>() {
            Ok(day) if date.len() == 10 => word.replace(date, &format_date(day)),
            _ => word.to_owned(),
        }
    };
    let text = text.replace('`', "");
    text.split(' ').map(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{names, plain};

    #[test]
    fn a_name_is_met_whole() {
        assert!(names("undangan, surat-tugas", "undangan"));
        assert!(names("undangan/dinas-contoh", "undangan"));
        assert!(!names("undangan-opd, surat-tugas", "undangan"));
        assert!(!names("18 Desember 2024", "8 Desember 2024"));
        assert!(!names("undangan", ""));
    }

    #[test]
    fn dates_compare_however_they_are_written() {
        assert_eq!(plain("rakor 2024-12-08 jatuh"), "rakor 8 Desember 2024 jatuh");
        assert_eq!(plain("(2024-12-08)"), plain("(8 Desember 2024)"));
        assert_eq!(plain("nomor `1/2/2024`, `12-08`"), "nomor 1/2/2024, 12-08");
    }
}
