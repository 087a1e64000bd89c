//! Puts samples together by name and writes them.

use std::fmt::Write;

/// Whether a figure goes up and down, or only up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Gauge,
    Counter,
}

/// What is measured.
#[derive(Clone, Copy, Debug)]
pub(super) struct Family {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) help: &'static str,
}

/// A figure that goes up and down.
pub(super) const fn gauge(name: &'static str, help: &'static str) -> Family {
    Family { name, kind: Kind::Gauge, help }
}

/// A figure that only rises until its counting begins again.
pub(super) const fn counter(name: &'static str, help: &'static str) -> Family {
    Family { name, kind: Kind::Counter, help }
}

/// Samples by family, in the order in which families came first.
#[derive(Debug, Default)]
pub(crate) struct Metrics {
    families: Vec<(Family, Vec<String>)>,
}

/// Adds samples that have labels in common.
pub(super) struct Labelled<'m> {
    metrics: &'m mut Metrics,
    labels: Vec<(&'static str, String)>,
}

impl Metrics {
    /// For samples of one project's database.
    pub(super) fn of<'m>(&'m mut self, project: &str, database: &str) -> Labelled<'m> {
        let labels = vec![("project", project.to_owned()), ("database", database.to_owned())];
        Labelled { metrics: self, labels }
    }

    /// All of it. Samples of one family stand together, as the format wants it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        for (Family { name, kind, help }, samples) in &self.families {
            let kind = match kind {
                Kind::Gauge => "gauge",
                Kind::Counter => "counter",
            };
            let help = help.replace('\\', "\\\\").replace('\n', "\\n");
            let _ = write!(text, "# HELP {name} {help}\n# TYPE {name} {kind}\n");
            samples.iter().for_each(|sample| text.push_str(sample));
        }
        text
    }

    fn push(&mut self, family: &Family, sample: String) {
        match self.families.iter_mut().find(|(known, _)| known.name == family.name) {
            Some((_, samples)) => samples.push(sample),
            None => self.families.push((*family, vec![sample])),
        }
    }
}

impl Labelled<'_> {
    /// Adds a sample; more labels tell it from others of its family.
    pub(super) fn add(&mut self, family: &Family, more: &[(&'static str, &str)], value: f64) -> &mut Self {
        let common = self.labels.iter().map(|(name, value)| (*name, value.as_str()));
        let labels: Vec<String> = common
            .chain(more.iter().copied())
            .map(|(name, value)| format!("{name}=\"{}\"", escaped(value)))
            .collect();
        let sample = format!("{}{{{}}} {}\n", family.name, labels.join(","), number(value));
        self.metrics.push(family, sample);
        self
    }
}

/// The value of a label between its quotes.
fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

fn number(value: f64) -> String {
    if value.is_nan() {
        "NaN".to_owned()
    } else if value.is_infinite() {
        if value > 0.0 { "+Inf".to_owned() } else { "-Inf".to_owned() }
    } else {
        value.to_string()
    }
}

/// A count as the format knows numbers.
#[expect(clippy::cast_precision_loss, reason = "Prometheus knows no other numbers")]
pub(super) fn whole(count: u64) -> f64 {
    count as f64
}

/// A moment in seconds since 1970 as the format knows numbers.
#[expect(clippy::cast_precision_loss, reason = "exact for longer than there will be clocks")]
pub(super) fn moment(seconds: i64) -> f64 {
    seconds as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: Family = gauge("bulkhead_size_bytes", "How large.\nWith \\ indexes.");
    const CALLS: Family = counter("bulkhead_calls_total", "How often.");

    #[test]
    fn families_stand_together_and_what_is_special_is_escaped() {
        let mut metrics = Metrics::default();
        metrics.of("shop", "one").add(&SIZE, &[], 1.5).add(&CALLS, &[("user", "a\"b\\c\nd")], 3.0);
        metrics.of("shop", "two").add(&SIZE, &[], 2e15);
        assert_eq!(
            metrics.text(),
            "# HELP bulkhead_size_bytes How large.\\nWith \\\\ indexes.\n\
             # TYPE bulkhead_size_bytes gauge\n\
             bulkhead_size_bytes{project=\"shop\",database=\"one\"} 1.5\n\
             bulkhead_size_bytes{project=\"shop\",database=\"two\"} 2000000000000000\n\
             # HELP bulkhead_calls_total How often.\n\
             # TYPE bulkhead_calls_total counter\n\
             bulkhead_calls_total{project=\"shop\",database=\"one\",user=\"a\\\"b\\\\c\\nd\"} 3\n"
        );
        assert_eq!(Metrics::default().text(), "");
    }

    #[test]
    fn numbers_are_written_as_the_format_wants_them() {
        let cases = [
            (0.0, "0"),
            (-1.25, "-1.25"),
            (1e-7, "0.0000001"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "+Inf"),
            (f64::NEG_INFINITY, "-Inf"),
        ];
        for (value, written) in cases {
            assert_eq!(number(value), written);
        }
    }
}
