//! Views and functions with their owner's rights, asked by somebody of A who has another rank: what lets the head of one tenant in
//! must not let him into the others.

use super::asks::{Subject, ask_all, finding, is_same, named, prepared, seen, serves_all};
use super::{ASKED, Verb, World, ranks};
use crate::ProveError;
use crate::isolation::attack::arena::{Attack, Attacker};
use crate::isolation::attack::context::State;
use crate::isolation::attack::diagnose::add;
use crate::isolation::attack::{Field, without};
use crate::isolation::scope::Relation;

/// How many ranks are tried.
const RANKS: usize = 8;

/// Asks with each rank that its text compares with, with B's rows and without them.
pub(super) async fn attack(
    field: &mut Field<'_>,
    attacker: &Attacker,
    subject: &Subject<'_>,
) -> Result<(), ProveError> {
    if field.findings.iter().any(|known| known.object == subject.name) {
        return Ok(());
    }
    let mut sources = named(field, &subject.text);
    sources.sort_by_key(|source| !ranks::is_of_members(field, source));
    // What a view shows may be meant for those who have such rows.
    sources.retain(|source| subject.function.is_some() || ranks::is_of_members(field, source));
    sources.truncate(ASKED);
    let is_meant = |relation: &Relation| sources.iter().any(|it| it.oid == relation.oid);
    let (remember, judge) = without::watch(field, &is_meant);
    let worlds = ranks::worlds_of(field, &sources, &subject.text);
    for world in worlds.into_iter().take(RANKS) {
        let words = world.words.replacen("as one of A's whose", "one of A's rows is one whose", 1);
        let world = World { words, ..world };
        let attack = |also: &str| Attack {
            attacker,
            state: State::Own,
            prepare: format!("{}{also}{remember}", prepared(&world)),
            sql: subject.sql.clone(),
            judge: judge.clone(),
        };
        let attacks = [attack(""), attack(""), attack(&without::removal(field))];
        let answers = ask_all(field, &attacks).await?;
        let [Some(first), Some(again), Some(alone)] = answers.as_slice() else { continue };
        let seen = is_same(&first.told, &again.told).then(|| seen(alone, first, subject)).flatten();
        field.count(subject.name, attacker, Verb::Execute, seen.is_some());
        let Some((shown, written)) = seen else { continue };
        let [attack, ..] = attacks;
        if written.is_empty() && serves_all(field, subject, &world, &attack).await? {
            continue;
        }
        let attack = match written.is_empty() {
            true => Attack { prepare: prepared(&world), judge: String::new(), ..attack },
            false => attack,
        };
        let finding = finding(field, &attack, subject, &world, (&shown, &written));
        add(field, finding);
        return Ok(());
    }
    Ok(())
}
