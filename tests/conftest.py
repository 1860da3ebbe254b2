"""What all tests share: how examples are drawn."""

from hypothesis import settings

# The same examples everywhere, and no deadline: machines that test are slow and shared.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
