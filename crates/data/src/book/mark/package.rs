//! The parts of an XLSX file, of which some are changed and all others stay the bytes they were.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use super::xml::{Edits, children, escaped};

/// The kinds of relations that a workbook of today has, up to their last word.
const KINDS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The namespace of the parts that say what belongs to what.
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// What the part says that lists the kinds of all parts.
const TYPES: &str = "[Content_Types].xml";

/// What a part is in relation to another.
pub(super) struct PartRelation {
    /// Its name in that other part.
    pub(super) id: String,
    /// What it is: "worksheet", "comments".
    kind: String,
    /// Where it is in the package.
    pub(super) target: String,
}

impl PartRelation {
    /// Whether it is of a kind.
    pub(super) fn is(&self, kind: &str) -> bool {
        self.kind.rsplit('/').next() == Some(kind)
    }
}

/// An XLSX file.
pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    changed: BTreeMap<String, String>,
}

impl<'b> Package<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        Some(Self { archive, changed: BTreeMap::new() })
    }

    /// The text of a part as it is now.
    pub(super) fn text(&mut self, part: &str) -> Option<String> {
        if let Some(changed) = self.changed.get(part) {
            return Some(changed.clone());
        }
        let mut text = String::new();
        self.archive.by_name(part).ok()?.read_to_string(&mut text).ok()?;
        match text.strip_prefix('\u{feff}') {
            Some(rest) => Some(rest.to_owned()),
            None => Some(text),
        }
    }

    pub(super) fn put(&mut self, part: &str, text: String) {
        self.changed.insert(part.to_owned(), text);
    }

    /// A name with a number that no part has.
    pub(super) fn free(&self, folder: &str, stem: &str, ending: &str) -> String {
        let most = self.archive.len() + self.changed.len() + 1;
        let mut names = (1..=most).map(|n| format!("{folder}{stem}{n}.{ending}"));
        let is_free = |name: &String| {
            self.archive.index_for_name(name).is_none()
                && !self.changed.contains_key(name)
        };
        names.find(is_free).unwrap_or_default()
    }

    /// The part with the sheets.
    pub(super) fn workbook(&mut self) -> Option<String> {
        let found = self.relations("");
        found.into_iter().find(|one| one.is("officeDocument")).map(|one| one.target)
    }

    /// What belongs to a part; to the package itself with an empty name.
    pub(super) fn relations(&mut self, part: &str) -> Vec<PartRelation> {
        let Some(xml) = self.text(&relations_of(part)) else { return Vec::new() };
        let Some((_, all)) = children(&xml) else { return Vec::new() };
        let all = all.into_iter().filter_map(|one| {
            Some(PartRelation {
                id: one.get("Id")?.to_owned(),
                kind: one.get("Type")?.to_owned(),
                target: resolved(folder(part), one.get("Target")?),
            })
        });
        all.collect()
    }

    /// Lets a part belong to another, and gives its name there.
    pub(super) fn relate(
        &mut self,
        part: &str,
        kind: &str,
        target: &str,
    ) -> Option<String> {
        let own = relations_of(part);
        let there = self.relations(part);
        let is_taken = |id: &String| there.iter().any(|one| one.id == *id);
        let mut ids = (1..=there.len() + 1).map(|n| format!("rIdTanda{n}"));
        let id = ids.find(|id| !is_taken(id))?;
        // Files of the strict form call the kinds otherwise.
        let base = there.first().and_then(|one| one.kind.rsplit_once('/'));
        let base = base.map_or(KINDS.trim_end_matches('/'), |(base, _)| base);
        let empty = || format!("<Relationships xmlns=\"{RELATIONS}\"/>");
        let xml = self.text(&own).unwrap_or_else(empty);
        let (root, _) = children(&xml)?;
        let more = format!(
            "<{}Relationship Id=\"{id}\" Type=\"{base}/{kind}\" Target=\"/{}\"/>",
            root.prefix(),
            escaped(target),
        );
        let mut edits = Edits::default();
        let (range, with) = root.with(&xml, &more);
        edits.put(range, with);
        self.put(&own, edits.made(&xml));
        Some(id)
    }

    /// Says of which kind a part is, or every part with an ending.
    pub(super) fn declare(&mut self, what: Declaring<'_>, kind: &str) -> Option<()> {
        let xml = self.text(TYPES)?;
        let (root, all) = children(&xml)?;
        let (name, attribute, value) = match what {
            Declaring::Part(part) => ("Override", "PartName", format!("/{part}")),
            Declaring::Ending(ending) => ("Default", "Extension", ending.to_owned()),
        };
        let is_it = |found: &str| found.eq_ignore_ascii_case(&value);
        let mut there = all.iter().filter(|one| one.local() == name);
        if there.any(|one| one.get(attribute).is_some_and(is_it)) {
            return Some(());
        }
        let more = format!(
            "<{}{name} {attribute}=\"{}\" ContentType=\"{kind}\"/>",
            root.prefix(),
            escaped(&value),
        );
        // What holds for endings stands before what holds for parts.
        let first = all.first().filter(|_| name == "Default");
        let mut edits = Edits::default();
        if let Some(first) = first {
            edits.put(first.whole.start..first.whole.start, more);
        } else {
            let (range, with) = root.with(&xml, &more);
            edits.put(range, with);
        }
        self.put(TYPES, edits.made(&xml));
        Some(())
    }

    /// The file.
    pub(super) fn bytes(mut self) -> Option<Vec<u8>> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .system(System::Unix)
            .last_modified_time(DateTime::default());
        for n in 0..self.archive.len() {
            let entry = self.archive.by_index_raw(n).ok()?;
            let name = entry.name().ok()?.into_owned();
            match self.changed.remove(&name) {
                Some(text) => {
                    writer.start_file(&*name, options).ok()?;
                    writer.write_all(text.as_bytes()).ok()?;
                }
                None => writer.raw_copy_file(entry).ok()?,
            }
        }
        for (name, text) in self.changed {
            writer.start_file(&*name, options).ok()?;
            writer.write_all(text.as_bytes()).ok()?;
        }
        Some(writer.finish().ok()?.into_inner())
    }
}

/// What is said to be of a kind.
#[derive(Clone, Copy)]
pub(super) enum Declaring<'n> {
    /// One part.
    Part(&'n str),
    /// All parts whose names end so.
    Ending(&'n str),
}

/// The folder of a part, with its `/`.
pub(super) fn folder(part: &str) -> &str {
    part.rfind('/').map_or("", |at| &part[..=at])
}

fn relations_of(part: &str) -> String {
    let folder = folder(part);
    format!("{folder}_rels/{}.rels", &part[folder.len()..])
}

/// A target as seen from a folder.
fn resolved(folder: &str, target: &str) -> String {
    let whole = match target.strip_prefix('/') {
        Some(target) => target.to_owned(),
        None => format!("{folder}{target}"),
    };
    let mut parts: Vec<&str> = Vec::new();
    for part in whole.split('/') {
        match part {
            "." => {}
            ".." => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::{relations_of, resolved};

    #[test]
    fn targets_are_seen_from_their_part() {
        assert_eq!(resolved("xl/worksheets/", "../comments1.xml"), "xl/comments1.xml");
        assert_eq!(resolved("xl/", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
        assert_eq!(relations_of("xl/workbook.xml"), "xl/_rels/workbook.xml.rels");
        assert_eq!(relations_of(""), "_rels/.rels");
    }
}
