//! Which papers there are, and what each says: profiles, templates, the plan, and the markup that
//! becomes a document tree.

pub mod facts;
pub mod forms;
pub mod letter;
pub mod markup;
pub mod notation;
pub mod officials;
pub mod origins;
pub mod plan;
pub mod problem;
pub mod profil;
pub mod rules;
pub mod template;
