"""Who a session belongs to."""

from datetime import datetime

from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from governance.people.models import Post
from governance.prepared import Prepared

LIVE_POSTS = Prepared(lambda user, at: Post.objects.live(at).with_office().filter(user=user), user=int, at=datetime)


class PeopleBackend(ModelBackend):
    """Django's backend; whoever serves is read together with the posts that are live now, in one query."""

    def get_user(self, user_id):
        posts = LIVE_POSTS.rows(user=int(user_id), at=timezone.now())
        person = posts[0].user if posts else super().get_user(user_id)
        if person is not None:
            person.live_posts = posts
        return person
