//! What a text compares with the row that a trigger is shown: by equals signs, in lists of columns, as bounds, and by keys
//! of documents.

use super::conditions::Conditions;
use super::regions::matching;
use super::shown::{by_row, is_shown};
use super::tokens::{Name, Token, tokens};

/// Comparisons that hold, too, where both sides are the same.
const BOUNDS: &[&str] = &["<=", ">=", "&&", "@>", "<@"];

/// The pairs of a column of a table and one of the row.
pub(super) fn sides(text: &str, conditions: &Conditions) -> Vec<(Name, Name)> {
    let tokens = tokens(text);
    let mut pairs = Vec::new();
    for at in 0..tokens.len() {
        match &tokens[at..] {
            [Token::Name(one), Token::Sign(sign), Token::Name(other), ..]
                if BOUNDS.contains(&sign.as_str()) =>
            {
                pairs.push((one.clone(), other.clone()));
            }
            [Token::Name(it), between, Token::Name(from), and, Token::Name(to), ..]
                if between.is_word("between") && and.is_word("and") =>
            {
                pairs.extend([(it.clone(), from.clone()), (it.clone(), to.clone())]);
            }
            _ => pairs.extend(listed(&tokens, at)),
        }
    }
    let mut found = Conditions { aliases: conditions.aliases.clone(), pairs, ..Conditions::default() };
    by_row(&mut found, &tokens);
    let pairs = conditions.pairs.iter().cloned().chain(found.pairs);
    let both = pairs.flat_map(|(one, other)| [(one.clone(), other.clone()), (other, one)]);
    both.filter(|(compared, row)| !is_shown(compared) && is_shown(row)).collect()
}

/// `(one, other) = (one, other)`
fn listed(tokens: &[Token], at: usize) -> Vec<(Name, Name)> {
    names(tokens, at).map_or_else(Vec::new, |(left, end)| equal(tokens, left, end))
}

fn equal(tokens: &[Token], left: Vec<Option<Name>>, end: usize) -> Vec<(Name, Name)> {
    let is_equal = tokens.get(end + 1).is_some_and(|it| it.is_sign("="));
    match names(tokens, end + 2).filter(|(right, _)| is_equal && right.len() == left.len()) {
        Some((right, _)) => left.into_iter().zip(right).filter_map(|(one, other)| one.zip(other)).collect(),
        None => Vec::new(),
    }
}

/// What stands in parentheses, as far as it is a name, and where these are closed.
fn names(tokens: &[Token], at: usize) -> Option<(Vec<Option<Name>>, usize)> {
    let end = matching(tokens, at)?;
    let parts = tokens[at + 1..end].split(|it| it.is_sign(",")).map(|part| match part {
        [Token::Name(name)] => Some(name.clone()),
        _ => None,
    });
    let parts: Vec<Option<Name>> = parts.collect();
    (parts.len() > 1).then_some((parts, end))
}

/// Columns that are compared with what a document of the row has under a key: the column, the document, the key.
pub(super) fn by_key(text: &str) -> Vec<(Name, String, String)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, three) in tokens.windows(3).enumerate() {
        let [Token::Name(document), Token::Sign(arrow), Token::Text(key)] = three else { continue };
        if arrow != "->>" || !is_shown(document) {
            continue;
        }
        let before: Vec<&Token> = tokens[..at].iter().rev().filter(|it| !it.is_sign("(")).take(2).collect();
        let behind: Vec<&Token> = tokens[at + 3..].iter().filter(|it| !it.is_sign(")")).take(2).collect();
        for side in [before, behind] {
            if let [equals, Token::Name(column)] = side.as_slice()
                && equals.is_sign("=")
            {
                found.push((column.clone(), document.column.clone(), key.clone()));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::conditions::conditions;
    use super::*;

    #[test]
    fn all_that_is_compared_with_the_row_is_read() {
        let cases: &[(&str, &[&str])] = &[
            ("UPDATE bin AS b SET n = 1 WHERE b.no = NEW.bin_no;", &["no bin_no"]),
            (
                "DELETE FROM bin AS b WHERE (b.hall, b.open, b.no) = (NEW.hall, true, NEW.no);",
                &["hall hall", "no no"],
            ),
            ("SELECT FROM slot AS s WHERE s.during && NEW.during AND s.no < NEW.no;", &["during during"]),
            ("SELECT FROM slot AS s WHERE NEW.no BETWEEN s.low AND s.high;", &["low no", "high no"]),
        ];
        for (text, expected) in cases {
            let found = sides(text, &conditions(text));
            let found: Vec<String> =
                found.iter().map(|(one, row)| format!("{} {}", one.column, row.column)).collect();
            assert_eq!(found, *expected, "{text}");
        }
        let text = "UPDATE bin AS b SET n = 1 WHERE b.no = (NEW.body ->> 'bin')::integer;";
        let found = by_key(text);
        let found = found
            .first()
            .map(|(column, document, key)| (column.column.as_str(), document.as_str(), key.as_str()));
        assert_eq!(found, Some(("no", "body", "bin")));
    }
}
