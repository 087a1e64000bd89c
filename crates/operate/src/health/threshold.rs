//! From where a figure is bad, in which unit, and why from there.

use super::Level;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    /// A share, in percent.
    Percent,
    /// A duration, in seconds.
    Seconds,
    /// A size, in bytes.
    Bytes,
    /// A number of these things.
    Count(&'static str),
}

impl Unit {
    /// The figure as people read it.
    pub(crate) fn show(self, figure: f64) -> String {
        match self {
            Unit::Percent => format!("{figure:.0} %"),
            Unit::Seconds => scaled(figure, &[("s", 1.0), ("min", 60.0), ("h", 3600.0), ("d", 86_400.0)]),
            Unit::Bytes => scaled(
                figure,
                &[("bytes", 1.0), ("KiB", 1024.0), ("MiB", 1_048_576.0), ("GiB", 1_073_741_824.0)],
            ),
            Unit::Count(things) => format!("{figure:.0} {things}"),
        }
    }
}

/// The figure in the largest unit of which there are at least two, so that 90 seconds stay seconds.
fn scaled(figure: f64, units: &[(&str, f64)]) -> String {
    let fitting = units.iter().rev().find(|(_, size)| figure >= 2.0 * size).or(units.first());
    fitting.map_or_else(String::new, |(name, size)| format!("{:.0} {name}", figure / size))
}

/// From where a figure is bad. A level that is `None` is not reached by this figure.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Threshold {
    /// What the figure is.
    pub(crate) of: &'static str,
    pub(crate) unit: Unit,
    pub(crate) notice: Option<f64>,
    pub(crate) warning: Option<f64>,
    pub(crate) critical: Option<f64>,
    /// Why from there.
    pub(crate) why: &'static str,
}

impl Threshold {
    /// How bad a figure is.
    pub(crate) fn level(&self, figure: f64) -> Level {
        let reached = |from: Option<f64>| from.is_some_and(|from| figure >= from);
        if reached(self.critical) {
            Level::Critical
        } else if reached(self.warning) {
            Level::Warning
        } else if reached(self.notice) {
            Level::Notice
        } else {
            Level::Ok
        }
    }

    /// The threshold in words.
    pub(crate) fn reason(&self) -> String {
        let levels: Vec<String> =
            [("notice", self.notice), ("warning", self.warning), ("critical", self.critical)]
                .into_iter()
                .filter_map(|(word, from)| Some(format!("{word} from {}", self.unit.show(from?))))
                .collect();
        format!("{}: {}. {}", self.of, levels.join(", "), self.why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_told_in_units_that_people_use() {
        let cases = [
            (Unit::Percent, 75.4, "75 %"),
            (Unit::Seconds, 90.0, "90 s"),
            (Unit::Seconds, 300.0, "5 min"),
            (Unit::Seconds, 7200.0, "2 h"),
            (Unit::Bytes, 10.0, "10 bytes"),
            (Unit::Bytes, 67_108_864.0, "64 MiB"),
            (Unit::Bytes, 1_073_741_824.0, "1024 MiB"),
            (Unit::Count("files"), 10.0, "10 files"),
        ];
        for (unit, figure, words) in cases {
            assert_eq!(unit.show(figure), words);
        }
    }

    #[test]
    fn a_figure_on_the_threshold_has_reached_it() {
        let threshold = Threshold {
            of: "share",
            unit: Unit::Percent,
            notice: None,
            warning: Some(75.0),
            critical: Some(90.0),
            why: "Why.",
        };
        let cases =
            [(74.9, Level::Ok), (75.0, Level::Warning), (89.9, Level::Warning), (90.0, Level::Critical)];
        for (figure, level) in cases {
            assert_eq!(threshold.level(figure), level, "{figure}");
        }
        assert_eq!(threshold.reason(), "share: warning from 75 %, critical from 90 %. Why.");
    }
}
