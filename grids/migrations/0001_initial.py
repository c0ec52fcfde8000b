import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import governance.privacy.fields
import governance.search.query
from django.conf import settings
from governance.migrating import AtOnce
from django.db import migrations, models


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("governance", "0002_functions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Absence",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="absences", to="governance.post", verbose_name="网格员"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("rest", "轮休"), ("leave", "请假、休假"), ("errand", "抽调、公差")], max_length=8, verbose_name="类别"
                    ),
                ),
                ("first", models.DateField(verbose_name="第一天")),
                ("last", models.DateField(verbose_name="最后一天")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "网格员休息和离岗",
                "verbose_name_plural": "网格员休息和离岗",
                "ordering": ("-first", "-pk"),
                "indexes": [models.Index(fields=["place_path", "-first"], name="absence_path")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("last__gte", models.F("first"))), name="absence_ends_after_it_begins")
                ],
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "待发布"), ("published", "已发布"), ("reported", "已小结"), ("cancelled", "已取消")],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("law", "法治宣传和法律服务"),
                            ("virtue", "德治教化和文明实践"),
                            ("safety", "平安创建"),
                            ("service", "便民和文体"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("description", models.TextField(max_length=1000, verbose_name="活动内容")),
                ("organiser", models.CharField(max_length=60, verbose_name="主办单位")),
                ("venue", models.CharField(max_length=120, verbose_name="活动地点")),
                ("starts_at", models.DateTimeField(verbose_name="开始时间")),
                ("ends_at", models.DateTimeField(verbose_name="结束时间")),
                ("capacity", models.PositiveIntegerField(null=True, verbose_name="可容纳人数")),
                ("people", models.PositiveIntegerField(null=True, verbose_name="参加人数")),
                ("report", models.TextField(blank=True, max_length=2000, verbose_name="活动小结")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("description"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("venue"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "社区活动",
                "verbose_name_plural": "社区活动",
                "ordering": ("-starts_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="activity_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="activity_path_opened"),
                    models.Index(fields=["starts_at"], name="activity_starts"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="activity_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="activity_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="activity_ends_after_it_starts"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reported"), _negated=True),
                            models.Q(("people__isnull", False), models.Q(("report", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="activity_reported_says_how_many",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "reported"]))),
                            models.Q(models.Q(("state__in", frozenset(["cancelled", "reported"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="activity_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deliberation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("raised", "待答复是否受理"),
                            ("accepted", "待安排议程"),
                            ("scheduled", "待公告"),
                            ("announced", "已公告，待召开"),
                            ("held", "已协商，待公布结果"),
                            ("carrying", "落实中"),
                            ("carried_out", "已落实，待评价"),
                            ("evaluated", "已评价"),
                            ("closed", "已结束"),
                            ("declined", "不予受理"),
                            ("unsettled", "未达成一致"),
                            ("ended", "终止协商"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="raised",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("environment", "环境卫生"),
                            ("facility", "公共设施"),
                            ("property", "物业管理"),
                            ("safety", "平安和消防"),
                            ("parking", "停车和交通"),
                            ("welfare", "公益和便民服务"),
                            ("land", "土地、水利和集体资产"),
                            ("other", "其他公共事务"),
                        ],
                        max_length=12,
                        verbose_name="事项类别",
                    ),
                ),
                (
                    "raised_by",
                    models.CharField(
                        choices=[
                            ("resident", "村（居）民"),
                            ("representative", "村（居）民代表"),
                            ("committee", "村（居）民委员会"),
                            ("owners", "业主委员会"),
                            ("grid", "网格员"),
                        ],
                        max_length=16,
                        verbose_name="提议方",
                    ),
                ),
                ("description", models.TextField(max_length=2000, verbose_name="提议内容")),
                ("contact_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="提议人")),
                ("contact_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="提议人电话")),
                ("query_code_index", models.CharField(blank=True, editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                ("meet_at", models.DateTimeField(null=True, verbose_name="协商时间")),
                ("venue", models.CharField(blank=True, max_length=120, verbose_name="协商地点")),
                ("chair", models.CharField(blank=True, max_length=60, verbose_name="主持人（职务）")),
                ("agenda", models.TextField(blank=True, max_length=1000, verbose_name="议程")),
                ("announced_at", models.DateTimeField(null=True, verbose_name="公告时间")),
                ("held_at", models.DateTimeField(null=True, verbose_name="召开时间")),
                ("attended", models.PositiveSmallIntegerField(null=True, verbose_name="到会人数")),
                (
                    "way",
                    models.CharField(
                        blank=True, choices=[("consensus", "协商一致"), ("vote", "表决")], max_length=10, verbose_name="形成结果的方式"
                    ),
                ),
                ("votes_for", models.PositiveSmallIntegerField(null=True, verbose_name="赞成")),
                ("votes_against", models.PositiveSmallIntegerField(null=True, verbose_name="反对")),
                ("votes_abstained", models.PositiveSmallIntegerField(null=True, verbose_name="弃权")),
                ("result", models.TextField(blank=True, max_length=2000, verbose_name="协商结果")),
                ("responsible", models.CharField(blank=True, max_length=60, verbose_name="落实责任方")),
                ("carry_by", models.DateField(null=True, verbose_name="完成日期")),
                ("carried_out_at", models.DateTimeField(null=True, verbose_name="落实完成时间")),
                ("kept", models.BooleanField(null=True, verbose_name="按期落实")),
                ("asked", models.PositiveSmallIntegerField(null=True, verbose_name="参加评价人数")),
                ("satisfied", models.PositiveSmallIntegerField(null=True, verbose_name="满意和基本满意人数")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("description"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("agenda"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("result"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "议事协商",
                "verbose_name_plural": "议事协商",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="deliberation_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="deliberation_path_opened"),
                    models.Index(
                        condition=models.Q(
                            ("state__in", frozenset(["closed", "declined", "ended", "unsettled", "withdrawn"])), _negated=True
                        ),
                        fields=["due_at", "id"],
                        name="deliberation_due",
                    ),
                    models.Index(condition=models.Q(("meet_at__isnull", False)), fields=["meet_at"], name="deliberation_meets"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="deliberation_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="deliberation_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", frozenset(["closed", "declined", "ended", "unsettled", "withdrawn"])),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", frozenset(["closed", "declined", "ended", "unsettled", "withdrawn"])), _negated=True
                                ),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="deliberation_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "state__in",
                                    ["scheduled", "announced", "carried_out", "carrying", "closed", "evaluated", "held", "unsettled"],
                                ),
                                _negated=True,
                            ),
                            ("meet_at__isnull", False),
                            _connector="OR",
                        ),
                        name="deliberation_meets_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("carrying", "carried_out", "evaluated", "closed")), _negated=True),
                            models.Q(("carry_by__isnull", False), models.Q(("result", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="deliberation_result_has_its_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("asked", None), ("satisfied__lte", models.F("asked")), _connector="OR"),
                        name="deliberation_satisfied_were_asked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=60, verbose_name="事项")),
                ("description", models.CharField(blank=True, max_length=300, verbose_name="内容")),
                (
                    "source",
                    models.CharField(choices=[("regulation", "法定职责"), ("admitted", "准入事项")], max_length=12, verbose_name="来源"),
                ),
                ("basis", models.CharField(max_length=200, verbose_name="依据")),
                ("mark", models.CharField(blank=True, max_length=1, verbose_name="来源标记")),
                (
                    "office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="牵头部门",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.place",
                        verbose_name="适用范围",
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=10, null=True, verbose_name="每个网格每年经费（元）"),
                ),
                ("in_force_from", models.DateField(verbose_name="起")),
                ("in_force_until", models.DateField(blank=True, null=True, verbose_name="止")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
            ],
            options={
                "verbose_name": "网格职责事项",
                "verbose_name_plural": "网格职责事项",
                "ordering": ("order", "code"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("in_force_until", None), ("in_force_until__gte", models.F("in_force_from")), _connector="OR"),
                        name="duty_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source", "regulation"), models.Q(("office__isnull", False), ("rate__isnull", False)), _connector="OR"
                        ),
                        name="duty_admitted_has_office_and_money",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Formula",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("valid_from", models.DateField(unique=True, verbose_name="自（月份）")),
                ("basis", models.CharField(max_length=200, verbose_name="制定依据")),
                ("mark", models.CharField(blank=True, max_length=1, verbose_name="来源")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="制定人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="制定时间")),
            ],
            options={
                "verbose_name": "绩效计分办法",
                "verbose_name_plural": "绩效计分办法",
                "ordering": ("-valid_from",),
                "constraints": [models.CheckConstraint(condition=models.Q(("valid_from__day", 1)), name="formula_begins_with_a_month")],
            },
        ),
        migrations.CreateModel(
            name="Grid",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=24, unique=True, verbose_name="网格编码")),
                (
                    "kind",
                    models.CharField(
                        choices=[("base", "基础网格"), ("dedicated", "专属网格")], default="base", max_length=10, verbose_name="类型"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="grids", to="governance.place", verbose_name="村（社区）"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, unique=True)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "host_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("school", "学校"),
                            ("hospital", "医院、养老机构"),
                            ("market", "市场"),
                            ("mall", "商场、楼宇"),
                            ("park", "公园、广场"),
                            ("firm", "企业、园区"),
                            ("site", "工地"),
                            ("station", "车站、枢纽"),
                            ("other", "其他"),
                        ],
                        db_default="",
                        default="",
                        max_length=10,
                        verbose_name="单位类型",
                    ),
                ),
                ("host", models.CharField(blank=True, max_length=80, verbose_name="所在单位")),
                ("households", models.PositiveIntegerField(blank=True, null=True, verbose_name="户数")),
                ("residents", models.PositiveIntegerField(blank=True, null=True, verbose_name="人数")),
                ("area", models.CharField(max_length=300, verbose_name="范围")),
                ("boundary", models.JSONField(blank=True, null=True, verbose_name="边界")),
                ("boundary_source", models.CharField(blank=True, db_default="", default="", max_length=80, verbose_name="边界来源")),
                ("frame", django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), editable=False, null=True, size=None)),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="示意纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="示意经度")),
                ("supervision_phone", models.CharField(max_length=20, verbose_name="监督电话")),
                ("active_from", models.DateField(verbose_name="启用日期")),
                ("active_until", models.DateField(blank=True, null=True, verbose_name="停用日期")),
                ("inside", models.ManyToManyField(blank=True, related_name="holds", to="grids.grid", verbose_name="所在基础网格")),
                ("successors", models.ManyToManyField(blank=True, related_name="predecessors", to="grids.grid", verbose_name="接续网格")),
            ],
            options={
                "verbose_name": "网格",
                "verbose_name_plural": "网格",
                "ordering": ("place_path",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("host", ""), ("kind", "base")),
                            models.Q(("kind", "dedicated"), models.Q(("host", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="grid_dedicated_has_its_host",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("active_until", None), ("active_until__gte", models.F("active_from")), _connector="OR"),
                        name="grid_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HouseholdCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "village",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="household_counts",
                        to="governance.place",
                        verbose_name="村（社区）",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("households", models.PositiveIntegerField(verbose_name="总户数")),
                ("source", models.CharField(max_length=120, verbose_name="数据来源")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "村（社区）总户数",
                "verbose_name_plural": "村（社区）总户数",
                "ordering": ("village", "-year"),
                "constraints": [models.UniqueConstraint(fields=("village", "year"), name="household_count_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="HouseholdRange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(default="base", editable=False, max_length=10, unique=True)),
                ("least", models.PositiveIntegerField(verbose_name="最少户数")),
                ("most", models.PositiveIntegerField(verbose_name="最多户数")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                ("mark", models.CharField(max_length=1, verbose_name="来源标记")),
            ],
            options={
                "verbose_name": "网格规模标准",
                "verbose_name_plural": "网格规模标准",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("least__gt", 0), ("most__gte", models.F("least"))), name="household_range_has_an_order"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeshFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("width", models.PositiveIntegerField(blank=True, null=True, verbose_name="宽（像素）")),
                ("height", models.PositiveIntegerField(blank=True, null=True, verbose_name="高（像素）")),
                ("stored", models.CharField(max_length=80, unique=True, verbose_name="存储名")),
                ("thumbnail", models.CharField(blank=True, max_length=80, verbose_name="缩略图存储名")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("grids", "网格（Excel）"),
                            ("households", "村（社区）总户数（Excel）"),
                            ("boundaries", "网格边界（GeoJSON）"),
                        ],
                        max_length=10,
                        verbose_name="内容",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="导入单位"
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                ("at", models.DateTimeField(verbose_name="上传时间")),
                ("boundary_source", models.CharField(blank=True, max_length=80, verbose_name="边界来源")),
                (
                    "state",
                    models.CharField(
                        choices=[("checked", "待导入"), ("nothing", "没有可导入的内容"), ("done", "已导入"), ("refused", "无法读取")],
                        default="checked",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="行数")),
                ("bad", models.PositiveIntegerField(default=0, verbose_name="有误")),
                ("same", models.PositiveIntegerField(default=0, verbose_name="没有变化")),
                ("fresh", models.PositiveIntegerField(default=0, verbose_name="新增")),
                ("changed", models.PositiveIntegerField(default=0, verbose_name="修改")),
                ("faults", models.JSONField(default=list, verbose_name="错误")),
                ("hints", models.JSONField(default=list, verbose_name="提示")),
                ("refusal", models.CharField(blank=True, max_length=300, verbose_name="无法读取的原因")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="完成时间")),
            ],
            options={
                "verbose_name": "网格资料导入",
                "verbose_name_plural": "网格资料导入",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["place_path", "at"], name="mesh_file_path_at")],
            },
        ),
        migrations.CreateModel(
            name="Organisation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("active", "在册"), ("ended", "已停止服务")], default="active", max_length=10, verbose_name="状态"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("volunteer", "志愿服务组织"), ("social", "社会组织"), ("property", "物业服务企业")],
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                ("registered_no", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                ("duties", models.TextField(max_length=1000, verbose_name="职责和服务内容")),
                ("phone", models.CharField(max_length=20, verbose_name="服务电话")),
                ("address", models.CharField(max_length=120, verbose_name="地址")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("duties"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("address"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                ("serves", models.ManyToManyField(blank=True, related_name="+", to="governance.place", verbose_name="服务的村（社区）")),
            ],
            options={
                "verbose_name": "社会组织和物业",
                "verbose_name_plural": "社会组织和物业",
                "ordering": ("place_path", "title", "id"),
                "indexes": [
                    models.Index(fields=["place_path", "kind"], name="organisation_path_kind"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="organisation_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="organisation_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["ended"])), _negated=True),
                        fields=("place", "kind", "title"),
                        name="organisation_once_per_place",
                        violation_error_message="该地点已有同名的同类组织。",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="组织单位"
                    ),
                ),
                ("title", models.CharField(max_length=80, verbose_name="培训内容")),
                ("held_on", models.DateField(verbose_name="日期")),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="学时")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "网格员培训",
                "verbose_name_plural": "网格员培训",
                "ordering": ("-held_on", "-pk"),
                "indexes": [models.Index(fields=["place_path", "-held_on"], name="training_path")],
            },
        ),
        migrations.CreateModel(
            name="Admission",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("applied", "待组织会审"),
                            ("returned", "待补正"),
                            ("reviewing", "会审中"),
                            ("deciding", "待决定"),
                            ("admitted", "已准入"),
                            ("leaving", "待退出"),
                            ("refused", "不予准入"),
                            ("taken_back", "已撤回申请"),
                            ("withdrawn", "已退出"),
                            ("lapsed", "期满终止"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "applicant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="申请部门"
                    ),
                ),
                (
                    "duty",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="admission",
                        to="grids.duty",
                        verbose_name="网格职责事项",
                    ),
                ),
                (
                    "description",
                    models.CharField(help_text="网格员具体做什么，一两句话说清；将在清单中公开。", max_length=300, verbose_name="下沉内容"),
                ),
                ("basis", models.CharField(help_text="法律、法规、规章或上级文件的名称和条款。", max_length=200, verbose_name="法律依据")),
                (
                    "working_rules",
                    models.TextField(help_text="网格员怎样做、做到哪一步、发现问题交给谁。", max_length=2000, verbose_name="办理流程"),
                ),
                ("training", models.CharField(help_text="由谁培训、培训什么、多长时间。", max_length=300, verbose_name="培训安排")),
                (
                    "brings",
                    models.TextField(
                        blank=True,
                        help_text="每行写一项名称；准入后由管理员在相应页面启用。",
                        max_length=500,
                        verbose_name="带来的事件类型或检查表",
                    ),
                ),
                (
                    "rate",
                    models.DecimalField(
                        decimal_places=2,
                        help_text="费随事转：不足以开展工作的，会审时可以提出。",
                        max_digits=10,
                        validators=[django.core.validators.MinValueValidator(1)],
                        verbose_name="每个网格每年经费（元）",
                    ),
                ),
                ("fund_source", models.CharField(help_text="预算科目或专项资金名称。", max_length=100, verbose_name="经费来源")),
                ("begins", models.DateField(verbose_name="实施起")),
                ("ends", models.DateField(help_text="这一天起不再实施；期满前可以在年度评估时延长。", verbose_name="实施止")),
                ("conditions", models.TextField(blank=True, max_length=1000, verbose_name="准入条件")),
                ("ends_on", models.DateField(blank=True, null=True, verbose_name="退出日期")),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("round", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="会审轮次")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("description"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("basis"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "网格事项准入",
                "verbose_name_plural": "网格事项准入",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="admission_due"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="admission_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="admission_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False), ("state__in", frozenset(["lapsed", "refused", "taken_back", "withdrawn"]))
                            ),
                            models.Q(
                                models.Q(("state__in", frozenset(["lapsed", "refused", "taken_back", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="admission_closed_has_its_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("ends__gt", models.F("begins"))), name="admission_ends_after_it_begins"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["admitted", "leaving", "withdrawn", "lapsed"]), _negated=True),
                            ("duty__isnull", False),
                            _connector="OR",
                        ),
                        name="admission_admitted_has_its_duty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Allotment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("owed", "待拨付"), ("paid", "待确认到账"), ("settled", "足额到账"), ("waived", "不再拨付")],
                        default="owed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="allotments", to="grids.duty", verbose_name="网格职责事项"
                    ),
                ),
                (
                    "receiver",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="接收单位"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("rate", models.DecimalField(decimal_places=2, max_digits=10, verbose_name="每个网格每年经费（元）")),
                ("grids", models.PositiveIntegerField(verbose_name="网格数")),
                ("months", models.PositiveSmallIntegerField(verbose_name="实施月数")),
                ("owed", models.PositiveIntegerField(verbose_name="应拨（元）")),
                ("received", models.PositiveIntegerField(default=0, verbose_name="已到账（元）")),
                ("paying", models.PositiveIntegerField(default=0, verbose_name="待确认（元）")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "准入事项经费",
                "verbose_name_plural": "准入事项经费",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="allotment_path"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["settled", "waived"])), _negated=True),
                        fields=["due_at", "id"],
                        name="allotment_due",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="allotment_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="allotment_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("duty", "receiver", "year"), name="allotment_once_a_year"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["settled", "waived"]))),
                            models.Q(models.Q(("state__in", frozenset(["settled", "waived"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="allotment_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "paid"), ("paying", 0), _connector="OR"), name="allotment_pays_one_at_a_time"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="grids.grid", verbose_name="网格"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assignments", to="governance.post", verbose_name="网格员"
                    ),
                ),
                (
                    "duty",
                    models.CharField(
                        choices=[("responsible", "责任网格员"), ("deputy", "协管网格员")],
                        default="responsible",
                        max_length=12,
                        verbose_name="分工",
                    ),
                ),
                ("begins", models.DateTimeField(verbose_name="起")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="止")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="指定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "网格员分工",
                "verbose_name_plural": "网格员分工",
                "ordering": ("-begins", "-pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("duty", "responsible"), ("ends", None)), fields=("grid",), name="grid_one_responsible_worker"
                    ),
                    models.UniqueConstraint(condition=models.Q(("ends", None)), fields=("grid", "post"), name="grid_worker_once"),
                    models.CheckConstraint(
                        condition=models.Q(("ends", None), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="assignment_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "training",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="grids.training"),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.post", verbose_name="网格员"
                    ),
                ),
                (
                    "presence",
                    models.CharField(
                        choices=[("attended", "参加"), ("missed", "缺席"), ("excused", "经准假")], max_length=10, verbose_name="到场"
                    ),
                ),
            ],
            options={
                "verbose_name": "培训签到",
                "verbose_name_plural": "培训签到",
                "constraints": [models.UniqueConstraint(fields=("training", "post"), name="attendance_once")],
            },
        ),
        migrations.CreateModel(
            name="Call",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "待发布"), ("open", "招募中"), ("done", "已确认时长"), ("cancelled", "已取消")],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("description", models.TextField(max_length=1000, verbose_name="服务内容和要求")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="grids.organisation", verbose_name="组织方"
                    ),
                ),
                ("venue", models.CharField(max_length=120, verbose_name="集合地点")),
                ("starts_at", models.DateTimeField(verbose_name="开始时间")),
                ("ends_at", models.DateTimeField(verbose_name="结束时间")),
                ("capacity", models.PositiveSmallIntegerField(verbose_name="招募人数")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("description"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("venue"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "志愿招募",
                "verbose_name_plural": "志愿招募",
                "ordering": ("-starts_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="call_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="call_path_opened"),
                    models.Index(fields=["starts_at"], name="call_starts"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="call_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="call_search"),
                ],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="call_ends_after_it_starts"),
                    models.CheckConstraint(condition=models.Q(("capacity__gt", 0)), name="call_has_places"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "done"]))),
                            models.Q(models.Q(("state__in", frozenset(["cancelled", "done"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="call_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_lists",
                        to="grids.duty",
                        verbose_name="对应的准入职责",
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                ("season_from", models.CharField(blank=True, max_length=5, verbose_name="季节自（月-日）")),
                ("season_until", models.CharField(blank=True, max_length=5, verbose_name="季节至（月-日）")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
            ],
            options={
                "verbose_name": "巡查检查表",
                "verbose_name_plural": "巡查检查表",
                "ordering": ("order", "code"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("season_from", ""), ("season_until", "")),
                            models.Q(models.Q(("season_from", ""), _negated=True), models.Q(("season_until", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="check_list_season_is_whole",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FirmTask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="grids.organisation",
                        verbose_name="物业服务企业",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("what", models.CharField(max_length=500, verbose_name="任务")),
                ("set_at", models.DateTimeField(verbose_name="下达时间")),
                ("done_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                ("outcome", models.CharField(blank=True, max_length=500, verbose_name="完成情况")),
            ],
            options={
                "verbose_name": "物业年度任务",
                "verbose_name_plural": "物业年度任务",
                "ordering": ("-year", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("done_at", None), models.Q(("outcome", ""), _negated=True), _connector="OR"),
                        name="task_done_says_how",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="FormulaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("formula", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="grids.formula")),
                ("position", models.PositiveSmallIntegerField()),
                ("component", models.CharField(max_length=30, verbose_name="项目")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                ("weight", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="分值")),
            ],
            options={
                "verbose_name": "计分项目",
                "verbose_name_plural": "计分项目",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("formula", "component"), name="formula_item_once"),
                    models.CheckConstraint(condition=models.Q(("weight__gt", 0), ("weight__lte", 100)), name="formula_item_has_weight"),
                ],
            },
        ),
        migrations.CreateModel(
            name="GridChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grid", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="grids.grid")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("label", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "网格变更记录",
                "verbose_name_plural": "网格变更记录",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Participant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "deliberation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="participants", to="grids.deliberation"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("committee", "村（居）民委员会"),
                            ("owners", "业主委员会"),
                            ("representative", "村（居）民代表"),
                            ("concerned", "利益相关的村（居）民"),
                            ("property", "物业服务人"),
                            ("specialist", "专业人员"),
                            ("office", "有关部门和单位"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="参加方",
                    ),
                ),
                ("body", models.CharField(blank=True, max_length=60, verbose_name="单位名称")),
                ("people", models.PositiveSmallIntegerField(verbose_name="人数")),
                ("names", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="姓名")),
            ],
            options={
                "verbose_name": "议事参加方",
                "verbose_name_plural": "议事参加方",
                "ordering": ("pk",),
                "constraints": [models.CheckConstraint(condition=models.Q(("people__gt", 0)), name="participant_is_somebody")],
            },
        ),
        migrations.CreateModel(
            name="Redrawing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "way",
                    models.CharField(choices=[("split", "拆分"), ("merge", "合并"), ("close", "停用")], max_length=6, verbose_name="方式"),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="村（社区）"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("day", models.DateField(verbose_name="生效日期")),
                ("reason", models.CharField(max_length=200, verbose_name="调整原因")),
                (
                    "heir",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inherited",
                        to="grids.grid",
                        verbose_name="接续网格",
                    ),
                ),
                ("carried_at", models.DateTimeField(null=True, verbose_name="移交时间")),
                ("carried", models.PositiveIntegerField(default=0, verbose_name="移交未办结事件")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="经办人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                ("closed", models.ManyToManyField(related_name="redrawn", to="grids.grid", verbose_name="停用网格")),
                ("opened", models.ManyToManyField(blank=True, related_name="drawn", to="grids.grid", verbose_name="启用网格")),
            ],
            options={
                "verbose_name": "网格调整",
                "verbose_name_plural": "网格调整",
                "ordering": ("-day", "-pk"),
                "indexes": [models.Index(fields=["place_path", "day"], name="redrawing_path_day")],
            },
        ),
        migrations.CreateModel(
            name="ReportKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=20, verbose_name="名称")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="提示")),
                ("trade", models.CharField(blank=True, max_length=30, verbose_name="主管行业")),
                ("hands_to", models.CharField(blank=True, max_length=20, verbose_name="通常移交")),
                ("complaint_category", models.CharField(blank=True, max_length=20, verbose_name="移交接诉即办的分类")),
                ("dispute_kind", models.CharField(blank=True, max_length=20, verbose_name="移交调解的纠纷类型")),
                (
                    "questions",
                    models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, verbose_name="另问几项"),
                ),
                (
                    "replies",
                    models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, verbose_name="答复范本"),
                ),
                ("needs_proof", models.BooleanField(db_default=False, default=False, verbose_name="现场解决须传处置后照片")),
                (
                    "duty",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_kinds",
                        to="grids.duty",
                        verbose_name="所属职责",
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "网格事件类型",
                "verbose_name_plural": "网格事件类型",
                "ordering": ("order", "code"),
            },
        ),
        migrations.CreateModel(
            name="Route",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="routes", to="grids.grid", verbose_name="网格"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "name",
                    models.CharField(max_length=40, validators=[django.core.validators.MinLengthValidator(2)], verbose_name="路线名称"),
                ),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
                ("changed_at", models.DateTimeField(verbose_name="修改时间")),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修改人",
                    ),
                ),
            ],
            options={
                "verbose_name": "巡查路线",
                "verbose_name_plural": "巡查路线",
                "ordering": ("place_path", "name", "pk"),
                "indexes": [models.Index(fields=["place_path"], name="route_path")],
            },
        ),
        migrations.CreateModel(
            name="Sheet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="乡镇（街道）"
                    ),
                ),
                ("month", models.DateField(verbose_name="月份")),
                (
                    "formula",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sheets", to="grids.formula", verbose_name="计分办法"
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("closed", "已结账，待公布"), ("published", "已向本人公布")],
                        default="closed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="结账人",
                    ),
                ),
                ("closed_at", models.DateTimeField(verbose_name="结账时间")),
                (
                    "published_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="公布人",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="公布时间")),
                ("object_until", models.DateTimeField(null=True, verbose_name="异议期至")),
            ],
            options={
                "verbose_name": "网格员绩效月账",
                "verbose_name_plural": "网格员绩效月账",
                "ordering": ("-month", "place_path"),
                "indexes": [models.Index(fields=["place_path", "month"], name="sheet_path_month")],
                "constraints": [
                    models.UniqueConstraint(fields=("office", "month"), name="sheet_once_a_month"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="sheet_is_of_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("object_until__isnull", False), ("published_at__isnull", False), ("standing", "published")),
                            models.Q(("published_at", None), ("standing", "closed")),
                            _connector="OR",
                        ),
                        name="sheet_published_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "deliberation",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="views", to="grids.deliberation"),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("committee", "村（居）民委员会"),
                            ("owners", "业主委员会"),
                            ("representative", "村（居）民代表"),
                            ("concerned", "利益相关的村（居）民"),
                            ("property", "物业服务人"),
                            ("specialist", "专业人员"),
                            ("office", "有关部门和单位"),
                            ("other", "其他"),
                        ],
                        max_length=16,
                        verbose_name="参加方",
                    ),
                ),
                ("words", models.TextField(max_length=2000, verbose_name="意见要点")),
                ("at", models.DateTimeField(verbose_name="记录时间")),
            ],
            options={
                "verbose_name": "协商意见",
                "verbose_name_plural": "协商意见",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="CheckVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "checklist",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="grids.checklist"),
                ),
                ("number", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("made_at", models.DateTimeField(verbose_name="发布时间")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发布人",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查表版本",
                "verbose_name_plural": "检查表版本",
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("checklist", "number"), name="check_version_once")],
            },
        ),
        migrations.CreateModel(
            name="KindChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="grids.reportkind")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("label", models.CharField(max_length=200)),
            ],
            options={
                "verbose_name": "网格事件类型变更记录",
                "verbose_name_plural": "网格事件类型变更记录",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "admission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="opinions", to="grids.admission", verbose_name="准入申请"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(verbose_name="会审轮次")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="单位"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[("agree", "同意"), ("conditional", "附条件同意"), ("disagree", "不同意")],
                        max_length=12,
                        verbose_name="意见",
                    ),
                ),
                ("text", models.TextField(verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "会审意见",
                "verbose_name_plural": "会审意见",
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("admission", "office", "round"), name="opinion_once_a_round")],
            },
        ),
        migrations.CreateModel(
            name="PayExport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="exports", to="grids.sheet")),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office")),
                ("purpose", models.CharField(max_length=200, verbose_name="用途")),
                ("count", models.PositiveIntegerField(verbose_name="人数")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "绩效导出记录",
                "verbose_name_plural": "绩效导出记录",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Payment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "allotment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="payments", to="grids.allotment", verbose_name="应拨经费"
                    ),
                ),
                ("amount", models.PositiveIntegerField(verbose_name="金额（元）")),
                ("paid_on", models.DateField(verbose_name="拨付日期")),
                ("voucher", models.CharField(blank=True, max_length=40, verbose_name="凭证号")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("", "待确认"), ("received", "已到账"), ("not_received", "未到账")],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="确认人",
                    ),
                ),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="确认时间")),
            ],
            options={
                "verbose_name": "经费拨付",
                "verbose_name_plural": "经费拨付",
                "ordering": ("at", "pk"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="payment_is_not_zero"),
                    models.UniqueConstraint(condition=models.Q(("outcome", "")), fields=("allotment",), name="payment_one_waits"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "route",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="grids.route", verbose_name="路线"
                    ),
                ),
                (
                    "checklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="grids.checklist", verbose_name="检查表"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("weekly", "每周一次"),
                            ("thrice", "每月三次（每旬一次）"),
                            ("twice", "每月两次（每半月一次）"),
                            ("monthly", "每月一次"),
                            ("once", "仅一次（专项巡查）"),
                        ],
                        max_length=8,
                        verbose_name="频次",
                    ),
                ),
                ("begins", models.DateField(verbose_name="自")),
                ("ends", models.DateField(blank=True, null=True, verbose_name="至")),
                ("made_at", models.DateTimeField(verbose_name="安排时间")),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="安排人",
                    ),
                ),
                ("stopped_at", models.DateTimeField(null=True, verbose_name="停止时间")),
                (
                    "stopped_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="停止人",
                    ),
                ),
            ],
            options={
                "verbose_name": "巡查计划",
                "verbose_name_plural": "巡查计划",
                "ordering": ("place_path", "checklist__order", "pk"),
                "indexes": [models.Index(fields=["place_path"], name="plan_path")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends", None), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="plan_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("stopped_at", None), models.Q(("rhythm", "once"), _negated=True)),
                        fields=("route", "checklist", "rhythm"),
                        name="plan_once_while_it_runs",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("reported", "待网格员处置"),
                            ("village", "待村（社区）答复"),
                            ("township", "待乡镇（街道）答复"),
                            ("department", "待部门答复"),
                            ("answered", "待网格员确认"),
                            ("solved", "现场解决"),
                            ("confirmed", "已办结"),
                            ("handed_over", "已移交"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="reported",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="grids.reportkind", verbose_name="类型"
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="grids.grid", verbose_name="网格"
                    ),
                ),
                (
                    "reporter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="上报人"
                    ),
                ),
                ("description", models.TextField(blank=True, verbose_name="情况")),
                ("landmark", models.CharField(blank=True, max_length=120, verbose_name="详细位置")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("contact_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="联系人")),
                ("contact_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                (
                    "answers",
                    models.JSONField(blank=True, db_default=models.Value([], models.JSONField()), default=list, verbose_name="所问各项"),
                ),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                ("signed_at", models.DateTimeField(null=True, verbose_name="签收时间")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("answered_from", models.CharField(blank=True, max_length=12, verbose_name="答复层级")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("sent_back", models.BooleanField(default=False, verbose_name="曾退回重办")),
                ("passed_on", models.BooleanField(default=False, verbose_name="曾转报")),
                ("answer_kept", models.BooleanField(null=True, verbose_name="按期答复")),
                ("spot_kept", models.BooleanField(null=True, verbose_name="按期处置")),
                ("village_kept", models.BooleanField(null=True, verbose_name="村（社区）按期")),
                ("township_kept", models.BooleanField(null=True, verbose_name="乡镇（街道）按期")),
                ("department_kept", models.BooleanField(null=True, verbose_name="部门按期")),
                (
                    "came",
                    models.CharField(
                        blank=True,
                        choices=[("passed", "转来"), ("raised", "逾期上报"), ("returned", "下级退回"), ("sent_back", "退回重办")],
                        db_default="",
                        default="",
                        max_length=10,
                        verbose_name="来路",
                    ),
                ),
                ("watched_at", models.DateTimeField(null=True, verbose_name="综治中心盯办")),
                ("by_silence", models.BooleanField(db_default=False, default=False, verbose_name="未核对自动办结")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("description"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("landmark"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "网格事件",
                "verbose_name_plural": "网格事件",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="report_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="report_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["confirmed", "handed_over", "solved", "withdrawn"])), _negated=True),
                        fields=["due_at", "id"],
                        name="report_due_ongoing",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["confirmed", "handed_over", "solved", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="report_path_ongoing",
                    ),
                    models.Index(fields=["reporter", "-opened_at"], name="report_reporter"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="report_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="report_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False), ("state__in", frozenset(["confirmed", "handed_over", "solved", "withdrawn"]))
                            ),
                            models.Q(
                                models.Q(("state__in", frozenset(["confirmed", "handed_over", "solved", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="report_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_from", ""), ("answered_from__in", ("village", "township", "department")), _connector="OR"
                        ),
                        name="report_answered_by_a_station",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutePoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("route", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="points", to="grids.route")),
                ("order", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=40, verbose_name="点位")),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="地址")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
            ],
            options={
                "verbose_name": "巡查点位",
                "verbose_name_plural": "巡查点位",
                "ordering": ("order",),
                "constraints": [models.UniqueConstraint(fields=("route", "order"), name="route_point_has_its_place")],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "sheet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="grids.sheet", verbose_name="月账"
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.post", verbose_name="岗位"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="网格员"
                    ),
                ),
                ("total", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="得分")),
                ("away", models.PositiveSmallIntegerField(default=0, verbose_name="休息和离岗（天）")),
            ],
            options={
                "verbose_name": "网格员月绩效",
                "verbose_name_plural": "网格员月绩效",
                "indexes": [models.Index(fields=["author", "sheet"], name="score_author")],
                "constraints": [
                    models.UniqueConstraint(fields=("sheet", "post"), name="score_once"),
                    models.CheckConstraint(
                        condition=models.Q(("total", None), models.Q(("total__gte", 0), ("total__lte", 100)), _connector="OR"),
                        name="score_is_out_of_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SignUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "call",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sign_ups", to="grids.call", verbose_name="招募"
                    ),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="报名编号")),
                ("name", governance.privacy.fields.SealedField(kind="name", verbose_name="姓名")),
                ("phone", governance.privacy.fields.SealedField(kind="phone", verbose_name="电话")),
                ("phone_index", models.CharField(editable=False, max_length=64)),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, unique=True, verbose_name="提交凭证")),
                (
                    "standing",
                    models.CharField(
                        choices=[("signed", "已报名"), ("withdrawn", "已撤回"), ("attended", "已参加"), ("absent", "未参加")],
                        default="signed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("signed_at", models.DateTimeField(verbose_name="报名时间")),
                ("withdrawn_at", models.DateTimeField(null=True, verbose_name="撤回时间")),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, null=True, verbose_name="服务时长（小时）")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="确认时间")),
            ],
            options={
                "verbose_name": "志愿报名",
                "verbose_name_plural": "志愿报名",
                "ordering": ("signed_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("standing", "withdrawn"), _negated=True),
                        fields=("call", "phone_index"),
                        name="sign_up_once_per_phone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("standing", "attended"), _negated=True),
                            models.Q(("confirmed_at__isnull", False), ("hours__gt", 0)),
                            _connector="OR",
                        ),
                        name="sign_up_attended_has_hours",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CheckItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="grids.checkversion")),
                ("order", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=60, verbose_name="检查内容")),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="怎样看")),
                ("citation", models.CharField(blank=True, max_length=120, verbose_name="依据")),
                (
                    "months",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(), blank=True, default=list, size=None, verbose_name="月份"
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="grids.reportkind", verbose_name="有问题时上报为"
                    ),
                ),
            ],
            options={
                "verbose_name": "检查项",
                "verbose_name_plural": "检查项",
                "ordering": ("order",),
                "constraints": [models.UniqueConstraint(fields=("version", "order"), name="check_item_has_its_place")],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("fresh", "当日记录"), ("kept", "待阅"), ("read", "已阅")],
                        default="fresh",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("visit", "走访"), ("meeting", "会议"), ("demand", "诉求"), ("publicity", "宣传")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="diary", to="grids.grid", verbose_name="网格"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="记录人"
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(max_length=4000, verbose_name="内容")),
                ("additions", models.TextField(blank=True, verbose_name="补充")),
                ("contact_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="联系人")),
                ("contact_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "report",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="diary_entry",
                        to="grids.report",
                        verbose_name="转成的网格事件",
                    ),
                ),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("text"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("additions"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "民情日记",
                "verbose_name_plural": "民情日记",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="entry_opened"),
                    models.Index(fields=["place_path", "happened_on"], name="entry_path_day"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["read"])), _negated=True),
                        fields=["place_path", "opened_at"],
                        name="entry_path_unread",
                    ),
                    models.Index(fields=["author", "-opened_at"], name="entry_author"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="entry_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="entry_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["read"]))),
                            models.Q(models.Q(("state__in", frozenset(["read"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="entry_read_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("report", None), ("kind", "demand"), _connector="OR"),
                        name="entry_only_a_demand_becomes_a_report",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Patrol",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "待巡查"),
                            ("under_way", "巡查中"),
                            ("overdue", "逾期待补巡"),
                            ("done", "已完成"),
                            ("missed", "漏巡"),
                            ("excused", "已免除"),
                        ],
                        default="planned",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="patrols", to="grids.plan", verbose_name="计划"
                    ),
                ),
                (
                    "grid",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="patrols", to="grids.grid", verbose_name="网格"
                    ),
                ),
                (
                    "checks",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="patrols",
                        to="grids.checkversion",
                        verbose_name="检查表版本",
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="责任网格员",
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="巡查人",
                    ),
                ),
                ("period_first", models.DateField(verbose_name="周期首日")),
                ("period_last", models.DateField(verbose_name="周期末日")),
                ("total", models.PositiveSmallIntegerField(verbose_name="点位数")),
                ("left", models.PositiveSmallIntegerField(verbose_name="未巡点位")),
                ("findings", models.PositiveSmallIntegerField(default=0, verbose_name="发现问题")),
                ("kept", models.BooleanField(null=True, verbose_name="按期完成")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "网格巡查",
                "verbose_name_plural": "网格巡查",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="patrol_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="patrol_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["done", "excused", "missed"])), _negated=True),
                        fields=["due_at", "id"],
                        name="patrol_due_ongoing",
                    ),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["done", "excused", "missed"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="patrol_path_ongoing",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="patrol_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="patrol_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["done", "excused", "missed"]))),
                            models.Q(models.Q(("state__in", frozenset(["done", "excused", "missed"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="patrol_closed_has_its_moment",
                    ),
                    models.UniqueConstraint(fields=("plan", "period_first"), name="patrol_once_per_period"),
                    models.CheckConstraint(condition=models.Q(("left__lte", models.F("total"))), name="patrol_counts_its_points"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True), models.Q(("done_by__isnull", False), ("left", 0)), _connector="OR"
                        ),
                        name="patrol_done_is_whole",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScoreItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("score", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="grids.score")),
                ("position", models.PositiveSmallIntegerField()),
                ("component", models.CharField(max_length=30, verbose_name="项目")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                ("weight", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="分值")),
                ("done", models.PositiveIntegerField(verbose_name="完成")),
                ("due", models.PositiveIntegerField(verbose_name="应完成")),
                ("points", models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name="得分")),
                ("facts", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "绩效项目",
                "verbose_name_plural": "绩效项目",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("score", "component"), name="score_item_once"),
                    models.CheckConstraint(condition=models.Q(("done__lte", models.F("due"))), name="score_item_done_is_part_of_due"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "barred_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                (
                    "barred_people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), db_default=[], default=list, editable=False, size=None
                    ),
                ),
                ("opened_at", models.DateTimeField(verbose_name="登记时间")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="办结时间")),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="到期")),
                ("version", models.IntegerField(default=0)),
                (
                    "state",
                    models.CharField(
                        choices=[("open", "待答复"), ("upheld", "已更正"), ("rejected", "维持原数"), ("taken_back", "已撤回")],
                        default="open",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="objections", to="grids.scoreitem", verbose_name="项目"
                    ),
                ),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="网格员"
                    ),
                ),
                ("reason", models.TextField(max_length=1000, verbose_name="理由")),
                (
                    "search",
                    governance.search.query.StoredVector(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Concat(
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("title"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("reason"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "绩效异议",
                "verbose_name_plural": "绩效异议",
                "ordering": ("-opened_at", "-id"),
                "indexes": [models.Index(fields=["place_path", "opened_at"], name="objection_path")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["rejected", "taken_back", "upheld"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["rejected", "taken_back", "upheld"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="objection_closed_has_its_moment",
                    ),
                    models.UniqueConstraint(condition=models.Q(("state", "open")), fields=("item",), name="objection_one_open"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PatrolPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("patrol", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="points", to="grids.patrol")),
                ("order", models.PositiveSmallIntegerField()),
                ("name", models.CharField(max_length=40, verbose_name="点位")),
                ("address", models.CharField(blank=True, max_length=100, verbose_name="地址")),
                ("latitude", models.FloatField(null=True)),
                ("longitude", models.FloatField(null=True)),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="情况说明")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="巡查时间")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="巡查人",
                    ),
                ),
            ],
            options={
                "verbose_name": "本次点位",
                "verbose_name_plural": "本次点位",
                "ordering": ("order",),
                "constraints": [models.UniqueConstraint(fields=("patrol", "order"), name="patrol_point_has_its_place")],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("entry", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="grids.entry")),
                (
                    "kind",
                    models.CharField(
                        choices=[("visit", "走访"), ("meeting", "会议"), ("demand", "诉求"), ("publicity", "宣传")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("happened_on", models.DateField(verbose_name="日期")),
                ("text", models.TextField(verbose_name="内容")),
                ("until", models.DateTimeField(verbose_name="修改时间")),
            ],
            options={
                "verbose_name": "民情日记修改前内容",
                "verbose_name_plural": "民情日记修改前内容",
                "ordering": ("-until", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("point", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="grids.patrolpoint")),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="grids.checkitem")),
                (
                    "result",
                    models.CharField(
                        choices=[("normal", "正常"), ("wrong", "有问题"), ("blocked", "无法检查")], max_length=8, verbose_name="结果"
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="patrol_answer",
                        to="grids.report",
                        verbose_name="上报的事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查结果",
                "verbose_name_plural": "检查结果",
                "ordering": ("item__order",),
                "constraints": [
                    models.UniqueConstraint(fields=("point", "item"), name="answer_once"),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("result", "wrong"), _negated=True), ("report__isnull", False), _connector="OR"),
                        name="answer_wrong_has_its_report",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="corrections", to="grids.scoreitem")),
                (
                    "objection",
                    models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="correction", to="grids.objection"),
                ),
                ("done_before", models.PositiveIntegerField()),
                ("due_before", models.PositiveIntegerField()),
                ("total_before", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("done", models.PositiveIntegerField()),
                ("due", models.PositiveIntegerField()),
                ("total", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("reason", models.TextField()),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("at", models.DateTimeField()),
            ],
            options={
                "verbose_name": "绩效更正",
                "verbose_name_plural": "绩效更正",
                "ordering": ("at", "pk"),
            },
        ),
    ]
