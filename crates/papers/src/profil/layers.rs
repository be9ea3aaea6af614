//! The layers of a profile: bases from the catalog, a workspace's changes on top.

use crate::problem::ProfileProblem;
use std::collections::BTreeMap;

use super::keys::{Group, KeyKind};
use super::read::{Layer, Setting, WrittenSetting};
use super::values::{KEYS, NONE};
use super::wording::Wording;
use base::diag::{Problems, nearest};
use base::source::{FileId, SourceMap, Span, Spanned};
use data::fields::Fields;
use data::workspace::{Settings, with_fields};

/// The profile under a workspace that names none.
pub const BUILT_IN: &str = "permendagri-1-2023";

/// The built-in profiles.
pub const AVAILABLE: [(&str, &str); 2] = [
    (BUILT_IN, include_str!("../../../../catalog/profil/permendagri-1-2023.toml")),
    (
        "permendagri-54-2009",
        include_str!("../../../../catalog/profil/permendagri-54-2009.toml"),
    ),
];

/// A profile as layers, the lowest base first.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    layers: Vec<Layer>,
}

/// A value that holds, and where it comes from.
#[derive(Debug, Clone)]
pub struct InForce<'a> {
    /// The key.
    pub key: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// The value.
    pub value: &'a Setting,
    /// The profile that says it, or naskah.toml.
    pub origin: &'a str,
    /// The kind or template it is said for; `None` is all papers.
    pub narrowed_to: Option<&'a str>,
    /// Where it was written.
    pub span: Span,
    /// How sure the profile is of the group.
    pub certainty: Option<&'a str>,
}

impl Layers {
    /// The profile of a workspace: `[profil]` of naskah.toml over the bases it stands on.
    /// `texts` are the workspace's own files by path. Problems: unknown keys, values and
    /// bases, and bases that stand on themselves.
    pub fn load(
        settings: &Settings,
        texts: &BTreeMap<String, FileId>,
        sources: &mut SourceMap,
        problems: &mut Problems,
    ) -> Self {
        let top = settings.profil.as_ref().map_or_else(Layer::default, |node| {
            let mut fields = Fields::of("[profil]", node, problems);
            let layer = Layer::read("naskah.toml", &mut fields);
            fields.finish();
            layer
        });
        let mut next = Some(top.base.clone().unwrap_or_else(|| {
            Spanned::new(BUILT_IN.to_owned(), settings.profil_span())
        }));
        let mut layers = vec![top];
        let mut chain: Vec<String> = Vec::new();
        while let Some(name) = next.take() {
            if chain.contains(&name.value) {
                chain.push(name.value.clone());
                let chain = chain.join(" → ");
                problems.add(name.span, ProfileProblem::BaseCycle { chain });
                break;
            }
            let Some(layer) = base(&name, texts, sources, problems) else { break };
            chain.push(name.value);
            next.clone_from(&layer.base);
            // A base of one's own that names none still needs all values.
            let last = chain.last().map(String::as_str);
            if next.is_none() && last != Some(BUILT_IN) {
                next = Some(Spanned::new(BUILT_IN.to_owned(), Span::None));
            }
            layers.push(layer);
        }
        layers.reverse();
        Self { layers }
    }

    /// A built-in profile alone.
    pub fn built_in() -> Self {
        let mut problems = Problems::default();
        let base = Spanned::new(BUILT_IN.to_owned(), Span::None);
        let layer =
            base_of(&base, &BTreeMap::new(), &mut SourceMap::default(), &mut problems);
        Self { layers: layer.into_iter().collect() }
    }

    /// Reports kinds under `[kinds]` that no paper is of.
    pub fn check_kinds(&self, templates: &[&str], problems: &mut Problems) {
        for layer in &self.layers {
            layer.check_kinds(templates, problems);
        }
    }

    /// Every family that is named anywhere, with its place.
    pub fn families(&self) -> impl Iterator<Item = (&str, Span)> {
        self.texts_of(|kind| matches!(kind, KeyKind::Huruf | KeyKind::Faces))
    }

    /// Every picture that is named anywhere, with its place.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, Span)> {
        self.texts_of(|kind| matches!(kind, KeyKind::Picture))
    }

    /// The texts that are said for keys of some kinds.
    fn texts_of(
        &self,
        which: impl Fn(KeyKind) -> bool + Copy,
    ) -> impl Iterator<Item = (&str, Span)> {
        let tables = self.layers.iter().flat_map(|l| {
            std::iter::once(&l.general).chain(l.kinds.values().map(|j| &j.1))
        });
        tables.flat_map(move |table| {
            let keys = KEYS.iter().filter(move |k| which(k.kind));
            keys.flat_map(|k| match table.get(k.name) {
                Some(Spanned { value: Setting::Text(name), span }) => {
                    vec![(name.as_str(), *span)]
                }
                Some(Spanned { value: Setting::Texts(names), .. }) => {
                    names.iter().map(|name| (name.value.as_str(), name.span)).collect()
                }
                _ => Vec::new(),
            })
            .filter(|(name, _)| *name != NONE)
        })
    }

    /// The value of a key for a paper; `names` are its template, its kind and its shape. What
    /// is said for a narrower name goes before what is said for all, whichever layer says it.
    fn find(
        &self,
        key: &str,
        names: &[&str],
    ) -> Option<(&Layer, Option<&str>, &WrittenSetting)> {
        let narrow = names.iter().find_map(|name| {
            self.layers.iter().rev().find_map(|layer| {
                let (name, (_, table)) = layer.kinds.get_key_value(*name)?;
                Some((layer, Some(name.as_str()), table.get(key)?))
            })
        });
        narrow.or_else(|| {
            let mut layers = self.layers.iter().rev();
            layers.find_map(|layer| Some((layer, None, layer.general.get(key)?)))
        })
    }

    /// A text for papers of these names; its place where the office says it itself.
    pub(super) fn wording(&self, key: &str, names: &[&str]) -> Wording {
        match self.find(key, names) {
            Some((layer, _, written)) => {
                let own = if layer.shipped { Span::None } else { written.span };
                match &written.value {
                    Setting::Text(text) => Wording::new(text, own),
                    other => Wording::new(&other.to_string(), own),
                }
            }
            None => Wording::default(),
        }
    }

    /// The value alone.
    pub(super) fn value(&self, key: &str, names: &[&str]) -> Option<&Setting> {
        self.find(key, names).map(|(_, _, written)| &written.value)
    }

    /// All values of a paper and where each comes from, in the order of the schema.
    pub fn in_force<'a>(&'a self, names: &'a [&'a str]) -> Vec<InForce<'a>> {
        KEYS.iter()
            .filter_map(|key| {
                let (layer, narrowed_to, written) = self.find(key.name, names)?;
                Some(InForce {
                    key: key.name,
                    group: key.group,
                    value: &written.value,
                    origin: &layer.origin,
                    narrowed_to,
                    span: written.span,
                    certainty: layer.certainty.get(&key.group).map(String::as_str),
                })
            })
            .collect()
    }

    /// The title of the topmost base.
    pub fn title(&self) -> &str {
        self.layers.iter().rev().find_map(|l| l.title.as_deref()).unwrap_or_default()
    }
}

fn base(
    name: &Spanned<String>,
    texts: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Layer> {
    let found = base_of(name, texts, sources, problems);
    if found.is_none() {
        let own = texts.keys().filter_map(|path| own_name(path));
        let known: Vec<&str> = AVAILABLE.iter().map(|(n, _)| *n).chain(own).collect();
        let near = nearest(&name.value, known.iter().copied()).unwrap_or_default();
        let (allowed, base) = (known.join(", "), name.value.clone());
        problems
            .add(name.span, ProfileProblem::UnknownBase { name: base, near, allowed });
    }
    found
}

fn base_of(
    name: &Spanned<String>,
    texts: &BTreeMap<String, FileId>,
    sources: &mut SourceMap,
    problems: &mut Problems,
) -> Option<Layer> {
    let path = format!("catalog/profil/{}.toml", name.value);
    let own = texts.get(&path);
    let (file, text) = if let Some(file) = own {
        (*file, sources.get(*file)?.text.to_string())
    } else {
        let (_, text) = AVAILABLE.iter().find(|(n, _)| *n == name.value)?;
        (sources.add(format!("{path} (bawaan)"), *text), (*text).to_owned())
    };
    let layer =
        with_fields(&path, file, &text, problems, |f| Layer::read(&name.value, f));
    Some(Layer { shipped: own.is_none(), ..layer })
}

/// The name of a workspace's own profile.
fn own_name(path: &str) -> Option<&str> {
    path.strip_prefix("catalog/profil/")?.strip_suffix(".toml")
}
