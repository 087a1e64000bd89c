//! What is tried with the rows of a table: read, update, delete, insert, move.

use bulkhead_connect::quote_identifier;

use crate::isolation::attack::Field;
use crate::isolation::attack::arena::{Attack, Attacker, POLICIES_ALONE};
use crate::isolation::attack::belonging::{common_columns, is_certain, is_of, path_columns};
use crate::isolation::attack::context::State;
use crate::isolation::attack::ground::{Rights, Rows};
use crate::isolation::attack::report::{Form, Verb};
use crate::isolation::attack::values::{changed, fresh_key, insert, value};
use crate::isolation::scope::{Relation, TenantPath};

/// How many columns are tried before an update counts as refused.
const UPDATES: usize = 3;

/// One try at a table: what it is, the attack, and whether the attacker's own rows tell, or the judge.
pub(in crate::isolation::attack) struct Try<'a> {
    pub verb: Verb,
    pub form: Form,
    pub attack: Attack<'a>,
    pub told_by_rows: bool,
}

/// The tries of an attacker at a relation.
pub(in crate::isolation::attack) struct Tries<'t, 'f> {
    pub field: &'f Field<'f>,
    pub attacker: &'t Attacker,
    pub relation: &'f Relation,
    pub rights: &'f Rights,
    pub rows: &'f Rows,
}

impl<'t> Tries<'t, '_> {
    /// All of them.
    pub(in crate::isolation::attack) fn all(&self) -> Vec<Try<'t>> {
        let mut tries = Vec::new();
        let contexts = &self.field.arena.contexts;
        // A login that is one tenant's is that tenant's whatever the session says.
        let is_login = self.attacker.other.is_some() && contexts.setting().is_none();
        let unset = if is_login { &[] } else { contexts.unset_states() };
        if self.rights.select {
            self.reads(&mut tries, unset);
        }
        for state in [&[State::Own], unset].concat() {
            self.blind_updates(&mut tries, state);
            self.blind_delete(&mut tries, state);
            if matches!(state, State::Own | State::Never | State::Finished) {
                self.inserts(&mut tries, state);
            }
        }
        self.by_key(&mut tries);
        self.moves(&mut tries);
        for state in [&[State::Own], unset].concat() {
            if matches!(state, State::Own | State::Never | State::Empty) {
                self.common(&mut tries, state);
            }
        }
        tries
    }

    fn reads(&self, tries: &mut Vec<Try<'t>>, unset: &[State]) {
        let name = &self.relation.name;
        let read = format!("SELECT tableoid, ctid FROM {name}");
        for state in [&[State::Own, State::Other], unset].concat() {
            tries.push(self.read(state, Form::Read, read.clone()));
        }
        if let Some(key) = self.key_condition() {
            tries.push(self.read(State::Own, Form::Read, format!("{read} WHERE {key}")));
            let scans = "SET LOCAL enable_indexscan = off; SET LOCAL enable_bitmapscan = off; \
                         SET LOCAL enable_indexonlyscan = off";
            tries.push(self.read(State::Own, Form::Read, format!("{scans}; {read} WHERE {key}")));
        }
        if !self.rights.update_columns.is_empty() {
            tries.push(self.read(State::Own, Form::Lock, format!("{read} FOR UPDATE")));
        }
    }

    fn blind_updates(&self, tries: &mut Vec<Try<'t>>, state: State) {
        for assignment in self.assignments() {
            let sql = format!("UPDATE {} SET {assignment}", self.relation.name);
            tries.push(self.write(Verb::Update, Form::Blind, state, sql, self.changed()));
        }
    }

    fn blind_delete(&self, tries: &mut Vec<Try<'t>>, state: State) {
        if self.rights.delete {
            let sql = format!("DELETE FROM {}", self.relation.name);
            tries.push(self.write(Verb::Delete, Form::Blind, state, sql, self.missing()));
        }
    }

    fn by_key(&self, tries: &mut Vec<Try<'t>>) {
        let Some(key) = self.key_condition() else { return };
        if !self.relation.key.iter().all(|column| self.rights.select_columns.contains(column)) {
            return;
        }
        let name = &self.relation.name;
        let on = key.replace("t.", "d.");
        if let Some(assignment) = self.assignments().first() {
            let sql = format!("UPDATE {name} AS t SET {assignment} WHERE {key}");
            tries.push(self.write(Verb::Update, Form::ByKey, State::Own, sql, self.changed()));
            let merge = format!(
                "MERGE INTO {name} AS d USING (SELECT 1) AS s ON {on} \
                 WHEN MATCHED THEN UPDATE SET {assignment}"
            );
            tries.push(self.write(Verb::Update, Form::Merge, State::Own, merge, self.changed()));
            self.upsert(tries, assignment);
        }
        if self.rights.delete {
            let sql = format!("DELETE FROM {name} AS t WHERE {key}");
            tries.push(self.write(Verb::Delete, Form::ByKey, State::Own, sql, self.missing()));
            let merge =
                format!("MERGE INTO {name} AS d USING (SELECT 1) AS s ON {on} WHEN MATCHED THEN DELETE");
            tries.push(self.write(Verb::Delete, Form::Merge, State::Own, merge, self.missing()));
        }
    }

    fn upsert(&self, tries: &mut Vec<Try<'t>>, assignment: &str) {
        let Some(sample) = self.rows.samples_b.first() else { return };
        let Some(insert) = self.insert(sample, &[]) else { return };
        let key: Vec<String> = self.relation.key.iter().map(|column| quote_identifier(column)).collect();
        let sql = format!("{insert} ON CONFLICT ({}) DO UPDATE SET {assignment}", key.join(", "));
        tries.push(self.write(Verb::Update, Form::Upsert, State::Own, sql, self.changed()));
    }

    /// A row of B as B has one: with a new key, and, where that cannot be, in the place of B's own. A row of the root
    /// is a new tenant, which harms no other: there only a second row for B counts.
    fn inserts(&self, tries: &mut Vec<Try<'t>>, state: State) {
        let Some(sample) = self.rows.samples_b.first() else { return };
        // Links make a row a tenant's, and a new row has none.
        if matches!(self.relation.tenant, Some(TenantPath::Link { .. })) {
            return;
        }
        let fresh = self.fresh_key(sample);
        if !fresh.is_empty()
            && let Some(sql) = self.insert(sample, &fresh)
        {
            tries.push(self.write(Verb::Insert, Form::Plant, state, sql, self.planted()));
        }
        let is_root = matches!(self.relation.tenant, Some(TenantPath::Root { .. }));
        if let Some(sql) = self.insert(sample, &fresh).filter(|_| is_root && fresh.is_empty()) {
            tries.push(self.write(Verb::Insert, Form::Plant, state, sql, self.planted()));
        } else if let Some(sql) = self.insert(sample, &[]).filter(|_| !is_root) {
            let mut attempt = self.write(Verb::Insert, Form::Plant, state, sql, self.planted());
            attempt.attack.prepare.push_str(&self.make_room());
            tries.push(attempt);
        }
    }

    /// A's rows become B's.
    fn moves(&self, tries: &mut Vec<Try<'t>>) {
        let (Some(sample), Some(_)) = (self.rows.samples_b.first(), &self.rows.sample_a) else { return };
        let path = path_columns(self.relation);
        let may = path.iter().all(|column| self.rights.update_columns.contains(*column));
        if path.is_empty() || !may {
            return;
        }
        let assignments: Vec<String> = path
            .iter()
            .map(|column| format!("{} = {}", quote_identifier(column), self.value(sample, column)))
            .collect();
        let sql = format!("UPDATE {} SET {}", self.relation.name, assignments.join(", "));
        let mut attempt = self.write(Verb::Update, Form::Move, State::Own, sql, self.planted());
        attempt.attack.prepare.push_str(&self.make_room());
        tries.push(attempt);
    }

    /// Rows that belong to no tenant: planted so that B sees them, changed, removed.
    fn common(&self, tries: &mut Vec<Try<'t>>, state: State) {
        if !is_certain(self.field.scope, self.relation) {
            return;
        }
        let Some(columns) = common_columns(self.relation) else { return };
        let Some(sample) = self.rows.sample_a.as_ref().or(self.rows.samples_b.first()) else { return };
        let Some(column) = columns.first() else { return };
        let mut changes = self.fresh_key(sample);
        changes.retain(|(name, _)| !columns.contains(&name.as_str()));
        changes.extend(columns.iter().map(|name| ((*name).to_owned(), "NULL".to_owned())));
        let name = &self.relation.name;
        let fresh = format!("xmin = pg_current_xact_id()::xid AND {} IS NULL", quote_identifier(column));
        if self.rights.select
            && let Some(sql) = self.insert(sample, &changes)
        {
            let seen = format!("SELECT count(*) FROM {name} WHERE {fresh}");
            let judge = format!("{}{seen}", self.field.arena.as_other(self.attacker));
            tries.push(self.write(Verb::Insert, Form::Common, state, sql, judge));
        }
        let all: Vec<String> = self.insertable(&|_| true);
        let prepare = format!("{};\n", self.insert_of(&all, sample, &changes));
        let before = format!("SELECT 1 - count(*) FROM {name} WHERE {fresh}");
        if self.rights.delete {
            let mut attempt =
                self.write(Verb::Delete, Form::Common, state, format!("DELETE FROM {name}"), before);
            attempt.attack.prepare.push_str(&prepare);
            tries.push(attempt);
        }
        for assignment in self.assignments() {
            let judge = format!(
                "SELECT count(*) FROM {name} WHERE {fresh} AND ctid <> \
                 current_setting('bulkhead.place')::tid"
            );
            let place =
                format!("SELECT set_config('bulkhead.place', ctid::text, true) FROM {name} WHERE {fresh};\n");
            let sql = format!("UPDATE {name} SET {assignment}");
            let mut attempt = self.write(Verb::Update, Form::Common, state, sql, judge);
            attempt.attack.prepare.push_str(&prepare);
            attempt.attack.prepare.push_str(&place);
            tries.push(attempt);
        }
    }

    fn read(&self, state: State, form: Form, sql: String) -> Try<'t> {
        let attack =
            Attack { attacker: self.attacker, state, prepare: String::new(), sql, judge: String::new() };
        Try { verb: Verb::Select, form, attack, told_by_rows: true }
    }

    pub(in crate::isolation::attack) fn write(
        &self,
        verb: Verb,
        form: Form,
        state: State,
        sql: String,
        judge: String,
    ) -> Try<'t> {
        let mut prepare = POLICIES_ALONE.to_owned();
        let stubborn = self.field.ground.facts.get(&self.relation.oid).is_some_and(|it| it.stubborn_triggers);
        if stubborn {
            prepare.push_str(&format!("ALTER TABLE {} DISABLE TRIGGER USER;\n", self.relation.name));
        }
        let attack = Attack { attacker: self.attacker, state, prepare, sql, judge };
        Try { verb, form, attack, told_by_rows: false }
    }

    /// Asks how many rows of B this transaction wrote.
    fn changed(&self) -> String {
        let of_b = self.of_b();
        let name = &self.relation.name;
        format!("SELECT count(*) FROM {name} AS t WHERE {of_b} AND t.xmin = pg_current_xact_id()::xid")
    }

    /// Asks how many rows of B this transaction wrote. Where it is not beyond doubt that they are B's, B
    /// has to see them.
    pub(in crate::isolation::attack) fn planted(&self) -> String {
        if is_certain(self.field.scope, self.relation) || !self.rights.select {
            return self.changed();
        }
        format!("{}{}", self.field.arena.as_other(self.attacker), self.changed())
    }

    /// Asks how many rows of B are gone.
    fn missing(&self) -> String {
        let (of_b, name, before) = (self.of_b(), &self.relation.name, self.rows.of_b.len());
        format!("SELECT {before} - count(*) FROM {name} AS t WHERE {of_b}")
    }

    fn of_b(&self) -> String {
        is_of(self.field.scope, self.relation, "t", &self.field.probe.tenants[1])
            .unwrap_or_else(|| "false".to_owned())
    }

    /// Takes B's rows away, so that no unique constraint stops what the policy lets through.
    pub(in crate::isolation::attack) fn make_room(&self) -> String {
        format!("DELETE FROM {} AS t WHERE {};\n", self.relation.name, self.of_b())
    }

    /// The condition that names B's first row by its key.
    fn key_condition(&self) -> Option<String> {
        let sample = self.rows.samples_b.first()?;
        let key = &self.relation.key;
        if key.is_empty() {
            return None;
        }
        let pairs: Vec<String> = key
            .iter()
            .map(|column| format!("t.{} = {}", quote_identifier(column), self.value(sample, column)))
            .collect();
        Some(pairs.join(" AND "))
    }

    /// Assignments that read no column and that constraints are unlikely to refuse.
    pub(in crate::isolation::attack) fn assignments(&self) -> Vec<String> {
        let Some(facts) = self.field.ground.facts.get(&self.relation.oid) else { return Vec::new() };
        let sample = self.rows.samples_b.first();
        let path = path_columns(self.relation);
        let mut columns: Vec<_> = self
            .relation
            .columns
            .iter()
            .filter(|column| self.rights.update_columns.contains(&column.name))
            .filter(|column| !column.generated && !path.contains(&column.name.as_str()))
            .collect();
        columns.sort_by_key(|column| {
            let is_key = self.relation.key.contains(&column.name);
            (is_key, !facts.plain.contains(&column.name), !facts.defaults.contains(&column.name))
        });
        columns
            .into_iter()
            .take(UPDATES)
            .map(|column| {
                let name = quote_identifier(&column.name);
                match sample {
                    _ if facts.defaults.contains(&column.name) => format!("{name} = DEFAULT"),
                    Some(sample) => format!("{name} = {}", self.value(sample, &column.name)),
                    None => format!("{name} = NULL"),
                }
            })
            .collect()
    }

    /// Columns that the attacker can insert and another condition holds for.
    fn insertable(&self, also: &dyn Fn(&str) -> bool) -> Vec<String> {
        let columns = self.relation.columns.iter().filter(|column| !column.generated && also(&column.name));
        columns.map(|column| column.name.clone()).collect()
    }

    /// An INSERT of a row with some values, as SQL, in place of its own; `None` without the right to
    /// insert.
    pub(in crate::isolation::attack) fn insert(
        &self,
        sample: &[Option<String>],
        changes: &[(String, String)],
    ) -> Option<String> {
        let columns = self.insertable(&|name| self.rights.insert_columns.contains(name));
        (!columns.is_empty()).then(|| self.insert_of(&columns, sample, changes))
    }

    fn insert_of(
        &self,
        columns: &[String],
        sample: &[Option<String>],
        changes: &[(String, String)],
    ) -> String {
        let given = columns.iter().map(|it| (it.as_str(), changed(self.relation, sample, changes, it)));
        insert(&self.relation.name, given)
    }

    /// New values for the columns of the key that do not say whose the row is.
    pub(in crate::isolation::attack) fn fresh_key(&self, sample: &[Option<String>]) -> Vec<(String, String)> {
        fresh_key(self.relation, sample)
    }

    fn value(&self, sample: &[Option<String>], column: &str) -> String {
        value(self.relation, sample, column)
    }
}
