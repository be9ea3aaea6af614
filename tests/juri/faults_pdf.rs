//! Planted faults: broken copies of a good tagged PDF, one fault each.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::faults_docx::Fault;
use super::pdf::{PageValidation, Pdffonts, Qpdf};

const A2A: &str = PageValidation::A2A;
const UA1: &str = PageValidation::UA1;
const QPDF: &str = Qpdf::NAME;
const FONTS: &str = Pdffonts::NAME;

/// Where a font's description refers to the font itself.
const FONT_FILES: [&[u8]; 3] = [b"FontFile", b"FontFile2", b"FontFile3"];

/// Faults and the judges that must object.
pub(crate) const FAULTS: &[Fault] = &[
    Fault { name: "01_truncated", plant: truncated, judges: &[QPDF, A2A, UA1, FONTS] },
    Fault { name: "02_startxref_wrong", plant: startxref, judges: &[QPDF, A2A, UA1] },
    Fault { name: "03_page_corrupt", plant: page_corrupt, judges: &[QPDF] },
    Fault { name: "03_font_corrupt", plant: font_corrupt, judges: &[A2A, UA1] },
    Fault { name: "04_no_language", plant: no_language, judges: &[UA1] },
    Fault { name: "05_no_title", plant: no_title, judges: &[UA1] },
    Fault { name: "06_no_structure", plant: no_structure, judges: &[A2A, UA1] },
    Fault { name: "07_figure_without_alt", plant: no_alt, judges: &[UA1] },
    Fault { name: "08_font_not_embedded", plant: no_font, judges: &[FONTS, A2A, UA1] },
    Fault { name: "09_encrypted", plant: encrypted, judges: &[A2A] },
    Fault { name: "10_javascript", plant: javascript, judges: &[A2A] },
    Fault { name: "11_no_metadata", plant: no_metadata, judges: &[A2A, UA1] },
    Fault { name: "12_no_tounicode", plant: no_tounicode, judges: &[A2A, UA1] },
    Fault { name: "13_head_cell_is_span", plant: head_is_span, judges: &[UA1] },
    Fault { name: "14_contents_no_stream", plant: no_contents, judges: &[QPDF] },
];

fn truncated(pdf: &[u8]) -> Option<Vec<u8>> {
    pdf.get(..pdf.len() / 2).map(<[u8]>::to_vec)
}

fn startxref(pdf: &[u8]) -> Option<Vec<u8>> {
    let at = pdf.windows(9).rposition(|bytes| bytes == b"startxref")?;
    Some([&pdf[..at], b"startxref\n999\n%%EOF"].concat())
}

fn page_corrupt(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let page = *document.get_pages().get(&1)?;
        let contents = *document.get_page_contents(page).first()?;
        corrupt(document, contents)
    })
}

fn font_corrupt(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let mut dictionaries = document.objects.values().filter_map(|o| o.as_dict().ok());
        let file = dictionaries.find_map(|dictionary| {
            FONT_FILES
                .iter()
                .find_map(|key| dictionary.get(key).ok()?.as_reference().ok())
        });
        corrupt(document, file?)
    })
}

/// Hurts a deflated stream behind its beginning.
fn corrupt(document: &mut Document, id: ObjectId) -> Option<()> {
    let stream = document.get_object_mut(id).ok()?.as_stream_mut().ok()?;
    let middle = stream.content.len() / 2;
    stream.content.get_mut(60..60.max(middle))?.fill(0xff);
    Some(())
}

fn no_language(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| remove(document.catalog_mut().ok()?, b"Lang"))
}

fn no_title(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let mut changed = None;
        for object in document.objects.values_mut() {
            if let Ok(stream) = object.as_stream_mut()
                && stream.dict.has_type(b"Metadata")
            {
                let text = String::from_utf8(stream.content.clone()).ok()?;
                let (start, end) = (text.find("<dc:title>")?, text.find("</dc:title>")?);
                let end = end + "</dc:title>".len();
                let text = [&text[..start], &text[end..]].concat();
                stream.set_plain_content(text.into_bytes());
                changed = Some(());
            } else if let Ok(information) = object.as_dict_mut()
                && information.has(b"Producer")
            {
                information.remove(b"Title");
            }
        }
        changed
    })
}

fn no_structure(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let catalog = document.catalog_mut().ok()?;
        remove(catalog, b"MarkInfo")?;
        remove(catalog, b"StructTreeRoot")
    })
}

fn no_alt(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        each_dictionary(document, |dictionary| {
            let figure = is_kind(dictionary, b"Figure");
            figure.then(|| remove(dictionary, b"Alt")).flatten()
        })
    })
}

fn no_font(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        each_dictionary(document, |dictionary| {
            FONT_FILES.iter().find_map(|key| remove(dictionary, key))
        })
    })
}

fn encrypted(pdf: &[u8]) -> Option<Vec<u8>> {
    use lopdf::{EncryptionState, EncryptionVersion, Permissions};
    edit(pdf, |document| {
        let version = EncryptionVersion::V2 {
            document,
            owner_password: "x",
            user_password: "",
            key_length: 128,
            permissions: Permissions::all(),
        };
        let state = EncryptionState::try_from(version).ok()?;
        document.encrypt(&state).ok()
    })
}

fn javascript(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let action = dictionary! {
            "S" => "JavaScript",
            "JS" => Object::string_literal("app.alert(1)"),
        };
        document.catalog_mut().ok()?.set("OpenAction", action);
        Some(())
    })
}

fn no_metadata(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| remove(document.catalog_mut().ok()?, b"Metadata"))
}

fn no_tounicode(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        each_dictionary(document, |dictionary| remove(dictionary, b"ToUnicode"))
    })
}

fn head_is_span(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        each_dictionary(document, |dictionary| {
            is_kind(dictionary, b"TH").then(|| dictionary.set("S", "Span"))
        })
    })
}

fn no_contents(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |document| {
        let page = *document.get_pages().get(&1)?;
        let nothing = document.add_object(dictionary! { "Length" => 0 });
        document.get_object_mut(page).ok()?.as_dict_mut().ok()?.set("Contents", nothing);
        Some(())
    })
}

/// The same objects saved again: the saving itself must not be what a judge objects to.
pub(crate) fn unchanged(pdf: &[u8]) -> Option<Vec<u8>> {
    edit(pdf, |_| Some(()))
}

fn edit(pdf: &[u8], change: impl FnOnce(&mut Document) -> Option<()>) -> Option<Vec<u8>> {
    let mut document = Document::load_mem(pdf).unwrap();
    change(&mut document)?;
    let mut saved = Vec::new();
    document.save_to(&mut saved).unwrap();
    Some(saved)
}

/// Changes every dictionary that can be changed; `None` when there was none.
fn each_dictionary(
    document: &mut Document,
    change: impl Fn(&mut Dictionary) -> Option<()>,
) -> Option<()> {
    let dictionaries = document.objects.values_mut().filter_map(|o| o.as_dict_mut().ok());
    let changed = dictionaries.filter_map(change).count();
    (changed > 0).then_some(())
}

fn remove(dictionary: &mut Dictionary, key: &[u8]) -> Option<()> {
    dictionary.remove(key).map(drop)
}

fn is_kind(dictionary: &Dictionary, kind: &[u8]) -> bool {
    dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|name| name == kind)
}
