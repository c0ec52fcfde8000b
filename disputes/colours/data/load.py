"""Loads the first version of the criteria. What was published since stays."""

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.colours.models import ColourRule, ColourScheme
from governance.deadlines.enums import Mark

CRITERIA = Path(__file__).parent / "criteria.csv"
SINCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))  # the day the regulation took effect
SOURCE = "系统初始标准，按红、黄、绿三级分别由旗县区、乡镇（街道）、村（社区）牵头；请按本地文件发布新版本。"


@transaction.atomic
def load_colours():
    """The first version, where there is none; returns {kind: how many rows were added}."""
    if ColourScheme.objects.exists():
        return {"colour criteria": 0}
    scheme = ColourScheme.objects.create(version="2022-1", valid_from=SINCE, source=SOURCE, mark=Mark.DEFAULT)
    with CRITERIA.open(encoding="utf-8", newline="") as file:
        rows = [ColourRule(scheme=scheme, position=place, **row) for place, row in enumerate(csv.DictReader(file))]
    return {"colour criteria": len(ColourRule.objects.bulk_create(rows))}
