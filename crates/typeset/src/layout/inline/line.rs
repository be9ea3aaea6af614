//! Setting a line: from fragments to items.

use crate::document::Align;
use crate::fonts::FontId;
use crate::layout::build::{ParagraphLook, StripBuilder};
use crate::layout::page::{Glyph, Item, ItemKind, TextItem};
use crate::layout::strip::{Strip, StripMark, item, shift};
use crate::units::Pt;
use base::source::Span;
use unicode_bidi::Level;

use super::cut::{Cut, Frame, line_width};
use super::direction::moves;
use super::fragment::{Frag, Prepared};
use super::plain::{chunks, dots};

/// A set line: items count from the line's top.
pub(crate) struct SetLine {
    pub(crate) height: Pt,
    pub(crate) baseline: Pt,
    pub(crate) items: Vec<Item>,
    pub(crate) marks: Vec<StripMark>,
    /// Right end of the text.
    pub(crate) end: Pt,
    /// Node, size, face and colour of the last text.
    pub(crate) span: Span,
}

impl SetLine {
    /// As a strip.
    pub(crate) fn strip(self) -> Strip {
        Strip {
            height: self.height,
            baseline: Some(self.baseline),
            items: self.items,
            marks: self.marks,
            span: self.span,
            ..Strip::default()
        }
    }

    /// Sets one cut of a paragraph.
    pub(crate) fn set(
        builder: &mut StripBuilder<'_, '_>,
        prepared: &Prepared,
        cut: &Cut,
        frame: &Frame,
        look: &ParagraphLook,
    ) -> Self {
        let (height, baseline) = heights(builder, prepared, cut, look);
        let frags = cut.frags.of(&prepared.frags);
        let (left, room) = frame.span(cut.first);
        let mut natural = line_width(frags);
        if cut.last {
            natural -= frags.last().map_or(Pt::ZERO, |f| f.hyphen);
        }
        let tabs: Pt = cut.tabs.iter().map(|t| t.width).sum();
        let free = room - natural - tabs;
        let spaces: u16 = frags.iter().rev().skip(1).map(|f| f.spaces).sum();
        let spaces = spaces + frags.iter().map(|f| ties_in(prepared, f)).sum::<u16>();
        // Indents of text that begins at the right edge count from there.
        let left = if cut.leftward { frame.width - left - room } else { left };
        let mut x = frame.x + left;
        let mut extra = Pt::ZERO;
        match frame.align {
            Align::Right => x += free,
            Align::Center => x += free / 2.0,
            Align::Justify if !cut.last && spaces > 0 && cut.tabs.is_empty() => {
                extra = free / f32::from(spaces);
            }
            Align::Left | Align::Justify if cut.leftward => x += free,
            Align::Left | Align::Justify => {}
        }
        let mut setter = Setter {
            builder,
            prepared,
            x,
            baseline,
            open: None,
            items: Vec::new(),
            marks: Vec::new(),
            links: Vec::new(),
            pieces: Vec::new(),
            height,
        };
        setter.all(cut, extra);
        let span = frags
            .first()
            .and_then(|f| prepared.parts.get(f.parts.start))
            .map_or(Span::None, |part| prepared.runs[part.run].trail.at(part.base));
        let (items, marks, end) = (setter.items, setter.marks, setter.x);
        Self { height, baseline, items, marks, end, span }
    }
}

/// Height and baseline of a line: those of the largest text on it.
fn heights(
    builder: &StripBuilder<'_, '_>,
    prepared: &Prepared,
    cut: &Cut,
    look: &ParagraphLook,
) -> (Pt, Pt) {
    let book = builder.shaper.book();
    let of = |font: FontId, size: Pt| {
        let metrics = book.metrics(font);
        (size * metrics.ascent, size * (metrics.descent + metrics.gap))
    };
    let (mut up, mut down) = (Pt::ZERO, Pt::ZERO);
    let mut last = None;
    for frag in cut.frags.of(&prepared.frags) {
        for part in frag.parts.of(&prepared.parts) {
            let run = &prepared.runs[part.run];
            if last != Some(part.run) && run.rise == Pt::ZERO {
                let (above, below) = of(run.font, run.size);
                (up, down) = (up.max(above), down.max(below));
            }
            last = Some(part.run);
        }
    }
    if up == Pt::ZERO {
        (up, down) = of(builder.font(&look.text, false, false), look.size);
    }
    ((up + down) * look.para.spacing.unwrap_or(1.0), up)
}

/// The no-break spaces of a fragment that are as wide as any other space of their line.
fn ties_in(prepared: &Prepared, frag: &Frag) -> u16 {
    let parts = frag.parts.of(&prepared.parts).iter();
    let ties = parts.map(|part| {
        let text = &prepared.runs[part.run].text;
        let glyphs = part.glyphs.of(&part.word.glyphs).iter();
        glyphs.filter(|glyph| is_tie(text, part.base + glyph.start as usize)).count()
    });
    u16::try_from(ties.sum::<usize>()).unwrap_or(u16::MAX)
}

/// Whether one no-break space stands at a byte of a text; several in a row are room of a fixed
/// width.
fn is_tie(text: &str, at: usize) -> bool {
    const TIE: &str = "\u{a0}";
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    let Some(behind) = rest.strip_prefix(TIE) else { return false };
    !before.ends_with(TIE) && !behind.starts_with(TIE)
}

/// Text being gathered into one item.
struct OpenItem {
    run: usize,
    /// Where in its run the text begins.
    byte: usize,
    font: FontId,
    x: Pt,
    text: String,
    glyphs: Vec<Glyph>,
    /// Right end without the space that may hang at the end.
    end: Pt,
}

struct Setter<'p, 'b, 's, 'a> {
    builder: &'b mut StripBuilder<'s, 'a>,
    prepared: &'p Prepared,
    x: Pt,
    baseline: Pt,
    height: Pt,
    open: Option<OpenItem>,
    items: Vec<Item>,
    marks: Vec<StripMark>,
    /// Links met on this line: number, left and right end.
    links: Vec<(usize, Pt, Pt)>,
    /// What moves as a whole when some of the line is read from right to left.
    pieces: Vec<LinePiece>,
}

/// A piece of a line of one level.
struct LinePiece {
    level: Level,
    /// Its left end when all is set from left to right.
    x: Pt,
    /// Its first item.
    first: usize,
}

impl Setter<'_, '_, '_, '_> {
    fn all(&mut self, cut: &Cut, extra: Pt) {
        let end = cut.frags.end;
        let mut tabs = cut.tabs.iter().peekable();
        let base = if cut.leftward { Level::rtl() } else { Level::ltr() };
        for at in cut.frags.places() {
            while let Some(tab) = tabs.next_if(|t| t.before == at) {
                self.piece(base);
                self.tab(tab.width, tab.dots, at);
            }
            let frag = &self.prepared.frags[at];
            self.frag(frag, extra);
            if at + 1 < end {
                if frag.spaces > 0 {
                    self.piece(frag.space_level);
                    self.space(frag, extra * f32::from(frag.spaces));
                }
            } else if frag.spaces > 0 || cut.last {
                // The words of two lines are two words for whoever copies the text. The space
                // takes no room, so that nothing stands outside the edge.
                self.end_space();
            } else if frag.hyphen > Pt::ZERO {
                self.hyphen();
            }
        }
        for tab in tabs {
            self.piece(base);
            self.tab(tab.width, tab.dots, end.saturating_sub(1));
        }
        self.end_piece();
        self.turn();
    }

    /// Begins a piece of the line that moves as a whole.
    fn piece(&mut self, level: Level) {
        if self.prepared.turned {
            self.end_piece();
            self.pieces.push(LinePiece { level, x: self.x, first: self.items.len() });
        }
    }

    /// Moves the pieces to where they are read.
    fn turn(&mut self) {
        let ends = self.pieces.iter().skip(1).map(|next| (next.x, next.first));
        let ends: Vec<_> = ends.chain([(self.x, self.items.len())]).collect();
        let widths: Vec<_> = self
            .pieces
            .iter()
            .zip(&ends)
            .map(|(piece, end)| (piece.level, end.0 - piece.x))
            .collect();
        for ((piece, end), by) in self.pieces.iter().zip(&ends).zip(moves(&widths)) {
            for item in &mut self.items[piece.first..end.1] {
                shift(item, by, Pt::ZERO);
            }
        }
    }

    /// Puts down what is being gathered, and the links it is in.
    fn end_piece(&mut self) {
        self.flush();
        for (index, from, to) in std::mem::take(&mut self.links) {
            let link = &self.prepared.links[index];
            let rect = [from, Pt::ZERO, to - from, self.height];
            let (target, alt) = (link.target.clone(), link.alt.clone());
            self.items.push(item(link.node, ItemKind::Link { rect, target, alt }));
        }
    }

    fn frag(&mut self, frag: &Frag, extra: Pt) {
        let prepared = self.prepared;
        for part in frag.parts.of(&prepared.parts) {
            let run = &prepared.runs[part.run];
            if let Some(mark) = run.mark
                && !self.marks.contains(&mark)
            {
                self.marks.push(mark);
            }
            for glyphs in chunks(part.glyphs.of(&part.word.glyphs)) {
                let (Some(first), Some(last)) = (glyphs.first(), glyphs.last()) else {
                    continue;
                };
                let bytes =
                    part.base + first.start as usize..part.base + last.end as usize;
                self.piece(part.level);
                let open = self.open(part.run, first.font);
                if open.text.is_empty() {
                    open.byte = bytes.start;
                }
                let base = byte(open.text.len());
                open.text.push_str(run.text.get(bytes).unwrap_or_default());
                let mut width = 0.0;
                let first_glyph = open.glyphs.len();
                for glyph in glyphs {
                    let mut advance = glyph.advance;
                    if is_tie(&run.text, part.base + glyph.start as usize) {
                        advance += extra.0 / run.size.0.max(0.1);
                    }
                    width += advance;
                    open.glyphs.push(Glyph {
                        id: glyph.id,
                        advance,
                        dx: glyph.dx,
                        dy: glyph.dy,
                        start: base + glyph.start - first.start,
                        end: base + glyph.end - first.start,
                    });
                }
                if part.level.is_rtl() {
                    open.glyphs[first_glyph..].reverse();
                }
                self.advance(run.size * width);
            }
        }
    }

    /// The open item, if it has this run and face, or a new one.
    fn open(&mut self, run: usize, font: FontId) -> &mut OpenItem {
        if self.open.as_ref().is_some_and(|o| o.run != run || o.font != font) {
            self.flush();
        }
        let x = self.x;
        self.open.get_or_insert_with(|| OpenItem {
            run,
            byte: 0,
            font,
            x,
            text: String::new(),
            glyphs: Vec::new(),
            end: x,
        })
    }

    fn advance(&mut self, by: Pt) {
        self.x += by;
        if let Some(open) = &mut self.open {
            open.end = self.x;
        }
    }

    fn space(&mut self, frag: &Frag, extra: Pt) {
        let run = &self.prepared.runs[frag.space_run];
        let width = frag.space_width + extra;
        let word = self.builder.shaper.word(run.font, " ");
        let id = word.glyphs.first().map_or(0, |g| g.id);
        let advance = width.0 / f32::from(frag.spaces.max(1)) / run.size.0.max(0.1);
        let open = self.open(frag.space_run, run.font);
        for _ in 0..frag.spaces {
            let start = byte(open.text.len());
            open.text.push(' ');
            let end = start + 1;
            open.glyphs.push(Glyph { id, advance, dx: 0.0, dy: 0.0, start, end });
        }
        self.advance(width);
    }

    fn end_space(&mut self) {
        let Some(open) = &mut self.open else { return };
        let word = self.builder.shaper.word(open.font, " ");
        let start = byte(open.text.len());
        let id = word.glyphs.first().map_or(0, |g| g.id);
        open.text.push(' ');
        let end = start + 1;
        open.glyphs.push(Glyph { id, advance: 0.0, dx: 0.0, dy: 0.0, start, end });
    }

    /// The hyphen of a broken word is no character of the text: a glyph without characters,
    /// which the painter writes as a soft hyphen, so that the word stays whole for readers.
    fn hyphen(&mut self) {
        let Some(open) = &mut self.open else { return };
        let size = self.prepared.runs[open.run].size;
        let word = self.builder.shaper.word(open.font, "-");
        let at = byte(open.text.len());
        let shown = word.glyphs.iter().map(|glyph| Glyph {
            id: glyph.id,
            advance: glyph.advance,
            dx: glyph.dx,
            dy: glyph.dy,
            start: at,
            end: at,
        });
        open.glyphs.extend(shown);
        self.advance(size * word.width);
    }

    fn tab(&mut self, width: Pt, dots_to: bool, at: usize) {
        self.end_space();
        self.flush();
        if dots_to {
            let part = self.prepared.frags.get(at).map(|f| f.parts.start);
            let run = part
                .and_then(|p| self.prepared.parts.get(p))
                .and_then(|p| self.prepared.runs.get(p.run))
                .or(self.prepared.runs.last());
            if let Some(run) = run {
                let room = (self.x, self.x + width, self.baseline);
                let items = dots(self.builder, run.font, run.size, run.color, room);
                self.items.extend(items);
            }
        }
        self.x += width;
    }

    fn flush(&mut self) {
        let Some(open) = self.open.take() else { return };
        let run = &self.prepared.runs[open.run];
        let metrics = self.builder.shaper.book().metrics(run.font);
        let y = self.baseline - run.rise;
        let line = |y: Pt| {
            let (from, to) = ((open.x, y), (open.end, y));
            let width = run.size * metrics.thickness;
            ItemKind::Line { from, to, width, color: run.color, dashed: false }
        };
        if run.underline {
            self.items.push(item(None, line(y + run.size * metrics.underline)));
        }
        let strike = run.strike.then(|| line(y - run.size * metrics.strike));
        if let Some(index) = run.link {
            match self.links.last_mut() {
                Some((last, _, to)) if *last == index => *to = open.end,
                _ => self.links.push((index, open.x, open.end)),
            }
        }
        self.items.push(Item {
            node: run.node,
            span: run.trail.at(open.byte),
            kind: ItemKind::Text(TextItem {
                x: open.x,
                y,
                font: open.font,
                size: run.size,
                color: run.color,
                text: open.text.into(),
                glyphs: open.glyphs,
                anchor: run.mark == Some(StripMark::Anchor),
            }),
        });
        self.items.extend(strike.map(|kind| item(None, kind)));
    }
}

fn byte(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
