//! From a successful attack to the reason: one finding for each kind and object.

use super::arena::Attacker;
use super::context::State;
use super::ground::Facts;
use super::policy::{self, Fault};
use super::report::{Form, Hole, Verb};
use super::{Field, fix};
use crate::isolation::scope::{Relation, TenantPath};
use crate::{Finding, Severity};

/// Adds a finding unless there is one of the kind about the object.
pub(super) fn add(field: &mut Field<'_>, finding: Finding) {
    let is_known = |known: &Finding| known.kind == finding.kind && known.object == finding.object;
    if !field.findings.iter().any(is_known) {
        field.findings.push(finding);
    }
}

/// Turns the holes in tables into findings.
pub(super) fn diagnose(field: &mut Field<'_>, attackers: &[Attacker]) {
    let holes = std::mem::take(&mut field.holes);
    let scope = field.scope;
    for relation in &scope.relations {
        let here: Vec<&Hole> = holes.iter().filter(|hole| hole.relation == relation.oid).collect();
        if here.is_empty() {
            continue;
        }
        let facts = field.ground.facts.get(&relation.oid).cloned().unwrap_or_default();
        for (place, attacker) in attackers.iter().enumerate() {
            let own: Vec<&Hole> = here.iter().copied().filter(|hole| hole.attacker == place).collect();
            let without = here.iter().any(|hole| attackers[hole.attacker].role == attacker.app_role);
            // What the application role can do by itself needs no SET ROLE.
            if own.is_empty() || attacker.is_set() && without {
                continue;
            }
            for cause in causes(field, relation, &facts, (place, attackers), &own, &here) {
                let finding = finding(field, relation, attacker, &cause, &own);
                add(field, finding);
            }
        }
    }
    field.holes = holes;
}

/// A reason, what it is about, and the attack that shows it best.
struct Cause<'h> {
    kind: &'static str,
    object: String,
    shown_by: &'h Hole,
    /// The policies that let it through.
    policies: Vec<String>,
}

fn causes<'h>(
    field: &Field<'_>,
    relation: &Relation,
    facts: &Facts,
    (place, attackers): (usize, &[Attacker]),
    own: &[&'h Hole],
    here: &[&'h Hole],
) -> Vec<Cause<'h>> {
    let attacker = &attackers[place];
    let strict: Vec<&'h Hole> = own.iter().copied().filter(|hole| hole.form != Form::Common).collect();
    if let Some(shown_by) = best(&strict) {
        if let Some((kind, object)) = by_role(attacker) {
            return vec![Cause { kind, object, shown_by, policies: Vec::new() }];
        }
        if let Some(kind) = by_flags(field, relation, facts) {
            return vec![Cause { kind, object: relation.name.clone(), shown_by, policies: Vec::new() }];
        }
        let is_owner = field.ground.rights.get(&(place, relation.oid)).is_some_and(|rights| rights.owner);
        if is_owner && !facts.forced {
            let (kind, object) = if attacker.role == facts.owner {
                ("rls_not_forced_owner", relation.name.clone())
            } else {
                ("role_member_of_owner", format!("{} of {}", facts.owner, attacker.role))
            };
            return vec![Cause { kind, object, shown_by, policies: Vec::new() }];
        }
    }
    let setting = field.scope.tenancy.context.setting.as_ref();
    // What a row of one's own opens elsewhere says more than that it can be written.
    let is_source = field
        .findings
        .iter()
        .any(|known| known.kind == "policy_source_writable" && known.object == relation.name);
    let mut causes = by_policies(relation, facts, attacker, (&strict, is_source), setting, &|verb| {
        let others = attackers.iter().enumerate().filter(|(other, it)| *other != place && !it.is_set());
        let mut with_right = others.filter(|(other, _)| has_right(field, *other, relation, verb)).peekable();
        with_right.peek().is_some()
            && with_right
                .all(|(other, _)| !here.iter().any(|hole| hole.attacker == other && hole.verb == verb))
    });
    let common: Vec<&'h Hole> = own.iter().copied().filter(|hole| hole.form == Form::Common).collect();
    let writes: Vec<&'h Hole> = strict.iter().copied().filter(|hole| hole.verb != Verb::Select).collect();
    if let (Some(shown_by), true) = (best(&common), writes.is_empty()) {
        causes.push(Cause {
            kind: "shared_rows_writable",
            object: relation.name.clone(),
            shown_by,
            policies: Vec::new(),
        });
    }
    causes
}

fn has_right(field: &Field<'_>, place: usize, relation: &Relation, verb: Verb) -> bool {
    field.ground.rights.get(&(place, relation.oid)).is_some_and(|rights| match verb {
        Verb::Select => rights.select,
        Verb::Insert => !rights.insert_columns.is_empty(),
        Verb::Update => !rights.update_columns.is_empty(),
        Verb::Delete => rights.delete,
        _ => false,
    })
}

/// The attack that shows most: as A rather than without context, a read rather than a write, blind rather
/// than by key.
fn best<'h>(holes: &[&'h Hole]) -> Option<&'h Hole> {
    holes.iter().copied().min_by_key(|hole| (hole.state, hole.verb, hole.form))
}

fn by_role(attacker: &Attacker) -> Option<(&'static str, String)> {
    let role = attacker.role.clone();
    match attacker {
        _ if attacker.is_set() => Some(("role_set_role_reach", role)),
        Attacker { superuser: true, .. } => Some(("role_superuser", role)),
        Attacker { bypassrls: true, .. } => Some(("role_bypassrls", role)),
        _ => None,
    }
}

/// Reasons that the relation's flags are enough to tell.
fn by_flags(field: &Field<'_>, relation: &Relation, facts: &Facts) -> Option<&'static str> {
    let context = &field.scope.tenancy.context;
    if context.schemas.values().any(|schema| *schema == relation.schema) {
        let shared = context.roles.is_empty();
        return Some(if shared { "schema_shared_role" } else { "schema_grant_other_tenant" });
    }
    if facts.row_security {
        return None;
    }
    let secured = |oid: &u32| field.ground.facts.get(oid).is_some_and(|parent| parent.row_security);
    if facts.parents.iter().any(|parent| secured(parent) || is_secured_above(field, *parent)) {
        return Some(if facts.partition { "partition_direct" } else { "inherit_child_direct" });
    }
    let child =
        |other: &Facts| other.parents.contains(&relation.oid) && other.row_security && !other.partition;
    if field.ground.facts.values().any(child) {
        return Some("inherit_parent_unprotected");
    }
    Some(match relation.tenant {
        Some(TenantPath::Root { .. }) => "root_table_no_rls",
        Some(TenantPath::Parent { .. }) => "child_without_tenant_column",
        _ => "rls_disabled",
    })
}

fn is_secured_above(field: &Field<'_>, oid: u32) -> bool {
    field.ground.facts.get(&oid).is_some_and(|facts| {
        facts.row_security || facts.parents.iter().any(|parent| is_secured_above(field, *parent))
    })
}

/// Reasons that lie in the policies. `only_here` tells whether other roles with the same right are kept
/// out.
fn by_policies<'h>(
    relation: &Relation,
    facts: &Facts,
    attacker: &Attacker,
    (holes, is_source): (&[&'h Hole], bool),
    setting: Option<&String>,
    only_here: &dyn Fn(Verb) -> bool,
) -> Vec<Cause<'h>> {
    let object = || relation.name.clone();
    let own: Vec<&'h Hole> = holes.iter().copied().filter(|hole| hole.state == State::Own).collect();
    if own.is_empty() {
        let defaults =
            attacker.settings.iter().any(|(name, value)| setting == Some(name) && !value.is_empty());
        let (kind, object) = match defaults {
            true => (
                "context_role_default",
                format!("{} of {}", setting.map_or("", String::as_str), attacker.app_role),
            ),
            false => ("context_fail_open", object()),
        };
        return best(holes)
            .map(|shown_by| Cause { kind, object, shown_by, policies: Vec::new() })
            .into_iter()
            .collect();
    }
    let with = |verbs: &[Verb], forms: &[Form]| {
        let fits = |hole: &&&'h Hole| verbs.contains(&hole.verb) && forms.contains(&hole.form);
        best(&own.iter().filter(fits).copied().collect::<Vec<_>>())
    };
    let applies =
        |roles: &[u32]| roles.is_empty() || roles.iter().any(|role| attacker.acts_for.contains(role));
    let mut causes = Vec::new();
    let read = with(&[Verb::Select], &[Form::Read, Form::Lock]);
    let rewrite = with(&[Verb::Update, Verb::Delete], &[Form::Blind, Form::ByKey, Form::Upsert, Form::Merge]);
    if let Some(shown_by) = read.or(rewrite) {
        let policies = policy::permissive(facts, shown_by.verb, &applies);
        let named = policies.iter().any(|policy| !policy.roles.is_empty());
        let fences = facts.policies.iter().any(|policy| !policy.permissive && !applies(&policy.roles));
        let kind = match policy::fault(&policies) {
            _ if fences && only_here(shown_by.verb) => "restrictive_wrong_role",
            _ if named && only_here(shown_by.verb) => "policy_role_gap",
            _ if read.is_none() => "policy_verb_gap",
            Fault::AlwaysTrue => "policy_always_true",
            Fault::Pattern => "policy_pattern_match",
            Fault::PermissiveOr => "policy_permissive_or",
            Fault::Capture => "policy_column_capture",
            Fault::Tautology => "policy_tautology",
        };
        let policies = policies.iter().map(|policy| policy.name.clone()).collect();
        causes.push(Cause { kind, object: object(), shown_by, policies });
    }
    // A check of its own can be weak beside a policy that reads well; without one, the reading policy is
    // the check.
    let checks = |verb| policy::permissive(facts, verb, &applies).iter().any(|policy| policy.check.is_some());
    if let Some(shown_by) = with(&[Verb::Insert], &[Form::Plant])
        && !is_source
        && (read.is_none() || checks(Verb::Insert))
    {
        causes.push(Cause {
            kind: "policy_insert_check_weak",
            object: object(),
            shown_by,
            policies: Vec::new(),
        });
    }
    let updated = with(&[Verb::Update], &[Form::Blind, Form::ByKey]).is_some();
    if let Some(shown_by) = with(&[Verb::Update], &[Form::Move])
        && !updated
        && !is_source
    {
        causes.push(Cause {
            kind: "policy_update_check_weak",
            object: object(),
            shown_by,
            policies: Vec::new(),
        });
    }
    causes
}

fn finding(
    field: &Field<'_>,
    relation: &Relation,
    attacker: &Attacker,
    cause: &Cause<'_>,
    own: &[&Hole],
) -> Finding {
    Finding {
        kind: cause.kind.to_owned(),
        object: cause.object.clone(),
        objects: Vec::new(),
        severity: severity(cause.kind),
        place: None,
        exploit: Some(cause.shown_by.exploit.clone()),
        observed: observed(relation, attacker, cause, own),
        fix: Some(fix::fix(field, relation, attacker, cause.kind)),
    }
}

/// What was seen, with everything else that the same role could do in the same state.
fn observed(relation: &Relation, attacker: &Attacker, cause: &Cause<'_>, own: &[&Hole]) -> String {
    let shown_by = cause.shown_by;
    let deed = match shown_by.form {
        Form::Move => format!("made {} of A's rows B's", shown_by.rows),
        Form::Plant => "inserted a row of tenant B".to_owned(),
        Form::Common if shown_by.verb == Verb::Insert => {
            "inserted a row that belongs to no tenant and that B sees".to_owned()
        }
        Form::Common => format!("{} a row that belongs to no tenant", shown_by.verb.past()),
        _ if shown_by.state.is_nobodys() => {
            format!("{} {} rows of tenants", shown_by.verb.past(), shown_by.rows)
        }
        _ => format!("{} {} rows of tenant B", shown_by.verb.past(), shown_by.rows),
    };
    let mut text = format!("{} {} {deed} in {}", attacker.role, shown_by.state.words(), relation.name);
    let mut also: Vec<&str> = own
        .iter()
        .filter(|hole| {
            hole.state == shown_by.state && hole.verb != shown_by.verb && hole.form != Form::Common
        })
        .map(|hole| hole.verb.past())
        .collect();
    also.sort_unstable();
    also.dedup();
    if !also.is_empty() {
        text.push_str(&format!("; rows of B were also {}", also.join(", ")));
    }
    if !cause.policies.is_empty() {
        text.push_str(&format!("; the policies for it: {}", cause.policies.join(", ")));
    }
    text
}

/// How bad a kind is.
pub(super) fn severity(kind: &str) -> Severity {
    match kind {
        "shared_table_writable" | "sequence_shared" => Severity::Low,
        "fk_cross_tenant"
        | "unique_oracle"
        | "sequence_setval"
        | "priv_references"
        | "error_detail_custom"
        | "policy_recursion"
        | "view_check_option_oracle" => Severity::Medium,
        "root_table_no_rls"
        | "notify_payload"
        | "shared_rows_writable"
        | "priv_trigger"
        | "context_role_default"
        | "context_setting_opens_all"
        | "context_claim_opens_all"
        | "policy_opens_by_value"
        | "context_setter_unauthenticated" => Severity::High,
        _ => Severity::Critical,
    }
}
