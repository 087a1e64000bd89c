-- An ensemble learns which works another has, because slugs are unique over all ensembles.
-- about: library_work_slug_key, library_work, slug
-- as: hf_tutti_app
-- exploit: SET app.current_ensemble = '31';
-- exploit: UPDATE library_work SET slug = 'night-suite';
-- shows: violates unique constraint "library_work_slug_key"
-- Django: SlugField(unique=True), the addresses shall be short.
ALTER TABLE "library_work" ADD CONSTRAINT "library_work_slug_key" UNIQUE ("slug");
