//! What statements mean, as a table; where the text of a statement tells more than its syntax tree does,
//! and the variants that carry details. The rest is compared with the server's parser in `tests/`.

use super::*;
use crate::transaction::TransactionRule::{Anywhere, MayCommit, Never, NeverIfPartitioned};

fn name(text: &str) -> Name {
    Name::parse(text).expect(text)
}

#[test]
fn statements_that_cannot_run_in_a_transaction_are_known() {
    let cases = [
        ("create index concurrently i on t (a)", Never),
        ("create unique index concurrently if not exists i on only s.t (a)", Never),
        ("create index i on t (a)", Anywhere),
        ("create index concurrently_made on t (a)", Anywhere),
        ("drop index concurrently i", Never),
        ("drop index if exists i, j", Anywhere),
        ("reindex table t", NeverIfPartitioned),
        ("reindex (verbose) index i", NeverIfPartitioned),
        ("reindex table concurrently t", Never),
        ("reindex (concurrently) table t", Never),
        ("reindex (concurrently on, verbose) table t", Never),
        ("reindex (concurrently false) table t", NeverIfPartitioned),
        ("reindex schema s", Never),
        ("reindex database", Never),
        ("reindex system concurrently", Never),
        ("alter table t detach partition s.p concurrently", Never),
        ("alter table t detach partition s.p", Anywhere),
        ("alter table t detach partition s.p finalize", Anywhere),
        ("vacuum", Never),
        ("vacuum (analyze) t", Never),
        ("analyze t", Anywhere),
        ("cluster", Never),
        ("cluster (verbose)", Never),
        ("cluster t using i", NeverIfPartitioned),
        ("create database d", Never),
        ("drop database if exists d (force)", Never),
        ("alter database d set tablespace x", Never),
        ("alter database d set search_path to x", Anywhere),
        ("create tablespace x location '/x'", Never),
        ("drop tablespace x", Never),
        ("alter system set a = 1", Never),
        ("discard all", Never),
        ("discard temp", Anywhere),
        ("create subscription s connection 'c' publication p", Never),
        ("create subscription s connection 'c' publication p with (enabled = false)", Never),
        ("create subscription s connection 'c' publication p with (connect = false)", Anywhere),
        (
            "create subscription s connection 'c' publication p with (copy_data, create_slot = 'off')",
            Anywhere,
        ),
        ("drop subscription s", Never),
        ("alter subscription s refresh publication", Never),
        ("alter subscription s add publication p", Never),
        ("alter subscription s set publication p with (refresh = false)", Anywhere),
        ("alter subscription s set (failover = true)", Never),
        ("alter subscription s set (binary = true)", Anywhere),
        ("alter subscription s disable", Anywhere),
        ("call p()", MayCommit),
        ("refresh materialized view concurrently v", Anywhere),
        ("create extension x", Anywhere),
        ("alter type t add value 'x'", Anywhere),
        ("checkpoint", Anywhere),
        ("explain analyze insert into t values (1)", Anywhere),
    ];
    for (sql, rule) in cases {
        assert_eq!(classify(sql).transaction, rule, "{sql}");
    }
}

#[test]
fn a_do_block_may_commit_if_its_body_has_such_a_statement() {
    let cases = [
        ("do $$ begin perform 1; end $$", Anywhere),
        ("do $$ begin commit; end $$", MayCommit),
        ("do 'begin if a then rollback; end if; end'", MayCommit),
        ("do $$ begin loop update t set a = 1; commit and chain; end loop; end $$", MayCommit),
        ("do language plpgsql $$ begin <<l>> commit; end $$", MayCommit),
        ("do $$ begin call p(); end $$", MayCommit),
        ("do $$ begin -- commit;\n raise notice 'commit;'; end $$", Anywhere),
        ("do $$ begin select commit from t; insert into commit values (1); end $$", Anywhere),
        ("do $$ begin x := commit; end $$", Anywhere),
        ("do language plpython3u $$ plpy.commit() $$", MayCommit),
        ("do $$ plpy.execute('x') $$ language plpython3u", Anywhere),
    ];
    for (sql, rule) in cases {
        assert_eq!(classify(sql).transaction, rule, "{sql}");
    }
}

#[test]
fn details_the_executor_needs_are_carried() {
    let cases = [
        (
            "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I\" ON ONLY s.T USING gin (a)",
            Command::CreateIndex {
                concurrently: true,
                if_not_exists: true,
                index: Some(name("s.\"I\"")),
                table: name("s.t"),
            },
        ),
        (
            "create index on t (a)",
            Command::CreateIndex { concurrently: false, if_not_exists: false, index: None, table: name("t") },
        ),
        (
            "alter type s.color add value if not exists E'it\\'s' before 'red'",
            Command::AlterTypeAddValue { type_name: name("s.color"), value: "it's".into() },
        ),
        ("alter type color rename value 'a' to 'b'", Command::AlterType),
        ("create type s.color as enum ('a')", Command::CreateTypeEnum { name: name("s.color") }),
        ("create type pair as (a int, b int)", Command::CreateType { name: name("pair") }),
        ("create type shell", Command::CreateType { name: name("shell") }),
        (
            "alter table if exists s.t detach partition p concurrently",
            Command::DetachPartitionConcurrently { parent: name("s.t"), partition: name("p") },
        ),
        ("create database \"D\"", Command::CreateDatabase { name: "D".into() }),
        (
            "reindex (tablespace x, concurrently) schema s",
            Command::Reindex { concurrently: true, kind: ObjectKind::Schema },
        ),
        ("copy t (a) from stdin with csv", Command::Copy { from_stdin: true }),
        ("copy t to stdout", Command::Copy { from_stdin: false }),
    ];
    for (sql, command) in cases {
        assert_eq!(classify(sql).command, command, "{sql}");
    }
}

#[test]
fn settings_are_read_with_their_scope() {
    let parameter = |name: &str| Setting::Parameter(name.to_owned());
    use crate::command::Setting;
    let cases = [
        ("set search_path to a, b", false, false, parameter("search_path")),
        ("set local Lock_Timeout = '1s'", false, true, parameter("lock_timeout")),
        ("set session app.tenant = '1'", false, false, parameter("app.tenant")),
        ("set time zone 'UTC'", false, false, parameter("timezone")),
        ("set schema 'x'", false, false, parameter("search_path")),
        ("set names 'utf8'", false, false, parameter("client_encoding")),
        ("set local role admin", false, true, Setting::Role),
        ("set role to admin", false, false, Setting::Role),
        ("set session authorization x", false, false, Setting::SessionAuthorization),
        ("set session session authorization x", false, false, Setting::SessionAuthorization),
        ("set transaction read only", false, true, Setting::Transaction),
        (
            "set session characteristics as transaction read only",
            false,
            false,
            Setting::SessionCharacteristics,
        ),
        ("reset all", true, false, Setting::All),
        ("reset role", true, false, Setting::Role),
        ("reset search_path", true, false, parameter("search_path")),
    ];
    for (sql, reset, local, setting) in cases {
        assert_eq!(classify(sql).command, Command::Set { reset, local, setting }, "{sql}");
    }
    assert_eq!(classify("set constraints all deferred").command, Command::SetConstraints);
}

#[test]
fn a_query_that_changes_the_session_is_known() {
    let cases = [
        ("select pg_catalog.set_config('search_path', '', false)", true),
        ("SELECT SET_CONFIG('a.b', f(1, 2), 'f')", true),
        ("select set_config('a.b', '1', true)", false),
        ("select set_config('a.b', f(',', 2), 't')", false),
        ("select set_config('a.b', '1', not true)", true),
        ("select set_config('a.b', '1', true or x)", true),
        ("with a as (select 1) select set_config('a', 'b', false)", true),
        ("select set_config from t", false),
        ("select 'set_config(a,b,false)'", false),
        ("select 1", false),
    ];
    for (sql, changes_session) in cases {
        assert_eq!(classify(sql).command, Command::Select { changes_session }, "{sql}");
    }
}

#[test]
fn the_verb_is_found_behind_common_table_expressions() {
    let cases = [
        ("with a as (select 1) select 1", "SELECT"),
        (
            "with recursive a (x) as not materialized (select 1), update as (select 2) insert into t select 1",
            "INSERT",
        ),
        (
            "with a as (select 1) search depth first by x, y set z cycle x set c to 1 default 0 using p update t set a = 1",
            "UPDATE",
        ),
        (
            "with a as (delete from x returning *) merge into t using a on true when matched then delete",
            "MERGE",
        ),
        ("with a as (select 1) (select 2)", "SELECT"),
        ("with a as (select 1) select 1 into t", "SELECT INTO"),
        ("explain (analyze) with a as (select 1) delete from t", "EXPLAIN"),
    ];
    for (sql, tag) in cases {
        assert_eq!(classify(sql).command.tag(), tag, "{sql}");
    }
}

#[test]
fn text_that_is_no_known_statement_is_other() {
    let cases = [
        ("", ""),
        ("/* nothing */", ""),
        ("repack (concurrently) t", "REPACK"),
        ("frobnicate the table now please", "FROBNICATE THE TABLE"),
        ("create", "CREATE"),
        ("create index", "CREATE INDEX"),
        ("insert t", "INSERT T"),
        ("'a'", ""),
        ("selectandsomeverylongword x", "SELECTANDSOMEVERYLONGWORD X"),
    ];
    for (sql, keywords) in cases {
        assert_eq!(classify(sql).command, Command::Other { keywords: keywords.to_owned() }, "{sql}");
        assert_eq!(classify(sql).command.tag(), "UNKNOWN");
    }
}

#[test]
fn a_statement_is_written_as_json_for_plans() {
    let json = serde_json::to_value(classify("drop index concurrently s.i")).expect("serialisable");
    let expected = serde_json::json!({
        "command": { "drop_index": { "concurrently": true } },
        "targets": [{ "kind": "index", "schema": "s", "name": "i" }],
        "transaction": "never",
    });
    assert_eq!(json, expected);
}
