import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
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
            name="FactorSet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                ("yellow_from", models.PositiveSmallIntegerField(verbose_name="黄色起点")),
                ("orange_from", models.PositiveSmallIntegerField(verbose_name="橙色起点")),
                ("red_from", models.PositiveSmallIntegerField(verbose_name="红色起点")),
                ("source", models.CharField(max_length=200, verbose_name="来源说明")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
            ],
            options={
                "verbose_name": "评估标准",
                "verbose_name_plural": "评估标准",
                "ordering": ("-valid_from",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("orange_from__gt", models.F("yellow_from")),
                            ("red_from__gt", models.F("orange_from")),
                            ("red_from__lte", 100),
                            ("yellow_from__gt", 0),
                        ),
                        name="factor_set_thresholds_rise",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StandardChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.CharField(max_length=80, verbose_name="内容")),
                ("told", models.TextField(verbose_name="变更")),
                ("reason", models.TextField(verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="变更人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "标准变更记录",
                "verbose_name_plural": "标准变更记录",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="VenueKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("trade", models.CharField(max_length=30, verbose_name="主管行业")),
                ("named_by_article", models.BooleanField(default=False, verbose_name="条例列明")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "场所类型",
                "verbose_name_plural": "场所类型",
                "ordering": ("position",),
            },
        ),
        migrations.CreateModel(
            name="DrillRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, unique=True, verbose_name="代码")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="drill_rules",
                        to="emergencies.venuekind",
                        verbose_name="场所类型",
                    ),
                ),
                ("limit_code", models.CharField(max_length=60, verbose_name="时限")),
                ("label", models.CharField(max_length=60, verbose_name="要求")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "演练规定",
                "verbose_name_plural": "演练规定",
                "ordering": ("kind", "code"),
            },
        ),
        migrations.CreateModel(
            name="Factor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "factor_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="factors", to="emergencies.factorset", verbose_name="版本"
                    ),
                ),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                ("label", models.CharField(max_length=60, verbose_name="因素")),
                ("weight", models.PositiveSmallIntegerField(verbose_name="权重")),
            ],
            options={
                "verbose_name": "评估因素",
                "verbose_name_plural": "评估因素",
                "ordering": ("factor_set", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("factor_set", "code"), name="factor_once_per_set"),
                    models.CheckConstraint(condition=models.Q(("weight__gt", 0)), name="factor_weighs_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RequiredItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="required",
                        to="emergencies.venuekind",
                        verbose_name="类型",
                    ),
                ),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
            ],
            options={
                "verbose_name": "应配设施",
                "verbose_name_plural": "应配设施",
                "ordering": ("kind", "pk"),
                "constraints": [models.UniqueConstraint(fields=("kind", "code"), name="required_item_once_per_kind")],
            },
        ),
        migrations.CreateModel(
            name="Venue",
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
                        choices=[("declared", "待核实"), ("returned", "待补正"), ("registered", "已登记"), ("closed", "已关停")],
                        default="declared",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="venues", to="emergencies.venuekind", verbose_name="类型"
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="场所单位"
                    ),
                ),
                ("landmark", models.CharField(max_length=120, verbose_name="详细地址")),
                ("capacity", models.PositiveIntegerField(verbose_name="容纳人数")),
                ("floors", models.PositiveSmallIntegerField(default=1, verbose_name="层数")),
                ("area", models.PositiveIntegerField(blank=True, null=True, verbose_name="面积（平方米）")),
                (
                    "equipment",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None, verbose_name="现有设施"
                    ),
                ),
                ("manager", models.CharField(max_length=40, verbose_name="安全负责人")),
                ("work_phone", models.CharField(max_length=20, verbose_name="值班电话")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("red", "红色 · 重大风险"),
                            ("orange", "橙色 · 较大风险"),
                            ("yellow", "黄色 · 一般风险"),
                            ("blue", "蓝色 · 低风险"),
                        ],
                        max_length=8,
                        verbose_name="风险等级",
                    ),
                ),
                ("assessed_at", models.DateTimeField(blank=True, null=True, verbose_name="最近评估")),
                ("plan_on", models.DateField(blank=True, null=True, verbose_name="预案日期")),
                ("plan_filed_at", models.DateTimeField(blank=True, null=True, verbose_name="预案备案")),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.attachment",
                        verbose_name="应急预案",
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
                "verbose_name": "人员密集场所",
                "verbose_name_plural": "人员密集场所",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="venue_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="venue_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="venue_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="venue_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="venue_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("assessed_at", None), ("grade", "")),
                            models.Q(models.Q(("grade", ""), _negated=True), ("assessed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="venue_grade_was_assessed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("plan_filed_at", None), ("plan_on", None)),
                            models.Q(("plan_filed_at__isnull", False), ("plan_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="venue_plan_has_its_date",
                    ),
                    models.CheckConstraint(condition=models.Q(("capacity__gt", 0)), name="venue_holds_people"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Assessment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="assessments", to="emergencies.venue", verbose_name="场所"
                    ),
                ),
                (
                    "factor_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assessments",
                        to="emergencies.factorset",
                        verbose_name="评估标准",
                    ),
                ),
                ("inputs", models.JSONField(verbose_name="评估情形")),
                ("score", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="得分")),
                (
                    "computed",
                    models.CharField(
                        choices=[
                            ("red", "红色 · 重大风险"),
                            ("orange", "橙色 · 较大风险"),
                            ("yellow", "黄色 · 一般风险"),
                            ("blue", "蓝色 · 低风险"),
                        ],
                        max_length=8,
                        verbose_name="计算等级",
                    ),
                ),
                (
                    "final",
                    models.CharField(
                        choices=[
                            ("red", "红色 · 重大风险"),
                            ("orange", "橙色 · 较大风险"),
                            ("yellow", "黄色 · 一般风险"),
                            ("blue", "蓝色 · 低风险"),
                        ],
                        max_length=8,
                        verbose_name="评定等级",
                    ),
                ),
                ("lowered", models.BooleanField(default=False, verbose_name="下调")),
                ("reason", models.TextField(blank=True, verbose_name="理由")),
                (
                    "assessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="评估人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="评估单位"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="评估时间")),
            ],
            options={
                "verbose_name": "风险评估",
                "verbose_name_plural": "风险评估",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("lowered", False), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="assessment_lowered_has_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Drill",
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
                            ("due", "待安排"),
                            ("planned", "已计划"),
                            ("held", "待总结评估"),
                            ("evaluated", "待报送"),
                            ("reported", "已报送"),
                            ("dropped", "已终止"),
                        ],
                        default="due",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="drills", to="emergencies.venue", verbose_name="场所"
                    ),
                ),
                (
                    "rule",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drills",
                        to="emergencies.drillrule",
                        verbose_name="适用规定",
                    ),
                ),
                (
                    "previous",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="following",
                        to="emergencies.drill",
                        verbose_name="上次演练",
                    ),
                ),
                ("planned_on", models.DateField(blank=True, null=True, verbose_name="计划日期")),
                (
                    "type",
                    models.CharField(
                        blank=True,
                        choices=[("table_top", "桌面推演"), ("live", "实战演练"), ("functional", "功能演练（单项）")],
                        max_length=12,
                        verbose_name="演练方式",
                    ),
                ),
                ("scenario", models.CharField(blank=True, max_length=100, verbose_name="演练科目")),
                ("organiser", models.CharField(blank=True, max_length=40, verbose_name="组织者")),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="演练时间")),
                ("participants", models.PositiveIntegerField(blank=True, null=True, verbose_name="参加人数")),
                ("course", models.TextField(blank=True, verbose_name="演练经过")),
                ("findings", models.TextField(blank=True, verbose_name="评估意见")),
                ("reported_to", models.CharField(blank=True, max_length=60, verbose_name="报送单位")),
                ("reported_on", models.DateField(blank=True, null=True, verbose_name="报送日期")),
                ("kept", models.BooleanField(null=True, verbose_name="按期演练")),
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
                                    models.F("scenario"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "应急演练",
                "verbose_name_plural": "应急演练",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["dropped", "reported"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="drill_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="drill_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="drill_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="drill_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["dropped", "reported"]))),
                            models.Q(models.Q(("state__in", frozenset(["dropped", "reported"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="drill_closed_has_its_moment",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("due", "planned"))), fields=("venue",), name="drill_one_owed_per_venue"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["held", "evaluated", "reported"]), _negated=True),
                            models.Q(("held_at__isnull", False), ("participants__gt", 0)),
                            _connector="OR",
                        ),
                        name="drill_held_has_its_record",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reported"), _negated=True),
                            models.Q(("reported_on__isnull", False), models.Q(("reported_to", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="drill_reported_says_to_whom",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FactorOption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "factor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="options", to="emergencies.factor", verbose_name="因素"
                    ),
                ),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                ("label", models.CharField(max_length=60, verbose_name="情形")),
                ("points", models.PositiveSmallIntegerField(verbose_name="分值")),
            ],
            options={
                "verbose_name": "因素情形",
                "verbose_name_plural": "因素情形",
                "ordering": ("factor", "points"),
                "constraints": [
                    models.UniqueConstraint(fields=("factor", "code"), name="factor_option_once"),
                    models.CheckConstraint(condition=models.Q(("points__lte", 100)), name="factor_option_points_to_100"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Measure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="measures", to="emergencies.drill", verbose_name="演练"
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="改进措施")),
                ("owner", models.CharField(max_length=40, verbose_name="责任人")),
                ("until", models.DateField(verbose_name="完成期限")),
            ],
            options={
                "verbose_name": "改进措施",
                "verbose_name_plural": "改进措施",
                "ordering": ("until", "pk"),
            },
        ),
    ]
