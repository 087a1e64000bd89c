//! One timed run of a command, and what several of them say.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a command to its end; fails with what it said when it fails.
pub fn time(command: &mut Command) -> Result<Duration, String> {
    time_to(command, &[0])
}

/// As [`time`], for a command that may end with any of these codes.
pub fn time_to(command: &mut Command, codes: &[i32]) -> Result<Duration, String> {
    let began = Instant::now();
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{command:?}: {error}"))?;
    let took = began.elapsed();
    match output.status.code().is_some_and(|code| codes.contains(&code)) {
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

/// Prints a line for each name: its times, and their ratio to those of the reference in the same round.
pub fn print_ratios(names: &[&str], times: &[Vec<Duration>], reference: usize) {
    println!("  {:30} {:>10} {:>8} {:>8} {:>8}", "tool", "median s", "ratio", "min", "max");
    for (name, own) in names.iter().zip(times) {
        let seconds: Vec<f64> = own.iter().map(Duration::as_secs_f64).collect();
        let pairs = own.iter().zip(&times[reference]);
        let ratios: Vec<f64> = pairs.map(|(own, other)| own.as_secs_f64() / other.as_secs_f64()).collect();
        let smallest = ratios.iter().copied().fold(f64::INFINITY, f64::min);
        let largest = ratios.iter().copied().fold(0.0, f64::max);
        println!(
            "  {name:30} {:>10.3} {:>8.2} {smallest:>8.2} {largest:>8.2}",
            median(&seconds),
            median(&ratios)
        );
    }
}

/// Runs a command to its end and watches its memory.
///
/// Returns how long it took and the largest resident memory in KiB, read every 20 ms from the system; `None` where
/// that cannot be seen (everywhere but on Linux).
pub fn time_and_memory(command: &mut Command) -> Result<(Duration, Option<u64>), String> {
    let began = Instant::now();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = child.map_err(|error| format!("{command:?}: {error}"))?;
    let status_file = format!("/proc/{}/status", child.id());
    let mut peak = None;
    loop {
        let seen = std::fs::read_to_string(&status_file).ok().and_then(|status| peak_kib(&status));
        peak = seen.or(peak);
        if let Some(status) = child.try_wait().map_err(|error| error.to_string())? {
            let took = began.elapsed();
            return match status.success() {
                true => Ok((took, peak)),
                false => Err(format!("{}: {status}", command.get_program().to_string_lossy())),
            };
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The largest resident memory in what Linux says of a process.
fn peak_kib(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
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

    #[test]
    fn the_peak_is_read_from_the_status() {
        assert_eq!(peak_kib("Name:\tx\nVmHWM:\t   11264 kB\nVmRSS:\t 900 kB\n"), Some(11264));
        assert_eq!(peak_kib("Name:\tx\n"), None);
    }
}
