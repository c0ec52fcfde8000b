"""The picture of the README, taken of a running demo: `python -m tests.browser.pictures http://127.0.0.1:8000 USERNAME PASSWORD`.

Left the front door on a telephone, right the worklist and the dashboard as a 12345 operator sees them.
"""

import io
import os
import shutil
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

WANTED = Path(__file__).resolve().parents[2] / "docs" / "pictures" / "portal.png"
PHONE, DESKTOP = (390, 1000), (1366, 960)  # pixels of the page
TALL, GAP, ROUND = 1040, 24, 10  # pixels of the picture
PAPER, LINE = "#e9edf2", "#b9c3cf"
COLOURS, HEAVIEST = 128, 250_000  # bytes


def main(address, username, password):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        shots = [front_door(browser, address), *desk(browser, address, username, password)]
        browser.close()
    WANTED.parent.mkdir(parents=True, exist_ok=True)
    compose(*shots).save(WANTED, optimize=True)
    size = WANTED.stat().st_size
    print(f"{WANTED.name}: {size} bytes")
    return size <= HEAVIEST


def front_door(browser, address):
    page = opened(browser, address, PHONE, is_mobile=True)
    page.goto("/")
    return taken(page)


def desk(browser, address, username, password):
    """The worklist, and the dashboard of the whole city."""
    page = opened(browser, address, DESKTOP)
    page.goto("/account/sign-in/")
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录", exact=True).click()
    page.wait_for_url("**/desk/")
    page.goto("/complaints/")
    yield taken(page)
    page.goto("/dashboard/")
    yield taken(page)


def opened(browser, address, size, **how):
    """A page at twice the density, so that it is still sharp when made smaller."""
    viewport = {"width": size[0], "height": size[1]}
    context = browser.new_context(
        base_url=address, viewport=viewport, device_scale_factor=2, locale="zh-CN", timezone_id="Asia/Shanghai", **how
    )
    return context.new_page()


def taken(page):
    page.wait_for_load_state("networkidle")
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def compose(phone, worklist, dashboard):
    """The telephone as tall as the two desktops above one another."""
    low = (TALL - GAP) // 2
    narrow, wide = TALL * PHONE[0] // PHONE[1], low * DESKTOP[0] // DESKTOP[1]
    sheet = Image.new("RGB", (narrow + wide + 3 * GAP, TALL + 2 * GAP), PAPER)
    put(sheet, phone, (GAP, GAP), (narrow, TALL))
    put(sheet, worklist, (narrow + 2 * GAP, GAP), (wide, low))
    put(sheet, dashboard, (narrow + 2 * GAP, low + 2 * GAP), (wide, low))
    return sheet.quantize(COLOURS, dither=Image.Dither.NONE)


def put(sheet, shot, corner, size):
    """A screenshot with round corners and a thin line around it."""
    mask = Image.new("L", size, 0)
    frame = (0, 0, size[0] - 1, size[1] - 1)
    ImageDraw.Draw(mask).rounded_rectangle(frame, ROUND, fill=255)
    sheet.paste(shot.resize(size, Image.Resampling.LANCZOS), corner, mask)
    placed = (corner[0], corner[1], corner[0] + size[0] - 1, corner[1] + size[1] - 1)
    ImageDraw.Draw(sheet).rounded_rectangle(placed, ROUND, outline=LINE)


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:4]) else f"{WANTED.name} is heavier than {HEAVIEST} bytes.")
