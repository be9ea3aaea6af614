//! `naskah preview`: one paper to be looked at.

use crate::kit::{Desk, package};

#[test]
fn a_paper_is_shown_where_the_command_was_typed_and_nothing_is_made() {
    let desk = Desk::with_example("mahakam-ulu");
    let said = desk.run(&["preview", "kerja", "undangan"]).code(0).stdout();
    let file = said.trim().rsplit(' ').next().unwrap();
    assert!(file.starts_with("undangan-") && file.ends_with(".pratinjau.pdf"), "{said}");
    assert!(said.contains(" halaman; pratinjau: "), "{said}");
    assert!(std::fs::read(desk.path(file)).unwrap().starts_with(b"%PDF"));
    assert!(!desk.path("kerja/keluaran").exists());
    // The same by its other name, in the other language, named as a file of the output folder.
    let paper = said.split(':').next().unwrap().to_owned() + ".pdf";
    let again = desk.run_in("en", &["pratinjau", &paper, "kerja"]).code(0).stdout();
    assert!(again.contains(" page") && again.contains("; preview: "), "{again}");
}

#[test]
fn the_ending_of_the_file_says_in_which_form() {
    let desk = Desk::with_example("mahakam-ulu");
    let show = |more: &[&str]| {
        let all = [&["preview", "agenda", "kerja"], more].concat();
        desk.run(&all)
    };
    let told = show(&["--out", "satu.PNG", "--dpi", "50", "--output", "json"]).code(0);
    let told: serde_json::Value = serde_json::from_str(&told.stdout()).unwrap();
    let picture = image::open(desk.path("satu.PNG")).unwrap();
    let size = serde_json::json!([picture.width(), picture.height()]);
    assert_eq!((&told["size"], &told["written"]), (&size, &"satu.PNG".into()));
    assert!(told["pages"].as_u64().unwrap() >= 1 && told["problems"].is_array());

    show(&["--out", "satu.docx"]).code(0);
    assert!(std::fs::read(desk.path("satu.docx")).unwrap().starts_with(b"PK"));
    let wrong = show(&["--out", "satu.odt"]).code(2).stderr();
    assert!(wrong.contains(".pdf, .docx, atau .png"), "{wrong}");
    let none = show(&["--out", "lagi.png", "--halaman", "99"]).code(1).stderr();
    assert!(none.contains("NSK0891"), "{none}");
    assert!(!desk.path("lagi.png").exists());
}

/// Nobody has asked the register about the number of a paper that is only looked at.
#[test]
fn a_final_paper_is_marked_as_a_preview() {
    let desk = Desk::with_example("mahakam-ulu");
    let marked = |desk: &Desk| {
        desk.run(&["preview", "agenda", "kerja", "--out", "a.docx"]).code(0);
        let parts = package::parts(&std::fs::read(desk.path("a.docx")).unwrap());
        let marked = |part: &[u8]| String::from_utf8_lossy(part).contains("PRATINJAU");
        parts.iter().any(|(_, part)| marked(part))
    };
    assert!(!marked(&desk));
    desk.replace("kerja/naskah.toml", "status = \"contoh\"", "status = \"final\"");
    assert!(marked(&desk));
}
