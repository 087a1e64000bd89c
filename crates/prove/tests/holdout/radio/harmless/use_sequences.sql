-- Numbers may be drawn, not moved.
GRANT USAGE ON ALL SEQUENCES IN SCHEMA radio TO hf_radio_app;
