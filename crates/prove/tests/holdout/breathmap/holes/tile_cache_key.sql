-- A network sees the stations of others on its map, because the cache of tiles is keyed by the place alone.
-- about: TileCache, cached_tile, cache_tile, Station
-- as: hf_breathmap_app
-- exploit: SET request.network_id = 'net_alder';
-- exploit: SELECT cached_tile('8/130/84');
-- shows: Road-secret station
CREATE TABLE "TileCache" ("tile" text PRIMARY KEY, "body" text NOT NULL);
CREATE FUNCTION cache_tile() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO "TileCache" VALUES (NEW."tile", NEW."title")
  ON CONFLICT ("tile") DO UPDATE SET "body" = "TileCache"."body" || ';' || EXCLUDED."body";
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION cache_tile() FROM PUBLIC;
CREATE TRIGGER cache_tile AFTER INSERT ON "Station" FOR EACH ROW EXECUTE FUNCTION cache_tile();
-- Nobody reads the table, only this function does.
CREATE FUNCTION cached_tile(p_tile text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT "body" FROM "TileCache" WHERE "tile" = p_tile AND current_network() IS NOT NULL
$$;
REVOKE ALL ON FUNCTION cached_tile(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cached_tile(text) TO hf_breathmap_app;
