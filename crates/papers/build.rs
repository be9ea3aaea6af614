//! A template that is new is compiled in: the compiler looks only at the files it knows.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=../../templates");
}
