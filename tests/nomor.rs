//! The register of letter numbers as an office uses it: several staff at once, power cuts,
//! cancelled letters, a new year, and papers that print what the register says.

use std::collections::BTreeSet;
use std::ops::Deref;
use std::process::{Child, Output};
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::kit::files::replace_all;
use crate::kit::{self, Desk, fixture, package};

const SURAT: &str = r#"[undangan]
nomor = "{klas}/{urut:03}/{unit}"
klas = "100.1.2"
unit = "PEM"
tanggal = 2024-12-02
penanda_tangan = "sekda"
"#;

/// A workspace with so many invited units, `unit-001` onwards.
struct Office(Desk);

impl Deref for Office {
    type Target = Desk;

    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl Office {
    fn new(invited: usize) -> Self {
        let desk = Self(Desk::new());
        desk.write(
            "naskah.toml",
            "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\nzona_waktu = \"wib\"\n\n\
             [instansi]\nnama = \"Sekretariat Daerah\"\n",
        );
        let mut rakor =
            "[rakor]\nnama = \"Rapat Koordinasi SPM\"\ntanggal = 2024-12-09\n\
                         tempat = \"Ruang Rapat, Contoh\"\n\n\
                         [[sesi]]\nid = \"rapat\"\nnama = \"Rapat\"\nmulai = \"09.00\"\n\n\
                         [[sesi.acara]]\nnama = \"Pembahasan\"\ndurasi = 80\n"
                .to_owned();
        for n in 1..=invited {
            let yth = format!("yth = \"Kepala {n}\"\n");
            rakor.extend(["\n[[undangan]]\n", &format!("id = \"unit-{n:03}\"\n"), &yth]);
        }
        desk.write("data/rakor.toml", &rakor);
        desk.write(
            "data/pejabat.toml",
            "[[pejabat]]\nid = \"sekda\"\nnama = \"Budi Contoh\"\n\
             jabatan = \"Sekretaris Daerah\"\nkedudukan = \"sekda\"\n",
        );
        desk.write("data/surat.toml", SURAT);
        desk
    }

    fn last(&self) -> Self {
        let copy = Self(Desk::new());
        kit::copy(self.folder(), copy.folder());
        let text = copy.read("naskah.toml") + "\n[dokumen]\nstatus = \"final\"\n";
        copy.write("naskah.toml", &text);
        copy
    }

    #[track_caller]
    fn ok(&self, args: &[&str]) -> String {
        self.run(args).code(0).stdout()
    }

    /// What is said when a command is refused with this exit code.
    #[track_caller]
    fn refused(&self, args: &[&str], code: i32) -> String {
        self.run(args).code(code).stderr()
    }

    /// All entries, as `daftar` reads them.
    fn entries(&self) -> Vec<Value> {
        let list = self.run(&["nomor", "daftar", "--output", "json"]).code(0).json();
        list["nomor"].as_array().unwrap().clone()
    }

    fn serials(&self) -> Vec<u64> {
        self.entries().iter().map(|e| e["urut"].as_u64().unwrap()).collect()
    }

    /// The number of a paper as its DOCX prints it.
    fn printed(&self, paper: &str) -> String {
        let file = self.path(&format!("keluaran/{paper}.docx"));
        package::part(&file, "word/document.xml")
    }
}

fn numbers(output: &Output) -> Vec<String> {
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    lines.lines().map(|l| l.split("  ").next().unwrap().to_owned()).collect()
}

#[test]
fn four_processes_at_once_number_two_hundred_letters() {
    let desk = Office::new(0);
    let takers: Vec<Vec<String>> = std::thread::scope(|scope| {
        let takers: Vec<_> = (0..4)
            .map(|_| {
                scope.spawn(|| {
                    let take =
                        ["nomor", "ambil", "undangan", "--jumlah", "1", "--tunggu", "60"];
                    (0..50)
                        .flat_map(|_| numbers(&desk.command(&take).output().unwrap()))
                        .collect()
                })
            })
            .collect();
        takers.into_iter().map(|taker| taker.join().unwrap()).collect()
    });
    let told: BTreeSet<&String> = takers.iter().flatten().collect();
    assert_eq!(told.len(), 200, "a number was told twice");
    assert_eq!(desk.serials(), (1..=200).collect::<Vec<_>>());
    for n in 1..=200 {
        assert!(told.contains(&format!("100.1.2/{n:03}/PEM")), "{n}");
    }
    // They did run at once: no taker had all its numbers in one piece.
    let serial = |n: &String| n.split('/').nth(1).unwrap().parse::<u32>().unwrap();
    let mixed = takers.iter().filter(|t| serial(&t[49]) - serial(&t[0]) > 49).count();
    assert!(mixed >= 2, "{takers:?}");
}

#[test]
fn four_processes_that_number_the_same_letters_agree() {
    let desk = Office::new(200);
    let take = ["nomor", "ambil", "undangan", "--tunggu", "60"];
    let takers: Vec<Child> =
        (0..4).map(|_| desk.command(&take).spawn().unwrap()).collect();
    let told: Vec<Vec<String>> =
        takers.into_iter().map(|t| numbers(&t.wait_with_output().unwrap())).collect();
    assert_eq!(told[0].len(), 200);
    assert!(told.iter().all(|t| *t == told[0]), "one paper has two numbers");
    assert_eq!(desk.serials(), (1..=200).collect::<Vec<_>>());
    // In the order of the plan.
    assert_eq!(desk.entries()[199]["subjek"], "unit-200");
}

/// The entries of a register that is read while others write it.
fn whole(desk: &Office) -> usize {
    let text = desk.read("data/nomor.toml");
    assert!(text.ends_with("status = \"terpakai\"\n"), "torn after {} bytes", text.len());
    let entries = text.matches("[[nomor]]").count();
    assert_eq!(entries % 500, 0, "half a wish was granted");
    entries
}

#[test]
fn a_process_that_is_killed_leaves_a_whole_register_and_no_lock() {
    let desk = Office::new(0);
    let take = ["nomor", "ambil", "undangan", "--jumlah", "500"];
    desk.ok(&take);
    let fresh = desk.path("data/.nomor.baru");
    let (mut killed, mut writing) = (0, 0);
    for round in 0..24_u64 {
        let before = whole(&desk);
        let mut taker = desk.command(&take).spawn().unwrap();
        let start = Instant::now();
        // Every other time in the middle of writing, however busy the machine is, else at any
        // time.
        let patience =
            Duration::from_millis(if round % 2 == 0 { 60_000 } else { round * 6 });
        while start.elapsed() < patience && taker.try_wait().unwrap().is_none() {
            if round % 2 == 0 && fresh.exists() {
                writing += 1;
                break;
            }
            whole(&desk);
        }
        taker.kill().unwrap();
        let after = if taker.wait().unwrap().success() { before + 500 } else { before };
        killed += u32::from(after == before);
        // One that was killed may have been done with the file already.
        assert!([after, before + 500].contains(&whole(&desk)));
        std::fs::remove_file(&fresh).ok();
    }
    assert!(killed > 0 && writing > 0, "{killed} killed, {writing} while writing");
    let serials = desk.serials();
    assert_eq!(serials, (1..=whole(&desk) as u64).collect::<Vec<_>>());
    std::fs::write(&fresh, "[[nomor").unwrap();
    desk.ok(&["nomor", "ambil", "undangan", "--jumlah", "500", "--tunggu", "0"]);
    assert_eq!(whole(&desk), serials.len() + 500, "the lock died with its holder");
    assert!(!fresh.exists(), "what was left half is used up");
}

#[test]
fn a_register_that_stays_busy_is_left_alone() {
    let desk = Office::new(2);
    desk.ok(&["nomor", "ambil", "undangan", "unit-001"]);
    let before = desk.read("data/nomor.toml");
    let lock = std::fs::File::open(desk.path("data/.nomor.lock")).unwrap();
    lock.lock().unwrap();
    let said = desk.refused(&["nomor", "ambil", "undangan", "--tunggu", "0"], 3);
    assert!(said.contains("[NSK0853]"), "{said}");
    let said =
        desk.refused(&["nomor", "batal", "1", "--alasan", "x", "--tunggu", "0"], 3);
    assert!(said.contains("[NSK0853]"), "{said}");
    assert_eq!(desk.read("data/nomor.toml"), before);
    // Looking, and being told a number one has, need no lock.
    assert_eq!(desk.serials(), [1]);
    let had = desk.ok(&["nomor", "ambil", "undangan", "unit-001", "--tunggu", "0"]);
    assert_eq!(had, "100.1.2/001/PEM  unit-001  (sudah ada)\n");
    lock.unlock().unwrap();
    desk.ok(&["nomor", "ambil", "undangan", "--tunggu", "0"]);
    assert_eq!(desk.serials(), [1, 2]);
}

#[test]
fn a_paper_keeps_its_number_until_it_is_cancelled() {
    let desk = Office::new(3);
    let first = desk.ok(&["nomor", "ambil", "undangan"]);
    assert_eq!(first.lines().count(), 3, "{first}");
    let register = desk.read("data/nomor.toml");
    desk.ok(&["nomor", "ambil", "undangan", "unit-003", "unit-001"]);
    assert_eq!(desk.read("data/nomor.toml"), register, "taken again");

    desk.ok(&["nomor", "batal", "100.1.2/002/PEM", "--alasan", "salah tujuan"]);
    let entry = &desk.entries()[1];
    assert_eq!(
        (&entry["status"], &entry["alasan"]),
        (&"batal".into(), &"salah tujuan".into())
    );
    let next = desk.ok(&["nomor", "ambil", "undangan", "unit-002"]);
    assert_eq!(
        next, "100.1.2/004/PEM  unit-002\n",
        "a cancelled number is gone for good"
    );
    // The highest, too.
    desk.ok(&["nomor", "batal", "4", "--alasan", "salah lagi"]);
    assert_eq!(
        desk.ok(&["nomor", "ambil", "undangan", "unit-002"]),
        "100.1.2/005/PEM  unit-002\n"
    );
    assert_eq!(desk.serials(), [1, 2, 3, 4, 5]);
}

#[test]
fn numbers_begin_at_urut_and_anew_each_year() {
    let desk = Office::new(2);
    desk.write("data/surat.toml", &(SURAT.to_owned() + "urut = 412\n"));
    let take = ["nomor", "ambil", "undangan"];
    assert_eq!(desk.ok(&take), "100.1.2/412/PEM  unit-001\n100.1.2/413/PEM  unit-002\n");
    desk.replace("data/surat.toml", "2024-12-02", "2025-01-06");
    assert_eq!(desk.ok(&take), "100.1.2/001/PEM  unit-001\n100.1.2/002/PEM  unit-002\n");
    let list = desk.ok(&["nomor", "daftar"]);
    assert!(
        list.contains("1–411 (2024): diberikan sebelum daftar ini dipakai"),
        "{list}"
    );
    let list = desk.ok(&["nomor", "daftar", "--tahun", "2025"]);
    assert!(!list.contains("412") && list.contains("100.1.2/002/PEM"), "{list}");
    // The old year goes on where it was.
    desk.replace("data/surat.toml", "2025-01-06", "2024-12-02");
    let more = desk.ok(&["nomor", "ambil", "undangan", "--jumlah", "1"]);
    assert_eq!(more, "100.1.2/414/PEM\n");
}

#[test]
fn a_letter_with_a_new_date_is_asked_about() {
    let desk = Office::new(1);
    desk.ok(&["nomor", "ambil", "undangan"]);
    desk.replace("data/surat.toml", "2024-12-02", "2024-12-04");
    let said = desk.refused(&["nomor", "ambil", "undangan"], 1);
    assert!(said.contains("[NSK0861]"), "{said}");
    let other = desk.last();
    let kept = desk.ok(&["nomor", "ambil", "undangan", "--ganti-tanggal"]);
    assert_eq!(kept, "100.1.2/001/PEM  unit-001  (sudah ada)\n");
    assert_eq!(desk.entries()[0]["tanggal"], "2024-12-04");
    assert_eq!(desk.serials(), [1]);
    // Until then a final paper is not made.
    let said = other.refused(&["build", ".", "undangan"], 1);
    assert!(said.contains("[NSK0887]"), "{said}");
    other.ok(&["nomor", "ambil", "undangan", "--surat-baru"]);
    assert_eq!(other.serials(), [1, 2]);
    other.ok(&["build", ".", "undangan", "--format", "docx"]);
    assert!(other.printed("undangan/unit-001").contains("100.1.2/002/PEM"));
}

#[test]
fn patterns_fill_in_all_their_tokens() {
    let desk = Office::new(1);
    desk.replace(
        "data/surat.toml",
        "{klas}/{urut:03}/{unit}",
        "{klas} / {urut:05} / {unit} / {bulan_romawi} / {bulan} / {tahun}",
    );
    desk.replace("data/surat.toml", "tanggal = 2024-12-02\n", "");
    let said = desk.refused(&["nomor", "ambil", "undangan"], 1);
    assert!(said.contains("[NSK0851]"), "{said}");
    let one = desk.ok(&["nomor", "ambil", "undangan", "--tanggal", "2024-09-05"]);
    assert_eq!(one, "100.1.2 / 00001 / PEM / IX / 09 / 2024  unit-001\n");
    // The paper takes its date from the register, too.
    desk.ok(&["build", ".", "undangan", "--format", "docx"]);
    let text = desk.printed("undangan/unit-001");
    assert!(text.contains("100.1.2 / 00001 / PEM / IX / 09 / 2024"));
    assert!(text.replace('\u{a0}', " ").contains("5 September 2024"), "{text}");
}

#[test]
fn numbers_from_elsewhere_are_entered_and_not_given_again() {
    let desk = Office::new(2);
    let note = ["nomor", "catat", "100.1.2/003/PEM", "--tanggal", "2024-12-01"];
    desk.ok(&[&note[..], &["--untuk", "Surat dibuat di TU"]].concat());
    assert_eq!(
        desk.ok(&["nomor", "ambil", "undangan", "unit-001"]),
        "100.1.2/004/PEM  unit-001\n"
    );
    let again = desk.refused(&note, 1);
    assert!(
        again.contains("[NSK0860]") && again.contains("Surat dibuat di TU"),
        "{again}"
    );
    // A gap is filled, and a paper gets the number the registry desk gave it.
    let fill = ["nomor", "catat", "100.1.2/002/PEM", "--tanggal", "2024-12-02"];
    desk.ok(&[&fill[..], &["--template", "undangan", "--subjek", "unit-002"]].concat());
    desk.ok(&["build", ".", "undangan", "--format", "docx"]);
    assert!(desk.printed("undangan/unit-002").contains("100.1.2/002/PEM"));
    let list = desk.ok(&["nomor", "daftar"]);
    assert!(list.contains("1 (2024): diberikan sebelum daftar ini dipakai"), "{list}");
    let csv = desk.ok(&["nomor", "daftar", "--output", "csv"]);
    assert_eq!(csv.lines().count(), 4, "{csv}");
    desk.ok(&["nomor", "catat", "9", "--tanggal", "2024-12-02", "--untuk", "=1+1"]);
    assert!(desk.ok(&["nomor", "daftar", "--output", "csv"]).contains(",'=1+1,"));
}

#[test]
fn a_register_spoilt_by_hand_gives_nothing_out() {
    let desk = Office::new(2);
    desk.ok(&["nomor", "ambil", "undangan", "unit-001"]);
    let sound = desk.read("data/nomor.toml");
    let entry = sound.split_once("[[nomor]]").unwrap().1;
    for (spoilt, code) in [
        (
            format!("{sound}\n[[nomor]]{}", entry.replace("unit-001", "unit-009")),
            "[NSK0854]",
        ),
        (
            format!("{sound}\n[[nomor]]{}", entry.replace("001/PEM", "0O1/PEM")),
            "[NSK0854]",
        ),
        (sound.replace("urut = 1", "urut = "), "[NSK0105]"),
        (sound.replace("tahun = 2024", "tahun = 2023"), "[NSK0856]"),
        (sound.replace("urut = 1", "urt = 1"), "[NSK0106]"),
    ] {
        desk.write("data/nomor.toml", &spoilt);
        for command in [
            &["nomor", "ambil", "undangan"][..],
            &["nomor", "batal", "1", "--alasan", "x"],
            &["nomor", "catat", "7", "--tanggal", "2024-12-02"],
            &["nomor", "daftar"],
            &["build"],
        ] {
            let said = desk.refused(command, 1);
            assert!(said.contains(code) && said.contains("data/nomor.toml:"), "{said}");
            assert_eq!(desk.read("data/nomor.toml"), spoilt, "{command:?}");
        }
    }
    assert!(!desk.path("keluaran").exists());
}

#[test]
fn comments_and_own_order_survive_every_command() {
    let desk = Office::new(2);
    desk.ok(&["nomor", "ambil", "undangan", "unit-001"]);
    let text = "# Buku agenda 2024\n".to_owned()
        + &desk.read("data/nomor.toml").replace("urut = 1", "urut = 1 # lihat hal. 4");
    desk.write("data/nomor.toml", &text);
    desk.ok(&["nomor", "ambil", "undangan"]);
    desk.ok(&["nomor", "batal", "1", "--alasan", "salah"]);
    let after = desk.read("data/nomor.toml");
    assert!(after.starts_with("# Buku agenda 2024\n"), "{after}");
    assert!(after.contains("urut = 1 # lihat hal. 4"), "{after}");
    // A file that holds only a comment keeps it.
    let desk = Office::new(1);
    desk.write("data/nomor.toml", "# milik TU\n");
    desk.ok(&["nomor", "ambil", "undangan"]);
    assert!(desk.read("data/nomor.toml").contains("# milik TU\n"));
    assert_eq!(desk.serials(), [1]);
}

#[test]
fn files_beside_the_register_suit_every_system_and_are_no_data() {
    let desk = Office::new(1);
    desk.ok(&["nomor", "ambil", "undangan"]);
    let mut names: Vec<String> = std::fs::read_dir(desk.path("data"))
        .unwrap()
        .map(|e| e.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [".nomor.lock", "nomor.toml", "pejabat.toml", "rakor.toml", "surat.toml"]
    );
    for name in &names {
        assert!(!name.contains(['\\', '/', ':', '*', '?', '"', '<', '>', '|']), "{name}");
        assert!(!name.ends_with(['.', ' ']), "{name}");
    }
    let said = desk.ok(&["check"]);
    assert_eq!(said, "0 galat, 0 peringatan\n");
}

#[test]
fn units_may_count_for_themselves() {
    let desk = Office::new(1);
    let two = SURAT.to_owned()
        + &SURAT.replace("[undangan]", "\n[agenda]").replace("PEM", "KEUANGAN");
    desk.write("data/surat.toml", &two);
    let joint = desk.last();
    joint.ok(&["nomor", "ambil", "undangan"]);
    let second = joint.ok(&["nomor", "ambil", "agenda", "--jumlah", "1"]);
    assert_eq!(second, "100.1.2/002/KEUANGAN\n");

    let text = desk.read("naskah.toml") + "\n[nomor]\nderet = \"unit\"\n";
    desk.write("naskah.toml", &text);
    desk.ok(&["nomor", "ambil", "undangan"]);
    let own = desk.ok(&["nomor", "ambil", "agenda", "--jumlah", "1"]);
    assert_eq!(own, "100.1.2/001/KEUANGAN\n");
    assert_eq!(desk.entries()[0]["deret"], "KEUANGAN");
    // A pattern that does not tell the units apart would print one number twice.
    replace_all(&desk.path("data/surat.toml"), "/{unit}", "");
    let one = ["--jumlah", "1"];
    desk.ok(&[&["nomor", "ambil", "agenda"][..], &one].concat());
    let said = desk.refused(&[&["nomor", "ambil", "undangan"][..], &one].concat(), 1);
    assert!(said.contains("[NSK0860]") && said.contains("100.1.2/002"), "{said}");
}

/// All letters at once are numbered by their dates: the papers then contradict nobody.
#[test]
fn numbers_of_all_letters_follow_their_dates() {
    let desk = Office::new(1);
    let text = desk.read("data/rakor.toml")
        + "\n[[narasumber]]\nid = \"ani\"\nnama = \"Ani Contoh\"\njabatan = \"Kepala Biro\"\n";
    desk.write("data/rakor.toml", &text);
    // By its name the invitation would come last, by its date it comes first.
    let earlier = SURAT
        .replace("[undangan]", "\n[permohonan-narasumber]")
        .replace("2024-12-02", "2024-12-04");
    desk.write("data/surat.toml", &(SURAT.to_owned() + &earlier));
    desk.ok(&["nomor", "ambil", "--semua"]);
    let taken: Vec<(u64, String)> = desk
        .entries()
        .iter()
        .map(|e| {
            (e["urut"].as_u64().unwrap(), e["template"].as_str().unwrap().to_owned())
        })
        .collect();
    let expected = [(1, "undangan".to_owned()), (2, "permohonan-narasumber".to_owned())];
    assert_eq!(taken, expected);
    let said = desk.run(&["check"]);
    assert!(!(said.stdout() + &said.stderr()).contains("NSK0358"));
}

/// Where each kind of letter says its first number, all of them get it, whatever their names;
/// one that the sequence has passed gets none, and the others still do.
#[test]
fn numbers_of_all_letters_begin_where_the_data_says() {
    let desk = Office::new(1);
    let of = |name: &str, urut: &str| SURAT.replace("[undangan]", name) + urut + "\n";
    let letters = of("[undangan]", "urut = 5") + &of("[daftar-hadir]", "urut = 70");
    let letters = letters + &of("[agenda]", "");
    desk.write("data/surat.toml", &letters);
    let taken = || -> Vec<(u64, String)> {
        let entries = desk.entries();
        let one = |e: &Value| {
            (e["urut"].as_u64().unwrap(), e["template"].as_str().unwrap().to_owned())
        };
        entries.iter().map(one).collect()
    };
    desk.ok(&["nomor", "ambil", "--semua"]);
    let expected = [(5, "undangan"), (70, "daftar-hadir"), (71, "agenda")]
        .map(|(urut, name)| (urut, name.to_owned()));
    assert_eq!(taken(), expected);
    let more = letters + &of("[rundown]", "urut = 71").replace("100.1.2", "000.4");
    desk.write("data/surat.toml", &more);
    let said = desk.refused(&["nomor", "ambil", "--semua"], 1);
    assert!(said.contains("[NSK0886]") && said.contains("`rundown`"), "{said}");
    assert!(!taken().iter().any(|(_, name)| name == "rundown"));
    // Counted by itself, it begins where it asked to.
    let own = desk.read("naskah.toml") + "\n[nomor]\nderet = \"template\"\n";
    desk.write("naskah.toml", &own);
    desk.ok(&["nomor", "ambil", "rundown", "--jumlah", "1"]);
    assert!(taken().contains(&(71, "rundown".to_owned())));
}

/// A letter that is dated before the one which begins the sequence goes on behind it.
#[test]
fn an_earlier_letter_gets_no_number_before_the_sequence() {
    let desk = Office::new(1);
    let early = SURAT.replace("[undangan]", "[daftar-hadir]");
    let early = early.replace("2024-12-02", "2024-11-28");
    assert!(early.contains("2024-11-28"), "{early}");
    desk.write("data/surat.toml", &(SURAT.to_owned() + "urut = 187\n" + &early));
    desk.ok(&["nomor", "ambil", "--semua"]);
    let taken: Vec<u64> =
        desk.entries().iter().map(|e| e["urut"].as_u64().unwrap()).collect();
    assert_eq!(taken, [187, 188]);
}

#[test]
fn papers_print_the_register_and_leave_a_gap_for_what_it_lacks() {
    let desk = Office::new(2);
    desk.write("data/surat.toml", &(SURAT.to_owned() + "urut = 40\n"));
    desk.ok(&["build", ".", "undangan", "--format", "docx"]);
    assert!(desk.printed("undangan/unit-002").contains("100.1.2/041/PEM"), "no register");
    desk.ok(&["nomor", "ambil", "undangan", "unit-002"]);
    desk.ok(&["build", ".", "undangan", "--format", "docx"]);
    assert!(desk.printed("undangan/unit-002").contains("100.1.2/040/PEM"));
    let gap = format!("100.1.2/{}/PEM", "\u{a0}".repeat(8));
    assert!(desk.printed("undangan/unit-001").contains(&gap), "a draft shows its gap");

    let last = desk.last();
    let said = last.refused(&["build", ".", "undangan", "--format", "docx"], 1);
    assert!(said.contains("`undangan` belum bernomor: unit-001"), "{said}");
    assert!(
        !said.contains("unit-002"),
        "only the paper without a number is refused: {said}"
    );
    last.ok(&["nomor", "ambil", "undangan"]);
    last.ok(&["build", ".", "undangan", "--format", "docx"]);
    assert!(last.printed("undangan/unit-001").contains("100.1.2/041/PEM"));
}

#[test]
fn a_number_that_two_final_papers_print_is_found_across_builds() {
    let desk = Office::new(3);
    let piagam = "judul = \"Piagam\"\nketerangan = \"Satu piagam.\"\nbentuk = \"surat\"\n\
                  per = \"satu\"\nnama_berkas = \"piagam\"\njudul_naskah = \"Piagam\"\n";
    desk.write("templates/piagam/template.toml", piagam);
    let body = "{{ kop() }}\n\nNomor {{ surat.nomor }}\n\nDiberikan kepada semua.\n";
    desk.write("templates/piagam/isi.md", body);
    let two = SURAT.to_owned()
        + "urut = 7\n"
        + &SURAT.replace("[undangan]", "\n[piagam]")
        + "urut = 9\n";
    desk.write("data/surat.toml", &two);
    desk.ok(&["build", ".", "piagam", "--format", "docx"]);
    let last = desk.last();
    let said = last.refused(&["build", ".", "piagam", "--format", "docx"], 1);
    assert!(said.contains("[NSK0866]") && said.contains("undangan/unit-003"), "{said}");
    last.replace("data/surat.toml", "urut = 9", "urut = 10");
    last.ok(&["build", ".", "--format", "docx"]);
}

#[test]
fn a_number_does_not_depend_on_which_papers_are_made() {
    let desk = Office(Desk::new());
    kit::copy(&fixture("kutai-timur"), desk.folder());
    let make = ["build", ".", "surat-evaluasi", "--format", "docx", "--opd", "dinsos"];
    desk.ok(&make);
    let alone = desk.printed("surat-evaluasi/dinsos");
    desk.ok(&make[..5]);
    assert_eq!(desk.printed("surat-evaluasi/dinsos"), alone);
    assert!(alone.contains("100.1.2/008/PEM"), "the sixth OPD");
}
