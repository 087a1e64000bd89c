//! Which parts of a text are conditions that have to hold, and which tables stand behind its names.

use std::collections::{BTreeMap, BTreeSet};

use super::tokens::{Name, Token};

/// What is known of the places of a text.
#[derive(Default)]
pub(super) struct Regions {
    /// Where rows are described that must not be there.
    absences: Vec<(usize, usize)>,
    /// Where values are assigned.
    assignments: Vec<(usize, usize)>,
    pub aliases: BTreeMap<String, BTreeSet<String>>,
    pub absent: BTreeSet<String>,
    pub present: BTreeSet<String>,
    /// Tables into which rows are inserted and from which none is read.
    pub inserted: BTreeSet<String>,
    /// The columns by which rows are put in order, and whether the last come first.
    pub ordered: Vec<(Name, bool)>,
}

/// What ends the list of an UPDATE.
const ENDS: &[&str] = &["where", "from", "returning"];

impl Regions {
    pub(super) fn of(tokens: &[Token]) -> Regions {
        let mut regions = Regions::default();
        for at in 0..tokens.len() {
            regions.absences.extend(absence(tokens, at));
            if tokens[at].is_word("set") {
                regions.assignments.extend(assignment(tokens, at));
            }
        }
        for at in 0..tokens.len() {
            regions.tables(tokens, at);
            if let (true, Some(Token::Name(table))) = (tokens[at].is_word("into"), tokens.get(at + 1))
                && at.checked_sub(1).is_some_and(|before| tokens[before].is_word("insert"))
            {
                regions.inserted.insert(table.column.clone());
            }
            if tokens[at].is_word("by") && at.checked_sub(1).is_some_and(|it| tokens[it].is_word("order")) {
                regions.order(&tokens[at + 1..]);
            }
        }
        regions.inserted = regions.inserted.difference(&regions.present).cloned().collect();
        regions.absent = regions.absent.difference(&regions.present).cloned().collect();
        regions
    }

    /// Whether what stands at a place has to hold.
    pub(super) fn counts(&self, at: usize) -> bool {
        let is_within = |(from, to): &(usize, usize)| (*from..*to).contains(&at);
        !self.absences.iter().chain(&self.assignments).any(is_within)
    }

    /// The list behind ORDER BY.
    fn order(&mut self, tokens: &[Token]) {
        let mut at = 0;
        while let Some(Token::Name(name)) = tokens.get(at) {
            let is_last_first = tokens.get(at + 1).is_some_and(|it| it.is_word("desc"));
            self.ordered.push((name.clone(), is_last_first));
            at += 1;
            while ["asc", "desc", "nulls", "first", "last"]
                .iter()
                .any(|word| tokens.get(at).is_some_and(|it| it.is_word(word)))
            {
                at += 1;
            }
            if !tokens.get(at).is_some_and(|it| it.is_sign(",")) {
                return;
            }
            at += 1;
        }
    }

    /// The tables that are named behind FROM and its like.
    fn tables(&mut self, tokens: &[Token], at: usize) {
        let is = |at: Option<usize>, word: &str| at.is_some_and(|at| tokens[at].is_word(word));
        let before = at.checked_sub(1);
        let is_target = is(before, "insert") || is(before, "for") || is(before, "do");
        let begins = ["from", "join", "update"].iter().any(|it| tokens[at].is_word(it));
        if !begins || is_target || is(before, "distinct") {
            return;
        }
        let mut at = at + 1;
        loop {
            while tokens
                .get(at)
                .is_some_and(|it| it.is_sign("(") || it.is_word("only") || it.is_word("lateral"))
            {
                at += 1;
            }
            let Some(Token::Name(table)) = tokens.get(at) else { return };
            let is_absent = self.absences.iter().any(|(from, to)| (*from..*to).contains(&at));
            let list = if is_absent { &mut self.absent } else { &mut self.present };
            list.insert(table.column.clone());
            self.aliases.entry(table.column.clone()).or_default().insert(table.column.clone());
            at += 1;
            if tokens.get(at).is_some_and(|it| it.is_word("as")) {
                at += 1;
            }
            if let Some(Token::Name(Name { of: None, column })) = tokens.get(at) {
                self.aliases.entry(column.clone()).or_default().insert(table.column.clone());
                at += 1;
            }
            if !tokens.get(at).is_some_and(|it| it.is_sign(",")) {
                return;
            }
            at += 1;
        }
    }
}

/// The rows that must not be there: NOT EXISTS (…) and NOT IN (SELECT …), unless it is a guard that gives up where
/// there are none; and EXISTS (…) in a guard that gives up where there are some.
fn absence(tokens: &[Token], at: usize) -> Option<(usize, usize)> {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|it| it.is_word(word));
    let before = |back: usize, word: &str| at.checked_sub(back).is_some_and(|at| tokens[at].is_word(word));
    if is(at, "exists") {
        let close = matching(tokens, at + 1)?;
        let is_guard = |back: usize| before(back, "if") || before(back, "elsif");
        let is_not = before(1, "not");
        let gives_up = is(close + 1, "then")
            && (is(close + 2, "raise")
                || is(close + 2, "return")
                    && tokens
                        .get(close + 3)
                        .is_some_and(|it| it.is_sign(";") || it.is_word("null") || it.is_word("false")));
        let is_meant = if is_not { !is_guard(2) } else { is_guard(1) && gives_up };
        return is_meant.then_some((at, close));
    }
    if is(at, "not") && is(at + 1, "in") && is(at + 3, "select") {
        return Some((at, matching(tokens, at + 2)?));
    }
    None
}

/// From SET to the end of its list, without what stands in parentheses there.
fn assignment(tokens: &[Token], at: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let (mut from, mut end) = (at, at + 1);
    while let Some(token) = tokens.get(end) {
        if token.is_sign("(") {
            let Some(close) = matching(tokens, end) else { break };
            parts.push((from, end));
            (from, end) = (close, close);
        } else if token.is_sign(";") || token.is_sign(")") || ENDS.iter().any(|it| token.is_word(it)) {
            break;
        }
        end += 1;
    }
    parts.push((from, end));
    parts
}

/// Where the parenthesis that opens at a place is closed.
pub(super) fn matching(tokens: &[Token], open: usize) -> Option<usize> {
    if !tokens.get(open)?.is_sign("(") {
        return None;
    }
    let mut depth = 0_usize;
    for (place, token) in tokens.iter().enumerate().skip(open) {
        if token.is_sign("(") {
            depth += 1;
        } else if token.is_sign(")") {
            depth -= 1;
            if depth == 0 {
                return Some(place);
            }
        }
    }
    None
}
