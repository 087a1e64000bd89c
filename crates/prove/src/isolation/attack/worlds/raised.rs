//! Functions with their owner's rights, called by somebody who has just raised himself: a flag in his own row, which he
//! may write, is what the function asks.

use super::asks::{Subject, ask_all, finding, is_same, seen};
use super::{ASKED, Verb, World, own};
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::Relation;

/// After how many deeds a function is called.
const DEEDS: usize = 12;

/// Writes a row of A's own, calls, and asks the same where B has no rows.
pub(super) async fn attack(
    field: &mut Field<'_>,
    place: usize,
    attacker: &Attacker,
    subject: &Subject<'_>,
) -> Result<(), ProveError> {
    if subject.function.is_none() || field.findings.iter().any(|known| known.object == subject.name) {
        return Ok(());
    }
    let scope = field.scope;
    let sources = scope.relations.iter().filter(|it| {
        crate::isolation::attack::is_table(it)
            && it.partition_of.is_none()
            && bulkhead_sql::has_word(&subject.text, &it.table)
    });
    let sources: Vec<&Relation> = sources.take(ASKED).collect();
    let deeds: Vec<World> = sources
        .iter()
        .flat_map(|source| own::flags(field, place, source, &subject.text))
        .take(DEEDS)
        .collect();
    if deeds.is_empty() {
        return Ok(());
    }
    let is_meant = |relation: &Relation| sources.iter().any(|it| it.oid == relation.oid);
    let (remember, judge) = without::watch(field, &is_meant);
    let call = |world: &World, deed: &str, also: &str| Attack {
        attacker,
        state: State::Own,
        prepare: format!("{}{also}{remember}", world.prepare),
        sql: format!("{deed}{}", subject.sql),
        judge: judge.clone(),
    };
    let removal = without::removal(field);
    for world in deeds {
        let attacks =
            [call(&world, &world.deed, ""), call(&world, &world.deed, &removal), call(&world, "", "")];
        let answers = ask_all(field, &attacks).await?;
        let [Some(first), Some(alone), Some(before)] = answers.as_slice() else { continue };
        // What is told without the deed as well is no matter of flags, and what changes of itself none of B.
        let is_new = !is_same(&first.told, &before.told) || first.written != before.written;
        let seen = if is_new { seen(alone, first, subject) } else { None };
        field.count(subject.name, attacker, Verb::Execute, seen.is_some());
        let Some((shown, written)) = seen else { continue };
        let again = ask_all(field, &attacks[..1]).await?;
        if !matches!(again.as_slice(), [Some(again)] if is_same(&first.told, &again.told)) {
            continue;
        }
        let [attack, ..] = attacks;
        let attack = match written.is_empty() {
            true => Attack { prepare: world.prepare.clone(), judge: String::new(), ..attack },
            false => attack,
        };
        let words = world.words.replacen("after it had run", "it had run before:", 1);
        let finding = finding(field, &attack, subject, &World { words, ..world }, (&shown, &written));
        add(field, finding);
        return Ok(());
    }
    Ok(())
}
