"""Rooms where people work and gather."""
import math
from draw_kit import INK, PAPER, RED, dk, limb_path, lt, mix, pic, poly, shadow_of, spline
from draw_people import *  # noqa: F403
from draw_portraits import bottle, flask, pan, skein, warp

HAIRS = [BLACK, "#3a2a2a", BROWN, "#2e2833", GREY, ASH]
SUITS = ["#2d3448", "#3f4257", "#59475a", "#6b4a48", "#39505a", "#7c6a5c", "#8d3a33", "#4a5560"]


def room(s, x0, y0, x1, y1, back, left, right, floor, ceil):
    """A room in one-point perspective: back wall from (x0, y0) to (x1, y1)."""
    w, h = s.w, s.h
    s.poly([(0, 0), (w, 0), (x1, y0), (x0, y0)], ceil); s.poly([(0, h), (w, h), (x1, y1), (x0, y1)], floor)
    s.poly([(0, 0), (x0, y0), (x0, y1), (0, h)], left); s.poly([(w, 0), (x1, y0), (x1, y1), (w, h)], right)
    s.rect(x0, y0, x1 - x0, y1 - y0, back)
    s.shade(poly([(0, 0), (x0, y0), (x0, y1), (0, h)]), shadow_of(left), .5, 180, .1); s.shade(poly([(w, 0), (x1, y0), (x1, y1), (w, h)]), shadow_of(right), .5, 0, .1)


def planks(s, y, c, n=9, vx=800):
    """A wooden floor from y down, boards running to (vx, ...)."""
    s.rect(0, y, s.w, s.h - y, s.lin(dk(c, .2), c))
    for i in range(-n, n + 1):
        s.line([(vx + i*s.w*.06, y), (vx + i*s.w*.17, s.h)], dk(c, .35), 2, False, o=.6)
    for i in range(6): s.rect(0, y + (s.h - y)*(i/6)**1.6, s.w, 2, dk(c, .35), o=.3)


def table(s, x, y, w, h, c, legs=True, top=26):
    """A plain table whose top edge is at y."""
    if legs:
        for xx in (x + 16, x + w - 40): s.rect(xx, y + top, 24, h - top, dk(c, .35))
    s.solid("M%.0f %.0fh%.0fv%dh%.0fz" % (x, y, w, top, -w), c, .5, 0); s.rect(x, y, w, 6, lt(c, .3))


def stool(s, x, y, h, c):
    s.line([(x - h*.18, y), (x - h*.1, y - h)], dk(c, .3), h*.08, False); s.line([(x + h*.18, y), (x + h*.1, y - h)], dk(c, .4), h*.08, False); s.rect(x - h*.26, y - h, h*.52, h*.12, c, h*.05)


@pic("forum-hall", "샹들리에가 걸린 호텔 연회장에서 사람들이 줄지어 앉아 무대의 연사와 스크린을 바라본다.", (.5, .42))
def forum(s):
    room(s, 260, 130, 1340, 640, "#c98e63", "#8a5546", "#7a4a40", "#5a2f33", "#e6c08f")
    for i in range(7): s.rect(290 + i*152, 150, 96, 470, "#b87a55"); s.rect(298 + i*152, 158, 80, 454, "#c3875e")
    for i in range(4):
        x = 40 + i*58; s.poly([(x, 140 - i*-12), (x + 34, 152 + i*12), (x + 34, 760 - i*44), (x, 800 - i*44)], "#a46b52", o=.8)
        x = 1560 - i*58; s.poly([(x, 140 + i*12), (x - 34, 152 + i*12), (x - 34, 760 - i*44), (x, 800 - i*44)], "#93594a", o=.8)
    s.rect(440, 190, 720, 330, "#2b2238", 4); s.rect(452, 202, 696, 306, s.lin("#fdf6e6", "#f3dfc0", a=60))      # screen without text
    s.circ(940, 350, 110, RED, o=.92); s.path("M452 508L640 330L760 440L850 370L1010 508Z", "#33415c"); s.path("M452 508L560 420L700 508Z", "#56688a"); s.circ(600, 280, 26, "#e2b254")
    s.glow(800, 350, 600, "#fff0cf", .45)
    s.path("M250 640L330 560H1270L1350 640Z", "#8b5a3e"); s.solid("M250 640H1350V690H250Z", "#5b3629", .5); s.rect(250, 636, 1100, 8, "#d9a066")
    for x, f in ((330, False), (1270, True)): s.pot(x, 600, 50, 46, "#efe2c8"); s.plant(x, 556, 120, "#4f7350", 9)
    fig(s, 1140, 600, 210, "stand", "#2d3448", "#23283a", hair=BLACK, sh=.2); s.solid("M1090 505H1192L1178 606H1104Z", "#6d3f2c", .5); s.rect(1084, 498, 114, 12, "#b57b4c", 3); s.line([(1136, 500), (1130, 468)], INK, 4)
    for i, (c, st) in enumerate((("#8d3a33", "bob"), ("#39505a", "short"), ("#59475a", "bun"))):
        x = 470 + i*130; s.rect(x - 34, 520, 68, 78, "#efe2c8", 8); fig(s, x - 8, 606, 190, "sit", c, "#2b2838", style=st, hair=HAIRS[i], sh=.15, flip=i == 0)
    for x, k in ((800, 1), (330, .7), (1270, .7)):        # chandeliers
        s.line([(x, 0), (x, 70*k)], "#8a5a3a", 5, False); s.glow(x, 90*k, 260*k, "#ffe3a0", .7)
        for j, (w, y) in enumerate(((120, 66), (84, 96), (44, 122))):
            s.ell(x, y*k, w*k, 12*k, "#d9a556")
            for q in range(-3, 4): s.circ(x + q*w*k*.3, y*k + 10*k, 7*k, "#fff6da")
    for j, (y, k) in enumerate(((730, .52), (798, .68), (884, .88), (1000, 1.14))):
        cols = [mix(dk(c, .1), "#d9896a", .22 - j*.07) for c in SUITS]
        step = 122*k*1.03
        for a, b in ((-20, 800 - 46*k*1.2), (800 + 60*k*1.2, 1650)): crowd_back(s, y, a, b, step, k, cols, HAIRS, mix("#d8b183", "#8a4b3c", j*.22))
    s.shade("M0 760H1600V1067H0Z", "#1d0f1c", .7, 90, .3); s.vig("#2a1220", .45)


@pic("workshop-wood", "햇살이 비껴드는 목공 작업실에서 목수가 작업대 위 나무판을 대패질한다.", (.55, .52))
def wood(s):
    s.bg("#d9a877", "#8f5b3f", a=30); planks(s, 800, "#8a5a3c")
    s.rect(90, 100, 430, 470, "#fbe9c4"); s.rect(90, 100, 430, 470, s.lin("#cfe0d2", "#fdeec6"))
    for x in (90, 228, 370, 508): s.rect(x - 7, 100, 14, 470, "#5d3b2c")
    for y in (100, 250, 410, 562): s.rect(84, y, 436, 13, "#5d3b2c")
    s.rect(700, 120, 760, 330, "#a8714c"); s.shade("M700 120H1460V450H700Z", "#4b2b22", .6, 20)
    for i in range(7):
        x = 740 + i*62; s.rect(x - 8, 150, 16, 70, "#e6b873", 7); s.poly([(x - 6, 220), (x + 6, 220), (x + 4 + i*2, 320), (x - 4 - i*2, 320)], "#d5d6d2")
    s.poly([(1190, 170), (1420, 150), (1430, 212), (1190, 196)], "#d5d6d2"); s.circ(1190, 183, 34, "#7a4a30"); s.circ(1190, 183, 14, "#a8714c")
    for x, r in ((1230, 46), (1330, 60)): s.circ(x, 330, r, None, st="#e6b873", sw=14)
    for i in range(9): s.solid("M%d 830V%dh38V830Z" % (1220 + i*42, 470 + (i*61) % 150), mix("#b98050", "#e0b27a", (i*37 % 10)/10), .5)
    s.beam([(90, 100), (520, 100), (1500, 1067), (600, 1067)], "#ffe6a8", .5); s.beam([(228, 100), (370, 100), (1000, 1067), (640, 1067)], "#fff2cc", .3)
    fig(s, 690, 930, 620, "work", "#3f6076", "#39404e", hair=BLACK, style="short", apron_="#9a5b36", skin=SKINS[1], arms=[[(4, -76), (10, -60), (27, -54)], [(6, -76), (17, -63), (31, -56)]])
    s.solid("M520 640H1420V690H520Z", "#c98d55", .5); s.rect(520, 634, 900, 12, "#edc088"); s.solid("M760 596H1300V636H760Z", "#e7bb80", .4); s.line([(770, 612), (1000, 608), (1290, 616)], "#b98050", 3, o=.7)
    s.solid("M830 598L838 570H960L972 598Z", "#7d4a2e", .5); s.path("M858 570q4 -36 22 -6z", "#5a3322"); s.poly([(912, 570), (930, 540), (942, 544), (930, 570)], "#d5d6d2")
    for x in (560, 1330): s.solid("M%d 690h56V1000h-56Z" % x, "#9a6540", .6)
    s.rect(590, 860, 760, 34, "#9a6540"); s.rect(640, 800, 240, 60, "#6d4630", 4); s.rect(910, 820, 330, 40, "#b57b4c", 4)
    for i in range(14): x, y = 640 + s.r.random()*560, 980 + s.r.random()*70; s.path("M%d %dc-22 -20 14 -38 18 -18c2 12 -14 12 -12 2" % (x, y), None, st="#f0cd96", sw=6)
    fig_hands = [(1040, 560)]
    s.vig("#2d1714", .4)


@pic("pottery-wheel", "도예가가 물레 앞에 앉아 두 손으로 둥근 흙 항아리를 빚어 올린다.", (.58, .55))
def pottery(s):
    s.bg("#d8c7ae", "#a98a6d", a=40)
    for y in (170, 340):
        s.rect(60, y, 760, 18, "#7d5a43"); s.shade("M60 %dh760v60h-760Z" % (y + 18), "#5a3c30", .5, 90)
        for i in range(8):
            x, h = 120 + i*92, 60 + (i*37 + y) % 46
            c = ("#efe6d5", "#b7683f", "#8aa39a", "#d9cbb2", "#5b6d70")[(i + y) % 5]
            s.solid("M%d %dC%d %d %d %d %d %dC%d %d %d %d %d %dZ" % (x - 16, y, x - 46, y - h*.5, x - 36, y - h*.9, x - 14, y - h, x + 14 + 22, y - h*.9, x + 46, y - h*.5, x + 16, y), c, .6); s.ell(x + 2, y - h*.97, 15, 4, dk(c, .4))
    s.rect(1120, 80, 360, 420, "#f7eed8"); s.rect(1136, 96, 328, 388, s.lin("#bcd3cf", "#f6ecc9")); s.rect(1292, 96, 14, 388, "#7d5a43"); s.rect(1136, 276, 328, 14, "#7d5a43"); s.plant(1210, 484, 130, "#7f9b74", 7); s.glow(1300, 280, 520, "#fff4d8", .6)
    planks(s, 860, "#8c6a52"); s.shadow(860, 1010, 560, 34, .4)
    # large seated potter: side view, drawn with limbs
    with s.at(420, 1000, 8.6):
        s.rect(-14, -24, 24, 3.6, "#6b4633", 1); s.rect(-12, -21, 3, 21, "#5a3a2b"); s.rect(5, -21, 3, 21, "#5a3a2b")
        fig(s, 0, 0, 100, "sit", "#5f7b78", "#3f4450", skin=SKINS[1], hair="#2c2530", style="bun", sh=0,
            hd=(12, -71), bd=[(7, -61), (1, -46), (-2, -28)], arms=[[(6, -57), (16, -40), (43, -40)], [(9, -57), (22, -42), (45, -46)]], legs=[[(-2, -27), (24, -27), (25, -3)], [(-2, -28), (20, -30), (17, -3)]], sleeves=False)
    s.solid("M700 770H1090L1060 1010H730Z", "#6e5142", .6); s.rect(686, 752, 418, 30, "#8a6650", 6); s.ell(895, 740, 150, 24, "#4d3a34"); s.ell(895, 732, 150, 24, "#a59382")
    d = "M810 728C720 690 716 600 790 560C820 544 830 534 826 516H964C960 534 970 544 1000 560C1074 600 1070 690 980 728Z"
    s.path(d, "#b9744c"); s.shade(d, "#4b2418", .8, 10, .3); s.ell(895, 516, 69, 13, "#6e3b28"); s.ell(895, 519, 58, 9, "#4b2418")
    with s.clip(d):
        for i in range(9): s.path("M700 %dQ895 %d 1090 %d" % (560 + i*20, 590 + i*20, 560 + i*20), None, st="#8f5233" if i % 2 else "#d99a6c", sw=3, o=.5)
    for y, a in ((630, 10), (572, -6)): hand(s, 752 + (y < 600)*20, y, a, SKINS[1], "relax", .9)
    s.ell(1230, 900, 90, 20, "#5a3c30"); s.solid("M1140 850H1320L1300 950H1160Z", "#9db0ac", .6); s.ell(1230, 850, 90, 18, "#5f7b82"); s.line([(1270, 848), (1330, 780)], "#e0b27a", 10, False)
    for i, x in enumerate((1400, 1500)): s.solid("M%d 1000c-60 -40 -50 -130 0 -150h30c50 20 60 110 0 150Z" % x, ("#efe6d5", "#8aa39a")[i], .7)
    s.vig("#2d1a14", .35)


@pic("bakery-dawn", "푸르스름한 새벽 창가 빵집에서 제빵사가 화덕 불빛을 받으며 갓 구운 빵을 꺼낸다.", (.55, .5))
def bakery(s):
    s.bg("#4d5a7d", "#6d5560", a=20); planks(s, 850, "#6d4a42")
    s.rect(70, 130, 470, 480, "#26304f"); s.rect(86, 146, 438, 448, s.lin("#31416f", "#7f7aa0", "#f0a87c")); s.circ(180, 240, 26, "#f6ecd2")
    s.rect(86, 540, 438, 54, "#2c2f52")
    for i, (x, h) in enumerate(((86, 130), (160, 190), (250, 110), (330, 160), (430, 120))): s.rect(x, 594 - h, 80, h, "#2c2f52"); s.rect(x + 20, 594 - h + 24, 14, 18, "#ffd88a", o=.9 if i % 2 else .2)
    s.rect(298, 146, 14, 448, "#26304f"); s.rect(86, 356, 438, 12, "#26304f")
    s.solid("M980 60H1560V860H980Z", "#8c4f3f", .6, 0)
    for j in range(12):
        for i in range(9): s.rect(984 + i*72 - (j % 2)*36, 66 + j*66, 66, 60, mix("#9c5a45", "#7a4136", s.r.random()), 3)
    s.path("M1080 640V480Q1080 320 1270 320Q1460 320 1460 480V640Z", "#3a1d1d"); s.path("M1106 640V490Q1106 346 1270 346Q1434 346 1434 490V640Z", s.lin("#5a1f16", "#e2662c", "#ffd27a")); s.glow(1270, 560, 560, "#ffb25a", .9); s.rect(1060, 636, 420, 28, "#4a2a28")
    for x, h in ((1180, 90), (1240, 130), (1310, 110), (1370, 80)): s.path("M%d 636q-34 -40 0 -%dq10 40 30 50q10 30 -4 %dz" % (x, h, h - 50), "#ffe6a0", o=.85)
    fig(s, 800, 980, 640, "reach", "#f3e8d6", "#4b4a5c", hair=BLACK, style="pony", hat=("toque", "#f9f2e4"), apron_="#c9a57c", skin=SKINS[1], arms=[[(2, -79), (12, -64), (27, -64)], [(2, -79), (14, -67), (38, -62)]])
    s.line([(900, 575), (1250, 605)], "#c98d55", 16, False); s.poly([(1160, 590), (1330, 602), (1330, 620), (1160, 612)], "#d9a066")
    for x in (1200, 1270): s.ell(x, 590, 44, 24, "#c77b38"); s.line([(x - 16, 578), (x - 6, 592)], "#f6d69a", 5); s.line([(x + 4, 576), (x + 14, 590)], "#f6d69a", 5)
    s.solid("M0 800H620V850H0Z", "#a8714c", .4); s.rect(0, 794, 620, 10, "#e2b07a"); s.rect(20, 850, 580, 217, "#6d4a42"); s.shade("M20 850h580v217h-580Z", INK, .6, 180)
    for j, y in enumerate((794, 740)):
        for i in range(5 - j): x = 80 + i*112 + j*56; s.ell(x, y - 26, 56, 32, ("#c77b38", "#b5682d", "#d99048")[(i + j) % 3]); s.shade("M%d %da56 32 0 1 0 .1 0Z" % (x, y - 58), "#5a2a18", .8, 60); [s.line([(x - 26 + q*18, y - 46), (x - 14 + q*18, y - 22)], "#f9dca6", 5) for q in range(3)]
    s.rect(60, 880, 500, 12, "#a8714c"); s.rect(60, 990, 500, 12, "#a8714c")
    for i in range(5): s.limb([(100 + i*94, 872), (150 + i*94, 866)], (36, 36), "#c98545"); s.ell(120 + i*100, 968, 40, 24, "#b5682d")
    s.lamp(420, 120, 120, 110, "#c8372d"); s.vig("#141428", .5)


@pic("bookshop", "작은 동네 책방에서 손님들이 책장 앞에 서서 책을 고르고 등불이 따뜻하게 비춘다.", (.5, .55))
def bookshop(s):
    C = ["#c8372d", "#e0b15a", "#3f6b68", "#2f4560", "#efe2c6", "#9a5a3c", "#6b7f5a", "#d98d6a", "#544a66"]
    s.bg("#e8d0a4", "#c99b6a"); planks(s, 840, "#9a6a48")
    s.shelf(40, 120, 620, 720, 5, "#8f6042", C); s.shelf(1080, 120, 490, 720, 5, "#8f6042", C)
    s.rect(720, 150, 300, 690, "#5a3b30"); s.rect(738, 168, 264, 660, s.lin("#f6e7b8", "#bcd0b4")); s.tree(900, 800, 480, "#7f9c68"); s.rect(738, 760, 264, 68, "#b7a98a"); s.rect(864, 168, 12, 660, "#5a3b30"); s.glow(870, 420, 420, "#fff3c8", .6)
    for x in (300, 800, 1320): s.lamp(x, 90, 90, 120, "#2f4560", o=.6)
    fig(s, 420, 900, 470, "reach", "#3f6b68", "#37324a", style="bob", hair=BLACK, skirt="#c9744c", flip=True, skin=SKINS[0])
    fig(s, 1130, 910, 500, "carry", "#c8372d", "#3b4358", style="short", hair=BROWN, skin=SKINS[1]); s.solid("M1196 580L1262 572L1266 640L1200 650Z", "#efe2c6", .4); s.line([(1230, 576), (1233, 646)], "#9a5a3c", 4, False)
    s.solid("M560 820H1040V860H560Z", "#a8714c", .4); s.rect(560, 812, 480, 12, "#e0b07a"); s.rect(590, 860, 30, 180, "#7a4e38"); s.rect(980, 860, 30, 180, "#7a4e38")
    for i in range(6):
        x = 580 + i*76
        for q in range(2 + i % 3): s.rect(x + (q % 2)*5, 796 - q*17, 66, 16, C[(i*2 + q*3) % 9], 2)
    s.pot(990, 812, 50, 46, "#efe2c6"); s.plant(990, 768, 90, "#5f8358", 7)
    s.path("M120 985q20 -52 70 -46q20 -44 40 -6q36 26 10 60H130Z", "#3b3340"); s.poly([(196, 940), (200, 914), (214, 930)], "#3b3340"); s.poly([(218, 930), (232, 914), (234, 940)], "#3b3340"); s.path("M130 990q-50 -6 -34 -50", None, st="#3b3340", sw=12)
    s.vig("#3a1d14", .35)


@pic("lab-bench", "연구원 두 사람이 현미경과 시약병이 놓인 실험대에서 함께 관찰한다.", (.5, .5))
def lab(s):
    s.bg("#d5e8e4", "#a5cbc9"); s.rect(0, 860, 1600, 207, "#7da9aa"); s.floorgrain("#2c5a62", .4, 90, 860)
    s.rect(100, 90, 520, 300, "#f3faf6", 6); s.rect(114, 104, 492, 272, s.lin("#8ecbd0", "#e6f4e4")); s.rect(352, 104, 12, 272, "#f3faf6"); s.ridge
    for y in (250, 420):
        s.rect(760, y, 760, 14, "#5d8c90")
        for i in range(9): bottle(s, 806 + i*82, y, 52, 84 + (i*29 + y) % 40, ("#2f7f86", "#d98a4e", "#e6c468", "#c8572d", "#8cc0b4")[(i + y) % 5], .3 + (i*17 % 5)*.1)
    s.shade("M0 0H1600V860H0Z", "#4b8a90", .5, 30, .5)
    fig(s, 520, 980, 640, "work", "#f6f8f3", "#3b4a5c", style="pony", hair=BLACK, coat="#f6f8f3", skin=SKINS[0]); fig(s, 1130, 980, 660, "work", "#eef3ef", "#4a4456", style="short", hair="#3a2a2a", coat="#eef3ef", skin=SKINS[2], flip=True)
    s.solid("M0 690H1600V740H0Z", "#f3f1e8", .4); s.rect(0, 684, 1600, 10, "#ffffff"); s.rect(0, 740, 1600, 327, "#3d6f77")
    for i in range(6): s.rect(24 + i*264, 764, 250, 280, "#4b818a", 6); s.rect(120 + i*264, 790, 60, 10, "#bcd9d6", 5)
    s.shade("M0 740H1600V1067H0Z", "#12333f", .7, 90)
    with s.at(800, 684, 1.1):
        s.solid("M-110 0V-22Q-110 -36 -90 -36H80Q100 -36 100 -22V0Z", "#2b3a46", .6); s.path("M40 -36C100 -110 90 -220 20 -256L2 -230C50 -190 52 -110 -6 -70L-6 -36Z", "#40525e"); s.rect(-80, -92, 110, 16, "#1c2730", 3)
        s.limb([(-26, -270), (-26, -150)], (50, 44), "#f3f1e8"); s.rect(-44, -152, 36, 34, "#1c2730"); s.rect(-38, -122, 24, 22, RED); s.limb([(-26, -270), (-62, -318)], (40, 32), "#2b3a46")
    flask(s, 250, 500, .66, "#d98a4e"); flask(s, 1390, 520, .58, "#2f9a96"); s.rect(980, 650, 130, 34, "#8a6a4a", 4)
    for i in range(5): s.rect(990 + i*24, 590, 14, 80, "#eaf6f4", 7, o=.8); s.rect(990 + i*24, 630 - i*4, 14, 40 + i*4, ("#c8372d", "#e6c468", "#2f7f86")[i % 3], 7)
    s.rect(1480, 560, 90, 124, "#2b3a46", 8); s.rect(1492, 574, 66, 50, "#8ecbd0", 4)


@pic("server-room", "푸른 불빛이 줄지어 깜박이는 서버실 통로에서 엔지니어가 노트북을 들고 점검한다.", (.5, .55))
def server(s):
    room(s, 660, 330, 940, 640, "#2f6f96", "#12203c", "#101b34", "#16294a", "#0e1a33")
    s.glow(800, 470, 480, "#7fd8ff", .7); s.rect(720, 380, 160, 260, "#bfeaff", o=.5)
    for side in (0, 1):
        m = (lambda x: 1600 - x) if side else (lambda x: x)
        xs = [0, 230, 400, 520, 604, 660]
        for i in range(5):
            xa, xb = xs[i], xs[i + 1] - 6
            f = lambda x: (x/660*330, 1067 - x/660*427)
            (ta, ba), (tb, bb) = f(xa), f(xb)
            d = [(m(xa), ta), (m(xb), tb), (m(xb), bb), (m(xa), ba)]
            s.poly(d, mix("#0f1a30", "#2c4c74", i/6)); s.line(d + d[:1], "#3f6f9c", 3, False, o=.7)
            n = 16
            for j in range(1, n):
                t = j/n; ya, yb = ta + (ba - ta)*t, tb + (bb - tb)*t
                s.line([(m(xa + 8), ya), (m(xb - 4), yb)], "#05101f", 4 - i*.6, False, o=.8)
                for q in range(5):
                    u = .12 + q*.07 + (.4 if j % 3 == 0 else 0); x = xa + (xb - xa)*u; y = ya + (yb - ya)*u - (ba - ta)/n*.4
                    if s.r.random() < .75: s.circ(m(x), y, 4.6 - i*.6, s.r.choice(["#6fe0ff", "#6fe0ff", "#9affc8", "#ffb35a", "#ff5a4a"]), o=.95)
    for i in range(6): y = 30 + i*54; x = y*2; s.poly([(600 + i*10, y), (1000 - i*10, y), (1000 - i*10 - 6, y + 14 - i), (606 + i*10, y + 14 - i)], "#d8f3ff", o=.85)
    for i in range(9): s.line([(800 + (i - 4)*34, 640), (800 + (i - 4)*330, 1067)], "#2e5f8c", 2, False, o=.7)
    for y in (662, 700, 760, 850, 980): s.line([(0, y), (1600, y)], "#2e5f8c", 2, False, o=.5)
    s.poly([(700, 640), (900, 640), (1120, 1067), (480, 1067)], s.lin(("#7fd8ff", .5), ("#7fd8ff", 0)), bl="screen")
    fig(s, 860, 950, 520, "carry", "#e2663f", "#2b3350", hair=BLACK, style="bob", skin=SKINS[1], flip=True, rim="#9fe4ff"); s.poly([(700, 655), (790, 640), (800, 652), (714, 668)], "#cfd6e2"); s.poly([(700, 655), (676, 592), (682, 590), (712, 652)], "#e8eef6"); s.glow(740, 620, 120, "#bfeaff", .7)
    s.vig("#020814", .6)


@pic("classroom", "볕 드는 교실에서 교사가 칠판에 도형을 그리고 학생들이 뒷모습으로 앉아 듣는다.", (.5, .4))
def classroom(s):
    s.bg("#f2e2bf", "#e5c791"); planks(s, 780, "#b98556")
    s.rect(420, 120, 860, 420, "#7a5138", 6); s.rect(438, 138, 824, 384, s.lin("#38624f", "#2b5045", a=50)); s.rect(420, 536, 860, 18, "#a8714c")
    K = dict(st="#eaf0dc", sw=5)
    s.path("M560 430L700 220L840 430Z", None, **K); s.circ(700, 360, 70, None, **K); s.path("M940 430V220M940 430H1190M940 420Q1040 410 1090 300T1190 230", None, **K); s.line([(700, 220), (700, 430)], "#f3c865", 4, False, dash="10 10")
    for y in (150, 300, 450): pass
    for x in (30, 220): s.rect(x, 110, 160, 480, "#fffaf0"); s.rect(x + 12, 122, 136, 456, s.lin("#a9d6de", "#eaf3d5")); s.tree(x + 80, 560, 260, "#8cb077"); s.rect(x + 74, 122, 10, 456, "#fffaf0"); s.rect(x + 12, 340, 136, 10, "#fffaf0")
    s.rect(1370, 200, 190, 260, "#c99a66", 4)
    for i in range(6): s.rect(1388 + (i % 2)*84, 216 + (i//2)*80, 70, 64, ("#f7f0df", "#e9b39a", "#bcd0b4", "#f3d58a", "#c8572d", "#9fc0cc")[i], 2)
    fig(s, 470, 860, 500, "reach", "#c8553d", "#37405a", style="bun", hair=BLACK, skirt="#37405a", skin=SKINS[0])
    s.beam([(30, 110), (380, 110), (1300, 1067), (500, 1067)], "#fff4c8", .45)
    P = ["#d9a04a", "#4d7a86", "#e9e2d0", "#b5574a", "#6d8a5a", "#7a6a96", "#efc9a8"]
    for j, (y, k) in enumerate(((800, .74), (950, 1.1))):
        st = 250*k
        x = 520 if j == 0 else 200
        while x < 1640:
            crowd_back(s, y, x, x + 5, 99, k, P, [BLACK, "#3a2a2a", BROWN], None)
            s.solid("M%d %dh%dv%dh-%dz" % (x - 96*k, y + 26*k, 192*k, 22*k, 192*k), "#d6a56c", .3); s.rect(x - 96*k, y + 26*k, 192*k, 5*k, "#f6d7a0")
            s.rect(x - 52*k, y + 60*k, 104*k, 60*k, "#a8714c", 10*k)
            for q in (-80, 70): s.rect(x + q*k, y + 48*k, 9*k, 220*k, "#5f6670")
            x += st
    s.vig("#4a2a18", .3)


@pic("library", "높은 아치창이 있는 도서관 열람실에서 사람들이 초록 등 아래 책을 읽는다.", (.5, .5))
def library(s):
    C = ["#8a3b2e", "#b8813f", "#4e5d52", "#2f4453", "#c9ad7f", "#6e4a3b", "#94522f", "#3c3a46"]
    s.bg("#e7cf9f", "#b88655"); planks(s, 800, "#7a4e38")
    for i in range(3):
        x = 330 + i*330
        d = "M%d 520V240Q%d 60 %d 60Q%d 60 %d 240V520Z" % (x, x, x + 140, x + 280, x + 280)
        s.path(d, "#8a5f42", t=None); s.path(d, s.lin("#cfe0da", "#fdf2cb"), t="translate(%.1f %.1f) scale(.9)" % ((x + 140)*.1, 32))
        for q in (-70, 0, 70): s.rect(x + 136 + q, 90, 8, 424, "#8a5f42")
        for y in (220, 360): s.rect(x + 14, y, 252, 8, "#8a5f42")
    s.shelf(-20, 180, 300, 640, 5, "#7a4e34", C); s.shelf(1340, 180, 300, 640, 5, "#7a4e34", C); s.shelf(310, 540, 980, 270, 2, "#7a4e34", C)
    s.glow(800, 280, 620, "#fff3cc", .6)
    for i in range(3): s.beam([(350 + i*330, 100), (590 + i*330, 100), (700 + i*360, 1067), (300 + i*360, 1067)], "#fff4cc", .22)
    T = [(330, "#3f6b68", "bob"), (620, "#c8572d", "short"), (960, "#e0b15a", "long"), (1260, "#544a66", "short")]
    for x, c, st in T:
        with s.at(x, 860, 1): fig(s, 0, 262, 600, "stand", c, "#333333", style=st, hair=HAIRS[x % 4], skin=SKINS[x % 3], sh=0, nolegs=1, hd=(1, -90), arms=[[(-10, -79), (-17, -62), (-12, -45)], [(10, -79), (17, -62), (12, -45)]])
    s.solid("M120 850H1480L1560 930H40Z", "#a8714c", .4, 0); s.solid("M40 930H1560V970H40Z", "#7d5138", .5); s.rect(40, 926, 1520, 8, "#dba772")
    for x in (110, 1440): s.rect(x, 970, 50, 97, "#5f3b2b")
    for x, c, st in T:
        s.path("M%d 890q-36 -22 -80 -8l-14 34q50 -12 94 8q44 -20 94 -8l-14 -34q-44 -14 -80 8z" % x, "#f7eeda"); s.line([(x, 890), (x, 922)], "#c9ad7f", 3, False)
        for sx in (-1, 1): s.limb([(x + sx*74, 848), (x + sx*80, 884), (x + sx*66, 904)], (30, 30, 18), SKINS[x % 3])
    for x in (475, 800, 1115): s.rect(x - 4, 800, 8, 84, "#b8873a"); s.ell(x, 886, 34, 8, "#b8873a"); s.glow(x, 850, 150, "#ffe9a8", .7); s.path("M%d 806q0 -40 60 -40t60 40z" % (x - 60), "#2f7a5c"); s.rect(x - 60, 802, 120, 8, "#e3cf8a", 4)
    s.vig("#2d1612", .4)


@pic("hospital-corridor", "밝은 병원 복도에서 간호사가 휠체어에 앉은 노인을 밀며 창가를 지난다.", (.5, .6))
def hospital(s):
    room(s, 620, 300, 980, 640, "#eaf3ee", "#cfe4df", "#f1ead9", "#c4d8d6", "#f8faf5")
    s.rect(720, 400, 160, 240, "#fdfefa"); s.rect(730, 410, 68, 230, "#bfe0e2"); s.rect(802, 410, 68, 230, "#cfe8e6"); s.glow(800, 480, 360, "#ffffff", .8)
    for i, (xa, xb) in enumerate(((60, 230), (320, 430), (490, 560))):
        f = lambda x, t: (x, x/620*300*(1 - t) + (1067 - x/620*427)*t)
        s.poly([f(xa, .24), f(xb, .24), f(xb, .62), f(xa, .62)], "#ffffff"); s.poly([f(xa + 10, .26), f(xb - 8, .26), f(xb - 8, .6), f(xa + 10, .6)], s.lin("#9fd3dc", "#dff0d8")); m = (xa + xb)/2; s.line([f(m, .25), f(m, .61)], "#ffffff", 8 - i*2, False)
        s.poly([(1200 + i, 0)]*3, "#fff")
    for i, (xa, xb) in enumerate(((60, 240), (330, 440), (500, 566))):
        f = lambda x, t: (1600 - x, x/620*300*(1 - t) + (1067 - x/620*427)*t)
        s.poly([f(xa, .22), f(xb, .22), f(xb, 1), f(xa, 1)], ("#e0916d", "#7fb3ae", "#e0916d")[i]); s.poly([f(xa + (xb-xa)*.3, .34), f(xb - (xb-xa)*.3, .34), f(xb - (xb-xa)*.3, .52), f(xa + (xb-xa)*.3, .52)], "#eef6f2"); s.circ(*f(xb - (xb-xa)*.14, .64), 8 - i*2, "#ffffff")
    for side in (0, 1):
        q = lambda x: 1600 - x if side else x
        s.line([(q(0), 720), (q(620), 500)], "#c98d55", 12, False)
    for i in range(4): y = 40 + i*70; s.poly([(600 + i*18, y), (1000 - i*18, y), (990 - i*18, y + 26 - i*4), (610 + i*18, y + 26 - i*4)], "#ffffff")
    s.poly([(720, 640), (880, 640), (1200, 1067), (400, 1067)], "#ffffff", o=.4)
    for i in range(3): s.beam([(60 + i*180, 700 - i*60), (200 + i*150, 660 - i*60), (700 + i*80, 1000 - i*100), (400 + i*90, 1060 - i*100)], "#ffffff", .5)
    with s.at(840, 980, 1):      # wheelchair and patient
        s.shadow(60, 4, 220, 18, .25)
        fig(s, 90, 6, 420, "sit", "#a9c9d8", "#8fb3c6", hair=WHITE, style="short", skin=SKINS[1], sh=0, shoes="#e9e2d2")
        s.line([(10, -245), (30, -120), (160, -112), (190, -18), (230, -14)], "#46525e", 9, False); s.line([(-40, -250), (10, -245)], "#46525e", 10, False); s.rect(20, -130, 130, 22, "#2f4560", 8); s.rect(0, -240, 22, 130, "#2f4560", 8)
        s.circ(52, -78, 80, None, st="#46525e", sw=11); s.circ(52, -78, 66, None, st="#9fb0b8", sw=4); s.circ(52, -78, 9, "#46525e"); s.circ(186, -24, 24, None, st="#46525e", sw=9)
        s.path("M70 -168Q160 -180 204 -150L206 -60Q150 -90 92 -104Z", "#d9835f"); s.path("M110 -174L116 -98M160 -172L164 -80", None, st="#f3d9b8", sw=6)
    fig(s, 710, 985, 560, "carry", "#5aa39c", "#4b938d", hair=BLACK, style="bun", skin=SKINS[0], shoes="#f3efe6", arms=[[(0, -79), (3, -62), (15.5, -47)], [(1, -79), (6, -63), (17, -48)]], legs=[[(0, -48), (6, -27), (8, -3)], [(0, -48), (-3, -26), (-13, -4)]])
    fig(s, 560, 700, 190, "walk", "#f6f8f3", "#4a5668", coat="#f6f8f3", hair=BLACK, flip=True, sh=.15)
    s.pot(1420, 940, 90, 90, "#efe2c8"); s.plant(1420, 856, 220, "#5c9068", 11)


@pic("tea-table", "창호 곁 나지막한 찻상에 찻주전자와 김 오르는 찻잔, 매화 가지가 놓여 있다.", (.5, .6))
def tea(s):
    s.bg("#d9c2a0", "#b98d66"); s.rect(120, 60, 1360, 560, "#fbf1d9"); s.rect(120, 60, 1360, 560, s.lin(("#ffe9b8", .2), ("#e9b987", .6), a=30))
    s.path("M1100 620C1060 460 1180 330 1130 200C1200 260 1260 180 1380 150M1150 360C1230 330 1290 350 1340 300", None, st="#a07c62", sw=16, o=.35, fl="b4"); [s.circ(x, y, 26, "#b98a78", o=.35, fl="b4") for x, y in ((1380, 150), (1290, 190), (1180, 240), (1340, 300), (1250, 336), (1120, 200))]
    for x in range(120, 1481, 170): s.rect(x - 6, 60, 12, 560, "#6b4430")
    for y in (60, 172, 284, 396, 508, 614): s.rect(120, y - 6, 1360, 11, "#6b4430")
    for x in (90, 780, 1470): s.rect(x, 40, 40, 620, "#583626")
    s.rect(90, 620, 1420, 40, "#583626"); s.rect(0, 660, 1600, 407, "#cfa877"); s.floorgrain("#6b4028", .5, 90, 660)
    for i in range(9): s.line([(i*200, 660), ((i - 4)*330 + 800, 1067)], "#b58a5b", 3, False, o=.6)
    s.beam([(150, 60), (700, 60), (1100, 1067), (400, 1067)], "#fff0c8", .45)
    for x, c in ((210, RED), (1390, "#3f5d73")): s.ell(x, 940, 170, 44, dk(c, .25)); s.ell(x, 922, 170, 46, c); s.ell(x, 918, 130, 30, lt(c, .12), o=.6)
    s.shadow(800, 1000, 520, 30, .45); s.solid("M330 800H1270L1300 850H300Z", "#8a4f34", .3, 0); s.solid("M300 850H1300V884H300Z", "#6b3a28", .5); s.rect(300, 846, 1000, 6, "#c98a5c")
    for x in (340, 1190): s.path("M%d 884h70l-10 60q-6 46 10 60h-60q14 -30 0 -60z" % x, "#5a2f22")
    s.shadow(690, 826, 170, 14, .4)
    d = "M560 740C560 660 640 640 700 640C760 640 840 660 840 740C840 800 780 820 700 820C620 820 560 800 560 740Z"
    s.path("M830 700Q900 690 930 640L950 650Q930 750 836 770Z", "#7f9a90"); s.path("M575 690C490 680 490 790 580 782", None, st="#7f9a90", sw=18); s.solid(d, "#8fada2", .8, 20); s.ell(700, 646, 70, 14, "#6d8a80"); s.path("M640 644Q700 606 760 644Z", "#8fada2"); s.circ(700, 616, 14, "#6d8a80")
    s.path("M610 730q40 -40 90 -10t90 -16", None, st="#e9f0e2", sw=5, o=.7); s.path("M620 760q50 -30 90 -6t90 -12", None, st="#e9f0e2", sw=4, o=.5)
    for x, k in ((1000, 1), (1140, .9), (440, 1)):
        s.shadow(x, 826, 66*k, 9, .4); s.solid("M%d 762H%dC%d 810 %d 824 %d 824C%d 824 %d 810 %d 762Z" % (x - 58*k, x + 58*k, x + 54*k, x + 30*k, x, x - 30*k, x - 54*k, x - 58*k), "#f3ead8", .7); s.ell(x, 762, 58*k, 13*k, "#e5d6bd"); s.ell(x, 764, 50*k, 10*k, "#b5813a")
        s.path("M%d 744C%d 700 %d 690 %d 640C%d 610 %d 590 %d 560" % (x, x - 34, x + 34, x, x - 26, x + 20, x), None, st="#ffffff", sw=12, o=.5, fl="b4")
    s.solid("M1216 820C1190 790 1196 740 1222 724V690H1250V724C1276 740 1282 790 1256 820Z", "#3f5d73", .7)
    s.path("M1236 690C1230 600 1180 560 1200 470M1232 620C1270 580 1290 560 1330 520M1208 540C1180 520 1170 500 1150 490", None, st="#4a2f26", sw=8)
    for x, y in ((1200, 470), (1216, 540), (1330, 520), (1290, 562), (1150, 490), (1180, 516), (1226, 600)):
        for a in range(5): s.circ(x + 11*math.cos(a*1.257), y + 11*math.sin(a*1.257), 9, "#e2685c" if a % 2 else "#ef8f80")
        s.circ(x, y, 5, "#f6d48a")


@pic("loom", "빛이 드는 작업실에 세워진 커다란 베틀에 쪽빛과 주홍 무늬의 천이 짜여 있다.", (.5, .5))
def loom(s):
    s.bg("#efe2cb", "#cfa882", a=50); planks(s, 860, "#9a6a4c")
    s.rect(60, 100, 260, 560, "#fffaf0"); s.rect(76, 116, 228, 528, s.lin("#bcd6d8", "#f8efcf")); s.rect(184, 116, 12, 528, "#fffaf0"); s.rect(76, 360, 228, 12, "#fffaf0")
    s.rect(1250, 130, 330, 14, "#6b4330"); [skein(s, 1290 + i*62, 140, 220 + (i*43 % 70), ("#2f4a78", "#c8572d", "#e0b15a", "#5c7db0", "#8e3d2c")[i]) for i in range(5)]
    W = "#8a5a3e"
    for x in (420, 1130): s.solid("M%d 90h58V1000h-58Z" % x, W, .6)
    s.solid("M380 70H1230V130H380Z", lt(W, .1), .5, 90); s.rect(400, 900, 810, 50, dk(W, .15)); s.solid("M400 250H1210V296H400Z", W, .5, 90); s.ell(1218, 273, 34, 34, dk(W, .2))
    warp(s, 490, 1120, 296, 640, 74, ["#f3ead6", "#2f4a78", "#f3ead6", "#5c7db0"], 4)
    s.solid("M450 420H1160V462H450Z", "#b98050", .4, 90); s.rect(450, 416, 710, 8, "#e6b87e")
    d = "M484 560H1126V900H484Z"
    s.rect(484, 560, 642, 340, "#2f4a78")
    for j in range(17):
        y = 566 + j*20
        if j % 4 == 0: s.rect(484, y, 642, 9, "#f3ead6")
        elif j % 4 == 2:
            for i in range(18): s.poly([(502 + i*36 - 15, y + 5), (502 + i*36, y - 8), (502 + i*36 + 15, y + 5), (502 + i*36, y + 18)], ("#c8372d", "#e0b15a")[(i + j//4) % 2])
        else: s.rect(484, y, 642, 4, "#5c7db0")
    s.shade(d, "#111a33", .6, 0); s.solid("M450 548H1160V574H450Z", "#b98050", .4); s.path("M640 520Q760 486 880 520Q760 554 640 520Z", "#d9a266"); s.rect(710, 511, 100, 18, RED, 8); s.line([(880, 520), (1120, 556)], RED, 3)
    s.solid("M400 880H1210V930H400Z", lt(W, .08), .5, 90)
    s.beam([(70, 110), (310, 110), (1000, 1067), (400, 1067)], "#fff4cf", .5)
    s.solid("M560 1000H1050V1040H560Z", "#7a4e38", .4); s.rect(590, 1040, 24, 27, "#5a3a2b"); s.rect(1000, 1040, 24, 27, "#5a3a2b")
    s.solid("M150 880H330L310 1030H170Z", "#b98248", .6); [s.circ(x, y, 42, c) for x, y, c in ((190, 862, "#c8572d"), (260, 850, "#2f4a78"), (300, 876, "#e0b15a"))]; [s.path("M%d %dq30 20 60 0M%d %dq30 -24 60 -4" % (x - 30, y, x - 28, y + 6), None, st="#ffffff", sw=3, o=.4) for x, y in ((190, 862), (260, 850))]
    fig(s, 1370, 1000, 560, "carry", "#c8572d", "#3f4258", hair=GREY, style="bun", skirt="#2f4a78", skin=SKINS[1], flip=True); skein(s, 1270, 640, 130, "#5c7db0")


@pic("printing-press", "인쇄소에서 두 사람이 커다란 윤전기에서 나오는 종이를 살핀다.", (.45, .5))
def press(s):
    s.bg("#cfc9ba", "#9b978e"); s.rect(0, 870, 1600, 197, "#6a655f"); s.floorgrain(INK, .5, 90, 870)
    for i in range(5): s.rect(40 + i*320, 60, 240, 200, "#eef2e8"); [s.rect(40 + i*320 + q*80 - 4, 60, 8, 200, "#7b776e") for q in range(4)]; s.rect(40 + i*320, 156, 240, 8, "#7b776e")
    for x in (10, 330, 650, 970, 1290, 1580): s.rect(x - 8, 0, 24, 870, "#84807a")
    s.shade("M0 0H1600V870H0Z", "#4b4650", .5, 60, .4)
    G = "#3f6a66"
    for i, x in enumerate((180, 520, 860)):
        s.solid("M%d 330h290v540h-290z" % x, G, .6); s.rect(x, 330, 290, 16, lt(G, .2)); s.rect(x + 20, 700, 250, 140, dk(G, .2), 6)
        for (cx, cy, r) in ((x + 96, 450, 62), (x + 196, 450, 50), (x + 146, 580, 70)):
            s.circ(cx, cy, r, "#2b2b33"); s.circ(cx, cy, r - 7, ("#b9bcc0", "#d5d6d2", RED if i == 1 else "#e2b254")[(cx + i) % 3]); s.shade("M%d %da%d %d 0 1 0 .1 0Z" % (cx, cy - r + 7, r - 7, r - 7), INK, .7, 20); s.circ(cx, cy, 12, "#2b2b33")
        s.rect(x + 200, 720, 20, 20, RED, 10); s.rect(x + 236, 720, 20, 20, "#e2b254", 10)
    d = "M60 520C160 520 200 390 280 384C420 380 420 660 520 640C620 620 600 390 700 384C820 380 800 650 880 640C1000 620 1000 420 1110 440L1500 700"
    s.path(d, None, st="#fffdf5", sw=16); s.path(d, None, st="#d8cfbd", sw=3)
    s.circ(90, 620, 130, "#f3ecdc"); [s.circ(90, 620, r, None, st="#d8cfbd", sw=3) for r in (110, 86, 62, 40)]; s.circ(90, 620, 22, "#6b4330")
    s.solid("M1180 740H1600V790H1180Z", "#5a5650", .4); s.rect(1220, 790, 30, 140, "#44413d"); s.rect(1550, 790, 30, 140, "#44413d")
    for q in range(5):
        s.poly([(1230 + q*8, 730 - q*9), (1440 + q*8, 730 - q*9), (1480 + q*8, 744 - q*9), (1250 + q*8, 744 - q*9)], "#fffdf5" if q % 2 else "#e9e0cd")
    s.solid("M1230 560L1420 500L1500 690L1310 740Z", "#fffdf5", .15); s.poly([(1262, 574), (1330, 552), (1360, 624), (1292, 646)], "#d98a4e"); s.poly([(1350, 548), (1410, 529), (1420, 552), (1360, 571)], "#33415c"); s.circ(1400, 610, 26, RED); [s.line([(1306 + i*5, 664 + i*13), (1440 + i*5, 622 + i*13)], "#8f8b8c", 4, False) for i in range(4)]
    fig(s, 1150, 985, 560, "reach", "#3b4f78", "#31384a", hair=GREY, style="short", apron_="#8a7a66", skin=SKINS[2], arms=[[(2, -79), (11, -66), (20, -74)], [(2, -79), (10, -64), (24, -66)]]); fig(s, 1520, 985, 540, "carry", "#c8572d", "#2e3140", hair=BLACK, style="pony", skin=SKINS[0], flip=True)
    s.vig(INK, .4)


def bicycle(s, x, y, k, c, w=9):
    """A bicycle whose rear wheel touches (x, y)."""
    with s.at(x, y, k):
        for cx in (0, 200):
            s.circ(cx, -66, 64, None, st="#2a2a33", sw=9); s.circ(cx, -66, 57, None, st="#c9c6bf", sw=2)
            for a in range(0, 180, 20): s.line([(cx - 57*math.cos(math.radians(a)), -66 - 57*math.sin(math.radians(a))), (cx + 57*math.cos(math.radians(a)), -66 + 57*math.sin(math.radians(a)))], "#a5a29b", 1.2, False)
            s.circ(cx, -66, 8, "#2a2a33")
        for p in ([(0, -66), (84, -66), (58, -156), (0, -66)], [(84, -66), (168, -150), (62, -150)], [(168, -166), (200, -66)]): s.line(p, c, w, False)
        s.line([(58, -156), (52, -182)], "#2a2a33", 7, False); s.limb([(30, -186), (76, -184)], (16, 10), "#3a2420"); s.line([(168, -150), (162, -196), (192, -206), (204, -188)], "#2a2a33", 7); s.circ(84, -66, 17, None, st="#2a2a33", sw=6); s.line([(84, -66), (96, -34)], "#2a2a33", 6, False); s.rect(88, -36, 24, 7, "#2a2a33", 3)


@pic("bicycle-shop", "자전거포 주인이 작업대에 걸린 주홍 자전거 바퀴를 손보고 벽에는 바퀴들이 걸려 있다.", (.5, .5))
def bike(s):
    s.bg("#cfdcd3", "#9db7ae", a=40); s.rect(0, 850, 1600, 217, "#8a7564"); s.floorgrain("#3a2c2c", .5, 90, 850)
    for j in range(11):
        for i in range(15): s.rect(i*112 - (j % 2)*56, j*78, 108, 74, mix("#c6d6cc", "#b3c8be", s.r.random()), 3)
    s.shade("M0 0H1600V850H0Z", "#3f6a66", .5, 30, .5)
    for x, r, c in ((160, 100, "#33313c"), (400, 80, "#c8372d"), (1180, 110, "#33313c"), (1440, 90, "#e2b254")):
        s.circ(x, 210, r, None, st=c, sw=14); s.circ(x, 210, r - 10, None, st="#f3efe4", sw=3); [s.line([(x, 210), (x + (r - 10)*math.cos(a*.3927), 210 + (r - 10)*math.sin(a*.3927))], "#6f7d78", 2, False) for a in range(16)]; s.circ(x, 210, 12, c); s.rect(x - 5, 80 if r < 100 else 60, 10, 30, "#5a4a42")
    s.rect(560, 100, 480, 250, "#b98a5c", 4); [s.rect(590 + i*52, 130, 14, 110 + (i*37 % 60), ("#c9cdd0", RED, "#3f4a58", "#e2b254")[i % 4], 6) for i in range(8)]; [s.circ(640 + i*90, 300, 24, None, st="#c9cdd0", sw=8) for i in range(4)]
    s.lamp(1060, 70, 70, 130, "#e2b254", o=.6)
    s.rect(772, 520, 22, 440, "#4a4650"); s.rect(690, 950, 190, 22, "#4a4650", 8); s.line([(784, 530), (840, 560)], "#4a4650", 16, False)
    bicycle(s, 690, 860, 1.75, RED, 10)
    fig(s, 560, 985, 600, "work", "#3b5878", "#3a3a46", hair=GREY, style="short", apron_="#7a5138", skin=SKINS[2], hat=("cap", "#2f3a4a"), arms=[[(4, -76), (8, -58), (21, -47)], [(6, -76), (14, -60), (27, -52)]])
    bicycle(s, 1210, 1010, 1.2, "#3f7a76"); s.solid("M40 760H330V800H40Z", "#a8714c", .4); s.rect(50, 800, 24, 200, "#7a4e38"); s.rect(296, 800, 24, 200, "#7a4e38"); s.rect(70, 690, 150, 70, RED, 6); s.rect(120, 674, 50, 22, "#7d241e", 6); s.rect(240, 720, 40, 40, "#3f4a58"); s.vig("#22252a", .35)


@pic("radio-studio", "라디오 부스에서 진행자와 초대 손님이 마이크를 사이에 두고 마주 앉아 이야기한다.", (.5, .5))
def radio(s):
    s.bg("#3a3557", "#262240")
    for j in range(7):
        for i in range(14): x, y = i*116, j*116; s.rect(x + 3, y + 3, 110, 110, "#453f66" if (i + j) % 2 else "#3d3859", 8); s.poly([(x + 3, y + 113), (x + 113, y + 3), (x + 113, y + 113)], "#2d284a", o=.6)
    s.rect(430, 110, 740, 330, "#17142a", 10); s.rect(446, 126, 708, 298, s.lin("#5a6f9c", "#e9a87c")); s.rect(446, 340, 708, 84, "#2b2745"); fig(s, 640, 470, 300, "stand", "#7a8db5", "#333", hair=BLACK, sh=0, nolegs=1); fig(s, 940, 470, 290, "stand", "#c98d6a", "#333", hair=BLACK, style="bob", sh=0, nolegs=1); s.rect(446, 376, 708, 48, "#17142a"); s.line([(500, 126), (640, 424)], "#ffffff", 40, False, o=.08)
    s.rect(740, 34, 120, 50, RED, 8); s.glow(800, 60, 200, "#ff5a4a", .8)
    s.rect(0, 900, 1600, 167, "#1d1932"); s.glow(800, 560, 620, "#ffc98a", .5)
    for x, f, c, st, b, sk in ((430, False, "#e0a33f", "long", "#3b4060", SKINS[0]), (1170, True, "#3f8a84", "short", "#2b3148", SKINS[1])):
        s.rect(x - (60 if not f else -10), 540, 50, 300, "#15122a", 20)
        fig(s, x, 990, 760, "sit", c, b, hair=BLACK if f else BROWN, style=st, skin=sk, flip=f, sh=0, arms=[[(1, -58), (6, -42), (20, -44)], [(2, -58), (9, -42), (22, -46)]])
        hx = x + (-1 if f else 1)*3*7.6; s.path("M%.0f %.0fC%.0f %.0f %.0f %.0f %.0f %.0f" % (hx - (16 if not f else -16) - 26, 452, hx - 50, 372, hx + 50, 372, hx - (16 if not f else -16) + 26, 452), None, st=RED, sw=10); s.ell(hx - (14 if not f else -14), 452, 17, 24, "#17142a"); s.ell(hx - (14 if not f else -14), 452, 10, 16, RED)
        q = -1 if f else 1; s.rect(x - 85 - (0 if not f else 30), 794, 200, 34, "#15122a", 16); s.rect(x + q*10 - 9, 820, 18, 160, "#15122a"); s.rect(x + q*10 - 70, 972, 140, 14, "#15122a", 7)
    s.solid("M380 700H1220L1260 740H340Z", "#a8714c", .3, 0); s.solid("M340 740H1260V780H340Z", "#7a4e38", .5); s.rect(340, 736, 920, 6, "#e0ac74"); s.rect(740, 780, 120, 240, "#2b2745"); s.rect(640, 1010, 320, 24, "#2b2745", 8)
    for x, f in ((640, 1), (960, -1)):
        s.line([(x + f*60, 716), (x + f*40, 600), (x - f*10, 560)], "#15122a", 9, False); s.ell(x + f*60, 718, 40, 9, "#15122a")
        with s.at(x - f*14, 548, 1, -f*50): s.rect(-24, -46, 48, 90, "#15122a", 22); s.rect(-24, -46, 48, 52, "#cfc9d8", 22); [s.line([(-21, y), (21, y)], "#7a7390", 3, False) for y in range(-36, 4, 10)]
    s.rect(760, 690, 70, 26, "#f3ead8", 6); s.rect(486, 690, 44, 46, "#f3ead8", 6); s.poly([(1030, 724), (1130, 716), (1140, 730), (1040, 738)], "#fffdf5")
    s.vig("#0c0a1c", .55)
