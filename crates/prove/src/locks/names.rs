//! What joins the scratch database and the project's: the names of relations.

use std::collections::BTreeMap;

use bulkhead_migrate::VersionPlan;

use super::live::{Judging, Size};
use super::report::LockedRelation;
use super::world::{Oid, World};

/// What a reader should know of what was judged.
pub(super) fn notes(judging: &Judging, versions: &[VersionPlan<'_>]) -> Vec<String> {
    vec![match judging {
        Judging::Pending { database, .. } => {
            let pending = versions.iter().filter(|version| judging.judges(&version.version)).count();
            let all = versions.len();
            format!(
                "pending in database {database} and judged by the sizes there: {pending} of {all} versions after the first"
            )
        }
        Judging::Assumed { rows } => {
            format!("every version after the first is judged as if each table that it finds had {rows} rows")
        }
        Judging::Unknown { reason } => format!(
            "nothing is judged, for the project's database, and with it the sizes, cannot be read: {reason}; \
             --assume-rows N judges every version without it"
        ),
    }]
}

/// The names that relations have in the project's database, where pending versions have renamed nothing yet.
#[derive(Default)]
pub(super) struct Names {
    of: BTreeMap<Oid, String>,
    met_pending: bool,
}

impl Names {
    /// Takes the names before a version. What only pending versions make has none.
    pub fn note(&mut self, found: &World, judged: bool) {
        if !self.met_pending {
            self.of = found.iter().map(|(oid, relation)| (*oid, relation.name.clone())).collect();
        }
        self.met_pending |= judged;
    }

    /// The size of a relation in the project's database; of an index, that of its table.
    pub fn size(&self, found: &World, locked: &LockedRelation, judging: &Judging) -> Option<Size> {
        if !locked.existed_before {
            return None;
        }
        match judging {
            Judging::Assumed { rows } => Some(Size::assumed(*rows)),
            Judging::Unknown { .. } => None,
            Judging::Pending { sizes, .. } => {
                let (oid, _) = found.iter().find(|(_, relation)| relation.name == locked.table)?;
                sizes.get(self.of.get(oid)?).copied()
            }
        }
    }
}
