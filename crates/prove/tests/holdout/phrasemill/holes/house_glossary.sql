-- A slug that begins like another one counts as its branch, so an agency reads the terms of a stranger with
-- a shorter slug.
-- about: terms, terms_branches
-- as: hf_phrasemill_app
-- exploit: SET tm.agency = 'polyglot-east';
-- exploit: SELECT term, meaning FROM tm.terms;
-- shows: Road-secret term
-- Branches (house-north, house-south) read the glossary of their house.
CREATE POLICY terms_branches ON tm.terms FOR SELECT USING (tm.me() LIKE agency || '-%');
