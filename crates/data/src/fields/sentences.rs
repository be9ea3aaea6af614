//! Sentences in one cell.

use base::source::Spanned;

/// The sentences of a cell, one a line, without what people number them with: a paper numbers
/// them in its own way. A mark alone says that there are none, and stays.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let lines = text.split(['|', '\n']).map(str::trim).filter(|line| !line.is_empty());
    let mut lines: Vec<&str> = lines.flat_map(numbered_in_line).collect();
    let lettered = ('a'..='z').zip(&lines).map_while(|(c, line)| without_letter(c, line));
    let lettered: Vec<&str> = lettered.collect();
    // "a. n. Bupati" alone is no list.
    if lettered.len() == lines.len() && lines.len() > 1 {
        lines = lettered;
    }
    lines
        .into_iter()
        .map(|line| Some(without_item(line)).filter(|t| !t.is_empty()).unwrap_or(line))
        .collect()
}

/// The parts of one line that numbers part, without them; the line where they part nothing.
pub(crate) fn items_in_line(line: &str) -> Vec<&str> {
    let parts = numbered_in_line(line);
    if parts.len() < 2 {
        return vec![line];
    }
    parts.into_iter().map(without_item).collect()
}

/// Takes the numbers, letters or bullets off texts that all have them in their order: a paper
/// numbers them again.
pub(super) fn without_order(texts: &mut [Spanned<String>]) {
    let all = |bare: &dyn Fn(usize, &str) -> Option<String>| -> Option<Vec<String>> {
        let of_one = |(at, text): (usize, &Spanned<String>)| bare(at, &text.value);
        texts.iter().enumerate().map(of_one).collect()
    };
    let behind = |rest: &str| {
        let rest = rest.strip_prefix(['.', ')'])?.strip_prefix([' ', '\t'])?.trim_start();
        (!rest.is_empty()).then(|| rest.to_owned())
    };
    let numbered = |at: usize, text: &str| {
        let text = text.trim_start();
        behind(
            text.strip_prefix('(').unwrap_or(text).strip_prefix(&(at + 1).to_string())?,
        )
    };
    let lettered = |at: usize, text: &str| {
        let letter = ('a'..='z').nth(at)?;
        behind(text.trim_start().strip_prefix(letter)?)
    };
    let bulleted = |_: usize, text: &str| {
        let rest = text.trim_start().strip_prefix(BULLETS)?.strip_prefix([' ', '\t'])?;
        Some(rest.trim_start().to_owned()).filter(|rest| !rest.is_empty())
    };
    // "a. n. Bupati" alone is no list.
    let several = |all: &Vec<String>| all.len() > 1;
    let bare = all(&numbered).or_else(|| all(&bulleted));
    if let Some(bare) = bare.or_else(|| all(&lettered).filter(several)) {
        for (text, bare) in texts.iter_mut().zip(bare) {
            text.value = bare;
        }
    }
}

/// What stands before an item of a list.
const BULLETS: [char; 6] = ['-', '•', '*', '–', '·', '▪'];

/// "1. Satu; 2. Dua" of one line: numbers that go on behind the end of a part.
fn numbered_in_line(line: &str) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), line);
    for sign in ['.', ')'] {
        if !line.starts_with(&format!("1{sign} ")) {
            continue;
        }
        for number in 2..100 {
            let next = format!(" {number}{sign} ");
            let ends = |at: &usize| rest[..*at].ends_with([';', ',', '.']);
            let Some(at) = rest.match_indices(&next).map(|(at, _)| at).find(ends) else {
                break;
            };
            parts.push(rest[..at].trim_end_matches([';', ',']).trim_end());
            rest = &rest[at + 1..];
        }
    }
    parts.push(rest);
    parts
}

fn without_letter(letter: char, line: &str) -> Option<&str> {
    let after = line.strip_prefix(letter)?.strip_prefix(['.', ')'])?;
    after.starts_with([' ', '\t']).then(|| after.trim_start())
}

/// "1. Tenaga kurang", "(1) Tenaga kurang" and "- Tenaga kurang" are "Tenaga kurang"; "2.033 anak"
/// stays.
fn without_item(line: &str) -> &str {
    if let Some(rest) = line.strip_prefix(BULLETS) {
        // "-5 derajat" is no item.
        return if rest.starts_with(|c: char| c.is_ascii_digit()) {
            line
        } else {
            rest.trim_start()
        };
    }
    let bare = line.strip_prefix('(').unwrap_or(line);
    let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = bare.get(digits..).unwrap_or_default();
    match rest.strip_prefix(['.', ')']) {
        Some(after) if (1..=2).contains(&digits) && after.starts_with([' ', '\t']) => {
            after.trim_start()
        }
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::{items_in_line, sentences, without_order};
    use base::source::{Span, Spanned};

    #[test]
    fn numbers_of_a_list_that_is_written() {
        let list = |texts: &[&str]| {
            let spanned = texts.iter().map(|t| Spanned::new((*t).to_owned(), Span::None));
            let mut all: Vec<Spanned<String>> = spanned.collect();
            without_order(&mut all);
            all.into_iter().map(|t| t.value).collect::<Vec<_>>()
        };
        assert_eq!(list(&["1. Bupati", "2. Inspektur"]), ["Bupati", "Inspektur"]);
        assert_eq!(list(&["1. Bupati"]), ["Bupati"]);
        assert_eq!(list(&["– Bupati", "– Inspektur"]), ["Bupati", "Inspektur"]);
        assert_eq!(list(&["a. n. Bupati"]), ["a. n. Bupati"]);
        assert_eq!(list(&["2. Dua", "3. Tiga"]), ["2. Dua", "3. Tiga"]);
        let items = items_in_line("1. Bupati; 2. Inspektur");
        assert_eq!(items, ["Bupati", "Inspektur"]);
        assert_eq!(items_in_line("1. Bupati"), ["1. Bupati"]);
    }

    #[test]
    fn numbers_and_marks_of_lists_are_taken_off() {
        for (typed, read) in [
            ("1. Tenaga kurang\n2. Sarana rusak", vec!["Tenaga kurang", "Sarana rusak"]),
            ("1) Satu|2) Dua", vec!["Satu", "Dua"]),
            ("1. satu; 2. dua, 3. tiga.", vec!["satu", "dua", "tiga."]),
            ("1) satu. 2) dua", vec!["satu.", "dua"]),
            ("1. satu dari 2. bagian", vec!["satu dari 2. bagian"]),
            ("(1) Satu\n(2) Dua", vec!["Satu", "Dua"]),
            ("- Satu\n• Dua\n–\tTiga", vec!["Satu", "Dua", "Tiga"]),
            ("a. Satu\nb. Dua", vec!["Satu", "Dua"]),
            ("a) Satu\nb) Dua\nc) Tiga", vec!["Satu", "Dua", "Tiga"]),
            ("2.033 anak belum terdata", vec!["2.033 anak belum terdata"]),
            ("a. n. Bupati", vec!["a. n. Bupati"]),
            ("a. Satu\nDua", vec!["a. Satu", "Dua"]),
            ("-5 derajat", vec!["-5 derajat"]),
            ("(2) dua puskesmas", vec!["dua puskesmas"]),
            ("12 orang\n\n", vec!["12 orang"]),
            ("-", vec!["-"]),
        ] {
            assert_eq!(sentences(typed), read, "{typed}");
        }
    }
}
