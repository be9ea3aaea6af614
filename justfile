# Index of the commands of this repository; `just` lists them.

_default:
    @just --list

# Uji: every test
uji *ARGS:
    cargo test {{ARGS}}

# Cek: what CI runs, all of it
cek:
    .ci/run

# Contoh: the papers of the example workspaces, into keluaran/
contoh:
    cargo run -- build fixtures/kutai-timur --out keluaran/kutai-timur
    cargo run -- build fixtures/mahakam-ulu --out keluaran/mahakam-ulu

# Terima: take the snapshots of this run as the new ones; read `git diff` afterwards
terima:
    INSTA_UPDATE=always SNAPSHOTS=overwrite cargo test

# Juri: install the outside judges and let them read every paper
juri:
    tests/juri/pasang
    cargo test --test judges
    @echo "Papers, broken copies and LibreOffice's pictures of them: target/tmp/juri/"

# Ukur: the benchmarks
ukur *ARGS:
    cargo bench --package benches {{ARGS}}
