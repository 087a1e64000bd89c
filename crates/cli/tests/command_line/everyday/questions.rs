//! `verify`, with every form of expectation.

use crate::desk::{Desk, contents};

/// A question and the words that show it failing; empty when its answer is right.
const QUESTIONS: &[(&str, &str)] = &[
    ("-- expect: 3\nSELECT count(*) FROM t;", ""),
    ("-- expect: 4\nSELECT count(*) FROM t;", "3 of 4"),
    ("-- expect: beta\nSELECT name FROM t WHERE id = 2;", ""),
    ("-- expect: >= 3\nSELECT count(*) FROM t;", ""),
    ("-- expect: >= 4\nSELECT count(*) FROM t;", "3 of 4+"),
    ("-- expect: <= 3\nSELECT count(*) FROM t;", ""),
    ("-- expect: <= 2\nSELECT count(*) FROM t;", "3 of at most 2"),
    ("-- expect: > 2\nSELECT count(*) FROM t;", ""),
    ("-- expect: > 3\nSELECT count(*) FROM t;", "3 of more than 3"),
    ("-- expect: < 4\nSELECT count(*) FROM t;", ""),
    ("-- expect: < 3\nSELECT count(*) FROM t;", "3 of fewer than 3"),
    ("-- expect: none\nSELECT id FROM t WHERE id > 9;", ""),
    ("-- expect: none\nSELECT id FROM t WHERE id > 1;", "2 rows, none expected"),
    ("-- expect: rows\n-- 1 | alpha\n-- 2 | beta\n-- 3 | NULL\nSELECT id, name FROM t ORDER BY id;", ""),
    ("-- expect: rows\n-- 1 | alpha\nSELECT id, name FROM t WHERE id = 2;", "1 row, not the 1 expected"),
    ("-- expect: 1\nSELECT id FROM t;", "3 rows instead of 1"),
];

#[tokio::test]
async fn each_form_of_question_is_asked_and_answered() {
    let desk = Desk::with_database().await;
    desk.file(
        "migrations/001_t.sql",
        "CREATE TABLE t (id int, name text);\nINSERT INTO t VALUES (1, 'alpha'), (2, 'beta'), (3, NULL);\n",
    );
    desk.run("verify").ends(0).says("no questions (verify/*.sql)");
    desk.file("verify/1.sql", "-- name: rows\n-- expect: 3\nSELECT count(*) FROM t;");
    desk.run("verify")
        .ends(1)
        .says("M025")
        .says("verify/1.sql:1")
        .says("\"rows\" cannot be asked")
        .says("42P01");
    desk.run("migrate").ends(0);
    let client = desk.connect().await;
    let before = contents(&client).await;
    for (question, complaint) in QUESTIONS {
        desk.file("verify/1.sql", format!("-- name: rows\n{question}\n"));
        let outcome = desk.run("verify");
        match *complaint {
            "" => outcome.ends(0).says("ok  ").says("1 answer right"),
            words => outcome
                .ends(7)
                .says("FAIL")
                .says(words)
                .says("got: ")
                .says("verify/1.sql:1")
                .says("1 of 1 answer wrong"),
        };
        let document = desk.run("verify --json").json();
        assert_eq!(document["ok"], complaint.is_empty(), "{question}: {document}");
    }
    assert_eq!(contents(&client).await, before);
}

#[tokio::test]
async fn a_question_cannot_write_and_setup_fails_when_an_answer_is_wrong() {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_t.sql", "CREATE TABLE t (id int);");
    desk.file("verify/1.sql", "-- name: sneaky\n-- expect: 1\nINSERT INTO t VALUES (1) RETURNING id;");
    desk.run("migrate").ends(0);
    desk.run("verify").ends(1).says("M025").says("read-only transaction");
    desk.file(
        "verify/1.sql",
        "-- name: one\n-- expect: 2\nSELECT 1;\n-- name: two\n-- expect: 2\nSELECT 2;\n",
    );
    desk.run("setup").ends(7).says("1 of 2 checks wrong").says("already migrated");
    desk.run("verify").ends(7).says("1 of 2 answers wrong");
}
