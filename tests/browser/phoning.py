"""A grid worker with a phone in the hand, and a line that can be cut."""

import io

from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from governance.people.enums import Role
from grids.mesh.enums import Duty
from grids.mesh.services import assign
from tests import actors
from tests.browser.walking import button
from tests.grids import makers

CREATE = "/reports/create/"
READY = "form[data-found][data-ready]"
CONTROLLED = """async () => {
  const { serviceWorker } = navigator;
  await serviceWorker.ready;
  if (serviceWorker.controller) return;
  await new Promise((resolve) => { serviceWorker.addEventListener("controllerchange", resolve, { once: true }); });
}"""
LARGE = (2400, 1800)  # pixels, as a telephone takes them


def photographs(*shades):
    """As the camera writes them, with a device's name in the EXIF."""
    return [{"name": f"{shade}.jpg", "mimeType": "image/jpeg", "buffer": picture(shade)} for shade in shades]


def picture(shade):
    exif = Image.Exif()
    exif[0x0110] = "A telephone"
    with io.BytesIO() as out:
        Image.new("RGB", LARGE, shade).save(out, "JPEG", exif=exif)
        return out.getvalue()


def worker_named(name):
    person = actors.actor(Role.GRID_WORKER, name=name)
    assign(makers.grid(serial=len(name)), person.acting_post, Duty.RESPONSIBLE, by=None, at=timezone.now())
    return person


class Worker:
    """Someone with a phone in the hand."""

    def __init__(self, page, person, town, line):
        self.page, self.person, self.town, self.line = page, person, town, line
        self.context = page.context

    def signs_in(self):
        self.town.enter(self.page, self.person)
        return self.opens()

    def opens(self):
        self.page.goto(CREATE)
        self.page.wait_for_selector(READY)
        return self

    def is_equipped(self):
        """Until the service worker has everything and answers for the page, and the phone knows what the page needs of the worker."""
        self.page.evaluate(CONTROLLED)
        self.page.wait_for_selector("form[data-told]", state="attached")
        return self

    def loses_the_network(self):
        self.context.set_offline(True)
        self.line.rest()
        self.line.cut()

    def has_network_again(self):
        assert not [path for method, path in self.line.arrived if method == "POST"]  # pages the browser fetches by itself may come late
        self.line.mend()
        self.context.set_offline(False)

    def closes_and_opens_again(self):
        self.page.close()
        self.page = self.context.new_page()
        return self.opens()

    def fills_in(self, kind, words, *shades):
        page = self.page
        page.locator(".kinds label", has_text=kind).click()
        page.get_by_label("情况").fill(words)
        for shade in shades:
            page.locator("#id_files").set_input_files(photographs(shade))
            expect(page.locator("[data-photos=files] [data-shown] img").last).to_be_visible()
        expect(page.locator("[data-photos=files] [data-shown] img")).to_have_count(len(shades))

    def reports(self, kind, words, *shades):
        self.fills_in(kind, words, *shades)
        button(self.page, "上报").click()

    def sees(self, *states):
        expect(self.page.locator("[data-drafts] .badge")).to_have_text([*states])

    def signs_out(self):
        self.page.locator(".bar-menu summary").click()
        button(self.page, "退出登录").click()
