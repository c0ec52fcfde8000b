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
    dependencies = [
        ("emergencies", "0001_initial"),
        ("governance", "0003_providers_and_binding"),
        ("governance", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="LevelStandard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=30, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                ("one_from", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="一级起点")),
                ("two_from", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="二级起点")),
                ("three_from", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="三级起点")),
                ("exposure", models.JSONField(verbose_name="厂外人员校正系数")),
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
                "verbose_name": "危险源分级标准",
                "verbose_name_plural": "危险源分级标准",
                "ordering": ("-valid_from",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("one_from__gt", models.F("two_from")), ("three_from__gt", 0), ("two_from__gt", models.F("three_from"))
                        ),
                        name="level_standard_rises",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MassEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                            ("applied", "待受理"),
                            ("incomplete", "待补正"),
                            ("reviewing", "审查中"),
                            ("permitted", "已许可"),
                            ("ended", "待总结"),
                            ("reported", "待归档"),
                            ("closed", "已归档"),
                            ("not_accepted", "不予受理"),
                            ("refused", "不予许可"),
                            ("withdrawn", "已撤回"),
                            ("revoked", "许可已撤销"),
                        ],
                        default="applied",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("sport", "体育比赛"),
                            ("show", "演唱会、音乐会等文艺演出"),
                            ("fair", "展览、展销"),
                            ("festival", "游园、灯会、庙会、花会、焰火晚会"),
                            ("jobs", "人才招聘会、现场开奖的彩票销售"),
                            ("other", "其他群众性活动"),
                        ],
                        max_length=10,
                        verbose_name="活动类型",
                    ),
                ),
                ("organiser", models.CharField(max_length=80, verbose_name="承办者")),
                ("organiser_code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                ("landmark", models.CharField(max_length=120, verbose_name="举办地点")),
                ("site_keeper", models.CharField(max_length=80, verbose_name="场所管理者")),
                ("starts_at", models.DateTimeField(verbose_name="开始时间")),
                ("ends_at", models.DateTimeField(verbose_name="结束时间")),
                ("expected", models.PositiveIntegerField(verbose_name="预计参加人数")),
                ("capacity", models.PositiveIntegerField(verbose_name="场所核定容量")),
                ("safety_plan", models.JSONField(verbose_name="安全工作方案")),
                ("contact_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="联系人")),
                ("contact_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("safety_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="安全责任人")),
                (
                    "safety_phone",
                    governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="安全责任人电话"),
                ),
                ("most_people", models.PositiveIntegerField(blank=True, null=True, verbose_name="准予参加人数")),
                ("force", models.PositiveIntegerField(blank=True, null=True, verbose_name="安排警力")),
                ("conditions", models.TextField(blank=True, verbose_name="许可条件")),
                ("decided_at", models.DateTimeField(blank=True, null=True, verbose_name="决定时间")),
                ("kept", models.BooleanField(null=True, verbose_name="按期决定")),
                ("peak_people", models.PositiveIntegerField(blank=True, null=True, verbose_name="现场最多人数")),
                ("actual_people", models.PositiveIntegerField(blank=True, null=True, verbose_name="实际参加人数")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
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
                                    models.F("organiser"), models.Value(""), output_field=models.TextField()
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="emergencies.venue",
                        verbose_name="登记的场所",
                    ),
                ),
            ],
            options={
                "verbose_name": "大型群众性活动",
                "verbose_name_plural": "大型群众性活动",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("state__in", frozenset(["closed", "not_accepted", "refused", "revoked", "withdrawn"])), _negated=True
                        ),
                        fields=["place_path", "due_at"],
                        name="mass_event_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="mass_event_opened"),
                    models.Index(condition=models.Q(("state", "permitted")), fields=["starts_at"], name="mass_event_coming"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="mass_event_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="mass_event_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", frozenset(["closed", "not_accepted", "refused", "revoked", "withdrawn"])),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", frozenset(["closed", "not_accepted", "refused", "revoked", "withdrawn"])), _negated=True
                                ),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="mass_event_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends_at__gt", models.F("starts_at"))), name="mass_event_ends_after_it_starts"
                    ),
                    models.CheckConstraint(condition=models.Q(("expected__gte", 1000)), name="mass_event_is_one"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("permitted", "ended", "reported", "closed")), _negated=True),
                            models.Q(("decided_at__isnull", False), ("most_people__gt", 0)),
                            _connector="OR",
                        ),
                        name="mass_event_permit_has_its_size",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                            ("submitted", "待审查"),
                            ("returned", "退回修改"),
                            ("reviewed", "待签发施行"),
                            ("in_force", "正在施行"),
                            ("superseded", "已被新版取代"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="submitted",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("comprehensive", "综合应急预案"),
                            ("special", "专项应急预案"),
                            ("on_site", "现场处置方案"),
                            ("office", "部门（单位）应急预案"),
                        ],
                        max_length=14,
                        verbose_name="预案类型",
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=1, verbose_name="版次")),
                (
                    "keeper_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "reviewer_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "scenarios",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("fire", "火灾"),
                                ("crowd", "拥挤踩踏"),
                                ("violence", "暴力、恐怖袭击"),
                                ("structure", "建筑、设备事故"),
                                ("gas", "燃气、危险化学品泄漏"),
                                ("power", "停电、停水、停运"),
                                ("weather", "极端天气、自然灾害"),
                                ("health", "食物中毒、传染病"),
                                ("gathering", "群体性事件"),
                                ("other", "其他突发事件"),
                            ],
                            max_length=12,
                        ),
                        size=None,
                        verbose_name="适用情形",
                    ),
                ),
                ("commander", models.CharField(max_length=60, verbose_name="总指挥")),
                ("deputies", models.CharField(blank=True, max_length=200, verbose_name="副总指挥")),
                ("duty_phone", models.CharField(max_length=20, verbose_name="应急值班电话")),
                ("contacts", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="应急联系人")),
                ("contact_count", models.PositiveSmallIntegerField(default=0, verbose_name="应急联系人数")),
                ("resources", models.TextField(verbose_name="应急队伍和物资")),
                ("issued_on", models.DateField(blank=True, null=True, verbose_name="签发日期")),
                ("review_on", models.DateField(blank=True, null=True, verbose_name="下次评估")),
                ("in_force_at", models.DateTimeField(blank=True, null=True, verbose_name="施行时间")),
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
                                    models.F("resources"), models.Value(""), output_field=models.TextField()
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
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.attachment",
                        verbose_name="预案文本",
                    ),
                ),
                (
                    "drawing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.attachment",
                        verbose_name="疏散图",
                    ),
                ),
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
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="编制单位"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later",
                        to="emergencies.plan",
                        verbose_name="上一版",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="plans",
                        to="emergencies.venue",
                        verbose_name="场所",
                    ),
                ),
            ],
            options={
                "verbose_name": "应急预案",
                "verbose_name_plural": "应急预案",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["superseded", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="plan_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="plan_opened"),
                    models.Index(condition=models.Q(("state", "in_force")), fields=["owner"], name="plan_owner_in_force"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="plan_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="plan_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["superseded", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["superseded", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="plan_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "in_force"), _negated=True),
                            models.Q(
                                ("in_force_at__isnull", False), ("issued_on__isnull", False), ("review_on__gt", models.F("issued_on"))
                            ),
                            _connector="OR",
                        ),
                        name="plan_in_force_was_issued",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "in_force")), fields=("owner", "kind", "title"), name="plan_one_edition_in_force"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PremisesKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=20, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "trades",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None, verbose_name="主管行业"
                    ),
                ),
                (
                    "venue_kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="对应的场所类型"
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "检查对象类型",
                "verbose_name_plural": "检查对象类型",
                "ordering": ("order", "code"),
            },
        ),
        migrations.CreateModel(
            name="RewardStandard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "grade",
                    models.CharField(
                        choices=[("general", "一般隐患"), ("major", "重大隐患")], max_length=8, unique=True, verbose_name="隐患等级"
                    ),
                ),
                ("least", models.PositiveIntegerField(verbose_name="最低（元）")),
                ("most", models.PositiveIntegerField(blank=True, null=True, verbose_name="最高（元）")),
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
                "verbose_name": "举报奖励标准",
                "verbose_name_plural": "举报奖励标准",
                "ordering": ("grade",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("most", None), ("most__gte", models.F("least")), _connector="OR"),
                        name="reward_standard_ends_above_its_beginning",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sector",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("trade", models.CharField(blank=True, max_length=30, verbose_name="主管行业")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="提示")),
                (
                    "keywords",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="关键词"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "隐患行业",
                "verbose_name_plural": "隐患行业",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="SecuritySet",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
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
                "verbose_name": "防范标准",
                "verbose_name_plural": "防范标准",
                "ordering": ("-valid_from", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveIntegerField(default=1, verbose_name="次序")),
                ("opened_at", models.DateTimeField(verbose_name="生成时间")),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="人员"
                    ),
                ),
            ],
            options={
                "verbose_name": "演练日历订阅",
                "verbose_name_plural": "演练日历订阅",
            },
        ),
        migrations.CreateModel(
            name="Substance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "threshold",
                    models.DecimalField(
                        decimal_places=3,
                        max_digits=10,
                        validators=[django.core.validators.MinValueValidator(0.001)],
                        verbose_name="临界量（吨）",
                    ),
                ),
                ("beta", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="校正系数β")),
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
                "verbose_name": "危险物质",
                "verbose_name_plural": "危险物质",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("beta__gt", 0), ("threshold__gt", 0)), name="substance_weighs_something")
                ],
            },
        ),
        migrations.CreateModel(
            name="VenueFile",
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
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                ("at", models.DateTimeField(verbose_name="上传时间")),
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
                ("fresh", models.PositiveIntegerField(default=0, verbose_name="新申报")),
                ("changed", models.PositiveIntegerField(default=0, verbose_name="更正")),
                ("faults", models.JSONField(default=list, verbose_name="错误")),
                ("refusal", models.CharField(blank=True, max_length=300, verbose_name="无法读取的原因")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="导入人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="导入单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "场所导入",
                "verbose_name_plural": "场所导入",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["place_path", "at"], name="venue_file_path_at")],
            },
        ),
        migrations.CreateModel(
            name="CheckList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "topic",
                    models.CharField(
                        choices=[("fire", "消防安全"), ("gas", "燃气安全"), ("logistics", "寄递物流"), ("trades", "重点行业、重点物品")],
                        max_length=12,
                        verbose_name="领域",
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="启用")),
                ("kinds", models.ManyToManyField(related_name="check_lists", to="emergencies.premiseskind", verbose_name="适用对象")),
            ],
            options={
                "verbose_name": "安全检查表",
                "verbose_name_plural": "安全检查表",
                "ordering": ("order", "code"),
            },
        ),
        migrations.CreateModel(
            name="Criterion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="代码")),
                ("text", models.CharField(max_length=200, verbose_name="情形")),
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
                (
                    "sector",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria",
                        to="emergencies.sector",
                        verbose_name="行业",
                    ),
                ),
            ],
            options={
                "verbose_name": "重大隐患判定标准",
                "verbose_name_plural": "重大隐患判定标准",
                "ordering": ("sector", "pk"),
            },
        ),
        migrations.CreateModel(
            name="DangerSource",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                        choices=[("declared", "待备案"), ("returned", "待补正"), ("filed", "已备案"), ("struck", "已核销")],
                        default="declared",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("unit", models.CharField(max_length=80, verbose_name="单元（罐区、库房、装置）")),
                ("landmark", models.CharField(max_length=120, verbose_name="详细地址")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("exposed", models.PositiveIntegerField(default=0, verbose_name="厂界外500米内常住人数")),
                ("manager", models.CharField(max_length=40, verbose_name="安全负责人")),
                ("work_phone", models.CharField(max_length=20, verbose_name="值班电话")),
                ("ratio", models.DecimalField(decimal_places=3, max_digits=12, verbose_name="与临界量比值")),
                ("danger", models.DecimalField(decimal_places=2, max_digits=12, verbose_name="分级指标R")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("1", "一级"), ("2", "二级"), ("3", "三级"), ("4", "四级"), ("", "未构成重大危险源")],
                        max_length=1,
                        verbose_name="级别",
                    ),
                ),
                ("plan_on", models.DateField(blank=True, null=True, verbose_name="预案日期")),
                ("plan_filed_at", models.DateTimeField(blank=True, null=True, verbose_name="预案备案")),
                ("filed_at", models.DateTimeField(blank=True, null=True, verbose_name="备案时间")),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="最近检查")),
                ("assessed_on", models.DateField(blank=True, null=True, verbose_name="安全评估日期")),
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
                                    models.F("unit"), models.Value(""), output_field=models.TextField()
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
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
                    "site",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="运营单位"
                    ),
                ),
                (
                    "standard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="emergencies.levelstandard",
                        verbose_name="分级标准",
                    ),
                ),
            ],
            options={
                "verbose_name": "重大危险源",
                "verbose_name_plural": "重大危险源",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["struck"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="danger_source_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="danger_source_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="danger_source_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="danger_source_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["struck"]))),
                            models.Q(models.Q(("state__in", frozenset(["struck"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="danger_source_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "filed"), _negated=True), ("filed_at__isnull", False), _connector="OR"),
                        name="danger_source_filed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LogEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("setting_up", "布场检查"),
                            ("entry", "入场安检"),
                            ("course", "活动进行"),
                            ("incident", "突发情况"),
                            ("leaving", "散场"),
                        ],
                        max_length=12,
                        verbose_name="阶段",
                    ),
                ),
                ("people", models.PositiveIntegerField(blank=True, null=True, verbose_name="现场人数")),
                ("text", models.TextField(verbose_name="情况")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="记录人"
                    ),
                ),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="log", to="emergencies.massevent", verbose_name="活动"
                    ),
                ),
            ],
            options={
                "verbose_name": "现场日志",
                "verbose_name_plural": "现场日志",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Premises",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, unique=True, verbose_name="名录编号")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("address", models.CharField(max_length=120, verbose_name="详细地址")),
                ("work_phone", models.CharField(blank=True, max_length=20, verbose_name="值班电话")),
                ("is_key", models.BooleanField(default=False, verbose_name="重点检查对象")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("registered_at", models.DateTimeField(verbose_name="登记时间")),
                ("inspected_at", models.DateTimeField(null=True, verbose_name="最近检查")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "registered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="场所单位",
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="premises",
                        to="emergencies.venue",
                        verbose_name="人员密集场所",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="premises",
                        to="emergencies.premiseskind",
                        verbose_name="类型",
                    ),
                ),
            ],
            options={
                "verbose_name": "检查对象",
                "verbose_name_plural": "检查对象",
                "ordering": ("place_path", "number"),
                "indexes": [
                    models.Index(fields=["place_path", "kind"], name="premises_path_kind"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="premises_offices"),
                ],
                "constraints": [models.UniqueConstraint(fields=("venue", "kind"), name="premises_once_per_venue_and_kind")],
            },
        ),
        migrations.CreateModel(
            name="SecurityCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("inputs", models.JSONField(verbose_name="检查情况")),
                ("met", models.PositiveSmallIntegerField(verbose_name="已落实")),
                ("asked", models.PositiveSmallIntegerField(verbose_name="应落实")),
                ("note", models.TextField(blank=True, verbose_name="整改安排")),
                ("at", models.DateTimeField(verbose_name="检查时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="检查人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="检查单位"
                    ),
                ),
                (
                    "venue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="security_checks",
                        to="emergencies.venue",
                        verbose_name="场所",
                    ),
                ),
                (
                    "security_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="emergencies.securityset",
                        verbose_name="防范标准",
                    ),
                ),
            ],
            options={
                "verbose_name": "防范标准检查",
                "verbose_name_plural": "防范标准检查",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("met__lte", models.F("asked"))), name="security_check_meets_what_is_asked")
                ],
            },
        ),
        migrations.CreateModel(
            name="SecurityMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                (
                    "aspect",
                    models.CharField(
                        choices=[("duty", "制度"), ("people", "人防"), ("physical", "物防"), ("technical", "技防")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("text", models.CharField(max_length=120, verbose_name="要求")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="适用类型"
                    ),
                ),
                (
                    "from_grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("red", "红色 · 重大风险"),
                            ("orange", "橙色 · 较大风险"),
                            ("yellow", "黄色 · 一般风险"),
                            ("blue", "蓝色 · 低风险"),
                        ],
                        max_length=8,
                        verbose_name="适用等级",
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                (
                    "security_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="emergencies.securityset",
                        verbose_name="版本",
                    ),
                ),
            ],
            options={
                "verbose_name": "防范要求",
                "verbose_name_plural": "防范要求",
                "ordering": ("security_set", "pk"),
                "constraints": [models.UniqueConstraint(fields=("security_set", "code"), name="security_measure_once_per_set")],
            },
        ),
        migrations.CreateModel(
            name="SiteCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("on", models.DateField(verbose_name="查验日期")),
                ("checkers", models.CharField(max_length=80, verbose_name="查验人员")),
                (
                    "result",
                    models.CharField(
                        choices=[("passed", "符合安全条件"), ("to_fix", "须整改后复查"), ("failed", "不符合安全条件")],
                        max_length=8,
                        verbose_name="查验结果",
                    ),
                ),
                ("text", models.TextField(verbose_name="查验情况")),
                ("at", models.DateTimeField(verbose_name="记录时间")),
                (
                    "event",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="emergencies.massevent", verbose_name="活动"
                    ),
                ),
            ],
            options={
                "verbose_name": "现场查验",
                "verbose_name_plural": "现场查验",
                "ordering": ("on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="CheckVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("made_at", models.DateTimeField(verbose_name="发布时间")),
                (
                    "checklist",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="versions", to="emergencies.checklist"),
                ),
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
                "verbose_name": "安全检查表版本",
                "verbose_name_plural": "安全检查表版本",
                "ordering": ("-number",),
                "constraints": [models.UniqueConstraint(fields=("checklist", "number"), name="safety_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Hazard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                            ("reported", "待核查"),
                            ("rectifying", "整改中"),
                            ("planning", "待报治理方案"),
                            ("planned", "待挂牌督办"),
                            ("governing", "挂牌治理中"),
                            ("removed", "待复查验收"),
                            ("accepted", "待销号"),
                            ("closed", "已销号"),
                            ("dismissed", "未发现隐患"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="reported",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True, choices=[("general", "一般隐患"), ("major", "重大隐患")], max_length=8, verbose_name="隐患等级"
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("grid", "网格排查"),
                            ("inspection", "监督检查"),
                            ("site", "单位自查"),
                            ("public", "群众举报"),
                            ("hotline", "12345转来"),
                            ("department", "部门排查"),
                            ("township", "乡镇（街道）、村（社区）排查"),
                        ],
                        max_length=12,
                        verbose_name="来源",
                    ),
                ),
                ("description", models.TextField(verbose_name="隐患情况")),
                ("landmark", models.CharField(blank=True, max_length=120, verbose_name="详细位置")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("responsible", models.CharField(blank=True, max_length=80, verbose_name="责任单位")),
                ("rectify_by", models.DateField(blank=True, null=True, verbose_name="整改期限")),
                ("measures", models.TextField(blank=True, verbose_name="临时防护措施")),
                ("measures_at", models.DateTimeField(null=True, verbose_name="采取措施")),
                ("listed_at", models.DateTimeField(null=True, verbose_name="挂牌时间")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="整改完成")),
                ("kept", models.BooleanField(null=True, verbose_name="按期整改")),
                ("raised_at", models.DateTimeField(null=True, verbose_name="上报上一级")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("reporter_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="举报人")),
                ("reporter_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("query_code_index", models.CharField(blank=True, editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "reward",
                    models.CharField(
                        blank=True,
                        choices=[("asked", "申请奖励"), ("granted", "已决定奖励"), ("refused", "不予奖励"), ("paid", "已发放")],
                        max_length=8,
                        verbose_name="举报奖励",
                    ),
                ),
                ("reward_amount", models.PositiveIntegerField(null=True, verbose_name="奖励金额（元）")),
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
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("responsible"), models.Value(""), output_field=models.TextField()
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
                (
                    "criterion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="emergencies.criterion",
                        verbose_name="判定标准",
                    ),
                ),
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "raised_to",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="上报至",
                    ),
                ),
                (
                    "site",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="责任单位（有账号的）",
                    ),
                ),
                (
                    "sector",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hazards", to="emergencies.sector", verbose_name="行业"
                    ),
                ),
            ],
            options={
                "verbose_name": "安全隐患",
                "verbose_name_plural": "安全隐患",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "dismissed", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="hazard_path_ongoing",
                    ),
                    models.Index(fields=["place_path", "opened_at"], name="hazard_path_opened"),
                    models.Index(
                        condition=models.Q(
                            ("raised_at", None),
                            ("state__in", ("reported", "rectifying", "planning", "planned", "governing", "removed", "accepted")),
                        ),
                        fields=["due_at"],
                        name="hazard_to_raise",
                    ),
                    models.Index(condition=models.Q(("reporter_phone", ""), _negated=True), fields=["closed_at"], name="hazard_to_erase"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="hazard_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="hazard_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "dismissed", "withdrawn"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["closed", "dismissed", "withdrawn"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="hazard_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("state__in", ["rectifying", "planning", "planned", "governing", "removed", "accepted"]), _negated=True
                            ),
                            models.Q(("grade", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="hazard_is_graded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("grade", "major"), _negated=True), ("criterion__isnull", False), _connector="OR"),
                        name="hazard_major_by_a_criterion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["governing", "accepted"]), _negated=True), ("listed_at__isnull", False), _connector="OR"
                        ),
                        name="hazard_governed_is_listed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reward__in", ["granted", "paid"]), _negated=True), ("reward_amount__gt", 0), _connector="OR"
                        ),
                        name="hazard_reward_has_its_amount",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InspectionPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                            ("drafted", "待审定"),
                            ("announced", "已公布，待抽取"),
                            ("drawn", "检查中"),
                            ("ended", "已完成"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="drafted",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("begins", models.DateField(verbose_name="自")),
                ("ends", models.DateField(verbose_name="至")),
                ("count", models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name="随机抽取数")),
                ("takes_key", models.BooleanField(default=True, verbose_name="重点对象全部检查")),
                ("draws_at", models.DateTimeField(verbose_name="抽取时间")),
                ("seed_source", models.CharField(max_length=120, verbose_name="公开数的来源")),
                ("public_number", models.CharField(blank=True, max_length=60, verbose_name="公开数")),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="名单摘要（SHA-256）")),
                ("seed", models.CharField(blank=True, max_length=200, verbose_name="种子")),
                ("pool_size", models.PositiveIntegerField(default=0, verbose_name="名单数")),
                ("total", models.PositiveIntegerField(default=0, verbose_name="应检查")),
                ("left", models.PositiveIntegerField(default=0, verbose_name="待检查")),
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
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="检查范围"
                    ),
                ),
                (
                    "checklist",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspection_plans",
                        to="emergencies.checklist",
                        verbose_name="检查表",
                    ),
                ),
                (
                    "drafter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="拟定人",
                    ),
                ),
                ("inspectors", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="检查人员")),
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("kinds", models.ManyToManyField(related_name="+", to="emergencies.premiseskind", verbose_name="检查对象类型")),
            ],
            options={
                "verbose_name": "安全检查计划",
                "verbose_name_plural": "安全检查计划",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="inspection_plan_opened"),
                    models.Index(fields=["place_path", "due_at"], name="inspection_plan_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="inspection_plan_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="inspection_plan_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["ended", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["ended", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="inspection_plan_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("begins"))), name="inspection_plan_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["drawn", "ended"]), _negated=True),
                            models.Q(models.Q(("seed", ""), _negated=True), models.Q(("public_number", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="inspection_plan_drawn_has_its_seed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("left__lte", models.F("total"))), name="inspection_plan_counts_what_is_left"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kept",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.DecimalField(decimal_places=3, max_digits=12, verbose_name="最大存在量（吨）")),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kept",
                        to="emergencies.dangersource",
                        verbose_name="重大危险源",
                    ),
                ),
                (
                    "substance",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.substance", verbose_name="物质"
                    ),
                ),
            ],
            options={
                "verbose_name": "存放物质",
                "verbose_name_plural": "存放物质",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("source", "substance"), name="kept_substance_once"),
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="kept_is_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "watched",
                    models.CharField(
                        choices=[
                            ("temperature", "温度（℃）"),
                            ("pressure", "压力（MPa）"),
                            ("fill", "液位（%）"),
                            ("gas", "可燃、有毒气体浓度（%LEL、ppm）"),
                            ("video", "视频监控"),
                            ("patrol", "人工巡检"),
                        ],
                        max_length=12,
                        verbose_name="监测项目",
                    ),
                ),
                ("reading", models.CharField(max_length=60, verbose_name="监测值")),
                ("normal", models.BooleanField(verbose_name="在正常范围内")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="登记人"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="emergencies.dangersource",
                        verbose_name="重大危险源",
                    ),
                ),
            ],
            options={
                "verbose_name": "监测记录",
                "verbose_name_plural": "监测记录",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("normal", True), models.Q(("note", ""), _negated=True), _connector="OR"),
                        name="reading_out_of_range_is_explained",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="YearlyCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="检查时间")),
                (
                    "result",
                    models.CharField(
                        choices=[("sound", "符合要求"), ("problems", "发现问题，须整改")], max_length=10, verbose_name="检查结论"
                    ),
                ),
                ("told", models.TextField(verbose_name="检查情况")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="检查人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="检查单位",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="emergencies.dangersource",
                        verbose_name="重大危险源",
                    ),
                ),
            ],
            options={
                "verbose_name": "年度检查",
                "verbose_name_plural": "年度检查",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="CheckItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveSmallIntegerField()),
                ("label", models.CharField(max_length=80, verbose_name="检查内容")),
                ("hint", models.CharField(blank=True, max_length=200, verbose_name="怎样看")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "weight",
                    models.CharField(
                        choices=[("general", "一般隐患"), ("major", "重大隐患")],
                        default="general",
                        max_length=8,
                        verbose_name="不符合时通常属于",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="emergencies.checkversion"),
                ),
            ],
            options={
                "verbose_name": "安全检查项",
                "verbose_name_plural": "安全检查项",
                "ordering": ("order",),
                "constraints": [models.UniqueConstraint(fields=("version", "order"), name="safety_item_has_its_place")],
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=60, verbose_name="标题")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
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
                        choices=[("planned", "待检查"), ("recorded", "待第二名检查人员确认"), ("done", "已完成"), ("excused", "已取消")],
                        default="planned",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="计划外检查的原因")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="检查时间")),
                ("latitude", models.FloatField(null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(null=True, verbose_name="经度")),
                ("failed", models.PositiveSmallIntegerField(default=0, verbose_name="不符合项")),
                ("rectify_by", models.DateField(null=True, verbose_name="整改期限")),
                ("findings", models.TextField(blank=True, verbose_name="检查小结")),
                (
                    "signed",
                    models.CharField(
                        blank=True,
                        choices=[("drawn", "当场签名"), ("typed", "当场输入姓名确认"), ("refused", "拒绝签名")],
                        max_length=8,
                        verbose_name="签名方式",
                    ),
                ),
                ("signer_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="现场人员姓名")),
                ("signer_role", models.CharField(blank=True, max_length=40, verbose_name="现场人员职务")),
                ("refusal", models.CharField(blank=True, max_length=200, verbose_name="拒签情况")),
                ("proof_key", models.CharField(blank=True, default="", editable=False, max_length=32, verbose_name="核验码")),
                ("objected_at", models.DateTimeField(null=True, verbose_name="场所陈述意见")),
                ("kept", models.BooleanField(null=True, verbose_name="按期检查")),
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
                                output_field=models.TextField(),
                            ),
                            function="governance_bigrams",
                            output_field=django.contrib.postgres.search.SearchVectorField(),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
                (
                    "checks",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="emergencies.checkversion",
                        verbose_name="检查表版本",
                    ),
                ),
                (
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="检查人员"
                    ),
                ),
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
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="检查人员（二）",
                    ),
                ),
                (
                    "signature",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.attachment",
                        verbose_name="签名",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="emergencies.inspectionplan",
                        verbose_name="检查计划",
                    ),
                ),
                (
                    "premises",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspections",
                        to="emergencies.premises",
                        verbose_name="检查对象",
                    ),
                ),
            ],
            options={
                "verbose_name": "安全检查",
                "verbose_name_plural": "安全检查",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="inspection_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="inspection_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["done", "excused"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="inspection_path_ongoing",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="inspection_office_ids"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="inspection_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["done", "excused"]))),
                            models.Q(models.Q(("state__in", frozenset(["done", "excused"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="inspection_closed_has_its_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("first", models.F("second")), _negated=True), name="inspection_takes_two"),
                    models.UniqueConstraint(fields=("plan", "premises"), name="inspection_once_per_plan"),
                    models.UniqueConstraint(
                        condition=models.Q(("proof_key", ""), _negated=True), fields=("proof_key",), name="inspection_proof_key_opens_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("plan__isnull", False), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="inspection_beside_a_plan_has_its_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["recorded", "done"]), _negated=True),
                            models.Q(
                                models.Q(("signed", ""), _negated=True), ("checked_at__isnull", False), ("recorded_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="inspection_recorded_is_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lot",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20, verbose_name="名录编号")),
                ("is_key", models.BooleanField(default=False, verbose_name="必查")),
                ("rank", models.CharField(blank=True, max_length=64, verbose_name="散列值")),
                ("drawn", models.BooleanField(default=False, verbose_name="抽中")),
                (
                    "inspectors",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), blank=True, default=list, size=None),
                ),
                (
                    "plan",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="lots", to="emergencies.inspectionplan"),
                ),
                (
                    "premises",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="lots", to="emergencies.premises"),
                ),
            ],
            options={
                "verbose_name": "抽取名单",
                "verbose_name_plural": "抽取名单",
                "ordering": ("number",),
                "indexes": [models.Index(fields=["plan", "rank"], name="lot_rank")],
                "constraints": [models.UniqueConstraint(fields=("plan", "premises"), name="lot_once_per_plan")],
            },
        ),
        migrations.CreateModel(
            name="RemovalPlan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("aim", models.TextField(verbose_name="治理目标和任务")),
                ("way", models.TextField(verbose_name="治理方法和措施")),
                ("money", models.CharField(max_length=200, verbose_name="经费和物资")),
                ("people", models.CharField(max_length=200, verbose_name="责任机构和人员")),
                ("finish_by", models.DateField(verbose_name="治理完成日期")),
                ("precautions", models.TextField(verbose_name="安全措施和应急预案")),
                ("at", models.DateTimeField(verbose_name="报送时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报送人",
                    ),
                ),
                (
                    "hazard",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plans", to="emergencies.hazard", verbose_name="隐患"
                    ),
                ),
            ],
            options={
                "verbose_name": "治理方案",
                "verbose_name_plural": "治理方案",
                "ordering": ("-serial",),
                "constraints": [models.UniqueConstraint(fields=("hazard", "serial"), name="removal_plan_once")],
            },
        ),
        migrations.CreateModel(
            name="Answer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "result",
                    models.CharField(
                        choices=[("fits", "符合"), ("wrong", "不符合"), ("none", "不涉及")], max_length=6, verbose_name="结果"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="情况")),
                (
                    "weight",
                    models.CharField(
                        blank=True, choices=[("general", "一般隐患"), ("major", "重大隐患")], max_length=8, verbose_name="隐患程度"
                    ),
                ),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.checkitem")),
                (
                    "hazard",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inspection_answer",
                        to="emergencies.hazard",
                        verbose_name="安全隐患",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="answers", to="emergencies.inspection"),
                ),
            ],
            options={
                "verbose_name": "安全检查结果",
                "verbose_name_plural": "安全检查结果",
                "ordering": ("item__order",),
                "constraints": [
                    models.UniqueConstraint(fields=("inspection", "item"), name="inspection_answer_once"),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("result", "wrong"), _negated=True), ("hazard__isnull", False), _connector="OR"),
                        name="inspection_wrong_has_its_hazard",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="阶段任务")),
                ("owner", models.CharField(max_length=40, verbose_name="责任人")),
                ("until", models.DateField(verbose_name="完成期限")),
                ("done_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                ("result", models.TextField(blank=True, verbose_name="完成情况")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stages",
                        to="emergencies.removalplan",
                        verbose_name="治理方案",
                    ),
                ),
            ],
            options={
                "verbose_name": "治理阶段",
                "verbose_name_plural": "治理阶段",
                "ordering": ("until", "pk"),
            },
        ),
        migrations.RemoveConstraint(
            model_name="drill",
            name="drill_one_owed_per_venue",
        ),
        migrations.RemoveConstraint(
            model_name="drill",
            name="drill_held_has_its_record",
        ),
        migrations.AddField(
            model_name="assessment",
            name="decided_at",
            field=models.DateTimeField(null=True, verbose_name="审核时间"),
        ),
        migrations.AddField(
            model_name="assessment",
            name="decided_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="审核人"
            ),
        ),
        migrations.AddField(
            model_name="assessment",
            name="decision_note",
            field=models.TextField(blank=True, db_default="", default="", verbose_name="审核意见"),
        ),
        migrations.AddField(
            model_name="assessment",
            name="proposed",
            field=models.CharField(
                blank=True,
                choices=[
                    ("red", "红色 · 重大风险"),
                    ("orange", "橙色 · 较大风险"),
                    ("yellow", "黄色 · 一般风险"),
                    ("blue", "蓝色 · 低风险"),
                ],
                db_default="",
                default="",
                max_length=8,
                verbose_name="申请下调至",
            ),
        ),
        migrations.AddField(
            model_name="drill",
            name="announcement",
            field=models.TextField(blank=True, db_default="", verbose_name="公告内容"),
        ),
        migrations.AddField(
            model_name="drill",
            name="measures_until",
            field=models.DateField(blank=True, null=True, verbose_name="措施期限"),
        ),
        migrations.AddField(
            model_name="drill",
            name="opened_on",
            field=models.DateField(blank=True, null=True, verbose_name="开业日期"),
        ),
        migrations.AddField(
            model_name="drill",
            name="plan_name",
            field=models.CharField(blank=True, db_default="", max_length=100, verbose_name="依据的预案"),
        ),
        migrations.AddField(
            model_name="drill",
            name="planned_time",
            field=models.TimeField(blank=True, null=True, verbose_name="计划时间"),
        ),
        migrations.AddField(
            model_name="drill",
            name="spot",
            field=models.CharField(blank=True, db_default="", max_length=100, verbose_name="演练地点"),
        ),
        migrations.AddField(
            model_name="drill",
            name="verdict",
            field=models.CharField(
                blank=True,
                choices=[("reached", "达到预期目标"), ("partly", "基本达到预期目标"), ("missed", "没有达到预期目标，须重新演练")],
                db_default="",
                max_length=10,
                verbose_name="演练效果",
            ),
        ),
        migrations.AddField(
            model_name="drillrule",
            name="office_type",
            field=models.CharField(
                blank=True,
                choices=[
                    ("leading_group", "平安建设（社会治理）领导小组"),
                    ("government", "人民政府"),
                    ("centre", "社会治安综合治理中心"),
                    ("hotline", "12345热线"),
                    ("township", "乡镇（街道）平安建设办公室"),
                    ("village", "村（居）民委员会"),
                    ("bureau", "部门"),
                    ("court", "法院、检察院"),
                    ("commission", "监察委员会"),
                    ("congress", "人大常委会"),
                    ("committee", "调解委员会"),
                    ("site", "场所单位"),
                    ("audit", "监督机关"),
                    ("provider", "帮扶服务机构"),
                ],
                db_default="",
                max_length=20,
                verbose_name="机构类型",
            ),
        ),
        migrations.AddField(
            model_name="measure",
            name="done_on",
            field=models.DateField(blank=True, null=True, verbose_name="完成日期"),
        ),
        migrations.AddField(
            model_name="measure",
            name="result",
            field=models.TextField(blank=True, db_default="", verbose_name="落实情况"),
        ),
        migrations.AddField(
            model_name="requireditem",
            name="from_grade",
            field=models.CharField(
                blank=True,
                choices=[
                    ("red", "红色 · 重大风险"),
                    ("orange", "橙色 · 较大风险"),
                    ("yellow", "黄色 · 一般风险"),
                    ("blue", "蓝色 · 低风险"),
                ],
                db_default="",
                default="",
                max_length=8,
                verbose_name="适用等级",
            ),
        ),
        migrations.AddField(
            model_name="venue",
            name="latitude",
            field=models.FloatField(blank=True, null=True, verbose_name="纬度"),
        ),
        migrations.AddField(
            model_name="venue",
            name="longitude",
            field=models.FloatField(blank=True, null=True, verbose_name="经度"),
        ),
        migrations.AddField(
            model_name="venue",
            name="lowering",
            field=models.CharField(
                blank=True,
                choices=[
                    ("red", "红色 · 重大风险"),
                    ("orange", "橙色 · 较大风险"),
                    ("yellow", "黄色 · 一般风险"),
                    ("blue", "蓝色 · 低风险"),
                ],
                db_default="",
                default="",
                max_length=8,
                verbose_name="申请下调至",
            ),
        ),
        migrations.AddField(
            model_name="venuekind",
            name="publicity",
            field=models.CharField(
                choices=[("hidden", "不公开"), ("listed", "公开名单和最近演练"), ("graded", "公开名单、风险等级和最近演练")],
                db_default="hidden",
                default="hidden",
                max_length=8,
                verbose_name="对外公开",
            ),
        ),
        migrations.AlterField(
            model_name="drill",
            name="state",
            field=models.CharField(
                choices=[
                    ("due", "待安排"),
                    ("planned", "已计划"),
                    ("announced", "已公告"),
                    ("held", "待总结评估"),
                    ("evaluated", "待报送"),
                    ("improving", "措施落实中"),
                    ("reported", "已报送"),
                    ("dropped", "已终止"),
                ],
                default="due",
                max_length=12,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="drill",
            name="venue",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="drills", to="emergencies.venue", verbose_name="场所"
            ),
        ),
        migrations.AlterField(
            model_name="drillrule",
            name="kind",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="drill_rules",
                to="emergencies.venuekind",
                verbose_name="场所类型",
            ),
        ),
        migrations.AddIndex(
            model_name="drill",
            index=models.Index(condition=models.Q(("state__in", ("planned", "announced"))), fields=["planned_on"], name="drill_coming"),
        ),
        migrations.AddConstraint(
            model_name="assessment",
            constraint=models.CheckConstraint(
                condition=models.Q(("decided_by", None), models.Q(("decided_by", models.F("assessor")), _negated=True), _connector="OR"),
                name="assessment_lowered_by_a_second_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="drill",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("due", "planned", "announced"))), fields=("venue",), name="drill_one_owed_per_venue"
            ),
        ),
        migrations.AddConstraint(
            model_name="drill",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state__in", ("due", "planned", "announced")), ("venue", None)),
                fields=("office",),
                name="drill_one_owed_per_office",
            ),
        ),
        migrations.AddConstraint(
            model_name="drill",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state__in", ("held", "evaluated", "improving", "reported")), _negated=True),
                    models.Q(("held_at__isnull", False), ("participants__gt", 0)),
                    _connector="OR",
                ),
                name="drill_held_has_its_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="drill",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("state", "improving"), _negated=True), ("measures_until__isnull", False), _connector="OR"),
                name="drill_improving_has_its_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="drillrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", None), models.Q(("office_type", ""), _negated=True)),
                    models.Q(("kind__isnull", False), ("office_type", "")),
                    _connector="OR",
                ),
                name="drill_rule_binds_one_sort",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=models.Q(("lowering", ""), models.Q(("grade", ""), _negated=True), _connector="OR"),
                name="venue_lowers_what_was_graded",
            ),
        ),
        migrations.AddConstraint(
            model_name="venue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("latitude", None), ("longitude", None)),
                    models.Q(("latitude__isnull", False), ("longitude__isnull", False)),
                    _connector="OR",
                ),
                name="venue_lies_somewhere",
            ),
        ),
    ]
