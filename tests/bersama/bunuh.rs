//! Runs that are killed at random moments: what is there is whole and says the truth, what was
//! told is kept, and the next run ends what was begun.
//!
//! `BUNUH=1000 cargo test bunuh` kills more often.

use std::io::Read;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{desk, listed};
use crate::kit::{Desk, tree};

const QUARTER: &str = "kerja/data/capaian/2024-tw4.toml";

/// How often a kind of run is killed.
fn often() -> u32 {
    std::env::var("BUNUH").ok().and_then(|often| often.parse().ok()).unwrap_or(8)
}

/// Random parts of a whole: xorshift from what the system gives for random.
struct Chance(u64);

impl Chance {
    fn new() -> Self {
        let random = std::hash::RandomState::new();
        Self(std::hash::BuildHasher::hash_one(&random, 0) | 1)
    }

    fn part(&mut self, of: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let thousandth = u32::try_from(self.0 % 1000).unwrap();
        of * thousandth / 1000
    }
}

/// How long a whole run takes.
fn long(desk: &Desk, args: &[&str]) -> Duration {
    let start = Instant::now();
    desk.run(args).code(0);
    start.elapsed()
}

/// Starts a run and kills it after a while; gives what it said until then.
fn killed(desk: &Desk, args: &[&str], after: Duration) -> String {
    let mut command = desk.command(args);
    let mut run = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(after);
    let _ = run.kill();
    let mut said = Vec::new();
    run.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    run.wait().unwrap();
    String::from_utf8_lossy(&said).into_owned()
}

/// Temporary files that are there.
fn left(desk: &Desk) -> Vec<String> {
    let all = tree(&desk.path("kerja")).into_keys();
    all.filter(|path| path.contains(".naskah-")).collect()
}

#[track_caller]
fn manifest_is_true(desk: &Desk) {
    let listed: Value =
        serde_json::from_str(&desk.read("kerja/keluaran/manifest.json")).unwrap();
    for entry in listed["berkas"].as_array().unwrap() {
        let path = entry["path"].as_str().unwrap();
        let bytes = std::fs::read(desk.path(&format!("kerja/keluaran/{path}"))).unwrap();
        let sum: Vec<String> =
            Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert_eq!(sum.concat(), entry["sha256"].as_str().unwrap(), "{path}");
    }
}

#[test]
fn a_killed_build_leaves_no_torn_file_and_no_false_entry() {
    let (desk, mut chance) = (desk(), Chance::new());
    let build = ["build", "kerja", "agenda", "kak", "--format", "docx"];
    let again = [&build[..], &["--force"]].concat();
    let whole = long(&desk, &build);
    for _ in 0..often() {
        killed(&desk, &again, chance.part(whole));
        manifest_is_true(&desk);
    }
    desk.run(&again).code(0);
    assert_eq!(left(&desk), Vec::<String>::new());
    assert_eq!(listed(&desk).len(), 2);
}

const OFFICES: [&str; 5] = ["dinkes", "disdikbud", "dpupr", "dinsos", "satpolpp"];

/// A number that was told stays with its office, and is told to no other.
#[test]
fn a_number_that_was_told_is_kept() {
    let (desk, mut chance) = (desk(), Chance::new());
    let register = desk.path("kerja/data/nomor.toml");
    let take = |office| ["nomor", "ambil", "undangan", office, "kerja"];
    let whole = long(&desk, &take(OFFICES[0]));
    let number = |said: &str| said.split_whitespace().next().map(str::to_owned);
    for _ in 0..often().div_ceil(5) {
        let _ = std::fs::remove_file(&register);
        let mut given = std::collections::BTreeSet::new();
        for office in OFFICES {
            let told = number(&killed(&desk, &take(office), chance.part(whole * 2)));
            let kept = number(&desk.run(&take(office)).code(0).stdout()).unwrap();
            assert!(told.as_ref().is_none_or(|told| *told == kept), "{told:?}, {kept}");
            assert!(given.insert(kept), "{given:?}");
        }
    }
    assert_eq!(left(&desk), Vec::<String>::new());
}

/// The quarter is the old one or the new one, never a part, and the old one is not lost.
#[test]
fn a_killed_import_leaves_the_old_or_the_new() {
    let (desk, mut chance) = (desk(), Chance::new());
    desk.write("a.csv", "Kode,Sasaran,Terlayani\nKES-1,1000,900\n");
    let import = ["import", "a.csv", "--into", "kerja", "--periode", "2024-tw4", "--ya"];
    let old = desk.read(QUARTER);
    let whole = long(&desk, &import);
    let new = desk.read(QUARTER);
    assert_ne!(old, new);
    for _ in 0..often() {
        desk.write(QUARTER, &old);
        killed(&desk, &import, chance.part(whole));
        let there = desk.read(QUARTER);
        assert!(there == old || there == new, "{there}");
        let kept = tree(&desk.path("kerja/data/capaian"));
        let old_is_there = kept.values().any(|bytes| *bytes == old.as_bytes());
        assert!(old_is_there, "{:?}", kept.keys());
    }
    desk.write(QUARTER, &old);
    desk.run(&import).code(0);
    assert_eq!(desk.read(QUARTER), new);
    assert_eq!(left(&desk), Vec::<String>::new());
}

/// Worksheets and a new workspace are whole after the next run.
#[test]
fn worksheets_and_workspaces_are_whole_after_the_next_run() {
    let (desk, mut chance) = (desk(), Chance::new());
    let sheets = ["lembar-kerja", "kerja", "--periode", "2025-tw1"];
    let whole = long(&desk, &sheets);
    let wanted = tree(&desk.path("kerja/lembar-kerja"));
    let init = ["init", "baru", "--contoh", "mahakam-ulu"];
    let created = long(&desk, &init);
    let example = tree(&desk.path("baru"));
    for _ in 0..often() {
        std::fs::remove_dir_all(desk.path("kerja/lembar-kerja")).unwrap();
        killed(&desk, &sheets, chance.part(whole));
        desk.run(&sheets).code(0);
        let there = tree(&desk.path("kerja/lembar-kerja"));
        assert!(there == wanted, "{:?}, not {:?}", there.keys(), wanted.keys());
        std::fs::remove_dir_all(desk.path("baru")).unwrap();
        killed(&desk, &init, chance.part(created));
        // With its settings, which are written last, it is whole; the mark of the beginning may
        // still be there. Without them the next run makes it whole.
        if desk.path("baru/naskah.toml").exists() {
            let mut there = tree(&desk.path("baru"));
            there.retain(|path, _| path != ".baru.naskah");
            assert!(there == example, "{:?}, not {:?}", there.keys(), example.keys());
        } else {
            desk.run(&init).code(0);
            let there = tree(&desk.path("baru"));
            assert!(there == example, "{:?}, not {:?}", there.keys(), example.keys());
        }
    }
}

/// Offices that are imported at once into one quarter, round after round.
#[test]
fn imports_at_once_lose_nobody() {
    let desk = desk();
    let offices = [("KES-1", "a"), ("PEND-1", "b"), ("PU-1", "c"), ("SOS-1", "d")];
    for round in 0..often().div_ceil(4) {
        std::fs::remove_file(desk.path(QUARTER)).unwrap();
        let figure = 900 + round;
        let mut runs = Vec::new();
        for (kode, name) in offices {
            let file = format!("{name}.csv");
            desk.write(&file, &format!("Kode,Sasaran,Terlayani\n{kode},5000,{figure}\n"));
            let args =
                ["import", &file, "--into", "kerja", "--ya", "--periode", "2024-tw4"];
            runs.push((kode, super::start(&desk, &args)));
        }
        for (kode, mut run) in runs {
            assert!(run.wait().unwrap().success(), "{kode} was refused");
        }
        let data = desk.read(QUARTER);
        for (kode, _) in offices {
            assert!(data.contains(&format!("kode = \"{kode}\"")), "{kode}:\n{data}");
        }
        assert_eq!(data.matches(&format!("= {figure}")).count(), 4, "{data}");
    }
}
