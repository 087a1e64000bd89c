//! Tells what was made.

use sha2::{Digest, Sha256};

use super::{Run, State};
use crate::kind::Kind;
use crate::scale::crop::Source;
use crate::scale::report::{ScaleReport, ScaledTable};

impl Run<'_> {
    pub(super) fn report(
        &self,
        state: &State,
        loaded: &[(usize, [u8; 32], u64)],
        loading_ms: u64,
        silent_triggers: usize,
    ) -> ScaleReport {
        let mut all = Sha256::new();
        let mut text_columns = 0;
        let mut tables = Vec::new();
        for &place in &self.order {
            let table = &self.schema.tables[place];
            let crop = &state.world.tables[place];
            let done = loaded.iter().find(|(other, ..)| *other == place);
            if let Some((_, digest, _)) = done {
                all.update(table.plain_name.as_bytes());
                all.update(digest);
            }
            let kept = !state.traits[place].filled && state.there[place];
            let is_text = |kind: &Kind| match kind {
                Kind::Text(_) | Kind::Json => true,
                Kind::Array(element) => matches!(**element, Kind::Text(_)),
                _ => false,
            };
            if crop.rows() > 0 {
                let texts = table.columns.iter().zip(&crop.sources);
                let made = texts.filter(|(column, source)| {
                    is_text(&column.kind) && matches!(source, Source::Made { .. })
                });
                text_columns += made.count();
            }
            let carries = |source: &&Source| match source {
                Source::Made { maker, .. } => maker.has_canary(),
                _ => false,
            };
            let failed = &state.prepared[place].failed;
            let limit = state.settled[place].as_ref().and_then(|settled| settled.limit.clone());
            let cut = || "a trigger lets in no more".to_owned();
            tables.push(ScaledTable {
                table: table.plain_name.clone(),
                name: table.name.clone(),
                analyzed: state.analyzed[place],
                rows: if kept || crop.by_triggers || failed.is_some() { 0 } else { crop.rows() },
                largest: state.sizes.largest == Some(place),
                kept,
                by_triggers: state.by_triggers[place].filter(|_| crop.by_triggers),
                skipped: failed.clone().filter(|_| !kept),
                fewer: limit.or_else(|| (state.prepared[place].quarters > 0).then(cut)),
                canary_columns: if crop.rows() > 0 { crop.sources.iter().filter(carries).count() } else { 0 },
                fingerprint: done.map(|(_, digest, _)| hexadecimal(digest)),
                loading_ms: done.map_or(0, |(.., milliseconds)| *milliseconds),
            });
        }
        let deferred = state.late.iter().map(|key| {
            let key = &self.schema.references[*key];
            format!("{} of {}", key.name, self.schema.tables[key.child].plain_name)
        });
        ScaleReport {
            seed: self.wanted.seed,
            tenants: self.tenants,
            zipf: self.wanted.zipf,
            canary: state.world.word.clone(),
            text_columns,
            canary_columns: tables.iter().map(|table| table.canary_columns).sum(),
            fingerprint: hexadecimal(&all.finalize()),
            rows: tables.iter().map(|table| table.rows).sum(),
            loading_ms,
            silent_triggers,
            deferred: deferred.collect(),
            tables,
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
