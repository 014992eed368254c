"""What is sent to the addresses of the table: forms with nothing wrong in them, so that only who sends them can be."""

from tests.articles.admin.test_editing import sent

# Of each shelf: what makes a new one, and changes the one that there is.
SHELVES = {
    "section": {"slug": "sea", "name": "바다", "order": "3"},
    "series": {"slug": "salt", "name": "소금길"},
    "tag": {"name": "염전"},
    "issue": {"month": "2031-02-01"},
    "photo": {"alt": "회색 벽 앞의 의자", "ai_use": "none", "focal_x": "0.5", "focal_y": "0.5"},
    "placement": {"slot": "important", "order": "1", "starts_at_0": "2026-01-02", "starts_at_1": "09:00"},
    "reporter": {"slug": "kim", "name": "김보람", "title": "기자"},
    "masthead": {
        "valid_from": "2031-01-01",
        "title": "월간견본",
        "corporation": "주식회사 월간견본",
        "representative": "모루한",
        "postal_code": "01234",
        "address": "서울 가나구 다라로 1",
        "phone": "02-000-0001",
        "business_number": "000-00-00003",
        "registration_number": "서울 아 00004",
        "registered_on": "2015-04-30",
        "published_on": "2015-04-14",
        "publisher": "모루두",
        "editors": "모루세 (인터뷰)",
        "youth_officer": "모루닷",
        "ombudsperson": "모루엿",
        "ombudsperson_phone": "02-000-0005",
        "ombudsperson_email": "ombud@example.com",
        "copyright_notice": "월간견본의 글과 사진은 저작권법의 보호를 받습니다.",
        "open_reporting": "당 매체는 독자의 권리를 지킵니다.",
    },
    "badge": {"label": "우수콘텐츠", "order": "0"},
    "standingpage": {"slug": "terms", "title": "이용약관", "body": "<p>지킵니다.</p>"},
    "user": {"last_name": "새사람", "email": "new@example.com", "username": "new", "roles": ["기자"]},
}
PASSWORD = {"new_password1": "새 붓 한 자루와 벼루", "new_password2": "새 붓 한 자루와 벼루"}


def filled(model):
    """A shelf's form. A placement puts an article there that readers see."""

    def form(newsroom, who):
        placed = {"article": newsroom.articles["changed"].pk} if model == "placement" else {}
        return SHELVES.get(model, {}) | placed

    return form


def chosen(model):
    """To delete the one that there is: by the list's action, and by the page that asks whether one is sure."""
    return lambda newsroom, who: {
        "action": "delete_selected",
        "_selected_action": [newsroom.things[model].pk],
        "post": "yes",
    }


def typed(kind=None):
    """The editor's form, of an article (or of a new one)."""

    def form(newsroom, who):
        base = newsroom.articles[kind].newest_revision if kind else None
        return sent(newsroom.people[who], base=base, title="다시 지은 제목") if who in newsroom.people else {}

    return form


def restored(kind):
    return lambda newsroom, who: {"base": newsroom.articles[kind].newest_revision_id}


def always(data):
    return lambda newsroom, who: data
