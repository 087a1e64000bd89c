-- finds: secdef_unfiltered app.gather()
-- bad:
CREATE TABLE app.basket (body text);
GRANT SELECT ON app.basket TO app_user;
CREATE FUNCTION app.gather() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO basket SELECT body FROM note;
END
$$;
-- good:
CREATE TABLE app.basket (body text);
GRANT SELECT ON app.basket TO app_user;
CREATE FUNCTION app.gather() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = app, pg_temp AS $$
BEGIN
  INSERT INTO basket SELECT 'one' FROM note;
END
$$;
