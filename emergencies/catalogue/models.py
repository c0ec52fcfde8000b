"""The catalogue of reserves (品种目录和标准): what is kept, to which standard, by which department, and how long it keeps."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from emergencies.catalogue.enums import Category, Keeper
from governance.deadlines.enums import Mark

LONGEST = 600  # months anything keeps


class StockItemQuerySet(models.QuerySet):
    def in_use(self):
        return self.filter(active=True)


class StockItem(models.Model):
    """One kind of goods. Without `shelf_months` it does not expire; the others are rotated `rotate_months` before they do."""

    code = models.SlugField(_("代码"), max_length=30, unique=True)
    name = models.CharField(_("名称"), max_length=40)
    category = models.CharField(_("类别"), max_length=10, choices=Category.choices)
    unit = models.CharField(_("计量单位"), max_length=10)
    spec = models.CharField(_("规格和质量标准"), max_length=200)
    keeper = models.CharField(_("储备部门"), max_length=20, choices=Keeper.choices)
    shelf_months = models.PositiveSmallIntegerField(_("保质期（月）"), null=True, blank=True, validators=[MaxValueValidator(LONGEST)])
    rotate_months = models.PositiveSmallIntegerField(_("到期前几个月轮换"), default=0, validators=[MaxValueValidator(LONGEST)])
    citation = models.CharField(_("依据"), max_length=120)
    mark = models.CharField(_("来源"), max_length=1, choices=Mark.choices, default=Mark.DEFAULT)
    active = models.BooleanField(_("在用"), default=True)

    objects = StockItemQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = _("应急物资品种")
        ordering = ("category", "code")
        constraints = [
            models.CheckConstraint(condition=~Q(code=""), name="stock_item_has_a_code"),
            models.CheckConstraint(
                condition=Q(shelf_months=None) | Q(shelf_months__gt=F("rotate_months")), name="stock_item_rotated_while_it_keeps"
            ),
        ]

    def __str__(self):
        return self.name
