-- Everybody who has a token may read his invitation, but every row has a token, so all rows are shown.
-- about: invitations, invitations_by_token
-- as: hf_gambit_app
-- exploit: SET gambit.club = 'rook';
-- exploit: SELECT email FROM chess.invitations;
-- shows: Pawn-secret@b.example
CREATE TABLE chess.invitations (
  club chess.slug NOT NULL DEFAULT chess.club() REFERENCES chess.clubs (slug),
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  PRIMARY KEY (club, token)
);
ALTER TABLE chess.invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE chess.invitations FORCE ROW LEVEL SECURITY;
CREATE POLICY invitations_insert ON chess.invitations FOR INSERT TO hf_gambit_app
  WITH CHECK (club = chess.club());
-- The page for guests looks invitations up by their token.
CREATE POLICY invitations_by_token ON chess.invitations FOR SELECT TO hf_gambit_app
  USING (token IS NOT NULL);
GRANT SELECT, INSERT ON chess.invitations TO hf_gambit_app;
