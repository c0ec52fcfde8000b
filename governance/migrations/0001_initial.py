import django.contrib.auth.validators
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.lookups
import django.utils.timezone
import governance.calendar.workdays
import uuid
from django.conf import settings
from governance.migrating import AtOnce
from django.db import migrations, models


class Migration(AtOnce):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        migrations.CreateModel(
            name="CalendarYear",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("year", models.PositiveSmallIntegerField(unique=True, verbose_name="年份")),
                ("official", models.BooleanField(default=False, verbose_name="已有正式通知")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
                ("loaded_at", models.DateTimeField(verbose_name="载入时间")),
            ],
            options={
                "verbose_name": "工作日历年度",
                "verbose_name_plural": "工作日历年度",
                "ordering": ("year",),
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("year__gte", 2000), ("year__lte", 2200)), name="calendar_year_is_plausible")
                ],
            },
        ),
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                ("name", models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name="部件")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "运行心跳",
                "verbose_name_plural": "运行心跳",
            },
        ),
        migrations.CreateModel(
            name="Limit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, verbose_name="代码")),
                ("procedure", models.CharField(max_length=40, verbose_name="程序")),
                ("starts_with", models.CharField(max_length=40, verbose_name="起算事由")),
                ("amount", models.IntegerField(verbose_name="数量")),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            (governance.calendar.workdays.Unit["MINUTES"], "分钟"),
                            (governance.calendar.workdays.Unit["HOURS"], "小时"),
                            (governance.calendar.workdays.Unit["WORKING_HOURS"], "个工作时"),
                            (governance.calendar.workdays.Unit["DAYS"], "日"),
                            (governance.calendar.workdays.Unit["WORKING_DAYS"], "个工作日"),
                            (governance.calendar.workdays.Unit["MONTHS"], "个月"),
                            (governance.calendar.workdays.Unit["YEARS"], "年"),
                        ],
                        max_length=15,
                        verbose_name="单位",
                    ),
                ),
                ("rolls", models.BooleanField(default=False, verbose_name="末日遇休息日顺延")),
                ("may_extend_by", models.PositiveIntegerField(default=0, verbose_name="最多可延长")),
                ("citation", models.CharField(max_length=120, verbose_name="依据")),
                (
                    "mark",
                    models.CharField(
                        choices=[("A", "法律法规原文"), ("B", "参照外地或二手资料"), ("M", "系统默认，可调整")],
                        max_length=1,
                        verbose_name="来源",
                    ),
                ),
                ("valid_from", models.DateTimeField(verbose_name="自")),
                ("valid_until", models.DateTimeField(blank=True, null=True, verbose_name="至")),
            ],
            options={
                "verbose_name": "办理时限",
                "verbose_name_plural": "办理时限",
                "ordering": ("code", "valid_from"),
                "constraints": [
                    models.UniqueConstraint(fields=("code", "valid_from"), name="limit_once_per_start"),
                    models.UniqueConstraint(condition=models.Q(("valid_until", None)), fields=("code",), name="limit_one_in_force"),
                    models.CheckConstraint(condition=models.Q(("amount", 0), _negated=True), name="limit_is_not_zero"),
                ],
            },
        ),
        migrations.CreateModel(
            name="NumberSeries",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("last", models.IntegerField()),
            ],
            options={
                "verbose_name": "编号序列",
                "verbose_name_plural": "编号序列",
            },
        ),
        migrations.CreateModel(
            name="OfficePeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("opens", models.TimeField(verbose_name="上班")),
                ("closes", models.TimeField(verbose_name="下班")),
                ("valid_from", models.DateField(verbose_name="自")),
            ],
            options={
                "verbose_name": "办公时间",
                "verbose_name_plural": "办公时间",
                "ordering": ("valid_from", "opens"),
                "constraints": [
                    models.UniqueConstraint(fields=("valid_from", "opens"), name="office_period_opens_once"),
                    models.CheckConstraint(
                        condition=models.Q(("closes__gt", models.F("opens"))), name="office_period_closes_after_it_opens"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PendingUpload",
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
                ("token", models.CharField(max_length=43, unique=True, verbose_name="凭据")),
                ("expires_at", models.DateTimeField(db_index=True, verbose_name="保留到")),
            ],
            options={
                "verbose_name": "待提交文件",
                "verbose_name_plural": "待提交文件",
            },
        ),
        migrations.CreateModel(
            name="Place",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=12, unique=True, verbose_name="区划代码")),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("short_name", models.CharField(max_length=60, verbose_name="简称")),
                ("sort_key", models.CharField(blank=True, max_length=200, verbose_name="拼音")),
                (
                    "level",
                    models.CharField(
                        choices=[("city", "市"), ("county", "旗县区"), ("township", "乡镇（街道）"), ("village", "村（社区）")],
                        max_length=10,
                        verbose_name="层级",
                    ),
                ),
                (
                    "nature",
                    models.CharField(
                        choices=[("regular", "行政区划"), ("park", "园区或服务中心"), ("virtual", "虚拟社区")],
                        default="regular",
                        max_length=10,
                        verbose_name="性质",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="governance.place",
                        verbose_name="上级",
                    ),
                ),
                ("path", models.CharField(db_collation="C", max_length=24, unique=True, verbose_name="路径")),
                ("full_name", models.CharField(max_length=200, verbose_name="全称")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
                ("latitude", models.FloatField(blank=True, null=True, verbose_name="纬度")),
                ("longitude", models.FloatField(blank=True, null=True, verbose_name="经度")),
            ],
            options={
                "verbose_name": "区划",
                "verbose_name_plural": "区划",
                "ordering": ("path",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("level", "city"), ("parent", None)),
                            models.Q(models.Q(("level", "city"), _negated=True), ("parent__isnull", False)),
                            _connector="OR",
                        ),
                        name="place_only_city_has_no_parent",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="User",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "is_superuser",
                    models.BooleanField(
                        default=False,
                        help_text="Designates that this user has all permissions without explicitly assigning them.",
                        verbose_name="superuser status",
                    ),
                ),
                (
                    "username",
                    models.CharField(
                        max_length=60,
                        unique=True,
                        validators=[django.contrib.auth.validators.UnicodeUsernameValidator()],
                        verbose_name="用户名",
                    ),
                ),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("work_phone", models.CharField(blank=True, max_length=20, verbose_name="工作电话")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="工作邮箱")),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
                ("is_demo", models.BooleanField(default=False, verbose_name="演示账号")),
                ("must_change_password", models.BooleanField(default=False, verbose_name="须改密码")),
                ("date_joined", models.DateTimeField(default=django.utils.timezone.now, verbose_name="建立时间")),
                (
                    "groups",
                    models.ManyToManyField(
                        blank=True,
                        help_text="The groups this user belongs to. A user will get all permissions granted to each of their groups.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
                (
                    "user_permissions",
                    models.ManyToManyField(
                        blank=True,
                        help_text="Specific permissions for this user.",
                        related_name="user_set",
                        related_query_name="user",
                        to="auth.permission",
                        verbose_name="user permissions",
                    ),
                ),
            ],
            options={
                "verbose_name": "账号",
                "verbose_name_plural": "账号",
            },
        ),
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("name", models.CharField(max_length=120, verbose_name="文件名")),
                ("media_type", models.CharField(max_length=100, verbose_name="类型")),
                ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("width", models.PositiveIntegerField(blank=True, null=True, verbose_name="宽（像素）")),
                ("height", models.PositiveIntegerField(blank=True, null=True, verbose_name="高（像素）")),
                ("stored", models.CharField(max_length=80, unique=True, verbose_name="存储名")),
                ("thumbnail", models.CharField(blank=True, max_length=80, verbose_name="缩略图存储名")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="事项类型",
                    ),
                ),
                ("object_id", models.BigIntegerField(verbose_name="事项序号")),
                ("case_number", models.CharField(db_index=True, max_length=32, verbose_name="事项编号")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("photo", "照片"),
                            ("video", "视频"),
                            ("document", "材料"),
                            ("reply", "答复附件"),
                            ("proof", "办理证明"),
                            ("scan", "扫描件"),
                        ],
                        max_length=16,
                        verbose_name="用途",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attachments",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="上传时间")),
                ("public_to_resident", models.BooleanField(default=True, verbose_name="群众可见")),
            ],
            options={
                "verbose_name": "附件",
                "verbose_name_plural": "附件",
                "indexes": [models.Index(fields=["content_type", "object_id", "at"], name="attachment_case_at")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["photo", "video", "document", "reply", "proof", "scan"])),
                        name="attachment_kind_is_known",
                    ),
                    models.CheckConstraint(condition=models.Q(("size__gt", 0)), name="attachment_is_not_empty"),
                ],
            },
        ),
        migrations.CreateModel(
            name="CalendarDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField(unique=True, verbose_name="日期")),
                (
                    "year",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="days",
                        to="governance.calendaryear",
                        verbose_name="所属年度",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("holiday", "法定节假日"), ("make_up", "调休上班日"), ("local", "地方放假日")],
                        max_length=10,
                        verbose_name="类型",
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="名称")),
                ("source", models.CharField(max_length=200, verbose_name="依据")),
            ],
            options={
                "verbose_name": "节假日",
                "verbose_name_plural": "节假日",
                "ordering": ("date",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["holiday", "make_up", "local"])), name="calendar_day_kind_is_known"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "local"), ("year", None)),
                            models.Q(models.Q(("kind", "local"), _negated=True), ("year__isnull", False)),
                            _connector="OR",
                        ),
                        name="calendar_day_local_or_arranged",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("kind", "make_up"), _negated=True), ("date__iso_week_day__gte", 6), _connector="OR"),
                        name="calendar_day_made_up_on_a_weekend",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Handover",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "source_type",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"),
                ),
                ("source_id", models.BigIntegerField()),
                (
                    "target_type",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contenttypes.contenttype"),
                ),
                ("target_id", models.BigIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="移交时间")),
            ],
            options={
                "verbose_name": "移交",
                "verbose_name_plural": "移交",
                "ordering": ("at", "pk"),
                "indexes": [models.Index(fields=["source_type", "source_id"], name="handover_source")],
                "constraints": [models.UniqueConstraint(fields=("target_type", "target_id"), name="handover_target_once")],
            },
        ),
        migrations.CreateModel(
            name="Office",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=60, unique=True, verbose_name="机构代码")),
                ("name", models.CharField(max_length=100, verbose_name="名称")),
                ("short_name", models.CharField(max_length=60, verbose_name="简称")),
                ("kind", models.CharField(choices=[("territorial", "块"), ("departmental", "条")], max_length=12, verbose_name="条块")),
                (
                    "type",
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
                        verbose_name="类型",
                    ),
                ),
                ("trade", models.CharField(blank=True, max_length=30, verbose_name="行业")),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offices", to="governance.place", verbose_name="区划"
                    ),
                ),
                ("phone", models.CharField(blank=True, max_length=20, verbose_name="电话")),
                ("active", models.BooleanField(default=True, verbose_name="在用")),
            ],
            options={
                "verbose_name": "机构",
                "verbose_name_plural": "机构",
                "ordering": ("place__path", "type", "code"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(models.Q(("kind", "territorial"), ("trade", "")), ("kind", "departmental"), _connector="OR"),
                        name="office_territorial_has_no_trade",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditExport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=40, unique=True, verbose_name="编号")),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.office", verbose_name="单位"
                    ),
                ),
                ("place_path", models.CharField(db_collation="C", editable=False, max_length=24)),
                (
                    "office_ids",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, editable=False, size=None),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="导出人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="导出时间")),
                ("asked", models.JSONField(default=dict, verbose_name="查阅条件")),
                ("events", models.PositiveIntegerField(verbose_name="记录数")),
                ("cases", models.PositiveIntegerField(verbose_name="事项数")),
                ("complete", models.BooleanField(verbose_name="全部导出")),
                ("digest", models.CharField(max_length=64, verbose_name="清单校验值（SHA-256）")),
                ("version", models.IntegerField(default=0)),
            ],
            options={
                "verbose_name": "办理记录导出",
                "verbose_name_plural": "办理记录导出",
                "ordering": ("-at", "-pk"),
                "indexes": [models.Index(fields=["place_path", "at"], name="audit_export_path")],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content_type", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype")),
                ("object_id", models.BigIntegerField()),
                ("case_number", models.CharField(max_length=40, verbose_name="编号")),
                ("place_path", models.CharField(db_collation="C", max_length=24, verbose_name="路径")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.office",
                        verbose_name="责任机构",
                    ),
                ),
                ("term", models.CharField(max_length=60, verbose_name="时限")),
                ("label", models.CharField(max_length=40, verbose_name="名称")),
                (
                    "limit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="deadlines", to="governance.limit", verbose_name="依据"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("running", "计时中"), ("paused", "已暂停"), ("met", "已完成"), ("dropped", "已终止")],
                        default="running",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("started_at", models.DateTimeField(verbose_name="起算")),
                ("due_at", models.DateTimeField(verbose_name="到期")),
                ("provisional", models.BooleanField(default=False, verbose_name="暂定")),
                ("extended_by", models.PositiveIntegerField(default=0, verbose_name="已延长")),
                ("warned_at", models.DateTimeField(blank=True, null=True, verbose_name="最近预警")),
                ("lapsed_at", models.DateTimeField(blank=True, null=True, verbose_name="逾期")),
                ("met_at", models.DateTimeField(blank=True, null=True, verbose_name="完成")),
                ("next_alarm_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "期限",
                "verbose_name_plural": "期限",
                "ordering": ("due_at",),
                "indexes": [
                    models.Index(fields=["content_type", "object_id"], name="deadline_case"),
                    models.Index(condition=models.Q(("state", "running")), fields=["next_alarm_at"], name="deadline_alarm"),
                    models.Index(condition=models.Q(("state__in", ("running", "paused"))), fields=["due_at"], name="deadline_due_open"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("running", "paused"))),
                        fields=("content_type", "object_id", "term"),
                        name="deadline_one_open_per_term",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("met_at__isnull", False), ("state", "met")),
                            models.Q(models.Q(("state", "met"), _negated=True), ("met_at", None)),
                            _connector="OR",
                        ),
                        name="deadline_met_has_its_moment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Post",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="posts", to=settings.AUTH_USER_MODEL, verbose_name="人员"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="posts", to="governance.office", verbose_name="机构"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("resident", "居民"),
                            ("grid_worker", "网格员"),
                            ("village_clerk", "村（社区）工作人员"),
                            ("township_clerk", "乡镇（街道）经办人"),
                            ("hotline_operator", "12345受理员"),
                            ("centre_officer", "综治中心工作人员"),
                            ("department_handler", "部门承办人"),
                            ("mediator", "调解员"),
                            ("site_manager", "场所负责人"),
                            ("leading_official", "领导小组成员"),
                            ("leading_office", "领导小组办公室"),
                            ("supervising_body", "监察、审判、检察机关工作人员"),
                            ("congress_staff", "人大常委会工作人员"),
                            ("auditor", "审计监督人员"),
                            ("administrator", "系统管理员"),
                        ],
                        max_length=20,
                        verbose_name="角色",
                    ),
                ),
                ("begins", models.DateTimeField(verbose_name="起")),
                ("ends", models.DateTimeField(blank=True, null=True, verbose_name="止")),
            ],
            options={
                "verbose_name": "岗位",
                "verbose_name_plural": "岗位",
                "ordering": ("user", "begins"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ends", None), ("ends__gte", models.F("begins")), _connector="OR"),
                        name="post_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(condition=models.Q(("ends", None)), fields=("user", "office", "role"), name="post_open_once"),
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedFilter",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="saved_filters", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("list_name", models.CharField(max_length=60, verbose_name="列表")),
                ("name", models.CharField(max_length=30, verbose_name="名称")),
                ("query", models.CharField(max_length=1000, verbose_name="筛选条件")),
                (
                    "office",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="governance.office",
                        verbose_name="共享给",
                    ),
                ),
            ],
            options={
                "verbose_name": "常用筛选",
                "verbose_name_plural": "常用筛选",
                "ordering": ("name",),
                "constraints": [models.UniqueConstraint(fields=("user", "list_name", "name"), name="saved_filter_once")],
            },
        ),
        migrations.CreateModel(
            name="WorkOrder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("content_type", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype")),
                ("object_id", models.BigIntegerField()),
                ("case_number", models.CharField(max_length=40, verbose_name="事项编号")),
                ("serial", models.PositiveSmallIntegerField(verbose_name="次序")),
                (
                    "kind",
                    models.CharField(
                        choices=[("lead", "主办"), ("copy", "抄送督办"), ("joint", "协办")],
                        default="lead",
                        max_length=8,
                        verbose_name="类别",
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="work_orders",
                        to="governance.office",
                        verbose_name="承办单位",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("issued", "待签收"),
                            ("signed", "已签收"),
                            ("returned", "已退回"),
                            ("done", "已办结"),
                            ("withdrawn", "已收回"),
                        ],
                        default="issued",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("instruction", models.TextField(blank=True, verbose_name="交办要求")),
                (
                    "issued_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("issued_at", models.DateTimeField(verbose_name="派单时间")),
                ("due_at", models.DateTimeField(null=True, verbose_name="办理时限")),
                ("citation", models.CharField(blank=True, max_length=120, verbose_name="时限依据")),
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("signed_at", models.DateTimeField(null=True, verbose_name="签收时间")),
                ("ended_at", models.DateTimeField(null=True, verbose_name="结束时间")),
            ],
            options={
                "verbose_name": "工作单",
                "verbose_name_plural": "工作单",
                "ordering": ("serial",),
                "indexes": [models.Index(fields=["office", "state"], name="order_office_state")],
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "object_id", "serial"), name="order_serial_once_per_case"),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "lead"), ("state__in", ["issued", "signed"])),
                        fields=("content_type", "object_id"),
                        name="order_one_lead",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AdministrativeAct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person_created", "新建账号"),
                            ("person_changed", "修改账号资料"),
                            ("person_deactivated", "停用账号"),
                            ("person_reactivated", "恢复账号"),
                            ("password_reset", "重置密码"),
                            ("factor_reset", "重置动态口令"),
                            ("post_given", "授予岗位"),
                            ("post_ended", "结束岗位"),
                            ("office_created", "新建机构"),
                            ("office_changed", "修改机构"),
                            ("year_loaded", "载入年度日历"),
                            ("local_holiday", "调整地方放假日"),
                            ("office_hours", "调整办公时间"),
                            ("recounted", "重新计算在办期限"),
                            ("leave_registered", "登记离岗代管"),
                            ("leave_ended", "结束离岗代管"),
                            ("limit_changed", "修改办理时限"),
                        ],
                        max_length=20,
                        verbose_name="事项",
                    ),
                ),
                ("subject", models.CharField(db_index=True, max_length=80, verbose_name="对象")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="governance.post", verbose_name="岗位"
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400, verbose_name="说明")),
                ("data", models.JSONField(default=dict, verbose_name="数据")),
                (
                    "cause",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consequences",
                        to="governance.administrativeact",
                        verbose_name="起因",
                    ),
                ),
            ],
            options={
                "verbose_name": "管理记录",
                "verbose_name_plural": "管理记录",
                "ordering": ("-at", "-pk"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "person_created",
                                    "person_changed",
                                    "person_deactivated",
                                    "person_reactivated",
                                    "password_reset",
                                    "factor_reset",
                                    "post_given",
                                    "post_ended",
                                    "office_created",
                                    "office_changed",
                                    "year_loaded",
                                    "local_holiday",
                                    "office_hours",
                                    "recounted",
                                    "leave_registered",
                                    "leave_ended",
                                    "limit_changed",
                                ],
                            )
                        ),
                        name="act_kind_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_type",
                    models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="contenttypes.contenttype"),
                ),
                ("object_id", models.BigIntegerField()),
                ("case_number", models.CharField(max_length=40, verbose_name="编号")),
                ("sequence", models.IntegerField(verbose_name="序号")),
                ("kind", models.CharField(max_length=80, verbose_name="事项")),
                ("label", models.CharField(max_length=60, verbose_name="名称")),
                ("at", models.DateTimeField(verbose_name="时间")),
                ("recorded_at", models.DateTimeField(auto_now_add=True, verbose_name="记录时间")),
                (
                    "by",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="人员",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="governance.post",
                        verbose_name="岗位",
                    ),
                ),
                ("actor", models.CharField(max_length=12, verbose_name="办理主体")),
                ("note", models.TextField(blank=True, verbose_name="说明")),
                ("data", models.JSONField(default=dict, verbose_name="数据")),
                ("public", models.BooleanField(default=False, verbose_name="向反映人公开")),
                ("previous", models.CharField(blank=True, max_length=64)),
                ("digest", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "事件",
                "verbose_name_plural": "事件",
                "ordering": ("content_type", "object_id", "sequence"),
                "indexes": [
                    models.Index(fields=["recorded_at"], name="event_recorded"),
                    models.Index(fields=["at", "id"], name="event_at"),
                    models.Index(fields=["content_type", "at", "id"], name="event_procedure_at"),
                    models.Index(condition=models.Q(("by__isnull", False)), fields=["by", "at", "id"], name="event_person_at"),
                    models.Index(condition=models.Q(("post__isnull", False)), fields=["post", "at", "id"], name="event_post_at"),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("content_type", "object_id", "sequence"), name="event_sequence_once_per_case")
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "deadline",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="extensions", to="governance.deadline"),
                ),
                ("amount", models.PositiveIntegerField(verbose_name="延长数量")),
                ("reason", models.TextField(verbose_name="理由")),
                ("asked_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("asked_at", models.DateTimeField(verbose_name="申请时间")),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("decided_at", models.DateTimeField(null=True, verbose_name="决定时间")),
                ("granted", models.BooleanField(null=True, verbose_name="同意")),
                ("answer", models.TextField(blank=True, verbose_name="答复")),
            ],
            options={
                "verbose_name": "延期申请",
                "verbose_name_plural": "延期申请",
                "ordering": ("asked_at",),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("granted", None)), fields=("deadline",), name="extension_one_open"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("granted", None)),
                            models.Q(("decided_at__isnull", False), ("granted__isnull", False)),
                            _connector="OR",
                        ),
                        name="extension_decided_has_its_moment",
                    ),
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="extension_is_not_zero"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leave",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "post",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="leaves", to="governance.post", verbose_name="岗位"
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="standing_in", to="governance.post", verbose_name="代管人"
                    ),
                ),
                ("begins", models.DateTimeField(verbose_name="起")),
                ("ends", models.DateTimeField(verbose_name="止")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, verbose_name="登记人"
                    ),
                ),
                ("at", models.DateTimeField(verbose_name="登记时间")),
            ],
            options={
                "verbose_name": "离岗代管",
                "verbose_name_plural": "离岗代管",
                "ordering": ("begins", "pk"),
                "indexes": [models.Index(fields=["ends", "begins"], name="leave_ends")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("ends__gte", models.F("begins"))), name="leave_ends_after_it_begins"),
                    models.CheckConstraint(condition=models.Q(("post", models.F("deputy")), _negated=True), name="leave_deputy_is_another"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OfficeGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                (
                    "content_object",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="governance.office"),
                ),
                (
                    "post",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="office_grants", to="governance.post"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("post", "permission", "content_object"), name="office_grant_once_per_post")
                ],
            },
        ),
        migrations.CreateModel(
            name="Opening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="contenttypes.contenttype",
                        verbose_name="事项类型",
                    ),
                ),
                ("object_id", models.BigIntegerField(verbose_name="事项序号")),
                ("case_number", models.CharField(db_index=True, max_length=32, verbose_name="事项编号")),
                ("field", models.CharField(max_length=64, verbose_name="信息项")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="查看人",
                    ),
                ),
                (
                    "post",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="openings",
                        to="governance.post",
                        verbose_name="查看时岗位",
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("contact", "联系群众"),
                            ("verify", "核实情况"),
                            ("call_back", "回访"),
                            ("legal", "依法调取"),
                            ("self", "本人查询"),
                            ("notify", "发送短信"),
                        ],
                        max_length=16,
                        verbose_name="目的",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="说明")),
                ("at", models.DateTimeField(verbose_name="时间")),
            ],
            options={
                "verbose_name": "个人信息查看记录",
                "verbose_name_plural": "个人信息查看记录",
                "indexes": [
                    models.Index(fields=["content_type", "object_id"], name="opening_case"),
                    models.Index(fields=["by", "at"], name="opening_by_at"),
                    models.Index(fields=["at"], name="opening_at"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose__in", ["contact", "verify", "call_back", "legal", "self", "notify"])),
                        name="opening_has_a_purpose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("by__isnull", False), ("purpose__in", ("self", "notify")), _connector="OR"),
                        name="opening_by_somebody_or_oneself",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("purpose", "legal"), _negated=True), models.Q(("reason", ""), _negated=True), _connector="OR"
                        ),
                        name="opening_by_law_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "deadline",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="pauses", to="governance.deadline"),
                ),
                ("since", models.DateTimeField(verbose_name="起")),
                ("until", models.DateTimeField(blank=True, null=True, verbose_name="止")),
                ("reason", models.CharField(max_length=200, verbose_name="原因")),
            ],
            options={
                "verbose_name": "中止计时",
                "verbose_name_plural": "中止计时",
                "ordering": ("since",),
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("until", None)), fields=("deadline",), name="pause_one_open"),
                    models.CheckConstraint(
                        condition=models.Q(("until", None), ("until__gte", models.F("since")), _connector="OR"),
                        name="pause_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PlaceGrant",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("permission", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission")),
                ("user", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
                (
                    "content_object",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="grants", to="governance.place"),
                ),
                ("post", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="place_grants", to="governance.post")),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("post", "permission", "content_object"), name="place_grant_once_per_post")],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("event", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="notices", to="governance.event")),
                ("rule", models.CharField(max_length=80, verbose_name="规则")),
                (
                    "recipient",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="收件人",
                    ),
                ),
                (
                    "channel",
                    models.CharField(choices=[("in_app", "站内"), ("mail", "邮件"), ("sms", "短信")], max_length=8, verbose_name="方式"),
                ),
                ("case_number", models.CharField(max_length=40, verbose_name="事项编号")),
                ("title", models.CharField(max_length=120, verbose_name="标题")),
                ("body", models.TextField(verbose_name="内容")),
                ("path", models.CharField(blank=True, max_length=200, verbose_name="页面")),
                ("at", models.DateTimeField(verbose_name="时间")),
                (
                    "state",
                    models.CharField(
                        choices=[("waiting", "待发送"), ("sent", "已送达"), ("failed", "发送失败"), ("unreachable", "无法送达")],
                        default="waiting",
                        max_length=12,
                        verbose_name="状态",
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0, verbose_name="已尝试")),
                ("next_try_at", models.DateTimeField(null=True, verbose_name="下次发送")),
                ("failure", models.CharField(blank=True, max_length=200, verbose_name="未送达原因")),
                ("sent_at", models.DateTimeField(null=True, verbose_name="送达时间")),
                ("read_at", models.DateTimeField(null=True, verbose_name="阅读时间")),
            ],
            options={
                "verbose_name": "通知",
                "verbose_name_plural": "通知",
                "indexes": [
                    models.Index(condition=models.Q(("state", "waiting")), fields=["next_try_at", "id"], name="notice_due"),
                    models.Index(condition=models.Q(("state", "failed")), fields=["at"], name="notice_failed"),
                    models.Index(
                        models.F("recipient"),
                        models.OrderBy(django.db.models.lookups.IsNull(models.F("read_at"), True), descending=True),
                        models.OrderBy(models.F("at"), descending=True),
                        models.OrderBy(models.F("id"), descending=True),
                        condition=models.Q(("channel", "in_app")),
                        name="notice_inbox",
                    ),
                    models.Index(condition=models.Q(("channel", "in_app"), ("read_at", None)), fields=["recipient"], name="notice_unread"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "recipient", "channel"), name="notice_once_per_event_and_way", nulls_distinct=False
                    ),
                    models.CheckConstraint(condition=models.Q(("channel__in", ["in_app", "mail", "sms"])), name="notice_channel_is_known"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("channel", "sms"), ("recipient", None)),
                            models.Q(("recipient__isnull", False), models.Q(("channel", "sms"), _negated=True)),
                            _connector="OR",
                        ),
                        name="notice_text_message_to_the_person_concerned_alone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("next_try_at__isnull", False), ("sent_at", None), ("state", "waiting")),
                            models.Q(("next_try_at", None), ("sent_at__isnull", False), ("state", "sent")),
                            models.Q(
                                ("next_try_at", None),
                                ("sent_at", None),
                                ("state__in", ["failed", "unreachable"]),
                                models.Q(("failure", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="notice_state_has_its_facts",
                    ),
                ],
            },
        ),
    ]
