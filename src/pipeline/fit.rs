//! Fitting: the smallest change of spacing, gaps and size within the profile's limits by which
//! a paper takes no more pages than were asked for.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Opened;
use crate::problem::FitProblem;
use bahasa::number::{format_decimal_short, format_plain};
use base::diag::{Lang, Problems, Span};
use papers::plan::{Job, plan};
use papers::profil::{FitLimits, Profil};
use typeset::document::{Document, Section, Shape, Tightening};
use typeset::layout::page::{ItemKind, Page};
use typeset::layout::{self, Shaper};
use typeset::units::Pt;

/// What is left free of each page where that can be had: word processors break lines slightly
/// otherwise, and what just fits here would lose its last lines to a further page there.
pub(super) const RESERVE: f32 = 0.03;

/// Between two tries of the line spacing, in hundredths, and of the gaps, in percent.
const STEPS: (i16, i16) = (5, 10);

/// What was changed so that a paper fits. `None` is what stayed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Fitting {
    /// The pages it was to take.
    pub pages: u8,
    /// Line spacing before and after.
    pub spacing: Option<(f32, f32)>,
    /// The part of each gap that is left.
    pub gaps: Option<f32>,
    /// Size of running text before and after.
    pub size: Option<(Pt, Pt)>,
}

impl Fitting {
    /// A measure of a change in the print of a language, with two places at most.
    pub fn printed(lang: Lang, measure: f32) -> String {
        let print = if lang == Lang::Id { format_decimal_short } else { format_plain };
        bahasa::from_f32(measure).map_or_else(String::new, |exact| print(&exact, 2))
    }
}

/// Before and after in hundredths, null for what stayed.
impl Serialize for Fitting {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let hundredths = |n: f32| (f64::from(n) * 100.0).round() / 100.0;
        let pair = |from: f32, to: f32| [hundredths(from), hundredths(to)];
        let size = self.size.map(|(from, to)| pair(from.0, to.0));
        let mut change = serializer.serialize_struct("Perubahan", 4)?;
        change.serialize_field("pages", &self.pages)?;
        change.serialize_field("spacing", &self.spacing.map(|(a, b)| pair(a, b)))?;
        change.serialize_field("gaps", &self.gaps.map(|part| pair(1.0, part)))?;
        change.serialize_field("size", &size)?;
        change.end()
    }
}

/// How fitting ended.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Fit {
    /// It fits as it is.
    AsItIs,
    /// It fits now.
    Changed(Fitting),
    /// It cannot, and stays as it is: about so many lines are too many even where all is as
    /// tight as may be.
    TooMany(usize),
}

impl Opened {
    /// How many pages a paper may take, and where that was said: its letter, its template or
    /// the profile. `None` for as many as it needs.
    pub(super) fn wanted_pages(&self, job: &Job) -> Option<(u8, Span)> {
        let letter = job.letter.as_ref();
        let place = letter.map_or_else(|| self.place(job), |letter| letter.span);
        let (pages, place) = match letter.and_then(|letter| letter.fit.as_ref()) {
            Some(own) => (own.value, own.span),
            None => match self.templates.manifests.get(&job.template)?.fit {
                Some(pages) => (pages, place),
                None => (self.profil.get(&job.template)?.muat.halaman, place),
            },
        };
        (pages > 0).then_some((pages, place))
    }

    /// Sets a paper so that it takes the pages it may.
    pub(super) fn fit(
        &self,
        job: &Job,
        document: &mut Document,
        shaper: &mut Shaper<'_>,
        problems: &mut Problems,
    ) -> Option<Fitting> {
        let profil = self.profil.get(&job.template)?;
        let Some((pages, place)) = self.wanted_pages(job) else {
            return self.draw_in(job, document, shaper);
        };
        match fit(document, profil, pages, self.set_look(job), shaper) {
            Fit::AsItIs => self.draw_in(job, document, shaper),
            Fit::Changed(change) => Some(change),
            Fit::TooMany(row) => {
                let template = job.template.clone();
                let problem = FitProblem::DoesNotFit { template, halaman: pages, row };
                problems.add(place, problem);
                None
            }
        }
    }
}

/// Points by which drawing in makes letters smaller at most: nobody asked for it, and a page
/// less is not worth more.
const SMALLER: Pt = Pt(1.0);

impl Opened {
    /// Sets a paper on a page less where its last one would hold little: a secretary draws a
    /// letter in before a signature and its copies go to a page of their own. What asks for
    /// pages of its own accord, or for none (`bebas`), stays.
    fn draw_in(
        &self,
        job: &Job,
        document: &mut Document,
        shaper: &mut Shaper<'_>,
    ) -> Option<Fitting> {
        let manifest = self.templates.manifests.get(&job.template)?;
        let own = job.letter.as_ref().is_some_and(|letter| letter.fit.is_some());
        let paper = matches!(manifest.shape, Shape::Surat | Shape::Judul);
        if own || manifest.fit.is_some() || !paper {
            return None;
        }
        let mut profil = self.profil.get(&job.template)?.clone();
        let least = Pt((profil.size.0 - SMALLER.0).max(profil.muat.ukuran.0));
        profil.muat.ukuran = least;
        let body = body(document);
        let mut settled = body.clone();
        layout::settle(&mut settled, shaper);
        let laid = layout::layout(&settled, shaper).0.pages;
        let (last, before) = laid.split_last()?;
        if before.is_empty() || filled(&settled, last) >= profil.muat.halaman_akhir {
            return None;
        }
        let pages = u8::try_from(before.len()).ok()?;
        let mut tries = Tries { body: &body, pages: usize::from(pages), shaper };
        let found = tries.found(&profil).ok().flatten()?;
        Some(changed(document, &profil, pages, &found, body.sections.len()))
    }
}

/// The part of a page's text height down to its lowest line.
fn filled(document: &Document, page: &Page) -> f32 {
    let Some(section) = document.sections.get(page.section) else { return 1.0 };
    let lowest = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Text(text) if item.node.is_some() => Some(text.y.0),
        _ => None,
    });
    let lowest = lowest.fold(0.0, f32::max) - section.page.margins.top.0;
    lowest / section.page.text_height().0
}

/// Papers of a set that are tried for all: the longest, which need the tightest look.
const LONGEST: usize = 3;

impl Opened {
    /// The look that the papers of one template share, where the longest of them do not fit as
    /// they are: whoever lays two invitations to one event side by side sees one letter.
    pub(super) fn set_look(&self, job: &Job) -> Option<Tightening> {
        let found = self.looks.get(&job.template)?;
        if let Some(look) = found.get() {
            return *look;
        }
        // Two threads may find it at once; they find the same.
        let look = self.find_set_look(&job.template);
        *found.get_or_init(|| look)
    }

    fn find_set_look(&self, template: &str) -> Option<Tightening> {
        let profil = self.profil.get(template)?;
        let mut unsaid = Problems::default();
        let jobs = plan(self.inputs(), &[template.to_owned()], &[], &mut unsaid);
        if jobs.len() < 2 {
            return None;
        }
        let mut filled: Vec<_> =
            jobs.iter().filter_map(|job| Some((job, self.fill(job).ok()?))).collect();
        filled.sort_by(|(a, one), (b, other)| {
            let longest_first = other.text.len().cmp(&one.text.len());
            longest_first.then_with(|| a.path.cmp(&b.path))
        });
        let shaper = &mut Shaper::new(&self.fonts);
        let looks = filled.iter().take(LONGEST).filter_map(|(job, filled)| {
            let (pages, _) = self.wanted_pages(job)?;
            let body = body(&self.read(job, filled, &mut unsaid));
            let mut tries = Tries { body: &body, pages: usize::from(pages), shaper };
            tries.found(profil).ok().flatten()
        });
        looks.min_by(|a, b| tightness(a).total_cmp(&tightness(b)))
    }
}

/// Looks in the order in which they are tried.
fn tightness(look: &Tightening) -> f32 {
    look.size.0 * 100.0 + look.spacing * 10.0 + look.gaps
}

/// Sets the document (not yet settled) so that its letter, all before the first lampiran,
/// takes at most `pages` pages.
fn fit(
    document: &mut Document,
    profil: &Profil,
    pages: u8,
    shared: Option<Tightening>,
    shaper: &mut Shaper<'_>,
) -> Fit {
    let body = body(document);
    let mut tries = Tries { body: &body, pages: usize::from(pages), shaper };
    let found = match shared {
        Some(look) if tries.fits(Some(&look), RESERVE) => Ok(Some(look)),
        _ => tries.found(profil),
    };
    let found = match found {
        Ok(Some(found)) => found,
        Ok(None) => return Fit::AsItIs,
        Err(lines) => return Fit::TooMany(lines),
    };
    Fit::Changed(changed(document, profil, pages, &found, body.sections.len()))
}

/// Sets the first sections of a document in another look; what that changed.
fn changed(
    document: &mut Document,
    profil: &Profil,
    pages: u8,
    found: &Tightening,
    sections: usize,
) -> Fitting {
    document.tighten(found, sections);
    let changed = |from: f32, to: f32| (from - to > 0.001).then_some((from, to));
    Fitting {
        pages,
        spacing: changed(profil.spacing, found.spacing),
        gaps: (found.gaps < 1.0).then_some(found.gaps),
        size: changed(profil.size.0, found.size.0).map(|(a, b)| (Pt(a), Pt(b))),
    }
}

/// The letter: the sections before the first that begins a lampiran.
fn body(document: &Document) -> Document {
    let is_lampiran = |section: &Section| section.lampiran;
    // A paper that is a lampiran from its first page on has no other part to fit.
    let first = document.sections.iter().skip(1).position(is_lampiran);
    let count = first.map_or(document.sections.len(), |at| at + 1);
    let mut body = document.clone();
    body.sections.truncate(count);
    body
}

/// The sizes that may be tried, the paper's own first: half points, the only steps a DOCX
/// knows, down to the least.
fn sizes(profil: &Profil) -> Vec<Pt> {
    let least = profil.muat.ukuran.0.min(profil.size.0);
    let mut sizes = vec![profil.size];
    let mut next = (profil.size.0 * 2.0 - 0.01).floor() / 2.0;
    while next > least {
        sizes.push(Pt(next));
        next -= 0.5;
    }
    if least < profil.size.0 {
        sizes.push(Pt(least));
    }
    sizes
}

/// What may be tried at one size, the loosest first: line spacing down to its limit, then
/// gaps.
fn ladder(profil: &Profil, size: Pt) -> Vec<Tightening> {
    let FitLimits { spasi, jarak, .. } = profil.muat;
    let spacing = down(profil.spacing, spasi, STEPS.0);
    let least = spacing.last().copied().unwrap_or(profil.spacing);
    let loose =
        spacing.into_iter().map(|spacing| Tightening { spacing, gaps: 1.0, size });
    let gaps = down(1.0, jarak, STEPS.1).into_iter().skip(1);
    loose.chain(gaps.map(|gaps| Tightening { spacing: least, gaps, size })).collect()
}

/// Hundredths from `from` down to `least` in steps; only `from` when that is not above it.
#[allow(clippy::cast_possible_truncation)]
fn down(from: f32, least: f32, step: i16) -> Vec<f32> {
    // 0.6 of a file is a little more than 0.6.
    let least = (least * 100.0 - 0.01).ceil() as i16;
    let mut values = vec![from];
    let mut next = (from * 100.0).round() as i16 - step;
    while next > least {
        values.push(f32::from(next) / 100.0);
        next -= step;
    }
    if (from * 100.0).round() as i16 > least {
        values.push(f32::from(least) / 100.0);
    }
    values
}

/// Something that fits.
struct FittingFound {
    /// The look, when it is not the paper's own.
    changed: Option<Tightening>,
}

/// Trial layouts of the letter.
struct Tries<'t, 's, 'a> {
    body: &'t Document,
    pages: usize,
    shaper: &'s mut Shaper<'a>,
}

impl Tries<'_, '_, '_> {
    /// The smallest change that fits, `None` for none at all; by how many lines it cannot be
    /// done otherwise.
    fn found(&mut self, profil: &Profil) -> Result<Option<Tightening>, usize> {
        let sizes = sizes(profil);
        let found = self
            .search(profil, &sizes, RESERVE)
            .or_else(|| self.search(profil, &sizes, 0.0));
        if let Some(found) = found {
            return Ok(found.changed);
        }
        let least = sizes.last().copied().unwrap_or(profil.size);
        let ladder = ladder(profil, least);
        Err(ladder.last().map_or(1, |tightest| self.too_many(tightest)))
    }

    /// The smallest change that fits: the greatest size at which anything does, and there the
    /// loosest look.
    fn search(
        &mut self,
        profil: &Profil,
        sizes: &[Pt],
        reserve: f32,
    ) -> Option<FittingFound> {
        if self.fits(None, reserve) {
            return Some(FittingFound { changed: None });
        }
        for (n, &size) in sizes.iter().enumerate() {
            let looks = ladder(profil, size);
            // The paper's own look was the first try.
            let (mut low, mut high) = (usize::from(n == 0), looks.len() - 1);
            if low > high || !self.fits(looks.get(high), reserve) {
                continue;
            }
            while low < high {
                let middle = usize::midpoint(low, high);
                if self.fits(looks.get(middle), reserve) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            return Some(FittingFound { changed: looks.get(high).copied() });
        }
        None
    }

    fn fits(&mut self, look: Option<&Tightening>, reserve: f32) -> bool {
        let document = self.set(look, reserve);
        layout::layout(&document, self.shaper).0.pages.len() <= self.pages
    }

    /// The letter in another look, on pages shorter by `reserve` of their text, ready for
    /// layout. What settling finds is told when the paper itself is settled.
    fn set(&mut self, look: Option<&Tightening>, reserve: f32) -> Document {
        let mut document = self.body.clone();
        if let Some(look) = look {
            document.tighten(look, document.sections.len());
        }
        for section in &mut document.sections {
            section.page.height -= section.page.text_height() * reserve;
        }
        layout::settle(&mut document, self.shaper);
        document
    }

    /// About how many lines are too many.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn too_many(&mut self, tightest: &Tightening) -> usize {
        let document = self.set(Some(tightest), 0.0);
        let beyond = layout::beyond(&document, self.shaper, self.pages);
        // The faces' own line is about 1.15 of their size.
        let line = tightest.size * 1.15 * tightest.spacing;
        ((beyond.0 / line.0).ceil() as usize).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_go_down_to_the_limit_and_never_below() {
        assert_eq!(down(1.15, 1.0, 5), [1.15, 1.1, 1.05, 1.0]);
        assert_eq!(down(1.0, 0.75, 10), [1.0, 0.9, 0.8, 0.75]);
        assert_eq!(down(1.0, 0.6, 10), [1.0, 0.9, 0.8, 0.7, 0.6]);
        assert_eq!(down(1.0, 1.2, 5), [1.0]);
    }

    #[test]
    fn sizes_go_down_by_half_points_and_tightest_is_last() {
        let fit_limits = FitLimits {
            halaman: 1,
            spasi: 1.1,
            ukuran: Pt(11.2),
            jarak: 0.8,
            halaman_akhir: 0.45,
        };
        let mut profil = Profil { muat: fit_limits, ..Profil::default() };
        assert_eq!(sizes(&profil), [Pt(12.0), Pt(11.5), Pt(11.2)]);
        let looks = ladder(&profil, Pt(11.5));
        let all: Vec<_> = looks.iter().map(|l| (l.spacing, l.gaps)).collect();
        assert_eq!(all, [(1.15, 1.0), (1.1, 1.0), (1.1, 0.9), (1.1, 0.8)]);
        profil.muat.ukuran = Pt(14.0);
        assert_eq!(sizes(&profil), [Pt(12.0)]);
    }
}
