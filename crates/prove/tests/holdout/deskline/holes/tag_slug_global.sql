-- Tag slugs are unique over all organisations; an insert with DO NOTHING says whether somebody else has the
-- tag.
-- about: tags, tags_slug_key, slug
-- as: hf_deskline_app
-- exploit: SET request.jwt.claims = '{"sub":"a0000000-0000-4000-8000-000000000001","role":"authenticated"}';
-- exploit: INSERT INTO public.tags (org_id, slug) VALUES ('a0000000-0000-4000-8000-000000000000',
-- exploit:   'lawsuit') ON CONFLICT DO NOTHING;
-- shows: INSERT 0 0
-- The public tag pages use the slug as their address.
ALTER TABLE public.tags ADD CONSTRAINT tags_slug_key UNIQUE (slug);
