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

# Terima: take what is said now as expected, in all tests or those named; read `git diff` afterwards
terima *NAMES:
    TERIMA=1 cargo test --package naskah-data --test tabel
    TERIMA=1 cargo test --test naskah -- {{NAMES}}

# Juri: install the outside judges and let them read every paper
juri:
    tests/juri/pasang
    cargo test --test naskah judges
    @echo "Papers, broken copies and LibreOffice's pictures of them: target/tmp/juri/"

# Ukur: the benchmarks; `cargo test -p naskah-bench --all-targets` runs each once, with tiny data
ukur *ARGS:
    cargo bench --package naskah-bench {{ARGS}}

# Rilis: everything that is handed out of a version, into target/rilis/VERSION
rilis VERSION:
    rilis/buat {{VERSION}}

# Coba Windows: the Windows program and its installer under Wine
coba-windows:
    rilis/coba-windows
