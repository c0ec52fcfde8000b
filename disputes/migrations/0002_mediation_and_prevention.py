import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.text
import governance.privacy.fields
import governance.search.query
from django.conf import settings
from governance.migrating import AtOnce
from django.db import migrations, models


class Migration(AtOnce):
    dependencies = [
        ("disputes", "0001_initial"),
        ("governance", "0003_providers_and_binding"),
        ("governance", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "authority",
                    models.CharField(
                        choices=[("general", "一般授权"), ("special", "特别授权"), ("statutory", "法定代理")],
                        default="general",
                        max_length=10,
                        verbose_name="代理权限",
                    ),
                ),
                ("powers", models.CharField(blank=True, max_length=200, verbose_name="授权事项")),
                ("name", governance.privacy.fields.SealedField(kind="name", verbose_name="代理人姓名")),
                ("phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="代理人电话")),
                ("id_number", governance.privacy.fields.SealedField(blank=True, default="", kind="id", verbose_name="代理人证件号码")),
                ("since", models.DateTimeField(verbose_name="登记时间")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="代理终止时间")),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="agents", to="disputes.party", verbose_name="当事人"
                    ),
                ),
            ],
            options={
                "verbose_name": "代理人",
                "verbose_name_plural": "代理人",
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("authority", "special"), _negated=True), models.Q(("powers", ""), _negated=True), _connector="OR"
                        ),
                        name="agent_special_powers_are_named",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "chosen",
                    models.CharField(
                        choices=[
                            ("together", "双方共同选定"),
                            ("each", "各方分别选定"),
                            ("accepted", "调委会指派，双方接受"),
                            ("committee", "调委会指派"),
                        ],
                        default="committee",
                        max_length=10,
                        verbose_name="确定方式",
                    ),
                ),
                ("declaration", models.CharField(max_length=200, verbose_name="利害关系声明")),
                ("declared_at", models.DateTimeField(verbose_name="声明时间")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="终止时间")),
                ("end_note", models.CharField(blank=True, max_length=500, verbose_name="更换理由")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="调解员"
                    ),
                ),
            ],
            options={
                "verbose_name": "调解员确定记录",
                "verbose_name_plural": "调解员确定记录",
                "ordering": ("declared_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("mediation",), name="appointment_one_at_a_time")
                ],
            },
        ),
        migrations.CreateModel(
            name="CareNeed",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=20, verbose_name="服务")),
                ("text", models.CharField(max_length=80, verbose_name="说明")),
                ("trade", models.CharField(max_length=30, verbose_name="主管部门的行业")),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "帮扶服务",
                "verbose_name_plural": "帮扶服务",
                "ordering": ("order", "pk"),
            },
        ),
        migrations.CreateModel(
            name="ChoiceInvitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                ("at", models.DateTimeField(verbose_name="发出时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="发出人",
                    ),
                ),
                (
                    "mediation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="disputes.mediation", verbose_name="调解事项"
                    ),
                ),
            ],
            options={
                "verbose_name": "选择调解员邀请",
                "verbose_name_plural": "选择调解员邀请",
            },
        ),
        migrations.CreateModel(
            name="ColourScheme",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                (
                    "red_level",
                    models.CharField(
                        choices=[("city", "市"), ("county", "旗县区"), ("township", "乡镇（街道）"), ("village", "村（社区）")],
                        default="county",
                        max_length=10,
                        verbose_name="红色由哪级牵头",
                    ),
                ),
                (
                    "yellow_level",
                    models.CharField(
                        choices=[("city", "市"), ("county", "旗县区"), ("township", "乡镇（街道）"), ("village", "村（社区）")],
                        default="township",
                        max_length=10,
                        verbose_name="黄色由哪级牵头",
                    ),
                ),
                (
                    "green_level",
                    models.CharField(
                        choices=[("city", "市"), ("county", "旗县区"), ("township", "乡镇（街道）"), ("village", "村（社区）")],
                        default="village",
                        max_length=10,
                        verbose_name="绿色由哪级牵头",
                    ),
                ),
                ("source", models.CharField(max_length=200, verbose_name="来源说明")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
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
                "verbose_name": "纠纷等级标准",
                "verbose_name_plural": "纠纷等级标准",
                "ordering": ("-valid_from", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Committee",
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
                        choices=[("in_force", "在册"), ("dissolved", "已撤销")], default="in_force", max_length=10, verbose_name="状态"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("village", "村（社区）调委会"), ("township", "乡镇（街道）调委会"), ("trade", "行业性、专业性调委会")],
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                (
                    "trade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consumer", "消费纠纷"),
                            ("medical", "医疗纠纷"),
                            ("family", "婚姻家庭纠纷"),
                            ("labour", "劳动人事争议"),
                            ("property", "物业服务纠纷"),
                            ("traffic", "交通事故损害赔偿"),
                        ],
                        max_length=10,
                        verbose_name="领域",
                    ),
                ),
                ("venue", models.CharField(max_length=120, verbose_name="地址")),
                ("room", models.CharField(blank=True, max_length=40, verbose_name="调解室")),
                ("hours", models.CharField(max_length=80, verbose_name="工作时间")),
                ("phone", models.CharField(max_length=20, verbose_name="联系电话")),
                ("seats", models.PositiveSmallIntegerField(verbose_name="委员人数")),
                ("founded_on", models.DateField(verbose_name="成立日期")),
                ("term_from", models.DateField(verbose_name="本届自")),
                ("term_until", models.DateField(verbose_name="本届至")),
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
                "verbose_name": "调解委员会",
                "verbose_name_plural": "调解委员会",
                "ordering": ("place_path", "kind", "title", "id"),
                "indexes": [
                    models.Index(fields=["place_path", "kind"], name="committee_path_kind"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="committee_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="committee_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["dissolved"])), _negated=True),
                        fields=("office",),
                        name="committee_entered_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("term_until__gte", models.F("term_from"))), name="committee_term_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "trade"), models.Q(("trade", ""), _negated=True)),
                            models.Q(models.Q(("kind", "trade"), _negated=True), ("trade", "")),
                            _connector="OR",
                        ),
                        name="committee_of_a_trade_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CourtRequest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("court", models.CharField(blank=True, max_length=60, verbose_name="受理法院")),
                ("asked_at", models.DateTimeField(verbose_name="申请时间")),
                (
                    "ruling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asked", "已申请司法确认"),
                            ("waived", "双方不申请"),
                            ("confirmed", "法院已确认"),
                            ("declined", "法院不予确认"),
                        ],
                        max_length=10,
                        verbose_name="裁定结果",
                    ),
                ),
                ("ruling_number", models.CharField(blank=True, max_length=60, verbose_name="裁定书案号")),
                ("ruled_at", models.DateTimeField(null=True, verbose_name="登记裁定时间")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                (
                    "mediation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="court_request",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "司法确认申请",
                "verbose_name_plural": "司法确认申请",
            },
        ),
        migrations.CreateModel(
            name="DecisionKind",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="说明")),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "决策类别",
                "verbose_name_plural": "决策类别",
                "ordering": ("position",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Diversion",
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
                            ("prepared", "待移送"),
                            ("sent", "待接收"),
                            ("received", "对方办理中"),
                            ("concluded", "已有结果"),
                            ("brought_back", "已转回调解"),
                            ("not_taken", "对方未接收"),
                            ("called_off", "已撤销"),
                        ],
                        default="prepared",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("arbitration", "仲裁"),
                            ("ruling", "行政裁决"),
                            ("reconsideration", "行政复议"),
                            ("petition", "信访"),
                            ("court", "诉讼"),
                        ],
                        max_length=16,
                        verbose_name="分流途径",
                    ),
                ),
                ("receiver_name", models.CharField(max_length=80, verbose_name="接收机构")),
                ("reason", models.TextField(verbose_name="分流理由")),
                (
                    "consent_way",
                    models.CharField(
                        choices=[("signed", "书面签名"), ("spoken", "当面口头，已记录"), ("phone", "电话，已记录"), ("web", "网上提交")],
                        max_length=8,
                        verbose_name="同意方式",
                    ),
                ),
                ("consent_at", models.DateTimeField(verbose_name="同意时间")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="移送时间")),
                ("received_by", models.CharField(blank=True, max_length=40, verbose_name="接收人")),
                ("received_at", models.DateTimeField(null=True, verbose_name="接收时间")),
                ("their_number", models.CharField(blank=True, max_length=60, verbose_name="对方案号、文号")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("settled", "经对方调解、和解结案"),
                            ("decided", "已作出裁决、判决或者决定"),
                            ("rejected", "驳回、不予受理"),
                            ("withdrawn", "当事人撤回"),
                        ],
                        max_length=10,
                        verbose_name="结果",
                    ),
                ),
                ("result_text", models.TextField(blank=True, verbose_name="结果内容")),
                ("result_at", models.DateTimeField(null=True, verbose_name="登记结果时间")),
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
                    "consent_of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.party", verbose_name="同意的当事人"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="diversions",
                        to="disputes.mediation",
                        verbose_name="调解事项",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="接收单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "分流衔接",
                "verbose_name_plural": "分流衔接",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="diversion_due"),
                    models.Index(fields=["place_path", "opened_at"], name="diversion_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="diversion_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="diversion_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("state__in", frozenset(["brought_back", "called_off", "concluded", "not_taken"])), _negated=True
                        ),
                        fields=("mediation",),
                        name="diversion_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", frozenset(["brought_back", "called_off", "concluded", "not_taken"])),
                            ),
                            models.Q(
                                models.Q(("state__in", frozenset(["brought_back", "called_off", "concluded", "not_taken"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="diversion_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "concluded"), _negated=True),
                            models.Q(models.Q(("result", ""), _negated=True), ("result_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="diversion_concluded_has_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DossierSeries",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
                ("office", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office")),
            ],
            options={
                "verbose_name": "调解卷号序列",
                "verbose_name_plural": "调解卷号序列",
                "constraints": [models.UniqueConstraint(fields=("office", "year"), name="dossier_series_once")],
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="回访时间")),
                (
                    "way",
                    models.CharField(
                        choices=[("phone", "电话"), ("text", "短信"), ("visit", "上门"), ("letter", "书面通知"), ("office", "当面")],
                        default="phone",
                        max_length=8,
                        verbose_name="回访方式",
                    ),
                ),
                (
                    "performance",
                    models.CharField(
                        choices=[("done", "已履行"), ("partly", "正在履行"), ("not", "未履行")], max_length=8, verbose_name="履行情况"
                    ),
                ),
                ("text", models.TextField(verbose_name="情况")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="回访人"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="follow_ups",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "回访记录",
                "verbose_name_plural": "回访记录",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="HearingMethod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="说明")),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "意见征集方式",
                "verbose_name_plural": "意见征集方式",
                "ordering": ("position",),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "way",
                    models.CharField(
                        choices=[("phone", "电话"), ("text", "短信"), ("visit", "上门"), ("letter", "书面通知"), ("office", "当面")],
                        max_length=8,
                        verbose_name="通知方式",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="通知时间")),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[("comes", "同意参加"), ("other_time", "要求改期"), ("declines", "不参加")],
                        max_length=10,
                        verbose_name="答复",
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                (
                    "party",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="disputes.party", verbose_name="当事人"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="disputes.session", verbose_name="调解"
                    ),
                ),
            ],
            options={
                "verbose_name": "调解通知",
                "verbose_name_plural": "调解通知",
                "ordering": ("party__side", "party_id"),
                "constraints": [models.UniqueConstraint(fields=("session", "party"), name="invitation_once_per_party")],
            },
        ),
        migrations.CreateModel(
            name="ItemList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.PositiveIntegerField(unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="起用时间")),
                ("reason", models.CharField(max_length=200, verbose_name="修订说明")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="修订人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗材料清单",
                "verbose_name_plural": "卷宗材料清单",
                "ordering": ("-version",),
            },
        ),
        migrations.CreateModel(
            name="JointMediation",
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
                            ("inviting", "待各单位答复"),
                            ("running", "联合调解中"),
                            ("concluded", "已结束"),
                            ("called_off", "已终止"),
                        ],
                        default="inviting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("matter", models.TextField(verbose_name="联合调解事由")),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("result", models.TextField(blank=True, verbose_name="联合调解结果")),
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
                                    models.F("matter"), models.Value(""), output_field=models.TextField()
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
                ("areas", models.ManyToManyField(related_name="+", to="governance.place", verbose_name="另涉地区")),
                (
                    "lead",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="牵头单位"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="joint_mediations",
                        to="disputes.mediation",
                        verbose_name="调解事项",
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
                "verbose_name": "联合调解",
                "verbose_name_plural": "联合调解",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="joint_due"),
                    models.Index(fields=["place_path", "opened_at"], name="joint_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="joint_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="joint_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["called_off", "concluded"])), _negated=True),
                        fields=("mediation",),
                        name="joint_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["called_off", "concluded"]))),
                            models.Q(models.Q(("state__in", frozenset(["called_off", "concluded"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="joint_closed_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="KeptPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.SlugField(max_length=24, verbose_name="文书")),
                ("version", models.PositiveSmallIntegerField(verbose_name="版本")),
                ("edited", models.BooleanField(default=False, verbose_name="经人工修改")),
                ("content", governance.privacy.fields.SealedField(kind="text", verbose_name="文书内容")),
                ("at", models.DateTimeField(verbose_name="制作时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="制作人",
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.mediation", verbose_name="调解事项"
                    ),
                ),
            ],
            options={
                "verbose_name": "入卷文书",
                "verbose_name_plural": "入卷文书",
                "ordering": ("key", "-version"),
                "constraints": [models.UniqueConstraint(fields=("mediation", "key", "version"), name="kept_paper_version_once")],
            },
        ),
        migrations.CreateModel(
            name="Matter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
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
                ("title", models.CharField(max_length=60, verbose_name="事项")),
                (
                    "nature",
                    models.CharField(
                        choices=[("civil", "民事纠纷"), ("administrative", "行政争议")], max_length=16, verbose_name="纠纷性质"
                    ),
                ),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("city", "市级"), ("county", "旗县区级"), ("township", "乡镇（街道）级")], max_length=10
                        ),
                        size=None,
                        verbose_name="办理层级",
                    ),
                ),
                ("remedy", models.TextField(max_length=500, verbose_name="救济途径")),
                ("basis", models.TextField(max_length=500, verbose_name="依据")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "待司法局会签"),
                            ("returned", "已退回修改"),
                            ("published", "已公布"),
                            ("revising", "已公布，修订待会签"),
                            ("withdrawing", "已公布，撤下待会签"),
                            ("withdrawn", "已撤下"),
                            ("dropped", "已放弃"),
                        ],
                        default="waiting",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(default=0, verbose_name="版次")),
                ("published_at", models.DateTimeField(blank=True, null=True, verbose_name="公布时间")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="撤下时间")),
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
                                    models.F("remedy"), models.Value(""), output_field=models.TextField()
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
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "body",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="实施主体"
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
                "verbose_name": "行政调解事项",
                "verbose_name_plural": "行政调解事项",
                "ordering": ("place_path", "body", "title", "id"),
                "indexes": [
                    models.Index(fields=["place_path", "state"], name="matter_path_state"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="matter_offices"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="matter_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["dropped", "withdrawn"])), _negated=True),
                        fields=("body", "title"),
                        name="matter_once_per_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("published", "revising", "withdrawing", "withdrawn")), _negated=True),
                            models.Q(("edition__gt", 0), ("published_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="matter_public_was_published",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), ("withdrawn_at__isnull", False)),
                            models.Q(models.Q(("state", "withdrawn"), _negated=True), ("withdrawn_at", None)),
                            _connector="OR",
                        ),
                        name="matter_withdrawn_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MatterSample",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=60, verbose_name="事项")),
                (
                    "nature",
                    models.CharField(
                        choices=[("civil", "民事纠纷"), ("administrative", "行政争议")], max_length=16, verbose_name="纠纷性质"
                    ),
                ),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("city", "市级"), ("county", "旗县区级"), ("township", "乡镇（街道）级")], max_length=10
                        ),
                        size=None,
                        verbose_name="办理层级",
                    ),
                ),
                ("remedy", models.TextField(max_length=500, verbose_name="救济途径")),
                ("basis", models.TextField(max_length=500, verbose_name="依据")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="代码")),
                ("trade", models.CharField(max_length=30, verbose_name="主管部门")),
            ],
            options={
                "verbose_name": "参考事项",
                "verbose_name_plural": "参考事项",
                "ordering": ("trade", "code"),
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                            ("planned", "筹备中"),
                            ("announced", "已通知，待召开"),
                            ("held", "已召开，待印发纪要"),
                            ("carrying", "议定事项落实中"),
                            ("closed", "已办结"),
                            ("cancelled", "已取消"),
                        ],
                        default="planned",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("regular", "例会"), ("special", "专题会议"), ("urgent", "紧急会商")],
                        default="regular",
                        max_length=10,
                        verbose_name="会议类型",
                    ),
                ),
                ("purpose", models.TextField(blank=True, max_length=1000, verbose_name="会议事由")),
                ("meet_at", models.DateTimeField(verbose_name="会议时间")),
                ("venue", models.CharField(max_length=120, verbose_name="会议地点")),
                ("chair", models.CharField(max_length=60, verbose_name="主持人（职务）")),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("item_count", models.PositiveSmallIntegerField(default=0, verbose_name="议题数")),
                ("announced_at", models.DateTimeField(null=True, verbose_name="通知时间")),
                ("held_at", models.DateTimeField(null=True, verbose_name="召开时间")),
                ("course", models.TextField(blank=True, verbose_name="会议概况")),
                ("issued_at", models.DateTimeField(null=True, verbose_name="印发纪要时间")),
                ("kept", models.BooleanField(null=True, verbose_name="按期印发纪要")),
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
                                    models.F("course"), models.Value(""), output_field=models.TextField()
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
            ],
            options={
                "verbose_name": "联席会议",
                "verbose_name_plural": "联席会议",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="meeting_path_opened"),
                    models.Index(condition=models.Q(("state", "announced")), fields=["meet_at"], name="meeting_meets"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="meeting_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="meeting_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "closed"]))),
                            models.Q(models.Q(("state__in", frozenset(["cancelled", "closed"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="meeting_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("held", "carrying", "closed")), _negated=True),
                            ("held_at__isnull", False),
                            _connector="OR",
                        ),
                        name="meeting_held_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MonthCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="月份")),
                ("place_path", models.CharField(db_collation="C", max_length=24, verbose_name="路径")),
                ("parent_path", models.CharField(blank=True, db_collation="C", max_length=24, verbose_name="上级路径")),
                ("source", models.CharField(choices=[("complaints", "诉求"), ("mediation", "调解")], max_length=10, verbose_name="来源")),
                ("matter", models.CharField(max_length=20, verbose_name="事项")),
                ("count", models.PositiveIntegerField(verbose_name="件数")),
            ],
            options={
                "verbose_name": "形势分析月度数据",
                "verbose_name_plural": "形势分析月度数据",
                "indexes": [
                    models.Index(fields=["parent_path", "month"], name="month_count_parent"),
                    models.Index(fields=["month", "place_path"], name="month_count_month"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("place_path", "month", "source", "matter"), name="month_count_once"),
                    models.CheckConstraint(condition=models.Q(("count__gt", 0)), name="month_count_is_something"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(blank=True, max_length=120, verbose_name="鉴定机构、专家")),
                ("question", models.TextField(verbose_name="委托事项")),
                ("costs", models.CharField(blank=True, max_length=120, verbose_name="费用承担")),
                ("asked_at", models.DateTimeField(verbose_name="委托时间")),
                ("received_at", models.DateTimeField(null=True, verbose_name="收到时间")),
                ("text", models.TextField(blank=True, verbose_name="意见摘要")),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="opinions",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "鉴定、评估意见",
                "verbose_name_plural": "鉴定、评估意见",
                "ordering": ("asked_at", "pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("received_at", None)), fields=("mediation",), name="opinion_one_at_a_time"),
                    models.CheckConstraint(
                        condition=models.Q(("received_at", None), models.Q(("text", ""), _negated=True), _connector="OR"),
                        name="opinion_received_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PoliceReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("station", models.CharField(blank=True, max_length=60, verbose_name="报告的公安机关")),
                ("facts", models.TextField(verbose_name="险情和报告情况")),
                ("at", models.DateTimeField(verbose_name="报告时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="报告人"
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="police_reports",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
            ],
            options={
                "verbose_name": "险情报告",
                "verbose_name_plural": "险情报告",
                "ordering": ("at", "pk"),
            },
        ),
        migrations.CreateModel(
            name="RepeatCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("place_path", models.CharField(db_collation="C", max_length=24, unique=True, verbose_name="路径")),
                ("since", models.DateField(verbose_name="自")),
                ("twice", models.PositiveIntegerField(null=True, verbose_name="两件以上的当事人")),
                ("thrice", models.PositiveIntegerField(null=True, verbose_name="三件以上的当事人")),
                ("computed_at", models.DateTimeField(verbose_name="统计时间")),
            ],
            options={
                "verbose_name": "重复当事人数量",
                "verbose_name_plural": "重复当事人数量",
            },
        ),
        migrations.CreateModel(
            name="RiskMatrix",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                ("medium_from", models.PositiveSmallIntegerField(verbose_name="中风险起点")),
                ("high_from", models.PositiveSmallIntegerField(verbose_name="高风险起点")),
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
                "verbose_name": "风险等级标准",
                "verbose_name_plural": "风险等级标准",
                "ordering": ("-valid_from",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("medium_from__lt", models.F("high_from"))), name="risk_matrix_rises")
                ],
            },
        ),
        migrations.CreateModel(
            name="Scan",
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
                ("item", models.SlugField(max_length=20, verbose_name="材料")),
                ("paper", models.SlugField(blank=True, max_length=24, verbose_name="文书")),
                ("original", governance.privacy.fields.SealedField(kind="text", verbose_name="原文件名")),
                ("pages", models.PositiveSmallIntegerField(default=1, verbose_name="页数")),
                ("at", models.DateTimeField(verbose_name="上传时间")),
                ("removed_at", models.DateTimeField(null=True, verbose_name="移出时间")),
                ("removed_why", models.CharField(blank=True, max_length=120, verbose_name="移出原因")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.mediation", verbose_name="调解事项"
                    ),
                ),
                (
                    "removed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="移出人",
                    ),
                ),
            ],
            options={
                "verbose_name": "卷宗扫描件",
                "verbose_name_plural": "卷宗扫描件",
                "ordering": ("at", "pk"),
                "indexes": [models.Index(fields=["mediation", "item"], name="scan_mediation_item")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("removed_at", None), models.Q(("removed_why", ""), _negated=True), _connector="OR"),
                        name="scan_removed_for_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SensitivePeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(blank=True, editable=False, max_length=30, verbose_name="代码")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("begins", models.DateField(verbose_name="起")),
                ("ends", models.DateField(verbose_name="止")),
                ("note", models.CharField(blank=True, max_length=100, verbose_name="说明")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "重点时段",
                "verbose_name_plural": "重点时段",
                "ordering": ("begins", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("begins"))), name="sensitive_period_ends_after_it_begins"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("code", ""), _negated=True), fields=("code",), name="sensitive_period_code_once"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WarningMethod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("version", models.CharField(max_length=20, unique=True, verbose_name="版本")),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                ("months", models.PositiveSmallIntegerField(verbose_name="对比前几个月")),
                ("least", models.PositiveSmallIntegerField(verbose_name="最少件数")),
                ("chance", models.FloatField(verbose_name="偶然性界限")),
                ("ratio", models.FloatField(verbose_name="与预期相比的倍数")),
                ("source", models.CharField(max_length=200, verbose_name="来源说明")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        default="M",
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
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
                "verbose_name": "预警方法",
                "verbose_name_plural": "预警方法",
                "ordering": ("-valid_from", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("chance__gt", 0), ("chance__lt", 1), ("least__gte", 1), ("months__gte", 1), ("ratio__gte", 1)),
                        name="warning_method_is_meant",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("topic", models.CharField(max_length=200, verbose_name="议题")),
                ("discussion", models.TextField(blank=True, verbose_name="讨论情况")),
                (
                    "complaint",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.complaint",
                        verbose_name="诉求",
                    ),
                ),
                (
                    "mediation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                (
                    "presenter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="汇报单位",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="disputes.meeting", verbose_name="联席会议"
                    ),
                ),
            ],
            options={
                "verbose_name": "会议议题",
                "verbose_name_plural": "会议议题",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("meeting", "position"), name="agenda_item_position_once"),
                    models.CheckConstraint(
                        condition=models.Q(("complaint", None), ("mediation", None), _connector="OR"), name="agenda_item_has_one_matter"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CareProvider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("bought", "购买服务的社会组织"), ("volunteer", "志愿服务队")], max_length=10, verbose_name="性质"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("contract", models.CharField(blank=True, max_length=60, verbose_name="合同（协议）编号")),
                ("begins", models.DateField(verbose_name="合同起")),
                ("ends", models.DateField(verbose_name="合同止")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("needs", models.ManyToManyField(related_name="+", to="disputes.careneed", verbose_name="提供的服务")),
                (
                    "office",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="机构"
                    ),
                ),
                ("places", models.ManyToManyField(related_name="+", to="governance.place", verbose_name="服务区域")),
                (
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="购买、主管部门"
                    ),
                ),
            ],
            options={
                "verbose_name": "帮扶机构",
                "verbose_name_plural": "帮扶机构",
                "ordering": ("office__name",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends__gte", models.F("begins"))), name="care_provider_contract_ends_after_it_begins"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "bought"), _negated=True), models.Q(("contract", ""), _negated=True), _connector="OR"
                        ),
                        name="care_provider_bought_by_contract",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ColourRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, verbose_name="代码")),
                (
                    "colour",
                    models.CharField(choices=[("red", "红色"), ("yellow", "黄色"), ("green", "绿色")], max_length=6, verbose_name="等级"),
                ),
                ("label", models.CharField(max_length=80, verbose_name="情形")),
                (
                    "fact",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("parties", "当事人达到的人数"),
                            ("police", "已向公安机关报告险情"),
                            ("not_held", "约定后未能举行的次数"),
                            ("areas", "涉及的旗县区个数"),
                        ],
                        max_length=10,
                        verbose_name="自动判断",
                    ),
                ),
                ("threshold", models.PositiveSmallIntegerField(default=1, verbose_name="达到")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="次序")),
                (
                    "scheme",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rules", to="disputes.colourscheme", verbose_name="版本"
                    ),
                ),
            ],
            options={
                "verbose_name": "纠纷等级情形",
                "verbose_name_plural": "纠纷等级情形",
                "ordering": ("position", "pk"),
                "constraints": [models.UniqueConstraint(fields=("scheme", "code"), name="colour_rule_once_per_version")],
            },
        ),
        migrations.CreateModel(
            name="DiversionPaper",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("name", models.CharField(max_length=80, verbose_name="材料名称")),
                ("copies", models.PositiveSmallIntegerField(default=1, verbose_name="份数")),
                ("is_original", models.BooleanField(default=False, verbose_name="原件")),
                (
                    "diversion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="disputes.diversion", verbose_name="分流"
                    ),
                ),
            ],
            options={
                "verbose_name": "移送材料",
                "verbose_name_plural": "移送材料",
                "ordering": ("serial",),
                "constraints": [models.UniqueConstraint(fields=("diversion", "serial"), name="diversion_paper_once")],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(verbose_name="年度")),
                ("serial", models.PositiveIntegerField(verbose_name="序号")),
                ("document", models.CharField(max_length=60, verbose_name="卷号")),
                ("filed_at", models.DateTimeField(verbose_name="归档时间")),
                ("retention", models.CharField(max_length=20, verbose_name="保管期限")),
                ("kept_until", models.DateField(null=True, verbose_name="保管至")),
                (
                    "filed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="立卷人",
                    ),
                ),
                (
                    "mediation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossier",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="调解委员会"
                    ),
                ),
                (
                    "listing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.itemlist", verbose_name="材料清单"
                    ),
                ),
            ],
            options={
                "verbose_name": "调解卷宗",
                "verbose_name_plural": "调解卷宗",
                "ordering": ("-year", "office", "-serial"),
                "indexes": [models.Index(fields=["-filed_at", "-id"], name="dossier_filed")],
                "constraints": [models.UniqueConstraint(fields=("office", "year", "serial"), name="dossier_number_once")],
            },
        ),
        migrations.CreateModel(
            name="FileItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("code", models.SlugField(max_length=20, verbose_name="代码")),
                ("label", models.CharField(max_length=40, verbose_name="材料")),
                (
                    "owed",
                    models.CharField(
                        choices=[
                            ("always", "必备"),
                            ("talked", "进行过调解的必备"),
                            ("agreed", "达成协议的必备"),
                            ("court", "申请司法确认的必备"),
                            ("never", "有则入卷"),
                        ],
                        max_length=8,
                        verbose_name="要求",
                    ),
                ),
                (
                    "proof",
                    models.CharField(
                        choices=[("paper", "系统文书或者扫描件"), ("scan", "须有签名的扫描件")],
                        default="paper",
                        max_length=8,
                        verbose_name="形式",
                    ),
                ),
                ("papers", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ("listing", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="items", to="disputes.itemlist")),
            ],
            options={
                "verbose_name": "卷宗材料",
                "verbose_name_plural": "卷宗材料",
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(fields=("listing", "position"), name="file_item_position_once"),
                    models.UniqueConstraint(fields=("listing", "code"), name="file_item_code_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="JointAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "stance",
                    models.CharField(choices=[("joins", "参加联合调解"), ("declines", "不参加")], max_length=10, verbose_name="答复"),
                ),
                ("text", models.TextField(verbose_name="意见")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="经办人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="单位"
                    ),
                ),
                (
                    "joint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="disputes.jointmediation",
                        verbose_name="联合调解",
                    ),
                ),
            ],
            options={
                "verbose_name": "联合调解答复",
                "verbose_name_plural": "联合调解答复",
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("joint", "office"), name="joint_answer_once_per_office")],
            },
        ),
        migrations.CreateModel(
            name="MatterVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=60, verbose_name="事项")),
                (
                    "nature",
                    models.CharField(
                        choices=[("civil", "民事纠纷"), ("administrative", "行政争议")], max_length=16, verbose_name="纠纷性质"
                    ),
                ),
                (
                    "levels",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("city", "市级"), ("county", "旗县区级"), ("township", "乡镇（街道）级")], max_length=10
                        ),
                        size=None,
                        verbose_name="办理层级",
                    ),
                ),
                ("remedy", models.TextField(max_length=500, verbose_name="救济途径")),
                ("basis", models.TextField(max_length=500, verbose_name="依据")),
                ("edition", models.PositiveSmallIntegerField(null=True, verbose_name="版次")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待会签"), ("published", "已公布"), ("refused", "未通过")],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="修订原因")),
                ("drafted_at", models.DateTimeField(verbose_name="拟定时间")),
                ("agreed_at", models.DateTimeField(null=True, verbose_name="会签时间")),
                ("note", models.TextField(blank=True, verbose_name="会签意见")),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="会签人",
                    ),
                ),
                (
                    "agreed_office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="会签单位",
                    ),
                ),
                (
                    "drafted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="拟定人"
                    ),
                ),
                (
                    "drafted_office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="拟定单位"
                    ),
                ),
                (
                    "matter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="disputes.matter", verbose_name="事项"
                    ),
                ),
            ],
            options={
                "verbose_name": "行政调解事项版本",
                "verbose_name_plural": "行政调解事项版本",
                "ordering": ("-drafted_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("state", "waiting")), fields=("matter",), name="version_one_waits"),
                    models.UniqueConstraint(fields=("matter", "edition"), name="version_edition_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_by", models.F("drafted_by")), _negated=True),
                            models.Q(("agreed_office", models.F("drafted_office")), _negated=True),
                        ),
                        name="version_has_two_keys",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(("agreed_by__isnull", False), ("edition__isnull", False)),
                            _connector="OR",
                        ),
                        name="version_published_was_agreed",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mediator",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                (
                    "employment",
                    models.CharField(choices=[("full_time", "专职"), ("part_time", "兼职")], max_length=10, verbose_name="专职或兼职"),
                ),
                (
                    "background",
                    models.CharField(
                        choices=[
                            ("party", "退休党员"),
                            ("legal", "退休政法工作者"),
                            ("teacher", "退休教师"),
                            ("cadre", "优秀基层干部"),
                            ("veteran", "退役军人"),
                            ("expert", "法律、经济等领域专家"),
                            ("other", "其他"),
                        ],
                        max_length=8,
                        verbose_name="来源",
                    ),
                ),
                ("qualification", models.CharField(blank=True, max_length=100, verbose_name="资质")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name="擅长"
                    ),
                ),
                ("work_phone", models.CharField(blank=True, max_length=20, verbose_name="工作电话")),
                ("since", models.DateField(verbose_name="聘期自")),
                ("until", models.DateField(verbose_name="聘期至")),
                ("left_on", models.DateField(blank=True, null=True, verbose_name="离任日期")),
                ("left_why", models.CharField(blank=True, max_length=200, verbose_name="离任原因")),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="账号",
                    ),
                ),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="people", to="disputes.committee", verbose_name="调委会"
                    ),
                ),
            ],
            options={
                "verbose_name": "人民调解员",
                "verbose_name_plural": "人民调解员",
                "ordering": ("committee__place_path", "committee_id", "name", "pk"),
                "indexes": [models.Index(condition=models.Q(("left_on", None)), fields=["until"], name="mediator_until")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))), name="mediator_term_ends_after_it_begins"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("left_on", None)), fields=("committee", "name"), name="mediator_once_per_committee"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingMember",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reply",
                    models.CharField(
                        choices=[("waiting", "待回复"), ("coming", "参加"), ("excused", "请假")],
                        default="waiting",
                        max_length=10,
                        verbose_name="回复",
                    ),
                ),
                ("representative", models.CharField(blank=True, max_length=80, verbose_name="参会人员（姓名、职务）")),
                ("present", models.BooleanField(null=True, verbose_name="到会")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="disputes.meeting", verbose_name="联席会议"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="参会单位"
                    ),
                ),
            ],
            options={
                "verbose_name": "参会单位",
                "verbose_name_plural": "参会单位",
                "ordering": ("office__place__path", "office__type", "office__code"),
                "constraints": [models.UniqueConstraint(fields=("meeting", "office"), name="meeting_member_once")],
            },
        ),
        migrations.CreateModel(
            name="Retention",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ending",
                    models.CharField(
                        choices=[("written", "达成书面协议"), ("oral", "达成口头协议"), ("ended", "未达成协议")],
                        max_length=8,
                        verbose_name="结案方式",
                    ),
                ),
                ("years", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="年数")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "listing",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="retentions", to="disputes.itemlist"),
                ),
            ],
            options={
                "verbose_name": "卷宗保管期限",
                "verbose_name_plural": "卷宗保管期限",
                "ordering": ("pk",),
                "constraints": [models.UniqueConstraint(fields=("listing", "ending"), name="retention_ending_once")],
            },
        ),
        migrations.CreateModel(
            name="RiskStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("axis", models.CharField(choices=[("likelihood", "可能性"), ("effect", "影响程度")], max_length=10, verbose_name="方面")),
                ("points", models.PositiveSmallIntegerField(verbose_name="分值")),
                ("label", models.CharField(max_length=20, verbose_name="名称")),
                ("meaning", models.CharField(max_length=120, verbose_name="含义")),
                (
                    "matrix",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="disputes.riskmatrix", verbose_name="标准"
                    ),
                ),
            ],
            options={
                "verbose_name": "风险标准分档",
                "verbose_name_plural": "风险标准分档",
                "ordering": ("axis", "points"),
                "constraints": [models.UniqueConstraint(fields=("matrix", "axis", "points"), name="risk_step_once")],
            },
        ),
        migrations.CreateModel(
            name="Round",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                ("title", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "kind",
                    models.CharField(
                        choices=[("periodic", "定期排查"), ("sensitive", "重点时段排查")],
                        default="periodic",
                        max_length=10,
                        verbose_name="类别",
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("begins", models.DateField(verbose_name="开始日期")),
                ("ends", models.DateField(verbose_name="结束日期")),
                ("note", models.TextField(blank=True, verbose_name="排查要求")),
                ("called_at", models.DateTimeField(verbose_name="发起时间")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True)),
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="发起人"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="发起单位"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="范围"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.sensitiveperiod",
                        verbose_name="重点时段",
                    ),
                ),
            ],
            options={
                "verbose_name": "排查轮次",
                "verbose_name_plural": "排查轮次",
                "ordering": ("-begins", "-pk"),
                "indexes": [models.Index(fields=["place_path", "begins"], name="search_round_path")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("ends__gte", models.F("begins"))), name="search_round_ends_after_it_begins")
                ],
            },
        ),
        migrations.CreateModel(
            name="StabilityAssessment",
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
                            ("assessing", "评估中"),
                            ("concluded", "结论待审定"),
                            ("submitted", "待备案"),
                            ("filed", "已备案，跟踪落实中"),
                            ("ended", "已办结"),
                            ("cancelled", "已终止"),
                        ],
                        default="assessing",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("third_party", models.CharField(blank=True, max_length=60, verbose_name="受托的第三方机构")),
                ("content", models.TextField(max_length=3000, verbose_name="决策事项内容")),
                ("affected", models.TextField(max_length=1000, verbose_name="涉及的范围和群体")),
                ("decide_on", models.DateField(verbose_name="拟决策日期")),
                ("risk_count", models.PositiveSmallIntegerField(default=0, verbose_name="风险点")),
                (
                    "level",
                    models.CharField(
                        blank=True,
                        choices=[("low", "低风险"), ("medium", "中风险"), ("high", "高风险")],
                        max_length=6,
                        verbose_name="初始风险等级",
                    ),
                ),
                (
                    "level_after",
                    models.CharField(
                        blank=True,
                        choices=[("low", "低风险"), ("medium", "中风险"), ("high", "高风险")],
                        max_length=6,
                        verbose_name="措施后风险等级",
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[("go", "可以实施"), ("conditions", "附条件实施"), ("later", "暂缓实施"), ("no", "不实施")],
                        max_length=10,
                        verbose_name="评估结论",
                    ),
                ),
                ("report", models.TextField(blank=True, max_length=10000, verbose_name="评估报告")),
                ("submitted_at", models.DateTimeField(null=True, verbose_name="报送时间")),
                (
                    "filing_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("filed_at", models.DateTimeField(null=True, verbose_name="备案时间")),
                ("follow_on", models.DateField(null=True, verbose_name="下一项措施的日期")),
                (
                    "owed_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("reported", models.PositiveSmallIntegerField(default=0, verbose_name="待核实的措施")),
                (
                    "decision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("adopted", "作出决策"),
                            ("adjusted", "调整后作出决策"),
                            ("postponed", "暂缓决策"),
                            ("dropped", "不作出决策"),
                        ],
                        max_length=10,
                        verbose_name="决策情况",
                    ),
                ),
                ("decided_on", models.DateField(null=True, verbose_name="决策日期")),
                ("rounds", models.PositiveSmallIntegerField(default=0, verbose_name="退回补充次数")),
                ("kept", models.BooleanField(null=True, verbose_name="决策前报送")),
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
                                    models.F("content"), models.Value(""), output_field=models.TextField()
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
                (
                    "assessor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="评估主体"
                    ),
                ),
                (
                    "concluded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出结论人",
                    ),
                ),
                (
                    "decider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="决策机关"
                    ),
                ),
                (
                    "filed_with",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="备案单位",
                    ),
                ),
                (
                    "kind",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.decisionkind", verbose_name="决策类别"
                    ),
                ),
                (
                    "matrix",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.riskmatrix", verbose_name="风险等级标准"
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
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="审定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "社会稳定风险评估",
                "verbose_name_plural": "社会稳定风险评估",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="assessment_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["cancelled", "ended"])), _negated=True),
                        fields=["due_at", "id"],
                        name="assessment_due",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="assessment_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="assessment_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["cancelled", "ended"]))),
                            models.Q(models.Q(("state__in", frozenset(["cancelled", "ended"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="assessment_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ("submitted", "filed", "ended")), _negated=True),
                            models.Q(("result", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="assessment_judged_has_result",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Care",
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
                            ("requested", "待安排"),
                            ("assigned", "待承接"),
                            ("serving", "帮扶中"),
                            ("ended", "已结束"),
                            ("unarranged", "未能安排"),
                            ("revoked", "本人已撤回同意"),
                        ],
                        default="requested",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                (
                    "asked_by",
                    models.CharField(
                        choices=[("self", "本人"), ("guardian", "未成年人等的监护人")], default="self", max_length=10, verbose_name="申请人"
                    ),
                ),
                ("name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="姓名")),
                ("phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="电话")),
                ("address", governance.privacy.fields.SealedField(blank=True, default="", kind="address", verbose_name="联系地址")),
                ("situation", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="情况说明")),
                ("result_note", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="结束说明")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "decline_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("full", "人手已满"),
                            ("beyond", "超出服务范围"),
                            ("known", "与服务对象相识，应当回避"),
                            ("over", "服务合同即将到期"),
                        ],
                        max_length=10,
                        verbose_name="不承接的理由",
                    ),
                ),
                (
                    "close_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_provider", "暂无承接机构，已告知其他途径"),
                            ("not_needed", "本人表示不再需要"),
                            ("elsewhere", "已由其他机构提供帮助"),
                            ("unreached", "多次联系不上"),
                        ],
                        max_length=12,
                        verbose_name="未能安排的理由",
                    ),
                ),
                ("visits_held", models.PositiveSmallIntegerField(default=0, verbose_name="帮扶次数")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="下次帮扶日期")),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("helped", "已得到帮助"),
                            ("partly", "部分得到帮助"),
                            ("passed_on", "已转专业机构继续帮助"),
                            ("not_needed", "本人表示不再需要"),
                            ("unreached", "联系不上，暂停帮助"),
                        ],
                        max_length=12,
                        verbose_name="结果",
                    ),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fairly", "基本满意"), ("dissatisfied", "不满意")],
                        max_length=12,
                        verbose_name="本人评价",
                    ),
                ),
                ("erased_at", models.DateTimeField(editable=False, null=True, verbose_name="个人信息删除时间")),
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
                    "supervisor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="主管部门"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.careneed", verbose_name="需要的帮助"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.careprovider",
                        verbose_name="承接机构",
                    ),
                ),
            ],
            options={
                "verbose_name": "关爱帮扶",
                "verbose_name_plural": "关爱帮扶",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="care_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="care_path_opened"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="care_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="care_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["ended", "revoked", "unarranged"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["ended", "revoked", "unarranged"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="care_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["assigned", "serving", "ended"]), _negated=True),
                            ("provider__isnull", False),
                            _connector="OR",
                        ),
                        name="care_served_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "ended"), _negated=True), models.Q(("result", ""), _negated=True), _connector="OR"
                        ),
                        name="care_ended_with_a_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erased_at", None),
                            models.Q(("address", ""), ("name", ""), ("phone", ""), ("result_note", ""), ("situation", "")),
                            _connector="OR",
                        ),
                        name="care_erased_is_empty",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MediatorChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("side", models.CharField(max_length=10, verbose_name="一方")),
                (
                    "way",
                    models.CharField(choices=[("web", "网上选定"), ("counter", "当面或者电话选定")], max_length=8, verbose_name="方式"),
                ),
                ("at", models.DateTimeField(verbose_name="时间")),
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
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="disputes.mediation", verbose_name="调解事项"
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.mediator", verbose_name="调解员"
                    ),
                ),
            ],
            options={
                "verbose_name": "选定调解员",
                "verbose_name_plural": "选定调解员",
                "ordering": ("side",),
                "constraints": [models.UniqueConstraint(fields=("mediation", "side"), name="choice_once_per_side")],
            },
        ),
        migrations.CreateModel(
            name="OpinionCollection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("held_on", models.DateField(verbose_name="日期")),
                ("reach", models.CharField(max_length=120, verbose_name="范围")),
                ("people", models.PositiveIntegerField(verbose_name="参加人数")),
                ("in_favour", models.PositiveIntegerField(default=0, verbose_name="支持")),
                ("conditional", models.PositiveIntegerField(default=0, verbose_name="有条件支持")),
                ("against", models.PositiveIntegerField(default=0, verbose_name="反对")),
                ("summary", models.TextField(max_length=2000, verbose_name="主要意见")),
                (
                    "method",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.hearingmethod", verbose_name="方式"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="collections",
                        to="disputes.stabilityassessment",
                        verbose_name="评估",
                    ),
                ),
            ],
            options={
                "verbose_name": "意见征集",
                "verbose_name_plural": "意见征集",
                "ordering": ("held_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "people__gte",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.expressions.CombinedExpression(models.F("in_favour"), "+", models.F("conditional")),
                                    "+",
                                    models.F("against"),
                                ),
                            )
                        ),
                        name="collection_opinions_are_of_people",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Resolution",
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
                        choices=[("carrying", "落实中"), ("reported", "已报告完成，待验收"), ("done", "已办结"), ("withdrawn", "已撤销")],
                        default="carrying",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("task", models.TextField(max_length=1000, verbose_name="议定内容")),
                ("due_on", models.DateField(verbose_name="完成日期")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告完成时间")),
                ("rounds", models.PositiveSmallIntegerField(default=0, verbose_name="退回次数")),
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
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("task"), models.Value(""), output_field=models.TextField()
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
                    "caller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="召集单位"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="disputes.agendaitem",
                        verbose_name="议题",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="resolutions",
                        to="disputes.meeting",
                        verbose_name="联席会议",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.place", verbose_name="区划"
                    ),
                ),
                (
                    "reported_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="报告人",
                    ),
                ),
            ],
            options={
                "verbose_name": "议定事项",
                "verbose_name_plural": "议定事项",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["place_path", "opened_at"], name="resolution_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["done", "withdrawn"])), _negated=True),
                        fields=["due_at", "id"],
                        name="resolution_due",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="resolution_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="resolution_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["done", "withdrawn"]))),
                            models.Q(models.Q(("state__in", frozenset(["done", "withdrawn"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="resolution_closed_has_its_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskPoint",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("name", models.CharField(max_length=80, verbose_name="风险点")),
                ("description", models.TextField(max_length=2000, verbose_name="说明")),
                ("likelihood", models.PositiveSmallIntegerField(verbose_name="可能性")),
                ("effect", models.PositiveSmallIntegerField(verbose_name="影响程度")),
                (
                    "level",
                    models.CharField(
                        choices=[("low", "低风险"), ("medium", "中风险"), ("high", "高风险")], max_length=6, verbose_name="风险等级"
                    ),
                ),
                ("likelihood_after", models.PositiveSmallIntegerField(null=True, verbose_name="措施后可能性")),
                ("effect_after", models.PositiveSmallIntegerField(null=True, verbose_name="措施后影响程度")),
                (
                    "level_after",
                    models.CharField(
                        blank=True,
                        choices=[("low", "低风险"), ("medium", "中风险"), ("high", "高风险")],
                        max_length=6,
                        verbose_name="措施后风险等级",
                    ),
                ),
                ("after_note", models.TextField(blank=True, max_length=2000, verbose_name="评定依据")),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="risks",
                        to="disputes.stabilityassessment",
                        verbose_name="评估",
                    ),
                ),
            ],
            options={
                "verbose_name": "风险点",
                "verbose_name_plural": "风险点",
                "ordering": ("position",),
                "constraints": [models.UniqueConstraint(fields=("assessment", "position"), name="risk_point_position_once")],
            },
        ),
        migrations.CreateModel(
            name="Search",
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
                        choices=[("due", "待排查"), ("searching", "排查中"), ("done", "已完成"), ("dropped", "已取消")],
                        default="due",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("grids_total", models.PositiveSmallIntegerField(null=True, verbose_name="网格数")),
                ("found", models.PositiveSmallIntegerField(default=0, verbose_name="发现纠纷")),
                ("handed", models.PositiveSmallIntegerField(default=0, verbose_name="移交")),
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="searches", to="disputes.round", verbose_name="排查轮次"
                    ),
                ),
            ],
            options={
                "verbose_name": "矛盾纠纷排查",
                "verbose_name_plural": "矛盾纠纷排查",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="search_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="search_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["done", "dropped"])), _negated=True),
                        fields=["due_at", "id"],
                        name="search_due_ongoing",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="search_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="search_words"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["done", "dropped"]))),
                            models.Q(models.Q(("state__in", frozenset(["done", "dropped"])), _negated=True), ("closed_at", None)),
                            _connector="OR",
                        ),
                        name="search_closed_has_its_moment",
                    ),
                    models.UniqueConstraint(fields=("round", "place"), name="search_once_per_round_and_village"),
                    models.CheckConstraint(condition=models.Q(("handed__lte", models.F("found"))), name="search_hands_on_what_was_found"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Studio",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                (
                    "kinds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=12), blank=True, default=list, size=None, verbose_name="主要调解"
                    ),
                ),
                ("venue", models.CharField(max_length=120, verbose_name="地址")),
                ("phone", models.CharField(max_length=20, verbose_name="联系电话")),
                (
                    "state",
                    models.CharField(
                        choices=[("proposed", "待司法局同意"), ("approved", "已同意、已公布"), ("refused", "未同意"), ("closed", "已停办")],
                        default="proposed",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("proposed_at", models.DateTimeField(verbose_name="申请时间")),
                ("decided_at", models.DateTimeField(null=True, verbose_name="决定时间")),
                ("closed_at", models.DateTimeField(null=True, verbose_name="停办时间")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="意见")),
                (
                    "committee",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="studios", to="disputes.committee", verbose_name="调委会"
                    ),
                ),
                (
                    "leader",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="studios", to="disputes.mediator", verbose_name="负责人"
                    ),
                ),
            ],
            options={
                "verbose_name": "个人调解工作室",
                "verbose_name_plural": "个人调解工作室",
                "ordering": ("name", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("state", "proposed"), ("decided_at__isnull", False), _connector="OR"),
                        name="studio_decided_has_its_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("web", "本人网上申请时同意"),
                            ("signed", "本人书面签字"),
                            ("phone", "本人电话同意（有录音）"),
                            ("code", "本人提供的确认码"),
                        ],
                        max_length=8,
                        verbose_name="同意方式",
                    ),
                ),
                ("given_on", models.DateField(verbose_name="同意日期")),
                (
                    "reference",
                    governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="同意凭据（编号、确认码）"),
                ),
                ("scan", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="同意书扫描件")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="撤回时间")),
                (
                    "revoked_by",
                    models.CharField(
                        blank=True, choices=[("self", "本人在网上撤回"), ("told", "本人告知后登记")], max_length=5, verbose_name="撤回方式"
                    ),
                ),
                (
                    "care",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="consent", to="disputes.care", verbose_name="关爱帮扶"
                    ),
                ),
                (
                    "recorded_by",
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
                "verbose_name": "本人同意",
                "verbose_name_plural": "本人同意",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("revoked_at", None), ("revoked_by", "")),
                            models.Q(("revoked_at__isnull", False), models.Q(("revoked_by", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="care_consent_revoked_says_how",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("grid", models.CharField(max_length=30, verbose_name="网格")),
                ("searched_on", models.DateField(verbose_name="排查日期")),
                ("at", models.DateTimeField(verbose_name="登记时间")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("nothing", "未发现矛盾纠纷"), ("found", "发现矛盾纠纷")], max_length=8, verbose_name="排查结果"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("neighbour", "邻里纠纷"),
                            ("family", "婚姻家庭纠纷"),
                            ("property", "物业纠纷"),
                            ("labour", "劳动争议"),
                            ("consumer", "消费纠纷"),
                            ("medical", "医疗纠纷"),
                            ("traffic", "交通事故损害赔偿"),
                            ("administrative", "行政调解事项"),
                            ("general", "其他民间纠纷"),
                        ],
                        max_length=16,
                        verbose_name="纠纷类型",
                    ),
                ),
                ("spot", models.CharField(blank=True, max_length=60, verbose_name="具体地点")),
                ("summary", models.TextField(blank=True, verbose_name="情况摘要")),
                (
                    "handled",
                    models.CharField(
                        blank=True,
                        choices=[("spot", "当场化解"), ("mediation", "移交人民调解"), ("complaints", "转12345接诉即办")],
                        max_length=10,
                        verbose_name="处理方式",
                    ),
                ),
                ("settlement", models.TextField(blank=True, verbose_name="化解情况")),
                ("became", models.CharField(blank=True, max_length=40, verbose_name="移交编号")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="排查人"
                    ),
                ),
                (
                    "of",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="disputes.search", verbose_name="排查"
                    ),
                ),
            ],
            options={
                "verbose_name": "排查记录",
                "verbose_name_plural": "排查记录",
                "ordering": ("searched_on", "pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("handled", ""), ("outcome", "nothing")),
                            models.Q(
                                ("outcome", "found"), models.Q(("handled", ""), _negated=True), models.Q(("summary", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="search_entry_says_what_it_found",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("became", ""), ("handled__in", ["", "spot"])),
                            models.Q(models.Q(("handled__in", ["", "spot"]), _negated=True), models.Q(("became", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="search_entry_links_what_it_became",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiskMeasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.CharField(max_length=500, verbose_name="措施")),
                ("due_on", models.DateField(verbose_name="完成日期")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="报告时间")),
                ("outcome", models.TextField(blank=True, max_length=2000, verbose_name="落实情况")),
                ("settled_at", models.DateTimeField(null=True, verbose_name="核实时间")),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="责任单位"
                    ),
                ),
                (
                    "risk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="measures", to="disputes.riskpoint", verbose_name="风险点"
                    ),
                ),
            ],
            options={
                "verbose_name": "防范措施",
                "verbose_name_plural": "防范措施",
                "ordering": ("risk__position", "due_on", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Visit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("visited_on", models.DateField(verbose_name="帮扶日期")),
                (
                    "way",
                    models.CharField(
                        choices=[("home", "上门"), ("office", "到机构"), ("phone", "电话"), ("elsewhere", "其他地点")],
                        max_length=10,
                        verbose_name="方式",
                    ),
                ),
                ("done", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="做了什么")),
                ("next_on", models.DateField(blank=True, null=True, verbose_name="下次日期")),
                ("next_plan", governance.privacy.fields.SealedField(blank=True, default="", kind="text", verbose_name="下次打算")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="帮扶人"
                    ),
                ),
                (
                    "care",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="visits", to="disputes.care", verbose_name="关爱帮扶"
                    ),
                ),
                (
                    "provider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.careprovider", verbose_name="承接机构"
                    ),
                ),
            ],
            options={
                "verbose_name": "帮扶记录",
                "verbose_name_plural": "帮扶记录",
                "ordering": ("serial",),
                "constraints": [models.UniqueConstraint(fields=("care", "serial"), name="care_visit_serial_once")],
            },
        ),
        migrations.AddField(
            model_name="mediation",
            name="colour",
            field=models.CharField(
                blank=True,
                choices=[("red", "红色"), ("yellow", "黄色"), ("green", "绿色")],
                db_default="",
                max_length=6,
                verbose_name="纠纷等级",
            ),
        ),
        migrations.AddField(
            model_name="mediation",
            name="colour_reasons",
            field=models.TextField(blank=True, db_default="", verbose_name="等级依据"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="colour_ticked",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30), db_default=[], default=list, editable=False, size=None
            ),
        ),
        migrations.AddField(
            model_name="mediation",
            name="diverted_at",
            field=models.DateTimeField(null=True, verbose_name="分流时间"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="leader",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="牵头单位"
            ),
        ),
        migrations.AddField(
            model_name="mediation",
            name="next_session_at",
            field=models.DateTimeField(null=True, verbose_name="约定的下次调解"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="other_phone",
            field=governance.privacy.fields.SealedField(blank=True, db_default="", default="", kind="phone", verbose_name="被申请人电话"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="source_ref",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="来源编号、文号"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="source_unit",
            field=models.CharField(blank=True, db_default="", max_length=60, verbose_name="移交单位"),
        ),
        migrations.AddField(
            model_name="mediation",
            name="ways_told",
            field=models.TextField(blank=True, db_default="", verbose_name="已告知的其他途径"),
        ),
        migrations.AddField(
            model_name="party",
            name="consent",
            field=models.CharField(
                blank=True,
                choices=[("agrees", "同意调解"), ("refuses", "不同意调解"), ("unreached", "未联系上")],
                db_default="",
                max_length=10,
                verbose_name="调解意愿",
            ),
        ),
        migrations.AddField(
            model_name="party",
            name="consent_at",
            field=models.DateTimeField(null=True, verbose_name="表示意愿时间"),
        ),
        migrations.AddField(
            model_name="party",
            name="phone_index",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="session",
            name="applicant_said",
            field=models.TextField(blank=True, db_default="", verbose_name="申请人陈述"),
        ),
        migrations.AddField(
            model_name="session",
            name="attendees",
            field=models.CharField(blank=True, db_default="", max_length=200, verbose_name="其他参加人"),
        ),
        migrations.AddField(
            model_name="session",
            name="not_held",
            field=models.CharField(
                blank=True,
                choices=[
                    ("applicant", "申请人未到场"),
                    ("respondent", "被申请人未到场"),
                    ("both", "双方均未到场"),
                    ("postponed", "经双方同意改期"),
                    ("committee", "调解委员会原因"),
                ],
                db_default="",
                max_length=10,
                verbose_name="未举行原因",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="proposal",
            field=models.TextField(blank=True, db_default="", verbose_name="调解方案"),
        ),
        migrations.AddField(
            model_name="session",
            name="respondent_said",
            field=models.TextField(blank=True, db_default="", verbose_name="被申请人陈述"),
        ),
        migrations.AddField(
            model_name="session",
            name="rights_told",
            field=models.BooleanField(db_default=False, default=False, verbose_name="已告知权利义务"),
        ),
        migrations.AddField(
            model_name="session",
            name="room",
            field=models.CharField(blank=True, db_default="", max_length=40, verbose_name="调解室"),
        ),
        migrations.AddField(
            model_name="session",
            name="scheduled_for",
            field=models.DateTimeField(null=True, verbose_name="约定时间"),
        ),
        migrations.AddField(
            model_name="session",
            name="state",
            field=models.CharField(
                choices=[("scheduled", "已约定"), ("held", "已举行"), ("not_held", "未举行")],
                db_default="held",
                default="held",
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="mediation",
            name="kind",
            field=models.CharField(
                choices=[
                    ("neighbour", "邻里纠纷"),
                    ("family", "婚姻家庭纠纷"),
                    ("property", "物业纠纷"),
                    ("labour", "劳动争议"),
                    ("consumer", "消费纠纷"),
                    ("medical", "医疗纠纷"),
                    ("traffic", "交通事故损害赔偿"),
                    ("administrative", "行政调解事项"),
                    ("general", "其他民间纠纷"),
                ],
                default="general",
                max_length=16,
                verbose_name="纠纷类型",
            ),
        ),
        migrations.AlterField(
            model_name="otherway",
            name="kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("neighbour", "邻里纠纷"),
                    ("family", "婚姻家庭纠纷"),
                    ("property", "物业纠纷"),
                    ("labour", "劳动争议"),
                    ("consumer", "消费纠纷"),
                    ("medical", "医疗纠纷"),
                    ("traffic", "交通事故损害赔偿"),
                    ("administrative", "行政调解事项"),
                    ("general", "其他民间纠纷"),
                ],
                max_length=16,
                verbose_name="纠纷类型",
            ),
        ),
        migrations.AlterField(
            model_name="party",
            name="agent",
            field=governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="法定代表人、负责人"),
        ),
        migrations.AlterField(
            model_name="session",
            name="attendance",
            field=models.CharField(
                blank=True,
                choices=[("both", "双方到场"), ("separate", "分别调解"), ("applicant", "仅申请人到场"), ("respondent", "仅被申请人到场")],
                max_length=10,
                verbose_name="到场情况",
            ),
        ),
        migrations.AlterField(
            model_name="session",
            name="course",
            field=models.TextField(blank=True, verbose_name="调解经过"),
        ),
        migrations.AlterField(
            model_name="session",
            name="held_at",
            field=models.DateTimeField(null=True, verbose_name="时间"),
        ),
        migrations.AlterField(
            model_name="session",
            name="recorder",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="记录人"
            ),
        ),
        migrations.AlterField(
            model_name="session",
            name="result",
            field=models.TextField(blank=True, verbose_name="调解结果"),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "held"), _negated=True),
                    models.Q(("held_at__isnull", False), models.Q(("course", ""), _negated=True), models.Q(("result", ""), _negated=True)),
                    _connector="OR",
                ),
                name="session_held_has_its_record",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("state", "held"), ("scheduled_for__isnull", False), _connector="OR"),
                name="session_scheduled_has_its_moment",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "not_held"), _negated=True), models.Q(("not_held", ""), _negated=True), _connector="OR"
                ),
                name="session_not_held_has_reason",
            ),
        ),
        migrations.AddField(
            model_name="mediation",
            name="colour_scheme",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="disputes.colourscheme",
                verbose_name="等级标准",
            ),
        ),
    ]
