//! Which row each foreign key points to.

use super::{Planner, Slot, SlotId};
use crate::classes::Cell;
use crate::tenancy::Owner;

/// The most steps in the search for the rows that one row points to.
const BUDGET: usize = 400;

/// A search for the rows that a slot points to.
struct Search {
    slot: usize,
    distinct: bool,
    budget: usize,
    /// The first foreign key that found no row.
    stuck: Option<usize>,
}

impl Planner<'_> {
    pub(super) fn follow_references(&mut self) {
        for table in self.plan.order.clone() {
            let mut references: Vec<usize> =
                self.schema.references_of(table).map(|(index, _)| index).collect();
            references.sort_by_key(|index| std::cmp::Reverse(self.schema.references[*index].columns.len()));
            for slot in self.plan.of_table[table].clone() {
                if self.plan.slots[slot].exists
                    || self.lessons.without.contains_key(&self.plan.slots[slot].id)
                {
                    continue;
                }
                self.follow(slot, &references);
            }
        }
    }

    /// Points the foreign keys of a slot to rows.
    fn follow(&mut self, slot: usize, references: &[usize]) {
        // Two foreign keys to the same table point to different rows, if they can.
        for distinct in [true, false] {
            let mut search = Search { slot, distinct, budget: BUDGET, stuck: None };
            if self.search(&mut search, references) {
                let links = self.plan.slots[slot].links.clone();
                for (index, parent) in links {
                    let parent = self.plan.slots[parent].first;
                    let reference = &self.schema.references[index];
                    self.plan.referenced.extend(reference.referenced.iter().map(|column| parent + column));
                }
                return;
            }
            if let Some(stuck) = search.stuck.filter(|_| !distinct) {
                let reference = &self.schema.references[stuck];
                let parent = &self.schema.tables[reference.parent].plain_name;
                self.leave_out(slot, format!("no row of {parent} is left for {}", reference.name));
            }
        }
    }

    /// Finds rows for these foreign keys of a slot, each after the one before, going back where one finds
    /// none.
    fn search(&mut self, search: &mut Search, references: &[usize]) -> bool {
        let Some((&index, rest)) = references.split_first() else { return true };
        let reference = &self.schema.references[index];
        let child = self.plan.slots[search.slot].clone();
        if reference.columns.iter().any(|column| child.nulls.contains(column)) && !reference.full {
            return self.search(search, rest);
        }
        let last = child.links.iter().rev().find(|(other, _)| {
            self.schema.references[*other].parent == reference.parent && reference.parent != reference.child
        });
        for parent in self.parents(&child, search.slot, index) {
            if search.budget == 0 {
                return false;
            }
            search.budget -= 1;
            let avoided = (child.id, index, self.plan.slots[parent].id);
            let again = search.distinct && last.is_some_and(|(_, other)| *other == parent);
            if again && self.has_choice(&child, parent) {
                continue;
            }
            let first = self.plan.slots[parent].first;
            let columns = reference.columns.iter().zip(&reference.referenced);
            let pairs: Vec<(Cell, Cell)> =
                columns.map(|(column, referenced)| (child.first + column, first + referenced)).collect();
            let mark = self.plan.classes.mark();
            if self.lessons.avoid.contains(&avoided) || !self.unite(&pairs) {
                continue;
            }
            self.plan.slots[search.slot].links.push((index, parent));
            if self.search(search, rest) {
                return true;
            }
            self.plan.slots[search.slot].links.pop();
            self.plan.classes.undo(mark);
        }
        match self.nulls(&child, index) {
            Some(nulls) => {
                self.plan.slots[search.slot].nulls.extend(nulls);
                let found = self.search(search, rest);
                if !found {
                    self.plan.slots[search.slot].nulls = child.nulls;
                }
                found
            }
            None => {
                search.stuck.get_or_insert(index);
                false
            }
        }
    }

    /// Whether a tenant has more rows like this one.
    fn has_choice(&self, child: &Slot, parent: usize) -> bool {
        let SlotId { table, tenant, .. } = self.plan.slots[parent].id;
        let same = |slot: &&usize| self.plan.slots[**slot].id.tenant == tenant;
        child.id.table != table && self.plan.of_table[table].iter().filter(same).count() > 1
    }

    /// The columns to leave null so that the foreign key has nothing to say.
    fn nulls(&self, child: &Slot, index: usize) -> Option<Vec<usize>> {
        let reference = &self.schema.references[index];
        if self.ownership.owners[child.id.table] == Owner::Parent(index) {
            return None;
        }
        let columns = &self.schema.tables[child.id.table].columns;
        let tenant = match self.ownership.owners[child.id.table] {
            Owner::Root(column) | Owner::Column(column) => Some(column),
            _ => None,
        };
        let linked = |column: usize| {
            child.links.iter().any(|(index, _)| self.schema.references[*index].columns.contains(&column))
        };
        let can = |column: &usize| {
            columns[*column].nullable
                && Some(*column) != tenant
                && !self.plan.referenced.contains(&(child.first + column))
        };
        if reference.full {
            let all = reference.columns.iter().all(|column| can(column) && !linked(*column));
            return all.then(|| reference.columns.clone());
        }
        let mut possible: Vec<usize> =
            reference.columns.iter().copied().filter(|column| can(column)).collect();
        possible.sort_by_key(|column| linked(*column));
        possible.first().map(|column| vec![*column])
    }

    /// The slots that a foreign key may point to, the best first.
    fn parents(&self, child: &Slot, slot: usize, index: usize) -> Vec<usize> {
        let reference = &self.schema.references[index];
        let all = &self.plan.of_table[reference.parent];
        let there = |slot: &usize| {
            let parent = &self.plan.slots[*slot];
            let known = |column: &usize| self.plan.classes.known(parent.first + column).is_some();
            !self.lessons.without.contains_key(&parent.id)
                && (!parent.exists || reference.referenced.iter().all(known))
        };
        // The second foreign key to the same table points to the second row, and so on.
        let same = self.schema.references_of(child.id.table);
        let place = same.filter(|(other, key)| *other < index && key.parent == reference.parent).count();
        let columns = &self.schema.tables[child.id.table].columns;
        if reference.parent == reference.child {
            let of_tenant = |slot: &&usize| self.plan.slots[**slot].id.tenant == child.id.tenant;
            let mut others: Vec<usize> = all.iter().filter(of_tenant).copied().filter(there).collect();
            // The first row is the top of the tree; the others hang on the one before.
            if child.id.number == 0 && reference.columns.iter().any(|column| columns[*column].nullable) {
                return Vec::new();
            }
            let before = |other: &usize| match *other < slot {
                true => slot - other,
                false => other - slot + if *other == slot { 0 } else { all.len() },
            };
            others.sort_by_key(|other| {
                if *other == slot && child.id.number > 0 { usize::MAX } else { before(other) }
            });
            return others;
        }
        // Rows that nothing hangs on are spread over their parents, so that some hang on the last, which tenants number
        // alike. Others stay together: what refers to two of them may ask that both hang on the same.
        let is_leaf = !self.schema.references.iter().any(|key| key.parent == child.id.table);
        let spread = if is_leaf { child.id.number } else { 0 };
        let begin = match child.id.tenant {
            // Tenants do not meet in common rows as long as there are enough.
            Some(tenant) if !self.ownership.is_tenants(reference.parent) => tenant * self.size.rows + place,
            Some(_) => place + spread,
            None if self.ownership.is_tenants(reference.parent) => {
                if reference.columns.iter().any(|column| columns[*column].nullable) {
                    return Vec::new();
                }
                place
            }
            None => place + spread,
        };
        let of_tenant = |slot: &&usize| {
            let tenant = self.plan.slots[**slot].id.tenant;
            tenant.is_none() || child.id.tenant.is_none() || tenant == child.id.tenant
        };
        let mut parents: Vec<usize> = all.iter().filter(of_tenant).copied().filter(there).collect();
        if !parents.is_empty() {
            let by = begin % parents.len();
            parents.rotate_left(by);
        }
        parents
    }

    /// Makes pairs of cells equal, unless rows would then be the same that must differ.
    pub(super) fn unite(&mut self, pairs: &[(Cell, Cell)]) -> bool {
        let mark = self.plan.classes.mark();
        for &(one, other) in pairs {
            let fits = match self.plan.classes.unite(one, other) {
                Ok(changed) => changed.iter().all(|cell| self.differs(*cell)),
                Err(_) => false,
            };
            if !fits {
                self.plan.classes.undo(mark);
                return false;
            }
        }
        true
    }

    /// Whether the row of a cell still differs from all others of its table where it must.
    fn differs(&self, cell: Cell) -> bool {
        let Some((slot, column)) = self.plan.place(cell).filter(|_| cell >= self.size.tenants) else {
            return true;
        };
        let SlotId { table, tenant, .. } = self.plan.slots[slot].id;
        let keys = self.schema.tables[table].keys.iter();
        let keys = keys.filter(|key| key.plain && key.columns.contains(&column));
        let keys: Vec<&[usize]> = keys.map(|key| key.columns.as_slice()).collect();
        let user = self.ownership.membership.filter(|(place, _)| *place == table).map(|(_, user)| user);
        let same = |one: usize, other: usize, columns: &[usize]| {
            let (one, other) = (self.plan.slots[one].first, self.plan.slots[other].first);
            let equal = |column: &usize| {
                self.plan.classes.find(one + column) == self.plan.classes.find(other + column)
            };
            columns.iter().all(equal)
        };
        self.plan.of_table[table].iter().filter(|other| **other != slot).all(|&other| {
            // A user is a member of one tenant.
            let strangers = self.plan.slots[other].id.tenant != tenant;
            let shares = user.is_some_and(|user| strangers && same(slot, other, &[user]));
            !shares && !keys.iter().any(|columns| same(slot, other, columns))
        })
    }

    pub(super) fn leave_out(&mut self, slot: usize, reason: String) {
        let id = self.plan.slots[slot].id;
        let reason = self.lessons.reasons.get(&id).cloned().unwrap_or(reason);
        self.lessons.without.entry(id).or_insert(reason);
    }
}
