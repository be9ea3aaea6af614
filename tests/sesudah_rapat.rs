//! The papers after a meeting: what the data lacks leaves no trace, what it has is told once and
//! right, photos and signatures stay whole.

use std::collections::BTreeMap;

use naskah::layout::page::{ItemKind, Tag};
use naskah::pipeline::{Laid, Opened};
use tempfile::TempDir;

use crate::kit::opened::{heading_nodes, lay_out, open, texts};
use crate::kit::{fixture, fixture_copy};

const PAPERS: [&str; 4] = ["notula", "berita-acara", "nota-dinas", "laporan-rakor"];

/// A workspace whose folder stands as long as it is worked with: pictures are read when a paper
/// uses them.
struct Changed {
    opened: Opened,
    _folder: TempDir,
}

impl std::ops::Deref for Changed {
    type Target = Opened;

    fn deref(&self) -> &Opened {
        &self.opened
    }
}

/// The fixture of Kutai Timur with one of its data files changed.
fn changed(file: &str, change: &dyn Fn(&mut toml_edit::DocumentMut)) -> Changed {
    let folder = fixture_copy("kutai-timur");
    let path = folder.path().join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    let mut document: toml_edit::DocumentMut = text.parse().unwrap();
    change(&mut document);
    std::fs::write(&path, document.to_string()).unwrap();
    Changed { opened: open(folder.path()), _folder: folder }
}

fn one(opened: &Opened, template: &str) -> Laid {
    lay_out(opened, template).remove(0).1
}

/// All words in reading order of the pages, with single blanks.
fn words(laid: &Laid) -> String {
    let mut said = String::new();
    for (_, text) in laid.pages.pages.iter().flat_map(texts) {
        said.push_str(&text.text.replace('\u{ad}', ""));
        said.push(' ');
    }
    // Leaders of the daftar isi say nothing.
    let leader = |word: &&str| word.len() > 3 && word.chars().all(|c| c == '.');
    said.split_whitespace().filter(|w| !leader(w)).collect::<Vec<_>>().join(" ")
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{ad}' && *c != '-').collect()
}

/// Headings with nothing under them, and numbers that leave one out.
fn faults_of_headings(laid: &Laid) -> Vec<String> {
    let headings = &laid.pages.headings;
    let inside = heading_nodes(laid);
    let mut found = Vec::new();
    for (at, heading) in headings.iter().enumerate() {
        let from = (heading.page, heading.y.0);
        let until = headings[at + 1..]
            .iter()
            .find(|next| next.level <= heading.level)
            .map_or((usize::MAX, 0.0), |next| (next.page, next.y.0));
        let told = laid.pages.pages.iter().enumerate().any(|(n, page)| {
            texts(page).any(|(node, text)| {
                let here = (n, text.y.0);
                here > from && here < until && node.is_some_and(|n| !inside.contains(&n))
            })
        });
        if !told {
            found.push(format!("{:?} is empty", heading.title));
        }
    }
    let mut counters = [0_usize; 8];
    for heading in headings {
        let level = usize::from(heading.level);
        counters[level + 1..].fill(0);
        let Some((label, _)) = heading.title.split_once(". ") else { continue };
        if label.len() > 4 || label.contains(' ') {
            continue;
        }
        counters[level] += 1;
        let n = counters[level];
        let letter = char::from(b'a' + u8::try_from(n - 1).unwrap());
        let roman = ["I", "II", "III", "IV", "V", "VI", "VII"].get(n - 1).copied();
        let right = label == n.to_string()
            || label == letter.to_string()
            || label == letter.to_ascii_uppercase().to_string()
            || Some(label) == roman;
        if !right {
            found.push(format!("{:?} should be number {n}", heading.title));
        }
    }
    found
}

#[test]
fn what_the_data_lacks_leaves_no_heading_and_no_gap() {
    let results = [
        "keputusan",
        "simpulan",
        "hambatan",
        "saran",
        "notula",
        "pembahasan",
        "kesepakatan",
        "penandatangan",
        "foto",
        "hadir",
    ];
    let mut cases: Vec<(String, Changed)> = Vec::new();
    for key in results {
        let opened = changed("data/hasil.toml", &|d| {
            d.remove(key).expect(key);
        });
        cases.push((key.to_owned(), opened));
    }
    cases.push(("all results".to_owned(), changed("data/hasil.toml", &|d| d.clear())));
    for key in ["tujuan", "latar_belakang", "rangkaian", "bentuk", "dasar_hukum"] {
        let opened = changed("data/rakor.toml", &|d| {
            let rakor = d["rakor"].as_table_mut().unwrap();
            rakor.remove(key).expect(key);
        });
        cases.push((key.to_owned(), opened));
    }
    let speakers = changed("data/rakor.toml", &|d| {
        d.remove("narasumber");
        d.remove("sesi");
    });
    cases.push(("speakers and sessions".to_owned(), speakers));
    let mut found = Vec::new();
    for (case, opened) in &cases {
        for paper in PAPERS {
            let laid = one(opened, paper);
            let faults = faults_of_headings(&laid);
            found.extend(faults.into_iter().map(|f| format!("no {case}, {paper}: {f}")));
            let said = words(&laid);
            for word in ["none", "None", "undefined", " ,", "..", ": :", "()"] {
                if said.contains(word) {
                    found.push(format!("no {case}, {paper} says {word:?}: {said}"));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The check above sees what it is meant to see.
#[test]
fn an_empty_heading_and_a_gap_are_found() {
    let opened = open(&fixture("kutai-timur"));
    let mut laid = one(&opened, "laporan-rakor");
    assert_eq!(faults_of_headings(&laid), Vec::<String>::new());
    let third = laid.pages.headings.remove(2);
    assert!(third.title.starts_with("2. "), "{}", third.title);
    assert_eq!(faults_of_headings(&laid).len(), 2, "the two behind the one left out");
    let mut laid = one(&opened, "laporan-rakor");
    let last = laid.pages.headings.last().unwrap().page;
    laid.pages.pages[last].items.clear();
    assert_eq!(faults_of_headings(&laid), ["\"LAMPIRAN\" is empty"]);
}

/// Sections that are left out are left out by name, too.
#[test]
fn headings_follow_the_data() {
    let titles = |opened: &Opened, paper: &str| -> Vec<String> {
        let laid = one(opened, paper);
        laid.pages.headings.iter().map(|h| h.title.clone()).collect()
    };
    let whole = open(&fixture("kutai-timur"));
    let without = changed("data/hasil.toml", &|d| {
        for key in ["keputusan", "kesepakatan", "hambatan", "saran"] {
            d.remove(key);
        }
    });
    let full = titles(&whole, "laporan-rakor");
    assert!(full.contains(&"E. Simpulan dan Saran".to_owned()), "{full:?}");
    let short = titles(&without, "laporan-rakor");
    assert!(short.contains(&"D. Simpulan".to_owned()), "{short:?}");
    assert!(!short.iter().any(|t| t.contains("Saran") || t.contains("Keputusan")));
    assert_eq!(
        titles(&whole, "berita-acara"),
        ["I. HASIL PELAKSANAAN", "II. KESEPAKATAN", "III. DOKUMEN PENDUKUNG"]
    );
    assert_eq!(titles(&without, "berita-acara"), ["I. DOKUMEN PENDUKUNG"]);
    assert_eq!(
        titles(&without, "notula")[..2],
        ["1. Kata Pembukaan", "2. Pembahasan"].map(str::to_owned)
    );
}

/// Worked by hand: 17 + 2 men and 16 + 1 women, 33 in the room and 3 online.
#[test]
fn who_came_is_counted_by_gender_and_by_room() {
    let opened = open(&fixture("kutai-timur"));
    let sentence = "36 orang, terdiri atas 19 laki-laki dan 17 perempuan; 33 orang \
                    hadir luring dan 3 orang daring";
    for paper in PAPERS {
        let said = words(&one(&opened, paper));
        assert!(squeezed(&said).contains(&squeezed(sentence)), "{paper}: {said}");
    }
    let said = words(&one(&opened, "laporan-rakor"));
    assert!(said.contains("Luring 17 16 33 Daring 2 1 3 Jumlah 19 17 36"), "{said}");
}

/// Without told counts, the list of people counts; who did not come is told apart.
#[test]
fn people_are_counted_where_no_numbers_are_told() {
    let folder = fixture_copy("kutai-timur");
    let results = folder.path().join("data/hasil.toml");
    let text = std::fs::read_to_string(&results).unwrap();
    std::fs::write(&results, text.split("[hadir]").next().unwrap()).unwrap();
    let list = "nama,instansi,jenis_kelamin,hadir\n\
                Ani,Dinas A,P,ya\nBudi,Dinas A,L,daring\nCitra,Dinas B,P,ya\n\
                Dodi,Dinas B,,ya\nEka,Dinas C,P,tidak\n";
    std::fs::write(folder.path().join("data/peserta.csv"), list).unwrap();
    let opened = open(folder.path());
    let said = words(&one(&opened, "laporan-rakor"));
    // Three in the room and a speaker; one online.
    let sentence = "5 orang, terdiri atas 1 laki-laki dan 3 perempuan (jenis kelamin 1 \
                    orang tidak tercatat); 4 orang hadir luring dan 1 orang daring. \
                    Tercatat 1 orang tidak hadir.";
    assert!(squeezed(&said).contains(&squeezed(sentence)), "{said}");
    let notula = words(&one(&opened, "notula"));
    assert!(notula.contains("1. Dinas A 2. Dinas B Jumlah Hadir"), "{notula}");
}

/// Until somebody writes down who came, an office that was invited is not left out because no one
/// of it has a name yet.
#[test]
fn an_office_that_was_invited_is_among_the_participants() {
    let folder = fixture_copy("kutai-timur");
    let list = "nama,instansi,jenis_kelamin\nAni,Dinas Sosial,P\n";
    std::fs::write(folder.path().join("data/peserta.csv"), list).unwrap();
    let notula = words(&one(&open(folder.path()), "notula"));
    let (_, listed) = notula.split_once("Peserta Sidang/Rapat").unwrap();
    let (listed, _) = listed.split_once("Jumlah Hadir").unwrap();
    for office in ["1. Dinas Sosial", "Dinas Kesehatan", "Satuan Polisi Pamong Praja"] {
        assert!(listed.contains(office), "{listed}");
    }
    assert_eq!(listed.matches("Dinas Sosial").count(), 1, "{listed}");
}

/// Every number of people who sign gets its form, with each of them in it once.
#[test]
fn each_signer_stands_in_the_berita_acara_once() {
    for count in [0, 1, 2, 3, 4, 5, 6, 25] {
        let opened = changed("data/hasil.toml", &|d| {
            let mut people = toml_edit::ArrayOfTables::new();
            for n in 0..count {
                let mut person = toml_edit::Table::new();
                person["nama"] = toml_edit::value(format!("Penanda{n:02}"));
                person["jabatan"] = toml_edit::value(format!("Jabatan{n:02}"));
                people.push(person);
            }
            d["penandatangan"] = toml_edit::Item::ArrayOfTables(people);
        });
        let laid = one(&opened, "berita-acara");
        let said = words(&laid);
        for n in 0..count {
            assert_eq!(said.matches(&format!("Penanda{n:02}")).count(), 1, "{count}");
            assert_eq!(said.matches(&format!("Jabatan{n:02}")).count(), 1, "{count}");
        }
        assert_eq!(said.contains("Tanda Tangan"), count >= 5, "{count}");
        assert_eq!(said.contains("Mengetahui,"), count > 0, "{count}");
        let ink = |name: &str| {
            let pages = laid.pages.pages.iter().enumerate();
            pages
                .flat_map(|(n, page)| texts(page).map(move |(_, text)| (n, text)))
                .find(|(_, text)| text.text.contains(name))
                .map(|(n, text)| (n, text.y.0.to_bits()))
        };
        if (2..=3).contains(&count) {
            assert_eq!(ink("Penanda00"), ink("Penanda01"), "names stand in one line");
        }
    }
}

/// Date in words as in the vectors of the field notes.
#[test]
fn the_berita_acara_opens_with_the_date_in_words() {
    let opened = open(&fixture("kutai-timur"));
    let said = words(&one(&opened, "berita-acara"));
    assert!(
        said.contains(
            "Pada hari Senin tanggal sembilan bulan Desember tahun dua ribu dua puluh \
             empat (09-12-2024), bertempat di Hotel Aston, Samarinda"
        ),
        "{said}"
    );
}

/// The notula cites the numbers that the invitations have.
#[test]
fn the_notula_cites_the_invitations() {
    let opened = open(&fixture("kutai-timur"));
    let said = words(&one(&opened, "notula"));
    let cited = "Nomor 100.1.2/412/PEM s.d. 100.1.2/425/PEM tanggal 2 Desember 2024";
    assert!(said.contains(cited), "{said}");
    let opened = changed("data/surat.toml", &|d| {
        d.remove("undangan");
    });
    assert!(!words(&one(&opened, "notula")).contains("Surat Undangan"));
}

#[test]
fn certificates_count_on_and_leave_out_the_signers_gelar() {
    let opened = open(&fixture("kutai-timur"));
    let all = lay_out(&opened, "sertifikat");
    assert_eq!(all.len(), 1 + 30 + 8, "speaker, participants, committee");
    for (n, (path, laid)) in all.iter().enumerate() {
        let said = words(laid);
        let number = format!("NOMOR 000.9.10/{:03}/PEM/2024", n + 1);
        assert!(said.contains(&number), "{path}: {said}");
        assert!(said.contains("Yohana Lirung Pembina NIP"), "{path}: {said}");
        assert_eq!(laid.pages.pages.len(), 2, "{path}: a front and a back");
        assert!(said.contains("Jumlah 2"), "{path}: hours of lessons");
    }
}

/// The head of the office beside the head of the unit: both stand on one page, in one height.
#[test]
fn a_certificate_with_two_signers() {
    let folder = fixture_copy("kutai-timur");
    let path = folder.path().join("data/surat.toml");
    let letters = std::fs::read_to_string(&path).unwrap();
    let two = "[sertifikat]\npenanda_tangan_lain = [\"sekda\"]";
    std::fs::write(&path, letters.replace("[sertifikat]", two)).unwrap();
    for (path, laid) in lay_out(&open(folder.path()), "sertifikat") {
        assert_eq!(laid.pages.pages.len(), 2, "{path}");
        let page = &laid.pages.pages[0];
        let at = |name: &str| {
            let found =
                texts(page).find(|(_, t)| t.text.contains(name) && t.size.0 < 14.0);
            let (_, text) = found.unwrap_or_else(|| panic!("{path}: {name}"));
            (text.x, text.y)
        };
        let (left, right) = (at("Suryanata"), at("Lirung"));
        assert!((left.1 - right.1).0.abs() < 0.5, "{path}: {left:?} {right:?}");
        assert!(left.0 < right.0, "{path}: {left:?} {right:?}");
    }
}

/// However long, the name stands in one line, and the front is one page.
#[test]
fn names_on_certificates_fit_one_line() {
    let folder = fixture_copy("kutai-timur");
    let long = "Muhammad Hasanuddin Abdurrahman Kusumadiningrat Sastroatmodjo Wirayudha";
    let list = format!("nama,jenis_kelamin\n{long},L\nAni,P\n");
    std::fs::write(folder.path().join("data/peserta.csv"), list).unwrap();
    let all = lay_out(&open(folder.path()), "sertifikat");
    let mut sizes: BTreeMap<&str, u32> = BTreeMap::new();
    for name in [long, "Ani"] {
        let (path, laid) = all.iter().find(|(_, l)| words(l).contains(name)).unwrap();
        let page = &laid.pages.pages[0];
        let first = name.split(' ').next().unwrap();
        let text = texts(page).map(|(_, t)| t).find(|t| t.text.starts_with(first));
        let text = text.unwrap_or_else(|| panic!("{path}"));
        assert_eq!(text.text.trim(), name, "{path}: on one line");
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        sizes.insert(name, text.size.0 as u32);
    }
    assert_eq!(sizes["Ani"], 26);
    assert!((14..26).contains(&sizes[long]), "{sizes:?}");
}

/// Gelar by the half dozen, an event of two hundred letters, a signer of three lines.
#[test]
fn a_certificate_of_extreme_data_is_one_page() {
    let all = lay_out(&open(&fixture("ekstrem")), "sertifikat");
    assert!(all.len() > 30, "{}", all.len());
    for (path, laid) in &all {
        assert_eq!(laid.pages.pages.len(), 1, "{path}");
    }
}

/// Upright and lying photos, wide ones and high ones: two to a row, each with what it shows.
#[test]
fn rows_of_photos_are_never_split() {
    let laid = one(&open(&fixture("ekstrem")), "laporan-rakor");
    let appendix = laid.pages.headings.last().unwrap().page;
    let mut photos: Vec<(usize, [f32; 4])> = Vec::new();
    for (n, page) in laid.pages.pages.iter().enumerate().skip(appendix) {
        for item in &page.items {
            if let ItemKind::Image { rect, .. } = &item.kind {
                photos.push((n, rect.map(|p| p.0)));
            }
        }
    }
    assert_eq!(photos.len(), 9);
    let mm = 72.0 / 25.4;
    for row in photos.chunks(2) {
        let (page, first) = row[0];
        for &(other, [x, y, width, height]) in row {
            assert_eq!((other, y.to_bits()), (page, first[1].to_bits()), "{row:?}");
            assert!(width <= 76.1 * mm && height <= 57.1 * mm, "{width} x {height}");
            let under = texts(&laid.pages.pages[page]).any(|(_, text)| {
                let below = text.y.0 - (y + height);
                (0.0..25.0).contains(&below) && (text.x.0 - x).abs() < 80.0 * mm
            });
            assert!(under, "a photo at {y} without a caption on its page");
        }
    }
    let alts: Vec<&str> = laid
        .pages
        .tree
        .iter()
        .filter_map(|node| match &node.tag {
            Tag::Figure(alt) => Some(alt.as_str()),
            _ => None,
        })
        .collect();
    assert!(alts.contains(&"Foto 4") && alts.contains(&"Foto 8"), "{alts:?}");
}
