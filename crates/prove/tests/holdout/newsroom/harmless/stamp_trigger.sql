-- A trigger that changes its own row only.
CREATE FUNCTION news.stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  new.name := trim(new.name);
  RETURN new;
END $$;
CREATE TRIGGER stamp BEFORE INSERT OR UPDATE ON news.authors FOR EACH ROW EXECUTE FUNCTION news.stamp();
