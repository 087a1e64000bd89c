//! Attacks: as tenant A, with the application's own roles, on everything that is B's.
//!
//! [`attack`] is given a scratch database in which both tenants have rows. It runs every attack in a
//! transaction that is rolled back, and lets the superuser judge what it met: rows of B read, changed,
//! removed, planted.

mod arena;
mod belonging;
mod context;
mod diagnose;
mod fix;
mod functions;
mod gathered;
mod ground;
mod homes;
mod large;
mod marks;
mod oracles;
mod parents;
mod policy;
mod premises;
mod recursion;
mod report;
mod seeds;
mod settings;
mod shadow;
mod sources;
mod tables;
mod triggers;
mod values;
mod views;
mod without;
mod worlds;

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use bulkhead_connect::{Session, Target, quote_identifier, quote_literal};
use bulkhead_project::Level;
use tokio_postgres::Client;

use self::arena::{Arena, Attacker, ask};
use self::belonging::is_of;
use self::context::{Contexts, State};
use self::functions::Function;
use self::ground::{Ground, text};
use self::report::Hole;
pub use self::report::{AttackReport, Cell, Untested, Verb};
use self::seeds::Seeds;
pub(super) use self::tables::own::{Abilities, Own};
use super::needs::with_tenants;
use super::reach::{Reach, ReachedRole};
use super::scope::{Relation, RelationKind, Scope, TenantPath};
use crate::{Finding, ProveError, bodies};

/// The two tenants of the attacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// Their ids as text: A, who attacks, and B.
    pub tenants: [String; 2],
    /// Their users, where a session carries a user.
    pub users: Option<[String; 2]>,
}

/// Everything that the attacks share.
struct Field<'a> {
    scope: &'a Scope,
    probe: &'a Probe,
    arena: Arena<'a>,
    ground: Ground,
    holes: Vec<Hole>,
    /// What was met through views.
    views: Vec<views::Met>,
    /// Views and what they read.
    bases: Vec<(u32, u32)>,
    findings: Vec<Finding>,
    untested: Vec<Untested>,
    cells: BTreeMap<(String, String, Verb), (u64, u64)>,
    attacks: u64,
    residual: Vec<String>,
    settled: BTreeSet<(String, String)>,
    /// Whether tenant B sees rows of its own, by table.
    seen_by_b: BTreeMap<String, bool>,
    /// PUBLIC and the application roles, for REVOKE.
    grantees: String,
}

impl Field<'_> {
    /// Counts an attack.
    fn count(&mut self, object: &str, attacker: &Attacker, verb: Verb, succeeded: bool) {
        self.attacks += 1;
        let cell = self.cells.entry((object.to_owned(), attacker.role.clone(), verb)).or_default();
        cell.0 += 1;
        cell.1 += u64::from(succeeded);
    }

    /// How many tables have rows of B, and the tables that could have some and have none.
    fn filled(&self) -> (usize, Vec<String>) {
        let tables = self.scope.relations.iter().filter(|relation| {
            let partition = self.ground.facts.get(&relation.oid).is_some_and(|facts| facts.partition);
            let through = matches!(relation.tenant, Some(TenantPath::Link { .. }));
            is_table(relation) && !partition && !through
        });
        let of_b = tables.filter(|it| is_of(self.scope, it, "t", &self.probe.tenants[1]).is_some());
        let has_rows =
            |it: &&Relation| self.ground.rows.get(&it.oid).is_some_and(|rows| !rows.of_b.is_empty());
        let (filled, empty): (Vec<&Relation>, Vec<&Relation>) = of_b.partition(has_rows);
        (filled.len(), empty.into_iter().map(|relation| relation.name.clone()).collect())
    }

    fn matrix(&mut self) -> Vec<Cell> {
        let cell = |((relation, role, verb), (tried, succeeded))| Cell {
            relation,
            role,
            verb,
            tried,
            succeeded,
            refused: tried - succeeded,
        };
        std::mem::take(&mut self.cells).into_iter().map(cell).collect()
    }
}

/// Attacks a scratch database, of which `target` is a superuser's, with rows of both tenants of `probe` in
/// it. `timeout` limits each attack.
pub async fn attack(
    target: &Target,
    scope: &Scope,
    probe: &Probe,
    timeout: Duration,
) -> Result<AttackReport, ProveError> {
    let session = Session::open(target, "bulkhead prove", timeout).await?;
    let untouched = Session::open(target, "bulkhead prove", timeout).await?;
    let report = attack_over([&session, &untouched], scope, probe, timeout).await;
    untouched.close().await;
    session.close().await;
    report
}

async fn attack_over(
    sessions: [&Session; 2],
    scope: &Scope,
    probe: &Probe,
    timeout: Duration,
) -> Result<AttackReport, ProveError> {
    let [client, untouched] = sessions.map(Session::client);
    let mut scope = scope.clone();
    homes::settle(client, &mut scope, probe).await?;
    let scope = &scope;
    let reach = Reach::read(client, scope).await?;
    let attackers = attackers(client, scope, probe, &reach).await?;
    let contexts = Contexts::new(&scope.tenancy, probe);
    refresh(client, scope).await?;
    large::fill(client, scope, probe).await?;
    // From here on the session is one in which an earlier transaction had set the context.
    if !contexts.is_said_by_role() {
        ask(client, &format!("BEGIN; {}COMMIT", contexts.sql(State::Own))).await?;
    }
    let mut untested = Vec::new();
    for role in &reach.missing {
        let reason = "there is no such role".to_owned();
        untested.push(Untested { object: role.clone(), role: None, reason });
    }
    untested.extend(missing(scope, &contexts, &attackers));
    let notices = sessions.map(|session| session.notices().clone());
    let ground = Ground::read(client, scope, probe, &attackers, &mut untested).await?;
    let mut field = Field {
        scope,
        probe,
        arena: Arena { client, untouched, notices, contexts, timeout },
        ground,
        holes: Vec::new(),
        views: Vec::new(),
        bases: Vec::new(),
        findings: Vec::new(),
        untested,
        cells: BTreeMap::new(),
        attacks: 0,
        residual: Vec::new(),
        settled: BTreeSet::new(),
        seen_by_b: BTreeMap::new(),
        grantees: grantees(&attackers),
    };
    for (place, attacker) in attackers.iter().enumerate() {
        for relation in scope.relations.iter().filter(|relation| is_table(relation)) {
            tables::attack(&mut field, place, attacker, relation).await?;
        }
    }
    let bodies = bodies::read(client).await?;
    let constraints = oracles::read(&field).await?;
    let triggered = triggers::Triggered::read(client, &bodies).await?;
    let anonymous = functions::anonymous(client, &attackers).await?;
    let callers: Vec<Attacker> = attackers.iter().chain(&anonymous).cloned().collect();
    let functions = Function::read(client, &callers).await?;
    let known = worlds::states::Known {
        functions: &functions,
        bodies: &bodies,
        triggered: &triggered,
        constraints: &constraints,
    };
    let mut told = BTreeSet::new();
    for (place, attacker) in attackers.iter().enumerate().filter(|(_, attacker)| !attacker.is_set()) {
        recursion::attack(&mut field, place, attacker).await?;
        sources::attack(&mut field, place, attacker, &bodies).await?;
        settings::attack(&mut field, place, attacker, &bodies).await?;
        worlds::attack(&mut field, place, attacker, &bodies, &constraints).await?;
        shadow::attack(&mut field, place, attacker, &bodies).await?;
        functions::answers::attack(&mut field, place, attacker, &functions).await?;
        views::attack(&mut field, place, attacker, &constraints).await?;
        worlds::asks::attack(&mut field, place, attacker, &functions, &bodies).await?;
        worlds::states::attack(&mut field, place, attacker, known, &mut told).await?;
        functions::left::attack(&mut field, place, attacker, &functions).await?;
        functions::made::attack(&mut field, place, attacker, &functions, &bodies).await?;
        functions::bearers::attack(&mut field, place, attacker, &functions).await?;
        tables::common::attack(&mut field, place, attacker).await?;
        tables::whose::attack(&mut field, place, attacker, &bodies).await?;
        gathered::attack(&mut field, place, attacker).await?;
        tables::orphans::attack(&mut field, place, attacker, &constraints).await?;
        tables::privileges::attack(&mut field, place, attacker).await?;
        oracles::attack(&mut field, place, attacker, &constraints).await?;
        views::check_options::attack(&mut field, place, attacker, &constraints).await?;
        oracles::held::attack(&mut field, place, attacker, &constraints, &triggered).await?;
        triggers::impostor::attack(&mut field, place, attacker, &constraints).await?;
        triggers::copies::attack(&mut field, place, attacker, &triggered).await?;
        let written = (triggered.as_slice(), functions.as_slice());
        triggers::felt::attack(&mut field, place, attacker, written, &constraints).await?;
        oracles::taken::attack(&mut field, place, attacker, &triggered).await?;
        let heard = (triggered.as_slice(), functions.as_slice(), &bodies);
        functions::channels::attack(&mut field, place, attacker, heard, &constraints).await?;
        large::attack(&mut field, place, attacker, &functions, &bodies).await?;
        oracles::numbers::attack(&mut field, place, attacker, &triggered, &bodies).await?;
        oracles::listed::attack(&mut field, place, attacker, (&constraints, &triggered)).await?;
    }
    triggers::attack(&mut field, &attackers, &constraints, &triggered).await?;
    worlds::states::written::attack(&mut field, &attackers, &constraints, &triggered).await?;
    for (place, attacker) in callers.iter().enumerate().filter(|(_, attacker)| attacker.anonymous) {
        functions::answers::attack(&mut field, place, attacker, &functions).await?;
    }
    views::diagnose(&mut field, &attackers);
    diagnose::diagnose(&mut field, &attackers);
    let mut findings = std::mem::take(&mut field.findings);
    let seeds = Seeds::read(client, scope, &field.ground, &bodies).await?;
    for finding in &mut findings {
        if let Some(exploit) = &mut finding.exploit {
            let sown = seeds.sow(exploit, &finding.object).await?;
            let is_sown = sown != *exploit;
            *exploit = with_tenants(scope, &probe.tenants, &sown, &finding.object, is_sown);
        }
    }
    let premises = premises::premises(&field, &attackers).await?;
    field.residual.extend(premises::residual(&field));
    let matrix = field.matrix();
    let (filled, empty) = field.filled();
    let sighted = field.seen_by_b.values().filter(|sees| **sees).count();
    let blind = field.seen_by_b.iter().filter(|(_, sees)| !**sees).map(|(table, _)| table.clone());
    Ok(AttackReport {
        attacks: field.attacks,
        matrix,
        findings,
        untested: field.untested,
        premises,
        residual: field.residual,
        settled: field.settled,
        empty,
        filled,
        blind: blind.collect(),
        sighted,
    })
}

/// What the manifest has to say before anything can be attacked.
fn missing(scope: &Scope, contexts: &Contexts, attackers: &[Attacker]) -> Vec<Untested> {
    let context = &scope.tenancy.context;
    let mut reasons = Vec::new();
    if attackers.is_empty() {
        reasons.push("no application role is known, so nothing was attacked");
    }
    if scope.tenancy.level == Level::Schema && !contexts.has_schemas() {
        reasons.push("the schemas of the two tenants are not known, so none was attacked");
    }
    if scope.tenancy.level == Level::Row && !contexts.is_said() && context.roles.is_empty() {
        reasons.push("nothing says how a session becomes a tenant's, so it was none");
    }
    let untested =
        |reason: &str| Untested { object: "[tenancy]".to_owned(), role: None, reason: reason.to_owned() };
    reasons.into_iter().map(untested).collect()
}

fn is_table(relation: &Relation) -> bool {
    matches!(relation.kind, RelationKind::Table | RelationKind::Partitioned)
}

/// The application roles, or A's own where each tenant has one, and the roles that they can `SET ROLE` to.
async fn attackers(
    client: &Client,
    scope: &Scope,
    probe: &Probe,
    reach: &Reach,
) -> Result<Vec<Attacker>, ProveError> {
    let roles = &scope.tenancy.context.roles;
    let of_a = roles.get(&probe.tenants[0]);
    let other = roles.get(&probe.tenants[1]);
    let is_ours = |role: &str| match of_a {
        Some(of_a) => role == of_a,
        None => true,
    };
    let mut attackers: Vec<Attacker> = reach
        .roles
        .iter()
        .filter(|role| is_ours(&role.app_role))
        .filter(|role| {
            // With the name of another tenant's login comes that tenant's context, whatever rights are inherited.
            let is_login = role.settable && roles.values().any(|login| *login == role.name);
            role.is_app_role() || is_login || !role.inherited && role.act_as == role.name
        })
        .map(|role| Attacker::new(role, other.cloned()))
        .collect();
    attackers.sort_by_key(Attacker::is_set);
    for attacker in &mut attackers {
        let settings = format!(
            "SELECT split_part(setting, '=', 1), substr(setting, strpos(setting, '=') + 1) \
             FROM pg_db_role_setting AS s CROSS JOIN LATERAL unnest(s.setconfig) AS setting \
             WHERE s.setrole = (SELECT oid FROM pg_roles WHERE rolname = {}) \
               AND s.setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database())) \
             ORDER BY s.setdatabase",
            quote_literal(&attacker.app_role)
        );
        let rows = ask(client, &settings).await?;
        let inherits =
            |role: &&ReachedRole| role.app_role == attacker.app_role && role.act_as == attacker.role;
        attacker.acts_for = reach.roles.iter().filter(inherits).map(|role| role.oid).collect();
        attacker.settings = rows.iter().map(|row| (text(row, 0), text(row, 1))).collect();
    }
    Ok(attackers)
}

fn grantees(attackers: &[Attacker]) -> String {
    let roles = attackers.iter().filter(|attacker| !attacker.is_set());
    let mut names: Vec<String> = roles.map(|attacker| quote_identifier(&attacker.role)).collect();
    names.insert(0, "PUBLIC".to_owned());
    names.join(", ")
}

/// Brings materialized views up to the rows that are there now.
async fn refresh(client: &Client, scope: &Scope) -> Result<(), ProveError> {
    for view in scope.relations.iter().filter(|relation| relation.kind == RelationKind::MaterializedView) {
        ask(client, &format!("REFRESH MATERIALIZED VIEW {}", view.name)).await?;
    }
    Ok(())
}
