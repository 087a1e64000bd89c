//! Generated rows, for people.

use bulkhead_operate::{ScaleSeedReport, ScaledTable};

use super::{Paint, count, duration};

/// What was generated, or would be.
pub(crate) fn scaled(report: &ScaleSeedReport, paint: Paint) -> String {
    let ScaleSeedReport { project, database, dry_run, scale, duration_ms } = report;
    let tenants = match scale.tenants {
        0 => "no tenants".to_owned(),
        number => count(usize::try_from(number).unwrap_or(usize::MAX), "tenant"),
    };
    let would = if *dry_run { "  would load" } else { "" };
    let mut text = format!(
        "{}  database {database}: seed --scale, number {}, {tenants}{would}\n",
        paint.bold(project),
        scale.seed
    );
    let width = scale.tables.iter().map(|table| table.table.len()).max().unwrap_or(0);
    scale.tables.iter().for_each(|table| text.push_str(&line(table, width, paint)));
    let total = format!("{:>12}  {:width$}", thousands(scale.rows), "rows in all");
    text.push_str(&format!("  {}\n", total.trim_end()));
    if *dry_run {
        text.push_str("  rows may be fewer where a key or a trigger turns out to let in no more\n");
        return text;
    }
    for key in &scale.deferred {
        text.push_str(&format!(
            "  {} {key} lies in a cycle and was checked at the end\n",
            paint.dim("note:")
        ));
    }
    if scale.silent_triggers > 0 {
        let silent = count(scale.silent_triggers, "trigger");
        text.push_str(&format!("  {} {silent} silent meanwhile\n", paint.dim("note:")));
    }
    if scale.tenants > 0 {
        text.push_str(&format!(
            "  canary {}t<tenant>n<row> in {} of {} text columns\n",
            scale.canary, scale.canary_columns, scale.text_columns
        ));
    }
    text.push_str(&format!("  fingerprint {}\n", scale.fingerprint));
    let honest =
        "values fit constraints, triggers and names; validate may still find what only the business forbids";
    text.push_str(&format!("  {} {honest}\n", paint.dim("note:")));
    let rate = scale.rows.saturating_mul(1_000) / scale.loading_ms.max(1);
    let (loading, all) = (duration(scale.loading_ms), duration(*duration_ms));
    text.push_str(&format!("  loaded in {loading}, {} rows/s; {all} in all\n", thousands(rate)));
    text
}

fn line(table: &ScaledTable, width: usize, paint: Paint) -> String {
    let rows = match table.by_triggers.unwrap_or(table.rows) {
        0 => "-".to_owned(),
        rows => thousands(rows),
    };
    let about = match table {
        ScaledTable { kept: true, .. } => "kept as it is".to_owned(),
        ScaledTable { by_triggers: Some(_), .. } => "made by triggers".to_owned(),
        ScaledTable { skipped: Some(reason), .. } => paint.bad(&format!("empty: {reason}")),
        ScaledTable { fewer: Some(reason), .. } => format!("fewer: {reason}"),
        ScaledTable { largest: true, .. } => "the largest".to_owned(),
        _ => String::new(),
    };
    let text = format!("  {rows:>12}  {:width$}  {about}", table.table);
    format!("{}\n", text.trim_end())
}

/// A number with commas: 1,234,567.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_have_commas() {
        for (number, expected) in [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")] {
            assert_eq!(thousands(number), expected);
        }
    }
}
