//! What A sees that changes when B writes: B does something of its own in a table with triggers, and A looks before it
//! and after it, all in one transaction. Without the triggers the same changes nothing.

mod deeds;
mod looks;

use std::collections::BTreeMap;

use bulkhead_connect::ServerError;
use futures_util::future;

use self::deeds::{Deed, Writer};
use self::looks::{Look, Subject};
use super::{ALIKE, Triggered, twins, with_parents};
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, LEAVE, POLICIES_ALONE, Row, rows};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::{add, severity};
use crate::isolation::attack::functions::Function;
use crate::isolation::attack::oracles::{Constraint, make_room};
use crate::isolation::attack::report::Verb;
use crate::isolation::scope::Relation;
use crate::{Finding, ProveError, Severity};

/// What a look saw; nothing where it was refused.
type Seen = Option<Vec<Row>>;

/// Lets B write every table with triggers, and looks as A.
pub(in crate::isolation::attack) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    (triggered, functions): (&[Triggered], &[Function]),
    constraints: &[Constraint],
) -> Result<(), ProveError> {
    if attacker.superuser || attacker.bypassrls {
        return Ok(());
    }
    let scope = field.scope;
    let mut alike: BTreeMap<&str, usize> = BTreeMap::new();
    for table in triggered {
        let Some(relation) = scope.relation(table.relation).filter(|it| it.tenant.is_some()) else {
            continue;
        };
        let tried = alike.entry(&table.text).or_default();
        *tried += 1;
        let Some(rights) = field.ground.rights.get(&(place, relation.oid)).cloned() else { continue };
        let Some(rows) = field.ground.rows.get(&relation.oid).cloned() else { continue };
        // The row that says most is the one that functions are asked for.
        let of_b = rows.samples_b.iter().max_by_key(|row| row.iter().flatten().count());
        let (Some(of_a), Some(of_b)) = (rows.samples_a.first(), of_b) else { continue };
        let looks = looks::looks(field, place, (table, relation), functions);
        if looks.is_empty() || *tried > ALIKE {
            continue;
        }
        let text = table.text.as_str();
        let writer = Writer { relation, rights: &rights, constraints, text, of_a, of_b };
        let deeds = writer.deeds(field);
        // What tenants have alike, B has as well: then its row may refer to it.
        let near = with_parents(field, relation, &|_| false, constraints);
        let parents =
            twins::twins(field, constraints, &|it| near.contains(&it.oid) && it.oid != relation.oid);
        let room = make_room(field, relation, of_a);
        let as_a = attacker.enter(&field.arena.contexts, State::Own);
        let ways = [format!("{parents}{room}{as_a}{};\n{LEAVE}", writer.own(field)), parents];
        for prepare in ways {
            let Some(seen) = seen(field, attacker, &prepare, (&deeds, &looks)).await? else { continue };
            tell(field, attacker, relation, (&prepare, &deeds, &looks), &seen).await?;
            break;
        }
    }
    Ok(())
}

/// What A sees before any deed, and after each of them; nothing where it cannot be prepared.
async fn seen(
    field: &Field<'_>,
    attacker: &Attacker,
    prepare: &str,
    (deeds, looks): (&[Deed], &[Look<'_>]),
) -> Result<Option<Vec<Vec<Seen>>>, ProveError> {
    let client = field.arena.client;
    let opened = client.simple_query(&format!("{}{prepare}SAVEPOINT deed", field.arena.limits())).await;
    let before = "SELECT".to_owned();
    let after = deeds.iter().map(|deed| done(field, attacker, deed));
    let starts: Vec<String> = [before].into_iter().chain(after).collect();
    let answers = match &opened {
        Ok(_) => future::join_all(starts.iter().map(|start| look(field, attacker, start, looks))).await,
        Err(_) => Vec::new(),
    };
    client.simple_query("ROLLBACK").await.map_err(|error| ProveError::lost(&error))?;
    if let Err(error) = opened {
        ServerError::of(&error).ok_or_else(|| ProveError::lost(&error))?;
        return Ok(None);
    }
    Ok(Some(answers.into_iter().collect::<Result<_, _>>()?))
}

/// SQL by which B does something in the open transaction.
fn done(field: &Field<'_>, attacker: &Attacker, deed: &Deed) -> String {
    format!("{}{}{};\n{LEAVE}", deed.room, field.arena.as_other(attacker), deed.sql)
}

/// Looks as A after a beginning, and takes all of it back.
async fn look(
    field: &Field<'_>,
    attacker: &Attacker,
    start: &str,
    looks: &[Look<'_>],
) -> Result<Vec<Seen>, ProveError> {
    let client = field.arena.client;
    let entry = format!("SAVEPOINT look;\n{}", attacker.enter(&field.arena.contexts, State::Own));
    let each = looks.iter().map(|look| {
        future::join3(
            client.simple_query(&entry),
            client.simple_query(&look.sql),
            client.simple_query("ROLLBACK TO SAVEPOINT look; RELEASE SAVEPOINT look"),
        )
    });
    let (started, seen, ended) = future::join3(
        client.simple_query(start),
        future::join_all(each),
        client.simple_query("ROLLBACK TO SAVEPOINT deed"),
    )
    .await;
    ended.map_err(|error| ProveError::of(&error))?;
    let is_done = started.is_ok();
    Ok(seen.into_iter().map(|(_, answer, _)| answer.ok().filter(|_| is_done).map(rows)).collect())
}

/// Tells what A saw that changed, once for each look.
async fn tell(
    field: &mut Field<'_>,
    attacker: &Attacker,
    relation: &Relation,
    (prepare, deeds, looks): (&str, &[Deed], &[Look<'_>]),
    seen: &[Vec<Seen>],
) -> Result<(), ProveError> {
    let Some((before, after)) = seen.split_first() else { return Ok(()) };
    for (place, look) in looks.iter().enumerate() {
        let Some(before) = &before[place] else { continue };
        let news = deeds.iter().zip(after).find_map(|(deed, seen)| {
            let news = look.news(before, seen[place].as_ref()?)?;
            Some((deed, news))
        });
        let is_by_triggers = match &news {
            Some((deed, _)) => !is_without(field, attacker, prepare, (deed, look)).await?,
            None => false,
        };
        field.count(&relation.name, attacker, Verb::Select, is_by_triggers);
        if let Some((deed, news)) = news.filter(|_| is_by_triggers) {
            let prepare = format!("{prepare}{}", done(field, attacker, deed));
            let (state, sql) = (State::Own, look.sql.clone());
            let attack = Attack { attacker, state, prepare, sql, judge: String::new() };
            let finding = finding(field, relation, look, &attack, &news);
            add(field, finding);
        }
    }
    Ok(())
}

/// Whether A sees the same when the triggers are off.
async fn is_without(
    field: &Field<'_>,
    attacker: &Attacker,
    prepare: &str,
    (deed, look): (&Deed, &Look<'_>),
) -> Result<bool, ProveError> {
    let quiet = Deed { room: format!("{}{POLICIES_ALONE}", deed.room), sql: deed.sql.clone() };
    let seen = seen(field, attacker, prepare, (&[quiet], std::slice::from_ref(look))).await?;
    let seen: Vec<Seen> = seen.into_iter().flatten().flatten().collect();
    Ok(match seen.as_slice() {
        [Some(before), Some(after)] => look.news(before, after).is_some(),
        _ => false,
    })
}

fn finding(
    field: &Field<'_>,
    relation: &Relation,
    look: &Look<'_>,
    attack: &Attack<'_>,
    news: &str,
) -> Finding {
    let (table, role) = (&relation.name, &attack.attacker.role);
    let by_rules = field.ground.facts.get(&relation.oid).is_some_and(|facts| facts.by_rules);
    let cross = if by_rules { "rule_runs_as_owner" } else { "secdef_trigger_cross_write" };
    let copies = "trigger_copies_rows";
    let (kind, object, severity, seen, fix) = match &look.subject {
        Subject::Own(own) => (
            cross,
            relation,
            severity(cross),
            format!("in its own rows of {}", own.name),
            format!("-- Let the triggers on {table} compare the tenant of what they change."),
        ),
        Subject::Common(copy, _) => (
            copies,
            *copy,
            Severity::Medium,
            format!("in {}, which has no tenant", copy.name),
            format!("-- Let {} hold a row for each tenant, with a policy.", copy.name),
        ),
        Subject::Answer(function, copy) => (
            copies,
            *copy,
            severity(copies),
            format!("in what {} answers from {}", function.signature, copy.name),
            format!("-- Let {} hold the tenant, and {} ask for it.", copy.name, function.signature),
        ),
    };
    let observed = format!(
        "tenant B wrote rows of its own in {table}, triggers then did more, and {role} as tenant A saw it {seen}: {news}"
    );
    Finding {
        kind: kind.to_owned(),
        object: object.name.clone(),
        objects: Vec::new(),
        severity,
        place: None,
        exploit: Some(field.arena.exploit(attack)),
        observed,
        fix: Some(fix),
    }
}
