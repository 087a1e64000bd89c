//! Folders as other tools name and mark their files.

use crate::desk::{Desk, contents, strings};

/// A tool's folder with two versions: the first makes table `a`, the second index `i` outside a transaction.
struct Dialect {
    tool: &'static str,
    files: &'static [(&'static str, &'static str)],
    versions: [&'static str; 2],
}

const MAKE: &str = "CREATE TABLE a (id int);";
const UNMAKE: &str = "DROP TABLE a;";
const INDEX: &str = "CREATE INDEX CONCURRENTLY i ON a (id);";
const NO_INDEX: &str = "DROP INDEX CONCURRENTLY i;";

const DIALECTS: &[Dialect] = &[
    Dialect {
        tool: "dbmate",
        files: &[
            (
                "20260101120000_a.sql",
                "-- migrate:up\nCREATE TABLE a (id int);\n\n-- migrate:down\nDROP TABLE a;\n",
            ),
            (
                "20260102120000_i.sql",
                "-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON a (id);\n\
                 -- migrate:down transaction:false\nDROP INDEX CONCURRENTLY i;\n",
            ),
        ],
        versions: ["20260101120000", "20260102120000"],
    },
    Dialect {
        tool: "goose",
        files: &[
            (
                "00001_a.sql",
                "-- +goose Up\n-- +goose StatementBegin\nCREATE TABLE a (id int);\n-- +goose StatementEnd\n\n\
                 -- +goose Down\n-- +goose StatementBegin\nDROP TABLE a;\n-- +goose StatementEnd\n",
            ),
            (
                "00002_i.sql",
                "-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY i ON a (id);\n\
                 -- +goose Down\nDROP INDEX CONCURRENTLY i;\n",
            ),
        ],
        versions: ["00001", "00002"],
    },
    Dialect {
        tool: "sqlx",
        files: &[
            ("20260101120000_a.up.sql", MAKE),
            ("20260101120000_a.down.sql", UNMAKE),
            ("20260102120000_i.up.sql", "-- no-transaction\nCREATE INDEX CONCURRENTLY i ON a (id);"),
            ("20260102120000_i.down.sql", "-- no-transaction\nDROP INDEX CONCURRENTLY i;"),
        ],
        versions: ["20260101120000", "20260102120000"],
    },
    Dialect {
        tool: "golang-migrate",
        files: &[
            ("000001_a.up.sql", MAKE),
            ("000001_a.down.sql", UNMAKE),
            ("000002_i.up.sql", INDEX),
            ("000002_i.down.sql", NO_INDEX),
        ],
        versions: ["000001", "000002"],
    },
    Dialect {
        tool: "Flyway",
        files: &[
            ("V1__a.sql", MAKE),
            ("U1__a.sql", UNMAKE),
            ("V1.1__i.sql", INDEX),
            ("U1.1__i.sql", NO_INDEX),
        ],
        versions: ["1", "1.1"],
    },
    Dialect {
        tool: "our own",
        files: &[
            ("001_a.sql", MAKE),
            ("001_a.down.sql", UNMAKE),
            ("002_i.sql", INDEX),
            ("002_i.down.sql", NO_INDEX),
            ("README.md", "# About"),
        ],
        versions: ["001", "002"],
    },
];

#[tokio::test]
async fn the_folders_of_other_tools_migrate_and_roll_back() {
    for Dialect { tool, files, versions } in DIALECTS {
        let desk = Desk::with_database().await;
        for (name, text) in *files {
            desk.file(&format!("migrations/{name}"), text);
        }
        let client = desk.connect().await;
        desk.run("migrate").ends(0).says("2 versions applied");
        let recorded = strings(&client, "SELECT version FROM schema_migrations ORDER BY applied_at").await;
        assert_eq!(recorded, versions, "{tool}");
        let made = "SELECT concat_ws(' ', to_regclass('a'), to_regclass('i'))";
        assert_eq!(strings(&client, made).await, ["a i"], "{tool}");
        desk.run("status --exit-code").ends(0).says_nothing_of("no down file");
        desk.run("rollback").ends(0).says(&format!("undone {}", versions[1]));
        assert_eq!(strings(&client, made).await, ["a"], "{tool}");
        desk.run("rollback --to 0 --yes").ends(0);
        assert_eq!(strings(&client, made).await, [""], "{tool}");
        let empty = contents(&client).await;
        desk.run("migrate").ends(0);
        desk.run("rollback --to 0 --yes").ends(0).says("2 versions undone");
        assert_eq!(contents(&client).await, empty, "{tool}");
    }
}

#[tokio::test]
async fn a_repeatable_file_runs_again_when_it_has_changed_and_after_a_rollback() {
    const VIEW: &str = "CREATE OR REPLACE VIEW v AS SELECT 1 AS n; INSERT INTO runs VALUES";
    let desk = Desk::with_database().await;
    desk.file("migrations/V1__a.sql", "CREATE TABLE runs (what text);");
    desk.file("migrations/U1__a.sql", "DROP TABLE runs CASCADE;");
    desk.file("migrations/R__views.sql", format!("{VIEW} ('one');"));
    let client = desk.connect().await;
    let runs = async || strings(&client, "SELECT what FROM runs ORDER BY what").await;
    desk.run("migrate").ends(0);
    desk.run("migrate").ends(0).says("nothing to do");
    desk.file("migrations/R__views.sql", format!("-- a comment\n{VIEW} ('one');"));
    desk.run("migrate").ends(0).says("nothing to do");
    assert_eq!(runs().await, ["one"]);
    desk.file("migrations/R__views.sql", format!("{VIEW} ('two');"));
    desk.run("status").ends(0).says("1 pending");
    desk.run("migrate").ends(0);
    assert_eq!(runs().await, ["one", "two"]);
    desk.run("rollback --yes").ends(0);
    desk.run("migrate").ends(0);
    assert_eq!(runs().await, ["two"]);
}
