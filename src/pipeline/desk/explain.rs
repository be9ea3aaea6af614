//! What the codes of messages mean.

use base::diag::Lang;

/// The list of codes in both languages, made of their declarations and the error cases.
const ID: &str = include_str!("../../../docs/galat.md");
const EN: &str = include_str!("../../../docs/galat-en.md");

/// What a code means, as it is typed: `NSK0113`, `nsk0113`, `0113` or `113`. `None` where no
/// message has it.
pub fn explain(typed: &str, lang: Lang) -> Option<String> {
    let digits = typed.trim().to_ascii_uppercase();
    let digits = digits.strip_prefix("NSK").unwrap_or(&digits);
    let code = format!("NSK{digits:0>4}");
    let all = match lang {
        Lang::Id => ID,
        Lang::En => EN,
    };
    let (_, part) = all.split_once(&format!("\n## {code}\n"))?;
    let part = part.split("\n## NSK").next()?;
    let lines = part.trim().lines().filter(|line| !line.starts_with("```"));
    let lines: Vec<&str> = lines.collect();
    Some(format!("{code}\n\n{}", lines.join("\n")))
}
