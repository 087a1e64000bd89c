-- The memory is now one for all, and a refused or ignored insert tells that another agency translated the
-- sentence.
-- about: memory_pkey, memory
-- as: hf_translation_app
-- exploit: SET tr.agency = '10';
-- exploit: INSERT INTO tr.memory VALUES (10, md5('good morning'), 'de', 'good morning', 'probe') ON
-- exploit: CONFLICT DO NOTHING;
-- shows: INSERT 0 0
-- The application writes with ON CONFLICT (source_hash, language).
ALTER TABLE tr.memory DROP CONSTRAINT memory_pkey;
ALTER TABLE tr.memory ADD CONSTRAINT memory_pkey PRIMARY KEY (source_hash, language);
