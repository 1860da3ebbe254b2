"""Do jobs at the same time that do not need each other: most of them wait for the network or for another program."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor


def do_side_by_side(*jobs: Callable[[], None]) -> None:
    """Do all jobs, and fail as the first of them fails."""
    with ThreadPoolExecutor(len(jobs)) as pool:
        running = [pool.submit(job) for job in jobs]
    for job in running:
        job.result()
