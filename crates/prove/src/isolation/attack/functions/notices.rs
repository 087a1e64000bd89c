//! What attackers are told beside the answer: a notice of a function or a trigger that names a row of B.

use crate::ProveError;
use crate::isolation::attack::Field;
use crate::isolation::attack::arena::Attack;
use crate::isolation::attack::marks::mentions;

/// An attack after which the server told of B, though the attack did not name it.
pub(in crate::isolation::attack) struct Told {
    /// The place of the attack among those that were tried.
    pub place: usize,
    /// The notice.
    pub notice: String,
}

/// Forgets what was told so far.
pub(in crate::isolation::attack) fn forget(field: &Field<'_>) {
    field.arena.notices.iter().for_each(|notices| drop(notices.take()));
}

/// Which of the attacks that were just run were told of B. Notices of many attacks come together: when one names B,
/// each attack is run once more by itself.
pub(in crate::isolation::attack) async fn told(
    field: &Field<'_>,
    attacks: &[Attack<'_>],
) -> Result<Vec<Told>, ProveError> {
    let of_b = |notices: Vec<String>| notices.into_iter().find(|notice| mentions(notice));
    if field.arena.notices.iter().filter_map(|notices| of_b(notices.take())).count() == 0 {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for (place, attack) in attacks.iter().enumerate().filter(|(_, attack)| !mentions(&attack.sql)) {
        field.arena.run(attack).await?;
        let heard = field.arena.notices.iter().filter_map(|notices| of_b(notices.take())).next();
        found.extend(heard.map(|notice| Told { place, notice }));
    }
    Ok(found)
}
