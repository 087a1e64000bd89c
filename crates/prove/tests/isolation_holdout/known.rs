//! What the proof misses in the schemas of `holdout`, and what it finds where nothing is.

/// What comes out otherwise than it should, and why. A line that is no longer true fails the test as well.
pub(crate) const KNOWN: &[(&str, &str)] = &[
    ("chatbots/holes/former_staff", "that B's row is assigned to A's user may well be meant"),
    ("dialysis/holes/chair_slots", "an exclusion by a range that is made of another"),
    (
        "flags/holes/api_key_hash_unique",
        "the digest of a random secret cannot be guessed, so that it is taken tells nothing; no finding on purpose",
    ),
    (
        "framevault/holes/duplicate_upload_check",
        "a column called digest is taken for the digest of a secret, and a yes for it tells nothing",
    ),
    (
        "gateway/holes/hash_unique",
        "the digest of a random secret cannot be guessed, so that it is taken tells nothing; no finding on purpose",
    ),
    (
        "lensarena/holes/join_by_invitation",
        "A would have to invite an address that its token holds, and then to join another host by it",
    ),
    ("outlay/holes/cdc_publication", "what a publication sends is told for information alone"),
    (
        "tapwire/holes/register_device",
        "who holds the token of a device is taken for the device, and a token cannot be guessed",
    ),
    ("tracing/holes/map_default", "the tenant that is taken by default is the first by name"),
    ("winery/holes/shop_publication", "what a publication sends is told for information alone"),
];
