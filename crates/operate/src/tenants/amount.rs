//! Figures that may be estimates, and how sure they are.

use serde::Serialize;

/// How a figure was got, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Counted, or read from the file system.
    Exact,
    /// Estimated from pages drawn at random.
    Sampled,
    /// Estimated from what ANALYZE left for the planner.
    Planner,
}

impl Method {
    /// The word for it, as in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Method::Exact => "exact",
            Method::Sampled => "sampled",
            Method::Planner => "planner",
        }
    }
}

/// A figure, and between what it lies in 95 of 100 cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// The figure.
    pub value: u64,
    /// The lower end of the interval; the figure itself where it is exact, `None` where nothing is known of
    /// the error.
    pub low: Option<u64>,
    /// The upper end of the interval.
    pub high: Option<u64>,
    /// How it was got; of a sum the least sure of its parts.
    pub method: Method,
}

/// A figure with its variance, for adding up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measured {
    pub(super) value: f64,
    /// `None` when nothing is known of the error.
    pub(super) variance: Option<f64>,
    /// What was seen with our own eyes; there is not less.
    pub(super) seen: f64,
    pub(super) method: Method,
}

/// Half the width of an interval of 95 %, in standard deviations.
const NORMAL_95: f64 = 1.96;

impl Measured {
    /// A figure without an error.
    pub(super) fn exact(value: f64) -> Measured {
        Measured { value, variance: Some(0.0), seen: value, method: Method::Exact }
    }

    /// A total from a sample in which each page was drawn by itself with the probability `fraction`. `sum` is
    /// what the drawn pages hold, `squares` the sum of the squares of what each of them holds (the
    /// Horvitz-Thompson estimator; pages count as a whole because rows of a tenant stand together).
    pub(super) fn sampled(sum: f64, squares: f64, fraction: f64) -> Measured {
        let variance = (1.0 - fraction) / (fraction * fraction) * squares;
        Measured { value: sum / fraction, variance: Some(variance), seen: sum, method: Method::Sampled }
    }

    /// What the planner thinks: a frequency in a sample of `drawn` rows, of a table of `rows`.
    pub(super) fn planner(frequency: f64, drawn: f64, rows: f64) -> Measured {
        let variance = frequency * (1.0 - frequency) / drawn.max(1.0) * rows * rows;
        Measured { value: frequency * rows, variance: Some(variance), seen: 0.0, method: Method::Planner }
    }

    /// The same in another unit.
    pub(super) fn times(self, factor: f64) -> Measured {
        Measured {
            value: self.value * factor,
            variance: self.variance.map(|variance| variance * factor * factor),
            seen: self.seen * factor,
            method: self.method,
        }
    }

    /// Both together; their errors have nothing to do with each other.
    pub(super) fn plus(self, other: Measured) -> Measured {
        Measured {
            value: self.value + other.value,
            variance: self.variance.zip(other.variance).map(|(one, two)| one + two),
            seen: self.seen + other.seen,
            method: self.method.max(other.method),
        }
    }

    /// As a report says it.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rounded and not negative")]
    pub(super) fn amount(self) -> Amount {
        let whole = |value: f64| value.round().max(0.0) as u64;
        let half = self.variance.map(|variance| NORMAL_95 * variance.sqrt());
        Amount {
            value: whole(self.value),
            low: half.map(|half| whole((self.value - half).max(self.seen))),
            high: half.map(|half| whole(self.value + half)),
            method: self.method,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_as_wide_as_the_sample_is_small() {
        // 100 pages with 10 rows each, of which a tenth, all or a half were drawn.
        let cases = [
            (100.0, 1_000.0, 0.1, (1_000, Some(412), Some(1_588))),
            (1_000.0, 10_000.0, 1.0, (1_000, Some(1_000), Some(1_000))),
            (500.0, 5_000.0, 0.5, (1_000, Some(804), Some(1_196))),
            // Few pages and many rows in each: what was seen is the least.
            (100.0, 10_000.0, 0.1, (1_000, Some(100), Some(2_859))),
            (0.0, 0.0, 0.1, (0, Some(0), Some(0))),
        ];
        for (sum, squares, fraction, (value, low, high)) in cases {
            let amount = Measured::sampled(sum, squares, fraction).amount();
            assert_eq!((amount.value, amount.low, amount.high), (value, low, high), "{sum} {fraction}");
        }
    }

    #[test]
    fn a_sum_is_as_sure_as_its_least_sure_part() {
        let sum = Measured::exact(50.0).plus(Measured::planner(0.5, 100.0, 1_000.0)).amount();
        assert_eq!(sum, Amount { value: 550, low: Some(452), high: Some(648), method: Method::Planner });
        let unknown = Measured { variance: None, ..Measured::exact(1.0) };
        assert_eq!(unknown.plus(Measured::exact(2.0)).amount().low, None);
    }

    #[test]
    fn another_unit_changes_the_interval_alike() {
        let bytes = Measured::sampled(100.0, 1_000.0, 0.1).times(8.0).amount();
        assert_eq!((bytes.value, bytes.low), (8_000, Some(3_296)));
    }
}
