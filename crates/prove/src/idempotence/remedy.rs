//! How a statement that cannot be run again is made such that it can.

use bulkhead_sql::classify;

/// What makes a statement that failed with an SQLSTATE the second time repeatable.
pub(super) fn remedy(sql: &str, sqlstate: &str) -> &'static str {
    let upper = sql.to_ascii_uppercase();
    // Neither has an IF NOT EXISTS or IF EXISTS of its own.
    if upper.contains(" RENAME ") {
        return "rename in a DO block that looks whether it has the new name already";
    }
    if upper.contains("ADD CONSTRAINT") || upper.contains(" ADD UNIQUE") || upper.contains(" ADD PRIMARY KEY")
    {
        return "write DROP CONSTRAINT IF EXISTS before it, or add it in a DO block that looks first";
    }
    let tag = classify(sql).command.tag();
    match (sqlstate, tag) {
        (_, "DO" | "CALL" | "SELECT") => "let the statement look whether its work is done",
        ("42P07" | "42723", "CREATE VIEW") => "write CREATE OR REPLACE VIEW",
        ("42710", "ALTER PUBLICATION") => {
            "add the table in a DO block that looks in pg_publication_tables first"
        }
        ("42704", "ALTER PUBLICATION") => {
            "drop the table in a DO block that looks in pg_publication_tables first"
        }
        ("42710", "CREATE ROLE") => {
            "create it in a DO block that looks in pg_roles first; roles belong to the whole server"
        }
        ("42710", "CREATE EXTENSION") | ("42P07" | "42P06" | "42701", _) => "write IF NOT EXISTS",
        ("42710", _) => "drop it before, with IF EXISTS, or create it in a DO block that looks first",
        ("42723", _) => "write CREATE OR REPLACE",
        ("42P01" | "42704" | "42703" | "42883" | "3F000", tag) => match tag.split_whitespace().next() {
            Some("DROP" | "ALTER") => "write IF EXISTS",
            _ => "run it in a DO block that looks first whether what it names is still there",
        },
        ("23505", _) => "write ON CONFLICT DO NOTHING",
        _ => "let the statement look whether its work is done",
    }
}

#[cfg(test)]
mod tests {
    use super::remedy;

    #[test]
    fn each_statement_is_given_what_its_grammar_has() {
        let cases = [
            ("CREATE TABLE t ()", "42P07", "write IF NOT EXISTS"),
            ("CREATE VIEW v AS SELECT 1", "42P07", "CREATE OR REPLACE VIEW"),
            ("CREATE MATERIALIZED VIEW v AS SELECT 1", "42P07", "write IF NOT EXISTS"),
            ("ALTER TABLE t ADD COLUMN c int", "42701", "write IF NOT EXISTS"),
            ("ALTER TABLE t DROP COLUMN c", "42703", "write IF EXISTS"),
            ("UPDATE t SET c = 1", "42703", "DO block that looks first whether"),
            ("INSERT INTO t (c) VALUES (1)", "42P01", "DO block that looks first whether"),
            ("CREATE INDEX i ON t (c)", "42703", "DO block that looks first whether"),
            ("ALTER PUBLICATION p ADD TABLE t", "42710", "pg_publication_tables"),
            ("CREATE ROLE r", "42710", "pg_roles"),
            ("CREATE TYPE e AS ENUM ()", "42710", "DO block"),
            ("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'", "42723", "CREATE OR REPLACE"),
            ("INSERT INTO t VALUES (1)", "23505", "ON CONFLICT"),
            ("DO $$ BEGIN CREATE TABLE t (); END $$", "42P07", "look whether its work is done"),
        ];
        for (sql, sqlstate, says) in cases {
            assert!(remedy(sql, sqlstate).contains(says), "{sql}: {}", remedy(sql, sqlstate));
        }
    }
}
