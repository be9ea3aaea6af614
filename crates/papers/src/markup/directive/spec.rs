//! What a directive is, told as data: its name, its attributes, what stands in it, an example.

use crate::markup::reader::{Reader, TreeNode};
use crate::notation::Opening;
use crate::problem::TemplateProblem;
use base::diag::{Both, nearest};
use typeset::document::Block;

/// A directive: what it is, and what reads it.
pub struct Directive {
    /// The name behind the colons.
    pub name: &'static str,
    /// What it is for, in Indonesian; the user's guide says it.
    pub explanation: &'static str,
    /// Its attributes, in the order of the user's guide.
    pub attributes: &'static [&'static dyn Attribute],
    /// One opening tells of several, one behind the other, each with the attributes once.
    pub several: bool,
    /// A piece of markup that shows it.
    pub example: &'static str,
    /// The function of templates that writes it, where one only passes on what it is given.
    pub function: Option<Function>,
    /// Turns attributes and content into blocks. Attributes were checked already.
    pub(in crate::markup) read:
        fn(&mut Reader<'_>, TreeNode<'_>, &Given<'_>) -> Vec<Block>,
}

/// The attributes of one opening line. A value that cannot be read was told already; it is
/// as if it were not there.
pub(in crate::markup) struct Given<'a> {
    /// What it is an opening of.
    pub(super) directive: &'static Directive,
    /// The line, or the part of it that is about one signer.
    pub(super) opening: &'a Opening,
}

/// A function of templates that writes a directive. Its arguments by name are the directive's
/// attributes, with an underscore for a hyphen.
#[derive(Clone, Copy)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// What it does, in Indonesian; the user's guide says it.
    pub explanation: &'static str,
    /// A call.
    pub example: &'static str,
    /// The attributes that are given by place, in order.
    pub by_place: &'static [&'static dyn Attribute],
    /// What attributes are when no argument says it.
    pub defaults: &'static [(&'static dyn Attribute, Source)],
}

/// Where the value of an attribute comes from.
#[derive(Debug, Clone, Copy)]
pub enum Source {
    /// A table of the data and its field.
    Data(&'static str, &'static str),
    /// Words before a field of the data.
    Words(&'static str, (&'static str, &'static str)),
}

/// What is told of an attribute, whatever its values are.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Its name.
    pub name: &'static str,
    /// What it does, in Indonesian; the user's guide says it.
    pub explanation: &'static str,
    /// A value.
    pub example: &'static str,
    /// The directive cannot do without it.
    pub required: bool,
}

impl Told {
    /// What is told of an attribute that may be left out.
    pub(super) const fn new(
        name: &'static str,
        explanation: &'static str,
        example: &'static str,
    ) -> Self {
        Self { name, explanation, example, required: false }
    }
}

/// What stands behind the name of an attribute; nothing where the name stands alone.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a>(pub Option<&'a str>);

/// An attribute of a directive. The kinds of attributes are the types that implement this; each
/// is also the handle by which a reader asks for its value.
pub trait Attribute: Sync {
    /// Its name, explanation and example.
    fn told(&self) -> &Told;

    /// What its values are.
    fn expected(&self) -> Both;

    /// The part of a written value that cannot be read; `None` when all is well.
    fn wrong(&self, value: Said<'_>) -> Option<String>;

    /// Whether it may be given more than once.
    fn repeats(&self) -> bool {
        false
    }

    /// Whether its name alone is enough.
    fn is_flag(&self) -> bool {
        false
    }

    /// Whether its values say what others are the values of.
    fn is_label(&self) -> bool {
        false
    }

    /// Whether its values are days.
    fn is_day(&self) -> bool {
        false
    }
}

impl Directive {
    /// What a directive is unless it says otherwise.
    pub(super) const fn read_by(
        read: fn(&mut Reader<'_>, TreeNode<'_>, &Given<'_>) -> Vec<Block>,
    ) -> Self {
        Self {
            name: "",
            explanation: "",
            attributes: &[],
            several: false,
            example: "",
            function: None,
            read,
        }
    }

    /// The attribute of a name.
    pub fn attribute(&self, name: &str) -> Option<&'static dyn Attribute> {
        self.attributes.iter().copied().find(|a| a.told().name == name)
    }

    /// Whether an opening has an attribute at most once.
    pub(super) fn has_once(&self, name: &str) -> bool {
        !self.several && self.attribute(name).is_some_and(|a| !a.repeats())
    }

    /// Whether an attribute may be written so.
    ///
    /// # Errors
    /// An attribute the directive does not know, or a value that is none of it.
    pub fn check(&self, name: &str, value: Said<'_>) -> Result<(), TemplateProblem> {
        let directive = self.name.to_owned();
        let Some(attribute) = self.attribute(name) else {
            let known = self.attributes.iter().map(|a| a.told().name);
            let near = nearest(name, known).unwrap_or_default();
            let name = name.to_owned();
            return Err(TemplateProblem::UnknownAttribute { directive, name, near });
        };
        match attribute.wrong(value) {
            None => Ok(()),
            Some(value) => Err(TemplateProblem::BadAttribute {
                directive,
                name: name.to_owned(),
                value,
                expected: attribute.expected(),
            }),
        }
    }
}
