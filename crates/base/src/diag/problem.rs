//! What a problem is, and how a group of them is declared.

use std::any::Any;
use std::cmp::Ordering;
use std::fmt::Debug;
use std::sync::Arc;

use super::both::Both;
use super::said::{Lang, Said, Severity};

/// A mistake, with the facts its message needs. Each crate has its own, declared with
/// [`problems!`](crate::problems).
pub trait Problem: Debug + Send + Sync + Any {
    /// The stable code, such as `NSK0101`, the same in all languages.
    fn code(&self) -> &'static str;

    /// How bad it is.
    fn severity(&self) -> Severity;

    /// The wording in a language.
    fn said(&self, lang: Lang) -> Said;

    /// The wording where the place is a cell: its users see columns, not keys and quotes.
    fn said_in_sheet(&self, lang: Lang) -> Said {
        self.said(lang)
    }

    /// What it is about: the papers, numbers, dates and places that are its facts.
    fn names(&self) -> Vec<&str> {
        Vec::new()
    }
}

/// A fact of a problem, which may name something.
pub trait Names {
    /// What it names, in each language where they differ; a count names nothing.
    fn names(&self) -> Vec<&str> {
        Vec::new()
    }
}

impl Names for bool {}
impl Names for u8 {}
impl Names for usize {}

impl<T: Names> Names for Option<T> {
    fn names(&self) -> Vec<&str> {
        self.as_ref().map(T::names).unwrap_or_default()
    }
}

impl<T: Names> Names for Vec<T> {
    fn names(&self) -> Vec<&str> {
        self.iter().flat_map(T::names).collect()
    }
}

impl Names for String {
    fn names(&self) -> Vec<&str> {
        vec![self]
    }
}

impl Names for Both {
    fn names(&self) -> Vec<&str> {
        vec![self.of(Lang::Id), self.of(Lang::En)]
    }
}

/// A problem of any crate.
#[derive(Debug, Clone)]
pub struct AnyProblem {
    problem: Arc<dyn Problem>,
    /// Told as an error, whatever its group says: what a draft may have and a final paper not.
    raised: bool,
}

impl AnyProblem {
    /// The same problem as an error.
    #[must_use]
    pub fn raised(self) -> Self {
        Self { raised: true, ..self }
    }

    /// Whether it was made an error here.
    pub fn is_raised(&self) -> bool {
        self.raised
    }

    /// How bad it is here.
    pub fn severity(&self) -> Severity {
        if self.raised { Severity::Error } else { self.problem.severity() }
    }

    /// The problem as one of a group, to look at its facts.
    pub fn as_a<P: Problem>(&self) -> Option<&P> {
        let any: &dyn Any = &*self.problem;
        any.downcast_ref()
    }

    /// Whether it is one of a group that `which` says yes to.
    pub fn is_a<P: Problem>(&self, which: impl FnOnce(&P) -> bool) -> bool {
        self.as_a().is_some_and(which)
    }

    /// What problems at one place are sorted by, and told once by.
    fn order(&self, other: &Self) -> Ordering {
        let text = |p: &Self| (p.code(), p.said(Lang::Id).into_parts());
        text(self).cmp(&text(other))
    }
}

impl std::ops::Deref for AnyProblem {
    type Target = dyn Problem;
    fn deref(&self) -> &Self::Target {
        &*self.problem
    }
}

impl<P: Problem> From<P> for AnyProblem {
    fn from(problem: P) -> Self {
        Self { problem: Arc::new(problem), raised: false }
    }
}

impl PartialEq for AnyProblem {
    fn eq(&self, other: &Self) -> bool {
        self.order(other) == Ordering::Equal
    }
}

impl Eq for AnyProblem {}

impl PartialOrd for AnyProblem {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for AnyProblem {
    fn cmp(&self, other: &Self) -> Ordering {
        self.order(other)
    }
}

/// What a fact is: a name or text as the user wrote it, unless the list says otherwise.
#[doc(hidden)]
#[macro_export]
macro_rules! fact {
    () => {
        String
    };
    ($kind:ty) => {
        $kind
    };
}

/// Declares a group of problems: code, level, facts and wording of each at one place. The name
/// in parentheses is the language in the wordings; `in_sheet` names a function that changes the
/// wording where the place is a cell.
#[macro_export]
macro_rules! problems {
    ($(#[$doc:meta])* $Group:ident($lang:ident) $(in_sheet $in_sheet:ident)? {
        $($(#[$about:meta])* $code:literal $level:ident $name:ident
            { $($field:ident $(: $kind:ty)?),* } => $wording:expr),+ $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[allow(missing_docs, clippy::enum_variant_names)]
        pub enum $Group {
            $($(#[$about])* $name { $($field: $crate::fact!($($kind)?)),* },)+
        }

        impl $Group {
            /// The codes of the group.
            pub const CODES: &'static [&'static str] = &[$(concat!("NSK", $code)),+];
        }

        impl $crate::diag::Problem for $Group {
            fn code(&self) -> &'static str {
                match self { $(Self::$name { .. } => concat!("NSK", $code),)+ }
            }

            fn severity(&self) -> $crate::diag::Severity {
                match self { $(Self::$name { .. } => $crate::diag::Severity::$level,)+ }
            }

            fn said(&self, $lang: $crate::diag::Lang) -> $crate::diag::Said {
                match self { $(Self::$name { $($field),* } => $wording,)+ }
            }

            fn names(&self) -> Vec<&str> {
                use $crate::diag::Names;
                match self {
                    $(Self::$name { $($field),* } => {
                        let facts: &[Vec<&str>] = &[$($field.names()),*];
                        facts.concat()
                    })+
                }
            }

            $(fn said_in_sheet(&self, lang: $crate::diag::Lang) -> $crate::diag::Said {
                let mut said = $crate::diag::Problem::said(self, lang);
                $in_sheet(self, lang, &mut said);
                said
            })?
        }
    };
}

/// Message, label and help in both languages: `say!(lang, ("…", "…"), ("…", "…"), ("…", "…"))`.
/// `say!(lang, [detail], …)` first takes those facts in the language.
#[macro_export]
macro_rules! say {
    ($lang:expr, [$($both:ident),+], $($wording:tt),+) => {{
        $(let $both = $both.of($lang);)+
        $crate::say!($lang, $($wording),+)
    }};
    ($lang:expr, ($mi:literal, $me:literal), ($li:literal, $le:literal), ($hi:literal, $he:literal)) => {
        match $lang {
            $crate::diag::Lang::Id => $crate::diag::Said {
                message: format!($mi),
                label: format!($li),
                help: format!($hi),
            },
            $crate::diag::Lang::En => $crate::diag::Said {
                message: format!($me),
                label: format!($le),
                help: format!($he),
            },
        }
    };
}

/// "maksud Anda `x`?", or another next step when nothing is near.
pub fn meant(lang: Lang, near: &str, otherwise: (&str, &str)) -> String {
    match (lang, near.is_empty()) {
        (Lang::Id, false) => format!("maksud Anda `{near}`?"),
        (Lang::En, false) => format!("did you mean `{near}`?"),
        (Lang::Id, true) => otherwise.0.to_owned(),
        (Lang::En, true) => otherwise.1.to_owned(),
    }
}
