"""The parts list of one program, CycloneDX: daftar-bagian.py PARTS TARGET OUT.

PARTS is what cargo-cyclonedx wrote for TARGET. It names macros and their parts too, which run at
compile time only, and not the standard library: the first go, the second comes in.
"""

import json
import os
import subprocess
import sys
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


def standard_library(target: str) -> list[dict]:
    """The standard library and its parts, as the sources of this compiler name them."""
    sysroot = subprocess.run(["rustc", "--print", "sysroot"], check=True, text=True, stdout=subprocess.PIPE)
    manifest = Path(sysroot.stdout.strip()) / "lib/rustlib/src/rust/library/std/Cargo.toml"
    compiler = subprocess.run(["rustc", "--version"], check=True, text=True, stdout=subprocess.PIPE).stdout.split()[1]
    # Its manifests use what stable Cargo refuses.
    os.environ["RUSTC_BOOTSTRAP"] = "1"
    parts = tree(target, "--manifest-path", str(manifest), "--features", "panic-unwind,backtrace")
    del os.environ["RUSTC_BOOTSTRAP"]
    listed = []
    for (name, version), licence in sorted(parts.items()):
        # What only stands in for others, and the other way to panic, link nothing.
        if name.startswith("rustc-std-workspace") or name == "panic_abort":
            continue
        # Parts that live with the compiler have its version.
        own = version == "0.0.0"
        version = compiler if own else version
        part = {"type": "library", "bom-ref": f"rust-std#{name}@{version}", "name": name, "version": version}
        part |= {"scope": "required", "licenses": [{"expression": licence or "MIT OR Apache-2.0"}]}
        part["purl"] = f"pkg:generic/rust-{name}@{version}" if own else f"pkg:cargo/{name}@{version}"
        listed.append(part)
    return listed


def main(parts: str, target: str, out: str) -> None:
    bom = json.loads(Path(parts).read_text(encoding="utf-8"))
    linked = tree(target)
    kept = [part for part in bom["components"] if (part["name"], part["version"]) in linked]
    missing = linked.keys() - {(part["name"], part["version"]) for part in kept}
    missing.discard((bom["metadata"]["component"]["name"], bom["metadata"]["component"]["version"]))
    if missing:
        sys.exit(f"daftar-bagian: {parts} does not list {sorted(missing)}")
    references = {bom["metadata"]["component"]["bom-ref"], *(part["bom-ref"] for part in kept)}
    library = standard_library(target)
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
