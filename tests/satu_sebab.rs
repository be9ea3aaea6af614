//! One cause is one message, whatever the command; warnings of the data belong to `check` and
//! `build`, which one runs for the data's sake.

use crate::kit::Desk;

/// Every command that reads the data, and what of it.
const COMMANDS: [(&[&str], Reads); 12] = [
    (&["check", "kerja"], Reads::Judges),
    (&["build", "kerja", "agenda", "--format", "pdf", "--out", "hasil"], Reads::Judges),
    (&["nomor", "ambil", "surat-evaluasi", "--dir", "kerja"], Reads::Papers),
    (&["nomor", "daftar", "--dir", "kerja"], Reads::Other),
    (&["fields", "agenda", "kerja"], Reads::Papers),
    (&["katalog", "kerja"], Reads::Papers),
    (&["rekap", "kerja"], Reads::Figures),
    (&["beda", "kerja", "--out", "hasil"], Reads::Papers),
    (&["lembar-kerja", "kerja", "--out", "lembar"], Reads::Papers),
    (
        &["import", "tabel.csv", "--into", "kerja", "--periode", "2024-tw4"],
        Reads::Figures,
    ),
    (&["preview", "agenda", "kerja", "--out", "agenda.png"], Reads::Papers),
    (&["template", "daftar", "kerja"], Reads::Other),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    /// For the data's sake.
    Judges,
    /// All of it.
    Papers,
    /// As far as its figures need it.
    Figures,
    /// Something else.
    Other,
}

/// A mistake: file, what is right, what is typed, and its code.
type Cause = (&'static str, &'static str, &'static str, &'static str);

const WARNINGS: [Cause; 4] = [
    ("peserta.csv", "jenis_kelamin,daring\n", "jenis_kelamin,Timestamp\n", "NSK0141"),
    ("peserta.csv", "Winarti,,S.Kom.", "\"Winarti, S.Kom.\",,", "NSK0408"),
    ("capaian/2024-tw4.toml", "terlayani = 13607", "terlayani = 15649", "NSK0501"),
    ("peserta.csv", "Nur Aisyah", "Nur Aâ€™isyah", "NSK0142"),
];

const ERRORS: [Cause; 4] = [
    ("opd.toml", "kepala = \"kadis-dinkes\"", "kepala = \"kadis-dinkse\"", "NSK0201"),
    ("opd.toml", "urusan = [\"kesehatan\"]", "urusan = kesehatan", "NSK0105"),
    ("capaian/2024-tw4.toml", "kode = \"PEND-1\"", "kode = \"PEND-9\"", "NSK0204"),
    (
        "capaian/2024-tw4.toml",
        "terlayani = 13607",
        "terlayani = \"13607 anak\"",
        "NSK0112",
    ),
];

fn desk_with(causes: &[Cause]) -> Desk {
    let desk = Desk::with_fixture("kutai-timur");
    desk.write("tabel.csv", "Kode;Terlayani\nPEND-2;70000\n");
    for (file, right, typed, _) in causes {
        desk.replace(&format!("kerja/data/{file}"), right, typed);
    }
    desk
}

#[test]
fn warnings_of_the_data_are_told_once_and_where_the_data_is_looked_at() {
    let desk = desk_with(&WARNINGS);
    for (args, reads) in COMMANDS {
        let said = desk.run(args).stderr();
        for (.., code) in WARNINGS {
            let told = said.matches(code).count();
            let due = usize::from(reads == Reads::Judges);
            assert_eq!(told, due, "{code} by {args:?}\n{said}");
        }
    }
}

#[test]
fn an_error_of_the_data_is_one_message_in_every_command_that_meets_it() {
    for cause in ERRORS {
        let (desk, code) = (desk_with(&[cause]), cause.3);
        for (args, reads) in COMMANDS {
            let said = desk.run(args).stderr();
            let all = said.matches("galat[").count();
            let of_cause = said.matches(code).count();
            assert_eq!(all, of_cause, "{code} by {args:?}\n{said}");
            let needed = matches!(reads, Reads::Judges | Reads::Papers);
            let due = usize::from(needed)..=1;
            assert!(due.contains(&of_cause), "{code} by {args:?}\n{said}");
        }
    }
}
