"""The whole beat table on one page: what runs by itself, how often, and what is dropped when it comes too late.

Every entry is a sweep that is safe to run twice and side by side. `expires` (seconds) keeps an outage of the
workers from piling up work
that the next run does anyway.
"""

MINUTE, HOUR = 60.0, 3600.0


def every(seconds, task):
    return {"task": task, "schedule": seconds, "options": {"expires": seconds}}


SCHEDULE = {
    "heartbeat": every(30.0, "governance.web.tasks.heartbeat"),
    "clocks that warn or lapse": every(MINUTE, "governance.deadlines.tasks.sweep_deadlines"),
    "notices that are due": every(MINUTE, "governance.notices.tasks.deliver_due"),
    "grid reports nobody answered": every(MINUTE, "grids.reports.tasks.carry_on_forgotten"),
    "consultations without a lead in time": every(MINUTE, "disputes.consultations.tasks.refer_overdue"),
    "kept figures": every(MINUTE, "supervision.indicators.tasks.refresh_figures"),
    "gaps nobody raised, drafts that were met": every(10 * MINUTE, "supervision.raising.tasks.raise_findings"),
    "things to put right by a day of their own": every(HOUR, "supervision.orders.tasks.notice_missed_items"),
    "what the congress follows up": every(HOUR, "supervision.reviews.tasks.notice_missed"),
    "who told what long ago": every(24 * HOUR, "supervision.tips.tasks.erase_contacts"),
    "followers of a case that moved": every(MINUTE, "disputes.following.tasks.bring_all_along"),
    "split complaints whose parts ended": every(MINUTE, "disputes.splitting.tasks.gather_all"),
    "where many report the same": every(10 * MINUTE, "disputes.following.tasks.find_clusters"),
    "figures compared with rows": every(24 * HOUR, "supervision.indicators.tasks.compare_figures"),
    "the ledger of duties": every(6 * HOUR, "supervision.duties.tasks.refresh_ledger"),
    "documents of the year that fall due": every(6 * HOUR, "supervision.duties.tasks.remind_of_documents"),
    "last month's bulletin": every(6 * HOUR, "disputes.bulletins.tasks.draft_bulletin"),
    "recounts whose message was lost": every(10 * MINUTE, "governance.web.tasks.recount_owed"),
    "questions nobody answered": every(MINUTE, "disputes.questions.tasks.stop_waiting"),
    "plans to be looked at again": every(HOUR, "disputes.outcomes.tasks.bring_back"),
    "admission reviews past their time": every(10 * MINUTE, "grids.admission.tasks.conclude_overdue"),
    "duties that leave the list": every(10 * MINUTE, "grids.admission.tasks.end_what_is_over"),
    "money owed for a new year": every(HOUR, "grids.funding.tasks.open_years"),
    "contact data past their time": every(24 * HOUR, "disputes.retention.tasks.erase_contacts"),
    "people of deliberations past their time": every(24 * HOUR, "grids.deliberation.tasks.erase_contacts"),
    "volunteers past their time": every(24 * HOUR, "grids.volunteering.tasks.erase_contacts"),
    "the situation of disputes": every(6 * HOUR, "disputes.situation.tasks.recount"),
    "people who were helped, past their time": every(24 * HOUR, "disputes.care.tasks.erase_facts"),
    "rounds of searching that are due": every(HOUR, "disputes.searches.tasks.call_due"),
    "sheets whose worker failed": every(MINUTE, "disputes.imports.tasks.resume_sheets"),
    "new offices under accused ones": every(10 * MINUTE, "disputes.recusal.tasks.renew_bars"),
    "grids redrawn from today": every(HOUR, "grids.redrawing.tasks.carry_over_all"),
    "patrols that are owed": every(HOUR, "grids.patrols.tasks.open_due"),
    "patrols nobody walked": every(10 * MINUTE, "grids.patrols.tasks.note_missed"),
    "patrols of grids with another worker": every(10 * MINUTE, "grids.patrols.tasks.follow_workers"),
    "diary entries of yesterday": every(10 * MINUTE, "grids.diary.tasks.close_days"),
    "hazards past a limit": every(10 * MINUTE, "emergencies.hazards.tasks.raise_overdue"),
    "who reported hazards long ago": every(24 * HOUR, "emergencies.hazards.tasks.erase_contacts"),
    "messages of hotlines kept long enough": every(24 * HOUR, "emergencies.hotlines.tasks.forget_bodies"),
    "who reported incidents long ago": every(24 * HOUR, "emergencies.incidents.tasks.erase_contacts"),
    "drills that offices owe": every(24 * HOUR, "emergencies.drills.tasks.open_office_duties"),
    "the safety index of last month": every(6 * HOUR, "emergencies.safety_index.tasks.draft_edition"),
    "who spoke for mass events of the past": every(24 * HOUR, "emergencies.mass_events.tasks.erase_contacts"),
    "reserves to be rotated soon": every(6 * HOUR, "emergencies.stockpiles.tasks.mark_near"),
    "counts that warehouses owe": every(HOUR, "emergencies.stocktakes.tasks.open_due"),
    "warnings that ended by themselves": every(MINUTE, "emergencies.warnings.tasks.expire_over"),
    "warnings to subscribers": every(MINUTE, "emergencies.subscriptions.tasks.deliver_due"),
    "addresses nobody confirmed": every(HOUR, "emergencies.subscriptions.tasks.forget_unconfirmed"),
    "uploads nobody claimed": every(HOUR, "governance.files.tasks.sweep_uploads"),
}
