"""Typed claims between appearances, read by pattern; every claim names the rule that read it."""
