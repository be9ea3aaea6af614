//! Text that is read from right to left: Word wants the paragraph and the runs to say so.

use docx_rs::{ParagraphChild, Run, RunChild, RunProperty, Text};
use quick_xml::escape::unescape;
use unicode_bidi::{BidiClass, Level, bidi_class};

use crate::document::directions;

use crate::docx::finish::EXTRA;

use super::state::PartState;

/// Marks what is read from right to left; returns whether the paragraph begins at the right edge.
pub(super) fn turn(children: &mut Vec<ParagraphChild>, part: &mut PartState) -> bool {
    let mut text = String::new();
    each_run(children, &mut |run| text.extend(run.children.iter().map(said)));
    let Some((levels, leftward)) = directions(&text) else { return false };
    let mut at = 0;
    split(children, &levels, &mut at, part);
    leftward
}

fn each_run(children: &[ParagraphChild], act: &mut dyn FnMut(&Run)) {
    for child in children {
        match child {
            ParagraphChild::Run(run) => act(run),
            ParagraphChild::Hyperlink(link) => each_run(&link.children, act),
            _ => {}
        }
    }
}

/// What a piece of a run is for the algorithm.
fn said(child: &RunChild) -> String {
    match child {
        RunChild::Text(text) => plain(text),
        RunChild::Tab(_) => "\t".to_owned(),
        _ => String::new(),
    }
}

fn plain(text: &Text) -> String {
    unescape(&text.text).map_or_else(|_| text.text.clone(), std::borrow::Cow::into_owned)
}

/// Gives each stretch of one direction a run of its own.
fn split(
    children: &mut Vec<ParagraphChild>,
    levels: &[Level],
    at: &mut usize,
    part: &mut PartState,
) {
    for child in std::mem::take(children) {
        match child {
            ParagraphChild::Run(run) => {
                let Run { run_property, children: pieces } = *run;
                for (pieces, leftward) in stretches(pieces, levels, at) {
                    let mut run_property = run_property.clone();
                    if leftward {
                        run_property = turned(run_property, part);
                    }
                    let run = Run { run_property, children: pieces };
                    children.push(ParagraphChild::Run(Box::new(run)));
                }
            }
            ParagraphChild::Hyperlink(mut link) => {
                split(&mut link.children, levels, at, part);
                children.push(ParagraphChild::Hyperlink(link));
            }
            other => children.push(other),
        }
    }
}

/// Whether a stretch stands among words that are read from right to left. A number does, though
/// its digits are not: Word takes the digits of other runs for the next words of the line.
fn is_among_leftward(level: Level, text: &str) -> bool {
    let latin = || text.chars().any(|ch| bidi_class(ch) == BidiClass::L);
    level.is_rtl() || level.number() > 0 && !latin()
}

/// The pieces of a run, cut where the direction changes.
fn stretches(
    pieces: Vec<RunChild>,
    levels: &[Level],
    at: &mut usize,
) -> Vec<(Vec<RunChild>, bool)> {
    let mut out: Vec<(Vec<RunChild>, bool)> = Vec::new();
    let mut add = |piece: RunChild, leftward: Option<bool>| match out.last_mut() {
        Some((open, side)) if leftward.is_none_or(|own| own == *side) => open.push(piece),
        _ => out.push((vec![piece], leftward.unwrap_or(false))),
    };
    for piece in pieces {
        let length = said(&piece).len();
        let own = levels.get(*at..*at + length).unwrap_or_default();
        *at += length;
        let RunChild::Text(text) = &piece else {
            add(piece, None);
            continue;
        };
        let text = plain(text);
        let mut from = 0;
        for chunk in own.chunk_by(|a, b| a == b) {
            let to = from + chunk.len();
            let said = text.get(from..to).unwrap_or_default();
            let leftward = chunk.first().map(|level| is_among_leftward(*level, said));
            add(RunChild::Text(Text::new(said)), leftward);
            from = to;
        }
    }
    out
}

/// docx-rs has no word for it: it joins the run's properties behind the style's name.
fn turned(properties: RunProperty, part: &mut PartState) -> RunProperty {
    let style = properties.style.as_ref().map_or("", |style| &style.val);
    let style = format!("{style}{EXTRA}{}", part.fragment("<w:rtl/>".to_owned()));
    properties.style(&style)
}
