//! The handbook as the program itself writes it.

use std::collections::BTreeSet;

use crate::kit::package::{part, parts};
use crate::kit::{Desk, root};

/// Both files of the handbook.
fn names() -> [String; 2] {
    let version = env!("CARGO_PKG_VERSION");
    ["pdf", "docx"].map(|ending| format!("buku/panduan-pengguna-{version}.{ending}"))
}

#[test]
fn the_handbook_comes_out_of_the_program_and_nothing_is_overwritten() {
    let desk = Desk::new();
    let said = desk.run(&["panduan", "buku"]).code(0).stdout();
    let names = names();
    let bytes = names.each_ref().map(|name| {
        assert!(said.contains(name.as_str()), "{said}");
        std::fs::read(desk.path(name)).unwrap()
    });
    // The same again is no loss; a file that says something else is somebody's own.
    desk.run(&["panduan", "buku"]).code(0);
    std::fs::write(desk.path(&names[1]), "catatan saya").unwrap();
    let said = desk.run(&["panduan", "buku"]).code(1).stderr();
    assert!(said.contains("[NSK0806]") && said.contains(&names[1]), "{said}");
    assert_eq!(desk.read(&names[1]), "catatan saya");
    assert_eq!(std::fs::read(desk.path(&names[0])).unwrap(), bytes[0]);
}

#[test]
fn each_heading_and_command_of_the_guide_is_in_it() {
    let desk = Desk::new();
    desk.run(&["panduan", "buku"]).code(0);
    let xml = part(&desk.path(&names()[1]), "word/document.xml");
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap();
        if tag == "w:noBreakHyphen/" {
            text.push('-');
        }
        text.push_str(words);
        if tag == "/w:p" || tag.starts_with("w:br") {
            text.push('\n');
        }
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    let text = text.replace("&apos;", "'").replace("&amp;", "&").replace('\u{a0}', " ");
    let mut guide = String::new();
    for entry in std::fs::read_dir(root().join("docs/panduan-pengguna")).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            guide.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    let (mut inside, mut looked) = (false, 0);
    for line in guide.lines() {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        let heading = line.starts_with("##") && !inside;
        let wanted = match (heading, inside && !fence) {
            (true, _) => line.trim_start_matches('#').replace('`', ""),
            (_, true) => line.to_owned(),
            _ => continue,
        };
        assert!(text.contains(wanted.trim()), "{wanted}");
        looked += 1;
    }
    assert!(looked > 300, "{looked} lines");
}

#[test]
fn every_picture_of_the_chapters_is_in_it_and_none_is_left_over() {
    let (mut shown, mut there) = (BTreeSet::new(), BTreeSet::new());
    for entry in std::fs::read_dir(root().join("docs/panduan-pengguna")).unwrap() {
        let path = entry.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let names = text.split("](gambar/").skip(1);
        shown.extend(names.map(|rest| rest.split(')').next().unwrap().to_owned()));
    }
    for entry in std::fs::read_dir(root().join("docs/panduan-pengguna/gambar")).unwrap() {
        there.insert(entry.unwrap().file_name().into_string().unwrap());
    }
    assert_eq!(shown, there);
    let desk = Desk::new();
    desk.run(&["panduan", "buku"]).code(0);
    let bytes = std::fs::read(desk.path(&names()[1])).unwrap();
    let pictures = parts(&bytes).into_iter().filter(|(name, _)| name.contains("media/"));
    assert_eq!(pictures.count(), there.len());
}
