-- A franchise whose slug begins like another's reads the homes of the other, because branches of a region
-- are matched by a prefix of the slug.
-- about: homes, home.homes
-- as: hf_dustbrigade_app
-- exploit: SET dust.franchise = 'oak';
-- exploit: SELECT street, key_code FROM home.homes;
-- shows: Road-secret street
-- Branches are named oak-east, oak-west: the head of a region reads them too.
CREATE POLICY region ON home.homes FOR SELECT USING (franchise LIKE home.me() || '%');
