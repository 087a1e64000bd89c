-- Harmless: the reader sees less than before; the rule is restrictive.
CREATE POLICY embeds ON snip.snippets AS RESTRICTIVE FOR SELECT TO hf_snippets_reader
  USING (visibility = 'public');
