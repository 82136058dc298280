"""Matching people: how alike two appearances are, as a sum of named reasons.

Pure functions over plain values; nothing here knows the database.
"""
