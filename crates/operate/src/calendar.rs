//! Days of the calendar without a time zone. Which instant a midnight is, the server says.

use bulkhead_project::{Every, Period, Unit};

/// Seconds on a clock on the wall, counted from 1970-01-01 00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub i64);

/// A day, counted from 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(pub i64);

const SECONDS_OF_A_DAY: i64 = 86_400;

impl Day {
    /// The day of a date of the Gregorian calendar.
    pub fn of(year: i64, month: i64, day: i64) -> Day {
        // Years begin in March here, so that the leap day is the last (H. Hinnant, days_from_civil).
        let year = if month <= 2 { year - 1 } else { year };
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Day(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
    }

    /// Year, month and day of the month.
    pub fn date(self) -> (i64, i64, i64) {
        let shifted = self.0 + 719_468;
        let (era, day) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        (era * 400 + year + i64::from(month <= 2), month, day)
    }

    /// Its first moment.
    pub fn midnight(self) -> Moment {
        Moment(self.0 * SECONDS_OF_A_DAY)
    }

    /// Monday is 0.
    pub fn weekday(self) -> i64 {
        (self.0 + 3).rem_euclid(7)
    }

    /// The year and the number of its ISO week.
    pub fn iso_week(self) -> (i64, i64) {
        let thursday = Day(self.0 - self.weekday() + 3);
        let year = thursday.date().0;
        (year, (thursday.0 - Day::of(year, 1, 1).0) / 7 + 1)
    }

    /// The first day of the period that the day is in. Weeks begin on `weekday`.
    pub fn begin(self, every: Every, weekday: i64) -> Day {
        let (year, month, _) = self.date();
        match every {
            Every::Day => self,
            Every::Week => Day(self.0 - (self.weekday() - weekday).rem_euclid(7)),
            Every::Month => Day::of(year, month, 1),
            Every::Year => Day::of(year, 1, 1),
        }
    }

    /// The first day of the next period, for the first day of one.
    pub fn next(self, every: Every) -> Day {
        let (year, month, _) = self.date();
        match every {
            Every::Day => Day(self.0 + 1),
            Every::Week => Day(self.0 + 7),
            Every::Month => Day::of(year + month / 12, month % 12 + 1, 1),
            Every::Year => Day::of(year + 1, 1, 1),
        }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month, day) = self.date();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl Moment {
    /// Reads `2026-03-01`, `2026-03-01 00:00:00` or `2026-03-01 00:00:00+01`, as the server writes them in the zone that is
    /// meant. Times before Christ, fractions of seconds and infinities are not understood.
    pub fn parse(text: &str) -> Option<Moment> {
        let (date, time) = text.split_once(' ').unwrap_or((text, "00:00:00"));
        let date: Vec<i64> = date.split('-').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        let time = time.split(['+', '-']).next()?;
        let time: Vec<i64> = time.split(':').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        match (date.as_slice(), time.as_slice()) {
            ([year, month, day], [hour, minute, second]) => {
                let midnight = Day::of(*year, *month, *day).midnight().0;
                Some(Moment(midnight + hour * 3_600 + minute * 60 + second))
            }
            _ => None,
        }
    }

    /// The day it is in.
    pub fn day(self) -> Day {
        Day(self.0.div_euclid(SECONDS_OF_A_DAY))
    }

    /// The day that it begins, if it is a midnight.
    pub fn as_midnight(self) -> Option<Day> {
        (self.0.rem_euclid(SECONDS_OF_A_DAY) == 0).then(|| self.day())
    }

    /// So much earlier; the 31st becomes the last of a shorter month, as in PostgreSQL.
    pub fn minus(self, period: Period) -> Moment {
        let number = i64::from(period.number);
        let months = |months: i64| {
            let (year, month, day) = self.day().date();
            let count = year * 12 + month - 1 - months;
            let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
            let last = Day::of(year, month, 1).next(Every::Month).0 - Day::of(year, month, 1).0;
            let of_day = self.0.rem_euclid(SECONDS_OF_A_DAY);
            Moment(Day::of(year, month, day.min(last)).midnight().0 + of_day)
        };
        match period.unit {
            Unit::Hour => Moment(self.0 - number * 3_600),
            Unit::Day => Moment(self.0 - number * SECONDS_OF_A_DAY),
            Unit::Week => Moment(self.0 - number * 7 * SECONDS_OF_A_DAY),
            Unit::Month => months(number),
            Unit::Year => months(number * 12),
        }
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let seconds = self.0.rem_euclid(SECONDS_OF_A_DAY);
        write!(formatter, "{}", self.day())?;
        if seconds > 0 {
            write!(formatter, " {:02}:{:02}:{:02}", seconds / 3_600, seconds / 60 % 60, seconds % 60)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Moment::parse(text).and_then(Moment::as_midnight).unwrap()
    }

    #[test]
    fn a_date_is_found_again() {
        for number in (-800_000..800_000).step_by(17) {
            let (year, month, of_month) = Day(number).date();
            assert_eq!(Day::of(year, month, of_month), Day(number));
        }
        assert_eq!((Day::of(1970, 1, 1), Day::of(2000, 3, 1)), (Day(0), Day(11_017)));
    }

    #[test]
    fn moments_are_read_as_the_server_writes_them() {
        let cases = [
            ("2026-03-01", Some("2026-03-01")),
            ("2026-03-01 00:00:00", Some("2026-03-01")),
            ("2026-03-01 00:00:00+01", Some("2026-03-01")),
            ("2026-03-01 01:30:00-03:30", Some("2026-03-01 01:30:00")),
            ("2026-03-01 00:00:00.5+00", None),
            ("infinity", None),
            ("0044-03-15 BC", None),
        ];
        for (text, read) in cases {
            assert_eq!(Moment::parse(text).map(|moment| moment.to_string()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn periods_begin_and_follow_each_other() {
        let cases = [
            (Every::Day, "2028-02-28", "2028-02-28", "2028-02-29"),
            (Every::Week, "2026-01-01", "2025-12-29", "2026-01-05"),
            (Every::Month, "2026-12-31", "2026-12-01", "2027-01-01"),
            (Every::Month, "2028-02-29", "2028-02-01", "2028-03-01"),
            (Every::Year, "2026-11-21", "2026-01-01", "2027-01-01"),
        ];
        for (every, of, begin, next) in cases {
            let first = day(of).begin(every, 0);
            assert_eq!((first.to_string().as_str(), first.next(every).to_string().as_str()), (begin, next));
        }
        // Weeks that begin on a Sunday.
        assert_eq!(day("2026-01-01").begin(Every::Week, 6), day("2025-12-28"));
    }

    #[test]
    fn weeks_have_the_numbers_of_iso_8601() {
        for (date, week) in [("2026-01-01", (2026, 1)), ("2027-01-01", (2026, 53)), ("2024-12-30", (2025, 1))]
        {
            assert_eq!(day(date).iso_week(), week, "{date}");
        }
    }

    #[test]
    fn a_shorter_month_ends_earlier() {
        let cases = [
            ("2026-03-31 12:00:00", "1 month", "2026-02-28 12:00:00"),
            ("2028-03-31", "1 month", "2028-02-29"),
            ("2026-01-31", "2 months", "2025-11-30"),
            ("2028-02-29", "1 year", "2027-02-28"),
            ("2026-01-01", "24 months", "2024-01-01"),
            ("2026-03-01", "1 day", "2026-02-28"),
            ("2026-03-01", "2 weeks", "2026-02-15"),
            ("2026-03-01", "36 hours", "2026-02-27 12:00:00"),
        ];
        for (from, period, expected) in cases {
            let period = Period::try_from(period.to_owned()).unwrap();
            assert_eq!(Moment::parse(from).unwrap().minus(period).to_string(), expected, "{from} {period}");
        }
    }
}
