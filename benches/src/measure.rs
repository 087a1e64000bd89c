//! One timed run of a command, and what several of them say.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a command to its end; fails with what it said when it fails.
pub fn time(command: &mut Command) -> Result<Duration, String> {
    let began = Instant::now();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{command:?}: {error}"))?;
    let took = began.elapsed();
    match output.status.success() {
        true => Ok(took),
        false => {
            let said = String::from_utf8_lossy(&output.stderr).into_owned()
                + &String::from_utf8_lossy(&output.stdout);
            let program = command.get_program().to_string_lossy().into_owned();
            Err(format!("{program}: {}", said.trim()))
        }
    }
}

/// The middle of the values; the mean of the two in the middle when their number is even.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < f64::EPSILON);
        assert!(median(&[]).is_nan());
    }
}
