//! Functions that the attacker may call, and the arguments to call them with.

pub(super) mod answers;
pub(super) mod arguments;
pub(super) mod bearers;
pub(super) mod calls;
pub(super) mod channels;
pub(super) mod injection;
pub(super) mod left;
pub(super) mod made;
pub(super) mod notices;
pub(super) mod refusals;

use bulkhead_connect::quote_literal;
use tokio_postgres::Client;

use super::arena::{Attacker, ask};
use super::ground::{is, number, text};
use crate::ProveError;

const FUNCTIONS: &str = include_str!("functions.sql");

/// What a cursor is called that a function is to open.
const CURSOR: &str = "shown";

/// A function and who may call it.
#[derive(Clone, Debug)]
pub(super) struct Function {
    /// The place of the attacker.
    pub attacker: usize,
    /// Name with argument types, as SQL writes it.
    pub signature: String,
    name: String,
    pub definer: bool,
    procedure: bool,
    void: bool,
    /// Whether it returns records whose columns nobody has named.
    record: bool,
    /// Whether it returns names of cursors.
    cursor: bool,
    /// Its own settings, `name=value`.
    pub settings: Vec<String>,
    pub arguments: Vec<Argument>,
    defaults: usize,
    /// Its source.
    pub body: String,
    /// Whether the tables that it reads ask for the current user, who is its owner there.
    pub asks_current_user: bool,
}

/// An argument of a function.
#[derive(Clone, Debug)]
pub(super) struct Argument {
    /// The type beneath domains.
    pub data_type: String,
    pub name: String,
    /// The labels of an enum.
    pub labels: Vec<String>,
    pub mode: Mode,
    /// The type that a value is cast to.
    pub cast: String,
    /// The relation whose row it is; 0 for all other types.
    pub row_of: u32,
    /// What a row, or each of a list of rows, is made of.
    pub parts: Vec<Argument>,
}

/// How an argument is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    In,
    Variadic,
    /// Of a procedure: a place for what it returns.
    Out,
}

/// A value for an argument, and what it gives away.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub sql: String,
    pub tenant: bool,
    pub key: bool,
    /// Whether it is a name that is one row's among all tenants'.
    pub name: bool,
    /// Whether it is what others may hold or guess as well: an address, a number, the sum of a file.
    pub content: bool,
}

/// Roles that are called as those for sessions without a user are, and that may call anything.
const ANONYMOUS: &str = "
    SELECT r.rolname, r.oid FROM pg_roles AS r
    WHERE r.rolname ~* '(^|_)(anon|anonymous|guest|public|visitor|unauthenticated)(_|$)'
      AND r.rolname !~ '^pg_' AND NOT r.rolsuper AND NOT r.rolbypassrls AND NOT r.rolname = ANY ({known})
    ORDER BY 1";

/// The roles of sessions without a tenant that are no application roles.
pub(super) async fn anonymous(client: &Client, known: &[Attacker]) -> Result<Vec<Attacker>, ProveError> {
    let known: Vec<String> = known.iter().map(|attacker| quote_literal(&attacker.role)).collect();
    let known = format!("ARRAY[{}]::text[]", known.join(", "));
    let rows = ask(client, &ANONYMOUS.replace("{known}", &known)).await?;
    Ok(rows.iter().map(|row| Attacker::anonymous(text(row, 0), number(row, 1))).collect())
}

impl Function {
    pub(super) async fn read(client: &Client, attackers: &[Attacker]) -> Result<Vec<Function>, ProveError> {
        let oids: Vec<String> = attackers.iter().map(|attacker| attacker.oid.to_string()).collect();
        let roles = quote_literal(&format!("{{{}}}", oids.join(",")));
        let rows = ask(client, &FUNCTIONS.replace("{roles}", &roles)).await?;
        let function = |row: &super::arena::Row| Function {
            attacker: number(row, 0) as usize,
            signature: text(row, 2),
            name: text(row, 3),
            definer: is(row, 4),
            procedure: text(row, 5) == "p",
            defaults: number(row, 6) as usize,
            void: is(row, 7),
            settings: text(row, 8).split('\x01').filter(|it| !it.is_empty()).map(str::to_owned).collect(),
            arguments: text(row, 9).split('\x01').filter(|it| !it.is_empty()).map(argument).collect(),
            body: text(row, 10),
            asks_current_user: is(row, 12),
            record: is(row, 11),
            cursor: is(row, 13),
        };
        Ok(rows.iter().map(function).collect())
    }

    /// The same with the parts of one argument as its arguments.
    pub(super) fn of_parts(&self, argument: &Argument) -> Function {
        Function { arguments: argument.parts.clone(), ..self.clone() }
    }

    /// The same as if its source named a table as well: what it reads was made from that.
    pub(super) fn of_source(&self, table: &str) -> Function {
        Function { body: format!("{}\n-- {table}", self.body), ..self.clone() }
    }
}

impl Argument {
    /// An argument of that name and type.
    pub(super) fn plain(name: &str, data_type: &str) -> Argument {
        let (name, data_type) = (name.to_owned(), data_type.to_owned());
        Argument {
            cast: data_type.clone(),
            data_type,
            name,
            labels: Vec::new(),
            mode: Mode::In,
            row_of: 0,
            parts: Vec::new(),
        }
    }

    /// A list of the one value.
    pub(super) fn listed(mut value: Value) -> Value {
        value.sql = format!("ARRAY[{}]", value.sql);
        value
    }

    /// A value as a call gives it.
    fn given(&self, value: &str) -> String {
        match self.mode {
            Mode::In => format!("{value}::{}", self.cast),
            Mode::Variadic => format!("VARIADIC {value}::{}", self.cast),
            Mode::Out => "NULL".to_owned(),
        }
    }
}

fn argument(text: &str) -> Argument {
    let parts: Vec<&str> = text.split('\x02').collect();
    let part = |place: usize| parts.get(place).copied().unwrap_or_default();
    // What takes any type takes texts.
    let any = |declared: &str| match declared {
        "anyarray" | "anycompatiblearray" => "text[]".to_owned(),
        "\"any\"" if part(3) == "v" => "text[]".to_owned(),
        "\"any\"" => "text".to_owned(),
        other if other.starts_with("any") => "text".to_owned(),
        other => other.to_owned(),
    };
    let plain = |(name, data_type): (&str, &str)| Argument::plain(name, data_type);
    Argument {
        data_type: any(part(0)),
        name: part(1).to_owned(),
        labels: part(2).split('\x03').filter(|label| !label.is_empty()).map(str::to_owned).collect(),
        mode: match part(3) {
            "v" => Mode::Variadic,
            "o" => Mode::Out,
            _ => Mode::In,
        },
        cast: any(part(4)),
        row_of: part(5).parse().unwrap_or(0),
        parts: part(6).split('\x03').filter_map(|it| it.split_once('\x04')).map(plain).collect(),
    }
}
