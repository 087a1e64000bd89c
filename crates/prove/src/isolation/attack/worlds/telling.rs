//! How an attack that succeeded in a world is told: as a hole of the table's policies, or as a finding of its own.

use super::trial::Try;
use super::{Field, Subject, Told};
use crate::isolation::attack::arena::Attack;
use crate::isolation::attack::belonging::is_of;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::fix;
use crate::isolation::attack::report::{Form, Hole, Verb};
use crate::isolation::scope::{Relation, TenantPath};
use crate::{Finding, Severity};

const BY_VALUE: &str = "policy_opens_by_value";
const BY_CLAIM: &str = "context_claim_opens_all";

/// Keeps a hole that is told by its policies.
pub(super) fn keep(field: &mut Field<'_>, subject: &Subject<'_>, attempt: &Try<'_, '_>, hits: u64) {
    let relation = subject.relation;
    let exploit = field.arena.exploit(&shown(field, relation, attempt));
    field.holes.push(Hole {
        relation: relation.oid,
        attacker: subject.place,
        verb: attempt.verb,
        form: if attempt.verb == Verb::Select { Form::Read } else { Form::Blind },
        state: attempt.world.state,
        rows: hits,
        exploit: format!("-- {}\n{exploit}", attempt.world.words),
    });
}

/// Tells what an attempt met.
pub(super) fn tell(field: &mut Field<'_>, subject: &Subject<'_>, attempt: &Try<'_, '_>, hits: u64) {
    let Subject { attacker, relation, .. } = *subject;
    let Try { world, verb, attack } = attempt;
    let exploit = field.arena.exploit(&shown(field, relation, attempt));
    let kind = if world.told == Told::Claim { BY_CLAIM } else { BY_VALUE };
    let is_design = matches!(world.told, Told::Value | Told::Rank) && *verb == Verb::Select;
    let is_mild = is_design || world.told == Told::Guest;
    let deed = format!("{} {} {} {hits} rows of tenant B", attacker.role, attack.state.words(), verb.past());
    let name = &relation.name;
    let observed = match world.told {
        Told::Rank if is_design => {
            format!(
                "{deed} in {name} {}: such people of every tenant read all; accept it if that is meant",
                world.words
            )
        }
        _ if is_design => format!(
            "{deed} in {name} where {}: such rows of every tenant are read by all; accept it if that is meant",
            world.words
        ),
        Told::Value => format!("{deed} in {name} where {}", world.words),
        Told::Guest => format!("{deed} in {name} {}; accept it if guests are meant to write", world.words),
        _ => format!("{deed} in {name} {}", world.words),
    };
    let finding = Finding {
        kind: kind.to_owned(),
        object: name.clone(),
        objects: Vec::new(),
        severity: if is_mild { Severity::Medium } else { severity(kind) },
        place: None,
        exploit: Some(exploit),
        observed,
        fix: Some(fix::fix(field, relation, attacker, kind)),
    };
    add(field, finding);
}

/// The attack with a statement that shows the rows themselves, where it reads and B's rows are easily named.
fn shown<'a>(field: &Field<'_>, relation: &Relation, attempt: &Try<'_, 'a>) -> Attack<'a> {
    let mut attack = attempt.attack.clone();
    let is_plain = matches!(relation.tenant, Some(TenantPath::Root { .. } | TenantPath::Column { .. }));
    let tenant = attempt.world.tenant.as_deref().unwrap_or(&field.probe.tenants[1]);
    if let (Verb::Select, true, Some(of_b)) =
        (attempt.verb, is_plain, is_of(field.scope, relation, "t", tenant))
    {
        attack.sql = format!("{}SELECT t.* FROM {} AS t WHERE {of_b}", attempt.world.deed, relation.name);
    }
    attack
}
