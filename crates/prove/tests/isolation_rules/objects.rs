//! Objects around the tables.

use crate::Case;

pub const CASES: &[Case] = &[
    Case::new(
        "root_table_no_rls",
        "ALTER TABLE s.tenants DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE s.tenants DISABLE ROW LEVEL SECURITY; REVOKE ALL ON s.tenants FROM @app, @rep",
    ),
    Case::new(
        "child_without_tenant_column",
        "CREATE TABLE s.lines (doc int REFERENCES s.docs (id), text text); GRANT SELECT, UPDATE ON s.lines TO @app",
        "CREATE TABLE s.lines (doc int REFERENCES s.docs (id), text text);
         ALTER TABLE s.lines ENABLE ROW LEVEL SECURITY; GRANT SELECT, UPDATE ON s.lines TO @app;
         CREATE POLICY own ON s.lines USING (EXISTS (SELECT FROM s.docs AS d WHERE d.id = lines.doc))",
    ),
    Case::new(
        "partition_direct",
        "CREATE TABLE s.log (tenant_id int, text text) PARTITION BY LIST (tenant_id);
         CREATE TABLE s.log_2 PARTITION OF s.log FOR VALUES IN (2);
         ALTER TABLE s.log ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON s.log USING (tenant_id = current_setting('app.tenant')::int);
         GRANT SELECT ON ALL TABLES IN SCHEMA s TO @app",
        "CREATE TABLE s.log (tenant_id int, text text) PARTITION BY LIST (tenant_id);
         CREATE TABLE s.log_2 PARTITION OF s.log FOR VALUES IN (2);
         ALTER TABLE s.log ENABLE ROW LEVEL SECURITY;
         CREATE POLICY own ON s.log USING (tenant_id = current_setting('app.tenant')::int);
         GRANT SELECT ON s.log TO @app",
    ),
    Case::new(
        "inherit_child_direct",
        "CREATE TABLE s.archive () INHERITS (s.docs); GRANT SELECT ON s.archive TO @app",
        "CREATE TABLE s.archive () INHERITS (s.docs)",
    ),
    Case::new(
        "foreign_table",
        "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
         CREATE FOREIGN TABLE s.remote (tenant_id int, text text) SERVER files OPTIONS (filename '/dev/null');
         GRANT SELECT ON s.remote TO @app",
        "CREATE EXTENSION file_fdw; CREATE SERVER files FOREIGN DATA WRAPPER file_fdw;
         CREATE FOREIGN TABLE s.remote (tenant_id int, text text) SERVER files OPTIONS (filename '/dev/null')",
    ),
    Case::new(
        "matview",
        "CREATE MATERIALIZED VIEW s.sums AS SELECT count(*), string_agg(body, ',') FROM s.docs;
         GRANT SELECT ON s.sums TO @rep",
        "CREATE MATERIALIZED VIEW s.sums AS SELECT count(*) FROM s.docs;
         CREATE MATERIALIZED VIEW s.numbers AS SELECT 1; GRANT SELECT ON s.numbers TO @rep",
    ),
    Case::new(
        "view_definer",
        "CREATE VIEW s.v AS SELECT body FROM s.docs; GRANT SELECT ON s.v TO @app",
        "SET ROLE @own; CREATE VIEW s.v AS SELECT body FROM s.docs; GRANT SELECT ON s.v TO @app; RESET ROLE;
         CREATE VIEW s.w WITH (security_invoker = on) AS SELECT body FROM s.docs; GRANT SELECT ON s.w TO @app;
         CREATE VIEW s.x AS SELECT 1; GRANT SELECT ON s.x TO @app",
    ),
    Case::new(
        "view_definer",
        "ALTER TABLE s.docs NO FORCE ROW LEVEL SECURITY; SET ROLE @own;
         CREATE VIEW s.v AS SELECT d.body, d.tenant_id FROM (SELECT * FROM s.docs) AS d; RESET ROLE;
         GRANT SELECT ON s.v TO @app",
        "SET ROLE @own; CREATE VIEW s.v AS SELECT d.body, d.tenant_id FROM (SELECT * FROM s.docs) AS d; RESET ROLE;
         GRANT SELECT ON s.v TO @app",
    ),
    Case::new(
        "view_invoker_over_definer",
        "CREATE VIEW s.inner AS SELECT body FROM s.docs;
         CREATE VIEW s.outer WITH (security_invoker) AS SELECT * FROM s.inner;
         GRANT SELECT ON s.outer, s.inner TO @app",
        "CREATE VIEW s.inner WITH (security_invoker) AS SELECT body FROM s.docs; GRANT SELECT ON s.inner TO @app;
         CREATE VIEW s.outer AS SELECT * FROM s.inner; GRANT SELECT ON s.outer TO @app",
    )
    .also(&["view_definer"]),
    Case::new(
        "view_definer_write",
        "CREATE VIEW s.v AS SELECT body, tenant_id FROM s.docs; GRANT INSERT ON s.v TO @app",
        "CREATE VIEW s.v AS SELECT count(*) FROM s.docs; GRANT INSERT ON s.v TO @app",
    ),
    Case::new(
        "view_filter_no_barrier",
        "CREATE VIEW s.v AS SELECT * FROM s.docs WHERE tenant_id = current_setting('app.tenant')::int;
         GRANT SELECT ON s.v TO @app",
        "CREATE VIEW s.v WITH (security_barrier) AS
         SELECT * FROM s.docs WHERE tenant_id = current_setting('app.tenant')::int; GRANT SELECT ON s.v TO @app",
    ),
    Case::new(
        "secdef_unfiltered",
        "CREATE FUNCTION s.everything() RETURNS SETOF s.docs LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS $$ SELECT * FROM s.docs $$",
        "CREATE FUNCTION s.everything() RETURNS SETOF s.docs LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS $$ SELECT * FROM s.docs $$;
         REVOKE ALL ON FUNCTION s.everything() FROM PUBLIC;
         CREATE FUNCTION s.own() RETURNS SETOF s.docs LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp
         AS $$ SELECT * FROM s.docs WHERE tenant_id = current_setting('app.tenant')::int $$;
         SET ROLE @own; CREATE FUNCTION s.bound() RETURNS SETOF s.docs LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS $$ SELECT * FROM s.docs $$; RESET ROLE",
    ),
    Case::new(
        "secdef_unfiltered",
        "CREATE FUNCTION s.of(tenant int) RETURNS SETOF s.docs LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS $$ SELECT * FROM s.docs AS d WHERE d.tenant_id = tenant $$",
        "CREATE FUNCTION s.of(secret text) RETURNS int LANGUAGE sql SECURITY DEFINER
         SET search_path = pg_catalog, pg_temp AS $$ SELECT d.tenant_id FROM s.docs AS d WHERE d.body = secret $$",
    ),
    Case::new(
        "secdef_search_path",
        "SET search_path = s; CREATE FUNCTION s.look(secret text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
         AS $$ SELECT count(*) FROM docs WHERE body = secret $$; RESET search_path",
        "CREATE FUNCTION s.look(secret text) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = s, pg_temp
         AS $$ SELECT count(*) FROM docs WHERE body = secret $$;
         CREATE FUNCTION s.peek(secret text) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = ''
         AS $$ SELECT count(*) FROM s.docs WHERE body = secret -- FROM docs
         $$",
    ),
    Case::new(
        "secdef_search_path",
        "CREATE FUNCTION s.look(secret text) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = s
         AS $$ SELECT count(*) FROM docs WHERE body = secret $$",
        "CREATE FUNCTION s.look(secret text) RETURNS bigint LANGUAGE sql SECURITY DEFINER
         BEGIN ATOMIC SELECT count(*) FROM s.docs WHERE body = secret; END",
    ),
    // A variable, a text and a comment are no relations, nor is a name that WITH gives.
    Case::new(
        "secdef_search_path",
        "CREATE FUNCTION s.look(secret text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = s
         AS $$ DECLARE found int; BEGIN EXECUTE 'SELECT id FROM docs WHERE body = $1' INTO found USING secret;
         RETURN found; END $$",
        "CREATE FUNCTION s.look(secret text) RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = s
         AS $$ DECLARE docs s.docs; BEGIN SELECT * INTO docs FROM s.docs AS d WHERE d.body = secret;
         RETURN docs.id; END $$;
         CREATE FUNCTION s.say() RETURNS int LANGUAGE plpgsql SECURITY DEFINER SET search_path = s
         AS $$ BEGIN RAISE EXCEPTION 'cannot read from docs' /* FROM docs */; END $$;
         CREATE FUNCTION s.ask(secret text) RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = s
         AS $$ WITH docs AS (SELECT id FROM s.docs WHERE body = secret) SELECT id FROM docs $$",
    ),
    // The function of a trigger is met by who may fire it, or calls what does.
    Case::new(
        "secdef_search_path",
        "CREATE TABLE s.pings (id int); CREATE TABLE s.heard (id int);
         CREATE FUNCTION s.hear() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = s
         AS $$ BEGIN INSERT INTO heard VALUES (NEW.id); RETURN NEW; END $$;
         CREATE TRIGGER hear AFTER INSERT ON s.pings FOR EACH ROW EXECUTE FUNCTION s.hear();
         CREATE FUNCTION s.ping(n int) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = ''
         AS $$ INSERT INTO s.pings VALUES (n) $$",
        "CREATE TABLE s.pings (id int); CREATE TABLE s.heard (id int);
         CREATE FUNCTION s.hear() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = s
         AS $$ BEGIN INSERT INTO heard VALUES (NEW.id); RETURN NEW; END $$;
         CREATE TRIGGER hear AFTER INSERT ON s.pings FOR EACH ROW EXECUTE FUNCTION s.hear();
         GRANT SELECT, DELETE ON s.pings TO @app",
    ),
    Case::new(
        "secdef_unfiltered",
        "CREATE FUNCTION s.all() RETURNS SETOF s.docs LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
         AS $$ BEGIN RETURN QUERY EXECUTE 'SELECT * FROM s.docs'; END $$",
        "CREATE FUNCTION s.all() RETURNS SETOF s.docs LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
         AS $$ BEGIN RAISE EXCEPTION 'cannot read from docs, or from s.docs'; END $$",
    ),
    Case::new(
        "secdef_trigger_cross_write",
        "CREATE TABLE s.pings (doc int); GRANT INSERT ON s.pings TO @app;
         CREATE FUNCTION s.bump() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
         AS $$ BEGIN UPDATE s.docs SET body = 'pinged' WHERE id = NEW.doc; RETURN NEW; END $$;
         CREATE TRIGGER bump AFTER INSERT ON s.pings FOR EACH ROW EXECUTE FUNCTION s.bump();
         REVOKE ALL ON FUNCTION s.bump() FROM PUBLIC",
        "CREATE TABLE s.pings (doc int); GRANT INSERT ON s.pings TO @app;
         CREATE FUNCTION s.bump() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
         AS $$ BEGIN UPDATE s.docs SET body = 'pinged' WHERE id = NEW.doc
           AND tenant_id = current_setting('app.tenant')::int; RETURN NEW; END $$;
         CREATE TRIGGER bump AFTER INSERT ON s.pings FOR EACH ROW EXECUTE FUNCTION s.bump();
         REVOKE ALL ON FUNCTION s.bump() FROM PUBLIC",
    ),
    Case::new(
        "rule_runs_as_owner",
        "CREATE TABLE s.pings (doc int); GRANT INSERT ON s.pings TO @app;
         CREATE RULE ping AS ON INSERT TO s.pings DO ALSO UPDATE s.docs SET body = 'pinged' WHERE id = NEW.doc",
        "CREATE TABLE s.pings (doc int); GRANT INSERT ON s.pings TO @app;
         CREATE RULE ping AS ON INSERT TO s.pings DO ALSO NOTIFY pings",
    ),
    Case::new(
        "leakproof_function",
        "CREATE FUNCTION s.close(a text) RETURNS bool LANGUAGE plpgsql LEAKPROOF AS $$ BEGIN RETURN a = ''; END $$",
        "CREATE FUNCTION s.close(a text) RETURNS bool LANGUAGE plpgsql LEAKPROOF AS $$ BEGIN RETURN a = ''; END $$;
         REVOKE ALL ON FUNCTION s.close(text) FROM PUBLIC",
    ),
    Case::new(
        "leakproof_builtin",
        "ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF",
        "ALTER FUNCTION pg_catalog.textlike(text, text) LEAKPROOF;
         ALTER FUNCTION pg_catalog.textlike(text, text) NOT LEAKPROOF",
    ),
    Case::new(
        "publication",
        "CREATE PUBLICATION everything FOR TABLE s.docs",
        "CREATE PUBLICATION something FOR TABLE s.docs WHERE (tenant_id = 1)",
    ),
];
