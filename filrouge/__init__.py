"""The command line and the settings of filrouge: what belongs to no layer."""

__version__ = "0.1.0"
