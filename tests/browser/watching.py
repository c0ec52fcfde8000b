"""What a browser says about the pages it shows, gathered for the end of a test."""

from urllib.parse import urlsplit

ANSWERED = "Failed to load resource"  # said of every 4xx: the status is judged by itself
EMBEDDED = ("data:", "blob:")


class Watch:
    """Listens to everything one browser context does; `troubles` are sentences."""

    def __init__(self, context, server):
        self.context, self.server, self.troubles = context, server, []
        context.on("console", self.hear)
        context.on("weberror", lambda failure: self.troubles.append(f"script failed: {failure.error}"))
        context.on("request", self.see_request)
        context.on("response", self.see_response)

    def hear(self, message):
        if message.type in {"error", "warning"} and ANSWERED not in message.text:
            self.troubles.append(f"console, {message.page.url if message.page else ''}: {message.text}")

    def see_request(self, request):
        if not request.url.startswith((f"{self.server}/", *EMBEDDED)):
            self.troubles.append(f"another host was called: {request.url}")

    def see_response(self, response):
        lost = response.status == 404 and urlsplit(response.url).path.startswith("/static/")
        if response.status >= 500 or lost:
            self.troubles.append(f"{response.status} {response.url}")
