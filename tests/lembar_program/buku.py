"""Writes the workbooks of tests/lembar_program.rs with openpyxl and xlsxwriter.

Usage: buku.py FOLDER. Each book is described once and written by both programs.
"""

import datetime
import io
import sys
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import openpyxl.utils
import xlsxwriter
from openpyxl.styles import PatternFill

DAY = datetime.date(2024, 12, 9)
DATE = "dd/mm/yyyy"


class Formula(str):
    """A formula; xlsxwriter saves its result beside it, openpyxl cannot."""

    def __new__(cls, text, result):
        made = super().__new__(cls, text)
        made.result = result
        return made


def sheet(name, rows, merged=(), formats=None, hidden_rows=(), hidden_columns=(), hidden=False):
    return locals()


CAPAIAN = [
    sheet(
        "Capaian SPM",
        [
            ["LAPORAN CAPAIAN SPM TRIWULAN IV TAHUN 2024"],
            ["Kabupaten Contoh"],
            [],
            ["Kode", "OPD", "Uraian SPM", "Jumlah", None, "Anggaran", None, "Permasalahan", "Nihil"],
            [None, None, None, "Yang Harus Dilayani", "Yang Terlayani", "Pagu (Rp)", "Realisasi (Rp)"],
            ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
            ["KES-1", "dinkes", "Ibu hamil", 7412, "6.931", "Rp1.250.000", 1000000.5, "Obat habis"],
            [],
            ["KES-2", None, "Ibu bersalin", "1.234\u00a0", 1200, "\u00a0Rp 5.000.000,00", "1234567,5"],
            ["KES-3", None, "Bayi baru lahir", None, None, None, None, None, True],
            ["JUMLAH", None, None, 8646, 8131, 6250000, 2234568],
        ],
        merged=["A1:I1", "A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:G4", "H4:H5", "I4:I5", "B7:B10", "A11:C11"],
        hidden_rows=[9],
        hidden_columns=["H"],
    ),
    sheet(
        "Mutu",
        [
            ["Kode", "Butir mutu", "Satuan", "Kebutuhan", "Jumlah yang terpenuhi"],
            ["KES-1", "Vaksin Td", "Vial", 1234.5, "1.234,5"],
            [None, "Jumlah tablet tambah darah", "Tablet", "667.080", "640100"],
            ["KES-2", "Partograf", "Lembar", "12,5", 0.5],
            [None, "Total", None, 9, 9],
        ],
        merged=["A2:A3"],
    ),
    sheet("Pilihan", [["ya"], ["tidak"]], hidden=True),
]

PEJABAT = [
    sheet(
        "Pejabat",
        [
            ["No", "ID", "Nama Lengkap", "Nama Jabatan", "NIP", "PPPK", "Dari", "Sampai"],
            [1, "sekda", "Andi Saputra", "Sekretaris Daerah", "196801271995031002", False, DAY, "9 Desember 2024"],
            [2, "asisten", "Budi Hartono", "Asisten Pemerintahan", "19700115\u00a0199803 1 003", "tidak", "09/12/2024", "2024-12-09"],
            [3, "kabag", "Citra Lestari", "Kepala Bagian", "199001012022212003", True, "Senin, 9 Des 2024", DAY],
        ],
        formats={"G2": DATE, "H4": "d mmmm yyyy"},
    )
]

SALAH = [
    sheet(
        "Capaian",
        [
            ["Kode", "OPD", "Sasaran", "Terlayani", "Pagu", "Realisasi"],
            ["KES-1", "dinkes", Formula("=NA()", "#N/A"), 5, Formula("=1/0", "#DIV/0!"), 7],
            ["KES-2", "dinkes", 0.125, Formula("=SQRT(-1)", "#NUM!"), "12 %", "satu juta"],
        ],
        formats={"C3": "0.0%"},
    )
]

RUMUS = [
    sheet(
        "Capaian",
        [
            ["Kode", "OPD", "Sasaran", "Terlayani", "Persen"],
            ["KES-1", "dinkes", Formula("=50+50", 100), Formula("=C2/2", 50), Formula("=D2/C2", 0.5)],
        ],
        formats={"E2": "0%"},
    )
]

NIP = [
    sheet("Pejabat", [["id", "nama", "jabatan", "nip"], ["sekda", "Andi Saputra", "Sekda", 196801271995031002]])
]

HP = [
    sheet(
        "Peserta",
        [
            ["Nama", "Telepon", "Daring", "Instansi"],
            ["Andi Saputra", 81234567890, "ya", "Dinas Kesehatan"],
            ["Budi Hartono", "0812 3456 7891", False, None],
            ["Citra Lestari", "+62 812-3456-7892", "✓", "Dinas Sosial"],
        ],
        merged=["D2:D3"],
    )
]

BANYAK = [
    sheet(
        "Peserta",
        [["No", "Nama", "Jabatan", "Instansi"]]
        + [[n, "Peserta Rapat", f"Jabatan {n}", f"Dinas {n % 7}"] for n in range(1, 10001)],
    )
]

BUKTI = [
    sheet(
        "daftar",
        [
            ["Wilayah", "Capaian", None, "Tanggal", "Jam", "Sah"],
            [None, "Angka", "Persen", None, None, None],
            ["Kecamatan Satu", 1234.5, 0.125, DAY, datetime.time(8, 30), True],
            ["Kecamatan Dua", 7, 1, DAY, datetime.time(13, 0), False],
        ],
        merged=["A1:A2", "B1:C1", "D1:D2", "E1:E2", "F1:F2"],
        formats={"C3": "0.0%", "C4": "0%", "D3": DATE, "D4": DATE, "E3": "hh:mm", "E4": "hh:mm"},
    )
]

BOOKS = {
    "capaian": CAPAIAN,
    "pejabat": PEJABAT,
    "salah": SALAH,
    "rumus": RUMUS,
    "nip": NIP,
    "hp": HP,
    "banyak": BANYAK,
    "bukti": BUKTI,
}


def place(row, column):
    return f"{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"


def with_openpyxl(sheets, path, epoch_1904=False):
    book = openpyxl.Workbook()
    book.remove(book.active)
    if epoch_1904:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    for one in sheets:
        tab = book.create_sheet(one["name"])
        for r, row in enumerate(one["rows"]):
            for c, value in enumerate(row):
                if value is not None:
                    cell = tab.cell(r + 1, c + 1, value)
                    if isinstance(value, str) and not isinstance(value, Formula):
                        cell.data_type = "s"
        for where, code in (one["formats"] or {}).items():
            tab[where].number_format = code
        for area in one["merged"]:
            tab.merge_cells(area)
        for row in one["hidden_rows"]:
            tab.row_dimensions[row].hidden = True
        for column in one["hidden_columns"]:
            tab.column_dimensions[column].hidden = True
        if one["hidden"]:
            tab.sheet_state = "hidden"
    book.save(path)


def with_xlsxwriter(sheets, path, epoch_1904=False):
    options = {"strings_to_numbers": False, "strings_to_formulas": False, "date_1904": epoch_1904}
    book = xlsxwriter.Workbook(path, options)
    for one in sheets:
        tab = book.add_worksheet(one["name"])
        formats = {k: book.add_format({"num_format": v}) for k, v in (one["formats"] or {}).items()}
        for area in one["merged"]:
            tab.merge_range(area, "")
        for r, row in enumerate(one["rows"]):
            for c, value in enumerate(row):
                style = formats.get(place(r, c))
                if value is None:
                    continue
                if isinstance(value, Formula):
                    tab.write_formula(r, c, str(value), style, value.result)
                elif isinstance(value, (datetime.date, datetime.time)):
                    tab.write_datetime(r, c, value, style)
                else:
                    tab.write(r, c, value, style)
        for row in one["hidden_rows"]:
            tab.set_row(row - 1, None, None, {"hidden": True})
        for column in one["hidden_columns"]:
            tab.set_column(f"{column}:{column}", None, None, {"hidden": True})
        if one["hidden"]:
            tab.hide()
    book.close()


def huge(path):
    """A list of two rows in a sheet whose formats reach down to its last cell."""
    small = io.BytesIO()
    with_openpyxl(HP, small)
    rows = "".join(f'<row r="{n}" ht="15" customHeight="1"/>' for n in range(5, 1048577))
    with zipfile.ZipFile(small) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = text.decode()
                start = text.index("<dimension")
                end = text.index("/>", start) + 2
                text = text[:start] + '<dimension ref="A1:XFD1048576"/>' + text[end:]
                text = text.replace("</sheetData>", rows + "</sheetData>").encode()
            target.writestr(name, text)


def last_row(path):
    """A filled cell without a value in the last row: what `format to the end` leaves behind."""
    book = openpyxl.Workbook()
    tab = book.active
    for row in HP[0]["rows"]:
        tab.append(row)
    tab.cell(1048576, 50).fill = PatternFill("solid", fgColor="FFFF00")
    book.save(path)


def bomb(path):
    """Four hundred megabytes of nothing in half a megabyte."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        target.writestr("[Content_Types].xml", "<Types/>")
        with target.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(400):
                part.write(b" " * (1 << 20))


def locked(source, path):
    with open(source, "rb") as plain, open(path, "wb") as out:
        msoffcrypto.format.ooxml.OOXMLFile(plain).encrypt("rahasia", out)


def main():
    folder = Path(sys.argv[1])
    for program, write in (("openpyxl", with_openpyxl), ("xlsxwriter", with_xlsxwriter)):
        (folder / program).mkdir(parents=True)
        for name, sheets in BOOKS.items():
            write(sheets, str(folder / program / f"{name}.xlsx"))
        write(PEJABAT, str(folder / program / "pejabat1904.xlsx"), epoch_1904=True)
    huge(folder / "besar.xlsx")
    last_row(folder / "ujung.xlsx")
    bomb(folder / "bom.xlsx")
    locked(folder / "openpyxl" / "hp.xlsx", folder / "terkunci.xlsx")


main()
