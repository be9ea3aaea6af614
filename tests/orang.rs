//! Lists of people as offices send them.

use naskah::diag::Lang;
use naskah::workspace::Workspace;
use rust_xlsxwriter::Workbook;

use crate::kit::files::write;
use crate::kit::opened::{lay_out, load, open, printed as filled, texts};
use crate::kit::{copy, fixture_copy, root};

/// Twenty people of a registration form, no two of them typed alike. A column nobody reads stands
/// on either side.
const PEOPLE: [[&str; 8]; 20] = [
    [
        "9/12 08:00",
        "Prof. Dr. H. Budi Contoh",
        "198609262015051001",
        "Pembina Tk.I / IV.b",
        "Kepala Dinas",
        "Dinas Kesehatan",
        "0812-0000-0001",
        "Hadir",
    ],
    [
        "9/12 08:01",
        "Siti Contoh S.Sos",
        "'198609262015052001",
        "Pembina/IVa",
        "Sekretaris",
        "Dinas Sosial",
        "'081200000002",
        "Luring",
    ],
    [
        "9/12 08:02",
        "Hj. Rahma",
        "=\"198609262015052002\"",
        "IV b",
        "Kepala Bidang",
        "Dinas PU",
        "=\"081200000003\"",
        "Online",
    ],
    ["9/12 08:03", "KH. Abdul Karim", "-", "-", "Ketua", "MUI", "081200000004", "Zoom"],
    [
        "9/12 08:04",
        "apt. Rina Wati, S.Farm",
        "19860926 201505 2 003",
        "Penata Muda Tk. I (III/b)",
        "Apoteker",
        "RSUD",
        "081200000005",
        "Ya",
    ],
    [
        "9/12 08:05",
        "Ns. Dewi Lestari, S.Kep., M.Kep",
        "\u{202d}198609262015052004\u{202c}",
        "III/c",
        "Perawat",
        "RSUD",
        "081200000006",
        "Ya",
    ],
    [
        "9/12 08:06",
        "Ir Joko Susilo, M.T.",
        "1986.0926.2015.05.1.005",
        "Gol. III/d",
        "Kabid",
        "Dinas PU",
        "081200000007",
        "tidak hadir",
    ],
    [
        "9/12 08:07",
        "drg. Maya",
        "198609262015052006",
        "Penata, III/c",
        "Kepala Puskesmas",
        "Puskesmas Contoh",
        "081200000008",
        "Izin",
    ],
    [
        "9/12 08:08",
        "DRS. H. AHMAD YANI SH., MH",
        "NIP. 198609262015051007",
        "IV/c",
        "Asisten",
        "Setda",
        "081200000009",
        "Offline",
    ],
    [
        "9/12 08:09",
        "Dr.Ir.H.Karim Utomo,MM",
        "198609262015051008\u{200b}",
        "Pembina Utama Muda",
        "Staf Ahli",
        "Setda",
        "081200000010",
        "v",
    ],
    [
        "9/12 08:10",
        "Rina S. Pd. I",
        "198609262015052009",
        "III a",
        "Guru",
        "SDN 1",
        "081200000011",
        "",
    ],
    [
        "9/12 08:11",
        "dr. ani, s.h.",
        "198609262015052010",
        "IV/a",
        "Direktur",
        "RSUD",
        "081200000012",
        "Daring",
    ],
    [
        "9/12 08:12",
        "Andi S. Pane",
        "73050421",
        "AKBP",
        "Kapolres",
        "Polres Contoh",
        "081200000013",
        "Ya",
    ],
    [
        "9/12 08:13",
        "Toni Wijaya",
        "11970032450375",
        "Letkol Inf",
        "Dandim",
        "Kodim Contoh",
        "081200000014",
        "Ya",
    ],
    [
        "9/12 08:14",
        "Laut Biru",
        "12345/P",
        "Mayor Laut (P)",
        "Danlanal",
        "Lanal Contoh",
        "081200000015",
        "Ya",
    ],
    [
        "9/12 08:15",
        "Maria Contoh, A.Md.Keb",
        "199001012022212003",
        "VII",
        "Bidan",
        "Puskesmas",
        "081200000016",
        "Ya",
    ],
    [
        "9/12 08:16",
        "Made Wirawan, Sp.PD-KGEH, FINASIM",
        "Non ASN",
        "",
        "Dokter",
        "RSUD",
        "081200000017",
        "Ya",
    ],
    [
        "9/12 08:17",
        "H.M. Yusuf",
        "0",
        "",
        "Tokoh",
        "Desa Contoh",
        "081200000018",
        "belum tahu",
    ],
    [
        "9/12 08:18",
        "Muhammad Ali",
        "\u{a0}",
        "",
        "Warga",
        "Desa Contoh",
        "081200000019",
        "Ya",
    ],
    [
        "9/12 08:19",
        "Sri Wahyuni S.Kep Ners",
        "198609262015052019",
        "3/b",
        "Perawat",
        "RSUD",
        "081200000020",
        "Ya",
    ],
];

const HEADS: [&str; 8] = [
    "Timestamp",
    "Nama Lengkap (beserta gelar)",
    "NIP/NRP",
    "Pangkat/Gol. Ruang",
    "Jabatan/Posisi",
    "Instansi/Unit Kerja",
    "No. HP/WA",
    "Kehadiran",
];

fn opened(name: &str, bytes: &[u8]) -> (Workspace, String) {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("tests/galat/dasar/undangan"), folder.path());
    write(&folder.path().join("data").join(name), bytes);
    load(folder.path(), Lang::Id)
}

/// The list with a cell changed, as a workbook.
fn book(change: impl Fn(usize, usize, &str) -> String) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string(0, column, head).unwrap();
    }
    for (row, person) in PEOPLE.iter().enumerate() {
        for (column, cell) in person.iter().enumerate() {
            let text = change(row, column, cell);
            let (row, column) =
                (u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
            sheet.write_string(row + 1, column, text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

fn csv() -> Vec<u8> {
    let quoted = |cell: &&str| format!("\"{}\"", cell.replace('"', "\"\""));
    let line = |cells: &[&str]| cells.iter().map(quoted).collect::<Vec<_>>().join(";");
    let mut lines = vec![line(&HEADS)];
    lines.extend(PEOPLE.iter().map(|person| line(person)));
    lines.join("\r\n").into_bytes()
}

/// Name, number, rank and attendance of everybody.
fn read(workspace: &Workspace) -> Vec<String> {
    let people = &workspace.rakor.as_ref().unwrap().peserta;
    let said = people.iter().map(|p| {
        let nip = p.nip.as_ref().map_or_else(String::new, |nip| {
            format!("{} {}", nip.status().label(), nip.digits())
        });
        let rank =
            p.golongan.as_ref().map_or_else(String::new, naskah::domain::Golongan::full);
        let came = p.hadir.map_or("", |how| how.word());
        format!("{}|{nip}|{rank}|{came}", p.nama.as_ref().unwrap().in_capitals())
    });
    said.collect()
}

const MEANT: [&str; 20] = [
    "Prof. Dr. H. BUDI CONTOH|NIP 198609262015051001|Pembina Tingkat I, IV/b|luring",
    "SITI CONTOH, S.Sos|NIP 198609262015052001|Pembina, IV/a|luring",
    "Hj. RAHMA|NIP 198609262015052002|Pembina Tingkat I, IV/b|daring",
    "KH. ABDUL KARIM|||daring",
    "apt. RINA WATI, S.Farm|NIP 198609262015052003|Penata Muda Tingkat I, III/b|luring",
    "Ns. DEWI LESTARI, S.Kep., M.Kep|NIP 198609262015052004|Penata, III/c|luring",
    "Ir. JOKO SUSILO, M.T.|NIP 198609262015051005|Penata Tingkat I, III/d|tidak",
    "drg. MAYA|NIP 198609262015052006|Penata, III/c|tidak",
    "Drs. H. AHMAD YANI, SH., MH|NIP 198609262015051007|Pembina Utama Muda, IV/c|luring",
    "Dr. Ir. H. KARIM UTOMO, MM|NIP 198609262015051008|Pembina Utama Muda, IV/c|luring",
    "RINA, S.Pd.I|NIP 198609262015052009|Penata Muda, III/a|",
    "dr. ANI, s.h.|NIP 198609262015052010|Pembina, IV/a|daring",
    "ANDI S. PANE|NRP 73050421|AKBP|luring",
    "TONI WIJAYA|NRP 11970032450375|Letkol Inf|luring",
    "LAUT BIRU|NRP 12345/P|Mayor Laut (P)|luring",
    "MARIA CONTOH, A.Md.Keb|NI PPPK 199001012022212003|Golongan VII|luring",
    "MADE WIRAWAN, Sp.PD-KGEH, FINASIM|||luring",
    "H. M. YUSUF|||",
    "MUHAMMAD ALI|||luring",
    "SRI WAHYUNI, S.Kep, Ners|NIP 198609262015052019|Penata Muda Tingkat I, III/b|luring",
];

#[test]
fn twenty_people_of_a_form_are_taken_whatever_they_typed() {
    for (name, bytes) in
        [("peserta.csv", csv()), ("peserta.xlsx", book(|_, _, t| t.to_owned()))]
    {
        let (workspace, said) = opened(name, &bytes);
        assert_eq!(read(&workspace), MEANT, "{name}: {said}");
        for once in ["kolom yang tidak dibaca: Timestamp\n", "NSK0408", "`belum tahu`"] {
            assert_eq!(said.matches(once).count(), 1, "{once}: {said}");
        }
        assert!(!said.contains("galat["), "{said}");
    }
}

#[test]
fn damaged_names_of_a_form_are_told_by_cell() {
    let bytes = book(|row, column, text| match (row, column) {
        (3, 1) => "Masâ€™ariah".to_owned(),
        (4, 5) => "Dinas Sosial &amp;amp; P3A".to_owned(),
        (5, 4) => "Kepala\u{200b} Seksi".to_owned(),
        _ => text.to_owned(),
    });
    let (_, said) = opened("peserta.xlsx", &bytes);
    for (cell, mended) in [
        ("!Sheet1!B5", "`Mas’ariah`"),
        ("!Sheet1!F6", "`Dinas Sosial & P3A`"),
        ("!Sheet1!E7", "`Kepala Seksi`"),
    ] {
        let at = said.find(cell).unwrap_or_else(|| panic!("{cell}: {said}"));
        let told = said[at..].split("\n\n").next().unwrap_or_default();
        assert!(told.contains(mended), "{cell}: {said}");
    }
    assert_eq!(said.matches("NSK0142").count(), 3, "{said}");
}

#[test]
fn committee_and_speakers_may_have_lists_of_their_own() {
    let list = "Nama;Jabatan;Peran;No. WA\nSiti Contoh, S.E.;Kabag;Ketua;0812\n";
    for (file, of) in [("panitia.csv", 0), ("narasumber.csv", 1)] {
        let (workspace, said) = opened(file, list.as_bytes());
        let rakor = workspace.rakor.as_ref().unwrap();
        let people = [&rakor.panitia, &rakor.narasumber][of];
        assert_eq!(people.len(), 1, "{said}");
        assert_eq!(people[0].telepon.as_deref(), Some("0812"));
    }
}

#[test]
fn soldiers_and_contract_staff_sign_with_their_own_numbers() {
    let folder = fixture_copy("ttd");
    let path = folder.path().join("data/pejabat.toml");
    let text = std::fs::read_to_string(&path).unwrap();
    for (nip, rank, lines) in [
        (
            "nip = \"11970032450375\"",
            "pangkat = \"Letkol Inf\"",
            ["Letkol Inf", "NRP 11970032450375"],
        ),
        (
            "nip = \"199001012022212003\"\npppk = true",
            "golongan = \"IX\"",
            ["", "NI PPPK 19900101 202221 2 003"],
        ),
    ] {
        let mut table: toml::Table = text.parse().unwrap();
        let official = officials(&mut table, "kadis");
        for key in ["nip", "pppk", "golongan", "pangkat"] {
            official.remove(key);
        }
        official.extend(format!("{nip}\n{rank}\n").parse::<toml::Table>().unwrap());
        write(&path, table.to_string());
        let isi = "Isi surat.\n\n:::tanda-tangan {pejabat=kadis kiri=60}\n:::\n";
        write(&folder.path().join("templates/surat-lama/isi.md"), isi);
        let said: Vec<String> = lay_out(&open(folder.path()), "surat-lama")
            .iter()
            .flat_map(|(_, laid)| laid.pages.pages.iter())
            .flat_map(texts)
            .map(|(_, t)| t.text.replace('\u{a0}', " "))
            .collect();
        for line in lines.iter().filter(|line| !line.is_empty()) {
            assert!(said.iter().any(|t| t.trim() == *line), "{line}: {said:?}");
        }
    }
}

/// An official of the data by id.
fn officials<'a>(table: &'a mut toml::Table, id: &str) -> &'a mut toml::Table {
    let all = table.get_mut("pejabat").and_then(toml::Value::as_array_mut).unwrap();
    let tables = all.iter_mut().filter_map(toml::Value::as_table_mut);
    tables.into_iter().find(|p| p["id"].as_str() == Some(id)).unwrap()
}

/// Names as they are printed, from a list with these lines.
fn printed(list: &str) -> Vec<String> {
    let (workspace, said) = opened("peserta.csv", list.as_bytes());
    let people = &workspace.rakor.as_ref().unwrap().peserta;
    assert!(!said.contains("galat["), "{said}");
    people.iter().map(|p| p.nama.as_ref().unwrap().full()).collect()
}

#[test]
fn a_physician_who_is_a_doctor_keeps_both_gelar() {
    let list = "nama;gelar_depan;gelar_belakang\n\
        \"Dr. dr. Andi, Sp.PD\";;\nProf. Dr. dr. Budi;;\nDR. dr. Ani;;\ndr. Dr. Rina;;\n\
        dr. Maya;Dr.;\nDr. Tono;Dr.;\nSari;;Dr. dr., Sp.A\nYohanes, Ph.D (Cand.);;\n\
        A. Md. Zain;;\nMade SpPD-KGH;;\n";
    let meant = [
        "Dr. dr. Andi, Sp.PD",
        "Prof. Dr. dr. Budi",
        "Dr. dr. Ani",
        "dr. Dr. Rina",
        "Dr. dr. Maya",
        "Dr. Tono",
        "Dr. dr. Sari, Sp.A",
        "Yohanes, Ph.D (Cand.)",
        "A. Md. Zain",
        "Made, SpPD-KGH",
    ];
    assert_eq!(printed(list), meant);
}

/// A list as a workbook: digits become numbers, as they are typed.
fn workbook(list: &str) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, line) in (0..).zip(list.lines()) {
        for (column, cell) in (0..).zip(line.split(';')).filter(|(_, c)| !c.is_empty()) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, cell).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// What is said of a list, and who is read out of it, whichever kind of file it is.
fn in_both(list: &str, look: impl Fn(&str, &[String])) {
    for (name, bytes) in
        [("peserta.csv", list.as_bytes().to_vec()), ("peserta.xlsx", workbook(list))]
    {
        let (workspace, said) = opened(name, &bytes);
        let people = workspace.rakor.as_ref().map(|r| r.peserta.clone());
        let people = people.unwrap_or_default();
        let name = |p: &naskah::domain::Orang| {
            p.nama.as_ref().map_or_else(
                || p.jabatan.clone().unwrap_or_default(),
                naskah::domain::NamaGelar::full,
            )
        };
        let people: Vec<String> = people.iter().map(name).collect();
        look(&format!("{list}\n{said}"), &people);
    }
}

const FOUR: &str = "No;Nama;Jabatan;Instansi\n1;Andi;Camat;Kec. A\n2;Ani;Lurah;Kel. B\n";

#[test]
fn signatures_heads_and_lines_to_fill_in_are_nobody() {
    for (below, code) in [
        (
            ";Mengetahui,;;Batusangkar, 15 Juli 2025\n\
            ;Sekretaris Daerah,;;Kepala Bagian,\n;Drs. Amir;;Zainal\n",
            "NSK0136",
        ),
        (";;;Batusangkar, 15 Juli 2025\n;;;Kepala Bagian\n;;;\n;;;Zainal\n", "NSK0136"),
        (";;Batusangkar, 15 Juli 2025;\n;;Kepala Bagian;\n;;;\n;;Zainal;\n", "NSK0136"),
        (
            ";;;\n;Mengetahui,;;\n;Kepala Bagian;;\n;;;\n;Zainal;;\n;NIP 1968;;\n",
            "NSK0136",
        ),
        (";Kepala Bagian,;;\n;Zainal;;\n;NIP 19680101 199003 1 001;;\n", "NSK0136"),
        (";;;\n;Terbilang: dua orang;;\n", "NSK0136"),
        (";KECAMATAN;;\n", "NSK0143"),
        ("A;OPD;;\n", "NSK0143"),
        ("II.;Perangkat Daerah;;\n", "NSK0143"),
        ("3;-;-;-\n4;..........;;\n", "NSK0143"),
    ] {
        in_both(&format!("{FOUR}{below}"), |said, people| {
            assert_eq!(people, ["Andi", "Ani"], "{said}");
            assert_eq!(said.matches(code).count(), 1, "{said}");
            assert!(!said.contains("galat["), "{said}");
        });
    }
    let between = "No;Nama;Jabatan;Instansi\nA;OPD;;\n1;Andi;Camat;A\n\
        ;KECAMATAN;;\n2;Ani;Lurah;B\n3;..........;Kabid;C\n4;;Kadis;D\n";
    in_both(between, |said, people| {
        assert_eq!(people, ["Andi", "Ani", "Kabid", "Kadis"], "{said}");
    });
    let plain = "Nama;Jabatan\nANDI;\nKATARINA;Camat\nSUMBER REJEKI;\nKepala;Kadis\n";
    in_both(plain, |said, people| assert_eq!(people.len(), 4, "{said}"));
}

#[test]
fn people_below_an_empty_row_are_never_lost() {
    for list in [
        "Nama;Jabatan;Instansi;No HP;L/P\nBudi;Kadis;A;08120000;L\nSiti;Kadis;B;08120001;P\n\
            ;;;;\nAndi;Camat;;;\nAni;Camat;;;\n",
        "Nama;Jabatan\nBudi;Kadis\n;\nAndi;\n",
        "Nama;Jabatan\nBudi;Kadis\n;\nAndi;Camat\nMengetahui,;\n",
        "Nama;Jabatan\nBudi;Kadis\n;\nCatatan: susulan;\nAndi;Camat\n",
        "No;Nama;Jabatan\n1;Budi;Kadis\n;Mengetahui,;\n2;Andi;Camat\n",
        "No;Nama;Jabatan\n1;Budi;Kadis\n;;\n2;Andi;\n",
        "No;Nama;Jabatan\n1;Budi;Kadis\n;Andi;\n;Catatan: susulan;\n",
    ] {
        in_both(list, |said, _| assert!(said.contains("galat[NSK0137]"), "{said}"));
    }
    let list = "No;Nama;Jabatan;Instansi;NIP;HP;L/P;Peran\n\
        1;Budi;Kadis;A;-;08120000;L;Ketua\n;;;;;;;\n;Mengetahui,;;;;;;\n;Zainal;;;;;;\n";
    in_both(list, |said, people| {
        assert_eq!(people, ["Budi"], "{said}");
        assert!(said.contains("NSK0136") && !said.contains("tidak perlu"), "{said}");
    });
}

#[test]
fn an_office_is_addressed_as_it_is_held() {
    let officials = "id;nama;jabatan;status;kedudukan\n\
        sekda;Budi Contoh;Sekretaris Daerah;plt;sekda\n\
        bupati;Edu Contoh;Bupati;pj;kepala-daerah\n\
        kalak;Joni Contoh;Kepala Pelaksana BPBD;;\n\
        direktur;Tono Contoh;Direktur RSUD Contoh;plh;\n\
        kadis;Ani Contoh;Kepala Dinas;;\n";
    let offices = "id;nama;singkatan;kepala\n\
        bpbd;Badan Penanggulangan Bencana Daerah;BPBD;kalak\n\
        rsud;RSUD Contoh;RSUD;direktur\ndinkes;Dinas Kesehatan;Dinkes;kadis\n\
        dinsos;Dinas Sosial;Dinsos;\n";
    let letter = "[uji]\ntanggal = 2024-12-02\npenanda_tangan = \"kalak\"\n\
        yth = \"Sekretaris Daerah\"\n\
        tembusan = [\"Bupati Contoh\", \"Direktur RSUD Contoh\", \"Plt. Camat Contoh\"]\n";
    let body = "{{ surat.yth }}; {{ surat.tembusan | join(\", \") }}; \
        {% for o in semua_opd %}{{ o.sebutan_kepala }}; {% endfor %}\n";
    let files: [(&str, &[u8]); 3] = [
        ("data/pejabat.csv", officials.as_bytes()),
        ("data/opd.csv", offices.as_bytes()),
        ("data/surat.toml", letter.as_bytes()),
    ];
    assert_eq!(
        filled(&files, body),
        "Plt. Sekretaris Daerah; Pj. Bupati Contoh, Plh. Direktur RSUD Contoh, Plt. Camat \
         Contoh; Kepala Pelaksana BPBD; Plh. Direktur RSUD Contoh; Kepala Dinas Kesehatan; \
         Kepala Dinas Sosial;"
    );
}

#[test]
fn an_invitation_without_an_id_is_called_after_whom_it_goes_to_wherever_it_is_written() {
    let folder = tempfile::tempdir().unwrap();
    copy(&root().join("tests/galat/dasar/undangan"), folder.path());
    let rakor = folder.path().join("data/rakor.toml");
    let more = "\n[[undangan]]\nyth = \"Kepala Dinas Contoh\"\n\n[[undangan]]\nyth = \"Camat Contoh Ulu\"\n";
    crate::kit::files::replace(&rakor, "id = \"dinas-contoh\"\n", "");
    let text = std::fs::read_to_string(&rakor).unwrap();
    std::fs::write(&rakor, text + more).unwrap();
    let called = |folder: &std::path::Path| {
        let (workspace, _) = load(folder, Lang::Id);
        let invited = workspace.rakor.unwrap().undangan;
        invited.iter().map(|u| u.id.value.clone()).collect::<Vec<_>>()
    };
    let ids = ["kepala-dinas-contoh", "kepala-dinas-contoh-2", "camat-contoh-ulu"];
    assert_eq!(called(folder.path()), ids);
    let desk = crate::kit::Desk::new();
    copy(folder.path(), &desk.path("kerja"));
    desk.run(&["ubah", "ke-excel", "kerja"]).code(0);
    assert_eq!(called(&desk.path("kerja")), ids);
}
