//! What the office lets pass, each with its reason.

use super::Silenced;
use crate::problem::{ContradictionProblem, SilenceProblem};
use bahasa::date::format_date;
use base::diag::{Diagnostic, Lang, Problems};
use field::domain::Silence;
use jiff::civil::Date;

/// The code under which a draft is told of a number that stands twice.
const SHARED: &str = "NSK0359";

/// The code under which final papers are refused for a number that stands twice. Whoever lets
/// two letters share one writes the code that was told.
const REFUSED_TWICE: &str = "NSK0866";

/// Whether the office lets pass that letters share a number, with `found` as it is told in a
/// draft or of a final paper.
pub fn lets_share(silences: &[Silence], found: &Diagnostic) -> bool {
    silences.iter().any(|silence| covers(silence, found))
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
        let at = silences.iter().position(|silence| covers(silence, &problem));
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
        let kode = silence.code.value.clone();
        let known = ContradictionProblem::CODES;
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

/// The words are those of the Indonesian message, in whatever language it is told.
fn covers(silence: &Silence, found: &Diagnostic) -> bool {
    let message = found.problem.said(Lang::Id).message;
    let says = |text: &str| plain(&message).contains(&plain(text));
    let of_code = |code: &str| silence.code.value == code;
    let shared = [SHARED, REFUSED_TWICE];
    let code = found.problem.code();
    (of_code(code) || (shared.contains(&code) && shared.into_iter().any(of_code)))
        && !silence.reason.is_empty()
        && silence.saying.as_deref().is_none_or(says)
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
    use super::plain;

    #[test]
    fn dates_compare_however_they_are_written() {
        assert_eq!(plain("rakor 2024-12-08 jatuh"), "rakor 8 Desember 2024 jatuh");
        assert_eq!(plain("(2024-12-08)"), plain("(8 Desember 2024)"));
        assert_eq!(plain("nomor `1/2/2024`, `12-08`"), "nomor 1/2/2024, 12-08");
    }
}
