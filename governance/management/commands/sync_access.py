"""Makes the grants of all posts what their roles give today."""

from django.core.management.base import BaseCommand

from governance.access.grants import sync_posts, write_permissions
from governance.people.models import Post


class Command(BaseCommand):
    help = "Write the declared capabilities as permissions, and the grants of every post; run after the matrix changed."

    def handle(self, **options):
        write_permissions()
        self.stdout.write(f"grants: {sync_posts(Post.objects.all())}")
