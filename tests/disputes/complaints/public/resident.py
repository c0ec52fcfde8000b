"""A resident at the browser: types, presses buttons, and sends what the page carries."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from disputes.complaints.models import Complaint
from tests import actors

STORY = "楼下烧烤店每天夜里营业到两点，油烟很大，希望按时关门。"
PHONE, NAME = "13812345678", "欧阳明月"
TYPED = {
    "kind": "complaint", "description": STORY, "phone": PHONE, "name": NAME, "landmark": "北门西侧",
    "place_county": "150102", "place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE,
}  # fmt: skip


@dataclass
class Resident:
    """`client` is the browser; answers of pages are Django's test responses."""

    client: Any

    def fill(self, **typed):
        """Press 下一步. A field set to None is left out."""
        return self.client.post(reverse("file_complaint"), sent(typed), follow=True)

    def press(self, button, value="1", **typed):
        """Press another button of the form."""
        return self.client.post(reverse("file_complaint"), {**sent(typed), button: value})

    def submit(self, page, **changed):
        """Solve the sum on 核对 and press 提交."""
        return self.client.post(reverse("file_check"), {**carried(page), **solved(page), **changed})

    def change(self, page, name):
        """Press 修改 beside an answer."""
        return self.client.post(reverse("file_complaint"), {**carried(page), "change": name})

    def file(self, **typed):
        """All the way; the complaint and its query code."""
        receipt = self.client.get(self.submit(self.fill(**typed)).url)
        return Complaint.objects.get(number=receipt.context["case"].number), receipt.context["code"]

    def track(self, number, code):
        return self.client.post(reverse("track"), {"number": number, "code": code})

    def say(self, complaint, step, **typed):
        """Take one of the person's own steps."""
        return self.client.post(reverse(step, args=[complaint.number]), typed)


def sent(typed):
    return {name: value for name, value in {**TYPED, **typed}.items() if value is not None}


def carried(page):
    return {"answers": page.context["answers"], **page.context["place_codes"]}


def solved(page):
    form = page.context["form"]
    if "challenge_answer" not in form.fields:
        return {"challenge_token": form["challenge_token"].value()}
    asked = form.fields["challenge_answer"].widget.challenge
    return {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}


def text(response):
    return response.content.decode()
