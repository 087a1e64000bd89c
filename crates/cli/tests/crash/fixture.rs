//! Migrations of every kind. Each statement that can also writes a row into a log without a key, so that one that
//! took effect twice shows.

use std::fmt::Write;
use std::path::Path;

use tempfile::TempDir;

/// The versions with their files; a `.down.sql` undoes each from 003 on.
const FILES: &[(&str, &str)] = &[
    (
        "001_base.sql",
        "CREATE TABLE log (what text);\n\
         CREATE TYPE mood AS ENUM ('sad');\n\
         CREATE SCHEMA app;\n\
         CREATE PROCEDURE note(word text) LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.log VALUES (word); END $$;\n\
         CREATE TABLE t (a int, b text, c int);\n\
         INSERT INTO t SELECT n, repeat('x', 3000) || n, n FROM generate_series(1, 30) AS n;\n\
         CREATE TABLE p (a int) PARTITION BY RANGE (a);\n\
         CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);\n\
         CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20);\n\
         INSERT INTO p VALUES (1), (11);\n\
         INSERT INTO log VALUES ('1');",
    ),
    (
        "002a_tables.sql",
        "CREATE TABLE u (id int PRIMARY KEY, t int CHECK (t > 0), owner name);\nALTER TABLE u ENABLE ROW LEVEL SECURITY;\n\
         CREATE POLICY own ON u USING (owner = current_user);\nGRANT SELECT ON u TO pg_monitor;\nINSERT INTO log VALUES ('2a');",
    ),
    ("002b_index.sql", "CREATE INDEX CONCURRENTLY u_t ON u (t);\nINSERT INTO log VALUES ('2b');"),
    (
        "002e_functions.pgsql",
        "CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;\n\
         CREATE TRIGGER touch BEFORE INSERT ON u FOR EACH ROW EXECUTE FUNCTION touch();\nINSERT INTO log VALUES ('2e');",
    ),
    (
        "003_concurrently.sql",
        "INSERT INTO log VALUES ('3 first');\nCREATE INDEX CONCURRENTLY named ON t (a);\n\
         CREATE INDEX CONCURRENTLY ON t (c);\nINSERT INTO log VALUES ('3 second');\n\
         CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS careful ON public.t (a, c);",
    ),
    (
        "003_concurrently.down.sql",
        "DROP INDEX CONCURRENTLY named;\nDROP INDEX t_c_idx;\nDROP INDEX CONCURRENTLY IF EXISTS careful;",
    ),
    (
        "004_upkeep.sql",
        "REINDEX TABLE CONCURRENTLY t;\nINSERT INTO log VALUES ('4 first');\nVACUUM ANALYZE t;\n\
         DROP INDEX CONCURRENTLY careful;\nREINDEX INDEX CONCURRENTLY named;\nINSERT INTO log VALUES ('4 second');",
    ),
    (
        "004_upkeep.down.sql",
        "CREATE UNIQUE INDEX CONCURRENTLY careful ON public.t (a, c);\nINSERT INTO log VALUES ('4 down');",
    ),
    (
        "005_mood.sql",
        "ALTER TYPE mood ADD VALUE 'ok';\nINSERT INTO log VALUES ('5 first');\n\
         CREATE TABLE moods (m mood DEFAULT 'ok');\nINSERT INTO moods DEFAULT VALUES;\nINSERT INTO log VALUES ('5 second');",
    ),
    ("005_mood.down.sql", "DROP TABLE moods;\nINSERT INTO log VALUES ('5 down');"),
    (
        "006_copy.sql",
        "CREATE TABLE words (n int, word text);\nCOPY words FROM STDIN;\n1\tone\n2\tzwölf\n\\.\nINSERT INTO log VALUES ('6');\n\
         COPY words (word) FROM STDIN WITH (FORMAT csv);\n\"a, b\"\n\\.\n",
    ),
    ("006_copy.down.sql", "DROP TABLE words;\nINSERT INTO log VALUES ('6 down');"),
    (
        "007_alone.sql",
        "-- no-transaction\nINSERT INTO log VALUES ('7 first');\nINSERT INTO log VALUES ('7 second');\n\
         ANALYZE log;\nINSERT INTO log VALUES ('7 third');",
    ),
    (
        "007_alone.down.sql",
        "-- no-transaction\nINSERT INTO log VALUES ('7 down');\nINSERT INTO log VALUES ('7 down again');",
    ),
    (
        "008_detach.sql",
        "INSERT INTO log VALUES ('8 first');\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;\nINSERT INTO log VALUES ('8 second');",
    ),
    ("008_detach.down.sql", "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (0) TO (10);"),
    (
        "009_path.sql",
        "SET search_path = app, public;\nSET ROLE pg_monitor;\nRESET ROLE;\nCREATE TABLE here (a int, b int);\n\
         CREATE INDEX CONCURRENTLY ON here (a);\nINSERT INTO log VALUES ('9 ' || current_setting('search_path'));\n\
         CREATE INDEX CONCURRENTLY here_b ON here (b);\nVACUUM here;",
    ),
    (
        "009_path.down.sql",
        "SET search_path = app;\nDROP INDEX CONCURRENTLY here_b;\nDROP TABLE here;\nCALL public.note('9 down');",
    ),
    ("010_call.sql", "CALL note('10');"),
    ("010_call.down.sql", "CALL note('10 down');"),
];

/// How many small versions follow the others.
const SMALL: usize = 12;

/// Writes the migrations into a new project.
pub fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let migrations = folder.path().join("migrations");
    std::fs::create_dir(&migrations).unwrap();
    let write = |name: &str, text: &str| std::fs::write(migrations.join(name), text).unwrap();
    for (name, text) in FILES {
        write(name, text);
    }
    for number in 11..11 + SMALL {
        let mut up = String::new();
        write!(up, "CREATE TABLE small_{number} (a int);\nINSERT INTO log VALUES ('{number}');").unwrap();
        write(&format!("{number:03}_small.sql"), &up);
        write(
            &format!("{number:03}_small.down.sql"),
            &format!("INSERT INTO log VALUES ('{number} down');\nDROP TABLE small_{number};"),
        );
    }
    folder
}

/// Writes one migration into a project.
pub fn write(project: &Path, name: &str, text: &str) {
    std::fs::write(project.join("migrations").join(name), text).unwrap();
}
