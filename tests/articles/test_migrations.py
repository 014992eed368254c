import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from articles.models import Article


@pytest.mark.django_db(transaction=True)
def test_articles_taken_down_before_reasons_were_asked_for_say_that_none_is_known():
    executor = MigrationExecutor(connection)
    old = executor.migrate([("articles", "0001_initial")]).apps.get_model("articles", "Article")
    moment = timezone.now()
    old.objects.create(title="내린 기사", state="withdrawn", live_at=moment)
    old.objects.create(title="작성", state="draft")
    call_command("migrate", verbosity=0)
    withdrawn, draft = Article.objects.order_by("pk")
    assert (withdrawn.withdrawn_reason, withdrawn.withdrawn_at) == ("내린 까닭이 기록되어 있지 않습니다.", moment)
    assert (draft.withdrawn_reason, draft.withdrawn_at, draft.change) == ("", None, "")
