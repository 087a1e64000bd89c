//! Retention and partitions, as a person or a timer calls them.

use bulkhead_connect::answer;

use crate::desk::Desk;

const TABLES: &str = "
    CREATE TABLE event (at timestamptz, org int);
    INSERT INTO event SELECT now() - make_interval(days => n), n % 2 FROM generate_series(0, 9) AS n;
    CREATE TABLE book (at timestamptz);
    INSERT INTO book VALUES ('2001-01-01');
    CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''append-only''; END';
    CREATE TRIGGER t BEFORE DELETE ON book FOR EACH ROW EXECUTE FUNCTION no();
    CREATE TABLE usage (at timestamptz) PARTITION BY RANGE (at);
    CREATE TABLE usage_2001_01 PARTITION OF usage FOR VALUES FROM ('2001-01-01') TO ('2001-02-01');";
const EVENTS: &str = "[tenancy]\nlevel = \"row\"\nkey = \"org\"\n\
    [[retention]]\ntable = \"event\"\ncolumn = \"at\"\nkeep = \"5 days\"\n";
const BOOKS: &str = "[[retention]]\ntable = \"book\"\ncolumn = \"at\"\nkeep = \"5 days\"\n";
const USAGE: &str =
    "[[partitions]]\ntable = \"usage\"\nevery = \"year\"\nkeep = \"2 years\"\nold = \"drop\"\n";

async fn desk(manifest: &str) -> Desk {
    let desk = Desk::with_database().await;
    desk.file("migrations/001_tables.sql", TABLES).file("bulkhead.toml", manifest);
    desk.run("migrate --quiet").ends(0);
    desk
}

async fn events(desk: &Desk) -> String {
    answer(&desk.connect().await, "SELECT count(*) FROM event").await.unwrap().remove(0)
}

#[tokio::test]
async fn old_rows_are_shown_and_go_only_when_that_is_confirmed() {
    let desk = desk(EVENTS).await;
    let shown = desk.run("retention").ends(0).out.clone();
    assert!(shown.contains("5 rows to go") && shown.contains("1  3 rows"), "{shown}");
    desk.run("retention --exit-code").ends(3);
    // Nobody can be asked here.
    let asked = desk.run("retention --apply").ends(1).err.clone();
    assert!(asked.contains("U002") && asked.contains("--yes"), "{asked}");
    assert_eq!(events(&desk).await, "10");
    desk.run("retention --apply --yes --budget 0s").ends(3);
    let done = desk.run("retention --apply --yes").ends(0).out.clone();
    assert!(done.contains("5 rows deleted") && done.contains("nothing left"), "{done}");
    assert_eq!(events(&desk).await, "5");
    desk.run("retention --apply").ends(0);
    desk.run("retention --exit-code").ends(0);
}

#[tokio::test]
async fn what_the_system_forbids_is_told_with_its_code() {
    let desk = desk(&format!("{EVENTS}{BOOKS}")).await;
    let told = desk.run("retention").ends(0).out.clone();
    assert!(told.contains("triggers on DELETE may forbid it: t"), "{told}");
    let told = desk.run("retention --apply --yes").ends(4).out.clone();
    assert!(
        told.contains("O012 rows of public.book cannot be deleted") && told.contains("purge ="),
        "{told}"
    );
    desk.run("retention --apply --yes").ends(1);
}

#[tokio::test]
async fn partitions_are_made_unasked_and_taken_away_only_when_that_is_confirmed() {
    let desk = desk(&USAGE.replace("year\"\n", "month\"\n")).await;
    let shown = desk.run("partitions").ends(0).out.clone();
    assert!(shown.contains("too old") && shown.contains("missing"), "{shown}");
    desk.run("partitions --exit-code").ends(3);
    desk.run("partitions --apply").ends(1);
    let made = desk.run("partitions --apply --only-create").ends(0).out.clone();
    assert!(made.contains("done: created usage_") && made.contains("too old"), "{made}");
    let taken = desk.run("partitions --apply --yes").ends(0).out.clone();
    assert!(taken.contains("done: dropped public.usage_2001_01"), "{taken}");
    desk.run("partitions --exit-code").ends(0);
    assert!(desk.run("partitions --apply").ends(0).out.contains("nothing to do"));
}

#[tokio::test]
async fn a_section_that_does_not_fit_is_refused_before_anything_is_done() {
    let desk = desk(&format!("{EVENTS}{}", BOOKS.replace("book", "nonesuch"))).await;
    let told = desk.run("retention --apply --yes").ends(2).err.clone();
    assert!(told.contains("O011") && told.contains("there is no table nonesuch"), "{told}");
    assert_eq!(events(&desk).await, "10");
    desk.file("bulkhead.toml", EVENTS.replace("5 days", "5 dayz"));
    let told = desk.run("retention").ends(2).err.clone();
    assert!(told.contains("line 7") && told.contains("is no length of time"), "{told}");
    desk.run("retention --budget 60").ends(2);
}

#[tokio::test]
async fn a_project_without_sections_has_nothing_to_do() {
    let desk = desk("").await;
    assert!(desk.run("retention --apply").ends(0).out.contains("no rules"));
    assert!(desk.run("partitions --apply").ends(0).out.contains("no rules"));
}
