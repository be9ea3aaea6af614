//! Turns the rivals' data into a workspace, so that naskah makes the same letters or the same
//! book from the same figures.
//!
//! `cargo run -p naskah-bench --bin surat-uji -- surat_1000.toml logo.png FOLDER`

use std::error::Error;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [data, logo, folder] = args.as_slice() else {
        return Err("surat-uji DATA.toml LOGO.png FOLDER".into());
    };
    let data = std::fs::read_to_string(data)?;
    naskah_bench::letters::write(&data, Path::new(logo), Path::new(folder))?;
    Ok(())
}
