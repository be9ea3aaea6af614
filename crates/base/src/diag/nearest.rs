//! The known name that a mistyped one is most likely a slip of.
//!
//! Whoever obeys a proposal changes the data by it, so one is made only where the name can hardly
//! mean anything else: `TW I` is no slip of `TW II`, `nik` none of `nip`, `dinsos` none of
//! `dinkes`, and what is as near to two names is proposed for neither.

/// How sure it must be that a name is a slip.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// The words are ours: a wrong proposal is of no use, but does no harm.
    Word,
    /// The names stand for somebody or something, and a name that is not known may stand for
    /// another.
    Name,
}

/// The word of a closed list (keys, directives, commands) that `word` is a slip of.
pub fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let same = candidates.into_iter().map(|c| (c, c));
    best(word, same, Care::Word).map(str::to_owned)
}

/// What the word of a closed list stands for that `word` is a slip of: several words may stand
/// for one thing.
pub fn nearest_meaning<'a, T: PartialEq>(
    word: &str,
    candidates: impl IntoIterator<Item = (&'a str, T)>,
) -> Option<T> {
    best(word, candidates, Care::Word)
}

/// The id of an office, a person, a service or a paper that `id` is a slip of. Most ids are
/// abbreviations, in which another letter makes another office: only what no abbreviation
/// differs by is a slip.
pub fn nearest_id<'a>(
    id: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let same = candidates.into_iter().map(|c| (c, c));
    best(id, same, Care::Name).map(str::to_owned)
}

/// So many letters begin a word that can be told.
const BEGUN: usize = 4;

/// The only word of a closed list that begins with what was written: `trantibum` of
/// `trantibumlinmas`. Of names that an office gives, the one that is meant may be missing.
pub fn begun<'a>(
    written: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let written = written.trim().to_lowercase();
    if written.chars().count() < BEGUN {
        return None;
    }
    let mut found = candidates.into_iter().filter(|word| word.starts_with(&written));
    let first = found.next()?;
    found.next().is_none().then(|| first.to_owned())
}

/// The nearest; none where two that mean different things are as near.
fn best<'a, T: PartialEq>(
    word: &str,
    candidates: impl IntoIterator<Item = (&'a str, T)>,
    care: Care,
) -> Option<T> {
    let written = NameParts::of(word);
    let mut best: Option<(usize, T)> = None;
    let mut tied = false;
    for (candidate, meaning) in candidates {
        let Some(cost) = written.slips_from(&NameParts::of(candidate), care) else {
            continue;
        };
        match &best {
            Some((least, _)) if *least < cost => {}
            Some((least, there)) if *least == cost => tied |= *there != meaning,
            _ => (best, tied) = (Some((cost, meaning)), false),
        }
    }
    best.filter(|_| !tied).map(|(_, meaning)| meaning)
}

/// A name taken apart: its words, and the numbers in it.
struct NameParts {
    words: Vec<String>,
    numbers: Vec<String>,
}

impl NameParts {
    fn of(name: &str) -> Self {
        let mut parts = Self { words: Vec::new(), numbers: Vec::new() };
        let mut runs: Vec<String> = Vec::new();
        let mut last = None;
        for c in name.to_lowercase().chars() {
            let kind = c.is_alphanumeric().then(|| c.is_ascii_digit());
            if let Some(digit) = kind {
                match runs.last_mut() {
                    Some(run) if last == Some(Some(digit)) => run.push(c),
                    _ => runs.push(c.to_string()),
                }
            }
            last = Some(kind);
        }
        let several = runs.len() > 1;
        for run in runs {
            let digits = run.starts_with(|c: char| c.is_ascii_digit());
            if digits || several && ROMAN.contains(&run.as_str()) {
                parts.numbers.push(run);
            } else {
                parts.words.push(run);
            }
        }
        parts
    }

    /// What it costs to come from another name to this one; `None` when it is no slip of it.
    fn slips_from(&self, known: &Self, care: Care) -> Option<usize> {
        // A number is never a slip: it says which year, which quarter, which service.
        if self.numbers != known.numbers || self.words.is_empty() {
            return None;
        }
        if self.words.len() == known.words.len() {
            let pairs = self.words.iter().zip(&known.words);
            return pairs.map(|(one, other)| slip(one, other, care)).sum();
        }
        // A blank too many or too few.
        slip(&self.words.concat(), &known.words.concat(), care)
    }
}

/// Numbers as quarters and ranks have them.
const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/// How many slips of the hand lie between two words; `None` when they are different words.
fn slip(written: &str, known: &str, care: Care) -> Option<usize> {
    if written == known {
        return Some(0);
    }
    let (one, other): (Vec<char>, Vec<char>) =
        (written.chars().collect(), known.chars().collect());
    let short = one.len().min(other.len());
    let cost = strsim::osa_distance(written, known);
    let harmless =
        cost == 1 && short >= 3 && (swapped(&one, &other) || doubled(&one, &other));
    let allowed = match care {
        Care::Word => match short {
            0..=2 => 0,
            // `nik` is no slip of `nip`, but `kopp` is one of `kop`.
            3..=4 => {
                usize::from(one.len() != other.len() && one.first() == other.first())
            }
            5..=7 => 1,
            8..=13 => 2,
            _ => 3,
        },
        Care::Name => match short {
            0..=3 => 0,
            4 => usize::from(last_vowel_lost(&one, &other)),
            5..=7 => usize::from(lost_vowel(&one, &other)),
            8..=13 => 1,
            _ => 2,
        },
    };
    (harmless || cost <= allowed).then_some(cost)
}

/// Whether two letters that stand side by side changed places.
fn swapped(one: &[char], other: &[char]) -> bool {
    one.len() == other.len() && {
        let mut sorted = [one.to_vec(), other.to_vec()];
        for letters in &mut sorted {
            letters.sort_unstable();
        }
        sorted[0] == sorted[1]
    }
}

/// The place of the letter that the longer of two words has more.
fn extra<'a>(one: &'a [char], other: &'a [char]) -> Option<(&'a [char], usize)> {
    let (long, short) = if one.len() > other.len() { (one, other) } else { (other, one) };
    let same = long.iter().zip(short).take_while(|(a, b)| a == b).count();
    let rest = long.get(same + 1..)? == short.get(same..)?;
    rest.then_some((long, same))
}

/// Whether one of two words only has a letter twice.
fn doubled(one: &[char], other: &[char]) -> bool {
    extra(one, other).is_some_and(|(long, at)| {
        let before = at.checked_sub(1).and_then(|at| long.get(at));
        before.is_some() && before == long.get(at)
    })
}

/// Whether what was written is a word, no row of initials, that only lacks its last letter:
/// `sekd` is a slip of `sekda`, `dppk` none of `dppka`.
fn last_vowel_lost(written: &[char], known: &[char]) -> bool {
    let vowel = |c: &char| "aeiou".contains(*c);
    let word = matches!(written, [a, b, c, ..] if !vowel(a) && vowel(b) && !vowel(c));
    word && known
        .strip_prefix(written)
        .is_some_and(|rest| matches!(rest, [c] if vowel(c)))
}

/// Whether one of two words only lacks a vowel.
fn lost_vowel(one: &[char], other: &[char]) -> bool {
    extra(one, other)
        .and_then(|(long, at)| long.get(at))
        .is_some_and(|c| "aeiou".contains(*c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_proposed() {
        let keys = ["ibu_kota", "nama", "penanda_tangan", "urusan", "kop", "ringkas"];
        for (written, meant) in [
            ("ibukota", "ibu_kota"),
            ("Ibu Kota", "ibu_kota"),
            ("nmaa", "nama"),
            ("namaa", "nama"),
            ("penada_tangan", "penanda_tangan"),
            ("urusn", "urusan"),
            ("kopp", "kop"),
            ("ringkass", "ringkas"),
        ] {
            assert_eq!(nearest(written, keys).as_deref(), Some(meant), "{written}");
        }
        let offices = ["dinkes", "disdikbud", "dinas-contoh", "kadis-dinkes"];
        for (written, meant) in [
            ("dinkess", "dinkes"),
            ("dinkse", "dinkes"),
            ("dinks", "dinkes"),
            ("DINKES", "dinkes"),
            ("dis-dikbud", "disdikbud"),
            ("dinas-cotnoh", "dinas-contoh"),
            ("kadis-dinkess", "kadis-dinkes"),
        ] {
            assert_eq!(nearest_id(written, offices).as_deref(), Some(meant), "{written}");
        }
        assert_eq!(nearest_id("sekd", ["sekda", "bupati"]).as_deref(), Some("sekda"));
        let urusan = ["pekerjaan-umum", "perumahan", "trantibumlinmas"];
        assert_eq!(begun("Trantibum", urusan).as_deref(), Some("trantibumlinmas"));
        assert_eq!(begun("pe", urusan), None);
    }

    #[test]
    fn names_that_mean_something_else_are_not() {
        for (written, known) in [
            ("Terlayani TW I 2025", "Terlayani TW II 2025"),
            ("Terlayani TW II 2024", "Terlayani TW II 2025"),
            ("belum_terlayani", "terlayani"),
            ("Terlayani", "Terlayani TW II 2025"),
            ("nik", "nip"),
            ("kes-2", "kes-1"),
            ("KES-11", "KES-1"),
            ("jabatan", "jawaban"),
            ("sasaran", "satuan"),
        ] {
            assert_eq!(nearest(written, [known]), None, "{written}");
        }
        for (written, known) in [
            ("dinsos", "dinkes"),
            ("dishub", "dishut"),
            ("bpkd", "bpbd"),
            ("dpmd", "dpmp"),
            ("bapeda", "bapenda"),
            ("disdik", "disdikbud"),
            ("kadis-dinsos", "kadis-dinkes"),
            ("kabid-1", "kabid-2"),
            ("dppk", "dppka"),
            ("bpkd", "bpkda"),
            ("sekd", "sekdes"),
        ] {
            assert_eq!(nearest_id(written, [known]), None, "{written}");
        }
    }

    #[test]
    fn two_that_are_as_near_are_not_told_apart() {
        assert_eq!(nearest("PRU-1", ["PR-1", "PU-1"]), None);
        let headings = [("nama_lengkap", "nama"), ("nama_lengkop", "nama")];
        assert_eq!(nearest_meaning("nama_lengkup", headings), Some("nama"));
    }
}
