//! `docs/galat.md` and `docs/galat-en.md` explain every code: what it says, what to do, and an
//! example of it. They are made of the declarations and the error cases; `naskah explain` prints
//! their parts.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::architecture::sources;
use crate::kit::desk::Desk;
use crate::kit::{expected, root};

/// A code as it is declared.
struct Declared {
    level: String,
    /// Message, label and steps in both languages.
    words: Vec<[String; 2]>,
}

/// Where codes are declared.
const FOLDERS: [&str; 5] = [
    "crates/base/src/problem",
    "crates/data/src/problem",
    "crates/papers/src/problem",
    "crates/typeset/src/problem",
    "src/problem",
];

/// Every code with what its declaration says.
fn declared() -> BTreeMap<String, Declared> {
    let mut all = BTreeMap::new();
    for file in FOLDERS.iter().flat_map(|folder| sources(&root().join(folder))) {
        let text = std::fs::read_to_string(&file).unwrap();
        let mut heads: Vec<(usize, &str, &str)> = Vec::new();
        for level in ["Error", "Warning"] {
            for (at, _) in text.match_indices(&format!("\" {level} ")) {
                let code = &text[at - 4..at];
                assert!(code.bytes().all(|b| b.is_ascii_digit()), "{code}");
                heads.push((at, code, level));
            }
        }
        heads.sort_unstable();
        let ends = heads.iter().skip(1).map(|(at, ..)| *at).chain([text.len()]);
        for ((at, code, level), end) in heads.iter().zip(ends) {
            let words = pairs(&text[*at..end]);
            let one = Declared { level: (*level).to_owned(), words };
            assert!(all.insert(format!("NSK{code}"), one).is_none(), "NSK{code} twice");
        }
    }
    all
}

/// Texts that stand in pairs, Indonesian and English.
fn pairs(body: &str) -> Vec<[String; 2]> {
    let texts = literals(body);
    let mut pairs = Vec::new();
    let mut n = 0;
    while let (Some((first, end, _)), Some((second, _, start))) =
        (texts.get(n), texts.get(n + 1))
    {
        let between: String =
            body[*end..*start].chars().filter(|c| !c.is_whitespace()).collect();
        // Of `("…", "…")` and of `format!("…"), format!("…")`.
        if between == "," || between == "),format!(" {
            pairs.push([first.clone(), second.clone()]);
            n += 2;
        } else {
            n += 1;
        }
    }
    pairs
}

/// The texts of a piece of source: what they say, where they end, where they begin.
fn literals(body: &str) -> Vec<(String, usize, usize)> {
    let mut found = Vec::new();
    let mut rest = 0;
    // The first quote ends the code.
    let mut from = body.find('"').map_or(body.len(), |at| at + 1);
    while let Some(start) = body[from..].find('"').map(|at| from + at) {
        if let Some(comment) = body[rest..start].rfind("//")
            && !body[rest + comment..start].contains('\n')
        {
            from = body[start..].find('\n').map_or(body.len(), |at| start + at);
            rest = from;
            continue;
        }
        let (mut said, mut escaped, mut end) = (String::new(), false, body.len());
        for (at, c) in body[start + 1..].char_indices() {
            match c {
                '"' if !escaped => {
                    end = start + 1 + at + 1;
                    break;
                }
                '\\' if !escaped => {
                    escaped = true;
                    continue;
                }
                'n' if escaped => said.push('\n'),
                _ => said.push(c),
            }
            escaped = false;
        }
        found.push((plain(&said), end, start));
        (from, rest) = (end, end);
    }
    found
}

/// A wording without its facts.
fn plain(said: &str) -> String {
    let mut plain = String::new();
    let mut inside = false;
    let said = said.replace("{{", "\u{1}").replace("}}", "\u{2}");
    for c in said.chars() {
        match c {
            '{' => {
                inside = true;
                plain.push('…');
            }
            '}' => inside = false,
            _ if !inside => plain.push(c),
            _ => {}
        }
    }
    plain.replace('\u{1}', "{").replace('\u{2}', "}").replace('\n', " ")
}

/// What was said in the error cases: a message of each code, the shortest of its own cases or of
/// all.
fn examples(lang: &str) -> BTreeMap<String, String> {
    let mut all: BTreeMap<String, (bool, String)> = BTreeMap::new();
    let folder = root().join("tests/galat");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|file| is_case(file)).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let said =
            text.split("\n== ").find(|part| part.starts_with(&format!("{lang} [")));
        let messages = said.unwrap_or_default().split("\n\n");
        for message in messages.skip_while(|part| !part.contains("[NSK")) {
            let Some(code) = code_of(message) else { continue };
            let own = name.starts_with(&code);
            let message = message.trim_end().to_owned();
            let shorter = |(kept_own, kept): &(bool, String)| {
                (!own, message.len()) < (!*kept_own, kept.len())
            };
            if all.get(&code).is_none_or(shorter) {
                all.insert(code, (own, message));
            }
        }
    }
    all.into_iter().map(|(code, (_, message))| (code, message)).collect()
}

fn is_case(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending == "txt")
}

/// The code that a message begins with.
fn code_of(message: &str) -> Option<String> {
    let (level, rest) = message.trim_start().split_once("[NSK")?;
    let known = ["galat", "peringatan", "error", "warning"].contains(&level);
    let code = rest.get(..4).filter(|_| known)?;
    Some(format!("NSK{code}"))
}

/// Whether a wording is a step, and not a part that one is put together of.
fn is_step(said: &str) -> bool {
    let letters = said.chars().filter(|c| c.is_alphabetic()).count();
    let begins = said.starts_with(|c: char| c.is_alphabetic());
    let is_part = ["ditulis ", "nama peserta", "written ", "names of"];
    let whole = !is_part.iter().any(|part| said.starts_with(part));
    letters >= 25 && whole && (begins || said.contains("; "))
        || [" ", "tulis", "isi", "pakai", "samakan", "buat", "write", "use", "make"]
            .iter()
            .any(|word| said.starts_with(*word) && letters > 8)
}

/// The whole document in a language.
fn document(lang: &str) -> String {
    let id = lang == "id";
    let say = |id_words: &'static str, en: &'static str| if id { id_words } else { en };
    let mut text = String::from(say(
        "# Galat dan peringatan\n\nArti setiap kode pesan, langkahnya, dan sebuah contoh. Galat menghentikan pembuatan naskah; peringatan tidak. `naskah explain NSK0113` menampilkan bagian\nkode itu. Titik-titik (…) menggantikan isi data Anda.\n",
        "# Errors and warnings\n\nWhat each code of a message means, what to do, and an example. An error stops the making of papers, a warning does not. `naskah explain NSK0113` prints the part\nof that code. Dots (…) stand for what your data say.\n",
    ));
    let examples = examples(lang);
    for (code, declared) in declared() {
        let one = |pair: &[String; 2]| pair[usize::from(!id)].trim().to_owned();
        let level = match declared.level.as_str() {
            "Error" => say("Galat", "Error"),
            _ => say("Peringatan", "Warning"),
        };
        let message = declared.words.first().map(one).unwrap_or_default();
        let example = examples.get(&code);
        let told = |example: &String| {
            let first = example.lines().next().unwrap_or_default();
            first.split_once(": ").map_or_else(String::new, |(_, said)| said.to_owned())
        };
        // A wording that is put together of parts says nothing without them.
        let is_whole = message.chars().filter(|c| c.is_alphabetic()).count() > 8;
        let message =
            if is_whole { message } else { example.map(told).unwrap_or_default() };
        let _ = write!(text, "\n## {code}\n\n{level}: {message}.\n");
        let mut steps: Vec<String> = declared.words.iter().skip(2).map(one).collect();
        steps.retain(|step| is_step(step));
        let mut seen = std::collections::BTreeSet::new();
        steps.retain(|step| seen.insert(step.clone()));
        if !steps.is_empty() {
            text.push_str(say("\nLangkah:\n\n", "\nNext step:\n\n"));
            for step in steps {
                let _ = writeln!(text, "- {step}");
            }
        }
        if let Some(example) = example {
            text.push_str(say("\nContoh:\n\n", "\nExample:\n\n"));
            let _ = write!(text, "```text\n{example}\n```\n");
        }
    }
    text
}

#[test]
fn the_list_of_codes_says_what_is_declared() {
    expected("docs/galat.md", &document("id"));
    expected("docs/galat-en.md", &document("en"));
}

#[test]
fn explain_prints_the_part_of_a_code() {
    let desk = Desk::new();
    for code in ["NSK0113", "nsk0113", "0113", "113"] {
        let said = desk.run(&["explain", code]).code(0).stdout();
        assert!(said.starts_with("NSK0113\n"), "{said}");
        assert!(said.contains("Langkah:") && said.contains("galat[NSK0113]"), "{said}");
        assert!(!said.contains("NSK0114") && !said.contains("```"), "{said}");
    }
    let said = desk.run_in("en", &["explain", "NSK0113"]).code(0).stdout();
    assert!(said.contains("Next step:"), "{said}");
    let said = desk.run(&["explain", "NSK9999"]).code(2).stderr();
    assert!(said.contains("NSK9999") && said.contains("kurung siku"), "{said}");
    // The last one has an end, too.
    for code in declared().keys() {
        let said = desk.run(&["explain", code]).code(0).stdout();
        assert!(said.lines().count() > 2, "{code}: {said}");
    }
}
