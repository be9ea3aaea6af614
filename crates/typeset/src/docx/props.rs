//! `docProps`: what a file manager shows.

use crate::document::Meta;

use super::xml::{DECLARATION, escape};

/// Title, author, dates. The date is the paper's own: the same paper gives the same bytes.
pub(super) fn core(meta: &Meta) -> String {
    let date = meta.date.map_or_else(|| "1970-01-01".to_owned(), |d| d.to_string());
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>{}</dc:creator>\
         <cp:lastModifiedBy>{}</cp:lastModifiedBy>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:modified>\
         <dc:language>{}</dc:language></cp:coreProperties>",
        escape(&meta.title),
        escape(&meta.subject),
        escape(&meta.author),
        escape(&meta.author),
        escape(language(meta)),
    )
}

/// Program and page count.
pub(super) fn app(pages: usize) -> String {
    format!(
        "{DECLARATION}<Properties \
         xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Pages>{pages}</Pages><Application>naskah</Application></Properties>"
    )
}

/// The paper's language.
pub(super) fn language(meta: &Meta) -> &str {
    if meta.language.is_empty() { "id-ID" } else { &meta.language }
}
