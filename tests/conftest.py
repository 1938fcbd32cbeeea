"""Settings for every test: a busy machine is no failure, so properties have no deadline."""

from hypothesis import settings

settings.register_profile("tracker", deadline=None)
settings.load_profile("tracker")
