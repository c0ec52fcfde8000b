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
        ("emergencies", "0002_venues_to_inspections"),
        ("governance", "0003_providers_and_binding"),
        ("governance", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Hotline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=10, unique=True, verbose_name="热线号码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
            ],
            options={
                "verbose_name": "热线",
                "verbose_name_plural": "热线",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="HotlineRefusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("hour", models.DateTimeField(verbose_name="时段")),
                (
                    "reason",
                    models.CharField(
                        choices=[
                            ("headers", "缺少签名要素或者格式不对"),
                            ("key", "密钥不存在或者已停用"),
                            ("time", "时间戳超出允许范围"),
                            ("signature", "签名不正确"),
                            ("replayed", "随机串已经用过（重放）"),
                            ("too_large", "内容过大"),
                        ],
                        max_length=12,
                        verbose_name="原因",
                    ),
                ),
                ("key_name", models.CharField(blank=True, max_length=40, verbose_name="所称密钥编号")),
                ("network", models.CharField(max_length=50, verbose_name="来源地址")),
                ("count", models.PositiveIntegerField(default=1, verbose_name="次数")),
                ("last_at", models.DateTimeField(verbose_name="最近一次")),
            ],
            options={
                "verbose_name": "热线拒收记录",
                "verbose_name_plural": "热线拒收记录",
                "ordering": ("-last_at", "-pk"),
                "indexes": [models.Index(fields=["last_at"], name="hotline_refusal_last")],
                "constraints": [
                    models.UniqueConstraint(fields=("hour", "reason", "key_name", "network"), name="hotline_refusal_once_an_hour")
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                (
                    "category",
                    models.CharField(
                        choices=[("natural", "自然灾害"), ("accident", "事故灾难"), ("health", "公共卫生事件"), ("social", "社会安全事件")],
                        max_length=8,
                        verbose_name="类别",
                    ),
                ),
                ("trade", models.CharField(max_length=30, verbose_name="牵头行业")),
                (
                    "scenario",
                    models.CharField(
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
                        verbose_name="适用预案",
                    ),
                ),
                ("supplement", models.CharField(default="supplement", max_length=40, verbose_name="补报期限")),
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
                "verbose_name": "事件类型",
                "verbose_name_plural": "事件类型",
                "ordering": ("position", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Method",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateField(verbose_name="自哪个月起")),
                (
                    "window",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(24)],
                        verbose_name="统计月数",
                    ),
                ),
                ("least_people", models.PositiveIntegerField(verbose_name="公布结果的最少人口")),
                (
                    "rise_window",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)],
                        verbose_name="比较月数",
                    ),
                ),
                (
                    "rise_least",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(5)], verbose_name="上升提示的最少件数"
                    ),
                ),
                ("rise_share", models.PositiveSmallIntegerField(verbose_name="上升提示的升幅（%）")),
                ("source", models.CharField(max_length=300, verbose_name="来源说明")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                ("at", models.DateTimeField(null=True, verbose_name="发布时间")),
                (
                    "by",
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
                "verbose_name": "平安指数编制办法",
                "verbose_name_plural": "平安指数编制办法",
                "ordering": ("-valid_from", "-pk"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("valid_from__day", 1)), name="index_method_begins_with_a_month")
                ],
            },
        ),
        migrations.CreateModel(
            name="Partner",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=6, unique=True, verbose_name="区划代码")),
                ("name", models.CharField(max_length=40, verbose_name="城市")),
                ("short_name", models.CharField(max_length=10, verbose_name="简称")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "协作城市",
                "verbose_name_plural": "协作城市",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Population",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2100)],
                        verbose_name="年份",
                    ),
                ),
                (
                    "people",
                    models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name="常住人口（人）"),
                ),
                ("source", models.CharField(max_length=120, verbose_name="来源")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源类别",
                    ),
                ),
                ("at", models.DateTimeField(null=True, verbose_name="录入时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
            ],
            options={
                "verbose_name": "常住人口",
                "verbose_name_plural": "常住人口",
                "ordering": ("place__path", "-year"),
                "constraints": [models.UniqueConstraint(fields=("place", "year"), name="population_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="PurchasePlan",
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
                            ("drafted", "编制中"),
                            ("circulated", "会签中"),
                            ("approved", "执行中"),
                            ("finished", "已完成"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="drafted",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(2000), django.core.validators.MaxValueValidator(2200)],
                        verbose_name="年度",
                    ),
                ),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("approved_at", models.DateTimeField(null=True, verbose_name="审定时间")),
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
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="编制人"
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
            ],
            options={
                "verbose_name": "应急物资购置计划",
                "verbose_name_plural": "应急物资购置计划",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["finished", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="purchase_plan_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="purchase_plan_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="purchase_plan_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="purchase_plan_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("office", "year"),
                        name="purchase_plan_once_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["finished", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["finished", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="purchase_plan_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("approved", "finished")), _negated=True),
                            ("approved_at__isnull", False),
                            _connector="OR",
                        ),
                        name="purchase_plan_approved_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "category",
                    models.CharField(
                        choices=[("relief", "救灾物资"), ("epidemic", "防疫物资"), ("staple", "重要物资"), ("daily", "基本生活物资")],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("unit", models.CharField(max_length=10, verbose_name="计量单位")),
                ("spec", models.CharField(max_length=200, verbose_name="规格和质量标准")),
                (
                    "keeper",
                    models.CharField(
                        choices=[
                            ("emergency", "应急管理部门"),
                            ("development", "发展和改革部门"),
                            ("health", "卫生健康部门"),
                            ("commerce", "商务部门"),
                            ("farming", "农牧部门"),
                        ],
                        max_length=20,
                        verbose_name="储备部门",
                    ),
                ),
                (
                    "shelf_months",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, validators=[django.core.validators.MaxValueValidator(600)], verbose_name="保质期（月）"
                    ),
                ),
                (
                    "rotate_months",
                    models.PositiveSmallIntegerField(
                        default=0, validators=[django.core.validators.MaxValueValidator(600)], verbose_name="到期前几个月轮换"
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        default="M",
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "应急物资品种",
                "verbose_name_plural": "应急物资品种",
                "ordering": ("category", "code"),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("code", ""), _negated=True), name="stock_item_has_a_code"),
                    models.CheckConstraint(
                        condition=models.Q(("shelf_months", None), ("shelf_months__gt", models.F("rotate_months")), _connector="OR"),
                        name="stock_item_rotated_while_it_keeps",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="队伍名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("professional", "专业救援队伍"),
                            ("part_time", "基层兼职队伍"),
                            ("social", "社会救援力量"),
                            ("expert", "专家组"),
                            ("medical", "医疗卫生队伍"),
                            ("utility", "供水供电供气抢修队伍"),
                        ],
                        max_length=14,
                        verbose_name="类型",
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("people", models.PositiveSmallIntegerField(verbose_name="人数")),
                ("skills", models.CharField(max_length=200, verbose_name="专长和装备")),
                ("duty_phone", models.CharField(max_length=20, verbose_name="值班电话")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("updated_at", models.DateTimeField(verbose_name="更新时间")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="登记单位"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="驻地"
                    ),
                ),
            ],
            options={
                "verbose_name": "应急队伍",
                "verbose_name_plural": "应急队伍",
                "ordering": ("place_path", "name"),
                "indexes": [
                    models.Index(fields=["place_path"], name="team_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="team_offices"),
                ],
                "constraints": [models.UniqueConstraint(fields=("office", "name"), name="team_once_per_office")],
            },
        ),
        migrations.CreateModel(
            name="Warehouse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="仓库名称")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "command_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("address", models.CharField(max_length=120, verbose_name="详细地址")),
                ("work_phone", models.CharField(max_length=20, verbose_name="值班电话")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="管理单位"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
            ],
            options={
                "verbose_name": "应急物资仓库",
                "verbose_name_plural": "应急物资仓库",
                "ordering": ("place_path", "pk"),
                "indexes": [
                    models.Index(fields=["place_path"], name="warehouse_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="warehouse_offices"),
                ],
                "constraints": [models.UniqueConstraint(fields=("office", "name"), name="warehouse_named_once")],
            },
        ),
        migrations.CreateModel(
            name="WarningKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.SlugField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "sort",
                    models.CharField(
                        choices=[("warning", "预警"), ("tip", "安全提示"), ("statement", "情况通报")], max_length=10, verbose_name="类别"
                    ),
                ),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("red", "红色（一级）"),
                                ("orange", "橙色（二级）"),
                                ("yellow", "黄色（三级）"),
                                ("blue", "蓝色（四级）"),
                            ],
                            max_length=6,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="级别",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("Geo", "地质"),
                            ("Met", "气象"),
                            ("Safety", "公众安全"),
                            ("Security", "治安"),
                            ("Rescue", "救援"),
                            ("Fire", "火灾"),
                            ("Health", "公共卫生"),
                            ("Env", "环境"),
                            ("Transport", "交通"),
                            ("Infra", "基础设施"),
                            ("CBRNE", "危险物质"),
                            ("Other", "其他"),
                        ],
                        max_length=10,
                        verbose_name="CAP 类别",
                    ),
                ),
                (
                    "trades",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="发布部门"
                    ),
                ),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                ("advice", models.TextField(blank=True, verbose_name="通常的防范建议")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "预警种类",
                "verbose_name_plural": "预警种类",
                "ordering": ("order", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("levels__len__gt", 0), ("sort", "warning")),
                            models.Q(models.Q(("sort", "warning"), _negated=True), ("levels", [])),
                            _connector="OR",
                        ),
                        name="warning_kind_has_its_levels",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WarningSubscription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("way", models.CharField(choices=[("mail", "邮件"), ("sms", "短信")], max_length=4, verbose_name="方式")),
                ("address_index", models.CharField(editable=False, max_length=64)),
                ("address", governance.privacy.fields.SealedField(kind="text", verbose_name="地址")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30), blank=True, default=list, size=None, verbose_name="种类"
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="申请时间")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="确认时间")),
                ("tries", models.PositiveSmallIntegerField(default=0, verbose_name="验证次数")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="地方"
                    ),
                ),
            ],
            options={
                "verbose_name": "预警订阅",
                "verbose_name_plural": "预警订阅",
                "indexes": [
                    models.Index(
                        condition=models.Q(("confirmed_at__isnull", False)), fields=["place_path"], name="warning_subscription_path"
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["kinds"], name="warning_subscription_kinds"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("address_index", "place"), name="warning_subscription_once_per_place"),
                    models.CheckConstraint(condition=models.Q(("way__in", ["mail", "sms"])), name="warning_subscription_way_is_known"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Band",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "tone",
                    models.CharField(
                        choices=[("blue", "蓝色"), ("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")],
                        max_length=10,
                        verbose_name="颜色",
                    ),
                ),
                ("label", models.CharField(max_length=12, verbose_name="等级")),
                (
                    "least",
                    models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name="起点（分）"),
                ),
                (
                    "method",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="bands", to="emergencies.method", verbose_name="版本"
                    ),
                ),
            ],
            options={
                "verbose_name": "平安指数等级",
                "verbose_name_plural": "平安指数等级",
                "ordering": ("method", "-least"),
                "constraints": [models.UniqueConstraint(fields=("method", "tone"), name="index_band_once")],
            },
        ),
        migrations.CreateModel(
            name="Component",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, verbose_name="代码")),
                ("label", models.CharField(max_length=30, verbose_name="分项")),
                (
                    "sources",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), size=None, verbose_name="取数指标"
                    ),
                ),
                ("counted", models.CharField(max_length=120, verbose_name="统计内容")),
                (
                    "weight",
                    models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name="权重"),
                ),
                ("best", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="满分上限（件/万人）")),
                ("worst", models.DecimalField(decimal_places=2, max_digits=8, verbose_name="零分下限（件/万人）")),
                ("advice", models.TextField(max_length=600, verbose_name="防范提示")),
                (
                    "method",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="components", to="emergencies.method", verbose_name="版本"
                    ),
                ),
            ],
            options={
                "verbose_name": "平安指数分项",
                "verbose_name_plural": "平安指数分项",
                "ordering": ("method", "pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("method", "code"), name="index_component_once"),
                    models.CheckConstraint(condition=models.Q(("worst__gt", models.F("best"))), name="index_component_has_two_ends"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Edition",
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
                            ("drafted", "编制中"),
                            ("submitted", "待审定"),
                            ("published", "已发布"),
                            ("replaced", "已被更正"),
                            ("dropped", "已作废"),
                        ],
                        default="drafted",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("month", models.DateField(verbose_name="月份")),
                ("computed_at", models.DateTimeField(null=True, verbose_name="取数时间")),
                (
                    "closed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None, verbose_name="不计入的分项"
                    ),
                ),
                ("told", models.TextField(blank=True, max_length=1000, verbose_name="变化说明")),
                ("published_at", models.DateTimeField(null=True, verbose_name="发布时间")),
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
                    "approver",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定人",
                    ),
                ),
                (
                    "compiler",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="送审人",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="emergencies.edition",
                        verbose_name="更正的一期",
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
                    "method",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="editions",
                        to="emergencies.method",
                        verbose_name="编制办法",
                    ),
                ),
            ],
            options={
                "verbose_name": "平安指数",
                "verbose_name_plural": "平安指数",
                "ordering": ("-month", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="safety_index_opened"),
                    models.Index(fields=["place_path", "due_at"], name="safety_index_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="safety_index_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="safety_index_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["dropped", "published", "replaced"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["dropped", "published", "replaced"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="safety_index_closed_has_its_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="safety_index_of_a_month"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("published", "replaced")), _negated=True),
                            ("published_at__isnull", False),
                            _connector="OR",
                        ),
                        name="safety_index_published_when",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("drafted", "submitted"))),
                        fields=("place", "month"),
                        name="safety_index_one_running",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "published")), fields=("place", "month"), name="safety_index_one_standing"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GradeStandard",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.CharField(
                        choices=[("natural", "自然灾害"), ("accident", "事故灾难"), ("health", "公共卫生事件"), ("social", "社会安全事件")],
                        max_length=8,
                        verbose_name="类别",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        choices=[("extraordinary", "特别重大"), ("major", "重大"), ("larger", "较大"), ("general", "一般")],
                        max_length=14,
                        verbose_name="等级",
                    ),
                ),
                (
                    "figure",
                    models.CharField(
                        choices=[
                            ("dead", "死亡（人）"),
                            ("missing", "失踪、被困（人）"),
                            ("badly_hurt", "重伤（人）"),
                            ("lightly_hurt", "轻伤（人）"),
                            ("ill", "发病、中毒（人）"),
                            ("moved", "转移安置（人）"),
                            ("loss", "直接经济损失（万元）"),
                        ],
                        max_length=12,
                        verbose_name="数字",
                    ),
                ),
                ("least", models.PositiveIntegerField(verbose_name="至少")),
                (
                    "second",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dead", "死亡（人）"),
                            ("missing", "失踪、被困（人）"),
                            ("badly_hurt", "重伤（人）"),
                            ("lightly_hurt", "轻伤（人）"),
                            ("ill", "发病、中毒（人）"),
                            ("moved", "转移安置（人）"),
                            ("loss", "直接经济损失（万元）"),
                        ],
                        max_length=12,
                        verbose_name="并且",
                    ),
                ),
                ("also", models.PositiveIntegerField(default=0, verbose_name="至少")),
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
                    "kind",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standards",
                        to="emergencies.incidentkind",
                        verbose_name="事件类型",
                    ),
                ),
            ],
            options={
                "verbose_name": "事件分级标准",
                "verbose_name_plural": "事件分级标准",
                "ordering": ("category", "kind", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("category", "kind", "grade", "figure", "second"), name="grade_standard_once", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("category", "social"), _negated=True), name="grade_standard_not_of_social_safety"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HotlineKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, unique=True, verbose_name="密钥编号")),
                ("secret", governance.privacy.fields.SealedField(kind="text")),
                ("issued_at", models.DateTimeField(verbose_name="生成时间")),
                ("ends_at", models.DateTimeField(null=True, verbose_name="停用时间")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="停用人",
                    ),
                ),
                (
                    "hotline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="keys", to="emergencies.hotline", verbose_name="热线"
                    ),
                ),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="生成人",
                    ),
                ),
            ],
            options={
                "verbose_name": "热线密钥",
                "verbose_name_plural": "热线密钥",
                "ordering": ("-issued_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ends_at", None)), fields=("hotline",), name="hotline_one_key_without_end")
                ],
            },
        ),
        migrations.CreateModel(
            name="Incident",
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
                            ("registered", "待核实"),
                            ("handling", "处置中"),
                            ("ended", "处置结束"),
                            ("closed", "已办结"),
                            ("dismissed", "不属实"),
                            ("merged", "并入其他事件"),
                        ],
                        default="registered",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        choices=[("natural", "自然灾害"), ("accident", "事故灾难"), ("health", "公共卫生事件"), ("social", "社会安全事件")],
                        max_length=8,
                        verbose_name="类别",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("110", "110报警"),
                            ("119", "119火警"),
                            ("120", "120急救"),
                            ("12345", "12345热线"),
                            ("grid", "网格上报"),
                            ("site", "单位报告"),
                            ("office", "部门、乡镇（街道）报告"),
                            ("public", "群众报告"),
                            ("other_city", "外市通报"),
                        ],
                        max_length=12,
                        verbose_name="来源",
                    ),
                ),
                ("source_number", models.CharField(blank=True, max_length=60, verbose_name="来源编号")),
                ("source_name", models.CharField(blank=True, max_length=80, verbose_name="来源单位")),
                ("occurred_at", models.DateTimeField(verbose_name="发生时间")),
                ("description", models.TextField(verbose_name="事件情况")),
                ("landmark", models.CharField(blank=True, max_length=120, verbose_name="详细位置")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("unit_name", models.CharField(blank=True, max_length=80, verbose_name="发生单位")),
                ("dead", models.PositiveIntegerField(default=0, verbose_name="死亡（人）")),
                ("missing", models.PositiveIntegerField(default=0, verbose_name="失踪、被困（人）")),
                ("badly_hurt", models.PositiveIntegerField(default=0, verbose_name="重伤（人）")),
                ("lightly_hurt", models.PositiveIntegerField(default=0, verbose_name="轻伤（人）")),
                ("ill", models.PositiveIntegerField(default=0, verbose_name="发病、中毒（人）")),
                ("moved", models.PositiveIntegerField(default=0, verbose_name="转移安置（人）")),
                ("loss", models.PositiveIntegerField(default=0, verbose_name="直接经济损失（万元）")),
                (
                    "computed",
                    models.CharField(
                        blank=True,
                        choices=[("extraordinary", "特别重大"), ("major", "重大"), ("larger", "较大"), ("general", "一般")],
                        max_length=14,
                        verbose_name="按数字计算的等级",
                    ),
                ),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("extraordinary", "特别重大"), ("major", "重大"), ("larger", "较大"), ("general", "一般")],
                        max_length=14,
                        verbose_name="等级",
                    ),
                ),
                (
                    "response",
                    models.CharField(
                        blank=True,
                        choices=[("1", "一级响应"), ("2", "二级响应"), ("3", "三级响应"), ("4", "四级响应")],
                        max_length=1,
                        verbose_name="应急响应",
                    ),
                ),
                ("response_at", models.DateTimeField(blank=True, null=True, verbose_name="响应启动")),
                ("commander", models.CharField(blank=True, max_length=40, verbose_name="指挥长")),
                ("command_at", models.DateTimeField(blank=True, null=True, verbose_name="指挥开始")),
                (
                    "reached",
                    models.CharField(
                        blank=True,
                        choices=[("county", "旗县区"), ("city", "市"), ("region", "自治区")],
                        max_length=8,
                        verbose_name="已报至",
                    ),
                ),
                ("kept", models.BooleanField(null=True, verbose_name="按时报告")),
                ("verified_at", models.DateTimeField(blank=True, null=True, verbose_name="核实时间")),
                ("first_report_at", models.DateTimeField(blank=True, null=True, verbose_name="首报时间")),
                ("final_report_at", models.DateTimeField(blank=True, null=True, verbose_name="终报时间")),
                ("supplement_until", models.DateTimeField(blank=True, null=True, verbose_name="补报截止")),
                ("ended_at", models.DateTimeField(blank=True, null=True, verbose_name="处置结束")),
                ("reporter_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="报告人")),
                ("reporter_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("query_code_index", models.CharField(blank=True, editable=False, max_length=64)),
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
                                    models.F("landmark"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("unit_name"), models.Value(""), output_field=models.TextField()
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
                    "command_office",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="指挥单位",
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
                    "reporter",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="待报告单位",
                    ),
                ),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged",
                        to="emergencies.incident",
                        verbose_name="并入",
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
                        verbose_name="发生单位（有账号的）",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="emergencies.incidentkind",
                        verbose_name="事件类型",
                    ),
                ),
            ],
            options={
                "verbose_name": "突发事件",
                "verbose_name_plural": "突发事件",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "dismissed", "merged"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="incident_path_ongoing",
                    ),
                    models.Index(fields=["place_path", "occurred_at"], name="incident_path_occurred"),
                    models.Index(fields=["opened_at", "id"], name="incident_opened"),
                    models.Index(condition=models.Q(("reporter_phone", ""), _negated=True), fields=["closed_at"], name="incident_to_erase"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="incident_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="incident_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "dismissed", "merged"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["closed", "dismissed", "merged"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="incident_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("category", "social"), _negated=True), models.Q(("computed", ""), ("grade", "")), _connector="OR"
                        ),
                        name="incident_of_social_safety_has_no_grade",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("handling", "ended")), _negated=True), ("verified_at__isnull", False), _connector="OR"
                        ),
                        name="incident_taken_up_is_verified",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "merged"), _negated=True), ("same_as__isnull", False), _connector="OR"),
                        name="incident_merged_names_the_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "closed"), _negated=True), ("final_report_at__isnull", False), _connector="OR"
                        ),
                        name="incident_closed_is_reported",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("response", ""), ("response_at__isnull", False), _connector="OR"),
                        name="incident_response_has_its_moment",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("source_number", ""), _negated=True),
                        fields=("source", "source_number"),
                        name="incident_source_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PartnerContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("unit", models.CharField(max_length=60, verbose_name="联系单位")),
                ("duty", models.CharField(max_length=60, verbose_name="联系事项")),
                ("phone", models.CharField(max_length=20, verbose_name="值班电话")),
                ("fax", models.CharField(blank=True, max_length=20, verbose_name="传真")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="单位邮箱")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("checked_on", models.DateField(verbose_name="核对日期")),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="contacts",
                        to="emergencies.partner",
                        verbose_name="协作城市",
                    ),
                ),
            ],
            options={
                "verbose_name": "协作联系单位",
                "verbose_name_plural": "协作联系单位",
                "ordering": ("-active", "unit", "pk"),
                "constraints": [models.UniqueConstraint(fields=("partner", "unit", "duty"), name="cooperation_contact_once")],
            },
        ),
        migrations.CreateModel(
            name="PurchaseLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("need", models.PositiveIntegerField(verbose_name="需求")),
                ("stock", models.PositiveIntegerField(verbose_name="库存")),
                ("leaving", models.PositiveIntegerField(verbose_name="年内待轮换")),
                ("proposed", models.PositiveIntegerField(verbose_name="测算购置")),
                ("amount", models.PositiveIntegerField(verbose_name="计划购置")),
                ("arrived", models.PositiveIntegerField(default=0, verbose_name="已入库")),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="emergencies.purchaseplan",
                        verbose_name="购置计划",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockitem", verbose_name="品种"
                    ),
                ),
            ],
            options={
                "verbose_name": "购置明细",
                "verbose_name_plural": "购置明细",
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("plan", "item"), name="purchase_line_once")],
            },
        ),
        migrations.CreateModel(
            name="StockAccount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("supplier", "供货、调入方"),
                            ("shelf", "货架"),
                            ("picked", "备货区"),
                            ("transit", "在途"),
                            ("in_use", "使用单位"),
                            ("consumed", "已消耗"),
                            ("rotated", "已轮换"),
                            ("scrapped", "已报废"),
                            ("difference", "盘点差异"),
                        ],
                        max_length=12,
                        verbose_name="科目",
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="accounts",
                        to="emergencies.warehouse",
                        verbose_name="仓库",
                    ),
                ),
            ],
            options={
                "verbose_name": "库存科目",
                "verbose_name_plural": "库存科目",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "warehouse"), name="stock_account_once", nulls_distinct=False),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind__in", ("shelf", "picked")), ("warehouse__isnull", False)),
                            models.Q(models.Q(("kind__in", ("shelf", "picked")), _negated=True), ("warehouse", None)),
                            _connector="OR",
                        ),
                        name="stock_account_of_a_warehouse",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockBatch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lot", models.CharField(max_length=40, verbose_name="批号")),
                ("produced_on", models.DateField(null=True, verbose_name="生产日期")),
                ("expires_on", models.DateField(null=True, verbose_name="到期日期")),
                ("rotate_on", models.DateField(null=True, verbose_name="轮换期限")),
                ("receipt", models.CharField(blank=True, max_length=40, verbose_name="入库单")),
                ("received_at", models.DateTimeField(verbose_name="入库时间")),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="batches", to="emergencies.stockitem", verbose_name="品种"
                    ),
                ),
            ],
            options={
                "verbose_name": "批次",
                "verbose_name_plural": "批次",
                "ordering": ("expires_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rotate_on", None), ("rotate_on__lte", models.F("expires_on")), _connector="OR"),
                        name="stock_batch_rotated_in_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StockCard",
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
                        choices=[("empty", "未储备"), ("short", "低于定额"), ("kept", "达到定额"), ("ended", "已撤销")],
                        default="empty",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                (
                    "command_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("need", models.PositiveIntegerField(default=0, verbose_name="储备定额")),
                ("on_hand", models.PositiveIntegerField(default=0, verbose_name="库存")),
                ("expires_on", models.DateField(null=True, verbose_name="最早到期")),
                ("rotate_on", models.DateField(null=True, verbose_name="轮换期限")),
                ("dated_on", models.DateField(null=True, verbose_name="已计时的轮换期限")),
                ("expiring", models.BooleanField(default=False, verbose_name="临近轮换")),
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
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cards", to="emergencies.stockitem", verbose_name="品种"
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cards", to="emergencies.warehouse", verbose_name="仓库"
                    ),
                ),
            ],
            options={
                "verbose_name": "储备卡",
                "verbose_name_plural": "储备卡",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["ended"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="stock_card_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="stock_card_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="stock_card_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="stock_card_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["ended"])), _negated=True),
                        fields=("warehouse", "item"),
                        name="stock_card_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["ended"]))),
                            models.Q(models.Q(("state__in", frozenset(["ended"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="stock_card_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockIntake",
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
                        choices=[("registered", "待验收"), ("accepted", "已入库"), ("rejected", "已拒收")],
                        default="registered",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[("purchase", "购置"), ("donation", "捐赠"), ("allocation", "上级调拨"), ("takeover", "期初建账")],
                        max_length=12,
                        verbose_name="来源",
                    ),
                ),
                ("supplier", models.CharField(max_length=60, verbose_name="供货、捐赠或者调出单位")),
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
                                    models.F("supplier"), models.Value(""), output_field=models.TextField()
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
                    "inspector",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="验收人",
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
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="intakes",
                        to="emergencies.purchaseplan",
                        verbose_name="购置计划",
                    ),
                ),
                (
                    "registrar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.warehouse", verbose_name="仓库"
                    ),
                ),
            ],
            options={
                "verbose_name": "应急物资入库",
                "verbose_name_plural": "应急物资入库",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["accepted", "rejected"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="stock_intake_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="stock_intake_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="stock_intake_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="stock_intake_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["accepted", "rejected"]))),
                            models.Q(models.Q(("state__in", frozenset(["accepted", "rejected"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="stock_intake_closed_has_its_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stocktake",
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
                        choices=[("due", "待盘点"), ("counted", "待审核"), ("settled", "已完成"), ("dropped", "已取消")],
                        default="due",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("counted_at", models.DateTimeField(null=True, verbose_name="盘点时间")),
                ("differing", models.PositiveIntegerField(default=0, verbose_name="有差异的批次")),
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
                    "counter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="盘点人",
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
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stocktakes",
                        to="emergencies.warehouse",
                        verbose_name="仓库",
                    ),
                ),
            ],
            options={
                "verbose_name": "应急物资盘点",
                "verbose_name_plural": "应急物资盘点",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["dropped", "settled"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="stocktake_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="stocktake_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="stocktake_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="stocktake_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["dropped", "settled"])), _negated=True),
                        fields=("warehouse",),
                        name="stocktake_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["dropped", "settled"]))),
                            models.Q(models.Q(("state__in", frozenset(["dropped", "settled"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="stocktake_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CityMeeting",
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
                            ("due", "待安排"),
                            ("planned", "已安排"),
                            ("held", "待印发纪要"),
                            ("carrying", "议定事项落实中"),
                            ("closed", "已办结"),
                            ("cancelled", "已取消"),
                        ],
                        default="due",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(choices=[("regular", "定期会商"), ("special", "专题会商")], max_length=10, verbose_name="会商类型"),
                ),
                ("purpose", models.TextField(blank=True, max_length=1000, verbose_name="会商议题")),
                ("meet_at", models.DateTimeField(blank=True, null=True, verbose_name="会商时间")),
                ("venue", models.CharField(blank=True, max_length=120, verbose_name="会商地点")),
                ("chair", models.CharField(blank=True, max_length=60, verbose_name="主持人（职务）")),
                ("held_at", models.DateTimeField(blank=True, null=True, verbose_name="召开时间")),
                ("minutes", models.TextField(blank=True, verbose_name="会商情况")),
                ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="印发纪要时间")),
                ("resolution_count", models.PositiveSmallIntegerField(default=0, verbose_name="议定事项数")),
                ("carry_until", models.DateField(blank=True, null=True, verbose_name="最近完成日期")),
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
                                    models.F("purpose"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("minutes"), models.Value(""), output_field=models.TextField()
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
                    "previous",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="following",
                        to="emergencies.citymeeting",
                        verbose_name="上次会商",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="city_meetings",
                        to="emergencies.incident",
                        verbose_name="涉及的突发事件",
                    ),
                ),
                ("partners", models.ManyToManyField(related_name="meetings", to="emergencies.partner", verbose_name="参加城市")),
                ("present", models.ManyToManyField(related_name="+", to="emergencies.partner", verbose_name="到会城市")),
            ],
            options={
                "verbose_name": "区域会商",
                "verbose_name_plural": "区域会商",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="city_meeting_path"),
                    models.Index(condition=models.Q(("state", "planned")), fields=["meet_at"], name="city_meeting_meets"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="city_meeting_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="city_meeting_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "closed"]))),
                            models.Q(models.Q(("state__in", frozenset(["cancelled", "closed"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="city_meeting_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("held", "carrying", "closed")), _negated=True),
                            ("held_at__isnull", False),
                            _connector="OR",
                        ),
                        name="city_meeting_held_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "carrying"), _negated=True), ("carry_until__isnull", False), _connector="OR"),
                        name="city_meeting_carrying_has_its_day",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "regular"), ("state__in", ("due", "planned"))),
                        fields=("office",),
                        name="city_meeting_one_regular_to_hold",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CommandTask",
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
                            ("issued", "待签收"),
                            ("working", "执行中"),
                            ("done", "已完成"),
                            ("declined", "不能承担"),
                            ("cancelled", "已撤销"),
                        ],
                        default="issued",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("instruction", models.TextField(verbose_name="任务内容")),
                ("urgent", models.BooleanField(default=False, verbose_name="特急")),
                ("finish_by", models.DateTimeField(verbose_name="完成时限")),
                ("acknowledged_at", models.DateTimeField(null=True, verbose_name="签收时间")),
                ("minutes", models.PositiveIntegerField(null=True, verbose_name="签收用时（分钟）")),
                ("kept", models.BooleanField(null=True, verbose_name="按时签收")),
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
                                    models.F("instruction"), models.Value(""), output_field=models.TextField()
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
                    "issued_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="下达单位",
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
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="emergencies.incident",
                        verbose_name="突发事件",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="emergencies.team",
                        verbose_name="执行队伍",
                    ),
                ),
            ],
            options={
                "verbose_name": "应急处置任务",
                "verbose_name_plural": "应急处置任务",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["cancelled", "declined", "done"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="command_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="command_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="command_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="command_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "declined", "done"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["cancelled", "declined", "done"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="command_task_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["working", "done"]), _negated=True), ("acknowledged_at__isnull", False), _connector="OR"
                        ),
                        name="command_task_was_signed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deployment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=80, verbose_name="力量和装备")),
                ("amount", models.PositiveIntegerField(verbose_name="数量")),
                ("unit", models.CharField(max_length=8, verbose_name="单位")),
                (
                    "standing",
                    models.CharField(
                        choices=[("asked", "已请求"), ("on_way", "在途"), ("on_scene", "已到场"), ("left", "已撤离")],
                        default="asked",
                        max_length=8,
                        verbose_name="状态",
                    ),
                ),
                ("asked_at", models.DateTimeField(verbose_name="请求时间")),
                ("changed_at", models.DateTimeField(verbose_name="更新时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="调派人"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deployments",
                        to="emergencies.incident",
                        verbose_name="突发事件",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deployments",
                        to="emergencies.team",
                        verbose_name="应急队伍",
                    ),
                ),
            ],
            options={
                "verbose_name": "调派力量",
                "verbose_name_plural": "调派力量",
                "ordering": ("asked_at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="EpidemicCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="统计时间")),
                ("suspected", models.PositiveIntegerField(verbose_name="疑似病例")),
                ("confirmed", models.PositiveIntegerField(verbose_name="确诊病例")),
                ("severe", models.PositiveIntegerField(verbose_name="重症")),
                ("recovered", models.PositiveIntegerField(verbose_name="治愈")),
                ("ill_dead", models.PositiveIntegerField(verbose_name="病亡")),
                ("contacts", models.PositiveIntegerField(verbose_name="密切接触者")),
                ("observed", models.PositiveIntegerField(verbose_name="医学观察")),
                ("tested", models.PositiveIntegerField(verbose_name="检测")),
                ("text", models.TextField(verbose_name="流行病学摘要")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="填报人"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="counts", to="emergencies.incident", verbose_name="事件"
                    ),
                ),
            ],
            options={
                "verbose_name": "流行病学统计",
                "verbose_name_plural": "流行病学统计",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Exchange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("direction", models.CharField(choices=[("sent", "发出"), ("received", "收到")], max_length=8, verbose_name="方向")),
                ("number", models.CharField(max_length=40, verbose_name="来源城市编号")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次数")),
                ("content", models.JSONField(verbose_name="内容")),
                ("checksum", models.CharField(max_length=64, verbose_name="校验值")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="对方确认时间")),
                ("answer", models.CharField(blank=True, max_length=300, verbose_name="对方答复")),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exchanges",
                        to="emergencies.incident",
                        verbose_name="突发事件",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exchanges",
                        to="emergencies.partner",
                        verbose_name="协作城市",
                    ),
                ),
            ],
            options={
                "verbose_name": "跨市通报",
                "verbose_name_plural": "跨市通报",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["at"], name="exchange_at")],
                "constraints": [
                    models.UniqueConstraint(fields=("direction", "partner", "number", "serial"), name="exchange_serial_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None)), ("answered_at__isnull", False), _connector="OR"
                        ),
                        name="exchange_answer_has_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HealthStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "measure",
                    models.CharField(
                        choices=[
                            ("isolation", "隔离治疗、医学观察"),
                            ("disinfection", "消毒、终末处理"),
                            ("closing", "停业、停课、限制聚集"),
                            ("sealing", "封闭、封存场所和物品"),
                            ("water_food", "停止供水、供餐，召回食品"),
                            ("prophylaxis", "应急接种、预防性服药"),
                            ("testing", "检测、筛查"),
                            ("advice", "健康提示、宣传"),
                            ("other", "其他措施"),
                        ],
                        max_length=14,
                        verbose_name="措施",
                    ),
                ),
                ("text", models.TextField(verbose_name="范围和内容")),
                ("until", models.DateField(blank=True, null=True, verbose_name="截止")),
                ("at", models.DateTimeField(verbose_name="开始时间")),
                ("lifted_at", models.DateTimeField(blank=True, null=True, verbose_name="解除时间")),
                ("result", models.TextField(blank=True, verbose_name="解除理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="决定人"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="health_measures",
                        to="emergencies.incident",
                        verbose_name="事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "防控措施",
                "verbose_name_plural": "防控措施",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="HotlineCall",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=64, verbose_name="热线编号")),
                ("revision", models.PositiveIntegerField(default=0, verbose_name="最高修订号")),
                ("facts", models.JSONField(default=dict, verbose_name="合并后的内容")),
                ("caller_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name")),
                ("caller_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone")),
                ("caller_revision", models.PositiveIntegerField(default=0)),
                ("first_at", models.DateTimeField(verbose_name="首次收到")),
                ("last_at", models.DateTimeField(verbose_name="最近收到")),
                (
                    "hotline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="calls", to="emergencies.hotline", verbose_name="热线"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calls",
                        to="emergencies.incident",
                        verbose_name="突发事件",
                    ),
                ),
            ],
            options={
                "verbose_name": "热线来件",
                "verbose_name_plural": "热线来件",
                "ordering": ("-last_at", "-pk"),
                "indexes": [models.Index(condition=models.Q(("incident", None)), fields=["first_at"], name="call_waiting")],
                "constraints": [models.UniqueConstraint(fields=("hotline", "number"), name="call_once_per_hotline")],
            },
        ),
        migrations.CreateModel(
            name="IncidentReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("first_report", "首报"),
                            ("report_up", "逐级上报"),
                            ("follow_up", "续报"),
                            ("final_report", "终报"),
                            ("supplement", "补报"),
                        ],
                        max_length=12,
                        verbose_name="报告种类",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("county", "旗县区"), ("city", "市"), ("region", "自治区")], max_length=8, verbose_name="报至"
                    ),
                ),
                ("unit", models.TextField(verbose_name="发生单位概况")),
                ("scene", models.TextField(verbose_name="时间、地点和现场情况")),
                ("course", models.TextField(verbose_name="简要经过")),
                ("casualties", models.TextField(verbose_name="伤亡人数和初步估计的损失")),
                ("measures", models.TextField(verbose_name="已经采取的措施")),
                ("other", models.TextField(verbose_name="其他应当报告的情况")),
                ("figures", models.JSONField(verbose_name="当时的数字")),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("extraordinary", "特别重大"), ("major", "重大"), ("larger", "较大"), ("general", "一般")],
                        max_length=14,
                        verbose_name="当时的等级",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="报告时间")),
                ("due_at", models.DateTimeField(null=True, verbose_name="应当报告的时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="报告人"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="emergencies.incident", verbose_name="事件"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="报告单位",
                    ),
                ),
                (
                    "told",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="接收单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "突发事件信息报告",
                "verbose_name_plural": "突发事件信息报告",
                "ordering": ("incident", "serial"),
                "indexes": [models.Index(fields=["-at", "-id"], name="incident_report_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("incident", "serial"), name="incident_report_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "first_report")), fields=("incident",), name="incident_report_one_first"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentReview",
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
                            ("writing", "待评估"),
                            ("submitted", "待审定"),
                            ("improving", "改进中"),
                            ("closed", "已完成"),
                            ("waived", "不需评估"),
                        ],
                        default="writing",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("strengths", models.TextField(blank=True, verbose_name="处置得当之处")),
                ("shortfalls", models.TextField(blank=True, verbose_name="问题和原因")),
                ("lessons", models.TextField(blank=True, verbose_name="经验教训和建议")),
                ("measures_until", models.DateField(blank=True, null=True, verbose_name="措施期限")),
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
                                    models.F("shortfalls"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("lessons"), models.Value(""), output_field=models.TextField()
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
                    "incident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="emergencies.incident",
                        verbose_name="突发事件",
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
            ],
            options={
                "verbose_name": "事件复盘评估",
                "verbose_name_plural": "事件复盘评估",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "waived"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="inc_review_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="inc_review_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="inc_review_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="inc_review_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "waived"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed", "waived"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="incident_review_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["writing", "waived"]), models.Q(("shortfalls", ""), _negated=True), _connector="OR"
                        ),
                        name="incident_review_was_written",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Input",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("count", models.PositiveIntegerField(verbose_name="件数")),
                ("recent", models.PositiveIntegerField(verbose_name="近期件数")),
                ("before", models.PositiveIntegerField(null=True, verbose_name="此前同期件数")),
                ("rose", models.BooleanField(default=False, verbose_name="明显上升")),
                (
                    "component",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.component", verbose_name="分项"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="emergencies.edition",
                        verbose_name="平安指数",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
            ],
            options={
                "verbose_name": "平安指数数据",
                "verbose_name_plural": "平安指数数据",
                "ordering": ("place__path", "component"),
                "constraints": [models.UniqueConstraint(fields=("edition", "place", "component"), name="index_reading_once")],
            },
        ),
        migrations.CreateModel(
            name="IntakeLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("lot", models.CharField(max_length=40, verbose_name="批号")),
                ("produced_on", models.DateField(null=True, verbose_name="生产日期")),
                ("expires_on", models.DateField(null=True, verbose_name="到期日期")),
                ("quantity", models.PositiveIntegerField(verbose_name="到货数量")),
                ("accepted", models.PositiveIntegerField(null=True, verbose_name="合格数量")),
                (
                    "batch",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="line",
                        to="emergencies.stockbatch",
                        verbose_name="批次",
                    ),
                ),
                (
                    "intake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="emergencies.stockintake",
                        verbose_name="入库单",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockitem", verbose_name="品种"
                    ),
                ),
            ],
            options={
                "verbose_name": "入库明细",
                "verbose_name_plural": "入库明细",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="intake_line_is_something"),
                    models.CheckConstraint(
                        condition=models.Q(("accepted", None), ("accepted__lte", models.F("quantity")), _connector="OR"),
                        name="intake_line_accepted_of_what_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LogLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("decision", "指挥决定"),
                            ("situation", "现场情况"),
                            ("contact", "联络通报"),
                            ("source", "来电更新"),
                            ("step", "办理记录"),
                        ],
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("text", models.TextField(verbose_name="内容")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="记录人",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="log", to="emergencies.incident", verbose_name="突发事件"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "指挥日志",
                "verbose_name_plural": "指挥日志",
                "ordering": ("at", "pk"),
                "indexes": [models.Index(fields=["incident", "-at", "-id"], name="command_log_newest")],
            },
        ),
        migrations.CreateModel(
            name="ReleaseOrder",
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
                            ("ordered", "待备货"),
                            ("picked", "待出库"),
                            ("out", "在途"),
                            ("received", "已签收"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="ordered",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[("use", "应急动用"), ("transfer", "仓库间调拨"), ("rotate", "轮换出库"), ("scrap", "报废")],
                        max_length=10,
                        verbose_name="用途",
                    ),
                ),
                ("basis", models.CharField(max_length=120, verbose_name="下达依据")),
                ("reason", models.TextField(verbose_name="事由和要求")),
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
                (
                    "commanded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="签发人",
                    ),
                ),
                (
                    "commander",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="下达单位"
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="emergencies.incident",
                        verbose_name="突发事件",
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
                    "receiver",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="接收单位",
                    ),
                ),
                (
                    "destination",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="emergencies.warehouse",
                        verbose_name="调入仓库",
                    ),
                ),
                (
                    "warehouse",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.warehouse", verbose_name="发货仓库"
                    ),
                ),
            ],
            options={
                "verbose_name": "应急物资动用指令",
                "verbose_name_plural": "应急物资动用指令",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="release_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="release_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="release_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="release_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="release_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("destination__isnull", False), ("purpose", "transfer")),
                            models.Q(models.Q(("purpose", "transfer"), _negated=True), ("destination", None)),
                            _connector="OR",
                        ),
                        name="release_transfer_has_its_destination",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose__in", ("rotate", "scrap")), ("receiver", None)),
                            models.Q(models.Q(("purpose__in", ("rotate", "scrap")), _negated=True), ("receiver__isnull", False)),
                            _connector="OR",
                        ),
                        name="release_has_its_receiver",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SafetyTip",
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
                        choices=[("sent", "待签收"), ("signed", "落实中"), ("reported", "待确认"), ("closed", "已落实")],
                        default="sent",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("kept", models.BooleanField(null=True, verbose_name="按期落实")),
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
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tips", to="emergencies.edition", verbose_name="平安指数"
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
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parts",
                        to="emergencies.safetytip",
                        verbose_name="上级提示",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
            ],
            options={
                "verbose_name": "平安提示",
                "verbose_name_plural": "平安提示",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="safety_tip_opened"),
                    models.Index(fields=["place_path", "due_at"], name="safety_tip_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="safety_tip_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="safety_tip_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="safety_tip_closed_has_its_moment",
                    ),
                    models.UniqueConstraint(fields=("edition", "place"), name="safety_tip_once_per_place"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("people", models.PositiveIntegerField(null=True, verbose_name="常住人口（人）")),
                ("index", models.DecimalField(decimal_places=1, max_digits=4, null=True, verbose_name="指数")),
                ("earlier", models.DecimalField(decimal_places=1, max_digits=4, null=True, verbose_name="上月指数")),
                (
                    "shows",
                    models.CharField(
                        choices=[("full", "指数、等级和各项"), ("whole", "指数（整数）和等级"), ("band", "等级"), ("nothing", "不公布")],
                        default="nothing",
                        max_length=10,
                        verbose_name="公布内容",
                    ),
                ),
                (
                    "band",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.band", verbose_name="等级"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="scores",
                        to="emergencies.edition",
                        verbose_name="平安指数",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
            ],
            options={
                "verbose_name": "平安指数结果",
                "verbose_name_plural": "平安指数结果",
                "ordering": ("place__path",),
                "constraints": [models.UniqueConstraint(fields=("edition", "place"), name="index_score_once")],
            },
        ),
        migrations.CreateModel(
            name="StockBalance",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.BigIntegerField(default=0, verbose_name="数量")),
                ("bounded", models.BooleanField(default=True, editable=False)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="balances",
                        to="emergencies.stockaccount",
                        verbose_name="科目",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="balances",
                        to="emergencies.stockbatch",
                        verbose_name="批次",
                    ),
                ),
            ],
            options={
                "verbose_name": "库存余额",
                "verbose_name_plural": "库存余额",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("account", "batch"), name="stock_balance_once"),
                    models.CheckConstraint(
                        condition=models.Q(("bounded", False), ("quantity__gte", 0), _connector="OR"), name="stock_balance_never_below_zero"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StockMovement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(verbose_name="数量")),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("receipt", "验收入库"),
                            ("pick", "备货"),
                            ("put_back", "取消备货"),
                            ("out", "出库"),
                            ("arrival", "签收"),
                            ("lost", "途中短少"),
                            ("return", "归还入库"),
                            ("used", "核销"),
                            ("count", "盘点调整"),
                        ],
                        max_length=10,
                        verbose_name="事由",
                    ),
                ),
                ("document", models.CharField(max_length=40, verbose_name="单据")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="movements",
                        to="emergencies.stockbatch",
                        verbose_name="批次",
                    ),
                ),
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
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockaccount", verbose_name="转出"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockaccount", verbose_name="转入"
                    ),
                ),
            ],
            options={
                "verbose_name": "库存流水",
                "verbose_name_plural": "库存流水",
                "ordering": ("-pk",),
                "indexes": [models.Index(fields=["document"], name="stock_movement_document")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="stock_movement_moves_something"),
                    models.CheckConstraint(
                        condition=models.Q(("source", models.F("target")), _negated=True), name="stock_movement_goes_elsewhere"
                    ),
                    models.CheckConstraint(condition=models.Q(("document", ""), _negated=True), name="stock_movement_has_a_document"),
                ],
            },
        ),
        migrations.CreateModel(
            name="StocktakeLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("book", models.PositiveIntegerField(verbose_name="账面")),
                ("counted", models.PositiveIntegerField(verbose_name="实盘")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="差异原因")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockbatch", verbose_name="批次"
                    ),
                ),
                (
                    "stocktake",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="emergencies.stocktake", verbose_name="盘点"
                    ),
                ),
            ],
            options={
                "verbose_name": "盘点明细",
                "verbose_name_plural": "盘点明细",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("stocktake", "batch"), name="stocktake_line_once"),
                    models.CheckConstraint(
                        condition=models.Q(("book", models.F("counted")), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="stocktake_difference_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Warning",
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
                            ("drafted", "待校核"),
                            ("returned", "退回修改"),
                            ("checked", "待签发"),
                            ("issued", "已发布"),
                            ("revising", "已发布，更新待校核"),
                            ("revised", "已发布，更新待签发"),
                            ("cancelled", "已解除"),
                            ("expired", "已到期"),
                            ("withdrawn", "已撤稿"),
                        ],
                        default="drafted",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[("warning", "预警"), ("tip", "安全提示"), ("statement", "情况通报")], max_length=10, verbose_name="类别"
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("red", "红色（一级）"), ("orange", "橙色（二级）"), ("yellow", "黄色（三级）"), ("blue", "蓝色（四级）")],
                        max_length=6,
                        verbose_name="级别",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="影响开始")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="有效期至")),
                ("area", models.TextField(blank=True, verbose_name="范围")),
                ("messages_sent", models.PositiveIntegerField(default=0, verbose_name="已发布")),
                ("issued_at", models.DateTimeField(blank=True, null=True, verbose_name="发布时间")),
                ("kept", models.BooleanField(null=True, verbose_name="按时发布")),
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
                                    models.F("area"), models.Value(""), output_field=models.TextField()
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
                    "incident",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="warnings",
                        to="emergencies.incident",
                        verbose_name="突发事件",
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
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.warningkind", verbose_name="种类"
                    ),
                ),
            ],
            options={
                "verbose_name": "预警和信息发布",
                "verbose_name_plural": "预警和信息发布",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["cancelled", "expired", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="warning_path_ongoing",
                    ),
                    models.Index(fields=["opened_at", "id"], name="warning_opened"),
                    models.Index(
                        condition=models.Q(("state__in", ("issued", "revising", "revised"))), fields=["until"], name="warning_standing"
                    ),
                    models.Index(
                        models.OrderBy(models.F("issued_at"), descending=True),
                        condition=models.Q(("state__in", ("issued", "revising", "revised", "cancelled", "expired"))),
                        name="warning_issued",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="warning_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="warning_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "expired", "withdrawn"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["cancelled", "expired", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="warning_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sort", "warning"), ("level", ""), _connector="XOR"), name="warning_has_a_level_a_tip_none"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sort", "statement"), ("until__isnull", False), _connector="XOR"),
                        name="warning_ends_a_statement_stands",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("issued", "revising", "revised", "cancelled", "expired")), _negated=True),
                            models.Q(("issued_at__isnull", False), ("messages_sent__gt", 0)),
                            _connector="OR",
                        ),
                        name="warning_published_has_a_message",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CityResolution",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("task", models.CharField(max_length=300, verbose_name="议定内容")),
                ("due_on", models.DateField(verbose_name="完成日期")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="落实日期")),
                ("result", models.TextField(blank=True, verbose_name="落实情况")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="resolutions",
                        to="emergencies.citymeeting",
                        verbose_name="区域会商",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="本市责任单位",
                    ),
                ),
                (
                    "partner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="emergencies.partner",
                        verbose_name="责任城市",
                    ),
                ),
            ],
            options={
                "verbose_name": "会商议定事项",
                "verbose_name_plural": "会商议定事项",
                "ordering": ("due_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("owner", None), ("partner__isnull", False)),
                            models.Q(("owner__isnull", False), ("partner", None)),
                            _connector="OR",
                        ),
                        name="city_resolution_has_one_owner",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HotlineMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nonce", models.CharField(max_length=64, verbose_name="随机串")),
                ("sent_at", models.DateTimeField(verbose_name="发送时间")),
                ("received_at", models.DateTimeField(verbose_name="收到时间")),
                ("body", governance.privacy.fields.SealedField(kind="text")),
                ("size", models.PositiveIntegerField(verbose_name="大小（字节）")),
                ("call_number", models.CharField(blank=True, max_length=64, verbose_name="热线编号")),
                ("revision", models.PositiveIntegerField(null=True, verbose_name="修订号")),
                ("facts", models.JSONField(default=dict, verbose_name="内容")),
                ("digest", models.CharField(blank=True, max_length=64)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("received", "已收到，待处理"),
                            ("created", "已生成突发事件"),
                            ("updated", "已补充到突发事件"),
                            ("unchanged", "没有新内容"),
                            ("waiting", "要素不全，等待主件"),
                            ("duplicate", "重复来件"),
                            ("conflict", "同一修订号内容不一致"),
                            ("invalid", "内容有误"),
                        ],
                        default="received",
                        max_length=10,
                        verbose_name="处理结果",
                    ),
                ),
                ("told", models.JSONField(default=dict, verbose_name="答复")),
                (
                    "call",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="emergencies.hotlinecall",
                        verbose_name="热线来件",
                    ),
                ),
                (
                    "hotline",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="emergencies.hotline", verbose_name="热线"
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="messages",
                        to="emergencies.hotlinekey",
                        verbose_name="密钥",
                    ),
                ),
            ],
            options={
                "verbose_name": "热线消息",
                "verbose_name_plural": "热线消息",
                "ordering": ("-received_at", "-pk"),
                "indexes": [models.Index(fields=["received_at"], name="hotline_message_received")],
                "constraints": [
                    models.UniqueConstraint(fields=("hotline", "nonce"), name="hotline_nonce_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("outcome__in", ("created", "updated", "unchanged", "waiting"))),
                        fields=("call", "revision"),
                        name="call_revision_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(verbose_name="数量")),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="emergencies.releaseorder",
                        verbose_name="动用指令",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockitem", verbose_name="品种"
                    ),
                ),
            ],
            options={
                "verbose_name": "动用明细",
                "verbose_name_plural": "动用明细",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("order", "item"), name="release_line_once"),
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="release_line_is_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleasePick",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("quantity", models.PositiveIntegerField(verbose_name="备货")),
                ("received", models.PositiveIntegerField(null=True, verbose_name="签收")),
                ("returned", models.PositiveIntegerField(default=0, verbose_name="归还")),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="picks",
                        to="emergencies.releaseorder",
                        verbose_name="动用指令",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="emergencies.stockbatch", verbose_name="批次"
                    ),
                ),
            ],
            options={
                "verbose_name": "备货明细",
                "verbose_name_plural": "备货明细",
                "ordering": ("pk",),
                "constraints": [
                    models.UniqueConstraint(fields=("order", "batch"), name="release_pick_once"),
                    models.CheckConstraint(condition=models.Q(("quantity__gt", 0)), name="release_pick_is_something"),
                    models.CheckConstraint(
                        condition=models.Q(("received", None), ("received__lte", models.F("quantity")), _connector="OR"),
                        name="release_received_of_what_was_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned", 0), models.Q(("received__isnull", False), ("returned__lte", models.F("received"))), _connector="OR"
                        ),
                        name="release_returned_of_what_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportReceipt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="签收时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="签收人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="签收单位"
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="emergencies.incidentreport",
                        verbose_name="报告",
                    ),
                ),
            ],
            options={
                "verbose_name": "报告签收",
                "verbose_name_plural": "报告签收",
            },
        ),
        migrations.CreateModel(
            name="ReviewMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=200, verbose_name="改进措施")),
                ("owner", models.CharField(max_length=60, verbose_name="责任单位和责任人")),
                ("until", models.DateField(verbose_name="完成期限")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="完成日期")),
                ("result", models.TextField(blank=True, verbose_name="落实情况")),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="measures",
                        to="emergencies.incidentreview",
                        verbose_name="复盘评估",
                    ),
                ),
            ],
            options={
                "verbose_name": "改进措施",
                "verbose_name_plural": "改进措施",
                "ordering": ("until", "pk"),
            },
        ),
        migrations.CreateModel(
            name="WarnedPlace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("path", models.CharField(db_collation="C", max_length=24)),
                ("place", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place")),
                (
                    "warning",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="warned", to="emergencies.warning"),
                ),
            ],
            options={
                "verbose_name": "预警范围",
                "verbose_name_plural": "预警范围",
                "indexes": [models.Index(fields=["path"], name="warned_place_path")],
                "constraints": [models.UniqueConstraint(fields=("warning", "place"), name="warned_place_once")],
            },
        ),
        migrations.CreateModel(
            name="WarningDraft",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("headline", models.CharField(max_length=60, verbose_name="标题")),
                ("text", models.TextField(verbose_name="内容")),
                ("advice", models.TextField(blank=True, verbose_name="防范建议")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("red", "红色（一级）"), ("orange", "橙色（二级）"), ("yellow", "黄色（三级）"), ("blue", "蓝色（四级）")],
                        max_length=6,
                        verbose_name="级别",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[("Observed", "已经发生或者正在发生"), ("Likely", "很可能发生（五成以上）"), ("Possible", "可能发生")],
                        max_length=10,
                        verbose_name="可能性",
                    ),
                ),
                ("starts_at", models.DateTimeField(blank=True, null=True, verbose_name="影响开始")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="有效期至")),
                ("change", models.TextField(blank=True, verbose_name="更新说明")),
                ("made_at", models.DateTimeField(verbose_name="拟稿时间")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="校核时间")),
                (
                    "checker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="校核",
                    ),
                ),
                (
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="拟稿"
                    ),
                ),
                ("places", models.ManyToManyField(related_name="+", to="governance.place", verbose_name="范围")),
                (
                    "warning",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="draft", to="emergencies.warning", verbose_name="事项"
                    ),
                ),
            ],
            options={
                "verbose_name": "稿件",
                "verbose_name_plural": "稿件",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("checker", None), models.Q(("checker", models.F("drafter")), _negated=True), _connector="OR"),
                        name="warning_draft_checked_by_somebody_else",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WarningMessage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveIntegerField(verbose_name="次序")),
                (
                    "type",
                    models.CharField(
                        choices=[("Alert", "发布"), ("Update", "更新"), ("Cancel", "解除")], max_length=6, verbose_name="动作"
                    ),
                ),
                ("identifier", models.CharField(max_length=60, unique=True, verbose_name="标识")),
                ("sender", models.CharField(max_length=120, verbose_name="发送方")),
                ("sender_name", models.CharField(max_length=80, verbose_name="发布单位")),
                ("headline", models.CharField(max_length=60, verbose_name="标题")),
                ("text", models.TextField(verbose_name="内容")),
                ("advice", models.TextField(blank=True, verbose_name="防范建议")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("red", "红色（一级）"), ("orange", "橙色（二级）"), ("yellow", "黄色（三级）"), ("blue", "蓝色（四级）")],
                        max_length=6,
                        verbose_name="级别",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[("Observed", "已经发生或者正在发生"), ("Likely", "很可能发生（五成以上）"), ("Possible", "可能发生")],
                        max_length=10,
                        verbose_name="可能性",
                    ),
                ),
                ("starts_at", models.DateTimeField(null=True, verbose_name="影响开始")),
                ("until", models.DateTimeField(null=True, verbose_name="有效期至")),
                (
                    "paths",
                    django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=24), size=None, verbose_name="范围"),
                ),
                ("area", models.TextField(verbose_name="范围")),
                ("change", models.TextField(blank=True, verbose_name="更新、解除说明")),
                ("sent_at", models.DateTimeField(verbose_name="发布时间")),
                ("xml", models.TextField(blank=True, verbose_name="CAP")),
                (
                    "checker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="校核",
                    ),
                ),
                (
                    "drafter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="拟稿"
                    ),
                ),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="签发"
                    ),
                ),
                (
                    "warning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="messages", to="emergencies.warning", verbose_name="事项"
                    ),
                ),
            ],
            options={
                "verbose_name": "已发布的信息",
                "verbose_name_plural": "已发布的信息",
                "ordering": ("warning", "serial"),
                "indexes": [models.Index(models.OrderBy(models.F("sent_at"), descending=True), name="warning_message_sent")],
                "constraints": [
                    models.UniqueConstraint(fields=("warning", "serial"), name="warning_message_serial"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("type", "Cancel"),
                            models.Q(("checker__isnull", False), models.Q(("checker", models.F("drafter")), _negated=True)),
                            _connector="OR",
                        ),
                        name="warning_message_seen_by_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("serial", 1), ("type", "Alert")),
                            models.Q(models.Q(("type", "Alert"), _negated=True), ("serial__gt", 1)),
                            _connector="OR",
                        ),
                        name="warning_message_first_is_an_alert",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WarningSending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待发送"), ("sent", "已发送"), ("failed", "发送失败")],
                        default="waiting",
                        max_length=7,
                        verbose_name="状态",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="已尝试")),
                ("made_at", models.DateTimeField(verbose_name="生成时间")),
                ("next_try_at", models.DateTimeField(null=True, verbose_name="下次发送")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="发送时间")),
                ("failure", models.CharField(blank=True, max_length=200, verbose_name="未送达原因")),
                (
                    "message",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sendings",
                        to="emergencies.warningmessage",
                        verbose_name="信息",
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sendings",
                        to="emergencies.warningsubscription",
                        verbose_name="订阅",
                    ),
                ),
            ],
            options={
                "verbose_name": "订阅信息",
                "verbose_name_plural": "订阅信息",
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["next_try_at", "id"], name="warning_sending_due")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("subscription", "message"), name="warning_sending_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_try_at__isnull", False), ("state", "waiting")),
                            models.Q(models.Q(("state", "waiting"), _negated=True), ("next_try_at", None)),
                            _connector="OR",
                        ),
                        name="warning_sending_waits_for_a_moment",
                    ),
                ],
            },
        ),
    ]
