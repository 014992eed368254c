"""How long list pages take with many articles: server time of whole requests, in this process, with the database beside it.

    DATABASE_URL=postgres://…/scratch .venv/bin/python bench/paging.py 100000

The database must be empty (migrated or not): it is filled with that many live articles in one section, by one reporter, with one tag.
"""

import sys

from corpus import clock, fill
from django.test import Client

RUNS = 15

fill(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
client = Client(headers={"host": "127.0.0.1"})
for address in ("/", "/articles/", "/sections/many/", "/tags/%EB%A7%8E%EC%9D%8C/", "/reporters/many/"):
    pages = ["", "?page=100", "?page=1000", "?page=5000"] if address != "/" else [""]
    for page in pages:
        clock(address + page, lambda path=address + page: client.get(path), runs=RUNS)
clock("/articles/77/", lambda: client.get("/articles/77/"), runs=RUNS)
