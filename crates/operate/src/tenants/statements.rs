//! The statements that count the rows of tenants in a shared table.

use bulkhead_connect::quote_identifier;

use super::SharedTable;
use crate::health::Row;

/// A table of at most so many pages of 8 KiB (32 MiB) is counted; of a larger one so many are drawn.
const SAMPLE_PAGES: f64 = 4096.0;

/// The files of a table and the names of its columns.
pub(super) struct Files {
    pub(super) pages: f64,
    pub(super) bytes: f64,
    pub(super) rows: f64,
    pub(super) is_partitioned: bool,
    pub(super) columns: Vec<String>,
    /// From how many rows ANALYZE made the statistics of the first column of the way.
    pub(super) drawn: f64,
}

impl Files {
    /// A row of `files.sql`.
    pub(super) fn of(row: &Row) -> Files {
        let number = |column| row.number(column).unwrap_or(0.0);
        Files {
            pages: number(1),
            bytes: number(2),
            rows: number(3),
            is_partitioned: row.is(4),
            columns: row.text(5).split('\x01').map(str::to_owned).collect(),
            drawn: number(6),
        }
    }

    /// Which part of the pages is drawn; 1 for a table that is counted.
    pub(super) fn fraction(&self) -> f64 {
        (SAMPLE_PAGES / self.pages.max(1.0)).min(1.0)
    }

    /// What a row takes in its page: its columns, its header and its place.
    fn width(&self) -> String {
        let columns = self.columns.iter().filter(|name| !name.is_empty());
        let sizes =
            columns.map(|name| format!(" + coalesce(pg_column_size(t.{}), 0)", quote_identifier(name)));
        format!("28{}", sizes.collect::<String>())
    }
}

/// The table and the way to its tenants, and the tenant as text.
fn source(table: &SharedTable, sample: &str) -> (String, String) {
    let mut from = format!("{} AS t{sample}", table.name);
    let mut last = "t".to_owned();
    for (index, hop) in table.way.iter().enumerate() {
        let alias = format!("p{index}");
        let pairs = hop.columns.iter().zip(&hop.referenced).map(|(from, to)| {
            format!("{last}.{} = {alias}.{}", quote_identifier(from), quote_identifier(to))
        });
        let pairs: Vec<String> = pairs.collect();
        from.push_str(&format!(" LEFT JOIN {} AS {alias} ON {}", hop.parent, pairs.join(" AND ")));
        last = alias;
    }
    (from, format!("{last}.{}::text", quote_identifier(&table.column)))
}

/// Counts the rows of each tenant.
pub(super) fn counting(table: &SharedTable, files: &Files) -> String {
    let (from, tenant) = source(table, "");
    format!("SELECT {tenant}, count(*), sum({}) FROM {from} GROUP BY 1", files.width())
}

/// Counts them in pages drawn at random. The server draws each page by itself, so pages are what varies.
pub(super) fn sampling(table: &SharedTable, files: &Files, fraction: f64) -> String {
    let (from, tenant) = source(table, &format!(" TABLESAMPLE SYSTEM ({:.8})", fraction * 100.0));
    format!(
        "SELECT tenant, sum(n), sum(n * n), sum(width), sum(width * width) \
         FROM (SELECT {tenant} AS tenant, count(*) AS n, sum({})::numeric AS width FROM {from} \
               GROUP BY 1, t.tableoid, (t.ctid::text::point)[0]) AS page \
         GROUP BY 1",
        files.width()
    )
}

#[cfg(test)]
mod tests {
    use super::super::Hop;
    use super::*;

    #[test]
    fn the_tenant_of_a_row_is_looked_up_through_its_parents() {
        let hop = |columns: &[&str], parent: &str, referenced: &[&str]| Hop {
            columns: columns.iter().map(|name| (*name).to_owned()).collect(),
            parent: parent.to_owned(),
            referenced: referenced.iter().map(|name| (*name).to_owned()).collect(),
        };
        let table = |way| SharedTable { name: "app.page".to_owned(), way, column: "org".to_owned() };
        let cases = [
            (vec![], "app.page AS t", "t.\"org\"::text"),
            (
                vec![hop(&["doc"], "app.doc", &["id"]), hop(&["a", "b"], "app.\"Box\"", &["x", "y"])],
                "app.page AS t LEFT JOIN app.doc AS p0 ON t.\"doc\" = p0.\"id\" \
                 LEFT JOIN app.\"Box\" AS p1 ON p0.\"a\" = p1.\"x\" AND p0.\"b\" = p1.\"y\"",
                "p1.\"org\"::text",
            ),
        ];
        for (way, from, tenant) in cases {
            assert_eq!(source(&table(way), ""), (from.to_owned(), tenant.to_owned()));
        }
    }
}
