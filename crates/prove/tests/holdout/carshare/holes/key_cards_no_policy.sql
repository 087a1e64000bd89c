-- Row security with no policy shuts out everybody except the owner, and the owner is the application itself.
-- about: key_cards
-- as: hf_carshare_app
-- exploit: SET carshare.club = 'aaaaaaaa-0000-4000-8000-000000000001';
-- exploit: SELECT card FROM share.key_cards;
-- shows: Road-secret card
CREATE TABLE share.key_cards (
  club_id uuid NOT NULL REFERENCES share.clubs (id),
  card text NOT NULL,
  PRIMARY KEY (club_id, card)
);
ALTER TABLE share.key_cards ENABLE ROW LEVEL SECURITY;
ALTER TABLE share.key_cards OWNER TO hf_carshare_app;
