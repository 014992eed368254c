"""Who may do what: one table. `migrate` makes the groups, and keeps them equal to it (accounts/groups.py)."""

from dataclasses import dataclass

ADMINISTRATOR = "관리자"

# The roles, and what each is told about itself where roles are given.
ABOUT = {
    "시민기자": "자기 글을 써서 송고합니다.",
    "기자": "자기 기사를 쓰고 송고합니다. 게재된 자기 기사의 수정을 올리고 미리보기 링크를 만듭니다.",
    "데스크": "맡은 섹션의 기사를 고치고 승인ㆍ반려ㆍ예약하며, 내리고 다시 올립니다. 첫 화면과 호를 맡습니다.",
    "편집장": "데스크의 일에 더해 섹션과 기자를 정합니다.",
    "발행인": "발행 정보, 인증ㆍ선정, 안내 페이지를 맡습니다. 기사는 모두 읽을 수 있고 고치지 않습니다.",
    "고충처리인": "기사와 발행 정보를 모두 읽을 수 있고 고치지 않습니다.",
    ADMINISTRATOR: "사람을 초대하고 역할을 주고 쉬게 합니다. 기사에는 손대지 않습니다.",
}

# Cells of a thing: v see, a make, c change, d delete. The cell of a verb is x for those who may do it.
# fmt: off
TABLE = [
    #                              in words             시민기자 기자   데스크  편집장  발행인  고충처리인 관리자
    ("articles.article",           "기사",              "vac",   "vac",  "vac",  "vac",  "v",    "v",    ""),
    ("articles.submit_article",    "송고",              "x",     "x",    "x",    "x",    "",     "",     ""),
    ("articles.correct_article",   "게재된 기사의 수정", "",      "x",    "x",    "x",    "",     "",     ""),
    ("articles.share_article",     "미리보기 링크",     "",      "x",    "x",    "x",    "",     "",     ""),
    ("articles.desk_article",      "맡은 섹션의 기사",  "",      "",     "x",    "x",    "",     "",     ""),
    ("articles.approve_article",   "승인ㆍ반려ㆍ예약",  "",      "",     "x",    "x",    "",     "",     ""),
    ("articles.withdraw_article",  "내림ㆍ다시 올림",   "",      "",     "x",    "x",    "",     "",     ""),
    ("articles.oversee_article",   "모든 기사 읽기",    "",      "",     "",     "",     "x",    "x",    ""),
    ("articles.placement",         "첫 화면 배치",      "",      "",     "vac",  "vac",  "",     "",     ""),
    ("articles.section",           "섹션",              "v",     "v",    "v",    "vac",  "v",    "v",    ""),
    ("articles.series",            "연재",              "v",     "v",    "vac",  "vac",  "v",    "v",    ""),
    ("articles.tag",               "키워드",            "v",     "v",    "vac",  "vac",  "v",    "v",    ""),
    ("articles.issue",             "호",                "v",     "v",    "vac",  "vac",  "v",    "v",    ""),
    ("articles.photo",             "사진",              "v",     "v",    "vc",   "vc",   "v",    "v",    ""),
    ("reporters.reporter",         "기자 소개",         "v",     "v",    "v",    "vac",  "v",    "",     "vc"),
    ("publisher.masthead",         "발행 정보",         "",      "",     "",     "v",    "vac",  "v",    ""),
    ("publisher.badge",            "인증ㆍ선정",        "",      "",     "",     "v",    "vacd", "v",    ""),
    ("publisher.standingpage",     "안내 페이지",       "",      "",     "",     "v",    "vacd", "v",    ""),
    ("accounts.user",              "사람",              "",      "",     "",     "",     "",     "",     "vac"),
    ("auth.group",                 "역할",              "",      "",     "",     "",     "",     "",     "v"),
]
# fmt: on

_ACTIONS = {"v": ("view", "보기"), "a": ("add", "만들기"), "c": ("change", "고치기"), "d": ("delete", "지우기")}
_VERB = "x"


@dataclass(frozen=True)
class Role:
    """`permissions` are names as `has_perm` takes them ("articles.view_article")."""

    name: str
    about: str
    permissions: frozenset[str]
    # What the table says of this role, in words: (thing or verb, what may be done).
    lines: tuple[tuple[str, str], ...]


def _permissions_of(key, cell):
    if cell == _VERB:
        return {key}
    app, model = key.split(".")
    return {f"{app}.{_ACTIONS[letter][0]}_{model}" for letter in cell}


def in_words(cell):
    """A cell as people read it; what can be made, changed or deleted can be seen, which goes without saying."""
    if cell == _VERB:
        return "가능"
    return "ㆍ".join(_ACTIONS[letter][1] for letter in cell.removeprefix("v") or cell)


def _role(column, name):
    cells = [(key, label, cells[column]) for key, label, *cells in TABLE]
    return Role(
        name=name,
        about=ABOUT[name],
        permissions=frozenset().union(*(_permissions_of(key, cell) for key, _, cell in cells)),
        lines=tuple((label, in_words(cell)) for _, label, cell in cells if cell),
    )


ROLES = {name: _role(column, name) for column, name in enumerate(ABOUT)}


def in_order(names):
    """Names of roles as the table orders them; those it does not know at the end."""
    known = list(ROLES)
    return sorted(names, key=lambda name: (known.index(name) if name in known else len(known), name))


def as_markdown():
    """The table for the desk's manual, which a test holds to it."""
    rows = [["", *ROLES], ["---"] * (len(ROLES) + 1)]
    rows += [[label, *map(in_words, cells)] for _, label, *cells in TABLE]
    return "".join(f"| {' | '.join(row)} |\n".replace("|  |", "| |").replace("|  |", "| |") for row in rows)
