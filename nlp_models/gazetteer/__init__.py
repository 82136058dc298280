"""Places of the world by name, with what they lie in and where."""
