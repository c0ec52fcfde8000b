"""What the proceedings bring to their chapter. They stand on the page of the mediation and write with its steps."""

from disputes.proceedings.views import shown_on_mediation

PARTS = {
    "panels": (shown_on_mediation,),
}
