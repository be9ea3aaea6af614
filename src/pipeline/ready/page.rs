//! The page that tells how far a workspace is, in words.

use super::{
    DueDay, Light, Missing, PaperReady, PaperState, PrintNeed, Readiness, Unsent, Waiting,
};
use base::diag::{Lang, counted, first_names, first_people};

/// Names that are told of a list.
const NAMED: usize = 4;

/// The page.
#[derive(Debug, Clone)]
pub struct ReadyPage {
    /// How far all is, and as of which day.
    pub title: String,
    /// What is how far.
    pub rows: Vec<ReadyRow>,
    /// Lists below, each with its title.
    pub lists: Vec<(String, Vec<String>)>,
}

/// A line of the page.
#[derive(Debug, Clone)]
pub struct ReadyRow {
    /// How far it is, and the word for it.
    pub light: (Light, &'static str),
    /// What it is.
    pub what: String,
    /// What is said of it.
    pub said: String,
}

/// The page about a workspace with so many errors and warnings; without its papers where the data
/// cannot be used.
pub fn page(
    found: Option<&Readiness>,
    (errors, warnings): (usize, usize),
    lang: Lang,
) -> ReadyPage {
    let data = lang.either(
        format!("{errors} galat, {warnings} peringatan"),
        format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    );
    let light = if errors > 0 { Light::Red } else { Light::Green };
    let mut rows = vec![row(light, "Data", data, lang)];
    let Some(found) = found else {
        let title = lang.either("BELUM SIAP", "NOT READY");
        let why = lang.either(
            "Perbaiki galatnya dahulu; selebihnya baru dapat dihitung sesudah itu.",
            "Mend the errors first; all else can be told only then.",
        );
        return ReadyPage { title, rows, lists: vec![(why, Vec::new())] };
    };
    rows.extend(papers(found, lang));
    rows.extend(found.unsent.iter().map(|one| unsent(one, lang)));
    let mut lists =
        vec![missing(&found.missing, lang), deadlines(found, lang), print(found, lang)];
    lists.retain(|(_, lines)| !lines.is_empty());
    let sum = match found.light.max(light) {
        Light::Green => lang.either("SIAP", "READY"),
        Light::Yellow => lang.either("HAMPIR SIAP", "NEARLY READY"),
        Light::Red => lang.either("BELUM SIAP", "NOT READY"),
    };
    let today = found.today;
    let title =
        lang.either(format!("{sum} per {today}"), format!("{sum} as of {}", today.0));
    ReadyPage { title, rows, lists }
}

fn row(light: Light, what: &str, said: String, lang: Lang) -> ReadyRow {
    let word = match (light, lang) {
        (Light::Green, Lang::Id) => "siap",
        (Light::Yellow, Lang::Id) => "tunggu",
        (Light::Red, Lang::Id) => "belum",
        (Light::Green, Lang::En) => "ready",
        (Light::Yellow, Lang::En) => "waits",
        (Light::Red, Lang::En) => "not yet",
    };
    ReadyRow { light: (light, word), what: what.to_owned(), said }
}

/// A line for each template.
fn papers(found: &Readiness, lang: Lang) -> Vec<ReadyRow> {
    let mut templates: Vec<(&str, Vec<&PaperReady>)> = Vec::new();
    for paper in &found.papers {
        match templates.last_mut().filter(|(name, _)| *name == paper.template) {
            Some((_, papers)) => papers.push(paper),
            None => templates.push((&paper.template, vec![paper])),
        }
    }
    let of = |(name, papers): (&str, Vec<&PaperReady>)| {
        let light = papers.iter().map(|paper| paper.light).max().unwrap_or(Light::Green);
        row(light, name, of_template(&papers, lang), lang)
    };
    templates.into_iter().map(of).collect()
}

/// How many papers of a template are how far, and which of them wait.
fn of_template(papers: &[&PaperReady], lang: Lang) -> String {
    let all = papers.len();
    let mut parts = vec![lang.either(format!("{all} naskah"), counted(all, "paper"))];
    let mut tell = |which: &dyn Fn(&PaperReady) -> bool, id: &str, en: &str| {
        let some: Vec<&str> = papers
            .iter()
            .filter(|paper| which(paper))
            .map(|paper| paper.path.rsplit('/').next().unwrap_or(&paper.path))
            .collect();
        let said = lang.either(id, en);
        if some.is_empty() {
            return;
        }
        parts.push(if all == 1 {
            said
        } else if some.len() == all {
            lang.either(format!("semuanya {said}"), format!("all {said}"))
        } else {
            format!("{} {said} ({})", some.len(), first_names(lang, &some, NAMED))
        });
    };
    let is = |state: PaperState| move |paper: &PaperReady| paper.state == state;
    tell(&is(PaperState::New), "belum dibuat", "not made");
    tell(&is(PaperState::Outdated), "usang", "out of date");
    tell(
        &is(PaperState::PrintedOutdated),
        "sudah dicetak lalu datanya berubah",
        "printed, and changed since",
    );
    tell(&is(PaperState::Printed), "sudah dicetak", "printed");
    let waits = |what: Waiting| move |paper: &PaperReady| paper.waits.contains(&what);
    tell(&waits(Waiting::Number), "menunggu nomor", "waiting for a number");
    tell(&waits(Waiting::Day), "menunggu tanggal", "waiting for a date");
    let is_example = papers.iter().all(|paper| paper.status == "contoh");
    let (id, en) = if is_example {
        ("masih contoh", "still an example")
    } else {
        ("masih draf", "still a draft")
    };
    tell(&waits(Waiting::Final), id, en);
    parts.join(", ") + &signed_by(papers, lang)
}

/// Whom papers that are not yet out of the house wait for.
fn signed_by(papers: &[&PaperReady], lang: Lang) -> String {
    let mut signers: Vec<&str> = Vec::new();
    for name in papers.iter().flat_map(|paper| &paper.signers) {
        if !signers.contains(&&**name) {
            signers.push(name);
        }
    }
    if signers.is_empty() {
        return String::new();
    }
    let names = first_people(lang, &signers, NAMED);
    lang.either(
        format!("; penanda tangan: {names}"),
        format!("; to be signed by {names}"),
    )
}

fn unsent(one: &Unsent, lang: Lang) -> ReadyRow {
    let codes = one.services.join(", ");
    let call = one.contact.as_ref().map_or_else(String::new, |contact| {
        lang.either(format!("; hubungi {contact}"), format!("; call {contact}"))
    });
    let said = lang.either(
        format!("belum mengirim {codes}{call}"),
        format!("has not sent {codes}{call}"),
    );
    row(Light::Red, &one.opd, said, lang)
}

fn missing(all: &[Missing], lang: Lang) -> (String, Vec<String>) {
    let of = |one: &Missing| format!("{}: {}", one.template, one.needs.join(", "));
    (
        lang.either(
            "Tidak dibuat, karena datanya belum ada:",
            "Not made, for want of data:",
        ),
        all.iter().map(of).collect(),
    )
}

fn deadlines(found: &Readiness, lang: Lang) -> (String, Vec<String>) {
    let of = |one: &DueDay| {
        let when = match (one.days, lang) {
            (0, Lang::Id) => "hari ini".to_owned(),
            (0, Lang::En) => "today".to_owned(),
            (1.., Lang::Id) => format!("{} hari lagi", one.days),
            (1.., Lang::En) => format!("in {}", counted(one.days, "day")),
            (_, Lang::Id) => format!("lewat {} hari", -one.days),
            (_, Lang::En) => format!("{} ago", counted(-one.days, "day")),
        };
        let day = lang.either(one.date.to_string(), one.date.0.to_string());
        format!("{day} ({when}): {}", one.what)
    };
    (
        lang.either("Tanggal dan tenggat:", "Days and deadlines:"),
        found.deadlines.iter().map(of).collect(),
    )
}

fn print(found: &Readiness, lang: Lang) -> (String, Vec<String>) {
    let of = |one: &PrintNeed| {
        let (paper, papers, pages, sheets) =
            (&one.paper, one.papers, one.pages, one.sheets);
        lang.either(
            format!("{paper}: {papers} naskah, {pages} lembar satu muka atau {sheets} lembar bolak-balik"),
            format!("{paper}: {}, {pages} sheets on one side or {sheets} on both", counted(papers, "paper")),
        )
    };
    (
        lang.either(
            "Belum dicetak, satu rangkap (catat dengan naskah beda --cetak):",
            "Not printed, one copy each (mark them with naskah beda --cetak):",
        ),
        found.print.iter().map(of).collect(),
    )
}
