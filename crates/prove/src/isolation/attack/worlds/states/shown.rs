//! The rows that a trigger is shown: NEW and OLD, and the tables of all rows that a statement wrote.

use std::collections::{BTreeMap, BTreeSet};

use super::conditions::Conditions;
use super::tokens::{Name, Token};

/// The names of the row that a trigger is shown.
pub(super) const NEW: &str = "new";
pub(super) const OLD: &str = "old";

/// Whether a name is of a row that a trigger is shown.
pub(super) fn is_shown(name: &Name) -> bool {
    name.of.as_ref().is_some_and(|it| it == NEW || it == OLD)
}

/// Tables of written rows by the name that REFERENCING gives them, with the row that they stand for.
fn transitions(tokens: &[Token]) -> BTreeMap<String, &'static str> {
    let mut found = BTreeMap::new();
    for four in tokens.windows(4) {
        if let [Token::Name(row), Token::Name(table), named, Token::Name(name)] = four
            && table.column == "table"
            && named.is_word("as")
        {
            match row.column.as_str() {
                NEW => drop(found.insert(name.column.clone(), NEW)),
                OLD => drop(found.insert(name.column.clone(), OLD)),
                _ => {}
            }
        }
    }
    found
}

/// Variables that hold what a column of the row says.
fn variables(tokens: &[Token]) -> BTreeMap<String, Name> {
    let mut found = BTreeMap::new();
    for at in (0..tokens.len()).filter(|at| tokens[*at].is_sign(":=")) {
        let Some(Token::Name(held)) = tokens.get(at + 1) else { continue };
        let ends = tokens.get(at + 2).is_some_and(|it| it.is_sign(";"));
        // In a declaration a type stands between.
        let before: Vec<&Token> =
            tokens[..at].iter().rev().take_while(|it| matches!(it, Token::Name(_))).collect();
        if let (Some(Token::Name(variable)), true, true) = (before.last(), ends, is_shown(held))
            && variable.of.is_none()
        {
            found.insert(variable.column.clone(), held.clone());
        }
    }
    found
}

/// Calls everything by NEW and OLD that stands for them in a text.
pub(super) fn by_row(found: &mut Conditions, tokens: &[Token]) {
    let tables = transitions(tokens);
    let row_of = |tables_of: &BTreeSet<String>| tables_of.iter().find_map(|table| tables.get(table).copied());
    let aliases: BTreeMap<String, &str> =
        found.aliases.iter().filter_map(|(alias, of)| Some((alias.clone(), row_of(of)?))).collect();
    let variables = variables(tokens);
    let rename = |name: &mut Name| {
        if let Some(row) = name.of.as_ref().and_then(|of| aliases.get(of)) {
            name.of = Some((*row).to_owned());
        } else if let (None, Some(held)) = (&name.of, variables.get(&name.column)) {
            *name = held.clone();
        }
    };
    found.wanted.iter_mut().for_each(|(name, _)| rename(name));
    found.compared.iter_mut().for_each(&rename);
    found.pairs.iter_mut().for_each(|(one, other)| {
        rename(one);
        rename(other);
    });
}

#[cfg(test)]
mod tests {
    use super::super::conditions::conditions;

    #[test]
    fn what_stands_for_the_written_row_is_called_by_it() {
        let cases = [
            (
                "CREATE TRIGGER t AFTER INSERT ON x REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION f()\n\
                 BEGIN UPDATE bin AS b SET n = 1 FROM added AS a WHERE b.no = a.bin_no; END",
                ("b", "new", "bin_no"),
            ),
            (
                "DECLARE wanted integer := NEW.bin_no; BEGIN UPDATE bin AS b SET n = 1 WHERE b.no = wanted; END",
                ("b", "new", "bin_no"),
            ),
            (
                "BEGIN wanted := OLD.bin_no; UPDATE bin AS b SET n = 1 WHERE b.no = wanted; END",
                ("b", "old", "bin_no"),
            ),
        ];
        for (text, (table, row, column)) in cases {
            let found = conditions(text);
            let has = found.pairs.iter().any(|(one, other)| {
                one.of.as_deref() == Some(table) && other.of.as_deref() == Some(row) && other.column == column
            });
            assert!(has, "{text}: {:?}", found.pairs);
        }
    }
}
