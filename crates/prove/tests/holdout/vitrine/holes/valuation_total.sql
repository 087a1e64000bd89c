-- Any institution asks for the insured total of another, because the function believes its argument.
-- about: valuation_total, valuations
-- as: hf_vitrine_app
-- exploit: SET vitrine.institution = 'hill';
-- exploit: SELECT loans.valuation_total('road');
-- shows: 777123
-- The insurer's form needs one sum.
CREATE FUNCTION loans.valuation_total(p_institution text) RETURNS numeric
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = loans
AS $$ SELECT sum(amount) FROM valuations WHERE institution = p_institution $$;
REVOKE ALL ON FUNCTION loans.valuation_total(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION loans.valuation_total(text) TO hf_vitrine_app;
