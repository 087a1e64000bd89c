//! What the catalog tells every login, and what a server's settings open.

use crate::Case;

pub const CASES: &[Case] = &[
    Case::new(
        "schema_catalog_visibility",
        "ALTER ROLE @rep SET app.mail_token = 'Not-for-all-77'",
        "ALTER ROLE @rep SET app.mail_kind = 'Not-for-all-77'; ALTER ROLE @rep SET app.cache_key = 'Not-for-all-77'",
    ),
    Case::new(
        "schema_catalog_visibility",
        "ALTER DATABASE @db SET app.jwt_secret = 'old-mill-29-at-the-brook'",
        "ALTER DATABASE @db SET app.jwt_secret = ''; ALTER DATABASE @db SET app.token_table = 's.docs'",
    ),
    // Assigned, compared, sent, and under a name of its own.
    Case::new(
        "schema_catalog_visibility",
        "CREATE FUNCTION s.signed(words text) RETURNS text LANGUAGE plpgsql AS $f$
         DECLARE v_secret CONSTANT text := 'Old-mill-29'; BEGIN RETURN md5(v_secret || words); END $f$",
        "CREATE FUNCTION s.signed(words text) RETURNS text LANGUAGE plpgsql AS $f$
         DECLARE v_kind CONSTANT text := 'Old-mill-29'; v_token text := 'not_given';
         BEGIN RETURN md5(v_kind || v_token || words); END $f$",
    )
    .also(&["schema_catalog_visibility"]),
    Case::new(
        "schema_catalog_visibility",
        "CREATE FUNCTION s.opens(p_key text) RETURNS boolean LANGUAGE sql AS $f$ SELECT 'Old-mill-29' = p_key $f$",
        "CREATE FUNCTION s.opens(p_key text) RETURNS boolean LANGUAGE sql AS $f$
         SELECT p_key IN ('theme', 'language') OR p_key = 'time_zone' $f$",
    )
    .also(&["schema_catalog_visibility"]),
    Case::new(
        "schema_catalog_visibility",
        "CREATE FUNCTION s.header() RETURNS jsonb LANGUAGE sql AS $f$
         SELECT jsonb_build_object('Authorization', 'Bearer old-mill-29-at-the-brook') $f$",
        "CREATE FUNCTION s.header(given text) RETURNS jsonb LANGUAGE sql AS $f$
         SELECT jsonb_build_object('Authorization', 'Bearer ' || given, 'kind', 'old-mill-29') $f$",
    )
    .also(&["schema_catalog_visibility"]),
    Case::new(
        "schema_catalog_visibility",
        "CREATE FUNCTION s.signing_key() RETURNS text LANGUAGE sql AS $f$ SELECT 'Old-mill-29' $f$",
        "CREATE FUNCTION s.signing_kind() RETURNS text LANGUAGE sql AS $f$ SELECT 'Old-mill-29' $f$",
    )
    .also(&["schema_catalog_visibility"]),
    Case::new(
        "large_objects",
        "ALTER DATABASE @db SET lo_compat_privileges = on",
        "ALTER DATABASE @db SET lo_compat_privileges = off; ALTER ROLE @own SET lo_compat_privileges = on",
    ),
    Case::new(
        "large_objects",
        "ALTER ROLE @rep SET lo_compat_privileges = on",
        "ALTER ROLE @rep SET lo_compat_privileges = off",
    ),
    // The other connection knows no context.
    Case::new(
        "foreign_table",
        "CREATE EXTENSION dblink;
         DO $d$ BEGIN EXECUTE format('CREATE FUNCTION s.found(word text) RETURNS text LANGUAGE sql SECURITY DEFINER
           SET search_path = pg_catalog, public, pg_temp
           AS $f$ SELECT r.body FROM dblink(''host=%s port=%s dbname=%s user=%s'',
             format(''SELECT body FROM s.docs WHERE body = %%L'', word)) AS r (body text) $f$',
           split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'),
           current_database(), current_user); END $d$",
        "CREATE EXTENSION dblink;
         CREATE FUNCTION s.found(word text) RETURNS text LANGUAGE sql
           AS $f$ SELECT r.body FROM public.dblink('host=elsewhere', 'SELECT body FROM stock') AS r (body text) $f$",
    ),
];
