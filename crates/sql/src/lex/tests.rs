//! Tokens against a table, and against the server's own scanner.

use super::*;

#[path = "../../tests/corpus/mod.rs"]
mod corpus;

fn tokens(text: &str) -> Result<Vec<Token>, Box<LexError>> {
    let mut lexer = Lexer::at(text, 0);
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next_token()? {
        tokens.push(token);
    }
    Ok(tokens)
}

fn written(text: &str) -> Vec<&str> {
    tokens(text).expect("complete tokens").iter().map(|token| token.text(text)).collect()
}

#[test]
fn text_is_cut_into_the_tokens_the_manual_describes() {
    let cases: &[(&str, &[&str])] = &[
        ("select 1", &["select", "1"]),
        ("a$b$ x", &["a$b$", "x"]),
        ("$a$b$ $a$", &["$a$b$ $a$"]),
        ("$é1$;$é1$", &["$é1$;$é1$"]),
        ("$1$2 $ 2", &["$1", "$2", "$", "2"]),
        ("$1a$b$a$", &["$1", "a$b$a$"]),
        ("'a''b' 'c'", &["'a''b'", "'c'"]),
        ("'a'\n'b'", &["'a'\n'b'"]),
        ("'a' -- c\n  'b'", &["'a' -- c\n  'b'"]),
        ("'a' /* c */\n'b'", &["'a'", "'b'"]),
        (r"'a\' 'b'", &[r"'a\'", "'b'"]),
        (r"E'a\'b' e'\\' f", &[r"E'a\'b'", r"e'\\'", "f"]),
        ("E'a'\n'\\''", &["E'a'\n'\\''"]),
        ("fe'a'", &["fe", "'a'"]),
        ("u&'a' U&\"a\"\"b\" u & 'a'", &["u&'a'", "U&\"a\"\"b\"", "u", "&", "'a'"]),
        ("b'1' X'f' n'a'", &["b'1'", "X'f'", "n'a'"]),
        ("/* a /* b */ ; */ 1 -- 2", &["1"]),
        ("1--2\r3", &["1", "3"]),
        ("1 */* c */ 2", &["1", "*", "2"]),
        ("a=-1 a<-1 a@-1 a->>b", &["a", "=", "-", "1", "a", "<", "-", "1", "a", "@-", "1", "a", "->>", "b"]),
        ("a<>-+-b", &["a", "<>", "-", "+", "-", "b"]),
        ("a::b := c..d[1:2]", &["a", "::", "b", ":=", "c", "..", "d", "[", "1", ":", "2", "]"]),
        ("1..2 1.5 .5 1. 1e5 1.5E-3 1e", &["1", "..", "2", "1.5", ".5", "1.", "1e5", "1.5E-3", "1e"]),
        ("0xFF 1_000 0b1 12$b$x$b$", &["0xFF", "1_000", "0b1", "12", "$b$x$b$"]),
        ("größe \"a b\"", &["größe", "\"a b\""]),
        ("\\gset {", &["\\", "gset", "{"]),
    ];
    for (text, expected) in cases {
        assert_eq!(&written(text), expected, "{text}");
    }
}

#[test]
fn what_does_not_end_is_named_with_its_opening_delimiter() {
    let cases = [
        ("select 'a", Unterminated::String, 7..8),
        ("select E'a\\'", Unterminated::String, 7..9),
        ("'a'\n'b", Unterminated::String, 0..1),
        ("\"a", Unterminated::QuotedIdentifier, 0..1),
        ("U&\"a", Unterminated::QuotedIdentifier, 0..3),
        ("x $ab$ $AB$", Unterminated::DollarQuote { tag: "ab".into() }, 2..6),
        ("/* /* */", Unterminated::Comment, 0..2),
    ];
    for (text, unterminated, span) in cases {
        assert_eq!(tokens(text), Err(Box::new(LexError { unterminated, span })), "{text}");
    }
}

/// Where a token lies; the server takes the prefix of `N'…'` for a token of its own.
fn ranges(token: &Token, text: &str) -> Vec<(usize, usize)> {
    let (start, end) = (token.start, token.end);
    match text.as_bytes()[start] {
        b'n' | b'N' if token.kind == TokenKind::String => vec![(start, start + 1), (start + 1, end)],
        _ => vec![(start, end)],
    }
}

#[test]
fn tokens_agree_with_the_servers_scanner() {
    let (mut files, mut compared) = (0, 0);
    for (path, text) in corpus::scripts() {
        let (Ok(theirs), Ok(ours)) = (pg_query::scan(&text), tokens(&text)) else { continue };
        let comment = |token: i32| {
            let (line, block) = (pg_query::protobuf::Token::SqlComment, pg_query::protobuf::Token::CComment);
            token == line as i32 || token == block as i32
        };
        let theirs: Vec<_> = theirs.tokens.iter().filter(|token| !comment(token.token)).collect();
        let ours: Vec<_> = ours.iter().flat_map(|token| ranges(token, &text)).collect();
        files += 1;
        for at in 0..ours.len().max(theirs.len()) {
            let ours = ours.get(at).copied();
            let theirs = theirs.get(at).map(|token| (token.start as usize, token.end as usize));
            assert_eq!(ours, theirs, "{}: {:?}", path.display(), ours.map(|(start, end)| &text[start..end]));
            compared += 1;
        }
    }
    println!("{compared} tokens compared in {files} files");
}
