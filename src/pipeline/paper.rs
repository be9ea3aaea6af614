//! One paper from its template to laid out pages, and to what its files hold.

use crate::problem::OutputProblem;
use base::diag::InternalProblem;
use papers::problem::TemplateProblem;
use std::collections::{BTreeMap, BTreeSet};

use super::Opened;
use super::fault;
use super::fit::Fitting;
use crate::output::sha256_hex;
use base::diag::{Diagnostic, Problems, Span};
use base::source::Spanned;
use base::written::Trail;
use data::workspace::StatusDokumen;
use papers::facts::{self, Facts, Gap};
use papers::letter::Letters;
use papers::markup;
use papers::officials::Officials;
use papers::origins::FilledText;
use papers::plan::Job;
use papers::profil::{NomorDi, Profil};
use papers::template::{Line, PageNumber, TemplateManifest, officials_named};
use typeset::document::{
    Align, Document, Header, Inline, Meta, Orientation, Paragraph, Section, StyleName,
    TextStyle, lines,
};
use typeset::docx::DocxProblem;
use typeset::fonts::FontBook;
use typeset::layout::{Pages, Shaper};
use typeset::pdf::{PdfFault, PdfFonts, PdfProblem};
use typeset::problem::LayoutProblem;

/// What a thread keeps from paper to paper.
pub(super) struct Tools<'a> {
    pub(super) shaper: Shaper<'a>,
    pdf_fonts: PdfFonts,
    on_trial: bool,
}

impl<'a> Tools<'a> {
    pub(super) fn new(fonts: &'a FontBook) -> Self {
        let (shaper, pdf_fonts) = (Shaper::new(fonts), PdfFonts::new(fonts));
        Self { shaper, pdf_fonts, on_trial: false }
    }

    /// For papers whose files nobody keeps.
    pub(super) fn on_trial(fonts: &'a FontBook) -> Self {
        let Self { shaper, pdf_fonts, .. } = Self::new(fonts);
        let (shaper, pdf_fonts) = (shaper.on_trial(), pdf_fonts.on_trial());
        Self { shaper, pdf_fonts, on_trial: true }
    }
}

/// A paper that is laid out but not yet written.
#[derive(Debug, Clone)]
pub struct Laid {
    /// The settled document.
    pub document: Document,
    /// Its pages.
    pub pages: Pages,
    /// What it says, before tables were cut into pages.
    pub lines: Vec<String>,
    /// What was changed so that it takes no more pages than were asked for.
    pub fitted: Option<Fitting>,
}

/// What a paper is laid out for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// To be handed out; what is wrong with its number may be told already.
    Paper { number_told: bool },
    /// To be looked at. Nobody has checked its number against the register, so that a final
    /// paper is marked as what it is.
    Preview,
}

/// Fills and lays out one paper of the plan and writes nothing, for tests that measure pages.
/// `None` when it has errors.
pub fn lay_out(opened: &Opened, job: &Job, problems: &mut Problems) -> Option<Laid> {
    match opened.fill(job) {
        Ok(filled) => {
            opened.proof(job, &filled, None, &mut Shaper::new(&opened.fonts), problems)
        }
        Err(diagnostic) => {
            problems.extend(opened.mistakes(job, diagnostic));
            None
        }
    }
}

impl Opened {
    /// The filled template of a paper.
    pub fn fill(&self, job: &Job) -> Result<FilledText, Diagnostic> {
        let path = format!("{}/isi.md", job.template);
        let filled = self.engine.render(&path, &job.context, &self.templates);
        filled.map_err(|told| self.in_its_data(job, told))
    }

    /// A letter that the data has decided without a signer is mended there, not where its
    /// template asks for the signer.
    fn in_its_data(&self, job: &Job, told: Diagnostic) -> Diagnostic {
        let unsigned = told.problem.is_a(|p| matches!(p, TemplateProblem::NoSigner {}));
        match &job.letter {
            Some(letter)
                if unsigned
                    && self.templates.marks(told.span, "surat.penanda_tangan") =>
            {
                Diagnostic { span: letter.span, ..told }
            }
            _ => told,
        }
    }

    /// All that is wrong with the template of a paper whose filling stopped at `first`.
    pub(super) fn mistakes(&self, job: &Job, first: Diagnostic) -> Problems {
        let path = format!("{}/isi.md", job.template);
        let mut found = self.engine.mistakes(&path, &job.context, &self.templates, first);
        let officials =
            Officials { all: &self.workspace.pejabat, ..Officials::default() };
        for named in officials_named(&self.templates, Some(&path)) {
            if let Err(problem) = officials.holder(&named.value) {
                found.add(named.span, problem);
            }
        }
        found
    }

    /// The pages of a filled template with all that is wrong with them, which is what a check
    /// and a build tell alike. `numbers` is what is wrong with its number.
    pub(super) fn proof(
        &self,
        job: &Job,
        filled: &FilledText,
        numbers: Option<&Problems>,
        shaper: &mut Shaper<'_>,
        problems: &mut Problems,
    ) -> Option<Laid> {
        problems.extend(numbers.cloned().unwrap_or_default());
        let mut own = Problems::default();
        let purpose = Purpose::Paper { number_told: numbers.is_some() };
        let laid = self.lay_out(job, filled, purpose, shaper, &mut own);
        problems.extend(own);
        laid.filter(|_| !problems.has_errors())
    }

    /// Tells all that is wrong with a paper, up to what only its writers find.
    pub(super) fn try_paper(
        &self,
        job: &Job,
        numbers: Option<&Problems>,
        tools: &mut Tools<'_>,
    ) -> Problems {
        let mut problems = Problems::default();
        match self.fill(job) {
            Ok(filled) => {
                let shaper = &mut tools.shaper;
                let laid = self.proof(job, &filled, numbers, shaper, &mut problems);
                if let Some(laid) = laid {
                    self.written(job, &laid, (true, true), tools, &mut problems);
                }
            }
            Err(diagnostic) => problems.extend(self.mistakes(job, diagnostic)),
        }
        problems
    }

    /// A paper to be looked at, before it is handed out.
    pub(super) fn preview(&self, job: &Job, problems: &mut Problems) -> Option<Laid> {
        match self.fill(job) {
            Ok(filled) => {
                let mut shaper = Shaper::new(&self.fonts);
                self.lay_out(job, &filled, Purpose::Preview, &mut shaper, problems)
            }
            Err(diagnostic) => {
                problems.extend(diagnostic.into());
                None
            }
        }
    }

    /// Whether a paper would come out as these files to the byte, by ending and fingerprint.
    pub(super) fn comes_out(
        &self,
        job: &Job,
        filled: &FilledText,
        files: &BTreeMap<String, String>,
        tools: &mut Tools<'_>,
    ) -> bool {
        let formats = (files.contains_key("docx"), files.contains_key("pdf"));
        let mut unsaid = Problems::default();
        let laid = self.proof(job, filled, None, &mut tools.shaper, &mut unsaid);
        let made =
            laid.and_then(|laid| self.written(job, &laid, formats, tools, &mut unsaid));
        let same = |(ending, bytes): &(&str, Vec<u8>)| {
            files.get(*ending).is_some_and(|sha| *sha == sha256_hex(bytes))
        };
        !files.is_empty() && made.is_some_and(|made| made.iter().all(same))
    }

    /// A laid out paper as the files of DOCX and PDF that are wanted, with their endings.
    pub(super) fn written(
        &self,
        job: &Job,
        laid: &Laid,
        (docx, pdf): (bool, bool),
        tools: &mut Tools<'_>,
        problems: &mut Problems,
    ) -> Option<Vec<(&'static str, Vec<u8>)>> {
        let Laid { document, pages, .. } = laid;
        let mut files = Vec::new();
        // The PDF takes the most room to be made, and is made while the DOCX takes none.
        if pdf {
            let fonts = &mut tools.pdf_fonts;
            match typeset::pdf::write(document, pages, &self.fonts, fonts) {
                Ok(bytes) => files.push(("pdf", bytes)),
                Err(errors) => {
                    for error in errors {
                        let place = self.fault_place(job, &error);
                        problems.add(place, fault::problem(&error, &job.template));
                    }
                    return None;
                }
            }
        }
        if docx && tools.on_trial {
            let tried = typeset::try_docx(document, pages, &self.fonts);
            files.insert(0, ("docx", whole(tried.map(|()| Vec::new()), problems)?));
        } else if docx {
            files.insert(0, ("docx", self.docx(document, pages, problems)?));
        }
        Some(files)
    }

    /// A paper that is read and not yet set, with all that is wrong with it up to here.
    fn to_set(
        &self,
        job: &Job,
        filled: &FilledText,
        number_told: bool,
        problems: &mut Problems,
    ) -> (Document, Facts) {
        let (document, facts) = self.read_with(job, filled, &self.pictures, problems);
        // PDF/A and DOCX carry a date, and it must not be that of the computer's clock.
        if document.meta.date.is_none() {
            let template = job.template.clone();
            problems.add(self.place(job), TemplateProblem::NoDate { template });
        }
        self.unfilled(job, filled, (&facts, number_told), problems);
        (document, facts)
    }

    /// A paper as far as nothing is set yet, with the warnings up to here. `None` where more is to
    /// be said of it than what its words and its form decide.
    pub(super) fn to_try(
        &self,
        job: &Job,
        numbers: Option<&Problems>,
    ) -> Option<(Document, Problems)> {
        let mut problems = numbers.cloned().unwrap_or_default();
        let filled = self.fill(job).ok()?;
        let mut own = Problems::default();
        let (document, facts) = self.to_set(job, &filled, numbers.is_some(), &mut own);
        problems.extend(own);
        let variables = self.srikandi(job) && !facts.variables.is_empty();
        (!variables && !problems.has_errors()).then_some((document, problems))
    }

    /// The pages of a filled template.
    fn lay_out(
        &self,
        job: &Job,
        filled: &FilledText,
        purpose: Purpose,
        shaper: &mut Shaper<'_>,
        problems: &mut Problems,
    ) -> Option<Laid> {
        let number_told = purpose == Purpose::Paper { number_told: true };
        let (mut document, facts) = self.to_set(job, filled, number_told, problems);
        if problems.has_errors() {
            // What else is wrong with its words is told in the same run.
            let (pages, found) = typeset::set(&mut document, shaper);
            problems.extend(words_alone(found));
            if purpose != Purpose::Preview {
                self.pdf_faults(job, (&document, &pages), problems);
            }
            return None;
        }
        let lines = lines(&document);
        let mut mark = document.watermark.clone();
        if purpose == Purpose::Preview {
            mark.get_or_insert_with(|| super::tte::PREVIEW.to_owned());
            document.watermark.clone_from(&mark);
        }
        if self.srikandi(job) && !facts.variables.is_empty() {
            super::tte::unknown_variables(&facts, problems);
            document.watermark = Some(super::tte::PREVIEW.to_owned());
        }
        let fitted = self.fit(job, &mut document, shaper, problems);
        let (pages, found) = super::chapters::set(&mut document, shaper);
        problems.extend(found);
        super::tte::anchors(&document, &pages, problems);
        // What Srikandi is given bears no mark of the preview.
        document.watermark = mark;
        if problems.has_errors() {
            if purpose != Purpose::Preview {
                self.pdf_faults(job, (&document, &pages), problems);
            }
            return None;
        }
        Some(Laid { document, pages, lines, fitted })
    }

    /// What the writer of PDF finds in a paper that cannot be made as it is, so that all of it
    /// is told in one run; what follows from the errors that are told already is left out.
    fn pdf_faults(
        &self,
        job: &Job,
        (document, pages): (&Document, &Pages),
        problems: &mut Problems,
    ) {
        let fonts = &mut PdfFonts::new(&self.fonts);
        let errors = typeset::pdf::write(document, pages, &self.fonts, fonts).err();
        for error in errors.into_iter().flatten() {
            if fault::stands_alone(&error.fault) {
                problems.add(
                    self.fault_place(job, &error),
                    fault::problem(&error, &job.template),
                );
            }
        }
    }

    /// Where a fault of the PDF writer is told.
    fn fault_place(&self, job: &Job, error: &PdfProblem) -> Span {
        match error.fault {
            PdfFault::NoTitle => self.place(job),
            PdfFault::TooLongText if error.span == Span::None => self.place(job),
            _ => error.span,
        }
    }

    /// What a final paper still leaves to be written: a number or date, or a placeholder.
    /// Drafts and examples may.
    fn unfilled(
        &self,
        job: &Job,
        filled: &FilledText,
        (facts, number_told): (&Facts, bool),
        problems: &mut Problems,
    ) {
        if self.workspace.status(&job.template) != StatusDokumen::Final {
            let mut told = BTreeSet::new();
            for found in facts::braces(filled, self.srikandi(job)) {
                if told.insert(found.span) {
                    problems.add(found.span, OutputProblem::Braces { text: found.value });
                }
            }
            return;
        }
        let letter = job.letter.as_ref();
        let number = letter.and_then(|letter| letter.number.as_ref());
        // One cause is told once: the number that is wanting is the gap that is left for it.
        let told = |gap: &&Spanned<Gap>| {
            number_told
                && (number.is_some_and(|number| number.span == gap.span)
                    || facts.numbers.iter().any(|number| number.span == gap.span))
        };
        // So is a letter that nobody dated, among the contradictions.
        let undated = letter.is_some() && job.date().is_none();
        let open = |gap: &&Spanned<Gap>| !(told(gap) || undated && gap.value.is_day);
        if let Some(gap) = facts.gaps.iter().find(open) {
            let place = letter.map_or(gap.span, |letter| letter.span);
            problems
                .add(place, OutputProblem::Placeholder { text: gap.value.text.clone() });
        }
        let printed: BTreeSet<Span> =
            filled.origins.values().map(|(_, span)| span).collect();
        for doubtful in &self.workspace.doubtful {
            if printed.contains(&doubtful.span) {
                problems.add(doubtful.span, doubtful.problem.clone().raised());
            }
        }
        if let Some(found) = facts::leftover(filled, facts, self.srikandi(job)) {
            problems.add(found.span, OutputProblem::Placeholder { text: found.value });
        }
    }

    /// The document tree of a filled template, with the sizes of its pictures alone.
    pub fn read(
        &self,
        job: &Job,
        filled: &FilledText,
        problems: &mut Problems,
    ) -> Document {
        self.read_with_facts(job, filled, problems).0
    }

    /// The same with its pictures whole, to be printed.
    pub fn read_to_print(
        &self,
        job: &Job,
        filled: &FilledText,
        problems: &mut Problems,
    ) -> Document {
        self.read_with(job, filled, &self.pictures, problems).0
    }

    /// The document tree with the sizes of its pictures alone, and what it says as facts.
    pub fn read_with_facts(
        &self,
        job: &Job,
        filled: &FilledText,
        problems: &mut Problems,
    ) -> (Document, Facts) {
        self.read_with(job, filled, &self.pictures.heads(), problems)
    }

    /// The same, with these pictures.
    pub(super) fn read_with(
        &self,
        job: &Job,
        filled: &FilledText,
        pictures: &dyn markup::Pictures,
        problems: &mut Problems,
    ) -> (Document, Facts) {
        let Some(manifest) = self.templates.manifests.get(&job.template) else {
            return Default::default();
        };
        let Some(profil) = self.profil.get(&job.template) else {
            return Default::default();
        };
        let status = self.workspace.status(&job.template);
        let context = markup::Context {
            profil,
            pictures,
            officials: self.officials(job),
            letters: Letters {
                own: job.letter.as_ref().map(|letter| (job.template.as_str(), letter)),
                workspace: Some(&self.workspace),
                addressed: Some(&self.base.addressed),
            },
            shape: manifest.shape,
            first: first_section(job, manifest, profil),
            is_final: status == StatusDokumen::Final,
        };
        let settings = &self.workspace.settings;
        let author = match (settings.instansi.unit.as_str(), &settings.instansi.nama) {
            ("", office) => format!("{office} {}", settings.daerah.nama),
            (unit, office) => format!("{unit}, {office} {}", settings.daerah.nama),
        };
        let read = markup::read(filled, &context, problems);
        let markup::Read { sections, anchors, mut facts } = read;
        facts.variables_of(&job.header);
        let document = Document {
            meta: Meta {
                title: job.title.clone(),
                author,
                subject: manifest.title.clone(),
                language: "id-ID".into(),
                date: self.date(job),
            },
            styles: profil.styles(manifest.shape),
            sections,
            anchors,
            watermark: status.watermark().map(str::to_owned),
            catchwords: profil.halaman.kata_penyambung,
            classic_pdf: profil.pdf_klasik.holds(!facts.signers.is_empty()),
        };
        (document, facts)
    }

    /// The date of a paper: its letter's, else the rakor's, else the end of the quarter.
    fn date(&self, job: &Job) -> Option<jiff::civil::Date> {
        job.date().or_else(|| self.workspace.tanggal())
    }

    /// The officials as they are on a paper's day. A letter that Srikandi dates has its day in
    /// the data alone.
    pub(super) fn officials(&self, job: &Job) -> Officials<'_> {
        let letter = || {
            let mut letters = self.workspace.surat.iter();
            letters.find(|s| s.template.value == job.template).and_then(|s| s.tanggal)
        };
        let date = job.date().or_else(letter).or_else(|| self.workspace.tanggal());
        let workspace = &self.workspace;
        let daerah = Some(&workspace.settings.daerah);
        Officials { all: &workspace.pejabat, date, daerah }
    }

    /// The template a paper is made with, as a place.
    pub(super) fn place(&self, job: &Job) -> Span {
        let path = format!("{}/template.toml", job.template);
        self.templates.files.get(&path).map_or(Span::None, |f| Span::File(f.file))
    }

    /// A laid out paper as a DOCX file; the pages give the numbers of the daftar isi.
    pub fn docx(
        &self,
        document: &Document,
        pages: &Pages,
        problems: &mut Problems,
    ) -> Option<Vec<u8>> {
        whole(typeset::to_docx(document, pages, &self.fonts), problems)
    }
}

/// A DOCX file; what keeps the writer from it is no fault of the document.
fn whole(
    written: Result<Vec<u8>, DocxProblem>,
    problems: &mut Problems,
) -> Option<Vec<u8>> {
    let tell = |error: DocxProblem| {
        let problem = InternalProblem::Internal { detail: error.to_string() };
        problems.add(Span::None, problem);
    };
    written.map_err(tell).ok()
}

/// Of what is found on pages with faults, what is no consequence of these.
fn words_alone(mut found: Problems) -> Problems {
    found.retain(|found| {
        found.problem.is_a(|p| {
            matches!(
                p,
                LayoutProblem::MissingGlyph { .. } | LayoutProblem::MissingScript { .. }
            )
        })
    });
    found
}

/// The page setup, head and foot a paper begins with. What a template says of its page
/// numbers goes before the profile.
fn first_section(job: &Job, manifest: &TemplateManifest, profil: &Profil) -> Section {
    let Line { text, trail } = job.header.clone();
    // Its text is filled with names of the data, in which braces are but braces.
    let running = if text.is_empty() {
        Vec::new()
    } else {
        let inline = Inline::Text { text, style: TextStyle::default(), trail };
        vec![Paragraph::new(StyleName::Kaki, vec![inline])]
    };
    let own = &profil.halaman;
    let (di, bentuk, from_second) = match manifest.page_number {
        None => (own.di, &*own.bentuk, own.mulai_kedua),
        Some(PageNumber::Tanpa) => (NomorDi::Tanpa, "", false),
        // A letter's first page carries the kop and no number (practice).
        Some(PageNumber::Atas) => (NomorDi::AtasTengah, "- {n} -", true),
        Some(PageNumber::Bawah) => (NomorDi::BawahTengah, "{n}", false),
        Some(PageNumber::BawahDari) => {
            (NomorDi::BawahTengah, "Halaman {n} dari {jumlah}", false)
        }
    };
    let set = manifest.page_number.is_none().then(|| Trail::from(own.bentuk.span()));
    let trail = set.unwrap_or_default();
    let mut number = markup::page_line(&bentuk.replace("{n}", "{halaman}"), &trail);
    if matches!(di, NomorDi::AtasKanan | NomorDi::BawahKanan) {
        for line in &mut number {
            line.props.align = Some(Align::Right);
        }
    }
    let (mut header, mut footer) = (Header::default(), Header::default());
    header.all.clone_from(&running);
    let place = match di {
        NomorDi::Tanpa => None,
        NomorDi::AtasTengah | NomorDi::AtasKanan => Some(&mut header),
        NomorDi::BawahTengah | NomorDi::BawahKanan => Some(&mut footer),
    };
    if let Some(place) = place {
        place.first = from_second.then(|| place.all.clone());
        place.all.extend(number);
    }
    // A kop stands upright.
    let mut page = profil.page(manifest.orientation);
    if manifest.orientation == Orientation::Portrait {
        page.first = profil.first;
    }
    Section { page, header, footer, ..Section::default() }
}
