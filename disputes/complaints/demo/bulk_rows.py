"""The SQL of the bulk load. A batch is drawn into a temporary table, then told as complaints, events, clocks and orders.

Digests are chained as governance/timeline/rules.py chains them, numbers checked as governance/cases/rules.py checks them.
"""

from zlib import crc32

from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction

from disputes.complaints.demo.bulk_ground import SCHEMA, WAYS
from disputes.complaints.models import Complaint, Refusal
from governance.cases.models import NumberSeries
from governance.cases.rules import PREFIX
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post

ONGOING_DAYS = 11  # how fast the share still under way falls with age; some twelve days' demands are under way

FUNCTIONS = rf"""
CREATE FUNCTION {SCHEMA}.numbered(day date, serial int) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    digits text := to_char(day, 'YYYYMMDD') || lpad(serial::text, 6, '0');
    product int := 10;
    total int;
BEGIN
    FOR place IN 1..14 LOOP
        total := (product + substr(digits, place, 1)::int) % 10;
        product := (2 * CASE total WHEN 0 THEN 10 ELSE total END) % 11;
    END LOOP;
    RETURN '{PREFIX}-' || left(digits, 8) || '-' || right(digits, 6) || '-' || (11 - product) % 10;
END $$;
CREATE FUNCTION {SCHEMA}.link(state text, facts text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN encode(sha256(convert_to(coalesce(state, '') || E'\x1f' || facts, 'UTF8')), 'hex');
CREATE AGGREGATE {SCHEMA}.chained(text) (SFUNC = {SCHEMA}.link, STYPE = text);
"""

STEP_MOMENTS = {  # the opening and the dispatch are drawn before
    "classify": "register + (dispatch - register) / 2",
    "sign": "dispatch + least((answered - dispatch) * 0.1, interval '3 hours' * r6)",
    "contact": "dispatch + least((answered - dispatch) * 0.4, interval '20 hours' * (0.2 + r6))",
    "reply": "answered",
    "call_back": "answered + (%(at)s - answered) * 0.3 * r6",
    "close": "least(answered + interval '1 hour' * (2 + 38 * r6), dispatch + (%(at)s - dispatch) * 0.9)",
    "not_accept": "register + interval '1 minute' * (20 + 100 * r6)",
    "withdraw": "register + interval '1 minute' * (20 + 100 * r6)",
    "divert": "register + interval '1 minute' * (2 + 20 * r6)",
}
MOMENTS = ", ".join(f"date_trunc('second', {when}) AS {step}" for step, when in STEP_MOMENTS.items())

DRAWN = f"""
CREATE TEMP TABLE drawn ON COMMIT DROP AS
WITH opened AS (
    SELECT d.base + g.i AS n, d.day, d.serial + g.i AS serial, extract(month FROM d.day)::int AS month,
        date_trunc('second', d.day::timestamp AT TIME ZONE 'Asia/Shanghai' + make_interval(hours => h.hour)
            + (f.share - h.low) / (h.high - h.low) * interval '1 hour') AS register,
        random() AS r1, random() AS r2, random() AS r3, random() AS r4, random() AS r5, random() AS r6, random() AS r7,
        random() AS r8, floor(random() * %(slots)s)::int AS slot, floor(random() * %(texts)s)::int AS text_number
    FROM {SCHEMA}.day d CROSS JOIN LATERAL generate_series(0, d.amount - 1) AS g(i)
    CROSS JOIN LATERAL (SELECT (g.i + 0.5) / d.amount * d.part AS share) f
    JOIN {SCHEMA}.hour h ON f.share >= h.low AND f.share < h.high
    WHERE d.day BETWEEN %(since)s AND %(until)s
), placed AS (
    SELECT o.*, s.place_id, s.path, t.category_id, t.code, t.kind, t.urgency, t.title, t.description, t.landmark,
        coalesce(own.office_id, town.office_id) AS office_id, coalesce(own.code, town.code) AS office_code,
        coalesce(own.by_id, town.by_id) AS by_id, coalesce(own.post_id, town.post_id) AS post_id,
        extract(epoch FROM %(at)s - o.register) / 86400 AS age,
        date_trunc('hour', o.register) + interval '1 hour' AS dispatch
    FROM opened o JOIN {SCHEMA}.slot s USING (slot)
    JOIN {SCHEMA}.text t ON t.month = o.month AND t.rural = s.rural AND t.number = o.text_number
    LEFT JOIN {SCHEMA}.desk own ON own.type = t.office_type AND own.trade = t.trade AND own.path = left(s.path, t.reach)
    JOIN {SCHEMA}.desk town ON town.type = 'township' AND town.path = left(s.path, 9)
), timed AS (
    SELECT p.*, due.due_at, due.provisional, l.limit_id, CASE
            WHEN p.r1 < CASE WHEN p.age < 1 THEN 1 ELSE exp((1 - p.age) / {ONGOING_DAYS}) END THEN CASE
                WHEN p.age < 0.1 THEN 'registered'
                WHEN p.age < 1 THEN CASE WHEN p.r2 < 0.15 THEN 'classified' WHEN p.r2 < 0.6 THEN 'dispatched' ELSE 'signed' END
                WHEN p.r2 < 0.03 THEN 'dispatched' WHEN p.r2 < 0.12 THEN 'signed' WHEN p.r2 < 0.75 THEN 'handling'
                WHEN p.r2 < 0.93 THEN 'replied' ELSE 'called_back' END
            WHEN p.r2 < 0.012 THEN 'not_accepted' WHEN p.r2 < 0.02 THEN 'withdrawn' WHEN p.r2 < 0.021 THEN 'emergency'
            ELSE 'closed' END AS state,
        least(
            CASE WHEN p.r4 < 0.91 THEN p.dispatch + (due.due_at - p.dispatch) * (0.15 + 0.75 * p.r5)
                ELSE due.due_at + make_interval(secs => 3600 * (2 + 68 * p.r5)) END,
            p.dispatch + (%(at)s - p.dispatch) * 0.7) AS answered
    FROM placed p
    JOIN {SCHEMA}.limit_of l ON l.term = 'complaints.handle' AND l.kind = p.kind AND l.urgency = p.urgency
    JOIN {SCHEMA}.due ON due.limit_id = l.limit_id AND due.hour = p.dispatch
)
SELECT %(first)s + n AS id, {SCHEMA}.numbered(day, serial) AS number, t.*, w.version, t.source_draw = 'web' AS by_person,
    {MOMENTS}
FROM (SELECT *, (ARRAY['phone','phone','phone','phone','phone','web','web','visit','grid'])[1 + floor(r3 * 9)::int]
    AS source_draw, (kind = 'report' AND r7 < 0.35) AS anonymous FROM timed) t
JOIN (SELECT state, max(sequence) AS version FROM {SCHEMA}.way GROUP BY state) w USING (state)
"""
FINAL = "d.state IN ('closed', 'not_accepted', 'withdrawn', 'emergency')"
HANDED = "d.state NOT IN ('registered', 'classified', 'not_accepted', 'withdrawn', 'emergency')"
ANSWERED = "d.state IN ('replied', 'called_back', 'closed')"
ASKED = "d.state IN ('called_back', 'closed') AND d.r8 < 0.86"
SOLVED = "CASE WHEN d.r7 < 0.8 THEN 'yes' WHEN d.r7 < 0.9 THEN 'partly' ELSE 'no' END"
CONTENT = "CASE WHEN d.r7 < 0.72 THEN 'satisfied' WHEN d.r7 < 0.9 THEN 'fairly' ELSE 'dissatisfied' END"

COMPLAINT = {
    "id": "d.id",
    "number": "d.number",
    "place_id": "d.place_id",
    "place_path": "d.path",
    "office_id": f"CASE WHEN {HANDED} THEN d.office_id END",
    "office_ids": f"CASE WHEN {HANDED} THEN ARRAY[%(hotline)s, d.office_id] ELSE ARRAY[%(hotline)s] END",
    "opened_at": "d.register",
    "closed_at": "CASE d.state WHEN 'closed' THEN d.close WHEN 'not_accepted' THEN d.not_accept "
    "WHEN 'withdrawn' THEN d.withdraw WHEN 'emergency' THEN d.divert END",
    "due_at": "NULL::timestamptz",
    "version": "d.version",
    "state": "d.state",
    "kind": "d.kind",
    "category_id": "d.category_id",
    "urgency": "d.urgency",
    "source": "d.source_draw",
    "title": "left(d.title, 60)",
    "description": "d.description",
    "landmark": "d.landmark",
    "reporter_name": "CASE WHEN d.anonymous THEN '' ELSE c.name END",
    "reporter_phone": "CASE WHEN d.anonymous THEN '' ELSE c.phone END",
    "phone_index": "CASE WHEN d.anonymous THEN '' ELSE "
    "encode(sha256(convert_to('caller ' || floor(d.r1 * %(callers)s)::bigint, 'UTF8')), 'hex') END",
    "is_anonymous": "d.anonymous",
    "is_secret": "NOT d.anonymous AND d.r5 < 0.06",
    "query_code_index": "encode(sha256(convert_to('code ' || d.id, 'UTF8')), 'hex')",
    "received_by_id": "%(hotline)s",
    "suggested_office_id": "d.office_id",
    "emergency_suspected": "d.state = 'emergency'",
    "extension_asked": "false",
    "reopening_asked": "false",
    "transfers": "0",
    "reworks": "0",
    "refusal_id": "CASE WHEN d.state = 'not_accepted' THEN %(refusal)s END",
    "diverted_to": "CASE WHEN d.state = 'emergency' THEN '110' ELSE '' END",
    "contact_kept": f"CASE WHEN {ANSWERED} OR d.state = 'handling' THEN d.r6 < 0.93 END",
    "handle_kept": f"CASE WHEN {ANSWERED} THEN d.reply <= d.due_at END",
    "replied_at": f"CASE WHEN {ANSWERED} THEN d.reply END",
    "reached": "CASE WHEN d.state IN ('called_back', 'closed') THEN d.r8 < 0.86 END",
    "solved": f"CASE WHEN {ASKED} THEN {SOLVED} ELSE '' END",
    "satisfaction": f"CASE WHEN {ASKED} THEN {CONTENT} ELSE '' END",
    "rated_at": "NULL::timestamptz",
}
COMPLAINTS = f"""
INSERT INTO disputes_complaint ({", ".join(COMPLAINT)})
SELECT {", ".join(COMPLAINT.values())} FROM drawn d
JOIN {SCHEMA}.contact c ON c.number = floor(d.r8 * %(contacts)s)::int ORDER BY d.id
"""

STEPS = sorted({name for names in WAYS.values() for name in names})
MOMENT = "CASE w.step " + " ".join(f"WHEN '{step}' THEN d.{step}" for step in STEPS) + " END"
DATA = f"""CASE w.step
    WHEN 'classify' THEN format('{{"category":"%%s","kind":"%%s","urgency":"%%s"}}', d.code, d.kind, d.urgency)
    WHEN 'dispatch' THEN format('{{"office":"%%s"}}', d.office_code)
    WHEN 'call_back' THEN format('{{"reached":%%s,"satisfaction":"%%s","solved":"%%s"}}', (d.r8 < 0.86)::text,
        CASE WHEN {ASKED} THEN {CONTENT} ELSE '' END, CASE WHEN {ASKED} THEN {SOLVED} ELSE '' END)
    WHEN 'not_accept' THEN format('{{"refusal":"%%s"}}', %(refusal_code)s)
    WHEN 'divert' THEN '{{"diverted_to":"110"}}' ELSE '{{}}' END"""
EVENTS = rf"""
INSERT INTO governance_event (content_type_id, object_id, case_number, sequence, kind, label, at, recorded_at, by_id, post_id,
    actor, note, data, public, previous, digest)
SELECT %(type)s, id, number, sequence, kind, label, at, at, by_id, post_id, actor, note, data::jsonb, public,
    coalesce(lag(digest) OVER told, ''), digest
FROM (
    SELECT *, {SCHEMA}.chained(concat_ws(E'\x1f', %(type)s, id, number, sequence, kind, label,
        (extract(epoch FROM at) * 1000000)::bigint, coalesce(by_id::text, ''), coalesce(post_id::text, ''), actor, note, data,
        public::int)) OVER (PARTITION BY id ORDER BY sequence) AS digest
    FROM (
        SELECT d.id, d.number, w.sequence, w.kind, w.label, {MOMENT} AS at, w.public, n.note, {DATA} AS data,
            CASE WHEN w.who = 'resident' OR (w.step = 'register' AND d.by_person) THEN 'person' ELSE 'staff' END AS actor,
            CASE WHEN w.who = 'resident' OR (w.step = 'register' AND d.by_person) THEN NULL
                WHEN w.who = 'handler' THEN d.by_id ELSE %(operator)s END AS by_id,
            CASE WHEN w.who = 'resident' OR (w.step = 'register' AND d.by_person) THEN NULL
                WHEN w.who = 'handler' THEN d.post_id ELSE %(operator_post)s END AS post_id
        FROM drawn d JOIN {SCHEMA}.way w USING (state)
        JOIN {SCHEMA}.note n ON n.step = w.step AND n.number = floor(d.r4 * %(notes)s)::int
    ) steps
) sealed WINDOW told AS (PARTITION BY id ORDER BY sequence)
"""

STARTED, ENDED = MOMENT.replace("w.step", "k.starts"), MOMENT.replace("w.step", "k.ends")
DEADLINES = f"""
INSERT INTO governance_deadline (content_type_id, object_id, case_number, place_path, office_id, term, label, limit_id, state,
    started_at, due_at, provisional, extended_by, lapsed_at, met_at)
SELECT %(type)s, d.id, d.number, d.path, CASE WHEN k.starts IN ('register', 'classify') THEN NULL ELSE d.office_id END, k.term,
    k.label, l.limit_id, k.outcome, {STARTED}, CASE WHEN d.state = 'closed' THEN d.due_at ELSE {STARTED} END,
    d.state = 'closed' AND d.provisional, 0, CASE WHEN d.state = 'closed' AND d.reply > d.due_at THEN d.due_at END,
    CASE WHEN k.outcome = 'met' THEN {ENDED} END
FROM drawn d JOIN {SCHEMA}.clock k USING (state)
JOIN {SCHEMA}.limit_of l ON l.term = k.term AND l.kind = d.kind AND l.urgency = d.urgency ORDER BY d.id
"""
ORDERS = f"""
INSERT INTO governance_workorder (content_type_id, object_id, case_number, serial, kind, office_id, state, instruction, issued_by_id,
    issued_at, citation, signed_by_id, signed_at)
SELECT %(type)s, d.id, d.number, 1, 'lead', d.office_id, CASE d.state WHEN 'dispatched' THEN 'issued' ELSE 'signed' END, '',
    %(operator)s, d.dispatch, '', CASE d.state WHEN 'dispatched' THEN NULL ELSE d.by_id END,
    CASE d.state WHEN 'dispatched' THEN NULL ELSE d.sign END
FROM drawn d WHERE NOT {FINAL} AND {HANDED} ORDER BY d.id
"""
SERIALS = f"""
WITH given AS (
    INSERT INTO {NumberSeries._meta.db_table} AS series (day, last) SELECT day, amount FROM {SCHEMA}.day
    ON CONFLICT (day) DO UPDATE SET last = series.last + excluded.last RETURNING day, last
)
UPDATE {SCHEMA}.day SET serial = given.last - amount + 1 FROM given WHERE given.day = {SCHEMA}.day.day
"""


@transaction.atomic
def prepare(total, *, at):
    """Functions, serials of every day, and `total` ids in a row; returns the first of them."""
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        cursor.execute(f"ALTER TABLE {SCHEMA}.day ADD COLUMN serial int")
        cursor.execute(SERIALS)
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", [Complaint._meta.db_table])
        first = cursor.fetchone()[0]
        cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [Complaint._meta.db_table, first + total - 1])
    return first


def write(cursor, since, until, *, first, at):
    """The complaints of these days, whole, in the caller's transaction."""
    facts = {**constants(cursor), "since": since, "until": until, "first": first, "at": at}
    cursor.execute("SET LOCAL synchronous_commit = off")
    cursor.execute("SET LOCAL work_mem = '128MB'")
    cursor.execute("SELECT setseed(%s)", [crc32(since.isoformat().encode()) / 2**32])
    cursor.execute(DRAWN, facts)
    for statement in (COMPLAINTS, EVENTS, DEADLINES, ORDERS):
        cursor.execute(statement, facts)


def constants(cursor):
    """What is the same for every row."""
    operator = Post.objects.filter(role=Role.HOTLINE_OPERATOR, ends=None).order_by("pk").first()
    refusal = Refusal.objects.filter(active=True).first()
    cursor.execute(
        f"SELECT (SELECT count(*) FROM {SCHEMA}.slot), (SELECT max(number) + 1 FROM {SCHEMA}.text), "
        f"(SELECT count(*) FROM {SCHEMA}.contact), (SELECT max(number) + 1 FROM {SCHEMA}.note), "
        f"(SELECT sum(amount) / 3 + 1 FROM {SCHEMA}.day)"
    )
    names = ("slots", "texts", "contacts", "notes", "callers")
    return {
        **dict(zip(names, cursor.fetchone(), strict=True)),
        "type": ContentType.objects.get_for_model(Complaint).pk,
        "hotline": Office.objects.filter(type=OfficeType.HOTLINE, active=True).values_list("pk", flat=True).first(),
        "operator": operator.user_id,
        "operator_post": operator.pk,
        "refusal": refusal.pk,
        "refusal_code": refusal.code,
    }
