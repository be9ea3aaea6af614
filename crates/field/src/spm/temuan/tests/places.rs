//! Each part of a sentence knows where it was written, whatever else reads the same.

use base::source::FileId;

use super::*;
use base::written::Written;

const FILE: FileId = FileId(7);
const SUMBER: &str = "sumber = { tingkat = \"SEEN\" }\n";

/// A catalog in which an office wrote services and rules itself.
fn of_office(services: &str, rules: &str) -> Catalog {
    let files = [
        ("urusan.toml", include_str!("../../../../../../catalog/urusan.toml")),
        ("layanan-kabupaten.toml", services),
        ("kategori.toml", include_str!("../../../../../../catalog/kategori.toml")),
        ("temuan.toml", include_str!("../../../../../../catalog/temuan.toml")),
        (TEMUAN_OVERLAY, rules),
    ];
    let own = [("layanan-kabupaten.toml", FILE), (TEMUAN_OVERLAY, FileId(8))];
    let own = own.map(|(name, file)| (name.to_owned(), file));
    Catalog::of_office(&files, &own.into()).unwrap()
}

/// The parts of a sentence that are written somewhere, each with the text that stands there.
fn parts<'a>(line: &'a Line, source: &'a str) -> Vec<(&'a str, &'a str)> {
    let parts = line.trail.parts(line.len()).map(|(range, span)| {
        let there = match span {
            Span::Text { file: FILE, start, end } => {
                &source[start as usize..end as usize]
            }
            Span::Text { .. } => "rule",
            Span::File(FileId(9)) => "report",
            _ => "",
        };
        (&line.text[range], there)
    });
    parts.collect()
}

fn context(daerah: &str, triwulan: u8) -> IndexContext {
    IndexContext {
        daerah: daerah.into(),
        tingkat: Tingkat::KabupatenKota,
        tahun: 2024,
        triwulan,
        carriers: BTreeMap::new(),
        jalur: TargetPath::default(),
    }
}

#[test]
fn a_word_that_stands_twice_has_the_place_of_each() {
    // The unit is a word of the service, of the rule, and of the words between.
    let services = format!(
        "[[layanan]]\nkode='KES-5'\nurusan='kesehatan'\nnama='Balita dan balita'\n\
         penerima='balita'\nsatuan='Balita'\nopd_lazim='Balita'\ntempat='balita'\n{SUMBER}"
    );
    let rules = "[[aturan]]\nkode='T-LAJU'\naktif=false\n\
                 [[aturan]]\nkode='T-LAJU-JAUH'\naktif=false\n\
                 [[aturan]]\nkode='T-JALUR'\n\
                 kondisi='balita {satuan}, {layanan}; {tempat} {terlayani}'\n";
    let catalog = of_office(&services, rules);
    let sentence = |data: LayananCapaian| {
        let context = context("Balita", 2);
        let all = [data];
        let rekap = compute(&catalog, &context, Kebijakan::default(), &all).unwrap();
        let found = find(&Evidence {
            catalog: &catalog,
            now: report(&rekap, &all),
            earlier: Vec::new(),
            last_year: None,
            jalur: &TargetPath::default(),
            dilaporkan: Vec::new(),
            nama_daerah: "Balita".into(),
            jenis_daerah: JenisDaerah::Kabupaten,
            nama_opd: &BTreeMap::from([("balita", "balita".into())]),
        });
        found.into_iter().find(|t| t.kode == "T-JALUR").unwrap().kondisi
    };
    let behind = || LayananCapaian { terlayani: 400.into(), ..steady("KES-5", 2) };
    let own = |unit: &'static str| {
        [
            ("balita ", "rule"),
            ("balita", unit),
            (", ", "rule"),
            ("Balita dan balita", "'Balita dan balita'"),
            ("; ", "rule"),
            ("balita", "'balita'"),
            (" 400", "rule"),
        ]
    };
    assert_eq!(parts(&sentence(behind()), &services), own("'Balita'"));
    let unit = Written::at(Span::File(FileId(9)));
    let said = LayananCapaian {
        satuan: Some("Balita".into()),
        written: Written::default().with("satuan", unit),
        ..behind()
    };
    assert_eq!(parts(&sentence(said), &services), own("report"));
}

#[test]
fn the_name_of_the_daerah_stands_where_it_was_written() {
    let services = format!(
        "[[layanan]]\nkode='KES-5'\nurusan='kesehatan'\nnama='Balita'\npenerima='balita'\n\
         satuan='balita'\nopd_lazim='Dinas'\ntempat='puskesmas'\n{SUMBER}"
    );
    let catalog = of_office(&services, "");
    let context = context("Kabupaten Contoh", 4);
    let all = [steady("KES-5", 4)];
    let rekap = compute(&catalog, &context, Kebijakan::default(), &all).unwrap();
    let written = Span::File(FileId(7));
    let reported = ReportedIndex { lingkup: TemuanScope::Daerah, nilai: 1.into() };
    let found = find(&Evidence {
        catalog: &catalog,
        now: report(&rekap, &all),
        earlier: Vec::new(),
        last_year: None,
        jalur: &TargetPath::default(),
        dilaporkan: vec![&reported],
        nama_daerah: Line::at("Kabupaten Contoh", written),
        jenis_daerah: JenisDaerah::Kabupaten,
        nama_opd: &BTreeMap::new(),
    });
    let named = found.iter().find(|t| t.kondisi.text.contains("Kabupaten Contoh"));
    let kondisi = &named.unwrap().kondisi;
    let at = kondisi.text.find("Kabupaten Contoh").unwrap();
    assert_eq!(kondisi.trail.at(at), written);
}

#[test]
fn a_citation_whose_parts_read_the_same_has_the_place_of_each() {
    let laws = format!(
        "[[dasar_hukum]]\nid='a'\njenis='Nomor'\nnomor='20'\ntahun=2018\ntentang='Nomor 20'\n\
         untuk='Nomor'\nln='2018/20'\n{SUMBER}\
         [[dasar_hukum.perubahan]]\ntahun=2020\ndengan='Nomor 20'\n"
    );
    let files = [
        ("urusan.toml", include_str!("../../../../../../catalog/urusan.toml")),
        (
            "layanan-kabupaten.toml",
            include_str!("../../../../../../catalog/layanan-kabupaten.toml"),
        ),
        ("kategori.toml", include_str!("../../../../../../catalog/kategori.toml")),
        ("dasar-hukum.toml", &laws),
    ];
    let own = [("dasar-hukum.toml".to_owned(), FILE)].into();
    let catalog = Catalog::of_office(&files, &own).unwrap();
    let cited = catalog.dasar_hukum("a").unwrap().considered(2024);
    let known = [
        ("Nomor", "'Nomor'"),
        (" Nomor ", ""),
        ("20", "'20'"),
        (" Tahun ", ""),
        ("2018", "2018"),
        (" tentang ", ""),
        ("Nomor 20", "'Nomor 20'"),
        (" (Lembaran Negara Republik Indonesia Tahun ", ""),
        ("2018", "'2018/20'"),
        (" Nomor ", ""),
        ("20", "'2018/20'"),
        (") sebagaimana telah diubah dengan ", ""),
        ("Nomor 20", "'Nomor 20'"),
    ];
    assert_eq!(parts(&cited, &laws), known);
}
