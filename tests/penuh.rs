//! A disk without room: told once, and what is there is whole and what the manifest says.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::io;
use std::sync::{Arc, Mutex};

use naskah::diag::{Both, Lang};
use naskah::files::{EntryKind, FilePath, Files, FolderEntry, Memory};
use naskah::pipeline::desk::BuildWish;
use naskah::pipeline::{Answer, Desk, Store};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::kit;

/// A disk in memory that has so much room; old and new bytes of a file need room both until the
/// new ones are in their place.
#[derive(Debug, Clone)]
struct Small {
    files: Memory,
    room: Arc<Mutex<usize>>,
}

/// Room that is given back.
#[derive(Debug)]
struct Reserved {
    room: Arc<Mutex<usize>>,
    bytes: usize,
}

impl Drop for Reserved {
    fn drop(&mut self) {
        *self.room.lock().unwrap() += self.bytes;
    }
}

impl Small {
    fn new(room: usize) -> Self {
        Self { files: Memory::new(), room: Arc::new(Mutex::new(room)) }
    }

    fn has_only(&self, room: usize) {
        *self.room.lock().unwrap() = room;
    }

    fn take(&self, bytes: usize) -> Result<Reserved, Both> {
        let mut room = self.room.lock().unwrap();
        let full = || Both::io(&io::ErrorKind::StorageFull.into());
        *room = room.checked_sub(bytes).ok_or_else(full)?;
        Ok(Reserved { room: Arc::clone(&self.room), bytes })
    }

    fn papers(&self) -> BTreeMap<String, Vec<u8>> {
        let all = self.files.paths().into_iter();
        let papers = all.filter(|path| path.ends_with(".pdf") || path.ends_with(".docx"));
        papers.map(|path| (path.to_string(), self.files.read(&path).unwrap())).collect()
    }

    /// Paths and sums of the manifest.
    fn listed(&self) -> BTreeMap<String, Vec<u8>> {
        let Ok(bytes) = self.files.read(&"manifest.json".into()) else {
            return BTreeMap::new();
        };
        let manifest: Value = serde_json::from_slice(&bytes).unwrap();
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let bytes = |hex: &str| -> Vec<u8> {
            let pairs = (0..hex.len() / 2).map(|at| &hex[2 * at..2 * at + 2]);
            pairs.map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
        };
        let entries = manifest["berkas"].as_array().unwrap().iter();
        entries
            .map(|entry| (text(&entry["path"]), bytes(&text(&entry["sha256"]))))
            .collect()
    }

    #[track_caller]
    fn agrees(&self) {
        let papers = self.papers();
        let there: BTreeMap<String, Vec<u8>> = papers
            .iter()
            .map(|(path, bytes)| (path.clone(), Sha256::digest(bytes).to_vec()))
            .collect();
        assert_eq!(self.listed(), there);
    }
}

impl Files for Small {
    fn list(&self, folder: &FilePath) -> io::Result<Vec<FolderEntry>> {
        self.files.list(folder)
    }

    fn read(&self, path: &FilePath) -> io::Result<Vec<u8>> {
        self.files.read(path)
    }

    fn kind(&self, path: &FilePath) -> Option<EntryKind> {
        self.files.kind(path)
    }

    fn shown(&self, path: &FilePath) -> String {
        self.files.shown(path)
    }
}

impl Store for Small {
    fn write(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.write_all(&[(path.clone(), bytes.to_vec())]).map_err(|(_, why)| why)
    }

    fn write_all(&self, files: &[(FilePath, Vec<u8>)]) -> Result<(), (FilePath, Both)> {
        let mut taken = Vec::new();
        for (path, bytes) in files {
            let fail = |why| (path.clone(), why);
            taken.push(self.take(bytes.len()).map_err(fail)?);
        }
        for (path, bytes) in files {
            let old = self.files.read(path).map_or(0, |old| old.len());
            self.files.put(path.clone(), bytes.clone());
            *self.room.lock().unwrap() += old;
        }
        taken.into_iter().for_each(std::mem::forget);
        Ok(())
    }

    fn reserve(&self, bytes: usize) -> Result<Option<Box<dyn Debug + Send>>, Both> {
        Ok(Some(Box::new(self.take(bytes)?)))
    }

    fn exchange(&self, path: &FilePath, bytes: &[u8]) -> Result<(), Both> {
        self.write(path, bytes)
    }

    fn remove(&self, path: &FilePath) {
        self.files.remove(path);
    }

    fn ready(&self) -> Result<(), Both> {
        Ok(())
    }

    fn hold(&self, path: &FilePath) -> Result<Option<Box<dyn Debug + Send>>, Both> {
        Store::hold(&self.files, path)
    }
}

const TEMPLATES: [&str; 4] = ["agenda", "kak", "nota-dinas", "notula"];

fn built(disk: &Small, force: bool) -> Answer<naskah::pipeline::desk::BuildReport> {
    let wish = BuildWish {
        templates: TEMPLATES.map(str::to_owned).to_vec(),
        pdf: false,
        docx: true,
        out: Some(disk.clone().into()),
        force,
        ..BuildWish::default()
    };
    Desk::new(kit::fixture("kutai-timur"), Lang::Id).build(&wish, &|_, _| {})
}

/// Told once, with how much is whole and what is missing.
#[track_caller]
fn told(disk: &Small, answer: &Answer<naskah::pipeline::desk::BuildReport>) {
    let report = answer.value.as_ref().unwrap();
    let codes: Vec<&str> = answer.problems.iter().map(|told| told.code).collect();
    let errors: Vec<&&str> =
        codes.iter().filter(|code| code.starts_with("NSK08")).collect();
    if report.no_room.is_empty() {
        assert_eq!(errors, Vec::<&&str>::new());
    } else {
        assert_eq!(errors, [&"NSK0813"]);
        let text =
            &answer.problems.iter().find(|told| told.code == "NSK0813").unwrap().message;
        assert!(text.contains(&report.no_room[0]), "{text}");
    }
    assert_eq!(report.refused.len(), 0);
    assert_eq!(report.made + report.skipped + report.no_room.len(), TEMPLATES.len());
    disk.agrees();
}

#[test]
fn a_disk_with_room_for_some_papers_lists_those_and_tells_the_rest_once() {
    let whole = Small::new(usize::MAX / 2);
    told(&whole, &built(&whole, false));
    let bytes: usize = whole.papers().values().map(Vec::len).sum();
    let mut counts = BTreeSet::new();
    for tenth in [0, 3, 5, 8] {
        let disk = Small::new(bytes * tenth / 10 + 1_000);
        let answer = built(&disk, false);
        told(&disk, &answer);
        counts.insert(disk.papers().len());
        // With room again the same command ends what was begun.
        disk.has_only(usize::MAX / 2);
        told(&disk, &built(&disk, false));
        assert_eq!(disk.papers(), whole.papers());
    }
    assert!(counts.len() >= 3 && counts.contains(&0), "{counts:?}");
}

#[test]
fn earlier_papers_stay_listed_where_the_new_ones_find_no_room() {
    let disk = Small::new(usize::MAX / 2);
    told(&disk, &built(&disk, false));
    let before = disk.papers();
    let largest = before.values().map(Vec::len).max().unwrap();
    for room in [0, 5_000, 30_000, 60_000, largest, 3 * largest] {
        disk.has_only(room);
        told(&disk, &built(&disk, true));
        assert_eq!(disk.papers(), before);
    }
}
