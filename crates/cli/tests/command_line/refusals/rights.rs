//! Rights that are missing, and a disk without room.

use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

use bulkhead_testkit::private_server;

use crate::desk::{Desk, contents, strings};

#[tokio::test]
async fn a_role_without_rights_is_told_which_it_needs() {
    let server = private_server(&[]);
    let admin = server.connect("postgres").await;
    admin.batch_execute("CREATE ROLE clerk LOGIN").await.unwrap();
    admin.batch_execute("CREATE DATABASE office").await.unwrap();
    let office = server.connect("office").await;
    office.batch_execute("CREATE TABLE safe (id int)").await.unwrap();
    let before = contents(&office).await;
    let mut desk = Desk::without_database();
    desk.file("migrations/001_a.sql", "SELECT 1;")
        .file("migrations/002_b.sql", "SELECT 1;\nDROP TABLE safe;\n");
    desk.set("DATABASE_URL", &server.url("office").replace("user=postgres", "user=clerk"));

    let outcome = desk.run("migrate");
    outcome.ends(1).says("M014").says("role clerk may not create schemas in database office");
    outcome.says("GRANT CREATE ON DATABASE \"office\" TO \"clerk\";");
    desk.run("plan").ends(0).says("apply 001");
    desk.run("status").ends(0).says("2 pending");
    office.batch_execute("GRANT CREATE ON DATABASE office TO clerk").await.unwrap();
    let outcome = desk.run("migrate");
    outcome.ends(1).says("M014").says("create the ledger in schema public");
    outcome.says("GRANT CREATE ON SCHEMA \"public\" TO \"clerk\";");
    assert_eq!(contents(&office).await, before);

    office.batch_execute("GRANT CREATE ON SCHEMA public TO clerk").await.unwrap();
    let outcome = desk.run("migrate");
    outcome.ends(4).says("M019").says("must be owner of table safe").says("42501").says("002_b.sql:2:1");
    outcome.says("give the role the right, or run as the owner").says("1 version finished before (001)");

    admin.batch_execute("CREATE ROLE guest LOGIN").await.unwrap();
    desk.set("DATABASE_URL", &server.url("office").replace("user=postgres", "user=guest"));
    for line in ["status", "migrate", "plan"] {
        desk.run(line).ends(1).says("M012").says("permission denied").says("rights of the role");
    }
    desk.set("DATABASE_URL", &server.url("branch").replace("user=postgres", "user=guest"));
    desk.run("setup")
        .ends(1)
        .says("branch")
        .says("permission denied to create database")
        .says("nothing was changed");
}

/// A small file system of its own for a test; unmounted at the end.
struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    /// `None` where this process may not mount.
    fn mount(megabytes: u32) -> Option<SmallDisk> {
        let disk = SmallDisk { folder: tempfile::tempdir().unwrap() };
        let size = format!("size={megabytes}m");
        let output = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &size, "tmpfs"])
            .arg(disk.path())
            .output()
            .unwrap();
        if output.status.success() {
            return Some(disk);
        }
        use std::io::Write;
        let reason = String::from_utf8_lossy(&output.stderr);
        // Past the test runner, which keeps what passing tests print.
        let _ =
            writeln!(std::io::stderr(), "SKIPPED a_disk_that_fills…: no small disk here: {}", reason.trim());
        None
    }

    fn grow(&self, megabytes: u32) {
        let size = format!("remount,size={megabytes}m");
        assert!(Command::new("mount").args(["-o", &size]).arg(self.path()).status().unwrap().success());
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Nothing is mounted where mounting failed.
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

#[tokio::test]
async fn a_disk_that_fills_is_said_and_the_run_goes_on_when_there_is_room() {
    let Some(disk) = SmallDisk::mount(24) else { return };
    let server = private_server(&[]);
    let owner = std::fs::metadata(&server.endpoint().socket_directory).unwrap();
    std::os::unix::fs::chown(disk.path(), Some(owner.uid()), Some(owner.gid())).unwrap();
    let admin = server.connect("postgres").await;
    let space = format!("CREATE TABLESPACE small LOCATION '{}'", disk.path().display());
    admin.batch_execute(&space).await.unwrap();
    admin.batch_execute("CREATE DATABASE tight TABLESPACE small").await.unwrap();
    let mut desk = Desk::without_database();
    desk.set("DATABASE_URL", &server.url("tight"));
    desk.file("migrations/001_a.sql", "CREATE TABLE a (id int);");
    desk.file(
        "migrations/002_b.sql",
        "CREATE TABLE b AS\n  SELECT repeat('x', 1000) AS text FROM generate_series(1, 30000);\n",
    );
    let outcome = desk.run("migrate");
    outcome.ends(4).says("M019").says("53100").says("No space left on device").says("002_b.sql:1:1");
    outcome.says("free some space on the server's disk").says("1 version finished before (001)");
    let tight = server.connect("tight").await;
    assert_eq!(strings(&tight, "SELECT version FROM schema_migrations").await, ["001"]);
    desk.run("status").ends(0).says("1 applied, 1 pending");
    disk.grow(200);
    desk.run("migrate").ends(0).says("applied 002");
}
