-- Harmless: an address votes once for an entry without regard to case, counted within the host.

CREATE UNIQUE INDEX one_vote_per_address ON lens.votes (host_id, entry_no, lower(voter_email));
