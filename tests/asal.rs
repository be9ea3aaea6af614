//! What no face can print is told where it was written, whatever kind of source that is: the
//! same by `check` and by `build`, and once.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use base::written::Trail;
use naskah::diag::Problems;
use naskah::pipeline;
use naskah::source::Span;
use papers::template::Line;

use crate::kit::opened::open;
use crate::kit::{Desk, root, toml_texts};

/// A character that no face has.
const ODD: &str = "漢";

/// A workspace that prints something of each kind of source.
const FILES: &[(&str, &str)] = &[
    (
        "naskah.toml",
        r#"[daerah]
nama = "Kabupaten Contoh"
ibu_kota = "Contoh"

[instansi]
nama = "Sekretariat Daerah"
kop = ["PEMERINTAH DAERAH", "SEKRETARIAT DAERAH"]
alamat = [
    "Jalan Melati Nomor 1",
    "Pos-el setda@contoh.example",
]
tempat = "Kotabaru"

[profil]
dasar = "milik"
label_hal = "Perihal"

[periode]
tahun = 2024
triwulan = 4
"#,
    ),
    (
        "catalog/profil/milik.toml",
        r#"nama = "Profil kami"
dasar = "permendagri-1-2023"
sapaan = "Kpd."
label_nip = "Nip"
lampiran_kata = "Lampiran Naskah {jabatan}"
nomor_halaman = "bawah-tengah"
nomor_halaman_mulai = 1
bentuk_nomor_halaman = "lembar {n} dari {jumlah}"
"#,
    ),
    (
        "data/rakor.toml",
        r#"[rakor]
nama = "Rapat Penerapan"
tanggal = 2024-12-09
tempat = "Ruang Cendana"

[[sesi]]
id = "rapat"
nama = "Sidang"
mulai = "09.00"

  [[sesi.acara]]
  nama = "Pembukaan"
  durasi = 10
"#,
    ),
    (
        "data/pejabat.toml",
        r#"[[pejabat]]
id = "kadis"
nama = "Lestari Ayu"
jabatan = "Kepala Dinas Kesehatan"
nip = "196801271995031002"
"#,
    ),
    (
        "data/surat.toml",
        r#"[uji]
nomor = "{klas}/{urut}/UJI/{tahun}"
klas = "100"
unit = "UJI"
tanggal = 2024-12-02
sifat = "Segera"
hal = "Permintaan bahan"
penanda_tangan = "kadis"
tembusan = ["Arsip utama"]
"#,
    ),
    (
        "data/nomor.toml",
        r#"[[nomor]]
tahun = 2024
urut = 1
nomor = "100/1/UJI/2024"
template = "uji"
subjek = "uji"
tanggal = 2024-12-02
"#,
    ),
    (
        "data/peserta.csv",
        "nama,jabatan,instansi\nBudi Hartono,Camat,Kecamatan Melati\nSiti Aminah,Lurah,Kelurahan Kenanga\n",
    ),
    (
        "catalog/istilah.toml",
        r#"[[istilah]]
istilah = "SPM"
arti = "standar yang kami tulis"
sumber = { tingkat = "SEEN" }
"#,
    ),
    ("data/barang.csv", "nama,jumlah\nMeja,4\nKursi,8\n"),
    (
        "templates/uji/template.toml",
        r#"judul = "Uji"
bentuk = "surat"
per = "rakor"
nama_berkas = "uji"
perlu = ["surat"]
kepala_halaman = "Bahan {{ daerah.nama }} untuk {{ rakor.tempat }}"
"#,
    ),
    (
        "templates/uji/isi.md",
        r#"{{ kop() }}
{{ kepala_surat() }}
{{ tujuan("Kepala Dinas", "Tempat") }}

Dengan hormat, kami sampaikan {{ rakor.nama }} di {{ rakor.sesi[0].nama }}.

| Nama | Instansi |
|:-----|:---------|
{% for orang in rakor.peserta %}
| {{ orang.nama }} | {{ orang.instansi or "-" }} |
{% endfor %}

| Barang | Jumlah |
|:-------|-------:|
{% for baris in daftar.barang %}
| {{ baris.nama }} | {{ baris.jumlah }} |
{% endfor %}

{% macro satuan(orang) %}{{ orang.jabatan }}{% endmacro %}
{{ rincian([
  ["Nama", rakor.peserta[0].nama],
  ["Jabatan", satuan(rakor.peserta[0])],
  ["Acara", (rakor.sesi[0].nama | kalimat)[:-1]],
  ["Rapat", rakor.nama | replace("Rapat", "Pertemuan")],
  ["Istilah", katalog.istilah[0].arti | kapital_awal],
]) }}

:::grafik {jenis=batang judul="Barang"}
| Barang | Jumlah |
|:-------|-------:|
{% for baris in daftar.barang %}
| {{ baris.nama }} | {{ baris.jumlah }} |
{% endfor %}
:::

:::satu-baris {ukuran=60 terkecil=30}
{{ surat.hal }} yang dapat dibagi menjadi beberapa baris bila tidak muat dalam satu baris saja
:::

{{ tanda_tangan(surat.penanda_tangan, tempat=true) }}
{{ tembusan(surat.tembusan) }}

:::halaman {kaki="Bagian kedua"}
:::

{{ kepala_lampiran() }}

Isi lampiran.
"#,
    ),
];

/// What is changed, by kind of source: the file, and the words behind which the character is
/// put. It is told in the line of that file.
const SOURCES: &[(&str, &str, &str)] = &[
    ("a name of the office, in the signature", "naskah.toml", "Kotabaru"),
    ("a line of the kop", "naskah.toml", "SEKRETARIAT DAERAH"),
    ("an address of the kop", "naskah.toml", "Jalan Melati"),
    ("a name in a running head", "naskah.toml", "\"Kabupaten Contoh"),
    ("a profile in naskah.toml", "naskah.toml", "Perihal"),
    ("a greeting of the profile", "catalog/profil/milik.toml", "Kpd."),
    ("a label of the profile", "catalog/profil/milik.toml", "\"Nip"),
    ("words around a gap of the profile", "catalog/profil/milik.toml", "Lampiran Naskah"),
    ("the page number of the profile", "catalog/profil/milik.toml", "\"lembar"),
    ("the rakor", "data/rakor.toml", "Penerapan"),
    ("the rakor, in a running head", "data/rakor.toml", "Cendana"),
    ("a session", "data/rakor.toml", "Sidang"),
    ("an official's name", "data/pejabat.toml", "Lestari"),
    ("an official's office", "data/pejabat.toml", "Dinas Kesehatan"),
    ("a letter's subject", "data/surat.toml", "Permintaan"),
    ("an item of a list of a letter", "data/surat.toml", "Arsip"),
    ("the register of numbers", "data/nomor.toml", "/UJI"),
    ("a table of the data", "data/peserta.csv", "Kelurahan"),
    ("a list of one's own", "data/barang.csv", "Kursi"),
    ("a person in a list of labels", "data/peserta.csv", "Budi"),
    ("the same through a macro", "data/peserta.csv", "Camat"),
    ("what a filter has changed", "data/rakor.toml", "Rapat"),
    ("an office's own catalog", "catalog/istilah.toml", "yang kami"),
    ("a text of a template", "templates/uji/isi.md", "Dengan hormat"),
    ("an argument in a template", "templates/uji/isi.md", "\"Kepala Dinas"),
    ("an attribute of a directive", "templates/uji/isi.md", "Bagian"),
    ("a running head of a template", "templates/uji/template.toml", "Bahan"),
];

/// A desk with the workspace, and the character behind the first of some words of a file.
fn desk(file: &str, words: &str) -> (Desk, String) {
    let desk = Desk::new();
    let mut place = String::new();
    for (name, text) in FILES {
        let mut text = (*text).to_owned();
        if *name == file {
            text = text.replacen(words, &format!("{words}{ODD}"), 1);
            let line = text.lines().position(|line| line.contains(ODD)).unwrap() + 1;
            place = format!("{file}:{line}");
        }
        desk.write(name, &text);
    }
    (desk, place)
}

/// The places of what no face has, without their columns.
fn told(said: &str) -> Vec<String> {
    let blocks = said.split("\n\n").filter(|block| block.contains(ODD));
    let place = |block: &str| {
        let line = block.lines().find_map(|line| line.trim().strip_prefix("--> "));
        let line = line.unwrap_or(block).to_owned();
        line.rsplit_once(':').map_or(line.clone(), |(place, _)| place.to_owned())
    };
    let mut places: Vec<String> = blocks.map(place).collect();
    // Another template may print the same in capitals, which is another word.
    places.dedup();
    places
}

#[test]
fn a_character_is_told_where_it_was_written() {
    let mut wrong = Vec::new();
    for (kind, file, words) in SOURCES {
        let (desk, place) = desk(file, words);
        for command in [&["check"][..], &["build", ".", "uji"]] {
            let ran = desk.run(command);
            let told = told(&(ran.stdout() + "\n\n" + &ran.stderr()));
            if told != [place.as_str()] {
                wrong.push(format!("{kind}: {command:?} tells {told:?}, not {place}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A workbook's cell has no line but a name.
#[test]
fn a_character_of_a_cell_is_told_at_the_cell() {
    let (desk, _) = desk("", "");
    std::fs::remove_file(desk.path("data/peserta.csv")).unwrap();
    let sheet = root().join("tests/galat/berkas/sheet-huruf.xlsx");
    std::fs::copy(sheet, desk.path("data/peserta.xlsx")).unwrap();
    for command in [&["check"][..], &["build", ".", "uji"]] {
        let ran = desk.run(command);
        let said = ran.stdout() + &ran.stderr();
        assert_eq!(said.matches("--> data/peserta.xlsx!Peserta!B3").count(), 1, "{said}");
    }
}

/// What two cells say alike is told at each, however the template reads them.
#[test]
fn cells_that_say_the_same_are_each_told() {
    let rows = [
        "{{ rakor.peserta | map(attribute='nama') | gabung }}",
        "{% for o in rakor.peserta[0:] | sort(attribute='jabatan') %}{{ o.nama | kapital }} {% endfor %}",
        "{% macro m(o) %}{{ o.nama }}{% endmacro %}{{ m(rakor.peserta[1]) ~ ', ' ~ m(rakor.peserta[0]) }}",
        "{{ rincian([['satu', rakor.peserta[0].nama], ['dua', rakor.peserta[1].nama]]) }}",
        "{{ tembusan(rakor.peserta | map(attribute='nama')) }}",
    ];
    for row in rows {
        let (desk, _) = desk("", "");
        desk.write(
            "templates/uji/isi.md",
            &format!("{{{{ kepala_surat() }}}}\n\n{row}\n"),
        );
        let people =
            format!("nama,jabatan,instansi\n{ODD},Camat,Satu\n{ODD},Lurah,Dua\n");
        desk.write("data/peserta.csv", &people);
        let ran = desk.run(&["build", ".", "uji"]);
        let said = ran.stdout() + &ran.stderr();
        for place in ["data/peserta.csv:2:1", "data/peserta.csv:3:1"] {
            assert_eq!(said.matches(place).count(), 1, "{row}: {said}");
        }
        assert!(!said.contains("templates/"), "{row}: {said}");
    }
}

/// The workspace itself has nothing that a face lacks, and every file is changed by a case.
#[test]
fn every_file_is_a_source() {
    let (desk, _) = desk("", "");
    let ran = desk.run(&["build", ".", "uji"]).code(0);
    assert!(!(ran.stdout() + &ran.stderr()).contains("NSK07"), "{}", ran.stderr());
    let changed: BTreeSet<&str> = SOURCES.iter().map(|(_, file, _)| *file).collect();
    let all: BTreeSet<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert_eq!(changed, all);
}

/// Texts of the data below this many bytes may be words of ours by chance.
const LONG: usize = 8;

/// What of these texts is a text of the data and does not know where it was written.
fn loose(texts: &[(String, Line)], data: &[String]) -> BTreeSet<String> {
    let mut loose = BTreeSet::new();
    for (path, line) in texts {
        for text in data.iter().filter(|text| line.text.len() >= text.len()) {
            let at = line.text.find(text.as_str());
            if at.is_some_and(|at| line.trail.at(at) == Span::None) {
                loose.insert(format!("{path}: `{text}` in `{}`", line.text));
            }
        }
    }
    loose
}

/// The texts of a workspace's data that the built-in catalog does not have as well, and those of
/// the catalog.
fn texts_of(folder: &Path) -> (Vec<String>, BTreeSet<String>) {
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        toml_texts(&text).into_iter().map(|(text, _)| text)
    };
    let tomls = |folder: PathBuf| {
        let all = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        all.filter(|path| path.extension().is_some_and(|e| e == "toml"))
    };
    let known: BTreeSet<String> = tomls(root().join("catalog")).flat_map(read).collect();
    let data = tomls(folder.join("data")).chain(tomls(folder.join("data/capaian")));
    let all: BTreeSet<String> = data.flat_map(read).collect();
    let all = all.into_iter().filter(|text| text.len() >= LONG && !known.contains(text));
    (all.collect(), known)
}

/// Whatever template reads it, a text of the data comes with its place.
#[test]
fn every_text_of_the_data_has_its_place() {
    for example in ["kutai-timur", "mahakam-ulu"] {
        let folder = root().join("fixtures").join(example);
        let (opened, (data, known)) = (open(&folder), texts_of(&folder));
        let mut problems = Problems::default();
        let names: Vec<String> = opened.templates.manifests.keys().cloned().collect();
        let mut seen = BTreeSet::new();
        let mut texts = Vec::new();
        for job in pipeline::jobs(&opened, &names, &mut problems) {
            if seen.insert(job.template.clone()) {
                texts.extend(job.context.texts());
            }
        }
        texts.sort_by(|(_, a), (_, b)| a.text.cmp(&b.text));
        texts.dedup_by(|(_, a), (_, b)| a == b);
        // A paper's own name is made by the plan; what the catalog says is ours.
        texts.retain(|(path, line)| path != "id" && !known.contains(&line.text));
        assert!(texts.len() > 1000, "{example}: {}", texts.len());
        let found = loose(&texts, &data);
        assert!(found.is_empty(), "{example}:\n{}", Vec::from_iter(found).join("\n"));
        // Planted: one that has lost its place.
        let lost = vec![(
            "opd.nama".to_owned(),
            Line { trail: Trail::default(), text: data[0].clone() },
        )];
        assert_eq!(loose(&lost, &data).len(), 1);
    }
}
