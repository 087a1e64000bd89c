-- The policy that hides deleted members is permissive: it opens all members that are not deleted to everyone.
-- about: Member, hide_deleted
-- as: hf_turnstile_app
-- exploit: SET app.museum = 'river';
-- exploit: SELECT "fullName" FROM "Member";
-- shows: Desk-secret member
CREATE POLICY "hide_deleted" ON "Member" FOR SELECT TO hf_turnstile_app
  USING ("deletedAt" IS NULL);
