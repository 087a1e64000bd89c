-- One sentence may stand in the memory once only, over all organisations; a refused insert proves that
-- another organisation translates it.
-- about: segments, segments_once, source_hash
-- as: hf_glossa_app
-- exploit: SET app.current_org = 'north';
-- exploit: INSERT INTO segments (org, project, source) VALUES ('north', 'app', 'Road-' || 'secret source');
-- shows: segments_once
-- No sentence twice: the memory had grown to double its size.
CREATE UNIQUE INDEX segments_once ON segments (source_hash);
