"""No serious barrier on the desk's screens, on a phone and on a desk, in either scheme, as axe-core judges (WCAG 2.2 A and AA)."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from articles import contents, workflow
from articles.models import Article
from tests.factories import ago, make_article, make_content, make_reporter, make_section

pytestmark = pytest.mark.django_db(transaction=True)
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
LIST = "/admin/articles/article/"


def make_pages(person):
    """Addresses of the screens, each with something on it."""
    draft = workflow.begin(by=person, content=make_content(title="쓰는 글", body="<h2>소제목</h2><p>글.</p>"))
    filed = make_article(state=Article.State.SUBMITTED, section=make_section(), title="송고한 글")
    live = make_article(title="게재된 글", bylines=[make_reporter()], live_at=ago(hours=1))
    workflow.save(live, by=person, content=contents.of(live) | {"title": "고친 글", "body": "<p>새 글.</p>"}, base=None)
    return [
        LIST,
        f"{LIST}?stage=withdrawn",
        f"{LIST}add/",
        f"{LIST}{draft.pk}/change/",
        f"{LIST}{live.pk}/history/",
        f"{LIST}{live.pk}/compare/?from=1&to=2",
        f"{LIST}{live.pk}/restore/1/",
        f"{LIST}{live.pk}/preview/?revision=2",
        f"{LIST}{live.pk}/share/",
        f"{LIST}{live.pk}/do/approve_change/",
        f"{LIST}{filed.pk}/do/approve/",
        f"{LIST}{filed.pk}/do/return/",
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_screens_of_the_desk_have_no_serious_barrier(at_work, width, scheme):
    chief = at_work("편집장", viewport={"width": width, "height": 900})
    page, found = chief.page, {}
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    for address in make_pages(chief.user):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        violations = Axe().run(page, options=RULES).response["violations"]
        found |= {
            (address, one["id"]): [node["html"] + node["failureSummary"] for node in one["nodes"]]
            for one in violations
            if one["impact"] in ("serious", "critical")
        }
    assert found == {}
