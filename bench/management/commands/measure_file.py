"""How long a whole file (卷宗) takes to be bound: forms, scanned pictures and scanned PDFs. No database is asked or written to."""

import json
from io import BytesIO
from time import monotonic

from django.core.management.base import BaseCommand
from PIL import Image

from governance.papers.binding import Bound, Leaf, bound, page_count
from governance.papers.blocks import Block
from governance.papers.pdf import PDF

A4 = (1240, 1754)  # pixels at 150 dots an inch
SENTENCE = "双方陈述事实，调解员讲明民法典的有关规定，提出调解方案。"
LIMIT = 5  # seconds for fifty pages


class Command(BaseCommand):
    help = "Bind a file of about --pages pages, half of them scans; print the figures as JSON."

    def add_arguments(self, parser):
        parser.add_argument("--pages", type=int, default=50)

    def handle(self, *, pages, **options):
        parts = [*forms(pages // 2), *scans(pages - pages // 2)]
        cover = [Block("title", "人民调解卷宗")]
        started = monotonic()
        content = bound(parts, cover=cover, back=[Block("title", "封底")], title="卷宗", contents="卷内目录")
        spent = monotonic() - started
        told = {"pages": page_count(content), "bytes": len(content), "seconds": round(spent, 2), "of_the_limit": round(spent / LIMIT, 2)}
        self.stdout.write(json.dumps(told))


def forms(count):
    """Records of two pages."""
    body = [Block("title", "人民调解记录"), *(Block("body", SENTENCE * 4) for _number in range(8))]
    return [Bound(f"调解记录（第{number}次）", body) for number in range(1, count // 2 + 1)]


def scans(count):
    """Half as pictures, half as PDFs of five pages."""
    sheet = Image.effect_noise(A4, 40).convert("RGB")
    picture, paper = saved(sheet, "JPEG"), saved(sheet, "PDF", save_all=True, append_images=[sheet] * 4, resolution=150)
    pictures = [Bound(f"证据材料{number}", leaves=[Leaf(picture, "image/jpeg")]) for number in range(count // 2)]
    return [*pictures, *(Bound(f"身份证明{number}", leaves=[Leaf(paper, PDF, 5)]) for number in range(max(1, count // 10)))]


def saved(sheet, form, **how):
    with BytesIO() as out:
        sheet.save(out, form, **how)
        return out.getvalue()
