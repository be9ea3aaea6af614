//! `naskah rekap` over a folder of daerah: time and peak memory for 10, 100 and 552. Under
//! `cargo test` two daerah are compared once.
//!
//! `cargo bench -p naskah-bench --bench gabungan`
//!
//! Each size runs in processes of its own, so that the peak is that size's.

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use naskah::diag::Lang;
use naskah::pipeline;
use naskah::rekap_out::comparison;

const SIZES: &[usize] = &[10, 100, 552];
const ROUNDS: usize = 3;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|a| a == "--anak") {
        child(Path::new(&args[at + 1]));
        return;
    }
    let folder =
        std::env::temp_dir().join(format!("naskah-gabungan-{}", std::process::id()));
    println!(
        "{:>6} {:>10} {:>14} {:>12} {:>10}",
        "daerah", "median", "a daerah", "peak", "xlsx"
    );
    let measured = args.iter().any(|arg| arg == "--bench");
    let (sizes, rounds) = if measured { (SIZES, ROUNDS) } else { (&[2][..], 1) };
    for &size in sizes {
        let root = folder.join(size.to_string());
        naskah_bench::daerah::write(&root, size).expect("a folder to write to");
        let mut measures: Vec<Round> = (0..rounds).map(|_| run(&root)).collect();
        measures.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
        let median = &measures[rounds / 2];
        println!(
            "{size:>6} {:>8.2} s {:>11.2} ms {:>9.1} MB {:>7.0} ms",
            median.seconds,
            median.seconds * 1000.0 / size as f64,
            median.peak / 1000.0,
            median.workbook * 1000.0,
        );
    }
    let _ = std::fs::remove_dir_all(folder);
}

struct Round {
    seconds: f64,
    workbook: f64,
    /// Kilobytes.
    peak: f64,
}

fn run(root: &Path) -> Round {
    let exe = std::env::current_exe().expect("this program");
    let output = Command::new(exe).arg("--anak").arg(root).output().expect("a child");
    let said = String::from_utf8_lossy(&output.stdout);
    let numbers: Vec<f64> =
        said.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    let [seconds, workbook, peak] = numbers[..] else {
        panic!("{said}{}", String::from_utf8_lossy(&output.stderr));
    };
    Round { seconds, workbook, peak }
}

/// Compares a folder and prints seconds, seconds of the workbook, and peak kilobytes.
fn child(root: &Path) {
    let start = Instant::now();
    let compared = pipeline::compare(root, None, Lang::Id).expect("a folder of daerah");
    let table = comparison::table(&compared, naskah::diag::Lang::Id);
    let seconds = start.elapsed().as_secs_f64();
    assert!(compared.left_out.is_empty() && table.lines().count() > 2);
    let start = Instant::now();
    let book = comparison::xlsx(&compared).expect("a workbook");
    assert!(book.len() > 1000);
    println!("{seconds} {} {}", start.elapsed().as_secs_f64(), peak());
}

/// The most memory this process ever held, in kilobytes; 0 where the system does not tell.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|n| n.parse().ok()).unwrap_or(0)
}
