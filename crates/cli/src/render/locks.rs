//! What statements lock, for people: those that are judged and make somebody wait.

use bulkhead_prove::{LockedRelation, LockedStatement, Source};

use super::operate::size;
use super::{Paint, count};

/// A line for each lock that somebody waits for, in the order of the statements, and a word on those not
/// shown. For a table that is not in the project's database yet nobody waits.
pub(super) fn lock_table(statements: &[LockedStatement], paint: Paint) -> String {
    let blocks = |statement: &&LockedStatement| statement.locks.iter().any(LockedRelation::blocks_others);
    let (judged, others): (Vec<_>, Vec<_>) =
        statements.iter().filter(blocks).partition(|statement| statement.judged);
    let rows: Vec<[String; 6]> = judged.iter().flat_map(|statement| rows(statement)).collect();
    let mut text = String::new();
    if !rows.is_empty() {
        let heads = ["at", "statement", "locks", "mode", "waiting", "meanwhile"].map(str::to_owned);
        let widths: [usize; 6] = std::array::from_fn(|column| {
            let cells = rows.iter().chain([&heads]).map(|row| row[column].chars().count());
            cells.max().unwrap_or(0)
        });
        text.push_str(&paint.dim(&line(&heads, &widths)));
        text.push('\n');
        rows.iter().for_each(|row| text.push_str(&format!("{}\n", line(row, &widths))));
    }
    if !others.is_empty() {
        let others = count(others.len(), "other statement");
        let said = format!("{others} that lock somebody out, in versions that are not judged: see --json");
        text.push_str(&format!("        {}\n", paint.dim(&said)));
    }
    text
}

/// The locks of a statement, those that nobody waits for left out.
fn rows(statement: &LockedStatement) -> Vec<[String; 6]> {
    let blocking = statement.locks.iter().filter(|locked| locked.blocks_others() && locked.size.is_some());
    let row = |locked: &LockedRelation| {
        let sampled = if statement.source == Source::Sampled { " (sampled)" } else { "" };
        [
            statement.place.clone(),
            statement.command.to_owned(),
            relation(locked),
            format!("{}{sampled}", locked.mode),
            locked.blocks.to_string(),
            work(locked),
        ]
    };
    blocking.map(row).collect()
}

fn relation(locked: &LockedRelation) -> String {
    // An assumed size says nothing about the table.
    match locked.size.filter(|size| size.reads.is_some()) {
        Some(known) => format!("{} ({})", locked.relation, size(known.bytes)),
        None => locked.relation.clone(),
    }
}

fn work(locked: &LockedRelation) -> String {
    let done = [(locked.rewrite, "rewritten"), (locked.index_build, "indexed"), (locked.scan, "scanned")];
    let first = done.iter().find(|(is, _)| *is).map_or("-", |(_, word)| *word);
    first.to_owned()
}

/// The cells of a row, each as wide as its column.
fn line(cells: &[String; 6], widths: &[usize; 6]) -> String {
    let padded: Vec<String> =
        cells.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}", width = *width)).collect();
    format!("    {}", padded.join("  ").trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let cells = ["a.sql:1", "b", "c", "d", "e", "-"].map(str::to_owned);
        assert_eq!(line(&cells, &[7, 3, 1, 2, 1, 9]), "    a.sql:1  b    c  d   e  -");
    }
}
