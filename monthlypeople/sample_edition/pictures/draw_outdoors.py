"""Fields, streets, sea and mountains."""
import math
from draw_kit import INK, PAPER, RED, dk, lt, mix, pic, poly, spline
from draw_people import *  # noqa: F403
from draw_portraits import field_rows, skyline


def water(s, y0, y1, c1, c2, glint="#fff3d0", n=60, gx=None):
    """Water with glints, denser under the light at gx."""
    s.rect(0, y0, s.w, y1 - y0, s.lin(c1, c2))
    for _ in range(n):
        t = s.r.random()
        y = y0 + (y1 - y0)*t
        x = s.r.gauss(gx, 60 + 220*t) if gx and s.r.random() < .6 else s.r.uniform(0, s.w)
        w = 20 + 110*t*s.r.random()
        s.rect(x - w/2, y, w, 2 + 4*t, glint, 3, o=s.r.uniform(.2, .65))


def boat(s, x, y, k, hull, cabin="#f3ead8", flip=False):
    with s.at(x, y, k, flip=flip):
        s.solid("M-130 -46C-110 0 -90 24 -70 28H90C120 10 140 -30 150 -62C110 -48 -60 -42 -130 -46Z", hull, .6, 60)
        s.path("M-130 -46C-60 -42 110 -48 150 -62L148 -50C110 -36 -60 -32 -126 -36Z", "#f7f0e2")
        s.rect(-70, -110, 76, 66, cabin, 5); s.rect(-78, -120, 96, 14, dk(hull, .3), 4); [s.rect(-62 + i*34, -98, 26, 24, "#3f5d73", 3) for i in range(2)]
        s.line([(40, -46), (40, -210)], "#4a3a33", 6, False); s.line([(40, -200), (128, -70)], "#4a3a33", 3, False); s.line([(40, -200), (-60, -120)], "#4a3a33", 3, False); s.poly([(40, -208), (40, -180), (76, -194)], RED)


def house(s, x, y, w, h, wall, roof, door="#6b4430", lit=None, snow=False):
    """A small tiled house; (x, y) is the lower left corner."""
    s.rect(x, y - h, w, h, wall); s.rect(x + w*.62, y - h, w*.38, h, dk(wall, .2), o=.5)
    d = "M%.0f %.0fQ%.0f %.0f %.0f %.0fH%.0fQ%.0f %.0f %.0f %.0fZ" % (x - w*.14, y - h*.94, x + w*.04, y - h*1.1, x + w*.14, y - h*1.5, x + w*.86, x + w*.96, y - h*1.1, x + w*1.14, y - h*.94)
    s.path(d, roof)
    if snow: s.path(d, "#fbfaf6", t="translate(0 %.1f)" % (-h*.12)); s.shade(d, "#8fa3c4", .6, 20)
    else:
        for i in range(1, 8): s.line([(x + w*(.14 + .72*i/8), y - h*1.48), (x + w*(-.14 + 1.28*i/8), y - h*.96)], dk(roof, .3), 2, False, o=.6)
    win = lit or "#3f4a58"
    s.rect(x + w*.12, y - h*.66, w*.26, h*.36, win, 2); s.line([(x + w*.25, y - h*.66), (x + w*.25, y - h*.3)], door, 3, False); s.rect(x + w*.56, y - h*.7, w*.2, h*.7, door, 2)
    if lit: s.glow(x + w*.25, y - h*.48, w*.45, lit, .6)


@pic("harbor", "새벽 항구에 고깃배들이 정박해 있고 어부들이 부두에서 그물을 손질한다.", (.45, .5))
def harbor(s):
    s.bg("#5f7ba6", "#f3b98c", "#fbe3b4"); s.circ(1130, 430, 74, "#fff3cc"); s.glow(1130, 430, 520, "#ffdf9a", .8)
    [s.cloud(x, y, w, "#f6cfa6", .6) for x, y, w in ((120, 190, 380), (720, 130, 300), (1290, 240, 320))]
    s.ridge(440, 40, "#7f86a8", 5, sh=.2); s.ridge(490, 20, "#5f6b92", 7, seed=2, sh=.2)
    for i in range(13): house(s, 10 + i*66, 520, 52, 34 + (i*13 % 20), ("#f0dcc0", "#d98d6a", "#8fb0b0", "#e9c98a")[i % 4], ("#8a3b2e", "#4b5472")[i % 2])
    s.rect(1400, 330, 40, 190, "#fbf3e2"); s.rect(1400, 380, 40, 36, RED); s.rect(1400, 450, 40, 34, RED); s.rect(1392, 318, 56, 14, INK); s.rect(1404, 290, 32, 30, "#ffe39a"); s.poly([(1396, 290), (1420, 262), (1444, 290)], RED); s.glow(1420, 305, 160, "#fff0b8", .9); s.solid("M1300 520Q1420 490 1600 516V545H1300Z", "#4b5472", .5)
    water(s, 518, 900, "#e0b08f", "#3b5a80", n=110, gx=1130)
    boat(s, 900, 640, .8, "#3f7a76"); boat(s, 1310, 720, 1.15, RED, flip=True); boat(s, 560, 750, 1.5, "#2f4a78")
    for x, y, w in ((560, 800, 360), (1310, 758, 260), (900, 666, 170)): s.ell(x, y, w*.5, 12, "#24395c", o=.4)
    s.solid("M0 900H1600V1067H0Z", "#7d5b48", .5); [s.line([(i*120 - 40, 900), (i*150 - 260, 1067)], "#5a3f34", 3, False) for i in range(16)]; s.rect(0, 894, 1600, 12, "#c08f68")
    for x in (90, 1500): s.rect(x - 24, 830, 48, 80, "#3a3a46", 8); s.rect(x - 32, 824, 64, 18, "#4b4b58", 8)
    fig(s, 280, 1010, 420, "sit", "#e2b254", "#3a4a66", hat=("cap", "#2f4a78"), hair=GREY, skin=SKINS[3]); s.rect(236, 888, 70, 110, "#a8714c"); fig(s, 1180, 1010, 440, "work", "#c8553d", "#2f3a4f", hat=("beanie", "#2f4a78"), skin=SKINS[2], flip=True)
    d = [(340, 850), (480, 930), (640, 990), (800, 980), (960, 920), (1085, 780)]
    s.path(spline(d) + "L1040 1030L420 1040Z", "#3f7a76", o=.55)
    for i in range(22): s.line([(400 + i*32, 910 + 70*math.sin(i/7)), (380 + i*34, 1036)], "#bfe0d2", 1.6, False, o=.7); 
    for j in range(5): s.line([(x, y + (1036 - y)*j/5) for x, y in d], "#bfe0d2", 1.6, o=.7)
    for x in (480, 640, 800): s.circ(x, 1012, 15, "#e2863f")
    s.vig("#1d2440", .3)


@pic("rice-field", "물 댄 논에 하늘이 비치고 농부 세 사람이 허리를 굽혀 모를 심는다.", (.5, .6))
def rice(s):
    s.bg("#9cc9cf", "#fbe9c0"); s.circ(360, 220, 74, "#fff8dc"); s.glow(360, 220, 420, "#fff2c0", .8); [s.cloud(x, y, w, "#ffffff", .7) for x, y, w in ((700, 190, 420), (1240, 270, 320))]
    s.peaks([(-40, 420), (160, 330), (330, 390), (560, 250), (760, 380), (980, 290), (1200, 390), (1420, 270), (1660, 400)], "#8fb3b3"); s.ridge(450, 34, "#6d9e86", 7); s.ridge(500, 20, "#4f8566", 8, seed=4)
    for i in range(6): house(s, 900 + i*92, 545, 64, 36, "#f3e2c4", ("#8a4b3a", "#4b5a66")[i % 2])
    for x in (860, 1480, 250, 320, 130): s.tree(x, 556, 110, "#3f7550")
    for i, (y, h, c) in enumerate(((540, 50, "#a9cf8a"), (590, 64, "#bcd9d2"), (654, 90, "#a3cbd0"), (744, 330, "#8fbfca"))):
        s.rect(0, y, 1600, h, s.lin(lt(c, .3), c)); s.path("M0 %dQ500 %d 900 %dT1600 %dV%dQ1200 %d 900 %dT0 %dZ" % (y, y - 8, y + 4, y - 4, y + 10 + i*3, y + 14 + i*3, y + 18 + i*3, y + 10 + i*3), "#7f9a4f")
        for q in range(70 if i else 0):
            x = (q % 35)*47 + s.r.uniform(-6, 6); yy = y + 24 + (q//35)*h*.45; k = (yy - 540)/420
            for a in (-1, 0, 1): s.line([(x, yy), (x + a*7*(.4 + k), yy - 16 - 26*k)], "#5f9a48", 2 + 2*k, False)
    for i in range(7): s.rect(360 - 80 + i*9 + (i % 2)*20, 700 + i*26, 150 - i*16, 7, "#fff8dc", 4, o=.8)
    for x, y, h, c, f, b in ((520, 930, 330, "#c8553d", False, "#3f4f6b"), (980, 890, 290, "#f3ead8", True, "#4a5a78"), (1290, 960, 350, "#e2a94a", True, "#39506b")):
        s.ell(x, y + 8, h*.3, 12, "#4f8a96", o=.6); fig(s, x, y, h, "bend", c, b, hat=("straw", "#efcf8a"), flip=f, skin=SKINS[2], sh=0, shoes="#3a4a56"); [s.ell(x, y + 2, h*q, h*q*.1, None, st="#ffffff", sw=2, o=.5) for q in (.12, .2)]
        px = x + (-1 if f else 1)*h*.36; [s.line([(px, y - h*.14), (px + a*10, y - h*.3)], "#6fae4e", 5, False) for a in (-2, -1, 0, 1, 2)]
    for q in range(60):
        x, yy = (q % 20)*84 + (q//20)*30, 990 + (q//20)*44
        for a in (-2, -1, 0, 1, 2): s.line([(x, yy + 20), (x + a*10, yy - 40 + abs(a)*6)], mix("#4f8f42", "#8fc458", s.r.random()), 5, False)


@pic("greenhouse", "유리온실 안에 토마토 덩굴이 줄지어 자라고 원예사가 열매를 딴다.", (.5, .55))
def greenhouse(s):
    s.bg("#cfe9e2", "#f6f2cf"); s.ridge(430, 30, "#a9cfb4", 6)
    vx, vy = 800, 480
    s.poly([(0, 1067), (vx - 120, 600), (vx + 120, 600), (1600, 1067)], "#b58a62"); s.poly([(560, 1067), (vx - 40, 600), (vx + 40, 600), (1040, 1067)], "#e6cfa4")
    for i in range(5):      # arches
        k = (1, .66, .44, .3, .21)[i]; cx, by = 800, 480 + (640*k)
        s.path("M%.0f %.0fV%.0fQ%.0f %.0f %.0f %.0fQ%.0f %.0f %.0f %.0fV%.0f" % (cx - 830*k, by, vy - 160*k, cx - 760*k, vy - 470*k, cx, vy - 560*k, cx + 760*k, vy - 470*k, cx + 830*k, vy - 160*k, by), None, st=mix("#ffffff", "#bcd6cf", i/5), sw=20*k)
    for a in (-830, -700, -380, 0, 380, 700, 830):
        t = {830: 160, 700: 380, 380: 520, 0: 560}[abs(a)]; s.line([(800 + a, vy - t), (800 + a*.21, vy - t*.21)], "#ffffff", 6, False, o=.8)
    s.rect(690, 420, 220, 190, "#e9f6ee", o=.6); s.rect(690, 420, 220, 190, None, st="#ffffff", sw=6); s.line([(800, 420), (800, 610)], "#ffffff", 5, False)
    s.glow(800, 300, 640, "#fffbe0", .6)
    for side in (-1, 1):
        for row in (1, 0):
            for i in range(6, -1, -1):
                k = .22*(1.32**i) if row == 0 else .2*(1.28**i)
                x = 800 + side*(560 if row == 0 else 980)*k*1.0; y = 490 + 520*k
                if row and abs(x - 800) < 200: continue
                H = 620*k
                s.rect(x - 4*k, y - H, 8*k, H, "#6b7f4a")
                for q in range(13):
                    yy = y - H*(q/13); a = s.r.uniform(-1, 1); s.ell(x + a*70*k, yy - 10*k, 66*k, 34*k, mix("#2f6b48", "#86b85a", s.r.random()), t="rotate(%.0f %.1f %.1f)" % (a*40, x + a*70*k, yy))
                for q in range(9):
                    c = s.r.choice(["#d8402f", "#d8402f", "#e8763a", "#a9c24f"]); xx, yy = x + s.r.uniform(-80, 80)*k, y - H*s.r.uniform(.1, .85); s.circ(xx, yy, 20*k, c); s.circ(xx - 6*k, yy - 6*k, 5*k, "#fff0d8", o=.7)
                s.solid("M%.0f %.0fh%.0fv%.0fh%.0fz" % (x - 100*k, y, 200*k, 60*k, -200*k), "#e6dcc6", .5)
    fig(s, 745, 985, 480, "reach", "#f0c25a", "#4a5f86", hat=("straw", "#efd9a0"), hair=BLACK, style="pony", skin=SKINS[1], flip=True, apron_="#3f6b56"); s.solid("M770 900H930L910 1000H790Z", "#b98248", .6); [s.circ(796 + i*36, 896 - (i % 2)*12, 26, "#d8402f") for i in range(4)]
    s.beam([(300, 0), (620, 0), (1200, 1067), (700, 1067)], "#fffbe0", .35)


@pic("solar-farm", "언덕 위에 줄지어 선 태양광 패널 사이를 안전모 쓴 기술자 두 사람이 걷는다.", (.5, .55))
def solar(s):
    s.bg("#7fb6cf", "#f8e6b8"); s.circ(1230, 240, 96, "#fff6cf"); s.glow(1230, 240, 560, "#ffefb0", .9); [s.cloud(x, y, w, "#ffffff", .7) for x, y, w in ((120, 200, 420), (640, 140, 300))]
    s.peaks([(-40, 470), (200, 380), (420, 440), (700, 330), (980, 450), (1250, 390), (1650, 480)], "#8fb5b0"); s.ridge(520, 26, "#7fa873", 6)
    for x, k in ((420, 1), (560, .7), (300, .8)):
        s.poly([(x - 5*k, 540), (x + 5*k, 540), (x + 2*k, 540 - 260*k), (x - 2*k, 540 - 260*k)], "#ffffff")
        for a in (20, 140, 260): s.limb([(x, 540 - 260*k), (x + 110*k*math.cos(math.radians(a)), 540 - 260*k + 110*k*math.sin(math.radians(a)))], (9*k, 2), "#ffffff")
    s.rect(0, 540, 1600, 527, s.lin("#a9c272", "#6d9650")); s.floorgrain("#2f5a3a", .4, 90, 540)
    for j, (y, h, w) in enumerate(((570, 44, 110), (640, 66, 168), (740, 98, 250), (880, 150, 380))):
        x = -60 - j*70
        while x < 1700:
            if not (j == 3 and 560 < x + w/2 < 1040) and not (j == 2 and 690 < x + w/2 < 960):
                sk = h*.55
                for q in (.2, .8): s.rect(x + w*q, y + h*.5, 6 + j*2, h*.75, "#7d8790")
                P = [(x + sk, y), (x + w + sk, y), (x + w, y + h), (x, y + h)]
                s.poly(P, s.lin("#6fa4d0", "#1f3f78", a=60))
                for q in range(1, 5): s.line([(x + sk + w*q/5, y), (x + w*q/5, y + h)], "#a9cbe6", 1.5 + j*.4, False, o=.7)
                for q in (1, 2): s.line([(x + sk*(1 - q/3), y + h*q/3), (x + w + sk*(1 - q/3), y + h*q/3)], "#a9cbe6", 1.5 + j*.4, False, o=.7)
                s.poly([(x + sk + w*.1, y), (x + sk + w*.3, y), (x + w*.18, y + h), (x - w*.0, y + h)], "#ffffff", o=.16); s.line(P + P[:1], "#eef4f6", 2 + j*.7, False)
            x += w*1.12
    fig(s, 740, 1010, 400, "walk", "#f08a3c", "#37455f", hat=("helmet", "#fbf3e2"), skin=SKINS[1]); fig(s, 900, 1015, 380, "walk", "#e2b23f", "#4a4456", hat=("helmet", RED), style="pony", hair=BLACK, skin=SKINS[0])
    for i in range(26): s.plant(i*66, 1080, 50, "#5f8a45", 5, 1.4)


@pic("mountain-trail", "안개 낀 산줄기를 굽어보며 배낭을 멘 등산객 둘이 능선 길을 오른다.", (.4, .6))
def mountain(s):
    s.bg("#f4c79a", "#fbe9c8", "#d9e0d0"); s.circ(1120, 300, 90, "#fff6da"); s.glow(1120, 300, 520, "#ffe7b0", .8)
    s.peaks([(-50, 500), (140, 360), (260, 430), (470, 250), (640, 420), (840, 330), (1010, 440), (1240, 300), (1420, 420), (1650, 330)], "#b9b8b4"); s.glow(800, 540, 900, "#fdeed0", .6, 120)
    s.peaks([(-50, 600), (120, 520), (330, 600), (560, 430), (760, 580), (980, 480), (1190, 590), (1400, 460), (1650, 580)], "#8aa3a0"); s.ell(800, 650, 1000, 50, "#fdf3dc", o=.5, fl="b16")
    s.peaks([(-50, 700), (200, 600), (420, 700), (660, 600), (900, 720), (1120, 600), (1340, 700), (1650, 570)], "#5d8480"); s.ell(900, 770, 900, 44, "#f3ead4", o=.45, fl="b16")
    s.ridge(800, 40, "#3f6a64", 6, sh=.2)
    for i in range(24): s.pine(i*72 + s.r.uniform(-20, 20), 860 + s.r.uniform(-20, 40), 110 + s.r.uniform(0, 60), "#2f5852")
    d = "M-20 1100V830C160 760 300 740 420 800C560 860 760 900 980 960C1200 1010 1400 1030 1640 1040V1100Z"
    s.path(d, "#2b4744"); s.shade(d, "#0f2224", .7, 90); s.path("M330 1070C520 1000 640 960 560 900C500 860 420 840 380 800C372 786 384 780 396 788C450 830 640 850 700 900C740 960 640 1020 620 1070Z", "#c9a878")
    fig(s, 470, 858, 260, "walk", RED, "#33384a", pack="#e2b254", hat=("cap", "#2f4560"), skin=SKINS[1], flip=True, sh=.2); fig(s, 700, 955, 310, "walk", "#3f7a8a", "#4a4052", pack="#c8744a", hair=BLACK, style="pony", skin=SKINS[0], flip=True, sh=.2)
    for x, y, f in ((400, 850, 1), (610, 950, 1)): s.line([(x, y), (x + 26, y - 120)], "#3a2a26", 5, False)
    s.pine(1280, 1080, 420, "#24433f"); s.pine(1430, 1090, 520, "#1f3a38"); s.pine(1550, 1080, 400, "#24433f"); s.pine(90, 1080, 330, "#24433f")
    for x, y, r in ((1000, 1010, 60), (1090, 1040, 44), (220, 1010, 50)): s.blob([(x - r, y + r*.4), (x - r*.6, y - r*.4), (x + r*.2, y - r*.6), (x + r, y + r*.1), (x + r*.8, y + r*.5)], "#6d7f78")


@pic("night-city", "밤의 도심 강변에 빌딩 불빛이 켜지고 다리 위로 차들의 빛줄기가 흐른다.", (.5, .45))
def night(s):
    s.bg("#141a3c", "#3a3566", "#c9736a"); [s.circ(s.r.uniform(0, 1600), s.r.uniform(0, 320), s.r.uniform(1, 2.6), "#fff3cf", o=.8) for _ in range(70)]
    s.circ(300, 180, 56, "#f8e9c0"); s.glow(300, 180, 260, "#ffeec0", .5); s.circ(322, 170, 50, "#1e2148", o=.9)
    s.ridge(520, 46, "#4a3f6c", 6, sh=.1)
    skyline(s, 700, ["#453f70", "#312f5c", "#20214a"], 230, 480, 60, 120, "#ffd98a", "#4b4a80", .34)
    s.poly([(1080, 700), (1094, 210), (1110, 130), (1126, 210), (1140, 700)], "#191a3d"); s.line([(1110, 130), (1110, 70)], "#191a3d", 5, False); s.circ(1110, 68, 6, RED); s.glow(1110, 68, 60, "#ff6a5a", .9); s.windows(1098, 230, 26, 460, 2, 34, "#3a3a70", "#ffe2a0", .6)
    water(s, 700, 1067, "#5a4470", "#12152f", "#ffd08a", 50)
    for i in range(64): x, h = s.r.uniform(0, 1600), s.r.uniform(40, 220); s.rect(x, 704, s.r.uniform(5, 14), h, s.lin((s.r.choice(["#ffd98a", "#ff9a6a", "#9ad0ff"]), .6), ("#ffd98a", 0)))
    s.path("M-20 800Q800 700 1620 800V836Q800 736 -20 836Z", "#0e1028")
    for i in range(9): x = 60 + i*185; y = 800 - 50*(1 - ((x - 800)/800)**2); s.rect(x - 9, y + 20, 18, 190, "#0e1028")
    for cx in (460, 1140):
        s.rect(cx - 10, 500, 20, 280, "#0e1028"); 
        for a in range(-5, 6):
            if a: x = cx + a*62; s.line([(cx, 506), (x, 800 - 50*(1 - ((x - 800)/800)**2))], "#8f86b8", 2.4, False, o=.8)
        s.circ(cx, 498, 7, RED)
    s.path("M-20 798Q800 698 1620 798", None, st="#ffe9a8", sw=5); s.path("M-20 808Q800 708 1620 808", None, st="#ff5a4a", sw=5)
    for i in range(34): x = i*50; y = 794 - 50*(1 - ((x - 800)/800)**2); s.circ(x, y - 12, 4, "#fff3cf"); s.glow(x, y - 12, 20, "#ffe2a0", .8)
    s.path("M0 1067V985Q400 950 800 990T1600 980V1067Z", "#0a0b1e"); s.rect(1466, 760, 9, 260, "#0a0b1e"); s.glow(1470, 756, 260, "#ffd890", .8); s.ell(1470, 752, 26, 30, "#fff0c4"); fig(s, 1300, 1030, 290, "stand", "#c23a31", "#2a2444", back=True, hair="#17142a", style="long", sh=0, skirt="#3a2350"); fig(s, 1380, 1032, 315, "stand", "#4a5f96", "#2a2444", back=True, hair="#17142a", sh=0); s.line([(0, 985), (1600, 985)], "#1f2044", 7, False); [s.line([(x, 985), (x, 1067)], "#1f2044", 5, False) for x in range(0, 1600, 90)]
    s.vig("#05061a", .5)


@pic("market-alley", "천막 아래 등이 켜진 시장 골목에서 상인이 과일을 팔고 사람들이 장을 본다.", (.5, .58))
def market(s):
    s.bg("#f3c78f", "#e59a6a", "#a85a4a"); s.poly([(560, 300), (1040, 300), (980, 660), (620, 660)], "#fbe3b0"); s.glow(800, 440, 420, "#fff0c0", .8)
    for side in (0, 1):
        m = (lambda x: 1600 - x) if side else (lambda x: x)
        for i, (xa, xb, ya, yb) in enumerate(((0, 300, 40, 150), (300, 470, 150, 222), (470, 580, 222, 266))):
            ba, bb = 1067 - ya*1.0, 700 + (300 - yb)*1.6
            s.poly([(m(xa), ya - 60), (m(xb), yb - 50), (m(xb), bb), (m(xa), ba + 60)], ("#7a4440", "#8f5348", "#a8634f")[i])
            cols = ((RED, "#f6e6c8"), ("#3f7a76", "#f6e6c8"), ("#e2a94a", "#f6e6c8"))[(i + side) % 3]
            n = 6
            for q in range(n):
                t0, t1 = q/n, (q + 1)/n
                X0, X1 = xa + (xb - xa)*t0, xa + (xb - xa)*t1; Y0, Y1 = ya + 130 + (yb + 70 - ya - 130)*t0, ya + 130 + (yb + 70 - ya - 130)*t1
                dr = 110 - i*32
                s.poly([(m(X0), Y0), (m(X1), Y1), (m(X1 + dr*1.1), Y1 + dr), (m(X0 + dr*1.1), Y0 + dr)], cols[q % 2]); s.circ(m((X0 + X1)/2 + dr*1.1), (Y0 + Y1)/2 + dr, (X1 - X0)*.5, cols[q % 2])
            s.poly([(m(xa + 10), ya + 280 - i*30), (m(xb), yb + 180 - i*26), (m(xb), bb - 40), (m(xa + 10), ba - 60)], "#4a2a30", o=.55)
    s.poly([(0, 1067), (620, 660), (980, 660), (1600, 1067)], s.lin("#d9a878", "#8a5a50")); [s.line([(620, 660 + 0), (980, 660)], "#8a5a50", 2)]
    for y in (690, 740, 820, 930): s.rect(0, y, 1600, 3, "#7a4a44", o=.25)
    for i in range(9): s.line([(640 + i*40, 660), (i*200, 1067)], "#7a4a44", 2, False, o=.35)
    for i, (xa, xb) in enumerate(((-40, 330), (1270, 1640))):
        for j in range(3):
            y = 760 + j*84; s.solid("M%d %dH%dL%d %dH%dZ" % (xa + (0 if i else 0), y, xb - (j*-26 if not i else 0), xb + (30 if not i else 0), y + 78, xa - (30 if i else 0)), ("#b98248", "#a06c3c", "#8a5a34")[j], .5)
            n = 10
            for q in range(n): s.circ(xa + 22 + q*36, y - 6 - (q % 2)*10, 24, (("#d8402f", "#f0b23f", "#86a84a"), ("#e8863a", "#7a3f66", "#f2d35a"))[i][j]); s.circ(xa + 15 + q*36, y - 14 - (q % 2)*10, 6, "#fff3d8", o=.6)
    fig(s, 400, 930, 440, "reach", "#3f6b68", "#3a3a4a", hair=GREY, style="bun", apron_="#e9dcc0", skin=SKINS[1], hat=("scarf", RED)); fig(s, 620, 960, 470, "carry", "#c8553d", "#33384a", hair=BLACK, style="bob", flip=True, skirt="#33384a", skin=SKINS[0], bag="#f6e6c8"); fig(s, 1060, 950, 480, "walk", "#4a6a96", "#39364a", hair=BROWN, skin=SKINS[1], flip=True, bag="#e2b254"); fig(s, 1230, 940, 400, "side", "#e2a94a", "#4a3a4a", hair=WHITE, style="bob", skirt="#6b4a66", skin=SKINS[1])
    fig(s, 780, 720, 190, "walk", "#7a5a86", "#3a3448", hair=BLACK, style="long"); fig(s, 860, 700, 160, "walk", "#5a8a86", "#3a3448", flip=True); fig(s, 720, 690, 140, "stand", "#b5574a", "#3a3448", back=True)
    for x, y, k in ((180, 300, 1.2), (430, 330, .9), (560, 350, .6), (1420, 300, 1.2), (1170, 330, .9), (1040, 350, .6)): s.line([(x, y - 90*k), (x, y)], INK, 3, False); s.glow(x, y + 16*k, 150*k, "#ffe2a0", .8); s.ell(x, y + 18*k, 24*k, 30*k, "#fff3cf")
    s.line([(0, 60), (400, 150), (800, 170), (1200, 150), (1600, 60)], "#5a3430", 4); [s.poly([(i*80 - 22, 66 + 104*math.sin(i/20*3.14)), (i*80 + 22, 66 + 104*math.sin(i/20*3.14)), (i*80, 112 + 104*math.sin(i/20*3.14))], (RED, "#3f7a76", "#f6e6c8", "#e2a94a")[i % 4]) for i in range(1, 20)]
    s.vig("#3a1420", .4)


@pic("running-track", "붉은 육상 트랙의 곡선 위를 세 명의 주자가 아침 햇살 속에 달린다.", (.55, .5))
def track(s):
    s.bg("#f6d9a8", "#fbeccb"); s.circ(300, 210, 80, "#fff9e2"); s.glow(300, 210, 420, "#fff2c4", .8)
    s.ridge(330, 20, "#9fb8a6", 7, sh=.2)
    s.path("M0 420L1600 300V470H0Z", "#6f7f96"); [s.line([(0, 420 + j*14 + 6), (1600, 306 + j*26)], "#9aa8b8", 3, False) for j in range(5)]
    for i in range(300): x = s.r.uniform(0, 1600); y = 425 - x*.075 + s.r.random()*(34 + x*.03); s.circ(x, y, 5, s.r.choice([RED, "#f6e6c8", "#e2b254", "#33415c", "#33415c", "#4f6a86"]))
    s.poly([(420, 240), (1600, 120), (1600, 176), (440, 268)], "#39435c"); [s.line([(500 + i*240, 250 - i*22), (500 + i*240, 390 - i*16)], "#39435c", 8, False) for i in range(5)]
    s.rect(0, 466, 1600, 90, "#7fa85a"); s.poly([(0, 500), (1600, 520), (1600, 600), (0, 540)], "#93ba66")
    d = "M-20 1100V640C400 560 900 520 1640 540V1100Z"
    s.path(d, "#c8502f"); s.shade(d, "#6b1f1c", .6, 100, .2)
    for i in range(6): t = i/5; s.path("M-20 %.0fC%.0f %.0f %.0f %.0f 1640 %.0f" % (640 + 470*t, 400, 560 + 420*t, 900, 520 + 300*t, 540 + 190*t + t*t*40), None, st="#fbeede", sw=3 + 7*t)
    for x, y, h, c, b, st, hc, sk in ((1180, 700, 270, "#3f7a8a", "#22314d", "short", BLACK, SKINS[2]), (860, 800, 370, "#e9b23f", "#33384a", "pony", BLACK, SKINS[0]), (470, 940, 500, "#f7f1e4", "#22314d", "short", BROWN, SKINS[1])):
        s.path("M%d %dl%d 16l-60 14z" % (x - h*.1, y - 4, -h*.7), "#5a1a1c", o=.35, fl="b4"); fig(s, x, y, h, "run", c, b, hair=hc, style=st, skin=sk, sleeves=False, shoes=RED if h != 370 else "#3f7a8a", sh=.3)
        s.rect(x + h*.03, y - h*.74, h*.075, h*.06, "#ffffff" if c != "#f7f1e4" else RED, 2)
    s.beam([(200, 100), (420, 100), (1600, 900), (900, 1067)], "#fff6d0", .35)


@pic("island-ferry", "섬으로 향하는 하얀 여객선이 물살을 가르고 갈매기가 따라 난다.", (.5, .55))
def ferry(s):
    s.bg("#7fc0d2", "#e8f2e0"); [s.cloud(x, y, w, "#ffffff", .85) for x, y, w in ((90, 230, 460), (760, 150, 360), (1230, 270, 380))]; s.glow(1300, 120, 460, "#fff6d0", .7)
    s.ridge(500, 40, "#9cc3c2", 5, 600); d = "M900 560C1000 470 1080 400 1180 410C1260 420 1300 350 1390 370C1480 400 1560 500 1640 540V600H880Z"
    s.path(d, "#5f9478"); s.shade(d, "#1d4a4a", .7, 60); [s.tree(x, y, h, "#4d8560") for x, y, h in ((1120, 520, 90), (1210, 500, 100), (1330, 510, 110), (1450, 530, 90))]
    for i in range(6): house(s, 1020 + i*84, 580, 56, 34, "#fbf3e2", (RED, "#e2863f", "#3f6f8a")[i % 3])
    s.rect(930, 500, 22, 80, "#ffffff"); s.rect(926, 492, 30, 10, RED); s.poly([(928, 492), (941, 474), (954, 492)], RED)
    water(s, 578, 1067, "#5fb0bd", "#1c5f7c", "#eafaf2", 120)
    with s.at(640, 740, 1.5):
        [s.path("M-290 %dQ-360 %d -430 %dT-560 %d" % (46 + i*10, 40 + i*14, 52 + i*15, 48 + i*22), None, st="#ffffff", sw=7 - i, o=.75 - i*.13) for i in range(4)]
        s.solid("M-300 -40H250Q330 -44 400 -66Q360 20 290 60H-270Q-296 20 -300 -40Z", "#fbf8ef", .5, 60); s.path("M-298 -8H362Q350 12 336 26H-290Q-296 10 -298 -8Z", RED); s.path("M-284 40H316Q304 52 290 60H-270Q-278 52 -284 40Z", "#24395c")
        s.solid("M-240 -110H210L240 -40H-250Z", "#fbf8ef", .4, 0); [s.rect(-226 + i*44, -92, 30, 30, "#3f6f8a", 4) for i in range(10)]
        s.solid("M-190 -170H120L140 -110H-200Z", "#f3ead8", .4, 0); [s.rect(-176 + i*40, -154, 28, 28, "#3f6f8a", 4) for i in range(7)]; s.rect(30, -212, 82, 44, "#fbf8ef", 4); s.rect(40, -202, 78, 18, "#24395c", 3); s.rect(-90, -234, 64, 66, RED); s.rect(-90, -234, 64, 16, "#24395c"); s.line([(56, -210), (56, -290)], "#24395c", 5, False); s.poly([(56, -290), (56, -262), (20, -276)], RED)
        for i in range(7): fig(s, -220 + i*62, -110, 46, "stand", (RED, "#e2b254", "#3f6f8a", "#7a5a86")[i % 4], "#333", hair=BLACK, sh=0)
        s.line([(-250, -128), (90, -128)], "#24395c", 2, False); s.path("M270 60Q360 70 400 96Q300 84 200 76Q-60 90 -300 74Q-60 60 270 60Z", "#ffffff", o=.8)
    for x, y, k in ((330, 330, 1.2), (480, 430, .8), (1050, 300, 1), (200, 470, .7), (860, 390, .6)):
        s.path("M%.0f %.0fQ%.0f %.0f %.0f %.0fQ%.0f %.0f %.0f %.0fQ%.0f %.0f %.0f %.0fQ%.0f %.0f %.0f %.0fZ" % (x - 70*k, y - 20*k, x - 30*k, y - 34*k, x, y, x + 30*k, y - 34*k, x + 70*k, y - 16*k, x + 30*k, y - 16*k, x + 4*k, y + 14*k, x - 30*k, y - 12*k, x - 70*k, y - 20*k), "#ffffff"); s.ell(x, y + 2*k, 20*k, 8*k, "#ffffff"); s.poly([(x - 70*k, y - 20*k), (x - 48*k, y - 26*k), (x - 50*k, y - 18*k)], "#4a5566")


@pic("snow-village", "눈 덮인 산골 마을의 기와집마다 노란 불이 켜지고 함박눈이 내린다.", (.5, .55))
def snow(s):
    s.bg("#2f4270", "#7f8fb8", "#e3c3b8"); s.peaks([(-50, 460), (180, 300), (380, 420), (620, 240), (860, 410), (1080, 300), (1330, 430), (1650, 280)], "#8f9cc0", .7); s.peaks([(-50, 540), (240, 430), (480, 530), (760, 420), (1020, 530), (1300, 410), (1650, 540)], "#6d7dab", .6)
    s.ridge(590, 24, "#c9d0e6", 6); [s.pine(40 + i*70 + s.r.uniform(-16, 16), 620 + s.r.uniform(-10, 14), 90 + s.r.uniform(0, 60), "#3f5580") for i in range(23)]
    s.ridge(660, 30, "#e3e4f0", 5)
    L = "#ffd98a"
    for x, y, w, h in ((180, 700, 130, 62), (420, 680, 110, 54), (640, 700, 130, 60), (900, 676, 110, 54), (1120, 706, 140, 64), (1360, 684, 120, 58)): house(s, x, y, w, h, "#d9bfae", "#4a4f74", lit=L, snow=True)
    s.ridge(760, 26, "#f3f1f3", 5, seed=8)
    for x, y, w, h in ((70, 880, 230, 110), (520, 860, 260, 120), (1140, 890, 280, 126)):
        house(s, x, y, w, h, "#c9a48e", "#3d4268", lit=L, snow=True); s.path("M%d %dq-20 -50 6 -90t-4 -90" % (x + w*.7, y - h*1.5), None, st="#ffffff", sw=14, o=.4, fl="b4")
    d = "M-20 1100V900Q300 850 700 890T1640 900V1100Z"; s.path(d, "#fbfaf8"); s.shade(d, "#7f93c4", .6, 90, .2)
    s.path("M760 890C700 950 900 980 820 1080H1060C1040 980 840 960 860 892Z", "#cfd4e8"); fig(s, 840, 985, 200, "walk", RED, "#33384f", hat=("beanie", "#e2b254"), skin=SKINS[0], coat=RED); fig(s, 930, 1010, 150, "walk", "#3f6f8a", "#33384f", hat=("beanie", RED), skin=SKINS[0], coat="#3f6f8a")
    for x, y, h in ((430, 1000, 300), (1520, 1010, 330), (330, 1040, 200)): s.pine(x, y, h, "#35507c"); [s.poly([(x - h*(.2 - q*.045), y - h*(.13 + q*.2)), (x + h*(.1 - q*.02), y - h*(.16 + q*.2)), (x, y - h*(.44 + q*.2))], "#ffffff", o=.85) for q in range(4)]
    for x in (1000,): s.rect(x - 5, 760, 10, 190, "#2a2d4a"); s.glow(x, 750, 170, "#ffe2a0", .9); s.rect(x - 16, 728, 32, 40, "#ffe9b0", 5); s.poly([(x - 24, 730), (x, 706), (x + 24, 730)], "#fbfaf8")
    for _ in range(260): s.circ(s.r.uniform(0, 1600), s.r.uniform(0, 1067), s.r.choice([2, 3, 3, 4, 6]), "#ffffff", o=s.r.uniform(.5, .95))


@pic("autumn-street", "은행잎이 노랗게 물든 가을 거리를 코트 입은 사람들이 걷는다.", (.5, .6))
def autumn(s):
    s.bg("#f3dcb0", "#f8ecd0"); s.poly([(640, 380), (960, 380), (900, 640), (700, 640)], "#fff3d4"); s.glow(800, 480, 480, "#fff6d8", .9)
    for side in (0, 1):
        m = (lambda x: 1600 - x) if side else (lambda x: x)
        for i, (xa, xb, ya, yb, c) in enumerate(((0, 240, -40, 110, "#a85f4a"), (240, 420, 60, 190, "#c08a66"), (420, 560, 210, 290, "#8f7f86"), (560, 660, 300, 350, "#b9a89a"))):
            c = c if not side else ("#8a7466", "#b5684f", "#c9a57c", "#a3a09c")[i]
            s.poly([(m(xa), ya), (m(xb), yb), (m(xb), 690 - i*14), (m(xa), 900 - i*60)], c); n = 4
            for q in range(n):
                for r in range(5):
                    X0, X1 = xa + (xb - xa)*(q + .2)/n, xa + (xb - xa)*(q + .75)/n
                    f = lambda X, t: (m(X), (ya + (yb - ya)*(X - xa)/(xb - xa))*(1 - t) + t*(900 - i*60 + (690 - i*14 - 900 + i*60)*(X - xa)/(xb - xa)))
                    t0 = .06 + r*.14; s.poly([f(X0, t0), f(X1, t0), f(X1, t0 + .085), f(X0, t0 + .085)], "#fbe3a6" if s.r.random() < .3 else dk(c, .4))
            s.poly([f(xa, .78), f(xb, .78), f(xb, .96), f(xa, .96)], "#4a3a40")
    s.rect(0, 640, 1600, 427, s.lin("#d9b678", "#c9985c")); s.poly([(-200, 1067), (700, 640), (900, 640), (1800, 1067)], s.lin("#e9c98a", "#c9985c")); s.poly([(420, 1067), (760, 640), (840, 640), (1180, 1067)], s.lin("#b9aea6", "#9a8c88"))
    Y = "#e9b22f"
    for x, y, h in ((600, 690, 280), (1000, 690, 280), (520, 760, 420), (1080, 760, 420), (330, 880, 640), (1270, 880, 640)): s.tree(x, y, h, mix(Y, "#d98a2a", s.r.random()*.4), "#4a3833")
    for x, y, h, c, f, st, b in ((720, 860, 300, "#6b4a3a", False, "long", "#33384a"), (900, 820, 260, "#3f5d73", True, "short", "#2b2f3f"), (830, 720, 140, RED, False, "bob", "#333"), (770, 700, 120, "#5a6a58", True, "short", "#333")): fig(s, x, y, h, "walk", c, b, coat=c, style=st, flip=f, hair=BLACK, skin=SKINS[0], bag="#2f2a33" if f and h > 200 else None)
    fig(s, 560, 1010, 470, "walk", RED, "#33384a", coat=RED, style="bob", hair=BLACK, skin=SKINS[0], bag="#3a2a26"); s.limb([(548, 628), (574, 634), (590, 630)], (26, 26, 22), "#f3e2c4")
    s.line([(1000, 960), (1000, 1040)], "#3a3038", 8, False); s.rect(960, 940, 240, 14, "#8a5a3c"); s.rect(960, 890, 240, 14, "#8a5a3c"); s.line([(1180, 880), (1180, 1040)], "#3a3038", 8, False)
    for _ in range(230):
        y = 1067 - (s.r.random()**1.6)*380; x = s.r.uniform(0, 1600); k = (y - 600)/467; s.path("M%.0f %.0fq%.0f %.0f %.0f %.0fq%.0f %.0f %.0f %.0fz" % (x, y, 6*k, -13*k, 16*k, -10*k, -2*k, 10*k, -16*k, 10*k), s.r.choice(["#f3c640", "#e9a52a", "#f6d870", "#d98a2a"]))
    for _ in range(50): x, y = s.r.uniform(0, 1600), s.r.uniform(100, 800); s.path("M%.0f %.0fq8 -16 20 -10q-2 14 -20 10z" % (x, y), "#f3c640", o=.9, t="rotate(%d %.0f %.0f)" % (s.r.uniform(0, 360), x, y))


@pic("rooftop-garden", "도심 옥상 텃밭에서 이웃들이 상자에 심은 채소에 물을 준다.", (.5, .6))
def rooftop(s):
    s.bg("#8fc4d2", "#fbe6c0"); s.cloud(180, 180, 360, "#ffffff", .8); s.cloud(1080, 140, 420, "#ffffff", .8); s.glow(820, 330, 560, "#fff0c8", .7)
    skyline(s, 640, ["#b5c4cc", "#93a8b8", "#738ba3"], 160, 400, 60, 130, "#fff0c0", "#d5e2e6", .2)
    s.rect(0, 600, 1600, 60, "#c9a88a"); s.rect(0, 590, 1600, 16, "#e6cdb0"); [s.line([(x, 490), (x, 600)], "#5f6f7a", 6, False) for x in range(20, 1600, 130)]; [s.line([(0, y), (1600, y)], "#5f6f7a", 5, False) for y in (494, 545)]
    s.rect(0, 660, 1600, 407, s.lin("#dcc5a6", "#c09a78")); [s.line([(800 + (i - 6)*130, 660), (800 + (i - 6)*330, 1067)], "#b08a6a", 2, False) for i in range(13)]; [s.rect(0, y, 1600, 2, "#b08a6a") for y in (700, 770, 880)]
    s.rect(70, 380, 200, 280, "#d98d6a"); s.rect(60, 366, 220, 20, "#a85f4a"); s.rect(130, 480, 80, 180, "#3f6b68"); s.rect(90, 400, 40, 50, "#cfe6ea")
    s.line([(300, 440), (1000, 470), (1580, 410)], INK, 3); [s.circ(x, 446 + 20*math.sin((x - 300)/1280*3.14), 9, "#ffe9a8") for x in range(340, 1580, 90)]; s.rect(1560, 400, 12, 260, "#6b5a4a")
    def bed(x, y, w, h, cols, ph):
        for i in range(int(w/44)): s.plant(x + 24 + i*44, y + 8, ph*s.r.uniform(.8, 1.15), cols[i % len(cols)], 8)
        if cols[0] == "#4f8a4a": [s.circ(x + s.r.uniform(20, w - 20), y - s.r.uniform(10, ph*.7), h*.14, RED) for _ in range(int(w/30))]
        s.solid("M%d %dh%dv%dh-%dz" % (x, y, w, h, w), "#9a6a48", .5); s.rect(x, y, w, 10, "#c9945f"); [s.line([(x, y + h*q/3), (x + w, y + h*q/3)], "#6d4630", 3, False) for q in (1, 2)]
    bed(330, 740, 360, 60, ["#7fae52", "#a3c45a"], 80); bed(960, 740, 420, 60, ["#4f8a4a", "#5f9a50"], 120)
    fig(s, 820, 850, 380, "work", "#e2b254", "#4a6a86", style="bob", hair=GREY, skin=SKINS[1], hat=("straw", "#f0dcae"), apron_="#3f6b56"); fig(s, 1340, 900, 420, "carry", "#c8553d", "#3a4256", hair=BLACK, style="short", skin=SKINS[2], flip=True, sleeves=False)
    s.solid("M1216 632h66v54h-66z", "#3f7a8a", .5); s.line([(1220, 676), (1176, 640)], "#3f7a8a", 12, False); s.path("M1282 640q40 10 4 44", None, st="#3f7a8a", sw=8); [s.line([(1172 - i*6, 644), (1140 - i*14, 720 + i*6)], "#d8f3ff", 3, o=.8) for i in range(5)]
    bed(60, 900, 520, 110, ["#6fa04a", "#8fc458", "#5d8f3f"], 130); bed(900, 950, 620, 117, ["#8fc458", "#e2863f", "#6fa04a"], 120)
    fig(s, 660, 1000, 300, "bend", "#3f7a8a", "#5a4a5c", style="pony", hair=BLACK, skin=SKINS[0], flip=True)


@pic("tall-bamboo", "빛이 쏟아지는 대숲 오솔길을 한 사람이 하얀 우산을 들고 걸어간다.", (.5, .68), (1200, 1600))
def bamboo(s):
    s.bg("#e9f0c4", "#a9cf9a", "#5f9a78"); s.glow(620, 620, 620, "#fffbe0", .9); 
    for L, (c, n, w) in enumerate((("#a3cc98", 22, 16), ("#74ad7c", 16, 24), ("#4a8a62", 10, 38))):
        for i in range(n):
            x = (i + .5 + s.r.uniform(-.3, .3))*1200/n
            if abs(x - 620) < 70 + L*70: continue
            t = s.r.uniform(-20, 20); cc = mix(c, dk(c, .2), s.r.random()); y1 = 1130 + L*110
            s.poly([(x - w/2 + t, -10), (x + w/2 + t, -10), (x + w/2, y1), (x - w/2, y1)], cc); s.poly([(x + w*.15 + t, -10), (x + w/2 + t, -10), (x + w/2, y1), (x + w*.15, y1)], dk(cc, .3), o=.55)
            for y in range(int(s.r.uniform(0, 120)), y1, 110 + L*26): xx = x + t*(1 - y/y1); s.rect(xx - w/2 - 2, y, w + 4, 5 + L, lt(cc, .4)); s.rect(xx - w/2 - 2, y + 5 + L, w + 4, 3, dk(cc, .3))
        for _ in range(110):
            x, y = s.r.uniform(0, 1200), (s.r.random()**1.7)*620; a, q = s.r.uniform(20, 160), s.r.uniform(40, 80)
            if abs(x - 620) < 120 and y > 250: continue
            s.path("M0 0Q%.0f %.0f %.0f 0Q%.0f %.0f 0 0Z" % (q/2, -q*.13, q, q/2, q*.13), mix(c, "#dcecA0".lower(), s.r.random()*.5), t="translate(%.0f %.0f) rotate(%.0f)" % (x, y, a), o=.9)
        if L == 1:
            s.beam([(480, 0), (700, 0), (900, 1400), (420, 1400)], "#fffbe0", .5); s.beam([(160, 0), (260, 0), (620, 1300), (400, 1300)], "#fffbe0", .35)
            s.path("M-20 1620V1190Q300 1110 620 1130T1220 1180V1620Z", "#6f9a5a"); s.path("M618 1128C570 1240 760 1290 640 1420C560 1500 420 1560 380 1620H900C960 1500 900 1380 760 1290C680 1230 636 1180 630 1128Z", "#ead9ae"); s.shade("M618 1128C570 1240 760 1290 640 1420C560 1500 420 1560 380 1620H900C960 1500 900 1380 760 1290C680 1230 636 1180 630 1128Z", "#8a6a42", .5, 90)
            fig(s, 690, 1360, 330, "stand", RED, "#33384a", back=True, style="long", hair=BLACK, skirt="#8d2420", arms=[[(-10, -79), (-12.5, -63), (-10, -50)], [(10, -79), (15, -68), (11, -82)]]); s.line([(728, 1090), (728, 960)], "#4a332b", 6, False)
            d = "M560 1000Q600 880 728 860Q856 880 896 1000Q864 980 840 1000Q810 976 784 1000Q756 976 728 1000Q700 976 672 1000Q640 976 616 1000Q592 980 560 1000Z"; s.path(d, "#fdf8ea"); s.shade(d, "#b9a98a", .6, 20); [s.path("M728 860Q%d 900 %d 1000" % (728 + a*.6, 728 + a), None, st="#d8c9a8", sw=2.5) for a in (-112, -56, 0, 56, 112)]
    s.path("M-20 1620V1420Q200 1360 420 1600ZM1220 1620V1400Q1040 1380 880 1610Z", "#33684e"); [s.plant(x, 1620, 190, "#3f7a56", 9, 1.3) for x in (40, 180, 320, 960, 1080, 1180)]


@pic("tall-tower", "해 질 녘 도시 위로 높이 솟은 전망 탑에 불이 켜지고 철새가 날아간다.", (.5, .35), (900, 1600))
def tower(s):
    s.bg("#2b3a6b", "#8a6a94", "#ee9a72", "#fbdca0"); s.circ(640, 1010, 120, "#fff0c4"); s.glow(640, 1010, 480, "#ffd890", .8); [s.circ(s.r.uniform(0, 900), s.r.uniform(0, 420), s.r.uniform(1.4, 3), "#fff3cf", o=.8) for _ in range(40)]
    [s.cloud(x, y, w, c, .55) for x, y, w, c in ((40, 560, 300, "#c98a9a"), (560, 690, 360, "#f3b48a"), (-80, 860, 380, "#f6c495"), (500, 300, 260, "#6a649c"))]
    s.ridge(1180, 40, "#a86f86", 4, sh=.25); s.ridge(1240, 40, "#7d5578", 5, seed=3, sh=.2)
    skyline(s, 1480, ["#6b4a74", "#4f3b66", "#352d55"], 140, 330, 50, 100, "#ffe2a0", "#7a6090", .3)
    d = "M404 1440C424 1100 432 800 436 520H464C468 800 476 1100 496 1440Z"
    s.path(d, "#ece2d4"); s.shade(d, "#6b4a66", .9, 0, .3); [s.line([(450 - 14 - (y - 520)*.034, y), (450 + 14 + (y - 520)*.034, y)], "#b59aa0", 2, False, o=.7) for y in range(560, 1430, 46)]
    s.solid("M372 500H528L506 566H394Z", "#d9cbc4", .7, 0); s.solid("M352 430H548L528 504H372Z", "#f3e9dc", .7, 0); s.rect(356, 452, 188, 24, "#ffd27a"); s.glow(450, 464, 200, "#ffd890", .8); [s.rect(366 + i*24, 452, 4, 24, "#7d5a66") for i in range(8)]; s.solid("M384 384H516L548 430H352Z", "#d9cbc4", .6, 0); s.rect(398, 508, 104, 14, "#ffd27a"); s.rect(416, 330, 68, 56, "#e9ddd0"); s.shade("M416 330h68v56h-68z", "#6b4a66", .8, 0); s.path("M436 330L446 120H454L464 330Z", RED); [s.rect(440 + i*.6, 170 + i*44, 20 - i*1.2 + 2*i, 18, "#fbf3e2") for i in range(4)]; s.circ(450, 112, 7, "#ff6a5a"); s.glow(450, 112, 80, "#ff8a70", .9)
    for i, (x, y) in enumerate(((150, 300), (190, 276), (232, 254), (196, 318), (244, 334), (110, 326), (290, 350))): s.path("M%d %dq14 -12 22 2q10 -14 24 -4q-16 0 -24 14q-8 -12 -22 -12z" % (x, y), "#1d1f45")
    d = "M-20 1640V1440Q200 1370 450 1410T920 1430V1640Z"; s.path(d, "#251f42"); s.shade(d, "#0d0c24", .8, 90, .1); [s.tree(x, 1480 + (x*7 % 30), 120 + (x*13 % 60), "#3a3358", "#1a1733") for x in (40, 130, 240, 330, 590, 690, 780, 870)]
    s.path("M430 1420C420 1500 520 1520 470 1640H600C620 1540 480 1480 474 1420Z", "#e9b48a", o=.7); fig(s, 540, 1560, 150, "stand", RED, "#1a1733", back=True, hair=BLACK, style="bob", sh=.2); fig(s, 590, 1562, 165, "stand", "#2b3a6b", "#1a1733", back=True, hair=BLACK, sh=.2)


@pic("panorama-coast", "굽이치는 해안 절벽과 몽돌 해변, 등대가 보이는 넓은 바다의 아침.", (.72, .42), (1600, 686))
def coast(s):
    s.bg("#8fc3d0", "#fbe3ba"); s.circ(520, 250, 58, "#fff8de"); s.glow(520, 250, 400, "#fff0c0", .85); [s.cloud(x, y, w, "#ffffff", .75) for x, y, w in ((60, 150, 300), (700, 120, 360), (1250, 160, 260))]
    s.path("M900 320C1000 280 1100 290 1200 262C1340 230 1480 250 1640 220V340H880Z", "#a3bcb8"); s.path("M0 320C60 290 150 300 220 312L300 322Z", "#a9c0bd")
    water(s, 318, 700, "#bfdcd2", "#2f7f92", "#fffbe6", 110, 520)
    d = "M960 700C980 600 1060 560 1090 480C1110 420 1180 400 1200 340C1216 290 1290 270 1360 262C1440 250 1520 230 1640 226V700Z"
    s.path(d, "#b5805a"); s.shade(d, "#5a3a36", .8, 160, .2)
    for i in range(7): s.path("M%d %dC%d %d %d %d 1640 %d" % (1190 - i*26, 360 + i*44, 1280, 350 + i*48, 1400, 330 + i*56, 330 + i*52), None, st="#7d5243", sw=4, o=.4)
    d2 = "M1196 346C1216 290 1290 268 1360 258C1440 246 1520 226 1640 222V300C1540 290 1480 330 1400 320C1320 312 1260 350 1196 346Z"; s.path(d2, "#7fa362"); s.shade(d2, "#2f5a4a", .7, 90); [s.pine(x, y, h, "#4d7a56") for x, y, h in ((1450, 262, 70), (1490, 256, 84), (1560, 244, 76), (1600, 250, 60), (1530, 252, 56))]
    s.poly([(1300, 268), (1336, 268), (1330, 130), (1306, 130)], "#fdf8ea"); s.poly([(1318, 268), (1336, 268), (1330, 130), (1318, 130)], "#b9a8a0", o=.6); s.rect(1304, 176, 28, 26, RED); s.rect(1302, 226, 32, 24, RED); s.rect(1298, 120, 40, 10, INK); s.rect(1306, 98, 24, 22, "#ffe39a"); s.poly([(1300, 98), (1318, 76), (1336, 98)], RED); s.glow(1318, 108, 90, "#fff3c0", .9); house(s, 1350, 264, 60, 32, "#fbf3e2", RED)
    d = "M-20 700V560C160 520 300 600 480 590C700 580 820 640 1000 660V700Z"; s.path(d, "#e9d3a6"); s.shade(d, "#8a6a4a", .6, 90); s.path("M-20 556C160 512 300 592 480 582C700 572 820 630 1000 652", None, st="#ffffff", sw=12, o=.85); s.path("M-20 530C170 490 330 566 500 556C700 546 860 600 1010 620", None, st="#ffffff", sw=5, o=.6)
    for _ in range(120): x = s.r.uniform(0, 900); y = 620 + s.r.random()*70; s.ell(x, y, s.r.uniform(6, 16), s.r.uniform(4, 9), mix("#b59a80", "#6d6a70", s.r.random()))
    for x, y, r in ((930, 610, 36), (1010, 590, 28), (880, 640, 24)): s.blob([(x - r, y + r*.5), (x - r*.6, y - r*.5), (x + r*.3, y - r*.7), (x + r, y + r*.1), (x + r*.7, y + r*.6)], "#6b5350"); s.ell(x, y + r*.5, r*1.3, 5, "#ffffff", o=.8)
    fig(s, 300, 650, 110, "walk", RED, "#33384a", hair=BLACK, style="long", skirt="#33384a"); fig(s, 350, 655, 118, "walk", "#3f5d73", "#33384a", hair=BLACK); boat(s, 700, 430, .4, "#2f4a78"); boat(s, 180, 400, .26, RED, flip=True)
