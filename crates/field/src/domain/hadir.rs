//! How many came to a meeting, by room or screen and by gender.

use super::{Hasil, JumlahHadir, Kehadiran, Orang, Rakor};

/// Those who came in one way, by gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HadirMenurut {
    /// Men.
    pub l: u64,
    /// Women.
    pub p: u64,
    /// Those whose gender nobody wrote down.
    pub tak_tercatat: u64,
}

impl HadirMenurut {
    /// All of them.
    pub fn jumlah(self) -> u64 {
        self.l.saturating_add(self.p).saturating_add(self.tak_tercatat)
    }
}

/// Who came to a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RekapHadir {
    /// Those in the room.
    pub luring: HadirMenurut,
    /// Those at a screen.
    pub daring: HadirMenurut,
    /// Those known not to have come; absent where only counts are told.
    pub tidak_hadir: Option<u64>,
}

impl RekapHadir {
    /// Counts told as such come before those of the list of people; `None` when neither is
    /// known.
    pub fn of(rakor: Option<&Rakor>, hasil: Option<&Hasil>) -> Option<Self> {
        match hasil.and_then(|h| h.hadir) {
            Some(told) => Some(Self::told(told)),
            None => Self::counted(rakor?),
        }
    }

    fn told(told: JumlahHadir) -> Self {
        let of = |l, p| HadirMenurut { l, p, tak_tercatat: 0 };
        Self {
            luring: of(told.luring_l, told.luring_p),
            daring: of(told.daring_l, told.daring_p),
            tidak_hadir: None,
        }
    }

    fn counted(rakor: &Rakor) -> Option<Self> {
        let people =
            || rakor.narasumber.iter().chain(&rakor.peserta).chain(&rakor.panitia);
        if people().all(|p| p.hadir.is_none()) {
            return None;
        }
        let count = |how: Kehadiran, gender: Option<&str>| {
            let same = |p: &&Orang| p.hadir == Some(how) && p.jenis_kelamin == gender;
            people().filter(same).count() as u64
        };
        let of = |how: Kehadiran| HadirMenurut {
            l: count(how, Some("L")),
            p: count(how, Some("P")),
            tak_tercatat: count(how, None),
        };
        Some(Self {
            luring: of(Kehadiran::Luring),
            daring: of(Kehadiran::Daring),
            tidak_hadir: Some(of(Kehadiran::Tidak).jumlah()),
        })
    }

    /// Those in the room and at a screen together.
    pub fn semua(&self) -> HadirMenurut {
        let sum = |a: u64, b: u64| a.saturating_add(b);
        let (room, screen) = (self.luring, self.daring);
        HadirMenurut {
            l: sum(room.l, screen.l),
            p: sum(room.p, screen.p),
            tak_tercatat: sum(room.tak_tercatat, screen.tak_tercatat),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_came_is_unknown_until_told() {
        assert_eq!(RekapHadir::of(None, None), None);
        assert_eq!(
            RekapHadir::of(Some(&Rakor::default()), Some(&Hasil::default())),
            None
        );
        let told = JumlahHadir { luring_l: 30, luring_p: 21, daring_l: 2, daring_p: 3 };
        let hasil = Hasil { hadir: Some(told), ..Hasil::default() };
        let came = RekapHadir::of(None, Some(&hasil)).unwrap();
        assert_eq!((came.luring.jumlah(), came.semua().p), (51, 24));
        assert_eq!(came.tidak_hadir, None);
    }

    #[test]
    fn people_are_counted_where_nobody_told_counts() {
        let person = |hadir, jenis_kelamin| Orang {
            hadir: Some(hadir),
            jenis_kelamin,
            ..Orang::default()
        };
        let rakor = Rakor {
            narasumber: vec![person(Kehadiran::Luring, Some("P"))],
            peserta: vec![
                person(Kehadiran::Daring, None),
                person(Kehadiran::Tidak, Some("L")),
            ],
            ..Rakor::default()
        };
        let came = RekapHadir::of(Some(&rakor), None).unwrap();
        assert_eq!((came.luring.p, came.daring.tak_tercatat), (1, 1));
        assert_eq!((came.semua().jumlah(), came.tidak_hadir), (2, Some(1)));
    }
}
