//! Title, author and the like, and an identifier made from what the paper says.

use std::fmt::Write;

use krilla::metadata::{DateTime, Metadata};
use sha2::{Digest, Sha256};

use crate::document::Meta;
use crate::layout::page::{ItemKind, Pages};

/// The metadata of a paper. Nothing comes from the clock.
pub(super) fn metadata(meta: &Meta, pages: &Pages) -> Metadata {
    let program = concat!("naskah ", env!("CARGO_PKG_VERSION"));
    let mut metadata = Metadata::new()
        .title(meta.title.clone())
        .description(meta.subject.clone())
        .creator(program.into())
        .producer(program.into())
        .document_id(identifier(meta, pages));
    if !meta.author.is_empty() {
        metadata = metadata.authors(vec![meta.author.clone()]);
    }
    if !meta.language.is_empty() {
        metadata = metadata.language(meta.language.clone());
    }
    if let Some(date) = meta.date {
        let number = |n: i8| u8::try_from(n).unwrap_or(1);
        let date = DateTime::new(u16::try_from(date.year()).unwrap_or(0))
            .month(number(date.month()))
            .day(number(date.day()))
            .hour(0)
            .minute(0)
            .second(0);
        metadata = metadata.creation_date(date);
    }
    metadata
}

/// The same for the same words, whatever they look like: a new print of a paper keeps its
/// identity.
fn identifier(meta: &Meta, pages: &Pages) -> String {
    let mut hash = Sha256::new();
    let mut add = |text: &str| {
        hash.update(text);
        // A separator that no text holds, so that parts cannot run into each other.
        hash.update([0]);
    };
    for part in [&meta.title, &meta.author, &meta.subject, &meta.language] {
        add(part);
    }
    if let Some(date) = meta.date {
        add(&date.to_string());
    }
    for item in pages.pages.iter().flat_map(|page| &page.items) {
        if let (Some(_), ItemKind::Text(text)) = (item.node, &item.kind) {
            add(&text.text);
        }
    }
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
