"""Redraw the sample edition's pictures.

    python draw.py [KEY ...]        (all keys when none is named; -o DIR for another folder)

Needs playwright and Pillow, and a Chromium (CHROMIUM, default /usr/bin/chromium).
Each picture is composed as SVG by the draw_*.py modules, rendered by headless Chromium,
given a fine paper grain that is the same at every run, and saved as a JPEG of at most ~170 KB.
Writes pictures.toml beside the pictures when all keys are drawn.
"""
import argparse
import io
import os
import random
from pathlib import Path

from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import sync_playwright

from draw_kit import PICTURES, Canvas
import draw_avatars, draw_portraits, draw_indoors, draw_culture, draw_outdoors  # noqa: E401,F401

CREDIT = "그림 월간인물 표본실"
MAX_BYTES = 170_000


def paper_tile(size=700):
    """A grey tile of soft paper grain around 128."""
    noise = Image.frombytes("L", (size, size), random.Random("paper").randbytes(size * size))
    fine = noise.filter(ImageFilter.GaussianBlur(1.1))
    coarse = noise.rotate(90).filter(ImageFilter.GaussianBlur(2.6))
    return ImageChops.blend(fine, coarse, .45)


def grain(img, tile, amount):
    layer = Image.new("L", img.size)
    for x in range(0, img.width, tile.width):
        for y in range(0, img.height, tile.height):
            layer.paste(tile, (x, y))
    layer = layer.point(lambda v: max(0, min(255, 128 + (v - 128) * .55 * amount)))
    return ImageChops.soft_light(img, Image.merge("RGB", [layer] * 3))


def encode(img, tile, amount):
    """Grained JPEG bytes at quality 82; a heavy picture gets less grain and a little less quality."""
    for g, q in ((1, 82), (1, 79), (.85, 77), (.7, 75), (.55, 74), (.4, 72), (.3, 70), (.2, 68), (.1, 66), (0, 63)):
        b = io.BytesIO()
        grain(img, tile, amount * g).save(b, "JPEG", quality=q, optimize=True, progressive=True, subsampling="4:2:0")
        if b.tell() <= MAX_BYTES:
            break
    return b.getvalue(), q


def toml():
    rows = ["# Made by draw.py together with the pictures: do not edit by hand.\n"]
    for k, p in sorted(PICTURES.items()):
        rows.append('["%s"]\nfile = "%s.jpg"\nalt = "%s"\ncredit = "%s"\nfocal = [%.2f, %.2f]\n' % (k, k, p["alt"], CREDIT, *p["focal"]))
    return "\n".join(rows)


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("keys", nargs="*")
    ap.add_argument("-o", "--out", default=str(Path(__file__).parent))
    a = ap.parse_args()
    out = Path(a.out)
    keys = [k for k in PICTURES if not a.keys or any(k == x or (x.endswith("*") and k.startswith(x[:-1])) for x in a.keys)]
    tile = paper_tile()
    with sync_playwright() as p:
        br = p.chromium.launch(executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
                               args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--force-color-profile=srgb"])
        page = br.new_page()
        for k in keys:
            it = PICTURES[k]
            c = Canvas(it["w"], it["h"], k)
            it["fn"](c)
            page.set_viewport_size({"width": it["w"], "height": it["h"]})
            page.set_content('<body style="margin:0;background:#fff">%s</body>' % c.svg())
            img = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
            data, q = encode(img, tile, it["grain"])
            (out / (k + ".jpg")).write_bytes(data)
            print("%-18s %4dx%-4d %4d KB q%d" % (k, it["w"], it["h"], len(data) // 1024, q), flush=True)
        br.close()
    if not a.keys:
        (out / "pictures.toml").write_text(toml(), encoding="utf-8")


if __name__ == "__main__":
    main()
