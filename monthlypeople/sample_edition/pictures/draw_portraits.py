"""The eight editorial portraits and the three magazine covers."""
from draw_kit import INK, PAPER, RED, dk, limb_path, lt, mix, pic, poly, shadow_of, spline
from draw_people import *  # noqa: F403
from draw_avatars import cardigan, tee, turtle


def sitter(s, x, y, k, coat, hd, wear, sw=165, front=None, behind=None, rot=0, nk=34):
    """A half-length person; wear dresses the trunk, front draws arms and things before it."""
    with s.at(x, y, k, rot):
        if behind: behind(s)
        hair_back(s, hd["style"], hd["hair"])
        trunk(s, coat, sw)
        neck(s, hd["skin"], nk)
        wear(s, coat, hd["skin"])
        head(s, **hd)
        if front: front(s)


def toque(s, c="#fbf6ec"):
    s.blob([(-84, -120), (-104, -168), (-70, -206), (-20, -204), (10, -220), (62, -210), (100, -176), (84, -122), (40, -108), (-40, -108)], c)
    s.shade(spline([(-84, -120), (-104, -168), (-70, -206), (-20, -204), (10, -220), (62, -210), (100, -176), (84, -122), (40, -108), (-40, -108)], True), "#8b7f8f", .6, 15, .4)
    for x in (-44, -8, 32): s.line([(x, -118), (x - 6, -160)], "#cfc3bd", 4)
    s.path("M-82 -132C-40 -116 40 -116 82 -132L80 -74C40 -62 -40 -62 -80 -74Z", c)
    s.shade("M-82 -132C-40 -116 40 -116 82 -132L80 -74C40 -62 -40 -62 -80 -74Z", "#8b7f8f", .5, 0, .4)


def strawhat(s, c="#e6c07a", band=RED):
    with s.at(0, -13):
        _strawhat(s, c, band)


def _strawhat(s, c, band):
    s.path("M-172 -58C-120 -110 120 -110 172 -58C120 -20 60 -28 0 -30C-60 -28 -120 -20 -172 -58Z", c)
    s.shade("M-172 -58C-120 -110 120 -110 172 -58C120 -20 60 -28 0 -30C-60 -28 -120 -20 -172 -58Z", dk(c, .5), .6, 20, .35)
    s.path("M-88 -72C-92 -150 -64 -172 0 -172C64 -172 92 -150 88 -72C50 -56 -50 -56 -88 -72Z", lt(c, .12))
    s.shade("M-88 -72C-92 -150 -64 -172 0 -172C64 -172 92 -150 88 -72C50 -56 -50 -56 -88 -72Z", dk(c, .5), .6, 5, .45)
    s.path("M-90 -98C-50 -82 50 -82 90 -98L88 -70C50 -54 -50 -54 -88 -70Z", band)
    for i in range(5): s.line([(-150 + i*8, -60 + i*5), (0, -46 + i*3.4), (150 - i*8, -60 + i*5)], dk(c, .3), 1.6, o=.35)
    with s.clip("M-88 -72C-92 -150 -64 -172 0 -172C64 -172 92 -150 88 -72C50 -56 -50 -56 -88 -72Z"):
        for y in (-120, -138, -155): s.line([(-90, y), (0, y + 13), (90, y)], dk(c, .3), 1.6, o=.35)


def headphones(s, c=RED):
    s.path("M-92 6C-112 -160 112 -160 92 6", None, st="#2a2833", sw=15)
    s.path("M-88 -30C-96 -150 96 -150 88 -30", None, st=c, sw=6)
    for sx in (-1, 1):
        s.rect(sx*90 - 19, -28, 38, 78, "#2a2833", 17); s.rect(sx*96 - 13, -20, 26, 62, c if sx < 0 else dk(c, .25), 12)


def pan(s, x, y, r, c="#3b3a44"):
    s.line([(x, y - r*1.9), (x, y - r)], c, r*.2, False); s.circ(x, y - r*1.95, r*.09, None, st=c, sw=4)
    s.circ(x, y, r, c); s.circ(x, y, r*.82, lt(c, .12)); s.shade("M%.0f %.0fa%.0f %.0f 0 1 0 .1 0Z" % (x, y - r, r, r), INK, .7, 20)


@pic("portrait-01", "환한 주방에서 흰 조리복을 입은 여성 요리사가 김이 오르는 그릇을 두 손으로 들고 서 있다.", (.57, .33))
def p01(s):
    s.bg("#e9d3b4", "#d9a878")
    for j in range(8):
        for i in range(14):
            s.rect(i*120 - 50*(j % 2), 60 + j*82, 114, 76, mix("#f3e4ca", "#dcb98d", s.r.random()*.6), 3)
    s.shade("M0 0H1600V760H0Z", "#8a4b32", .6, 20, .4)
    s.rect(0, 118, 1600, 16, "#5b3a30"); s.rect(0, 118, 1600, 5, "#8a6049")
    for x, r in ((130, 62), (300, 84), (470, 56), (1180, 70), (1350, 92), (1520, 60)): pan(s, x, 158 + r*2, r, "#4a3b40" if r < 80 else "#9a4a32")
    s.rect(1090, 560, 520, 16, "#6b4334"); s.rect(0, 560, 420, 16, "#6b4334")
    for i, c in enumerate(("#b5452f", "#e2b254", "#5c7550", "#d8cbb5", "#7e4b3a")):
        s.rect(1130 + i*88, 478, 62, 82, c, 8); s.rect(1136 + i*88, 466, 50, 16, dk(c, .4), 3); s.rect(1140 + i*88, 500, 20, 40, lt(c, .4), 3, o=.5)
    s.pot(110, 560, 80, 70, "#c66a45"); s.plant(110, 494, 120, "#5d7d4a", 9)
    for i in range(4): s.ell(320, 552 - i*15, 64 - i*3, 9, "#f4ece0"); s.ell(320, 556 - i*15, 64 - i*3, 8, "#cdb9a2", o=.6)
    s.glow(760, 120, 620, "#ffe9bb", .75)
    def wear(s, c, skin):
        s.path("M-46 116C-20 138 20 138 46 116L58 152C24 176 -24 176 -58 152Z", lt(c, .3)); s.line([(0, 132), (0, 168)], "#b9a9a0", 3)
        s.path("M-70 160L58 182L64 520L-64 520Z", lt(c, .2)); s.line([(58, 180), (62, 900)], "#c2b3aa", 3, False); s.line([(-66, 170), (-62, 900)], "#c2b3aa", 3, False)
        for y in range(210, 600, 66):
            for x in (-38, 34): s.circ(x, y, 8, RED)
        s.path("M-58 146C-20 178 20 178 58 146L40 192L8 216L-30 196Z", RED); s.path("M8 214L-14 262L18 250L34 270L26 204Z", dk(RED, .2))
    def front(s):
        toque(s)
        for sx in (-1, 1): arm(s, [(sx*140, 214), (sx*204, 400), (sx*88, 432)], "#f4ede2", w=(92, 84, 64), cuff="#d5c6bb")
        for a in ((-60, 0), (0, 30), (50, -10)):
            s.path("M%d 368C%d 330 %d 310 %d 270C%d 240 %d 220 %d 190" % (a[0], a[0]-30, a[0]+30, a[0], a[0]-24, a[0]+20, a[0]+6), None, st="#ffffff", sw=12, o=.32, fl="b4")
        for sx in (-1, 1): hand(s, sx*104, 436, 0 if sx < 0 else 180, SKINS[0], "relax", .8, flip=sx > 0)
        s.ell(0, 398, 124, 26, "#8a3328"); s.ell(0, 400, 112, 20, "#d88a3e")
        for x, y, c in ((-50, 396, "#6f8f4e"), (-14, 404, "#f6e3b5"), (30, 396, "#c8372d"), (60, 402, "#6f8f4e"), (8, 390, "#6f8f4e")): s.ell(x, y, 18, 8, c)
        d = "M-124 398C-118 480 -60 510 0 510C60 510 118 480 124 398C90 424 -90 424 -124 398Z"
        s.solid(d, "#3c5a66", .8)
        s.line([(-112, 440), (0, 462), (112, 440)], "#e9dcc4", 5, o=.8)
        for sx in (-1, 1):
            for i in range(4): s.limb([(sx*(122 - i*3), 436 + i*15), (sx*(86 - i*3), 444 + i*15)], (16, 14), mix(SKINS[0], "#9a3f33", .05 * i))
    sitter(s, 900, 350, 1.22, "#f4ede2", dict(skin=SKINS[0], hair=BLACK, style="bob", mouth="smile", turn=-.35, earring=RED), wear, 152, front, nk=31)
    s.solid("M0 985H1600V1067H0Z", "#6b4334", .5, 90); s.rect(0, 978, 1600, 12, "#a8714f")
    for x, c in ((180, "#c8372d"), (262, "#d9542f"), (225, "#b92f2a")): s.circ(x, 955, 40, c); s.shade("M%d 915a40 40 0 1 0 .1 0Z" % x, INK, .6, 30); s.plant(x, 925, 26, "#53753f", 5)
    s.plant(400, 990, 120, "#6f8f4e", 9, 2.2)


@pic("portrait-02", "공구가 걸린 목공방에서 가죽 앞치마를 두른 남자가 팔짱을 끼고 정면을 바라본다.", (.38, .33))
def p02(s):
    s.bg("#5b4136", "#33262a")
    s.rect(880, 60, 640, 560, "#8a6246"); s.shade("M880 60H1520V620H880Z", "#2c1c20", .7, 30)
    for i in range(20):
        for j in range(17): s.circ(905 + i*31, 85 + j*32, 2.4, "#4a3129")
    W, M = "#d9a566", "#c9cdd0"
    for i, x in enumerate((940, 1030, 1110)):      # chisels, saw, square, hammer
        s.rect(x - 9, 110, 18, 90, W, 8); s.poly([(x - 7, 200), (x + 7, 200), (x + 7 + i*3, 330), (x - 7 - i*3, 330)], M)
    s.poly([(1180, 150), (1440, 128), (1450, 190), (1180, 172)], M); s.blob([(1440, 112), (1500, 130), (1496, 206), (1440, 206), (1420, 160)], W); s.circ(1462, 160, 18, "#8a6246")
    s.poly([(1180, 260), (1200, 260), (1200, 420), (1320, 420), (1320, 440), (1180, 440)], M); s.rect(1172, 256, 36, 70, W, 4)
    s.rect(1392, 270, 20, 200, W, 8); s.path("M1350 240H1440Q1466 246 1470 270H1440L1430 290H1350Z", "#4b4f58")
    s.rect(950, 400, 150, 34, W, 12); s.rect(990, 380, 70, 74, "#4b4f58", 6); s.circ(1410, 545, 46, None, st=W, sw=12); s.path("M960 520H1290V560H960Z", M); s.poly([(960, 560)] + [(960 + i*15, 560 + 12*(i % 2)) for i in range(23)] + [(1290, 560)], M)
    for i in range(7): s.solid("M%d 1067L%d %dH%dL%d 1067Z" % (30 + i*52, 30 + i*52, 120 + (i*67) % 140, 74 + i*52, 74 + i*52), mix("#a9744a", "#d7a56c", (i*37 % 10)/10), .6)
    s.glow(420, 160, 700, "#ffcf8a", .6)
    s.beam([(0, 0), (300, 0), (1200, 1067), (500, 1067)], "#ffd79a", .3)
    def wear(s, c, skin):
        s.path("M-36 124L0 188L36 124C20 160 -20 160 -36 124Z", mix(skin, "#9a3f33", .18)); shirt_collar(s, c, True, skin)
        apron(s, "#8a5132", 172, 250, "#5d3425", False)
    def front(s):
        arm(s, [(150, 216), (222, 420), (-60, 408)], "#3f5d73", SKINS[2], (100, 86, 66), rolled=True)
        hand(s, -70, 408, 190, SKINS[2], "relax", .95)
        arm(s, [(-150, 216), (-222, 430), (70, 444)], "#46667d", SKINS[2], (100, 86, 68), rolled=True)
        s.limb([(60, 440), (120, 428), (160, 404)], (50, 48, 30), SKINS[2])
        arm2 = [(150, 216), (205, 330), (214, 420)]
        s.limb(arm2, (98, 88, 82), "#3f5d73"); s.shade(limb_path(arm2, (98, 88, 82)), "#1a2230", .8, 0)
        s.rect(42, 290, 14, 52, "#e2b04a", 3); s.poly([(42, 290), (56, 290), (49, 270)], "#f0dcb8")
    sitter(s, 600, 350, 1.3, "#46667d", dict(skin=SKINS[2], hair=BLACK, style="crop", beard="#3a2b2b", turn=.3), wear, 174, front, nk=40)
    s.solid("M0 985H1600V1067H0Z", "#a9744a", .6, 90); s.rect(0, 978, 1600, 10, "#dba76b")
    s.solid("M1080 985L1100 930H1330L1380 985Z", "#c98d52", .6); s.path("M1140 930C1130 880 1180 880 1176 930Z", "#6d4129"); s.poly([(1230, 930), (1262, 880), (1282, 886), (1258, 930)], "#c9cdd0")
    for x in (960, 1010, 1440, 1490): s.path("M%d 978c-30 -30 20 -50 24 -24c2 16 -20 14 -16 2" % x, None, st="#e9c28e", sw=7)


def bottle(s, x, y, w, h, c, f=.55):
    s.path("M%.0f %.0fV%.0fQ%.0f %.0f %.0f %.0fV%.0fH%.0fV%.0fQ%.0f %.0f %.0f %.0fV%.0fZ" % (x - w/2, y, y - h*.6, x - w/2, y - h*.74, x - w*.18, y - h*.78, y - h, x + w*.18, y - h*.78, x + w/2, y - h*.74, x + w/2, y - h*.6, y), "#e9f4f1", o=.35)
    s.rect(x - w/2 + 3, y - h*f, w - 6, h*f - 3, c, 4, o=.85); s.rect(x - w*.24, y - h - 6, w*.48, h*.1, "#2a3a40", 3)
    s.rect(x - w*.36, y - h*.5, w*.12, h*.4, "#ffffff", 3, o=.4)


def flask(s, x, y, k, c, glass="#eaf6f4"):
    """A conical flask; (x, y) is its mouth."""
    with s.at(x, y, k):
        d = "M-26 0V80L-110 250Q-120 280 -88 280H88Q120 280 110 250L26 80V0Z"
        s.path(d, glass, o=.34)
        l = "M-66 162H66L110 250Q120 280 88 280H-88Q-120 280 -110 250Z"
        s.path(l, s.lin(lt(c, .35), c)); s.ell(0, 162, 66, 12, lt(c, .5)); s.shade(l, dk(c, .5), .7, 0)
        for bx, by, r in ((-30, 210, 8), (10, 232, 6), (34, 200, 9), (-6, 188, 5)): s.circ(bx, by, r, "#fff4e0", o=.5)
        s.path(d, None, st=glass, sw=5, o=.8); s.ell(0, 0, 32, 8, None, st=glass, sw=6); s.line([(-40, 110), (-84, 210)], "#ffffff", 8, False, o=.55)


def lift(s, x, y, k, c, coat, cuff, elbow):
    """The raised arm of a sitter that carries a flask, its bottom at (x, y), on an open hand."""
    skin = SKINS[0]
    arm(s, [(-138, 216), elbow, (x + 8, y + 62)], coat, w=(90, 82, 60), cuff=cuff)
    s.limb([(x + 8, y + 58), (x + 4, y + 20)], (40, 58), skin)
    s.limb([(x - 46, y + 2), (x, y + 16), (x + 50, y + 2)], (20, 34, 20), skin)
    flask(s, x, y - 280*k, k, c)
    for i in range(4): s.limb([(x - 50 + i*22, y + 16 - abs(i - 1)*2), (x - 56 + i*22, y - 12 - (i % 3 > 0)*7)], (18, 13), mix(skin, "#9a3f33", .05*i))
    s.limb([(x + 40, y + 16), (x + 60, y - 6), (x + 58, y - 28)], (22, 17, 12), skin)


def labcoat(blouse):
    def wear(s, c, skin):
        s.path("M-44 124L0 400L44 124C20 150 -20 150 -44 124Z", blouse)
        s.path("M-34 124L0 196L34 124C20 156 -20 156 -34 124Z", mix(skin, "#9a3f33", .2))
        s.path("M-40 120L-4 190L-26 214L-56 140Z", lt(blouse, .2)); s.path("M40 120L4 190L26 214L56 140Z", dk(blouse, .1))
        s.path("M-58 134L-86 196L-62 216L-78 236L-2 440L-6 380L-50 150Z", lt(c, .5)); s.path("M58 134L86 196L62 216L78 236L2 440L6 380L50 150Z", dk(c, .12))
        s.line([(0, 430), (-2, 900)], dk(c, .3), 4, False)
        s.path("M58 330H124V400Q91 412 58 400Z", dk(c, .07)); s.rect(72, 300, 8, 56, RED, 3); s.rect(88, 306, 8, 50, "#2b6a70", 3)
    return wear


@pic("portrait-03", "안경을 쓴 여성 과학자가 실험실에서 구릿빛 용액이 담긴 플라스크를 들어 보인다.", (.6, .33))
def p03(s):
    s.bg("#2e6d74", "#123a44", a=60)
    s.rect(60, 90, 560, 600, "#174953"); s.shade("M60 90H620V690H60Z", "#071d26", .6, 40)
    for j in range(3):
        y = 270 + j*190
        for i in range(6): bottle(s, 120 + i*88, y, 56 + (i*7 + j*5) % 16, 96 + (i*31 + j*17) % 50, ("#d98a4e", "#7cc0b0", "#e9d9b0", "#3f9096", "#c8572d")[(i + j*2) % 5], .35 + (i*13 % 5)*.09)
        s.rect(60, y, 560, 14, "#76a8a5")
    s.rect(1290, 0, 250, 640, "#9fd0c8", o=.25); s.rect(1300, 10, 108, 620, "#cfeee4", o=.5); s.rect(1420, 10, 108, 620, "#cfeee4", o=.4)
    s.glow(1400, 260, 620, "#d8fff0", .5)
    def front(s):
        arm(s, [(138, 216), (206, 430), (110, 520)], "#dfe9e6", w=(90, 82, 62))
        lift(s, -236, 302, .76, "#cf7b3f", "#edf4f1", "#bcd0cc", (-206, 462))
    sitter(s, 980, 350, 1.27, "#edf4f1", dict(skin=SKINS[0], hair=BLACK, style="mid", glasses="#20363c", mouth="smile", turn=-.4), labcoat("#d88a55"), 150, front, nk=31)
    s.solid("M0 980H1600V1067H0Z", "#0e2e38", .5); s.rect(0, 972, 1600, 12, "#5d9a9a")
    with s.at(300, 972, 1.25):         # microscope
        s.solid("M-110 0V-22Q-110 -36 -90 -36H80Q100 -36 100 -22V0Z", "#26333d", .6); s.path("M40 -36C100 -110 90 -220 20 -256L2 -230C50 -190 52 -110 -6 -70L-6 -36Z", "#3a4a55")
        s.rect(-80, -92, 110, 16, "#161f28", 3); s.limb([(-26, -290), (-26, -150)], (52, 44), "#d9e3e0"); s.rect(-44, -152, 36, 34, "#161f28"); s.rect(-38, -122, 24, 22, "#cf7b3f"); s.limb([(-26, -290), (-52, -340)], (40, 34), "#26333d"); s.circ(58, -120, 20, "#161f28")
    flask(s, 1330, 760, .76, "#e0b252"); bottle(s, 1480, 972, 84, 150, "#3f9096")


@pic("portrait-04", "책이 빼곡한 서재에서 안경 쓴 백발의 남자가 펼친 책을 들고 미소 짓는다.", (.4, .33))
def p04(s):
    s.bg("#4a3029")
    C = ["#8a3b2e", "#b8813f", "#4e5d52", "#2f4453", "#c9ad7f", "#6e4a3b", "#94522f", "#3c3a46", "#d8c6a0"]
    s.shelf(-20, 0, 1640, 1000, 5, "#7a4e34", C)
    s.rect(0, 0, 1600, 1067, s.lin(("#22131a", .1), ("#22131a", .55), a=15))
    s.glow(1250, 330, 560, "#ffcf86", .7)
    s.line([(1250, 480), (1250, 900)], "#2a2026", 12, False); s.solid("M1130 470L1180 300H1320L1370 470Z", "#f2d59c", .25); s.ell(1250, 470, 120, 16, "#fff2cf")
    def wear(s, c, skin):
        lapels(s, c, "#e9e2d2", None, 430); s.path("M-30 172L0 160L30 172L12 190L0 184L-12 190Z", RED); s.path("M-30 162L0 178L-30 198Z", RED); s.path("M30 162L0 178L30 198Z", dk(RED, .2))
    def front(s):
        for sx in (-1, 1): arm(s, [(sx*150, 216), (sx*214, 410), (sx*112, 462)], "#5d6b52" if sx < 0 else "#4f5c48", w=(98, 88, 64), cuff="#e9e2d2")
        s.path("M0 380C-50 340 -140 346 -190 366L-176 500C-120 482 -50 484 0 514Z", "#f7eeda"); s.path("M0 380C50 340 140 346 190 366L176 500C120 482 50 484 0 514Z", "#e4d5b6")
        s.path("M-196 372L-180 508C-120 492 -50 494 0 524C50 494 120 492 180 508L196 372L190 366L176 500C120 482 50 484 0 514C-50 484 -120 482 -176 500L-190 366Z", "#8a3b2e")
        s.shade("M0 380C50 340 140 346 190 366L176 500C120 482 50 484 0 514Z", "#a8845a", .6, 180)
        for sx in (-1, 1):
            s.limb([(sx*134, 470), (sx*150, 446)], (48, 50), SKINS[2])
            for i in range(4): s.limb([(sx*(164 - i*2), 424 + i*16), (sx*(196 - i*4), 430 + i*15)], (18, 15), mix(SKINS[2], "#9a3f33", .06*i))
            s.limb([(sx*146, 440), (sx*128, 420), (sx*112, 420)], (22, 18, 13), lt(SKINS[2], .06))
    sitter(s, 640, 350, 1.27, "#5d6b52", dict(skin=SKINS[1], hair=WHITE, style="receding", glasses="#2c2430", age=1, mouth="smile", turn=.25), wear, 164, front, nk=38)
    s.solid("M0 1000H1600V1067H0Z", "#3a241f", .5); s.rect(0, 992, 1600, 12, "#8a5a3c")
    for i, (w, c) in enumerate(((300, "#2f4453"), (270, "#b8813f"), (286, "#8a3b2e"))): s.rect(1080 + i*8, 950 - i*42, w, 40, c, 4); s.rect(1080 + i*8 + w - 22, 954 - i*42, 22, 32, "#efe4cc")
    s.path("M1180 866V820H1270V866Q1225 880 1180 866Z", "#e9e2d2"); s.path("M1270 830q34 0 26 22q-8 12 -28 8", None, st="#e9e2d2", sw=8)


@pic("portrait-05", "붉은 헤드폰을 쓴 젊은 여성이 녹음실 마이크 앞에서 눈을 감고 노래를 듣는다.", (.42, .36))
def p05(s):
    s.bg("#3a2f52", "#1d1a2e", a=30)
    for j in range(5):
        for i in range(8):
            x, y = i*200 + 4, j*180 - 20
            s.rect(x, y, 192, 172, "#332a4a")
            for q in range(4): s.poly([(x + q*48, y), (x + q*48 + 24, y), (x + q*48 + 24, y + 172), (x + q*48, y + 172)], mix("#463a66", "#2a2340", (i + j) % 2 * .5))
    s.rect(0, 0, 1600, 900, s.lin(("#14101f", .0), ("#14101f", .75), a=20))
    s.rect(1010, 130, 520, 430, "#120f1c", 10); s.rect(1024, 144, 492, 402, s.lin("#6e4f86", "#e2785a")); s.glow(1270, 440, 380, "#ff9a6a", .6)
    for i in range(3): s.circ(1150 + i*130, 470, 46, "#2c2238"); s.rect(1100 + i*130, 510, 100, 60, "#2c2238", 20)
    s.rect(1024, 520, 492, 26, "#1c1627"); s.line([(1040, 150), (1200, 540)], "#ffffff", 46, False, o=.07)
    s.glow(300, 240, 520, "#e3485a", .5)
    def wear(s, c, skin):
        s.path("M-58 134C-30 192 30 192 58 134L44 122C26 170 -26 170 -44 122Z", lt(c, .25))
        with s.clip(trunk_path(146)):
            for y in (300, 360, 420, 480): s.line([(-160, y + 8), (0, y + 22), (160, y + 8)], dk(c, .3), 14, o=.55)
    def front(s):
        headphones(s)
        arm(s, [(-132, 216), (-232, 390), (-138, 86)], "#e4a33f", w=(92, 82, 56), cuff="#c98a2e")
        with s.at(-136, 92, 1, 0): s.limb([(0, 0), (8, -34)], (40, 44), SKINS[0])
        for i in range(4): s.limb([(-142 + i*12, 50), (-128 + i*13, 4 + abs(i - 1.5)*5)], (15, 11), mix(SKINS[0], "#9a3f33", .05*i))
        arm(s, [(134, 216), (196, 430), (80, 560)], "#cf8f35", w=(92, 82, 60))
    sitter(s, 660, 380, 1.28, "#e4a33f", dict(skin=SKINS[0], hair=BLACK, style="longfringe", eyes="down", mouth="smile", turn=.35), wear, 146, front, nk=30)
    s.line([(1600, 330), (1180, 470), (1010, 560)], "#17141f", 14, False)       # boom and microphone
    with s.at(960, 590, 1.15, 24):
        s.circ(0, 0, 86, None, st="#5b5568", sw=7); s.rect(-40, -74, 80, 150, "#2a2732", 34); s.rect(-40, -74, 80, 84, "#b9b3c0", 34)
        for y in range(-60, 6, 13): s.line([(-36, y), (36, y)], "#6c6578", 3, False)
        s.rect(-40, 8, 80, 10, RED)
    s.solid("M0 1067L60 950H1600V1067Z", "#17141f", .3); s.line([(60, 950), (1600, 950)], "#6e4f86", 5, False)
    for i in range(24):
        x = 110 + i*62; s.line([(x, 975), (x - 8, 1060)], "#3d3550", 5, False); s.rect(x - 18, 985 + s.r.random()*48, 26, 14, (RED, "#e9dfd0", "#e4a33f")[i % 3], 3)


def skyline(s, y, cols, hmin, hmax, wmin, wmax, lit=None, win=None, p=.3, x0=0, x1=None):
    """Layered blocks of a city standing on y, far colour first."""
    for li, c in enumerate(cols):
        x = x0 - s.r.uniform(0, 60)
        while x < (x1 or s.w):
            w, h = s.r.uniform(wmin, wmax), s.r.uniform(hmin, hmax) * (1 - li*.22)
            s.rect(x, y - h, w, h + 20, c)
            s.rect(x + w*.68, y - h, w*.32, h + 20, dk(c, .2), o=.5)
            if s.r.random() < .3: s.rect(x + w*.4, y - h - 26, 4, 26, c)
            if win and w > 30: s.windows(x + 5, y - h + 8, w - 10, h - 8, max(2, int(w/16)), max(3, int(h/20)), mix(c, win, .25), lit, p)
            x += w + s.r.uniform(-4, 14)


@pic("portrait-06", "정장을 입은 남자가 노을 진 도시가 내려다보이는 창가에서 커피를 들고 서 있다.", (.62, .32))
def p06(s):
    s.bg("#f6d7a8", "#e98e62"); s.rect(0, 0, 1600, 700, s.lin("#6f7fa6", "#f0b489", "#f8dcae"))
    s.circ(420, 430, 92, "#fff2cf"); s.glow(420, 430, 480, "#ffd58a", .8)
    s.cloud(900, 210, 420, "#f6c8a0", .6); s.cloud(60, 160, 340, "#e7b9a6", .6); s.cloud(1250, 330, 300, "#fbe0bb", .6)
    s.ridge(600, 40, "#b0859a", 6, sh=.2)
    skyline(s, 1000, ["#a9788c", "#84607f", "#5d4a6c"], 300, 560, 60, 130, "#ffe2a0", "#e8b48f", .22)
    s.rect(560, 300, 60, 720, "#4f4263"); s.poly([(560, 300), (590, 170), (620, 300)], "#4f4263"); s.rect(587, 120, 5, 70, "#4f4263"); s.windows(564, 310, 52, 690, 3, 32, "#6a5878", "#ffe2a0", .4)
    s.rect(0, 700, 1600, 367, s.lin(("#3a2f4d", 0), ("#3a2f4d", .8)))
    for x in (-14, 500, 1080, 1574): s.rect(x, 0, 40, 1067, "#2c2738"); s.rect(x, 0, 8, 1067, "#e6a877", o=.7)
    s.rect(0, 0, 1600, 34, "#2c2738"); s.rect(0, 930, 1600, 137, "#2c2738"); s.rect(0, 930, 1600, 8, "#e6a877", o=.8)
    s.beam([(40, 40), (500, 40), (900, 1067), (300, 1067)], "#ffe0a8", .2)
    def front(s):
        arm(s, [(152, 216), (220, 410), (196, 620)], "#26344a", w=(100, 88, 70))
        arm(s, [(-152, 216), (-218, 420), (-84, 392)], "#344763", w=(100, 88, 64), cuff="#f5efe4")
        s.limb([(-84, 390), (-50, 372)], (46, 52), SKINS[1])
        s.path("M-74 300H8L-2 420H-64Z", "#f7f0e2"); s.shade("M-74 300H8L-2 420H-64Z", "#8a6a62", .6, 0); s.rect(-80, 288, 94, 18, "#5a3a30", 6); s.path("M-70 340H4L0 390H-66Z", "#b9744a")
        for i in range(4): s.limb([(-80, 342 + i*16), (-26 - i*4, 344 + i*16)], (18, 15), mix(SKINS[1], "#9a3f33", .06*i))
        s.path("M70 300H128L124 308H72Z", "#e9e2d6"); s.path("M76 300L92 278L108 300Z", RED)
    sitter(s, 990, 345, 1.28, "#344763", dict(skin=SKINS[1], hair=BLACK, style="side", mouth="calm", turn=-.6), lambda s, c, k: lapels(s, c, "#f5efe4", "#8d2f2b", 450), 170, front, nk=38)


def warp(s, x0, x1, y0, y1, n, c, w=2.4, X0=None, X1=None, o=.9):
    """Threads from a top edge to a bottom edge."""
    for i in range(n):
        t = i/(n - 1)
        s.line([(x0 + (x1 - x0)*t, y0), ((X0 if X0 is not None else x0) + ((X1 or x1) - (X0 if X0 is not None else x0))*t, y1)], c if isinstance(c, str) else c[i % len(c)], w, False, o=o)


def skein(s, x, y, h, c):
    """A hank of yarn hanging from (x, y)."""
    s.path("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0fZ" % (x, y, x - h*.32, y + h*.3, x - h*.28, y + h, x, y + h, x + h*.28, y + h, x + h*.32, y + h*.3, x, y), c)
    for i in range(-2, 3): s.line([(x, y + 4), (x + i*h*.075, y + h*.5), (x + i*h*.05, y + h - 4)], lt(c, .25) if i < 1 else dk(c, .3), 2.4, o=.6)
    s.rect(x - h*.12, y + h*.16, h*.24, h*.07, dk(c, .35), 3)


def weaver(s, x, y, k, coat, inner, skin=SKINS[1], turn=.3, cloth=(RED, "#f0e3cb"), eyes="down"):
    def wear(s, c, sk):
        s.path("M-52 128L30 300L60 128C30 170 -30 170 -52 128Z", inner)
        s.path("M-36 124L2 200L36 124C20 160 -20 160 -36 124Z", mix(sk, "#9a3f33", .2))
        s.path("M-64 136L-38 118L44 330L120 900H60L10 350Z", lt(c, .14)); s.path("M64 136L38 118L-20 268L18 300Z", dk(c, .22))
        s.path("M-50 124L-38 118L44 330L34 344Z", "#f7f0e2"); s.path("M50 124L38 118L-16 252L-6 268Z", "#e5d8c4")
    def front(s):
        for sx in (-1, 1):
            arm(s, [(sx*136, 216), (sx*206, 392), (sx*96, 452)], lt(coat, .06) if sx < 0 else dk(coat, .1), w=(94, 92, 74), cuff="#f7f0e2")
            hand(s, sx*92, 456, 20 if sx < 0 else 160, skin, "relax", .85, flip=sx > 0)
    sitter(s, x, y, k, coat, dict(skin=skin, hair=WHITE, style="lowbun", age=1, eyes=eyes, mouth="smile", turn=turn), wear, 146, front, nk=30)


@pic("portrait-07", "한복 저고리를 입은 백발의 여성이 베틀 앞에 앉아 쪽빛 실을 고르며 웃는다.", (.45, .34))
def p07(s):
    s.bg("#e8d6bd", "#b9835f", a=40)
    s.rect(1080, 70, 400, 420, "#f8ead0"); s.glow(1280, 280, 520, "#fff1cf", .8)
    for x in range(1080, 1481, 80): s.rect(x - 4, 70, 8, 420, "#7a4f38")
    for y in range(70, 491, 84): s.rect(1080, y - 4, 400, 8, "#7a4f38")
    s.rect(1062, 56, 436, 18, "#5f3b2d"); s.rect(1062, 488, 436, 18, "#5f3b2d"); s.rect(1062, 56, 18, 450, "#5f3b2d"); s.rect(1480, 56, 18, 450, "#5f3b2d")
    s.rect(0, 74, 1000, 16, "#5f3b2d")
    for i, c in enumerate(("#2f4a78", "#b0552f", "#44689a", "#d9a24c", "#233a5f", "#8e3d2c")): skein(s, 70 + i*92, 86, 240 + (i*47 % 90), c)
    s.shade("M0 0H1600V900H0Z", "#6b3a2a", .5, 60, .4)
    s.solid("M170 200H232V1067H170Z", "#7d5138", .6); s.solid("M1330 200H1392V1067H1330Z", "#7d5138", .6); s.solid("M120 170H1440V226H120Z", "#94633f", .5, 90)
    weaver(s, 740, 380, 1.22, "#e9dfd0", "#c86a4a", eyes="down")
    s.rect(232, 760, 1098, 34, "#6b4330"); s.rect(232, 760, 1098, 8, "#a8734a")
    s.poly([(330, 1067), (400, 800), (1160, 800), (1230, 1067)], "#2f4a78")
    for j in range(9):
        y = 850 + j*26; s.line([(384 - j*7, y), (1176 + j*7, y)], ("#f0e3cb", "#5c7db0", "#c8572d")[j % 3], 8, False, o=.85)
    warp(s, 410, 1150, 640, 812, 60, ["#3f5f95", "#f0e3cb", "#2f4a78"], 3, 400, 1160)
    for sx, a in ((-1, 20), (1, 160)): hand(s, 740 + sx*120, 932 - 96, a, SKINS[1], "relax", 1.05, flip=sx > 0)
    s.path("M610 880Q780 850 950 880Q780 916 610 880Z", "#b98050"); s.rect(700, 870, 160, 18, RED, 8)


def field_rows(s, y, vx, c1, c2, n=17, spread=3600):
    """Furrows running to a vanishing point (vx, y)."""
    s.rect(0, y, s.w, s.h - y, c1)
    for i in range(n):
        a, b = (i - n/2)/n*spread, (i + .5 - n/2)/n*spread
        s.poly([(vx + a*.06, y), (vx + b*.06, y), (vx + b, s.h + 10), (vx + a, s.h + 10)], c2)


def ricepanicle(s, x, y, h, lean, c, c2):
    """One stalk of ripe rice bending with its grains."""
    tx, ty = x + lean*h*.28, y - h
    s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1f" % (x, y, x, y - h*.7, tx, ty), None, st=c2, sw=max(1.6, h*.012))
    for i in range(9):
        t = i/9
        gx, gy = tx + lean*h*(.02 + .24*t), ty + h*(.26*t*t - .02)
        for q in (-1, 1): s.ell(gx + q*h*.012, gy + h*.012*q, h*.013, h*.028, c, t="rotate(%.0f %.1f %.1f)" % (lean*(-40 + 40*t) + q*18, gx, gy))


def sheaf(s, x, y, h, c="#e2b149", c2="#b98a34", n=26, band=RED):
    """A bound sheaf of rice standing on (x, y)."""
    for i in range(n):
        t = i/(n - 1)*2 - 1
        s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1f" % (x + t*h*.14, y, x + t*h*.04, y - h*.42, x + t*h*.2, y - h*.86), None, st=mix(c, c2, s.r.random()), sw=h*.016)
        ricepanicle(s, x + t*h*.17, y - h*.58, h*.36, (1 if t >= 0 else -1)*(.5 + abs(t)), mix(c, "#f4d584", s.r.random()*.5), c2)
    s.rect(x - h*.07, y - h*.46, h*.14, h*.07, band, 4)


def check(s, c, c2, sw):
    """Checked cloth over a trunk."""
    with s.clip(trunk_path(sw)):
        for i in range(-9, 10): s.rect(i*44 - 7, 100, 14, 800, c2, o=.35)
        for j in range(20): s.rect(-260, 130 + j*44, 520, 14, c2, o=.35)


def farmer(s, x, y, k, skin=SKINS[2], shirt="#c6533a", hold=None, turn=.3, style="two", hair=BLACK, sw=162, overall="#46607d"):
    def wear(s, c, sk):
        check(s, c, "#f3dcc0", sw); shirt_collar(s, c, True, sk)
        apron(s, overall, sw, 290, dk(overall, .1))
    def front(s):
        strawhat(s)
        if hold: hold(s, skin, shirt)
    sitter(s, x, y, k, shirt, dict(skin=skin, hair=hair, style=style, mouth="grin", turn=turn), wear, sw, front, nk=37)


@pic("portrait-08", "밀짚모자를 쓴 젊은 농부가 채소 바구니를 안고 푸른 밭 한가운데서 웃는다.", (.38, .36))
def p08(s):
    s.bg("#a9d3d6", "#fbe7bd"); s.circ(1290, 250, 90, "#fff6da"); s.glow(1290, 250, 460, "#fff0c0", .8)
    s.cloud(820, 200, 380, "#ffffff", .75); s.cloud(60, 270, 300, "#ffffff", .6)
    s.ridge(430, 50, "#8fb8a6", 6); s.ridge(500, 36, "#6d9e80", 7, seed=3); s.ridge(560, 22, "#538560", 8, seed=5)
    for i in range(7): s.tree(80 + i*250 + (i*57 % 80), 610, 90 + (i*31 % 50), "#4d7d4c")
    field_rows(s, 600, 1000, "#7fae52", "#5d8f3f", 19)
    for j in range(8):
        y = 640 + j*j*7.4
        for i in range(26):
            t = (i + .25 - 13)/19*3600*.0
            yy = (y - 600)/(1067 - 600)
            xx = 1000 + (i - 13)/19*3600*(.06 + .94*yy) + 40*yy
            if -60 < xx < 1660: s.plant(xx, y + 20*yy, 20 + 70*yy, "#8fc458", 6, 1.3)
    s.glow(1290, 300, 700, "#ffefb8", .35)
    def hold(s, skin, shirt):
        for sx in (-1, 1): arm(s, [(sx*148, 216), (sx*216, 410), (sx*120, 478)], shirt if sx < 0 else dk(shirt, .12), skin, (96, 86, 66), rolled=True)
        for i, (x, c) in enumerate(((-90, "#6f9f45"), (-30, "#8fc458"), (40, "#5d8f3f"), (95, "#7fae52"))): s.plant(x, 420, 120, c, 9, .9)
        for x, y, r, c in ((-70, 404, 32, "#c8372d"), (0, 398, 34, "#e08a3a"), (66, 404, 30, "#c8372d"), (-32, 412, 26, "#f0c25a")): s.circ(x, y, r, c); s.circ(x - r*.3, y - r*.3, r*.25, "#fff2d8", o=.5)
        d = "M-150 420H150L120 560H-120Z"
        s.solid(d, "#b98248", .7)
        for j in range(4):
            for i in range(12): s.rect(-142 + i*24 + (j % 2)*12, 432 + j*30, 18, 12, "#dcae6e", 4, o=.7)
        s.limb([(-154, 420), (0, 432), (154, 420)], (18, 18, 18), "#d9a860")
        for sx in (-1, 1): hand(s, sx*140, 480, 10 if sx < 0 else 170, skin, "relax", .8, flip=sx > 0)
    farmer(s, 610, 375, 1.24, hold=hold)
    for i in range(11): s.plant(i*165 - 20, 1090, 130, "#5d8f3f" if i % 2 else "#79ab4d", 8, 1.3)


# ---------------------------------------------------------------- covers
V = (1200, 1600)


@pic("cover-2026-09", "황금빛 가을 들녘에서 밀짚모자를 쓴 젊은 농부가 볏단을 안고 있는 표지 그림.", (.5, .47), V)
def c09(s):
    s.bg("#f3d58c", "#f7e6bb", "#eab65a"); s.circ(850, 420, 210, "#fbeec6"); s.glow(850, 420, 640, "#fff4cc", .7)
    s.ridge(700, 60, "#c9b26a", 5); s.ridge(800, 50, "#a3a258", 6, seed=2); s.ridge(880, 30, "#7a8a48", 6, seed=4)
    field_rows(s, 930, 500, "#e0ae48", "#cf9a38", 15, 3200)
    for j in range(5):
        for i in range(40): ricepanicle(s, i*32 - 20 + s.r.uniform(-10, 10), 990 + j*52, 66 + j*22, s.r.choice((-1, 1))*s.r.uniform(.5, 1), mix("#f3cf6a", "#d79f3a", s.r.random()), "#a98a3a")
    def hold(s, skin, shirt):
        arm(s, [(-150, 216), (-262, 400), (-180, 470)], shirt, skin, (96, 88, 66), rolled=True)
        with s.at(-120, 660, 1, -19): sheaf(s, 0, 0, 620)
        s.limb([(-196, 452), (-160, 438), (-126, 430)], (44, 46, 20), skin); [s.line([(-168 + i*4, 424 + i*11), (-136 + i*2, 420 + i*10)], mix(skin, "#9a3f33", .42), 2.6, o=.6) for i in range(3)]
        arm(s, [(150, 216), (232, 410), (10, 500)], dk(shirt, .12), skin, (96, 88, 66), rolled=True)
        hand(s, 14, 500, 184, skin, "relax", 1)
    farmer(s, 600, 690, 1.62, shirt="#5d7f4c", hold=hold, overall="#8a5a35", turn=-.3)
    for i in range(46): ricepanicle(s, i*27 - 20 + s.r.uniform(-9, 9), 1640, 110 + abs(i - 23)*5 + s.r.uniform(0, 60), s.r.choice((-1, 1))*s.r.uniform(.5, 1), mix("#f6d678", "#c98f30", s.r.random()), "#8f7a34")
    s.shade("M0 1250H1200V1600H0Z", "#6b4a1e", .5, 90, .3)


@pic("cover-2026-10", "쪽빛과 붉은 실타래 앞에서 백발의 직조 장인이 베를 짜고 있는 표지 그림.", (.5, .45), V)
def c10(s):
    s.bg("#243a66", "#1a2848"); s.circ(600, 640, 430, "#b8512f"); s.shade("M600 210a430 430 0 1 0 .1 0Z", "#5d1f1c", .7, 60, .3)
    for i in range(13):
        skein(s, 20 + i*97, -40 + abs(i - 6)*6, 250 + (i*53 % 120), ("#33548c", "#c8673a", "#47699f", "#e0a45a", "#1c2f55", "#9c3f2a")[i % 6])
    s.shade("M0 0H1200V420H0Z", "#0e1730", .6, -90, .2)
    weaver(s, 600, 650, 1.6, "#efe4d2", "#b8512f", turn=.25)
    for x in (70, 1070): s.solid("M%d 560H%dV1600H%dZ" % (x, x + 62, x), "#6b3f2c", .7)
    s.rect(132, 1236, 940, 30, "#7d4c32"); s.rect(132, 1236, 940, 7, "#b57b4c")
    s.poly([(150, 1600), (240, 1320), (960, 1320), (1050, 1600)], "#2d4a80")
    for j in range(12):
        y, e = 1346 + j*24, j*7.6
        s.line([(236 - e, y), (964 + e, y)], ("#efe4d2", "#c8673a", "#5c80bd")[j % 3], 7, False, o=.85)
        if j % 3 == 1:
            for i in range(17): s.poly([(266 - e + i*(668 + 2*e)/16 - 12, y), (266 - e + i*(668 + 2*e)/16, y - 11), (266 - e + i*(668 + 2*e)/16 + 12, y), (266 - e + i*(668 + 2*e)/16, y + 11)], "#efe4d2")
    warp(s, 260, 940, 1110, 1330, 64, ["#47699f", "#efe4d2", "#33548c"], 3.2, 240, 960)
    for sx, a in ((-1, 20), (1, 160)): hand(s, 600 + sx*150, 1370, a, SKINS[1], "relax", 1.4, flip=sx > 0)
    s.path("M430 1436Q600 1400 770 1436Q600 1478 430 1436Z", "#c98f5a"); s.rect(520, 1424, 160, 20, RED, 9)


@pic("cover-2026-11", "깊은 청록 배경에서 여성 과학자가 구릿빛으로 빛나는 플라스크를 바라보는 표지 그림.", (.52, .45), V)
def c11(s):
    s.bg("#0f4a52", "#0a2b36"); s.circ(600, 660, 440, "#1d6d70"); s.shade("M600 220a440 440 0 1 0 .1 0Z", "#06202a", .7, 60, .3)
    import math
    for cx, cy, r in ((210, 240, 84), (356, 324, 84), (1010, 300, 92), (1010, 476, 60), (130, 900, 70), (1090, 980, 80)):   # molecules
        pts = [(cx + r*math.cos(math.radians(a)), cy + r*math.sin(math.radians(a))) for a in range(30, 391, 60)]
        s.line(pts, "#cf8a55", 5, False, o=.55)
        for p in pts[:-1]: s.circ(*p, 10, "#e0a06a", o=.7)
    def front(s):
        arm(s, [(138, 216), (208, 420), (40, 500)], "#d6e4e1", w=(92, 84, 62), cuff="#b7cdca")
        hand(s, 40, 500, 196, SKINS[0], "relax", .95)
        s.glow(-190, 250, 280, "#ffb070", .75)
        lift(s, -190, 318, .9, "#d07a3c", "#edf5f2", "#c3d6d2", (-196, 486))
    s.glow(400, 900, 500, "#ffb070", .3)
    sitter(s, 640, 650, 1.66, "#edf5f2", dict(skin=SKINS[0], hair=BLACK, style="bob", glasses="#c8794a", mouth="smile", turn=-.6), labcoat("#c8744a"), 150, front, nk=31)
    s.shade("M0 1300H1200V1600H0Z", "#04161d", .8, 90, .3)
