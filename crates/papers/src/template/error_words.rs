//! What minijinja says, in the user's language.

use minijinja::ErrorKind;

use base::diag::Both;

/// Whole sentences by what minijinja's English begins with; what follows is a name.
const SENTENCES: &[(&str, &str, &str)] = &[
    (
        "unexpected end of input, expected end of variable block",
        "`}}` belum ada sampai akhir template",
        "the template ends before `}}`",
    ),
    (
        "unexpected end of input, expected end of block",
        "`%}`, {% endif %}, atau {% endfor %} belum ada sampai akhir template",
        "the template ends before `%}`, {% endif %} or {% endfor %}",
    ),
    (
        "unexpected end of input",
        "template berakhir terlalu awal",
        "the template ends too early",
    ),
    (
        "recursion limit exceeded",
        "makro atau {% include %} memanggil dirinya sendiri tanpa henti",
        "a macro or {% include %} calls itself without end",
    ),
    (
        "template exceeds maximum recursion limits",
        "kurung atau {% if %} bersarang terlalu dalam",
        "brackets or {% if %} lie too deep in each other",
    ),
    ("unknown statement ", "pernyataan {} tidak dikenal", "unknown statement {}"),
    (
        "tried to include non-existing template ",
        "berkas {} yang disisipkan tidak ada",
        "the included file {} does not exist",
    ),
    ("unknown keyword argument ", "pilihan {} tidak dikenal", "unknown option {}"),
    (
        "Too many arguments",
        "terlalu banyak nilai dalam kurung",
        "too many values in brackets",
    ),
    (
        "cannot assign to reserved variable name ",
        "nama {} tidak dapat dipakai",
        "the name {} cannot be used",
    ),
    (
        "'continue' must be placed inside a loop",
        "{% continue %} hanya boleh di dalam perulangan",
        "{% continue %} may only stand in a loop",
    ),
    (
        "'break' must be placed inside a loop",
        "{% break %} hanya boleh di dalam perulangan",
        "{% break %} may only stand in a loop",
    ),
    (
        "unexpected input after expression",
        "ada tulisan berlebih",
        "there is text too many",
    ),
];

/// What minijinja expects, by its own names.
const EXPECTED: &[(&str, &str, &str)] = &[
    ("end of variable block", "`}}`", "`}}`"),
    ("end of block", "`%}`", "`%}`"),
    ("end of input", "akhir template", "the end of the template"),
    ("identifier or integer", "nama atau bilangan", "a name or a number"),
    ("identifier", "nama", "a name"),
    ("expression", "nilai", "a value"),
    ("keyword", "kata kunci", "a keyword"),
    ("statement", "pernyataan", "a statement"),
    ("template data", "teks", "text"),
];

/// What an error says, for the kinds that have no problem of their own.
pub(super) fn detail(kind: ErrorKind, detail: &str) -> Both {
    for (start, id, en) in SENTENCES {
        if let Some(rest) = detail.strip_prefix(start) {
            let name = format!("`{}`", rest.trim().trim_matches(['\'', '`', '"']));
            return Both::new(id.replace("{}", &name), en.replace("{}", &name));
        }
    }
    if let Some((found, expected)) = detail.strip_prefix("unexpected ").and_then(split) {
        let (id, en) = expected_words(expected);
        let found_words = expected_words(found);
        return Both::new(
            format!("di sini ada {}, seharusnya {id}", found_words.0),
            format!("here is {} instead of {en}", found_words.1),
        );
    }
    let (id, en) = match kind {
        ErrorKind::SyntaxError => ("penulisan template salah", "template syntax error"),
        ErrorKind::MissingArgument => {
            ("nilai dalam kurung kurang", "a value in the brackets is missing")
        }
        ErrorKind::TooManyArguments => {
            ("terlalu banyak nilai dalam kurung", "too many values in brackets")
        }
        ErrorKind::InvalidOperation => (
            "nilai ini tidak dapat dipakai begini",
            "this value cannot be used like this",
        ),
        ErrorKind::TemplateNotFound => {
            ("berkas template tidak ada", "no such template file")
        }
        ErrorKind::BadEscape => {
            ("tulisan setelah `\\` tidak sah", "a bad escape behind `\\`")
        }
        ErrorKind::CannotUnpack => {
            ("daftar tidak dapat diurai", "the list cannot be unpacked")
        }
        ErrorKind::UnknownBlock => ("blok tidak dikenal", "unknown block"),
        _ => ("template tidak dapat diisi", "the template cannot be filled"),
    };
    if detail.is_empty() {
        return Both::new(id, en);
    }
    // The engine speaks English alone.
    Both::new(id, format!("{en} ({detail})"))
}

/// The name that an operation stumbled over: "... (`daerah.target` is undefined, from line 1)".
pub(super) fn not_there(detail: &str) -> Option<&str> {
    let (before, _) = detail.rsplit_once("` is undefined")?;
    before.rsplit_once('`').map(|(_, name)| name)
}

/// "`}`, expected end of block" in its two parts.
fn split(rest: &str) -> Option<(&str, &str)> {
    rest.split_once(", expected ")
}

fn expected_words(name: &str) -> (&str, &str) {
    let known = EXPECTED.iter().find(|(english, ..)| *english == name);
    known.map_or((name, name), |(_, id, en)| (*id, *en))
}
