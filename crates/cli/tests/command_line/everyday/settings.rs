//! Where the connection comes from: flag, environment, `.env`, libpq's variables.

use bulkhead_testkit::database;

use crate::desk::{Desk, strings};

fn parts(url: &str) -> (String, String, String) {
    let value = |key: &str| {
        let pair = url.split(['?', '&']).find_map(|pair| pair.strip_prefix(key));
        pair.unwrap_or_else(|| panic!("{key} in {url}")).replace("%2F", "/")
    };
    let name = url.trim_start_matches("postgresql:///").split('?').next().unwrap().to_owned();
    (name, value("host="), value("port="))
}

#[tokio::test]
async fn each_source_is_honoured_and_the_stronger_wins() {
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let (libpq, file, variable, flag) =
        (database().await, database().await, database().await, database().await);
    let seen = |desk: &Desk, line: &str| {
        let document = desk.run(&format!("{line} --json")).ends(0).json();
        document["projects"][0]["database"].as_str().unwrap().to_owned()
    };

    let (name, host, port) = parts(libpq.url());
    for (key, value) in [("PGHOST", &host), ("PGPORT", &port), ("PGDATABASE", &name)] {
        desk.set(key, value);
    }
    desk.set("PGUSER", "postgres");
    assert_eq!(seen(&desk, "status"), libpq.name());
    desk.file(".env", format!("# ours\nexport DATABASE_URL=\"{}\"\nPGCONNECT_TIMEOUT=3\n", file.url()));
    assert_eq!(seen(&desk, "status"), file.name());
    desk.set("DATABASE_URL", variable.url());
    assert_eq!(seen(&desk, "status"), variable.name());
    let line = format!("migrate --database-url {}", flag.url());
    assert_eq!(seen(&desk, &line), flag.name());
    let tables = "SELECT count(*)::text FROM pg_class WHERE relname = 'a'";
    assert_eq!(strings(&flag.connect().await, tables).await, ["1"]);
    for other in [libpq, file, variable] {
        assert_eq!(strings(&other.connect().await, tables).await, ["0"]);
    }
}

#[tokio::test]
async fn libpq_variables_may_stand_in_the_env_file_and_options_reach_the_server() {
    let mut desk = Desk::without_database();
    let database = database().await;
    let (name, host, port) = parts(database.url());
    desk.file("migrations/001_a.sql", "CREATE TABLE a AS SELECT current_setting('work_mem') AS work_mem;");
    desk.file(".env", format!("PGHOST={host}\nPGPORT={port}\nPGDATABASE={name}\nPGUSER=postgres\n"));
    desk.set("PGOPTIONS", "-c work_mem=7MB");
    desk.run("migrate").ends(0).says(&name);
    assert_eq!(strings(&database.connect().await, "SELECT work_mem FROM a").await, ["7MB"]);
    desk.run("dev status").ends(2).says("U001").says("a connection is set").says(".env");
}

#[tokio::test]
async fn a_connection_string_of_pairs_works_like_a_url() {
    let desk = Desk::without_database();
    let database = database().await;
    let (name, host, port) = parts(database.url());
    desk.file("migrations/001_a.sql", "CREATE TABLE a ();");
    let pairs = format!("host='{host}' port={port} dbname={name} user=postgres sslmode=prefer");
    let output = desk.command("migrate --database-url").arg(pairs).output().unwrap();
    crate::desk::Outcome::of("migrate --database-url …", output).ends(0).says("applied 001");
}

#[tokio::test]
async fn the_folder_may_be_named_instead_of_entered() {
    let desk = Desk::with_database().await;
    desk.file("db/migrations/001_a.sql", "CREATE TABLE a ();")
        .file("db/verify/q.sql", "-- name: q\n-- expect: 1\nSELECT 1;");
    desk.run("-C db migrate").ends(0).says("db  database").says("applied 001");
    desk.run("verify -C db").ends(0).says("1 answer right");
    desk.file("db/bulkhead.toml", "[project]\nname = \"shop\"\n");
    desk.run("-C db status --project shop").ends(0).says("shop  database");
    desk.run("new -C db more things").ends(0).says("db/migrations/002_more_things.sql");
    desk.run("-C fresh/place new begin").ends(0);
    assert!(desk.path("fresh/place/migrations/001_begin.sql").is_file());
}
