//! Two projects below one root, on the embedded server of the workspace.

use crate::desk::{Desk, Outcome};

/// Stops the embedded server and removes its data, also when the test fails.
struct Stopped<'d>(&'d Desk);

impl Drop for Stopped<'_> {
    fn drop(&mut self) {
        // A failure here would hide that of the test.
        let _ = self.0.command("dev reset --yes").output();
    }
}

fn workspace() -> Desk {
    let desk = Desk::without_database();
    std::fs::remove_dir(desk.path("migrations")).unwrap();
    desk.open_to_all();
    desk.file("bulkhead.toml", "[workspace]\nprojects = [\"systems/*\"]\n");
    desk.file("systems/notes.txt", "no project");
    desk.file("systems/billing/migrations/001_a.sql", "CREATE TABLE a ();");
    desk.file("systems/billing/migrations/001_a.down.sql", "DROP TABLE a;");
    desk.file("systems/shop-front/migrations/001_b.sql", "CREATE TABLE b ();");
    desk.file("systems/shop-front/migrations/002_c.sql", "SELECT 1;");
    desk.file("systems/shop-front/verify/1.sql", "-- name: b\n-- expect: 0\nSELECT count(*) FROM b;");
    desk
}

#[test]
fn several_projects_share_one_server_and_each_has_its_database() {
    let mut desk = workspace();
    {
        let desk = &desk;
        let _stopped = Stopped(desk);
        desk.run("dev status").ends(0).says("stopped");
        let outcome = desk.run("status");
        outcome.ends(0).says("billing  database billing, no database yet").says("database shop_front");
        desk.run("dev status").ends(0).says("running").says("PostgreSQL");
        desk.run("migrate --project billing").ends(0).says("billing").says_nothing_of("shop");
        desk.run("dev")
            .ends(0)
            .says("already migrated")
            .says("2 versions applied")
            .says("1 of 1 checks right");
        desk.run("-C systems/shop-front status --exit-code").ends(0).says("2 applied, 0 pending");
        desk.run("status --project nobody").ends(2).says("P001").says("there are: billing, shop-front");
        desk.run("rollback").ends(2).says("U001").says("several projects").says("--project NAME");
        desk.run("new x").ends(2).says("U001").says("workspace of several projects");

        desk.file("systems/billing/migrations/002_more.sql", "CREATE TABLE more ();");
        desk.file("systems/shop-front/migrations/003_bad.sql", "SELECT nothing;");
        let outcome = desk.run("migrate");
        outcome.ends(4).says("M019").says("in project shop-front").says("nothing was changed there");
        outcome.says("project billing was finished before: 1 version").says("003_bad.sql:1:8");
        let document = desk.run("migrate --json").ends(1).json();
        assert_eq!(document["project"], "shop-front", "{document}");
        assert_eq!(document["earlier"], serde_json::json!([{"project": "billing", "versions": 0}]));

        let url = desk.run("dev url --project billing");
        url.ends(0).says("@127.0.0.1:").says("/billing");
        let asked =
            desk.command("status --project billing --database-url").arg(url.out.trim()).output().unwrap();
        Outcome::of("status --database-url …", asked).ends(0).says("2 applied");
        desk.run("dev logs -n 5").ends(0);
        desk.run("dev stop --json").ends(0).says("\"running\": false");
        desk.run("dev reset").ends(1).says("U002").says("--yes");
    }
    assert!(!desk.path(".bulkhead/server/data").exists(), "reset leaves no data");
    desk.set("DATABASE_URL", "postgresql:///x?host=/nowhere");
    for line in ["status", "migrate", "plan", "verify", "setup", "rollback --yes"] {
        desk.run(line).ends(2).says("U001").says("DATABASE_URL names one database").says("--project NAME");
    }
    desk.run("status --project billing").ends(1).says("C003");
    desk.unset("DATABASE_URL");
    desk.set("PGHOST", "/nowhere");
    desk.run("status").ends(2).says("the PG… variables names one database");
}

#[test]
fn a_workspace_that_cannot_be_told_apart_is_refused() {
    let desk = workspace();
    let server = "--database-url postgresql:///x?host=/nowhere";
    desk.file("systems/billing/bulkhead.toml", "[project]\nname = \"shop-front\"\n");
    let refusal = "systems/billing and systems/shop-front have one name, shop-front";
    desk.run("status").ends(2).says("P002").says(refusal);
    desk.run(&format!("-C systems/billing status {server}")).ends(2).says(refusal);
    desk.file("systems/billing/bulkhead.toml", "[project]\ndatabase = \"shop_front\"\n");
    desk.run("status --project billing").ends(2).says("P002").says("have one database, shop_front");
    desk.file("bulkhead.toml", "[workspace]\nprojects = [\"nothing/*\"]\n");
    desk.run("status").ends(2).says("P003").says("nothing");
    desk.file("bulkhead.toml", "[workspace]\nprojects = []\n");
    desk.run("status").ends(2).says("P001");
}

#[test]
fn the_env_file_of_one_project_says_nothing_about_the_others() {
    let desk = workspace();
    desk.file("systems/billing/.env", "DATABASE_URL=postgresql:///x?host=/nowhere/billing\n");
    desk.run("status --project billing").ends(1).says("C003").says("/nowhere/billing");
    desk.file(".env", "DATABASE_URL=postgresql:///x?host=/nowhere/root\n");
    desk.run("status --project shop-front").ends(1).says("/nowhere/root");
    desk.run("status --project billing").ends(1).says("/nowhere/billing");
    desk.file(".env", "PGHOST=/nowhere/root\n");
    desk.run("status").ends(2).says("the PG… variables names one database");
}
