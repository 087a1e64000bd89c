//! What the right answer to a statement is, written behind `-- expect:`.

use serde::Serialize;

/// The answer that is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Expectation {
    /// One row with one value, equal as text.
    Value(String),
    /// One row with one number within a bound: the operator and the number.
    Bound(Bound, i64),
    /// These rows, in this order.
    Rows(Vec<String>),
    /// No row: each one returned is an offence.
    NoRows,
}

/// How a number is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
}

impl Expectation {
    /// Reads what stands behind `-- expect:`; the rows of `rows` follow on lines of their own.
    pub(crate) fn parse(text: &str) -> Result<Expectation, String> {
        const BOUNDS: [(&str, Bound); 4] =
            [(">=", Bound::AtLeast), ("<=", Bound::AtMost), (">", Bound::Above), ("<", Bound::Below)];
        for (sign, bound) in BOUNDS {
            if let Some(number) = text.strip_prefix(sign) {
                let number =
                    number.trim().parse().map_err(|_| format!("\"{text}\" is no bound on a number"))?;
                return Ok(Expectation::Bound(bound, number));
            }
        }
        Ok(match text {
            "" => return Err("`-- expect:` says nothing".to_owned()),
            "rows" => Expectation::Rows(Vec::new()),
            "none" => Expectation::NoRows,
            value => Expectation::Value(value.to_owned()),
        })
    }

    /// Whether the rows that came back are right; each row is its values joined by ` | `.
    pub fn accepts(&self, rows: &[String]) -> bool {
        match self {
            Expectation::NoRows => rows.is_empty(),
            Expectation::Rows(expected) => rows == expected,
            Expectation::Value(expected) => matches!(rows, [only] if only == expected),
            Expectation::Bound(bound, limit) => {
                let [only] = rows else { return false };
                only.parse::<i64>().is_ok_and(|number| match bound {
                    Bound::AtLeast => number >= *limit,
                    Bound::AtMost => number <= *limit,
                    Bound::Above => number > *limit,
                    Bound::Below => number < *limit,
                })
            }
        }
    }
}

impl std::fmt::Display for Expectation {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Expectation::Value(value) => formatter.write_str(value),
            Expectation::Bound(Bound::AtLeast, limit) => write!(formatter, "{limit}+"),
            Expectation::Bound(Bound::AtMost, limit) => write!(formatter, "at most {limit}"),
            Expectation::Bound(Bound::Above, limit) => write!(formatter, "more than {limit}"),
            Expectation::Bound(Bound::Below, limit) => write!(formatter, "fewer than {limit}"),
            Expectation::Rows(rows) => write!(formatter, "{} rows", rows.len()),
            Expectation::NoRows => formatter.write_str("none"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_compared_by_their_kind() {
        let rows = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
        let accepts = |expectation: &str, answer: &[&str]| {
            Expectation::parse(expectation).unwrap().accepts(&rows(answer))
        };
        assert!(accepts("32", &["32"]) && !accepts("32", &["33"]) && !accepts("32", &[]));
        assert!(!accepts("32", &["32", "32"]));
        assert!(accepts(">= 120", &["150"]) && !accepts(">= 120", &["119"]) && !accepts(">= 120", &["many"]));
        assert!(accepts("< 5", &["4"]) && !accepts("< 5", &["5"]));
        assert!(accepts("none", &[]) && !accepts("none", &["x"]));
    }
}
