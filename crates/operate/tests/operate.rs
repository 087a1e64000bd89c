//! Seeds, clean-up, data checks and figures on a real server.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;

use bulkhead_connect::answer;
use bulkhead_operate::{
    OperateError, PRODUCTION, SeedOutcome, TableRows, clean, mark_environment, seed, stats, validate,
};
use bulkhead_project::{Seed, SeedScript, read_figures, read_questions};
use bulkhead_testkit::TestDatabase;
use tempfile::TempDir;
use tokio_postgres::Client;

/// Readers and the books they borrowed; loans are partitioned.
const TABLES: &str = "
    CREATE TABLE reader (id int PRIMARY KEY, name text);
    CREATE TABLE loan (reader int REFERENCES reader, day date) PARTITION BY RANGE (day);
    CREATE TABLE loan_2026 PARTITION OF loan FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');";

const SEED: &str =
    "INSERT INTO reader VALUES (1, 'Ada'), (2, 'Bo');\nINSERT INTO loan VALUES (1, '2026-05-01');";
const QUESTION: &str = "-- name: readers\n-- expect: 2\nSELECT count(*) FROM reader;";
const CLEAN: &str = "DELETE FROM loan;\nDELETE FROM reader;";

struct Library {
    folder: TempDir,
    _database: TestDatabase,
    client: Client,
}

async fn library(files: &[(&str, &str)]) -> Library {
    let database = bulkhead_testkit::database().await;
    let client = database.connect().await;
    client.batch_execute(TABLES).await.unwrap();
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    Library { folder, _database: database, client }
}

impl Library {
    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn seed(&self, environment: &str) -> Seed {
        Seed::read(self.path(), environment).unwrap().unwrap()
    }

    async fn readers(&self) -> String {
        answer(&self.client, "SELECT string_agg(name, ' ' ORDER BY id) FROM reader").await.unwrap().remove(0)
    }
}

fn rows(table: &str, inserted: u64, deleted: u64) -> TableRows {
    TableRows { table: table.to_owned(), inserted, updated: 0, deleted }
}

#[tokio::test]
async fn a_seed_is_put_in_once_and_counted_by_table() {
    let library =
        library(&[("seeds/development.sql", SEED), ("seeds/development.verify.sql", QUESTION)]).await;
    let first = seed(&library.client, "library", &library.seed("development")).await.unwrap();
    assert_eq!(first.outcome, SeedOutcome::Seeded);
    assert_eq!(first.tables, [rows("public.loan", 1, 0), rows("public.reader", 2, 0)]);
    let second = seed(&library.client, "library", &library.seed("development")).await.unwrap();
    assert_eq!((second.outcome, second.tables), (SeedOutcome::AlreadyThere, Vec::new()));
}

#[tokio::test]
async fn the_test_seed_begins_from_nothing_each_time() {
    let library =
        library(&[("seeds/test.sql", SEED), ("seeds/test.verify.sql", QUESTION), ("seeds/clean.sql", CLEAN)])
            .await;
    library.client.batch_execute("INSERT INTO reader VALUES (9, 'Ira')").await.unwrap();
    for deleted in [1, 2] {
        let report = seed(&library.client, "library", &library.seed("test")).await.unwrap();
        assert_eq!(report.outcome, SeedOutcome::Seeded);
        assert_eq!(report.tables.last(), Some(&rows("public.reader", 2, deleted)));
        assert_eq!(library.readers().await, "Ada Bo");
    }
    let script = SeedScript::clean(library.path()).unwrap().unwrap();
    let report = clean(&library.client, "library", &script).await.unwrap();
    assert_eq!(report.tables, [rows("public.loan", 0, 1), rows("public.reader", 0, 2)]);
    assert!(clean(&library.client, "library", &script).await.unwrap().tables.is_empty());
}

#[tokio::test]
async fn a_test_seed_without_a_clean_up_is_refused() {
    let library = library(&[("seeds/test.sql", SEED)]).await;
    let error = seed(&library.client, "library", &library.seed("test")).await.unwrap_err();
    assert_eq!(error.code(), "O002");
}

#[tokio::test]
async fn a_wrong_answer_takes_the_seed_back() {
    let question = QUESTION.replace('2', "3");
    let library =
        library(&[("seeds/development.sql", SEED), ("seeds/development.verify.sql", &question)]).await;
    let error = seed(&library.client, "library", &library.seed("development")).await.unwrap_err();
    let OperateError::WrongAnswers { wrong, asked } = error else { panic!("{error}") };
    assert_eq!((wrong[0].rows.as_slice(), asked), (["2".to_owned()].as_slice(), 1));
    assert_eq!(library.readers().await, "NULL");
}

#[tokio::test]
async fn a_refused_statement_is_placed_and_nothing_is_kept() {
    let text =
        "INSERT INTO reader VALUES (1, 'Ada');\n-- Ünsinn\nINSERT INTO reader\n  VALUES (2, nonesuch);";
    let library = library(&[("seeds/development.sql", text)]).await;
    let error = seed(&library.client, "library", &library.seed("development")).await.unwrap_err();
    assert!(error.to_string().starts_with("seeds/development.sql:4:14: "), "{error}");
    assert_eq!(library.readers().await, "NULL");
}

#[tokio::test]
async fn a_production_database_takes_neither_seed_nor_clean_up() {
    let library = library(&[("seeds/development.sql", SEED), ("seeds/clean.sql", CLEAN)]).await;
    let database = answer(&library.client, "SELECT current_database()").await.unwrap().remove(0);
    mark_environment(&library.client, &database, PRODUCTION).await.unwrap();
    let fresh = library._database.connect().await;
    let error = seed(&fresh, "library", &library.seed("development")).await.unwrap_err();
    assert_eq!(error.code(), "O001");
    let script = SeedScript::clean(library.path()).unwrap().unwrap();
    assert_eq!(clean(&fresh, "library", &script).await.unwrap_err().code(), "O001");
    assert_eq!(library.readers().await, "NULL");
}

/// The names of the checks that found something, and what.
async fn findings(library: &Library, client: &Client) -> Vec<String> {
    let questions = read_questions(library.path(), "validate").unwrap();
    let report = validate(client, "library", &questions).await.unwrap();
    assert_eq!(report.ok, report.checks.iter().all(|check| check.ok));
    let found = report.checks.iter().filter(|check| !check.ok);
    found.map(|check| format!("{:?} {}: {}", check.severity, check.name, check.found.join(", "))).collect()
}

#[tokio::test]
async fn validate_finds_what_is_wrong_with_any_data() {
    let library = library(&[]).await;
    assert_eq!(findings(&library, &library.client).await, [""; 0]);
    library
        .client
        .batch_execute(
            "CREATE TABLE shelf (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, room int);
             INSERT INTO shelf (room) VALUES (1), (1);
             CREATE TABLE fresh (id serial PRIMARY KEY);
             INSERT INTO shelf (id, room) VALUES (3, 1);
             ALTER TABLE shelf ADD CONSTRAINT ground CHECK (room > 1) NOT VALID;",
        )
        .await
        .unwrap();
    let built = library.client.batch_execute("CREATE UNIQUE INDEX CONCURRENTLY one ON shelf (room)").await;
    assert!(built.is_err());
    assert_eq!(
        findings(&library, &library.client).await,
        [
            "Medium constraints that were never validated: shelf: ground",
            "High invalid indexes: shelf: one",
            "High sequences behind the column they number: shelf.id: 3, sequence at 2",
        ]
    );
    library.client.batch_execute("SELECT setval('shelf_id_seq', 3)").await.unwrap();
    assert_eq!(findings(&library, &library.client).await.len(), 2, "a sequence at the highest value is fine");
    library.client.batch_execute("SELECT setval('shelf_id_seq', 3, false)").await.unwrap();
    assert_eq!(findings(&library, &library.client).await.len(), 3, "one that gives it once more is not");
}

#[tokio::test]
async fn sequences_are_told_from_other_relations_whatever_the_plan() {
    let library = library(&[]).await;
    let many = "DO $$ BEGIN FOR n IN 1..150 LOOP EXECUTE format(
      'CREATE TABLE t_%s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)', n); END LOOP; END $$";
    library.client.batch_execute(many).await.unwrap();
    library.client.batch_execute("ANALYZE").await.unwrap();
    assert_eq!(findings(&library, &library.client).await, [""; 0]);
}

#[tokio::test]
async fn a_question_for_an_environment_is_asked_there_only() {
    let text = "-- name: readers\n-- severity: low\n-- environment: production\n-- expect: none\n\
                SELECT name FROM reader;";
    let library = library(&[("validate/1.sql", text)]).await;
    library.client.batch_execute("INSERT INTO reader VALUES (1, 'Ada')").await.unwrap();
    assert_eq!(findings(&library, &library.client).await, [""; 0]);
    let database = answer(&library.client, "SELECT current_database()").await.unwrap().remove(0);
    mark_environment(&library.client, &database, PRODUCTION).await.unwrap();
    let fresh = library._database.connect().await;
    assert_eq!(findings(&library, &fresh).await, ["Low readers: Ada"]);
}

#[tokio::test]
async fn stats_count_partitions_for_their_table() {
    let text = "-- name: readers\nSELECT count(*) FROM reader;\n-- name: busy\nSELECT 'a', 1;";
    let library = library(&[("stats/1.sql", text), ("seeds/development.sql", SEED)]).await;
    seed(&library.client, "library", &library.seed("development")).await.unwrap();
    library.client.batch_execute("ANALYZE").await.unwrap();
    let figures = read_figures(library.path()).unwrap();
    let report = stats(&library.client, "library", &figures).await.unwrap();
    assert_eq!(report.tables, 2);
    let values: Vec<&str> = report.figures.iter().map(|figure| figure.value.as_str()).collect();
    assert_eq!(values, ["2", "a | 1"]);
    let loan = report.largest.iter().find(|table| table.table == "public.loan").unwrap();
    assert_eq!((loan.rows_estimate, loan.bytes > 0), (Some(1), true));
    assert!(report.bytes > 1_000_000 && report.sessions >= 1);
    std::fs::write(library.path().join("stats/1.sql"), "-- name: x\nSELECT nonesuch;").unwrap();
    let error = stats(&library.client, "library", &read_figures(library.path()).unwrap()).await.unwrap_err();
    assert!(error.to_string().contains("stats/1.sql:1"), "{error}");
}
