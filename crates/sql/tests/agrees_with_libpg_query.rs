//! Compares the crate with libpg_query, which holds the server's own scanner and parser: statement
//! boundaries, commands, targets, transaction rules and details. There are no accepted differences:
//! only statements the parser itself refuses go uncompared, and those must not come from a wrong cut.

mod corpus;
mod prepared;
mod referee;

use bulkhead_sql::{Statement, classify};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

#[derive(Default)]
struct Summary {
    counts: BTreeMap<&'static str, usize>,
    differences: Vec<String>,
}

impl Summary {
    fn count(&mut self, what: &'static str, number: usize) {
        *self.counts.entry(what).or_default() += number;
    }

    fn differ(&mut self, path: &Path, statement: &str, what: &str) {
        let shown: String = statement.chars().take(300).collect();
        self.differences.push(format!("{}: {what}\n    {}", path.display(), shown.replace('\n', "\n    ")));
    }
}

#[test]
fn statements_and_their_meaning_agree_with_the_servers_parser() {
    let mut summary = Summary::default();
    for (path, text) in corpus::scripts() {
        summary.count("files", 1);
        summary.count("bytes", text.len());
        compare_file(&path, &text, &mut summary);
    }
    for (what, number) in &summary.counts {
        println!("{number:>9} {what}");
    }
    let differences = &summary.differences;
    assert!(differences.is_empty(), "{} differences:\n{}", differences.len(), differences.join("\n"));
}

fn compare_file(path: &Path, text: &str, summary: &mut Summary) {
    let prepared = match prepared::prepare(text) {
        Ok(prepared) => prepared,
        Err(error) => {
            summary.count("files with something unterminated, skipped", 1);
            if pg_query::scan(text).is_ok() {
                summary.differ(path, &text[error.span.clone()], &format!("we say {error}"));
            }
            return;
        }
    };
    if prepared.taken_out > 0 {
        summary.count("psql commands, variables and COPY without data taken out", prepared.taken_out);
        if pg_query::split_with_parser(text).is_ok() && !copies(text) {
            summary.differ(path, text, "valid SQL taken for something of psql");
        }
    }
    let (text, statements) = (prepared.blanked.as_str(), prepared.script.statements.as_slice());
    summary.count("statements", statements.len());
    let accepted = compare_statements(path, text, statements, summary);
    compare_boundaries(path, text, &accepted, summary);
}

/// Whether a text may hold `COPY` from the client, whose data is missing in some scripts.
fn copies(text: &str) -> bool {
    let text = text.to_lowercase();
    text.contains("stdin") || text.contains("from stdout")
}

/// Compares each statement alone; returns the text with the statements blanked that the parser refuses,
/// and the spans of the others.
fn compare_statements(
    path: &Path,
    text: &str,
    statements: &[Statement],
    summary: &mut Summary,
) -> (String, Vec<Range<usize>>) {
    let mut valid = text.to_owned();
    let mut spans = Vec::new();
    for (number, statement) in statements.iter().enumerate() {
        let sql = &text[statement.span.clone()];
        match pg_query::parse(sql, 0) {
            Ok(tree) => {
                spans.push(statement.span.clone());
                compare_meaning(path, sql, &tree, summary);
            }
            Err(pg_query::Error::Parse(_)) => {
                summary.count("statements the parser refuses", 1);
                if path.starts_with(env!("CARGO_MANIFEST_DIR")) {
                    summary.differ(path, sql, "the crate's own data must be valid");
                }
                if is_badly_cut(text, &statements[number..]) {
                    summary.differ(path, sql, "refused alone, accepted with what follows");
                }
                valid.replace_range(statement.span.clone(), &" ".repeat(sql.len()));
            }
            Err(_) => {
                summary.count("statements nested too deeply to read the tree", 1);
                spans.push(statement.span.clone());
            }
        }
    }
    (valid, spans)
}

/// Whether a refused statement becomes valid together with some of the next ones.
fn is_badly_cut(text: &str, statements: &[Statement]) -> bool {
    let start = statements[0].span.start;
    statements[1..].iter().take(4).any(|next| pg_query::parse(&text[start..next.span.end], 0).is_ok())
}

fn compare_boundaries(
    path: &Path,
    original: &str,
    (valid, ours): &(String, Vec<Range<usize>>),
    summary: &mut Summary,
) {
    match pg_query::split_with_parser(valid) {
        Ok(theirs) => {
            summary.count("files whose boundaries were compared", 1);
            let theirs: Vec<Range<usize>> = theirs.iter().filter_map(|cut| tokens_of(valid, cut)).collect();
            summary.count("boundaries compared", theirs.len());
            if let Some(at) = (0..ours.len().max(theirs.len())).find(|at| ours.get(*at) != theirs.get(*at)) {
                let what = format!("boundaries differ: ours {:?}, theirs {:?}", ours.get(at), theirs.get(at));
                summary.differ(path, &original[ours.get(at).cloned().unwrap_or_default()], &what);
            }
        }
        Err(error) => summary.differ(path, valid, &format!("valid statements are refused together: {error}")),
    }
}

/// The bytes from the first to the last token of a part of a text.
fn tokens_of(text: &str, part: &str) -> Option<Range<usize>> {
    use pg_query::protobuf::Token;
    let offset = part.as_ptr().addr() - text.as_ptr().addr();
    let tokens = pg_query::scan(part).expect("valid tokens").tokens;
    let comment = |token: i32| token == Token::SqlComment as i32 || token == Token::CComment as i32;
    let mut tokens = tokens.iter().filter(|token| !comment(token.token));
    let first = tokens.next()?;
    let last = tokens.next_back().unwrap_or(first);
    Some(offset + first.start as usize..offset + last.end as usize)
}

fn compare_meaning(path: &Path, sql: &str, tree: &pg_query::ParseResult, summary: &mut Summary) {
    let [statement] = tree.protobuf.stmts.as_slice() else {
        return summary.differ(path, sql, &format!("{} statements in one", tree.protobuf.stmts.len()));
    };
    let node = statement.stmt.as_ref().and_then(|node| node.node.as_ref()).expect("a statement");
    let ours = classify(sql);
    match referee::tag(node) {
        Some(tag) if tag == ours.command.tag() => summary.count("commands equal", 1),
        Some(tag) => return summary.differ(path, sql, &format!("theirs {tag}, ours {:?}", ours.command)),
        None => {
            summary.differ(path, sql, &format!("the referee does not know the tree of {:?}", ours.command));
        }
    }
    match referee::targets(node) {
        Some(targets) if targets == ours.targets => summary.count("targets equal", 1),
        Some(targets) => summary.differ(path, sql, &format!("theirs {targets:?}, ours {:?}", ours.targets)),
        None if ours.targets.is_empty() => summary.count("targets not compared", 1),
        None => summary.differ(path, sql, &format!("the referee has no opinion on {:?}", ours.targets)),
    }
    match referee::rule(node) {
        Some(rule) if rule == ours.transaction => summary.count("transaction rules equal", 1),
        Some(rule) => summary.differ(path, sql, &format!("theirs {rule:?}, ours {:?}", ours.transaction)),
        None => summary.count("transaction rules not compared", 1),
    }
    if let Some(detail) = referee::wrong_detail(node, &ours.command) {
        summary.differ(path, sql, &format!("theirs {detail}, ours {:?}", ours.command));
    }
}
