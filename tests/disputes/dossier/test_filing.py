"""A case whose file is not whole is not filed; one that is gets the next number of its committee and year."""

from datetime import timedelta

import pytest

from disputes.dossier.data.survey import survey
from disputes.dossier.models import Dossier, DossierSeries, KeptPaper
from disputes.dossier.rules import word_of
from disputes.dossier.services import DossierRefused, bind, fill_owed, keep_paper
from disputes.mediation.models import Mediation
from governance.flow import engine
from governance.privacy.models import Opening
from tests.core.papers.test_binding import texts
from tests.disputes.mediation.conftest import IN_WRITING, SESSION, in_the_file, walk

WHOLE = ["人民调解申请书、受理登记表", "权利义务告知书", "当事人身份证明", "调解记录", "调解协议书（口头协议登记表）", "封底"]


def test_what_is_missing_is_named_and_the_step_refused(agreed, mediator, at):
    assert survey(agreed).missing == WHOLE
    with pytest.raises(engine.StepRefused, match="卷宗缺：人民调解申请书、受理登记表；权利义务告知书.*封底。补齐后才能归档"):
        engine.take(agreed, "file", by=mediator, at=at)
    assert not Dossier.objects.exists()


def test_the_owed_papers_are_filled_from_the_case_and_their_openings_recorded(agreed, mediator, opened_by):
    assert fill_owed(agreed, opening=opened_by) == 6
    assert set(KeptPaper.objects.values_list("key", flat=True)) == {"application", "notice", "identity", "record-1", "agreement", "back"}
    assert set(Opening.objects.values_list("case_number", "by", "purpose")) == {(agreed.number, mediator.pk, "verify")}
    assert fill_owed(agreed, opening=opened_by) == 0
    assert survey(agreed).is_whole


def test_it_is_not_filed_while_the_court_has_not_answered(mediation, mediator, at):
    case = walk(mediation, mediator, at, until="agree")
    engine.take(case, "confirm_asked", by=mediator, at=at + timedelta(days=5), court="新城区人民法院")
    case = engine.take(case, "perform", by=mediator, at=at + timedelta(days=6), note="款项已付清。")
    in_the_file(case, mediator, at)
    with pytest.raises(engine.StepRefused, match="请先登记法院的结果"):
        engine.take(case, "file", by=mediator, at=at + timedelta(days=7))
    ruled = engine.take(case, "confirm", by=mediator, at=at + timedelta(days=8), note="裁定有效。", confirmation="confirmed")
    assert engine.take(ruled, "file", by=mediator, at=at + timedelta(days=9)).state == "filed"


def test_nothing_is_filled_in_before_it_happened(mediation, mediator, at, opened_by):
    case = walk(mediation, mediator, at, until="assign")
    assert fill_owed(case, opening=opened_by) == 4
    assert survey(case).missing == WHOLE[3:5]
    assert fill_owed(case, opening=opened_by) == 0
    case = engine.take(case, "hold_session", by=mediator, at=at + timedelta(days=2), held_at=at, **SESSION)
    case = engine.take(case, "agree", by=mediator, at=at + timedelta(days=3), **IN_WRITING)
    assert fill_owed(case, opening=opened_by) == 2
    assert survey(case).is_whole


def test_every_session_owes_its_record(mediation, mediator, at, opened_by):
    case = walk(mediation, mediator, at, until="hold_session")
    for day in (3, 4):
        again = {"held_at": at, "venue": "调解室", "attendance": "both", "course": "再谈。", "result": "再约。"}
        case = engine.take(case, "hold_session", by=mediator, at=at + timedelta(days=day), **again)
    keep_paper(case, "record-2", {}, base=0, by=mediator, at=at)
    assert [label for label in survey(case).missing if "调解记录" in label] == ["调解记录（第1次）", "调解记录（第3次）"]
    fill_owed(case, opening=opened_by)
    assert survey(case).missing == ["调解协议书（口头协议登记表）"]


def test_without_agreement_none_is_owed(mediation, mediator, at, opened_by):
    case = walk(mediation, mediator, at, until="assign")
    ended = engine.take(case, "end", by=mediator, at=at + timedelta(days=4), note="可以起诉。", end_reason="apart")
    assert survey(ended).missing == [*WHOLE[:3], WHOLE[-1]]
    fill_owed(ended, opening=opened_by)
    filed = engine.take(ended, "file", by=mediator, at=at + timedelta(days=5))
    assert (filed.dossier.retention, filed.dossier.kept_until.year) == ("10年", 2036)


def test_numbers_run_through_per_committee_and_year(opening, mediator, at):
    cases = [walk(opening().mediation, mediator, at) for _number in range(2)]
    late = walk(opening().mediation, mediator, at, until="perform")
    in_the_file(late, mediator, at)
    new_year = engine.take(late, "file", by=mediator, at=at.replace(year=2027))
    word = word_of(cases[0].office.short_name)
    documents = [f"（2026）{word}人调字第1号", f"（2026）{word}人调字第2号", f"（2027）{word}人调字第1号"]
    assert [case.dossier.document for case in (*cases, new_year)] == documents


def test_a_filing_that_fails_gives_its_number_back(agreed, mediator, at, monkeypatch):
    in_the_file(agreed, mediator, at)
    fails = [*engine._effects[("mediation", "file")], lambda case, taken: 1 / 0]
    with monkeypatch.context() as patch:
        patch.setitem(engine._effects, ("mediation", "file"), fails)
        with pytest.raises(ZeroDivisionError):
            engine.take(agreed, "file", by=mediator, at=at)
    assert not DossierSeries.objects.exists()
    assert engine.take(agreed, "file", by=mediator, at=at).dossier.serial == 1


def test_a_filed_file_is_changed_by_nobody_and_bound_with_its_number(agreed, mediator, at, opened_by):
    in_the_file(agreed, mediator, at)
    filed = engine.take(agreed, "file", by=mediator, at=at)
    with pytest.raises(DossierRefused, match="不能再改动"):
        keep_paper(filed, "note", {}, base=0, by=mediator, at=at)
    cover, contents, *pages, back = texts(bind(Mediation.objects.get(), opening=opened_by))
    assert filed.dossier.document in cover
    assert all(words in cover for words in ("张三", "李四", "30年", f"共{len(pages)}页"))
    assert contents.startswith("卷内目录序号文书名称页号1人民调解申请书1")
    assert contents.endswith("5人民调解协议书6–7")
    assert f"本卷共{len(pages)}页" in back


def test_what_was_edited_is_a_new_version_and_nobody_is_overwritten(agreed, mediator, at):
    keep_paper(agreed, "note", {"course": "第一版"}, base=0, by=mediator, at=at)
    with pytest.raises(DossierRefused, match="新的版本"):
        keep_paper(agreed, "note", {"course": "别人的"}, base=0, by=mediator, at=at)
    keep_paper(agreed, "note", {"course": "第二版"}, base=1, by=mediator, at=at)
    kept = KeptPaper.objects.filter(key="note").order_by("version")
    assert ["第一版" in kept[0].content.open(), "第二版" in kept[1].content.open()] == [True, True]
    assert "第一版" not in str(kept[0].content)
