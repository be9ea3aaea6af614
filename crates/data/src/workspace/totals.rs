//! Rows of totals under a list, which are no rows of it.

use super::columns::ListColumns;

/// Whether a row that lacks what each row needs is one of totals: `cells` are its keys and
/// texts in their order, with the columns that are passed over.
pub(super) fn is_totals<'a>(
    columns: ListColumns,
    cells: impl Iterator<Item = (&'a str, &'a str)>,
) -> bool {
    let cells: Vec<(&str, &str)> = cells.collect();
    // Nobody and nothing is called so, whatever else its row says.
    if cells.iter().any(|(key, text)| is_label(key, text)) {
        return true;
    }
    let Some(main) = columns.required().first().copied() else {
        // Where any column may be absent, only a cell with nothing but the word says so.
        let text = cells.iter().find(|(_, text)| text.chars().any(char::is_alphabetic));
        return text.is_some_and(|(_, text)| TOTALS.contains(&letters(text).as_str()));
    };
    let lacks = columns.required().iter().any(|key| !cells.iter().any(|(k, _)| k == key));
    let word = cells.iter().find(|(_, text)| text.chars().any(char::is_alphabetic));
    let Some((key, text)) = word else { return false };
    let text = letters(text);
    // A name may begin with the word ("Jumlah rombongan belajar"), a code never does.
    let named = *key != main && columns.required().contains(key);
    (lacks || *key == main)
        && if named {
            TOTALS.contains(&text.as_str())
        } else {
            TOTALS.iter().any(|word| text.starts_with(word))
        }
}

/// Whether a cell names a row of totals: as a name the bare word, as an id also with others, for
/// no id has capitals or blanks.
fn is_label(key: &str, text: &str) -> bool {
    let words = letters(text);
    match key {
        "nama" => TOTALS.contains(&words.as_str()),
        "id" => {
            text.contains(|c: char| c.is_uppercase() || c.is_whitespace())
                && TOTALS.iter().any(|total| words.starts_with(total))
        }
        _ => false,
    }
}

fn letters(text: &str) -> String {
    text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
}

const TOTALS: [&str; 9] = [
    "jumlah",
    "total",
    "subtotal",
    "grandtotal",
    "ratarata",
    "jumlahtotal",
    "jumlahseluruhnya",
    "jumlahkeseluruhan",
    "totalkeseluruhan",
];
