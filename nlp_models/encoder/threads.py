"""Keeps the encoder's sums on one thread: on texts of this size, waiting costs more than it gives."""

from contextlib import AbstractContextManager
from functools import cache

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Bound the threads of linear algebra to one, as long as the context lasts."""
    context: AbstractContextManager[object] = _controller().limit(limits=1, user_api="blas")
    return context
