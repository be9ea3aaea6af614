//! Places in a service or an item that an import compares and fills.

use super::datum::{Datum, is_nihil};
use super::spec::Spec;
use crate::fields::Fields;
use base::source::Spanned;
use field::spm::{Amount, Reported};
use num_traits::ToPrimitive;

/// One field of a struct, to look at and to set.
pub(crate) struct Lens<T: 'static, V: 'static> {
    pub(crate) get: fn(&T) -> &V,
    pub(crate) put: fn(&mut T) -> &mut V,
}

/// The lens of a field of that name.
macro_rules! at {
    ($field:ident) => {
        $crate::tables::slot::Lens { get: |t| &t.$field, put: |t| &mut t.$field }
    };
}

pub(crate) use at;

/// The place of a value, by the type it has in the domain.
pub(crate) enum ValueSlot<T: 'static> {
    /// People or things that nihil may stand for.
    Target(Lens<T, Reported<u64>>),
    /// People or things.
    Count(Lens<T, Reported<u64>>),
    Amount(Lens<T, Reported<Amount>>),
    Answer(Lens<T, Reported<Vec<String>>>),
    /// A text that is empty when absent.
    Text(Lens<T, String>),
    Maybe(Lens<T, Option<String>>),
}

impl<T: 'static> ValueSlot<T> {
    /// What a row says; `None` when it says nothing.
    pub(crate) fn read(&self, f: &mut Fields<'_>, spec: &Spec) -> Option<Spanned<Datum>> {
        let key = spec.key;
        match self {
            Self::Target(_) if f.written(key).is_some_and(is_nihil) => {
                f.know(key);
                Some(Spanned::new(Datum::Nihil, f.place(key)))
            }
            Self::Target(_) | Self::Count(_) => {
                let n = f.count(key)?;
                Some(Spanned::new(Datum::Number(Amount::from(n.value)), n.span))
            }
            Self::Amount(_) => {
                let n = f.amount(key)?;
                Some(Spanned::new(Datum::Number(n.value), n.span))
            }
            Self::Answer(_) => {
                let texts = f.texts(key);
                let listed = texts.len();
                let told: Vec<String> = texts
                    .into_iter()
                    .map(|t| t.value)
                    .filter(|t| !t.is_empty())
                    .collect();
                // Empty quotes say nothing; an empty list says that there is nothing.
                let silent = told.is_empty() && listed > 0 || !f.has(key);
                (!silent).then(|| Spanned::new(Datum::sentences(told), f.place(key)))
            }
            Self::Text(_) | Self::Maybe(_) => {
                let text = f.told_text(spec)?;
                Some(Spanned::new(Datum::Text(text.value), text.span))
            }
        }
    }

    /// What is there; `None` when nothing is.
    pub(crate) fn get(&self, of: &T) -> Option<Datum> {
        match self {
            Self::Target(at) | Self::Count(at) => {
                answered((at.get)(of), |n| Datum::Number(Amount::from(*n)))
            }
            Self::Amount(at) => answered((at.get)(of), |n| Datum::Number(n.clone())),
            Self::Answer(at) => answered((at.get)(of), |t| Datum::List(t.clone())),
            Self::Text(at) => {
                let text = (at.get)(of);
                (!text.is_empty()).then(|| Datum::Text(text.clone()))
            }
            Self::Maybe(at) => (at.get)(of).clone().map(Datum::Text),
        }
    }

    /// Puts a value there; one of another kind is not taken.
    pub(crate) fn put(&self, into: &mut T, value: Datum) {
        match (self, value) {
            (Self::Target(at) | Self::Count(at), Datum::Number(n)) => {
                if let Some(n) = n.value().to_integer().to_u64() {
                    *(at.put)(into) = Reported::Value(n);
                }
            }
            (Self::Target(at) | Self::Count(at), Datum::Nihil) => {
                *(at.put)(into) = Reported::Nihil;
            }
            (Self::Amount(at), Datum::Number(n)) => {
                *(at.put)(into) = Reported::Value(n);
            }
            (Self::Amount(at), Datum::Nihil) => *(at.put)(into) = Reported::Nihil,
            (Self::Answer(at), Datum::List(t)) => *(at.put)(into) = Reported::Value(t),
            (Self::Answer(at), Datum::Nihil) => *(at.put)(into) = Reported::Nihil,
            (Self::Text(at), Datum::Text(t)) => *(at.put)(into) = t,
            (Self::Maybe(at), Datum::Text(t)) => *(at.put)(into) = Some(t),
            _ => {}
        }
    }
}

fn answered<V>(value: &Reported<V>, told: impl Fn(&V) -> Datum) -> Option<Datum> {
    match value {
        Reported::Missing => None,
        Reported::Nihil => Some(Datum::Nihil),
        Reported::Value(value) => Some(told(value)),
    }
}
