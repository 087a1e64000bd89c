//! Statement boundaries, `COPY` data and refusals, as tables.

use super::*;

fn cut(text: &str) -> Vec<&str> {
    split(text).expect(text).statements.iter().map(|statement| &text[statement.span.clone()]).collect()
}

fn refused(text: &str) -> (SplitErrorKind, &str) {
    let error = split(text).expect_err(text);
    (error.kind, &text[error.span])
}

#[test]
fn scripts_are_cut_where_the_server_cuts_them() {
    let cases: &[(&str, &[&str])] = &[
        ("", &[]),
        (";; ; /* ; */ -- ;\n ;", &[]),
        ("select 1", &["select 1"]),
        ("  select 1 ; select 2;\n-- end", &["select 1", "select 2"]),
        ("/* a */ select /* b; */ 1 /* c */;", &["select /* b; */ 1"]),
        (
            "select ';' , \";\", $$;$$, $a$ $$;$$ $a$, E'\\';'; x",
            &["select ';' , \";\", $$;$$, $a$ $$;$$ $a$, E'\\';'", "x"],
        ),
        ("create rule r as on insert to t do (a; b); c", &["create rule r as on insert to t do (a; b)", "c"]),
        (
            "create or replace rule r as on insert to t do instead nothing; c",
            &["create or replace rule r as on insert to t do instead nothing", "c"],
        ),
        ("select (1; select 2", &["select (1", "select 2"]),
        (
            "create function f() returns int begin atomic select case when a then 1 end; select 2; end; x",
            &[
                "create function f() returns int begin atomic select case when a then 1 end; select 2; end",
                "x",
            ],
        ),
        (
            "create or replace procedure p() BEGIN ATOMIC END; x",
            &["create or replace procedure p() BEGIN ATOMIC END", "x"],
        ),
        (
            "create function f() returns int begin atomic select 1 end; select x.end, y as end; /**/ end; x",
            &[
                "create function f() returns int begin atomic select 1 end; select x.end, y as end; /**/ end",
                "x",
            ],
        ),
        (
            "create function f(begin atomic) returns int return 1; x",
            &["create function f(begin atomic) returns int return 1", "x"],
        ),
        (
            "create function f() returns begin language sql as 'a;b'; x",
            &["create function f() returns begin language sql as 'a;b'", "x"],
        ),
        ("begin; select 1; end;", &["begin", "select 1", "end"]),
        (
            "create schema s create view v as select 1 create table t (a int); x",
            &["create schema s create view v as select 1 create table t (a int)", "x"],
        ),
        ("do $$ begin; end $$; x", &["do $$ begin; end $$", "x"]),
        (
            "select a[1:2], b::c[:d], json_object('a':b, k:'v'), f(x := 1); x",
            &["select a[1:2], b::c[:d], json_object('a':b, k:'v'), f(x := 1)", "x"],
        ),
        ("select a['1':'2'], b[1:\"c\"]; x", &["select a['1':'2'], b[1:\"c\"]", "x"]),
        ("select 1;\r\nselect 2;\r\n", &["select 1", "select 2"]),
        ("copy t to stdout; x", &["copy t to stdout", "x"]),
        (
            "copy t from 'f' where a is distinct from stdin; x",
            &["copy t from 'f' where a is distinct from stdin", "x"],
        ),
        ("copy (select 1 from stdin) to stdout; x", &["copy (select 1 from stdin) to stdout", "x"]),
        ("copy t from program 'stdin'; x", &["copy t from program 'stdin'", "x"]),
    ];
    for (text, expected) in cases {
        assert_eq!(&cut(text), expected, "{text}");
    }
}

#[test]
fn only_the_last_statement_can_lack_its_semicolon() {
    let script = split("a; b").expect("two statements");
    assert_eq!(
        script.statements.iter().map(|statement| statement.terminated).collect::<Vec<_>>(),
        [true, false]
    );
}

#[test]
fn a_byte_order_mark_is_skipped_and_still_counted() {
    let script = split("\u{feff}select 1;").expect("one statement");
    assert_eq!(script.statements[0].span, 3..11);
}

#[test]
fn data_lines_after_copy_are_no_statements() {
    let cases = [
        ("copy t from stdin;\n1\t;\n\\N\n\\.\nselect 1;", "1\t;\n\\N\n"),
        ("COPY s.t (a, \"from\") FROM STDIN WITH (FORMAT csv);\r\na'\r\n\\.\r\nselect 1;", "a'\r\n"),
        ("copy t from stdin; -- data:\n\\.\nselect 1", ""),
        ("copy t from stdout;\n \\.\n\\.\nselect 1", " \\.\n"),
        ("copy binary t from stdin;\n\\.\nselect 1", ""),
    ];
    for (text, data) in cases {
        let script = split(text).expect(text);
        let range = script.statements[0].copy_data.clone().expect("data");
        assert_eq!(&text[range], data, "{text}");
        assert_eq!(&text[script.statements[1].span.clone()], "select 1", "{text}");
        assert_eq!(script.statements.len(), 2);
    }
    let at_the_end = split("copy t from stdin;\n1\n\\.").expect("data to the end");
    assert_eq!(at_the_end.statements[0].copy_data, Some(19..21));
}

#[test]
fn what_does_not_end_is_refused() {
    use SplitErrorKind as Kind;
    let cases = [
        ("select 1; select 'a", (Kind::UnterminatedString, "'")),
        ("select \"a;", (Kind::UnterminatedQuotedIdentifier, "\"")),
        ("do $body$ $$", (Kind::UnterminatedDollarQuote { tag: "body".into() }, "$body$")),
        ("select /* 1", (Kind::UnterminatedComment, "/*")),
        ("copy t from stdin;", (Kind::UnterminatedCopyData, "copy t from stdin")),
        ("copy t from stdin;\n1\n", (Kind::UnterminatedCopyData, "copy t from stdin")),
        ("copy t from stdin", (Kind::UnterminatedCopyData, "copy t from stdin")),
        ("copy t from stdin; select 1;\n\\.\n", (Kind::TextOnCopyLine, "select 1;")),
        ("create function f() returns int begin atomic select 1; x", (Kind::UnbalancedAtomicBody, "atomic")),
    ];
    for (text, expected) in cases {
        assert_eq!(refused(text), expected, "{text}");
    }
}

#[test]
fn what_only_psql_understands_is_refused_with_advice() {
    let meta = |command: &str| SplitErrorKind::PsqlMetaCommand { command: command.to_owned() };
    let variable = |name: &str| SplitErrorKind::PsqlVariable { name: name.to_owned() };
    let cases = [
        ("\\i other.sql\nselect 1;", (meta("i"), "\\i other.sql")),
        ("select 1 \\gset pre_\n", (meta("gset"), "\\gset pre_")),
        ("select 1;\n\\connect db\r\nselect 2;", (meta("connect"), "\\connect db")),
        ("\\restrict abc", (meta("restrict"), "\\restrict abc")),
        ("\\.\n", (meta("."), "\\.")),
        ("select :'x';", (variable("x"), ":'x'")),
        ("alter role a password :\"pw\";", (variable("pw"), ":\"pw\"")),
        ("select * from t where a = :id;", (variable("id"), ":id")),
        ("insert into t values (:a, 1)", (variable("a"), ":a")),
        (":cmd", (variable("cmd"), ":cmd")),
        ("insert into t values (1, :a)", (variable("a"), ":a")),
        ("select f(1 + :a)", (variable("a"), ":a")),
    ];
    for (text, expected) in cases {
        assert_eq!(refused(text), expected, "{text}");
    }
    let message = split("\\i a.sql").expect_err("a psql command").to_string();
    assert_eq!(
        message,
        "psql command \\i: make the included file a migration file of its own, or paste its text here"
    );
}

#[test]
fn every_kind_of_error_says_what_to_do() {
    for text in
        ["'", "\"", "$$", "/*", "copy t from stdin", "\\x", "\\copy", "select :a", "copy a from stdin; b"]
    {
        let kind = split(text).expect_err(text).kind;
        assert!(!kind.help().is_empty() && !kind.help().ends_with('.'), "{kind}");
    }
}
