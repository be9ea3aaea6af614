//! Which papers there are: templates times their subjects, each with its file name.

use crate::letter::{Letter, TO_ALL, to_all};
use crate::problem::{NameProblem, TemplateProblem};
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::profil::{ModeTte, Profil};
use crate::template::held::{Held, HeldFields};
use crate::template::{
    Base, DataPart, Days, Engine, Line, Need, Per, TemplateManifest, Templates,
    chapter_value, person_value,
};
use base::diag::{Both, Diagnostic, Problems, Span, nearest};
use base::source::Spanned;
use data::files::FilePath;
use data::problem::ReferenceProblem;
use data::tables;
use data::workspace::Workspace;
use field::domain::{
    HadirPer, LetterNumber, Opd, Orang, Rakor, Sesi, StatusAsn, srikandi,
};
use field::spm::{Catalog, Rekap};

mod owner;

/// What the planner looks at.
#[derive(Debug, Clone, Copy)]
pub struct Inputs<'a> {
    /// The data.
    pub workspace: &'a Workspace,
    /// The national data.
    pub catalog: &'a Catalog,
    /// The computed index.
    pub rekap: Option<&'a Rekap>,
    /// The templates.
    pub templates: &'a Templates,
    /// What fills them.
    pub engine: &'a Engine,
    /// The shared part of the context.
    pub base: &'a Base,
    /// How the papers of each template look and are signed.
    pub profil: &'a BTreeMap<String, Profil>,
}

/// One paper to make.
#[derive(Debug, Clone)]
pub struct Job {
    /// The template's name.
    pub template: String,
    /// Whom or what it is about; the manifest names it.
    pub subject: String,
    /// The file's path without ending, with `/`, below the output folder.
    pub path: String,
    /// The document title.
    pub title: String,
    /// What stands at the head of its pages.
    pub header: Line,
    /// What was decided about it, where it is a letter.
    pub letter: Option<Letter>,
    /// What the template sees.
    pub context: Held,
}

impl Job {
    /// The day of this letter.
    pub fn date(&self) -> Option<Date> {
        self.letter.as_ref()?.date
    }
}

/// What a subject adds to the context.
struct Subject {
    id: String,
    extra: Held,
}

/// Papers of the named templates. `opd` limits them to what belongs to these OPDs.
pub fn plan(
    inputs: Inputs<'_>,
    names: &[String],
    opd: &[String],
    problems: &mut Problems,
) -> Vec<Job> {
    let mut jobs = Vec::new();
    let mut days = Days::new(inputs.workspace);
    for name in names {
        let Some(manifest) = inputs.templates.manifests.get(name) else { continue };
        // Counted before any is passed over: a paper's number is its own whatever else is made.
        let all = subjects(inputs, manifest).into_iter().enumerate();
        let asked = || inputs.workspace.opd.iter().filter(|o| opd.contains(&o.id.value));
        let chosen = |index: usize, subject: &Subject| {
            let paper = (index, subject);
            opd.is_empty()
                || asked().any(|o| owner::belongs(inputs, &manifest.per, paper, o))
        };
        for (index, subject) in all.filter(|(index, subject)| chosen(*index, subject)) {
            match job(inputs, manifest, (index, subject), &mut days) {
                Ok(job) => jobs.push(job),
                Err(diagnostic) => problems.extend((*diagnostic).into()),
            }
        }
    }
    unique(inputs.templates, &jobs, problems);
    jobs
}

/// Reports words of `template.toml` that name nothing: what there is a paper for each of, what
/// is needed, whose chapters they are, which urusan a chapter is about. A list that the template
/// says it needs may be absent where there is a paper for each of its rows: then the template
/// is passed over.
pub fn check_words(
    workspace: &Workspace,
    catalog: &Catalog,
    templates: &Templates,
    problems: &mut Problems,
) {
    // Lists that a template has a paper for each row of are lists that may be absent.
    let of_templates: BTreeSet<&str> =
        templates.manifests.values().filter_map(|manifest| manifest.per.list()).collect();
    let lists = || workspace.lists.keys().map(String::as_str);
    // In the text of a template a free list is `daftar.honor`; its manifest has the bare name.
    let list_named = |name: &str| {
        let bare = name.strip_prefix("daftar.")?;
        workspace.lists.contains_key(bare).then(|| bare.to_owned())
    };
    for manifest in templates.manifests.values() {
        let needed: Vec<&Spanned<Need>> = manifest.needs.iter().collect();
        let own = manifest.per.list().filter(|name| !workspace.lists.contains_key(*name));
        // What is read as something else never becomes a list.
        let unsaid = |name: &&str| {
            let said = needed.iter().any(|need| need.value.word() == *name);
            !said || tables::home(name).is_some()
        };
        if let Some(name) = own.filter(unsaid) {
            let known = lists().chain(Per::ALL.iter().map(|(word, ..)| *word));
            let near = list_named(name).or_else(|| nearest(name, known));
            let near = near.unwrap_or_default();
            let home = tables::home(name).unwrap_or_default().to_owned();
            let words = Per::ALL.map(|(word, ..)| word).join(", ");
            let name = name.to_owned();
            let problem = TemplateProblem::UnknownList { name, near, home, words };
            problems.add(manifest.per_span, problem);
        }
        for need in needed {
            let Need::List(name) = &need.value else { continue };
            let may_come = of_templates.contains(name.as_str());
            if may_come && tables::home(name).is_none()
                || workspace.lists.contains_key(name)
            {
                continue;
            }
            let known = lists().chain(DataPart::ALL.iter().map(|(_, word, _)| *word));
            let near = list_named(name).or_else(|| nearest(name, known));
            let near = near.unwrap_or_default();
            let home = tables::home(name).unwrap_or_default().to_owned();
            let words = DataPart::ALL.map(|(_, word, _)| word).join(", ");
            let name = name.clone();
            let problem = TemplateProblem::UnknownNeed { name, near, home, words };
            problems.add(need.span, problem);
        }
        templates.check_name(&manifest.book, problems);
        check_chapters(manifest, catalog, problems);
    }
}

fn check_chapters(
    manifest: &TemplateManifest,
    catalog: &Catalog,
    problems: &mut Problems,
) {
    let known = || catalog.all_urusan().iter().map(|u| u.kode.as_str());
    for urusan in manifest.chapters.iter().filter_map(|c| c.urusan.as_ref()) {
        if catalog.urusan(&urusan.value).is_some() {
            continue;
        }
        let what = (Both::same("urusan"), Both::new("katalog", "the catalog"));
        let problem = ReferenceProblem::unknown_id(what, &urusan.value, known());
        problems.add(urusan.span, problem);
    }
}

/// The parts of the data a template needs and the workspace lacks.
pub fn missing(inputs: Inputs<'_>, manifest: &TemplateManifest) -> Vec<String> {
    let there =
        |need: &Need| need.is_there(inputs.workspace, inputs.rekap, &manifest.name);
    let lacking = manifest.needs.iter().filter(|need| !there(&need.value));
    lacking.map(|need| need.value.word().to_owned()).collect()
}

fn job(
    inputs: Inputs<'_>,
    manifest: &TemplateManifest,
    (index, subject): (usize, Subject),
    days: &mut Days<'_>,
) -> Result<Job, Box<Diagnostic>> {
    let paper = (manifest.name.as_str(), subject.id.as_str());
    let usual = inputs.base.rule;
    let profil = inputs.profil.get(&manifest.name);
    let rule = profil.map_or(usual, |p| p.tanda_tangan.pasal44);
    let kop = profil.map(|p| &p.kop);
    let (letter, surat) = inputs.base.letter(paper, index, inputs.workspace, (rule, kop));
    let (letter, surat) = by_srikandi(inputs, manifest, letter, surat);
    let common = inputs.workspace.tanggal();
    let day = letter.as_ref().and_then(|letter| letter.date).or(common);
    let of_day = if day == common && rule == usual {
        Held::map::<String>([])
    } else {
        let opd = subject.extra.part("opd");
        days.on(day, opd.as_ref(), rule)
    };
    let context = HeldFields::new()
        .worded("id", &subject.id)
        .own("nomor_urut", index + 1)
        .held("surat", surat)
        .held("profil", profil.map(profil_value))
        .done()
        .over(&of_day.over(&subject.extra.over(&inputs.base.value)));
    let line = |text: &Spanned<String>| {
        inputs
            .engine
            .line(&manifest.name, text, &context, inputs.templates)
            .map_err(Box::new)
    };
    let file = line(&manifest.file_name)?.text;
    let title = line(&manifest.document_title)?.text;
    if !is_safe(&file) {
        let problem = NameProblem::NameOutside { name: file };
        return Err(Box::new(Diagnostic::new(manifest.file_name.span, problem)));
    }
    let header = line(&manifest.header)?;
    Ok(Job {
        template: manifest.name.clone(),
        subject: subject.id,
        path: format!("{}/{file}", manifest.name),
        title,
        letter,
        header,
        context,
    })
}

/// What a template may ask of the profile: where what it says depends on the daerah.
fn profil_value(profil: &Profil) -> Held {
    let (surat, signing) = (&profil.surat, &profil.tanda_tangan);
    let label = |row| surat.label(row).map(|own| own.line().clone());
    let of_status = HeldFields::new()
        .line(StatusAsn::Pns.word(), signing.label_nip.line().clone())
        .line(StatusAsn::Pppk.word(), signing.label_nip_pppk.line().clone())
        .line(StatusAsn::Service.word(), signing.label_nrp.line().clone())
        .done();
    HeldFields::new()
        .held("label_nip", of_status)
        .line("label_nomor", label("Nomor"))
        .line("label_sifat", label("Sifat"))
        .line("label_lampiran", label("Lampiran"))
        .line("label_hal", label("Hal"))
        .own("lampiran_bertanda_tangan", profil.lampiran.bertanda_tangan)
        .own("lampiran_romawi", profil.lampiran.romawi)
        .own("diktum_renggang", profil.tanda_tangan.diktum_renggang)
        .done()
}

/// The decisions about a letter; its number is Srikandi's to give where it sends the letter.
fn by_srikandi(
    inputs: Inputs<'_>,
    manifest: &TemplateManifest,
    letter: Option<Letter>,
    surat: Held,
) -> (Option<Letter>, Held) {
    let mode = inputs.profil.get(&manifest.name).map(|p| p.tte.mode);
    match letter {
        Some(letter) if mode == Some(ModeTte::Srikandi) => {
            let place = letter.number.as_ref().map_or(letter.span, |n| n.span);
            let number = Some(Spanned::new(LetterNumber::of_srikandi(), place));
            // Without its number nothing can be looked up either.
            let without = HeldFields::new().own("nomor", srikandi::NUMBER);
            let surat = without.absent(["verifikasi"]).done().over(&surat);
            (Some(Letter { number, ..letter }), surat)
        }
        letter => (letter, surat),
    }
}

/// A file name that stays in its folder, on Windows too: no way up, no drive, no reserved
/// name, no character that Windows refuses.
fn is_safe(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 150
        && name.split('/').all(|part| {
            !part.is_empty()
                && !part.starts_with(['.', ' '])
                && !FilePath::windows_refuses(part)
        })
}

/// Two papers of one name would overwrite each other; names differ in more than their case,
/// because Windows does not tell that apart.
fn unique(templates: &Templates, jobs: &[Job], problems: &mut Problems) {
    let mut seen: BTreeMap<String, Vec<&Job>> = BTreeMap::new();
    for job in jobs {
        seen.entry(job.path.to_lowercase()).or_default().push(job);
    }
    for same in seen.values().filter(|same| same.len() > 1) {
        let manifest = templates.manifests.get(&same[0].template);
        let span = manifest.map_or(Span::None, |m| m.file_name.span);
        let name = same[0].path.clone();
        let other =
            same.iter().map(|j| j.subject.as_str()).collect::<Vec<_>>().join(", ");
        problems.add(span, NameProblem::SameName { name, other });
    }
}

/// The ids of all that a template has papers for, in the order of the plan.
pub fn subject_ids(inputs: Inputs<'_>, manifest: &TemplateManifest) -> Vec<String> {
    subjects(inputs, manifest).into_iter().map(|subject| subject.id).collect()
}

fn subjects(inputs: Inputs<'_>, manifest: &TemplateManifest) -> Vec<Subject> {
    let workspace = inputs.workspace;
    let rakor = workspace.rakor.as_ref();
    match &manifest.per {
        Per::Satu => {
            let id = manifest.name.clone();
            vec![Subject { id, extra: Held::map::<String>([]) }]
        }
        Per::Opd => workspace
            .opd
            .iter()
            .zip(list(inputs.base.value.part("semua_opd")))
            .filter(|(o, _)| {
                !manifest.needs.iter().any(|n| n.value == Need::Part(DataPart::Capaian))
                    || reports(o, inputs)
            })
            .map(|(o, opd)| Subject {
                id: o.id.value.clone(),
                extra: Held::map([("opd", opd)]),
            })
            .collect(),
        Per::Urusan | Per::Bab => chapters(inputs, manifest),
        Per::Sesi => items(
            "sesi",
            rakor,
            |r| r.sesi.iter().map(|s| s.id.value.as_str()).collect(),
            inputs,
        ),
        Per::Narasumber => people("narasumber", rakor.map_or(&[], |r| &r.narasumber)),
        Per::Peserta => people("peserta", rakor.map_or(&[], |r| &r.peserta)),
        Per::Orang => rakor
            .map(crate::template::everybody)
            .unwrap_or_default()
            .into_iter()
            .map(|(id, value)| Subject { id, extra: Held::map([("orang", value)]) })
            .collect(),
        Per::Sambutan => items(
            "sambutan",
            rakor,
            |r| r.sambutan.iter().map(|s| s.id.value.as_str()).collect(),
            inputs,
        ),
        Per::Undangan if to_all(workspace, &manifest.name) => {
            vec![Subject {
                id: TO_ALL.to_owned(),
                extra: Held::map([("undangan", crate::template::invited_together())]),
            }]
        }
        Per::Undangan => items(
            "undangan",
            rakor,
            |r| r.undangan.iter().map(|u| u.id.value.as_str()).collect(),
            inputs,
        ),
        Per::Hadir => rakor.map(attendance).unwrap_or_default(),
        Per::List(name) => rows(inputs.base, name),
    }
}

/// Whether an OPD has anything to report: an urusan, or a service in the reported quarter.
fn reports(opd: &Opd, inputs: Inputs<'_>) -> bool {
    let told = |rekap: &Rekap| rekap.opd.iter().any(|o| o.opd == opd.id.value);
    !opd.urusan.is_empty() || inputs.rekap.is_some_and(told)
}

/// One subject for each item of a list of the rakor, as the context already has it.
fn items(
    key: &str,
    rakor: Option<&Rakor>,
    ids: impl Fn(&Rakor) -> Vec<&str>,
    inputs: Inputs<'_>,
) -> Vec<Subject> {
    let Some(rakor) = rakor else { return Vec::new() };
    let values = inputs.base.value.part("rakor").and_then(|r| r.part(key));
    ids(rakor)
        .into_iter()
        .zip(list(values))
        .map(|(id, value)| Subject {
            id: id.to_owned(),
            extra: Held::map([(key, value)]),
        })
        .collect()
}

/// The items of a list of the context.
fn list(held: Option<Held>) -> Vec<Held> {
    held.map(|list| list.items()).unwrap_or_default()
}

fn chapters(inputs: Inputs<'_>, manifest: &TemplateManifest) -> Vec<Subject> {
    let book = inputs.templates.manifests.get(&manifest.book.value).unwrap_or(manifest);
    book.chapters
        .iter()
        .enumerate()
        .filter(|(_, c)| manifest.per == Per::Bab || c.urusan.is_some())
        .map(|(i, chapter)| {
            let workspace = inputs.workspace;
            let bab = chapter_value(chapter, i + 1, inputs.catalog, workspace);
            Subject {
                id: format!("{:02}-{}", i + 1, chapter.id),
                extra: Held::map([("bab", bab)]),
            }
        })
        .collect()
}

fn people(key: &str, people: &[Orang]) -> Vec<Subject> {
    people
        .iter()
        .enumerate()
        .map(|(i, person)| {
            let id = person.id.as_ref().map(|id| id.value.clone());
            let id = id.unwrap_or_else(|| format!("{key}-{:03}", i + 1));
            let value = person_value(person, i + 1);
            Subject { id, extra: Held::map([(key, value)]) }
        })
        .collect()
}

/// The name of a session, at its place.
fn session_name(sesi: &Sesi, rakor: &Rakor) -> Held {
    let at = rakor.sesi.iter().position(|one| one.id == sesi.id).unwrap_or_default();
    let written = rakor.written.field("sesi").item(at);
    HeldFields::of(&written).said("nama", &sesi.nama).done()
}

/// Attendance sheets: each day or session, each group; those online apart.
fn attendance(rakor: &Rakor) -> Vec<Subject> {
    let mut groups: Vec<(String, Date, Option<&Sesi>)> = Vec::new();
    for sesi in &rakor.sesi {
        let day = sesi.tanggal.value;
        match rakor.hadir_per {
            HadirPer::Sesi => groups.push((sesi.id.value.clone(), day, Some(sesi))),
            HadirPer::Hari if groups.iter().any(|(_, d, _)| *d == day) => {}
            HadirPer::Hari => groups.push((day.to_string(), day, None)),
        }
    }
    if groups.is_empty() {
        groups.push((rakor.tanggal.to_string(), rakor.tanggal, None));
    }
    let mut subjects = Vec::new();
    for (id, day, sesi) in &groups {
        for (group, title, people) in [
            ("peserta", "Peserta", &rakor.peserta),
            ("narasumber", "Narasumber", &rakor.narasumber),
            ("panitia", "Panitia", &rakor.panitia),
        ] {
            // Rows for people who were not announced; only participants come so.
            let spare = match group {
                "peserta" => rakor.baris_kosong,
                _ if people.is_empty() => 0,
                _ => 2,
            };
            if people.is_empty() && spare == 0 {
                continue;
            }
            let listed = |online: bool| -> Held {
                people
                    .iter()
                    .filter(|p| p.daring == online)
                    .enumerate()
                    .map(|(i, p)| person_value(p, i + 1))
                    .collect()
            };
            let session = sesi.map(|s| session_name(s, rakor));
            let sheet = HeldFields::new()
                .own("kelompok", group)
                .own("judul", title)
                .own("tanggal", *day)
                .held("sesi", session)
                .held("luring", listed(false))
                .held("daring", listed(true))
                .own("baris_kosong", spare);
            subjects.push(Subject {
                id: format!("{id}-{group}"),
                extra: Held::map([("hadir", sheet.done())]),
            });
        }
    }
    subjects
}

fn rows(base: &Base, name: &str) -> Vec<Subject> {
    list(base.value.part("daftar").and_then(|lists| lists.part(name)))
        .into_iter()
        .enumerate()
        .map(|(i, value)| {
            let id = value.part("id").and_then(|v| v.as_str().map(str::to_owned));
            let id = id.unwrap_or_else(|| format!("{:03}", i + 1));
            Subject { id, extra: Held::map([("baris", value)]) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::is_safe;

    #[test]
    fn names_that_leave_the_folder_or_windows_refuses() {
        for name in ["dinkes", "2024-12-09-peserta", "a/b", "surat.dinas", "compass"] {
            assert!(is_safe(name), "{name}");
        }
        for name in [
            "", "..", "../x", "a/../b", "/x", "C:x", "a\\b", "nul", "COM1", "x.", " x",
            "a*b",
        ] {
            assert!(!is_safe(name), "{name}");
        }
    }
}
