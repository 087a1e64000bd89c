//! A database for each tenant: whether the roles of one come into the database of another, and what they meet there.
//!
//! Whether a role may connect is asked of the tenants' own databases, and nothing else is done there but reading which
//! rights there are. What the role could do is then tried on the scratch database, with made-up rows and those rights.

mod findings;
mod rights;

use std::collections::BTreeMap;
use std::time::Duration;

use bulkhead_connect::{Session, Target, answer, quote_identifier, quote_literal, rows};
use tokio_postgres::{Client, SimpleQueryRow};

use super::attack::{Cell, Verb};
use super::proof::{IsolationProof, untried, worst_first};
use super::reach::{Reach, ReachedRole};
use super::rows::{ROWS, SEED};
use super::rules::rules;
use super::scope::{Relation, RelationKind, Scope};
use crate::{Finding, ProveError};

/// How long a session may take to begin.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
/// The SQLSTATE of a refusal for want of a right.
const INSUFFICIENT_PRIVILEGE: &str = "42501";

/// What has to hold for the proof to hold.
const PREMISES: [&str; 3] = [
    "The application has no other roles than those that the manifest names.",
    "Each tenant's database has the tables of these migrations; rights were read from the databases themselves.",
    "Which database a session is for is decided by the application; pg_hba.conf may let in fewer, and was not read.",
];

/// What tenants of one server always see of each other.
const RESIDUAL: [&str; 3] = [
    "Names and sizes of all databases, and the names of all roles, can be read from every database.",
    "Settings of roles and databases (ALTER ROLE … SET) can be read from every database: no secret belongs there.",
    "Sessions of one role see each other's statements in pg_stat_activity, in whatever database they are.",
];

/// What was met.
#[derive(Default)]
struct Met {
    attacks: u64,
    matrix: Vec<Cell>,
    findings: Vec<Finding>,
    untested: Vec<String>,
}

/// A tenant and its database.
struct Place<'a> {
    tenant: &'a str,
    database: &'a str,
    /// The database as SQL writes it.
    name: String,
}

/// The whole proof: what the catalog tells, and attacks on rows in the scratch database, which stand for any tenant's.
/// `client` is a superuser's session on the scratch database that `target` leads to.
pub(super) async fn prove(
    target: &Target,
    client: &Client,
    scope: Scope,
) -> Result<IsolationProof, ProveError> {
    let count = scope.tenancy.context.databases.len();
    if count < 2 {
        return Err(ProveError::Tenants { count });
    }
    let mut foreseen = rules(client, &scope).await?;
    bulkhead_generate::probe(client, &bulkhead_generate::Tenancy::default(), 0, ROWS, SEED).await?;
    let Met { attacks, matrix, mut findings, untested } = attack(target, client, &scope).await?;
    // What an attack has met says more than the rule that foresees it.
    foreseen.retain(|rule| !findings.iter().any(|met| met.kind == rule.kind && met.object == rule.object));
    findings.extend(foreseen);
    let nothing = "fewer than two databases of tenants, or no role of a tenant, are on this server: nothing was attacked";
    findings.extend((attacks == 0).then(|| untried(nothing.to_owned())));
    worst_first(&mut findings);
    Ok(IsolationProof {
        relations: scope.relations.len(),
        tenancy: scope.tenancy,
        attacks,
        matrix,
        findings,
        untested,
        premises: PREMISES.map(str::to_owned).to_vec(),
        residual: RESIDUAL.map(str::to_owned).to_vec(),
    })
}

/// Tries both ways between the first two tenants whose databases are on this server.
async fn attack(target: &Target, client: &Client, scope: &Scope) -> Result<Met, ProveError> {
    let reach = Reach::read(client, scope).await?;
    let databases = &scope.tenancy.context.databases;
    let mut met = Met::default();
    met.untested.extend(reach.missing.iter().map(|role| format!("{role}: there is no such role")));
    let there =
        as_written(client, "SELECT datname, quote_ident(datname) FROM pg_database WHERE datallowconn")
            .await?;
    let roles = as_written(client, "SELECT rolname, quote_ident(rolname) FROM pg_roles").await?;
    let mut places: Vec<Place<'_>> = Vec::new();
    for (tenant, database) in databases {
        match there.get(database) {
            Some(name) => places.push(Place { tenant, database, name: name.clone() }),
            None => met.untested.push(format!("{database}: the server has no such database to connect to")),
        }
    }
    if let [one, other, ..] = places.as_slice() {
        let mut field = Field { target, client, scope, reach: &reach, roles, met };
        field.attack(one, other).await?;
        field.attack(other, one).await?;
        met = field.met;
    }
    Ok(met)
}

/// Names and how SQL writes them.
async fn as_written(client: &Client, sql: &str) -> Result<BTreeMap<String, String>, ProveError> {
    let found = rows(client, sql).await.map_err(|error| ProveError::of(&error))?;
    let text = |row: &SimpleQueryRow, index: usize| row.get(index).unwrap_or_default().to_owned();
    Ok(found.iter().map(|row| (text(row, 0), text(row, 1))).collect())
}

struct Field<'a> {
    target: &'a Target,
    client: &'a Client,
    scope: &'a Scope,
    reach: &'a Reach,
    /// The roles of the server as SQL writes them.
    roles: BTreeMap<String, String>,
    met: Met,
}

impl Field<'_> {
    /// As each role of tenant `from`, against the database of `to`.
    async fn attack(&mut self, from: &Place<'_>, to: &Place<'_>) -> Result<(), ProveError> {
        let reach = self.reach;
        let roles: Vec<&ReachedRole> = reach.roles.iter().filter(|role| self.is_of(role, from)).collect();
        self.peers(from, to, &roles).await?;
        let rights = self.rights_in(to).await?;
        self.give(&rights).await?;
        let everybody = self.may_connect("public", to.database).await?;
        for role in roles {
            let may = self.may_connect(&role.app_role, to.database).await?;
            self.count(&to.name, role, Verb::Connect, may);
            if !may {
                continue;
            }
            let mut done = Vec::new();
            for relation in &self.scope.relations {
                for (verb, statement) in tries(relation) {
                    let succeeded = self.try_it(role, &statement).await?;
                    self.count(&relation.name, role, verb, succeeded);
                    if succeeded {
                        done.push((verb, relation));
                    }
                }
            }
            self.found(self.open_door(role, from, to, everybody, &done));
        }
        self.client.batch_execute("ROLLBACK").await.map_err(|error| ProveError::of(&error))
    }

    /// Adds a finding; one of the same kind and object takes up what it says.
    fn found(&mut self, finding: Finding) {
        let is_same = |it: &&mut Finding| it.kind == finding.kind && it.object == finding.object;
        match self.met.findings.iter_mut().find(is_same) {
            Some(first) => {
                first.severity = first.severity.max(finding.severity);
                first.observed = format!("{} {}", first.observed, finding.observed);
            }
            None => self.met.findings.push(finding),
        }
    }

    /// Whether a role is one of the tenant's sessions: its own, or one that all tenants' sessions have.
    fn is_of(&self, role: &ReachedRole, place: &Place<'_>) -> bool {
        let tenancy = &self.scope.tenancy;
        let own = tenancy.context.roles.get(place.tenant);
        (own == Some(&role.app_role) || tenancy.app_role.contains(&role.app_role))
            && (role.is_app_role() || role.settable)
    }

    async fn may_connect(&self, login: &str, database: &str) -> Result<bool, ProveError> {
        let (login, database) = (quote_literal(login), quote_literal(database));
        let sql = format!("SELECT has_database_privilege({login}, {database}, 'CONNECT')");
        let held = answer(self.client, &sql).await.map_err(|error| ProveError::of(&error))?;
        Ok(held == ["t"])
    }

    /// Whether a statement meets a row, or is kept from one by something else than its rights; taken back.
    async fn try_it(&self, role: &ReachedRole, statement: &str) -> Result<bool, ProveError> {
        let own = |error: tokio_postgres::Error| ProveError::of(&error);
        let (login, act_as) = (self.written(&role.app_role), self.written(&role.act_as));
        let become_it = format!("SET LOCAL SESSION AUTHORIZATION {login}; SET LOCAL ROLE {act_as}");
        self.client.batch_execute(&format!("SAVEPOINT tried; {become_it}")).await.map_err(own)?;
        let succeeded = match rows(self.client, statement).await {
            Ok(found) => !found.is_empty(),
            Err(error) => ProveError::server(&error)?.sqlstate != INSUFFICIENT_PRIVILEGE,
        };
        self.client.batch_execute("ROLLBACK TO tried; RELEASE tried").await.map_err(own)?;
        Ok(succeeded)
    }

    /// A role as SQL writes it.
    fn written<'r>(&'r self, role: &'r str) -> &'r str {
        self.roles.get(role).map_or(role, String::as_str)
    }

    async fn session(&self, place: &Place<'_>) -> Result<Session, ProveError> {
        let target = self.target.with_database(place.database);
        Ok(Session::open(&target, "bulkhead prove", CONNECT_TIMEOUT).await?)
    }

    fn count(&mut self, relation: &str, role: &ReachedRole, verb: Verb, succeeded: bool) {
        let met = &mut self.met;
        met.attacks += 1;
        let is_it =
            |cell: &&mut Cell| cell.relation == relation && cell.role == role.name && cell.verb == verb;
        let cell = match met.matrix.iter_mut().find(is_it) {
            Some(cell) => cell,
            None => {
                let (relation, role) = (relation.to_owned(), role.name.clone());
                met.matrix.push(Cell { relation, role, verb, tried: 0, succeeded: 0, refused: 0 });
                let Some(cell) = met.matrix.last_mut() else { unreachable!("it was pushed just now") };
                cell
            }
        };
        cell.tried += 1;
        cell.succeeded += u64::from(succeeded);
        cell.refused += u64::from(!succeeded);
    }
}

/// What is tried on a relation: statements that return a row where they meet one.
fn tries(relation: &Relation) -> Vec<(Verb, String)> {
    let name = &relation.name;
    let mut tries = vec![(Verb::Select, format!("SELECT 1 FROM {name} LIMIT 1"))];
    if !matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned) {
        return tries;
    }
    // Columns are not read, so that the right to write alone is enough.
    if let Some(column) = relation.columns.iter().find(|column| !column.generated) {
        let column = quote_identifier(&column.name);
        tries.push((Verb::Update, format!("UPDATE {name} SET {column} = DEFAULT RETURNING 1")));
        tries.push((Verb::Insert, format!("INSERT INTO {name} DEFAULT VALUES RETURNING 1")));
    }
    tries.push((Verb::Delete, format!("DELETE FROM {name} RETURNING 1")));
    tries.push((Verb::Truncate, format!("TRUNCATE {name} CASCADE; SELECT 1")));
    tries
}
