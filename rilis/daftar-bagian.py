"""The parts list of one program, CycloneDX, and the licences of what no crate of ours asked for:
daftar-bagian.py PARTS TARGET OUT LICENCES [NAME=VERSION=LICENCE=FILE...].

PARTS is what cargo-cyclonedx wrote for TARGET. It names macros and their parts too, which run at
compile time only, and not the standard library: the first go, the second comes in. What the linker
adds is told behind, with the file of its licence.
"""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path


def tree(target: str, *arguments: str) -> dict[tuple[str, str], str]:
    """What is linked for a system: name and version, and the licence."""
    command = ["cargo", "tree", "--locked", "--offline", "--target", target]
    command += ["--edges", "normal,no-proc-macro", "--prefix", "none", "--no-dedupe"]
    command += ["--format", "{p}|{l}", *arguments]
    lines = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout.splitlines()
    parts = {}
    for line in filter(None, lines):
        package, _, licence = line.rpartition("|")
        name, version = package.split()[:2]
        parts[name, version.removeprefix("v")] = licence.replace("/", " OR ")
    return parts


def library() -> Path:
    """The sources of the standard library of this compiler."""
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], check=True, text=True, stdout=subprocess.PIPE)
    return Path(sysroot.stdout.strip()) / "lib/rustlib/src/rust/library"


def licence_of(part: dict) -> str:
    """The texts that lie beside the sources of a part of the standard library."""
    name, version = part["name"], part["version"]
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    folders = list(home.glob(f"registry/src/*/{name}-{version}"))
    if name == "compiler_builtins":
        folders = [library() / "compiler-builtins", library() / "compiler-builtins/libm"]
    files = [file for folder in folders for file in sorted(folder.iterdir()) if file.is_file()]
    # One folder after the other, so that a text comes behind the one that names it.
    names = ("LICENSE", "COPYING", "COPYRIGHT", "UNLICENSE")
    files = [file for file in files if file.name.upper().startswith(names)]
    return "\n\n".join(file.read_text(encoding="utf-8", errors="replace").strip() for file in files)


def standard_library(target: str) -> list[dict]:
    """The standard library and its parts, as the sources of this compiler name them."""
    manifest = library() / "std/Cargo.toml"
    compiler = subprocess.run(["rustc", "--version"], check=True, text=True, stdout=subprocess.PIPE).stdout.split()[1]
    # Its manifests use what stable Cargo refuses.
    os.environ["RUSTC_BOOTSTRAP"] = "1"
    parts = tree(target, "--manifest-path", str(manifest), "--features", "panic-unwind,backtrace")
    del os.environ["RUSTC_BOOTSTRAP"]
    locked = tomllib.loads((manifest.parent.parent / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    fetched = {(package["name"], package["version"]) for package in locked if "source" in package}
    listed = []
    for (name, version), licence in sorted(parts.items()):
        # What only stands in for others, and the other way to panic, link nothing.
        if name.startswith("rustc-std-workspace") or name == "panic_abort":
            continue
        # Parts that live with the compiler have its version.
        own = (name, version) not in fetched
        version = compiler if version == "0.0.0" else version
        part = {"type": "library", "bom-ref": f"rust-std#{name}@{version}", "name": name, "version": version}
        part |= {"scope": "required", "licenses": [{"expression": licence or "MIT OR Apache-2.0"}]}
        part["purl"] = f"pkg:generic/rust-{name}@{version}" if own else f"pkg:cargo/{name}@{version}"
        listed.append(part)
    return listed


def main(parts: str, target: str, out: str, licences: str, *linked_in: str) -> None:
    bom = json.loads(Path(parts).read_text(encoding="utf-8"))
    linked = tree(target)
    kept = [part for part in bom["components"] if (part["name"], part["version"]) in linked]
    missing = linked.keys() - {(part["name"], part["version"]) for part in kept}
    missing.discard((bom["metadata"]["component"]["name"], bom["metadata"]["component"]["version"]))
    if missing:
        sys.exit(f"daftar-bagian: {parts} does not list {sorted(missing)}")
    references = {bom["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in kept)}
    library = standard_library(target)
    texts = {}
    for part in library:
        # What lives with the compiler is under the licences that rustc's own file tells.
        own = part["purl"].startswith("pkg:generic/") and part["name"] != "compiler_builtins"
        texts[f"{part['name']} {part['version']}"] = "lisensi-pustaka-baku.html" if own else licence_of(part)
    for told in linked_in:
        name, version, licence, file = told.split("=")
        part = {"type": "library", "bom-ref": f"linked#{name}@{version}", "name": name, "version": version}
        part |= {"scope": "required", "licenses": [{"expression": licence}], "purl": f"pkg:generic/{name}@{version}"}
        library.append(part)
        texts[f"{name} {version}"] = Path(file).read_text(encoding="utf-8", errors="replace").strip()
    missing = [name for name, text in texts.items() if not text]
    if missing:
        sys.exit(f"daftar-bagian: no licence found of {missing}")
    rows = [f"{'=' * 72}\n{name}\n{'=' * 72}\n\n{text}\n" for name, text in texts.items()]
    Path(licences).write_text("\n".join(rows), encoding="utf-8")
    bom["components"] = kept + library
    bom["dependencies"] = [
        entry | {"dependsOn": [name for name in entry.get("dependsOn", []) if name in references]}
        for entry in bom["dependencies"]
        if entry["ref"] in references
    ]
    standard = next(part["bom-ref"] for part in library if part["name"] == "std")
    for entry in bom["dependencies"]:
        entry["dependsOn"].append(standard)
    bom["dependencies"].append({"ref": standard, "dependsOn": [p["bom-ref"] for p in library if p["name"] != "std"]})
    Path(out).write_text(json.dumps(bom, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"daftar-bagian: {len(kept)} parts and {len(library)} of the standard library for {target}")


if __name__ == "__main__":
    main(*sys.argv[1:])
