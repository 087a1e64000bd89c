//! Sends rows by binary COPY. They are made on several threads, in pieces that are sent in their order, so that the
//! number of threads changes nothing.

use std::sync::Arc;

use bulkhead_connect::quote_identifier;
use bytes::Bytes;
use futures_util::SinkExt;
use sha2::{Digest, Sha256};
use tokio::sync::mpsc::{Receiver, channel};
use tokio_postgres::Client;

use super::crop::Place;
use super::wire::{HEADER, TRAILER};
use super::world::World;
use crate::schema::Table;

/// Rows made in one go.
const PIECE: u64 = 2_000;
/// Pieces that each thread may be ahead.
const AHEAD: usize = 2;
/// Bytes sent in one message.
const MESSAGE: usize = 64 * 1_024;

/// Rows in their binary form.
struct Piece {
    bytes: Vec<u8>,
    rows: u64,
    digest: [u8; 32],
}

/// Sends these rows, all or none.
pub(super) async fn send_places(
    client: &Client,
    table: &Table,
    world: &World,
    place: usize,
    rows: &[Place],
) -> Result<(), tokio_postgres::Error> {
    let sent: Vec<usize> = world.tables[place].sent().collect();
    let mut bytes = HEADER.to_vec();
    rows.iter().for_each(|row| world.write_row(place, &sent, *row, &mut bytes));
    bytes.extend_from_slice(TRAILER);
    let sink = client.copy_in::<_, Bytes>(&statement(table, &sent)).await?;
    let mut sink = std::pin::pin!(sink);
    // What the server says comes with the end.
    let _ = sink.send(Bytes::from(bytes)).await;
    sink.finish().await.map(|_| ())
}

/// Sends all rows of a table and returns their digest. `watch` is told how many rows have gone.
pub(super) async fn send_all(
    client: &Client,
    table: &Table,
    world: &Arc<World>,
    place: usize,
    jobs: usize,
    watch: &mut dyn FnMut(u64),
) -> Result<[u8; 32], tokio_postgres::Error> {
    let crop = &world.tables[place];
    let sent: Arc<[usize]> = crop.sent().collect();
    let pieces = crop.rows().div_ceil(PIECE);
    let workers = (jobs.max(1) as u64).min(pieces.max(1));
    let mut receivers: Vec<Receiver<Piece>> = (0..workers)
        .map(|worker| start(Arc::clone(world), place, Arc::clone(&sent), worker, workers))
        .collect();
    let sink = client.copy_in::<_, Bytes>(&statement(table, &sent)).await?;
    let mut sink = std::pin::pin!(sink);
    let mut digest = Sha256::new();
    let mut goes_on = sink.send(Bytes::from_static(HEADER)).await.is_ok();
    for number in 0..pieces {
        let worker = usize::try_from(number % workers).unwrap_or(0);
        let Some(piece) = receivers[worker].recv().await.filter(|_| goes_on) else { break };
        digest.update(piece.digest);
        let mut bytes = Bytes::from(piece.bytes);
        while !bytes.is_empty() && goes_on {
            let message = bytes.split_to(bytes.len().min(MESSAGE));
            goes_on = sink.send(message).await.is_ok();
        }
        watch(piece.rows);
    }
    if goes_on {
        let _ = sink.send(Bytes::from_static(TRAILER)).await;
    }
    sink.finish().await?;
    Ok(digest.finalize().into())
}

/// Starts a thread that makes every so many-th piece. It ends when nobody wants them any more.
fn start(world: Arc<World>, place: usize, sent: Arc<[usize]>, worker: u64, workers: u64) -> Receiver<Piece> {
    let (sender, receiver) = channel(AHEAD);
    std::thread::spawn(move || {
        let rows = world.tables[place].rows();
        let blind = world.leads_to_triggers(place).then(|| World { blind: true, ..World::clone(&world) });
        let mut number = worker;
        while number * PIECE < rows {
            let piece =
                make(&world, blind.as_ref(), place, &sent, number * PIECE..rows.min((number + 1) * PIECE));
            if sender.blocking_send(piece).is_err() {
                break;
            }
            number += workers;
        }
    });
    receiver
}

/// Makes rows. Their digest is that of `blind` where they lead to rows that triggers made.
fn make(
    world: &World,
    blind: Option<&World>,
    place: usize,
    sent: &[usize],
    numbers: std::ops::Range<u64>,
) -> Piece {
    let crop = &world.tables[place];
    let rows = numbers.end - numbers.start;
    let mut bytes = Vec::with_capacity(usize::try_from(rows).unwrap_or(0) * 16 * (sent.len() + 1));
    let mut row = crop.place(numbers.start);
    for number in numbers.clone() {
        world.write_row(place, sent, row, &mut bytes);
        if number + 1 < numbers.end {
            row = crop.next(row);
        }
    }
    let digest = match blind {
        None => Sha256::digest(&bytes).into(),
        Some(blind) => {
            let mut told = Vec::with_capacity(bytes.len());
            numbers.for_each(|number| blind.write_row(place, sent, crop.place(number), &mut told));
            Sha256::digest(&told).into()
        }
    };
    Piece { bytes, rows, digest }
}

fn statement(table: &Table, sent: &[usize]) -> String {
    let names: Vec<String> =
        sent.iter().map(|column| quote_identifier(&table.columns[*column].name)).collect();
    let names = if names.is_empty() { String::new() } else { format!(" ({})", names.join(", ")) };
    format!("COPY {}{names} FROM STDIN (FORMAT binary)", table.name)
}

/// A few rows of each kind: the first and the last, those of the first tenants and of the last, and the rows of the
/// same table that they point to.
pub(super) fn sample(world: &World, place: usize) -> Vec<Place> {
    let crop = &world.tables[place];
    let rows = crop.rows();
    let mut numbers: Vec<u64> = (0..rows.min(24)).collect();
    let slices = crop.before.len().saturating_sub(1) as u64;
    for tenant in [1, 2, slices / 2, slices.saturating_sub(1)].into_iter().filter(|tenant| *tenant < slices) {
        let begin = crop.at(tenant, 0).number;
        numbers.extend(begin..begin + crop.rows_of(tenant).min(3));
    }
    numbers.extend((1..8).map(|part| rows * part / 8));
    numbers.extend(rows.checked_sub(1));
    let mut at = 0;
    while at < numbers.len() && numbers.len() < 400 {
        let row = crop.place(numbers[at]);
        for link in (0..crop.links.len()).filter(|link| crop.links[*link].parent == place) {
            let above = world.follow(place, link, row).map(|above| above.number);
            numbers.extend(above.filter(|above| !numbers.contains(above)));
        }
        at += 1;
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().filter(|number| *number < rows).map(|number| crop.place(number)).collect()
}
