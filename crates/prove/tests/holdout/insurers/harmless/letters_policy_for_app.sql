-- The permissive policy holds for one role and the fence for all, so the portal just sees no letters.
ALTER POLICY access ON ins.letters TO hf_insurers_app;
