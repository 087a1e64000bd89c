//! Rows for schemas that make it hard, on a real server.

use bulkhead_generate::{GenerateError, Membership, Probe, ProbedTable, Tenancy, TenantOf, probe};
use bulkhead_testkit::{TestDatabase, database};
use tokio_postgres::Client;

const AWKWARD: &str = include_str!("awkward.sql");
const ROOT: Tenancy<'_> = Tenancy {
    root: Some("app.tenants"),
    key: Some("tenant_id"),
    shared: &[],
    membership: None,
    tenants: &[],
    schemas: &[],
};

async fn awkward() -> (TestDatabase, Client) {
    let database = database().await;
    let client = database.connect().await;
    run(&client, AWKWARD).await;
    (database, client)
}

async fn run(client: &Client, sql: &str) {
    if let Err(error) = client.batch_execute(sql).await {
        panic!("{:?}", error.as_db_error());
    }
}

async fn answer(client: &Client, sql: &str) -> Vec<String> {
    bulkhead_connect::answer(client, sql).await.expect("the question is right")
}

fn table<'p>(probe: &'p Probe, name: &str) -> &'p ProbedTable {
    let found = probe.tables.iter().find(|table| table.table.replace('"', "") == name);
    found.unwrap_or_else(|| panic!("{name}"))
}

#[tokio::test]
async fn an_awkward_schema_is_filled_but_for_what_is_impossible() {
    let (_database, client) = awkward().await;
    let probe = probe(&client, &ROOT, 2, 2, 7).await.unwrap_or_else(|error| panic!("{error}"));
    let skipped: Vec<String> = probe
        .tables
        .iter()
        .filter_map(|table| Some(format!("{}: {}", table.table.replace('"', ""), table.skipped.as_ref()?)))
        .collect();
    assert_eq!(
        skipped,
        [
            "app.below_impossible: no row of app.impossible is left for below_impossible_n_fkey",
            "app.guarded: nothing comes in (SQLSTATE P0001)",
            "app.impossible: no value is known for n that passes impossible_n_check",
            "app.no_partition: the partitioned table has no partition",
        ]
    );
    let fewer: Vec<String> = probe
        .tables
        .iter()
        .filter(|table| table.fewer.is_some())
        .map(|table| table.table.replace('"', ""))
        .collect();
    assert_eq!(fewer, ["app.settings"], "{:?}", table(&probe, "app.settings"));
    for table in probe.tables.iter().filter(|table| table.skipped.is_none() && table.fewer.is_none()) {
        let expected = match table.tenant_of {
            TenantOf::Common if table.existing => 1,
            TenantOf::Common | TenantOf::Column { .. } | TenantOf::Parent { .. } => 4,
            TenantOf::Root { .. } => 2,
        };
        assert_eq!(table.rows.len(), expected, "{}", table.table);
    }
}

#[tokio::test]
async fn rows_of_a_tenant_point_to_rows_of_that_tenant() {
    let (_database, client) = awkward().await;
    let probe = probe(&client, &ROOT, 2, 2, 7).await.unwrap();
    let owner = |name: &str| table(&probe, name).tenant_of.clone();
    assert_eq!(owner("app.tenants"), TenantOf::Root { column: "id".to_owned() });
    assert_eq!(owner("app.contacts"), TenantOf::Column { column: "tenant_id".to_owned() });
    assert_eq!(owner("app.plans"), TenantOf::Common);
    let texts = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        owner("Odd Names.Guest Notes"),
        TenantOf::Parent {
            columns: texts(&["Booking Id", "place"]),
            table: "\"app\".\"guests\"".to_owned(),
            referenced: texts(&["booking_id", "place"]),
        }
    );
    // The canary of a grandchild tells the tenant, which the row itself does not name.
    let strangers = format!(
        "SELECT count(*) FROM \"Odd Names\".\"Guest \"\"Notes\"\"\" AS n
         JOIN app.bookings AS b ON b.id = n.\"Booking Id\"
         WHERE n.\"select\" NOT LIKE
           CASE b.tenant_id WHEN {} THEN 'note-bulkhead\\_probe\\_a%' ELSE 'note-bulkhead\\_probe\\_b%' END",
        probe.tenants[0]
    );
    assert_eq!(answer(&client, &strangers).await, ["0"]);
    // The region that a site shares with its tenant is one that both allow.
    assert_eq!(answer(&client, "SELECT DISTINCT region FROM app.tenants").await, ["south"]);
    let trees = "SELECT count(*), count(parent_id) FROM app.folders";
    assert_eq!(answer(&client, trees).await, ["4 | 2"]);
}

#[tokio::test]
async fn the_same_seed_makes_the_same_rows() {
    let mut all = Vec::new();
    for seed in [3, 3, 4] {
        let (_database, client) = awkward().await;
        let probe = probe(&client, &ROOT, 2, 2, seed).await.unwrap();
        let rows = probe.tables.iter().flat_map(|table| table.rows.iter().map(|row| row.values.clone()));
        all.push(rows.collect::<Vec<_>>());
    }
    assert_eq!(all[0], all[1]);
    assert_ne!(all[0], all[2]);
}

#[tokio::test]
async fn a_user_is_a_member_of_one_tenant() {
    let database = database().await;
    let client = database.connect().await;
    run(
        &client,
        "CREATE SCHEMA app;
         CREATE TABLE app.users (id uuid PRIMARY KEY);
         CREATE TABLE app.tenants (id text PRIMARY KEY);
         CREATE TABLE app.members (org text NOT NULL, who uuid NOT NULL REFERENCES app.users);
         CREATE TABLE app.notes (tenant_id text REFERENCES app.tenants, by uuid REFERENCES app.users);",
    )
    .await;
    let membership = Membership { table: "app.members", tenant: "org", user: "who" };
    let tenancy = Tenancy { membership: Some(membership), ..ROOT };
    let probe = probe(&client, &tenancy, 3, 2, 1).await.unwrap();
    assert_eq!((probe.tenants.len(), probe.users.len()), (3, 3));
    for (tenant, user) in probe.tenants.iter().zip(&probe.users) {
        let sql = format!("SELECT DISTINCT org FROM app.members WHERE who = '{user}'");
        assert_eq!(answer(&client, &sql).await, std::slice::from_ref(tenant));
    }
}

#[tokio::test]
async fn without_tenants_there_is_one_set_of_rows() {
    let database = database().await;
    let client = database.connect().await;
    run(&client, "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int NOT NULL REFERENCES a)").await;
    let probe = probe(&client, &Tenancy::default(), 2, 3, 1).await.unwrap();
    assert!(probe.tenants.is_empty());
    assert!(probe.tables.iter().all(|table| table.rows.len() == 3 && table.tenant_of == TenantOf::Common));
}

#[tokio::test]
async fn what_is_in_a_schema_of_a_tenant_is_that_tenants() {
    let database = database().await;
    let client = database.connect().await;
    run(
        &client,
        "CREATE SCHEMA one; CREATE SCHEMA two; CREATE SCHEMA apart;
         CREATE TABLE one.log (id int PRIMARY KEY, line text); CREATE TABLE two.log (id int PRIMARY KEY, line text);
         CREATE TABLE apart.log (line text)",
    )
    .await;
    let schemas = ["one".to_owned(), "two".to_owned()];
    let tenancy = Tenancy { schemas: &schemas, ..Tenancy::default() };
    probe(&client, &tenancy, 2, 2, 1).await.unwrap();
    // The first rows differ, the last are numbered alike.
    for (sql, wanted) in [
        ("SELECT count(DISTINCT id) FROM (TABLE one.log UNION ALL TABLE two.log) AS log", "3"),
        ("SELECT line FROM two.log LIMIT 1", "bulkhead_probe_b_log_line_0"),
        ("SELECT line FROM apart.log LIMIT 1", "bulkhead_probe_common_log_line_0"),
    ] {
        assert_eq!(answer(&client, sql).await, [wanted], "{sql}");
    }
}

#[tokio::test]
async fn a_table_without_root_names_its_tenants_by_the_key_alone() {
    let database = database().await;
    let client = database.connect().await;
    run(&client, "CREATE TABLE a (org uuid NOT NULL, note text); CREATE TABLE b (org uuid PRIMARY KEY)")
        .await;
    let tenancy = Tenancy { key: Some("org"), ..Tenancy::default() };
    let probe = probe(&client, &tenancy, 2, 2, 1).await.unwrap();
    assert_ne!(probe.tenants[0], probe.tenants[1]);
    assert_eq!(answer(&client, "SELECT count(*) FROM a JOIN b USING (org)").await, ["4"]);
}

#[tokio::test]
async fn tenants_that_are_named_keep_the_rows_that_they_have() {
    let database = database().await;
    let client = database.connect().await;
    run(
        &client,
        "CREATE SCHEMA app;
         CREATE TABLE app.tenants (id text PRIMARY KEY, login name UNIQUE);
         CREATE TABLE app.files (path text PRIMARY KEY, body text,
           tenant_id text GENERATED ALWAYS AS (split_part(path, '/', 2)) STORED REFERENCES app.tenants);
         INSERT INTO app.tenants VALUES ('birch', 'b'), ('ash', 'a'), ('oak', 'o');",
    )
    .await;
    let names = ["elm", "oak", "birch"].map(str::to_owned);
    assert_eq!(bulkhead_generate::tenants(&client, &ROOT, 2).await.unwrap(), ["ash", "birch"]);
    let made = probe(&client, &Tenancy { tenants: &names, ..ROOT }, 2, 2, 1).await.unwrap();
    assert_eq!(made.tenants, ["oak", "birch"]);
    assert!(table(&made, "app.tenants").existing);
    assert_eq!(answer(&client, "SELECT count(*) FROM app.tenants").await, ["3"]);
    let files = "SELECT tenant_id || ' ' || count(*) FROM app.files GROUP BY tenant_id ORDER BY 1";
    assert_eq!(answer(&client, files).await, ["birch 2", "oak 2"]);
    let none = ["elm", "fir"].map(str::to_owned);
    let made = probe(&client, &Tenancy { tenants: &none, ..ROOT }, 2, 1, 1).await.unwrap();
    assert_eq!(made.tenants, none);
    assert_eq!(answer(&client, "SELECT count(*) FROM app.tenants").await, ["5"]);
}

#[tokio::test]
async fn what_is_there_already_is_kept_and_avoided() {
    let database = database().await;
    let client = database.connect().await;
    run(
        &client,
        "CREATE SCHEMA app;
         CREATE TABLE app.tenants (id int PRIMARY KEY);
         CREATE TABLE app.kinds (id int PRIMARY KEY, name text);
         CREATE TABLE app.things (id int PRIMARY KEY, tenant_id int, kind int NOT NULL REFERENCES app.kinds);
         INSERT INTO app.tenants SELECT generate_series(1, 5);
         INSERT INTO app.kinds VALUES (70, 'seventy');
         INSERT INTO app.things SELECT n, 1, 70 FROM generate_series(1, 9) AS n;",
    )
    .await;
    let probe = probe(&client, &ROOT, 2, 2, 1).await.unwrap();
    assert!(table(&probe, "app.kinds").existing);
    assert_eq!(
        answer(&client, "SELECT count(*), min(kind), max(kind) FROM app.things").await,
        ["13 | 70 | 70"]
    );
    assert_eq!(answer(&client, "SELECT count(*) FROM app.tenants").await, ["7"]);
}

#[tokio::test]
async fn a_wrong_tenancy_is_an_error_and_leaves_nothing() {
    let (_database, client) = awkward().await;
    let shared = ["app.nothing".to_owned()];
    let cases = [
        Tenancy { root: Some("app.nobody"), ..ROOT },
        Tenancy { shared: &shared, ..ROOT },
        Tenancy { membership: Some(Membership { table: "app.users", tenant: "x", user: "id" }), ..ROOT },
    ];
    for tenancy in cases {
        let error = probe(&client, &tenancy, 2, 2, 1).await.unwrap_err();
        assert!(matches!(error, GenerateError::Unknown { .. }), "{error}");
    }
    assert_eq!(answer(&client, "SELECT count(*) FROM app.types").await, ["0"]);
}

#[tokio::test]
async fn the_same_seed_can_be_used_again() {
    let (_database, client) = awkward().await;
    let first = probe(&client, &ROOT, 2, 2, 7).await.unwrap();
    let second = probe(&client, &ROOT, 2, 2, 7).await.unwrap();
    let rows = |probe: &Probe| probe.tables.iter().map(|table| table.rows.len()).collect::<Vec<_>>();
    assert_eq!(rows(&first), rows(&second));
    assert!(first.tenants.iter().all(|tenant| !second.tenants.contains(tenant)));
}

#[tokio::test]
async fn without_the_right_nothing_is_left_open() {
    let (_database, client) = awkward().await;
    run(&client, "SET ROLE pg_read_all_data").await;
    let error = probe(&client, &ROOT, 2, 2, 1).await.unwrap_err();
    assert!(matches!(&error, GenerateError::Refused(server) if server.sqlstate == "42501"), "{error}");
    run(&client, "RESET ROLE; BEGIN; COMMIT").await;
    assert_eq!(answer(&client, "SELECT count(*) FROM app.types").await, ["0"]);
}

#[tokio::test]
async fn tenants_number_their_last_rows_alike_and_no_others() {
    let database = database().await;
    let client = database.connect().await;
    let schema = "CREATE SCHEMA app;
        CREATE TABLE app.tenants (id integer PRIMARY KEY);
        CREATE TABLE app.houses (
          tenant_id integer REFERENCES app.tenants, no integer, slug text NOT NULL, deed integer UNIQUE,
          PRIMARY KEY (tenant_id, no), UNIQUE (tenant_id, slug));
        CREATE TABLE app.visits (
          tenant_id integer, no integer, day date, PRIMARY KEY (tenant_id, no, day),
          FOREIGN KEY (tenant_id, no) REFERENCES app.houses);";
    client.batch_execute(schema).await.unwrap();
    probe(&client, &ROOT, 2, 2, 1).await.unwrap();
    let shared = |column: &str, table: &str| {
        format!(
            "SELECT count(*) FROM (SELECT FROM app.{table} GROUP BY {column} HAVING count(*) > 1) AS twice"
        )
    };
    let wanted =
        [("no", "houses", "1"), ("slug", "houses", "1"), ("deed", "houses", "0"), ("no", "visits", "1")];
    for (column, table, times) in wanted {
        assert_eq!(answer(&client, &shared(column, table)).await, [times], "{table}.{column}");
    }
}
