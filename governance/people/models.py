"""People, the offices they serve, and the posts that join both for a time."""

from datetime import timedelta

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.people.enums import NEED_SECOND_FACTOR, OfficeKind, OfficeType, Role
from governance.places.models import Place


class UserManager(BaseUserManager):
    """Accounts have a name and, in time, posts; there are no superusers."""

    def create_user(self, username, *, name, password=None, **facts):
        """A new account; without a password it cannot sign in until one is set."""
        user = self.model(username=self.model.normalize_username(username), name=name, **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """An account. What it may do comes from its posts alone."""

    username = models.CharField(_("用户名"), max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(_("姓名"), max_length=40)
    work_phone = models.CharField(_("工作电话"), max_length=20, blank=True)
    email = models.EmailField(_("工作邮箱"), blank=True)
    is_active = models.BooleanField(_("启用"), default=True)
    is_demo = models.BooleanField(_("演示账号"), default=False)
    must_change_password = models.BooleanField(_("须改密码"), default=False)
    date_joined = models.DateTimeField(_("建立时间"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    acting_post = None  # the post the person acts for in this request
    owes_second_factor = False  # has one set up, and has not shown it in this session

    class Meta:
        verbose_name = verbose_name_plural = _("账号")

    def __str__(self):
        return self.name

    def get_full_name(self):
        return self.name


class OfficeQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)

    def of_place(self, path):
        return self.filter(place__path=path)

    def named(self, kind, path):
        """The one office of a type at a place, or None."""
        return self.in_use().filter(type=kind, place__path=path).first()


class Office(models.Model):
    """An office of a place (territorial) or of a trade (departmental)."""

    code = models.CharField(_("机构代码"), max_length=60, unique=True)
    name = models.CharField(_("名称"), max_length=100)
    short_name = models.CharField(_("简称"), max_length=60)
    kind = models.CharField(_("条块"), max_length=12, choices=OfficeKind.choices)
    type = models.CharField(_("类型"), max_length=16, choices=OfficeType.choices)
    trade = models.CharField(_("行业"), max_length=30, blank=True)
    place = models.ForeignKey(Place, models.PROTECT, related_name="offices", verbose_name=_("区划"))
    phone = models.CharField(_("电话"), max_length=20, blank=True)
    active = models.BooleanField(_("在用"), default=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("机构")
        ordering = ("place__path", "type", "code")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=OfficeKind.TERRITORIAL, trade="") | Q(kind=OfficeKind.DEPARTMENTAL),
                name="office_territorial_has_no_trade",
            ),
            models.CheckConstraint(
                condition=~Q(type=OfficeType.PROVIDER) | Q(kind=OfficeKind.DEPARTMENTAL), name="office_provider_sees_what_it_is_given"
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def is_territorial(self):
        return self.kind == OfficeKind.TERRITORIAL

    @property
    def place_path(self):
        return self.place.path

    @property
    def is_centre(self):
        return self.type == OfficeType.CENTRE


def is_live(at, through=""):
    """Whether a post, reached `through` a join, gives rights at that moment: it runs, its account may sign in, its office is in use."""
    wanted = {"begins__lte": at, "user__is_active": True, "office__active": True}
    runs = Q((f"{through}ends", None)) | Q((f"{through}ends__gt", at))
    return runs & Q(*((through + name, value) for name, value in wanted.items()))


class PostQuerySet(models.QuerySet):
    def live(self, at):
        """Posts that give rights at that moment."""
        return self.filter(is_live(at))

    def with_office(self):
        return self.select_related("office__place", "user")


class Post(models.Model):
    """A person in a role at an office, from and until. The moment it ends, its rights are gone."""

    user = models.ForeignKey(User, models.CASCADE, related_name="posts", verbose_name=_("人员"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="posts", verbose_name=_("机构"))
    role = models.CharField(_("角色"), max_length=20, choices=Role.choices)
    begins = models.DateTimeField(_("起"))
    ends = models.DateTimeField(_("止"), null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("岗位")
        ordering = ("user", "begins")
        constraints = [
            models.CheckConstraint(condition=Q(ends=None) | Q(ends__gte=F("begins")), name="post_ends_after_it_begins"),
            models.UniqueConstraint(fields=["user", "office", "role"], condition=Q(ends=None), name="post_open_once"),
        ]

    def __str__(self):
        return f"{self.office.short_name} · {self.get_role_display()}"

    @property
    def needs_second_factor(self):
        return self.role in NEED_SECOND_FACTOR


class LeaveQuerySet(models.QuerySet):
    def running(self, at):
        """Leaves during which the colleague stands in at that moment; both must still serve."""
        return self.filter(begins__lte=at, ends__gt=at, deputy__in=Post.objects.live(at))

    def not_over(self, at):
        return self.filter(ends__gt=at)

    def between(self, begins, ends):
        return self.filter(begins__lt=ends, ends__gt=begins)

    def with_people(self):
        return self.select_related("post__user", "post__office__place", "deputy__user", "deputy__office")


class Leave(models.Model):
    """代管: while a person is away a colleague of the same office in the same role stands in, with the rights of the own post alone.

    It ends by itself. Why somebody is away is nobody's business here.
    """

    post = models.ForeignKey(Post, models.CASCADE, related_name="leaves", verbose_name=_("岗位"))
    deputy = models.ForeignKey(Post, models.CASCADE, related_name="standing_in", verbose_name=_("代管人"))
    begins = models.DateTimeField(_("起"))
    ends = models.DateTimeField(_("止"))
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name=_("登记人"))
    at = models.DateTimeField(_("登记时间"))

    objects = LeaveQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("离岗代管")
        ordering = ("begins", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(ends__gte=F("begins")), name="leave_ends_after_it_begins"),
            models.CheckConstraint(condition=~Q(post=F("deputy")), name="leave_deputy_is_another"),
        ]
        indexes = [models.Index(fields=["ends", "begins"], name="leave_ends")]

    def __str__(self):
        return f"{self.post_id} → {self.deputy_id}"

    @property
    def last_moment(self):
        """The last day one is away; `ends` is the beginning of the next."""
        return self.ends - timedelta(seconds=1)
