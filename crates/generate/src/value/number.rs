//! Numbers.

use super::Seat;
use crate::hints::Hints;

const COMMON: [i64; 12] = [0, 1, 2, 3, 4, 5, 10, 50, 100, 500, 1000, -1];

/// Whole numbers up to the largest. A unique one comes from the row's number.
pub(super) fn integers(largest: i64, begin: i64, unique: bool, hints: &Hints, seat: &Seat) -> Vec<String> {
    let own = begin.saturating_add(i64::try_from(seat.number).unwrap_or(0));
    let mut values = vec![own];
    let mut mined: Vec<i64> = hints.numbers.iter().filter_map(|number| whole(number)).collect();
    mined.sort_unstable();
    let near = mined.iter().flat_map(|number| [*number, number.saturating_add(1), number.saturating_sub(1)]);
    let between = mined.windows(2).map(|pair| pair[0].midpoint(pair[1]));
    values.extend(near.chain(between));
    if unique {
        values.extend((1..40).map(|step| own.saturating_add(step)));
    }
    values.extend(COMMON);
    if unique && let Some(low) = mined.first() {
        let number = i64::try_from(seat.number).unwrap_or(0);
        values.insert(1, low.saturating_add(number));
    }
    let fits = |value: &i64| (-largest..=largest).contains(value);
    values.into_iter().filter(fits).map(|value| value.to_string()).collect()
}

fn whole(number: &str) -> Option<i64> {
    number.split('.').next()?.parse().ok()
}

/// Numbers with digits after the point.
pub(super) fn decimals(
    limits: Option<(usize, usize)>,
    unique: bool,
    hints: &Hints,
    seat: &Seat,
) -> Vec<String> {
    let mut values = vec![fitting(limits, seat.number + 1)];
    let mut mined: Vec<f64> = hints.numbers.iter().filter_map(|number| number.parse().ok()).collect();
    mined.sort_unstable_by(f64::total_cmp);
    let between = mined.windows(2).map(|pair| f64::midpoint(pair[0], pair[1]));
    let near = mined.iter().flat_map(|number| [*number, number + 1.0, number - 1.0]);
    values.extend(between.chain(near).map(|number| number.to_string()));
    let steps = if unique { 40 } else { 0 };
    values.extend((2..steps).map(|step| fitting(limits, seat.number + step)));
    values.extend(["0.5", "0.25"].map(str::to_owned));
    values.extend(COMMON.iter().map(ToString::to_string));
    values.retain(|value| fits(limits, value));
    values
}

/// A number made of these digits that fits: `12` with two digits of which two are after the point is `0.12`.
pub(super) fn fitting(limits: Option<(usize, usize)>, number: u64) -> String {
    let Some((precision, scale)) = limits else { return number.to_string() };
    let digits = number.to_string();
    let before = precision.saturating_sub(scale);
    if scale > precision || digits.len() <= before {
        return digits;
    }
    if before == 0 {
        let part: String = format!("{number:0>precision$}").chars().rev().take(precision).collect();
        return format!("0.{}", part.chars().rev().collect::<String>());
    }
    (number % 10_u64.saturating_pow(u32::try_from(before).unwrap_or(u32::MAX))).to_string()
}

/// Whether a number fits; one that would be rounded does.
fn fits(limits: Option<(usize, usize)>, value: &str) -> bool {
    let Some((precision, scale)) = limits else { return true };
    let whole = value.trim_start_matches('-').split('.').next().unwrap_or_default();
    let whole = whole.trim_start_matches('0');
    // Beyond any number of digits the scale is negative, which only the server judges.
    scale > precision || whole.len() <= precision - scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_fits_its_digits() {
        let cases = [
            (None, 12, "12"),
            (Some((5, 2)), 12, "12"),
            (Some((2, 2)), 7, "0.07"),
            (Some((2, 0)), 123, "23"),
            (Some((3, 2)), 4, "4"),
        ];
        for (limits, number, expected) in cases {
            assert_eq!(fitting(limits, number), expected, "{limits:?} {number}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_out() {
        let cases = [("99.9", true), ("100", false), ("-100", false), ("0.5", true), ("-99", true)];
        for (value, expected) in cases {
            assert_eq!(fits(Some((4, 2)), value), expected, "{value}");
        }
    }
}
