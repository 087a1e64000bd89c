-- One vote for each address over all hosts and contests: a refused vote tells that the person voted
-- elsewhere.
-- about: votes, one_vote
-- as: hf_lensarena_app
-- exploit: SET request.jwt.claims = '{"sub": "1e500000-0000-4000-8000-0000000000a1"}';
-- exploit: INSERT INTO lens.votes VALUES (31, 5, 'fan@mail.example');
-- shows: duplicate key value

-- Against bought votes: an address may vote once for an entry number.
CREATE UNIQUE INDEX one_vote_per_address ON lens.votes (entry_no, lower(voter_email));
