//! `naskah import`.

use data::problem::{FileProblem, ImportProblem, ReferenceProblem, WorksheetProblem};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, IsTerminal};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::Exit;
use super::args::{ImportArgs, Output};
use super::report::{Console, count, exit};
use crate::output::Target;
use crate::pipeline;
use base::diag::{AnyProblem, Both, Lang, Problems, Span, nearest};
use base::source::SourceMap;
use data::files::Disk;
use data::impor::{self, Berkas, Impor, Jenis, Konteks, Nilai, Perubahan, Rencana};
use data::lembar_kerja::{self, Bacaan, Harapan};
use data::workspace::{Workspace, place};
use field::domain::Periode;
use field::spm::{Catalog, Keterisian};

/// Old files are kept here; the reader of workspaces passes names with a dot over.
const CADANGAN: &str = "data/capaian/.cadangan";

/// One file of the command, and whether it can be imported.
struct Masukan {
    nama: String,
    sah: bool,
    /// Of a worksheet: cells it fills in, and cells that are filled in with those of before.
    keterisian: Option<(Keterisian, Keterisian)>,
}

/// What was done with a file of the workspace.
struct Ditulis {
    nama: String,
    baru: bool,
    cadangan: Option<String>,
}

pub(super) fn run(args: &ImportArgs, console: &Console) -> Exit {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let (mut masukan, mut rencana) = (Vec::new(), Vec::new());
    let opened = pipeline::data(&args.into, &mut sources, &mut problems);
    if let Some((workspace, catalog)) = opened
        && let Some(periode) = diminta(args, &workspace, &mut problems)
    {
        let data = (&workspace, &catalog);
        let semua = baca(args, periode, data, &mut masukan, &mut sources, &mut problems);
        rencana = susun(args, data, semua, &mut masukan, (&mut sources, &mut problems));
    }
    let mut laporan =
        Laporan { console, sources: &sources, rencana: &rencana, masukan: &masukan };
    if args.output == Output::Text {
        console.problems(&problems, &sources);
        laporan.tampilkan();
    }
    let berubah = rencana.iter().any(|r| !r.berkas.is_empty());
    let setuju = berubah && (args.ya || args.output == Output::Text && laporan.tanya());
    let mut ditulis = Vec::new();
    if setuju {
        let mut gagal = Problems::default();
        for berkas in rencana.iter().flat_map(|r| &r.berkas) {
            match tulis(&args.into, berkas) {
                Ok(selesai) => ditulis.push(selesai),
                Err(problem) => gagal.add(Span::None, problem),
            }
        }
        if args.output == Output::Text {
            console.problems(&gagal, &sources);
        }
        problems.extend(gagal);
    }
    match args.output {
        Output::Json => console.result(&laporan.json(&problems, &ditulis)),
        Output::Text => laporan.penutup(&ditulis, berubah, &problems),
    }
    exit(&problems)
}

/// The quarter that was typed, if one was; `None` after a problem with it or with the OPD.
#[allow(clippy::option_option)]
fn diminta(
    args: &ImportArgs,
    workspace: &Workspace,
    problems: &mut Problems,
) -> Option<Option<Periode>> {
    let periode = args.periode.as_deref().map(str::parse::<Periode>);
    if let Some(Err(())) = periode {
        let value = args.periode.clone().unwrap_or_default();
        let range = Both::new("seperti 2024-tw4", "such as 2024-tw4");
        problems.add(
            Span::None,
            FileProblem::OutOfRange { key: "--periode".into(), value, range },
        );
    }
    if let Some(id) = &args.opd
        && !workspace.opd.iter().any(|o| o.id.value == *id)
    {
        let semua = workspace.opd.iter().map(|o| o.id.value.as_str());
        let near = nearest(id, semua).unwrap_or_default();
        let (kind, file) = (Both::same("OPD"), Both::same("data/opd.toml"));
        problems.add(
            Span::None,
            ReferenceProblem::UnknownId { kind, id: id.clone(), near, file },
        );
    }
    (!problems.has_errors()).then(|| periode.and_then(Result::ok))
}

/// Reads every file; one that is broken does not stop the others.
fn baca(
    args: &ImportArgs,
    periode: Option<Periode>,
    (workspace, catalog): (&Workspace, &Catalog),
    masukan: &mut Vec<Masukan>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Vec<Impor> {
    let opd = args.opd.as_deref();
    let urusan = workspace
        .opd
        .iter()
        .find(|o| Some(o.id.value.as_str()) == opd)
        .filter(|o| o.urusan.len() == 1)
        .and_then(|o| o.urusan.first())
        .map(|u| u.value.as_str());
    let konteks = Konteks {
        catalog,
        tingkat: data::check::level(workspace.settings.daerah.jenis),
        periode,
        bawaan: workspace.settings.periode,
        urusan,
    };
    let ids: Vec<&str> = workspace.opd.iter().map(|o| o.id.value.as_str()).collect();
    let harapan = Harapan {
        daerah: &workspace.settings.daerah.nama,
        opd: &ids,
        opd_diminta: opd,
        periode: periode.or(workspace.settings.periode),
        berikutnya: periode.is_none(),
        katalog: catalog.semua_layanan(konteks.tingkat),
        capaian: &workspace.capaian,
    };
    let mut semua = Vec::new();
    let mut lembar: BTreeMap<Periode, String> = BTreeMap::new();
    for (_, nama) in berkas(&args.files, problems) {
        let mut sendiri = Problems::default();
        let mut keterisian = None;
        let bacaan = lembar_kerja::baca_berkas(
            &Disk::new(""),
            &nama,
            &harapan,
            sources,
            &mut sendiri,
        );
        let impor = match bacaan {
            Bacaan::Bukan => {
                impor::baca(&Disk::new(""), &nama, &konteks, sources, &mut sendiri)
            }
            Bacaan::Ditolak => None,
            Bacaan::Terbaca(terbaca) => {
                keterisian = Some((terbaca.diisi, terbaca.sesudah));
                lembar.entry(terbaca.stempel.periode).or_insert_with(|| nama.clone());
                Some(terbaca.impor)
            }
        };
        let sah = impor.is_some() && !sendiri.has_errors();
        semua.extend(impor.filter(|i| sah && !i.layanan.is_empty()));
        masukan.push(Masukan { nama, sah, keterisian });
        problems.extend(sendiri);
    }
    let mut periode = lembar.into_iter();
    if let (Some((awal, satu)), Some((akhir, lain))) = (periode.next(), periode.next()) {
        let (periode_satu, periode_lain) = (awal.to_string(), akhir.to_string());
        let problem =
            WorksheetProblem::MixedQuarters { satu, periode_satu, lain, periode_lain };
        problems.add(Span::None, problem);
        for satu in masukan.iter_mut().filter(|m| m.keterisian.is_some()) {
            satu.sah = false;
        }
        semua.retain(|i| masukan.iter().any(|m| m.sah && m.nama == i.berkas));
    }
    semua
}

/// The workbooks that were named, those in folders by name.
fn berkas(jalur: &[PathBuf], problems: &mut Problems) -> Vec<(PathBuf, String)> {
    let nama = |p: &Path| p.display().to_string().replace('\\', "/");
    let mut semua: Vec<(PathBuf, String)> = Vec::new();
    for jalur in jalur {
        if !jalur.is_dir() {
            semua.push((jalur.clone(), nama(jalur)));
            continue;
        }
        let isi = match std::fs::read_dir(jalur) {
            Ok(isi) => isi,
            Err(error) => {
                let problem =
                    FileProblem::CannotRead { name: nama(jalur), why: Both::io(&error) };
                problems.add(Span::None, problem);
                continue;
            }
        };
        let mut dalam: Vec<PathBuf> =
            isi.filter_map(Result::ok).map(|e| e.path()).filter(|p| buku(p)).collect();
        dalam.sort();
        if dalam.is_empty() {
            problems
                .add(Span::None, ImportProblem::NothingToImport { name: nama(jalur) });
        }
        semua.extend(dalam.into_iter().map(|p| (p.clone(), nama(&p))));
    }
    semua.dedup_by(|a, b| a.1 == b.1);
    semua
}

/// A workbook, and not the lock file of one that is open.
fn buku(jalur: &Path) -> bool {
    let nama = jalur.file_name().and_then(|n| n.to_str()).unwrap_or_default();
    let akhiran = jalur.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let kenal = ["xlsx", "ods", "xls"].iter().any(|e| akhiran.eq_ignore_ascii_case(e));
    kenal && jalur.is_file() && !nama.starts_with(['.', '~'])
}

/// The plans, one a quarter. Where one has an error nothing of that quarter is written.
fn susun(
    args: &ImportArgs,
    (workspace, catalog): (&Workspace, &Catalog),
    semua: Vec<Impor>,
    masukan: &mut [Masukan],
    (sources, problems): (&mut SourceMap, &mut Problems),
) -> Vec<Rencana> {
    let mut tolak = |nama: &str| {
        for m in masukan.iter_mut().filter(|m| m.nama == nama) {
            m.sah = false;
        }
    };
    let opd = args.opd.as_deref();
    let mut menurut_periode: BTreeMap<Periode, Vec<Impor>> = BTreeMap::new();
    for impor in semua {
        menurut_periode.entry(impor.periode).or_default().push(impor);
    }
    let mut rencana = Vec::new();
    for impor in menurut_periode.into_values() {
        // A file that does not fit the workspace must not stop the others.
        let mut layak = Vec::new();
        for satu in impor {
            let mut sendiri = Problems::default();
            let hasil = impor::rencanakan(
                workspace,
                catalog,
                satu.clone(),
                opd,
                sources,
                &mut sendiri,
            );
            if hasil.is_some() && !sendiri.has_errors() {
                layak.push(satu);
            } else {
                tolak(&satu.berkas);
            }
            problems.extend(sendiri);
        }
        let (satu, bertentangan) = impor::satukan(layak, sources, problems);
        for nama in &bertentangan {
            tolak(nama);
        }
        let Some(satu) = satu else { continue };
        // Its problems were told for each file.
        let mut lagi = Problems::default();
        let hasil = impor::rencanakan(workspace, catalog, satu, opd, sources, &mut lagi);
        if hasil.is_none() || lagi.has_errors() {
            problems.extend(lagi);
        } else {
            rencana.extend(hasil);
        }
    }
    rencana
}

/// Keeps the old file, then puts the new one in its place.
fn tulis(akar: &Path, berkas: &Berkas) -> Result<Ditulis, AnyProblem> {
    // Somebody may have saved the file while the question was open.
    if std::fs::read_to_string(akar.join(&berkas.nama)).ok() != berkas.lama {
        let detail = Both::new(
            format!("`{}` berubah sejak dibaca", berkas.nama),
            format!("`{}` has changed since it was read", berkas.nama),
        );
        return Err(ImportProblem::CannotMerge { detail }.into());
    }
    let mut cadangan = None;
    if let Some(lama) = &berkas.lama {
        let nama = berkas.nama.rsplit('/').next().unwrap_or(&berkas.nama);
        let bebas = (1_u32..=u32::MAX)
            .map(|n| format!("{CADANGAN}/{nama}.{n}"))
            .find(|calon| !akar.join(calon).exists())
            .unwrap_or_default();
        Target::from(akar).put(&bebas, lama.as_bytes())?;
        cadangan = Some(bebas);
    }
    Target::from(akar).put(&berkas.nama, berkas.teks.as_bytes())?;
    Ok(Ditulis { nama: berkas.nama.clone(), baru: berkas.lama.is_none(), cadangan })
}

struct Laporan<'a> {
    console: &'a Console,
    sources: &'a SourceMap,
    rencana: &'a [Rencana],
    masukan: &'a [Masukan],
}

impl Laporan<'_> {
    /// What would change, what was passed over, and which files would be written.
    fn tampilkan(&self) {
        let console = self.console;
        let mut out = String::new();
        for r in self.rencana {
            let judul = console.say("Perubahan", "Changes");
            let _ = writeln!(out, "{judul} {}: {}", r.impor.periode, r.perubahan.len());
            if !r.perubahan.is_empty() {
                out.push('\n');
                self.tabel(r, &mut out);
                out.push('\n');
            }
            if !r.impor.dilewati.is_empty() {
                let judul = console.say("Dilewati", "Passed over");
                let _ = writeln!(out, "{judul}: {}\n", r.impor.dilewati.len());
                let baris: Vec<Vec<String>> = r
                    .impor
                    .dilewati
                    .iter()
                    .map(|d| {
                        vec![
                            place(d.tempat, self.sources),
                            ringkas(&d.isi),
                            d.sebab.of(console.lang).to_owned(),
                        ]
                    })
                    .collect();
                rata(&baris, &mut out);
                out.push('\n');
            }
        }
        for masukan in self.masukan {
            out.extend(masukan.keterisian.map(|k| self.keterisian(&masukan.nama, k)));
        }
        if !out.is_empty() {
            console.result(&out);
        }
    }

    /// How much of a worksheet is filled in, which is no achievement.
    fn keterisian(
        &self,
        nama: &str,
        (diisi, sesudah): (Keterisian, Keterisian),
    ) -> String {
        let persen = sesudah.persen().map_or_else(|| "-".to_owned(), |p| p.cetak());
        let kosong = diisi.seluruh.saturating_sub(diisi.terisi);
        let (terisi, seluruh) = (diisi.terisi, diisi.seluruh);
        match self.console.lang {
            Lang::Id => format!(
                "{nama}: {terisi} dari {seluruh} sel diisi, {kosong} kosong; tingkat keterisian sesudah diimpor {persen}\n"
            ),
            Lang::En => format!(
                "{nama}: {terisi} of {seluruh} cells filled in, {kosong} empty; fill rate after the import {persen}\n"
            ),
        }
    }

    fn tabel(&self, r: &Rencana, out: &mut String) {
        let say = |id, en| self.console.say(id, en).to_owned();
        let mut baris = vec![vec![
            say("Tempat", "Place"),
            say("Layanan", "Service"),
            say("Isian", "Field"),
            say("Semula", "Was"),
            say("Menjadi", "Becomes"),
        ]];
        for p in &r.perubahan {
            let nilai = |n: Option<&Nilai>| {
                n.map_or_else(|| "-".to_owned(), |n| ringkas(&n.to_string()))
            };
            let isian = p.butir.as_ref().map_or_else(
                || p.key.to_owned(),
                |b| format!("{}: {}", ringkas(b), p.key),
            );
            baris.push(vec![
                place(p.tempat, self.sources),
                p.kode.clone(),
                isian,
                nilai(p.lama.as_ref()),
                nilai(p.baru.as_ref()),
            ]);
        }
        rata(&baris, out);
    }

    /// Asks, where somebody sits who can answer.
    fn tanya(&mut self) -> bool {
        if !std::io::stdin().is_terminal() {
            return false;
        }
        self.console.message(
            self.console.say("Tulis perubahan ini? [y/t]", "Write these changes? [y/n]"),
        );
        let mut jawaban = String::new();
        let terbaca = std::io::stdin().lock().read_line(&mut jawaban).is_ok();
        terbaca && matches!(jawaban.trim().to_lowercase().as_str(), "y" | "ya" | "yes")
    }

    fn penutup(&self, ditulis: &[Ditulis], berubah: bool, problems: &Problems) {
        let console = self.console;
        for d in ditulis {
            let baris = match (console.lang, &d.cadangan) {
                (Lang::Id, Some(c)) => {
                    format!("Ditulis: {} (semula disimpan di {c})", d.nama)
                }
                (Lang::Id, None) => format!("Ditulis: {} (baru)", d.nama),
                (Lang::En, Some(c)) => {
                    format!("Written: {} (the old one is kept as {c})", d.nama)
                }
                (Lang::En, None) => format!("Written: {} (new)", d.nama),
            };
            console.result(&baris);
        }
        let gagal = self.masukan.iter().filter(|m| !m.sah).count();
        if gagal > 0 {
            console.result(&match console.lang {
                Lang::Id => format!(
                    "Tidak diimpor karena ada galat: {gagal} dari {} berkas",
                    self.masukan.len()
                ),
                Lang::En => format!(
                    "Not imported because of errors: {gagal} of {} files",
                    self.masukan.len()
                ),
            });
        }
        if berubah && ditulis.is_empty() {
            console.result(console.say(
                "Belum ada yang ditulis. Untuk menulis, ulangi perintah ini dengan --ya",
                "Nothing was written. To write, repeat the command with --ya",
            ));
        } else if !berubah && !problems.has_errors() {
            console.result(console.say(
                "Tidak ada yang berubah: data sudah sama",
                "Nothing changes: the data say the same already",
            ));
        }
    }

    /// The contract is told in `docs/architecture.md`.
    fn json(&self, problems: &Problems, ditulis: &[Ditulis]) -> String {
        let lang = self.console.lang;
        let di = |span| place(span, self.sources);
        let mut perubahan: Vec<Value> = Vec::new();
        let (mut dilewati, mut rencana): (Vec<Value>, Vec<Value>) =
            (Vec::new(), Vec::new());
        for r in self.rencana {
            let periode = r.impor.periode.to_string();
            perubahan
                .extend(r.perubahan.iter().map(|p| ubahan(p, &periode, &di(p.tempat))));
            dilewati.extend(r.impor.dilewati.iter().map(|d| {
                json!({ "place": di(d.tempat), "text": d.isi, "reason": d.sebab.of(lang) })
            }));
            rencana.extend(r.berkas.iter().map(|b| {
                let selesai = ditulis.iter().find(|d| d.nama == b.nama);
                json!({
                    "path": b.nama,
                    "new": selesai.map_or(b.lama.is_none(), |d| d.baru),
                    "written": selesai.is_some(),
                    "backup": selesai.and_then(|d| d.cadangan.as_ref()),
                })
            }));
        }
        let masukan: Vec<Value> = self.masukan.iter().map(berkas_json).collect();
        let (errors, warnings) = count(problems);
        let value = json!({
            "errors": errors,
            "warnings": warnings,
            "inputs": masukan,
            "changes": perubahan,
            "skipped": dilewati,
            "files": rencana,
            "problems": self.console.json(problems, self.sources),
        });
        format!("{value:#}")
    }
}

fn berkas_json(m: &Masukan) -> Value {
    let mut value = json!({ "file": m.nama, "ok": m.sah });
    if let Some((diisi, sesudah)) = m.keterisian {
        value["keterisian"] = json!({ "lembar": diisi, "sesudah": sesudah });
    }
    value
}

fn ubahan(p: &Perubahan, periode: &str, tempat: &str) -> Value {
    let nilai = |n: Option<&Nilai>| match n {
        None => Value::Null,
        Some(Nilai::Daftar(teks)) => json!(teks),
        Some(Nilai::Bilangan(n)) => json!(n),
        Some(lain) => json!(lain.to_string()),
    };
    let jenis = match p.jenis() {
        Jenis::Baru => "baru",
        Jenis::Ubah => "ubah",
        Jenis::Hapus => "hapus",
    };
    json!({
        "place": tempat,
        "periode": periode,
        "layanan": p.kode,
        "butir": p.butir,
        "field": p.key,
        "kind": jenis,
        "old": nilai(p.lama.as_ref()),
        "new": nilai(p.baru.as_ref()),
    })
}

/// The longest text in a column of a table.
const LEBAR: usize = 44;

/// One line of at most [`LEBAR`] characters.
fn ringkas(teks: &str) -> String {
    let baris = teks.split_whitespace().collect::<Vec<_>>().join(" ");
    if baris.chars().count() <= LEBAR {
        return baris;
    }
    let awal: String = baris.chars().take(LEBAR - 1).collect();
    format!("{}…", awal.trim_end())
}

/// Columns under each other, two blanks apart.
fn rata(baris: &[Vec<String>], out: &mut String) {
    let kolom = baris.iter().map(Vec::len).max().unwrap_or(0);
    let lebar: Vec<usize> = (0..kolom)
        .map(|n| {
            baris
                .iter()
                .filter_map(|b| b.get(n))
                .map(|t| t.chars().count())
                .max()
                .unwrap_or(0)
        })
        .collect();
    for b in baris {
        let mut teks = String::from("  ");
        for (isi, lebar) in b.iter().zip(&lebar) {
            let kurang = lebar.saturating_sub(isi.chars().count());
            let _ = write!(teks, "{isi}{}  ", " ".repeat(kurang));
        }
        let _ = writeln!(out, "{}", teks.trim_end());
    }
}
