"""Who may do what: the matrix of roles and capabilities, from the declarations themselves."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from governance.permissions import READ_ACCESS
from governance.web.matrix import capability_table, role_table
from governance.web.page import page


@page(READ_ACCESS)
def access_matrix(request):
    """The matrix read both ways: who holds a capability, and what a role may do."""
    context = {
        "groups": capability_table(),
        "roles": role_table(),
        "breadcrumb": [(_("权限一览"), "")],
    }
    return render(request, "administration/access.html", context)
