//! Texts made of other columns: a file's name begins with the folder of its owner, a number with the year.

use super::Options;
use crate::judge::Row;
use crate::kind::Kind;
use crate::schema::{Check, Table};

/// The longest text between two columns that is taken for a separator.
const SEPARATOR: usize = 3;

/// Puts in front of the candidates of the text columns of a check what they would be with the value of another of its
/// columns before or behind them.
pub(super) fn add(table: &Table, check: &Check, row: &Row, options: &mut Options) {
    let columns = table.ungenerated(&check.columns);
    let separators = separators(&check.expression);
    for &column in &columns {
        // What has one candidate is decided.
        let Kind::Text(limit) = &table.columns[column].kind else { continue };
        if options[column].len() < 2 {
            continue;
        }
        let Some(own) = row[column].clone() else { continue };
        let others =
            columns.iter().filter(|other| **other != column).filter_map(|other| row[*other].as_ref());
        let composed = others.flat_map(|other| compose(other, &own, &separators));
        let fits = |text: &String| limit.is_none_or(|limit| text.chars().count() <= limit);
        let composed: Vec<Option<String>> = composed.filter(fits).map(Some).collect();
        options[column].splice(0..0, composed);
    }
}

fn compose(other: &str, own: &str, separators: &[String]) -> Vec<String> {
    let pairs = separators.iter().flat_map(|it| [format!("{other}{it}{own}"), format!("{own}{it}{other}")]);
    pairs.collect()
}

/// The short texts that a check compares with or splits at.
fn separators(expression: &str) -> Vec<String> {
    let texts = expression.split('\'').skip(1).step_by(2);
    // The pattern of a prefix ends with what any text stands for.
    let mut found: Vec<String> = texts
        .map(|text| text.trim_matches(['%', '^', '$']).to_owned())
        .filter(|text| {
            !text.is_empty() && text.len() <= SEPARATOR && !text.chars().any(char::is_alphanumeric)
        })
        .collect();
    found.extend(
        ["/".to_owned(), String::new()].into_iter().filter(|text| !found.contains(text)).collect::<Vec<_>>(),
    );
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_tell_what_stands_between_two_columns() {
        for (expression, expected) in [
            ("split_part(name, '/'::text, 1) = (org_id)::text", vec!["/", ""]),
            ("name ~~ ((slug || ':'::text) || '%'::text)", vec![":", "/", ""]),
            ("number > 'the rest'", vec!["/", ""]),
        ] {
            assert_eq!(separators(expression), expected, "{expression}");
        }
    }

    #[test]
    fn another_column_stands_before_or_behind() {
        let separators = ["/".to_owned()];
        assert_eq!(compose("7", "plan", &separators), ["7/plan", "plan/7"]);
    }
}
