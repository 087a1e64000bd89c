//! Statements with their locks, as observed on a server. Modes are those of the PostgreSQL manual (13.3.1 and
//! the page of each command); where the manual is silent about a lock, a comment says so.
//!
//! In a line of a statement outside a transaction, `?` marks what may be seen or not, and `|` stands between
//! modes of which one is seen.

use super::Case;

/// What every case finds.
pub const TABLES: &str = "
    CREATE TABLE parent (id int PRIMARY KEY, name text);
    CREATE TABLE child (id int PRIMARY KEY, parent_id int, a int, b varchar(10), c text, valid_from int);
    CREATE INDEX child_b ON child (b);
    CREATE TABLE linked (id int PRIMARY KEY, parent_id int CONSTRAINT linked_parent REFERENCES parent);
    CREATE TABLE small (id int PRIMARY KEY, a int);
    CREATE DOMAIN positive AS int;
    CREATE TABLE typed (n positive);
    CREATE TABLE part (k int NOT NULL, v int) PARTITION BY RANGE (k);
    CREATE TABLE part_1 PARTITION OF part FOR VALUES FROM (0) TO (10);
    CREATE TABLE part_2 PARTITION OF part FOR VALUES FROM (10) TO (20);
    CREATE TABLE cut (k int NOT NULL, v int) PARTITION BY RANGE (k);
    CREATE TABLE cut_rest PARTITION OF cut DEFAULT;
    CREATE TABLE loose (k int NOT NULL, v int);
    CREATE TABLE checked (k int NOT NULL, v int, CHECK (k >= 30 AND k < 40));
    CREATE MATERIALIZED VIEW totals AS SELECT id, name FROM parent;
    CREATE UNIQUE INDEX totals_id ON totals (id);
    CREATE VIEW names AS SELECT name FROM parent;
    ALTER TABLE child ADD CONSTRAINT from_known CHECK (valid_from IS NOT NULL) NOT VALID;
    ALTER TABLE small ADD CONSTRAINT small_a FOREIGN KEY (a) REFERENCES parent NOT VALID;
    CREATE TABLE guarded (n int CONSTRAINT has_n CHECK (n IS NOT NULL), m int NOT NULL);
    CREATE UNIQUE INDEX guarded_m ON guarded (m);
    CREATE TYPE state AS ENUM ('new');
    CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
    CREATE FUNCTION inlined() RETURNS int VOLATILE LANGUAGE sql AS 'SELECT 1';
    CREATE FUNCTION numbered() RETURNS int VOLATILE LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
    CREATE TABLE keyed (k int PRIMARY KEY) PARTITION BY RANGE (k);
    CREATE TABLE keyed_1 PARTITION OF keyed FOR VALUES FROM (0) TO (10);";

const fn bad(sql: &'static str, locks: &'static [&'static str], findings: &'static [&'static str]) -> Case {
    Case { sql, locks, findings }
}

const fn good(sql: &'static str, locks: &'static [&'static str]) -> Case {
    Case { sql, locks, findings: &[] }
}

pub const CASES: &[Case] = &[
    // Columns.
    bad(
        "ALTER TABLE child ADD COLUMN n uuid DEFAULT gen_random_uuid();",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    bad(
        "ALTER TABLE child ADD COLUMN n int DEFAULT numbered();",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    // A function of one SQL expression is put in its place, and what is left is no more volatile than the 1
    // in it.
    good("ALTER TABLE child ADD COLUMN n int DEFAULT inlined();", &["child ACCESS EXCLUSIVE"]),
    bad(
        "ALTER TABLE child ADD COLUMN n int GENERATED ALWAYS AS (a + 1) STORED;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    bad(
        "ALTER TABLE child ADD COLUMN n bigint GENERATED ALWAYS AS IDENTITY;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    bad(
        "ALTER TABLE child ADD COLUMN n bigserial;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    good("ALTER TABLE child ADD COLUMN n int;", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child ADD COLUMN n int NOT NULL DEFAULT 7;", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child ADD COLUMN n timestamptz NOT NULL DEFAULT now();", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child DROP COLUMN c;", &["child ACCESS EXCLUSIVE"]),
    bad(
        "ALTER TABLE child ALTER COLUMN a TYPE bigint;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    bad(
        "ALTER TABLE child ALTER COLUMN b TYPE varchar(5);",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    good("ALTER TABLE child ALTER COLUMN b TYPE varchar(20);", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child ALTER COLUMN b TYPE text;", &["child ACCESS EXCLUSIVE"]),
    bad(
        "ALTER TABLE child ALTER COLUMN b TYPE varchar(10) COLLATE \"C\";",
        &["child ACCESS EXCLUSIVE index scan"],
        &["lock_index_build child"],
    ),
    good("ALTER TABLE child RENAME COLUMN a TO z;", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child ALTER COLUMN a SET DEFAULT 5;", &["child ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child ALTER COLUMN a SET STATISTICS 500;", &["child SHARE UPDATE EXCLUSIVE"]),
    // Constraints.
    bad(
        "ALTER TABLE child ALTER COLUMN a SET NOT NULL;",
        &["child ACCESS EXCLUSIVE scan"],
        &["lock_scan child"],
    ),
    good("ALTER TABLE guarded ALTER COLUMN n SET NOT NULL;", &["guarded ACCESS EXCLUSIVE"]),
    good("ALTER TABLE child VALIDATE CONSTRAINT from_known;", &["child SHARE UPDATE EXCLUSIVE scan"]),
    good(
        "ALTER TABLE small VALIDATE CONSTRAINT small_a;",
        &["parent ROW SHARE, small SHARE UPDATE EXCLUSIVE scan"],
    ),
    bad(
        "ALTER TABLE child ADD CONSTRAINT has_a CHECK (a IS NOT NULL) NOT VALID;
         ALTER TABLE child VALIDATE CONSTRAINT has_a;",
        &["child ACCESS EXCLUSIVE", "child ACCESS EXCLUSIVE scan held"],
        &["lock_held_while_working child"],
    ),
    bad(
        "ALTER TABLE child ADD CONSTRAINT above CHECK (a > 0);",
        &["child ACCESS EXCLUSIVE scan"],
        &["lock_scan child"],
    ),
    good("ALTER TABLE child ADD CONSTRAINT above CHECK (a > 0) NOT VALID;", &["child ACCESS EXCLUSIVE"]),
    bad(
        "ALTER TABLE child ADD CONSTRAINT of_parent FOREIGN KEY (parent_id) REFERENCES parent;",
        &["child SHARE ROW EXCLUSIVE scan, parent SHARE ROW EXCLUSIVE"],
        &["lock_scan child"],
    ),
    good(
        "ALTER TABLE child ADD CONSTRAINT of_parent FOREIGN KEY (parent_id) REFERENCES parent NOT VALID;",
        &["child SHARE ROW EXCLUSIVE, parent SHARE ROW EXCLUSIVE"],
    ),
    // The manual says nothing of the other table here, where its triggers go.
    good("DROP TABLE linked;", &["linked ACCESS EXCLUSIVE, parent ACCESS EXCLUSIVE"]),
    good(
        "ALTER TABLE linked DROP CONSTRAINT linked_parent;",
        &["linked ACCESS EXCLUSIVE, parent ACCESS EXCLUSIVE"],
    ),
    bad(
        "ALTER TABLE child ADD CONSTRAINT one_a UNIQUE (a);",
        &["child ACCESS EXCLUSIVE index scan"],
        &["lock_index_build child"],
    ),
    good(
        "ALTER TABLE guarded ADD CONSTRAINT guarded_m UNIQUE USING INDEX guarded_m;",
        &["guarded ACCESS EXCLUSIVE"],
    ),
    bad(
        "ALTER TABLE child ADD CONSTRAINT no_two EXCLUDE USING btree (a WITH =);",
        &["child ACCESS EXCLUSIVE index scan"],
        &["lock_index_build child"],
    ),
    // The manual's page of ALTER DOMAIN does not tell of locks.
    bad(
        "ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0);",
        &["typed SHARE scan"],
        &["lock_scan typed"],
    ),
    bad(
        "ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;
         ALTER DOMAIN positive VALIDATE CONSTRAINT above;",
        &["typed SHARE scan"],
        &["lock_scan typed"],
    ),
    good("ALTER DOMAIN positive ADD CONSTRAINT above CHECK (VALUE > 0) NOT VALID;", &[]),
    // Indexes.
    bad("CREATE INDEX child_a ON child (a);", &["child SHARE index scan"], &["lock_index_build child"]),
    good(
        "CREATE INDEX CONCURRENTLY child_a ON child (a);",
        &["sampled: child SHARE UPDATE EXCLUSIVE index scan"],
    ),
    good("CREATE TABLE fresh (id int); CREATE INDEX ON fresh (id);", &[]),
    good("DROP INDEX child_b;", &["child ACCESS EXCLUSIVE"]),
    good(
        "DROP INDEX CONCURRENTLY child_b;",
        &["sampled: child SHARE UPDATE EXCLUSIVE, ?child_b ACCESS EXCLUSIVE"],
    ),
    bad(
        "REINDEX INDEX child_b;",
        &["sampled: child SHARE index scan, child_b ACCESS EXCLUSIVE"],
        &["lock_index_build child"],
    ),
    bad(
        "REINDEX TABLE child;",
        &["sampled: child SHARE index scan, child_b ACCESS EXCLUSIVE, child_pkey ACCESS EXCLUSIVE"],
        &["lock_index_build child"],
    ),
    good(
        "REINDEX TABLE CONCURRENTLY child;",
        &[
            "sampled: child SHARE UPDATE EXCLUSIVE index scan, ?child_b ACCESS EXCLUSIVE, ?child_pkey ACCESS EXCLUSIVE",
        ],
    ),
    bad(
        "CREATE INDEX part_v ON part (v);",
        &["part SHARE, part_1 SHARE index scan, part_2 SHARE index scan"],
        &["lock_index_build part"],
    ),
    bad(
        "CREATE INDEX part_v ON part (v); CREATE INDEX part_vk ON part (v, k);",
        &[
            "part SHARE, part_1 SHARE index scan, part_2 SHARE index scan",
            "part SHARE held, part_1 SHARE index scan held, part_2 SHARE index scan held",
        ],
        &["lock_index_build part", "lock_index_build part"],
    ),
    good("CREATE INDEX part_v ON ONLY part (v);", &["part SHARE"]),
    bad(
        "REINDEX TABLE keyed;",
        &["sampled: keyed SHARE, keyed_1 SHARE index scan, keyed_1_pkey ACCESS EXCLUSIVE"],
        &["lock_index_build keyed"],
    ),
    // The leaves are locked in SHARE mode for the moment in which they are looked up, of which the manual
    // says nothing.
    good(
        "REINDEX TABLE CONCURRENTLY keyed;",
        &[
            "sampled: keyed SHARE UPDATE EXCLUSIVE, keyed_1 SHARE index scan|SHARE UPDATE EXCLUSIVE index scan, ?keyed_1_pkey ACCESS EXCLUSIVE",
        ],
    ),
    good("ALTER INDEX child_b RENAME TO child_bb;", &[]),
    bad(
        "DO $$ BEGIN CREATE INDEX child_a ON child (a); COMMIT; END $$;",
        &["sampled: child SHARE index scan"],
        &["lock_index_build child"],
    ),
    // Partitions.
    bad(
        "ALTER TABLE part ATTACH PARTITION loose FOR VALUES FROM (20) TO (30);",
        &["loose ACCESS EXCLUSIVE scan, part SHARE UPDATE EXCLUSIVE"],
        &["lock_scan loose"],
    ),
    good(
        "ALTER TABLE part ATTACH PARTITION checked FOR VALUES FROM (30) TO (40);",
        &["checked ACCESS EXCLUSIVE, part SHARE UPDATE EXCLUSIVE"],
    ),
    bad(
        "CREATE TABLE cut_1 PARTITION OF cut FOR VALUES FROM (0) TO (10);",
        &["cut ACCESS EXCLUSIVE, cut_rest ACCESS EXCLUSIVE scan"],
        &["lock_scan cut_rest"],
    ),
    good("CREATE TABLE part_3 PARTITION OF part FOR VALUES FROM (20) TO (30);", &["part ACCESS EXCLUSIVE"]),
    good("ALTER TABLE part DETACH PARTITION part_1;", &["part ACCESS EXCLUSIVE, part_1 ACCESS EXCLUSIVE"]),
    good(
        "ALTER TABLE part DETACH PARTITION part_1 CONCURRENTLY;",
        &["sampled: part SHARE UPDATE EXCLUSIVE, part_1 SHARE UPDATE EXCLUSIVE|ACCESS EXCLUSIVE"],
    ),
    bad(
        "ALTER TABLE part ADD CONSTRAINT above CHECK (v > 0);",
        &["part ACCESS EXCLUSIVE, part_1 ACCESS EXCLUSIVE scan, part_2 ACCESS EXCLUSIVE scan"],
        &["lock_scan part"],
    ),
    bad(
        "ALTER TABLE part ALTER COLUMN v TYPE bigint;",
        &[
            "part ACCESS EXCLUSIVE, part_1 ACCESS EXCLUSIVE rewrite scan, part_2 ACCESS EXCLUSIVE rewrite scan",
        ],
        &["lock_rewrite part"],
    ),
    // Storage.
    bad(
        "CLUSTER child USING child_pkey;",
        &["sampled: child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    bad(
        "VACUUM FULL child;",
        &["sampled: child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    good("VACUUM child;", &["sampled: child SHARE UPDATE EXCLUSIVE"]),
    good("ANALYZE child;", &["child SHARE UPDATE EXCLUSIVE"]),
    bad(
        "ALTER TABLE child SET UNLOGGED;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    good("ALTER TABLE child SET (fillfactor = 70);", &["child SHARE UPDATE EXCLUSIVE"]),
    good("TRUNCATE child;", &["child ACCESS EXCLUSIVE"]),
    good("DO $$ BEGIN TRUNCATE child; END $$;", &["child ACCESS EXCLUSIVE"]),
    good("DROP TABLE small;", &["parent ACCESS EXCLUSIVE, small ACCESS EXCLUSIVE"]),
    bad(
        "REFRESH MATERIALIZED VIEW totals;",
        &["parent ACCESS SHARE scan, totals ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite totals"],
    ),
    good(
        "REFRESH MATERIALIZED VIEW CONCURRENTLY totals;",
        &["parent ACCESS SHARE scan, totals EXCLUSIVE scan"],
    ),
    // Triggers, rules, rights, words.
    good(
        "CREATE TRIGGER nothing BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION nothing();",
        &["child SHARE ROW EXCLUSIVE"],
    ),
    good("ALTER TABLE child ENABLE ROW LEVEL SECURITY;", &["child ACCESS EXCLUSIVE"]),
    // The manual does not say so.
    good("CREATE POLICY everything ON child USING (true);", &["child ACCESS EXCLUSIVE"]),
    good(
        "CREATE OR REPLACE VIEW names AS SELECT name FROM parent WHERE id > 0;",
        &["names ACCESS EXCLUSIVE, parent ACCESS SHARE"],
    ),
    good("COMMENT ON TABLE child IS 'x';", &["child SHARE UPDATE EXCLUSIVE"]),
    good("ALTER TYPE state ADD VALUE 'old';", &[]),
    // Hidden in code.
    bad(
        "DO $$ BEGIN EXECUTE 'ALTER TABLE child ALTER COLUMN a TYPE bigint'; END $$;",
        &["child ACCESS EXCLUSIVE rewrite index scan"],
        &["lock_rewrite child"],
    ),
    // Rows.
    bad("UPDATE child SET a = 1;", &["child ROW EXCLUSIVE scan"], &["lock_rows child"]),
    good("UPDATE child SET a = 1 WHERE id = 7;", &["child ROW EXCLUSIVE"]),
    bad("DELETE FROM child WHERE c = 'x';", &["child ROW EXCLUSIVE scan"], &["lock_rows child"]),
    good("INSERT INTO small (id) VALUES (1);", &["small ROW EXCLUSIVE"]),
    good("INSERT INTO small SELECT id, a FROM child;", &["child ACCESS SHARE scan, small ROW EXCLUSIVE"]),
    // Several statements of one transaction.
    bad(
        "ALTER TABLE child ADD COLUMN n int; UPDATE child SET n = a;",
        &["child ACCESS EXCLUSIVE", "child ACCESS EXCLUSIVE scan held"],
        &["lock_held_while_working child"],
    ),
    bad(
        "ALTER TABLE small ADD COLUMN n int; INSERT INTO small SELECT id, a FROM child;",
        &["small ACCESS EXCLUSIVE", "child ACCESS SHARE scan"],
        &["lock_held_while_working child"],
    ),
    bad(
        "ALTER TABLE small ADD COLUMN n int; ALTER TABLE child ADD COLUMN n int;",
        &["small ACCESS EXCLUSIVE", "child ACCESS EXCLUSIVE"],
        &["lock_many_tables version 002"],
    ),
    good(
        "UPDATE small SET a = 1 WHERE id = 1; ALTER TABLE small ADD COLUMN n int;",
        &["small ROW EXCLUSIVE", "small ACCESS EXCLUSIVE"],
    ),
    good(
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; ALTER TABLE small ADD COLUMN n int;",
        &["small ACCESS EXCLUSIVE"],
    ),
    good(
        "SAVEPOINT s; LOCK TABLE small; ROLLBACK TO SAVEPOINT s; SELECT count(*) FROM child;",
        &["small ACCESS EXCLUSIVE", "child ACCESS SHARE scan"],
    ),
];
