use super::*;

fn session(pid: &str, blockers: &str, wait: &str, state: &str) -> Row {
    let kind = if state == "autovacuum" { "autovacuum worker" } else { "client backend" };
    let query = "ALTER TABLE loan ADD COLUMN pin int DEFAULT 4711";
    let undone = if pid == "0" { "ROLLBACK PREPARED 'orphan';" } else { "" };
    Row::of(&[
        pid,
        blockers,
        "AccessExclusiveLock",
        "public.loan",
        wait,
        "ann",
        "till",
        state,
        "local",
        "90",
        "60",
        query,
        kind,
        undone,
        "t",
    ])
}

/// A reader that was forgotten, a change of the table that waits for it, and three readers behind that.
fn pile_up() -> Vec<Row> {
    vec![
        session("1", "", "NULL", "idle in transaction"),
        session("2", "1", "9", "active"),
        session("3", "2", "8", "active"),
        session("4", "2", "7", "active"),
        session("5", "2", "6", "active"),
    ]
}

#[test]
fn the_head_of_the_queue_and_its_gate_are_named() {
    let heads = blockers(&pile_up());
    let [head] = heads.as_slice() else { panic!("{heads:#?}") };
    assert_eq!((head.pid, head.victims, head.longest_wait_seconds), (1, 4, 9));
    assert_eq!(head.sql, "SELECT pg_terminate_backend(1);");
    assert_eq!(head.who(), "session 1 of ann (application \"till\", local)");
    assert_eq!(
        head.doing(),
        "idle in transaction for 60 s, its transaction is open for 90 s, its last statement: \
         ALTER TABLE loan ADD COLUMN pin int DEFAULT ?"
    );
    let gate = head.gate.as_ref().unwrap();
    assert_eq!((gate.pid, gate.victims, gate.sql.as_str()), (2, 3, "SELECT pg_cancel_backend(2);"));
    assert!(blockers(&pile_up()[..2])[0].gate.is_none(), "nobody queues behind a single waiter");
    let row =
        ["2", "1", "ShareLock", "a row", "9", "ann", "till", "active", "local", "90", "60", "", "", "", "f"];
    let at_a_row = [pile_up().remove(0), Row::of(&row), pile_up().remove(2)];
    assert!(blockers(&at_a_row)[0].gate.is_none(), "the next one would take its place");
}

#[test]
fn what_ends_a_session_depends_on_what_it_does() {
    let cases = [
        ("1", "idle in transaction", "SELECT pg_terminate_backend(1);", "no statement to cancel"),
        ("1", "idle in transaction (aborted)", "SELECT pg_terminate_backend(1);", "no statement to cancel"),
        ("1", "active", "SELECT pg_cancel_backend(1);", "it is at work"),
        ("1", "idle", "SELECT pg_terminate_backend(1);", "outside of any transaction"),
        ("1", "autovacuum", "SELECT pg_cancel_backend(1);", "comes back"),
        ("1", "NULL", "SELECT pg_terminate_backend(1);", "hidden"),
        ("0", "NULL", "ROLLBACK PREPARED 'orphan';", "whoever coordinates it"),
    ];
    for (pid, state, sql, why) in cases {
        let rows = [session(pid, "", "NULL", state), session("2", pid, "9", "active")];
        let head = blockers(&rows).remove(0);
        assert_eq!(head.sql, sql, "{state}");
        assert!(head.advice.contains(why), "{state}: {}", head.advice);
    }
}

#[test]
fn the_tree_shows_each_session_once_below_the_one_it_waits_for() {
    let rows = [
        session("1", "", "NULL", "idle"),
        session("2", "1", "9", "active"),
        session("3", "2 1", "8", "active"),
        session("4", "5", "7", "active"),
        session("5", "4", "7", "active"),
    ];
    let shape: Vec<String> =
        tree(&rows).iter().map(|line| line.split(" of").next().unwrap().to_owned()).collect();
    assert_eq!(shape, ["session 1", "  session 2", "    session 3", "session 4", "  session 5"]);
}

#[test]
fn a_statement_is_shown_without_constants_and_not_too_long() {
    let long = format!("SELECT '{}', {}", "secret", "a, ".repeat(99));
    let told = shown(&long);
    assert!(told.starts_with("SELECT ?, a, a,") && told.ends_with('…'), "{told}");
    assert_eq!(told.chars().count(), STATEMENT_CHARACTERS + 1);
}
