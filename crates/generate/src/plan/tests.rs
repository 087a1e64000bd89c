//! Plans for small schemas.

use super::*;
use crate::kind::Kind;
use crate::schema::{Column, Key, Reference, Table};

/// A table; a column with `?` can be null. A list of columns is a unique key.
fn table(name: &str, columns: &[&str], keys: &[&[usize]]) -> Table {
    let column = |name: &&str| Column {
        name: name.trim_end_matches('?').to_owned(),
        kind: Kind::Uuid,
        cast: "uuid".to_owned(),
        nullable: name.ends_with('?'),
        constant: None,
        generated: None,
        numbered: false,
    };
    let key = |columns: &&[usize]| Key {
        name: String::new(),
        columns: columns.to_vec(),
        compared: columns.to_vec(),
        plain: true,
        primary: false,
    };
    Table {
        plain_name: name.to_owned(),
        name: name.to_owned(),
        own_name: name.to_owned(),
        columns: columns.iter().map(column).collect(),
        checks: Vec::new(),
        keys: keys.iter().map(key).collect(),
        takes_rows: true,
    }
}

fn reference(child: usize, columns: &[usize], parent: usize, referenced: &[usize]) -> Reference {
    let (columns, referenced) = (columns.to_vec(), referenced.to_vec());
    Reference { name: "fk".to_owned(), child, columns, parent, referenced, full: false, cascades: false }
}

const ROOT: usize = 0;

/// Tenants, and tables whose first column names the tenant.
fn make(mut tables: Vec<Table>, mut references: Vec<Reference>, lessons: &mut Lessons) -> (Schema, Plan) {
    tables.insert(ROOT, table("tenants", &["id"], &[&[0]]));
    for child in 1..tables.len() {
        references.push(reference(child, &[0], ROOT, &[0]));
    }
    let mut owners = vec![Owner::Column(0); tables.len()];
    owners[ROOT] = Owner::Root(0);
    let schema = Schema { tables, references };
    let homes = vec![None; owners.len()];
    let ownership = Ownership { owners, membership: None, homes };
    let size = Size { tenants: 2, rows: 2 };
    let plan = plan(&schema, &ownership, &There::default(), size, lessons);
    (schema, plan)
}

/// The row numbers that the first foreign key of a table's slots points to.
fn targets(plan: &Plan, table: usize, reference: usize) -> Vec<Option<usize>> {
    let target = |slot: &usize| {
        let link = plan.slots[*slot].links.iter().find(|(index, _)| *index == reference);
        link.map(|(_, parent)| plan.slots[*parent].id.number)
    };
    plan.of_table[table].iter().map(target).collect()
}

#[test]
fn rows_are_spread_over_parents_where_nothing_hangs_on_them_or_they_must_be() {
    let parent = || table("parent", &["tenant", "id"], &[&[1]]);
    type Keys = &'static [&'static [usize]];
    let cases: [Keys; 2] = [&[], &[&[1]]];
    for keys in cases {
        let child = table("child", &["tenant", "parent"], keys);
        let key = reference(2, &[0, 1], 1, &[0, 1]);
        let (_, plan) = make(vec![parent(), child], vec![key], &mut Lessons::default());
        assert_eq!(targets(&plan, 2, 0), [Some(0), Some(1), Some(0), Some(1)]);
    }
    let tables = vec![
        parent(),
        table("child", &["tenant", "parent", "id"], &[&[2]]),
        table("leaf", &["tenant", "child"], &[]),
    ];
    let keys = vec![reference(2, &[0, 1], 1, &[0, 1]), reference(3, &[0, 1], 2, &[0, 2])];
    let (_, plan) = make(tables, keys, &mut Lessons::default());
    assert_eq!(targets(&plan, 2, 0), [Some(0), Some(0), Some(0), Some(0)]);
    assert_eq!(targets(&plan, 3, 1), [Some(0), Some(1), Some(0), Some(1)]);
}

#[test]
fn a_pair_points_to_different_rows_and_comes_once() {
    let people = table("people", &["tenant", "id"], &[&[1]]);
    let pairs = table("pairs", &["tenant", "one", "other"], &[&[0, 1, 2]]);
    let keys = vec![reference(2, &[0, 1], 1, &[0, 1]), reference(2, &[0, 2], 1, &[0, 1])];
    let (_, plan) = make(vec![people, pairs], keys, &mut Lessons::default());
    assert_eq!(targets(&plan, 2, 0)[..2], [Some(0), Some(1)]);
    assert_eq!(targets(&plan, 2, 1)[..2], [Some(1), Some(0)]);
}

#[test]
fn keys_that_share_a_column_agree_in_it() {
    // Both parents lie in an area, and the child in the same one.
    let areas = table("areas", &["tenant", "id"], &[&[1]]);
    let house = |name| table(name, &["tenant", "area", "id"], &[&[2]]);
    let child = table("child", &["tenant", "area", "one", "other"], &[]);
    let keys = vec![
        reference(2, &[0, 1], 1, &[0, 1]),
        reference(3, &[0, 1], 1, &[0, 1]),
        reference(4, &[0, 1, 2], 2, &[0, 1, 2]),
        reference(4, &[0, 1, 3], 3, &[0, 1, 2]),
    ];
    let (schema, plan) = make(vec![areas, house("a"), house("b"), child], keys, &mut Lessons::default());
    for slot in plan.of_table[4].iter().map(|slot| &plan.slots[*slot]) {
        assert_eq!(slot.links.len(), schema.references_of(4).count());
        let area = plan.classes.find(slot.first + 1);
        let parents = slot.links.iter().filter(|(index, _)| [2, 3].contains(index));
        for (_, parent) in parents {
            assert_eq!(plan.classes.find(plan.slots[*parent].first + 1), area);
        }
    }
}

#[test]
fn the_top_of_a_tree_is_null_or_itself() {
    let cases = [("parent?", [None, Some(0)]), ("parent", [Some(0), Some(0)])];
    for (column, expected) in cases {
        let tree = table("tree", &["tenant", "id", column], &[&[1]]);
        let keys = vec![reference(1, &[2], 1, &[1])];
        let (_, plan) = make(vec![tree], keys, &mut Lessons::default());
        assert_eq!(targets(&plan, 1, 0)[..2], expected);
    }
}

#[test]
fn what_depends_on_a_row_that_cannot_be_is_left_out_too() {
    let one = table("one", &["tenant"], &[&[0]]);
    let parent = table("parent", &["tenant", "id"], &[&[1]]);
    let child = table("child", &["tenant", "parent"], &[]);
    let maybe = table("maybe", &["tenant", "parent?"], &[]);
    let keys = vec![reference(3, &[1], 2, &[1]), reference(4, &[1], 2, &[1])];
    let mut lessons = Lessons::default();
    for tenant in [Some(0), Some(1)] {
        for number in [0, 1] {
            lessons.without.insert(SlotId { table: 2, tenant, number }, "impossible".to_owned());
        }
    }
    let (_, plan) = make(vec![one, parent, child, maybe], keys, &mut lessons);
    let rows: Vec<usize> = plan.of_table.iter().map(Vec::len).collect();
    assert_eq!(rows, [2, 2, 0, 0, 4]);
    let last = lessons.without.get(&SlotId { table: 3, tenant: Some(0), number: 0 });
    assert_eq!(last.map(String::as_str), Some("no row of parent is left for fk"));
}

#[test]
fn tables_come_after_those_that_they_point_to() {
    let first = table("first", &["tenant", "second"], &[]);
    let second = table("second", &["tenant", "third"], &[]);
    let third = table("third", &["tenant", "second?"], &[]);
    let keys = vec![reference(1, &[1], 2, &[0]), reference(2, &[1], 3, &[0]), reference(3, &[1], 2, &[0])];
    let (_, plan) = make(vec![first, second, third], keys, &mut Lessons::default());
    assert_eq!(plan.order, [0, 3, 2, 1]);
}
