"""Which of a person's posts the request acts for."""

SESSION_KEY = "acting_post"


class ActingPostMiddleware:
    """Sets `request.user.acting_post`: which of `live_posts` was chosen in this session, or the only one there is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            posts = request.user.live_posts
            request.user.owes_second_factor = request.session.get("owes_second_factor", False)
            request.user.acting_post = chosen(posts, request.session.get(SESSION_KEY))
        return self.get_response(request)


def chosen(posts, key):
    """The post of that key; without one, the only post."""
    for post in posts:
        if post.pk == key:
            return post
    return posts[0] if len(posts) == 1 else None
