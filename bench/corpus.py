"""A database with many live articles in one section, by one reporter, with one tag; and a clock for whole requests."""

import os
import statistics
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monthlypeople.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection

from articles.models import Article, Section, Tag
from reporters.models import Reporter

ARTICLES = """
    INSERT INTO articles_article (
        state, change, title, subtitle, body, caption, no_caption, is_advertorial, advertorial_label, ai_use, ai_note,
        withdrawn_reason, notice_url, section_id, created_at, approved_at, live_at, import_digest, imported_at, comment_count)
    SELECT 'approved', '', '기사 제목 ' || n, '부제 ' || n, repeat('<p>본문이 길게 이어진다. ' || n || '</p>', 40), '', false, false,
           '', 'none', '', '', '', %s, now(), t, t, md5(n::text), now(), 0
    FROM (SELECT n, now() - n * interval '7 minutes' AS t FROM generate_series(1, %s) n) rows"""
BYLINES = """
    INSERT INTO articles_byline (article_id, reporter_id, name, title, role, "order")
    SELECT id, %s, '', '기자', '', 0 FROM articles_article"""
TAGS = "INSERT INTO articles_article_tags (article_id, tag_id) SELECT id, %s FROM articles_article"


def fill(count):
    """Makes `count` articles in an empty database, migrated or not; leaves one that has articles as it is."""
    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        print("articles are there already; measuring those")
        return
    section = Section.objects.create(slug="many", name="많은 기사")
    reporter = Reporter.objects.create(slug="many", name="한가득")
    tag = Tag.objects.create(name="많음")
    with connection.cursor() as cursor:
        cursor.execute(ARTICLES, [section.pk, count])
        cursor.execute(BYLINES, [reporter.pk])
        cursor.execute(TAGS, [tag.pk])
        cursor.execute("VACUUM ANALYZE")


def clock(name, request, *, runs, limit=None):
    """Prints how long `request` (a function that gives a response) takes: milliseconds of server time, in this process."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        response = request()
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    p95 = times[max(0, round(len(times) * 0.95) - 1)]
    verdict = "" if limit is None else f"  {'within' if p95 <= limit else 'OVER'} {limit} ms"
    print(
        f"{name:48} {response.status_code}  median {statistics.median(times):6.1f}  p95 {p95:6.1f}  worst {times[-1]:6.1f}{verdict}"
    )
