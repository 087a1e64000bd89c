//! Statements that the server refuses, and what is known to fail before it is asked.

use crate::desk::{Desk, contents, strings};

/// Nine statements of which the seventh is wrong, after a line that is not ASCII.
fn nine(seventh: &str) -> String {
    let mut text = "-- Größe\n".to_owned();
    for number in 1..=9 {
        match number {
            7 => text.push_str(&format!("/* the seventh */ {seventh}\n")),
            number => text.push_str(&format!("CREATE TABLE t{number} ();\n")),
        }
    }
    text
}

#[tokio::test]
async fn a_refused_statement_is_underlined_in_its_file_and_the_versions_before_it_stay() {
    let cases = [
        ("CREATE TABEL t7 ();", "syntax error at or near \"TABEL\"", "002_b.sql:8:26", "42601"),
        ("SELECT größe, naem FROM pg_class;", "column \"größe\" does not exist", "002_b.sql:8:26", "42703"),
        ("INSERT INTO t1 VALUES (1);", "INSERT has more expressions", "002_b.sql:8:42", "42601"),
        ("CREATE TABLE t6 ();", "relation \"t6\" already exists", "002_b.sql:8:19", "42P07"),
    ];
    for (statement, message, place, sqlstate) in cases {
        let desk = Desk::with_database().await;
        desk.file("migrations/001_a.sql", "CREATE TABLE a ();").file("migrations/002_b.sql", nine(statement));
        desk.file("migrations/003_c.sql", "CREATE TABLE c ();");
        let outcome = desk.run("migrate");
        outcome.ends(4).says("M019").says(message).says(place).says(statement).says(sqlstate);
        outcome.says("statement 7 of 9 in version 002").says("1 version finished before (001)");
        let client = desk.connect().await;
        let tables = "SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \
                      ORDER BY 1";
        assert_eq!(strings(&client, tables).await, ["a", "schema_migrations"]);
        assert_eq!(strings(&client, "SELECT version FROM schema_migrations").await, ["001"]);
        let again = desk.run("migrate --json");
        let document = again.ends(1).json();
        assert_eq!(document["applied"], serde_json::json!([]), "{document}");
        assert_eq!(document["error"]["place"]["file"], "migrations/002_b.sql");
        assert_eq!(document["error"]["place"]["line"], 8, "{document}");
        desk.run("status").ends(0).says("1 applied, 2 pending");
        desk.file("migrations/002_b.sql", nine("CREATE TABLE t7 ();"));
        desk.run("migrate").ends(0).says("applied 002").says("applied 003");
    }
}

#[tokio::test]
async fn what_an_error_knows_more_is_shown() {
    let desk = Desk::with_database().await;
    desk.file(
        "migrations/001_a.sql",
        "CREATE TABLE a (id int PRIMARY KEY);\nINSERT INTO a VALUES (1), (1);\n",
    );
    let outcome = desk.run("migrate");
    outcome.ends(1).says("23505").says("detail: Key (id)=(1) already exists.").says("nothing was changed");
    outcome.says("the existing rows do not fit").says("001_a.sql:2:1");
    desk.file(
        "migrations/001_a.sql",
        "SELECT 1;\nDO $$\nBEGIN\n  RAISE 'no luck' USING HINT = 'come back';\nEND $$;",
    );
    let outcome = desk.run("migrate");
    outcome.ends(1).says("no luck").says("come back").says("context: PL/pgSQL").says("statement 2 of 2");
}

#[tokio::test]
async fn a_version_of_several_steps_that_fails_is_half_way_and_goes_on_later() {
    let desk = Desk::with_database().await;
    let text = "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY a_id ON a (id);\nSELECT x;\n";
    desk.file("migrations/001_a.sql", text);
    let outcome = desk.run("migrate");
    outcome.ends(4).says("001_a.sql:3:8").says("version 001 is half-way: 2 of 3 steps are done and recorded");
    assert_eq!(desk.run("migrate --json").ends(4).json()["half_way"]["done"], 2);
    desk.run("status").ends(0).says("half-way").says("1 version that needs attention");
    desk.run("status --exit-code").ends(3);
    desk.file("migrations/001_a.sql", text.replace("a (id int)", "a (id bigint)"));
    desk.run("migrate").ends(6).says("M006").says("step 1").says("changed since");
    desk.file("migrations/001_a.sql", text.replace("a_id", "a_index"));
    desk.run("migrate").ends(6).says("M006").says("step 2");
    desk.file("migrations/001_a.sql", text.replace("SELECT x", "SELECT 1"));
    desk.run("migrate").ends(0).says("applied 001").says("001 was begun before: 2 steps done");
}

#[tokio::test]
async fn a_missing_extension_is_known_before_anything_is_applied() {
    let desk = Desk::with_database().await;
    let client = desk.connect().await;
    let before = contents(&client).await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    desk.file(
        "migrations/002_b.sql",
        "CREATE EXTENSION IF NOT EXISTS \"no-such-one\"; CREATE EXTENSION \"nor-this\";",
    );
    let outcome = desk.run("migrate");
    outcome.ends(1).says("M016").says("extension \"no-such-one\", extension \"nor-this\" are not installed");
    outcome.says("pg_available_extensions");
    desk.remove("migrations/002_b.sql").file("bulkhead.toml", "[project]\nextensions = [\"no_such_one\"]\n");
    desk.run("migrate").ends(1).says("M016").says("\"no_such_one\"");
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn a_server_older_than_the_project_wants_is_refused() {
    let desk = Desk::with_database().await;
    let client = desk.connect().await;
    let before = contents(&client).await;
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();")
        .file("bulkhead.toml", "[project]\npostgres = 99\n");
    desk.run("migrate").ends(1).says("M015").says("99 or newer");
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn a_read_only_database_is_refused_for_writing_and_served_for_reading() {
    let desk = Desk::with_database().await;
    let client = desk.connect().await;
    let before = contents(&client).await;
    let name = desk.database().name();
    client
        .batch_execute(&format!("ALTER DATABASE {name} SET default_transaction_read_only = on"))
        .await
        .unwrap();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    for line in ["migrate", "setup"] {
        let outcome = desk.run(line);
        outcome.ends(1).says("M013").says("cannot be written").says("default_transaction_read_only");
    }
    desk.run("plan").ends(0).says("apply 001");
    desk.run("status").ends(0).says("1 pending");
    desk.run("verify").ends(0);
    assert_eq!(contents(&client).await, before);
}
