-- Search by similarity: what it finds, in which order, and that it stays inside the caller's workspaces.

INSERT INTO core.workspaces (id, name) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'Saltmarsh Labs'),
  ('b0000000-0000-4000-8000-000000000001', 'Harbour Robotics');
INSERT INTO core.members (workspace_id, user_id, role) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000011', 'owner'),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000011', 'owner');
INSERT INTO core.founders (id, workspace_id, user_id) VALUES
  ('a0000000-0000-4000-8000-000000000021', 'a0000000-0000-4000-8000-000000000001',
   'a0000000-0000-4000-8000-000000000011'),
  ('b0000000-0000-4000-8000-000000000021', 'b0000000-0000-4000-8000-000000000001',
   'b0000000-0000-4000-8000-000000000011');

-- A vector with these first components and zeros behind.
CREATE FUNCTION pg_temp.embed(VARIADIC components double precision[]) RETURNS vector LANGUAGE sql AS $func$
  SELECT (components || array_fill(0::double precision, ARRAY[1536 - cardinality(components)]))::vector
$func$;

-- case: the nearest come first, and what is below the threshold does not come
-- guard: CREATE OR REPLACE FUNCTION public.search_similar_embeddings(query vector, table_name text,
--     threshold double precision DEFAULT 0.7, count integer DEFAULT 10)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE sql AS
--   'SELECT id, 1 - (embedding <=> query) FROM core.contacts ORDER BY embedding <=> query LIMIT count'
-- guard: CREATE OR REPLACE FUNCTION public.search_similar_embeddings(query vector, table_name text,
--     threshold double precision DEFAULT 0.7, count integer DEFAULT 10)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE sql AS
--   'SELECT id, 1 - (embedding <=> query) FROM core.contacts WHERE 1 - (embedding <=> query) > threshold
--    ORDER BY name LIMIT count'
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021',
   'far', pg_temp.embed(0, 1)),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021',
   'near', pg_temp.embed(4, 3)),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021',
   'same', pg_temp.embed(9, 0)),
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'unknown', NULL);
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   same | 1.00
--   near | 0.80
SELECT c.name, round(s.similarity::numeric, 2)
FROM search_similar_embeddings(pg_temp.embed(1, 0), 'core.contacts') AS s JOIN core.contacts AS c USING (id)
ORDER BY s.similarity DESC;
-- expect: same
SELECT c.name
FROM search_similar_embeddings(pg_temp.embed(1, 0), 'core.contacts', 0, 1) AS s
JOIN core.contacts AS c USING (id);

-- case: a search finds nothing of another workspace, however near it is
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
-- guard: ALTER FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
--     SECURITY DEFINER;
--   ALTER TABLE core.contacts NO FORCE ROW LEVEL SECURITY
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021',
   'own', pg_temp.embed(4, 3)),
  ('b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000021', 'alien', pg_temp.embed(1));
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   0.80
SELECT round(similarity::numeric, 2) FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts');

-- case: without a user a search finds nothing
-- guard: ALTER POLICY contacts_select_policy ON core.contacts USING (true)
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'own', pg_temp.embed(1));
SET LOCAL ROLE authenticated;
-- expect: none
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts', -1);

-- case: a search may go to each of the five tables with embeddings
-- guard: REVOKE SELECT ON comms.communications FROM authenticated
-- guard: REVOKE SELECT ON media.media_chunks FROM authenticated
INSERT INTO comms.communications (workspace_id, founder_id, platform, source, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'gmail', 'email',
   pg_temp.embed(1));
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- expect: rows
--   core.contacts | 0
--   comms.communications | 1
--   meetings.transcript_chunks | 0
--   media.media_chunks | 0
--   intel.insights | 0
SELECT t.name, (SELECT count(*) FROM search_similar_embeddings(pg_temp.embed(1), t.name))
FROM (VALUES
  (1, 'core.contacts'), (2, 'comms.communications'), (3, 'meetings.transcript_chunks'),
  (4, 'media.media_chunks'), (5, 'intel.insights')) AS t (position, name)
ORDER BY t.position;

-- case: no other table can be named, and no SQL be slipped in
-- guard: CREATE OR REPLACE FUNCTION public.search_similar_embeddings(query vector, table_name text,
--     threshold double precision DEFAULT 0.7, count integer DEFAULT 10)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE plpgsql AS
--   'BEGIN RETURN QUERY EXECUTE format(''SELECT id, 0::float8 FROM %s'', table_name); END'
-- expect: error 22023 no table with embeddings
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'auth.users');
-- expect: error 22023 no table with embeddings
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'contacts');
-- expect: error 22023 no table with embeddings
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'nowhere.contacts');
-- expect: error 22023 no table with embeddings
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), NULL);
-- expect: error 42602|22023
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts; DROP TABLE work.tasks');

-- case: a table of the same name in the caller's own schema is not taken for one of the five
-- guard: ALTER FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
--     RENAME TO careful_search;
--   CREATE FUNCTION public.search_similar_embeddings(query vector, table_name text)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE plpgsql AS
--   'BEGIN RETURN QUERY EXECUTE format(''SELECT id, 0::float8 FROM %s'', table_name); END'
CREATE TEMP TABLE contacts (id uuid, embedding vector(1536));
SET LOCAL search_path = pg_temp, core, public;
-- expect: error 22023 no table with embeddings
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'contacts');

-- case: a negative count is refused
-- guard: CREATE OR REPLACE FUNCTION public.search_similar_embeddings(query vector, table_name text,
--     threshold double precision DEFAULT 0.7, count integer DEFAULT 10)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE sql AS
--   'SELECT id, 0::float8 FROM core.contacts LIMIT count'
-- expect: error 22023 count must be 0 or more
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts', 0.7, -1);

-- case: a zero vector is near nothing
-- guard: CREATE OR REPLACE FUNCTION public.search_similar_embeddings(query vector, table_name text,
--     threshold double precision DEFAULT 0.7, count integer DEFAULT 10)
--   RETURNS TABLE (id uuid, similarity double precision) LANGUAGE sql AS
--   'SELECT id, 1 - (embedding <=> query) FROM core.contacts WHERE 1 - (embedding <=> query) > threshold'
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'zero', pg_temp.embed(0));
-- expect: none
SELECT * FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts', -1);

-- case: a vector with another number of dimensions is refused
-- guard: DROP INDEX core.idx_contacts_embedding; ALTER TABLE core.contacts ALTER COLUMN embedding TYPE vector
-- expect: error 22000 expected 1536 dimensions
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding) VALUES
  ('a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'short', '[1,2,3]');

-- The index is used because everything else is forbidden. The same search without it gives the right answer
-- to compare with: 200 neighbours are to be found, 10 for each of 20 questions.
-- case: an index search among a thousand rows finds at least 19 of 20 true neighbours
-- guard: ALTER FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
--   SET ivfflat.probes = 1
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding)
SELECT f.workspace_id, f.id, 'Contact ' || n, pg_temp.embed(sin(n), sin(n * 1.7), sin(n * 2.3), sin(n * 3.1))
FROM core.founders AS f, generate_series(1, 1000) AS n;
REINDEX INDEX core.idx_contacts_embedding;
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
-- OFFSET 0, else the vector of a question would be made anew for each comparison.
CREATE TEMP TABLE questions AS
SELECT q.query, ARRAY(
  SELECT c.id FROM core.contacts AS c ORDER BY (c.embedding <=> q.query) + 0 LIMIT 10) AS neighbours
FROM (
  SELECT pg_temp.embed(cos(n), sin(n * 2.7), cos(n * 1.3), sin(n * 5.1)) AS query
  FROM generate_series(1, 20) AS n
  OFFSET 0
) AS q;
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_sort = off;
-- expect: >= 190
SELECT sum((
  SELECT count(*) FROM search_similar_embeddings(q.query, 'core.contacts', -1, 10) AS s
  WHERE s.id = ANY (q.neighbours)))
FROM questions AS q;

-- The index returns rows of all workspaces, row security discards the others. A search that read ten lists
-- and stopped would come back with less than it was asked for.
-- case: a small workspace finds its rows behind the many nearer ones of another
-- guard: ALTER FUNCTION public.search_similar_embeddings(vector, text, double precision, integer)
--   RESET ivfflat.iterative_scan
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding)
SELECT 'b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000021', 'Contact ' || n,
  pg_temp.embed(3, sin(n), sin(n * 1.7), sin(n * 2.3))
FROM generate_series(1, 1000) AS n;
INSERT INTO core.contacts (workspace_id, founder_id, name, embedding)
SELECT 'a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000021', 'Contact ' || n,
  pg_temp.embed(0.1, sin(n), sin(n * 1.7), sin(n * 2.3))
FROM generate_series(1, 10) AS n;
REINDEX INDEX core.idx_contacts_embedding;
SET LOCAL ROLE authenticated;
SELECT set_config('request.jwt.claims', '{"sub":"a0000000-0000-4000-8000-000000000011"}', true);
SET LOCAL enable_seqscan = off;
SET LOCAL enable_bitmapscan = off;
SET LOCAL enable_sort = off;
-- expect: 10
SELECT count(*) FROM search_similar_embeddings(pg_temp.embed(1), 'core.contacts', -1, 10);

-- case: the number of lists to build an index with follows the number of rows
-- guard: CREATE OR REPLACE FUNCTION public.recommended_ivfflat_lists(rows bigint) RETURNS integer
--   LANGUAGE sql IMMUTABLE STRICT AS 'SELECT 100'
-- expect: rows
--   10 | 10 | 500 | 1000 | 2000
SELECT
  recommended_ivfflat_lists(0), recommended_ivfflat_lists(10000), recommended_ivfflat_lists(500000),
  recommended_ivfflat_lists(1000000), recommended_ivfflat_lists(4000000);
