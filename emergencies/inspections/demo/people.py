"""Two inspectors for an office of the demo: those who serve there, and a colleague where there is one alone."""

from governance.access.grants import sync_posts
from governance.people.enums import OfficeType, Role
from governance.people.models import Post, User
from governance.web.demo.accounts import SINCE

NAMES = ("任志远", "娜日苏", "冯晓东", "高娃", "郝建军", "其其格", "段丽娟", "苗永胜")
ROLES = {OfficeType.TOWNSHIP: Role.TOWNSHIP_CLERK, OfficeType.BUREAU: Role.DEPARTMENT_HANDLER}


def pair_of(office, *, at):
    """Two people who act for the office."""
    role = ROLES[office.type]
    posts = [
        *Post.objects.live(at).filter(office=office, role=role, user__is_demo=True).with_office().select_related("user").order_by("pk")
    ]
    while len(posts) < 2:
        posts.append(colleague(office, role, serial=len(posts)))
    people = []
    for post in posts[:2]:
        post.user.acting_post = post
        people.append(post.user)
    return people


def colleague(office, role, *, serial):
    """Somebody who serves there too; nobody can sign in as them."""
    name = NAMES[(office.pk + serial) % len(NAMES)]
    user = User.objects.create(username=f"inspector-{office.code}-{serial}", name=name, is_demo=True, password="!")
    post = Post.objects.create(user=user, office=office, role=role, begins=SINCE)
    sync_posts(Post.objects.filter(pk=post.pk))
    return Post.objects.filter(pk=post.pk).with_office().select_related("user").get()
