//! What the proof misses in the schemas of `holdout`, and what it finds where nothing is.

/// What comes out otherwise than it should, and why. A line that is no longer true fails the test as well.
pub(crate) const KNOWN: &[(&str, &str)] = &[
    (
        "airports/holes/pass_check",
        "two arguments, of which one is an element of a list, and a date that has to lie ahead",
    ),
    ("bookings/holes/guest_card_trigger", "an INSTEAD OF trigger goes by the new key of the row"),
    ("bookings/holes/guest_overlap", "an exclusion whose rows have to be active and to overlap"),
    ("chatbots/holes/former_staff", "that B's row is assigned to A's user may well be meant"),
    ("contracts/holes/clause_text", "functions are not asked by users of every rank"),
    ("escrow/holes/release_all", "a state, and no row elsewhere that stands against it"),
    (
        "flags/holes/api_key_hash_unique",
        "the digest of a random secret cannot be guessed, so that it is taken tells nothing; no finding on purpose",
    ),
    (
        "gateway/holes/hash_unique",
        "the digest of a random secret cannot be guessed, so that it is taken tells nothing; no finding on purpose",
    ),
    (
        "hotels/holes/room_state",
        "two columns of a room that both tenants call alike, in a table that refers to it",
    ),
    ("incidents/holes/edit_own_entry", "A's row is moved by who wrote it, a user of both tenants"),
    ("incidents/holes/on_call_now", "no shift is made that is going on now"),
    (
        "invoicing/holes/webhooks_for_all",
        "rows of three tables have to be called alike, and one to change its state",
    ),
    ("museums/holes/shares_wrong_join", "two columns of A's own share have to change together"),
    ("pipelines/holes/downstream", "a text has to end with the name of another row"),
    ("pipelines/holes/fill_secrets", "a template in which names of rows are filled in"),
    ("pipelines/holes/retry_run", "what is copied is read in another session"),
    ("procurement/holes/budget_check", "an amount in an error, of departments that are called alike"),
    ("scheduler/holes/take_any_run", "a state and a region that both tenants have"),
    ("storage/holes/public_bucket", "no file was made in a bucket that both tenants call alike"),
    ("tracing/holes/map_default", "the tenant that is taken by default is the first by name"),
    ("tracing/holes/trace_by_id", "a recursive query that begins with a row without a parent"),
    ("treasury/holes/internal_transfer", "a row of A's own names another of A's, which has B's number"),
    ("vault/holes/avatar_delete", "the bucket of B's file has to be another"),
    ("vault/holes/files_folder_anywhere", "a path with A's folder within B's"),
];
