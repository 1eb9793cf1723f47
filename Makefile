PORT ?= 8000
export PYTHONPATH = site:.
export UV_PYTHON_DOWNLOADS = never
export DJANGO_SETTINGS_MODULE ?= cluster.settings.demo
SYNC = .venv/bin/uv sync --quiet --frozen --inexact
# One worker on SQLite: with in-process cache and one writer, more would be slower, not faster.
SERVE = .venv/bin/python -m cluster.serve --workers 1 --port $(PORT)
WORKERS ?= auto
PROFILES ?= 10000

.PHONY: demo install test lint bench screenshots messages
demo: export DEMO = 1
demo: export BASE_URL = http://127.0.0.1:$(PORT)
demo: .venv/run
	.venv/bin/python manage.py messages --compile
	.venv/bin/python manage.py migrate --verbosity 0
	.venv/bin/python manage.py start_site
	.venv/bin/python manage.py load_demo
	.venv/bin/python manage.py make_smaller_pictures >/dev/null & exec $(SERVE)

# What the site needs to run, into .venv, as uv.lock says; nothing else
install: .venv/run

test: .venv/all
	.venv/bin/python manage.py messages --compile
	DJANGO_SETTINGS_MODULE=cluster.settings.test .venv/bin/python -m pytest -n $(WORKERS) --dist worksteal $(PYTEST)

lint: .venv/all
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/djhtml --check templates $$(find templates -name '*.jinja')
	.venv/bin/djlint --quiet --lint templates
	.venv/bin/djlint --quiet --lint --profile jinja --extension jinja templates
	.venv/bin/lint-imports --no-logo
	.venv/bin/mypy
	.venv/bin/python manage.py makemigrations --check --dry-run
	.venv/bin/python manage.py messages --check

# SECONDS=1 ROUNDS=3 for a quick look, ONLY="search, HTML" for some rows or parts, REUSE=1 to keep a
# large database though the code that filled it has changed
bench: .venv/run
	.venv/bin/python manage.py messages --compile
	exec .venv/bin/python -m tests.bench --profiles $(PROFILES) --seconds $(or $(SECONDS),2) \
	    --rounds $(or $(ROUNDS),5) --seed $(or $(SEED),1) --only '$(ONLY)' --reuse '$(REUSE)'

# IN=de for another language than French, ONLY="home, profile" for some pages
screenshots: .venv/all
	.venv/bin/python manage.py messages --compile
	exec .venv/bin/python -m tests.browser.pages.photographs --language $(or $(IN),fr) --only '$(ONLY)'

# The strings that code and templates ask for, into site/locale/*/LC_MESSAGES/django.po; those of
# installed packages that they do not translate well, into site/locale/borrowed/
messages: .venv/run
	.venv/bin/python manage.py messages

.venv/bin/uv:
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	python3 -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check uv

.venv/run: .venv/bin/uv pyproject.toml uv.lock
	$(SYNC) --no-dev
	touch $@

.venv/all: .venv/bin/uv pyproject.toml uv.lock
	$(SYNC)
	touch $@ .venv/run
