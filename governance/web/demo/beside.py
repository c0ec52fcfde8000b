"""Two parts of the demo told at the same time."""

from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from django.db import connection, connections


@contextmanager
def beside(tell, *given):
    """`tell(*given)` in a process of its own while the block goes on; its error is raised at the block's end.

    Inside a transaction, which no other process sees into, it is told before the block.
    """
    if connection.in_atomic_block:
        tell(*given)
        yield
        return
    connections.close_all()
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("fork")) as pool:
        told = pool.submit(tell, *given)
        yield
        told.result()
