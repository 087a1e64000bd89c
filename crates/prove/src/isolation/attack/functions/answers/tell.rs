//! Findings about what answers give away.

use bulkhead_connect::quote_identifier;

use super::seen::Seen;
use super::{Question, Subject};
use crate::Finding;
use crate::isolation::attack::arena::{Attack, Attacker, Outcome};
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::Function;
use crate::isolation::attack::functions::calls::Call;
use crate::isolation::attack::report::{Form, Hole, Verb};
use crate::isolation::attack::views::Met;
use crate::isolation::attack::{Field, is_table, without};
use crate::isolation::scope::Relation;

/// A call after which the session is B's.
pub(super) fn note_setter(
    field: &mut Field<'_>,
    attacker: &Attacker,
    question: &Question<'_>,
    outcome: &Outcome,
) {
    let (Subject::Function(function, _), Outcome::Done { judged, .. }) = (&question.subject, outcome) else {
        return;
    };
    let now = judged.last().and_then(|row| row.get(1)).cloned().flatten();
    if now.is_none() || now != Some(field.arena.contexts.value(1)) {
        return;
    }
    let observed = format!("{} called it as tenant A, and the session was tenant B's", attacker.role);
    if !function.definer {
        // An invoker's function does nothing that SET does not do as well.
        let note =
            format!("{} sets the context to any tenant, as SET does for everybody.", function.signature);
        if !field.residual.contains(&note) {
            field.residual.push(note);
        }
        return;
    }
    let exploit = field.arena.exploit(&question.attack);
    let revoke = revoke(field, function);
    add(field, finding("context_setter_unauthenticated", &function.signature, exploit, observed, revoke));
}

pub(super) fn in_relation(
    field: &mut Field<'_>,
    (place, attacker): (usize, &Attacker),
    relation: &Relation,
    question: &Question<'_>,
    seen: &Seen,
) {
    let mut attack = question.attack.clone();
    attack.prepare = String::new();
    let exploit = field.arena.exploit(&attack);
    if is_table(relation) {
        field.holes.push(Hole {
            relation: relation.oid,
            attacker: place,
            verb: Verb::Select,
            form: Form::Read,
            state: question.attack.state,
            rows: 1,
            exploit,
        });
        return;
    }
    let observed = format!("{} {}: {}", attacker.role, question.attack.state.words(), seen.observed);
    let (view, verb) = (relation.oid, Verb::Select);
    field.views.push(Met { attacker: place, view, verb, past_filter: false, exploit, observed });
}

pub(super) fn in_function(
    field: &mut Field<'_>,
    attacker: &Attacker,
    (function, call): (&Function, &Call),
    question: &Question<'_>,
    seen: &Seen,
) {
    // Who knows the random id of a row and is told other ids, as in resolving a session, learns nothing by
    // guessing.
    if seen.ids_alone && call.names_key && !call.names_tenant && !call.guesses {
        let note = format!("{} tells ids to whoever knows the id of a row.", function.signature);
        if !field.residual.contains(&note) {
            field.residual.push(note);
        }
        return;
    }
    let is_without = question.attack.state.is_nobodys();
    if is_without && field.findings.iter().any(|known| known.object == function.signature) {
        return;
    }
    let setting = field.arena.contexts.setting().unwrap_or_default().to_owned();
    let sets_context = function.settings.iter().any(|it| it.split('=').next() == Some(setting.as_str()));
    let kind = match (seen.in_error, function.definer, sets_context) {
        (true, ..) if call.injects => "secdef_dynamic_sql",
        (true, ..) => "error_detail_custom",
        (_, _, true) => "context_function_set_clause",
        _ if is_without => "secdef_anonymous",
        (_, true, _) if function.asks_current_user => "current_user_policy_in_secdef",
        (_, true, _) if call.injects => "secdef_dynamic_sql",
        (_, true, _) if !call.names_tenant && !call.names_key => "secdef_unfiltered",
        (_, true, _) => "secdef_tenant_param",
        // An invoker's function shows what its caller sees; the table itself has been attacked.
        (_, false, _) if !field.holes.is_empty() || !field.findings.is_empty() => return,
        _ => "secdef_tenant_param",
    };
    let stronger = |known: &Finding| known.object == function.signature && known.kind != kind;
    if let Some(known) = field.findings.iter().position(stronger) {
        if kind != "secdef_unfiltered" {
            return;
        }
        field.findings.remove(known);
    }
    let exploit = field.arena.exploit(&shown(field, &question.attack, seen));
    let (role, state) = (&attacker.role, question.attack.state.words());
    let observed = format!("{role} called {} {state}: {}", function.signature, seen.observed);
    let fix = match kind {
        _ if attacker.anonymous => {
            let role = quote_identifier(role);
            format!("REVOKE EXECUTE ON ROUTINE {} FROM PUBLIC, {role};", function.signature)
        }
        "secdef_dynamic_sql" => {
            let name = &function.signature;
            format!(
                "-- Let {name} pass values with USING, and choose names and orders from a list of its own."
            )
        }
        "current_user_policy_in_secdef" => {
            let name = &function.signature;
            format!(
                "-- Let the policies ask session_user, or the context: in {name} current_user is its owner."
            )
        }
        "context_function_set_clause" => format!("ALTER ROUTINE {} RESET {setting};", function.signature),
        _ => revoke(field, function),
    };
    add(field, finding(kind, &function.signature, exploit, observed, fix));
}

/// The call as it shows what it did: its answer, or the tables in which it wrote.
fn shown<'a>(field: &Field<'_>, attack: &Attack<'a>, seen: &Seen) -> Attack<'a> {
    if seen.changed.is_empty() {
        return Attack { judge: String::new(), ..attack.clone() };
    }
    let (remember, judge) = without::watch(field, &|relation| seen.changed.contains(&relation.name));
    Attack { prepare: format!("{}{remember}", attack.prepare), judge, ..attack.clone() }
}

pub(in crate::isolation::attack) fn revoke(field: &Field<'_>, function: &Function) -> String {
    format!("REVOKE EXECUTE ON ROUTINE {} FROM {};", function.signature, field.grantees)
}

pub(in crate::isolation::attack) fn finding(
    kind: &str,
    object: &str,
    exploit: String,
    observed: String,
    fix: String,
) -> Finding {
    Finding {
        kind: kind.to_owned(),
        object: object.to_owned(),
        objects: Vec::new(),
        severity: severity(kind),
        place: None,
        exploit: Some(exploit),
        observed,
        fix: Some(fix),
    }
}
