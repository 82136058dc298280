"""Lets ``python -m filrouge`` do what ``filrouge`` does."""

from filrouge.cli import main

main()
