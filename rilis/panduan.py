"""Sets docs/panduan-pengguna.md as a tagged PDF: panduan.py MARKDOWN VERSION PDF.

The guide is full of commands, which papers of naskah never hold, so it is not set by naskah itself.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from fontTools.ttLib import TTFont
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin

STYLE = """
@page { size: A4; margin: 22mm 20mm 20mm 24mm;
  @bottom-center { content: counter(page); font: 9pt "Liberation Sans"; } }
@page :first { @bottom-center { content: none; } }
html { font: 10pt/1.4 "Liberation Serif"; hyphens: none; }
h1, h2, h3, h4 { font-family: "Liberation Sans"; line-height: 1.2; break-after: avoid; }
h1 { font-size: 22pt; margin: 0 0 2mm; }
h2 { font-size: 15pt; margin: 9mm 0 4mm; }
h3 { font-size: 11.5pt; margin: 6mm 0 2mm; }
h4 { font-size: 10pt; margin: 4mm 0 1mm; }
p.version { margin: 0 0 8mm; font-family: "Liberation Sans"; }
p, li { orphans: 2; widows: 2; }
code, pre { font: 8.5pt/1.35 "Liberation Mono", monospace; overflow-wrap: break-word; }
td.key code { white-space: nowrap; }
pre { white-space: pre-wrap; background: #f2f2f2; padding: 2mm 3mm; margin: 2mm 0; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; font-size: 9pt; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.3pt solid #888; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { font-family: "Liberation Sans"; background: #ececec; }
a { color: inherit; text-decoration: none; }
"""


def slug(title: str) -> str:
    """The anchor that a forge gives a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def only_liberation(folder: Path) -> list[Path]:
    """Lets the setter see these faces and no other of this machine; it must not be loaded yet."""
    listed = subprocess.run(["fc-list", ":", "file"], check=True, text=True, stdout=subprocess.PIPE).stdout
    files = {Path(line.split(":")[0]) for line in listed.splitlines()}
    faces = sorted(f for f in files if re.fullmatch(r"Liberation(Serif|Sans|Mono)-\w+\.ttf", f.name))
    if len({face.name for face in faces}) != 12:
        sys.exit(f"panduan: twelve faces of Liberation are needed, found {[face.name for face in faces]}")
    for face in faces:
        (folder / face.name).symlink_to(face)
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")
    os.environ["FONTCONFIG_FILE"] = str(config)
    return faces


def main(source: str, version: str, out: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        faces = only_liberation(Path(folder))
        text = Path(source).read_text(encoding="utf-8")
        for face in faces:
            # A sign that a face lacks would be taken from wherever this machine has it.
            missing = set(text) - {"\n"} - {chr(code) for code in TTFont(face).getBestCmap()}
            if missing:
                sys.exit(f"panduan: {face.name} has no {sorted(missing)}: write {source} without")
        set_guide(text, version, out)


def set_guide(text: str, version: str, out: str) -> None:
    from weasyprint import HTML  # Reads the configuration of the faces when it is loaded.

    reader = MarkdownIt("commonmark").enable("table")
    reader.use(anchors_plugin, max_level=4, slug_func=slug)
    body = reader.render(text)
    body = body.replace("</h1>", f'</h1><p class="version">Versi {version}</p>', 1)
    # Links to other files of the repository lead nowhere on the desk.
    body = re.sub(r'<a href="(?!#|https?:)[^"]*">(.*?)</a>', r"\1", body)
    # A key stays in one line; a whole command may not make its column as wide as the page.
    body = re.sub(r"<tr>\n<td[^>]*>(?=<code>[^<]{1,24}</code></td>)", '<tr>\n<td class="key">', body)
    page = (
        f'<!doctype html><html lang="id"><head><meta charset="utf-8">'
        f"<title>Panduan pengguna naskah {version}</title><style>{STYLE}</style></head>"
        f"<body>{body}</body></html>"
    )
    HTML(string=page).write_pdf(out, pdf_variant="pdf/ua-1", pdf_tags=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
