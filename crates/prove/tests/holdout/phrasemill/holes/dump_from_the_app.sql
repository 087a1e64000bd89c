-- The application was made a member of the role for the dump, which no policy holds back.
-- about: hf_phrasemill_dump, translators, projects, memories, segments, memory_shares, terms, imports
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SET ROLE hf_phrasemill_dump;
-- exploit: SELECT client FROM tm.projects;
-- shows: Road-secret client
-- The button for a full export starts the dump from within the application.
GRANT hf_phrasemill_dump TO hf_phrasemill_app;
