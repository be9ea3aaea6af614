//! CSV that a spreadsheet opens without running what is in it.

use bahasa::nomor::is_formula;

/// A text that a spreadsheet would run as a formula gets an apostrophe, and one that begins with
/// a minus or a blank that is none. Numbers that the program itself wrote, which may begin with a
/// minus, need no guard.
pub fn guarded(text: &str) -> String {
    const BESIDE: [char; 5] = ['-', '－', '\t', '\r', '\n'];
    if is_formula(text) || text.trim_start_matches(' ').starts_with(BESIDE) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Rows as CSV text; all have the columns of the first.
pub fn csv(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail.
        let _ = writer.write_record(&row);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_starts_a_formula() {
        for text in ["=1+1", "+62 811", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"]
        {
            assert_eq!(guarded(text), format!("'{text}"));
        }
        for text in ["Dinas", "3-4", "a=b", ""] {
            assert_eq!(guarded(text), text);
        }
    }
}
