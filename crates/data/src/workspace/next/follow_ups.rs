//! What was agreed, promised or asked for and is not done, in the file of the next meeting.

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value};

use super::{NextQuarter, put};
use field::domain::{KeadaanTindakLanjut, TindakLanjut};

/// Whether an entry says that it was done.
fn is_done(entry: &Table) -> bool {
    let word = entry.get("keadaan").and_then(Item::as_str).map(str::trim);
    let words = KeadaanTindakLanjut::WORDS.iter();
    let said = words.filter(|(own, _)| word.is_some_and(|w| own.eq_ignore_ascii_case(w)));
    let keadaan = said.map(|(_, keadaan)| *keadaan).next();
    let selesai = entry.contains_key("selesai").then(jiff::civil::Date::default);
    TindakLanjut { keadaan, selesai, ..TindakLanjut::default() }.is_done()
}

/// Words that two texts must share in a row to be one promise, where one says more.
const SHARED: usize = 4;

fn text_of<'a>(entry: &'a Table, key: &str) -> Option<&'a str> {
    entry.get(key).and_then(Item::as_str)
}

/// Whether something that is already taken up is what was said once more: by the meeting and in
/// the report of the office, or in two quarters.
fn is_same(entry: &Table, one: &TindakLanjut) -> bool {
    let opd = one.opd.as_ref().map(|opd| opd.value.as_str());
    let day = entry.get("tenggat").map(ToString::to_string);
    let day = day.map(|day| day.trim().to_owned());
    let apart = || {
        text_of(entry, "pic") != one.pic.as_deref()
            || day != one.tenggat.map(|day| day.to_string())
    };
    // Of one report two services may promise the same, each by its own people and day.
    let twice = text_of(entry, "asal") == one.asal.as_deref() && apart();
    text_of(entry, "opd") == opd
        && !twice
        && text_of(entry, "isi").is_some_and(|isi| are_one(isi, &one.isi))
}

fn are_one(one: &str, two: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
    };
    let (one, two) = (words(one), words(two));
    let (short, long) = if one.len() < two.len() { (&one, &two) } else { (&two, &one) };
    one == two
        || (short.len() >= SHARED && long.windows(short.len()).any(|part| part == short))
}

/// Lets what is taken up say what only the other says: more words, who, until when, from where.
fn take_up(entry: &mut Table, one: &TindakLanjut) {
    let more = |entry: &Table, key: &str, text: &str| {
        text_of(entry, key).is_none_or(|there| there.len() < text.len())
    };
    if more(entry, "isi", &one.isi) {
        put(entry, "isi", Value::from(one.isi.as_str()));
    }
    if let Some(pic) = one.pic.as_deref().filter(|_| !entry.contains_key("pic")) {
        put(entry, "pic", Value::from(pic));
    }
    if !entry.contains_key("tenggat") {
        set_day(entry, one);
    }
    let Some(asal) = one.asal.as_deref() else { return };
    let there = text_of(entry, "asal").unwrap_or_default();
    if there.is_empty() {
        put(entry, "asal", Value::from(asal));
    } else if !there.contains(asal) {
        let both = format!("{there}; {asal}");
        put(entry, "asal", Value::from(both));
    }
}

fn set_day(entry: &mut Table, one: &TindakLanjut) {
    if let Some(day) = one.tenggat.and_then(|day| day.to_string().parse().ok()) {
        let day: toml_edit::Datetime = day;
        entry.insert("tenggat", toml_edit::value(day));
    }
}

/// What was agreed or asked for, behind what is not done of it before. Gives how many there are.
pub(super) fn taken_up(document: &mut DocumentMut, next: &NextQuarter) -> usize {
    let mut all = ArrayOfTables::new();
    let old = document.remove("tindak_lanjut");
    let old = old.as_ref().and_then(Item::as_array_of_tables);
    let open = |entry: &&Table| !is_done(entry);
    for entry in old.into_iter().flat_map(ArrayOfTables::iter).filter(open) {
        // What was said of it was said of the quarter that was.
        let mut entry = entry.clone();
        entry.remove("keadaan");
        entry.remove("selesai");
        all.push(entry);
    }
    for one in &next.before {
        if let Some(there) = all.iter_mut().find(|there| is_same(there, one)) {
            take_up(there, one);
            continue;
        }
        let mut entry = Table::new();
        let texts = [
            ("isi", Some(one.isi.as_str())),
            ("opd", one.opd.as_ref().map(|opd| opd.value.as_str())),
            ("pic", one.pic.as_deref()),
        ];
        for (key, text) in texts {
            text.map(|text| entry.insert(key, toml_edit::value(text)));
        }
        set_day(&mut entry, one);
        one.asal.as_deref().map(|text| entry.insert("asal", toml_edit::value(text)));
        all.push(entry);
    }
    let count = all.len();
    if count > 0 {
        document.insert("tindak_lanjut", Item::ArrayOfTables(all));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::are_one;

    #[test]
    fn one_promise_is_known_in_other_words() {
        for (one, two, same) in [
            ("Menambah posyandu lansia.", "menambah  posyandu lansia", true),
            (
                "Memadankan data per desa",
                "Pelayanan PAUD: memadankan data per desa dengan Dukcapil.",
                true,
            ),
            ("Melengkapi data", "Melengkapi data sasaran ibu hamil", false),
            ("Memadankan data per desa", "Memadankan data per kecamatan", false),
            ("", "", true),
        ] {
            assert_eq!(are_one(one, two), same, "{one} / {two}");
            assert_eq!(are_one(two, one), same, "{one} / {two}");
        }
    }
}
