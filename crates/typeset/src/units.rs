//! Lengths. Everything inside is in points (1/72 inch); users write millimetres.

use std::ops::{Add, AddAssign, Div, Mul, Neg, Sub, SubAssign};

/// A length in PostScript points (1/72 inch).
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default)]
pub struct Pt(pub f32);

/// A colour, red, green and blue from 0 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Pt {
    /// Nothing.
    pub const ZERO: Self = Self(0.0);

    /// From millimetres.
    pub const fn mm(mm: f32) -> Self {
        Self(mm * 72.0 / 25.4)
    }

    /// In millimetres.
    pub const fn to_mm(self) -> f32 {
        self.0 * 25.4 / 72.0
    }

    /// In twentieths of a point, the unit of most DOCX lengths.
    #[allow(clippy::cast_possible_truncation)]
    pub fn twips(self) -> i32 {
        (self.0 * 20.0).round() as i32
    }

    /// In English metric units (1/914400 inch), the unit of DOCX drawings.
    #[allow(clippy::cast_possible_truncation)]
    pub fn emu(self) -> i64 {
        (f64::from(self.0) * 12700.0).round() as i64
    }

    /// The larger of two lengths.
    #[must_use]
    pub const fn max(self, other: Self) -> Self {
        Self(self.0.max(other.0))
    }

    /// The smaller of two lengths.
    #[must_use]
    pub const fn min(self, other: Self) -> Self {
        Self(self.0.min(other.0))
    }
}

impl Add for Pt {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Pt {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Pt {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl SubAssign for Pt {
    fn sub_assign(&mut self, other: Self) {
        self.0 -= other.0;
    }
}

impl Neg for Pt {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<f32> for Pt {
    type Output = Self;
    fn mul(self, factor: f32) -> Self {
        Self(self.0 * factor)
    }
}

impl Div<f32> for Pt {
    type Output = Self;
    fn div(self, divisor: f32) -> Self {
        Self(self.0 / divisor)
    }
}

impl std::iter::Sum for Pt {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, Add::add)
    }
}
