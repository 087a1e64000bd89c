//! Arguments of `bulkhead seed`.

use clap::Args;

/// Whose data, or how many generated rows.
#[derive(Debug, Args)]
#[command(
    after_help = "With --scale, every value follows from the seed number: the same number, options and \
schema give the same rows on any machine. Texts carry a canary: canary7t17n123 is seed number 7, tenant 17, row 123. \
Everything is one transaction; rows that are there are kept, and triggers run as ever. What they want of rows is found \
out first, with a few rows that are taken back. Times go with states where their names say so (completed_at with \
completed); what no constraint, trigger or name says, nobody can know, so bulkhead validate may find such rows. No command takes generated rows out again: fill a database of their \
own, and drop it afterwards."
)]
pub(crate) struct Seed {
    /// Whose data: development, test, or the name of another file in seeds/
    #[arg(long, short, value_name = "NAME", required_unless_present = "scale", conflicts_with = "scale")]
    pub environment: Option<String>,
    #[command(flatten)]
    pub scale: Scale,
}

/// Generated rows for any schema.
#[derive(Debug, Args)]
#[command(next_help_heading = "Generated rows")]
pub(crate) struct Scale {
    /// Generate rows for every table from the catalog: so many in the largest, as 20000, 250k or 1m; the others in
    /// proportion
    #[arg(long, value_name = "ROWS", value_parser = rows)]
    pub scale: Option<u64>,
    /// How many tenants
    #[arg(long, value_name = "N", requires = "scale", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub tenants: u32,
    /// The number that all values follow from
    #[arg(long, value_name = "NUMBER", requires = "scale", default_value_t = 1, value_parser = clap::value_parser!(u32))]
    pub seed: u32,
    /// How unequal tenants are: the n-th has 1/n^S of the rows of the first (Zipf's law); 0 makes them equal
    #[arg(long, value_name = "S", requires = "scale", default_value_t = 1.07, value_parser = exponent)]
    pub zipf: f64,
    /// Threads that make rows; as many as there are processors by default
    #[arg(long, value_name = "N", requires = "scale", value_parser = clap::value_parser!(u16).range(1..=256))]
    pub jobs: Option<u16>,
    /// Silence the triggers that people wrote while the rows are loaded; constraints stay on
    #[arg(long, requires = "scale")]
    pub no_triggers: bool,
    /// Show the tables, their rows and their order, and load nothing
    #[arg(long, requires = "scale")]
    pub dry_run: bool,
}

/// The most rows of a table.
const MOST: u64 = 10_000_000_000;

/// A number of rows: digits, perhaps with `_`, and `k`, `m` or `g` for thousands, millions and thousands of those.
fn rows(text: &str) -> Result<u64, String> {
    let lower = text.to_ascii_lowercase().replace('_', "");
    let (digits, times) = match lower.strip_suffix(['k', 'm', 'g']) {
        Some(digits) => (
            digits,
            if lower.ends_with('k') {
                1_000
            } else if lower.ends_with('m') {
                1_000_000
            } else {
                1_000_000_000
            },
        ),
        None => (lower.as_str(), 1),
    };
    let number = digits.parse::<u64>().ok().and_then(|number| number.checked_mul(times));
    number
        .filter(|number| (1..=MOST).contains(number))
        .ok_or_else(|| "give a number of rows from 1 to 10g, for instance 20000, 250k or 1m".to_owned())
}

fn exponent(text: &str) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (0.0..=5.0).contains(number));
    number.ok_or_else(|| "give a number from 0 to 5".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_counted_in_thousands_and_millions() {
        let cases = [
            ("20000", Some(20_000)),
            ("250k", Some(250_000)),
            ("1M", Some(1_000_000)),
            ("1_000", Some(1_000)),
            ("2g", Some(2_000_000_000)),
            ("0", None),
            ("-1", None),
            ("1.5m", None),
            ("k", None),
            ("99g", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(rows(text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn an_exponent_is_a_small_number() {
        for (text, fits) in [("1.07", true), ("0", true), ("-1", false), ("NaN", false), ("x", false)] {
            assert_eq!(exponent(text).is_ok(), fits, "{text}");
        }
    }
}
