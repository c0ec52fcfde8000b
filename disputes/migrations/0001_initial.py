import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import governance.privacy.fields
import governance.search.query
import uuid
from django.conf import settings
from governance.migrating import AtOnce
from django.db import migrations, models


class Migration(AtOnce):
    initial = True

    # The packages' own changes of their tables come before ours: each has Django render all models that touch a person once more.
    dependencies = [
        ("governance", "0002_functions"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("otp_static", "0003_add_timestamps"),
        ("otp_totp", "0003_add_timestamps"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60, verbose_name="客户端名称")),
                ("contact", models.CharField(max_length=120, verbose_name="负责单位和工作电话")),
                ("prefix", models.CharField(editable=False, max_length=16, verbose_name="密钥开头")),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "scopes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[("file", "提交诉求"), ("update", "补充说明、申请重新办理"), ("own", "查看本端提交的诉求")],
                            max_length=10,
                        ),
                        size=None,
                        verbose_name="可以做什么",
                    ),
                ),
                (
                    "per_hour",
                    models.PositiveIntegerField(
                        default=600,
                        validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100000)],
                        verbose_name="每小时最多请求次数",
                    ),
                ),
                ("issued_at", models.DateTimeField(verbose_name="发放时间")),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("ended_at", models.DateTimeField(null=True, verbose_name="停用时间")),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "verbose_name": "接口密钥",
                "verbose_name_plural": "接口密钥",
                "ordering": ("-issued_at", "-pk"),
            },
        ),
        migrations.CreateModel(
            name="Bulletin",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField(verbose_name="月份")),
                ("version", models.PositiveSmallIntegerField(default=1, verbose_name="版次")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "待公布"), ("published", "已公布"), ("replaced", "已更正")],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("foreword", models.TextField(blank=True, max_length=1000, verbose_name="说明")),
                ("reason", models.CharField(blank=True, max_length=200, verbose_name="更正原因")),
                ("inputs", models.JSONField(default=dict)),
                ("figures", models.JSONField(default=dict)),
                ("digest", models.CharField(blank=True, max_length=64, verbose_name="校验值")),
                ("counted_at", models.DateTimeField(verbose_name="统计时间")),
                ("published_at", models.DateTimeField(null=True, verbose_name="公布时间")),
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
                ("published_office", models.CharField(blank=True, max_length=60, verbose_name="公布单位")),
            ],
            options={
                "verbose_name": "每月通报",
                "verbose_name_plural": "每月通报",
                "ordering": ("-month", "-version"),
                "constraints": [
                    models.UniqueConstraint(fields=("month", "version"), name="bulletin_version_once"),
                    models.UniqueConstraint(condition=models.Q(("state", "draft")), fields=("month",), name="bulletin_one_draft"),
                    models.UniqueConstraint(condition=models.Q(("state", "published")), fields=("month",), name="bulletin_one_stands"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("state", "draft")),
                            models.Q(models.Q(("state", "draft"), _negated=True), ("published_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="bulletin_published_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("version", 1), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="bulletin_correction_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Category",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=20, unique=True, verbose_name="代码")),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="disputes.category",
                        verbose_name="上级分类",
                    ),
                ),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="提示")),
                ("trade", models.CharField(blank=True, max_length=30, verbose_name="主管行业")),
                ("keywords", models.CharField(blank=True, max_length=200, verbose_name="关键词")),
                (
                    "urgency",
                    models.CharField(
                        choices=[("urgent", "紧急"), ("normal", "一般"), ("complex", "疑难")],
                        default="normal",
                        max_length=10,
                        verbose_name="默认紧急程度",
                    ),
                ),
                ("is_public", models.BooleanField(default=True, verbose_name="可匿名公开")),
                ("is_sensitive", models.BooleanField(default=False, verbose_name="敏感事项")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "诉求分类",
                "verbose_name_plural": "诉求分类",
                "ordering": ("code",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("is_public", True), ("is_sensitive", True), _negated=True),
                        name="category_sensitive_is_never_public",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Import",
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
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="导入人",
                    ),
                ),
                ("post", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.post")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="导入单位",
                    ),
                ),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24, verbose_name="路径")),
                ("at", models.DateTimeField(verbose_name="上传时间")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("checking", "检查中"),
                            ("checked", "待导入"),
                            ("nothing", "没有可导入的行"),
                            ("taking", "导入中"),
                            ("done", "已导入"),
                            ("refused", "无法读取"),
                        ],
                        default="checking",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("rows", models.PositiveIntegerField(default=0, verbose_name="行数")),
                ("bad", models.PositiveIntegerField(default=0, verbose_name="有误")),
                ("known", models.PositiveIntegerField(default=0, verbose_name="先前已导入")),
                ("taken", models.PositiveIntegerField(default=0, verbose_name="已导入")),
                ("read_to", models.PositiveIntegerField(default=1, verbose_name="已处理到第几行")),
                ("touched_at", models.DateTimeField(verbose_name="最近处理")),
                ("finished_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                ("sms", models.BooleanField(db_default=False, default=False, verbose_name="给反映人发送受理短信")),
                ("refusal", models.CharField(blank=True, max_length=300, verbose_name="无法读取的原因")),
            ],
            options={
                "verbose_name": "来件导入",
                "verbose_name_plural": "来件导入",
                "ordering": ("-at", "-pk"),
                "indexes": [
                    models.Index(fields=["place_path", "at"], name="import_path_at"),
                    models.Index(condition=models.Q(("state__in", ("checking", "taking"))), fields=["touched_at"], name="import_at_work"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OtherWay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
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
                            ("general", "其他民间纠纷"),
                        ],
                        max_length=12,
                        verbose_name="纠纷类型",
                    ),
                ),
                ("label", models.CharField(max_length=60, verbose_name="途径")),
                ("text", models.TextField(verbose_name="说明")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "其他解决途径",
                "verbose_name_plural": "其他解决途径",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Refusal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=60, verbose_name="理由")),
                ("right_way", models.TextField(verbose_name="正确途径")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "不予受理理由",
                "verbose_name_plural": "不予受理理由",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Unmediable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=30, unique=True, verbose_name="代码")),
                ("label", models.CharField(max_length=60, verbose_name="理由")),
                ("right_way", models.TextField(verbose_name="正确途径")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "不予调解理由",
                "verbose_name_plural": "不予调解理由",
                "ordering": ("pk",),
            },
        ),
        migrations.CreateModel(
            name="Cluster",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="governance.place", verbose_name="地点"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="disputes.category", verbose_name="分类"
                    ),
                ),
                ("count", models.PositiveIntegerField(verbose_name="件数")),
                ("ongoing", models.PositiveIntegerField(verbose_name="在办")),
                ("since", models.DateTimeField(verbose_name="最早")),
                ("until", models.DateTimeField(verbose_name="最近")),
                ("computed_at", models.DateTimeField(verbose_name="统计时间")),
            ],
            options={
                "verbose_name": "集中反映",
                "verbose_name_plural": "集中反映",
                "ordering": ("-count", "place_path"),
                "indexes": [models.Index(fields=["place_path"], name="cluster_path")],
                "constraints": [models.UniqueConstraint(fields=("place", "category"), name="cluster_once_per_village")],
            },
        ),
        migrations.CreateModel(
            name="ClusterRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="disputes.category",
                        verbose_name="分类",
                    ),
                ),
                ("least", models.PositiveSmallIntegerField(verbose_name="至少（件）")),
                ("days", models.PositiveSmallIntegerField(verbose_name="期间（日）")),
            ],
            options={
                "verbose_name": "集中反映标准",
                "verbose_name_plural": "集中反映标准",
                "ordering": (models.OrderBy(models.F("category__code"), nulls_first=True),),
                "constraints": [
                    models.UniqueConstraint(fields=("category",), name="cluster_rule_once_per_category", nulls_distinct=False),
                    models.CheckConstraint(condition=models.Q(("days__gte", 1), ("least__gte", 2)), name="cluster_rule_is_of_several"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Complaint",
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
                            ("registered", "已登记"),
                            ("classified", "待派单"),
                            ("dispatched", "待签收"),
                            ("objected", "异议审核中"),
                            ("consulting", "会商中"),
                            ("signed", "待联系"),
                            ("handling", "办理中"),
                            ("replied", "待回访"),
                            ("called_back", "已回访"),
                            ("closed", "已办结"),
                            ("not_accepted", "不予受理"),
                            ("emergency", "已转紧急热线"),
                            ("mediation", "已转人民调解"),
                            ("withdrawn", "已撤回"),
                            ("merged", "已并案"),
                            ("split", "分项办理中"),
                        ],
                        default="registered",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("consult", "咨询"), ("help", "求助"), ("complaint", "投诉"), ("report", "举报"), ("suggestion", "建议")],
                        max_length=12,
                        verbose_name="类型",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="complaints", to="disputes.category", verbose_name="分类"
                    ),
                ),
                (
                    "urgency",
                    models.CharField(
                        choices=[("urgent", "紧急"), ("normal", "一般"), ("complex", "疑难")],
                        default="normal",
                        max_length=10,
                        verbose_name="紧急程度",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("phone", "12345电话"),
                            ("web", "网页"),
                            ("wechat", "微信"),
                            ("visit", "来访"),
                            ("letter", "来信"),
                            ("police", "公安移交"),
                            ("grid", "网格上报"),
                            ("superior", "上级交办"),
                            ("open311", "开放接口"),
                            ("joined", "我也遇到"),
                        ],
                        default="web",
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                ("description", models.TextField(verbose_name="反映内容")),
                ("landmark", models.CharField(blank=True, max_length=120, verbose_name="详细位置")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
                ("reporter_name", governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="反映人")),
                ("reporter_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="联系电话")),
                ("phone_index", models.CharField(blank=True, editable=False, max_length=64)),
                ("is_anonymous", models.BooleanField(default=False, verbose_name="匿名举报")),
                ("is_secret", models.BooleanField(default=False, verbose_name="身份保密")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                (
                    "resident",
                    models.ForeignKey(
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("origin", models.CharField(blank=True, db_default="", default="", max_length=40, verbose_name="来件单位")),
                ("external_number", models.CharField(blank=True, db_default="", default="", max_length=60, verbose_name="原编号")),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="首接单位",
                    ),
                ),
                (
                    "suggested_office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="建议承办单位",
                    ),
                ),
                ("needs_place", models.BooleanField(db_default=False, default=False, verbose_name="待定位")),
                ("emergency_suspected", models.BooleanField(default=False, verbose_name="疑似紧急")),
                (
                    "against",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="反映的单位",
                    ),
                ),
                ("danger", models.TextField(blank=True, db_default="", default="", verbose_name="重大事项")),
                ("extension_asked", models.BooleanField(default=False, verbose_name="待审延期")),
                ("reopening_asked", models.BooleanField(default=False, verbose_name="申请重办")),
                ("objected", models.BooleanField(db_default=False, default=False, verbose_name="已提异议")),
                (
                    "lead_by",
                    models.CharField(
                        blank=True,
                        choices=[("agreed", "会商商定"), ("designated", "综治中心指定")],
                        db_default="",
                        max_length=10,
                        verbose_name="主办单位的确定",
                    ),
                ),
                ("is_across", models.BooleanField(db_default=False, verbose_name="涉及其他地区")),
                ("is_joint", models.BooleanField(db_default=False, verbose_name="有协办单位")),
                (
                    "raised_to",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="提级至",
                    ),
                ),
                ("transfers", models.PositiveSmallIntegerField(default=0, verbose_name="转派次数")),
                ("reworks", models.PositiveSmallIntegerField(default=0, verbose_name="重办次数")),
                (
                    "refusal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.refusal",
                        verbose_name="不予受理理由",
                    ),
                ),
                (
                    "diverted_to",
                    models.CharField(
                        blank=True,
                        choices=[("110", "110 报警"), ("119", "119 火警"), ("120", "120 急救"), ("122", "122 交通事故")],
                        max_length=3,
                        verbose_name="转往",
                    ),
                ),
                ("contact_kept", models.BooleanField(null=True, verbose_name="按时联系")),
                ("handle_kept", models.BooleanField(null=True, verbose_name="按期办理")),
                ("replied_at", models.DateTimeField(null=True, verbose_name="答复时间")),
                ("reached", models.BooleanField(null=True, verbose_name="回访接通")),
                (
                    "solved",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "已解决"), ("partly", "部分解决"), ("no", "未解决")],
                        max_length=8,
                        verbose_name="是否解决",
                    ),
                ),
                (
                    "satisfaction",
                    models.CharField(
                        blank=True,
                        choices=[("satisfied", "满意"), ("fairly", "基本满意"), ("dissatisfied", "不满意")],
                        max_length=14,
                        verbose_name="满意度",
                    ),
                ),
                ("rated_at", models.DateTimeField(null=True, verbose_name="评价时间")),
                ("question_open", models.BooleanField(db_default=False, default=False, verbose_name="等待反映人答复")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("no_power", "无权限处理"), ("no_fact", "查无实据"), ("long_term", "需长期推进")],
                        db_default="",
                        default="",
                        max_length=10,
                        verbose_name="未解决的原因",
                    ),
                ),
                ("review_on", models.DateField(null=True, verbose_name="回头看日期")),
                ("times_refused", models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="不予重办次数")),
                (
                    "appeal_to",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="复核单位",
                    ),
                ),
                ("erased_at", models.DateTimeField(editable=False, null=True, verbose_name="联系方式删除时间")),
                (
                    "merged_into",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.complaint",
                        verbose_name="并入",
                    ),
                ),
                ("followers", models.PositiveIntegerField(db_default=0, default=0, verbose_name="并入本件的")),
                (
                    "parent",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.complaint",
                        verbose_name="拆分自",
                    ),
                ),
                ("parts", models.PositiveSmallIntegerField(db_default=0, default=0, verbose_name="分项")),
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
                "verbose_name": "诉求",
                "verbose_name_plural": "诉求",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="complaint_opened"),
                    models.Index(fields=["state", "opened_at", "id"], name="complaint_state_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="complaint_path_opened"),
                    models.Index(
                        condition=models.Q(
                            ("state__in", frozenset(["closed", "emergency", "mediation", "not_accepted", "withdrawn"])), _negated=True
                        ),
                        fields=["due_at", "id"],
                        name="complaint_due_ongoing",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("state__in", frozenset(["closed", "emergency", "mediation", "not_accepted", "withdrawn"])), _negated=True
                        ),
                        fields=["place_path", "due_at"],
                        name="complaint_path_ongoing",
                    ),
                    models.Index(
                        condition=models.Q(("state", "objected"), ("extension_asked", True), ("reopening_asked", True), _connector="OR"),
                        fields=["place_path"],
                        name="complaint_to_review",
                    ),
                    models.Index(condition=models.Q(("question_open", True)), fields=["place_path"], name="complaint_question"),
                    models.Index(condition=models.Q(("appeal_to__isnull", False)), fields=["appeal_to"], name="complaint_appeal"),
                    models.Index(condition=models.Q(("review_on__isnull", False)), fields=["review_on"], name="complaint_review"),
                    models.Index(
                        condition=models.Q(("erased_at", None), ("is_anonymous", False)), fields=["closed_at"], name="complaint_to_erase"
                    ),
                    models.Index(condition=models.Q(("needs_place", True)), fields=["place_path"], name="complaint_unplaced"),
                    models.Index(condition=models.Q(("danger", ""), _negated=True), fields=["place_path"], name="complaint_grave"),
                    models.Index(condition=models.Q(("resident__isnull", False)), fields=["resident"], name="complaint_resident"),
                    models.Index(condition=models.Q(("merged_into__isnull", False)), fields=["merged_into"], name="complaint_followers"),
                    models.Index(condition=models.Q(("parent__isnull", False)), fields=["parent"], name="complaint_parts"),
                    models.Index(condition=models.Q(("phone_index", ""), _negated=True), fields=["phone_index"], name="complaint_phone"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="complaint_offices"),
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(("is_across", True)), fastupdate=False, fields=["office_ids"], name="complaint_across"
                    ),
                    models.Index(
                        condition=models.Q(
                            models.Q(
                                ("state__in", frozenset(["closed", "emergency", "mediation", "not_accepted", "withdrawn"])), _negated=True
                            ),
                            models.Q(
                                models.Q(("office", None), ("transfers__gt", 0)),
                                ("state", "consulting"),
                                ("raised_to__isnull", False),
                                _connector="OR",
                            ),
                        ),
                        fields=["place_path"],
                        name="complaint_unattended",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="complaint_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", False),
                                ("state__in", frozenset(["closed", "emergency", "mediation", "not_accepted", "withdrawn"])),
                            ),
                            models.Q(
                                models.Q(
                                    ("state__in", frozenset(["closed", "emergency", "mediation", "not_accepted", "withdrawn"])),
                                    _negated=True,
                                ),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="complaint_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_anonymous", False), models.Q(("reporter_name", ""), ("reporter_phone", "")), _connector="OR"
                        ),
                        name="complaint_anonymous_has_no_contact",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("external_number", ""), _negated=True),
                        fields=("origin", "external_number"),
                        name="complaint_external_number_once_per_origin",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "not_accepted"), _negated=True), ("refusal__isnull", False), _connector="OR"),
                        name="complaint_refusal_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "long_term"), _negated=True), ("review_on__isnull", False), _connector="OR"
                        ),
                        name="complaint_plan_has_its_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("erased_at", None),
                            models.Q(("phone_index", ""), ("reporter_name", ""), ("reporter_phone", "")),
                            _connector="OR",
                        ),
                        name="complaint_erased_has_no_contact",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("merged_into__isnull", False), ("source", "joined"), models.Q(("phone_index", ""), _negated=True)
                        ),
                        fields=("merged_into", "phone_index"),
                        name="complaint_joined_once_per_phone",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportCodes",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="codes", to="disputes.import")),
                ("first_line", models.PositiveIntegerField()),
                ("sealed", governance.privacy.fields.SealedField(blank=True, default="", kind="text")),
            ],
            options={
                "verbose_name": "查询码",
                "verbose_name_plural": "查询码",
                "ordering": ("sheet", "first_line"),
                "constraints": [models.UniqueConstraint(fields=("sheet", "first_line"), name="import_codes_once")],
            },
        ),
        migrations.CreateModel(
            name="Mediation",
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
                            ("registered", "待受理"),
                            ("accepted", "待指派调解员"),
                            ("mediating", "调解中"),
                            ("expert", "鉴定评估中"),
                            ("agreed", "已达成协议"),
                            ("performed", "协议已履行"),
                            ("unperformed", "协议未履行"),
                            ("ended", "调解不成"),
                            ("filed", "已归档"),
                            ("not_accepted", "不予受理"),
                            ("withdrawn", "已撤回"),
                        ],
                        default="registered",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("neighbour", "邻里纠纷"),
                            ("family", "婚姻家庭纠纷"),
                            ("property", "物业纠纷"),
                            ("labour", "劳动争议"),
                            ("consumer", "消费纠纷"),
                            ("medical", "医疗纠纷"),
                            ("traffic", "交通事故损害赔偿"),
                            ("general", "其他民间纠纷"),
                        ],
                        default="general",
                        max_length=12,
                        verbose_name="纠纷类型",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("web", "当事人网上申请"),
                            ("counter", "当事人当面申请"),
                            ("offered", "调委会主动调解"),
                            ("police", "公安移交"),
                            ("court", "法院委派、委托"),
                            ("petition", "信访移交"),
                            ("hotline", "12345移交"),
                            ("grid", "网格移交"),
                            ("other", "其他单位移交"),
                        ],
                        default="web",
                        max_length=10,
                        verbose_name="来源",
                    ),
                ),
                ("description", models.TextField(verbose_name="纠纷事实")),
                ("demand", models.TextField(blank=True, verbose_name="请求事项")),
                ("points", models.TextField(blank=True, verbose_name="争议焦点")),
                ("contact_phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="申请人电话")),
                ("query_code_index", models.CharField(editable=False, max_length=64)),
                ("submission", models.UUIDField(editable=False, null=True, unique=True, verbose_name="提交凭证")),
                (
                    "received_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="接收单位",
                    ),
                ),
                (
                    "refusal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.unmediable",
                        verbose_name="不予受理理由",
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="调解员",
                    ),
                ),
                ("accepted_at", models.DateTimeField(null=True, verbose_name="受理时间")),
                ("police_reported_at", models.DateTimeField(null=True, verbose_name="报告公安时间")),
                (
                    "outcome",
                    models.CharField(
                        blank=True, choices=[("agreed", "达成协议"), ("ended", "未达成协议")], max_length=8, verbose_name="调解结果"
                    ),
                ),
                ("settled_at", models.DateTimeField(null=True, verbose_name="调解终结时间")),
                (
                    "end_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("refused", "一方明确拒绝继续调解"),
                            ("apart", "双方分歧较大，未能达成一致"),
                            ("absent", "一方经通知多次不到场"),
                            ("expired", "调解期限届满未达成协议"),
                            ("elsewhere", "已向法院起诉或者申请仲裁"),
                            ("police", "涉嫌违法犯罪，已由公安机关处理"),
                        ],
                        max_length=12,
                        verbose_name="终止原因",
                    ),
                ),
                ("limit_kept", models.BooleanField(null=True, verbose_name="按期调解")),
                ("is_written", models.BooleanField(null=True, verbose_name="书面协议")),
                ("performed", models.BooleanField(null=True, verbose_name="已履行")),
                (
                    "confirmation",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asked", "已申请司法确认"),
                            ("waived", "双方不申请"),
                            ("confirmed", "法院已确认"),
                            ("declined", "法院不予确认"),
                        ],
                        max_length=10,
                        verbose_name="司法确认",
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
                                    models.F("description"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "调解事项",
                "verbose_name_plural": "调解事项",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["opened_at", "id"], name="mediation_opened"),
                    models.Index(fields=["state", "opened_at", "id"], name="mediation_state_opened"),
                    models.Index(fields=["place_path", "opened_at"], name="mediation_path_opened"),
                    models.Index(
                        condition=models.Q(("state__in", frozenset(["filed", "not_accepted", "withdrawn"])), _negated=True),
                        fields=["due_at", "id"],
                        name="mediation_due_ongoing",
                    ),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="mediation_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="mediation_search"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["filed", "not_accepted", "withdrawn"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["filed", "not_accepted", "withdrawn"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="mediation_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("state", "not_accepted"), _negated=True), ("refusal__isnull", False), _connector="OR"),
                        name="mediation_refusal_has_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", ""), ("settled_at", None)),
                            models.Q(models.Q(("outcome", ""), _negated=True), ("settled_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="mediation_outcome_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Question",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="问题")),
                ("answer", models.TextField(max_length=2000, verbose_name="回答")),
                ("keywords", models.CharField(blank=True, max_length=200, verbose_name="关键词")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
                (
                    "page",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("file_complaint", "我要反映"),
                            ("track", "查询进度"),
                            ("apply_mediation", "申请调解"),
                            ("find_grid", "我的网格员"),
                            ("open_data", "公开数据"),
                            ("bulletins", "每月通报"),
                            ("published_complaints", "身边的诉求"),
                            ("published_supervision", "督办公开"),
                            ("about", "平台与隐私说明"),
                            ("register", "注册账号"),
                        ],
                        max_length=30,
                        verbose_name="相关页面",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.category",
                        verbose_name="分类",
                    ),
                ),
                ("code", models.SlugField(blank=True, editable=False, max_length=40, verbose_name="代码")),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "未公布"), ("published", "已公布"), ("withdrawn", "已撤下")],
                        default="draft",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("published_at", models.DateTimeField(null=True, verbose_name="公布时间")),
                ("review_on", models.DateField(null=True, verbose_name="复核日期")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="最近一次处理")),
                (
                    "noted_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("noted_at", models.DateTimeField(null=True)),
                ("shown", models.PositiveIntegerField(default=0, verbose_name="出现次数")),
                ("helped", models.PositiveIntegerField(default=0, verbose_name="解答次数")),
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
                                    models.F("answer"), models.Value(""), output_field=models.TextField()
                                ),
                                models.Value(" ", output_field=models.TextField()),
                                django.db.models.functions.comparison.Coalesce(
                                    models.F("keywords"), models.Value(""), output_field=models.TextField()
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
                "verbose_name": "常见问题",
                "verbose_name_plural": "常见问题",
                "ordering": ("category__code", "pk"),
                "indexes": [
                    models.Index(condition=models.Q(("state", "published")), fields=["review_on"], name="question_review"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], name="question_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("code", ""), _negated=True), fields=("code",), name="question_code_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "published"), _negated=True),
                            models.Q(("published_at__isnull", False), ("review_on__isnull", False)),
                            _connector="OR",
                        ),
                        name="question_published_has_its_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoutingRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="routes", to="disputes.category", verbose_name="分类"
                    ),
                ),
                ("level", models.CharField(max_length=10, verbose_name="地点层级")),
                (
                    "target",
                    models.CharField(
                        choices=[
                            ("village", "村（社区）"),
                            ("township", "乡镇（街道）"),
                            ("county_bureau", "旗县区主管部门"),
                            ("city_bureau", "市主管部门"),
                        ],
                        max_length=16,
                        verbose_name="派往",
                    ),
                ),
                ("copy_to_county", models.BooleanField(default=False, verbose_name="抄送旗县区")),
                ("note", models.CharField(blank=True, max_length=120, verbose_name="备注")),
            ],
            options={
                "verbose_name": "派单规则",
                "verbose_name_plural": "派单规则",
                "ordering": ("category", "level"),
                "constraints": [models.UniqueConstraint(fields=("category", "level"), name="route_once_per_level")],
            },
        ),
        migrations.CreateModel(
            name="ServiceAttribute",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "category",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attributes", to="disputes.category", verbose_name="分类"
                    ),
                ),
                (
                    "code",
                    models.CharField(
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator("^[A-Za-z][A-Za-z0-9_]*$", "请用字母开头，只用字母、数字和下划线。")
                        ],
                        verbose_name="代码",
                    ),
                ),
                (
                    "datatype",
                    models.CharField(
                        choices=[
                            ("string", "一行文字"),
                            ("text", "多行文字"),
                            ("number", "数字"),
                            ("datetime", "日期时间"),
                            ("singlevaluelist", "单选"),
                            ("multivaluelist", "多选"),
                        ],
                        default="string",
                        max_length=16,
                        verbose_name="答案类型",
                    ),
                ),
                ("description", models.CharField(max_length=120, verbose_name="问题")),
                ("hint", models.CharField(blank=True, max_length=120, verbose_name="填写提示")),
                ("required", models.BooleanField(default=False, verbose_name="必填")),
                ("values", models.JSONField(blank=True, default=list, verbose_name="选项")),
                ("order", models.PositiveSmallIntegerField(default=10, verbose_name="次序")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("changed_at", models.DateTimeField(auto_now=True)),
            ],
            options={
                "verbose_name": "接口分类属性",
                "verbose_name_plural": "接口分类属性",
                "ordering": ("category__code", "order", "code"),
                "constraints": [
                    models.UniqueConstraint(fields=("category", "code"), name="attribute_once_per_category"),
                    models.CheckConstraint(
                        condition=models.Q(("code", "place_code"), _negated=True), name="attribute_place_code_is_built_in"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandardReply",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40, unique=True, verbose_name="代码")),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="replies",
                        to="disputes.category",
                        verbose_name="分类",
                    ),
                ),
                ("step", models.CharField(max_length=40, verbose_name="用于步骤")),
                (
                    "state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("registered", "已登记"),
                            ("classified", "待派单"),
                            ("dispatched", "待签收"),
                            ("objected", "异议审核中"),
                            ("consulting", "会商中"),
                            ("signed", "待联系"),
                            ("handling", "办理中"),
                            ("replied", "待回访"),
                            ("called_back", "已回访"),
                            ("closed", "已办结"),
                            ("not_accepted", "不予受理"),
                            ("emergency", "已转紧急热线"),
                            ("mediation", "已转人民调解"),
                            ("withdrawn", "已撤回"),
                            ("merged", "已并案"),
                            ("split", "分项办理中"),
                        ],
                        db_default="",
                        default="",
                        max_length=14,
                        verbose_name="用于状态",
                    ),
                ),
                ("title", models.CharField(max_length=40, verbose_name="标题")),
                ("text", models.TextField(verbose_name="正文")),
                ("active", models.BooleanField(db_default=True, default=True, verbose_name="在用")),
                (
                    "owner",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="本人",
                    ),
                ),
            ],
            options={
                "verbose_name": "答复范本",
                "verbose_name_plural": "答复范本",
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Agreement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mediation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="agreement",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                (
                    "form",
                    models.CharField(choices=[("written", "书面协议"), ("oral", "口头协议（登记）")], max_length=8, verbose_name="形式"),
                ),
                ("facts", models.TextField(verbose_name="主要事实")),
                ("points", models.TextField(blank=True, verbose_name="争议事项")),
                ("responsibilities", models.TextField(blank=True, verbose_name="各方责任")),
                ("duties", models.TextField(verbose_name="权利义务")),
                ("way", models.CharField(max_length=120, verbose_name="履行方式")),
                ("venue", models.CharField(blank=True, max_length=80, verbose_name="履行地点")),
                ("perform_by", models.DateField(blank=True, null=True, verbose_name="履行期限")),
                ("made_at", models.DateTimeField(verbose_name="达成时间")),
            ],
            options={
                "verbose_name": "调解协议",
                "verbose_name_plural": "调解协议",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("form", "written"), _negated=True),
                            models.Q(
                                models.Q(("points", ""), _negated=True),
                                models.Q(("responsibilities", ""), _negated=True),
                                models.Q(("venue", ""), _negated=True),
                                ("perform_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="agreement_written_is_complete",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CoHandling",
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
                            ("issued", "待签收"),
                            ("signed", "协办中"),
                            ("reported", "已反馈"),
                            ("waived", "主办不再等待"),
                            ("ended", "随主件结束"),
                        ],
                        default="issued",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="co_handlings",
                        to="disputes.complaint",
                        verbose_name="诉求",
                    ),
                ),
                (
                    "order",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.workorder", verbose_name="协办单"
                    ),
                ),
                ("instruction", models.TextField(blank=True, verbose_name="协办要求")),
                ("report", models.TextField(blank=True, verbose_name="反馈内容")),
                ("reported_at", models.DateTimeField(null=True, verbose_name="反馈时间")),
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
            ],
            options={
                "verbose_name": "协办单",
                "verbose_name_plural": "协办单",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="cohandling_due"),
                    models.Index(fields=["place_path", "opened_at"], name="cohandling_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="cohandling_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="cohandling_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("issued", "signed"))),
                        fields=("complaint", "office"),
                        name="cohandling_once_per_office",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["ended", "reported", "waived"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["ended", "reported", "waived"])), _negated=True), ("closed_at", None)
                            ),
                            _connector="OR",
                        ),
                        name="cohandling_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "reported"), _negated=True),
                            models.Q(models.Q(("report", ""), _negated=True), ("reported_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="cohandling_report_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Consultation",
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
                            ("open", "会商中"),
                            ("to_designate", "待指定主办"),
                            ("agreed", "已商定主办"),
                            ("designated", "已指定主办"),
                            ("called_off", "已终止"),
                        ],
                        default="open",
                        max_length=14,
                        verbose_name="状态",
                    ),
                ),
                (
                    "complaint",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultations",
                        to="disputes.complaint",
                        verbose_name="诉求",
                    ),
                ),
                ("matter", models.TextField(verbose_name="会商事由")),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="发起单位"
                    ),
                ),
                (
                    "awaited_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="主办单位",
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
            ],
            options={
                "verbose_name": "会商",
                "verbose_name_plural": "会商",
                "ordering": ("-opened_at", "-id"),
                "indexes": [
                    models.Index(fields=["state", "due_at"], name="consultation_due"),
                    models.Index(fields=["place_path", "opened_at"], name="consultation_path"),
                    django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["office_ids"], name="consultation_offices"),
                    django.contrib.postgres.indexes.GinIndex(fields=["search"], name="consultation_search"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", frozenset(["agreed", "called_off", "designated"])), _negated=True),
                        fields=("complaint",),
                        name="consultation_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at__isnull", False), ("state__in", frozenset(["agreed", "called_off", "designated"]))),
                            models.Q(
                                models.Q(("state__in", frozenset(["agreed", "called_off", "designated"])), _negated=True),
                                ("closed_at", None),
                            ),
                            _connector="OR",
                        ),
                        name="consultation_closed_has_its_moment",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["agreed", "designated"]), _negated=True), ("lead__isnull", False), _connector="OR"
                        ),
                        name="consultation_ends_with_a_lead",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sheet", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="disputes.import")),
                ("line", models.PositiveIntegerField(verbose_name="行号")),
                (
                    "outcome",
                    models.CharField(
                        choices=[("bad", "有误"), ("known", "先前已导入"), ("taken", "已导入")], max_length=6, verbose_name="结果"
                    ),
                ),
                ("faults", models.JSONField(default=list, verbose_name="错误")),
                (
                    "complaint",
                    models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="disputes.complaint"),
                ),
            ],
            options={
                "verbose_name": "导入结果",
                "verbose_name_plural": "导入结果",
                "ordering": ("sheet", "line"),
                "constraints": [models.UniqueConstraint(fields=("sheet", "line"), name="import_row_once")],
            },
        ),
        migrations.CreateModel(
            name="Merge",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "complaint",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="merges", to="disputes.complaint"),
                ),
                (
                    "lead",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="followed_by", to="disputes.complaint"),
                ),
                (
                    "state_before",
                    models.CharField(
                        choices=[
                            ("registered", "已登记"),
                            ("classified", "待派单"),
                            ("dispatched", "待签收"),
                            ("objected", "异议审核中"),
                            ("consulting", "会商中"),
                            ("signed", "待联系"),
                            ("handling", "办理中"),
                            ("replied", "待回访"),
                            ("called_back", "已回访"),
                            ("closed", "已办结"),
                            ("not_accepted", "不予受理"),
                            ("emergency", "已转紧急热线"),
                            ("mediation", "已转人民调解"),
                            ("withdrawn", "已撤回"),
                            ("merged", "已并案"),
                            ("split", "分项办理中"),
                        ],
                        max_length=14,
                        verbose_name="并案前状态",
                    ),
                ),
                ("paused", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), default=list, size=None)),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="并案时间")),
                ("told_up_to", models.IntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True, verbose_name="结束时间")),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("closed", "随主件办结"),
                            ("unmerged", "解除并案"),
                            ("released", "主件未办结，恢复单独办理"),
                            ("withdrawn", "反映人撤回"),
                        ],
                        max_length=10,
                        verbose_name="结束方式",
                    ),
                ),
                (
                    "closing",
                    models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.event"),
                ),
            ],
            options={
                "verbose_name": "并案",
                "verbose_name_plural": "并案",
                "ordering": ("at", "pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_at", None)), fields=("complaint",), name="merge_one_lead"),
                    models.CheckConstraint(
                        condition=models.Q(("complaint", models.F("lead")), _negated=True), name="merge_never_into_itself"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_at", None), ("ending", "")),
                            models.Q(("ended_at__isnull", False), models.Q(("ending", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="merge_ended_has_its_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closing__isnull", False), ("ending", "closed")),
                            models.Q(models.Q(("ending", "closed"), _negated=True), ("closing", None)),
                            _connector="OR",
                        ),
                        name="merge_closed_was_told",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Party",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="parties",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                (
                    "side",
                    models.CharField(choices=[("applicant", "申请人"), ("respondent", "被申请人")], max_length=10, verbose_name="地位"),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("person", "自然人"), ("organisation", "法人、其他组织")],
                        default="person",
                        max_length=12,
                        verbose_name="性质",
                    ),
                ),
                ("name", governance.privacy.fields.SealedField(kind="name", verbose_name="姓名、名称")),
                ("phone", governance.privacy.fields.SealedField(blank=True, default="", kind="phone", verbose_name="电话")),
                ("id_number", governance.privacy.fields.SealedField(blank=True, default="", kind="id", verbose_name="证件号码")),
                ("address", governance.privacy.fields.SealedField(blank=True, default="", kind="address", verbose_name="住址、住所")),
                (
                    "agent",
                    governance.privacy.fields.SealedField(blank=True, default="", kind="name", verbose_name="委托代理人、法定代表人"),
                ),
            ],
            options={
                "verbose_name": "当事人",
                "verbose_name_plural": "当事人",
                "ordering": ("side", "pk"),
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=80, verbose_name="问题")),
                ("answer", models.TextField(max_length=2000, verbose_name="回答")),
                ("keywords", models.CharField(blank=True, max_length=200, verbose_name="关键词")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
                (
                    "page",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("file_complaint", "我要反映"),
                            ("track", "查询进度"),
                            ("apply_mediation", "申请调解"),
                            ("find_grid", "我的网格员"),
                            ("open_data", "公开数据"),
                            ("bulletins", "每月通报"),
                            ("published_complaints", "身边的诉求"),
                            ("published_supervision", "督办公开"),
                            ("about", "平台与隐私说明"),
                            ("register", "注册账号"),
                        ],
                        max_length=30,
                        verbose_name="相关页面",
                    ),
                ),
                (
                    "category",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="disputes.category",
                        verbose_name="分类",
                    ),
                ),
                (
                    "question",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="disputes.question"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待核对"), ("approved", "已通过"), ("refused", "未通过")],
                        default="waiting",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="编写人",
                    ),
                ),
                ("written_at", models.DateTimeField(verbose_name="编写时间")),
                (
                    "checked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核对人",
                    ),
                ),
                ("checked_at", models.DateTimeField(null=True, verbose_name="核对时间")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="意见")),
            ],
            options={
                "verbose_name": "常见问题修订",
                "verbose_name_plural": "常见问题修订",
                "ordering": ("-written_at", "-pk"),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("state", "waiting")), fields=("question",), name="revision_one_waits"),
                    models.CheckConstraint(
                        condition=models.Q(("checked_by", models.F("written_by")), _negated=True),
                        name="revision_checked_by_a_second_person",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "mediation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessions",
                        to="disputes.mediation",
                        verbose_name="调解事项",
                    ),
                ),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                ("held_at", models.DateTimeField(verbose_name="时间")),
                ("venue", models.CharField(max_length=80, verbose_name="地点")),
                (
                    "attendance",
                    models.CharField(
                        choices=[
                            ("both", "双方到场"),
                            ("separate", "分别调解"),
                            ("applicant", "仅申请人到场"),
                            ("respondent", "仅被申请人到场"),
                        ],
                        max_length=10,
                        verbose_name="到场情况",
                    ),
                ),
                (
                    "mediator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="调解员"
                    ),
                ),
                (
                    "recorder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="记录人"
                    ),
                ),
                ("course", models.TextField(verbose_name="调解经过")),
                ("result", models.TextField(verbose_name="调解结果")),
            ],
            options={
                "verbose_name": "调解记录",
                "verbose_name_plural": "调解记录",
                "ordering": ("serial",),
                "constraints": [models.UniqueConstraint(fields=("mediation", "serial"), name="session_serial_once")],
            },
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "complaint",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="open311",
                        serialize=False,
                        to="disputes.complaint",
                    ),
                ),
                (
                    "key",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="submissions", to="disputes.apikey", verbose_name="客户端"
                    ),
                ),
                ("token", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("digest", models.CharField(editable=False, max_length=64)),
                ("answers", models.JSONField(default=list, verbose_name="属性")),
                ("address_string", models.CharField(blank=True, max_length=400, verbose_name="地址文字")),
                ("media_url", models.CharField(blank=True, max_length=400, verbose_name="照片网址")),
                ("at", models.DateTimeField(verbose_name="收到时间")),
            ],
            options={
                "verbose_name": "接口来件",
                "verbose_name_plural": "接口来件",
                "indexes": [models.Index(fields=["key", "at"], name="submission_key_at")],
            },
        ),
        migrations.CreateModel(
            name="ClientUpdate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "submission",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="updates", to="disputes.submission"),
                ),
                ("external_id", models.CharField(max_length=100)),
                ("event", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.event")),
            ],
            options={
                "verbose_name": "接口补充说明",
                "verbose_name_plural": "接口补充说明",
                "constraints": [models.UniqueConstraint(fields=("submission", "external_id"), name="client_update_once")],
            },
        ),
        migrations.CreateModel(
            name="Statement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "consultation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="statements",
                        to="disputes.consultation",
                        verbose_name="会商",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="单位"
                    ),
                ),
                (
                    "stance",
                    models.CharField(
                        choices=[("ours", "属本单位职责，可以主办"), ("joint", "可以协办"), ("not_ours", "不属本单位职责")],
                        max_length=10,
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
                "verbose_name": "会商意见",
                "verbose_name_plural": "会商意见",
                "ordering": ("at", "pk"),
                "constraints": [models.UniqueConstraint(fields=("consultation", "office"), name="statement_once_per_office")],
            },
        ),
    ]
