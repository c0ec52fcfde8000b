"""Tells how many SQL statements an answer took, when asked by a header; costs nothing otherwise."""

from django.db import connection

ASKED, TOLD = "HTTP_X_BENCH_COUNT", "X-Bench-Statements"


class CountStatements:
    """Stands outside all other middleware, so that sessions, sign-in and savepoints count too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if ASKED not in request.META:
            return self.get_response(request)
        statements = []

        def count(execute, sql, params, many, context):
            statements.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            answer = self.get_response(request)
        answer[TOLD] = str(len(statements))
        return answer
