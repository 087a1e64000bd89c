//! Where an enum value is added and used in one version.
//!
//! A value added by ALTER TYPE … ADD VALUE cannot be used before its transaction commits (SQLSTATE 55P04,
//! PostgreSQL 15 manual, ALTER TYPE), unless the type itself is new in the transaction. So a step ends before the
//! first statement that may use such a value.

use bulkhead_sql::{Command, Name};

/// The values added since the last step began, and the types that are new in it.
#[derive(Default)]
pub(super) struct AddedValues {
    literals: Vec<String>,
    new_types: Vec<Name>,
}

impl AddedValues {
    /// Notes what a statement adds.
    pub fn note(&mut self, command: &Command) {
        match command {
            Command::CreateTypeEnum { name } => self.new_types.push(name.clone()),
            Command::AlterTypeAddValue { type_name, value } if !self.new_types.contains(type_name) => {
                self.literals.push(format!("'{}'", value.replace('\'', "''")));
            }
            _ => {}
        }
    }

    /// Whether a statement may use a value that was added in the running step.
    ///
    /// Bodies of functions count, although most are not looked at when they are created: a step too many costs
    /// nothing, a step too few fails.
    pub fn may_be_used_by(&self, command: &Command, text: &str) -> bool {
        !matches!(command, Command::AlterTypeAddValue { .. })
            && self.literals.iter().any(|literal| text.contains(literal.as_str()))
    }
}
