//! Which scripts have the same normal form, and which have not.

use super::*;

#[test]
fn formatting_comments_and_the_case_of_words_do_not_count() {
    let cases = [
        ("select 1;", "SELECT\n\t1"),
        ("select 1; select 2", "-- a\nselect 1;;\n/* b; */ Select 2;\n;"),
        ("select a.b,c", "select A . B , C"),
        ("select 'a'\n'b'", "select 'a' -- x\n\n  'b'"),
        ("select 'a\nb'", "select 'a\r\nb'"),
        ("do $$a\nb$$", "DO $$a\r\nb$$;"),
        ("select a=-1", "select a= - 1"),
        ("\u{feff}select 1", ";select 1"),
        ("copy t from stdin;\n1\n\\.\n", "COPY t FROM STDIN ;\r\n1\r\n\\."),
        ("copy t from stdin;\n\\.\n;select 1", "copy t from stdin;\n\\.\nselect 1"),
        ("\\i a.sql\nselect 1", "\\i a.sql  \n\n  SELECT 1"),
        ("select 'a", "SELECT  'a"),
    ];
    for (one, other) in cases {
        assert_eq!(normalize(one), normalize(other), "{one:?} and {other:?}");
    }
}

#[test]
fn everything_else_counts() {
    let cases = [
        ("select 'A'", "select 'a'"),
        ("select \"A\"", "select \"a\""),
        ("select $$ a$$", "select $$ A$$"),
        ("select $a$x$a$", "select $A$x$A$"),
        ("select 'a'\n'b'", "select 'a' 'b'"),
        ("select 'a  b'", "select 'a b'"),
        ("select e'a'", "select e 'a'"),
        ("select a<-1", "select a< -1 + 0"),
        ("select 1; select 2", "select 1 select 2"),
        ("select a::b", "select a: :b"),
        ("copy t from stdin;\n1\n\\.\n", "copy t from stdin;\n1 \n\\.\n"),
        ("copy t from stdin;\n--1\n\\.\n", "copy t from stdin;\n\\.\n"),
        ("copy t from stdin;\n-- 1", "copy t from stdin;\n-- 2"),
        ("\\i A.sql", "\\i a.sql"),
        ("select 'a", "select 'A"),
        (
            "create function f() returns int begin atomic select 1; end",
            "create function f() returns int begin atomic select 1 end",
        ),
    ];
    for (one, other) in cases {
        assert_ne!(normalize(one), normalize(other), "{one:?} and {other:?}");
    }
}

#[test]
fn the_normal_form_reads_like_sql() {
    assert_eq!(
        normalize("-- x\nSELECT 1 ;\n\nInsert into T values('A');"),
        "select 1;\ninsert into t values ( 'A' )"
    );
}

#[test]
fn line_comments_before_the_first_token_are_found() {
    let text = "\u{feff}-- one\r\n/* block\n-- not this */ --two\n\n--three";
    assert_eq!(leading_comments(text).collect::<Vec<_>>(), ["-- one", "--two", "--three"]);
    assert_eq!(leading_comments("-- a\nselect 1; -- b").collect::<Vec<_>>(), ["-- a"]);
    assert_eq!(leading_comments("select 1 -- a").count(), 0);
    assert_eq!(leading_comments("/* open\n-- a").count(), 0);
}
