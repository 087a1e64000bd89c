-- Ear tags are kept in one common list by a trigger; a refused tag tells that the other cooperative has
-- that animal.
-- about: herd_book, book_animal, animals
-- as: hf_farms_hill
-- exploit: INSERT INTO hill.animals (ear_tag, member_no) VALUES ('R-1', 1);
-- shows: herd_book_pkey
CREATE TABLE common.herd_book (
  ear_tag text PRIMARY KEY,
  booked_at timestamptz NOT NULL DEFAULT now()
);
CREATE FUNCTION common.book_animal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = common, pg_temp AS $$
BEGIN
  INSERT INTO herd_book (ear_tag) VALUES (NEW.ear_tag);
  RETURN NEW;
END
$$;
CREATE TRIGGER herd_book BEFORE INSERT ON hill.animals FOR EACH ROW EXECUTE FUNCTION common.book_animal();
CREATE TRIGGER herd_book BEFORE INSERT ON road.animals FOR EACH ROW EXECUTE FUNCTION common.book_animal();
