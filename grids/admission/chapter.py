"""What this procedure brings to its chapter."""

from grids.admission.data.load import load_duties

PARTS = {
    "loaders": (load_duties,),
}
