//! Sentences of the letters that evaluate an OPD.

use super::{changed, changed_in, evaluation, paper};
use crate::kit::fixture;
use crate::kit::opened::try_open;

/// Where every service reached everybody, none is counted among the rest.
#[test]
fn all_that_served_everybody_are_said_together() {
    let file = "data/capaian/2024-tw4.toml";
    let served = [("sasaran = 412\nterlayani = 389", "sasaran = 412\nterlayani = 412")];
    let letter = evaluation(&changed("kutai-timur", file, &served), "satpolpp");
    assert!(
        letter.contains("Seluruh jenis pelayanan dasar yang dinilai, yaitu 2 (dua), telah melayani seluruh sasarannya, tetapi bagian mutunya belum"),
        "{letter}"
    );
    assert!(!letter.contains("2 (dua) telah melayani"), "{letter}");
}

/// Two figures with decimal commas do not stand behind one comma.
#[test]
fn a_distance_is_set_off_from_its_index() {
    let letter = evaluation(&try_open(&fixture("mahakam-ulu")).unwrap(), "disdikbud");
    assert!(letter.contains("**59,95%**, yaitu **34,95 poin di atas"), "{letter}");
}

/// What fell is told with its unit on both sides.
#[test]
fn both_figures_of_a_fall_have_their_unit() {
    let file = "data/capaian/2024-tw4.toml";
    let fell = [("terpenuhi = 28527", "terpenuhi = 12")];
    let letter = evaluation(&changed("kutai-timur", file, &fell), "disdikbud");
    let said = letter.split("Pemenuhan “Buku gambar” berkurang dari ").nth(1).unwrap();
    let (before, after) = said.split_once(" pada Triwulan III menjadi ").unwrap();
    assert!(before.ends_with(" buku") && after.starts_with("12 buku."), "{said}");
}

/// A letter with one finding does not number it.
#[test]
fn one_finding_is_not_numbered() {
    let opened = try_open(&fixture("mahakam-ulu")).unwrap();
    let one = evaluation(&opened, "disdikbud");
    assert!(
        one.contains("temuan berikut. :::gaya {rata=penuh polos} **Pendidikan"),
        "{one}"
    );
    assert!(!one.contains("1. **"), "{one}");
    assert!(evaluation(&opened, "dinkes").contains("1. **"));
}

/// A zero that stands for an empty cell is explained where there is one.
#[test]
fn an_empty_part_that_prints_as_zero_is_explained() {
    let opened = try_open(&fixture("kutai-timur")).unwrap();
    let empty = "atau pada kolom Penerima dan Mutu belum diisi sehingga dihitung nol.";
    assert!(evaluation(&opened, "bpbd").contains(empty));
    let whole = evaluation(&opened, "dpupr");
    assert!(
        whole.contains("0 berarti hasilnya nol.") && !whole.contains(empty),
        "{whole}"
    );
    assert!(paper(&opened, "rekap-capaian/").contains(empty));
}

/// An index of some services alone does not look like one of all.
#[test]
fn what_an_index_leaves_out_is_told_beside_it() {
    let file = "data/capaian/2024-tw4.toml";
    let text = std::fs::read_to_string(fixture("kutai-timur").join(file)).unwrap();
    let mut services = text.split("\n[[layanan]]");
    let service = services.find(|one| one.contains("kode = \"SOS-1\"")).unwrap();
    let service = format!("\n[[layanan]]{service}");
    let left_out = "[spm]\nbelum_diisi = \"keluarkan\"";
    let opened = changed_in(
        "kutai-timur",
        &[("naskah.toml", &[("[spm]", left_out)]), (file, &[(&*service, "")])],
    );
    let said = "Sebanyak 1 (satu) jenis pelayanan dasar yang belum dilaporkan tidak ikut dihitung dalam indeks ini.";
    assert!(evaluation(&opened, "dinsos").contains(said));
    assert!(paper(&opened, "rekap-capaian/").contains(said));
    assert!(!evaluation(&opened, "dinkes").contains("tidak ikut dihitung"));
}
