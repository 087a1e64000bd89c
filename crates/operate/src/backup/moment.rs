//! Moments as tools write them, in seconds since 1970.

use crate::calendar::Day;

/// Reads `2026-11-21 16:18:47 GMT` and RFC 3339, as `2026-11-21T16:18:47.123Z` or with an offset. Names of other time
/// zones are not understood: they are ambiguous.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let text = text.trim();
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i64>().ok();
    let separators =
        text.get(4..5)? == "-" && matches!(text.get(10..11)?, " " | "T") && text.get(13..14)? == ":";
    if !separators {
        return None;
    }
    let Day(days) = Day::of(number(0..4)?, number(5..7)?, number(8..10)?);
    let time = number(11..13)? * 3_600 + number(14..16)? * 60 + number(17..19)?;
    let rest = text.get(19..)?;
    let rest =
        rest.strip_prefix('.').map_or(rest, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    Some(days * 86_400 + time - offset(rest.trim())?)
}

fn offset(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "GMT" | "UTC" | "+00") {
        return Some(0);
    }
    let sign = match text.get(..1)? {
        "+" => 1,
        "-" => -1,
        _ => return None,
    };
    let hours: i64 = text.get(1..3)?.parse().ok()?;
    let minutes: i64 = text
        .get(3..)
        .map(|rest| rest.trim_start_matches(':'))
        .map_or(Some(0), |rest| if rest.is_empty() { Some(0) } else { rest.parse().ok() })?;
    Some(sign * (hours * 3_600 + minutes * 60))
}

/// A moment as people read it, in UTC: `2026-11-21 16:18:47 UTC`.
pub(super) fn show(seconds: i64) -> String {
    let (day, time) = (Day(seconds.div_euclid(86_400)), seconds.rem_euclid(86_400));
    format!("{day} {:02}:{:02}:{:02} UTC", time / 3_600, time / 60 % 60, time % 60)
}

/// Now.
pub(super) fn now() -> i64 {
    of(std::time::SystemTime::now())
}

/// A file's time.
pub(super) fn of(time: std::time::SystemTime) -> i64 {
    let since = time.duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::{seconds, show};

    #[test]
    fn moments_are_read_as_tools_write_them() {
        let cases = [
            ("1970-01-01 00:00:00 GMT", Some(0)),
            ("2026-11-21 16:18:47 GMT", Some(1_795_277_927)),
            ("2026-11-21T16:18:47.123456Z", Some(1_795_277_927)),
            ("2026-11-21T17:48:47+01:30", Some(1_795_277_927)),
            ("2026-11-21 08:18:47-08", Some(1_795_277_927)),
            ("2000-02-29 00:00:00 UTC", Some(951_782_400)),
            ("2026-11-21 16:18:47 CST", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }

    #[test]
    fn a_moment_is_shown_as_it_is_read() {
        for moment in [0, 951_782_400, 1_795_277_927, 4_102_444_799] {
            assert_eq!(seconds(&show(moment)), Some(moment));
        }
        assert_eq!(show(1_795_277_927), "2026-11-21 16:18:47 UTC");
    }
}
