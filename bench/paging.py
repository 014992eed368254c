"""How long list pages take with many articles: server time of whole requests, in this process, with the database beside it.

    DATABASE_URL=postgres://…/scratch .venv/bin/python bench/paging.py 100000

The database must be empty (migrated or not): it is filled with that many live articles in one section, by one reporter, with one tag.
"""

import os
import statistics
import sys
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monthlypeople.settings")

import django

django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client

from articles.models import Article, Section, Tag
from reporters.models import Reporter

RUNS = 15


def fill(count):
    call_command("migrate", verbosity=0)
    if Article.objects.exists():
        print("articles are there already; measuring those")
        return
    section = Section.objects.create(slug="many", name="많은 기사")
    reporter = Reporter.objects.create(slug="many", name="한가득")
    tag = Tag.objects.create(name="많음")
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO articles_article (state, title, subtitle, body, caption, section_id, created_at, approved_at, live_at,
                                          import_digest, imported_at, comment_count)
            SELECT 'approved', '기사 제목 ' || n, '부제 ' || n, repeat('<p>본문이 길게 이어진다. ' || n || '</p>', 40), '', %s, now(), t, t,
                   md5(n::text), now(), 0
            FROM (SELECT n, now() - n * interval '7 minutes' AS t FROM generate_series(1, %s) n) rows""",
            [section.pk, count],
        )
        cursor.execute(
            """INSERT INTO articles_byline (article_id, reporter_id, name, title, role, "order")
               SELECT id, %s, '', '기자', '', 0 FROM articles_article""",
            [reporter.pk],
        )
        cursor.execute(
            "INSERT INTO articles_article_tags (article_id, tag_id) SELECT id, %s FROM articles_article", [tag.pk]
        )
        cursor.execute("VACUUM ANALYZE")


def measure(path):
    client = Client(headers={"host": "127.0.0.1"})
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        response = client.get(path)
        times.append((time.perf_counter() - start) * 1000)
    times.sort()
    print(f"{path:40} {response.status_code}  median {statistics.median(times):6.1f} ms  worst {times[-1]:6.1f} ms")


fill(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
for address in ("/", "/articles/", "/sections/many/", "/tags/%EB%A7%8E%EC%9D%8C/", "/reporters/many/"):
    measure(address)
    if address != "/":
        for number in (100, 1000, 5000):
            measure(f"{address}?page={number}")
measure("/articles/77/")
