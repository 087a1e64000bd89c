//! How the partitions of a table are called: as those that exist, else `table_YYYY_MM`.

use bulkhead_project::Every;

use crate::calendar::Day;

/// Ways to write the first day of a partition into its name. The longer one comes before one that is its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `2026_01_31`
    Date(char),
    /// `20260131`
    PlainDate,
    /// `2026_w05`, `2026w05`
    IsoWeek(&'static str),
    /// `y2026m01`
    YearMonth,
    /// `2026_01`
    Month(char),
    /// `202601`
    PlainMonth,
    /// `2026`
    Year,
}

const FORMS: [Form; 11] = [
    Form::Date('_'),
    Form::Date('-'),
    Form::PlainDate,
    Form::IsoWeek("_w"),
    Form::IsoWeek("w"),
    Form::IsoWeek("_W"),
    Form::YearMonth,
    Form::Month('_'),
    Form::Month('-'),
    Form::PlainMonth,
    Form::Year,
];

impl Form {
    fn write(self, day: Day) -> String {
        let (year, month, of_month) = day.date();
        match self {
            Form::Date(between) => format!("{year:04}{between}{month:02}{between}{of_month:02}"),
            Form::PlainDate => format!("{year:04}{month:02}{of_month:02}"),
            Form::IsoWeek(between) => {
                let (year, week) = day.iso_week();
                format!("{year:04}{between}{week:02}")
            }
            Form::YearMonth => format!("y{year:04}m{month:02}"),
            Form::Month(between) => format!("{year:04}{between}{month:02}"),
            Form::PlainMonth => format!("{year:04}{month:02}"),
            Form::Year => format!("{year:04}"),
        }
    }

    /// Whether two partitions of this length never get the same name.
    fn tells_apart(self, every: Every) -> bool {
        match every {
            Every::Day => matches!(self, Form::Date(_) | Form::PlainDate),
            Every::Week => matches!(self, Form::Date(_) | Form::PlainDate | Form::IsoWeek(_)),
            Every::Month => !matches!(self, Form::IsoWeek(_) | Form::Year),
            Every::Year => !matches!(self, Form::IsoWeek(_)),
        }
    }

    /// What a table gets whose partitions show no pattern.
    fn default_for(every: Every) -> Form {
        match every {
            Every::Day => Form::Date('_'),
            Every::Week => Form::IsoWeek("_w"),
            Every::Month => Form::Month('_'),
            Every::Year => Form::Year,
        }
    }
}

/// A pattern of names: what stands before the date, its form, what stands behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pattern {
    before: String,
    form: Form,
    behind: String,
}

impl Pattern {
    /// The pattern that most of the names follow, the newest deciding between equals. `existing` are names with the
    /// first days of their partitions, oldest first.
    pub(super) fn of(table: &str, every: Every, existing: &[(String, Day)]) -> Pattern {
        let mut best: Option<(usize, Pattern)> = None;
        for (name, day) in existing.iter().rev() {
            for form in FORMS.into_iter().filter(|form| form.tells_apart(every)) {
                let Some((before, behind)) = name.split_once(&form.write(*day)) else { continue };
                let pattern = Pattern { before: before.to_owned(), form, behind: behind.to_owned() };
                let fitting = existing.iter().filter(|(name, day)| pattern.name(*day) == *name).count();
                if best.as_ref().is_none_or(|(most, _)| fitting > *most) {
                    best = Some((fitting, pattern));
                }
            }
        }
        best.map_or_else(
            || Pattern { before: format!("{table}_"), form: Form::default_for(every), behind: String::new() },
            |(_, pattern)| pattern,
        )
    }

    /// The name of the partition that begins on a day.
    pub(super) fn name(&self, day: Day) -> String {
        format!("{}{}{}", self.before, self.form.write(day), self.behind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(every: Every, existing: &[(&str, Day)], day: Day) -> String {
        let existing: Vec<(String, Day)> =
            existing.iter().map(|(name, day)| ((*name).to_owned(), *day)).collect();
        Pattern::of("usage", every, &existing).name(day)
    }

    #[test]
    fn a_new_partition_is_called_as_the_others() {
        let (january, february, march) = (Day::of(2026, 1, 1), Day::of(2026, 2, 1), Day::of(2026, 3, 1));
        let month = |names: [&'static str; 2]| {
            next(Every::Month, &[(names[0], january), (names[1], february)], march)
        };
        assert_eq!(month(["usage_2026_01", "usage_2026_02"]), "usage_2026_03");
        assert_eq!(month(["u_y2026m01", "u_y2026m02"]), "u_y2026m03");
        assert_eq!(month(["usage_202601_p", "usage_202602_p"]), "usage_202603_p");
        assert_eq!(month(["usage_p2026_01_01", "usage_p2026_02_01"]), "usage_p2026_03_01");
        assert_eq!(month(["first", "second"]), "usage_2026_03");
        // The one that is out of line does not decide.
        let named = [("usage_2026_01", january), ("usage_2026_02", february), ("extra_202603", march)];
        assert_eq!(next(Every::Month, &named, Day::of(2026, 4, 1)), "usage_2026_04");
    }

    #[test]
    fn each_length_has_a_pattern_that_tells_its_partitions_apart() {
        let day = Day::of(2026, 1, 5);
        let cases = [
            (Every::Day, "usage_2026_01_05"),
            (Every::Week, "usage_2026_w02"),
            (Every::Month, "usage_2026_01"),
            (Every::Year, "usage_2026"),
        ];
        for (every, name) in cases {
            assert_eq!(next(every, &[], day), name);
        }
        // A name that holds no more than the month is no pattern for days.
        assert_eq!(next(Every::Day, &[("usage_2026_01", day)], day), "usage_2026_01_05");
        assert_eq!(
            next(Every::Week, &[("u_2025_w52", Day::of(2025, 12, 22))], Day::of(2025, 12, 29)),
            "u_2026_w01"
        );
    }
}
