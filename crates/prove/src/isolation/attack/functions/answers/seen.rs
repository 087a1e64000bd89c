//! What an answer gives away: whether it depends on B's rows, and whether the question changed or copied them.

use super::{Question, Subject};
use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Outcome, Row};
use crate::isolation::attack::context::State;
use crate::isolation::attack::functions::refusals::{holds_value, said};
use crate::isolation::attack::marks::{CANARY_OF_A, is_id, mentions};
use crate::isolation::attack::without::{self, Answer, sorted};

/// What an answer gave away.
pub(super) struct Seen {
    pub observed: String,
    /// Nothing but ids and truth values, and only to who knows the key of a row.
    pub ids_alone: bool,
    pub in_error: bool,
    /// The tables in which rows of B changed.
    pub changed: Vec<String>,
}

/// Whether the answer depends on B's rows.
pub(super) async fn told(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
    without: &Answer,
) -> Result<Option<Seen>, ProveError> {
    let differs = match (outcome, without) {
        (Outcome::Done { rows, .. }, Ok(other)) => sorted(rows.clone()) != *other,
        (Outcome::Done { .. }, Err(_)) => true,
        (Outcome::Refused(error), _) => mentions(&said(error)),
        _ => false,
    };
    if let (Outcome::Refused(error), false, Subject::Function(function, _)) =
        (outcome, differs, &question.subject)
        && without.as_ref().err().is_none_or(|alone| said(alone) != said(error))
        && let Some(error) = holds_value(field, &question.attack, function, error).await?
    {
        let observed = format!("the error holds a value of a row of tenant B: {error}");
        return Ok(Some(Seen { observed, ids_alone: false, in_error: true, changed: Vec::new() }));
    }
    if !differs {
        return Ok(told_of_a(question, outcome));
    }
    let [first, second, third] = without::thrice(field, &question.attack).await?;
    let Ok(rows) = &first else {
        let text = first.err().map(|error| said(&error)).unwrap_or_default();
        let told = mentions(&text) && third.err().is_none_or(|error| !mentions(&said(&error)));
        let observed = format!("the error names a row of tenant B: {text}");
        return Ok(told.then_some(Seen { observed, ids_alone: false, in_error: true, changed: Vec::new() }));
    };
    let same = second.as_ref().is_ok_and(|second| second == rows);
    let flat = || rows.iter().flatten().flatten();
    let told = if same {
        third.as_ref().is_ok_and(|third| third != rows) || third.is_err()
    } else {
        // What the question itself says proves nothing.
        flat().any(|value| mentions(value)) && !mentions(&question.attack.sql)
    };
    if !told {
        return Ok(None);
    }
    let gone: Vec<_> = match &third {
        Ok(third) => rows.iter().filter(|row| !third.contains(row)).collect(),
        Err(_) => rows.iter().collect(),
    };
    let ids_alone = gone.iter().copied().flatten().flatten().all(|value| is_id(value));
    let shown: Vec<&str> = gone
        .first()
        .map(|row| row.iter().map(|value| value.as_deref().unwrap_or("NULL")).collect())
        .unwrap_or_default();
    let mut shown = shown.join(" | ");
    if shown.chars().count() > 120 {
        shown = shown.chars().take(120).collect::<String>() + "…";
    }
    let observed =
        format!("the answer is another one without B's rows; {} rows of it, as: {shown}", gone.len());
    Ok(Some(Seen { observed, ids_alone, in_error: false, changed: Vec::new() }))
}

/// What is A's is another's, too, where the session is nobody's.
fn told_of_a(question: &Question<'_>, outcome: &Outcome) -> Option<Seen> {
    let is_of_a = |value: &String| value.contains(CANARY_OF_A);
    let Outcome::Done { rows, .. } = outcome else { return None };
    let shown = rows.iter().flatten().flatten().find(|value| is_of_a(value))?;
    let is_told = question.attack.state.is_nobodys() && !question.attack.sql.contains(CANARY_OF_A);
    let observed = format!("the answer shows what a tenant holds: {shown}");
    is_told.then_some(Seen { observed, ids_alone: false, in_error: false, changed: Vec::new() })
}

/// Whether a session without a context is told the same: so it has to be with what finds the tenant of a login.
pub(super) async fn serves_logins(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
) -> Result<bool, ProveError> {
    if !field.arena.contexts.is_said() {
        return Ok(false);
    }
    let never = Attack { state: State::Never, ..question.attack.clone() };
    let before = field.arena.run(&never).await?;
    Ok(match (outcome, before) {
        (Outcome::Done { rows, .. }, Outcome::Done { rows: before, .. }) => *rows == before,
        _ => false,
    })
}

/// Whether a call changed rows of B.
pub(super) async fn wrote(
    field: &Field<'_>,
    question: &Question<'_>,
    outcome: &Outcome,
    before: &[Row],
) -> Result<Option<Seen>, ProveError> {
    let Outcome::Done { judged, .. } = outcome else { return Ok(None) };
    let has_written = judged.last().is_some_and(|row| row.first() == Some(&Some("t".to_owned())));
    if !has_written {
        return Ok(None);
    }
    let attack = Attack { judge: without::digest(field), ..question.attack.clone() };
    let Outcome::Done { judged, .. } = field.arena.run(&attack).await? else { return Ok(None) };
    let changed = before.iter().filter(|row| !judged.contains(row));
    let changed: Vec<String> = changed.filter_map(|row| row.first()?.clone()).collect();
    if changed.is_empty() {
        return copied(field, question).await;
    }
    let observed = format!("rows of tenant B changed in {}", changed.join(", "));
    Ok(Some(Seen { observed, ids_alone: false, in_error: false, changed }))
}

/// Whether a call that does not say what B wrote leaves that in rows of A's own.
async fn copied(field: &Field<'_>, question: &Question<'_>) -> Result<Option<Seen>, ProveError> {
    let (remember, judge) = without::copied(field);
    let prepare = format!("{}{remember}", question.attack.prepare);
    let attack = Attack { prepare, judge, ..question.attack.clone() };
    let Outcome::Done { judged, .. } = field.arena.run(&attack).await? else { return Ok(None) };
    let tables: Vec<&str> = without::copied_beyond(&judged, &question.attack.sql).into_iter().collect();
    let observed = format!("rows of tenant A in {} then held what tenant B wrote", tables.join(", "));
    Ok((!tables.is_empty()).then_some(Seen {
        observed,
        ids_alone: false,
        in_error: false,
        changed: Vec::new(),
    }))
}
