//! A save makes the papers again that it touches, and says so in one line.

use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::kit::desk::Desk;

/// A watch that is ended with its test.
struct Watch {
    child: Child,
    lines: Receiver<String>,
}

impl Watch {
    fn new(desk: &Desk, args: &[&str]) -> Self {
        let mut command =
            desk.command(&[&["awasi", "kerja", "--jeda", "50"], args].concat());
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (send, lines) = channel();
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                if send.send(line).is_err() {
                    return;
                }
            }
        });
        Self { child, lines }
    }

    /// The next line; a machine that is busy takes its time.
    #[track_caller]
    fn next(&self) -> String {
        self.lines.recv_timeout(Duration::from_mins(2)).expect("a line")
    }

    /// Fails when anything is said for a while.
    #[track_caller]
    fn silent(&self) {
        let said = self.lines.recv_timeout(Duration::from_secs(2));
        assert!(said.is_err(), "{said:?}");
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const AGENDA: [&str; 4] = ["agenda", "daftar-hadir", "--format", "docx"];

#[test]
fn a_save_makes_what_it_touches_and_nothing_else() {
    let desk = Desk::with_example("mahakam-ulu");
    let watch = Watch::new(&desk, &AGENDA);
    let first = watch.next();
    assert!(first.contains("mulai: ") && first.contains(" 0 tetap"), "{first}");
    watch.silent();
    let agenda = desk.path("kerja/keluaran/agenda");
    assert!(agenda.is_dir());
    desk.replace("kerja/data/rakor.toml", "Registrasi peserta", "Pendaftaran peserta");
    let said = watch.next();
    assert!(said.contains("data/rakor.toml: 1 naskah dibuat"), "{said}");
    // A program that has a file open lays others beside it.
    desk.write("kerja/data/~$rakor.xlsx", "x");
    desk.write("kerja/data/.~lock.rakor.ods#", "x");
    watch.silent();
}

#[test]
fn a_mistake_is_told_in_one_line_and_its_mending_too() {
    let desk = Desk::with_example("mahakam-ulu");
    let watch = Watch::new(&desk, &AGENDA);
    watch.next();
    desk.replace("kerja/naskah.toml", "jenis = \"kabupaten\"", "jenis = \"kabupatan\"");
    let said = watch.next();
    assert!(said.contains("naskah.toml: tidak ada yang dibuat; NSK"), "{said}");
    assert!(said.contains("naskah.toml:") && said.contains("kabupatan"), "{said}");
    desk.replace("kerja/naskah.toml", "jenis = \"kabupatan\"", "jenis = \"kabupaten\"");
    let said = watch.next();
    assert!(said.contains("0 naskah dibuat") && !said.contains("NSK"), "{said}");
}

/// Excel writes a workbook aside and renames it; other programs write over it bit by bit.
#[test]
fn a_workbook_is_read_when_it_is_whole() {
    let desk = Desk::with_example("mahakam-ulu");
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    let book = desk.path("kerja/rakor.xlsx");
    let whole = std::fs::read(&book).unwrap();
    let watch = Watch::new(&desk, &AGENDA);
    watch.next();
    std::fs::write(&book, &whole[..whole.len() / 2]).unwrap();
    std::thread::sleep(Duration::from_millis(400));
    std::fs::write(&book, &whole).unwrap();
    let said = watch.next();
    assert!(said.contains("rakor.xlsx: 0 naskah dibuat"), "{said}");
    assert!(!said.contains("NSK"), "{said}");
    // Written aside, the old one gone for a moment.
    let aside = desk.path("kerja/A1B2.tmp");
    std::fs::write(&aside, &whole).unwrap();
    std::fs::remove_file(&book).unwrap();
    std::thread::sleep(Duration::from_millis(300));
    std::fs::rename(&aside, &book).unwrap();
    let said = watch.next();
    assert!(said.contains("0 naskah dibuat") && !said.contains("NSK"), "{said}");
    // Many saves in a row end in papers of the last.
    for _ in 0..10 {
        std::fs::write(&book, &whole).unwrap();
        std::thread::sleep(Duration::from_millis(20));
    }
    let said = watch.next();
    assert!(said.contains("0 naskah dibuat") && !said.contains("NSK"), "{said}");
}

#[test]
fn a_folder_that_is_no_workspace_is_told() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("kosong")).unwrap();
    let said = desk.run(&["awasi", "kosong"]).code(1).stderr();
    assert!(said.contains("NSK0101"), "{said}");
}
