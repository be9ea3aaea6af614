use crate::tables::Key;
use crate::tables::datum::says_none;
use proptest::prelude::*;

use super::*;
use crate::workspace::capaian_text;
use base::diag::Problems;
use base::source::SourceMap;
use field::spm::{Amount, LayananCapaian};

const ADA: &str = r#"# Catatan kantor: jangan dihapus.
tahun = 2024
triwulan = 4

# Dinas Kesehatan
[[layanan]]
kode = "KES-1"
opd = "dinkes"
sasaran = 8342 # data sasaran Dinkes
terlayani = 7000
pagu = 1_250_000_000
permasalahan = ["Satu."]

  # butir pertama
  [[layanan.mutu]]
  nama = "Vaksin Td"
  satuan = "Vaksin"
  dibutuhkan = 8342
  terpenuhi = 7000

[[layanan]]
kode = "SOS-1"
opd = "dinsos"
nihil = true
"#;

fn content(said: impl IntoIterator<Item = (Key, Datum)>) -> Filled {
    said.into_iter().map(|(key, value)| (key, Spanned::new(value, Span::None))).collect()
}

fn n(number: impl Into<Amount>) -> Datum {
    Datum::Number(number.into())
}

fn t(text: &str) -> Datum {
    Datum::Text(text.to_owned())
}

fn words(text: &str) -> Spanned<String> {
    Spanned::new(text.to_owned(), Span::None)
}

fn as_import(layanan: Vec<ImportedLayanan>) -> Import {
    Import {
        file: "espm.xlsx".to_owned(),
        periode: Periode { tahun: 2024, triwulan: 4 },
        layanan,
        skipped: Vec::new(),
    }
}

fn read(text: &str) -> Vec<LayananCapaian> {
    let (mut sources, mut problems) = (SourceMap::default(), Problems::default());
    let result = capaian_text("a.toml", text, &mut sources, &mut problems);
    // What random text looks damaged, and a figure that is missing beside another, is told, and
    // read as it is.
    let doubts = ["NSK0142", "NSK0516"];
    let unread = problems.sorted().into_iter();
    let unread: Vec<_> = unread.filter(|d| !doubts.contains(&d.problem.code())).collect();
    assert!(unread.is_empty(), "{unread:?}\n{text}");
    result.unwrap().1
}

#[test]
fn only_what_changes_is_touched() {
    let kes = ImportedLayanan {
        kode: words("KES-1"),
        content: content([
            (Key::TARGET, n(8342)),
            (Key::new("terlayani"), n(8001)),
            (Key::new("pagu"), n(1_300_000_000)),
            (Key::new("realisasi"), n(1_299_999_999)),
        ]),
        mutu: vec![
            ImportedMutu {
                nama: words("vaksin td"),
                content: content([(
                    Key::new("terpenuhi"),
                    n("8001,5".parse::<Amount>().unwrap()),
                )]),
            },
            ImportedMutu {
                nama: words("Bidan"),
                content: content([
                    (Key::new("satuan"), t("Orang")),
                    (Key::new("dibutuhkan"), n(120)),
                ]),
            },
        ],
    };
    let result = merge(Some(ADA), &as_import(vec![kes.clone()])).unwrap();
    let diharapkan = ADA
        .replace("terlayani = 7000", "terlayani = 8001")
        .replace(
            "pagu = 1_250_000_000\n",
            "pagu = 1_300_000_000\nrealisasi = 1_299_999_999\n",
        )
        .replace(
            "  terpenuhi = 7000\n",
            "  terpenuhi = 8001.5\n\n  [[layanan.mutu]]\n  nama = \"Bidan\"\n  satuan = \"Orang\"\n  dibutuhkan = 120\n",
        );
    assert_eq!(result, diharapkan);
    assert!(compare(&read(&result), &as_import(vec![kes.clone()])).is_empty());
    let differs: Vec<String> = compare(&read(ADA), &as_import(vec![kes]))
        .iter()
        .map(|p| {
            let write =
                |n: Option<&Datum>| n.map(ToString::to_string).unwrap_or_default();
            let butir = p.butir.clone().unwrap_or_default();
            let (old, new) = (write(p.old.as_ref()), write(p.new.as_ref()));
            format!("{} {butir} {} {old}>{new}", p.kode, p.key)
        })
        .collect();
    assert_eq!(
        differs,
        [
            "KES-1  terlayani 7.000>8.001",
            "KES-1  pagu 1.250.000.000>1.300.000.000",
            "KES-1  realisasi >1.299.999.999",
            "KES-1 Vaksin Td terpenuhi 7.000>8.001,5",
            "KES-1 Bidan satuan >Orang",
            "KES-1 Bidan dibutuhkan >120",
        ]
    );
}

#[test]
fn nihil_both_ways() {
    let kes = ImportedLayanan {
        kode: words("KES-1"),
        content: content([
            (Key::TARGET, Datum::Nihil),
            (Key::new("permasalahan"), Datum::Nihil),
        ]),
        ..ImportedLayanan::default()
    };
    let sos = ImportedLayanan {
        kode: words("SOS-1"),
        content: content([(Key::TARGET, n(12))]),
        ..ImportedLayanan::default()
    };
    let new = as_import(vec![kes, sos]);
    let differs = compare(&read(ADA), &new);
    let kind: Vec<_> = differs.iter().map(|p| (p.key, p.kind())).collect();
    assert_eq!(
        kind,
        [
            (Key::TARGET, ChangeKind::Changed),
            (Key::new("terlayani"), ChangeKind::Emptied),
            (Key::new("permasalahan"), ChangeKind::Changed),
            (Key::TARGET, ChangeKind::Changed),
        ]
    );
    let result = merge(Some(ADA), &new).unwrap();
    assert!(result.contains("opd = \"dinkes\"\nnihil = true\npagu"), "{result}");
    assert!(result.contains("permasalahan = []"), "{result}");
    assert!(result.ends_with("opd = \"dinsos\"\nsasaran = 12\n"), "{result}");
    assert!(compare(&read(&result), &new).is_empty());
}

#[test]
fn line_ends_and_the_mark_of_windows_stay() {
    let text = format!("\u{feff}{}", ADA.replace('\n', "\r\n"));
    let same = merge(Some(&text), &as_import(Vec::new())).unwrap();
    assert_eq!(same, text);
    let sos = ImportedLayanan {
        kode: words("SOS-1"),
        content: content([(Key::TARGET, n(12))]),
        ..ImportedLayanan::default()
    };
    let result = merge(Some(&text), &as_import(vec![sos])).unwrap();
    assert_eq!(result, text.replace("nihil = true", "sasaran = 12"));
}

#[test]
fn a_new_file_says_where_it_came_from() {
    let kes = ImportedLayanan {
        kode: words("KES-1"),
        content: content([
            (Key::new("opd"), t("dinkes")),
            (Key::TARGET, n(100)),
            (Key::new("pagu"), n(1500)),
            (
                Key::new("tindak_lanjut"),
                Datum::List(vec!["Melatih \"kader\".".to_owned()]),
            ),
        ]),
        ..ImportedLayanan::default()
    };
    let mut new = as_import(vec![kes]);
    new.file = "a\nkode = 1.xlsx".to_owned();
    assert_eq!(
        merge(None, &new).unwrap(),
        "# Capaian SPM Triwulan IV Tahun 2024, kumulatif sejak Januari.\n\
         # Diimpor oleh naskah dari a kode = 1.xlsx.\n\
         tahun = 2024\ntriwulan = 4\n\n[[layanan]]\nkode = \"KES-1\"\nopd = \"dinkes\"\n\
         sasaran = 100\npagu = 1_500\ntindak_lanjut = [\n    'Melatih \"kader\".',\n]\n"
    );
    new.layanan[0].content.take(Key::OPD);
    assert_eq!(merge(None, &new).unwrap_err().code(), "NSK0680");
}

#[test]
fn what_cannot_be_merged_is_refused() {
    for text in [
        "tahun = ",
        "tahun = 2024\ntriwulan = 3\n",
        "layanan = 3\ntahun = 2024\ntriwulan = 4\n",
        "tahun = 2024\ntriwulan = 4\n[[layanan]]\nkode = \"KES-1\"\nmutu = 3\n",
    ] {
        let kes = ImportedLayanan {
            kode: words("KES-1"),
            content: content([(Key::new("opd"), t("dinkes"))]),
            mutu: vec![ImportedMutu { nama: words("A"), ..ImportedMutu::default() }],
        };
        let result = merge(Some(text), &as_import(vec![kes]));
        assert!(
            result.as_ref().is_err_and(|p| p.code() == "NSK0680"),
            "{text}: {result:?}"
        );
    }
}

/// A count, an amount with up to twelve places, or silence.
fn sum() -> impl Strategy<Value = Option<Datum>> {
    prop_oneof![
        Just(None),
        any::<u64>().prop_map(|a| Some(n(a))),
        (0..u64::MAX, 0..1_000_000_000_000_u64).prop_map(|(a, b)| Some(n(format!(
            "{a},{b:012}"
        )
        .parse::<Amount>()
        .unwrap()))),
    ]
}

fn text() -> impl Strategy<Value = String> {
    // A mark of a list before a text is no part of it, and is taken off.
    "[A-Za-z\"'\\\\#=\\[\\]é\u{1f600}][ -~\n\té]{0,20}"
        .prop_map(|t| t.trim().to_owned())
        .prop_filter("it says something", |t| !says_none(t))
}

/// What is needed of an item, what is met, and its unit.
type FormItem = (Option<Datum>, Option<Datum>, Option<String>);

fn layanan(kode: &'static str) -> impl Strategy<Value = ImportedLayanan> {
    let count_of = || proptest::option::of(0..=i64::MAX.unsigned_abs());
    (
        (count_of(), count_of(), sum(), sum()),
        proptest::option::of(proptest::collection::vec(text(), 1..3)),
        proptest::option::of(text()),
        proptest::collection::vec((sum(), sum(), proptest::option::of(text())), 0..4),
    )
        .prop_map(move |((a, b, pagu, realisasi), trouble, pic, mutu)| {
            let said = [
                (Key::new("opd"), Some(t("dinkes"))),
                (Key::TARGET, a.map(|a| n(a.max(b.unwrap_or(0))))),
                (Key::new("terlayani"), a.and(b).map(n)),
                (Key::new("pagu"), pagu),
                (Key::new("realisasi"), realisasi),
                (Key::new("permasalahan"), trouble.map(Datum::sentences)),
                (Key::new("pic"), pic.map(Datum::Text)),
            ];
            let told = |said: Vec<(Key, Option<Datum>)>| {
                content(said.into_iter().filter_map(|(key, value)| Some((key, value?))))
            };
            let item = |(at, (butuh, full, satuan)): (usize, FormItem)| ImportedMutu {
                nama: words(&format!("Butir {at}")),
                content: told(vec![
                    (Key::new("satuan"), satuan.map(Datum::Text)),
                    (Key::new("terpenuhi"), full.filter(|_| butuh.is_none())),
                    (Key::new("dibutuhkan"), butuh),
                ]),
            };
            ImportedLayanan {
                kode: words(kode),
                content: told(said.into()),
                mutu: mutu.into_iter().enumerate().map(item).collect(),
            }
        })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    /// What was merged reads back as what was imported; merging it again changes no byte.
    #[test]
    fn merged_is_read_back(a in layanan("KES-1"), b in layanan("KES-2")) {
        let new = as_import(vec![a, b]);
        for there in [None, Some(ADA.replace("terlayani = 7000", "").replace("terpenuhi = 7000", ""))] {
            // A target below what was served would be refused by the reader.
            let there = there.map(|t| t.replace("sasaran = 8342 ", ""));
            let result = merge(there.as_deref(), &new).unwrap();
            prop_assert!(compare(&read(&result), &new).is_empty(), "{}", result);
            prop_assert_eq!(merge(Some(&result), &new).unwrap(), result);
        }
    }
}
