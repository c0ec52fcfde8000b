"""A paper of a finding as it was issued, and its proof of service."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.files.models import Attachment
from governance.people.models import Office
from supervision.oversight.enums import Way
from supervision.oversight.models import Finding
from supervision.papers.enums import SIGNED, Kind


class PaperQuerySet(models.QuerySet):
    def unserved(self):
        """What still waits to be served."""
        return self.filter(served_at=None).exclude(kind__in=SIGNED)

    def of_case(self, number):
        """The papers written about a case: a finding, or the order it led to."""
        return self.filter(case_number=number)


class Paper(models.Model):
    """One paper. `facts` are its words as it was issued; printed later it says the same. A record is signed, all others are served."""

    finding = models.ForeignKey(Finding, models.PROTECT, related_name="papers")
    kind = models.CharField(_("文书"), max_length=12, choices=Kind.choices)
    case_number = models.CharField(_("事项编号"), max_length=40)
    issuer = models.ForeignKey(Office, models.PROTECT, related_name="+", verbose_name=_("制发单位"))
    document = models.CharField(_("文号"), max_length=40)
    year = models.PositiveSmallIntegerField(_("年份"))
    serial = models.PositiveIntegerField(_("序号"))
    issued_at = models.DateTimeField(_("制发时间"))
    facts = models.JSONField(_("内容"))
    served_at = models.DateTimeField(_("送达时间"), null=True)
    way = models.CharField(_("送达方式"), max_length=10, choices=Way.choices, blank=True)
    receiver = models.CharField(_("签收人职务"), max_length=40, blank=True)
    refused = models.BooleanField(_("拒绝签收"), default=False)
    witness = models.CharField(_("见证人单位及职务"), max_length=60, blank=True)
    scans = models.ManyToManyField(Attachment, related_name="+", verbose_name=_("扫描件"))

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("督导文书")
        ordering = ("issued_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["issuer", "year", "serial"], name="paper_serial_once"),
            models.CheckConstraint(condition=Q(refused=False) | ~Q(witness=""), name="paper_refusal_has_a_witness"),
            models.CheckConstraint(
                condition=Q(served_at=None, way="") | Q(served_at__isnull=False) & ~Q(way=""), name="paper_served_in_a_way"
            ),
        ]
        indexes = [models.Index(fields=["case_number"], name="paper_case")]

    def __str__(self):
        return self.document

    @property
    def label(self):
        return f"{self.get_kind_display()} {self.document}"

    @property
    def is_served_at_all(self):
        """Whether it is one that is served, not signed."""
        return self.kind not in SIGNED


class PaperSeries(models.Model):
    """The last serial an office gave its papers in a year."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = verbose_name_plural = _("督导文书序列")
        constraints = [models.UniqueConstraint(fields=["office", "year"], name="paper_series_once")]

    def __str__(self):
        return f"{self.office_id} {self.year}: {self.last}"
