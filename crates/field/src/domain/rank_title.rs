//! Ranks of TNI and Polri that were typed before a name: "Kol. Inf.", "Kombes Pol.", "AKBP".

use super::golongan;

/// The words of ranks, without their dots, as they are said and as they are cut short.
const RANKS: [&str; 66] = [
    "Jenderal",
    "Jend",
    "Letjen",
    "Mayjen",
    "Brigjen",
    "Kolonel",
    "Kol",
    "Letkol",
    "Mayor",
    "Kapten",
    "Kapt",
    "Lettu",
    "Letda",
    "Peltu",
    "Pelda",
    "Serma",
    "Serka",
    "Sertu",
    "Serda",
    "Kopka",
    "Koptu",
    "Kopda",
    "Praka",
    "Pratu",
    "Prada",
    "Laksamana",
    "Laksdya",
    "Laksda",
    "Laksma",
    "Marsekal",
    "Marsdya",
    "Marsda",
    "Marsma",
    "Kelasi",
    "Komjen",
    "Irjen",
    "Kombes",
    "Kombespol",
    "Brigjenpol",
    "AKBP",
    "Kompol",
    "AKP",
    "Iptu",
    "Ipda",
    "Aiptu",
    "Aipda",
    "Bripka",
    "Brigadir",
    "Brigpol",
    "Briptu",
    "Bripda",
    "Bharaka",
    "Bharatu",
    "Bharada",
    "Abripol",
    "Letnan",
    "Pembantu",
    "Sersan",
    "Kopral",
    "Prajurit",
    "Inspektur",
    "Komisaris",
    "Ajun",
    "Ajudan",
    "Bhayangkara",
    "Barada",
];

/// What stands behind a rank: the corps, the force, and the rest of a rank of several words.
const CORPS: [&str; 40] = [
    "Inf",
    "Kav",
    "Arm",
    "Arh",
    "Czi",
    "Cpl",
    "Cba",
    "Chb",
    "Ckm",
    "Cku",
    "Cpm",
    "Caj",
    "Ctp",
    "Chk",
    "Cpn",
    "Laut",
    "Mar",
    "Pnb",
    "Nav",
    "Tek",
    "Lek",
    "Kal",
    "Adm",
    "Pas",
    "Pom",
    "Sus",
    "Pol",
    "TNI",
    "Marinir",
    "Purn",
    "Satu",
    "Dua",
    "Kepala",
    "Mayor",
    "Besar",
    "Polisi",
    "Jenderal",
    "Kolonel",
    "Letnan",
    "Komisaris",
];

/// Words that are names and offices as well: ranks only with another word of one behind them.
const ALSO_NAMES: [&str; 12] = [
    "Mayor",
    "Kapten",
    "Jenderal",
    "Pembantu",
    "Inspektur",
    "Komisaris",
    "Ajun",
    "Ajudan",
    "Prajurit",
    "Laksamana",
    "Marsekal",
    "Brigadir",
];

/// How many of the first words are a rank; `serves` says that the name is one of TNI or Polri, so
/// that "Mayor" is no name.
pub(super) fn length(words: &[&str], serves: bool) -> usize {
    let Some(first) = words.first().map(|word| bare(word)) else { return 0 };
    let known = is_among(&RANKS, &first) || golongan::is_rank(&first);
    let short = first == "Kol" && !words[0].ends_with('.') && !serves;
    if !known || short {
        return 0;
    }
    let behind = words.iter().skip(1).take_while(|word| is_behind(word)).count();
    // The name itself is left.
    let length = (behind + 1).min(words.len().saturating_sub(1));
    if length == 1 && !serves && is_among(&ALSO_NAMES, &first) { 0 } else { length }
}

fn is_behind(word: &str) -> bool {
    let letters = bare(word);
    let branch = word.starts_with('(') && letters.len() <= 4;
    branch || is_among(&CORPS, &letters) || golongan::is_corps(word)
}

fn is_among(words: &[&str], letters: &str) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(letters))
}

fn bare(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphabetic).collect()
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn ranks_before_names() {
        for (typed, words) in [
            ("Kol. Inf. Budi", 2),
            ("Kombes Pol. Budi Santoso", 2),
            ("Letkol Arh Siti", 2),
            ("AKBP Rina", 1),
            ("Kolonel Laut (P) Andi", 3),
            ("Brigadir Jenderal Polisi Budi", 3),
            ("Mayor Inf Joko", 2),
            ("Mayor Joko", 0),
            ("Kol Budi", 0),
            ("Siti AKBP", 0),
            ("Letkol", 0),
        ] {
            let all: Vec<&str> = typed.split(' ').collect();
            assert_eq!(length(&all, false), words, "{typed}");
        }
    }

    #[test]
    fn every_rank_of_the_catalog_stands_before_a_name() {
        for (typed, words) in [
            ("AKP Ferdinan", 1),
            ("Kompol Budi", 1),
            ("AKBP H. Budi", 1),
            ("Iptu Siti", 1),
            ("Ipda Siti", 1),
            ("Aiptu Siti", 1),
            ("Bripka Siti", 1),
            ("Abripda Joko", 1),
            ("Klada Joko", 1),
            ("Mayor Cba Joko", 2),
            ("Kapten Cke Joko", 2),
            ("Lettu Kes Joko", 2),
            ("Letkol Laut (KH) Joko", 3),
            ("Serma Pom Joko", 2),
        ] {
            let all: Vec<&str> = typed.split(' ').collect();
            assert_eq!(length(&all, false), words, "{typed}");
        }
        for (typed, words) in [("Mayor Joko", 1), ("Kapten Siti", 1), ("Joko Mayor", 0)] {
            let all: Vec<&str> = typed.split(' ').collect();
            assert_eq!(length(&all, true), words, "{typed}");
        }
    }
}
