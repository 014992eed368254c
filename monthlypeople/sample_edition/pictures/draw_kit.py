"""Toolkit of the sample pictures: an SVG canvas, colours, light, grain and the register of pictures.

Every picture is a function decorated with @pic(KEY, ...) that receives an empty Canvas
and draws on it.  draw.py renders the canvas in Chromium and writes the JPEG.
"""
import math
import random
from contextlib import contextmanager

INK, PAPER, RED = "#1b1b1f", "#f7f4ee", "#c8372d"
PICTURES = {}          # key -> dict(w, h, alt, focal, fn)


def pic(key, alt, focal=(.5, .5), size=(1600, 1067), grain=1.0):
    """Register a drawing function under its key, with its alt text and focal point."""
    def deco(fn):
        PICTURES[key] = dict(w=size[0], h=size[1], alt=alt, focal=focal, fn=fn, grain=grain)
        return fn
    return deco


# ---------------------------------------------------------------- colours
def rgb(c):
    if len(c) == 4:
        c = "#" + "".join(2 * x for x in c[1:])
    return tuple(int(c[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    """Colour between a (t=0) and b (t=1)."""
    return "#%02x%02x%02x" % tuple(round(p + (q - p) * t) for p, q in zip(rgb(a), rgb(b)))


def dk(c, t=.25):
    """Darker: towards a bluish ink, so that shadows stay coloured."""
    return mix(c, "#1a1630", t)


def lt(c, t=.25):
    """Lighter: towards a warm paper white."""
    return mix(c, "#fff6e4", t)


def shadow_of(c):
    """The grain shadow's colour on a surface: gentle on light ones, deep on dark ones."""
    r, g, b = rgb(c)
    light = (.3 * r + .59 * g + .11 * b) / 255
    return dk(c, .52 - .3 * max(0, light - .45) / .55)


# ---------------------------------------------------------------- geometry
def spline(pts, closed=False, k=.5, n=0):
    """Catmull-Rom through pts, as a path string."""
    m = len(pts)
    P = (lambda i: pts[i % m]) if closed else (lambda i: pts[max(0, min(m - 1, i))])
    d = "M%.1f %.1f" % P(0)
    for i in range(m if closed else m - 1):
        a, b, c, e = P(i - 1), P(i), P(i + 1), P(i + 2)
        f = k / 3
        d += "C%.1f %.1f %.1f %.1f %.1f %.1f" % (
            b[0] + (c[0] - a[0]) * f, b[1] + (c[1] - a[1]) * f,
            c[0] - (e[0] - b[0]) * f, c[1] - (e[1] - b[1]) * f, c[0], c[1])
    return d + ("Z" if closed else "")


def poly(pts):
    return "M" + "L".join("%.1f %.1f" % tuple(p) for p in pts) + "Z"


def limb_path(pts, ws):
    """A tapering limb through pts; ws are its full widths at each point."""
    n, S, W = len(pts), [], []
    P = lambda i: pts[max(0, min(n - 1, i))]
    for i in range(n - 1):
        a, b, c, e = P(i - 1), P(i), P(i + 1), P(i + 2)
        for j in range(8):
            t = j / 8
            q = []
            for z in (0, 1):
                m1, m2 = (c[z] - a[z]) * .38, (e[z] - b[z]) * .38
                q.append((2*t**3 - 3*t*t + 1)*b[z] + (t**3 - 2*t*t + t)*m1 + (3*t*t - 2*t**3)*c[z] + (t**3 - t*t)*m2)
            S.append(tuple(q))
            W.append(ws[i] + (ws[i + 1] - ws[i]) * t)
    S.append(tuple(pts[-1]))
    W.append(ws[-1])
    L, R = [], []
    for i, (x, y) in enumerate(S):
        x0, y0 = S[max(0, i - 1)]
        x1, y1 = S[min(len(S) - 1, i + 1)]
        d = math.hypot(x1 - x0, y1 - y0) or 1
        nx, ny = -(y1 - y0) / d * W[i] / 2, (x1 - x0) / d * W[i] / 2
        L.append((x + nx, y + ny))
        R.append((x - nx, y - ny))
    r0, r1 = W[0] / 2, W[-1] / 2
    f = lambda p: "%.1f %.1f" % p
    return ("M" + "L".join(map(f, L)) + "A%.1f %.1f 0 0 0 %s" % (r1, r1, f(R[-1])) +
            "L" + "L".join(map(f, R[::-1])) + "A%.1f %.1f 0 0 0 %sZ" % (r0, r0, f(L[0])))


class Canvas:
    """Collects SVG. Fill arguments are colours or paints returned by lin() and rad()."""

    def __init__(s, w, h, seed=""):
        s.w, s.h, s.out, s.defs, s.n = w, h, [], [], 0
        s.r = random.Random(seed)

    # -- plumbing
    def id(s):
        s.n += 1
        return "i%d" % s.n

    def add(s, x):
        s.out.append(x)

    @staticmethod
    def at_(f, o=1, st=None, sw=0, t=None, fl=None, bl=None, clip=None, dash=None):
        a = ' fill="%s"' % (f or "none")
        if o != 1: a += ' opacity="%.3g"' % o
        if st: a += ' stroke="%s" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"' % (st, sw)
        if t: a += ' transform="%s"' % t
        if fl: a += ' filter="url(#%s)"' % fl
        if bl: a += ' style="mix-blend-mode:%s"' % bl
        if clip: a += ' clip-path="url(#%s)"' % clip
        if dash: a += ' stroke-dasharray="%s"' % dash
        return a

    def svg(s):
        base = """<filter id="stip" x="-.02" y="-.02" width="1.04" height="1.04" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="2" seed="7"/>
<feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 2.6 0 0 0 -.8" result="n"/>
<feComposite in="SourceAlpha" in2="n" operator="arithmetic" k2="1" k3="1" k4="-1"/>
<feComponentTransfer result="m"><feFuncA type="linear" slope="1.7"/></feComponentTransfer>
<feColorMatrix in="SourceGraphic" values="1 0 0 0 0 0 1 0 0 0 0 0 1 0 0 0 0 0 60 0"/>
<feComposite in2="m" operator="in"/></filter>"""
        for b in (2, 4, 8, 16, 32, 60):
            base += '<filter id="b%d" x="-1" y="-1" width="3" height="3"><feGaussianBlur stdDeviation="%d"/></filter>' % (b, b)
        return ('<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d"><defs>%s%s</defs>%s</svg>'
                % (s.w, s.h, s.w, s.h, base, "".join(s.defs), "".join(s.out)))

    # -- paints
    def _stops(s, st):
        n = len(st)
        o = ""
        for i, c in enumerate(st):
            if isinstance(c, str): c = (i / (n - 1), c, 1)
            elif len(c) == 2: c = (i / (n - 1), c[0], c[1])
            o += '<stop offset="%.3f" stop-color="%s" stop-opacity="%.3g"/>' % c
        return o

    def lin(s, *stops, a=90):
        """Linear gradient; a = 90 runs down, 0 runs right. Stops: colour, (colour, opacity) or (offset, colour, opacity)."""
        i, x, y = s.id(), math.cos(math.radians(a)) / 2, math.sin(math.radians(a)) / 2
        s.defs.append('<linearGradient id="%s" x1="%.3f" y1="%.3f" x2="%.3f" y2="%.3f">%s</linearGradient>'
                      % (i, .5 - x, .5 - y, .5 + x, .5 + y, s._stops(stops)))
        return "url(#%s)" % i

    def rad(s, *stops, c=(.5, .5), r=.5):
        i = s.id()
        s.defs.append('<radialGradient id="%s" cx="%.3f" cy="%.3f" r="%.3f">%s</radialGradient>' % (i, *c, r, s._stops(stops)))
        return "url(#%s)" % i

    # -- shapes
    def path(s, d, f=None, **k):
        s.add('<path d="%s"%s/>' % (d, s.at_(f, **k)))

    def rect(s, x, y, w, h, f, r=0, **k):
        s.add('<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f"%s%s/>' % (x, y, max(w, 0), max(h, 0), ' rx="%.1f"' % r if r else "", s.at_(f, **k)))

    def ell(s, x, y, rx, ry, f, **k):
        s.add('<ellipse cx="%.1f" cy="%.1f" rx="%.1f" ry="%.1f"%s/>' % (x, y, rx, ry, s.at_(f, **k)))

    def circ(s, x, y, r, f, **k):
        s.ell(x, y, r, r, f, **k)

    def poly(s, pts, f, **k):
        s.path(poly(pts), f, **k)

    def blob(s, pts, f, **k):
        s.path(spline(pts, True), f, **k)

    def line(s, pts, c, w=2, curve=True, **k):
        d = spline(pts) if curve else "M" + "L".join("%.1f %.1f" % tuple(p) for p in pts)
        s.path(d, None, st=c, sw=w, **k)

    def limb(s, pts, ws, f, **k):
        s.path(limb_path(pts, ws), f, **k)

    # -- groups
    @contextmanager
    def at(s, x=0, y=0, k=1, rot=0, flip=False, o=1, fl=None, bl=None, clip=None, sy=None):
        t = "translate(%.1f %.1f)" % (x, y)
        if rot: t += " rotate(%.2f)" % rot
        if k != 1 or flip or sy: t += " scale(%.4f %.4f)" % (-k if flip else k, sy if sy else k)
        a = s.at_(None, o=o, fl=fl, bl=bl, clip=clip, t=t).replace(' fill="none"', "")
        s.add("<g%s>" % a)
        yield
        s.add("</g>")

    @contextmanager
    def clip(s, d):
        i = s.id()
        s.defs.append('<clipPath id="%s"><path d="%s"/></clipPath>' % (i, d))
        s.add('<g clip-path="url(#%s)">' % i)
        yield
        s.add("</g>")

    # -- light and surface
    def bg(s, *stops, a=90):
        s.rect(0, 0, s.w, s.h, s.lin(*stops, a=a) if len(stops) > 1 else stops[0])

    def shade(s, d, c=INK, o=.5, a=0, start=.25):
        """Grainy shadow over the path d, deepening in the direction a."""
        s.path(d, s.lin((0, c, 0), (start, c, 0), (1, c, o), a=a), fl="stip")

    def solid(s, d, f, sh=.35, a=0, c=None, start=.3):
        """A filled shape with a grainy shadow of its own colour."""
        s.path(d, f)
        base = f if f.startswith("#") else "#555555"
        s.shade(d, c or shadow_of(base), sh, a, start)

    def glow(s, x, y, r, c="#fff0cf", o=.6, ry=None, bl="screen"):
        s.ell(x, y, r, ry or r, s.rad((0, c, o), (.35, c, o * .45), (1, c, 0)), bl=bl)

    def beam(s, pts, c="#fff0cf", o=.25, a=90, fl="b8"):
        s.poly(pts, s.lin((c, o), (c, 0), a=a), fl=fl, bl="screen")

    def vig(s, c=INK, o=.35):
        s.rect(0, 0, s.w, s.h, s.rad((0, c, 0), (.62, c, 0), (1, c, o), r=.75))

    def shadow(s, x, y, rx, ry, o=.3, c=INK):
        s.ell(x, y, rx, ry, c, o=o, fl="b8")

    def floorgrain(s, c=INK, o=.3, a=90, y=0):
        s.shade("M0 %dH%dV%dH0Z" % (y, s.w, s.h), c, o, a, .2)

    # -- things used in many scenes
    def ridge(s, y, amp, f, n=7, base=None, seed=0, sh=.3):
        """A hill line across the picture."""
        r = random.Random("%s%s" % (seed, y))
        st = s.w / n
        pts = [(-st + i * st, y + r.uniform(-amp, amp)) for i in range(n + 3)]
        b = base or s.h + 10
        d = spline(pts, k=.9) + "L%.0f %.0fL%.0f %.0fZ" % (s.w + 2*st, b, -st, b)
        s.path(d, f)
        if sh and f.startswith("#"): s.path(d, s.lin((0, lt(f, .5), sh), (.5, f, 0)), fl="stip")
        return pts

    def peaks(s, pts, f, sh=.35):
        """Angular mountains; pts is the skyline left to right."""
        d = "M" + "L".join("%.1f %.1f" % p for p in pts) + "L%d %dL%.1f %dZ" % (pts[-1][0], s.h + 10, pts[0][0], s.h + 10)
        s.path(d, f)
        s.path(d, s.lin((0, lt(f, .55), sh), (.6, f, 0)), fl="stip")

    def cloud(s, x, y, w, f, o=1):
        d = "M%.0f %.0f" % (x, y) + "a{0:.0f} {0:.0f} 0 0 1 {1:.0f} {2:.0f}".format(w*.13, w*.14, -w*.12)
        d += "a{0:.0f} {0:.0f} 0 0 1 {1:.0f} {2:.0f}".format(w*.2, w*.36, -w*.03)
        d += "a{0:.0f} {0:.0f} 0 0 1 {1:.0f} {2:.0f}".format(w*.14, w*.27, w*.05)
        d += "a{0:.0f} {0:.0f} 0 0 1 {1:.0f} {2:.0f}Z".format(w*.1, w*.16, w*.1)
        s.path(d, f, o=o)

    def tree(s, x, y, h, f, trunk="#4a3a33", round_=True):
        """A deciduous tree standing at (x, y): trunk, crown of lobes, light from the left."""
        s.limb([(x, y), (x + h*.01, y - h*.3), (x - h*.01, y - h*.55)], [h*.07, h*.05, h*.03], trunk)
        s.limb([(x, y - h*.3), (x + h*.1, y - h*.5)], [h*.03, h*.015], trunk)
        for dx, dy, r, t in ((.12, -.52, .2, -.18), (-.14, -.56, .21, 0), (.04, -.78, .22, .06), (.15, -.68, .17, -.08), (-.1, -.74, .15, .2)):
            dim = .35 + .65 * min(1, sum(rgb(f)) / 380)
            s.circ(x + dx*h, y + dy*h, r*h, dk(f, -t) if t < 0 else lt(f, t * dim))
        s.path("M%.1f %.1fa%.1f %.1f 0 1 0 .1 0Z" % (x + h*.36, y - h*.62, h*.37, h*.37), s.lin((0, dk(f, .5), 0), (.5, dk(f, .5), 0), (1, dk(f, .5), 0), a=20))

    def pine(s, x, y, h, f):
        s.rect(x - h*.025, y - h*.15, h*.05, h*.15, dk(f, .5))
        for i in range(4):
            yy, ww = y - h*(.1 + i*.2), h*(.26 - i*.05)
            s.poly([(x - ww, yy), (x + ww, yy), (x, yy - h*.36)], mix(f, lt(f, .25), i / 4))
            s.poly([(x + ww*.1, yy), (x + ww, yy), (x, yy - h*.36)], dk(f, .3), o=.5)

    def plant(s, x, y, h, f, n=7, spread=1.0):
        """A leafy potted-plant crown rising from (x, y)."""
        for i in range(n):
            t = (i + .5) / n * 2 - 1
            L = h * (1 - .35 * abs(t))
            ex, ey = x + t*spread*h*.6, y - L
            mx, my = (x + ex) / 2 + t*h*.02, (y + ey) / 2 - h*.1
            w = h*.09
            c = mix(dk(f, .25), lt(f, .25), s.r.random())
            s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (x, y, mx - w*1.4, my, ex, ey, mx + w*1.4, my + w, x, y), c)

    def pot(s, x, y, w, h, f):
        s.solid("M%.1f %.1fL%.1f %.1fL%.1f %.1fL%.1f %.1fZ" % (x - w/2, y - h, x + w/2, y - h, x + w*.38, y, x - w*.38, y), f, .5)
        s.rect(x - w*.54, y - h, w*1.08, h*.2, lt(f, .12), 2)

    def books(s, x, y, w, h, cols, gap=0):
        """A row of book spines standing on y."""
        e = x + w
        while x < e - 8:
            bw = s.r.uniform(.1, .26) * h * .8
            if x + bw > e: bw = e - x
            bh = h * s.r.uniform(.7, .97)
            c = s.r.choice(cols)
            s.rect(x, y - bh, bw - 1.5, bh, c, 1.5)
            s.rect(x + (bw - 1.5) * .7, y - bh, (bw - 1.5) * .3, bh, dk(c, .3), o=.55)
            if bw > 12 and s.r.random() < .7:
                s.rect(x + bw*.15, y - bh*.82, bw*.6, bh*.05, lt(c, .55))
                s.rect(x + bw*.15, y - bh*.25, bw*.6, bh*.03, lt(c, .55))
            x += bw + gap

    def shelf(s, x, y, w, h, rows, wood, cols, fill=1.0):
        """A bookcase with books."""
        s.rect(x, y, w, h, dk(wood, .55))
        rh = h / rows
        for i in range(rows):
            yy = y + (i + 1) * rh - rh*.06
            xx = x + 6
            while xx < x + w - 20:
                ww = min(s.r.uniform(.5, 1.6) * rh * 1.2, x + w - 6 - xx)
                if s.r.random() < fill: s.books(xx, yy, ww, rh*.84, cols)
                xx += ww + (rh*.12 if s.r.random() < .35 else 0)
            s.rect(x, yy, w, rh*.08, wood)
        s.rect(x, y, w, rh*.06, wood)
        for xx in (x - 4, x + w - 4): s.rect(xx, y, 9, h, lt(wood, .08))

    def lamp(s, x, y, L, w, f, light="#ffe0a0", o=.5):
        """A pendant lamp hanging from the ceiling to y."""
        s.line([(x, y - L), (x, y)], INK, 3, False)
        s.glow(x, y + w*.4, w*2.4, light, o)
        s.path("M%.1f %.1fQ%.1f %.1f %.1f %.1fQ%.1f %.1f %.1f %.1fZ" % (x - w/2, y + w*.4, x - w*.45, y, x, y - w*.05, x + w*.45, y, x + w/2, y + w*.4), f)
        s.ell(x, y + w*.4, w/2, w*.07, lt(light, .5))

    def windows(s, x, y, w, h, nx, ny, f, lit=None, p=.3, gx=.35, gy=.4):
        """A grid of windows over a facade."""
        cw, ch = w / nx, h / ny
        a, b = [], []
        for i in range(nx):
            for j in range(ny):
                q = "M%.1f %.1fh%.1fv%.1fh%.1fz" % (x + cw*(i + gx/2), y + ch*(j + gy/2), cw*(1 - gx), ch*(1 - gy), -cw*(1 - gx))
                (b if lit and s.r.random() < p else a).append(q)
        if a: s.path("".join(a), f)
        if b: s.path("".join(b), lit)
