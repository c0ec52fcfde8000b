"""What shows that the duties of the leading groups themselves are met, and that the offices the regulation names are there."""

from django.db.models import F, Q, Subquery
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.people.enums import OfficeType
from governance.people.models import Post
from governance.places.enums import Level
from governance.places.models import Place
from supervision.assessment.models import Scheme
from supervision.honours.enums import State as HonourState
from supervision.honours.models import Honour
from supervision.orders.models import Order
from supervision.oversight.models import Finding


def staffed(kind):
    """The posts people hold at offices of a type on the day of asking."""

    def done(span):
        serving = Post.objects.live(span.at).filter(office__type=kind)
        return serving.annotate(place_path=F("office__place__path"))

    return done


def honoured(span):
    return Honour.objects.filter(state=HonourState.GRANTED, year=span.begins.year)


def scheme(span):
    """Schemes of the year that were published; they hold for the whole city."""
    city = Place.objects.at(Level.CITY).values("path")[:1]
    return Scheme.objects.filter(year=span.begins.year, published_at__isnull=False).annotate(place_path=Subquery(city))


def held_by_group(rows):
    """With the place of the group that decides, instead of that of the unit."""
    return rows.annotate(group_path=F("office__place__path"))


def to_verify(span):
    late = Q(verify_kept=None, state="draft", due_at__lt=span.at)
    return held_by_group(span.of(Finding.objects.get_queryset()).filter(Q(verify_kept__isnull=False) | late))


def to_rectify(span):
    return span.of(Order.objects.filter(kept__isnull=False)).annotate(group_path=F("issuer__place__path"))


EVIDENCE = (
    Evidence("duties.centre_open", _("综治中心已设立并有在岗人员"), staffed(OfficeType.CENTRE)),
    Evidence("duties.township_open", _("平安建设办公室已设立并有在岗人员"), staffed(OfficeType.TOWNSHIP)),
    Evidence("duties.honoured", _("授予荣誉称号"), honoured, rows_url="honours_list"),
    Evidence("duties.scheme", _("印发年度考核方案"), scheme, rows_url="assessment_list"),
    Evidence(
        "duties.verified", _("督导线索在期限内核实"), lambda span: to_verify(span).filter(verify_kept=True), to_verify, path="group_path",
        rows_url="oversight_list",
    ),
    Evidence(
        "duties.rectified", _("责令整改按期完成"), lambda span: to_rectify(span).filter(kept=True), to_rectify, path="group_path",
        rows_url="orders_list",
    ),
)  # fmt: skip
