//! Dates and times. None of them depends on today.

use super::Seat;
use crate::hints::Hints;

/// 2025-01-01 in days since 1970-01-01.
const BEGIN: i64 = 20_089;

/// The day with this number, as people write it.
pub(super) fn date(number: u64) -> String {
    // Within five hundred years, so that every kind of date takes it.
    civil(BEGIN + i64::try_from(number % 180_000).unwrap_or(0))
}

/// Dates, or dates with a time, for a column of this name.
pub(super) fn days(name: &str, with_time: bool, hints: &Hints, seat: &Seat) -> Vec<String> {
    let number = i64::try_from(seat.number % 180_000).unwrap_or(0);
    let day = BEGIN + number;
    // What will end some day has not ended yet.
    let ends = ["expir", "until", "valid_to", "ends_", "end_"].iter().any(|part| name.contains(part));
    let far = 47_482 + number;
    let mut days: Vec<(i64, u8)> = if ends { vec![(far, 12), (day, 12)] } else { vec![(day, 12), (far, 12)] };
    let mined = hints.texts.iter().filter_map(|text| parse(text));
    // Within a month after a bound each row has a day of its own.
    let own = number % 28;
    let near = mined.flat_map(|day| [(day + own, 12), (day, 12), (day + 1, 12), (day, 0), (day - 1, 12)]);
    days.splice(1..1, near);
    let others = [(0, 13), (0, 12), (1, 12), (-1, 12), (30, 12), (-400, 12)];
    days.extend(others.map(|(later, hour)| (day + later, hour)));
    days.extend([(11_323, 12), (375_857, 12)]);
    let write = |(day, hour): (i64, u8)| match with_time {
        true => format!("{} {hour:02}:00:00+00", civil(day)),
        false => civil(day),
    };
    days.into_iter().map(write).collect()
}

/// The days since 1970-01-01 of a text that begins with a date.
fn parse(text: &str) -> Option<i64> {
    let date = text.get(..10)?;
    let mut parts = date.split('-').map(|part| part.parse::<i64>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    let valid = (1..=12).contains(&month) && (1..=31).contains(&day) && parts.next().is_none();
    valid.then(|| since(year, month, day))
}

/// Days since 1970-01-01 of a date of the Gregorian calendar.
fn since(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a day since 1970-01-01.
fn civil(days: i64) -> String {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let part = (5 * of_year + 2) / 153;
    let day = of_year - (153 * part + 2) / 5 + 1;
    let month = if part < 10 { part + 3 } else { part - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_days_are_the_same_thing() {
        let cases = ["1970-01-01", "2000-02-29", "2025-01-01", "2100-03-01", "1999-12-31"];
        for date in cases {
            assert_eq!(civil(parse(date).unwrap()), date);
        }
        assert_eq!(parse("2025-01-01"), Some(BEGIN));
        assert_eq!(parse("not a date"), None);
        assert_eq!(date(31), "2025-02-01");
    }
}
