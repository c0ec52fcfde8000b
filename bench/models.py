"""What the floor writes: a bare row."""

from django.db import models


class FloorRow(models.Model):
    """As much as a note on a case holds."""

    number = models.CharField(max_length=40)
    note = models.TextField()
    at = models.DateTimeField()

    class Meta:
        app_label = "bench"

    def __str__(self):
        return self.number
