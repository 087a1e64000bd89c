//! How many rows at a time, so that nobody waits for them long. No clock: durations come in.

use std::time::Duration;

/// The longest that a batch may hold its rows. The server ends one that takes longer.
pub(super) const LONGEST: Duration = Duration::from_millis(80);

/// What a batch should take at most.
const LONG: Duration = Duration::from_millis(40);

/// What a batch may take and still grow.
const SHORT: Duration = Duration::from_millis(15);

/// The size of the next batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pace {
    size: usize,
    most: usize,
}

impl Pace {
    /// Begins with a tenth of the largest size, for nobody knows yet what a row costs.
    pub(super) fn new(most: usize) -> Pace {
        Pace { size: (most / 10).max(1), most: most.max(1) }
    }

    /// How many rows.
    pub(super) fn size(self) -> usize {
        self.size
    }

    /// A batch took so long.
    pub(super) fn took(&mut self, time: Duration) {
        if time > LONG {
            self.size = (self.size / 2).max(1);
        } else if time < SHORT {
            self.size = (self.size * 2).min(self.most);
        }
    }

    /// A batch was refused for its locks or its time; false when it cannot be smaller.
    pub(super) fn shrink(&mut self) -> bool {
        let smaller = self.size > 1;
        self.size = (self.size / 4).max(1);
        smaller
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn batches_are_as_large_as_time_allows() {
        let mut pace = Pace::new(1000);
        let milliseconds = |number| Duration::from_millis(number);
        let mut sizes = vec![pace.size()];
        for time in [5, 5, 5, 5, 20, 60, 90, 20] {
            pace.took(milliseconds(time));
            sizes.push(pace.size());
        }
        assert_eq!(sizes, [100, 200, 400, 800, 1000, 1000, 500, 250, 250]);
    }

    #[test]
    fn a_single_row_cannot_be_divided() {
        let mut pace = Pace::new(50);
        assert_eq!(pace.size(), 5);
        assert!(pace.shrink() && pace.size() == 1);
        assert!(!pace.shrink() && pace.size() == 1);
        assert_eq!(Pace::new(0).size(), 1);
    }
}
