"""The invented demo case file, and writers of every format that filrouge reads."""
