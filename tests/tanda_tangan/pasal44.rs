//! What Pasal 44 lets print of who signs.

use std::fmt::Write as _;

use super::*;

/// Kind, office and status, and what is printed: name with gelar, pangkat, NIP. Written out from
/// Pasal 44 Permendagri 1/2023: ayat (1) penetapan without gelar, pangkat and NIP are not
/// named; ayat (2) others with gelar, but not piagam and sertifikat; ayat (3) officials other
/// than head, deputy and Sekda with NIP and pangkat; ayat (4) acting heads with none; ayat (5)
/// Pj. and Plh. Sekda with none. Not in the article, and marked `?`: acting deputies (as ayat 4),
/// and a Sekda who is definitive, Plt. or Pjs. (pangkat and NIP by `sekda_pangkat_nip`, which is
/// on).
const MATRIX: &str = "
                        definitif  plt    plh    pj     pjs
korespondensi kepala    g--        ---    ---    ---    ---
korespondensi wakil     g--        ---?   ---?   ---?   ---?
korespondensi sekda     gpn?       gpn?   ---    ---    gpn?
korespondensi lain      gpn        gpn    gpn    gpn    gpn
khusus        kepala    g--        ---    ---    ---    ---
khusus        wakil     g--        ---?   ---?   ---?   ---?
khusus        sekda     gpn?       gpn?   ---    ---    gpn?
khusus        lain      gpn        gpn    gpn    gpn    gpn
penetapan     kepala    ---        ---    ---    ---    ---
penetapan     wakil     ---        ---    ---    ---    ---
penetapan     sekda     ---        ---    ---    ---    ---
penetapan     lain      ---        ---    ---    ---    ---
sertifikat    kepala    ---        ---    ---    ---    ---
sertifikat    wakil     ---        ---    ---    ---    ---
sertifikat    sekda     -pn?       -pn?   ---    ---    -pn?
sertifikat    lain      -pn        -pn    -pn    -pn    -pn
";

/// What is printed for every cell, in the form of [`MATRIX`] without the marks.
fn matrix(profil: &str) -> Vec<(String, [String; 5])> {
    const STATUS: [&str; 5] = ["definitif", "plt", "plh", "pj", "pjs"];
    let mut officials = String::new();
    let mut text = String::new();
    for (kind, word) in [
        ("kepala", "kepala-daerah"),
        ("wakil", "wakil-kepala-daerah"),
        ("sekda", "sekda"),
        ("lain", "lain"),
    ] {
        for status in STATUS {
            let number = officials.matches("[[pejabat]]").count() + 10;
            write!(
                officials,
                "[[pejabat]]\nid = \"{kind}-{status}\"\nnama = \"Orang {number}\"\ngelar_depan = \"Dr.\"\nnip = \"1970010119950320{number}\"\ngolongan = \"IV/c\"\njabatan = \"Jabatan {number}\"\nstatus = \"{status}\"\nkedudukan = \"{word}\"\n\n"
            )
            .unwrap();
            write!(text, "{{{{ tanda_tangan(\"{kind}-{status}\") }}}}\n\n").unwrap();
        }
    }
    let mut rows = Vec::new();
    for (name, kind) in [
        ("korespondensi", ""),
        ("khusus", "jenis = \"laporan\"\n"),
        ("penetapan", "jenis = \"penetapan\"\n"),
        ("sertifikat", "jenis = \"sertifikat\"\n"),
    ] {
        let folder = fixture_copy(FIXTURE);
        let put = |path: &str, text: &str| {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        put(
            "naskah.toml",
            &format!(
                "[daerah]\nnama = \"Kabupaten Contoh\"\nibu_kota = \"Contoh\"\n\n[instansi]\nnama = \"Setda\"\n\n[profil]\n{profil}"
            ),
        );
        put("data/pejabat.toml", &officials);
        put("data/surat.toml", "");
        put("templates/matriks/isi.md", &text);
        put(
            "templates/matriks/template.toml",
            &format!(
                "judul = \"Matriks\"\nbentuk = \"surat\"\n{kind}per = \"rakor\"\nnama_berkas = \"matriks\"\n"
            ),
        );
        let opened = try_open(folder.path()).unwrap();
        let laid = lay(&opened, "matriks").unwrap();
        let lines = paragraphs(&docx(&opened, &laid));
        assert!(all_text(&laid).len() >= lines.len(), "PDF says it too");
        let blocks: Vec<&[String]> = {
            let starts: Vec<usize> = (0..lines.len())
                .filter(|at| lines[*at].to_lowercase().contains("jabatan "))
                .chain([lines.len()])
                .collect();
            starts.windows(2).map(|w| &lines[w[0]..w[1]]).collect()
        };
        assert_eq!(blocks.len(), 20, "{lines:#?}");
        for (at, group) in blocks.chunks(5).enumerate() {
            let cells = group.iter().map(|block| {
                let has = |sign: char, yes: bool| if yes { sign } else { '-' };
                let starts = |text: &str| block.iter().any(|l| l.starts_with(text));
                [
                    has('g', starts("Dr.")),
                    has('p', starts("Pembina Utama Muda")),
                    has('n', starts("NIP")),
                ]
                .iter()
                .collect::<String>()
            });
            let who = ["kepala", "wakil", "sekda", "lain"][at];
            let cells: Vec<String> = cells.collect();
            rows.push((format!("{name} {who}"), cells.try_into().unwrap()));
        }
    }
    rows
}

#[test]
fn what_is_printed_follows_pasal_44() {
    let expected: Vec<Vec<String>> = MATRIX
        .lines()
        .skip(2)
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.replace('?', "").split_whitespace().map(str::to_owned).collect())
        .collect();
    let found = matrix("");
    assert_eq!(found.len(), expected.len());
    for ((row, cells), expected) in found.iter().zip(&expected) {
        assert_eq!(*row, expected[..2].join(" "));
        assert_eq!(cells.as_slice(), &expected[2..], "{row}");
    }
}

#[test]
fn the_switches_change_what_pasal_44_leaves_open() {
    // A daerah whose rule is the opposite (as at BPKP) prints neither, for nobody.
    for (row, cells) in matrix("pasal44 = false\n") {
        assert!(cells.iter().all(|c| c == "---"), "{row}: {cells:?}");
    }
    for (row, cells) in matrix("sekda_pangkat_nip = false\n") {
        let lain = row.ends_with("lain") && !row.starts_with("penetapan");
        assert_eq!(cells.iter().any(|c| c.ends_with("pn")), lain, "{row}: {cells:?}");
        if row == "korespondensi sekda" {
            assert_eq!(cells, ["g--", "g--", "---", "---", "g--"]);
        }
    }
}
