"""The reporters' square avatars and the portraits' common arrangement."""
from draw_kit import INK, PAPER, RED, dk, lt, mix, pic
from draw_people import *  # noqa: F403


def avatar(s, bg, ring, coat, wear, hd, sw=150, extra=None):
    """A head and shoulders before a two-tone round."""
    s.bg(bg, dk(bg, .12))
    s.circ(300, 300, 238, ring)
    s.shade("M62 300a238 238 0 1 0 476 0a238 238 0 1 0 -476 0Z", dk(ring, .45), .6, 50, .3)
    with s.at(300, 268, 1.12):
        hair_back(s, hd["style"], hd["hair"])
        for sx in (-1, 1): arm(s, [(sx*(sw-38), 212), (sx*(sw+4), 340), (sx*(sw+2), 480)], coat, w=(88, 84, 70))
        trunk(s, coat, sw)
        neck(s, hd["skin"], 30 if sw < 150 else 36)
        wear(s, coat, hd["skin"])
        head(s, **hd)
        if extra: extra(s)


def tee(c2=None):
    def f(s, c, skin):
        s.path("M-54 134C-30 184 30 184 54 134L42 124C26 164 -26 164 -42 124Z", c2 or lt(c, .22))
    return f


def collar(s, c, skin): shirt_collar(s, c, True, skin)
def jacket(shirt, tie=None): return lambda s, c, skin: lapels(s, c, shirt, tie)
def turtle(s, c, skin):
    s.path("M-42 96C-20 116 20 116 42 96L52 140C30 168 -30 168 -52 140Z", lt(c, .1)); s.line([(-44, 116), (0, 130), (44, 116)], dk(c, .25), 3, o=.6)
def cardigan(inner):
    def f(s, c, skin):
        s.path("M-52 132L-12 300L0 900L12 300L52 132C30 168 -30 168 -52 132Z", inner)
        s.path("M-36 126Q0 190 36 126Q20 160 0 160Q-20 160 -36 126Z", mix(skin, "#9a3f33", .2))
        for sx in (-1, 1): s.line([(sx*54, 134), (sx*22, 290), (sx*8, 500)], lt(c, .2) if sx < 0 else dk(c, .2), 11)
    return f


def camera(s):
    """A camera held before the chest."""
    s.line([(-60, 150), (-84, 240), (-60, 262)], INK, 8); s.line([(60, 150), (84, 240), (60, 262)], INK, 8)
    s.rect(-78, 210, 156, 96, "#2b2a33", 14); s.rect(-78, 210, 156, 24, "#6e6a72", 12); s.rect(-26, 196, 60, 26, "#45434d", 8)
    s.circ(4, 266, 40, "#15141a"); s.circ(4, 266, 31, "#33465e"); s.circ(4, 266, 18, "#0f1420"); s.circ(-8, 255, 7, "#dfeaf5", o=.85)
    s.circ(58, 222, 7, RED)


AV = [
    ("단발머리에 붉은 셔츠를 입고 미소 짓는 여성 기자의 얼굴 그림", "#efe3d0", "#e7b48f", RED, collar, dict(skin=SKINS[0], hair=BLACK, style="bob", mouth="smile", turn=.3), 146),
    ("옆가르마 머리에 남색 재킷을 입은 젊은 남성 기자의 얼굴 그림", "#dfe4e6", "#8fb0b8", "#2f4560", jacket("#f2efe8"), dict(skin=SKINS[1], hair=BLACK, style="side", turn=-.3), 162),
    ("희끗한 머리에 둥근 안경을 쓴 중년 남성 기자의 얼굴 그림", "#e8e0d2", "#b9a58a", "#4b4a3f", turtle, dict(skin=SKINS[2], hair=GREY, style="side", glasses=INK, age=.8, turn=.2), 164),
    ("긴 머리에 초록 니트를 입은 여성 기자의 얼굴 그림", "#e4e8da", "#a9bd94", "#3f6650", tee(), dict(skin=SKINS[1], hair=BROWN, style="long", eyes="smile", mouth="grin", turn=-.2), 146),
    ("짧은 곱슬머리에 노란 스웨터를 입은 젊은 남성 기자의 얼굴 그림", "#e9e2ee", "#b8a3c9", "#dba33b", tee(), dict(skin=SKINS[2], hair=BROWN, style="curls", mouth="grin", turn=.25), 160),
    ("흰 파마머리를 한 나이 든 여성 기자가 눈웃음 짓는 얼굴 그림", "#f1ded6", "#dc9a86", "#6c4a63", cardigan("#f3e6d8"), dict(skin=SKINS[1], hair=WHITE, style="perm", eyes="smile", age=1, turn=.15, earring="#c9a04a"), 148),
    ("앞머리를 내린 젊은 여성 기자가 뿔테 안경을 쓴 얼굴 그림", "#dde8ea", "#7fb3ae", "#e2dccd", collar, dict(skin=SKINS[0], hair=BLACK, style="bobfringe", glasses=RED, turn=-.25), 142),
    ("머리를 짧게 깎고 턱수염을 기른 남성 기자의 얼굴 그림", "#ece4d6", "#cf8f5e", "#33434a", tee("#c9c3b6"), dict(skin=SKINS[3], hair=BLACK, style="crop", beard="#3a2c2c", turn=.3), 172),
    ("머리를 위로 묶고 회색 정장을 입은 여성 기자의 얼굴 그림", "#e6e1da", "#9d97a6", "#55525f", jacket("#f6e9d8"), dict(skin=SKINS[1], hair=BLACK, style="bun", mouth="lips", turn=.3, earring=RED), 146),
    ("포니테일 머리에 카메라를 목에 건 여성 사진기자의 얼굴 그림", "#f0e2cb", "#e3b04b", "#3d5a6c", tee("#f3efe4"), dict(skin=SKINS[1], hair=BROWN, style="pony", mouth="grin", turn=-.3), 146),
    ("이마가 훤한 나이 든 남성 기자가 조끼를 입은 얼굴 그림", "#dfe3da", "#8fa08c", "#7a3b33", jacket("#e9e3d2", "#33404f"), dict(skin=SKINS[2], hair=WHITE, style="receding", age=1, eyes="smile", turn=-.2), 164),
    ("덮은 머리에 하늘색 후드를 입은 젊은 남성 기자의 얼굴 그림", "#e3e6f0", "#9fb4de", "#4e77a8", None, dict(skin=SKINS[0], hair=ASH, style="two", mouth="smile", turn=.3), 158),
]


def hoodie(s, c, skin):
    s.path("M-50 112C-96 130 -92 186 -40 214C-14 226 14 226 40 214C92 186 96 130 50 112C56 160 30 186 0 190C-30 186 -56 160 -50 112Z", lt(c, .16))
    s.line([(-22, 208), (-26, 300)], PAPER, 6); s.line([(22, 208), (25, 290)], PAPER, 6)


for _i, (_alt, *_a) in enumerate(AV):
    def _draw(s, a=_a, i=_i):
        bg, ring, coat, wear, hd, sw = a
        avatar(s, bg, ring, coat, wear or hoodie, hd, sw, camera if i == 9 else None)
    pic("reporter-%02d" % (_i + 1), _alt + ".", (.5, .45), (600, 600), .8)(_draw)
