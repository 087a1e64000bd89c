//! A pile-up of locks as a newcomer on call meets it: the output alone has to say who began it, who makes it
//! grow, whom it stops, and which statement ends it.

use std::time::Duration;

use bulkhead_testkit::{PoolMode, pgbouncer};
use serde_json::Value;
use tokio::task::JoinHandle;
use tokio_postgres::{Client, NoTls};

use crate::field::{Copy, Field, TOOLS};

type Waiting = JoinHandle<Result<(), tokio_postgres::Error>>;

/// Sessions that stand behind each other's locks.
struct PileUp {
    holder: Client,
    pid: i32,
    waiting: Vec<Waiting>,
}

impl PileUp {
    /// A transaction that has only read and was forgotten, a migration behind it, and eight readers behind that.
    async fn of_a_table(copy: &Copy<'_>) -> PileUp {
        let named = async |application: &str| {
            let session = copy.connect().await;
            session.batch_execute(&format!("SET application_name = '{application}'")).await.unwrap();
            session
        };
        let holder = named("billing").await;
        let pid = pid(&holder).await;
        holder.batch_execute("BEGIN").await.unwrap();
        holder.batch_execute("SELECT FROM runs WHERE metadata ->> 'pin' = '4711'").await.unwrap();
        let mut pile = PileUp { pid, holder, waiting: Vec::new() };
        pile.add(copy, named("deploy").await, "ALTER TABLE runs ADD COLUMN note text").await;
        for _ in 0..8 {
            pile.add(copy, named("web").await, "SELECT FROM runs LIMIT 1").await;
        }
        pile
    }

    /// A transaction that changed a row and was forgotten behind a pooler, and two that want the row.
    async fn of_a_row(copy: &Copy<'_>, pooler: &str) -> PileUp {
        let holder = through(pooler, "checkout").await;
        let update = "UPDATE tenants SET updated_at = now()";
        holder.batch_execute(&format!("BEGIN; {update}")).await.unwrap();
        let mut pile = PileUp { pid: pid(&holder).await, holder, waiting: Vec::new() };
        for _ in 0..2 {
            pile.add(copy, through(pooler, "basket").await, update).await;
        }
        pile
    }

    /// Adds a session and waits until it stands in the queue.
    async fn add(&mut self, copy: &Copy<'_>, session: Client, sql: &'static str) {
        self.waiting.push(tokio::spawn(async move { session.batch_execute(sql).await }));
        let admin = copy.connect().await;
        let count = "SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted";
        let queued = i64::try_from(self.waiting.len()).unwrap();
        while admin.query_one(count, &[]).await.unwrap().get::<_, i64>(0) < queued {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// How many of those that waited were let through, and how many were sent away.
    async fn outcome(self) -> (usize, usize) {
        let mut outcome = (0, 0);
        for waiting in self.waiting {
            match waiting.await.unwrap() {
                Ok(()) => outcome.0 += 1,
                Err(_) => outcome.1 += 1,
            }
        }
        outcome
    }
}

/// Lets the waits look as long as those that somebody is called for.
async fn set_back(copy: &Copy<'_>) {
    let session = copy.connect().await;
    session.batch_execute(TOOLS).await.unwrap();
    for (view, column) in
        [("pg_locks", "waitstart"), ("pg_stat_activity", "state_change"), ("pg_stat_activity", "xact_start")]
    {
        let sql = format!("SELECT pg_temp.set_back('{view}', '{column}', '12 minutes')");
        session.batch_execute(&sql).await.unwrap();
    }
}

async fn pid(client: &Client) -> i32 {
    let rows = client.simple_query("SELECT pg_backend_pid()").await.unwrap();
    let row = rows.iter().find_map(|message| match message {
        tokio_postgres::SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    row.unwrap().parse().unwrap()
}

async fn through(pooler: &str, application: &str) -> Client {
    let url = format!("{pooler}&application_name={application}");
    let (client, connection) = tokio_postgres::connect(&url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

fn check<'a>(document: &'a Value, name: &str) -> &'a Value {
    let checks = document["projects"][0]["checks"].as_array().unwrap();
    checks.iter().find(|check| check["name"] == name).unwrap()
}

#[track_caller]
fn assert_says(text: &str, words: &[&str]) {
    for word in words {
        assert!(text.contains(word), "{word:?} is not said in:\n{text}");
    }
}

#[tokio::test]
async fn a_pile_up_is_understood_and_ended_with_the_output_alone() {
    let field = Field::of("aic-sos").await;

    // The way that undoes a transaction which nobody misses.
    let copy = field.copy().await;
    set_back(&copy).await;
    let pile = PileUp::of_a_table(&copy).await;
    let pid = pile.pid;
    let who = format!("session {pid} of postgres (application \"billing\", local)");
    let said = copy.read("health-check");
    assert_says(
        &said,
        &[
            &format!(
                "critical  lock_waits: 9 sessions waiting for a lock, the longest for 12 min; {who} holds up 9 of them"
            ),
            &format!(
                "{who} holds up 9 sessions: idle in transaction for 12 min, its transaction is open for 12 min, \
                      its last statement: SELECT FROM runs WHERE metadata ->> ? = ?"
            ),
            "(application \"deploy\") waits 12 min for AccessExclusiveLock on public.runs: \
             ALTER TABLE runs ADD COLUMN note text; 8 sessions queue behind it",
            "waits 12 min for AccessShareLock on public.runs: SELECT FROM runs LIMIT ?",
            &format!("SELECT pg_terminate_backend({pid});"),
            "Or let only the 8 sessions behind session",
            "fix: -- pg_terminate_backend, because a session that is idle in a transaction has no statement to cancel",
            "idle_in_transaction: 1 open transaction is idle, the worst for 12 min",
            "(application \"deploy\") in database copy_1 waits for a lock and is open for 12 min",
        ],
    );
    assert_eq!(
        said.matches("pg_cancel_backend(").count(),
        1,
        "only the migration is in anybody's way:\n{said}"
    );
    assert!(!said.contains("4711'") && !said.contains("'pin'"), "constants may be secrets:\n{said}");
    let watched = copy.read("monitor-pool");
    assert_says(
        &watched,
        &[
            "9 sessions waiting for locks",
            &format!("9 sessions held up for 12 min by {who}"),
            "makes 8 sessions wait behind it: ALTER TABLE runs ADD COLUMN note text",
            &format!("fix: SELECT pg_terminate_backend({pid});"),
            "or: SELECT pg_cancel_backend(",
        ],
    );
    let document = copy.run("health-check").document;
    let fix = check(&document, "lock_waits")["fix"]["sql"].as_str().unwrap().to_owned();
    copy.connect().await.batch_execute(&fix).await.unwrap();
    assert_eq!(pile.outcome().await, (9, 0), "all go on, the migration too");
    let document = copy.run("health-check").document;
    assert_eq!(check(&document, "lock_waits")["level"], "ok");
    assert!(copy.run("monitor-pool").document["projects"][0]["blockers"].as_array().unwrap().is_empty());

    // The way that leaves the transaction alone and sends the migration away.
    let copy = field.copy().await;
    set_back(&copy).await;
    let pile = PileUp::of_a_table(&copy).await;
    let document = copy.run("monitor-pool").document;
    let blocker = &document["projects"][0]["blockers"][0];
    assert_eq!((&blocker["pid"], &blocker["victims"]), (&pile.pid.into(), &9.into()), "{blocker}");
    assert_eq!(blocker["gate"]["victims"], 8, "{blocker}");
    let through = blocker["gate"]["sql"].as_str().unwrap();
    copy.connect().await.batch_execute(through).await.unwrap();
    pile.holder.batch_execute("COMMIT").await.unwrap();
    assert_eq!(pile.outcome().await, (8, 1), "the readers go on, the migration has to try again");
}

#[tokio::test]
async fn behind_a_pooler_the_application_is_named() {
    let field = Field::of("aic-sos").await;
    let copy = field.copy().await;
    set_back(&copy).await;
    let pooler = pgbouncer(field.server().endpoint(), PoolMode::Transaction, 10);
    let pile = PileUp::of_a_row(&copy, &pooler.url(copy.database())).await;
    let pid = pile.pid;
    let said = copy.read("health-check");
    assert_says(
        &said,
        &[
            &format!("session {pid} of postgres (application \"checkout\", local) holds up 2 sessions"),
            "its last statement: ",
            "for ShareLock on a row that another transaction has changed: UPDATE tenants SET updated_at = now()",
            &format!("SELECT pg_terminate_backend({pid});"),
        ],
    );
    assert!(!said.contains("-- Or let only"), "in a queue for a row the next one takes the place:\n{said}");
    let document = copy.run("monitor-pool").document;
    let fix = document["projects"][0]["blockers"][0]["sql"].as_str().unwrap().to_owned();
    copy.connect().await.batch_execute(&fix).await.unwrap();
    assert_eq!(pile.outcome().await, (2, 0));
}
