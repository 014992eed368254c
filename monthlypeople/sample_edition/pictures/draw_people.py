"""People: half-length portraits with sparing features, and small faceless figures for scenes.

Portrait coordinates: the head is centred on (0, 0), its chin near y=104, its crown near y=-108;
shoulders lie near y=200 and the body runs down to y=900.  Light comes from the left.
"""
import math
from draw_kit import INK, RED, dk, limb_path, lt, mix, shadow_of, spline

SKINS = ["#f3cfae", "#eec09a", "#e3ad84", "#d69a70", "#c98a62"]
BLACK, BROWN, ASH, GREY, WHITE = "#26212b", "#4a3028", "#5b4a44", "#8f8b8c", "#d9d5d0"

HEAD = "M-74 -22C-76 -82 -42 -108 0 -108C42 -108 76 -82 74 -22C73 22 64 58 42 84C28 101 14 105 0 105C-14 105 -28 101 -42 84C-64 58 -73 22 -74 -22Z"


# ---------------------------------------------------------------- hair: each style is (back, front)
def _strands(s, c, arcs, w=3, o=.5, t=.28):
    for a in arcs:
        s.line(a, lt(c, t) if c != WHITE else dk(c, .2), w, o=o)


def hair_back(s, style, c):
    d = dk(c, .3)
    if style in ("bob", "bobfringe"):
        s.path("M-96 78C-112 -40 -96 -134 0 -134C96 -134 112 -40 96 78C92 98 60 104 40 96L-40 96C-60 104 -92 98 -96 78Z", d)
    elif style in ("long", "longfringe"):
        s.path("M-92 20C-108 -60 -88 -134 0 -134C88 -134 110 -60 96 20C92 90 122 150 116 262C90 300 40 270 0 270C-40 270 -86 300 -114 262C-124 150 -90 90 -92 20Z", d)
    elif style == "wavy":
        s.blob([(-88, -40), (-60, -118), (0, -134), (62, -118), (92, -40), (104, 30), (126, 80), (104, 130), (122, 190), (84, 232), (30, 200), (-30, 200),
                (-84, 236), (-124, 190), (-102, 130), (-126, 80), (-102, 30)], d)
    elif style == "bun":
        s.circ(8, -146, 44, d); s.circ(2, -150, 40, c)
        _strands(s, c, [[(-28, -146), (0, -172), (32, -158)], [(-18, -134), (4, -156), (28, -144)]])
    elif style == "lowbun":
        s.ell(70, 62, 44, 40, d); s.ell(72, 58, 36, 32, c)
        _strands(s, c, [[(50, 60), (74, 40), (98, 56)], [(58, 74), (78, 58), (96, 72)]])
    elif style == "pony":
        s.path("M40 -92C120 -120 150 -40 128 40C120 90 150 130 120 176C98 150 92 110 88 60C84 10 70 -30 40 -60Z", d)
    elif style == "perm":
        for i in range(15):
            a = math.pi * (.86 + i * 1.28 / 14)
            s.circ(math.cos(a) * 82, -22 + math.sin(a) * 92, 30, d)
        for x, y in ((-88, 22), (88, 22), (-80, 48), (80, 48)): s.circ(x, y, 24, d)
    elif style == "curly":
        for i in range(17):
            a = math.pi * (.72 + i * 1.56 / 16)
            s.circ(math.cos(a) * 94, -16 + math.sin(a) * 100, 32, d)
        for x, y in ((-96, 60), (96, 60), (-88, 92), (88, 92)): s.circ(x, y, 28, d)
    elif style == "mid":
        s.path("M-88 30C-104 -50 -90 -132 0 -132C90 -132 104 -50 90 30C88 80 98 110 88 142C60 150 40 130 0 130C-40 130 -60 150 -90 142C-98 110 -86 80 -88 30Z", d)


def hair_front(s, style, c):
    d, P = dk(c, .28), s.path
    if style == "side":
        P("M-80 2C-96 -70 -70 -130 4 -134C74 -136 94 -76 80 2C76 -12 74 -30 68 -50C40 -48 0 -56 -28 -82C-40 -66 -56 -56 -68 -46C-72 -30 -76 -14 -80 2Z", c)
        P("M-28 -82C0 -56 40 -48 68 -50C74 -30 76 -12 80 2C88 -40 88 -70 74 -96C40 -76 0 -76 -28 -82Z", d, o=.6)
        _strands(s, c, [[(-20, -92), (10, -120), (48, -112)], [(-6, -84), (30, -104), (64, -92)]])
    elif style == "crop":
        P("M-78 -4C-90 -70 -62 -122 0 -124C62 -122 90 -70 78 -4C74 -22 72 -36 64 -54C40 -66 -40 -66 -64 -54C-72 -36 -74 -22 -78 -4Z", c)
        s.shade("M0 -124C62 -122 90 -70 78 -4C74 -22 72 -36 64 -54C50 -62 30 -64 0 -64Z", d, .9)
    elif style == "two":
        P("M-80 0C-100 -80 -64 -136 6 -136C80 -136 98 -76 80 0C78 -18 76 -30 70 -44C62 -36 50 -30 42 -30C44 -40 42 -50 38 -56C28 -40 6 -28 -14 -28C-8 -40 -8 -48 -10 -56C-24 -38 -44 -28 -62 -26C-70 -30 -76 -14 -80 0Z", c)
        P("M38 -56C42 -50 44 -40 42 -30C50 -30 62 -36 70 -44C76 -30 78 -18 80 0C92 -50 84 -90 60 -112C50 -90 46 -70 38 -56Z", d, o=.6)
        _strands(s, c, [[(-50, -52), (-30, -100), (10, -120)], [(0, -50), (20, -90), (50, -108)]])
    elif style in ("bob", "long", "mid", "wavy"):
        P("M-86 70C-104 -50 -84 -130 0 -134C84 -130 104 -50 86 70C74 40 78 -20 58 -58C20 -52 -14 -70 -26 -92C-38 -66 -62 -46 -70 -20C-76 20 -74 44 -86 70Z", c)
        P("M-26 -92C-14 -70 20 -52 58 -58C78 -20 74 40 86 70C102 -40 90 -96 54 -118C26 -100 -4 -94 -26 -92Z", d, o=.55)
        _strands(s, c, [[(-18, -100), (14, -118), (60, -92), (80, -30)], [(-34, -96), (-64, -70), (-82, -10)], [(-10, -92), (30, -96), (68, -62)]])
    elif style in ("bobfringe", "longfringe"):
        P("M-88 70C-106 -50 -84 -132 0 -134C84 -132 106 -50 88 70C80 40 78 0 72 -26C60 -34 -60 -34 -72 -26C-78 0 -80 40 -88 70Z", c)
        P("M30 -31C50 -31 66 -30 72 -26C78 0 80 40 88 70C102 -30 92 -100 50 -122C44 -90 40 -60 30 -31Z", d, o=.55)
        _strands(s, c, [[(-56, -40), (-46, -84), (-16, -116)], [(-24, -38), (-20, -84), (4, -112)], [(10, -38), (14, -80), (26, -108)]])
    elif style in ("bun", "pony", "lowbun"):
        if style == "lowbun":   # parted in the middle
            P("M-80 12C-98 -70 -74 -124 -4 -126C74 -126 98 -70 80 12C78 -30 60 -64 -2 -96C-58 -66 -76 -30 -80 12Z", c)
            _strands(s, c, [[(-8, -104), (-48, -80), (-76, -30)], [(4, -104), (50, -80), (76, -30)], [(-6, -114), (-56, -98), (-82, -50)]])
        else:
            P("M-80 8C-98 -70 -74 -126 0 -128C74 -126 98 -70 80 8C78 -16 74 -36 62 -54C40 -78 10 -84 -18 -80C-42 -74 -62 -58 -68 -36C-74 -20 -76 -8 -80 8Z", c)
            _strands(s, c, [[(-62, -52), (-30, -96), (14, -120)], [(-30, -80), (0, -104), (30, -116)], [(50, -66), (40, -96), (24, -116)]])
        P("M20 -84C46 -76 60 -60 66 -48C74 -30 78 -10 80 8C92 -40 88 -90 58 -112Z", d, o=.5)
    elif style == "pixie":
        P("M-80 20C-100 -70 -74 -134 4 -136C84 -134 98 -70 82 20C76 8 74 -20 66 -42C50 -30 10 -40 -6 -74C-18 -52 -46 -34 -66 -30C-72 -10 -76 6 -80 20Z", c)
        P("M-6 -74C10 -40 50 -30 66 -42C74 -20 76 8 82 20C96 -50 88 -96 58 -118C30 -110 4 -96 -6 -74Z", d, o=.5)
        _strands(s, c, [[(-2, -86), (30, -112), (66, -84)], [(-14, -84), (-44, -70), (-70, -44)]])
    elif style == "perm":
        for x, y, r in ((-66, -50, 24), (-44, -80, 28), (-8, -92, 30), (30, -90, 29), (60, -66, 26), (-78, -18, 20), (78, -22, 20), (-26, -104, 28), (18, -110, 28), (52, -94, 26), (-60, -88, 24)):
            s.circ(x, y, r, mix(c, lt(c, .18), (60 - x) / 140))
        for x, y in ((-52, -74), (-12, -94), (28, -92), (58, -66), (-26, -110)):
            s.line([(x - 12, y + 6), (x - 2, y - 10), (x + 13, y + 2)], lt(c, .35) if c != WHITE else dk(c, .18), 3, o=.6)
    elif style == "curly":
        for x, y, r in ((-64, -60, 26), (-34, -86, 28), (4, -92, 30), (40, -82, 28), (68, -54, 24), (-80, -24, 22), (82, -18, 22)):
            s.circ(x, y, r, mix(c, lt(c, .2), (60 - x) / 140))
    elif style == "curls":   # short and curly
        for x, y, r in ((-72, -34, 18), (-64, -64, 24), (-40, -92, 28), (0, -104, 32), (40, -96, 28), (66, -68, 24), (76, -36, 18), (-22, -70, 20), (12, -74, 22), (44, -64, 20), (-50, -54, 16)):
            s.circ(x, y, r, mix(c, lt(c, .2), (60 - x) / 150))
        for x, y in ((-42, -88), (0, -100), (36, -88), (14, -70)): s.line([(x - 12, y + 6), (x - 2, y - 10), (x + 13, y + 2)], lt(c, .3), 3, o=.5)
    elif style == "receding":
        P("M-80 16C-94 -30 -88 -70 -66 -96C-50 -112 -20 -120 4 -120C40 -120 70 -104 80 -70C88 -40 88 -10 80 16C76 -6 72 -30 70 -46C62 -70 48 -86 20 -94C-10 -102 -40 -96 -58 -74C-68 -50 -74 -10 -80 16Z", c)
        _strands(s, c, [[(-60, -84), (-24, -108), (20, -106)], [(74, -40), (66, -76), (44, -98)]])
    elif style == "bald":
        P("M-78 14C-92 -20 -84 -50 -74 -62C-68 -40 -72 -10 -78 14Z", c)
        P("M78 14C92 -20 84 -50 74 -62C68 -40 72 -10 78 14Z", c)


# ---------------------------------------------------------------- head
def head(s, skin, hair=BLACK, style="side", turn=0, eyes="dot", mouth="smile", glasses=None, age=0, beard=None, blush=.5,
         brow=None, lip=None, ears=True, earring=None, shade=.55):
    """A head at the origin with its front hair; draw hair_back and the body first."""
    t = turn * 22
    deep = mix(skin, "#9a3f33", .42)
    brow = brow or (dk(hair, .1) if hair not in (WHITE, GREY) else mix(hair, "#6b6468", .5))
    if ears:
        for sx in (-1, 1):
            s.ell(sx*75 - t*.25, 8, 13, 22, skin if sx < 0 else mix(skin, deep, .35))
            s.ell(sx*76 - t*.25, 8, 6, 12, deep, o=.4)
            if earring: s.circ(sx*77 - t*.25, 34, 6, earring)
    s.path(HEAD, skin)
    with s.clip(HEAD):
        s.shade("M-90 -120H90V120H-90Z", deep, shade, 12, .45)
        s.ell(t*.2, -78, 92, 44, deep, o=.25, fl="b8")
        if blush:
            for sx in (-1, 1): s.ell(sx*42 + t, 42, 24, 16, "#e0604c", o=.3*blush, fl="b8")
        if beard:
            s.path("M-74 20C-62 40 -50 44 -34 46C-14 40 14 40 34 46C50 44 62 40 74 20L70 120H-70Z", beard, o=.85)
            s.ell(t, 66, 17, 8, mix(skin, deep, .5))
    ex = 31
    for sx in (-1, 1):
        x = sx*ex + t*(1 if sx*t < 0 else .8)
        k = 1 - .12*abs(turn) if sx*t > 0 else 1
        if eyes == "dot":
            s.ell(x, 2, 5.6*k, 7.4, INK)
            s.circ(x - 1.6, -1, 1.7, "#ffffff", o=.85)
            s.line([(x - 12*k, -4), (x - 2, -10), (x + 11*k, -6)], dk(brow, .2), 3.4)
        elif eyes == "down":
            s.line([(x - 12*k, 0), (x, 7), (x + 12*k, 0)], INK, 4.2)
            s.line([(x + sx*12*k, 0), (x + sx*16*k, 3)], INK, 3)
        else:  # smiling
            s.line([(x - 12*k, 5), (x, -5), (x + 12*k, 5)], INK, 4.4)
        s.line([(x - sx*14, -27), (x + sx*2, -33), (x + sx*17*k, -26)], brow, 6.2 - age*1.5, o=.9)
        if age:
            s.line([(x - sx*8, 18), (x + sx*4, 22), (x + sx*14, 17)], deep, 2.4, o=.45*age)
            s.line([(x + sx*20*k, -2), (x + sx*27*k, -7)], deep, 2.2, o=.45*age)
            s.line([(x + sx*20*k, 5), (x + sx*28*k, 7)], deep, 2.2, o=.45*age)
            s.line([(sx*20 + t*1.3, 40), (sx*33 + t*1.1, 54), (sx*33 + t, 68)], deep, 2.8, o=.5*age)
    n = t*1.5
    s.path("M%.1f -10C%.1f 10 %.1f 26 %.1f 36C%.1f 44 %.1f 45 %.1f 41" % (n + 2, n + 4, n + 10, n + 12, n + 10, n - 2, n - 8), None, st=deep, sw=3.8, o=.85)
    lip = lip or mix(skin, "#a62f30", .62)
    m = t*1.15
    if beard: pass
    elif mouth == "smile":
        s.path("M%.1f 63Q%.1f 78 %.1f 63" % (m - 20, m, m + 20), None, st=lip, sw=4.6)
        s.line([(m - 7, 80), (m + 7, 80)], deep, 3, o=.35)
    elif mouth == "calm":
        s.path("M%.1f 66Q%.1f 71 %.1f 65" % (m - 15, m, m + 16), None, st=lip, sw=4.6)
        s.line([(m - 7, 78), (m + 7, 78)], deep, 3, o=.35)
    elif mouth == "grin":
        s.path("M%.1f 60Q%.1f 66 %.1f 60Q%.1f 86 %.1f 60Z" % (m - 22, m, m + 22, m, m - 22), "#fffaf2", st=lip, sw=3.6)
    elif mouth == "lips":
        s.path("M%.1f 67Q%.1f 60 %.1f 64Q%.1f 60 %.1f 67Q%.1f 80 %.1f 67Z" % (m - 17, m - 6, m, m + 6, m + 17, m, m - 17), lip)
    if beard: s.path("M%.1f 64Q%.1f 70 %.1f 64" % (m - 12, m, m + 12), None, st="#8a3a34", sw=3.6)
    hair_front(s, style, hair)
    if glasses:
        for sx in (-1, 1):
            x = sx*32 + t
            s.rect(x - 23, -16, 46, 38, "#ffffff", 17, o=.16)
            s.rect(x - 23, -16, 46, 38, None, 17, st=glasses, sw=4)
            s.line([(x + sx*23, -4), (sx*74, -8)], glasses, 3.6)
        s.line([(t - 9, -2), (t, -6), (t + 9, -2)], glasses, 4)


def neck(s, skin, w=34):
    d = "M%d 60L%d 132C%d 168 -20 178 0 178C20 178 %d 168 %d 132L%d 60Z" % (-w + 4, -w, -w - 18, w + 18, w, w - 4)
    deep = mix(skin, "#9a3f33", .42)
    s.path(d, mix(skin, deep, .12))
    with s.clip(d):
        s.path("M-60 60H60V96C40 126 -10 132 -60 104Z", deep, o=.55)
        s.shade("M-60 60H60V180H-60Z", deep, .7, 0, .4)


# ---------------------------------------------------------------- clothes
def trunk_path(sw=165, low=900, waist=.78, drop=200, nk=42):
    a, b = sw - 34, sw * waist
    return ("M%d 128C%d 150 %d 152 %d %dC%d %d %d %d %d 300C%d 380 %d 440 %d 520L%d %dH%dL%d 520C%d 440 %d 380 %d 300C%d %d %d %d %d %dC%d 152 %d 150 %d 128C%d 158 %d 158 %d 128Z"
            % (-nk, -nk - 26, -sw + 44, -sw, drop, -sw - 14, drop + 30, -a - 6, 260, -a, -a, -b, -b, -b - 10, low, b + 10, b, b, a, a, a + 6, 260, sw + 14, drop + 30, sw, drop, sw - 44, nk + 26, nk, nk - 12, -nk + 12, -nk))


def trunk(s, c, sw=165, **k):
    d = trunk_path(sw, **k)
    s.path(d, c)
    s.shade(d, shadow_of(c), .7, 10, .45)
    return d


def arm(s, pts, c, skin=None, w=(84, 72, 52), rolled=False, cuff=None):
    """An arm through shoulder, elbow, wrist; with rolled sleeves the forearm is bare."""
    sh, el, wr = pts
    sh, w = (sh[0] * .85, sh[1] + 12), (w[0] * .92, w[1], w[2])      # the shoulder stays inside the trunk
    sc = shadow_of(c)
    hinge = (sh[0]-el[0])*(wr[0]-el[0]) + (sh[1]-el[1])*(wr[1]-el[1]) > 0      # sharply bent
    if rolled:
        s.limb([el, ((el[0]+wr[0])/2, (el[1]+wr[1])/2), wr], (w[1]*.78, w[1]*.68, w[2]*.72), skin)
        s.shade(limb_path([el, ((el[0]+wr[0])/2, (el[1]+wr[1])/2), wr], (w[1]*.78, w[1]*.68, w[2]*.72)), mix(skin, "#9a3f33", .5), .6, 60)
        e2 = (el[0] + (wr[0]-el[0])*.16, el[1] + (wr[1]-el[1])*.16)
        q, ww = [sh, ((sh[0]*.45+el[0]*.55), (sh[1]*.45+el[1]*.55)), el, e2], (w[0], w[1]*1.05, w[1], w[1])
        s.limb(q, ww, c)
        s.shade(limb_path(q, ww), sc, .7, 30)
        dx, dy = wr[0]-el[0], wr[1]-el[1]
        L = math.hypot(dx, dy)
        px, py = -dy/L*w[1]/2, dx/L*w[1]/2
        s.line([(e2[0]+px*1.02+dx*.05, e2[1]+py*1.02+dy*.05), (e2[0]-px*1.02+dx*.05, e2[1]-py*1.02+dy*.05)], lt(c, .18), 15)
    else:
        for q, ww in ((([sh, el], w[:2]), ([el, wr], (w[1]*.96, w[2]))) if hinge else (([sh, el, wr], w),)):
            s.limb(q, ww, c)
            s.shade(limb_path(q, ww), sc, .7, 40)
        if not hinge: s.line([(el[0]-14, el[1]-18), (el[0]+6, el[1]-4), (el[0]+22, el[1]-10)], dk(c, .3), 4, o=.5)
        if cuff:
            dx, dy = wr[0]-el[0], wr[1]-el[1]
            L = math.hypot(dx, dy)
            px, py = -dy/L*w[2]/2, dx/L*w[2]/2
            s.line([(wr[0]+px, wr[1]+py), (wr[0]-px, wr[1]-py)], cuff, 14)


def hand(s, x, y, rot, skin, pose="relax", k=1, flip=False):
    """A hand with the wrist at (x, y), fingers along +x turned by rot."""
    deep = mix(skin, "#9a3f33", .42)
    with s.at(x, y, k, rot, sy=-k if flip else None):
        if pose == "grip":
            s.limb([(0, 0), (26, 0)], (40, 46), skin)
            s.path("M18 -28C36 -36 62 -32 66 -20C70 -4 70 12 64 24C56 34 30 34 18 26Z", skin)
            for i in range(3): s.line([(44, -16 + i*14), (67, -15 + i*14)], deep, 3, o=.7)
            s.limb([(22, -20), (42, -30), (60, -26)], (18, 17, 13), lt(skin, .08))
            s.line([(30, -15), (46, -21), (60, -18)], deep, 2.6, o=.6)
        elif pose == "open":
            s.limb([(0, 0), (34, 0)], (38, 50), skin)
            for i, (a, L) in enumerate(((-17, 40), (-4, 48), (8, 46), (20, 36))):
                y0 = -17 + i*11.5
                r = math.radians(a*.7)
                s.limb([(40, y0), (48 + L*math.cos(r), y0 + L*math.sin(r))], (14, 10), skin)
            s.limb([(16, -18), (34, -36), (52, -42)], (18, 14, 11), skin)
        else:
            s.limb([(0, 0), (36, 0), (66, 4), (94, 12)], (40, 48, 42, 20), skin)
            for i in range(3): s.line([(60 - i*2, -8 + i*10), (90 - i*5, 4 + i*8)], deep, 2.6, o=.6)
            s.limb([(14, -16), (38, -30), (60, -26)], (20, 16, 12), skin)
            s.line([(24, -12), (42, -20), (60, -19)], deep, 2.4, o=.5)


def lapels(s, coat, shirt, tie=None, low=470):
    """An open jacket's shirt, tie and lapels, over a trunk."""
    s.path("M-44 126L0 %dL44 126C30 150 -30 150 -44 126Z" % low, shirt)
    s.shade("M-44 126L0 %dL44 126C30 150 -30 150 -44 126Z" % low, dk(shirt, .4), .6, 0)
    if tie:
        s.path("M-15 172L15 172L10 196L22 %dL0 %dL-22 %dL-10 196Z" % (low-90, low-30, low-90), tie)
        s.path("M-15 172L15 172L10 198H-10Z", dk(tie, .25))
    s.path("M-40 122L-4 176L-30 206L-58 142Z", lt(shirt, .3)); s.path("M40 122L4 176L30 206L58 142Z", dk(shirt, .08))
    s.path("M-56 136L-92 190L-66 214L-84 236L-2 %dL-8 %dL-52 150Z" % (low+14, low-24), lt(coat, .1))
    s.path("M56 136L92 190L66 214L84 236L2 %dL8 %dL52 150Z" % (low+14, low-24), dk(coat, .18))
    s.line([(0, low + 6), (-2, 900)], dk(coat, .5), 4, False)


def shirt_collar(s, c, open_=True, skin=None):
    if open_ and skin: s.path("M-36 124L0 212L36 124C20 160 -20 160 -36 124Z", mix(skin, "#9a3f33", .18))
    s.path("M-42 118L-2 190L-36 222L-66 142Z", lt(c, .14)); s.path("M42 118L2 190L36 222L66 142Z", dk(c, .14))
    s.line([(0, 210), (0, 900)], dk(c, .3), 3.4, False)
    for y in range(250, 900, 84): s.circ(0, y, 5, dk(c, .35))


def apron(s, c, sw=165, top=265, strap=None, pocket=True):
    w = sw * .62
    s.path("M%d %dC%d %d %d %d %d %dL%d 420L%d 900H%dL%d 420Z" % (-w, top, -w*.4, top+16, w*.4, top+16, w, top, sw*.86, sw*.95, -sw*.95, -sw*.86), c)
    s.shade("M%d %dC%d %d %d %d %d %dL%d 420L%d 900H%dL%d 420Z" % (-w, top, -w*.4, top+16, w*.4, top+16, w, top, sw*.86, sw*.95, -sw*.95, -sw*.86), dk(c, .5), .7, 10, .35)
    for sx in (-1, 1): s.limb([(sx*(w-10), top+6), (sx*62, 138)], (22, 20), strap or dk(c, .22))
    for sx in (-1, 1): s.circ(sx*(w-12), top+16, 6, "#d9b26a")
    if pocket:
        s.rect(-52, 430, 104, 92, dk(c, .14), 6); s.line([(-52, 446), (52, 446)], lt(c, .2), 2.5, False, dash="7 7")


# ---------------------------------------------------------------- small figures
POSES = {   # percent of body height, feet at y=0; limbs: near arm, far arm, near leg, far leg
    "stand": dict(hd=(0, -92), bd=[(0, -82), (0, -66), (0, -48)], bw=(20, 21, 19), arms=[[(-10, -79), (-12.5, -63), (-10, -48)], [(10, -79), (12.5, -63), (10, -48)]], legs=[[(-4.5, -48), (-5, -26), (-5, -2)], [(4.5, -48), (5, -26), (5.5, -2)]]),
    "side": dict(hd=(1, -92), bd=[(0, -82), (-1, -66), (0, -48)], bw=(14, 15, 14), arms=[[(0, -79), (-2, -63), (4, -50)], [(0, -79), (4, -64), (9, -53)]], legs=[[(0, -48), (1, -26), (0, -2)], [(0, -48), (-2, -26), (-5, -2)]], side=1),
    "walk": dict(hd=(2.5, -92), bd=[(1, -82), (0, -66), (0, -48)], bw=(14, 15, 14), arms=[[(1, -79), (-6, -65), (-6, -51)], [(1, -79), (7, -66), (13, -55)]], legs=[[(0, -48), (7, -27), (12, -3)], [(0, -48), (-3, -26), (-14, -5)]], side=1),
    "run": dict(hd=(12, -90), bd=[(9, -80), (5, -65), (0, -48)], bw=(15, 16, 14), arms=[[(9, -77), (-3, -68), (3, -56)], [(9, -77), (15, -63), (25, -70)]], legs=[[(0, -48), (15, -33), (11, -4)], [(0, -48), (-7, -27), (-26, -22)]], side=1),
    "sit": dict(hd=(3, -72), bd=[(1, -61), (-1, -46), (0, -29)], bw=(14, 16, 16), arms=[[(1, -58), (4, -44), (15, -40)], [(2, -58), (6, -44), (17, -42)]], legs=[[(0, -29), (22, -28), (21, -3)], [(0, -30), (19, -29), (16, -3)]], side=1),
    "work": dict(hd=(9, -88), bd=[(5, -79), (1, -64), (0, -48)], bw=(15, 17, 15), arms=[[(4, -76), (6, -61), (20, -56)], [(6, -76), (12, -62), (25, -59)]], legs=[[(0, -48), (2, -26), (0, -2)], [(0, -48), (-4, -26), (-8, -2)]], side=1),
    "bend": dict(hd=(29, -58), bd=[(22, -57), (10, -57), (0, -47)], bw=(14, 16, 16), arms=[[(20, -54), (22, -36), (30, -20)], [(22, -54), (27, -38), (36, -24)]], legs=[[(0, -47), (3, -25), (-2, -2)], [(0, -47), (-4, -25), (-10, -2)]], side=1),
    "reach": dict(hd=(4, -92), bd=[(2, -82), (0, -66), (0, -48)], bw=(15, 16, 14), arms=[[(2, -79), (13, -82), (23, -93)], [(2, -79), (10, -70), (19, -74)]], legs=[[(0, -48), (2, -26), (1, -2)], [(0, -48), (-3, -26), (-6, -2)]], side=1),
    "carry": dict(hd=(2, -92), bd=[(0, -82), (-1, -66), (0, -48)], bw=(15, 16, 14), arms=[[(0, -79), (1, -63), (15, -60)], [(1, -79), (5, -64), (17, -62)]], legs=[[(0, -48), (6, -27), (8, -3)], [(0, -48), (-2, -26), (-9, -4)]], side=1),
    "raise": dict(hd=(0, -92), bd=[(0, -82), (0, -66), (0, -48)], bw=(20, 21, 18), arms=[[(-9, -79), (-19, -84), (-24, -98)], [(9, -79), (18, -70), (25, -80)]], legs=[[(-4, -48), (-6, -26), (-6, -2)], [(4, -48), (5, -26), (7, -2)]]),
}


def fig(s, x, y, h, pose="stand", top=RED, bottom="#34323f", skin=SKINS[1], hair=BLACK, style="short", flip=False, back=False,
        shoes="#2a2630", skirt=None, coat=None, apron_=None, hat=None, sleeves=True, rim=None, bag=None, pack=None, sh=.3, **over):
    """A small figure standing at (x, y), h tall. style: short, bob, long, bun, pony, grey hair by colour."""
    p = dict(POSES[pose], **over)
    k = h / 100
    side = p.get("side")
    if sh: s.ell(x, y, h*.16, h*.022, INK, o=sh)
    with s.at(x, y, k, flip=flip):
        def leg(q, c, far):
            if p.get("nolegs"): return
            s.limb(q, (9.5, 7.6, 5), dk(c, .2) if far else c)
            fx, fy = q[-1]
            s.path("M%.1f %.1fq%.1f -3 %.1f 1q1.4 3 0 3.2h%.1fq-1 -3 0 -4.2Z" % (fx - 2.8, fy - 1.4, 5 if side else 3, 9 if side else 6, -9 if side else -6), dk(shoes, .15) if far else shoes)

        def armd(q, far):
            c = dk(top, .22) if far else (top if not side else mix(top, dk(top), .35))
            m = ((q[1][0]+q[2][0])/2, (q[1][1]+q[2][1])/2)
            if sleeves:
                s.limb(q, (7.4, 6.2, 4.8), c)
            else:
                s.limb(q, (6, 5, 3.8), dk(skin, .12) if far else skin)
                s.limb([q[0], ((q[0][0]+q[1][0])/2, (q[0][1]+q[1][1])/2)], (7.6, 7.2), c)
            dx, dy = q[2][0]-q[1][0], q[2][1]-q[1][1]
            L = math.hypot(dx, dy) or 1
            s.limb([q[2], (q[2][0]+dx/L*3.4, q[2][1]+dy/L*3.4)], (4.2, 3.4), skin)
        hx, hy = p["hd"]
        b0 = p["bd"][0]
        if side: armd(p["arms"][1], True)
        leg(p["legs"][1], bottom, True); leg(p["legs"][0], bottom, False)
        if not back: _fighair_back(s, hx, hy, style, hair)
        s.limb([(b0[0]*.9 + hx*.1, b0[1]+2), ((b0[0]+hx)/2, (b0[1]+hy)/2)], (6, 5.6), dk(skin, .14))
        d = limb_path(p["bd"], p["bw"]) if side else spline([(-4, -84.5), (4, -84.5), (11, -81), (11.5, -74), (9.4, -64), (9.6, -47), (0, -46), (-9.6, -47), (-9.4, -64), (-11.5, -74), (-11, -81)], True)
        s.path(d, top); s.path(d, s.lin((0, dk(top, .5), 0), (.4, dk(top, .5), 0), (1, dk(top, .5), .55), a=0))
        hp = p["bd"][-1]
        if skirt or coat:
            c, low, w = skirt or coat, -22 if skirt else -30, 14 if skirt else 12
            d = "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fH%.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ" % (hp[0]-9, -56, hp[0]-10, -44, hp[0]-w, -34, hp[0]-w, low, hp[0]+w, hp[0]+w, -34, hp[0]+10, -44, hp[0]+9, -56)
            s.path(d, c); s.path(d, s.lin((0, dk(c, .5), 0), (.4, dk(c, .5), 0), (1, dk(c, .5), .5), a=0))
        if apron_:
            if side:
                s.path("M%.1f %.1fL%.1f %.1fQ%.1f -64 %.1f -32L%.1f -31Q%.1f -58 %.1f %.1fZ" % (b0[0]+1, b0[1]+5, b0[0]+5.4, b0[1]+5.6, hp[0]+9, hp[0]+8.6, hp[0]-1.5, hp[0]-1, b0[0]+1, b0[1]+5), apron_)
                s.line([(b0[0]+1.5, b0[1]+6), (b0[0]+1, b0[1]+.5)], apron_, 1.6, False)
            else: s.path("M-6 -76L6 -76L9 -62L10 -28H-10L-9 -62Z", apron_)
        if pack: s.path(spline([(b0[0]-13, b0[1]+4), (b0[0]-4, b0[1]+1), (b0[0]-2, b0[1]+28), (b0[0]-14, b0[1]+30), (b0[0]-17, b0[1]+18)], True) if side else spline([(-9, -82), (9, -82), (10.5, -64), (9, -50), (-9, -50), (-10.5, -64)], True), pack)
        if not side: armd(p["arms"][0], False); armd(p["arms"][1], False)
        # head
        s.ell(hx, hy, 6.1, 7.6, skin)
        if back: _fighair_all(s, hx, hy, style, hair)
        else: _fighair_front(s, hx, hy, style, hair, side)
        if hat: _fighat(s, hx, hy, hat)
        if side: armd(p["arms"][0], False)
        if bag: s.rect(p["arms"][0][2][0]-5, p["arms"][0][2][1]+3, 11, 13, bag, 1.5)
        if rim: s.ell(hx, hy, 6.6, 8.2, None, st=rim, sw=.8, o=.7)


def _fighair_back(s, x, y, style, c):
    if style == "long": s.path(spline([(x-7.4, y-2), (x, y-9.5), (x+7, y-2), (x+7.4, y+12), (x, y+14), (x-8, y+13)], True), dk(c, .1))
    if style == "bob": s.path(spline([(x-7.6, y-2), (x, y-9.5), (x+7.2, y-2), (x+6.8, y+6.6), (x-7.4, y+7)], True), dk(c, .1))
    if style == "bun": s.circ(x-4, y-9, 3.8, c)
    if style == "pony": s.limb([(x-5, y-4), (x-10.5, y+1), (x-10, y+10)], (4, 4.6, 1.5), c)


def _fighair_front(s, x, y, style, c, side):
    if side:
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ" % (
            x+5.4, y-4.4, x+5, y-11.6, x-8.6, y-11, x-7, y+3.4, x-4, y+3.6, x-2.4, y-3, x+5.4, y-4.4), c)
        s.path("M%.1f %.1fl2.1 2.6l-2 .8z" % (x+5.7, y-.4), None)
    else:
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ" % (
            x-6.6, y+1, x-8, y-11.6, x+8, y-11.6, x+6.6, y+1, x+5, y-5, x-2, y-3, x-6.6, y+1), c)


def _fighair_all(s, x, y, style, c):
    lo = {"long": 13, "bob": 6.5, "short": 3.6}.get(style, 4.4)
    s.path(spline([(x-6.8, y-1), (x-4.8, y-7), (x, y-8.8), (x+4.8, y-7), (x+6.8, y-1), (x+6, y+lo*.8), (x, y+lo), (x-6, y+lo*.8)], True), c)
    if style == "bun": s.circ(x, y-7.5, 4, lt(c, .08))
    if style == "pony": s.limb([(x, y-3), (x+1, y+5), (x, y+15)], (4.4, 5, 1.6), lt(c, .08))


def _fighat(s, x, y, hat):
    kind, c = hat
    if kind == "straw":
        s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (x-14, y-2, x, y-18, x+14, y-2, x, y-6, x-14, y-2), c)
        s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (x, y-10.2, x+6, y-9, x+14, y-2, x+6, y-5, x, y-4.4), dk(c, .25), o=.6)
    elif kind == "cap":
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fL%.1f %.1fL%.1f %.1fZ" % (x-7, y-2.6, x-7, y-12, x+7, y-12, x+7, y-3.6, x+11.5, y-2.6, x+4, y-2.4), c)
    elif kind == "helmet":
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ" % (x-8.6, y-2.4, x-8, y-13, x+8, y-13, x+8.6, y-2.4), c)
        s.rect(x-9.5, y-3.4, 20, 1.8, dk(c, .2), .9)
    elif kind == "toque":
        s.rect(x-6.4, y-12, 12.8, 7.5, c); s.path(spline([(x-8.5, y-13), (x-4, y-18), (x, y-17), (x+5, y-18.4), (x+8.5, y-13), (x+6, y-10.5), (x-6, y-10.5)], True), c)
    elif kind == "beanie":
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fZ" % (x-7.2, y-2, x-7.6, y-13, x+7.6, y-13, x+7.2, y-2), c)
        s.rect(x-7.4, y-4.6, 14.8, 3.4, dk(c, .2), 1.4)
    elif kind == "scarf":
        s.path("M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1fL%.1f %.1fL%.1f %.1fZ" % (x-7, y+2, x-9, y-12, x+7, y-12, x+6.2, y-4, x-2, y-4, x-5, y+6), c)


def crowd_back(s, y, x0, x1, step, k, cols, hairs, seat=None, jitter=6):
    """A row of seated people seen from behind: chair backs, shoulders, heads. y is the chair line."""
    x = x0
    while x < x1:
        xx = x + s.r.uniform(-jitter, jitter) * k
        c, hc = s.r.choice(cols), s.r.choice(hairs)
        yy = y + s.r.uniform(-5, 5) * k
        s.limb([(xx, yy - 62*k), (xx, yy - 30*k)], (22*k, 24*k), dk(SKINS[1], .25))
        s.path(spline([(xx - 16*k, yy - 46*k), (xx + 16*k, yy - 46*k), (xx + 50*k, yy - 26*k), (xx + 55*k, yy + 60*k), (xx - 55*k, yy + 60*k), (xx - 50*k, yy - 26*k)], True), c)
        s.ell(xx, yy - 82*k, 25*k, 31*k, dk(SKINS[1], .12))
        with s.at(xx, yy - 82*k, 4*k): _fighair_all(s, 0, 0, s.r.choice(["short", "short", "bob", "long", "bun", "pony"]), hc)
        if seat:
            s.rect(xx - 50*k, yy + 6*k, 100*k, 120*k, seat, 14*k)
            s.rect(xx - 50*k, yy + 6*k, 100*k, 10*k, lt(seat, .2), 5*k)
        x += step
