//! Lengths of time as a manifest writes them: `90 days`, `24 months`.

use serde::{Deserialize, Serialize};

/// A length of time on the calendar: a month is as long as the month it is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    /// How many of the unit; at least 1.
    pub number: u32,
    /// The unit.
    pub unit: Unit,
}

/// A unit of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// 60 minutes.
    Hour,
    /// A day of the calendar.
    Day,
    /// Seven days.
    Week,
    /// A month of the calendar.
    Month,
    /// Twelve months.
    Year,
}

impl Unit {
    const ALL: [Unit; 5] = [Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year];

    /// The word for one of it.
    pub fn word(self) -> &'static str {
        match self {
            Unit::Hour => "hour",
            Unit::Day => "day",
            Unit::Week => "week",
            Unit::Month => "month",
            Unit::Year => "year",
        }
    }
}

/// The longest period, in units: what is beyond it is a slip of the pen.
const MOST: u32 = 100_000;

impl Period {
    /// So many days.
    pub fn days(number: u32) -> Period {
        Period { number, unit: Unit::Day }
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Period, String> {
        let wrong = || {
            format!(
                "\"{text}\" is no length of time: write a number from 1 and hours, days, weeks, months or years, as \
                 in \"90 days\""
            )
        };
        let mut words = text.split_ascii_whitespace();
        let (Some(number), Some(word), None) = (words.next(), words.next(), words.next()) else {
            return Err(wrong());
        };
        let number = number.parse().ok().filter(|number| (1..=MOST).contains(number)).ok_or_else(wrong)?;
        let unit = Unit::ALL.into_iter().find(|unit| word.strip_suffix('s').unwrap_or(word) == unit.word());
        Ok(Period { number, unit: unit.ok_or_else(wrong)? })
    }
}

impl From<Period> for String {
    fn from(period: Period) -> String {
        period.to_string()
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let plural = if self.number == 1 { "" } else { "s" };
        write!(formatter, "{} {}{plural}", self.number, self.unit.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_read_as_people_write_it() {
        let cases = [
            ("90 days", Some("90 days")),
            ("1 day", Some("1 day")),
            ("1 months", Some("1 month")),
            (" 24  months ", Some("24 months")),
            ("2 years", Some("2 years")),
            ("0 days", None),
            ("-5 days", None),
            ("1.5 days", None),
            ("90", None),
            ("days", None),
            ("90 fortnights", None),
            ("1 day 2 hours", None),
            ("100001 days", None),
        ];
        for (text, read) in cases {
            let period = Period::try_from(text.to_owned()).ok().map(|period| period.to_string());
            assert_eq!(period.as_deref(), read, "{text}");
        }
    }
}
