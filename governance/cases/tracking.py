"""Number and query code: what lets the person concerned see a case without an account.

A procedure whose cases can be tracked names the page in `Case.tracking_page` and keeps `query_code_index`, never the code itself.
"""

from governance import registry
from governance.cases.models import Handover
from governance.cases.rules import tidied_code
from governance.privacy.blind import blind_index

QUERY_CODE = "complaint.query_code"  # the purpose under which every code is kept


def code_index(code):
    """What a code is compared by, without being readable."""
    return blind_index(tidied_code(code), purpose=QUERY_CODE)


def seen_with(case):
    """The case, and those it was handed on as that open with the same code: who may see one may see the other."""
    targets = [row.target for row in Handover.objects.of(case) if row.is_from(case)]
    return [case, *(one for one in targets if one.tracking_page and one.query_code_index == case.query_code_index)]


def tracked_models():
    """Every case that can be tracked, and what a chapter opens by number and code besides."""
    return [*(model for model in registry.case_models().values() if model.tracking_page), *registry.declared("tracked")]


def find_tracked(number, code):
    """The case of a number and query code, of whatever procedure, or None; a wrong code tells nothing."""
    index = code_index(code)
    found = (model.objects.for_detail().filter(number=number, query_code_index=index).first() for model in tracked_models())
    return next((case for case in found if case), None)
