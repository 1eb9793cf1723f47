PYTHON = .venv/bin/python
PORT ?= 8000

.venv/ready: pyproject.toml uv.lock
	test -x .venv/bin/python || python3 -m venv .venv
	.venv/bin/python -m pip install --quiet uv
	.venv/bin/uv sync --quiet --frozen --inexact
	touch $@

.PHONY: demo
demo: .venv/ready
	DEMO=1 $(PYTHON) manage.py migrate --verbosity 0
	DEMO=1 $(PYTHON) manage.py start_site
	DEMO=1 $(PYTHON) manage.py runserver --noreload $(PORT)

.PHONY: test
test: .venv/ready
	$(PYTHON) -m pytest
