//! Versions of the program.

use std::fmt;

/// A version: three numbers, compared in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramVersion([u16; 3]);

impl ProgramVersion {
    /// Reads `0.2.0`, also `0.2`; `None` for what is no version.
    pub fn read(text: &str) -> Option<Self> {
        let mut numbers = [0; 3];
        let mut slots = numbers.iter_mut();
        for part in text.trim().split('.') {
            let digits = part.bytes().all(|byte| byte.is_ascii_digit());
            *slots.next()? = part.parse().ok().filter(|_| digits)?;
        }
        // One number alone may be anything.
        (slots.len() < 2).then_some(Self(numbers))
    }
}

impl fmt::Display for ProgramVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [major, minor, patch] = self.0;
        write!(f, "{major}.{minor}.{patch}")
    }
}

#[cfg(test)]
mod tests {
    use super::ProgramVersion;

    #[test]
    fn versions_are_ordered_by_their_numbers() {
        let read = |text| ProgramVersion::read(text).unwrap();
        assert!(read("0.2.0") < read("0.10.0"));
        assert!(read("0.2") == read("0.2.0"));
        assert!(read(" 1.0.0") > read("0.99.99"));
        for none in ["", "1", "0.2.0.1", "v0.2", "0.-1", "0.2.x", "0.+2", "0.70000"] {
            assert_eq!(ProgramVersion::read(none), None, "{none}");
        }
    }

    #[test]
    fn a_version_is_printed_whole() {
        assert_eq!(ProgramVersion::read("0.2").unwrap().to_string(), "0.2.0");
    }
}
