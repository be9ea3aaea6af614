//! Clock times of an agenda, computed from starts and durations.

use jiff::ToSpan;
use jiff::civil::Time;

use super::{Acara, Sesi};

/// When an item runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Start.
    pub mulai: Time,
    /// End.
    pub selesai: Time,
}

/// Why an item has no time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScheduleError {
    /// It starts nowhere: no start of its own, none before it.
    NoStart,
    /// It ends nowhere: neither end nor duration.
    NoEnd,
    /// It ends at or before its start.
    EndsBeforeStart(Time, Time),
    /// It starts before the item before it has ended.
    Overlap(Time),
    /// It would run past midnight.
    PastMidnight,
}

/// The times of a session's items. An item starts where it says, else where the one before it
/// ends, else where the session starts; it ends where it says, else after its duration.
/// Each item without a sound time is an error of its own; the items after it go on.
pub fn schedule(sesi: &Sesi) -> Vec<Result<Slot, ScheduleError>> {
    let mut next = sesi.mulai.as_ref().map(|t| t.value);
    sesi.acara
        .iter()
        .map(|acara| {
            let before = next;
            let waktu = slot(acara, before);
            next = match &waktu {
                Ok(w) => Some(w.selesai),
                Err(_) => acara.selesai.as_ref().map(|t| t.value).or(before),
            };
            waktu
        })
        .collect()
}

fn slot(acara: &Acara, before: Option<Time>) -> Result<Slot, ScheduleError> {
    let mulai =
        acara.mulai.as_ref().map(|t| t.value).or(before).ok_or(ScheduleError::NoStart)?;
    let selesai = match (&acara.selesai, &acara.durasi) {
        (Some(end), _) => end.value,
        (None, Some(minutes)) => mulai
            .checked_add(minutes.value.minutes())
            .map_err(|_| ScheduleError::PastMidnight)?,
        (None, None) => return Err(ScheduleError::NoEnd),
    };
    if selesai <= mulai {
        return Err(ScheduleError::EndsBeforeStart(mulai, selesai));
    }
    match before {
        Some(before) if mulai < before => Err(ScheduleError::Overlap(before)),
        _ => Ok(Slot { mulai, selesai }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base::source::{Span, Spanned};

    fn item(mulai: Option<i8>, durasi: Option<i64>) -> Acara {
        Acara {
            nama: "x".into(),
            mulai: mulai.map(|h| Spanned::new(Time::constant(h, 0, 0, 0), Span::None)),
            selesai: None,
            durasi: durasi.map(|n| Spanned::new(n, Span::None)),
            oleh: None,
            narasumber: Vec::new(),
            mewakili: None,
            moderator: None,
            daring: false,
            pic: None,
            perlengkapan: None,
            keterangan: None,
            span: Span::None,
        }
    }

    fn sesi(acara: Vec<Acara>) -> Sesi {
        Sesi {
            id: Spanned::default(),
            nama: String::new(),
            tanggal: Spanned::new(jiff::civil::date(2024, 12, 9), Span::None),
            tempat: None,
            acara,
            mulai: Some(Spanned::new(Time::constant(8, 0, 0, 0), Span::None)),
            unread: false,
        }
    }

    #[test]
    fn times_follow_from_durations() {
        let times = schedule(&sesi(vec![item(None, Some(30)), item(None, Some(45))]));
        let second = times[1].unwrap();
        assert_eq!(second.mulai, Time::constant(8, 30, 0, 0));
        assert_eq!(second.selesai, Time::constant(9, 15, 0, 0));
    }

    #[test]
    fn overlap_no_time_and_midnight_are_told() {
        let times = schedule(&sesi(vec![
            item(None, Some(90)),
            item(Some(9), Some(10)),
            item(Some(10), None),
            item(Some(23), Some(120)),
        ]));
        assert_eq!(times[1], Err(ScheduleError::Overlap(Time::constant(9, 30, 0, 0))));
        assert_eq!(times[2], Err(ScheduleError::NoEnd));
        assert_eq!(times[3], Err(ScheduleError::PastMidnight));
    }
}
