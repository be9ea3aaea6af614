//! Free lists: what their cells say is what papers print, and what is below them is no row.

use rust_xlsxwriter::{Format, Workbook};

use crate::kit::files::write;
use crate::kit::fixture_copy;
use crate::kit::opened::{lay_out, open, printed, words};

#[test]
fn a_dot_of_thousands_is_no_decimal_sign() {
    let list = "nama;jumlah\nSiti;750.000\nBudi;1.250.000\nAni;Rp2.500,50\nTono;12,5\n";
    let body = "{% for b in daftar.honor %}{{ b.jumlah | rupiah }}\n\n{% endfor %}\
        {% set b = daftar.honor %}\
        {{ b[0].jumlah | angka }}, {{ b[1].jumlah | int + 1 }}, {{ b[0].jumlah | terbilang }}, \
        {{ b[3].jumlah | float * 2 }}, {{ 1.5 | angka }}, {{ \"1.250\" | int }}, \
        {{ \"12.50\" | angka }}, {{ \"86,125\" | persen }}, {{ \"4\" | romawi }}\n";
    let said = printed(&[("data/honor.csv", list.as_bytes())], body);
    assert_eq!(
        said,
        "Rp750.000 Rp1.250.000 Rp2.500,50 Rp12,50 750.000, 1250001, tujuh ratus lima \
         puluh ribu, 25, 1,5, 1250, 12,5, 86,13%, IV"
    );
}

#[test]
fn copies_of_a_book_by_the_thousand() {
    let folder = fixture_copy("kutai-timur");
    let books = "id;penerima;instansi;eksemplar\n\
        satu;Kepala Dinas;Dinas Kesehatan;1.250\ndua;Camat;Kecamatan Bengalon;3\n";
    write(&folder.path().join("data/distribusi-buku.csv"), books);
    let opened = open(folder.path());
    let sheet = words(&lay_out(&opened, "tanda-terima-buku")[0].1);
    for part in ["1.250 001–1250", "3 1251–1253", "Jumlah 1.253"] {
        assert!(sheet.contains(part), "{part} in: {sheet}");
    }
    let letter = words(&lay_out(&opened, "surat-pengantar")[0].1);
    assert!(letter.contains("1.250 (seribu dua ratus lima puluh) eksemplar"), "{letter}");
}

/// `penerima` beside `jabatan` is the person, and alone it is the jabatan.
#[test]
fn nobody_is_dropped_from_the_receipt_of_books() {
    let folder = fixture_copy("kutai-timur");
    let books = "penerima;jabatan;instansi;eksemplar\n\
        Sari Contoh;Kepala Dinas;Dinas Kesehatan;2\n;Camat;Kecamatan Bengalon;3\n\
        Kepala Dinas;;Dinas Sosial;1\n";
    write(&folder.path().join("data/distribusi-buku.csv"), books);
    let sheet = words(&lay_out(&open(folder.path()), "tanda-terima-buku")[0].1);
    let person = "1 Sari Contoh Kepala Dinas Kesehatan 2";
    for part in [person, "… Camat Bengalon 3", "… Kepala Dinas Sosial 1"] {
        assert!(sheet.contains(part), "{part} in: {sheet}");
    }
}

#[test]
fn what_is_below_a_list_is_no_row_of_it() {
    let list = "nama;instansi\nSiti;Dinas Sosial\nBudi;Dinas Kesehatan\nJumlah;2\n;\n\
        Sangatta, 9 Desember 2024;\nKepala Bagian;\nNIP 19680101 199003 1 001;\n";
    let body = "{% for b in daftar.peserta_lain %}{{ b.nama }} dari {{ b.instansi }}\n\n{% endfor %}";
    let said = printed(&[("data/peserta_lain.csv", list.as_bytes())], body);
    assert_eq!(said, "Siti dari Dinas Sosial Budi dari Dinas Kesehatan");
}

#[test]
fn a_cell_of_a_list_prints_as_it_is_shown() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let format = |code: &str| Format::new().set_num_format(code);
    for (column, name) in
        (0..).zip(["kode", "telp", "saat", "lama", "ya", "harga", "teks", "detik"])
    {
        sheet.write_string(0, column, name).unwrap();
    }
    sheet.write_number_with_format(1, 0, 7, &format("000")).unwrap();
    sheet
        .write_number_with_format(1, 1, 81_234_567_890.0, &format("0000-0000-0000"))
        .unwrap();
    let at = 45_635.0 + 8.5 / 24.0;
    sheet.write_number_with_format(1, 2, at, &format("dd/mm/yyyy hh:mm")).unwrap();
    sheet.write_number_with_format(1, 3, 30.25 / 24.0, &format("[h]:mm")).unwrap();
    sheet.write_boolean(1, 4, true).unwrap();
    sheet.write_number_with_format(1, 5, 1250, &format("#,##0")).unwrap();
    sheet.write_string(1, 6, "86.11").unwrap();
    let at = (8.0 * 3600.0 + 30.0 * 60.0 + 15.0) / 86_400.0;
    sheet.write_number_with_format(1, 7, at, &format("hh:mm:ss")).unwrap();
    sheet.write_string(3, 0, "Sangatta, 9 Desember 2024").unwrap();
    let body = "{% for b in daftar.uji %}{{ b.kode }}; {{ b.kode | int + 1 }}; {{ b.telp }}; \
        {{ b.saat }}; {{ b.saat | tanggal }}; {{ b.saat | pukul }}; {{ b.lama }}; {{ b.ya }}; \
        {% if b.ya %}benar{% endif %}; {{ b.harga + 1 }}; {{ b.teks }}; {{ b.teks | angka }}; \
        {{ b.detik }}; {{ b.detik | pukul }}\n{% endfor %}";
    let said = printed(&[("data/uji.xlsx", &book.save_to_buffer().unwrap())], body);
    assert_eq!(
        said,
        "007; 8; 0812-3456-7890; 9 Desember 2024 08.30; 9 Desember 2024; 08.30; 30:15; TRUE; \
         benar; 1251; 86.11; 86,11; 08:30:15; 08.30"
    );
}

fn ods(rows: &[&[(&str, &str)]]) -> Vec<u8> {
    ods_of(&[("uji", rows.iter().map(|row| row.to_vec()).collect())])
}

/// A sheet by its name, with its rows: the type and value of each cell, and what it shows.
pub(crate) type OdsSheet<'a> = (&'a str, Vec<Vec<(&'a str, &'a str)>>);

/// Sheets as LibreOffice saves them.
pub(crate) fn ods_of(sheets: &[OdsSheet<'_>]) -> Vec<u8> {
    let cell = |(kind, shown): &(&str, &str)| {
        format!("<table:table-cell {kind}><text:p>{shown}</text:p></table:table-cell>")
    };
    let row = |cells: &Vec<(&str, &str)>| {
        let cells: String = cells.iter().map(cell).collect();
        format!("<table:table-row>{cells}</table:table-row>")
    };
    let table = |(name, rows): &OdsSheet<'_>| {
        let rows: String = rows.iter().map(row).collect();
        format!("<table:table table:name=\"{name}\">{rows}</table:table>")
    };
    let tables: String = sheets.iter().map(table).collect();
    let content = format!(
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>\
         <office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    ods_around(&content)
}

/// The least that is an ODS file, around its content.
fn ods_around(content: &str) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_cell_of_an_ods_prints_as_it_is_shown() {
    let text = "office:value-type=\"string\"";
    let float = |n: &str| format!("office:value-type=\"float\" office:value=\"{n}\"");
    let time = |t: &str| format!("office:value-type=\"time\" office:time-value=\"{t}\"");
    let heads = ["kode", "telp", "saat", "lama", "ya", "harga", "teks", "detik", "hari"];
    let heads: Vec<(&str, &str)> = heads.iter().map(|head| (text, *head)).collect();
    let (code, phone, price) = (float("7"), float("81234567890"), float("1250"));
    let (hours, seconds) = (time("PT30H15M00S"), time("PT08H30M15S"));
    let day = "office:value-type=\"date\" office:date-value=\"2024-12-09\"";
    let bytes = ods(&[
        &heads,
        &[
            (&code, "007"),
            (&phone, "0812-3456-7890"),
            (
                "office:value-type=\"date\" office:date-value=\"2024-12-09T08:30:00\"",
                "09/12/2024 08:30",
            ),
            (&hours, "30:15"),
            ("office:value-type=\"boolean\" office:boolean-value=\"true\"", "TRUE"),
            (&price, "1.250"),
            (text, "86.11"),
            (&seconds, "08:30:15"),
            (day, "09/12/24"),
        ],
        &[],
        &[(text, "Sangatta, 9 Desember 2024")],
    ]);
    let body = "{% for b in daftar.uji %}{{ b.kode }}; {{ b.kode + 1 }}; {{ b.telp }}; \
        {{ b.saat }}; {{ b.saat | pukul }}; {{ b.lama }}; {{ b.ya }}; {{ b.harga * 2 }}; \
        {{ b.teks | angka }}; {{ b.detik }}; {{ b.detik | pukul }}; {{ b.hari | tanggal }}\n{% endfor %}";
    let said = printed(&[("data/uji.ods", &bytes)], body);
    assert_eq!(
        said,
        "007; 8; 0812-3456-7890; 9 Desember 2024 08.30; 08.30; 30:15; TRUE; 2500; 86,11; \
         08:30:15; 08.30; 9 Desember 2024"
    );
}

/// A number that its cell shows with a power of ten is what XLSX has of it as well.
#[test]
fn a_power_of_ten_in_an_ods_is_shown() {
    let text = "office:value-type=\"string\"";
    let float = "office:value-type=\"float\" office:value=\"1250\"";
    let styled = format!("table:style-name=\"ce1\" {float}");
    let bytes = ods(&[
        &[(text, "satu"), (text, "dua")],
        &[(&styled, "1.25E+03"), (float, "1.25E+03")],
    ]);
    let styles = "<office:automatic-styles><number:number-style style:name=\"N1\">\
        <number:scientific-number/></number:number-style><style:style style:name=\"ce1\" \
        style:data-style-name=\"N1\"/></office:automatic-styles><office:body>";
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut content = String::new();
    let mut part = zip.by_name("content.xml").unwrap();
    std::io::Read::read_to_string(&mut part, &mut content).unwrap();
    let content = content.replace("<office:body>", styles);
    let bytes = ods_around(&content);
    let body = "{% for b in daftar.uji %}{{ b.satu }}; {{ b.dua }}\n{% endfor %}";
    assert_eq!(printed(&[("data/uji.ods", &bytes)], body), "1,25E+03; 1250");
}

#[test]
fn texts_of_a_list_are_rounded_turned_and_dated() {
    let list = "jumlah;saat\n1.250,75;09/12/2024 08:30\n-3;2024-12-09T08:30\n";
    let body = "{% set b = daftar.honor %}{{ b[0].jumlah | round }}, {{ -b[0].jumlah }}, \
        {{ 2 * -b[1].jumlah }}, {{ b[1].jumlah | abs }}, {{ b[0].jumlah | round(1) }}; \
        {% for x in b %}{{ x.saat | tanggal }} {{ x.saat | pukul }}; {% endfor %}\n";
    let said = printed(&[("data/honor.csv", list.as_bytes())], body);
    assert_eq!(
        said,
        "1251, -1.250,75, 6, 3, 1.250,8; 9 Desember 2024 08.30; 9 Desember 2024 08.30;"
    );
}

#[test]
fn a_template_calculates_with_what_a_list_says() {
    let list = "nama;jumlah;harga\nSiti;750.000;1,5\nBudi;9;2\n";
    let body = "{% set b = daftar.honor %}{{ b[0].jumlah * 2 }}, {{ b[0].jumlah + b[1].jumlah }}, \
        {{ b[0].harga * 2.5 }}, {{ b[0].jumlah - 1 }}, \
        {% if b[0].jumlah > b[1].jumlah %}lebih{% else %}kurang{% endif %}, \
        {% if b[1].jumlah == 9 %}sama{% endif %}, \
        {% for x in b if x.jumlah > 10 %}{{ x.nama }}{% endfor %}, {{ b[0].nama + \" dan\" }}, \
        {{ b | sum(attribute=\"jumlah\") }}, {{ b | map(attribute=\"harga\") | sum }}, \
        {{ (b | sort(attribute=\"jumlah\") | first).nama }}, \
        {{ (b | max(attribute=\"jumlah\")).nama }}, \
        {{ b | selectattr(\"jumlah\", \">\", 10) | map(attribute=\"nama\") | join }}\n";
    let said = printed(&[("data/honor.csv", list.as_bytes())], body);
    assert_eq!(
        said,
        "1500000, 750009, 3,75, 749999, lebih, sama, Siti, Siti dan, 750009, 3,5, Budi, Siti, \
         Siti"
    );
}
