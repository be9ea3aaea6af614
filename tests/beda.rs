//! `naskah beda`: data changes once, and every paper that is out of date is told with what
//! changed in it.

use serde_json::Value;

use crate::kit::Desk;
use crate::kit::files::replace_all;

/// Standard output and standard error of a command that ends with this code.
fn run(desk: &Desk, args: &[&str], code: i32) -> (String, String) {
    let ran = desk.run(args).code(code);
    (ran.stdout(), ran.stderr())
}

fn paths(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|p| p["path"].as_str().unwrap()).collect()
}

#[test]
fn a_new_room_is_told_for_every_paper_that_names_it() {
    let desk = &Desk::with_example("kutai-timur");
    let (_, said) = run(desk, &["beda", "kerja"], 1);
    assert!(said.contains("NSK0880") && said.contains("naskah build"), "{said}");

    let templates = ["agenda", "undangan", "surat-evaluasi"];
    let build = |extra: &[&str]| {
        let mut args = vec!["build", "kerja"];
        args.extend(templates);
        args.extend(["--format", "pdf"]);
        args.extend(extra);
        run(desk, &args, 0)
    };
    build(&[]);
    let beda = || {
        let mut args = vec!["beda", "kerja"];
        args.extend(templates);
        args.extend(["--output", "json"]);
        serde_json::from_str::<Value>(&run(desk, &args, 0).0).unwrap()
    };
    let none = beda();
    assert_eq!(none["berubah"].as_array().unwrap().len(), 0);
    let all = none["tetap"].as_u64().unwrap();
    assert!(all > 5);

    run(desk, &["beda", "kerja", "--cetak"], 0);
    let rakor = desk.path("kerja/data/rakor.toml");
    replace_all(&rakor, "Hotel Aston, Samarinda", "Balai Kota, Samarinda");
    let told = beda();
    assert_eq!(told["berubah"].as_array().unwrap().len() as u64, all);
    assert!(paths(&told["berubah"]).contains(&"agenda/susunan-acara"));
    for paper in told["berubah"].as_array().unwrap() {
        assert_eq!(paper["sejak"], "cetak");
        for change in paper["perubahan"].as_array().unwrap() {
            let side = |key: &str| change[key][0].as_str().unwrap().to_owned();
            assert!(side("lama").contains("Hotel Aston"), "{change}");
            assert_eq!(side("lama").replace("Hotel Aston", "Balai Kota"), side("baru"));
        }
    }
    let (text, _) = run(desk, &["beda", "kerja", "agenda"], 0);
    assert!(text.contains("agenda/susunan-acara (sejak dicetak)"), "{text}");
    assert!(text.contains("baru: Tempat : Balai Kota, Samarinda"), "{text}");

    // Made anew, what was printed is still out of date until it is printed again.
    build(&[]);
    assert_eq!(beda()["berubah"].as_array().unwrap().len() as u64, all);
    run(desk, &["beda", "kerja", "--cetak"], 0);
    assert_eq!(beda()["tetap"].as_u64(), Some(all));

    // An invited unit less and one more.
    replace_all(&rakor, "id = \"dinkes\"", "id = \"dinas-kesehatan\"");
    let told = beda();
    assert_eq!(told["baru"][0], "undangan/dinas-kesehatan");
    assert_eq!(told["tidak_lagi_dibuat"][0], "undangan/dinkes");

    // Looks alone.
    build(&[]);
    run(desk, &["beda", "kerja", "--cetak"], 0);
    let settings = desk.path("kerja/naskah.toml");
    replace_all(&settings, "[profil]", "[profil]\nukuran_pt = 11");
    let (text, _) = run(desk, &["beda", "kerja", "agenda"], 0);
    assert!(text.contains("isi tetap; tampilan berubah"), "{text}");
}

/// A template of one's own that says the same makes the same papers.
#[test]
fn an_own_template_with_the_same_words_changes_nothing() {
    let desk = &Desk::with_example("kutai-timur");
    let build = ["build", "kerja", "agenda", "undangan", "--format", "pdf"];
    run(desk, &build, 0);
    run(desk, &["template", "copy", "agenda", "--dir", "kerja"], 0);
    run(desk, &["template", "copy", "undangan", "--dir", "kerja"], 0);
    let told = run(desk, &["beda", "kerja", "agenda", "undangan", "--output", "json"], 0);
    let told: Value = serde_json::from_str(&told.0).unwrap();
    assert_eq!(told["berubah"].as_array().unwrap().len(), 0, "{told:#}");
    assert!(told["tetap"].as_u64().unwrap() > 1);
}
