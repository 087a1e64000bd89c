//! How a session becomes a tenant's, and the ways in which it can fail to.

use bulkhead_connect::{quote_identifier, quote_literal};
use bulkhead_project::Tenancy;

use super::Probe;

/// What the session says about its tenant while a statement runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum State {
    /// It is A.
    Own,
    /// It is B: not an attack, but the control that there is something to see.
    Other,
    /// It never said anything.
    Never,
    /// It was A in a transaction that has ended; the setting is now an empty text.
    Finished,
    /// It says an empty text.
    Empty,
    /// It says something that is no tenant's id at all.
    Malformed,
    /// It says the id of a tenant that does not exist.
    Unknown,
    /// It said A, and `ROLLBACK TO SAVEPOINT` took that back.
    Reverted,
}

impl State {
    /// Whether the session is no tenant's: then nobody's rows are its own.
    pub(super) fn is_nobodys(self) -> bool {
        !matches!(self, State::Own | State::Other)
    }

    /// How it is told to people.
    pub(super) fn words(self) -> &'static str {
        match self {
            State::Own => "as tenant A",
            State::Other => "as tenant B",
            State::Never => "in a session that never set the context",
            State::Finished => "after a transaction that had set the context",
            State::Empty => "with an empty context",
            State::Malformed => "with a malformed context",
            State::Unknown => "as a tenant that does not exist",
            State::Reverted => "after ROLLBACK TO SAVEPOINT took the context back",
        }
    }
}

/// What a session says.
#[derive(Clone, Copy)]
enum Whose<'a> {
    /// It is one of the two tenants'.
    Tenant(usize),
    /// It is a tenant's that does not exist.
    Nobody,
    /// It is no tenant's id at all.
    Text(&'a str),
}

/// The contexts of a probe.
pub(super) struct Contexts {
    setting: Option<String>,
    statement: Option<String>,
    claim: Option<String>,
    ids: [String; 2],
    tenants: [String; 2],
    users: Option<[String; 2]>,
    schemas: Option<[String; 2]>,
}

impl Contexts {
    pub(super) fn new(tenancy: &Tenancy, probe: &Probe) -> Contexts {
        let context = &tenancy.context;
        let [a, b] = &probe.tenants;
        let schemas = match (context.schemas.get(a), context.schemas.get(b)) {
            (Some(a), Some(b)) => Some([a.clone(), b.clone()]),
            _ => None,
        };
        let by_user = context.membership.is_some() || context.claim.is_some();
        let ids = match &probe.users {
            Some(users) if by_user => users.clone(),
            _ => probe.tenants.clone(),
        };
        Contexts {
            setting: context.setting.clone(),
            statement: context.statement.clone(),
            claim: context.claim.clone(),
            ids,
            tenants: probe.tenants.clone(),
            users: probe.users.clone(),
            schemas,
        }
    }

    /// Whether a session says itself whose it is, and could leave it out.
    pub(super) fn is_said(&self) -> bool {
        self.setting.is_some() || self.statement.is_some()
    }

    /// The setting that carries the context, if one does.
    pub(super) fn setting(&self) -> Option<&str> {
        self.setting.as_deref()
    }

    /// Whether each of the two tenants has a schema.
    pub(super) fn has_schemas(&self) -> bool {
        self.schemas.is_some()
    }

    /// Whom the context names in a session of tenant A or tenant B: the tenant, or its user.
    pub(super) fn id(&self, tenant: usize) -> &str {
        &self.ids[tenant]
    }

    /// What the setting holds for tenant A and tenant B.
    pub(super) fn value(&self, tenant: usize) -> String {
        self.wrap(&self.ids[tenant])
    }

    /// The states that are worth trying besides A's own.
    pub(super) fn unset_states(&self) -> &'static [State] {
        use State::{Empty, Finished, Malformed, Never, Reverted, Unknown};
        match (&self.statement, &self.setting, &self.schemas) {
            (Some(_), _, _) => &[Never, Empty, Malformed, Unknown, Reverted],
            (None, Some(_), _) => &[Never, Finished, Empty, Malformed, Unknown, Reverted],
            (None, None, Some(_)) => &[Never],
            (None, None, None) => &[],
        }
    }

    /// SQL for the open transaction; each statement ends with a semicolon and a line feed.
    pub(super) fn sql(&self, state: State) -> String {
        let mut sql = String::new();
        match state {
            State::Own => sql.push_str(&self.said(Whose::Tenant(0))),
            State::Other => sql.push_str(&self.said(Whose::Tenant(1))),
            State::Never | State::Finished => {}
            State::Empty => sql.push_str(&self.said(Whose::Text(""))),
            State::Malformed => sql.push_str(&self.said(Whose::Text("no tenant"))),
            State::Unknown => sql.push_str(&self.said(Whose::Nobody)),
            State::Reverted if self.is_said() => {
                let own = self.said(Whose::Tenant(0));
                sql.push_str(&format!("SAVEPOINT before;\n{own}ROLLBACK TO SAVEPOINT before;\n"));
            }
            State::Reverted => {}
        }
        let schema = match (&self.schemas, state) {
            (Some([a, _]), State::Own) => Some(a),
            (Some([_, b]), State::Other) => Some(b),
            _ => None,
        };
        if let Some(schema) = schema {
            sql.push_str(&format!("SET LOCAL search_path = {}, public;\n", quote_identifier(schema)));
        }
        sql
    }

    /// Whether the role itself has to say it, instead of whoever hands the session over.
    pub(super) fn is_said_by_role(&self) -> bool {
        self.statement.is_some()
    }

    /// SQL by which the session says whose it is; nothing where it does not say so itself.
    fn said(&self, whose: Whose<'_>) -> String {
        if let Some(statement) = &self.statement {
            let filled = self.filled(statement, whose);
            return format!("{};\n", filled.trim().trim_end_matches(';'));
        }
        let Some(setting) = &self.setting else { return String::new() };
        let value = match whose {
            Whose::Tenant(tenant) => self.value(tenant),
            Whose::Nobody => self.wrap(&stranger(&self.ids[1])),
            Whose::Text(text) => text.to_owned(),
        };
        format!("SELECT set_config({}, {}, true);\n", quote_literal(setting), quote_literal(&value))
    }

    /// The manifest's statement with the ids in their places.
    fn filled(&self, statement: &str, whose: Whose<'_>) -> String {
        let of = |ids: &[String; 2]| match whose {
            Whose::Tenant(tenant) => quote_literal(&ids[tenant]),
            Whose::Nobody => quote_literal(&stranger(&ids[1])),
            Whose::Text(text) => quote_literal(text),
        };
        let users = self.users.as_ref().unwrap_or(&self.tenants);
        statement.replace("%tenant%", &of(&self.tenants)).replace("%user%", &of(users))
    }

    /// SQL before the transaction that an exploit needs to come into the state; the sessions of the proof
    /// are in it.
    pub(super) fn before(&self, state: State) -> String {
        match state {
            State::Finished if self.is_said() => format!("BEGIN;\n{}COMMIT;\n", self.sql(State::Own)),
            State::Never if self.is_said() => "\\connect\n".to_owned(),
            _ => String::new(),
        }
    }

    fn wrap(&self, id: &str) -> String {
        match &self.claim {
            Some(claim) => {
                let text = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
                format!("{{\"{}\": \"{}\"}}", text(claim), text(id))
            }
            None => id.to_owned(),
        }
    }
}

/// An id of the same form that no tenant has.
fn stranger(id: &str) -> String {
    if id.parse::<i64>().is_ok() {
        return "2000000001".to_owned();
    }
    if id.len() == 36 && id.matches('-').count() == 4 {
        return "ffffffff-0000-4000-8000-00000000b0b0".to_owned();
    }
    format!("{id}-and-nobody")
}
