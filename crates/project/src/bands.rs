//! Number bands: agreed ranges of versions, checked instead of hoped for.

use serde::Serialize;

/// An agreed range of version numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Band {
    /// The lowest number that belongs to the band.
    pub first: u64,
    /// The highest number that belongs to the band; `None` for an open end.
    pub last: Option<u64>,
    /// What the band is for.
    pub name: String,
}

impl Band {
    /// Reads `001-099` or `300-` (open end).
    pub fn parse(range: &str, name: &str) -> Result<Band, String> {
        let wrong = || format!("band \"{range}\" is not of the form \"001-099\" or \"300-\"");
        let (first, last) = range.split_once('-').ok_or_else(wrong)?;
        let first = first.trim().parse().map_err(|_| wrong())?;
        let last = match last.trim() {
            "" => None,
            digits => Some(digits.parse().map_err(|_| wrong())?),
        };
        if last.is_some_and(|last| last < first) {
            return Err(format!("band \"{range}\" ends before it begins"));
        }
        Ok(Band { first, last, name: name.to_owned() })
    }

    /// Whether the number lies in the band.
    pub fn contains(&self, number: u64) -> bool {
        number >= self.first && self.last.is_none_or(|last| number <= last)
    }

    /// The lowest number of the band that is not taken, if there is one.
    pub fn free_number(&self, taken: &[u64]) -> Option<u64> {
        let next = taken.iter().filter(|number| self.contains(**number)).max().map_or(self.first, |n| n + 1);
        self.contains(next).then_some(next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_knows_its_numbers_and_the_next_free_one() {
        let band = Band::parse("001-003", "base").unwrap();
        assert!(band.contains(1) && band.contains(3) && !band.contains(4) && !band.contains(0));
        assert_eq!(band.free_number(&[]), Some(1));
        assert_eq!(band.free_number(&[1, 2, 50]), Some(3));
        assert_eq!(band.free_number(&[1, 2, 3]), None);
        assert!(Band::parse("300-", "future").unwrap().contains(u64::MAX));
    }

    #[test]
    fn malformed_bands_are_refused() {
        for range in ["", "1", "a-b", "9-1"] {
            assert!(Band::parse(range, "x").is_err(), "{range}");
        }
    }
}
