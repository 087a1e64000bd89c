//! What an argument is for in a statement that a function puts together: the name of a schema, a table or a column, or a
//! word by which the function chooses a table.

use bulkhead_sql::has_word;

/// What an argument names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::isolation::attack) enum Part {
    Schema,
    /// A table, with what the function puts before and behind its name.
    Table(String, String),
    Column,
    /// One of the words that it is compared with.
    Kind(Vec<String>),
}

/// Words behind which the name of a table stands.
const TABLES: &[&str] = &["from", "into", "update", "join", "table", "only", "truncate", "using"];

/// What each of the arguments names, if it names something.
pub(in crate::isolation::attack) fn parts(body: &str, arguments: &[&str]) -> Vec<Option<Part>> {
    let body = without_comments(body);
    let formats = formats(&body);
    let part = |(place, argument): (usize, &&str)| {
        let names = names(&body, argument, place + 1);
        let is_meant = |text: &str| names.iter().any(|name| holds(text, name));
        let by_format = formats.iter().find_map(|format| {
            let mut given = format.given.iter().enumerate();
            given.find_map(|(at, text)| is_meant(text).then(|| format.part(at, text)).flatten())
        });
        by_format.or_else(|| joined(&body, &is_meant)).or_else(|| kind(&body, &names))
    };
    arguments.iter().enumerate().map(part).collect()
}

/// A call of `format`.
struct Format {
    template: String,
    given: Vec<String>,
}

impl Format {
    /// What the template takes a value for.
    fn part(&self, wanted: usize, expression: &str) -> Option<Part> {
        let (mut next, mut rest, mut before) = (0, self.template.as_str(), String::new());
        while let Some(at) = rest.find('%') {
            before.push_str(&rest[..at]);
            let spec = &rest[at + 1..];
            let end = spec.find(|letter: char| letter.is_alphabetic() || letter == '%')?;
            let letter = spec[end..].chars().next()?;
            let behind = &spec[end + 1..];
            let place = match spec[..end].strip_suffix('$').and_then(|number| number.parse::<usize>().ok()) {
                Some(number) => number.checked_sub(1)?,
                None if letter == '%' => usize::MAX,
                None => {
                    next += 1;
                    next - 1
                }
            };
            if place == wanted && matches!(letter, 'I' | 's') && !before.ends_with('\'') {
                return Some(named(&before, behind, expression));
            }
            before.push_str("name");
            rest = behind;
        }
        None
    }
}

/// What a name is that stands between two texts.
fn named(before: &str, behind: &str, expression: &str) -> Part {
    let is_name = |letter: char| letter.is_alphanumeric() || letter == '_';
    let start = before.trim_end_matches(is_name);
    let prefix = &before[start.len()..];
    let suffix = &behind[..behind.len() - behind.trim_start_matches(is_name).len()];
    // As in `kind || 's'`.
    let suffix = match expression.split("||").last().map(str::trim) {
        Some(last) if expression.contains("||") && last.starts_with('\'') => last.trim_matches('\''),
        _ => suffix,
    };
    let word = start.trim_end().rsplit(|letter: char| !is_name(letter)).next().unwrap_or_default();
    let is_of_table = start.ends_with('.') || TABLES.contains(&word.to_lowercase().as_str());
    if behind.starts_with('.') && prefix.is_empty() {
        Part::Schema
    } else if is_of_table || start.is_empty() {
        Part::Table(prefix.to_owned(), suffix.to_owned())
    } else {
        Part::Column
    }
}

/// The calls of `format` with a text to begin with.
fn formats(body: &str) -> Vec<Format> {
    let small = body.to_lowercase();
    let calls = small.match_indices("format(").map(|(at, name)| at + name.len());
    let format = |start: usize| {
        let mut given = split(body.get(start..)?);
        if given.is_empty() {
            return None;
        }
        let template = literals(&given.remove(0)).concat();
        Some(Format { template, given })
    };
    calls.filter_map(format).collect()
}

/// The arguments of a call, up to its closing parenthesis.
fn split(text: &str) -> Vec<String> {
    let (mut parts, mut depth, mut quoted) = (vec![String::new()], 0_i32, false);
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        // A text between dollars is taken whole.
        if let (false, Some((whole, _))) = (quoted, dollars(rest)) {
            if let Some(last) = parts.last_mut() {
                last.push_str(whole);
            }
            rest = &rest[whole.len()..];
            continue;
        }
        rest = &rest[letter.len_utf8()..];
        match letter {
            '\'' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => return parts,
            ')' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = parts.last_mut() {
            last.push(letter);
        }
    }
    Vec::new()
}

/// A text between dollars at the beginning: the whole and what is in it.
fn dollars(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('$')?;
    let end = inner.find('$')?;
    let tag = &inner[..end];
    if !tag.chars().all(|letter| letter.is_alphabetic() || letter == '_') {
        return None;
    }
    let quote = &text[..end + 2];
    let length = text[quote.len()..].find(quote)?;
    Some((&text[..2 * quote.len() + length], &text[quote.len()..quote.len() + length]))
}

/// The texts in quotes.
fn literals(text: &str) -> Vec<String> {
    if let Some(at) = text.find('$').filter(|at| dollars(&text[*at..]).is_some()) {
        return dollars(&text[at..]).into_iter().map(|(_, inner)| inner.to_owned()).collect();
    }
    text.split('\'').skip(1).step_by(2).map(str::to_owned).collect()
}

/// A name that is joined to texts: `'DELETE FROM ' || quote_ident(name)`.
fn joined(body: &str, is_meant: &dyn Fn(&str) -> bool) -> Option<Part> {
    let pieces: Vec<&str> = body.split("||").collect();
    let is_piece = |piece: &str| piece.len() < 80 && !piece.contains('\'') && is_meant(piece);
    let place = (1..pieces.len())
        .find(|place| is_piece(pieces[*place]) && pieces[place - 1].ends_with(['\'', ' ']))?;
    let before = literals(pieces[place - 1].trim()).pop()?;
    let behind =
        pieces.get(place + 1).and_then(|piece| literals(piece).into_iter().next()).unwrap_or_default();
    (!before.is_empty()).then(|| named(&before, &behind, ""))
}

/// The words that an argument is compared with.
fn kind(body: &str, names: &[String]) -> Option<Part> {
    let mut words = Vec::new();
    for name in names {
        for (at, _) in body.match_indices(name.as_str()) {
            let is_whole = holds(&body[at.saturating_sub(1)..(at + name.len() + 1).min(body.len())], name);
            let rest = body[at + name.len()..].trim_start();
            let compared = rest.strip_prefix('=').map(str::trim_start);
            let small = rest.to_lowercase();
            let listed = small.starts_with("in ") || small.starts_with("in(");
            let is_case = small.starts_with("when ") || small.starts_with("not in");
            if !is_whole {
                continue;
            }
            if let Some(text) = compared.filter(|text| text.starts_with('\'')) {
                words.extend(literals(text).into_iter().take(1));
            } else if is_case && small.starts_with("when ") {
                let end = small.find(" end").unwrap_or(small.len());
                let cases = rest[..end.min(rest.len())].split("WHEN ").flat_map(|text| text.split("when "));
                words.extend(cases.filter_map(|case| literals(case.trim_start()).into_iter().next()));
            } else if listed || is_case {
                let end = rest.find(')').unwrap_or(rest.len());
                words.extend(literals(&rest[..end]));
            }
        }
    }
    words.retain(|word| !word.is_empty() && word.len() < 40);
    words.dedup();
    (!words.is_empty()).then_some(Part::Kind(words))
}

/// What an argument is called in the body: by its name, by its number, and as a variable that it is put into.
fn names(body: &str, argument: &str, number: usize) -> Vec<String> {
    let mut names = vec![format!("${number}")];
    names.extend((!argument.is_empty()).then(|| argument.to_owned()));
    let is_own = |text: &str| names.iter().any(|name| holds(text, name));
    let mut variables = Vec::new();
    for statement in body.split(';') {
        let Some((left, right)) = statement.rsplit_once(":=") else { continue };
        let line = left.lines().last().unwrap_or_default();
        let line = line.trim().trim_start_matches("DECLARE ").trim_start_matches("declare ");
        let variable = line.split_whitespace().next().unwrap_or_default();
        let is_plain =
            !right.to_lowercase().contains("select") && right.len() < 80 && !right.contains("format(");
        if is_plain && !variable.is_empty() && is_own(right) {
            variables.push(variable.to_owned());
        }
    }
    names.extend(variables);
    names
}

fn holds(text: &str, name: &str) -> bool {
    if name.starts_with('$') { text.contains(name) } else { has_word(text, name) }
}

fn without_comments(body: &str) -> String {
    let code = |line: &str| line.find("--").map_or(line.to_owned(), |at| line[..at].to_owned());
    body.lines().map(code).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A body, the arguments, and what they are.
    type Case<'c> = (&'c str, &'c [&'c str], &'c [Option<Part>]);

    #[test]
    fn arguments_are_what_statements_take_them_for() {
        let table = |before: &str, behind: &str| Some(Part::Table(before.to_owned(), behind.to_owned()));
        let kind = |words: &[&str]| Some(Part::Kind(words.iter().map(|it| (*it).to_owned()).collect()));
        let cases: &[Case<'_>] = &[
            (
                "EXECUTE format('UPDATE %I SET x = 1 WHERE id = $1', model) USING row_id;",
                &["model", "row_id"],
                &[table("", ""), None],
            ),
            (
                "EXECUTE format('INSERT INTO %I.pets (a) SELECT a FROM %I.pets WHERE a = $1', p_to, p_from)",
                &["p_tag", "p_from", "p_to"],
                &[None, Some(Part::Schema), Some(Part::Schema)],
            ),
            (
                "EXECUTE format($q$SELECT %2$I FROM app.%1$I_log$q$, p_kind, p_column)",
                &["p_kind", "p_column"],
                &[table("", "_log"), Some(Part::Column)],
            ),
            ("t := format('%I.%I', s, n);", &["s", "n"], &[Some(Part::Schema), table("", "")]),
            (
                "EXECUTE 'DELETE FROM app.' || quote_ident(p_t) || ' WHERE id = $1'",
                &["p_t"],
                &[table("", "")],
            ),
            ("EXECUTE format('DELETE FROM app.%I', p_kind || 's')", &["p_kind"], &[table("", "s")]),
            (
                "v := CASE kind WHEN 'task' THEN 'tasks' WHEN 'memo' THEN 'memos' END;",
                &["kind"],
                &[kind(&["task", "memo"])],
            ),
            (
                "IF kind = 'task' THEN x; ELSIF kind = 'memo' THEN y;",
                &["kind", "id"],
                &[kind(&["task", "memo"]), None],
            ),
            ("SELECT 1 FROM t WHERE t.id = item", &["item"], &[None]),
            ("v_t text := lower(p_t); EXECUTE format('TABLE %I', v_t)", &["p_t"], &[table("", "")]),
        ];
        for (body, arguments, expected) in cases {
            assert_eq!(parts(body, arguments), *expected, "{body}");
        }
    }
}
