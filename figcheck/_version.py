"""The version, alone in its file so that `figcheck --version` imports nothing else."""

__version__ = "0.2.0"
