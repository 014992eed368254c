"""The admin's menu in the newsroom's order. Its groups are the newsroom's own, not the apps that happen to keep the tables."""

from django.contrib import admin

GROUPS = {
    "기사": [
        "articles.article",
        "articles.photo",
        "articles.section",
        "articles.series",
        "articles.tag",
        "articles.issue",
        "articles.placement",
    ],
    "사람": ["accounts.user", "auth.group", "reporters.reporter"],
    "발행 정보": ["publisher.masthead", "publisher.badge", "publisher.standingpage"],
}
REST = "시스템"
# The model is a person (기자); what staff find behind the menu's title is what readers read of one.
TITLES = {"reporters.reporter": "기자 소개"}


def grouped(app_list):
    """Django's list of apps, which has what the person may see and nothing else, in our groups (apps of the same shape)."""
    seen = {_label(entry): entry for app in app_list for entry in app["models"] if entry["admin_url"]}
    groups = {name: [seen.pop(label) for label in labels if label in seen] for name, labels in GROUPS.items()}
    groups[REST] = list(seen.values())
    return [_group(name, entries) for name, entries in groups.items() if entries]


def navigation(request):
    """The sidebar as UNFOLD["SIDEBAR"] takes it. Without permission callbacks: Unfold hides by CSS what they refuse."""
    return [
        {
            "title": group["name"],
            "separator": place > 0,
            "items": [{"title": entry["name"], "link": entry["admin_url"]} for entry in group["models"]],
        }
        for place, group in enumerate(admin.site.get_app_list(request))
    ]


def _label(entry):
    return entry["model"]._meta.label_lower


def _group(name, entries):
    """The group's own label and address are those of the first thing in it: Unfold's templates want both."""
    return {
        "name": name,
        "app_label": entries[0]["model"]._meta.app_label,
        "app_url": entries[0]["admin_url"],
        "has_module_perms": True,
        "models": [entry | {"name": TITLES.get(_label(entry), entry["name"])} for entry in entries],
    }
