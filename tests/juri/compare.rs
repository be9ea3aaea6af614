//! Does a PDF say what its DOCX says?
//!
//! Two readings. *Letters by element*: every paragraph of the DOCX is found in the tagged text of
//! the PDF, nothing of that text is left over, and the order is the same; line breaks, blanks and
//! hyphens do not count here. *Words on the page*: every word of the DOCX is seen on the drawn
//! pages, and no other words are, except list markers, page numbers and repeated heads; here
//! blanks count, and a word hyphenated at a line's end is put together again where that is needed.
//!
//! A chart is drawn with real text in the PDF and is a picture in the DOCX: its words are compared
//! by the alternative text, which must be the same in both.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::docx_text::DocxText;
use super::pdf::Element;

/// What differs, one sentence each; empty when both say the same. `alts` are the alternative
/// texts of the PDF.
pub(crate) fn compare(
    docx: &DocxText,
    tagged: &[Element],
    drawn: &str,
    alts: &[String],
) -> Vec<String> {
    let (figures, tagged): (Vec<_>, Vec<_>) =
        tagged.iter().cloned().partition(|element| element.kind == "Figure");
    let figures: Vec<String> =
        figures.iter().map(|figure| letters(&figure.lines.concat())).collect();
    let mut differences = by_letters(docx, &tagged);
    differences.extend(by_words(docx, &tagged, drawn, &figures));
    differences.extend(by_pictures(docx, alts));
    differences
}

/// Pictures that are heard in one format only.
fn by_pictures(docx: &DocxText, alts: &[String]) -> Vec<String> {
    let spoken = |alts: &[String]| count(alts.iter().map(|alt| words(alt).join(" ")));
    let (docx, pdf) = (spoken(&docx.pictures), spoken(alts));
    let only = |a: &Count, b: &Count, what: &str| -> Vec<String> {
        let more = surplus(a, b).into_keys();
        more.map(|alt| format!("picture only in the {what}: {alt}")).collect()
    };
    let mut differences = only(&docx, &pdf, "DOCX");
    differences.extend(only(&pdf, &docx, "PDF"));
    differences
}

/// The words of a text: NFC, one kind of hyphen, no soft hyphens, split at white space.
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain: String = text.nfc().filter_map(plain_char).collect();
    plain.split_whitespace().map(str::to_owned).collect()
}

fn plain_char(c: char) -> Option<char> {
    match c {
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => None,
        c => Some(c),
    }
}

/// The letters of a text: its words without blanks and hyphens.
fn letters(text: &str) -> String {
    words(text).concat().replace('-', "")
}

/// Leaders and lines to write on.
fn is_filler(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '.' | '_' | '…' | '·'))
}

fn is_number(text: &str) -> bool {
    let core = text.trim_matches(|c: char| !c.is_alphanumeric());
    core.chars().all(|c| c.is_ascii_digit())
        || core.chars().all(|c| "ivxlcIVXLC".contains(c))
}

// Letters by element.

/// The letters of a tagged PDF, and which of them are accounted for.
struct Cover {
    letters: String,
    elements: Vec<Range<usize>>,
    taken: Vec<bool>,
    label: Vec<bool>,
}

impl Cover {
    fn new(tagged: &[Element]) -> Self {
        let mut cover = Self {
            letters: String::new(),
            elements: vec![],
            taken: vec![],
            label: vec![],
        };
        for element in tagged {
            let start = cover.letters.len();
            cover.letters.push_str(&letters(&element.lines.concat()));
            cover.elements.push(start..cover.letters.len());
            cover.label.resize(cover.letters.len(), element.kind == "Lbl");
        }
        cover.taken = vec![false; cover.letters.len()];
        cover
    }

    /// Takes whole elements that say just this.
    fn take_elements(&mut self, text: &str, places: &mut Vec<usize>, count: usize) {
        for range in self.elements.clone() {
            if places.len() < count && self.letters[range.clone()] == *text {
                self.take(range, places);
            }
        }
    }

    /// Takes runs of letters, wherever they stand.
    fn take_runs(
        &mut self,
        text: &str,
        places: &mut Vec<usize>,
        count: usize,
        labels: bool,
    ) {
        let mut from = 0;
        while places.len() < count {
            let Some(at) = self.letters[from..].find(text) else { return };
            let range = from + at..from + at + text.len();
            let free =
                range.clone().all(|i| !self.taken[i] && (labels || !self.label[i]));
            if free {
                self.take(range.clone(), places);
                from = range.end;
            } else {
                let first = self.letters[range.start..].chars().next();
                from = range.start + first.map_or(1, char::len_utf8);
            }
        }
    }

    fn take(&mut self, range: Range<usize>, places: &mut Vec<usize>) {
        if !self.taken[range.clone()].contains(&true) {
            places.push(range.start);
            self.taken[range].fill(true);
        }
    }

    /// What nobody took, cut at the elements' borders; labels are Word's own to compute.
    fn left(&self) -> Vec<&str> {
        let mut left = Vec::new();
        for element in &self.elements {
            let mut at = element.start;
            while at < element.end {
                let open = |i: &usize| !self.taken[*i] && !self.label[*i];
                let end = (at..element.end).find(|i| !open(i)).unwrap_or(element.end);
                if end > at {
                    left.push(&self.letters[at..end]);
                }
                at = end.max(at) + 1;
            }
        }
        left
    }
}

fn by_letters(docx: &DocxText, tagged: &[Element]) -> Vec<String> {
    let mut cover = Cover::new(tagged);
    if cover.letters.is_empty() {
        return vec!["the PDF has no tagged text".into()];
    }
    // How often each paragraph is wanted, the longest first, so that a short one does not take
    // a piece of a long one.
    let mut wanted: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for text in docx.body.iter().chain(&docx.notes) {
        wanted.entry(letters(text)).or_insert((0, text)).0 += 1;
    }
    wanted.remove("");
    let mut wanted: Vec<_> = wanted.into_iter().collect();
    wanted.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (text, (count, _)) in &wanted {
        let places = places.entry(text).or_default();
        cover.take_elements(text, places, *count);
        cover.take_runs(text, places, *count, false);
    }
    let mut differences = Vec::new();
    for (text, (count, original)) in &wanted {
        let places = places.entry(text).or_default();
        cover.take_runs(text, places, *count, true);
        if places.len() < *count && !is_filler(text) {
            let missing = count - places.len();
            differences.push(format!("{missing} times only in the DOCX: {original}"));
        }
    }
    let around = docx.shown.iter().chain(&docx.perhaps);
    let around: Vec<String> = around.map(|text| letters(text)).collect();
    for rest in cover.left() {
        let header = around.iter().any(|text| text.contains(rest));
        let note_mark = !docx.notes.is_empty() && is_number(rest);
        if !header && !note_mark && !is_filler(rest) {
            differences.push(format!("only in the PDF: {rest}"));
        }
    }
    differences.extend(order(docx, &places));
    differences
}

/// Paragraphs that occur once must come in the same order; the first that does not is told.
fn order(docx: &DocxText, places: &BTreeMap<&str, Vec<usize>>) -> Option<String> {
    let mut last = (0, "");
    for text in &docx.body {
        let once = places.get(letters(text).as_str()).filter(|p| p.len() == 1);
        // Short ones may have found their letters inside another word.
        if let Some(place) = once.filter(|_| letters(text).len() >= 12) {
            if place[0] < last.0 {
                return Some(format!("in the PDF `{text}` comes before `{}`", last.1));
            }
            last = (place[0], text);
        }
    }
    None
}

// Words on the page.

type Count = BTreeMap<String, usize>;

fn count(words: impl IntoIterator<Item = String>) -> Count {
    let mut count = Count::new();
    for word in words {
        *count.entry(word).or_default() += 1;
    }
    count.retain(|word, _| !is_filler(word));
    count
}

/// What `a` has more often than `b`.
fn surplus(a: &Count, b: &Count) -> Count {
    let more = a.iter().map(|(word, n)| {
        (word.clone(), n.saturating_sub(b.get(word).copied().unwrap_or_default()))
    });
    more.filter(|(_, n)| *n > 0).collect()
}

fn by_words(
    docx: &DocxText,
    tagged: &[Element],
    drawn: &str,
    figures: &[String],
) -> Vec<String> {
    let said = docx.body.iter().chain(&docx.notes).chain(&docx.shown);
    let said = count(said.flat_map(|text| words(text)));
    let lines: Vec<Vec<String>> = drawn.lines().map(words).collect();
    let seen = count(lines.iter().flatten().cloned());
    let mut missing = surplus(&said, &seen);
    let mut extra = surplus(&seen, &said);
    join_lines(&lines, &mut missing, &mut extra);
    join_pages(drawn, &mut missing, &mut extra);
    if !docx.notes.is_empty() {
        unmark_notes(&mut missing, &mut extra);
    }
    // A footer that is shown need not stand alone on its page: "Halaman 1".
    let labels = tagged.iter().filter(|e| e.kind == "Lbl").flat_map(|e| &e.lines);
    let around = docx.shown.iter().chain(&docx.perhaps).chain(&docx.repeated);
    let allowed = count(around.chain(labels).flat_map(|text| words(text)));
    extra.retain(|word, _| {
        let in_chart = || figures.iter().any(|figure| figure.contains(&letters(word)));
        let explained =
            allowed.contains_key(word) || docx.numbered && is_number(word) || in_chart();
        !explained
    });
    let told = |count: Count, what: &str| {
        let words = count.into_iter().map(|(word, n)| format!("{word} ({n})"));
        let words: Vec<String> = words.take(30).collect();
        (!words.is_empty())
            .then(|| format!("words only in the {what}: {}", words.join(", ")))
    };
    told(missing, "DOCX").into_iter().chain(told(extra, "PDF")).collect()
}

/// Puts words together that were cut at line ends, where the DOCX has the whole word.
fn join_lines(lines: &[Vec<String>], missing: &mut Count, extra: &mut Count) {
    for (index, line) in lines.iter().enumerate() {
        let Some(first) = line.last() else { continue };
        let mut pieces = vec![first.clone()];
        let mut whole = vec![first.clone()];
        for next in lines[index + 1..].iter().take(3) {
            let Some(piece) = next.first() else { break };
            pieces.push(piece.clone());
            whole = whole
                .iter()
                .flat_map(|start| {
                    let bare = start.strip_suffix('-').unwrap_or(start);
                    [format!("{start}{piece}"), format!("{bare}{piece}")]
                })
                .collect();
            if let Some(word) = whole.iter().find(|word| missing.contains_key(*word)) {
                less(missing, word);
                for piece in &pieces {
                    less(extra, piece);
                }
                break;
            }
            // Only a line of one word goes on into the line after it.
            if next.len() > 1 {
                break;
            }
        }
    }
}

/// A word broken over a page has the page's header and footer between its pieces; only a line
/// that ends in a soft hyphen is broken.
fn join_pages(drawn: &str, missing: &mut Count, extra: &mut Count) {
    let broken = drawn.lines().filter(|line| line.trim_end().ends_with('\u{ad}'));
    let starts: Vec<String> = broken.filter_map(|line| words(line).pop()).collect();
    let ends: Vec<String> = extra.keys().cloned().collect();
    for start in &starts {
        for end in &ends {
            let word = format!("{}{end}", start.trim_end_matches(['-', '\u{ad}']));
            let there = extra.contains_key(start) && extra.contains_key(end);
            if there && missing.contains_key(&word) {
                less(missing, &word);
                less(extra, start);
                less(extra, end);
            }
        }
    }
}

/// A raised note mark sticks to the word before it.
fn unmark_notes(missing: &mut Count, extra: &mut Count) {
    for marked in extra.clone().into_keys() {
        let word = marked.trim_end_matches(|c: char| c.is_ascii_digit());
        if word.len() < marked.len() && (word.is_empty() || missing.contains_key(word)) {
            less(missing, word);
            less(extra, &marked);
        }
    }
}

fn less(count: &mut Count, word: &str) {
    if let Some(n) = count.get_mut(word) {
        *n -= 1;
        if *n == 0 {
            count.remove(word);
        }
    }
}
