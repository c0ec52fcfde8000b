"""The file (卷宗) of a mediation: the list of its items by version, the papers kept in it, the scans, and its number."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.dossier.enums import Ending, Owed, Proof
from disputes.mediation.models import Mediation
from governance.files.models import StoredFile
from governance.people.models import Office
from governance.privacy.fields import SealedField


class ItemListQuerySet(models.QuerySet):
    def in_force(self, at):
        """The list that held at that moment; the first one for what is older than all."""
        return self.filter(valid_from__lte=at).order_by("-version").first() or self.order_by("version").first()


class ItemList(models.Model):
    """One version of the list of items; what is written here is never changed, a change is a new version."""

    version = models.PositiveIntegerField(_("版本"), unique=True)
    valid_from = models.DateTimeField(_("起用时间"))
    reason = models.CharField(_("修订说明"), max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("修订人"))

    objects = ItemListQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("卷宗材料清单")
        ordering = ("-version",)

    def __str__(self):
        return f"{self.version}"


class FileItem(models.Model):
    """One item of a version, in its order. `papers`: codes of the forms it holds (data/forms.py)."""

    listing = models.ForeignKey(ItemList, models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField(_("次序"))
    code = models.SlugField(_("代码"), max_length=20)
    label = models.CharField(_("材料"), max_length=40)
    owed = models.CharField(_("要求"), max_length=8, choices=Owed.choices)
    proof = models.CharField(_("形式"), max_length=8, choices=Proof.choices, default=Proof.PAPER)
    papers = ArrayField(models.CharField(max_length=20), default=list)

    class Meta:
        verbose_name = verbose_name_plural = _("卷宗材料")
        ordering = ("position",)
        constraints = [
            models.UniqueConstraint(fields=["listing", "position"], name="file_item_position_once"),
            models.UniqueConstraint(fields=["listing", "code"], name="file_item_code_once"),
        ]

    def __str__(self):
        return self.label


class Retention(models.Model):
    """How long files of cases that ended so are kept; without years, for ever."""

    listing = models.ForeignKey(ItemList, models.CASCADE, related_name="retentions")
    ending = models.CharField(_("结案方式"), max_length=8, choices=Ending.choices)
    years = models.PositiveSmallIntegerField(_("年数"), null=True, blank=True)
    citation = models.CharField(_("依据"), max_length=120)

    class Meta:
        verbose_name = verbose_name_plural = _("卷宗保管期限")
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["listing", "ending"], name="retention_ending_once")]

    def __str__(self):
        return self.label

    @property
    def label(self):
        return _("%(years)s年") % {"years": self.years} if self.years else _("永久")


class KeptPaper(models.Model):
    """A form of the file as it was filled in and put into it. The words name people, and stay sealed; a change is a new version."""

    mediation = models.ForeignKey(Mediation, models.PROTECT, related_name="+", verbose_name=_("调解事项"))
    key = models.SlugField(_("文书"), max_length=24)
    version = models.PositiveSmallIntegerField(_("版本"))
    edited = models.BooleanField(_("经人工修改"), default=False)
    content = SealedField(_("文书内容"), kind="text")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("制作人"))
    at = models.DateTimeField(_("制作时间"))

    class Meta:
        verbose_name = verbose_name_plural = _("入卷文书")
        ordering = ("key", "-version")
        constraints = [models.UniqueConstraint(fields=["mediation", "key", "version"], name="kept_paper_version_once")]

    def __str__(self):
        return f"{self.mediation_id} {self.key} {self.version}"

    @property
    def number(self):
        """The case an opening of the paper is recorded under."""
        return self.mediation.number


class ScanQuerySet(models.QuerySet):
    def in_file(self):
        return self.filter(removed_at=None)


class Scan(StoredFile):
    """A scanned sheet of an item. `paper`: the form it is the signed original of, whose place it takes in the file.

    It is no attachment of the case, which whoever sees the case may open: it names people, and is opened for a purpose. So is its name.
    """

    mediation = models.ForeignKey(Mediation, models.PROTECT, related_name="+", verbose_name=_("调解事项"))
    item = models.SlugField(_("材料"), max_length=20)
    paper = models.SlugField(_("文书"), max_length=24, blank=True)
    original = SealedField(_("原文件名"), kind="text")
    pages = models.PositiveSmallIntegerField(_("页数"), default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("上传人"))
    at = models.DateTimeField(_("上传时间"))
    removed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("移出人"))
    removed_at = models.DateTimeField(_("移出时间"), null=True)
    removed_why = models.CharField(_("移出原因"), max_length=120, blank=True)

    objects = ScanQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("卷宗扫描件")
        ordering = ("at", "pk")
        indexes = [models.Index(fields=["mediation", "item"], name="scan_mediation_item")]
        constraints = [
            models.CheckConstraint(condition=Q(removed_at=None) | ~Q(removed_why=""), name="scan_removed_for_a_reason"),
        ]

    @property
    def number(self):
        """The case an opening of the scan is recorded under."""
        return self.mediation.number


class Dossier(models.Model):
    """A filed case's file: its number, by which list it was filed, and how long it is kept."""

    mediation = models.OneToOneField(Mediation, models.PROTECT, related_name="dossier", verbose_name=_("调解事项"))
    office = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("调解委员会"))
    year = models.PositiveSmallIntegerField(_("年度"))
    serial = models.PositiveIntegerField(_("序号"))
    document = models.CharField(_("卷号"), max_length=60)
    listing = models.ForeignKey(ItemList, models.PROTECT, related_name="+", verbose_name=_("材料清单"))
    filed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("立卷人"))
    filed_at = models.DateTimeField(_("归档时间"))
    retention = models.CharField(_("保管期限"), max_length=20)
    kept_until = models.DateField(_("保管至"), null=True)

    class Meta:
        verbose_name = verbose_name_plural = _("调解卷宗")
        ordering = ("-year", "office", "-serial")
        constraints = [models.UniqueConstraint(fields=["office", "year", "serial"], name="dossier_number_once")]
        indexes = [models.Index(fields=["-filed_at", "-id"], name="dossier_filed")]

    def __str__(self):
        return self.document


class DossierSeries(models.Model):
    """The last number a committee gave its files in a year; taken back with the step that fails, so that none is missing."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("调解卷号序列")
        constraints = [models.UniqueConstraint(fields=["office", "year"], name="dossier_series_once")]

    def __str__(self):
        return f"{self.office_id} {self.year}: {self.last}"
