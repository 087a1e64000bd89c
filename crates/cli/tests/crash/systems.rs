//! The systems that ship with the program, killed on the way.

use std::path::{Path, PathBuf};

use bulkhead_testkit::private_server;

use crate::catalog::{assert_same, lines};
use crate::proxy::{Delivery, Proxy};
use crate::shape::shape;
use crate::stage::{Victim, assert_no_locks, bulkhead, connect, must_succeed, points, run, socket};

/// The systems that have migrations.
fn systems() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../systems");
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut systems: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            std::fs::read_dir(path.join("migrations")).is_ok_and(|mut files| files.next().is_some())
        })
        .collect();
    systems.sort();
    systems
}

#[tokio::test]
async fn a_system_whose_run_was_killed_is_finished_by_the_next() {
    let systems = systems();
    if systems.is_empty() {
        return;
    }
    // Of their own, for their roles belong to the whole server.
    let private = private_server(&[]);
    let socket = socket(private.endpoint());
    for (number, system) in systems.iter().enumerate() {
        let admin = connect(&private.url("postgres")).await;
        let whole = format!("whole_{number}");
        run(&admin, &format!("CREATE DATABASE {whole}")).await;
        let counting = Proxy::counting(&socket);
        must_succeed(system, &counting.url(&whole), &["migrate"], &system.display().to_string());
        let expected = shape(&private.connect(&whole).await).await;
        for (nth, at) in points(counting.count(), 2).into_iter().enumerate() {
            let delivery = if nth % 2 == 0 { Delivery::Flow } else { Delivery::Cut };
            let what =
                format!("{} killed at message {at} of {} ({delivery:?})", system.display(), counting.count());
            let database = format!("run_{number}_{nth}");
            run(&admin, &format!("CREATE DATABASE {database}")).await;
            let victim = Victim::default();
            let killer = victim.clone();
            let proxy = Proxy::with(&socket, at, delivery, move || killer.kill());
            victim.start(bulkhead(system, &proxy.url(&database), &["migrate"]));
            victim.wait();
            proxy.assert_happened(counting.count(), &what);
            must_succeed(system, &private.url(&database), &["migrate"], &what);
            let client = private.connect(&database).await;
            assert_same(&expected, &shape(&client).await, &what);
            assert_eq!(lines(&client, "SELECT s::text FROM bulkhead.steps AS s").await, [""; 0], "{what}");
            assert_no_locks(&client, &what).await;
        }
    }
}
