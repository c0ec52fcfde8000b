"""The pages of the files: template, upload, dry run, taking, and who may."""

import pytest
from django.urls import reverse

from governance.people.enums import Role
from grids.mesh.models import Grid
from grids.meshfiles.models import MeshFile
from tests import actors
from tests.grids.meshfiles.sheets import GOOD, chart, feature, sheet

LIST = reverse("meshfiles_list")


@pytest.mark.parametrize("kind", ["grids", "households"])
def test_the_template_is_a_workbook(signed_in, clerk, db, kind):
    answer = signed_in(clerk).get(reverse("meshfiles_template", args=[kind]))
    assert b"".join(answer.streaming_content)[:2] == b"PK"


def test_from_the_upload_to_the_register(signed_in, clerk, db):
    client = signed_in(clerk)
    bad = {**GOOD, "名称": "西片网格", "监督电话": "12"}
    page = client.post(LIST, {"kind": "grids", "file": sheet(GOOD, bad)}, follow=True).content.decode()
    assert all(word in page for word in ("第 3 行", "J 列“监督电话”", "电话号码不正确", "导入 1 条"))
    kept = MeshFile.objects.get()
    page = client.post(reverse("meshfiles_take", args=[kept.pk]), follow=True).content.decode()
    assert "已导入：新增 1，修改 0" in page
    assert Grid.objects.get().name == "东片网格"
    for name in ("faults", "original"):
        assert client.get(reverse(f"meshfiles_{name}", args=[kept.pk])).status_code == 200
    assert kept.name in client.get(LIST).content.decode()


def test_a_map_is_not_taken_for_a_sheet(signed_in, clerk, db):
    answer = signed_in(clerk).post(LIST, {"kind": "boundaries", "file": sheet(GOOD)})
    assert (answer.status_code, "GeoJSON" in str(answer.context["form"].errors["file"])) == (422, True)


def test_a_broken_map_is_told(signed_in, clerk, db):
    file = chart(feature("1"))
    file.file.seek(0)
    file.file.write(b"]")
    page = signed_in(clerk).post(LIST, {"kind": "boundaries", "file": file, "boundary_source": "街道"}, follow=True)
    assert "这不是有效的 GeoJSON" in page.content.decode()


def test_who_may_bring_in_and_see_it(received, offices):
    received(sheet(GOOD))
    seeing = [actors.actor(Role.TOWNSHIP_CLERK), actors.actor(Role.CENTRE_OFFICER)]
    blind = [actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.AUDITOR)]
    gate = MeshFile.view_capability
    assert [MeshFile.objects.visible_to(person, gate).exists() for person in seeing + blind] == [True] * 2 + [False] * 3
