//! The same bytes on every system.

/// Unix, after APPNOTE 4.4.2.2.
const UNIX: u8 = 3;

/// A ZIP file whose files all say that they were made on Unix: the writer of sheets says where it
/// runs, and the same data would give other bytes on Windows.
pub fn of_unix(mut zip: Vec<u8>) -> Vec<u8> {
    for at in systems(&zip) {
        if let Some(system) = zip.get_mut(at) {
            *system = UNIX;
        }
    }
    zip
}

/// Where the headers of the central directory name their system (APPNOTE 4.3.12). The record that
/// ends the file has no comment (4.3.16).
fn systems(zip: &[u8]) -> Vec<usize> {
    let end = zip.len().saturating_sub(22);
    let first = number::<4>(zip, end + 16);
    let header = |at: &usize| {
        let variable: usize =
            [28, 30, 32].map(|part| number::<2>(zip, at + part)).iter().sum();
        Some(at + 46 + variable)
    };
    std::iter::successors(Some(first), header)
        .take(number::<2>(zip, end + 10))
        .map(|at| at + 5)
        .collect()
}

/// A number of some bytes, the lowest first; 0 where there are none.
fn number<const BYTES: usize>(zip: &[u8], at: usize) -> usize {
    let bytes = zip.get(at..).and_then(|rest| rest.first_chunk::<BYTES>());
    let bytes = bytes.into_iter().flatten().rev();
    bytes.fold(0, |sum, byte| sum << 8 | usize::from(*byte))
}

#[cfg(test)]
mod tests {
    use rust_xlsxwriter::Workbook;

    use super::{UNIX, of_unix, systems};

    #[test]
    fn every_file_of_a_sheet_is_of_unix() {
        let mut workbook = Workbook::new();
        workbook.add_worksheet();
        let made = of_unix(workbook.save_to_buffer().unwrap());
        let places = systems(&made);
        assert!(places.len() > 5, "{places:?}");
        // As it comes from Windows.
        let mut other = made.clone();
        for at in &places {
            assert_eq!(
                (other[at - 5..at - 1].as_ref(), other[*at]),
                (b"PK\x01\x02".as_ref(), UNIX)
            );
            other[*at] = 0;
        }
        assert_eq!(of_unix(other), made);
        assert_eq!(of_unix(Vec::new()), Vec::<u8>::new());
    }
}
