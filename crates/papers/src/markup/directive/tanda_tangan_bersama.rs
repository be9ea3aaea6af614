//! `:::tanda-tangan-bersama`: the signatures of several, as one form.

use super::kinds::Word;
use super::signer::{
    ABOVE, CLASS, DATE, DECIDED_AT, DECIDED_ON, NAME, NIK, NIP, OFFICE, OFFICIAL,
    ON_BEHALF, PLACE, PLAIN_NAME, POSITION, RANK, ROLE, SERVES, STATUS, signer, way,
    where_and_when,
};
use super::spec::Told;
use super::{Attribute, Directive, Given};
use crate::forms::{self, JointLayout, JointSignature, KnownPlace};
use crate::markup::reader::{Reader, TreeNode};
use crate::notation::Opening;
use crate::problem::SignatureProblem;
use base::diag::Both;
use field::domain::PaperRole;
use typeset::document::Block;

const FORM: Word<JointLayout> = Word::new(
    &JointLayout::WORDS,
    Told::new("bentuk", "susunan; bawaan menurut banyaknya orang", "pihak"),
);
const WHERE: Word<KnownPlace> =
    Word::new(&KnownPlace::WORDS, Told::new("letak", "letak yang mengetahui", "kiri"));
const KNOWN: Word<()> = Word::new(
    &[("mengetahui", ())],
    Told::new(
        "peran",
        "orang ini mengetahui, bukan menandatangani bersama",
        "mengetahui",
    ),
);

pub(super) static DIRECTIVE: Directive = Directive {
    name: "tanda-tangan-bersama",
    explanation: "beberapa tanda tangan; setiap orang mulai dari `pejabat` atau `nama`",
    attributes: &[
        &FORM,
        &WHERE,
        &ABOVE,
        &DECIDED_AT,
        &DECIDED_ON,
        &PLACE,
        &DATE,
        &OFFICIAL,
        &NAME,
        &OFFICE,
        &PLAIN_NAME,
        &RANK,
        &CLASS,
        &NIP,
        &SERVES,
        &POSITION,
        &STATUS,
        &ROLE,
        &ON_BEHALF,
        &NIK,
        &KNOWN,
    ],
    example: r#":::tanda-tangan-bersama {bentuk=pihak nama="Anggun Permata" jabatan="Kepala Dinas" nama="Budi Santoso" jabatan="Kepala Bagian" nama="Siti Rahayu" jabatan="Sekretaris Daerah" peran=mengetahui}
:::
"#,
    several: true,
    ..Directive::read_by(read)
};

fn read(reader: &mut Reader<'_>, _: TreeNode<'_>, given: &Given<'_>) -> Vec<Block> {
    let form = given.word(&FORM);
    let mut above = given.lines(&ABOVE);
    above.extend(where_and_when(reader, given));
    let place = given.word(&WHERE);
    let left = reader.signature_left();
    let mut all =
        JointSignature { form, place, above, left, ..JointSignature::default() };
    let mut sender = true;
    for own in signers(given.opening) {
        let own = Given { directive: given.directive, opening: &own };
        let (mut signer, official) = signer(reader, &own);
        signer.by = way(reader, &own, (&signer, official), sender);
        // Srikandi knows one sender.
        sender &= signer.position.is_none();
        let knows = own.word(&KNOWN).is_some()
            || matches!(signer.role, Some((_, PaperRole::Knows)));
        let list = if knows { &mut all.known_to } else { &mut all.signers };
        list.push(signer);
    }
    reader.signed = true;
    let needed = match form {
        Some(JointLayout::Parties) if all.signers.len() != 2 => {
            Both::new("tepat dua orang", "exactly two people")
        }
        _ if all.signers.is_empty() && all.known_to.is_empty() => {
            Both::new("sedikitnya satu orang", "at least one person")
        }
        _ => return forms::together(all, reader.context.profil),
    };
    let written = given.placed(&FORM).map(|(word, _)| word);
    let bentuk = written.unwrap_or(given.directive.name).to_owned();
    let banyak = all.signers.len().to_string();
    let problem = SignatureProblem::SignersOfForm { bentuk, banyak, perlu: needed };
    reader.problems.add(given.span(), problem);
    Vec::new()
}

/// The attributes of each signer; an official's id or a name begins them.
fn signers(opening: &Opening) -> Vec<Opening> {
    let mut all: Vec<Opening> = Vec::new();
    for attribute in &opening.attributes {
        if [OFFICIAL.told().name, NAME.told().name].contains(&attribute.key.as_str()) {
            let (name, span) = (opening.name.clone(), opening.span);
            all.push(Opening { name, attributes: Vec::new(), span });
        }
        if let Some(own) = all.last_mut() {
            own.attributes.push(attribute.clone());
        }
    }
    all
}
