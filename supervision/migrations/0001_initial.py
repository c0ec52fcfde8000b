import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import governance.privacy.fields
import governance.search.query
from decimal import Decimal
from django.conf import settings
from governance.migrating import AtOnce
from django.db import migrations, models


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("governance", "0002_functions"),
    ]

    operations = [
        migrations.CreateModel(
            name="AreaMap",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="governance.place", verbose_name="地区"
                    ),
                ),
                ("approval", models.CharField(max_length=60, verbose_name="审图号")),
                ("source", models.CharField(max_length=120, verbose_name="来源")),
                ("width", models.PositiveSmallIntegerField()),
                ("height", models.PositiveSmallIntegerField()),
                ("shapes", models.JSONField(default=dict)),
                ("added_at", models.DateTimeField(verbose_name="导入时间")),
                (
                    "added_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
            ],
            options={
                "verbose_name": "看板地图",
                "verbose_name_plural": "看板地图",
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                ("number", models.PositiveSmallIntegerField(primary_key=True, serialize=False, verbose_name="条")),
                ("chapter", models.CharField(max_length=30, verbose_name="章")),
                ("title", models.CharField(max_length=40, verbose_name="内容")),
                ("summary", models.CharField(max_length=300, verbose_name="要求概述")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
            ],
            options={
                "verbose_name": "条例条文",
                "verbose_name_plural": "条例条文",
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="DayFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=60, verbose_name="指标")),
                ("place_path", models.CharField(db_collation="C", max_length=24, verbose_name="路径")),
                ("parent_path", models.CharField(blank=True, db_collation="C", max_length=24, verbose_name="上级路径")),
                ("day", models.DateField(verbose_name="日期")),
                ("numerator", models.IntegerField(default=0, verbose_name="分子")),
                ("denominator", models.IntegerField(default=0, verbose_name="分母")),
            ],
            options={
                "verbose_name": "每日指标数据",
                "verbose_name_plural": "每日指标数据",
                "indexes": [models.Index(fields=["parent_path", "day"], name="day_figure_parent")],
                "constraints": [
                    models.UniqueConstraint(fields=("place_path", "day", "indicator"), name="day_figure_once"),
                    models.CheckConstraint(
                        condition=models.Q(("denominator__gte", 0), ("numerator__gte", 0)), name="day_figure_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("indicator", models.CharField(max_length=60, verbose_name="指标")),
                ("place_path", models.CharField(db_collation="C", max_length=24, verbose_name="路径")),
                ("parent_path", models.CharField(blank=True, db_collation="C", max_length=24, verbose_name="上级路径")),
                ("month", models.DateField(verbose_name="月份")),
                ("numerator", models.IntegerField(default=0, verbose_name="分子")),
                ("denominator", models.IntegerField(default=0, verbose_name="分母")),
                ("left_out", models.IntegerField(db_default=0, default=0, verbose_name="未计入")),
                ("computed_at", models.DateTimeField(verbose_name="计算时间")),
            ],
            options={
                "verbose_name": "指标数据",
                "verbose_name_plural": "指标数据",
                "indexes": [models.Index(fields=["parent_path", "month"], name="figure_parent_month")],
                "constraints": [
                    models.UniqueConstraint(fields=("place_path", "month", "indicator"), name="figure_once"),
                    models.CheckConstraint(
                        condition=models.Q(("denominator__gte", 0), ("numerator__gte", 0)), name="figure_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FigureCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="核对时间")),
                ("checked", models.PositiveIntegerField(verbose_name="核对的数据")),
                ("different", models.PositiveIntegerField(verbose_name="与重新统计不一致")),
                ("unopened", models.PositiveIntegerField(verbose_name="与打开的明细不一致")),
                ("waiting", models.PositiveIntegerField(verbose_name="等待计入")),
                ("examples", models.JSONField(default=list, verbose_name="举例")),
                ("mended", models.BooleanField(default=False, verbose_name="已重新统计")),
            ],
            options={
                "verbose_name": "数据核对",
                "verbose_name_plural": "数据核对",
                "ordering": ("-at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Finding",
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
                            ("draft", "待核实"),
                            ("confirmed", "待督导"),
                            ("noticed", "已通报"),
                            ("summoned", "待约谈"),
                            ("talked", "已约谈"),
                            ("ordered", "责令整改中"),
                            ("listed", "挂牌待公开"),
                            ("published", "挂牌督办中"),
                            ("rectified", "待验收"),
                            ("inspected", "待摘牌"),
                            ("removed", "摘牌待公开"),
                            ("closed", "已解除"),
                            ("dismissed", "不予督导"),
                            ("settled", "核实前已履行"),
                            ("folded", "已并入"),
                        ],
                        default="draft",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "ground",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "（一）不重视社会治理，工作措施落实不力"),
                            (2, "（二）对公众反映强烈的问题未及时有效处置"),
                            (3, "（三）人员密集场所未进行风险评估和等级划分"),
                            (4, "（四）其他需要督促整改的情形"),
                        ],
                        verbose_name="情形",
                    ),
                ),
                ("duty", models.CharField(max_length=200, verbose_name="未履行的职责")),
                ("facts", models.TextField(blank=True, verbose_name="情况说明")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                (
                    "subject_type",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"
                    ),
                ),
                ("subject_id", models.BigIntegerField(null=True)),
                ("subject_label", models.CharField(blank=True, max_length=40, verbose_name="所涉程序")),
                ("subject_number", models.CharField(blank=True, max_length=40, verbose_name="所涉事项")),
                ("subject_url", models.CharField(blank=True, max_length=200)),
                ("term", models.CharField(blank=True, max_length=60, verbose_name="逾期时限")),
                ("term_label", models.CharField(blank=True, max_length=40, verbose_name="时限名称")),
                (
                    "deadline",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.deadline",
                        verbose_name="逾期的期限",
                    ),
                ),
                ("lapses", models.PositiveSmallIntegerField(default=0, verbose_name="逾期次数")),
                ("gap", models.CharField(blank=True, max_length=80, verbose_name="低于底线的指标")),
                ("gap_month", models.DateField(null=True, verbose_name="指标月份")),
                ("outside", models.CharField(blank=True, max_length=60, verbose_name="政府以外的单位")),
                (
                    "outside_kind",
                    models.CharField(
                        blank=True,
                        choices=[("mass", "人民团体"), ("enterprise", "企业"), ("institution", "事业单位"), ("social", "其他社会组织")],
                        max_length=12,
                        verbose_name="单位类别",
                    ),
                ),
                ("outside_code", models.CharField(blank=True, max_length=18, verbose_name="统一社会信用代码")),
                (
                    "gravity",
                    models.CharField(
                        blank=True,
                        choices=[("minor", "较轻"), ("moderate", "较重"), ("serious", "严重")],
                        max_length=8,
                        verbose_name="情节",
                    ),
                ),
                (
                    "proposed",
                    models.CharField(
                        blank=True,
                        choices=[("notice", "通报"), ("talk", "约谈"), ("order", "责令限期整改"), ("listing", "挂牌督办")],
                        max_length=8,
                        verbose_name="建议的督导形式",
                    ),
                ),
                ("told_at", models.DateTimeField(null=True, verbose_name="告知责任单位时间")),
                (
                    "into",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="folded",
                        to="supervision.finding",
                        verbose_name="并入的线索",
                    ),
                ),
                ("unserved", models.PositiveSmallIntegerField(default=0, verbose_name="待送达文书")),
                ("fulfilled_at", models.DateTimeField(null=True, verbose_name="履行时间")),
                ("verify_kept", models.BooleanField(null=True, verbose_name="按期核实")),
                ("confirmed_at", models.DateTimeField(null=True, verbose_name="确认时间")),
                (
                    "measure",
                    models.CharField(
                        blank=True,
                        choices=[("notice", "通报"), ("talk", "约谈"), ("order", "责令限期整改"), ("listing", "挂牌督办")],
                        max_length=8,
                        verbose_name="督导形式",
                    ),
                ),
                ("talk_at", models.DateTimeField(null=True, verbose_name="约谈时间")),
                ("talk_with", models.CharField(blank=True, max_length=60, verbose_name="被约谈人职务")),
                ("escalated_at", models.DateTimeField(null=True, verbose_name="提级时间")),
                ("listed_at", models.DateTimeField(null=True, verbose_name="挂牌时间")),
                ("listed_until", models.DateField(null=True, verbose_name="挂牌督办期限")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("stages_left", models.PositiveSmallIntegerField(default=0, verbose_name="未完成的阶段目标")),
                ("published_at", models.DateTimeField(null=True, verbose_name="公开时间")),
                ("public_text", models.CharField(blank=True, max_length=300, verbose_name="公开内容")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="摘牌时间")),
                ("removal_published_at", models.DateTimeField(null=True, verbose_name="解除公开时间")),
                ("removal_text", models.CharField(blank=True, max_length=300, verbose_name="解除公开内容")),
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
                                    models.F("duty"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("facts"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "督导线索",
                "verbose_name_plural": "督导线索",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="finding_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "dismissed", "folded", "settled"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="finding_path_ongoing",
                    ),
                    models.Index(condition=models.Q(("published_at__isnull", False)), fields=["published_at"], name="finding_published"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="finding_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="finding_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("state__in", frozenset(["closed", "dismissed", "folded", "settled"])), _negated=True),
                            ("subject_id__isnull", False),
                        ),
                        fields=("subject_type", "subject_id", "term"),
                        name="finding_one_open_per_subject_and_term",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("state__in", frozenset(["closed", "dismissed", "folded", "settled"])), _negated=True),
                            models.Q(("gap", ""), _negated=True),
                        ),
                        fields=("gap",),
                        name="finding_one_open_per_gap",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gap", ""), ("gap_month", None)),
                            models.Q(models.Q(("gap", ""), _negated=True), ("gap_month__isnull", False)),
                            _connector="OR",
                        ),
                        name="finding_gap_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outside", ""), ("outside_kind", "")),
                            models.Q(models.Q(("outside", ""), _negated=True), models.Q(("outside_kind", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="finding_outside_has_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "folded"), _negated=True), ("into__isnull", False), _connector="OR"),
                        name="finding_folded_names_the_other",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "dismissed", "folded", "settled"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["closed", "dismissed", "folded", "settled"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="finding_closed_has_its_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("ground__in", [1, 2, 3, 4])), name="finding_ground_is_of_article_58"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subject_id", None), ("subject_type", None)),
                            models.Q(("subject_id__isnull", False), ("subject_type__isnull", False)),
                            _connector="OR",
                        ),
                        name="finding_subject_is_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("unit", models.F("office")), _negated=True), name="finding_is_never_about_its_own_group"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PaperSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "督导文书序列",
                "verbose_name_plural": "督导文书序列",
                "constraints": [models.UniqueConstraint(fields=("office", "year"), name="paper_series_once")],
            },
        ),
        migrations.CreateModel(
            name="Programme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "award",
                    models.CharField(
                        choices=[
                            ("safe_place", "平安建设先进单位"),
                            ("safe_township", "平安乡镇（街道）"),
                            ("grids", "网格化服务管理先进集体"),
                            ("mediation", "人民调解先进集体"),
                            ("worker", "社会治理先进个人"),
                        ],
                        max_length=16,
                        verbose_name="称号",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("basis", models.CharField(default="《呼和浩特市社会治理促进条例》第十二条", max_length=200, verbose_name="依据")),
                ("quota", models.PositiveSmallIntegerField(verbose_name="名额")),
                ("nominate_until", models.DateField(verbose_name="提名截止")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="主办单位"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("at", models.DateTimeField(verbose_name="设立时间")),
            ],
            options={
                "verbose_name": "表彰项目",
                "verbose_name_plural": "表彰项目",
                "ordering": ("-year", "-pk"),
                "constraints": [
                    models.UniqueConstraint(fields=("office", "award", "year"), name="programme_once_a_year"),
                    models.CheckConstraint(condition=models.Q(("quota__gt", 0)), name="programme_has_a_quota"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
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
                            ("sent", "待签收"),
                            ("received", "办理中"),
                            ("answered", "待评价"),
                            ("adopted", "已采纳"),
                            ("partly", "部分采纳"),
                            ("referred", "已转督导"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="sent",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("supervisory", "监察建议"), ("judicial", "司法建议"), ("procuratorial", "检察建议")],
                        max_length=14,
                        verbose_name="类别",
                    ),
                ),
                (
                    "sender",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="发出机关"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="被建议单位"
                    ),
                ),
                (
                    "watcher",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="督导单位",
                    ),
                ),
                ("document", models.CharField(max_length=60, verbose_name="文号")),
                ("issued_on", models.DateField(verbose_name="成文日期")),
                ("problem", models.TextField(max_length=3000, verbose_name="发现的问题")),
                ("advice", models.TextField(max_length=3000, verbose_name="建议内容")),
                ("basis", models.CharField(blank=True, max_length=300, verbose_name="依据")),
                ("is_urgent", models.BooleanField(default=False, verbose_name="情况紧急")),
                ("answer_by", models.DateField(blank=True, null=True, verbose_name="建议书载明的答复日期")),
                ("on_paper", models.BooleanField(default=False, verbose_name="纸质送达")),
                (
                    "way",
                    models.CharField(
                        choices=[("portal", "平台送达"), ("direct", "直接送达"), ("post", "邮寄送达"), ("left", "留置送达")],
                        default="portal",
                        max_length=8,
                        verbose_name="送达方式",
                    ),
                ),
                ("received_on", models.DateField(null=True, verbose_name="收到日期")),
                ("receiver", models.CharField(blank=True, max_length=40, verbose_name="签收人职务")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("objected_at", models.DateTimeField(null=True, verbose_name="异议时间")),
                ("objection_open", models.BooleanField(default=False, verbose_name="异议待复核")),
                ("reply_number", models.CharField(blank=True, max_length=60, verbose_name="复函文号")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("rounds", models.PositiveSmallIntegerField(default=0, verbose_name="要求再次答复的次数")),
                ("kept", models.BooleanField(null=True, verbose_name="按期答复")),
                ("judged_at", models.DateTimeField(null=True, verbose_name="评价时间")),
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
                                    models.F("document"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("problem"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("advice"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "监察、司法、检察建议",
                "verbose_name_plural": "监察、司法、检察建议",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="recommendation_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["adopted", "partly", "referred", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="recommendation_path_ongoing",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="recommendation_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="recommendation_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False), ("state__in", frozenset(["adopted", "partly", "referred", "withdrawn"]))
                            ),
                            models.Q(
                                models.Q(("state__in", frozenset(["adopted", "partly", "referred", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="recommendation_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sender", models.F("unit")), _negated=True), name="recommendation_is_for_another"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "withdrawn"), _negated=True),
                        fields=("sender", "unit", "document"),
                        name="recommendation_document_once_per_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                            ("asked", "答复中"),
                            ("answered", "待评议"),
                            ("following", "跟踪督办"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("inquiry", "专题询问"),
                            ("opinion", "专项工作报告审议意见"),
                            ("inspection", "执法检查审议意见"),
                            ("filing", "规范性文件备案审查意见"),
                        ],
                        max_length=10,
                        verbose_name="监督方式",
                    ),
                ),
                ("session", models.CharField(max_length=80, verbose_name="会议")),
                ("held_on", models.DateField(verbose_name="会议日期")),
                ("text", models.TextField(max_length=3000, verbose_name="审议意见和要求")),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "followed_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("reported", models.BooleanField(default=False, editable=False, verbose_name="有待核实的落实报告")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="全部答复时间")),
                ("kept", models.BooleanField(null=True, verbose_name="按期答复")),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fairly", "基本满意"), ("dissatisfied", "不满意")],
                        max_length=14,
                        verbose_name="评议结果",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="公开时间")),
                ("public_text", models.CharField(blank=True, max_length=300, verbose_name="公开说明")),
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
                                    models.F("session"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("text"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "人大监督",
                "verbose_name_plural": "人大监督",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="review_path_opened"),
                    models.Index(condition=models.Q(("published_at__isnull", False)), fields=["published_at"], name="review_published"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="review_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="review_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="review_closed_has_its_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Scheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[django.core.validators.MinValueValidator(2022), django.core.validators.MaxValueValidator(2099)],
                        verbose_name="年度",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("place", "属地（下级人民政府）"), ("bureau", "部门")],
                        db_default="place",
                        default="place",
                        max_length=10,
                        verbose_name="对象类别",
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("city", "市级"), ("county", "旗县区"), ("township", "乡镇（街道）")],
                        max_length=10,
                        verbose_name="对象层级",
                    ),
                ),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="版次")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "拟订中"),
                            ("published", "考核中"),
                            ("disclosed", "内部公布"),
                            ("locked", "已锁定"),
                            ("superseded", "已被新版取代"),
                        ],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("basis", models.CharField(default="《呼和浩特市社会治理促进条例》第五十七条", max_length=200, verbose_name="制定依据")),
                ("excellent", models.DecimalField(decimal_places=2, default=Decimal("90"), max_digits=5, verbose_name="优秀，不低于")),
                ("good", models.DecimalField(decimal_places=2, default=Decimal("80"), max_digits=5, verbose_name="良好，不低于")),
                ("passed", models.DecimalField(decimal_places=2, default=Decimal("60"), max_digits=5, verbose_name="合格，不低于")),
                (
                    "adjust_most",
                    models.DecimalField(
                        decimal_places=2,
                        default=Decimal("5"),
                        max_digits=5,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="加减分合计不超过",
                    ),
                ),
                (
                    "most_apart",
                    models.DecimalField(
                        db_default=Decimal("10"),
                        decimal_places=2,
                        default=Decimal("10"),
                        max_digits=5,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="两人评分相差超过（%）由第三人复评",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="印发时间")),
                ("disclosed_at", models.DateTimeField(null=True, verbose_name="内部公布时间")),
                ("computed_at", models.DateTimeField(null=True, verbose_name="计算时间")),
                ("locked_at", models.DateTimeField(null=True, verbose_name="锁定时间")),
                (
                    "locked_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "考核方案",
                "verbose_name_plural": "考核方案",
                "ordering": ("-year", "kind", "level", "-version"),
                "constraints": [
                    models.UniqueConstraint(fields=("year", "kind", "level", "version"), name="scheme_version_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("state", "locked")), fields=("year", "kind", "level"), name="scheme_locked_once_a_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("excellent__gt", models.F("good")),
                            ("excellent__lte", 100),
                            ("good__gt", models.F("passed")),
                            ("passed__gt", 0),
                        ),
                        name="scheme_classes_descend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("locked_at__isnull", False), ("state", "locked")),
                            models.Q(models.Q(("state", "locked"), _negated=True), ("locked_at", None)),
                            _connector="OR",
                        ),
                        name="scheme_locked_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "文号序列",
                "verbose_name_plural": "文号序列",
                "constraints": [models.UniqueConstraint(fields=("office", "year"), name="rectification_series_once")],
            },
        ),
        migrations.CreateModel(
            name="StaleMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("procedure", models.CharField(max_length=40)),
                ("month", models.DateField()),
                ("place_path", models.CharField(db_collation="C", max_length=24)),
            ],
            options={
                "verbose_name": "待重算月份",
                "verbose_name_plural": "待重算月份",
                "indexes": [models.Index(fields=["procedure", "month"], name="stale_month")],
            },
        ),
        migrations.CreateModel(
            name="Tip",
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
                            ("filed", "待受理"),
                            ("checking", "核实中"),
                            ("raised", "督导中"),
                            ("answered", "已答复"),
                            ("passed_on", "已转12345"),
                            ("not_accepted", "不予受理"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="filed",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "matter",
                    models.CharField(
                        choices=[
                            ("no_action", "反映强烈的问题长期没人管"),
                            ("no_assessment", "人员密集场所没有评估、没有定级"),
                            ("no_drill", "应急预案、应急演练没有落实"),
                            ("hazard", "安全隐患没有排查整改"),
                            ("grid", "网格服务没有落实，找不到网格员"),
                            ("mediation", "矛盾纠纷推诿，不予调解"),
                            ("not_public", "应当公开的没有公开"),
                            ("conduct", "不作为、慢作为、推诿扯皮"),
                            ("other", "其他社会治理职责没有履行"),
                        ],
                        max_length=14,
                        verbose_name="没有做到的是",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="责任单位",
                    ),
                ),
                ("accused_name", models.CharField(blank=True, max_length=160, verbose_name="反映的单位（来信人所写）")),
                ("description", models.TextField(verbose_name="反映内容")),
                ("reporter_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="来信人")),
                ("reporter_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                ("kept", models.BooleanField(null=True, verbose_name="按期答复")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
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
                                    models.F("accused_name"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "监督来信",
                "verbose_name_plural": "监督来信",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="tip_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["answered", "not_accepted", "passed_on", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="tip_path_ongoing",
                    ),
                    models.Index(condition=models.Q(("reporter_phone", ""), _negated=True), fields=["closed_at"], name="tip_to_erase"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="tip_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="tip_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", frozenset(["answered", "not_accepted", "passed_on", "withdrawn"])),
                            ),
                            models.Q(
                                models.Q(("state__in", frozenset(["answered", "not_accepted", "passed_on", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="tip_closed_has_its_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Duty",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="duties", to="supervision.article", verbose_name="条文"
                    ),
                ),
                ("paragraph", models.PositiveSmallIntegerField(default=1, verbose_name="款")),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("city", "市"),
                            ("county", "旗县区"),
                            ("township", "乡镇（街道）"),
                            ("village", "村（社区）"),
                            ("site", "场所单位"),
                        ],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                (
                    "office_type",
                    models.CharField(
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
                        ],
                        max_length=16,
                        verbose_name="责任单位类型",
                    ),
                ),
                ("trade", models.CharField(blank=True, max_length=30, verbose_name="行业")),
                ("summary", models.CharField(max_length=120, verbose_name="职责（概述）")),
                ("evidence", models.CharField(blank=True, max_length=60, verbose_name="核对依据")),
                ("document", models.CharField(blank=True, max_length=60, verbose_name="应报材料")),
                (
                    "period",
                    models.CharField(
                        choices=[("standing", "随时"), ("month", "每月"), ("quarter", "每季度"), ("year", "每年")],
                        default="year",
                        max_length=10,
                        verbose_name="周期",
                    ),
                ),
                (
                    "due_on",
                    models.CharField(
                        default="12-20",
                        max_length=5,
                        validators=[
                            django.core.validators.RegexValidator("^(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$", "写作 月-日，如 03-31。")
                        ],
                        verbose_name="每年截止日（月-日）",
                    ),
                ),
                (
                    "least",
                    models.PositiveSmallIntegerField(
                        default=1, validators=[django.core.validators.MinValueValidator(1)], verbose_name="每个周期至少"
                    ),
                ),
                (
                    "share",
                    models.PositiveSmallIntegerField(
                        default=100,
                        validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)],
                        verbose_name="达到百分之几视为落实",
                    ),
                ),
                (
                    "ground",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "（一）不重视社会治理，工作措施落实不力"),
                            (2, "（二）对公众反映强烈的问题未及时有效处置"),
                            (3, "（三）人员密集场所未进行风险评估和等级划分"),
                            (4, "（四）其他需要督促整改的情形"),
                        ],
                        default=1,
                        verbose_name="督导情形",
                    ),
                ),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        default="M",
                        max_length=1,
                        verbose_name="来源标记",
                    ),
                ),
                ("in_force_from", models.DateField(verbose_name="起")),
                ("in_force_until", models.DateField(blank=True, null=True, verbose_name="止")),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="维护人",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="变更理由")),
            ],
            options={
                "verbose_name": "条例职责",
                "verbose_name_plural": "条例职责",
                "ordering": ("article", "paragraph", "code", "in_force_from"),
                "constraints": [
                    models.UniqueConstraint(fields=("code", "in_force_from"), name="duty_version_once"),
                    models.UniqueConstraint(condition=models.Q(("in_force_until", None)), fields=("code",), name="duty_one_without_end"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("evidence", ""), models.Q(("document", ""), _negated=True)),
                            models.Q(models.Q(("evidence", ""), _negated=True), ("document", "")),
                            _connector="OR",
                        ),
                        name="duty_has_one_kind_of_proof",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("in_force_until", None), ("in_force_until__gte", models.F("in_force_from")), _connector="OR"),
                        name="duty_ends_after",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Honour",
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
                            ("nominated", "待核查"),
                            ("checked", "核查通过，待公示"),
                            ("publicised", "公示中"),
                            ("granted", "已授予"),
                            ("refused", "不予授予"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="nominated",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "programme",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="honours",
                        to="supervision.programme",
                        verbose_name="表彰项目",
                    ),
                ),
                (
                    "award",
                    models.CharField(
                        choices=[
                            ("safe_place", "平安建设先进单位"),
                            ("safe_township", "平安乡镇（街道）"),
                            ("grids", "网格化服务管理先进集体"),
                            ("mediation", "人民调解先进集体"),
                            ("worker", "社会治理先进个人"),
                        ],
                        max_length=16,
                        verbose_name="称号",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="单位"
                    ),
                ),
                ("persons", models.PositiveSmallIntegerField(null=True, verbose_name="先进个人人数")),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                ("person_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="姓名")),
                ("person_index", models.CharField(blank=True, db_index=True, default="", editable=False, max_length=64)),
                ("person_duty", models.CharField(blank=True, default="", max_length=60, verbose_name="职务")),
                ("merits", models.TextField(verbose_name="主要事迹")),
                ("public_text", models.CharField(blank=True, default="", max_length=300, verbose_name="公示内容")),
                ("publicised_at", models.DateTimeField(null=True, verbose_name="公示时间")),
                ("publicity_until", models.DateTimeField(null=True, verbose_name="公示截止")),
                ("open_objections", models.PositiveSmallIntegerField(default=0, verbose_name="待核实的异议")),
                ("decision", models.CharField(blank=True, max_length=80, verbose_name="授予文件")),
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
                                    models.F("merits"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "荣誉称号",
                "verbose_name_plural": "荣誉称号",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="honour_path_opened"),
                    models.Index(condition=models.Q(("state", "publicised")), fields=["publicity_until"], name="honour_publicity"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="honour_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="honour_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("person_index", ""), ("state__in", ("nominated", "checked", "publicised", "granted"))),
                        fields=("unit", "award", "year"),
                        name="honour_once_a_year",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", ("nominated", "checked", "publicised", "granted")), models.Q(("person_index", ""), _negated=True)
                        ),
                        fields=("unit", "award", "year", "person_index"),
                        name="honour_of_a_person_once_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["granted", "refused", "withdrawn"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["granted", "refused", "withdrawn"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="honour_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Order",
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
                            ("drafted", "待送达"),
                            ("served", "整改中"),
                            ("reported", "待复查"),
                            ("closed", "已办结"),
                            ("withdrawn", "已撤销"),
                        ],
                        default="drafted",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="orders",
                        to="supervision.finding",
                        verbose_name="督导线索",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                ("unit_head", models.CharField(blank=True, max_length=40, verbose_name="单位负责人职务")),
                ("document", models.CharField(blank=True, max_length=40, verbose_name="文号")),
                (
                    "issuer",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="制发单位",
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(null=True, verbose_name="年份")),
                ("serial", models.PositiveIntegerField(null=True, verbose_name="序号")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="检查日期")),
                ("checked_where", models.CharField(blank=True, max_length=120, verbose_name="检查地点")),
                ("facts", models.TextField(verbose_name="存在的问题")),
                ("article", models.CharField(max_length=200, verbose_name="依据")),
                ("consequence", models.TextField(blank=True, verbose_name="逾期不改的后果")),
                ("contact", models.CharField(blank=True, max_length=60, verbose_name="联系单位")),
                ("contact_phone", models.CharField(blank=True, max_length=30, verbose_name="联系电话（单位）")),
                ("served_at", models.DateTimeField(null=True, verbose_name="送达时间")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达"), ("electronic", "电子送达")],
                        max_length=10,
                        verbose_name="送达方式",
                    ),
                ),
                ("receiver", models.CharField(blank=True, max_length=40, verbose_name="签收人职务")),
                ("refused", models.BooleanField(default=False, verbose_name="拒绝签收")),
                ("witness", models.CharField(blank=True, max_length=60, verbose_name="见证人单位及职务")),
                ("signed_at", models.DateTimeField(null=True, verbose_name="签收时间")),
                ("items_total", models.PositiveSmallIntegerField(default=0, verbose_name="整改事项数")),
                ("items_done", models.PositiveSmallIntegerField(default=0, verbose_name="已完成事项数")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("rounds", models.PositiveSmallIntegerField(default=0, verbose_name="复查未通过次数")),
                ("kept", models.BooleanField(null=True, verbose_name="按期整改")),
                ("escalated_at", models.DateTimeField(null=True, verbose_name="提级时间")),
                ("published_at", models.DateTimeField(null=True, verbose_name="公开时间")),
                ("public_text", models.CharField(blank=True, max_length=300, verbose_name="公开内容")),
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
                                    models.F("document"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("facts"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "责令限期整改",
                "verbose_name_plural": "责令限期整改",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="rectification_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True),
                        fields=["place_path", "due_at"],
                        name="rectification_path_ongoing",
                    ),
                    models.Index(
                        condition=models.Q(("published_at__isnull", False)), fields=["published_at"], name="rectification_published"
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="rectification_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="rectification_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True),
                        fields=("finding",),
                        name="rectification_one_open_per_finding",
                    ),
                    models.UniqueConstraint(fields=("issuer", "year", "serial"), name="rectification_serial_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["closed", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["closed", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="rectification_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("serial", None), ("served_at", None)),
                            models.Q(("serial__isnull", False), ("served_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="rectification_number_comes_with_service",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("refused", False), models.Q(("witness", ""), _negated=True), _connector="OR"),
                        name="rectification_refusal_has_a_witness",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Paper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "finding",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="papers", to="supervision.finding"),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("notice", "督导通报"),
                            ("invitation", "约谈通知书"),
                            ("record", "约谈记录"),
                            ("listing", "挂牌督办通知书"),
                            ("extension", "延期审批决定书"),
                            ("removal", "解除挂牌督办通知书"),
                            ("review", "复查意见书"),
                        ],
                        max_length=12,
                        verbose_name="文书",
                    ),
                ),
                ("case_number", models.CharField(max_length=40, verbose_name="事项编号")),
                (
                    "issuer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="制发单位"
                    ),
                ),
                ("document", models.CharField(max_length=40, verbose_name="文号")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年份")),
                ("serial", models.PositiveIntegerField(verbose_name="序号")),
                ("issued_at", models.DateTimeField(verbose_name="制发时间")),
                ("facts", models.JSONField(verbose_name="内容")),
                ("served_at", models.DateTimeField(null=True, verbose_name="送达时间")),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[("direct", "直接送达"), ("left", "留置送达"), ("post", "邮寄送达"), ("electronic", "电子送达")],
                        max_length=10,
                        verbose_name="送达方式",
                    ),
                ),
                ("receiver", models.CharField(blank=True, max_length=40, verbose_name="签收人职务")),
                ("refused", models.BooleanField(default=False, verbose_name="拒绝签收")),
                ("witness", models.CharField(blank=True, max_length=60, verbose_name="见证人单位及职务")),
                ("scans", models.ManyToManyField(related_name="+", to="governance.attachment", verbose_name="扫描件")),
            ],
            options={
                "verbose_name": "督导文书",
                "verbose_name_plural": "督导文书",
                "ordering": ("issued_at", "pk"),
                "indexes": [models.Index(fields=["case_number"], name="paper_case")],
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "year", "serial"), name="paper_serial_once"),
                    models.CheckConstraint(
                        condition=models.Q(("refused", False), models.Q(("witness", ""), _negated=True), _connector="OR"),
                        name="paper_refusal_has_a_witness",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("served_at", None), ("way", "")),
                            models.Q(("served_at__isnull", False), models.Q(("way", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="paper_served_in_a_way",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "review",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="supervision.review"),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("text", models.CharField(max_length=500, verbose_name="问题")),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="答复单位"
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("follow_up", models.CharField(blank=True, max_length=500, verbose_name="跟踪要求")),
                ("follow_up_on", models.DateField(null=True, verbose_name="跟踪日期")),
                ("outcome", models.TextField(blank=True, verbose_name="落实情况")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="办结时间")),
                ("overdue_at", models.DateTimeField(editable=False, null=True, verbose_name="逾期")),
            ],
            options={
                "verbose_name": "询问的问题",
                "verbose_name_plural": "询问的问题",
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("review", "position"), name="review_question_position_once")],
            },
        ),
        migrations.CreateModel(
            name="Result",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="results", to="supervision.scheme")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="考核单位"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="考核部门",
                    ),
                ),
                ("base", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="基础得分")),
                ("adjusted", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=6, verbose_name="加减分")),
                (
                    "corrected",
                    models.DecimalField(
                        db_default=Decimal("0"), decimal_places=2, default=Decimal("0"), max_digits=6, verbose_name="异议更正"
                    ),
                ),
                ("total", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="总分")),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[("excellent", "优秀"), ("good", "良好"), ("passed", "合格"), ("failed", "不合格"), ("", "无数据")],
                        max_length=10,
                        verbose_name="等次",
                    ),
                ),
                ("rank", models.PositiveSmallIntegerField(null=True, verbose_name="名次")),
                ("is_small", models.BooleanField(default=False, verbose_name="有指标基数不足30")),
            ],
            options={
                "verbose_name": "考核结果",
                "verbose_name_plural": "考核结果",
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("office", None)), fields=("scheme", "place"), name="result_once"),
                    models.UniqueConstraint(
                        condition=models.Q(("office__isnull", False)), fields=("scheme", "office"), name="result_of_an_office_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("total", None), models.Q(("total__gte", 0), ("total__lte", 100)), _connector="OR"),
                        name="result_total_is_out_of_100",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SchemeItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("scheme", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="supervision.scheme")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[("indicator", "指标"), ("manual", "人工评分"), ("bonus", "加分"), ("deduction", "减分")],
                        db_default="indicator",
                        default="indicator",
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("indicator", models.CharField(blank=True, max_length=60, verbose_name="指标")),
                ("label", models.CharField(max_length=60, verbose_name="名称")),
                ("criteria", models.CharField(blank=True, db_default="", default="", max_length=300, verbose_name="评分标准")),
                (
                    "direction",
                    models.CharField(
                        choices=[("higher", "越高越好"), ("lower", "越低越好")], default="higher", max_length=6, verbose_name="方向"
                    ),
                ),
                ("weight", models.DecimalField(decimal_places=2, max_digits=5, verbose_name="权重")),
                ("floor", models.DecimalField(decimal_places=2, default=Decimal("0"), max_digits=5, verbose_name="底线值（%）")),
                ("target", models.DecimalField(decimal_places=2, default=Decimal("100"), max_digits=5, verbose_name="目标值（%）")),
                ("bands", models.JSONField(blank=True, default=list, verbose_name="分档")),
            ],
            options={
                "verbose_name": "考核指标",
                "verbose_name_plural": "考核指标",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("indicator", ""), _negated=True), fields=("scheme", "indicator"), name="scheme_item_once"
                    ),
                    models.UniqueConstraint(fields=("scheme", "kind", "label"), name="scheme_item_label_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "indicator"), models.Q(("indicator", ""), _negated=True)),
                            models.Q(models.Q(("kind", "indicator"), _negated=True), ("indicator", "")),
                            _connector="OR",
                        ),
                        name="scheme_item_indicator_fits_its_kind",
                    ),
                    models.CheckConstraint(condition=models.Q(("weight__gt", 0), ("weight__lte", 100)), name="scheme_item_has_weight"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("direction", "higher"), ("target__gt", models.F("floor"))),
                            models.Q(("direction", "lower"), ("target__lt", models.F("floor"))),
                            _connector="OR",
                        ),
                        name="scheme_item_band_fits_its_direction",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stage",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "finding",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="supervision.finding"),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("what", models.CharField(max_length=200, verbose_name="阶段目标")),
                ("by", models.DateField(verbose_name="完成期限")),
                ("told", models.CharField(blank=True, max_length=500, verbose_name="完成情况")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                ("overdue_at", models.DateTimeField(null=True, verbose_name="逾期")),
                ("proofs", models.ManyToManyField(related_name="+", to="governance.attachment", verbose_name="证明材料")),
            ],
            options={
                "verbose_name": "阶段目标",
                "verbose_name_plural": "阶段目标",
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("finding", "position"), name="stage_position_once")],
            },
        ),
        migrations.CreateModel(
            name="Talk",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("finding", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="talks", to="supervision.finding")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("at", models.DateTimeField(verbose_name="约谈时间")),
                ("where", models.CharField(max_length=80, verbose_name="约谈地点")),
                ("host", models.CharField(max_length=60, verbose_name="约谈人职务")),
                ("about", models.TextField(verbose_name="约谈事由")),
                ("talk_with", models.CharField(blank=True, max_length=60, verbose_name="被约谈人职务")),
                ("recorder", models.CharField(blank=True, max_length=60, verbose_name="记录人职务")),
                ("course", models.TextField(blank=True, verbose_name="约谈内容")),
                ("statement", models.TextField(blank=True, verbose_name="单位说明")),
                ("promise", models.TextField(blank=True, verbose_name="整改承诺")),
                ("held_at", models.DateTimeField(null=True, verbose_name="谈话时间")),
                ("missed_at", models.DateTimeField(null=True, verbose_name="未到场")),
            ],
            options={
                "verbose_name": "约谈",
                "verbose_name_plural": "约谈",
                "ordering": ("serial",),
                "constraints": [
                    models.UniqueConstraint(fields=("finding", "serial"), name="talk_serial_once"),
                    models.CheckConstraint(
                        condition=models.Q(("held_at", None), ("missed_at", None), _connector="OR"), name="talk_is_held_or_missed"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Adjustment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "scheme",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="adjustments", to="supervision.scheme"),
                ),
                (
                    "result",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adjustments",
                        to="supervision.result",
                        verbose_name="考核单位",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.schemeitem",
                        verbose_name="加减分项目",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[("office", "考核单位登记"), ("unit", "被考核单位申报"), ("decision", "异议决定更正")],
                        db_default="office",
                        default="office",
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        choices=[("claimed", "待核定"), ("accepted", "已认定"), ("refused", "未认定")],
                        db_default="accepted",
                        default="accepted",
                        max_length=10,
                        verbose_name="认定",
                    ),
                ),
                ("points", models.DecimalField(decimal_places=2, help_text="加分填正数，减分填负数。", max_digits=5, verbose_name="分值")),
                ("reason", models.CharField(max_length=100, verbose_name="事由")),
                ("proof", models.TextField(help_text="写明文件名称、文号或者通报出处。", verbose_name="证明材料")),
                (
                    "file",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.attachment",
                        verbose_name="证明文件",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="认定人",
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True, verbose_name="认定时间")),
                ("answer", models.CharField(blank=True, db_default="", default="", max_length=200, verbose_name="认定意见")),
            ],
            options={
                "verbose_name": "加减分",
                "verbose_name_plural": "加减分",
                "ordering": ("at", "pk"),
                "constraints": [models.CheckConstraint(condition=models.Q(("points", 0), _negated=True), name="adjustment_is_not_zero")],
            },
        ),
        migrations.CreateModel(
            name="Appraisal",
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
                            ("reporting", "待自评"),
                            ("reported", "待审核"),
                            ("reviewed", "已审核，待公布"),
                            ("disclosed", "已公布，可提异议"),
                            ("objected", "异议待决定"),
                            ("decided", "异议已决定"),
                            ("final", "已定案"),
                            ("void", "方案已换版"),
                        ],
                        default="reporting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "result",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisal",
                        to="supervision.result",
                        verbose_name="考核结果",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="被考核单位",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="审核单位"
                    ),
                ),
                ("report", models.TextField(blank=True, verbose_name="自评情况")),
                ("self_points", models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name="自评分")),
                ("report_missed", models.BooleanField(default=False, verbose_name="逾期未报自评")),
                ("open_claims", models.PositiveSmallIntegerField(default=0, verbose_name="待核定的申报")),
                (
                    "disputed",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="supervision.schemeitem",
                        verbose_name="异议项目",
                    ),
                ),
                ("objection", models.TextField(blank=True, verbose_name="异议理由")),
                ("object_until", models.DateTimeField(null=True, verbose_name="异议截止")),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("upheld", "异议成立"), ("refused", "维持原结果")], max_length=10, verbose_name="异议决定"
                    ),
                ),
                ("decision", models.TextField(blank=True, verbose_name="决定理由")),
                ("change", models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name="更正分值")),
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
                                    models.F("report"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "单位考核",
                "verbose_name_plural": "单位考核",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="appraisal_path_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="appraisal_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="appraisal_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["final", "void"]))),
                            models.Q(models.Q(("state__in", frozenset(["final", "void"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="appraisal_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("outcome", ""), models.Q(("objection", ""), _negated=True), _connector="OR"),
                        name="appraisal_decision_has_its_objection",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Check",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("honour", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="supervision.honour")),
                (
                    "authority",
                    models.CharField(
                        choices=[
                            ("leading", "领导小组办公室（考核、督办情况）"),
                            ("discipline", "纪检监察机关"),
                            ("police", "公安机关"),
                            ("petition", "信访部门"),
                            ("emergency", "应急管理部门"),
                        ],
                        max_length=12,
                        verbose_name="征求意见的单位",
                    ),
                ),
                ("passed", models.BooleanField(verbose_name="无不同意见")),
                ("note", models.CharField(max_length=300, verbose_name="意见")),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "核查意见",
                "verbose_name_plural": "核查意见",
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("honour", "authority"), name="check_once")],
            },
        ),
        migrations.CreateModel(
            name="DutyState",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("code", models.CharField(max_length=30)),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="states", to="supervision.duty", verbose_name="职责"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("fulfilled", "已落实"), ("partly", "部分落实"), ("missing", "未落实"), ("not_due", "未到期或不涉及")],
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("done", models.PositiveIntegerField(default=0, verbose_name="已完成")),
                ("asked", models.PositiveIntegerField(null=True, verbose_name="应完成")),
                ("since", models.DateTimeField(verbose_name="自")),
                ("checked_at", models.DateTimeField(verbose_name="核对时间")),
                (
                    "finding",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duty_state",
                        to="supervision.finding",
                        verbose_name="督导线索",
                    ),
                ),
            ],
            options={
                "verbose_name": "职责落实情况",
                "verbose_name_plural": "职责落实情况",
                "ordering": ("-year", "duty", "place_path", "office"),
                "indexes": [
                    models.Index(fields=["year", "place_path"], name="duty_state_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="duty_state_offices"),
                ],
                "constraints": [models.UniqueConstraint(fields=("code", "office", "year"), name="duty_state_once_a_year")],
            },
        ),
        migrations.CreateModel(
            name="Filing",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("code", models.CharField(max_length=30)),
                (
                    "duty",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="supervision.duty", verbose_name="职责"
                    ),
                ),
                ("title", models.CharField(max_length=100, verbose_name="文件名称")),
                ("document_number", models.CharField(blank=True, max_length=60, verbose_name="文号")),
                ("issued_on", models.DateField(verbose_name="成文日期")),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="说明")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="报送人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="报送时间")),
                (
                    "returned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="退回人",
                    ),
                ),
                ("returned_at", models.DateTimeField(null=True, verbose_name="退回时间")),
                ("return_reason", models.CharField(blank=True, max_length=200, verbose_name="退回理由")),
                ("version", models.IntegerField(default=0)),
            ],
            options={
                "verbose_name": "落实材料",
                "verbose_name_plural": "落实材料",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["year", "code", "office"], name="filing_of_state")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("return_reason", ""), ("returned_at", None)),
                            models.Q(("returned_at__isnull", False), models.Q(("return_reason", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="filing_returned_with_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="supervision.order")),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("what", models.CharField(max_length=300, verbose_name="整改内容")),
                ("by", models.DateField(blank=True, null=True, verbose_name="完成期限")),
                ("done", models.BooleanField(default=False, verbose_name="已完成")),
                ("overdue_at", models.DateTimeField(editable=False, null=True, verbose_name="逾期")),
                ("told", models.CharField(blank=True, max_length=500, verbose_name="整改情况")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                ("passed", models.BooleanField(null=True, verbose_name="复查结果")),
                ("checked", models.CharField(blank=True, max_length=300, verbose_name="复查情况")),
                ("checked_at", models.DateTimeField(null=True, verbose_name="复查时间")),
                ("proofs", models.ManyToManyField(related_name="+", to="governance.attachment", verbose_name="证明材料")),
                ("photos", models.ManyToManyField(related_name="+", to="governance.attachment", verbose_name="复查照片")),
            ],
            options={
                "verbose_name": "整改事项",
                "verbose_name_plural": "整改事项",
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("order", "position"), name="rectification_item_position_once")],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "honour",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="supervision.honour"),
                ),
                ("text", models.TextField(verbose_name="异议内容")),
                ("name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="异议人姓名")),
                ("phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="异议人电话")),
                (
                    "word",
                    models.CharField(
                        choices=[("open", "待核实"), ("dismissed", "经核实不影响授予"), ("upheld", "经核实属实")],
                        default="open",
                        max_length=10,
                        verbose_name="核实结果",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="核实情况")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="收到时间")),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True, verbose_name="核实时间")),
            ],
            options={
                "verbose_name": "公示异议",
                "verbose_name_plural": "公示异议",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Responsible",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "result",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="responsible", to="supervision.result"),
                ),
                ("kind", models.CharField(choices=[("head", "主管人员"), ("direct", "直接责任人员")], max_length=8, verbose_name="类别")),
                ("duty", models.CharField(max_length=60, verbose_name="职务")),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
                ("name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="姓名")),
                ("name_index", models.CharField(blank=True, db_index=True, editable=False, max_length=64)),
                ("by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "主管人员和直接责任人员",
                "verbose_name_plural": "主管人员和直接责任人员",
                "ordering": ("kind", "pk"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("user__isnull", False)), fields=("result", "user"), name="responsible_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("user__isnull", False), models.Q(("name_index", ""), _negated=True), _connector="OR"),
                        name="responsible_is_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="supervision.result")),
                ("item", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="supervision.schemeitem")),
                ("numerator", models.IntegerField(default=0, verbose_name="分子")),
                ("denominator", models.IntegerField(default=0, verbose_name="分母")),
                ("value", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="数值（%）")),
                ("points", models.DecimalField(decimal_places=2, max_digits=5, null=True, verbose_name="得分")),
                ("is_small", models.BooleanField(default=False, verbose_name="基数不足30")),
            ],
            options={
                "verbose_name": "指标得分",
                "verbose_name_plural": "指标得分",
                "ordering": ("item__position",),
                "constraints": [models.UniqueConstraint(fields=("result", "item"), name="result_item_once")],
            },
        ),
        migrations.CreateModel(
            name="Reviewer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "item",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="reviewers", to="supervision.schemeitem"),
                ),
                ("slot", models.PositiveSmallIntegerField(choices=[(1, "评审人一"), (2, "评审人二"), (3, "复评人")], verbose_name="席位")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="评审人"
                    ),
                ),
            ],
            options={
                "verbose_name": "评审人",
                "verbose_name_plural": "评审人",
                "ordering": ("slot",),
                "constraints": [
                    models.UniqueConstraint(fields=("item", "slot"), name="reviewer_slot_once"),
                    models.UniqueConstraint(fields=("item", "user"), name="reviewer_is_another"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Score",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("result", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="supervision.result")),
                (
                    "item",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="scores", to="supervision.schemeitem"),
                ),
                ("slot", models.PositiveSmallIntegerField(choices=[(1, "评审人一"), (2, "评审人二"), (3, "复评人")], verbose_name="席位")),
                (
                    "points",
                    models.DecimalField(
                        decimal_places=2, max_digits=5, validators=[django.core.validators.MinValueValidator(0)], verbose_name="评分"
                    ),
                ),
                ("remark", models.CharField(blank=True, max_length=200, verbose_name="理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="评审人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="评分时间")),
            ],
            options={
                "verbose_name": "评分",
                "verbose_name_plural": "评分",
                "ordering": ("slot",),
                "constraints": [
                    models.UniqueConstraint(fields=("result", "item", "slot"), name="score_slot_once"),
                    models.UniqueConstraint(fields=("result", "item", "by"), name="score_by_another"),
                ],
            },
        ),
    ]
