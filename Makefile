# `make` alone prints what there is. Everything made lives in .venv/ and var/, both ignored by git.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help serve dev test check shots backup restore constraints clean
.DELETE_ON_ERROR:

PORT ?= 8000
python := .venv/bin/python
ready := .venv/installed var/environment

help:
	@awk 'BEGIN { FS = ":.*## " } \
		/^## / { printf "\n%s\n", substr($$0, 4) } \
		/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

## 실행
serve dev: export PORT := $(PORT)

serve: .venv/installed ## 월간인물을 띄웁니다 (PORT=8000, Ctrl-C로 끝냄; DATABASE_URL이 있으면 그 데이터베이스로)
	@$(python) -m monthlypeople.serve

dev: .venv/installed ## 개발용: DEBUG, 고치면 다시 읽기, /styleguide/
	@$(python) -m monthlypeople.serve --debug

## 검사
test: $(ready) ## 테스트 (T=tests/articles 처럼 일부만)
	@$(python) -m pytest $(T)

check: $(ready) ## 문법 · 모양 · 들여오기 순서 · 마이그레이션 · 배포 설정 · 테스트: CI가 하는 전부
	$(python) -m ruff check
	$(python) -m ruff format --check
	.venv/bin/lint-imports
	find templates -name '*.html' -print0 | xargs -0 .venv/bin/djade --target-version 5.2 --check
	MONTHLYPEOPLE_PROFILE=test $(python) manage.py makemigrations --check --dry-run
	MONTHLYPEOPLE_PROFILE=production SECRET_KEY=$$($(python) -m monthlypeople.environment --secret) \
		ALLOWED_HOSTS=www.example.com DATABASE_URL=embedded: $(python) manage.py check --deploy --fail-level WARNING
	@$(MAKE) --no-print-directory test

shots: $(ready) ## 화면 사진: 360 · 768 · 1280, 어두운 화면, 인쇄
	@$(python) -m tests.shots

## 보관
backup: $(ready) ## 데이터베이스와 사진을 var/backups/ 에 한 파일로
	@$(python) manage.py backup

restore: $(ready) ## 그 파일로 되돌리기 (FILE=var/backups/….tar)
	@test -n "$(FILE)" || { echo "어느 파일인지 알려 주세요: make restore FILE=var/backups/….tar" >&2; exit 2; }
	@$(python) manage.py restore "$(FILE)"

## 손질
constraints: .venv/installed ## constraints.txt를 지금 나온 판으로 다시 만들기
	@rm -rf var/constraints && mkdir -p var
	@$(python) -m venv var/constraints && var/constraints/bin/pip install --quiet --upgrade -e '.[serve,test]'
	@{ sed -n '/^#/p' constraints.txt; var/constraints/bin/pip freeze --exclude-editable | sed '/ @ /d'; } > constraints.txt.new
	@mv constraints.txt.new constraints.txt && rm -rf var/constraints

clean: ## 임시로 만들어진 것 지우기 (데이터와 .venv는 둠)
	@rm -rf .pytest_cache .ruff_cache .hypothesis .import_linter_cache build *.egg-info
	@find . -path ./.venv -prune -o -path ./var -prune -o -name __pycache__ -type d -print | xargs rm -rf

var/environment: | .venv/installed
	@$(python) -m monthlypeople.environment

# pip alone, from pinned constraints, and again only when what is wanted changed.
.venv/installed: pyproject.toml constraints.txt
	@$(make_venv)
	@echo "파이썬 꾸러미를 설치합니다 (처음이면 1분쯤 걸립니다)."
	@$(python) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[serve,test]'
	@touch $@

# Debian's python3 comes without ensurepip; its pip, where installed, can fill the environment instead.
define make_venv
.venv/bin/python -m pip --version >/dev/null 2>&1 && exit 0; \
for candidate in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && found=$$candidate && break; \
done; \
test -n "$$found" || { echo "Python 3.11 이상이 필요합니다. 지금 python3: $$(python3 --version 2>&1 || echo 없음)" >&2; exit 1; }; \
"$$found" -m venv --clear .venv >/dev/null 2>&1 \
|| { "$$found" -m venv --clear --without-pip .venv && "$$found" -m pip --python .venv/bin/python install --quiet pip; } \
|| { rm -rf .venv; echo "가상 환경을 만들지 못했습니다. Debian과 Ubuntu에서는 먼저: apt-get install python3-venv" >&2; exit 1; }
endef
