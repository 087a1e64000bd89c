//! The arguments of `retention` and `partitions`.

use std::time::Duration;

use clap::Args;

use super::Watch;

#[derive(Debug, Args)]
pub(crate) struct Retention {
    /// Delete it; without this, only show what would go
    #[arg(long, conflicts_with = "watch")]
    pub apply: bool,
    /// The most rows in one transaction; fewer when a transaction takes long
    #[arg(long, value_name = "ROWS", default_value_t = 1000, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub batch: u32,
    /// Stop after this time and say what is left, for instance 500ms, 60s, 5min or 1h
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = time)]
    pub budget: Duration,
    /// Rest for this time after each transaction, for instance 20ms
    #[arg(long, value_name = "TIME", default_value = "0ms", value_parser = time)]
    pub pause: Duration,
    /// Do not ask before rows are deleted
    #[arg(long, short)]
    pub yes: bool,
    /// Without --apply: exit with 3 when something would go
    #[arg(long)]
    pub exit_code: bool,
    #[command(flatten)]
    pub watch: Watch,
}

#[derive(Debug, Args)]
pub(crate) struct Partitions {
    /// Make what is missing and take away what is too old; without this, only show it
    #[arg(long, conflicts_with = "watch")]
    pub apply: bool,
    /// Do not ask before partitions are taken away
    #[arg(long, short)]
    pub yes: bool,
    /// With --apply: make what is missing, and take nothing away
    #[arg(long, requires = "apply", conflicts_with = "yes")]
    pub only_create: bool,
    /// How long one step may wait for locks and try again altogether, for instance 30s
    #[arg(long, value_name = "TIME", default_value = "60s", value_parser = time)]
    pub retry_budget: Duration,
    /// Without --apply: exit with 3 when something is to be done
    #[arg(long)]
    pub exit_code: bool,
    #[command(flatten)]
    pub watch: Watch,
}

/// Reads `500ms`, `60s`, `5min` or `1h`.
fn time(text: &str) -> Result<Duration, String> {
    let split = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at(split);
    let milliseconds = match unit {
        "ms" => Some(1),
        "s" => Some(1_000),
        "min" => Some(60_000),
        "h" => Some(3_600_000),
        _ => None,
    };
    let whole =
        number.parse::<u64>().ok().zip(milliseconds).and_then(|(number, unit)| number.checked_mul(unit));
    // A year is more than anybody waits, and keeps sums of times far from their end.
    let whole = whole.filter(|whole| *whole <= 365 * 24 * 3_600_000);
    whole
        .map(Duration::from_millis)
        .ok_or_else(|| "write a whole number and ms, s, min or h, as in 60s".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_a_unit() {
        let cases = [
            ("500ms", Some(500)),
            ("60s", Some(60_000)),
            ("5min", Some(300_000)),
            ("1h", Some(3_600_000)),
            ("0s", Some(0)),
            ("60", None),
            ("s", None),
            ("1.5s", None),
            ("-1s", None),
            ("5 min", None),
            ("99999999999999999999s", None),
            ("9999999h", None),
        ];
        for (text, milliseconds) in cases {
            assert_eq!(time(text).ok(), milliseconds.map(Duration::from_millis), "{text}");
        }
    }
}
