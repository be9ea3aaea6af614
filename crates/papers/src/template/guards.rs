//! Guards of the text that is compiled: each place where the engine itself would put values into
//! each other, repeat them or look through all of them gets a filter of ours, which weighs what
//! it is given (`weights`). The engine's own reader of templates says where these places are, so
//! that no way of writing them goes past it.

use minijinja::machinery::ast::{BinOpKind, CallArg, Expr, Stmt};
use minijinja::machinery::{Span, ast};

use super::edits::{Edit, read};
use super::rewritten::{ADDED, Added, Bare, JOINED, applied, rewritten};
use crate::problem::TemplateProblem;

/// On a list or table as it is written.
pub(super) const MADE: &str = "_made";
/// On what is put into a namespace or a row of values.
pub(super) const KEPT: &str = "_kept";
/// On what something is compared with.
pub(super) const SEEN: &str = "_seen";
/// On what `*` multiplies.
pub(super) const PLAIN: &str = "_m";

/// Filters of ours that have looked at what they give already.
const LOOKED: [&str; 4] = ["_n", "_g", SEEN, PLAIN];

/// A text as it is compiled.
pub(super) struct Guarded {
    pub(super) text: String,
    pub(super) added: Added,
    /// What could not be guarded.
    pub(super) bare: Option<Bare>,
}

impl Bare {
    /// What is told of it.
    pub(super) const fn problem(self) -> TemplateProblem {
        if self.deep {
            TemplateProblem::TooLong {}
        } else {
            TemplateProblem::TooTangled {}
        }
    }
}

/// The text of a template as it is compiled. What is wrong in itself is left to whoever compiles
/// it.
pub(super) fn guarded(text: &str, functions: &[&str]) -> Guarded {
    let (edited, added, failed) = rewritten(text, functions);
    let bare = failed.filter(|_| read(text).is_ok());
    let Ok(all) = read(&edited) else {
        return Guarded { text: edited, added, bare };
    };
    let (out, more) = applied(&edited, guards(&all));
    let added = added.then(more);
    let left = match read(&out) {
        Ok(all) => guards(&all)
            .first()
            .map(|edit| Bare { at: added.written(edit.at), deep: false }),
        Err(error) => Some(Bare::new(&error, &added)),
    };
    Guarded { text: out, added, bare: bare.or(left) }
}

fn guards(all: &Stmt<'_>) -> Vec<Edit> {
    let mut guards = Guards::default();
    guards.statement(all);
    guards.0
}

#[derive(Default)]
struct Guards(Vec<Edit>);

impl Guards {
    fn behind(&mut self, span: Span, filter: &str) {
        self.0.push(Edit::new(span.end_offset as usize, 0, format!("|{filter}")));
    }

    fn statements(&mut self, all: &[Stmt<'_>]) {
        for one in all {
            self.statement(one);
        }
    }

    fn statement(&mut self, statement: &Stmt<'_>) {
        match statement {
            Stmt::Template(s) => self.statements(&s.children),
            Stmt::EmitExpr(s) => self.expression(&s.expr),
            Stmt::EmitRaw(_) => {}
            Stmt::ForLoop(s) => {
                self.expression(&s.iter);
                s.filter_expr.iter().for_each(|expr| self.expression(expr));
                self.statements(&s.body);
                self.statements(&s.else_body);
            }
            Stmt::IfCond(s) => {
                self.expression(&s.expr);
                self.statements(&s.true_body);
                self.statements(&s.false_body);
            }
            Stmt::WithBlock(s) => {
                s.assignments.iter().for_each(|(_, expr)| self.expression(expr));
                self.statements(&s.body);
            }
            Stmt::Set(s) => {
                self.expression(&s.expr);
                if goes_into(&s.target) {
                    self.leaves(&s.expr, KEPT);
                }
            }
            Stmt::SetBlock(s) => {
                s.filter.iter().for_each(|filter| self.expression(filter));
                self.statements(&s.body);
            }
            Stmt::AutoEscape(s) => {
                self.expression(&s.enabled);
                self.statements(&s.body);
            }
            Stmt::FilterBlock(s) => {
                self.expression(&s.filter);
                self.statements(&s.body);
            }
            Stmt::Block(s) => self.statements(&s.body),
            Stmt::Import(s) => self.expression(&s.expr),
            Stmt::FromImport(s) => self.expression(&s.expr),
            Stmt::Extends(s) => self.expression(&s.name),
            Stmt::Include(s) => self.expression(&s.name),
            Stmt::Macro(s) => self.of_macro(s),
            Stmt::CallBlock(s) => {
                self.expression(&s.call.expr);
                self.arguments(&s.call.args);
                self.of_macro(&s.macro_decl);
            }
            Stmt::Do(s) => {
                self.expression(&s.call.expr);
                self.arguments(&s.call.args);
            }
        }
    }

    fn of_macro(&mut self, of: &ast::Macro<'_>) {
        of.defaults.iter().for_each(|expr| self.expression(expr));
        self.statements(&of.body);
    }

    fn arguments(&mut self, all: &[CallArg<'_>]) {
        for argument in all {
            match argument {
                CallArg::Pos(expr)
                | CallArg::Kwarg(_, expr)
                | CallArg::PosSplat(expr)
                | CallArg::KwargSplat(expr) => self.expression(expr),
            }
        }
    }

    fn expression(&mut self, expr: &Expr<'_>) {
        match expr {
            Expr::Var(_) | Expr::Const(_) => {}
            Expr::Slice(s) => {
                self.taken_apart(&s.expr);
                for part in [&s.start, &s.stop, &s.step].into_iter().flatten() {
                    self.expression(part);
                }
                self.behind(s.span(), KEPT);
            }
            Expr::UnaryOp(s) => self.expression(&s.expr),
            Expr::BinOp(s) => {
                self.expression(&s.left);
                self.expression(&s.right);
                match s.op {
                    BinOpKind::Mul => {
                        self.leaves(&s.left, PLAIN);
                        self.leaves(&s.right, PLAIN);
                    }
                    BinOpKind::In => self.leaves(&s.right, SEEN),
                    BinOpKind::Eq
                    | BinOpKind::Ne
                    | BinOpKind::Lt
                    | BinOpKind::Lte
                    | BinOpKind::Gt
                    | BinOpKind::Gte
                        if !matches!(s.left, Expr::Const(_)) =>
                    {
                        self.leaves(&s.right, SEEN);
                    }
                    _ => {}
                }
            }
            Expr::Compare(s) => {
                self.expression(&s.expr);
                for op in &s.ops {
                    self.expression(&op.expr);
                    self.leaves(&op.expr, SEEN);
                }
            }
            Expr::IfExpr(s) => {
                self.expression(&s.test_expr);
                self.expression(&s.true_expr);
                s.false_expr.iter().for_each(|expr| self.expression(expr));
            }
            Expr::Filter(s) => {
                match &s.expr {
                    // These look at each item themselves.
                    Some(Expr::List(list)) if [MADE, ADDED, JOINED].contains(&s.name) => {
                        list.items.iter().for_each(|item| self.expression(item));
                    }
                    Some(Expr::Map(map)) if s.name == MADE => self.table(map),
                    Some(inner) => self.taken_apart(inner),
                    None => {}
                }
                self.arguments(&s.args);
            }
            Expr::Test(s) => {
                self.expression(&s.expr);
                self.arguments(&s.args);
            }
            Expr::GetAttr(s) => self.taken_apart(&s.expr),
            Expr::GetItem(s) => {
                self.taken_apart(&s.expr);
                self.expression(&s.subscript_expr);
            }
            Expr::Call(s) => {
                self.taken_apart(&s.expr);
                self.arguments(&s.args);
            }
            Expr::List(s) => {
                self.0.push(Edit::new(s.span().start_offset as usize, 0, "("));
                s.items.iter().for_each(|item| self.expression(item));
                self.0.push(Edit::new(
                    s.span().end_offset as usize,
                    0,
                    format!("|{MADE})"),
                ));
            }
            Expr::Map(s) => {
                self.0.push(Edit::new(s.span().start_offset as usize, 0, "("));
                self.table(s);
                self.0.push(Edit::new(
                    s.span().end_offset as usize,
                    0,
                    format!("|{MADE})"),
                ));
            }
            // A row of values may stand without brackets.
            Expr::Tuple(s) => {
                for item in &s.items {
                    self.expression(item);
                    self.leaves(item, KEPT);
                }
            }
        }
    }

    fn table(&mut self, map: &ast::Map<'_>) {
        map.keys.iter().chain(&map.values).for_each(|expr| self.expression(expr));
    }

    /// What something is taken out of at once, so that a part of a list is not kept as one.
    fn taken_apart(&mut self, expr: &Expr<'_>) {
        let Expr::Slice(s) = expr else { return self.expression(expr) };
        self.taken_apart(&s.expr);
        for part in [&s.start, &s.stop, &s.step].into_iter().flatten() {
            self.expression(part);
        }
    }

    /// A filter behind each value that an expression may give.
    fn leaves(&mut self, expr: &Expr<'_>, filter: &str) {
        match expr {
            Expr::Var(_)
            | Expr::Slice(_)
            | Expr::GetAttr(_)
            | Expr::GetItem(_)
            | Expr::Call(_) => self.behind(expr.span(), filter),
            Expr::Filter(s) => {
                let done = match filter {
                    KEPT => [KEPT, MADE].contains(&s.name),
                    PLAIN => LOOKED.contains(&s.name) || s.name == MADE,
                    _ => LOOKED.contains(&s.name),
                };
                if !done {
                    self.behind(s.span(), filter);
                }
            }
            // A list that is repeated as it is written is repeated once.
            Expr::List(_) | Expr::Map(_) if filter == SEEN => {
                self.behind(expr.span(), filter);
            }
            Expr::BinOp(s) => {
                if let BinOpKind::Add | BinOpKind::ScAnd | BinOpKind::ScOr = s.op {
                    self.leaves(&s.left, filter);
                    self.leaves(&s.right, filter);
                }
            }
            Expr::IfExpr(s) => {
                self.leaves(&s.true_expr, filter);
                s.false_expr.iter().for_each(|expr| self.leaves(expr, filter));
            }
            Expr::Tuple(s) if filter == SEEN => {
                s.items.iter().for_each(|item| self.leaves(item, filter));
            }
            _ => {}
        }
    }
}

/// Whether what is set goes into something that is there, and stays in it.
fn goes_into(target: &Expr<'_>) -> bool {
    match target {
        Expr::Var(_) => false,
        Expr::List(s) => s.items.iter().any(goes_into),
        _ => true,
    }
}
