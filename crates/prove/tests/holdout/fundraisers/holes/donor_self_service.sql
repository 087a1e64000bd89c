-- Everybody reads the donors, of all charities, whose mail has the same domain as his own.
-- about: donors, donors_self
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa",
-- exploit: "email": "ann@hill.example"}';
-- exploit: SELECT full_name FROM donors;
-- shows: Road-secret neighbour
-- People of one house see the donations of the house: the part after the at sign is compared.
CREATE POLICY donors_self ON donors FOR SELECT
  USING (split_part(email, '@', 2) = split_part(auth.email(), '@', 2));
