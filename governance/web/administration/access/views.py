"""Who may do what: the matrix of roles and capabilities, from the declarations themselves."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from governance.people.enums import Role
from governance.permissions import READ_ACCESS
from governance.web.matrix import capability_table
from governance.web.page import page


@page(READ_ACCESS)
def access_matrix(request):
    """Capabilities in rows, roles in columns."""
    context = {
        "groups": capability_table(),
        "roles": [role.label for role in Role],
        "breadcrumb": [(_("权限一览"), "")],
    }
    return render(request, "administration/access.html", context)
